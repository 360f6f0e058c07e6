/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scoring/scoring.h"

G_BEGIN_DECLS

/* Values that are not known exactly, and how the performances follow from them. A row of cells is
 * what is judged or measured of one thing, such as a technology; an alternative is one row, or a
 * mixture of two:
 *
 *   performance[i][j] = share[j] * cell[first[i]][j] + (1 - share[j]) * cell[second[i]][j]
 *                       + shift[i][j], kept within minimum and maximum
 *
 * A cell is drawn from the triangular distribution of its low, mode and high; where low = high it
 * is that number. Cells of one row are correlated as criteria are, and cells of one criterion as
 * families are: a Gaussian copula whose correlation is the product of both. All borrowed. */
typedef struct {
  size_t n_rows;
  const double *low; /* n_rows x n_criteria, low <= mode <= high */
  const double *mode;
  const double *high;
  const unsigned *first;               /* an alternative; NULL: alternative i is row i */
  const unsigned *second;              /* an alternative; NULL: no mixtures */
  const double *share;                 /* a criterion, 0..1; NULL if no mixtures */
  const double *shift;                 /* n_alternatives x n_criteria; NULL: 0 */
  double minimum, maximum;             /* may be infinite */
  const double *criterion_correlation; /* n_criteria x n_criteria, symmetric, 1 on the diagonal;
                                          NULL: none. One that is not positive semidefinite is
                                          replaced by the nearest that can be had by shrinking all
                                          correlations by one factor */
  const unsigned *family;              /* a row: rows of one number are a family; NULL: none */
  double family_correlation;           /* 0..1 */
} SlUncertainValues;

/* SL_SCORING_ERROR_EMPTY, _SCALE for a cell out of order, _NUMBER for one that is not finite, and
 * _OPTION for a wrong share or correlation, or a row that is not there. */
gboolean sl_uncertain_values_check (const SlUncertainValues *values,
                                    size_t n_alternatives,
                                    size_t n_criteria,
                                    GError **error);
/* The performances, n x m, that follow from certain `cells`, n_rows x m, such as the modes. */
void sl_uncertain_values_apply (const SlUncertainValues *values,
                                const double *cells,
                                size_t n_alternatives,
                                size_t n_criteria,
                                double *performances);
/* The same for those alone that cell number `cell`, row * n_criteria + criterion, has a part in. */
void sl_uncertain_values_apply_cell (const SlUncertainValues *values,
                                     const double *cells,
                                     size_t n_alternatives,
                                     size_t n_criteria,
                                     size_t cell,
                                     double *performances);

G_END_DECLS
