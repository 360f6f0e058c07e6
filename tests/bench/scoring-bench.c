/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Microseconds for a ranking, best of several, and the ratio to a plain C loop that does the same
 * work (the floor), measured in the same run: times differ from machine to machine, ratios less. */

#include "scoring/scoring.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define BATCHES 15
#define BATCHES_OF_THE_SLOW 2
#define SLOW_MICROSECONDS 1e5
#define MOST_WORKS 3
#define BATCH_NANOSECONDS 4e6

typedef struct {
  size_t n;
  size_t m;
  double *performances;
  double *values; /* 0..100 */
  double *weights;
  SlScale *scales;
  SlEvaluation *evaluation;
  double *scores;
  double *regrets;
  unsigned *ranks;
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

static Case *
case_new (size_t n, size_t m)
{
  Case *new = g_new0 (Case, 1);
  guint64 state = 88172645463325252;
  double sum = 0;

  new->n = n;
  new->m = m;
  new->performances = g_new (double, n *m);
  new->values = g_new (double, n *m);
  new->weights = g_new (double, m);
  new->scales = g_new (SlScale, m);
  new->scores = g_new (double, n);
  new->regrets = g_new (double, n);
  new->ranks = g_new (unsigned, n);
  new->evaluation = sl_evaluation_new ();

  for (size_t i = 0; i < n * m; i++) {
    new->values[i] = 100 * draw (&state);
    new->performances[i] = 10 + new->values[i];
  }
  for (size_t j = 0; j < m; j++)
    sum += new->weights[j] = 0.1 + draw (&state);
  for (size_t j = 0; j < m; j++) {
    gboolean cost = j % 3 == 2;

    new->weights[j] /= sum;
    new->scales[j] = (SlScale) { cost ? SL_DIRECTION_MIN : SL_DIRECTION_MAX,
                                 cost ? 110 : 10,
                                 cost ? 10 : 110,
                                 SL_PREFERENCE_LINEAR,
                                 5,
                                 30,
                                 10 };
  }
  return new;
}

static void
case_free (Case *old)
{
  g_free (old->performances);
  g_free (old->values);
  g_free (old->weights);
  g_free (old->scales);
  g_free (old->scores);
  g_free (old->regrets);
  g_free (old->ranks);
  sl_evaluation_free (old->evaluation);
  g_free (old);
}

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return (double) time.tv_sec * 1e9 + (double) time.tv_nsec;
}

static double
time_runs (Work work, Case *on, size_t runs)
{
  double start = now ();

  for (size_t k = 0; k < runs; k++)
    work (on);
  return now () - start;
}

/* In turn, so that what else the machine does meets all of them alike. */
static void
measure (const Work *works, size_t n_works, Case *on, double *microseconds)
{
  size_t runs[MOST_WORKS];

  for (size_t k = 0; k < n_works; k++) {
    double first = time_runs (works[k], on, 1);
    double again = time_runs (works[k], on, 1);

    microseconds[k] = MIN (first, again) / 1000;
    runs[k] = (size_t) CLAMP (BATCH_NANOSECONDS / MIN (first, again), 1, 1e6);
  }
  for (int batch = 0; batch < BATCHES; batch++)
    for (size_t k = 0; k < n_works; k++) {
      double mean;

      if (batch >= BATCHES_OF_THE_SLOW && microseconds[k] > SLOW_MICROSECONDS)
        continue;
      mean = time_runs (works[k], on, runs[k]) / (double) runs[k] / 1000;

      microseconds[k] = MIN (microseconds[k], mean);
    }
}

static void
report (const char *name, const Case *on, double microseconds, double floor)
{
  printf ("%-28s %4zu x %-3zu %12.3f us %9.4f x floor\n", name, on->n, on->m, microseconds,
          microseconds / floor);
}

/* The floors. */

static const double *sorted_scores;

static int
compare_scores (const void *a, const void *b)
{
  double x = sorted_scores[*(const unsigned *) a];
  double y = sorted_scores[*(const unsigned *) b];

  return (x < y) - (x > y);
}

static void
floor_rank (Case *on)
{
  g_autofree unsigned *order = g_new (unsigned, on->n);

  for (unsigned i = 0; i < on->n; i++)
    order[i] = i;
  sorted_scores = on->scores;
  qsort (order, on->n, sizeof *order, compare_scores);
  for (unsigned k = 0; k < on->n; k++)
    on->ranks[order[k]] = k + 1;
}

static void
floor_weighted_sum (Case *on)
{
  for (size_t i = 0; i < on->n; i++) {
    double sum = 0;

    for (size_t j = 0; j < on->m; j++)
      sum += on->weights[j] * on->values[i * on->m + j];
    on->scores[i] = sum;
  }
}

static double
floor_value (const Case *on, size_t i, size_t j)
{
  const SlScale *scale = &on->scales[j];
  double value = (on->performances[i * on->m + j] - scale->worst) / (scale->best - scale->worst);

  return CLAMP (value, 0, 1);
}

static void
floor_additive (Case *on)
{
  for (size_t i = 0; i < on->n; i++) {
    double sum = 0;

    for (size_t j = 0; j < on->m; j++)
      sum += on->weights[j] * floor_value (on, i, j);
    on->scores[i] = 100 * sum;
  }
  floor_rank (on);
}

static void
floor_geometric (Case *on)
{
  for (size_t i = 0; i < on->n; i++) {
    double sum = 0;

    for (size_t j = 0; j < on->m; j++)
      sum += on->weights[j] * log (MAX (floor_value (on, i, j), 0.01));
    on->scores[i] = 100 * exp (sum);
  }
  floor_rank (on);
}

static void
floor_topsis (Case *on)
{
  for (size_t i = 0; i < on->n; i++) {
    double to_best = 0;
    double to_worst = 0;

    for (size_t j = 0; j < on->m; j++) {
      double below = on->weights[j] * floor_value (on, i, j);
      double above = on->weights[j] - below;

      to_best += above * above;
      to_worst += below * below;
    }
    on->scores[i] = 100 * sqrt (to_worst) / (sqrt (to_worst) + sqrt (to_best));
  }
  floor_rank (on);
}

static void
floor_vikor (Case *on)
{
  double low_s = INFINITY, high_s = 0, low_r = INFINITY, high_r = 0;

  for (size_t i = 0; i < on->n; i++) {
    double s = 0;
    double r = 0;

    for (size_t j = 0; j < on->m; j++) {
      double regret = on->weights[j] * (1 - floor_value (on, i, j));

      s += regret;
      r = MAX (r, regret);
    }
    on->scores[i] = s;
    on->regrets[i] = r;
    low_s = MIN (low_s, s);
    high_s = MAX (high_s, s);
    low_r = MIN (low_r, r);
    high_r = MAX (high_r, r);
  }
  for (size_t i = 0; i < on->n; i++)
    on->scores[i] = 0.5 * (on->scores[i] - low_s) / (high_s - low_s) +
                    0.5 * (on->regrets[i] - low_r) / (high_r - low_r);
  floor_rank (on);
}

static double
floor_preference (const SlScale *scale, double d)
{
  return CLAMP ((d - scale->q) / (scale->p - scale->q), 0, 1);
}

static void
floor_promethee (Case *on)
{
  for (size_t a = 0; a < on->n; a++) {
    double sum = 0;

    for (size_t b = 0; b < on->n; b++)
      for (size_t j = 0; j < on->m; j++) {
        double d = on->performances[a * on->m + j] - on->performances[b * on->m + j];

        d = on->scales[j].direction == SL_DIRECTION_MIN ? -d : d;
        sum += on->weights[j] *
               (floor_preference (&on->scales[j], d) - floor_preference (&on->scales[j], -d));
      }
    on->scores[a] = sum / (double) (on->n - 1);
  }
  floor_rank (on);
}

/* The module. */

static void
run_weighted_sum (Case *on)
{
  sl_additive_evaluate (on->values, on->weights, on->n, on->m, on->scores, NULL);
}

static SlMethod chosen;

static void
run_unchecked (Case *on)
{
  SlProblem problem = { on->n, on->m, on->performances, on->weights, on->scales };
  SlMethodOptions options = { chosen, SL_NORMALISATION_FIXED, 0.5 };

  sl_evaluate_unchecked (&problem, &options, on->evaluation);
}

static void
run_checked (Case *on)
{
  SlProblem problem = { on->n, on->m, on->performances, on->weights, on->scales };
  SlMethodOptions options = { chosen, SL_NORMALISATION_FIXED, 0.5 };

  if (!sl_evaluate (&problem, &options, on->evaluation, NULL))
    abort ();
}

static void
bench_values (Case *on)
{
  const Work works[] = { floor_weighted_sum, run_weighted_sum };
  double times[G_N_ELEMENTS (works)];

  measure (works, G_N_ELEMENTS (works), on, times);
  report ("  the floor", on, times[0], times[0]);
  report ("weighted sum of values", on, times[1], times[0]);
}

static void
bench_method (Case *on, SlMethod method, Work floor)
{
  const Work works[] = { floor, run_unchecked, run_checked };
  double times[G_N_ELEMENTS (works)];
  g_autofree char *name = g_strdup_printf ("%s, checked", sl_method_get_id (method));

  chosen = method;
  measure (works, G_N_ELEMENTS (works), on, times);
  report ("  the floor", on, times[0], times[0]);
  report (sl_method_get_id (method), on, times[1], times[0]);
  report (name, on, times[2], times[0]);
}

static void
bench_preference (Case *on, SlPreference preference)
{
  const Work work = run_unchecked;
  g_autofree char *name = g_strdup_printf ("promethee, %s", sl_preference_get_id (preference));
  double time;

  for (size_t j = 0; j < on->m; j++)
    on->scales[j].preference = preference;
  chosen = SL_METHOD_PROMETHEE;
  measure (&work, 1, on, &time);
  printf ("%-28s %4zu x %-3zu %12.3f us\n", name, on->n, on->m, time);
}

static void
bench_size (size_t n, size_t m)
{
  Case *on = case_new (n, m);

  bench_values (on);
  bench_method (on, SL_METHOD_ADDITIVE, floor_additive);
  bench_method (on, SL_METHOD_GEOMETRIC, floor_geometric);
  bench_method (on, SL_METHOD_TOPSIS, floor_topsis);
  bench_method (on, SL_METHOD_VIKOR, floor_vikor);
  bench_method (on, SL_METHOD_PROMETHEE, floor_promethee);
  bench_preference (on, SL_PREFERENCE_USUAL);
  bench_preference (on, SL_PREFERENCE_LEVEL);
  bench_preference (on, SL_PREFERENCE_GAUSSIAN);
  case_free (on);
}

int
main (void)
{
  setvbuf (stdout, NULL, _IOLBF, 0);
  bench_size (20, 12);
  bench_size (200, 20);
  bench_size (2000, 50);
  return 0;
}
