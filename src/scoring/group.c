/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/group.h"

#include <math.h>

/* How many share each place of one ranking, by the place; places are 1 to n. */
static void
count_places (const unsigned *ranks, size_t n, size_t *counts)
{
  for (size_t place = 0; place <= n; place++)
    counts[place] = 0;
  for (size_t k = 0; k < n; k++)
    counts[ranks[k]]++;
}

/* t who share place r have places r to r + t - 1 between them. */
static double
get_shared_place (const size_t *counts, unsigned rank)
{
  return rank + ((double) counts[rank] - 1) / 2;
}

/* Sum of t^3 - t over the groups that tie. */
static double
sum_ties (const size_t *counts, size_t n)
{
  double sum = 0;

  for (size_t place = 1; place <= n; place++) {
    double t = (double) counts[place];

    sum += t * t * t - t;
  }
  return sum;
}

double
sl_kendall_w (const unsigned *ranks, size_t n_people, size_t n)
{
  g_autofree size_t *counts = g_new (size_t, n + 1);
  g_autofree double *sums = g_new0 (double, n);
  double p = (double) n_people;
  double length = (double) n;
  double mean = p * (length + 1) / 2;
  double squares = 0;
  double ties = 0;
  double largest;

  for (size_t i = 0; i < n_people; i++) {
    count_places (ranks + i * n, n, counts);
    ties += sum_ties (counts, n);
    for (size_t k = 0; k < n; k++)
      sums[k] += get_shared_place (counts, ranks[i * n + k]);
  }
  for (size_t k = 0; k < n; k++)
    squares += (sums[k] - mean) * (sums[k] - mean);

  /* All whole numbers, and exact far beyond any number of people and alternatives. */
  largest = p * p * (length * length * length - length) - p * ties;
  return largest > 0 ? 12 * squares / largest : NAN;
}

void
sl_mean_ranks (const unsigned *ranks, size_t n_people, size_t n, double *means)
{
  g_autofree size_t *counts = g_new (size_t, n + 1);

  for (size_t k = 0; k < n; k++)
    means[k] = 0;
  for (size_t i = 0; i < n_people; i++) {
    count_places (ranks + i * n, n, counts);
    for (size_t k = 0; k < n; k++)
      means[k] += get_shared_place (counts, ranks[i * n + k]);
  }
  for (size_t k = 0; k < n; k++)
    means[k] /= (double) n_people;
}

void
sl_group_mean (const double *numbers, size_t n_people, size_t n, double *means)
{
  for (size_t k = 0; k < n; k++) {
    double sum = 0;

    for (size_t i = 0; i < n_people; i++)
      sum += numbers[i * n + k];
    means[k] = sum / (double) n_people;
  }
}

void
sl_group_range (const double *numbers, size_t n_people, size_t n, double *ranges)
{
  for (size_t k = 0; k < n; k++) {
    double lowest = numbers[k];
    double highest = numbers[k];

    for (size_t i = 1; i < n_people; i++) {
      lowest = MIN (lowest, numbers[i * n + k]);
      highest = MAX (highest, numbers[i * n + k]);
    }
    ranges[k] = highest - lowest;
  }
}

static double
find_best (const double *scores, size_t n)
{
  double best = scores[0];

  for (size_t k = 1; k < n; k++)
    best = MAX (best, scores[k]);
  return best;
}

void
sl_worst_regrets (const double *scores, size_t n_people, size_t n, double *regrets, size_t *who)
{
  for (size_t k = 0; k < n; k++)
    regrets[k] = -1;
  for (size_t i = 0; i < n_people; i++) {
    double best = find_best (scores + i * n, n);

    for (size_t k = 0; k < n; k++) {
      double regret = best - scores[i * n + k];

      if (regret <= regrets[k])
        continue;
      regrets[k] = regret;
      if (who != NULL)
        who[k] = i;
    }
  }
}
