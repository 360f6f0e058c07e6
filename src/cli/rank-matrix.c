/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/rank.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include "catalogue/catalogue.h"
#include "catalogue/json-writer.h"
#include "cli/csv-reader.h"
#include "cli/matrix-input.h"
#include "cli/message.h"
#include "cli/terminal.h"
#include "report/csv-writer.h"

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
ranking_clear (Ranking *self)
{
  g_clear_pointer (&self->evaluation, sl_evaluation_free);
  g_free (self->weights);
  g_free (self->values);
  g_free (self->contributions);
  g_free (self->order);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ranking, ranking_clear)

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

/* ---- dominance ---- */

/* Who dominates an alternative may be nearly all others, and so for each of very many: an example
 * will do. */
#define MAX_DOMINATORS 10
#define MAX_NAMED 3

static gboolean
dominates (const Ranking *self, guint i, guint k)
{
  const SlMatrix *matrix = self->matrix;

  return sl_dominates (matrix->modes + (gsize) i * matrix->n_criteria,
                       matrix->modes + (gsize) k * matrix->n_criteria, self->weights,
                       matrix->scales, matrix->n_criteria);
}

/* The best of those that dominate alternative i, at most `max`; returns how many. */
static guint
find_dominators (const Ranking *self, guint i, guint *dominators, guint max)
{
  guint n = 0;

  for (guint k = 0; k < self->matrix->n_alternatives && n < max; k++)
    if (dominates (self, self->order[k], i))
      dominators[n++] = self->order[k];
  return n;
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

static void
write_dominators (const Ranking *self, SlJsonWriter *json, guint i)
{
  guint dominators[MAX_DOMINATORS];
  guint n = find_dominators (self, i, dominators, MAX_DOMINATORS);

  sl_json_writer_begin_array (json, "dominated_by");
  for (guint k = 0; k < n; k++)
    sl_json_writer_add_text (json, NULL, self->matrix->alternatives[dominators[k]]);
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
print_json (gconstpointer result)
{
  const Ranking *self = result;
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
print_csv (gconstpointer result)
{
  const Ranking *self = result;
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
  return sl_matrix_uses_scale (&self->options) && self->options.method != SL_METHOD_VIKOR ? 1 : 4;
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

static void
append_dominators (const Ranking *self, GString *out, guint i, guint width)
{
  guint dominators[MAX_NAMED + 1];
  guint n = find_dominators (self, i, dominators, MAX_NAMED + 1);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autofree char *printable = NULL;

  if (n == 0)
    return;
  for (guint k = 0; k < MIN (n, MAX_NAMED); k++)
    sl_names_append (names, self->matrix->alternatives[dominators[k]]);
  if (n > MAX_NAMED)
    /* Translators: the end of a list of alternatives that is too long */
    sl_names_append (names, _ ("others"));
  text = g_strdup_printf (
      /* Translators: an alternative, then a list of those that are better on some criterion and
       * worse on none. */
      _ ("%1$s is dominated by %2$s."), self->matrix->alternatives[i], names->str);
  printable = sl_make_printable (text);
  sl_terminal_append_wrapped (out, printable, 0, 0, width);
}

/* Who can never be first, among those shown. On one criterion the ranking says it all. */
static void
append_dominated (const Ranking *self, GString *out, guint width)
{
  guint n = MIN (self->matrix->n_alternatives, self->top);

  for (guint k = 0; self->matrix->n_criteria > 1 && k < n; k++)
    append_dominators (self, out, self->order[k], width);
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
print_table (gconstpointer result)
{
  const Ranking *self = result;
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

static const SlPrinter printer = { print_table, print_json, print_csv };

SlExit
sl_rank_matrix (const SlCommand *command, const SlOptions *options, SlPrintFormat format, guint top)
{
  g_auto (SlMatrixInput) input = { 0 };
  g_auto (Ranking) ranking = { .top = top };
  g_autoptr (GError) error = NULL;
  SlExit status = sl_matrix_input_load (&input, command, options, SL_MATRIX_MAX_ALTERNATIVES);

  if (status != SL_EXIT_DONE)
    return status;
  ranking.matrix = input.matrix;
  ranking.options = input.method;
  if (!compute (&ranking, &error))
    return sl_matrix_input_complain (&input, &error);
  sl_matrix_input_warn (&input);
  return sl_output_print_as (&printer, format, &ranking);
}
