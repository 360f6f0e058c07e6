/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ballots out and in, and how people differ, without a window. */

#include "program.h"

#include <math.h>
#include <string.h>

#define SHORTLIST "payments.shortlist"

/* The sample's participants, without their weights. */
static int
enter (void **state)
{
  g_autofree char *sample =
      g_build_filename (g_getenv ("SHORTLIST_DATA"), "sample.shortlist", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text = NULL;
  JsonArray *participants;
  int result = folder_enter (state);

  assert_true (json_parser_load_from_file (parser, sample, NULL));
  participants = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                               "participants");
  for (guint i = 0; i < json_array_get_length (participants); i++) {
    json_object_remove_member (json_array_get_object_element (participants, i), "importance");
    json_object_remove_member (json_array_get_object_element (participants, i), "date");
  }
  text = json_to_string (json_parser_get_root (parser), TRUE);
  file_write (SHORTLIST, text);
  return result;
}

#define test_in_sample(f) cmocka_unit_test_setup_teardown (f, enter, folder_leave)

static void
succeed (const char *command_line)
{
  g_auto (Run) run = program_run (NULL, "%s", command_line);

  run_expect (&run, 0, "");
}

/* Ana as the decision but for security, Bo for speed alone, in «voted.shortlist». */
static void
vote (void)
{
  succeed ("ballot " SHORTLIST " --name Ana --importance security=9 -o ana.ballot");
  succeed ("ballot " SHORTLIST " --name 'Bo\n<b>' --importance performance=10 --importance talent=0"
           " --importance reliability=0 --importance running=0 -o bo.ballot");
  succeed ("ballot " SHORTLIST " --add ana.ballot --add bo.ballot -o voted.shortlist");
}

static JsonObject *
parse_file (const char *name)
{
  g_autofree char *text = file_read (name);
  g_autoptr (JsonNode) node = json_from_string (text, NULL);

  assert_non_null (node);
  return json_object_ref (json_node_get_object (node));
}

static double
get_importance (JsonObject *object, const char *id)
{
  return json_object_get_double_member (json_object_get_object_member (object, "importance"), id);
}

/* ---- ballots ---- */

static void
test_writes_a_ballot (void **state)
{
  g_auto (Run) run =
      program_run (NULL, "ballot " SHORTLIST " --name ' Ana ' --importance security=9 --output -");
  g_autoptr (JsonObject) ballot = run_expect_json (&run, "ballot-1");
  g_autoptr (JsonObject) decision = parse_file (SHORTLIST);

  assert_string_equal (json_object_get_string_member (ballot, "name"), "Ana");
  assert_string_equal (json_object_get_string_member (ballot, "date"), "2026-09-21");
  assert_string_equal (json_object_get_string_member (ballot, "decision"),
                       json_object_get_string_member (decision, "title"));
  assert_true (fabs (get_importance (ballot, "security") - 9) < 1e-12);
  assert_true (fabs (get_importance (ballot, "talent") - get_importance (decision, "talent")) <
               1e-12);
}

/* Who has weights in the decision begins with these. */
static void
test_begins_with_own_weights (void **state)
{
  g_autoptr (JsonObject) again = NULL;
  g_autoptr (JsonObject) decision = NULL;

  vote ();
  succeed ("ballot voted.shortlist --name Ana --importance talent=2 -o again.ballot");
  again = parse_file ("again.ballot");
  assert_true (fabs (get_importance (again, "security") - 9) < 1e-12);
  assert_true (fabs (get_importance (again, "talent") - 2) < 1e-12);

  /* One that is taken again replaces the other, and the decision's own weights stay. */
  succeed ("ballot voted.shortlist --add again.ballot --output voted.shortlist");
  decision = parse_file ("voted.shortlist");
  {
    g_autoptr (JsonObject) sample = parse_file (SHORTLIST);
    JsonArray *participants = json_object_get_array_member (decision, "participants");
    guint n = json_array_get_length (json_object_get_array_member (sample, "participants"));
    JsonObject *ana = json_array_get_object_element (participants, n);

    assert_int_equal (json_array_get_length (participants), n + 2);
    assert_string_equal (json_object_get_string_member (ana, "name"), "Ana");
    assert_true (fabs (get_importance (ana, "talent") - 2) < 1e-12);
    assert_true (fabs (get_importance (decision, "talent") - get_importance (sample, "talent")) <
                 1e-12);
  }
}

static void
test_wrong_usage (void **state)
{
  static const struct {
    const char *command_line;
    const char *complaint;
  } cases[] = {
    { "ballot " SHORTLIST " --name Ana", "expected --output with the file to write" },
    { "ballot " SHORTLIST " -o x", "expected --name, or --add with a ballot" },
    { "ballot " SHORTLIST " --name ' ' -o x", "--name: expected a name" },
    { "ballot " SHORTLIST " --add a --name Ana -o x", "--name does not go with --add" },
    { "ballot " SHORTLIST " --add a --importance talent=1 -o x",
      "--importance does not go with --add" },
    { "ballot --add a -o x", "expected a decision to take ballots in" },
  };
  g_auto (Run) people = program_run (NULL, "people");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (Run) run = program_run (NULL, "%s", cases[i].command_line);
    g_autofree char *err =
        g_strdup_printf ("shortlist: %s\nSee “shortlist ballot --help”.\n", cases[i].complaint);

    run_expect (&run, 2, err);
    assert_false (g_file_test ("x", G_FILE_TEST_EXISTS));
  }
  run_expect (&people, 2, "shortlist: expected a decision\nSee “shortlist people --help”.\n");
}

/* All faults of all ballots, and nothing is written. */
static void
test_wrong_ballots (void **state)
{
  file_write ("a", "{\"format\": \"ballot-1\", \"name\": \"\", \"importance\": {\"pace\": 1}}");
  file_write ("b", "{\"format\": \"ballot-2\"}");
  {
    g_auto (Run) run = program_run (NULL, "ballot " SHORTLIST " --add a --add b -o x.shortlist");
    g_auto (Run) check = program_run (NULL, "check a");
    g_auto (Run) missing = program_run (NULL, "ballot " SHORTLIST " --add none -o x.shortlist");

    run_expect (&run, 1,
                "a: name: expected a text that is not empty\n"
                "a: importance.pace: expected a pillar or criterion of the catalogue\n"
                "b: format: written by a newer version of the program (ballot-2)\n");
    run_expect (&check, 1,
                "a: name: expected a text that is not empty\n"
                "a: importance.pace: expected a pillar or criterion of the catalogue\n");
    assert_int_equal (missing.status, 3);
  }
  assert_false (g_file_test ("x.shortlist", G_FILE_TEST_EXISTS));
}

static void
test_ballot_of_another_catalogue (void **state)
{
  file_write ("a", "{\"format\": \"ballot-1\", \"name\": \"Ana\\u001b[31m\", \"importance\": "
                   "{\"pace\": 1, \"talent\": 9}, \"catalogue\": {\"id\": \"shortlist\", "
                   "\"version\": \"2020.1\", \"sha256\": \"00\"}}");
  {
    g_auto (Run) run = program_run (NULL, "ballot " SHORTLIST " --add a -o x.shortlist");

    assert_int_equal (run.status, 0);
    assert_non_null (strstr (run.err, "warning: a: The ballot of Ana"));
    assert_non_null (strstr (run.err, "was made with version 2020.1 of the catalogue. 1 of its "
                                      "criteria is not in this one: pace."));
    assert_null (strchr (run.err, '\x1b'));
  }
}

/* ---- how people differ ---- */

static void
test_people_as_json (void **state)
{
  g_autoptr (JsonObject) people = NULL;
  g_auto (Run) run = { 0 };
  JsonArray *each;
  double sum = 0;

  vote ();
  run = program_run (NULL, "people voted.shortlist --format json");
  people = run_expect_json (&run, "people-1");
  each = json_object_get_array_member (people, "people");
  assert_int_equal (json_array_get_length (each), 2);
  assert_string_equal (
      json_object_get_string_member (json_array_get_object_element (each, 1), "name"), "Bo <b>");
  for (guint i = 0; i < 2; i++) {
    JsonObject *weights =
        json_object_get_object_member (json_array_get_object_element (each, i), "weights");

    sum += json_object_get_double_member (weights, "throughput");
  }
  assert_true (fabs (json_object_get_double_member (
                         json_object_get_object_member (
                             json_object_get_object_member (people, "group"), "weights"),
                         "throughput") -
                     sum / 2) < 1e-12);
}

static void
test_people_as_text (void **state)
{
  g_auto (Run) table = { 0 };
  g_auto (Run) csv = { 0 };
  g_auto (GStrv) lines = NULL;

  vote ();
  table = program_run (NULL, "people voted.shortlist --board pairings");
  run_expect (&table, 0, "");
  assert_non_null (strstr (table.out, " rankings "));
  assert_non_null (strstr (table.out, "\nPerson "));
  assert_non_null (strstr (table.out, "\nBo <b> "));
  csv = program_run (NULL, "people voted.shortlist --format csv");
  run_expect (&csv, 0, "");
  lines = g_strsplit (csv.out, "\n", -1);
  assert_true (g_str_has_prefix (
      lines[0], "person,date,first,winner_rank,winner_loss,tau,weight:throughput,"));
  assert_true (g_str_has_prefix (lines[1], "Ana,2026-09-21,"));
  assert_true (g_str_has_prefix (lines[2], "Bo <b>,2026-09-21,"));
}

static void
test_too_few (void **state)
{
  succeed ("ballot " SHORTLIST " --name Ana -o a");
  succeed ("ballot " SHORTLIST " --add a -o one.shortlist");
  {
    g_auto (Run) none = program_run (NULL, "people " SHORTLIST);
    g_auto (Run) one = program_run (NULL, "people one.shortlist");
    g_auto (Run) nobody = { 0 };

    run_expect (&none, 1,
                SHORTLIST ": participants: expected two or more with weights of their own, found "
                          "0\n");
    run_expect (&one, 1,
                "one.shortlist: participants: expected two or more with weights of their own, "
                "found 1\n");
    vote ();
    nobody = program_run (NULL, "people voted.shortlist --minimum security=100 "
                                "--minimum throughput=100");
    run_expect (&nobody, 1, "no alternative meets the requirements\n");
  }
}

/* The report tells it too, and is the same when it is computed again. */
static void
test_report_and_verify (void **state)
{
  g_autofree char *record = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GString) other = NULL;

  vote ();
  succeed ("report voted.shortlist -o r.md");
  record = file_read ("r.md");
  assert_non_null (strstr (record, "### How People Differ\n"));
  assert_non_null (strstr (record, "\n| Bo \\<b\\> | "));
  succeed ("report voted.shortlist -o r.json");
  {
    g_auto (Run) same = program_run (NULL, "verify r.json");

    run_expect (&same, 0, "");
  }
  text = file_read ("r.json");
  other = g_string_new (text);
  assert_true (g_string_replace (other, "\"winner_rank\" : 1", "\"winner_rank\" : 2", 1) == 1);
  file_write ("r.json", other->str);
  {
    g_auto (Run) changed = program_run (NULL, "verify r.json");

    assert_int_equal (changed.status, 4);
    assert_non_null (strstr (changed.err, "people.people[0].winner_rank: the report says 2"));
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    test_in_sample (test_writes_a_ballot),
    test_in_sample (test_begins_with_own_weights),
    test_in_sample (test_wrong_usage),
    test_in_sample (test_wrong_ballots),
    test_in_sample (test_ballot_of_another_catalogue),
    test_in_sample (test_people_as_json),
    test_in_sample (test_people_as_text),
    test_in_sample (test_too_few),
    test_in_sample (test_report_and_verify),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
