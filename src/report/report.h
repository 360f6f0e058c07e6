/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* An analysis on paper and in files. Everything here is made from one SlAnalysis and the decision's
 * own words; it runs on any thread and gives the same bytes for the same input. */

#include <cairo.h>
#include <gio/gio.h>
#include "analysis/analysis.h"

G_BEGIN_DECLS

typedef enum {
  SL_REPORT_PDF,
  SL_REPORT_JSON,
} SlReportFormat;

typedef enum {
  SL_PAPER_A4,
  SL_PAPER_LETTER,
} SlPaper;

/* What a report needs beside the analysis. */
typedef struct {
  const char *title;        /* the decision's */
  const SlProfile *profile; /* nullable */
  SlBoard board;            /* which ranking comes first */
  SlPaper paper;            /* of a PDF */
  gint64 date; /* seconds since 1970: when it was made (SOURCE_DATE_EPOCH where it is set) */
} SlReportOptions;

/* The format that a file name ends in; FALSE if there is none. */
gboolean sl_report_format_from_path (const char *path, SlReportFormat *format);
/* The date for SlReportOptions: SOURCE_DATE_EPOCH, else now. */
gint64 sl_report_date (void);

/* The whole report in memory; the caller writes it. Errors: SL_INPUT_ERROR_READ when drawing ran
 * out of memory, G_IO_ERROR_CANCELLED. */
GBytes *sl_report_new (SlAnalysis *analysis,
                       const SlReportOptions *options,
                       SlReportFormat format,
                       GCancellable *cancellable,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
