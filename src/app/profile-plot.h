/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* A line for each of a few alternatives that runs down the pillars, from 0 to 100. */

#define SL_TYPE_PROFILE_PLOT (sl_profile_plot_get_type ())
G_DECLARE_FINAL_TYPE (SlProfilePlot, sl_profile_plot, SL, PROFILE_PLOT, GtkWidget)

/* Keeps the analysis and what it needs of the view. */
void sl_profile_plot_set_view (SlProfilePlot *self, SlAnalysis *analysis, const SlSideBySide *view);

G_END_DECLS
