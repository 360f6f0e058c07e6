/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The focus is never nowhere. GTK drops it when what has it cannot be used any more: the button for
 * undo with nothing left to undo, the slider whose lock comes back, the last row of a list. Whoever
 * uses keys would have to begin again at the top of the window. */

#include "config.h"

#include "window-private.h"

static gboolean
is_usable (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_is_sensitive (widget);
}

/* To what it was on if that is back, else to the nearest beside it. */
static gboolean
find_focus_cb (gpointer user_data)
{
  SlWindow *self = user_data;
  GtkWidget *widget = self->last_focus;

  self->focus_id = 0;
  if (gtk_window_get_focus (GTK_WINDOW (self)) != NULL)
    return G_SOURCE_REMOVE;
  if (widget != NULL && is_usable (widget) && gtk_widget_grab_focus (widget))
    return G_SOURCE_REMOVE;

  if (widget == NULL)
    widget = GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)));
  if (widget == NULL)
    widget = GTK_WIDGET (self);
  while (widget != NULL &&
         !(is_usable (widget) && gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD)))
    widget = gtk_widget_get_parent (widget);

  return G_SOURCE_REMOVE;
}

/* It is nowhere for a moment also on its way; only where it comes to rest counts. */
static void
focus_changed_cb (SlWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL)
    g_set_weak_pointer (&self->last_focus, focus);
  else if (self->focus_id == 0)
    self->focus_id = g_idle_add (find_focus_cb, self);
}

void
sl_window_init_focus (SlWindow *self)
{
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_changed_cb), NULL);
}

void
sl_window_clear_focus (SlWindow *self)
{
  g_signal_handlers_disconnect_by_func (self, focus_changed_cb, NULL);
  g_clear_handle_id (&self->focus_id, g_source_remove);
  g_clear_weak_pointer (&self->last_focus);
}
