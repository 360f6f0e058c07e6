/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "program.h"

#include <string.h>

static void
expect_weights (JsonObject *object, const double *expected, gsize n, double tolerance)
{
  JsonObject *weights = json_object_get_object_member (object, "weights");
  g_autoptr (GList) names = json_object_get_members (weights);
  gsize i = 0;

  assert_int_equal (g_list_length (names), n);
  for (const GList *l = names; l != NULL; l = l->next)
    assert_double_equal (json_object_get_double_member (weights, l->data), expected[i++],
                         tolerance);
}

/* Barron & Barrett 1996; Stillwell, Seaver & Edwards 1981. */
static void
test_order (void **state)
{
  static const double centroid[] = { 0.5208333333, 0.2708333333, 0.1458333333, 0.0625 };
  static const double rank_sum[] = { 0.4, 0.3, 0.2, 0.1 };
  g_auto (Run) plain = program_run (NULL, "weights --order a,b,c,d --format json");
  g_auto (Run) roc = program_run (NULL, "weights --order a,b,c,d --roc --format json");
  g_auto (Run) sum = program_run (NULL, "weights --order ' a, b ,c,d' --rank-sum --format json");
  g_autoptr (JsonObject) centroid_weights = run_expect_json (&plain, "weights-1");
  g_autoptr (JsonObject) sum_weights = run_expect_json (&sum, "weights-1");

  expect_weights (centroid_weights, centroid, 4, 1e-9);
  expect_weights (sum_weights, rank_sum, 4, 1e-9);
  assert_string_equal (roc.out, plain.out);
  assert_false (json_object_has_member (centroid_weights, "cr"));
}

/* gluc/ahp's leader example. */
static const char leader[] = "criterion,Experience,Education,Charisma,Age\n"
                             "Experience,1,4,3,7\n"
                             "Education,1/4,1,1/3,3\n"
                             "Charisma,1/3,3,1,5\n"
                             "Age,1/7,1/3,1/5,1\n";

static void
test_ahp (void **state)
{
  static const double expected[] = { 0.5475692389618, 0.1265552843734, 0.2699499224522,
                                     0.0559255542125 };
  g_auto (Run) run = program_run (leader, "weights --ahp - --format json");
  g_autoptr (JsonObject) object = run_expect_json (&run, "weights-1");

  expect_weights (object, expected, 4, 1e-9);
  assert_double_equal (json_object_get_double_member (object, "lambda_max"), 4.11841802431, 1e-9);
  assert_double_equal (json_object_get_double_member (object, "cr"), 0.0438585275235, 1e-9);
  assert_double_equal (json_object_get_double_member (object, "random_index"), 0.9, 1e-12);
  assert_string_equal (json_object_get_string_member (object, "random_index_table"), "Saaty");
}

/* The lower half follows from the upper one, and rows may come in any order. */
static void
test_ahp_half (void **state)
{
  static const char half[] = "criterion,Experience,Education,Charisma,Age\r\n"
                             "Age,,,,\r\n"
                             "Education,,,1/3,3\r\n"
                             "Charisma,,,,5\r\n"
                             "Experience,1,4,3,7\r\n";
  g_auto (Run) whole = program_run (leader, "weights --ahp - --format csv");
  g_auto (Run) run = program_run (half, "weights --ahp - --format csv");

  run_expect (&run, 0, "");
  assert_true (g_str_has_prefix (run.out, "criterion,weight\r\nExperience,0.547569"));
  assert_string_equal (run.out, whole.out);
}

static void
test_geometric_mean (void **state)
{
  static const double expected[] = { 0.0458242595, 0.0161345452, 0.1562641836, 0.3503090805,
                                     0.0457063037, 0.0759828711, 0.1715452399, 0.1382335164 };
  static const char table[] = "criterion,a,b,c,d,e,f,g,h\n"
                              "a,1,7,1/5,1/8,1/2,1/3,1/5,1\n"
                              "b,1/7,1,1/8,1/9,1/4,1/5,1/9,1/8\n"
                              "c,5,8,1,1/3,4,2,1,1\n"
                              "d,8,9,3,1,7,5,3,3\n"
                              "e,2,4,1/4,1/7,1,1/2,1/5,1/5\n"
                              "f,3,5,1/2,1/5,2,1,1/3,1/3\n"
                              "g,5,9,1,1/3,5,3,1,1\n"
                              "h,1,8,1,1/3,5,3,1,1\n";
  g_auto (Run) run =
      program_run (table, "weights --ahp - --prioritisation geometric-mean --format json");
  g_autoptr (JsonObject) object = run_expect_json (&run, "weights-1");

  expect_weights (object, expected, 8, 1e-9);
}

/* Saaty's school example contradicts itself: said, but not an error. */
static void
test_inconsistent (void **state)
{
  static const char school[] = "criterion,a,b,c,d,e,f\n"
                               "a,1,4,3,1,3,4\n"
                               "b,,1,7,3,1/5,1\n"
                               "c,,,1,1/5,1/5,1/6\n"
                               "d,,,,1,1,1/3\n"
                               "e,,,,,1,3\n"
                               "f,,,,,,1\n";
  g_auto (Run) run = program_run (school, "weights --ahp -");

  assert_int_equal (run.status, 0);
  assert_true (g_str_has_prefix (
      run.err,
      "shortlist: warning: standard input: the comparisons contradict each other: the consistency "
      "ratio is 0.23, above 0.10; think again about “"));
  assert_non_null (strstr (run.out, "Consistency ratio 0.2290 (index 0.2840, random index 1.24 by "
                                    "Saaty)\n"));
}

static void
test_bad_comparisons (void **state)
{
  static const struct {
    const char *content;
    const char *err;
  } cases[] = {
    { "criterion,a,b,c\na,1,3,12\nb,2,1,x\nb,1,1,1\nd,1,1,1\n",
      "standard input: line 2, “c”: expected a number from 1/9 to 9, such as 3 or 1/3, found “12”\n"
      "standard input: line 3, “c”: expected a number from 1/9 to 9, such as 3 or 1/3, found “x”\n"
      "standard input: line 4: “b” was there before, in line 3\n"
      "standard input: line 5: expected a criterion of the header, found “d”\n"
      "standard input: expected a row for “c”\n" },
    { "criterion,a,b,c\na,2,3,\nb,2,1,0\nc,,1/2,1\n",
      "standard input: line 3, “c”: expected a number from 1/9 to 9, such as 3 or 1/3, found “0”\n"
      "standard input: line 2, “a”: expected 1, as everything is as important as itself, found "
      "“2”\n"
      "standard input: line 3, “a”: expected 0.333, one divided by line 2 under “b”, found “2”\n"
      "standard input: line 2, “c”: expected a number, here or in line 4 under “a”\n" },
    { "criterion\n", "standard input: line 1: expected at least one criterion in the header\n" },
    { "criterion,a,a\na,1,1\n",
      "standard input: line 1: expected a name of its own for column 3, found “a” again\n" },
    { "alternative,a\n",
      "standard input: line 1: expected the header “criterion,<name>,…”, found “alternative”\n" },
    { "criterion,a,b\na,1,1/0\nb,,1\n",
      "standard input: line 2, “b”: expected a number from 1/9 to 9, such as 3 or 1/3, found "
      "“1/0”\n" },
    { "criterion,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16\n",
      "standard input: line 1: expected at most 16 columns, found 17\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (Run) run = program_run (cases[i].content, "weights --ahp -");

    run_expect (&run, 1, cases[i].err);
    assert_string_equal (run.out, "");
  }
}

static void
test_missing_file (void **state)
{
  g_auto (Run) run = program_run (NULL, "weights --ahp /nowhere/a.csv");

  assert_int_equal (run.status, 3);
  assert_true (g_str_has_prefix (run.err, "/nowhere/a.csv: "));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_order),        cmocka_unit_test (test_ahp),
    cmocka_unit_test (test_ahp_half),     cmocka_unit_test (test_geometric_mean),
    cmocka_unit_test (test_inconsistent), cmocka_unit_test (test_bad_comparisons),
    cmocka_unit_test (test_missing_file),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
