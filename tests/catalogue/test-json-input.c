/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <math.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

static SlJsonInput *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  SlJsonInput *input = sl_json_input_new (bytes, "f.json", &error);

  if (input == NULL)
    fail_msg ("%s", error->message);
  return input;
}

static void
expect_refused (const char *data, gsize length, const char *message)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;

  assert_null (sl_json_input_new (bytes, "f.json", &error));
  assert_string_equal (error->message, message);
  assert_true (g_error_matches (error, SL_INPUT_ERROR, SL_INPUT_ERROR_INVALID));
}

/* ---- what is not JSON ---- */

static void
test_refuses (void **state)
{
  static const struct {
    const char *text;
    const char *message;
  } cases[] = {
    { "", "1:1: expected an object, found the end of the file" },
    { " \n\t", "2:2: expected an object, found the end of the file" },
    { "[]", "1:1: expected an object, found \"[\"" },
    { "null", "1:1: expected an object, found \"null\"" },
    { "\"text\"", "1:1: expected an object, found \"\"\"" },
    { "{", "1:2: expected more, found the end of the file" },
    { "{\"a\"", "1:5: expected more, found the end of the file" },
    { "{\"a\":", "1:6: expected more, found the end of the file" },
    { "{\"a\":1", "1:7: expected more, found the end of the file" },
    { "{\"a\":[1,", "1:9: expected more, found the end of the file" },
    { "{\"a\":\"x", "1:6: expected the end of this text, found the end of the file" },
    { "{\"a\":\"x\\", "1:8: expected the end of a text, found the end of the file" },
    { "{\"a\":1}}", "1:8: expected the end of the file, found \"}\"" },
    { "{} {}", "1:4: expected the end of the file, found \"{\"" },
    { "{\"a\" 1}", "1:6: expected a colon, found \"1\"" },
    { "{\"a\":1 \"b\":2}", "1:8: expected a comma or }, found \"\"\"" },
    { "{\"a\":[1 2]}", "1:9: expected a comma or ], found \"2\"" },
    { "{\"a\":[1}", "1:8: expected a comma or ], found \"}\"" },
    { "{\"a\":1,}", "1:8: expected the name of a member, found \"}\"" },
    { "{\"a\":[1,]}", "1:9: expected a value, found \"]\"" },
    { "{a:1}", "1:2: expected the name of a member, found \"a\"" },
    { "{'a':1}", "1:2: expected the name of a member, found \"'\"" },
    { "{\"a\":}", "1:6: expected a value, found \"}\"" },
    { "{\"a\":NaN}", "1:6: expected a value, found \"NaN\"" },
    { "{\"a\":Infinity}", "1:6: expected a value, found \"Infinity\"" },
    { "{\"a\":-Infinity}", "1:6: expected a number in JSON’s notation, found \"-Infinity\"" },
    { "{\"a\":True}", "1:6: expected a value, found \"True\"" },
    { "{\"a\":nullx}", "1:6: expected a value, found \"nullx\"" },
    { "{\"a\":tru", "1:6: expected a value, found \"tru\"" },
    { "{\"a\":01}", "1:6: expected a number in JSON’s notation, found \"01\"" },
    { "{\"a\":+1}", "1:6: expected a value, found \"+1\"" },
    { "{\"a\":.5}", "1:6: expected a value, found \".5\"" },
    { "{\"a\":1.}", "1:6: expected a number in JSON’s notation, found \"1.\"" },
    { "{\"a\":1e}", "1:6: expected a number in JSON’s notation, found \"1e\"" },
    { "{\"a\":-}", "1:6: expected a number in JSON’s notation, found \"-\"" },
    { "{\"a\":0x10}", "1:7: expected a comma or }, found \"x10\"" },
    { "{\"a\":1e999}", "1:6: expected a number that is not so large, found \"1e999\"" },
    { "{\"a\":-1e999}", "1:6: expected a number that is not so large, found \"-1e999\"" },
    { "{\"a\":9223372036854775808}",
      "1:6: expected a number that is not so large, found \"9223372036854775\"" },
    { "{\"a\":/**/1}", "1:6: expected a value, found \"/\"" },
    { "{\"a\":1} // end", "1:9: expected the end of the file, found \"/\"" },
    { "{\"a\":\"\t\"}", "1:7: expected no control character in a text" },
    { "{\"a\":\"\n\"}", "1:7: expected no control character in a text" },
    { "{\"a\":\"\\x\"}", "1:7: expected one of JSON’s escapes after the backslash" },
    { "{\"a\":\"\\u12g4\"}", "1:7: expected one of JSON’s escapes after the backslash" },
    { "{\"a\":\"\\u12", "1:7: expected one of JSON’s escapes after the backslash" },
    { "{\"a\":\"\\u0000\"}", "1:7: expected no NUL character in a text" },
    { "{\"a\":\"\\ud83d\"}", "1:7: expected both halves of a surrogate pair" },
    { "{\"a\":\"\\ude00\"}", "1:7: expected both halves of a surrogate pair" },
    { "{\"a\":\"\\ud83d\\ud83d\"}", "1:7: expected both halves of a surrogate pair" },
    { "\xef\xbb\xbf{}", "1:1: expected UTF-8 without a byte order mark" },
    { "\xff\xfe{", "1:1: expected UTF-8, found the byte 0xff" },
    { "{\n\"é\":\"\xc3\"}", "2:6: expected UTF-8, found the byte 0xc3" },
    { "{\"a\":\"\xed\xa0\x80\"}", "1:7: expected UTF-8, found the byte 0xed" },
    { "{\"a\":1,\n \"a\":2}", "2:2: expected each member once, found \"a\" again" },
    { "{\"a\":1,\"b\":2,\"\\u0061\":3}", "1:14: expected each member once, found \"a\" again" },
    { "{\"x\":{\"a\":1,\"b\":1,\"c\":1,\"b\":2}}",
      "1:25: expected each member once, found \"b\" again" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *message = g_strconcat ("f.json:", cases[i].message, NULL);

    expect_refused (cases[i].text, strlen (cases[i].text), message);
  }
}

static void
test_refuses_nul (void **state)
{
  expect_refused ("{\"a\":\"\0\"}", 9, "f.json:1:7: expected text, found a NUL byte");
  expect_refused ("{}\0", 3, "f.json:1:3: expected text, found a NUL byte");
}

/* The same member may stand in two objects, and names that begin alike are not the same. */
static void
test_members_once_per_object (void **state)
{
  g_autoptr (SlJsonInput) input =
      parse ("{\"a\":{\"a\":[{\"a\":1},{\"a\":2}]},\"aa\":1,\"\\u00e9\":1,\"e\":2}");

  assert_int_equal (json_object_get_size (sl_json_input_get_root (input)), 4);
}

/* The first that was there before is told of, whether the object is small or large. */
static void
test_names_the_first_duplicate (void **state)
{
  for (guint n = 2; n < 40; n += 9) {
    g_autoptr (GString) text = g_string_new ("{");
    g_autofree char *message = NULL;

    for (guint i = 0; i < n; i++)
      g_string_append_printf (text, "\"%u\":0,", n - i + 100);
    message = g_strdup_printf ("f.json:1:%" G_GSIZE_FORMAT
                               ": expected each member once, found \"102\" again",
                               text->len + 1);
    g_string_append (text, "\"102\":0,\"101\":0,\"102\":0}");
    expect_refused (text->str, text->len, message);
  }
}

static void
test_reads_what_is_json (void **state)
{
  g_autoptr (SlJsonInput) input = parse ("\r\n{ \"a\" : [ true , false , null , -0.5e+3 , 0 ,"
                                         " \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\" ] ,"
                                         " \"b\" : { } , \"c\" : [ ],"
                                         " \"d\": -9223372036854775807 }\t\n");
  JsonObject *root = sl_json_input_get_root (input);
  JsonArray *array = sl_json_input_array (input, root, "a");

  assert_int_equal (json_array_get_length (array), 6);
  assert_true (json_array_get_double_element (array, 3) == -500);
  assert_string_equal (json_array_get_string_element (array, 5), "\"\\/\b\f\n\r\té😀");
  assert_true (json_object_get_int_member (root, "d") == -G_MAXINT64);
  assert_true (sl_json_input_finish (input, NULL));
}

static char *
nest (guint depth)
{
  GString *text = g_string_new ("{\"a\":");

  for (guint i = 1; i < depth; i++)
    g_string_append_c (text, '[');
  for (guint i = 1; i < depth; i++)
    g_string_append_c (text, ']');
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

/* json-glib's own parser is the reference where it is strict enough. */
static void
test_reads_as_json_glib_does (void **state)
{
  static const char *const texts[] = {
    "{}",
    " { \"a\" : [ ] , \"b\" : { } } ",
    "{\"t\":true,\"f\":false,\"n\":null}",
    "{\"i\":[0,7,-1,42,9223372036854775807,-9223372036854775807]}",
    "{\"d\":[0.5,-0.0,1e0,1E+2,2.5e-3,123456789.125,1e-320,1.7976931348623157e308]}",
    "{\"s\":[\"\",\"plain\",\"\\\"\\\\\\/\\b\\f\\n\\r\\t\",\"\\u00e9\\ud83d\\ude00 é 😀\"]}",
    "{\"esc\\u0061ped\":1,\"a\":{\"a\":{\"a\":[{\"a\":[[1],[2,[3]]]}]}}}",
    ("{\"z\":1,\"y\":2,\"x\":3,\"w\":4,\"v\":5,\"u\":6,\"t\":7,\"s\":8,\"r\":9,\"q\":10,"
     "\"p\":11,\"o\":12,\"n\":13,\"m\":14,\"l\":15,\"k\":16,\"j\":17,\"i\":18}"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (SlJsonInput) input = parse (texts[i]);
    g_autoptr (JsonNode) expected = json_from_string (texts[i], NULL);
    g_autoptr (JsonNode) found = json_node_new (JSON_NODE_OBJECT);
    g_autofree char *expected_text = json_to_string (expected, TRUE);
    g_autofree char *found_text = NULL;

    json_node_set_object (found, sl_json_input_get_root (input));
    found_text = json_to_string (found, TRUE);
    assert_string_equal (found_text, expected_text);
    assert_true (json_node_equal (found, expected));
  }
}

static void
test_depth (void **state)
{
  g_autofree char *allowed = nest (SL_JSON_MAX_DEPTH);
  g_autofree char *deeper = nest (SL_JSON_MAX_DEPTH + 1);
  g_autofree char *absurd = nest (100000);
  g_autoptr (SlJsonInput) input = parse (allowed);
  const char *message = "f.json:1:69: expected objects and lists at most 64 deep";

  expect_refused (deeper, strlen (deeper), message);
  expect_refused (absurd, strlen (absurd), message);
}

/* Brackets in texts open nothing. */
static void
test_depth_of_texts (void **state)
{
  g_autofree char *brackets = g_strnfill (1000, '[');
  g_autofree char *text = g_strdup_printf ("{\"%s\":\"\\\"%s\"}", brackets, brackets);
  g_autoptr (SlJsonInput) input = parse (text);

  assert_int_equal (json_object_get_size (sl_json_input_get_root (input)), 1);
}

static void
test_too_many_values (void **state)
{
  g_autoptr (GString) text = g_string_new ("{\"a\":[0");

  for (guint i = 0; i < 2000000; i++)
    g_string_append (text, ",0");
  g_string_append (text, "]}");
  expect_refused (text->str, text->len, "f.json:1:4000003: expected at most 2000000 values");
}

static void
test_too_many_bytes (void **state)
{
  gsize length = SL_JSON_MAX_BYTES + 1;
  g_autofree char *text = g_malloc (length);

  memset (text, ' ', length);
  expect_refused (text, length, "f.json: expected at most 64 MiB");
}

/* ---- getters ---- */

static void
expect_lines (SlJsonInput *input, const char *expected)
{
  g_autoptr (GError) error = NULL;

  assert_false (sl_json_input_finish (input, &error));
  assert_true (g_error_matches (error, SL_INPUT_ERROR, SL_INPUT_ERROR_INVALID));
  assert_string_equal (error->message, expected);
}

static void
test_getters (void **state)
{
  g_autoptr (SlJsonInput) input = parse (
      "{\"text\":\"é\",\"number\":2,\"real\":2.5,\"flag\":true,\"object\":{},\"list\":[\"x\",7,"
      "{},\"an-id\"],\"id\":\"a.b_c:d-1\"}");
  JsonObject *root = sl_json_input_get_root (input);
  JsonArray *list = sl_json_input_array (input, root, "list");

  assert_string_equal (sl_json_input_string (input, root, "text", 1), "é");
  assert_string_equal (sl_json_input_string_or (input, root, "text", 1, "x"), "é");
  assert_string_equal (sl_json_input_string_or (input, root, "none", 1, "x"), "x");
  assert_true (sl_json_input_number (input, root, "number", 2, 2) == 2);
  assert_true (sl_json_input_number_or (input, root, "real", 0, 3, 7) == 2.5);
  assert_true (sl_json_input_number_or (input, root, "none", 0, 3, 7) == 7);
  assert_true (sl_json_input_boolean_or (input, root, "flag", FALSE));
  assert_true (sl_json_input_boolean_or (input, root, "none", TRUE));
  assert_non_null (sl_json_input_object (input, root, "object"));
  assert_null (sl_json_input_object_or_null (input, root, "none"));
  assert_null (sl_json_input_array_or_null (input, root, "none"));
  assert_string_equal (sl_json_input_id (input, root, "id"), "a.b_c:d-1");
  assert_string_equal (sl_json_input_element_string (input, list, 0, 1), "x");
  assert_true (sl_json_input_element_number (input, list, 1, 0, 10) == 7);
  assert_non_null (sl_json_input_element_object (input, list, 2));
  assert_string_equal (sl_json_input_element_id (input, list, 3), "an-id");
  assert_int_equal (sl_json_input_get_n_faults (input), 0);
  assert_true (sl_json_input_finish (input, NULL));
}

static void
test_faults_of_getters (void **state)
{
  g_autoptr (SlJsonInput) input =
      parse ("{\"text\":\"long\",\"number\":2,\"real\":0.1,\"flag\":true,\"object\":{},\"list\":[],"
             "\"nothing\":null}");
  JsonObject *root = sl_json_input_get_root (input);

  assert_null (sl_json_input_string (input, root, "none", 9));
  assert_null (sl_json_input_string (input, root, "text", 3));
  assert_string_equal (sl_json_input_string_or (input, root, "nothing", 9, "x"), "x");
  assert_true (sl_json_input_number (input, root, "text", 1, 9) == 1);
  assert_true (sl_json_input_number (input, root, "number", 3, INFINITY) == 3);
  assert_true (sl_json_input_number (input, root, "none", -INFINITY, INFINITY) == 0);
  assert_true (sl_json_input_number_or (input, root, "real", -INFINITY, 0, 7) == 7);
  assert_true (sl_json_input_number_or (input, root, "flag", 0, 1, 7) == 7);
  assert_true (sl_json_input_boolean_or (input, root, "number", TRUE));
  assert_null (sl_json_input_object (input, root, "list"));
  assert_null (sl_json_input_object_or_null (input, root, "flag"));
  assert_null (sl_json_input_array (input, root, "none"));
  assert_null (sl_json_input_array_or_null (input, root, "object"));
  expect_lines (input, "f.json: none: expected a text, found nothing\n"
                       "f.json: text: expected at most 3 characters, found 4\n"
                       "f.json: nothing: expected a text, found null\n"
                       "f.json: text: expected a number from 1 to 9, found \"long\"\n"
                       "f.json: number: expected a number of at least 3, found 2\n"
                       "f.json: none: expected a number, found nothing\n"
                       "f.json: real: expected a number of at most 0, found 0.1\n"
                       "f.json: flag: expected a number from 0 to 1, found true\n"
                       "f.json: number: expected true or false, found 2\n"
                       "f.json: list: expected an object, found a list\n"
                       "f.json: flag: expected an object, found true\n"
                       "f.json: none: expected a list, found nothing\n"
                       "f.json: object: expected a list, found an object");
}

static void
test_ids (void **state)
{
  static const char *const wrong[] = { "", "A", "-a", ".a", "a b", "a/b", "é", "a\\u000a" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autofree char *text = g_strdup_printf ("{\"id\":\"%s\"}", wrong[i]);
    g_autoptr (SlJsonInput) input = parse (text);

    assert_null (sl_json_input_id (input, sl_json_input_get_root (input), "id"));
    assert_int_equal (sl_json_input_get_n_faults (input), 1);
  }
}

static void
test_length_of_ids (void **state)
{
  for (guint length = 100; length <= 101; length++) {
    g_autofree char *id = g_strnfill (length, 'a');
    g_autofree char *text = g_strdup_printf ("{\"id\":\"%s\"}", id);
    g_autoptr (SlJsonInput) input = parse (text);

    sl_json_input_id (input, sl_json_input_get_root (input), "id");
    assert_int_equal (sl_json_input_get_n_faults (input), length == 101);
  }
}

static void
test_places (void **state)
{
  g_autoptr (SlJsonInput) input = parse ("{}");

  sl_json_input_fault (input, NULL, "top");
  sl_json_input_fault (input, "member", "of top");
  sl_json_input_push (input, "list");
  sl_json_input_push_index (input, 3);
  sl_json_input_push (input, "values");
  sl_json_input_fault (input, NULL, "%d", 5);
  sl_json_input_fault (input, "low", "here");
  sl_json_input_pop (input);
  sl_json_input_fault (input, "odd name", "here");
  sl_json_input_pop (input);
  sl_json_input_pop (input);
  sl_json_input_fault (input, "line\nbreak", "here");
  expect_lines (input, "f.json: top\n"
                       "f.json: member: of top\n"
                       "f.json: list[3].values: 5\n"
                       "f.json: list[3].values.low: here\n"
                       "f.json: list[3][\"odd name\"]: here\n"
                       "f.json: [\"line\\u000abreak\"]: here");
}

/* A text from the file must not break the line that tells of it, nor flood it. */
static void
test_found_is_one_line (void **state)
{
  g_autoptr (SlJsonInput) input =
      parse ("{\"a\":\"\\n\\\"\\u202e\\u001b[31m\",\"b\":\"0123456789012345"
             "678901234567890123456789XYZ\"}");
  JsonObject *root = sl_json_input_get_root (input);

  sl_json_input_number (input, root, "a", 0, 1);
  sl_json_input_number (input, root, "b", 0, 1);
  expect_lines (
      input, "f.json: a: expected a number from 0 to 1, found \"\\u000a\\\"\\u202e\\u001b[31m\"\n"
             "f.json: b: expected a number from 0 to 1, found "
             "\"0123456789012345678901234567890123456789…\"");
}

static void
test_counts_faults (void **state)
{
  g_autoptr (SlJsonInput) input = parse ("{}");
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < SL_JSON_MAX_FAULTS + 3; i++)
    sl_json_input_fault (input, NULL, "%u", i);
  assert_int_equal (sl_json_input_get_n_faults (input), SL_JSON_MAX_FAULTS + 3);
  assert_false (sl_json_input_finish (input, &error));
  lines = g_strsplit (error->message, "\n", -1);
  assert_int_equal (g_strv_length (lines), SL_JSON_MAX_FAULTS + 1);
  assert_string_equal (lines[SL_JSON_MAX_FAULTS - 1], "f.json: 19");
  assert_string_equal (lines[SL_JSON_MAX_FAULTS], "f.json: … and 3 more");
}

static void
test_only (void **state)
{
  static const char *const members[] = { "a", "b", NULL };
  g_autoptr (SlJsonInput) input = parse ("{\"b\":1,\"z\":1,\"a\":1,\"c\":1}");

  sl_json_input_only (input, sl_json_input_get_root (input), members);
  expect_lines (input, "f.json: z: expected no member of this name\n"
                       "f.json: c: expected no member of this name");
}

/* ---- reading ---- */

static void
expect_unread (const char *path, SlInputError code, const char *end)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = g_strconcat (path, ": ", end, NULL);

  assert_null (sl_input_read (path, &error));
  assert_string_equal (error->message, message);
  assert_true (g_error_matches (error, SL_INPUT_ERROR, (int) code));
}

static void
test_read (void **state)
{
  char *folder = fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "f", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) empty = NULL;

  fixture_write (folder, "f", "a\0b", 3);
  bytes = sl_input_read (path, NULL);
  assert_int_equal (g_bytes_get_size (bytes), 3);
  assert_memory_equal (g_bytes_get_data (bytes, NULL), "a\0b", 3);
  fixture_write (folder, "f", "", 0);
  empty = sl_input_read (path, NULL);
  assert_int_equal (g_bytes_get_size (empty), 0);
  fixture_remove (folder);
}

static void
test_read_nothing (void **state)
{
  char *folder = fixture_folder ();
  g_autofree char *missing = g_build_filename (folder, "missing", NULL);

  expect_unread (missing, SL_INPUT_ERROR_READ, "No such file or directory");
  expect_unread (folder, SL_INPUT_ERROR_READ, "Is a directory");
  fixture_remove (folder);
}

/* A file full of holes takes no space, and a device has no size; neither may fill the memory. */
static void
test_read_too_much (void **state)
{
  char *folder = fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "f", NULL);

  fixture_write (folder, "f", "", 0);
  assert_int_equal (truncate (path, (off_t) 65 * 1024 * 1024), 0);
  expect_unread (path, SL_INPUT_ERROR_INVALID, "expected at most 64 MiB");
  expect_unread ("/dev/zero", SL_INPUT_ERROR_INVALID, "expected at most 64 MiB");
  fixture_remove (folder);
}

/* The second piece once the first has been taken. */
static gpointer
write_to_pipe (gpointer data)
{
  int pipe = open (data, O_WRONLY);
  int n_left;

  assert_int_equal (write (pipe, "{\"a\"", 4), 4);
  do {
    g_thread_yield ();
    assert_int_equal (ioctl (pipe, FIONREAD, &n_left), 0);
  } while (n_left > 0);
  assert_int_equal (write (pipe, ":1}", 3), 3);
  close (pipe);
  return NULL;
}

/* A pipe may give what it has piece by piece. */
static void
test_read_pipe (void **state)
{
  char *folder = fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "f", NULL);
  g_autoptr (GBytes) bytes = NULL;
  GThread *thread;

  assert_int_equal (mkfifo (path, 0600), 0);
  thread = g_thread_new ("writer", write_to_pipe, path);
  bytes = sl_input_read (path, NULL);
  g_thread_join (thread);
  assert_int_equal (g_bytes_get_size (bytes), 7);
  fixture_remove (folder);
}

static gpointer
flood_pipe (gpointer data)
{
  static const char zeros[64 * 1024];
  int pipe = open (data, O_WRONLY);
  gsize left = SL_JSON_MAX_BYTES + 1;
  gssize n = 1;

  for (; left > 0 && n > 0; left -= n > 0 ? (gsize) n : 0)
    n = write (pipe, zeros, MIN (left, sizeof zeros));
  close (pipe);
  return NULL;
}

/* One byte too many is enough, though nothing said so beforehand. */
static void
test_read_too_much_from_a_pipe (void **state)
{
  char *folder = fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "f", NULL);
  GThread *thread;

  signal (SIGPIPE, SIG_IGN);
  assert_int_equal (mkfifo (path, 0600), 0);
  thread = g_thread_new ("writer", flood_pipe, path);
  expect_unread (path, SL_INPUT_ERROR_INVALID, "expected at most 64 MiB");
  g_thread_join (thread);
  fixture_remove (folder);
}

static void
test_read_standard_input (void **state)
{
  char *folder = fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "f", NULL);
  g_autoptr (GBytes) bytes = NULL;
  int saved = dup (STDIN_FILENO), file;

  fixture_write (folder, "f", "{}", 2);
  file = open (path, O_RDONLY);
  assert_int_equal (dup2 (file, STDIN_FILENO), STDIN_FILENO);
  bytes = sl_input_read ("-", NULL);
  dup2 (saved, STDIN_FILENO);
  close (saved);
  close (file);
  assert_int_equal (g_bytes_get_size (bytes), 2);
  fixture_remove (folder);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_refuses),
    cmocka_unit_test (test_refuses_nul),
    cmocka_unit_test (test_members_once_per_object),
    cmocka_unit_test (test_names_the_first_duplicate),
    cmocka_unit_test (test_reads_what_is_json),
    cmocka_unit_test (test_reads_as_json_glib_does),
    cmocka_unit_test (test_depth),
    cmocka_unit_test (test_depth_of_texts),
    cmocka_unit_test (test_too_many_values),
    cmocka_unit_test (test_too_many_bytes),
    cmocka_unit_test (test_getters),
    cmocka_unit_test (test_faults_of_getters),
    cmocka_unit_test (test_ids),
    cmocka_unit_test (test_length_of_ids),
    cmocka_unit_test (test_places),
    cmocka_unit_test (test_found_is_one_line),
    cmocka_unit_test (test_counts_faults),
    cmocka_unit_test (test_only),
    cmocka_unit_test (test_read),
    cmocka_unit_test (test_read_nothing),
    cmocka_unit_test (test_read_too_much),
    cmocka_unit_test (test_read_pipe),
    cmocka_unit_test (test_read_too_much_from_a_pipe),
    cmocka_unit_test (test_read_standard_input),
  };

  return cmocka_run_group_tests_name ("json-input", tests, NULL, NULL);
}
