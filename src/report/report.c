/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "report/report-private.h"

gboolean
sl_report_format_from_path (const char *path, SlReportFormat *format)
{
  static const struct {
    const char *suffix;
    SlReportFormat format;
  } formats[] = {
    { ".pdf", SL_REPORT_PDF },
    { ".json", SL_REPORT_JSON },
  };
  const char *dot = strrchr (path, '.');

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (formats); i++) {
    if (g_ascii_strcasecmp (dot, formats[i].suffix) == 0) {
      *format = formats[i].format;
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

GBytes *
sl_report_new (SlAnalysis *analysis,
               const SlReportOptions *options,
               SlReportFormat format,
               GCancellable *cancellable,
               GError **error)
{
  g_return_val_if_fail (analysis != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail ((guint) options->board < SL_N_BOARDS, NULL);

  switch (format) {
  case SL_REPORT_PDF:
    return sl_report_to_pdf (analysis, options, cancellable, error);
  case SL_REPORT_JSON:
    return sl_report_to_json (analysis, options, cancellable, error);
  default:
    g_return_val_if_reached (NULL);
  }
}
