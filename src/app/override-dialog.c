/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "override-dialog.h"

#include <glib/gi18n.h>

struct _SlOverrideDialog {
  AdwDialog parent_instance;

  /* Template Widgets */
  GtkWidget *apply_button;
  AdwPreferencesGroup *group;
  AdwSpinRow *mode_row;
  AdwSpinRow *low_row;
  AdwSpinRow *high_row;
  AdwEntryRow *reason_row;
  GtkWidget *clear_row;

  /* Borrowed References, the catalogue's */
  const SlAlternative *alternative;
  const SlCriterion *criterion;

  /* Owned References */
  SlDecision *decision;
};

G_DEFINE_FINAL_TYPE (SlOverrideDialog, sl_override_dialog, ADW_TYPE_DIALOG)

static char *
get_reason (SlOverrideDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason_row))));
}

static void
apply_cb (SlOverrideDialog *self)
{
  g_autofree char *reason = get_reason (self);

  sl_decision_set_override (
      self->decision, self->alternative, self->criterion, adw_spin_row_get_value (self->low_row),
      adw_spin_row_get_value (self->mode_row), adw_spin_row_get_value (self->high_row), reason);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
clear_cb (SlOverrideDialog *self)
{
  sl_decision_clear_override (self->decision, self->alternative, self->criterion);
  adw_dialog_close (ADW_DIALOG (self));
}

/* The range follows the value, and the value stays within the range. */
static void
mode_changed_cb (SlOverrideDialog *self)
{
  double mode = adw_spin_row_get_value (self->mode_row);

  if (adw_spin_row_get_value (self->low_row) > mode)
    adw_spin_row_set_value (self->low_row, mode);
  if (adw_spin_row_get_value (self->high_row) < mode)
    adw_spin_row_set_value (self->high_row, mode);
}

/* An end that is moved past the value or the other end takes them along: they stay in order. */
static void
low_changed_cb (SlOverrideDialog *self)
{
  double low = adw_spin_row_get_value (self->low_row);

  if (adw_spin_row_get_value (self->high_row) < low)
    adw_spin_row_set_value (self->high_row, low);
  if (adw_spin_row_get_value (self->mode_row) < low)
    adw_spin_row_set_value (self->mode_row, low);
}

static void
high_changed_cb (SlOverrideDialog *self)
{
  double high = adw_spin_row_get_value (self->high_row);

  if (adw_spin_row_get_value (self->low_row) > high)
    adw_spin_row_set_value (self->low_row, high);
  if (adw_spin_row_get_value (self->mode_row) > high)
    adw_spin_row_set_value (self->mode_row, high);
}

static void
reason_changed_cb (SlOverrideDialog *self)
{
  g_autofree char *reason = get_reason (self);

  gtk_widget_set_sensitive (self->apply_button, *reason != '\0');
}

static void
sl_override_dialog_dispose (GObject *object)
{
  SlOverrideDialog *self = SL_OVERRIDE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SL_TYPE_OVERRIDE_DIALOG);
  g_clear_object (&self->decision);

  G_OBJECT_CLASS (sl_override_dialog_parent_class)->dispose (object);
}

static void
sl_override_dialog_class_init (SlOverrideDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_override_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SL_RESOURCE_PATH "/override-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SlOverrideDialog, apply_button);
  gtk_widget_class_bind_template_child (widget_class, SlOverrideDialog, group);
  gtk_widget_class_bind_template_child (widget_class, SlOverrideDialog, mode_row);
  gtk_widget_class_bind_template_child (widget_class, SlOverrideDialog, low_row);
  gtk_widget_class_bind_template_child (widget_class, SlOverrideDialog, high_row);
  gtk_widget_class_bind_template_child (widget_class, SlOverrideDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, SlOverrideDialog, clear_row);
}

static void
sl_override_dialog_init (SlOverrideDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->apply_button);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->mode_row));
}

static void
show_value (SlOverrideDialog *self)
{
  const SlCell *cell = &self->alternative->cells[self->criterion->index];
  const SlOverride *override = sl_requirements_find_override (
      sl_decision_get_requirements (self->decision), self->alternative, self->criterion);
  g_autofree char *description = NULL;

  adw_spin_row_set_value (self->low_row, override != NULL ? override->low : cell->low);
  adw_spin_row_set_value (self->high_row, override != NULL ? override->high : cell->high);
  adw_spin_row_set_value (self->mode_row, override != NULL ? override->mode : cell->mode);
  gtk_editable_set_text (GTK_EDITABLE (self->reason_row), override != NULL ? override->reason : "");
  gtk_widget_set_visible (self->clear_row, override != NULL);
  /* Translators: %1$.0f is a value from 0 to 100, %2$s where it comes from. */
  description = g_strdup_printf (_ ("The catalogue has %1$.0f (%2$s)."), cell->mode,
                                 sl_basis_get_name (cell->basis));
  adw_preferences_group_set_description (self->group, description);
}

AdwDialog *
sl_override_dialog_new (SlDecision *decision,
                        const SlAlternative *alternative,
                        const SlCriterion *criterion)
{
  SlOverrideDialog *self = g_object_new (SL_TYPE_OVERRIDE_DIALOG, NULL);
  g_autofree char *title = NULL;

  self->decision = g_object_ref (decision);
  self->alternative = alternative;
  self->criterion = criterion;
  /* Translators: the title of a dialog: a criterion of an alternative, as in «Security of Go». */
  title = g_strdup_printf (_ ("%1$s of %2$s"), criterion->name, alternative->name);
  adw_preferences_group_set_title (self->group, title);
  show_value (self);
  reason_changed_cb (self);

  g_signal_connect_object (self->apply_button, "clicked", G_CALLBACK (apply_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clear_row, "activated", G_CALLBACK (clear_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mode_row, "notify::value", G_CALLBACK (mode_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->low_row, "notify::value", G_CALLBACK (low_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->high_row, "notify::value", G_CALLBACK (high_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reason_row, "changed", G_CALLBACK (reason_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return ADW_DIALOG (self);
}
