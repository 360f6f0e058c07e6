/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window's document: opening and saving. Files are read and written off the main loop; what a
 * file holds is checked as a whole before it takes the place of what the window shows. Nothing that
 * someone wrote is ever only in memory for long, nor written over: not what is edited (it has a
 * draft), and not what another program put into the file (it opens in a window of its own, or stays
 * beside the file). */

#include "config.h"

#include "window-private.h"

#include "file-name.h"

#include "catalogue/json-input.h"
#include "decision/save.h"

#include <glib/gi18n.h>

#define EXTENSION "shortlist"
#define MEDIA_TYPE "application/vnd.shortlist+json"
/* A program that writes a file does so in several steps, and each is told. */
#define SETTLE_MS 300
#define MAX_RECENT 8

void
sl_window_show_error (SlWindow *self, const char *heading, const char *message)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static GtkFileDialog *
file_dialog_new (const char *title)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _ ("Decisions"));
  gtk_file_filter_add_suffix (filter, EXTENSION);
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));

  return dialog;
}

/* ---- which document ---- */

static void look_at_file (SlWindow *self);

/* What a thread was asked for may come when nobody is there any more. */
static gboolean
is_gone (SlWindow *self)
{
  return gtk_window_get_application (GTK_WINDOW (self)) == NULL;
}

static void
draft_failed_cb (SlWindow *self, const char *message)
{
  AdwToast *toast;
  g_autofree char *text = NULL;

  /* Translators: %s is why. */
  text = g_strdup_printf (_ ("Changes are not kept until they are saved (%s)"), message);
  toast = adw_toast_new (text);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static gboolean
settled_cb (gpointer user_data)
{
  SlWindow *self = user_data;

  self->settle_id = 0;
  look_at_file (self);

  return G_SOURCE_REMOVE;
}

static void
file_event_cb (SlWindow *self)
{
  if (self->settle_id == 0)
    self->settle_id = g_timeout_add (SETTLE_MS, settled_cb, self);
}

static void
watch_file (SlWindow *self)
{
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  adw_banner_set_revealed (self->file_banner, FALSE);
  if (self->file == NULL)
    return;

  /* Where a file can't be watched it is still looked at before it is written. */
  self->monitor = g_file_monitor_file (self->file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_event_cb), self,
                             G_CONNECT_SWAPPED);
}

/* Where the document is, and what it holds there; both may be unknown. */
static void
set_file (SlWindow *self, GFile *file, const char *sha256)
{
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  gboolean same = self->file != NULL && file != NULL && g_file_equal (self->file, file);

  g_set_object (&self->file, file);
  g_set_str (&self->sha256, sha256);
  g_clear_pointer (&self->attempted_sha256, g_free);
  sl_draft_set_file (self->draft, path, sha256);
  if (!same)
    watch_file (self);
  adw_banner_set_revealed (self->file_banner, FALSE);
}

/* The draft of the document that the window had says nothing any more, or went elsewhere. */
static void
take_draft (SlWindow *self, SlDraft *draft)
{
  if (self->draft != NULL) {
    g_signal_handlers_disconnect_by_data (self->draft, self);
    sl_draft_discard (self->draft);
  }
  g_clear_object (&self->draft);
  self->draft = draft;
  g_signal_connect_object (draft, "failed", G_CALLBACK (draft_failed_cb), self, G_CONNECT_SWAPPED);
}

void
sl_window_take_document (SlWindow *self,
                         SlDecision *decision,
                         GFile *file,
                         const char *sha256,
                         SlDraft *draft)
{
  SlApplication *application = SL_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  take_draft (self, draft != NULL
                        ? draft
                        : sl_draft_new (sl_application_get_drafts (application), decision));
  set_file (self, file, sha256);
  sl_window_set_decision (self, decision);
}

GFile *
sl_window_get_file (SlWindow *self)
{
  return self->file;
}

static void
add_to_recent (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *) MEDIA_TYPE,
    .app_name = (char *) "Shortlist",
    .app_exec = (char *) "shortlist %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
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

/* Who went on editing while the file was read keeps what is not saved: the document gets a window
 * of its own. */
static void
show_document (SlWindow *self, Opened *opened, GFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  SlWindow *target = self;

  if (sl_decision_get_modified (self->decision)) {
    target = sl_window_new (SL_APPLICATION (application));
    gtk_window_present (GTK_WINDOW (target));
  }
  sl_window_take_document (target, opened->decision, file, opened->sha256, NULL);
  add_to_recent (file);
}

static void
file_opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SlWindow *self = SL_WINDOW (object);
  OpenJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  Opened *opened = g_task_propagate_pointer (G_TASK (result), &error);

  self->n_opening--;
  if (is_gone (self)) {
    g_clear_pointer (&opened, opened_free);
    return;
  }

  if (opened != NULL) {
    show_document (self, opened, job->file);
  } else {
    /* Nothing has been shown in it yet. */
    if (self->draft == NULL && self->start_page == NULL)
      sl_window_show_start (self);
    sl_window_show_error (self, _ ("The File Was Not Opened"), error->message);
  }
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_window_present (GTK_WINDOW (self));
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
  g_autoptr (GtkFileDialog) dialog = file_dialog_new (_ ("Open Decision"));

  gtk_file_dialog_open (dialog, GTK_WINDOW (widget), NULL, file_to_open_cb, g_object_ref (widget));
}

static void
open_uri_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (widget));
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  sl_application_open_file (SL_APPLICATION (application), file, GTK_WINDOW (widget));
}

static gboolean
dropped_cb (SlWindow *self, const GValue *value)
{
  GSList *files = gdk_file_list_get_files (g_value_get_boxed (value));
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GSList *l = files; l != NULL; l = l->next)
    sl_application_open_file (SL_APPLICATION (application), l->data, GTK_WINDOW (self));
  g_slist_free (files);

  return TRUE;
}

/* ---- recent files ---- */

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

    if (g_strcmp0 (type, MEDIA_TYPE) == 0 && gtk_recent_info_is_local (l->data) &&
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

/* ---- saving ---- */

typedef struct {
  GFile *file;
  SlDecisionState *state;
  char *expected[3]; /* what the file may hold, NULL-terminated */
  SlSaveFlags flags;
  gboolean overwrite; /* whatever it holds: someone was asked */
  char *sha256;       /* of what is written */
} SaveJob;

static void
save_job_free (gpointer data)
{
  SaveJob *self = data;

  g_object_unref (self->file);
  sl_decision_state_unref (self->state);
  for (guint i = 0; i < G_N_ELEMENTS (self->expected); i++)
    g_free (self->expected[i]);
  g_free (self->sha256);
  g_free (self);
}

static void
write_file (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SaveJob *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sl_decision_state_to_bytes (job->state);
  g_autofree char *path = g_file_get_path (job->file);

  job->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (path == NULL)
    g_set_error_literal (&error, SL_SAVE_ERROR, SL_SAVE_ERROR_FAILED,
                         _ ("Decisions can only be saved on this computer."));
  else
    sl_save (path, bytes, job->overwrite ? NULL : (const char *const *) job->expected, job->flags,
             &error);

  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
save_response_cb (SlWindow *self, const char *response)
{
  if (g_str_equal (response, "save-as"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.save-as", NULL);
}

static void
show_save_error (SlWindow *self, const char *message)
{
  AdwDialog *dialog;
  g_autofree char *body = NULL;

  body = g_strconcat (message, "\n\n",
                      _ ("What you did is kept as a draft until it is saved somewhere."), NULL);
  dialog = adw_alert_dialog_new (_ ("The File Was Not Saved"), body);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"), "save-as",
                                  _ ("Save _As…"), NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "save-as");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (save_response_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void show_file_choice (SlWindow *self);

static void
save_failed (SlWindow *self, SaveJob *job, const GError *error)
{
  self->close_when_saved = FALSE;
  /* It may be there all the same, if only the folder could not be synced. */
  if (self->file != NULL && g_file_equal (self->file, job->file))
    g_set_str (&self->attempted_sha256, job->sha256);
  if (g_error_matches (error, SL_SAVE_ERROR, SL_SAVE_ERROR_CHANGED))
    show_file_choice (self);
  else
    show_save_error (self, error->message);
}

static void
file_written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SlWindow *self = SL_WINDOW (object);
  g_autoptr (GApplication) application = G_APPLICATION (user_data);
  SaveJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  self->n_saving--;
  g_task_propagate_boolean (G_TASK (result), &error);
  if (is_gone (self)) {
    /* Written it is all the same. */
  } else if (error != NULL) {
    save_failed (self, job, error);
  } else {
    set_file (self, job->file, job->sha256);
    /* Whoever went on editing meanwhile still has something to save. */
    sl_decision_mark_state_saved (self->decision, job->state);
    add_to_recent (job->file);
    adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_ ("Saved")));
    if (self->close_when_saved)
      gtk_window_close (GTK_WINDOW (self));
    self->close_when_saved = FALSE;
  }
  /* Nobody quits while something is being written. */
  g_application_release (application);
}

static void
save_to (SlWindow *self, GFile *file, gboolean overwrite, SlSaveFlags flags)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autoptr (GTask) task = NULL;
  SaveJob *job = g_new0 (SaveJob, 1);

  job->file = g_object_ref (file);
  job->state = sl_decision_state_ref (sl_decision_get_state (self->decision));
  /* Who opened it without knowing what it holds has nothing to compare it with. */
  job->overwrite = overwrite || self->sha256 == NULL;
  job->expected[0] = g_strdup (self->sha256);
  job->expected[1] = job->expected[0] != NULL ? g_strdup (self->attempted_sha256) : NULL;
  job->flags = flags;
  self->n_saving++;
  g_application_hold (application);
  task = g_task_new (self, NULL, file_written_cb, g_object_ref (application));
  g_task_set_source_tag (task, save_to);
  g_task_set_task_data (task, job, save_job_free);
  g_task_run_in_thread (task, write_file);
}

static void
file_to_save_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SlWindow) self = SL_WINDOW (user_data);
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (file != NULL && gtk_window_get_application (GTK_WINDOW (self)) != NULL)
    save_to (self, file, TRUE, SL_SAVE_PLAIN);
  else
    self->close_when_saved = FALSE;
}

static void
save_as_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlWindow *self = SL_WINDOW (widget);
  g_autoptr (GtkFileDialog) dialog = file_dialog_new (_ ("Save Decision"));
  g_autofree char *file_name =
      sl_suggest_file_name (sl_decision_get_title (self->decision), EXTENSION);

  if (self->file != NULL)
    gtk_file_dialog_set_initial_file (dialog, self->file);
  else
    gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (widget), NULL, file_to_save_cb, g_object_ref (widget));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlWindow *self = SL_WINDOW (widget);

  if (self->file != NULL)
    save_to (self, self->file, FALSE, SL_SAVE_PLAIN);
  else
    save_as_action (widget, name, parameter);
}

/* ---- a file that someone else changes ---- */

static void
hash_file (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *path = g_file_get_path (data);

  g_task_return_pointer (task, path != NULL ? sl_save_get_sha256 (path) : NULL, g_free);
}

static void
tell_of_file (SlWindow *self, gboolean gone)
{
  g_autofree char *path = g_file_get_path (self->file);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *title = NULL;

  /* Translators: %s is a file. */
  title = gone ? g_strdup_printf (_ ("“%s” is no longer where it was."), name)
               : g_strdup_printf (_ ("Another program has changed “%s”."), name);
  adw_banner_set_title (self->file_banner, title);
  adw_banner_set_button_label (self->file_banner, gone ? _ ("_Save Again") : _ ("_Choose…"));
  self->file_gone = gone;
  adw_banner_set_revealed (self->file_banner, TRUE);
  /* What the window shows is nowhere else now. */
  sl_decision_mark_unsaved (self->decision);
}

static void
file_hashed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SlWindow *self = SL_WINDOW (object);
  GFile *file = g_task_get_task_data (G_TASK (result));
  g_autofree char *sha256 = g_task_propagate_pointer (G_TASK (result), NULL);

  /* What is written meanwhile is our own, and says so when it is done. */
  if (self->n_saving > 0 || self->file == NULL || !g_file_equal (self->file, file) ||
      is_gone (self))
    return;
  if (sha256 != NULL &&
      (g_strcmp0 (sha256, self->sha256) == 0 || g_strcmp0 (sha256, self->attempted_sha256) == 0))
    adw_banner_set_revealed (self->file_banner, FALSE);
  else if (sha256 != NULL || !g_file_query_exists (self->file, NULL))
    tell_of_file (self, sha256 == NULL);
}

static void
look_at_file (SlWindow *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->file == NULL)
    return;

  task = g_task_new (self, NULL, file_hashed_cb, NULL);
  g_task_set_source_tag (task, look_at_file);
  g_task_set_task_data (task, g_object_ref (self->file), g_object_unref);
  g_task_run_in_thread (task, hash_file);
}

/* The other version takes the file, in a window of its own; what is here has none any more, and is
 * kept as a draft until it gets one. */
static void
open_other_version (SlWindow *self)
{
  SlApplication *application = SL_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autoptr (GFile) file = g_object_ref (self->file);
  SlWindow *other = sl_window_new (application);

  set_file (self, NULL, NULL);
  sl_decision_mark_unsaved (self->decision);
  gtk_window_present (GTK_WINDOW (other));
  sl_window_open (other, file);
}

static void
file_choice_cb (SlWindow *self, const char *response)
{
  if (self->file == NULL)
    return;
  if (g_str_equal (response, "open"))
    open_other_version (self);
  else if (g_str_equal (response, "keep"))
    save_to (self, self->file, TRUE, SL_SAVE_KEEP_OTHER);
}

static void
show_file_choice (SlWindow *self)
{
  g_autofree char *path = g_file_get_path (self->file);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *body = NULL;
  AdwDialog *dialog;

  body = g_strdup_printf (
      /* Translators: %1$s and %2$s are the same file, the second time as the name of a copy. */
      _ ("Another program has changed “%1$s” since it was opened here. Both versions are kept: "
         "open the other one in a window of its own and save this one under another name, or "
         "save this one, and find the other one beside it as “%2$s~”."),
      name, name);
  dialog = adw_alert_dialog_new (_ ("Which Version Is It to Be?"), body);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Not Now"), "open",
                                  _ ("_Open the Other One"), "keep", _ ("_Save This One"), NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "open");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (file_choice_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
file_banner_cb (SlWindow *self)
{
  if (self->file == NULL)
    return;
  if (self->file_gone)
    save_to (self, self->file, FALSE, SL_SAVE_PLAIN);
  else
    show_file_choice (self);
}

/* ---- drafts of an earlier run ---- */

static void
tell_of_recovery (SlWindow *self)
{
  AdwToast *toast = adw_toast_new (_ ("Recovered what was not saved"));

  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

void
sl_window_take_left_draft (SlWindow *self, SlLeftDraft *left)
{
  SlApplication *application = SL_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autoptr (GFile) file = left->file != NULL ? g_file_new_for_path (left->file) : NULL;

  sl_window_take_document (self, left->decision, file, left->sha256,
                           sl_draft_new_left (sl_application_get_drafts (application), left));
  tell_of_recovery (self);
  /* The file may be another by now. */
  look_at_file (self);
}

/* ---- closing ---- */

static void
close_response_cb (SlWindow *self, const char *response)
{
  if (g_str_equal (response, "save")) {
    self->close_when_saved = TRUE;
    gtk_widget_activate_action (GTK_WIDGET (self), "win.save", NULL);
  } else if (g_str_equal (response, "discard")) {
    self->discard = TRUE;
    sl_draft_discard (self->draft);
    gtk_window_close (GTK_WINDOW (self));
  }
}

static void
ask_before_closing (SlWindow *self)
{
  AdwDialog *dialog = adw_alert_dialog_new (
      _ ("Save Changes?"), _ ("This decision has changes that are not saved. They would be lost."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "discard",
                                  _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "discard",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "save",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "save");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

gboolean
sl_window_may_close (SlWindow *self)
{
  if (self->n_saving > 0) {
    self->close_when_saved = TRUE;
    return FALSE;
  }
  if (self->discard || !sl_decision_get_modified (self->decision)) {
    if (self->draft != NULL)
      sl_draft_discard (self->draft);
    return TRUE;
  }

  ask_before_closing (self);
  return FALSE;
}

void
sl_window_flush_draft (SlWindow *self)
{
  if (self->draft != NULL) /* there is none before something is being built */
    sl_draft_flush (self->draft);
}

/* A window that goes without having been asked leaves its draft. */
void
sl_window_clear_document (SlWindow *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  if (self->draft != NULL)
    sl_draft_flush (self->draft);
  g_clear_object (&self->draft);
  g_clear_object (&self->file);
  g_clear_pointer (&self->sha256, g_free);
  g_clear_pointer (&self->attempted_sha256, g_free);
}

/* ---- the window ---- */

void
sl_window_init_document (SlWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  g_signal_connect_object (self->file_banner, "button-clicked", G_CALLBACK (file_banner_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed",
                           G_CALLBACK (fill_recent_menu), self, G_CONNECT_SWAPPED);
  fill_recent_menu (self);
}

void
sl_window_install_document_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-uri", "s", open_uri_action);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "win.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "win.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.save-as", NULL);
}
