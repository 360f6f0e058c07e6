/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* The methods to choose from (action win.method), what each does, whom it puts first, and how far
 * its ranking agrees with the chosen one's. */

#define SL_TYPE_METHOD_POPOVER (sl_method_popover_get_type ())
G_DECLARE_FINAL_TYPE (SlMethodPopover, sl_method_popover, SL, METHOD_POPOVER, GtkPopover)

GtkWidget *sl_method_popover_new (void);
void sl_method_popover_set_analysis (SlMethodPopover *self, SlAnalysis *analysis, SlBoard board);

G_END_DECLS
