/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include "cli/json-writer.h"

/* What the writer prints. */
static char *
capture (SlJsonWriter *json)
{
  char *path = NULL;
  int file = g_file_open_tmp ("shortlist-test-XXXXXX", &path, NULL);
  int output = dup (STDOUT_FILENO);
  char *text = NULL;

  fflush (stdout);
  dup2 (file, STDOUT_FILENO);
  assert_int_equal (sl_json_writer_print (json), 0);
  dup2 (output, STDOUT_FILENO);
  close (output);
  close (file);
  assert_true (g_file_get_contents (path, &text, NULL, NULL));
  assert_int_equal (unlink (path), 0);
  g_free (path);
  return text;
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
  text = capture (json);
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
  text = capture (json);
  node = json_from_string (text, NULL);
  object = json_node_get_object (node);
  assert_string_equal (json_object_get_string_member (object, hard), hard);
  assert_true (json_object_get_double_member (object, "number") == number);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_layout),
    cmocka_unit_test (test_round_trip),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
