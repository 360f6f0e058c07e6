/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/challenge.h"

#include <math.h>
#include <stdlib.h>

/* A margin this little below nothing is that of a linear program's arithmetic. */
#define TOLERANCE 1e-9

static int
compare_changes (const void *a, const void *b)
{
  const SlWeightChange *one = a;
  const SlWeightChange *other = b;
  double distance = fabs (one->needed - one->now);
  double other_distance = fabs (other->needed - other->now);

  if (distance < other_distance || distance > other_distance)
    return distance < other_distance ? -1 : 1;
  return one->criterion < other->criterion ? -1 : 1;
}

static gboolean
is_locked (const SlLinearModel *model, size_t criterion)
{
  return model->locked != NULL && model->locked[criterion];
}

static void
find_singles (SlChallenge *self, const SlLinearModel *model, size_t challenger)
{
  g_autofree gboolean *raised = g_new0 (gboolean, model->n_criteria);
  g_autofree gboolean *lowered = g_new (gboolean, model->n_criteria);
  SlWeightPath path = { .raised = raised, .lowered = lowered };

  for (size_t j = 0; j < model->n_criteria; j++)
    lowered[j] = !is_locked (model, j);
  self->singles = g_new (SlWeightChange, model->n_criteria);
  for (size_t j = 0; j < model->n_criteria; j++) {
    double needed;

    if (is_locked (model, j))
      continue;
    raised[j] = TRUE;
    lowered[j] = FALSE;
    needed = sl_nearest_winning_total (model, &path, challenger);
    raised[j] = FALSE;
    lowered[j] = TRUE;
    /* A sum of all weights is 1, whatever its last bits say. */
    if (!isnan (needed))
      self->singles[self->n_singles++] = (SlWeightChange) { j, model->weights[j], MIN (needed, 1) };
  }
  if (self->n_singles > 1)
    qsort (self->singles, self->n_singles, sizeof *self->singles, compare_changes);
}

static void
find_pair (SlChallenge *self, const SlLinearModel *model, size_t challenger)
{
  SlFewestChanges fewest;

  sl_fewest_changes (model, challenger, &fewest);
  if (fewest.n != 2)
    return;
  self->n_pair = 2;
  for (size_t k = 0; k < 2; k++)
    self->pair[k] = (SlWeightChange) { fewest.criterion[k], model->weights[fewest.criterion[k]],
                                       fewest.weight[k] };
}

SlChallenge *
sl_challenge_new (const SlLinearModel *model, size_t challenger)
{
  SlChallenge *self;

  g_return_val_if_fail (model != NULL && challenger < model->n_alternatives, NULL);

  self = g_new0 (SlChallenge, 1);
  self->distance = NAN;
  self->mixture = g_new0 (double, model->n_alternatives);
  self->best_margin = sl_best_margin (model, challenger, self->mixture);
  if (self->best_margin < -TOLERANCE)
    return self;

  g_clear_pointer (&self->mixture, g_free);
  self->best_margin = MAX (self->best_margin, 0);
  find_singles (self, model, challenger);
  if (self->n_singles == 0)
    find_pair (self, model, challenger);
  self->weights = g_new (double, model->n_criteria);
  if (!sl_smallest_change (model, challenger, self->weights, &self->distance)) {
    g_clear_pointer (&self->weights, g_free);
    self->distance = NAN;
  }

  return self;
}

void
sl_challenge_free (SlChallenge *self)
{
  if (self == NULL)
    return;
  g_free (self->mixture);
  g_free (self->singles);
  g_free (self->weights);
  g_free (self);
}
