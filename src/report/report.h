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
  SL_REPORT_HTML,
  SL_REPORT_MARKDOWN, /* a decision record after MADR 4 */
  SL_REPORT_JSON,     /* complete: what `verify` reads */
  SL_REPORT_CSV,
  SL_REPORT_SVG, /* the chart of the board */
  SL_REPORT_PNG,
} SlReportFormat;

#define SL_N_REPORT_FORMATS 7

/* What a file name of this format ends in, and how the command line calls it: pdf. */
const char *sl_report_format_get_id (SlReportFormat format);
/* Translated: «PDF, to read». */
const char *sl_report_format_get_name (SlReportFormat format);
/* application/pdf */
const char *sl_report_format_get_media_type (SlReportFormat format);
/* The format that a file name ends in; FALSE if there is none. */
gboolean sl_report_format_from_path (const char *path, SlReportFormat *format);

/* What may be left out of a PDF or HTML report; of the answer nothing is. */
typedef enum {
  SL_REPORT_SECTION_ANSWER,
  SL_REPORT_SECTION_RANKINGS,
  SL_REPORT_SECTION_REASONS,
  SL_REPORT_SECTION_ROBUSTNESS,
  SL_REPORT_SECTION_PEOPLE, /* there is one only where two or more have weights of their own */
  SL_REPORT_SECTION_FINALISTS,
  SL_REPORT_SECTION_EXCLUSIONS,
  SL_REPORT_SECTION_ADVICE,
  SL_REPORT_SECTION_REQUIREMENTS,
  SL_REPORT_SECTION_RULES,
  SL_REPORT_SECTION_VALUES,
  SL_REPORT_SECTION_CLAIMS,
  SL_REPORT_SECTION_METHOD,
  SL_REPORT_SECTION_SOURCES,
} SlReportSection;

#define SL_N_REPORT_SECTIONS 14

const char *sl_report_section_get_name (SlReportSection section); /* translated */

typedef enum {
  SL_PAPER_A4,
  SL_PAPER_LETTER,
} SlPaper;

/* What a report needs beside the analysis. */
typedef struct {
  const char *title;        /* the decision's */
  const SlProse *prose;     /* the decision's; nullable */
  const SlProfile *profile; /* nullable */
  SlBoard board;            /* which ranking comes first */
  SlPaper paper;            /* of a PDF */
  guint omitted;            /* a bit (1 << SlReportSection) for each that is left out */
  gint64 date; /* seconds since 1970: when it was made (SOURCE_DATE_EPOCH where it is set) */
} SlReportOptions;

/* Of the words that people read: en, pt-BR (BCP 47). */
const char *sl_report_get_language (void);
/* The date for SlReportOptions: SOURCE_DATE_EPOCH, else now. */
gint64 sl_report_date (void);

/* The whole report in memory; the caller writes it. What is not known yet of how sure the answer is
 * gets computed, which takes a second or so. Errors: SL_INPUT_ERROR_READ when drawing ran
 * out of memory, G_IO_ERROR_CANCELLED. Where nothing else is said a report is in the language of
 * the process, as the analysis is. */
GBytes *sl_report_new (SlAnalysis *analysis,
                       const SlReportOptions *options,
                       SlReportFormat format,
                       GCancellable *cancellable,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The pages of the PDF, to be looked at or printed one by one. Immutable; one thread at a time. */
typedef struct _SlReportPages SlReportPages;

/* Errors as above. */
SlReportPages *sl_report_pages_new (SlAnalysis *analysis,
                                    const SlReportOptions *options,
                                    GCancellable *cancellable,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sl_report_pages_free (SlReportPages *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlReportPages, sl_report_pages_free)
guint sl_report_pages_get_n_pages (const SlReportPages *self);
/* Points. */
void sl_report_pages_get_size (const SlReportPages *self, double *width, double *height);
/* Draws a page, from 0, with its top left at the origin and a point as the unit. */
void sl_report_pages_draw (const SlReportPages *self, guint page, cairo_t *cr);

G_END_DECLS
