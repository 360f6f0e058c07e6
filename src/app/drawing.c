/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "drawing.h"

#include <adwaita.h>

/* As libadwaita has it for captions and dimmed labels. */
#define SMALL 0.82
#define DIM 0.7f
#define DIM_IN_HIGH_CONTRAST 0.9f

PangoLayout *
sl_drawing_layout_new (GtkWidget *widget, const char *text, SlTypeface typeface)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (typeface == SL_TYPE_STRONG)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (typeface == SL_TYPE_SMALL)
    pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);

  return layout;
}

int
sl_drawing_line_height (GtkWidget *widget, SlTypeface typeface)
{
  g_autoptr (PangoLayout) layout = sl_drawing_layout_new (widget, "Mg", typeface);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

float
sl_drawing_text_width (GtkWidget *widget, const char *text, SlTypeface typeface)
{
  g_autoptr (PangoLayout) layout = sl_drawing_layout_new (widget, text, typeface);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return (float) width;
}

float
sl_drawing_mirror (GtkWidget *widget, float x, float width)
{
  if (gtk_widget_get_direction (widget) != GTK_TEXT_DIR_RTL)
    return x;

  return (float) gtk_widget_get_width (widget) - x - width;
}

float
sl_drawing_text (GtkWidget *widget,
                 GtkSnapshot *snapshot,
                 PangoLayout *layout,
                 float x,
                 float y,
                 float width,
                 float align,
                 const GdkRGBA *colour)
{
  PangoRectangle extents;
  float taken, left;

  pango_layout_set_width (layout, (int) (MAX (1, width) * PANGO_SCALE));
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  taken = (float) extents.width;
  left = x + align * MAX (0, width - taken);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot,
      &GRAPHENE_POINT_INIT (sl_drawing_mirror (widget, left, taken) - (float) extents.x, y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);

  return taken;
}

void
sl_drawing_block (GtkWidget *widget,
                  GtkSnapshot *snapshot,
                  float x,
                  float y,
                  float width,
                  float height,
                  float radius,
                  const GdkRGBA *colour)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (
      &outline, &GRAPHENE_RECT_INIT (sl_drawing_mirror (widget, x, width), y, width, height),
      radius);
  if (radius > 0)
    gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, colour, &outline.bounds);
  if (radius > 0)
    gtk_snapshot_pop (snapshot);
}

/* The toolkit looks no further into clips of different sizes. (It would leave out one that cuts
 * nothing, were it pushed.) */
void
sl_drawing_append_picture (GtkSnapshot *snapshot,
                           GtkSnapshot *drawn,
                           GtkWidget *widget,
                           SlPicture *picture)
{
  g_autoptr (GskRenderNode) contents = gtk_snapshot_free_to_node (drawn);
  g_autoptr (GskRenderNode) clip = NULL;
  float margin;

  if (contents == NULL)
    return;
  if (picture->outdated)
    picture->odd = !picture->odd;
  picture->outdated = FALSE;
  margin = SL_DRAWING_OVERFLOW + (picture->odd ? 1 : 0);
  clip = gsk_clip_node_new (
      contents,
      &GRAPHENE_RECT_INIT (-margin, -margin, (float) gtk_widget_get_width (widget) + 2 * margin,
                           (float) gtk_widget_get_height (widget) + 2 * margin));
  gtk_snapshot_append_node (snapshot, clip);
}

void
sl_drawing_get_colours (GtkWidget *widget, GdkRGBA *colour, GdkRGBA *dim)
{
  gtk_widget_get_color (widget, colour);
  *dim = *colour;
  dim->alpha *= adw_style_manager_get_high_contrast (adw_style_manager_get_default ())
                    ? DIM_IN_HIGH_CONTRAST
                    : DIM;
}
