/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/evaluation-private.h"
#include "scoring/problem-private.h"
#include "scoring/sensitivity.h"

#include <math.h>

gboolean
sl_method_is_linear (SlMethod method)
{
  return method == SL_METHOD_ADDITIVE || method == SL_METHOD_GEOMETRIC ||
         method == SL_METHOD_PROMETHEE;
}

/* Of a normalised performance; a cost that is left as it is has a negative one, for 1 / x. */
static double
take_logarithm (double value, SlNormalisation normalisation)
{
  if (normalisation == SL_NORMALISATION_FIXED)
    value /= 100;
  if (sl_geometric_has_floor (normalisation))
    value = MAX (value, SL_GEOMETRIC_FLOOR);
  return value < 0 ? -log (-value) : log (value);
}

static gboolean
find_logarithms (const SlProblem *problem,
                 SlNormalisation normalisation,
                 double *values,
                 GError **error)
{
  if (!sl_normalise (problem, normalisation, values, error))
    return FALSE;
  for (size_t i = 0; i < problem->n_alternatives * problem->n_criteria; i++) {
    values[i] = take_logarithm (values[i], normalisation);
    if (!isfinite (values[i]))
      return sl_fail_at (error, problem, i, "a number above zero");
  }
  return TRUE;
}

gboolean
sl_linear_values (const SlProblem *problem,
                  const SlMethodOptions *options,
                  double *values,
                  GError **error)
{
  SlProblem unweighted;

  g_return_val_if_fail (problem != NULL && options != NULL && values != NULL, FALSE);
  g_return_val_if_fail (sl_method_is_linear (options->method), FALSE);

  unweighted = *problem;
  unweighted.weights = NULL;
  if (!sl_problem_check (&unweighted, options, error))
    return FALSE;
  switch (options->method) {
  case SL_METHOD_GEOMETRIC:
    return find_logarithms (&unweighted, options->normalisation, values, error);
  case SL_METHOD_PROMETHEE:
    return sl_promethee_flows (&unweighted, NULL, NULL, values, error);
  case SL_METHOD_ADDITIVE:
  case SL_METHOD_TOPSIS:
  case SL_METHOD_VIKOR:
  default:
    return sl_normalise (&unweighted, options->normalisation, values, error);
  }
}
