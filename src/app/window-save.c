/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving, off the main loop, and a file that another program changes meanwhile. */

#include "config.h"

#include "window-document.h"

#include "file-name.h"

#include "decision/save.h"

#include <glib/gi18n.h>

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
  if (sl_window_is_gone (self)) {
    /* Written it is all the same. */
  } else if (error != NULL) {
    save_failed (self, job, error);
  } else {
    sl_window_set_file (self, job->file, job->sha256);
    /* Whoever went on editing meanwhile still has something to save. */
    sl_decision_mark_state_saved (self->decision, job->state);
    sl_add_recent_file (job->file);
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
  g_autoptr (GtkFileDialog) dialog = sl_decision_file_dialog_new (_ ("Save Decision"));
  g_autofree char *file_name =
      sl_suggest_file_name (sl_decision_get_title (self->decision), SL_DECISION_SUFFIX);

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
      sl_window_is_gone (self))
    return;
  if (sha256 != NULL &&
      (g_strcmp0 (sha256, self->sha256) == 0 || g_strcmp0 (sha256, self->attempted_sha256) == 0))
    adw_banner_set_revealed (self->file_banner, FALSE);
  else if (sha256 != NULL || !g_file_query_exists (self->file, NULL))
    tell_of_file (self, sha256 == NULL);
}

void
sl_window_look_at_file (SlWindow *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->file == NULL)
    return;

  task = g_task_new (self, NULL, file_hashed_cb, NULL);
  g_task_set_source_tag (task, sl_window_look_at_file);
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

  sl_window_set_file (self, NULL, NULL);
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

/* Of a file that the portal for documents hands out, there is nothing beside it that lasts. */
static gboolean
has_neighbours (const char *path)
{
  g_autofree char *portal =
      g_build_filename (g_get_user_runtime_dir (), "doc", G_DIR_SEPARATOR_S, NULL);

  return !g_str_has_prefix (path, portal);
}

static void
show_file_choice (SlWindow *self)
{
  g_autofree char *path = g_file_get_path (self->file);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *body = NULL;
  AdwDialog *dialog;

  if (has_neighbours (path))
    body = g_strdup_printf (
        /* Translators: %1$s and %2$s are the same file, the second time as the name of a copy. */
        _ ("Another program has changed “%1$s” since it was opened here. Both versions are kept: "
           "open the other one in a window of its own and save this one under another name, or "
           "save this one, and find the other one beside it as “%2$s~”."),
        name, name);
  else
    body = g_strdup_printf (
        /* Translators: %s is a file. */
        _ ("Another program has changed “%s” since it was opened here. Both versions are kept: "
           "open the other one in a window of its own and save this one under another name."),
        name);
  dialog = adw_alert_dialog_new (_ ("Which Version Is It to Be?"), body);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Not Now"), "open",
                                  _ ("_Open the Other One"), NULL);
  if (has_neighbours (path))
    adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "keep", _ ("_Save This One"));
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

/* ---- the window ---- */

void
sl_window_init_save (SlWindow *self)
{
  g_signal_connect_object (self->file_banner, "button-clicked", G_CALLBACK (file_banner_cb), self,
                           G_CONNECT_SWAPPED);
}

void
sl_window_install_save_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "win.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.save-as", NULL);
}
