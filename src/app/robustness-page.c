/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "robustness-page.h"

#include "analysis/certainty.h"
#include "long-box.h"
#include "places-row.h"
#include "range-row.h"
#include "robustness-controls.h"
#include "widgets.h"

#include <glib/gi18n.h>
#include <math.h>

/* As long as nobody asks for all of them. */
#define MAX_PLACES 12
#define MAX_CHALLENGERS 8
/* What follows matters less and less. */
#define MAX_LIMITS 16
#define MAX_DOUBTS 10

struct _SlRobustnessPage {
  AdwBin parent_instance;

  /* Template Widgets */
  GtkLabel *subject_label;
  GtkLabel *verdict_label;
  GtkLabel *basis_label;
  GtkBox *sentences_box;
  SlRobustnessControls *controls;
  GtkWidget *places_part;
  SlPlacesRow *places_head;
  GtkBox *places_box;
  GtkToggleButton *all_places_button;
  GtkWidget *limits_part;
  GtkLabel *limits_note;
  GtkBox *limits_box;
  GtkWidget *reigns_list;
  AdwExpanderRow *reigns_row;
  GtkWidget *doubts_part;
  GtkBox *doubts_box;
  GtkWidget *challengers_part;
  GtkLabel *challengers_note;
  GtkListBox *challengers_box;
  GtkToggleButton *all_challengers_button;

  /* Owned References */
  SlAnalysis *analysis; /* nullable */
  SlBoard board;

  GPtrArray *reign_rows; /* of GtkWidget, borrowed */

  /* The analysis', as they are shown; nullable */
  const SlRobustness *robustness;
  const SlSensitivity *sensitivity;
  const SlBands *bands;
};

G_DEFINE_FINAL_TYPE (SlRobustnessPage, sl_robustness_page, ADW_TYPE_BIN)

static const SlRanking *
get_ranking (SlRobustnessPage *self)
{
  return sl_analysis_get_ranking (self->analysis, self->board);
}

static const SlEntry *
get_first (SlRobustnessPage *self)
{
  return sl_ranking_get_first (get_ranking (self));
}

/* ---- the verdict ---- */

static void
show_sentences (SlRobustnessPage *self)
{
  g_autofree char *shares = sl_analysis_describe_shares (self->analysis, self->board);
  g_autofree char *band = sl_analysis_describe_nearest_band (self->analysis, self->board);
  g_autofree char *doubt = sl_analysis_describe_doubt (self->analysis, self->board);
  const char *const sentences[] = { shares, band, doubt };
  GtkWidget *row = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++) {
    if (sentences[i] == NULL)
      continue;
    row = sl_box_next_row (self->sentences_box, row, sl_sentence_new);
    gtk_label_set_text (GTK_LABEL (row), sentences[i]);
  }
  sl_box_remove_after (self->sentences_box, row);
}

static void
show_verdict (SlRobustnessPage *self)
{
  g_autofree char *basis = sl_analysis_describe_certainty (self->analysis, self->board);
  g_autofree char *subject = NULL;
  SlCertainty certainty;

  /* Translators: what a verdict is about: a board («Technologies») and who is first on it. */
  subject = g_strdup_printf (C_ ("verdict", "%1$s: %2$s"), sl_board_get_name (self->board),
                             sl_analysis_get_headline (self->analysis, self->board));
  gtk_label_set_text (self->subject_label, subject);
  if (get_first (self) == NULL)
    gtk_label_set_text (self->verdict_label, _ ("No alternative meets the requirements"));
  else if (sl_analysis_get_certainty (self->analysis, self->board, &certainty))
    gtk_label_set_text (self->verdict_label, sl_certainty_get_name (certainty));
  else
    gtk_label_set_text (self->verdict_label, _ ("How sure this is is being found…"));
  /* The room is kept while a slider moves. */
  if (basis != NULL || get_first (self) == NULL)
    gtk_label_set_text (self->basis_label, basis != NULL ? basis : "");
  show_sentences (self);
}

/* ---- places ---- */

static void
show_places (SlRobustnessPage *self)
{
  guint n = self->robustness != NULL ? self->robustness->n : 0;
  guint n_shown = gtk_toggle_button_get_active (self->all_places_button) ? n : MIN (n, MAX_PLACES);
  GtkWidget *row = NULL;

  gtk_widget_set_visible (self->places_part, n > 0);
  if (n == 0)
    return;

  sl_places_row_set_head (self->places_head, n);
  for (guint i = 0; i < n_shown; i++) {
    row = sl_box_next_row (self->places_box, row, sl_places_row_new);
    sl_places_row_set_places (SL_PLACES_ROW (row), self->analysis, self->board, i);
  }
  sl_box_remove_after (self->places_box, row);
  gtk_widget_set_visible (GTK_WIDGET (self->all_places_button), n > MAX_PLACES);
}

/* ---- weights ---- */

/* The end of an axis from nothing to a round share that holds all weights and the nearer of their
 * limits. A farther one may be off it; words tell of that. */
static double
get_axis_end (const GArray *limits)
{
  double most = 0;

  for (guint k = 0; k < MIN (limits->len, MAX_LIMITS); k++) {
    const SlStability *stability = g_array_index (limits, SlLimit, k).stability;

    most = MAX (most, stability->weight);
    if (stability->low_challenger == NULL ||
        (stability->high_challenger != NULL &&
         stability->high - stability->weight < stability->weight - stability->low))
      most = MAX (most, stability->high);
  }

  return sl_range_row_round_share (most);
}

static char *
describe_low (const SlStability *stability)
{
  if (stability->low_challenger == NULL)
    return NULL;

  /* Translators: who is first below a share of the whole, in percent: «below 3.1 %: Go». */
  return g_strdup_printf (_ ("below %1$.1f %%: %2$s"), 100 * stability->low,
                          stability->low_challenger->name);
}

static char *
describe_high (const SlStability *stability)
{
  if (stability->high_challenger == NULL)
    return NULL;

  /* Translators: who is first above a share of the whole, in percent: «above 31.0 %: Go». */
  return g_strdup_printf (_ ("above %1$.1f %%: %2$s"), 100 * stability->high,
                          stability->high_challenger->name);
}

static void
show_limit (SlRobustnessPage *self, SlRangeRow *row, const SlLimit *limit, double axis_end)
{
  const SlStability *stability = limit->stability;
  /* Translators: today's share of a weight, in percent. */
  g_autofree char *figure = g_strdup_printf (_ ("now %.1f %%"), 100 * stability->weight);
  g_autofree char *low = describe_low (stability);
  g_autofree char *high = describe_high (stability);
  g_autofree char *words = sl_stability_describe (stability, get_first (self));
  /* Translators: today's weight, then what happens if it changes. */
  g_autofree char *description = g_strdup_printf (C_ ("weight", "%1$s. %2$s"), figure, words);

  sl_range_row_set_range (
      row, &(const SlRange) { .title = limit->criterion != NULL ? limit->criterion->name
                                                                : limit->pillar->name,
                              .figure = figure,
                              .pillar = limit->pillar->index,
                              .axis_to = axis_end,
                              .from = stability->low_challenger != NULL ? stability->low : 0,
                              .to = stability->high_challenger != NULL ? stability->high : axis_end,
                              .mark = stability->weight,
                              .line = NAN,
                              .from_text = low,
                              .to_text = high,
                              .description = description });
}

static char *
describe_limits (const GArray *limits, const SlBands *bands, double axis_end)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (limits->len == 0)
    g_string_append (text, _ ("No weight by itself puts anyone else first."));
  else
    g_string_append_printf (
        text,
        /* Translators: %.0f is a share in percent. */
        _ ("One weight changes and all others give way in proportion. A bar runs over the shares "
           "that keep the first where it is, on an axis from 0 to %.0f %%; what is not listed puts "
           "nobody else first."),
        100 * axis_end);
  if (bands->approximate)
    g_string_append_printf (text, " %s", _ ("The ends are approximate."));
  if (bands->ignores_minimum)
    g_string_append_printf (
        text, " %s", _ ("The minimum of a pillar may rule somebody out before an end is reached."));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
show_limits (SlRobustnessPage *self)
{
  g_autoptr (GArray) limits = sl_analysis_list_limits (self->analysis, self->board);
  double axis_end = get_axis_end (limits);
  g_autofree char *note = NULL;
  GtkWidget *row = NULL;

  gtk_widget_set_visible (self->limits_part, self->bands != NULL);
  if (self->bands == NULL)
    return;

  note = describe_limits (limits, self->bands, axis_end);
  gtk_label_set_text (self->limits_note, note);
  for (guint i = 0; i < MIN (limits->len, MAX_LIMITS); i++) {
    row = sl_box_next_row (self->limits_box, row, sl_range_row_new);
    show_limit (self, SL_RANGE_ROW (row), &g_array_index (limits, SlLimit, i), axis_end);
  }
  sl_box_remove_after (self->limits_box, row);
  gtk_widget_set_visible (GTK_WIDGET (self->limits_box), row != NULL);
}

/* ---- who is first along a weight ---- */

/* Filled when it is opened. */
static void
show_reigns (SlRobustnessPage *self)
{
  const SlRanking *ranking = get_ranking (self);
  gboolean are_known = self->sensitivity != NULL && self->sensitivity->reigns != NULL;

  for (guint i = 0; i < self->reign_rows->len; i++)
    adw_expander_row_remove (self->reigns_row, g_ptr_array_index (self->reign_rows, i));
  g_ptr_array_set_size (self->reign_rows, 0);
  gtk_widget_set_visible (self->reigns_list, are_known);
  if (!are_known || !adw_expander_row_get_expanded (self->reigns_row))
    return;

  for (guint j = 0; j < ranking->n_criteria; j++) {
    g_autofree char *text = sl_reigns_describe (self->sensitivity->reigns[j]);
    GtkWidget *row = GTK_WIDGET (sl_text_row_new (ranking->criteria[j]->name, text));

    adw_expander_row_add_row (self->reigns_row, row);
    g_ptr_array_add (self->reign_rows, row);
  }
}

static void
reigns_expanded_cb (SlRobustnessPage *self)
{
  if (self->analysis != NULL)
    show_reigns (self);
}

/* ---- values in doubt ---- */

static char *
describe_end (double value, double margin, const SlEntry *leader, const SlEntry *first)
{
  g_autofree char *points = sl_describe_difference (margin);

  if (leader == first)
    /* Translators: an end of a bar: with a value of %1$.0f the first leads by %2$s points. */
    return g_strdup_printf (_ ("at %1$.0f: %2$s"), value, points);

  /* Translators: an end of a bar: with a value of %1$.0f the first is %2$s points ahead, which is
   * less than nothing, and %3$s leads. */
  return g_strdup_printf (_ ("at %1$.0f: %2$s, %3$s leads"), value, points, leader->name);
}

static void
show_doubt (SlRobustnessPage *self,
            SlRangeRow *row,
            const SlDoubt *doubt,
            double axis_from,
            double axis_to)
{
  const SlEntry *first = get_first (self);
  gboolean rises = doubt->high_margin >= doubt->low_margin;
  g_autofree char *title = NULL;
  g_autofree char *figure = NULL;
  g_autofree char *low = describe_end (doubt->low, doubt->low_margin, doubt->low_first, first);
  g_autofree char *high = describe_end (doubt->high, doubt->high_margin, doubt->high_first, first);
  g_autofree char *description = sl_doubt_describe (doubt, first);

  /* Translators: a criterion of an alternative, as in «Ecosystem of Go». */
  title = g_strdup_printf (_ ("%1$s of %2$s"), doubt->criterion->name, doubt->alternative->name);
  /* Translators: a value of 0 to 100, and between which two it is taken to be. */
  figure = g_strdup_printf (_ ("%1$.0f (%2$.0f–%3$.0f)"), doubt->mode, doubt->low, doubt->high);

  sl_range_row_set_range (row,
                          &(const SlRange) { .title = title,
                                             .figure = figure,
                                             .pillar = doubt->criterion->pillar->index,
                                             .axis_from = axis_from,
                                             .axis_to = axis_to,
                                             .from = MIN (doubt->low_margin, doubt->high_margin),
                                             .to = MAX (doubt->low_margin, doubt->high_margin),
                                             .mark = self->sensitivity->margin,
                                             .line = 0,
                                             .from_text = rises ? low : high,
                                             .to_text = rises ? high : low,
                                             .description = description });
}

static void
show_doubts (SlRobustnessPage *self)
{
  guint n = self->sensitivity != NULL && self->sensitivity->n_challengers > 0
                ? MIN (self->sensitivity->n_doubts, MAX_DOUBTS)
                : 0;
  double axis_from = 0, axis_to = 0;
  GtkWidget *row = NULL;

  gtk_widget_set_visible (self->doubts_part, n > 0);
  for (guint i = 0; i < n; i++) {
    const SlDoubt *doubt = &self->sensitivity->doubts[i];

    axis_from = MIN (axis_from, MIN (doubt->low_margin, doubt->high_margin));
    axis_to = MAX (axis_to, MAX (doubt->low_margin, doubt->high_margin));
  }
  for (guint i = 0; i < n; i++) {
    row = sl_box_next_row (self->doubts_box, row, sl_range_row_new);
    show_doubt (self, SL_RANGE_ROW (row), &self->sensitivity->doubts[i], axis_from, axis_to);
  }
  sl_box_remove_after (self->doubts_box, row);
}

/* ---- challengers ---- */

static void
show_challengers (SlRobustnessPage *self)
{
  guint n = self->sensitivity != NULL ? self->sensitivity->n_challengers : 0;
  guint n_shown =
      gtk_toggle_button_get_active (self->all_challengers_button) ? n : MIN (n, MAX_CHALLENGERS);
  const char *note = sl_analysis_describe_blind_spot (self->analysis);

  gtk_widget_set_visible (self->challengers_part, n > 0);
  gtk_label_set_text (self->challengers_note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->challengers_note), note != NULL);
  gtk_list_box_remove_all (self->challengers_box);
  for (guint i = 0; i < n_shown; i++) {
    const SlChallenger *challenger = &self->sensitivity->challengers[i];

    gtk_list_box_append (self->challengers_box,
                         GTK_WIDGET (sl_text_row_new (challenger->entry->name, challenger->text)));
  }
  gtk_widget_set_visible (GTK_WIDGET (self->all_challengers_button), n > MAX_CHALLENGERS);
}

/* ---- the page ---- */

static void
all_places_cb (SlRobustnessPage *self)
{
  if (self->analysis != NULL)
    show_places (self);
}

static void
all_challengers_cb (SlRobustnessPage *self)
{
  if (self->analysis != NULL)
    show_challengers (self);
}

/* ---- its parts ---- */

static gboolean
is_built (SlRobustnessPage *self)
{
  return self->controls != NULL;
}

/* A window that is not turned to this page does not wait for it. (A template is to be initialised
 * with its object for the sake of construction properties and of classes that derive from it; there
 * are none of either.) */
static void
ensure_built (SlRobustnessPage *self)
{
  if (is_built (self))
    return;

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->reigns_row, "notify::expanded", G_CALLBACK (reigns_expanded_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->all_places_button, "toggled", G_CALLBACK (all_places_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->all_challengers_button, "toggled", G_CALLBACK (all_challengers_cb),
                           self, G_CONNECT_SWAPPED);
}

void
sl_robustness_page_set_analysis (SlRobustnessPage *self,
                                 SlDecision *decision,
                                 SlAnalysis *analysis,
                                 SlBoard board)
{
  g_autoptr (SlAnalysis) old = NULL;
  gboolean other;

  g_return_if_fail (SL_IS_ROBUSTNESS_PAGE (self));
  g_return_if_fail (SL_IS_DECISION (decision));
  g_return_if_fail (analysis != NULL);

  ensure_built (self);
  old = g_steal_pointer (&self->analysis);
  other = old == NULL || self->board != board || !sl_analysis_has_same_ranking (old, analysis);
  self->analysis = sl_analysis_ref (analysis);
  self->board = board;
  sl_robustness_controls_set_analysis (self->controls, decision, analysis, board);
  show_verdict (self);

  if (other || self->robustness != sl_analysis_get_robustness (analysis, board)) {
    self->robustness = sl_analysis_get_robustness (analysis, board);
    show_places (self);
  }
  if (other || self->bands != sl_analysis_get_bands (analysis, board)) {
    self->bands = sl_analysis_get_bands (analysis, board);
    show_limits (self);
  }
  if (other || self->sensitivity != sl_analysis_get_sensitivity (analysis, board)) {
    self->sensitivity = sl_analysis_get_sensitivity (analysis, board);
    show_reigns (self);
    show_doubts (self);
    show_challengers (self);
  }
}

static void
sl_robustness_page_dispose (GObject *object)
{
  SlRobustnessPage *self = SL_ROBUSTNESS_PAGE (object);

  if (is_built (self))
    gtk_widget_dispose_template (GTK_WIDGET (self), SL_TYPE_ROBUSTNESS_PAGE);
  g_clear_pointer (&self->analysis, sl_analysis_unref);

  G_OBJECT_CLASS (sl_robustness_page_parent_class)->dispose (object);
}

static void
sl_robustness_page_finalize (GObject *object)
{
  g_clear_pointer (&SL_ROBUSTNESS_PAGE (object)->reign_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (sl_robustness_page_parent_class)->finalize (object);
}

static void
sl_robustness_page_class_init (SlRobustnessPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_robustness_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_robustness_page_finalize;

  g_type_ensure (SL_TYPE_LONG_BOX);
  g_type_ensure (SL_TYPE_PLACES_ROW);
  g_type_ensure (SL_TYPE_ROBUSTNESS_CONTROLS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SL_RESOURCE_PATH "/robustness-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SlRobustnessPage, subject_label);
  gtk_widget_class_bind_template_child (widget_class, SlRobustnessPage, verdict_label);
  gtk_widget_class_bind_template_child (widget_class, SlRobustnessPage, basis_label);
  gtk_widget_class_bind_template_child (widget_class, SlRobustnessPage, sentences_box);
  gtk_widget_class_bind_template_child (widget_class, SlRobustnessPage, controls);
  gtk_widget_class_bind_template_child (widget_class, SlRobustnessPage, places_part);
  gtk_widget_class_bind_template_child (widget_class, SlRobustnessPage, places_head);
  gtk_widget_class_bind_template_child (widget_class, SlRobustnessPage, places_box);
  gtk_widget_class_bind_template_child (widget_class, SlRobustnessPage, all_places_button);
  gtk_widget_class_bind_template_child (widget_class, SlRobustnessPage, limits_part);
  gtk_widget_class_bind_template_child (widget_class, SlRobustnessPage, limits_note);
  gtk_widget_class_bind_template_child (widget_class, SlRobustnessPage, limits_box);
  gtk_widget_class_bind_template_child (widget_class, SlRobustnessPage, reigns_list);
  gtk_widget_class_bind_template_child (widget_class, SlRobustnessPage, reigns_row);
  gtk_widget_class_bind_template_child (widget_class, SlRobustnessPage, doubts_part);
  gtk_widget_class_bind_template_child (widget_class, SlRobustnessPage, doubts_box);
  gtk_widget_class_bind_template_child (widget_class, SlRobustnessPage, challengers_part);
  gtk_widget_class_bind_template_child (widget_class, SlRobustnessPage, challengers_note);
  gtk_widget_class_bind_template_child (widget_class, SlRobustnessPage, challengers_box);
  gtk_widget_class_bind_template_child (widget_class, SlRobustnessPage, all_challengers_button);
}

static void
sl_robustness_page_init (SlRobustnessPage *self)
{
  self->reign_rows = g_ptr_array_new ();
}
