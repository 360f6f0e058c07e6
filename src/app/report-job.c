/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "report-job.h"

#include "decision/save.h"

/* ---- pages ---- */

SlReportSheets *
sl_report_sheets_new (SlReportPages *pages)
{
  SlReportSheets *self = g_atomic_rc_box_new0 (SlReportSheets);

  self->pages = pages;

  return self;
}

SlReportSheets *
sl_report_sheets_ref (SlReportSheets *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
sheets_clear (gpointer data)
{
  SlReportSheets *self = data;

  sl_report_pages_free (self->pages);
}

void
sl_report_sheets_unref (SlReportSheets *self)
{
  g_atomic_rc_box_release_full (self, sheets_clear);
}

/* ---- jobs ---- */

SlReportJob *
sl_report_job_new (SlDecision *decision, SlAnalysis *analysis)
{
  SlReportJob *self = g_new0 (SlReportJob, 1);

  self->analysis = sl_analysis_ref (analysis);
  self->state = sl_decision_state_ref (sl_decision_get_state (decision));
  self->options.title = sl_decision_get_title (decision);
  self->options.prose = sl_decision_get_prose (decision);
  self->options.profile = sl_decision_get_profile (decision);
  self->options.date = sl_report_date ();

  return self;
}

void
sl_report_job_free (SlReportJob *self)
{
  sl_analysis_unref (self->analysis);
  sl_decision_state_unref (self->state);
  g_clear_pointer (&self->language, sl_language_unref);
  g_clear_pointer (&self->translated, sl_analysis_unref);
  g_clear_object (&self->file);
  g_clear_pointer (&self->sheets, sl_report_sheets_unref);
  g_free (self);
}

/* ---- in a language ---- */

/* NULL: an error. `options` become those of the analysis. */
static SlAnalysis *
choose_analysis (SlReportJob *self,
                 SlReportOptions *options,
                 GCancellable *cancellable,
                 GError **error)
{
  const SlProfile *profile = self->options.profile;

  *options = self->options;
  if (self->language == NULL || sl_language_is_process (self->language))
    return self->analysis;

  if (self->translated == NULL)
    self->translated =
        sl_analysis_translate (self->analysis, self->options.board, cancellable, error);
  if (self->translated != NULL && profile != NULL)
    options->profile =
        sl_catalogue_find_profile (sl_analysis_get_catalogue (self->translated), profile->id);

  return self->translated;
}

/* Exactly one of them, as `format` is one or NULL. */
typedef struct {
  GBytes *bytes;
  SlReportPages *pages;
} Product;

static Product
make_product (SlReportJob *self,
              const SlReportFormat *format,
              GCancellable *cancellable,
              GError **error)
{
  SlLanguageBefore before = { NULL };
  Product product = { NULL, NULL };
  SlReportOptions options;
  SlAnalysis *analysis;

  if (self->language != NULL)
    before = sl_language_enter (self->language);
  analysis = choose_analysis (self, &options, cancellable, error);
  if (analysis != NULL && format != NULL)
    product.bytes = sl_report_new (analysis, &options, *format, cancellable, error);
  else if (analysis != NULL)
    product.pages = sl_report_pages_new (analysis, &options, cancellable, error);
  if (self->language != NULL)
    sl_language_leave (before);

  return product;
}

GBytes *
sl_report_job_make (SlReportJob *self,
                    SlReportFormat format,
                    GCancellable *cancellable,
                    GError **error)
{
  return make_product (self, &format, cancellable, error).bytes;
}

SlReportPages *
sl_report_job_lay_out (SlReportJob *self, GCancellable *cancellable, GError **error)
{
  return make_product (self, NULL, cancellable, error).pages;
}

/* What was written of a file that cannot be finished is dropped by closing it cancelled: closed as
 * usual it would take the place of the old one. */
static gboolean
write_elsewhere (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileOutputStream) stream =
      g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, cancellable, error);
  g_autoptr (GCancellable) drop = NULL;

  if (stream == NULL)
    return FALSE;
  if (g_output_stream_write_all (G_OUTPUT_STREAM (stream), g_bytes_get_data (bytes, NULL),
                                 g_bytes_get_size (bytes), NULL, cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);

  drop = g_cancellable_new ();
  g_cancellable_cancel (drop);
  g_output_stream_close (G_OUTPUT_STREAM (stream), drop, NULL);

  return FALSE;
}

gboolean
sl_report_job_write (SlReportJob *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = sl_report_job_make (self, self->format, cancellable, error);
  g_autofree char *path = g_file_get_path (self->file);

  if (bytes == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  return path != NULL ? sl_save (path, bytes, NULL, SL_SAVE_PLAIN, error)
                      : write_elsewhere (self->file, bytes, cancellable, error);
}
