/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/report.h"

G_BEGIN_DECLS

/* Prints these pages, which it takes, each scaled to the paper that is chosen then. `title`: how
 * the queue of the printer calls it. */
GtkPrintOperation *sl_report_print_operation_new (SlReportPages *pages,
                                                  SlPaper paper,
                                                  const char *title) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
