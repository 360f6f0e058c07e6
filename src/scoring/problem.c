/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/normalisation-private.h"
#include "scoring/problem-private.h"

#include <math.h>
#include <string.h>

static gboolean
is_number (double x)
{
  return fabs (x) <= SL_LARGEST_NUMBER;
}

static gboolean
check_options (const SlMethodOptions *options, GError **error)
{
  if (sl_method_get_id (options->method) == NULL)
    return sl_fail (error, SL_SCORING_ERROR_OPTION, "unknown method %d", (int) options->method);
  if (sl_normalisation_get_id (options->normalisation) == NULL)
    return sl_fail (error, SL_SCORING_ERROR_OPTION, "unknown normalisation %d",
                    (int) options->normalisation);
  if (options->method == SL_METHOD_VIKOR && !(options->v >= 0 && options->v <= 1))
    return sl_fail (error, SL_SCORING_ERROR_OPTION, "v: expected a number within 0..1, found %g",
                    options->v);
  return TRUE;
}

static gboolean
all_numbers (const double *numbers, size_t n)
{
  unsigned n_others = 0;

  for (size_t i = 0; i < n; i++)
    n_others += !is_number (numbers[i]);
  return n_others == 0;
}

static gboolean
check_performances (const SlProblem *problem, GError **error)
{
  size_t n = problem->n_alternatives * problem->n_criteria;

  if (all_numbers (problem->performances, n))
    return TRUE;
  for (size_t i = 0; i < n; i++)
    if (!is_number (problem->performances[i]))
      return sl_fail_at (error, problem, i, "a finite number within ±1e300");
  g_assert_not_reached ();
}

static gboolean
check_weights (const SlProblem *problem, GError **error)
{
  gboolean any = FALSE;

  if (problem->weights == NULL)
    return TRUE;
  for (size_t j = 0; j < problem->n_criteria; j++) {
    if (!is_number (problem->weights[j]) || problem->weights[j] < 0)
      return sl_fail (error, SL_SCORING_ERROR_WEIGHT,
                      "column %zu: expected a weight of zero or more, found %g", j + 1,
                      problem->weights[j]);
    any = any || problem->weights[j] > 0;
  }
  if (!any)
    return sl_fail (error, SL_SCORING_ERROR_WEIGHT,
                    "columns 1 to %zu: expected a weight above zero, found only zeros",
                    problem->n_criteria);
  return TRUE;
}

static gboolean
check_ends (const SlScale *scale, size_t j, GError **error)
{
  gboolean both = !isnan (scale->worst) && !isnan (scale->best);

  if (sl_direction_get_id (scale->direction) == NULL)
    return sl_fail (error, SL_SCORING_ERROR_OPTION, "column %zu: unknown direction %d", j + 1,
                    (int) scale->direction);
  if ((!isnan (scale->worst) && !is_number (scale->worst)) ||
      (!isnan (scale->best) && !is_number (scale->best)))
    return sl_fail (error, SL_SCORING_ERROR_SCALE,
                    "column %zu: expected finite ends, found worst %g and best %g", j + 1,
                    scale->worst, scale->best);
  if (both && scale->worst == scale->best)
    return sl_fail (error, SL_SCORING_ERROR_SCALE,
                    "column %zu: expected ends that differ, found %g for both worst and best",
                    j + 1, scale->best);
  if (both && scale->direction == SL_DIRECTION_MIN && scale->worst < scale->best)
    return sl_fail (error, SL_SCORING_ERROR_SCALE,
                    "column %zu: expected a best end below the worst for direction min, found best "
                    "%g and worst %g",
                    j + 1, scale->best, scale->worst);
  return TRUE;
}

static gboolean
check_scales (const SlProblem *problem, GError **error)
{
  if (problem->scales == NULL)
    return TRUE;
  for (size_t j = 0; j < problem->n_criteria; j++)
    if (!check_ends (&problem->scales[j], j, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_threshold (double threshold, gboolean good, const char *name, size_t j, GError **error)
{
  if (is_number (threshold) && good)
    return TRUE;
  return sl_fail (error, SL_SCORING_ERROR_THRESHOLD, "column %zu: expected %s, found %g", j + 1,
                  name, threshold);
}

static gboolean
check_preference (const SlScale *scale, size_t j, GError **error)
{
  gboolean has_q = FALSE;
  gboolean has_p = FALSE;

  switch (scale->preference) {
  case SL_PREFERENCE_USUAL:
    break;
  case SL_PREFERENCE_GAUSSIAN:
    return check_threshold (scale->s, scale->s > 0, "an s above zero", j, error);
  case SL_PREFERENCE_U_SHAPE:
    has_q = TRUE;
    break;
  case SL_PREFERENCE_V_SHAPE:
    has_p = TRUE;
    break;
  case SL_PREFERENCE_LEVEL:
  case SL_PREFERENCE_LINEAR:
    has_q = has_p = TRUE;
    break;
  default:
    return sl_fail (error, SL_SCORING_ERROR_OPTION, "column %zu: unknown preference function %d",
                    j + 1, (int) scale->preference);
  }

  if (has_q && !check_threshold (scale->q, scale->q >= 0, "a q of zero or more", j, error))
    return FALSE;
  if (has_p && !check_threshold (scale->p, scale->p >= 0, "a p of zero or more", j, error))
    return FALSE;
  if (has_q && has_p && scale->q > scale->p)
    return sl_fail (error, SL_SCORING_ERROR_THRESHOLD,
                    "column %zu: expected a q of at most p, found q %g and p %g", j + 1, scale->q,
                    scale->p);
  return TRUE;
}

gboolean
sl_problem_check_preferences (const SlProblem *problem, GError **error)
{
  for (size_t j = 0; problem->scales != NULL && j < problem->n_criteria; j++)
    if (!check_preference (&problem->scales[j], j, error))
      return FALSE;
  return TRUE;
}

static gboolean
is_zero_column (const SlProblem *problem, size_t j)
{
  for (size_t i = 0; i < problem->n_alternatives; i++)
    if (problem->performances[i * problem->n_criteria + j] != 0)
      return FALSE;
  return TRUE;
}

typedef enum {
  DOMAIN_ANY,
  DOMAIN_NOT_NEGATIVE,
  DOMAIN_POSITIVE_OR_ALL_ZERO,
  DOMAIN_POSITIVE,
} Domain;

/* What the column's formula is defined for. */
static Domain
find_domain (const SlMethodOptions *options, gboolean cost)
{
  gboolean geometric = options->method == SL_METHOD_GEOMETRIC;

  switch (options->normalisation) {
  case SL_NORMALISATION_RATIO:
  case SL_NORMALISATION_SUM:
    return cost ? DOMAIN_POSITIVE_OR_ALL_ZERO : DOMAIN_NOT_NEGATIVE;
  case SL_NORMALISATION_MAX:
    return DOMAIN_NOT_NEGATIVE;
  case SL_NORMALISATION_VECTOR:
    return geometric ? DOMAIN_NOT_NEGATIVE : DOMAIN_ANY;
  case SL_NORMALISATION_NONE:
    if (!geometric)
      return DOMAIN_ANY;
    return cost ? DOMAIN_POSITIVE : DOMAIN_NOT_NEGATIVE;
  case SL_NORMALISATION_FIXED:
  case SL_NORMALISATION_MINMAX:
  default:
    return DOMAIN_ANY;
  }
}

static gboolean
check_column_domain (const SlProblem *problem, size_t j, Domain domain, GError **error)
{
  gboolean above_zero = domain != DOMAIN_NOT_NEGATIVE;

  if (domain == DOMAIN_POSITIVE_OR_ALL_ZERO && is_zero_column (problem, j))
    return TRUE;
  for (size_t i = 0; i < problem->n_alternatives; i++) {
    size_t cell = i * problem->n_criteria + j;
    double x = problem->performances[cell];

    if (above_zero && x < 1 / SL_LARGEST_NUMBER)
      return sl_fail_at (error, problem, cell, "a number above zero");
    if (x < 0)
      return sl_fail_at (error, problem, cell, "a number of zero or more");
  }
  return TRUE;
}

static gboolean
check_domains (const SlProblem *problem, const SlMethodOptions *options, GError **error)
{
  for (size_t j = 0; j < problem->n_criteria; j++) {
    Domain domain = find_domain (options, sl_problem_is_cost (problem, j));

    if (domain != DOMAIN_ANY && !check_column_domain (problem, j, domain, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
sl_problem_check (const SlProblem *problem, const SlMethodOptions *options, GError **error)
{
  g_return_val_if_fail (problem != NULL && options != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (problem->n_alternatives == 0 || problem->n_criteria == 0)
    return sl_fail (error, SL_SCORING_ERROR_EMPTY,
                    "expected at least one row and one column, found %zu and %zu",
                    problem->n_alternatives, problem->n_criteria);
  if (!check_options (options, error) || !check_performances (problem, error) ||
      !check_weights (problem, error) || !check_scales (problem, error))
    return FALSE;
  if (options->method == SL_METHOD_PROMETHEE)
    return sl_problem_check_preferences (problem, error);
  return check_domains (problem, options, error);
}

gboolean
sl_normalise (const SlProblem *problem,
              SlNormalisation normalisation,
              double *values,
              GError **error)
{
  SlMethodOptions options = { SL_METHOD_ADDITIVE, normalisation, 0 };
  SlProblem unweighted = *problem;
  size_t n = problem->n_alternatives;
  size_t m = problem->n_criteria;
  SlColumns columns = { 0 };

  unweighted.weights = NULL;
  if (!sl_problem_check (&unweighted, &options, error))
    return FALSE;
  sl_columns_reserve (&columns, m);
  sl_columns_prepare (&columns, problem, normalisation, FALSE);
  sl_columns_apply (&columns, problem->performances, n, m, values);
  sl_columns_clear (&columns);
  for (size_t i = 0; normalisation == SL_NORMALISATION_FIXED && i < n * m; i++)
    values[i] *= 100;
  return TRUE;
}
