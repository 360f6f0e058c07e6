/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "program.h"

#include <string.h>

static const char *const kinds[] = { "profiles", "facts",   "criteria", "technologies",
                                     "patterns", "methods", NULL };

static JsonObject *
list (const char *kind)
{
  g_auto (Run) run = program_run (NULL, "list %s --format json", kind);

  return run_expect_json (&run, "list-1");
}

static void
test_json (void **state)
{
  for (gsize i = 0; kinds[i] != NULL; i++) {
    g_autoptr (JsonObject) object = list (kinds[i]);

    assert_string_equal (json_object_get_string_member (object, "kind"), kinds[i]);
  }
}

/* Each id of the JSON begins a row of the table, and no row is too wide. */
static void
test_table (void **state)
{
  for (gsize i = 0; kinds[i] != NULL; i++) {
    g_autoptr (JsonObject) object = list (kinds[i]);
    JsonArray *items = json_object_get_array_member (object, "items");
    g_auto (Run) run = program_run (NULL, "list %s", kinds[i]);
    g_auto (GStrv) lines = NULL;

    run_expect (&run, 0, "");
    for (guint j = 0; j < json_array_get_length (items); j++) {
      JsonObject *item = json_array_get_object_element (items, j);
      g_autofree char *pattern =
          g_strdup_printf ("^ *%s ", json_object_get_string_member (item, "id"));

      assert_true (g_regex_match_simple (pattern, run.out, G_REGEX_MULTILINE, 0));
    }
    lines = g_strsplit (run.out, "\n", -1);
    for (gsize j = 0; lines[j] != NULL; j++)
      assert_true (g_utf8_strlen (lines[j], -1) <= 80);
  }
}

static char *
get_default (JsonObject *fact)
{
  JsonNode *node = json_object_get_member (fact, "default");

  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "on" : "off");
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);
  return g_strdup_printf ("%g", json_node_get_double (node));
}

/* What is listed can be said: all ids, with their defaults, in one command line. */
static void
test_ids_are_taken (void **state)
{
  g_autoptr (JsonObject) facts = list ("facts");
  g_autoptr (JsonObject) criteria = list ("criteria");
  JsonArray *items = json_object_get_array_member (facts, "items");
  g_autoptr (GString) line = g_string_new ("rank --top 1");
  g_auto (Run) run = { 0 };

  for (guint i = 0; i < json_array_get_length (items); i++) {
    JsonObject *fact = json_array_get_object_element (items, i);
    g_autofree char *value = get_default (fact);

    g_string_append_printf (line, " --fact %s=%s", json_object_get_string_member (fact, "id"),
                            value);
  }
  items = json_object_get_array_member (criteria, "items");
  for (guint i = 0; i < json_array_get_length (items); i++) {
    const char *id = json_object_get_string_member (json_array_get_object_element (items, i), "id");

    g_string_append_printf (line, " --importance %s=5 --minimum %s=0", id, id);
  }
  run = program_run (NULL, "%s", line->str);
  run_expect (&run, 0, "");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_json),
    cmocka_unit_test (test_table),
    cmocka_unit_test (test_ids_are_taken),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
