/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The report as a tagged PDF: measured once to know how many pages there are, then drawn. */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "catalogue/json-input.h"
#include "report/citations-private.h"
#include "report/report-private.h"
#include "report/sections-private.h"
#include "report/words-private.h"

static const SlSection sections[] = {
  sl_section_answer, sl_section_rankings,     sl_section_reasons, sl_section_exclusions,
  sl_section_advice, sl_section_requirements, sl_section_rules,   sl_section_values,
  sl_section_claims, sl_section_method,       sl_section_sources,
};

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
write_sections (SlPrint *print, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++) {
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    sections[i](print);
  }
  sl_page_finish (print->page);

  return TRUE;
}

/* How many pages there will be, and where each section begins. */
static SlPage *
measure (SlPrint *print, GCancellable *cancellable, GError **error)
{
  g_autoptr (SlPage) page = sl_page_new (NULL, print->options->paper, NULL);

  print->page = page;
  if (!write_sections (print, cancellable, error))
    return NULL;

  return g_steal_pointer (&page);
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
  if (!write_sections (print, cancellable, error))
    return FALSE;

  status = cairo_status (page->cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, SL_INPUT_ERROR, SL_INPUT_ERROR_READ,
               /* Translators: %s says what went wrong in the drawing library. */
               _ ("The report could not be drawn: %s"), cairo_status_to_string (status));

  return FALSE;
}

GBytes *
sl_report_to_pdf (SlAnalysis *analysis,
                  const SlReportOptions *options,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autofree char *title = sl_text_clean (options->title, SL_TEXT_MAX_TITLE);
  g_autoptr (GPtrArray) citations = sl_citations_new (analysis);
  g_autoptr (SlPage) measured = NULL;
  g_autoptr (GByteArray) out = g_byte_array_new ();
  SlPrint print = {
    .analysis = analysis,
    .catalogue = sl_analysis_get_catalogue (analysis),
    .requirements = sl_analysis_get_requirements (analysis),
    .options = options,
    .title = *title != '\0' ? title : _ ("Decision without a title"),
    .citations = citations,
  };
  cairo_surface_t *surface;
  gboolean done = FALSE;

  measured = measure (&print, cancellable, error);
  if (measured == NULL)
    return NULL;

  surface = create_surface (&print, out);
  done = draw (&print, surface, measured, cancellable, error);
  /* Also where it was given up half way: what cairo writes then goes nowhere. */
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&out)) : NULL;
}
