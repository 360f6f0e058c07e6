/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Microseconds for what it takes to change the answer, best of several. A drag of a slider asks for
 * the intervals of all criteria and the radius each time. */

#include "scoring/sensitivity.h"

#include <math.h>
#include <stdio.h>
#include <time.h>

#define BATCHES 15
#define BATCH_MICROSECONDS 4000

typedef struct {
  SlLinearModel model;
  SlProblem problem;
  size_t leader;
  double *values;
  double *weights;
  gboolean *raised;
  gboolean *lowered;
  double *changed;
  double *low;
  double *high;
  SlTornadoBar *bars;
} Case;

typedef void (*Work) (Case *work);

static double
draw (guint64 *state)
{
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  return (double) (*state >> 11) * 0x1p-53;
}

static size_t
find_leader (const Case *on)
{
  g_autofree double *scores = g_new (double, on->model.n_alternatives);
  size_t leader = 0;

  sl_additive_evaluate (on->values, on->weights, on->model.n_alternatives, on->model.n_criteria,
                        scores, NULL);
  for (size_t i = 1; i < on->model.n_alternatives; i++)
    if (scores[i] > scores[leader])
      leader = i;
  return leader;
}

static Case *
case_new (size_t n, size_t m)
{
  Case *new = g_new0 (Case, 1);
  guint64 state = 88172645463325252;

  new->values = g_new (double, n *m);
  new->low = g_new (double, n *m);
  new->high = g_new (double, n *m);
  new->bars = g_new (SlTornadoBar, n * m);
  new->weights = g_new (double, m);
  new->changed = g_new (double, m);
  new->raised = g_new0 (gboolean, m);
  new->lowered = g_new (gboolean, m);
  for (size_t i = 0; i < n * m; i++) {
    new->values[i] = 100 * draw (&state);
    new->low[i] = 0.9 * new->values[i];
    new->high[i] = new->values[i] + 5;
  }
  for (size_t j = 0; j < m; j++) {
    new->weights[j] = 0.1 + draw (&state);
    new->lowered[j] = TRUE;
  }
  sl_weights_normalise (new->weights, m, new->weights);
  new->model = (SlLinearModel) { n, m, new->values, new->weights, NULL };
  new->problem = (SlProblem) { n, m, new->values, new->weights, NULL };
  new->leader = find_leader (new);
  return new;
}

static void
case_free (Case *old)
{
  g_free (old->values);
  g_free (old->low);
  g_free (old->high);
  g_free (old->bars);
  g_free (old->weights);
  g_free (old->changed);
  g_free (old->raised);
  g_free (old->lowered);
  g_free (old);
}

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return (double) time.tv_sec * 1e6 + (double) time.tv_nsec / 1000;
}

static void
report (const char *name, Work work, Case *on)
{
  double least = INFINITY;
  double passed = 0;

  for (int batch = 0; batch < BATCHES && passed < BATCHES * BATCH_MICROSECONDS; batch++) {
    double start = now ();
    double time;
    size_t runs = 0;

    do {
      work (on);
      runs++;
      time = now () - start;
    } while (time < BATCH_MICROSECONDS);
    least = MIN (least, time / (double) runs);
    passed += time;
  }
  printf ("%-36s %4zu x %-3zu %12.1f us\n", name, on->model.n_alternatives, on->model.n_criteria,
          least);
}

static void
run_intervals (Case *on)
{
  const SlWeightPath path = { on->raised, on->lowered };
  SlStabilityInterval interval;

  for (size_t j = 0; j < on->model.n_criteria; j++) {
    on->raised[j] = TRUE;
    on->lowered[j] = FALSE;
    sl_stability_interval (&on->model, on->leader, &path, &interval);
    on->raised[j] = FALSE;
    on->lowered[j] = TRUE;
  }
}

static void
run_radius (Case *on)
{
  sl_robustness_radius (&on->model, on->leader, NULL);
}

static void
run_approximate (Case *on)
{
  const SlMethodOptions options = { SL_METHOD_TOPSIS, SL_NORMALISATION_MINMAX, 0.5 };
  const SlWeightPath path = { on->raised, on->lowered };
  SlStabilityInterval interval;

  on->raised[0] = TRUE;
  on->lowered[0] = FALSE;
  sl_stability_interval_approximate (&on->problem, &options, NULL, on->leader, &path, &interval,
                                     NULL);
  on->raised[0] = FALSE;
  on->lowered[0] = TRUE;
}

static void
run_changes (Case *on)
{
  double distance;

  for (size_t i = 0; i < on->model.n_alternatives; i++)
    sl_smallest_change (&on->model, i, on->changed, &distance);
}

static void
run_largest (Case *on)
{
  double distance;

  for (size_t i = 0; i < on->model.n_alternatives; i++)
    sl_smallest_change_max (&on->model, i, on->changed, &distance);
}

static void
run_euclidean (Case *on)
{
  double distance;

  for (size_t i = 0; i < on->model.n_alternatives; i++)
    sl_smallest_change_euclidean (&on->model, i, on->changed, &distance);
}

static void
run_fewest (Case *on)
{
  SlFewestChanges changes;

  for (size_t i = 0; i < on->model.n_alternatives; i++)
    sl_fewest_changes (&on->model, i, &changes);
}

static void
run_margins (Case *on)
{
  for (size_t i = 0; i < on->model.n_alternatives; i++)
    sl_best_margin (&on->model, i, NULL);
}

static void
run_tornado (Case *on)
{
  const SlMethodOptions options = { SL_METHOD_ADDITIVE, SL_NORMALISATION_MINMAX, 0.5 };
  const SlUncertainValues values = { .n_rows = on->model.n_alternatives,
                                     .low = on->low,
                                     .mode = on->values,
                                     .high = on->high,
                                     .minimum = -INFINITY,
                                     .maximum = INFINITY };

  sl_tornado (&on->problem, &options, &values, on->leader, on->bars);
}

static void
bench_size (size_t n, size_t m)
{
  Case *on = case_new (n, m);

  report ("intervals of all criteria", run_intervals, on);
  report ("radius", run_radius, on);
  report ("one interval of topsis", run_approximate, on);
  report ("smallest changes of all", run_changes, on);
  report ("by the largest change", run_largest, on);
  report ("by the Euclidean distance", run_euclidean, on);
  report ("fewest changes of all", run_fewest, on);
  report ("best margins of all", run_margins, on);
  report ("tornado, all values in doubt", run_tornado, on);
  case_free (on);
}

int
main (void)
{
  setvbuf (stdout, NULL, _IOLBF, 0);
  bench_size (20, 12);
  bench_size (100, 18);
  bench_size (100, 32);
  return 0;
}
