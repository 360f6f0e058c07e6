/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "report-preview.h"

/* Bytes of a text that are shown. */
#define MAX_PREVIEW_TEXT 20000

gboolean
sl_report_format_has_pages (SlReportFormat format)
{
  return format == SL_REPORT_PDF || format == SL_REPORT_HTML;
}

void
sl_report_preview_free (SlReportPreview *self)
{
  g_clear_pointer (&self->sheets, sl_report_sheets_unref);
  g_clear_object (&self->texture);
  g_free (self->text);
  g_free (self);
}

static void
surface_destroy (gpointer data)
{
  cairo_surface_destroy (data);
}

/* Takes the surface. */
static GdkTexture *
texture_new (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (
      cairo_image_surface_get_data (surface), stride * (gsize) height, surface_destroy, surface);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static GdkTexture *
paint_page (const SlReportJob *job, const SlReportPages *pages)
{
  cairo_surface_t *surface;
  cairo_t *cr;
  double width, height;

  sl_report_pages_get_size (pages, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (width * job->scale + 0.5),
                                        (int) (height * job->scale + 0.5));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, job->scale, job->scale);
  sl_report_pages_draw (pages, MIN (job->page, sl_report_pages_get_n_pages (pages) - 1), cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return texture_new (surface);
}

static gboolean
preview_page (SlReportJob *job, SlReportPreview *preview, GCancellable *cancellable, GError **error)
{
  SlReportPages *pages = NULL;

  if (job->sheets != NULL) {
    preview->sheets = sl_report_sheets_ref (job->sheets);
  } else {
    pages = sl_report_job_lay_out (job, cancellable, error);
    if (pages == NULL)
      return FALSE;
    preview->sheets = sl_report_sheets_new (pages);
  }
  preview->texture = paint_page (job, preview->sheets->pages);

  return TRUE;
}

static gboolean
preview_file (SlReportJob *job, SlReportPreview *preview, GCancellable *cancellable, GError **error)
{
  gboolean is_picture = job->format == SL_REPORT_SVG || job->format == SL_REPORT_PNG;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *start = NULL;

  /* The two pictures show the same. */
  bytes = sl_report_job_make (job, is_picture ? SL_REPORT_PNG : job->format, cancellable, error);
  if (bytes == NULL)
    return FALSE;
  if (is_picture) {
    preview->texture = gdk_texture_new_from_bytes (bytes, error);
    return preview->texture != NULL;
  }

  start =
      g_strndup (g_bytes_get_data (bytes, NULL), MIN (g_bytes_get_size (bytes), MAX_PREVIEW_TEXT));
  preview->text = g_utf8_make_valid (start, -1);

  return TRUE;
}

SlReportPreview *
sl_report_preview_new (SlReportJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (SlReportPreview) self = g_new0 (SlReportPreview, 1);
  gboolean made = sl_report_format_has_pages (job->format)
                      ? preview_page (job, self, cancellable, error)
                      : preview_file (job, self, cancellable, error);

  return made ? g_steal_pointer (&self) : NULL;
}
