/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "catalogue/json-input.h"

#include <math.h>
#include <string.h>

#include "catalogue/bytes-private.h"
#include "catalogue/json-scan-private.h"
#include "catalogue/translation.h"

#define MAX_FOUND 40 /* characters of a wrong text that a fault repeats */
#define MAX_ID 100

/* A member, or an element of a list. Most are never told of, so nothing is made of them before. */
typedef struct {
  const char *member; /* or NULL */
  guint index;
} Place;

struct _SlJsonInput {
  char *name;
  JsonNode *root;
  GArray *places;    /* of Place, from the root inwards */
  GPtrArray *faults; /* of char *, whole lines, at most SL_JSON_MAX_FAULTS */
  guint n_faults;
};

/* ---- a document ---- */

SlJsonInput *
sl_json_input_new (GBytes *bytes, const char *name, GError **error)
{
  SlJsonInput *self;
  JsonNode *root;
  g_autofree char *fault = NULL;
  const char *data;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  if (length > SL_JSON_MAX_BYTES) {
    sl_input_fail_too_large (name, error);
    return NULL;
  }
  root = sl_json_scan (data, length, &fault);
  if (root == NULL) {
    g_set_error (error, SL_INPUT_ERROR, SL_INPUT_ERROR_INVALID, "%s:%s", name, fault);
    return NULL;
  }

  self = g_new0 (SlJsonInput, 1);
  self->name = g_strdup (name);
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->faults = g_ptr_array_new_with_free_func (g_free);
  self->root = root;

  return self;
}

void
sl_json_input_free (SlJsonInput *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->root, json_node_unref);
  g_array_unref (self->places);
  g_ptr_array_unref (self->faults);
  g_free (self->name);
  g_free (self);
}

JsonObject *
sl_json_input_get_root (SlJsonInput *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return json_node_get_object (self->root);
}

/* ---- places and faults ---- */

/* Whether a place can show a member's name without quotes. */
static gboolean
is_plain_name (const char *name)
{
  for (const char *c = name; *c != '\0'; c++) {
    if (!g_ascii_isalnum (*c) && *c != '_' && *c != '-' && *c != ':' && *c != '+')
      return FALSE;
  }
  return *name != '\0';
}

/* `text` without what could break a line or hide a part of it, at most `max_length` characters. */
static void
append_visible (GString *string, const char *text, guint max_length)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar code = g_utf8_get_char (c);

    if (max_length-- == 0) {
      g_string_append (string, "…");
      return;
    }
    if (code == '"' || code == '\\')
      g_string_append_printf (string, "\\%c", (char) code);
    else if (g_unichar_isprint (code))
      g_string_append_unichar (string, code);
    else
      g_string_append_printf (string, "\\u%04x", code);
  }
}

static void
append_member (GString *place, const char *member)
{
  if (!is_plain_name (member)) {
    g_string_append (place, "[\"");
    append_visible (place, member, MAX_ID);
    g_string_append (place, "\"]");
    return;
  }
  if (place->len > 0)
    g_string_append_c (place, '.');
  g_string_append (place, member);
}

static char *
describe_place (SlJsonInput *self, const char *member)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->places->len; i++) {
    const Place *place = &g_array_index (self->places, Place, i);

    if (place->member != NULL)
      append_member (text, place->member);
    else
      g_string_append_printf (text, "[%u]", place->index);
  }
  if (member != NULL)
    append_member (text, member);

  return g_string_free (text, FALSE);
}

static void
push (SlJsonInput *self, Place place)
{
  g_array_append_val (self->places, place);
}

void
sl_json_input_push (SlJsonInput *self, const char *member)
{
  g_return_if_fail (self != NULL && member != NULL);

  push (self, (Place) { .member = member });
}

void
sl_json_input_push_index (SlJsonInput *self, guint index)
{
  g_return_if_fail (self != NULL);

  push (self, (Place) { .index = index });
}

void
sl_json_input_pop (SlJsonInput *self)
{
  g_return_if_fail (self != NULL && self->places->len > 0);

  g_array_set_size (self->places, self->places->len - 1);
}

void
sl_json_input_fault (SlJsonInput *self, const char *member, const char *format, ...)
{
  g_autofree char *place = NULL;
  g_autoptr (GString) line = NULL;
  va_list arguments;

  g_return_if_fail (self != NULL && format != NULL);

  if (self->n_faults++ >= SL_JSON_MAX_FAULTS)
    return;
  place = describe_place (self, member);
  line = g_string_new (NULL);
  g_string_append_printf (line, "%s: %s%s", self->name, place, *place != '\0' ? ": " : "");
  va_start (arguments, format);
  g_string_append_vprintf (line, format, arguments);
  va_end (arguments);
  g_ptr_array_add (self->faults, g_string_free (g_steal_pointer (&line), FALSE));
}

guint
sl_json_input_get_n_faults (SlJsonInput *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_faults;
}

gboolean
sl_json_input_finish (SlJsonInput *self, GError **error)
{
  g_autoptr (GString) message = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (self->n_faults == 0)
    return TRUE;
  message = g_string_new (NULL);
  for (guint i = 0; i < self->faults->len; i++)
    g_string_append_printf (message, "%s%s", i > 0 ? "\n" : "", (char *) self->faults->pdata[i]);
  if (self->n_faults > self->faults->len) {
    guint more = self->n_faults - self->faults->len;

    g_string_append_c (message, '\n');
    g_string_append_printf (
        message,
        /* Translators: %s is the name of a file with many faults, %u how many are not listed. */
        dngettext (GETTEXT_PACKAGE, "%s: … and %u more", "%s: … and %u more", more), self->name,
        more);
  }
  g_set_error_literal (error, SL_INPUT_ERROR, SL_INPUT_ERROR_INVALID, message->str);
  return FALSE;
}

/* What is there instead of what was expected, in a few words. */
static char *
describe (JsonNode *node)
{
  if (node == NULL)
    return g_strdup (_ ("nothing"));
  if (JSON_NODE_HOLDS_OBJECT (node))
    return g_strdup (_ ("an object"));
  if (JSON_NODE_HOLDS_ARRAY (node))
    return g_strdup (_ ("a list"));
  if (json_node_get_value_type (node) == G_TYPE_STRING) {
    GString *text = g_string_new ("\"");

    append_visible (text, json_node_get_string (node), MAX_FOUND);
    g_string_append_c (text, '"');
    return g_string_free (text, FALSE);
  }
  if (json_node_get_value_type (node) == G_TYPE_DOUBLE) {
    char number[G_ASCII_DTOSTR_BUF_SIZE];

    return g_strdup (g_ascii_formatd (number, sizeof number, "%.15g", json_node_get_double (node)));
  }
  return json_to_string (node, FALSE);
}

/* ---- typed getters ---- */

static JsonNode *
get_node (JsonObject *object, const char *member)
{
  g_return_val_if_fail (object != NULL && member != NULL, NULL);

  return json_object_get_member (object, member);
}

static gboolean
holds_number (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && (json_node_get_value_type (node) == G_TYPE_INT64 ||
                                          json_node_get_value_type (node) == G_TYPE_DOUBLE);
}

static gboolean
holds_type (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static const char *
check_string (SlJsonInput *self,
              JsonNode *node,
              const char *member,
              guint max_length,
              const char *fallback)
{
  g_autofree char *found = NULL;
  const char *text;

  if (node == NULL || !holds_type (node, G_TYPE_STRING)) {
    found = describe (node);
    sl_json_input_fault (self, member, _ ("expected a text, found %s"), found);
    return fallback;
  }
  text = json_node_get_string (node);
  if (strlen (text) > max_length && g_utf8_strlen (text, -1) > (glong) max_length) {
    sl_json_input_fault (self, member, _ ("expected at most %u characters, found %ld"), max_length,
                         g_utf8_strlen (text, -1));
    return fallback;
  }
  return text;
}

const char *
sl_json_input_string (SlJsonInput *self, JsonObject *object, const char *member, guint max_length)
{
  g_return_val_if_fail (self != NULL, NULL);

  return check_string (self, get_node (object, member), member, max_length, NULL);
}

const char *
sl_json_input_string_or (SlJsonInput *self,
                         JsonObject *object,
                         const char *member,
                         guint max_length,
                         const char *fallback)
{
  JsonNode *node = get_node (object, member);

  g_return_val_if_fail (self != NULL, NULL);

  return node != NULL ? check_string (self, node, member, max_length, fallback) : fallback;
}

/* One sentence for each kind of range, so that each can be translated. */
static void
fault_number (SlJsonInput *self, const char *member, double low, double high, JsonNode *node)
{
  g_autofree char *found = describe (node);
  char low_text[G_ASCII_DTOSTR_BUF_SIZE], high_text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (low_text, sizeof low_text, "%.15g", low);
  g_ascii_formatd (high_text, sizeof high_text, "%.15g", high);
  if (isfinite (low) && isfinite (high))
    sl_json_input_fault (self, member, _ ("expected a number from %s to %s, found %s"), low_text,
                         high_text, found);
  else if (isfinite (low))
    sl_json_input_fault (self, member, _ ("expected a number of at least %s, found %s"), low_text,
                         found);
  else if (isfinite (high))
    sl_json_input_fault (self, member, _ ("expected a number of at most %s, found %s"), high_text,
                         found);
  else
    sl_json_input_fault (self, member, _ ("expected a number, found %s"), found);
}

static double
check_number (SlJsonInput *self,
              JsonNode *node,
              const char *member,
              double low,
              double high,
              double fallback)
{
  double number;

  if (node == NULL || !holds_number (node)) {
    fault_number (self, member, low, high, node);
    return fallback;
  }
  number = json_node_get_double (node);
  if (!isfinite (number) || number < low || number > high) {
    fault_number (self, member, low, high, node);
    return fallback;
  }
  return number;
}

double
sl_json_input_number (SlJsonInput *self,
                      JsonObject *object,
                      const char *member,
                      double low,
                      double high)
{
  g_return_val_if_fail (self != NULL, 0);

  return check_number (self, get_node (object, member), member, low, high,
                       isfinite (low) ? low : 0);
}

double
sl_json_input_number_or (SlJsonInput *self,
                         JsonObject *object,
                         const char *member,
                         double low,
                         double high,
                         double fallback)
{
  JsonNode *node = get_node (object, member);

  g_return_val_if_fail (self != NULL, fallback);

  return node != NULL ? check_number (self, node, member, low, high, fallback) : fallback;
}

gboolean
sl_json_input_boolean_or (SlJsonInput *self,
                          JsonObject *object,
                          const char *member,
                          gboolean fallback)
{
  JsonNode *node = get_node (object, member);
  g_autofree char *found = NULL;

  g_return_val_if_fail (self != NULL, fallback);

  if (node == NULL)
    return fallback;
  if (holds_type (node, G_TYPE_BOOLEAN))
    return json_node_get_boolean (node);
  found = describe (node);
  sl_json_input_fault (self, member, _ ("expected true or false, found %s"), found);
  return fallback;
}

static JsonObject *
check_object (SlJsonInput *self, JsonNode *node, const char *member)
{
  g_autofree char *found = NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  found = describe (node);
  sl_json_input_fault (self, member, _ ("expected an object, found %s"), found);
  return NULL;
}

JsonObject *
sl_json_input_object (SlJsonInput *self, JsonObject *object, const char *member)
{
  g_return_val_if_fail (self != NULL, NULL);

  return check_object (self, get_node (object, member), member);
}

JsonObject *
sl_json_input_object_or_null (SlJsonInput *self, JsonObject *object, const char *member)
{
  JsonNode *node = get_node (object, member);

  g_return_val_if_fail (self != NULL, NULL);

  return node != NULL ? check_object (self, node, member) : NULL;
}

static JsonArray *
check_array (SlJsonInput *self, JsonNode *node, const char *member)
{
  g_autofree char *found = NULL;

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  found = describe (node);
  sl_json_input_fault (self, member, _ ("expected a list, found %s"), found);
  return NULL;
}

JsonArray *
sl_json_input_array (SlJsonInput *self, JsonObject *object, const char *member)
{
  g_return_val_if_fail (self != NULL, NULL);

  return check_array (self, get_node (object, member), member);
}

JsonArray *
sl_json_input_array_or_null (SlJsonInput *self, JsonObject *object, const char *member)
{
  JsonNode *node = get_node (object, member);

  g_return_val_if_fail (self != NULL, NULL);

  return node != NULL ? check_array (self, node, member) : NULL;
}

JsonObject *
sl_json_input_element_object (SlJsonInput *self, JsonArray *array, guint index)
{
  g_return_val_if_fail (self != NULL && array != NULL, NULL);

  return check_object (self, json_array_get_element (array, index), NULL);
}

const char *
sl_json_input_element_string (SlJsonInput *self, JsonArray *array, guint index, guint max_length)
{
  g_return_val_if_fail (self != NULL && array != NULL, NULL);

  return check_string (self, json_array_get_element (array, index), NULL, max_length, NULL);
}

double
sl_json_input_element_number (SlJsonInput *self,
                              JsonArray *array,
                              guint index,
                              double low,
                              double high)
{
  g_return_val_if_fail (self != NULL && array != NULL, 0);

  return check_number (self, json_array_get_element (array, index), NULL, low, high,
                       isfinite (low) ? low : 0);
}

static gboolean
is_id (const char *text)
{
  if (!g_ascii_islower (*text) && !g_ascii_isdigit (*text))
    return FALSE;
  for (const char *c = text; *c != '\0'; c++) {
    if (!g_ascii_islower (*c) && !g_ascii_isdigit (*c) && *c != '_' && *c != '.' && *c != ':' &&
        *c != '-')
      return FALSE;
  }
  return strlen (text) <= MAX_ID;
}

static const char *
check_id (SlJsonInput *self, JsonNode *node, const char *member)
{
  g_autofree char *found = NULL;

  if (node != NULL && holds_type (node, G_TYPE_STRING) && is_id (json_node_get_string (node)))
    return json_node_get_string (node);
  found = describe (node);
  sl_json_input_fault (self, member,
                       _ ("expected an id (a-z, 0-9, _.:- and at most %d characters), found %s"),
                       MAX_ID, found);
  return NULL;
}

const char *
sl_json_input_id (SlJsonInput *self, JsonObject *object, const char *member)
{
  g_return_val_if_fail (self != NULL, NULL);

  return check_id (self, get_node (object, member), member);
}

const char *
sl_json_input_element_id (SlJsonInput *self, JsonArray *array, guint index)
{
  g_return_val_if_fail (self != NULL && array != NULL, NULL);

  return check_id (self, json_array_get_element (array, index), NULL);
}

void
sl_json_input_only (SlJsonInput *self, JsonObject *object, const char *const *members)
{
  JsonObjectIter iter;
  const char *name;

  g_return_if_fail (self != NULL && object != NULL && members != NULL);

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, NULL)) {
    if (!g_strv_contains (members, name))
      sl_json_input_fault (self, name, _ ("expected no member of this name"));
  }
}
