/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Writing CSV (RFC 4180) that a spreadsheet may open: line ends are CRLF, and a text that it would
 * take for a formula begins with an apostrophe. */

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  GString *out;
  gboolean in_row;
} SlCsvWriter;

void sl_csv_writer_add_text (SlCsvWriter *self, const char *text);
void sl_csv_writer_add_number (SlCsvWriter *self, double number);
void sl_csv_writer_end_row (SlCsvWriter *self);

G_END_DECLS
