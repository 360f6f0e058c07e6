/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever numbers are accepted, results are numbers: the largest and the smallest ones side by
 * side, zeros of both signs, thresholds and scales out of all proportion. */

#include "scoring/robustness.h"
#include "scoring/sensitivity.h"
#include "support.h"

#include <float.h>
#include <math.h>

#define N_PROBLEMS 4000

static const double magnitudes[] = { 0,    -0.0,  0x1p-1074, DBL_MIN, 1e-300, 1e-160, 1e-9,
                                     0.1,  1,     1,         2,       3,      1e9,    1e16,
                                     1e17, 1e150, 1e160,     1e299,   1e300 };

static double
pick (GRand *random, gboolean negative)
{
  double x = magnitudes[g_rand_int_range (random, 0, G_N_ELEMENTS (magnitudes))];

  return negative && g_rand_boolean (random) ? -x : x;
}

static double
pick_end (GRand *random, gboolean negative)
{
  return g_rand_boolean (random) ? NAN : pick (random, negative);
}

static TestProblem *
draw_problem (GRand *random)
{
  size_t n = (size_t) g_rand_int_range (random, 1, 7), m = (size_t) g_rand_int_range (random, 1, 4);
  TestProblem *problem = test_problem_new (n, m);
  gboolean negative = g_rand_boolean (random);

  for (size_t k = 0; k < n * m; k++)
    problem->performances[k] = pick (random, negative);
  for (size_t j = 0; j < m; j++) {
    double q = pick (random, FALSE);

    problem->weights[j] = pick (random, FALSE);
    problem->scales[j] = (SlScale) { (SlDirection) g_rand_int_range (random, 0, 2),
                                     pick_end (random, negative),
                                     pick_end (random, negative),
                                     (SlPreference) g_rand_int_range (random, 0, 6),
                                     q,
                                     MAX (q, pick (random, FALSE)),
                                     pick (random, FALSE) };
  }
  problem->options.method = (SlMethod) g_rand_int_range (random, 0, SL_N_METHODS);
  problem->options.normalisation =
      (SlNormalisation) g_rand_int_range (random, 0, SL_NORMALISATION_NONE + 1);
  problem->options.v = g_rand_double (random);
  return problem;
}

static void
assert_numbers (const double *numbers, size_t n, const char *what, guint32 seed)
{
  for (size_t k = 0; numbers != NULL && k < n; k++)
    if (!isfinite (numbers[k]))
      fail_msg ("problem %u: %s %zu is %g", seed, what, k, numbers[k]);
}

/* Nobody before the first, and as many as there are. */
static void
assert_ranks (const SlEvaluation *evaluation, size_t n, gboolean low, guint32 seed)
{
  const unsigned *ranks = sl_evaluation_get_ranks (evaluation);
  const double *scores = sl_evaluation_get_scores (evaluation);
  unsigned n_first = 0;

  for (size_t i = 0; i < n; i++) {
    n_first += ranks[i] == 1;
    for (size_t k = 0; k < n; k++)
      if (ranks[i] < ranks[k] && (low ? scores[i] > scores[k] : scores[i] < scores[k]))
        fail_msg ("problem %u: %zu is before %zu", seed, i, k);
  }
  assert_true (n_first > 0);
}

static void
test_evaluations (void **state)
{
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  guint n_accepted = 0;

  for (guint32 seed = 0; seed < N_PROBLEMS; seed++) {
    g_autoptr (GRand) random = g_rand_new_with_seed (seed);
    g_autoptr (TestProblem) problem = draw_problem (random);
    size_t n = problem->problem.n_alternatives, m = problem->problem.n_criteria;
    g_autofree double *values = g_new (double, n *m);

    if (sl_normalise (&problem->problem, problem->options.normalisation, values, NULL))
      assert_numbers (values, n * m, "value", seed);
    if (sl_promethee_flows (&problem->problem, NULL, NULL, values, NULL))
      assert_numbers (values, n * m, "flow", seed);
    if (!sl_evaluate (&problem->problem, &problem->options, evaluation, NULL))
      continue;
    n_accepted++;
    assert_numbers (sl_evaluation_get_scores (evaluation), n, "score", seed);
    assert_numbers (sl_evaluation_get_s (evaluation), n, "S", seed);
    assert_numbers (sl_evaluation_get_r (evaluation), n, "R", seed);
    assert_numbers (sl_evaluation_get_phi_plus (evaluation), n, "phi+", seed);
    assert_numbers (sl_evaluation_get_phi_minus (evaluation), n, "phi-", seed);
    assert_ranks (evaluation, n, sl_method_prefers_low_scores (problem->options.method), seed);
  }
  assert_true (n_accepted > N_PROBLEMS / 4);
}

static double *
draw_higher (GRand *random, const double *low, size_t n)
{
  double *high = g_new (double, n);

  for (size_t k = 0; k < n; k++)
    high[k] = MAX (low[k], pick (random, TRUE));
  return high;
}

static void
test_trials (void **state)
{
  for (guint32 seed = 0; seed < N_PROBLEMS; seed++) {
    g_autoptr (GRand) random = g_rand_new_with_seed (seed);
    g_autoptr (TestProblem) problem = draw_problem (random);
    size_t n = problem->problem.n_alternatives, m = problem->problem.n_criteria;
    g_autofree double *numbers = g_new (double, n *MAX (n, m));
    g_autofree double *high = draw_higher (random, problem->performances, n * m);
    SlUncertainValues values = { .n_rows = n,
                                 .low = problem->performances,
                                 .mode = seed % 4 == 0 ? high : problem->performances,
                                 .high = high,
                                 .minimum = -INFINITY,
                                 .maximum = INFINITY };
    SlSmaaProblem uncertain = { .problem = problem->problem,
                                .options = problem->options,
                                .values = seed % 2 == 0 ? &values : NULL,
                                .space = (SlWeightSpace) (seed % 3),
                                .concentration = 20 };
    g_autoptr (SlSmaa) smaa = sl_smaa_new (&uncertain, NULL);
    g_autoptr (SlSmaaTally) tally = NULL;

    if (smaa == NULL)
      continue;
    tally = sl_smaa_tally_new (smaa);
    sl_smaa_run (smaa, 0, 16, tally, NULL);
    sl_smaa_tally_get_acceptability (tally, numbers);
    for (size_t i = 0; i < n; i++) {
      double sum = 0;

      for (size_t r = 0; r < n; r++)
        sum += numbers[i * n + r];
      assert_near (sum, 1, 1e-12, "places", seed);
    }
    if (sl_smaa_tally_get_score_quantile (tally, 0.5, numbers))
      assert_numbers (numbers, n, "median", seed);
  }
}

/* Where somebody is first at all, from somewhere to somewhere on the path. */
static void
check_interval (const SlLinearModel *model, size_t leader, guint32 seed)
{
  size_t m = model->n_criteria;
  g_autofree gboolean *raised = g_new0 (gboolean, m);
  g_autofree gboolean *lowered = g_new (gboolean, m);
  SlWeightPath path = { raised, lowered };
  SlStabilityInterval interval;

  raised[0] = TRUE;
  for (size_t j = 0; j < m; j++)
    lowered[j] = !raised[j];
  sl_stability_interval (model, leader, &path, &interval);
  if (isnan (interval.low) != isnan (interval.high) || interval.low > interval.high)
    fail_msg ("problem %u: interval %g to %g", seed, interval.low, interval.high);
}

static void
check_challenge (const SlLinearModel *model, size_t challenger, guint32 seed)
{
  g_autofree double *weights = g_memdup2 (model->weights, model->n_criteria * sizeof (double));
  double distance;
  double margin = sl_best_margin (model, challenger, NULL);
  SlFewestChanges fewest;

  if (isnan (margin))
    fail_msg ("problem %u: margin", seed);
  if (sl_smallest_change (model, challenger, weights, &distance))
    assert_numbers (weights, model->n_criteria, "weight", seed);
  if (isnan (distance))
    fail_msg ("problem %u: distance", seed);
  sl_fewest_changes (model, challenger, &fewest);
  assert_numbers (fewest.weight, fewest.n, "weight", seed);
}

static void
test_changes (void **state)
{
  for (guint32 seed = 0; seed < N_PROBLEMS / 4; seed++) {
    g_autoptr (GRand) random = g_rand_new_with_seed (seed);
    g_autoptr (TestProblem) problem = draw_problem (random);
    size_t n = problem->problem.n_alternatives, m = problem->problem.n_criteria;
    g_autofree double *values = g_new (double, n *m);
    g_autofree double *weights = g_new (double, m);
    SlLinearModel model = { n, m, values, weights, NULL };

    if (!sl_method_is_linear (problem->options.method) ||
        !sl_weights_normalise (problem->weights, m, weights) ||
        !sl_linear_values (&problem->problem, &problem->options, values, NULL))
      continue;
    assert_numbers (values, n * m, "linear value", seed);
    for (size_t i = 0; i < n; i++) {
      check_interval (&model, i, seed);
      check_challenge (&model, i, seed);
    }
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_evaluations),
    cmocka_unit_test (test_trials),
    cmocka_unit_test (test_changes),
  };

  return cmocka_run_group_tests_name ("extremes", tests, NULL, NULL);
}
