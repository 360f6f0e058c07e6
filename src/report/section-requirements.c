/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was asked for: weights, facts, minimums, and the values that the team changed. */

#include "config.h"

#include <math.h>

#include "catalogue/translation.h"
#include "report/sections-private.h"
#include "report/table-private.h"
#include "report/words-private.h"

#define FIGURE_WIDTH 58.0
#define NONE "–"

/* ---- weights ---- */

/* The column of a criterion on a board; -1 if it does not tell its alternatives apart. */
static int
find_column (const SlRanking *ranking, const SlCriterion *criterion)
{
  for (guint i = 0; i < ranking->n_criteria; i++) {
    if (ranking->criteria[i] == criterion)
      return (int) i;
  }

  return -1;
}

/* What a slider says; of a locked weight, what holds instead. */
static char *
describe_importance (double importance, double lock)
{
  g_autofree char *share = NULL;

  if (isnan (lock))
    return sl_words_importance (importance);

  share = sl_words_share (lock);
  /* Translators: in place of an importance, a share of the whole that is held, as in «24 %». */
  return g_strdup_printf (_ ("locked, %s"), share);
}

static void
add_pillar_row (SlPrint *print, SlTable *table, const SlPillar *pillar)
{
  g_autofree char *importance =
      describe_importance (print->requirements->pillar_importance[pillar->index],
                           print->requirements->pillar_lock[pillar->index]);

  sl_table_add_string (table, SL_RUN_STRONG, pillar->name);
  sl_table_swatch (table, pillar->index);
  sl_table_add_string (table, SL_RUN_STRONG, importance);
  for (SlBoard board = SL_BOARD_TECHNOLOGIES; board < SL_N_BOARDS; board++) {
    const SlRanking *ranking = sl_analysis_get_ranking (print->analysis, board);
    g_autofree char *share = sl_words_share (ranking->pillar_weights[pillar->index]);

    sl_table_add_string (table, SL_RUN_STRONG, share);
  }
}

static void
add_criterion_row (SlPrint *print, SlTable *table, const SlCriterion *criterion)
{
  g_autofree char *importance =
      describe_importance (print->requirements->criterion_importance[criterion->index],
                           print->requirements->criterion_lock[criterion->index]);

  sl_table_add_string (table, SL_RUN_PLAIN, criterion->name);
  sl_table_indent (table);
  sl_table_add_string (table, SL_RUN_PLAIN, importance);
  for (SlBoard board = SL_BOARD_TECHNOLOGIES; board < SL_N_BOARDS; board++) {
    const SlRanking *ranking = sl_analysis_get_ranking (print->analysis, board);
    int column = find_column (ranking, criterion);
    g_autofree char *share = column >= 0 ? sl_words_share (ranking->weights[column]) : NULL;

    sl_table_add_string (table, SL_RUN_PLAIN, share != NULL ? share : NONE);
  }
}

static void
draw_weights (SlPrint *print)
{
  const GPtrArray *pillars = sl_catalogue_get_pillars (print->catalogue);
  const SlColumn columns[] = {
    { _ ("Pillar and criterion"), 0, 1, PANGO_ALIGN_LEFT },
    { _ ("Importance (0–10)"), FIGURE_WIDTH + 14, 0, PANGO_ALIGN_RIGHT },
    { sl_board_get_name (SL_BOARD_TECHNOLOGIES), FIGURE_WIDTH, 0, PANGO_ALIGN_RIGHT },
    { sl_board_get_name (SL_BOARD_PATTERNS), FIGURE_WIDTH, 0, PANGO_ALIGN_RIGHT },
    { sl_board_get_name (SL_BOARD_PAIRINGS), FIGURE_WIDTH, 0, PANGO_ALIGN_RIGHT },
  };
  SlTable *table = sl_table_new (print->page, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < pillars->len; i++) {
    const SlPillar *pillar = g_ptr_array_index (pillars, i);

    add_pillar_row (print, table, pillar);
    for (guint j = 0; j < pillar->criteria->len; j++)
      add_criterion_row (print, table, g_ptr_array_index (pillar->criteria, j));
  }

  sl_page_heading (print->page, 3, _ ("What matters"), NULL);
  sl_page_lead_in (
      print->page,
      _ ("Importance is what the sliders say. The shares are what follows from it on each ranking: "
         "a criterion that does not tell its alternatives apart has none, and rules may have moved "
         "them. What is locked has its share whatever the others say."));
  if (sl_analysis_get_ranking (print->analysis, print->options->board)->equal_weights)
    sl_page_lead_in (
        print->page,
        _ ("All importances are 0, so all criteria that are not locked count the same."));
  sl_table_draw (table);
}

/* ---- facts ---- */

static gboolean
fact_differs (SlPrint *print, const SlFact *fact)
{
  return fabs (print->requirements->facts[fact->index] - fact->fallback) > 1e-9;
}

static void
add_fact_row (SlPrint *print, SlTable *table, const SlFact *fact, SlRunFlags flags)
{
  g_autofree char *value = sl_fact_describe (fact, print->requirements->facts[fact->index]);
  g_autofree char *fallback = sl_fact_describe (fact, fact->fallback);

  sl_table_add_string (table, flags, fact->name);
  sl_table_add_string (table, SL_RUN_PLAIN, fact->group != NULL ? fact->group->name : NONE);
  sl_table_add_string (table, flags, value);
  sl_table_add_string (table, SL_RUN_PLAIN, fallback);
}

static void
draw_facts (SlPrint *print)
{
  const GPtrArray *facts = sl_catalogue_get_facts (print->catalogue);
  const SlColumn columns[] = {
    { _ ("Fact"), 0, 4, PANGO_ALIGN_LEFT },
    { _ ("Group"), 0, 3, PANGO_ALIGN_LEFT },
    { _ ("In this project"), 0, 3, PANGO_ALIGN_LEFT },
    { _ ("Unless told otherwise"), 0, 3, PANGO_ALIGN_LEFT },
  };
  SlTable *table = sl_table_new (print->page, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < facts->len; i++) {
    if (fact_differs (print, g_ptr_array_index (facts, i)))
      add_fact_row (print, table, g_ptr_array_index (facts, i), SL_RUN_STRONG);
  }
  for (guint i = 0; i < facts->len; i++) {
    if (!fact_differs (print, g_ptr_array_index (facts, i)))
      add_fact_row (print, table, g_ptr_array_index (facts, i), SL_RUN_PLAIN);
  }

  sl_page_heading (print->page, 3, _ ("What is true of the project"), NULL);
  sl_page_lead_in (print->page,
                   _ ("First, in bold, what differs from what is assumed of any project."));
  sl_table_draw (table);
}

/* ---- minimums ---- */

static void
add_minimum_row (SlTable *table, const char *name, double minimum)
{
  g_autofree char *value = NULL;

  if (isnan (minimum))
    return;

  value = sl_describe_minimum (minimum);
  sl_table_add_string (table, SL_RUN_PLAIN, name);
  sl_table_add_string (table, SL_RUN_PLAIN, value);
}

static gboolean
has_minimum (const double *minimums, guint n)
{
  for (guint i = 0; i < n; i++) {
    if (!isnan (minimums[i]))
      return TRUE;
  }

  return FALSE;
}

static void
draw_minimums (SlPrint *print)
{
  const GPtrArray *pillars = sl_catalogue_get_pillars (print->catalogue);
  const GPtrArray *criteria = sl_catalogue_get_criteria (print->catalogue);
  const SlRequirements *requirements = print->requirements;
  const SlColumn columns[] = {
    { _ ("Pillar or criterion"), 4 * FIGURE_WIDTH, 0, PANGO_ALIGN_LEFT },
    { _ ("At least"), FIGURE_WIDTH, 0, PANGO_ALIGN_RIGHT },
  };
  SlTable *table = sl_table_new (print->page, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < pillars->len; i++)
    add_minimum_row (table, ((const SlPillar *) g_ptr_array_index (pillars, i))->name,
                     requirements->pillar_minimum[i]);
  for (guint i = 0; i < criteria->len; i++)
    add_minimum_row (table, ((const SlCriterion *) g_ptr_array_index (criteria, i))->name,
                     requirements->criterion_minimum[i]);

  sl_page_heading (print->page, 3, _ ("Minimums"), NULL);
  if (!has_minimum (requirements->pillar_minimum, pillars->len) &&
      !has_minimum (requirements->criterion_minimum, criteria->len))
    sl_page_paragraph_string (print->page, SL_STYLE_BODY, _ ("None is set."));
  sl_table_draw (table);
}

/* ---- the team's own values ---- */

static void
add_override_row (SlTable *table, const SlOverride *item)
{
  const SlCell *cell = &item->alternative->cells[item->criterion->index];
  g_autofree char *catalogue = sl_words_value (cell->mode);
  g_autofree char *value = NULL;

  if (item->low < item->high)
    /* Translators: a value and its lower and upper bound, as in «60 (50–75)». */
    value = g_strdup_printf (_ ("%1$.0f (%2$.0f–%3$.0f)"), item->mode, item->low, item->high);
  else
    value = sl_words_value (item->mode);

  sl_table_add_string (table, SL_RUN_STRONG, item->alternative->name);
  sl_table_add_string (table, SL_RUN_PLAIN, item->criterion->name);
  sl_table_add_string (table, SL_RUN_PLAIN, catalogue);
  sl_table_add_string (table, SL_RUN_STRONG, value);
  sl_table_add_string (table, SL_RUN_PLAIN, item->reason);
}

static void
draw_overrides (SlPrint *print)
{
  const GPtrArray *overrides = print->requirements->overrides;
  const SlColumn columns[] = {
    { _ ("Alternative"), 0, 3, PANGO_ALIGN_LEFT },
    { _ ("Criterion"), 0, 3, PANGO_ALIGN_LEFT },
    { _ ("Catalogue"), FIGURE_WIDTH * 0.8, 0, PANGO_ALIGN_RIGHT },
    { _ ("Team"), FIGURE_WIDTH, 0, PANGO_ALIGN_RIGHT },
    { _ ("Because"), 0, 5, PANGO_ALIGN_LEFT },
  };
  SlTable *table;

  if (overrides == NULL || overrides->len == 0)
    return;

  table = sl_table_new (print->page, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < overrides->len; i++)
    add_override_row (table, g_ptr_array_index (overrides, i));
  sl_page_heading (print->page, 3, _ ("Values that the team changed"), NULL);
  sl_table_draw (table);
}

void
sl_section_requirements (SlPrint *print)
{
  sl_page_heading (print->page, 2, _ ("Requirements"), "requirements");
  draw_weights (print);
  draw_facts (print);
  draw_minimums (print);
  draw_overrides (print);
}
