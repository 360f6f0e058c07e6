/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scoring/normalisation-private.h"
#include "scoring/ranks-private.h"

G_BEGIN_DECLS

/* Rows are normalised a block at a time, so that they are still in the nearest cache when they are
 * summed. A multiple of the rows that are summed side by side. */
#define SL_ROWS_IN_BLOCK 16

/* Of the geometric mean: below this one bad criterion would annihilate everything else. */
#define SL_GEOMETRIC_FLOOR 0.01

struct _SlEvaluation {
  SlMethod method;
  size_t n_alternatives; /* 0: nothing evaluated yet */

  /* Results, capacity_n long each. */
  double *scores;
  unsigned *ranks;
  double *plus;  /* phi+; VIKOR: S */
  double *minus; /* phi-; VIKOR: R */
  gboolean *compromise;
  gboolean acceptable_advantage;
  gboolean acceptable_stability;

  /* Workspace. */
  SlColumns columns;
  double *weights;      /* capacity_m long, sum 1 */
  double *factors;      /* capacity_m long, of a method's own */
  double *block;        /* SL_ROWS_IN_BLOCK x capacity_m */
  double *sorted;       /* 3 capacity_n long */
  SlRankEntry *entries; /* 2 capacity_n long */
  size_t capacity_n;
  size_t capacity_m;
};

/* Each fills in scores (and what else it gives) from checked input; weights are ready. */
void sl_evaluate_additive (const SlProblem *problem, SlEvaluation *evaluation);
void sl_evaluate_geometric (const SlProblem *problem,
                            SlNormalisation normalisation,
                            SlEvaluation *evaluation);
/* Whether the worst of a column is 0, so that the floor is needed. */
gboolean sl_geometric_has_floor (SlNormalisation normalisation);
void sl_evaluate_topsis (const SlProblem *problem, SlEvaluation *evaluation);
void sl_evaluate_vikor (const SlProblem *problem, double v, SlEvaluation *evaluation);
void sl_evaluate_promethee (const SlProblem *problem, SlEvaluation *evaluation);

/* Normalises the rows from `first` on, at most a block of them, and returns how many. */
size_t sl_evaluation_load_block (SlEvaluation *evaluation, const SlProblem *problem, size_t first);

G_END_DECLS
