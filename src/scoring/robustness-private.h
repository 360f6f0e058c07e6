/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the parts of the simulation share: robustness.c prepares the problem, robustness-trials.c
 * runs trials, robustness-tally.c counts them. */

#include "scoring/draws-private.h"
#include "scoring/kernels-private.h"

G_BEGIN_DECLS

struct _SlSmaa {
  gatomicrefcount ref_count;
  size_t n;
  size_t m;
  SlMethodOptions options;
  guint64 seed;
  const SlKernels *kernels;
  SlWeightPlan weights;
  SlValuePlan values; /* no rows: the performances are exact */
  gboolean draws_values;

  /* Scores of which the bounds are known. */
  gboolean bounded;
  double low;
  double high;

  /* How scores become places. */
  SlPlacePlan places;

  /* Either an additive model, or what an evaluation needs. */
  gboolean additive;
  SlAdditivePlan model;
  double *performances; /* n x m; certain ones */
  SlScale *scales;
  SlUncertainValues mixture; /* of what makes performances of cells; points to the following */
  unsigned *first;
  unsigned *second;
  double *share;
  double *shift;
};

/* What one thread needs to run trials. */
typedef struct {
  float *spare;
  float *quantiles;
  double *weights;
  double *sums;
  gint32 *levels;  /* n x SL_LANES, what is compared */
  gint32 *binned;  /* the same, or what goes to bins; NULL: nothing does */
  gint32 *keys;    /* n x SL_LANES */
  guint16 *places; /* n x SL_CHUNK, how many are better */
  gint8 *narrow;   /* n x SL_CHUNK */
  gint32 *units;   /* m x SL_CHUNK, the weights as whole numbers */
  SlEvaluation *evaluation;
  double *cells;
  double *performances;
  double *trial_weights;
} SlWorkspace;

void sl_workspace_init (SlWorkspace *workspace, const SlSmaa *smaa);
void sl_workspace_clear (SlWorkspace *workspace);

struct _SlSmaaTally {
  SlSmaa *smaa;
  guint64 n_trials;
  guint32 *places;  /* n x n */
  guint32 *wins;    /* n x n */
  guint64 *weights; /* n x m, sums over the trials in which it is first */
  guint32 *bins;    /* n x SL_N_BINS; NULL if the scores have no bounds */
  gint32 *lowest;   /* n x SL_LANES; an alternative's lowest level is the least of its lanes */
  gint32 *highest;
  SlWorkspace workspace;
};

G_END_DECLS
