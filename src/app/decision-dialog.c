/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "decision-dialog.h"

#include "prose-row.h"

#include <glib/gi18n.h>
#include <string.h>

struct _SlDecisionDialog {
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwEntryRow *title_row;
  AdwActionRow *participants_row;
  AdwPreferencesGroup *context_group;
  AdwComboRow *status_row;
  AdwComboRow *alternative_row;
  AdwEntryRow *date_row;
  AdwEntryRow *superseded_row;
  AdwPreferencesGroup *rationale_group;

  /* Borrowed References, within the groups */
  SlProseRow *context_row;
  SlProseRow *rationale_row;

  /* Owned References */
  SlDecision *decision;
  GPtrArray *ids; /* of the choices, owned texts; the first is NULL for none */

  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SlDecisionDialog, sl_decision_dialog, ADW_TYPE_DIALOG)

/* ---- steps ---- */

static void
enter_cb (SlDecision *decision)
{
  if (!sl_decision_is_in_step (decision))
    sl_decision_begin_step (decision);
}

static void
leave_cb (SlDecision *decision)
{
  if (sl_decision_is_in_step (decision))
    sl_decision_end_step (decision);
}

void
sl_decision_join_edits (SlDecision *decision, GtkWidget *widget)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (enter_cb), decision, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), decision, G_CONNECT_SWAPPED);
  /* A dialog that closes takes the focus with it without a word. */
  g_signal_connect_object (widget, "unmap", G_CALLBACK (leave_cb), decision, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, focus);
}

/* ---- edits ---- */

static void
title_changed_cb (SlDecisionDialog *self)
{
  if (!self->filling)
    sl_decision_set_title (self->decision, gtk_editable_get_text (GTK_EDITABLE (self->title_row)));
}

/* They have a page of their own. */
static void
participants_activated_cb (SlDecisionDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.people", NULL);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
context_changed_cb (SlDecisionDialog *self)
{
  g_autofree char *text = sl_prose_row_get_text (self->context_row);

  sl_decision_set_context (self->decision, text);
}

/* NULL where what is written is no day (yet). */
static char *
read_day (const char *text)
{
  g_autofree char *moment = g_strconcat (text, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) day =
      strlen (text) == strlen ("2026-11-28") ? g_date_time_new_from_iso8601 (moment, NULL) : NULL;

  return day != NULL ? g_date_time_format (day, "%Y-%m-%d") : NULL;
}

static void
outcome_changed_cb (SlDecisionDialog *self)
{
  const char *day = gtk_editable_get_text (GTK_EDITABLE (self->date_row));
  guint choice = adw_combo_row_get_selected (self->alternative_row);
  g_autofree char *rationale = NULL;
  g_autofree char *date = NULL;
  SlOutcome outcome = { .superseded_by =
                            gtk_editable_get_text (GTK_EDITABLE (self->superseded_row)) };

  if (self->filling)
    return;

  rationale = sl_prose_row_get_text (self->rationale_row);
  date = read_day (day);
  outcome.status = (SlStatus) adw_combo_row_get_selected (self->status_row);
  outcome.alternative = choice < self->ids->len ? g_ptr_array_index (self->ids, choice) : NULL;
  outcome.rationale = rationale;
  outcome.date = date;
  if (date == NULL && *day != '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self->date_row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->date_row), "error");
  sl_decision_set_outcome (self->decision, &outcome);
}

/* Who decides decides today, unless they say otherwise. */
static void
status_changed_cb (SlDecisionDialog *self)
{
  gboolean decided = adw_combo_row_get_selected (self->status_row) == SL_STATUS_DECIDED;
  const char *day = gtk_editable_get_text (GTK_EDITABLE (self->date_row));

  gtk_widget_set_visible (GTK_WIDGET (self->superseded_row),
                          adw_combo_row_get_selected (self->status_row) == SL_STATUS_SUPERSEDED);
  if (self->filling)
    return;
  if (decided && *day == '\0') {
    g_autoptr (GDateTime) now = g_date_time_new_now_local ();
    g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

    self->filling = TRUE;
    gtk_editable_set_text (GTK_EDITABLE (self->date_row), today);
    self->filling = FALSE;
  }
  outcome_changed_cb (self);
}

/* ---- choices ---- */

static void
add_choice (SlDecisionDialog *self, GtkStringList *names, const char *id, const char *name)
{
  g_ptr_array_add (self->ids, g_strdup (id));
  gtk_string_list_append (names, name);
}

static void
add_alternatives (SlDecisionDialog *self, GtkStringList *names, const GPtrArray *alternatives)
{
  for (guint i = 0; i < alternatives->len; i++) {
    const SlAlternative *alternative = g_ptr_array_index (alternatives, i);

    add_choice (self, names, alternative->id, alternative->name);
  }
}

static guint
find_choice (SlDecisionDialog *self, const char *id)
{
  for (guint i = 0; i < self->ids->len; i++) {
    if (g_strcmp0 (g_ptr_array_index (self->ids, i), id) == 0)
      return i;
  }

  return self->ids->len;
}

/* What was chosen is offered even if the catalogue does not have it any more. */
static void
fill_choices (SlDecisionDialog *self, const char *chosen)
{
  SlCatalogue *catalogue = sl_decision_get_catalogue (self->decision);
  const GPtrArray *pairings = sl_catalogue_get_pairings (catalogue);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  /* Translators: no alternative is chosen yet. */
  add_choice (self, names, NULL, C_ ("choice", "None"));
  add_alternatives (self, names, sl_catalogue_get_technologies (catalogue));
  add_alternatives (self, names, sl_catalogue_get_patterns (catalogue));
  for (guint i = 0; i < pairings->len; i++) {
    const SlPairing *pairing = g_ptr_array_index (pairings, i);

    add_choice (self, names, pairing->id, pairing->name);
  }
  if (find_choice (self, chosen) == self->ids->len)
    add_choice (self, names, chosen, chosen);
  adw_combo_row_set_expression (
      self->alternative_row, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  adw_combo_row_set_model (self->alternative_row, G_LIST_MODEL (names));
}

static void
fill_statuses (SlDecisionDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < SL_N_STATUSES; i++)
    gtk_string_list_append (names, sl_status_get_name ((SlStatus) i));
  adw_combo_row_set_model (self->status_row, G_LIST_MODEL (names));
}

static void
fill (SlDecisionDialog *self)
{
  const SlProse *prose = sl_decision_get_prose (self->decision);
  const SlOutcome *outcome = &prose->outcome;
  g_autoptr (GString) names = g_string_new (NULL);

  self->filling = TRUE;
  for (guint i = 0; i < prose->participants->len; i++)
    sl_names_append (names, ((const SlParticipant *) prose->participants->pdata[i])->name);
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), sl_decision_get_title (self->decision));
  adw_action_row_set_subtitle (self->participants_row, names->len > 0 ? names->str : _ ("Nobody"));
  sl_prose_row_set_text (self->context_row, prose->context);
  fill_statuses (self);
  fill_choices (self, outcome->alternative);
  adw_combo_row_set_selected (self->status_row, outcome->status);
  adw_combo_row_set_selected (self->alternative_row, find_choice (self, outcome->alternative));
  gtk_editable_set_text (GTK_EDITABLE (self->date_row), outcome->date != NULL ? outcome->date : "");
  gtk_editable_set_text (GTK_EDITABLE (self->superseded_row), outcome->superseded_by);
  sl_prose_row_set_text (self->rationale_row, outcome->rationale);
  status_changed_cb (self);
  self->filling = FALSE;
}

/* ---- the dialog ---- */

static void
sl_decision_dialog_dispose (GObject *object)
{
  SlDecisionDialog *self = SL_DECISION_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SL_TYPE_DECISION_DIALOG);
  g_clear_object (&self->decision);
  g_clear_pointer (&self->ids, g_ptr_array_unref);

  G_OBJECT_CLASS (sl_decision_dialog_parent_class)->dispose (object);
}

static void
sl_decision_dialog_class_init (SlDecisionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_decision_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SL_RESOURCE_PATH "/decision-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SlDecisionDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, SlDecisionDialog, participants_row);
  gtk_widget_class_bind_template_child (widget_class, SlDecisionDialog, context_group);
  gtk_widget_class_bind_template_child (widget_class, SlDecisionDialog, status_row);
  gtk_widget_class_bind_template_child (widget_class, SlDecisionDialog, alternative_row);
  gtk_widget_class_bind_template_child (widget_class, SlDecisionDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, SlDecisionDialog, superseded_row);
  gtk_widget_class_bind_template_child (widget_class, SlDecisionDialog, rationale_group);
}

static void
sl_decision_dialog_init (SlDecisionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->context_row = SL_PROSE_ROW (sl_prose_row_new (_ ("Context")));
  adw_preferences_group_add (self->context_group, GTK_WIDGET (self->context_row));
  self->rationale_row = SL_PROSE_ROW (sl_prose_row_new (_ ("Rationale")));
  adw_preferences_group_add (self->rationale_group, GTK_WIDGET (self->rationale_row));
}

static void
connect (SlDecisionDialog *self, gpointer row, const char *signal, GCallback callback)
{
  g_signal_connect_object (row, signal, callback, self, G_CONNECT_SWAPPED);
}

AdwDialog *
sl_decision_dialog_new (SlDecision *decision)
{
  SlDecisionDialog *self;

  g_return_val_if_fail (SL_IS_DECISION (decision), NULL);

  self = g_object_new (SL_TYPE_DECISION_DIALOG, NULL);
  self->decision = g_object_ref (decision);
  fill (self);
  sl_decision_join_edits (decision, GTK_WIDGET (self->title_row));
  sl_decision_join_edits (decision, sl_prose_row_get_view (self->context_row));
  sl_decision_join_edits (decision, GTK_WIDGET (self->date_row));
  sl_decision_join_edits (decision, GTK_WIDGET (self->superseded_row));
  sl_decision_join_edits (decision, sl_prose_row_get_view (self->rationale_row));
  connect (self, self->title_row, "changed", G_CALLBACK (title_changed_cb));
  connect (self, self->participants_row, "activated", G_CALLBACK (participants_activated_cb));
  connect (self, self->context_row, "changed", G_CALLBACK (context_changed_cb));
  connect (self, self->status_row, "notify::selected", G_CALLBACK (status_changed_cb));
  connect (self, self->alternative_row, "notify::selected", G_CALLBACK (outcome_changed_cb));
  connect (self, self->date_row, "changed", G_CALLBACK (outcome_changed_cb));
  connect (self, self->superseded_row, "changed", G_CALLBACK (outcome_changed_cb));
  connect (self, self->rationale_row, "changed", G_CALLBACK (outcome_changed_cb));

  return ADW_DIALOG (self);
}
