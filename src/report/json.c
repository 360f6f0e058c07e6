/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The `report-1` document: what was asked, what came out, and on what it rests. */

#include "config.h"

#include <math.h>

#include "report/citations-private.h"
#include "report/json-private.h"
#include "report/report-private.h"
#include "report/words-private.h"

typedef struct {
  JsonBuilder *builder;
  SlAnalysis *analysis;
  const SlReportOptions *options;
} Document;

typedef void (*Part) (const Document *self);

static void
add_program (const Document *self)
{
  sl_json_begin_object (self->builder, "program");
  sl_json_add_string (self->builder, "name", "shortlist");
  sl_json_add_string (self->builder, "version", SL_VERSION);
  json_builder_end_object (self->builder);
}

static void
add_occasion (const Document *self)
{
  g_autofree char *date = sl_date_to_iso8601 (self->options->date);

  sl_json_add_string (self->builder, "date", date);
  sl_json_add_string (self->builder, "title",
                      self->options->title != NULL ? self->options->title : "");
}

static void
add_catalogue (const Document *self)
{
  SlCatalogue *catalogue = sl_analysis_get_catalogue (self->analysis);

  sl_json_begin_object (self->builder, "catalogue");
  sl_json_add_string (self->builder, "id", sl_catalogue_get_id (catalogue));
  sl_json_add_string (self->builder, "version", sl_catalogue_get_version (catalogue));
  sl_json_add_string (self->builder, "sha256", sl_catalogue_get_sha256 (catalogue));
  json_builder_end_object (self->builder);
}

/* ---- requirements ---- */

/* Of pillars and criteria, who share one name space; NAN is left out. */
static void
add_by_id (const Document *self,
           const char *member,
           const double *by_pillar,
           const double *by_criterion)
{
  SlCatalogue *catalogue = sl_analysis_get_catalogue (self->analysis);
  const GPtrArray *pillars = sl_catalogue_get_pillars (catalogue);
  const GPtrArray *criteria = sl_catalogue_get_criteria (catalogue);

  sl_json_begin_object (self->builder, member);
  for (guint i = 0; i < pillars->len; i++) {
    const SlPillar *pillar = g_ptr_array_index (pillars, i);

    if (!isnan (by_pillar[i]))
      sl_json_add_number (self->builder, pillar->id, by_pillar[i]);
  }
  for (guint i = 0; i < criteria->len; i++) {
    const SlCriterion *criterion = g_ptr_array_index (criteria, i);

    if (!isnan (by_criterion[i]))
      sl_json_add_number (self->builder, criterion->id, by_criterion[i]);
  }
  json_builder_end_object (self->builder);
}

static void
add_fact (const Document *self, const SlFact *fact, double value)
{
  const SlChoice *choice = NULL;

  switch (fact->type) {
  case SL_FACT_BOOLEAN:
    sl_json_add_boolean (self->builder, fact->id, value > 0);
    break;
  case SL_FACT_CHOICE:
    choice = g_ptr_array_index (fact->choices, (guint) value);
    sl_json_add_string (self->builder, fact->id, choice->id);
    break;
  case SL_FACT_NUMBER:
  default:
    sl_json_add_number (self->builder, fact->id, value);
    break;
  }
}

static void
add_facts (const Document *self, const double *values)
{
  const GPtrArray *facts = sl_catalogue_get_facts (sl_analysis_get_catalogue (self->analysis));

  sl_json_begin_object (self->builder, "facts");
  for (guint i = 0; i < facts->len; i++)
    add_fact (self, g_ptr_array_index (facts, i), values[i]);
  json_builder_end_object (self->builder);
}

static void
add_overrides (const Document *self, const GPtrArray *overrides)
{
  sl_json_begin_array (self->builder, "overrides");
  for (guint i = 0; overrides != NULL && i < overrides->len; i++) {
    const SlOverride *item = g_ptr_array_index (overrides, i);

    json_builder_begin_object (self->builder);
    sl_json_add_string (self->builder, "alternative", item->alternative->id);
    sl_json_add_string (self->builder, "criterion", item->criterion->id);
    sl_json_add_number (self->builder, "low", item->low);
    sl_json_add_number (self->builder, "mode", item->mode);
    sl_json_add_number (self->builder, "high", item->high);
    sl_json_add_string (self->builder, "reason", item->reason);
    json_builder_end_object (self->builder);
  }
  json_builder_end_array (self->builder);
}

static void
add_requirements (const Document *self)
{
  const SlRequirements *requirements = sl_analysis_get_requirements (self->analysis);
  const SlProfile *profile = self->options->profile;

  sl_json_begin_object (self->builder, "requirements");
  sl_json_add_string (self->builder, "profile", profile != NULL ? profile->id : NULL);
  sl_json_add_string (self->builder, "method", sl_method_get_id (requirements->method));
  add_by_id (self, "importance", requirements->pillar_importance,
             requirements->criterion_importance);
  add_facts (self, requirements->facts);
  add_by_id (self, "minimums", requirements->pillar_minimum, requirements->criterion_minimum);
  add_overrides (self, requirements->overrides);
  json_builder_end_object (self->builder);
}

/* ---- results ---- */

static void
add_boards (const Document *self)
{
  sl_json_begin_object (self->builder, "boards");
  for (SlBoard board = SL_BOARD_TECHNOLOGIES; board < SL_N_BOARDS; board++)
    sl_json_add_board (self->builder, self->analysis, board);
  json_builder_end_object (self->builder);
}

static void
add_prices (const Document *self)
{
  sl_json_begin_object (self->builder, "prices");
  for (SlBoard board = SL_BOARD_TECHNOLOGIES; board < SL_N_BOARDS; board++)
    sl_json_add_prices (self->builder, self->analysis, board);
  json_builder_end_object (self->builder);
}

static void
add_rules (const Document *self)
{
  const GPtrArray *rules = sl_analysis_get_rules (self->analysis);

  sl_json_begin_array (self->builder, "rules");
  for (guint i = 0; i < rules->len; i++) {
    const SlRule *rule = g_ptr_array_index (rules, i);

    json_builder_add_string_value (self->builder, rule->id);
  }
  json_builder_end_array (self->builder);
}

static void
add_advice (const Document *self)
{
  const GPtrArray *advice = sl_analysis_get_advice (self->analysis);

  sl_json_begin_array (self->builder, "advice");
  for (guint i = 0; i < advice->len; i++) {
    const SlAdvice *item = g_ptr_array_index (advice, i);

    json_builder_begin_object (self->builder);
    sl_json_add_string (self->builder, "rule", item->rule->id);
    sl_json_add_string (self->builder, "text", item->text);
    sl_json_add_string (self->builder, "technology",
                        item->technology != NULL ? item->technology->id : NULL);
    sl_json_add_string (self->builder, "pattern", item->pattern != NULL ? item->pattern->id : NULL);
    json_builder_end_object (self->builder);
  }
  json_builder_end_array (self->builder);
}

static void
add_companions (const Document *self)
{
  const GPtrArray *companions = sl_analysis_get_companions (self->analysis);

  sl_json_begin_array (self->builder, "companions");
  for (guint i = 0; i < companions->len; i++) {
    const SlCompanion *companion = g_ptr_array_index (companions, i);

    json_builder_begin_object (self->builder);
    sl_json_add_string (self->builder, "id", companion->id);
    sl_json_add_string (self->builder, "name", companion->name);
    sl_json_add_string (self->builder, "kind", companion->kind);
    sl_json_add_string (self->builder, "summary", companion->summary);
    json_builder_end_object (self->builder);
  }
  json_builder_end_array (self->builder);
}

static void
add_sources (const Document *self)
{
  g_autoptr (GPtrArray) sources = sl_citations_new (self->analysis);

  sl_json_begin_array (self->builder, "sources");
  for (guint i = 0; i < sources->len; i++) {
    const SlSource *source = g_ptr_array_index (sources, i);

    json_builder_begin_object (self->builder);
    sl_json_add_string (self->builder, "id", source->id);
    sl_json_add_string (self->builder, "title", source->title);
    sl_json_add_string (self->builder, "publisher", source->publisher);
    json_builder_set_member_name (self->builder, "year");
    json_builder_add_int_value (self->builder, source->year);
    sl_json_add_string (self->builder, "url", source->url);
    json_builder_end_object (self->builder);
  }
  json_builder_end_array (self->builder);
}

static void
add_answer (const Document *self)
{
  sl_json_begin_object (self->builder, "answer");
  sl_json_add_string (self->builder, "headline", sl_analysis_get_headline (self->analysis));
  for (SlBoard board = SL_BOARD_TECHNOLOGIES; board < SL_N_BOARDS; board++) {
    const SlEntry *first = sl_ranking_get_first (sl_analysis_get_ranking (self->analysis, board));

    sl_json_begin_object (self->builder, sl_board_get_id (board));
    sl_json_add_string (self->builder, "first", first != NULL ? first->id : NULL);
    sl_json_add_string (self->builder, "text", sl_analysis_get_answer (self->analysis, board));
    json_builder_end_object (self->builder);
  }
  json_builder_end_object (self->builder);
}

/* ---- the document ---- */

static const Part parts[] = {
  add_program, add_occasion, add_catalogue,  add_requirements, add_answer,  add_boards,
  add_rules,   add_advice,   add_companions, add_prices,       add_sources,
};

GBytes *
sl_report_json_to_bytes (JsonNode *root)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  GString *text = NULL;

  g_return_val_if_fail (root != NULL, NULL);

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  text = json_generator_to_gstring (generator, g_string_new (NULL));
  g_string_append_c (text, '\n');

  return g_string_free_to_bytes (text);
}

GBytes *
sl_report_to_json (SlAnalysis *analysis,
                   const SlReportOptions *options,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  Document document = { builder, analysis, options };

  json_builder_begin_object (builder);
  sl_json_add_string (builder, "format", "report-1");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return NULL;
    parts[i](&document);
  }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return sl_report_json_to_bytes (root);
}
