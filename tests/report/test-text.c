/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "report/text-private.h"
#include "support.h"

static void
check_clean (const char *string, gsize max_length, const char *expected)
{
  g_autofree char *clean = sl_text_clean (string, max_length);

  assert_string_equal (clean, expected);
}

static void
test_clean (void **state)
{
  check_clean (NULL, 10, "");
  check_clean ("", 10, "");
  check_clean ("   ", 10, "");
  check_clean ("  Go \t\n is\001 it  ", 50, "Go is it");
  check_clean ("<b>&amp;", 50, "<b>&amp;");
  check_clean ("مثال", 50, "مثال");
  check_clean ("数据", 50, "数据");
  /* Nothing turns the direction of what follows. */
  check_clean ("a\u202eb\u2066c\ufeff", 50, "abc");
  check_clean ("a\u2028b\u2029c", 50, "a b c");
  /* A letter with more accents than any script needs. */
  check_clean ("a\u0301\u0301\u0301\u0301\u0301\u0301b", 50, "a\u0301\u0301\u0301\u0301b");
  check_clean ("a\xff", 50, "a\ufffd");
}

static void
test_clean_length (void **state)
{
  check_clean ("abcdef", 6, "abcdef");
  check_clean ("abcdefg", 6, "abcdef…");
  check_clean ("数数数数", 3, "数数数…");
  check_clean ("ab cd", 3, "ab…");
}

static void
test_links (void **state)
{
  g_autofree char *plain = sl_link_to_uri ("https://example.org/a?b=c&d=%20#e");
  g_autofree char *quoted = sl_link_to_uri ("https://example.org/' dest='x\\");

  assert_string_equal (plain, "uri='https://example.org/a?b=c&d=%20#e'");
  assert_string_equal (quoted, "uri='https://example.org/%27%20dest=%27x%5C'");
  assert_null (sl_link_to_uri ("javascript:alert(1)"));
  assert_null (sl_link_to_uri ("file:///etc/passwd"));
  assert_null (sl_link_to_uri ("example.org"));
  assert_null (sl_link_to_uri (NULL));
}

/* However narrow, however long: nothing is wider than it may be. */
static void
test_wraps (void **state)
{
  PangoContext *context = sl_text_context_new ();
  g_autofree char *long_word = g_strnfill (500, 'W');
  const char *const strings[] = { long_word, "数据数据数据数据数据", "مثال مثال مثال",
                                  "a b c d e f g" };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++) {
    g_autoptr (SlText) text = sl_text_new_for_string (strings[i], SL_RUN_PLAIN);
    g_autoptr (PangoLayout) layout =
        sl_text_layout (text, context, SL_STYLE_CELL, 40.0, PANGO_ALIGN_RIGHT);
    double width = 0, height = 0;

    sl_layout_get_size (layout, &width, &height);
    assert_true (width <= 40.0);
    assert_true (height >= sl_style_get_leading (SL_STYLE_CELL) - 0.01);
  }

  g_object_unref (context);
}

/* Letters from other fonts hardly move the lines. */
static void
test_leading (void **state)
{
  PangoContext *context = sl_text_context_new ();
  g_autoptr (SlText) text = sl_text_new_for_string ("数 a مثال", SL_RUN_PLAIN);
  g_autoptr (PangoLayout) layout =
      sl_text_layout (text, context, SL_STYLE_BODY, 400.0, PANGO_ALIGN_LEFT);
  double height = 0;

  sl_layout_get_size (layout, NULL, &height);
  assert_float_equal (height, sl_style_get_leading (SL_STYLE_BODY), 1.0);

  g_object_unref (context);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_clean),   cmocka_unit_test (test_clean_length),
    cmocka_unit_test (test_links),   cmocka_unit_test (test_wraps),
    cmocka_unit_test (test_leading),
  };

  return cmocka_run_group_tests_name ("text", tests, NULL, NULL);
}
