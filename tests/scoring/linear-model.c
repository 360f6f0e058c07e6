/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "linear-fixture.h"

#include <math.h>
#include <string.h>

static const SlMethod linear_methods[] = { SL_METHOD_ADDITIVE, SL_METHOD_GEOMETRIC,
                                           SL_METHOD_PROMETHEE };

static void
test_which (void **state)
{
  for (unsigned method = 0; method < SL_N_METHODS; method++)
    assert_int_equal (sl_method_is_linear ((SlMethod) method),
                      method != SL_METHOD_TOPSIS && method != SL_METHOD_VIKOR);
}

/* The weighted sum of the values is the score of the method; of the geometric mean its logarithm.
 */
static void
compare_with_scores (const TestProblem *problem, SlMethod method)
{
  g_autoptr (TestModel) model = test_model_from_problem (problem, method);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  size_t n = model->model.n_alternatives;
  g_autofree double *scores = g_new (double, n);
  double unit = problem->options.normalisation == SL_NORMALISATION_FIXED ? 100 : 1;

  sl_additive_evaluate (model->values, model->weights, n, model->model.n_criteria, scores, NULL);
  test_evaluate (problem, method, evaluation);
  for (size_t i = 0; i < n && method == SL_METHOD_GEOMETRIC; i++)
    scores[i] = unit * exp (scores[i]);
  assert_all_near (sl_evaluation_get_scores (evaluation), scores, n, 1e-12 * unit,
                   sl_method_get_id (method));
}

static void
test_scores (void **state)
{
  for (guint32 seed = 0; seed < 40; seed++)
    for (unsigned normalisation = 0; normalisation <= SL_NORMALISATION_NONE; normalisation++)
      for (size_t k = 0; k < G_N_ELEMENTS (linear_methods); k++) {
        g_autoptr (TestProblem) problem = test_problem_random (seed, 7, 5);

        problem->options.normalisation = (SlNormalisation) normalisation;
        if (seed % 2)
          test_problem_fix_scales (problem);
        compare_with_scores (problem, linear_methods[k]);
      }
}

/* The worst end of a scale has the value of the floor and stays a number. */
static void
test_floor (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_new (2, 1);
  SlMethodOptions options = { SL_METHOD_GEOMETRIC, SL_NORMALISATION_MINMAX, 0 };
  double values[2];

  problem->performances[1] = 8;
  assert_true (sl_linear_values (&problem->problem, &options, values, NULL));
  assert_near (values[0], log (0.01), 1e-15, "logarithm", 0);
  assert_near (values[1], 0, 0, "logarithm", 1);
}

static void
test_zero_has_no_logarithm (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_new (2, 3);
  SlMethodOptions options = { SL_METHOD_GEOMETRIC, SL_NORMALISATION_NONE, 0 };
  g_autoptr (GError) error = NULL;
  double values[6];

  for (size_t i = 0; i < 6; i++)
    problem->performances[i] = i == 4 ? 0 : 2;
  assert_false (sl_linear_values (&problem->problem, &options, values, &error));
  assert_true (g_error_matches (error, SL_SCORING_ERROR, SL_SCORING_ERROR_NUMBER));
  assert_non_null (strstr (error->message, "row 2, column 2"));
}

static void
test_weights_are_not_looked_at (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_random (3, 4, 3);
  double with[12], without[12];

  for (size_t k = 0; k < G_N_ELEMENTS (linear_methods); k++) {
    problem->options.method = linear_methods[k];
    problem->weights[1] = -1;
    assert_true (sl_linear_values (&problem->problem, &problem->options, with, NULL));
    problem->problem.weights = NULL;
    assert_true (sl_linear_values (&problem->problem, &problem->options, without, NULL));
    problem->problem.weights = problem->weights;
    assert_all_near (with, without, 12, 0, "value");
  }
}

static void
test_bad_problem (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_random (3, 4, 3);
  g_autoptr (GError) error = NULL;
  double values[12];

  problem->performances[5] = NAN;
  assert_false (sl_linear_values (&problem->problem, &problem->options, values, &error));
  assert_true (g_error_matches (error, SL_SCORING_ERROR, SL_SCORING_ERROR_NUMBER));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_which),
    cmocka_unit_test (test_scores),
    cmocka_unit_test (test_floor),
    cmocka_unit_test (test_zero_has_no_logarithm),
    cmocka_unit_test (test_weights_are_not_looked_at),
    cmocka_unit_test (test_bad_problem),
  };

  return cmocka_run_group_tests_name ("linear-model", tests, NULL, NULL);
}
