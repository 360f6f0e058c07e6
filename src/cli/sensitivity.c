/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/certainty.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include "cli/matrix-input.h"
#include "cli/message.h"
#include "cli/output.h"
#include "cli/requirements.h"
#include "cli/terminal.h"
#include "report/csv-writer.h"

typedef struct {
  double weight;
  double low, high;
  int low_challenger, high_challenger; /* alternatives, maybe excluded today; or -1 */
} Interval;

/* What it takes, of a decision or of a matrix. Strings are borrowed; alternative `winner` is first.
 */
typedef struct {
  guint n;
  guint m;
  guint winner;
  const char **ids;
  const char **names;
  const char **criteria;
  const char **criterion_names;
  Interval *intervals;            /* m */
  const SlChallenge **challenges; /* n; NULL for the winner, and if the method is not linear */
  gboolean approximate;
} Findings;

/* `n_named` >= n have a name. */
static void
findings_init (Findings *self, guint n, guint n_named, guint m)
{
  self->n = n;
  self->m = m;
  self->ids = g_new (const char *, n_named);
  self->names = g_new (const char *, n_named);
  self->criteria = g_new (const char *, m);
  self->criterion_names = g_new (const char *, m);
  self->intervals = g_new0 (Interval, m);
  self->challenges = g_new0 (const SlChallenge *, n);
}

static void
findings_clear (Findings *self)
{
  g_free (self->ids);
  g_free (self->names);
  g_free (self->criteria);
  g_free (self->criterion_names);
  g_free (self->intervals);
  g_free (self->challenges);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Findings, findings_clear)

/* ---- JSON ---- */

static const char *
get_id (const Findings *self, int alternative)
{
  return alternative >= 0 ? self->ids[alternative] : NULL;
}

static void
append_intervals (SlJsonWriter *json, const Findings *self)
{
  sl_json_writer_begin_object (json, "intervals");
  for (guint j = 0; j < self->m; j++) {
    const Interval *interval = &self->intervals[j];

    sl_json_writer_begin_object (json, self->criteria[j]);
    sl_json_writer_add_number (json, "weight", interval->weight);
    sl_json_writer_add_number (json, "low", interval->low);
    sl_json_writer_add_number (json, "high", interval->high);
    sl_json_writer_add_text (json, "low_challenger", get_id (self, interval->low_challenger));
    sl_json_writer_add_text (json, "high_challenger", get_id (self, interval->high_challenger));
    sl_json_writer_end_object (json);
  }
  sl_json_writer_end_object (json);
}

static void
append_changes (SlJsonWriter *json,
                const char *member,
                const Findings *self,
                const SlWeightChange *changes,
                gsize n)
{
  sl_json_writer_begin_array (json, member);
  for (gsize k = 0; k < n; k++) {
    sl_json_writer_begin_object (json, NULL);
    sl_json_writer_add_text (json, "criterion", self->criteria[changes[k].criterion]);
    sl_json_writer_add_number (json, "weight_now", changes[k].now);
    sl_json_writer_add_number (json, "weight_needed", changes[k].needed);
    sl_json_writer_end_object (json);
  }
  sl_json_writer_end_array (json);
}

static void
append_smallest_change (SlJsonWriter *json, const Findings *self, const SlChallenge *challenge)
{
  if (challenge->weights == NULL) {
    sl_json_writer_add_text (json, "smallest_change", NULL);
    return;
  }
  sl_json_writer_begin_object (json, "smallest_change");
  sl_json_writer_begin_object (json, "weights");
  for (guint j = 0; j < self->m; j++)
    sl_json_writer_add_number (json, self->criteria[j], challenge->weights[j]);
  sl_json_writer_end_object (json);
  sl_json_writer_add_number (json, "distance", challenge->distance);
  sl_json_writer_end_object (json);
}

static void
append_mixture (SlJsonWriter *json, const Findings *self, const SlChallenge *challenge)
{
  if (challenge->mixture == NULL) {
    sl_json_writer_add_text (json, "mixture", NULL);
    return;
  }
  sl_json_writer_begin_object (json, "mixture");
  for (guint i = 0; i < self->n; i++) {
    if (challenge->mixture[i] > 0)
      sl_json_writer_add_number (json, self->ids[i], challenge->mixture[i]);
  }
  sl_json_writer_end_object (json);
}

static SlExit
print_json (gconstpointer result)
{
  const Findings *self = result;
  g_autoptr (SlJsonWriter) json = sl_json_writer_new ();

  sl_json_writer_begin_object (json, NULL);
  sl_json_writer_add_text (json, "winner", self->ids[self->winner]);
  sl_json_writer_add_boolean (json, "approximate", self->approximate);
  append_intervals (json, self);
  sl_json_writer_begin_array (json, "challengers");
  for (guint i = 0; i < self->n; i++) {
    const SlChallenge *challenge = self->challenges[i];

    if (challenge == NULL)
      continue;
    sl_json_writer_begin_object (json, NULL);
    sl_json_writer_add_text (json, "id", self->ids[i]);
    append_changes (json, "single", self, challenge->singles, challenge->n_singles);
    append_changes (json, "pair", self, challenge->pair, challenge->n_pair);
    append_smallest_change (json, self, challenge);
    sl_json_writer_add_number (json, "best_margin", challenge->best_margin);
    append_mixture (json, self, challenge);
    sl_json_writer_end_object (json);
  }
  sl_json_writer_end_array (json);
  sl_json_writer_end_object (json);
  return sl_output_print_json (json);
}

/* ---- CSV ---- */

static SlExit
print_csv (gconstpointer result)
{
  const Findings *self = result;
  static const char *const titles[] = { "criterion", "weight",         "low",
                                        "high",      "low_challenger", "high_challenger" };
  g_autoptr (GString) out = g_string_new (NULL);
  SlCsvWriter csv = { out, FALSE };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    sl_csv_writer_add_text (&csv, titles[i]);
  sl_csv_writer_end_row (&csv);
  for (guint j = 0; j < self->m; j++) {
    const Interval *interval = &self->intervals[j];

    sl_csv_writer_add_text (&csv, self->criteria[j]);
    sl_csv_writer_add_number (&csv, interval->weight);
    sl_csv_writer_add_number (&csv, interval->low);
    sl_csv_writer_add_number (&csv, interval->high);
    sl_csv_writer_add_text (
        &csv, interval->low_challenger >= 0 ? self->ids[interval->low_challenger] : "");
    sl_csv_writer_add_text (
        &csv, interval->high_challenger >= 0 ? self->ids[interval->high_challenger] : "");
    sl_csv_writer_end_row (&csv);
  }
  return sl_output_print (out->str, out->len);
}

/* ---- table ---- */

static void
add_end (SlTextTable *table, const Findings *self, double share, int challenger)
{
  if (challenger >= 0)
    sl_text_table_add_number (table, 1, 100 * share);
  else
    sl_text_table_add_cell (table, "–");
  sl_text_table_add_cell (table, challenger >= 0 ? self->names[challenger] : "");
}

static void
append_stability (const Findings *self, GString *out, guint width)
{
  g_autoptr (SlTextTable) table = sl_text_table_new ();

  sl_text_table_add_column (table, SL_COLUMN_SHRINK, _ ("Criterion"));
  sl_text_table_add_column (table, SL_COLUMN_NUMBER, _ ("Weight, %"));
  sl_text_table_add_column (table, SL_COLUMN_NUMBER, _ ("Below"));
  sl_text_table_add_column (table, SL_COLUMN_SHRINK, _ ("leads"));
  sl_text_table_add_column (table, SL_COLUMN_NUMBER, _ ("Above"));
  sl_text_table_add_column (table, SL_COLUMN_SHRINK, _ ("leads"));
  for (guint j = 0; j < self->m; j++) {
    const Interval *interval = &self->intervals[j];

    sl_text_table_add_cell (table, self->criterion_names[j]);
    sl_text_table_add_number (table, 1, 100 * interval->weight);
    add_end (table, self, interval->low, interval->low_challenger);
    add_end (table, self, interval->high, interval->high_challenger);
  }
  sl_text_table_append_to (table, width, out);
}

static void
append_least_changes (const Findings *self, GString *out, guint width)
{
  g_autoptr (SlTextTable) table = sl_text_table_new ();

  sl_text_table_add_column (table, SL_COLUMN_SHRINK, _ ("To be first"));
  sl_text_table_add_column (table, SL_COLUMN_NUMBER, _ ("Weight to move, points"));
  sl_text_table_add_column (table, SL_COLUMN_NUMBER, _ ("One weight alone, %"));
  sl_text_table_add_column (table, SL_COLUMN_SHRINK, _ ("Which"));
  for (guint i = 0; i < self->n; i++) {
    const SlChallenge *challenge = self->challenges[i];

    if (challenge == NULL)
      continue;
    sl_text_table_add_cell (table, self->names[i]);
    if (challenge->weights != NULL)
      sl_text_table_add_number (table, 1, 100 * challenge->distance / 2);
    else
      /* Translators: no weights put an alternative first. */
      sl_text_table_add_cell (table, _ ("never"));
    if (challenge->n_singles > 0)
      sl_text_table_add_number (table, 1, 100 * challenge->singles[0].needed);
    else
      sl_text_table_add_cell (table, "–");
    sl_text_table_add_cell (table, challenge->n_singles > 0
                                       ? self->criterion_names[challenge->singles[0].criterion]
                                       : "");
  }
  g_string_append_c (out, '\n');
  sl_text_table_append_to (table, width, out);
}

static SlExit
print_table (gconstpointer result)
{
  const Findings *self = result;
  g_autoptr (GString) out = g_string_new (NULL);
  guint width = sl_terminal_get_width ();
  g_autofree char *headline = g_strdup_printf (
      /* Translators: %s is an alternative. */
      self->approximate ? _ ("Where %s stays first as one weight changes (approximate):")
                        : _ ("Where %s stays first as one weight changes:"),
      self->names[self->winner]);
  g_autofree char *printable = sl_make_printable (headline);

  sl_terminal_append_wrapped (out, printable, 0, 0, width);
  g_string_append_c (out, '\n');
  append_stability (self, out, width);
  if (!self->approximate && self->n > 1)
    append_least_changes (self, out, width);
  return sl_output_print (out->str, out->len);
}

static const SlPrinter printer = { print_table, print_json, print_csv };

/* ---- of a decision ---- */

static int
index_of (const SlRanking *ranking, const SlEntry *entry)
{
  return entry != NULL ? (int) (entry - ranking->entries) : -1;
}

static void
take_ranking (Findings *self,
              const SlRanking *ranking,
              const SlBands *bands,
              const SlSensitivity *sensitivity)
{
  /* One who takes over may be excluded today. */
  findings_init (self, ranking->n_ranked, ranking->n_entries, ranking->n_criteria);
  self->approximate = bands->approximate;
  for (guint i = 0; i < ranking->n_entries; i++) {
    self->ids[i] = ranking->entries[i].id;
    self->names[i] = ranking->entries[i].name;
  }
  for (guint j = 0; j < self->m; j++) {
    const SlStability *stability = &bands->criteria[j];

    self->criteria[j] = ranking->criteria[j]->id;
    self->criterion_names[j] = ranking->criteria[j]->name;
    self->intervals[j] = (Interval) { stability->weight, stability->low, stability->high,
                                      index_of (ranking, stability->low_challenger),
                                      index_of (ranking, stability->high_challenger) };
  }
  for (guint i = 0; i < sensitivity->n_challengers; i++)
    self->challenges[index_of (ranking, sensitivity->challengers[i].entry)] =
        sensitivity->challengers[i].challenge;
}

static SlExit
run_decision (const SlCommand *command, const SlOptions *options, SlPrintFormat format)
{
  SlExit status = SL_EXIT_DONE;
  SlBoard board;
  g_autoptr (SlDecision) decision = NULL;
  g_autoptr (SlAnalysis) ranked = NULL;
  g_autoptr (SlAnalysis) analysis = NULL;
  g_autoptr (SlSensitivity) sensitivity = NULL;
  g_auto (Findings) findings = { 0 };

  decision = sl_options_load_board (command, options, &board, &status);
  if (decision == NULL)
    return status;
  ranked = sl_analysis_new (sl_decision_get_requirements (decision));
  sensitivity = sl_sensitivity_new (ranked, board, NULL);
  if (sensitivity == NULL)
    return sl_complain_nobody ();
  analysis = sl_analysis_with_sensitivity (ranked, sensitivity);
  take_ranking (&findings, sl_analysis_get_ranking (analysis, board),
                sl_analysis_get_bands (analysis, board), sensitivity);
  return sl_output_print_as (&printer, format, &findings);
}

/* ---- of a matrix ---- */

typedef struct {
  const SlMatrix *matrix;
  SlProblem problem;
  SlMethodOptions method;
  SlEvaluation *evaluation;
  double *weights;
  double *values; /* of the linear model; NULL if there is none */
  GPtrArray *challenges;
} Study;

static void
study_clear (Study *self)
{
  g_clear_pointer (&self->evaluation, sl_evaluation_free);
  g_free (self->weights);
  g_free (self->values);
  g_clear_pointer (&self->challenges, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Study, study_clear)

static gboolean
study_init (Study *self, const SlMatrix *matrix, const SlMethodOptions *method, GError **error)
{
  gsize n = matrix->n_alternatives, m = matrix->n_criteria;

  self->matrix = matrix;
  self->method = *method;
  self->problem = sl_matrix_get_problem (matrix);
  self->evaluation = sl_evaluation_new ();
  if (!sl_evaluate (&self->problem, &self->method, self->evaluation, error))
    return FALSE;
  self->weights = g_new (double, m);
  for (gsize j = 0; j < m; j++)
    self->weights[j] = matrix->weights != NULL ? matrix->weights[j] : 1;
  sl_weights_normalise (self->weights, m, self->weights);
  self->problem.weights = self->weights;
  self->challenges = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_challenge_free);
  if (!sl_method_is_linear (method->method))
    return TRUE;
  self->values = g_new (double, n *m);
  return sl_linear_values (&self->problem, &self->method, self->values, error);
}

static gboolean
find_intervals (Study *self, Findings *findings, GError **error)
{
  gsize m = self->matrix->n_criteria;
  g_autofree gboolean *raised = g_new0 (gboolean, m);
  g_autofree gboolean *lowered = g_new0 (gboolean, m);
  SlWeightPath path = { .raised = raised, .lowered = lowered };
  SlLinearModel model = { self->matrix->n_alternatives, m, self->values, self->weights, NULL };

  for (gsize j = 0; j < m; j++) {
    SlStabilityInterval found;

    for (gsize k = 0; k < m; k++) {
      raised[k] = k == j;
      lowered[k] = k != j;
    }
    if (self->values != NULL)
      sl_stability_interval (&model, findings->winner, &path, &found);
    else if (!sl_stability_interval_approximate (&self->problem, &self->method, NULL,
                                                 findings->winner, &path, &found, error))
      return FALSE;
    findings->intervals[j] = (Interval) {
      found.now,
      found.low,
      MIN (found.high, 1),
      found.low_challenger != SL_NOBODY ? (int) found.low_challenger : -1,
      found.high_challenger != SL_NOBODY ? (int) found.high_challenger : -1,
    };
  }
  return TRUE;
}

static void
find_challenges (Study *self, Findings *findings)
{
  SlLinearModel model = { self->matrix->n_alternatives, self->matrix->n_criteria, self->values,
                          self->weights, NULL };

  if (self->values == NULL)
    return;
  for (guint i = 0; i < findings->n; i++) {
    SlChallenge *challenge;

    if (i == findings->winner)
      continue;
    challenge = sl_challenge_new (&model, i);
    g_ptr_array_add (self->challenges, challenge);
    findings->challenges[i] = challenge;
  }
}

static gboolean
study (Study *self, Findings *findings, GError **error)
{
  const SlMatrix *matrix = self->matrix;
  const unsigned *ranks = sl_evaluation_get_ranks (self->evaluation);

  findings_init (findings, matrix->n_alternatives, matrix->n_alternatives, matrix->n_criteria);
  findings->approximate = self->values == NULL;
  while (ranks[findings->winner] != 1)
    findings->winner++;
  for (guint i = 0; i < findings->n; i++)
    findings->ids[i] = findings->names[i] = matrix->alternatives[i];
  for (guint j = 0; j < findings->m; j++)
    findings->criteria[j] = findings->criterion_names[j] = matrix->criteria[j];
  if (!find_intervals (self, findings, error))
    return FALSE;
  find_challenges (self, findings);
  return TRUE;
}

/* So many linear programs of so many rows are done in a minute or so. */
#define MAX_ALTERNATIVES 1000

static SlExit
run_matrix (const SlCommand *command, const SlOptions *options, SlPrintFormat format)
{
  g_auto (SlMatrixInput) input = { 0 };
  g_auto (Study) work = { 0 };
  g_auto (Findings) findings = { 0 };
  g_autoptr (GError) error = NULL;
  SlExit status = sl_matrix_input_load (&input, command, options, MAX_ALTERNATIVES);

  if (status != SL_EXIT_DONE)
    return status;
  if (!study_init (&work, input.matrix, &input.method, &error) || !study (&work, &findings, &error))
    return sl_matrix_input_complain (&input, &error);
  sl_matrix_input_warn (&input);
  return sl_output_print_as (&printer, format, &findings);
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

static const char *const sensitivity_options[] = {
  SL_REQUIREMENT_OPTIONS, "board", "matrix", "normalisation", "v", "format", NULL
};

static const char *const sensitivity_examples[] = {
  "shortlist sensitivity --profile ai-saas",
  N_ ("How far each weight may change before another technology leads, and which."),
  "shortlist sensitivity payments.shortlist --board pairings --format json",
  N_ ("All that would put another pairing first in a decision that was saved."),
  "shortlist sensitivity --matrix laptops.csv",
  N_ ("The same for a table of your own."),
  NULL,
};

const SlCommand sl_sensitivity_command = {
  .name = "sensitivity",
  .synopsis = "[FILE] [OPTION]…\n"
              "--matrix FILE [OPTION]…",
  .summary = N_ ("Say what would change who is first"),
  .description =
      N_ ("Between which weights of each criterion the first stays first, with all other weights "
          "giving way in proportion, and who leads beyond; and for everyone else the smallest "
          "change of the weights that puts it first, or that none does.\n\n"
          "Exact for the additive value, the geometric mean and PROMETHEE; for the other methods "
          "the intervals are found by bracketing and the rest is left out."),
  .options = sensitivity_options,
  .examples = sensitivity_examples,
  .run = run,
};
