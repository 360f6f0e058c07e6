/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* How important a pillar or a criterion is: a slider of 0 to 10 and the share of the whole that
 * follows, which a lock can hold. A pillar's row opens to its criteria. Property: analysis (boxed,
 * SlAnalysis), whose weights are shown. */

#define SL_TYPE_IMPORTANCE_ROW (sl_importance_row_get_type ())
G_DECLARE_FINAL_TYPE (SlImportanceRow, sl_importance_row, SL, IMPORTANCE_ROW, GtkBox)

GtkWidget *sl_importance_row_new_for_pillar (SlDecision *decision, const SlPillar *pillar);
GtkWidget *sl_importance_row_new_for_criterion (SlDecision *decision, const SlCriterion *criterion);
/* Shows the shares of a board of an analysis; a criterion that the board does not have shows none.
 */
void sl_importance_row_set_analysis (SlImportanceRow *self, SlAnalysis *analysis, SlBoard board);

G_END_DECLS
