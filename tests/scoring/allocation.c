/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A repeated evaluation allocates nothing. The C library's allocation functions are replaced by
 * ones that count; AddressSanitizer replaces them itself, so nothing is counted under it. */

#include "scoring/robustness.h"
#include "support.h"

#include <stdlib.h>

#if defined(__SANITIZE_ADDRESS__)
#define CAN_COUNT 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CAN_COUNT 0
#endif
#endif
#if !defined(CAN_COUNT) && defined(__GLIBC__)
#define CAN_COUNT 1
#endif

static size_t n_allocations;

#if CAN_COUNT
extern void *__libc_malloc (size_t size);
extern void *__libc_calloc (size_t n, size_t size);
extern void *__libc_realloc (void *memory, size_t size);

void *
malloc (size_t size)
{
  n_allocations++;
  return __libc_malloc (size);
}

void *
calloc (size_t n, size_t size)
{
  n_allocations++;
  return __libc_calloc (n, size);
}

void *
realloc (void *memory, size_t size)
{
  n_allocations++;
  return __libc_realloc (memory, size);
}
#endif

/* To be called before anything is owned: a test that is skipped is left without cleaning up. */
static void
skip_unless_counting (void)
{
  n_allocations = 0;
  g_free (g_malloc (1));
  if (n_allocations == 0)
    skip ();
}

static size_t
count_allocations (const TestProblem *problem, SlMethod method, SlEvaluation *evaluation)
{
  size_t before = n_allocations;

  test_evaluate (problem, method, evaluation);
  return n_allocations - before;
}

static void
test_repeated (void **state)
{
  skip_unless_counting ();
  for (unsigned method = 0; method < SL_N_METHODS; method++)
    for (unsigned k = 0; k <= SL_NORMALISATION_NONE; k++) {
      g_autoptr (TestProblem) problem = test_problem_random (k, 700, 9);
      g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();

      problem->options.normalisation = (SlNormalisation) k;
      assert_int_not_equal (count_allocations (problem, (SlMethod) method, evaluation), 0);
      problem->weights[k] *= 3;
      assert_int_equal (count_allocations (problem, (SlMethod) method, evaluation), 0);
    }
}

static void
test_smaller_problem_and_other_method (void **state)
{
  g_autoptr (TestProblem) large = NULL;
  g_autoptr (TestProblem) small = NULL;
  g_autoptr (SlEvaluation) evaluation = NULL;

  skip_unless_counting ();
  large = test_problem_random (1, 100, 9);
  small = test_problem_random (2, 90, 8);
  evaluation = sl_evaluation_new ();
  test_evaluate (large, SL_METHOD_ADDITIVE, evaluation);
  for (unsigned method = 0; method < SL_N_METHODS; method++)
    assert_int_equal (count_allocations (small, (SlMethod) method, evaluation), 0);
}

static void
test_values (void **state)
{
  g_autoptr (TestProblem) problem = NULL;
  double scores[100];
  unsigned ranks[100];
  size_t before;

  skip_unless_counting ();
  problem = test_problem_random (1, 100, 9);
  before = n_allocations;
  sl_additive_evaluate (problem->performances, problem->weights, 100, 9, scores, NULL);
  sl_ranks_competition (scores, NULL, 100, 1e-7, ranks);
  assert_int_equal (n_allocations - before, 0);
}

static void
test_simulation (void **state)
{
  skip_unless_counting ();
  for (unsigned method = 0; method < SL_N_METHODS; method++)
    for (unsigned space = 0; space <= SL_WEIGHT_SPACE_ANY; space++) {
      g_autoptr (TestProblem) problem = test_problem_random (method, 20, 5);
      g_autofree double *high = g_memdup2 (problem->performances, 100 * sizeof (double));
      SlUncertainValues values = { .n_rows = 20,
                                   .low = problem->performances,
                                   .mode = problem->performances,
                                   .high = high,
                                   .maximum = INFINITY };
      SlSmaaProblem uncertain = { .problem = problem->problem,
                                  .options = { (SlMethod) method, SL_NORMALISATION_FIXED, 0.5 },
                                  .values = &values,
                                  .space = (SlWeightSpace) space,
                                  .concentration = 10 };
      g_autoptr (SlSmaa) smaa = NULL;
      g_autoptr (SlSmaaTally) tally = NULL;
      size_t before;

      for (size_t k = 0; k < 100; k++)
        high[k] += 1;
      smaa = sl_smaa_new (&uncertain, NULL);
      tally = sl_smaa_tally_new (smaa);
      sl_smaa_run (smaa, 0, 200, tally, NULL);
      before = n_allocations;
      sl_smaa_run (smaa, 200, 300, tally, NULL);
      assert_int_equal (n_allocations - before, 0);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_repeated),
    cmocka_unit_test (test_smaller_problem_and_other_method),
    cmocka_unit_test (test_values),
    cmocka_unit_test (test_simulation),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
