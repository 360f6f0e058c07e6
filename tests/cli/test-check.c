/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "program.h"

#include <string.h>

static void
test_valid (void **state)
{
  g_autofree char *sample =
      g_build_filename (g_getenv ("SHORTLIST_DATA"), "sample.shortlist", NULL);
  g_autofree char *catalogue = g_build_filename (g_getenv ("SHORTLIST_DATA"), "catalogue", NULL);
  g_autofree char *expected = g_strdup_printf ("%s: decision, valid\n"
                                               "%s: catalogue, valid\n"
                                               "m.csv: matrix, valid\n"
                                               "p.csv: pairwise comparisons, valid\n"
                                               "r.json: report, valid\n"
                                               "a: ballot, valid\n",
                                               sample, catalogue);
  g_auto (Run) report = program_run (NULL, "report --profile general --output r.json");
  g_auto (Run) ballot = program_run (NULL, "ballot --name Ana --output a");
  g_auto (Run) run = { 0 };

  run_expect (&report, 0, "");
  run_expect (&ballot, 0, "");
  file_write ("m.csv", "alternative,a\nX,1\n");
  file_write ("p.csv", "criterion,a,b\na,1,3\nb,1/3,1\n");
  run = program_run (NULL, "check '%s' '%s' m.csv p.csv r.json a", sample, catalogue);
  run_expect (&run, 0, "");
  assert_string_equal (run.out, expected);
}

static void
test_standard_input (void **state)
{
  g_auto (Run) run = program_run ("alternative,a\nX,1\n", "check -");

  run_expect (&run, 0, "");
  assert_string_equal (run.out, "standard input: matrix, valid\n");
}

/* A file of a catalogue: what was read once cannot be read again from a pipe. */
static void
test_catalogue_from_pipe (void **state)
{
  static const char *const facts = "{\"format\": \"facts-1\", \"catalogue\": \"ours\", "
                                   "\"version\": \"1\", \"extends\": \"shortlist\", "
                                   "\"groups\": [], \"facts\": []}";
  static const char *const names[] = { "-", "/dev/stdin", NULL };

  for (gsize i = 0; names[i] != NULL; i++) {
    g_autofree char *expected = g_strdup_printf (
        "%s: catalogue, valid\n", g_str_equal (names[i], "-") ? "standard input" : names[i]);
    g_auto (Run) run = program_run (facts, "check %s", names[i]);
    g_auto (Run) wrong = program_run ("{\"format\": \"facts-1\"}", "check %s", names[i]);

    run_expect (&run, 0, "");
    assert_string_equal (run.out, expected);
    assert_int_equal (wrong.status, 1);
    assert_non_null (strstr (wrong.err, ": version: expected a text, found nothing\n"));
  }
}

static void
test_invalid (void **state)
{
  static const struct {
    const char *content;
    const char *err;
  } cases[] = {
    { "alternative,a\nX,x\n", "x: line 2, “a”: expected a finite number, found “x”\n" },
    { "alternative,a\n#weight,-1\nX,1\nX,inf\n",
      "x: line 2, “a”: expected a number of at least 0, found “-1”\n"
      "x: line 4: expected a name of its own, found “X” again\n"
      "x: line 4, “a”: expected a finite number, found “inf”\n" },
    { "alternative,a\n#weight,0\nX,1\n",
      "x: line 2: expected a weight above 0, found only zeros\n" },
    { "criterion,a,b\na,1,1e308\nb,,1\n",
      "x: line 2, “b”: expected a number from 1/9 to 9, such as 3 or 1/3, found “1e308”\n" },
    { "criterion,a,b\na,1,nan\nb,-2,1\n",
      "x: line 2, “b”: expected a number from 1/9 to 9, such as 3 or 1/3, found “nan”\n"
      "x: line 3, “a”: expected a number from 1/9 to 9, such as 3 or 1/3, found “-2”\n" },
    { "criterion,a\na,2\n",
      "x: line 2, “a”: expected 1, as everything is as important as itself, found “2”\n" },
    { "{\"format\": \"nonsense-1\"}",
      "x: format: expected that of a decision (decision-1), a ballot (ballot-1), a report (report-1) "
      "or a part of a "
      "catalogue (criteria-1 and so on), found “nonsense-1”\n" },
    { "{}",
      "x: format: expected that of a decision (decision-1), a ballot (ballot-1), a report (report-1) "
      "or a part of a "
      "catalogue (criteria-1 and so on), found “”\n" },
    { "hello\n",
      "x: line 1: expected JSON, or CSV that begins with “alternative” (a matrix) or “criterion” "
      "(pairwise comparisons), found “hello”\n" },
    { "",
      "x: line 1: expected JSON, or CSV that begins with “alternative” (a matrix) or “criterion” "
      "(pairwise comparisons), found “”\n" },
    { "\xff\xfe{", "x: line 1: expected text in UTF-8, found the byte 0xff\n" },
    { "\xef\xbb\xbf{\"format\": \"decision-1\"}",
      "x:1:1: expected UTF-8 without a byte order mark\n" },
    { "{\"format\": \"report-2\"}", "x: format: expected “report-1”, found “report-2”\n" },
    { "{\"format\": \"decision-1\"}", "x: title: expected a text, found nothing\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (Run) run = { 0 };

    file_write ("x", cases[i].content);
    run = program_run (NULL, "check x");
    run_expect (&run, 1, cases[i].err);
    assert_string_equal (run.out, "");
  }
}

/* Replaces what is there once. */
static void
spoil (const char *file, const char *old, const char *new)
{
  g_autofree char *content = file_read (file);
  char *place = strstr (content, old);
  g_autoptr (GString) spoilt = NULL;

  assert_non_null (place);
  spoilt = g_string_new_len (content, place - content);
  g_string_append (spoilt, new);
  g_string_append (spoilt, place + strlen (old));
  file_write (file, spoilt->str);
}

static void
test_spoilt_report (void **state)
{
  g_auto (Run) report = program_run (NULL, "report --profile general --output r.json");
  g_auto (Run) run = { 0 };

  run_expect (&report, 0, "");
  spoil ("r.json", "\"method\" : \"additive\"", "\"method\" : \"magic\"");
  spoil ("r.json", "\"rank\" : 1,", "\"rank\" : 0,");
  spoil ("r.json", "\"title\" : ", "\"subtitle\" : ");
  run = program_run (NULL, "check r.json");
  run_expect (&run, 1,
              "r.json: title: expected a text, found nothing\n"
              "r.json: requirements.method: expected “additive”, “geometric”, “topsis”, “vikor” or "
              "“promethee”\n"
              "r.json: boards.technologies.alternatives[0].rank: expected a number from 1 to "
              "100000, found 0\n");
}

/* How sure one may be is looked at where it is there; reports of earlier programs lack it. */
static void
test_certainty_of_report (void **state)
{
  g_autofree char *first = g_build_filename (g_getenv ("SHORTLIST_DATA"), "..", "tests", "report",
                                             "data", "report-1-0.json", NULL);
  g_autofree char *second = g_build_filename (g_getenv ("SHORTLIST_DATA"), "..", "tests", "report",
                                              "data", "report-1-1.json", NULL);
  g_auto (Run) earlier = program_run (NULL, "check '%s' '%s'", first, second);
  g_auto (Run) report = program_run (NULL, "report --profile general --output r.json");
  g_auto (Run) run = { 0 };

  run_expect (&earlier, 0, "");
  run_expect (&report, 0, "");
  spoil ("r.json", "\"acceptability\" : [", "\"acceptability\" : [ 0.5,");
  spoil ("r.json", "\"samples\" : 10000,\n    \"seed\" : 1,\n    \"generator\"",
         "\"samples\" : 0,\n    \"seed\" : 1,\n    \"generator\"");
  spoil ("r.json", "\"winner\" : ", "\"victor\" : ");
  run = program_run (NULL, "check r.json");
  run_expect (&run, 1,
              "r.json: robustness.samples: expected a number from 1 to 10000000, found 0\n"
              "r.json: robustness.alternatives[0].acceptability: expected a share of each place, "
              "which add up to 1\n"
              "r.json: sensitivity.winner: expected a text, found nothing\n");
}

/* Each file is looked at, and the worst of what was found is the status. */
static void
test_several (void **state)
{
  g_auto (Run) run = { 0 };
  g_auto (Run) unreadable = { 0 };

  file_write ("good.csv", "alternative,a\nX,1\n");
  file_write ("bad.csv", "alternative,a\nX,\n");
  run = program_run (NULL, "check bad.csv good.csv");
  run_expect (&run, 1, "bad.csv: line 2, “a”: expected a number, found an empty cell\n");
  assert_string_equal (run.out, "good.csv: matrix, valid\n");

  unreadable = program_run (NULL, "check missing.csv bad.csv good.csv");
  assert_int_equal (unreadable.status, 3);
  assert_true (g_str_has_prefix (unreadable.err, "missing.csv: "));
  assert_true (g_str_has_suffix (
      unreadable.err, "\nbad.csv: line 2, “a”: expected a number, found an empty cell\n"));
  assert_string_equal (unreadable.out, "good.csv: matrix, valid\n");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    test_in_folder (test_valid),
    cmocka_unit_test (test_standard_input),
    cmocka_unit_test (test_catalogue_from_pipe),
    test_in_folder (test_invalid),
    test_in_folder (test_spoilt_report),
    test_in_folder (test_certainty_of_report),
    test_in_folder (test_several),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
