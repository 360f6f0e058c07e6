/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* A value of an alternative on a criterion, that opens to its evidence: each figure, its year and
 * source, or the reason of a judgement; and to a way to put the team's own value in its place. */

#define SL_TYPE_VALUE_ROW (sl_value_row_get_type ())
G_DECLARE_FINAL_TYPE (SlValueRow, sl_value_row, SL, VALUE_ROW, AdwExpanderRow)

/* For a pairing both parts are given, as far as each decides the criterion; else one is NULL. */
GtkWidget *sl_value_row_new (SlDecision *decision,
                             const SlCriterion *criterion,
                             const SlAlternative *technology,
                             const SlAlternative *pattern);
void sl_value_row_set_value (SlValueRow *self, SlAnalysis *analysis, double value, double weight);

G_END_DECLS
