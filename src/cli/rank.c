/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/rank.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include "cli/matrix-input.h"
#include "cli/message.h"
#include "cli/requirements.h"

static gboolean
parse_top (const SlCommand *self, const SlOptions *options, guint *top)
{
  double number = SL_MATRIX_MAX_ALTERNATIVES;

  if (options->top != NULL && !sl_options_parse_number (self, "--top", options->top, 1,
                                                        SL_MATRIX_MAX_ALTERNATIVES, &number))
    return FALSE;
  if (number > floor (number)) {
    sl_complain_usage (self, _ ("--top: expected a whole number, found “%s”"), options->top);
    return FALSE;
  }
  *top = (guint) number;
  return TRUE;
}

static SlExit
run (const SlCommand *self, const SlOptions *options)
{
  SlPrintFormat format;
  guint top;

  if (!sl_output_parse_format (self, options, &format) || !sl_matrix_check_usage (self, options) ||
      !parse_top (self, options, &top))
    return SL_EXIT_USAGE;
  if (options->matrix != NULL)
    return sl_rank_matrix (self, options, format, top);
  return sl_rank_decision (self, options, format, top);
}

static const char *const rank_options[] = {
  SL_REQUIREMENT_OPTIONS, "board", "matrix", "normalisation", "v", "top", "format", NULL
};

static const char *const rank_examples[] = {
  "shortlist rank --profile ai-saas",
  N_ ("The technologies for a product built on AI, the best first."),
  "shortlist rank --profile early-saas --board pairings --top 5",
  N_ ("The five best technologies together with an architecture to build them in."),
  "shortlist rank --profile general --fact team_size=40 --fact devops=mature \\\n"
  "      --importance talent=9 --minimum security=60",
  N_ ("The same for a team of forty that knows its operations, to whom hiring matters most and "
      "security cannot be traded away."),
  "shortlist rank payments.shortlist --format json",
  N_ ("A decision that was saved, for a program to read."),
  "shortlist rank --matrix laptops.csv --method topsis",
  N_ ("Anything else, from a table of your own."),
  NULL,
};

const SlCommand sl_rank_command = {
  .name = "rank",
  .synopsis = "[FILE] [OPTION]…\n"
              "--matrix FILE [OPTION]…",
  .summary = N_ ("Rank technologies, patterns or pairings, or a table of your own"),
  .description =
      N_ ("Ranks the alternatives of the catalogue by how well they meet what a decision asks "
          "for, or what the options say; options go on top of the decision. What a requirement "
          "rules out is listed under the ranking, with the reason.\n\n"
          "A matrix is a CSV file: a header “alternative,latency,price”, then optional rows that "
          "begin with #direction (max or min), #weight, #worst and #best (the fixed scale), "
          "#preference, #q, #p and #s (for promethee), then a row for each alternative. A cell "
          "is a number, or low|mode|high where it is uncertain. Without #worst and #best the "
          "scale is that of the data, and a score depends on who else is in the file."),
  .options = rank_options,
  .examples = rank_examples,
  .run = run,
};
