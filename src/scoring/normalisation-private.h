/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scoring/scoring.h"

G_BEGIN_DECLS

/* How to normalise each column: (x - origin) / length, kept within low..high; for the columns
 * listed in `reciprocal`, numerator / x. Each array is n_criteria long. */
typedef struct {
  double *origin;
  double *length;
  double *low;
  double *high;
  double *numerator;
  size_t *reciprocal;
  size_t n_reciprocal;
  /* What distances are measured from, in normalised terms; equal if nothing can be told apart on
   * the column. */
  double *best;
  double *worst;
  /* Of the raw column: smallest, largest, and the sum that the normalisation needs. */
  double *minimum;
  double *maximum;
  double *sum;
  size_t capacity;
} SlColumns;

void sl_columns_reserve (SlColumns *columns, size_t n_criteria);
void sl_columns_clear (SlColumns *columns);

void sl_columns_prepare (SlColumns *columns,
                         const SlProblem *problem,
                         SlNormalisation normalisation,
                         gboolean distances);

/* Normalises n rows; `rows` and `values` are n x m. */
void
sl_columns_apply (const SlColumns *columns, const double *rows, size_t n, size_t m, double *values);

SlScale sl_problem_get_scale (const SlProblem *problem, size_t criterion);
gboolean sl_problem_is_cost (const SlProblem *problem, size_t criterion);

G_END_DECLS
