/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What there is to know of the first three, beside their figures. */

#include "config.h"

#include "catalogue/translation.h"
#include "report/citations-private.h"
#include "report/sections-private.h"
#include "report/words-private.h"

#define N_FINALISTS 3

/* ---- lists ---- */

/* `heading`: of what it is; of a pairing, with the name of its part. */
static void
draw_label (SlPrint *print, const SlEntry *entry, const SlAlternative *part, const char *heading)
{
  g_autofree char *label = NULL;

  if (entry->technology == NULL || entry->pattern == NULL)
    label = g_strdup (heading);
  else
    /* Translators: «Strengths: Go», of a part of a pairing. */
    label = g_strdup_printf (_ ("%1$s: %2$s"), heading, part->name);
  sl_page_heading (print->page, 4, label, NULL);
}

static void
draw_strings (SlPrint *print,
              const SlEntry *entry,
              const SlAlternative *part,
              const char *heading,
              const char *const *strings)
{
  SlItemList *list = NULL;

  if (strings == NULL || strings[0] == NULL)
    return;

  draw_label (print, entry, part, heading);
  list = sl_item_list_new (print->page, SL_STYLE_BODY);
  for (guint i = 0; strings[i] != NULL; i++) {
    g_autofree char *clean = sl_text_clean (strings[i], SL_TEXT_MAX_CELL);

    sl_item_list_add (list, NULL, sl_text_new_for_string (clean, SL_RUN_PLAIN), NULL);
  }
  sl_item_list_draw (list);
}

static void
draw_part (SlPrint *print, const SlEntry *entry, const SlAlternative *part)
{
  if (part == NULL)
    return;

  if (part->summary != NULL)
    sl_page_paragraph_string (print->page, SL_STYLE_BODY, part->summary);
  draw_strings (print, entry, part, _ ("Strengths"), part->strengths);
  draw_strings (print, entry, part, _ ("Weaknesses"), part->weaknesses);
  draw_strings (print, entry, part, _ ("Best for"), part->best_for);
  if (part->hiring_outlook != NULL) {
    draw_label (print, entry, part, _ ("Hiring outlook"));
    sl_page_paragraph_string (print->page, SL_STYLE_BODY, part->hiring_outlook);
  }
}

/* ---- companions and rules ---- */

static void
add_companions (GString *names, const SlAlternative *part)
{
  for (guint i = 0; part != NULL && part->companions != NULL && i < part->companions->len; i++) {
    const SlCompanion *companion = g_ptr_array_index (part->companions, i);
    g_autofree char *name =
        /* Translators: something to have beside, and its kind: «Kafka (broker)». */
        g_strdup_printf (_ ("%1$s (%2$s)"), companion->name, sl_words_kind (companion->kind));

    sl_names_append (names, name);
  }
}

static void
draw_companions (SlPrint *print, const SlEntry *entry)
{
  GString *names = g_string_new (NULL);

  add_companions (names, entry->technology);
  add_companions (names, entry->pattern);
  if (names->len > 0) {
    sl_page_heading (print->page, 4, _ ("Companions"), NULL);
    sl_page_paragraph_string (print->page, SL_STYLE_BODY, names->str);
  }
  g_string_free (names, TRUE);
}

static void
add_rule_item (SlPrint *print, SlItemList *list, const SlRule *rule)
{
  g_autoptr (GPtrArray) sources = sl_rule_list_sources (rule);
  g_autofree char *statement = sl_text_clean (rule->statement, SL_TEXT_MAX_CELL);
  g_autofree char *effects = sl_words_rule_effects (rule);
  g_autofree char *clean = sl_text_clean (effects, SL_TEXT_MAX_CELL);
  SlText *text = sl_text_new_for_string (statement, SL_RUN_PLAIN);

  if (*clean != '\0') {
    sl_text_append (text, SL_RUN_PLAIN, " ");
    sl_text_append (text, SL_RUN_MUTED, clean);
  }
  sl_text_append_citations (text, print->citations, sources);
  sl_item_list_add (list, NULL, text, NULL);
}

static void
draw_rules (SlPrint *print, const SlEntry *entry)
{
  g_autoptr (GPtrArray) rules = sl_analysis_list_rules_for (print->analysis, entry);
  SlItemList *list = NULL;

  sl_page_heading (print->page, 4, _ ("Rules that touched it"), NULL);
  if (rules->len == 0) {
    sl_page_paragraph_string (print->page, SL_STYLE_BODY,
                              _ ("None: its values are the catalogue’s and the team’s own."));
    return;
  }

  list = sl_item_list_new (print->page, SL_STYLE_BODY);
  for (guint i = 0; i < rules->len; i++)
    add_rule_item (print, list, g_ptr_array_index (rules, i));
  sl_item_list_draw (list);
}

/* ---- what the team says ---- */

static void
draw_note (SlPrint *print, const char *id)
{
  const SlProse *prose = print->options->prose;
  const char *note = prose != NULL && id != NULL ? sl_prose_find_note (prose, id) : NULL;

  if (note == NULL)
    return;

  sl_page_heading (print->page, 4, _ ("What the team notes"), NULL);
  sl_page_text (print->page, SL_STYLE_BODY, note);
}

/* Of a pairing, that of its parts too. */
static void
draw_notes (SlPrint *print, const SlEntry *entry)
{
  draw_note (print, entry->id);
  if (entry->technology != NULL && entry->pattern != NULL) {
    draw_note (print, entry->technology->id);
    draw_note (print, entry->pattern->id);
  }
}

void
sl_section_finalists (SlPrint *print)
{
  const SlRanking *ranking = sl_analysis_get_ranking (print->analysis, print->options->board);

  if (ranking->n_ranked == 0)
    return;

  sl_page_heading (print->page, 2, _ ("The first three"), "finalists");
  for (guint i = 0; i < MIN (ranking->n_ranked, N_FINALISTS); i++) {
    const SlEntry *entry = &ranking->entries[i];
    g_autofree char *score = sl_words_score (entry->score);
    g_autofree char *heading =
        /* Translators: rank, alternative and score, as in «1. Go, 78.4 points». */
        g_strdup_printf (_ ("%1$u. %2$s, %3$s points"), entry->rank, entry->name, score);

    sl_page_heading (print->page, 3, heading, NULL);
    draw_part (print, entry, entry->technology);
    draw_part (print, entry, entry->pattern);
    draw_companions (print, entry);
    draw_rules (print, entry);
    draw_notes (print, entry);
  }
}
