/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* SMAA-2, stochastic multicriteria acceptability analysis (Lahdelma & Salminen 2001, Operations
 * Research 49:444-454; computed by simulation as Tervonen & Lahdelma 2007, European Journal of
 * Operational Research 178:500-513): how often each alternative takes each place when weights and
 * values are drawn at random from what they may be.
 *
 * Trial number t depends on the seed and on t alone, and all sums are of integers. So the same
 * trials give the same bits on every machine, in any order, from any number of threads. */

#include "scoring/scoring.h"
#include "scoring/uncertain-values.h"

G_BEGIN_DECLS

/* How trials are drawn from a seed: what is written beside it, and changes when the same seed comes
 * to draw others. Philox 4x32-10, its words cut in two for values. */
#define SL_SMAA_GENERATOR "philox4x32-10.2"

/* Which weights are considered. */
typedef enum {
  SL_WEIGHT_SPACE_AROUND,  /* Dirichlet (concentration x weights) */
  SL_WEIGHT_SPACE_ORDINAL, /* uniform among those in the same order; equal ones in either order */
  SL_WEIGHT_SPACE_ANY,     /* uniform on the simplex */
} SlWeightSpace;

const char *sl_weight_space_get_id (SlWeightSpace space); /* around, ordinal, any */
gboolean sl_weight_space_from_id (const char *id, SlWeightSpace *space, GError **error);

typedef struct {
  SlProblem problem; /* performances are ignored where `values` is not NULL */
  SlMethodOptions options;
  const SlUncertainValues *values; /* NULL: the performances are exact */
  const gboolean *locked;          /* a criterion: its weight is certain; NULL: none is */
  gboolean exact_weights;          /* no weight is drawn at all, whatever the space */
  SlWeightSpace space;
  double concentration; /* of SL_WEIGHT_SPACE_AROUND, > 0: the larger, the surer */
  guint64 seed;
} SlSmaaProblem;

/* A problem ready to be sampled: immutable, holds copies of what it needs, may be used by several
 * threads at once. SL_SCORING_ERROR as for sl_evaluate (), SL_SCORING_ERROR_SCALE for a cell out of
 * order, and SL_SCORING_ERROR_OPTION for a wrong concentration, correlation or share, or for more
 * than 65,535 alternatives. */
typedef struct _SlSmaa SlSmaa;

SlSmaa *sl_smaa_new (const SlSmaaProblem *problem, GError **error) G_GNUC_WARN_UNUSED_RESULT;
SlSmaa *sl_smaa_ref (SlSmaa *self);
void sl_smaa_unref (SlSmaa *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlSmaa, sl_smaa_unref)

size_t sl_smaa_get_n_alternatives (const SlSmaa *self);

/* What has been counted so far. One thread at a time. */
typedef struct _SlSmaaTally SlSmaaTally;

SlSmaaTally *sl_smaa_tally_new (SlSmaa *smaa) G_GNUC_WARN_UNUSED_RESULT;
void sl_smaa_tally_free (SlSmaaTally *tally);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlSmaaTally, sl_smaa_tally_free)

/* A tally holds so many at most. */
#define SL_SMAA_MAX_TRIALS G_MAXUINT32

/* Runs the trials `first` .. `first + n - 1` and counts them in. Stops early, at a multiple of some
 * trials, once *stop is not 0 (nullable; set atomically by another thread); the tally is then good
 * for nothing. Allocates nothing after the first call with a tally. */
void sl_smaa_run (SlSmaa *self, guint64 first, guint64 n, SlSmaaTally *tally, const int *stop);
/* Adds `other` to the tally; both of the same problem. */
void sl_smaa_tally_add (SlSmaaTally *tally, const SlSmaaTally *other);
guint64 sl_smaa_tally_get_n_trials (const SlSmaaTally *tally);

/* The measures. An alternative's rank in a trial is 1 + how many score better. Where nothing has
 * been counted all are 0 (NAN for those that are then undefined). */

/* n x n: how often alternative i (row) takes rank r (column), 0..1. */
void sl_smaa_tally_get_acceptability (const SlSmaaTally *tally, double *acceptability);
/* n x m: the mean of the weights with which it is first; a row of NAN if it never is. */
void sl_smaa_tally_get_central_weights (const SlSmaaTally *tally, double *weights);
/* n x n: how often row beats column, 0..1; 0 on the diagonal. With ties p_ik + p_ki < 1. */
void sl_smaa_tally_get_pairwise_winning (const SlSmaaTally *tally, double *winning);
/* n each. */
void sl_smaa_tally_get_expected_ranks (const SlSmaaTally *tally, double *ranks);
/* The score that is not exceeded with probability p, 0 <= p <= 1, to within a thousandth of the
 * range that they may have; never beyond what has been seen. FALSE where the method or the scales
 * give scores without bounds known before: VECTOR, and NONE in the geometric mean. */
gboolean sl_smaa_tally_get_score_quantile (const SlSmaaTally *tally, double p, double *scores);
/* The standard error of an index b from n trials: sqrt (b (1 - b) / n). */
double sl_smaa_standard_error (double index, guint64 n_trials);
/* -sum b log2 b over the first-place shares: 0 if one is always first. */
double sl_smaa_entropy (const double *first_shares, size_t n);

/* Confidence factors: how often alternative i is first where the weights are its central ones and
 * only the values are drawn. Over the trials `first` .. `first + n - 1`; `firsts`, n_alternatives
 * long, is added to, so that batches and threads can be summed. Those whose central weights are NAN
 * are left alone. Everyone's trials use the same values. */
void sl_smaa_run_confidence (SlSmaa *self,
                             const double *central_weights,
                             guint64 first,
                             guint64 n,
                             guint64 *firsts,
                             const int *stop);

/* The same shared out among up to `n_threads` threads, 0: one a processor. Neither changes what is
 * counted. */
void sl_smaa_run_threads (SlSmaa *self,
                          guint64 first,
                          guint64 n,
                          guint n_threads,
                          SlSmaaTally *tally,
                          const int *stop);
void sl_smaa_run_confidence_threads (SlSmaa *self,
                                     const double *central_weights,
                                     guint64 first,
                                     guint64 n,
                                     guint n_threads,
                                     guint64 *firsts,
                                     const int *stop);

G_END_DECLS
