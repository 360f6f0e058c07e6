/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stddef.h>

G_BEGIN_DECLS

/* The point nearest to the origin with rows . point >= needs, where it is known to be within
 * sqrt (2) of it if there is one; FALSE if there is none. `rows` is n x m. */
gboolean
sl_least_distance (const double *rows, const double *needs, size_t n, size_t m, double *point);

G_END_DECLS
