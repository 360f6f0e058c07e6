/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "linear-fixture.h"

#include <math.h>
#include <string.h>

#define N 7
#define M 4

typedef struct {
  double low[N * M], mode[N * M], high[N * M];
  SlUncertainValues values;
} Doubt;

/* About every other cell is doubtful. */
static void
doubt_init (Doubt *doubt, const TestProblem *problem, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (size_t i = 0; i < N * M; i++) {
    gboolean doubtful = g_rand_boolean (random);

    doubt->mode[i] = problem->performances[i];
    doubt->low[i] = doubt->mode[i] - (doubtful ? g_rand_double_range (random, 0.1, 0.9) : 0);
    doubt->high[i] = doubt->mode[i] + (doubtful ? g_rand_double_range (random, 0.1, 3) : 0);
  }
  doubt->values = (SlUncertainValues) { .n_rows = N,
                                        .low = doubt->low,
                                        .mode = doubt->mode,
                                        .high = doubt->high,
                                        .minimum = -INFINITY,
                                        .maximum = INFINITY };
}

static void
check_end (const TestProblem *problem,
           const Doubt *doubt,
           size_t leader,
           size_t cell,
           double value,
           double margin,
           size_t first)
{
  g_autoptr (TestProblem) changed = test_problem_copy (problem);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  double sign = sl_method_prefers_low_scores (problem->options.method) ? -1 : 1;
  size_t n = problem->problem.n_alternatives;
  double best = -INFINITY;
  double cells[N * M];
  const double *scores;

  memcpy (cells, doubt->mode, sizeof cells);
  cells[cell] = value;
  sl_uncertain_values_apply (&doubt->values, cells, n, M, changed->performances);
  test_evaluate (changed, problem->options.method, evaluation);
  scores = sl_evaluation_get_scores (evaluation);
  for (size_t i = 0; i < n; i++)
    if (i != leader)
      best = MAX (best, sign * scores[i]);
  assert_near (margin, sign * scores[leader] - best, 1e-12, "margin", cell);
  assert_int_equal (sl_evaluation_get_ranks (evaluation)[first], 1);
  assert_int_equal (first == leader, sl_evaluation_get_ranks (evaluation)[leader] == 1);
  assert_true (margin < 1e-6 || first == leader);
}

static double
get_width (const SlTornadoBar *bar)
{
  return fabs (bar->high_margin - bar->low_margin);
}

static void
check_bars (const TestProblem *problem, const Doubt *doubt, size_t leader)
{
  SlTornadoBar bars[N * M];
  gboolean seen[N * M] = { FALSE };
  size_t n_bars = sl_tornado (&problem->problem, &problem->options, &doubt->values, leader, bars);

  for (size_t k = 0; k < n_bars; k++) {
    size_t cell = bars[k].row * M + bars[k].criterion;

    assert_true (bars[k].row < N && bars[k].criterion < M && !seen[cell]);
    seen[cell] = TRUE;
    check_end (problem, doubt, leader, cell, doubt->low[cell], bars[k].low_margin,
               bars[k].low_first);
    check_end (problem, doubt, leader, cell, doubt->high[cell], bars[k].high_margin,
               bars[k].high_first);
    if (k == 0)
      continue;
    assert_true (get_width (&bars[k - 1]) >= get_width (&bars[k]));
    if (get_width (&bars[k - 1]) == get_width (&bars[k]))
      assert_true (bars[k - 1].row * M + bars[k - 1].criterion < cell);
  }
  for (size_t cell = 0; cell < N * M; cell++)
    assert_int_equal (seen[cell], doubt->low[cell] < doubt->high[cell]);
}

static void
test_every_method (void **state)
{
  for (guint32 seed = 0; seed < 30; seed++) {
    g_autoptr (TestProblem) problem = test_problem_random (seed, N, M);
    Doubt doubt;

    problem->options.method = (SlMethod) (seed % SL_N_METHODS);
    if (seed % 2)
      test_problem_fix_scales (problem);
    doubt_init (&doubt, problem, seed);
    for (size_t leader = 0; leader < N; leader++)
      check_bars (problem, &doubt, leader);
  }
}

/* An alternative of two rows moves with either. */
static void
test_mixtures (void **state)
{
  const unsigned first[] = { 0, 0, 1, 2 };
  const unsigned second[] = { 3, 4, 5, 6 };
  const double share[] = { 0.2, 0.5, 0.9, 0 };

  for (guint32 seed = 0; seed < 10; seed++) {
    g_autoptr (TestProblem) rows = test_problem_random (seed, N, M);
    g_autoptr (TestProblem) problem = test_problem_random (seed, 4, M);
    Doubt doubt;

    test_problem_fix_scales (problem);
    doubt_init (&doubt, rows, seed);
    doubt.values.first = first;
    doubt.values.second = second;
    doubt.values.share = share;
    doubt.values.minimum = 0;
    doubt.values.maximum = 11;
    check_bars (problem, &doubt, seed % 4);
  }
}

static void
test_degenerate (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_random (3, N, M);
  SlTornadoBar bars[N * M];
  Doubt doubt;

  doubt_init (&doubt, problem, 3);
  memcpy (doubt.low, doubt.mode, sizeof doubt.low);
  memcpy (doubt.high, doubt.mode, sizeof doubt.high);
  assert_int_equal (sl_tornado (&problem->problem, &problem->options, &doubt.values, 0, bars), 0);

  /* No logarithm of a negative number: that cell is left out, others are not. */
  doubt.low[5] = -1;
  doubt.low[6] = doubt.mode[6] / 2;
  problem->options = (SlMethodOptions) { SL_METHOD_GEOMETRIC, SL_NORMALISATION_NONE, 0 };
  assert_int_equal (sl_tornado (&problem->problem, &problem->options, &doubt.values, 0, bars), 1);
  assert_true (bars[0].row == 1 && bars[0].criterion == 2);

  problem->problem.n_alternatives = 1;
  assert_int_equal (sl_tornado (&problem->problem, &problem->options, &doubt.values, 0, bars), 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_every_method),
    cmocka_unit_test (test_mixtures),
    cmocka_unit_test (test_degenerate),
  };

  return cmocka_run_group_tests_name ("tornado", tests, NULL, NULL);
}
