/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/problem-private.h"

G_DEFINE_QUARK (sl-scoring-error-quark, sl_scoring_error)

gboolean
sl_fail (GError **error, SlScoringError code, const char *format, ...)
{
  va_list arguments;

  if (error == NULL)
    return FALSE;
  va_start (arguments, format);
  g_propagate_error (error, g_error_new_valist (SL_SCORING_ERROR, code, format, arguments));
  va_end (arguments);
  return FALSE;
}

gboolean
sl_fail_at (GError **error, const SlProblem *problem, size_t cell, const char *expected)
{
  return sl_fail (error, SL_SCORING_ERROR_NUMBER, "row %zu, column %zu: expected %s, found %g",
                  cell / problem->n_criteria + 1, cell % problem->n_criteria + 1, expected,
                  problem->performances[cell]);
}
