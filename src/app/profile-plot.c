/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "profile-plot.h"

#include "contrast-row.h"
#include "drawing.h"
#include "pillar-colours.h"

#include <glib/gi18n.h>
#include <math.h>

#define MARGIN 12
#define SPACING 12
#define SWATCH 12
#define ROW_PADDING 14
#define MIN_WIDTH 280
/* The names take at most this part of the width. */
#define NAME_PART 0.4f
#define LINE_WIDTH 2

struct _SlProfilePlot {
  GtkWidget parent_instance;

  SlAnalysis *analysis; /* nullable */
  guint n;
  guint n_pillars;
  double *values; /* n x n_pillars; NAN: nothing to say */
};

G_DEFINE_FINAL_TYPE (SlProfilePlot, sl_profile_plot, GTK_TYPE_WIDGET)

static const SlPillar *
get_pillar (SlProfilePlot *self, guint i)
{
  return g_ptr_array_index (sl_catalogue_get_pillars (sl_analysis_get_catalogue (self->analysis)),
                            i);
}

/* ---- what it says ---- */

/* A sentence an alternative, since there is nothing in it that could have the focus. */
static void
update_accessible (SlProfilePlot *self, const SlSideBySide *view)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->n; i++) {
    g_autoptr (GString) values = g_string_new (NULL);

    for (guint p = 0; p < self->n_pillars; p++) {
      double value = self->values[i * self->n_pillars + p];
      g_autofree char *part = NULL;

      if (isnan (value))
        continue;
      /* Translators: a pillar and its value from 0 to 100. */
      part = g_strdup_printf (_ ("%1$s %2$.0f"), get_pillar (self, p)->name, value);
      sl_names_append (values, part);
    }
    if (i > 0)
      g_string_append_c (text, ' ');
    /* Translators: an alternative, then a list of pillars with their values. */
    g_string_append_printf (text, _ ("%1$s: %2$s."), view->entries[i]->name, values->str);
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Profile by pillar"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text->str, -1);
}

void
sl_profile_plot_set_view (SlProfilePlot *self, SlAnalysis *analysis, const SlSideBySide *view)
{
  g_return_if_fail (SL_IS_PROFILE_PLOT (self));

  if (self->n_pillars != view->n_pillars)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  sl_analysis_ref (analysis);
  g_clear_pointer (&self->analysis, sl_analysis_unref);
  self->analysis = analysis;
  self->n = view->n;
  self->n_pillars = view->n_pillars;
  g_free (self->values);
  self->values =
      g_memdup2 (view->pillar_values, sizeof (double) * (gsize) view->n * view->n_pillars);
  update_accessible (self, view);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- where things are ---- */

static float
row_height (SlProfilePlot *self)
{
  return (float) sl_drawing_line_height (GTK_WIDGET (self), SL_TYPE_PLAIN) + ROW_PADDING;
}

static float
name_width (SlProfilePlot *self)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float widest = 0;

  for (guint p = 0; p < self->n_pillars; p++)
    widest = MAX (widest, sl_drawing_text_width (GTK_WIDGET (self), get_pillar (self, p)->name,
                                                 SL_TYPE_PLAIN));

  return MIN (widest + 1, width * NAME_PART);
}

typedef struct {
  float names; /* the width of the widest */
  float left;
  float width;
  float row;
} Scale;

static Scale
get_scale (SlProfilePlot *self)
{
  float names = name_width (self);
  float left = MARGIN + SWATCH + SPACING + names + 2 * SPACING;

  return (Scale) { names, left,
                   (float) gtk_widget_get_width (GTK_WIDGET (self)) - left - 2 * MARGIN,
                   row_height (self) };
}

static graphene_point_t
get_point (SlProfilePlot *self, const Scale *scale, guint i, guint pillar)
{
  float value = (float) self->values[i * self->n_pillars + pillar] / 100;

  return GRAPHENE_POINT_INIT (
      sl_drawing_mirror (GTK_WIDGET (self), scale->left + scale->width * value, 0),
      MARGIN + scale->row * ((float) pillar + 0.5f));
}

/* ---- drawing ---- */

static void
draw_layout (GtkSnapshot *snapshot, PangoLayout *layout, float x, float y, const GdkRGBA *colour)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static void
draw_name (SlProfilePlot *self,
           GtkSnapshot *snapshot,
           const Scale *scale,
           guint pillar,
           const GdkRGBA *colour)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (PangoLayout) layout =
      sl_drawing_layout_new (widget, get_pillar (self, pillar)->name, SL_TYPE_PLAIN);
  float top = MARGIN + scale->row * (float) pillar;
  GdkRGBA fill;

  sl_pillar_colour (pillar, &fill);
  sl_drawing_block (widget, snapshot, MARGIN, top + (scale->row - SWATCH) / 2, SWATCH, SWATCH, 4,
                    &fill);
  sl_drawing_text (widget, snapshot, layout, MARGIN + SWATCH + SPACING, top + ROW_PADDING / 2.0f,
                   scale->names, 0, colour);
}

static void
draw_guides (SlProfilePlot *self, GtkSnapshot *snapshot, const Scale *scale, const GdkRGBA *colour)
{
  GdkRGBA faint = *colour;

  faint.alpha *= 0.15f;
  for (int i = 0; i <= 4; i++)
    sl_drawing_block (GTK_WIDGET (self), snapshot, scale->left + scale->width * (float) i / 4,
                      MARGIN, 1, scale->row * (float) self->n_pillars, 0, &faint);
}

/* Each has a dash of its own besides its sign, so that colour says nothing. */
static void
draw_line (SlProfilePlot *self,
           GtkSnapshot *snapshot,
           const Scale *scale,
           guint i,
           const GdkRGBA *colour)
{
  static const float dashes[SL_SIDE_BY_SIDE_MAX][2] = { { 0, 0 }, { 8, 4 }, { 2, 4 }, { 12, 6 } };
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  GskStroke *stroke = gsk_stroke_new (LINE_WIDTH);
  GdkRGBA faint = *colour;
  gboolean begun = FALSE;

  faint.alpha *= 0.6f;
  for (guint p = 0; p < self->n_pillars; p++) {
    graphene_point_t point;

    if (isnan (self->values[i * self->n_pillars + p]))
      continue;
    point = get_point (self, scale, i, p);
    if (begun)
      gsk_path_builder_line_to (builder, point.x, point.y);
    else
      gsk_path_builder_move_to (builder, point.x, point.y);
    begun = TRUE;
  }
  path = gsk_path_builder_to_path (builder);
  if (dashes[i][0] > 0)
    gsk_stroke_set_dash (stroke, dashes[i], 2);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &faint);
  gsk_stroke_free (stroke);
}

static void
draw_signs (SlProfilePlot *self,
            GtkSnapshot *snapshot,
            const Scale *scale,
            guint i,
            const GdkRGBA *colour)
{
  g_autoptr (PangoLayout) layout =
      gtk_widget_create_pango_layout (GTK_WIDGET (self), sl_contrast_marker (i));
  PangoRectangle ink;

  pango_layout_get_pixel_extents (layout, &ink, NULL);
  for (guint p = 0; p < self->n_pillars; p++) {
    graphene_point_t point;

    if (isnan (self->values[i * self->n_pillars + p]))
      continue;
    point = get_point (self, scale, i, p);
    draw_layout (snapshot, layout, point.x - (float) ink.x - (float) ink.width / 2,
                 point.y - (float) ink.y - (float) ink.height / 2, colour);
  }
}

static void
sl_profile_plot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlProfilePlot *self = SL_PROFILE_PLOT (widget);
  GdkRGBA colour;
  Scale scale;

  if (self->analysis == NULL)
    return;
  scale = get_scale (self);
  gtk_widget_get_color (widget, &colour);
  draw_guides (self, snapshot, &scale, &colour);
  for (guint p = 0; p < self->n_pillars; p++)
    draw_name (self, snapshot, &scale, p, &colour);
  for (guint i = 0; i < self->n; i++)
    draw_line (self, snapshot, &scale, i, &colour);
  for (guint i = 0; i < self->n; i++)
    draw_signs (self, snapshot, &scale, i, &colour);
}

/* ---- the widget ---- */

static void
sl_profile_plot_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  SlProfilePlot *self = SL_PROFILE_PLOT (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MIN_WIDTH;
  else
    *minimum = *natural = 2 * MARGIN + (int) ceilf (row_height (self) * (float) self->n_pillars);
}

static void
sl_profile_plot_finalize (GObject *object)
{
  SlProfilePlot *self = SL_PROFILE_PLOT (object);

  g_clear_pointer (&self->analysis, sl_analysis_unref);
  g_clear_pointer (&self->values, g_free);

  G_OBJECT_CLASS (sl_profile_plot_parent_class)->finalize (object);
}

static void
sl_profile_plot_class_init (SlProfilePlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sl_profile_plot_finalize;
  widget_class->snapshot = sl_profile_plot_snapshot;
  widget_class->measure = sl_profile_plot_measure;

  gtk_widget_class_set_css_name (widget_class, "profileplot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sl_profile_plot_init (SlProfilePlot *self)
{
}
