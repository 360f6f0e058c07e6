/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* How sure one may be of the ranking, and what would change it: the verdict, how often each takes
 * each place, how far weights and values may move, and what would put another one first. How the
 * trials are made is chosen here. */

#define SL_TYPE_ROBUSTNESS_PAGE (sl_robustness_page_get_type ())
G_DECLARE_FINAL_TYPE (SlRobustnessPage, sl_robustness_page, SL, ROBUSTNESS_PAGE, AdwBin)

/* The decision takes what is chosen; the page shows what of the analysis is known so far. */
void sl_robustness_page_set_analysis (SlRobustnessPage *self,
                                      SlDecision *decision,
                                      SlAnalysis *analysis,
                                      SlBoard board);

G_END_DECLS
