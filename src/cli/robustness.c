/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/robustness.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include "cli/matrix-input.h"
#include "cli/message.h"
#include "cli/output.h"
#include "cli/requirements.h"
#include "cli/terminal.h"
#include "report/csv-writer.h"

#define MAX_THREADS 64

/* The measures, of a decision or of a matrix. Strings are borrowed. */
typedef struct {
  guint n;
  guint m;
  const char **ids;
  const char **names;
  const char **criteria;
  guint64 n_trials;
  SlRobustnessSettings settings;
  const double *acceptability; /* n x n */
  const double *central;       /* n x m */
  const double *factors;       /* n */
  const double *ranks;         /* n */
  const double *winning;       /* n x n */
} Measures;

static void
measures_init (Measures *self, guint n, guint m)
{
  self->n = n;
  self->m = m;
  self->ids = g_new (const char *, n);
  self->names = g_new (const char *, n);
  self->criteria = g_new (const char *, m);
}

static void
measures_clear (Measures *self)
{
  g_free (self->ids);
  g_free (self->names);
  g_free (self->criteria);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Measures, measures_clear)

/* ---- printing ---- */

static void
append_alternative (SlJsonWriter *json, const Measures *self, guint i)
{
  sl_json_writer_begin_object (json, NULL);
  sl_json_writer_add_text (json, "id", self->ids[i]);
  sl_json_writer_begin_array (json, "acceptability");
  for (guint r = 0; r < self->n; r++)
    sl_json_writer_add_number (json, NULL, self->acceptability[(gsize) i * self->n + r]);
  sl_json_writer_end_array (json);
  if (isnan (self->central[(gsize) i * self->m])) {
    sl_json_writer_add_text (json, "central_weights", NULL);
  } else {
    sl_json_writer_begin_object (json, "central_weights");
    for (guint j = 0; j < self->m; j++)
      sl_json_writer_add_number (json, self->criteria[j], self->central[(gsize) i * self->m + j]);
    sl_json_writer_end_object (json);
  }
  sl_json_writer_add_number (json, "confidence_factor", self->factors[i]);
  sl_json_writer_add_number (json, "expected_rank", self->ranks[i]);
  sl_json_writer_end_object (json);
}

static SlExit
print_json (gconstpointer result)
{
  const Measures *self = result;
  g_autoptr (SlJsonWriter) json = sl_json_writer_new ();

  sl_json_writer_begin_object (json, NULL);
  sl_json_writer_add_number (json, "samples", (double) self->n_trials);
  sl_json_writer_add_number (json, "seed", (double) self->settings.seed);
  sl_json_writer_add_text (json, "generator", SL_SMAA_GENERATOR);
  sl_json_writer_add_text (json, "weights", sl_weight_space_get_id (self->settings.space));
  if (self->settings.space == SL_WEIGHT_SPACE_AROUND)
    sl_json_writer_add_number (json, "confidence", self->settings.confidence);
  sl_json_writer_begin_array (json, "alternatives");
  for (guint i = 0; i < self->n; i++)
    append_alternative (json, self, i);
  sl_json_writer_end_array (json);
  sl_json_writer_begin_array (json, "pairwise_winning");
  for (guint i = 0; i < self->n; i++) {
    sl_json_writer_begin_array (json, NULL);
    for (guint k = 0; k < self->n; k++)
      sl_json_writer_add_number (json, NULL, self->winning[(gsize) i * self->n + k]);
    sl_json_writer_end_array (json);
  }
  sl_json_writer_end_array (json);
  sl_json_writer_end_object (json);
  return sl_output_print_json (json);
}

static SlExit
print_csv (gconstpointer result)
{
  const Measures *self = result;
  g_autoptr (GString) out = g_string_new (NULL);
  SlCsvWriter csv = { out, FALSE };

  sl_csv_writer_add_text (&csv, "alternative");
  sl_csv_writer_add_text (&csv, "expected_rank");
  sl_csv_writer_add_text (&csv, "confidence_factor");
  for (guint r = 1; r <= self->n; r++) {
    g_autofree char *title = g_strdup_printf ("rank:%u", r);

    sl_csv_writer_add_text (&csv, title);
  }
  sl_csv_writer_end_row (&csv);
  for (guint i = 0; i < self->n; i++) {
    sl_csv_writer_add_text (&csv, self->ids[i]);
    sl_csv_writer_add_number (&csv, self->ranks[i]);
    if (isnan (self->factors[i]))
      sl_csv_writer_add_text (&csv, "");
    else
      sl_csv_writer_add_number (&csv, self->factors[i]);
    for (guint r = 0; r < self->n; r++)
      sl_csv_writer_add_number (&csv, self->acceptability[(gsize) i * self->n + r]);
    sl_csv_writer_end_row (&csv);
  }
  return sl_output_print (out->str, out->len);
}

static void
add_row (SlTextTable *table, const Measures *self, guint i)
{
  double first = self->acceptability[(gsize) i * self->n];

  sl_text_table_add_cell (table, self->names[i]);
  sl_text_table_add_number (table, 1, 100 * first);
  sl_text_table_add_number (table, 1, 196 * sl_smaa_standard_error (first, self->n_trials));
  sl_text_table_add_number (table, 1, self->ranks[i]);
  if (isnan (self->factors[i]))
    sl_text_table_add_cell (table, "–");
  else
    sl_text_table_add_number (table, 1, 100 * self->factors[i]);
}

static SlExit
print_table (gconstpointer result)
{
  const Measures *self = result;
  g_autoptr (SlTextTable) table = sl_text_table_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  guint width = sl_terminal_get_width ();
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, self->settings.seed);
  g_autofree char *about = NULL;

  sl_text_table_add_column (table, SL_COLUMN_SHRINK, _ ("Alternative"));
  sl_text_table_add_column (table, SL_COLUMN_NUMBER, _ ("First, %"));
  sl_text_table_add_column (table, SL_COLUMN_NUMBER, "±");
  sl_text_table_add_column (table, SL_COLUMN_NUMBER, _ ("Mean rank"));
  sl_text_table_add_column (table, SL_COLUMN_NUMBER, _ ("Confidence, %"));
  for (guint i = 0; i < self->n; i++)
    add_row (table, self, i);
  sl_text_table_append_to (table, width, out);
  about = g_strdup_printf (
      /* Translators: a number of trials, and the seed of the random numbers. */
      _ ("%1$'u trials, seed %2$s. First: how often it is, within ± in 95 of 100 "
         "cases. Confidence: how often it is with the weights that suit it best."),
      (guint) self->n_trials, seed);
  g_string_append_c (out, '\n');
  sl_terminal_append_wrapped (out, about, 0, 0, width);
  return sl_output_print (out->str, out->len);
}

static const SlPrinter printer = { print_table, print_json, print_csv };

/* ---- options ---- */

/* What the options say goes over what is there. */
static gboolean
parse_settings (const SlCommand *command,
                const SlOptions *options,
                SlRobustnessSettings *settings,
                guint *n_threads)
{
  static const char *const spaces[] = { "around", "ordinal", "any", NULL };
  int space =
      sl_options_choose (command, "weights", options->weights, spaces, (int) settings->space);
  guint64 samples = settings->samples, threads = 0;

  if (space == -1)
    return FALSE;
  settings->space = (SlWeightSpace) space;
  if (options->samples != NULL &&
      !sl_options_parse_whole (command, "--samples", options->samples, 1, SL_SAMPLES_MAX, &samples))
    return FALSE;
  settings->samples = (guint) samples;
  if (options->seed != NULL &&
      !sl_options_parse_whole (command, "--seed", options->seed, 0, SL_SEED_MAX, &settings->seed))
    return FALSE;
  if (options->confidence != NULL &&
      !sl_options_parse_number (command, "--confidence", options->confidence, SL_CONFIDENCE_MIN,
                                SL_CONFIDENCE_MAX, &settings->confidence))
    return FALSE;
  if (options->threads != NULL &&
      !sl_options_parse_whole (command, "--threads", options->threads, 1, MAX_THREADS, &threads))
    return FALSE;
  *n_threads = (guint) threads;
  return TRUE;
}

/* ---- of a decision ---- */

static SlExit
run_decision (const SlCommand *command, const SlOptions *options, SlPrintFormat format)
{
  SlExit status = SL_EXIT_DONE;
  SlBoard board;
  g_autoptr (SlDecision) decision = NULL;
  g_autoptr (SlAnalysis) analysis = NULL;
  g_autoptr (SlRobustness) robustness = NULL;
  g_auto (Measures) measures = { 0 };
  SlRobustnessSettings settings;
  const SlRanking *ranking;
  guint n_threads;

  decision = sl_options_load_board (command, options, &board, &status);
  if (decision == NULL)
    return status;
  settings = sl_decision_get_requirements (decision)->robustness;
  if (!parse_settings (command, options, &settings, &n_threads))
    return SL_EXIT_USAGE;
  sl_decision_set_robustness (decision, &settings);
  analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  ranking = sl_analysis_get_ranking (analysis, board);
  robustness = sl_robustness_new (analysis, board, n_threads, NULL);
  if (robustness == NULL)
    return sl_complain_nobody ();

  measures_init (&measures, robustness->n, robustness->n_criteria);
  measures.n_trials = robustness->n_trials;
  measures.settings = settings;
  measures.acceptability = robustness->acceptability;
  measures.central = robustness->central_weights;
  measures.factors = robustness->confidence_factors;
  measures.ranks = robustness->expected_ranks;
  measures.winning = robustness->pairwise_winning;
  for (guint i = 0; i < measures.n; i++) {
    measures.ids[i] = ranking->entries[i].id;
    measures.names[i] = ranking->entries[i].name;
  }
  for (guint j = 0; j < measures.m; j++)
    measures.criteria[j] = ranking->criteria[j]->id;
  return sl_output_print_as (&printer, format, &measures);
}

/* ---- of a matrix ---- */

/* Trials of `smaa`, read into arrays that `measures` refers to. */
static SlExit
sample (SlSmaa *smaa,
        const SlMatrix *matrix,
        Measures *measures,
        guint n_threads,
        SlPrintFormat format)
{
  gsize n = matrix->n_alternatives, m = matrix->n_criteria;
  g_autoptr (SlSmaaTally) tally = sl_smaa_tally_new (smaa);
  g_autofree double *acceptability = g_new (double, n *n);
  g_autofree double *winning = g_new (double, n *n);
  g_autofree double *central = g_new (double, n *m);
  g_autofree double *ranks = g_new (double, n);
  g_autofree double *factors = g_new (double, n);
  g_autofree guint64 *firsts = g_new0 (guint64, n);

  sl_smaa_run_threads (smaa, 0, measures->settings.samples, n_threads, tally, NULL);
  sl_smaa_tally_get_acceptability (tally, acceptability);
  sl_smaa_tally_get_pairwise_winning (tally, winning);
  sl_smaa_tally_get_central_weights (tally, central);
  sl_smaa_tally_get_expected_ranks (tally, ranks);
  sl_smaa_run_confidence_threads (smaa, central, 0, measures->settings.samples, n_threads, firsts,
                                  NULL);
  for (gsize i = 0; i < n; i++)
    factors[i] =
        isnan (central[i * m]) ? NAN : (double) firsts[i] / (double) measures->settings.samples;
  measures->n_trials = sl_smaa_tally_get_n_trials (tally);
  measures->acceptability = acceptability;
  measures->winning = winning;
  measures->central = central;
  measures->ranks = ranks;
  measures->factors = factors;
  return sl_output_print_as (&printer, format, measures);
}

static SlSmaa *
prepare (const SlMatrix *matrix,
         const SlMethodOptions *method,
         const SlRobustnessSettings *settings,
         GError **error)
{
  gboolean uncertain = sl_matrix_is_uncertain (matrix);
  g_autofree SlScale *scales = uncertain ? sl_matrix_fix_scales (matrix) : NULL;
  SlUncertainValues values = {
    .n_rows = matrix->n_alternatives,
    .low = matrix->lows,
    .mode = matrix->modes,
    .high = matrix->highs,
    .minimum = -INFINITY,
    .maximum = INFINITY,
  };
  SlSmaaProblem problem = {
    .problem = sl_matrix_get_problem (matrix),
    .options = *method,
    .values = uncertain ? &values : NULL,
    .space = settings->space,
    .concentration = settings->confidence,
    .seed = settings->seed,
  };

  if (scales != NULL)
    problem.problem.scales = scales;
  return sl_smaa_new (&problem, error);
}

/* So many fit in memory: every pair is counted. */
#define MAX_ALTERNATIVES 4000

static SlExit
run_matrix (const SlCommand *command, const SlOptions *options, SlPrintFormat format)
{
  g_auto (SlMatrixInput) input = { 0 };
  g_auto (Measures) measures = { 0 };
  g_autoptr (SlSmaa) smaa = NULL;
  g_autoptr (GError) error = NULL;
  SlExit status;
  guint n_threads;

  measures.settings = SL_ROBUSTNESS_SETTINGS_DEFAULT;
  if (!parse_settings (command, options, &measures.settings, &n_threads))
    return SL_EXIT_USAGE;
  status = sl_matrix_input_load (&input, command, options, MAX_ALTERNATIVES);
  if (status != SL_EXIT_DONE)
    return status;
  smaa = prepare (input.matrix, &input.method, &measures.settings, &error);
  if (smaa == NULL)
    return sl_matrix_input_complain (&input, &error);
  sl_matrix_input_warn (&input);
  measures_init (&measures, input.matrix->n_alternatives, input.matrix->n_criteria);
  for (guint i = 0; i < measures.n; i++)
    measures.ids[i] = measures.names[i] = input.matrix->alternatives[i];
  for (guint j = 0; j < measures.m; j++)
    measures.criteria[j] = input.matrix->criteria[j];
  return sample (smaa, input.matrix, &measures, n_threads, format);
}

/* ---- the command ---- */

static SlExit
run (const SlCommand *self, const SlOptions *options)
{
  SlPrintFormat format;

  if (!sl_output_parse_format (self, options, &format) || !sl_matrix_check_usage (self, options))
    return SL_EXIT_USAGE;
  return options->matrix != NULL ? run_matrix (self, options, format)
                                 : run_decision (self, options, format);
}

static const char *const robustness_options[] = { SL_REQUIREMENT_OPTIONS,
                                                  "board",
                                                  "matrix",
                                                  "normalisation",
                                                  "v",
                                                  "samples",
                                                  "seed",
                                                  "weights",
                                                  "confidence",
                                                  "threads",
                                                  "format",
                                                  NULL };

static const char *const robustness_examples[] = {
  "shortlist robustness --profile ai-saas",
  N_ ("How often each technology is first if the sliders and the values are somewhat wrong."),
  "shortlist robustness payments.shortlist --weights any --samples 100000",
  N_ ("The same for a decision that was saved, whatever matters."),
  "shortlist robustness --matrix laptops.csv --format json",
  N_ ("A table of your own, for a program to read."),
  NULL,
};

const SlCommand sl_robustness_command = {
  .name = "robustness",
  .synopsis = "[FILE] [OPTION]…\n"
              "--matrix FILE [OPTION]…",
  .summary = N_ ("Say how sure one may be of a ranking"),
  .description =
      N_ ("Draws weights and values at random from what they may be, many times, and counts how "
          "often each alternative takes each place (SMAA-2). The same seed gives the same digits "
          "on every machine and with any number of threads.\n\n"
          "Values are drawn between their low and high ends; in a matrix, cells may be "
          "low|mode|high."),
  .options = robustness_options,
  .examples = robustness_examples,
  .run = run,
};
