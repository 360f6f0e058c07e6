/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "analysis-private.h"

#include <math.h>
#include <string.h>

/* Doubts that move the margin by less than this many points are not worth a line. */
#define LEAST_SWING 0.05
/* Values that are raised have to reach, not pass, what is needed; this is reaching. */
#define TOLERANCE 1e-9

/* ---- the result ---- */

typedef struct {
  SlSensitivity public;
  gatomicrefcount ref_count;
  SlAnalysis *analysis; /* whose entries it names */
  SlChallenger *challengers;
  SlDoubt *doubts;
  GArray **reigns; /* NULL-terminated; nullable */
} Result;

G_DEFINE_BOXED_TYPE (SlSensitivity, sl_sensitivity, sl_sensitivity_ref, sl_sensitivity_unref)

SlSensitivity *
sl_sensitivity_ref (SlSensitivity *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&((Result *) self)->ref_count);

  return self;
}

static void
challenger_clear (SlChallenger *self)
{
  sl_challenge_free ((SlChallenge *) self->challenge);
  g_free ((char *) self->weights_text);
  g_free ((char *) self->text);
}

void
sl_sensitivity_unref (SlSensitivity *self)
{
  Result *result = (Result *) self;

  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&result->ref_count))
    return;

  for (guint i = 0; i < self->n_challengers; i++)
    challenger_clear (&result->challengers[i]);
  g_free (result->challengers);
  g_free (result->doubts);
  for (gsize j = 0; result->reigns != NULL && result->reigns[j] != NULL; j++)
    g_array_unref (result->reigns[j]);
  g_free (result->reigns);
  sl_analysis_unref (result->analysis);
  g_free (result);
}

const SlChallenger *
sl_sensitivity_find (const SlSensitivity *self, const SlEntry *entry)
{
  g_return_val_if_fail (self != NULL && entry != NULL, NULL);

  for (guint i = 0; i < self->n_challengers; i++) {
    if (self->challengers[i].entry == entry)
      return &self->challengers[i];
  }

  return NULL;
}

/* ---- finding it ---- */

typedef struct {
  SlAnalysis *analysis; /* the base */
  const SlRanking *ranking;
  SlMethodOptions options;
  SlBoardProblem rows;
  SlLinearModel model;
  double *values; /* of the model; NULL if the method is not linear */
  gboolean *raised;
  gboolean *lowered;
  const int *stop;
} Finder;

static void
finder_init (Finder *self, SlAnalysis *analysis, SlBoard board, const int *stop)
{
  gsize n, m;

  self->analysis = sl_analysis_get_base (analysis);
  self->ranking = sl_analysis_get_ranking (analysis, board);
  self->stop = stop;
  self->options = sl_board_get_options (sl_analysis_get_requirements (analysis)->method);
  sl_board_problem_init (&self->rows, sl_analysis_get_board_result (analysis, board),
                         SL_ROWS_RANKED);
  n = self->rows.problem.n_alternatives;
  m = self->rows.problem.n_criteria;
  self->raised = g_new0 (gboolean, m);
  self->lowered = g_new0 (gboolean, m);
  if (!sl_method_is_linear (self->options.method))
    return;

  self->values = g_new (double, n *m);
  /* What a board holds is within all ranges, so this cannot fail. */
  sl_linear_values (&self->rows.problem, &self->options, self->values, NULL);
  self->model = (SlLinearModel) { .n_alternatives = n,
                                  .n_criteria = m,
                                  .values = self->values,
                                  .weights = self->ranking->weights,
                                  .locked = self->ranking->locked };
}

static void
finder_clear (Finder *self)
{
  sl_board_problem_clear (&self->rows);
  g_free (self->values);
  g_free (self->raised);
  g_free (self->lowered);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finder, finder_clear)

static gboolean
is_stopped (const Finder *self)
{
  return self->stop != NULL && g_atomic_int_get (self->stop) != 0;
}

static const SlEntry *
get_entry (const Finder *self, gsize row)
{
  return &self->ranking->entries[self->rows.entries[row]];
}

/* One criterion against all others. */
static SlWeightPath
get_path (Finder *self, guint column)
{
  for (guint j = 0; j < self->ranking->n_criteria; j++) {
    self->raised[j] = j == column && !self->ranking->locked[j];
    self->lowered[j] = j != column && !self->ranking->locked[j];
  }

  return (SlWeightPath) { .raised = self->raised, .lowered = self->lowered };
}

/* ---- challengers ---- */

/* From the unit of the model to the value on the scale of 0 to 100; NAN if that is off the scale.
 */
static double
value_on_scale (const Finder *self, double now, double model_now, double model_needed)
{
  double needed;

  switch (self->options.method) {
  case SL_METHOD_ADDITIVE:
    needed = now + (model_needed - model_now);
    break;
  case SL_METHOD_GEOMETRIC:
    needed = MAX (now, 1) * exp (model_needed - model_now);
    break;
  case SL_METHOD_PROMETHEE:
  case SL_METHOD_TOPSIS:
  case SL_METHOD_VIKOR:
  default:
    return NAN;
  }

  return needed <= SL_VALUE_MAX + TOLERANCE ? MIN (needed, SL_VALUE_MAX) : NAN;
}

static void
find_value (Finder *self, gsize row, SlChallenger *challenger)
{
  double least = INFINITY;

  for (guint j = 0; j < self->ranking->n_criteria; j++) {
    double now = challenger->entry->values[j];
    double model_now = self->values[row * self->model.n_criteria + j];
    double needed =
        value_on_scale (self, now, model_now, sl_value_needed (&self->model, 0, row, j));

    if (isnan (needed) || needed - now >= least)
      continue;
    least = needed - now;
    challenger->value_column = j;
    challenger->value_now = now;
    challenger->value_needed = needed;
  }
}

static void
find_challenger (Finder *self, gsize row, SlChallenger *challenger)
{
  *challenger = (SlChallenger) { .entry = get_entry (self, row), .value_column = G_MAXUINT };
  if (self->values != NULL) {
    challenger->challenge = sl_challenge_new (&self->model, row);
    find_value (self, row, challenger);
  }
  challenger->weights_text = sl_challenger_describe_weights (challenger, self->ranking);
  challenger->text = sl_challenger_describe (challenger, self->ranking);
}

static void
find_challengers (Finder *self, Result *result)
{
  gsize n = self->rows.problem.n_alternatives;

  result->challengers = g_new0 (SlChallenger, n);
  result->public.challengers = result->challengers;
  for (gsize row = 1; row < n && !is_stopped (self); row++)
    find_challenger (self, row, &result->challengers[result->public.n_challengers++]);
}

/* ---- doubts ---- */

static void
find_doubts (Finder *self, Result *result)
{
  SlBoard board = self->ranking->board;
  gsize m = self->ranking->n_criteria;
  g_auto (SlUncertainty) uncertainty = { 0 };
  g_autofree SlTornadoBar *bars = NULL;
  gsize n;

  sl_uncertainty_init (&uncertainty, self->analysis, board);
  bars = g_new (SlTornadoBar, uncertainty.values.n_rows * m);
  n = sl_tornado (&self->rows.problem, &self->options, &uncertainty.values, 0, bars);
  result->doubts = g_new (SlDoubt, n);
  result->public.doubts = result->doubts;
  for (gsize i = 0; i < n; i++) {
    const SlTornadoBar *bar = &bars[i];
    gsize cell = bar->row * m + bar->criterion;
    double factor = fabs (sl_board_convert_score (self->options.method, 1) -
                          sl_board_convert_score (self->options.method, 0));

    if (fabs (bar->high_margin - bar->low_margin) * factor < LEAST_SWING)
      continue;
    result->doubts[result->public.n_doubts++] = (SlDoubt) {
      .alternative = sl_uncertainty_get_alternative (self->analysis, board, bar->row),
      .criterion = self->ranking->criteria[bar->criterion],
      .low = uncertainty.values.low[cell],
      .mode = uncertainty.values.mode[cell],
      .high = uncertainty.values.high[cell],
      .low_margin = factor * bar->low_margin,
      .high_margin = factor * bar->high_margin,
      .low_first = get_entry (self, bar->low_first),
      .high_first = get_entry (self, bar->high_first),
    };
  }
}

/* ---- reigns ---- */

static void
find_reigns (Finder *self, Result *result)
{
  guint m = self->ranking->n_criteria;
  g_autofree SlWinnerSegment *segments = NULL;

  if (self->values == NULL)
    return;

  segments = g_new (SlWinnerSegment, self->model.n_alternatives);
  result->reigns = g_new0 (GArray *, m + 1);
  result->public.reigns = (const GArray *const *) result->reigns;
  for (guint j = 0; j < m; j++) {
    SlWeightPath path = get_path (self, j);
    gsize n = sl_winners_along (&self->model, &path, segments);

    result->reigns[j] = g_array_sized_new (FALSE, FALSE, sizeof (SlReign), (guint) n);
    for (gsize i = 0; i < n; i++) {
      SlReign reign = { get_entry (self, segments[i].alternative), segments[i].from,
                        segments[i].to };

      g_array_append_val (result->reigns[j], reign);
    }
  }
}

static void
find_radius (Finder *self, SlSensitivity *result)
{
  gsize challenger = SL_NOBODY;

  result->radius = self->values != NULL ? sl_robustness_radius (&self->model, 0, &challenger) : NAN;
  result->radius_challenger = challenger != SL_NOBODY ? get_entry (self, challenger) : NULL;
}

SlSensitivity *
sl_sensitivity_new (SlAnalysis *analysis, SlBoard board, const int *stop)
{
  g_auto (Finder) finder = { 0 };
  g_autoptr (SlSensitivity) public = NULL;
  const SlRanking *ranking;
  Result *result;

  g_return_val_if_fail (analysis != NULL, NULL);
  g_return_val_if_fail ((guint) board < SL_N_BOARDS, NULL);

  ranking = sl_analysis_get_ranking (analysis, board);
  if (ranking->n_ranked == 0 || ranking->n_criteria == 0)
    return NULL;

  finder_init (&finder, analysis, board, stop);
  result = g_new0 (Result, 1);
  public = &result->public;
  g_atomic_ref_count_init (&result->ref_count);
  result->analysis = sl_analysis_ref (finder.analysis);
  public->board = board;
  public->margin =
      ranking->n_ranked > 1 ? ranking->entries[0].score - ranking->entries[1].score : NAN;
  sl_analysis_force_bands (analysis, board);
  find_radius (&finder, public);
  find_doubts (&finder, result);
  find_reigns (&finder, result);
  find_challengers (&finder, result);

  return is_stopped (&finder) ? NULL : g_steal_pointer (&public);
}
