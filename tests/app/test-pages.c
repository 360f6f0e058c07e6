/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages and dialogs around the ranking: the question at the start, weights without sliders, and
 * alternatives side by side. */

#include "config.h"

#include "harness.h"

#include "app/compare-page.h"
#include "app/contrast-row.h"
#include "app/order-dialog.h"
#include "app/pairwise-dialog.h"
#include "app/preferences-dialog.h"
#include "app/rank-chart.h"
#include "app/rank-row.h"
#include "app/speech.h"
#include "app/start-page.h"
#include "analysis/robustness.h"

#include <glib/gstdio.h>
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

static void
press (GtkWidget *root, const char *text)
{
  GtkWidget *button = harness_find_saying (root, GTK_TYPE_BUTTON, text);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* ---- the start ---- */

static void
test_start (void)
{
  SlWindow *window = harness_window_new_at_start (application, 1280, 800);
  GtkWidget *page = harness_find (GTK_WIDGET (window), SL_TYPE_START_PAGE);
  const GPtrArray *profiles =
      sl_catalogue_get_profiles (sl_application_get_catalogue (application));
  const SlProfile *profile = g_ptr_array_index (profiles, 2);
  g_autoptr (GPtrArray) cards = NULL;

  g_assert_nonnull (page);
  g_assert_true (sl_window_is_untouched (window));
  cards = harness_list (page, GTK_TYPE_FLOW_BOX_CHILD);
  g_assert_cmpuint (cards->len, ==, profiles->len);
  gtk_test_accessible_assert_role (g_ptr_array_index (cards, 2), GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (GTK_WIDGET (g_ptr_array_index (cards, 2)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, profile->name);

  gtk_widget_activate (g_ptr_array_index (cards, 2));
  harness_settle (window);
  g_assert_null (harness_find (GTK_WIDGET (window), SL_TYPE_START_PAGE));
  g_assert_true (sl_decision_get_profile (harness_window_get_decision (window)) == profile);
  g_assert_false (sl_decision_get_can_undo (harness_window_get_decision (window)));
  g_assert_nonnull (harness_window_get_analysis (window));
  harness_window_free (window);
}

/* What needs a ranking is not on offer before there is one. */
static void
test_start_actions (void)
{
  SlWindow *window = harness_window_new_at_start (application, 1280, 800);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.report", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.order", NULL);
  g_assert_null (harness_window_get_dialog (window));
  harness_window_free (window);
}

/* ---- weights without sliders ---- */

static double
get_importance (Fixture *self, guint pillar)
{
  return sl_decision_get_requirements (self->decision)->pillar_importance[pillar];
}

static void
test_order (Fixture *self, gconstpointer data)
{
  guint n = sl_catalogue_get_pillars (self->catalogue)->len;
  GtkWidget *dialog;

  sl_decision_equalise (self->decision);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.order", NULL);
  dialog = GTK_WIDGET (harness_window_get_dialog (self->window));
  g_assert_true (SL_IS_ORDER_DIALOG (dialog));

  /* All the same, so in the catalogue's order; the first goes down one place. */
  gtk_widget_activate_action (dialog, "order.down", "u", 0);
  press (dialog, "Apply");
  g_assert_cmpfloat_with_epsilon (get_importance (self, 1), 10, 1e-9);
  g_assert_cmpfloat (get_importance (self, 0), <, get_importance (self, 1));
  for (guint i = 2; i < n; i++)
    g_assert_cmpfloat (get_importance (self, i), <, get_importance (self, i == 2 ? 0 : i - 1));
  sl_decision_undo (self->decision);
  g_assert_cmpfloat (get_importance (self, 0), ==, get_importance (self, n - 1));
}

static GtkEventController *
find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
      return controller; /* the widget has it */
  }
  g_assert_not_reached ();
}

static GtkWidget *
find_place (GtkWidget *dialog, guint place)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_ancestor (
      harness_find_saying (dialog, ADW_TYPE_ACTION_ROW, "Performance"), GTK_TYPE_LIST_BOX));

  return GTK_WIDGET (gtk_list_box_get_row_at_index (list, (int) place));
}

/* What a drag from one row to another comes to. */
static void
drag (GtkWidget *dialog, guint from, guint to)
{
  GdkContentProvider *provider = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_signal_emit_by_name (find_controller (find_place (dialog, from), GTK_TYPE_DRAG_SOURCE),
                         "prepare", 1.0, 1.0, &provider);
  g_value_init (&value, G_TYPE_UINT);
  g_assert_true (gdk_content_provider_get_value (provider, &value, NULL));
  g_object_unref (provider);
  g_signal_emit_by_name (find_controller (find_place (dialog, to), GTK_TYPE_DROP_TARGET), "drop",
                         &value, 1.0, 1.0, &taken);
  g_assert_true (taken);
}

static void
press_alt (GtkWidget *row, guint key)
{
  gboolean taken = FALSE;

  g_signal_emit_by_name (find_controller (row, GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed", key,
                         0u, GDK_ALT_MASK, &taken);
  g_assert_true (taken);
}

/* The centroid of all weights in that order: of n, the place k has the sum of 1/i from k to n, in
 * n (Barron & Barrett 1996). */
static void
assert_centroids (Fixture *self, const guint *order, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += get_importance (self, i);
  for (guint k = 1; k <= n; k++) {
    double weight = 0;

    for (guint i = k; i <= n; i++)
      weight += 1.0 / i / n;
    g_assert_cmpfloat_with_epsilon (get_importance (self, order[k - 1]) / sum, weight, 1e-9);
  }
}

/* The first is dragged to the third place and the last to the first; then that one goes down by
 * keys, and keeps the focus. */
static void
test_order_by_drag (Fixture *self, gconstpointer data)
{
  static const guint order[] = { 1, 6, 2, 0, 3, 4, 5 };
  const char *second = "Place 2 of 7, 23 % of the whole";
  GtkWidget *dialog;

  g_assert_cmpuint (sl_catalogue_get_pillars (self->catalogue)->len, ==, G_N_ELEMENTS (order));
  sl_decision_equalise (self->decision);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.order", NULL);
  dialog = GTK_WIDGET (harness_window_get_dialog (self->window));

  drag (dialog, 0, 2);
  drag (dialog, G_N_ELEMENTS (order) - 1, 0);
  press_alt (find_place (dialog, 0), GDK_KEY_Down);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == find_place (dialog, 1));
  press_alt (find_place (dialog, 1), GDK_KEY_Down);
  press_alt (find_place (dialog, 2), GDK_KEY_Up);
  gtk_test_accessible_assert_property (find_place (dialog, 1), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       second);
  press (dialog, "Apply");
  assert_centroids (self, order, G_N_ELEMENTS (order));
}

static void
test_pairs (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) scales = NULL;
  GtkWidget *dialog;
  GtkWidget *fit;

  sl_decision_equalise (self->decision);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.pairwise", NULL);
  dialog = GTK_WIDGET (harness_window_get_dialog (self->window));
  g_assert_true (SL_IS_PAIRWISE_DIALOG (dialog));
  scales = harness_list (dialog, GTK_TYPE_SCALE);
  fit = harness_find_saying (dialog, GTK_TYPE_BUTTON, "Use It");
  g_assert_false (gtk_widget_get_visible (fit));

  /* The first over the second, the second over the third, and the third over the first. */
  gtk_range_set_value (g_ptr_array_index (scales, 0), -8);
  gtk_range_set_value (
      g_ptr_array_index (scales, sl_catalogue_get_pillars (self->catalogue)->len - 1), -8);
  gtk_range_set_value (g_ptr_array_index (scales, 1), 8);
  g_assert_true (gtk_widget_get_visible (fit));
  for (guint i = 0; i < 20 && gtk_widget_get_visible (fit); i++)
    g_signal_emit_by_name (fit, "clicked");
  g_assert_false (gtk_widget_get_visible (fit));

  press (dialog, "Apply");
  g_assert_cmpstr (sl_decision_get_undo_label (self->decision), ==, "Comparison in Pairs");
}

/* ---- side by side ---- */

static void
show_comparison (Fixture *self)
{
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (find (self, ADW_TYPE_VIEW_STACK)),
                                         "compare");
  harness_settle (self->window);
}

static GtkDropDown *
find_slot (Fixture *self, guint i)
{
  g_autoptr (GPtrArray) slots =
      harness_list (find (self, SL_TYPE_COMPARE_PAGE), GTK_TYPE_DROP_DOWN);

  return g_ptr_array_index (slots, i);
}

static const char *
get_chosen (Fixture *self, guint i)
{
  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (find_slot (self, i)));
}

static guint
count_cards (Fixture *self)
{
  g_autoptr (GPtrArray) cards =
      harness_list (find (self, SL_TYPE_COMPARE_PAGE), GTK_TYPE_FLOW_BOX_CHILD);

  return cards->len;
}

static void
test_compare (Fixture *self, gconstpointer data)
{
  const SlRanking *ranking =
      sl_analysis_get_ranking (harness_window_get_analysis (self->window), SL_BOARD_TECHNOLOGIES);
  g_autoptr (GPtrArray) rows = NULL;

  show_comparison (self);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (get_chosen (self, i), ==, ranking->entries[i].name);
  g_assert_cmpstr (get_chosen (self, 3), ==, "None");
  g_assert_cmpuint (count_cards (self), ==, 3);
  rows = harness_list (find (self, SL_TYPE_COMPARE_PAGE), SL_TYPE_CONTRAST_ROW);
  g_assert_cmpuint (rows->len, ==, ranking->n_criteria);

  /* A fourth; twice the same counts once. */
  gtk_drop_down_set_selected (find_slot (self, 3), 5);
  g_assert_cmpuint (count_cards (self), ==, 4);
  gtk_drop_down_set_selected (find_slot (self, 3),
                              gtk_drop_down_get_selected (find_slot (self, 2)));
  g_assert_cmpuint (count_cards (self), ==, 3);
}

/* The page follows the sliders; who was chosen stays. */
static void
test_compare_follows (Fixture *self, gconstpointer data)
{
  g_autofree char *chosen = NULL;

  show_comparison (self);
  gtk_drop_down_set_selected (find_slot (self, 0), 7);
  chosen = g_strdup (get_chosen (self, 0));
  harness_move_slider (self->window, "Performance", 10);
  g_assert_cmpstr (get_chosen (self, 0), ==, chosen);
}

static void
test_swap_requirements (Fixture *self, gconstpointer data)
{
  const GPtrArray *profiles = sl_catalogue_get_profiles (self->catalogue);
  g_autoptr (SlRequirements) requirements = NULL;
  g_autoptr (SlAnalysis) analysis = NULL;
  const SlEntry *entry;
  g_autofree char *place = NULL;
  GtkDropDown *swap;

  show_comparison (self);
  swap = find_slot (self, 4);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (swap)), ==,
                    profiles->len + 1);
  gtk_drop_down_set_selected (swap, 3);
  requirements = sl_decision_preview_profile (self->decision, g_ptr_array_index (profiles, 2));
  analysis = sl_analysis_new (requirements);
  for (guint i = 0; i < 3; i++) {
    const SlRanking *ranking = sl_analysis_get_ranking (analysis, SL_BOARD_TECHNOLOGIES);

    entry = NULL;
    for (guint j = 0; j < ranking->n_entries; j++) {
      if (g_str_equal (ranking->entries[j].name, get_chosen (self, i)))
        entry = &ranking->entries[j];
    }
    g_assert_nonnull (entry);
    g_free (place);
    place = entry->rank > 0
                ? g_strdup_printf ("Rank %u of %u, %.1f points", entry->rank, ranking->n_ranked,
                                   entry->score)
                : g_strdup_printf ("Ruled out; it would have %.1f points", entry->score);
    g_assert_nonnull (
        harness_find_saying (find (self, SL_TYPE_COMPARE_PAGE), GTK_TYPE_FLOW_BOX_CHILD, place));
  }
  /* Nothing of it is an edit. */
  g_assert_false (sl_decision_get_can_undo (self->decision));
}

/* ---- search ---- */

static guint
count_rows (Fixture *self)
{
  return sl_rank_chart_count (SL_RANK_CHART (find (self, SL_TYPE_RANK_CHART)));
}

static GtkEditable *
open_search (Fixture *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.search", NULL);
  harness_settle (self->window);

  return GTK_EDITABLE (find (self, GTK_TYPE_SEARCH_ENTRY));
}

static void
search_for (Fixture *self, const char *text)
{
  GtkEditable *entry = open_search (self);

  gtk_editable_set_text (entry, text);
  g_signal_emit_by_name (entry, "search-changed");
}

/* Whoever has the text in the name, in the order of the ranking, and with the ranks there. */
static void
test_search (Fixture *self, gconstpointer data)
{
  const SlRanking *ranking =
      sl_analysis_get_ranking (harness_window_get_analysis (self->window), SL_BOARD_TECHNOLOGIES);
  g_autoptr (GPtrArray) rows = NULL;
  guint n = 0;

  search_for (self, "pyTHON");
  rows = harness_list (find (self, SL_TYPE_RANK_CHART), SL_TYPE_RANK_ROW);
  for (guint i = 0; i < ranking->n_ranked; i++) {
    if (strstr (ranking->entries[i].name, "Python") == NULL)
      continue;
    g_assert_cmpuint (n, <, rows->len);
    g_assert_true (sl_rank_row_get_entry (g_ptr_array_index (rows, n)) == &ranking->entries[i]);
    n++;
  }
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, ==, rows->len);

  /* The sliders go on working on what is shown. */
  harness_move_slider (self->window, "Performance", 10);
  g_assert_cmpuint (count_rows (self), ==, n);

  /* The same keys come back to what was typed; Escape ends it. */
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.search", NULL);
  g_assert_cmpuint (count_rows (self), ==, n);
  g_signal_emit_by_name (find (self, GTK_TYPE_SEARCH_ENTRY), "stop-search");
  g_assert_cmpuint (count_rows (self), >, n);
}

static void
test_search_in_vain (Fixture *self, gconstpointer data)
{
  search_for (self, "no such thing");
  g_assert_cmpuint (count_rows (self), ==, 0);
  g_assert_true (gtk_widget_get_visible (
      harness_find_saying (GTK_WIDGET (self->window), GTK_TYPE_LABEL,
                           "No ranked alternative has this in its name and this tag.")));
}

static void
test_tags (Fixture *self, gconstpointer data)
{
  const SlRanking *ranking =
      sl_analysis_get_ranking (harness_window_get_analysis (self->window), SL_BOARD_TECHNOLOGIES);
  GtkDropDown *tags;
  const char *tag;
  guint n = 0;

  open_search (self);
  tags = GTK_DROP_DOWN (find (self, GTK_TYPE_DROP_DOWN));
  gtk_drop_down_set_selected (tags, 1);
  tag = gtk_string_object_get_string (gtk_drop_down_get_selected_item (tags));
  for (guint i = 0; i < ranking->n_ranked; i++)
    n += g_strv_contains (ranking->entries[i].technology->tags, tag);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, <, ranking->n_ranked);
  g_assert_cmpuint (count_rows (self), ==, n);
}

/* ---- in a meeting ---- */

static void
test_pin (Fixture *self, gconstpointer data)
{
  AdwBanner *banner = ADW_BANNER (find (self, ADW_TYPE_BANNER));
  gboolean pinned;

  g_assert_false (adw_banner_get_revealed (banner));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.pinned", NULL);
  harness_move_slider (self->window, "Performance", 10);
  g_assert_true (adw_banner_get_revealed (banner));
  g_signal_emit_by_name (banner, "button-clicked");
  g_assert_false (adw_banner_get_revealed (banner));
  g_object_get (self->window, "pinned", &pinned, NULL);
  g_assert_false (pinned);
}

static void
test_present (Fixture *self, gconstpointer data)
{
  AdwOverlaySplitView *split_view =
      ADW_OVERLAY_SPLIT_VIEW (find (self, ADW_TYPE_OVERLAY_SPLIT_VIEW));

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.presenting", NULL);
  g_assert_false (adw_overlay_split_view_get_show_sidebar (split_view));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.sidebar", NULL);
  g_assert_true (adw_overlay_split_view_get_show_sidebar (split_view));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.presenting", NULL);
  g_assert_false (adw_overlay_split_view_get_collapsed (split_view));
  g_assert_true (adw_overlay_split_view_get_show_sidebar (split_view));
}

/* What the chart shows of trials is read as well, and so is what it shows of a change. */
static void
test_chance (Fixture *self, gconstpointer data)
{
  GtkWidget *row = find (self, SL_TYPE_RANK_ROW);
  SlAnalysis *analysis = harness_window_get_analysis (self->window);
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, SL_BOARD_TECHNOLOGIES);
  const SlEntry *entry = sl_rank_row_get_entry (SL_RANK_ROW (row));
  g_autofree char *text = sl_speech_entry (ranking, entry, 0.71);

  g_assert_true (g_str_has_suffix (text, " points, first in 71 percent of trials"));
  sl_rank_row_set_entry (SL_RANK_ROW (row), analysis, ranking, entry, 3);
  sl_rank_row_set_chance (SL_RANK_ROW (row), 0.71, 60, 70);
  sl_rank_row_set_ghost (SL_RANK_ROW (row), 55);
  g_assert_true (sl_rank_row_update_speech (SL_RANK_ROW (row)));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, text);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Up 2 places. From 60.0 to 70.0 points in 90 percent of "
                                       "trials. 55.0 points when the ranking was pinned.");
  sl_rank_row_set_entry (SL_RANK_ROW (row), analysis, ranking, entry, 0);
  sl_rank_row_set_chance (SL_RANK_ROW (row), NAN, NAN, NAN);
  sl_rank_row_set_ghost (SL_RANK_ROW (row), NAN);
  g_assert_true (sl_rank_row_update_speech (SL_RANK_ROW (row)));
  g_assert_false (sl_rank_row_update_speech (SL_RANK_ROW (row)));
  g_assert_false (
      gtk_test_accessible_has_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

/* As soon as it is known how sure the places are, every row says so. */
static void
test_robustness (Fixture *self, gconstpointer data)
{
  g_autoptr (SlAnalysis) analysis = sl_analysis_ref (harness_window_get_analysis (self->window));
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, SL_BOARD_TECHNOLOGIES);
  g_autoptr (SlRobustness) robustness =
      sl_robustness_new (analysis, SL_BOARD_TECHNOLOGIES, 1, NULL);
  g_autoptr (SlAnalysis) more = sl_analysis_with_robustness (analysis, robustness);
  GtkWidget *chart = find (self, SL_TYPE_RANK_CHART);
  g_autoptr (GPtrArray) rows = NULL;

  sl_rank_chart_set_analysis (SL_RANK_CHART (chart), more, SL_BOARD_TECHNOLOGIES, NULL);
  harness_settle (self->window);
  rows = harness_list (chart, SL_TYPE_RANK_ROW);
  g_assert_cmpuint (rows->len, ==, robustness->n);
  for (guint i = 0; i < rows->len; i++) {
    g_autofree char *text =
        sl_speech_entry (ranking, &ranking->entries[i], robustness->first_shares[i]);

    gtk_test_accessible_assert_property (GTK_WIDGET (g_ptr_array_index (rows, i)),
                                         GTK_ACCESSIBLE_PROPERTY_LABEL, text);
  }
}

/* ---- preferences and help ---- */

static AdwComboRow *
find_choice (GtkWidget *dialog, const char *title)
{
  GtkWidget *row = harness_find_saying (dialog, ADW_TYPE_COMBO_ROW, title);

  g_assert_nonnull (row);

  return ADW_COMBO_ROW (row);
}

/* A new decision is made by the method that is preferred, without anything to undo. */
static void
test_preferences (Fixture *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (SL_APPLICATION_ID);
  SlDecision *decision;
  SlWindow *window;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.preferences", NULL);
  adw_combo_row_set_selected (
      find_choice (GTK_WIDGET (harness_window_get_dialog (self->window)), "Method"),
      SL_METHOD_TOPSIS);
  g_object_set (harness_find_saying (GTK_WIDGET (harness_window_get_dialog (self->window)),
                                     ADW_TYPE_SPIN_ROW, "Trials"),
                "value", 3000.0, NULL);
  window = harness_window_new (application, 1280, 800);
  decision = harness_window_get_decision (window);
  g_assert_cmpint (sl_decision_get_requirements (decision)->method, ==, SL_METHOD_TOPSIS);
  g_assert_cmpuint (sl_decision_get_requirements (decision)->robustness.samples, ==, 3000);
  g_assert_false (sl_decision_get_can_undo (decision));
  harness_window_free (window);
  g_settings_reset (settings, "default-method");
  g_settings_reset (settings, "trials");
}

/* Each row that Tab comes to does something. */
static void
test_rows_act (Fixture *self, gconstpointer data)
{
  AdwDialog *dialog;
  g_autoptr (GPtrArray) rows = NULL;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.preferences", NULL);
  harness_settle (self->window);
  dialog = harness_window_get_dialog (self->window);
  rows = harness_list (GTK_WIDGET (dialog), GTK_TYPE_LIST_BOX_ROW);
  g_assert_cmpuint (rows->len, >=, 4);
  for (guint i = 0; i < rows->len; i++) {
    GtkListBoxRow *row = g_ptr_array_index (rows, i);

    g_assert_true (!gtk_widget_get_focusable (GTK_WIDGET (row)) ||
                   gtk_list_box_row_get_activatable (row));
  }
  adw_dialog_force_close (dialog);
}

static void
test_paper (Fixture *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (SL_APPLICATION_ID);

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.preferences", NULL);
  adw_combo_row_set_selected (
      find_choice (GTK_WIDGET (harness_window_get_dialog (self->window)), "Paper"), 2);
  adw_dialog_force_close (harness_window_get_dialog (self->window));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.report", NULL);
  g_assert_cmpuint (adw_combo_row_get_selected (find_choice (
                        GTK_WIDGET (harness_window_get_dialog (self->window)), "Paper")),
                    ==, 1);
  g_settings_reset (settings, "paper");
}

static gboolean
toast_is_shown (Fixture *self)
{
  return harness_find_saying (GTK_WIDGET (self->window), GTK_TYPE_LABEL,
                              "New windows use this catalogue") != NULL;
}

/* On top of the shipped one: a technology that does as Go does. */
#define OTHER_CATALOGUE                                                                            \
  "{ \"format\": \"technologies-1\", \"catalogue\": \"ours\", \"version\": \"1\", \"extends\": "   \
  "\"shortlist\", \"technologies\": [{ \"id\": \"our-own\", \"name\": \"Our Own\", \"language\": " \
  "\"Ours\", \"family\": \"ours\", \"summary\": \"Built here.\", \"tags\": [\"compiled\"], "       \
  "\"strengths\": [], \"weaknesses\": [], \"best_for\": [], \"subjects\": [[\"go\", \"go-gin\"], " \
  "\"lang:go\"], \"values\": {} }] }"
/* The name of the technology in it is no text. */
#define BROKEN_CATALOGUE                                                                           \
  "{ \"format\": \"technologies-1\", \"catalogue\": \"ours\", \"version\": \"1\", \"extends\": "   \
  "\"shortlist\", \"technologies\": [{ \"id\": \"our-own\",\n  \"name\": 7 }] }"

/* Returns the folder of a catalogue. */
static char *
write_catalogue (const char *contents)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("shortlist-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "technologies.json", NULL);

  g_assert_no_error (error);
  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);

  return folder;
}

static void
remove_catalogue (char *folder)
{
  g_autofree char *path = g_build_filename (folder, "technologies.json", NULL);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
}

/* One that can be read is what the next window begins with, and one that can't says where it is
 * wrong and leaves all as it was. */
static void
test_folder (Fixture *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (SL_APPLICATION_ID);
  SlCatalogue *own = sl_catalogue_ref (sl_application_get_catalogue (application));
  char *folder = write_catalogue (OTHER_CATALOGUE);
  char *broken = write_catalogue (BROKEN_CATALOGUE);
  g_autofree char *kept = NULL;
  g_auto (GStrv) order = NULL;
  AdwDialog *dialog, *alert;
  SlCatalogue *other;
  SlWindow *window;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.preferences", NULL);
  dialog = harness_window_get_dialog (self->window);
  sl_preferences_dialog_set_folder (dialog, folder);
  harness_wait_for (toast_is_shown (self));
  other = sl_application_get_catalogue (application);
  g_assert_true (other != own);
  window = harness_window_new (application, 1000, 700);
  g_assert_true (sl_decision_get_catalogue (harness_window_get_decision (window)) == other);
  order = harness_list_ranking (window);
  g_assert_true (g_strv_contains ((const char *const *) order, "our-own"));
  harness_window_free (window);
  g_assert_true (sl_decision_get_catalogue (self->decision) == own);

  sl_preferences_dialog_set_folder (dialog, broken);
  harness_wait_for (harness_window_get_dialog (self->window) != dialog);
  alert = harness_window_get_dialog (self->window);
  g_assert_true (ADW_IS_ALERT_DIALOG (alert));
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (alert)), broken));
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (alert)),
                            "technologies[0].name: expected a text, found"));
  adw_dialog_force_close (alert);
  g_assert_true (sl_application_get_catalogue (application) == other);
  kept = g_settings_get_string (settings, "catalogue-folder");
  g_assert_cmpstr (kept, ==, folder);

  sl_preferences_dialog_set_folder (dialog, NULL);
  harness_wait_for (sl_application_get_catalogue (application) != other);
  g_clear_pointer (&kept, g_free);
  kept = g_settings_get_string (settings, "catalogue-folder");
  g_assert_cmpstr (kept, ==, "");
  sl_application_set_catalogue (application, own);
  sl_catalogue_unref (own);
  remove_catalogue (folder);
  remove_catalogue (broken);
}

static void
test_help (Fixture *self, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.help", NULL);
  g_assert_nonnull (harness_find_saying (GTK_WIDGET (harness_window_get_dialog (self->window)),
                                         GTK_TYPE_LABEL, "An example"));
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

  g_test_add_func ("/pages/start", test_start);
  g_test_add_func ("/pages/start-actions", test_start_actions);
  add ("/pages/order", test_order);
  add ("/pages/order-by-drag", test_order_by_drag);
  add ("/pages/pairs", test_pairs);
  add ("/pages/compare", test_compare);
  add ("/pages/compare-follows", test_compare_follows);
  add ("/pages/swap-requirements", test_swap_requirements);
  add ("/pages/search", test_search);
  add ("/pages/search-in-vain", test_search_in_vain);
  add ("/pages/tags", test_tags);
  add ("/pages/pin", test_pin);
  add ("/pages/present", test_present);
  add ("/pages/chance", test_chance);
  add ("/pages/robustness", test_robustness);
  add ("/pages/preferences", test_preferences);
  add ("/pages/preferences-rows-act", test_rows_act);
  add ("/pages/paper", test_paper);
  add ("/pages/folder", test_folder);
  add ("/pages/help", test_help);
  status = g_test_run ();
  g_clear_object (&application);

  return status;
}
