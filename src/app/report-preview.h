/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What is shown of a report before there is one: a page, a picture, or how a file begins. */

#include <gtk/gtk.h>

#include "report-job.h"

G_BEGIN_DECLS

typedef struct {
  SlReportSheets *sheets; /* nullable */
  GdkTexture *texture;    /* either this */
  char *text;             /* or this; the other is NULL */
} SlReportPreview;

/* Whether it is shown page by page. */
gboolean sl_report_format_has_pages (SlReportFormat format);

/* For a thread. Errors as those of sl_report_new(). */
SlReportPreview *sl_report_preview_new (SlReportJob *job,
                                        GCancellable *cancellable,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sl_report_preview_free (SlReportPreview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlReportPreview, sl_report_preview_free)

G_END_DECLS
