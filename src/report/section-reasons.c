/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Why the first stands first, and who is ruled out and why. */

#include "config.h"

#include <math.h>

#include "catalogue/translation.h"
#include "report/citations-private.h"
#include "report/sections-private.h"
#include "report/table-private.h"
#include "report/words-private.h"

#define FIGURE_WIDTH 52.0
/* Criteria that a comparison shows on each side. */
#define MAX_CRITERIA 8
/* Points that are worth a row: less is told as 0.0. */
#define LEAST_DIFFERENCE 0.05

/* ---- the first ---- */

static double
contribution_difference (const SlEntry *first, const SlEntry *second, guint column)
{
  return first->contributions[column] - second->contributions[column];
}

static void
add_comparison_row (SlTable *table,
                    const SlRanking *ranking,
                    const SlEntry *first,
                    const SlEntry *second,
                    guint column)
{
  g_autofree char *share = sl_words_share (ranking->weights[column]);
  g_autofree char *one = sl_words_value (first->values[column]);
  g_autofree char *other = sl_words_value (second->values[column]);
  g_autofree char *points =
      sl_describe_difference (contribution_difference (first, second, column));

  sl_table_add_string (table, SL_RUN_PLAIN, ranking->criteria[column]->name);
  sl_table_add_string (table, SL_RUN_PLAIN, share);
  sl_table_add_string (table, SL_RUN_PLAIN, one);
  sl_table_add_string (table, SL_RUN_PLAIN, other);
  sl_table_add_string (table, SL_RUN_STRONG, points);
}

/* The columns come with the largest difference first. Returns the points of the rows together. */
static double
add_comparison_rows (SlTable *table,
                     const SlRanking *ranking,
                     const SlEntry *first,
                     const SlEntry *second,
                     const guint *columns,
                     guint n)
{
  double sum = 0;

  for (guint i = 0; i < MIN (n, MAX_CRITERIA); i++) {
    double difference = contribution_difference (first, second, columns[i]);

    if (fabs (difference) < LEAST_DIFFERENCE)
      break;
    add_comparison_row (table, ranking, first, second, columns[i]);
    sum += difference;
  }

  return sum;
}

static void
add_sum_row (SlTable *table, const char *title, double points)
{
  g_autofree char *sum = sl_describe_difference (points);

  sl_table_add_string (table, SL_RUN_PLAIN, title);
  for (guint i = 0; i < 3; i++)
    sl_table_add_string (table, SL_RUN_PLAIN, "");
  sl_table_add_string (table, SL_RUN_STRONG, sum);
}

static void
draw_comparison (SlPrint *print,
                 const SlRanking *ranking,
                 const SlEntry *first,
                 const SlEntry *second)
{
  g_autoptr (SlComparison) comparison = sl_comparison_new (ranking, first, second);
  g_autofree char *words = sl_comparison_describe (comparison, ranking, first, second);
  g_autofree char *lead = NULL;
  const SlColumn columns[] = {
    { _ ("Criterion"), 0, 1, PANGO_ALIGN_LEFT },
    { _ ("Weight"), FIGURE_WIDTH, 0, PANGO_ALIGN_RIGHT },
    { first->name, 2 * FIGURE_WIDTH, 0, PANGO_ALIGN_RIGHT },
    { second->name, 2 * FIGURE_WIDTH, 0, PANGO_ALIGN_RIGHT },
    { _ ("Points"), FIGURE_WIDTH, 0, PANGO_ALIGN_RIGHT },
  };
  SlTable *table = sl_table_new (print->page, columns, G_N_ELEMENTS (columns));
  double rest = comparison->gap;

  /* Translators: over a comparison: %1$s and %2$s are alternatives, %3$.1f points. */
  lead = g_strdup_printf (_ ("%1$s before %2$s, by %3$.1f points"), first->name, second->name,
                          comparison->gap);
  sl_page_heading (print->page, 3, lead, NULL);
  sl_page_lead_in (print->page, words);
  rest -= add_comparison_rows (table, ranking, first, second, comparison->advantages,
                               comparison->n_advantages);
  rest -= add_comparison_rows (table, ranking, first, second, comparison->drawbacks,
                               comparison->n_drawbacks);
  if (fabs (rest) >= LEAST_DIFFERENCE)
    add_sum_row (table, _ ("All other criteria"), rest);
  add_sum_row (table, _ ("Together"), comparison->gap);
  sl_table_draw (table);
}

static void
draw_agreement (SlPrint *print)
{
  const SlMethodAgreement *agreement =
      sl_analysis_get_agreement (print->analysis, print->options->board);
  g_autofree char *sentence = NULL;

  sentence =
      /* Translators: how many (%1$u) of all methods (%2$u) have the same first as the one that was
       * chosen, itself included. */
      g_strdup_printf (dngettext (GETTEXT_PACKAGE, "It is first by %1$u of %2$u methods.",
                                  "It is first by %1$u of %2$u methods.", agreement->n_agreeing),
                       agreement->n_agreeing, SL_N_METHODS);
  sl_page_lead_in (print->page, sentence);
}

void
sl_section_reasons (SlPrint *print)
{
  const SlRanking *ranking = sl_analysis_get_ranking (print->analysis, print->options->board);
  const SlEntry *first = sl_ranking_get_first (ranking);
  g_autofree char *heading = NULL;

  if (first == NULL)
    return;

  /* Translators: %s is an alternative. */
  heading = g_strdup_printf (_ ("Why %s stands first"), first->name);
  sl_page_heading (print->page, 2, heading, "reasons");
  draw_agreement (print);
  for (guint i = 1; i < MIN (ranking->n_ranked, 3); i++)
    draw_comparison (print, ranking, first, &ranking->entries[i]);
}

/* ---- who is ruled out ---- */

static void
add_exclusion_row (SlPrint *print, SlTable *table, SlBoard board, const SlEntry *entry)
{
  g_autofree char *relaxations = sl_analysis_describe_relaxations (print->analysis, board, entry);
  g_autofree char *score = sl_words_score (entry->score);
  GString *reasons = g_string_new (NULL);
  g_autofree char *clean = NULL;

  for (guint i = 0; i < entry->reasons->len; i++) {
    const SlReason *reason = g_ptr_array_index (entry->reasons, i);

    if (i > 0)
      g_string_append_c (reasons, ' ');
    g_string_append (reasons, reason->text);
    if (!g_str_has_suffix (reason->text, "."))
      g_string_append_c (reasons, '.');
  }
  clean = sl_text_clean (reasons->str, 2 * SL_TEXT_MAX_CELL);

  sl_table_add_string (table, SL_RUN_STRONG, entry->name);
  sl_table_add (table, sl_text_new_for_string (clean, SL_RUN_PLAIN));
  sl_table_add_string (table, SL_RUN_PLAIN, relaxations);
  sl_table_add_string (table, SL_RUN_PLAIN, score);
  g_string_free (reasons, TRUE);
}

static void
draw_excluded (SlPrint *print, SlBoard board)
{
  const SlRanking *ranking = sl_analysis_get_ranking (print->analysis, board);
  const SlColumn columns[] = {
    { sl_board_get_name (board), 0, 3, PANGO_ALIGN_LEFT },
    { _ ("Ruled out because"), 0, 5, PANGO_ALIGN_LEFT },
    { _ ("What would bring it back"), 0, 5, PANGO_ALIGN_LEFT },
    { _ ("Score otherwise"), FIGURE_WIDTH, 0, PANGO_ALIGN_RIGHT },
  };
  SlTable *table = sl_table_new (print->page, columns, G_N_ELEMENTS (columns));

  for (guint i = ranking->n_ranked; i < ranking->n_entries; i++)
    add_exclusion_row (print, table, board, &ranking->entries[i]);
  sl_table_draw (table);
}

static void
add_price_row (SlTable *table, const SlPrice *price)
{
  g_autofree char *excluded = g_strdup_printf ("%u", price->n_excluded);
  g_autofree char *alone = g_strdup_printf ("%u", price->n_alone);
  g_autofree char *best = NULL;
  g_autofree char *nearest = NULL;

  if (price->nearest_name != NULL)
    /* Translators: who comes nearest to a minimum: %1$s is an alternative, %2$.1f its value, as in
     * «Rust (67.0)». */
    nearest = g_strdup_printf (_ ("%1$s (%2$.1f)"), price->nearest_name, price->nearest_value);
  if (price->best_name != NULL && !isnan (price->best_score))
    /* Translators: %1$s is an alternative, %2$.1f its score, as in «Rust (71.3)». */
    best = g_strdup_printf (_ ("%1$s (%2$.1f)"), price->best_name, price->best_score);

  sl_table_add_string (table, SL_RUN_PLAIN, price->reason->text);
  sl_table_add_string (table, SL_RUN_PLAIN, excluded);
  sl_table_add_string (table, SL_RUN_PLAIN, alone);
  sl_table_add_string (table, SL_RUN_PLAIN, best != NULL ? best : "–");
  sl_table_add_string (table, SL_RUN_PLAIN, nearest != NULL ? nearest : "–");
}

static void
draw_prices (SlPrint *print)
{
  const GArray *prices = sl_analysis_get_prices (print->analysis, print->options->board);
  const SlColumn columns[] = {
    { _ ("Requirement"), 0, 6, PANGO_ALIGN_LEFT },
    { _ ("Rules out"), FIGURE_WIDTH, 0, PANGO_ALIGN_RIGHT },
    { _ ("It alone"), FIGURE_WIDTH, 0, PANGO_ALIGN_RIGHT },
    { _ ("Best that it alone keeps out"), 0, 3, PANGO_ALIGN_LEFT },
    { _ ("Nearest to it"), 0, 3, PANGO_ALIGN_LEFT },
  };
  SlTable *table;

  if (prices->len == 0)
    return;

  table = sl_table_new (print->page, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < prices->len; i++)
    add_price_row (table, &g_array_index (prices, SlPrice, i));
  sl_page_heading (print->page, 3, _ ("What each requirement costs"), NULL);
  sl_table_draw (table);
}

void
sl_print_draw_ways_back (SlPrint *print, guint most)
{
  const GArray *ways = sl_analysis_get_ways_back (print->analysis, print->options->board);
  SlItemList *list = sl_item_list_new (print->page, SL_STYLE_BODY);

  for (guint i = 0; i < MIN (ways->len, most); i++) {
    g_autofree char *text = sl_way_back_describe (&g_array_index (ways, SlWayBack, i));
    g_autofree char *clean = sl_text_clean (text, SL_TEXT_MAX_PARAGRAPH);

    sl_item_list_add (list, NULL, sl_text_new_for_string (clean, SL_RUN_PLAIN), NULL);
  }
  sl_item_list_draw (list);
}

/* Where nobody is left on the board that was asked for. */
static void
draw_ways_back (SlPrint *print)
{
  if (sl_analysis_get_ways_back (print->analysis, print->options->board)->len == 0)
    return;

  sl_page_heading (print->page, 3, _ ("The fewest requirements to relax"), NULL);
  sl_print_draw_ways_back (print, G_MAXUINT);
}

void
sl_section_exclusions (SlPrint *print)
{
  const SlRanking *technologies = sl_analysis_get_ranking (print->analysis, SL_BOARD_TECHNOLOGIES);
  const SlRanking *patterns = sl_analysis_get_ranking (print->analysis, SL_BOARD_PATTERNS);
  guint n =
      technologies->n_entries - technologies->n_ranked + patterns->n_entries - patterns->n_ranked;

  sl_page_heading (print->page, 2, _ ("Ruled out"), "exclusions");
  if (n == 0)
    sl_page_paragraph_string (print->page, SL_STYLE_BODY,
                              _ ("No technology and no pattern is ruled out."));
  draw_excluded (print, SL_BOARD_TECHNOLOGIES);
  draw_excluded (print, SL_BOARD_PATTERNS);
  draw_prices (print);
  draw_ways_back (print);
}
