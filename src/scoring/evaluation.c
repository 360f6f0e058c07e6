/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/evaluation-private.h"

#include <math.h>

SlEvaluation *
sl_evaluation_new (void)
{
  return g_new0 (SlEvaluation, 1);
}

void
sl_evaluation_free (SlEvaluation *evaluation)
{
  if (evaluation == NULL)
    return;
  g_free (evaluation->scores);
  g_free (evaluation->ranks);
  g_free (evaluation->plus);
  g_free (evaluation->minus);
  g_free (evaluation->compromise);
  sl_columns_clear (&evaluation->columns);
  g_free (evaluation->weights);
  g_free (evaluation->factors);
  g_free (evaluation->block);
  g_free (evaluation->sorted);
  g_free (evaluation->entries);
  g_free (evaluation);
}

static void
reserve_alternatives (SlEvaluation *evaluation, size_t n)
{
  if (n <= evaluation->capacity_n)
    return;
  evaluation->scores = g_renew (double, evaluation->scores, n);
  evaluation->ranks = g_renew (unsigned, evaluation->ranks, n);
  evaluation->plus = g_renew (double, evaluation->plus, n);
  evaluation->minus = g_renew (double, evaluation->minus, n);
  evaluation->compromise = g_renew (gboolean, evaluation->compromise, n);
  evaluation->sorted = g_renew (double, evaluation->sorted, 3 * n);
  evaluation->entries = g_renew (SlRankEntry, evaluation->entries, 2 * n);
  evaluation->capacity_n = n;
}

static void
reserve_criteria (SlEvaluation *evaluation, size_t m)
{
  sl_columns_reserve (&evaluation->columns, m);
  if (m <= evaluation->capacity_m)
    return;
  evaluation->weights = g_renew (double, evaluation->weights, m);
  evaluation->factors = g_renew (double, evaluation->factors, m);
  evaluation->block = g_renew (double, evaluation->block, SL_ROWS_IN_BLOCK *m);
  evaluation->capacity_m = m;
}

size_t
sl_evaluation_load_block (SlEvaluation *evaluation, const SlProblem *problem, size_t first)
{
  size_t m = problem->n_criteria;
  size_t n = MIN (SL_ROWS_IN_BLOCK, problem->n_alternatives - first);

  sl_columns_apply (&evaluation->columns, problem->performances + first * m, n, m,
                    evaluation->block);
  return n;
}

static void
set_weights (const SlProblem *problem, SlEvaluation *evaluation)
{
  for (size_t j = 0; j < problem->n_criteria; j++)
    evaluation->weights[j] = problem->weights != NULL ? problem->weights[j] : 1;
  sl_weights_normalise (evaluation->weights, problem->n_criteria, evaluation->weights);
}

/* What the scores span, but never so little beside their size that rounding would order them. */
static double
find_span (const double *scores, size_t n)
{
  double low = scores[0];
  double high = scores[0];

  for (size_t i = 1; i < n; i++) {
    low = MIN (low, scores[i]);
    high = MAX (high, scores[i]);
  }
  return MAX (high - low, 1e-4 * MAX (fabs (low), fabs (high)));
}

static gboolean
has_unit_range (SlNormalisation normalisation)
{
  return normalisation == SL_NORMALISATION_MINMAX || normalisation == SL_NORMALISATION_RATIO ||
         normalisation == SL_NORMALISATION_MAX;
}

static double
find_score_range (const SlMethodOptions *options, const SlEvaluation *evaluation)
{
  switch (options->method) {
  case SL_METHOD_VIKOR:
    return 1;
  case SL_METHOD_PROMETHEE:
    return 2;
  case SL_METHOD_ADDITIVE:
  case SL_METHOD_GEOMETRIC:
  case SL_METHOD_TOPSIS:
  default:
    break;
  }
  if (options->normalisation == SL_NORMALISATION_FIXED)
    return 100;
  if (options->method == SL_METHOD_TOPSIS || has_unit_range (options->normalisation))
    return 1;
  return find_span (evaluation->scores, evaluation->n_alternatives);
}

static void
rank (const SlMethodOptions *options, SlEvaluation *evaluation)
{
  double tolerance = SL_TIE_TOLERANCE * find_score_range (options, evaluation);

  sl_ranks_competition_using (evaluation->scores, NULL, evaluation->n_alternatives, tolerance,
                              sl_method_prefers_low_scores (options->method), evaluation->entries,
                              evaluation->ranks);
}

static void
scale_to_hundred (SlEvaluation *evaluation)
{
  for (size_t i = 0; i < evaluation->n_alternatives; i++)
    evaluation->scores[i] *= 100;
}

static gboolean
has_value_scores (const SlMethodOptions *options)
{
  return options->normalisation == SL_NORMALISATION_FIXED && options->method != SL_METHOD_VIKOR &&
         options->method != SL_METHOD_PROMETHEE;
}

static gboolean
measures_distances (SlMethod method)
{
  return method == SL_METHOD_TOPSIS || method == SL_METHOD_VIKOR;
}

void
sl_evaluate_unchecked (const SlProblem *problem,
                       const SlMethodOptions *options,
                       SlEvaluation *evaluation)
{
  reserve_alternatives (evaluation, problem->n_alternatives);
  reserve_criteria (evaluation, problem->n_criteria);
  evaluation->method = options->method;
  evaluation->n_alternatives = problem->n_alternatives;

  set_weights (problem, evaluation);
  if (options->method != SL_METHOD_PROMETHEE)
    sl_columns_prepare (&evaluation->columns, problem, options->normalisation,
                        measures_distances (options->method));

  switch (options->method) {
  case SL_METHOD_ADDITIVE:
    sl_evaluate_additive (problem, evaluation);
    break;
  case SL_METHOD_GEOMETRIC:
    sl_evaluate_geometric (problem, options->normalisation, evaluation);
    break;
  case SL_METHOD_TOPSIS:
    sl_evaluate_topsis (problem, evaluation);
    break;
  case SL_METHOD_VIKOR:
    sl_evaluate_vikor (problem, options->v, evaluation);
    break;
  case SL_METHOD_PROMETHEE:
    sl_evaluate_promethee (problem, evaluation);
    break;
  default:
    g_assert_not_reached ();
  }

  if (has_value_scores (options))
    scale_to_hundred (evaluation);
  rank (options, evaluation);
}

gboolean
sl_evaluate (const SlProblem *problem,
             const SlMethodOptions *options,
             SlEvaluation *evaluation,
             GError **error)
{
  g_return_val_if_fail (problem != NULL && options != NULL && evaluation != NULL, FALSE);

  if (!sl_problem_check (problem, options, error))
    return FALSE;
  sl_evaluate_unchecked (problem, options, evaluation);
  return TRUE;
}

static gboolean
has_results_of (const SlEvaluation *evaluation, SlMethod method)
{
  g_return_val_if_fail (evaluation != NULL, FALSE);

  return evaluation->n_alternatives > 0 && evaluation->method == method;
}

const double *
sl_evaluation_get_scores (const SlEvaluation *evaluation)
{
  g_return_val_if_fail (evaluation != NULL, NULL);

  return evaluation->n_alternatives > 0 ? evaluation->scores : NULL;
}

const unsigned *
sl_evaluation_get_ranks (const SlEvaluation *evaluation)
{
  g_return_val_if_fail (evaluation != NULL, NULL);

  return evaluation->n_alternatives > 0 ? evaluation->ranks : NULL;
}

const double *
sl_evaluation_get_s (const SlEvaluation *evaluation)
{
  return has_results_of (evaluation, SL_METHOD_VIKOR) ? evaluation->plus : NULL;
}

const double *
sl_evaluation_get_r (const SlEvaluation *evaluation)
{
  return has_results_of (evaluation, SL_METHOD_VIKOR) ? evaluation->minus : NULL;
}

const double *
sl_evaluation_get_q (const SlEvaluation *evaluation)
{
  return has_results_of (evaluation, SL_METHOD_VIKOR) ? evaluation->scores : NULL;
}

const gboolean *
sl_evaluation_get_compromise (const SlEvaluation *evaluation)
{
  return has_results_of (evaluation, SL_METHOD_VIKOR) ? evaluation->compromise : NULL;
}

gboolean
sl_evaluation_has_acceptable_advantage (const SlEvaluation *evaluation)
{
  return has_results_of (evaluation, SL_METHOD_VIKOR) && evaluation->acceptable_advantage;
}

gboolean
sl_evaluation_has_acceptable_stability (const SlEvaluation *evaluation)
{
  return has_results_of (evaluation, SL_METHOD_VIKOR) && evaluation->acceptable_stability;
}

const double *
sl_evaluation_get_phi_plus (const SlEvaluation *evaluation)
{
  return has_results_of (evaluation, SL_METHOD_PROMETHEE) ? evaluation->plus : NULL;
}

const double *
sl_evaluation_get_phi_minus (const SlEvaluation *evaluation)
{
  return has_results_of (evaluation, SL_METHOD_PROMETHEE) ? evaluation->minus : NULL;
}
