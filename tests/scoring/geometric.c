/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <math.h>
#include <string.h>

/* The worst of a scale counts as a hundredth of it, so that it can be bad but not fatal. */
static void
test_floor (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_new (3, 2);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  const double data[] = { 0, 100, 0, 0, 100, 100 };
  const double expected[] = { 10, 1, 100 };
  const double unit[] = { 0.1, 0.01, 1 };

  memcpy (problem->performances, data, sizeof data);
  for (size_t j = 0; j < 2; j++) {
    problem->scales[j].worst = 0;
    problem->scales[j].best = 100;
  }
  test_evaluate (problem, SL_METHOD_GEOMETRIC, evaluation);
  assert_all_near (sl_evaluation_get_scores (evaluation), expected, 3, 1e-13, "score");
  problem->options.normalisation = SL_NORMALISATION_MINMAX;
  test_evaluate (problem, SL_METHOD_GEOMETRIC, evaluation);
  assert_all_near (sl_evaluation_get_scores (evaluation), unit, 3, 1e-15, "score");
}

/* Where no zero is made, none is taken away: it annihilates, unless its weight is zero. */
static void
test_zero_in_the_data (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_new (2, 2);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  const double data[] = { 0, 4, 9, 4 };
  const double annihilated[] = { 0, 6 };
  const double ignored[] = { 4, 4 };

  memcpy (problem->performances, data, sizeof data);
  problem->options.normalisation = SL_NORMALISATION_NONE;
  test_evaluate (problem, SL_METHOD_GEOMETRIC, evaluation);
  assert_all_near (sl_evaluation_get_scores (evaluation), annihilated, 2, 1e-14, "score");
  problem->weights[0] = 0;
  test_evaluate (problem, SL_METHOD_GEOMETRIC, evaluation);
  assert_all_near (sl_evaluation_get_scores (evaluation), ignored, 2, 1e-14, "score");
}

/* Bridgman 1922: with raw numbers, units do not matter. */
static void
test_units_do_not_matter (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_random (21, 25, 6);
  g_autoptr (TestProblem) scaled = test_problem_copy (problem);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  g_autoptr (SlEvaluation) other = sl_evaluation_new ();

  for (size_t i = 0; i < 25 * 6; i++)
    scaled->performances[i] *= pow (10, (double) (i % 6) - 3);
  problem->options.normalisation = scaled->options.normalisation = SL_NORMALISATION_NONE;
  test_evaluate (problem, SL_METHOD_GEOMETRIC, evaluation);
  test_evaluate (scaled, SL_METHOD_GEOMETRIC, other);
  assert_same_ranks (sl_evaluation_get_ranks (other), sl_evaluation_get_ranks (evaluation), 25);
}

static void
test_refuses_negative_numbers (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_new (2, 2);

  problem->options.method = SL_METHOD_GEOMETRIC;
  problem->options.normalisation = SL_NORMALISATION_NONE;
  problem->performances[3] = -1;
  test_evaluate_fails (problem, SL_SCORING_ERROR_NUMBER, "row 2, column 2");
  problem->options.normalisation = SL_NORMALISATION_VECTOR;
  test_evaluate_fails (problem, SL_SCORING_ERROR_NUMBER, "row 2, column 2");
  problem->options.normalisation = SL_NORMALISATION_NONE;
  problem->performances[3] = 0;
  problem->scales[0].direction = SL_DIRECTION_MIN;
  test_evaluate_fails (problem, SL_SCORING_ERROR_NUMBER, "row 1, column 1");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_floor),
    cmocka_unit_test (test_zero_in_the_data),
    cmocka_unit_test (test_units_do_not_matter),
    cmocka_unit_test (test_refuses_negative_numbers),
  };

  return TEST_RUN ("geometric", tests, test_check_method_case, TRUE);
}
