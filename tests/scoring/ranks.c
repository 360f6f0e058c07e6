/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <math.h>
#include <string.h>

static void
check_case (void **state)
{
  JsonObject *object = *state;
  gboolean high_is_best = json_object_get_boolean_member (object, "higher_is_better");
  size_t n;
  g_autofree double *scores = test_read_numbers (object, "input", &n);
  g_autofree unsigned *ranks = g_new (unsigned, n);

  for (size_t i = 0; i < n; i++)
    scores[i] = high_is_best ? scores[i] : -scores[i];
  sl_ranks_competition (scores, NULL, n, 1e-12, ranks);
  assert_expected_ranks (object, "competition", ranks);
}

/* A tie is measured from the best of its group: a chain of small steps is not one long tie. */
static void
test_tolerance (void **state)
{
  const double scores[] = { 0.5, 1, 1 - 4e-10, 1 - 8e-10, 1 - 12e-10, 1 - 16e-10 };
  const unsigned expected[] = { 6, 1, 1, 1, 4, 4 };
  unsigned ranks[6];

  sl_ranks_competition (scores, NULL, 6, 1e-9, ranks);
  assert_same_ranks (ranks, expected, 6);
}

static void
test_excluded (void **state)
{
  const double scores[] = { 3, 9, 5, 5, 1 };
  const gboolean included[] = { TRUE, FALSE, TRUE, TRUE, TRUE };
  const gboolean nobody[] = { FALSE, FALSE, FALSE, FALSE, FALSE };
  const unsigned expected[] = { 3, 0, 1, 1, 4 };
  const unsigned none[] = { 0, 0, 0, 0, 0 };
  unsigned ranks[5];

  sl_ranks_competition (scores, included, 5, 0, ranks);
  assert_same_ranks (ranks, expected, 5);
  sl_ranks_competition (scores, nobody, 5, 0, ranks);
  assert_same_ranks (ranks, none, 5);
}

/* By the definition: one more than are strictly better. Sizes on both sides of the two ways to sort
 * and of the memory on the stack; few different scores, so that there are many ties. */
static void
test_any_size (void **state)
{
  const size_t sizes[] = { 0, 1, 2, 15, 63, 64, 65, 255, 256, 257, 1000 };
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (size_t k = 0; k < G_N_ELEMENTS (sizes); k++) {
    size_t n = sizes[k];
    g_autofree double *scores = g_new (double, n);
    g_autofree unsigned *ranks = g_new (unsigned, n);

    for (size_t i = 0; i < n; i++)
      scores[i] = g_rand_int_range (random, -50, 50);
    sl_ranks_competition (scores, NULL, n, 0, ranks);
    for (size_t i = 0; i < n; i++) {
      unsigned better = 0;

      for (size_t other = 0; other < n; other++)
        better += scores[other] > scores[i];
      assert_int_equal (ranks[i], better + 1);
    }
  }
}

/* With few scores and with many, which are sorted in different ways. */
static void
test_signed_zeros_tie (void **state)
{
  double scores[90];
  unsigned ranks[90];

  for (size_t n = 3; n <= 90; n += 87) {
    for (size_t i = 0; i < n; i++)
      scores[i] = i % 3 == 0 ? -0.0 : i % 3 == 1 ? 0.0 : -1.0;
    sl_ranks_competition (scores, NULL, n, 0, ranks);
    for (size_t i = 0; i < n; i++)
      assert_int_equal (ranks[i], i % 3 == 2 ? 2 * n / 3 + 1 : 1);
  }
}

/* Of every size that the type has, both signs. */
static void
test_wide_range (void **state)
{
  double scores[1200];
  unsigned ranks[1200];

  for (int i = 0; i < 600; i++) {
    scores[i] = pow (10, 300 - i);
    scores[1199 - i] = -scores[i];
  }
  sl_ranks_competition (scores, NULL, 1200, 0, ranks);
  for (unsigned i = 0; i < 1200; i++)
    assert_int_equal (ranks[i], i + 1);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_tolerance),  cmocka_unit_test (test_excluded),
    cmocka_unit_test (test_any_size),   cmocka_unit_test (test_signed_zeros_tie),
    cmocka_unit_test (test_wide_range),
  };

  return TEST_RUN ("ranks", tests, check_case, FALSE);
}
