/* SPDX-License-Identifier: GPL-3.0-or-later */

/* test-kill N: kills N editing sessions at random moments; of none may an edit be lost that was
 * older than two seconds. Several run at a time. */

#include "decision/drafts.h"
#include "fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

#define AT_A_TIME 8
#define LOSS_US (2 * G_USEC_PER_SEC)
#define MAX_DOCUMENTS 2
#define MAX_LIFE_MS 6000

static guint n_sessions = 8;

typedef struct {
  char *folder;
  GSubprocess *process;
  gint64 killed;
  GString *output;
  guint timer;
  gboolean done;
} Session;

static void
remove_all (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    remove_all (child);
  }
  assert_int_equal (g_remove (path), 0);
}

static gboolean
kill_cb (gpointer user_data)
{
  Session *self = user_data;

  self->timer = 0;
  /* What is edited from now on may be lost anyhow. */
  self->killed = g_get_monotonic_time ();
  g_subprocess_send_signal (self->process, SIGKILL);

  return G_SOURCE_REMOVE;
}

static void
ended_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Session *self = user_data;
  g_autofree char *output = NULL;

  assert_true (
      g_subprocess_communicate_utf8_finish (G_SUBPROCESS (object), result, &output, NULL, NULL));
  g_string_assign (self->output, output);
  self->done = TRUE;
}

static Session *
session_new (guint seed, guint life)
{
  Session *self = g_new0 (Session, 1);
  g_autofree char *seed_text = g_strdup_printf ("%u", seed);

  self->folder = g_dir_make_tmp ("kill-XXXXXX", NULL);
  assert_non_null (self->folder);
  self->output = g_string_new (NULL);
  self->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, SL_EDIT_SESSION,
                                    self->folder, seed_text, NULL);
  assert_non_null (self->process);
  g_subprocess_communicate_utf8_async (self->process, NULL, NULL, ended_cb, self);
  self->timer = g_timeout_add (life, kill_cb, self);

  return self;
}

static void
session_free (Session *self)
{
  remove_all (self->folder);
  g_object_unref (self->process);
  g_string_free (self->output, TRUE);
  g_free (self->folder);
  g_free (self);
}

/* Of each document, the last edit that must be there, and the last that can be. */
static void
read_output (Session *self, guint must[MAX_DOCUMENTS], guint may[MAX_DOCUMENTS])
{
  g_auto (GStrv) lines = g_strsplit (self->output->str, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    guint document, number;
    gint64 time;

    if (sscanf (lines[i], "%u %u %" G_GINT64_FORMAT, &document, &number, &time) != 3)
      continue;
    assert_true (document < MAX_DOCUMENTS);
    may[document] = number;
    if (time < self->killed - LOSS_US)
      must[document] = number;
  }
}

/* Whether the edit that the title names is all there: the document is one that the same seed would
 * have made is more than a draft can tell; that it is whole its reading has told. */
static void
check (Session *self, SlCatalogue *catalogue)
{
  g_autoptr (SlDrafts) drafts = sl_drafts_new (self->folder);
  g_autoptr (GPtrArray) left = sl_drafts_take_left (drafts, catalogue);
  guint must[MAX_DOCUMENTS] = { 0 }, may[MAX_DOCUMENTS] = { 0 }, found[MAX_DOCUMENTS] = { 0 };

  read_output (self, must, may);
  for (guint i = 0; i < left->len; i++) {
    const SlLeftDraft *draft = g_ptr_array_index (left, i);
    guint document, number;

    if (draft->decision == NULL)
      fail_msg ("%s", draft->problem);
    assert_true (sl_decision_get_modified (draft->decision));
    if (sscanf (sl_decision_get_title (draft->decision), "%u %u", &document, &number) != 2)
      continue; /* between a random edit and its number */
    assert_true (document < MAX_DOCUMENTS);
    assert_int_equal (found[document], 0);
    found[document] = number;
  }
  for (guint i = 0; i < MAX_DOCUMENTS; i++) {
    if (found[i] < must[i] || found[i] > may[i])
      fail_msg ("document %u: found edit %u, expected one from %u to %u", i, found[i], must[i],
                may[i]);
  }
}

static void
run_batch (GRand *random, guint first, guint n, SlCatalogue *catalogue)
{
  Session *sessions[AT_A_TIME];

  for (guint i = 0; i < n; i++)
    sessions[i] = session_new (first + i, (guint) g_rand_int_range (random, 200, MAX_LIFE_MS));
  for (guint i = 0; i < n; i++) {
    while (!sessions[i]->done)
      g_main_context_iteration (NULL, TRUE);
  }
  for (guint i = 0; i < n; i++) {
    check (sessions[i], catalogue);
    session_free (sessions[i]);
  }
}

static void
test_kill (void **state)
{
  g_autoptr (SlCatalogue) catalogue = fixture_farm ();
  g_autoptr (GRand) random = g_rand_new_with_seed (9);

  for (guint i = 0; i < n_sessions; i += AT_A_TIME)
    run_batch (random, i, MIN (AT_A_TIME, n_sessions - i), catalogue);
}

int
main (int argc, char **argv)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (test_kill) };

  if (argc > 1)
    n_sessions = (guint) strtoul (argv[1], NULL, 10);
  return cmocka_run_group_tests_name ("kill", tests, NULL, NULL);
}
