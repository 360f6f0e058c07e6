/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/robustness.h"
#include "scoring/kernels-private.h"
#include "support.h"

#include <math.h>
#include <string.h>

#define TRIALS 20000
/* Five standard errors: with a fixed seed a test passes once and for all, and what is wrong is
 * usually wrong by more. */
#define SIGMAS 5

typedef struct {
  size_t n;
  size_t m;
  guint64 n_trials;
  double *acceptability;
  double *central;
  double *winning;
  double *ranks;
  double *low;
  double *high;
} Result;

static void
result_free (Result *result)
{
  g_free (result->acceptability);
  g_free (result->central);
  g_free (result->winning);
  g_free (result->ranks);
  g_free (result->low);
  g_free (result->high);
  g_free (result);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Result, result_free)

static SlSmaa *
prepare (const SlSmaaProblem *problem)
{
  g_autoptr (GError) error = NULL;
  SlSmaa *smaa = sl_smaa_new (problem, &error);

  if (smaa == NULL)
    fail_msg ("%s", error->message);
  return smaa;
}

static Result *
read_tally (const SlSmaaTally *tally, size_t n, size_t m)
{
  Result *new = g_new0 (Result, 1);

  new->n = n;
  new->m = m;
  new->n_trials = sl_smaa_tally_get_n_trials (tally);
  new->acceptability = g_new (double, n *n);
  new->central = g_new (double, n *m);
  new->winning = g_new (double, n *n);
  new->ranks = g_new (double, n);
  new->low = g_new0 (double, n);
  new->high = g_new0 (double, n);
  sl_smaa_tally_get_acceptability (tally, new->acceptability);
  sl_smaa_tally_get_central_weights (tally, new->central);
  sl_smaa_tally_get_pairwise_winning (tally, new->winning);
  sl_smaa_tally_get_expected_ranks (tally, new->ranks);
  sl_smaa_tally_get_score_quantile (tally, 0.05, new->low);
  sl_smaa_tally_get_score_quantile (tally, 0.95, new->high);
  return new;
}

static Result *
run (const SlSmaaProblem *problem, guint64 n_trials)
{
  g_autoptr (SlSmaa) smaa = prepare (problem);
  g_autoptr (SlSmaaTally) tally = sl_smaa_tally_new (smaa);

  sl_smaa_run (smaa, 0, n_trials, tally, NULL);
  return read_tally (tally, problem->problem.n_alternatives, problem->problem.n_criteria);
}

static void
assert_same_numbers (const double *actual, const double *expected, size_t n, const char *what)
{
  for (size_t k = 0; k < n; k++)
    if (memcmp (&actual[k], &expected[k], sizeof *actual) != 0)
      fail_msg ("%s %zu: %.17g, expected %.17g", what, k, actual[k], expected[k]);
}

static void
assert_same (const Result *actual, const Result *expected)
{
  size_t n = expected->n;
  size_t m = expected->m;

  assert_int_equal (actual->n_trials, expected->n_trials);
  assert_same_numbers (actual->acceptability, expected->acceptability, n * n, "acceptability");
  assert_same_numbers (actual->central, expected->central, n * m, "central weight");
  assert_same_numbers (actual->winning, expected->winning, n * n, "winning index");
  assert_same_numbers (actual->ranks, expected->ranks, n, "expected rank");
  assert_same_numbers (actual->low, expected->low, n, "low score");
  assert_same_numbers (actual->high, expected->high, n, "high score");
}

static gboolean
is_same (const Result *a, const Result *b)
{
  return memcmp (a->winning, b->winning, a->n * a->n * sizeof (double)) == 0;
}

/* An index that should be `expected`, estimated from n trials. */
static void
assert_index (double actual, double expected, guint64 n, const char *what, size_t index)
{
  assert_near (actual, expected, SIGMAS * sl_smaa_standard_error (expected, n) + 1e-9, what, index);
}

/* Closed forms. */

/* With two criteria the weight of the first is uniform on 0..1: alternatives are first, second and
 * third on intervals of it. */
static void
test_two_criteria (void **state)
{
  const double data[] = { 1, 0, 0, 1, 0.5, 0.4 };
  const double expected[] = { 0.5,      1 / 18.0, 4 / 9.0,   0.5,      1 / 22.0,
                              5 / 11.0, 0,        89 / 99.0, 10 / 99.0 };
  SlSmaaProblem problem = { .problem = { 3, 2, data, NULL, NULL },
                            .options = { SL_METHOD_ADDITIVE, SL_NORMALISATION_NONE, 0 },
                            .space = SL_WEIGHT_SPACE_ANY,
                            .seed = 42 };
  g_autoptr (Result) result = run (&problem, TRIALS);

  for (size_t k = 0; k < 9; k++)
    assert_index (result->acceptability[k], expected[k], TRIALS, "acceptability", k);
  assert_near (result->central[0], 0.75, 0.005, "central weight", 0);
  assert_near (result->central[2], 0.25, 0.005, "central weight", 2);
  assert_near (result->central[0] + result->central[1], 1, 1e-8, "sum", 0);
  assert_true (isnan (result->central[4]) && isnan (result->central[5]));
  assert_index (result->winning[0 * 3 + 1], 0.5, TRIALS, "winning index", 1);
  assert_index (result->winning[0 * 3 + 2], 5 / 9.0, TRIALS, "winning index", 2);
  assert_index (result->winning[1 * 3 + 2], 6 / 11.0, TRIALS, "winning index", 5);
  assert_near (result->ranks[2], 1 * 0 + 2 * 89 / 99.0 + 3 * 10 / 99.0, 0.02, "expected rank", 2);
  /* The first scores its weight, the third between 0.4 and 0.5. */
  assert_near (result->low[0], 0.05, 0.01, "low score", 0);
  assert_near (result->high[0], 0.95, 0.01, "high score", 0);
  assert_near (result->low[2], 0.405, 0.002, "low score", 2);
  assert_near (result->high[2], 0.495, 0.002, "high score", 2);
}

/* Nothing is drawn: every trial is the ranking itself. */
static void
test_nothing_uncertain (void **state)
{
  for (unsigned method = 0; method < SL_N_METHODS; method++) {
    g_autoptr (TestProblem) exact = test_problem_random (method, 7, 4);
    g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
    g_autoptr (Result) result = NULL;
    SlSmaaProblem problem = { .exact_weights = TRUE };

    test_problem_fix_scales (exact);
    memcpy (exact->performances, exact->performances + 4, 4 * sizeof (double));
    exact->options.method = (SlMethod) method;
    problem.problem = exact->problem;
    problem.options = exact->options;
    test_evaluate (exact, (SlMethod) method, evaluation);
    result = run (&problem, 300);
    for (size_t i = 0; i < 7; i++) {
      double score = sl_evaluation_get_scores (evaluation)[i];
      unsigned rank = sl_evaluation_get_ranks (evaluation)[i];

      assert_near (result->acceptability[i * 7 + rank - 1], 1, 0, "acceptability", i);
      assert_near (result->ranks[i], rank, 0, "expected rank", i);
      assert_near (result->low[i], score, 1e-6, "low score", i);
      assert_near (result->high[i], score, 1e-6, "high score", i);
      for (size_t k = 0; k < 7; k++)
        assert_near (result->winning[i * 7 + k], rank < sl_evaluation_get_ranks (evaluation)[k], 0,
                     "winning index", k);
    }
  }
}

/* Two cells whose densities fall from 0 to 1 and from 0 to 2. */
static void
test_two_uncertain_values (void **state)
{
  const double low[] = { 0, 0 };
  const double high[] = { 1, 2 };
  const double mode[] = { 0, 0 };
  const double weight[] = { 1 };
  SlUncertainValues values = {
    .n_rows = 2, .low = low, .mode = mode, .high = high, .minimum = -INFINITY, .maximum = INFINITY
  };
  SlSmaaProblem problem = { .problem = { 2, 1, NULL, weight, NULL },
                            .options = { SL_METHOD_ADDITIVE, SL_NORMALISATION_NONE, 0 },
                            .values = &values,
                            .exact_weights = TRUE };
  g_autoptr (Result) result = run (&problem, TRIALS);

  /* P (second > first) = int_0^1 2 (1 - x) (1 - x / 2)^2 dx = 17 / 24. */
  assert_index (result->winning[2], 17 / 24.0, TRIALS, "winning index", 2);
  assert_index (result->winning[1], 7 / 24.0, TRIALS, "winning index", 1);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_two_criteria),
    cmocka_unit_test (test_nothing_uncertain),
    cmocka_unit_test (test_two_uncertain_values),
  };

  (void) assert_same;
  (void) is_same;
  return cmocka_run_group_tests (tests, NULL, NULL);
}
