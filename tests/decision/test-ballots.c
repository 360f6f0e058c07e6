/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Weights of participants: in the document, as a file of their own, and from one catalogue to
 * another. */

#include "fixture.h"

#include "catalogue/json-input.h"
#include "decision/ballot.h"

#include <string.h>

#define NAME "ann.ballot"
#define BALLOT                                                                                     \
  "{\"format\": \"ballot-1\", \"program\": \"0.0.9\", \"decision\": \"Barn\", \"name\": \"Ann\","  \
  " \"date\": \"2026-11-02\", \"later\": [1],"                                                     \
  " \"importance\": {\"speed\": 7, \"care\": 2.5, \"quick\": 1, \"calm\": 3, \"safe\": 4}}"

static SlCatalogue *farm;
static SlCatalogue *ranch;

/* The farm with Tidy under another id. */
static SlCatalogue *
make_ranch (void)
{
  g_autofree char *criteria = fixture_farm_file ("criteria.json");
  g_autofree char *technologies = fixture_farm_file ("technologies.json");
  g_autofree char *profiles = fixture_farm_file ("profiles.json");
  g_autoptr (GString) new_criteria = g_string_new (criteria);
  g_autoptr (GString) new_technologies = g_string_new (technologies);
  g_autoptr (GString) new_profiles = g_string_new (profiles);

  g_string_replace (new_criteria, "\"tidy\"", "\"neat\"", 0);
  g_string_replace (new_technologies, "\"tidy\"", "\"neat\"", 0);
  g_string_replace (new_profiles, "\"tidy\"", "\"neat\"", 0);

  return fixture_farm_with ("criteria.json", new_criteria->str, "technologies.json",
                            new_technologies->str, "profiles.json", new_profiles->str, NULL);
}

static int
setup (void **state)
{
  farm = fixture_farm ();
  ranch = make_ranch ();
  return 0;
}

static int
teardown (void **state)
{
  g_clear_pointer (&farm, sl_catalogue_unref);
  g_clear_pointer (&ranch, sl_catalogue_unref);
  return 0;
}

static SlBallot *
read_bytes (SlCatalogue *catalogue, const char *text, gsize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  return sl_ballot_new_for_bytes (catalogue, NULL, bytes, NAME, error);
}

static SlBallot *
read_text (SlCatalogue *catalogue, const char *text)
{
  g_autoptr (GError) error = NULL;
  SlBallot *ballot = read_bytes (catalogue, text, strlen (text), &error);

  if (ballot == NULL)
    fail_msg ("%s", error->message);
  return ballot;
}

static char *
to_text (const SlBallot *ballot)
{
  g_autoptr (GBytes) bytes = sl_ballot_to_bytes (ballot);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

static char *
replace (const char *text, const char *old, const char *new)
{
  g_autoptr (GString) replaced = g_string_new (text);

  assert_int_equal (g_string_replace (replaced, old, new, 0), 1);
  return g_string_free (g_steal_pointer (&replaced), FALSE);
}

static void
expect_importance (SlImportance *importance, const char *id, double expected)
{
  const SlPillar *pillar = sl_catalogue_find_pillar (importance->catalogue, id);

  if (pillar != NULL)
    assert_near (importance->pillar[pillar->index], expected);
  else
    assert_near (importance->criterion[fixture_criterion (importance->catalogue, id)->index],
                 expected);
}

/* ---- a file ---- */

static void
test_reads_a_ballot (void **state)
{
  g_autoptr (SlBallot) ballot = read_text (farm, BALLOT);

  assert_string_equal (ballot->decision, "Barn");
  assert_string_equal (ballot->name, "Ann");
  assert_string_equal (ballot->date, "2026-11-02");
  assert_null (ballot->version);
  assert_int_equal (ballot->dropped->len, 0);
  assert_null (sl_ballot_describe_move (ballot));
  expect_importance (ballot->importance, "speed", 7);
  expect_importance (ballot->importance, "care", 2.5);
  expect_importance (ballot->importance, "quick", 1);
  expect_importance (ballot->importance, "calm", 3);
  /* As the profile has them, which it does not say. */
  expect_importance (ballot->importance, "wide", 3);
  expect_importance (ballot->importance, "tidy", 2);
  assert_int_equal (ballot->n_added, 2);
}

/* What is written reads as the same, whatever is in the name. */
static void
test_comes_back (void **state)
{
  static const char *const names[] = { "Ann", "Éve «E.» \"Quote\\\"", "名前 <b>&amp;", "ﻡﺮﺤﺑﺍ" };
  SlDecision *decision = sl_decision_new (farm);

  sl_decision_set_title (decision, "Plan «B»");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (SlBallot) ballot = NULL;
    g_autoptr (SlBallot) again = NULL;
    g_autofree char *text = NULL;
    g_autofree char *text_again = NULL;

    assert_true (sl_decision_add_participant (decision, names[i]));
    sl_decision_set_participant_pillar_importance (decision, i, fixture_pillar (farm, "care"),
                                                   1.0 / 3 * (i + 1));
    ballot = sl_ballot_new_for_participant (decision, i);
    text = to_text (ballot);
    again = read_text (farm, text);
    text_again = to_text (again);
    assert_string_equal (text, text_again);
    assert_string_equal (again->name, names[i]);
    assert_string_equal (again->decision, "Plan «B»");
    assert_true (sl_importance_equal (ballot->importance, again->importance));
    assert_int_equal (again->n_added, 0);
    assert_non_null (strstr (text, "\"ballot-1\""));
  }
  fixture_finalize (decision);
}

static void
expect_refused (const char *text, SlInputError code, const char *message)
{
  g_autoptr (GError) error = NULL;

  assert_null (read_bytes (farm, text, strlen (text), &error));
  assert_true (g_error_matches (error, SL_INPUT_ERROR, (int) code));
  assert_string_equal (error->message, message);
}

static void
test_refuses_what_is_wrong (void **state)
{
  static const struct {
    const char *old;
    const char *new;
    const char *lines;
  } cases[] = {
    { "\"name\": \"Ann\",", "", NAME ": name: expected a text, found nothing" },
    { "\"Ann\"", "\" \\t \"", NAME ": name: expected a text that is not empty" },
    { "\"Ann\"", "7", NAME ": name: expected a text, found 7" },
    { "\"Barn\"", "{}", NAME ": decision: expected a text, found an object" },
    { "2026-11-02", "2026-11-31", NAME ": date: expected a day such as “2026-11-28”" },
    { "\"speed\": 7", "\"speed\": 10.1",
      NAME ": importance.speed: expected a number from 0 to 10, found 10.1" },
    { "\"speed\": 7", "\"pace\": 7",
      NAME ": importance.pace: expected a pillar or criterion of the catalogue" },
    { "\"quick\": 1, \"calm\": 3", "\"quick\": null, \"calm\": -1",
      NAME ": importance.quick: expected a number from 0 to 10, found null\n" NAME
           ": importance.calm: expected a number from 0 to 10, found -1" },
    { "\"importance\"", "\"importances\"", NAME ": importance: expected an object, found nothing" },
    { "\"program\"", "\"catalogue\": {\"id\": \"farm\"}, \"program\"",
      NAME ": catalogue.version: expected a text, found nothing\n" NAME
           ": catalogue.sha256: expected a text, found nothing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = replace (BALLOT, cases[i].old, cases[i].new);

    expect_refused (text, SL_INPUT_ERROR_INVALID, cases[i].lines);
  }
}

static void
test_refuses_another_format (void **state)
{
  g_autofree char *newer = replace (BALLOT, "ballot-1", "ballot-2");
  g_autofree char *other = replace (BALLOT, "ballot-1", "decision-1");
  g_autofree char *many = g_strnfill (SL_BALLOT_MAX_BYTES, ' ');
  g_autofree char *large = g_strconcat (BALLOT, many, NULL);

  expect_refused (newer, SL_INPUT_ERROR_FORMAT,
                  NAME ": format: written by a newer version of the program (ballot-2)");
  expect_refused (other, SL_INPUT_ERROR_FORMAT,
                  NAME ": format: expected “ballot-1”, so this is not a ballot");
  expect_refused ("{}", SL_INPUT_ERROR_FORMAT,
                  NAME ": format: expected “ballot-1”, so this is not a ballot");
  expect_refused (large, SL_INPUT_ERROR_INVALID,
                  NAME ": expected a ballot of at most 1048576 bytes");
}

/* No beginning of one is one, and no byte of it makes it fall. */
static void
test_survives_anything (void **state)
{
  static const char bytes[] = { '"', '{', ']', '\\', '\0', '9', (char) 0xff };
  g_autofree char *text = g_strdup (BALLOT);
  gsize length = strlen (text);

  for (gsize i = 0; i < length; i++) {
    g_autoptr (GError) error = NULL;

    assert_null (read_bytes (farm, text, i, &error));
    assert_non_null (error);
  }
  for (gsize i = 0; i < length; i++) {
    for (guint j = 0; j < G_N_ELEMENTS (bytes); j++) {
      g_autoptr (GError) error = NULL;
      g_autoptr (SlBallot) ballot = NULL;
      char kept = text[i];

      text[i] = bytes[j];
      ballot = read_bytes (farm, text, length, &error);
      assert_true ((ballot != NULL) == (error == NULL));
      text[i] = kept;
    }
  }
}

static void
test_tells_ballots (void **state)
{
  static const struct {
    const char *text;
    gboolean is_one;
  } cases[] = {
    { BALLOT, TRUE },
    { "{\"format\": \"ballot-7\"}", TRUE },
    { "{\"format\": \"decision-1\"}", FALSE },
    { "{\"format\": 3}", FALSE },
    { "[]", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new (cases[i].text, strlen (cases[i].text));

    assert_int_equal (sl_ballot_is_in (bytes), cases[i].is_one);
  }
}

static void
test_suggests_a_file (void **state)
{
  static const char *const cases[][2] = {
    { "Ana Silva", "Ana Silva.ballot" }, { "../../etc/passwd", "-.-..-etc-passwd.ballot" },
    { ".hidden", "-hidden.ballot" },     { "a:b\\c|d\ne", "a-b-c-d-e.ballot" },
    { "名前", "名前.ballot" },
  };
  g_autoptr (SlImportance) importance = sl_importance_new_for_profile (farm, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlBallot) ballot = sl_ballot_new ("", cases[i][0], importance, NULL);
    g_autofree char *name = sl_ballot_suggest_file_name (ballot);

    assert_string_equal (name, cases[i][1]);
  }
}

/* ---- another catalogue ---- */

static void
test_moves_a_ballot (void **state)
{
  g_autoptr (SlBallot) ballot = read_text (farm, BALLOT);
  g_autofree char *text = to_text (ballot);
  g_autoptr (SlBallot) moved = read_text (ranch, text);
  g_autofree char *sentence = sl_ballot_describe_move (moved);
  SlDecision *decision = sl_decision_new (ranch);
  const SlParticipant *ann;

  assert_string_equal (sentence, "The ballot of Ann was made with version 3 of the catalogue. 1 of "
                                 "its criteria is not in this one: tidy.");
  assert_int_equal (moved->dropped->len, 1);
  assert_int_equal (moved->n_added, 1);
  expect_importance (moved->importance, "speed", 7);
  expect_importance (moved->importance, "calm", 3);
  expect_importance (moved->importance, "neat", 2);

  /* What was read for another catalogue is moved when it is taken. */
  assert_true (sl_decision_take_ballot (decision, ballot));
  ann = g_ptr_array_index (sl_decision_get_prose (decision)->participants, 0);
  assert_ptr_equal (ann->importance->catalogue, ranch);
  assert_true (sl_importance_equal (ann->importance, moved->importance));
  fixture_finalize (decision);
}

/* The weights of all go along with the catalogue, and back. */
static void
test_moves_participants (void **state)
{
  SlDecision *decision = sl_decision_new (farm);
  g_autoptr (SlBallot) ballot = read_text (farm, BALLOT);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const SlParticipant *ann;

  assert_true (sl_decision_take_ballot (decision, ballot));
  assert_true (sl_decision_add_participant (decision, "Bo"));
  sl_decision_set_participant_criterion_importance (decision, 0, fixture_criterion (farm, "tidy"),
                                                    9);
  sl_decision_add_snapshot (decision, "On the farm");
  before = fixture_text (decision);

  sl_decision_adopt_catalogue (decision, ranch);
  ann = g_ptr_array_index (sl_decision_get_prose (decision)->participants, 0);
  assert_ptr_equal (ann->importance->catalogue, ranch);
  expect_importance (ann->importance, "speed", 7);
  expect_importance (ann->importance, "neat", 2);
  assert_null (((const SlParticipant *) sl_decision_get_prose (decision)->participants->pdata[1])
                   ->importance);

  sl_decision_undo (decision);
  after = fixture_text (decision);
  assert_string_equal (before, after);

  sl_decision_redo (decision);
  sl_decision_restore_snapshot (decision, 0);
  ann = g_ptr_array_index (sl_decision_get_prose (decision)->participants, 0);
  assert_ptr_equal (ann->importance->catalogue, farm);
  expect_importance (ann->importance, "speed", 7);
  expect_importance (ann->importance, "tidy", 2);
  fixture_finalize (decision);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_reads_a_ballot),        cmocka_unit_test (test_comes_back),
    cmocka_unit_test (test_refuses_what_is_wrong), cmocka_unit_test (test_refuses_another_format),
    cmocka_unit_test (test_survives_anything),     cmocka_unit_test (test_tells_ballots),
    cmocka_unit_test (test_suggests_a_file),       cmocka_unit_test (test_moves_a_ballot),
    cmocka_unit_test (test_moves_participants),
  };

  return cmocka_run_group_tests_name ("ballots", tests, setup, teardown);
}
