/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "pillar-colours.h"

#include "report/palette.h"

void
sl_pillar_colour (guint pillar, GdkRGBA *colour)
{
  double rgb[3];

  sl_palette_get_pillar (pillar, adw_style_manager_get_dark (adw_style_manager_get_default ()),
                         rgb);
  *colour = (GdkRGBA) { (float) rgb[0], (float) rgb[1], (float) rgb[2], 1 };
}

static void
load_colours (GtkCssProvider *provider)
{
  guint n_pillars = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (provider), "n-pillars"));
  g_autoptr (GString) css = g_string_new (NULL);

  for (guint i = 0; i < n_pillars; i++) {
    g_autofree char *text = NULL;
    GdkRGBA colour;

    sl_pillar_colour (i, &colour);
    text = gdk_rgba_to_string (&colour);
    g_string_append_printf (css,
                            "scale.pillar-%u > trough > highlight { background-color: %s; }\n"
                            "swatch.pillar-%u { background-color: %s; }\n",
                            i, text, i, text);
  }
  gtk_css_provider_load_from_string (provider, css->str);
}

void
sl_pillar_colours_install (GdkDisplay *display, guint n_pillars)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  g_object_set_data (G_OBJECT (provider), "n-pillars", GUINT_TO_POINTER (n_pillars));
  load_colours (provider);
  g_signal_connect_object (adw_style_manager_get_for_display (display), "notify::dark",
                           G_CALLBACK (load_colours), provider, G_CONNECT_SWAPPED);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}
