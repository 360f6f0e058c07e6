/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/evaluation-private.h"
#include "scoring/problem-private.h"

#include <math.h>
#include <string.h>

/* The flows of one criterion, without comparing all pairs: on the sorted column those that an
 * alternative is preferred to by more than some threshold are the first so many, and that number
 * only grows from one alternative to the next. Between q and p, where the preference is linear, the
 * sum of preferences is kept up to date as its window slides along. */

/* 1 - exp (-d^2 / 2 s^2) rounds to 1 from here on, in units of s. */
#define GAUSSIAN_END 8.7

/* The first alternative, from `start` on, that the one at k is not better than by more than
 * `threshold`. */
static size_t
count_exceeded (const double *x, size_t k, size_t start, double threshold)
{
  while (start < k && x[k] - x[start] > threshold)
    start++;
  return start;
}

/* flows[k] = weight for each alternative that k is better than by more than `threshold`. */
static void
add_steps (const double *x, size_t n, double threshold, double weight, double *flows)
{
  size_t n_exceeded = 0;

  for (size_t k = 0; k < n; k++) {
    n_exceeded = count_exceeded (x, k, n_exceeded, threshold);
    flows[k] += weight * (double) n_exceeded;
  }
}

/* The window holds those at more than q and at most p below: each adds (d - q) / (p - q). Those
 * that leave are taken out before the rest grow by the step, so that no term is
 * ever larger than p - q and none is lost in the sum. */
static void
add_slope (const double *x, size_t n, double q, double p, double *flows)
{
  double window = 0;
  size_t start = 0;
  size_t end = 0;

  for (size_t k = 0; k < n; k++) {
    double step = k > 0 ? x[k] - x[k - 1] : 0;
    size_t new_start = count_exceeded (x, k, start, p);

    for (; start < MIN (new_start, end); start++)
      window -= (x[k - 1] - x[start]) - q;
    start = new_start;
    if (start >= end) {
      end = start;
      window = 0;
    } else if (step > 0) {
      window += step * (double) (end - start);
    }
    for (; end < k && x[k] - x[end] > q; end++)
      window += (x[k] - x[end]) - q;

    flows[k] += (double) start + window / (p - q);
  }
}

/* There is no way around the pairs here, but each is good for both of its ends. */
static void
find_gaussian_flows (const double *x, size_t n, double s, double *plus, double *minus)
{
  size_t start = 0;

  memset (plus, 0, n * sizeof *plus);
  memset (minus, 0, n * sizeof *minus);
  for (size_t k = 0; k < n; k++) {
    size_t new_start = count_exceeded (x, k, start, GAUSSIAN_END * s);

    for (; start < new_start; start++)
      minus[start] += (double) (n - k);
    plus[k] = (double) start;
    for (size_t i = start; i < k; i++) {
      double d = (x[k] - x[i]) / s;
      double preference = 1 - exp (-0.5 * d * d);

      plus[k] += preference;
      minus[i] += preference;
    }
  }
}

/* How much each alternative of an ascending column is preferred to all others together. Not
 * for GAUSSIAN. */
static void
find_preferences (const double *x, size_t n, const SlScale *scale, double *flows)
{
  memset (flows, 0, n * sizeof *flows);

  switch (scale->preference) {
  case SL_PREFERENCE_USUAL:
    add_steps (x, n, 0, 1, flows);
    break;
  case SL_PREFERENCE_U_SHAPE:
    add_steps (x, n, scale->q, 1, flows);
    break;
  case SL_PREFERENCE_V_SHAPE:
    if (scale->p > 0)
      add_slope (x, n, 0, scale->p, flows);
    else
      add_steps (x, n, 0, 1, flows);
    break;
  case SL_PREFERENCE_LEVEL:
    add_steps (x, n, scale->q, 0.5, flows);
    add_steps (x, n, scale->p, 0.5, flows);
    break;
  case SL_PREFERENCE_LINEAR:
    if (scale->p > scale->q)
      add_slope (x, n, scale->q, scale->p, flows);
    else
      add_steps (x, n, scale->q, 1, flows);
    break;
  case SL_PREFERENCE_GAUSSIAN:
  default:
    g_assert_not_reached ();
  }
}

/* The same column seen from the other end, where the worst is the best. */
static void
turn_around (double *x, size_t n)
{
  for (size_t low = 0, high = n - 1; low < high; low++, high--) {
    double other = x[low];

    x[low] = x[high];
    x[high] = other;
  }
}

/* Sorts criterion j, best last, and finds the flows of its alternatives in that order. Returns
 * whose they are. */
static const SlRankEntry *
find_column_flows (const SlProblem *problem,
                   size_t j,
                   SlRankEntry *entries,
                   double *x,
                   double *plus,
                   double *minus)
{
  size_t n = problem->n_alternatives;
  SlScale scale = sl_problem_get_scale (problem, j);
  double sign = sl_problem_is_cost (problem, j) ? -1 : 1;
  const SlRankEntry *sorted;

  for (size_t i = 0; i < n; i++)
    entries[i] =
        (SlRankEntry) { sign * problem->performances[i * problem->n_criteria + j], (unsigned) i };
  sorted = sl_rank_entries_sort (entries, entries + n, n);

  for (size_t k = 0; k < n; k++)
    x[k] = sorted[k].key;
  if (scale.preference == SL_PREFERENCE_GAUSSIAN) {
    find_gaussian_flows (x, n, scale.s, plus, minus);
    return sorted;
  }
  find_preferences (x, n, &scale, plus);
  for (size_t k = 0; k < n; k++)
    x[k] = -sorted[n - 1 - k].key;
  find_preferences (x, n, &scale, minus);
  turn_around (minus, n);
  return sorted;
}

static double
count_others (const SlProblem *problem)
{
  return problem->n_alternatives > 1 ? (double) (problem->n_alternatives - 1) : 1;
}

void
sl_evaluate_promethee (const SlProblem *problem, SlEvaluation *evaluation)
{
  size_t n = problem->n_alternatives;
  double others = count_others (problem);
  double *x = evaluation->sorted;
  double *plus = x + n;
  double *minus = plus + n;

  memset (evaluation->plus, 0, n * sizeof *evaluation->plus);
  memset (evaluation->minus, 0, n * sizeof *evaluation->minus);

  for (size_t j = 0; j < problem->n_criteria; j++) {
    double weight = evaluation->weights[j];
    const SlRankEntry *sorted;

    if (weight == 0)
      continue;
    sorted = find_column_flows (problem, j, evaluation->entries, x, plus, minus);
    for (size_t k = 0; k < n; k++) {
      evaluation->plus[sorted[k].index] += weight * (plus[k] / others);
      evaluation->minus[sorted[k].index] += weight * (minus[k] / others);
    }
  }
  for (size_t i = 0; i < n; i++)
    evaluation->scores[i] = evaluation->plus[i] - evaluation->minus[i];
}

static void
store (double *flows, size_t cell, double flow)
{
  if (flows != NULL)
    flows[cell] = flow;
}

gboolean
sl_promethee_flows (const SlProblem *problem,
                    double *plus,
                    double *minus,
                    double *net,
                    GError **error)
{
  SlMethodOptions options = { SL_METHOD_PROMETHEE, SL_NORMALISATION_FIXED, 0 };
  SlProblem unweighted = *problem;
  size_t n = problem->n_alternatives;
  double others = count_others (problem);
  g_autofree SlRankEntry *entries = NULL;
  g_autofree double *column = NULL;

  unweighted.weights = NULL;
  if (!sl_problem_check (&unweighted, &options, error))
    return FALSE;
  entries = g_new (SlRankEntry, 2 * n);
  column = g_new (double, 3 * n);

  for (size_t j = 0; j < problem->n_criteria; j++) {
    const double *given = column + n;
    const double *taken = column + 2 * n;
    const SlRankEntry *sorted =
        find_column_flows (problem, j, entries, column, column + n, column + 2 * n);

    for (size_t k = 0; k < n; k++) {
      size_t cell = sorted[k].index * problem->n_criteria + j;

      store (plus, cell, given[k] / others);
      store (minus, cell, taken[k] / others);
      store (net, cell, (given[k] - taken[k]) / others);
    }
  }
  return TRUE;
}
