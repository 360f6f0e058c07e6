/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/least-distance-private.h"
#include "scoring/rivals-private.h"

#include <math.h>
#include <string.h>

/* That no weight goes below 0. Rows less their mean, as those of the rivals: then the nearest
 * change is one that sums to 0 by itself. */
static void
add_bounds (const SlRivals *rivals, double *rows, double *needs)
{
  size_t n_free = rivals->n_free;

  for (size_t k = 0; k < n_free; k++) {
    for (size_t i = 0; i < n_free; i++)
      rows[k * n_free + i] = (i == k) - 1 / (double) n_free;
    needs[k] = -rivals->weights[k];
  }
}

static gboolean
find_nearest_change (const SlRivals *rivals, double *change)
{
  size_t n_free = rivals->n_free;
  size_t n = rivals->n + n_free;
  g_autofree double *rows = g_new (double, n *n_free);
  g_autofree double *needs = g_new (double, n);

  memcpy (rows, rivals->rows, rivals->n * n_free * sizeof *rows);
  memcpy (needs, rivals->needs, rivals->n * sizeof *needs);
  add_bounds (rivals, rows + rivals->n * n_free, needs + rivals->n);
  return sl_least_distance (rows, needs, n, n_free, change);
}

gboolean
sl_smallest_change_euclidean (const SlLinearModel *model,
                              size_t challenger,
                              double *weights,
                              double *distance)
{
  g_auto (SlRivals) rivals = { 0 };
  g_autofree double *change = NULL;
  double squares = 0;

  g_return_val_if_fail (model != NULL && weights != NULL && distance != NULL, FALSE);
  g_return_val_if_fail (challenger < model->n_alternatives, FALSE);

  sl_rivals_init (&rivals, model, challenger);
  change = g_new0 (double, rivals.n_free);
  memcpy (weights, model->weights, model->n_criteria * sizeof *weights);
  *distance = 0;
  if (rivals.first)
    return TRUE;
  if (rivals.hopeless || !find_nearest_change (&rivals, change)) {
    *distance = INFINITY;
    return FALSE;
  }
  sl_rivals_get_weights (&rivals, model, change, weights);
  for (size_t j = 0; j < model->n_criteria; j++)
    squares += (weights[j] - model->weights[j]) * (weights[j] - model->weights[j]);
  *distance = sqrt (squares);
  return TRUE;
}
