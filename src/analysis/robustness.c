/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "analysis-private.h"
#include "robustness-private.h"

#include <math.h>

/* Nine in ten scores lie between the two. */
#define LOW_QUANTILE 0.05
#define HIGH_QUANTILE 0.95

/* ---- the result ---- */

typedef struct {
  SlRobustness public;
  gatomicrefcount ref_count;
  double *numbers; /* of all arrays */
} Result;

G_DEFINE_BOXED_TYPE (SlRobustness, sl_robustness, sl_robustness_ref, sl_robustness_unref)

SlRobustness *
sl_robustness_ref (SlRobustness *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&((Result *) self)->ref_count);

  return self;
}

void
sl_robustness_unref (SlRobustness *self)
{
  Result *result = (Result *) self;

  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&result->ref_count))
    return;

  g_free (result->numbers);
  g_free (result);
}

double
sl_robustness_sum_places (const SlRobustness *self, guint row, guint from, guint to)
{
  double sum = 0;

  g_return_val_if_fail (self != NULL && row < self->n, NAN);
  g_return_val_if_fail (from >= 1 && to <= self->n, NAN);

  for (guint place = from; place <= to; place++)
    sum += self->acceptability[(gsize) row * self->n + place - 1];

  return sum;
}

double
sl_robustness_get_standard_error (const SlRobustness *self, double index)
{
  g_return_val_if_fail (self != NULL, NAN);

  return sl_smaa_standard_error (index, self->n_trials);
}

/* ---- the run ---- */

struct _SlRobustnessRun {
  SlAnalysis *analysis;
  SlBoard board;
  SlSmaa *smaa;
  SlSmaaTally *tally;
  guint64 *firsts; /* of the trials with central weights; NULL until they are made */
};

static const SlRanking *
get_ranking (SlRobustnessRun *self)
{
  return sl_analysis_get_ranking (self->analysis, self->board);
}

static const SlRobustnessSettings *
get_settings (SlAnalysis *analysis)
{
  return &sl_analysis_get_requirements (analysis)->robustness;
}

static SlSmaa *
prepare (SlAnalysis *analysis, SlBoard board)
{
  const SlRobustnessSettings *settings = get_settings (analysis);
  g_auto (SlBoardProblem) rows = { 0 };
  g_auto (SlUncertainty) uncertainty = { 0 };
  SlSmaaProblem problem;
  g_autoptr (GError) error = NULL;
  SlSmaa *smaa;

  sl_board_problem_init (&rows, sl_analysis_get_board_result (analysis, board), SL_ROWS_RANKED);
  sl_uncertainty_init (&uncertainty, analysis, board);
  problem = (SlSmaaProblem) {
    .problem = rows.problem,
    .options = sl_board_get_options (sl_analysis_get_requirements (analysis)->method),
    .values = &uncertainty.values,
    .locked = sl_analysis_get_ranking (analysis, board)->locked,
    .space = settings->space,
    .concentration = settings->confidence,
    .seed = settings->seed,
  };
  smaa = sl_smaa_new (&problem, &error);
  /* Values and weights are within their ranges, so that there is nothing to complain about. */
  if (smaa == NULL)
    g_critical ("The ranking cannot be sampled: %s", error->message);

  return smaa;
}

SlRobustnessRun *
sl_robustness_run_new (SlAnalysis *analysis, SlBoard board)
{
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, board);
  SlRobustnessRun *self;
  SlSmaa *smaa;

  if (ranking->n_ranked == 0 || ranking->n_criteria == 0)
    return NULL;
  smaa = prepare (analysis, board);
  if (smaa == NULL)
    return NULL;

  self = g_new0 (SlRobustnessRun, 1);
  self->analysis = sl_analysis_ref (analysis);
  self->board = board;
  self->smaa = smaa;
  self->tally = sl_smaa_tally_new (smaa);

  return self;
}

void
sl_robustness_run_free (SlRobustnessRun *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->tally, sl_smaa_tally_free);
  g_clear_pointer (&self->smaa, sl_smaa_unref);
  g_clear_pointer (&self->analysis, sl_analysis_unref);
  g_free (self->firsts);
  g_free (self);
}

guint64
sl_robustness_run_get_n_left (SlRobustnessRun *self)
{
  return get_settings (self->analysis)->samples - sl_smaa_tally_get_n_trials (self->tally);
}

void
sl_robustness_run_advance (SlRobustnessRun *self, guint64 n, guint n_threads, const int *stop)
{
  sl_smaa_run_threads (self->smaa, sl_smaa_tally_get_n_trials (self->tally),
                       MIN (n, sl_robustness_run_get_n_left (self)), n_threads, self->tally, stop);
}

void
sl_robustness_run_complete (SlRobustnessRun *self, guint n_threads, const int *stop)
{
  const SlRanking *ranking = get_ranking (self);
  g_autofree double *weights = g_new (double, (gsize) ranking->n_ranked * ranking->n_criteria);

  self->firsts = g_new0 (guint64, ranking->n_ranked);
  sl_smaa_tally_get_central_weights (self->tally, weights);
  sl_smaa_run_confidence_threads (self->smaa, weights, 0, get_settings (self->analysis)->samples,
                                  n_threads, self->firsts, stop);
}

/* ---- reading ---- */

static double *
take_numbers (double **numbers, gsize n)
{
  double *taken = *numbers;

  *numbers += n;

  return taken;
}

static void
read_scores (SlRobustnessRun *self, SlRobustness *result, double *low, double *high)
{
  SlMethod method = sl_analysis_get_requirements (self->analysis)->method;
  gboolean low_is_good = sl_method_prefers_low_scores (method);

  if (!sl_smaa_tally_get_score_quantile (self->tally, low_is_good ? HIGH_QUANTILE : LOW_QUANTILE,
                                         low) ||
      !sl_smaa_tally_get_score_quantile (self->tally, low_is_good ? LOW_QUANTILE : HIGH_QUANTILE,
                                         high))
    return;

  for (guint i = 0; i < result->n; i++) {
    low[i] = sl_board_convert_score (method, low[i]);
    high[i] = sl_board_convert_score (method, high[i]);
  }
  result->score_low = low;
  result->score_high = high;
}

static void
read_confidence (SlRobustnessRun *self, const SlRobustness *result, double *factors)
{
  for (guint i = 0; i < result->n; i++) {
    gboolean is_known = self->firsts != NULL && result->first_shares[i] > 0;

    factors[i] = is_known ? (double) self->firsts[i] / (double) result->settings.samples : NAN;
  }
}

SlRobustness *
sl_robustness_run_read (SlRobustnessRun *self)
{
  const SlRanking *ranking = get_ranking (self);
  gsize n = ranking->n_ranked, m = ranking->n_criteria;
  Result *result = g_new0 (Result, 1);
  SlRobustness *public = &result->public;
  double *numbers = result->numbers = g_new (double, 2 * n * n + n * m + 5 * n);
  double *first_shares = take_numbers (&numbers, n);
  double *expected_ranks = take_numbers (&numbers, n);
  double *factors = take_numbers (&numbers, n);
  double *low = take_numbers (&numbers, n);
  double *high = take_numbers (&numbers, n);
  double *acceptability = take_numbers (&numbers, n * n);
  double *winning = take_numbers (&numbers, n * n);
  double *central = take_numbers (&numbers, n * m);

  g_atomic_ref_count_init (&result->ref_count);
  *public = (SlRobustness) {
    .board = self->board,
    .settings = *get_settings (self->analysis),
    .n = (guint) n,
    .n_criteria = (guint) m,
    .n_trials = sl_smaa_tally_get_n_trials (self->tally),
    .complete = self->firsts != NULL,
    .first_shares = first_shares,
    .acceptability = acceptability,
    .expected_ranks = expected_ranks,
    .pairwise_winning = winning,
    .central_weights = central,
    .confidence_factors = factors,
  };
  sl_smaa_tally_get_acceptability (self->tally, acceptability);
  sl_smaa_tally_get_expected_ranks (self->tally, expected_ranks);
  sl_smaa_tally_get_pairwise_winning (self->tally, winning);
  sl_smaa_tally_get_central_weights (self->tally, central);
  for (gsize i = 0; i < n; i++)
    first_shares[i] = acceptability[i * n];
  public->entropy = sl_smaa_entropy (first_shares, n);
  read_scores (self, public, low, high);
  read_confidence (self, public, factors);

  return public;
}

static void
stop_cb (GCancellable *cancellable, gpointer user_data)
{
  g_atomic_int_set ((int *) user_data, 1);
}

SlRobustness *
sl_robustness_new (SlAnalysis *analysis, SlBoard board, guint n_threads, GCancellable *cancellable)
{
  g_autoptr (SlRobustnessRun) run = NULL;
  int stop = 0;
  gulong handler;

  g_return_val_if_fail (analysis != NULL, NULL);
  g_return_val_if_fail ((guint) board < SL_N_BOARDS, NULL);

  run = sl_robustness_run_new (analysis, board);
  if (run == NULL)
    return NULL;

  handler = cancellable != NULL
                ? g_cancellable_connect (cancellable, G_CALLBACK (stop_cb), &stop, NULL)
                : 0;
  sl_robustness_run_advance (run, G_MAXUINT64, n_threads, &stop);
  if (g_atomic_int_get (&stop) == 0)
    sl_robustness_run_complete (run, n_threads, &stop);
  g_cancellable_disconnect (cancellable, handler);

  return g_atomic_int_get (&stop) == 0 ? sl_robustness_run_read (run) : NULL;
}
