/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "pairwise-dialog.h"

#include "weighing-subject.h"
#include "widgets.h"

#include <glib/gi18n.h>
#include <math.h>

/* Saaty's limit. */
#define ACCEPTABLE 0.10
/* Of a slider, to either side of «as important as». */
#define STEPS 8

struct _SlPairwiseDialog {
  AdwDialog parent_instance;

  /* Template Widgets */
  GtkButton *apply_button;
  AdwComboRow *subject_row;
  GtkWidget *consistency_group;
  AdwActionRow *consistency_row;
  GtkButton *fit_button;
  GtkListBox *pair_list;
  GtkListBox *weight_list;

  /* Borrowed References */
  const SlPillar *pillar;   /* whose criteria; NULL: the pillars */
  GPtrArray *pairs;         /* of Pair, the rows' */
  GPtrArray *weight_labels; /* of GtkLabel */

  /* Owned References */
  SlDecision *decision;
  SlJudgements *judgements;
  gboolean showing; /* what is judged, so not the user's doing */
};

/* A row of the list. */
typedef struct {
  SlPairwiseDialog *dialog;
  guint row;
  guint column;
  GtkLabel *label;
  GtkScale *scale;
} Pair;

G_DEFINE_FINAL_TYPE (SlPairwiseDialog, sl_pairwise_dialog, ADW_TYPE_DIALOG)

static const char *
get_name (SlPairwiseDialog *self, guint i)
{
  return sl_weighing_subject_get_name (sl_decision_get_catalogue (self->decision), self->pillar, i);
}

static double
get_judgement (SlPairwiseDialog *self, guint row, guint column)
{
  return self->judgements->ratios[row * self->judgements->n + column];
}

/* ---- a judgement as a place on a slider: what is on the left is more important on the left ----
 */

static double
slider_from_judgement (double times)
{
  double step = sl_judgements_nearest_step (times);

  return step >= 1 ? 1 - step : 1 / step - 1;
}

static double
judgement_from_slider (double place)
{
  double step = round (place);

  return step <= 0 ? 1 - step : 1 / (1 + step);
}

static char *
describe_judgement (SlPairwiseDialog *self, guint row, guint column, double times)
{
  double step = sl_judgements_nearest_step (times);

  if (step > 1)
    /* Translators: %1$s and %3$s are pillars or criteria, %2$.0f a number from 2 to 9. */
    return g_strdup_printf (_ ("%1$s is %2$.0f times as important as %3$s"), get_name (self, row),
                            step, get_name (self, column));
  if (step < 1)
    return g_strdup_printf (_ ("%1$s is %2$.0f times as important as %3$s"),
                            get_name (self, column), 1 / step, get_name (self, row));

  /* Translators: both are pillars or criteria. */
  return g_strdup_printf (_ ("%1$s is as important as %2$s"), get_name (self, row),
                          get_name (self, column));
}

/* ---- showing ---- */

static void
show_pair (SlPairwiseDialog *self, Pair *pair)
{
  double times = get_judgement (self, pair->row, pair->column);
  g_autofree char *text = describe_judgement (self, pair->row, pair->column, times);

  gtk_label_set_text (pair->label, text);
  gtk_range_set_value (GTK_RANGE (pair->scale), slider_from_judgement (times));
  gtk_accessible_update_property (GTK_ACCESSIBLE (pair->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  text, -1);
}

static void
show_consistency (SlPairwiseDialog *self)
{
  const SlAhp *ahp = &self->judgements->consistency;
  guint row = (guint) ahp->worst_row;
  guint column = (guint) ahp->worst_column;
  gboolean fits = ahp->cr <= ACCEPTABLE;
  g_autofree char *title = g_strdup_printf (
      /* Translators: %1$.2f is the consistency ratio, %2$s whose table of random indices it is by.
       */
      fits ? _ ("Yes: consistency ratio %1$.2f (%2$s), at most 0.10")
           : _ ("Hardly: consistency ratio %1$.2f (%2$s), more than 0.10"),
      ahp->cr, SL_RANDOM_INDEX_NAME);
  g_autofree char *worst = NULL;
  g_autofree char *better = NULL;
  g_autofree char *subtitle = NULL;

  if (!fits && row != column) {
    worst = describe_judgement (self, row, column, get_judgement (self, row, column));
    better = describe_judgement (self, row, column, ahp->fitting_judgement);
    /* Translators: both are sentences: a judgement, and the one that would agree with the others.
     */
    subtitle = g_strdup_printf (_ ("Furthest from the others: %1$s. What would fit: %2$s."), worst,
                                better);
  }
  gtk_widget_set_visible (self->consistency_group, self->judgements->n > 2);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->consistency_row), title);
  adw_action_row_set_subtitle (self->consistency_row, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fit_button), subtitle != NULL);
}

static void
show_weights (SlPairwiseDialog *self)
{
  for (guint i = 0; i < self->weight_labels->len; i++) {
    /* Translators: the share of a pillar or criterion in the whole, in percent. */
    g_autofree char *text = g_strdup_printf (_ ("%.0f %%"), 100 * self->judgements->weights[i]);

    gtk_label_set_text (g_ptr_array_index (self->weight_labels, i), text);
  }
}

static void
show (SlPairwiseDialog *self)
{
  self->showing = TRUE;
  for (guint i = 0; i < self->pairs->len; i++)
    show_pair (self, g_ptr_array_index (self->pairs, i));
  self->showing = FALSE;
  show_consistency (self);
  show_weights (self);
}

/* ---- judging ---- */

static void
scale_changed_cb (Pair *pair)
{
  SlPairwiseDialog *self = pair->dialog;

  if (self->showing)
    return;
  sl_judgements_judge (self->judgements, pair->row, pair->column,
                       judgement_from_slider (gtk_range_get_value (GTK_RANGE (pair->scale))));
  show (self);
}

static void
fit_cb (SlPairwiseDialog *self)
{
  const SlAhp *ahp = &self->judgements->consistency;

  sl_judgements_judge (self->judgements, (guint) ahp->worst_row, (guint) ahp->worst_column,
                       sl_judgements_nearest_step (ahp->fitting_judgement));
  show (self);
}

static void
apply_cb (SlPairwiseDialog *self)
{
  sl_decision_set_weights (self->decision, self->pillar, self->judgements->weights);
  adw_dialog_close (ADW_DIALOG (self));
}

/* ---- the rows ---- */

static GtkWidget *
list_row_new (GtkWidget *child)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);

  return row;
}

static GtkWidget *
ends_new (const char *left, const char *right)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const char *names[] = { left, right };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    GtkWidget *label = gtk_label_new (names[i]);

    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    gtk_label_set_xalign (GTK_LABEL (label), i == 0 ? 0 : 1);
    gtk_widget_set_hexpand (label, TRUE);
    gtk_box_append (GTK_BOX (box), label);
  }
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);

  return box;
}

static void
add_pair (SlPairwiseDialog *self, guint row, guint column)
{
  Pair *pair = g_new0 (Pair, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, -STEPS, STEPS, 1);
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *name = g_strdup_printf (
      /* Translators: the name of a slider for screen readers; both are pillars or criteria. */
      _ ("%1$s against %2$s"), get_name (self, row), get_name (self, column));

  *pair = (Pair) { self, row, column, GTK_LABEL (label), GTK_SCALE (scale) };
  gtk_scale_set_has_origin (pair->scale, FALSE);
  gtk_scale_add_mark (pair->scale, 0, GTK_POS_BOTTOM, NULL);
  gtk_label_set_wrap (pair->label, TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (box, "judgement");
  gtk_box_append (GTK_BOX (box), ends_new (get_name (self, row), get_name (self, column)));
  gtk_box_append (GTK_BOX (box), scale);
  gtk_box_append (GTK_BOX (box), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (scale), "pair", pair, g_free);
  g_signal_connect_swapped (scale, "value-changed", G_CALLBACK (scale_changed_cb), pair);
  gtk_list_box_append (self->pair_list, list_row_new (box));
  g_ptr_array_add (self->pairs, pair);
}

static void
add_weight (SlPairwiseDialog *self, guint i)
{
  AdwActionRow *row = sl_text_row_new (get_name (self, i), NULL);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (row, label);
  gtk_list_box_append (self->weight_list, GTK_WIDGET (row));
  g_ptr_array_add (self->weight_labels, label);
}

static void
build (SlPairwiseDialog *self)
{
  guint n = self->judgements->n;

  g_ptr_array_set_size (self->pairs, 0);
  g_ptr_array_set_size (self->weight_labels, 0);
  gtk_list_box_remove_all (self->pair_list);
  gtk_list_box_remove_all (self->weight_list);
  for (guint i = 0; i < n; i++) {
    add_weight (self, i);
    for (guint j = i + 1; j < n; j++)
      add_pair (self, i, j);
  }
}

static void
subject_changed_cb (SlPairwiseDialog *self)
{
  SlCatalogue *catalogue = sl_decision_get_catalogue (self->decision);
  g_autofree double *importances = NULL;

  self->pillar = sl_weighing_subjects_get (catalogue, SL_AHP_MAX_CRITERIA,
                                           adw_combo_row_get_selected (self->subject_row));
  importances = sl_weighing_subject_list (self->decision, self->pillar);
  g_clear_pointer (&self->judgements, sl_judgements_free);
  self->judgements =
      sl_judgements_new (importances, sl_weighing_subject_count (catalogue, self->pillar));
  build (self);
  show (self);
}

/* ---- the dialog ---- */

static void
sl_pairwise_dialog_dispose (GObject *object)
{
  SlPairwiseDialog *self = SL_PAIRWISE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SL_TYPE_PAIRWISE_DIALOG);
  g_clear_object (&self->decision);

  G_OBJECT_CLASS (sl_pairwise_dialog_parent_class)->dispose (object);
}

static void
sl_pairwise_dialog_finalize (GObject *object)
{
  SlPairwiseDialog *self = SL_PAIRWISE_DIALOG (object);

  g_clear_pointer (&self->judgements, sl_judgements_free);
  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  g_clear_pointer (&self->weight_labels, g_ptr_array_unref);

  G_OBJECT_CLASS (sl_pairwise_dialog_parent_class)->finalize (object);
}

static void
sl_pairwise_dialog_class_init (SlPairwiseDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sl_pairwise_dialog_dispose;
  object_class->finalize = sl_pairwise_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SL_RESOURCE_PATH "/pairwise-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SlPairwiseDialog, apply_button);
  gtk_widget_class_bind_template_child (widget_class, SlPairwiseDialog, subject_row);
  gtk_widget_class_bind_template_child (widget_class, SlPairwiseDialog, consistency_group);
  gtk_widget_class_bind_template_child (widget_class, SlPairwiseDialog, consistency_row);
  gtk_widget_class_bind_template_child (widget_class, SlPairwiseDialog, fit_button);
  gtk_widget_class_bind_template_child (widget_class, SlPairwiseDialog, pair_list);
  gtk_widget_class_bind_template_child (widget_class, SlPairwiseDialog, weight_list);
}

static void
sl_pairwise_dialog_init (SlPairwiseDialog *self)
{
  self->pairs = g_ptr_array_new ();
  self->weight_labels = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_button_set_label (self->fit_button, _ ("_Use It"));
  gtk_button_set_use_underline (self->fit_button, TRUE);
}

AdwDialog *
sl_pairwise_dialog_new (SlDecision *decision)
{
  SlPairwiseDialog *self = g_object_new (SL_TYPE_PAIRWISE_DIALOG, NULL);
  g_autoptr (GListModel) subjects =
      sl_weighing_subjects_new (sl_decision_get_catalogue (decision), SL_AHP_MAX_CRITERIA);

  self->decision = g_object_ref (decision);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->subject_row), FALSE);
  adw_combo_row_set_model (self->subject_row, subjects);
  subject_changed_cb (self);
  g_signal_connect_object (self->subject_row, "notify::selected", G_CALLBACK (subject_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fit_button, "clicked", G_CALLBACK (fit_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->apply_button, "clicked", G_CALLBACK (apply_cb), self,
                           G_CONNECT_SWAPPED);

  return ADW_DIALOG (self);
}
