/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include "cli/terminal.h"

static void
test_measure (void **state)
{
  assert_int_equal (sl_terminal_measure (""), 0);
  assert_int_equal (sl_terminal_measure ("Node.js · Go"), 12);
  assert_int_equal (sl_terminal_measure ("日本"), 4);
  assert_int_equal (sl_terminal_measure ("e\xcc\x81"), 1); /* a combining accent */
}

static void
test_shorten (void **state)
{
  static const struct {
    const char *text;
    guint width;
    const char *shortened;
  } cases[] = {
    { "abc", 3, "abc" },      { "abcd", 3, "ab…" },   { "日本語", 6, "日本語" },
    { "日本語", 5, "日本…" }, { "日本語", 4, "日…" }, { "abc", 1, "…" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *shortened = sl_terminal_shorten (cases[i].text, cases[i].width);

    assert_string_equal (shortened, cases[i].shortened);
  }
}

static void
test_wrap (void **state)
{
  g_autoptr (GString) out = g_string_new ("> ");

  sl_terminal_append_wrapped (out, "one two  three four fortytwoandmore x", 2, 4, 12);
  assert_string_equal (out->str, "> one two\n    three\n    four\n    fortytwoandmore\n    x\n");
}

static SlTextTable *
make_table (const char *name)
{
  SlTextTable *table = sl_text_table_new ();

  sl_text_table_add_column (table, SL_COLUMN_NUMBER, "");
  sl_text_table_add_column (table, SL_COLUMN_SHRINK, "Name");
  sl_text_table_add_column (table, SL_COLUMN_NUMBER, "Score");
  sl_text_table_add_cell (table, "1");
  sl_text_table_add_cell (table, name);
  sl_text_table_add_number (table, 1, 78.44);
  sl_text_table_add_cell (table, "10");
  sl_text_table_add_cell (table, "日本");
  sl_text_table_add_number (table, 1, 5);
  return table;
}

static void
test_table (void **state)
{
  g_autoptr (SlTextTable) fits = make_table ("Go");
  g_autoptr (SlTextTable) wide = make_table ("A name that is far too long");
  g_autoptr (GString) out = g_string_new (NULL);

  sl_text_table_append_to (fits, 40, out);
  assert_string_equal (out->str, "    Name  Score\n"
                                 " 1  Go     78.4\n"
                                 "10  日本    5.0\n");
  g_string_truncate (out, 0);
  sl_text_table_append_to (wide, 24, out);
  assert_string_equal (out->str, "    Name           Score\n"
                                 " 1  A name that …   78.4\n"
                                 "10  日本             5.0\n");
}

static void
test_table_wraps (void **state)
{
  g_autoptr (SlTextTable) table = sl_text_table_new ();
  g_autoptr (GString) out = g_string_new (NULL);

  sl_text_table_add_column (table, SL_COLUMN_TEXT, "Id");
  sl_text_table_add_column (table, SL_COLUMN_WRAP, "Text");
  sl_text_table_add_cell (table, "a");
  sl_text_table_add_cell (table, "one two three four five");
  sl_text_table_add_cell (table, "b");
  sl_text_table_add_cell (table, "");
  sl_text_table_append_to (table, 20, out);
  assert_string_equal (out->str, "Id  Text\na   one two three\n    four five\nb\n");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_measure),     cmocka_unit_test (test_shorten),
    cmocka_unit_test (test_wrap),        cmocka_unit_test (test_table),
    cmocka_unit_test (test_table_wraps),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
