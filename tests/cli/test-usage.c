/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "program.h"

#include <string.h>
#include <unistd.h>

static const char *const commands[] = { "rank",   "weights", "people", "ballot", "report",
                                        "verify", "check",   "list",   "help",   NULL };

/* ---- help ---- */

static void
expect_help (const Run *run)
{
  g_auto (GStrv) lines = NULL;

  run_expect (run, 0, "");
  assert_true (g_str_has_prefix (run->out, "Usage:\n  shortlist"));
  assert_true (g_str_has_suffix (run->out, "\n"));
  lines = g_strsplit (run->out, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    if (g_utf8_strlen (lines[i], -1) > 80)
      fail_msg ("longer than 80 columns: %s", lines[i]);
}

static void
test_general_help (void **state)
{
  static const char *const ways[] = { "--help", "-h", "help", "--catalogue x --help", NULL };

  for (gsize i = 0; ways[i] != NULL; i++) {
    g_auto (Run) run = program_run (NULL, "%s", ways[i]);

    expect_help (&run);
    for (gsize j = 0; commands[j] != NULL; j++) {
      g_autofree char *line = g_strdup_printf ("\n  %s ", commands[j]);

      assert_non_null (strstr (run.out, line));
    }
  }
}

static void
test_help_of_commands (void **state)
{
  for (gsize i = 0; commands[i] != NULL; i++) {
    g_auto (Run) option = program_run (NULL, "%s --help", commands[i]);
    g_auto (Run) word = program_run (NULL, "help %s", commands[i]);

    expect_help (&option);
    assert_non_null (strstr (option.out, "\nExamples:\n  shortlist "));
    assert_string_equal (option.out, word.out);
  }
}

/* --help helps, whatever else is wrong. */
static void
test_help_with_other_options (void **state)
{
  g_auto (Run) run = program_run (NULL, "rank --profile nonsense --top 0 --help");

  expect_help (&run);
}

/* The command lines under «Examples:», each in one line. */
static char **
list_examples (const char *help)
{
  g_autoptr (GRegex) continued = g_regex_new (" *\\\\\n *", 0, 0, NULL);
  g_autofree char *joined =
      g_regex_replace_literal (continued, strstr (help, "\nExamples:\n"), -1, 0, " ", 0, NULL);
  g_auto (GStrv) lines = g_strsplit (joined, "\n", -1);
  g_autoptr (GStrvBuilder) examples = g_strv_builder_new ();

  for (gsize i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "  shortlist "))
      g_strv_builder_add (examples, lines[i] + strlen ("  shortlist "));
  return g_strv_builder_end (examples);
}

/* A decision in which two people have weights. */
static void
vote (void)
{
  static const char *const steps[] = {
    "ballot payments.shortlist --name Ana --output a",
    "ballot payments.shortlist --name Bo --output b",
    "ballot payments.shortlist --add a --add b --output voted.shortlist",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_auto (Run) run = program_run (NULL, "%s", steps[i]);

    run_expect (&run, 0, "");
  }
}

/* What the help shows can be done. */
static void
test_examples (void **state)
{
  g_autofree char *sample =
      g_build_filename (g_getenv ("SHORTLIST_DATA"), "sample.shortlist", NULL);
  g_autofree char *catalogue = g_build_filename (g_getenv ("SHORTLIST_DATA"), "catalogue", NULL);
  guint n = 0;

  assert_int_equal (symlink (sample, "payments.shortlist"), 0);
  assert_int_equal (symlink (catalogue, "our-catalogue"), 0);
  file_write ("laptops.csv", "alternative,weight\n#direction,min\nLight,1\nHeavy,2\n");
  file_write ("comparisons.csv", "criterion,latency,price\nlatency,1,3\nprice,,1\n");
  vote ();
  for (gsize i = 0; commands[i] != NULL; i++) {
    g_auto (Run) help = program_run (NULL, "%s --help", commands[i]);
    g_auto (GStrv) examples = list_examples (help.out);

    for (gsize j = 0; examples[j] != NULL; j++) {
      g_auto (Run) run = program_run (NULL, "%s", examples[j]);

      if (run.status != 0)
        fail_msg ("shortlist %s: %s", examples[j], run.err);
      n++;
    }
  }
  assert_true (n > 10);
}

static void
test_version (void **state)
{
  g_auto (Run) run = program_run (NULL, "--version");

  run_expect (&run, 0, "");
  assert_true (g_str_has_prefix (run.out, "shortlist "));
  assert_true (g_ascii_isdigit (run.out[strlen ("shortlist ")]));
}

/* ---- wrong usage ---- */

typedef struct {
  const char *command_line;
  const char *complaint;
} Case;

static void
expect_complaints (const Case *cases, gsize n, const char *help)
{
  for (gsize i = 0; i < n; i++) {
    g_auto (Run) run = program_run (NULL, "%s", cases[i].command_line);
    g_autofree char *err =
        g_strdup_printf ("shortlist: %s\nSee “shortlist %s”.\n", cases[i].complaint, help);

    run_expect (&run, 2, err);
    assert_string_equal (run.out, "");
  }
}

static void
test_unknown_commands (void **state)
{
  static const Case cases[] = {
    { "rnak", "unknown command “rnak”: did you mean “rank”?" },
    { "chekc a.csv", "unknown command “chekc”: did you mean “check”?" },
    { "help weihgts", "unknown command “weihgts”: did you mean “weights”?" },
    { "frobnicate",
      "unknown command “frobnicate”: expected one of rank, robustness, sensitivity, weights, people, ballot, report, verify, check, list, help" },
    { "--frobnicate", "expected a command or a file, found “--frobnicate”" },
    { "-", "expected a command or a file, found “-”" },
    { "--top 3 rank", "expected a command or a file, found “--top”" },
    { "''",
      "unknown command “”: expected one of rank, robustness, sensitivity, weights, people, ballot, report, verify, check, list, help" },
    { "--catalogue", "expected a command with --catalogue" },
    { "--catalogue x", "expected a command with --catalogue" },
    { "--catalogue=x a.shortlist", "expected a command with --catalogue" },
    { "a.shortlist --top 3", "expected only files after “a.shortlist”, found “--top”" },
    { "folder/a b --frobnicate", "expected only files after “folder/a”, found “--frobnicate”" },
    { "--gapplication-frobnicate",
      "expected a command or a file, found “--gapplication-frobnicate”" },
  };

  expect_complaints (cases, G_N_ELEMENTS (cases), "--help");
}

static void
test_options_of_weights (void **state)
{
  static const Case cases[] = {
    { "weights --order a,b --catalogue x", "“shortlist weights” has no --catalogue" },
    { "--catalogue x weights --order a,b", "“shortlist weights” has no --catalogue" },
  };

  expect_complaints (cases, G_N_ELEMENTS (cases), "weights --help");
}

static void
test_options_of_rank (void **state)
{
  static const Case cases[] = {
    { "rank --proflie x", "unknown option “--proflie”: did you mean “--profile”?" },
    { "rank --frobnicate=1", "unknown option “--frobnicate”" },
    { "rank -x", "unknown option “-x”" },
    { "rank --output x", "“shortlist rank” has no --output" },
    { "rank a.csv", "“a.csv” is a table, not a decision: say “--matrix a.csv”" },
    { "rank --matrix a.csv --catalogue x", "--catalogue does not go with --matrix" },
    { "rank --top -1 --frobnicate", "unknown option “--frobnicate”" },
    { "rank --frobnicate --top", "unknown option “--frobnicate”" },
    { "rank --format", "Missing argument for --format" },
    { "rank --format jsn", "--format does not know “jsn”: did you mean “json”?" },
    { "rank --format xml", "--format does not know “xml”: expected one of table, json, csv" },
    { "rank --board technology", "--board does not know “technology”: did you mean "
                                 "“technologies”?" },
    { "rank --method topsi", "--method does not know “topsi”: did you mean “topsis”?" },
    { "rank --top 0", "--top: expected a number from 1 to 100000, found “0”" },
    { "rank --top 1.5", "--top: expected a whole number, found “1.5”" },
    { "rank --top x", "--top: expected a number from 1 to 100000, found “x”" },
    { "rank --v 0.5", "--v goes with --matrix" },
    { "rank --normalisation sum", "--normalisation goes with --matrix" },
    { "rank --matrix x.csv --board patterns", "--board does not go with --matrix" },
    { "rank --matrix x.csv --fact saas=on", "--fact does not go with --matrix" },
    { "rank --matrix x.csv y.shortlist", "a decision, “y.shortlist”, does not go with --matrix" },
    { "rank --matrix x.csv --v 0.5", "--v goes with --method vikor" },
    { "rank --matrix x.csv --method vikor --v 1.5",
      "--v: expected a number from 0 to 1, found “1.5”" },
    { "rank --matrix x.csv --method promethee --normalisation sum",
      "promethee compares the numbers as they are: --normalisation does not go with it" },
    { "rank --matrix x.csv --normalisation minmx",
      "--normalisation does not know “minmx”: did you mean “minmax”?" },
  };

  expect_complaints (cases, G_N_ELEMENTS (cases), "rank --help");
}

static void
test_requirements (void **state)
{
  static const Case cases[] = {
    { "rank --profile ai-sass",
      "unknown profile “ai-sass”: did you mean “ai-saas”? (“shortlist list profiles” lists them)" },
    { "rank --profile 'qq qq'", "unknown profile “qq qq” (“shortlist list profiles” lists them)" },
    { "rank --importance talnt=3", "unknown pillar or criterion “talnt”: did you mean “talent”? "
                                   "(“shortlist list criteria” lists them)" },
    { "rank --minimum securty=3", "unknown pillar or criterion “securty”: did you mean “security”? "
                                  "(“shortlist list criteria” lists them)" },
    { "rank --fact teamsize=3", "unknown fact “teamsize”: did you mean “team_size”? (“shortlist "
                                "list facts” lists them)" },
    { "rank --importance talent=11",
      "--importance talent: expected a number from 0 to 10, found “11”" },
    { "rank --importance talent=-1",
      "--importance talent: expected a number from 0 to 10, found “-1”" },
    { "rank --importance talent=nan",
      "--importance talent: expected a number from 0 to 10, found “nan”" },
    { "rank --importance talent", "--importance: expected ID=VALUE, found “talent”" },
    { "rank --importance talent=", "--importance: expected ID=VALUE, found “talent=”" },
    { "rank --importance =3", "--importance: expected ID=VALUE, found “=3”" },
    { "rank --lock talnt=3", "unknown pillar or criterion “talnt”: did you mean “talent”? "
                             "(“shortlist list criteria” lists them)" },
    { "rank --lock talent=101", "--lock talent: expected a number from 0 to 100, found “101”" },
    { "rank --lock talent", "--lock: expected ID=VALUE, found “talent”" },
    { "rank --minimum talent=101", "--minimum talent: expected a number from 0 to 100, found "
                                   "“101”" },
    { "rank --fact saas=maybe", "--fact saas: expected on or off, found “maybe”" },
    { "rank --fact team_size=0", "--fact team_size: expected a number from 1 to 500, found “0”" },
    { "rank --fact team_size=many",
      "--fact team_size: expected a number from 1 to 500, found “many”" },
    { "rank --fact devops=masic", "--fact devops does not know “masic”: did you mean “basic”?" },
    { "rank --fact devops=big",
      "--fact devops does not know “big”: expected one of none, basic, mature" },
    { "rank a.shortlist b.shortlist", "expected one decision, found “b.shortlist” too" },
  };

  expect_complaints (cases, G_N_ELEMENTS (cases), "rank --help");
}

static void
test_other_commands (void **state)
{
  static const Case report[] = {
    { "report", "expected --output with the file to write" },
    { "report --output x.doc",
      "--output: expected a name that ends in one of .pdf, .html, .md, .json, .csv, .svg, .png, "
      "found “x.doc”" },
    { "report --output x",
      "--output: expected a name that ends in one of .pdf, .html, .md, .json, .csv, .svg, .png, "
      "found “x”" },
    { "report --output -", "--output -: expected --format too, as in --format pdf" },
    { "report --output x.pdf --paper a5", "--paper does not know “a5”: did you mean “a4”?" },
    { "report --output x.pdf --format doc",
      "--format does not know “doc”: expected one of pdf, html, md, json, csv, svg, png" },
    { "report --output x.pdf --top 3", "“shortlist report” has no --top" },
  };
  static const Case weights[] = {
    { "weights", "expected either --ahp or --order" },
    { "weights a,b", "expected --ahp or --order, found “a,b”" },
    { "weights --ahp x.csv --order a,b", "expected either --ahp or --order" },
    { "weights --ahp x.csv --roc", "--roc and --rank-sum go with --order" },
    { "weights --order a,b --prioritisation eigenvector", "--prioritisation goes with --ahp" },
    { "weights --order a,b --roc --rank-sum", "expected either --roc or --rank-sum" },
    { "weights --order ''", "--order: expected names with commas in between, found none" },
    { "weights --order a,,b", "--order: expected a name between the commas, found none" },
    { "weights --order a,b,a", "--order: expected each name once, found “a” again" },
    { "weights --order a --format pdf",
      "--format does not know “pdf”: expected one of table, json, csv" },
  };
  static const Case list[] = {
    { "list", "nothing to list: expected one of profiles, facts, criteria, "
              "technologies, patterns, methods" },
    { "list profile", "cannot list “profile”: did you mean “profiles”?" },
    { "list facts criteria", "expected one thing to list, found “criteria” too" },
    { "list facts --format csv", "--format does not know “csv”: expected one of table, json" },
  };
  static const Case check[] = { { "check", "expected a file to check" } };
  static const Case help[] = { { "help rank list", "expected one command, found “list” too" } };

  expect_complaints (report, G_N_ELEMENTS (report), "report --help");
  expect_complaints (weights, G_N_ELEMENTS (weights), "weights --help");
  expect_complaints (list, G_N_ELEMENTS (list), "list --help");
  expect_complaints (check, G_N_ELEMENTS (check), "check --help");
  expect_complaints (help, G_N_ELEMENTS (help), "help --help");
}

/* What came in cannot drive the terminal, and is UTF-8 when it goes out. */
static void
test_strange_bytes (void **state)
{
  static const char *const arguments[] = { "rank", "--profile", "a\x1b[2J\xff\n", NULL };
  g_auto (Run) run = program_run_full (NULL, NULL, arguments);

  run_expect (
      &run, 2,
      "shortlist: unknown profile “a\xef\xbf\xbd[2J\xef\xbf\xbd ” (“shortlist list profiles” "
      "lists them)\nSee “shortlist rank --help”.\n");
}

#ifndef SL_HAVE_APP
/* A file is for the window, which this build does not have. */
static void
test_without_window (void **state)
{
  static const char *const words[] = { "", "x.shortlist", "folder/x", "--gapplication-service",
                                       NULL };

  for (gsize i = 0; words[i] != NULL; i++) {
    g_auto (Run) run = program_run (NULL, "%s", words[i]);

    run_expect (&run, 2,
                "shortlist: this build has no window, only commands\nSee “shortlist --help”.\n");
  }
}
#else
static void
test_without_display (void **state)
{
  static const char *const words[] = { "", "x.shortlist" };

  g_setenv ("DISPLAY", ":none", TRUE);
  g_unsetenv ("WAYLAND_DISPLAY");
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    g_auto (Run) run = program_run (NULL, "%s", words[i]);

    run_expect (&run, 3,
                "shortlist: there is no display to open a window on; the commands need none "
                "(“shortlist help” lists them)\n");
  }
}
#endif

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_general_help),
    cmocka_unit_test (test_help_of_commands),
    cmocka_unit_test (test_help_with_other_options),
    test_in_folder (test_examples),
    cmocka_unit_test (test_version),
    cmocka_unit_test (test_unknown_commands),
    cmocka_unit_test (test_options_of_rank),
    cmocka_unit_test (test_options_of_weights),
    cmocka_unit_test (test_requirements),
    cmocka_unit_test (test_other_commands),
    cmocka_unit_test (test_strange_bytes),
#ifdef SL_HAVE_APP
    cmocka_unit_test (test_without_display),
#else
    cmocka_unit_test (test_without_window),
#endif
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
