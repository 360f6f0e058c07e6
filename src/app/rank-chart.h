/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "analysis/analysis.h"

G_BEGIN_DECLS

#define SL_TYPE_RANK_CHART (sl_rank_chart_get_type ())
G_DECLARE_FINAL_TYPE (SlRankChart, sl_rank_chart, SL, RANK_CHART, GtkWidget)

/* The ranking as a list of rows that glide to their new places. Signals: activated (const char
 * *id), when a row is chosen; settled, when rows that have glided come to rest. */

/* Shows a board of an analysis. Movements are shown against `before`, nullable. Both are kept. */
void sl_rank_chart_set_analysis (SlRankChart *self,
                                 SlAnalysis *analysis,
                                 SlBoard board,
                                 SlAnalysis *before);
gboolean sl_rank_chart_is_gliding (SlRankChart *self);
/* The same ranking with more known about it: how often each is first, and how far off its score may
 * be. Rows that glide go on gliding. */
void sl_rank_chart_set_certainty (SlRankChart *self, SlAnalysis *analysis);
/* The ranking to draw behind the present one; nullable. Kept. Seen at the next analysis. */
void sl_rank_chart_set_pinned (SlRankChart *self, SlAnalysis *pinned);
/* Shows only those whose name has this text in it, whatever the case, and that have this tag; NULL:
 * all. Seen at the next analysis. Their ranks stay. */
void sl_rank_chart_set_filter (SlRankChart *self, const char *text, const char *tag);
/* How many rows there are. */
guint sl_rank_chart_count (SlRankChart *self);
/* The pillar to bring out by its index, -1: none. */
void sl_rank_chart_set_highlight (SlRankChart *self, int pillar);

G_END_DECLS
