/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

/* A catalogue of one's own on top of the shipped one. */

#define HEAD(kind)                                                                                 \
  "{ \"format\": \"" kind                                                                          \
  "-1\", \"catalogue\": \"ours\", \"version\": \"7\", \"extends\": \"shortlist\", "
#define GUIDE                                                                                      \
  "{ \"id\": \"our-bench\", \"title\": \"Our benchmark\", \"publisher\": \"Us\", \"year\": 2026 }"

static SlCatalogue *shipped;

static int
set_up (void **state)
{
  shipped = sl_catalogue_new (NULL);
  assert_non_null (shipped);
  return 0;
}

static int
tear_down (void **state)
{
  sl_catalogue_unref (shipped);
  return 0;
}

static SlCatalogue *
load_file (const char *text)
{
  char *folder = fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "any-name.json", NULL);
  SlCatalogue *catalogue;

  fixture_write (folder, "any-name.json", text, -1);
  catalogue = fixture_load (path);
  fixture_remove (folder);
  return catalogue;
}

static void
expect_refused (const char *text, SlInputError code, const char *fault)
{
  char *folder = fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "ours.json", NULL);
  g_autofree char *message = g_strdup_printf ("%s: %s", path, fault);
  g_autoptr (GError) error = NULL;

  fixture_write (folder, "ours.json", text, -1);
  assert_null (sl_catalogue_new_for_path (path, &error));
  assert_string_equal (error->message, message);
  assert_true (g_error_matches (error, SL_INPUT_ERROR, (int) code));
  fixture_remove (folder);
}

static void
test_identity (void **state)
{
  g_autoptr (SlCatalogue) ours = load_file (HEAD ("sources") "\"sources\": [" GUIDE "] }");
  const GPtrArray *sources = sl_catalogue_get_sources (ours);

  assert_string_equal (sl_catalogue_get_id (ours), "ours");
  assert_string_equal (sl_catalogue_get_version (ours), "7");
  assert_string_not_equal (sl_catalogue_get_sha256 (ours), sl_catalogue_get_sha256 (shipped));
  assert_int_equal (sources->len, sl_catalogue_get_sources (shipped)->len + 1);
  assert_string_equal (((const SlSource *) sources->pdata[sources->len - 1])->id, "our-bench");
  assert_int_equal (sl_catalogue_get_rules (ours)->len, sl_catalogue_get_rules (shipped)->len);
}

#define TECHNOLOGY                                                                                 \
  "\"language\": \"Ours\", \"family\": \"ours\", \"summary\": \"Built here.\", \"tags\": "         \
  "[\"compiled\"], "                                                                               \
  "\"strengths\": [], \"weaknesses\": [], \"best_for\": [], \"subjects\": [[\"go\", \"go-gin\"], " \
  "\"lang:go\"], \"values\": "                                                                     \
  "{} }"

static void
test_adds_a_technology (void **state)
{
  g_autoptr (SlCatalogue) ours = load_file (HEAD (
      "technologies") "\"technologies\": [{ \"id\": \"our-own\", \"name\": \"Our Own\", " TECHNOLOGY
                      "] }");
  const SlAlternative *own = sl_catalogue_find_alternative (ours, "our-own");
  const SlCell *cell = fixture_cell (ours, "our-own", "throughput");
  const SlCell *go = fixture_cell (shipped, "go", "throughput");

  assert_int_equal (own->index, sl_catalogue_get_technologies (shipped)->len);
  assert_true (cell->mode == go->mode && cell->low == go->low && cell->high == go->high);
  assert_non_null (sl_catalogue_find_pairing (ours, "our-own+modular-monolith"));
  assert_null (sl_catalogue_find_alternative (shipped, "our-own"));
}

static void
test_replaces_a_technology (void **state)
{
  g_autoptr (SlCatalogue) ours = load_file (HEAD (
      "technologies") "\"technologies\": [{ \"id\": \"rust\", \"name\": \"Our Rust\", " TECHNOLOGY
                      "] }");
  const SlAlternative *rust = sl_catalogue_find_alternative (ours, "rust");

  assert_string_equal (rust->name, "Our Rust");
  assert_int_equal (rust->index, sl_catalogue_find_alternative (shipped, "rust")->index);
  assert_int_equal (sl_catalogue_get_technologies (ours)->len,
                    sl_catalogue_get_technologies (shipped)->len);
  assert_string_equal (sl_catalogue_find_pairing (ours, "rust+microservices")->technology->name,
                       "Our Rust");
}

/* A figure of one's own decides what the shipped catalogue could only judge. */
static void
test_measures_what_was_judged (void **state)
{
  g_autoptr (SlCatalogue) ours = load_file (HEAD (
      "observations") "\"observations\": [{ \"id\": \"our-figure\", \"subject\": \"php-laravel\", "
                      "\"metric\": \"websocket_connections_single_node\", \"value\": 50000, "
                      "\"year\": 2026, \"source\": \"mindtech-2026\", \"confidence\": \"high\" }] "
                      "}");
  const SlCell *cell = fixture_cell (ours, "php-laravel", "connections");
  const SlEvidence *evidence = cell->evidence->pdata[0];

  assert_int_equal (fixture_cell (shipped, "php-laravel", "connections")->basis,
                    SL_BASIS_JUDGEMENT);
  assert_int_equal (cell->basis, SL_BASIS_MEASURED);
  assert_int_equal (cell->evidence->len, 1);
  assert_string_equal (evidence->observation->id, "our-figure");
  assert_null (cell->reason);
}

/* The correlation of a pair, and the families', may be set anew; the shipped pairs stay. */
static void
test_overrides_what_has_no_id (void **state)
{
  const SlCorrelation *first =
      &g_array_index (sl_catalogue_get_correlations (shipped), SlCorrelation, 0);
  g_autofree char *text = g_strdup_printf (
      HEAD ("criteria") "\"families\": { \"correlation\": 0.125, \"reason\": \"We say so.\" }, "
                        "\"correlations\": [{ \"criteria\": [\"%s\", \"%s\"], \"correlation\": "
                        "-0.25, \"reason\": \"We "
                        "measured.\" }] }",
      first->second->id, first->first->id);
  g_autoptr (SlCatalogue) ours = load_file (text);
  const GArray *correlations = sl_catalogue_get_correlations (ours);

  assert_true (sl_catalogue_get_family_correlation (ours) == 0.125);
  assert_int_equal (correlations->len, sl_catalogue_get_correlations (shipped)->len);
  assert_true (g_array_index (correlations, SlCorrelation, 0).correlation == -0.25);
}

static void
test_folder (void **state)
{
  char *folder = fixture_folder ();
  SlCatalogue *ours;

  fixture_write (folder, "sources.json", HEAD ("sources") "\"sources\": [" GUIDE "] }", -1);
  fixture_write (folder, "companions.json",
                 HEAD ("companions") "\"companions\": [{ \"id\": \"our-queue\", \"name\": \"Our "
                                     "Queue\", \"kind\": "
                                     "\"queue\", \"summary\": \"It waits.\" }] }",
                 -1);
  ours = fixture_load (folder);
  assert_int_equal (sl_catalogue_get_companions (ours)->len,
                    sl_catalogue_get_companions (shipped)->len + 1);
  assert_int_equal (sl_catalogue_get_sources (ours)->len,
                    sl_catalogue_get_sources (shipped)->len + 1);
  sl_catalogue_unref (ours);
  fixture_remove (folder);
}

static void
test_refused (void **state)
{
  expect_refused (
      "{ \"format\": \"sources-1\", \"catalogue\": \"ours\", \"version\": \"7\", \"sources\": [] }",
      SL_INPUT_ERROR_INVALID,
      "extends: expected \"shortlist\", since one file is not a whole catalogue");
  expect_refused (
      "{ \"format\": \"sources-1\", \"catalogue\": \"ours\", \"version\": \"7\", \"extends\": "
      "\"itself\", \"sources\": [] }",
      SL_INPUT_ERROR_INVALID, "extends: expected \"shortlist\"");
  expect_refused ("{ \"format\": \"recipes-1\" }", SL_INPUT_ERROR_FORMAT,
                  "format: expected that of a catalogue’s file, such as \"criteria-1\"");
  expect_refused ("{ \"format\": \"sources-2\" }", SL_INPUT_ERROR_FORMAT,
                  "format: expected \"sources-1\"; this file is of a newer format");
  expect_refused ("{}", SL_INPUT_ERROR_FORMAT,
                  "format: expected that of a catalogue’s file, such as \"criteria-1\"");
  expect_refused (HEAD ("sources") "\"sources\": [" GUIDE ", " GUIDE "] }", SL_INPUT_ERROR_INVALID,
                  "sources[1].id: expected an id that is not taken yet, found \"our-bench\"");
  expect_refused (HEAD ("technologies") "\"technologies\": [{ \"id\": \"serverless\", \"name\": "
                                        "\"S\", " TECHNOLOGY "] }",
                  SL_INPUT_ERROR_INVALID,
                  "technologies[0].id: expected an id that is not taken yet, found \"serverless\"");
}

static void
test_some_files_extend (void **state)
{
  char *folder = fixture_folder ();

  fixture_write (folder, "companions.json", HEAD ("companions") "\"companions\": [] }", -1);
  fixture_write (folder, "sources.json",
                 "{ \"format\": \"sources-1\", \"catalogue\": \"ours\", \"version\": \"7\", "
                 "\"sources\": [] }",
                 -1);
  fixture_expect_faults (
      folder, SL_INPUT_ERROR_INVALID,
      (const char *const[]) { "sources.json: extends: expected \"shortlist\" in all files of the "
                              "catalogue or in none",
                              NULL });
  fixture_remove (folder);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_identity),
    cmocka_unit_test (test_adds_a_technology),
    cmocka_unit_test (test_replaces_a_technology),
    cmocka_unit_test (test_measures_what_was_judged),
    cmocka_unit_test (test_overrides_what_has_no_id),
    cmocka_unit_test (test_folder),
    cmocka_unit_test (test_refused),
    cmocka_unit_test (test_some_files_extend),
  };

  return cmocka_run_group_tests_name ("extension", tests, set_up, tear_down);
}
