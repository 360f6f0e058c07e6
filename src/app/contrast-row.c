/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "contrast-row.h"

#include "drawing.h"
#include "pillar-colours.h"
#include "widgets.h"

#include <glib/gi18n.h>

#define MARGIN 12
#define SPACING 8
#define BAR_HEIGHT 10
#define BAR_RADIUS 3
#define LINE_GAP 4
#define MIN_WIDTH 220
/* Of the bars of those that are not best. */
#define FAINT 0.45f

struct _SlContrastRow {
  GtkWidget parent_instance;

  SlAnalysis *analysis; /* nullable */
  const SlRanking *ranking;
  SlContrast contrast;
  guint n;
  const SlEntry *entries[SL_SIDE_BY_SIDE_MAX]; /* the analysis' */
};

G_DEFINE_FINAL_TYPE (SlContrastRow, sl_contrast_row, GTK_TYPE_WIDGET)

const char *
sl_contrast_marker (guint i)
{
  static const char *const markers[SL_SIDE_BY_SIDE_MAX] = { "●", "■", "▲", "◆" };

  g_return_val_if_fail (i < SL_SIDE_BY_SIDE_MAX, "");

  return markers[i];
}

static const SlCriterion *
get_criterion (SlContrastRow *self)
{
  return self->ranking->criteria[self->contrast.column];
}

/* ---- what it says ---- */

static void
update_accessible (SlContrastRow *self)
{
  g_autoptr (GString) values = g_string_new (NULL);

  for (guint i = 0; i < self->n; i++) {
    /* Translators: an alternative and its value of a criterion, from 0 to 100. */
    g_autofree char *value = g_strdup_printf (_ ("%1$s: %2$.0f"), self->entries[i]->name,
                                              self->entries[i]->values[self->contrast.column]);

    sl_names_append (values, value);
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_criterion (self)->name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  values->str, -1);
  sl_set_tooltip (GTK_WIDGET (self), get_criterion (self)->description);
}

void
sl_contrast_row_set_contrast (SlContrastRow *self,
                              SlAnalysis *analysis,
                              const SlSideBySide *view,
                              const SlContrast *contrast)
{
  g_return_if_fail (SL_IS_CONTRAST_ROW (self));

  if (self->n != view->n)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  sl_analysis_ref (analysis);
  g_clear_pointer (&self->analysis, sl_analysis_unref);
  self->analysis = analysis;
  self->ranking = view->ranking;
  self->contrast = *contrast;
  self->n = view->n;
  for (guint i = 0; i < view->n; i++)
    self->entries[i] = view->entries[i];
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- drawing ---- */

/* `height`: of a line; `numbers`: the width of the widest. */
static void
draw_bar (SlContrastRow *self,
          GtkSnapshot *snapshot,
          guint i,
          float height,
          float numbers,
          const GdkRGBA *colour)
{
  GtkWidget *widget = GTK_WIDGET (self);
  float width = (float) gtk_widget_get_width (widget);
  float y = MARGIN + (float) (i + 1) * (height + LINE_GAP);
  float left = MARGIN + height + SPACING;
  float length = width - left - SPACING - numbers - MARGIN;
  double value = self->entries[i]->values[self->contrast.column];
  gboolean is_best = self->contrast.best < 0 || self->contrast.best == (int) i;
  g_autofree char *text = g_strdup_printf ("%.0f", value);
  g_autoptr (PangoLayout) marker =
      sl_drawing_layout_new (widget, sl_contrast_marker (i), SL_TYPE_PLAIN);
  g_autoptr (PangoLayout) number =
      sl_drawing_layout_new (widget, text, is_best ? SL_TYPE_STRONG : SL_TYPE_PLAIN);
  GdkRGBA fill;

  sl_pillar_colour (get_criterion (self)->pillar->index, &fill);
  if (!is_best)
    fill.alpha *= FAINT;
  sl_drawing_text (widget, snapshot, marker, MARGIN, y, height + SPACING, 0, colour);
  sl_drawing_block (widget, snapshot, left, y + (height - BAR_HEIGHT) / 2,
                    MAX (1, length * (float) CLAMP (value / 100, 0, 1)), BAR_HEIGHT, BAR_RADIUS,
                    &fill);
  sl_drawing_text (widget, snapshot, number, width - MARGIN - numbers, y, numbers, 1, colour);
}

static void
sl_contrast_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlContrastRow *self = SL_CONTRAST_ROW (widget);
  float width = (float) gtk_widget_get_width (widget) - 2 * MARGIN;
  float height = (float) sl_drawing_line_height (widget, SL_TYPE_PLAIN);
  float numbers = sl_drawing_text_width (widget, "100", SL_TYPE_STRONG);
  /* Translators: by how many points of the score a few alternatives differ on a criterion. */
  g_autofree char *apart = g_strdup_printf (_ ("%.1f points"), self->contrast.spread);
  g_autoptr (PangoLayout) name =
      sl_drawing_layout_new (widget, get_criterion (self)->name, SL_TYPE_STRONG);
  g_autoptr (PangoLayout) spread = sl_drawing_layout_new (widget, apart, SL_TYPE_PLAIN);
  GdkRGBA colour, dim;
  float taken;

  sl_drawing_get_colours (widget, &colour, &dim);
  taken = sl_drawing_text (widget, snapshot, spread, MARGIN, MARGIN, width, 1, &dim);
  sl_drawing_text (widget, snapshot, name, MARGIN, MARGIN, width - SPACING - taken, 0, &colour);
  for (guint i = 0; i < self->n; i++)
    draw_bar (self, snapshot, i, height, numbers, &colour);
}

/* ---- the widget ---- */

static void
sl_contrast_row_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  SlContrastRow *self = SL_CONTRAST_ROW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MIN_WIDTH;
  else
    *minimum = *natural =
        2 * MARGIN +
        ((int) self->n + 1) * (sl_drawing_line_height (widget, SL_TYPE_PLAIN) + LINE_GAP) -
        LINE_GAP;
}

static void
sl_contrast_row_finalize (GObject *object)
{
  g_clear_pointer (&SL_CONTRAST_ROW (object)->analysis, sl_analysis_unref);

  G_OBJECT_CLASS (sl_contrast_row_parent_class)->finalize (object);
}

static void
sl_contrast_row_class_init (SlContrastRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sl_contrast_row_finalize;
  widget_class->snapshot = sl_contrast_row_snapshot;
  widget_class->measure = sl_contrast_row_measure;

  gtk_widget_class_set_css_name (widget_class, "contrastrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
sl_contrast_row_init (SlContrastRow *self)
{
}

GtkWidget *
sl_contrast_row_new (void)
{
  return g_object_new (SL_TYPE_CONTRAST_ROW, NULL);
}
