/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* All that would put one challenger first, together. */

#include "scoring/sensitivity.h"

G_BEGIN_DECLS

/* A criterion's weight, and what it would have to be. */
typedef struct {
  size_t criterion;
  double now;
  double needed;
} SlWeightChange;

typedef struct {
  /* sl_best_margin (); where it is below 0, no weights do. */
  double best_margin;
  double *mixture; /* n: the mixture of others that always beats it; NULL if some weights do */
  /* Criteria of which each alone is enough, all others giving way in proportion; the smallest
   * change first. */
  size_t n_singles;
  SlWeightChange *singles;
  /* Else, where there are any, the two that are enough together; 0 or 2 of them. */
  size_t n_pair;
  SlWeightChange pair[2];
  /* sl_smallest_change (); NULL and NAN if no weights do. */
  double *weights;
  double distance;
} SlChallenge;

/* For somebody who is not first. */
SlChallenge *
sl_challenge_new (const SlLinearModel *model, size_t challenger) G_GNUC_WARN_UNUSED_RESULT;
void sl_challenge_free (SlChallenge *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlChallenge, sl_challenge_free)

G_END_DECLS
