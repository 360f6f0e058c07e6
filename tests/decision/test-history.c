/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo and redo: what is one step, and that any number of steps leads back to the same bytes. */

#include "fixture.h"

#include <string.h>

#define MAX_STEPS 10000 /* older ones are forgotten */

typedef struct {
  SlCatalogue *catalogue;
  SlDecision *decision;
  guint n_history; /* notifications since they were last looked at */
  guint n_modified;
  guint n_requirements;
} History;

static void
history_cb (History *self)
{
  self->n_history++;
}

static void
modified_cb (History *self)
{
  self->n_modified++;
}

static void
requirements_cb (History *self)
{
  self->n_requirements++;
}

static int
setup (void **state)
{
  History *self = g_new0 (History, 1);

  self->catalogue = fixture_farm ();
  self->decision = sl_decision_new (self->catalogue);
  g_signal_connect_swapped (self->decision, "notify::can-undo", G_CALLBACK (history_cb), self);
  g_signal_connect_swapped (self->decision, "notify::modified", G_CALLBACK (modified_cb), self);
  g_signal_connect_swapped (self->decision, "notify::requirements", G_CALLBACK (requirements_cb),
                            self);
  *state = self;
  return 0;
}

static int
teardown (void **state)
{
  History *self = *state;

  fixture_finalize (self->decision);
  sl_catalogue_unref (self->catalogue);
  g_free (self);
  return 0;
}

static guint
count_undos (SlDecision *decision)
{
  guint n = 0;

  while (sl_decision_get_can_undo (decision)) {
    sl_decision_undo (decision);
    n++;
  }

  return n;
}

static double
speed (History *self)
{
  return sl_decision_get_requirements (self->decision)->pillar_importance[0];
}

/* ---- steps ---- */

static void
test_steps_and_labels (void **state)
{
  History *self = *state;
  SlDecision *decision = self->decision;

  fixture_set_importance (decision, "speed", 7);
  fixture_set_fact (decision, "rain", 1);
  sl_decision_set_title (decision, "Plan");
  assert_string_equal (sl_decision_get_undo_label (decision), "Title");
  assert_null (sl_decision_get_redo_label (decision));

  sl_decision_undo (decision);
  assert_string_equal (sl_decision_get_undo_label (decision), "Rain");
  assert_string_equal (sl_decision_get_redo_label (decision), "Title");
  sl_decision_undo (decision);
  assert_string_equal (sl_decision_get_undo_label (decision), "Speed");
  assert_string_equal (sl_decision_get_redo_label (decision), "Rain");
  sl_decision_undo (decision);
  assert_null (sl_decision_get_undo_label (decision));
  assert_false (sl_decision_get_can_undo (decision));
  assert_string_equal (sl_decision_get_redo_label (decision), "Speed");
  sl_decision_undo (decision);
  assert_near (speed (self), 6);

  sl_decision_redo (decision);
  sl_decision_redo (decision);
  assert_string_equal (sl_decision_get_undo_label (decision), "Rain");
  assert_string_equal (sl_decision_get_redo_label (decision), "Title");
  sl_decision_redo (decision);
  sl_decision_redo (decision);
  assert_string_equal (sl_decision_get_title (decision), "Plan");
  assert_false (sl_decision_get_can_redo (decision));
}

static void
test_edit_clears_redo (void **state)
{
  History *self = *state;

  fixture_set_importance (self->decision, "speed", 1);
  fixture_set_importance (self->decision, "speed", 2);
  sl_decision_undo (self->decision);
  assert_true (sl_decision_get_can_redo (self->decision));
  /* One that changes nothing leaves it. */
  fixture_set_importance (self->decision, "speed", 1);
  assert_true (sl_decision_get_can_redo (self->decision));
  fixture_set_importance (self->decision, "speed", 3);
  assert_false (sl_decision_get_can_redo (self->decision));
  sl_decision_redo (self->decision);
  assert_near (speed (self), 3);
  assert_int_equal (count_undos (self->decision), 2);
}

static void
test_drag_is_one_step (void **state)
{
  History *self = *state;
  SlDecision *decision = self->decision;

  fixture_set_fact (decision, "rain", 1);
  self->n_history = self->n_requirements = 0;
  assert_false (sl_decision_is_in_step (decision));
  sl_decision_begin_step (decision);
  assert_true (sl_decision_is_in_step (decision));
  for (int i = 1; i <= 5; i++)
    fixture_set_importance (decision, "speed", 6 + 0.5 * i);
  /* The ranking follows each move, the history waits. */
  assert_int_equal (self->n_requirements, 5);
  assert_int_equal (self->n_history, 0);
  assert_near (speed (self), 8.5);
  sl_decision_end_step (decision);
  assert_false (sl_decision_is_in_step (decision));
  assert_int_equal (self->n_requirements, 5);
  assert_int_equal (self->n_history, 1);

  assert_string_equal (sl_decision_get_undo_label (decision), "Speed");
  sl_decision_undo (decision);
  assert_near (speed (self), 6);
  assert_string_equal (sl_decision_get_undo_label (decision), "Rain");
  sl_decision_redo (decision);
  assert_near (speed (self), 8.5);
}

static void
test_empty_step_is_none (void **state)
{
  History *self = *state;
  SlDecision *decision = self->decision;

  fixture_set_importance (decision, "speed", 7);
  sl_decision_undo (decision);
  self->n_history = 0;

  sl_decision_begin_step (decision);
  sl_decision_end_step (decision);
  /* And back to where it was. */
  sl_decision_begin_step (decision);
  fixture_set_importance (decision, "speed", 9);
  fixture_set_importance (decision, "speed", 6);
  sl_decision_end_step (decision);

  assert_int_equal (self->n_history, 0);
  assert_false (sl_decision_get_can_undo (decision));
  assert_true (sl_decision_get_can_redo (decision));
  assert_false (sl_decision_get_modified (decision));
  /* The next step is not named for the one that came to nothing. */
  fixture_set_fact (decision, "rain", 1);
  assert_string_equal (sl_decision_get_undo_label (decision), "Rain");
}

static void
test_drag_clears_redo (void **state)
{
  History *self = *state;

  fixture_set_importance (self->decision, "speed", 7);
  sl_decision_undo (self->decision);
  sl_decision_begin_step (self->decision);
  fixture_set_importance (self->decision, "care", 1);
  sl_decision_end_step (self->decision);
  assert_false (sl_decision_get_can_redo (self->decision));
  assert_int_equal (count_undos (self->decision), 1);
}

/* Who presses Ctrl+Z with the mouse down undoes the drag, and the release does nothing more. */
static void
test_undo_in_a_drag (void **state)
{
  History *self = *state;

  fixture_set_fact (self->decision, "rain", 1);
  sl_decision_begin_step (self->decision);
  fixture_set_importance (self->decision, "speed", 8);
  fixture_set_importance (self->decision, "speed", 9);
  sl_decision_undo (self->decision);
  assert_false (sl_decision_is_in_step (self->decision));
  assert_near (speed (self), 6);
  assert_string_equal (sl_decision_get_undo_label (self->decision), "Rain");
  assert_string_equal (sl_decision_get_redo_label (self->decision), "Speed");
  sl_decision_redo (self->decision);
  assert_near (speed (self), 9);

  sl_decision_undo (self->decision);
  sl_decision_begin_step (self->decision);
  fixture_set_importance (self->decision, "speed", 2);
  sl_decision_redo (self->decision);
  assert_false (sl_decision_is_in_step (self->decision));
  assert_near (speed (self), 2);
  assert_false (sl_decision_get_can_redo (self->decision));
}

static void
test_steps_do_not_nest (void **state)
{
  History *self = *state;

  g_test_expect_message ("Shortlist", G_LOG_LEVEL_CRITICAL, "*step_start*failed*");
  sl_decision_end_step (self->decision);
  g_test_assert_expected_messages ();
  sl_decision_begin_step (self->decision);
  fixture_set_importance (self->decision, "speed", 2);
  g_test_expect_message ("Shortlist", G_LOG_LEVEL_CRITICAL, "*step_start*failed*");
  sl_decision_begin_step (self->decision);
  g_test_assert_expected_messages ();
  sl_decision_end_step (self->decision);
  sl_decision_undo (self->decision);
  assert_near (speed (self), 6);
}

/* A document that goes away in the middle of a drag takes everything with it. */
static void
test_finalized_in_a_drag (void **state)
{
  History *self = *state;
  SlDecision *decision = sl_decision_new (self->catalogue);

  fixture_set_importance (decision, "speed", 1);
  fixture_set_importance (decision, "speed", 2);
  sl_decision_undo (decision);
  sl_decision_begin_step (decision);
  fixture_set_importance (decision, "care", 1);
  fixture_finalize (decision);
}

static void
test_old_steps_are_forgotten (void **state)
{
  History *self = *state;

  /* 10,050 edits, to 1, 1.0005, 1.001, ... What the fiftieth made is the oldest that is left. */
  for (guint i = 0; i < MAX_STEPS + 50; i++)
    fixture_set_importance (self->decision, "speed", 1 + i / 2000.0);
  assert_int_equal (count_undos (self->decision), MAX_STEPS);
  assert_near (speed (self), 1 + 49 / 2000.0);
}

/* ---- modified ---- */

static void
test_modified (void **state)
{
  History *self = *state;
  SlDecision *decision = self->decision;

  assert_false (sl_decision_get_modified (decision));
  fixture_set_importance (decision, "speed", 7);
  assert_true (sl_decision_get_modified (decision));
  assert_int_equal (self->n_modified, 1);
  fixture_set_importance (decision, "speed", 8);
  assert_int_equal (self->n_modified, 1);

  sl_decision_mark_saved (decision);
  assert_false (sl_decision_get_modified (decision));
  assert_int_equal (self->n_modified, 2);
  sl_decision_mark_saved (decision);
  assert_int_equal (self->n_modified, 2);
  /* Saving is no step. */
  assert_string_equal (sl_decision_get_undo_label (decision), "Speed");

  sl_decision_undo (decision);
  assert_true (sl_decision_get_modified (decision));
  sl_decision_redo (decision);
  assert_false (sl_decision_get_modified (decision));
  assert_int_equal (self->n_modified, 4);

  /* By hand is as good as by undo. */
  sl_decision_set_title (decision, "Other");
  assert_true (sl_decision_get_modified (decision));
  sl_decision_set_title (decision, "New Decision");
  assert_false (sl_decision_get_modified (decision));
  sl_decision_apply_profile (decision, fixture_profile (self->catalogue, "twin"));
  assert_true (sl_decision_get_modified (decision));
  sl_decision_mark_saved (decision);
  sl_decision_undo (decision);
  assert_true (sl_decision_get_modified (decision));
}

/* In a drag it follows each move. */
static void
test_modified_in_a_drag (void **state)
{
  History *self = *state;

  sl_decision_begin_step (self->decision);
  fixture_set_importance (self->decision, "speed", 7);
  assert_true (sl_decision_get_modified (self->decision));
  fixture_set_importance (self->decision, "speed", 6);
  assert_false (sl_decision_get_modified (self->decision));
  sl_decision_end_step (self->decision);
  assert_int_equal (self->n_modified, 2);
}

/* ---- any steps ---- */

/* A second history, of whole documents, that the first is held against. */
typedef struct {
  SlDecision *decision;
  GPtrArray *texts; /* of char *, the oldest first */
  guint now;        /* which of them is */
} Shadow;

static void
expect_shadow (Shadow *self)
{
  g_autofree char *text = fixture_text (self->decision);

  assert_string_equal (text, g_ptr_array_index (self->texts, self->now));
  assert_int_equal (sl_decision_get_can_undo (self->decision), self->now > 0);
  assert_int_equal (sl_decision_get_can_redo (self->decision), self->now + 1 < self->texts->len);
}

static void
shadow_edit (Shadow *self)
{
  char *text = fixture_text (self->decision);

  if (g_str_equal (text, g_ptr_array_index (self->texts, self->now))) {
    g_free (text);
    return;
  }
  g_ptr_array_set_size (self->texts, (gint) ++self->now);
  g_ptr_array_add (self->texts, text);
}

static void
random_drag (SlDecision *decision, GRand *random)
{
  sl_decision_begin_step (decision);
  for (int i = g_rand_int_range (random, 0, 6); i > 0; i--)
    fixture_random_edit (decision, random);
  sl_decision_end_step (decision);
}

static void
random_move (Shadow *self, GRand *random)
{
  switch (g_rand_int_range (random, 0, 10)) {
  case 0:
    for (int i = g_rand_int_range (random, 1, 4); i > 0; i--) {
      sl_decision_undo (self->decision);
      self->now -= self->now > 0;
    }
    break;
  case 1:
    for (int i = g_rand_int_range (random, 1, 4); i > 0; i--) {
      sl_decision_redo (self->decision);
      self->now += self->now + 1 < self->texts->len;
    }
    break;
  case 2:
    random_drag (self->decision, random);
    shadow_edit (self);
    break;
  default:
    fixture_random_edit (self->decision, random);
    shadow_edit (self);
  }
}

static void
test_any_steps (void **state)
{
  History *self = *state;
  g_autoptr (GRand) random = g_rand_new_with_seed (20261);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  Shadow shadow = { self->decision, texts, 0 };
  guint n;

  g_ptr_array_add (texts, fixture_text (self->decision));
  for (guint i = 0; i < 2000; i++) {
    random_move (&shadow, random);
    expect_shadow (&shadow);
  }

  while (shadow.now + 1 < texts->len) {
    sl_decision_redo (self->decision);
    shadow.now++;
    expect_shadow (&shadow);
  }
  n = texts->len - 1;
  assert_true (n > 500);
  for (guint i = 0; i < n; i++)
    sl_decision_undo (self->decision);
  shadow.now = 0;
  expect_shadow (&shadow);
  assert_false (sl_decision_get_modified (self->decision));
  for (guint i = 0; i < n; i++)
    sl_decision_redo (self->decision);
  shadow.now = n;
  expect_shadow (&shadow);
}

static char *
hash (SlDecision *decision)
{
  g_autofree char *text = fixture_text (decision);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/* 10,000 edits and nothing else: as many undos as there were changes, through the same documents
 * all the way back, and forth. */
static void
test_all_the_way_back (void **state)
{
  History *self = *state;
  g_autoptr (GRand) random = g_rand_new_with_seed (20262);
  g_autoptr (GPtrArray) hashes = g_ptr_array_new_with_free_func (g_free);
  guint n;

  g_ptr_array_add (hashes, hash (self->decision));
  for (guint i = 0; i < MAX_STEPS; i++) {
    char *now;

    fixture_random_edit (self->decision, random);
    now = hash (self->decision);
    if (g_str_equal (now, g_ptr_array_index (hashes, hashes->len - 1)))
      g_free (now);
    else
      g_ptr_array_add (hashes, now);
  }
  n = hashes->len - 1;
  assert_true (n > MAX_STEPS / 2);
  for (guint i = n; i > 0; i--) {
    g_autofree char *now = NULL;

    sl_decision_undo (self->decision);
    now = hash (self->decision);
    assert_string_equal (now, g_ptr_array_index (hashes, i - 1));
  }
  assert_false (sl_decision_get_can_undo (self->decision));
  assert_false (sl_decision_get_modified (self->decision));
  for (guint i = 1; i <= n; i++) {
    g_autofree char *now = NULL;

    sl_decision_redo (self->decision);
    now = hash (self->decision);
    assert_string_equal (now, g_ptr_array_index (hashes, i));
  }
  assert_false (sl_decision_get_can_redo (self->decision));
}

#define history_test(function) cmocka_unit_test_setup_teardown (function, setup, teardown)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    history_test (test_steps_and_labels),        history_test (test_edit_clears_redo),
    history_test (test_drag_is_one_step),        history_test (test_empty_step_is_none),
    history_test (test_drag_clears_redo),        history_test (test_undo_in_a_drag),
    history_test (test_steps_do_not_nest),       history_test (test_finalized_in_a_drag),
    history_test (test_old_steps_are_forgotten), history_test (test_modified),
    history_test (test_modified_in_a_drag),      history_test (test_any_steps),
    history_test (test_all_the_way_back),
  };

  return cmocka_run_group_tests_name ("history", tests, NULL, NULL);
}
