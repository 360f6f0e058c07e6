/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How sure the ranking is, where the window tells of it: the page, the sliders and an alternative's
 * page. */

#include "config.h"

#include "harness.h"

#include "app/alternative-page.h"
#include "app/band-strip.h"
#include "app/places-row.h"
#include "app/range-row.h"
#include "app/ranking-page.h"
#include "app/robustness-controls.h"
#include "app/robustness-page.h"

#include "analysis/certainty.h"

#include <string.h>

#define BOARD SL_BOARD_TECHNOLOGIES

typedef struct {
  SlWindow *window;
  SlDecision *decision; /* borrowed */
} Fixture;

static SlApplication *application;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->window = harness_window_new (application, 1280, 800);
  self->decision = harness_window_get_decision (self->window);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  harness_window_free (self->window);
}

static gboolean
is_complete (Fixture *self)
{
  SlAnalysis *analysis = harness_window_get_analysis (self->window);
  const SlRobustness *robustness = sl_analysis_get_robustness (analysis, BOARD);

  return robustness != NULL && robustness->complete &&
         sl_analysis_get_sensitivity (analysis, BOARD) != NULL;
}

/* All of it, and shown. */
static SlAnalysis *
wait_for_analysis (Fixture *self)
{
  harness_wait_for (is_complete (self));
  harness_settle (self->window);

  return sl_analysis_ref (harness_window_get_analysis (self->window));
}

static GtkWidget *
open_page (Fixture *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.robustness", NULL);

  return harness_find (GTK_WIDGET (self->window), SL_TYPE_ROBUSTNESS_PAGE);
}

static gboolean
says (GtkWidget *root, const char *text)
{
  GtkWidget *label = harness_find_saying (root, GTK_TYPE_LABEL, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static GtkDropDown *
find_drop_down (GtkWidget *page, guint i)
{
  g_autoptr (GPtrArray) list = harness_list (page, GTK_TYPE_DROP_DOWN);

  g_assert_cmpuint (list->len, ==, 3);

  return g_ptr_array_index (list, i);
}

/* ---- the page ---- */

static void
test_verdict (Fixture *self, gconstpointer data)
{
  GtkWidget *page = open_page (self);
  g_autoptr (SlAnalysis) analysis = wait_for_analysis (self);
  g_autofree char *basis = sl_analysis_describe_certainty (analysis, BOARD);
  g_autofree char *shares = sl_analysis_describe_shares (analysis, BOARD);
  g_autofree char *band = sl_analysis_describe_nearest_band (analysis, BOARD);
  g_autofree char *doubt = sl_analysis_describe_doubt (analysis, BOARD);
  SlCertainty certainty;

  g_assert_true (sl_analysis_get_certainty (analysis, BOARD, &certainty));
  g_assert_true (says (page, sl_certainty_get_name (certainty)));
  g_assert_true (says (page, basis));
  g_assert_true (says (page, shares));
  g_assert_true (says (page, band));
  g_assert_true (says (page, doubt));
  g_assert_true (says (page, "10000 trials, seed 1"));
}

/* Every row of the map is read with the places that were taken. */
static void
test_places (Fixture *self, gconstpointer data)
{
  GtkWidget *page = open_page (self);
  g_autoptr (SlAnalysis) analysis = wait_for_analysis (self);
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, BOARD);
  const SlRobustness *robustness = sl_analysis_get_robustness (analysis, BOARD);
  g_autoptr (GPtrArray) rows = NULL;

  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (harness_find_saying (page, GTK_TYPE_TOGGLE_BUTTON, "Show All")), TRUE);
  harness_settle (self->window);
  rows = harness_list (page, SL_TYPE_PLACES_ROW);
  /* One is the head. */
  g_assert_cmpuint (rows->len, ==, ranking->n_ranked + 1);
  for (guint i = 0; i < ranking->n_ranked; i++) {
    GtkWidget *row = g_ptr_array_index (rows, i + 1);
    g_autofree char *places = sl_robustness_describe_places (robustness, i);

    gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                         ranking->entries[i].name);
    gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, places);
  }
}

/* The weights that decide come first, then the values in doubt. */
static void
test_ranges (Fixture *self, gconstpointer data)
{
  GtkWidget *page = open_page (self);
  g_autoptr (SlAnalysis) analysis = wait_for_analysis (self);
  g_autoptr (GArray) limits = sl_analysis_list_limits (analysis, BOARD);
  const SlSensitivity *sensitivity = sl_analysis_get_sensitivity (analysis, BOARD);
  const SlLimit *nearest = &g_array_index (limits, SlLimit, 0);
  const SlDoubt *doubt = &sensitivity->doubts[0];
  g_autoptr (GPtrArray) rows = harness_list (page, SL_TYPE_RANGE_ROW);
  g_autofree char *title =
      g_strdup_printf ("%s of %s", doubt->criterion->name, doubt->alternative->name);
  g_autofree char *text =
      sl_doubt_describe (doubt, sl_ranking_get_first (sl_analysis_get_ranking (analysis, BOARD)));
  guint n_limits = MIN (limits->len, 16);

  g_assert_cmpuint (limits->len, >, 0);
  g_assert_cmpuint (rows->len, ==, n_limits + MIN (sensitivity->n_doubts, 10));
  gtk_test_accessible_assert_property (
      GTK_WIDGET (g_ptr_array_index (rows, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL,
      nearest->criterion != NULL ? nearest->criterion->name : nearest->pillar->name);
  gtk_test_accessible_assert_property (GTK_WIDGET (g_ptr_array_index (rows, n_limits)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, title);
  gtk_test_accessible_assert_property (GTK_WIDGET (g_ptr_array_index (rows, n_limits)),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text);
}

/* Each weight from nothing to all of it, with today's first where it is now. */
static void
test_reigns (Fixture *self, gconstpointer data)
{
  GtkWidget *page = open_page (self);
  g_autoptr (SlAnalysis) analysis = wait_for_analysis (self);
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, BOARD);
  const SlSensitivity *sensitivity = sl_analysis_get_sensitivity (analysis, BOARD);
  GtkWidget *list =
      harness_find_saying (page, ADW_TYPE_EXPANDER_ROW, "Who Is First Along Each Weight");

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (list), TRUE);
  harness_settle (self->window);
  for (guint j = 0; j < ranking->n_criteria; j++) {
    g_autofree char *text = sl_reigns_describe (sensitivity->reigns[j]);

    g_assert_true (says (list, text));
    g_assert_nonnull (strstr (text, sl_ranking_get_first (ranking)->name));
  }
}

static void
test_challengers (Fixture *self, gconstpointer data)
{
  GtkWidget *page = open_page (self);
  g_autoptr (SlAnalysis) analysis = wait_for_analysis (self);
  const SlSensitivity *sensitivity = sl_analysis_get_sensitivity (analysis, BOARD);

  g_assert_cmpuint (sensitivity->n_challengers, >, 0);
  g_assert_true (says (page, sensitivity->challengers[0].text));
}

/* What is chosen is an edit like any other, and leads to other numbers. */
static void
test_controls (Fixture *self, gconstpointer data)
{
  GtkWidget *page = open_page (self);
  g_autoptr (SlAnalysis) before = wait_for_analysis (self);
  g_autoptr (SlAnalysis) after = NULL;
  const SlRobustnessSettings *settings;

  gtk_drop_down_set_selected (find_drop_down (page, 0), SL_WEIGHT_SPACE_ANY);
  gtk_drop_down_set_selected (find_drop_down (page, 2), 0);
  settings = &sl_decision_get_requirements (self->decision)->robustness;
  g_assert_cmpint (settings->space, ==, SL_WEIGHT_SPACE_ANY);
  g_assert_cmpuint (settings->samples, ==, 1000);
  after = wait_for_analysis (self);
  g_assert_true (says (page, "1000 trials, seed 1"));
  /* Nobody asks how sure the sliders are if they do not count. */
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (find_drop_down (page, 1))));
  g_assert_cmpfloat (sl_analysis_get_robustness (before, BOARD)->first_shares[0], !=,
                     sl_analysis_get_robustness (after, BOARD)->first_shares[0]);

  sl_decision_undo (self->decision);
  sl_decision_undo (self->decision);
  g_assert_false (sl_decision_get_can_undo (self->decision));
  g_assert_cmpuint (gtk_drop_down_get_selected (find_drop_down (page, 0)), ==,
                    SL_WEIGHT_SPACE_AROUND);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (find_drop_down (page, 1))));
}

/* Numbers that are not on the lists are on them as long as they are the decision's. */
static void
test_other_settings (Fixture *self, gconstpointer data)
{
  GtkWidget *page = open_page (self);
  SlRobustnessSettings settings = { SL_WEIGHT_SPACE_AROUND, 42, 1234, 7 };
  GtkDropDown *confidence = find_drop_down (page, 1);
  GtkDropDown *samples = find_drop_down (page, 2);

  sl_decision_set_robustness (self->decision, &settings);
  g_assert_cmpstr (gtk_string_object_get_string (gtk_drop_down_get_selected_item (confidence)), ==,
                   "Custom (42)");
  g_assert_cmpstr (gtk_string_object_get_string (gtk_drop_down_get_selected_item (samples)), ==,
                   "1234");
  gtk_drop_down_set_selected (confidence, 0);
  g_assert_cmpfloat (sl_decision_get_requirements (self->decision)->robustness.confidence, ==,
                     1000);
  g_assert_cmpuint (sl_decision_get_requirements (self->decision)->robustness.samples, ==, 1234);
  g_assert_cmpuint (sl_decision_get_requirements (self->decision)->robustness.seed, ==, 7);
}

static void
test_nobody (Fixture *self, gconstpointer data)
{
  GtkWidget *page = open_page (self);
  const GPtrArray *pillars = sl_catalogue_get_pillars (sl_decision_get_catalogue (self->decision));

  for (guint i = 0; i < pillars->len; i++)
    sl_decision_set_pillar_minimum (self->decision, g_ptr_array_index (pillars, i), 100);
  harness_settle (self->window);
  g_assert_true (says (page, "No alternative meets the requirements"));
  g_assert_false (says (page, "How Often Each Takes Each Place"));
  g_assert_false (says (page, "How Far Each Weight May Move"));
  g_assert_false (says (page, "What Would Put Another First"));
}

/* By some methods a minimum may end a band sooner than the weights say; then the page tells. */
static void
test_minimum (Fixture *self, gconstpointer data)
{
  const char *warning = "The minimum of a pillar may rule somebody out before an end is reached.";
  GtkWidget *page = open_page (self);
  GtkWidget *note = harness_find_saying (page, GTK_TYPE_LABEL, "How Far Each Weight May Move");

  note = gtk_widget_get_next_sibling (note);
  g_assert_null (strstr (gtk_label_get_text (GTK_LABEL (note)), warning));
  sl_decision_set_pillar_minimum (
      self->decision,
      g_ptr_array_index (sl_catalogue_get_pillars (sl_decision_get_catalogue (self->decision)), 0),
      10);
  harness_settle (self->window);
  g_assert_null (strstr (gtk_label_get_text (GTK_LABEL (note)), warning));
  harness_wait_for (says (page, "Other weights inside a pillar may also change who reaches its "
                                "minimum; that is not looked at here."));
  sl_decision_set_method (self->decision, SL_METHOD_PROMETHEE);
  harness_wait_for (sl_analysis_get_bands (harness_window_get_analysis (self->window), BOARD) !=
                    NULL);
  harness_settle (self->window);
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (note)), warning));
}

/* Text of twice the size still fits the narrowest window. */
static void
test_large_text (Fixture *self, gconstpointer data)
{
  GtkWidget *page = open_page (self);
  int width;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
  harness_settle (self->window);
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * PANGO_SCALE, NULL);
  g_assert_cmpint (width, <=, 360);
}

/* ---- sliders ---- */

/* Each says who takes over where; moving it past that point makes it so. */
static void
test_bands (Fixture *self, gconstpointer data)
{
  g_autoptr (SlAnalysis) analysis = sl_analysis_ref (harness_window_get_analysis (self->window));
  const SlBands *bands = sl_analysis_get_bands (analysis, BOARD);
  const SlEntry *first = sl_ranking_get_first (sl_analysis_get_ranking (analysis, BOARD));
  const GPtrArray *pillars = sl_catalogue_get_pillars (sl_decision_get_catalogue (self->decision));
  guint n_moved = 0;

  for (guint i = 0; i < pillars->len; i++) {
    const SlPillar *pillar = g_ptr_array_index (pillars, i);
    const SlSliderBand *band = &bands->pillar_sliders[i];
    GtkRange *slider = harness_find_slider (self->window, pillar->name);
    g_autofree char *text = sl_slider_band_describe (band, first);

    g_assert_nonnull (text);
    gtk_test_accessible_assert_property (GTK_WIDGET (slider), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                         text);
    if (band->high_challenger == NULL || band->high > 9.8)
      continue;
    harness_move_slider (self->window, pillar->name, band->high + 0.1);
    g_assert_cmpstr (sl_ranking_get_first (sl_analysis_get_ranking (
                                               harness_window_get_analysis (self->window), BOARD))
                         ->id,
                     ==, band->high_challenger->id);
    sl_decision_undo (self->decision);
    n_moved++;
  }
  g_assert_cmpuint (n_moved, >, 0);
}

/* A method whose bands take long has them once they are known. */
static void
test_late_bands (Fixture *self, gconstpointer data)
{
  const SlPillar *pillar =
      g_ptr_array_index (sl_catalogue_get_pillars (sl_decision_get_catalogue (self->decision)), 0);
  GtkRange *slider = harness_find_slider (self->window, pillar->name);
  g_autoptr (SlAnalysis) analysis = NULL;
  g_autofree char *text = NULL;

  sl_decision_set_method (self->decision, SL_METHOD_TOPSIS);
  harness_turn ();
  analysis = wait_for_analysis (self);
  text = sl_slider_band_describe (
      &sl_analysis_get_bands (analysis, BOARD)->pillar_sliders[pillar->index],
      sl_ranking_get_first (sl_analysis_get_ranking (analysis, BOARD)));
  gtk_test_accessible_assert_property (GTK_WIDGET (slider), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       text);
}

/* ---- an alternative's page ---- */

static void
open_alternative (Fixture *self, guint place)
{
  const SlRanking *ranking =
      sl_analysis_get_ranking (harness_window_get_analysis (self->window), BOARD);

  g_signal_emit_by_name (harness_find (GTK_WIDGET (self->window), SL_TYPE_RANKING_PAGE),
                         "activated", ranking->entries[place].id);
  harness_settle (self->window);
}

/* What is still being found when the page is opened comes by itself. */
static void
test_alternative (Fixture *self, gconstpointer data)
{
  g_autoptr (SlAnalysis) analysis = NULL;
  g_autofree char *place = NULL;
  GtkWidget *page;

  open_alternative (self, 1);
  page = harness_find (GTK_WIDGET (self->window), SL_TYPE_ALTERNATIVE_PAGE);
  analysis = wait_for_analysis (self);
  place = sl_robustness_describe_place (sl_analysis_get_robustness (analysis, BOARD), 1);
  g_assert_true (says (page, place));
  g_assert_true (
      says (page, sl_sensitivity_find (sl_analysis_get_sensitivity (analysis, BOARD),
                                       &sl_analysis_get_ranking (analysis, BOARD)->entries[1])
                      ->text));
}

static void
test_first_alternative (Fixture *self, gconstpointer data)
{
  g_autoptr (SlAnalysis) analysis = wait_for_analysis (self);
  g_autofree char *band = sl_analysis_describe_nearest_band (analysis, BOARD);

  open_alternative (self, 0);
  g_assert_true (says (harness_find (GTK_WIDGET (self->window), SL_TYPE_ALTERNATIVE_PAGE), band));
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

  add ("/robustness/verdict", test_verdict);
  add ("/robustness/places", test_places);
  add ("/robustness/ranges", test_ranges);
  add ("/robustness/reigns", test_reigns);
  add ("/robustness/challengers", test_challengers);
  add ("/robustness/controls", test_controls);
  add ("/robustness/other-settings", test_other_settings);
  add ("/robustness/nobody", test_nobody);
  add ("/robustness/minimum", test_minimum);
  add ("/robustness/large-text", test_large_text);
  add ("/robustness/bands", test_bands);
  add ("/robustness/late-bands", test_late_bands);
  add ("/robustness/alternative", test_alternative);
  add ("/robustness/first-alternative", test_first_alternative);

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
