/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The document: it comes back as it was, keeps what it does not know, and one that is wrong is
 * refused whole, with a line for each fault. */

#include "fixture.h"

#include "catalogue/json-input.h"

#include <string.h>

#define NAME "barn.shortlist"

/* In one line, so that the columns of faults are those of the text. */
#define BARN                                                                                       \
  "{\"format\": \"decision-1\", \"program\": \"0.0.9\", \"title\": \"Barn\","                      \
  " \"catalogue\": {\"id\": \"farm\", \"version\": \"3\", \"sha256\": \"00ff\"},"                  \
  " \"profile\": \"hard\", \"method\": \"topsis\","                                                \
  " \"importance\": {\"speed\": 7, \"care\": 2.5, \"quick\": 1, \"wide\": 2, \"calm\": 3,"         \
  " \"safe\": 4, \"tidy\": 6},"                                                                    \
  " \"facts\": {\"rain\": true, \"season\": \"spring\", \"heads\": 12, \"wolves\": false},"        \
  " \"minimums\": {\"care\": 40, \"quick\": 12.5},"                                                \
  " \"locks\": {\"speed\": 0.375, \"safe\": 0},"                                                   \
  " \"overrides\": [{\"alternative\": \"ant\", \"criterion\": \"calm\", \"low\": 10,"              \
  " \"mode\": 20.5, \"high\": 30, \"reason\": \"Seen.\"},"                                         \
  " {\"alternative\": \"hut\", \"criterion\": \"wide\", \"low\": 0, \"mode\": 0, \"high\": 100,"   \
  " \"reason\": \"Counted.\"}]}"

static SlCatalogue *farm;

static int
setup (void **state)
{
  farm = fixture_farm ();
  return 0;
}

static int
teardown (void **state)
{
  g_clear_pointer (&farm, sl_catalogue_unref);
  return 0;
}

static SlDecision *
read_bytes (SlCatalogue *catalogue, const char *data, gsize length, GError **error)
{
  /* A copy of just this size, so that a read beyond the end is noticed. */
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  return sl_decision_new_for_bytes (catalogue, bytes, NAME, error);
}

static SlDecision *
read_text (SlCatalogue *catalogue, const char *text)
{
  g_autoptr (GError) error = NULL;
  SlDecision *decision = read_bytes (catalogue, text, strlen (text), &error);

  if (decision == NULL)
    fail_msg ("%s", error->message);
  return decision;
}

/* The barn with the one `old` replaced. */
static char *
barn_with (const char *old, const char *new)
{
  const char *place = strstr (BARN, old);
  g_autofree char *before = NULL;

  if (place == NULL || strstr (place + 1, old) != NULL)
    fail_msg ("«%s» must stand there once", old);
  before = g_strndup (BARN, (gsize) (place - BARN));
  return g_strconcat (before, new, place + strlen (old), NULL);
}

/* ---- what is right ---- */

static void
test_reads_everything (void **state)
{
  static const double criterion_importance[] = { 1, 2, 3, 4, 6 };
  static const double facts[] = { 1, 0, 12, 0 };
  SlDecision *decision = read_text (farm, BARN);
  SlRequirements *requirements = sl_decision_get_requirements (decision);
  const SlOverride *override;

  assert_string_equal (sl_decision_get_title (decision), "Barn");
  assert_ptr_equal (sl_decision_get_profile (decision), fixture_profile (farm, "hard"));
  assert_int_equal (requirements->method, SL_METHOD_TOPSIS);
  assert_near (requirements->pillar_importance[0], 7);
  assert_near (requirements->pillar_importance[1], 2.5);
  for (guint i = 0; i < 5; i++)
    assert_near (requirements->criterion_importance[i], criterion_importance[i]);
  for (guint i = 0; i < 4; i++)
    assert_near (requirements->facts[i], facts[i]);
  /* The profile's own minimums, of Speed and Calm, are not the document's. */
  assert_true (isnan (requirements->pillar_minimum[0]));
  assert_near (requirements->pillar_minimum[1], 40);
  assert_near (requirements->criterion_minimum[0], 12.5);
  for (guint i = 1; i < 5; i++)
    assert_true (isnan (requirements->criterion_minimum[i]));
  assert_near (requirements->pillar_lock[0], 0.375);
  assert_true (isnan (requirements->pillar_lock[1]));
  for (guint i = 0; i < 5; i++) {
    if (i == 3)
      assert_near (requirements->criterion_lock[i], 0);
    else
      assert_true (isnan (requirements->criterion_lock[i]));
  }

  assert_int_equal (requirements->overrides->len, 2);
  override = sl_requirements_find_override (requirements, fixture_alternative (farm, "ant"),
                                            fixture_criterion (farm, "calm"));
  assert_near (override->low, 10);
  assert_near (override->mode, 20.5);
  assert_near (override->high, 30);
  assert_string_equal (override->reason, "Seen.");
  override = sl_requirements_find_override (requirements, fixture_alternative (farm, "hut"),
                                            fixture_criterion (farm, "wide"));
  assert_near (override->high, 100);
  assert_string_equal (override->reason, "Counted.");

  assert_false (sl_decision_get_modified (decision));
  assert_false (sl_decision_get_can_undo (decision));
  fixture_finalize (decision);
}

/* Files as each version of the program that added to the format wrote them. They read as they did,
 * and what they had not is empty. */
static SlDecision *
read_golden (const char *file)
{
  g_autofree char *path = g_build_filename (SL_GOLDEN_DIR, file, NULL);
  g_autofree char *text = NULL;

  assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return read_text (farm, text);
}

static void
test_reads_golden_files (void **state)
{
  static const char *const files[] = { "decision-1-0.shortlist", "decision-1-1.shortlist" };
  g_autofree char *text = barn_with (" \"locks\": {\"speed\": 0.375, \"safe\": 0},", "");
  SlDecision *barn = read_text (farm, text);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    SlDecision *decision = read_golden (files[i]);

    assert_string_equal (sl_decision_get_title (decision), "Barn");
    assert_ptr_equal (sl_decision_get_profile (decision), fixture_profile (farm, "hard"));
    assert_true (sl_requirements_equal (sl_decision_get_requirements (decision),
                                        sl_decision_get_requirements (barn)));
    fixture_finalize (decision);
  }
  fixture_finalize (barn);
}

static void
test_reads_golden_prose (void **state)
{
  SlDecision *without = read_golden ("decision-1-0.shortlist");
  SlDecision *with = read_golden ("decision-1-1.shortlist");
  const SlProse *prose = sl_decision_get_prose (without);

  assert_string_equal (prose->context, "");
  assert_int_equal (prose->participants->len, 0);
  assert_int_equal (prose->notes->len, 0);
  assert_int_equal (prose->outcome.status, SL_STATUS_OPEN);
  assert_null (prose->outcome.alternative);
  assert_null (prose->outcome.date);
  assert_string_equal (prose->outcome.rationale, "");

  prose = sl_decision_get_prose (with);
  assert_string_equal (prose->context, "The old one leaks.\n\nThe new one must not.");
  assert_int_equal (prose->participants->len, 2);
  assert_string_equal (((const SlParticipant *) prose->participants->pdata[1])->name, "Čeněk");
  assert_string_equal (sl_prose_find_note (prose, "ant+hut"), "Seen in use.");
  assert_int_equal (prose->outcome.status, SL_STATUS_SUPERSEDED);
  assert_string_equal (prose->outcome.alternative, "ant+hut");
  assert_string_equal (prose->outcome.rationale, "First in all that matters.");
  assert_string_equal (prose->outcome.date, "2026-11-28");
  assert_string_equal (prose->outcome.superseded_by, "Barn of 2027");
  fixture_finalize (without);
  fixture_finalize (with);
}

/* What it does not say is as the first profile has it, except that nobody chose that. */
static void
test_reads_little (void **state)
{
  SlDecision *decision = read_text (farm, "{\"title\": \"\", \"format\": \"decision-1\"}");
  g_autoptr (SlRequirements) plain = sl_requirements_new (farm);

  assert_null (sl_decision_get_profile (decision));
  assert_true (sl_requirements_equal (sl_decision_get_requirements (decision), plain));
  fixture_finalize (decision);

  decision =
      read_text (farm, "{\"format\": \"decision-1\", \"title\": \"Nobody's\", \"profile\": null,"
                       " \"importance\": {}, \"facts\": {}, \"minimums\": {}, \"overrides\": []}");
  assert_null (sl_decision_get_profile (decision));
  assert_true (sl_requirements_equal (sl_decision_get_requirements (decision), plain));
  fixture_finalize (decision);
}

static JsonObject *
parse (const char *text, JsonParser *parser)
{
  g_autoptr (GError) error = NULL;

  if (!json_parser_load_from_data (parser, text, -1, &error))
    fail_msg ("%s", error->message);
  return json_node_get_object (json_parser_get_root (parser));
}

/* Read by another reader than ours. */
static void
test_writes_everything (void **state)
{
  SlDecision *decision = read_text (farm, BARN);
  g_autofree char *text = fixture_text (decision);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root = parse (text, parser);
  JsonObject *object;

  assert_string_equal (json_object_get_string_member (root, "format"), "decision-1");
  assert_string_equal (json_object_get_string_member (root, "title"), "Barn");
  assert_string_equal (json_object_get_string_member (root, "profile"), "hard");
  assert_string_equal (json_object_get_string_member (root, "method"), "topsis");
  assert_true (json_object_has_member (root, "program"));
  object = json_object_get_object_member (root, "catalogue");
  assert_string_equal (json_object_get_string_member (object, "id"), "farm");
  assert_string_equal (json_object_get_string_member (object, "version"), "3");
  assert_string_equal (json_object_get_string_member (object, "sha256"),
                       sl_catalogue_get_sha256 (farm));

  object = json_object_get_object_member (root, "importance");
  assert_int_equal (json_object_get_size (object), 7);
  assert_near (json_object_get_double_member (object, "care"), 2.5);
  assert_near (json_object_get_double_member (object, "tidy"), 6);
  /* 7 and 1, not 7.0 and 1.0. */
  assert_int_equal (json_node_get_value_type (json_object_get_member (object, "speed")),
                    G_TYPE_INT64);
  assert_int_equal (json_node_get_value_type (json_object_get_member (object, "quick")),
                    G_TYPE_INT64);
  object = json_object_get_object_member (root, "facts");
  assert_int_equal (json_object_get_size (object), 4);
  assert_int_equal (json_node_get_value_type (json_object_get_member (object, "rain")),
                    G_TYPE_BOOLEAN);
  assert_true (json_object_get_boolean_member (object, "rain"));
  assert_false (json_object_get_boolean_member (object, "wolves"));
  assert_string_equal (json_object_get_string_member (object, "season"), "spring");
  assert_int_equal (json_object_get_int_member (object, "heads"), 12);
  object = json_object_get_object_member (root, "minimums");
  assert_int_equal (json_object_get_size (object), 2);
  assert_near (json_object_get_double_member (object, "quick"), 12.5);
  object = json_array_get_object_element (json_object_get_array_member (root, "overrides"), 0);
  assert_string_equal (json_object_get_string_member (object, "alternative"), "ant");
  assert_string_equal (json_object_get_string_member (object, "criterion"), "calm");
  assert_near (json_object_get_double_member (object, "low"), 10);
  assert_near (json_object_get_double_member (object, "mode"), 20.5);
  assert_near (json_object_get_double_member (object, "high"), 30);
  assert_string_equal (json_object_get_string_member (object, "reason"), "Seen.");
  assert_true (g_str_has_suffix (text, "}\n"));
  fixture_finalize (decision);
}

/* Any document, with all digits of its numbers. */
static void
test_comes_back_as_it_was (void **state)
{
  g_autoptr (SlCatalogue) shipped = fixture_shipped ();
  g_autoptr (GRand) random = g_rand_new_with_seed (4711);

  for (guint i = 0; i < 100; i++) {
    SlCatalogue *catalogue = i % 2 == 0 ? farm : shipped;
    SlDecision *decision = sl_decision_new (catalogue);
    g_autofree char *text = NULL;
    g_autofree char *again = NULL;
    SlDecision *copy;

    for (guint j = 0; j < 40; j++)
      fixture_random_edit (decision, random);
    text = fixture_text (decision);
    copy = read_text (catalogue, text);
    again = fixture_text (copy);
    assert_string_equal (text, again);
    assert_string_equal (sl_decision_get_title (decision), sl_decision_get_title (copy));
    assert_ptr_equal (sl_decision_get_profile (decision), sl_decision_get_profile (copy));
    assert_true (sl_requirements_equal (sl_decision_get_requirements (decision),
                                        sl_decision_get_requirements (copy)));
    assert_false (sl_decision_get_modified (copy));
    fixture_finalize (decision);
    fixture_finalize (copy);
  }
}

/* Whatever characters a title has. */
static void
test_title_comes_back (void **state)
{
  static const char *const titles[] = {
    "",
    "\"quoted\" \\ and / slashed",
    "two\nlines\tand a bell\a\b\f\r\x01\x1f\x7f",
    "Größe · 漢字 · 👩‍💻",
    "\\u0041 </script> %s %n",
  };
  SlDecision *decision = sl_decision_new (farm);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
    g_autofree char *text = NULL;
    SlDecision *copy;

    sl_decision_set_title (decision, titles[i]);
    sl_decision_set_context (decision, titles[i]);
    sl_decision_set_note (decision, "ant+hut", titles[i]);
    text = fixture_text (decision);
    copy = read_text (farm, text);
    assert_string_equal (sl_decision_get_title (copy), titles[i]);
    assert_string_equal (sl_decision_get_prose (copy)->context, titles[i]);
    if (i > 0)
      assert_string_equal (sl_prose_find_note (sl_decision_get_prose (copy), "ant+hut"), titles[i]);
    fixture_finalize (copy);
  }
  fixture_finalize (decision);
}

/* The longest that an edit leaves can be opened again. */
static void
test_longest_texts_come_back (void **state)
{
  SlDecision *decision = sl_decision_new (farm);
  g_autofree char *long_text = g_strnfill (5000, 'x');
  g_autofree char *text = NULL;
  SlDecision *copy;

  sl_decision_set_title (decision, long_text);
  sl_decision_set_override (decision, fixture_alternative (farm, "ant"),
                            fixture_criterion (farm, "calm"), 1, 2, 3, long_text);
  text = fixture_text (decision);
  copy = read_text (farm, text);
  assert_true (sl_requirements_equal (sl_decision_get_requirements (decision),
                                      sl_decision_get_requirements (copy)));
  fixture_finalize (decision);
  fixture_finalize (copy);
}

/* One in the middle, and one at the end. */
static char *
barn_with_unknown_members (void)
{
  g_autofree char *barn = barn_with (
      "\"method\"", "\"zeal\": {\"b\": [1, 2.5, null, true, \"x\", {}], \"a\": -7}, \"method\"");

  barn[strlen (barn) - 1] = '\0';
  return g_strconcat (barn, ", \"author\": \"Ann\"}", NULL);
}

static void
expect_unknown_members (const char *text)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root = parse (text, parser);
  JsonObject *zeal = json_object_get_object_member (root, "zeal");
  JsonArray *list = json_object_get_array_member (zeal, "b");

  assert_int_equal (json_object_get_int_member (zeal, "a"), -7);
  assert_int_equal (json_array_get_length (list), 6);
  assert_int_equal (json_array_get_int_element (list, 0), 1);
  assert_near (json_array_get_double_element (list, 1), 2.5);
  assert_true (json_array_get_null_element (list, 2));
  assert_true (json_array_get_boolean_element (list, 3));
  assert_string_equal (json_array_get_string_element (list, 4), "x");
  assert_int_equal (json_object_get_size (json_array_get_object_element (list, 5)), 0);
  assert_string_equal (json_object_get_string_member (root, "author"), "Ann");
  assert_true (strstr (text, "zeal") < strstr (text, "author"));
}

static void
test_keeps_what_it_does_not_know (void **state)
{
  g_autofree char *barn = barn_with_unknown_members ();
  SlDecision *decision = read_text (farm, barn);
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  SlDecision *copy;

  fixture_set_importance (decision, "speed", 1);
  sl_decision_set_title (decision, "Other");
  sl_decision_undo (decision);
  text = fixture_text (decision);
  expect_unknown_members (text);
  copy = read_text (farm, text);
  again = fixture_text (copy);
  expect_unknown_members (again);
  fixture_finalize (decision);
  fixture_finalize (copy);
}

/* Also within what it does know, as long as that is there. */
static void
test_keeps_unknown_parts (void **state)
{
  static const char document[] =
      "{\"format\": \"decision-1\", \"title\": \"\","
      " \"participants\": [{\"name\": \"Ann\", \"role\": \"CTO\"}, {\"name\": \"Bo\"}],"
      " \"notes\": [{\"alternative\": \"ant\", \"text\": \"x\", \"colour\": 3}],"
      " \"outcome\": {\"status\": \"decided\", \"votes\": [1, 2]}}";
  SlDecision *decision = read_text (farm, document);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text = NULL;
  JsonObject *root, *object;

  sl_decision_set_participants (decision, (const char *[]) { "Cy", "Ann", NULL });
  sl_decision_set_note (decision, "ant", "y");
  sl_decision_set_outcome (decision, &(SlOutcome) { .rationale = "", .superseded_by = "" });
  text = fixture_text (decision);
  root = parse (text, parser);
  object = json_array_get_object_element (json_object_get_array_member (root, "participants"), 1);
  assert_string_equal (json_object_get_string_member (object, "name"), "Ann");
  assert_string_equal (json_object_get_string_member (object, "role"), "CTO");
  object = json_array_get_object_element (json_object_get_array_member (root, "notes"), 0);
  assert_string_equal (json_object_get_string_member (object, "text"), "y");
  assert_int_equal (json_object_get_int_member (object, "colour"), 3);
  object = json_object_get_object_member (root, "outcome");
  assert_string_equal (json_object_get_string_member (object, "status"), "open");
  assert_int_equal (json_array_get_length (json_object_get_array_member (object, "votes")), 2);
  fixture_finalize (decision);
}

/* However little it is. */
static void
test_keeps_one_member (void **state)
{
  SlDecision *decision =
      read_text (farm, "{\"format\": \"decision-1\", \"title\": \"\", \"author\": \"Ann\"}");
  g_autofree char *text = fixture_text (decision);
  g_autoptr (JsonParser) parser = json_parser_new ();

  assert_string_equal (json_object_get_string_member (parse (text, parser), "author"), "Ann");
  fixture_finalize (decision);
}

/* ---- what is wrong ---- */

static void
expect_refused (const char *text, SlInputError code, const char *lines)
{
  g_autoptr (GError) error = NULL;

  assert_null (read_bytes (farm, text, strlen (text), &error));
  assert_non_null (error);
  assert_string_equal (error->message, lines);
  assert_true (g_error_matches (error, SL_INPUT_ERROR, (int) code));
}

static void
test_refuses_another_format (void **state)
{
#define NO_DECISION NAME ": format: expected “decision-1”, so this is not a decision"
#define NEWER(format) NAME ": format: written by a newer version of the program (" format ")"
  static const struct {
    const char *format;
    const char *line;
  } cases[] = {
    { "\"decision-2\"", NEWER ("decision-2") },
    { "\"decision-10\"", NEWER ("decision-10") },
    { "\"decision-99999999999999999999999\"", NEWER ("decision-99999999999999999999999") },
    { "\"decision-0\"", NO_DECISION },
    { "\"decision-1.5\"", NO_DECISION },
    { "\"decision-\"", NO_DECISION },
    { "\"decision--2\"", NO_DECISION },
    { "\"decision- 2\"", NO_DECISION },
    { "\"decision-2\\nbarn.shortlist: all is well\"", NO_DECISION },
    { "\"Decision-1\"", NO_DECISION },
    { "\"report-1\"", NO_DECISION },
    { "\"\"", NO_DECISION },
    { "1", NO_DECISION },
    { "null", NO_DECISION },
    { "[\"decision-1\"]", NO_DECISION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = barn_with ("\"decision-1\"", cases[i].format);

    expect_refused (text, SL_INPUT_ERROR_FORMAT, cases[i].line);
  }
  expect_refused ("{}", SL_INPUT_ERROR_FORMAT, NO_DECISION);
  /* Of a format that it does not know, nothing else is said. */
  expect_refused ("{\"format\": \"decision-2\", \"title\": 7}", SL_INPUT_ERROR_FORMAT,
                  NEWER ("decision-2"));
}

typedef struct {
  const char *old;
  const char *new;
  const char *lines; /* without the file's name; several are parted by line breaks */
} Bad;

static char *
prefix_lines (const char *lines)
{
  g_auto (GStrv) parts = g_strsplit (lines, "\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    g_string_append_printf (text, "%s" NAME "%s", i > 0 ? "\n" : "", parts[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
expect_bad (const Bad *cases, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autofree char *text = barn_with (cases[i].old, cases[i].new);
    g_autofree char *lines = prefix_lines (cases[i].lines);

    expect_refused (text, SL_INPUT_ERROR_INVALID, lines);
  }
}

static void
test_refuses_wrong_members (void **state)
{
  static const Bad cases[] = {
    { "\"title\": \"Barn\",", "", ": title: expected a text, found nothing" },
    { "\"title\": \"Barn\"", "\"title\": 7", ": title: expected a text, found 7" },
    { "\"title\": \"Barn\"", "\"title\": null", ": title: expected a text, found null" },
    { "\"program\": \"0.0.9\"", "\"program\": []", ": program: expected a text, found a list" },
    { "{\"id\": \"farm\", \"version\": \"3\", \"sha256\": \"00ff\"}", "7",
      ": catalogue: expected an object, found 7" },
    { "\"id\": \"farm\"", "\"id\": 3", ": catalogue.id: expected a text, found 3" },
    { ", \"sha256\": \"00ff\"", "", ": catalogue.sha256: expected a text, found nothing" },
    { "\"version\": \"3\"", "\"version\": 3", ": catalogue.version: expected a text, found 3" },
    { "\"hard\"", "\"soft\"", ": profile: expected a profile of the catalogue" },
    { "\"hard\"", "3",
      ": profile: expected an id (a-z, 0-9, _.:- and at most 100 characters), found 3" },
    { "\"hard\"", "\"Hard\"",
      ": profile: expected an id (a-z, 0-9, _.:- and at most 100 characters), found \"Hard\"" },
    { "\"topsis\"", "\"magic\"",
      ": method: expected “additive”, “geometric”, “topsis”, “vikor” or “promethee”" },
    { "\"topsis\"", "2", ": method: expected a text, found 2" },
  };

  expect_bad (cases, G_N_ELEMENTS (cases));
}

/* Prose put in before the method, to be changed in one place. */
static void
expect_bad_prose (const char *member, const char *lines)
{
  g_autofree char *both = g_strconcat (member, ", \"method\"", NULL);
  Bad bad = { "\"method\"", both, lines };

  expect_bad (&bad, 1);
}

static void
test_refuses_wrong_prose (void **state)
{
  static const struct {
    const char *member;
    const char *lines;
  } cases[] = {
    { "\"context\": 3", ": context: expected a text, found 3" },
    { "\"participants\": {}", ": participants: expected a list, found an object" },
    { "\"participants\": [\"Ann\"]", ": participants[0]: expected an object, found \"Ann\"" },
    { "\"participants\": [{}]", ": participants[0].name: expected a text, found nothing" },
    { "\"participants\": [{\"name\": \"\"}]",
      ": participants[0].name: expected a text that is not empty" },
    { "\"participants\": [{\"name\": \"Ann\", \"date\": \"2026-13-01\"}]",
      ": participants[0].date: expected a day such as “2026-11-28”" },
    { "\"participants\": [{\"name\": \"Ann\", \"importance\": []}]",
      ": participants[0].importance: expected an object, found a list" },
    { "\"participants\": [{\"name\": \"Ann\"}, {\"name\": \"Bo\", \"importance\": "
      "{\"speed\": 11, \"pace\": 1}}]",
      ": participants[1].importance.speed: expected a number from 0 to 10, found 11\n"
      ": participants[1].importance.pace: expected a pillar or criterion of the catalogue" },
    { "\"notes\": [{\"alternative\": \"Ant\", \"text\": \"x\"}]",
      ": notes[0].alternative: expected the id of a technology, a pattern or a pairing" },
    { "\"notes\": [{\"alternative\": \"ant\"}]",
      ": notes[0].text: expected a text, found nothing" },
    { "\"notes\": [{\"alternative\": \"ant\", \"text\": \"x\"},"
      " {\"alternative\": \"ant\", \"text\": \"y\"}]",
      ": notes[1]: expected one note on each alternative" },
    { "\"outcome\": []", ": outcome: expected an object, found a list" },
    { "\"outcome\": {\"status\": \"done\"}",
      ": outcome.status: expected “open”, “decided” or “superseded”" },
    { "\"outcome\": {\"alternative\": \"\"}",
      ": outcome.alternative: expected the id of a technology, a pattern or a pairing" },
    { "\"outcome\": {\"date\": \"2025-02-29\"}",
      ": outcome.date: expected a day such as “2026-11-28”" },
    { "\"outcome\": {\"date\": \"2025-2-9\"}",
      ": outcome.date: expected a day such as “2026-11-28”" },
    { "\"outcome\": {\"date\": \"0000-01-01\"}",
      ": outcome.date: expected a day such as “2026-11-28”" },
    { "\"outcome\": {\"date\": 20260101}", ": outcome.date: expected a text, found 20260101" },
    { "\"outcome\": {\"rationale\": null}", ": outcome.rationale: expected a text, found null" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    expect_bad_prose (cases[i].member, cases[i].lines);
}

static void
test_refuses_wrong_numbers (void **state)
{
  static const Bad cases[] = {
    { "\"speed\": 7", "\"speed\": 10.5",
      ": importance.speed: expected a number from 0 to 10, found 10.5" },
    { "\"speed\": 7", "\"speed\": -1",
      ": importance.speed: expected a number from 0 to 10, found -1" },
    { "\"speed\": 7", "\"speed\": \"7\"",
      ": importance.speed: expected a number from 0 to 10, found \"7\"" },
    { "\"speed\": 7", "\"speed\": null",
      ": importance.speed: expected a number from 0 to 10, found null" },
    { "\"tidy\": 6", "\"tidy\": true",
      ": importance.tidy: expected a number from 0 to 10, found true" },
    { "\"tidy\": 6", "\"tidy\": 6, \"pace\": 1",
      ": importance.pace: expected a pillar or criterion of the catalogue" },
    { "\"tidy\": 6", "\"tidy\": 6, \"a b\": 1",
      ": importance[\"a b\"]: expected a pillar or criterion of the catalogue" },
    { "\"rain\": true", "\"rain\": 1", ": facts.rain: expected true or false, found 1" },
    { "\"rain\": true", "\"rain\": \"true\"",
      ": facts.rain: expected true or false, found \"true\"" },
    { "\"heads\": 12", "\"heads\": 0", ": facts.heads: expected a number from 1 to 100, found 0" },
    { "\"heads\": 12", "\"heads\": 101",
      ": facts.heads: expected a number from 1 to 100, found 101" },
    { "\"heads\": 12", "\"heads\": []",
      ": facts.heads: expected a number from 1 to 100, found a list" },
    { "\"spring\"", "\"autumn\"", ": facts.season: expected one of the fact's choices" },
    { "\"spring\"", "0", ": facts.season: expected a text, found 0" },
    { "\"heads\": 12", "\"heads\": 12, \"snow\": true",
      ": facts.snow: expected a fact of the catalogue" },
    { "\"care\": 40", "\"care\": 100.5",
      ": minimums.care: expected a number from 0 to 100, found 100.5" },
    { "\"care\": 40", "\"care\": null",
      ": minimums.care: expected a number from 0 to 100, found null" },
    { "\"care\": 40", "\"rain\": 40",
      ": minimums.rain: expected a pillar or criterion of the catalogue" },
    { "{\"care\": 40, \"quick\": 12.5}", "[40, 12.5]",
      ": minimums: expected an object, found a list" },
    { "\"safe\": 0", "\"safe\": 1.5", ": locks.safe: expected a number from 0 to 1, found 1.5" },
    { "\"safe\": 0", "\"safe\": \"1\"",
      ": locks.safe: expected a number from 0 to 1, found \"1\"" },
    { "\"safe\": 0", "\"wolves\": 0",
      ": locks.wolves: expected a pillar or criterion of the catalogue" },
    { "{\"speed\": 0.375, \"safe\": 0}", "0.5", ": locks: expected an object, found 0.5" },
    { "{\"rain\": true, \"season\": \"spring\", \"heads\": 12, \"wolves\": false}", "\"rain\"",
      ": facts: expected an object, found \"rain\"" },
    { "\"speed\": 7", "\"speed\": 1e999",
      ":1:189: expected a number that is not so large, found \"1e999\"" },
  };

  expect_bad (cases, G_N_ELEMENTS (cases));
}

static void
test_refuses_wrong_overrides (void **state)
{
  static const Bad cases[] = {
    { "\"overrides\": [", "\"overrides\": [7, ", ": overrides[0]: expected an object, found 7" },
    { "\"ant\"", "\"cat\"",
      ": overrides[0].alternative: expected a technology or pattern of the catalogue" },
    { "\"alternative\": \"hut\", ", "",
      ": overrides[1].alternative: expected an id (a-z, 0-9, _.:- and at most 100 characters),"
      " found nothing" },
    { "\"criterion\": \"calm\"", "\"criterion\": \"speed\"",
      ": overrides[0].criterion: expected a criterion of the catalogue" },
    { "\"low\": 10,", "", ": overrides[0].low: expected a number from 0 to 100, found nothing" },
    { "\"low\": 10", "\"low\": 21", ": overrides[0].mode: expected a number from low to high" },
    { "\"high\": 30", "\"high\": 20", ": overrides[0].mode: expected a number from low to high" },
    { "\"high\": 30", "\"high\": 101",
      ": overrides[0].high: expected a number from 0 to 100, found 101" },
    { "\"low\": 10, \"mode\": 20.5", "\"low\": -1, \"mode\": \"x\"",
      ": overrides[0].low: expected a number from 0 to 100, found -1\n"
      ": overrides[0].mode: expected a number from 0 to 100, found \"x\"" },
    { "\"Seen.\"", "\"\"", ": overrides[0].reason: expected a text that is not empty" },
    { "\"reason\": \"Seen.\"", "\"because\": \"Seen.\"",
      ": overrides[0].reason: expected a text, found nothing\n"
      ": overrides[0].because: expected no member of this name" },
    { "\"alternative\": \"hut\", \"criterion\": \"wide\"",
      "\"alternative\": \"ant\", \"criterion\": \"calm\"",
      ": overrides[1]: expected each value once" },
  };

  expect_bad (cases, G_N_ELEMENTS (cases));
}

static void
test_tells_every_fault (void **state)
{
  expect_refused (
      "{\"format\": \"decision-1\", \"title\": false, \"profile\": \"x\", \"method\": \"\","
      " \"importance\": {\"speed\": 11, \"none\": 1}, \"facts\": {\"rain\": 3, \"heads\": 5},"
      " \"minimums\": [], \"overrides\": [{}, 1]}",
      SL_INPUT_ERROR_INVALID,
      NAME ": title: expected a text, found false\n" NAME
           ": profile: expected a profile of the catalogue\n" NAME
           ": method: expected “additive”, “geometric”, “topsis”, “vikor” or “promethee”\n" NAME
           ": importance.speed: expected a number from 0 to 10, found 11\n" NAME
           ": importance.none: expected a pillar or criterion of the catalogue\n" NAME
           ": facts.rain: expected true or false, found 3\n" NAME
           ": minimums: expected an object, found a list\n" NAME
           ": overrides[0].alternative: expected an id (a-z, 0-9, _.:- and at most 100 characters),"
           " found nothing\n" NAME
           ": overrides[0].criterion: expected an id (a-z, 0-9, _.:- and at most 100 characters),"
           " found nothing\n" NAME
           ": overrides[0].low: expected a number from 0 to 100, found nothing\n" NAME
           ": overrides[0].mode: expected a number from 0 to 100, found nothing\n" NAME
           ": overrides[0].high: expected a number from 0 to 100, found nothing\n" NAME
           ": overrides[0].reason: expected a text, found nothing\n" NAME
           ": overrides[1]: expected an object, found 1");
}

/* Twenty lines are enough to work on. */
static void
test_counts_more_faults (void **state)
{
  g_autoptr (GString) text = g_string_new ("{\"format\": \"decision-1\", \"title\": \"\","
                                           " \"facts\": {\"fact-0\": true");
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 1; i < 25; i++)
    g_string_append_printf (text, ", \"fact-%u\": true", i);
  g_string_append (text, "}}");
  for (guint i = 0; i < 20; i++)
    g_string_append_printf (lines, NAME ": facts.fact-%u: expected a fact of the catalogue\n", i);
  g_string_append (lines, NAME ": … and 5 more");
  expect_refused (text->str, SL_INPUT_ERROR_INVALID, lines->str);
}

static void
test_refuses_what_is_too_much (void **state)
{
  g_autofree char *long_title = g_strnfill (1001, 't');
  g_autofree char *title = g_strdup_printf ("\"title\": \"%s\"", long_title);
  g_autofree char *titled = barn_with ("\"title\": \"Barn\"", title);
  g_autofree char *long_reason = g_strnfill (2001, 'r');
  g_autofree char *reason = g_strdup_printf ("\"%s\"", long_reason);
  g_autofree char *reasoned = barn_with ("\"Seen.\"", reason);
  g_autoptr (GString) many =
      g_string_new ("{\"format\": \"decision-1\", \"title\": \"\", \"overrides\": [{}");

  expect_refused (titled, SL_INPUT_ERROR_INVALID,
                  NAME ": title: expected at most 1000 characters, found 1001");
  expect_refused (reasoned, SL_INPUT_ERROR_INVALID,
                  NAME ": overrides[0].reason: expected at most 2000 characters, found 2001");

  for (guint i = 0; i < 10000; i++)
    g_string_append (many, ",{}");
  g_string_append (many, "]}");
  expect_refused (many->str, SL_INPUT_ERROR_INVALID,
                  NAME ": overrides: expected at most 10000 entries");
}

static void
test_refuses_what_is_too_large (void **state)
{
  gsize length = 64 * 1024 * 1024 + 1;
  char *data = g_malloc (length);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  memset (data, ' ', length);
  memcpy (data, BARN, strlen (BARN));
  bytes = g_bytes_new_take (data, length);
  assert_null (sl_decision_new_for_bytes (farm, bytes, NAME, &error));
  assert_string_equal (error->message, NAME ": expected at most 64 MiB");
}

/* A member of the document, `depth` lists within each other. */
static char *
nest (guint depth)
{
  g_autofree char *open = g_strnfill (depth, '[');
  g_autofree char *close = g_strnfill (depth, ']');
  g_autofree char *member = g_strdup_printf ("\"nest\": %s%s, \"method\"", open, close);

  return barn_with ("\"method\"", member);
}

static void
test_refuses_what_is_too_deep (void **state)
{
  static const guint depths[] = { 64, 65, 1000, 1000000 };
  g_autofree char *deepest = nest (63);
  SlDecision *decision = read_text (farm, deepest);
  g_autofree char *text = fixture_text (decision);
  SlDecision *copy = read_text (farm, text);

  fixture_finalize (decision);
  fixture_finalize (copy);
  for (guint i = 0; i < G_N_ELEMENTS (depths); i++) {
    g_autofree char *nested = nest (depths[i]);
    /* The bracket that is the 65th level, the document itself being the first. */
    int column = (int) (strstr (nested, "\"nest\"") - nested) + 9 + 63;
    g_autofree char *line =
        g_strdup_printf (NAME ":1:%d: expected objects and lists at most 64 deep", column);

    expect_refused (nested, SL_INPUT_ERROR_INVALID, line);
  }
}

/* Each line of an error names the file, and none is empty. */
static void
expect_lines (const GError *error)
{
  g_auto (GStrv) lines = NULL;

  assert_non_null (error);
  assert_true (error->domain == SL_INPUT_ERROR);
  lines = g_strsplit (error->message, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    if (!g_str_has_prefix (lines[i], NAME ":"))
      fail_msg ("«%s»", error->message);
  }
}

static void
expect_no_beginning (SlCatalogue *catalogue, const char *text)
{
  gsize length = (gsize) (strrchr (text, '}') - text);

  for (gsize i = 0; i <= length; i++) {
    g_autoptr (GError) error = NULL;

    assert_null (read_bytes (catalogue, text, i, &error));
    expect_lines (error);
  }
}

static void
test_refuses_every_beginning (void **state)
{
  g_autoptr (SlCatalogue) shipped = fixture_shipped ();
  SlDecision *decision = sl_decision_new (shipped);
  g_autofree char *text = fixture_text (decision);

  expect_no_beginning (farm, BARN);
  expect_no_beginning (shipped, text);
  fixture_finalize (decision);
}

/* Whatever a byte becomes: a fault, or a document that is whole. */
static void
test_survives_any_byte (void **state)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1789);
  gsize length = strlen (BARN);
  guint n_read = 0, n_refused = 0;

  for (guint i = 0; i < 2000; i++) {
    g_autofree char *text = g_strdup (BARN);
    g_autoptr (GError) error = NULL;
    SlDecision *decision;

    for (int j = g_rand_int_range (random, 1, 4); j > 0; j--)
      text[g_rand_int_range (random, 0, (gint32) length)] ^=
          (char) g_rand_int_range (random, 1, 256);
    decision = read_bytes (farm, text, length, &error);
    if (decision == NULL) {
      expect_lines (error);
      n_refused++;
    } else {
      g_autofree char *own = fixture_text (decision);
      SlDecision *copy = read_text (farm, own);
      g_autofree char *again = fixture_text (copy);

      assert_string_equal (own, again);
      fixture_finalize (decision);
      fixture_finalize (copy);
      n_read++;
    }
  }
  assert_true (n_read > 20);
  assert_true (n_refused > 1000);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_reads_everything),
    cmocka_unit_test (test_reads_golden_files),
    cmocka_unit_test (test_reads_golden_prose),
    cmocka_unit_test (test_reads_little),
    cmocka_unit_test (test_writes_everything),
    cmocka_unit_test (test_comes_back_as_it_was),
    cmocka_unit_test (test_title_comes_back),
    cmocka_unit_test (test_longest_texts_come_back),
    cmocka_unit_test (test_keeps_what_it_does_not_know),
    cmocka_unit_test (test_keeps_unknown_parts),
    cmocka_unit_test (test_keeps_one_member),
    cmocka_unit_test (test_refuses_another_format),
    cmocka_unit_test (test_refuses_wrong_members),
    cmocka_unit_test (test_refuses_wrong_prose),
    cmocka_unit_test (test_refuses_wrong_numbers),
    cmocka_unit_test (test_refuses_wrong_overrides),
    cmocka_unit_test (test_tells_every_fault),
    cmocka_unit_test (test_counts_more_faults),
    cmocka_unit_test (test_refuses_what_is_too_much),
    cmocka_unit_test (test_refuses_what_is_too_large),
    cmocka_unit_test (test_refuses_what_is_too_deep),
    cmocka_unit_test (test_refuses_every_beginning),
    cmocka_unit_test (test_survives_any_byte),
  };

  return cmocka_run_group_tests_name ("file", tests, setup, teardown);
}
