/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whoever has no pointer comes to everything, sees where he is, and is never left nowhere. The keys
 * are those that the widgets have bound; the tour presses the real ones. */

#include "config.h"

#include "harness.h"

#include "app/alternative-page.h"
#include "app/rank-chart.h"
#include "app/rank-row.h"
#include "app/ranking-page.h"
#include "app/report-dialog.h"

#include <string.h>

/* More stops than any page has. */
#define MAX_STOPS 1000

typedef struct {
  SlWindow *window;
} Fixture;

static SlApplication *application;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->window = harness_window_new (application, 1280, 800);
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

/* ---- keys ---- */

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

static gboolean
press_in (GListModel *shortcuts, GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++) {
    g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);

    if (trigger_is (gtk_shortcut_get_trigger (shortcut), key, modifiers) &&
        gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut),
                                      GTK_SHORTCUT_ACTION_EXCLUSIVE, widget,
                                      gtk_shortcut_get_arguments (shortcut)))
      return TRUE;
  }

  return FALSE;
}

static gboolean
press_on (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_SHORTCUT_CONTROLLER (controller) &&
        press_in (G_LIST_MODEL (controller), widget, key, modifiers))
      return TRUE;
  }

  return FALSE;
}

/* From what has the focus up to the window, until one of them takes the key. */
static void
press (SlWindow *window, guint key, GdkModifierType modifiers)
{
  GtkWidget *widget = gtk_window_get_focus (GTK_WINDOW (window));

  if (widget == NULL)
    widget = GTK_WIDGET (window);
  while (widget != NULL && !press_on (widget, key, modifiers))
    widget = gtk_widget_get_parent (widget);
}

/* ---- the focus ---- */

static char *
describe (GtkWidget *widget)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (; widget != NULL; widget = gtk_widget_get_parent (widget)) {
    g_autofree char *label =
        GTK_IS_LABEL (widget) ? g_strdup (gtk_label_get_text (GTK_LABEL (widget))) : NULL;

    if (label == NULL && g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "title"))
      g_object_get (widget, "title", &label, NULL);
    g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? " < " : "",
                            G_OBJECT_TYPE_NAME (widget), label != NULL ? " " : "",
                            label != NULL ? label : "");
  }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Whether any of it is to be seen. */
static gboolean
is_in_view (GtkWidget *widget)
{
  GtkWidget *parent = widget;

  while ((parent = gtk_widget_get_parent (parent)) != NULL) {
    graphene_rect_t bounds, sight;

    if (!gtk_widget_compute_bounds (widget, parent, &bounds))
      return FALSE;
    sight = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (parent),
                                (float) gtk_widget_get_height (parent));
    if (!graphene_rect_intersection (&bounds, &sight, NULL))
      return FALSE;
    if (GTK_IS_NATIVE (parent))
      break;
  }

  return TRUE;
}

/* Somewhere that can be seen and used. */
static GtkWidget *
get_focus (SlWindow *window)
{
  GtkWidget *focus;
  g_autofree char *path = NULL;

  harness_settle (window);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  path = describe (focus);
  if (focus == NULL || !gtk_widget_get_mapped (focus) || !gtk_widget_is_sensitive (focus) ||
      !is_in_view (focus))
    g_error ("the focus is lost: %s", path);

  return focus;
}

/* ---- all round ---- */

/* Stands for what can be used on it: one of a group that arrow keys go through, or a part of it. */
static gboolean
is_reached (GtkWidget *widget, GHashTable *stops)
{
  GHashTableIter iter;
  GtkWidget *stop;

  g_hash_table_iter_init (&iter, stops);
  while (g_hash_table_iter_next (&iter, (gpointer *) &stop, NULL)) {
    gboolean same_group = GTK_IS_LIST_BOX_ROW (widget) || SL_IS_RANK_ROW (widget) ||
                          ADW_IS_TOGGLE_GROUP (gtk_widget_get_parent (widget)) ||
                          ADW_IS_VIEW_SWITCHER (gtk_widget_get_parent (widget)) ||
                          gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BASE) != NULL;

    if (stop == widget || gtk_widget_is_ancestor (stop, widget) ||
        gtk_widget_is_ancestor (widget, stop) ||
        (same_group && gtk_widget_get_parent (stop) == gtk_widget_get_parent (widget)))
      return TRUE;
  }

  return FALSE;
}

static void
assert_reached (GtkWidget *root, GHashTable *stops)
{
  g_autoptr (GPtrArray) widgets = harness_list (root, GTK_TYPE_WIDGET);

  for (guint i = 0; i < widgets->len; i++) {
    GtkWidget *widget = g_ptr_array_index (widgets, i);
    g_autofree char *path = NULL;

    if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_focusable (widget) ||
        !gtk_widget_get_can_focus (widget) || !gtk_widget_is_sensitive (widget) ||
        gtk_widget_get_native (widget) != gtk_widget_get_native (root) ||
        is_reached (widget, stops))
      continue;
    path = describe (widget);
    g_error ("no key comes to %s", path);
  }
}

/* Tab comes to all of it and back to where it began, Shift+Tab goes the other way. */
static void
go_round (SlWindow *window, GtkWidget *root)
{
  g_autoptr (GHashTable) stops = g_hash_table_new (NULL, NULL);
  GtkWidget *first, *second;

  press (window, GDK_KEY_Tab, 0);
  first = get_focus (window);
  g_hash_table_add (stops, first);
  press (window, GDK_KEY_Tab, 0);
  second = get_focus (window);
  for (GtkWidget *stop = second; stop != first; stop = get_focus (window)) {
    g_autofree char *path = describe (stop);

    if (!g_hash_table_add (stops, stop) || g_hash_table_size (stops) > MAX_STOPS)
      g_error ("Tab goes round in a part only, with %s", path);
    press (window, GDK_KEY_Tab, 0);
  }
  assert_reached (root, stops);

  press (window, GDK_KEY_Tab, 0);
  g_assert_true (get_focus (window) == second);
  press (window, GDK_KEY_Tab, GDK_SHIFT_MASK);
  g_assert_true (get_focus (window) == first);
}

static void
show_page (SlWindow *window, const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (window), name, NULL);
  harness_settle (window);
}

static void
test_pages (Fixture *self, gconstpointer data)
{
  static const char *const pages[] = { "win.ranking", "win.compare", "win.robustness",
                                       "win.people" };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++) {
    show_page (self->window, pages[i]);
    go_round (self->window, GTK_WIDGET (self->window));
  }
}

/* An alternative's page covers the ranking; what is behind it is not reached. */
static void
test_alternative (Fixture *self, gconstpointer data)
{
  GtkWidget *row = find (self, SL_TYPE_RANK_ROW);

  gtk_widget_grab_focus (row);
  g_signal_emit_by_name (find (self, SL_TYPE_RANK_CHART), "activated",
                         sl_rank_row_get_entry (SL_RANK_ROW (row))->id);
  harness_settle (self->window);
  go_round (self->window, GTK_WIDGET (self->window));

  gtk_widget_activate_action (find (self, SL_TYPE_ALTERNATIVE_PAGE), "navigation.pop", NULL);
  harness_wait_for (harness_find (GTK_WIDGET (self->window), SL_TYPE_ALTERNATIVE_PAGE) == NULL);
  g_assert_true (get_focus (self->window) == row);
}

static double
get_offset (GtkWidget *scroller)
{
  return gtk_adjustment_get_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
}

/* An alternative's page begins with reading: its name is what a screen reader says, the keys scroll
 * it, nothing takes what is typed, and the first thing that does is one Tab away. */
static void
test_reading (Fixture *self, gconstpointer data)
{
  GtkWidget *row = find (self, SL_TYPE_RANK_ROW);
  GtkWidget *start, *note;
  double offset;

  gtk_widget_grab_focus (row);
  g_signal_emit_by_name (find (self, SL_TYPE_RANK_CHART), "activated",
                         sl_rank_row_get_entry (SL_RANK_ROW (row))->id);
  start = get_focus (self->window);
  g_assert_true (GTK_IS_SCROLLED_WINDOW (start));
  g_assert_true (gtk_widget_is_ancestor (start, find (self, SL_TYPE_ALTERNATIVE_PAGE)));
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (start),
                                                   GTK_ACCESSIBLE_RELATION_LABELLED_BY));

  press (self->window, GDK_KEY_Down, 0);
  g_assert_true (get_focus (self->window) == start);
  offset = get_offset (start);
  g_assert_cmpfloat (offset, >, 0);
  press (self->window, GDK_KEY_Page_Down, 0);
  g_assert_cmpfloat (get_offset (start), >, offset);
  press (self->window, GDK_KEY_Home, 0);
  g_assert_cmpfloat (get_offset (start), ==, 0);

  press (self->window, GDK_KEY_Tab, 0);
  note = get_focus (self->window);
  g_assert_true (GTK_IS_TEXT_VIEW (note) && gtk_widget_is_ancestor (note, start));
  press (self->window, GDK_KEY_Tab, GDK_SHIFT_MASK);
  g_assert_true (get_focus (self->window) == start);
}

static void
wait_for_preview (AdwDialog *dialog)
{
  GtkPicture *picture = GTK_PICTURE (harness_find (GTK_WIDGET (dialog), GTK_TYPE_PICTURE));

  harness_wait_for (gtk_picture_get_paintable (picture) != NULL);
}

static GtkWidget *
find_button (GtkWidget *root, const char *icon)
{
  g_autoptr (GPtrArray) buttons = harness_list (root, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++) {
    if (g_strcmp0 (gtk_button_get_icon_name (g_ptr_array_index (buttons, i)), icon) == 0)
      return g_ptr_array_index (buttons, i);
  }
  g_assert_not_reached ();
}

/* Each begins somewhere, keeps the keys to itself, and gives the focus back. */
static void
test_dialogs (Fixture *self, gconstpointer data)
{
  static const char *const dialogs[] = {
    "win.report",    "win.order",       "win.pairwise",  "win.decision",
    "win.snapshots", "win.preferences", "win.shortcuts", "win.help",
  };
  GtkWidget *slider = GTK_WIDGET (harness_find_slider (self->window, "Performance"));

  for (gsize i = 0; i < G_N_ELEMENTS (dialogs); i++) {
    AdwDialog *dialog;

    gtk_widget_grab_focus (slider);
    gtk_widget_activate_action (GTK_WIDGET (self->window), dialogs[i], NULL);
    harness_wait_for (harness_window_get_dialog (self->window) != NULL);
    dialog = harness_window_get_dialog (self->window);
    if (SL_IS_REPORT_DIALOG (dialog))
      wait_for_preview (dialog);
    g_test_message ("%s", dialogs[i]);
    g_assert_true (gtk_widget_is_ancestor (get_focus (self->window), GTK_WIDGET (dialog)));
    go_round (self->window, GTK_WIDGET (dialog));
    g_assert_true (gtk_widget_is_ancestor (get_focus (self->window), GTK_WIDGET (dialog)));

    adw_dialog_force_close (dialog);
    harness_wait_for (harness_window_get_dialog (self->window) == NULL);
    g_assert_true (get_focus (self->window) == slider);
  }
}

/* The button for the next page goes with the last one. */
static void
test_preview (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog, *next;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.report", NULL);
  harness_settle (self->window);
  dialog = GTK_WIDGET (harness_window_get_dialog (self->window));
  wait_for_preview (ADW_DIALOG (dialog));
  next = find_button (dialog, "go-next-symbolic");
  g_assert_true (gtk_widget_grab_focus (next));
  for (int i = 0; gtk_widget_is_sensitive (next); i++) {
    g_assert_cmpint (i, <, MAX_STOPS);
    g_signal_emit_by_name (next, "clicked");
  }
  g_assert_true (gtk_widget_is_ancestor (get_focus (self->window), dialog));
}

/* Below 860 the requirements lie over the ranking, below 550 the pages are chosen at the bottom. */
static void
test_narrow (Fixture *self, gconstpointer data)
{
  static const int widths[] = { 860, 550, 360 };

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++) {
    SlWindow *window = harness_window_new (application, widths[i], 600);
    AdwOverlaySplitView *split_view =
        ADW_OVERLAY_SPLIT_VIEW (harness_find (GTK_WIDGET (window), ADW_TYPE_OVERLAY_SPLIT_VIEW));

    go_round (window, GTK_WIDGET (window));
    gtk_widget_activate_action (GTK_WIDGET (window), "win.sidebar", NULL);
    g_assert_true (adw_overlay_split_view_get_show_sidebar (split_view));
    g_assert_true (gtk_widget_is_ancestor (get_focus (window),
                                           adw_overlay_split_view_get_sidebar (split_view)));
    go_round (window, adw_overlay_split_view_get_sidebar (split_view));
    gtk_widget_activate_action (GTK_WIDGET (window), "win.sidebar", NULL);
    get_focus (window);
    harness_window_free (window);
  }
}

static void
test_start (void)
{
  SlWindow *window = harness_window_new_at_start (application, 1000, 700);

  go_round (window, GTK_WIDGET (window));
  harness_window_free (window);
}

/* ---- what had the focus goes ---- */

/* Turning to another page while the focus is on this one. */
static void
test_turn (Fixture *self, gconstpointer data)
{
  static const char *const pages[] = { "win.compare", "win.robustness", "win.people",
                                       "win.ranking" };

  gtk_widget_grab_focus (find (self, SL_TYPE_RANK_ROW));
  for (gsize i = 0; i < 2 * G_N_ELEMENTS (pages); i++) {
    show_page (self->window, pages[i % G_N_ELEMENTS (pages)]);
    get_focus (self->window);
    gtk_widget_child_focus (
        adw_view_stack_get_visible_child (ADW_VIEW_STACK (find (self, ADW_TYPE_VIEW_STACK))),
        GTK_DIR_TAB_FORWARD);
    get_focus (self->window);
  }
}

static GtkWidget *
focus_last_row (Fixture *self)
{
  GtkWidget *row = gtk_widget_get_last_child (find (self, SL_TYPE_RANK_CHART));

  g_assert_true (gtk_widget_grab_focus (row));
  g_assert_true (get_focus (self->window) == row);

  return row;
}

/* The row with the focus is not among those that are left: another row has it then. */
static void
test_rows_go (Fixture *self, gconstpointer data)
{
  GtkWidget *chart = find (self, SL_TYPE_RANK_CHART);
  SlDecision *decision = harness_window_get_decision (self->window);
  const SlFact *fact = sl_catalogue_find_fact (sl_decision_get_catalogue (decision), "on_premises");
  GtkWidget *row = chart;

  while (row == chart || !g_str_equal (sl_rank_row_get_entry (SL_RANK_ROW (row))->id, "firebase"))
    row = row == chart ? gtk_widget_get_first_child (chart) : gtk_widget_get_next_sibling (row);
  g_assert_true (gtk_widget_grab_focus (row));
  sl_decision_set_fact (decision, fact, 1);
  g_assert_true (gtk_widget_get_parent (get_focus (self->window)) == chart);
  press (self->window, GDK_KEY_z, GDK_CONTROL_MASK);
  g_assert_true (gtk_widget_get_parent (get_focus (self->window)) == chart);

  for (guint board = SL_N_BOARDS; board-- > 0;) {
    focus_last_row (self);
    g_object_set (find (self, SL_TYPE_RANKING_PAGE), "board", board, NULL);
    g_assert_true (gtk_widget_get_parent (get_focus (self->window)) == chart);
  }

  focus_last_row (self);
  sl_rank_chart_set_filter (SL_RANK_CHART (chart), "python", NULL);
  sl_rank_chart_set_analysis (SL_RANK_CHART (chart), harness_window_get_analysis (self->window),
                              SL_BOARD_TECHNOLOGIES, NULL);
  g_assert_true (gtk_widget_get_parent (get_focus (self->window)) == chart);
}

/* It is built when it is first wanted, and lists have searches of their own. */
static GtkWidget *
find_search_entry (Fixture *self)
{
  return harness_find (find (self, SL_TYPE_RANKING_PAGE), GTK_TYPE_SEARCH_ENTRY);
}

/* Nobody is left to have it. */
static void
test_all_rows_go (Fixture *self, gconstpointer data)
{
  GtkEditable *entry;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.search", NULL);
  entry = GTK_EDITABLE (find_search_entry (self));
  focus_last_row (self);
  gtk_editable_set_text (entry, "no such thing");
  g_signal_emit_by_name (entry, "search-changed");
  get_focus (self->window);
}

static void
test_search (Fixture *self, gconstpointer data)
{
  for (int i = 0; i < 2; i++) {
    GtkWidget *entry;

    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.search", NULL);
    entry = find_search_entry (self);
    g_assert_true (gtk_widget_is_ancestor (get_focus (self->window), entry));
    if (i == 1)
      press (self->window, GDK_KEY_Tab, 0);
    press (self->window, GDK_KEY_Escape, 0);
    g_assert_false (gtk_widget_is_ancestor (get_focus (self->window), entry));
    g_assert_false (gtk_widget_get_mapped (entry));
  }
}

static void
test_undo (Fixture *self, gconstpointer data)
{
  GtkWidget *slider = GTK_WIDGET (harness_find_slider (self->window, "Performance"));

  gtk_widget_grab_focus (slider);
  harness_move_slider (self->window, "Performance", 10);
  press (self->window, GDK_KEY_z, GDK_CONTROL_MASK);
  g_assert_true (get_focus (self->window) == slider);
  press (self->window, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  g_assert_true (get_focus (self->window) == slider);
}

/* The slider does not take part while its share is locked, and is what Ctrl+Z is pressed on. */
static void
test_lock (Fixture *self, gconstpointer data)
{
  GtkWidget *row = harness_find_importance_row (self->window, "Performance");
  GtkWidget *slider = GTK_WIDGET (harness_find_slider (self->window, "Performance"));
  GtkWidget *lock = find_button (row, "changes-allow-symbolic");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (lock), TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (lock), FALSE);
  g_assert_true (gtk_widget_grab_focus (slider));
  press (self->window, GDK_KEY_z, GDK_CONTROL_MASK);
  g_assert_true (gtk_widget_is_ancestor (get_focus (self->window), row));
}

/* A button that has done all there is to do can't be pressed any more. */
static void
test_last_step (Fixture *self, gconstpointer data)
{
  GtkWidget *undo = find_button (GTK_WIDGET (self->window), "edit-undo-symbolic");

  harness_move_slider (self->window, "Performance", 10);
  g_assert_true (gtk_widget_grab_focus (undo));
  g_signal_emit_by_name (undo, "clicked");
  g_assert_true (get_focus (self->window) ==
                 find_button (GTK_WIDGET (self->window), "edit-redo-symbolic"));
}

/* The list of who is ruled out goes with its last one. */
static void
test_lists_go (Fixture *self, gconstpointer data)
{
  SlDecision *decision = harness_window_get_decision (self->window);
  g_autoptr (GPtrArray) lists =
      harness_list (find (self, SL_TYPE_RANKING_PAGE), ADW_TYPE_EXPANDER_ROW);

  sl_decision_set_fact (
      decision, sl_catalogue_find_fact (sl_decision_get_catalogue (decision), "on_premises"), 1);
  harness_settle (self->window);
  for (guint i = 0; i < lists->len; i++) {
    if (gtk_widget_get_mapped (g_ptr_array_index (lists, i)))
      adw_expander_row_set_expanded (g_ptr_array_index (lists, i), TRUE);
  }
  harness_settle (self->window);
  for (guint i = 0; i < lists->len; i++) {
    if (!gtk_widget_get_mapped (g_ptr_array_index (lists, i)))
      continue;
    gtk_widget_child_focus (g_ptr_array_index (lists, i), GTK_DIR_TAB_FORWARD);
    press (self->window, GDK_KEY_z, GDK_CONTROL_MASK);
    get_focus (self->window);
    press (self->window, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
    get_focus (self->window);
  }
}

/* ---- mnemonics ---- */

static gunichar
mnemonic_of (const char *label)
{
  const char *mark = strchr (label, '_');

  return mark != NULL ? g_unichar_tolower (g_utf8_get_char (mark + 1)) : 0;
}

/* Each item of a menu has a letter, and none has that of another. */
static void
check_menu (GMenuModel *menu, GHashTable *letters)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++) {
    g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
    g_autofree char *label = NULL;
    gunichar letter;

    if (section != NULL) {
      check_menu (section, letters);
      continue;
    }
    g_assert_true (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label));
    letter = mnemonic_of (label);
    if (letter == 0 || !g_hash_table_add (letters, GUINT_TO_POINTER (letter)))
      g_error ("the letter of «%s» is missing or another's", label);
  }
}

static void
test_menus (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) buttons = harness_list (GTK_WIDGET (self->window), GTK_TYPE_MENU_BUTTON);
  guint n_menus = 0;

  for (guint i = 0; i < buttons->len; i++) {
    g_autoptr (GHashTable) letters = g_hash_table_new (NULL, NULL);
    GtkMenuButton *button = g_ptr_array_index (buttons, i);
    GMenuModel *menu;

    gtk_menu_button_popup (button);
    menu = gtk_menu_button_get_menu_model (button);
    if (menu != NULL) {
      check_menu (menu, letters);
      n_menus++;
    }
    gtk_menu_button_popdown (button);
  }
  g_assert_cmpuint (n_menus, >=, 2);
}

/* Of the window and of each of its dialogs: two buttons with one letter would have to be pressed in
 * turn. */
static void
check_mnemonics (GtkWidget *root)
{
  g_autoptr (GPtrArray) labels = harness_list (root, GTK_TYPE_LABEL);
  g_autoptr (GHashTable) letters = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < labels->len; i++) {
    GtkLabel *label = g_ptr_array_index (labels, i);
    guint key = gtk_label_get_mnemonic_keyval (label);

    if (key == GDK_KEY_VoidSymbol || !gtk_widget_get_mapped (GTK_WIDGET (label)))
      continue;
    if (!g_hash_table_add (letters, GUINT_TO_POINTER (gdk_keyval_to_lower (key))))
      g_error ("the letter of «%s» is another's", gtk_label_get_label (label));
  }
}

static void
test_mnemonics (Fixture *self, gconstpointer data)
{
  static const char *const dialogs[] = { "win.report", "win.order", "win.pairwise", "win.decision",
                                         "win.snapshots" };

  check_mnemonics (GTK_WIDGET (self->window));
  for (gsize i = 0; i < G_N_ELEMENTS (dialogs); i++) {
    gtk_widget_activate_action (GTK_WIDGET (self->window), dialogs[i], NULL);
    harness_settle (self->window);
    check_mnemonics (GTK_WIDGET (harness_window_get_dialog (self->window)));
    adw_dialog_force_close (harness_window_get_dialog (self->window));
    harness_settle (self->window);
  }
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

  g_test_add_func ("/keyboard/start", test_start);
  add ("/keyboard/pages", test_pages);
  add ("/keyboard/alternative", test_alternative);
  add ("/keyboard/reading", test_reading);
  add ("/keyboard/dialogs", test_dialogs);
  add ("/keyboard/preview", test_preview);
  add ("/keyboard/narrow", test_narrow);
  add ("/keyboard/turn", test_turn);
  add ("/keyboard/rows-go", test_rows_go);
  add ("/keyboard/all-rows-go", test_all_rows_go);
  add ("/keyboard/search", test_search);
  add ("/keyboard/undo", test_undo);
  add ("/keyboard/lock", test_lock);
  add ("/keyboard/last-step", test_last_step);
  add ("/keyboard/lists-go", test_lists_go);
  add ("/keyboard/menus", test_menus);
  add ("/keyboard/mnemonics", test_mnemonics);
  status = g_test_run ();
  g_clear_object (&application);

  return status;
}
