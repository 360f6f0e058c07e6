/* SPDX-License-Identifier: GPL-3.0-or-later */

/* screenshots FOLDER [NAME...]: takes the pictures of the window, all or those of these names.
 * FOLDER/NAME.png is a window alone; FOLDER/store/NAME.png a smaller one with its shadow, as
 * software centres ask for. The pictures are rendered from what the widgets draw rather than
 * grabbed from the screen, so that corners and shadow are there without a window manager. */

#include "config.h"

#include "harness.h"

#include "app/ranking-page.h"

#include "analysis/robustness.h"
#include "analysis/sensitivity.h"

#include <glib/gstdio.h>

/* Of libadwaita's windows. */
#define CORNER_RADIUS 15
#define SHADOW_MARGIN 40
#define FONT_FAMILY "Cantarell"
#define FONT_SIZE 11

typedef void (*Prepare) (SlWindow *window);

typedef struct {
  const char *name; /* of the file, less its suffix */
  int width;
  int height;
  gboolean dark;
  gboolean store;  /* also in a size for software centres */
  Prepare prepare; /* NULL: as it starts */
  gboolean right_to_left;
  gboolean large_text; /* twice as large */
  gboolean high_contrast;
  const char *accent; /* one of libadwaita's colours; NULL: the usual one */
} Picture;

/* ---- what is in the pictures ---- */

static void
apply_profile (SlWindow *window, const char *id)
{
  SlDecision *decision = harness_window_get_decision (window);
  const SlProfile *profile = sl_catalogue_find_profile (sl_decision_get_catalogue (decision), id);

  g_assert_nonnull (profile);
  sl_decision_set_title (decision, "Payments platform 2027");
  sl_decision_apply_profile (decision, profile);
  sl_decision_mark_saved (decision);
}

static gboolean
is_certain (SlWindow *window)
{
  SlBoard board = sl_ranking_page_get_board (
      SL_RANKING_PAGE (harness_find (GTK_WIDGET (window), SL_TYPE_RANKING_PAGE)));
  SlAnalysis *analysis = harness_window_get_analysis (window);
  const SlRobustness *robustness = sl_analysis_get_robustness (analysis, board);

  return robustness != NULL && robustness->complete &&
         sl_analysis_get_sensitivity (analysis, board) != NULL;
}

/* With all that it knows once the trials have been made. */
static void
show_ranking (SlWindow *window)
{
  apply_profile (window, "ai-saas");
  harness_wait_for (is_certain (window));
}

static void
show_robustness (SlWindow *window)
{
  apply_profile (window, "ai-saas");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.robustness", NULL);
  harness_wait_for (is_certain (window));
}

static void
scroll_to (SlWindow *window, GtkWidget *widget)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  graphene_rect_t bounds;

  harness_settle (window);
  g_assert_true (gtk_widget_compute_bounds (widget, scrolled, &bounds));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + bounds.origin.y -
                                            gtk_widget_get_height (scrolled) / 3.0);
}

static void
show_limits (SlWindow *window)
{
  show_robustness (window);
  scroll_to (window, harness_find_saying (GTK_WIDGET (window), GTK_TYPE_LABEL,
                                          "How Far Each Weight May Move"));
}

static void
show_challengers (SlWindow *window)
{
  show_robustness (window);
  scroll_to (window, harness_find_saying (GTK_WIDGET (window), GTK_TYPE_LABEL,
                                          "What Would Put Another First"));
}

static void
show_alternative (SlWindow *window)
{
  const SlEntry *first;

  apply_profile (window, "ai-saas");
  first = sl_ranking_get_first (
      sl_analysis_get_ranking (harness_window_get_analysis (window), SL_BOARD_TECHNOLOGIES));
  g_assert_nonnull (first);
  g_signal_emit_by_name (harness_find (GTK_WIDGET (window), SL_TYPE_RANKING_PAGE), "activated",
                         first->id);
}

static void
open_lists (GtkWidget *page)
{
  g_autoptr (GPtrArray) lists = harness_list (page, ADW_TYPE_EXPANDER_ROW);

  for (guint i = 0; i < lists->len; i++)
    adw_expander_row_set_expanded (g_ptr_array_index (lists, i), TRUE);
}

static void
show_pinned (SlWindow *window)
{
  apply_profile (window, "ai-saas");
  g_object_set (window, "pinned", TRUE, NULL);
  harness_move_slider (window, "AI and data", 3);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
}

static void
show_presentation (SlWindow *window)
{
  apply_profile (window, "ai-saas");
  g_object_set (window, "presenting", TRUE, NULL);
}

static void
show_help (SlWindow *window)
{
  apply_profile (window, "ai-saas");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.help", NULL);
}

static void
show_preferences (SlWindow *window)
{
  apply_profile (window, "ai-saas");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.preferences", NULL);
}

static void
show_comparison (SlWindow *window)
{
  apply_profile (window, "ai-saas");
  adw_view_stack_set_visible_child_name (
      ADW_VIEW_STACK (harness_find (GTK_WIDGET (window), ADW_TYPE_VIEW_STACK)), "compare");
}

static void
show_pairings (SlWindow *window)
{
  GtkWidget *page = harness_find (GTK_WIDGET (window), SL_TYPE_RANKING_PAGE);

  apply_profile (window, "public-sector-on-premises");
  g_object_set (page, "board", SL_BOARD_PAIRINGS, NULL);
  open_lists (page);
  scroll_to (window, harness_find (page, ADW_TYPE_EXPANDER_ROW));
}

static void
show_report (SlWindow *window)
{
  GtkWidget *picture;

  apply_profile (window, "ai-saas");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.report", NULL);
  harness_wait_for (harness_window_get_dialog (window) != NULL);
  /* The page is painted in a thread. */
  picture = harness_find (GTK_WIDGET (harness_window_get_dialog (window)), GTK_TYPE_PICTURE);
  harness_wait_for (gtk_picture_get_paintable (GTK_PICTURE (picture)) != NULL);
}

/* Three people, of whom each has one favourite pillar. */
static void
show_people (SlWindow *window)
{
  static const char *const names[] = { "Ana Silva", "Bo Lindqvist", "Chiamaka Okafor", "Dmitri" };
  SlDecision *decision = harness_window_get_decision (window);
  const GPtrArray *pillars;

  apply_profile (window, "ai-saas");
  pillars = sl_catalogue_get_pillars (sl_decision_get_catalogue (decision));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    sl_decision_add_participant (decision, names[i]);
    if (i < 3)
      sl_decision_set_participant_pillar_importance (decision, i,
                                                     g_ptr_array_index (pillars, 2 * i), 10);
    if (i == 2)
      sl_decision_set_participant_pillar_importance (decision, i, g_ptr_array_index (pillars, 2),
                                                     1);
  }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.people", NULL);
}

static void
show_people_revealed (SlWindow *window)
{
  GtkWidget *button;

  show_people (window);
  button = harness_find_saying (GTK_WIDGET (window), GTK_TYPE_TOGGLE_BUTTON, "Reveal");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

static void
show_people_differences (SlWindow *window)
{
  show_people_revealed (window);
  scroll_to (window,
             harness_find_saying (GTK_WIDGET (window), GTK_TYPE_LABEL, "Where They Differ"));
}

static void
show_weights (SlWindow *window)
{
  show_people (window);
  harness_settle (window);
  gtk_widget_activate (harness_find_saying (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Weights…"));
  harness_wait_for (harness_window_get_dialog (window) != NULL);
}

static void
show_order (SlWindow *window)
{
  apply_profile (window, "ai-saas");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.order", NULL);
}

static void
show_pairs (SlWindow *window)
{
  apply_profile (window, "ai-saas");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.pairwise", NULL);
}

static void
show_shortcuts (SlWindow *window)
{
  apply_profile (window, "ai-saas");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.shortcuts", NULL);
}

static const Picture pictures[] = {
  { "start", 1280, 800, FALSE, TRUE, NULL },
  { "start-narrow", 360, 720, TRUE, FALSE, NULL },
  { "ranking", 1280, 800, FALSE, TRUE, show_ranking },
  { "ranking-dark", 1280, 800, TRUE, TRUE, show_ranking },
  { "pairings", 1280, 800, FALSE, TRUE, show_pairings },
  { "alternative", 1280, 800, FALSE, TRUE, show_alternative },
  { "ranking-1000", 1000, 700, FALSE, FALSE, show_ranking },
  { "ranking-1160", 1160, 700, FALSE, FALSE, show_ranking },
  { "ranking-560", 560, 700, FALSE, FALSE, show_ranking },
  { "ranking-700", 700, 700, FALSE, FALSE, show_ranking },
  { "ranking-860", 860, 800, FALSE, FALSE, show_ranking },
  { "ranking-860-dark", 860, 800, TRUE, FALSE, show_ranking },
  { "ranking-550", 550, 800, FALSE, FALSE, show_ranking },
  { "ranking-550-dark", 550, 800, TRUE, FALSE, show_ranking },
  { "narrow", 360, 720, FALSE, FALSE, show_ranking },
  { "narrow-dark", 360, 720, TRUE, FALSE, show_ranking },
  { "smallest", 360, 294, FALSE, FALSE, show_ranking },
  { "right-to-left", 1280, 800, FALSE, FALSE, show_ranking, .right_to_left = TRUE },
  { "right-to-left-compare", 1280, 800, FALSE, FALSE, show_comparison, .right_to_left = TRUE },
  { "large-text", 1280, 800, FALSE, FALSE, show_ranking, .large_text = TRUE },
  { "large-text-narrow", 360, 720, FALSE, FALSE, show_ranking, .large_text = TRUE },
  { "help", 1280, 800, FALSE, FALSE, show_help },
  { "preferences", 1280, 800, FALSE, FALSE, show_preferences },
  { "compare", 1280, 800, FALSE, FALSE, show_comparison },
  { "compare-narrow", 360, 1400, TRUE, FALSE, show_comparison },
  { "robustness", 1280, 800, FALSE, TRUE, show_robustness },
  { "robustness-weights", 1280, 800, TRUE, FALSE, show_limits },
  { "robustness-challengers", 1280, 800, FALSE, FALSE, show_challengers },
  { "robustness-narrow", 360, 720, FALSE, FALSE, show_limits },
  { "people", 1280, 800, FALSE, FALSE, show_people },
  { "people-revealed", 1280, 800, FALSE, FALSE, show_people_revealed },
  { "people-differences", 1280, 800, TRUE, FALSE, show_people_differences },
  { "people-narrow", 360, 720, FALSE, FALSE, show_people_revealed },
  { "weights", 1280, 800, FALSE, FALSE, show_weights },
  { "weights-narrow", 360, 720, TRUE, FALSE, show_weights },
  { "pinned", 1280, 800, FALSE, FALSE, show_pinned },
  { "presenting", 1280, 800, FALSE, FALSE, show_presentation },
  { "order", 1280, 800, FALSE, FALSE, show_order },
  { "pairs", 1280, 800, FALSE, FALSE, show_pairs },
  { "report", 1280, 800, FALSE, FALSE, show_report },
  { "large-text-alternative", 1280, 800, FALSE, FALSE, show_alternative, .large_text = TRUE },
  { "large-text-compare", 1280, 800, FALSE, FALSE, show_comparison, .large_text = TRUE },
  { "large-text-robustness", 1280, 800, FALSE, FALSE, show_limits, .large_text = TRUE },
  { "large-text-report", 1280, 800, FALSE, FALSE, show_report, .large_text = TRUE },
  { "large-text-preferences", 1280, 800, FALSE, FALSE, show_preferences, .large_text = TRUE },
  { "large-text-order", 1280, 800, FALSE, FALSE, show_order, .large_text = TRUE },
  { "large-text-pairs", 1280, 800, FALSE, FALSE, show_pairs, .large_text = TRUE },
  { "large-text-shortcuts", 1280, 800, FALSE, FALSE, show_shortcuts, .large_text = TRUE },
  { "right-to-left-alternative", 1280, 800, FALSE, FALSE, show_alternative, .right_to_left = TRUE },
  { "right-to-left-robustness", 1280, 800, FALSE, FALSE, show_limits, .right_to_left = TRUE },
  { "right-to-left-order", 1280, 800, FALSE, FALSE, show_order, .right_to_left = TRUE },
  { "right-to-left-pairs", 1280, 800, FALSE, FALSE, show_pairs, .right_to_left = TRUE },
  { "right-to-left-report", 1280, 800, FALSE, FALSE, show_report, .right_to_left = TRUE },
  { "contrast", 1280, 800, FALSE, FALSE, show_ranking, .high_contrast = TRUE },
  { "contrast-dark", 1280, 800, TRUE, FALSE, show_ranking, .high_contrast = TRUE },
  { "contrast-compare", 1280, 800, FALSE, FALSE, show_comparison, .high_contrast = TRUE },
  { "contrast-robustness", 1280, 800, TRUE, FALSE, show_limits, .high_contrast = TRUE },
  { "accent-orange", 1280, 800, FALSE, FALSE, show_robustness, .accent = "orange" },
  { "accent-purple", 1280, 800, TRUE, FALSE, show_limits, .accent = "purple" },
  { "smallest-alternative", 360, 294, FALSE, FALSE, show_alternative },
  { "smallest-compare", 360, 294, FALSE, FALSE, show_comparison },
  { "smallest-robustness", 360, 294, FALSE, FALSE, show_limits },
  { "smallest-report", 360, 294, FALSE, FALSE, show_report },
  { "smallest-preferences", 360, 294, FALSE, FALSE, show_preferences },
  { "smallest-order", 360, 294, FALSE, FALSE, show_order },
  { "smallest-pairs", 360, 294, FALSE, FALSE, show_pairs },
  { "smallest-shortcuts", 360, 294, FALSE, FALSE, show_shortcuts },
};

/* ---- taking them ---- */

/* The shadow of a window of libadwaita that has the focus. */
static void
append_shadow (GtkSnapshot *snapshot, const GskRoundedRect *outline)
{
  gtk_snapshot_append_outset_shadow (snapshot, outline, &(GdkRGBA) { 0, 0, 0, 0.06f }, 0, 1, 2, 4);
  gtk_snapshot_append_outset_shadow (snapshot, outline, &(GdkRGBA) { 0, 0, 0, 0.16f }, 0, 4, 0, 24);
  gtk_snapshot_append_outset_shadow (snapshot, outline, &(GdkRGBA) { 0, 0, 0, 0.10f }, 0, 0, 1, 0);
}

static GskRenderNode *
draw (GtkWidget *window, float margin)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  float width = (float) gtk_widget_get_width (window);
  float height = (float) gtk_widget_get_height (window);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (margin, margin, width, height),
                                   CORNER_RADIUS);
  /* Clear, but it makes the picture as large as it is to be. */
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 0, 0, 0, 0 },
                             &GRAPHENE_RECT_INIT (0, 0, width + 2 * margin, height + 2 * margin));
  if (margin > 0)
    append_shadow (snapshot, &outline);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (margin, margin));
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  gtk_snapshot_pop (snapshot);

  return gtk_snapshot_to_node (snapshot);
}

static void
save (SlWindow *window, float margin, const char *folder, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GskRenderNode) node = draw (GTK_WIDGET (window), margin);
  g_autoptr (GdkTexture) texture = gsk_renderer_render_texture (
      gtk_native_get_renderer (GTK_NATIVE (window)), node,
      &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (window)) + 2 * margin,
                           (float) gtk_widget_get_height (GTK_WIDGET (window)) + 2 * margin));

  g_mkdir_with_parents (folder, 0755);
  if (!gdk_texture_save_to_png (texture, path))
    g_error ("%s: cannot be written", path);
  g_print ("%s\n", path);
}

static void
take (SlApplication *application,
      const Picture *picture,
      int width,
      int height,
      float margin,
      const char *folder)
{
  SlWindow *window = picture->prepare != NULL
                         ? harness_window_new (application, width, height)
                         : harness_window_new_at_start (application, width, height);

  /* Without a compositor a window has a frame instead of a shadow. */
  gtk_widget_remove_css_class (GTK_WIDGET (window), "solid-csd");
  /* The ring of the focus belongs to whoever uses the keyboard. */
  gtk_window_set_focus_visible (GTK_WINDOW (window), FALSE);
  if (picture->prepare != NULL)
    picture->prepare (window);
  harness_settle (window);
  save (window, margin, folder, picture->name);
  harness_window_free (window);
}

/* What GNOME has. */
static void
use_settings (void)
{
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  g_autofree char *font = g_strdup_printf ("%s %d", FONT_FAMILY, FONT_SIZE);

  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", ":close", NULL);
  if (pango_font_map_get_family (map, FONT_FAMILY) == NULL) {
    g_printerr ("The font %s is not here; the pictures have another one.\n", FONT_FAMILY);
    return;
  }
  g_object_set (gtk_settings_get_default (), "gtk-font-name", font, NULL);
}

static gboolean
is_wanted (const char *name, char **names)
{
  return names[0] == NULL || g_strv_contains ((const char *const *) names, name);
}

/* Contrast and accent are what libadwaita finds when it starts: such a picture is taken by a
 * program of its own. */
static gboolean
needs_program (const Picture *picture)
{
  return (picture->high_contrast && g_getenv ("ADW_DEBUG_HIGH_CONTRAST") == NULL) ||
         (picture->accent != NULL && g_getenv ("ADW_DEBUG_ACCENT_COLOR") == NULL);
}

static void
take_elsewhere (const char *program, const Picture *picture, const char *folder)
{
  const char *const arguments[] = { program, folder, picture->name, NULL };
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;

  if (picture->high_contrast)
    g_subprocess_launcher_setenv (launcher, "ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  if (picture->accent != NULL)
    g_subprocess_launcher_setenv (launcher, "ADW_DEBUG_ACCENT_COLOR", picture->accent, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, arguments, &error);
  if (process == NULL || !g_subprocess_wait_check (process, NULL, &error))
    g_error ("%s: %s", picture->name, error->message);
}

static void
use_style (const Picture *picture)
{
  gtk_widget_set_default_direction (picture->right_to_left ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi",
                (picture->large_text ? 2 : 1) * 96 * PANGO_SCALE, NULL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      picture->dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                    : ADW_COLOR_SCHEME_FORCE_LIGHT);
}

int
main (int argc, char **argv)
{
  g_autoptr (SlApplication) application = NULL;
  g_autofree char *store = NULL;

  if (argc < 2) {
    g_printerr ("usage: screenshots FOLDER [NAME...]\n");
    return 2;
  }

  store = g_build_filename (argv[1], "store", NULL);
  application = harness_application_new ();
  use_settings ();
  for (gsize i = 0; i < G_N_ELEMENTS (pictures); i++) {
    const Picture *picture = &pictures[i];

    if (!is_wanted (picture->name, argv + 2))
      continue;
    if (needs_program (picture)) {
      take_elsewhere (argv[0], picture, argv[1]);
      continue;
    }
    use_style (picture);
    take (application, picture, picture->width, picture->height, 0, argv[1]);
    if (picture->store)
      take (application, picture, 1000, 700, SHADOW_MARGIN, store);
  }

  return 0;
}
