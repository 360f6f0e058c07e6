/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages are laid out and painted in a thread: one task at a time, and what is asked for meanwhile
 * is begun when it is over. The dialog is not the source of its tasks: the last reference to a task
 * may be dropped in the thread, which is no place for a widget to end. */

#include "config.h"

#include "report-dialog.h"

#include "file-name.h"
#include "report-preview.h"
#include "report-print.h"

#include <glib/gi18n.h>

/* What takes longer shows that it goes on. */
#define PROGRESS_AFTER_MS 300
/* Pixels a point in the preview, on a screen of the usual density. */
#define PREVIEW_SCALE 1.5
struct _SlReportDialog {
  AdwDialog parent_instance;

  /* Template Widgets */
  GtkWidget *save_button;
  GtkWidget *print_button;
  AdwComboRow *format_row;
  AdwComboRow *paper_row;
  AdwComboRow *language_row;
  AdwPreferencesGroup *sections_group;
  GtkStack *preview_stack;
  GtkPicture *page_picture;
  GtkTextView *text_view;
  AdwStatusPage *failed_page;
  GtkWidget *navigator;
  GtkLabel *page_label;
  GtkWidget *previous_button;
  GtkWidget *next_button;
  GtkWidget *progress_bar;
  GtkWidget *stop_button;

  /* Owned References */
  SlDecision *decision;
  SlAnalysis *analysis;
  SlBoard board;
  guint omitted;        /* as in SlReportOptions */
  GPtrArray *languages; /* of SlLanguage, as in the row; NULL: they are being looked for */
  gboolean looking;
  SlAnalysis *translated; /* in the language that is chosen; NULL: not made yet */
  GCancellable *writing;
  guint progress_id;
  gboolean closed;

  /* The preview */
  GCancellable *previewing; /* NULL: nothing is being made */
  gboolean again;           /* something else is wanted meanwhile */
  SlReportSheets *sheets;   /* of what is chosen; nullable */
  guint page;
};

enum {
  SIGNAL_SAVED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlReportDialog, sl_report_dialog, ADW_TYPE_DIALOG)

/* ---- what is chosen ---- */

static SlReportFormat
get_format (SlReportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->format_row);

  return selected < SL_N_REPORT_FORMATS ? (SlReportFormat) selected : SL_REPORT_PDF;
}

static SlPaper
get_paper (SlReportDialog *self)
{
  return adw_combo_row_get_selected (self->paper_row) == 0 ? SL_PAPER_A4 : SL_PAPER_LETTER;
}

/* NULL: that of the window, as long as no other is known. */
static SlLanguage *
get_language (SlReportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->language_row);

  return self->languages != NULL && selected < self->languages->len
             ? g_ptr_array_index (self->languages, selected)
             : NULL;
}

static SlReportJob *
job_new (SlReportDialog *self)
{
  SlReportJob *job = sl_report_job_new (self->decision, self->analysis);
  SlLanguage *language = get_language (self);

  job->format = get_format (self);
  job->options.board = self->board;
  job->options.paper = get_paper (self);
  job->options.omitted = self->omitted;
  if (language != NULL)
    job->language = sl_language_ref (language);
  if (self->translated != NULL)
    job->translated = sl_analysis_ref (self->translated);

  return job;
}

static void
job_free (gpointer data)
{
  sl_report_job_free (data);
}

/* What took long is not done twice. */
static void
keep_translation (SlReportDialog *self, GAsyncResult *result)
{
  SlReportJob *job = g_task_get_task_data (G_TASK (result));

  if (self->translated == NULL && job->translated != NULL && job->language == get_language (self))
    self->translated = sl_analysis_ref (job->translated);
}

/* ---- the preview ---- */

static void
preview_free (gpointer data)
{
  sl_report_preview_free (data);
}

static void
make_preview (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  SlReportPreview *preview = sl_report_preview_new (data, cancellable, &error);

  if (preview != NULL)
    g_task_return_pointer (task, preview, preview_free);
  else
    g_task_return_error (task, error);
}

static void
update_navigator (SlReportDialog *self)
{
  guint n = self->sheets != NULL ? sl_report_pages_get_n_pages (self->sheets->pages) : 0;
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;

  gtk_widget_set_visible (self->navigator, n > 0);
  gtk_widget_set_sensitive (self->previous_button, self->page > 0);
  gtk_widget_set_sensitive (self->next_button, self->page + 1 < n);
  if (n == 0)
    return;

  /* Translators: a page of how many, as in «3 of 12». */
  label = g_strdup_printf (_ ("%1$u of %2$u"), self->page + 1, n);
  /* Translators: what a screen reader says of the preview, as in «Page 3 of 12». */
  name = g_strdup_printf (_ ("Page %1$u of %2$u"), self->page + 1, n);
  gtk_label_set_label (self->page_label, label);
  gtk_picture_set_alternative_text (self->page_picture, name);
}

static void
show_preview (SlReportDialog *self, SlReportPreview *preview)
{
  g_clear_pointer (&self->sheets, sl_report_sheets_unref);
  self->sheets = g_steal_pointer (&preview->sheets);
  if (preview->text != NULL) {
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), preview->text, -1);
    gtk_stack_set_visible_child_name (self->preview_stack, "text");
  } else {
    gtk_picture_set_paintable (self->page_picture, GDK_PAINTABLE (preview->texture));
    gtk_picture_set_alternative_text (self->page_picture, _ ("The chart"));
    gtk_stack_set_visible_child_name (self->preview_stack, "page");
  }
  update_navigator (self);
}

/* The program does not end before the thread has: it would take away what the thread draws with. */
static void
run_in_thread (GTask *task, GTaskThreadFunc work)
{
  g_application_hold (g_application_get_default ());
  g_task_run_in_thread (task, work);
}

static void
end_thread (void)
{
  g_application_release (g_application_get_default ());
}

static void start_preview (SlReportDialog *self);

static void
preview_made_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SlReportDialog) self = SL_REPORT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlReportPreview) preview = g_task_propagate_pointer (G_TASK (result), &error);

  end_thread ();
  g_clear_object (&self->previewing);
  if (self->closed)
    return;

  keep_translation (self, result);

  if (self->again) {
    start_preview (self);
  } else if (preview != NULL) {
    show_preview (self, preview);
  } else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    adw_status_page_set_description (self->failed_page, error->message);
    gtk_stack_set_visible_child_name (self->preview_stack, "failed");
  }
}

static void
start_preview (SlReportDialog *self)
{
  g_autoptr (GTask) task = NULL;
  SlReportJob *job = NULL;

  self->again = self->previewing != NULL;
  if (self->again || self->closed)
    return;

  job = job_new (self);
  job->page = self->page;
  job->scale = PREVIEW_SCALE * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  if (self->sheets != NULL)
    job->sheets = sl_report_sheets_ref (self->sheets);
  self->previewing = g_cancellable_new ();
  task = g_task_new (NULL, self->previewing, preview_made_cb, g_object_ref (self));
  g_task_set_source_tag (task, start_preview);
  g_task_set_task_data (task, job, job_free);
  run_in_thread (task, make_preview);
}

/* Something else is chosen: what is being made is not wanted any more. */
static void
restart_preview (SlReportDialog *self)
{
  g_clear_pointer (&self->sheets, sl_report_sheets_unref);
  self->page = 0;
  if (self->previewing != NULL)
    g_cancellable_cancel (self->previewing);
  start_preview (self);
}

static void
turn_page (SlReportDialog *self, int step)
{
  guint n = self->sheets != NULL ? sl_report_pages_get_n_pages (self->sheets->pages) : 0;

  if (n == 0 || (step < 0 && self->page == 0) || (step > 0 && self->page + 1 >= n))
    return;

  self->page = (guint) ((int) self->page + step);
  update_navigator (self);
  start_preview (self);
}

static void
previous_cb (SlReportDialog *self)
{
  turn_page (self, -1);
}

static void
next_cb (SlReportDialog *self)
{
  turn_page (self, 1);
}

/* ---- progress ---- */

static void
show_progress_cb (gpointer data)
{
  SlReportDialog *self = data;

  self->progress_id = 0;
  gtk_widget_set_visible (self->progress_bar, TRUE);
}

static void
begin_work (SlReportDialog *self)
{
  gtk_widget_set_sensitive (self->save_button, FALSE);
  gtk_widget_set_sensitive (self->print_button, FALSE);
  g_clear_object (&self->writing);
  self->writing = g_cancellable_new ();
  self->progress_id = g_timeout_add_once (PROGRESS_AFTER_MS, show_progress_cb, self);
}

static void
end_work (SlReportDialog *self)
{
  g_clear_handle_id (&self->progress_id, g_source_remove);
  if (self->closed)
    return;

  gtk_widget_set_visible (self->progress_bar, FALSE);
  gtk_widget_set_sensitive (self->save_button, TRUE);
  gtk_widget_set_sensitive (self->print_button, TRUE);
}

static void
stop_cb (SlReportDialog *self)
{
  if (self->writing != NULL)
    g_cancellable_cancel (self->writing);
}

/* Who stopped it knows. */
static void
tell_failure (SlReportDialog *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
}

/* ---- writing ---- */

static void
write_report (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (sl_report_job_write (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SlReportDialog) self = SL_REPORT_DIALOG (user_data);
  SlReportJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  end_thread ();
  end_work (self);
  if (g_task_propagate_boolean (G_TASK (result), &error)) {
    g_signal_emit (self, signals[SIGNAL_SAVED], 0, job->file);
    adw_dialog_force_close (ADW_DIALOG (self));
  } else {
    tell_failure (self, error);
  }
}

void
sl_report_dialog_save (SlReportDialog *self, GFile *file)
{
  g_autoptr (GTask) task = NULL;
  SlReportJob *job = NULL;

  g_return_if_fail (SL_IS_REPORT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  begin_work (self);
  job = job_new (self);
  job->file = g_object_ref (file);
  task = g_task_new (NULL, self->writing, written_cb, g_object_ref (self));
  g_task_set_source_tag (task, sl_report_dialog_save);
  g_task_set_task_data (task, job, job_free);
  run_in_thread (task, write_report);
}

static void
file_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SlReportDialog) self = SL_REPORT_DIALOG (user_data);
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (file != NULL && !self->closed)
    sl_report_dialog_save (self, file);
}

static void
save_cb (SlReportDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = sl_suggest_file_name (sl_decision_get_title (self->decision),
                                                sl_report_format_get_id (get_format (self)));

  gtk_file_dialog_set_title (dialog, _ ("Save Report"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        file_chosen_cb, g_object_ref (self));
}

/* ---- printing ---- */

static void
lay_out_pages (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  SlReportPages *pages = sl_report_job_lay_out (data, cancellable, &error);

  if (pages != NULL)
    g_task_return_pointer (task, pages, (GDestroyNotify) sl_report_pages_free);
  else
    g_task_return_error (task, error);
}

static void
laid_out_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SlReportDialog) self = SL_REPORT_DIALOG (user_data);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlReportPages) pages = g_task_propagate_pointer (G_TASK (result), &error);

  end_thread ();
  end_work (self);
  /* Who closed it in the meantime does not want to print any more. */
  if (self->closed)
    return;

  keep_translation (self, result);
  if (pages == NULL) {
    tell_failure (self, error);
    return;
  }

  operation = sl_report_print_operation_new (g_steal_pointer (&pages), get_paper (self),
                                             sl_decision_get_title (self->decision));
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                               &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    tell_failure (self, error);
}

static void
print_cb (SlReportDialog *self)
{
  g_autoptr (GTask) task = NULL;

  begin_work (self);
  task = g_task_new (NULL, self->writing, laid_out_cb, g_object_ref (self));
  g_task_set_source_tag (task, print_cb);
  g_task_set_task_data (task, job_new (self), job_free);
  run_in_thread (task, lay_out_pages);
}

/* ---- what can be chosen ---- */

static void
format_changed_cb (SlReportDialog *self)
{
  SlReportFormat format = get_format (self);

  gtk_widget_set_visible (GTK_WIDGET (self->paper_row), format == SL_REPORT_PDF);
  gtk_widget_set_visible (GTK_WIDGET (self->sections_group), sl_report_format_has_pages (format));
  restart_preview (self);
}

static void
section_changed_cb (SlReportDialog *self, GParamSpec *pspec, AdwSwitchRow *row)
{
  guint bit = 1u << GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "section"));

  if (adw_switch_row_get_active (row))
    self->omitted &= ~bit;
  else
    self->omitted |= bit;
  restart_preview (self);
}

static void
add_sections (SlReportDialog *self)
{
  /* The answer is in every report. */
  for (SlReportSection i = SL_REPORT_SECTION_ANSWER + 1; i < SL_N_REPORT_SECTIONS; i++) {
    GtkWidget *row = adw_switch_row_new ();

    adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sl_report_section_get_name (i));
    adw_switch_row_set_active (ADW_SWITCH_ROW (row), TRUE);
    g_object_set_data (G_OBJECT (row), "section", GUINT_TO_POINTER ((guint) i));
    g_signal_connect_object (row, "notify::active", G_CALLBACK (section_changed_cb), self,
                             G_CONNECT_SWAPPED);
    adw_preferences_group_add (self->sections_group, row);
  }
}

static void
add_formats (SlReportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (SlReportFormat format = SL_REPORT_PDF; format < SL_N_REPORT_FORMATS; format++)
    gtk_string_list_append (names, sl_report_format_get_name (format));
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (names));
}

static void
choose_paper (SlReportDialog *self)
{
  g_autoptr (GSettings) settings = g_settings_new (SL_APPLICATION_ID);
  g_autofree char *paper = g_settings_get_string (settings, "paper");
  gboolean letter = g_str_equal (paper, "automatic")
                        ? g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER)
                        : g_str_equal (paper, "letter");

  adw_combo_row_set_selected (self->paper_row, letter ? 1 : 0);
}

/* ---- languages ---- */

static void
language_changed_cb (SlReportDialog *self)
{
  g_clear_pointer (&self->translated, sl_analysis_unref);
  restart_preview (self);
}

static void
list_languages (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, sl_languages_list (), (GDestroyNotify) g_ptr_array_unref);
}

/* The row says what the report will be in also where there is nothing to choose. */
static void
languages_listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SlReportDialog) self = SL_REPORT_DIALOG (user_data);
  g_autoptr (GPtrArray) languages = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  end_thread ();
  if (self->closed)
    return;

  for (guint i = 0; i < languages->len; i++)
    gtk_string_list_append (names, sl_language_get_name (g_ptr_array_index (languages, i)));
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (names));
  if (languages->len == 1)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->language_row),
                                 _ ("No other language is installed"));
  gtk_widget_set_visible (GTK_WIDGET (self->language_row), TRUE);
  self->languages = g_steal_pointer (&languages);
  g_signal_connect_object (self->language_row, "notify::selected", G_CALLBACK (language_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

static void
look_for_languages (SlReportDialog *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->looking)
    return;

  self->looking = TRUE;
  task = g_task_new (NULL, NULL, languages_listed_cb, g_object_ref (self));
  g_task_set_source_tag (task, look_for_languages);
  run_in_thread (task, list_languages);
}

/* ---- the dialog ---- */

static void
sl_report_dialog_closed (AdwDialog *dialog)
{
  SlReportDialog *self = SL_REPORT_DIALOG (dialog);

  self->closed = TRUE;
  g_clear_handle_id (&self->progress_id, g_source_remove);
  if (self->writing != NULL)
    g_cancellable_cancel (self->writing);
  if (self->previewing != NULL)
    g_cancellable_cancel (self->previewing);
}

/* What nobody sees is not made. */
static void
sl_report_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sl_report_dialog_parent_class)->map (widget);
  start_preview (SL_REPORT_DIALOG (widget));
  look_for_languages (SL_REPORT_DIALOG (widget));
}

static void
sl_report_dialog_dispose (GObject *object)
{
  SlReportDialog *self = SL_REPORT_DIALOG (object);

  sl_report_dialog_closed (ADW_DIALOG (self));
  gtk_widget_dispose_template (GTK_WIDGET (self), SL_TYPE_REPORT_DIALOG);
  g_clear_object (&self->decision);
  g_clear_object (&self->writing);
  g_clear_object (&self->previewing);
  g_clear_pointer (&self->analysis, sl_analysis_unref);
  g_clear_pointer (&self->translated, sl_analysis_unref);
  g_clear_pointer (&self->languages, g_ptr_array_unref);
  g_clear_pointer (&self->sheets, sl_report_sheets_unref);

  G_OBJECT_CLASS (sl_report_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SlReportDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, SlReportDialog, print_button);
  gtk_widget_class_bind_template_child (widget_class, SlReportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, SlReportDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, SlReportDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, SlReportDialog, sections_group);
  gtk_widget_class_bind_template_child (widget_class, SlReportDialog, preview_stack);
  gtk_widget_class_bind_template_child (widget_class, SlReportDialog, page_picture);
  gtk_widget_class_bind_template_child (widget_class, SlReportDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, SlReportDialog, failed_page);
  gtk_widget_class_bind_template_child (widget_class, SlReportDialog, navigator);
  gtk_widget_class_bind_template_child (widget_class, SlReportDialog, page_label);
  gtk_widget_class_bind_template_child (widget_class, SlReportDialog, previous_button);
  gtk_widget_class_bind_template_child (widget_class, SlReportDialog, next_button);
  gtk_widget_class_bind_template_child (widget_class, SlReportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, SlReportDialog, stop_button);
}

static void
sl_report_dialog_class_init (SlReportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_report_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = sl_report_dialog_closed;
  widget_class->map = sl_report_dialog_map;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", SL_TYPE_REPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", SL_TYPE_REPORT_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, SL_RESOURCE_PATH "/report-dialog.ui");
  bind_children (widget_class);
}

static void
sl_report_dialog_init (SlReportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->save_button);
  add_formats (self);
  add_sections (self);
  choose_paper (self);
  g_signal_connect_object (self->save_button, "clicked", G_CALLBACK (save_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->print_button, "clicked", G_CALLBACK (print_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stop_button, "clicked", G_CALLBACK (stop_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->previous_button, "clicked", G_CALLBACK (previous_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->next_button, "clicked", G_CALLBACK (next_cb), self,
                           G_CONNECT_SWAPPED);
}

AdwDialog *
sl_report_dialog_new (SlDecision *decision, SlAnalysis *analysis, SlBoard board)
{
  SlReportDialog *self = g_object_new (SL_TYPE_REPORT_DIALOG, NULL);

  self->decision = g_object_ref (decision);
  self->analysis = sl_analysis_ref (analysis);
  self->board = board;
  update_navigator (self);
  g_signal_connect_object (self->format_row, "notify::selected", G_CALLBACK (format_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->paper_row, "notify::selected", G_CALLBACK (restart_preview), self,
                           G_CONNECT_SWAPPED);

  return ADW_DIALOG (self);
}
