/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/people.h"
#include "report/report.h"

G_BEGIN_DECLS

/* Each format in a file of its own; sl_report_new() says what they do. */
typedef GBytes *(*SlReportWriter) (SlAnalysis *analysis,
                                   const SlReportOptions *options,
                                   GCancellable *cancellable,
                                   GError **error);

GBytes *sl_report_to_pdf (SlAnalysis *analysis,
                          const SlReportOptions *options,
                          GCancellable *cancellable,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *sl_report_to_html (SlAnalysis *analysis,
                           const SlReportOptions *options,
                           GCancellable *cancellable,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *sl_report_to_markdown (SlAnalysis *analysis,
                               const SlReportOptions *options,
                               GCancellable *cancellable,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *sl_report_to_json (SlAnalysis *analysis,
                           const SlReportOptions *options,
                           GCancellable *cancellable,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *sl_report_to_csv (SlAnalysis *analysis,
                          const SlReportOptions *options,
                          GCancellable *cancellable,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *sl_report_to_svg (SlAnalysis *analysis,
                          const SlReportOptions *options,
                          GCancellable *cancellable,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *sl_report_to_png (SlAnalysis *analysis,
                          const SlReportOptions *options,
                          GCancellable *cancellable,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same analysis with how sure one may be of the board beside its ranking, computed where it is
 * not known; without that where nobody is ranked. NULL: G_IO_ERROR_CANCELLED. */
SlAnalysis *sl_report_complete (SlAnalysis *analysis,
                                SlBoard board,
                                GCancellable *cancellable,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* How people differ on the board that was asked for; NULL unless two or more of the decision's
 * participants have weights of their own. */
SlPeople *sl_report_find_people (SlAnalysis *analysis,
                                 const SlReportOptions *options) G_GNUC_WARN_UNUSED_RESULT;

/* What drawing with cairo came to; TRUE if all is well. */
gboolean sl_report_check_drawing (cairo_status_t status, GError **error);

G_END_DECLS
