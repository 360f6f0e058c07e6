/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/csv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "catalogue/json-input.h"
#include "cli/terminal.h"

struct _SlCsvReader {
  char *name;
  GBytes *bytes;
  const char *at;
  const char *end;
  guint next_line; /* of `at` */

  guint line;     /* where the present row began */
  GString *text;  /* its cells, each with a NUL at its end */
  GArray *starts; /* of gsize: where each begins in `text` */

  char **header;
  guint n_columns;

  GString *faults;
  guint n_faults;
  GPtrArray *quotes; /* what was handed out during this row */
};

/* ---- faults ---- */

const char *
sl_csv_reader_quote (SlCsvReader *self, const char *text)
{
  char *quote = sl_terminal_shorten (text, SL_CSV_MAX_QUOTED);

  g_ptr_array_add (self->quotes, quote);
  return quote;
}

static void
add_fault (SlCsvReader *self, guint line, guint column, const char *text)
{
  gsize start;

  self->n_faults++;
  if (self->n_faults > SL_CSV_MAX_FAULTS)
    return;
  if (self->faults->len > 0)
    g_string_append_c (self->faults, '\n');
  start = self->faults->len;
  g_string_append_printf (self->faults, "%s: ", self->name);
  if (column > 0)
    /* Translators: a place in a table: the line, and the header of the column */
    g_string_append_printf (self->faults, _ ("line %u, “%s”"), line,
                            sl_csv_reader_quote (self, self->header[column]));
  else if (line > 0)
    g_string_append_printf (self->faults, _ ("line %u"), line);
  g_string_append_printf (self->faults, "%s%s", line > 0 ? ": " : "", text);
  /* A cell may go over several lines; a fault is one. */
  g_strdelimit (self->faults->str + start, "\r\n", ' ');
}

void
sl_csv_reader_fault (SlCsvReader *self, guint line, guint column, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  add_fault (self, line, column, text);
}

gboolean
sl_csv_reader_has_faults (const SlCsvReader *self)
{
  return self->n_faults > 0;
}

gboolean
sl_csv_reader_finish (SlCsvReader *self, GError **error)
{
  if (self->n_faults == 0)
    return TRUE;
  if (self->n_faults > SL_CSV_MAX_FAULTS) {
    guint more = self->n_faults - SL_CSV_MAX_FAULTS;

    g_string_append_printf (self->faults, "\n%s: ", self->name);
    g_string_append_printf (
        self->faults,
        g_dngettext (GETTEXT_PACKAGE, "and %u more fault", "and %u more faults", more), more);
  }
  g_set_error_literal (error, SL_INPUT_ERROR, SL_INPUT_ERROR_INVALID, self->faults->str);
  return FALSE;
}

/* ---- rows ---- */

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

static void
skip_line_end (SlCsvReader *self)
{
  if (self->at < self->end && *self->at == '\r')
    self->at++;
  if (self->at < self->end && *self->at == '\n')
    self->at++;
  self->next_line++;
}

/* Between the quotes all counts, a doubled quote is one. FALSE where the second one is missing. */
static gboolean
read_quoted (SlCsvReader *self)
{
  for (self->at++; self->at < self->end; self->at++) {
    if (*self->at == '"') {
      if (self->at + 1 == self->end || self->at[1] != '"') {
        self->at++;
        return TRUE;
      }
      self->at++;
    } else if (*self->at == '\n') {
      self->next_line++;
    }
    g_string_append_c (self->text, *self->at);
  }
  return FALSE;
}

static void
read_plain (SlCsvReader *self)
{
  const char *start = self->at;

  while (self->at < self->end && *self->at != ',' && !is_line_end (*self->at))
    self->at++;
  g_string_append_len (self->text, start, self->at - start);
}

static void
read_cell (SlCsvReader *self)
{
  gsize start = self->text->len;
  guint line = self->next_line;

  g_array_append_val (self->starts, start);
  if (self->at < self->end && *self->at == '"') {
    if (!read_quoted (self)) {
      sl_csv_reader_fault (self, line, 0, _ ("a quotation mark is opened and not closed"));
    } else if (self->at < self->end && *self->at != ',' && !is_line_end (*self->at)) {
      sl_csv_reader_fault (self, line, 0, _ ("expected a comma after the closing quotation mark"));
      read_plain (self);
    }
  } else {
    read_plain (self);
  }
  g_strstrip (self->text->str + start);
  g_string_truncate (self->text, start + strlen (self->text->str + start));
  g_string_append_c (self->text, '\0');
}

/* FALSE at the end of the file. */
static gboolean
read_row (SlCsvReader *self)
{
  g_string_truncate (self->text, 0);
  g_array_set_size (self->starts, 0);
  if (self->at >= self->end)
    return FALSE;
  self->line = self->next_line;
  for (;;) {
    read_cell (self);
    if (self->at >= self->end)
      return TRUE;
    if (is_line_end (*self->at)) {
      skip_line_end (self);
      return TRUE;
    }
    self->at++;
  }
}

/* Nothing but commas and blanks: what spreadsheets leave under a table. */
static gboolean
is_blank_row (const SlCsvReader *self)
{
  return self->text->len == self->starts->len;
}

static gboolean
read_row_with_content (SlCsvReader *self)
{
  do
    if (!read_row (self))
      return FALSE;
  while (is_blank_row (self));
  return TRUE;
}

const char *
sl_csv_reader_get_cell (const SlCsvReader *self, guint column)
{
  return self->text->str + g_array_index (self->starts, gsize, column);
}

guint
sl_csv_reader_get_line (const SlCsvReader *self)
{
  return self->line;
}

gboolean
sl_csv_reader_next (SlCsvReader *self)
{
  g_ptr_array_set_size (self->quotes, 0);
  while (read_row_with_content (self)) {
    if (self->starts->len == self->n_columns)
      return TRUE;
    sl_csv_reader_fault (self, self->line, 0,
                         _ ("expected %u cells, as many as in the header, found %u"),
                         self->n_columns, self->starts->len);
  }
  return FALSE;
}

/* ---- the header ---- */

static SlCsvReader *
reader_new (GBytes *bytes, const char *name)
{
  SlCsvReader *self = g_new0 (SlCsvReader, 1);
  gsize length;

  self->name = g_strdup (name);
  self->bytes = g_bytes_ref (bytes);
  self->at = g_bytes_get_data (bytes, &length);
  self->end = self->at + length;
  if (length >= 3 && memcmp (self->at, "\xef\xbb\xbf", 3) == 0)
    self->at += 3;
  self->next_line = 1;
  self->text = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->faults = g_string_new (NULL);
  self->quotes = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
sl_csv_reader_free (SlCsvReader *self)
{
  g_free (self->name);
  g_bytes_unref (self->bytes);
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_strfreev (self->header);
  g_string_free (self->faults, TRUE);
  g_ptr_array_unref (self->quotes);
  g_free (self);
}

static gboolean
check_encoding (SlCsvReader *self)
{
  const char *invalid = self->at;
  guint line = 1;

  /* NUL is not text either; g_utf8_validate_len () stops at it. */
  if (g_utf8_validate_len (self->at, (gsize) (self->end - self->at), &invalid))
    return TRUE;
  for (const char *at = self->at; at < invalid; at++)
    line += *at == '\n';
  sl_csv_reader_fault (self, line, 0, _ ("expected text in UTF-8, found the byte 0x%02x"),
                       (guchar) *invalid);
  return FALSE;
}

/* What the programs of some countries write by themselves. */
static gboolean
check_separator (SlCsvReader *self)
{
  const char *cell = sl_csv_reader_get_cell (self, 0);

  if (self->starts->len > 1 || strpbrk (cell, ";\t") == NULL)
    return TRUE;
  sl_csv_reader_fault (self, self->line, 0,
                       strchr (cell, ';') != NULL
                           ? _ ("expected commas between the cells, found semicolons")
                           : _ ("expected commas between the cells, found tabs"));
  return FALSE;
}

static gboolean
read_header (SlCsvReader *self, guint max_columns)
{
  g_autoptr (GStrvBuilder) header = g_strv_builder_new ();

  if (!check_encoding (self))
    return FALSE;
  if (!read_row_with_content (self)) {
    sl_csv_reader_fault (self, 0, 0, _ ("expected a table with a header, found an empty file"));
    return FALSE;
  }
  if (!check_separator (self))
    return FALSE;
  if (self->starts->len > max_columns) {
    sl_csv_reader_fault (self, self->line, 0, _ ("expected at most %u columns, found %u"),
                         max_columns, self->starts->len);
    return FALSE;
  }
  self->n_columns = self->starts->len;
  for (guint i = 0; i < self->n_columns; i++)
    g_strv_builder_add (header, sl_csv_reader_get_cell (self, i));
  self->header = g_strv_builder_end (header);
  return TRUE;
}

SlCsvReader *
sl_csv_reader_new (GBytes *bytes, const char *name, guint max_columns, GError **error)
{
  g_autoptr (SlCsvReader) self = reader_new (bytes, name);

  if (read_header (self, max_columns))
    return g_steal_pointer (&self);
  sl_csv_reader_finish (self, error);
  return NULL;
}

guint
sl_csv_reader_get_n_columns (const SlCsvReader *self)
{
  return self->n_columns;
}

const char *
sl_csv_reader_get_header (const SlCsvReader *self, guint column)
{
  return self->header[column];
}

char **
sl_csv_reader_take_names (SlCsvReader *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 1; i < self->n_columns; i++) {
    const char *name = self->header[i];

    if (name[0] == '\0')
      sl_csv_reader_fault (self, self->line, 0,
                           _ ("expected a name for column %u, found an empty cell"), i + 1);
    else if (!g_hash_table_add (seen, (gpointer) name))
      sl_csv_reader_fault (self, self->line, 0,
                           _ ("expected a name of its own for column %u, found “%s” again"), i + 1,
                           sl_csv_reader_quote (self, name));
    g_strv_builder_add (names, name);
  }
  return g_strv_builder_end (names);
}

char *
sl_csv_peek (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (SlCsvReader) self = reader_new (bytes, name);

  if (!check_encoding (self)) {
    sl_csv_reader_finish (self, error);
    return NULL;
  }
  if (!read_row_with_content (self))
    return g_strdup ("");
  return g_strdup (sl_csv_reader_get_cell (self, 0));
}
