/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How far each weight, and each slider, may move before somebody else is first. */

#include "config.h"

#include "analysis-private.h"

#include <math.h>

#include "catalogue/translation.h"

/* Weights that only say in what proportion a group without weight would grow: too small to tell in
 * any score. */
#define TRACE 1e-15

typedef struct {
  SlAnalysis *analysis;
  const SlBoardResult *board;
  SlBoardProblem rows;
  SlMethodOptions options;
  gboolean linear;
  SlLinearModel model;
  SlMinimums minimums; /* none where the method does not allow for them */
  guint n_pillars;
  gboolean *members; /* of the minimums */
  double *minimum;
  double *values;  /* of the model */
  double *weights; /* of the model and the problem, for one path */
  gboolean *raised;
  gboolean *lowered;
} Bander;

static gboolean
has_pillar_minimum (SlAnalysis *analysis)
{
  guint n_pillars = sl_catalogue_get_pillars (analysis->catalogue)->len;

  for (guint i = 0; i < n_pillars; i++) {
    if (!isnan (analysis->requirements->pillar_minimum[i]))
      return TRUE;
  }

  return FALSE;
}

const char *
sl_analysis_describe_blind_spot (SlAnalysis *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return has_pillar_minimum (sl_analysis_get_base (self))
             ? _ ("Other weights inside a pillar may also change who reaches its minimum; that is "
                  "not looked at here.")
             : NULL;
}

/* What a pillar is worth depends on the weights inside it, so that these may rule somebody out, or
 * back in. That can be told where scores do not depend on who else is there. */
static gboolean
allows_for_minimums (SlMethod method)
{
  return method == SL_METHOD_ADDITIVE || method == SL_METHOD_GEOMETRIC;
}

static void
find_minimums (Bander *self)
{
  guint m = self->board->public.n_criteria;

  self->n_pillars = sl_catalogue_get_pillars (self->analysis->catalogue)->len;
  self->members = g_new (gboolean, self->n_pillars * m);
  self->minimum = g_new (double, self->n_pillars);
  self->minimums = (SlMinimums) { 0, self->members, self->minimum, self->rows.performances };
  for (guint i = 0; i < self->n_pillars; i++) {
    double minimum = self->analysis->requirements->pillar_minimum[i];

    if (isnan (minimum))
      continue;
    for (guint j = 0; j < m; j++)
      self->members[self->minimums.n * m + j] = self->board->criteria[j]->pillar->index == i;
    self->minimum[self->minimums.n++] = minimum;
  }
}

static void
bander_init (Bander *self, SlAnalysis *analysis, SlBoard board)
{
  gboolean with_minimums;
  gsize m;

  self->analysis = analysis;
  self->board = sl_analysis_get_board_result (analysis, board);
  m = self->board->public.n_criteria;
  self->options = sl_board_get_options (self->board->method);
  self->linear = sl_method_is_linear (self->board->method);
  with_minimums = allows_for_minimums (self->board->method) && has_pillar_minimum (analysis);
  sl_board_problem_init (&self->rows, self->board, with_minimums ? SL_ROWS_NEAR : SL_ROWS_RANKED);
  self->weights = g_new (double, m);
  self->rows.problem.weights = self->weights;
  self->raised = g_new (gboolean, m);
  self->lowered = g_new (gboolean, m);
  if (with_minimums)
    find_minimums (self);
  if (!self->linear)
    return;

  self->values = g_new (double, self->rows.problem.n_alternatives *m);
  /* What a board holds is within all ranges, so this cannot fail. */
  sl_linear_values (&self->rows.problem, &self->options, self->values, NULL);
  self->model = (SlLinearModel) { .n_alternatives = self->rows.problem.n_alternatives,
                                  .n_criteria = m,
                                  .values = self->values,
                                  .weights = self->weights };
}

static void
bander_clear (Bander *self)
{
  sl_board_problem_clear (&self->rows);
  g_free (self->members);
  g_free (self->minimum);
  g_free (self->values);
  g_free (self->weights);
  g_free (self->raised);
  g_free (self->lowered);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Bander, bander_clear)

/* In what proportion the criteria of a pillar share its weight, whatever that is; equally, if none
 * of them matters. */
static void
add_traces (Bander *self, guint pillar)
{
  const double *importance = self->analysis->effects.criterion_importance;
  guint m = self->board->public.n_criteria;
  gboolean matters = FALSE;

  for (guint j = 0; j < m; j++) {
    const SlCriterion *criterion = self->board->criteria[j];

    matters = matters || (criterion->pillar->index == pillar && importance[criterion->index] > 0);
  }
  for (guint j = 0; j < m; j++) {
    const SlCriterion *criterion = self->board->criteria[j];

    if (criterion->pillar->index == pillar && self->weights[j] <= 0)
      self->weights[j] = TRACE * (matters ? importance[criterion->index] : 1);
  }
}

/* A pillar without weight has a value too, which its minimum is about. */
static void
begin_path (Bander *self)
{
  for (guint j = 0; j < self->board->public.n_criteria; j++) {
    self->weights[j] = self->board->weights[j];
    self->raised[j] = FALSE;
    self->lowered[j] = FALSE;
  }
  for (guint i = 0; i < self->n_pillars; i++) {
    if (!isnan (self->analysis->requirements->pillar_minimum[i]) &&
        self->board->pillar_weights[i] <= 0)
      add_traces (self, i);
  }
}

static void
find_interval (Bander *self, SlStabilityInterval *interval)
{
  SlWeightPath path = { .raised = self->raised, .lowered = self->lowered };

  if (self->minimums.n > 0)
    sl_stability_interval_with_minimums (&self->model, &self->minimums, 0, &path, interval);
  else if (self->linear)
    sl_stability_interval (&self->model, 0, &path, interval);
  else
    sl_stability_interval_approximate (&self->rows.problem, &self->options, NULL, 0, &path,
                                       interval, NULL);
}

static const SlEntry *
get_entry (const Bander *self, gsize row)
{
  return row != SL_NOBODY ? &self->board->entries[self->rows.entries[row]] : NULL;
}

/* Whether the criterion in a column has a lock of its own. */
static gboolean
is_held (const Bander *self, guint column)
{
  const double *locks = self->analysis->requirements->criterion_lock;

  return !isnan (locks[self->board->criteria[column]->index]);
}

static gboolean
is_pillar_held (const Bander *self, const SlPillar *pillar)
{
  return !isnan (self->analysis->requirements->pillar_lock[pillar->index]);
}

/* ---- weights ---- */

static void
find_stability (Bander *self, SlStability *stability)
{
  SlStabilityInterval interval;

  find_interval (self, &interval);
  *stability = (SlStability) {
    .weight = interval.now,
    .low = interval.low,
    /* A sum of all weights is 1, whatever its last bits say. */
    .high = MIN (interval.high, 1),
    .low_challenger = get_entry (self, interval.low_challenger),
    .high_challenger = get_entry (self, interval.high_challenger),
    .low_emptied = interval.low_emptied,
    .high_emptied = interval.high_emptied,
  };
}

static void
find_criterion_stability (Bander *self, guint column, SlStability *stability)
{
  begin_path (self);
  for (guint j = 0; j < self->board->public.n_criteria; j++) {
    self->raised[j] = j == column && !self->board->locked[j];
    self->lowered[j] = j != column && !self->board->locked[j];
  }
  find_stability (self, stability);
}

/* A pillar against all others, as far as neither is locked. */
static void
begin_pillar_path (Bander *self, const SlPillar *pillar)
{
  begin_path (self);
  add_traces (self, pillar->index);
  for (guint j = 0; j < self->board->public.n_criteria; j++) {
    gboolean inside = self->board->criteria[j]->pillar == pillar;

    self->raised[j] = inside && !self->board->locked[j];
    self->lowered[j] = !inside && !self->board->locked[j];
  }
}

/* What its locked criteria weigh is part of the pillar's weight. */
static void
find_pillar_stability (Bander *self, const SlPillar *pillar, SlStability *stability)
{
  double held = 0;

  begin_pillar_path (self, pillar);
  for (guint j = 0; j < self->board->public.n_criteria; j++) {
    if (self->board->criteria[j]->pillar == pillar && !self->raised[j])
      held += self->board->weights[j];
  }
  find_stability (self, stability);
  stability->weight += held;
  stability->low += held;
  stability->high += held;
}

/* ---- sliders ---- */

/* A slider at s gives its group the share s f / (s f + others) of what both have together; f is
 * what rules make of it. */
static double
importance_for (double share, double factor, double others)
{
  if (share <= 0)
    return 0;
  if (share >= 1)
    return INFINITY;

  return others * share / (1 - share) / factor;
}

static void
find_slider (Bander *self, double factor, double others, SlSliderBand *band)
{
  SlStabilityInterval interval;
  double total = 0;

  for (guint j = 0; j < self->board->public.n_criteria; j++) {
    if (self->raised[j] || self->lowered[j])
      total += self->weights[j];
  }
  band->exists = others > 0 && total > 0 && factor > 0;
  if (!band->exists)
    return;

  find_interval (self, &interval);
  band->low = importance_for (interval.low / total, factor, others);
  band->low_challenger = get_entry (self, interval.low_challenger);
  band->high = importance_for (interval.high / total, factor, others);
  band->high_challenger = get_entry (self, interval.high_challenger);
  band->low_emptied = interval.low_emptied;
  band->high_emptied = interval.high_emptied;
  if (band->high > SL_IMPORTANCE_MAX) {
    band->high = SL_IMPORTANCE_MAX;
    band->high_challenger = NULL;
    band->high_emptied = FALSE;
  }
  if (band->low > SL_IMPORTANCE_MAX)
    band->exists = FALSE;
}

/* What importance the other pillars have together that take their share by it. */
static double
sum_other_pillars (Bander *self, const SlPillar *pillar)
{
  const SlEffects *effects = &self->analysis->effects;
  guint n_pillars = sl_catalogue_get_pillars (self->analysis->catalogue)->len;
  g_autofree gboolean *counts = g_new0 (gboolean, n_pillars);
  double sum = 0;

  for (guint j = 0; j < self->board->public.n_criteria; j++) {
    if (effects->criterion_importance[self->board->criteria[j]->index] > 0 && !is_held (self, j) &&
        !is_pillar_held (self, self->board->criteria[j]->pillar))
      counts[self->board->criteria[j]->pillar->index] = TRUE;
  }
  if (!counts[pillar->index])
    return 0;
  for (guint i = 0; i < n_pillars; i++) {
    if (i != pillar->index && counts[i])
      sum += effects->pillar_importance[i];
  }

  return sum;
}

static void
find_pillar_slider (Bander *self, const SlPillar *pillar, SlSliderBand *band)
{
  begin_pillar_path (self, pillar);
  find_slider (self, sl_effects_get_factor (self->analysis, pillar, NULL),
               sum_other_pillars (self, pillar), band);
}

static void
find_criterion_slider (Bander *self, guint column, SlSliderBand *band)
{
  const SlCriterion *criterion = self->board->criteria[column];
  double others = 0;

  begin_path (self);
  if (is_held (self, column))
    return;
  for (guint j = 0; j < self->board->public.n_criteria; j++) {
    if (self->board->criteria[j]->pillar != criterion->pillar || is_held (self, j))
      continue;
    self->raised[j] = j == column;
    self->lowered[j] = j != column;
    if (j != column)
      others += self->analysis->effects.criterion_importance[self->board->criteria[j]->index];
  }
  find_slider (self, sl_effects_get_factor (self->analysis, NULL, criterion), others, band);
}

/* ---- all of them ---- */

static void
find_bands (SlAnalysis *analysis, SlBoard board, SlBoardResult *result)
{
  const GPtrArray *pillars = sl_catalogue_get_pillars (analysis->catalogue);
  guint n_all = sl_catalogue_get_criteria (analysis->catalogue)->len;
  guint m = result->public.n_criteria;
  SlStability *criteria = result->criterion_stability = g_new0 (SlStability, m);
  SlStability *of_pillars = result->pillar_stability = g_new0 (SlStability, pillars->len);
  SlSliderBand *criterion_sliders = result->criterion_sliders = g_new0 (SlSliderBand, n_all);
  SlSliderBand *pillar_sliders = result->pillar_sliders = g_new0 (SlSliderBand, pillars->len);
  g_auto (Bander) bander = { 0 };

  bander_init (&bander, analysis, board);
  for (guint j = 0; j < m; j++) {
    find_criterion_stability (&bander, j, &criteria[j]);
    if (!result->public.equal_weights)
      find_criterion_slider (&bander, j, &criterion_sliders[result->criteria[j]->index]);
  }
  for (guint i = 0; i < pillars->len; i++) {
    const SlPillar *pillar = g_ptr_array_index (pillars, i);

    find_pillar_stability (&bander, pillar, &of_pillars[i]);
    if (!result->public.equal_weights)
      find_pillar_slider (&bander, pillar, &pillar_sliders[i]);
  }
  result->bands = (SlBands) {
    .approximate = !bander.linear,
    .ignores_minimum = bander.minimums.n == 0 && has_pillar_minimum (analysis),
    .criteria = criteria,
    .pillars = of_pillars,
    .criterion_sliders = criterion_sliders,
    .pillar_sliders = pillar_sliders,
  };
}

/* The flows of PROMETHEE take long to find, and so does bracketing. */
static gboolean
is_quick (SlMethod method)
{
  return method == SL_METHOD_ADDITIVE || method == SL_METHOD_GEOMETRIC;
}

const SlBands *
sl_analysis_force_bands (SlAnalysis *self, SlBoard board)
{
  SlAnalysis *base = sl_analysis_get_base (self);
  SlBoardResult *result = &base->boards[board];

  if (result->public.n_ranked == 0 || result->public.n_criteria == 0)
    return NULL;
  if (g_once_init_enter (&result->bands_once)) {
    find_bands (base, board, result);
    g_once_init_leave (&result->bands_once, 1);
  }

  return &result->bands;
}

const SlBands *
sl_analysis_get_bands (SlAnalysis *self, SlBoard board)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) board < SL_N_BOARDS, NULL);

  if (!is_quick (sl_analysis_get_board_result (self, board)->method) &&
      sl_analysis_get_sensitivity (self, board) == NULL)
    return NULL;

  return sl_analysis_force_bands (self, board);
}

void
sl_board_result_clear_bands (SlBoardResult *self)
{
  g_clear_pointer (&self->criterion_stability, g_free);
  g_clear_pointer (&self->pillar_stability, g_free);
  g_clear_pointer (&self->criterion_sliders, g_free);
  g_clear_pointer (&self->pillar_sliders, g_free);
}
