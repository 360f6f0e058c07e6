/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Tables: rows whole, the head repeated on each page, every row with a cell in every column. */

#include "report/page-private.h"

G_BEGIN_DECLS

typedef struct {
  const char *title;
  double width; /* points; 0: see share */
  double share; /* of what the others leave; 0: as wide as its content, but for broken titles */
  PangoAlignment alignment; /* figures to the right */
} SlColumn;

typedef struct _SlTable SlTable;

SlTable *
sl_table_new (SlPage *page, const SlColumn *columns, guint n_columns) G_GNUC_WARN_UNUSED_RESULT;

/* The next cell of the row; a row ends by itself when all its columns have one. Takes the text. */
void sl_table_add (SlTable *self, SlText *text);
/* Whatever somebody wrote, cleaned. */
void sl_table_add_string (SlTable *self, SlRunFlags flags, const char *string);
/* The ground of all there can be of something; text stays readable on it. */
#define SL_SHADE_DEEPEST 0.42

/* Of the last cell: a ground of a pillar's colour, from none (0) to full (1); */
void sl_table_shade (SlTable *self, guint pillar, double amount);
/* a square of that colour before its text; its text further in. */
void sl_table_swatch (SlTable *self, guint pillar);
void sl_table_indent (SlTable *self);

/* What the table shows, where there is no heading right above it. On paper it stands in the text.
 */
void sl_table_set_caption (SlTable *self, const char *caption);

/* Room for what comes right after the table, to be on the same page. */
void sl_table_reserve (SlTable *self, double height);

/* Frees it. A table that fits on half a page is divided only where much of the page before would
 * stay empty; one without rows draws nothing. */
void sl_table_draw (SlTable *self);

G_END_DECLS
