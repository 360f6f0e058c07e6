/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The two halves of `shortlist rank`, parted in rank.c. */

#include "cli/command.h"
#include "cli/matrix.h"
#include "scoring/scoring.h"

G_BEGIN_DECLS

typedef enum {
  SL_PRINT_TABLE,
  SL_PRINT_JSON,
  SL_PRINT_CSV,
} SlPrintFormat;

/* The catalogue's alternatives under a decision. `top`: only the first so many. */
SlExit sl_rank_decision (const SlCommand *command,
                         const SlOptions *options,
                         SlPrintFormat print,
                         guint top);

/* The method for a matrix, from --method, --normalisation and --v; FALSE after a complaint. */
gboolean sl_matrix_parse_method (const SlCommand *command,
                                 const SlOptions *options,
                                 SlMethodOptions *method);
/* What there is to say about the scales of a matrix; `name` is how its file is called. */
void sl_matrix_warn (const SlMatrix *matrix, const SlMethodOptions *method, const char *name);
/* Whether options that go with --matrix, and those that do not, are where they belong; FALSE after
 * a complaint. */
gboolean sl_matrix_check_usage (const SlCommand *command, const SlOptions *options);

/* The alternatives of the CSV file in --matrix. */
SlExit
sl_rank_matrix (const SlCommand *command, const SlOptions *options, SlPrintFormat print, guint top);

G_END_DECLS
