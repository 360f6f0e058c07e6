/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/robustness.h"
#include "scoring/draws-private.h"
#include "scoring/kernels-private.h"
#include "scoring/problem-private.h"

#include <math.h>
#include <string.h>

#define ALIGNMENT 64

/* Scores are counted in bins that are 1/1024 of their range wide. */
#define BIN_BITS 10
#define N_BINS (1 << BIN_BITS)
#define LEVELS_IN_BIN (1 << (SL_LEVEL_BITS - BIN_BITS))

/* Weights are summed as whole numbers. */
#define WEIGHT_UNITS (1 << 30)

/* Of cells on the scale of 0..1 that are summed before they are cut to it: beyond, digits are lost.
 */
#define LARGEST_UNCUT 1000

struct _SlSmaa {
  gatomicrefcount ref_count;
  size_t n;
  size_t m;
  SlMethodOptions options;
  guint64 seed;
  const SlKernels *kernels;
  SlWeightPlan weights;
  SlValuePlan values; /* no rows: the performances are exact */
  gboolean draws_values;

  /* Scores of which the bounds are known. */
  gboolean bounded;
  double low;
  double high;

  /* Either an additive model, or what an evaluation needs. */
  gboolean additive;
  SlAdditivePlan model;
  double *performances; /* n x m; certain ones */
  SlScale *scales;
  SlUncertainValues mixture; /* of what makes performances of cells; points to the following */
  unsigned *first;
  unsigned *second;
  double *share;
  double *shift;
};

/* What one thread needs to run trials. */
typedef struct {
  float *spare;
  float *quantiles;
  double *weights;
  double *sums;
  gint32 *levels; /* n x SL_CHUNK, what is compared */
  gint32 *binned; /* the same, or what goes to bins; NULL: nothing does */
  guint32 *n_better;
  gint32 *units; /* SL_CHUNK x m, the weights as whole numbers */
  SlEvaluation *evaluation;
  double *cells;
  double *performances;
  double *trial_weights;
} Workspace;

struct _SlSmaaTally {
  SlSmaa *smaa;
  guint64 n_trials;
  guint32 *places;  /* n x n */
  guint32 *wins;    /* n x n */
  guint64 *weights; /* n x m, sums over the trials in which it is first */
  guint32 *bins;    /* n x N_BINS; NULL if the scores have no bounds */
  gint32 *lowest;   /* level of each alternative */
  gint32 *highest;
  Workspace workspace;
};

/* Preparing. */

static gboolean
check_draws (const SlSmaaProblem *problem, GError **error)
{
  gboolean around = !problem->exact_weights && problem->space == SL_WEIGHT_SPACE_AROUND;

  if (sl_weight_space_get_id (problem->space) == NULL)
    return sl_fail (error, SL_SCORING_ERROR_OPTION, "unknown weight space %d",
                    (int) problem->space);
  if (around && !(problem->concentration > 0 && problem->concentration <= SL_LARGEST_NUMBER))
    return sl_fail (error, SL_SCORING_ERROR_OPTION,
                    "expected a finite concentration above zero, found %g", problem->concentration);
  return TRUE;
}

/* A column that is all zero if every cell is at its low end is allowed, but not one that has zeros
 * among larger numbers. If it may be that, let it show. */
static void
spoil_zero_columns (double *low, const double *high, size_t n, size_t m)
{
  for (size_t j = 0; j < m; j++) {
    size_t highest = 0;
    gboolean all_zero = TRUE;

    for (size_t i = 0; i < n; i++) {
      all_zero = all_zero && low[i * m + j] == 0;
      if (high[i * m + j] > high[highest * m + j])
        highest = i;
    }
    if (all_zero)
      low[highest * m + j] = high[highest * m + j];
  }
}

/* What holds at both ends of the cells holds between them. */
static gboolean
check_values (const SlSmaaProblem *problem, GError **error)
{
  size_t n = problem->problem.n_alternatives;
  size_t m = problem->problem.n_criteria;
  SlProblem at_end = problem->problem;
  g_autofree double *low = NULL;
  g_autofree double *high = NULL;

  if (problem->values == NULL)
    return sl_problem_check (&problem->problem, &problem->options, error);
  if (!sl_uncertain_values_check (problem->values, n, m, error))
    return FALSE;
  low = g_new (double, n *m);
  high = g_new (double, n *m);
  sl_uncertain_values_apply (problem->values, problem->values->low, n, m, low);
  sl_uncertain_values_apply (problem->values, problem->values->high, n, m, high);
  at_end.performances = high;
  if (!sl_problem_check (&at_end, &problem->options, error))
    return FALSE;
  spoil_zero_columns (low, high, n, m);
  at_end.performances = low;
  return sl_problem_check (&at_end, &problem->options, error);
}

static void
copy_mixture (SlSmaa *self, const SlUncertainValues *values)
{
  size_t n = self->n;

  self->first = g_new (unsigned, n);
  for (size_t i = 0; i < n; i++)
    self->first[i] = values->first != NULL ? values->first[i] : (unsigned) i;
  self->second = g_memdup2 (values->second, values->second != NULL ? n * sizeof (unsigned) : 0);
  self->share = g_memdup2 (values->share, values->second != NULL ? self->m * sizeof (double) : 0);
  self->shift =
      g_memdup2 (values->shift, values->shift != NULL ? n * self->m * sizeof (double) : 0);
  self->mixture = (SlUncertainValues) { .n_rows = values->n_rows,
                                        .first = self->first,
                                        .second = self->second,
                                        .share = self->share,
                                        .shift = self->shift,
                                        .minimum = values->minimum,
                                        .maximum = values->maximum };
}

/* The least and most that a score can be, whatever the weights and the values. */
static void
find_bounds (SlSmaa *self)
{
  SlMethod method = self->options.method;
  SlNormalisation normalisation = self->options.normalisation;

  self->bounded = TRUE;
  self->low = method == SL_METHOD_PROMETHEE ? -1 : 0;
  self->high = 1;
  if (method == SL_METHOD_PROMETHEE || method == SL_METHOD_VIKOR)
    return;
  if (normalisation == SL_NORMALISATION_FIXED)
    self->high = 100;
  else if (method != SL_METHOD_TOPSIS)
    self->bounded =
        normalisation != SL_NORMALISATION_VECTOR && normalisation != SL_NORMALISATION_NONE;
}

/* If no value is drawn, the additive method on any scale, and PROMETHEE by its flows, are sums of
 * constants times weights. */
static gboolean
plan_certain (SlSmaa *self)
{
  size_t n_cells = self->n * self->m;
  SlProblem problem = { self->n, self->m, self->performances, NULL, self->scales };
  SlNormalisation normalisation = self->options.normalisation;
  double *values;

  if (self->options.method != SL_METHOD_ADDITIVE && self->options.method != SL_METHOD_PROMETHEE)
    return FALSE;
  values = self->model.values = g_new (double, n_cells);
  if (self->options.method == SL_METHOD_PROMETHEE)
    sl_promethee_flows (&problem, NULL, NULL, values, NULL);
  else
    sl_normalise (&problem, normalisation, values, NULL);

  if (!self->bounded) {
    self->low = self->high = values[0];
    for (size_t k = 1; k < n_cells; k++) {
      self->low = MIN (self->low, values[k]);
      self->high = MAX (self->high, values[k]);
    }
    self->bounded = TRUE;
  }
  for (size_t k = 0; k < n_cells; k++)
    values[k] = self->high > self->low ? (values[k] - self->low) / (self->high - self->low) : 0;
  return TRUE;
}

/* value = origin + slope * performance, within 0..1. */
typedef struct {
  double origin;
  double slope;
} Line;

static gboolean
find_fixed_lines (const SlSmaa *self, Line *lines)
{
  for (size_t j = 0; j < self->m; j++) {
    double worst = self->scales[j].worst;
    double best = self->scales[j].best;

    if (isnan (worst) || isnan (best))
      return FALSE;
    lines[j] = (Line) { -worst / (best - worst), 1 / (best - worst) };
  }
  return TRUE;
}

/* Without a scale the values span what they can be. */
static void
find_own_lines (SlSmaa *self, const double *low, const double *high, Line *lines)
{
  double span;

  self->low = INFINITY;
  self->high = -INFINITY;
  for (size_t k = 0; k < self->n * self->m; k++) {
    gboolean cost = sl_scale_get_direction (&self->scales[k % self->m]) == SL_DIRECTION_MIN;

    self->low = MIN (self->low, cost ? -high[k] : low[k]);
    self->high = MAX (self->high, cost ? -low[k] : high[k]);
  }
  self->bounded = TRUE;
  span = self->high - self->low;
  for (size_t j = 0; j < self->m; j++) {
    gboolean cost = sl_scale_get_direction (&self->scales[j]) == SL_DIRECTION_MIN;

    lines[j] = span > 0 ? (Line) { -self->low / span, (cost ? -1 : 1) / span } : (Line) { 0, 0 };
  }
}

static gboolean
place_cells (SlSmaa *self, const Line *lines)
{
  SlAdditivePlan *model = &self->model;
  size_t n_cells = self->values.n_rows * self->m;

  model->cells = g_new (SlCellPlan, n_cells);
  for (size_t k = 0; k < n_cells; k++) {
    const SlCellPlan *cell = &self->values.cells[k];
    const Line *line = &lines[k % self->m];
    double base = line->origin + line->slope * cell->base;
    double length = line->slope * cell->length;

    if (!(fabs (base) <= LARGEST_UNCUT && fabs (base + length) <= LARGEST_UNCUT))
      return FALSE;
    model->cells[k] = (SlCellPlan) { base, length, cell->mode };
  }
  return TRUE;
}

/* Where a value is cut, for it to be within the performances' bounds and on the scale. */
static void
find_cut (const SlSmaa *self, const Line *line, double *low, double *high)
{
  double a = line->origin + line->slope * self->mixture.minimum;
  double b = line->origin + line->slope * self->mixture.maximum;

  *low = line->slope == 0 ? 0 : CLAMP (MIN (a, b), 0, 1);
  *high = line->slope == 0 ? 0 : CLAMP (MAX (a, b), 0, 1);
}

static void
place_value (SlSmaa *self, size_t i, size_t j, const Line *line)
{
  SlAdditivePlan *model = &self->model;
  unsigned first = (unsigned) (model->first[i] * self->m + j);
  unsigned second = (unsigned) (model->second[i] * self->m + j);
  double offset = self->shift != NULL ? line->slope * self->shift[i * self->m + j] : 0;
  double share = model->share[j];
  const SlCellPlan *a = &model->cells[first];
  const SlCellPlan *b = &model->cells[second];
  double one_end = share * a->base + (1 - share) * b->base + offset;
  double other_end = one_end + share * a->length + (1 - share) * b->length;
  double low;
  double high;

  find_cut (self, line, &low, &high);
  if (offset != 0)
    model->shifts[model->shift_start[i + 1]++] = (SlShift) { (unsigned) j, offset };
  if (MIN (one_end, other_end) < low || MAX (one_end, other_end) > high)
    model->bounded[model->bounded_start[i + 1]++] =
        (SlBoundedValue) { (unsigned) j, first, second, offset, low, high };
}

static void
plan_mixtures (SlSmaa *self, const Line *lines)
{
  SlAdditivePlan *model = &self->model;
  size_t n = self->n;
  size_t m = self->m;

  model->n_rows = self->values.n_rows;
  model->first = g_memdup2 (self->first, n * sizeof (unsigned));
  model->second =
      g_memdup2 (self->second != NULL ? self->second : self->first, n * sizeof (unsigned));
  model->share = g_new (double, m);
  for (size_t j = 0; j < m; j++)
    model->share[j] = self->second != NULL ? self->share[j] : 1;
  model->is_first = g_new0 (gboolean, model->n_rows);
  model->is_second = g_new0 (gboolean, model->n_rows);
  for (size_t i = 0; i < n; i++) {
    model->is_first[model->first[i]] = TRUE;
    model->is_second[model->second[i]] |= self->second != NULL;
  }

  model->shifts = g_new (SlShift, n * m);
  model->bounded = g_new (SlBoundedValue, n * m);
  model->shift_start = g_new0 (size_t, n + 1);
  model->bounded_start = g_new0 (size_t, n + 1);
  for (size_t i = 0; i < n; i++) {
    model->shift_start[i + 1] = model->shift_start[i];
    model->bounded_start[i + 1] = model->bounded_start[i];
    for (size_t j = 0; j < m; j++)
      place_value (self, i, j, &lines[j]);
  }
}

static gboolean
plan_uncertain (SlSmaa *self, const double *low, const double *high)
{
  g_autofree Line *lines = g_new (Line, self->m);

  if (self->options.method != SL_METHOD_ADDITIVE)
    return FALSE;
  if (self->options.normalisation == SL_NORMALISATION_NONE)
    find_own_lines (self, low, high, lines);
  else if (self->options.normalisation != SL_NORMALISATION_FIXED || !find_fixed_lines (self, lines))
    return FALSE;
  if (!place_cells (self, lines))
    return FALSE;
  plan_mixtures (self, lines);
  return TRUE;
}

static void
copy_values (SlSmaa *self, const SlSmaaProblem *problem)
{
  size_t size = self->n * self->m * sizeof (double);

  self->scales = g_new (SlScale, self->m);
  for (size_t j = 0; j < self->m; j++)
    self->scales[j] =
        problem->problem.scales != NULL ? problem->problem.scales[j] : SL_SCALE_DEFAULT;
  if (problem->values == NULL) {
    self->performances = g_memdup2 (problem->problem.performances, size);
    return;
  }
  self->performances = g_malloc (size);
  sl_uncertain_values_apply (problem->values, problem->values->low, self->n, self->m,
                             self->performances);
  copy_mixture (self, problem->values);
  sl_value_plan_init (&self->values, problem->values, self->m);
  self->draws_values = !self->values.certain;
}

SlSmaa *
sl_smaa_new_with_kernels (const SlSmaaProblem *problem, const SlKernels *kernels, GError **error)
{
  SlSmaa *self;

  if (!check_values (problem, error) || !check_draws (problem, error))
    return NULL;

  self = g_new0 (SlSmaa, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->n = problem->problem.n_alternatives;
  self->m = problem->problem.n_criteria;
  self->options = problem->options;
  self->seed = problem->seed;
  self->kernels = kernels;
  sl_weight_plan_init (&self->weights, problem);
  copy_values (self, problem);
  find_bounds (self);
  self->model.n_alternatives = self->n;
  self->model.n_criteria = self->m;
  if (self->draws_values) {
    g_autofree double *high = g_new (double, self->n * self->m);

    sl_uncertain_values_apply (problem->values, problem->values->high, self->n, self->m, high);
    self->additive = plan_uncertain (self, self->performances, high);
  } else {
    self->additive = plan_certain (self);
  }
  return self;
}

SlSmaa *
sl_smaa_new (const SlSmaaProblem *problem, GError **error)
{
  g_return_val_if_fail (problem != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return sl_smaa_new_with_kernels (problem, sl_kernels_get_best (), error);
}

size_t
sl_smaa_get_n_alternatives (const SlSmaa *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n;
}

SlSmaa *
sl_smaa_ref (SlSmaa *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
clear_model (SlAdditivePlan *model)
{
  g_free (model->values);
  g_free (model->cells);
  g_free (model->first);
  g_free (model->second);
  g_free (model->share);
  g_free (model->is_first);
  g_free (model->is_second);
  g_free (model->shifts);
  g_free (model->shift_start);
  g_free (model->bounded);
  g_free (model->bounded_start);
}

void
sl_smaa_unref (SlSmaa *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  sl_weight_plan_clear (&self->weights);
  sl_value_plan_clear (&self->values);
  clear_model (&self->model);
  g_free (self->performances);
  g_free (self->scales);
  g_free (self->first);
  g_free (self->second);
  g_free (self->share);
  g_free (self->shift);
  g_free (self);
}

/* Workspace. */

/* Zeroed, because cells that are certain are read but never drawn. */
static gpointer
allocate (size_t n, size_t size)
{
  return g_aligned_alloc0 (MAX (n, 1), size, ALIGNMENT);
}

static void
workspace_init (Workspace *workspace, const SlSmaa *self)
{
  size_t n = self->n;
  size_t m = self->m;
  size_t n_rows = self->values.n_rows;
  size_t for_weights = 3 * (m + 4);
  size_t for_cells = (self->values.n_families + 1) * (m + 4);

  *workspace = (Workspace) { 0 };
  workspace->spare = allocate (MAX (for_weights, for_cells) * SL_LANES, sizeof (float));
  workspace->quantiles = allocate (n_rows * m * SL_LANES, sizeof (float));
  workspace->weights = allocate (m * SL_LANES, sizeof (double));
  workspace->sums = allocate (2 * (m + n_rows) * SL_LANES, sizeof (double));
  workspace->levels = allocate (n * SL_CHUNK, sizeof (gint32));
  workspace->n_better = allocate (n * SL_CHUNK, sizeof (guint32));
  workspace->units = allocate (m * SL_CHUNK, sizeof (gint32));
  workspace->binned = workspace->levels;
  if (self->additive)
    return;
  workspace->binned = self->bounded ? allocate (n * SL_CHUNK, sizeof (gint32)) : NULL;
  workspace->evaluation = sl_evaluation_new ();
  workspace->cells = allocate (n_rows * m, sizeof (double));
  workspace->performances = allocate (n * m, sizeof (double));
  workspace->trial_weights = allocate (m, sizeof (double));
}

static void
workspace_clear (Workspace *workspace)
{
  if (workspace->binned != workspace->levels)
    g_aligned_free (workspace->binned);
  g_aligned_free (workspace->spare);
  g_aligned_free (workspace->quantiles);
  g_aligned_free (workspace->weights);
  g_aligned_free (workspace->sums);
  g_aligned_free (workspace->levels);
  g_aligned_free (workspace->n_better);
  g_aligned_free (workspace->units);
  sl_evaluation_free (workspace->evaluation);
  g_aligned_free (workspace->cells);
  g_aligned_free (workspace->performances);
  g_aligned_free (workspace->trial_weights);
}

SlSmaaTally *
sl_smaa_tally_new (SlSmaa *smaa)
{
  SlSmaaTally *new;

  g_return_val_if_fail (smaa != NULL, NULL);

  new = g_new0 (SlSmaaTally, 1);
  new->smaa = sl_smaa_ref (smaa);
  new->places = g_new0 (guint32, smaa->n * smaa->n);
  new->wins = g_new0 (guint32, smaa->n * smaa->n);
  new->weights = g_new0 (guint64, smaa->n * smaa->m);
  new->bins = smaa->bounded ? g_new0 (guint32, smaa->n * N_BINS) : NULL;
  new->lowest = g_new (gint32, smaa->n);
  new->highest = g_new (gint32, smaa->n);
  for (size_t i = 0; i < smaa->n; i++) {
    new->lowest[i] = SL_TOP_LEVEL;
    new->highest[i] = 0;
  }
  workspace_init (&new->workspace, smaa);
  return new;
}

void
sl_smaa_tally_free (SlSmaaTally *tally)
{
  if (tally == NULL)
    return;
  workspace_clear (&tally->workspace);
  g_free (tally->places);
  g_free (tally->wins);
  g_free (tally->weights);
  g_free (tally->bins);
  g_free (tally->lowest);
  g_free (tally->highest);
  sl_smaa_unref (tally->smaa);
  g_free (tally);
}

/* Running. */

/* The trial in one lane as an evaluation sees it. */
static void
load_trial (const SlSmaa *self, const double *weights, size_t lane, Workspace *workspace)
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
evaluate_trial (const SlSmaa *self, Workspace *workspace)
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
evaluate_lanes (const SlSmaa *self, Workspace *workspace, size_t column)
{
  for (size_t l = 0; l < SL_LANES; l++) {
    const unsigned *ranks;
    const double *scores;

    load_trial (self, workspace->weights, l, workspace);
    evaluate_trial (self, workspace);
    ranks = sl_evaluation_get_ranks (workspace->evaluation);
    scores = sl_evaluation_get_scores (workspace->evaluation);
    for (size_t i = 0; i < self->n; i++)
      workspace->levels[i * SL_CHUNK + column + l] = -(gint32) ranks[i];
    for (size_t i = 0; workspace->binned != NULL && i < self->n; i++)
      workspace->binned[i * SL_CHUNK + column + l] = find_level (self, scores[i]);
  }
}

static void
keep_units (const SlSmaa *self, Workspace *workspace, size_t column)
{
  for (size_t l = 0; l < SL_LANES; l++)
    for (size_t j = 0; j < self->m; j++)
      workspace->units[(column + l) * self->m + j] =
          (gint32) (workspace->weights[j * SL_LANES + l] * WEIGHT_UNITS + 0.5);
}

static void
run_lanes (const SlSmaa *self, guint64 trial, Workspace *workspace, size_t column)
{
  const SlKernels *kernels = self->kernels;

  kernels->draw_weights (&self->weights, self->seed, trial, workspace->spare, workspace->weights);
  if (self->draws_values)
    kernels->draw_cells (&self->values, self->seed, trial, workspace->spare, workspace->quantiles);
  keep_units (self, workspace, column);
  if (self->additive)
    kernels->score (&self->model, workspace->weights, workspace->quantiles, workspace->sums,
                    workspace->levels + column);
  else
    evaluate_lanes (self, workspace, column);
}

/* Lanes that are not counted: nobody beats anyone. */
static void
blank_lanes (const SlSmaa *self, gint32 *levels, size_t n_lanes)
{
  for (size_t i = 0; i < self->n; i++)
    for (size_t t = n_lanes; t < SL_CHUNK; t++)
      levels[i * SL_CHUNK + t] = 0;
}

static void
count_places (SlSmaaTally *tally, size_t n_lanes)
{
  size_t n = tally->smaa->n;

  for (size_t i = 0; i < n; i++) {
    const guint32 *n_better = tally->workspace.n_better + i * SL_CHUNK;
    guint32 *places = tally->places + i * n;

    for (size_t t = 0; t < n_lanes; t++)
      places[n_better[t]]++;
  }
}

static void
count_bins (SlSmaaTally *tally, size_t n_lanes)
{
  for (size_t i = 0; i < tally->smaa->n; i++) {
    const gint32 *levels = tally->workspace.binned + i * SL_CHUNK;
    guint32 *bins = tally->bins + i * N_BINS;
    gint32 low = tally->lowest[i];
    gint32 high = tally->highest[i];

    for (size_t t = 0; t < n_lanes; t++) {
      low = MIN (low, levels[t]);
      high = MAX (high, levels[t]);
      bins[MIN (levels[t] / LEVELS_IN_BIN, N_BINS - 1)]++;
    }
    tally->lowest[i] = low;
    tally->highest[i] = high;
  }
}

static void
sum_weights (SlSmaaTally *tally, size_t n_lanes)
{
  size_t m = tally->smaa->m;

  for (size_t i = 0; i < tally->smaa->n; i++) {
    const guint32 *n_better = tally->workspace.n_better + i * SL_CHUNK;
    guint64 *sums = tally->weights + i * m;

    for (size_t t = 0; t < n_lanes; t++) {
      const gint32 *units = tally->workspace.units + t * m;

      if (n_better[t] == 0)
        for (size_t j = 0; j < m; j++)
          sums[j] += (guint64) units[j];
    }
  }
}

static void
run_chunk (SlSmaa *self, guint64 first, size_t n_lanes, SlSmaaTally *tally)
{
  Workspace *workspace = &tally->workspace;

  for (size_t column = 0; column < n_lanes; column += SL_LANES)
    run_lanes (self, first + column, workspace, column);
  blank_lanes (self, workspace->levels, n_lanes);
  self->kernels->compare (workspace->levels, self->n, workspace->n_better, tally->wins);
  count_places (tally, n_lanes);
  sum_weights (tally, n_lanes);
  if (tally->bins != NULL)
    count_bins (tally, n_lanes);
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

static void
add_counts (guint32 *sum, const guint32 *other, size_t n)
{
  for (size_t k = 0; k < n; k++)
    sum[k] += other[k];
}

void
sl_smaa_tally_add (SlSmaaTally *tally, const SlSmaaTally *other)
{
  size_t n;
  size_t m;

  g_return_if_fail (tally != NULL && other != NULL && tally->smaa == other->smaa);
  g_return_if_fail (other->n_trials <= SL_SMAA_MAX_TRIALS - tally->n_trials);

  n = tally->smaa->n;
  m = tally->smaa->m;
  tally->n_trials += other->n_trials;
  add_counts (tally->places, other->places, n * n);
  add_counts (tally->wins, other->wins, n * n);
  if (tally->bins != NULL)
    add_counts (tally->bins, other->bins, n * N_BINS);
  for (size_t k = 0; k < n * m; k++)
    tally->weights[k] += other->weights[k];
  for (size_t i = 0; i < n; i++) {
    tally->lowest[i] = MIN (tally->lowest[i], other->lowest[i]);
    tally->highest[i] = MAX (tally->highest[i], other->highest[i]);
  }
}

/* Measures. */

guint64
sl_smaa_tally_get_n_trials (const SlSmaaTally *tally)
{
  g_return_val_if_fail (tally != NULL, 0);

  return tally->n_trials;
}

static void
divide (const guint32 *counts, size_t n, guint64 by, double *shares)
{
  for (size_t k = 0; k < n; k++)
    shares[k] = by > 0 ? counts[k] / (double) by : 0;
}

void
sl_smaa_tally_get_acceptability (const SlSmaaTally *tally, double *acceptability)
{
  g_return_if_fail (tally != NULL && acceptability != NULL);

  divide (tally->places, tally->smaa->n * tally->smaa->n, tally->n_trials, acceptability);
}

void
sl_smaa_tally_get_pairwise_winning (const SlSmaaTally *tally, double *winning)
{
  g_return_if_fail (tally != NULL && winning != NULL);

  divide (tally->wins, tally->smaa->n * tally->smaa->n, tally->n_trials, winning);
}

void
sl_smaa_tally_get_central_weights (const SlSmaaTally *tally, double *weights)
{
  size_t n;
  size_t m;

  g_return_if_fail (tally != NULL && weights != NULL);

  n = tally->smaa->n;
  m = tally->smaa->m;
  for (size_t i = 0; i < n; i++)
    for (size_t j = 0; j < m; j++) {
      guint32 n_first = tally->places[i * n];
      double sum = (double) tally->weights[i * m + j] / WEIGHT_UNITS;

      weights[i * m + j] = n_first > 0 ? sum / n_first : NAN;
    }
}

void
sl_smaa_tally_get_expected_ranks (const SlSmaaTally *tally, double *ranks)
{
  size_t n;

  g_return_if_fail (tally != NULL && ranks != NULL);

  n = tally->smaa->n;
  for (size_t i = 0; i < n; i++) {
    guint64 sum = 0;

    for (size_t r = 0; r < n; r++)
      sum += (guint64) tally->places[i * n + r] * (r + 1);
    ranks[i] = tally->n_trials > 0 ? (double) sum / (double) tally->n_trials : 0;
  }
}

/* Even within a bin, but never beyond what has been seen. */
static double
find_quantile_level (const SlSmaaTally *tally, size_t i, double p)
{
  const guint32 *bins = tally->bins + i * N_BINS;
  double wanted = p * (double) tally->n_trials;
  guint64 n_below = 0;
  size_t bin = 0;
  double level;

  while (bin < N_BINS - 1 && (double) (n_below + bins[bin]) < wanted)
    n_below += bins[bin++];
  level = (double) bin;
  if (bins[bin] > 0)
    level += (wanted - (double) n_below) / bins[bin];
  level *= LEVELS_IN_BIN;
  return CLAMP (level, tally->lowest[i], tally->highest[i]);
}

gboolean
sl_smaa_tally_get_score_quantile (const SlSmaaTally *tally, double p, double *scores)
{
  const SlSmaa *self;

  g_return_val_if_fail (tally != NULL && scores != NULL, FALSE);
  g_return_val_if_fail (p >= 0 && p <= 1, FALSE);

  self = tally->smaa;
  if (tally->bins == NULL)
    return FALSE;
  for (size_t i = 0; i < self->n; i++)
    scores[i] = tally->n_trials > 0
                    ? self->low + (self->high - self->low) *
                                      (find_quantile_level (tally, i, p) / SL_TOP_LEVEL)
                    : NAN;
  return TRUE;
}

double
sl_smaa_standard_error (double index, guint64 n_trials)
{
  g_return_val_if_fail (index >= 0 && index <= 1, NAN);

  return n_trials > 0 ? sqrt (index * (1 - index) / (double) n_trials) : NAN;
}

double
sl_smaa_entropy (const double *first_shares, size_t n)
{
  double entropy = 0;

  g_return_val_if_fail (first_shares != NULL || n == 0, NAN);

  for (size_t i = 0; i < n; i++)
    if (first_shares[i] > 0)
      entropy -= first_shares[i] * log2 (first_shares[i]);
  /* Not minus zero, where one is always first. */
  return entropy > 0 ? entropy : 0;
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
      highest = MAX (highest, levels[k * SL_CHUNK + t]);
    n_first += levels[i * SL_CHUNK + t] == highest;
  }
  return n_first;
}

static void
count_confidence (const SlSmaa *self,
                  const double *central_weights,
                  size_t n_lanes,
                  Workspace *workspace,
                  guint64 *firsts)
{
  for (size_t i = 0; i < self->n; i++) {
    if (isnan (central_weights[i * self->m]))
      continue;
    spread_weights (central_weights + i * self->m, self->m, workspace->weights);
    if (self->additive)
      self->kernels->score (&self->model, workspace->weights, workspace->quantiles, workspace->sums,
                            workspace->levels);
    else
      evaluate_lanes (self, workspace, 0);
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
  Workspace workspace;

  g_return_if_fail (self != NULL && central_weights != NULL && firsts != NULL);

  workspace_init (&workspace, self);
  for (guint64 done = 0; done < n && !is_stopped (stop); done += SL_LANES) {
    if (self->draws_values)
      self->kernels->draw_cells (&self->values, self->seed, first + done, workspace.spare,
                                 workspace.quantiles);
    count_confidence (self, central_weights, (size_t) MIN (SL_LANES, n - done), &workspace, firsts);
  }
  workspace_clear (&workspace);
}
