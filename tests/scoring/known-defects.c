/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What other programs get wrong, or were asked to get right, one test each. The rest of them stand
 * where they belong: reversals and repeated use of scales in evaluation.c, a small spread that
 * counts as much as a large one in additive.c, zeros that annihilate in geometric.c, ties that win
 * all first places in robustness.c. */

#include "scoring/robustness.h"
#include "support.h"

#include <math.h>
#include <string.h>

#define TRIALS 20000

/* Elsewhere the net flow is returned with its sign turned, so that what is worst everywhere comes
 * first (JMcDM). */
static void
test_net_flow_is_not_negated (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_new (3, 2);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  const double data[] = { 1, 1, 3, 3, 2, 2 };
  const double expected[] = { -1, 1, 0 };
  const unsigned ranks[] = { 3, 1, 2 };

  memcpy (problem->performances, data, sizeof data);
  test_evaluate (problem, SL_METHOD_PROMETHEE, evaluation);
  assert_all_near (sl_evaluation_get_scores (evaluation), expected, 3, 0, "phi");
  assert_same_ranks (sl_evaluation_get_ranks (evaluation), ranks, 3);
}

/* Elsewhere an object with thresholds p and q serves once and fails when it is asked again
 * (pymcdm): what a slider does all the time. */
static void
test_thresholds_serve_again (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_random (8, 10, 4);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  double scores[10];

  for (size_t j = 0; j < 4; j++)
    problem->scales[j].preference = SL_PREFERENCE_LINEAR;
  test_evaluate (problem, SL_METHOD_PROMETHEE, evaluation);
  memcpy (scores, sl_evaluation_get_scores (evaluation), sizeof scores);
  problem->weights[2] *= 3;
  test_evaluate (problem, SL_METHOD_PROMETHEE, evaluation);
  assert_true (memcmp (scores, sl_evaluation_get_scores (evaluation), sizeof scores) != 0);
  problem->weights[2] /= 3;
  test_evaluate (problem, SL_METHOD_PROMETHEE, evaluation);
  assert_all_near (sl_evaluation_get_scores (evaluation), scores, 10, 1e-15, "phi");
}

/* As inconsistent as a cycle of a few judgements makes n criteria. */
static SlAhp
weigh_cycle (size_t n, SlPrioritisation prioritisation, double *weights)
{
  double judgements[SL_AHP_MAX_CRITERIA * SL_AHP_MAX_CRITERIA];
  g_autoptr (GError) error = NULL;
  SlAhp ahp;

  for (size_t i = 0; i < n * n; i++)
    judgements[i] = 1;
  for (size_t i = 0; i + 1 < n; i++) {
    judgements[i * n + i + 1] = 3;
    judgements[(i + 1) * n + i] = 1 / 3.0;
  }
  if (!sl_weights_ahp (judgements, n, prioritisation, weights, &ahp, &error))
    fail_msg ("%s", error->message);
  return ahp;
}

/* Elsewhere the random index is 1 from nine criteria on and 100 for two (gluc/ahp), so that nine
 * contradict each other 1.45 times as much as they do, and two are compared at all. */
static void
test_random_index_for_two_and_from_nine (void **state)
{
  const double table[] = { 1.45, 1.49, 1.51 };
  double weights[SL_AHP_MAX_CRITERIA];
  SlAhp two = weigh_cycle (2, SL_PRIORITISATION_EIGENVECTOR, weights);

  assert_near (two.cr, 0, 0, "CR", 2);
  assert_near (two.random_index, 0, 0, "random index", 2);
  for (size_t n = 9; n <= 11; n++) {
    SlAhp ahp = weigh_cycle (n, SL_PRIORITISATION_EIGENVECTOR, weights);

    assert_true (ahp.ci > 0);
    assert_near (ahp.cr, ahp.ci / table[n - 9], 1e-15, "CR", n);
  }
}

/* Five programs use four tables of random indices, so a ratio means nothing unless its table is
 * named: .58 for three and 1.24 for six are Saaty's; .52, .5799, 1.26 and 1.2358 are not. */
static void
test_table_of_random_indices_is_named (void **state)
{
  double weights[SL_AHP_MAX_CRITERIA];

  assert_string_equal (SL_RANDOM_INDEX_NAME, "Saaty");
  assert_near (weigh_cycle (3, SL_PRIORITISATION_EIGENVECTOR, weights).random_index, 0.58, 0,
               "random index", 3);
  assert_near (weigh_cycle (6, SL_PRIORITISATION_EIGENVECTOR, weights).random_index, 1.24, 0,
               "random index", 6);
}

/* Elsewhere TOPSIS silently takes another normalisation than the literature's, and the classic
 * example gets another winner (pymcdm; Opricovic & Tzeng 2004). Here each form has its name, and
 * the one that nobody named is neither: it depends on fixed scales alone. */
static void
test_topsis_normalises_as_it_is_told (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_new (3, 2);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  const double data[] = { 1, 3000, 2, 3750, 5, 4500 };

  assert_int_equal (SL_METHOD_OPTIONS_DEFAULT.normalisation, SL_NORMALISATION_FIXED);
  memcpy (problem->performances, data, sizeof data);
  problem->scales[0].direction = SL_DIRECTION_MIN;
  assert_true (sl_normalisation_from_id ("vector", &problem->options.normalisation, NULL));
  test_evaluate (problem, SL_METHOD_TOPSIS, evaluation);
  assert_near (sl_evaluation_get_scores (evaluation)[0], 0.762, 5e-4, "closeness", 0);
  assert_int_equal (sl_evaluation_get_ranks (evaluation)[0], 1);
  assert_true (sl_normalisation_from_id ("minmax", &problem->options.normalisation, NULL));
  test_evaluate (problem, SL_METHOD_TOPSIS, evaluation);
  assert_near (sl_evaluation_get_scores (evaluation)[1], 0.617, 5e-4, "closeness", 1);
  assert_int_equal (sl_evaluation_get_ranks (evaluation)[1], 1);
}

/* Elsewhere a criterion that is equal for all is refused (pymcdm), dropped with a warning
 * (scikit-criteria) or shifted by a little (pyDecision). Here it tells nobody apart: VIKOR gives
 * what it gives without it, to the digit. */
static void
test_vikor_takes_an_equal_criterion (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_new (3, 3);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  const double data[] = { 1, 3000, 7, 2, 3750, 7, 5, 4500, 7 };
  const double expected[] = { 1, 0, 1 };

  memcpy (problem->performances, data, sizeof data);
  problem->scales[0].direction = SL_DIRECTION_MIN;
  test_evaluate (problem, SL_METHOD_VIKOR, evaluation);
  assert_all_near (sl_evaluation_get_q (evaluation), expected, 3, 1e-12, "Q");
}

static void
assert_all_numbers (const TestProblem *problem)
{
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();

  for (unsigned method = 0; method < SL_N_METHODS; method++) {
    test_evaluate (problem, (SlMethod) method, evaluation);
    for (size_t i = 0; i < problem->problem.n_alternatives; i++)
      assert_true (isfinite (sl_evaluation_get_scores (evaluation)[i]));
  }
}

/* Elsewhere weights of zero, and columns that are constant or all zero, make a NaN or break the
 * method (open-AIMS/ADRIA.jl#629, quatrope/scikit-criteria#8). */
static void
test_zero_weights_and_columns_are_no_nan (void **state)
{
  for (unsigned k = 0; k < SL_NORMALISATION_NONE; k++) {
    g_autoptr (TestProblem) problem = test_problem_random (k, 6, 4);

    problem->options.normalisation = (SlNormalisation) k;
    problem->weights[0] = problem->weights[1] = 0;
    assert_all_numbers (problem);
    for (size_t i = 0; i < 6; i++) {
      problem->performances[i * 4 + 1] = 0;
      problem->performances[i * 4 + 2] = 3;
    }
    assert_all_numbers (problem);
    problem->weights[1] = 1;
    assert_all_numbers (problem);
  }
}

/* Which alternatives are the compromise: a bit for each. */
static unsigned
find_compromise (const double *data, size_t n, size_t m, const double *weights)
{
  g_autoptr (TestProblem) problem = test_problem_new (n, m);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  unsigned compromise = 0;

  memcpy (problem->performances, data, n * m * sizeof *data);
  problem->problem.weights = weights;
  test_evaluate (problem, SL_METHOD_VIKOR, evaluation);
  for (size_t i = 0; i < n; i++)
    compromise |= sl_evaluation_get_compromise (evaluation)[i] ? 1u << i : 0;
  return compromise;
}

/* Elsewhere only two of the three cases of the compromise rule are known (pyDecision): the first
 * alone; first and second, where the first is first by neither S nor R; and all that are close.
 * From the tests of scikit-criteria. */
static void
test_vikor_knows_three_compromises (void **state)
{
  const double alone[] = { -1, 3000, -2, 3750, -5, 4500 };
  const double two[] = { -1, -101, -1,  -101, -1,  -101, -1,  -101, -1,  -101, -1,  -1, -1,
                         -1, -101, -11, -11,  -11, -16,  -61, -56,  -56, -56,  -56, -56 };
  const double close[] = { 5, 8, 4, 7, 6, 8, 8, 8, 6, 7, 4, 6 };
  const double weights[] = { 0.3, 0.4, 0.3 };

  assert_int_equal (find_compromise (alone, 3, 2, NULL), 1 << 1);
  assert_int_equal (find_compromise (two, 5, 5, NULL), 1 << 3 | 1 << 4);
  assert_int_equal (find_compromise (close, 4, 3, weights), 1 << 1 | 1 << 2);
}

/* Elsewhere «ratio» is 1 + the share of the way from the least to the most (pyDecision's weighted
 * product), so that twice as much is no longer twice as good. */
static void
test_ratios_are_ratios (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_new (3, 2);
  const double data[] = { 2, 2, 4, 4, 8, 8 };
  const double expected[] = { 0.25, 1, 0.5, 0.5, 1, 0.25 };
  double values[6];

  memcpy (problem->performances, data, sizeof data);
  problem->scales[1].direction = SL_DIRECTION_MIN;
  assert_true (sl_normalise (&problem->problem, SL_NORMALISATION_RATIO, values, NULL));
  assert_all_near (values, expected, 6, 0, "ratio");
}

/* Elsewhere weights were unlike the paper's, as another way was taken from judgements to weights
 * than the paper took (Valdecy/pyDecision#15). Both ways have a name here; they agree on three
 * criteria (Crawford & Williams 1985), and where judgements contradict each other not on more. */
static void
test_prioritisations_are_told_apart (void **state)
{
  double vector[SL_AHP_MAX_CRITERIA], mean[SL_AHP_MAX_CRITERIA];
  double largest = 0;

  assert_string_equal (sl_prioritisation_get_id (SL_PRIORITISATION_EIGENVECTOR), "eigenvector");
  assert_string_equal (sl_prioritisation_get_id (SL_PRIORITISATION_GEOMETRIC_MEAN),
                       "geometric-mean");
  weigh_cycle (3, SL_PRIORITISATION_EIGENVECTOR, vector);
  weigh_cycle (3, SL_PRIORITISATION_GEOMETRIC_MEAN, mean);
  assert_all_near (vector, mean, 3, 1e-12, "weight");
  weigh_cycle (5, SL_PRIORITISATION_EIGENVECTOR, vector);
  weigh_cycle (5, SL_PRIORITISATION_GEOMETRIC_MEAN, mean);
  for (size_t i = 0; i < 5; i++)
    largest = MAX (largest, fabs (vector[i] - mean[i]));
  assert_true (largest > 1e-3);
}

/* The eigenvector of the judgements turned round («how much less important») is not the reciprocal
 * of that of the judgements; the geometric mean's is. Whoever is asked the other way round gets the
 * same weights by the latter alone. */
static void
test_geometric_mean_is_the_same_from_either_side (void **state)
{
  const double judgements[] = { 1, 3,       1 / 5.0, 2, 1 / 3.0, 1, 4,       1,
                                5, 1 / 4.0, 1,       3, 0.5,     1, 1 / 3.0, 1 };
  double turned[16], there[4], back[4];
  SlAhp ahp;

  for (size_t i = 0; i < 4; i++)
    for (size_t j = 0; j < 4; j++)
      turned[i * 4 + j] = judgements[j * 4 + i];
  assert_true (sl_weights_ahp (judgements, 4, SL_PRIORITISATION_GEOMETRIC_MEAN, there, &ahp, NULL));
  assert_true (sl_weights_ahp (turned, 4, SL_PRIORITISATION_GEOMETRIC_MEAN, back, &ahp, NULL));
  for (size_t i = 1; i < 4; i++)
    assert_near (there[i] / there[0], back[0] / back[i], 1e-12, "ratio", i);
}

/* Elsewhere twelve criteria were too many (Valdecy/pyDecision#6). */
static void
test_twelve_criteria (void **state)
{
  g_autoptr (TestProblem) problem = test_problem_random (12, 12, 12);
  double weights[SL_AHP_MAX_CRITERIA];
  double sum = 0;

  assert_all_numbers (problem);
  assert_near (weigh_cycle (12, SL_PRIORITISATION_EIGENVECTOR, weights).random_index, 1.48, 0,
               "random index", 12);
  for (size_t j = 0; j < 12; j++)
    sum += weights[j];
  assert_near (sum, 1, 1e-14, "sum of weights", 12);
}

/* Elsewhere weights without preference are uniform numbers divided by their sum, which keeps them
 * away from the corners (open-AIMS/ADRIA.jl#327). What is good on one of three criteria beats what
 * is good on the two others where its weight is above 1/2: in a quarter of the simplex, though
 * only in a sixth of such numbers. */
static void
test_weights_without_preference_are_uniform (void **state)
{
  const double data[] = { 1, 0, 0, 0, 1, 1 };
  SlSmaaProblem problem = { .problem = { 2, 3, data, NULL, NULL },
                            .options = { SL_METHOD_ADDITIVE, SL_NORMALISATION_NONE, 0 },
                            .space = SL_WEIGHT_SPACE_ANY };
  g_autoptr (SlSmaa) smaa = sl_smaa_new (&problem, NULL);
  g_autoptr (SlSmaaTally) tally = sl_smaa_tally_new (smaa);
  double acceptability[4];

  sl_smaa_run (smaa, 0, TRIALS, tally, NULL);
  sl_smaa_tally_get_acceptability (tally, acceptability);
  assert_near (acceptability[0], 0.25, 5 * sl_smaa_standard_error (0.25, TRIALS), "share", 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_net_flow_is_not_negated),
    cmocka_unit_test (test_thresholds_serve_again),
    cmocka_unit_test (test_random_index_for_two_and_from_nine),
    cmocka_unit_test (test_table_of_random_indices_is_named),
    cmocka_unit_test (test_topsis_normalises_as_it_is_told),
    cmocka_unit_test (test_vikor_takes_an_equal_criterion),
    cmocka_unit_test (test_zero_weights_and_columns_are_no_nan),
    cmocka_unit_test (test_vikor_knows_three_compromises),
    cmocka_unit_test (test_ratios_are_ratios),
    cmocka_unit_test (test_prioritisations_are_told_apart),
    cmocka_unit_test (test_geometric_mean_is_the_same_from_either_side),
    cmocka_unit_test (test_twelve_criteria),
    cmocka_unit_test (test_weights_without_preference_are_uniform),
  };

  return cmocka_run_group_tests_name ("known defects", tests, NULL, NULL);
}
