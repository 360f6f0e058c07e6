/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <math.h>
#include <string.h>

static void
test_contributions (void **state)
{
  const double values[] = { 100, 0, 50, 20, 40, 60 };
  const double weights[] = { 0.5, 0.25, 0.25 };
  const double expected[] = { 50, 0, 12.5, 10, 10, 15 };
  const double sums[] = { 62.5, 35 };
  double scores[2];
  double contributions[6];

  sl_additive_evaluate (values, weights, 2, 3, scores, contributions);
  assert_all_near (contributions, expected, 6, 0, "contribution");
  assert_all_near (scores, sums, 2, 0, "score");
}

/* Rows are summed side by side, but each as if it were alone. */
static void
test_any_number_of_rows (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_random (7, 23, 9);

  for (size_t n = 0; n <= 23; n++) {
    double scores[23];

    sl_additive_evaluate (problem->performances, problem->weights, n, 9, scores, NULL);
    for (size_t i = 0; i < n; i++) {
      double sum = 0;

      for (size_t j = 0; j < 9; j++)
        sum += problem->weights[j] * problem->performances[i * 9 + j];
      assert_near (scores[i], sum, 0, "score", i);
    }
  }
}

static void
test_values_and_scores_agree (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_random (8, 18, 5);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  double values[18 * 5];
  double weights[5];
  double scores[18];

  test_problem_fix_scales (problem);
  assert_true (sl_normalise (&problem->problem, SL_NORMALISATION_FIXED, values, NULL));
  sl_weights_normalise (problem->weights, 5, weights);
  sl_additive_evaluate (values, weights, 18, 5, scores, NULL);
  test_evaluate (problem, SL_METHOD_ADDITIVE, evaluation);
  assert_all_near (scores, sl_evaluation_get_scores (evaluation), 18, 1e-12, "score");
}

/* A spread of one per cent is not as good as one of five hundred, unless min-max makes it so. */
static void
test_small_spread_stays_small (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_new (2, 2);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  const double data[] = { 100, 20, 99, 100 };
  const double expected[] = { 60, 99.5 };

  memcpy (problem->performances, data, sizeof data);
  problem->options.normalisation = SL_NORMALISATION_MINMAX;
  test_evaluate (problem, SL_METHOD_ADDITIVE, evaluation);
  assert_int_equal (sl_evaluation_get_ranks (evaluation)[0], 1);
  assert_int_equal (sl_evaluation_get_ranks (evaluation)[1], 1);

  problem->options.normalisation = SL_NORMALISATION_FIXED;
  problem->scales[0].worst = problem->scales[1].worst = 0;
  problem->scales[0].best = problem->scales[1].best = 100;
  test_evaluate (problem, SL_METHOD_ADDITIVE, evaluation);
  assert_all_near (sl_evaluation_get_scores (evaluation), expected, 2, 1e-12, "score");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_contributions),
    cmocka_unit_test (test_any_number_of_rows),
    cmocka_unit_test (test_values_and_scores_agree),
    cmocka_unit_test (test_small_spread_stays_small),
  };

  return TEST_RUN ("additive", tests, test_check_method_case, TRUE);
}
