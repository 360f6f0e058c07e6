/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "sight.h"

static GtkScrolledWindow *
find_scrolled_window (GtkWidget *widget)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  return scrolled != NULL ? GTK_SCROLLED_WINDOW (scrolled) : NULL;
}

void
sl_sight_watch (SlSight *self, GtkWidget *widget)
{
  GtkScrolledWindow *scrolled = find_scrolled_window (widget);

  sl_sight_forget (self, widget);
  if (scrolled == NULL)
    return;
  self->scroll = g_object_ref (gtk_scrolled_window_get_vadjustment (scrolled));
  g_signal_connect_object (self->scroll, "value-changed", G_CALLBACK (gtk_widget_queue_draw),
                           widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scroll, "changed", G_CALLBACK (gtk_widget_queue_draw), widget,
                           G_CONNECT_SWAPPED);
}

void
sl_sight_forget (SlSight *self, GtkWidget *widget)
{
  if (self->scroll == NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->scroll, gtk_widget_queue_draw, widget);
  g_clear_object (&self->scroll);
}

void
sl_sight_find (GtkWidget *widget, float *top, float *bottom)
{
  GtkScrolledWindow *scrolled = find_scrolled_window (widget);
  graphene_rect_t bounds;

  *top = 0;
  *bottom = (float) gtk_widget_get_height (widget);
  if (scrolled == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (scrolled), widget, &bounds))
    return;
  *top = bounds.origin.y;
  *bottom = bounds.origin.y + bounds.size.height;
}
