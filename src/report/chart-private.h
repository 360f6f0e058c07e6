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

/* The pillars with their colours and shares. */
void sl_page_legend (SlPage *page, const SlRanking *ranking, const GPtrArray *pillars);
/* The first `n_rows` of the ranking. `caption`: a sentence under it. */
void sl_page_chart (SlPage *page,
                    const SlRanking *ranking,
                    const GPtrArray *pillars,
                    guint n_rows,
                    const char *caption);

G_END_DECLS
