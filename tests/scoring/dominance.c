/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

static void
test_by_definition (void **state)
{
  const double a[] = { 3, 5, 7 }, b[] = { 3, 4, 7 }, c[] = { 4, 4, 6 };

  assert_true (sl_dominates (a, b, NULL, NULL, 3));
  assert_false (sl_dominates (b, a, NULL, NULL, 3));
  assert_false (sl_dominates (a, c, NULL, NULL, 3));
  assert_false (sl_dominates (c, a, NULL, NULL, 3));
  /* Nobody dominates an equal. */
  assert_false (sl_dominates (a, a, NULL, NULL, 3));
}

/* Of a cost less is better, whether the direction or the ends say so. */
static void
test_costs (void **state)
{
  const double cheap[] = { 10, 5 }, dear[] = { 20, 5 };
  SlScale scales[] = { SL_SCALE_DEFAULT, SL_SCALE_DEFAULT };

  assert_true (sl_dominates (dear, cheap, NULL, scales, 2));
  scales[0].direction = SL_DIRECTION_MIN;
  assert_true (sl_dominates (cheap, dear, NULL, scales, 2));
  assert_false (sl_dominates (dear, cheap, NULL, scales, 2));
  scales[0] = SL_SCALE_DEFAULT;
  scales[0].worst = 100;
  scales[0].best = 0;
  assert_true (sl_dominates (cheap, dear, NULL, scales, 2));
}

static void
test_without_weight_nothing_counts (void **state)
{
  const double a[] = { 3, 1 }, b[] = { 2, 9 };
  const double first[] = { 1, 0 }, both[] = { 0.5, 0.5 };

  assert_true (sl_dominates (a, b, first, NULL, 2));
  assert_false (sl_dominates (a, b, both, NULL, 2));
  assert_false (sl_dominates (b, a, both, NULL, 2));
}

/* Who is dominated is behind, by every method that looks at values alone. */
static void
test_dominated_rank_behind (void **state)
{
  static const SlMethod methods[] = { SL_METHOD_ADDITIVE, SL_METHOD_GEOMETRIC, SL_METHOD_TOPSIS,
                                      SL_METHOD_PROMETHEE };
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  guint n_found = 0;

  for (guint32 seed = 1; seed <= 100; seed++) {
    g_autoptr (TestProblem) problem = test_problem_random (seed, 12, 3);
    size_t n = problem->problem.n_alternatives, m = problem->problem.n_criteria;

    test_problem_fix_scales (problem);
    for (size_t k = 0; k < G_N_ELEMENTS (methods); k++) {
      const double *scores;

      test_evaluate (problem, methods[k], evaluation);
      scores = sl_evaluation_get_scores (evaluation);
      for (size_t a = 0; a < n; a++) {
        for (size_t b = 0; b < n; b++) {
          if (!sl_dominates (problem->performances + a * m, problem->performances + b * m,
                             problem->weights, problem->scales, m))
            continue;
          n_found++;
          assert_true (scores[a] >= scores[b] - 1e-12);
        }
      }
    }
  }
  assert_true (n_found > 100);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_by_definition),
    cmocka_unit_test (test_costs),
    cmocka_unit_test (test_without_weight_nothing_counts),
    cmocka_unit_test (test_dominated_rank_behind),
  };

  return cmocka_run_group_tests_name ("dominance", tests, NULL, NULL);
}
