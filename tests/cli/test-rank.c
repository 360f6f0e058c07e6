/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "program.h"

#include <locale.h>
#include <math.h>
#include <string.h>

static const char *const boards[] = { "technologies", "patterns", "pairings", NULL };

static JsonObject *
rank (const char *options)
{
  g_auto (Run) run = program_run (NULL, "rank --format json %s", options);

  return run_expect_json (&run, "rank-1");
}

static JsonArray *
get_alternatives (JsonObject *ranking)
{
  return json_object_get_array_member (ranking, "alternatives");
}

static char **
list_profiles (void)
{
  g_auto (Run) run = program_run (NULL, "list profiles --format json");
  g_autoptr (JsonObject) object = run_expect_json (&run, "list-1");
  JsonArray *items = json_object_get_array_member (object, "items");
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < json_array_get_length (items); i++)
    g_strv_builder_add (
        ids, json_object_get_string_member (json_array_get_object_element (items, i), "id"));
  return g_strv_builder_end (ids);
}

static double
sum_members (JsonObject *numbers)
{
  g_autoptr (GList) names = json_object_get_members (numbers);
  double sum = 0;

  for (const GList *l = names; l != NULL; l = l->next)
    sum += json_object_get_double_member (numbers, l->data);
  return sum;
}

/* Ranks rise with falling scores; the excluded come last, with reasons. */
static void
expect_ranking (JsonObject *ranking)
{
  JsonArray *alternatives = get_alternatives (ranking);
  gint64 last_rank = 1;
  double last_score = 100;

  assert_double_equal (sum_members (json_object_get_object_member (ranking, "weights")), 1, 1e-12);
  for (guint i = 0; i < json_array_get_length (alternatives); i++) {
    JsonObject *alternative = json_array_get_object_element (alternatives, i);
    gboolean excluded = json_object_get_boolean_member (alternative, "excluded");
    JsonArray *reasons = json_object_get_array_member (alternative, "reasons");
    double score = json_object_get_double_member (alternative, "score");

    assert_double_equal (sum_members (json_object_get_object_member (alternative, "contributions")),
                         score, 1e-9);
    assert_int_equal (json_array_get_length (reasons) > 0, excluded);
    assert_int_equal (json_object_get_null_member (alternative, "rank"), excluded);
    if (excluded) {
      last_rank = G_MAXINT;
      continue;
    }
    assert_true (json_object_get_int_member (alternative, "rank") >= last_rank);
    assert_true (score <= last_score + 1e-9);
    last_rank = json_object_get_int_member (alternative, "rank");
    last_score = score;
  }
}

static void
test_every_profile (void **state)
{
  g_auto (GStrv) profiles = list_profiles ();

  assert_true (g_strv_length (profiles) >= 10);
  for (gsize i = 0; profiles[i] != NULL; i++)
    for (gsize j = 0; boards[j] != NULL; j++) {
      g_autofree char *options =
          g_strdup_printf ("--profile %s --board %s", profiles[i], boards[j]);
      g_autoptr (JsonObject) ranking = rank (options);

      assert_string_equal (json_object_get_string_member (ranking, "board"), boards[j]);
      expect_ranking (ranking);
    }
}

/* Whatever the method, a higher score is better, and who is excluded does not depend on it. */
static void
test_every_method (void **state)
{
  static const char *const methods[] = { "additive", "geometric", "topsis",
                                         "vikor",    "promethee", NULL };
  const char *options = "--board pairings --minimum security=60";
  g_autoptr (JsonObject) usual = rank (options);
  guint n = json_array_get_length (get_alternatives (usual));

  for (gsize i = 0; methods[i] != NULL; i++) {
    g_autofree char *line = g_strdup_printf ("%s --method %s", options, methods[i]);
    g_autoptr (JsonObject) ranking = rank (line);
    JsonArray *alternatives = get_alternatives (ranking);
    double last_score = 100;
    guint n_ranked = 0;

    assert_string_equal (json_object_get_string_member (ranking, "method"), methods[i]);
    assert_int_equal (json_array_get_length (alternatives), n);
    for (guint j = 0; j < n; j++) {
      JsonObject *alternative = json_array_get_object_element (alternatives, j);
      double score = json_object_get_double_member (alternative, "score");

      if (json_object_get_boolean_member (alternative, "excluded"))
        break;
      assert_true (score <= last_score + 1e-9);
      last_score = score;
      n_ranked++;
    }
    assert_true (n_ranked > 0 && n_ranked < n);
    for (guint j = 0; j < n; j++) {
      JsonObject *one = json_array_get_object_element (get_alternatives (usual), j);

      assert_int_equal (json_object_get_boolean_member (one, "excluded"), j >= n_ranked);
    }
  }
}

static void
test_top (void **state)
{
  g_autoptr (JsonObject) all = rank ("");
  g_autoptr (JsonObject) three = rank ("--top 3");
  g_autoptr (JsonObject) many = rank ("--top 1000");
  JsonArray *first = get_alternatives (three);

  assert_int_equal (json_array_get_length (first), 3);
  for (guint i = 0; i < 3; i++)
    assert_true (json_node_equal (json_array_get_element (first, i),
                                  json_array_get_element (get_alternatives (all), i)));
  assert_int_equal (json_array_get_length (get_alternatives (many)),
                    json_array_get_length (get_alternatives (all)));
}

/* Every row of a table: what is printed is what the JSON says. */
static void
test_table (void **state)
{
  g_autoptr (JsonObject) ranking = rank ("--board pairings");
  JsonArray *alternatives = get_alternatives (ranking);
  g_auto (Run) run = program_run (NULL, "rank --board pairings");
  g_auto (GStrv) lines = NULL;

  run_expect (&run, 0, "");
  for (guint i = 0; i < json_array_get_length (alternatives); i++) {
    JsonObject *alternative = json_array_get_object_element (alternatives, i);
    g_autofree char *score =
        g_strdup_printf ("%.1f ", json_object_get_double_member (alternative, "score"));

    if (!json_object_get_boolean_member (alternative, "excluded"))
      assert_non_null (strstr (run.out, score));
  }
  lines = g_strsplit (run.out, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    assert_true (g_utf8_strlen (lines[i], -1) <= 80);
}

static gboolean
contains (JsonArray *texts, const char *text)
{
  for (guint i = 0; i < json_array_get_length (texts); i++)
    if (g_str_equal (json_array_get_string_element (texts, i), text))
      return TRUE;
  return FALSE;
}

/* From the values and weights that are printed, by the definition. */
static gboolean
dominates (JsonObject *weights, JsonObject *a, JsonObject *b)
{
  JsonObject *of_a = json_object_get_object_member (a, "values");
  JsonObject *of_b = json_object_get_object_member (b, "values");
  g_autoptr (GList) criteria = json_object_get_members (weights);
  gboolean better = FALSE;

  for (const GList *l = criteria; l != NULL; l = l->next) {
    double x = json_object_get_double_member (of_a, l->data);
    double y = json_object_get_double_member (of_b, l->data);

    if (json_object_get_double_member (weights, l->data) <= 0)
      continue;
    if (x < y)
      return FALSE;
    better = better || x > y;
  }
  return better && !json_object_get_boolean_member (a, "excluded") &&
         !json_object_get_boolean_member (b, "excluded");
}

/* Where a few criteria have all the weight, many are behind somebody on each of them. Each says by
 * whom, and the table names everyone who is. */
static void
test_dominance (void **state)
{
  g_autoptr (JsonObject) ranking = rank ("--lock performance=100");
  JsonObject *weights = json_object_get_object_member (ranking, "weights");
  JsonArray *alternatives = get_alternatives (ranking);
  g_auto (Run) table = program_run (NULL, "rank --lock performance=100");
  const char *list = strstr (table.out, "\nDominated\n");
  guint n_dominated = 0;

  assert_non_null (list);
  for (guint i = 0; i < json_array_get_length (alternatives); i++) {
    JsonObject *one = json_array_get_object_element (alternatives, i);
    JsonArray *by = json_object_get_array_member (one, "dominated_by");
    g_autofree char *item =
        g_strdup_printf ("\n  • %s: ", json_object_get_string_member (one, "name"));

    for (guint k = 0; k < json_array_get_length (alternatives); k++) {
      JsonObject *other = json_array_get_object_element (alternatives, k);

      assert_int_equal (contains (by, json_object_get_string_member (other, "id")),
                        dominates (weights, other, one));
    }
    assert_int_equal (strstr (list, item) != NULL, json_array_get_length (by) > 0);
    n_dominated += json_array_get_length (by) > 0;
  }
  assert_true (n_dominated > 3);
}

/* The answer over the table is about the table's first, and says what the best pairing is. */
static void
test_headline (void **state)
{
  g_autoptr (JsonObject) pairings = rank ("--profile ai-saas --board pairings");
  JsonObject *best = json_array_get_object_element (get_alternatives (pairings), 0);
  g_autofree char *hint =
      g_strdup_printf ("Best pairing: %s", json_object_get_string_member (best, "name"));

  for (gsize i = 0; boards[i] != NULL; i++) {
    g_autofree char *options = g_strdup_printf ("--profile ai-saas --board %s", boards[i]);
    g_autofree char *command = g_strconcat ("rank ", options, NULL);
    g_autoptr (JsonObject) ranking = rank (options);
    JsonObject *first = json_array_get_object_element (get_alternatives (ranking), 0);
    g_auto (Run) run = program_run (NULL, "%s", command);
    g_auto (GStrv) lines = g_strsplit (run.out, "\n", -1);

    assert_string_equal (lines[0], json_object_get_string_member (first, "name"));
    assert_true (g_strv_contains ((const char *const *) lines, hint) ==
                 !g_str_equal (boards[i], "pairings"));
  }
}

/* RFC 4180: as many cells in each row, all lines ended by CRLF. */
static void
test_csv (void **state)
{
  g_autoptr (JsonObject) ranking = rank ("--board pairings --profile fintech-regulated");
  guint n = json_array_get_length (get_alternatives (ranking));
  g_auto (Run) run =
      program_run (NULL, "rank --format csv --board pairings --profile fintech-regulated");
  g_auto (GStrv) rows = NULL;
  guint columns = 0;

  run_expect (&run, 0, "");
  assert_true (g_str_has_prefix (run.out, "rank,id,name,score,excluded,reasons,value:"));
  rows = g_strsplit (run.out, "\r\n", -1);
  assert_int_equal (g_strv_length (rows), n + 2);
  assert_string_equal (rows[n + 1], "");
  for (guint i = 0; i <= n; i++) {
    guint cells = 1;
    gboolean quoted = FALSE;

    assert_null (strchr (rows[i], '\n'));
    for (const char *at = rows[i]; *at != '\0'; at++) {
      if (*at == '"')
        quoted = !quoted;
      else if (*at == ',' && !quoted)
        cells++;
    }
    assert_false (quoted);
    columns = i == 0 ? cells : columns;
    assert_int_equal (cells, columns);
  }
}

/* ---- requirements ---- */

static void
test_importance (void **state)
{
  g_autoptr (JsonObject) ranking =
      rank ("--profile general --importance performance=0 --importance delivery=0 "
            "--importance ai=0 --importance talent=0 --importance reliability=10 "
            "--importance running=0 --importance sustainability=0 --importance security=3 "
            "--importance support=1 --importance compliance=0 --importance package_safety=0");
  JsonObject *weights = json_object_get_object_member (ranking, "weights");

  assert_double_equal (json_object_get_double_member (weights, "security"), 0.75, 1e-12);
  assert_double_equal (json_object_get_double_member (weights, "support"), 0.25, 1e-12);
  expect_ranking (ranking);
}

static void
test_later_option_counts (void **state)
{
  g_auto (Run) once = program_run (NULL, "rank --importance talent=9 --format json");
  g_auto (Run) twice =
      program_run (NULL, "rank --importance talent=1 --importance talent=9 --format json");

  run_expect (&once, 0, "");
  assert_string_equal (twice.out, once.out);
}

static void
test_minimum (void **state)
{
  g_autoptr (JsonObject) ranking = rank ("--minimum security=70");
  g_auto (Run) with = program_run (NULL, "rank --minimum security=70 --minimum security=none");
  g_auto (Run) without = program_run (NULL, "rank");
  JsonArray *alternatives = get_alternatives (ranking);
  guint n_excluded = 0;

  expect_ranking (ranking);
  for (guint i = 0; i < json_array_get_length (alternatives); i++) {
    JsonObject *alternative = json_array_get_object_element (alternatives, i);
    double value = json_object_get_double_member (
        json_object_get_object_member (alternative, "values"), "security");

    n_excluded += json_object_get_boolean_member (alternative, "excluded");
    if (!json_object_get_boolean_member (alternative, "excluded"))
      assert_true (value >= 70);
  }
  assert_true (n_excluded > 0);
  assert_string_equal (with.out, without.out);
}

/* A locked share stays, also where a rule stresses what is locked; and unlocking is as if it had
 * never been. */
static void
test_lock (void **state)
{
  const char *options = "--fact regulated=on --lock security=40 --lock talent=12.5";
  g_autoptr (JsonObject) ranking = rank (options);
  g_auto (Run) with = program_run (NULL, "rank --lock talent=40 --lock talent=none");
  g_auto (Run) without = program_run (NULL, "rank");
  JsonObject *weights = json_object_get_object_member (ranking, "weights");
  g_autoptr (GList) criteria = json_object_get_members (weights);
  double sum = 0;

  expect_ranking (ranking);
  assert_double_equal (json_object_get_double_member (weights, "security"), 0.4, 1e-12);
  for (const GList *l = criteria; l != NULL; l = l->next)
    sum += json_object_get_double_member (weights, l->data);
  assert_double_equal (sum, 1, 1e-12);
  assert_string_equal (with.out, without.out);
}

/* Nobody is left: what to relax is said. */
static void
test_all_excluded (void **state)
{
  g_autoptr (JsonObject) ranking = rank ("--minimum security=100 --minimum memory=100");
  g_auto (Run) run = program_run (NULL, "rank --minimum security=100 --minimum memory=100");

  expect_ranking (ranking);
  assert_true (json_object_get_boolean_member (
      json_array_get_object_element (get_alternatives (ranking), 0), "excluded"));
  run_expect (&run, 0, "");
  assert_non_null (strstr (run.out, "\nWhat rules them out\n"));
}

static void
test_equal_weights (void **state)
{
  const char *options = "rank --importance performance=0 --importance delivery=0 --importance ai=0 "
                        "--importance talent=0 --importance reliability=0 --importance running=0 "
                        "--importance sustainability=0";
  g_auto (Run) run = program_run (NULL, "%s", options);

  run_expect (&run, 0, "");
  assert_non_null (strstr (run.out, "all criteria count the same"));
}

/* ---- decisions ---- */

#define SHA256 "\"sha256\" : \""

/* The sample, as if it had been made with the catalogue as it is. */
static char *
read_sample (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("SHORTLIST_DATA"), "sample.shortlist", NULL);
  char *sample = file_read (path);
  g_auto (Run) report = program_run (NULL, "report --output - --format json");
  const char *shipped = strstr (report.out, SHA256);
  char *recorded = strstr (sample, SHA256);

  assert_non_null (shipped);
  assert_non_null (recorded);
  memcpy (recorded + strlen (SHA256), shipped + strlen (SHA256), 64);
  return sample;
}

static void
test_sample (void **state)
{
  g_autofree char *sample = read_sample ();
  g_auto (Run) by_input = program_run (sample, "rank --format json -");
  g_auto (Run) by_name = { 0 };
  g_autoptr (JsonObject) ranking = run_expect_json (&by_input, "rank-1");

  file_write ("x.shortlist", sample);
  by_name = program_run (NULL, "rank --format json x.shortlist");
  expect_ranking (ranking);
  run_expect (&by_name, 0, "");
  assert_string_equal (by_name.out, by_input.out);
}

/* A decision that was made with another catalogue is ranked, but not in silence. */
static void
test_other_catalogue (void **state)
{
  g_autofree char *sample = read_sample ();
  g_auto (Run) run = { 0 };

  memset (strstr (sample, SHA256) + strlen (SHA256), '0', 64);
  run = program_run (sample, "rank -");
  assert_int_equal (run.status, 0);
  assert_true (g_regex_match_simple (
      "^shortlist: warning: standard input: made with another state of the catalogue \\(shortlist "
      "[0-9.]+\\) than this one \\(shortlist [0-9.]+\\), so the ranking may have changed\n$",
      run.err, 0, 0));
}

/* Options go on top of the file: all that the profile sets comes from the option. */
static void
test_options_on_top (void **state)
{
  g_autofree char *sample = read_sample ();
  g_auto (Run) file =
      program_run (sample, "rank --format json - --profile ai-saas --fact team_size=3");
  g_auto (Run) options =
      program_run (NULL, "rank --format json --profile ai-saas --fact team_size=3");

  run_expect (&file, 0, "");
  assert_string_equal (file.out, options.out);
}

static void
test_bad_decisions (void **state)
{
  static const struct {
    const char *content;
    const char *err;
  } cases[] = {
    { "{\"format\": \"decision-1\", \"title\": \"x\", \"importance\": {\"talent\": 11}, "
      "\"facts\": {\"nonsense\": true}}",
      "standard input: importance.talent: expected a number from 0 to 10, found 11\n"
      "standard input: facts.nonsense: expected a fact of the catalogue\n" },
    { "{\"format\": \"decision-2\", \"title\": \"x\"}",
      "standard input: format: written by a newer version of the program (decision-2)\n" },
    { "[]", "standard input:1:1: expected an object, found \"[\"\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (Run) run = program_run (cases[i].content, "rank -");

    run_expect (&run, 1, cases[i].err);
    assert_string_equal (run.out, "");
  }
}

static void
test_missing_files (void **state)
{
  g_auto (Run) decision = program_run (NULL, "rank /nowhere/x.shortlist");
  g_auto (Run) catalogue = program_run (NULL, "rank --catalogue /nowhere");

  assert_int_equal (decision.status, 3);
  assert_true (g_str_has_prefix (decision.err, "/nowhere/x.shortlist: "));
  assert_int_equal (catalogue.status, 3);
  assert_true (g_str_has_prefix (catalogue.err, "/nowhere"));
}

/* However often an importance is multiplied, what comes out are numbers. */
static void
test_many_emphases (void **state)
{
  g_autoptr (GString) rules = g_string_new ("{\"format\":\"rules-1\",\"catalogue\":\"ours\",");
  g_auto (Run) run = { 0 };
  g_autoptr (JsonObject) ranking = NULL;

  g_string_append (rules, "\"version\":\"1\",\"extends\":\"shortlist\",\"rules\":[");
  for (int i = 0; i < 200; i++)
    g_string_append_printf (
        rules,
        "%s{\"id\":\"more-%d\",\"statement\":\"More.\",\"strength\":"
        "\"weak\",\"sources\":[],\"effects\":{\"emphasise\":{\"security\":100}}}",
        i > 0 ? "," : "", i);
  g_string_append (rules, "]}");
  file_write ("rules.json", rules->str);
  run = program_run (NULL, "rank --catalogue rules.json --format json");
  ranking = run_expect_json (&run, "rank-1");
  assert_true (json_object_get_double_member (json_object_get_object_member (ranking, "weights"),
                                              "security") > 0);
}

/* The option may stand before the command too; the shipped files, read again, change nothing. */
static void
test_catalogue (void **state)
{
  g_autofree char *folder = g_build_filename (g_getenv ("SHORTLIST_DATA"), "catalogue", NULL);
  g_auto (Run) before = program_run (NULL, "--catalogue '%s' rank --format json", folder);
  g_auto (Run) after = program_run (NULL, "rank --format json --catalogue='%s'", folder);
  g_auto (Run) shipped = program_run (NULL, "rank --format json");

  run_expect (&before, 0, "");
  assert_string_equal (before.out, shipped.out);
  assert_string_equal (after.out, shipped.out);
}

/* ---- locales ---- */

/* German has a decimal comma: in tables only. */
static void
test_locale (void **state)
{
  static const char *const environment[] = { "LC_ALL=de_DE.UTF-8", NULL };
  static const char *const json[] = { "rank", "--format", "json", NULL };
  static const char *const csv[] = { "rank", "--format", "csv", NULL };
  static const char *const table[] = { "rank", NULL };
  g_auto (Run) german_json = program_run_full (NULL, environment, json);
  g_auto (Run) german_csv = program_run_full (NULL, environment, csv);
  g_auto (Run) german_table = program_run_full (NULL, environment, table);
  g_autoptr (JsonObject) ranking = run_expect_json (&german_json, "rank-1");

  expect_ranking (ranking);
  assert_null (strstr (german_csv.out, "\","));
  run_expect (&german_table, 0, "");
  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL) {
    print_message ("# de_DE.UTF-8 is not installed: the table is not looked at\n");
    return;
  }
  setlocale (LC_ALL, "C.UTF-8");
  assert_true (g_regex_match_simple (" [0-9]+,[0-9] ", german_table.out, 0, 0));
}

/* Without UTF-8 the names are still UTF-8, and a program gets the same JSON. */
static void
test_c_locale (void **state)
{
  static const char *const environment[] = { "LC_ALL=C", NULL };
  static const char *const json[] = { "rank", "--format", "json", NULL };
  g_auto (Run) plain = program_run_full (NULL, environment, json);
  g_auto (Run) usual = program_run (NULL, "rank --format json");

  run_expect (&plain, 0, "");
  assert_string_equal (plain.out, usual.out);
}

/* What the libraries have to say is not the result. */
static void
test_debug_messages (void **state)
{
  static const char *const environment[] = { "G_MESSAGES_DEBUG=all", NULL };
  static const char *const arguments[] = { "rank", "--format", "json", NULL };
  g_auto (Run) run = program_run_full (NULL, environment, arguments);
  g_auto (Run) usual = program_run (NULL, "rank --format json");

  assert_string_equal (run.out, usual.out);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_every_profile),
    cmocka_unit_test (test_every_method),
    cmocka_unit_test (test_top),
    cmocka_unit_test (test_table),
    cmocka_unit_test (test_dominance),
    cmocka_unit_test (test_headline),
    cmocka_unit_test (test_csv),
    cmocka_unit_test (test_importance),
    cmocka_unit_test (test_later_option_counts),
    cmocka_unit_test (test_minimum),
    cmocka_unit_test (test_lock),
    cmocka_unit_test (test_all_excluded),
    cmocka_unit_test (test_equal_weights),
    test_in_folder (test_sample),
    cmocka_unit_test (test_other_catalogue),
    cmocka_unit_test (test_options_on_top),
    cmocka_unit_test (test_bad_decisions),
    cmocka_unit_test (test_missing_files),
    cmocka_unit_test (test_catalogue),
    test_in_folder (test_many_emphases),
    cmocka_unit_test (test_locale),
    cmocka_unit_test (test_c_locale),
    cmocka_unit_test (test_debug_messages),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
