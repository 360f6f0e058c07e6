/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scoring/scoring.h"

G_BEGIN_DECLS

/* Sets the error and returns FALSE. */
gboolean
sl_fail (GError **error, SlScoringError code, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* The same for a cell of the performances, which is named by row and column. */
gboolean sl_fail_at (GError **error, const SlProblem *problem, size_t cell, const char *expected);

gboolean sl_problem_check_preferences (const SlProblem *problem, GError **error);

G_END_DECLS
