/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window's document: where it is, its draft, and what becomes of it when the window closes.
 * Nothing that someone wrote is ever only in memory for long, nor written over: not what is edited
 * (it has a draft), and not what another program put into the file (it opens in a window of its
 * own, or stays beside the file). */

#include "config.h"

#include "window-document.h"

#include <glib/gi18n.h>

/* A program that writes a file does so in several steps, and each is told. */
#define SETTLE_MS 300

void
sl_window_show_error (SlWindow *self, const char *heading, const char *message)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* ---- which document ---- */

gboolean
sl_window_is_gone (SlWindow *self)
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
  sl_window_look_at_file (self);

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

void
sl_window_set_file (SlWindow *self, GFile *file, const char *sha256)
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
  sl_window_set_file (self, file, sha256);
  sl_window_set_decision (self, decision);
}

GFile *
sl_window_get_file (SlWindow *self)
{
  return self->file;
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
  sl_window_look_at_file (self);
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
  sl_window_stop_waiting (self);
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
  sl_window_init_open (self);
  sl_window_init_save (self);
}

void
sl_window_install_document_actions (GtkWidgetClass *widget_class)
{
  sl_window_install_open_actions (widget_class);
  sl_window_install_save_actions (widget_class);
}
