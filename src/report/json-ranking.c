/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rankings as JSON. */

#include "config.h"

#include <math.h>

#include "report/json-private.h"
#include "report/words-private.h"

/* ---- a ranking ---- */

static void
add_by_criterion (SlJsonWriter *json,
                  const char *member,
                  const SlRanking *ranking,
                  const double *numbers)
{
  sl_json_writer_begin_object (json, member);
  for (guint i = 0; i < ranking->n_criteria; i++)
    sl_json_writer_add_number (json, ranking->criteria[i]->id, numbers[i]);
  sl_json_writer_end_object (json);
}

static void
add_reasons (SlJsonWriter *json, const SlEntry *entry)
{
  sl_json_writer_begin_array (json, "reasons");
  for (guint i = 0; i < entry->reasons->len; i++) {
    const SlReason *reason = g_ptr_array_index (entry->reasons, i);

    sl_json_writer_add_text (json, NULL, reason->text);
  }
  sl_json_writer_end_array (json);
}

/* Who is at least as good on all that counts, and better on something. */
static void
add_dominators (SlJsonWriter *json, const SlRanking *ranking, const SlEntry *entry)
{
  sl_json_writer_begin_array (json, "dominated_by");
  for (guint i = 0; i < ranking->n_ranked; i++) {
    if (sl_ranking_dominates (ranking, &ranking->entries[i], entry))
      sl_json_writer_add_text (json, NULL, ranking->entries[i].id);
  }
  sl_json_writer_end_array (json);
}

/* ---- what would bring somebody back ---- */

static void
add_concession (SlJsonWriter *json, const SlConcession *concession)
{
  sl_json_writer_begin_object (json, NULL);
  if (concession->fact != NULL) {
    sl_json_writer_add_text (json, "fact", concession->fact->id);
    sl_fact_write (concession->fact, concession->now, "now", json);
    sl_fact_write (concession->fact, concession->needed, "needed", json);
  } else {
    if (concession->pillar != NULL)
      sl_json_writer_add_text (json, "pillar", concession->pillar->id);
    else
      sl_json_writer_add_text (json, "criterion", concession->criterion->id);
    sl_json_writer_add_number (json, "now", concession->now);
    sl_json_writer_add_number (json, "needed", concession->needed);
  }
  sl_json_writer_end_object (json);
}

static void
add_concessions (SlJsonWriter *json, const char *member, const SlRelaxation *relaxation)
{
  sl_json_writer_begin_array (json, member);
  for (guint i = 0; i < relaxation->n_concessions; i++)
    add_concession (json, &relaxation->concessions[i]);
  sl_json_writer_end_array (json);
}

static void
add_relaxations (SlJsonWriter *json,
                 SlAnalysis *analysis,
                 const SlRanking *ranking,
                 const SlEntry *entry)
{
  const GPtrArray *relaxations;

  sl_json_writer_begin_array (json, "relaxations");
  if (entry->rank == 0) {
    relaxations = sl_analysis_get_relaxations (analysis, ranking->board, entry);
    for (guint i = 0; i < relaxations->len; i++)
      add_concessions (json, NULL, g_ptr_array_index (relaxations, i));
  }
  sl_json_writer_end_array (json);
}

void
sl_json_add_ways_back (SlJsonWriter *json, const char *member, SlAnalysis *analysis, SlBoard board)
{
  const GArray *ways = sl_analysis_get_ways_back (analysis, board);

  sl_json_writer_begin_array (json, member);
  for (guint i = 0; i < ways->len; i++) {
    const SlWayBack *way = &g_array_index (ways, SlWayBack, i);
    g_autofree char *text = sl_way_back_describe (way);

    sl_json_writer_begin_object (json, NULL);
    sl_json_writer_add_text (json, "text", text);
    add_concessions (json, "concessions", way->relaxation);
    sl_json_writer_add_number (json, "back", way->n_back);
    sl_json_writer_add_text (json, "best", way->best->id);
    sl_json_writer_add_number (json, "best_score", way->best_score);
    sl_json_writer_end_object (json);
  }
  sl_json_writer_end_array (json);
}

/* ---- an alternative ---- */

/* The members that both documents have in common. */
static void
add_entry (SlJsonWriter *json, SlAnalysis *analysis, const SlRanking *ranking, const SlEntry *entry)
{
  sl_json_writer_add_text (json, "id", entry->id);
  sl_json_writer_add_text (json, "name", entry->name);
  sl_json_writer_add_number (json, "rank", entry->rank > 0 ? entry->rank : NAN);
  sl_json_writer_add_number (json, "score", entry->score);
  sl_json_writer_add_boolean (json, "excluded", entry->rank == 0);
  add_reasons (json, entry);
  add_relaxations (json, analysis, ranking, entry);
  add_dominators (json, ranking, entry);
  add_by_criterion (json, "values", ranking, entry->values);
  add_by_criterion (json, "contributions", ranking, entry->contributions);
}

GBytes *
sl_report_ranking_to_json (SlAnalysis *analysis, SlBoard board, guint top)
{
  g_autoptr (SlJsonWriter) json = sl_json_writer_new ();
  const SlRanking *ranking = NULL;
  guint n = 0;

  g_return_val_if_fail (analysis != NULL, NULL);
  g_return_val_if_fail ((guint) board < SL_N_BOARDS, NULL);

  ranking = sl_analysis_get_ranking (analysis, board);
  n = top == 0 ? ranking->n_entries : MIN (top, ranking->n_entries);

  sl_json_writer_begin_object (json, NULL);
  sl_json_writer_add_text (json, "method",
                           sl_method_get_id (sl_analysis_get_requirements (analysis)->method));
  sl_json_writer_add_text (json, "board", sl_board_get_id (board));
  sl_json_writer_begin_array (json, "alternatives");
  for (guint i = 0; i < n; i++) {
    sl_json_writer_begin_object (json, NULL);
    add_entry (json, analysis, ranking, &ranking->entries[i]);
    sl_json_writer_end_object (json);
  }
  sl_json_writer_end_array (json);
  sl_json_add_ways_back (json, "ways_back", analysis, board);
  add_by_criterion (json, "weights", ranking, ranking->weights);
  sl_json_writer_end_object (json);

  return sl_json_writer_finish (json);
}

/* ---- a board of a report ---- */

/* Which rule or minimum a reason comes from. */
static void
add_cause (SlJsonWriter *json, const SlReason *reason)
{
  if (reason->rule != NULL) {
    sl_json_writer_add_text (json, "rule", reason->rule->id);
    return;
  }

  if (reason->pillar != NULL)
    sl_json_writer_add_text (json, "pillar", reason->pillar->id);
  else if (reason->criterion != NULL)
    sl_json_writer_add_text (json, "criterion", reason->criterion->id);
  sl_json_writer_add_number (json, "minimum", reason->minimum);
}

static void
add_causes (SlJsonWriter *json, const SlEntry *entry)
{
  sl_json_writer_begin_array (json, "excluded_by");
  for (guint i = 0; i < entry->reasons->len; i++) {
    const SlReason *reason = g_ptr_array_index (entry->reasons, i);

    sl_json_writer_begin_object (json, NULL);
    add_cause (json, reason);
    if (reason->rule == NULL)
      sl_json_writer_add_number (json, "value", reason->value);
    sl_json_writer_end_object (json);
  }
  sl_json_writer_end_array (json);
}

static void
add_basis (SlJsonWriter *json, SlAnalysis *analysis, const SlRanking *ranking, const SlEntry *entry)
{
  sl_json_writer_begin_object (json, "basis");
  for (guint i = 0; i < ranking->n_criteria; i++) {
    SlMark mark = sl_mark_for_entry (analysis, entry, ranking->criteria[i]);

    sl_json_writer_add_text (json, ranking->criteria[i]->id, sl_mark_get_id (mark));
  }
  sl_json_writer_end_object (json);
}

static void
add_pillar_weights (SlJsonWriter *json, SlAnalysis *analysis, const SlRanking *ranking)
{
  const GPtrArray *pillars = sl_catalogue_get_pillars (sl_analysis_get_catalogue (analysis));

  sl_json_writer_begin_object (json, "pillar_weights");
  for (guint i = 0; i < pillars->len; i++) {
    const SlPillar *pillar = g_ptr_array_index (pillars, i);

    /* A sum of weights may come out a bit above 1. */
    sl_json_writer_add_number (json, pillar->id, MIN (ranking->pillar_weights[i], 1.0));
  }
  sl_json_writer_end_object (json);
}

void
sl_json_add_board (SlJsonWriter *json, SlAnalysis *analysis, SlBoard board)
{
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, board);

  sl_json_writer_begin_object (json, sl_board_get_id (board));
  add_by_criterion (json, "weights", ranking, ranking->weights);
  add_pillar_weights (json, analysis, ranking);
  sl_json_writer_add_boolean (json, "equal_weights", ranking->equal_weights);
  sl_json_writer_begin_array (json, "alternatives");
  for (guint i = 0; i < ranking->n_entries; i++) {
    sl_json_writer_begin_object (json, NULL);
    add_entry (json, analysis, ranking, &ranking->entries[i]);
    add_causes (json, &ranking->entries[i]);
    add_basis (json, analysis, ranking, &ranking->entries[i]);
    sl_json_writer_end_object (json);
  }
  sl_json_writer_end_array (json);
  sl_json_writer_end_object (json);
}

void
sl_json_add_prices (SlJsonWriter *json, SlAnalysis *analysis, SlBoard board)
{
  const GArray *prices = sl_analysis_get_prices (analysis, board);

  sl_json_writer_begin_array (json, sl_board_get_id (board));
  for (guint i = 0; i < prices->len; i++) {
    const SlPrice *price = &g_array_index (prices, SlPrice, i);

    sl_json_writer_begin_object (json, NULL);
    add_cause (json, price->reason);
    sl_json_writer_add_text (json, "text", price->reason->text);
    sl_json_writer_add_number (json, "excluded", price->n_excluded);
    sl_json_writer_add_number (json, "alone", price->n_alone);
    sl_json_writer_add_number (json, "best_score", price->best_score);
    sl_json_writer_add_text (json, "best_name", price->best_name);
    sl_json_writer_add_text (json, "nearest_name", price->nearest_name);
    sl_json_writer_add_number (json, "nearest_value", price->nearest_value);
    sl_json_writer_end_object (json);
  }
  sl_json_writer_end_array (json);
}
