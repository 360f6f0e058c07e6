/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The ranking as stacked bars: a row an alternative, a colour a pillar, on the whole scale from 0
 * to 100. */

#include "report/page-private.h"

G_BEGIN_DECLS

/* The height of a row, and about that of what is around the rows: the words over them, the legend,
 * the axis and the caption. */
#define SL_CHART_ROW 16.0
#define SL_CHART_FRAME 110.0

/* How many rows a chart has: all that are ranked, but of the many pairings the first. */
guint sl_chart_count_rows (const SlRanking *ranking);
/* What the colours are, and who is not in it. */
char *sl_chart_describe (SlAnalysis *analysis, const SlRanking *ranking) G_GNUC_WARN_UNUSED_RESULT;

/* The pillars with their colours and shares. */
void sl_page_legend (SlPage *page, const SlRanking *ranking, const GPtrArray *pillars);
/* The ranking, with its caption under it. */
void sl_page_chart (SlPage *page, SlAnalysis *analysis, const SlRanking *ranking);

/* The chart by itself: with the title, the answer and a legend over it. */
SlFigure *sl_chart_new_picture (PangoContext *context,
                                SlAnalysis *analysis,
                                const SlReportOptions *options) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
