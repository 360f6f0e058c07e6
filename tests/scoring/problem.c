/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <math.h>
#include <string.h>

static void
test_empty (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_new (2, 2);

  problem->problem.n_alternatives = 0;
  test_evaluate_fails (problem, SL_SCORING_ERROR_EMPTY, "row");
  problem->problem.n_alternatives = 2;
  problem->problem.n_criteria = 0;
  test_evaluate_fails (problem, SL_SCORING_ERROR_EMPTY, "column");
}

static void
test_performances (void **state)
{
  const double bad[] = { NAN, INFINITY, -INFINITY, 1e301, -1e301 };

  for (size_t k = 0; k < G_N_ELEMENTS (bad); k++)
    for (unsigned method = 0; method < SL_N_METHODS; method++) {
      g_autoptr (TestProblem) problem = test_problem_new (3, 4);

      problem->options.method = (SlMethod) method;
      problem->performances[2 * 4 + 1] = bad[k];
      test_evaluate_fails (problem, SL_SCORING_ERROR_NUMBER, "row 3, column 2");
    }
}

static void
test_weights (void **state)
{
  const double bad[] = { NAN, INFINITY, -1, -1e-300 };
  g_autoptr (TestProblem) problem = test_problem_new (2, 3);

  for (size_t k = 0; k < G_N_ELEMENTS (bad); k++) {
    problem->weights[2] = bad[k];
    test_evaluate_fails (problem, SL_SCORING_ERROR_WEIGHT, "column 3");
  }
  for (size_t j = 0; j < 3; j++)
    problem->weights[j] = 0;
  test_evaluate_fails (problem, SL_SCORING_ERROR_WEIGHT, "zero");
}

/* What does not depend on weights does not ask for good ones. */
static void
test_weights_not_looked_at (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_new (2, 3);
  double cells[6];

  problem->weights[2] = NAN;
  assert_true (sl_normalise (&problem->problem, SL_NORMALISATION_MINMAX, cells, NULL));
  assert_true (sl_promethee_flows (&problem->problem, cells, NULL, NULL, NULL));
}

static void
test_scales (void **state)
{
  const struct {
    SlDirection direction;
    double worst, best;
  } bad[] = {
    { SL_DIRECTION_MAX, 5, 5 },        { SL_DIRECTION_MIN, 0, 100 },
    { SL_DIRECTION_MAX, INFINITY, 0 }, { SL_DIRECTION_MAX, NAN, -INFINITY },
    { SL_DIRECTION_MAX, 0, 1e301 },
  };
  g_autoptr (TestProblem) problem = test_problem_new (2, 3);

  for (size_t k = 0; k < G_N_ELEMENTS (bad); k++) {
    problem->scales[1].direction = bad[k].direction;
    problem->scales[1].worst = bad[k].worst;
    problem->scales[1].best = bad[k].best;
    test_evaluate_fails (problem, SL_SCORING_ERROR_SCALE, "column 2");
  }
  problem->scales[1] = SL_SCALE_DEFAULT;
  problem->scales[1].direction = (SlDirection) 2;
  test_evaluate_fails (problem, SL_SCORING_ERROR_OPTION, "column 2");
}

static void
test_options (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_new (2, 3);

  problem->options.method = (SlMethod) 5;
  test_evaluate_fails (problem, SL_SCORING_ERROR_OPTION, "method");
  problem->options.method = SL_METHOD_ADDITIVE;
  problem->options.normalisation = (SlNormalisation) 7;
  test_evaluate_fails (problem, SL_SCORING_ERROR_OPTION, "normalisation");
}

/* Nobody has to ask why. */
static void
test_error_may_be_null (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_new (2, 3);

  problem->performances[0] = NAN;
  assert_false (sl_problem_check (&problem->problem, &problem->options, NULL));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_empty),
    cmocka_unit_test (test_performances),
    cmocka_unit_test (test_weights),
    cmocka_unit_test (test_weights_not_looked_at),
    cmocka_unit_test (test_scales),
    cmocka_unit_test (test_options),
    cmocka_unit_test (test_error_may_be_null),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
