/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window's document: opening and saving. Files are read and written off the main loop; what a
 * file holds is checked as a whole before it takes the place of what the window shows. */

#include "config.h"

#include "window-private.h"

#include "file-name.h"

#include "catalogue/json-input.h"

#include <glib/gi18n.h>

#define EXTENSION "shortlist"

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

/* ---- opening ---- */

static void
read_file (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_file_get_path (data);
  GBytes *bytes = NULL;

  if (path == NULL)
    g_set_error_literal (&error, SL_INPUT_ERROR, SL_INPUT_ERROR_READ,
                         _ ("Only files on this computer can be opened."));
  else
    bytes = sl_input_read (path, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Who went on editing while the file was read keeps what is not saved: the document gets a window
 * of its own. */
static void
show_document (SlWindow *self, SlDecision *decision, GFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  SlWindow *target = self;

  if (sl_decision_get_modified (self->decision)) {
    if (application == NULL) /* closed meanwhile */
      return;
    target = sl_window_new (SL_APPLICATION (application));
    gtk_window_present (GTK_WINDOW (target));
  }
  g_set_object (&target->file, file);
  sl_window_set_decision (target, decision);
}

static void
file_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SlWindow *self = SL_WINDOW (object);
  GFile *file = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (SlDecision) decision = NULL;

  self->n_opening--;
  if (bytes != NULL)
    decision =
        sl_decision_new_for_bytes (sl_decision_get_catalogue (self->decision), bytes, name, &error);
  if (decision == NULL) {
    sl_window_show_error (self, _ ("The File Was Not Opened"), error->message);
    return;
  }

  show_document (self, decision, file);
}

void
sl_window_open (SlWindow *self, GFile *file)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SL_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, NULL, file_read_cb, NULL);
  self->n_opening++;
  g_task_set_source_tag (task, sl_window_open);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_file);
}

static void
file_to_open_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SlWindow) self = SL_WINDOW (user_data);
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL);
  SlWindow *target = self;

  if (file == NULL)
    return;
  /* What is not saved stays where it is. */
  if (!sl_window_is_untouched (self)) {
    target = sl_window_new (SL_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
    gtk_window_present (GTK_WINDOW (target));
  }
  sl_window_open (target, file);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = file_dialog_new (_ ("Open Decision"));

  gtk_file_dialog_open (dialog, GTK_WINDOW (widget), NULL, file_to_open_cb, g_object_ref (widget));
}

/* ---- saving ---- */

typedef struct {
  GFile *file;
  GBytes *bytes;
} SaveJob;

static void
save_job_free (gpointer data)
{
  SaveJob *self = data;

  g_object_unref (self->file);
  g_bytes_unref (self->bytes);
  g_free (self);
}

static void
write_file (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SaveJob *job = data;
  g_autoptr (GError) error = NULL;
  gsize length;
  gconstpointer contents = g_bytes_get_data (job->bytes, &length);

  if (g_file_replace_contents (job->file, contents, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                               NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
file_written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SlWindow *self = SL_WINDOW (object);
  SaveJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) now = NULL;
  gboolean close = self->close_when_saved;

  self->close_when_saved = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error)) {
    sl_window_show_error (self, _ ("The File Was Not Saved"), error->message);
    return;
  }

  g_set_object (&self->file, job->file);
  /* Whoever went on editing meanwhile still has something to save. */
  now = sl_decision_to_bytes (self->decision);
  if (g_bytes_equal (now, job->bytes))
    sl_decision_mark_saved (self->decision);
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_ ("Saved")));
  if (close)
    gtk_window_close (GTK_WINDOW (self));
}

static void
save_to (SlWindow *self, GFile *file)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, file_written_cb, NULL);
  SaveJob *job = g_new0 (SaveJob, 1);

  job->file = g_object_ref (file);
  job->bytes = sl_decision_to_bytes (self->decision);
  g_task_set_source_tag (task, save_to);
  g_task_set_task_data (task, job, save_job_free);
  g_task_run_in_thread (task, write_file);
}

static void
file_to_save_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SlWindow) self = SL_WINDOW (user_data);
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (file != NULL)
    save_to (self, file);
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

  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (widget), NULL, file_to_save_cb, g_object_ref (widget));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlWindow *self = SL_WINDOW (widget);

  if (self->file != NULL)
    save_to (self, self->file);
  else
    save_as_action (widget, name, parameter);
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
  if (self->discard || !sl_decision_get_modified (self->decision))
    return TRUE;

  ask_before_closing (self);
  return FALSE;
}

void
sl_window_install_document_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "win.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "win.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.save-as", NULL);
}
