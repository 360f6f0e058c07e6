/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A decision problem of one's own, from a CSV file:
 *
 *   alternative,latency,price        the criteria
 *   #direction,min,min               max (default) or min
 *   #weight,3,2                      any non-negative numbers (default: equal)
 *   #worst,500,90                    the ends of the fixed scale; where one is missing it is the
 *   #best,5,10                       data's own
 *   #preference,linear,usual         for PROMETHEE, with #q, #p and #s
 *   Go,12,40                         an alternative: its name, which is its id, and its numbers
 *   Rust,5|8|20,70                   low|mode|high where a number is uncertain;
 *                                    the mode counts, and robustness draws from all of it */

#include <gio/gio.h>
#include "scoring/scoring.h"

G_BEGIN_DECLS

#define SL_MATRIX_MAX_ALTERNATIVES 100000
#define SL_MATRIX_MAX_CRITERIA 1000

typedef struct {
  guint n_alternatives;
  guint n_criteria;
  char **alternatives;
  char **criteria;
  const guint *lines;  /* of the file: where each alternative stands */
  const double *modes; /* n_alternatives x n_criteria */
  const double *lows;  /* the same, where numbers are uncertain; else equal to the modes */
  const double *highs;
  const double *weights; /* NULL: equal */
  const SlScale *scales;
} SlMatrix;

/* SL_INPUT_ERROR: one line a fault. `name` is how faults call the file. */
SlMatrix *sl_matrix_new (GBytes *bytes, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sl_matrix_free (SlMatrix *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlMatrix, sl_matrix_free)

/* Gives a fault that the computation found in the modes («row 3, column 2: …») the place that it
 * has in the file. */
void sl_matrix_locate (const SlMatrix *self, const char *name, GError **error);

/* The matrix as a problem of its modes; borrowed. */
SlProblem sl_matrix_get_problem (const SlMatrix *self);

/* The scales of the matrix with no end left to the data: where the file gives none, the least low
 * and the greatest high are the ends, so that they stay where they are while numbers are drawn. To
 * be freed with g_free (). NULL if a column would have no length. */
SlScale *sl_matrix_fix_scales (const SlMatrix *self) G_GNUC_WARN_UNUSED_RESULT;
/* Whether any number is uncertain. */
gboolean sl_matrix_is_uncertain (const SlMatrix *self);

/* How many numbers lie beyond the ends that the file gives for their criterion. */
guint sl_matrix_count_beyond (const SlMatrix *self);

G_END_DECLS
