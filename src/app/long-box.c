/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "long-box.h"

#include "drawing.h"
#include "sight.h"

struct _SlLongBox {
  GtkBox parent_instance;

  SlSight sight;
};

G_DEFINE_FINAL_TYPE (SlLongBox, sl_long_box, GTK_TYPE_BOX)

static void
sl_long_box_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  float top, bottom;

  sl_sight_find (widget, &top, &bottom);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    graphene_rect_t bounds;

    if (gtk_widget_compute_bounds (child, widget, &bounds) &&
        bounds.origin.y - SL_DRAWING_OVERFLOW < bottom &&
        bounds.origin.y + bounds.size.height + SL_DRAWING_OVERFLOW > top)
      gtk_widget_snapshot_child (widget, child, snapshot);
  }
}

static void
sl_long_box_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sl_long_box_parent_class)->map (widget);

  sl_sight_watch (&SL_LONG_BOX (widget)->sight, widget);
}

static void
sl_long_box_unmap (GtkWidget *widget)
{
  sl_sight_forget (&SL_LONG_BOX (widget)->sight, widget);

  GTK_WIDGET_CLASS (sl_long_box_parent_class)->unmap (widget);
}

static void
sl_long_box_dispose (GObject *object)
{
  sl_sight_forget (&SL_LONG_BOX (object)->sight, GTK_WIDGET (object));

  G_OBJECT_CLASS (sl_long_box_parent_class)->dispose (object);
}

static void
sl_long_box_class_init (SlLongBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_long_box_dispose;
  widget_class->snapshot = sl_long_box_snapshot;
  widget_class->map = sl_long_box_map;
  widget_class->unmap = sl_long_box_unmap;
}

static void
sl_long_box_init (SlLongBox *self)
{
}
