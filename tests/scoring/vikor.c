/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <math.h>
#include <string.h>

static SlEvaluation *
evaluate (const double *data, size_t n, size_t m)
{
  g_autoptr (TestProblem) problem = test_problem_new (n, m);
  SlEvaluation *evaluation = sl_evaluation_new ();

  memcpy (problem->performances, data, n * m * sizeof *data);
  test_evaluate (problem, SL_METHOD_VIKOR, evaluation);
  return evaluation;
}

static void
assert_compromise (const SlEvaluation *evaluation, const gboolean *expected, size_t n)
{
  for (size_t i = 0; i < n; i++)
    assert_int_equal (sl_evaluation_get_compromise (evaluation)[i], expected[i]);
}

/* A criterion that is equal for all is left out, the same as if it were not there. */
static void
test_equal_column (void **state)
{
  g_autoptr (TestProblem) with = test_problem_random (5, 12, 4);
  g_autoptr (TestProblem) without = test_problem_new (12, 3);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  g_autoptr (SlEvaluation) other = sl_evaluation_new ();

  for (size_t i = 0; i < 12; i++) {
    memcpy (without->performances + i * 3, with->performances + i * 4, 3 * sizeof (double));
    with->performances[i * 4 + 3] = 7;
  }
  memcpy (without->weights, with->weights, 3 * sizeof (double));
  memcpy (without->scales, with->scales, 3 * sizeof (SlScale));
  test_evaluate (with, SL_METHOD_VIKOR, evaluation);
  test_evaluate (without, SL_METHOD_VIKOR, other);
  assert_all_near (sl_evaluation_get_q (evaluation), sl_evaluation_get_q (other), 12, 1e-12, "Q");
  assert_same_ranks (sl_evaluation_get_ranks (evaluation), sl_evaluation_get_ranks (other), 12);
}

static void
test_all_equal (void **state)
{
  const double data[] = { 3, 4, 3, 4, 3, 4 };
  g_autoptr (SlEvaluation) evaluation = evaluate (data, 3, 2);

  for (size_t i = 0; i < 3; i++) {
    assert_near (sl_evaluation_get_q (evaluation)[i], 0, 0, "Q", i);
    assert_int_equal (sl_evaluation_get_ranks (evaluation)[i], 1);
    assert_true (sl_evaluation_get_compromise (evaluation)[i]);
  }
  assert_false (sl_evaluation_has_acceptable_advantage (evaluation));
  assert_true (sl_evaluation_has_acceptable_stability (evaluation));
}

static void
test_alone (void **state)
{
  const double data[] = { 3, 4 };
  g_autoptr (SlEvaluation) evaluation = evaluate (data, 1, 2);

  assert_near (sl_evaluation_get_q (evaluation)[0], 0, 0, "Q", 0);
  assert_true (sl_evaluation_get_compromise (evaluation)[0]);
  assert_true (sl_evaluation_has_acceptable_advantage (evaluation));
  assert_true (sl_evaluation_has_acceptable_stability (evaluation));
}

/* S is 1/2 for both, by different sums. Their difference is rounding and must not decide. */
static void
test_rounding_is_no_regret (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_new (2, 6);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  const double weights[] = { 0.1, 0.1, 0.4, 0.1, 0.4, 0.1 };

  memcpy (problem->weights, weights, sizeof weights);
  for (size_t j = 0; j < 6; j++)
    problem->performances[j < 3 ? j : 6 + j] = 1;
  test_evaluate (problem, SL_METHOD_VIKOR, evaluation);
  assert_near (sl_evaluation_get_q (evaluation)[0], 0, 0, "Q", 0);
  assert_near (sl_evaluation_get_q (evaluation)[1], 0, 0, "Q", 1);
}

/* Exactly DQ = 1/2 behind is far enough. */
static void
test_exact_advantage (void **state)
{
  const double data[] = { 10, 10, 5, 5, 0, 0 };
  const gboolean expected[] = { TRUE, FALSE, FALSE };
  g_autoptr (SlEvaluation) evaluation = evaluate (data, 3, 2);

  assert_true (sl_evaluation_has_acceptable_advantage (evaluation));
  assert_compromise (evaluation, expected, 3);
}

/* Two exact firsts far ahead of the rest are one first. */
static void
test_tied_firsts_count_as_one (void **state)
{
  const double data[] = { 10, 9, 10, 9, 0, 0, 1, 0 };
  const gboolean expected[] = { TRUE, TRUE, FALSE, FALSE };
  g_autoptr (SlEvaluation) evaluation = evaluate (data, 4, 2);

  assert_true (sl_evaluation_has_acceptable_advantage (evaluation));
  assert_true (sl_evaluation_has_acceptable_stability (evaluation));
  assert_compromise (evaluation, expected, 4);
}

static void
test_low_scores_rank_first (void **state)
{
  const double data[] = { 1, 1, 9, 9, 5, 6 };
  const unsigned expected[] = { 3, 1, 2 };
  g_autoptr (SlEvaluation) evaluation = evaluate (data, 3, 2);

  assert_true (sl_method_prefers_low_scores (SL_METHOD_VIKOR));
  assert_ptr_equal (sl_evaluation_get_q (evaluation), sl_evaluation_get_scores (evaluation));
  assert_same_ranks (sl_evaluation_get_ranks (evaluation), expected, 3);
}

static void
test_refuses_v (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_new (2, 2);
  const double bad[] = { -0.01, 1.01, NAN };

  problem->options.method = SL_METHOD_VIKOR;
  for (size_t k = 0; k < 3; k++) {
    problem->options.v = bad[k];
    test_evaluate_fails (problem, SL_SCORING_ERROR_OPTION, "v:");
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_equal_column),
    cmocka_unit_test (test_all_equal),
    cmocka_unit_test (test_alone),
    cmocka_unit_test (test_rounding_is_no_regret),
    cmocka_unit_test (test_exact_advantage),
    cmocka_unit_test (test_tied_firsts_count_as_one),
    cmocka_unit_test (test_low_scores_rank_first),
    cmocka_unit_test (test_refuses_v),
  };

  return TEST_RUN ("vikor", tests, test_check_method_case, TRUE);
}
