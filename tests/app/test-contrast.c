/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is drawn stands out from what it is drawn on (WCAG 2.2): text by 4.5 to 1, bars and swatches
 * by 3 to 1. The grounds are read off a window, light and dark; meson runs this once more in high
 * contrast. Whether pillars can be told apart is in tests/report/test-palette.c. */

#include "config.h"

#include "harness.h"

#include "app/drawing.h"
#include "app/pillar-colours.h"
#include "app/places-row.h"
#include "app/rank-row.h"
#include "app/ranking-page.h"
#include "report/palette.h"

#define TEXT 4.5
#define GRAPHIC 3.0

static SlApplication *application;

static void
set_dark (gboolean dark)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                           : ADW_COLOR_SCHEME_FORCE_LIGHT);
}

/* The colour just inside the side of a widget, where nothing is drawn. */
static void
read_ground (SlWindow *window, GtkWidget *widget, double rgb[3])
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  graphene_point_t place;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GdkTextureDownloader) downloader = NULL;
  guchar pixel[4];

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (GTK_WIDGET (window)),
                          gtk_widget_get_height (GTK_WIDGET (window)));
  g_assert_true (gtk_widget_compute_point (
      widget, GTK_WIDGET (window),
      &GRAPHENE_POINT_INIT (4, (float) gtk_widget_get_height (widget) / 2), &place));
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (
      gtk_native_get_renderer (GTK_NATIVE (window)), node,
      &GRAPHENE_RECT_INIT ((float) (int) place.x, (float) (int) place.y, 1, 1));
  downloader = gdk_texture_downloader_new (texture);
  gdk_texture_downloader_set_format (downloader, GDK_MEMORY_R8G8B8A8);
  gdk_texture_downloader_download_into (downloader, pixel, sizeof pixel);
  g_assert_cmpuint (pixel[3], ==, 255);
  for (int i = 0; i < 3; i++)
    rgb[i] = pixel[i] / 255.0;
  g_test_message ("%s on %02x%02x%02x", G_OBJECT_TYPE_NAME (widget), pixel[0], pixel[1], pixel[2]);
}

static void
lay_over (const GdkRGBA *colour, const double ground[3], double rgb[3])
{
  const double parts[3] = { (double) colour->red, (double) colour->green, (double) colour->blue };

  for (int i = 0; i < 3; i++)
    rgb[i] = (double) colour->alpha * parts[i] + (1 - (double) colour->alpha) * ground[i];
}

static void
assert_stands_out (const GdkRGBA *colour, const double ground[3], double least, const char *what)
{
  double rgb[3];
  double contrast;

  lay_over (colour, ground, rgb);
  contrast = sl_palette_contrast (rgb, ground);
  if (contrast < least)
    g_error ("%s: %.2f to 1, not %.1f", what, contrast, least);
}

static void
check_text (GtkWidget *widget, const double ground[3], const char *what)
{
  GdkRGBA colour, dim;

  sl_drawing_get_colours (widget, &colour, &dim);
  assert_stands_out (&colour, ground, TEXT, what);
  assert_stands_out (&dim, ground, TEXT, what);
}

static void
check_pillars (const double ground[3], const char *what)
{
  for (guint i = 0; i < 4 * SL_PALETTE_N_HUES; i++) {
    g_autofree char *name = g_strdup_printf ("pillar %u on %s", i, what);
    GdkRGBA colour;

    sl_pillar_colour (i, &colour);
    assert_stands_out (&colour, ground, GRAPHIC, name);
  }
}

/* The figures on the map of places, on the deepest shade of any accent. */
static void
check_shades (GtkWidget *widget, const double ground[3])
{
  GdkRGBA colour, dim;

  sl_drawing_get_colours (widget, &colour, &dim);
  for (AdwAccentColor i = ADW_ACCENT_COLOR_BLUE; i <= ADW_ACCENT_COLOR_SLATE; i++) {
    g_autofree char *name = g_strdup_printf ("a figure on accent %d", (int) i);
    double shaded[3];
    GdkRGBA shade;

    adw_accent_color_to_rgba (i, &shade);
    shade.alpha = SL_PLACES_DEEPEST;
    lay_over (&shade, ground, shaded);
    assert_stands_out (&colour, shaded, TEXT, name);
  }
}

static void
test_window (gconstpointer data)
{
  SlWindow *window;
  GtkWidget *row;
  double ground[3];

  set_dark (GPOINTER_TO_INT (data));
  window = harness_window_new (application, 1280, 800);
  row = harness_find (GTK_WIDGET (window), SL_TYPE_RANK_ROW);
  read_ground (window, row, ground);
  check_text (row, ground, "text in the chart");
  check_pillars (ground, "the chart");
  check_shades (row, ground);

  row = harness_find_importance_row (window, "Performance");
  read_ground (window, row, ground);
  check_text (row, ground, "text in the sidebar");
  check_pillars (ground, "the sidebar");

  read_ground (window, harness_find (GTK_WIDGET (window), SL_TYPE_RANKING_PAGE), ground);
  check_pillars (ground, "the window");
  harness_window_free (window);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = harness_application_new ();

  g_test_add_data_func ("/contrast/light", GINT_TO_POINTER (FALSE), test_window);
  g_test_add_data_func ("/contrast/dark", GINT_TO_POINTER (TRUE), test_window);
  status = g_test_run ();
  g_clear_object (&application);

  return status;
}
