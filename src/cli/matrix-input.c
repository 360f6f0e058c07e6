/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/matrix-input.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include "cli/csv-reader.h"
#include "cli/message.h"
#include "cli/requirements.h"
#include "cli/terminal.h"

/* Criteria that a warning names; of the others, how many. */
#define MAX_NAMED 3

/* ---- usage ---- */

/* Only with --matrix, and only without it. */
static const char *const matrix_options[] = { "normalisation", "v", NULL };
static const char *const decision_options[] = { "catalogue", "profile", "importance", "fact",
                                                "minimum",   "lock",    "board",      NULL };

/* A table of somebody's own among the arguments, by its name; NULL if there is none. */
static const char *
find_table (const SlOptions *options)
{
  for (guint i = 0; i < sl_options_count_arguments (options); i++) {
    if (g_str_has_suffix (options->arguments[i], ".csv"))
      return options->arguments[i];
  }

  return NULL;
}

gboolean
sl_matrix_check_usage (const SlCommand *self, const SlOptions *options)
{
  const char *stray;

  if (options->matrix == NULL) {
    stray = sl_options_find_given (options, matrix_options);
    if (stray != NULL)
      sl_complain_usage (self, _ ("--%s goes with --matrix"), stray);
    else if ((stray = find_table (options)) != NULL)
      sl_complain_usage (self, _ ("“%s” is a table, not a decision: say “--matrix %s”"), stray,
                         stray);
    return stray == NULL;
  }
  stray = sl_options_find_given (options, decision_options);
  if (stray != NULL)
    sl_complain_usage (self, _ ("--%s does not go with --matrix"), stray);
  else if (options->arguments != NULL)
    sl_complain_usage (self, _ ("a decision, “%s”, does not go with --matrix"),
                       options->arguments[0]);
  else
    return TRUE;
  return FALSE;
}

/* ---- options ---- */

static gboolean
parse_method (const SlCommand *command, const SlOptions *options, SlMethodOptions *method)
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

gboolean
sl_matrix_uses_scale (const SlMethodOptions *options)
{
  return options->normalisation == SL_NORMALISATION_FIXED && options->method != SL_METHOD_PROMETHEE;
}

/* How many criteria have the data's own scale. */
static guint
count_relative (const SlMatrix *matrix, const SlMethodOptions *options)
{
  guint n = 0;

  if (sl_matrix_uses_scale (options))
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
sl_matrix_input_warn (const SlMatrixInput *self)
{
  const SlMatrix *matrix = self->matrix;
  const SlMethodOptions *options = &self->method;
  guint relative = count_relative (matrix, options);
  guint beyond = sl_matrix_uses_scale (options) ? sl_matrix_count_beyond (matrix) : 0;

  if (relative > 0) {
    g_autofree char *names = name_relative (matrix, relative);

    sl_warn (
        /* Translators: a file and a list of criteria */
        _ ("%s: no #worst and #best for %s: the scale is relative, from the data’s own smallest "
           "to its largest number, so the scores depend on who else is in the file"),
        self->name, names);
  }
  if (beyond > 0)
    sl_warn (g_dngettext (GETTEXT_PACKAGE,
                          "%s: %u number lies beyond #worst or #best and counts as that end",
                          "%s: %u numbers lie beyond #worst or #best and count as that end",
                          beyond),
             self->name, beyond);
}

/* ---- the file ---- */

void
sl_matrix_input_clear (SlMatrixInput *self)
{
  g_clear_pointer (&self->matrix, sl_matrix_free);
}

static SlExit
read_matrix (SlMatrixInput *self, const SlOptions *options, guint max_alternatives)
{
  SlExit status = SL_EXIT_DONE;
  g_autoptr (GBytes) bytes = sl_read_input (options->matrix, &status);
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;

  if (bytes == NULL)
    return status;
  self->name = sl_get_input_name (options->matrix);
  self->matrix = sl_matrix_new (bytes, self->name, &error);
  if (self->matrix == NULL)
    return sl_complain_error (error);
  if (self->matrix->n_alternatives <= max_alternatives)
    return SL_EXIT_DONE;
  line = g_strdup_printf (_ ("%s: expected at most %u alternatives, found %u"), self->name,
                          max_alternatives, self->matrix->n_alternatives);
  sl_complain (line);
  return SL_EXIT_INPUT;
}

SlExit
sl_matrix_input_load (SlMatrixInput *self,
                      const SlCommand *command,
                      const SlOptions *options,
                      guint max_alternatives)
{
  if (!parse_method (command, options, &self->method))
    return SL_EXIT_USAGE;
  return read_matrix (self, options, max_alternatives);
}

SlExit
sl_matrix_input_complain (const SlMatrixInput *self, GError **error)
{
  sl_matrix_locate (self->matrix, self->name, error);
  return sl_complain_error (*error);
}
