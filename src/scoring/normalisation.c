/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/normalisation-private.h"

#include <float.h>
#include <math.h>

void
sl_columns_reserve (SlColumns *columns, size_t n_criteria)
{
  if (n_criteria <= columns->capacity)
    return;
  columns->origin = g_renew (double, columns->origin, n_criteria);
  columns->length = g_renew (double, columns->length, n_criteria);
  columns->low = g_renew (double, columns->low, n_criteria);
  columns->high = g_renew (double, columns->high, n_criteria);
  columns->numerator = g_renew (double, columns->numerator, n_criteria);
  columns->reciprocal = g_renew (size_t, columns->reciprocal, n_criteria);
  columns->best = g_renew (double, columns->best, n_criteria);
  columns->worst = g_renew (double, columns->worst, n_criteria);
  columns->minimum = g_renew (double, columns->minimum, n_criteria);
  columns->maximum = g_renew (double, columns->maximum, n_criteria);
  columns->sum = g_renew (double, columns->sum, n_criteria);
  columns->capacity = n_criteria;
}

void
sl_columns_clear (SlColumns *columns)
{
  g_free (columns->origin);
  g_free (columns->length);
  g_free (columns->low);
  g_free (columns->high);
  g_free (columns->numerator);
  g_free (columns->reciprocal);
  g_free (columns->best);
  g_free (columns->worst);
  g_free (columns->minimum);
  g_free (columns->maximum);
  g_free (columns->sum);
}

SlScale
sl_problem_get_scale (const SlProblem *problem, size_t criterion)
{
  return problem->scales != NULL ? problem->scales[criterion] : SL_SCALE_DEFAULT;
}

SlDirection
sl_scale_get_direction (const SlScale *scale)
{
  if (!isnan (scale->worst) && !isnan (scale->best))
    return scale->best < scale->worst ? SL_DIRECTION_MIN : SL_DIRECTION_MAX;
  return scale->direction;
}

gboolean
sl_problem_is_cost (const SlProblem *problem, size_t criterion)
{
  SlScale scale = sl_problem_get_scale (problem, criterion);

  return sl_scale_get_direction (&scale) == SL_DIRECTION_MIN;
}

static gboolean
has_all_ends (const SlProblem *problem)
{
  if (problem->scales == NULL)
    return FALSE;
  for (size_t j = 0; j < problem->n_criteria; j++)
    if (isnan (problem->scales[j].worst) || isnan (problem->scales[j].best))
      return FALSE;
  return TRUE;
}

static void
find_extremes (SlColumns *columns, const SlProblem *problem)
{
  size_t m = problem->n_criteria;
  double *restrict minimum = columns->minimum;
  double *restrict maximum = columns->maximum;

  for (size_t j = 0; j < m; j++)
    minimum[j] = maximum[j] = problem->performances[j];
  for (size_t i = 1; i < problem->n_alternatives; i++) {
    const double *restrict row = problem->performances + i * m;

    for (size_t j = 0; j < m; j++) {
      minimum[j] = row[j] < minimum[j] ? row[j] : minimum[j];
      maximum[j] = row[j] > maximum[j] ? row[j] : maximum[j];
    }
  }
}

static void
sum_plain (SlColumns *columns, const SlProblem *problem)
{
  size_t m = problem->n_criteria;
  double *restrict sum = columns->sum;

  for (size_t j = 0; j < m; j++)
    sum[j] = 0;
  for (size_t i = 0; i < problem->n_alternatives; i++) {
    const double *restrict row = problem->performances + i * m;

    for (size_t j = 0; j < m; j++)
      sum[j] += row[j];
  }
}

static void
sum_squares (SlColumns *columns, const SlProblem *problem)
{
  size_t m = problem->n_criteria;
  double *restrict sum = columns->sum;

  for (size_t j = 0; j < m; j++)
    sum[j] = 0;
  for (size_t i = 0; i < problem->n_alternatives; i++) {
    const double *restrict row = problem->performances + i * m;

    for (size_t j = 0; j < m; j++)
      sum[j] += row[j] * row[j];
  }
}

static double
sum_reciprocals (const SlProblem *problem, size_t criterion)
{
  double sum = 0;

  for (size_t i = 0; i < problem->n_alternatives; i++)
    sum += 1 / problem->performances[i * problem->n_criteria + criterion];
  return sum;
}

static double
find_norm (const SlColumns *columns, const SlProblem *problem, size_t criterion)
{
  double squares = columns->sum[criterion];
  double largest = MAX (fabs (columns->minimum[criterion]), fabs (columns->maximum[criterion]));

  if (squares > DBL_MIN / DBL_EPSILON && isfinite (squares))
    return sqrt (squares);

  /* The squares left the range of the type, the numbers did not. */
  squares = 0;
  for (size_t i = 0; i < problem->n_alternatives; i++) {
    double share = problem->performances[i * problem->n_criteria + criterion] / largest;

    squares += share * share;
  }
  return largest * sqrt (squares);
}

static void
set_linear (SlColumns *columns, size_t j, double origin, double length)
{
  columns->origin[j] = origin;
  columns->length[j] = length;
  columns->low[j] = -INFINITY;
  columns->high[j] = INFINITY;
}

static void
set_constant (SlColumns *columns, size_t j, double value)
{
  columns->origin[j] = 0;
  columns->length[j] = 1;
  columns->low[j] = columns->high[j] = value;
  columns->best[j] = columns->worst[j] = value;
}

static void
set_reciprocal (SlColumns *columns, size_t j, double numerator)
{
  set_linear (columns, j, 0, 1);
  columns->numerator[j] = numerator;
  columns->reciprocal[columns->n_reciprocal++] = j;
}

static void
prepare_ends (SlColumns *columns, size_t j, double worst, double best)
{
  set_linear (columns, j, worst, best - worst);
  columns->low[j] = 0;
  columns->high[j] = 1;
  columns->best[j] = 1;
  columns->worst[j] = 0;
}

static void
prepare_fixed (SlColumns *columns, const SlProblem *problem, size_t j)
{
  SlScale scale = sl_problem_get_scale (problem, j);
  gboolean cost = sl_scale_get_direction (&scale) == SL_DIRECTION_MIN;
  double worst = scale.worst;
  double best = scale.best;

  if (isnan (worst))
    worst = cost ? columns->maximum[j] : columns->minimum[j];
  if (isnan (best))
    best = cost ? columns->minimum[j] : columns->maximum[j];

  if (cost ? best < worst : best > worst)
    prepare_ends (columns, j, worst, best);
  else
    set_constant (columns, j, isnan (scale.worst) ? 1 : 0);
}

static void
prepare_minmax (SlColumns *columns, size_t j, gboolean cost)
{
  double low = columns->minimum[j];
  double high = columns->maximum[j];

  if (low < high)
    prepare_ends (columns, j, cost ? high : low, cost ? low : high);
  else
    set_constant (columns, j, 1);
}

/* x / total, or 1 - x / total; a column of zeros is as good as any constant column. */
static void
prepare_share (SlColumns *columns, size_t j, gboolean cost, double total, double constant)
{
  if (columns->minimum[j] == 0 && columns->maximum[j] == 0)
    set_constant (columns, j, cost ? 1 - constant : constant);
  else if (cost)
    set_linear (columns, j, total, -total);
  else
    set_linear (columns, j, 0, total);
}

static void
prepare_ratio (SlColumns *columns, size_t j, gboolean cost)
{
  if (columns->maximum[j] == 0)
    set_constant (columns, j, 1);
  else if (cost)
    set_reciprocal (columns, j, columns->minimum[j]);
  else
    set_linear (columns, j, 0, columns->maximum[j]);
}

static void
prepare_sum (SlColumns *columns, const SlProblem *problem, size_t j, gboolean cost)
{
  if (columns->maximum[j] == 0)
    set_constant (columns, j, 1 / (double) problem->n_alternatives);
  else if (cost)
    set_reciprocal (columns, j, 1 / sum_reciprocals (problem, j));
  else
    set_linear (columns, j, 0, columns->sum[j]);
}

static void
prepare_column (SlColumns *columns,
                const SlProblem *problem,
                size_t j,
                SlNormalisation normalisation)
{
  gboolean cost = sl_problem_is_cost (problem, j);
  double root = sqrt ((double) problem->n_alternatives);

  switch (normalisation) {
  case SL_NORMALISATION_FIXED:
    prepare_fixed (columns, problem, j);
    break;
  case SL_NORMALISATION_MINMAX:
    prepare_minmax (columns, j, cost);
    break;
  case SL_NORMALISATION_RATIO:
    prepare_ratio (columns, j, cost);
    break;
  case SL_NORMALISATION_MAX:
    prepare_share (columns, j, cost, columns->maximum[j], 1);
    break;
  case SL_NORMALISATION_SUM:
    prepare_sum (columns, problem, j, cost);
    break;
  case SL_NORMALISATION_VECTOR:
    prepare_share (columns, j, cost, find_norm (columns, problem, j), 1 / root);
    break;
  case SL_NORMALISATION_NONE:
    set_linear (columns, j, 0, cost ? -1 : 1);
    break;
  default:
    g_assert_not_reached ();
  }
}

static void
measure_from_worst (SlColumns *columns, size_t m)
{
  for (size_t j = 0; j < m; j++)
    columns->origin[j] = columns->length[j] > 0 ? columns->minimum[j] : columns->maximum[j];
}

/* The ends of the normalised columns, by the same operations that the cells go through. */
static void
find_normalised_ends (SlColumns *columns, size_t m)
{
  sl_columns_apply (columns, columns->minimum, 1, m, columns->worst);
  sl_columns_apply (columns, columns->maximum, 1, m, columns->best);
  for (size_t j = 0; j < m; j++) {
    double a = columns->worst[j];
    double b = columns->best[j];

    columns->worst[j] = MIN (a, b);
    columns->best[j] = MAX (a, b);
  }
}

void
sl_columns_prepare (SlColumns *columns,
                    const SlProblem *problem,
                    SlNormalisation normalisation,
                    gboolean distances)
{
  size_t m = problem->n_criteria;

  if (normalisation != SL_NORMALISATION_FIXED || !has_all_ends (problem))
    find_extremes (columns, problem);
  if (normalisation == SL_NORMALISATION_SUM)
    sum_plain (columns, problem);
  if (normalisation == SL_NORMALISATION_VECTOR)
    sum_squares (columns, problem);

  columns->n_reciprocal = 0;
  for (size_t j = 0; j < m; j++)
    prepare_column (columns, problem, j, normalisation);

  if (distances && normalisation != SL_NORMALISATION_FIXED &&
      normalisation != SL_NORMALISATION_MINMAX) {
    measure_from_worst (columns, m);
    find_normalised_ends (columns, m);
  }
}

static void
apply_reciprocals (const SlColumns *columns, const double *row, double *values)
{
  for (size_t k = 0; k < columns->n_reciprocal; k++) {
    size_t j = columns->reciprocal[k];

    values[j] = columns->numerator[j] / row[j];
  }
}

void
sl_columns_apply (const SlColumns *columns, const double *rows, size_t n, size_t m, double *values)
{
  const double *restrict origin = columns->origin;
  const double *restrict length = columns->length;
  const double *restrict low = columns->low;
  const double *restrict high = columns->high;

  for (size_t i = 0; i < n; i++) {
    const double *restrict row = rows + i * m;
    double *restrict value = values + i * m;

    for (size_t j = 0; j < m; j++) {
      double x = (row[j] - origin[j]) / length[j];

      x = x > low[j] ? x : low[j];
      value[j] = x < high[j] ? x : high[j];
    }
    apply_reciprocals (columns, row, value);
  }
}
