/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/weight-path-private.h"

#define EPSILON 1e-12

typedef struct {
  size_t n;
  double total;
} Group;

static gboolean
is_member (const gboolean *group, const gboolean *locked, size_t j)
{
  return group[j] && (locked == NULL || !locked[j]);
}

static Group
measure_group (const gboolean *group, const double *weights, const gboolean *locked, size_t m)
{
  Group measured = { 0, 0 };

  for (size_t j = 0; j < m; j++)
    if (is_member (group, locked, j)) {
      measured.n++;
      measured.total += weights[j];
    }
  return measured;
}

/* A member's part in its group. */
static double
find_share (const Group *group, double weight)
{
  return group->total > 0 ? weight / group->total : 1 / (double) group->n;
}

void
sl_directed_path_init (SlDirectedPath *directed,
                       const SlWeightPath *path,
                       const double *weights,
                       const gboolean *locked,
                       size_t m,
                       double *direction)
{
  Group raised = measure_group (path->raised, weights, locked, m);
  Group lowered = measure_group (path->lowered, weights, locked, m);
  gboolean moves = raised.n > 0 && lowered.n > 0;

  directed->now = raised.total;
  directed->start = moves ? 0 : raised.total;
  directed->end = moves ? raised.total + lowered.total : raised.total;
  directed->direction = direction;
  for (size_t j = 0; j < m; j++) {
    direction[j] = 0;
    if (!moves)
      continue;
    if (is_member (path->raised, locked, j))
      direction[j] = find_share (&raised, weights[j]);
    else if (is_member (path->lowered, locked, j))
      direction[j] = -find_share (&lowered, weights[j]);
  }
}

void
sl_directed_path_get_weights (const SlDirectedPath *directed,
                              const double *weights,
                              size_t m,
                              double total,
                              double *result)
{
  for (size_t j = 0; j < m; j++) {
    double weight = weights[j] + (total - directed->now) * directed->direction[j];

    result[j] = MAX (weight, 0);
  }
}

double
sl_directed_path_get_epsilon (const SlDirectedPath *directed)
{
  return EPSILON * directed->end;
}
