/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "importance-row.h"

#include "analysis/certainty.h"
#include "band-strip.h"
#include "drawing.h"
#include "information-popover.h"
#include "live-label.h"
#include "widgets.h"

#include <glib/gi18n.h>
#include <math.h>

struct _SlImportanceRow {
  GtkBox parent_instance;

  /* Template Widgets */
  GtkWidget *swatch;
  GtkLabel *name_label;
  GtkLabel *minimum_label;
  SlLiveLabel *share_label;
  GtkToggleButton *lock_button;
  GtkMenuButton *information_button;
  GtkToggleButton *expand_button;
  GtkScale *scale;
  SlBandStrip *band_strip;
  GtkRevealer *revealer;
  GtkBox *criteria_box;

  /* Borrowed References, the catalogue's: one of the two */
  const SlPillar *pillar;
  const SlCriterion *criterion;

  /* Owned References */
  SlDecision *decision;
  SlAnalysis *analysis; /* nullable */
  SlBoard board;
  const SlBands *bands; /* the analysis', as they are shown; nullable */
  SlPicture picture;
  gboolean in_step; /* of ours */
  gboolean showing; /* what the decision says, so not the user's doing */
};

G_DEFINE_FINAL_TYPE (SlImportanceRow, sl_importance_row, GTK_TYPE_BOX)

static const char *
get_name (SlImportanceRow *self)
{
  return self->pillar != NULL ? self->pillar->name : self->criterion->name;
}

static const SlPillar *
get_pillar (SlImportanceRow *self)
{
  return self->pillar != NULL ? self->pillar : self->criterion->pillar;
}

static double
get_importance (SlImportanceRow *self)
{
  SlRequirements *requirements = sl_decision_get_requirements (self->decision);

  return self->pillar != NULL ? requirements->pillar_importance[self->pillar->index]
                              : requirements->criterion_importance[self->criterion->index];
}

static double
get_minimum (SlImportanceRow *self)
{
  SlRequirements *requirements = sl_decision_get_requirements (self->decision);

  return self->pillar != NULL ? requirements->pillar_minimum[self->pillar->index]
                              : requirements->criterion_minimum[self->criterion->index];
}

static double
get_lock (SlImportanceRow *self)
{
  SlRequirements *requirements = sl_decision_get_requirements (self->decision);

  return self->pillar != NULL ? requirements->pillar_lock[self->pillar->index]
                              : requirements->criterion_lock[self->criterion->index];
}

static gboolean
is_locked (SlImportanceRow *self)
{
  return !isnan (get_lock (self));
}

/* ---- the share ---- */

/* Negative where the board does not have the criterion. */
static double
get_share (SlImportanceRow *self)
{
  const SlRanking *ranking = sl_analysis_get_ranking (self->analysis, self->board);

  if (self->pillar != NULL)
    return ranking->pillar_weights[self->pillar->index];

  for (guint i = 0; i < ranking->n_criteria; i++) {
    if (ranking->criteria[i] == self->criterion)
      return ranking->weights[i];
  }

  return -1;
}

/* What a screen reader says of the slider. */
static char *
describe_value (SlImportanceRow *self, double share)
{
  if (share < 0)
    /* Translators: what a screen reader says of a slider: its value from 0 to 10. */
    return g_strdup_printf (_ ("%.1f of 10, no share on this board"), get_importance (self));
  if (is_locked (self))
    /* Translators: what a screen reader says of a slider that is locked: the share that its pillar
     * or criterion has, in percent. */
    return g_strdup_printf (_ ("locked at %.0f %% of the whole"), 100 * share);

  /* Translators: what a screen reader says of a slider: its value from 0 to 10, and the share that
   * follows, in percent. */
  return g_strdup_printf (_ ("%1$.1f of 10, %2$.0f %% of the whole"), get_importance (self),
                          100 * share);
}

static const char *
explain_share (SlImportanceRow *self, double share)
{
  if (share < 0)
    return _ ("Does not tell these alternatives apart");

  return is_locked (self) ? _ ("Share of the whole, locked") : _ ("Share of the whole");
}

static void
update_share (SlImportanceRow *self)
{
  g_autofree char *text = NULL;
  g_autofree char *value_text = NULL;
  double share;

  if (self->analysis == NULL)
    return;

  share = get_share (self);
  /* Translators: the share of a pillar or criterion in the whole, in percent. */
  text = share < 0 ? g_strdup ("–") : g_strdup_printf (_ ("%.0f %%"), 100 * share);
  sl_live_label_set_text (self->share_label, text);
  sl_set_tooltip (GTK_WIDGET (self->share_label), explain_share (self, share));
  /* There is nothing to hold; but a lock can always be lifted. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->lock_button), share >= 0 || is_locked (self));
  value_text = describe_value (self, share);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  value_text, -1);
}

/* ---- how far it may move ---- */

static const SlSliderBand *
get_band (SlImportanceRow *self)
{
  if (self->bands == NULL)
    return NULL;

  return self->pillar != NULL ? &self->bands->pillar_sliders[self->pillar->index]
                              : &self->bands->criterion_sliders[self->criterion->index];
}

/* Asked for when it is to be seen: the text changes with each frame of a drag. */
static gboolean
band_tooltip_cb (SlImportanceRow *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const SlSliderBand *band = get_band (self);
  g_autofree char *text = NULL;

  if (band != NULL)
    text = sl_slider_band_describe (
        band, sl_ranking_get_first (sl_analysis_get_ranking (self->analysis, self->board)));
  gtk_tooltip_set_text (tooltip, text);

  return text != NULL;
}

static void
update_band (SlImportanceRow *self)
{
  const SlEntry *first =
      sl_ranking_get_first (sl_analysis_get_ranking (self->analysis, self->board));
  const SlSliderBand *band;
  g_autofree char *text = NULL;

  self->picture.outdated = TRUE;
  self->bands = sl_analysis_get_bands (self->analysis, self->board);
  band = get_band (self);
  text = band != NULL ? sl_slider_band_describe (band, first) : NULL;

  sl_band_strip_set_band (self->band_strip, band);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->band_strip), text != NULL);
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->scale),
                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/* ---- from the decision ---- */

static void
update_minimum (SlImportanceRow *self)
{
  double minimum = get_minimum (self);
  gboolean has_minimum = minimum >= 0;
  g_autofree char *text = NULL;

  if (has_minimum) {
    g_autofree char *number = sl_describe_minimum (minimum);

    /* Translators: a mark beside a slider: the minimum of 0 to 100 that is asked for. */
    text = g_strdup_printf (_ ("≥ %s"), number);
    gtk_label_set_text (self->minimum_label, text);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->minimum_label), has_minimum);
}

/* The slider stays where it is, without a say, until the lock is lifted. */
static void
update_lock (SlImportanceRow *self)
{
  gboolean locked = is_locked (self);
  const char *icon = locked ? "changes-prevent-symbolic" : "changes-allow-symbolic";

  self->showing = TRUE;
  gtk_toggle_button_set_active (self->lock_button, locked);
  self->showing = FALSE;
  /* Set to what it is, it would still be drawn anew, on each frame of a drag. */
  if (g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (self->lock_button)), icon) != 0)
    gtk_button_set_icon_name (GTK_BUTTON (self->lock_button), icon);
  sl_set_tooltip (GTK_WIDGET (self->lock_button),
                  locked ? _ ("Unlock the Share") : _ ("Lock the Share"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->scale), !locked);
}

static void
requirements_changed_cb (SlImportanceRow *self)
{
  gtk_range_set_value (GTK_RANGE (self->scale), get_importance (self));
  update_minimum (self);
  update_lock (self);
}

/* ---- to the decision ---- */

static void
value_changed_cb (SlImportanceRow *self)
{
  double value = gtk_range_get_value (GTK_RANGE (self->scale));

  if (self->pillar != NULL)
    sl_decision_set_pillar_importance (self->decision, self->pillar, value);
  else
    sl_decision_set_criterion_importance (self->decision, self->criterion, value);
}

/* What is seen beside the slider is what is held. */
static void
lock_toggled_cb (SlImportanceRow *self)
{
  double share;

  if (self->showing || self->analysis == NULL)
    return;

  share = is_locked (self) ? NAN : get_share (self);
  if (self->pillar != NULL)
    sl_decision_set_pillar_lock (self->decision, self->pillar, share);
  else
    sl_decision_set_criterion_lock (self->decision, self->criterion, share);
}

static void
end_step (SlImportanceRow *self)
{
  if (!self->in_step)
    return;
  self->in_step = FALSE;
  if (sl_decision_is_in_step (self->decision))
    sl_decision_end_step (self->decision);
}

/* A drag is one step of the history, from the press to the release. */
static gboolean
scale_event_cb (SlImportanceRow *self, GdkEvent *event)
{
  switch (gdk_event_get_event_type (event)) {
  case GDK_BUTTON_PRESS:
  case GDK_TOUCH_BEGIN:
    if (!sl_decision_is_in_step (self->decision)) {
      sl_decision_begin_step (self->decision);
      self->in_step = TRUE;
    }
    break;
  case GDK_BUTTON_RELEASE:
  case GDK_TOUCH_END:
  case GDK_TOUCH_CANCEL:
  case GDK_GRAB_BROKEN:
    end_step (self);
    break;
  default:
    break;
  }

  return GDK_EVENT_PROPAGATE;
}

/* The wheel scrolls the page that the slider is on, unless the slider has the focus. */
static void
scale_focus_cb (SlImportanceRow *self)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->scale));
  GtkPropagationPhase phase =
      gtk_widget_has_focus (GTK_WIDGET (self->scale)) ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
      gtk_event_controller_set_propagation_phase (controller, phase);
  }
}

/* ---- the criteria of a pillar ---- */

static void
build_criteria (SlImportanceRow *self)
{
  if (gtk_widget_get_first_child (GTK_WIDGET (self->criteria_box)) != NULL)
    return;

  for (guint i = 0; i < self->pillar->criteria->len; i++) {
    GtkWidget *row = sl_importance_row_new_for_criterion (
        self->decision, g_ptr_array_index (self->pillar->criteria, i));

    if (self->analysis != NULL)
      sl_importance_row_set_analysis (SL_IMPORTANCE_ROW (row), self->analysis, self->board);
    gtk_box_append (self->criteria_box, row);
  }
}

static void
expand_toggled_cb (SlImportanceRow *self)
{
  gboolean open = gtk_toggle_button_get_active (self->expand_button);

  if (open)
    build_criteria (self);
  gtk_button_set_icon_name (GTK_BUTTON (self->expand_button),
                            open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->expand_button), GTK_ACCESSIBLE_STATE_EXPANDED,
                               open, -1);
  gtk_revealer_set_reveal_child (self->revealer, open);
}

void
sl_importance_row_set_analysis (SlImportanceRow *self, SlAnalysis *analysis, SlBoard board)
{
  gboolean refined;
  GtkWidget *child;

  g_return_if_fail (SL_IS_IMPORTANCE_ROW (self));

  /* Of that only the band may not have been known before. */
  refined = self->analysis != NULL && self->board == board &&
            sl_analysis_has_same_ranking (self->analysis, analysis);
  sl_analysis_ref (analysis);
  g_clear_pointer (&self->analysis, sl_analysis_unref);
  self->analysis = analysis;
  self->board = board;
  if (!refined) {
    update_share (self);
    update_band (self);
  } else if (self->bands == NULL) {
    update_band (self);
  }
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->criteria_box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    sl_importance_row_set_analysis (SL_IMPORTANCE_ROW (child), analysis, board);
}

/* ---- the widget ---- */

static void
create_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  SlImportanceRow *self = user_data;

  gtk_menu_button_set_popover (
      button, sl_information_popover_new (self->decision, self->pillar, self->criterion));
}

/* The slider, its share and its band change together. */
static void
sl_importance_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GtkSnapshot *drawn = gtk_snapshot_new ();

  GTK_WIDGET_CLASS (sl_importance_row_parent_class)->snapshot (widget, drawn);
  sl_drawing_append_picture (snapshot, drawn, widget, &SL_IMPORTANCE_ROW (widget)->picture);
}

static void
sl_importance_row_dispose (GObject *object)
{
  SlImportanceRow *self = SL_IMPORTANCE_ROW (object);

  if (self->decision != NULL)
    end_step (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), SL_TYPE_IMPORTANCE_ROW);
  g_clear_object (&self->decision);
  g_clear_pointer (&self->analysis, sl_analysis_unref);

  G_OBJECT_CLASS (sl_importance_row_parent_class)->dispose (object);
}

static void
sl_importance_row_class_init (SlImportanceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_importance_row_dispose;
  widget_class->snapshot = sl_importance_row_snapshot;

  g_type_ensure (SL_TYPE_BAND_STRIP);
  g_type_ensure (SL_TYPE_LIVE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, SL_RESOURCE_PATH "/importance-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SlImportanceRow, swatch);
  gtk_widget_class_bind_template_child (widget_class, SlImportanceRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, SlImportanceRow, minimum_label);
  gtk_widget_class_bind_template_child (widget_class, SlImportanceRow, share_label);
  gtk_widget_class_bind_template_child (widget_class, SlImportanceRow, lock_button);
  gtk_widget_class_bind_template_child (widget_class, SlImportanceRow, information_button);
  gtk_widget_class_bind_template_child (widget_class, SlImportanceRow, expand_button);
  gtk_widget_class_bind_template_child (widget_class, SlImportanceRow, scale);
  gtk_widget_class_bind_template_child (widget_class, SlImportanceRow, band_strip);
  gtk_widget_class_bind_template_child (widget_class, SlImportanceRow, revealer);
  gtk_widget_class_bind_template_child (widget_class, SlImportanceRow, criteria_box);
}

static void
sl_importance_row_init (SlImportanceRow *self)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_object (events, "event", G_CALLBACK (scale_event_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->scale), events);
  g_signal_connect_object (self->band_strip, "query-tooltip", G_CALLBACK (band_tooltip_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scale, "notify::has-focus", G_CALLBACK (scale_focus_cb), self,
                           G_CONNECT_SWAPPED);
  scale_focus_cb (self);
  gtk_menu_button_set_create_popup_func (self->information_button, create_popover_cb, self, NULL);
}

static void
add_style (SlImportanceRow *self)
{
  g_autofree char *style = g_strdup_printf ("pillar-%u", get_pillar (self)->index);

  gtk_widget_add_css_class (self->swatch, style);
  gtk_widget_add_css_class (GTK_WIDGET (self->scale), style);
  gtk_widget_set_visible (self->swatch, self->pillar != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->expand_button), self->pillar != NULL);
  if (self->criterion != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->name_label), "caption");
}

static void
add_names (SlImportanceRow *self)
{
  g_autofree char *expand_name = NULL;
  g_autofree char *information_name = NULL;
  g_autofree char *lock_name = NULL;

  gtk_label_set_text (self->name_label, get_name (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_name (self), -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->expand_button), GTK_ACCESSIBLE_STATE_EXPANDED,
                               FALSE, -1);
  /* Translators: the name of a toggle for screen readers; %s is a pillar or a criterion. */
  lock_name = g_strdup_printf (_ ("Lock the share of %s"), get_name (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lock_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  lock_name, -1);
  /* Translators: the name of a button for screen readers; %s is a pillar. */
  expand_name = g_strdup_printf (_ ("Criteria of %s"), get_name (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expand_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, expand_name, -1);
  /* Translators: the name of a button for screen readers; %s is a pillar or a criterion. */
  information_name = g_strdup_printf (_ ("About %s"), get_name (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->information_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, information_name, -1);
}

static GtkWidget *
importance_row_new (SlDecision *decision, const SlPillar *pillar, const SlCriterion *criterion)
{
  SlImportanceRow *self = g_object_new (SL_TYPE_IMPORTANCE_ROW, NULL);

  self->decision = g_object_ref (decision);
  self->pillar = pillar;
  self->criterion = criterion;
  add_style (self);
  add_names (self);
  sl_band_strip_set_range (self->band_strip, GTK_RANGE (self->scale), get_pillar (self)->index);
  requirements_changed_cb (self);
  g_signal_connect_object (decision, "notify::requirements", G_CALLBACK (requirements_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scale, "value-changed", G_CALLBACK (value_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lock_button, "toggled", G_CALLBACK (lock_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->expand_button, "toggled", G_CALLBACK (expand_toggled_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

GtkWidget *
sl_importance_row_new_for_pillar (SlDecision *decision, const SlPillar *pillar)
{
  return importance_row_new (decision, pillar, NULL);
}

GtkWidget *
sl_importance_row_new_for_criterion (SlDecision *decision, const SlCriterion *criterion)
{
  return importance_row_new (decision, NULL, criterion);
}
