/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who takes part: the page, the sliders of one, what stays hidden, and ballots as files. */

#include "config.h"

#include "harness.h"

#include "app/ballot-files.h"
#include "app/people-page.h"
#include "app/range-row.h"
#include "app/weights-dialog.h"

#include "analysis/people.h"

#include <glib/gstdio.h>
#include <string.h>

#define BOARD SL_BOARD_TECHNOLOGIES

typedef struct {
  SlWindow *window;
  SlDecision *decision; /* borrowed */
  GtkWidget *page;      /* borrowed */
  char *folder;
} Fixture;

static SlApplication *application;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->window = harness_window_new (application, 1280, 800);
  self->decision = harness_window_get_decision (self->window);
  self->folder = g_dir_make_tmp ("shortlist-XXXXXX", NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.people", NULL);
  harness_settle (self->window);
  self->page = harness_find (GTK_WIDGET (self->window), SL_TYPE_PEOPLE_PAGE);
  g_assert_nonnull (self->page);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  harness_window_free (self->window);
  g_rmdir (self->folder);
  g_free (self->folder);
}

static const SlParticipant *
get_participant (Fixture *self, guint index)
{
  return g_ptr_array_index (sl_decision_get_prose (self->decision)->participants, index);
}

static guint
count_participants (Fixture *self)
{
  return sl_decision_get_prose (self->decision)->participants->len;
}

static const SlPillar *
get_pillar (Fixture *self, guint index)
{
  return g_ptr_array_index (sl_catalogue_get_pillars (sl_decision_get_catalogue (self->decision)),
                            index);
}

static gboolean
says (GtkWidget *root, const char *text)
{
  GtkWidget *label = harness_find_saying (root, GTK_TYPE_LABEL, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

/* As by hand: written into the entry, and applied. */
static void
add_person (Fixture *self, const char *name)
{
  GtkWidget *row = harness_find (self->page, ADW_TYPE_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (row), name);
  g_signal_emit_by_name (row, "apply");
  harness_settle (self->window);
}

static void
set_favourite (Fixture *self, guint index, guint pillar)
{
  for (guint i = 0; i < 7; i++)
    sl_decision_set_participant_pillar_importance (self->decision, index, get_pillar (self, i),
                                                   i == pillar ? 10 : 1);
}

static void
add_two (Fixture *self)
{
  add_person (self, "Ana");
  add_person (self, "Bo");
  set_favourite (self, 0, 0);
  set_favourite (self, 1, 2);
  harness_settle (self->window);
}

static void
reveal (Fixture *self)
{
  GtkWidget *button = harness_find_saying (self->page, GTK_TYPE_TOGGLE_BUTTON, "Reveal");

  g_assert_true (gtk_widget_get_mapped (button));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  harness_settle (self->window);
}

/* ---- who takes part ---- */

static void
test_list (Fixture *self, gconstpointer data)
{
  add_person (self, "  Ana <b>Silva</b> ");
  add_person (self, "   ");
  g_assert_cmpuint (count_participants (self), ==, 1);
  g_assert_true (says (self->page, get_participant (self, 0)->name));
  g_assert_true (says (self->page, "No weights yet"));
  set_favourite (self, 0, 1);
  harness_settle (self->window);
  g_assert_false (says (self->page, "No weights yet"));
  g_assert_nonnull (get_participant (self, 0)->importance);

  gtk_widget_activate_action (
      gtk_widget_get_ancestor (
          harness_find_saying (self->page, GTK_TYPE_LABEL, get_participant (self, 0)->name),
          ADW_TYPE_ACTION_ROW),
      "people.clear", NULL);
  harness_settle (self->window);
  g_assert_null (get_participant (self, 0)->importance);
  gtk_widget_activate_action (
      gtk_widget_get_ancestor (
          harness_find_saying (self->page, GTK_TYPE_LABEL, get_participant (self, 0)->name),
          ADW_TYPE_ACTION_ROW),
      "people.remove", NULL);
  harness_settle (self->window);
  g_assert_cmpuint (count_participants (self), ==, 0);
  sl_decision_undo (self->decision);
  harness_settle (self->window);
  g_assert_true (says (self->page, get_participant (self, 0)->name));
}

static void
test_rename (Fixture *self, gconstpointer data)
{
  AdwAlertDialog *dialog;

  add_two (self);
  gtk_widget_activate_action (
      gtk_widget_get_ancestor (harness_find_saying (self->page, GTK_TYPE_LABEL, "Bo"),
                               ADW_TYPE_ACTION_ROW),
      "people.rename", NULL);
  harness_wait_for (harness_window_get_dialog (self->window) != NULL);
  dialog = ADW_ALERT_DIALOG (harness_window_get_dialog (self->window));
  gtk_editable_set_text (GTK_EDITABLE (adw_alert_dialog_get_extra_child (dialog)), "Bodil");
  g_signal_emit_by_name (dialog, "response", "rename");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  harness_settle (self->window);
  g_assert_cmpstr (get_participant (self, 1)->name, ==, "Bodil");
  g_assert_nonnull (get_participant (self, 1)->importance);
}

/* One slider of one person: the ranking stays the decision's. */
static void
test_weights (Fixture *self, gconstpointer data)
{
  g_auto (GStrv) before = harness_list_ranking (self->window);
  g_auto (GStrv) after = NULL;
  AdwDialog *dialog;
  GtkWidget *scale;

  add_person (self, "Ana");
  dialog = sl_weights_dialog_new (self->decision, 0);
  adw_dialog_present (dialog, GTK_WIDGET (self->window));
  harness_settle (self->window);
  scale = harness_find (GTK_WIDGET (dialog), GTK_TYPE_SCALE);
  /* What she begins with is what the decision says. */
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (scale)), ==,
                     sl_decision_get_requirements (self->decision)->pillar_importance[0]);
  g_assert_null (get_participant (self, 0)->importance);
  gtk_range_set_value (GTK_RANGE (scale), 9.5);
  g_assert_cmpfloat (get_participant (self, 0)->importance->pillar[0], ==, 9.5);
  sl_decision_undo (self->decision);
  g_assert_null (get_participant (self, 0)->importance);
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (scale)), ==,
                     sl_decision_get_requirements (self->decision)->pillar_importance[0]);
  after = harness_list_ranking (self->window);
  g_assert_true (g_strv_equal ((const char *const *) before, (const char *const *) after));
  sl_decision_remove_participant (self->decision, 0);
  harness_wait_for (harness_window_get_dialog (self->window) == NULL);
}

/* ---- what they make together ---- */

static void
test_hidden_until_revealed (Fixture *self, gconstpointer data)
{
  g_autoptr (SlPeople) people = NULL;
  g_autoptr (GPtrArray) sentences = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  add_person (self, "Ana");
  set_favourite (self, 0, 0);
  harness_settle (self->window);
  g_assert_true (says (self->page, "Once two people have set their weights, you can reveal what "
                                   "they make together."));
  add_person (self, "Bo");
  set_favourite (self, 1, 2);
  harness_settle (self->window);
  people = sl_people_new (harness_window_get_analysis (self->window),
                          sl_decision_get_prose (self->decision)->participants, BOARD);
  sentences = sl_people_describe (people);
  g_assert_cmpuint (sentences->len, >, 2);
  for (guint i = 0; i < sentences->len; i++)
    g_assert_false (says (self->page, g_ptr_array_index (sentences, i)));

  reveal (self);
  for (guint i = 0; i < sentences->len; i++)
    g_assert_true (says (self->page, g_ptr_array_index (sentences, i)));
  g_assert_true (says (self->page, people->winner->entry->name));
  for (guint i = 0; i < 2; i++) {
    g_autofree char *text = sl_people_describe_person (people, i);

    g_assert_true (says (self->page, text));
  }
  rows = harness_list (self->page, SL_TYPE_RANGE_ROW);
  g_assert_cmpuint (rows->len, ==, 8);
  for (guint i = 0; i < rows->len; i++) {
    g_autofree char *text = sl_people_describe_criterion (people, i);

    gtk_test_accessible_assert_property (g_ptr_array_index (rows, i),
                                         GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text);
  }
}

/* Who changes their mind while all is revealed is heard; another document is hidden again. */
static void
test_follows (Fixture *self, gconstpointer data)
{
  g_autoptr (SlPeople) before = NULL;
  g_autoptr (SlPeople) after = NULL;
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  add_two (self);
  reveal (self);
  before = sl_people_new (harness_window_get_analysis (self->window),
                          sl_decision_get_prose (self->decision)->participants, BOARD);
  old = sl_people_describe_differences (before);
  g_assert_true (says (self->page, old));
  set_favourite (self, 1, 4);
  harness_settle (self->window);
  after = sl_people_new (harness_window_get_analysis (self->window),
                         sl_decision_get_prose (self->decision)->participants, BOARD);
  new = sl_people_describe_differences (after);
  g_assert_cmpstr (old, !=, new);
  g_assert_true (says (self->page, new));
  g_assert_false (says (self->page, old));

  for (guint i = 0; i < 7; i++)
    sl_decision_set_pillar_minimum (self->decision, get_pillar (self, i), 100);
  harness_settle (self->window);
  g_assert_false (says (self->page, new));
  g_assert_true (says (self->page, "No alternative meets the requirements"));
}

static void
test_use_group_weights (Fixture *self, gconstpointer data)
{
  g_autoptr (SlPeople) people = NULL;
  GtkWidget *button;
  const SlRanking *ranking;

  add_two (self);
  reveal (self);
  people = sl_people_new (harness_window_get_analysis (self->window),
                          sl_decision_get_prose (self->decision)->participants, BOARD);
  button = harness_find_saying (self->page, GTK_TYPE_BUTTON, "Use the Group’s Weights");
  g_signal_emit_by_name (button, "clicked");
  harness_settle (self->window);
  ranking = sl_analysis_get_ranking (harness_window_get_analysis (self->window), BOARD);
  g_assert_cmpstr (ranking->entries[0].id, ==, people->winner->entry->id);
  for (guint j = 0; j < ranking->n_criteria; j++)
    g_assert_cmpfloat_with_epsilon (ranking->weights[j], people->weights[j], 1e-9);
  g_assert_cmpstr (sl_decision_get_undo_label (self->decision), !=, NULL);
}

/* ---- ballots ---- */

static char *
write_ballot (Fixture *self, guint index, const char *name)
{
  g_autoptr (SlBallot) ballot = sl_ballot_new_for_participant (self->decision, index);
  g_autoptr (GBytes) bytes = sl_ballot_to_bytes (ballot);
  char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));

  return path;
}

static void
drop (Fixture *self, const char *const *paths)
{
  GSList *files = NULL;
  GdkFileList *list;
  g_auto (GValue) value = G_VALUE_INIT;
  GListModel *controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->window));
  gboolean taken = FALSE;

  for (guint i = 0; paths[i] != NULL; i++)
    files = g_slist_append (files, g_file_new_for_path (paths[i]));
  list = gdk_file_list_new_from_list (files);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, list);
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_DROP_TARGET (controller))
      g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &taken);
  }
  g_object_unref (controllers);
  g_slist_free_full (files, g_object_unref);
  g_assert_true (taken);
}

static void
test_dropped_ballots (Fixture *self, gconstpointer data)
{
  g_autofree char *ana = NULL;
  g_autofree char *bo = NULL;
  const char *paths[] = { NULL, NULL, NULL };

  add_two (self);
  paths[0] = ana = write_ballot (self, 0, "one.ballot");
  paths[1] = bo = write_ballot (self, 1, "two.ballot");
  sl_decision_remove_participant (self->decision, 1);
  set_favourite (self, 0, 5);
  drop (self, paths);
  harness_wait_for (count_participants (self) == 2);
  g_assert_cmpfloat (get_participant (self, 0)->importance->pillar[0], ==, 10);
  g_assert_cmpfloat (get_participant (self, 1)->importance->pillar[2], ==, 10);
  harness_wait_for (says (GTK_WIDGET (self->window), "2 ballots taken in"));
  /* Both were one step. */
  sl_decision_undo (self->decision);
  g_assert_cmpuint (count_participants (self), ==, 1);
  g_assert_cmpfloat (get_participant (self, 0)->importance->pillar[5], ==, 10);
  g_unlink (ana);
  g_unlink (bo);
}

/* As the desktop and the command line do it. */
static void
open_files (GFile **files, int n_files)
{
  g_application_open (G_APPLICATION (application), files, n_files, "");
}

static void
test_opened_ballot (Fixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  add_two (self);
  path = write_ballot (self, 1, "bo.ballot");
  file = g_file_new_for_path (path);
  sl_decision_remove_participant (self->decision, 1);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.ranking", NULL);
  open_files (&file, 1);
  harness_wait_for (count_participants (self) == 2);
  g_assert_cmpfloat (get_participant (self, 1)->importance->pillar[2], ==, 10);
  harness_wait_for (says (GTK_WIDGET (self->window), "1 ballot taken in"));
  g_assert_true (gtk_widget_get_mapped (self->page));
  g_assert_null (harness_window_get_dialog (self->window));
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (application))), ==,
                    1);
  sl_decision_undo (self->decision);
  g_assert_cmpuint (count_participants (self), ==, 1);
  g_unlink (path);
}

/* It goes into the decision that it is opened with, which is read meanwhile, not into another. */
static void
test_opened_with_decision (Fixture *self, gconstpointer data)
{
  g_autofree char *ballot_path = NULL;
  g_autofree char *path = g_build_filename (self->folder, "other.shortlist", NULL);
  g_autoptr (GBytes) bytes = NULL;
  GFile *files[2];
  SlDecision *decision;
  SlWindow *other = NULL;

  add_two (self);
  ballot_path = write_ballot (self, 1, "bo.ballot");
  set_favourite (self, 1, 4);
  bytes = sl_decision_to_bytes (self->decision);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  files[0] = g_file_new_for_path (ballot_path);
  files[1] = g_file_new_for_path (path);
  open_files (files, 2);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL;
       l = l->next) {
    if (l->data != self->window)
      other = l->data;
  }
  g_assert_nonnull (other);
  harness_wait_for (says (GTK_WIDGET (other), "1 ballot taken in"));
  decision = harness_window_get_decision (other);
  g_assert_true (sl_decision_get_can_undo (decision));
  g_assert_cmpfloat (get_participant (self, 1)->importance->pillar[4], ==, 10);
  harness_settle (other);
  harness_window_free (other);
  g_object_unref (files[0]);
  g_object_unref (files[1]);
  g_unlink (ballot_path);
  g_unlink (path);
}

/* Nobody is asked yet, so there is nothing that it could go into. */
static void
test_ballot_at_start (Fixture *self, gconstpointer data)
{
  SlWindow *window;
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  add_person (self, "Ana");
  set_favourite (self, 0, 3);
  path = write_ballot (self, 0, "ana.ballot");
  file = g_file_new_for_path (path);
  harness_window_free (self->window);
  window = harness_window_new_at_start (application, 1000, 700);
  open_files (&file, 1);
  harness_wait_for (ADW_IS_ALERT_DIALOG (harness_window_get_dialog (window)));
  g_assert_cmpstr (
      adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (harness_window_get_dialog (window))), ==,
      "Open a Decision First");
  g_assert_true (sl_window_is_untouched (window));
  g_unlink (path);
  self->window = window;
}

/* What is broken is told by its name and place; what is whole is taken all the same. */
static void
test_broken_ballot (Fixture *self, gconstpointer data)
{
  g_autofree char *good = NULL;
  g_autofree char *bad = g_build_filename (self->folder, "bad.ballot", NULL);
  const char *paths[] = { bad, NULL, NULL };

  add_person (self, "Ana");
  set_favourite (self, 0, 3);
  paths[1] = good = write_ballot (self, 0, "good.ballot");
  g_assert_true (g_file_set_contents (bad, "{\"format\": \"ballot-1\", \"name\": 7}", -1, NULL));
  sl_decision_remove_participant (self->decision, 0);
  if (data != NULL) {
    GFile *files[] = { g_file_new_for_path (bad), g_file_new_for_path (good) };

    open_files (files, 2);
    g_object_unref (files[0]);
    g_object_unref (files[1]);
  } else {
    drop (self, paths);
  }
  harness_wait_for (harness_window_get_dialog (self->window) != NULL);
  g_assert_cmpuint (count_participants (self), ==, 1);
  g_assert_true (ADW_IS_ALERT_DIALOG (harness_window_get_dialog (self->window)));
  g_assert_nonnull (strstr (
      adw_alert_dialog_get_body (ADW_ALERT_DIALOG (harness_window_get_dialog (self->window))),
      "bad.ballot: name: "));
  adw_dialog_force_close (harness_window_get_dialog (self->window));
  harness_settle (self->window);
  g_unlink (good);
  g_unlink (bad);
}

static void
test_large_text (Fixture *self, gconstpointer data)
{
  int width;

  add_two (self);
  reveal (self);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
  harness_settle (self->window);
  gtk_widget_measure (self->page, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * PANGO_SCALE, NULL);
  g_assert_cmpint (width, <=, 360);
}

#define add(path, test) g_test_add ("/people/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = harness_application_new ();

  add ("list", test_list);
  add ("rename", test_rename);
  add ("weights", test_weights);
  add ("hidden-until-revealed", test_hidden_until_revealed);
  add ("follows", test_follows);
  add ("use-group-weights", test_use_group_weights);
  add ("dropped-ballots", test_dropped_ballots);
  add ("broken-ballot", test_broken_ballot);
  g_test_add ("/people/opened-broken-ballot", Fixture, "opened", set_up, test_broken_ballot,
              tear_down);
  add ("opened-ballot", test_opened_ballot);
  add ("opened-with-decision", test_opened_with_decision);
  add ("ballot-at-start", test_ballot_at_start);
  add ("large-text", test_large_text);
  status = g_test_run ();
  g_clear_object (&application);

  return status;
}
