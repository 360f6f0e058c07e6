/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The `report-1` document: what was asked, what came out, and on what it rests. */

#include "config.h"

#include <langinfo.h>
#include <locale.h>

#include "report/citations-private.h"
#include "report/json-private.h"
#include "report/report-private.h"
#include "report/words-private.h"

typedef struct {
  SlJsonWriter *json;
  SlAnalysis *analysis;
  const SlReportOptions *options;
} Document;

typedef void (*Part) (const Document *self);

static void
add_program (const Document *self)
{
  sl_json_writer_begin_object (self->json, "program");
  sl_json_writer_add_text (self->json, "name", "shortlist");
  sl_json_writer_add_text (self->json, "version", SL_VERSION);
  sl_json_writer_end_object (self->json);
}

/* The name of one, not a list of settings. */
static void
add_locale_name (const Document *self, const char *member, int category)
{
#ifdef __GLIBC__
  /* Of the thread, which may be another one than that of the process. */
  const char *name = nl_langinfo (_NL_LOCALE_NAME (category));
#else
  const char *name = setlocale (category, NULL);
#endif

  sl_json_writer_add_text (self->json, member, name != NULL ? name : "C");
}

/* Sentences are in a language and have numbers in them. */
static void
add_locale (const Document *self)
{
  sl_json_writer_begin_object (self->json, "locale");
  sl_json_writer_add_text (self->json, "language", sl_report_get_language ());
  add_locale_name (self, "messages", LC_MESSAGES);
  add_locale_name (self, "numeric", LC_NUMERIC);
  sl_json_writer_end_object (self->json);
}

static void
add_occasion (const Document *self)
{
  g_autofree char *date = sl_date_to_iso8601 (self->options->date);

  sl_json_writer_add_text (self->json, "date", date);
  sl_json_writer_add_text (self->json, "title",
                           self->options->title != NULL ? self->options->title : "");
  sl_json_writer_add_text (self->json, "board", sl_board_get_id (self->options->board));
}

static void
add_participants (const Document *self, const SlProse *prose)
{
  sl_json_writer_begin_array (self->json, "participants");
  for (guint i = 0; i < prose->participants->len; i++) {
    const SlParticipant *participant = g_ptr_array_index (prose->participants, i);

    sl_json_writer_begin_object (self->json, NULL);
    sl_participant_write (participant, self->json);
    sl_json_writer_end_object (self->json);
  }
  sl_json_writer_end_array (self->json);
}

static void
add_notes (const Document *self, const SlProse *prose)
{
  sl_json_writer_begin_array (self->json, "notes");
  for (guint i = 0; i < prose->notes->len; i++) {
    const SlNote *note = g_ptr_array_index (prose->notes, i);

    sl_json_writer_begin_object (self->json, NULL);
    sl_json_writer_add_text (self->json, "alternative", note->alternative);
    sl_json_writer_add_text (self->json, "text", note->text);
    sl_json_writer_end_object (self->json);
  }
  sl_json_writer_end_array (self->json);
}

static void
add_outcome (const Document *self, const SlOutcome *outcome)
{
  static const char *const statuses[SL_N_STATUSES] = {
    [SL_STATUS_OPEN] = "open",
    [SL_STATUS_DECIDED] = "decided",
    [SL_STATUS_SUPERSEDED] = "superseded",
  };

  sl_json_writer_begin_object (self->json, "outcome");
  sl_json_writer_add_text (self->json, "status", statuses[outcome->status]);
  sl_json_writer_add_text (self->json, "alternative", outcome->alternative);
  sl_json_writer_add_text (self->json, "rationale", outcome->rationale);
  sl_json_writer_add_text (self->json, "date", outcome->date);
  sl_json_writer_add_text (self->json, "superseded_by", outcome->superseded_by);
  sl_json_writer_end_object (self->json);
}

/* What the team says, as the decision holds it. */
static void
add_prose (const Document *self)
{
  const SlProse *prose = self->options->prose;

  if (prose == NULL)
    return;

  sl_json_writer_begin_object (self->json, "prose");
  sl_json_writer_add_text (self->json, "context", prose->context);
  add_participants (self, prose);
  add_notes (self, prose);
  add_outcome (self, &prose->outcome);
  sl_json_writer_end_object (self->json);
}

static void
add_catalogue (const Document *self)
{
  sl_catalogue_write_identity (sl_analysis_get_catalogue (self->analysis), self->json);
}

static void
add_requirements (const Document *self)
{
  sl_json_writer_begin_object (self->json, "requirements");
  sl_requirements_write (sl_analysis_get_requirements (self->analysis), self->options->profile,
                         self->json);
  sl_json_writer_end_object (self->json);
}

/* ---- results ---- */

static void
add_boards (const Document *self)
{
  sl_json_writer_begin_object (self->json, "boards");
  for (SlBoard board = SL_BOARD_TECHNOLOGIES; board < SL_N_BOARDS; board++)
    sl_json_add_board (self->json, self->analysis, board);
  sl_json_writer_end_object (self->json);
}

static void
add_prices (const Document *self)
{
  sl_json_writer_begin_object (self->json, "prices");
  for (SlBoard board = SL_BOARD_TECHNOLOGIES; board < SL_N_BOARDS; board++)
    sl_json_add_prices (self->json, self->analysis, board);
  sl_json_writer_end_object (self->json);
}

static void
add_ways_back (const Document *self)
{
  sl_json_writer_begin_object (self->json, "ways_back");
  for (SlBoard board = SL_BOARD_TECHNOLOGIES; board < SL_N_BOARDS; board++)
    sl_json_add_ways_back (self->json, sl_board_get_id (board), self->analysis, board);
  sl_json_writer_end_object (self->json);
}

/* Of the ranking that was asked for. */
static void
add_certainty (const Document *self)
{
  sl_json_add_robustness (self->json, self->analysis, self->options->board);
  sl_json_add_sensitivity (self->json, self->analysis, self->options->board);
}

static void
add_people (const Document *self)
{
  g_autoptr (SlPeople) people = sl_report_find_people (self->analysis, self->options);

  if (people != NULL)
    sl_json_add_people (self->json, "people", people);
}

static void
add_rules (const Document *self)
{
  const GPtrArray *rules = sl_analysis_get_rules (self->analysis);

  sl_json_writer_begin_array (self->json, "rules");
  for (guint i = 0; i < rules->len; i++) {
    const SlRule *rule = g_ptr_array_index (rules, i);

    sl_json_writer_add_text (self->json, NULL, rule->id);
  }
  sl_json_writer_end_array (self->json);
}

static void
add_advice (const Document *self)
{
  const GPtrArray *advice = sl_analysis_get_advice (self->analysis);

  sl_json_writer_begin_array (self->json, "advice");
  for (guint i = 0; i < advice->len; i++) {
    const SlAdvice *item = g_ptr_array_index (advice, i);

    sl_json_writer_begin_object (self->json, NULL);
    sl_json_writer_add_text (self->json, "rule", item->rule->id);
    sl_json_writer_add_text (self->json, "text", item->text);
    sl_json_writer_add_text (self->json, "technology",
                             item->technology != NULL ? item->technology->id : NULL);
    sl_json_writer_add_text (self->json, "pattern",
                             item->pattern != NULL ? item->pattern->id : NULL);
    sl_json_writer_end_object (self->json);
  }
  sl_json_writer_end_array (self->json);
}

static void
add_companions (const Document *self)
{
  const GPtrArray *companions = sl_analysis_get_companions (self->analysis);

  sl_json_writer_begin_array (self->json, "companions");
  for (guint i = 0; i < companions->len; i++) {
    const SlCompanion *companion = g_ptr_array_index (companions, i);

    sl_json_writer_begin_object (self->json, NULL);
    sl_json_writer_add_text (self->json, "id", companion->id);
    sl_json_writer_add_text (self->json, "name", companion->name);
    sl_json_writer_add_text (self->json, "kind", companion->kind);
    sl_json_writer_add_text (self->json, "summary", companion->summary);
    sl_json_writer_end_object (self->json);
  }
  sl_json_writer_end_array (self->json);
}

static void
add_sources (const Document *self)
{
  g_autoptr (GPtrArray) sources = sl_citations_new (self->analysis);

  sl_json_writer_begin_array (self->json, "sources");
  for (guint i = 0; i < sources->len; i++) {
    const SlSource *source = g_ptr_array_index (sources, i);

    sl_json_writer_begin_object (self->json, NULL);
    sl_json_writer_add_text (self->json, "id", source->id);
    sl_json_writer_add_text (self->json, "title", source->title);
    sl_json_writer_add_text (self->json, "publisher", source->publisher);
    sl_json_writer_add_number (self->json, "year", source->year);
    sl_json_writer_add_text (self->json, "url", source->url);
    sl_json_writer_end_object (self->json);
  }
  sl_json_writer_end_array (self->json);
}

static void
add_answer (const Document *self)
{
  sl_json_writer_begin_object (self->json, "answer");
  sl_json_writer_add_text (self->json, "headline",
                           sl_analysis_get_headline (self->analysis, SL_BOARD_PAIRINGS));
  for (SlBoard board = SL_BOARD_TECHNOLOGIES; board < SL_N_BOARDS; board++) {
    const SlEntry *first = sl_ranking_get_first (sl_analysis_get_ranking (self->analysis, board));

    sl_json_writer_begin_object (self->json, sl_board_get_id (board));
    sl_json_writer_add_text (self->json, "first", first != NULL ? first->id : NULL);
    sl_json_writer_add_text (self->json, "text", sl_analysis_get_answer (self->analysis, board));
    sl_json_writer_end_object (self->json);
  }
  sl_json_writer_end_object (self->json);
}

/* ---- the document ---- */

static const Part parts[] = {
  add_program,    add_locale, add_occasion,  add_prose,   add_catalogue, add_requirements,
  add_answer,     add_boards, add_certainty, add_people,  add_rules,     add_advice,
  add_companions, add_prices, add_ways_back, add_sources,
};

GBytes *
sl_report_to_json (SlAnalysis *analysis,
                   const SlReportOptions *options,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (SlJsonWriter) json = sl_json_writer_new ();
  Document document = { json, analysis, options };

  sl_json_writer_begin_object (json, NULL);
  sl_json_writer_add_text (json, "format", "report-1");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return NULL;
    parts[i](&document);
  }
  sl_json_writer_end_object (json);

  return sl_json_writer_finish (json);
}
