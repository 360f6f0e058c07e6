/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/rank.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include "catalogue/json-writer.h"
#include "cli/csv-reader.h"
#include "cli/matrix.h"
#include "cli/message.h"
#include "cli/output.h"
#include "cli/requirements.h"
#include "cli/terminal.h"
#include "report/csv-writer.h"

/* Criteria that a warning names; of the others, how many. */
#define MAX_NAMED 3

typedef struct {
  const SlMatrix *matrix;
  SlMethodOptions options;
  SlEvaluation *evaluation;
  double *weights;       /* sum 1 */
  double *values;        /* n x m: 0-100 on fixed scales; net flows of PROMETHEE */
  double *contributions; /* weight x value */
  guint *order;          /* alternatives by rank, then name */
  guint top;
} Ranking;

/* ---- options ---- */

gboolean
sl_matrix_parse_method (const SlCommand *command, const SlOptions *options, SlMethodOptions *method)
{
  static const char *const normalisations[] = { "fixed", "minmax", "ratio", "max",
                                                "sum",   "vector", "none",  NULL };
  int chosen = sl_options_choose (command, "method", options->method, sl_list_method_ids (),
                                  SL_METHOD_ADDITIVE);
  int normalisation = sl_options_choose (command, "normalisation", options->normalisation,
                                         normalisations, SL_NORMALISATION_FIXED);

  if (chosen == -1 || normalisation == -1)
    return FALSE;
  *method = SL_METHOD_OPTIONS_DEFAULT;
  method->method = (SlMethod) chosen;
  method->normalisation = (SlNormalisation) normalisation;
  if (chosen == SL_METHOD_PROMETHEE && options->normalisation != NULL) {
    sl_complain_usage (
        command,
        _ ("promethee compares the numbers as they are: --normalisation does not go with it"));
    return FALSE;
  }
  if (chosen != SL_METHOD_VIKOR && options->v != NULL) {
    sl_complain_usage (command, _ ("--v goes with --method vikor"));
    return FALSE;
  }
  return options->v == NULL ||
         sl_options_parse_number (command, "--v", options->v, 0, 1, &method->v);
}

/* ---- warnings ---- */

static gboolean
lacks_end (const SlScale *scale)
{
  return isnan (scale->worst) || isnan (scale->best);
}

static gboolean
uses_scale (const SlMethodOptions *options)
{
  return options->normalisation == SL_NORMALISATION_FIXED && options->method != SL_METHOD_PROMETHEE;
}

/* How many criteria have the data's own scale. */
static guint
count_relative (const SlMatrix *matrix, const SlMethodOptions *options)
{
  guint n = 0;

  if (uses_scale (options))
    for (guint j = 0; j < matrix->n_criteria; j++)
      n += lacks_end (&matrix->scales[j]);
  return n;
}

static char *
name_relative (const SlMatrix *matrix, guint n)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint named = 0;

  for (guint j = 0; j < matrix->n_criteria && named < MAX_NAMED; j++) {
    g_autofree char *name = sl_terminal_shorten (matrix->criteria[j], SL_CSV_MAX_QUOTED);
    /* Translators: the name of a criterion in a list of them */
    g_autofree char *quoted = g_strdup_printf (_ ("“%s”"), name);

    if (!lacks_end (&matrix->scales[j]))
      continue;
    sl_names_append (names, quoted);
    named++;
  }
  if (n > named) {
    g_autofree char *more =
        /* Translators: the end of a list of criteria */
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", n - named), n - named);

    sl_names_append (names, more);
  }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

void
sl_matrix_warn (const SlMatrix *matrix, const SlMethodOptions *options, const char *name)
{
  guint relative = count_relative (matrix, options);
  guint beyond = uses_scale (options) ? sl_matrix_count_beyond (matrix) : 0;

  if (relative > 0) {
    g_autofree char *names = name_relative (matrix, relative);

    sl_warn (
        /* Translators: a file and a list of criteria */
        _ ("%s: no #worst and #best for %s: the scale is relative, from the data’s own smallest "
           "to its largest number, so the scores depend on who else is in the file"),
        name, names);
  }
  if (beyond > 0)
    sl_warn (g_dngettext (GETTEXT_PACKAGE,
                          "%s: %u number lies beyond #worst or #best and counts as that end",
                          "%s: %u numbers lie beyond #worst or #best and count as that end",
                          beyond),
             name, beyond);
}

/* ---- computing ---- */

static int
compare_by_rank (gconstpointer a, gconstpointer b, gpointer data)
{
  const Ranking *self = data;
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;
  const unsigned *ranks = sl_evaluation_get_ranks (self->evaluation);

  if (ranks[first] != ranks[second])
    return ranks[first] < ranks[second] ? -1 : 1;
  /* By code point: the same on every machine, whatever its language. */
  return strcmp (self->matrix->alternatives[first], self->matrix->alternatives[second]);
}

/* What each criterion gives: the flows of PROMETHEE, the normalised numbers of the others. */
static gboolean
compute_values (Ranking *self, const SlProblem *problem, GError **error)
{
  gsize n = problem->n_alternatives;
  gsize m = problem->n_criteria;
  g_autofree double *sums = g_new (double, n);

  self->values = g_new (double, n *m);
  self->contributions = g_new (double, n *m);
  if (self->options.method == SL_METHOD_PROMETHEE) {
    if (!sl_promethee_flows (problem, NULL, NULL, self->values, error))
      return FALSE;
  } else if (!sl_normalise (problem, self->options.normalisation, self->values, error)) {
    return FALSE;
  }
  sl_additive_evaluate (self->values, self->weights, n, m, sums, self->contributions);
  return TRUE;
}

static gboolean
compute (Ranking *self, GError **error)
{
  SlProblem problem = sl_matrix_get_problem (self->matrix);
  guint n = self->matrix->n_alternatives;
  guint m = self->matrix->n_criteria;

  self->evaluation = sl_evaluation_new ();
  if (!sl_evaluate (&problem, &self->options, self->evaluation, error))
    return FALSE;
  self->weights = g_new0 (double, m);
  if (self->matrix->weights != NULL)
    sl_weights_normalise (self->matrix->weights, m, self->weights);
  else
    sl_weights_normalise (self->weights, m, self->weights); /* all zero: equal */
  if (!compute_values (self, &problem, error))
    return FALSE;
  self->order = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    self->order[i] = i;
  g_sort_array (self->order, n, sizeof *self->order, compare_by_rank, self);
  return TRUE;
}

static void
clear (Ranking *self)
{
  g_clear_pointer (&self->evaluation, sl_evaluation_free);
  g_free (self->weights);
  g_free (self->values);
  g_free (self->contributions);
  g_free (self->order);
}

/* ---- figures that only some methods give ---- */

typedef struct {
  const char *id;    /* in JSON and CSV */
  const char *title; /* in a table; NULL: not there, as it is the score itself */
  const double *(*get) (const SlEvaluation *evaluation);
} Figure;

static const Figure figures[] = {
  { "S", "S", sl_evaluation_get_s },
  { "R", "R", sl_evaluation_get_r },
  { "Q", NULL, sl_evaluation_get_q },
  { "phi_plus", "φ+", sl_evaluation_get_phi_plus },
  { "phi_minus", "φ−", sl_evaluation_get_phi_minus },
};

/* NULL where the method does not give it. */
static const double *
get_figure (const Ranking *self, gsize i)
{
  return figures[i].get (self->evaluation);
}

/* ---- JSON ---- */

static void
write_numbers (const Ranking *self, SlJsonWriter *json, const char *member, const double *row)
{
  sl_json_writer_begin_object (json, member);
  for (guint j = 0; j < self->matrix->n_criteria; j++)
    sl_json_writer_add_number (json, self->matrix->criteria[j], row[j]);
  sl_json_writer_end_object (json);
}

static gboolean
dominates (const Ranking *self, guint i, guint k)
{
  const SlMatrix *matrix = self->matrix;

  return sl_dominates (matrix->modes + (gsize) i * matrix->n_criteria,
                       matrix->modes + (gsize) k * matrix->n_criteria, self->weights,
                       matrix->scales, matrix->n_criteria);
}

static void
write_dominators (const Ranking *self, SlJsonWriter *json, guint i)
{
  sl_json_writer_begin_array (json, "dominated_by");
  for (guint k = 0; k < self->matrix->n_alternatives; k++)
    if (dominates (self, self->order[k], i))
      sl_json_writer_add_text (json, NULL, self->matrix->alternatives[self->order[k]]);
  sl_json_writer_end_array (json);
}

static void
write_alternative (const Ranking *self, SlJsonWriter *json, guint i)
{
  const char *name = self->matrix->alternatives[i];
  gsize row = (gsize) i * self->matrix->n_criteria;

  sl_json_writer_begin_object (json, NULL);
  sl_json_writer_add_text (json, "id", name);
  sl_json_writer_add_text (json, "name", name);
  sl_json_writer_add_number (json, "rank", sl_evaluation_get_ranks (self->evaluation)[i]);
  sl_json_writer_add_number (json, "score", sl_evaluation_get_scores (self->evaluation)[i]);
  sl_json_writer_add_boolean (json, "excluded", FALSE);
  sl_json_writer_begin_array (json, "reasons");
  sl_json_writer_end_array (json);
  write_dominators (self, json, i);
  for (gsize f = 0; f < G_N_ELEMENTS (figures); f++)
    if (get_figure (self, f) != NULL)
      sl_json_writer_add_number (json, figures[f].id, get_figure (self, f)[i]);
  write_numbers (self, json, "values", self->values + row);
  write_numbers (self, json, "contributions", self->contributions + row);
  sl_json_writer_end_object (json);
}

static void
write_compromise (const Ranking *self, SlJsonWriter *json)
{
  const gboolean *compromise = sl_evaluation_get_compromise (self->evaluation);

  if (compromise == NULL)
    return;
  sl_json_writer_add_number (json, "v", self->options.v);
  sl_json_writer_begin_array (json, "compromise");
  for (guint i = 0; i < self->matrix->n_alternatives; i++)
    if (compromise[self->order[i]])
      sl_json_writer_add_text (json, NULL, self->matrix->alternatives[self->order[i]]);
  sl_json_writer_end_array (json);
}

static SlExit
print_json (const Ranking *self)
{
  g_autoptr (SlJsonWriter) json = sl_json_writer_new ();

  sl_json_writer_begin_object (json, NULL);
  sl_json_writer_add_text (json, "method", sl_method_get_id (self->options.method));
  sl_json_writer_add_text (json, "board", "matrix");
  if (self->options.method != SL_METHOD_PROMETHEE)
    sl_json_writer_add_text (json, "normalisation",
                             sl_normalisation_get_id (self->options.normalisation));
  sl_json_writer_begin_array (json, "alternatives");
  for (guint i = 0; i < MIN (self->matrix->n_alternatives, self->top); i++)
    write_alternative (self, json, self->order[i]);
  sl_json_writer_end_array (json);
  write_numbers (self, json, "weights", self->weights);
  write_compromise (self, json);
  sl_json_writer_end_object (json);
  return sl_output_print_json (json);
}

/* ---- CSV ---- */

static void
append_csv_header (const Ranking *self, SlCsvWriter *csv)
{
  sl_csv_writer_add_text (csv, "rank");
  sl_csv_writer_add_text (csv, "alternative");
  sl_csv_writer_add_text (csv, "score");
  for (gsize f = 0; f < G_N_ELEMENTS (figures); f++)
    if (get_figure (self, f) != NULL)
      sl_csv_writer_add_text (csv, figures[f].id);
  for (guint j = 0; j < self->matrix->n_criteria; j++) {
    g_autofree char *title = g_strconcat ("value:", self->matrix->criteria[j], NULL);

    sl_csv_writer_add_text (csv, title);
  }
  for (guint j = 0; j < self->matrix->n_criteria; j++) {
    g_autofree char *title = g_strconcat ("contribution:", self->matrix->criteria[j], NULL);

    sl_csv_writer_add_text (csv, title);
  }
  sl_csv_writer_end_row (csv);
}

static SlExit
print_csv (const Ranking *self)
{
  g_autoptr (GString) out = g_string_new (NULL);
  SlCsvWriter csv = { out, FALSE };
  guint m = self->matrix->n_criteria;

  append_csv_header (self, &csv);
  for (guint k = 0; k < MIN (self->matrix->n_alternatives, self->top); k++) {
    guint i = self->order[k];

    sl_csv_writer_add_number (&csv, sl_evaluation_get_ranks (self->evaluation)[i]);
    sl_csv_writer_add_text (&csv, self->matrix->alternatives[i]);
    sl_csv_writer_add_number (&csv, sl_evaluation_get_scores (self->evaluation)[i]);
    for (gsize f = 0; f < G_N_ELEMENTS (figures); f++)
      if (get_figure (self, f) != NULL)
        sl_csv_writer_add_number (&csv, get_figure (self, f)[i]);
    for (guint j = 0; j < m; j++)
      sl_csv_writer_add_number (&csv, self->values[(gsize) i * m + j]);
    for (guint j = 0; j < m; j++)
      sl_csv_writer_add_number (&csv, self->contributions[(gsize) i * m + j]);
    sl_csv_writer_end_row (&csv);
  }
  return sl_output_print (out->str, out->len);
}

/* ---- table ---- */

/* Scores of 0-100 get one decimal, others are ratios and get four. */
static int
get_decimals (const Ranking *self)
{
  return uses_scale (&self->options) && self->options.method != SL_METHOD_VIKOR ? 1 : 4;
}

static void
append_compromise (const Ranking *self, GString *out, guint width)
{
  const gboolean *compromise = sl_evaluation_get_compromise (self->evaluation);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autofree char *printable = NULL;

  if (compromise == NULL)
    return;
  for (guint i = 0; i < self->matrix->n_alternatives; i++)
    if (compromise[self->order[i]])
      sl_names_append (names, self->matrix->alternatives[self->order[i]]);
  /* Translators: a list of alternatives, of which VIKOR finds none better than the others */
  text = g_strdup_printf (_ ("Compromise: %s. The lower Q, the better."), names->str);
  printable = sl_make_printable (text);
  g_string_append_c (out, '\n');
  sl_terminal_append_wrapped (out, printable, 0, 0, width);
}

/* Who can never be first, among those shown. On one criterion the ranking says it all. */
static void
append_dominated (const Ranking *self, GString *out, guint width)
{
  for (guint k = 0;
       self->matrix->n_criteria > 1 && k < MIN (self->matrix->n_alternatives, self->top); k++) {
    g_autoptr (GString) names = g_string_new (NULL);
    g_autofree char *text = NULL;
    g_autofree char *printable = NULL;

    for (guint l = 0; l < self->matrix->n_alternatives; l++)
      if (dominates (self, self->order[l], self->order[k]))
        sl_names_append (names, self->matrix->alternatives[self->order[l]]);
    if (names->len == 0)
      continue;
    /* Translators: an alternative, then a list of those that are better on some criterion and worse
     * on none. */
    text = g_strdup_printf (_ ("%1$s is dominated by %2$s."),
                            self->matrix->alternatives[self->order[k]], names->str);
    printable = sl_make_printable (text);
    sl_terminal_append_wrapped (out, printable, 0, 0, width);
  }
}

static void
add_rows (const Ranking *self, SlTextTable *table)
{
  int decimals = get_decimals (self);

  for (guint k = 0; k < MIN (self->matrix->n_alternatives, self->top); k++) {
    guint i = self->order[k];
    g_autofree char *rank = g_strdup_printf ("%u", sl_evaluation_get_ranks (self->evaluation)[i]);

    sl_text_table_add_cell (table, rank);
    sl_text_table_add_cell (table, self->matrix->alternatives[i]);
    sl_text_table_add_number (table, decimals, sl_evaluation_get_scores (self->evaluation)[i]);
    for (gsize f = 0; f < G_N_ELEMENTS (figures); f++)
      if (get_figure (self, f) != NULL && figures[f].title != NULL)
        sl_text_table_add_number (table, decimals, get_figure (self, f)[i]);
  }
}

static const char *
get_score_title (const Ranking *self)
{
  if (self->options.method == SL_METHOD_VIKOR)
    return "Q";
  return self->options.method == SL_METHOD_PROMETHEE ? "φ" : _ ("Score");
}

static SlExit
print_table (const Ranking *self)
{
  g_autoptr (SlTextTable) table = sl_text_table_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  guint width = sl_terminal_get_width ();

  sl_text_table_add_column (table, SL_COLUMN_NUMBER, "");
  sl_text_table_add_column (table, SL_COLUMN_SHRINK, _ ("Alternative"));
  sl_text_table_add_column (table, SL_COLUMN_NUMBER, get_score_title (self));
  for (gsize f = 0; f < G_N_ELEMENTS (figures); f++)
    if (get_figure (self, f) != NULL && figures[f].title != NULL)
      sl_text_table_add_column (table, SL_COLUMN_NUMBER, figures[f].title);
  add_rows (self, table);
  sl_text_table_append_to (table, width, out);
  append_compromise (self, out, width);
  append_dominated (self, out, width);
  return sl_output_print (out->str, out->len);
}

/* ---- the command ---- */

static SlExit
print (const Ranking *self, SlPrintFormat format)
{
  switch (format) {
  case SL_PRINT_JSON:
    return print_json (self);
  case SL_PRINT_CSV:
    return print_csv (self);
  case SL_PRINT_TABLE:
  default:
    return print_table (self);
  }
}

SlExit
sl_rank_matrix (const SlCommand *command, const SlOptions *options, SlPrintFormat format, guint top)
{
  const char *name = sl_get_input_name (options->matrix);
  SlExit status = SL_EXIT_DONE;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SlMatrix) matrix = NULL;
  g_autoptr (GError) error = NULL;
  Ranking ranking = { .top = top };

  if (!sl_matrix_parse_method (command, options, &ranking.options))
    return SL_EXIT_USAGE;
  bytes = sl_read_input (options->matrix, &status);
  if (bytes == NULL)
    return status;
  matrix = sl_matrix_new (bytes, name, &error);
  if (matrix == NULL)
    return sl_complain_error (error);
  ranking.matrix = matrix;
  if (compute (&ranking, &error)) {
    sl_matrix_warn (matrix, &ranking.options, name);
    status = print (&ranking, format);
  } else {
    sl_matrix_locate (matrix, name, &error);
    status = sl_complain_error (error);
  }
  clear (&ranking);
  return status;
}
