/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/evaluation-private.h"

#define ROWS_AT_ONCE 4

/* Four sums side by side keep the adders busy; each one still runs in the order of the criteria. */
static void
evaluate_four (const double *values, const double *weights, size_t m, double *scores)
{
  const double *a = values;
  const double *b = a + m;
  const double *c = b + m;
  const double *d = c + m;
  double sum_a = 0, sum_b = 0, sum_c = 0, sum_d = 0;

  for (size_t j = 0; j < m; j++) {
    sum_a += weights[j] * a[j];
    sum_b += weights[j] * b[j];
    sum_c += weights[j] * c[j];
    sum_d += weights[j] * d[j];
  }
  scores[0] = sum_a;
  scores[1] = sum_b;
  scores[2] = sum_c;
  scores[3] = sum_d;
}

static double
evaluate_one (const double *values, const double *weights, size_t m)
{
  double sum = 0;

  for (size_t j = 0; j < m; j++)
    sum += weights[j] * values[j];
  return sum;
}

static void
contribute (const double *values, const double *weights, size_t n, size_t m, double *contributions)
{
  for (size_t i = 0; i < n; i++)
    for (size_t j = 0; j < m; j++)
      contributions[i * m + j] = weights[j] * values[i * m + j];
}

void
sl_additive_evaluate (const double *values,
                      const double *weights,
                      size_t n,
                      size_t m,
                      double *scores,
                      double *contributions)
{
  size_t i = 0;

  for (; i + ROWS_AT_ONCE <= n; i += ROWS_AT_ONCE)
    evaluate_four (values + i * m, weights, m, scores + i);
  for (; i < n; i++)
    scores[i] = evaluate_one (values + i * m, weights, m);
  if (contributions != NULL)
    contribute (values, weights, n, m, contributions);
}

void
sl_evaluate_additive (const SlProblem *problem, SlEvaluation *evaluation)
{
  size_t n_loaded;

  for (size_t first = 0; first < problem->n_alternatives; first += n_loaded) {
    n_loaded = sl_evaluation_load_block (evaluation, problem, first);
    sl_additive_evaluate (evaluation->block, evaluation->weights, n_loaded, problem->n_criteria,
                          evaluation->scores + first, NULL);
  }
}
