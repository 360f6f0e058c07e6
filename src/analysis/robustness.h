/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How sure one may be of a ranking: how often each alternative takes each place when the weights
 * and the values are drawn at random from what they may be (SMAA-2, scoring/robustness.h). */

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* Immutable; reference-counted; may be shared between threads. Alternatives are the ranked entries
 * of the board, in the order of the ranking; criteria are the board's. Indices are 0 to 1. */
typedef struct {
  SlBoard board;
  SlRobustnessSettings settings;
  guint n;
  guint n_criteria;
  guint64 n_trials; /* so far; the settings say how many there will be */
  gboolean complete;

  const double *first_shares;     /* n: how often each is first */
  const double *acceptability;    /* n x n: how often each (row) takes each place (column) */
  const double *expected_ranks;   /* n */
  const double *pairwise_winning; /* n x n: how often the row beats the column */
  const double *central_weights;  /* n x n_criteria: the mean weights with which it is first; NAN if
                                     it never is */
  const double *confidence_factors; /* n: how often it is first with those weights; NAN if it has
                                       none, or the trials are not complete */
  /* n: between these lie nine in ten of its scores; NULL if the method gives no such bounds. */
  const double *score_low;
  const double *score_high;

  double entropy; /* of the first-place shares, in bits: 0 if one is always first */
} SlRobustness;

#define SL_TYPE_ROBUSTNESS (sl_robustness_get_type ())
GType sl_robustness_get_type (void) G_GNUC_CONST;
SlRobustness *sl_robustness_ref (SlRobustness *self);
void sl_robustness_unref (SlRobustness *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlRobustness, sl_robustness_unref)

/* How often the alternative takes a place from `from` to `to`, counted from 1, both included. */
double sl_robustness_sum_places (const SlRobustness *self, guint row, guint from, guint to);
/* The standard error of an index: half of its 95 % confidence interval is 1.96 times that. */
double sl_robustness_get_standard_error (const SlRobustness *self, double index);

/* All trials that the requirements ask for, by up to `n_threads` threads (0: one a processor; the
 * numbers do not depend on it). Blocks. NULL if nobody is ranked or no criterion counts, and where
 * `cancellable` (nullable) was cancelled. */
SlRobustness *sl_robustness_new (SlAnalysis *analysis,
                                 SlBoard board,
                                 guint n_threads,
                                 GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;

/* The same analysis with that beside its ranking. */
SlAnalysis *
sl_analysis_with_robustness (SlAnalysis *self, SlRobustness *robustness) G_GNUC_WARN_UNUSED_RESULT;
/* NULL as long as it is not known. */
const SlRobustness *sl_analysis_get_robustness (SlAnalysis *self, SlBoard board);

G_END_DECLS
