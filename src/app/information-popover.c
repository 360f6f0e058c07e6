/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "information-popover.h"

#include "widgets.h"

#include "catalogue/number.h"

#include <glib/gi18n.h>
#include <math.h>

#define DEFAULT_MINIMUM 50

typedef struct {
  SlDecision *decision;
  const SlPillar *pillar;
  const SlCriterion *criterion;
  GtkCheckButton *check; /* borrowed */
  GtkSpinButton *spin;   /* borrowed */
} Minimum;

static void
add_text (GtkBox *box, const char *text, const char *style)
{
  gtk_box_append (box, sl_paragraph_new (text, style));
}

static void
add_scale (GtkBox *box, const SlCriterion *criterion)
{
  /* Translators: %s says what the best value of a criterion stands for. */
  g_autofree char *best = g_strdup_printf (_ ("100: %s"), criterion->best);
  /* Translators: %s says what the worst value of a criterion stands for. */
  g_autofree char *worst = g_strdup_printf (_ ("0: %s"), criterion->worst);

  add_text (box, best, "caption");
  add_text (box, worst, "caption");
}

static void
add_origin (GtkBox *box, const SlCriterion *criterion)
{
  if (criterion->components->len == 0) {
    add_text (
        box, _ ("These values are judgements; each has its reason on the page of the alternative."),
        "caption");
    return;
  }

  add_text (box, _ ("Computed from published figures"), "caption-heading");
  for (guint i = 0; i < criterion->components->len; i++) {
    const SlComponent *component = g_ptr_array_index (criterion->components, i);
    /* Translators: a part of a criterion: its name, its unit, and why its scale is as it is. */
    g_autofree char *text = g_strdup_printf (_ ("%1$s (%2$s). %3$s"), component->name,
                                             component->unit, component->reason);

    add_text (box, text, "caption");
  }
}

/* ---- the minimum ---- */

static double
get_minimum (Minimum *self)
{
  SlRequirements *requirements = sl_decision_get_requirements (self->decision);

  return self->pillar != NULL ? requirements->pillar_minimum[self->pillar->index]
                              : requirements->criterion_minimum[self->criterion->index];
}

static void
set_minimum (Minimum *self)
{
  double minimum =
      gtk_check_button_get_active (self->check) ? gtk_spin_button_get_value (self->spin) : NAN;

  if (self->pillar != NULL)
    sl_decision_set_pillar_minimum (self->decision, self->pillar, minimum);
  else
    sl_decision_set_criterion_minimum (self->decision, self->criterion, minimum);
}

static void
minimum_free (gpointer data)
{
  Minimum *self = data;

  g_object_unref (self->decision);
  g_free (self);
}

static void
add_minimum (GtkBox *box, Minimum *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  double minimum = get_minimum (self);
  gboolean has_minimum = !isnan (minimum);

  self->check = GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_ ("_Rule out below")));
  self->spin = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, 100, 5));
  /* One that came from a file must not be rounded by being shown. */
  gtk_spin_button_set_digits (self->spin,
                              has_minimum ? (guint) sl_number_count_decimals (minimum) : 0);
  gtk_spin_button_set_value (self->spin, has_minimum ? minimum : DEFAULT_MINIMUM);
  gtk_check_button_set_active (self->check, has_minimum);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Minimum"), -1);
  g_object_bind_property (self->check, "active", self->spin, "sensitive", G_BINDING_SYNC_CREATE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->check), TRUE);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->check));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->spin));
  gtk_box_append (box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (box, line);

  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (set_minimum), self);
  g_signal_connect_swapped (self->spin, "value-changed", G_CALLBACK (set_minimum), self);
}

GtkWidget *
sl_information_popover_new (SlDecision *decision,
                            const SlPillar *pillar,
                            const SlCriterion *criterion)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  Minimum *minimum = g_new0 (Minimum, 1);

  minimum->decision = g_object_ref (decision);
  minimum->pillar = pillar;
  minimum->criterion = criterion;

  gtk_widget_add_css_class (box, "information");
  add_text (GTK_BOX (box), pillar != NULL ? pillar->name : criterion->name, "heading");
  add_text (GTK_BOX (box), pillar != NULL ? pillar->description : criterion->description, NULL);
  if (criterion != NULL) {
    add_scale (GTK_BOX (box), criterion);
    add_origin (GTK_BOX (box), criterion);
  }
  add_minimum (GTK_BOX (box), minimum);
  g_object_set_data_full (G_OBJECT (popover), "minimum", minimum, minimum_free);
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  return popover;
}
