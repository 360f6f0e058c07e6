/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the move of a slider to a new ranking: new requirements, and the analysis of all three
 * boards of the shipped catalogue. Microseconds, the best and the median of many moves, and the
 * ratio to a plain C loop that does the same multiplications and additions on values that are there
 * already (the floor). Then the trials of each board on two threads, from nothing to the last one
 * counted. Fails where one of these takes longer than people notice.
 */

#include "analysis/robustness-private.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define MOVES 3000
#define LOADS 31
#define MOVE_LIMIT 1000.0  /* microseconds */
#define LOAD_LIMIT 20000.0 /* microseconds */
#define SIMULATIONS 61
#define SIMULATION_LIMIT 16000.0 /* microseconds, for the pairings: a frame */

typedef struct {
  SlDecision *decision;
  SlAnalysis *analysis;
  const SlPillar *pillar;
  SlBoard board;
  volatile double sink; /* so that no loop is left out */
} Bench;

typedef struct {
  double best;
  double median;
} Times;

typedef void (*Work) (Bench *self, guint turn);

static double
now (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (double) time.tv_sec * 1e6 + (double) time.tv_nsec / 1e3;
}

static int
compare_times (const void *a, const void *b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

/* What takes longer than the turn that the system gives to a program is measured by the time that
 * it has the processor, so that others do not show in it. */
static Times
measure (Bench *self, Work work, guint n, clockid_t clock)
{
  g_autofree double *times = g_new (double, n);

  for (guint i = 0; i < n; i++) {
    double start = now (clock);

    work (self, i);
    times[i] = now (clock) - start;
  }
  qsort (times, n, sizeof *times, compare_times);

  return (Times) { times[0], times[n / 2] };
}

/* One board after the other, one entry after the other. */
static void
run_floor (Bench *self, guint turn)
{
  for (guint board = 0; board < SL_N_BOARDS; board++) {
    const SlRanking *ranking = sl_analysis_get_ranking (self->analysis, board);

    for (guint i = 0; i < ranking->n_entries; i++) {
      const double *values = ranking->entries[i].values;
      double sum = 0;

      for (guint j = 0; j < ranking->n_criteria; j++)
        sum += ranking->weights[j] * values[j];
      self->sink = sum;
    }
  }
}

static void
run_move (Bench *self, guint turn)
{
  SlAnalysis *analysis;

  sl_decision_set_pillar_importance (self->decision, self->pillar, 1 + turn % 9);
  analysis = sl_analysis_new (sl_decision_get_requirements (self->decision));
  self->sink = sl_analysis_get_ranking (analysis, SL_BOARD_PAIRINGS)->entries[0].score;
  sl_analysis_unref (analysis);
}

static void
run_load (Bench *self, guint turn)
{
  g_autoptr (SlCatalogue) catalogue = sl_catalogue_new (NULL);

  if (catalogue == NULL)
    abort ();
}

static void
run_simulation (Bench *self, guint turn)
{
  SlRobustnessRun *run = sl_robustness_run_new (self->analysis, self->board);

  sl_robustness_run_advance (run, sl_robustness_run_get_n_left (run), 2, NULL);
  sl_robustness_run_free (run);
}

/* What else the machine does is not held against us: the best counts. */
static gboolean
report (const char *name, Times times, double limit)
{
  printf ("%-32s best %10.2f us  median %10.2f us  of %.0f us\n", name, times.best, times.median,
          limit);
  return times.best < limit;
}

static gboolean
bench_method (Bench *self, SlMethod method, double floor)
{
  g_autofree char *name = g_strdup_printf ("a slider's move, %s", sl_method_get_id (method));
  gboolean in_time;
  Times times;

  sl_decision_set_method (self->decision, method);
  sl_decision_begin_step (self->decision);
  times = measure (self, run_move, MOVES, CLOCK_MONOTONIC);
  sl_decision_end_step (self->decision);
  in_time = report (name, times, MOVE_LIMIT);
  printf ("%-32s best %10.1f x floor\n", "", times.best / floor);

  return in_time;
}

static gboolean
bench_profile (Bench *self, const SlProfile *profile)
{
  gboolean in_time = TRUE;
  Times floor;

  sl_decision_apply_profile (self->decision, profile);
  self->analysis = sl_analysis_new (sl_decision_get_requirements (self->decision));
  floor = measure (self, run_floor, MOVES, CLOCK_MONOTONIC);
  printf ("%s, %u rules hold\n", profile->id, sl_analysis_get_rules (self->analysis)->len);
  printf ("%-32s best %10.2f us\n", "  the floor", floor.best);
  for (SlMethod method = 0; method < SL_N_METHODS; method++)
    in_time &= bench_method (self, method, floor.best);
  g_clear_pointer (&self->analysis, sl_analysis_unref);

  return in_time;
}

static guint
count_important (const SlRanking *ranking)
{
  guint n = 0;

  for (guint j = 0; j < ranking->n_criteria; j++)
    n += ranking->weights[j] > 0;

  return n;
}

static gboolean
bench_simulations (Bench *self, const SlProfile *profile)
{
  static const char *const names[SL_N_BOARDS] = { "technologies", "patterns", "pairings" };
  SlRequirements *requirements;
  gboolean in_time = TRUE;

  sl_decision_apply_profile (self->decision, profile);
  sl_decision_set_method (self->decision, SL_METHOD_ADDITIVE);
  requirements = sl_decision_get_requirements (self->decision);
  self->analysis = sl_analysis_new (requirements);
  for (self->board = 0; self->board < SL_N_BOARDS; self->board++) {
    const SlRanking *ranking = sl_analysis_get_ranking (self->analysis, self->board);
    g_autofree char *name =
        g_strdup_printf ("%u trials, %s", requirements->robustness.samples, names[self->board]);

    printf ("%s, %u alternatives, %u criteria with weight\n", profile->id, ranking->n_ranked,
            count_important (ranking));
    in_time &= report (name, measure (self, run_simulation, SIMULATIONS, CLOCK_MONOTONIC),
                       SIMULATION_LIMIT);
  }
  g_clear_pointer (&self->analysis, sl_analysis_unref);

  return in_time;
}

/* The profile with most rules. */
static const SlProfile *
find_busiest (SlCatalogue *catalogue)
{
  const GPtrArray *profiles = sl_catalogue_get_profiles (catalogue);
  const GPtrArray *rules = sl_catalogue_get_rules (catalogue);
  const SlProfile *busiest = NULL;
  guint most = 0;

  for (guint i = 0; i < profiles->len; i++) {
    const SlProfile *profile = g_ptr_array_index (profiles, i);
    guint n = 0;

    for (guint j = 0; j < rules->len; j++)
      n += sl_condition_holds (((const SlRule *) g_ptr_array_index (rules, j))->condition,
                               profile->facts);
    if (n >= most) {
      busiest = profile;
      most = n;
    }
  }

  return busiest;
}

int
main (void)
{
  g_autoptr (SlCatalogue) catalogue = sl_catalogue_new (NULL);
  g_autoptr (SlDecision) decision = NULL;
  Bench self = { 0 };
  gboolean in_time;

  if (catalogue == NULL)
    return EXIT_FAILURE;

  setvbuf (stdout, NULL, _IOLBF, 0);
  self.decision = decision = sl_decision_new (catalogue);
  self.pillar = g_ptr_array_index (sl_catalogue_get_pillars (catalogue), 0);
  in_time = report ("loading the catalogue",
                    measure (&self, run_load, LOADS, CLOCK_PROCESS_CPUTIME_ID), LOAD_LIMIT);
  in_time &= bench_profile (&self, sl_decision_get_profile (decision));
  in_time &= bench_profile (&self, find_busiest (catalogue));

  in_time &=
      bench_simulations (&self, g_ptr_array_index (sl_catalogue_get_profiles (catalogue), 0));
  in_time &= bench_simulations (&self, find_busiest (catalogue));

  return in_time ? EXIT_SUCCESS : EXIT_FAILURE;
}
