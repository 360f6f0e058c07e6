/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "program.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static void
test_pdf (void **state)
{
  g_auto (Run) a4 = program_run (NULL, "report --profile ai-saas --output a4.pdf");
  g_auto (Run) again = program_run (NULL, "report --profile ai-saas -o again.PDF --paper a4");
  g_auto (Run) letter =
      program_run (NULL, "report --profile ai-saas --output=letter.pdf --paper letter");
  g_autoptr (GMappedFile) first = g_mapped_file_new ("a4.pdf", FALSE, NULL);
  g_autoptr (GMappedFile) second = g_mapped_file_new ("again.PDF", FALSE, NULL);
  g_autoptr (GMappedFile) third = g_mapped_file_new ("letter.pdf", FALSE, NULL);
  g_autoptr (GBytes) first_bytes = NULL;
  g_autoptr (GBytes) second_bytes = NULL;

  run_expect (&a4, 0, "");
  run_expect (&again, 0, "");
  run_expect (&letter, 0, "");
  assert_string_equal (a4.out, "");
  assert_memory_equal (g_mapped_file_get_contents (first), "%PDF-1.", 7);
  assert_memory_equal (g_mapped_file_get_contents (third), "%PDF-1.", 7);
  /* SOURCE_DATE_EPOCH is set: the same input, the same bytes. */
  first_bytes = g_mapped_file_get_bytes (first);
  second_bytes = g_mapped_file_get_bytes (second);
  assert_true (g_bytes_equal (first_bytes, second_bytes));
}

static void
test_json (void **state)
{
  g_auto (Run) file = program_run (NULL, "report --profile ai-saas --output r.json");
  g_auto (Run) output = program_run (NULL, "report --profile ai-saas --output - --format json");
  g_autofree char *content = file_read ("r.json");
  g_autoptr (JsonNode) node = json_from_string (output.out, NULL);

  run_expect (&file, 0, "");
  run_expect (&output, 0, "");
  assert_string_equal (content, output.out);
  assert_non_null (node);
  assert_string_equal (json_object_get_string_member (json_node_get_object (node), "format"),
                       "report-1");
}

/* The report and the ranking are of the same requirements. */
static void
test_same_as_rank (void **state)
{
  const char *options = "--profile ai-saas --importance talent=9 --fact team_size=40 --minimum "
                        "security=40";
  g_auto (Run) report = program_run (NULL, "report %s --output - --format json", options);
  g_auto (Run) rank = program_run (NULL, "rank %s --format json", options);
  g_autoptr (JsonNode) report_node = json_from_string (report.out, NULL);
  g_autoptr (JsonObject) ranking = run_expect_json (&rank, "rank-1");
  JsonObject *board;
  JsonArray *reported, *ranked;

  board = json_object_get_object_member (
      json_object_get_object_member (json_node_get_object (report_node), "boards"), "technologies");
  reported = json_object_get_array_member (board, "alternatives");
  ranked = json_object_get_array_member (ranking, "alternatives");
  assert_int_equal (json_array_get_length (reported), json_array_get_length (ranked));
  for (guint i = 0; i < json_array_get_length (ranked); i++) {
    JsonObject *one = json_array_get_object_element (ranked, i);
    JsonObject *other = json_array_get_object_element (reported, i);

    assert_string_equal (json_object_get_string_member (one, "id"),
                         json_object_get_string_member (other, "id"));
    assert_double_equal (json_object_get_double_member (one, "score"),
                         json_object_get_double_member (other, "score"), 0);
  }
}

/* A made-up decision is called after its profile, a saved one by its title. */
static void
test_title (void **state)
{
  g_autofree char *sample =
      g_build_filename (g_getenv ("SHORTLIST_DATA"), "sample.shortlist", NULL);
  g_auto (Run) made_up = program_run (NULL, "report --profile ai-saas --output - --format json");
  g_auto (Run) saved = program_run (NULL, "report '%s' --output - --format json", sample);

  assert_non_null (strstr (made_up.out, "\"title\" : \"AI-Driven SaaS\""));
  assert_non_null (strstr (saved.out, "\"title\" : \"Payments platform 2027\""));
}

/* Every format by the ending of the name, and the same bytes on standard output. */
static void
test_formats (void **state)
{
  static const struct {
    const char *id;
    const char *start;
  } formats[] = {
    { "pdf", "%PDF-1." },     { "html", "<!doctype html>" },   { "md", "---\nstatus: " },
    { "json", "{" },          { "csv", "board,row,rank,id," }, { "svg", "<?xml version=\"1.0\"" },
    { "png", "\x89PNG\r\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autofree char *name = g_strconcat ("r.", formats[i].id, NULL);
    g_auto (Run) file = program_run (NULL, "report --profile ai-saas --output %s", name);
    g_auto (Run) output =
        program_run (NULL, "report --profile ai-saas --output - --format %s", formats[i].id);
    g_autofree char *content = NULL;
    gsize length = 0;

    run_expect (&file, 0, "");
    run_expect (&output, 0, "");
    assert_true (g_file_get_contents (name, &content, &length, NULL));
    assert_int_equal (length, output.out_length);
    /* What a run says is kept as a text. */
    assert_memory_equal (content, output.out, strlen (output.out));
    assert_memory_equal (content, formats[i].start, strlen (formats[i].start));
  }
}

static void
test_unknown_format (void **state)
{
  g_auto (Run) ending = program_run (NULL, "report --output r.doc");
  g_auto (Run) nothing = program_run (NULL, "report --output -");
  g_auto (Run) format = program_run (NULL, "report --output - --format docx");

  run_expect (&ending, 2,
              "shortlist: --output: expected a name that ends in one of .pdf, .html, .md, .json, "
              ".csv, .svg, .png, found “r.doc”\nSee “shortlist report --help”.\n");
  run_expect (&nothing, 2,
              "shortlist: --output -: expected --format too, as in --format pdf\n"
              "See “shortlist report --help”.\n");
  assert_int_equal (format.status, 2);
}

/* A locale is a name, not a path to one. */
static void
test_locale (void **state)
{
  g_auto (Run) plain = program_run (NULL, "report --output - --format json");
  g_auto (Run) same = program_run (NULL, "report --output - --format json --locale C");
  g_auto (Run) unknown = program_run (NULL, "report --output - --format json --locale tlh_XX");
  g_auto (Run) path = program_run (NULL, "report --output - --format json --locale ../../etc");

  run_expect (&plain, 0, "");
  run_expect (&same, 0, "");
  assert_string_equal (plain.out, same.out);
  run_expect (&unknown, 2,
              "shortlist: --locale: this system has no locale “tlh_XX” (“locale -a” lists them)\n"
              "See “shortlist report --help”.\n");
  assert_int_equal (path.status, 2);
}

/* ---- verify ---- */

static void
test_verify (void **state)
{
  g_auto (Run) report = program_run (NULL, "report --profile fintech-regulated --output r.json");
  g_auto (Run) file = program_run (NULL, "verify r.json");
  g_autofree char *content = file_read ("r.json");
  g_auto (Run) input = program_run (content, "verify -");

  run_expect (&report, 0, "");
  run_expect (&file, 0, "");
  run_expect (&input, 0, "");
  assert_true (g_str_has_prefix (file.out, "r.json: "));
  assert_true (g_str_has_suffix (file.out, " values, all the same when computed again\n"));
  assert_true (g_str_has_prefix (input.out, "standard input: "));
}

static void
test_verify_difference (void **state)
{
  g_auto (Run) report = program_run (NULL, "report --profile ai-saas --output - --format json");
  g_autoptr (GString) text = g_string_new (report.out);
  g_auto (Run) run = { 0 };

  assert_int_equal (g_string_replace (text, "\"rank\" : 3", "\"rank\" : 2", 1), 1);
  run = program_run (text->str, "verify -");
  run_expect (
      &run, 4,
      "standard input: boards.technologies.alternatives[2].rank: the report says 2, computed "
      "again it is 3\n");
  assert_string_equal (run.out, "");
}

static void
test_verify_other_catalogue (void **state)
{
  g_auto (Run) report = program_run (NULL, "report --profile ai-saas --output - --format json");
  g_autofree char *sha256 = NULL;
  g_autoptr (GString) text = g_string_new (report.out);
  const char *at = strstr (report.out, "\"sha256\" : \"");
  g_auto (Run) run = { 0 };

  assert_non_null (at);
  sha256 = g_strndup (at + strlen ("\"sha256\" : \""), 64);
  g_string_replace (text, sha256,
                    "0000000000000000000000000000000000000000000000000000000000000000", 1);
  run = program_run (text->str, "verify -");
  assert_int_equal (run.status, 4);
  assert_true (g_str_has_prefix (run.err, "standard input: catalogue.sha256: the report was made "
                                          "with another catalogue (shortlist "));
  assert_non_null (strstr (run.err, sha256));
}

static void
test_verify_wrong_file (void **state)
{
  g_auto (Run) decision = program_run ("{\"format\":\"decision-1\"}", "verify -");
  g_auto (Run) text = program_run ("not JSON", "verify -");
  g_auto (Run) missing = program_run (NULL, "verify missing.json");
  g_auto (Run) none = program_run (NULL, "verify");
  g_auto (Run) two = program_run (NULL, "verify a.json b.json");

  run_expect (&decision, 1,
              "standard input: format: expected “report-1”, so this is not a report\n");
  assert_int_equal (text.status, 1);
  assert_int_equal (missing.status, 3);
  assert_int_equal (none.status, 2);
  assert_int_equal (two.status, 2);
}

/* ---- where it goes ---- */

static void
test_missing_folder (void **state)
{
  g_auto (Run) run = program_run (NULL, "report --output /nowhere/x.json");

  assert_int_equal (run.status, 3);
  assert_true (g_str_has_prefix (run.err, "/nowhere/x.json: could not be written: "));
}

/* When there is no decision, what was there stays, and nothing is left beside it. */
static void
test_failure_keeps_the_old (void **state)
{
  g_auto (Run) run = { 0 };
  g_autofree char *content = NULL;
  g_autoptr (GDir) folder = NULL;

  file_write ("old.json", "old");
  run = program_run ("{}", "report - --output old.json");
  assert_int_equal (run.status, 1);
  content = file_read ("old.json");
  assert_string_equal (content, "old");
  folder = g_dir_open (".", 0, NULL);
  assert_string_equal (g_dir_read_name (folder), "old.json");
  assert_null (g_dir_read_name (folder));
}

static void
test_folder_in_the_way (void **state)
{
  g_auto (Run) run = { 0 };
  g_autoptr (GDir) folder = NULL;

  assert_int_equal (g_mkdir ("x.json", 0700), 0);
  run = program_run (NULL, "report --output x.json");
  assert_int_equal (run.status, 3);
  assert_true (g_str_has_prefix (run.err, "x.json: could not be written: "));
  folder = g_dir_open (".", 0, NULL);
  assert_string_equal (g_dir_read_name (folder), "x.json");
  assert_null (g_dir_read_name (folder));
}

/* A link stays a link, and who may read the file is left as it was. */
static void
test_link (void **state)
{
  g_auto (Run) run = { 0 };
  GStatBuf status;

  file_write ("target", "old");
  assert_int_equal (g_chmod ("target", 0600), 0);
  assert_int_equal (symlink ("target", "link.json"), 0);
  run = program_run (NULL, "report --output link.json");
  run_expect (&run, 0, "");
  assert_true (g_file_test ("link.json", G_FILE_TEST_IS_SYMLINK));
  assert_int_equal (g_stat ("target", &status), 0);
  assert_int_equal (status.st_mode & 0777, 0600);
  assert_true (status.st_size > 1000);
}

/* What is in the way is named, and stays. */
static void
test_in_the_way (void **state)
{
  g_auto (Run) folder = { 0 };
  g_auto (Run) nowhere = { 0 };
  g_auto (Run) circle = { 0 };
  g_auto (Run) nameless = program_run (NULL, "report --output '' --format json");

  assert_int_equal (g_mkdir ("folder.json", 0700), 0);
  assert_int_equal (symlink ("missing", "nowhere.json"), 0);
  assert_int_equal (symlink ("circle.json", "circle.json"), 0);
  folder = program_run (NULL, "report --output folder.json");
  nowhere = program_run (NULL, "report --output nowhere.json");
  circle = program_run (NULL, "report --output circle.json");
  run_expect (&folder, 3, "folder.json: could not be written: Is a directory\n");
  run_expect (&nowhere, 3, "nowhere.json: could not be written: No such file or directory\n");
  run_expect (&circle, 3, "circle.json: could not be written: Too many levels of symbolic links\n");
  run_expect (&nameless, 2,
              "shortlist: expected --output with the file to write\n"
              "See “shortlist report --help”.\n");
  assert_true (g_file_test ("nowhere.json", G_FILE_TEST_IS_SYMLINK));
  assert_true (g_file_test ("circle.json", G_FILE_TEST_IS_SYMLINK));
}

/* A device is written to, never replaced. */
static void
test_device (void **state)
{
  g_auto (Run) run = { 0 };
  GStatBuf status;

  assert_int_equal (symlink ("/dev/full", "full.json"), 0);
  run = program_run (NULL, "report --output full.json");
  run_expect (&run, 3, "full.json: could not be written: No space left on device\n");
  assert_int_equal (g_stat ("/dev/full", &status), 0);
  assert_true (S_ISCHR (status.st_mode));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    test_in_folder (test_pdf),
    test_in_folder (test_json),
    cmocka_unit_test (test_same_as_rank),
    cmocka_unit_test (test_title),
    test_in_folder (test_formats),
    cmocka_unit_test (test_unknown_format),
    cmocka_unit_test (test_locale),
    test_in_folder (test_verify),
    cmocka_unit_test (test_verify_difference),
    cmocka_unit_test (test_verify_other_catalogue),
    cmocka_unit_test (test_verify_wrong_file),
    cmocka_unit_test (test_missing_folder),
    test_in_folder (test_failure_keeps_the_old),
    test_in_folder (test_folder_in_the_way),
    test_in_folder (test_link),
    test_in_folder (test_in_the_way),
    test_in_folder (test_device),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
