/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scoring/sensitivity.h"

G_BEGIN_DECLS

/* What a change of the free weights, which sums to 0, has to reach so that the challenger is at
 * least level with each rival: rows . change >= needs. A row is the difference of the values less
 * its mean, which does not matter to such a change, and scaled so that the largest is 1 or -1. */
typedef struct {
  size_t n_free;
  size_t *criteria; /* the free ones */
  double *weights;  /* theirs today */
  size_t n;
  double *rows;      /* n x n_free */
  double *needs;     /* n */
  gboolean first;    /* the challenger is first or level already */
  gboolean hopeless; /* someone is ahead whom no change can reach */
} SlRivals;

void sl_rivals_init (SlRivals *rivals, const SlLinearModel *model, size_t challenger);
void sl_rivals_clear (SlRivals *rivals);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SlRivals, sl_rivals_clear)

/* How much a change falls short of the need of a rival; < 0 if it does more. */
double sl_rivals_get_shortfall (const SlRivals *rivals, const double *change, size_t rival);
/* Today's weights of the model and the change: never below 0, and of the same sum. */
void sl_rivals_get_weights (const SlRivals *rivals,
                            const SlLinearModel *model,
                            const double *change,
                            double *weights);

G_END_DECLS
