/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Reading a table that nobody vouches for: CSV (RFC 4180) in UTF-8 with a header, bounded, and one
 * line a fault, naming the file, the line and the column's header.
 *
 * Both kinds of line end will do, and a byte order mark; lines without any content are skipped. A
 * row that is not as long as the header is a fault and is not handed out. */

#include <gio/gio.h>

G_BEGIN_DECLS

/* Faults beyond this many are counted, not listed. */
#define SL_CSV_MAX_FAULTS 20
/* As much of a cell as a fault quotes. */
#define SL_CSV_MAX_QUOTED 60

typedef struct _SlCsvReader SlCsvReader;

/* Reads the header. `name` is how faults call the file, `max_columns` counts the first too. NULL
 * with SL_INPUT_ERROR where going on makes no sense. */
SlCsvReader *sl_csv_reader_new (GBytes *bytes, const char *name, guint max_columns, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void sl_csv_reader_free (SlCsvReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlCsvReader, sl_csv_reader_free)

guint sl_csv_reader_get_n_columns (const SlCsvReader *self);
/* Without the blanks around it. */
const char *sl_csv_reader_get_header (const SlCsvReader *self, guint column);
/* The headers after the first column: a fault for each that is empty or was there before. Returns:
 * (transfer full): NULL-terminated. */
char **sl_csv_reader_take_names (SlCsvReader *self);

/* FALSE at the end of the file. */
gboolean sl_csv_reader_next (SlCsvReader *self);
/* Of the present row; without the blanks around it; valid until the next row. */
const char *sl_csv_reader_get_cell (const SlCsvReader *self, guint column);
guint sl_csv_reader_get_line (const SlCsvReader *self);

/* As much of a text as a fault should quote; valid until the next row. */
const char *sl_csv_reader_quote (SlCsvReader *self, const char *text);
/* Records a fault in this line (0: of the file as a whole) and column (0: of the line as a whole).
 */
void sl_csv_reader_fault (SlCsvReader *self, guint line, guint column, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
gboolean sl_csv_reader_has_faults (const SlCsvReader *self);
/* TRUE when there was no fault. Else SL_INPUT_ERROR_INVALID, whose message has one line a fault. */
gboolean sl_csv_reader_finish (SlCsvReader *self, GError **error);

/* The first cell of a file, as it would be read: what kind of table it is. NULL with SL_INPUT_ERROR
 * where it is not text. */
char *sl_csv_peek (GBytes *bytes, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
