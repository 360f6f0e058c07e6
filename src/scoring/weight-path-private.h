/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scoring/sensitivity.h"

G_BEGIN_DECLS

/* What a weight path comes to once the locked weights are taken off it. */
typedef struct {
  double now;        /* of the raised */
  double start, end; /* 0 and what both groups have; both `now` where nothing can move */
  double *direction; /* m: what a weight gains as the raised gain 1 */
} SlDirectedPath;

/* `direction` has room for m and is borrowed; `locked` may be NULL. */
void sl_directed_path_init (SlDirectedPath *directed,
                            const SlWeightPath *path,
                            const double *weights,
                            const gboolean *locked,
                            size_t m,
                            double *direction);
/* The weights where the raised have `total`. */
void sl_directed_path_get_weights (const SlDirectedPath *directed,
                                   const double *weights,
                                   size_t m,
                                   double total,
                                   double *result);

/* Totals that are not further apart than this are one. */
double sl_directed_path_get_epsilon (const SlDirectedPath *directed);

G_END_DECLS
