/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compare-page.h"

#include "contrast-row.h"
#include "live-label.h"
#include "long-box.h"
#include "profile-plot.h"
#include "widgets.h"

#include <glib/gi18n.h>

/* Of these, the last two may be nobody. */
#define N_SLOTS SL_SIDE_BY_SIDE_MAX
#define N_REQUIRED 2
/* As long as nobody has chosen. */
#define N_FIRST 3
/* How wide a card is. */
#define CARD_CHARS 20

/* What is said of an alternative. */
typedef struct {
  GtkLabel *name_label;
  SlLiveLabel *place_label;
  SlLiveLabel *wins_label;
} Card;

struct _SlComparePage {
  AdwBin parent_instance;

  /* Template Widgets */
  SlLiveLabel *answer_label;
  AdwWrapBox *chooser_box;
  GtkDropDown *profile_drop_down;
  GtkFlowBox *card_box;
  SlProfilePlot *plot;
  GtkBox *contrast_box;
  AdwExpanderRow *table_row;
  GtkGrid *table_grid;

  /* Borrowed References */
  GtkDropDown *slots[N_SLOTS];
  Card cards[N_SLOTS];
  guint n_cards;

  /* Owned References */
  SlDecision *decision;
  SlAnalysis *analysis; /* the window's */
  SlAnalysis *shown;    /* that, or the same under a profile */
  SlBoard board;
  GPtrArray *ids; /* of const char *, the catalogue's: all of the board */
  gboolean has_choice;
  gboolean showing; /* so not the user's doing */
};

G_DEFINE_FINAL_TYPE (SlComparePage, sl_compare_page, ADW_TYPE_BIN)

/* ---- who is compared ---- */

static const SlRanking *
get_ranking (SlComparePage *self)
{
  return sl_analysis_get_ranking (self->shown, self->board);
}

static gboolean
is_in (const SlEntry *const *entries, guint n, const SlEntry *entry)
{
  for (guint i = 0; i < n; i++) {
    if (entries[i] == entry)
      return TRUE;
  }

  return FALSE;
}

/* Whom the choosers name, each once. Returns how many. */
static guint
list_entries (SlComparePage *self, const SlEntry **entries)
{
  guint n = 0;

  for (guint i = 0; i < N_SLOTS; i++) {
    guint selected = gtk_drop_down_get_selected (self->slots[i]);
    guint nobody = i < N_REQUIRED ? 0 : 1;
    const SlEntry *entry = NULL;

    if (selected != GTK_INVALID_LIST_POSITION && selected >= nobody)
      entry =
          sl_ranking_find (get_ranking (self), g_ptr_array_index (self->ids, selected - nobody));
    if (entry != NULL && !is_in (entries, n, entry))
      entries[n++] = entry;
  }

  return n;
}

static guint
position_of (SlComparePage *self, const char *id)
{
  for (guint i = 0; i < self->ids->len; i++) {
    if (g_str_equal (g_ptr_array_index (self->ids, i), id))
      return i;
  }

  return GTK_INVALID_LIST_POSITION;
}

/* The first of the window's own ranking; the swap of requirements keeps them. */
static void
choose_first (SlComparePage *self)
{
  const SlRanking *ranking = sl_analysis_get_ranking (self->analysis, self->board);

  self->showing = TRUE;
  for (guint i = 0; i < N_SLOTS; i++) {
    guint nobody = i < N_REQUIRED ? 0 : 1;
    guint position = 0;

    if (i < N_FIRST && i < ranking->n_entries)
      position = nobody + position_of (self, ranking->entries[i].id);
    gtk_drop_down_set_selected (self->slots[i], position);
  }
  self->showing = FALSE;
}

static void
fill_slots (SlComparePage *self)
{
  g_autoptr (GtkStringList) required = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) optional = gtk_string_list_new (NULL);
  const SlRanking *ranking = sl_analysis_get_ranking (self->analysis, self->board);

  /* Translators: nobody, in a list of alternatives to compare. */
  gtk_string_list_append (optional, C_ ("alternative", "None"));
  for (guint i = 0; i < self->ids->len; i++) {
    const char *name = sl_ranking_find (ranking, g_ptr_array_index (self->ids, i))->name;

    gtk_string_list_append (required, name);
    gtk_string_list_append (optional, name);
  }
  self->showing = TRUE;
  for (guint i = 0; i < N_SLOTS; i++)
    gtk_drop_down_set_model (self->slots[i], G_LIST_MODEL (i < N_REQUIRED ? required : optional));
  self->showing = FALSE;
}

static void
list_ids (SlComparePage *self)
{
  SlCatalogue *catalogue = sl_analysis_get_catalogue (self->analysis);
  const GPtrArray *list =
      self->board == SL_BOARD_TECHNOLOGIES ? sl_catalogue_get_technologies (catalogue)
      : self->board == SL_BOARD_PATTERNS   ? sl_catalogue_get_patterns (catalogue)
                                           : sl_catalogue_get_pairings (catalogue);

  g_ptr_array_set_size (self->ids, 0);
  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (self->ids,
                     (gpointer) (self->board == SL_BOARD_PAIRINGS
                                     ? ((const SlPairing *) g_ptr_array_index (list, i))->id
                                     : ((const SlAlternative *) g_ptr_array_index (list, i))->id));
}

/* ---- cards ---- */

static GtkWidget *
live_label_new (GtkBox *box, const char *style)
{
  GtkWidget *label = g_object_new (SL_TYPE_LIVE_LABEL, "width-chars", CARD_CHARS, NULL);

  gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);

  return label;
}

static GtkWidget *
name_label_new (GtkBox *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CARD_CHARS);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (box, label);

  return label;
}

static char *
describe_place (const SlRanking *ranking, const SlEntry *entry)
{
  if (entry->rank == 0)
    /* Translators: an alternative that is ruled out, and the score that it would have. */
    return g_strdup_printf (_ ("Ruled out; it would have %.1f points"), entry->score);

  /* Translators: the place of an alternative: %1$u is its rank, %2$u how many there are, %3$.1f
   * its score. */
  return g_strdup_printf (_ ("Rank %1$u of %2$u, %3$.1f points"), entry->rank, ranking->n_ranked,
                          entry->score);
}

static void
add_card (SlComparePage *self, Card *card)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  GtkWidget *child;

  card->name_label = GTK_LABEL (name_label_new (box));
  card->place_label = SL_LIVE_LABEL (live_label_new (box, "numeric"));
  card->wins_label = SL_LIVE_LABEL (live_label_new (box, "dim-label"));
  gtk_flow_box_append (self->card_box, GTK_WIDGET (box));
  child = gtk_widget_get_parent (GTK_WIDGET (box));
  gtk_widget_set_focusable (child, FALSE);
  gtk_widget_add_css_class (child, "card");
  gtk_widget_add_css_class (child, "profile");
}

static void
show_card (Card *self, const SlSideBySide *view, guint i)
{
  g_autofree char *name = g_strdup_printf ("%s %s", sl_contrast_marker (i), view->entries[i]->name);
  g_autofree char *place = describe_place (view->ranking, view->entries[i]);
  g_autofree char *wins = sl_side_by_side_describe_wins (view, i);

  gtk_label_set_text (self->name_label, name);
  sl_live_label_set_text (self->place_label, place);
  sl_live_label_set_text (self->wins_label, wins);
}

static void
fill_cards (SlComparePage *self, const SlSideBySide *view)
{
  if (self->n_cards != view->n) {
    gtk_flow_box_remove_all (self->card_box);
    for (guint i = 0; i < view->n; i++)
      add_card (self, &self->cards[i]);
    self->n_cards = view->n;
  }
  for (guint i = 0; i < view->n; i++)
    show_card (&self->cards[i], view, i);
}

/* ---- the table ---- */

static void
attach (SlComparePage *self, const char *text, int column, int row, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_widget_set_hexpand (label, column == 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_grid_attach (self->table_grid, label, column, row, 1, 1);
}

static void
fill_table (SlComparePage *self, const SlSideBySide *view)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->table_grid))) != NULL)
    gtk_grid_remove (self->table_grid, child);
  if (!adw_expander_row_get_expanded (self->table_row))
    return;

  attach (self, _ ("Criterion"), 0, 0, "caption-heading");
  attach (self, _ ("Weight"), 1, 0, "caption-heading");
  for (guint i = 0; i < view->n; i++)
    attach (self, view->entries[i]->name, (int) i + 2, 0, "caption-heading");
  for (guint c = 0; c < view->ranking->n_criteria; c++) {
    guint column = view->contrasts[c].column;
    g_autofree char *weight = g_strdup_printf (_ ("%.1f %%"), 100 * view->ranking->weights[column]);

    attach (self, view->ranking->criteria[column]->name, 0, (int) c + 1, NULL);
    attach (self, weight, 1, (int) c + 1, "numeric");
    for (guint i = 0; i < view->n; i++) {
      g_autofree char *value = g_strdup_printf ("%.0f", view->entries[i]->values[column]);

      attach (self, value, (int) i + 2, (int) c + 1, "numeric");
    }
  }
}

/* ---- showing ---- */

static void
fill_contrasts (SlComparePage *self, const SlSideBySide *view)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->contrast_box));

  for (guint c = 0; c < view->ranking->n_criteria; c++) {
    if (row == NULL) {
      row = sl_contrast_row_new ();
      gtk_box_append (self->contrast_box, row);
    }
    sl_contrast_row_set_contrast (SL_CONTRAST_ROW (row), self->shown, view, &view->contrasts[c]);
    row = gtk_widget_get_next_sibling (row);
  }
  while (row != NULL) {
    GtkWidget *next = gtk_widget_get_next_sibling (row);

    gtk_box_remove (self->contrast_box, row);
    row = next;
  }
}

static void
show (SlComparePage *self)
{
  const SlEntry *entries[N_SLOTS];
  guint n = list_entries (self, entries);
  g_autoptr (SlSideBySide) view = NULL;
  g_autofree char *text = NULL;

  if (n < N_REQUIRED) {
    sl_live_label_set_text (self->answer_label, _ ("Choose two different alternatives."));
    return;
  }

  view = sl_side_by_side_new (self->shown, self->board, entries, n);
  text = sl_side_by_side_describe (view);
  sl_live_label_set_text (self->answer_label, text);
  fill_cards (self, view);
  sl_profile_plot_set_view (self->plot, self->shown, view);
  fill_contrasts (self, view);
  fill_table (self, view);
}

/* The window's analysis, or the same under another profile. */
static void
swap_requirements (SlComparePage *self)
{
  const GPtrArray *profiles =
      sl_catalogue_get_profiles (sl_analysis_get_catalogue (self->analysis));
  guint selected = gtk_drop_down_get_selected (self->profile_drop_down);

  g_clear_pointer (&self->shown, sl_analysis_unref);
  if (selected == 0 || selected > profiles->len) {
    self->shown = sl_analysis_ref (self->analysis);
  } else {
    g_autoptr (SlRequirements) requirements =
        sl_decision_preview_profile (self->decision, g_ptr_array_index (profiles, selected - 1));

    self->shown = sl_analysis_new (requirements);
  }
}

static void
profile_changed_cb (SlComparePage *self)
{
  if (self->showing || self->analysis == NULL)
    return;
  swap_requirements (self);
  show (self);
}

static void
slot_changed_cb (SlComparePage *self)
{
  if (self->showing || self->analysis == NULL)
    return;
  self->has_choice = TRUE;
  show (self);
}

static void
expanded_cb (SlComparePage *self)
{
  if (self->analysis != NULL)
    show (self);
}

/* ---- its parts ---- */

static gboolean
is_built (SlComparePage *self)
{
  return self->plot != NULL;
}

static void
add_slot (SlComparePage *self, guint i)
{
  GtkWidget *slot = gtk_drop_down_new (
      NULL, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  /* Translators: the name of a choice for screen readers; %u counts them. */
  g_autofree char *name = g_strdup_printf (_ ("Alternative %u"), i + 1);

  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (slot), TRUE);
  gtk_drop_down_set_search_match_mode (GTK_DROP_DOWN (slot),
                                       GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  gtk_accessible_update_property (GTK_ACCESSIBLE (slot), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (slot, "notify::selected", G_CALLBACK (slot_changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->chooser_box, slot);
  self->slots[i] = GTK_DROP_DOWN (slot);
}

/* A window that is not turned to this page does not wait for it. (A template is to be initialised
 * with its object for the sake of construction properties and of classes that derive from it; there
 * are none of either.) */
static void
ensure_built (SlComparePage *self)
{
  if (is_built (self))
    return;

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_SLOTS; i++)
    add_slot (self, i);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->profile_drop_down),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Requirements"), -1);
  g_signal_connect_object (self->profile_drop_down, "notify::selected",
                           G_CALLBACK (profile_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table_row, "notify::expanded", G_CALLBACK (expanded_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
fill_profiles (SlComparePage *self)
{
  const GPtrArray *profiles =
      sl_catalogue_get_profiles (sl_analysis_get_catalogue (self->analysis));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("These Requirements"));
  for (guint i = 0; i < profiles->len; i++)
    gtk_string_list_append (names, ((const SlProfile *) g_ptr_array_index (profiles, i))->name);
  self->showing = TRUE;
  gtk_drop_down_set_model (self->profile_drop_down, G_LIST_MODEL (names));
  self->showing = FALSE;
}

void
sl_compare_page_set_analysis (SlComparePage *self,
                              SlDecision *decision,
                              SlAnalysis *analysis,
                              SlBoard board)
{
  gboolean other_catalogue;

  g_return_if_fail (SL_IS_COMPARE_PAGE (self));
  g_return_if_fail (SL_IS_DECISION (decision));
  g_return_if_fail (analysis != NULL);

  ensure_built (self);
  other_catalogue = self->analysis == NULL || sl_analysis_get_catalogue (self->analysis) !=
                                                  sl_analysis_get_catalogue (analysis);
  g_set_object (&self->decision, decision);
  sl_analysis_ref (analysis);
  g_clear_pointer (&self->analysis, sl_analysis_unref);
  self->analysis = analysis;
  if (other_catalogue)
    fill_profiles (self);
  if (other_catalogue || self->board != board) {
    self->board = board;
    self->has_choice = FALSE;
    list_ids (self);
    fill_slots (self);
  }
  if (!self->has_choice)
    choose_first (self);
  swap_requirements (self);
  show (self);
}

/* ---- the page ---- */

static void
sl_compare_page_dispose (GObject *object)
{
  SlComparePage *self = SL_COMPARE_PAGE (object);

  self->showing = TRUE;
  if (is_built (self))
    gtk_widget_dispose_template (GTK_WIDGET (self), SL_TYPE_COMPARE_PAGE);
  g_clear_pointer (&self->analysis, sl_analysis_unref);
  g_clear_pointer (&self->shown, sl_analysis_unref);
  g_clear_object (&self->decision);

  G_OBJECT_CLASS (sl_compare_page_parent_class)->dispose (object);
}

static void
sl_compare_page_finalize (GObject *object)
{
  g_clear_pointer (&SL_COMPARE_PAGE (object)->ids, g_ptr_array_unref);

  G_OBJECT_CLASS (sl_compare_page_parent_class)->finalize (object);
}

static void
sl_compare_page_class_init (SlComparePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sl_compare_page_dispose;
  object_class->finalize = sl_compare_page_finalize;

  g_type_ensure (SL_TYPE_LIVE_LABEL);
  g_type_ensure (SL_TYPE_LONG_BOX);
  g_type_ensure (SL_TYPE_PROFILE_PLOT);
  gtk_widget_class_set_template_from_resource (widget_class, SL_RESOURCE_PATH "/compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SlComparePage, answer_label);
  gtk_widget_class_bind_template_child (widget_class, SlComparePage, chooser_box);
  gtk_widget_class_bind_template_child (widget_class, SlComparePage, profile_drop_down);
  gtk_widget_class_bind_template_child (widget_class, SlComparePage, card_box);
  gtk_widget_class_bind_template_child (widget_class, SlComparePage, plot);
  gtk_widget_class_bind_template_child (widget_class, SlComparePage, contrast_box);
  gtk_widget_class_bind_template_child (widget_class, SlComparePage, table_row);
  gtk_widget_class_bind_template_child (widget_class, SlComparePage, table_grid);
}

static void
sl_compare_page_init (SlComparePage *self)
{
  self->ids = g_ptr_array_new ();
}
