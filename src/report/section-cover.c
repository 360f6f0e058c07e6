/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The first page: what is decided, by whom, and the answer. */

#include "config.h"

#include "catalogue/translation.h"
#include "report/sections-private.h"
#include "report/words-private.h"

/* Ways to somebody where nobody is left; the section on the excluded has all. */
#define MAX_WAYS_BACK 3
/* Of the page above the title, and between the parts under it. */
#define SINK 56.0
#define BEFORE_ANSWER 24.0
#define RULE 0.8

/* ---- what is said of the decision ---- */

static char *
join_participants (const SlProse *prose)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < prose->participants->len; i++)
    sl_names_append (names, ((const SlParticipant *) prose->participants->pdata[i])->name);

  return g_string_free (names, FALSE);
}

static char *
describe_status (const SlOutcome *outcome)
{
  const char *name = sl_status_get_name (outcome->status);

  if (outcome->status == SL_STATUS_SUPERSEDED && *outcome->superseded_by != '\0')
    /* Translators: the status of a decision, «Superseded», and by what. */
    return g_strdup_printf (_ ("%1$s: %2$s"), name, outcome->superseded_by);

  return g_strdup (name);
}

static void
draw_circumstances (SlPrint *print)
{
  const SlReportOptions *options = print->options;
  SlItemList *list = sl_item_list_new (print->page, SL_STYLE_BODY);
  g_autofree char *date = sl_words_date (options->date);
  g_autofree char *catalogue =
      /* Translators: the id of a catalogue and its version. */
      g_strdup_printf (_ ("%1$s, version %2$s"), sl_catalogue_get_id (print->catalogue),
                       sl_catalogue_get_version (print->catalogue));

  sl_item_list_add_term (list, _ ("Date"), date);
  if (options->prose != NULL) {
    g_autofree char *status = describe_status (&options->prose->outcome);
    g_autofree char *participants = join_participants (options->prose);

    sl_item_list_add_term (list, _ ("Status"), status);
    if (*participants != '\0')
      sl_item_list_add_term (list, _ ("Participants"), participants);
  }
  if (options->profile != NULL)
    sl_item_list_add_term (list, _ ("Profile"), options->profile->name);
  sl_item_list_add_term (list, _ ("Method"), sl_method_get_name (print->requirements->method));
  sl_item_list_add_term (list, _ ("Catalogue"), catalogue);
  sl_item_list_draw (list);
}

/* ---- the answer ---- */

static void
draw_choice (SlPrint *print, const SlOutcome *outcome)
{
  g_autofree char *line = NULL;

  if (outcome->alternative == NULL)
    return;

  if (outcome->date != NULL)
    /* Translators: %1$s is an alternative, %2$s a day, as in 2026-11-28. */
    line = g_strdup_printf (_ ("What the team chose, on %2$s: %1$s"),
                            sl_print_find_name (print, outcome->alternative), outcome->date);
  else
    /* Translators: %s is an alternative. */
    line = g_strdup_printf (_ ("What the team chose: %s"),
                            sl_print_find_name (print, outcome->alternative));
  sl_page_heading (print->page, 2, line, NULL);
  sl_page_text (print->page, SL_STYLE_BODY,
                *outcome->rationale != '\0' ? outcome->rationale : _ ("No reason is given."));
}

/* Where nobody is left, what to do about it. */
static void
draw_ways_back (SlPrint *print)
{
  SlBoard board = print->options->board;
  const SlRanking *ranking = sl_analysis_get_ranking (print->analysis, board);

  if (ranking->n_ranked > 0 || ranking->n_entries == 0)
    return;

  if (sl_analysis_get_ways_back (print->analysis, board)->len == 0) {
    sl_page_paragraph_string (print->page, SL_STYLE_BODY,
                              _ ("Nothing that could be relaxed brings anybody back."));
    return;
  }
  sl_page_heading (print->page, 2, _ ("What would bring somebody back"), NULL);
  sl_print_draw_ways_back (print, MAX_WAYS_BACK);
}

static void
draw_answer (SlPrint *print)
{
  SlPage *page = print->page;
  SlBoard board = print->options->board;
  const char *pairing = sl_analysis_get_pairing_hint (print->analysis, board);

  sl_page_advance (page, 0, BEFORE_ANSWER);
  sl_page_bar (page, RULE);
  sl_page_paragraph_string (page, SL_STYLE_HEADLINE,
                            sl_analysis_get_headline (print->analysis, board));
  sl_page_paragraph_string (page, SL_STYLE_LEAD, sl_analysis_get_answer (print->analysis, board));
  if (pairing != NULL)
    sl_page_paragraph_string (page, SL_STYLE_LEAD, pairing);
  sl_print_draw_certainty (print);
  draw_ways_back (print);
}

void
sl_section_cover (SlPrint *print)
{
  const SlProse *prose = print->options->prose;

  sl_page_advance (print->page, SINK, 0);
  sl_page_heading (print->page, 1, print->title, "title");
  draw_circumstances (print);
  draw_answer (print);
  if (prose != NULL)
    draw_choice (print, &prose->outcome);
  if (prose != NULL && *prose->context != '\0') {
    sl_page_heading (print->page, 2, _ ("What is decided, and why now"), NULL);
    sl_page_text (print->page, SL_STYLE_BODY, prose->context);
  }
  sl_section_contents (print);
  /* A page of its own, unless much was written: then its end would be a nearly empty one. */
  if (print->page->number == 1)
    sl_page_break (print->page);
}
