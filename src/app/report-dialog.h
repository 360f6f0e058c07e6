/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "report/report.h"

G_BEGIN_DECLS

/* Shows the pages of a report, asks for its format, paper and parts, then for a file, and writes it
 * off the main thread; or prints it. Signals: saved (GFile *), failed (const char *message). */

#define SL_TYPE_REPORT_DIALOG (sl_report_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlReportDialog, sl_report_dialog, SL, REPORT_DIALOG, AdwDialog)

AdwDialog *sl_report_dialog_new (SlDecision *decision, SlAnalysis *analysis, SlBoard board);
/* What follows when a file has been chosen: writes the report in the format that is chosen. */
void sl_report_dialog_save (SlReportDialog *self, GFile *file);

G_END_DECLS
