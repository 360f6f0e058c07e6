/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <math.h>
#include <string.h>

/* What the methods promise for any problem: random ones, always the same. */

#define N_PROBLEMS 40

static void
assert_same_results (const SlEvaluation *actual, const SlEvaluation *expected, size_t n)
{
  assert_all_near (sl_evaluation_get_scores (actual), sl_evaluation_get_scores (expected), n, 1e-10,
                   "score");
  assert_same_ranks (sl_evaluation_get_ranks (actual), sl_evaluation_get_ranks (expected), n);
}

typedef void (*Property) (const TestProblem *problem, SlMethod method);

/* For each method and normalisation, on scales that are fixed and that are not. */
static void
for_all_problems (Property property)
{
  for (guint32 seed = 0; seed < N_PROBLEMS; seed++)
    for (unsigned method = 0; method < SL_N_METHODS; method++)
      for (unsigned k = 0; k <= SL_NORMALISATION_NONE; k++) {
        g_autoptr (TestProblem) problem = test_problem_random (seed, 2 + seed % 23, 1 + seed % 7);

        problem->options.normalisation = (SlNormalisation) k;
        if (seed % 2)
          test_problem_fix_scales (problem);
        property (problem, (SlMethod) method);
      }
}

static void
check_order_of_alternatives (const TestProblem *problem, SlMethod method)
{
  size_t n = problem->problem.n_alternatives;
  size_t m = problem->problem.n_criteria;
  g_autoptr (TestProblem) turned = test_problem_copy (problem);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  g_autoptr (SlEvaluation) other = sl_evaluation_new ();

  for (size_t i = 0; i < n; i++)
    memcpy (turned->performances + i * m, problem->performances + (n - 1 - i) * m,
            m * sizeof (double));
  test_evaluate (problem, method, evaluation);
  test_evaluate (turned, method, other);
  for (size_t i = 0; i < n; i++) {
    assert_near (
        sl_evaluation_get_scores (other)[n - 1 - i], sl_evaluation_get_scores (evaluation)[i],
        1e-12 * (problem->options.normalisation == SL_NORMALISATION_FIXED ? 100 : 10), "score", i);
    assert_int_equal (sl_evaluation_get_ranks (other)[n - 1 - i],
                      sl_evaluation_get_ranks (evaluation)[i]);
  }
}

static void
test_order_of_alternatives (void **state)
{
  for_all_problems (check_order_of_alternatives);
}

static void
check_order_of_criteria (const TestProblem *problem, SlMethod method)
{
  size_t n = problem->problem.n_alternatives;
  size_t m = problem->problem.n_criteria;
  g_autoptr (TestProblem) turned = test_problem_copy (problem);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  g_autoptr (SlEvaluation) other = sl_evaluation_new ();

  for (size_t j = 0; j < m; j++) {
    for (size_t i = 0; i < n; i++)
      turned->performances[i * m + j] = problem->performances[i * m + m - 1 - j];
    turned->weights[j] = problem->weights[m - 1 - j];
    turned->scales[j] = problem->scales[m - 1 - j];
  }
  test_evaluate (problem, method, evaluation);
  test_evaluate (turned, method, other);
  assert_same_results (other, evaluation, n);
}

static void
test_order_of_criteria (void **state)
{
  for_all_problems (check_order_of_criteria);
}

static void
check_scale_of_weights (const TestProblem *problem, SlMethod method)
{
  g_autoptr (TestProblem) scaled = test_problem_copy (problem);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  g_autoptr (SlEvaluation) other = sl_evaluation_new ();

  for (size_t j = 0; j < problem->problem.n_criteria; j++)
    scaled->weights[j] *= 1234.5;
  test_evaluate (problem, method, evaluation);
  test_evaluate (scaled, method, other);
  assert_same_results (other, evaluation, problem->problem.n_alternatives);
}

static void
test_scale_of_weights (void **state)
{
  for_all_problems (check_scale_of_weights);
}

static gboolean
promises_free_origin (SlMethod method, SlNormalisation normalisation)
{
  return method == SL_METHOD_PROMETHEE || normalisation == SL_NORMALISATION_FIXED ||
         normalisation == SL_NORMALISATION_MINMAX;
}

static gboolean
promises_free_unit (SlMethod method, SlNormalisation normalisation)
{
  return promises_free_origin (method, normalisation) || normalisation != SL_NORMALISATION_NONE;
}

/* Another unit and, where promised, another origin: degrees Fahrenheit for degrees Celsius. */
static void
check_affine_change (const TestProblem *problem, SlMethod method)
{
  SlNormalisation normalisation = problem->options.normalisation;
  size_t n = problem->problem.n_alternatives;
  size_t m = problem->problem.n_criteria;
  double unit = promises_free_unit (method, normalisation) ? 1.8 : 1;
  double origin = promises_free_origin (method, normalisation) ? 32 : 0;
  g_autoptr (TestProblem) changed = test_problem_copy (problem);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  g_autoptr (SlEvaluation) other = sl_evaluation_new ();

  for (size_t i = 0; i < n; i++)
    changed->performances[i * m] = origin + unit * problem->performances[i * m];
  changed->scales[0].worst = origin + unit * problem->scales[0].worst;
  changed->scales[0].best = origin + unit * problem->scales[0].best;
  changed->scales[0].q *= unit;
  changed->scales[0].p *= unit;
  changed->scales[0].s *= unit;
  test_evaluate (problem, method, evaluation);
  test_evaluate (changed, method, other);
  assert_same_results (other, evaluation, n);
}

static void
test_affine_change (void **state)
{
  for_all_problems (check_affine_change);
}

/* To improve on one criterion never lowers one's own place, and on scales that do not move never
 * one's score. */
static void
check_monotonicity (const TestProblem *problem, SlMethod method)
{
  size_t m = problem->problem.n_criteria;
  gboolean fixed = problem->options.normalisation == SL_NORMALISATION_FIXED &&
                   !isnan (problem->scales[0].worst) && method != SL_METHOD_VIKOR;
  g_autoptr (SlEvaluation) before = sl_evaluation_new ();
  g_autoptr (SlEvaluation) after = sl_evaluation_new ();

  test_evaluate (problem, method, before);
  for (size_t j = 0; j < m; j++) {
    g_autoptr (TestProblem) better = test_problem_copy (problem);
    double sign = problem->scales[j].direction == SL_DIRECTION_MIN ? -1 : 1;

    better->performances[m + j] += sign * 0.5;
    test_evaluate (better, method, after);
    if (fixed || method == SL_METHOD_PROMETHEE)
      assert_true (sl_evaluation_get_scores (after)[1] >=
                   sl_evaluation_get_scores (before)[1] - 1e-12);
    if (fixed)
      assert_true (sl_evaluation_get_ranks (after)[1] <= sl_evaluation_get_ranks (before)[1]);
  }
}

static void
test_monotonicity (void **state)
{
  for_all_problems (check_monotonicity);
}

/* Twins have the same score to the last bit, and the next rank is left out. */
static void
check_ties (const TestProblem *problem, SlMethod method)
{
  size_t n = problem->problem.n_alternatives;
  size_t m = problem->problem.n_criteria;
  g_autoptr (TestProblem) twins = test_problem_copy (problem);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  const unsigned *ranks;
  unsigned rank;

  memcpy (twins->performances, twins->performances + (n - 1) * m, m * sizeof (double));
  test_evaluate (twins, method, evaluation);
  assert_near (sl_evaluation_get_scores (evaluation)[0],
               sl_evaluation_get_scores (evaluation)[n - 1], 0, "score", 0);
  ranks = sl_evaluation_get_ranks (evaluation);
  rank = ranks[0];
  assert_int_equal (ranks[n - 1], rank);
  for (size_t i = 0; i < n; i++)
    assert_int_not_equal (ranks[i], rank + 1);
}

static void
test_ties (void **state)
{
  for_all_problems (check_ties);
}

/* A number in every cell for every degenerate column, and the same rank for all if all are equal.
 */
static void
check_degenerate (const TestProblem *problem, SlMethod method)
{
  size_t n = problem->problem.n_alternatives;
  size_t m = problem->problem.n_criteria;
  g_autoptr (TestProblem) constant = test_problem_copy (problem);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();

  for (size_t i = 0; i < n; i++)
    for (size_t j = 0; j < m; j++)
      constant->performances[i * m + j] = j % 2 ? 5 : 0;
  constant->weights[0] = m > 1 ? 0 : 1;
  if (method == SL_METHOD_GEOMETRIC && problem->options.normalisation == SL_NORMALISATION_NONE)
    return;
  test_evaluate (constant, method, evaluation);
  for (size_t i = 0; i < n; i++) {
    assert_true (isfinite (sl_evaluation_get_scores (evaluation)[i]));
    assert_int_equal (sl_evaluation_get_ranks (evaluation)[i], 1);
  }
  constant->problem.n_alternatives = 1;
  test_evaluate (constant, method, evaluation);
  assert_true (isfinite (sl_evaluation_get_scores (evaluation)[0]));
}

static void
test_degenerate (void **state)
{
  for_all_problems (check_degenerate);
}

/* As large and as small as numbers may be, without normalisation to bring them together. The order
 * is that of the same numbers in their middle. */
static void
test_extreme_units (void **state)
{
  const double units[] = { 1e-299, 1e-160, 1e160, 1e299 };

  for (size_t k = 0; k < G_N_ELEMENTS (units); k++)
    for (unsigned method = 0; method < SL_N_METHODS; method++)
      for (unsigned normalisation = 0; normalisation <= SL_NORMALISATION_NONE; normalisation++) {
        g_autoptr (TestProblem) problem = test_problem_random (6, 12, 4);
        g_autoptr (TestProblem) scaled = NULL;
        g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
        g_autoptr (SlEvaluation) other = sl_evaluation_new ();

        for (size_t j = 0; j < 4; j++)
          problem->scales[j].preference = SL_PREFERENCE_USUAL;
        problem->options.normalisation = (SlNormalisation) normalisation;
        scaled = test_problem_copy (problem);
        for (size_t i = 0; i < 12 * 4; i++)
          scaled->performances[i] *= 0.1 * units[k];
        test_evaluate (problem, (SlMethod) method, evaluation);
        test_evaluate (scaled, (SlMethod) method, other);
        assert_same_ranks (sl_evaluation_get_ranks (other), sl_evaluation_get_ranks (evaluation),
                           12);
      }
}

/* A criterion without weight might as well not be there. */
static void
check_zero_weight (const TestProblem *problem, SlMethod method)
{
  size_t n = problem->problem.n_alternatives;
  size_t m = problem->problem.n_criteria;
  g_autoptr (TestProblem) zero = test_problem_copy (problem);
  g_autoptr (TestProblem) changed = test_problem_copy (problem);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  g_autoptr (SlEvaluation) other = sl_evaluation_new ();

  if (m == 1)
    return;
  zero->weights[1] = changed->weights[1] = 0;
  for (size_t i = 0; i < n; i++)
    changed->performances[i * m + 1] = (double) (i + 1);
  test_evaluate (zero, method, evaluation);
  test_evaluate (changed, method, other);
  assert_same_results (other, evaluation, n);
}

static void
test_zero_weight (void **state)
{
  for_all_problems (check_zero_weight);
}

/* On fixed scales the first three methods give the others the same score to the last bit, whoever
 * leaves, so a loser cannot reorder them. */
static void
test_no_reversal_on_fixed_scales (void **state)
{
  for (guint32 seed = 0; seed < N_PROBLEMS; seed++)
    for (unsigned method = SL_METHOD_ADDITIVE; method <= SL_METHOD_TOPSIS; method++) {
      size_t n = 5 + seed % 20;
      g_autoptr (TestProblem) problem = test_problem_random (seed, n, 4);
      g_autoptr (SlEvaluation) before = sl_evaluation_new ();
      g_autoptr (SlEvaluation) after = sl_evaluation_new ();

      test_problem_fix_scales (problem);
      test_evaluate (problem, (SlMethod) method, before);
      for (size_t gone = 0; gone < n; gone++) {
        g_autoptr (TestProblem) rest = test_problem_without_row (problem, gone);
        unsigned lost = sl_evaluation_get_ranks (before)[gone];

        test_evaluate (rest, (SlMethod) method, after);
        for (size_t i = 0; i < n - 1; i++) {
          size_t was = i < gone ? i : i + 1;
          unsigned rank = sl_evaluation_get_ranks (before)[was];

          assert_near (sl_evaluation_get_scores (after)[i], sl_evaluation_get_scores (before)[was],
                       0, "score", was);
          assert_int_equal (sl_evaluation_get_ranks (after)[i], rank > lost ? rank - 1 : rank);
        }
      }
    }
}

/* Published: with relative scales the leaving of a loser does reorder the rest. */
static void
check_case (void **state)
{
  JsonObject *object = *state;
  g_autoptr (TestProblem) problem = test_problem_from_case (object);
  size_t n = problem->problem.n_alternatives;
  g_autoptr (TestProblem) rest = test_problem_without_row (problem, n - 1);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  SlMethod method;

  assert_true (sl_method_from_id (json_object_get_string_member (object, "method"), &method, NULL));
  test_evaluate (problem, method, evaluation);
  assert_expected (object, "scores_before", sl_evaluation_get_scores (evaluation), n);
  assert_expected_ranks (object, "ranks_before", sl_evaluation_get_ranks (evaluation));
  test_evaluate (rest, method, evaluation);
  assert_expected (object, "scores_after", sl_evaluation_get_scores (evaluation), n - 1);
  assert_expected_ranks (object, "ranks_after", sl_evaluation_get_ranks (evaluation));
}

/* A slider evaluates the same problem again and again: same bits, whatever was evaluated between.
 */
static void
test_again (void **state)
{
  g_autoptr (TestProblem) small = test_problem_random (1, 7, 3);
  g_autoptr (TestProblem) large = test_problem_random (2, 60, 9);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();

  for (unsigned method = 0; method < SL_N_METHODS; method++) {
    double scores[7];

    test_evaluate (small, (SlMethod) method, evaluation);
    memcpy (scores, sl_evaluation_get_scores (evaluation), sizeof scores);
    for (unsigned between = 0; between < SL_N_METHODS; between++) {
      test_evaluate (large, (SlMethod) between, evaluation);
      test_evaluate (small, (SlMethod) method, evaluation);
      assert_all_near (sl_evaluation_get_scores (evaluation), scores, 7, 0, "score");
    }
  }
}

static void
test_results_belong_to_their_method (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_random (3, 5, 2);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();

  assert_null (sl_evaluation_get_scores (evaluation));
  assert_null (sl_evaluation_get_ranks (evaluation));
  for (unsigned method = 0; method < SL_N_METHODS; method++) {
    gboolean vikor = method == SL_METHOD_VIKOR;
    gboolean promethee = method == SL_METHOD_PROMETHEE;

    test_evaluate (problem, (SlMethod) method, evaluation);
    assert_int_equal (sl_evaluation_get_s (evaluation) != NULL, vikor);
    assert_int_equal (sl_evaluation_get_r (evaluation) != NULL, vikor);
    assert_int_equal (sl_evaluation_get_q (evaluation) != NULL, vikor);
    assert_int_equal (sl_evaluation_get_compromise (evaluation) != NULL, vikor);
    assert_int_equal (sl_evaluation_get_phi_plus (evaluation) != NULL, promethee);
    assert_int_equal (sl_evaluation_get_phi_minus (evaluation) != NULL, promethee);
  }
}

static void
test_defaults (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_random (4, 9, 3);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  g_autoptr (SlEvaluation) other = sl_evaluation_new ();

  for (size_t j = 0; j < 3; j++) {
    problem->weights[j] = 7;
    problem->scales[j] = SL_SCALE_DEFAULT;
  }
  for (unsigned method = 0; method < SL_N_METHODS; method++) {
    problem->problem.weights = problem->weights;
    problem->problem.scales = problem->scales;
    test_evaluate (problem, (SlMethod) method, evaluation);
    problem->problem.weights = NULL;
    problem->problem.scales = NULL;
    test_evaluate (problem, (SlMethod) method, other);
    assert_same_results (other, evaluation, 9);
  }
}

/* 50 and 50.00000005 are a tie on a scale of 100, 50.0000005 is not. */
static void
test_tie_tolerance (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_new (3, 1);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  const double data[] = { 50, 50 + 5e-8, 50 + 5e-7 };
  const unsigned expected[] = { 2, 2, 1 };

  memcpy (problem->performances, data, sizeof data);
  problem->scales[0].worst = 0;
  problem->scales[0].best = 100;
  test_evaluate (problem, SL_METHOD_ADDITIVE, evaluation);
  assert_same_ranks (sl_evaluation_get_ranks (evaluation), expected, 3);
}

/* The same sum by another way is a tie, however little the scores span. */
static void
test_rounding_is_a_tie (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_new (2, 3);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  const double data[] = { 0.1, 0.2, 0.3, 0.3, 0.2, 0.1 };

  memcpy (problem->performances, data, sizeof data);
  problem->options.normalisation = SL_NORMALISATION_NONE;
  test_evaluate (problem, SL_METHOD_ADDITIVE, evaluation);
  assert_int_equal (sl_evaluation_get_ranks (evaluation)[0], 1);
  assert_int_equal (sl_evaluation_get_ranks (evaluation)[1], 1);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_order_of_alternatives),
    cmocka_unit_test (test_order_of_criteria),
    cmocka_unit_test (test_scale_of_weights),
    cmocka_unit_test (test_affine_change),
    cmocka_unit_test (test_monotonicity),
    cmocka_unit_test (test_ties),
    cmocka_unit_test (test_degenerate),
    cmocka_unit_test (test_extreme_units),
    cmocka_unit_test (test_zero_weight),
    cmocka_unit_test (test_no_reversal_on_fixed_scales),
    cmocka_unit_test (test_again),
    cmocka_unit_test (test_results_belong_to_their_method),
    cmocka_unit_test (test_defaults),
    cmocka_unit_test (test_tie_tolerance),
    cmocka_unit_test (test_rounding_is_a_tie),
  };

  return TEST_RUN ("reversal", tests, check_case, FALSE);
}
