/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "weights-dialog.h"

#include "decision-dialog.h"
#include "widgets.h"

#include <glib/gi18n.h>

#define SCALE_WIDTH 150
#define STEP 0.5

struct _SlWeightsDialog {
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwWindowTitle *title;
  AdwPreferencesGroup *group;

  /* Owned References */
  SlDecision *decision;
  GPtrArray *pillar_scales;    /* of GtkRange, borrowed, by the catalogue's index */
  GPtrArray *criterion_scales; /* the same */

  guint index;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SlWeightsDialog, sl_weights_dialog, ADW_TYPE_DIALOG)

static SlCatalogue *
get_catalogue (SlWeightsDialog *self)
{
  return sl_decision_get_catalogue (self->decision);
}

/* NULL if it is gone. */
static const SlParticipant *
get_participant (SlWeightsDialog *self)
{
  const GPtrArray *participants = sl_decision_get_prose (self->decision)->participants;

  return self->index < participants->len ? g_ptr_array_index (participants, self->index) : NULL;
}

/* ---- the sliders ---- */

static void
pillar_moved_cb (SlWeightsDialog *self, GtkRange *scale)
{
  guint i;

  if (!self->filling && g_ptr_array_find (self->pillar_scales, scale, &i))
    sl_decision_set_participant_pillar_importance (
        self->decision, self->index,
        g_ptr_array_index (sl_catalogue_get_pillars (get_catalogue (self)), i),
        gtk_range_get_value (scale));
}

static void
criterion_moved_cb (SlWeightsDialog *self, GtkRange *scale)
{
  guint i;

  if (!self->filling && g_ptr_array_find (self->criterion_scales, scale, &i))
    sl_decision_set_participant_criterion_importance (
        self->decision, self->index,
        g_ptr_array_index (sl_catalogue_get_criteria (get_catalogue (self)), i),
        gtk_range_get_value (scale));
}

static GtkWidget *
scale_new (SlWeightsDialog *self, const char *name, GCallback moved_cb)
{
  GtkWidget *scale =
      gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, SL_IMPORTANCE_MAX, STEP);

  gtk_range_set_increments (GTK_RANGE (scale), STEP, 1);
  gtk_scale_set_draw_value (GTK_SCALE (scale), TRUE);
  gtk_scale_set_value_pos (GTK_SCALE (scale), GTK_POS_RIGHT);
  gtk_widget_set_size_request (scale, SCALE_WIDTH, -1);
  gtk_widget_set_valign (scale, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  sl_decision_join_edits (self->decision, scale);
  g_signal_connect_object (scale, "value-changed", moved_cb, self, G_CONNECT_SWAPPED);

  return scale;
}

static void
add_criterion (SlWeightsDialog *self, AdwExpanderRow *parent, const SlCriterion *criterion)
{
  AdwActionRow *row = sl_text_row_new (criterion->name, NULL);
  GtkWidget *scale = scale_new (self, criterion->name, G_CALLBACK (criterion_moved_cb));

  gtk_widget_set_tooltip_text (GTK_WIDGET (row), criterion->description);
  adw_action_row_add_suffix (row, scale);
  adw_expander_row_add_row (parent, GTK_WIDGET (row));
  self->criterion_scales->pdata[criterion->index] = scale;
}

static void
add_pillar (SlWeightsDialog *self, const SlPillar *pillar)
{
  AdwExpanderRow *row = ADW_EXPANDER_ROW (adw_expander_row_new ());
  GtkWidget *scale = scale_new (self, pillar->name, G_CALLBACK (pillar_moved_cb));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), pillar->name);
  adw_expander_row_add_prefix (row, sl_swatch_new (pillar));
  adw_expander_row_add_suffix (row, scale);
  for (guint i = 0; i < pillar->criteria->len; i++)
    add_criterion (self, row, g_ptr_array_index (pillar->criteria, i));
  adw_preferences_group_add (self->group, GTK_WIDGET (row));
  self->pillar_scales->pdata[pillar->index] = scale;
}

/* ---- what the document says ---- */

static void
set_values (const GPtrArray *scales, const double *importance)
{
  for (guint i = 0; i < scales->len; i++)
    gtk_range_set_value (g_ptr_array_index (scales, i), importance[i]);
}

/* Whoever has no weights yet begins with those of the decision. */
static void
fill (SlWeightsDialog *self)
{
  const SlParticipant *participant = get_participant (self);
  g_autoptr (SlImportance) importance = NULL;

  if (participant == NULL) {
    adw_dialog_force_close (ADW_DIALOG (self));
    return;
  }

  importance =
      participant->importance != NULL
          ? sl_importance_ref (participant->importance)
          : sl_importance_new_for_requirements (sl_decision_get_requirements (self->decision));
  self->filling = TRUE;
  adw_window_title_set_title (self->title, participant->name);
  adw_dialog_set_title (ADW_DIALOG (self), participant->name);
  set_values (self->pillar_scales, importance->pillar);
  set_values (self->criterion_scales, importance->criterion);
  self->filling = FALSE;
}

/* ---- the dialog ---- */

static void
sl_weights_dialog_dispose (GObject *object)
{
  SlWeightsDialog *self = SL_WEIGHTS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SL_TYPE_WEIGHTS_DIALOG);
  g_clear_object (&self->decision);
  g_clear_pointer (&self->pillar_scales, g_ptr_array_unref);
  g_clear_pointer (&self->criterion_scales, g_ptr_array_unref);

  G_OBJECT_CLASS (sl_weights_dialog_parent_class)->dispose (object);
}

static void
sl_weights_dialog_class_init (SlWeightsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_weights_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, SL_RESOURCE_PATH "/weights-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SlWeightsDialog, title);
  gtk_widget_class_bind_template_child (widget_class, SlWeightsDialog, group);
}

static void
sl_weights_dialog_init (SlWeightsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
sl_weights_dialog_new (SlDecision *decision, guint index)
{
  SlWeightsDialog *self;
  const GPtrArray *pillars;

  g_return_val_if_fail (SL_IS_DECISION (decision), NULL);

  self = g_object_new (SL_TYPE_WEIGHTS_DIALOG, NULL);
  self->decision = g_object_ref (decision);
  self->index = index;
  pillars = sl_catalogue_get_pillars (get_catalogue (self));
  self->pillar_scales = g_ptr_array_new ();
  g_ptr_array_set_size (self->pillar_scales, (gint) pillars->len);
  self->criterion_scales = g_ptr_array_new ();
  g_ptr_array_set_size (self->criterion_scales,
                        (gint) sl_catalogue_get_criteria (get_catalogue (self))->len);
  for (guint i = 0; i < pillars->len; i++)
    add_pillar (self, g_ptr_array_index (pillars, i));
  fill (self);
  g_signal_connect_object (decision, "notify::prose", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);

  return ADW_DIALOG (self);
}
