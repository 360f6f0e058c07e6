/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is different between two states of a decision, told in words. */

#include "analysis/difference.h"
#include "ranking-fixture.h"

#include <string.h>

/* «Importance of Speed: 6 → 7; Rain: Off → On». */
static char *
describe (const GPtrArray *changes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++) {
    const SlChange *change = g_ptr_array_index (changes, i);

    g_string_append_printf (text, "%s%s: %s → %s", i > 0 ? "; " : "", change->what,
                            change->before != NULL ? change->before : "-",
                            change->after != NULL ? change->after : "-");
  }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
expect_changes (SlRequirements *before, SlRequirements *after, const char *expected)
{
  g_autoptr (GPtrArray) changes = sl_list_requirement_changes (before, after);
  g_autofree char *text = describe (changes);

  assert_string_equal (text, expected);
}

static void
test_requirements (void **state)
{
  g_autoptr (SlCatalogue) farm = fixture_farm ();
  SlDecision *decision = sl_decision_new (farm);
  g_autoptr (SlRequirements) before = sl_requirements_ref (sl_decision_get_requirements (decision));

  expect_changes (before, before, "");
  fixture_set_importance (decision, "speed", 7);
  fixture_set_minimum (decision, "safe", 12.5);
  fixture_set_fact (decision, "rain", 1);
  fixture_override (decision, "ant", "calm", 42);
  sl_decision_set_method (decision, SL_METHOD_TOPSIS);
  expect_changes (before, sl_decision_get_requirements (decision),
                  "Method: Additive value → TOPSIS; Importance of Speed: 6 → 7; "
                  "Minimum of Safe: None → 12.5; Rain: Off → On; "
                  "Calm of Ant: The catalogue’s → 42 (We tried.)");
  expect_changes (sl_decision_get_requirements (decision), before,
                  "Method: TOPSIS → Additive value; Importance of Speed: 7 → 6; "
                  "Minimum of Safe: 12.5 → None; Rain: On → Off; "
                  "Calm of Ant: 42 (We tried.) → The catalogue’s");
  fixture_finalize (decision);
}

static char *
swap (const char *text, const char *old, const char *new)
{
  g_auto (GStrv) parts = g_strsplit (text, old, 2);

  assert_non_null (parts[1]);
  return g_strjoinv (new, parts);
}

/* The farm where the dog is quicker, by ten. */
static SlCatalogue *
farm_with_a_quick_dog (void)
{
  g_autofree char *text = fixture_farm_file ("technologies.json");
  g_autofree char *quick = swap (text, "\"quick\": { \"low\": 50, \"mode\": 60, \"high\": 70",
                                 "\"quick\": { \"low\": 60, \"mode\": 70, \"high\": 80");

  return fixture_farm_with ("technologies.json", quick, NULL);
}

static void
test_catalogue (void **state)
{
  g_autoptr (SlCatalogue) farm = fixture_farm ();
  g_autoptr (SlCatalogue) same = fixture_farm ();
  g_autoptr (SlCatalogue) other = farm_with_a_quick_dog ();
  g_autoptr (GPtrArray) none = sl_list_catalogue_changes (farm, same);
  g_autoptr (GPtrArray) changes = sl_list_catalogue_changes (farm, other);
  g_autofree char *text = describe (changes);

  assert_int_equal (none->len, 0);
  assert_string_equal (text, "Quick of Dog: 60.0 (50.0 to 70.0) → 70.0 (60.0 to 80.0)");
  assert_int_equal (((const SlChange *) g_ptr_array_index (changes, 0))->kind, SL_CHANGE_VALUE);
}

static void
test_new_and_gone (void **state)
{
  g_autoptr (SlCatalogue) shipped = fixture_shipped ();
  g_autoptr (SlCatalogue) extended = fixture_extended (
      "facts.json",
      "{\"format\": \"facts-1\", \"catalogue\": \"ours\", \"version\": \"1\","
      " \"extends\": \"shortlist\", \"groups\": [{\"id\": \"ours\", \"name\": \"Ours\"}],"
      " \"facts\": [{\"id\": \"snow\", \"group\": \"ours\", \"name\": \"Snow\","
      " \"description\": \"It snows.\", \"type\": \"boolean\", \"default\": false}]}",
      NULL);
  g_autoptr (GPtrArray) new = sl_list_catalogue_changes (shipped, extended);
  g_autoptr (GPtrArray) gone = sl_list_catalogue_changes (extended, shipped);
  g_autofree char *text = describe (new);
  g_autofree char *text_gone = describe (gone);

  assert_string_equal (text, "Snow: - → New");
  assert_string_equal (text_gone, "Snow: Gone → -");
}

/* Everyone of the board once, in the order of the second ranking, with the places of both. */
static void
test_places (void **state)
{
  g_autoptr (SlCatalogue) shipped = fixture_shipped ();
  SlDecision *decision = sl_decision_new (shipped);
  g_autoptr (SlAnalysis) before = sl_analysis_new (sl_decision_get_requirements (decision));
  g_autoptr (SlAnalysis) after = NULL;

  sl_decision_apply_profile (decision, fixture_profile (shipped, "fintech-regulated"));
  after = sl_analysis_new (sl_decision_get_requirements (decision));
  for (SlBoard board = 0; board < SL_N_BOARDS; board++) {
    const SlRanking *one = sl_analysis_get_ranking (before, board);
    const SlRanking *other = sl_analysis_get_ranking (after, board);
    g_autoptr (GPtrArray) places = sl_list_places (before, after, board);

    assert_int_equal (places->len, other->n_entries);
    for (guint i = 0; i < places->len; i++) {
      const SlPlaceChange *place = g_ptr_array_index (places, i);

      if (i < other->n_ranked) {
        assert_string_equal (place->name, other->entries[i].name);
        assert_int_equal (place->rank_after, other->entries[i].rank);
        assert_near (place->score_after, other->entries[i].score);
        assert_int_equal (place->rank_before, sl_ranking_find (one, other->entries[i].id)->rank);
      } else {
        assert_int_equal (place->rank_after, 0);
      }
    }
  }
  fixture_finalize (decision);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_requirements),
    cmocka_unit_test (test_catalogue),
    cmocka_unit_test (test_new_and_gone),
    cmocka_unit_test (test_places),
  };

  return cmocka_run_group_tests_name ("difference", tests, NULL, NULL);
}
