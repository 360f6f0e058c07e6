/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Judgements in pairs while they are being made. Whatever is judged, the matrix stays reciprocal
 * and within Saaty's scale, so the weights can always be computed. */

#include "config.h"

#include "decision.h"

#include <math.h>

#define LARGEST 9.0

static double
on_scale (double times)
{
  return CLAMP (times, 1 / LARGEST, LARGEST);
}

double
sl_judgements_nearest_step (double times)
{
  g_return_val_if_fail (times > 0, 1);

  times = on_scale (times);
  if (times < 1)
    return 1 / sl_judgements_nearest_step (1 / times);

  /* Nearest by ratio: the border between two steps is their geometric mean. */
  return times * times < floor (times) * ceil (times) ? floor (times) : ceil (times);
}

static void
put (SlJudgements *self, guint row, guint column, double times)
{
  self->ratios[row * self->n + column] = times;
  self->ratios[column * self->n + row] = 1 / times;
}

static void
weigh (SlJudgements *self)
{
  g_autoptr (GError) error = NULL;

  if (!sl_weights_ahp (self->ratios, self->n, SL_PRIORITISATION_EIGENVECTOR, self->weights,
                       &self->consistency, &error))
    g_error ("%s", error->message);
}

/* Of two importances; what has none is the least that the scale can say. */
static double
ratio (double a, double b)
{
  if (a <= 0 && b <= 0)
    return 1;
  if (b <= 0)
    return LARGEST;
  if (a <= 0)
    return 1 / LARGEST;

  return sl_judgements_nearest_step (a / b);
}

SlJudgements *
sl_judgements_new (const double *importances, guint n)
{
  SlJudgements *self;

  g_return_val_if_fail (importances != NULL, NULL);
  g_return_val_if_fail (n >= 1 && n <= SL_AHP_MAX_CRITERIA, NULL);

  self = g_new0 (SlJudgements, 1);
  self->n = n;
  self->ratios = g_new (double, (gsize) n *n);
  self->weights = g_new (double, n);
  for (guint i = 0; i < n; i++) {
    put (self, i, i, 1);
    for (guint j = i + 1; j < n; j++)
      put (self, i, j, ratio (importances[i], importances[j]));
  }
  weigh (self);

  return self;
}

void
sl_judgements_free (SlJudgements *self)
{
  if (self == NULL)
    return;

  g_free (self->ratios);
  g_free (self->weights);
  g_free (self);
}

void
sl_judgements_judge (SlJudgements *self, guint row, guint column, double times)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (row < self->n && column < self->n && row != column);
  g_return_if_fail (times > 0);

  put (self, row, column, on_scale (times));
  weigh (self);
}
