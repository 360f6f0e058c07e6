/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* Two to four alternatives side by side, under the present requirements or those of a profile. */

#define SL_TYPE_COMPARE_PAGE (sl_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (SlComparePage, sl_compare_page, SL, COMPARE_PAGE, AdwBin)

void sl_compare_page_set_analysis (SlComparePage *self,
                                   SlDecision *decision,
                                   SlAnalysis *analysis,
                                   SlBoard board);

G_END_DECLS
