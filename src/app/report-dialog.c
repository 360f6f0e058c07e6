/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "report-dialog.h"

#include "file-name.h"

#include <glib/gi18n.h>

struct _SlReportDialog {
  AdwDialog parent_instance;

  /* Template Widgets */
  GtkWidget *save_button;
  AdwComboRow *format_row;
  AdwComboRow *paper_row;

  /* Owned References */
  SlDecision *decision;
  SlAnalysis *analysis;
  SlBoard board;
  GCancellable *cancellable;
};

enum {
  SIGNAL_SAVED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlReportDialog, sl_report_dialog, ADW_TYPE_DIALOG)

/* What the thread works on. All of it is immutable or its own. */
typedef struct {
  SlAnalysis *analysis;
  char *title;
  SlReportOptions options;
  SlReportFormat format;
  GFile *file;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  sl_analysis_unref (self->analysis);
  g_free (self->title);
  g_object_unref (self->file);
  g_free (self);
}

static SlReportFormat
get_format (SlReportDialog *self)
{
  return adw_combo_row_get_selected (self->format_row) == 0 ? SL_REPORT_PDF : SL_REPORT_JSON;
}

static Job *
job_new (SlReportDialog *self, GFile *file)
{
  Job *job = g_new0 (Job, 1);

  job->analysis = sl_analysis_ref (self->analysis);
  job->title = g_strdup (sl_decision_get_title (self->decision));
  job->format = get_format (self);
  job->file = g_object_ref (file);
  job->options.title = job->title;
  job->options.profile = sl_decision_get_profile (self->decision);
  job->options.board = self->board;
  job->options.paper =
      adw_combo_row_get_selected (self->paper_row) == 0 ? SL_PAPER_A4 : SL_PAPER_LETTER;
  job->options.date = sl_report_date ();

  return job;
}

static void
write_report (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gconstpointer contents;
  gsize length;

  bytes = sl_report_new (job->analysis, &job->options, job->format, cancellable, &error);
  if (bytes == NULL) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }

  contents = g_bytes_get_data (bytes, &length);
  if (!g_file_replace_contents (job->file, contents, length, NULL, FALSE,
                                G_FILE_CREATE_REPLACE_DESTINATION, NULL, cancellable, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SlReportDialog *self = SL_REPORT_DIALOG (object);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (self->save_button, TRUE);
  if (g_task_propagate_boolean (G_TASK (result), &error)) {
    g_signal_emit (self, signals[SIGNAL_SAVED], 0, job->file);
    adw_dialog_force_close (ADW_DIALOG (self));
  } else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
  }
}

void
sl_report_dialog_save (SlReportDialog *self, GFile *file)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SL_IS_REPORT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, self->cancellable, written_cb, NULL);
  g_task_set_source_tag (task, sl_report_dialog_save);
  g_task_set_task_data (task, job_new (self, file), job_free);
  gtk_widget_set_sensitive (self->save_button, FALSE);
  g_task_run_in_thread (task, write_report);
}

static void
file_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SlReportDialog) self = SL_REPORT_DIALOG (user_data);
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (file != NULL)
    sl_report_dialog_save (self, file);
}

static void
save_cb (SlReportDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = sl_suggest_file_name (
      sl_decision_get_title (self->decision), get_format (self) == SL_REPORT_PDF ? "pdf" : "json");

  gtk_file_dialog_set_title (dialog, _ ("Save Report"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                        self->cancellable, file_chosen_cb, g_object_ref (self));
}

static void
format_changed_cb (SlReportDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->paper_row), get_format (self) == SL_REPORT_PDF);
}

static void
choose_paper (SlReportDialog *self)
{
  gboolean letter = g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER);

  adw_combo_row_set_selected (self->paper_row, letter ? 1 : 0);
}

static void
sl_report_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (SL_REPORT_DIALOG (dialog)->cancellable);
}

static void
sl_report_dialog_dispose (GObject *object)
{
  SlReportDialog *self = SL_REPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SL_TYPE_REPORT_DIALOG);
  g_clear_object (&self->decision);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->analysis, sl_analysis_unref);

  G_OBJECT_CLASS (sl_report_dialog_parent_class)->dispose (object);
}

static void
sl_report_dialog_class_init (SlReportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_report_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = sl_report_dialog_closed;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", SL_TYPE_REPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", SL_TYPE_REPORT_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, SL_RESOURCE_PATH "/report-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SlReportDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, SlReportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, SlReportDialog, paper_row);
}

static void
sl_report_dialog_init (SlReportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->save_button);
  choose_paper (self);
  g_signal_connect_object (self->save_button, "clicked", G_CALLBACK (save_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->format_row, "notify::selected", G_CALLBACK (format_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

AdwDialog *
sl_report_dialog_new (SlDecision *decision, SlAnalysis *analysis, SlBoard board)
{
  SlReportDialog *self = g_object_new (SL_TYPE_REPORT_DIALOG, NULL);

  self->decision = g_object_ref (decision);
  self->analysis = sl_analysis_ref (analysis);
  self->board = board;

  return ADW_DIALOG (self);
}
