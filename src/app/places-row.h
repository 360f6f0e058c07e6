/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "analysis/robustness.h"

G_BEGIN_DECLS

/* Of the colour of a cell that is always taken; the figure in it is still read. */
#define SL_PLACES_DEEPEST 0.5f

/* A row of a heat map: how often an alternative takes each place. As many places as there is room
 * for have a cell of their own; the last cell holds the rest of them. */

#define SL_TYPE_PLACES_ROW (sl_places_row_get_type ())
G_DECLARE_FINAL_TYPE (SlPlacesRow, sl_places_row, SL, PLACES_ROW, GtkWidget)

GtkWidget *sl_places_row_new (void);
/* The head of the map: the places. `n`: how many there are. */
void sl_places_row_set_head (SlPlacesRow *self, guint n);
/* `row`: of the ranked. */
void sl_places_row_set_places (SlPlacesRow *self, SlAnalysis *analysis, SlBoard board, guint row);

G_END_DECLS
