/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "waterfall-bar.h"

#include "pillar-colours.h"

#define HEIGHT 14
#define MIN_WIDTH 56
#define NATURAL_WIDTH 240
/* A step of nothing is still to be seen. */
#define MIN_LENGTH 2

struct _SlWaterfallBar {
  GtkWidget parent_instance;

  guint pillar;
  double from;
  double to;
  double low;
  double high;
};

G_DEFINE_FINAL_TYPE (SlWaterfallBar, sl_waterfall_bar, GTK_TYPE_WIDGET)

static float
place (SlWaterfallBar *self, double score)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float x = width * (float) ((score - self->low) / (self->high - self->low));

  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? width - x : x;
}

static void
sl_waterfall_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlWaterfallBar *self = SL_WATERFALL_BAR (widget);
  float height = (float) gtk_widget_get_height (widget);
  float y = (height - HEIGHT) / 2;
  float a, b;
  GdkRGBA colour, line;

  if (self->high <= self->low)
    return;
  a = place (self, self->from);
  b = place (self, self->to);
  sl_pillar_colour (self->pillar, &colour);
  gtk_widget_get_color (widget, &line);
  line.alpha *= 0.5f;
  gtk_snapshot_append_color (
      snapshot, &colour,
      &GRAPHENE_RECT_INIT (MIN (a, b), y, MAX (MIN_LENGTH, ABS (b - a)), HEIGHT));
  /* Where it comes from and where it goes on, up and down to the neighbours. */
  gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (a - 0.5f, 0, 1, y + HEIGHT));
  gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (b - 0.5f, y, 1, height - y));
}

static void
sl_waterfall_bar_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : HEIGHT;
}

static void
sl_waterfall_bar_class_init (SlWaterfallBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = sl_waterfall_bar_snapshot;
  widget_class->measure = sl_waterfall_bar_measure;
  gtk_widget_class_set_css_name (widget_class, "waterfallbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sl_waterfall_bar_init (SlWaterfallBar *self)
{
}

GtkWidget *
sl_waterfall_bar_new (guint pillar)
{
  SlWaterfallBar *self = g_object_new (SL_TYPE_WATERFALL_BAR, NULL);

  self->pillar = pillar;

  return GTK_WIDGET (self);
}

void
sl_waterfall_bar_set_step (SlWaterfallBar *self, double from, double to, double low, double high)
{
  g_return_if_fail (SL_IS_WATERFALL_BAR (self));

  self->from = from;
  self->to = to;
  self->low = low;
  self->high = high;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
