/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A step of a waterfall: a bar from one score to another, on a scale that it shares with the steps
 * above and below. Decoration, since the figure is beside it. */

#define SL_TYPE_WATERFALL_BAR (sl_waterfall_bar_get_type ())
G_DECLARE_FINAL_TYPE (SlWaterfallBar, sl_waterfall_bar, SL, WATERFALL_BAR, GtkWidget)

/* In the colour of a pillar, by its index. */
GtkWidget *sl_waterfall_bar_new (guint pillar);
/* low <= from, to <= high. */
void
sl_waterfall_bar_set_step (SlWaterfallBar *self, double from, double to, double low, double high);

G_END_DECLS
