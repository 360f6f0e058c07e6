/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What to do, what to have beside it, and the rules that hold. */

#include "config.h"

#include "catalogue/translation.h"
#include "report/citations-private.h"
#include "report/sections-private.h"
#include "report/table-private.h"
#include "report/words-private.h"

#define FIGURE_WIDTH 52.0

static void
draw_advice (SlPrint *print)
{
  const GPtrArray *advice = sl_analysis_get_advice (print->analysis);
  SlItemList *list;

  if (advice->len == 0) {
    sl_page_paragraph_string (print->page, SL_STYLE_BODY, _ ("No rule that holds gives any."));
    return;
  }

  list = sl_item_list_new (print->page, SL_STYLE_BODY);
  for (guint i = 0; i < advice->len; i++) {
    const SlAdvice *item = g_ptr_array_index (advice, i);
    g_autoptr (GPtrArray) sources = sl_rule_list_sources (item->rule);
    g_autofree char *clean = sl_text_clean (item->text, SL_TEXT_MAX_CELL);
    SlText *text = sl_text_new_for_string (clean, SL_RUN_PLAIN);

    sl_text_append_citations (text, print->citations, sources);
    sl_item_list_add (list, NULL, text, NULL);
  }
  sl_item_list_draw (list);
}

static void
draw_companions (SlPrint *print)
{
  const GPtrArray *companions = sl_analysis_get_companions (print->analysis);
  const SlColumn columns[] = {
    { _ ("Companion"), 0, 3, PANGO_ALIGN_LEFT },
    { _ ("Kind"), FIGURE_WIDTH, 0, PANGO_ALIGN_LEFT },
    { _ ("What it is for"), 0, 8, PANGO_ALIGN_LEFT },
  };
  SlTable *table;

  if (companions->len == 0)
    return;

  table = sl_table_new (print->page, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < companions->len; i++) {
    const SlCompanion *companion = g_ptr_array_index (companions, i);

    sl_table_add_string (table, SL_RUN_STRONG, companion->name);
    sl_table_add_string (table, SL_RUN_PLAIN, sl_words_kind (companion->kind));
    sl_table_add_string (table, SL_RUN_PLAIN, companion->summary);
  }
  sl_page_heading (print->page, 3, _ ("Companions to plan for"), NULL);
  sl_table_draw (table);
}

void
sl_section_advice (SlPrint *print)
{
  sl_page_heading (print->page, 2, _ ("Advice"), "advice");
  draw_advice (print);
  draw_companions (print);
}

/* ---- rules ---- */

static void
add_rule_row (SlPrint *print, SlTable *table, const SlRule *rule)
{
  g_autoptr (GPtrArray) sources = sl_rule_list_sources (rule);
  g_autofree char *statement = sl_text_clean (rule->statement, SL_TEXT_MAX_CELL);
  g_autofree char *effects = sl_words_rule_effects (rule);
  SlText *text = sl_text_new_for_string (statement, SL_RUN_PLAIN);

  if (rule->data != NULL) {
    g_autofree char *data = sl_text_clean (rule->data, SL_TEXT_MAX_CELL);

    sl_text_append (text, SL_RUN_PLAIN, " ");
    sl_text_append (text, SL_RUN_MUTED, data);
  }
  sl_text_append_citations (text, print->citations, sources);
  sl_table_add (table, text);
  sl_table_add_string (table, SL_RUN_PLAIN, sl_words_strength (rule->strength));
  sl_table_add_string (table, SL_RUN_PLAIN, effects);
}

void
sl_section_rules (SlPrint *print)
{
  const GPtrArray *rules = sl_analysis_get_rules (print->analysis);
  const SlColumn columns[] = {
    { _ ("Rule"), 0, 6, PANGO_ALIGN_LEFT },
    { _ ("Strength"), FIGURE_WIDTH, 0, PANGO_ALIGN_LEFT },
    { _ ("Effect"), 0, 3, PANGO_ALIGN_LEFT },
  };
  SlTable *table = sl_table_new (print->page, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < rules->len; i++)
    add_rule_row (print, table, g_ptr_array_index (rules, i));
  sl_page_heading (print->page, 2, _ ("Rules that hold"), "rules");
  sl_page_lead_in (print->page,
                   rules->len > 0
                       ? _ ("Those whose condition is met by what is true of the project. What the "
                            "data say, where they say something else, is in grey.")
                       : _ ("None."));
  sl_table_draw (table);
}
