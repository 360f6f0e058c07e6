/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/evaluation-private.h"

#include <math.h>

gboolean
sl_geometric_has_floor (SlNormalisation normalisation)
{
  return normalisation == SL_NORMALISATION_FIXED || normalisation == SL_NORMALISATION_MINMAX ||
         normalisation == SL_NORMALISATION_MAX;
}

static void
apply_floor (SlColumns *columns, size_t m)
{
  for (size_t j = 0; j < m; j++) {
    columns->low[j] = MAX (columns->low[j], SL_GEOMETRIC_FLOOR);
    columns->high[j] = MAX (columns->high[j], SL_GEOMETRIC_FLOOR);
  }
}

static void
prepare_exponents (const SlProblem *problem,
                   SlNormalisation normalisation,
                   SlEvaluation *evaluation)
{
  SlColumns *columns = &evaluation->columns;

  for (size_t j = 0; j < problem->n_criteria; j++) {
    evaluation->factors[j] = evaluation->weights[j];
    if (normalisation == SL_NORMALISATION_NONE && sl_problem_is_cost (problem, j)) {
      columns->length[j] = 1;
      evaluation->factors[j] = -evaluation->weights[j];
    }
    /* 0^0 is 1: nothing of a zero must reach the logarithm of a criterion that does not count. */
    if (evaluation->weights[j] == 0)
      columns->low[j] = columns->high[j] = 1;
  }
}

static double
evaluate_row (const double *values, const double *exponents, size_t m)
{
  double sum = 0;

  for (size_t j = 0; j < m; j++)
    sum += exponents[j] * log (values[j]);
  return exp (sum);
}

void
sl_evaluate_geometric (const SlProblem *problem,
                       SlNormalisation normalisation,
                       SlEvaluation *evaluation)
{
  size_t m = problem->n_criteria;
  size_t n_loaded;

  if (sl_geometric_has_floor (normalisation))
    apply_floor (&evaluation->columns, m);
  prepare_exponents (problem, normalisation, evaluation);

  for (size_t first = 0; first < problem->n_alternatives; first += n_loaded) {
    n_loaded = sl_evaluation_load_block (evaluation, problem, first);
    for (size_t i = 0; i < n_loaded; i++)
      evaluation->scores[first + i] =
          evaluate_row (evaluation->block + i * m, evaluation->factors, m);
  }
}
