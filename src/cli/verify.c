/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "cli/language.h"
#include "cli/message.h"
#include "cli/output.h"
#include "cli/requirements.h"
#include "report/verify.h"

/* The sentences of a report are those of its language and its decimal sign. */
static void
speak_as (const SlReportOrigin *origin)
{
  if (origin->messages[0] == '\0')
    return;
  sl_set_locales (origin->messages, origin->numeric, origin->language);
}

static SlExit
print_same (const char *name, const SlVerification *verification)
{
  g_autofree char *line = NULL;
  g_autofree char *printable = NULL;
  g_autofree char *whole = NULL;

  line = g_strdup_printf (
      /* Translators: a file, and how many figures and texts in it were compared */
      g_dngettext (GETTEXT_PACKAGE, "%1$s: %2$u value, the same when computed again",
                   "%1$s: %2$u values, all the same when computed again", verification->n_compared),
      name, verification->n_compared);
  printable = sl_make_printable (line);
  whole = g_strconcat (printable, "\n", NULL);
  return sl_output_print (whole, strlen (whole));
}

static SlExit
complain_difference (const char *name, const SlVerification *verification)
{
  g_autofree char *line = g_strdup_printf ("%s: %s", name, verification->difference);

  sl_complain (line);
  if (verification->other_catalogue)
    sl_warn (
        _ ("nothing was compared; --catalogue PATH says where the catalogue of the report is"));
  return SL_EXIT_DIFFERENT;
}

static SlExit
run (const SlCommand *self, const SlOptions *options)
{
  SlExit status = SL_EXIT_DONE;
  g_auto (SlReportOrigin) origin = { 0 };
  g_auto (SlVerification) verification = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SlCatalogue) catalogue = NULL;
  g_autoptr (GError) error = NULL;
  const char *name;

  if (sl_options_count_arguments (options) != 1)
    return sl_complain_usage (self, _ ("expected one report to verify"));
  name = sl_get_input_name (options->arguments[0]);
  bytes = sl_read_input (options->arguments[0], &status);
  if (bytes == NULL)
    return status;
  if (!sl_report_read_origin (bytes, name, &origin, &error))
    return sl_complain_error (error);
  speak_as (&origin);
  catalogue = sl_options_load_catalogue (options, &status);
  if (catalogue == NULL)
    return status;
  if (!sl_report_verify (catalogue, bytes, name, &verification, &error))
    return sl_complain_error (error);
  if (verification.difference != NULL)
    return complain_difference (name, &verification);
  if (verification.other_language)
    /* Translators: a file and the code of a language */
    sl_warn (_ ("%s: its names and sentences are in a language that is not installed (%s), and "
                "were not compared"),
             name, origin.language);
  if (verification.missing != NULL)
    /* Translators: a file, and names of members of a JSON file */
    sl_warn (_ ("%s: it lacks what reports have by now, as those of an earlier version do, so that "
                "this was not compared: %s"),
             name, verification.missing);
  return print_same (name, &verification);
}

static const char *const verify_options[] = { "catalogue", NULL };

static const char *const verify_examples[] = {
  "shortlist verify report.json",
  N_ ("Whether the figures in a report are those that its inputs give."),
  NULL,
};

const SlCommand sl_verify_command = {
  .name = "verify",
  .synopsis = "REPORT.json",
  .summary = N_ ("Compute a JSON report again and compare"),
  .description =
      N_ ("Computes everything in a JSON report again, from the inputs that it holds, and compares "
          "every figure and text; figures have to agree in nine digits.\n\n"
          "The exit status is 0 if all is the same; 4 if not, with a line that names the first "
          "difference: the place, what the report says and what was computed; and 1 if the file "
          "is no report. A report made with another catalogue differs by that; --catalogue says "
          "which one to use."),
  .options = verify_options,
  .examples = verify_examples,
  .run = run,
};
