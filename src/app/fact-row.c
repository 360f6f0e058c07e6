/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fact-row.h"

#include <adwaita.h>

/* What ties a row to its fact. Lives as long as the row. */
typedef struct {
  SlDecision *decision;
  const SlFact *fact;
  GtkWidget *row;   /* borrowed */
  gboolean showing; /* what the decision says, so not the user's doing */
} Tie;

static double
get_row_value (Tie *self)
{
  switch (self->fact->type) {
  case SL_FACT_BOOLEAN:
    return adw_switch_row_get_active (ADW_SWITCH_ROW (self->row)) ? 1 : 0;
  case SL_FACT_NUMBER:
    return adw_spin_row_get_value (ADW_SPIN_ROW (self->row));
  case SL_FACT_CHOICE:
  default:
    return adw_combo_row_get_selected (ADW_COMBO_ROW (self->row));
  }
}

static void
row_changed_cb (Tie *self)
{
  if (!self->showing)
    sl_decision_set_fact (self->decision, self->fact, get_row_value (self));
}

static void
requirements_changed_cb (Tie *self)
{
  double value = sl_decision_get_requirements (self->decision)->facts[self->fact->index];

  self->showing = TRUE;
  switch (self->fact->type) {
  case SL_FACT_BOOLEAN:
    adw_switch_row_set_active (ADW_SWITCH_ROW (self->row), value > 0);
    break;
  case SL_FACT_NUMBER:
    adw_spin_row_set_value (ADW_SPIN_ROW (self->row), value);
    break;
  case SL_FACT_CHOICE:
  default:
    adw_combo_row_set_selected (ADW_COMBO_ROW (self->row), (guint) value);
  }
  self->showing = FALSE;
}

static GtkWidget *
create_choice_row (const SlFact *fact)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  for (guint i = 0; i < fact->choices->len; i++)
    gtk_string_list_append (names, ((const SlChoice *) g_ptr_array_index (fact->choices, i))->name);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));

  return row;
}

static GtkWidget *
create_row (const SlFact *fact)
{
  switch (fact->type) {
  case SL_FACT_BOOLEAN:
    return adw_switch_row_new ();
  case SL_FACT_NUMBER:
    return adw_spin_row_new_with_range (fact->minimum, fact->maximum, fact->step);
  case SL_FACT_CHOICE:
  default:
    return create_choice_row (fact);
  }
}

static const char *
value_property (const SlFact *fact)
{
  switch (fact->type) {
  case SL_FACT_BOOLEAN:
    return "notify::active";
  case SL_FACT_NUMBER:
    return "notify::value";
  case SL_FACT_CHOICE:
  default:
    return "notify::selected";
  }
}

static void
tie_free (gpointer data)
{
  Tie *self = data;

  g_signal_handlers_disconnect_by_data (self->decision, self);
  g_object_unref (self->decision);
  g_free (self);
}

GtkWidget *
sl_fact_row_new (SlDecision *decision, const SlFact *fact)
{
  GtkWidget *row = create_row (fact);
  Tie *tie = g_new0 (Tie, 1);

  tie->decision = g_object_ref (decision);
  tie->fact = fact;
  tie->row = row;
  g_object_set_data_full (G_OBJECT (row), "tie", tie, tie_free);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fact->name);
  gtk_widget_set_tooltip_text (row, fact->description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  fact->description, -1);

  requirements_changed_cb (tie);
  g_signal_connect_swapped (row, value_property (fact), G_CALLBACK (row_changed_cb), tie);
  g_signal_connect_swapped (decision, "notify::requirements", G_CALLBACK (requirements_changed_cb),
                            tie);

  return row;
}
