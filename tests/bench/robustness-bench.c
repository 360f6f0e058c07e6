/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Milliseconds for a simulation on one thread and on two, best of several, with the drawing of each
 * trial, since nothing is kept from one run to the next. The floor is a plain C loop that only
 * draws weights, scores and ranks: no pairs, no central weights, no quantiles. The limit is what
 * the processor can, if there were nothing to do but scores and comparisons. */

#include "scoring/kernels-private.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#define RUNS 15
#define TECHNOLOGIES 16
#define PATTERNS 9
#define ROWS (TECHNOLOGIES + PATTERNS)
#define PAIRINGS 100
#define CRITERIA 32

typedef struct {
  SlSmaa *smaa;
  SlSmaaTally *tally;
  guint64 first;
  guint64 n;
} Part;

static double
draw (guint64 *state)
{
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  return (double) (*state >> 11) * 0x1p-53;
}

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static gpointer
run_part (gpointer data)
{
  Part *part = data;

  sl_smaa_run (part->smaa, part->first, part->n, part->tally, NULL);
  return NULL;
}

static double
time_run (SlSmaa *smaa, SlSmaaTally *tallies[2], guint64 n, unsigned n_threads)
{
  Part parts[2] = { { smaa, tallies[0], 0, n / n_threads },
                    { smaa, tallies[1], n / n_threads, n - n / n_threads } };
  GThread *thread = NULL;
  double start = now ();

  if (n_threads == 2)
    thread = g_thread_new ("part", run_part, &parts[1]);
  run_part (&parts[0]);
  if (thread != NULL)
    g_thread_join (thread);
  return now () - start;
}

/* `floor` and `least` are 0 where there is none. */
static void
measure (const char *name, const SlSmaaProblem *problem, guint64 n, double floor, double least)
{
  for (unsigned level = 0; level < SL_N_KERNELS; level++) {
    const SlKernels *kernels = sl_kernels_get (level);
    double best[] = { INFINITY, INFINITY };
    SlSmaa *smaa;
    SlSmaaTally *tallies[2];

    if (kernels == NULL)
      continue;
    smaa = sl_smaa_new_with_kernels (problem, kernels, NULL);
    tallies[0] = sl_smaa_tally_new (smaa);
    tallies[1] = sl_smaa_tally_new (smaa);
    for (int run = 0; run < RUNS; run++)
      for (unsigned k = 0; k < 2; k++)
        best[k] = MIN (best[k], time_run (smaa, tallies, n, k + 1));
    printf ("%-22s vectors %u %7u trials %9.2f ms, two threads %9.2f ms", name, level, (unsigned) n,
            best[0], best[1]);
    if (floor > 0)
      printf (", %.2f x floor", best[0] / floor);
    if (least > 0)
      printf (", %.0f %% of the limit", 100 * least / best[0]);
    printf ("\n");
    sl_smaa_tally_free (tallies[0]);
    sl_smaa_tally_free (tallies[1]);
    sl_smaa_unref (smaa);
  }
}

/* The limit: multiplications and additions that do not wait for one another, in the widest vectors
 * that every processor with the second best kernels has. Milliseconds for 1e9 of them. */

typedef double Vector __attribute__ ((vector_size (32)));

#if defined(__x86_64__)
__attribute__ ((target ("avx2")))
#endif
static double
time_operations (void)
{
  Vector sums[8] = { 0 };
  Vector factor = { 1, 1, 1, 1 };
  double start = now ();
  double total = 0;

  for (int k = 0; k < 1000000000 / (8 * 4 * 2); k++) {
    /* Or all of it would be done before it is run. */
    __asm__ volatile ("" : "+x"(factor));
#pragma GCC unroll 8
    for (int i = 0; i < 8; i++)
      sums[i] += factor * factor;
  }
  for (int i = 0; i < 8; i++)
    total += sums[i][0];
  return total > 0 ? now () - start : INFINITY;
}

static double
measure_limit (void)
{
  double best = INFINITY;

#if defined(__x86_64__)
  if (!__builtin_cpu_supports ("avx2"))
    return 0;
#endif
  for (int run = 0; run < 5; run++)
    best = MIN (best, time_operations ());
  return best;
}

/* Two operations for each summand of a score and one for each pair that is compared: the least
 * that there is to do. */
static double
get_least_time (size_t n, size_t m, double n_trials, double limit)
{
  return (2.0 * (double) (n * m) + (double) (n * (n - 1) / 2)) * n_trials / 1e9 * limit;
}

/* The floor. */

static double
time_floor (const double *values, size_t n, size_t m, size_t n_trials)
{
  g_autofree double *scores = g_new (double, n);
  g_autofree double *weights = g_new (double, m);
  g_autofree unsigned *places = g_new0 (unsigned, n *n);
  guint64 state = 88172645463325252;
  double start = now ();

  for (size_t t = 0; t < n_trials; t++) {
    double sum = 0;

    for (size_t j = 0; j < m; j++)
      sum += weights[j] = -log (draw (&state) + 0x1p-54);
    for (size_t i = 0; i < n; i++) {
      scores[i] = 0;
      for (size_t j = 0; j < m; j++)
        scores[i] += weights[j] * values[i * m + j];
      scores[i] /= sum;
    }
    for (size_t i = 0; i < n; i++) {
      unsigned rank = 0;

      for (size_t k = 0; k < n; k++)
        rank += scores[k] > scores[i];
      places[i * n + rank]++;
    }
  }
  return now () - start;
}

static void
bench_exact (size_t n, size_t m, double limit)
{
  g_autofree double *values = g_new (double, n *m);
  guint64 state = 1;
  SlSmaaProblem problem = { .problem = { n, m, values, NULL, NULL },
                            .options = { SL_METHOD_ADDITIVE, SL_NORMALISATION_NONE, 0 },
                            .space = SL_WEIGHT_SPACE_ANY };
  g_autofree char *name = g_strdup_printf ("exact %zu x %zu", n, m);
  double floor = INFINITY;

  for (size_t k = 0; k < n * m; k++)
    values[k] = 100 * draw (&state);
  for (int run = 0; run < 3; run++)
    floor = MIN (floor, 10 * time_floor (values, n, m, 10000));
  printf ("%-22s the floor %7u trials %9.2f ms\n", name, 100000, floor);
  measure (name, &problem, 100000, floor, get_least_time (n, m, 100000, limit));
}

/* The shape of the board of pairings. */

static void
correlate (double *correlation, size_t i, size_t j, double by)
{
  correlation[i * CRITERIA + j] = correlation[j * CRITERIA + i] = by;
}

static void
bench_pairings (SlWeightSpace space)
{
  static const unsigned families[ROWS] = { 0,  0,  1,  1,  2,  2,  2,  7,  8,  9,  10, 11, 12,
                                           13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24 };
  static const struct {
    unsigned i, j;
    double by;
  } links[] = { { 0, 1, 0.7 },  { 2, 3, 0.6 },   { 4, 5, 0.9 },  { 2, 5, 0.3 },   { 6, 7, 0.6 },
                { 8, 9, 0.5 },  { 10, 11, 0.4 }, { 0, 12, 0.4 }, { 13, 10, 0.3 }, { 14, 8, 0.4 },
                { 14, 0, 0.3 }, { 15, 16, 0.5 }, { 17, 16, 0.3 } };
  static double low[ROWS * CRITERIA], mode[ROWS * CRITERIA], high[ROWS * CRITERIA];
  static double correlation[CRITERIA * CRITERIA], shift[PAIRINGS * CRITERIA];
  double share[CRITERIA], weights[CRITERIA];
  unsigned first[PAIRINGS], second[PAIRINGS];
  SlScale scales[CRITERIA];
  SlUncertainValues values = { ROWS,  low, mode, high,        first,    second, share,
                               shift, 0,   100,  correlation, families, 0.6 };
  SlSmaaProblem problem = { .problem = { PAIRINGS, CRITERIA, NULL, weights, scales },
                            .options = { SL_METHOD_ADDITIVE, SL_NORMALISATION_FIXED, 0 },
                            .values = &values,
                            .space = space,
                            .concentration = 60 };
  guint64 state = 7;

  for (size_t k = 0; k < ROWS * CRITERIA; k++) {
    mode[k] = 100 * draw (&state);
    low[k] = MAX (0, mode[k] - 20 * draw (&state));
    high[k] = MIN (100, mode[k] + 20 * draw (&state));
  }
  for (size_t j = 0; j < CRITERIA; j++) {
    share[j] = draw (&state);
    weights[j] = 0.2 + draw (&state);
    scales[j] = SL_SCALE_DEFAULT;
    scales[j].worst = 0;
    scales[j].best = 100;
    correlation[j * CRITERIA + j] = 1;
  }
  for (size_t k = 0; k < G_N_ELEMENTS (links); k++)
    correlate (correlation, links[k].i, links[k].j, links[k].by);
  for (size_t i = 0; i < PAIRINGS; i++) {
    first[i] = (unsigned) (i % TECHNOLOGIES);
    second[i] = (unsigned) (TECHNOLOGIES + i / TECHNOLOGIES % PATTERNS);
  }
  /* One value in ten is moved by a rule. */
  for (size_t k = 0; k < PAIRINGS * CRITERIA; k++)
    shift[k] = draw (&state) < 0.1 ? 20 * draw (&state) - 10 : 0;
  measure (sl_weight_space_get_id (space), &problem, 10000, 0, 0);
}

int
main (void)
{
  double limit = measure_limit ();

  setvbuf (stdout, NULL, _IOLBF, 0);
  if (limit > 0)
    printf ("the limit: %.1f thousand million operations a second\n", 1000 / limit);
  bench_exact (20, 12, limit);
  bench_exact (200, 20, limit);
  bench_pairings (SL_WEIGHT_SPACE_AROUND);
  bench_pairings (SL_WEIGHT_SPACE_ORDINAL);
  bench_pairings (SL_WEIGHT_SPACE_ANY);
  return 0;
}
