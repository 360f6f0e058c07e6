/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The commands that say how sure one may be. Figures are published ones. */

#include "program.h"

#include <math.h>
#include <string.h>

/* gertvv/rsmaa 0.3-2: acceptability from a million trials. */
static const char three[] = "alternative,a,b\n#worst,0,0\n#best,1,1\nx,1,0\ny,0,1\nz,0.5,0.4\n";

/* Four by three; intervals by bisection over drugis' R code, changes by scikit-criteria. */
static const char four[] = "alternative,a,b,c\n#worst,0,0,0\n#best,1,1,1\n#weight,40,35,25\n"
                           "x0,0.9,0.2,0.4\nx1,0.3,0.8,0.5\nx2,0.6,0.5,0.7\nx3,0.2,0.6,0.9\n";

static JsonObject *
get_alternative (JsonObject *object, const char *member, guint i)
{
  return json_array_get_object_element (json_object_get_array_member (object, member), i);
}

static void
test_acceptability (void **state)
{
  static const double expected[3][3] = { { 0.5, 0.0555555556, 0.4444444444 },
                                         { 0.5, 0.0454545455, 0.4545454545 },
                                         { 0, 0.898989899, 0.101010101 } };
  g_auto (Run) run =
      program_run (three, "robustness --matrix - --weights any --samples 100000 --format json");
  g_autoptr (JsonObject) object = run_expect_json (&run, "robustness-1");

  assert_int_equal (json_object_get_int_member (object, "samples"), 100000);
  for (guint i = 0; i < 3; i++) {
    JsonObject *alternative = get_alternative (object, "alternatives", i);
    JsonArray *places = json_object_get_array_member (alternative, "acceptability");

    for (guint r = 0; r < 3; r++)
      assert_double_equal (json_array_get_double_element (places, r), expected[i][r], 0.006);
    assert_int_equal (json_object_get_null_member (alternative, "central_weights"), i == 2);
    assert_int_equal (json_object_get_null_member (alternative, "confidence_factor"), i == 2);
  }
  assert_double_equal (json_object_get_double_member (
                           json_object_get_object_member (
                               get_alternative (object, "alternatives", 0), "central_weights"),
                           "a"),
                       0.75, 0.006);
}

static void
test_threads_and_seed (void **state)
{
  static const char command[] = "robustness --profile ai-saas --samples 2000 --format json ";
  g_auto (Run) one = program_run (NULL, "%s --threads 1", command);
  g_auto (Run) two = program_run (NULL, "%s --threads 2", command);
  g_auto (Run) other = program_run (NULL, "%s --seed 2", command);
  g_autoptr (JsonObject) object = run_expect_json (&one, "robustness-1");

  assert_int_equal (json_object_get_int_member (object, "seed"), 1);
  assert_string_equal (one.out, two.out);
  assert_string_not_equal (one.out, other.out);
}

/* Who is surely better on all that is uncertain is always first. */
static void
test_uncertain_cells (void **state)
{
  static const char matrix[] = "alternative,a,b\n#worst,0,0\n#best,10,10\n"
                               "good,5|6|9,7\nbad,1|2|4,1|2|3\n";
  g_auto (Run) run = program_run (matrix, "robustness --matrix - --samples 1000 --format csv");

  run_expect (&run, 0, "");
  assert_non_null (strstr (run.out, "\r\ngood,1,1,1,0\r\n"));
  assert_non_null (strstr (run.out, "\r\nbad,2,,0,1\r\n"));
}

static void
test_intervals (void **state)
{
  static const struct {
    const char *criterion;
    double low, high;
    const char *below, *above;
  } expected[] = { { "a", 0.261538461538, 0.5, "x3", "x0" },
                   { "b", 0.1875, 0.465753424658, "x0", "x1" },
                   { "c", 0.0625, 0.454545454545, "x0", "x3" } };
  g_auto (Run) run = program_run (four, "sensitivity --matrix - --format json");
  g_autoptr (JsonObject) object = run_expect_json (&run, "sensitivity-1");
  JsonObject *intervals = json_object_get_object_member (object, "intervals");

  assert_string_equal (json_object_get_string_member (object, "winner"), "x2");
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++) {
    JsonObject *interval = json_object_get_object_member (intervals, expected[i].criterion);

    assert_double_equal (json_object_get_double_member (interval, "low"), expected[i].low, 1e-9);
    assert_double_equal (json_object_get_double_member (interval, "high"), expected[i].high, 1e-9);
    assert_string_equal (json_object_get_string_member (interval, "low_challenger"),
                         expected[i].below);
    assert_string_equal (json_object_get_string_member (interval, "high_challenger"),
                         expected[i].above);
  }
}

static void
test_smallest_changes (void **state)
{
  static const double distances[] = { 0.2, 0.2166666667, 0.25 };
  g_auto (Run) run = program_run (four, "sensitivity --matrix - --format json");
  g_autoptr (JsonObject) object = run_expect_json (&run, "sensitivity-1");

  for (guint i = 0; i < 3; i++) {
    JsonObject *change = json_object_get_object_member (get_alternative (object, "challengers", i),
                                                        "smallest_change");

    assert_double_equal (json_object_get_double_member (change, "distance"), distances[i], 1e-6);
  }
}

/* Hazen 1986: half of each of the others always beats it, by a tenth of the scale. */
static void
test_never_first (void **state)
{
  static const char matrix[] = "alternative,a,b\n#worst,0,0\n#best,1,1\nx,1,0\ny,0,1\nz,0.4,0.4\n";
  g_auto (Run) run = program_run (matrix, "sensitivity --matrix - --format json");
  g_autoptr (JsonObject) object = run_expect_json (&run, "sensitivity-1");
  JsonObject *challenger = get_alternative (object, "challengers", 1);
  JsonObject *mixture = json_object_get_object_member (challenger, "mixture");

  assert_string_equal (json_object_get_string_member (challenger, "id"), "z");
  assert_true (json_object_get_null_member (challenger, "smallest_change"));
  assert_double_equal (json_object_get_double_member (challenger, "best_margin"), -10, 1e-6);
  assert_double_equal (json_object_get_double_member (mixture, "x"), 0.5, 1e-9);
  assert_double_equal (json_object_get_double_member (mixture, "y"), 0.5, 1e-9);
}

static void
test_every_method (void **state)
{
  static const char *const methods[] = { "additive", "geometric", "topsis", "vikor", "promethee" };

  for (gsize i = 0; i < G_N_ELEMENTS (methods); i++) {
    g_auto (Run) sensitivity =
        program_run (NULL, "sensitivity --profile ai-saas --method %s --format json", methods[i]);
    g_auto (Run) robustness = program_run (
        NULL, "robustness --profile ai-saas --method %s --samples 200 --format json", methods[i]);
    g_autoptr (JsonObject) bands = run_expect_json (&sensitivity, "sensitivity-1");
    g_autoptr (JsonObject) shares = run_expect_json (&robustness, "robustness-1");

    assert_non_null (bands);
    assert_non_null (shares);
  }
}

static void
test_wrong_usage (void **state)
{
  static const char *const wrong[] = {
    "robustness --samples 0",   "robustness --samples 1.5",    "robustness --weights some",
    "robustness --seed -1",     "robustness --confidence 0.5", "robustness --threads 65",
    "sensitivity --samples 10", "sensitivity --v 0.5",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_auto (Run) run = program_run (NULL, "%s", wrong[i]);

    assert_int_equal (run.status, 2);
    assert_string_equal (run.out, "");
    assert_int_equal (strncmp (run.err, "shortlist: ", 11), 0);
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_acceptability),    cmocka_unit_test (test_threads_and_seed),
    cmocka_unit_test (test_uncertain_cells),  cmocka_unit_test (test_intervals),
    cmocka_unit_test (test_smallest_changes), cmocka_unit_test (test_never_first),
    cmocka_unit_test (test_every_method),     cmocka_unit_test (test_wrong_usage),
  };

  return cmocka_run_group_tests_name ("robustness", tests, NULL, NULL);
}
