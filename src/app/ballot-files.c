/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ballot-files.h"

#include "catalogue/json-input.h"
#include "widgets.h"
#include "window.h"

#include <glib/gi18n.h>

/* Of faults, one line each, that a dialog shows. */
#define MAX_LINES 20

gboolean
sl_is_ballot_file (GFile *file)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  name = g_file_get_basename (file);

  return name != NULL && g_str_has_suffix (name, "." SL_BALLOT_SUFFIX);
}

static GtkFileDialog *
file_dialog_new (const char *title)
{
  return sl_file_dialog_new (title, _ ("Ballots"), SL_BALLOT_SUFFIX);
}

static GtkWindow *
get_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
show_toast (GtkWidget *widget, const char *text)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (g_object_ref_sink (toast));
}

/* ---- out ---- */

typedef struct {
  GtkWidget *widget;
  SlBallot *ballot;
} Saving;

static void
saving_free (Saving *self)
{
  g_object_unref (self->widget);
  sl_ballot_unref (self->ballot);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!g_file_replace_contents_finish (G_FILE (object), result, NULL, &error)) {
    GtkWindow *window = get_window (saving->widget);

    if (window != NULL)
      sl_window_show_error (SL_WINDOW (window), _ ("The Ballot Was Not Saved"), error->message);
    return;
  }

  /* Translators: %s is a person. */
  text = g_strdup_printf (_ ("Ballot of %s saved"), saving->ballot->name);
  show_toast (saving->widget, text);
}

static void
file_to_save_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL)
    return;

  bytes = sl_ballot_to_bytes (saving->ballot);
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       written_cb, g_steal_pointer (&saving));
}

void
sl_ballot_file_save (GtkWidget *widget, SlDecision *decision, guint index)
{
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autofree char *name = NULL;
  Saving *saving;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (SL_IS_DECISION (decision));

  saving = g_new0 (Saving, 1);
  saving->widget = g_object_ref (widget);
  saving->ballot = sl_ballot_new_for_participant (decision, index);
  dialog = file_dialog_new (_ ("Save Ballot"));
  name = sl_ballot_suggest_file_name (saving->ballot);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, get_window (widget), NULL, file_to_save_cb, saving);
}

/* ---- in ---- */

/* What a thread is to read, and what it has found. */
typedef struct {
  SlDecision *decision;
  SlCatalogue *catalogue;
  const SlProfile *profile;
  GListModel *files;
  GPtrArray *ballots; /* of SlBallot */
  GString *problems;  /* one line each */
} Taking;

static void
taking_free (gpointer data)
{
  Taking *self = data;

  g_object_unref (self->decision);
  sl_catalogue_unref (self->catalogue);
  g_object_unref (self->files);
  g_ptr_array_unref (self->ballots);
  g_string_free (self->problems, TRUE);
  g_free (self);
}

static void
add_problem (Taking *self, const char *problem)
{
  if (self->problems->len > 0)
    g_string_append_c (self->problems, '\n');
  g_string_append (self->problems, problem);
}

static void
read_ballot (Taking *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  SlBallot *ballot = NULL;

  if (path == NULL) {
    add_problem (self, _ ("Only files on this computer can be opened."));
    return;
  }

  bytes = sl_input_read (path, &error);
  if (bytes != NULL)
    ballot = sl_ballot_new_for_bytes (self->catalogue, self->profile, bytes, name, &error);
  if (ballot != NULL)
    g_ptr_array_add (self->ballots, ballot);
  else
    add_problem (self, error->message);
}

static void
read_ballots (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Taking *self = data;

  for (guint i = 0; i < g_list_model_get_n_items (self->files); i++) {
    g_autoptr (GFile) file = g_list_model_get_item (self->files, i);

    read_ballot (self, file);
  }
  g_task_return_boolean (task, TRUE);
}

/* As one step, whatever step there may be. Returns how many there was room for. */
static guint
take_ballots (Taking *self)
{
  gboolean own_step = !sl_decision_is_in_step (self->decision);
  guint n = 0;

  if (own_step)
    sl_decision_begin_step (self->decision);
  for (guint i = 0; i < self->ballots->len; i++) {
    const SlBallot *ballot = g_ptr_array_index (self->ballots, i);
    g_autofree char *move = sl_ballot_describe_move (ballot);

    if (!sl_decision_take_ballot (self->decision, ballot)) {
      add_problem (self, _ ("There is no room for more people."));
      break;
    }
    if (move != NULL)
      add_problem (self, move);
    n++;
  }
  if (own_step)
    sl_decision_end_step (self->decision);

  return n;
}

static void
show_problems (GtkWidget *widget, Taking *self)
{
  g_auto (GStrv) lines = g_strsplit (self->problems->str, "\n", MAX_LINES + 1);
  g_autofree char *text = NULL;

  if (g_strv_length (lines) > MAX_LINES)
    g_set_str (&lines[MAX_LINES], "…");
  text = g_strjoinv ("\n", lines);
  sl_window_show_error (SL_WINDOW (get_window (widget)),
                        self->ballots->len > 0 ? _ ("Not Everything Was Taken as It Is")
                                               : _ ("No Ballot Was Taken In"),
                        text);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GtkWidget *widget = GTK_WIDGET (object);
  Taking *self = g_task_get_task_data (G_TASK (result));
  guint n;

  /* The window is gone, or has another document. */
  if (get_window (widget) == NULL || sl_decision_get_catalogue (self->decision) != self->catalogue)
    return;

  n = take_ballots (self);
  if (n > 0) {
    g_autofree char *text =
        g_strdup_printf (ngettext ("%u ballot taken in", "%u ballots taken in", n), n);

    show_toast (widget, text);
  }
  if (self->problems->len > 0)
    show_problems (widget, self);
}

void
sl_ballot_files_take (GtkWidget *widget, SlDecision *decision, GListModel *files)
{
  g_autoptr (GTask) task = NULL;
  Taking *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (SL_IS_DECISION (decision));
  g_return_if_fail (G_IS_LIST_MODEL (files));

  self = g_new0 (Taking, 1);
  self->decision = g_object_ref (decision);
  self->catalogue = sl_catalogue_ref (sl_decision_get_catalogue (decision));
  self->profile = sl_decision_get_profile (decision);
  self->files = g_object_ref (files);
  self->ballots = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_ballot_unref);
  self->problems = g_string_new (NULL);
  task = g_task_new (widget, NULL, read_cb, NULL);
  g_task_set_source_tag (task, sl_ballot_files_take);
  g_task_set_task_data (task, self, taking_free);
  g_task_run_in_thread (task, read_ballots);
}

typedef struct {
  GtkWidget *widget;
  SlDecision *decision;
} Choosing;

static void
files_to_take_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Choosing *choosing = user_data;
  g_autoptr (GListModel) files =
      gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (files != NULL)
    sl_ballot_files_take (choosing->widget, choosing->decision, files);
  g_object_unref (choosing->widget);
  g_object_unref (choosing->decision);
  g_free (choosing);
}

void
sl_ballot_files_open (GtkWidget *widget, SlDecision *decision)
{
  g_autoptr (GtkFileDialog) dialog = NULL;
  Choosing *choosing;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (SL_IS_DECISION (decision));

  choosing = g_new0 (Choosing, 1);
  choosing->widget = g_object_ref (widget);
  choosing->decision = g_object_ref (decision);
  dialog = file_dialog_new (_ ("Take In Ballots"));
  gtk_file_dialog_open_multiple (dialog, get_window (widget), NULL, files_to_take_cb, choosing);
}
