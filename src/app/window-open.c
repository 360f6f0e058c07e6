/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening, by dialog, from the recent files, and by dropping. Files are read off the main loop, and
 * checked as a whole before one takes the place of what the window shows. */

#include "config.h"

#include "ballot-files.h"
#include "widgets.h"
#include "window-document.h"

#include "catalogue/json-input.h"

#include <glib/gi18n.h>

#define MAX_RECENT 8
/* A file that takes longer to read, as from a network that hangs, is not waited for before there is
 * a window. */
#define PATIENCE_MS 1000

GtkFileDialog *
sl_decision_file_dialog_new (const char *title)
{
  return sl_file_dialog_new (title, _ ("Decisions"), SL_DECISION_SUFFIX);
}

/* ---- opening ---- */

/* What a thread found in a file. */
typedef struct {
  SlDecision *decision;
  char *sha256;
} Opened;

static void
opened_free (gpointer data)
{
  Opened *self = data;

  g_clear_object (&self->decision);
  g_free (self->sha256);
  g_free (self);
}

/* What a thread needs to find it. */
typedef struct {
  GFile *file;
  SlCatalogue *catalogue;
} OpenJob;

static void
open_job_free (gpointer data)
{
  OpenJob *self = data;

  g_object_unref (self->file);
  sl_catalogue_unref (self->catalogue);
  g_free (self);
}

static GBytes *
read_file (GFile *file, GError **error)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    return sl_input_read (path, error);

  g_set_error_literal (error, SL_INPUT_ERROR, SL_INPUT_ERROR_READ,
                       _ ("Only files on this computer can be opened."));
  return NULL;
}

static void
open_file (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  OpenJob *job = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (job->file);
  g_autoptr (GBytes) bytes = read_file (job->file, &error);
  SlDecision *decision =
      bytes != NULL ? sl_decision_new_for_bytes (job->catalogue, bytes, name, &error) : NULL;
  Opened *opened;

  if (decision == NULL) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }

  opened = g_new0 (Opened, 1);
  opened->decision = decision;
  opened->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_task_return_pointer (task, opened, opened_free);
}

static gboolean
present_cb (gpointer user_data)
{
  SlWindow *self = user_data;

  self->patience_id = 0;
  sl_window_show_start (self);
  adw_toast_overlay_add_toast (self->toast_overlay, g_object_ref (self->reading));
  gtk_window_present (GTK_WINDOW (self));

  return G_SOURCE_REMOVE;
}

void
sl_window_wait_for_file (SlWindow *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  /* Translators: %s is a file that takes long to read. */
  g_autofree char *text = g_strdup_printf (_ ("Still reading “%s”"), shown);

  self->reading = g_object_ref_sink (adw_toast_new (text));
  adw_toast_set_use_markup (self->reading, FALSE);
  adw_toast_set_timeout (self->reading, 0);
  self->patience_id = g_timeout_add (PATIENCE_MS, present_cb, self);
}

void
sl_window_stop_waiting (SlWindow *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  if (self->reading != NULL)
    adw_toast_dismiss (self->reading);
  g_clear_object (&self->reading);
}

/* Who went on editing while the file was read keeps what is not saved: the document gets a window
 * of its own. Returns the window that it is in. */
static SlWindow *
show_document (SlWindow *self, Opened *opened, GFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  SlWindow *target = self;

  if (sl_decision_get_modified (self->decision)) {
    target = sl_window_new (SL_APPLICATION (application));
    gtk_window_present (GTK_WINDOW (target));
  }
  sl_window_take_document (target, opened->decision, file, opened->sha256, NULL);
  sl_add_recent_file (file);

  return target;
}

gboolean
sl_window_has_decision (SlWindow *self)
{
  g_return_val_if_fail (SL_IS_WINDOW (self), FALSE);

  return self->n_opening > 0 || self->start_page == NULL;
}

void
sl_window_take_ballots (SlWindow *self, GListModel *files)
{
  g_return_if_fail (SL_IS_WINDOW (self));
  g_return_if_fail (sl_window_has_decision (self));
  g_return_if_fail (G_IS_LIST_MODEL (files));

  if (self->n_opening > 0) {
    if (self->ballots == NULL)
      self->ballots = g_list_store_new (G_TYPE_FILE);
    for (guint i = 0; i < g_list_model_get_n_items (files); i++) {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      g_list_store_append (self->ballots, file);
    }
    return;
  }

  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.people", NULL);
  sl_ballot_files_take (GTK_WIDGET (self->people_page), self->decision, files);
}

/* Where the document did not open they are not taken into whatever else is there. */
static void
take_waiting_ballots (SlWindow *self, SlWindow *target)
{
  g_autoptr (GListStore) ballots = g_steal_pointer (&self->ballots);

  if (ballots == NULL)
    return;
  if (target != NULL)
    sl_window_take_ballots (target, G_LIST_MODEL (ballots));
  else
    sl_window_show_error (self, _ ("No Ballot Was Taken In"),
                          _ ("The decision that it was to go into was not opened."));
}

static void
file_opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SlWindow *self = SL_WINDOW (object);
  OpenJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  Opened *opened = g_task_propagate_pointer (G_TASK (result), &error);
  SlWindow *target = NULL;

  self->n_opening--;
  if (self->n_opening == 0)
    sl_window_stop_waiting (self);
  if (sl_window_is_gone (self)) {
    g_clear_pointer (&opened, opened_free);
    return;
  }

  if (opened != NULL) {
    target = show_document (self, opened, job->file);
  } else {
    /* Nothing has been shown in it yet. */
    if (self->draft == NULL && self->start_page == NULL)
      sl_window_show_start (self);
    sl_window_show_error (self, _ ("The File Was Not Opened"), error->message);
  }
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_window_present (GTK_WINDOW (self));
  if (self->n_opening == 0)
    take_waiting_ballots (self, target);
  g_clear_pointer (&opened, opened_free);
}

void
sl_window_open (SlWindow *self, GFile *file)
{
  g_autoptr (GTask) task = NULL;
  OpenJob *job;
  GtkApplication *application;

  g_return_if_fail (SL_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  application = gtk_window_get_application (GTK_WINDOW (self));
  g_return_if_fail (application != NULL);

  job = g_new0 (OpenJob, 1);
  job->file = g_object_ref (file);
  job->catalogue = sl_catalogue_ref (sl_application_get_catalogue (SL_APPLICATION (application)));
  task = g_task_new (self, NULL, file_opened_cb, NULL);
  self->n_opening++;
  g_task_set_source_tag (task, sl_window_open);
  g_task_set_task_data (task, job, open_job_free);
  g_task_run_in_thread (task, open_file);
}

static void
file_to_open_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SlWindow) self = SL_WINDOW (user_data);
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (file != NULL && application != NULL)
    sl_application_open_file (SL_APPLICATION (application), file, GTK_WINDOW (self));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = sl_decision_file_dialog_new (_ ("Open Decision"));

  gtk_file_dialog_open (dialog, GTK_WINDOW (widget), NULL, file_to_open_cb, g_object_ref (widget));
}

static void
open_uri_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (widget));
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  sl_application_open_file (SL_APPLICATION (application), file, GTK_WINDOW (widget));
}

/* Ballots go into the decision that is shown, anything else is opened. */
static gboolean
dropped_cb (SlWindow *self, const GValue *value)
{
  GSList *files = gdk_file_list_get_files (g_value_get_boxed (value));
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);

  for (GSList *l = files; l != NULL; l = l->next)
    g_list_store_append (list, l->data);
  g_slist_free (files);
  sl_application_open_files (SL_APPLICATION (application), G_LIST_MODEL (list), GTK_WINDOW (self));

  return TRUE;
}

/* ---- recent files ---- */

void
sl_add_recent_file (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *) SL_DECISION_MEDIA_TYPE,
    .app_name = (char *) "Shortlist",
    .app_exec = (char *) "shortlist %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static int
compare_recent (gconstpointer a, gconstpointer b)
{
  GDateTime *one = gtk_recent_info_get_visited (*(GtkRecentInfo *const *) a);
  GDateTime *other = gtk_recent_info_get_visited (*(GtkRecentInfo *const *) b);

  return g_date_time_compare (other, one);
}

GPtrArray *
sl_list_recent_files (void)
{
  GList *all = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  GPtrArray *ours = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);

  for (GList *l = all; l != NULL; l = l->next) {
    const char *type = gtk_recent_info_get_mime_type (l->data);

    if (g_strcmp0 (type, SL_DECISION_MEDIA_TYPE) == 0 && gtk_recent_info_is_local (l->data) &&
        gtk_recent_info_exists (l->data))
      g_ptr_array_add (ours, gtk_recent_info_ref (l->data));
  }
  g_list_free_full (all, (GDestroyNotify) gtk_recent_info_unref);
  g_ptr_array_sort (ours, compare_recent);
  if (ours->len > MAX_RECENT)
    g_ptr_array_set_size (ours, MAX_RECENT);

  return ours;
}

static void
fill_recent_menu (SlWindow *self)
{
  g_autoptr (GPtrArray) files = sl_list_recent_files ();

  g_menu_remove_all (self->recent_menu);
  for (guint i = 0; i < files->len; i++) {
    GtkRecentInfo *info = g_ptr_array_index (files, i);
    g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
    g_autofree char *name = gtk_recent_info_get_short_name (info);
    g_auto (GStrv) parts = g_strsplit (name, "_", -1);
    g_autofree char *label = g_strjoinv ("__", parts); /* no mnemonics */

    g_menu_item_set_label (item, label);
    g_menu_item_set_action_and_target (item, "win.open-uri", "s", gtk_recent_info_get_uri (info));
    g_menu_append_item (self->recent_menu, item);
  }
}

void
sl_window_watch_recent (SlWindow *self)
{
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed",
                           G_CALLBACK (fill_recent_menu), self, G_CONNECT_SWAPPED);
  fill_recent_menu (self);
}

/* ---- the window ---- */

void
sl_window_init_open (SlWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
sl_window_install_open_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-uri", "s", open_uri_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "win.open", NULL);
}
