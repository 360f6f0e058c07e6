/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reading-bin.h"

struct _SlReadingBin {
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (SlReadingBin, sl_reading_bin, ADW_TYPE_BIN)

static gboolean
sl_reading_bin_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *scroller = adw_bin_get_child (ADW_BIN (widget));
  GtkWidget *content = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller));
  gboolean is_within = gtk_widget_get_focus_child (scroller) != NULL;

  if (gtk_widget_is_focus (scroller))
    return direction == GTK_DIR_TAB_FORWARD && gtk_widget_child_focus (content, direction);
  if (direction == GTK_DIR_TAB_FORWARD && !is_within)
    return gtk_widget_grab_focus (scroller);
  if (direction == GTK_DIR_TAB_BACKWARD && is_within)
    return gtk_widget_child_focus (content, direction) || gtk_widget_grab_focus (scroller);

  return GTK_WIDGET_CLASS (sl_reading_bin_parent_class)->focus (widget, direction);
}

/* From what is within, the arrow keys go to the next that can be acted on. */
static gboolean
scroll_cb (GtkWidget *widget, GVariant *type, gpointer user_data)
{
  GtkWidget *scroller = adw_bin_get_child (ADW_BIN (widget));
  gboolean scrolled;

  if (!gtk_widget_is_focus (scroller))
    return GDK_EVENT_PROPAGATE;

  g_signal_emit_by_name (scroller, "scroll-child", g_variant_get_int32 (type), FALSE, &scrolled);

  return GDK_EVENT_STOP;
}

static void
sl_reading_bin_class_init (SlReadingBinClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = sl_reading_bin_focus;
  gtk_widget_class_set_css_name (widget_class, "readingbin");

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, scroll_cb, "i",
                                GTK_SCROLL_STEP_BACKWARD);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Up, 0, scroll_cb, "i",
                                GTK_SCROLL_STEP_BACKWARD);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, scroll_cb, "i",
                                GTK_SCROLL_STEP_FORWARD);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Down, 0, scroll_cb, "i",
                                GTK_SCROLL_STEP_FORWARD);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, scroll_cb, "i",
                                GTK_SCROLL_PAGE_FORWARD);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, GDK_SHIFT_MASK, scroll_cb, "i",
                                GTK_SCROLL_PAGE_BACKWARD);
}

static void
sl_reading_bin_init (SlReadingBin *self)
{
}
