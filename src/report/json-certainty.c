/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How sure one may be of a board, and what would change its answer, as JSON. */

#include "config.h"

#include <math.h>

#include "analysis/certainty.h"
#include "report/json-private.h"

/* ---- pieces ---- */

/* Numbers by the criterion that each belongs to; null if they are not known. */
static void
add_by_criterion (SlJsonWriter *json,
                  const char *member,
                  const SlRanking *ranking,
                  const double *numbers)
{
  if (numbers == NULL || isnan (numbers[0])) {
    sl_json_writer_add_text (json, member, NULL);
    return;
  }

  sl_json_writer_begin_object (json, member);
  for (guint j = 0; j < ranking->n_criteria; j++)
    sl_json_writer_add_number (json, ranking->criteria[j]->id, numbers[j]);
  sl_json_writer_end_object (json);
}

static void
add_entry (SlJsonWriter *json, const char *member, const SlEntry *entry)
{
  sl_json_writer_add_text (json, member, entry != NULL ? entry->id : NULL);
}

static void
add_row (SlJsonWriter *json, const char *member, const double *numbers, guint n)
{
  sl_json_writer_begin_array (json, member);
  for (guint i = 0; i < n; i++)
    sl_json_writer_add_number (json, NULL, numbers[i]);
  sl_json_writer_end_array (json);
}

/* ---- robustness ---- */

static void
add_settings (SlJsonWriter *json, const SlRobustness *robustness)
{
  sl_json_writer_add_text (json, "weights", sl_weight_space_get_id (robustness->settings.space));
  sl_json_writer_add_number (
      json, "confidence",
      robustness->settings.space == SL_WEIGHT_SPACE_AROUND ? robustness->settings.confidence : NAN);
  sl_json_writer_add_number (json, "samples", (double) robustness->n_trials);
  sl_json_writer_add_number (json, "seed", (double) robustness->settings.seed);
  sl_json_writer_add_text (json, "generator", SL_SMAA_GENERATOR);
}

static void
add_verdict (SlJsonWriter *json, SlAnalysis *analysis, SlBoard board)
{
  g_autofree char *basis = sl_analysis_describe_certainty (analysis, board);
  g_autofree char *shares = sl_analysis_describe_shares (analysis, board);
  g_autofree char *band = sl_analysis_describe_nearest_band (analysis, board);
  g_autofree char *doubt = sl_analysis_describe_doubt (analysis, board);
  const char *const sentences[] = { basis, shares, band, doubt };
  SlCertainty certainty = SL_CERTAINTY_UNDETERMINED;

  sl_analysis_get_certainty (analysis, board, &certainty);
  sl_json_writer_add_text (json, "verdict", sl_certainty_get_id (certainty));
  sl_json_writer_begin_array (json, "sentences");
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++) {
    if (sentences[i] != NULL)
      sl_json_writer_add_text (json, NULL, sentences[i]);
  }
  sl_json_writer_end_array (json);
}

static void
add_indices (SlJsonWriter *json, const SlRobustness *robustness, const SlRanking *ranking, guint i)
{
  gsize n = robustness->n, m = robustness->n_criteria;

  sl_json_writer_begin_object (json, NULL);
  sl_json_writer_add_text (json, "id", ranking->entries[i].id);
  add_row (json, "acceptability", robustness->acceptability + i * n, robustness->n);
  sl_json_writer_add_number (json, "expected_rank", robustness->expected_ranks[i]);
  add_by_criterion (json, "central_weights", ranking, robustness->central_weights + i * m);
  sl_json_writer_add_number (json, "confidence_factor", robustness->confidence_factors[i]);
  sl_json_writer_add_number (json, "score_low",
                             robustness->score_low != NULL ? robustness->score_low[i] : NAN);
  sl_json_writer_add_number (json, "score_high",
                             robustness->score_high != NULL ? robustness->score_high[i] : NAN);
  sl_json_writer_end_object (json);
}

void
sl_json_add_robustness (SlJsonWriter *json, SlAnalysis *analysis, SlBoard board)
{
  const SlRobustness *robustness = sl_analysis_get_robustness (analysis, board);
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, board);

  if (robustness == NULL) {
    sl_json_writer_add_text (json, "robustness", NULL);
    return;
  }

  sl_json_writer_begin_object (json, "robustness");
  sl_json_writer_add_text (json, "board", sl_board_get_id (board));
  add_settings (json, robustness);
  add_verdict (json, analysis, board);
  sl_json_writer_add_number (json, "entropy", robustness->entropy);
  sl_json_writer_begin_array (json, "alternatives");
  for (guint i = 0; i < robustness->n; i++)
    add_indices (json, robustness, ranking, i);
  sl_json_writer_end_array (json);
  sl_json_writer_begin_array (json, "pairwise_winning");
  for (guint i = 0; i < robustness->n; i++)
    add_row (json, NULL, robustness->pairwise_winning + (gsize) i * robustness->n, robustness->n);
  sl_json_writer_end_array (json);
  sl_json_writer_end_object (json);
}

/* ---- how far each weight may move ---- */

static void
add_slider (SlJsonWriter *json, const SlSliderBand *band)
{
  if (!band->exists) {
    sl_json_writer_add_text (json, "slider", NULL);
    return;
  }

  sl_json_writer_begin_object (json, "slider");
  sl_json_writer_add_number (json, "low", band->low);
  sl_json_writer_add_number (json, "high", band->high);
  add_entry (json, "low_challenger", band->low_challenger);
  add_entry (json, "high_challenger", band->high_challenger);
  sl_json_writer_end_object (json);
}

static void
add_interval (SlJsonWriter *json,
              const char *member,
              const SlStability *stability,
              const SlSliderBand *band)
{
  sl_json_writer_begin_object (json, member);
  /* A sum of weights may come out a bit above 1. */
  sl_json_writer_add_number (json, "weight", MIN (stability->weight, 1.0));
  sl_json_writer_add_number (json, "low", stability->low);
  sl_json_writer_add_number (json, "high", MIN (stability->high, 1.0));
  add_entry (json, "low_challenger", stability->low_challenger);
  add_entry (json, "high_challenger", stability->high_challenger);
  add_slider (json, band);
  sl_json_writer_end_object (json);
}

static void
add_intervals (SlJsonWriter *json, SlAnalysis *analysis, const SlRanking *ranking)
{
  const SlBands *bands = sl_analysis_get_bands (analysis, ranking->board);
  const GPtrArray *pillars = sl_catalogue_get_pillars (sl_analysis_get_catalogue (analysis));

  sl_json_writer_begin_object (json, "pillars");
  for (guint i = 0; i < pillars->len; i++)
    add_interval (json, ((const SlPillar *) g_ptr_array_index (pillars, i))->id, &bands->pillars[i],
                  &bands->pillar_sliders[i]);
  sl_json_writer_end_object (json);
  sl_json_writer_begin_object (json, "criteria");
  for (guint j = 0; j < ranking->n_criteria; j++)
    add_interval (json, ranking->criteria[j]->id, &bands->criteria[j],
                  &bands->criterion_sliders[ranking->criteria[j]->index]);
  sl_json_writer_end_object (json);
}

static void
add_reigns (SlJsonWriter *json, const SlSensitivity *sensitivity, const SlRanking *ranking)
{
  if (sensitivity->reigns == NULL) {
    sl_json_writer_add_text (json, "reigns", NULL);
    return;
  }

  sl_json_writer_begin_object (json, "reigns");
  for (guint j = 0; j < ranking->n_criteria; j++) {
    sl_json_writer_begin_array (json, ranking->criteria[j]->id);
    for (guint i = 0; i < sensitivity->reigns[j]->len; i++) {
      const SlReign *reign = &g_array_index (sensitivity->reigns[j], SlReign, i);

      sl_json_writer_begin_object (json, NULL);
      add_entry (json, "first", reign->entry);
      sl_json_writer_add_number (json, "from", reign->from);
      sl_json_writer_add_number (json, "to", MIN (reign->to, 1.0));
      sl_json_writer_end_object (json);
    }
    sl_json_writer_end_array (json);
  }
  sl_json_writer_end_object (json);
}

/* ---- challengers ---- */

static void
add_changes (SlJsonWriter *json,
             const char *member,
             const SlRanking *ranking,
             const SlWeightChange *changes,
             gsize n)
{
  sl_json_writer_begin_array (json, member);
  for (gsize k = 0; k < n; k++) {
    sl_json_writer_begin_object (json, NULL);
    sl_json_writer_add_text (json, "criterion", ranking->criteria[changes[k].criterion]->id);
    sl_json_writer_add_number (json, "weight_now", changes[k].now);
    sl_json_writer_add_number (json, "weight_needed", changes[k].needed);
    sl_json_writer_end_object (json);
  }
  sl_json_writer_end_array (json);
}

/* The shares of the others, by their ids, that together always lead it. */
static void
add_mixture (SlJsonWriter *json, const SlRanking *ranking, const double *mixture)
{
  if (mixture == NULL) {
    sl_json_writer_add_text (json, "mixture", NULL);
    return;
  }

  sl_json_writer_begin_object (json, "mixture");
  for (guint i = 0; i < ranking->n_ranked; i++) {
    if (mixture[i] > 0)
      sl_json_writer_add_number (json, ranking->entries[i].id, mixture[i]);
  }
  sl_json_writer_end_object (json);
}

static void
add_challenge (SlJsonWriter *json, const SlRanking *ranking, const SlChallenge *challenge)
{
  if (challenge == NULL) {
    sl_json_writer_add_text (json, "weights", NULL);
    return;
  }

  sl_json_writer_begin_object (json, "weights");
  sl_json_writer_add_number (json, "best_margin", challenge->best_margin);
  add_changes (json, "single", ranking, challenge->singles, challenge->n_singles);
  add_changes (json, "pair", ranking, challenge->pair, challenge->n_pair);
  add_by_criterion (json, "nearest", ranking, challenge->weights);
  sl_json_writer_add_number (json, "distance", challenge->distance);
  add_mixture (json, ranking, challenge->mixture);
  sl_json_writer_end_object (json);
}

static void
add_value (SlJsonWriter *json, const SlRanking *ranking, const SlChallenger *challenger)
{
  if (challenger->value_column == G_MAXUINT) {
    sl_json_writer_add_text (json, "value", NULL);
    return;
  }

  sl_json_writer_begin_object (json, "value");
  sl_json_writer_add_text (json, "criterion", ranking->criteria[challenger->value_column]->id);
  sl_json_writer_add_number (json, "value_now", challenger->value_now);
  sl_json_writer_add_number (json, "value_needed", challenger->value_needed);
  sl_json_writer_end_object (json);
}

static void
add_challengers (SlJsonWriter *json, const SlSensitivity *sensitivity, const SlRanking *ranking)
{
  sl_json_writer_begin_array (json, "challengers");
  for (guint i = 0; i < sensitivity->n_challengers; i++) {
    const SlChallenger *challenger = &sensitivity->challengers[i];

    sl_json_writer_begin_object (json, NULL);
    add_entry (json, "id", challenger->entry);
    sl_json_writer_add_text (json, "text", challenger->text);
    add_challenge (json, ranking, challenger->challenge);
    add_value (json, ranking, challenger);
    sl_json_writer_end_object (json);
  }
  sl_json_writer_end_array (json);
}

/* ---- values in doubt ---- */

static void
add_doubts (SlJsonWriter *json, const SlSensitivity *sensitivity)
{
  sl_json_writer_begin_array (json, "doubts");
  for (guint i = 0; i < sensitivity->n_doubts; i++) {
    const SlDoubt *doubt = &sensitivity->doubts[i];

    sl_json_writer_begin_object (json, NULL);
    sl_json_writer_add_text (json, "alternative", doubt->alternative->id);
    sl_json_writer_add_text (json, "criterion", doubt->criterion->id);
    sl_json_writer_add_number (json, "low", doubt->low);
    sl_json_writer_add_number (json, "mode", doubt->mode);
    sl_json_writer_add_number (json, "high", doubt->high);
    sl_json_writer_add_number (json, "low_margin", doubt->low_margin);
    sl_json_writer_add_number (json, "high_margin", doubt->high_margin);
    add_entry (json, "low_first", doubt->low_first);
    add_entry (json, "high_first", doubt->high_first);
    sl_json_writer_end_object (json);
  }
  sl_json_writer_end_array (json);
}

void
sl_json_add_sensitivity (SlJsonWriter *json, SlAnalysis *analysis, SlBoard board)
{
  const SlSensitivity *sensitivity = sl_analysis_get_sensitivity (analysis, board);
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, board);

  if (sensitivity == NULL) {
    sl_json_writer_add_text (json, "sensitivity", NULL);
    return;
  }

  sl_json_writer_begin_object (json, "sensitivity");
  sl_json_writer_add_text (json, "board", sl_board_get_id (board));
  add_entry (json, "winner", sl_ranking_get_first (ranking));
  sl_json_writer_add_boolean (json, "approximate",
                              sl_analysis_get_bands (analysis, board)->approximate);
  sl_json_writer_add_number (json, "margin", sensitivity->margin);
  sl_json_writer_add_number (json, "radius",
                             isfinite (sensitivity->radius) ? sensitivity->radius : NAN);
  add_entry (json, "radius_challenger", sensitivity->radius_challenger);
  add_intervals (json, analysis, ranking);
  add_reigns (json, sensitivity, ranking);
  add_challengers (json, sensitivity, ranking);
  add_doubts (json, sensitivity);
  sl_json_writer_end_object (json);
}
