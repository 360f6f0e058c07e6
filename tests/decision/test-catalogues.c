/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document carries the catalogues that it was made with, and may go on with another one. */

#include "fixture.h"

#include "catalogue/json-input.h"

#include <string.h>

#define NAME "barn.shortlist"

static SlCatalogue *farm;
static SlCatalogue *ranch; /* the farm, some time later */

static char *
swap (const char *text, const char *old, const char *new)
{
  g_auto (GStrv) parts = g_strsplit (text, old, -1);

  if (parts[0] == NULL || parts[1] == NULL)
    fail_msg ("«%s» must stand there", old);
  return g_strjoinv (new, parts);
}

/* There the season may be icy but not winter, at most 60 heads are allowed, there is
 * a profile for a pair and none for a twin. */
static SlCatalogue *
load_ranch (void)
{
  g_autofree char *facts = fixture_farm_file ("facts.json");
  g_autofree char *facts_1 = swap (facts, "\"id\": \"winter\"", "\"id\": \"icy\"");
  g_autofree char *facts_2 = swap (facts_1, "\"maximum\": 100", "\"maximum\": 60");
  g_autofree char *profiles = fixture_farm_file ("profiles.json");
  g_autofree char *profiles_1 = swap (profiles, "\"winter\"", "\"icy\"");
  g_autofree char *profiles_2 = swap (profiles_1, "\"heads\": 99", "\"heads\": 9");
  g_autofree char *profiles_3 = swap (profiles_2, "\"id\": \"twin\"", "\"id\": \"pair\"");
  g_autofree char *rules = fixture_farm_file ("rules.json");
  g_autofree char *rules_1 = g_strdup (rules);

  if (strstr (rules, "\"winter\"") != NULL) {
    g_free (rules_1);
    rules_1 = swap (rules, "\"winter\"", "\"icy\"");
  }
  return fixture_farm_with ("facts.json", facts_2, "profiles.json", profiles_3, "rules.json",
                            rules_1, NULL);
}

static int
setup (void **state)
{
  farm = fixture_farm ();
  ranch = load_ranch ();
  return 0;
}

static int
teardown (void **state)
{
  g_clear_pointer (&farm, sl_catalogue_unref);
  g_clear_pointer (&ranch, sl_catalogue_unref);
  return 0;
}

static char *
to_file (SlDecision *decision)
{
  g_autoptr (GBytes) bytes = sl_decision_state_to_bytes (sl_decision_get_state (decision));
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

static SlDecision *
read_with (SlCatalogue *catalogue, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  SlDecision *decision = sl_decision_new_for_bytes (catalogue, bytes, NAME, &error);

  if (decision == NULL)
    fail_msg ("%s", error->message);
  return decision;
}

static void
expect_refused (const char *text, const char *line)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  assert_null (sl_decision_new_for_bytes (ranch, bytes, NAME, &error));
  assert_true (g_error_matches (error, SL_INPUT_ERROR, SL_INPUT_ERROR_INVALID));
  assert_string_equal (error->message, line);
}

static void
expect_catalogue (SlCatalogue *catalogue, SlCatalogue *expected)
{
  assert_string_equal (sl_catalogue_get_sha256 (catalogue), sl_catalogue_get_sha256 (expected));
  assert_string_equal (sl_catalogue_get_id (catalogue), sl_catalogue_get_id (expected));
  assert_string_equal (sl_catalogue_get_version (catalogue), sl_catalogue_get_version (expected));
  assert_int_equal (sl_catalogue_get_pairings (catalogue)->len,
                    sl_catalogue_get_pairings (expected)->len);
}

/* ---- in the document ---- */

static void
test_carries_its_catalogue (void **state)
{
  SlDecision *decision = sl_decision_new (farm);
  g_autofree char *file = NULL;
  g_autofree char *text = NULL;
  g_autofree char *text_after = NULL;
  g_autofree char *file_after = NULL;
  SlDecision *same, *elsewhere;

  fixture_set_fact (decision, "season", 2);
  sl_decision_apply_profile (decision, fixture_profile (farm, "twin"));
  fixture_override (decision, "ant", "calm", 12);
  text = fixture_text (decision);
  file = to_file (decision);
  assert_true (g_str_has_prefix (file, "{"));

  same = read_with (farm, file);
  assert_ptr_equal (sl_decision_get_catalogue (same), farm);
  assert_int_equal (sl_decision_get_origin (same), SL_ORIGIN_GIVEN);
  elsewhere = read_with (ranch, file);
  assert_int_equal (sl_decision_get_origin (elsewhere), SL_ORIGIN_DOCUMENT);
  expect_catalogue (sl_decision_get_catalogue (elsewhere), farm);
  text_after = fixture_text (elsewhere);
  assert_string_equal (text, text_after);
  file_after = to_file (elsewhere);
  assert_string_equal (file, file_after);
  fixture_finalize (decision);
  fixture_finalize (same);
  fixture_finalize (elsewhere);
}

static void
test_carries_an_extended_one (void **state)
{
  g_autoptr (SlCatalogue) shipped = fixture_shipped ();
  g_autoptr (SlCatalogue) extended = fixture_extended (
      "companions.json",
      "{\"format\": \"companions-1\", \"catalogue\": \"ours\", \"version\": \"1\","
      " \"extends\": \"shortlist\", \"companions\": [{\"id\": \"our-broker\", \"name\": \"Ours\","
      " \"kind\": \"broker\", \"summary\": \"Our own.\"}]}",
      NULL);
  SlDecision *decision = sl_decision_new (extended);
  g_autofree char *file = to_file (decision);
  SlDecision *copy = read_with (shipped, file);

  assert_int_equal (sl_decision_get_origin (copy), SL_ORIGIN_DOCUMENT);
  expect_catalogue (sl_decision_get_catalogue (copy), extended);
  assert_int_equal (sl_catalogue_get_companions (sl_decision_get_catalogue (copy))->len,
                    sl_catalogue_get_companions (shipped)->len + 1);
  /* What a file of the user's costs. */
  assert_true (strlen (file) < 400 * 1024);
  fixture_finalize (decision);
  fixture_finalize (copy);
}

/* Then it is read with what there is, which can be seen. */
static void
test_does_without (void **state)
{
  SlDecision *decision = sl_decision_new (farm);
  g_autofree char *text = fixture_text (decision);
  SlDecision *copy = read_with (ranch, text);

  assert_int_equal (sl_decision_get_origin (copy), SL_ORIGIN_OTHER);
  assert_ptr_equal (sl_decision_get_catalogue (copy), ranch);
  fixture_finalize (decision);
  fixture_finalize (copy);
}

/* ---- damaged ---- */

static char *
get_member (const char *file, const char *member, gsize *length)
{
  const char *start = strstr (strstr (file, "\"catalogues\""), member) + strlen (member);

  *length = strcspn (start, "\"");
  return g_strndup (start, *length);
}

static void
test_refuses_damage (void **state)
{
#define DAMAGED NAME ": catalogues[0].data: expected the files of a catalogue; they are damaged"
  SlDecision *decision = sl_decision_new (farm);
  g_autofree char *file = to_file (decision);
  gsize length;
  g_autofree char *data = get_member (file, "\"data\" : \"", &length);
  g_autofree char *half = g_strndup (data, length / 2);
  g_autofree char *cut = swap (file, data, half);
  g_autofree char *empty = swap (file, data, "");
  g_autofree char *odd = swap (file, data, "%%% &&&");
  g_autofree char *more = g_strconcat (data, data, NULL);
  g_autofree char *doubled = swap (file, data, more);
  g_autofree char *small = swap (file, "\"size\" : ", "\"size\" : 1");
  g_autofree char *large = swap (file, "\"size\" : ", "\"size\" : 99999999");
  g_autofree char *none = swap (file, "\"files\" : [", "\"files\" : [], \"old\" : [");
  g_autofree char *wrong = swap (file, "\"catalogues\" : [", "\"catalogues\" : 3, \"x\" : [");
  g_autofree char *turned = g_strdup (file);
  char *middle = strstr (turned, data) + length / 2;

  *middle = *middle == 'A' ? 'B' : 'A';
  expect_refused (cut, DAMAGED);
  expect_refused (empty, DAMAGED);
  expect_refused (odd, DAMAGED);
  expect_refused (doubled, DAMAGED);
  expect_refused (small, DAMAGED);
  expect_refused (turned, DAMAGED);
  expect_refused (none, NAME ": catalogues[0].files: expected from 1 to 100 entries");
  expect_refused (wrong, NAME ": catalogues: expected a list, found 3");
  {
    g_autoptr (GBytes) bytes = g_bytes_new (large, strlen (large));
    g_autoptr (GError) error = NULL;

    assert_null (sl_decision_new_for_bytes (ranch, bytes, NAME, &error));
    assert_null (strchr (error->message, '\n'));
    assert_non_null (strstr (error->message, "catalogues[0].files[0].size: expected a number"));
  }
  fixture_finalize (decision);
}

/* What says that it is small and is large once it is unpacked stays small. */
static void
test_refuses_a_bomb (void **state)
{
  g_autoptr (GConverter) compressor =
      G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9));
  g_autofree char *zeros = g_malloc0 (64 * 1024 * 1024);
  g_autoptr (GBytes) bytes = g_bytes_new_static (zeros, 64 * 1024 * 1024);
  g_autoptr (GBytes) deflated = g_converter_convert_bytes (compressor, bytes, NULL);
  g_autofree char *bomb =
      g_base64_encode (g_bytes_get_data (deflated, NULL), g_bytes_get_size (deflated));
  SlDecision *decision = sl_decision_new (farm);
  g_autofree char *file = to_file (decision);
  gsize length;
  g_autofree char *data = get_member (file, "\"data\" : \"", &length);
  g_autofree char *text = swap (file, data, bomb);

  expect_refused (text, DAMAGED);
  fixture_finalize (decision);
}

/* Nobody asks for what is not used, so it does not matter. */
static void
test_leaves_the_unused_alone (void **state)
{
  SlDecision *decision = sl_decision_new (farm);
  g_autofree char *file = to_file (decision);
  gsize length;
  g_autofree char *data = get_member (file, "\"data\" : \"", &length);
  g_autofree char *text = swap (file, data, "");
  SlDecision *copy = read_with (farm, text);

  assert_int_equal (sl_decision_get_origin (copy), SL_ORIGIN_GIVEN);
  fixture_finalize (decision);
  fixture_finalize (copy);
}

/* ---- going on with another ---- */

static void
test_adopts (void **state)
{
  SlDecision *decision = sl_decision_new (farm);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  SlRequirements *requirements;

  sl_decision_apply_profile (decision, fixture_profile (farm, "hard"));
  fixture_set_importance (decision, "speed", 1.5);
  fixture_set_importance (decision, "calm", 9);
  fixture_set_minimum (decision, "safe", 12);
  fixture_set_minimum (decision, "calm", NAN);
  fixture_set_fact (decision, "rain", 0);
  fixture_override (decision, "ant", "calm", 12);
  sl_decision_set_method (decision, SL_METHOD_VIKOR);
  before = fixture_text (decision);

  sl_decision_adopt_catalogue (decision, ranch);
  assert_ptr_equal (sl_decision_get_catalogue (decision), ranch);
  assert_string_equal (sl_decision_get_undo_label (decision), "Catalogue");
  assert_ptr_equal (sl_decision_get_profile (decision), fixture_profile (ranch, "hard"));
  requirements = sl_decision_get_requirements (decision);
  assert_int_equal (requirements->method, SL_METHOD_VIKOR);
  assert_near (requirements->pillar_importance[0], 1.5);
  assert_near (requirements->criterion_importance[fixture_criterion (ranch, "calm")->index], 9);
  assert_near (requirements->criterion_minimum[fixture_criterion (ranch, "safe")->index], 12);
  assert_true (isnan (requirements->criterion_minimum[fixture_criterion (ranch, "calm")->index]));
  assert_near (requirements->pillar_minimum[0], 20);
  assert_near (requirements->facts[fixture_fact (ranch, "rain")->index], 0);
  /* At most as many as are allowed there; what there is no word for, as the profile has it. */
  assert_near (requirements->facts[fixture_fact (ranch, "heads")->index], 60);
  assert_near (requirements->facts[fixture_fact (ranch, "season")->index], 2);
  assert_near (sl_requirements_find_override (requirements, fixture_alternative (ranch, "ant"),
                                              fixture_criterion (ranch, "calm"))
                   ->mode,
               12);
  after = fixture_text (decision);

  sl_decision_undo (decision);
  assert_ptr_equal (sl_decision_get_catalogue (decision), farm);
  undone = fixture_text (decision);
  assert_string_equal (undone, before);
  sl_decision_redo (decision);
  g_free (undone);
  undone = fixture_text (decision);
  assert_string_equal (undone, after);
  fixture_finalize (decision);
}

static void
test_adopts_without_the_profile (void **state)
{
  SlDecision *decision = sl_decision_new (farm);

  sl_decision_apply_profile (decision, fixture_profile (farm, "twin"));
  sl_decision_adopt_catalogue (decision, ranch);
  assert_null (sl_decision_get_profile (decision));
  fixture_finalize (decision);
}

static void
test_declines (void **state)
{
  SlDecision *decision = sl_decision_new (farm);
  g_autofree char *file = NULL;
  SlDecision *copy;

  assert_null (sl_decision_get_declined (decision));
  sl_decision_decline_catalogue (decision, ranch);
  file = to_file (decision);
  copy = read_with (ranch, file);
  assert_string_equal (sl_decision_get_declined (copy), sl_catalogue_get_sha256 (ranch));
  expect_catalogue (sl_decision_get_catalogue (copy), farm);
  sl_decision_undo (decision);
  assert_null (sl_decision_get_declined (decision));
  fixture_finalize (decision);
  fixture_finalize (copy);
}

/* ---- snapshots ---- */

static const SlSnapshot *
get_snapshot (SlDecision *decision, guint index)
{
  assert_true (index < sl_decision_get_snapshots (decision)->len);
  return g_ptr_array_index (sl_decision_get_snapshots (decision), index);
}

static void
test_snapshots (void **state)
{
  SlDecision *decision = sl_decision_new (farm);
  g_autoptr (SlRequirements) then = NULL;

  fixture_set_importance (decision, "speed", 1);
  then = sl_requirements_ref (sl_decision_get_requirements (decision));
  sl_decision_add_snapshot (decision, "After the review");
  assert_string_equal (sl_decision_get_undo_label (decision), "Snapshot “After the review”");
  fixture_set_importance (decision, "speed", 9);
  sl_decision_add_snapshot (decision, "Later");
  assert_string_equal (get_snapshot (decision, 0)->name, "After the review");
  assert_int_equal (strlen (get_snapshot (decision, 0)->date), 10);
  assert_true (sl_requirements_equal (get_snapshot (decision, 0)->requirements, then));

  sl_decision_restore_snapshot (decision, 0);
  assert_string_equal (sl_decision_get_undo_label (decision), "After the review");
  assert_true (sl_requirements_equal (sl_decision_get_requirements (decision), then));
  assert_int_equal (sl_decision_get_snapshots (decision)->len, 2);
  sl_decision_rename_snapshot (decision, 1, "Much later");
  assert_string_equal (get_snapshot (decision, 1)->name, "Much later");
  sl_decision_remove_snapshot (decision, 0);
  assert_int_equal (sl_decision_get_snapshots (decision)->len, 1);
  for (guint i = 0; i < 3; i++)
    sl_decision_undo (decision);
  assert_string_equal (get_snapshot (decision, 1)->name, "Later");
  fixture_finalize (decision);
}

/* Each with the catalogue of its time, wherever it is opened. */
static void
test_snapshots_keep_their_catalogue (void **state)
{
  SlDecision *decision = sl_decision_new (farm);
  g_autofree char *file = NULL;
  g_autofree char *again = NULL;
  SlDecision *copy;

  fixture_set_fact (decision, "heads", 90);
  sl_decision_add_snapshot (decision, "On the farm");
  sl_decision_adopt_catalogue (decision, ranch);
  sl_decision_add_snapshot (decision, "On the ranch");
  file = to_file (decision);

  copy = read_with (ranch, file);
  assert_ptr_equal (sl_decision_get_catalogue (copy), ranch);
  expect_catalogue (get_snapshot (copy, 0)->requirements->catalogue, farm);
  assert_ptr_equal (get_snapshot (copy, 1)->requirements->catalogue, ranch);
  again = to_file (copy);
  assert_string_equal (file, again);
  sl_decision_restore_snapshot (copy, 0);
  expect_catalogue (sl_decision_get_catalogue (copy), farm);
  assert_near (sl_decision_get_requirements (copy)->facts[fixture_fact (farm, "heads")->index], 90);
  sl_decision_undo (copy);
  assert_ptr_equal (sl_decision_get_catalogue (copy), ranch);
  fixture_finalize (decision);
  fixture_finalize (copy);
}

static void
test_refuses_wrong_snapshots (void **state)
{
  static const struct {
    const char *snapshots;
    const char *line;
  } cases[] = {
    { "3", ": snapshots: expected a list, found 3" },
    { "[3]", ": snapshots[0]: expected an object, found 3" },
    { "[{\"name\": \"x\", \"date\": \"today\"}]",
      ": snapshots[0].date: expected a day such as “2026-11-28”" },
    { "[{\"date\": \"2026-01-01\"}]", ": snapshots[0].name: expected a text, found nothing" },
    { "[{\"name\": \"x\", \"date\": \"2026-01-01\", \"facts\": {\"snow\": true}}]",
      ": snapshots[0].facts.snow: expected a fact of the catalogue" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = g_strdup_printf (
        "{\"format\": \"decision-1\", \"title\": \"\", \"snapshots\": %s}", cases[i].snapshots);
    g_autofree char *line = g_strconcat (NAME, cases[i].line, NULL);

    expect_refused (text, line);
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_carries_its_catalogue),
    cmocka_unit_test (test_carries_an_extended_one),
    cmocka_unit_test (test_does_without),
    cmocka_unit_test (test_refuses_damage),
    cmocka_unit_test (test_refuses_a_bomb),
    cmocka_unit_test (test_leaves_the_unused_alone),
    cmocka_unit_test (test_adopts),
    cmocka_unit_test (test_adopts_without_the_profile),
    cmocka_unit_test (test_declines),
    cmocka_unit_test (test_snapshots),
    cmocka_unit_test (test_snapshots_keep_their_catalogue),
    cmocka_unit_test (test_refuses_wrong_snapshots),
  };

  return cmocka_run_group_tests_name ("catalogues", tests, setup, teardown);
}
