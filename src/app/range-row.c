/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "range-row.h"

#include "drawing.h"
#include "pillar-colours.h"
#include "widgets.h"

#include <adwaita.h>

#include <math.h>

#define MARGIN 12
#define SPACING 8
#define GAP 4
#define BAR_HEIGHT 10
#define BAR_RADIUS 3
#define DOT_FAINT 0.75f
#define BAR_UNDER_DOTS 0.25f
#define EDGE 1.5f
#define AXIS_FAINT 0.12f
#define END_WIDTH 2
#define MARK_WIDTH 3
#define MARK_REACH 3
#define MIN_WIDTH 220

struct _SlRangeRow {
  GtkWidget parent_instance;

  SlRange range; /* its texts are owned */
};

G_DEFINE_FINAL_TYPE (SlRangeRow, sl_range_row, GTK_TYPE_WIDGET)

static void
clear_texts (SlRangeRow *self)
{
  g_free ((char *) self->range.title);
  g_free ((char *) self->range.figure);
  g_free ((char *) self->range.from_text);
  g_free ((char *) self->range.to_text);
  g_free ((char *) self->range.description);
  g_free ((double *) self->range.dots);
}

void
sl_range_row_set_range (SlRangeRow *self, const SlRange *range)
{
  SlRange copy;

  g_return_if_fail (SL_IS_RANGE_ROW (self));

  copy = *range;
  copy.title = g_strdup (range->title);
  copy.figure = g_strdup (range->figure);
  copy.from_text = g_strdup (range->from_text);
  copy.to_text = g_strdup (range->to_text);
  copy.description = g_strdup (range->description);
  copy.dots = g_memdup2 (range->dots, range->n_dots * sizeof *range->dots);
  clear_texts (self);
  self->range = copy;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, copy.title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, copy.description, -1);
  sl_set_tooltip (GTK_WIDGET (self), copy.description);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- drawing ---- */

static float
place (SlRangeRow *self, double number)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN;
  double length = self->range.axis_to - self->range.axis_from;
  double part = length > 0 ? (number - self->range.axis_from) / length : 0;

  return MARGIN + width * (float) CLAMP (part, 0, 1);
}

/* Returns where the line after it begins. */
static float
draw_title (SlRangeRow *self, GtkSnapshot *snapshot, const GdkRGBA *colour, const GdkRGBA *dim)
{
  GtkWidget *widget = GTK_WIDGET (self);
  float width = (float) gtk_widget_get_width (widget) - 2 * MARGIN;
  g_autoptr (PangoLayout) title = sl_drawing_layout_new (widget, self->range.title, SL_TYPE_STRONG);
  g_autoptr (PangoLayout) figure =
      sl_drawing_layout_new (widget, self->range.figure, SL_TYPE_PLAIN);
  float taken = sl_drawing_text (widget, snapshot, figure, MARGIN, MARGIN, width, 1, dim);

  sl_drawing_text (widget, snapshot, title, MARGIN, MARGIN, width - taken - SPACING, 0, colour);

  return MARGIN + (float) sl_drawing_line_height (widget, SL_TYPE_STRONG) + GAP;
}

static void
draw_upright (SlRangeRow *self,
              GtkSnapshot *snapshot,
              double number,
              float width,
              float y,
              float reach,
              const GdkRGBA *colour)
{
  if (number < self->range.axis_from || number > self->range.axis_to)
    return;
  sl_drawing_block (GTK_WIDGET (self), snapshot, place (self, number) - width / 2, y - reach, width,
                    BAR_HEIGHT + 2 * reach, 0, colour);
}

/* Those that cover one another are darker. */
static void
draw_dots (SlRangeRow *self, GtkSnapshot *snapshot, float y)
{
  GdkRGBA fill;

  sl_pillar_colour (self->range.pillar, &fill);
  fill.alpha *= DOT_FAINT;
  for (guint i = 0; i < self->range.n_dots; i++)
    sl_drawing_block (GTK_WIDGET (self), snapshot,
                      place (self, self->range.dots[i]) - BAR_HEIGHT / 2.0f, y, BAR_HEIGHT,
                      BAR_HEIGHT, BAR_HEIGHT / 2.0f, &fill);
}

/* Within an edge, so that it stands out from the bar of any pillar as well. */
static void
draw_mark (SlRangeRow *self, GtkSnapshot *snapshot, float y, const GdkRGBA *colour)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  const GdkRGBA edge = dark ? (GdkRGBA) { 0, 0, 0, 0.7f } : (GdkRGBA) { 1, 1, 1, 0.8f };

  draw_upright (self, snapshot, self->range.mark, MARK_WIDTH + 2 * EDGE, y, 0, &edge);
  draw_upright (self, snapshot, self->range.mark, MARK_WIDTH, y, MARK_REACH, colour);
}

static void
draw_bar (SlRangeRow *self, GtkSnapshot *snapshot, float y, const GdkRGBA *colour)
{
  GtkWidget *widget = GTK_WIDGET (self);
  float from = place (self, self->range.from);
  float to = place (self, self->range.to);
  GdkRGBA fill, axis = *colour;

  axis.alpha *= AXIS_FAINT;
  sl_drawing_block (widget, snapshot, MARGIN, y, (float) gtk_widget_get_width (widget) - 2 * MARGIN,
                    BAR_HEIGHT, BAR_RADIUS, &axis);
  sl_pillar_colour (self->range.pillar, &fill);
  if (self->range.dots != NULL)
    fill.alpha *= BAR_UNDER_DOTS;
  sl_drawing_block (widget, snapshot, from, y, MAX (END_WIDTH, to - from), BAR_HEIGHT, BAR_RADIUS,
                    &fill);
  if (self->range.dots != NULL) {
    draw_dots (self, snapshot, y);
  } else {
    if (self->range.from_text != NULL)
      draw_upright (self, snapshot, self->range.from, END_WIDTH, y, 0, colour);
    if (self->range.to_text != NULL)
      draw_upright (self, snapshot, self->range.to, END_WIDTH, y, 0, colour);
  }
  if (!isnan (self->range.line))
    draw_upright (self, snapshot, self->range.line, 1, y, MARGIN, colour);
  draw_mark (self, snapshot, y, colour);
}

static void
draw_ends (SlRangeRow *self, GtkSnapshot *snapshot, float y, const GdkRGBA *colour)
{
  GtkWidget *widget = GTK_WIDGET (self);
  float width = (float) gtk_widget_get_width (widget) - 2 * MARGIN;
  gboolean both = self->range.from_text != NULL && self->range.to_text != NULL;
  float part = both ? (width - SPACING) / 2 : width;

  if (self->range.from_text != NULL) {
    g_autoptr (PangoLayout) layout =
        sl_drawing_layout_new (widget, self->range.from_text, SL_TYPE_SMALL);

    sl_drawing_text (widget, snapshot, layout, MARGIN, y, part, 0, colour);
  }
  if (self->range.to_text != NULL) {
    g_autoptr (PangoLayout) layout =
        sl_drawing_layout_new (widget, self->range.to_text, SL_TYPE_SMALL);

    sl_drawing_text (widget, snapshot, layout, MARGIN + width - part, y, part, 1, colour);
  }
}

static void
sl_range_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlRangeRow *self = SL_RANGE_ROW (widget);
  GdkRGBA colour, dim;
  float y;

  if (self->range.title == NULL)
    return;
  sl_drawing_get_colours (widget, &colour, &dim);
  y = draw_title (self, snapshot, &colour, &dim);
  draw_bar (self, snapshot, y + GAP, &colour);
  draw_ends (self, snapshot, y + GAP + BAR_HEIGHT + GAP, &dim);
}

/* ---- the widget ---- */

static void
sl_range_row_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MIN_WIDTH;
  else
    *minimum = *natural = 2 * MARGIN + sl_drawing_line_height (widget, SL_TYPE_STRONG) + 3 * GAP +
                          BAR_HEIGHT + sl_drawing_line_height (widget, SL_TYPE_SMALL);
}

static void
sl_range_row_finalize (GObject *object)
{
  clear_texts (SL_RANGE_ROW (object));

  G_OBJECT_CLASS (sl_range_row_parent_class)->finalize (object);
}

static void
sl_range_row_class_init (SlRangeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sl_range_row_finalize;
  widget_class->snapshot = sl_range_row_snapshot;
  widget_class->measure = sl_range_row_measure;
  gtk_widget_class_set_css_name (widget_class, "rangerow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
sl_range_row_init (SlRangeRow *self)
{
}

GtkWidget *
sl_range_row_new (void)
{
  return g_object_new (SL_TYPE_RANGE_ROW, NULL);
}

double
sl_range_row_round_share (double share)
{
  static const double ends[] = { 0.1, 0.2, 0.3, 0.5, 1 };
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (ends) && ends[i] < share)
    i++;

  return ends[i];
}
