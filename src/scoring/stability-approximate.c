/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/weight-path-private.h"

#include <math.h>

#define STEPS 128
#define PRECISION 1e-6 /* of the path */

typedef struct {
  SlProblem problem; /* with weights of its own */
  const SlMethodOptions *options;
  SlDirectedPath path;
  double *today;
  double *weights;
  double *direction;
  SlEvaluation *evaluation;
  size_t leader;
} Walk;

static void
walk_init (Walk *walk,
           const SlProblem *problem,
           const SlMethodOptions *options,
           const gboolean *locked,
           size_t leader,
           const SlWeightPath *path)
{
  size_t m = problem->n_criteria;

  walk->problem = *problem;
  walk->options = options;
  walk->leader = leader;
  walk->today = g_new (double, m);
  walk->weights = g_new (double, m);
  walk->direction = g_new (double, m);
  walk->evaluation = sl_evaluation_new ();
  for (size_t j = 0; j < m; j++)
    walk->today[j] = problem->weights != NULL ? problem->weights[j] : 1;
  sl_weights_normalise (walk->today, m, walk->today);
  walk->problem.weights = walk->weights;
  sl_directed_path_init (&walk->path, path, walk->today, locked, m, walk->direction);
}

static void
walk_clear (Walk *walk)
{
  g_free (walk->today);
  g_free (walk->weights);
  g_free (walk->direction);
  sl_evaluation_free (walk->evaluation);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

static const unsigned *
rank_at (Walk *walk, double total)
{
  sl_directed_path_get_weights (&walk->path, walk->today, walk->problem.n_criteria, total,
                                walk->weights);
  sl_evaluate_unchecked (&walk->problem, walk->options, walk->evaluation);
  return sl_evaluation_get_ranks (walk->evaluation);
}

static gboolean
is_first_at (Walk *walk, double total)
{
  return rank_at (walk, total)[walk->leader] == 1;
}

static size_t
find_first_at (Walk *walk, double total)
{
  const unsigned *ranks = rank_at (walk, total);

  for (size_t i = 0; i < walk->problem.n_alternatives; i++)
    if (ranks[i] == 1)
      return i;
  g_assert_not_reached ();
}

static double
get_step (const Walk *walk, int k)
{
  return walk->path.start + (walk->path.end - walk->path.start) * k / STEPS;
}

/* Where to set out from: today, or else the nearest step at which the leader is first. */
static double
find_departure (Walk *walk)
{
  double nearest = NAN;

  if (is_first_at (walk, walk->path.now))
    return walk->path.now;
  for (int k = 0; k <= STEPS; k++) {
    double total = get_step (walk, k);

    if ((isnan (nearest) || fabs (total - walk->path.now) < fabs (nearest - walk->path.now)) &&
        is_first_at (walk, total))
      nearest = total;
  }
  return nearest;
}

/* Between where the leader is first and where it is not. */
static double
bisect (Walk *walk, double inside, double outside, size_t *challenger)
{
  double precision = PRECISION * (walk->path.end - walk->path.start);

  while (fabs (outside - inside) > precision) {
    double middle = inside + (outside - inside) / 2;

    if (is_first_at (walk, middle))
      inside = middle;
    else
      outside = middle;
  }
  *challenger = find_first_at (walk, outside);
  return inside;
}

/* Steps on towards `end` for as long as the leader is first. */
static double
find_end (Walk *walk, double departure, double end, size_t *challenger)
{
  double length = (walk->path.end - walk->path.start) / STEPS;
  double inside = departure;

  *challenger = SL_NOBODY;
  while (inside != end) {
    double next = end > inside ? MIN (inside + length, end) : MAX (inside - length, end);

    if (!is_first_at (walk, next))
      return bisect (walk, inside, next, challenger);
    inside = next;
  }
  return end;
}

gboolean
sl_stability_interval_approximate (const SlProblem *problem,
                                   const SlMethodOptions *options,
                                   const gboolean *locked,
                                   size_t leader,
                                   const SlWeightPath *path,
                                   SlStabilityInterval *interval,
                                   GError **error)
{
  g_auto (Walk) walk = { 0 };
  double departure;

  g_return_val_if_fail (problem != NULL && options != NULL && path != NULL, FALSE);
  g_return_val_if_fail (interval != NULL && leader < problem->n_alternatives, FALSE);

  if (!sl_problem_check (problem, options, error))
    return FALSE;
  walk_init (&walk, problem, options, locked, leader, path);
  departure = find_departure (&walk);
  *interval = (SlStabilityInterval) { walk.path.now, NAN, NAN, SL_NOBODY, SL_NOBODY };
  if (isnan (departure))
    return TRUE;
  interval->low = find_end (&walk, departure, walk.path.start, &interval->low_challenger);
  interval->high = find_end (&walk, departure, walk.path.end, &interval->high_challenger);
  return TRUE;
}
