/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/json-writer.h"

#include <math.h>
#include "cli/number.h"
#include "cli/output.h"

struct _SlJsonWriter {
  GString *out;
  guint depth;
  gboolean empty; /* nothing in the present object or array yet */
};

SlJsonWriter *
sl_json_writer_new (void)
{
  SlJsonWriter *self = g_new0 (SlJsonWriter, 1);

  self->out = g_string_new (NULL);
  return self;
}

void
sl_json_writer_free (SlJsonWriter *self)
{
  g_string_free (self->out, TRUE);
  g_free (self);
}

static void
append_text (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *at = text; *at != '\0'; at++) {
    if (*at == '"' || *at == '\\')
      g_string_append_c (out, '\\');
    if (g_ascii_iscntrl (*at))
      g_string_append_printf (out, "\\u%04x", (guchar) *at);
    else
      g_string_append_c (out, *at);
  }
  g_string_append_c (out, '"');
}

static void
begin_line (SlJsonWriter *self)
{
  g_string_append_c (self->out, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->out, "  ");
}

static void
begin_value (SlJsonWriter *self, const char *member)
{
  if (self->depth > 0) {
    if (!self->empty)
      g_string_append_c (self->out, ',');
    begin_line (self);
  }
  self->empty = FALSE;
  if (member != NULL) {
    append_text (self->out, member);
    g_string_append (self->out, " : ");
  }
}

static void
begin (SlJsonWriter *self, const char *member, char bracket)
{
  begin_value (self, member);
  g_string_append_c (self->out, bracket);
  self->depth++;
  self->empty = TRUE;
}

static void
end (SlJsonWriter *self, char bracket)
{
  self->depth--;
  if (!self->empty)
    begin_line (self);
  g_string_append_c (self->out, bracket);
  self->empty = FALSE;
}

void
sl_json_writer_begin_object (SlJsonWriter *self, const char *member)
{
  begin (self, member, '{');
}

void
sl_json_writer_end_object (SlJsonWriter *self)
{
  end (self, '}');
}

void
sl_json_writer_begin_array (SlJsonWriter *self, const char *member)
{
  begin (self, member, '[');
}

void
sl_json_writer_end_array (SlJsonWriter *self)
{
  end (self, ']');
}

void
sl_json_writer_add_text (SlJsonWriter *self, const char *member, const char *text)
{
  begin_value (self, member);
  if (text != NULL)
    append_text (self->out, text);
  else
    g_string_append (self->out, "null");
}

void
sl_json_writer_add_number (SlJsonWriter *self, const char *member, double number)
{
  begin_value (self, member);
  if (isfinite (number))
    sl_number_append (self->out, number);
  else
    g_string_append (self->out, "null");
}

void
sl_json_writer_add_boolean (SlJsonWriter *self, const char *member, gboolean value)
{
  begin_value (self, member);
  g_string_append (self->out, value ? "true" : "false");
}

SlExit
sl_json_writer_print (SlJsonWriter *self)
{
  g_return_val_if_fail (self->depth == 0, SL_EXIT_IO);

  g_string_append_c (self->out, '\n');
  return sl_output_print (self->out->str, self->out->len);
}
