/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The report as a tagged PDF: measured once to know how many pages there are, then drawn. */

#include "config.h"

#include <cairo-pdf.h>

#include "catalogue/translation.h"
#include "report/report-private.h"
#include "report/sections-private.h"
#include "report/words-private.h"

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
create_surface (const SlPrint *print, GByteArray *out)
{
  cairo_surface_t *surface;
  g_autofree char *date = sl_date_to_iso8601 (print->options->date);
  double width = 0, height = 0;

  sl_page_get_size (print->options->paper, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (write_bytes, out, width, height);
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_7);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, print->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                  _ ("Which backend technology and architecture, and why"));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Shortlist " SL_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);

  return surface;
}

static gboolean
draw (SlPrint *print,
      cairo_surface_t *surface,
      const SlPage *measured,
      GCancellable *cancellable,
      GError **error)
{
  g_autoptr (SlPage) page = sl_page_new (surface, print->options->paper, measured);
  cairo_status_t status;

  print->page = page;
  if (!sl_print_write (print, cancellable, error))
    return FALSE;

  status = cairo_status (page->cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);

  return sl_report_check_drawing (status, error);
}

/* ---- page by page ---- */

struct _SlReportPages {
  GPtrArray *sheets; /* of cairo_surface_t */
  double width, height;
};

SlReportPages *
sl_report_pages_new (SlAnalysis *analysis,
                     const SlReportOptions *options,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (SlReportPages) self = g_new0 (SlReportPages, 1);
  g_autoptr (SlAnalysis) complete =
      sl_report_complete (analysis, options->board, cancellable, error);
  g_auto (SlPrint) print = { 0 };
  g_autoptr (SlPage) measured = NULL;
  g_autoptr (SlPage) page = NULL;

  if (complete == NULL)
    return NULL;

  print = sl_print_new (complete, options);
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  sl_page_get_size (options->paper, &self->width, &self->height);
  measured = sl_print_measure (&print, cancellable, error);
  if (measured == NULL)
    return NULL;

  page = sl_page_new_for_sheets (self->sheets, options->paper, measured);
  print.page = page;
  if (!sl_print_write (&print, cancellable, error) ||
      !sl_report_check_drawing (cairo_status (page->cr), error))
    return NULL;

  return g_steal_pointer (&self);
}

void
sl_report_pages_free (SlReportPages *self)
{
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_free (self);
}

guint
sl_report_pages_get_n_pages (const SlReportPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->sheets->len;
}

void
sl_report_pages_get_size (const SlReportPages *self, double *width, double *height)
{
  g_return_if_fail (self != NULL && width != NULL && height != NULL);

  *width = self->width;
  *height = self->height;
}

void
sl_report_pages_draw (const SlReportPages *self, guint page, cairo_t *cr)
{
  g_return_if_fail (self != NULL && cr != NULL);
  g_return_if_fail (page < self->sheets->len);

  cairo_save (cr);
  cairo_set_source_surface (cr, g_ptr_array_index (self->sheets, page), 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}

/* ---- the file ---- */

GBytes *
sl_report_to_pdf (SlAnalysis *analysis,
                  const SlReportOptions *options,
                  GCancellable *cancellable,
                  GError **error)
{
  g_auto (SlPrint) print = sl_print_new (analysis, options);
  g_autoptr (SlPage) measured = NULL;
  g_autoptr (GByteArray) out = g_byte_array_new ();
  cairo_surface_t *surface;
  gboolean done = FALSE;

  measured = sl_print_measure (&print, cancellable, error);
  if (measured == NULL)
    return NULL;

  surface = create_surface (&print, out);
  done = draw (&print, surface, measured, cancellable, error);
  /* Also where it was given up half way: what cairo writes then goes nowhere. */
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&out)) : NULL;
}
