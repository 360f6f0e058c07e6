/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/robustness-private.h"

#include <math.h>

#define ALIGNMENT 64

/* Workspace. */

/* Zeroed, because cells that are certain are read but never drawn. */
static gpointer
allocate (size_t n, size_t size)
{
  return g_aligned_alloc0 (MAX (n, 1), size, ALIGNMENT);
}

void
sl_workspace_init (SlWorkspace *workspace, const SlSmaa *self)
{
  size_t n = self->n;
  size_t m = self->m;
  size_t n_rows = self->values.n_rows;
  size_t for_weights = 3 * (m + 4);
  size_t for_cells = (self->values.n_families + 1) * (m + 4);

  *workspace = (SlWorkspace) { 0 };
  workspace->spare = allocate (MAX (for_weights, for_cells) * SL_LANES, sizeof (float));
  workspace->quantiles = allocate (n_rows * m * SL_LANES, sizeof (float));
  workspace->weights = allocate (m * SL_LANES, sizeof (double));
  workspace->sums = allocate (2 * (m + n_rows) * SL_LANES, sizeof (double));
  workspace->levels = allocate (n * SL_LANES, sizeof (gint32));
  workspace->keys = allocate (n * SL_LANES, sizeof (gint32));
  workspace->places = allocate (n * SL_CHUNK, sizeof (guint16));
  workspace->narrow = allocate (n * SL_CHUNK, sizeof (gint8));
  workspace->units = allocate (m * SL_CHUNK, sizeof (gint32));
  workspace->binned = workspace->levels;
  if (self->additive)
    return;
  workspace->binned = self->bounded ? allocate (n * SL_LANES, sizeof (gint32)) : NULL;
  workspace->evaluation = sl_evaluation_new ();
  workspace->cells = allocate (n_rows * m, sizeof (double));
  workspace->performances = allocate (n * m, sizeof (double));
  workspace->trial_weights = allocate (m, sizeof (double));
}

void
sl_workspace_clear (SlWorkspace *workspace)
{
  if (workspace->binned != workspace->levels)
    g_aligned_free (workspace->binned);
  g_aligned_free (workspace->spare);
  g_aligned_free (workspace->quantiles);
  g_aligned_free (workspace->weights);
  g_aligned_free (workspace->sums);
  g_aligned_free (workspace->levels);
  g_aligned_free (workspace->keys);
  g_aligned_free (workspace->places);
  g_aligned_free (workspace->narrow);
  g_aligned_free (workspace->units);
  sl_evaluation_free (workspace->evaluation);
  g_aligned_free (workspace->cells);
  g_aligned_free (workspace->performances);
  g_aligned_free (workspace->trial_weights);
}

/* Running. */

/* The trial in one lane as an evaluation sees it. */
static void
load_trial (const SlSmaa *self, const double *weights, size_t lane, SlWorkspace *workspace)
{
  for (size_t j = 0; j < self->m; j++)
    workspace->trial_weights[j] = weights[j * SL_LANES + lane];
  if (!self->draws_values)
    return;
  for (size_t k = 0; k < self->values.n_rows * self->m; k++) {
    const SlCellPlan *cell = &self->values.cells[k];
    double x = cell->base + cell->length * (double) workspace->quantiles[k * SL_LANES + lane];

    workspace->cells[k] = MIN (x, cell->base + cell->length);
  }
  sl_uncertain_values_apply (&self->mixture, workspace->cells, self->n, self->m,
                             workspace->performances);
}

static void
evaluate_trial (const SlSmaa *self, SlWorkspace *workspace)
{
  SlProblem problem = { self->n, self->m,
                        self->draws_values ? workspace->performances : self->performances,
                        workspace->trial_weights, self->scales };

  sl_evaluate_unchecked (&problem, &self->options, workspace->evaluation);
}

static gint32
find_level (const SlSmaa *self, double score)
{
  double x = (score - self->low) / (self->high - self->low);

  return (gint32) (CLAMP (x, 0, 1) * SL_TOP_LEVEL + 0.5);
}

/* Ranks serve as levels: they are all that is compared. */
static void
evaluate_lanes (const SlSmaa *self, SlWorkspace *workspace)
{
  unsigned shift = SL_LEVEL_BITS - self->places.index_bits;

  for (size_t l = 0; l < SL_LANES; l++) {
    const unsigned *ranks;
    const double *scores;

    load_trial (self, workspace->weights, l, workspace);
    evaluate_trial (self, workspace);
    ranks = sl_evaluation_get_ranks (workspace->evaluation);
    scores = sl_evaluation_get_scores (workspace->evaluation);
    for (size_t i = 0; i < self->n; i++)
      workspace->levels[i * SL_LANES + l] = (gint32) ((self->n - ranks[i]) << shift);
    for (size_t i = 0; workspace->binned != NULL && i < self->n; i++)
      workspace->binned[i * SL_LANES + l] = find_level (self, scores[i]);
  }
}

static void
score_lanes (const SlSmaa *self, SlWorkspace *workspace)
{
  if (self->additive)
    self->kernels->score (&self->model, workspace->weights, workspace->quantiles, workspace->sums,
                          workspace->levels);
  else
    evaluate_lanes (self, workspace);
}

static void
draw_lanes (const SlSmaa *self, guint64 trial, SlWorkspace *workspace)
{
  if (self->draws_values)
    self->kernels->draw_cells (&self->values, self->seed, trial, workspace->spare,
                               workspace->quantiles);
}

/* The last lanes of a run that has too few trials for all. */
static void
count_few_bins (SlSmaaTally *tally, size_t n_lanes)
{
  for (size_t i = 0; i < tally->smaa->n; i++)
    for (size_t l = 0; l < n_lanes; l++) {
      gint32 level = tally->workspace.binned[i * SL_LANES + l];
      gint32 *low = &tally->lowest[i * SL_LANES + l];
      gint32 *high = &tally->highest[i * SL_LANES + l];
      size_t bin = (size_t) level >> (SL_LEVEL_BITS - SL_BIN_BITS);

      *low = MIN (*low, level);
      *high = MAX (*high, level);
      tally->bins[i * SL_N_BINS + MIN (bin, SL_N_BINS - 1)]++;
    }
}

/* The lanes of a chunk from `column` on. Whether there are ties. */
static gboolean
run_lanes (SlSmaa *self, guint64 trial, size_t column, size_t n_lanes, SlSmaaTally *tally)
{
  const SlKernels *kernels = self->kernels;
  SlWorkspace *workspace = &tally->workspace;
  gboolean ties;

  kernels->draw_weights (&self->weights, self->seed, trial, workspace->spare, workspace->weights);
  draw_lanes (self, trial, workspace);
  kernels->round_weights (workspace->weights, self->m, workspace->units + column);
  score_lanes (self, workspace);
  ties =
      kernels->rank (&self->places, workspace->levels, workspace->keys, workspace->places + column);
  if (tally->bins == NULL)
    return ties;
  if (n_lanes >= SL_LANES)
    kernels->count_bins (workspace->binned, self->n, tally->bins, tally->lowest, tally->highest);
  else
    count_few_bins (tally, n_lanes);
  return ties;
}

/* Lanes that are not counted: nobody beats anyone. */
static void
blank_lanes (SlSmaaTally *tally, size_t n_lanes)
{
  for (size_t i = 0; i < tally->smaa->n; i++)
    for (size_t t = n_lanes; t < SL_CHUNK; t++)
      tally->workspace.places[i * SL_CHUNK + t] = 0;
}

static void
sum_weights (SlSmaaTally *tally, size_t i, size_t trial)
{
  size_t m = tally->smaa->m;
  const gint32 *units = tally->workspace.units + trial;
  guint64 *sums = tally->weights + i * m;

  for (size_t j = 0; j < m; j++)
    sums[j] += (guint64) units[j * SL_CHUNK];
}

static void
count_places (SlSmaaTally *tally, size_t n_lanes)
{
  size_t n = tally->smaa->n;

  for (size_t i = 0; i < n; i++) {
    const guint16 *place = tally->workspace.places + i * SL_CHUNK;
    guint32 *places = tally->places + i * n;
    guint32 n_first = places[0];

    for (size_t t = 0; t < n_lanes; t++)
      places[place[t]]++;
    for (size_t t = 0; n_first < places[0]; t++)
      if (place[t] == 0) {
        sum_weights (tally, i, t);
        n_first++;
      }
  }
}

static void
run_chunk (SlSmaa *self, guint64 first, size_t n_lanes, SlSmaaTally *tally)
{
  SlWorkspace *workspace = &tally->workspace;
  gboolean ties = n_lanes < SL_CHUNK;

  for (size_t column = 0; column < n_lanes; column += SL_LANES)
    ties = run_lanes (self, first + column, column, n_lanes - column, tally) || ties;
  count_places (tally, n_lanes);
  blank_lanes (tally, n_lanes);
  self->kernels->count_wins (workspace->places, self->n, ties, workspace->narrow, tally->wins);
  tally->n_trials += n_lanes;
}

static gboolean
is_stopped (const int *stop)
{
  return stop != NULL && g_atomic_int_get (stop) != 0;
}

void
sl_smaa_run (SlSmaa *self, guint64 first, guint64 n, SlSmaaTally *tally, const int *stop)
{
  g_return_if_fail (self != NULL && tally != NULL && tally->smaa == self);
  g_return_if_fail (n <= SL_SMAA_MAX_TRIALS - tally->n_trials);

  for (guint64 done = 0; done < n && !is_stopped (stop); done += SL_CHUNK)
    run_chunk (self, first + done, (size_t) MIN (SL_CHUNK, n - done), tally);
}

/* Confidence factors. */

static void
spread_weights (const double *weights, size_t m, double *lanes)
{
  for (size_t j = 0; j < m; j++)
    for (size_t l = 0; l < SL_LANES; l++)
      lanes[j * SL_LANES + l] = weights[j];
}

static guint64
count_firsts (const gint32 *levels, size_t n, size_t i, size_t n_lanes)
{
  guint64 n_first = 0;

  for (size_t t = 0; t < n_lanes; t++) {
    gint32 highest = levels[t];

    for (size_t k = 1; k < n; k++)
      highest = MAX (highest, levels[k * SL_LANES + t]);
    n_first += levels[i * SL_LANES + t] == highest;
  }
  return n_first;
}

static void
count_confidence (const SlSmaa *self,
                  const double *central_weights,
                  size_t n_lanes,
                  SlWorkspace *workspace,
                  guint64 *firsts)
{
  for (size_t i = 0; i < self->n; i++) {
    if (isnan (central_weights[i * self->m]))
      continue;
    spread_weights (central_weights + i * self->m, self->m, workspace->weights);
    score_lanes (self, workspace);
    firsts[i] += count_firsts (workspace->levels, self->n, i, n_lanes);
  }
}

void
sl_smaa_run_confidence (SlSmaa *self,
                        const double *central_weights,
                        guint64 first,
                        guint64 n,
                        guint64 *firsts,
                        const int *stop)
{
  SlWorkspace workspace;

  g_return_if_fail (self != NULL && central_weights != NULL && firsts != NULL);

  sl_workspace_init (&workspace, self);
  for (guint64 done = 0; done < n && !is_stopped (stop); done += SL_LANES) {
    draw_lanes (self, first + done, &workspace);
    count_confidence (self, central_weights, (size_t) MIN (SL_LANES, n - done), &workspace, firsts);
  }
  sl_workspace_clear (&workspace);
}
