/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "analysis/robustness.h"
#include "analysis/sensitivity.h"
#include "report/json.h"
#include "support.h"

/* Takes the documents, of GBytes. */
static void
validate_all (GPtrArray *documents, const char *schema)
{
  g_autoptr (GPtrArray) owned = documents;
  g_autoptr (GPtrArray) command = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func ((GDestroyNotify) test_remove);
  g_autofree char *out = NULL;

  g_ptr_array_add (command, g_strdup ("python3"));
  g_ptr_array_add (command,
                   g_build_filename (TEST_SOURCES, "tests", "report", "validate.py", NULL));
  g_ptr_array_add (command, g_build_filename (TEST_SOURCES, "data", "schemas", schema, NULL));
  for (guint i = 0; i < documents->len; i++) {
    g_ptr_array_add (paths, test_write (g_ptr_array_index (documents, i), ".json"));
    g_ptr_array_add (command, g_strdup (g_ptr_array_index (paths, i)));
  }
  g_ptr_array_add (command, NULL);
  out = test_run ((const char *const *) command->pdata);
}

static GPtrArray *
new_documents (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
}

static JsonNode *
parse (GBytes *bytes)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  assert_true (json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                           (gssize) g_bytes_get_size (bytes), NULL));

  return json_parser_steal_root (parser);
}

static double
sum_members (JsonObject *object)
{
  g_autoptr (GList) names = json_object_get_members (object);
  double sum = 0;

  for (GList *l = names; l != NULL; l = l->next)
    sum += json_object_get_double_member (object, l->data);

  return sum;
}

/* ---- the report ---- */

static void
test_schema (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  SlReportOptions options = test_options (decision);
  GPtrArray *documents = new_documents ();

  g_ptr_array_add (documents, test_report (decision, &options, SL_REPORT_JSON));
  validate_all (documents, "report-1.schema.json");
}

static void
test_schema_of_every_profile (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  const GPtrArray *profiles = sl_catalogue_get_profiles (sl_decision_get_catalogue (decision));
  GPtrArray *documents = new_documents ();

  for (guint i = 0; i < profiles->len; i++) {
    SlReportOptions options = test_options (decision);

    sl_decision_apply_profile (decision, g_ptr_array_index (profiles, i));
    options.profile = sl_decision_get_profile (decision);
    g_ptr_array_add (documents, test_report (decision, &options, SL_REPORT_JSON));
  }
  validate_all (documents, "report-1.schema.json");
}

/* Those of every method, of every board, and of a decision that nobody meets. */
static void
test_schema_of_every_kind (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  SlReportOptions options = test_options (decision);
  const GPtrArray *criteria = sl_catalogue_get_criteria (sl_decision_get_catalogue (decision));
  GPtrArray *documents = new_documents ();

  for (SlMethod method = SL_METHOD_ADDITIVE; method < SL_N_METHODS; method++) {
    sl_decision_set_method (decision, method);
    options.board = (SlBoard) (method % SL_N_BOARDS);
    g_ptr_array_add (documents, test_report (decision, &options, SL_REPORT_JSON));
  }
  for (guint i = 0; i < criteria->len; i++)
    sl_decision_set_criterion_minimum (decision, g_ptr_array_index (criteria, i), 100);
  g_ptr_array_add (documents, test_report (decision, &options, SL_REPORT_JSON));
  validate_all (documents, "report-1.schema.json");
}

static GBytes *
read_earlier (const char *name)
{
  g_autofree char *file = g_build_filename (TEST_SOURCES, "tests", "report", "data", name, NULL);
  char *text = NULL;
  gsize length;

  assert_true (g_file_get_contents (file, &text, &length, NULL));

  return g_bytes_new_take (text, length);
}

/* The format is the same one. */
static void
test_schema_of_earlier (void **state)
{
  GPtrArray *documents = new_documents ();

  g_ptr_array_add (documents, read_earlier ("report-1-0.json"));
  g_ptr_array_add (documents, read_earlier ("report-1-1.json"));
  validate_all (documents, "report-1.schema.json");
}

/* ---- how sure it is ---- */

static double
get_number (JsonArray *array, guint index)
{
  return json_array_get_double_element (array, index);
}

static void
check_robustness (JsonObject *found, const SlRobustness *expected, const SlRanking *ranking)
{
  JsonArray *alternatives = json_object_get_array_member (found, "alternatives");
  JsonArray *winning = json_object_get_array_member (found, "pairwise_winning");

  assert_int_equal (json_object_get_int_member (found, "samples"), expected->settings.samples);
  assert_int_equal (json_object_get_int_member (found, "seed"), expected->settings.seed);
  assert_string_equal (json_object_get_string_member (found, "weights"), "around");
  assert_int_equal (json_array_get_length (alternatives), expected->n);
  for (guint i = 0; i < expected->n; i++) {
    JsonObject *one = json_array_get_object_element (alternatives, i);
    JsonArray *shares = json_object_get_array_member (one, "acceptability");

    assert_string_equal (json_object_get_string_member (one, "id"), ranking->entries[i].id);
    assert_true (json_object_get_double_member (one, "expected_rank") ==
                 expected->expected_ranks[i]);
    assert_true (json_object_get_double_member (one, "score_low") == expected->score_low[i]);
    assert_true (json_object_get_double_member (one, "score_high") == expected->score_high[i]);
    for (guint k = 0; k < expected->n; k++) {
      assert_true (get_number (shares, k) == expected->acceptability[i * expected->n + k]);
      assert_true (get_number (json_array_get_array_element (winning, i), k) ==
                   expected->pairwise_winning[i * expected->n + k]);
    }
    if (expected->first_shares[i] > 0)
      assert_float_equal (sum_members (json_object_get_object_member (one, "central_weights")), 1,
                          1e-9);
    else
      assert_true (json_object_get_null_member (one, "central_weights"));
  }
}

static void
check_sensitivity (JsonObject *found,
                   const SlSensitivity *expected,
                   const SlBands *bands,
                   const SlRanking *ranking)
{
  JsonArray *challengers = json_object_get_array_member (found, "challengers");
  JsonObject *criteria = json_object_get_object_member (found, "criteria");

  assert_string_equal (json_object_get_string_member (found, "winner"), ranking->entries[0].id);
  assert_true (json_object_get_double_member (found, "margin") == expected->margin);
  assert_true (json_object_get_double_member (found, "radius") == expected->radius);
  assert_int_equal (json_array_get_length (challengers), expected->n_challengers);
  assert_int_equal (json_array_get_length (json_object_get_array_member (found, "doubts")),
                    expected->n_doubts);
  for (guint j = 0; j < ranking->n_criteria; j++) {
    JsonObject *one = json_object_get_object_member (criteria, ranking->criteria[j]->id);
    const SlSliderBand *slider = &bands->criterion_sliders[ranking->criteria[j]->index];

    assert_true (json_object_get_double_member (one, "low") == bands->criteria[j].low);
    assert_true (json_object_get_double_member (one, "high") == bands->criteria[j].high);
    assert_int_equal (!json_object_get_null_member (one, "slider"), slider->exists);
    if (slider->exists)
      assert_true (json_object_get_double_member (json_object_get_object_member (one, "slider"),
                                                  "high") == slider->high);
  }
}

/* All that the analysis knows is in it, and the number of threads is not. */
static void
test_certainty (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  SlReportOptions options = test_options (decision);
  g_autoptr (SlAnalysis) ranked = sl_analysis_new (sl_decision_get_requirements (decision));
  g_autoptr (SlSensitivity) sensitivity = sl_sensitivity_new (ranked, options.board, NULL);
  g_autoptr (GBytes) bytes = test_report (decision, &options, SL_REPORT_JSON);
  g_autoptr (JsonNode) root = parse (bytes);
  JsonObject *object = json_node_get_object (root);
  const SlRanking *ranking = sl_analysis_get_ranking (ranked, options.board);

  for (guint n_threads = 1; n_threads <= 5; n_threads += 2) {
    g_autoptr (SlRobustness) robustness =
        sl_robustness_new (ranked, options.board, n_threads, NULL);
    g_autoptr (SlAnalysis) sure = sl_analysis_with_robustness (ranked, robustness);
    g_autoptr (GBytes) again = sl_report_new (sure, &options, SL_REPORT_JSON, NULL, NULL);

    assert_true (g_bytes_equal (bytes, again));
    check_robustness (json_object_get_object_member (object, "robustness"), robustness, ranking);
  }
  check_sensitivity (json_object_get_object_member (object, "sensitivity"), sensitivity,
                     sl_analysis_get_bands (ranked, options.board), ranking);
}

static void
check_board (JsonObject *board)
{
  JsonArray *alternatives = json_object_get_array_member (board, "alternatives");
  JsonObject *weights = json_object_get_object_member (board, "weights");

  assert_float_equal (sum_members (weights), 1.0, 1e-9);
  assert_float_equal (sum_members (json_object_get_object_member (board, "pillar_weights")), 1.0,
                      1e-9);
  for (guint i = 0; i < json_array_get_length (alternatives); i++) {
    JsonObject *alternative = json_array_get_object_element (alternatives, i);
    JsonObject *contributions = json_object_get_object_member (alternative, "contributions");

    assert_float_equal (sum_members (contributions),
                        json_object_get_double_member (alternative, "score"), 1e-9);
    assert_int_equal (json_object_get_size (contributions), json_object_get_size (weights));
    assert_int_equal (json_object_get_size (json_object_get_object_member (alternative, "basis")),
                      json_object_get_size (weights));
  }
}

static void
test_contributions (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();

  for (SlMethod method = SL_METHOD_ADDITIVE; method < SL_N_METHODS; method++) {
    SlReportOptions options = test_options (decision);
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (JsonNode) root = NULL;
    JsonObject *boards = NULL;

    sl_decision_set_method (decision, method);
    bytes = test_report (decision, &options, SL_REPORT_JSON);
    root = parse (bytes);
    boards = json_object_get_object_member (json_node_get_object (root), "boards");
    check_board (json_object_get_object_member (boards, "technologies"));
    check_board (json_object_get_object_member (boards, "patterns"));
    check_board (json_object_get_object_member (boards, "pairings"));
  }
}

/* Every digit: a number read back is the number that was written. */
static void
test_digits (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, SL_BOARD_PAIRINGS);
  SlReportOptions options = test_options (decision);
  g_autoptr (GBytes) bytes = test_report (decision, &options, SL_REPORT_JSON);
  g_autoptr (JsonNode) root = parse (bytes);
  JsonObject *boards = json_object_get_object_member (json_node_get_object (root), "boards");
  JsonArray *alternatives = json_object_get_array_member (
      json_object_get_object_member (boards, "pairings"), "alternatives");

  assert_int_equal (json_array_get_length (alternatives), ranking->n_entries);
  for (guint i = 0; i < ranking->n_entries; i++) {
    JsonObject *alternative = json_array_get_object_element (alternatives, i);
    double score = json_object_get_double_member (alternative, "score");

    assert_string_equal (json_object_get_string_member (alternative, "id"), ranking->entries[i].id);
    assert_memory_equal (&score, &ranking->entries[i].score, sizeof score);
  }
}

static void
test_override (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  SlReportOptions options = test_options (decision);
  g_autoptr (GBytes) bytes = test_report (decision, &options, SL_REPORT_JSON);
  const SlOverride *item =
      g_ptr_array_index (sl_decision_get_requirements (decision)->overrides, 0);
  g_autofree char *expected = g_strdup_printf ("\"%s\" : \"override\"", item->criterion->id);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  assert_non_null (strstr (text, expected));
}

static void
test_titles (void **state)
{
  g_autofree char *long_title = g_strnfill (10000, 'W');
  const char *const titles[] = { "",         long_title,           "<b>&\"\\",  "مثال", "数据",
                                 "a\001\nb", "invalid \xff UTF-8", "\u202eabc", NULL };
  GPtrArray *documents = new_documents ();
  g_autoptr (SlDecision) decision = test_decision_new ();

  /* The last is no title at all. */
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
    SlReportOptions options = test_options (decision);

    options.title = titles[i];
    g_ptr_array_add (documents, test_report (decision, &options, SL_REPORT_JSON));
  }
  validate_all (documents, "report-1.schema.json");
}

static void
test_deterministic (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  SlReportOptions options = test_options (decision);
  g_autoptr (GBytes) one = test_report (decision, &options, SL_REPORT_JSON);
  g_autoptr (GBytes) other = test_report (decision, &options, SL_REPORT_JSON);

  assert_true (g_bytes_equal (one, other));
}

static void
test_cancelled (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  SlReportOptions options = test_options (decision);

  g_cancellable_cancel (cancellable);
  assert_null (sl_report_new (analysis, &options, SL_REPORT_JSON, cancellable, &error));
  assert_true (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
}

/* ---- the ranking of the command line ---- */

static void
test_ranking (void **state)
{
  static const char *const members[] = { "method", "board", "alternatives", "ways_back",
                                         "weights" };
  GPtrArray *documents = new_documents ();
  g_autoptr (SlDecision) decision = test_decision_new ();
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (sl_decision_get_requirements (decision));

  for (SlBoard board = SL_BOARD_TECHNOLOGIES; board < SL_N_BOARDS; board++) {
    g_autoptr (GBytes) bytes = sl_report_ranking_to_json (analysis, board, 0);
    g_autoptr (JsonNode) root = test_parse (bytes);
    JsonObject *object = json_node_get_object (root);

    g_ptr_array_add (documents, g_bytes_ref (bytes));
    assert_int_equal (json_object_get_size (object), G_N_ELEMENTS (members));
    for (guint i = 0; i < G_N_ELEMENTS (members); i++)
      assert_true (json_object_has_member (object, members[i]));
    assert_int_equal (json_array_get_length (json_object_get_array_member (object, "alternatives")),
                      sl_analysis_get_ranking (analysis, board)->n_entries);
  }
  validate_all (documents, "rank-1.schema.json");
}

static void
test_top (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  g_autoptr (GBytes) first_three = sl_report_ranking_to_json (analysis, SL_BOARD_TECHNOLOGIES, 3);
  g_autoptr (GBytes) all = sl_report_ranking_to_json (analysis, SL_BOARD_TECHNOLOGIES, 5000);
  g_autoptr (JsonNode) three = test_parse (first_three);
  g_autoptr (JsonNode) many = test_parse (all);

  assert_int_equal (json_array_get_length (json_object_get_array_member (
                        json_node_get_object (three), "alternatives")),
                    3);
  assert_int_equal (json_array_get_length (
                        json_object_get_array_member (json_node_get_object (many), "alternatives")),
                    sl_analysis_get_ranking (analysis, SL_BOARD_TECHNOLOGIES)->n_entries);
}

static void
test_format_from_path (void **state)
{
  SlReportFormat format;

  assert_true (sl_report_format_from_path ("a.json", &format));
  assert_int_equal (format, SL_REPORT_JSON);
  assert_true (sl_report_format_from_path ("/tmp/A.B/c.PDF", &format));
  assert_int_equal (format, SL_REPORT_PDF);
  assert_false (sl_report_format_from_path ("report", &format));
  assert_false (sl_report_format_from_path ("pdf", &format));
  assert_false (sl_report_format_from_path ("", &format));
}

static void
test_date (void **state)
{
  g_setenv ("SOURCE_DATE_EPOCH", "86400", TRUE);
  assert_int_equal (sl_report_date (), 86400);
  g_setenv ("SOURCE_DATE_EPOCH", "yesterday", TRUE);
  assert_true (sl_report_date () > 86400);
  /* In milliseconds by mistake: no year has five digits. */
  g_setenv ("SOURCE_DATE_EPOCH", "1790000000000", TRUE);
  assert_true (sl_report_date () < 1790000000000);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  assert_true (sl_report_date () > 86400);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_schema),
    cmocka_unit_test (test_schema_of_every_profile),
    cmocka_unit_test (test_schema_of_every_kind),
    cmocka_unit_test (test_schema_of_earlier),
    cmocka_unit_test (test_certainty),
    cmocka_unit_test (test_contributions),
    cmocka_unit_test (test_digits),
    cmocka_unit_test (test_override),
    cmocka_unit_test (test_titles),
    cmocka_unit_test (test_deterministic),
    cmocka_unit_test (test_cancelled),
    cmocka_unit_test (test_ranking),
    cmocka_unit_test (test_top),
    cmocka_unit_test (test_format_from_path),
    cmocka_unit_test (test_date),
  };

  return cmocka_run_group_tests_name ("json", tests, NULL, NULL);
}
