/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/uncertain-values.h"
#include "scoring/problem-private.h"

#include <math.h>

static gboolean
is_number (double x)
{
  return fabs (x) <= SL_LARGEST_NUMBER;
}

static gboolean
is_share (double x)
{
  return x >= 0 && x <= 1;
}

static gboolean
check_cells (const SlUncertainValues *values, size_t m, GError **error)
{
  for (size_t k = 0; k < values->n_rows * m; k++) {
    double low = values->low[k];
    double mode = values->mode[k];
    double high = values->high[k];

    if (!is_number (low) || !is_number (mode) || !is_number (high))
      return sl_fail (error, SL_SCORING_ERROR_NUMBER,
                      "row %zu, column %zu: expected finite numbers within ±1e300, found %g|%g|%g",
                      k / m + 1, k % m + 1, low, mode, high);
    if (low > mode || mode > high)
      return sl_fail (error, SL_SCORING_ERROR_SCALE,
                      "row %zu, column %zu: expected low <= mode <= high, found %g|%g|%g",
                      k / m + 1, k % m + 1, low, mode, high);
  }
  return TRUE;
}

static gboolean
check_mixtures (const SlUncertainValues *values, size_t n, size_t m, GError **error)
{
  if (values->first == NULL && n > values->n_rows)
    return sl_fail (error, SL_SCORING_ERROR_OPTION,
                    "expected a row for each of %zu alternatives, found %zu", n, values->n_rows);
  for (size_t i = 0; i < n; i++)
    if ((values->first != NULL && values->first[i] >= values->n_rows) ||
        (values->second != NULL && values->second[i] >= values->n_rows))
      return sl_fail (error, SL_SCORING_ERROR_OPTION,
                      "alternative %zu: expected one of %zu rows, found another", i + 1,
                      values->n_rows);
  if (values->second == NULL)
    return TRUE;
  if (values->share == NULL)
    return sl_fail (error, SL_SCORING_ERROR_OPTION, "expected shares for mixtures, found none");
  for (size_t j = 0; j < m; j++)
    if (!is_share (values->share[j]))
      return sl_fail (error, SL_SCORING_ERROR_OPTION,
                      "column %zu: expected a share within 0..1, found %g", j + 1,
                      values->share[j]);
  return TRUE;
}

static gboolean
check_shifts (const SlUncertainValues *values, size_t n, size_t m, GError **error)
{
  if (!(values->minimum <= values->maximum) || values->minimum > SL_LARGEST_NUMBER ||
      values->maximum < -SL_LARGEST_NUMBER)
    return sl_fail (error, SL_SCORING_ERROR_OPTION,
                    "expected a minimum of at most the maximum, found %g and %g", values->minimum,
                    values->maximum);
  for (size_t k = 0; values->shift != NULL && k < n * m; k++)
    if (!is_number (values->shift[k]))
      return sl_fail (error, SL_SCORING_ERROR_NUMBER,
                      "row %zu, column %zu: expected a finite shift within ±1e300, found %g",
                      k / m + 1, k % m + 1, values->shift[k]);
  return TRUE;
}

static gboolean
check_correlations (const SlUncertainValues *values, size_t m, GError **error)
{
  const double *correlation = values->criterion_correlation;

  for (size_t k = 0; correlation != NULL && k < m * m; k++) {
    size_t i = k / m;
    size_t j = k % m;

    if (!(fabs (correlation[k]) <= 1) || correlation[k] != correlation[j * m + i] ||
        (i == j && correlation[k] != 1))
      return sl_fail (error, SL_SCORING_ERROR_OPTION,
                      "columns %zu and %zu: expected a symmetric correlation within ±1 (1 with "
                      "itself), found %g",
                      i + 1, j + 1, correlation[k]);
  }
  if (values->family != NULL && !is_share (values->family_correlation))
    return sl_fail (error, SL_SCORING_ERROR_OPTION,
                    "expected a correlation of families within 0..1, found %g",
                    values->family_correlation);
  return TRUE;
}

static double
mix (const SlUncertainValues *values, const double *cells, size_t m, size_t i, size_t j)
{
  size_t first = values->first != NULL ? values->first[i] : i;
  double x = cells[first * m + j];

  if (values->second != NULL)
    x = values->share[j] * x + (1 - values->share[j]) * cells[values->second[i] * m + j];
  if (values->shift != NULL)
    x += values->shift[i * m + j];
  x = x > values->minimum ? x : values->minimum;
  return x < values->maximum ? x : values->maximum;
}

/* Shifts may carry a cell beyond what the methods are made for. */
static gboolean
check_results (const SlUncertainValues *values, size_t n, size_t m, GError **error)
{
  for (size_t i = 0; i < n; i++)
    for (size_t j = 0; j < m; j++) {
      double low = mix (values, values->low, m, i, j);
      double high = mix (values, values->high, m, i, j);

      if (!is_number (low) || !is_number (high))
        return sl_fail (error, SL_SCORING_ERROR_NUMBER,
                        "row %zu, column %zu: expected performances within ±1e300, found %g to %g",
                        i + 1, j + 1, low, high);
    }
  return TRUE;
}

gboolean
sl_uncertain_values_check (const SlUncertainValues *values,
                           size_t n_alternatives,
                           size_t n_criteria,
                           GError **error)
{
  g_return_val_if_fail (values != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (values->n_rows == 0 || n_alternatives == 0 || n_criteria == 0)
    return sl_fail (error, SL_SCORING_ERROR_EMPTY,
                    "expected at least one row, alternative and column, found %zu, %zu and %zu",
                    values->n_rows, n_alternatives, n_criteria);
  return check_cells (values, n_criteria, error) &&
         check_mixtures (values, n_alternatives, n_criteria, error) &&
         check_shifts (values, n_alternatives, n_criteria, error) &&
         check_correlations (values, n_criteria, error) &&
         check_results (values, n_alternatives, n_criteria, error);
}

void
sl_uncertain_values_apply (const SlUncertainValues *values,
                           const double *cells,
                           size_t n_alternatives,
                           size_t n_criteria,
                           double *performances)
{
  for (size_t i = 0; i < n_alternatives; i++)
    for (size_t j = 0; j < n_criteria; j++)
      performances[i * n_criteria + j] = mix (values, cells, n_criteria, i, j);
}

void
sl_uncertain_values_apply_cell (const SlUncertainValues *values,
                                const double *cells,
                                size_t n_alternatives,
                                size_t n_criteria,
                                size_t cell,
                                double *performances)
{
  size_t row = cell / n_criteria;
  size_t j = cell % n_criteria;

  for (size_t i = 0; i < n_alternatives; i++) {
    size_t first = values->first != NULL ? values->first[i] : i;

    if (first == row || (values->second != NULL && values->second[i] == row))
      performances[i * n_criteria + j] = mix (values, cells, n_criteria, i, j);
  }
}
