/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "catalogue/json-input.h"
#include "cli/csv-reader.h"
#include "cli/matrix.h"
#include "cli/message.h"
#include "cli/output.h"
#include "cli/pairwise.h"
#include "cli/report-check.h"
#include "cli/requirements.h"
#include "cli/terminal.h"
#include "decision/ballot.h"

/* What is checked, and with what. */
typedef struct {
  const char *path;
  const char *name; /* how faults call it */
  SlCatalogue *catalogue;
  GBytes *bytes; /* NULL for a folder */
} Subject;

/* A kind of file: how to tell it, what to call it, whether it is valid. */
typedef struct {
  const char *prefix; /* of `format` in JSON, of the first cell in CSV */
  const char *title;
  gboolean (*check) (const Subject *self, GError **error);
} Kind;

/* ---- kinds ---- */

static gboolean
check_catalogue (const Subject *self, GError **error)
{
  /* What came through a pipe cannot be read again. */
  g_autoptr (SlCatalogue) catalogue =
      self->bytes != NULL ? sl_catalogue_new_for_bytes (self->bytes, self->name, error)
                          : sl_catalogue_new_for_path (self->path, error);

  return catalogue != NULL;
}

static gboolean
check_decision (const Subject *self, GError **error)
{
  g_autoptr (SlDecision) decision =
      sl_decision_new_for_bytes (self->catalogue, self->bytes, self->name, error);

  return decision != NULL;
}

static gboolean
check_ballot (const Subject *self, GError **error)
{
  g_autoptr (SlBallot) ballot =
      sl_ballot_new_for_bytes (self->catalogue, NULL, self->bytes, self->name, error);
  g_autofree char *move = ballot != NULL ? sl_ballot_describe_move (ballot) : NULL;

  if (move != NULL)
    /* Translators: a file, and a sentence about it */
    sl_warn (_ ("%s: %s"), self->name, move);
  return ballot != NULL;
}

static gboolean
check_report (const Subject *self, GError **error)
{
  return sl_cli_check_report (self->bytes, self->name, error);
}

static gboolean
check_matrix (const Subject *self, GError **error)
{
  g_autoptr (SlMatrix) matrix = sl_matrix_new (self->bytes, self->name, error);

  return matrix != NULL;
}

static gboolean
check_pairwise (const Subject *self, GError **error)
{
  g_autoptr (SlPairwise) pairwise = sl_pairwise_new (self->bytes, self->name, error);

  return pairwise != NULL;
}

static const Kind json_kinds[] = {
  { "decision-", N_ ("decision"), check_decision },
  { "ballot-", N_ ("ballot"), check_ballot },
  { "report-", N_ ("report"), check_report },
  { "criteria-", N_ ("catalogue"), check_catalogue },
  { "technologies-", N_ ("catalogue"), check_catalogue },
  { "patterns-", N_ ("catalogue"), check_catalogue },
  { "companions-", N_ ("catalogue"), check_catalogue },
  { "facts-", N_ ("catalogue"), check_catalogue },
  { "rules-", N_ ("catalogue"), check_catalogue },
  { "profiles-", N_ ("catalogue"), check_catalogue },
  { "observations-", N_ ("catalogue"), check_catalogue },
  { "sources-", N_ ("catalogue"), check_catalogue },
};

static const Kind csv_kinds[] = {
  { "alternative", N_ ("matrix"), check_matrix },
  { "criterion", N_ ("pairwise comparisons"), check_pairwise },
};

static const Kind folder_kind = { NULL, N_ ("catalogue"), check_catalogue };

/* ---- telling them apart ---- */

static gboolean
looks_like_json (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  /* JSON may not begin with a byte order mark, and the one who reads it says so. */
  gsize start = length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  for (gsize i = start; i < length; i++)
    if (strchr (" \t\r\n", data[i]) == NULL || data[i] == '\0')
      return data[i] == '{' || data[i] == '[';
  return FALSE;
}

static const Kind *
find_json_kind (const Subject *self, GError **error)
{
  g_autoptr (SlJsonInput) input = sl_json_input_new (self->bytes, self->name, error);
  const char *format;

  if (input == NULL)
    return NULL;
  format = sl_json_input_string_or (input, sl_json_input_get_root (input), "format", 100, "");
  for (gsize i = 0; i < G_N_ELEMENTS (json_kinds); i++)
    if (g_str_has_prefix (format, json_kinds[i].prefix))
      return &json_kinds[i];
  g_set_error (error, SL_INPUT_ERROR, SL_INPUT_ERROR_FORMAT,
               _ ("%s: format: expected that of a decision (decision-1), a ballot (ballot-1), a "
                  "report (report-1) or a part of a catalogue (criteria-1 and so on), found “%s”"),
               self->name, format);
  return NULL;
}

static const Kind *
find_csv_kind (const Subject *self, GError **error)
{
  g_autofree char *first = sl_csv_peek (self->bytes, self->name, error);
  g_autofree char *quote = NULL;

  if (first == NULL)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (csv_kinds); i++)
    if (g_ascii_strcasecmp (first, csv_kinds[i].prefix) == 0)
      return &csv_kinds[i];
  quote = sl_terminal_shorten (first, SL_CSV_MAX_QUOTED);
  g_set_error (error, SL_INPUT_ERROR, SL_INPUT_ERROR_FORMAT,
               _ ("%s: line 1: expected JSON, or CSV that begins with “alternative” (a matrix) or "
                  "“criterion” (pairwise comparisons), found “%s”"),
               self->name, quote);
  return NULL;
}

static const Kind *
find_kind (const Subject *self, GError **error)
{
  if (self->bytes == NULL)
    return &folder_kind;
  return looks_like_json (self->bytes) ? find_json_kind (self, error) : find_csv_kind (self, error);
}

/* ---- the command ---- */

static SlExit
check_file (SlCatalogue *catalogue, const char *path, GString *out)
{
  Subject subject = { .path = path, .name = sl_get_input_name (path), .catalogue = catalogue };
  SlExit status = SL_EXIT_DONE;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  g_autofree char *printable = NULL;
  const Kind *kind;

  if (!g_file_test (path, G_FILE_TEST_IS_DIR)) {
    bytes = sl_read_input (path, &status);
    if (bytes == NULL)
      return status;
    subject.bytes = bytes;
  }
  kind = find_kind (&subject, &error);
  if (kind == NULL || !kind->check (&subject, &error))
    return sl_complain_error (error);
  /* Translators: a file, and what it is: «a.csv: matrix, valid» */
  line = g_strdup_printf (_ ("%s: %s, valid"), subject.name, _ (kind->title));
  printable = sl_make_printable (line);
  g_string_append_printf (out, "%s\n", printable);
  return SL_EXIT_DONE;
}

static SlExit
run (const SlCommand *self, const SlOptions *options)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (SlCatalogue) catalogue = NULL;
  SlExit status = SL_EXIT_DONE;
  SlExit printed;

  if (options->arguments == NULL)
    return sl_complain_usage (self, _ ("expected a file to check"));
  catalogue = sl_options_load_catalogue (options, &status);
  if (catalogue == NULL)
    return status;
  for (gsize i = 0; options->arguments[i] != NULL; i++) {
    SlExit one = check_file (catalogue, options->arguments[i], out);

    status = MAX (status, one);
  }
  printed = sl_output_print (out->str, out->len);
  return MAX (status, printed);
}

static const char *const check_options[] = { "catalogue", NULL };

static const char *const check_examples[] = {
  "shortlist check payments.shortlist",
  N_ ("Whether a decision can be opened, or what is wrong with it and where."),
  "shortlist check our-catalogue laptops.csv report.json",
  N_ ("Several at once: a folder with a catalogue, a matrix and a report."),
  NULL,
};

const SlCommand sl_check_command = {
  .name = "check",
  .synopsis = "FILE…",
  .summary = N_ ("Say whether files are valid, or what is wrong and where"),
  .description =
      N_ ("Says what each file is and whether it is valid. Else it prints a line for each fault: "
          "the file, the place in it and what was expected, and the exit status is 1.\n\n"
          "It knows catalogues (a folder, or a file that extends the shipped one), decisions, "
          "ballots, reports, matrices and pairwise comparisons."),
  .options = check_options,
  .examples = check_examples,
  .run = run,
};
