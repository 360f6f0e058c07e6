/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <math.h>
#include <string.h>

/* The classic form and the min-max form put different alternatives first on the same data
 * (Opricovic & Tzeng 2004), so which one is meant has to be said. */
static void
test_winner_depends_on_normalisation (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_new (3, 2);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  const double data[] = { 1, 3000, 2, 3750, 5, 4500 };

  memcpy (problem->performances, data, sizeof data);
  problem->scales[0].direction = SL_DIRECTION_MIN;
  problem->options.normalisation = SL_NORMALISATION_VECTOR;
  test_evaluate (problem, SL_METHOD_TOPSIS, evaluation);
  assert_int_equal (sl_evaluation_get_ranks (evaluation)[0], 1);
  problem->options.normalisation = SL_NORMALISATION_MINMAX;
  test_evaluate (problem, SL_METHOD_TOPSIS, evaluation);
  assert_int_equal (sl_evaluation_get_ranks (evaluation)[1], 1);
}

static void
test_ends_of_a_fixed_scale (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_new (3, 2);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  const double data[] = { 10, 0, 0, 20, 5, 10 };
  const double expected[] = { 100, 0, 50 };

  memcpy (problem->performances, data, sizeof data);
  problem->scales[0].worst = 0;
  problem->scales[0].best = 10;
  problem->scales[1].worst = 20;
  problem->scales[1].best = 0;
  test_evaluate (problem, SL_METHOD_TOPSIS, evaluation);
  assert_all_near (sl_evaluation_get_scores (evaluation), expected, 3, 0, "score");
}

static void
test_no_column_counts (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_new (3, 2);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();

  for (unsigned k = 0; k <= SL_NORMALISATION_NONE; k++) {
    double expected = k == SL_NORMALISATION_FIXED ? 50 : 0.5;

    problem->options.normalisation = (SlNormalisation) k;
    test_evaluate (problem, SL_METHOD_TOPSIS, evaluation);
    for (size_t i = 0; i < 3; i++) {
      assert_near (sl_evaluation_get_scores (evaluation)[i], expected, 0, "score", i);
      assert_int_equal (sl_evaluation_get_ranks (evaluation)[i], 1);
    }
  }
}

/* Small differences between large numbers: the distances must not be lost in the normalised
 * numbers' last digits. Moved to the origin, the column gives the same scores with min-max. */
static void
test_keeps_digits (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_random (11, 30, 1);
  g_autoptr (SlEvaluation) near = sl_evaluation_new ();
  g_autoptr (SlEvaluation) far = sl_evaluation_new ();

  for (size_t i = 0; i < 30; i++)
    problem->performances[i] = floor (problem->performances[i] * 1024) / 1024;
  problem->options.normalisation = SL_NORMALISATION_MINMAX;
  test_evaluate (problem, SL_METHOD_TOPSIS, near);
  for (size_t i = 0; i < 30; i++)
    problem->performances[i] += 1e9;
  problem->options.normalisation = SL_NORMALISATION_VECTOR;
  test_evaluate (problem, SL_METHOD_TOPSIS, far);
  assert_all_near (sl_evaluation_get_scores (far), sl_evaluation_get_scores (near), 30, 1e-12,
                   "score");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_winner_depends_on_normalisation),
    cmocka_unit_test (test_ends_of_a_fixed_scale),
    cmocka_unit_test (test_no_column_counts),
    cmocka_unit_test (test_keeps_digits),
  };

  return TEST_RUN ("topsis", tests, test_check_method_case, TRUE);
}
