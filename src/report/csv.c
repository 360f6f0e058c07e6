/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The three rankings as one table: a row of weights and then a row an alternative for each board,
 * three columns a criterion. Cells of criteria that do not count on a board are empty. */

#include "config.h"

#include "report/csv-writer.h"
#include "report/report-private.h"
#include "report/words-private.h"

/* A column of the ranking for each criterion of the catalogue; -1: it does not count there. */
static int *
find_columns (const SlRanking *ranking, guint n_criteria)
{
  int *columns = g_new (int, n_criteria);

  for (guint i = 0; i < n_criteria; i++)
    columns[i] = -1;
  for (guint i = 0; i < ranking->n_criteria; i++)
    columns[ranking->criteria[i]->index] = (int) i;

  return columns;
}

static void
add_titles (SlCsvWriter *csv, const GPtrArray *criteria, const char *prefix)
{
  for (guint i = 0; i < criteria->len; i++) {
    const SlCriterion *criterion = g_ptr_array_index (criteria, i);
    g_autofree char *title = g_strconcat (prefix, criterion->id, NULL);

    sl_csv_writer_add_text (csv, title);
  }
}

static void
add_head (SlCsvWriter *csv, const GPtrArray *criteria)
{
  static const char *const titles[] = { "board", "row",   "rank",     "id",
                                        "name",  "score", "excluded", "reasons" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    sl_csv_writer_add_text (csv, titles[i]);
  add_titles (csv, criteria, "value:");
  add_titles (csv, criteria, "contribution:");
  add_titles (csv, criteria, "basis:");
  sl_csv_writer_end_row (csv);
}

static void
add_empty (SlCsvWriter *csv, guint n)
{
  for (guint i = 0; i < n; i++)
    sl_csv_writer_add_text (csv, "");
}

static void
add_numbers (SlCsvWriter *csv, const int *columns, guint n_criteria, const double *numbers)
{
  for (guint i = 0; i < n_criteria; i++) {
    if (columns[i] >= 0)
      sl_csv_writer_add_number (csv, numbers[columns[i]]);
    else
      sl_csv_writer_add_text (csv, "");
  }
}

/* The weights stand over the values. */
static void
add_weights (SlCsvWriter *csv, const SlRanking *ranking, const int *columns, guint n_criteria)
{
  sl_csv_writer_add_text (csv, sl_board_get_id (ranking->board));
  sl_csv_writer_add_text (csv, "weight");
  add_empty (csv, 6);
  add_numbers (csv, columns, n_criteria, ranking->weights);
  add_empty (csv, 2 * n_criteria);
  sl_csv_writer_end_row (csv);
}

static char *
join_reasons (const SlEntry *entry)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entry->reasons->len; i++) {
    const SlReason *reason = g_ptr_array_index (entry->reasons, i);

    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", reason->text);
  }

  return g_string_free (text, FALSE);
}

static void
add_entry (SlCsvWriter *csv,
           SlAnalysis *analysis,
           const SlRanking *ranking,
           const SlEntry *entry,
           const int *columns)
{
  const GPtrArray *criteria = sl_catalogue_get_criteria (sl_analysis_get_catalogue (analysis));
  g_autofree char *reasons = join_reasons (entry);

  sl_csv_writer_add_text (csv, sl_board_get_id (ranking->board));
  sl_csv_writer_add_text (csv, "alternative");
  if (entry->rank > 0)
    sl_csv_writer_add_number (csv, entry->rank);
  else
    sl_csv_writer_add_text (csv, "");
  sl_csv_writer_add_text (csv, entry->id);
  sl_csv_writer_add_text (csv, entry->name);
  sl_csv_writer_add_number (csv, entry->score);
  sl_csv_writer_add_text (csv, entry->rank > 0 ? "false" : "true");
  sl_csv_writer_add_text (csv, reasons);
  add_numbers (csv, columns, criteria->len, entry->values);
  add_numbers (csv, columns, criteria->len, entry->contributions);
  for (guint i = 0; i < criteria->len; i++)
    sl_csv_writer_add_text (csv, columns[i] < 0 ? ""
                                                : sl_mark_get_id (sl_mark_for_entry (
                                                      analysis, entry, criteria->pdata[i])));
  sl_csv_writer_end_row (csv);
}

static void
add_board (SlCsvWriter *csv, SlAnalysis *analysis, SlBoard board)
{
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, board);
  guint n_criteria = sl_catalogue_get_criteria (sl_analysis_get_catalogue (analysis))->len;
  g_autofree int *columns = find_columns (ranking, n_criteria);

  add_weights (csv, ranking, columns, n_criteria);
  for (guint i = 0; i < ranking->n_entries; i++)
    add_entry (csv, analysis, ranking, &ranking->entries[i], columns);
}

GBytes *
sl_report_to_csv (SlAnalysis *analysis,
                  const SlReportOptions *options,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  SlCsvWriter csv = { out, FALSE };

  add_head (&csv, sl_catalogue_get_criteria (sl_analysis_get_catalogue (analysis)));
  for (SlBoard board = SL_BOARD_TECHNOLOGIES; board < SL_N_BOARDS; board++) {
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return NULL;
    add_board (&csv, analysis, board);
  }

  return g_string_free_to_bytes (g_steal_pointer (&out));
}
