/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "analysis/certainty.h"
#include "catalogue/json-input.h"
#include "catalogue/translation.h"
#include "report/report-private.h"

static const struct {
  const char *id;
  const char *name;
  const char *media_type;
  SlReportWriter write;
  gboolean says_how_sure;
} formats[SL_N_REPORT_FORMATS] = {
  [SL_REPORT_PDF] = { "pdf", N_ ("PDF, to read and print"), "application/pdf", sl_report_to_pdf,
                      TRUE },
  [SL_REPORT_HTML] = { "html", N_ ("HTML, to read anywhere"), "text/html", sl_report_to_html,
                       TRUE },
  [SL_REPORT_MARKDOWN] = { "md", N_ ("Markdown, a decision record"), "text/markdown",
                           sl_report_to_markdown, TRUE },
  [SL_REPORT_JSON] = { "json", N_ ("JSON, to check"), "application/json", sl_report_to_json, TRUE },
  [SL_REPORT_CSV] = { "csv", N_ ("CSV, for a spreadsheet"), "text/csv", sl_report_to_csv, FALSE },
  [SL_REPORT_SVG] = { "svg", N_ ("SVG, the chart"), "image/svg+xml", sl_report_to_svg, FALSE },
  [SL_REPORT_PNG] = { "png", N_ ("PNG, the chart"), "image/png", sl_report_to_png, FALSE },
};

const char *
sl_report_format_get_id (SlReportFormat format)
{
  g_return_val_if_fail ((guint) format < SL_N_REPORT_FORMATS, NULL);

  return formats[format].id;
}

const char *
sl_report_format_get_name (SlReportFormat format)
{
  g_return_val_if_fail ((guint) format < SL_N_REPORT_FORMATS, NULL);

  return _ (formats[format].name);
}

const char *
sl_report_format_get_media_type (SlReportFormat format)
{
  g_return_val_if_fail ((guint) format < SL_N_REPORT_FORMATS, NULL);

  return formats[format].media_type;
}

gboolean
sl_report_format_from_path (const char *path, SlReportFormat *format)
{
  const char *dot = strrchr (path, '.');

  for (guint i = 0; dot != NULL && i < SL_N_REPORT_FORMATS; i++) {
    if (g_ascii_strcasecmp (dot + 1, formats[i].id) == 0) {
      *format = (SlReportFormat) i;
      return TRUE;
    }
  }

  return FALSE;
}

/* The last second of the year 9999; later ones are no dates. */
#define LAST_DATE G_GINT64_CONSTANT (253402300799)

gint64
sl_report_date (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 date = 0;

  /* reproducible-builds.org: seconds since 1970, in decimal. */
  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, LAST_DATE, &date, NULL))
    return date;

  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
take_analysis (SlAnalysis **analysis, SlAnalysis *extended)
{
  sl_analysis_unref (*analysis);
  *analysis = extended;
}

static void
stop_cb (GCancellable *cancellable, gpointer user_data)
{
  g_atomic_int_set ((int *) user_data, 1);
}

static SlSensitivity *
find_sensitivity (SlAnalysis *analysis, SlBoard board, GCancellable *cancellable)
{
  int stop = 0;
  gulong handler = cancellable != NULL
                       ? g_cancellable_connect (cancellable, G_CALLBACK (stop_cb), &stop, NULL)
                       : 0;
  SlSensitivity *sensitivity = sl_sensitivity_new (analysis, board, &stop);

  g_cancellable_disconnect (cancellable, handler);

  return sensitivity;
}

SlAnalysis *
sl_report_complete (SlAnalysis *analysis, SlBoard board, GCancellable *cancellable, GError **error)
{
  const SlRobustness *known = sl_analysis_get_robustness (analysis, board);
  g_autoptr (SlAnalysis) complete = sl_analysis_ref (analysis);
  g_autoptr (SlRobustness) robustness = NULL;
  g_autoptr (SlSensitivity) sensitivity = NULL;

  if (known == NULL || !known->complete) {
    robustness = sl_robustness_new (analysis, board, 0, cancellable);
    if (robustness != NULL)
      take_analysis (&complete, sl_analysis_with_robustness (complete, robustness));
  }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  if (sl_analysis_get_sensitivity (analysis, board) == NULL) {
    sensitivity = find_sensitivity (analysis, board, cancellable);
    if (sensitivity != NULL)
      take_analysis (&complete, sl_analysis_with_sensitivity (complete, sensitivity));
  }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return g_steal_pointer (&complete);
}

GBytes *
sl_report_new (SlAnalysis *analysis,
               const SlReportOptions *options,
               SlReportFormat format,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (SlAnalysis) complete = NULL;

  g_return_val_if_fail (analysis != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail ((guint) options->board < SL_N_BOARDS, NULL);
  g_return_val_if_fail ((guint) format < SL_N_REPORT_FORMATS, NULL);

  if (!formats[format].says_how_sure)
    return formats[format].write (analysis, options, cancellable, error);

  complete = sl_report_complete (analysis, options->board, cancellable, error);
  if (complete == NULL)
    return NULL;

  return formats[format].write (complete, options, cancellable, error);
}

SlPeople *
sl_report_find_people (SlAnalysis *analysis, const SlReportOptions *options)
{
  g_autoptr (SlPeople) people = NULL;

  if (options->prose == NULL)
    return NULL;
  people = sl_people_new (analysis, options->prose->participants, options->board);

  return people != NULL && people->n_people >= SL_PEOPLE_MIN ? g_steal_pointer (&people) : NULL;
}

gboolean
sl_report_check_drawing (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, SL_INPUT_ERROR, SL_INPUT_ERROR_READ,
               /* Translators: %s says what went wrong in the drawing library. */
               _ ("The report could not be drawn: %s"), cairo_status_to_string (status));

  return FALSE;
}
