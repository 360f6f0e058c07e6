/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For widgets that are much longer than what is seen of them, and draw only that: the toolkit goes
 * through all that has been drawn on each frame, in sight or not. */

typedef struct {
  GtkAdjustment *scroll; /* of what the widget is in; nullable */
} SlSight;

/* As the widget is mapped: from then on it is drawn anew when it is scrolled, or when more or less
 * of it is seen. */
void sl_sight_watch (SlSight *self, GtkWidget *widget);
/* As the widget is unmapped, and before it is disposed of. */
void sl_sight_forget (SlSight *self, GtkWidget *widget);
/* What is in sight of the widget, in pixels from its top; all of it where it does not scroll. */
void sl_sight_find (GtkWidget *widget, float *top, float *bottom);

G_END_DECLS
