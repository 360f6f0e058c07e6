/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The two halves of `shortlist rank`, parted in rank.c. */

#include "cli/output.h"

G_BEGIN_DECLS

/* The catalogue's alternatives under a decision. `top`: only the first so many. */
SlExit sl_rank_decision (const SlCommand *command,
                         const SlOptions *options,
                         SlPrintFormat print,
                         guint top);

/* The alternatives of the CSV file in --matrix. */
SlExit
sl_rank_matrix (const SlCommand *command, const SlOptions *options, SlPrintFormat print, guint top);

G_END_DECLS
