/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The three rankings: a chart and its table each. */

#include "config.h"

#include "catalogue/translation.h"
#include "report/chart-private.h"
#include "report/sections-private.h"
#include "report/table-private.h"
#include "report/words-private.h"

/* Columns of figures beside name and score. */
#define MAX_COLUMNS 8

/* ---- points by pillar ---- */

static void
add_points_row (SlTable *table, const SlEntry *entry, guint first, guint end)
{
  g_autofree char *rank = g_strdup_printf ("%u", entry->rank);
  g_autofree char *score = sl_words_score (entry->score);

  sl_table_add_string (table, SL_RUN_PLAIN, rank);
  sl_table_add_string (table, entry->rank == 1 ? SL_RUN_STRONG : SL_RUN_PLAIN, entry->name);
  for (guint i = first; i < end; i++) {
    g_autofree char *points = sl_words_score (entry->pillar_contributions[i]);

    sl_table_add_string (table, SL_RUN_PLAIN, points);
  }
  sl_table_add_string (table, SL_RUN_STRONG, score);
}

static void
draw_points (SlPrint *print, const SlRanking *ranking, guint first, guint end)
{
  const GPtrArray *pillars = sl_catalogue_get_pillars (print->catalogue);
  SlColumn columns[MAX_COLUMNS + 3];
  guint n = 0;
  SlTable *table;

  columns[n++] = (SlColumn) { _ ("Rank"), 0, 0, PANGO_ALIGN_RIGHT };
  columns[n++] = (SlColumn) { _ ("Alternative"), 0, 1, PANGO_ALIGN_LEFT };
  for (guint i = first; i < end; i++) {
    const SlPillar *pillar = g_ptr_array_index (pillars, i);

    columns[n++] = (SlColumn) { pillar->name, 0, 0, PANGO_ALIGN_RIGHT };
  }
  columns[n++] = (SlColumn) { _ ("Score"), 0, 0, PANGO_ALIGN_RIGHT };

  table = sl_table_new (print->page, columns, n);
  for (guint i = 0; i < sl_chart_count_rows (ranking); i++)
    add_points_row (table, &ranking->entries[i], first, end);
  sl_table_draw (table);
}

/* ---- a board ---- */

static void
draw_chart (SlPrint *print, SlBoard board)
{
  const GPtrArray *pillars = sl_catalogue_get_pillars (print->catalogue);
  const SlRanking *ranking = sl_analysis_get_ranking (print->analysis, board);
  guint n_rows = sl_chart_count_rows (ranking);

  sl_page_heading (print->page, 3, sl_board_get_name (board), sl_board_get_id (board));
  sl_page_reserve (print->page, n_rows * SL_CHART_ROW + SL_CHART_FRAME);
  /* That of the ranking asked for stands on the cover already. */
  if (board != print->options->board)
    sl_page_paragraph_string (print->page, SL_STYLE_BODY,
                              sl_analysis_get_answer (print->analysis, board));
  if (n_rows == 0)
    return;

  sl_page_legend (print->page, ranking, pillars);
  sl_page_chart (print->page, print->analysis, ranking);
}

/* The figures of the chart. */
static void
draw_table (SlPrint *print, SlBoard board)
{
  const GPtrArray *pillars = sl_catalogue_get_pillars (print->catalogue);
  const SlRanking *ranking = sl_analysis_get_ranking (print->analysis, board);

  for (guint i = 0; i < pillars->len; i += MAX_COLUMNS)
    draw_points (print, ranking, i, MIN (i + MAX_COLUMNS, pillars->len));
}

void
sl_section_answer (SlPrint *print)
{
  sl_page_heading (print->page, 2, _ ("Ranking"), "ranking");
  draw_chart (print, print->options->board);
  draw_table (print, print->options->board);
}

void
sl_section_rankings (SlPrint *print)
{
  for (SlBoard board = SL_BOARD_TECHNOLOGIES; board < SL_N_BOARDS; board++) {
    if (board == print->options->board)
      continue;
    draw_chart (print, board);
    draw_table (print, board);
  }
}
