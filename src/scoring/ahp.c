/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/problem-private.h"

#include <math.h>

/* ln 1.05: what a reciprocal may be off by, so that 1/8 may be written as .13. */
#define RECIPROCAL_TOLERANCE 0.04879
/* Deviations, as logarithms, that differ by less are equal, and less than this is none. */
#define FITS 1e-9
#define LARGEST_JUDGEMENT 1e6
#define MOST_ITERATIONS 10000
#define CONVERGED 1e-15

/* Saaty 1980, The Analytic Hierarchy Process; by number of criteria. */
static const double random_indices[SL_AHP_MAX_CRITERIA + 1] = { 0,    0,    0,    0.58, 0.90, 1.12,
                                                                1.24, 1.32, 1.41, 1.45, 1.49, 1.51,
                                                                1.48, 1.56, 1.57, 1.59 };

static gboolean
check_judgement (const double *judgements, size_t n, size_t row, size_t column, GError **error)
{
  double judgement = judgements[row * n + column];
  double reverse = judgements[column * n + row];

  if (!(judgement >= 1 / LARGEST_JUDGEMENT && judgement <= LARGEST_JUDGEMENT))
    return sl_fail (error, SL_SCORING_ERROR_NUMBER,
                    "row %zu, column %zu: expected a judgement within 1e-6..1e6, found %g", row + 1,
                    column + 1, judgement);
  if (row == column && judgement != 1)
    return sl_fail (error, SL_SCORING_ERROR_NUMBER,
                    "row %zu, column %zu: expected 1 on the diagonal, found %g", row + 1,
                    column + 1, judgement);
  if (row > column && fabs (log (judgement) + log (reverse)) > RECIPROCAL_TOLERANCE)
    return sl_fail (error, SL_SCORING_ERROR_NUMBER,
                    "row %zu, column %zu: expected the reciprocal of row %zu, column %zu, %g, "
                    "found %g",
                    row + 1, column + 1, column + 1, row + 1, 1 / reverse, judgement);
  return TRUE;
}

static gboolean
check_judgements (const double *judgements, size_t n, GError **error)
{
  if (n == 0)
    return sl_fail (error, SL_SCORING_ERROR_EMPTY, "expected at least one row and one column");
  if (n > SL_AHP_MAX_CRITERIA)
    return sl_fail (error, SL_SCORING_ERROR_OPTION,
                    "expected at most %d criteria, where " SL_RANDOM_INDEX_NAME
                    "'s random indices end, found %zu",
                    SL_AHP_MAX_CRITERIA, n);
  for (size_t row = 0; row < n; row++)
    for (size_t column = 0; column < n; column++)
      if (!check_judgement (judgements, n, row, column, error))
        return FALSE;
  return TRUE;
}

static void
find_geometric_means (const double *judgements, size_t n, double *weights)
{
  double largest = -INFINITY;

  for (size_t i = 0; i < n; i++) {
    double sum = 0;

    for (size_t j = 0; j < n; j++)
      sum += log (judgements[i * n + j]);
    weights[i] = sum / (double) n;
    largest = MAX (largest, weights[i]);
  }
  for (size_t i = 0; i < n; i++)
    weights[i] = exp (weights[i] - largest);
  sl_weights_normalise (weights, n, weights);
}

static double
multiply_row (const double *judgements, const double *weights, size_t n, size_t row)
{
  double sum = 0;

  for (size_t j = 0; j < n; j++)
    sum += judgements[row * n + j] * weights[j];
  return sum;
}

/* Power iteration: the matrix is positive, so its largest eigenvalue is single and what remains of
 * any positive start (Perron). The geometric means are close already. */
static void
find_eigenvector (const double *judgements, size_t n, double *weights)
{
  double next[SL_AHP_MAX_CRITERIA];
  double change = INFINITY;

  find_geometric_means (judgements, n, weights);
  for (unsigned k = 0; k < MOST_ITERATIONS && change > CONVERGED; k++) {
    change = 0;
    for (size_t i = 0; i < n; i++)
      next[i] = multiply_row (judgements, weights, n, i);
    sl_weights_normalise (next, n, next);
    for (size_t i = 0; i < n; i++) {
      change = MAX (change, fabs (next[i] - weights[i]));
      weights[i] = next[i];
    }
  }
}

static void
find_consistency (const double *judgements, const double *weights, size_t n, SlAhp *ahp)
{
  double sum = 0;

  for (size_t i = 0; i < n; i++)
    sum += multiply_row (judgements, weights, n, i) / weights[i];
  ahp->lambda_max = sum / (double) n;
  ahp->random_index = random_indices[n];
  ahp->ci = n > 1 ? MAX (ahp->lambda_max - (double) n, 0) / (double) (n - 1) : 0;
  ahp->cr = n > 2 ? ahp->ci / ahp->random_index : 0;
}

static void
find_worst_judgement (const double *judgements, const double *weights, size_t n, SlAhp *ahp)
{
  double largest = 0;

  ahp->worst_row = ahp->worst_column = 0;
  ahp->fitting_judgement = 1;
  for (size_t i = 0; i < n; i++)
    for (size_t j = i + 1; j < n; j++) {
      double fitting = weights[i] / weights[j];
      double deviation = fabs (log (judgements[i * n + j] / fitting));

      if (deviation > largest + FITS) {
        largest = deviation;
        ahp->worst_row = i;
        ahp->worst_column = j;
        ahp->fitting_judgement = fitting;
      }
    }
}

gboolean
sl_weights_ahp (const double *judgements,
                size_t n,
                SlPrioritisation prioritisation,
                double *weights,
                SlAhp *ahp,
                GError **error)
{
  g_return_val_if_fail (judgements != NULL && weights != NULL && ahp != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!check_judgements (judgements, n, error))
    return FALSE;
  switch (prioritisation) {
  case SL_PRIORITISATION_EIGENVECTOR:
    find_eigenvector (judgements, n, weights);
    break;
  case SL_PRIORITISATION_GEOMETRIC_MEAN:
    find_geometric_means (judgements, n, weights);
    break;
  default:
    return sl_fail (error, SL_SCORING_ERROR_OPTION, "unknown prioritisation %d",
                    (int) prioritisation);
  }
  find_consistency (judgements, weights, n, ahp);
  find_worst_judgement (judgements, weights, n, ahp);
  return TRUE;
}
