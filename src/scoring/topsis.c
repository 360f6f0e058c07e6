/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/evaluation-private.h"

#include <float.h>
#include <math.h>

#define ROWS_AT_ONCE 4

static double
find_closeness (double square_to_best, double square_to_worst)
{
  double to_best = sqrt (square_to_best);
  double to_worst = sqrt (square_to_worst);

  return to_best + to_worst > 0 ? to_worst / (to_best + to_worst) : 0.5;
}

/* Rows side by side keep the adders busy; each sum still runs in the order of the criteria. */
static void
evaluate_rows (const SlEvaluation *evaluation,
               const double *values,
               size_t n_rows,
               size_t m,
               double *scores)
{
  const double *factors = evaluation->factors;
  const double *best = evaluation->columns.best;
  const double *worst = evaluation->columns.worst;
  double to_best[ROWS_AT_ONCE] = { 0 };
  double to_worst[ROWS_AT_ONCE] = { 0 };

  for (size_t j = 0; j < m; j++)
    for (size_t i = 0; i < n_rows; i++) {
      double above = factors[j] * (best[j] - values[i * m + j]);
      double below = factors[j] * (values[i * m + j] - worst[j]);

      to_best[i] += above * above;
      to_worst[i] += below * below;
    }
  for (size_t i = 0; i < n_rows; i++)
    scores[i] = find_closeness (to_best[i], to_worst[i]);
}

/* The weights in units of the largest weighted length, whose square can be neither too large nor
 * too small for the type. Closeness is a ratio: the unit does not show. */
static void
prepare_factors (SlEvaluation *evaluation, size_t m)
{
  const SlColumns *columns = &evaluation->columns;
  double unit = 0;

  for (size_t j = 0; j < m; j++)
    unit = MAX (unit, evaluation->weights[j] * (columns->best[j] - columns->worst[j]));
  for (size_t j = 0; j < m; j++)
    evaluation->factors[j] = unit >= DBL_MIN ? evaluation->weights[j] / unit : 0;
}

void
sl_evaluate_topsis (const SlProblem *problem, SlEvaluation *evaluation)
{
  size_t m = problem->n_criteria;
  size_t n_loaded;

  prepare_factors (evaluation, m);
  for (size_t first = 0; first < problem->n_alternatives; first += n_loaded) {
    const double *values = evaluation->block;
    double *scores = evaluation->scores + first;
    size_t i = 0;

    n_loaded = sl_evaluation_load_block (evaluation, problem, first);
    for (; i + ROWS_AT_ONCE <= n_loaded; i += ROWS_AT_ONCE)
      evaluate_rows (evaluation, values + i * m, ROWS_AT_ONCE, m, scores + i);
    for (; i < n_loaded; i++)
      evaluate_rows (evaluation, values + i * m, 1, m, scores + i);
  }
}
