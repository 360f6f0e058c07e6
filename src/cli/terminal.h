/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Text in columns, measured as a terminal shows it: wide characters take two cells, combining ones
 * none. */

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SL_ALIGN_START,
  SL_ALIGN_END,
} SlAlign;

/* Of help and of tables that go to a file. */
#define SL_HELP_WIDTH 80

/* The columns of the terminal on standard output; SL_HELP_WIDTH where it is none. */
guint sl_terminal_get_width (void);

guint sl_terminal_measure (const char *text);

/* At most `width` cells, ending in «…» if something had to go. */
char *sl_terminal_shorten (const char *text, guint width) G_GNUC_WARN_UNUSED_RESULT;

/* Filled up with blanks to `width`; longer texts as they are. */
void sl_terminal_append_padded (GString *out, const char *text, guint width, SlAlign align);

/* Breaks `text` between words before `width`. The line begins at column `column` already; further
 * lines are indented by `indent`. Ends with a line end. */
void sl_terminal_append_wrapped (GString *out,
                                 const char *text,
                                 guint column,
                                 guint indent,
                                 guint width);

/* ---- tables ---- */

typedef enum {
  SL_COLUMN_TEXT,   /* as wide as its widest cell */
  SL_COLUMN_NUMBER, /* likewise, aligned at its end */
  SL_COLUMN_SHRINK, /* shortened where the table is too wide */
  SL_COLUMN_WRAP,   /* the last one: goes on in further lines */
} SlColumnKind;

typedef struct _SlTextTable SlTextTable;

SlTextTable *sl_text_table_new (void) G_GNUC_WARN_UNUSED_RESULT;
void sl_text_table_free (SlTextTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlTextTable, sl_text_table_free)

void sl_text_table_add_column (SlTextTable *self, SlColumnKind kind, const char *title);
/* Cell by cell, row by row. Control characters are replaced. */
void sl_text_table_add_cell (SlTextTable *self, const char *text);
/* `format`: of one double, in the locale of the user. */
void sl_text_table_add_number (SlTextTable *self, int decimals, double number);
void sl_text_table_append_to (SlTextTable *self, guint width, GString *out);

G_END_DECLS
