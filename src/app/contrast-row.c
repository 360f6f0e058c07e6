/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "contrast-row.h"

#include "pillar-colours.h"

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
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), get_criterion (self)->description);
}

void
sl_contrast_row_set_contrast (SlContrastRow *self,
                              SlAnalysis *analysis,
                              const SlSideBySide *view,
                              const SlContrast *contrast)
{
  g_return_if_fail (SL_IS_CONTRAST_ROW (self));

  sl_analysis_ref (analysis);
  g_clear_pointer (&self->analysis, sl_analysis_unref);
  self->analysis = analysis;
  self->ranking = view->ranking;
  self->contrast = *contrast;
  self->n = view->n;
  for (guint i = 0; i < view->n; i++)
    self->entries[i] = view->entries[i];
  update_accessible (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* ---- drawing ---- */

static PangoLayout *
layout_new (SlContrastRow *self, const char *text, gboolean strong)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (strong)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);

  return layout;
}

static int
line_height (SlContrastRow *self)
{
  g_autoptr (PangoLayout) layout = layout_new (self, "Mg", FALSE);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static float
mirror (SlContrastRow *self, float x, float width)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_LTR)
    return x;

  return (float) gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
}

/* Within so much width from x; at the end of it, or at its start. Returns the width of the text. */
static float
draw_text (SlContrastRow *self,
           GtkSnapshot *snapshot,
           PangoLayout *layout,
           float x,
           float y,
           float width,
           gboolean at_end,
           const GdkRGBA *colour)
{
  PangoRectangle extents;
  float free_space;

  pango_layout_set_width (layout, (int) (MAX (1, width) * PANGO_SCALE));
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  free_space = at_end ? MAX (0, width - (float) extents.width) : 0;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (
                    mirror (self, x + free_space, (float) extents.width) - (float) extents.x, y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);

  return (float) extents.width;
}

static float
value_width (SlContrastRow *self)
{
  g_autoptr (PangoLayout) layout = layout_new (self, "100", TRUE);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return (float) width;
}

static void
draw_bar (SlContrastRow *self, GtkSnapshot *snapshot, guint i, float y, const GdkRGBA *colour)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float height = (float) line_height (self);
  float numbers = value_width (self);
  float left = MARGIN + height + SPACING;
  float length = width - left - SPACING - numbers - MARGIN;
  double value = self->entries[i]->values[self->contrast.column];
  gboolean is_best = self->contrast.best < 0 || self->contrast.best == (int) i;
  g_autofree char *text = g_strdup_printf ("%.0f", value);
  g_autoptr (PangoLayout) marker = layout_new (self, sl_contrast_marker (i), FALSE);
  g_autoptr (PangoLayout) number = layout_new (self, text, is_best);
  float part = MAX (1, length * (float) CLAMP (value / 100, 0, 1));
  GskRoundedRect outline;
  GdkRGBA fill;

  sl_pillar_colour (get_criterion (self)->pillar->index, &fill);
  if (!is_best)
    fill.alpha *= FAINT;
  draw_text (self, snapshot, marker, MARGIN, y, height + SPACING, FALSE, colour);
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (mirror (self, left, part),
                                                        y + (height - BAR_HEIGHT) / 2, part,
                                                        BAR_HEIGHT),
                                   BAR_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &fill, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  draw_text (self, snapshot, number, width - MARGIN - numbers, y, numbers, TRUE, colour);
}

static void
sl_contrast_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlContrastRow *self = SL_CONTRAST_ROW (widget);
  float width = (float) gtk_widget_get_width (widget);
  float line = (float) line_height (self) + LINE_GAP;
  /* Translators: by how many points of the score a few alternatives differ on a criterion. */
  g_autofree char *apart = g_strdup_printf (_ ("%.1f points"), self->contrast.spread);
  g_autoptr (PangoLayout) name = layout_new (self, get_criterion (self)->name, TRUE);
  g_autoptr (PangoLayout) spread = layout_new (self, apart, FALSE);
  GdkRGBA colour, faint;
  float taken;

  gtk_widget_get_color (widget, &colour);
  faint = colour;
  faint.alpha *= 0.75f;
  taken = draw_text (self, snapshot, spread, MARGIN, MARGIN, width - 2 * MARGIN, TRUE, &faint);
  draw_text (self, snapshot, name, MARGIN, MARGIN, width - 2 * MARGIN - SPACING - taken, FALSE,
             &colour);
  for (guint i = 0; i < self->n; i++)
    draw_bar (self, snapshot, i, MARGIN + (float) (i + 1) * line, &colour);
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
        2 * MARGIN + ((int) self->n + 1) * (line_height (self) + LINE_GAP) - LINE_GAP;
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
