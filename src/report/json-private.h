/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/json.h"

G_BEGIN_DECLS

void
sl_json_add_string (JsonBuilder *builder, const char *member, const char *value); /* NULL: null */
void sl_json_add_number (JsonBuilder *builder, const char *member, double value); /* NAN: null */
void sl_json_add_boolean (JsonBuilder *builder, const char *member, gboolean value);
void sl_json_begin_object (JsonBuilder *builder, const char *member);
void sl_json_begin_array (JsonBuilder *builder, const char *member);

/* A board of the `report-1` document: weights, alternatives with what each value rests on. */
void sl_json_add_board (JsonBuilder *builder, SlAnalysis *analysis, SlBoard board);
/* What each requirement of a board costs. */
void sl_json_add_prices (JsonBuilder *builder, SlAnalysis *analysis, SlBoard board);

G_END_DECLS
