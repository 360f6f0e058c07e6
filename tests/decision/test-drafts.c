/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is not saved: written by itself, found by whoever comes next, and by nobody else. */

#include "decision/drafts.h"
#include "decision/save.h"
#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define DEADLINE_US (30 * G_USEC_PER_SEC)

static SlCatalogue *farm;
static char *folder;
static char *drafts_folder;

static int
setup (void **state)
{
  farm = fixture_farm ();
  folder = g_dir_make_tmp ("drafts-XXXXXX", NULL);
  drafts_folder = g_build_filename (folder, "data", "drafts", NULL);
  return 0;
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    remove_all (child);
  }
  assert_int_equal (g_remove (path), 0);
}

static int
teardown (void **state)
{
  remove_all (folder);
  g_free (folder);
  g_free (drafts_folder);
  sl_catalogue_unref (farm);
  return 0;
}

/* How many files there are below a folder whose names end so. */
static guint
count_files (const char *path, const char *suffix)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    n += count_files (child, suffix) + (g_str_has_suffix (name, suffix) ? 1 : 0);
  }
  return n;
}

static char *
find_file (const char *path, const char *suffix)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);
    char *found = find_file (child, suffix);

    if (found != NULL)
      return found;
    if (g_str_has_suffix (name, suffix))
      return g_steal_pointer (&child);
  }
  return NULL;
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

#define wait_for(condition)                                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 deadline_ = g_get_monotonic_time () + DEADLINE_US;                                      \
    guint source_ = g_timeout_add (10, wake_cb, NULL);                                             \
                                                                                                   \
    while (!(condition) && g_get_monotonic_time () < deadline_)                                    \
      g_main_context_iteration (NULL, TRUE);                                                       \
    g_source_remove (source_);                                                                     \
    assert_true (condition);                                                                       \
  }                                                                                                \
  G_STMT_END

static guint
count_drafts (void)
{
  return count_files (drafts_folder, ".draft");
}

/* As if the program had ended: its locks go with these. */
static void
end (SlDrafts *drafts, SlDraft *draft, SlDecision *decision)
{
  g_object_unref (draft);
  g_object_unref (decision);
  sl_drafts_unref (drafts);
}

static SlLeftDraft *
get (GPtrArray *left, guint index)
{
  assert_true (index < left->len);
  return g_ptr_array_index (left, index);
}

/* ---- by itself ---- */

static void
test_written_and_removed (void **state)
{
  g_autoptr (SlDrafts) drafts = sl_drafts_new (drafts_folder);
  g_autoptr (SlDecision) decision = sl_decision_new (farm);
  g_autoptr (SlDraft) draft = sl_draft_new (drafts, decision);

  assert_false (g_file_test (drafts_folder, G_FILE_TEST_EXISTS));
  sl_decision_set_title (decision, "One");
  wait_for (count_drafts () == 1);
  sl_decision_set_title (decision, "Two");
  sl_decision_undo (decision);
  sl_decision_undo (decision);
  wait_for (count_drafts () == 0);
  sl_decision_redo (decision);
  wait_for (count_drafts () == 1);
  sl_decision_mark_saved (decision);
  wait_for (count_drafts () == 0);
}

static void
test_left (void **state)
{
  SlDrafts *drafts = sl_drafts_new (drafts_folder);
  SlDecision *decision = sl_decision_new (farm);
  SlDraft *draft = sl_draft_new (drafts, decision);
  g_autofree char *text = NULL;
  g_autofree char *text_after = NULL;
  g_autoptr (SlDrafts) others = sl_drafts_new (drafts_folder);
  g_autoptr (GPtrArray) left = NULL;

  fixture_override (decision, "ant", "calm", 3);
  sl_decision_set_note (decision, "ant", "Line\nby line");
  sl_draft_set_file (draft, "/tmp/a file ä%.shortlist", "abc");
  sl_draft_flush (draft);
  text = fixture_text (decision);
  end (drafts, draft, decision);
  assert_int_equal (count_drafts (), 1);

  left = sl_drafts_take_left (others, farm);
  assert_int_equal (left->len, 1);
  text_after = fixture_text (get (left, 0)->decision);
  assert_string_equal (text, text_after);
  assert_true (sl_decision_get_modified (get (left, 0)->decision));
  assert_false (sl_decision_get_can_undo (get (left, 0)->decision));
  assert_string_equal (get (left, 0)->file, "/tmp/a file ä%.shortlist");
  assert_string_equal (get (left, 0)->sha256, "abc");
  assert_null (get (left, 0)->problem);
}

/* Who takes a draft over and ends at once leaves it as it was; who discards it, nothing. */
static void
test_taken_over (void **state)
{
  SlDrafts *drafts = sl_drafts_new (drafts_folder);
  SlDecision *decision = sl_decision_new (farm);
  SlDraft *draft = sl_draft_new (drafts, decision);

  sl_decision_set_title (decision, "First");
  sl_draft_flush (draft);
  end (drafts, draft, decision);

  for (guint i = 0; i < 3; i++) {
    g_autoptr (SlDrafts) next = sl_drafts_new (drafts_folder);
    g_autoptr (GPtrArray) left = sl_drafts_take_left (next, farm);
    g_autoptr (SlDraft) taken = NULL;
    SlLeftDraft *one = get (left, 0);

    assert_int_equal (left->len, 1);
    assert_string_equal (sl_decision_get_title (one->decision), i < 2 ? "First" : "Second");
    taken = sl_draft_new_left (next, one);
    if (i == 1) {
      sl_decision_set_title (one->decision, "Second");
      sl_draft_flush (taken);
    } else if (i == 2) {
      sl_draft_discard (taken);
      sl_decision_set_title (one->decision, "Third");
      sl_draft_flush (taken);
    }
    assert_int_equal (count_drafts (), i < 2);
  }
  assert_int_equal (count_files (drafts_folder, ""), 0);
}

/* ---- several ---- */

static void
test_live_drafts_stay (void **state)
{
  SlDrafts *drafts = sl_drafts_new (drafts_folder);
  SlDecision *decisions[3];
  SlDraft *own[3];
  g_autoptr (SlDrafts) others = sl_drafts_new (drafts_folder);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) again = NULL;

  for (guint i = 0; i < 3; i++) {
    decisions[i] = sl_decision_new (farm);
    own[i] = sl_draft_new (drafts, decisions[i]);
    sl_decision_set_title (decisions[i], "x");
    sl_draft_flush (own[i]);
  }
  none = sl_drafts_take_left (others, farm);
  assert_int_equal (none->len, 0);
  assert_int_equal (count_drafts (), 3);

  sl_draft_discard (own[1]);
  for (guint i = 0; i < 3; i++) {
    g_object_unref (own[i]);
    g_object_unref (decisions[i]);
  }
  sl_drafts_unref (drafts);
  left = sl_drafts_take_left (others, farm);
  assert_int_equal (left->len, 2);
  /* They are taken. */
  again = sl_drafts_take_left (others, farm);
  assert_int_equal (again->len, 0);
}

/* ---- what is wrong ---- */

static void
leave_draft (const char *file, const char *sha256)
{
  SlDrafts *drafts = sl_drafts_new (drafts_folder);
  SlDecision *decision = sl_decision_new (farm);
  SlDraft *draft = sl_draft_new (drafts, decision);

  sl_decision_set_title (decision, "Left");
  sl_draft_set_file (draft, file, sha256);
  sl_draft_flush (draft);
  end (drafts, draft, decision);
}

/* Writes a draft by hand, and takes it over as the next start would; told of, it has to be. */
static SlLeftDraft *
take_contents (const char *path, const char *contents)
{
  g_autoptr (SlDrafts) drafts = sl_drafts_new (drafts_folder);
  g_autoptr (GPtrArray) left = NULL;

  assert_true (g_file_set_contents (path, contents, -1, NULL));
  left = sl_drafts_take_left (drafts, farm);
  assert_int_equal (left->len, 1);
  assert_null (get (left, 0)->decision);
  assert_true (g_str_has_prefix (get (left, 0)->problem, path));

  return g_ptr_array_steal_index (left, 0);
}

static guint
count_left (void)
{
  g_autoptr (SlDrafts) drafts = sl_drafts_new (drafts_folder);
  g_autoptr (GPtrArray) left = sl_drafts_take_left (drafts, farm);

  return left->len;
}

/* Told of once, with the place where it is from then on, and nothing of it is lost. */
static void
test_unreadable (void **state)
{
  static const char *const contents[] = {
    "",
    "{",
    "\n",
    "{}\n{}",
    "{\"format\": \"draft-one\"}\n{}",
    "{\"format\": \"draft-1\"}",
    "{\"format\": \"draft-1\"}\n",
    "{\"format\": \"draft-1\"}\n{\"format\": \"song-9\"}",
    "{\"format\": \"draft-1\"}\n{\"format\": \"decision-1\"}",
    "{\"format\": \"draft-1\", \"file\": 3}\n{\"format\": \"decision-1\", \"title\": \"\"}",
  };
  g_autofree char *path = NULL;

  leave_draft (NULL, NULL);
  path = find_file (drafts_folder, ".draft");
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++) {
    g_autoptr (SlLeftDraft) left = take_contents (path, contents[i]);
    g_autofree char *kept = find_file (drafts_folder, ".unreadable");
    g_autofree char *still = NULL;

    assert_non_null (kept);
    assert_string_equal (left->draft, kept);
    assert_non_null (strstr (left->problem, kept));
    assert_true (g_file_get_contents (kept, &still, NULL, NULL));
    assert_string_equal (still, contents[i]);
    assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    g_clear_pointer (&left, sl_left_draft_free);

    assert_int_equal (count_left (), 0);
    assert_int_equal (g_remove (kept), 0);
  }
}

/* What a newer program wrote waits for it. */
static void
test_of_newer_program (void **state)
{
  static const char *const contents[] = {
    "{\"format\": \"draft-2\"}\n{}",
    "{\"format\": \"draft-1\"}\n{\"format\": \"decision-9\"}",
  };
  g_autofree char *path = NULL;

  leave_draft (NULL, NULL);
  path = find_file (drafts_folder, ".draft");
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++) {
    g_autoptr (SlLeftDraft) left = take_contents (path, contents[i]);
    g_autofree char *still = NULL;

    assert_string_equal (left->draft, path);
    assert_true (g_file_get_contents (path, &still, NULL, NULL));
    assert_string_equal (still, contents[i]);
  }
}

/* Odd things in the folder are nobody's drafts. */
static void
test_odd_folder (void **state)
{
  g_autofree char *file = g_build_filename (drafts_folder, "file", NULL);
  g_autofree char *empty = g_build_filename (drafts_folder, "empty", NULL);
  g_autofree char *full = g_build_filename (drafts_folder, "full", NULL);
  g_autofree char *other = g_build_filename (full, "notes.txt", NULL);
  g_autofree char *half = g_build_filename (full, ".x.draft.AAAAAA", NULL);
  g_autofree char *within = g_build_filename (full, "folder.draft", NULL);
  g_autoptr (SlDrafts) drafts = sl_drafts_new (drafts_folder);
  GPtrArray *left;

  assert_int_equal (g_mkdir_with_parents (empty, 0700), 0);
  assert_int_equal (g_mkdir_with_parents (within, 0700), 0);
  assert_true (g_file_set_contents (file, "x", 1, NULL));
  assert_true (g_file_set_contents (other, "x", 1, NULL));
  assert_true (g_file_set_contents (half, "x", 1, NULL));
  left = sl_drafts_take_left (drafts, farm);
  assert_int_equal (left->len, 1);
  assert_null (get (left, 0)->decision);
  g_ptr_array_unref (left);

  assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
  assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  assert_false (g_file_test (half, G_FILE_TEST_EXISTS));
  assert_false (g_file_test (empty, G_FILE_TEST_EXISTS));
}

/* It ended after the file was saved, before the draft was removed. */
static void
test_saved_already (void **state)
{
  g_autofree char *path = NULL;
  g_autofree char *file = g_build_filename (folder, "ours.shortlist", NULL);
  g_autofree char *text = NULL;
  g_autoptr (SlDrafts) drafts = sl_drafts_new (drafts_folder);
  g_autoptr (GPtrArray) left = NULL;

  leave_draft (file, "old");
  path = find_file (drafts_folder, ".draft");
  assert_true (g_file_get_contents (path, &text, NULL, NULL));
  assert_true (g_file_set_contents (file, strchr (text, '\n') + 1, -1, NULL));
  left = sl_drafts_take_left (drafts, farm);
  assert_int_equal (left->len, 0);
  assert_int_equal (count_drafts (), 0);
}

static void
failed_cb (char **message, const char *line)
{
  g_set_str (message, line);
}

/* Where no folder can be made, it says so once; the document is none the worse. */
static void
test_no_place (void **state)
{
  g_autofree char *file = g_build_filename (folder, "file", NULL);
  g_autofree char *below = g_build_filename (file, "drafts", NULL);
  g_autoptr (SlDrafts) drafts = sl_drafts_new (below);
  g_autoptr (SlDecision) decision = sl_decision_new (farm);
  g_autoptr (SlDraft) draft = sl_draft_new (drafts, decision);
  g_autofree char *message = NULL;

  assert_true (g_file_set_contents (file, "x", 1, NULL));
  g_signal_connect_swapped (draft, "failed", G_CALLBACK (failed_cb), &message);
  sl_decision_set_title (decision, "Two");
  wait_for (message != NULL);
  assert_non_null (strstr (message, "file"));

  /* As soon as there is one, it is used. */
  assert_int_equal (g_remove (file), 0);
  sl_draft_flush (draft);
  assert_int_equal (count_files (below, ".draft"), 1);
}

/* Who tidies up the folder under a running program does not take its drafts away for good. */
static void
test_folder_vanishes (void **state)
{
  g_autoptr (SlDrafts) drafts = sl_drafts_new (drafts_folder);
  g_autoptr (SlDecision) decision = sl_decision_new (farm);
  g_autoptr (SlDraft) draft = sl_draft_new (drafts, decision);

  sl_decision_set_title (decision, "One");
  sl_draft_flush (draft);
  remove_all (drafts_folder);
  sl_decision_set_title (decision, "Two");
  sl_draft_flush (draft);
  assert_int_equal (count_drafts (), 1);
}

#define drafts_test(function) cmocka_unit_test_setup_teardown (function, setup, teardown)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    drafts_test (test_written_and_removed),
    drafts_test (test_left),
    drafts_test (test_taken_over),
    drafts_test (test_live_drafts_stay),
    drafts_test (test_unreadable),
    drafts_test (test_of_newer_program),
    drafts_test (test_odd_folder),
    drafts_test (test_saved_already),
    drafts_test (test_no_place),
    drafts_test (test_folder_vanishes),
  };

  return cmocka_run_group_tests_name ("drafts", tests, NULL, NULL);
}
