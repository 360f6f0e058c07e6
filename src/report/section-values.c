/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every value, a table a pillar: a single table of all criteria would have to be set too small to
 * read. */

#include "config.h"

#include <string.h>

#include "catalogue/translation.h"
#include "report/citations-private.h"
#include "report/sections-private.h"
#include "report/table-private.h"
#include "report/words-private.h"

/* Criteria side by side; more go into another table. */
#define MAX_COLUMNS 6
#define NAME_WIDTH 126.0
#define FIGURE_WIDTH 47.0
#define RANK_WIDTH 18.0
/* Alternatives that are named where many are not known. */
#define MAX_NAMED 8
/* What is said before the first table, and the first of its rows. */
#define FIRST_TABLE 220.0

static void
add_value (SlPrint *print,
           SlTable *table,
           const SlRanking *ranking,
           const SlEntry *entry,
           guint column)
{
  const SlCriterion *criterion = ranking->criteria[column];
  SlMark mark = sl_mark_for_entry (print->analysis, entry, criterion);
  int shift = sl_entry_get_shift (print->analysis, entry, criterion);
  g_autofree char *value = sl_words_value (entry->values[column]);
  SlText *text = sl_text_new ();

  if (shift != 0)
    sl_text_append (text, SL_RUN_MUTED, shift > 0 ? "▴ " : "▾ ");
  sl_text_append (text, SL_RUN_PLAIN, value);
  sl_text_append (text, SL_RUN_PLAIN, " ");
  sl_text_append (text, SL_RUN_MUTED, sl_mark_get_symbol (mark));
  sl_table_add (table, text);
  sl_table_shade (table, criterion->pillar->index, SL_SHADE_DEEPEST * entry->values[column] / 100);
}

static void
add_row (SlPrint *print,
         SlTable *table,
         const SlRanking *ranking,
         const SlEntry *entry,
         guint first,
         guint end)
{
  g_autofree char *rank = entry->rank > 0 ? g_strdup_printf ("%u", entry->rank) : g_strdup ("–");

  sl_table_add_string (table, SL_RUN_PLAIN, rank);
  sl_table_add_string (table, entry->rank == 0 ? SL_RUN_MUTED : SL_RUN_PLAIN, entry->name);
  for (guint i = first; i < end; i++)
    add_value (print, table, ranking, entry, i);
}

static void
draw_sources (SlPrint *print, const SlRanking *ranking, guint first, guint end)
{
  SlText *text = sl_text_new ();

  for (guint i = first; i < end; i++) {
    g_autoptr (GPtrArray) sources = sl_ranking_list_sources (ranking, i);
    g_autofree char *name = sl_text_clean (ranking->criteria[i]->name, SL_TEXT_MAX_CELL);

    if (sources->len == 0)
      continue;
    if (!sl_text_is_empty (text))
      sl_text_append (text, SL_RUN_PLAIN, " · ");
    sl_text_append (text, SL_RUN_PLAIN, name);
    sl_text_append_citations (text, print->citations, sources);
  }
  if (sl_text_is_empty (text))
    sl_text_append (text, SL_RUN_PLAIN, _ ("Judged for this catalogue, without a source."));
  sl_page_paragraph (print->page, SL_STYLE_NOTE, text);
}

static void
draw_columns (SlPrint *print, const SlRanking *ranking, guint first, guint end)
{
  SlColumn columns[MAX_COLUMNS + 2];
  char *titles[MAX_COLUMNS];
  guint n = 0;
  SlTable *table;

  columns[n++] = (SlColumn) { _ ("Rank"), RANK_WIDTH, 0, PANGO_ALIGN_RIGHT };
  columns[n++] = (SlColumn) { sl_board_get_name (ranking->board), NAME_WIDTH, 0, PANGO_ALIGN_LEFT };
  for (guint i = first; i < end; i++) {
    g_autofree char *share = sl_words_share (ranking->weights[i]);

    /* Translators: the head of a column: a criterion and its weight, as in «Memory (4.1 %)». */
    titles[i - first] = g_strdup_printf (_ ("%1$s (%2$s)"), ranking->criteria[i]->name, share);
    columns[n++] = (SlColumn) { titles[i - first], FIGURE_WIDTH, 0, PANGO_ALIGN_RIGHT };
  }

  table = sl_table_new (print->page, columns, n);
  for (guint i = 0; i < end - first; i++)
    g_free (titles[i]);
  for (guint i = 0; i < ranking->n_entries; i++)
    add_row (print, table, ranking, &ranking->entries[i], first, end);
  /* Two lines of sources. */
  sl_table_reserve (table, 28.0);
  sl_table_draw (table);
  draw_sources (print, ranking, first, end);
}

/* The column after those of the pillar that begins here. */
static guint
find_end (const SlRanking *ranking, guint first)
{
  guint end = first;

  while (end < ranking->n_criteria &&
         ranking->criteria[end]->pillar == ranking->criteria[first]->pillar)
    end++;

  return end;
}

/* Whole pillars side by side, as long as there is room. `names` gets theirs. */
static guint
gather_pillars (const SlRanking *ranking, guint first, GString *names)
{
  guint end = first;

  do {
    sl_names_append (names, ranking->criteria[end]->pillar->name);
    end = find_end (ranking, end);
  } while (end < ranking->n_criteria && find_end (ranking, end) - first <= MAX_COLUMNS);

  return end;
}

static void
draw_board (SlPrint *print, SlBoard board)
{
  const SlRanking *ranking = sl_analysis_get_ranking (print->analysis, board);
  guint first = 0;

  /* The criteria come pillar by pillar. */
  while (first < ranking->n_criteria) {
    GString *names = g_string_new (NULL);
    guint end = gather_pillars (ranking, first, names);
    g_autofree char *heading =
        /* Translators: over a table of values: %1$s is «Technologies» or «Patterns», %2$s a pillar
         * or several. */
        g_strdup_printf (_ ("%1$s: %2$s"), sl_board_get_name (board), names->str);

    g_string_free (names, TRUE);
    sl_page_heading (print->page, 3, heading, NULL);
    for (; first < end; first = MIN (first + MAX_COLUMNS, end))
      draw_columns (print, ranking, first, MIN (first + MAX_COLUMNS, end));
  }
}

static void
draw_legend (SlPrint *print)
{
  SlText *text = sl_text_new ();

  for (int mark = SL_N_MARKS - 1; mark >= 0; mark--) {
    sl_text_append (text, SL_RUN_STRONG, sl_mark_get_symbol ((SlMark) mark));
    sl_text_append (text, SL_RUN_PLAIN, " ");
    sl_text_append (text, SL_RUN_PLAIN, sl_mark_get_name ((SlMark) mark));
    sl_text_append (text, SL_RUN_PLAIN, "   ");
  }
  sl_text_append (text, SL_RUN_STRONG, "▴ ▾");
  sl_text_append (text, SL_RUN_PLAIN, " ");
  sl_text_append (text, SL_RUN_PLAIN, _ ("Raised or lowered by a rule"));
  sl_page_paragraph (print->page, SL_STYLE_NOTE, text);
}

/* ---- what is not known ---- */

/* Criteria of which the same alternatives are not known. */
typedef struct {
  GPtrArray *entries; /* of const SlEntry */
  GString *criteria;
} Gap;

static void
gap_free (gpointer data)
{
  Gap *gap = data;

  g_ptr_array_unref (gap->entries);
  g_string_free (gap->criteria, TRUE);
  g_free (gap);
}

static GPtrArray *
list_unknown (SlPrint *print, const SlRanking *ranking, guint column)
{
  GPtrArray *entries = g_ptr_array_new ();

  for (guint i = 0; i < ranking->n_entries; i++) {
    if (sl_mark_for_entry (print->analysis, &ranking->entries[i], ranking->criteria[column]) ==
        SL_MARK_UNKNOWN)
      g_ptr_array_add (entries, (gpointer) &ranking->entries[i]);
  }

  return entries;
}

/* Takes the entries. */
static Gap *
ensure_gap (GPtrArray *gaps, GPtrArray *entries)
{
  Gap *gap = NULL;

  for (guint i = 0; i < gaps->len; i++) {
    gap = g_ptr_array_index (gaps, i);
    if (gap->entries->len == entries->len &&
        memcmp (gap->entries->pdata, entries->pdata, sizeof (gpointer) * entries->len) == 0) {
      g_ptr_array_unref (entries);
      return gap;
    }
  }
  gap = g_new0 (Gap, 1);
  gap->entries = entries;
  gap->criteria = g_string_new (NULL);
  g_ptr_array_add (gaps, gap);

  return gap;
}

static GPtrArray *
list_gaps (SlPrint *print, const SlRanking *ranking)
{
  GPtrArray *gaps = g_ptr_array_new_with_free_func (gap_free);

  for (guint i = 0; i < ranking->n_criteria; i++) {
    GPtrArray *entries = list_unknown (print, ranking, i);

    if (entries->len > 0)
      sl_names_append (ensure_gap (gaps, entries)->criteria, ranking->criteria[i]->name);
    else
      g_ptr_array_unref (entries);
  }

  return gaps;
}

/* The marks in the tables above have all of them. */
static char *
describe_entries (const GPtrArray *entries)
{
  GString *names = g_string_new (NULL);
  guint n = entries->len > MAX_NAMED + 1 ? MAX_NAMED : entries->len;

  for (guint i = 0; i < n; i++)
    sl_names_append (names, ((const SlEntry *) g_ptr_array_index (entries, i))->name);
  if (n < entries->len) {
    g_autofree char *more =
        /* Translators: ends a list of alternatives, as in «Go, Rust, 12 more». */
        g_strdup_printf (dngettext (GETTEXT_PACKAGE, "%u more", "%u more", entries->len - n),
                         entries->len - n);

    sl_names_append (names, more);
  }

  return g_string_free (names, FALSE);
}

static void
add_gaps (const GPtrArray *gaps, SlItemList *list)
{
  for (guint i = 0; i < gaps->len; i++) {
    const Gap *gap = g_ptr_array_index (gaps, i);
    g_autofree char *names = describe_entries (gap->entries);
    g_autofree char *line =
        /* Translators: %1$s is a list of criteria, %2$s a list of alternatives. */
        g_strdup_printf (_ ("%1$s: %2$s"), gap->criteria->str, names);
    g_autofree char *clean = sl_text_clean (line, SL_TEXT_MAX_PARAGRAPH);

    sl_item_list_add (list, NULL, sl_text_new_for_string (clean, SL_RUN_PLAIN), NULL);
  }
}

static void
draw_unknown (SlPrint *print)
{
  g_autoptr (GPtrArray) technologies =
      list_gaps (print, sl_analysis_get_ranking (print->analysis, SL_BOARD_TECHNOLOGIES));
  g_autoptr (GPtrArray) patterns =
      list_gaps (print, sl_analysis_get_ranking (print->analysis, SL_BOARD_PATTERNS));
  SlItemList *list;

  if (technologies->len + patterns->len == 0)
    return;

  sl_page_heading (print->page, 3, _ ("What is not known"), NULL);
  sl_page_lead_in (print->page, _ ("These values have no basis. They count as 50, the middle of "
                                   "the scale."));
  list = sl_item_list_new (print->page, SL_STYLE_BODY);
  add_gaps (technologies, list);
  add_gaps (patterns, list);
  sl_item_list_draw (list);
}

void
sl_section_values (SlPrint *print)
{
  sl_page_heading (print->page, 2, _ ("Values"), "values");
  /* With the first table. */
  sl_page_reserve (print->page, FIRST_TABLE);
  sl_page_paragraph_string (
      print->page, SL_STYLE_BODY,
      _ ("Each value is on a scale from 0 to 100 whose ends are fixed by the criterion, whoever "
         "else is in the race; the deeper the ground, the higher the value. The share beside a "
         "criterion is its weight on that ranking. The values of a pairing follow from those of "
         "its technology and its pattern."));
  draw_legend (print);
  draw_board (print, SL_BOARD_TECHNOLOGIES);
  draw_board (print, SL_BOARD_PATTERNS);
  draw_unknown (print);
}
