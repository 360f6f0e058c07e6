/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <math.h>
#include <string.h>

static void
test_by_whom (void **state)
{
  const double values[] = {
    5, 5, 5,          /* dominates 1 and 3 */
    5, 4, 5,          /* dominates 3 */
    9, 1, 1,          /* best on one criterion */
    4, 4, 4, 5, 5, 5, /* equal to 0: neither dominates the other */
  };
  const unsigned expected[] = { 0, 2, 0, 3, 0 };
  unsigned n_dominators[5];
  gboolean dominates[25];

  sl_dominance (values, NULL, NULL, 5, 3, n_dominators, dominates);
  for (size_t b = 0; b < 5; b++) {
    assert_int_equal (n_dominators[b], expected[b]);
    for (size_t a = 0; a < 5; a++) {
      gboolean yes = ((a == 0 || a == 4) && (b == 1 || b == 3)) || (a == 1 && b == 3);

      assert_int_equal (dominates[a * 5 + b], yes);
    }
  }
}

static void
test_directions (void **state)
{
  const double values[] = { 5, 10, 5, 20, 4, 30 };
  const SlDirection directions[] = { SL_DIRECTION_MAX, SL_DIRECTION_MIN };
  const unsigned expected[] = { 0, 1, 2 };
  unsigned n_dominators[3];

  sl_dominance (values, directions, NULL, 3, 2, n_dominators, NULL);
  assert_same_ranks (n_dominators, expected, 3);
}

static void
test_excluded (void **state)
{
  const double values[] = { 9, 5, 1 };
  const gboolean included[] = { FALSE, TRUE, TRUE };
  const unsigned expected[] = { 0, 0, 1 };
  unsigned n_dominators[3];
  gboolean dominates[9];

  sl_dominance (values, NULL, included, 3, 1, n_dominators, dominates);
  assert_same_ranks (n_dominators, expected, 3);
  assert_false (dominates[0 * 3 + 1]);
  assert_true (dominates[1 * 3 + 2]);
}

/* Who is dominated is never ahead of its dominator, whatever the weights. */
static void
test_dominator_is_ahead (void **state)
{
  for (guint32 seed = 0; seed < 50; seed++) {
    g_autoptr (TestProblem) problem = test_problem_random (seed, 20, 3);
    g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
    SlDirection directions[3];
    unsigned n_dominators[20];
    gboolean dominates[400];

    test_problem_fix_scales (problem);
    for (size_t j = 0; j < 3; j++)
      directions[j] = problem->scales[j].direction;
    sl_dominance (problem->performances, directions, NULL, 20, 3, n_dominators, dominates);
    for (unsigned method = 0; method < SL_N_METHODS; method++) {
      const unsigned *ranks;

      test_evaluate (problem, (SlMethod) method, evaluation);
      ranks = sl_evaluation_get_ranks (evaluation);
      for (size_t a = 0; a < 20; a++)
        for (size_t b = 0; b < 20; b++)
          assert_true (!dominates[a * 20 + b] || ranks[a] <= ranks[b]);
    }
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_by_whom),
    cmocka_unit_test (test_directions),
    cmocka_unit_test (test_excluded),
    cmocka_unit_test (test_dominator_is_ahead),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
