/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <math.h>
#include <string.h>

/* The catalogue that is compiled in: it loads, and what the format promises holds of it. */

static SlCatalogue *catalogue;

static int
set_up (void **state)
{
  g_autoptr (GError) error = NULL;

  catalogue = sl_catalogue_new (&error);
  if (catalogue == NULL)
    fail_msg ("%s", error->message);
  return 0;
}

static int
tear_down (void **state)
{
  sl_catalogue_unref (catalogue);
  return 0;
}

static void
test_identity (void **state)
{
  assert_string_equal (sl_catalogue_get_id (catalogue), "shortlist");
  assert_int_equal (strlen (sl_catalogue_get_sha256 (catalogue)), 64);
}

/* What is compiled in is what lies in data/catalogue. */
static void
test_same_as_the_folder (void **state)
{
  g_autoptr (SlCatalogue) folder = fixture_load (SL_SHIPPED_DIR);

  assert_string_equal (sl_catalogue_get_sha256 (folder), sl_catalogue_get_sha256 (catalogue));
  assert_string_equal (sl_catalogue_get_version (folder), sl_catalogue_get_version (catalogue));
}

static void
test_is_not_empty (void **state)
{
  assert_true (sl_catalogue_get_pillars (catalogue)->len >= 7);
  assert_true (sl_catalogue_get_criteria (catalogue)->len >= 25);
  assert_true (sl_catalogue_get_technologies (catalogue)->len >= 16);
  assert_true (sl_catalogue_get_patterns (catalogue)->len >= 7);
  assert_true (sl_catalogue_get_rules (catalogue)->len >= 50);
  assert_true (sl_catalogue_get_profiles (catalogue)->len >= 10);
  assert_true (sl_catalogue_get_observations (catalogue)->len >= 1000);
}

static void
check_evidence (const SlCell *cell, const SlCriterion *criterion)
{
  for (guint i = 0; i < cell->evidence->len; i++) {
    const SlEvidence *evidence = cell->evidence->pdata[i];

    assert_true (
        g_ptr_array_find ((GPtrArray *) cell->sources, evidence->observation->source, NULL));
    assert_true (g_ptr_array_find ((GPtrArray *) criterion->components, evidence->component, NULL));
    assert_true (isfinite (evidence->performance));
    assert_true (evidence->value >= 0 && evidence->value <= 100);
    assert_true (evidence->divisor > 0 && evidence->factor > 0);
    assert_true (evidence->reference != NULL || evidence->divisor == 1);
  }
}

static void
check_cell (const SlCell *cell, const SlCriterion *criterion)
{
  assert_true (cell->low >= 0 && cell->low <= cell->mode);
  assert_true (cell->mode <= cell->high && cell->high <= 100);
  switch (cell->basis) {
  case SL_BASIS_MEASURED:
  case SL_BASIS_SURVEY:
    assert_true (cell->evidence->len > 0);
    assert_true (cell->high > cell->low);
    assert_null (cell->reason);
    check_evidence (cell, criterion);
    break;
  case SL_BASIS_JUDGEMENT:
    assert_non_null (cell->reason);
    break;
  case SL_BASIS_UNKNOWN:
    assert_true (cell->low == 0 && cell->mode == 50 && cell->high == 100);
    assert_int_equal (cell->evidence->len, 0);
    break;
  default:
    fail ();
  }
}

static void
check_alternatives (const GPtrArray *alternatives, SlKind kind)
{
  const GPtrArray *criteria = sl_catalogue_get_criteria (catalogue);

  for (guint i = 0; i < alternatives->len; i++) {
    const SlAlternative *alternative = alternatives->pdata[i];

    assert_int_equal (alternative->index, i);
    assert_int_equal (alternative->kind, kind);
    assert_ptr_equal (sl_catalogue_find_alternative (catalogue, alternative->id), alternative);
    for (guint j = 0; j < criteria->len; j++)
      check_cell (&alternative->cells[j], criteria->pdata[j]);
  }
}

static void
test_cells (void **state)
{
  check_alternatives (sl_catalogue_get_technologies (catalogue), SL_KIND_TECHNOLOGY);
  check_alternatives (sl_catalogue_get_patterns (catalogue), SL_KIND_PATTERN);
}

/* A cell that nobody decides is shown as unknown; the shipped catalogue has none where one is
 * needed. */
static void
test_knows_something (void **state)
{
  const GPtrArray *criteria = sl_catalogue_get_criteria (catalogue);
  const GPtrArray *pairings = sl_catalogue_get_pairings (catalogue);
  guint n_unknown = 0, n = 0;

  for (guint i = 0; i < pairings->len; i++) {
    const SlPairing *pairing = pairings->pdata[i];

    for (guint j = 0; j < criteria->len; j++) {
      const SlCriterion *criterion = criteria->pdata[j];
      gboolean unknown =
          (criterion->technology_share > 0 &&
           pairing->technology->cells[j].basis == SL_BASIS_UNKNOWN) ||
          (criterion->technology_share < 1 && pairing->pattern->cells[j].basis == SL_BASIS_UNKNOWN);

      n_unknown += unknown ? 1 : 0;
      n++;
    }
  }
  assert_true (n > 0);
  assert_int_equal (n_unknown, 0);
}

static void
test_criteria (void **state)
{
  const GPtrArray *criteria = sl_catalogue_get_criteria (catalogue);
  guint pillar = 0;

  for (guint i = 0; i < criteria->len; i++) {
    const SlCriterion *criterion = criteria->pdata[i];

    assert_int_equal (criterion->index, i);
    assert_true (criterion->pillar->index >= pillar);
    pillar = criterion->pillar->index;
    assert_ptr_equal (sl_catalogue_find_criterion (catalogue, criterion->id), criterion);
  }
}

static void
test_profiles_are_complete (void **state)
{
  const GPtrArray *profiles = sl_catalogue_get_profiles (catalogue);
  const GPtrArray *facts = sl_catalogue_get_facts (catalogue);

  for (guint i = 0; i < profiles->len; i++) {
    const SlProfile *profile = profiles->pdata[i];

    for (guint j = 0; j < facts->len; j++) {
      const SlFact *fact = facts->pdata[j];

      assert_true (profile->facts[j] >= fact->minimum && profile->facts[j] <= fact->maximum);
    }
    for (guint j = 0; j < sl_catalogue_get_criteria (catalogue)->len; j++)
      assert_true (profile->criterion_importance[j] >= 0 && profile->criterion_importance[j] <= 10);
  }
}

/* Every rule does something. */
static void
test_rules (void **state)
{
  const GPtrArray *rules = sl_catalogue_get_rules (catalogue);

  for (guint i = 0; i < rules->len; i++) {
    const SlRule *rule = rules->pdata[i];

    assert_int_equal (rule->index, i);
    assert_true (rule->excludes || rule->adjustments->len > 0 || rule->emphases->len > 0 ||
                 rule->advice != NULL || rule->companions->len > 0);
  }
}

static void
test_correlations (void **state)
{
  const GArray *correlations = sl_catalogue_get_correlations (catalogue);

  assert_true (correlations->len > 0);
  for (guint i = 0; i < correlations->len; i++) {
    const SlCorrelation *correlation = &g_array_index (correlations, SlCorrelation, i);

    assert_ptr_not_equal (correlation->first, correlation->second);
    assert_true (fabs (correlation->correlation) <= 1);
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_identity),
    cmocka_unit_test (test_same_as_the_folder),
    cmocka_unit_test (test_is_not_empty),
    cmocka_unit_test (test_cells),
    cmocka_unit_test (test_knows_something),
    cmocka_unit_test (test_criteria),
    cmocka_unit_test (test_profiles_are_complete),
    cmocka_unit_test (test_rules),
    cmocka_unit_test (test_correlations),
  };

  return cmocka_run_group_tests_name ("shipped", tests, set_up, tear_down);
}
