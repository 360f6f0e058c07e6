/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/rank.h"

#include <glib/gi18n-lib.h>
#include "cli/message.h"
#include "cli/output.h"
#include "cli/requirements.h"
#include "cli/terminal.h"
#include "report/csv-writer.h"
#include "report/json.h"

typedef struct {
  SlAnalysis *analysis;
  SlBoard board;
  const SlRanking *ranking;
  guint top;
  guint width;
  GString *out;
} Printer;

/* ---- table ---- */

static void
append_sentence (Printer *self, const char *text)
{
  g_autofree char *printable = sl_make_printable (text);

  sl_terminal_append_wrapped (self->out, printable, 0, 0, self->width);
}

static void
append_item (Printer *self, const char *text)
{
  g_autofree char *printable = sl_make_printable (text);

  g_string_append (self->out, "  • ");
  sl_terminal_append_wrapped (self->out, printable, 4, 4, self->width);
}

static gboolean
has_locks (Printer *self)
{
  for (guint i = 0; i < self->ranking->n_criteria; i++) {
    if (self->ranking->locked[i])
      return TRUE;
  }

  return FALSE;
}

static void
append_answer (Printer *self)
{
  const char *pairing = sl_analysis_get_pairing_hint (self->analysis, self->board);

  append_sentence (self, sl_analysis_get_headline (self->analysis, self->board));
  append_sentence (self, sl_analysis_get_answer (self->analysis, self->board));
  if (pairing != NULL)
    append_sentence (self, pairing);
  if (self->ranking->equal_weights)
    append_sentence (self, has_locks (self)
                               ? _ ("No importance is above 0, so all criteria that are not locked "
                                    "count the same.")
                               : _ ("No importance is above 0, so all criteria count the same."));
}

/* Of const SlPillar: those that count on this board. They are numbered in the table. */
static GPtrArray *
list_pillars (Printer *self)
{
  const GPtrArray *pillars = sl_catalogue_get_pillars (sl_analysis_get_catalogue (self->analysis));
  GPtrArray *counting = g_ptr_array_new ();

  for (guint i = 0; i < pillars->len; i++) {
    const SlPillar *pillar = g_ptr_array_index (pillars, i);

    if (self->ranking->pillar_weights[pillar->index] > 0)
      g_ptr_array_add (counting, (gpointer) pillar);
  }
  return counting;
}

static void
append_row (SlTextTable *table, const SlEntry *entry, const GPtrArray *pillars)
{
  g_autofree char *rank = g_strdup_printf ("%u", entry->rank);
  g_autofree char *name = g_strconcat (entry->name, entry->overridden ? " ◆" : NULL, NULL);

  sl_text_table_add_cell (table, rank);
  sl_text_table_add_cell (table, name);
  sl_text_table_add_number (table, 1, entry->score);
  for (guint i = 0; i < pillars->len; i++) {
    const SlPillar *pillar = g_ptr_array_index (pillars, i);

    sl_text_table_add_number (table, 0, entry->pillar_contributions[pillar->index]);
  }
}

static void
append_legend (Printer *self, const GPtrArray *pillars)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *legend = NULL;

  for (guint i = 0; i < pillars->len; i++) {
    const SlPillar *pillar = g_ptr_array_index (pillars, i);
    double share = 100 * self->ranking->pillar_weights[pillar->index];
    /* Translators: the number of a column, a pillar, and its weight */
    g_autofree char *name = g_strdup_printf (_ ("%u %s (%.0f %%)"), i + 1, pillar->name, share);

    sl_names_append (names, name);
  }
  /* Translators: a list of numbered pillars */
  legend = g_strdup_printf (_ ("Where the points come from: %s."), names->str);
  g_string_append_c (self->out, '\n');
  append_sentence (self, legend);
  if (sl_analysis_get_requirements (self->analysis)->overrides->len > 0)
    append_sentence (self, _ ("◆ has values of your own in place of the catalogue’s."));
}

/* Who can never be first, among those shown. */
static void
append_dominated (Printer *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < MIN (self->ranking->n_ranked, self->top); i++) {
    const SlEntry *entry = &self->ranking->entries[i];
    g_autofree char *dominance = sl_ranking_describe_dominance (self->ranking, entry);
    g_autofree char *text = NULL;

    if (dominance == NULL)
      continue;
    if (!any)
      g_string_append_printf (self->out, "\n%s\n", _ ("Dominated"));
    any = TRUE;
    text = g_strdup_printf ("%s: %s", entry->name, dominance);
    append_item (self, text);
  }
}

static void
append_ranked (Printer *self)
{
  g_autoptr (GPtrArray) pillars = list_pillars (self);
  g_autoptr (SlTextTable) table = sl_text_table_new ();
  guint n = MIN (self->ranking->n_ranked, self->top);

  if (n == 0)
    return;
  sl_text_table_add_column (table, SL_COLUMN_NUMBER, "");
  sl_text_table_add_column (table, SL_COLUMN_SHRINK, sl_board_get_name (self->board));
  sl_text_table_add_column (table, SL_COLUMN_NUMBER, _ ("Score"));
  for (guint i = 0; i < pillars->len; i++) {
    g_autofree char *title = g_strdup_printf ("%u", i + 1);

    sl_text_table_add_column (table, SL_COLUMN_NUMBER, title);
  }
  for (guint i = 0; i < n; i++)
    append_row (table, &self->ranking->entries[i], pillars);
  g_string_append_c (self->out, '\n');
  sl_text_table_append_to (table, self->width, self->out);
  append_legend (self, pillars);
}

static char *
join_reasons (const SlEntry *entry)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entry->reasons->len; i++) {
    const SlReason *reason = g_ptr_array_index (entry->reasons, i);

    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", reason->text);
  }
  return g_string_free (text, FALSE);
}

/* Why it is excluded, and what would bring it back. */
static char *
describe_exclusion (Printer *self, const SlEntry *entry)
{
  g_autofree char *reasons = join_reasons (entry);
  g_autofree char *relaxations =
      sl_analysis_describe_relaxations (self->analysis, self->board, entry);

  return g_strdup_printf ("%s%s %s", reasons, g_str_has_suffix (reasons, ".") ? "" : ".",
                          relaxations);
}

/* Who is excluded for the same reasons is listed together. */
static void
append_excluded (Printer *self)
{
  guint n = self->ranking->n_entries - self->ranking->n_ranked;
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func (g_free);

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (
        reasons, describe_exclusion (self, &self->ranking->entries[self->ranking->n_ranked + i]));
  g_string_append_c (self->out, '\n');
  g_string_append_printf (self->out,
                          /* Translators: how many alternatives are excluded; a heading */
                          g_dngettext (GETTEXT_PACKAGE, "Ruled out (%u)", "Ruled out (%u)", n), n);
  g_string_append_c (self->out, '\n');
  for (guint i = 0; i < n; i++) {
    const char *reason = g_ptr_array_index (reasons, i);
    g_autoptr (GString) text = g_string_new (NULL);

    for (guint j = i; reason != NULL && j < n; j++) {
      if (g_strcmp0 (reason, g_ptr_array_index (reasons, j)) != 0)
        continue;
      g_string_append_printf (text, "%s%s", j > i ? "; " : "",
                              self->ranking->entries[self->ranking->n_ranked + j].name);
      if (j > i)
        g_clear_pointer (&g_ptr_array_index (reasons, j), g_free);
    }
    if (reason == NULL)
      continue;
    g_string_append_printf (text, ": %s", reason);
    append_item (self, text->str);
  }
}

/* When nobody is left: what would help, in order of how many it would bring back. */
static void
append_prices (Printer *self)
{
  const GArray *prices = sl_analysis_get_prices (self->analysis, self->board);

  if (self->ranking->n_ranked > 0 || prices->len == 0)
    return;
  g_string_append_printf (self->out, "\n%s\n", _ ("What rules them out"));
  for (guint i = 0; i < prices->len; i++) {
    const SlPrice *price = &g_array_index (prices, SlPrice, i);
    g_autofree char *text =
        /* Translators: a sentence that says what is required; then two counts of alternatives */
        g_strdup_printf (_ ("%s (%u ruled out, %u by this alone)"), price->reason->text,
                         price->n_excluded, price->n_alone);

    append_item (self, text);
  }
}

/* When nobody is left: the fewest requirements that have to be relaxed. */
static void
append_ways_back (Printer *self)
{
  const GArray *ways = sl_analysis_get_ways_back (self->analysis, self->board);

  if (ways->len > 0)
    g_string_append_printf (self->out, "\n%s\n", _ ("What would bring somebody back"));
  for (guint i = 0; i < ways->len; i++) {
    g_autofree char *text = sl_way_back_describe (&g_array_index (ways, SlWayBack, i));

    append_item (self, text);
  }
}

static void
append_advice (Printer *self)
{
  const GPtrArray *advice = sl_analysis_get_advice (self->analysis);

  if (advice->len == 0)
    return;
  g_string_append_printf (self->out, "\n%s\n", _ ("Advice"));
  for (guint i = 0; i < advice->len; i++)
    append_item (self, ((const SlAdvice *) g_ptr_array_index (advice, i))->text);
}

static SlExit
print_table (Printer *self)
{
  append_answer (self);
  append_ranked (self);
  append_dominated (self);
  append_excluded (self);
  append_prices (self);
  append_ways_back (self);
  append_advice (self);
  return sl_output_print (self->out->str, self->out->len);
}

/* ---- CSV ---- */

static void
append_csv_header (Printer *self, SlCsvWriter *csv)
{
  static const char *const columns[] = { "rank", "id", "name", "score", "excluded", "reasons" };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    sl_csv_writer_add_text (csv, columns[i]);
  for (guint j = 0; j < self->ranking->n_criteria; j++) {
    g_autofree char *value = g_strconcat ("value:", self->ranking->criteria[j]->id, NULL);

    sl_csv_writer_add_text (csv, value);
  }
  for (guint j = 0; j < self->ranking->n_criteria; j++) {
    g_autofree char *points = g_strconcat ("contribution:", self->ranking->criteria[j]->id, NULL);

    sl_csv_writer_add_text (csv, points);
  }
  sl_csv_writer_end_row (csv);
}

static void
append_csv_row (Printer *self, SlCsvWriter *csv, const SlEntry *entry)
{
  g_autofree char *reasons = join_reasons (entry);

  if (entry->rank > 0)
    sl_csv_writer_add_number (csv, entry->rank);
  else
    sl_csv_writer_add_text (csv, "");
  sl_csv_writer_add_text (csv, entry->id);
  sl_csv_writer_add_text (csv, entry->name);
  sl_csv_writer_add_number (csv, entry->score);
  sl_csv_writer_add_text (csv, entry->rank > 0 ? "false" : "true");
  sl_csv_writer_add_text (csv, reasons);
  for (guint j = 0; j < self->ranking->n_criteria; j++)
    sl_csv_writer_add_number (csv, entry->values[j]);
  for (guint j = 0; j < self->ranking->n_criteria; j++)
    sl_csv_writer_add_number (csv, entry->contributions[j]);
  sl_csv_writer_end_row (csv);
}

static SlExit
print_csv (Printer *self)
{
  SlCsvWriter csv = { self->out, FALSE };

  append_csv_header (self, &csv);
  for (guint i = 0; i < MIN (self->ranking->n_entries, self->top); i++)
    append_csv_row (self, &csv, &self->ranking->entries[i]);
  return sl_output_print (self->out->str, self->out->len);
}

/* ---- JSON ---- */

static SlExit
print_json (Printer *self)
{
  g_autoptr (GBytes) bytes = sl_report_ranking_to_json (self->analysis, self->board, self->top);

  return sl_output_save ("-", bytes);
}

/* ---- the command ---- */

SlExit
sl_rank_decision (const SlCommand *command,
                  const SlOptions *options,
                  SlPrintFormat print,
                  guint top)
{
  SlExit status = SL_EXIT_DONE;
  SlBoard board;
  g_autoptr (SlDecision) decision = NULL;
  g_autoptr (SlAnalysis) analysis = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  Printer printer;

  decision = sl_options_load_board (command, options, &board, &status);
  if (decision == NULL)
    return status;
  analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  printer = (Printer) {
    .analysis = analysis,
    .board = board,
    .ranking = sl_analysis_get_ranking (analysis, board),
    .top = top,
    .width = sl_terminal_get_width (),
    .out = out,
  };
  switch (print) {
  case SL_PRINT_JSON:
    return print_json (&printer);
  case SL_PRINT_CSV:
    return print_csv (&printer);
  case SL_PRINT_TABLE:
  default:
    return print_table (&printer);
  }
}
