/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is wanted on one side, what follows on the other: the ranking and the pages follow every
 * edit, and every edit can be undone. */

#include "config.h"

#include "harness.h"

#include "analysis/certainty.h"
#include "app/alternative-page.h"
#include "app/live-label.h"
#include "app/rank-chart.h"
#include "app/rank-row.h"
#include "analysis/sensitivity.h"
#include "app/ranking-page.h"
#include "app/sidebar.h"
#include "app/value-row.h"

#include <math.h>
#include <string.h>

typedef struct {
  SlWindow *window;
  SlDecision *decision;   /* borrowed */
  SlCatalogue *catalogue; /* borrowed */
} Fixture;

static SlApplication *application;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->window = harness_window_new (application, 1280, 800);
  self->decision = harness_window_get_decision (self->window);
  self->catalogue = sl_decision_get_catalogue (self->decision);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  harness_window_free (self->window);
}

static GtkWidget *
find (Fixture *self, GType type)
{
  GtkWidget *widget = harness_find (GTK_WIDGET (self->window), type);

  g_assert_nonnull (widget);

  return widget;
}

static GtkWidget *
find_saying (Fixture *self, GType type, const char *text)
{
  return harness_find_saying (GTK_WIDGET (self->window), type, text);
}

static const SlRanking *
get_ranking (Fixture *self, SlBoard board)
{
  return sl_analysis_get_ranking (harness_window_get_analysis (self->window), board);
}

/* The first row whose title begins so. */
static GtkWidget *
find_row_beginning (Fixture *self, GType type, const char *beginning)
{
  g_autoptr (GPtrArray) rows = harness_list (GTK_WIDGET (self->window), type);

  for (guint i = 0; i < rows->len; i++) {
    GtkWidget *row = g_ptr_array_index (rows, i);

    if (g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), beginning) &&
        gtk_widget_get_visible (row))
      return row;
  }

  return NULL;
}

/* ---- the first frame ---- */

/* What the window has when it has been drawn for the first time. */
typedef struct {
  gboolean drawn;
  gboolean has_ranking;
  gboolean has_sliders;
} FirstFrame;

static void
first_frame_cb (FirstFrame *self, GdkFrameClock *clock)
{
  GListModel *windows = gtk_window_get_toplevels ();
  g_autoptr (GtkWidget) window = g_list_model_get_item (windows, 0);
  GtkWidget *row = harness_find (window, SL_TYPE_RANK_ROW);

  self->drawn = TRUE;
  self->has_ranking = row != NULL && gtk_widget_get_mapped (row);
  self->has_sliders = harness_find (window, GTK_TYPE_SCALE) != NULL;
}

/* The ranking is drawn without waiting for all else, which comes by itself, and takes the focus. */
static void
test_first_frame (void)
{
  SlWindow *window = sl_window_new (application);
  FirstFrame first = { 0 };
  GtkWidget *sidebar = harness_find (GTK_WIDGET (window), SL_TYPE_SIDEBAR);

  gtk_widget_realize (GTK_WIDGET (window));
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                            G_CALLBACK (first_frame_cb), &first);
  gtk_window_present (GTK_WINDOW (window));
  harness_wait_for (first.drawn);
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (GTK_WIDGET (window)), &first);
  g_assert_true (first.has_ranking);
  g_assert_false (first.has_sliders);

  harness_settle (window);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (harness_find_slider (window, "Performance"))));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), sidebar));
  harness_wait_for (
      sl_analysis_get_sensitivity (harness_window_get_analysis (window), SL_BOARD_TECHNOLOGIES));
  harness_window_free (window);
}

/* ---- what the chart says ---- */

/* The shipped names have one dot at most, and their boards a dozen of places and more. */
static char *
say_name (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, " · ", -1);

  return g_strjoinv (" with ", parts);
}

static char *
say_place (const SlRanking *ranking, const SlEntry *entry)
{
  static const char *const ends[] = { "th", "st", "nd", "rd" };
  guint tens = entry->rank / 10 % 10, ones = entry->rank % 10, n_level = 0;

  for (guint i = 0; i < ranking->n_ranked; i++)
    n_level += ranking->entries[i].rank == entry->rank;

  return g_strdup_printf ("%s%u%s", n_level > 1 ? "joint " : "", entry->rank,
                          ends[tens == 1 || ones > 3 ? 0 : ones]);
}

/* By all methods but the additive one it takes a moment until the chance to be first is known. */
static char *
say_row (Fixture *self, const SlRanking *ranking, const SlEntry *entry)
{
  const SlRobustness *robustness =
      sl_analysis_get_robustness (harness_window_get_analysis (self->window), ranking->board);
  g_autofree char *name = say_name (entry->name);
  g_autofree char *place = say_place (ranking, entry);
  g_autofree char *text = g_strdup_printf ("%s, %s, %.1f points", place, name, entry->score);
  double first;

  if (robustness == NULL)
    return g_steal_pointer (&text);

  first = robustness->first_shares[entry - ranking->entries];
  if (first > 0 && first < 0.005)
    return g_strdup_printf ("%s, first in less than 1 percent of trials", text);

  return g_strdup_printf ("%s, first in %.0f percent of trials", text, 100 * first);
}

static void
assert_row_is_read (Fixture *self, GtkWidget *row, const SlRanking *ranking)
{
  g_autofree char *text = say_row (self, ranking, sl_rank_row_get_entry (SL_RANK_ROW (row)));

  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, text);
}

/* One below the other, in the order that they are ranked in. */
static gboolean
rows_are_in_place (GtkWidget *chart)
{
  float bottom = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (chart); row != NULL;
       row = gtk_widget_get_next_sibling (row)) {
    graphene_rect_t bounds;

    if (!gtk_widget_compute_bounds (row, chart, &bounds) || fabsf (bounds.origin.y - bottom) > 0.5f)
      return FALSE;
    bottom += bounds.size.height;
  }

  return TRUE;
}

/* The corners of the chart are those of its outermost rows. */
static void
assert_corners (GtkWidget *row)
{
  g_assert_cmpint (gtk_widget_has_css_class (row, "first"), ==,
                   gtk_widget_get_prev_sibling (row) == NULL);
  g_assert_cmpint (gtk_widget_has_css_class (row, "last"), ==,
                   gtk_widget_get_next_sibling (row) == NULL);
}

/* The rows are those of the analysis, in its order, from top to bottom, and are read so. */
static void
assert_chart_shows (Fixture *self, SlBoard board)
{
  const SlRanking *ranking;
  GtkWidget *chart = find (self, SL_TYPE_RANK_CHART);
  GtkWidget *row = gtk_widget_get_first_child (chart);

  harness_settle (self->window);
  ranking = get_ranking (self, board);
  for (guint i = 0; i < ranking->n_ranked; i++) {
    g_assert_nonnull (row);
    g_assert_cmpstr (sl_rank_row_get_entry (SL_RANK_ROW (row))->id, ==, ranking->entries[i].id);
    assert_row_is_read (self, row, ranking);
    assert_corners (row);
    row = gtk_widget_get_next_sibling (row);
  }
  g_assert_null (row);
  g_assert_true (rows_are_in_place (chart));
  gtk_test_accessible_assert_state (chart, GTK_ACCESSIBLE_STATE_BUSY, FALSE);
}

static void
assert_order_differs (GStrv before, GStrv after)
{
  g_assert_cmpuint (g_strv_length (before), >, 0);
  g_assert_false (g_strv_equal ((const char *const *) before, (const char *const *) after));
}

static void
assert_order_is (Fixture *self, GStrv expected)
{
  g_auto (GStrv) order = harness_list_ranking (self->window);

  g_assert_cmpstrv (order, expected);
}

/* ---- the sliders ---- */

static void
test_slider (Fixture *self, gconstpointer data)
{
  g_auto (GStrv) before = harness_list_ranking (self->window);
  g_auto (GStrv) after = NULL;

  assert_chart_shows (self, SL_BOARD_TECHNOLOGIES);
  harness_move_slider (self->window, "Performance", 10);
  after = harness_list_ranking (self->window);

  assert_order_differs (before, after);
  assert_chart_shows (self, SL_BOARD_TECHNOLOGIES);
  gtk_test_accessible_assert_role (find (self, SL_TYPE_RANK_CHART), GTK_ACCESSIBLE_ROLE_LIST);
}

/* Rows on their way are not where they will be, and those out of sight come to rest as well. Until
 * then what is read of them is what was there before, and a screen reader knows. */
static void
test_glide (Fixture *self, gconstpointer data)
{
  GtkWidget *chart = find (self, SL_TYPE_RANK_CHART);

  g_object_set (find (self, SL_TYPE_RANKING_PAGE), "board", SL_BOARD_PAIRINGS, NULL);
  assert_chart_shows (self, SL_BOARD_PAIRINGS);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  for (guint i = 0; i < 2; i++) {
    harness_move_slider (self->window, "Performance", i == 0 ? 10 : 0);
    gtk_test_accessible_assert_state (chart, GTK_ACCESSIBLE_STATE_BUSY, TRUE);
    harness_wait_for (!rows_are_in_place (chart));
    harness_wait_for (rows_are_in_place (chart));
  }
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  assert_chart_shows (self, SL_BOARD_PAIRINGS);
}

/* Until the chart shows all that it will, and no row that the pointer happens to be over. */
static GtkWidget *
wait_for_rows (SlWindow *window)
{
  GtkWidget *chart = harness_find (GTK_WIDGET (window), SL_TYPE_RANK_CHART);

  harness_wait_for (
      sl_analysis_get_sensitivity (harness_window_get_analysis (window), SL_BOARD_TECHNOLOGIES) &&
      sl_analysis_get_robustness (harness_window_get_analysis (window), SL_BOARD_TECHNOLOGIES)
          ->complete);
  for (GtkWidget *row = gtk_widget_get_first_child (chart); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    gtk_widget_unset_state_flags (row, GTK_STATE_FLAG_PRELIGHT);
  harness_settle (window);

  return gtk_widget_get_first_child (chart);
}

static GBytes *
draw_row (GtkWidget *row)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (row);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (row),
                          gtk_widget_get_height (row));
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);

  return gsk_render_node_serialize (node);
}

/* Rows that have been drawn already follow when the direction of reading turns. */
static void
test_direction (Fixture *self, gconstpointer data)
{
  SlWindow *fresh;
  GtkWidget *row, *fresh_row;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  harness_settle (self->window);
  fresh = harness_window_new (application, 1280, 800);
  row = wait_for_rows (self->window);
  fresh_row = wait_for_rows (fresh);
  for (guint i = 0; i < 5; i++) {
    g_autoptr (GBytes) drawn = draw_row (row);
    g_autoptr (GBytes) expected = draw_row (fresh_row);

    g_assert_true (g_bytes_equal (drawn, expected));
    row = gtk_widget_get_next_sibling (row);
    fresh_row = gtk_widget_get_next_sibling (fresh_row);
  }
  harness_window_free (fresh);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* Those of another board come in at their places, and what is below the chart comes with them. */
static void
test_board_while_gliding (Fixture *self, gconstpointer data)
{
  GtkWidget *chart = find (self, SL_TYPE_RANK_CHART);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  harness_move_slider (self->window, "Performance", 10);
  g_assert_true (sl_rank_chart_is_gliding (SL_RANK_CHART (chart)));
  g_object_set (find (self, SL_TYPE_RANKING_PAGE), "board", SL_BOARD_PATTERNS, NULL);
  g_assert_false (sl_rank_chart_is_gliding (SL_RANK_CHART (chart)));
  assert_corners (gtk_widget_get_first_child (chart));
  assert_corners (gtk_widget_get_last_child (chart));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  assert_chart_shows (self, SL_BOARD_PATTERNS);
}

/* Shares add up to the whole, whichever slider moves. */
static void
test_shares (Fixture *self, gconstpointer data)
{
  const SlPillar *pillar = sl_catalogue_find_pillar (self->catalogue, "performance");
  double before = get_ranking (self, SL_BOARD_TECHNOLOGIES)->pillar_weights[pillar->index];
  double share;
  g_autofree char *text = NULL;
  g_autofree char *value_text = NULL;

  harness_move_slider (self->window, pillar->name, 10);
  share = get_ranking (self, SL_BOARD_TECHNOLOGIES)->pillar_weights[pillar->index];
  g_assert_cmpfloat (share, >, before);

  text = g_strdup_printf ("%.0f %%", 100 * share);
  value_text = g_strdup_printf ("10.0 of 10, %.0f %% of the whole", 100 * share);
  g_assert_nonnull (harness_find_saying (harness_find_importance_row (self->window, pillar->name),
                                         SL_TYPE_LIVE_LABEL, text));
  gtk_test_accessible_assert_property (harness_find_slider (self->window, pillar->name),
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, value_text);
}

/* What is locked stays where it is while another slider moves, cannot be moved itself, and is free
 * again afterwards. */
static void
test_lock (Fixture *self, gconstpointer data)
{
  const SlPillar *pillar = sl_catalogue_find_pillar (self->catalogue, "talent");
  GtkWidget *row = harness_find_importance_row (self->window, pillar->name);
  GtkRange *slider = harness_find_slider (self->window, pillar->name);
  GtkWidget *button = gtk_widget_get_next_sibling (gtk_widget_get_parent (GTK_WIDGET (slider)));
  double before = get_ranking (self, SL_BOARD_TECHNOLOGIES)->pillar_weights[pillar->index];
  g_autofree char *text = g_strdup_printf ("locked at %.0f %% of the whole", 100 * before);

  g_assert_true (GTK_IS_TOGGLE_BUTTON (button));
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Lock the share of Talent and hiring cost");
  g_signal_emit_by_name (button, "clicked");
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (slider)));
  harness_settle (self->window);
  gtk_test_accessible_assert_property (slider, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text);
  harness_move_slider (self->window, "Performance", 10);
  g_assert_cmpfloat_with_epsilon (
      get_ranking (self, SL_BOARD_TECHNOLOGIES)->pillar_weights[pillar->index], before, 1e-12);
  g_assert_nonnull (harness_find_saying (row, SL_TYPE_LIVE_LABEL, "18 %"));
  assert_chart_shows (self, SL_BOARD_TECHNOLOGIES);

  sl_decision_undo (self->decision);
  sl_decision_undo (self->decision);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (slider)));
  sl_decision_redo (self->decision);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (isnan (sl_decision_get_requirements (self->decision)->pillar_lock[pillar->index]));
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (slider)));
}

static void
test_criterion (Fixture *self, gconstpointer data)
{
  const SlPillar *pillar = sl_catalogue_find_pillar (self->catalogue, "delivery");
  const SlCriterion *criterion = g_ptr_array_index (pillar->criteria, 0);
  GtkWidget *row = harness_find_importance_row (self->window, pillar->name);
  GtkWidget *button = gtk_widget_get_last_child (gtk_widget_get_first_child (row));
  g_auto (GStrv) before = harness_list_ranking (self->window);
  g_auto (GStrv) after = NULL;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  for (guint i = 0; i < pillar->criteria->len; i++)
    harness_move_slider (self->window,
                         ((const SlCriterion *) g_ptr_array_index (pillar->criteria, i))->name, 0);
  after = harness_list_ranking (self->window);

  assert_order_differs (before, after);
  g_assert_cmpfloat (
      sl_decision_get_requirements (self->decision)->criterion_importance[criterion->index], ==, 0);
  assert_chart_shows (self, SL_BOARD_TECHNOLOGIES);
}

/* With every slider at 0 all count the same, and the sidebar says so. */
static void
test_nothing_matters (Fixture *self, gconstpointer data)
{
  const char *text = "Nothing matters more than anything else: all criteria that are "
                     "not locked count the same.";
  const GPtrArray *pillars = sl_catalogue_get_pillars (self->catalogue);
  GtkWidget *label = find_saying (self, GTK_TYPE_LABEL, text);

  g_assert_false (gtk_widget_get_visible (label));
  for (guint i = 0; i < pillars->len; i++)
    harness_move_slider (self->window, ((const SlPillar *) g_ptr_array_index (pillars, i))->name,
                         0);
  g_assert_true (gtk_widget_get_visible (label));
  assert_chart_shows (self, SL_BOARD_TECHNOLOGIES);
}

/* ---- history ---- */

static void
test_history (Fixture *self, gconstpointer data)
{
  const char *const names[] = { "Performance", "AI and data", "Sustainability" };
  GStrv orders[G_N_ELEMENTS (names) + 1] = { NULL };

  orders[0] = harness_list_ranking (self->window);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    harness_move_slider (self->window, names[i], 10);
    orders[i + 1] = harness_list_ranking (self->window);
    assert_order_differs (orders[i], orders[i + 1]);
  }

  for (guint i = G_N_ELEMENTS (names); i > 0; i--) {
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
    assert_order_is (self, orders[i - 1]);
    assert_chart_shows (self, SL_BOARD_TECHNOLOGIES);
  }
  g_assert_false (sl_decision_get_can_undo (self->decision));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.redo", NULL);
    assert_order_is (self, orders[i + 1]);
    g_assert_cmpfloat (gtk_range_get_value (harness_find_slider (self->window, names[i])), ==, 10);
  }
  g_assert_false (sl_decision_get_can_redo (self->decision));

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    g_strfreev (orders[i]);
}

static void
test_history_buttons (Fixture *self, gconstpointer data)
{
  GtkWidget *undo = NULL;
  g_autoptr (GPtrArray) buttons = harness_list (GTK_WIDGET (self->window), GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++) {
    GtkActionable *button = g_ptr_array_index (buttons, i);

    if (g_strcmp0 (gtk_actionable_get_action_name (button), "win.undo") == 0)
      undo = GTK_WIDGET (button);
  }
  g_assert_nonnull (undo);

  g_assert_false (gtk_widget_is_sensitive (undo));
  harness_move_slider (self->window, "Performance", 10);
  g_assert_true (gtk_widget_is_sensitive (undo));
  g_signal_emit_by_name (undo, "clicked");
  g_assert_false (gtk_widget_is_sensitive (undo));
}

/* ---- facts and profiles ---- */

static const SlEntry *
assert_is_excluded (Fixture *self, const char *id)
{
  const SlRanking *ranking = get_ranking (self, SL_BOARD_TECHNOLOGIES);
  const SlEntry *entry = sl_ranking_find (ranking, id);
  g_auto (GStrv) order = harness_list_ranking (self->window);

  g_assert_nonnull (entry);
  g_assert_cmpuint (entry->rank, ==, 0);
  g_assert_false (g_strv_contains ((const char *const *) order, id));
  g_assert_cmpuint (entry->reasons->len, >, 0);

  return entry;
}

static void
test_fact (Fixture *self, gconstpointer data)
{
  GtkWidget *fact = find_saying (self, ADW_TYPE_SWITCH_ROW, "On-Premises Hosting");
  g_auto (GStrv) before = harness_list_ranking (self->window);
  g_autofree char *reasons = NULL;
  g_autofree char *expected = NULL;
  const SlEntry *entry;
  GtkWidget *list, *row;

  g_assert_true (g_strv_contains ((const char *const *) before, "firebase"));
  g_assert_null (find_row_beginning (self, ADW_TYPE_EXPANDER_ROW, "Ruled Out"));

  adw_switch_row_set_active (ADW_SWITCH_ROW (fact), TRUE);
  entry = assert_is_excluded (self, "firebase");
  assert_chart_shows (self, SL_BOARD_TECHNOLOGIES);

  list = find_row_beginning (self, ADW_TYPE_EXPANDER_ROW, "Ruled Out (1)");
  g_assert_nonnull (list);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (list), TRUE);
  row = find_saying (self, ADW_TYPE_ACTION_ROW, entry->name);
  g_assert_nonnull (row);
  reasons = g_strdup (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)));
  expected = g_strdup_printf ("%s\nBack with On-Premises Hosting: Off instead of On.",
                              ((const SlReason *) g_ptr_array_index (entry->reasons, 0))->text);
  g_assert_cmpstr (reasons, ==, expected);

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  assert_order_is (self, before);
  g_assert_false (adw_switch_row_get_active (ADW_SWITCH_ROW (fact)));
  g_assert_null (find_row_beginning (self, ADW_TYPE_EXPANDER_ROW, "Ruled Out"));
}

/* What is below the chart follows once its rows are at rest. */
static void
test_fact_while_gliding (Fixture *self, gconstpointer data)
{
  GtkWidget *fact = find_saying (self, ADW_TYPE_SWITCH_ROW, "On-Premises Hosting");

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  adw_switch_row_set_active (ADW_SWITCH_ROW (fact), TRUE);
  harness_wait_for (find_row_beginning (self, ADW_TYPE_EXPANDER_ROW, "Ruled Out (1)") != NULL);
  adw_switch_row_set_active (ADW_SWITCH_ROW (fact), FALSE);
  harness_wait_for (find_row_beginning (self, ADW_TYPE_EXPANDER_ROW, "Ruled Out") == NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  assert_chart_shows (self, SL_BOARD_TECHNOLOGIES);
}

static void
test_profile (Fixture *self, gconstpointer data)
{
  GtkWidget *row = find_saying (self, ADW_TYPE_COMBO_ROW, "Profile");
  const GPtrArray *profiles = sl_catalogue_get_profiles (self->catalogue);
  const SlProfile *first = sl_decision_get_profile (self->decision);
  g_auto (GStrv) before = harness_list_ranking (self->window);

  for (guint i = 0; i < profiles->len; i++) {
    const SlProfile *profile = g_ptr_array_index (profiles, i);

    adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
    g_assert_true (sl_decision_get_profile (self->decision) == profile);
    assert_chart_shows (self, SL_BOARD_TECHNOLOGIES);
  }

  while (sl_decision_get_can_undo (self->decision))
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  g_assert_true (sl_decision_get_profile (self->decision) == first);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==,
                    first != NULL ? first->index : GTK_INVALID_LIST_POSITION);
  assert_order_is (self, before);
}

static void
test_equalise_and_reset (Fixture *self, gconstpointer data)
{
  g_auto (GStrv) before = harness_list_ranking (self->window);
  const GPtrArray *pillars = sl_catalogue_get_pillars (self->catalogue);
  double first;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.equalise", NULL);
  first = gtk_range_get_value (harness_find_slider (
      self->window, ((const SlPillar *) g_ptr_array_index (pillars, 0))->name));
  for (guint i = 1; i < pillars->len; i++) {
    const SlPillar *pillar = g_ptr_array_index (pillars, i);

    g_assert_cmpfloat (gtk_range_get_value (harness_find_slider (self->window, pillar->name)), ==,
                       first);
  }

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.reset", NULL);
  assert_order_is (self, before);
}

/* ---- minimums ---- */

static void
test_minimum (Fixture *self, gconstpointer data)
{
  const SlPillar *pillar = sl_catalogue_find_pillar (self->catalogue, "performance");
  GtkWidget *row = harness_find_importance_row (self->window, pillar->name);
  GtkMenuButton *button = GTK_MENU_BUTTON (harness_find (row, GTK_TYPE_MENU_BUTTON));
  GtkWidget *popover, *check;

  gtk_menu_button_popup (button);
  popover = GTK_WIDGET (gtk_menu_button_get_popover (button));
  check = harness_find (popover, GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (harness_find (popover, GTK_TYPE_SPIN_BUTTON)), 45);

  g_assert_cmpfloat (sl_decision_get_requirements (self->decision)->pillar_minimum[pillar->index],
                     ==, 45);
  g_assert_nonnull (harness_find_saying (row, GTK_TYPE_LABEL, "≥ 45"));
  g_assert_nonnull (find_row_beginning (self, ADW_TYPE_EXPANDER_ROW, "Ruled Out"));
  assert_chart_shows (self, SL_BOARD_TECHNOLOGIES);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_true (
      isnan (sl_decision_get_requirements (self->decision)->pillar_minimum[pillar->index]));
  gtk_menu_button_popdown (button);
  harness_settle (self->window);
}

static void
test_nobody_is_left (Fixture *self, gconstpointer data)
{
  const char *text =
      "No alternative meets the requirements. See below which of them rule out most.";
  GtkWidget *label = find_saying (self, GTK_TYPE_LABEL, text);
  GtkWidget *chart = find (self, SL_TYPE_RANK_CHART);
  g_auto (GStrv) before = harness_list_ranking (self->window);

  sl_decision_set_pillar_minimum (self->decision,
                                  sl_catalogue_find_pillar (self->catalogue, "performance"), 100);
  harness_settle (self->window);
  for (guint board = 0; board < SL_N_BOARDS; board++) {
    g_object_set (find (self, SL_TYPE_RANKING_PAGE), "board", board, NULL);
    harness_settle (self->window);
    if (get_ranking (self, board)->n_ranked > 0)
      continue;
    g_assert_true (gtk_widget_get_mapped (label));
    g_assert_false (gtk_widget_get_mapped (chart));
    g_assert_null (gtk_widget_get_first_child (chart));
  }
  g_assert_cmpuint (get_ranking (self, SL_BOARD_TECHNOLOGIES)->n_ranked, ==, 0);

  g_object_set (find (self, SL_TYPE_RANKING_PAGE), "board", SL_BOARD_TECHNOLOGIES, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  harness_settle (self->window);
  g_assert_false (gtk_widget_get_mapped (label));
  g_assert_true (gtk_widget_get_mapped (chart));
  assert_order_is (self, before);
}

/* ---- boards and methods ---- */

static void
test_boards (Fixture *self, gconstpointer data)
{
  GtkWidget *group = find (self, ADW_TYPE_TOGGLE_GROUP);

  for (guint board = 0; board < SL_N_BOARDS; board++) {
    adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (group), sl_board_get_id (board));
    assert_chart_shows (self, board);
    harness_move_slider (self->window, "Performance", board);
    assert_chart_shows (self, board);
  }
}

static void
test_methods (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < SL_N_METHODS; i++) {
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.method", "s", sl_method_get_id (i));
    g_assert_cmpint (sl_decision_get_requirements (self->decision)->method, ==, i);
    assert_chart_shows (self, SL_BOARD_TECHNOLOGIES);
  }
}

/* ---- the page of an alternative ---- */

/* As a click on the row of this rank. */
static GtkWidget *
open_page (Fixture *self, guint rank)
{
  g_auto (GStrv) order = harness_list_ranking (self->window);
  GtkWidget *page;

  g_signal_emit_by_name (find (self, SL_TYPE_RANK_CHART), "activated", order[rank - 1]);
  harness_settle (self->window);
  page = harness_find (GTK_WIDGET (self->window), SL_TYPE_ALTERNATIVE_PAGE);
  g_assert_nonnull (page);
  g_assert_true (gtk_widget_get_mapped (page));

  return page;
}

static void
assert_page_says (GtkWidget *page, const SlRanking *ranking, const SlEntry *entry)
{
  g_autofree char *place =
      g_strdup_printf ("Rank %u of %u, %.1f points", entry->rank, ranking->n_ranked, entry->score);

  g_assert_nonnull (harness_find_saying (page, GTK_TYPE_LABEL, entry->name));
  g_assert_nonnull (harness_find_saying (page, GTK_TYPE_LABEL, place));
}

/* The first of the ranking that somebody dominates. */
static const SlEntry *
find_dominated (const SlRanking *ranking)
{
  for (guint i = 0; i < ranking->n_ranked; i++) {
    g_autofree char *dominance = sl_ranking_describe_dominance (ranking, &ranking->entries[i]);

    if (dominance != NULL)
      return &ranking->entries[i];
  }
  return NULL;
}

/* Under the comparison with the first it says who is better in all that counts, as long as that is
 * so. */
static void
test_page_of_the_dominated (Fixture *self, gconstpointer data)
{
  const SlPillar *pillar =
      g_ptr_array_index (sl_catalogue_get_pillars (sl_decision_get_catalogue (self->decision)), 0);
  g_autofree char *dominance = NULL;
  g_autofree char *said = NULL;
  const SlRanking *ranking;
  const SlEntry *entry;
  AdwPreferencesGroup *group;
  GtkWidget *page;

  g_assert_null (find_dominated (get_ranking (self, SL_BOARD_TECHNOLOGIES)));
  sl_decision_set_pillar_lock (self->decision, pillar, 1);
  harness_settle (self->window);
  ranking = get_ranking (self, SL_BOARD_TECHNOLOGIES);
  entry = find_dominated (ranking);
  g_assert_nonnull (entry);
  dominance = sl_ranking_describe_dominance (ranking, entry);

  page = open_page (self, entry->rank);
  group = ADW_PREFERENCES_GROUP (
      harness_find_saying (page, ADW_TYPE_PREFERENCES_GROUP, "Why It Stands Here"));
  said = g_strdup (adw_preferences_group_get_description (group));
  g_assert_true (g_str_has_suffix (said, dominance));
  g_assert_true (g_str_has_prefix (said, sl_ranking_get_first (ranking)->name));

  sl_decision_set_pillar_lock (self->decision, pillar, NAN);
  harness_settle (self->window);
  g_assert_null (strstr (adw_preferences_group_get_description (group), dominance));
}

static void
test_page (Fixture *self, gconstpointer data)
{
  const SlEntry *entry = &get_ranking (self, SL_BOARD_TECHNOLOGIES)->entries[2];
  g_autofree char *id = g_strdup (entry->id);
  GtkWidget *page = open_page (self, 3);
  double score = entry->score;
  const SlRanking *ranking;

  assert_page_says (page, get_ranking (self, SL_BOARD_TECHNOLOGIES), entry);

  harness_move_slider (self->window, "Performance", 10);
  ranking = get_ranking (self, SL_BOARD_TECHNOLOGIES);
  entry = sl_ranking_find (ranking, id);
  g_assert_cmpfloat (fabs (entry->score - score), >, 0.1);
  assert_page_says (page, ranking, entry);

  gtk_widget_activate_action (page, "navigation.pop", NULL);
  harness_wait_for (harness_find (GTK_WIDGET (self->window), SL_TYPE_ALTERNATIVE_PAGE) == NULL);
  assert_chart_shows (self, SL_BOARD_TECHNOLOGIES);
}

static guint
count_pages (Fixture *self)
{
  AdwNavigationView *view = ADW_NAVIGATION_VIEW (find (self, ADW_TYPE_NAVIGATION_VIEW));
  g_autoptr (GListModel) stack = G_LIST_MODEL (adw_navigation_view_get_navigation_stack (view));

  return g_list_model_get_n_items (stack);
}

/* While pages glide in and out: a click too many, and a change of mind. */
static void
test_page_in_a_hurry (Fixture *self, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *chart = find (self, SL_TYPE_RANK_CHART);
  g_auto (GStrv) order = harness_list_ranking (self->window);

  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  for (guint i = 0; i < 4; i++) {
    g_signal_emit_by_name (chart, "activated", order[i]);
    g_signal_emit_by_name (chart, "activated", order[i]);
    g_assert_cmpuint (count_pages (self), ==, 2);
    gtk_widget_activate_action (chart, "navigation.pop", NULL);
    g_assert_cmpuint (count_pages (self), ==, 1);
    harness_turn ();
  }
  harness_wait_for (harness_find (GTK_WIDGET (self->window), SL_TYPE_ALTERNATIVE_PAGE) == NULL);
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
}

/* A page stays open while a fact rules its alternative out, and says why. */
static void
test_page_of_excluded (Fixture *self, gconstpointer data)
{
  g_auto (GStrv) order = harness_list_ranking (self->window);
  GtkWidget *page;
  const SlEntry *entry;
  guint rank = 1;

  while (!g_str_equal (order[rank - 1], "firebase"))
    rank++;
  page = open_page (self, rank);
  adw_switch_row_set_active (
      ADW_SWITCH_ROW (find_saying (self, ADW_TYPE_SWITCH_ROW, "On-Premises Hosting")), TRUE);
  entry = assert_is_excluded (self, "firebase");
  g_assert_nonnull (harness_find_saying (
      page, ADW_TYPE_ACTION_ROW, ((const SlReason *) g_ptr_array_index (entry->reasons, 0))->text));
}

static void
test_pages_of_pairings (Fixture *self, gconstpointer data)
{
  GtkWidget *page;

  g_object_set (find (self, SL_TYPE_RANKING_PAGE), "board", SL_BOARD_PAIRINGS, NULL);
  page = open_page (self, 1);
  assert_page_says (page, get_ranking (self, SL_BOARD_PAIRINGS),
                    &get_ranking (self, SL_BOARD_PAIRINGS)->entries[0]);
  harness_move_slider (self->window, "Sustainability", 10);
}

/* ---- own values ---- */

static AdwDialog *
open_override (Fixture *self, GtkWidget *value_row)
{
  GtkWidget *button;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (value_row), TRUE);
  button = harness_find (value_row, ADW_TYPE_BUTTON_ROW);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "activated");
  harness_wait_for (harness_window_get_dialog (self->window) != NULL);

  return harness_window_get_dialog (self->window);
}

static GtkWidget *
find_button (gpointer root, const char *label)
{
  GtkWidget *button = harness_find_saying (GTK_WIDGET (root), GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);

  return button;
}

static void
set_own_value (AdwDialog *dialog, double value, const char *reason)
{
  GtkWidget *apply = find_button (dialog, "Apply");
  GtkWidget *row = harness_find_saying (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "Reason");

  adw_spin_row_set_value (
      ADW_SPIN_ROW (harness_find_saying (GTK_WIDGET (dialog), ADW_TYPE_SPIN_ROW, "Value")), value);
  gtk_editable_set_text (GTK_EDITABLE (row), " ");
  g_assert_false (gtk_widget_is_sensitive (apply));
  gtk_editable_set_text (GTK_EDITABLE (row), reason);
  g_assert_true (gtk_widget_is_sensitive (apply));
  g_signal_emit_by_name (apply, "clicked");
}

static void
test_own_value (Fixture *self, gconstpointer data)
{
  const SlEntry *entry = &get_ranking (self, SL_BOARD_TECHNOLOGIES)->entries[0];
  const SlAlternative *technology = entry->technology;
  g_autofree char *id = g_strdup (entry->id);
  double score = entry->score;
  GtkWidget *row = harness_find (open_page (self, 1), SL_TYPE_VALUE_ROW);
  const SlCriterion *criterion = get_ranking (self, SL_BOARD_TECHNOLOGIES)->criteria[0];
  const SlOverride *own;

  set_own_value (open_override (self, row), 3, "Measured by ourselves");
  harness_wait_for (harness_window_get_dialog (self->window) == NULL);

  own = sl_requirements_find_override (sl_decision_get_requirements (self->decision), technology,
                                       criterion);
  g_assert_nonnull (own);
  g_assert_cmpfloat (own->mode, ==, 3);
  g_assert_cmpfloat (own->low, <=, 3);
  g_assert_true (
      g_str_has_prefix (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), "Overridden"));
  g_assert_nonnull (harness_find_saying (row, ADW_TYPE_ACTION_ROW, "Measured by ourselves"));
  g_assert_cmpfloat (
      fabs (sl_ranking_find (get_ranking (self, SL_BOARD_TECHNOLOGIES), id)->score - score), >, 0);

  g_signal_emit_by_name (harness_find (GTK_WIDGET (open_override (self, row)), ADW_TYPE_BUTTON_ROW),
                         "activated");
  harness_wait_for (harness_window_get_dialog (self->window) == NULL);
  g_assert_null (sl_requirements_find_override (sl_decision_get_requirements (self->decision),
                                                technology, criterion));
  g_assert_false (
      g_str_has_prefix (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), "Overridden"));
}

static AdwSpinRow *
find_spin_row (AdwDialog *dialog, const char *title)
{
  return ADW_SPIN_ROW (harness_find_saying (GTK_WIDGET (dialog), ADW_TYPE_SPIN_ROW, title));
}

/* Whichever of the three is moved past another, they stay in order. */
static void
test_own_range (Fixture *self, gconstpointer data)
{
  static const char *const titles[] = { "Value", "At Least", "At Most" };
  static const double numbers[] = { 90, 10, 0, 100, 50 };
  AdwDialog *dialog = open_override (self, harness_find (open_page (self, 1), SL_TYPE_VALUE_ROW));

  for (gsize i = 0; i < G_N_ELEMENTS (titles) * G_N_ELEMENTS (numbers); i++) {
    AdwSpinRow *row = find_spin_row (dialog, titles[i % G_N_ELEMENTS (titles)]);
    double number = numbers[i % G_N_ELEMENTS (numbers)];
    double mode, low, high;

    adw_spin_row_set_value (row, number);
    mode = adw_spin_row_get_value (find_spin_row (dialog, "Value"));
    low = adw_spin_row_get_value (find_spin_row (dialog, "At Least"));
    high = adw_spin_row_get_value (find_spin_row (dialog, "At Most"));
    g_assert_cmpfloat (adw_spin_row_get_value (row), ==, number);
    g_assert_cmpfloat (low, <=, mode);
    g_assert_cmpfloat (mode, <=, high);
  }
  adw_dialog_force_close (dialog);
}

/* ---- how sure ---- */

static const SlRobustness *
get_robustness (Fixture *self)
{
  return sl_analysis_get_robustness (harness_window_get_analysis (self->window),
                                     SL_BOARD_TECHNOLOGIES);
}

static gboolean
page_says (Fixture *self, const char *beginning, const char *sentence)
{
  g_autoptr (GPtrArray) labels =
      harness_list (find (self, SL_TYPE_RANKING_PAGE), SL_TYPE_LIVE_LABEL);

  for (guint i = 0; i < labels->len; i++) {
    const char *text = sl_live_label_get_text (g_ptr_array_index (labels, i));

    if (g_str_has_prefix (text, beginning) && strstr (text, sentence) != NULL)
      return TRUE;
  }

  return FALSE;
}

/* A first estimate is there with the ranking; all of it comes by itself, and again after an edit.
 */
static void
test_certainty (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 2; i++) {
    g_autofree char *sentence = NULL;
    SlCertainty certainty;

    harness_move_slider (self->window, "Performance", i == 0 ? 8 : 3);
    g_assert_nonnull (get_robustness (self));
    g_assert_false (get_robustness (self)->complete);
    harness_wait_for (get_robustness (self)->complete);
    g_assert_true (sl_analysis_get_certainty (harness_window_get_analysis (self->window),
                                              SL_BOARD_TECHNOLOGIES, &certainty));
    sentence = sl_analysis_describe_shares (harness_window_get_analysis (self->window),
                                            SL_BOARD_TECHNOLOGIES);
    g_assert_true (page_says (self, sl_certainty_get_name (certainty), sentence));
  }
}

/* ---- lists below the chart ---- */

static void
test_lists (Fixture *self, gconstpointer data)
{
  g_autoptr (SlAnalysis) analysis = sl_analysis_ref (harness_window_get_analysis (self->window));
  GtkWidget *advice = find_row_beginning (self, ADW_TYPE_EXPANDER_ROW, "Advice");
  g_autoptr (GPtrArray) rows = NULL;
  guint n_advice = sl_analysis_get_advice (analysis)->len;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (advice), TRUE);
  rows = harness_list (advice, ADW_TYPE_ACTION_ROW);
  /* One of them is the head of the list itself. */
  g_assert_cmpuint (rows->len, ==, n_advice + 1);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (advice), FALSE);
  harness_move_slider (self->window, "Performance", 10);
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = harness_list (advice, ADW_TYPE_ACTION_ROW);
  g_assert_cmpuint (rows->len, ==, 1);
}

static void
assert_highlight (Fixture *self, int expected)
{
  GtkWidget *row = gtk_widget_get_first_child (find (self, SL_TYPE_RANK_CHART));
  int highlight;

  g_object_get (row, "highlight", &highlight, NULL);
  g_assert_cmpint (highlight, ==, expected);
}

static void
emit_motion (GtkWidget *widget, const char *signal)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (!GTK_IS_EVENT_CONTROLLER_MOTION (controller))
      continue;
    if (g_str_equal (signal, "enter"))
      g_signal_emit_by_name (controller, signal, 1.0, 1.0);
    else
      g_signal_emit_by_name (controller, signal);
  }
}

static GPtrArray *
list_legend (Fixture *self)
{
  g_autoptr (GPtrArray) boxes = harness_list (GTK_WIDGET (self->window), ADW_TYPE_WRAP_BOX);

  for (guint i = 0; i < boxes->len; i++) {
    GtkWidget *box = g_ptr_array_index (boxes, i);

    if (GTK_IS_TOGGLE_BUTTON (gtk_widget_get_first_child (box)))
      return harness_list (box, GTK_TYPE_TOGGLE_BUTTON);
  }
  g_assert_not_reached ();
}

static void
test_legend (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) items = list_legend (self);

  g_assert_cmpuint (items->len, ==, sl_catalogue_get_pillars (self->catalogue)->len);
  gtk_toggle_button_set_active (g_ptr_array_index (items, 0), TRUE);
  gtk_toggle_button_set_active (g_ptr_array_index (items, 2), TRUE);
  g_assert_false (gtk_toggle_button_get_active (g_ptr_array_index (items, 0)));
  assert_highlight (self, 2);

  emit_motion (g_ptr_array_index (items, 1), "enter");
  assert_highlight (self, 1);
  /* The choice outlasts the look around. */
  emit_motion (g_ptr_array_index (items, 1), "leave");
  assert_highlight (self, 2);

  gtk_toggle_button_set_active (g_ptr_array_index (items, 2), FALSE);
  assert_highlight (self, -1);
}

/* ---- */

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = harness_application_new ();

  g_test_add_func ("/window/first-frame", test_first_frame);
  add ("/window/slider", test_slider);
  add ("/window/glide", test_glide);
  add ("/window/direction", test_direction);
  add ("/window/board-while-gliding", test_board_while_gliding);
  add ("/window/shares", test_shares);
  add ("/window/lock", test_lock);
  add ("/window/criterion", test_criterion);
  add ("/window/nothing-matters", test_nothing_matters);
  add ("/window/history", test_history);
  add ("/window/history-buttons", test_history_buttons);
  add ("/window/fact", test_fact);
  add ("/window/fact-while-gliding", test_fact_while_gliding);
  add ("/window/profile", test_profile);
  add ("/window/equalise-and-reset", test_equalise_and_reset);
  add ("/window/minimum", test_minimum);
  add ("/window/nobody-is-left", test_nobody_is_left);
  add ("/window/boards", test_boards);
  add ("/window/methods", test_methods);
  add ("/window/page", test_page);
  add ("/window/page/dominated", test_page_of_the_dominated);
  add ("/window/page-in-a-hurry", test_page_in_a_hurry);
  add ("/window/page-of-excluded", test_page_of_excluded);
  add ("/window/pages-of-pairings", test_pages_of_pairings);
  add ("/window/own-value", test_own_value);
  add ("/window/own-range", test_own_range);
  add ("/window/certainty", test_certainty);
  add ("/window/lists", test_lists);
  add ("/window/legend", test_legend);
  status = g_test_run ();
  g_clear_object (&application);

  return status;
}
