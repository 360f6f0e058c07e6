/* SPDX-License-Identifier: GPL-3.0-or-later */

/* edit-session DRAFTS SEED: edits documents at random until it is killed. Each edit numbers the
 * document in its title; before it is made, standard output says «DOCUMENT NUMBER TIME», in
 * microseconds of the monotonic clock. */

#include "decision/drafts.h"
#include "fixture.h"

#include <stdio.h>
#include <stdlib.h>

#define N_DOCUMENTS 2

typedef struct {
  GRand *random;
  SlDecision *decisions[N_DOCUMENTS];
  SlDraft *drafts[N_DOCUMENTS];
  guint numbers[N_DOCUMENTS];
} Session;

static gboolean edit_cb (gpointer user_data);

/* Hands rest, and hands drag. */
static void
wait_for_next (Session *self)
{
  guint delay = g_rand_int_range (self->random, 0, 10) == 0
                    ? (guint) g_rand_int_range (self->random, 100, 900)
                    : (guint) g_rand_int_range (self->random, 0, 20);

  g_timeout_add (delay, edit_cb, self);
}

static gboolean
edit_cb (gpointer user_data)
{
  Session *self = user_data;
  guint i = (guint) g_rand_int_range (self->random, 0, N_DOCUMENTS);
  g_autofree char *title = g_strdup_printf ("%u %u", i, ++self->numbers[i]);

  printf ("%u %u %" G_GINT64_FORMAT "\n", i, self->numbers[i], g_get_monotonic_time ());
  fflush (stdout);
  fixture_random_edit (self->decisions[i], self->random);
  if (g_rand_int_range (self->random, 0, 8) == 0)
    sl_decision_undo (self->decisions[i]);
  sl_decision_set_title (self->decisions[i], title);
  wait_for_next (self);

  return G_SOURCE_REMOVE;
}

int
main (int argc, char **argv)
{
  g_autoptr (SlCatalogue) catalogue = fixture_farm ();
  g_autoptr (SlDrafts) drafts = sl_drafts_new (argv[1]);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Session self = { .random = g_rand_new_with_seed ((guint32) strtoul (argv[2], NULL, 10)) };

  for (guint i = 0; i < N_DOCUMENTS; i++) {
    self.decisions[i] = sl_decision_new (catalogue);
    self.drafts[i] = sl_draft_new (drafts, self.decisions[i]);
  }
  wait_for_next (&self);
  g_main_loop_run (loop);

  return EXIT_SUCCESS;
}
