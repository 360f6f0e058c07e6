/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "snapshots-dialog.h"

#include "changes-dialog.h"
#include "widgets.h"

#include <glib/gi18n.h>

struct _SlSnapshotsDialog {
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwEntryRow *name_row;
  AdwPreferencesGroup *list_group;
  AdwPreferencesGroup *compare_group;
  AdwComboRow *before_row;
  AdwComboRow *after_row;
  GtkWidget *compare_row;

  /* Owned References */
  SlDecision *decision;
  GPtrArray *rows; /* borrowed, of the list */

  SlBoard board;
};

G_DEFINE_FINAL_TYPE (SlSnapshotsDialog, sl_snapshots_dialog, ADW_TYPE_DIALOG)

static const SlSnapshot *
get_snapshot (SlSnapshotsDialog *self, guint index)
{
  return g_ptr_array_index (sl_decision_get_snapshots (self->decision), index);
}

/* ---- the list ---- */

static guint
get_index (GtkWidget *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));
}

static void
restore_cb (SlSnapshotsDialog *self, GtkWidget *button)
{
  sl_decision_restore_snapshot (self->decision, get_index (button));
}

static void
remove_cb (SlSnapshotsDialog *self, GtkWidget *button)
{
  sl_decision_remove_snapshot (self->decision, get_index (button));
}

static void
add_button (SlSnapshotsDialog *self,
            AdwActionRow *row,
            guint index,
            const char *icon,
            const char *text,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, text);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, button);
}

static char *
describe_snapshot (const SlSnapshot *snapshot)
{
  SlCatalogue *catalogue = snapshot->requirements->catalogue;

  if (snapshot->profile == NULL)
    /* Translators: %1$s is a date, %2$s the version of a catalogue. */
    return g_strdup_printf (_ ("%1$s · catalogue %2$s"), snapshot->date,
                            sl_catalogue_get_version (catalogue));

  /* Translators: %1$s is a date, %2$s a profile, %3$s the version of a catalogue. */
  return g_strdup_printf (_ ("%1$s · %2$s · catalogue %3$s"), snapshot->date,
                          snapshot->profile->name, sl_catalogue_get_version (catalogue));
}

static void
add_snapshot (SlSnapshotsDialog *self, guint index)
{
  const SlSnapshot *snapshot = get_snapshot (self, index);
  g_autofree char *text = describe_snapshot (snapshot);
  g_autofree char *restore = g_strdup_printf (_ ("Go Back to “%s”"), snapshot->name);
  g_autofree char *remove = g_strdup_printf (_ ("Remove “%s”"), snapshot->name);
  AdwActionRow *row = sl_text_row_new (snapshot->name, text);

  add_button (self, row, index, "edit-undo-symbolic", restore, G_CALLBACK (restore_cb));
  add_button (self, row, index, "user-trash-symbolic", remove, G_CALLBACK (remove_cb));
  adw_preferences_group_add (self->list_group, GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

/* The snapshots by name, then what is now. */
static GListModel *
list_names (SlSnapshotsDialog *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < sl_decision_get_snapshots (self->decision)->len; i++)
    gtk_string_list_append (names, get_snapshot (self, i)->name);
  /* Translators: what is required now, beside the snapshots. */
  gtk_string_list_append (names, _ ("Now"));

  return G_LIST_MODEL (names);
}

static void
fill (SlSnapshotsDialog *self)
{
  guint n = sl_decision_get_snapshots (self->decision)->len;
  g_autoptr (GListModel) names = list_names (self);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->list_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < n; i++)
    add_snapshot (self, i);
  gtk_widget_set_visible (GTK_WIDGET (self->list_group), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->compare_group), n > 0);
  adw_combo_row_set_model (self->before_row, names);
  adw_combo_row_set_model (self->after_row, names);
  adw_combo_row_set_selected (self->before_row, n > 0 ? n - 1 : 0);
  adw_combo_row_set_selected (self->after_row, n);
}

static void
apply_cb (SlSnapshotsDialog *self)
{
  g_autofree char *name =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));

  if (*name != '\0')
    sl_decision_add_snapshot (self->decision, name);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), "");
}

/* ---- comparing ---- */

static SlAnalysis *
analyse (SlSnapshotsDialog *self, AdwComboRow *row)
{
  guint index = adw_combo_row_get_selected (row);

  if (index < sl_decision_get_snapshots (self->decision)->len)
    return sl_analysis_new (get_snapshot (self, index)->requirements);

  return sl_analysis_new (sl_decision_get_requirements (self->decision));
}

static const char *
get_name (AdwComboRow *row)
{
  return gtk_string_object_get_string (adw_combo_row_get_selected_item (row));
}

static void
compare_cb (SlSnapshotsDialog *self)
{
  g_autoptr (SlAnalysis) before = analyse (self, self->before_row);
  g_autoptr (SlAnalysis) after = analyse (self, self->after_row);
  const char *from = get_name (self->before_row);
  const char *to = get_name (self->after_row);
  g_autofree char *title = NULL;

  /* Translators: the title of a dialog that compares two snapshots, by their names. */
  title = g_strdup_printf (_ ("%1$s → %2$s"), from, to);
  adw_dialog_present (sl_changes_dialog_new (title, before, after, self->board, FALSE),
                      GTK_WIDGET (self));
}

/* ---- the dialog ---- */

static void
sl_snapshots_dialog_dispose (GObject *object)
{
  SlSnapshotsDialog *self = SL_SNAPSHOTS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SL_TYPE_SNAPSHOTS_DIALOG);
  g_clear_object (&self->decision);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (sl_snapshots_dialog_parent_class)->dispose (object);
}

static void
sl_snapshots_dialog_class_init (SlSnapshotsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_snapshots_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SL_RESOURCE_PATH "/snapshots-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SlSnapshotsDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, SlSnapshotsDialog, list_group);
  gtk_widget_class_bind_template_child (widget_class, SlSnapshotsDialog, compare_group);
  gtk_widget_class_bind_template_child (widget_class, SlSnapshotsDialog, before_row);
  gtk_widget_class_bind_template_child (widget_class, SlSnapshotsDialog, after_row);
  gtk_widget_class_bind_template_child (widget_class, SlSnapshotsDialog, compare_row);
}

static void
sl_snapshots_dialog_init (SlSnapshotsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  g_signal_connect_object (self->name_row, "apply", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->compare_row, "activated", G_CALLBACK (compare_cb), self,
                           G_CONNECT_SWAPPED);
}

AdwDialog *
sl_snapshots_dialog_new (SlDecision *decision, SlBoard board)
{
  SlSnapshotsDialog *self;

  g_return_val_if_fail (SL_IS_DECISION (decision), NULL);

  self = g_object_new (SL_TYPE_SNAPSHOTS_DIALOG, NULL);
  self->decision = g_object_ref (decision);
  self->board = board;
  fill (self);
  g_signal_connect_object (decision, "notify::snapshots", G_CALLBACK (fill), self,
                           G_CONNECT_SWAPPED);

  return ADW_DIALOG (self);
}
