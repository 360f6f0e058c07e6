/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files: what opens and what does not, saving, closing with something to save, and reports. */

#include "config.h"

#include "harness.h"

#include "app/report-dialog.h"
#include "app/report-print.h"
#include "catalogue/json-input.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
  SlWindow *window;
  SlDecision *decision; /* borrowed; the one that the window began with */
  char *folder;
} Fixture;

static SlApplication *application;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->window = harness_window_new (application, 1000, 700);
  self->decision = harness_window_get_decision (self->window);
  self->folder = g_dir_make_tmp ("shortlist-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *file = g_build_filename (path, name, NULL);

    g_assert_no_errno (g_remove (file));
  }
  g_assert_no_errno (g_rmdir (path));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->window != NULL)
    harness_window_free (self->window);
  remove_folder (self->folder);
  g_free (self->folder);
}

static GFile *
get_file (Fixture *self, const char *name)
{
  return g_file_new_build_filename (self->folder, name, NULL);
}

static GFile *
write_file (Fixture *self, const char *name, gconstpointer contents, gssize length)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

/* A document with this title, as the program would write it. */
static GFile *
write_document (Fixture *self, const char *name, const char *title)
{
  g_autoptr (SlDecision) decision = sl_decision_new (sl_application_get_catalogue (application));
  g_autoptr (GBytes) bytes = NULL;

  sl_decision_set_title (decision, title);
  sl_decision_equalise (decision);
  bytes = sl_decision_to_bytes (decision);

  return write_file (self, name, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
}

/* The text of the alert that comes up, which is then closed. */
static char *
wait_for_alert (Fixture *self, const char *heading)
{
  AdwDialog *dialog;
  char *body;

  harness_wait_for (ADW_IS_ALERT_DIALOG (harness_window_get_dialog (self->window)));
  dialog = harness_window_get_dialog (self->window);
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==, heading);
  body = g_strdup (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)));
  g_assert_cmpstr (body, !=, "");
  harness_settle (self->window);
  adw_dialog_close (dialog);
  harness_wait_for (harness_window_get_dialog (self->window) != dialog);

  return body;
}

static void
respond (Fixture *self, const char *label)
{
  GtkWidget *button;

  harness_wait_for (ADW_IS_ALERT_DIALOG (harness_window_get_dialog (self->window)));
  harness_settle (self->window);
  button = harness_find_saying (GTK_WIDGET (harness_window_get_dialog (self->window)),
                                GTK_TYPE_BUTTON, label);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* ---- opening ---- */

static void
test_open (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_document (self, "good.shortlist", "Ours");

  g_assert_true (sl_window_is_untouched (self->window));
  sl_window_open (self->window, file);
  harness_wait_for (harness_window_get_decision (self->window) != self->decision);
  harness_settle (self->window);

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "Ours");
  g_assert_false (sl_decision_get_modified (harness_window_get_decision (self->window)));
  g_assert_false (sl_window_is_untouched (self->window));
  g_assert_null (harness_window_get_dialog (self->window));
}

/* The window that the application has beside the fixture's, once it is presented. */
static SlWindow *
find_other_window (Fixture *self)
{
  SlWindow *other = NULL;

  harness_wait_for (g_list_length (gtk_application_get_windows (GTK_APPLICATION (application))) ==
                    2);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL;
       l = l->next)
    if (l->data != self->window)
      other = l->data;
  harness_wait_for (gtk_widget_get_mapped (GTK_WIDGET (other)));

  return other;
}

/* Its title when what it shows is known; then it is closed. */
static char *
wait_for_other_window (Fixture *self)
{
  SlWindow *other = find_other_window (self);
  char *title;

  harness_wait_for (!sl_window_is_untouched (other) &&
                    !sl_decision_get_can_undo (harness_window_get_decision (other)) &&
                    !g_str_equal (gtk_window_get_title (GTK_WINDOW (other)), "New Decision"));
  harness_settle (other);
  title = g_strdup (gtk_window_get_title (GTK_WINDOW (other)));
  harness_window_free (other);

  return title;
}

/* The first file is still being read when the second one looks for a window. */
static void
test_open_two (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) one = write_document (self, "one.shortlist", "One");
  g_autoptr (GFile) two = write_document (self, "two.shortlist", "Two");
  GFile *files[] = { one, two };
  g_autofree char *title = NULL;

  g_application_open (G_APPLICATION (application), files, G_N_ELEMENTS (files), "");
  title = wait_for_other_window (self);
  harness_wait_for (harness_window_get_decision (self->window) != self->decision);

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "One");
  g_assert_cmpstr (title, ==, "Two");
}

/* A window that was made for a file shows the file first, or else asks what is being built. */
static void
test_open_alone (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) good = write_document (self, "good.shortlist", "Ours");
  g_autoptr (GFile) missing = get_file (self, "missing.shortlist");
  SlWindow *other;

  sl_application_open_file (application, good, NULL);
  other = find_other_window (self);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (other)), ==, "Ours");
  g_assert_true (g_file_equal (sl_window_get_file (other), good));
  harness_settle (other);
  harness_window_free (other);

  sl_application_open_file (application, missing, NULL);
  other = find_other_window (self);
  g_assert_true (ADW_IS_ALERT_DIALOG (harness_window_get_dialog (other)));
  g_assert_nonnull (
      harness_find_saying (GTK_WIDGET (other), GTK_TYPE_LABEL, "What are you building?"));
  harness_settle (other);
  harness_window_free (other);
}

/* A file that can be opened and does not come, as on a network that hangs: there is a window all
 * the same. */
static void
test_open_slow (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) good = write_document (self, "good.shortlist", "Ours");
  g_autoptr (GFile) slow = get_file (self, "slow.shortlist");
  g_autofree char *contents = NULL;
  gsize length;
  SlWindow *other;
  int pipe_end;

  g_assert_true (g_file_load_contents (good, NULL, &contents, &length, NULL, NULL));
  g_assert_cmpint (mkfifo (g_file_peek_path (slow), 0600), ==, 0);
  sl_application_open_file (application, slow, NULL);
  other = find_other_window (self);
  harness_settle (other);
  g_assert_nonnull (
      harness_find_saying (GTK_WIDGET (other), GTK_TYPE_LABEL, "What are you building?"));
  harness_wait_for (harness_find_saying (GTK_WIDGET (other), GTK_TYPE_LABEL,
                                         "Still reading “slow.shortlist”") != NULL);

  pipe_end = open (g_file_peek_path (slow), O_WRONLY | O_CLOEXEC);
  g_assert_cmpint (write (pipe_end, contents, length), ==, (gssize) length);
  close (pipe_end);
  harness_wait_for (g_str_equal (gtk_window_get_title (GTK_WINDOW (other)), "Ours"));
  harness_wait_for (harness_find_saying (GTK_WIDGET (other), GTK_TYPE_LABEL,
                                         "Still reading “slow.shortlist”") == NULL);
  harness_settle (other);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (harness_find_slider (other, "Performance"))));
  harness_window_free (other);
}

/* What is edited while the file is read is not lost. */
static void
test_open_and_edit (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_document (self, "good.shortlist", "Ours");
  g_autofree char *title = NULL;

  sl_window_open (self->window, file);
  harness_move_slider (self->window, "Performance", 9);
  title = wait_for_other_window (self);

  g_assert_cmpstr (title, ==, "Ours");
  g_assert_true (harness_window_get_decision (self->window) == self->decision);
  g_assert_true (sl_decision_get_modified (self->decision));
}

/* Whatever is wrong with the file: one alert, and the window is as it was. */
static void
assert_is_refused (Fixture *self, GFile *file, const char *expected)
{
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) after = NULL;
  g_autofree char *title = g_strdup (gtk_window_get_title (GTK_WINDOW (self->window)));
  g_autofree char *body = NULL;

  harness_move_slider (self->window, "Performance", 9);
  before = harness_list_ranking (self->window);
  sl_window_open (self->window, file);
  body = wait_for_alert (self, "The File Was Not Opened");
  after = harness_list_ranking (self->window);

  g_assert_nonnull (strstr (body, expected));
  g_assert_null (harness_window_get_dialog (self->window));
  g_assert_true (harness_window_get_decision (self->window) == self->decision);
  g_assert_true (sl_decision_get_modified (self->decision));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, title);
  g_assert_cmpstrv (before, after);
  sl_decision_undo (self->decision);
}

static void
test_open_missing (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (self, "missing.shortlist");

  assert_is_refused (self, file, "missing.shortlist");
}

static void
test_open_folder (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->folder);
  g_autofree char *name = g_path_get_basename (self->folder);

  assert_is_refused (self, file, name);
}

static void
test_open_elsewhere (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("https://example.org/a.shortlist");

  assert_is_refused (self, file, "this computer");
}

static void
test_open_malformed (Fixture *self, gconstpointer data)
{
  static const char *const contents[] = {
    "",
    "{",
    "not JSON",
    "[]",
    "null",
    "\xff\xfe",
    "{\"format\": \"decision-1\"",
    "{\"format\": \"decision-1\", \"facts\": {\"team_size\": \"many\"}}",
    "{\"format\": \"decision-1\", \"importance\": {\"nothing\": 3}}",
    "{\"format\": \"decision-1\", \"title\": 3}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++) {
    g_autoptr (GFile) file = write_file (self, "broken.shortlist", contents[i], -1);

    assert_is_refused (self, file, "broken.shortlist");
  }
}

/* A hundred faults are more than an alert can hold: some are listed, and the window stays usable.
 */
static void
test_open_many_faults (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("{\"format\": \"decision-1\", \"importance\": {");
  g_autoptr (GFile) file = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "%s\"nothing_%u_%s\": 3", i > 0 ? ", " : "", i,
                            "with_a_name_that_goes_on_and_on_and_on_and_on_and_on_and_on_and_on");
  g_string_append (text, "}}");
  file = write_file (self, "faulty.shortlist", text->str, -1);

  assert_is_refused (self, file, "nothing_0_");
}

static void
test_open_newer (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (self, "newer.shortlist", "{\"format\": \"decision-7\"}", -1);

  assert_is_refused (self, file, "newer version");
}

static void
test_open_huge (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (self, "huge.shortlist", "{", 1);

  g_assert_no_errno (truncate (g_file_peek_path (file), SL_JSON_MAX_BYTES + 1));
  assert_is_refused (self, file, "huge.shortlist");
}

/* A window may be gone before its file has been read. */
static void
test_open_and_close (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_document (self, "good.shortlist", "Ours");
  g_autoptr (GFile) missing = get_file (self, "missing.shortlist");

  sl_window_open (self->window, file);
  sl_window_open (self->window, missing);
  harness_window_free (g_steal_pointer (&self->window));
}

/* ---- saving ---- */

static GFile *
open_document (Fixture *self)
{
  GFile *file = write_document (self, "ours.shortlist", "Ours");

  sl_window_open (self->window, file);
  harness_wait_for (harness_window_get_decision (self->window) != self->decision);
  self->decision = harness_window_get_decision (self->window);

  return file;
}

static SlDecision *
read_document (GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &error);
  SlDecision *decision;

  g_assert_no_error (error);
  decision =
      sl_decision_new_for_bytes (sl_application_get_catalogue (application), bytes, "ours", &error);
  g_assert_no_error (error);

  return decision;
}

static void
test_save (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = open_document (self);
  g_autoptr (SlDecision) saved = NULL;

  harness_move_slider (self->window, "Performance", 9);
  g_assert_true (sl_decision_get_modified (self->decision));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.save", NULL);
  harness_wait_for (!sl_decision_get_modified (self->decision));

  saved = read_document (file);
  g_assert_true (sl_requirements_equal (sl_decision_get_requirements (saved),
                                        sl_decision_get_requirements (self->decision)));
  g_assert_cmpstr (sl_decision_get_title (saved), ==, "Ours");
}

/* Where the folder is gone the document stays modified, and the window says so. */
static void
test_save_fails (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = open_document (self);
  g_autofree char *body = NULL;

  remove_folder (self->folder);
  harness_move_slider (self->window, "Performance", 9);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.save", NULL);
  body = wait_for_alert (self, "The File Was Not Saved");
  g_assert_true (sl_decision_get_modified (self->decision));
  g_assert_no_errno (g_mkdir (self->folder, 0700));
}

/* Ours is kept, and the one that came between stays beside it. */
static void
test_changed_by_someone_else (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = open_document (self);
  g_autoptr (GFile) other = NULL;
  g_autoptr (GFile) backup = get_file (self, "ours.shortlist~");
  g_autoptr (SlDecision) theirs = NULL;
  g_autoptr (SlDecision) mine = NULL;

  other = write_document (self, "ours.shortlist", "Theirs");
  harness_move_slider (self->window, "Performance", 9);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.save", NULL);
  respond (self, "Save This One");
  harness_wait_for (!sl_decision_get_modified (self->decision));
  mine = read_document (file);
  theirs = read_document (backup);
  g_assert_cmpstr (sl_decision_get_title (mine), ==, "Ours");
  g_assert_cmpstr (sl_decision_get_title (theirs), ==, "Theirs");
}

/* The portal for documents hands out a file without what is beside it. */
static void
test_changed_in_the_portal (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) other = NULL;
  g_autofree char *body = NULL;

  remove_folder (self->folder);
  g_free (self->folder);
  self->folder = g_build_filename (g_get_user_runtime_dir (), "doc", "1a2b3c", NULL);
  g_assert_no_errno (g_mkdir_with_parents (self->folder, 0700));
  file = open_document (self);
  other = write_document (self, "ours.shortlist", "Theirs");
  harness_move_slider (self->window, "Performance", 9);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.save", NULL);
  harness_wait_for (harness_window_get_dialog (self->window) != NULL);
  g_assert_null (harness_find_saying (GTK_WIDGET (harness_window_get_dialog (self->window)),
                                      GTK_TYPE_BUTTON, "Save This One"));
  body = wait_for_alert (self, "Which Version Is It to Be?");
  g_assert_null (strstr (body, "beside it"));
  g_assert_true (sl_decision_get_modified (self->decision));
}

/* The one about the file; pages have banners of their own. */
static GtkWidget *
find_file_banner (Fixture *self)
{
  return GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (self->window), SL_TYPE_WINDOW, "file_banner"));
}

/* Also while nobody saves: what is open is then nowhere else. */
static void
test_change_is_noticed (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = open_document (self);
  g_autoptr (GFile) other = NULL;
  g_autofree char *title = NULL;
  GtkWidget *banner = find_file_banner (self);

  other = write_document (self, "ours.shortlist", "Theirs");
  harness_wait_for (adw_banner_get_revealed (ADW_BANNER (banner)));
  g_assert_true (sl_decision_get_modified (self->decision));
  g_signal_emit_by_name (banner, "button-clicked");
  respond (self, "Open the Other One");
  title = wait_for_other_window (self);
  g_assert_cmpstr (title, ==, "Theirs");
  g_assert_null (sl_window_get_file (self->window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "Ours");
}

/* ---- what was left ---- */

static void
test_recovered (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (self->folder, "drafts", NULL);
  SlDrafts *earlier = sl_drafts_new (folder);
  SlDecision *decision = sl_decision_new (sl_application_get_catalogue (application));
  SlDraft *draft = sl_draft_new (earlier, decision);
  g_autoptr (SlDrafts) now = sl_drafts_new (folder);
  g_autoptr (GPtrArray) left = NULL;

  sl_decision_set_title (decision, "Left");
  sl_draft_flush (draft);
  g_object_unref (draft);
  g_object_unref (decision);
  sl_drafts_unref (earlier);

  left = sl_drafts_take_left (now, sl_application_get_catalogue (application));
  g_assert_cmpuint (left->len, ==, 1);
  sl_window_take_left_draft (self->window, g_ptr_array_index (left, 0));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "Left");
  g_assert_true (sl_decision_get_modified (harness_window_get_decision (self->window)));
  gtk_window_close (GTK_WINDOW (self->window));
  g_ptr_array_set_size (left, 0);
  {
    gpointer watched = self->window;

    g_object_add_weak_pointer (G_OBJECT (self->window), &watched);
    respond (self, "Discard");
    harness_wait_for (watched == NULL);
    self->window = NULL;
  }
  g_assert_false (g_file_test (folder, G_FILE_TEST_IS_DIR) && g_rmdir (folder) != 0);
}

/* ---- dropped ---- */

static GtkEventController *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_DROP_TARGET (controller))
      return controller; /* the widget has it */
  }
  g_assert_not_reached ();
}

/* What GTK does when something is let go above the window. */
static void
drop (Fixture *self, GFile **files, gsize n)
{
  GtkDropTarget *target = GTK_DROP_TARGET (find_drop_target (GTK_WIDGET (self->window)));
  GdkFileList *list = gdk_file_list_new_from_array (files, n);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_assert_true (
      gdk_content_formats_contain_gtype (gtk_drop_target_get_formats (target), GDK_TYPE_FILE_LIST));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, list);
  g_signal_emit_by_name (target, "drop", &value, 10.0, 10.0, &taken);
  g_assert_true (taken);
}

static void
test_drop (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) one = write_document (self, "one.shortlist", "One");
  g_autoptr (GFile) two = write_document (self, "two.shortlist", "Two");
  GFile *files[] = { one, two };
  g_autofree char *title = NULL;

  drop (self, files, G_N_ELEMENTS (files));
  title = wait_for_other_window (self);
  harness_wait_for (harness_window_get_decision (self->window) != self->decision);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "One");
  g_assert_cmpstr (title, ==, "Two");
}

/* What is dropped onto work that is not saved does not take its place. */
static void
test_drop_on_work (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) one = write_document (self, "one.shortlist", "One");
  g_autofree char *title = NULL;

  harness_move_slider (self->window, "Performance", 9);
  drop (self, &one, 1);
  title = wait_for_other_window (self);
  g_assert_cmpstr (title, ==, "One");
  g_assert_true (harness_window_get_decision (self->window) == self->decision);
  g_assert_true (sl_decision_get_modified (self->decision));
}

static void
test_drop_anything (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) picture = write_file (self, "picture.png", "\x89PNG\r\n", -1);
  g_autofree char *body = NULL;

  drop (self, &picture, 1);
  body = wait_for_alert (self, "The File Was Not Opened");
  g_assert_true (g_str_has_prefix (body, "picture.png"));
  g_assert_true (harness_window_get_decision (self->window) == self->decision);
}

/* ---- recent files ---- */

static gboolean
is_recent (GFile *file)
{
  g_autoptr (GPtrArray) files = sl_list_recent_files ();
  g_autofree char *uri = g_file_get_uri (file);

  for (guint i = 0; i < files->len; i++) {
    if (g_str_equal (gtk_recent_info_get_uri (g_ptr_array_index (files, i)), uri))
      return TRUE;
  }
  return FALSE;
}

/* What was opened is found again, and opened from the menu; what is gone is no longer listed. */
static void
test_recent (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = open_document (self);
  g_autofree char *uri = g_file_get_uri (file);

  harness_wait_for (is_recent (file));

  /* In a window that does not show it already. */
  harness_window_free (g_steal_pointer (&self->window));
  self->window = harness_window_new (application, 1000, 700);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.open-uri", "s", uri);
  harness_wait_for (g_str_equal (gtk_window_get_title (GTK_WINDOW (self->window)), "Ours"));

  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_false (is_recent (file));
}

/* ---- another catalogue ---- */

/* The catalogue as it was before it rated the speed of a modular monolith higher. */
static SlCatalogue *
load_earlier (void)
{
  const GPtrArray *files = sl_catalogue_get_files (sl_application_get_catalogue (application));
  g_autoptr (GPtrArray) earlier = g_ptr_array_new ();
  GArray *changed = g_array_new (FALSE, TRUE, sizeof (SlCatalogueFile));
  g_autoptr (GError) error = NULL;
  SlCatalogue *catalogue;

  g_array_set_size (changed, files->len);
  for (guint i = 0; i < files->len; i++) {
    const SlCatalogueFile *file = g_ptr_array_index (files, i);
    SlCatalogueFile *copy = &g_array_index (changed, SlCatalogueFile, i);
    gsize length;
    const char *data = g_bytes_get_data (file->bytes, &length);
    g_autoptr (GString) text = g_string_new_len (data, (gssize) length);

    g_string_replace (text, "\"version\": \"", "\"version\": \"0-", 1);
    if (g_str_equal (file->name, "patterns.json"))
      g_assert_cmpuint (g_string_replace (text, "\"mode\": 82", "\"mode\": 71", 1), ==, 1);
    copy->name = file->name;
    copy->bytes = g_bytes_new (text->str, text->len);
    g_ptr_array_add (earlier, copy);
  }
  catalogue = sl_catalogue_new_for_files (earlier, "earlier", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < changed->len; i++)
    g_bytes_unref (g_array_index (changed, SlCatalogueFile, i).bytes);
  g_array_unref (changed);

  return catalogue;
}

static void
open_earlier (Fixture *self)
{
  g_autoptr (SlCatalogue) catalogue = load_earlier ();
  g_autoptr (SlDecision) decision = sl_decision_new (catalogue);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) file = NULL;

  sl_decision_set_title (decision, "Of last year");
  bytes = sl_decision_state_to_bytes (sl_decision_get_state (decision));
  file = write_file (self, "old.shortlist", g_bytes_get_data (bytes, NULL),
                     (gssize) g_bytes_get_size (bytes));
  sl_window_open (self->window, file);
  harness_wait_for (harness_window_get_decision (self->window) != self->decision);
  self->decision = harness_window_get_decision (self->window);
  harness_settle (self->window);
}

static AdwBanner *
find_catalogue_banner (Fixture *self)
{
  return ADW_BANNER (gtk_widget_get_template_child (GTK_WIDGET (self->window), SL_TYPE_WINDOW,
                                                    "catalogue_banner"));
}

static gboolean
is_offered (Fixture *self)
{
  return adw_banner_get_revealed (find_catalogue_banner (self));
}

static gboolean
is_ours (Fixture *self)
{
  return sl_decision_get_catalogue (self->decision) == sl_application_get_catalogue (application);
}

/* Opens the dialog that says what changed, and answers it. */
static void
choose_catalogue (Fixture *self, const char *label)
{
  AdwDialog *dialog;
  GtkWidget *button;

  g_signal_emit_by_name (find_catalogue_banner (self), "button-clicked");
  harness_wait_for (harness_window_get_dialog (self->window) != NULL);
  harness_settle (self->window);
  dialog = harness_window_get_dialog (self->window);
  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "Another Catalogue");
  /* The one value that is another, and where the ranking goes. */
  g_assert_nonnull (harness_find_saying (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "Values"));
  g_assert_nonnull (harness_find_saying (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "Ranking"));
  button = harness_find_saying (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, label);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  harness_wait_for (harness_window_get_dialog (self->window) == NULL);
}

static void
test_catalogue_keep (Fixture *self, gconstpointer data)
{
  open_earlier (self);
  g_assert_true (is_offered (self));
  g_assert_nonnull (strstr (adw_banner_get_title (find_catalogue_banner (self)), "0-"));
  g_assert_false (is_ours (self));
  g_assert_false (sl_decision_get_modified (self->decision));

  choose_catalogue (self, "Keep the Present One");
  g_assert_false (is_offered (self));
  g_assert_false (is_ours (self));
  g_assert_cmpstr (sl_decision_get_declined (self->decision), ==,
                   sl_catalogue_get_sha256 (sl_application_get_catalogue (application)));
  /* Nobody asks again while one works. */
  sl_decision_set_title (self->decision, "Another");
  g_assert_false (is_offered (self));

  sl_decision_undo (self->decision);
  sl_decision_undo (self->decision);
  g_assert_true (is_offered (self));
  sl_decision_redo (self->decision);
  g_assert_false (is_offered (self));
}

static void
test_catalogue_adopt (Fixture *self, gconstpointer data)
{
  open_earlier (self);
  choose_catalogue (self, "Adopt the New One");
  g_assert_false (is_offered (self));
  g_assert_true (is_ours (self));
  harness_settle (self->window);
  g_assert_true (sl_analysis_get_requirements (harness_window_get_analysis (self->window)) ==
                 sl_decision_get_requirements (self->decision));

  sl_decision_undo (self->decision);
  g_assert_true (is_offered (self));
  g_assert_false (is_ours (self));
  g_assert_false (sl_decision_get_modified (self->decision));
}

/* ---- what it says beside its numbers ---- */

static void
test_decision_dialog (Fixture *self, gconstpointer data)
{
  AdwDialog *dialog;
  GtkWidget *row;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.decision", NULL);
  harness_wait_for (harness_window_get_dialog (self->window) != NULL);
  dialog = harness_window_get_dialog (self->window);
  harness_settle (self->window);
  row = harness_find_saying (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "Title");
  gtk_editable_set_text (GTK_EDITABLE (row), "Ne");
  gtk_editable_set_text (GTK_EDITABLE (row), "New title");
  g_assert_cmpstr (sl_decision_get_title (self->decision), ==, "New title");
  adw_combo_row_set_selected (
      ADW_COMBO_ROW (harness_find_saying (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, "Status")),
      SL_STATUS_DECIDED);
  g_assert_cmpint (sl_decision_get_prose (self->decision)->outcome.status, ==, SL_STATUS_DECIDED);
  g_assert_nonnull (sl_decision_get_prose (self->decision)->outcome.date);
  adw_dialog_close (dialog);
  harness_wait_for (harness_window_get_dialog (self->window) == NULL);
  harness_settle (self->window);
  g_assert_false (sl_decision_is_in_step (self->decision));
  while (sl_decision_get_can_undo (self->decision))
    sl_decision_undo (self->decision);
  g_assert_cmpstr (sl_decision_get_title (self->decision), ==, "New Decision");
}

static void
test_snapshots_dialog (Fixture *self, gconstpointer data)
{
  AdwDialog *dialog;
  GtkWidget *row;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.snapshots", NULL);
  harness_wait_for (harness_window_get_dialog (self->window) != NULL);
  dialog = harness_window_get_dialog (self->window);
  row = harness_find_saying (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "New Snapshot");
  gtk_editable_set_text (GTK_EDITABLE (row), "After the <review>");
  g_signal_emit_by_name (row, "apply");
  g_assert_cmpuint (sl_decision_get_snapshots (self->decision)->len, ==, 1);
  g_assert_nonnull (
      harness_find_saying (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "After the <review>"));
  g_signal_emit_by_name (harness_find_saying (GTK_WIDGET (dialog), ADW_TYPE_BUTTON_ROW, "_Compare"),
                         "activated");
  harness_wait_for (harness_window_get_dialog (self->window) != dialog);
  harness_settle (self->window);
  g_assert_nonnull (harness_find_saying (GTK_WIDGET (harness_window_get_dialog (self->window)),
                                         GTK_TYPE_LABEL, "The order stays the same."));
  adw_dialog_force_close (harness_window_get_dialog (self->window));
  adw_dialog_force_close (dialog);
}

/* ---- closing ---- */

static void
test_close_unchanged (Fixture *self, gconstpointer data)
{
  gpointer watched = self->window;

  g_object_add_weak_pointer (G_OBJECT (self->window), &watched);
  gtk_window_close (GTK_WINDOW (self->window));
  harness_wait_for (watched == NULL);
  self->window = NULL;
}

static void
test_close_cancel (Fixture *self, gconstpointer data)
{
  harness_move_slider (self->window, "Performance", 9);
  gtk_window_close (GTK_WINDOW (self->window));
  respond (self, "Cancel");
  harness_settle (self->window);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (self->window)));
  g_assert_true (sl_decision_get_modified (self->decision));
}

static void
test_close_discard (Fixture *self, gconstpointer data)
{
  gpointer watched = self->window;

  g_object_add_weak_pointer (G_OBJECT (self->window), &watched);
  harness_move_slider (self->window, "Performance", 9);
  gtk_window_close (GTK_WINDOW (self->window));
  respond (self, "Discard");
  harness_wait_for (watched == NULL);
  self->window = NULL;
}

static void
test_close_save (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = open_document (self);
  g_autoptr (SlDecision) saved = NULL;
  const SlPillar *pillar =
      sl_catalogue_find_pillar (sl_application_get_catalogue (application), "performance");
  gpointer watched = self->window;

  g_object_add_weak_pointer (G_OBJECT (self->window), &watched);
  harness_move_slider (self->window, pillar->name, 9);
  gtk_window_close (GTK_WINDOW (self->window));
  respond (self, "Save");
  harness_wait_for (watched == NULL);
  self->window = NULL;

  saved = read_document (file);
  g_assert_cmpfloat (sl_decision_get_requirements (saved)->pillar_importance[pillar->index], ==, 9);
}

/* ---- reports ---- */

static SlReportDialog *
open_report (Fixture *self, guint format)
{
  AdwDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.report", NULL);
  harness_wait_for (SL_IS_REPORT_DIALOG (harness_window_get_dialog (self->window)));
  dialog = harness_window_get_dialog (self->window);
  adw_combo_row_set_selected (
      ADW_COMBO_ROW (harness_find_saying (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, "Format")),
      format);
  harness_settle (self->window);

  return SL_REPORT_DIALOG (dialog);
}

static GBytes *
save_report (Fixture *self, const char *name, guint format)
{
  g_autoptr (GFile) file = get_file (self, name);
  g_autoptr (GError) error = NULL;
  SlReportDialog *dialog = open_report (self, format);
  GBytes *bytes;

  sl_report_dialog_save (dialog, file);
  harness_wait_for (harness_window_get_dialog (self->window) == NULL);
  bytes = g_file_load_bytes (file, NULL, NULL, &error);
  g_assert_no_error (error);
  harness_settle (self->window);
  g_assert_nonnull (
      harness_find_saying (GTK_WIDGET (self->window), GTK_TYPE_LABEL, "Report saved"));

  return bytes;
}

static void
test_report_pdf (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = save_report (self, "report.pdf", 0);

  g_assert_cmpuint (g_bytes_get_size (bytes), >, 10000);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), 5, "%PDF-", 5);
}

/* It is the report of what the window shows. */
static void
test_report_json (Fixture *self, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const char *text;
  const SlEntry *first;

  harness_move_slider (self->window, "Performance", 10);
  bytes = save_report (self, "report.json", SL_REPORT_JSON);
  json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                              (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);

  first = sl_ranking_get_first (
      sl_analysis_get_ranking (harness_window_get_analysis (self->window), SL_BOARD_TECHNOLOGIES));
  text = g_bytes_get_data (bytes, NULL);
  g_assert_nonnull (g_strstr_len (text, (gssize) g_bytes_get_size (bytes), first->id));
}

/* Every format that can be chosen is what is written. */
static void
test_report_formats (Fixture *self, gconstpointer data)
{
  for (SlReportFormat format = SL_REPORT_PDF; format < SL_N_REPORT_FORMATS; format++) {
    g_autofree char *name = g_strconcat ("report.", sl_report_format_get_id (format), NULL);
    g_autoptr (GBytes) bytes = save_report (self, name, format);

    g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
  }
}

static GtkPicture *
find_preview (SlReportDialog *dialog)
{
  return GTK_PICTURE (harness_find (GTK_WIDGET (dialog), GTK_TYPE_PICTURE));
}

/* There is a first page, the next one is another, and one that leaves nothing out has more. */
static void
test_report_preview (Fixture *self, gconstpointer data)
{
  SlReportDialog *dialog = open_report (self, SL_REPORT_PDF);
  GtkPicture *picture = find_preview (dialog);
  GtkWidget *row = harness_find_saying (GTK_WIDGET (dialog), ADW_TYPE_SWITCH_ROW, "All values");
  g_autoptr (GdkPaintable) first = NULL;
  g_autofree char *name = NULL;
  GtkWidget *next;

  harness_wait_for (gtk_picture_get_paintable (picture) != NULL);
  first = g_object_ref (gtk_picture_get_paintable (picture));
  g_assert_true (g_str_has_prefix (gtk_picture_get_alternative_text (picture), "Page 1 of "));
  name = g_strdup (gtk_picture_get_alternative_text (picture));

  next = gtk_widget_get_last_child (gtk_widget_get_parent (
      harness_find_saying (GTK_WIDGET (dialog), GTK_TYPE_LABEL, name + strlen ("Page "))));
  g_signal_emit_by_name (next, "clicked");
  harness_wait_for (gtk_picture_get_paintable (picture) != first);
  g_assert_true (g_str_has_prefix (gtk_picture_get_alternative_text (picture), "Page 2 of "));

  adw_switch_row_set_active (ADW_SWITCH_ROW (row), FALSE);
  harness_wait_for (g_str_has_prefix (gtk_picture_get_alternative_text (picture), "Page 1 of ") &&
                    !g_str_equal (gtk_picture_get_alternative_text (picture), name));
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

/* The pages as a printer gets them: as many, of that size. */
static void
test_report_print (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (self, "printed.pdf");
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  SlReportOptions options = { .title = "Printed", .paper = SL_PAPER_LETTER };
  SlReportPages *pages =
      sl_report_pages_new (harness_window_get_analysis (self->window), &options, NULL, &error);
  guint n = 0;

  g_assert_no_error (error);
  n = sl_report_pages_get_n_pages (pages);
  operation = sl_report_print_operation_new (pages, SL_PAPER_LETTER, "Printed");
  gtk_print_operation_set_export_filename (operation, g_file_peek_path (file));
  g_assert_cmpint (
      gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
      GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_cmpint (gtk_print_operation_get_n_pages_to_print (operation), ==, (int) n);
  bytes = g_file_load_bytes (file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 20000);
}

static void
test_report_fails (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (self, "no-such-folder/report.pdf");
  SlReportDialog *dialog = open_report (self, 0);
  g_autofree char *body = NULL;

  sl_report_dialog_save (dialog, file);
  body = wait_for_alert (self, "The Report Was Not Saved");
  /* Another place may do. */
  g_assert_true (harness_window_get_dialog (self->window) == ADW_DIALOG (dialog));
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

/* Who closes the dialog does not want the report any more. */
static void
test_report_cancel (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (self, "report.pdf");
  SlReportDialog *dialog = g_object_ref (open_report (self, 0));

  sl_report_dialog_save (dialog, file);
  adw_dialog_close (ADW_DIALOG (dialog));
  harness_wait_for (G_OBJECT (dialog)->ref_count == 1);
  g_assert_finalize_object (dialog);
  harness_settle (self->window);
  g_assert_null (harness_window_get_dialog (self->window));
  g_assert_false (g_file_query_exists (file, NULL));
}

static void
test_report_and_close (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (self, "report.pdf");
  SlReportDialog *dialog = g_object_ref (open_report (self, 0));

  sl_report_dialog_save (dialog, file);
  harness_window_free (g_steal_pointer (&self->window));
  /* Its threads hold it. */
  harness_wait_for (G_OBJECT (dialog)->ref_count == 1);
  g_assert_finalize_object (dialog);
}

/* ---- */

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = harness_application_new ();

  add ("/document/open", test_open);
  add ("/document/open/two", test_open_two);
  add ("/document/open/alone", test_open_alone);
  add ("/document/open/slow", test_open_slow);
  add ("/document/open/and-edit", test_open_and_edit);
  add ("/document/open/missing", test_open_missing);
  add ("/document/open/folder", test_open_folder);
  add ("/document/open/elsewhere", test_open_elsewhere);
  add ("/document/open/malformed", test_open_malformed);
  add ("/document/open/many-faults", test_open_many_faults);
  add ("/document/open/newer", test_open_newer);
  add ("/document/open/huge", test_open_huge);
  add ("/document/open/and-close", test_open_and_close);
  add ("/document/save", test_save);
  add ("/document/changed-by-someone-else", test_changed_by_someone_else);
  add ("/document/changed-in-the-portal", test_changed_in_the_portal);
  add ("/document/change-is-noticed", test_change_is_noticed);
  add ("/document/recovered", test_recovered);
  add ("/document/drop", test_drop);
  add ("/document/drop/on-work", test_drop_on_work);
  add ("/document/drop/anything", test_drop_anything);
  add ("/document/recent", test_recent);
  add ("/document/catalogue/keep", test_catalogue_keep);
  add ("/document/catalogue/adopt", test_catalogue_adopt);
  add ("/document/decision-dialog", test_decision_dialog);
  add ("/document/snapshots-dialog", test_snapshots_dialog);
  add ("/document/save/fails", test_save_fails);
  add ("/document/close/unchanged", test_close_unchanged);
  add ("/document/close/cancel", test_close_cancel);
  add ("/document/close/discard", test_close_discard);
  add ("/document/close/save", test_close_save);
  add ("/document/report/pdf", test_report_pdf);
  add ("/document/report/json", test_report_json);
  add ("/document/report/formats", test_report_formats);
  add ("/document/report/preview", test_report_preview);
  add ("/document/report/print", test_report_print);
  add ("/document/report/fails", test_report_fails);
  add ("/document/report/cancel", test_report_cancel);
  add ("/document/report/and-close", test_report_and_close);
  status = g_test_run ();
  g_clear_object (&application);

  return status;
}
