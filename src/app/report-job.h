/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a thread makes a report from: all of it is immutable or the job's own. */

#include <gio/gio.h>

#include "decision/decision.h"
#include "report/language.h"
#include "report/report.h"

G_BEGIN_DECLS

/* Pages that a task may still paint from when the dialog has others already. Reference-counted. */
typedef struct {
  SlReportPages *pages;
} SlReportSheets;

/* Takes the pages. */
SlReportSheets *sl_report_sheets_new (SlReportPages *pages) G_GNUC_WARN_UNUSED_RESULT;
SlReportSheets *sl_report_sheets_ref (SlReportSheets *self);
void sl_report_sheets_unref (SlReportSheets *self);

typedef struct {
  SlAnalysis *analysis;
  SlDecisionState *state;  /* what the words in the options belong to */
  SlLanguage *language;    /* of the report; NULL: that of the window */
  SlAnalysis *translated;  /* in that language; NULL: it has to be made, and is kept here then */
  SlReportOptions options; /* the profile is the state's, whatever the language */
  SlReportFormat format;
  GFile *file;            /* to write to; else NULL */
  SlReportSheets *sheets; /* to show a page of; NULL: they have to be made first */
  guint page;
  double scale; /* pixels a point */
} SlReportJob;

/* Of the decision as it is now; the rest is the caller's to fill in. */
SlReportJob *
sl_report_job_new (SlDecision *decision, SlAnalysis *analysis) G_GNUC_WARN_UNUSED_RESULT;
void sl_report_job_free (SlReportJob *self);

/* In its language, for a thread. Errors as those of sl_report_new(). */
GBytes *sl_report_job_make (SlReportJob *self,
                            SlReportFormat format,
                            GCancellable *cancellable,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
SlReportPages *sl_report_job_lay_out (SlReportJob *self,
                                      GCancellable *cancellable,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Makes the report and writes it: a file that was there is replaced when the new one is complete,
 * and nothing is left of one that is not. */
gboolean sl_report_job_write (SlReportJob *self, GCancellable *cancellable, GError **error);

G_END_DECLS
