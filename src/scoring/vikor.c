/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/evaluation-private.h"

#include <float.h>

#define ROWS_AT_ONCE 4
/* Regrets are shares of 1: a spread below this is rounding, and dividing by it would blow it up. */
#define NO_SPREAD 1e-12

typedef struct {
  double low;
  double spread; /* 0 if there is none to speak of */
} Range;

/* Rows side by side keep the adders busy; each sum still runs in the order of the criteria. */
static void
evaluate_rows (const SlEvaluation *evaluation,
               const double *values,
               size_t n_rows,
               size_t m,
               double *s,
               double *r)
{
  const double *best = evaluation->columns.best;
  const double *factors = evaluation->factors;
  double sum[ROWS_AT_ONCE] = { 0 };
  double largest[ROWS_AT_ONCE] = { 0 };

  for (size_t j = 0; j < m; j++)
    for (size_t i = 0; i < n_rows; i++) {
      double regret = factors[j] * (best[j] - values[i * m + j]);

      sum[i] += regret;
      largest[i] = regret > largest[i] ? regret : largest[i];
    }
  for (size_t i = 0; i < n_rows; i++) {
    s[i] = sum[i];
    r[i] = largest[i];
  }
}

static void
find_regrets (const SlProblem *problem, SlEvaluation *evaluation)
{
  size_t m = problem->n_criteria;
  size_t n_loaded;

  for (size_t j = 0; j < m; j++) {
    double length = evaluation->columns.best[j] - evaluation->columns.worst[j];

    evaluation->factors[j] = length >= DBL_MIN ? evaluation->weights[j] / length : 0;
  }
  for (size_t first = 0; first < problem->n_alternatives; first += n_loaded) {
    const double *values = evaluation->block;
    double *s = evaluation->plus + first;
    double *r = evaluation->minus + first;
    size_t i = 0;

    n_loaded = sl_evaluation_load_block (evaluation, problem, first);
    for (; i + ROWS_AT_ONCE <= n_loaded; i += ROWS_AT_ONCE)
      evaluate_rows (evaluation, values + i * m, ROWS_AT_ONCE, m, s + i, r + i);
    for (; i < n_loaded; i++)
      evaluate_rows (evaluation, values + i * m, 1, m, s + i, r + i);
  }
}

static Range
find_range (const double *numbers, size_t n)
{
  double low = numbers[0];
  double high = numbers[0];

  for (size_t i = 1; i < n; i++) {
    low = MIN (low, numbers[i]);
    high = MAX (high, numbers[i]);
  }
  return (Range) { low, high - low > NO_SPREAD ? high - low : 0 };
}

static double
find_share (Range range, double x)
{
  return range.spread > 0 ? (x - range.low) / range.spread : 0;
}

static gboolean
is_first (Range range, double x)
{
  return x - range.low <= SL_TIE_TOLERANCE * range.spread + NO_SPREAD;
}

/* The smallest Q behind the first one and its ties, or the first one if there is none. */
static double
find_second (const double *q, size_t n, double first)
{
  double second = first;

  for (size_t i = 0; i < n; i++)
    if (q[i] - first > SL_TIE_TOLERANCE && (second == first || q[i] < second))
      second = q[i];
  return second;
}

static void
find_compromise (SlEvaluation *evaluation, Range s, Range r)
{
  size_t n = evaluation->n_alternatives;
  const double *q = evaluation->scores;
  double first = find_range (q, n).low;
  double second = find_second (q, n, first);
  double enough = n > 1 ? 1 / (double) (n - 1) - SL_TIE_TOLERANCE : 0;
  gboolean advantage = second == first ? n == 1 : second - first >= enough;
  gboolean stability = TRUE;

  for (size_t i = 0; i < n; i++)
    if (q[i] - first <= SL_TIE_TOLERANCE)
      stability =
          stability && (is_first (s, evaluation->plus[i]) || is_first (r, evaluation->minus[i]));

  for (size_t i = 0; i < n; i++) {
    if (!advantage)
      evaluation->compromise[i] = q[i] - first < enough;
    else
      evaluation->compromise[i] = q[i] - (stability ? first : second) <= SL_TIE_TOLERANCE;
  }
  evaluation->acceptable_advantage = advantage;
  evaluation->acceptable_stability = stability;
}

void
sl_evaluate_vikor (const SlProblem *problem, double v, SlEvaluation *evaluation)
{
  size_t n = problem->n_alternatives;
  Range s, r;

  find_regrets (problem, evaluation);
  s = find_range (evaluation->plus, n);
  r = find_range (evaluation->minus, n);
  for (size_t i = 0; i < n; i++)
    evaluation->scores[i] =
        v * find_share (s, evaluation->plus[i]) + (1 - v) * find_share (r, evaluation->minus[i]);
  find_compromise (evaluation, s, r);
}
