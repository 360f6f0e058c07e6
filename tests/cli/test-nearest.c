/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include "cli/message.h"

static void
test_nearest (void **state)
{
  static const char *const known[] = { "rank", "weights", "report", "check", "list", "help", NULL };
  static const struct {
    const char *text;
    const char *nearest;
  } cases[] = {
    { "rank", "rank" },    { "RANK", "rank" },      { "rnak", "rank" },     { "ran", "rank" },
    { "ranks", "rank" },   { "weihgt", "weights" }, { "weigh", "weights" }, { "reprot", "report" },
    { "repor", "report" }, { "lsit", "list" },      { "x", NULL },          { "", NULL },
    { "something", NULL }, { "import", "report" },  { "chequers", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const char *nearest = sl_find_nearest (cases[i].text, known);

    if (cases[i].nearest == NULL)
      assert_null (nearest);
    else
      assert_string_equal (nearest, cases[i].nearest);
  }
}

/* The whole of what was typed inside a name says more than a letter that differs. */
static void
test_part_of_a_name (void **state)
{
  static const char *const known[] = { "general", "ai-saas", "early-saas", NULL };

  assert_string_equal (sl_find_nearest ("early", known), "early-saas");
  assert_string_equal (sl_find_nearest ("ai_saas", known), "ai-saas");
}

static void
test_long_texts (void **state)
{
  static const char *const known[] = { "rank", NULL };
  g_autofree char *text = g_strnfill (100000, 'r');

  assert_null (sl_find_nearest (text, known));
}

static void
test_printable (void **state)
{
  g_autofree char *text = sl_make_printable ("a\tb\nc\x1b\x7f\xff·");

  assert_string_equal (text, "a b c\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd·");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_nearest),
    cmocka_unit_test (test_part_of_a_name),
    cmocka_unit_test (test_long_texts),
    cmocka_unit_test (test_printable),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
