/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <math.h>
#include <string.h>

/* All pairs, from the definition. */
static double
count_pairs (const unsigned *a, const unsigned *b, size_t n)
{
  double concordance = 0;
  double in_a = 0;
  double in_b = 0;

  for (size_t i = 0; i < n; i++)
    for (size_t k = i + 1; k < n; k++) {
      int order_a = (a[i] > a[k]) - (a[i] < a[k]);
      int order_b = (b[i] > b[k]) - (b[i] < b[k]);

      concordance += order_a * order_b;
      in_a += order_a != 0;
      in_b += order_b != 0;
    }
  return concordance / sqrt (in_a * in_b);
}

/* The example of scipy.stats.kendalltau: x 12 2 1 12 2, y 1 4 7 1 0. */
static void
test_published_tau (void **state)
{
  const unsigned x[] = { 4, 2, 1, 4, 2 };
  const unsigned y[] = { 2, 4, 5, 2, 1 };

  assert_near (sl_kendall_tau_b (x, y, 5), -0.4714045207910316, 1e-15, "tau", 0);
}

static void
test_tau_by_pairs (void **state)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (17);

  for (size_t n = 2; n < 80; n++) {
    unsigned a[80];
    unsigned b[80];

    for (size_t i = 0; i < n; i++) {
      a[i] = (unsigned) g_rand_int_range (random, 1, (gint32) n);
      b[i] = (unsigned) g_rand_int_range (random, 1, 10);
    }
    a[0] = 100;
    b[0] = 100;
    a[1] = b[1] = 1;
    assert_near (sl_kendall_tau_b (a, b, n), count_pairs (a, b, n), 1e-14, "tau", n);
  }
}

static void
test_tau_at_its_limits (void **state)
{
  const unsigned up[] = { 1, 2, 3, 4 };
  const unsigned down[] = { 4, 3, 2, 1 };
  const unsigned tied[] = { 1, 1, 1, 1 };

  assert_near (sl_kendall_tau_b (up, up, 4), 1, 0, "tau", 0);
  assert_near (sl_kendall_tau_b (up, down, 4), -1, 0, "tau", 1);
  assert_near (sl_kendall_tau_b (up, tied, 4), 0, 0, "tau", 2);
  assert_near (sl_kendall_tau_b (tied, up, 4), 0, 0, "tau", 3);
  assert_near (sl_kendall_tau_b (tied, tied, 4), 1, 0, "tau", 4);
  assert_near (sl_kendall_tau_b (up, down, 1), 1, 0, "tau", 5);
  assert_near (sl_kendall_tau_b (up, down, 0), 1, 0, "tau", 6);
}

static void
test_tau_leaves_out_the_excluded (void **state)
{
  const unsigned a[] = { 1, 0, 2, 3, 0 };
  const unsigned b[] = { 3, 1, 2, 1, 0 };

  assert_near (sl_kendall_tau_b (a, b, 5), -1, 0, "tau", 0);
}

static void
test_agreement (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_random (41, 12, 5);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  unsigned ranks[SL_N_METHODS * 12];
  unsigned n_first = 0;
  SlAgreement agreement;
  size_t winner = 0;

  test_problem_fix_scales (problem);
  assert_true (sl_agreement_evaluate (&problem->problem, &problem->options, evaluation, ranks,
                                      &agreement, NULL));
  for (unsigned k = 0; k < SL_N_METHODS; k++) {
    test_evaluate (problem, (SlMethod) k, evaluation);
    assert_same_ranks (ranks + k * 12, sl_evaluation_get_ranks (evaluation), 12);
    assert_near (agreement.tau[k], count_pairs (ranks, ranks + k * 12, 12), 1e-15, "tau", k);
  }
  for (size_t i = 0; i < 12; i++)
    winner = ranks[i] == 1 ? i : winner;
  for (unsigned k = 0; k < SL_N_METHODS; k++)
    n_first += ranks[k * 12 + winner] == 1;
  assert_int_equal (agreement.n_sharing_winner, n_first);
}

/* Two winners by one method, one of them by another: they have a winner in common. */
static void
test_shared_winner (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_new (3, 2);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  const double data[] = { 100, 0, 50, 50, 10, 10 };
  unsigned ranks[SL_N_METHODS * 3];
  SlAgreement agreement;

  memcpy (problem->performances, data, sizeof data);
  for (size_t j = 0; j < 2; j++) {
    problem->scales[j].worst = 0;
    problem->scales[j].best = 100;
    problem->scales[j].preference = SL_PREFERENCE_U_SHAPE;
    problem->scales[j].q = 45;
  }
  problem->scales[1].q = 30;
  assert_true (sl_agreement_evaluate (&problem->problem, &problem->options, evaluation, ranks,
                                      &agreement, NULL));
  assert_int_equal (ranks[0], 1);
  assert_int_equal (ranks[1], 1);
  assert_int_equal (agreement.n_sharing_winner, SL_N_METHODS);
}

static void
test_passes_errors_on (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_new (2, 2);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  unsigned ranks[SL_N_METHODS * 2];
  SlAgreement agreement;
  g_autoptr (GError) error = NULL;

  problem->scales[1].preference = SL_PREFERENCE_GAUSSIAN;
  assert_false (sl_agreement_evaluate (&problem->problem, &problem->options, evaluation, ranks,
                                       &agreement, &error));
  assert_true (g_error_matches (error, SL_SCORING_ERROR, SL_SCORING_ERROR_THRESHOLD));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_published_tau),     cmocka_unit_test (test_tau_by_pairs),
    cmocka_unit_test (test_tau_at_its_limits), cmocka_unit_test (test_tau_leaves_out_the_excluded),
    cmocka_unit_test (test_agreement),         cmocka_unit_test (test_shared_winner),
    cmocka_unit_test (test_passes_errors_on),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
