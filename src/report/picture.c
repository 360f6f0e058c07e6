/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart by itself, as SVG and as PNG. */

#include "config.h"

#include "report/chart-private.h"
#include "report/report-private.h"

/* Pixels a point: sharp on a screen of twice the density. */
#define SCALE (2 * 4.0 / 3.0)

static SlFigure *
new_picture (SlAnalysis *analysis, const SlReportOptions *options)
{
  PangoContext *context = sl_text_context_new ();
  SlFigure *figure = sl_chart_new_picture (context, analysis, options);

  g_object_unref (context);

  return figure;
}

GBytes *
sl_report_to_svg (SlAnalysis *analysis,
                  const SlReportOptions *options,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (SlFigure) figure = NULL;
  g_autoptr (GString) out = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  figure = new_picture (analysis, options);
  out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  sl_figure_append_svg (figure, out, "chart", TRUE);

  return g_string_free_to_bytes (g_steal_pointer (&out));
}

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

GBytes *
sl_report_to_png (SlAnalysis *analysis,
                  const SlReportOptions *options,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (SlFigure) figure = NULL;
  g_autoptr (GByteArray) out = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  figure = new_picture (analysis, options);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                        (int) (sl_figure_get_width (figure) * SCALE + 0.5),
                                        (int) (sl_figure_get_height (figure) * SCALE + 0.5));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, SCALE, SCALE);
  sl_figure_draw (figure, cr, 0, 0);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, write_bytes, out);
  cairo_surface_destroy (surface);

  return sl_report_check_drawing (status, error)
             ? g_byte_array_free_to_bytes (g_steal_pointer (&out))
             : NULL;
}
