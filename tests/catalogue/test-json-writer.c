/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>
#include "catalogue/json-writer.h"

static char *
finish (SlJsonWriter *json)
{
  g_autoptr (GBytes) bytes = sl_json_writer_finish (json);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_layout (void **state)
{
  g_autoptr (SlJsonWriter) json = sl_json_writer_new ();
  g_autofree char *text = NULL;

  sl_json_writer_begin_object (json, NULL);
  sl_json_writer_add_text (json, "text", "a");
  sl_json_writer_add_number (json, "number", 78.4);
  sl_json_writer_add_number (json, "none", NAN);
  sl_json_writer_begin_array (json, "empty");
  sl_json_writer_end_array (json);
  sl_json_writer_begin_array (json, "list");
  sl_json_writer_begin_object (json, NULL);
  sl_json_writer_add_boolean (json, "yes", TRUE);
  sl_json_writer_end_object (json);
  sl_json_writer_add_text (json, NULL, NULL);
  sl_json_writer_end_array (json);
  sl_json_writer_end_object (json);
  text = finish (json);
  assert_string_equal (text, "{\n"
                             "  \"text\" : \"a\",\n"
                             "  \"number\" : 78.4,\n"
                             "  \"none\" : null,\n"
                             "  \"empty\" : [],\n"
                             "  \"list\" : [\n"
                             "    {\n"
                             "      \"yes\" : true\n"
                             "    },\n"
                             "    null\n"
                             "  ]\n"
                             "}\n");
}

/* Any text comes back as it was, and so does any number. */
static void
test_round_trip (void **state)
{
  static const char hard[] = "\"\\/\b\f\n\r\t\x01\x1f\x7f·日本";
  static const double number = 0.1 + 0.2;
  g_autoptr (SlJsonWriter) json = sl_json_writer_new ();
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;

  sl_json_writer_begin_object (json, NULL);
  sl_json_writer_add_text (json, hard, hard);
  sl_json_writer_add_number (json, "number", number);
  sl_json_writer_end_object (json);
  text = finish (json);
  node = json_from_string (text, NULL);
  object = json_node_get_object (node);
  assert_string_equal (json_object_get_string_member (object, hard), hard);
  assert_true (json_object_get_double_member (object, "number") == number);
}

/* Whatever was read is written as it was. */
static void
test_node (void **state)
{
  static const char document[] = "{\"a\":[1,-9223372036854775808,0.5,\"x\",true,null,{\"b\":[]}],"
                                 "\"c\":{}}";
  g_autoptr (SlJsonWriter) json = sl_json_writer_new ();
  g_autoptr (JsonNode) node = json_from_string (document, NULL);
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) again = NULL;

  sl_json_writer_add_node (json, NULL, node);
  text = finish (json);
  again = json_from_string (text, NULL);
  assert_true (json_node_equal (node, again));
  assert_non_null (strstr (text, "-9223372036854775808"));
}

static void
test_not_utf8 (void **state)
{
  g_autoptr (SlJsonWriter) json = sl_json_writer_new ();
  g_autofree char *text = NULL;

  sl_json_writer_add_text (json, NULL, "a\xff");
  text = finish (json);
  assert_string_equal (text, "\"a\xef\xbf\xbd\"\n");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_layout),
    cmocka_unit_test (test_round_trip),
    cmocka_unit_test (test_node),
    cmocka_unit_test (test_not_utf8),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
