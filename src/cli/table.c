/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/terminal.h"

#include "cli/message.h"

/* Between two columns. */
#define GAP 2
/* A column is not made narrower than this. */
#define MIN_COLUMN 12

typedef struct {
  SlColumnKind kind;
  guint width;
} Column;

struct _SlTextTable {
  GArray *columns;  /* of Column */
  GPtrArray *cells; /* of char *, the titles first */
};

SlTextTable *
sl_text_table_new (void)
{
  SlTextTable *self = g_new0 (SlTextTable, 1);

  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
sl_text_table_free (SlTextTable *self)
{
  g_array_unref (self->columns);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
sl_text_table_add_column (SlTextTable *self, SlColumnKind kind, const char *title)
{
  g_return_if_fail (self->cells->len == self->columns->len);

  g_array_append_val (self->columns, ((Column) { kind, 0 }));
  sl_text_table_add_cell (self, title);
}

void
sl_text_table_add_cell (SlTextTable *self, const char *text)
{
  g_ptr_array_add (self->cells, sl_make_printable (text));
}

void
sl_text_table_add_number (SlTextTable *self, int decimals, double number)
{
  g_ptr_array_add (self->cells, g_strdup_printf ("%.*f", decimals, number));
}

static void
measure_columns (SlTextTable *self, guint width)
{
  guint n = self->columns->len;
  guint total = GAP * (n - 1);

  for (guint i = 0; i < self->cells->len; i++) {
    Column *column = &g_array_index (self->columns, Column, i % n);

    column->width = MAX (column->width, sl_terminal_measure (g_ptr_array_index (self->cells, i)));
  }
  for (guint i = 0; i < n; i++)
    total += g_array_index (self->columns, Column, i).width;
  for (guint i = 0; i < n && total > width; i++) {
    Column *column = &g_array_index (self->columns, Column, i);

    if (column->kind == SL_COLUMN_SHRINK || column->kind == SL_COLUMN_WRAP) {
      guint needed = column->width - MIN (column->width, total - width);
      guint kept = MIN (column->width, MAX (MIN_COLUMN, needed));

      total -= column->width - kept;
      column->width = kept;
    }
  }
}

static void
end_line (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

static void
append_row (SlTextTable *self, guint start, GString *out)
{
  guint n = self->columns->len;
  guint at = 0;

  for (guint i = 0; i < n; i++) {
    const Column *column = &g_array_index (self->columns, Column, i);
    const char *text = g_ptr_array_index (self->cells, start + i);
    g_autofree char *shortened = sl_terminal_shorten (text, column->width);

    if (column->kind == SL_COLUMN_WRAP && text[0] != '\0') {
      sl_terminal_append_wrapped (out, text, at, at, at + column->width);
      return;
    }
    sl_terminal_append_padded (out, shortened, column->width,
                               column->kind == SL_COLUMN_NUMBER ? SL_ALIGN_END : SL_ALIGN_START);
    if (i + 1 < n)
      g_string_append_printf (out, "%*s", GAP, "");
    at += column->width + GAP;
  }
  end_line (out);
}

void
sl_text_table_append_to (SlTextTable *self, guint width, GString *out)
{
  g_return_if_fail (self->columns->len > 0);
  g_return_if_fail (self->cells->len % self->columns->len == 0);

  measure_columns (self, width);
  for (guint i = 0; i < self->cells->len; i += self->columns->len)
    append_row (self, i, out);
}
