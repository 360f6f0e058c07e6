/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "scoring/group.h"

#include <math.h>
#include <string.h>

#define MAX_PEOPLE 12
#define MAX_ALTERNATIVES 30

/* Ranks from numbers of which the lowest is best: ties as competition ranks. */
static void
rank (const double *numbers, size_t n, unsigned *ranks)
{
  for (size_t k = 0; k < n; k++) {
    ranks[k] = 1;
    for (size_t l = 0; l < n; l++)
      ranks[k] += numbers[l] < numbers[k];
  }
}

static void
rank_all (const double *numbers, size_t n_people, size_t n, unsigned *ranks)
{
  for (size_t i = 0; i < n_people; i++)
    rank (numbers + i * n, n, ranks + i * n);
}

/* Few levels make many ties. */
static void
rank_at_random (GRand *random, int n_levels, size_t n_people, size_t n, unsigned *ranks)
{
  double numbers[MAX_PEOPLE * MAX_ALTERNATIVES];

  for (size_t k = 0; k < n_people * n; k++)
    numbers[k] = g_rand_int_range (random, 0, n_levels);
  rank_all (numbers, n_people, n, ranks);
}

/* ---- concordance ---- */

/* Three executives rank six applicants: Siegel 1956, Nonparametric Statistics for the Behavioral
 * Sciences, pages 230-232: S = 25.5, W = .16. */
static void
test_published_w (void **state)
{
  const unsigned ranks[] = {
    1, 6, 3, 2, 5, 4, /* X */
    1, 5, 6, 4, 2, 3, /* Y */
    6, 3, 2, 5, 4, 1, /* Z */
  };

  assert_near (sl_kendall_w (ranks, 3, 6), 25.5 / 157.5, 1e-15, "W", 0);
  assert_near (sl_kendall_w (ranks, 3, 6), 0.16, 0.005, "W as printed", 0);
}

/* Three rankings of ten with ties: Kendall 1948, chapter 6, and Siegel 1956, pages 233-235: S =
 * 591, the correction 9.5, W = .828. */
static void
test_published_w_with_ties (void **state)
{
  const double places[] = {
    1,   4.5, 2,   4.5, 3,   7.5, 6, 9,   7.5, 10,  /* X */
    2.5, 1,   2.5, 4.5, 4.5, 8,   9, 6.5, 10,  6.5, /* Y */
    2,   1,   4.5, 4.5, 4.5, 4.5, 8, 8,   8,   10,  /* Z */
  };
  unsigned ranks[30];
  double means[10];
  const double sums[] = { 5.5, 6.5, 9, 13.5, 12, 20, 23, 23.5, 25.5, 26.5 };

  rank_all (places, 3, 10, ranks);
  assert_near (sl_kendall_w (ranks, 3, 10), 591 / (742.5 - 3 * 9.5), 1e-15, "W", 0);
  assert_near (sl_kendall_w (ranks, 3, 10), 0.828, 0.0005, "W as printed", 0);

  sl_mean_ranks (ranks, 3, 10, means);
  for (size_t k = 0; k < 10; k++)
    assert_near (means[k], sums[k] / 3, 1e-15, "mean place", k);
}

static void
test_w_at_its_limits (void **state)
{
  const unsigned same[] = { 1, 2, 2, 4, 1, 2, 2, 4, 1, 2, 2, 4 };
  const unsigned opposite[] = { 1, 2, 3, 4, 4, 3, 2, 1 };
  const unsigned level[] = { 1, 1, 1, 1, 1, 1 };
  const unsigned half_level[] = { 1, 1, 1, 1, 2, 3 };
  const unsigned alone[] = { 1, 1 };

  assert_near (sl_kendall_w (same, 3, 4), 1, 0, "same", 0);
  assert_near (sl_kendall_w (same, 1, 4), 1, 0, "one person", 0);
  assert_near (sl_kendall_w (opposite, 2, 4), 0, 0, "opposite", 0);
  assert_true (isnan (sl_kendall_w (level, 2, 3)));
  assert_true (isnan (sl_kendall_w (alone, 2, 1)));
  /* 12 * 2 / (4 * 24 - 2 * 24) */
  assert_near (sl_kendall_w (half_level, 2, 3), 0.5, 1e-15, "one of two level", 0);
}

/* Pearson's correlation of two rankings' shared places, which is Spearman's rho. */
static double
find_rho (const double *a, const double *b, size_t n)
{
  double mean = ((double) n + 1) / 2;
  double both = 0, first = 0, second = 0;

  for (size_t k = 0; k < n; k++) {
    both += (a[k] - mean) * (b[k] - mean);
    first += (a[k] - mean) * (a[k] - mean);
    second += (b[k] - mean) * (b[k] - mean);
  }
  return both / sqrt (first * second);
}

/* Without ties W follows from the mean of Spearman's rho over all pairs: W = (rho (p - 1) + 1) / p
 * (Kendall & Babington Smith 1939). */
static void
test_w_by_pairs (void **state)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (unsigned round = 0; round < 300; round++) {
    size_t p = (size_t) g_rand_int_range (random, 2, MAX_PEOPLE + 1);
    size_t n = (size_t) g_rand_int_range (random, 2, MAX_ALTERNATIVES + 1);
    double numbers[MAX_PEOPLE * MAX_ALTERNATIVES];
    unsigned ranks[MAX_PEOPLE * MAX_ALTERNATIVES];
    double sum = 0, rho;

    for (size_t k = 0; k < p * n; k++)
      numbers[k] = g_rand_double (random);
    rank_all (numbers, p, n, ranks);
    for (size_t k = 0; k < p * n; k++)
      numbers[k] = ranks[k];
    for (size_t i = 0; i < p; i++)
      for (size_t j = i + 1; j < p; j++)
        sum += find_rho (numbers + i * n, numbers + j * n, n);
    rho = sum / ((double) (p * (p - 1)) / 2);
    assert_near (sl_kendall_w (ranks, p, n), (rho * ((double) p - 1) + 1) / (double) p, 1e-12, "W",
                 round);
  }
}

/* With ties, from the definition: the variance of the rank sums over the largest that these
 * rankings could have, if all their places were in one order. */
static double
find_w (const unsigned *ranks, size_t p, size_t n)
{
  double sums[MAX_ALTERNATIVES] = { 0 };
  double within = 0, between = 0;
  double mean = ((double) n + 1) / 2;

  for (size_t i = 0; i < p; i++)
    for (size_t k = 0; k < n; k++) {
      double below = 0, level = 0, place;

      for (size_t l = 0; l < n; l++) {
        below += ranks[i * n + l] < ranks[i * n + k];
        level += ranks[i * n + l] == ranks[i * n + k];
      }
      place = below + (level + 1) / 2;
      sums[k] += place;
      within += (place - mean) * (place - mean);
    }
  for (size_t k = 0; k < n; k++)
    between += (sums[k] - (double) p * mean) * (sums[k] - (double) p * mean);
  return between / ((double) p * within);
}

static void
test_w_with_ties_by_definition (void **state)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (unsigned round = 0; round < 500; round++) {
    size_t p = (size_t) g_rand_int_range (random, 1, MAX_PEOPLE + 1);
    size_t n = (size_t) g_rand_int_range (random, 2, MAX_ALTERNATIVES + 1);
    unsigned ranks[MAX_PEOPLE * MAX_ALTERNATIVES];
    double w;

    rank_at_random (random, g_rand_int_range (random, 1, 9), p, n, ranks);
    w = sl_kendall_w (ranks, p, n);
    if (isnan (w)) {
      for (size_t k = 0; k < p * n; k++)
        assert_int_equal (ranks[k], 1);
      continue;
    }
    assert_true (w >= 0 && w <= 1 + 1e-12);
    assert_near (w, find_w (ranks, p, n), 1e-12, "W", round);
  }
}

static void
swap_rows (unsigned *ranks, size_t n, size_t a, size_t b)
{
  for (size_t k = 0; k < n; k++) {
    unsigned kept = ranks[a * n + k];

    ranks[a * n + k] = ranks[b * n + k];
    ranks[b * n + k] = kept;
  }
}

static void
swap_columns (unsigned *ranks, size_t p, size_t n, size_t a, size_t b)
{
  for (size_t i = 0; i < p; i++) {
    unsigned kept = ranks[i * n + a];

    ranks[i * n + a] = ranks[i * n + b];
    ranks[i * n + b] = kept;
  }
}

/* Neither the order of people nor that of alternatives matters, nor which end is the best. */
static void
test_w_is_symmetric (void **state)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (unsigned round = 0; round < 200; round++) {
    size_t p = (size_t) g_rand_int_range (random, 2, MAX_PEOPLE + 1);
    size_t n = (size_t) g_rand_int_range (random, 2, MAX_ALTERNATIVES + 1);
    unsigned ranks[MAX_PEOPLE * MAX_ALTERNATIVES];
    double reversed[MAX_PEOPLE * MAX_ALTERNATIVES];
    double w;

    rank_at_random (random, 12, p, n, ranks);
    w = sl_kendall_w (ranks, p, n);
    if (isnan (w))
      continue;
    swap_rows (ranks, n, 0, p - 1);
    assert_near (sl_kendall_w (ranks, p, n), w, 0, "people", round);
    swap_columns (ranks, p, n, 0, n - 1);
    assert_near (sl_kendall_w (ranks, p, n), w, 0, "alternatives", round);
    for (size_t k = 0; k < p * n; k++)
      reversed[k] = -(double) ranks[k];
    rank_all (reversed, p, n, ranks);
    assert_near (sl_kendall_w (ranks, p, n), w, 1e-12, "ends", round);
  }
}

/* ---- Borda ---- */

/* The points of Borda's count: whom each beats, ties half. n less the mean place is their mean. */
static void
test_mean_ranks_are_borda_counts (void **state)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (6);

  for (unsigned round = 0; round < 200; round++) {
    size_t p = (size_t) g_rand_int_range (random, 1, MAX_PEOPLE + 1);
    size_t n = (size_t) g_rand_int_range (random, 1, MAX_ALTERNATIVES + 1);
    unsigned ranks[MAX_PEOPLE * MAX_ALTERNATIVES];
    double means[MAX_ALTERNATIVES];

    rank_at_random (random, 6, p, n, ranks);
    sl_mean_ranks (ranks, p, n, means);
    for (size_t k = 0; k < n; k++) {
      double points = 0;

      for (size_t i = 0; i < p; i++)
        for (size_t l = 0; l < n; l++) {
          if (l == k)
            continue;
          points += ranks[i * n + k] < ranks[i * n + l] ? 1 : 0;
          points += ranks[i * n + k] == ranks[i * n + l] ? 0.5 : 0;
        }
      assert_near ((double) n - means[k], points / (double) p, 1e-12, "points", k);
    }
  }
}

/* ---- means, ranges, regrets ---- */

/* The score by the mean weights is the mean of everybody's scores. */
static void
test_mean_weights_give_mean_scores (void **state)
{
  const double weights[] = { 0.5, 0.3, 0.2, 0.1, 0.1, 0.8 };
  const double matrix[] = { 100, 0, 50, 20, 80, 60, 0, 100, 90 };
  double mean[3], each[6], group[3], scores[3];
  double ranges[3];

  sl_group_mean (weights, 2, 3, mean);
  assert_near (mean[0], 0.3, 1e-15, "mean", 0);
  assert_near (mean[1] + mean[0] + mean[2], 1, 1e-15, "sum", 0);
  for (size_t i = 0; i < 2; i++)
    sl_additive_evaluate (matrix, weights + 3 * i, 3, 3, each + 3 * i, NULL);
  sl_group_mean (each, 2, 3, scores);
  sl_additive_evaluate (matrix, mean, 3, 3, group, NULL);
  assert_all_near (group, scores, 3, 1e-12, "score");

  sl_group_range (weights, 2, 3, ranges);
  assert_all_near (ranges, (const double[]) { 0.4, 0.2, 0.6 }, 3, 1e-15, "range");
}

/* Savage's table of losses, worked by hand. */
static void
test_worst_regrets (void **state)
{
  const double scores[] = {
    80, 70, 10, /* loses 0, 10, 70 */
    20, 65, 70, /* loses 50, 5, 0 */
    60, 60, 60, /* nothing */
  };
  double regrets[3];
  size_t who[3];

  sl_worst_regrets (scores, 3, 3, regrets, who);
  assert_all_near (regrets, (const double[]) { 50, 10, 70 }, 3, 0, "regret");
  assert_int_equal (who[0], 1);
  assert_int_equal (who[1], 0);
  assert_int_equal (who[2], 0);
  sl_worst_regrets (scores, 1, 3, regrets, NULL);
  assert_all_near (regrets, (const double[]) { 0, 10, 70 }, 3, 0, "regret of one");
}

static void
test_regrets_by_brute_force (void **state)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);

  for (unsigned round = 0; round < 200; round++) {
    size_t p = (size_t) g_rand_int_range (random, 1, MAX_PEOPLE + 1);
    size_t n = (size_t) g_rand_int_range (random, 1, MAX_ALTERNATIVES + 1);
    double scores[MAX_PEOPLE * MAX_ALTERNATIVES];
    double regrets[MAX_ALTERNATIVES];
    size_t who[MAX_ALTERNATIVES];

    for (size_t k = 0; k < p * n; k++)
      scores[k] = g_rand_int_range (random, 0, 20);
    sl_worst_regrets (scores, p, n, regrets, who);
    for (size_t k = 0; k < n; k++) {
      double worst = 0;

      for (size_t i = 0; i < p; i++)
        for (size_t l = 0; l < n; l++)
          worst = MAX (worst, scores[i * n + l] - scores[i * n + k]);
      assert_near (regrets[k], worst, 0, "regret", k);
      for (size_t l = 0, found = 0; l < n; l++) {
        found += scores[who[k] * n + l] - scores[who[k] * n + k] == worst;
        assert_true (l + 1 < n || found > 0);
      }
    }
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_published_w),
    cmocka_unit_test (test_published_w_with_ties),
    cmocka_unit_test (test_w_at_its_limits),
    cmocka_unit_test (test_w_by_pairs),
    cmocka_unit_test (test_w_with_ties_by_definition),
    cmocka_unit_test (test_w_is_symmetric),
    cmocka_unit_test (test_mean_ranks_are_borda_counts),
    cmocka_unit_test (test_mean_weights_give_mean_scores),
    cmocka_unit_test (test_worst_regrets),
    cmocka_unit_test (test_regrets_by_brute_force),
  };

  return cmocka_run_group_tests_name ("group", tests, NULL, NULL);
}
