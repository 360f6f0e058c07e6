/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rankings as JSON. */

#include "config.h"

#include <math.h>

#include "report/json-private.h"
#include "report/words-private.h"

/* ---- members ---- */

void
sl_json_add_string (JsonBuilder *builder, const char *member, const char *value)
{
  g_autofree char *valid = value != NULL ? g_utf8_make_valid (value, -1) : NULL;

  json_builder_set_member_name (builder, member);
  if (valid != NULL)
    json_builder_add_string_value (builder, valid);
  else
    json_builder_add_null_value (builder);
}

void
sl_json_add_number (JsonBuilder *builder, const char *member, double value)
{
  json_builder_set_member_name (builder, member);
  if (isfinite (value))
    json_builder_add_double_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
sl_json_add_boolean (JsonBuilder *builder, const char *member, gboolean value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_boolean_value (builder, value);
}

void
sl_json_begin_object (JsonBuilder *builder, const char *member)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
}

void
sl_json_begin_array (JsonBuilder *builder, const char *member)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
}

/* ---- a ranking ---- */

static void
add_by_criterion (JsonBuilder *builder,
                  const char *member,
                  const SlRanking *ranking,
                  const double *numbers)
{
  sl_json_begin_object (builder, member);
  for (guint i = 0; i < ranking->n_criteria; i++)
    sl_json_add_number (builder, ranking->criteria[i]->id, numbers[i]);
  json_builder_end_object (builder);
}

static void
add_reasons (JsonBuilder *builder, const SlEntry *entry)
{
  sl_json_begin_array (builder, "reasons");
  for (guint i = 0; i < entry->reasons->len; i++) {
    const SlReason *reason = g_ptr_array_index (entry->reasons, i);

    json_builder_add_string_value (builder, reason->text);
  }
  json_builder_end_array (builder);
}

/* The members that both documents have in common. */
static void
add_entry (JsonBuilder *builder, const SlRanking *ranking, const SlEntry *entry)
{
  sl_json_add_string (builder, "id", entry->id);
  sl_json_add_string (builder, "name", entry->name);
  json_builder_set_member_name (builder, "rank");
  if (entry->rank > 0)
    json_builder_add_int_value (builder, entry->rank);
  else
    json_builder_add_null_value (builder);
  sl_json_add_number (builder, "score", entry->score);
  sl_json_add_boolean (builder, "excluded", entry->rank == 0);
  add_reasons (builder, entry);
  add_by_criterion (builder, "values", ranking, entry->values);
  add_by_criterion (builder, "contributions", ranking, entry->contributions);
}

JsonNode *
sl_report_ranking_to_json (SlAnalysis *analysis, SlBoard board, guint top)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const SlRanking *ranking = NULL;
  guint n = 0;

  g_return_val_if_fail (analysis != NULL, NULL);
  g_return_val_if_fail ((guint) board < SL_N_BOARDS, NULL);

  ranking = sl_analysis_get_ranking (analysis, board);
  n = top == 0 ? ranking->n_entries : MIN (top, ranking->n_entries);

  json_builder_begin_object (builder);
  sl_json_add_string (builder, "method",
                      sl_method_get_id (sl_analysis_get_requirements (analysis)->method));
  sl_json_add_string (builder, "board", sl_board_get_id (board));
  sl_json_begin_array (builder, "alternatives");
  for (guint i = 0; i < n; i++) {
    json_builder_begin_object (builder);
    add_entry (builder, ranking, &ranking->entries[i]);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
  add_by_criterion (builder, "weights", ranking, ranking->weights);
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}

/* ---- a board of a report ---- */

/* Which rule or minimum a reason comes from. */
static void
add_cause (JsonBuilder *builder, const SlReason *reason)
{
  if (reason->rule != NULL) {
    sl_json_add_string (builder, "rule", reason->rule->id);
    return;
  }

  if (reason->pillar != NULL)
    sl_json_add_string (builder, "pillar", reason->pillar->id);
  else if (reason->criterion != NULL)
    sl_json_add_string (builder, "criterion", reason->criterion->id);
  sl_json_add_number (builder, "minimum", reason->minimum);
}

static void
add_causes (JsonBuilder *builder, const SlEntry *entry)
{
  sl_json_begin_array (builder, "excluded_by");
  for (guint i = 0; i < entry->reasons->len; i++) {
    const SlReason *reason = g_ptr_array_index (entry->reasons, i);

    json_builder_begin_object (builder);
    add_cause (builder, reason);
    if (reason->rule == NULL)
      sl_json_add_number (builder, "value", reason->value);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_basis (JsonBuilder *builder,
           SlAnalysis *analysis,
           const SlRanking *ranking,
           const SlEntry *entry)
{
  sl_json_begin_object (builder, "basis");
  for (guint i = 0; i < ranking->n_criteria; i++) {
    SlMark mark = sl_mark_for_entry (analysis, entry, ranking->criteria[i]);

    sl_json_add_string (builder, ranking->criteria[i]->id, sl_mark_get_id (mark));
  }
  json_builder_end_object (builder);
}

static void
add_pillar_weights (JsonBuilder *builder, SlAnalysis *analysis, const SlRanking *ranking)
{
  const GPtrArray *pillars = sl_catalogue_get_pillars (sl_analysis_get_catalogue (analysis));

  sl_json_begin_object (builder, "pillar_weights");
  for (guint i = 0; i < pillars->len; i++) {
    const SlPillar *pillar = g_ptr_array_index (pillars, i);

    /* A sum of weights may come out a bit above 1. */
    sl_json_add_number (builder, pillar->id, MIN (ranking->pillar_weights[i], 1.0));
  }
  json_builder_end_object (builder);
}

void
sl_json_add_board (JsonBuilder *builder, SlAnalysis *analysis, SlBoard board)
{
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, board);

  sl_json_begin_object (builder, sl_board_get_id (board));
  add_by_criterion (builder, "weights", ranking, ranking->weights);
  add_pillar_weights (builder, analysis, ranking);
  sl_json_add_boolean (builder, "equal_weights", ranking->equal_weights);
  sl_json_begin_array (builder, "alternatives");
  for (guint i = 0; i < ranking->n_entries; i++) {
    json_builder_begin_object (builder);
    add_entry (builder, ranking, &ranking->entries[i]);
    add_causes (builder, &ranking->entries[i]);
    add_basis (builder, analysis, ranking, &ranking->entries[i]);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

void
sl_json_add_prices (JsonBuilder *builder, SlAnalysis *analysis, SlBoard board)
{
  const GArray *prices = sl_analysis_get_prices (analysis, board);

  sl_json_begin_array (builder, sl_board_get_id (board));
  for (guint i = 0; i < prices->len; i++) {
    const SlPrice *price = &g_array_index (prices, SlPrice, i);
    g_autofree char *text = sl_words_requirement (price->reason);

    json_builder_begin_object (builder);
    add_cause (builder, price->reason);
    sl_json_add_string (builder, "text", text);
    json_builder_set_member_name (builder, "excluded");
    json_builder_add_int_value (builder, price->n_excluded);
    json_builder_set_member_name (builder, "alone");
    json_builder_add_int_value (builder, price->n_alone);
    sl_json_add_number (builder, "best_score", price->best_score);
    sl_json_add_string (builder, "best_name", price->best_name);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}
