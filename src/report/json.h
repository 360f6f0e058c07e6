/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Results as JSON, for the report and for the command line. Numbers have all their digits and no
 * locale; members come in the same order every time. */

#include "analysis/people.h"

G_BEGIN_DECLS

/* What `rank --format json` prints (schema `rank-1`): the first `top` entries of a board, 0 for all
 * of them. The excluded come last and have no rank. */
GBytes *sl_report_ranking_to_json (SlAnalysis *analysis,
                                   SlBoard board,
                                   guint top) G_GNUC_WARN_UNUSED_RESULT;
/* What `people --format json` prints (schema `people-1`); of two people or more. */
GBytes *sl_report_people_to_json (const SlPeople *people) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
