/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/sensitivity.h"

#include <math.h>

/* One rival at a time: the weights of the two where they are level first. Whoever takes the lead
 * away, the first boundary that is met on the way there is one between two. */

static gboolean
is_free (const SlLinearModel *model, size_t j)
{
  return model->locked == NULL || !model->locked[j];
}

static double
find_gap (const SlLinearModel *model, size_t leader, size_t challenger)
{
  const double *a = model->values + leader * model->n_criteria;
  const double *b = model->values + challenger * model->n_criteria;
  double gap = 0;

  for (size_t j = 0; j < model->n_criteria; j++)
    gap += model->weights[j] * (a[j] - b[j]);
  return gap;
}

typedef struct {
  double *gain;   /* a criterion: what moving weight from it to the best one gives */
  double *weight; /* that may be moved away from it */
  double largest_gain;
} Sources;

static void
find_sources (const SlLinearModel *model, size_t leader, size_t challenger, Sources *sources)
{
  const double *a = model->values + leader * model->n_criteria;
  const double *b = model->values + challenger * model->n_criteria;
  double best = -INFINITY;

  for (size_t j = 0; j < model->n_criteria; j++)
    if (is_free (model, j))
      best = MAX (best, b[j] - a[j]);
  sources->largest_gain = 0;
  for (size_t j = 0; j < model->n_criteria; j++) {
    sources->gain[j] = is_free (model, j) ? best - (b[j] - a[j]) : 0;
    sources->weight[j] = model->weights[j];
    sources->largest_gain = MAX (sources->largest_gain, sources->gain[j]);
  }
}

static size_t
find_best_source (const Sources *sources, size_t m)
{
  size_t best = SL_NOBODY;

  for (size_t j = 0; j < m; j++)
    if (sources->weight[j] > 0 && sources->gain[j] > 0 &&
        (best == SL_NOBODY || sources->gain[j] > sources->gain[best]))
      best = j;
  return best;
}

/* All weight that moves goes where the challenger is best, and comes from where it is worst first:
 * a continuous knapsack. Gives up beyond `limit`. */
static double
move_least (Sources *sources, size_t m, double gap, double limit)
{
  double tolerance = SL_TIE_TOLERANCE * sources->largest_gain;
  double moved = 0;

  while (gap > 0) {
    size_t j = find_best_source (sources, m);
    double step;

    if (j == SL_NOBODY)
      return gap <= tolerance ? moved : INFINITY;
    step = MIN (sources->weight[j], gap / sources->gain[j]);
    moved += step;
    if (moved > limit)
      return INFINITY;
    gap = step < sources->weight[j] ? 0 : gap - step * sources->gain[j];
    sources->weight[j] = 0;
  }
  return moved;
}

double
sl_robustness_radius (const SlLinearModel *model, size_t leader, size_t *challenger)
{
  g_autofree double *memory = NULL;
  Sources sources;
  double least = INFINITY;
  double least_gap = INFINITY;
  size_t nearest = SL_NOBODY;
  size_t m;

  g_return_val_if_fail (model != NULL && leader < model->n_alternatives, NAN);

  m = model->n_criteria;
  memory = g_new (double, 2 * m);
  sources.gain = memory;
  sources.weight = memory + m;
  for (size_t i = 0; i < model->n_alternatives; i++) {
    double gap, moved;

    if (i == leader)
      continue;
    gap = find_gap (model, leader, i);
    find_sources (model, leader, i, &sources);
    moved = move_least (&sources, m, gap, least);
    if (moved < least || (moved == least && !isinf (moved) && gap < least_gap)) {
      least = moved;
      least_gap = gap;
      nearest = i;
    }
  }
  if (challenger != NULL)
    *challenger = nearest;
  return 2 * least;
}

double
sl_value_needed (const SlLinearModel *model, size_t leader, size_t challenger, size_t criterion)
{
  double weight;

  g_return_val_if_fail (model != NULL && criterion < model->n_criteria, NAN);
  g_return_val_if_fail (leader < model->n_alternatives && challenger < model->n_alternatives, NAN);

  weight = model->weights[criterion];
  if (weight <= 0)
    return NAN;
  return model->values[challenger * model->n_criteria + criterion] +
         find_gap (model, leader, challenger) / weight;
}
