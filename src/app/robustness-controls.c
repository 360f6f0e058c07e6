/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "robustness-controls.h"

#include "analysis/certainty.h"

#include <glib/gi18n.h>

struct _SlRobustnessControls {
  GtkBox parent_instance;

  /* Template Widgets */
  GtkDropDown *space_drop_down;
  GtkWidget *confidence_box;
  GtkDropDown *confidence_drop_down;
  GtkDropDown *samples_drop_down;
  GtkLabel *settings_label;
  GtkProgressBar *progress_bar;
  GtkLabel *progress_label;

  /* Owned References */
  SlDecision *decision;    /* nullable */
  double other_confidence; /* that the lists have besides the usual ones; 0: none */
  guint other_samples;
  SlRobustnessSettings shown;
  gboolean is_shown;
  gboolean showing; /* what the decision says, so not the user's doing */
};

G_DEFINE_FINAL_TYPE (SlRobustnessControls, sl_robustness_controls, GTK_TYPE_BOX)

/* The surest first. A decision may have other numbers, from its file: then the list has one more.
 */
static const double confidences[] = { 1000, 300, 100, 30, 10 };
static const guint samples[] = { 1000, 10000, 100000, 1000000 };

#define N_CONFIDENCES G_N_ELEMENTS (confidences)
#define N_SAMPLES G_N_ELEMENTS (samples)

/* ---- what there is to choose from ---- */

static void
fill_spaces (SlRobustnessControls *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  /* Translators: which weights are considered. */
  gtk_string_list_append (names, _ ("Around the Sliders"));
  /* Translators: which weights are considered. */
  gtk_string_list_append (names, _ ("In the Same Order"));
  /* Translators: which weights are considered. */
  gtk_string_list_append (names, _ ("Any"));
  gtk_drop_down_set_model (self->space_drop_down, G_LIST_MODEL (names));
}

/* `other`: 0, or a confidence that the list does not have. */
static void
fill_confidences (SlRobustnessControls *self, double other)
{
  const char *const texts[N_CONFIDENCES] = {
    /* Translators: how sure somebody is. */
    C_ ("confidence", "Very Sure"), C_ ("confidence", "Sure"), C_ ("confidence", "Fairly Sure"),
    C_ ("confidence", "Not Very Sure"), C_ ("confidence", "Hardly Sure")
  };
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < N_CONFIDENCES; i++)
    gtk_string_list_append (names, texts[i]);
  if (other > 0) {
    /* Translators: how sure somebody is, as a number; 100 is «fairly sure». */
    g_autofree char *text = g_strdup_printf (C_ ("confidence", "Custom (%g)"), other);

    gtk_string_list_append (names, text);
  }
  gtk_drop_down_set_model (self->confidence_drop_down, G_LIST_MODEL (names));
}

static void
fill_samples (SlRobustnessControls *self, guint other)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < N_SAMPLES; i++) {
    g_autofree char *text = g_strdup_printf ("%'u", samples[i]);

    gtk_string_list_append (names, text);
  }
  if (other > 0) {
    g_autofree char *text = g_strdup_printf ("%'u", other);

    gtk_string_list_append (names, text);
  }
  gtk_drop_down_set_model (self->samples_drop_down, G_LIST_MODEL (names));
}

/* ---- from the decision ---- */

static void
show_confidence (SlRobustnessControls *self, double confidence)
{
  guint i = 0;

  while (i < N_CONFIDENCES && confidences[i] != confidence)
    i++;
  if (i == N_CONFIDENCES && confidence != self->other_confidence) {
    self->other_confidence = confidence;
    fill_confidences (self, confidence);
  }
  gtk_drop_down_set_selected (self->confidence_drop_down, i);
}

static void
show_samples (SlRobustnessControls *self, guint n)
{
  guint i = 0;

  while (i < N_SAMPLES && samples[i] != n)
    i++;
  if (i == N_SAMPLES && n != self->other_samples) {
    self->other_samples = n;
    fill_samples (self, n);
  }
  gtk_drop_down_set_selected (self->samples_drop_down, i);
}

static void
show_settings (SlRobustnessControls *self)
{
  const SlRobustnessSettings *settings = &sl_decision_get_requirements (self->decision)->robustness;
  g_autofree char *text = NULL;

  if (self->is_shown && sl_robustness_settings_equal (settings, &self->shown))
    return;
  self->shown = *settings;
  self->is_shown = TRUE;
  text = sl_robustness_settings_describe (settings);

  self->showing = TRUE;
  gtk_drop_down_set_selected (self->space_drop_down, settings->space);
  show_confidence (self, settings->confidence);
  show_samples (self, settings->samples);
  self->showing = FALSE;
  gtk_widget_set_visible (self->confidence_box, settings->space == SL_WEIGHT_SPACE_AROUND);
  gtk_label_set_text (self->settings_label, text);
}

/* ---- to the decision ---- */

static void
selected_cb (SlRobustnessControls *self)
{
  SlRobustnessSettings settings;
  guint confidence = gtk_drop_down_get_selected (self->confidence_drop_down);
  guint n = gtk_drop_down_get_selected (self->samples_drop_down);

  if (self->showing || self->decision == NULL)
    return;

  settings = sl_decision_get_requirements (self->decision)->robustness;
  settings.space = (SlWeightSpace) gtk_drop_down_get_selected (self->space_drop_down);
  if (confidence < N_CONFIDENCES)
    settings.confidence = confidences[confidence];
  if (n < N_SAMPLES)
    settings.samples = samples[n];
  sl_decision_set_robustness (self->decision, &settings);
}

/* ---- how far it is ---- */

static char *
describe_progress (const SlRobustness *robustness)
{
  g_autofree char *seed = NULL;

  if (robustness == NULL)
    return g_strdup (_ ("No trials yet"));
  if (robustness->n_trials < robustness->settings.samples)
    /* Translators: how many of all trials have been made. */
    return g_strdup_printf (_ ("%1$'u of %2$'u trials"), (guint) robustness->n_trials,
                            robustness->settings.samples);

  seed = g_strdup_printf ("%" G_GUINT64_FORMAT, robustness->settings.seed);
  return g_strdup_printf (
      /* Translators: all trials have been made; the seed is the number that they begin with. */
      ngettext ("%1$'u trial, seed %2$s", "%1$'u trials, seed %2$s", robustness->settings.samples),
      robustness->settings.samples, seed);
}

static void
show_progress (SlRobustnessControls *self, const SlRobustness *robustness)
{
  g_autofree char *text = describe_progress (robustness);
  double fraction =
      robustness != NULL ? (double) robustness->n_trials / robustness->settings.samples : 0;

  gtk_progress_bar_set_fraction (self->progress_bar, fraction);
  /* It keeps its place, so that nothing jumps. */
  gtk_widget_set_opacity (GTK_WIDGET (self->progress_bar), fraction < 1 ? 1 : 0);
  gtk_label_set_text (self->progress_label, text);
}

void
sl_robustness_controls_set_analysis (SlRobustnessControls *self,
                                     SlDecision *decision,
                                     SlAnalysis *analysis,
                                     SlBoard board)
{
  g_return_if_fail (SL_IS_ROBUSTNESS_CONTROLS (self));
  g_return_if_fail (SL_IS_DECISION (decision));
  g_return_if_fail (analysis != NULL);

  if (self->decision != decision) {
    if (self->decision != NULL)
      g_signal_handlers_disconnect_by_data (self->decision, self);
    g_set_object (&self->decision, decision);
    g_signal_connect_object (decision, "notify::requirements", G_CALLBACK (show_settings), self,
                             G_CONNECT_SWAPPED);
    show_settings (self);
  }
  show_progress (self, sl_analysis_get_robustness (analysis, board));
}

/* ---- the widget ---- */

static void
sl_robustness_controls_dispose (GObject *object)
{
  SlRobustnessControls *self = SL_ROBUSTNESS_CONTROLS (object);

  self->showing = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), SL_TYPE_ROBUSTNESS_CONTROLS);
  g_clear_object (&self->decision);

  G_OBJECT_CLASS (sl_robustness_controls_parent_class)->dispose (object);
}

static void
sl_robustness_controls_class_init (SlRobustnessControlsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_robustness_controls_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SL_RESOURCE_PATH "/robustness-controls.ui");
  gtk_widget_class_bind_template_child (widget_class, SlRobustnessControls, space_drop_down);
  gtk_widget_class_bind_template_child (widget_class, SlRobustnessControls, confidence_box);
  gtk_widget_class_bind_template_child (widget_class, SlRobustnessControls, confidence_drop_down);
  gtk_widget_class_bind_template_child (widget_class, SlRobustnessControls, samples_drop_down);
  gtk_widget_class_bind_template_child (widget_class, SlRobustnessControls, settings_label);
  gtk_widget_class_bind_template_child (widget_class, SlRobustnessControls, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, SlRobustnessControls, progress_label);
}

static void
sl_robustness_controls_init (SlRobustnessControls *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_spaces (self);
  fill_confidences (self, 0);
  fill_samples (self, 0);
  g_signal_connect_object (self->space_drop_down, "notify::selected", G_CALLBACK (selected_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->confidence_drop_down, "notify::selected", G_CALLBACK (selected_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->samples_drop_down, "notify::selected", G_CALLBACK (selected_cb),
                           self, G_CONNECT_SWAPPED);
}
