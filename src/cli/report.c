/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "cli/language.h"
#include "cli/message.h"
#include "cli/output.h"
#include "cli/requirements.h"
#include "report/report.h"

static const char *const paper_ids[] = { "a4", "letter", NULL };

static const char *const *
list_format_ids (void)
{
  static const char *ids[SL_N_REPORT_FORMATS + 1];

  for (int i = 0; i < SL_N_REPORT_FORMATS; i++)
    ids[i] = sl_report_format_get_id ((SlReportFormat) i);
  return ids;
}

/* What the name of the output ends in, or what --format says. */
static gboolean
choose_format (const SlCommand *self, const SlOptions *options, SlReportFormat *format)
{
  const char *const *ids = list_format_ids ();
  g_autofree char *known = NULL;
  int chosen;

  if (options->format != NULL) {
    chosen = sl_options_choose (self, "format", options->format, ids, -1);
    *format = (SlReportFormat) chosen;
    return chosen != -1;
  }
  if (sl_report_format_from_path (options->output, format))
    return TRUE;
  known = g_strjoinv (", .", (char **) ids);
  if (strcmp (options->output, "-") == 0)
    sl_complain_usage (self, _ ("--output -: expected --format too, as in --format pdf"));
  else
    sl_complain_usage (self, _ ("--output: expected a name that ends in one of .%s, found “%s”"),
                       known, options->output);
  return FALSE;
}

static gboolean
parse_options (const SlCommand *self,
               const SlOptions *options,
               SlReportFormat *format,
               SlReportOptions *report)
{
  int paper = sl_options_choose (self, "paper", options->paper, paper_ids, 0);
  int board = sl_options_choose (self, "board", options->board, sl_list_board_ids (),
                                 SL_BOARD_TECHNOLOGIES);

  if (paper == -1 || board == -1)
    return FALSE;
  if (options->output == NULL || options->output[0] == '\0') {
    sl_complain_usage (self, _ ("expected --output with the file to write"));
    return FALSE;
  }
  if (options->locale != NULL && !sl_set_locale (options->locale)) {
    sl_complain_usage (self,
                       _ ("--locale: this system has no locale “%s” (“locale -a” lists them)"),
                       options->locale);
    return FALSE;
  }
  report->paper = (SlPaper) paper;
  report->board = (SlBoard) board;
  report->date = sl_report_date ();
  return choose_format (self, options, format);
}

static SlExit
run (const SlCommand *self, const SlOptions *options)
{
  SlReportFormat format = SL_REPORT_PDF;
  SlReportOptions report = { 0 };
  SlExit status = SL_EXIT_USAGE;
  g_autoptr (SlDecision) decision = NULL;
  g_autoptr (SlAnalysis) analysis = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (!parse_options (self, options, &format, &report))
    return SL_EXIT_USAGE;
  decision = sl_options_load_decision (self, options, &status);
  if (decision == NULL)
    return status;
  report.profile = sl_decision_get_profile (decision);
  if (options->arguments != NULL)
    report.prose = sl_decision_get_prose (decision);
  /* What was made up from options has no title of its own. */
  report.title = options->arguments == NULL && report.profile != NULL
                     ? report.profile->name
                     : sl_decision_get_title (decision);
  analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  bytes = sl_report_new (analysis, &report, format, NULL, &error);
  if (bytes == NULL)
    return sl_complain_error (error);
  return sl_output_save (options->output, bytes);
}

static const char *const report_options[] = {
  SL_REQUIREMENT_OPTIONS, "board", "output", "report-format", "paper", "locale", NULL
};

static const char *const report_examples[] = {
  "shortlist report payments.shortlist --output payments.pdf",
  N_ ("The report on a decision, on A4 paper."),
  "shortlist report --profile ai-saas --output report.json",
  N_ ("A report on a profile as it stands, for a program to read and “shortlist verify” to "
      "compute again."),
  "shortlist report payments.shortlist --output 0007-backend.md",
  N_ ("The decision record to keep beside the code."),
  NULL,
};

const SlCommand sl_report_command = {
  .name = "report",
  .synopsis = "[FILE] [OPTION]… --output FILE",
  .summary = N_ ("Write a report on a decision: PDF, HTML, Markdown, JSON, CSV, SVG or PNG"),
  .description =
      N_ ("Writes the report on a decision: the ranking, why it is so, what was ruled out, and "
          "where every figure comes from. Without a FILE it is on a new decision, made from the "
          "options.\n\n"
          "PDF and HTML say the same; Markdown is a decision record (MADR 4); JSON holds all that "
          "went in and came out; CSV has values, weights and scores; SVG and PNG are the "
          "chart.\n\n"
          "A file that was there before is replaced only when the new one is complete. Where "
          "SOURCE_DATE_EPOCH is set it is the date of the report, so that the same input gives "
          "the same file."),
  .options = report_options,
  .examples = report_examples,
  .run = run,
};
