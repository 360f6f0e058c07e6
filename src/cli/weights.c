/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include "catalogue/json-writer.h"
#include "cli/message.h"
#include "cli/output.h"
#include "cli/pairwise.h"
#include "cli/requirements.h"
#include "cli/terminal.h"
#include "report/csv-writer.h"
#include "scoring/scoring.h"

/* Above this, comparisons contradict each other more than is customary to accept. */
#define ACCEPTABLE_CR 0.1

typedef struct {
  guint n;
  char **names;
  double *weights;
  gboolean compared; /* `ahp` is set */
  SlAhp ahp;
} Weights;

static void
clear (Weights *self)
{
  g_strfreev (self->names);
  g_free (self->weights);
}

/* ---- printing ---- */

static SlExit
print_table (gconstpointer result)
{
  const Weights *self = result;
  g_autoptr (SlTextTable) table = sl_text_table_new ();
  g_autoptr (GString) out = g_string_new (NULL);

  sl_text_table_add_column (table, SL_COLUMN_SHRINK, _ ("Criterion"));
  sl_text_table_add_column (table, SL_COLUMN_NUMBER, _ ("Weight"));
  for (guint i = 0; i < self->n; i++) {
    sl_text_table_add_cell (table, self->names[i]);
    sl_text_table_add_number (table, 4, self->weights[i]);
  }
  sl_text_table_append_to (table, sl_terminal_get_width (), out);
  if (self->compared) {
    g_string_append_c (out, '\n');
    g_string_append_printf (
        out,
        /* Translators: three figures, and the author of the table that the last one is from */
        _ ("Consistency ratio %.4f (index %.4f, random index %.2f by %s)"), self->ahp.cr,
        self->ahp.ci, self->ahp.random_index, SL_RANDOM_INDEX_NAME);
    g_string_append_c (out, '\n');
  }
  return sl_output_print (out->str, out->len);
}

static SlExit
print_json (gconstpointer result)
{
  const Weights *self = result;
  g_autoptr (SlJsonWriter) json = sl_json_writer_new ();

  sl_json_writer_begin_object (json, NULL);
  sl_json_writer_begin_object (json, "weights");
  for (guint i = 0; i < self->n; i++)
    sl_json_writer_add_number (json, self->names[i], self->weights[i]);
  sl_json_writer_end_object (json);
  if (self->compared) {
    sl_json_writer_add_number (json, "lambda_max", self->ahp.lambda_max);
    sl_json_writer_add_number (json, "ci", self->ahp.ci);
    sl_json_writer_add_number (json, "cr", self->ahp.cr);
    sl_json_writer_add_number (json, "random_index", self->ahp.random_index);
    sl_json_writer_add_text (json, "random_index_table", SL_RANDOM_INDEX_NAME);
  }
  sl_json_writer_end_object (json);
  return sl_output_print_json (json);
}

static SlExit
print_csv (gconstpointer result)
{
  const Weights *self = result;
  g_autoptr (GString) out = g_string_new (NULL);
  SlCsvWriter csv = { out, FALSE };

  sl_csv_writer_add_text (&csv, "criterion");
  sl_csv_writer_add_text (&csv, "weight");
  sl_csv_writer_end_row (&csv);
  for (guint i = 0; i < self->n; i++) {
    sl_csv_writer_add_text (&csv, self->names[i]);
    sl_csv_writer_add_number (&csv, self->weights[i]);
    sl_csv_writer_end_row (&csv);
  }
  return sl_output_print (out->str, out->len);
}

static const SlPrinter printer = { print_table, print_json, print_csv };

/* ---- from an order ---- */

static gboolean
check_names (const SlCommand *command, char **names)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (names[0] == NULL) {
    sl_complain_usage (command, _ ("--order: expected names with commas in between, found none"));
    return FALSE;
  }
  for (gsize i = 0; names[i] != NULL; i++) {
    if (!g_utf8_validate (names[i], -1, NULL)) {
      sl_complain_usage (command, _ ("--order: expected UTF-8, found “%s”"), names[i]);
      return FALSE;
    }
    if (names[i][0] == '\0') {
      sl_complain_usage (command, _ ("--order: expected a name between the commas, found none"));
      return FALSE;
    }
    if (!g_hash_table_add (seen, names[i])) {
      sl_complain_usage (command, _ ("--order: expected each name once, found “%s” again"),
                         names[i]);
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
weigh_order (const SlCommand *command, const SlOptions *options, Weights *self)
{
  g_autofree unsigned *order = NULL;

  self->names = g_strsplit (options->order, ",", -1);
  self->n = g_strv_length (self->names);
  for (guint i = 0; i < self->n; i++)
    g_strstrip (self->names[i]);
  if (!check_names (command, self->names))
    return FALSE;
  order = g_new (unsigned, self->n);
  for (guint i = 0; i < self->n; i++)
    order[i] = i + 1;
  self->weights = g_new (double, self->n);
  sl_weights_from_order (order, self->n,
                         options->rank_sum ? SL_RANK_WEIGHTS_SUM : SL_RANK_WEIGHTS_CENTROID,
                         self->weights);
  return TRUE;
}

/* ---- from comparisons ---- */

static void
warn_inconsistent (const Weights *self, const char *name)
{
  if (self->ahp.cr <= ACCEPTABLE_CR)
    return;
  sl_warn (
      /* Translators: a file, two figures, two criteria and a figure */
      _ ("%s: the comparisons contradict each other: the consistency ratio is %.2f, above %.2f; "
         "think again about “%s” against “%s”, where %.2g would fit the rest"),
      name, self->ahp.cr, ACCEPTABLE_CR, self->names[self->ahp.worst_row],
      self->names[self->ahp.worst_column], self->ahp.fitting_judgement);
}

static SlExit
weigh_comparisons (const char *path, SlPrioritisation prioritisation, Weights *self)
{
  SlExit status = SL_EXIT_DONE;
  g_autoptr (GBytes) bytes = sl_read_input (path, &status);
  g_autoptr (SlPairwise) pairwise = NULL;
  g_autoptr (GError) error = NULL;
  const char *name = sl_get_input_name (path);

  if (bytes == NULL)
    return status;
  pairwise = sl_pairwise_new (bytes, name, &error);
  if (pairwise == NULL)
    return sl_complain_error (error);
  self->n = pairwise->n;
  self->names = g_strdupv (pairwise->criteria);
  self->weights = g_new (double, self->n);
  self->compared = TRUE;
  if (!sl_weights_ahp (pairwise->judgements, self->n, prioritisation, self->weights, &self->ahp,
                       &error)) {
    g_prefix_error (&error, "%s: ", name);
    return sl_complain_error (error);
  }
  warn_inconsistent (self, name);
  return SL_EXIT_DONE;
}

/* ---- the command ---- */

static gboolean
check_usage (const SlCommand *self, const SlOptions *options)
{
  if (sl_options_count_arguments (options) > 0)
    sl_complain_usage (self, _ ("expected --ahp or --order, found “%s”"), options->arguments[0]);
  else if ((options->ahp != NULL) == (options->order != NULL))
    sl_complain_usage (self, _ ("expected either --ahp or --order"));
  else if (options->ahp != NULL && (options->roc || options->rank_sum))
    sl_complain_usage (self, _ ("--roc and --rank-sum go with --order"));
  else if (options->order != NULL && options->prioritisation != NULL)
    sl_complain_usage (self, _ ("--prioritisation goes with --ahp"));
  else if (options->roc && options->rank_sum)
    sl_complain_usage (self, _ ("expected either --roc or --rank-sum"));
  else
    return TRUE;
  return FALSE;
}

static SlExit
run (const SlCommand *self, const SlOptions *options)
{
  static const char *const prioritisations[] = { "eigenvector", "geometric-mean", NULL };
  int prioritisation =
      sl_options_choose (self, "prioritisation", options->prioritisation, prioritisations, 0);
  Weights weights = { 0 };
  SlPrintFormat format;
  SlExit status = SL_EXIT_USAGE;

  if (!sl_output_parse_format (self, options, &format) || prioritisation == -1 ||
      !check_usage (self, options))
    return SL_EXIT_USAGE;
  if (options->ahp != NULL)
    status = weigh_comparisons (options->ahp, (SlPrioritisation) prioritisation, &weights);
  else if (weigh_order (self, options, &weights))
    status = SL_EXIT_DONE;
  if (status == SL_EXIT_DONE)
    status = sl_output_print_as (&printer, format, &weights);
  clear (&weights);
  return status;
}

static const char *const weights_options[] = { "order",          "roc",    "rank-sum", "ahp",
                                               "prioritisation", "format", NULL };

static const char *const weights_examples[] = {
  "shortlist weights --order latency,price,hiring",
  N_ ("Latency matters most, then the price, then hiring: how much is that of each?"),
  "shortlist weights --ahp comparisons.csv --format json",
  N_ ("From pairwise comparisons, with how much they contradict each other."),
  NULL,
};

const SlCommand sl_weights_command = {
  .name = "weights",
  .synopsis = "--order A,B,C [--roc|--rank-sum] [--format FORMAT]\n"
              "--ahp FILE [--prioritisation NAME] [--format FORMAT]",
  .summary = N_ ("Turn an order or pairwise comparisons into weights"),
  .description =
      N_ ("Turns what you can say of criteria into weights that add up to 1: either their order, "
          "the most important first, or how many times as important each is as the other.\n\n"
          "The comparisons are a CSV file: a header “criterion,latency,price” and a row for each "
          "criterion, such as “latency,1,3”: latency is three times as important as the price. "
          "“1/3” is a number too, and cells that follow from others may be left empty."),
  .options = weights_options,
  .examples = weights_examples,
  .run = run,
};
