/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files as each program that added to the format wrote them:
 *
 *   1-0  requirements            1-3  shares that are locked
 *   1-1  what a team says        1-4  how robustness is to be found
 *   1-2  catalogues, snapshots   1-4-unknown  with members that nobody knows yet
 *   1-5  weights of participants
 *
 * Each is read as it was meant, and nothing of it is lost when it is saved. */

#include "fixture.h"

#include "catalogue/json-input.h"

#include <string.h>

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
  sl_catalogue_unref (farm);
  return 0;
}

static char *
read_text (const char *file)
{
  g_autofree char *path = g_build_filename (SL_GOLDEN_DIR, file, NULL);
  char *text = NULL;

  assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static SlDecision *
open_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  SlDecision *decision = sl_decision_new_for_bytes (farm, bytes, "golden", &error);

  if (decision == NULL)
    fail_msg ("%s", error->message);
  return decision;
}

static SlDecision *
open_golden (const char *file)
{
  g_autofree char *text = read_text (file);

  return open_text (text);
}

/* ---- nothing is lost ---- */

/* Of what is there, the program's version may be another, and what zlib makes of the files. */
static gboolean
may_change (const char *member)
{
  return g_str_equal (member, "program") || g_str_equal (member, "data");
}

static void assert_kept (JsonNode *before, JsonNode *after, const char *place);

static void
assert_object_kept (JsonObject *before, JsonObject *after, const char *place)
{
  g_autoptr (GList) members = json_object_get_members (before);

  for (GList *l = members; l != NULL; l = l->next) {
    g_autofree char *below = g_strconcat (place, ".", l->data, NULL);

    if (!json_object_has_member (after, l->data))
      fail_msg ("%s is lost", below);
    if (!may_change (l->data))
      assert_kept (json_object_get_member (before, l->data),
                   json_object_get_member (after, l->data), below);
  }
}

static void
assert_array_kept (JsonArray *before, JsonArray *after, const char *place)
{
  if (json_array_get_length (before) != json_array_get_length (after))
    fail_msg ("%s has another length", place);
  for (guint i = 0; i < json_array_get_length (before); i++) {
    g_autofree char *below = g_strdup_printf ("%s[%u]", place, i);

    assert_kept (json_array_get_element (before, i), json_array_get_element (after, i), below);
  }
}

static void
assert_kept (JsonNode *before, JsonNode *after, const char *place)
{
  if (JSON_NODE_HOLDS_OBJECT (before) && JSON_NODE_HOLDS_OBJECT (after))
    assert_object_kept (json_node_get_object (before), json_node_get_object (after), place);
  else if (JSON_NODE_HOLDS_ARRAY (before) && JSON_NODE_HOLDS_ARRAY (after))
    assert_array_kept (json_node_get_array (before), json_node_get_array (after), place);
  else if (!json_node_equal (before, after))
    fail_msg ("%s is another", place);
}

static char *
save (SlDecision *decision)
{
  g_autoptr (GBytes) bytes = sl_decision_state_to_bytes (sl_decision_get_state (decision));
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return g_strndup (text, length);
}

static void
check_survives (const char *file)
{
  g_autofree char *text = read_text (file);
  SlDecision *decision = open_text (text);
  g_autofree char *saved = save (decision);
  SlDecision *again = open_text (saved);
  g_autofree char *saved_again = save (again);
  g_autoptr (JsonNode) before = json_from_string (text, NULL);
  g_autoptr (JsonNode) after = json_from_string (saved, NULL);

  assert_kept (before, after, file);
  assert_string_equal (saved, saved_again);
  fixture_finalize (decision);
  fixture_finalize (again);
}

static void
test_survives (void **state)
{
  check_survives ("decision-1-2.shortlist");
  check_survives ("decision-1-3.shortlist");
  check_survives ("decision-1-4.shortlist");
  check_survives ("decision-1-4-unknown.shortlist");
  check_survives ("decision-1-5.shortlist");
}

/* Undo brings it back as well: what nobody knows is part of every state. */
static void
test_survives_edits (void **state)
{
  g_autofree char *text = read_text ("decision-1-4-unknown.shortlist");
  SlDecision *decision = open_text (text);
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  g_autoptr (JsonNode) before = json_from_string (text, NULL);
  g_autoptr (JsonNode) after = NULL;
  g_autofree char *saved = NULL;

  for (guint i = 0; i < 200; i++)
    fixture_random_edit (decision, random);
  while (sl_decision_get_can_undo (decision))
    sl_decision_undo (decision);
  saved = save (decision);
  after = json_from_string (saved, NULL);
  assert_kept (before, after, "after undo");
  fixture_finalize (decision);
}

/* ---- it means what it meant ---- */

static void
check_words (SlDecision *decision)
{
  const SlProse *prose = sl_decision_get_prose (decision);

  assert_string_equal (sl_decision_get_title (decision), "Barn");
  assert_string_equal (prose->context, "The old one leaks.\n\nThe new one must not.");
  assert_int_equal (prose->participants->len, 2);
  assert_string_equal (((const SlParticipant *) prose->participants->pdata[0])->name, "Ann");
  assert_string_equal (sl_prose_find_note (prose, "ant+hut"), "Seen in use.");
  assert_int_equal (prose->outcome.status, SL_STATUS_SUPERSEDED);
  assert_string_equal (prose->outcome.alternative, "ant+hut");
  assert_string_equal (prose->outcome.date, "2026-11-28");
  assert_string_equal (prose->outcome.superseded_by, "Barn of 2027");
}

/* The document is of a farm of its own, whose eel is grey, the first snapshot of one where no more
 * than sixty fit, and neither is the farm at hand. */
static void
check_catalogues (SlDecision *decision)
{
  SlCatalogue *own = sl_decision_get_catalogue (decision);
  const SlSnapshot *first = g_ptr_array_index (sl_decision_get_snapshots (decision), 0);
  const SlSnapshot *second = g_ptr_array_index (sl_decision_get_snapshots (decision), 1);
  SlCatalogue *old = first->requirements->catalogue;

  assert_int_equal (sl_decision_get_origin (decision), SL_ORIGIN_DOCUMENT);
  assert_string_equal (fixture_alternative (own, "eel")->name, "Grey Eel");
  assert_true (fixture_fact (own, "heads")->maximum > 60);
  assert_string_equal (fixture_alternative (old, "eel")->name, "Eel");
  assert_true (fixture_fact (old, "heads")->maximum < 61);
  assert_ptr_equal (second->requirements->catalogue, own);
  assert_non_null (sl_decision_get_declined (decision));
}

static void
check_requirements (SlDecision *decision)
{
  SlCatalogue *own = sl_decision_get_catalogue (decision);
  SlRequirements *requirements = sl_decision_get_requirements (decision);
  const SlSnapshot *first = g_ptr_array_index (sl_decision_get_snapshots (decision), 0);
  const SlSnapshot *second = g_ptr_array_index (sl_decision_get_snapshots (decision), 1);
  SlCatalogue *old = first->requirements->catalogue;

  assert_string_equal (first->name, "Before the storm");
  assert_string_equal (second->name, "After the storm");
  assert_string_equal (second->date, "2026-11-28");
  assert_string_equal (sl_decision_get_profile (decision)->id, "hard");
  assert_int_equal (requirements->method, SL_METHOD_TOPSIS);
  assert_int_equal (first->requirements->method, SL_METHOD_ADDITIVE);
  assert_near (requirements->facts[fixture_fact (own, "heads")->index], 77);
  assert_near (first->requirements->facts[fixture_fact (old, "heads")->index], 42);
  assert_near (requirements->pillar_importance[fixture_pillar (own, "speed")->index], 7);
  assert_near (requirements->criterion_minimum[fixture_criterion (own, "quick")->index], 12.5);
  assert_int_equal (requirements->overrides->len, 2);
  assert_int_equal (first->requirements->overrides->len, 1);
}

static void
test_snapshots_and_catalogues (void **state)
{
  static const char *const files[] = { "decision-1-2.shortlist", "decision-1-3.shortlist",
                                       "decision-1-4.shortlist", "decision-1-4-unknown.shortlist",
                                       "decision-1-5.shortlist" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    SlDecision *decision = open_golden (files[i]);

    check_words (decision);
    check_catalogues (decision);
    check_requirements (decision);
    fixture_finalize (decision);
  }
}

static double
get_lock (SlDecision *decision, const char *id)
{
  SlCatalogue *catalogue = sl_decision_get_catalogue (decision);
  SlRequirements *requirements = sl_decision_get_requirements (decision);
  const SlPillar *pillar = sl_catalogue_find_pillar (catalogue, id);

  return pillar != NULL ? requirements->pillar_lock[pillar->index]
                        : requirements->criterion_lock[fixture_criterion (catalogue, id)->index];
}

static void
test_locks (void **state)
{
  SlDecision *without = open_golden ("decision-1-2.shortlist");
  SlDecision *with = open_golden ("decision-1-3.shortlist");

  assert_true (isnan (get_lock (without, "speed")));
  assert_true (isnan (get_lock (without, "safe")));
  assert_near (get_lock (with, "speed"), 0.375);
  assert_near (get_lock (with, "safe"), 0.25);
  fixture_finalize (without);
  fixture_finalize (with);
}

static void
test_robustness (void **state)
{
  const SlRobustnessSettings usual = SL_ROBUSTNESS_SETTINGS_DEFAULT;
  SlDecision *without = open_golden ("decision-1-3.shortlist");
  SlDecision *with = open_golden ("decision-1-4.shortlist");
  const SlRobustnessSettings *settings = &sl_decision_get_requirements (without)->robustness;

  assert_int_equal (settings->space, usual.space);
  assert_near (settings->confidence, usual.confidence);
  assert_int_equal (settings->samples, usual.samples);
  assert_true (settings->seed == usual.seed);

  settings = &sl_decision_get_requirements (with)->robustness;
  assert_int_equal (settings->space, SL_WEIGHT_SPACE_ORDINAL);
  assert_near (settings->confidence, 50);
  assert_int_equal (settings->samples, 2000);
  assert_true (settings->seed == 7);
  fixture_finalize (without);
  fixture_finalize (with);
}

static void
test_weights_of_participants (void **state)
{
  SlDecision *without = open_golden ("decision-1-4.shortlist");
  SlDecision *with = open_golden ("decision-1-5.shortlist");
  SlCatalogue *own = sl_decision_get_catalogue (with);
  const GPtrArray *participants = sl_decision_get_prose (with)->participants;
  const SlParticipant *ann = g_ptr_array_index (participants, 0);
  const SlParticipant *other = g_ptr_array_index (participants, 1);
  SlImportance *importance = ann->importance;

  assert_ptr_equal (importance->catalogue, own);
  assert_near (importance->pillar[fixture_pillar (own, "care")->index], 8.5);
  assert_near (importance->criterion[fixture_criterion (own, "wide")->index], 0);
  assert_near (importance->criterion[fixture_criterion (own, "tidy")->index], 2.25);
  assert_string_equal (ann->date, "2026-11-27");
  assert_null (other->importance);
  assert_null (other->date);
  ann = g_ptr_array_index (sl_decision_get_prose (without)->participants, 0);
  assert_null (ann->importance);
  fixture_finalize (without);
  fixture_finalize (with);
}

/* ---- a format of the future ---- */

static void
test_refuses_the_next_format (void **state)
{
  g_autofree char *text = read_text ("decision-1-4.shortlist");
  g_autoptr (GString) next = g_string_new (text);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  assert_int_equal (g_string_replace (next, "\"decision-1\"", "\"decision-2\"", 1), 1);
  bytes = g_bytes_new (next->str, next->len);
  assert_null (sl_decision_new_for_bytes (farm, bytes, "barn.shortlist", &error));
  assert_true (g_error_matches (error, SL_INPUT_ERROR, SL_INPUT_ERROR_FORMAT));
  assert_string_equal (
      error->message,
      "barn.shortlist: format: written by a newer version of the program (decision-2)");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_survives),
    cmocka_unit_test (test_survives_edits),
    cmocka_unit_test (test_snapshots_and_catalogues),
    cmocka_unit_test (test_locks),
    cmocka_unit_test (test_robustness),
    cmocka_unit_test (test_weights_of_participants),
    cmocka_unit_test (test_refuses_the_next_format),
  };

  return cmocka_run_group_tests_name ("golden", tests, setup, teardown);
}
