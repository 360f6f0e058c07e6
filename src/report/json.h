/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Results as JSON, for the report and for the command line. Numbers have all their digits and no
 * locale; members come in the same order every time. */

#include <json-glib/json-glib.h>
#include "analysis/analysis.h"

G_BEGIN_DECLS

/* What `rank --format json` prints (schema `rank-1`): the first `top` entries of a board, 0 for all
 * of them. The excluded come last and have no rank. */
JsonNode *sl_report_ranking_to_json (SlAnalysis *analysis,
                                     SlBoard board,
                                     guint top) G_GNUC_WARN_UNUSED_RESULT;

/* Pretty-printed, with a line feed at the end. */
GBytes *sl_report_json_to_bytes (JsonNode *root) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
