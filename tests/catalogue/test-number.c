/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include "catalogue/number.h"

static void
test_parse (void **state)
{
  static const struct {
    const char *text;
    double number;
  } good[] = {
    { "1", 1 },  { " 1.5 ", 1.5 }, { "-2", -2 },      { "+3", 3 },        { ".5", 0.5 },
    { "5.", 5 }, { "1e3", 1000 },  { "1E-3", 0.001 }, { "1e300", 1e300 }, { "0", 0 },
  };
  static const char *const bad[] = { "",      " ",   "x",     "1x",     "1 2",  "1,5",
                                     "0x10",  "inf", "nan",   "1e",     "--1",  "+-1",
                                     "1.2.3", ".",   "1e301", "-1e999", "1e+-3" };
  double number;

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++) {
    assert_true (sl_number_parse (good[i].text, &number));
    assert_true (number == good[i].number);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_false (sl_number_parse (bad[i], &number));
}

static void
test_append (void **state)
{
  static const struct {
    double number;
    const char *text;
  } cases[] = {
    { 78.4, "78.4" },
    { 100, "100" },
    { 0.1 + 0.2, "0.30000000000000004" },
    { 1.0 / 3, "0.3333333333333333" },
    { -0.5, "-0.5" },
    { 1e-20, "1e-20" },
    { 0, "0" },
    { -0.0, "0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) out = g_string_new (NULL);

    sl_number_append (out, cases[i].number);
    assert_string_equal (out->str, cases[i].text);
  }
}

static void
test_count_decimals (void **state)
{
  assert_int_equal (sl_number_count_decimals (70), 0);
  assert_int_equal (sl_number_count_decimals (62.5), 1);
  assert_int_equal (sl_number_count_decimals (0.1 + 0.2), 1);
  assert_int_equal (sl_number_count_decimals (-0.125), 3);
  assert_int_equal (sl_number_count_decimals (1.0 / 3), 3);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_parse),
    cmocka_unit_test (test_append),
    cmocka_unit_test (test_count_decimals),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
