/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The figures of a row of the chart: what they say, and how wide they are without laying them out.
 * They have digits of one width, so that those with as many digits are as wide as one another. */

typedef enum {
  SL_RANK_FIGURE_RANK,     /* from 1 */
  SL_RANK_FIGURE_MOVEMENT, /* places gained; 0: nothing is said */
  SL_RANK_FIGURE_SCORE,    /* from 0 to 100 */
  SL_RANK_FIGURE_CHANCE,   /* part of the trials, from 0 to 1; NAN: nothing is said */
} SlRankFigure;

char *sl_rank_figure_describe (SlRankFigure figure, double value) G_GNUC_WARN_UNUSED_RESULT;
PangoAttrList *sl_rank_figure_get_attributes (SlRankFigure figure) G_GNUC_WARN_UNUSED_RESULT;

/* In logical pixels, with the widget's font. `widths`: of direct hashes, where what has been laid
 * out is kept; to be emptied when the text changes its size. */
int
sl_rank_figure_get_width (SlRankFigure figure, double value, GtkWidget *widget, GHashTable *widths);

G_END_DECLS
