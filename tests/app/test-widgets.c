/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every type comes and goes without a warning and without leaving anything behind; the window is
 * usable from 360 pixels up; what the dialog with the shortcuts promises is there. */

#include "config.h"

#include "harness.h"

#include "app/compare-page.h"
#include "app/order-dialog.h"
#include "app/pairwise-dialog.h"
#include "app/profile-plot.h"
#include "app/start-page.h"
#include "app/alternative-page.h"
#include "app/fact-row.h"
#include "app/importance-row.h"
#include "app/information-popover.h"
#include "app/live-label.h"
#include "app/long-box.h"
#include "app/method-popover.h"
#include "app/override-dialog.h"
#include "app/rank-chart.h"
#include "app/rank-row.h"
#include "app/ranking-page.h"
#include "app/report-dialog.h"
#include "app/shortcuts-dialog.h"
#include "app/sidebar.h"
#include "app/value-row.h"

#include <string.h>

typedef struct {
  SlCatalogue *catalogue; /* borrowed */
  SlDecision *decision;
  SlAnalysis *analysis;
} Fixture;

static SlApplication *application;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->catalogue = sl_application_get_catalogue (application);
  self->decision = sl_decision_new (self->catalogue);
  self->analysis = sl_analysis_new (sl_decision_get_requirements (self->decision));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->decision);
  sl_analysis_unref (self->analysis);
}

/* ---- types ---- */

/* With a child of it: a template that is not disposed of keeps its children. */
static void
assert_finalize_widget (gpointer instance)
{
  GtkWidget *widget = g_object_ref_sink (instance);
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL)
    g_object_ref (child);
  g_assert_finalize_object (widget);
  if (child != NULL)
    g_assert_finalize_object (child);
}

static void
test_bare (Fixture *self, gconstpointer data)
{
  const GType types[] = {
    SL_TYPE_ALTERNATIVE_PAGE, SL_TYPE_IMPORTANCE_ROW,  SL_TYPE_METHOD_POPOVER,
    SL_TYPE_OVERRIDE_DIALOG,  SL_TYPE_RANK_CHART,      SL_TYPE_RANK_ROW,
    SL_TYPE_RANKING_PAGE,     SL_TYPE_REPORT_DIALOG,   SL_TYPE_SIDEBAR,
    SL_TYPE_VALUE_ROW,        SL_TYPE_COMPARE_PAGE,    SL_TYPE_PROFILE_PLOT,
    SL_TYPE_ORDER_DIALOG,     SL_TYPE_PAIRWISE_DIALOG, SL_TYPE_START_PAGE,
    SL_TYPE_LONG_BOX,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    assert_finalize_widget (g_object_new (types[i], NULL));
}

static void
test_rows (Fixture *self, gconstpointer data)
{
  const GPtrArray *pillars = sl_catalogue_get_pillars (self->catalogue);
  const GPtrArray *facts = sl_catalogue_get_facts (self->catalogue);

  for (guint i = 0; i < pillars->len; i++) {
    const SlPillar *pillar = g_ptr_array_index (pillars, i);

    assert_finalize_widget (sl_importance_row_new_for_pillar (self->decision, pillar));
    for (guint j = 0; j < pillar->criteria->len; j++)
      assert_finalize_widget (sl_importance_row_new_for_criterion (
          self->decision, g_ptr_array_index (pillar->criteria, j)));
  }
  for (guint i = 0; i < facts->len; i++)
    assert_finalize_widget (sl_fact_row_new (self->decision, g_ptr_array_index (facts, i)));
}

static void
test_popovers (Fixture *self, gconstpointer data)
{
  const SlPillar *pillar = g_ptr_array_index (sl_catalogue_get_pillars (self->catalogue), 0);
  const SlCriterion *criterion = g_ptr_array_index (pillar->criteria, 0);
  GtkWidget *methods = sl_method_popover_new ();

  assert_finalize_widget (sl_information_popover_new (self->decision, pillar, NULL));
  assert_finalize_widget (sl_information_popover_new (self->decision, NULL, criterion));
  for (guint board = 0; board < SL_N_BOARDS; board++)
    sl_method_popover_set_analysis (SL_METHOD_POPOVER (methods), self->analysis, board);
  assert_finalize_widget (methods);
}

/* ---- what is out of sight ---- */

#define N_BLOCKS 20
#define BLOCK_HEIGHT 100

static void
count_cb (GtkDrawingArea *area, cairo_t *cairo, int width, int height, gpointer user_data)
{
  guint *count = user_data;

  (*count)++;
}

static GtkWidget *
create_long_box (guint *counts)
{
  GtkWidget *box = g_object_new (SL_TYPE_LONG_BOX, "orientation", GTK_ORIENTATION_VERTICAL, NULL);

  for (guint i = 0; i < N_BLOCKS; i++) {
    GtkWidget *area = gtk_drawing_area_new ();

    gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), BLOCK_HEIGHT);
    gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), count_cb, &counts[i], NULL);
    gtk_box_append (GTK_BOX (box), area);
  }

  return box;
}

/* Only what is in sight is drawn, and what comes into sight by scrolling or by a taller window. */
static void
test_long_box (Fixture *self, gconstpointer data)
{
  guint counts[N_BLOCKS] = { 0 };
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), create_long_box (counts));
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 3 * BLOCK_HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  harness_wait_for (counts[0] > 0 && counts[2] > 0);
  g_assert_cmpuint (counts[6], ==, 0);

  gtk_window_set_default_size (GTK_WINDOW (window), 300, 7 * BLOCK_HEIGHT);
  harness_wait_for (counts[6] > 0);
  g_assert_cmpuint (counts[N_BLOCKS - 1], ==, 0);

  gtk_adjustment_set_value (scroll, gtk_adjustment_get_upper (scroll));
  harness_wait_for (counts[N_BLOCKS - 1] > 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* ---- labels ---- */

static int
height_of_label (const char *text, int width)
{
  GtkWidget *label = g_object_ref_sink (g_object_new (SL_TYPE_LIVE_LABEL, "label", text, NULL));
  int height;

  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  g_assert_finalize_object (label);

  return height;
}

/* In the window it is as high as its text at the window's width. */
static void
assert_label_fits (GtkWidget *label, GtkWindow *window, const char *text, int width)
{
  sl_live_label_set_text (SL_LIVE_LABEL (label), text);
  gtk_window_set_default_size (window, width, 600);
  harness_wait_for (gtk_widget_get_width (label) == width &&
                    gtk_widget_get_height (label) == height_of_label (text, width));
}

/* It keeps its place while its lines are as many as before, and takes another when it needs one,
 * also where the text has become longer in the meantime and the window narrower. */
static void
test_live_label (Fixture *self, gconstpointer data)
{
  const char *words = "More words than there is room for in a line of this width";
  const char *others = "Other words, of which there are more than have room in a line of it";
  const char *few = "Few words";
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = g_object_new (SL_TYPE_LIVE_LABEL, NULL);

  gtk_box_append (GTK_BOX (box), label);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));

  g_assert_cmpint (height_of_label (words, 300), >, height_of_label (few, 300));
  assert_label_fits (label, GTK_WINDOW (window), few, 900);
  gtk_test_accessible_assert_property (label, GTK_ACCESSIBLE_PROPERTY_LABEL, few);
  assert_label_fits (label, GTK_WINDOW (window), words, 900);
  assert_label_fits (label, GTK_WINDOW (window), words, 300);
  assert_label_fits (label, GTK_WINDOW (window), few, 300);
  assert_label_fits (label, GTK_WINDOW (window), words, 300);
  assert_label_fits (label, GTK_WINDOW (window), few, 900);
  assert_label_fits (label, GTK_WINDOW (window), others, 900);
  assert_label_fits (label, GTK_WINDOW (window), others, 300);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_chart (Fixture *self, gconstpointer data)
{
  GtkWidget *chart = g_object_new (SL_TYPE_RANK_CHART, NULL);

  for (guint board = 0; board < SL_N_BOARDS; board++)
    sl_rank_chart_set_analysis (SL_RANK_CHART (chart), self->analysis, board, self->analysis);
  assert_finalize_widget (chart);
}

/* Of every alternative, ranked or not, all that is known of it. */
static void
test_pages (Fixture *self, gconstpointer data)
{
  for (guint board = 0; board < SL_N_BOARDS; board++) {
    const SlRanking *ranking = sl_analysis_get_ranking (self->analysis, board);

    for (guint i = 0; i < ranking->n_entries; i += board == SL_BOARD_PAIRINGS ? 10 : 1) {
      AdwNavigationPage *page =
          sl_alternative_page_new (self->decision, self->analysis, board, ranking->entries[i].id);
      g_autoptr (GPtrArray) rows = harness_list (GTK_WIDGET (page), SL_TYPE_VALUE_ROW);

      g_assert_cmpuint (rows->len, ==, ranking->n_criteria);
      for (guint j = 0; j < rows->len; j++)
        adw_expander_row_set_expanded (g_ptr_array_index (rows, j), TRUE);
      sl_alternative_page_set_analysis (SL_ALTERNATIVE_PAGE (page), self->analysis);
      assert_finalize_widget (page);
    }
  }
}

static void
test_dialogs (Fixture *self, gconstpointer data)
{
  const SlAlternative *alternative =
      sl_analysis_get_ranking (self->analysis, SL_BOARD_TECHNOLOGIES)->entries[0].technology;
  const SlCriterion *criterion =
      sl_analysis_get_ranking (self->analysis, SL_BOARD_TECHNOLOGIES)->criteria[0];

  assert_finalize_widget (sl_override_dialog_new (self->decision, alternative, criterion));
  assert_finalize_widget (sl_report_dialog_new (self->decision, self->analysis, SL_BOARD_PATTERNS));
  assert_finalize_widget (sl_shortcuts_dialog_new ());
}

/* A window and what is in it go together, although its decision lives on. */
static void
test_window (Fixture *self, gconstpointer data)
{
  const GType types[] = { SL_TYPE_RANK_CHART, SL_TYPE_RANK_ROW, SL_TYPE_IMPORTANCE_ROW,
                          ADW_TYPE_SWITCH_ROW };
  SlWindow *window = harness_window_new (application, 1000, 700);
  SlDecision *decision = g_object_ref (harness_window_get_decision (window));
  GtkWidget *children[G_N_ELEMENTS (types)];

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    children[i] = g_object_ref (harness_find (GTK_WIDGET (window), types[i]));
  harness_window_free (window);
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    g_assert_finalize_object (children[i]);

  sl_decision_equalise (decision);
  g_assert_finalize_object (decision);
}

/* Whatever a window is about to do when it is closed. */
static void
test_window_in_a_hurry (Fixture *self, gconstpointer data)
{
  for (guint n_turns = 0; n_turns < 60; n_turns += 1 + n_turns / 8) {
    SlWindow *window = sl_window_new (application);

    gtk_window_present (GTK_WINDOW (window));
    for (guint i = 0; i < n_turns; i++)
      harness_turn ();
    harness_window_free (window);
  }
}

/* ---- widths ---- */

/* From the window down, for whom a test fails. */
static char *
describe (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  g_autofree char *above = parent != NULL ? describe (parent) : g_strdup ("");

  return g_strdup_printf ("%s/%s%s%s", above, G_OBJECT_TYPE_NAME (widget),
                          GTK_IS_LABEL (widget) ? " " : "",
                          GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "");
}

/* Something to read or to use, as opposed to what only holds, dims or decorates it. */
static gboolean
matters (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) || SL_IS_LIVE_LABEL (widget) || GTK_IS_IMAGE (widget) ||
         GTK_IS_BUTTON (widget) || GTK_IS_RANGE (widget) || GTK_IS_SWITCH (widget) ||
         GTK_IS_EDITABLE (widget) || GTK_IS_LIST_BOX_ROW (widget) || SL_IS_RANK_ROW (widget);
}

/* Nothing of this that is shown reaches beyond the window's sides. */
static void
assert_fits (GtkWidget *widget, GtkWidget *window)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_mapped (widget) || GTK_IS_NATIVE (widget))
    return;
  g_assert_true (gtk_widget_compute_bounds (widget, window, &bounds));
  if (matters (widget) && (bounds.origin.x < -1 || bounds.origin.x + bounds.size.width >
                                                       (float) gtk_widget_get_width (window) + 1)) {
    g_autofree char *path = describe (widget);

    g_error ("%s: from %.0f to %.0f of %d", path, (double) bounds.origin.x,
             (double) (bounds.origin.x + bounds.size.width), gtk_widget_get_width (window));
  }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_fits (child, window);
}

static void
assert_contents_fit (SlWindow *window)
{
  harness_settle (window);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (window)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_fits (child, GTK_WIDGET (window));
}

static void
show_dialog (SlWindow *window, AdwDialog *dialog)
{
  adw_dialog_present (dialog, GTK_WIDGET (window));
  assert_contents_fit (window);
  adw_dialog_force_close (dialog);
  harness_settle (window);
}

static void
show_dialogs (Fixture *self, SlWindow *window)
{
  g_autoptr (SlAnalysis) analysis = sl_analysis_ref (harness_window_get_analysis (window));
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, SL_BOARD_TECHNOLOGIES);
  SlDecision *decision = harness_window_get_decision (window);

  show_dialog (window, sl_shortcuts_dialog_new ());
  show_dialog (window, sl_report_dialog_new (decision, analysis, SL_BOARD_TECHNOLOGIES));
  show_dialog (window, sl_override_dialog_new (decision, ranking->entries[0].technology,
                                               ranking->criteria[0]));
}

static void
show_boards (SlWindow *window)
{
  GtkWidget *page = harness_find (GTK_WIDGET (window), SL_TYPE_RANKING_PAGE);
  GtkWidget *chart = harness_find (page, SL_TYPE_RANK_CHART);

  for (guint board = 0; board < SL_N_BOARDS; board++) {
    g_autoptr (GPtrArray) lists = harness_list (page, ADW_TYPE_EXPANDER_ROW);
    const SlRanking *ranking =
        sl_analysis_get_ranking (harness_window_get_analysis (window), board);

    g_object_set (page, "board", board, NULL);
    for (guint i = 0; i < lists->len; i++)
      adw_expander_row_set_expanded (g_ptr_array_index (lists, i), TRUE);
    assert_contents_fit (window);
    g_signal_emit_by_name (chart, "activated", ranking->entries[0].id);
    assert_contents_fit (window);
    gtk_widget_activate_action (harness_find (GTK_WIDGET (window), SL_TYPE_ALTERNATIVE_PAGE),
                                "navigation.pop", NULL);
    harness_wait_for (harness_find (GTK_WIDGET (window), SL_TYPE_ALTERNATIVE_PAGE) == NULL);
  }
}

static void
open_criteria (SlWindow *window)
{
  g_autoptr (GPtrArray) rows = harness_list (GTK_WIDGET (window), SL_TYPE_IMPORTANCE_ROW);

  for (guint i = 0; i < rows->len; i++) {
    GtkWidget *head = gtk_widget_get_first_child (g_ptr_array_index (rows, i));

    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_last_child (head)), TRUE);
  }
}

static void
test_width (Fixture *self, gconstpointer data)
{
  int width = GPOINTER_TO_INT (data);
  SlWindow *window = harness_window_new (application, width, 600);
  SlDecision *decision = harness_window_get_decision (window);
  AdwOverlaySplitView *split_view =
      ADW_OVERLAY_SPLIT_VIEW (harness_find (GTK_WIDGET (window), ADW_TYPE_OVERLAY_SPLIT_VIEW));

  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, width);
  g_assert_true (adw_overlay_split_view_get_collapsed (split_view) == (width <= 860));
  sl_decision_set_title (decision, "A title that is a good deal longer than the window is wide");
  sl_decision_apply_profile (
      decision, sl_catalogue_find_profile (self->catalogue, "public-sector-on-premises"));
  show_boards (window);

  adw_overlay_split_view_set_show_sidebar (split_view, TRUE);
  open_criteria (window);
  assert_contents_fit (window);
  show_dialogs (self, window);
  harness_window_free (window);
}

/* A telephone held sideways. */
static void
test_smallest (Fixture *self, gconstpointer data)
{
  SlWindow *window = harness_window_new (application, 360, 294);

  for (int i = 0; i < SL_N_METHODS; i++) {
    sl_decision_set_method (harness_window_get_decision (window), (SlMethod) i);
    assert_contents_fit (window);
  }
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (window)), <=, 294);
  assert_contents_fit (window);
  show_dialogs (self, window);
  harness_window_free (window);
}

/* Some window managers do not ask what a window needs. */
static void
test_any_size (Fixture *self, gconstpointer data)
{
  static const int sizes[][2] = { { 1, 1 }, { 200, 150 }, { 5000, 200 }, { 100, 4000 } };
  SlWindow *window = harness_window_new (application, 1000, 700);
  g_autoptr (GSettings) settings = g_settings_new (SL_APPLICATION_ID);

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    gtk_window_set_default_size (GTK_WINDOW (window), sizes[i][0], sizes[i][1]);
    g_assert_cmpint (g_settings_get_int (settings, "window-width"), ==, sizes[i][0]);
    g_assert_cmpint (g_settings_get_int (settings, "window-height"), ==, sizes[i][1]);
  }
  harness_window_free (window);
  g_settings_reset (settings, "window-width");
  g_settings_reset (settings, "window-height");
}

static void
test_large_text (Fixture *self, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  SlWindow *window;
  GtkWidget *row;
  int dpi, height;

  window = harness_window_new (application, 1000, 700);
  height = gtk_widget_get_height (harness_find (GTK_WIDGET (window), SL_TYPE_RANK_ROW));
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * (dpi > 0 ? dpi : 96 * 1024), NULL);
  harness_settle (window);
  row = harness_find (GTK_WIDGET (window), SL_TYPE_RANK_ROW);
  g_assert_cmpint (gtk_widget_get_height (row), >, height);
  show_boards (window);
  show_dialogs (self, window);
  harness_window_free (window);
  gtk_settings_reset_property (settings, "gtk-xft-dpi");
}

static void
test_right_to_left (Fixture *self, gconstpointer data)
{
  SlWindow *window;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  window = harness_window_new (application, 1000, 700);
  show_boards (window);
  show_dialogs (self, window);
  harness_window_free (window);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* ---- shortcuts ---- */

/* What the dialog says, in its order, and the action behind it. Where there is none, a widget takes
 * the key itself; the tour presses those. */
static const struct {
  const char *title;
  const char *accelerator;
  const char *action;
} shortcuts[] = {
  { "Undo", "<Control>z", "win.undo" },
  { "Redo", "<Control><Shift>z", "win.redo" },
  { "Open", "<Control>o", "win.open" },
  { "Save", "<Control>s", "win.save" },
  { "Save As", "<Control><Shift>s", "win.save-as" },
  { "Report", "<Control>p", "win.report" },
  { "Show or Hide the Requirements", "F9", "win.sidebar" },
  { "Search and Filter", "<Control>f", "win.search" },
  { "Pin or Unpin the Ranking", "<Control>d", "win.pinned" },
  { "Ranking", "<Alt>1", "win.ranking" },
  { "Compare", "<Alt>2", "win.compare" },
  { "Robustness", "<Alt>3", "win.robustness" },
  { "People", "<Alt>4", "win.people" },
  { "Present", "F11", "win.presenting" },
  { "Open an Alternative", "Return", NULL },
  { "Back to the Ranking", "<Alt>Left", NULL },
  { "New Window", "<Control>n", "app.new-window" },
  { "Close Window", "<Control>w", "window.close" },
  { "Preferences", "<Control>comma", "win.preferences" },
  { "How the Ranking Works", "F1", "win.help" },
  { "Main Menu", "F10", NULL },
  { "Keyboard Shortcuts", "<Control>question", "win.shortcuts" },
  { "Quit", "<Control>q", "app.quit" },
};

static gboolean
trigger_is (GtkShortcutTrigger *trigger, guint key, GdkModifierType modifiers)
{
  if (GTK_IS_ALTERNATIVE_TRIGGER (trigger))
    return trigger_is (gtk_alternative_trigger_get_first (GTK_ALTERNATIVE_TRIGGER (trigger)), key,
                       modifiers) ||
           trigger_is (gtk_alternative_trigger_get_second (GTK_ALTERNATIVE_TRIGGER (trigger)), key,
                       modifiers);

  return GTK_IS_KEYVAL_TRIGGER (trigger) &&
         gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key &&
         gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers;
}

static GtkShortcut *
find_in_controller (GListModel *controller, guint key, GdkModifierType modifiers)
{
  for (guint i = 0; i < g_list_model_get_n_items (controller); i++) {
    g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (controller, i);

    if (trigger_is (gtk_shortcut_get_trigger (shortcut), key, modifiers))
      return g_steal_pointer (&shortcut);
  }

  return NULL;
}

/* A shortcut of the window or of anything in it. */
static GtkShortcut *
find_shortcut (GtkWidget *root, guint key, GdkModifierType modifiers)
{
  g_autoptr (GPtrArray) widgets = harness_list (root, GTK_TYPE_WIDGET);

  for (guint i = 0; i < widgets->len; i++) {
    g_autoptr (GListModel) controllers =
        gtk_widget_observe_controllers (g_ptr_array_index (widgets, i));

    for (guint j = 0; j < g_list_model_get_n_items (controllers); j++) {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, j);
      GtkShortcut *shortcut = GTK_IS_SHORTCUT_CONTROLLER (controller)
                                  ? find_in_controller (G_LIST_MODEL (controller), key, modifiers)
                                  : NULL;

      if (shortcut != NULL)
        return shortcut;
    }
  }

  return NULL;
}

/* The action that an accelerator leads to; "" where it is not an action; NULL where it is nothing.
 */
static const char *
resolve (SlWindow *window, const char *accelerator)
{
  g_auto (GStrv) actions =
      gtk_application_get_actions_for_accel (GTK_APPLICATION (application), accelerator);
  GdkModifierType modifiers;
  g_autoptr (GtkShortcut) shortcut = NULL;
  GtkShortcutAction *action;
  guint key;

  if (actions[0] != NULL)
    return g_intern_string (actions[0]);
  g_assert_true (gtk_accelerator_parse (accelerator, &key, &modifiers));
  shortcut = find_shortcut (GTK_WIDGET (window), key, modifiers);
  if (shortcut == NULL)
    return NULL;
  action = gtk_shortcut_get_action (shortcut);

  return GTK_IS_NAMED_ACTION (action)
             ? g_intern_string (gtk_named_action_get_action_name (GTK_NAMED_ACTION (action)))
             : "";
}

static gboolean
class_has_action (GtkWidget *widget, const char *name)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_GET_CLASS (widget);
  const GVariantType *parameter_type;
  const char *action, *property;
  GType owner;

  for (guint i = 0;
       gtk_widget_class_query_action (widget_class, i, &owner, &action, &parameter_type, &property);
       i++) {
    if (g_str_equal (action, name))
      return TRUE;
  }

  return FALSE;
}

static gboolean
action_exists (SlWindow *window, const char *name)
{
  g_autoptr (GPtrArray) widgets = harness_list (GTK_WIDGET (window), GTK_TYPE_WIDGET);

  if (g_str_has_prefix (name, "app."))
    return g_action_group_has_action (G_ACTION_GROUP (application), name + strlen ("app."));
  for (guint i = 0; i < widgets->len; i++) {
    if (class_has_action (g_ptr_array_index (widgets, i), name))
      return TRUE;
  }

  return FALSE;
}

static void
assert_row_promises (GtkWidget *row, const char *title, const char *accelerator)
{
  g_autofree char *label = NULL;
  GdkModifierType modifiers;
  guint key;

  g_assert_true (gtk_accelerator_parse (accelerator, &key, &modifiers));
  label = gtk_accelerator_get_label (key, modifiers);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, title);
  g_assert_nonnull (harness_find_saying (row, GTK_TYPE_LABEL, label));
}

static void
test_shortcuts (Fixture *self, gconstpointer data)
{
  SlWindow *window = harness_window_new (application, 1000, 700);
  AdwDialog *dialog = sl_shortcuts_dialog_new ();
  g_autoptr (GPtrArray) rows = NULL;

  adw_dialog_present (dialog, GTK_WIDGET (window));
  harness_settle (window);
  rows = harness_list (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW);
  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (shortcuts));
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++) {
    assert_row_promises (g_ptr_array_index (rows, i), shortcuts[i].title, shortcuts[i].accelerator);
    g_assert_nonnull (resolve (window, shortcuts[i].accelerator));
    if (shortcuts[i].action == NULL)
      continue;
    g_assert_cmpstr (resolve (window, shortcuts[i].accelerator), ==, shortcuts[i].action);
    g_assert_true (action_exists (window, shortcuts[i].action));
  }
  adw_dialog_force_close (dialog);
  harness_window_free (window);
}

/* Every action that a button or an item of a menu names exists. */
static void
test_buttons (Fixture *self, gconstpointer data)
{
  SlWindow *window = harness_window_new (application, 1000, 700);
  g_autoptr (GPtrArray) buttons = harness_list (GTK_WIDGET (window), GTK_TYPE_ACTIONABLE);

  for (guint i = 0; i < buttons->len; i++) {
    const char *name = gtk_actionable_get_action_name (g_ptr_array_index (buttons, i));

    if (name != NULL && !action_exists (window, name))
      g_error ("%s does not exist", name);
  }
  harness_window_free (window);
}

/* ---- */

static void
add (const char *path, gconstpointer data, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, data, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = harness_application_new ();

  add ("/widgets/bare", NULL, test_bare);
  add ("/widgets/rows", NULL, test_rows);
  add ("/widgets/popovers", NULL, test_popovers);
  add ("/widgets/long-box", NULL, test_long_box);
  add ("/widgets/live-label", NULL, test_live_label);
  add ("/widgets/chart", NULL, test_chart);
  add ("/widgets/pages", NULL, test_pages);
  add ("/widgets/dialogs", NULL, test_dialogs);
  add ("/widgets/window", NULL, test_window);
  add ("/widgets/window-in-a-hurry", NULL, test_window_in_a_hurry);
  add ("/widgets/width/360", GINT_TO_POINTER (360), test_width);
  add ("/widgets/width/550", GINT_TO_POINTER (550), test_width);
  add ("/widgets/width/860", GINT_TO_POINTER (860), test_width);
  add ("/widgets/width/1280", GINT_TO_POINTER (1280), test_width);
  add ("/widgets/smallest", NULL, test_smallest);
  add ("/widgets/any-size", NULL, test_any_size);
  add ("/widgets/large-text", NULL, test_large_text);
  add ("/widgets/right-to-left", NULL, test_right_to_left);
  add ("/widgets/shortcuts", NULL, test_shortcuts);
  add ("/widgets/buttons", NULL, test_buttons);
  status = g_test_run ();
  g_clear_object (&application);

  return status;
}
