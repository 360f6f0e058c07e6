/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue/json-writer.h"
#include "report/json.h"

G_BEGIN_DECLS

/* A board of the `report-1` document: weights, alternatives with what each value rests on. */
void sl_json_add_board (SlJsonWriter *json, SlAnalysis *analysis, SlBoard board);
/* What each requirement of a board costs. */
void sl_json_add_prices (SlJsonWriter *json, SlAnalysis *analysis, SlBoard board);
/* Where nobody is left: what would bring somebody back. */
void
sl_json_add_ways_back (SlJsonWriter *json, const char *member, SlAnalysis *analysis, SlBoard board);
/* How sure one may be of a board, and what would change its answer; null where that is not known.
 */
void sl_json_add_robustness (SlJsonWriter *json, SlAnalysis *analysis, SlBoard board);
void sl_json_add_sensitivity (SlJsonWriter *json, SlAnalysis *analysis, SlBoard board);
/* How people differ; of two or more. */
void sl_json_add_people (SlJsonWriter *json, const char *member, const SlPeople *people);

G_END_DECLS
