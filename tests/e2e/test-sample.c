/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The decision that the README shows is one that the program would write itself, with the catalogue
 * as it is. `test-sample --write FILE` brings FILE up to date. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include "analysis/analysis.h"

static SlDecision *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCatalogue) catalogue = sl_catalogue_new (&error);
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, &error);
  g_autoptr (GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
  SlDecision *decision = NULL;

  if (catalogue != NULL && bytes != NULL)
    decision = sl_decision_new_for_bytes (catalogue, bytes, path, &error);
  if (decision == NULL)
    fail_msg ("%s", error->message);
  return decision;
}

static void
test_round_trip (void **state)
{
  const char *path = g_getenv ("SHORTLIST_SAMPLE");
  g_autoptr (SlDecision) decision = load (path);
  g_autoptr (GBytes) after = sl_decision_to_bytes (decision);
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GBytes) before = g_mapped_file_get_bytes (file);

  if (!g_bytes_equal (before, after))
    fail_msg ("%s is not what the program writes with this catalogue: “meson compile sample” "
              "brings it up to date",
              path);
}

/* It shows something: a winner, and somebody whom a requirement rules out. */
static void
test_is_worth_showing (void **state)
{
  g_autoptr (SlDecision) decision = load (g_getenv ("SHORTLIST_SAMPLE"));
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, SL_BOARD_TECHNOLOGIES);

  assert_string_equal (sl_decision_get_title (decision), "Payments platform 2027");
  assert_non_null (sl_decision_get_profile (decision));
  assert_true (ranking->n_ranked > 1);
  assert_true (ranking->n_ranked < ranking->n_entries);
  assert_true (sl_analysis_get_advice (analysis)->len > 0);
}

static int
write_again (const char *path)
{
  g_autoptr (SlDecision) decision = load (path);
  g_autoptr (GBytes) bytes = sl_decision_to_bytes (decision);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_file_set_contents (path, data, (gssize) length, NULL) ? EXIT_SUCCESS : EXIT_FAILURE;
}

int
main (int argc, char **argv)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_round_trip),
    cmocka_unit_test (test_is_worth_showing),
  };

  if (argc == 3 && strcmp (argv[1], "--write") == 0)
    return write_again (argv[2]);
  return cmocka_run_group_tests (tests, NULL, NULL);
}
