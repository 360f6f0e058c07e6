/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "sidebar.h"

#include "fact-row.h"
#include "importance-row.h"
#include "long-box.h"
#include "widgets.h"

#include <math.h>

/* How many sliders show their shares and bands anew with each frame while another is moved: all on
 * each frame would be more than a third of its work. */
#define ROWS_PER_FRAME 2

struct _SlSidebar {
  AdwBin parent_instance;

  /* Template Widgets */
  GtkBox *contents_box;
  AdwComboRow *profile_row;
  GtkMenuButton *importance_button;
  GMenuModel *importance_menu;
  GtkLabel *equal_label;
  GtkListBox *importance_list;

  /* Owned References */
  SlDecision *decision;
  SlAnalysis *analysis; /* nullable */
  SlBoard board;
  GPtrArray *importance_rows; /* of SlImportanceRow, borrowed */
  guint n_outdated;           /* of these, from next_row on */
  guint next_row;
  guint tick_id;
  GPtrArray *fact_groups; /* of AdwPreferencesGroup, borrowed */
  guint build_id;
  gboolean has_profiles; /* rather than the one that it shows */
  gboolean showing;      /* what the decision says, so not the user's doing */
};

G_DEFINE_FINAL_TYPE (SlSidebar, sl_sidebar, ADW_TYPE_BIN)

/* ---- profile ---- */

static void
show_profile (SlSidebar *self)
{
  const SlProfile *profile = sl_decision_get_profile (self->decision);

  /* Another one than the only one that is there. */
  if (!self->has_profiles)
    return;
  self->showing = TRUE;
  adw_combo_row_set_selected (self->profile_row,
                              profile != NULL ? profile->index : GTK_INVALID_LIST_POSITION);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->profile_row),
                               profile != NULL ? profile->assumes : NULL);
  self->showing = FALSE;
}

static void
profile_selected_cb (SlSidebar *self)
{
  const GPtrArray *profiles;
  guint selected = adw_combo_row_get_selected (self->profile_row);

  if (self->showing || selected == GTK_INVALID_LIST_POSITION)
    return;

  profiles = sl_catalogue_get_profiles (sl_decision_get_catalogue (self->decision));
  sl_decision_apply_profile (self->decision, g_ptr_array_index (profiles, selected));
}

static void
fill_profiles (SlSidebar *self)
{
  const GPtrArray *profiles =
      sl_catalogue_get_profiles (sl_decision_get_catalogue (self->decision));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < profiles->len; i++)
    gtk_string_list_append (names, ((const SlProfile *) g_ptr_array_index (profiles, i))->name);
  self->showing = TRUE;
  adw_combo_row_set_model (self->profile_row, G_LIST_MODEL (names));
  self->showing = FALSE;
  self->has_profiles = TRUE;
}

/* The row builds a widget for each profile, in a list that nobody has opened yet. Until there is
 * time for them it has the one that it shows. */
static void
fill_one_profile (SlSidebar *self)
{
  const SlProfile *profile = sl_decision_get_profile (self->decision);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (profile != NULL)
    gtk_string_list_append (names, profile->name);
  self->showing = TRUE;
  adw_combo_row_set_model (self->profile_row, G_LIST_MODEL (names));
  self->showing = FALSE;
  self->has_profiles = FALSE;
}

/* ---- what matters ---- */

static void
fill_importances (SlSidebar *self)
{
  const GPtrArray *pillars = sl_catalogue_get_pillars (sl_decision_get_catalogue (self->decision));

  g_ptr_array_set_size (self->importance_rows, 0);
  gtk_list_box_remove_all (self->importance_list);
  for (guint i = 0; i < pillars->len; i++) {
    GtkWidget *row =
        sl_importance_row_new_for_pillar (self->decision, g_ptr_array_index (pillars, i));
    GtkWidget *list_row = gtk_list_box_row_new ();

    gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (list_row), row);
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (list_row), FALSE);
    gtk_widget_set_focusable (list_row, FALSE);
    gtk_list_box_append (self->importance_list, list_row);
    g_ptr_array_add (self->importance_rows, row);
  }
}

/* ---- what is true ---- */

static void
add_fact_group (SlSidebar *self, const SlFactGroup *group)
{
  GtkWidget *widget = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (widget), group->name);
  gtk_widget_set_margin_top (widget, 6);
  for (guint i = 0; i < group->facts->len; i++)
    adw_preferences_group_add (
        ADW_PREFERENCES_GROUP (widget),
        sl_fact_row_new (self->decision, g_ptr_array_index (group->facts, i)));
  gtk_box_append (self->contents_box, widget);
  g_ptr_array_add (self->fact_groups, widget);
}

/* The facts are below what a window shows at first. They are built a group at a time once it has
 * been drawn, so that the ranking need not wait for them. */
static gboolean
build_rest_cb (gpointer user_data)
{
  SlSidebar *self = user_data;
  const GPtrArray *groups =
      sl_catalogue_get_fact_groups (sl_decision_get_catalogue (self->decision));

  if (!self->has_profiles) {
    fill_profiles (self);
    show_profile (self);
    return G_SOURCE_CONTINUE;
  }

  if (self->fact_groups->len < groups->len)
    add_fact_group (self, g_ptr_array_index (groups, self->fact_groups->len));
  if (self->fact_groups->len < groups->len)
    return G_SOURCE_CONTINUE;

  self->build_id = 0;
  return G_SOURCE_REMOVE;
}

static void
start_building_rest (SlSidebar *self)
{
  for (guint i = 0; i < self->fact_groups->len; i++)
    gtk_box_remove (self->contents_box, g_ptr_array_index (self->fact_groups, i));
  g_ptr_array_set_size (self->fact_groups, 0);
  g_clear_handle_id (&self->build_id, g_source_remove);
  self->build_id = g_idle_add_full (G_PRIORITY_LOW, build_rest_cb, self, NULL);
}

/* ---- the analysis ---- */

static void
show_importance (SlSidebar *self, guint i)
{
  sl_importance_row_set_analysis (g_ptr_array_index (self->importance_rows, i), self->analysis,
                                  self->board);
}

/* NAN is no lock. */
static gboolean
differs (double a, double b)
{
  return a < b || a > b || isnan (a) != isnan (b);
}

/* The pillar's slider, its lock, or those of one of its criteria. */
static gboolean
was_moved (SlAnalysis *before, SlAnalysis *after, const SlPillar *pillar)
{
  const SlRequirements *old = sl_analysis_get_requirements (before);
  const SlRequirements *new = sl_analysis_get_requirements (after);

  for (guint i = 0; i < pillar->criteria->len; i++) {
    guint j = ((const SlCriterion *) g_ptr_array_index (pillar->criteria, i))->index;

    if (differs (old->criterion_importance[j], new->criterion_importance[j]) ||
        differs (old->criterion_lock[j], new->criterion_lock[j]))
      return TRUE;
  }

  return differs (old->pillar_importance[pillar->index], new->pillar_importance[pillar->index]) ||
         differs (old->pillar_lock[pillar->index], new->pillar_lock[pillar->index]);
}

static gboolean
show_some_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  SlSidebar *self = SL_SIDEBAR (widget);

  for (guint i = 0; i < ROWS_PER_FRAME && self->n_outdated > 0; i++) {
    show_importance (self, self->next_row);
    self->next_row = (self->next_row + 1) % self->importance_rows->len;
    self->n_outdated--;
  }
  if (self->n_outdated > 0)
    return G_SOURCE_CONTINUE;

  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

static void
stop_showing (SlSidebar *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  self->n_outdated = 0;
  self->next_row = 0;
}

/* What has been moved follows at once, the others in the next frames. */
static void
show_importances (SlSidebar *self, SlAnalysis *before)
{
  const GPtrArray *pillars = sl_catalogue_get_pillars (sl_analysis_get_catalogue (self->analysis));

  for (guint i = 0; i < self->importance_rows->len; i++) {
    if (before == NULL || was_moved (before, self->analysis, g_ptr_array_index (pillars, i)))
      show_importance (self, i);
  }
  if (before == NULL) {
    stop_showing (self);
    return;
  }
  self->n_outdated = self->importance_rows->len;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), show_some_cb, NULL, NULL);
}

/* ---- its parts ---- */

static gboolean
is_built (SlSidebar *self)
{
  return self->contents_box != NULL;
}

/* A window that asks what is being built has no requirements yet, and its question does not wait
 * for them. (A template is to be initialised with its object for the sake of construction
 * properties and of classes that derive from it; there are none of either.) */
static void
ensure_built (SlSidebar *self)
{
  if (is_built (self))
    return;

  gtk_widget_init_template (GTK_WIDGET (self));
  sl_menu_button_set_menu (self->importance_button, self->importance_menu);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->profile_row), FALSE);
  g_signal_connect_object (self->profile_row, "notify::selected", G_CALLBACK (profile_selected_cb),
                           self, G_CONNECT_SWAPPED);
}

/* ---- public ---- */

void
sl_sidebar_set_decision (SlSidebar *self, SlDecision *decision)
{
  g_return_if_fail (SL_IS_SIDEBAR (self));
  g_return_if_fail (SL_IS_DECISION (decision));

  ensure_built (self);
  if (self->decision != NULL)
    g_signal_handlers_disconnect_by_data (self->decision, self);
  g_set_object (&self->decision, decision);
  stop_showing (self);
  g_clear_pointer (&self->analysis, sl_analysis_unref);
  g_signal_connect_object (decision, "notify::profile", G_CALLBACK (show_profile), self,
                           G_CONNECT_SWAPPED);

  fill_one_profile (self);
  fill_importances (self);
  start_building_rest (self);
}

void
sl_sidebar_set_analysis (SlSidebar *self, SlAnalysis *analysis, SlBoard board)
{
  SlAnalysis *before;
  gboolean same_board;

  g_return_if_fail (SL_IS_SIDEBAR (self));

  before = self->analysis;
  self->analysis = sl_analysis_ref (analysis);
  /* Another board is another sidebar, and what is not in sight has no frames to wait for. */
  same_board = self->board == board;
  self->board = board;
  show_importances (self, same_board && gtk_widget_get_mapped (GTK_WIDGET (self)) ? before : NULL);
  g_clear_pointer (&before, sl_analysis_unref);
  gtk_widget_set_visible (GTK_WIDGET (self->equal_label),
                          sl_analysis_get_ranking (analysis, board)->equal_weights);
}

/* ---- the widget ---- */

static void
sl_sidebar_dispose (GObject *object)
{
  SlSidebar *self = SL_SIDEBAR (object);

  g_clear_handle_id (&self->build_id, g_source_remove);
  stop_showing (self);
  if (is_built (self))
    gtk_widget_dispose_template (GTK_WIDGET (self), SL_TYPE_SIDEBAR);
  g_clear_object (&self->decision);
  g_clear_pointer (&self->analysis, sl_analysis_unref);

  G_OBJECT_CLASS (sl_sidebar_parent_class)->dispose (object);
}

static void
sl_sidebar_finalize (GObject *object)
{
  SlSidebar *self = SL_SIDEBAR (object);

  g_clear_pointer (&self->importance_rows, g_ptr_array_unref);
  g_clear_pointer (&self->fact_groups, g_ptr_array_unref);

  G_OBJECT_CLASS (sl_sidebar_parent_class)->finalize (object);
}

static void
sl_sidebar_class_init (SlSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sl_sidebar_dispose;
  object_class->finalize = sl_sidebar_finalize;

  g_type_ensure (SL_TYPE_LONG_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, SL_RESOURCE_PATH "/sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, SlSidebar, contents_box);
  gtk_widget_class_bind_template_child (widget_class, SlSidebar, profile_row);
  gtk_widget_class_bind_template_child (widget_class, SlSidebar, importance_button);
  gtk_widget_class_bind_template_child (widget_class, SlSidebar, importance_menu);
  gtk_widget_class_bind_template_child (widget_class, SlSidebar, equal_label);
  gtk_widget_class_bind_template_child (widget_class, SlSidebar, importance_list);
}

static void
sl_sidebar_init (SlSidebar *self)
{
  self->importance_rows = g_ptr_array_new ();
  self->fact_groups = g_ptr_array_new ();
}
