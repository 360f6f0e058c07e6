/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schema.h"

#include <math.h>
#include <string.h>

typedef struct {
  JsonObject *root; /* of the schema */
  GString *place;   /* in the document */
  char *fault;      /* the first */
} Checker;

static void check (Checker *self, JsonObject *schema, JsonNode *node);

G_GNUC_PRINTF (2, 3)
static void
fail (Checker *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  if (self->fault != NULL)
    return;
  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  self->fault = g_strdup_printf ("%s: %s", self->place->str, text);
}

static void
descend (Checker *self, JsonNode *schema, JsonNode *node, const char *step)
{
  gsize length = self->place->len;

  g_string_append_printf (self->place, ".%s", step);
  check (self, json_node_get_object (schema), node);
  g_string_truncate (self->place, length);
}

/* ---- types ---- */

static gboolean
has_type (JsonNode *node, const char *type)
{
  gboolean value = JSON_NODE_HOLDS_VALUE (node);
  GType held = value ? json_node_get_value_type (node) : G_TYPE_NONE;

  if (strcmp (type, "object") == 0)
    return JSON_NODE_HOLDS_OBJECT (node);
  if (strcmp (type, "array") == 0)
    return JSON_NODE_HOLDS_ARRAY (node);
  if (strcmp (type, "null") == 0)
    return JSON_NODE_HOLDS_NULL (node);
  if (strcmp (type, "string") == 0)
    return held == G_TYPE_STRING;
  if (strcmp (type, "boolean") == 0)
    return held == G_TYPE_BOOLEAN;
  if (strcmp (type, "integer") == 0)
    return held == G_TYPE_INT64;
  if (strcmp (type, "number") == 0)
    return held == G_TYPE_INT64 ||
           (held == G_TYPE_DOUBLE && isfinite (json_node_get_double (node)));
  return FALSE;
}

static void
check_type (Checker *self, JsonNode *type, JsonNode *node)
{
  gboolean found = FALSE;

  if (JSON_NODE_HOLDS_VALUE (type)) {
    found = has_type (node, json_node_get_string (type));
  } else {
    JsonArray *types = json_node_get_array (type);

    for (guint i = 0; i < json_array_get_length (types); i++)
      found = found || has_type (node, json_array_get_string_element (types, i));
  }
  if (!found)
    fail (self, "is a %s", json_node_type_name (node));
}

/* ---- objects ---- */

/* Each name is as a text that `propertyNames` describes. */
static void
check_names (Checker *self, JsonObject *schema, GList *names)
{
  JsonNode *described = json_object_get_member (schema, "propertyNames");

  for (const GList *l = names; described != NULL && l != NULL; l = l->next) {
    g_autoptr (JsonNode) name = json_node_init_string (json_node_alloc (), l->data);

    descend (self, described, name, l->data);
  }
}

static void
check_members (Checker *self, JsonObject *schema, JsonObject *object)
{
  JsonObject *known = json_object_has_member (schema, "properties")
                          ? json_object_get_object_member (schema, "properties")
                          : NULL;
  JsonNode *others = json_object_get_member (schema, "additionalProperties");
  g_autoptr (GList) members = json_object_get_members (object);

  check_names (self, schema, members);
  for (const GList *l = members; l != NULL; l = l->next) {
    JsonNode *member = json_object_get_member (object, l->data);

    if (known != NULL && json_object_has_member (known, l->data))
      descend (self, json_object_get_member (known, l->data), member, l->data);
    else if (others != NULL && JSON_NODE_HOLDS_OBJECT (others))
      descend (self, others, member, l->data);
    else if (others != NULL && !json_node_get_boolean (others))
      fail (self, "has the unknown member %s", (const char *) l->data);
  }
}

static void
check_object (Checker *self, JsonObject *schema, JsonNode *node)
{
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;
  object = json_node_get_object (node);
  if (json_object_has_member (schema, "required")) {
    JsonArray *required = json_object_get_array_member (schema, "required");

    for (guint i = 0; i < json_array_get_length (required); i++)
      if (!json_object_has_member (object, json_array_get_string_element (required, i)))
        fail (self, "lacks %s", json_array_get_string_element (required, i));
  }
  if (json_object_get_size (object) <
      json_object_get_int_member_with_default (schema, "minProperties", 0))
    fail (self, "has too few members");
  check_members (self, schema, object);
}

/* ---- arrays ---- */

static void
check_unique (Checker *self, JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    for (guint j = 0; j < i; j++)
      if (json_node_equal (json_array_get_element (array, i), json_array_get_element (array, j)))
        fail (self, "has the same twice, at %u and %u", j, i);
}

static void
check_array (Checker *self, JsonObject *schema, JsonNode *node)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return;
  array = json_node_get_array (node);
  if (json_array_get_length (array) <
      json_object_get_int_member_with_default (schema, "minItems", 0))
    fail (self, "has too few elements");
  if (json_array_get_length (array) >
      json_object_get_int_member_with_default (schema, "maxItems", G_MAXINT))
    fail (self, "has too many elements");
  if (json_object_get_boolean_member_with_default (schema, "uniqueItems", FALSE))
    check_unique (self, array);
  for (guint i = 0; json_object_has_member (schema, "items") && i < json_array_get_length (array);
       i++) {
    g_autofree char *step = g_strdup_printf ("[%u]", i);

    descend (self, json_object_get_member (schema, "items"), json_array_get_element (array, i),
             step);
  }
}

/* ---- values ---- */

static void
check_bounds (Checker *self, JsonObject *schema, JsonNode *node)
{
  double value;

  if (!has_type (node, "number"))
    return;
  value = json_node_get_double (node);
  if (json_object_has_member (schema, "minimum") &&
      value < json_object_get_double_member (schema, "minimum"))
    fail (self, "is too small: %g", value);
  if (json_object_has_member (schema, "maximum") &&
      value > json_object_get_double_member (schema, "maximum"))
    fail (self, "is too large: %g", value);
}

static void
check_text (Checker *self, JsonObject *schema, JsonNode *node)
{
  const char *text;

  if (!has_type (node, "string"))
    return;
  text = json_node_get_string (node);
  if (g_utf8_strlen (text, -1) < json_object_get_int_member_with_default (schema, "minLength", 0))
    fail (self, "is too short");
  if (g_utf8_strlen (text, -1) >
      json_object_get_int_member_with_default (schema, "maxLength", G_MAXINT))
    fail (self, "is too long");
  if (json_object_has_member (schema, "pattern") &&
      !g_regex_match_simple (json_object_get_string_member (schema, "pattern"), text, 0, 0))
    fail (self, "does not match: %s", text);
}

static void
check_enum (Checker *self, JsonObject *schema, JsonNode *node)
{
  gboolean found = FALSE;

  if (json_object_has_member (schema, "const") &&
      !json_node_equal (json_object_get_member (schema, "const"), node))
    fail (self, "is not the constant");
  if (json_object_has_member (schema, "enum")) {
    JsonArray *known = json_object_get_array_member (schema, "enum");

    for (guint i = 0; i < json_array_get_length (known); i++)
      found = found || json_node_equal (json_array_get_element (known, i), node);
    if (!found)
      fail (self, "is none of the known ones");
  }
}

/* ---- the whole ---- */

/* "#/$defs/NAME" */
static void
check_reference (Checker *self, const char *reference, JsonNode *node)
{
  static const char prefix[] = "#/$defs/";
  JsonObject *definitions = json_object_get_object_member (self->root, "$defs");

  g_assert (g_str_has_prefix (reference, prefix));
  check (self, json_object_get_object_member (definitions, reference + strlen (prefix)), node);
}

static void
check_condition (Checker *self, JsonObject *schema, JsonNode *node)
{
  Checker trial = { .root = self->root, .place = self->place };
  const char *branch;

  if (!json_object_has_member (schema, "if"))
    return;
  check (&trial, json_object_get_object_member (schema, "if"), node);
  branch = trial.fault == NULL ? "then" : "else";
  g_free (trial.fault);
  if (json_object_has_member (schema, branch))
    check (self, json_object_get_object_member (schema, branch), node);
}

static void
check (Checker *self, JsonObject *schema, JsonNode *node)
{
  static const char *const known[] = {
    "$schema", "$id",       "$defs",     "$ref",       "title",         "description",
    "type",    "enum",      "const",     "properties", "propertyNames", "additionalProperties",
    "items",   "required",  "minItems",  "maxItems",   "uniqueItems",   "minProperties",
    "pattern", "minLength", "maxLength", "minimum",    "maximum",       "if",
    "then",    "else",      NULL,
  };
  g_autoptr (GList) keywords = json_object_get_members (schema);

  for (const GList *l = keywords; l != NULL; l = l->next)
    if (!g_strv_contains (known, l->data))
      fail (self, "is described by %s, which is not known here", (const char *) l->data);
  if (json_object_has_member (schema, "$ref"))
    check_reference (self, json_object_get_string_member (schema, "$ref"), node);
  if (json_object_has_member (schema, "type"))
    check_type (self, json_object_get_member (schema, "type"), node);
  check_object (self, schema, node);
  check_array (self, schema, node);
  check_bounds (self, schema, node);
  check_text (self, schema, node);
  check_enum (self, schema, node);
  check_condition (self, schema, node);
}

char *
schema_check (const char *name, JsonNode *node)
{
  g_autofree char *path =
      g_strdup_printf ("%s/%s.schema.json", g_getenv ("SHORTLIST_SCHEMAS"), name);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  Checker checker = { 0 };

  if (!json_parser_load_from_file (parser, path, &error))
    return g_strdup (error->message);
  checker.root = json_node_get_object (json_parser_get_root (parser));
  checker.place = g_string_new (name);
  check (&checker, checker.root, node);
  g_string_free (checker.place, TRUE);
  return checker.fault;
}
