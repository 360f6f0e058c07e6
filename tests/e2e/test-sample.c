/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The decision that the README shows is one that the program would write itself. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <json-glib/json-glib.h>
#include "analysis/analysis.h"

static JsonNode *
parse (GBytes *bytes)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  assert_true (json_parser_load_from_data (parser, data, (gssize) length, NULL));
  return json_parser_steal_root (parser);
}

/* All but the catalogue that it was made with, which is of its day. */
static void
test_round_trip (void **state)
{
  g_autoptr (SlCatalogue) catalogue = sl_catalogue_new (NULL);
  g_autoptr (GMappedFile) file = g_mapped_file_new (g_getenv ("SHORTLIST_SAMPLE"), FALSE, NULL);
  g_autoptr (GBytes) before = g_mapped_file_get_bytes (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlDecision) decision =
      sl_decision_new_for_bytes (catalogue, before, "sample.shortlist", &error);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (JsonNode) old_root = NULL;
  g_autoptr (JsonNode) new_root = NULL;
  g_autoptr (GList) names = NULL;
  JsonObject *old, *new;

  assert_null (error);
  after = sl_decision_to_bytes (decision);
  old_root = parse (before);
  new_root = parse (after);
  old = json_node_get_object (old_root);
  new = json_node_get_object (new_root);
  assert_int_equal (json_object_get_size (old), json_object_get_size (new));
  names = json_object_get_members (new);
  for (const GList *l = names; l != NULL; l = l->next)
    if (!g_str_equal (l->data, "catalogue"))
      assert_true (json_node_equal (json_object_get_member (old, l->data),
                                    json_object_get_member (new, l->data)));
}

/* It shows something: a winner, and somebody whom a requirement rules out. */
static void
test_is_worth_showing (void **state)
{
  g_autoptr (SlCatalogue) catalogue = sl_catalogue_new (NULL);
  g_autoptr (GMappedFile) file = g_mapped_file_new (g_getenv ("SHORTLIST_SAMPLE"), FALSE, NULL);
  g_autoptr (GBytes) bytes = g_mapped_file_get_bytes (file);
  g_autoptr (SlDecision) decision =
      sl_decision_new_for_bytes (catalogue, bytes, "sample.shortlist", NULL);
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, SL_BOARD_TECHNOLOGIES);

  assert_string_equal (sl_decision_get_title (decision), "Payments platform 2027");
  assert_non_null (sl_decision_get_profile (decision));
  assert_true (ranking->n_ranked > 1);
  assert_true (ranking->n_ranked < ranking->n_entries);
  assert_true (sl_analysis_get_advice (analysis)->len > 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_round_trip),
    cmocka_unit_test (test_is_worth_showing),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
