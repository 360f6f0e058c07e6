/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Numbers only: a matrix and weights in, scores and ranks out. No text for people, no files, no window.
 *
 * Matrices are row-major: the performance of alternative i on criterion j is performances[i * n_criteria + j].
 * Inputs are borrowed and never changed. Sums run in the order of the criteria, so the same input gives the
 * same bits everywhere. */

#include <glib.h>
#include <stddef.h>

G_BEGIN_DECLS

typedef enum {
  SL_METHOD_ADDITIVE,
  SL_METHOD_GEOMETRIC,
  SL_METHOD_TOPSIS,
  SL_METHOD_VIKOR,
  SL_METHOD_PROMETHEE,
} SlMethod;

#define SL_N_METHODS 5

/* A value function through n points: x strictly increasing, linear between them on a linear or (for x > 0)
 * logarithmic axis, constant outside. */
typedef struct {
  size_t n;
  const double *x;
  const double *y;
  gboolean logarithmic;
} SlValueFunction;

double sl_value_function_evaluate (const SlValueFunction *function, double x);

/* Importances (any non-negative numbers) to weights that sum to 1; all zero gives equal weights and FALSE. */
gboolean sl_weights_normalise (const double *importance, size_t n, double *weights);

/* Competition ranks (1, 2, 2, 4), the highest score first. Scores are equal within `tolerance` of the best
 * of their group. `included` may be NULL; who is not included gets rank 0. */
void sl_ranks_competition (
    const double *scores, const gboolean *included, size_t n, double tolerance, unsigned *ranks);

G_END_DECLS
