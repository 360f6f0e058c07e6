/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* The answer, the ranked chart, who is ruled out and why, and what to do. Property: board (uint,
 * SlBoard), which ranking is shown. Signals: activated (const char *id), when an alternative is
 * chosen; unpin, when what is pinned is to be let go. */

#define SL_TYPE_RANKING_PAGE (sl_ranking_page_get_type ())
G_DECLARE_FINAL_TYPE (SlRankingPage, sl_ranking_page, SL, RANKING_PAGE, AdwBin)

SlBoard sl_ranking_page_get_board (SlRankingPage *self);
/* Shows an analysis; movements are against `before`, nullable. */
void sl_ranking_page_set_analysis (SlRankingPage *self, SlAnalysis *analysis, SlAnalysis *before);
/* The same ranking with more known about it; all else stays as it is. Does nothing if another
 * ranking is shown, as where the page is out of sight. */
void sl_ranking_page_set_certainty (SlRankingPage *self, SlAnalysis *analysis);
/* Until it is called the page goes without what is below the chart, so that the chart is drawn
 * sooner.
 */
void sl_ranking_page_complete (SlRankingPage *self);
/* What is pinned, to be seen behind the present ranking; nullable. Shows at the next analysis. */
void sl_ranking_page_set_pinned (SlRankingPage *self, SlAnalysis *pinned);
/* Opens the search, or comes back to it. */
void sl_ranking_page_search (SlRankingPage *self);

G_END_DECLS
