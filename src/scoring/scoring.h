/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Numbers only: a matrix and weights in, scores and ranks out. No text for people, no files, no
 * window.
 *
 * Matrices are row-major: the performance of alternative i on criterion j is performances[i *
 * n_criteria + j]. Inputs are borrowed and never changed. Sums run in the order of the criteria, so
 * the same input gives the same bits everywhere. */

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

/* A value function through n points: x strictly increasing, linear between them on a linear or (for
 * x > 0) logarithmic axis, constant outside. */
typedef struct {
  size_t n;
  const double *x;
  const double *y;
  gboolean logarithmic;
} SlValueFunction;

/* At least one point; those of a logarithmic axis are positive. NAN gives NAN. */
double sl_value_function_evaluate (const SlValueFunction *function, double x);

/* Importances (any finite non-negative numbers) to weights that sum to 1; all zero gives equal
 * weights and FALSE. Both may be the same array. */
gboolean sl_weights_normalise (const double *importance, size_t n, double *weights);

/* Competition ranks (1, 2, 2, 4), the highest score first. Scores are equal within `tolerance` of
 * the best of their group. `included` may be NULL; who is not included gets rank 0. */
void sl_ranks_competition (const double *scores,
                           const gboolean *included,
                           size_t n,
                           double tolerance,
                           unsigned *ranks);

/* The additive value (Keeney & Raiffa 1976): scores[i] = sum over j of weights[j] * values[i * m +
 * j]. Values on fixed scales of 0 to 100 and weights that sum to 1 give scores of 0 to 100;
 * unicriterion net flows (sl_promethee_flows) give PROMETHEE's net flow. `contributions`, n x m or
 * NULL, gets the summands. The outputs do not overlap the inputs. */
void sl_additive_evaluate (const double *values,
                           const double *weights,
                           size_t n,
                           size_t m,
                           double *scores,
                           double *contributions);

G_END_DECLS
