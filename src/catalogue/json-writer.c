/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/json-writer.h"

#include <math.h>
#include "catalogue/number.h"

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
  g_autofree char *valid = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);

  g_string_append_c (out, '"');
  for (const char *at = valid != NULL ? valid : text; *at != '\0'; at++) {
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

static void
add_members (SlJsonWriter *self, JsonObject *object)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    sl_json_writer_add_node (self, member, node);
}

static void
add_elements (SlJsonWriter *self, JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    sl_json_writer_add_node (self, NULL, json_array_get_element (array, i));
}

static void
add_value (SlJsonWriter *self, const char *member, JsonNode *node)
{
  switch (json_node_get_value_type (node)) {
  case G_TYPE_STRING:
    sl_json_writer_add_text (self, member, json_node_get_string (node));
    break;
  case G_TYPE_BOOLEAN:
    sl_json_writer_add_boolean (self, member, json_node_get_boolean (node));
    break;
  case G_TYPE_INT64:
    /* One of 64 bits would not come back from a double. */
    begin_value (self, member);
    g_string_append_printf (self->out, "%" G_GINT64_FORMAT, json_node_get_int (node));
    break;
  default:
    sl_json_writer_add_number (self, member, json_node_get_double (node));
  }
}

/* As deep as what was read, which is SL_JSON_MAX_DEPTH at most. */
void
sl_json_writer_add_node (SlJsonWriter *self, const char *member, JsonNode *node)
{
  switch (json_node_get_node_type (node)) {
  case JSON_NODE_OBJECT:
    sl_json_writer_begin_object (self, member);
    add_members (self, json_node_get_object (node));
    sl_json_writer_end_object (self);
    break;
  case JSON_NODE_ARRAY:
    sl_json_writer_begin_array (self, member);
    add_elements (self, json_node_get_array (node));
    sl_json_writer_end_array (self);
    break;
  case JSON_NODE_VALUE:
    add_value (self, member, node);
    break;
  case JSON_NODE_NULL:
  default:
    sl_json_writer_add_text (self, member, NULL);
  }
}

GBytes *
sl_json_writer_finish (SlJsonWriter *self)
{
  GString *whole;

  g_return_val_if_fail (self->depth == 0, NULL);

  whole = g_steal_pointer (&self->out);
  self->out = g_string_new (NULL);
  g_string_append_c (whole, '\n');

  return g_string_free_to_bytes (whole);
}
