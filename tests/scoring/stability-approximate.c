/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "linear-fixture.h"

#include <math.h>
#include <string.h>

#define FINE 2000
#define COARSE 128
#define PRECISION 1e-6

typedef struct {
  TestProblem *problem;
  TestModel *model; /* only its path and weights */
  SlMethod method;
  SlEvaluation *evaluation;
} Walk;

static unsigned
get_rank_at (Walk *walk, double total, size_t alternative)
{
  test_model_get_weights (walk->model, total, walk->problem->weights);
  test_evaluate (walk->problem, walk->method, walk->evaluation);
  return sl_evaluation_get_ranks (walk->evaluation)[alternative];
}

static void
find_interval (Walk *walk, size_t leader, SlStabilityInterval *interval)
{
  SlMethodOptions options = walk->problem->options;
  g_autoptr (GError) error = NULL;

  options.method = walk->method;
  memcpy (walk->problem->weights, walk->model->weights,
          walk->model->model.n_criteria * sizeof (double));
  if (!sl_stability_interval_approximate (&walk->problem->problem, &options, walk->model->locked,
                                          leader, &walk->model->path, interval, &error))
    fail_msg ("%s", error->message);
}

/* Just beyond an end somebody else is first, as it says; inside, what is missed is narrow. */
static void
check_interval (Walk *walk, size_t leader, double end, const SlStabilityInterval *interval)
{
  double beside = 2 * PRECISION * end;
  int n_lost = 0;

  if (interval->low_challenger == SL_NOBODY) {
    assert_near (interval->low, 0, 1e-14, "low", leader);
  } else {
    assert_int_not_equal (get_rank_at (walk, interval->low - beside, leader), 1);
    assert_int_equal (get_rank_at (walk, interval->low - beside, interval->low_challenger), 1);
  }
  if (interval->high_challenger == SL_NOBODY) {
    assert_near (interval->high, end, 1e-14, "high", leader);
  } else {
    assert_int_not_equal (get_rank_at (walk, interval->high + beside, leader), 1);
    assert_int_equal (get_rank_at (walk, interval->high + beside, interval->high_challenger), 1);
  }
  assert_int_equal (get_rank_at (walk, interval->low, leader), 1);
  assert_int_equal (get_rank_at (walk, interval->high, leader), 1);
  for (int step = 0; step <= FINE; step++) {
    double total = end * step / FINE;

    if (total < interval->low || total > interval->high)
      continue;
    n_lost = get_rank_at (walk, total, leader) == 1 ? 0 : n_lost + 1;
    assert_true (n_lost <= FINE / COARSE + 1);
  }
}

static Walk
walk_new (guint32 seed, SlMethod method, SlEvaluation *evaluation)
{
  TestProblem *problem = test_problem_random (seed, 3 + seed % 6, 3 + seed % 4);
  TestModel *model = test_model_new (problem->problem.n_alternatives, problem->problem.n_criteria);

  if (seed % 2)
    test_problem_fix_scales (problem);
  problem->options.normalisation = seed % 4 < 2 ? SL_NORMALISATION_FIXED : SL_NORMALISATION_MINMAX;
  sl_weights_normalise (problem->weights, model->model.n_criteria, model->weights);
  model->locked[2] = seed % 3 == 0;
  test_model_raise_one (model, seed % 2);
  return (Walk) { problem, model, method, evaluation };
}

static void
test_fine_steps (void **state)
{
  const SlMethod methods[] = { SL_METHOD_TOPSIS, SL_METHOD_VIKOR };

  for (guint32 seed = 0; seed < 24; seed++) {
    g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
    Walk walk = walk_new (seed, methods[seed / 2 % 2], evaluation);
    g_autoptr (TestProblem) problem = walk.problem;
    g_autoptr (TestModel) model = walk.model;
    double now, end;

    test_model_get_ends (model, &now, &end);
    for (size_t leader = 0; leader < model->model.n_alternatives; leader++) {
      SlStabilityInterval interval;

      find_interval (&walk, leader, &interval);
      assert_near (interval.now, now, 1e-15, "now", leader);
      if (!isnan (interval.low)) {
        check_interval (&walk, leader, end, &interval);
        continue;
      }
      for (int step = 0; step <= COARSE; step++)
        assert_int_not_equal (get_rank_at (&walk, end * step / COARSE, leader), 1);
    }
  }
}

static void
test_agrees_with_exact (void **state)
{
  for (guint32 seed = 0; seed < 24; seed++) {
    g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
    SlMethod method = seed / 2 % 2 ? SL_METHOD_PROMETHEE : SL_METHOD_ADDITIVE;
    Walk walk = walk_new (seed, method, evaluation);
    g_autoptr (TestProblem) problem = walk.problem;
    g_autoptr (TestModel) model = walk.model;
    g_autoptr (TestModel) linear = test_model_from_problem (problem, method);
    size_t leader = test_model_get_first (linear, linear->weights);
    SlStabilityInterval exact, approximate;

    linear->model.locked = model->locked;
    sl_stability_interval (&linear->model, leader, &model->path, &exact);
    find_interval (&walk, leader, &approximate);
    assert_near (approximate.low, exact.low, 2 * PRECISION, "low", seed);
    assert_near (approximate.high, exact.high, 2 * PRECISION, "high", seed);
    assert_true (approximate.low_challenger == exact.low_challenger);
    assert_true (approximate.high_challenger == exact.high_challenger);
  }
}

static void
test_degenerate (void **state)
{
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  Walk walk = walk_new (1, SL_METHOD_TOPSIS, evaluation);
  g_autoptr (TestProblem) problem = walk.problem;
  g_autoptr (TestModel) model = walk.model;
  SlMethodOptions options = problem->options;
  SlStabilityInterval interval;
  g_autoptr (GError) error = NULL;
  double now = model->weights[1];

  for (size_t j = 0; j < model->model.n_criteria; j++)
    model->locked[j] = j != 1;
  test_evaluate (problem, SL_METHOD_TOPSIS, evaluation);
  for (size_t i = 0; i < model->model.n_alternatives; i++) {
    gboolean first = sl_evaluation_get_ranks (evaluation)[i] == 1;

    find_interval (&walk, i, &interval);
    test_evaluate (problem, SL_METHOD_TOPSIS, evaluation);
    assert_int_equal (isnan (interval.low), !first);
    if (!first)
      continue;
    assert_near (interval.low, now, 0, "low", i);
    assert_near (interval.high, now, 0, "high", i);
  }

  problem->performances[0] = NAN;
  assert_false (sl_stability_interval_approximate (&problem->problem, &options, NULL, 0,
                                                   &model->path, &interval, &error));
  assert_true (g_error_matches (error, SL_SCORING_ERROR, SL_SCORING_ERROR_NUMBER));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_fine_steps),
    cmocka_unit_test (test_agrees_with_exact),
    cmocka_unit_test (test_degenerate),
  };

  return cmocka_run_group_tests_name ("stability-approximate", tests, NULL, NULL);
}
