/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/least-distance-private.h"
#include "scoring/rivals-private.h"

#include <math.h>

/* A margin this little below nothing is that of a linear program's arithmetic. */
#define TOLERANCE 1e-9

/* One by one along its path; then two at a time in the plane of both, where each rival leaves a
 * half plane and the nearest point of what is left is looked for. */

static gboolean
change_one (const SlLinearModel *model, size_t challenger, SlFewestChanges *changes)
{
  size_t m = model->n_criteria;
  g_autofree gboolean *raised = g_new0 (gboolean, m);
  g_autofree gboolean *lowered = g_new (gboolean, m);
  const SlWeightPath path = { raised, lowered };
  double least = INFINITY;

  for (size_t j = 0; j < m; j++)
    lowered[j] = TRUE;
  for (size_t j = 0; j < m; j++) {
    double total, distance;

    raised[j] = TRUE;
    lowered[j] = FALSE;
    total = sl_nearest_winning_total (model, &path, challenger);
    raised[j] = FALSE;
    lowered[j] = TRUE;
    distance = fabs (total - model->weights[j]);
    if ((model->locked != NULL && model->locked[j]) || isnan (total) || distance >= least)
      continue;
    least = distance;
    *changes = (SlFewestChanges) { 1, { j, 0 }, { total, 0 } };
  }
  return changes->n > 0;
}

typedef struct {
  double *rows; /* (n rivals + 3) x 2 */
  double *needs;
} Plane;

static double
find_rest (const SlRivals *rivals, size_t first, size_t second)
{
  double rest = 0;

  for (size_t k = 0; k < rivals->n_free; k++)
    if (k != first && k != second)
      rest += rivals->weights[k];
  return rest;
}

/* What a rival's row comes to if the rest gives way by 1 in proportion. */
static double
weigh_rest (const SlRivals *rivals, size_t first, size_t second, double rest, const double *row)
{
  double sum = 0;

  for (size_t k = 0; k < rivals->n_free; k++)
    if (k != first && k != second)
      sum += row[k] * (rest > 0 ? rivals->weights[k] / rest : 1 / (double) (rivals->n_free - 2));
  return sum;
}

static void
fill_plane (const SlRivals *rivals, size_t first, size_t second, Plane *plane)
{
  double rest = find_rest (rivals, first, second);
  double *bounds = plane->rows + 2 * rivals->n;

  for (size_t i = 0; i < rivals->n; i++) {
    const double *row = rivals->rows + i * rivals->n_free;
    double other = weigh_rest (rivals, first, second, rest, row);

    plane->rows[2 * i] = row[first] - other;
    plane->rows[2 * i + 1] = row[second] - other;
    plane->needs[i] = rivals->needs[i];
  }
  bounds[0] = bounds[3] = 1;
  bounds[1] = bounds[2] = 0;
  bounds[4] = bounds[5] = -1;
  plane->needs[rivals->n] = -rivals->weights[first];
  plane->needs[rivals->n + 1] = -rivals->weights[second];
  plane->needs[rivals->n + 2] = -rest;
}

static void
change_two (const SlRivals *rivals, SlFewestChanges *changes)
{
  g_autofree double *rows = g_new (double, 2 * (rivals->n + 3));
  g_autofree double *needs = g_new (double, rivals->n + 3);
  Plane plane = { rows, needs };
  double least = INFINITY;

  for (size_t first = 0; first < rivals->n_free; first++)
    for (size_t second = first + 1; second < rivals->n_free; second++) {
      double point[2], distance;

      fill_plane (rivals, first, second, &plane);
      if (!sl_least_distance (rows, needs, rivals->n + 3, 2, point))
        continue;
      distance = hypot (point[0], point[1]);
      if (distance >= least)
        continue;
      least = distance;
      *changes = (SlFewestChanges) { 2,
                                     { rivals->criteria[first], rivals->criteria[second] },
                                     { MAX (rivals->weights[first] + point[0], 0),
                                       MAX (rivals->weights[second] + point[1], 0) } };
    }
}

void
sl_fewest_changes (const SlLinearModel *model, size_t challenger, SlFewestChanges *changes)
{
  g_auto (SlRivals) rivals = { 0 };

  g_return_if_fail (model != NULL && changes != NULL && challenger < model->n_alternatives);

  *changes = (SlFewestChanges) { 0 };
  sl_rivals_init (&rivals, model, challenger);
  if (rivals.first || rivals.hopeless || change_one (model, challenger, changes))
    return;
  /* One linear program, before one problem for each pair of criteria. */
  if (rivals.n_free > 2 && sl_best_margin (model, challenger, NULL) >= -TOLERANCE)
    change_two (&rivals, changes);
}
