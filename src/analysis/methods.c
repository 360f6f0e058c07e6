/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The methods as the boards use them: on values of 0 to 100 on fixed scales. */

#include "config.h"

#include "analysis-private.h"

#include <string.h>

#include "catalogue/translation.h"

/* PROMETHEE's thresholds in points of value (a judgement): a difference below the first says
 * nothing, one from the second on says all. The catalogue's own values are hardly more exact than
 * the first. */
#define INDIFFERENCE 5
#define PREFERENCE 25

#define VIKOR_V 0.5

static const struct {
  const char *name;
  const char *description;
} methods[SL_N_METHODS] = {
  [SL_METHOD_ADDITIVE] = {
    N_ ("Additive value"),
    N_ ("The sum of all values, each times its weight. A weakness can be made up for by "
        "strengths elsewhere."),
  },
  [SL_METHOD_GEOMETRIC] = {
    N_ ("Geometric mean"),
    N_ ("The product of all values, each to the power of its weight. A grave weakness "
        "can hardly be made up for."),
  },
  [SL_METHOD_TOPSIS] = {
    N_ ("TOPSIS"),
    N_ ("How near to the best on every criterion and how far from the worst, as distances. "
        "Heavy criteria count more than in a sum, since distances are squared."),
  },
  [SL_METHOD_VIKOR] = {
    N_ ("VIKOR"),
    N_ ("A compromise between the regret of all together and the worst single regret. It "
        "depends on which alternatives are present."),
  },
  [SL_METHOD_PROMETHEE] = {
    N_ ("PROMETHEE II"),
    N_ ("Compares every two alternatives and counts only differences that are large "
        "enough to matter. It depends on which alternatives are present."),
  },
};

const char *
sl_method_get_name (SlMethod method)
{
  g_return_val_if_fail ((guint) method < SL_N_METHODS, NULL);

  return _ (methods[method].name);
}

const char *
sl_method_get_description (SlMethod method)
{
  g_return_val_if_fail ((guint) method < SL_N_METHODS, NULL);

  return _ (methods[method].description);
}

/* ---- the problem of a board ---- */

static gboolean
is_pillar_minimum (const SlReason *reason)
{
  return reason->pillar != NULL && reason->criterion == NULL && reason->rule == NULL;
}

static gboolean
is_included (const SlEntry *entry, SlBoardRows rows)
{
  if (rows == SL_ROWS_ALL)
    return TRUE;
  for (guint i = 0; i < entry->reasons->len; i++) {
    if (rows == SL_ROWS_RANKED || !is_pillar_minimum (g_ptr_array_index (entry->reasons, i)))
      return FALSE;
  }

  return TRUE;
}

void
sl_board_problem_init (SlBoardProblem *self, const SlBoardResult *board, SlBoardRows rows)
{
  guint n_criteria = board->public.n_criteria;
  guint n = 0;

  self->performances = g_new (double, (gsize) board->public.n_entries *n_criteria);
  self->entries = g_new (guint, board->public.n_entries);
  for (guint i = 0; i < board->public.n_entries; i++) {
    if (!is_included (&board->entries[i], rows))
      continue;
    if (n_criteria > 0)
      memcpy (self->performances + (gsize) n * n_criteria, board->entries[i].values,
              n_criteria * sizeof *self->performances);
    self->entries[n++] = i;
  }
  self->scales = g_new (SlScale, n_criteria);
  for (guint i = 0; i < n_criteria; i++)
    self->scales[i] = (SlScale) { .direction = SL_DIRECTION_MAX,
                                  .worst = 0,
                                  .best = 100,
                                  .preference = SL_PREFERENCE_LINEAR,
                                  .q = INDIFFERENCE,
                                  .p = PREFERENCE };
  self->problem = (SlProblem) { .n_alternatives = n,
                                .n_criteria = n_criteria,
                                .performances = self->performances,
                                .weights = board->weights,
                                .scales = self->scales };
}

void
sl_board_problem_clear (SlBoardProblem *self)
{
  g_free (self->performances);
  g_free (self->scales);
  g_free (self->entries);
}

SlMethodOptions
sl_board_get_options (SlMethod method)
{
  return (SlMethodOptions) { method, SL_NORMALISATION_FIXED, VIKOR_V };
}

/* ---- scores ---- */

double
sl_board_convert_score (SlMethod method, double score)
{
  switch (method) {
  case SL_METHOD_VIKOR:
    return 100 * (1 - score);
  case SL_METHOD_PROMETHEE:
    return 50 * (1 + score);
  case SL_METHOD_ADDITIVE:
  case SL_METHOD_GEOMETRIC:
  case SL_METHOD_TOPSIS:
  default:
    return score;
  }
}

static void
score_rows (SlBoardResult *board, SlBoardRows which)
{
  g_auto (SlBoardProblem) rows = { 0 };
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  SlMethodOptions options = sl_board_get_options (board->method);
  const double *scores;

  sl_board_problem_init (&rows, board, which);
  if (rows.problem.n_alternatives == 0 || rows.problem.n_criteria == 0)
    return;
  /* The values are within 0 to 100 and the weights sum to 1: there is nothing to check. */
  sl_evaluate_unchecked (&rows.problem, &options, evaluation);
  scores = sl_evaluation_get_scores (evaluation);
  for (gsize i = 0; i < rows.problem.n_alternatives; i++)
    board->entries[rows.entries[i]].score = sl_board_convert_score (board->method, scores[i]);
}

static gboolean
depends_on_others (SlMethod method)
{
  return method == SL_METHOD_VIKOR || method == SL_METHOD_PROMETHEE;
}

void
sl_board_result_score (SlBoardResult *self)
{
  score_rows (self, SL_ROWS_ALL);
  /* The excluded must not have a say in the scores of the others. */
  if (depends_on_others (self->method))
    score_rows (self, SL_ROWS_RANKED);
}

/* ---- agreement ---- */

static void
find_agreement (SlBoardResult *board)
{
  g_auto (SlBoardProblem) rows = { 0 };
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  SlMethodOptions options = sl_board_get_options (board->method);
  SlMethodAgreement *agreement = &board->agreement;
  SlAgreement found = { 0 };

  sl_board_problem_init (&rows, board, SL_ROWS_RANKED);
  agreement->ranks = g_new0 (unsigned, SL_N_METHODS *MAX (rows.problem.n_alternatives, 1));
  if (rows.problem.n_alternatives == 0 ||
      !sl_agreement_evaluate (&rows.problem, &options, evaluation, agreement->ranks, &found, NULL))
    return;
  agreement->n_agreeing = found.n_sharing_winner;
  memcpy (agreement->tau, found.tau, sizeof agreement->tau);
}

const SlMethodAgreement *
sl_analysis_get_agreement (SlAnalysis *self, SlBoard board)
{
  SlBoardResult *result;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) board < SL_N_BOARDS, NULL);

  result = &sl_analysis_get_base (self)->boards[board];
  if (g_once_init_enter (&result->agreement_once)) {
    find_agreement (result);
    g_once_init_leave (&result->agreement_once, 1);
  }

  return &result->agreement;
}
