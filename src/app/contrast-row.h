/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* A criterion, and a bar for each of a few alternatives. */

#define SL_TYPE_CONTRAST_ROW (sl_contrast_row_get_type ())
G_DECLARE_FINAL_TYPE (SlContrastRow, sl_contrast_row, SL, CONTRAST_ROW, GtkWidget)

GtkWidget *sl_contrast_row_new (void);
/* Keeps the analysis, whose ranking the view is of, but not the view. */
void sl_contrast_row_set_contrast (SlContrastRow *self,
                                   SlAnalysis *analysis,
                                   const SlSideBySide *view,
                                   const SlContrast *contrast);

/* The sign that stands for the alternative wherever a few are drawn together, as a text. */
const char *sl_contrast_marker (guint i);

G_END_DECLS
