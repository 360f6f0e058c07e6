/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "preferences-dialog.h"

#include "application.h"
#include "widgets.h"

#include "analysis/analysis.h"

#include <glib/gi18n.h>

/* ---- a choice that is kept as a word ---- */

typedef struct {
  GSettings *settings;
  const char *key;
  const char *const *words; /* what is kept, in the order of the row */
} Choice;

static void
choice_free (gpointer data)
{
  Choice *self = data;

  g_object_unref (self->settings);
  g_free (self);
}

static void
chosen_cb (Choice *self, GParamSpec *pspec, AdwComboRow *row)
{
  g_settings_set_string (self->settings, self->key, self->words[adw_combo_row_get_selected (row)]);
}

static GtkWidget *
choice_row_new (GSettings *settings,
                const char *title,
                const char *key,
                const char *const *words,
                const char *const *names)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);
  g_autofree char *now = g_settings_get_string (settings, key);
  Choice *choice = g_new0 (Choice, 1);

  *choice = (Choice) { g_object_ref (settings), key, words };
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  for (guint i = 0; words[i] != NULL; i++) {
    if (g_str_equal (words[i], now))
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
  }
  g_object_set_data_full (G_OBJECT (row), "choice", choice, choice_free);
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (chosen_cb), choice);

  return row;
}

static GtkWidget *
method_row_new (GSettings *settings)
{
  static const char *words[SL_N_METHODS + 1];
  const char *names[SL_N_METHODS + 1] = { NULL };

  for (guint i = 0; i < SL_N_METHODS; i++) {
    words[i] = sl_method_get_id (i);
    names[i] = sl_method_get_name (i);
  }

  return choice_row_new (settings, _ ("Method"), "default-method", words, names);
}

static GtkWidget *
trials_row_new (GSettings *settings)
{
  GtkWidget *row = adw_spin_row_new_with_range (1000, 1000000, 1000);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Trials"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _ ("10,000 are good to a point of every share"));
  adw_spin_row_set_numeric (ADW_SPIN_ROW (row), TRUE);
  g_settings_bind (settings, "trials", row, "value", G_SETTINGS_BIND_DEFAULT);

  return row;
}

static GtkWidget *
paper_row_new (GSettings *settings)
{
  static const char *const words[] = { "automatic", "a4", "letter", NULL };
  const char *const names[] = { _ ("As the Region Has It"), C_ ("paper size", "A4"),
                                C_ ("paper size", "US Letter"), NULL };

  return choice_row_new (settings, _ ("Paper"), "paper", words, names);
}

/* ---- the catalogue ---- */

static void
show_folder (AdwActionRow *row, const char *key, GSettings *settings)
{
  g_autofree char *folder = g_settings_get_string (settings, "catalogue-folder");

  adw_action_row_set_subtitle (
      row, *folder != '\0' ? folder : _ ("The catalogue that comes with the program"));
}

static void
read_catalogue (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const char *path = data;
  GError *error = NULL;
  SlCatalogue *catalogue =
      path != NULL ? sl_catalogue_new_for_path (path, &error) : sl_catalogue_new (&error);

  if (catalogue != NULL)
    g_task_return_pointer (task, catalogue, (GDestroyNotify) sl_catalogue_unref);
  else
    g_task_return_error (task, error);
}

static void
tell_failure (AdwDialog *dialog, const GError *error)
{
  AdwDialog *alert = adw_alert_dialog_new (_ ("The Catalogue Was Not Read"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, GTK_WIDGET (dialog));
}

static void
catalogue_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AdwDialog) dialog = ADW_DIALOG (user_data);
  const char *path = g_task_get_task_data (G_TASK (result));
  g_autoptr (GSettings) settings = g_settings_new (SL_APPLICATION_ID);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCatalogue) catalogue = g_task_propagate_pointer (G_TASK (result), &error);

  if (catalogue == NULL) {
    tell_failure (dialog, error);
    return;
  }

  g_settings_set_string (settings, "catalogue-folder", path != NULL ? path : "");
  sl_application_set_catalogue (SL_APPLICATION (g_application_get_default ()), catalogue);
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog),
                                    adw_toast_new (_ ("New windows use this catalogue")));
}

void
sl_preferences_dialog_set_folder (AdwDialog *dialog, const char *path)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, catalogue_read_cb, g_object_ref (dialog));

  g_task_set_source_tag (task, sl_preferences_dialog_set_folder);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, read_catalogue);
}

static void
folder_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AdwDialog) dialog = ADW_DIALOG (user_data);
  g_autoptr (GFile) folder =
      gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (object), result, NULL);
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;

  if (path != NULL)
    sl_preferences_dialog_set_folder (dialog, path);
}

static AdwDialog *
get_dialog (GtkWidget *button)
{
  return ADW_DIALOG (gtk_widget_get_ancestor (button, ADW_TYPE_PREFERENCES_DIALOG));
}

static void
choose_folder_cb (GtkWidget *button)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Catalogue Folder"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (button)), NULL,
                                 folder_chosen_cb, g_object_ref (get_dialog (button)));
}

static void
reset_folder_cb (GtkWidget *button)
{
  sl_preferences_dialog_set_folder (get_dialog (button), NULL);
}

static GtkWidget *
icon_button_new (const char *icon, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

static GtkWidget *
folder_row_new (GSettings *settings)
{
  AdwActionRow *row = sl_text_row_new (_ ("Folder"), NULL);
  GtkWidget *choose = icon_button_new ("folder-open-symbolic", _ ("Choose a Folder"));
  GtkWidget *reset = icon_button_new ("edit-clear-symbolic", _ ("Use the Program’s Own"));

  adw_action_row_add_suffix (row, choose);
  adw_action_row_add_suffix (row, reset);
  /* What its own Tab stop is for. As the row's activatable widget the button would be read by the
   * name of the row. */
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (choose_folder_cb), NULL);
  g_signal_connect (choose, "clicked", G_CALLBACK (choose_folder_cb), NULL);
  g_signal_connect (reset, "clicked", G_CALLBACK (reset_folder_cb), NULL);
  g_signal_connect_object (settings, "changed::catalogue-folder", G_CALLBACK (show_folder), row,
                           G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (row), "settings", g_object_ref (settings), g_object_unref);
  show_folder (row, NULL, settings);

  return GTK_WIDGET (row);
}

/* ---- the dialog ---- */

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page, const char *title, const char *description, GtkWidget *row)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  adw_preferences_group_add (group, row);
  adw_preferences_page_add (page, group);

  return group;
}

AdwDialog *
sl_preferences_dialog_new (void)
{
  g_autoptr (GSettings) settings = g_settings_new (SL_APPLICATION_ID);
  AdwDialog *dialog = adw_preferences_dialog_new ();
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());

  adw_preferences_group_add (add_group (page, _ ("New Decisions"), NULL, method_row_new (settings)),
                             trials_row_new (settings));
  add_group (page, _ ("Reports"), NULL, paper_row_new (settings));
  add_group (
      page, _ ("Catalogue"),
      _ ("A folder of your own adds to what comes with the program or replaces it. New windows "
         "use it; decisions that are open keep theirs."),
      folder_row_new (settings));
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), page);

  return dialog;
}
