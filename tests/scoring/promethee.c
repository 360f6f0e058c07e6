/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <math.h>
#include <string.h>

/* All pairs, straight from the definition. */
static double
prefer (const SlScale *scale, double d)
{
  if (d <= 0)
    return 0;
  switch (scale->preference) {
  case SL_PREFERENCE_U_SHAPE:
    return d > scale->q ? 1 : 0;
  case SL_PREFERENCE_V_SHAPE:
    return scale->p > 0 ? MIN (d / scale->p, 1) : 1;
  case SL_PREFERENCE_LEVEL:
    return (d > scale->q ? 0.5 : 0) + (d > scale->p ? 0.5 : 0);
  case SL_PREFERENCE_LINEAR:
    if (scale->p == scale->q)
      return d > scale->q ? 1 : 0;
    return CLAMP ((d - scale->q) / (scale->p - scale->q), 0, 1);
  case SL_PREFERENCE_GAUSSIAN:
    return -expm1 (-d * d / (2 * scale->s * scale->s));
  case SL_PREFERENCE_USUAL:
  default:
    return 1;
  }
}

static void
compare_with_pairs (const TestProblem *problem, double tolerance)
{
  size_t n = problem->problem.n_alternatives;
  size_t m = problem->problem.n_criteria;
  g_autofree double *plus = g_new (double, n *m);
  g_autofree double *minus = g_new (double, n *m);
  g_autofree double *net = g_new (double, n *m);
  g_autoptr (GError) error = NULL;

  if (!sl_promethee_flows (&problem->problem, plus, minus, net, &error))
    fail_msg ("%s", error->message);
  for (size_t a = 0; a < n; a++)
    for (size_t j = 0; j < m; j++) {
      double sign = problem->scales[j].direction == SL_DIRECTION_MIN ? -1 : 1;
      double given = 0;
      double taken = 0;

      for (size_t b = 0; b < n; b++) {
        double d =
            sign * problem->performances[a * m + j] - sign * problem->performances[b * m + j];

        given += prefer (&problem->scales[j], d) / (double) (n - 1);
        taken += prefer (&problem->scales[j], -d) / (double) (n - 1);
      }
      assert_near (plus[a * m + j], given, tolerance, "phi+", a * m + j);
      assert_near (minus[a * m + j], taken, tolerance, "phi-", a * m + j);
      assert_near (net[a * m + j], given - taken, tolerance, "phi", a * m + j);
    }
}

static void
test_pairs (void **state)
{
  const size_t sizes[] = { 2, 3, 16, 17, 40, 150 };

  for (guint32 k = 0; k < G_N_ELEMENTS (sizes); k++) {
    g_autoptr (TestProblem) problem = test_problem_random (100 + k, sizes[k], 18);

    for (size_t j = 0; j < 18; j++)
      problem->scales[j].preference = (SlPreference) (j / 3);
    compare_with_pairs (problem, 1e-13);
  }
}

/* Grades: many ties, and differences that are exactly q or p. */
static void
test_pairs_of_grades (void **state)
{
  for (guint32 seed = 0; seed < 30; seed++) {
    g_autoptr (TestProblem) problem = test_problem_random (seed, 25, 12);

    for (size_t i = 0; i < 25 * 12; i++)
      problem->performances[i] = floor (problem->performances[i]);
    for (size_t j = 0; j < 12; j++) {
      problem->scales[j].preference = (SlPreference) (j / 2);
      problem->scales[j].q = seed % 3;
      problem->scales[j].p = seed % 3 + seed % 4;
    }
    compare_with_pairs (problem, 1e-13);
  }
}

/* A range a million million times the thresholds: sums over whole columns would lose them. */
static void
test_pairs_far_apart (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_random (9, 300, 6);

  for (size_t i = 0; i < 300 * 6; i++)
    problem->performances[i] = floor (exp (3 * problem->performances[i]));
  for (size_t j = 0; j < 6; j++) {
    problem->scales[j].preference = (SlPreference) j;
    problem->scales[j].q = j % 2 ? 0 : 3;
    problem->scales[j].p = 40;
    problem->scales[j].s = 20;
  }
  compare_with_pairs (problem, 1e-13);
}

/* Nothing is left over from a window that everybody has left: who is ahead of all by more than p
 * has a whole number of preferences, to the last bit. */
static void
test_window_empties (void **state)
{
  for (guint32 seed = 0; seed < 20; seed++) {
    g_autoptr (TestProblem) problem = test_problem_random (seed, 101, 1);
    double plus[101];

    problem->scales[0] =
        (SlScale) { SL_DIRECTION_MAX, NAN, NAN, SL_PREFERENCE_LINEAR, 0.3, 5, NAN };
    problem->performances[0] = 1000;
    assert_true (sl_promethee_flows (&problem->problem, plus, NULL, NULL, NULL));
    assert_near (plus[0], 1, 0, "phi+", 0);
  }
}

static void
test_flows_are_linear_in_weights (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_random (31, 40, 8);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  double net[40 * 8];
  double weights[8];
  double scores[40];
  double sum = 0;

  assert_true (sl_promethee_flows (&problem->problem, NULL, NULL, net, NULL));
  sl_weights_normalise (problem->weights, 8, weights);
  sl_additive_evaluate (net, weights, 40, 8, scores, NULL);
  test_evaluate (problem, SL_METHOD_PROMETHEE, evaluation);
  assert_all_near (sl_evaluation_get_scores (evaluation), scores, 40, 1e-14, "phi");
  for (size_t i = 0; i < 40; i++)
    sum += scores[i];
  assert_near (sum, 0, 1e-13, "sum of phi", 0);
}

/* Who is best everywhere has the highest flow, not the lowest. */
static void
test_sign (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_random (32, 10, 5);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();

  for (size_t j = 0; j < 5; j++) {
    problem->performances[4 * 5 + j] = problem->scales[j].direction == SL_DIRECTION_MIN ? 0 : 20;
    problem->scales[j].preference = SL_PREFERENCE_USUAL;
  }
  test_evaluate (problem, SL_METHOD_PROMETHEE, evaluation);
  assert_int_equal (sl_evaluation_get_ranks (evaluation)[4], 1);
  assert_near (sl_evaluation_get_scores (evaluation)[4], 1, 1e-15, "phi", 4);
  assert_near (sl_evaluation_get_phi_plus (evaluation)[4], 1, 1e-15, "phi+", 4);
  assert_near (sl_evaluation_get_phi_minus (evaluation)[4], 0, 0, "phi-", 4);
}

static void
test_alone (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_random (33, 1, 6);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();

  test_evaluate (problem, SL_METHOD_PROMETHEE, evaluation);
  assert_near (sl_evaluation_get_scores (evaluation)[0], 0, 0, "phi", 0);
  assert_int_equal (sl_evaluation_get_ranks (evaluation)[0], 1);
}

/* Fixed ends say what is better here too, and nothing else. */
static void
test_ends_turn_the_direction (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_new (2, 1);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  const double expected[] = { 1, -1 };

  problem->performances[0] = 3;
  problem->performances[1] = 80;
  problem->scales[0].worst = 50;
  problem->scales[0].best = 10;
  test_evaluate (problem, SL_METHOD_PROMETHEE, evaluation);
  assert_all_near (sl_evaluation_get_scores (evaluation), expected, 2, 0, "phi");
}

static void
test_refuses_thresholds (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_new (2, 3);
  SlScale *scale = &problem->scales[1];
  const struct {
    SlPreference preference;
    double q, p, s;
  } bad[] = {
    { SL_PREFERENCE_LINEAR, 3, 2, NAN },     { SL_PREFERENCE_LEVEL, 3, 2, NAN },
    { SL_PREFERENCE_LINEAR, NAN, 2, NAN },   { SL_PREFERENCE_LINEAR, 1, NAN, NAN },
    { SL_PREFERENCE_U_SHAPE, -1, NAN, NAN }, { SL_PREFERENCE_V_SHAPE, NAN, -1, NAN },
    { SL_PREFERENCE_GAUSSIAN, 0, 0, 0 },     { SL_PREFERENCE_GAUSSIAN, 0, 0, NAN },
    { SL_PREFERENCE_LEVEL, 1, INFINITY, 0 },
  };

  problem->options.method = SL_METHOD_PROMETHEE;
  for (size_t k = 0; k < G_N_ELEMENTS (bad); k++) {
    g_autoptr (GError) error = NULL;

    *scale =
        (SlScale) { SL_DIRECTION_MAX, NAN, NAN, bad[k].preference, bad[k].q, bad[k].p, bad[k].s };
    test_evaluate_fails (problem, SL_SCORING_ERROR_THRESHOLD, "column 2");
    assert_false (sl_promethee_flows (&problem->problem, NULL, NULL, NULL, &error));
    assert_true (g_error_matches (error, SL_SCORING_ERROR, SL_SCORING_ERROR_THRESHOLD));
  }
  scale->preference = (SlPreference) 6;
  test_evaluate_fails (problem, SL_SCORING_ERROR_OPTION, "column 2");
}

/* What a function does not use may be anything, and other methods use none of it. */
static void
test_ignores_unused_thresholds (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_new (2, 3);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();

  problem->scales[0].preference = SL_PREFERENCE_USUAL;
  problem->scales[1].preference = SL_PREFERENCE_V_SHAPE;
  problem->scales[2].preference = SL_PREFERENCE_GAUSSIAN;
  for (size_t j = 0; j < 3; j++)
    problem->scales[j].q = problem->scales[j].p = problem->scales[j].s = NAN;
  test_evaluate (problem, SL_METHOD_TOPSIS, evaluation);
  problem->scales[1].p = 1;
  problem->scales[2].s = 1;
  test_evaluate (problem, SL_METHOD_PROMETHEE, evaluation);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_pairs),
    cmocka_unit_test (test_pairs_of_grades),
    cmocka_unit_test (test_pairs_far_apart),
    cmocka_unit_test (test_window_empties),
    cmocka_unit_test (test_flows_are_linear_in_weights),
    cmocka_unit_test (test_sign),
    cmocka_unit_test (test_alone),
    cmocka_unit_test (test_ends_turn_the_direction),
    cmocka_unit_test (test_refuses_thresholds),
    cmocka_unit_test (test_ignores_unused_thresholds),
  };

  return TEST_RUN ("promethee", tests, test_check_method_case, TRUE);
}
