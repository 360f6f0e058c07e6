/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/csv-writer.h"

#include <string.h>
#include "catalogue/number.h"

static void
begin_cell (SlCsvWriter *self)
{
  if (self->in_row)
    g_string_append_c (self->out, ',');
  self->in_row = TRUE;
}

/* What makes a spreadsheet compute instead of show (CWE-1236). */
static gboolean
looks_like_formula (const char *text)
{
  return text[0] != '\0' && strchr ("=+-@\t\r", text[0]) != NULL;
}

void
sl_csv_writer_add_text (SlCsvWriter *self, const char *text)
{
  gboolean quoted = strpbrk (text, ",\"\r\n") != NULL;

  begin_cell (self);
  if (quoted)
    g_string_append_c (self->out, '"');
  if (looks_like_formula (text))
    g_string_append_c (self->out, '\'');
  for (const char *at = text; *at != '\0'; at++) {
    if (*at == '"')
      g_string_append_c (self->out, '"');
    g_string_append_c (self->out, *at);
  }
  if (quoted)
    g_string_append_c (self->out, '"');
}

void
sl_csv_writer_add_number (SlCsvWriter *self, double number)
{
  begin_cell (self);
  sl_number_append (self->out, number);
}

void
sl_csv_writer_end_row (SlCsvWriter *self)
{
  g_string_append (self->out, "\r\n");
  self->in_row = FALSE;
}
