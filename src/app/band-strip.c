/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "band-strip.h"

#include "drawing.h"
#include "pillar-colours.h"

#include <adwaita.h>

#define LINE_HEIGHT 3
#define LINE_FAINT 0.55f
/* Where nobody takes over. */
#define LINE_FAINTEST 0.25f
#define TICK_WIDTH 2
#define TICK_HEIGHT 8
#define SPACING 6

struct _SlBandStrip {
  GtkWidget parent_instance;

  GtkRange *range; /* weak; nullable */
  guint pillar;
  gboolean exists;
  double low, high;
  char *low_name; /* nullable: nobody takes over there */
  char *high_name;
};

G_DEFINE_FINAL_TYPE (SlBandStrip, sl_band_strip, GTK_TYPE_WIDGET)

/* ---- where the slider's handle would be ---- */

/* From the start edge, so that it is mirrored like everything else. */
static float
place (SlBandStrip *self, double value)
{
  GtkAdjustment *adjustment = gtk_range_get_adjustment (self->range);
  double lower = gtk_adjustment_get_lower (adjustment);
  double part = (value - lower) / (gtk_adjustment_get_upper (adjustment) - lower);
  graphene_point_t edge = GRAPHENE_POINT_INIT (0, 0);
  graphene_point_t origin = edge;
  GdkRectangle trough;
  int start, end;
  float x, handle;

  gtk_range_get_range_rect (self->range, &trough);
  gtk_range_get_slider_range (self->range, &start, &end);
  if (!gtk_widget_compute_point (GTK_WIDGET (self->range), GTK_WIDGET (self), &edge, &origin))
    return 0;

  handle = (float) (end - start);
  x = (float) trough.x + origin.x;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = (float) gtk_widget_get_width (GTK_WIDGET (self)) - x - (float) trough.width;

  return x + handle / 2 + (float) part * ((float) trough.width - handle);
}

/* ---- drawing ---- */

static void
draw_tick (SlBandStrip *self, GtkSnapshot *snapshot, float x, const GdkRGBA *colour)
{
  sl_drawing_block (GTK_WIDGET (self), snapshot, x - TICK_WIDTH / 2.0f, 0, TICK_WIDTH, TICK_HEIGHT,
                    0, colour);
}

/* The one who takes over lower stands at the start, the other at the end. */
static void
draw_names (SlBandStrip *self, GtkSnapshot *snapshot, const GdkRGBA *colour)
{
  GtkWidget *widget = GTK_WIDGET (self);
  float left = place (self, 0) - TICK_HEIGHT;
  float width = (float) gtk_widget_get_width (widget) - 2 * left;
  float part = self->low_name != NULL && self->high_name != NULL ? (width - SPACING) / 2 : width;

  if (self->low_name != NULL) {
    g_autoptr (PangoLayout) layout = sl_drawing_layout_new (widget, self->low_name, SL_TYPE_SMALL);

    sl_drawing_text (widget, snapshot, layout, left, TICK_HEIGHT, part, 0, colour);
  }
  if (self->high_name != NULL) {
    g_autoptr (PangoLayout) layout = sl_drawing_layout_new (widget, self->high_name, SL_TYPE_SMALL);

    sl_drawing_text (widget, snapshot, layout, left + width - part, TICK_HEIGHT, part, 1, colour);
  }
}

static void
sl_band_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlBandStrip *self = SL_BAND_STRIP (widget);
  GdkRGBA colour, dim, line;
  float from, to;

  if (!self->exists || self->range == NULL)
    return;

  sl_drawing_get_colours (widget, &colour, &dim);
  sl_pillar_colour (self->pillar, &line);
  if (!adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    line.alpha *= self->low_name != NULL || self->high_name != NULL ? LINE_FAINT : LINE_FAINTEST;
  from = place (self, self->low);
  to = place (self, self->high);
  sl_drawing_block (widget, snapshot, from, (TICK_HEIGHT - LINE_HEIGHT) / 2.0f,
                    MAX (TICK_WIDTH, to - from), LINE_HEIGHT, 0, &line);
  if (self->low_name != NULL)
    draw_tick (self, snapshot, from, &colour);
  if (self->high_name != NULL)
    draw_tick (self, snapshot, to, &colour);
  draw_names (self, snapshot, &dim);
}

/* ---- the widget ---- */

void
sl_band_strip_set_range (SlBandStrip *self, GtkRange *range, guint pillar)
{
  g_return_if_fail (SL_IS_BAND_STRIP (self));
  g_return_if_fail (GTK_IS_RANGE (range));

  g_set_weak_pointer (&self->range, range);
  self->pillar = pillar;
}

static const char *
name_of (const SlEntry *challenger)
{
  return challenger != NULL ? challenger->name : NULL;
}

static gboolean
same (double a, double b)
{
  return a >= b && a <= b;
}

static gboolean
is_shown (SlBandStrip *self, const SlSliderBand *band)
{
  return self->exists == band->exists && same (self->low, band->low) &&
         same (self->high, band->high) &&
         g_strcmp0 (self->low_name, name_of (band->low_challenger)) == 0 &&
         g_strcmp0 (self->high_name, name_of (band->high_challenger)) == 0;
}

void
sl_band_strip_set_band (SlBandStrip *self, const SlSliderBand *band)
{
  const SlSliderBand nothing = { 0 };

  g_return_if_fail (SL_IS_BAND_STRIP (self));

  if (band == NULL)
    band = &nothing;
  if (is_shown (self, band))
    return;
  self->exists = band->exists;
  self->low = band->low;
  self->high = band->high;
  g_set_str (&self->low_name, name_of (band->low_challenger));
  g_set_str (&self->high_name, name_of (band->high_challenger));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The room for names is always there, so that nothing moves while a slider does. */
static void
sl_band_strip_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 0;
  else
    *minimum = *natural = TICK_HEIGHT + sl_drawing_line_height (widget, SL_TYPE_SMALL);
}

static void
sl_band_strip_dispose (GObject *object)
{
  g_clear_weak_pointer (&SL_BAND_STRIP (object)->range);

  G_OBJECT_CLASS (sl_band_strip_parent_class)->dispose (object);
}

static void
sl_band_strip_finalize (GObject *object)
{
  SlBandStrip *self = SL_BAND_STRIP (object);

  g_clear_pointer (&self->low_name, g_free);
  g_clear_pointer (&self->high_name, g_free);

  G_OBJECT_CLASS (sl_band_strip_parent_class)->finalize (object);
}

static void
sl_band_strip_class_init (SlBandStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sl_band_strip_dispose;
  object_class->finalize = sl_band_strip_finalize;
  widget_class->snapshot = sl_band_strip_snapshot;
  widget_class->measure = sl_band_strip_measure;
  gtk_widget_class_set_css_name (widget_class, "bandstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sl_band_strip_init (SlBandStrip *self)
{
}
