/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Importances that are not set slider by slider: from an order, from judgements in pairs, and from
 * a profile to begin with. */

#include "fixture.h"

static double
share_of_pillar (SlDecision *decision, guint i)
{
  const double *importances = sl_decision_get_requirements (decision)->pillar_importance;
  guint n = sl_catalogue_get_pillars (sl_decision_get_catalogue (decision))->len;
  double sum = 0;

  for (guint j = 0; j < n; j++)
    sum += importances[j];

  return importances[i] / sum;
}

static void
test_order (void **state)
{
  g_autoptr (SlCatalogue) catalogue = fixture_shipped ();
  g_autoptr (SlDecision) decision = sl_decision_new (catalogue);
  guint n = sl_catalogue_get_pillars (catalogue)->len;
  g_autofree guint *order = g_new (guint, n);
  double tail = 0;

  /* The last comes first. */
  for (guint i = 0; i < n; i++)
    order[i] = n - i;
  sl_decision_set_order (decision, NULL, order);

  /* The weight of place k is the mean of 1/i over i = k..n, as zeros before it; from the last. */
  for (guint i = 0; i < n; i++) {
    tail += 1.0 / (n - i);
    assert_float_equal (share_of_pillar (decision, i), tail / n, 1e-12);
  }
  assert_float_equal (sl_decision_get_requirements (decision)->pillar_importance[n - 1], 10, 1e-12);
  assert_string_equal (sl_decision_get_undo_label (decision), "Order of Importance");
  sl_decision_undo (decision);
  assert_false (sl_decision_get_can_undo (decision));
}

static void
test_order_of_criteria (void **state)
{
  g_autoptr (SlCatalogue) catalogue = fixture_shipped ();
  g_autoptr (SlDecision) decision = sl_decision_new (catalogue);
  g_autoptr (SlRequirements) before = sl_requirements_ref (sl_decision_get_requirements (decision));
  const SlPillar *pillar = g_ptr_array_index (sl_catalogue_get_pillars (catalogue), 0);
  const SlPillar *other = g_ptr_array_index (sl_catalogue_get_pillars (catalogue), 1);
  g_autofree guint *order = g_new (guint, pillar->criteria->len);
  const SlCriterion *criterion;

  /* All tied: all the same, and nobody else's changes. */
  for (guint i = 0; i < pillar->criteria->len; i++)
    order[i] = 1;
  sl_decision_set_order (decision, pillar, order);
  for (guint i = 0; i < pillar->criteria->len; i++) {
    criterion = g_ptr_array_index (pillar->criteria, i);
    assert_near (sl_decision_get_requirements (decision)->criterion_importance[criterion->index],
                 10);
  }
  criterion = g_ptr_array_index (other->criteria, 0);
  assert_near (sl_decision_get_requirements (decision)->criterion_importance[criterion->index],
               before->criterion_importance[criterion->index]);
  assert_near (sl_decision_get_requirements (decision)->pillar_importance[0],
               before->pillar_importance[0]);
}

static void
test_weights (void **state)
{
  g_autoptr (SlCatalogue) catalogue = fixture_shipped ();
  g_autoptr (SlDecision) decision = sl_decision_new (catalogue);
  guint n = sl_catalogue_get_pillars (catalogue)->len;
  g_autofree double *weights = g_new0 (double, n);

  weights[0] = 0.25;
  weights[2] = 0.75;
  sl_decision_set_weights (decision, NULL, weights);
  assert_near (sl_decision_get_requirements (decision)->pillar_importance[2], 10);
  assert_near (share_of_pillar (decision, 0), 0.25);
  assert_near (share_of_pillar (decision, 1), 0);
  assert_true (sl_decision_get_can_undo (decision));
}

/* Saaty's scale: 3 and 5 times, and a matrix that goes round in a circle. The figures are those of
 * a power iteration outside the program. */
static void
test_judgements (void **state)
{
  const double equal[] = { 5, 5, 5 };
  g_autoptr (SlJudgements) judgements = sl_judgements_new (equal, 3);

  assert_near (judgements->consistency.cr, 0);
  assert_near (judgements->weights[1], 1.0 / 3);

  sl_judgements_judge (judgements, 0, 1, 3);
  sl_judgements_judge (judgements, 2, 0, 1.0 / 5);
  sl_judgements_judge (judgements, 1, 2, 3);
  assert_float_equal (judgements->ratios[2], 5, 1e-12);
  assert_float_equal (judgements->weights[0], 0.6369855717, 1e-8);
  assert_float_equal (judgements->weights[1], 0.2582849943, 1e-8);
  assert_float_equal (judgements->weights[2], 0.1047294338, 1e-8);
  assert_float_equal (judgements->consistency.cr, 0.0331992159, 1e-8);

  sl_judgements_judge (judgements, 0, 2, 1.0 / 3);
  assert_float_equal (judgements->consistency.cr, 1.1494252873, 1e-8);
  /* Nobody says more than nine times. */
  sl_judgements_judge (judgements, 0, 2, 20);
  assert_near (judgements->ratios[2], 9);
  assert_near (judgements->ratios[6], 1.0 / 9);
}

static void
test_judgements_begin_as_the_sliders (void **state)
{
  const double importances[] = { 8, 4, 0, 0 };
  g_autoptr (SlJudgements) judgements = sl_judgements_new (importances, 4);

  assert_near (judgements->ratios[1], 2);
  assert_near (judgements->ratios[4], 0.5);
  assert_near (judgements->ratios[2], 9);
  assert_near (judgements->ratios[11], 1);
}

static void
test_steps (void **state)
{
  assert_near (sl_judgements_nearest_step (1), 1);
  assert_near (sl_judgements_nearest_step (3), 3);
  /* The borders are geometric means: 1.414 and 2.449. */
  assert_near (sl_judgements_nearest_step (1.41), 1);
  assert_near (sl_judgements_nearest_step (1.42), 2);
  assert_near (sl_judgements_nearest_step (2.44), 2);
  assert_near (sl_judgements_nearest_step (2.46), 3);
  assert_near (sl_judgements_nearest_step (1 / 2.46), 1.0 / 3);
  assert_near (sl_judgements_nearest_step (1000), 9);
  assert_near (sl_judgements_nearest_step (0.001), 1.0 / 9);
}

static void
test_begin_with_a_profile (void **state)
{
  g_autoptr (SlCatalogue) catalogue = fixture_shipped ();
  const SlProfile *profile = fixture_profile (catalogue, "ai-saas");
  g_autoptr (SlDecision) decision =
      sl_decision_new_for_profile (catalogue, profile, SL_METHOD_ADDITIVE, 10000);
  g_autoptr (SlDecision) more =
      sl_decision_new_for_profile (catalogue, profile, SL_METHOD_ADDITIVE, 2500);
  g_autoptr (SlDecision) other = sl_decision_new (catalogue);
  g_autoptr (SlRequirements) preview = sl_decision_preview_profile (other, profile);

  assert_ptr_equal (sl_decision_get_profile (decision), profile);
  assert_false (sl_decision_get_modified (decision));
  assert_false (sl_decision_get_can_undo (decision));
  assert_true (sl_requirements_equal (sl_decision_get_requirements (decision), preview));
  assert_false (sl_requirements_equal (sl_decision_get_requirements (other), preview));

  sl_decision_apply_profile (other, profile);
  assert_true (sl_requirements_equal (sl_decision_get_requirements (other), preview));

  assert_int_equal (sl_decision_get_requirements (more)->robustness.samples, 2500);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_order),
    cmocka_unit_test (test_order_of_criteria),
    cmocka_unit_test (test_weights),
    cmocka_unit_test (test_judgements),
    cmocka_unit_test (test_judgements_begin_as_the_sliders),
    cmocka_unit_test (test_steps),
    cmocka_unit_test (test_begin_with_a_profile),
  };

  return cmocka_run_group_tests_name ("weighing", tests, NULL, NULL);
}
