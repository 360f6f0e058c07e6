/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "catalogue/json-input.h"
#include "report/verify.h"
#include "support.h"

#define NAME "report.json"

/* What is said of how sure one may be, of a report with this much of it. */
static JsonObject *
get_part (JsonNode *root, const char *member)
{
  return json_object_get_object_member (json_node_get_object (root), member);
}

static GBytes *
make_report (SlDecision *decision)
{
  SlReportOptions options = test_options (decision);

  return test_report (decision, &options, SL_REPORT_JSON);
}

/* A decision with few trials: what these tests do many times takes long otherwise. */
static SlDecision *
decision_new_quick (void)
{
  SlDecision *decision = test_decision_new ();
  SlRobustnessSettings settings = sl_decision_get_requirements (decision)->robustness;

  settings.samples = 100;
  sl_decision_set_robustness (decision, &settings);

  return decision;
}

static void
expect_same (SlDecision *decision)
{
  g_autoptr (GBytes) bytes = make_report (decision);
  g_auto (SlVerification) verification = { 0 };
  g_autoptr (GError) error = NULL;

  if (!sl_report_verify (sl_decision_get_catalogue (decision), bytes, NAME, &verification, &error))
    fail_msg ("%s", error->message);
  assert_null (verification.difference);
  assert_false (verification.other_language);
  assert_true (verification.n_compared > 5000);
}

static SlCatalogue *
farm_new (void)
{
  g_autofree char *path =
      g_build_filename (TEST_SOURCES, "tests", "analysis", "data", "farm", NULL);
  SlCatalogue *farm = sl_catalogue_new_for_path (path, NULL);

  assert_non_null (farm);

  return farm;
}

/* One about a small catalogue, which is quicker still. */
static SlDecision *
farm_decision_new (void)
{
  g_autoptr (SlCatalogue) farm = farm_new ();
  SlDecision *decision = sl_decision_new (farm);
  SlRobustnessSettings settings = sl_decision_get_requirements (decision)->robustness;

  settings.samples = 100;
  sl_decision_set_robustness (decision, &settings);
  sl_decision_set_context (decision, "The old one leaks.");
  sl_decision_apply_profile (decision, g_ptr_array_index (sl_catalogue_get_profiles (farm), 1));

  return decision;
}

/* ---- what is right ---- */

static void
test_same (void **state)
{
  g_autoptr (SlDecision) decision = decision_new_quick ();
  const GPtrArray *profiles = sl_catalogue_get_profiles (sl_decision_get_catalogue (decision));

  expect_same (decision);
  for (SlMethod method = SL_METHOD_ADDITIVE; method < SL_N_METHODS; method++) {
    sl_decision_set_method (decision, method);
    expect_same (decision);
  }
  for (guint i = 0; i < profiles->len; i++) {
    sl_decision_apply_profile (decision, g_ptr_array_index (profiles, i));
    expect_same (decision);
  }
}

static void
test_same_board (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  SlReportOptions options = test_options (decision);
  g_autoptr (GBytes) bytes = NULL;
  g_auto (SlVerification) verification = { 0 };

  options.board = SL_BOARD_PAIRINGS;
  options.title = "مثال 数据 \001";
  bytes = test_report (decision, &options, SL_REPORT_JSON);
  assert_true (
      sl_report_verify (sl_decision_get_catalogue (decision), bytes, NAME, &verification, NULL));
  assert_null (verification.difference);
  assert_null (verification.missing);
}

/* What earlier programs wrote, without what has come to reports since: 1-0 before weights could be
 * locked, 1-1 before it said how sure one may be. */
static void
test_earlier (void **state)
{
  static const char *const names[] = { "report-1-0.json", "report-1-1.json" };
  g_autoptr (SlCatalogue) farm = farm_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *file =
        g_build_filename (TEST_SOURCES, "tests", "report", "data", names[i], NULL);
    g_autofree char *text = NULL;
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (GBytes) spoilt = NULL;
    g_auto (SlVerification) same = { 0 };
    g_auto (SlVerification) other = { 0 };
    GString *changed;

    assert_true (g_file_get_contents (file, &text, NULL, NULL));
    bytes = g_bytes_new (text, strlen (text));
    assert_true (sl_report_verify (farm, bytes, names[i], &same, NULL));
    assert_null (same.difference);
    assert_false (same.other_catalogue);
    assert_true (same.n_compared > 400);
    assert_non_null (strstr (same.missing, "robustness"));
    assert_non_null (strstr (same.missing, "sensitivity"));
    assert_int_equal (strstr (same.missing, "locks") != NULL, i == 0);
    changed = g_string_new (text);
    assert_int_equal (g_string_replace (changed, "\"rank\" : 2", "\"rank\" : 1", 1), 1);
    spoilt = g_string_free_to_bytes (changed);
    assert_true (sl_report_verify (farm, spoilt, names[i], &other, NULL));
    assert_non_null (strstr (other.difference, ".rank: the report says 1"));
  }
}

/* ---- what is not ---- */

static char *
replace (GBytes *bytes, const char *from, const char *to)
{
  GString *text =
      g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));

  if (g_string_replace (text, from, to, 1) != 1)
    fail_msg ("%s is not in it", from);

  return g_string_free (text, FALSE);
}

static char *
find_difference (SlDecision *decision, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_auto (SlVerification) verification = { 0 };
  g_autoptr (GError) error = NULL;

  if (!sl_report_verify (sl_decision_get_catalogue (decision), bytes, NAME, &verification, &error))
    fail_msg ("%s", error->message);
  assert_non_null (verification.difference);

  return g_steal_pointer (&verification.difference);
}

static char *
find_error (SlDecision *decision, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_auto (SlVerification) verification = { 0 };
  g_autoptr (GError) error = NULL;

  assert_false (
      sl_report_verify (sl_decision_get_catalogue (decision), bytes, NAME, &verification, &error));
  assert_true (error->domain == SL_INPUT_ERROR);

  return g_strdup (error->message);
}

static void
test_score (void **state)
{
  g_autoptr (SlDecision) decision = decision_new_quick ();
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  const SlEntry *second = &sl_analysis_get_ranking (analysis, SL_BOARD_TECHNOLOGIES)->entries[1];
  g_autoptr (GBytes) bytes = make_report (decision);
  g_autoptr (JsonNode) root = test_parse (bytes);
  JsonObject *board = json_object_get_object_member (
      json_object_get_object_member (json_node_get_object (root), "boards"), "technologies");
  JsonObject *entry =
      json_array_get_object_element (json_object_get_array_member (board, "alternatives"), 1);
  static const char computed[] = "computed again it is ";
  g_autofree char *text = NULL;
  g_autofree char *difference = NULL;

  json_object_set_double_member (entry, "score", second->score + 1);
  text = json_to_string (root, TRUE);
  difference = find_difference (decision, text);
  assert_true (g_str_has_prefix (difference,
                                 "boards.technologies.alternatives[1].score: the report "
                                 "says "));
  assert_non_null (strstr (difference, computed));
  assert_float_equal (g_ascii_strtod (strstr (difference, computed) + strlen (computed), NULL),
                      second->score, 0.0);
}

/* What rounding may do is no difference; the first digit that it cannot reach is one. */
static void
test_rounding (void **state)
{
  static const struct {
    double change;
    gboolean is_difference;
  } cases[] = { { 1e-13, FALSE }, { -1e-11, FALSE }, { 1e-6, TRUE }, { -1e-6, TRUE } };
  g_autoptr (SlDecision) decision = decision_new_quick ();
  g_autoptr (GBytes) bytes = make_report (decision);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (JsonNode) root = test_parse (bytes);
    JsonObject *sensitivity = get_part (root, "sensitivity");
    double margin = json_object_get_double_member (sensitivity, "margin");
    g_autofree char *text = NULL;
    g_autoptr (GBytes) changed = NULL;
    g_auto (SlVerification) verification = { 0 };

    json_object_set_double_member (sensitivity, "margin", margin + cases[i].change);
    text = json_to_string (root, FALSE);
    changed = g_bytes_new (text, strlen (text));
    assert_true (sl_report_verify (sl_decision_get_catalogue (decision), changed, NAME,
                                   &verification, NULL));
    assert_int_equal (verification.difference != NULL, cases[i].is_difference);
  }
}

static void
test_requirement (void **state)
{
  g_autoptr (SlDecision) decision = decision_new_quick ();
  g_autoptr (GBytes) bytes = make_report (decision);
  g_autofree char *text = replace (bytes, "\"mode\" : 20", "\"mode\" : 25");
  g_autofree char *difference = find_difference (decision, text);

  /* The inputs are taken as they are; what follows from them is not what it says. */
  assert_true (g_str_has_prefix (difference, "answer.") ||
               g_str_has_prefix (difference, "boards."));
}

static void
test_missing_and_added (void **state)
{
  g_autoptr (SlDecision) decision = decision_new_quick ();
  g_autoptr (GBytes) bytes = make_report (decision);
  g_autofree char *added = replace (bytes, "\"rules\" : [", "\"rule\" : 1, \"rules\" : [");
  g_autofree char *renamed = replace (bytes, "\"excluded_by\"", "\"excluded_bx\"");
  g_autofree char *one = find_difference (decision, added);
  g_autofree char *other = find_difference (decision, renamed);

  assert_true (g_str_has_prefix (one, "rule: the report says 1, computed again it is nothing"));
  assert_non_null (strstr (other, ".excluded_bx: "));
}

static void
test_text (void **state)
{
  g_autoptr (SlDecision) decision = decision_new_quick ();
  g_autoptr (GBytes) bytes = make_report (decision);
  g_autofree char *text = replace (bytes, "\"headline\" : \"", "\"headline\" : \"Not ");
  g_autofree char *difference = find_difference (decision, text);

  assert_true (g_str_has_prefix (difference, "answer.headline: the report says “Not "));
}

/* Names and sentences of another language are left out, figures are not. */
static void
test_other_language (void **state)
{
  g_autoptr (SlDecision) decision = decision_new_quick ();
  g_autoptr (GBytes) bytes = make_report (decision);
  g_autofree char *french = replace (bytes, "\"language\" : \"en\"", "\"language\" : \"fr\"");
  g_autoptr (GBytes) foreign = g_bytes_new (french, strlen (french));
  g_autofree char *text = replace (foreign, "\"headline\" : \"", "\"headline\" : \"Voilà ");
  g_autoptr (GBytes) changed = g_bytes_new (text, strlen (text));
  g_autofree char *wrong = replace (changed, "\"rank\" : 2", "\"rank\" : 3");
  g_auto (SlVerification) verification = { 0 };
  g_autofree char *difference = NULL;

  assert_true (
      sl_report_verify (sl_decision_get_catalogue (decision), changed, NAME, &verification, NULL));
  assert_null (verification.difference);
  assert_true (verification.other_language);
  difference = find_difference (decision, wrong);
  assert_non_null (strstr (difference, ".rank: "));
}

static void
test_other_catalogue (void **state)
{
  g_autoptr (SlDecision) decision = decision_new_quick ();
  g_autoptr (GBytes) bytes = make_report (decision);
  g_autoptr (SlCatalogue) farm = farm_new ();
  g_auto (SlVerification) verification = { 0 };

  assert_true (sl_report_verify (farm, bytes, NAME, &verification, NULL));
  assert_true (verification.other_catalogue);
  assert_non_null (strstr (verification.difference, sl_catalogue_get_sha256 (farm)));
  assert_non_null (strstr (verification.difference,
                           sl_catalogue_get_sha256 (sl_decision_get_catalogue (decision))));
}

/* A figure of how sure one may be is another. */
static void
test_certainty (void **state)
{
  static const struct {
    const char *part;
    const char *member;
  } cases[] = {
    { "robustness", "entropy" }, { "robustness", "verdict" }, { "robustness", "generator" },
    { "sensitivity", "radius" }, { "sensitivity", "winner" },
  };
  g_autoptr (SlDecision) decision = decision_new_quick ();
  g_autoptr (GBytes) bytes = make_report (decision);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (JsonNode) root = test_parse (bytes);
    g_autofree char *text = NULL;
    g_autofree char *difference = NULL;
    g_autofree char *expected =
        g_strdup_printf ("%s.%s: the report says 7, ", cases[i].part, cases[i].member);

    json_object_set_int_member (get_part (root, cases[i].part), cases[i].member, 7);
    text = json_to_string (root, FALSE);
    difference = find_difference (decision, text);
    if (!g_str_has_prefix (difference, expected))
      fail_msg ("%s", difference);
  }
}

/* Where trials were drawn in another way, that is named and not what follows from it. */
static void
test_other_generator (void **state)
{
  g_autoptr (SlDecision) decision = decision_new_quick ();
  g_autoptr (GBytes) bytes = make_report (decision);
  g_autoptr (JsonNode) root = test_parse (bytes);
  JsonObject *robustness = get_part (root, "robustness");
  g_autofree char *text = NULL;
  g_autofree char *difference = NULL;

  json_object_set_string_member (robustness, "generator", "dice");
  json_object_set_int_member (robustness, "entropy", 7);
  json_object_set_string_member (robustness, "verdict", "clear?");
  text = json_to_string (root, FALSE);
  difference = find_difference (decision, text);
  assert_true (g_str_has_prefix (difference, "robustness.generator: the report says “dice”, "));
}

/* ---- what is no report ---- */

static void
test_errors (void **state)
{
  g_autoptr (SlDecision) decision = decision_new_quick ();
  g_autoptr (GBytes) bytes = make_report (decision);
  g_autofree char *newer = replace (bytes, "report-1", "report-2");
  g_autofree char *other = replace (bytes, "report-1", "decision-1");
  g_autofree char *method = replace (bytes, "\"method\" : \"additive\"", "\"method\" : \"magic\"");
  g_autofree char *reserved =
      replace (bytes, "\"requirements\" : {", "\"requirements\" : { \"format\" : \"x\",");
  g_autofree char *date = replace (bytes, "\"date\" : \"2026", "\"date\" : \"soon");
  g_autofree char *status = replace (bytes, "\"status\" : \"decided\"", "\"status\" : \"lost\"");
  g_autofree char *status_error = find_error (decision, status);
  g_autofree char *newer_error = find_error (decision, newer);
  g_autofree char *other_error = find_error (decision, other);
  g_autofree char *method_error = find_error (decision, method);
  g_autofree char *reserved_error = find_error (decision, reserved);
  g_autofree char *date_error = find_error (decision, date);
  g_autofree char *empty_error = find_error (decision, "");
  g_autofree char *bare_error = find_error (decision, "{\"format\":\"report-1\"}");

  assert_string_equal (newer_error,
                       "report.json: format: written by a newer version of the program (report-2)");
  assert_string_equal (other_error,
                       "report.json: format: expected “report-1”, so this is not a report");
  assert_true (g_str_has_prefix (method_error, "report.json: requirements.method: expected "));
  assert_true (g_str_has_prefix (reserved_error, "report.json: requirements.format: expected "));
  assert_true (g_str_has_prefix (date_error, "report.json: date: expected "));
  assert_true (g_str_has_prefix (status_error, "report.json: prose.outcome.status: expected "));
  assert_true (g_str_has_prefix (empty_error, "report.json:"));
  assert_true (g_str_has_prefix (bare_error, "report.json: "));
}

/* ---- mutations ---- */

#define N_LEAVES 40
#define N_BYTES 150

/* A place in a document. */
typedef struct {
  char *place;
  JsonObject *object; /* with member, or */
  const char *member;
  JsonArray *array; /* with index */
  guint index;
} Leaf;

static void
leaf_free (gpointer data)
{
  Leaf *leaf = data;

  g_free (leaf->place);
  g_free (leaf);
}

static void collect (GPtrArray *leaves, JsonNode *node, const Leaf *at);

static void
collect_members (GPtrArray *leaves, JsonObject *object, const char *place)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &member, &node)) {
    g_autofree char *own =
        *place != '\0' ? g_strconcat (place, ".", member, NULL) : g_strdup (member);

    collect (leaves, node, &(Leaf) { own, object, member, NULL, 0 });
  }
}

static void
collect (GPtrArray *leaves, JsonNode *node, const Leaf *at)
{
  Leaf *leaf = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node)) {
    collect_members (leaves, json_node_get_object (node), at->place);
    return;
  }
  if (JSON_NODE_HOLDS_ARRAY (node)) {
    JsonArray *array = json_node_get_array (node);

    for (guint i = 0; i < json_array_get_length (array); i++) {
      g_autofree char *own = g_strdup_printf ("%s[%u]", at->place, i);

      collect (leaves, json_array_get_element (array, i), &(Leaf) { own, NULL, NULL, array, i });
    }
    return;
  }

  leaf = g_memdup2 (at, sizeof *at);
  leaf->place = g_strdup (at->place);
  g_ptr_array_add (leaves, leaf);
}

static gboolean
is_result (const Leaf *leaf)
{
  static const char *const results[] = { "answer.",  "boards.",     "rules[",
                                         "advice[",  "companions[", "prices.",
                                         "sources[", "robustness.", "sensitivity." };

  for (guint i = 0; i < G_N_ELEMENTS (results); i++) {
    if (g_str_has_prefix (leaf->place, results[i]))
      return TRUE;
  }

  return FALSE;
}

/* Whatever figure or text of the results is another, it is found, and at its place. */
static void
test_every_result (void **state)
{
  g_autoptr (SlDecision) decision = decision_new_quick ();
  g_autoptr (GBytes) bytes = make_report (decision);
  g_autoptr (JsonNode) whole = test_parse (bytes);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (leaf_free);
  g_autoptr (GRand) random = g_rand_new_with_seed (8);
  guint n = 0;

  collect_members (all, json_node_get_object (whole), "");
  assert_true (all->len > 5000);
  while (n < N_LEAVES) {
    guint choice = (guint) g_rand_int_range (random, 0, (int) all->len);
    g_autoptr (JsonNode) root = test_parse (bytes);
    g_autoptr (GPtrArray) leaves = g_ptr_array_new_with_free_func (leaf_free);
    g_autofree char *text = NULL;
    g_autofree char *difference = NULL;
    g_autofree char *prefix = NULL;
    const Leaf *leaf;
    JsonNode *changed;

    collect_members (leaves, json_node_get_object (root), "");
    leaf = g_ptr_array_index (leaves, choice);
    if (!is_result (leaf))
      continue;
    n++;
    changed = json_node_init_string (json_node_alloc (), "another");
    if (n % 2 == 0)
      json_node_init_double (changed, 12345.5);
    if (leaf->object != NULL) {
      json_object_set_member (leaf->object, leaf->member, changed);
    } else {
      json_array_remove_element (leaf->array, leaf->index);
      json_array_add_element (leaf->array, changed);
    }
    text = json_to_string (root, FALSE);
    difference = find_difference (decision, text);
    prefix = g_strconcat (leaf->place, ": ", NULL);
    if (leaf->object != NULL && !g_str_has_prefix (difference, prefix))
      fail_msg ("%s changed, but: %s", leaf->place, difference);
  }
}

/* A byte is another, is missing or is there twice, or the end is missing: there is an answer. */
static void
test_every_byte (void **state)
{
  g_autoptr (SlDecision) decision = farm_decision_new ();
  g_autoptr (GBytes) bytes = make_report (decision);
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  gsize length = g_bytes_get_size (bytes);

  for (guint i = 0; i < N_BYTES; i++) {
    GByteArray *mutant = g_byte_array_new ();
    g_autoptr (GBytes) made = NULL;
    g_auto (SlVerification) verification = { 0 };
    g_autoptr (GError) error = NULL;
    /* Half of them in the inputs, which come first. */
    guint at = (guint) g_rand_int_range (random, 0, (int) (i % 2 == 0 ? length / 8 : length));
    guint8 byte = (guint8) g_rand_int_range (random, 0, 256);

    g_byte_array_append (mutant, g_bytes_get_data (bytes, NULL), (guint) length);
    switch (i % 5) {
    case 0:
      g_byte_array_remove_index (mutant, at);
      break;
    case 1:
      g_byte_array_set_size (mutant, at);
      break;
    case 2:
      mutant->data[at] = (guint8) "0123456789-+.eE{}[],:\"\\ntf"[byte % 26];
      break;
    case 3:
      g_byte_array_append (mutant, mutant->data + at, 1);
      break;
    default:
      mutant->data[at] = byte;
    }
    made = g_byte_array_free_to_bytes (mutant);
    if (!sl_report_verify (sl_decision_get_catalogue (decision), made, NAME, &verification, &error))
      assert_non_null (error);
    else if (verification.difference != NULL)
      assert_true (g_utf8_validate (verification.difference, -1, NULL));
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_same),
    cmocka_unit_test (test_same_board),
    cmocka_unit_test (test_earlier),
    cmocka_unit_test (test_score),
    cmocka_unit_test (test_rounding),
    cmocka_unit_test (test_requirement),
    cmocka_unit_test (test_missing_and_added),
    cmocka_unit_test (test_text),
    cmocka_unit_test (test_certainty),
    cmocka_unit_test (test_other_generator),
    cmocka_unit_test (test_other_language),
    cmocka_unit_test (test_other_catalogue),
    cmocka_unit_test (test_errors),
    cmocka_unit_test (test_every_result),
    cmocka_unit_test (test_every_byte),
  };

  return cmocka_run_group_tests_name ("verify", tests, NULL, NULL);
}
