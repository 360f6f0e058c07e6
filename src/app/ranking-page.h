/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* The answer, the ranked chart, who is ruled out and why, and what to do. Property: board (uint,
 * SlBoard), which ranking is shown. Signal: activated (const char *id), when an alternative is
 * chosen. */

#define SL_TYPE_RANKING_PAGE (sl_ranking_page_get_type ())
G_DECLARE_FINAL_TYPE (SlRankingPage, sl_ranking_page, SL, RANKING_PAGE, AdwBin)

SlBoard sl_ranking_page_get_board (SlRankingPage *self);
/* Shows an analysis; movements are against `before`, nullable. */
void sl_ranking_page_set_analysis (SlRankingPage *self, SlAnalysis *analysis, SlAnalysis *before);

G_END_DECLS
