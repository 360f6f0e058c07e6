/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>
#include "cli/csv-reader.h"
#include "report/csv-writer.h"

static SlCsvReader *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  SlCsvReader *reader = sl_csv_reader_new (bytes, "f.csv", 10, &error);

  if (reader == NULL)
    fail_msg ("%s", error->message);
  return reader;
}

static void
test_cells (void **state)
{
  g_autoptr (SlCsvReader) reader = read_text ("a,\"b\"\"c\",\"d\r\ne\"\n\n1,,\"\"\r\n");

  assert_int_equal (sl_csv_reader_get_n_columns (reader), 3);
  assert_string_equal (sl_csv_reader_get_header (reader, 0), "a");
  assert_string_equal (sl_csv_reader_get_header (reader, 1), "b\"c");
  assert_string_equal (sl_csv_reader_get_header (reader, 2), "d\r\ne");
  assert_true (sl_csv_reader_next (reader));
  assert_int_equal (sl_csv_reader_get_line (reader), 4);
  assert_string_equal (sl_csv_reader_get_cell (reader, 0), "1");
  assert_string_equal (sl_csv_reader_get_cell (reader, 1), "");
  assert_string_equal (sl_csv_reader_get_cell (reader, 2), "");
  assert_false (sl_csv_reader_next (reader));
  assert_true (sl_csv_reader_finish (reader, NULL));
}

/* A fault is one line, whatever the cells and the file are called. */
static void
test_fault_is_one_line (void **state)
{
  static const char text[] = "a,\"b\nc\"\n1,2\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (SlCsvReader) reader = sl_csv_reader_new (bytes, "f\n.csv", 10, NULL);
  g_autoptr (GError) error = NULL;

  assert_true (sl_csv_reader_next (reader));
  sl_csv_reader_fault (reader, sl_csv_reader_get_line (reader), 1, "expected %s",
                       "more\r\nor less");
  assert_false (sl_csv_reader_finish (reader, &error));
  assert_string_equal (error->message, "f .csv: line 3, “b c”: expected more  or less");
}

static void
test_peek (void **state)
{
  static const char text[] = "\xef\xbb\xbf\n \"alter\"\"native\" ,a\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GBytes) binary = g_bytes_new_static ("\0\1", 2);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *cell = sl_csv_peek (bytes, "f.csv", NULL);
  g_autofree char *nothing = sl_csv_peek (empty, "f.csv", NULL);

  assert_string_equal (cell, "\"alter\"\"native\"");
  assert_string_equal (nothing, "");
  assert_null (sl_csv_peek (binary, "f.csv", &error));
  assert_string_equal (error->message,
                       "f.csv: line 1: expected text in UTF-8, found the byte 0x00");
}

/* What is written is read again, but for the apostrophe before what looks like a formula. */
static void
test_round_trip (void **state)
{
  static const char *const texts[] = { "plain", "a,b", "\"", "two\nlines", "日本", "'" };
  static const char *const formulas[] = { "=1", "+1", "-1", "@a", "=\"a,b\"" };
  g_autoptr (GString) out = g_string_new (NULL);
  SlCsvWriter csv = { out, FALSE };
  g_autoptr (SlCsvReader) reader = NULL;

  sl_csv_writer_add_text (&csv, "text");
  sl_csv_writer_add_text (&csv, "number");
  sl_csv_writer_end_row (&csv);
  for (gsize i = 0; i < G_N_ELEMENTS (texts) + G_N_ELEMENTS (formulas); i++) {
    sl_csv_writer_add_text (&csv, i < G_N_ELEMENTS (texts) ? texts[i]
                                                           : formulas[i - G_N_ELEMENTS (texts)]);
    sl_csv_writer_add_number (&csv, -0.1);
    sl_csv_writer_end_row (&csv);
  }
  reader = read_text (out->str);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    assert_true (sl_csv_reader_next (reader));
    assert_string_equal (sl_csv_reader_get_cell (reader, 0), texts[i]);
    assert_string_equal (sl_csv_reader_get_cell (reader, 1), "-0.1");
  }
  for (gsize i = 0; i < G_N_ELEMENTS (formulas); i++) {
    assert_true (sl_csv_reader_next (reader));
    assert_int_equal (sl_csv_reader_get_cell (reader, 0)[0], '\'');
    assert_string_equal (sl_csv_reader_get_cell (reader, 0) + 1, formulas[i]);
  }
  assert_false (sl_csv_reader_next (reader));
  assert_true (sl_csv_reader_finish (reader, NULL));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_cells),
    cmocka_unit_test (test_fault_is_one_line),
    cmocka_unit_test (test_peek),
    cmocka_unit_test (test_round_trip),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
