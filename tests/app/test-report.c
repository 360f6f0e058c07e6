/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dialog that makes reports: their language, choices that come while one is made, and what is
 * left behind when it does not come to its end. */

#include "config.h"

#include "harness.h"

#include "app/report-dialog.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

typedef struct {
  SlWindow *window;
  SlReportDialog *dialog; /* borrowed */
  char *folder;
} Fixture;

static SlApplication *application;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("shortlist-XXXXXX", &error);
  g_assert_no_error (error);
  self->window = harness_window_new (application, 1000, 700);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *file = g_build_filename (path, name, NULL);

    if (g_file_test (file, G_FILE_TEST_IS_DIR))
      remove_folder (file);
    else
      g_assert_no_errno (g_remove (file));
  }
  g_assert_no_errno (g_rmdir (path));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  harness_window_free (self->window);
  remove_folder (self->folder);
  g_free (self->folder);
}

static void
open_report (Fixture *self, SlReportFormat format)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.report", NULL);
  harness_wait_for (SL_IS_REPORT_DIALOG (harness_window_get_dialog (self->window)));
  self->dialog = SL_REPORT_DIALOG (harness_window_get_dialog (self->window));
  adw_combo_row_set_selected (
      ADW_COMBO_ROW (harness_find_saying (GTK_WIDGET (self->dialog), ADW_TYPE_COMBO_ROW, "Format")),
      format);
}

static AdwComboRow *
find_languages (Fixture *self)
{
  GtkWidget *row = harness_find_saying (GTK_WIDGET (self->dialog), ADW_TYPE_COMBO_ROW, "Language");

  harness_wait_for (gtk_widget_get_visible (row));

  return ADW_COMBO_ROW (row);
}

static const char *
get_language (AdwComboRow *row, guint i)
{
  return gtk_string_list_get_string (GTK_STRING_LIST (adw_combo_row_get_model (row)), i);
}

static GtkPicture *
find_picture (Fixture *self)
{
  return GTK_PICTURE (harness_find (GTK_WIDGET (self->dialog), GTK_TYPE_PICTURE));
}

static GFile *
get_file (Fixture *self, const char *name)
{
  return g_file_new_build_filename (self->folder, name, NULL);
}

static gboolean
is_empty (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  return g_dir_read_name (dir) == NULL;
}

/* ---- languages ---- */

/* As long as nothing else is installed the row says so. */
static void
test_one_language (Fixture *self, gconstpointer data)
{
  AdwComboRow *row;

  bindtextdomain (GETTEXT_PACKAGE, self->folder);
  open_report (self, SL_REPORT_HTML);
  row = find_languages (self);
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (row)), ==, 1);
  g_assert_cmpstr (get_language (row, 0), ==, "English");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "No other language is installed");
  adw_dialog_force_close (ADW_DIALOG (self->dialog));
}

static const char translation[] = "msgid \"\"\n"
                                  "msgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n"
                                  "msgctxt \"code of the language\"\n"
                                  "msgid \"en\"\n"
                                  "msgstr \"de\"\n"
                                  "msgid \"Contents\"\n"
                                  "msgstr \"Inhalt\"\n"
                                  "msgid \"Page %1$u of %2$u\"\n"
                                  "msgstr \"Seite %1$u von %2$u\"\n"
                                  "msgid \"Talent and hiring cost\"\n"
                                  "msgstr \"Leute und was sie kosten\"\n";

static void
install_translation (Fixture *self)
{
  g_autofree char *folder = g_build_filename (self->folder, "de", "LC_MESSAGES", NULL);
  g_autofree char *source = g_build_filename (self->folder, "de.po", NULL);
  g_autofree char *file = g_build_filename (folder, GETTEXT_PACKAGE ".mo", NULL);
  const char *const command[] = { "msgfmt", "--output-file", file, source, NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  g_file_set_contents (source, translation, -1, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  bindtextdomain (GETTEXT_PACKAGE, self->folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* The report is in the language that is chosen, the window in its own all the time. */
static void
test_language (Fixture *self, gconstpointer data)
{
  locale_t german = newlocale (LC_ALL_MASK, "de_DE.UTF-8", (locale_t) 0);
  g_autoptr (GFile) file = get_file (self, "report.html");
  g_autoptr (GdkPaintable) first = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  AdwComboRow *row;

  if (german == (locale_t) 0) {
    g_test_skip ("no German locale on this system");
    return;
  }
  freelocale (german);
  install_translation (self);
  open_report (self, SL_REPORT_HTML);
  row = find_languages (self);
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (row)), ==, 2);
  g_assert_cmpstr (get_language (row, 1), ==, "Deutsch");
  harness_wait_for (gtk_picture_get_paintable (find_picture (self)) != NULL);
  first = g_object_ref (gtk_picture_get_paintable (find_picture (self)));

  adw_combo_row_set_selected (row, 1);
  harness_wait_for (gtk_picture_get_paintable (find_picture (self)) != first);
  g_assert_true (
      g_str_has_prefix (gtk_picture_get_alternative_text (find_picture (self)), "Page 1 of "));

  sl_report_dialog_save (self->dialog, file);
  harness_wait_for (harness_window_get_dialog (self->window) == NULL);
  g_file_load_contents (file, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "<html lang=\"de\""));
  g_assert_nonnull (strstr (text, ">Inhalt<"));
  g_assert_nonnull (strstr (text, "Leute und was sie kosten"));
  g_assert_null (strstr (text, "Talent and hiring cost"));
  g_assert_true (g_regex_match_simple (">\\d\\d,\\d<", text, 0, 0));
  harness_settle (self->window);
  g_assert_nonnull (
      harness_find_saying (GTK_WIDGET (self->window), GTK_TYPE_LABEL, "Talent and hiring cost"));
  g_assert_nonnull (
      harness_find_saying (GTK_WIDGET (self->window), GTK_TYPE_LABEL, "Report saved"));
  bindtextdomain (GETTEXT_PACKAGE, "/nonexistent");
}

/* ---- choices that come one after another ---- */

static void
count_pages (Fixture *self, guint *n)
{
  const char *text = gtk_picture_get_alternative_text (find_picture (self));

  *n = text != NULL && g_str_has_prefix (text, "Page 1 of ")
           ? (guint) g_ascii_strtoull (text + strlen ("Page 1 of "), NULL, 10)
           : 0;
}

/* What is chosen while pages are made counts, and only the last of it. */
static void
test_choose_meanwhile (Fixture *self, gconstpointer data)
{
  static const char *const sections[] = { "All values", "Sources", "How sure this is" };
  guint most = 0, n = 0;

  open_report (self, SL_REPORT_PDF);
  harness_wait_for (gtk_picture_get_paintable (find_picture (self)) != NULL);
  count_pages (self, &most);
  g_assert_cmpuint (most, >, 10);

  for (guint round = 0; round < 3; round++) {
    for (guint i = 0; i < G_N_ELEMENTS (sections); i++) {
      GtkWidget *row =
          harness_find_saying (GTK_WIDGET (self->dialog), ADW_TYPE_SWITCH_ROW, sections[i]);

      adw_switch_row_set_active (ADW_SWITCH_ROW (row), round == 1);
      g_main_context_iteration (NULL, FALSE);
    }
  }
  harness_wait_for ((count_pages (self, &n), n > 0 && n < most - 8));
  adw_dialog_force_close (ADW_DIALOG (self->dialog));
}

/* ---- reports that do not come to their end ---- */

/* The dialog stays, can be used again, and says nothing: who stopped it knows. */
static void
test_stop (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (self, "report.pdf");
  GtkWidget *save, *stop;

  open_report (self, SL_REPORT_PDF);
  save = harness_find_saying (GTK_WIDGET (self->dialog), GTK_TYPE_BUTTON, "Save…");
  stop = harness_find_saying (GTK_WIDGET (self->dialog), GTK_TYPE_BUTTON, "Stop");
  sl_report_dialog_save (self->dialog, file);
  g_assert_false (gtk_widget_get_sensitive (save));
  g_signal_emit_by_name (stop, "clicked");
  harness_wait_for (gtk_widget_get_sensitive (save));
  g_assert_true (is_empty (self->folder));
  g_assert_true (harness_window_get_dialog (self->window) == ADW_DIALOG (self->dialog));

  sl_report_dialog_save (self->dialog, file);
  harness_wait_for (harness_window_get_dialog (self->window) == NULL);
  g_assert_false (is_empty (self->folder));
}

/* A disk that is full, as far as a process can have one of its own: one message, the dialog to try
 * another place, and neither a part of the new file nor anything but the old one. */
static void
test_no_space (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (self, "report.pdf");
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit limit, before;
  guint n_messages = 0;
  AdwDialog *alert;

  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &before));
  g_file_replace_contents (file, "old", 3, NULL, FALSE, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  open_report (self, SL_REPORT_PDF);
  g_signal_connect_swapped (self->dialog, "failed", G_CALLBACK (g_atomic_int_inc), &n_messages);

  signal (SIGXFSZ, SIG_IGN);
  limit = (struct rlimit) { 8192, before.rlim_max };
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &limit));
  sl_report_dialog_save (self->dialog, file);
  harness_wait_for (ADW_IS_ALERT_DIALOG (harness_window_get_dialog (self->window)));
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &before));

  alert = harness_window_get_dialog (self->window);
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (alert)), ==,
                   "The Report Was Not Saved");
  g_assert_cmpstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (alert)), !=, "");
  g_assert_cmpuint (n_messages, ==, 1);
  harness_settle (self->window);
  adw_dialog_close (alert);
  harness_wait_for (harness_window_get_dialog (self->window) == ADW_DIALOG (self->dialog));

  g_file_load_contents (file, NULL, &contents, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (contents, ==, "old");
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_true (is_empty (self->folder));
  adw_dialog_force_close (ADW_DIALOG (self->dialog));
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

  /* It would go before every locale. */
  g_unsetenv ("LANGUAGE");
  gtk_test_init (&argc, &argv, NULL);
  application = harness_application_new ();

  add ("/report/language/one", test_one_language);
  add ("/report/language/other", test_language);
  add ("/report/choose-meanwhile", test_choose_meanwhile);
  add ("/report/stop", test_stop);
  add ("/report/no-space", test_no_space);
  status = g_test_run ();
  g_clear_object (&application);

  return status;
}
