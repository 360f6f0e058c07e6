/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ranking-page.h"

#include "analysis/certainty.h"
#include "findings.h"
#include "live-label.h"
#include "method-popover.h"
#include "rank-chart.h"
#include "widgets.h"

#include <glib/gi18n.h>

struct _SlRankingPage {
  AdwBin parent_instance;

  /* Template Widgets */
  SlLiveLabel *headline_label;
  SlLiveLabel *answer_label;
  SlLiveLabel *certainty_label;
  SlLiveLabel *pairing_label;
  AdwToggleGroup *board_group;
  GtkLabel *agreement_label;
  GtkMenuButton *method_button;
  GtkToggleButton *search_button;
  AdwBanner *pin_banner;
  GtkRevealer *search_revealer;
  GtkWidget *no_match_label;
  GtkWidget *chart_box;
  SlRankChart *chart;
  GtkWidget *nobody_label;
  AdwWrapBox *legend_box;
  SlFindings *findings;

  /* Borrowed References, once something is searched for */
  GtkSearchEntry *search_entry;
  GtkDropDown *tag_drop_down;

  /* Owned References */
  SlAnalysis *analysis;
  SlAnalysis *before; /* nullable */
  SlAnalysis *pinned; /* nullable */
  guint agreement_id; /* until it is said how many methods agree */

  gboolean complete; /* with what is below the chart */
};

enum {
  PROP_0,
  PROP_BOARD,
  N_PROPS
};

enum {
  SIGNAL_ACTIVATED,
  SIGNAL_UNPIN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlRankingPage, sl_ranking_page, ADW_TYPE_BIN)

/* ---- legend ---- */

static int
pillar_of (GtkWidget *item)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (item), "pillar"));
}

static void
legend_enter_cb (SlRankingPage *self, double x, double y, GtkEventController *controller)
{
  GtkWidget *item = gtk_event_controller_get_widget (controller);

  sl_rank_chart_set_highlight (self->chart, pillar_of (item));
}

/* The pillar whose item is pressed, or -1. */
static int
pressed_pillar (SlRankingPage *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->legend_box)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child)))
      return pillar_of (child);
  }

  return -1;
}

static void
legend_leave_cb (SlRankingPage *self)
{
  sl_rank_chart_set_highlight (self->chart, pressed_pillar (self));
}

static void
legend_toggled_cb (SlRankingPage *self, GtkToggleButton *item)
{
  GtkWidget *child;

  if (gtk_toggle_button_get_active (item)) {
    for (child = gtk_widget_get_first_child (GTK_WIDGET (self->legend_box)); child != NULL;
         child = gtk_widget_get_next_sibling (child)) {
      if (child != GTK_WIDGET (item))
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), FALSE);
    }
  }
  sl_rank_chart_set_highlight (self->chart, pressed_pillar (self));
}

static GtkWidget *
legend_item_new (SlRankingPage *self, const SlPillar *pillar)
{
  GtkWidget *item = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (pillar->name);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_box_append (GTK_BOX (box), sl_swatch_new (pillar));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (item), box);
  gtk_widget_add_css_class (item, "flat");
  gtk_widget_add_css_class (item, "legend");
  gtk_widget_set_tooltip_text (item, _ ("Bring Out in the Chart"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  pillar->name, -1);
  g_object_set_data (G_OBJECT (item), "pillar", GINT_TO_POINTER ((int) pillar->index));
  g_signal_connect_object (item, "toggled", G_CALLBACK (legend_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "enter", G_CALLBACK (legend_enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (legend_leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (item, motion);

  return item;
}

static void
ensure_legend (SlRankingPage *self)
{
  const GPtrArray *pillars = sl_catalogue_get_pillars (sl_analysis_get_catalogue (self->analysis));

  if (gtk_widget_get_first_child (GTK_WIDGET (self->legend_box)) != NULL)
    return;
  for (guint i = 0; i < pillars->len; i++)
    adw_wrap_box_append (self->legend_box, legend_item_new (self, g_ptr_array_index (pillars, i)));
}

/* ---- method ---- */

/* That takes some time where there are hundreds of alternatives and is not what a hand that moves a
 * slider looks at, so it waits until the frame is drawn. */
static gboolean
show_agreement_cb (gpointer user_data)
{
  SlRankingPage *self = user_data;
  SlBoard board = sl_ranking_page_get_board (self);
  const SlMethodAgreement *agreement = sl_analysis_get_agreement (self->analysis, board);
  GtkPopover *popover = gtk_menu_button_get_popover (self->method_button);
  /* Translators: %1$u of %2$u methods put the same alternative first. */
  g_autofree char *text = g_strdup_printf (_ ("First in %1$u of %2$u methods"),
                                           agreement->n_agreeing, (guint) SL_N_METHODS);

  self->agreement_id = 0;
  gtk_label_set_text (self->agreement_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->agreement_label), agreement->n_agreeing > 0);
  if (popover != NULL)
    sl_method_popover_set_analysis (SL_METHOD_POPOVER (popover), self->analysis, board);

  return G_SOURCE_REMOVE;
}

static void
show_method (SlRankingPage *self)
{
  SlMethod method = sl_analysis_get_requirements (self->analysis)->method;

  /* A label that is set is built anew. */
  if (g_strcmp0 (gtk_menu_button_get_label (self->method_button), sl_method_get_name (method)) != 0)
    gtk_menu_button_set_label (self->method_button, sl_method_get_name (method));
  /* What is shown for the first time is complete. */
  if (*gtk_label_get_text (self->agreement_label) == '\0')
    show_agreement_cb (self);
  else if (self->agreement_id == 0)
    self->agreement_id = g_idle_add_full (G_PRIORITY_LOW, show_agreement_cb, self, NULL);
}

static void
create_method_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  SlRankingPage *self = user_data;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  gtk_menu_button_set_popover (button, sl_method_popover_new ());
  if (self->analysis != NULL)
    sl_method_popover_set_analysis (
        SL_METHOD_POPOVER (gtk_menu_button_get_popover (self->method_button)), self->analysis,
        sl_ranking_page_get_board (self));
}

/* ---- search ---- */

static int
compare_tags (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static void
add_tags (GPtrArray *tags, const GPtrArray *alternatives)
{
  for (guint i = 0; i < alternatives->len; i++) {
    const SlAlternative *alternative = g_ptr_array_index (alternatives, i);

    for (guint j = 0; alternative->tags != NULL && alternative->tags[j] != NULL; j++) {
      if (!g_ptr_array_find_with_equal_func (tags, alternative->tags[j], g_str_equal, NULL))
        g_ptr_array_add (tags, (gpointer) alternative->tags[j]);
    }
  }
}

/* Those of the board, once it is searched. */
static void
fill_tags (SlRankingPage *self)
{
  SlBoard board = sl_ranking_page_get_board (self);
  SlCatalogue *catalogue = sl_analysis_get_catalogue (self->analysis);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();

  if (board != SL_BOARD_PATTERNS)
    add_tags (tags, sl_catalogue_get_technologies (catalogue));
  if (board != SL_BOARD_TECHNOLOGIES)
    add_tags (tags, sl_catalogue_get_patterns (catalogue));
  g_ptr_array_sort (tags, compare_tags);
  gtk_string_list_append (names, _ ("All Tags"));
  for (guint i = 0; i < tags->len; i++)
    gtk_string_list_append (names, g_ptr_array_index (tags, i));
  gtk_drop_down_set_model (self->tag_drop_down, G_LIST_MODEL (names));
}

static gboolean
is_searching (SlRankingPage *self)
{
  return gtk_toggle_button_get_active (self->search_button);
}

static const char *
get_tag (SlRankingPage *self)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (self->tag_drop_down);

  return item != NULL && gtk_drop_down_get_selected (self->tag_drop_down) > 0
             ? gtk_string_object_get_string (item)
             : NULL;
}

static void show_analysis (SlRankingPage *self);

static void
filter_changed_cb (SlRankingPage *self)
{
  gboolean searching = is_searching (self);

  sl_rank_chart_set_filter (
      self->chart, searching ? gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) : NULL,
      searching ? get_tag (self) : NULL);
  if (self->analysis != NULL)
    show_analysis (self);
}

static void
stop_search_cb (SlRankingPage *self)
{
  gtk_toggle_button_set_active (self->search_button, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_button));
}

/* When it is first wanted: a list to choose from costs as much as the rest of the page. */
static void
ensure_search (SlRankingPage *self)
{
  GtkWidget *box;

  if (self->search_entry != NULL)
    return;

  self->search_entry = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->search_entry), TRUE);
  gtk_search_entry_set_placeholder_text (self->search_entry, _ ("Search the Ranking"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search the ranking"), -1);
  self->tag_drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->tag_drop_down), _ ("Tag"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tag_drop_down),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Tag"), -1);

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->search_entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->tag_drop_down));
  gtk_revealer_set_child (self->search_revealer, box);

  g_signal_connect_object (self->search_entry, "search-changed", G_CALLBACK (filter_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "stop-search", G_CALLBACK (stop_search_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tag_drop_down, "notify::selected", G_CALLBACK (filter_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

static void
searching_cb (SlRankingPage *self)
{
  ensure_search (self);
  if (is_searching (self) && self->analysis != NULL) {
    fill_tags (self);
    gtk_widget_set_visible (GTK_WIDGET (self->search_revealer), TRUE);
  }
  gtk_revealer_set_reveal_child (self->search_revealer, is_searching (self));
  if (is_searching (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  filter_changed_cb (self);
}

static void
search_revealed_cb (SlRankingPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->search_revealer),
                          gtk_revealer_get_reveal_child (self->search_revealer) ||
                              gtk_revealer_get_child_revealed (self->search_revealer));
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  stop_search_cb (user_data);

  return TRUE;
}

/* Also from the choice beside the text. */
static void
take_escape (SlRankingPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (escape_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->search_revealer), keys);
}

/* ---- what is pinned ---- */

static void
show_pinned (SlRankingPage *self)
{
  const SlEntry *first = self->pinned != NULL ? sl_ranking_get_first (sl_analysis_get_ranking (
                                                    self->pinned, sl_ranking_page_get_board (self)))
                                              : NULL;
  g_autofree char *text = NULL;

  if (first != NULL)
    text = g_strdup_printf (
        /* Translators: of the ranking that is kept to compare with: %1$s is its first, %2$.1f that
         * one's score. */
        _ ("Outlines show the pinned ranking: %1$s was first with %2$.1f points"), first->name,
        first->score);
  else
    text = g_strdup (_ ("Outlines show the pinned ranking"));
  adw_banner_set_title (self->pin_banner, text);
  adw_banner_set_revealed (self->pin_banner, self->pinned != NULL);
  sl_rank_chart_set_pinned (self->chart, self->pinned);
}

void
sl_ranking_page_set_pinned (SlRankingPage *self, SlAnalysis *pinned)
{
  SlAnalysis *old;

  g_return_if_fail (SL_IS_RANKING_PAGE (self));

  old = self->pinned;
  self->pinned = pinned != NULL ? sl_analysis_ref (pinned) : NULL;
  g_clear_pointer (&old, sl_analysis_unref);
}

static void
unpin_cb (SlRankingPage *self)
{
  g_signal_emit (self, signals[SIGNAL_UNPIN], 0);
}

/* ---- the page ---- */

SlBoard
sl_ranking_page_get_board (SlRankingPage *self)
{
  guint board;

  g_return_val_if_fail (SL_IS_RANKING_PAGE (self), SL_BOARD_TECHNOLOGIES);

  if (self->board_group == NULL)
    return SL_BOARD_TECHNOLOGIES;
  board = adw_toggle_group_get_active (self->board_group);

  return board < SL_N_BOARDS ? (SlBoard) board : SL_BOARD_TECHNOLOGIES;
}

/* The answer of the board in sight, and of all together where that is another board. */
static void
show_answer (SlRankingPage *self, const SlRanking *ranking)
{
  SlBoard board = ranking->board;
  const char *pairing = sl_analysis_get_pairing_hint (self->analysis, board);

  sl_live_label_set_text (self->headline_label, sl_analysis_get_headline (self->analysis, board));
  sl_live_label_set_text (self->answer_label, sl_analysis_get_answer (self->analysis, board));
  sl_live_label_set_text (self->pairing_label, pairing != NULL ? pairing : "");
  gtk_widget_set_visible (GTK_WIDGET (self->pairing_label), pairing != NULL);
}

/* How sure the answer is, as far as that is known so far. */
static void
show_certainty (SlRankingPage *self, SlBoard board)
{
  g_autofree char *shares = sl_analysis_describe_shares (self->analysis, board);
  g_autofree char *band = sl_analysis_describe_nearest_band (self->analysis, board);
  g_autoptr (GString) text = g_string_new (NULL);
  SlCertainty certainty;

  if (shares != NULL && band != NULL)
    /* Translators: puts two sentences after one another. */
    g_string_printf (text, C_ ("sentences", "%1$s %2$s"), shares, band);
  else if (shares != NULL)
    g_string_assign (text, shares);
  if (text->len > 0 && sl_analysis_get_certainty (self->analysis, board, &certainty)) {
    g_autofree char *sentences = g_strdup (text->str);

    /* Translators: %1$s is a verdict, as in «Close call»; %2$s are sentences. */
    g_string_printf (text, _ ("%1$s. %2$s"), sl_certainty_get_name (certainty), sentences);
  }
  sl_live_label_set_text (self->certainty_label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->certainty_label), text->len > 0);
}

/* Where a row had the focus and none is left, what led to that has it, or what says why. */
static void
keep_focus (SlRankingPage *self)
{
  if (is_searching (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  else if (!gtk_widget_child_focus (GTK_WIDGET (self->findings), GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self->board_group), GTK_DIR_TAB_FORWARD);
}

/* What is below the chart, once its rows are at rest: it takes the place of other texts, so that
 * all of the page is measured anew. */
static void
show_rest (SlRankingPage *self)
{
  if (!self->complete || self->analysis == NULL || sl_rank_chart_is_gliding (self->chart))
    return;
  ensure_legend (self);
  sl_findings_set_analysis (self->findings, self->analysis, sl_ranking_page_get_board (self));
}

static void
show_analysis (SlRankingPage *self)
{
  SlBoard board = sl_ranking_page_get_board (self);
  const SlRanking *ranking = sl_analysis_get_ranking (self->analysis, board);
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->chart)) != NULL;

  show_answer (self, ranking);
  show_certainty (self, board);
  show_pinned (self);
  sl_rank_chart_set_analysis (self->chart, self->analysis, board,
                              self->pinned != NULL ? self->pinned : self->before);
  show_method (self);
  gtk_widget_set_visible (self->chart_box, sl_rank_chart_count (self->chart) > 0);
  gtk_widget_set_visible (self->no_match_label,
                          ranking->n_ranked > 0 && sl_rank_chart_count (self->chart) == 0);
  gtk_widget_set_visible (self->nobody_label, ranking->n_ranked == 0);
  show_rest (self);
  if (had_focus && sl_rank_chart_count (self->chart) == 0)
    keep_focus (self);
}

static void
board_changed_cb (SlRankingPage *self)
{
  if (self->analysis != NULL) {
    /* Movements belong to the board they were made on. */
    g_clear_pointer (&self->before, sl_analysis_unref);
    if (is_searching (self))
      fill_tags (self);
    filter_changed_cb (self);
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOARD]);
}

static void
activated_cb (SlRankingPage *self, const char *id)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, id);
}

/* ---- its parts ---- */

static gboolean
is_built (SlRankingPage *self)
{
  return self->chart != NULL;
}

static void
fill_boards (SlRankingPage *self)
{
  for (guint i = 0; i < SL_N_BOARDS; i++) {
    AdwToggle *toggle = adw_toggle_new ();

    adw_toggle_set_name (toggle, sl_board_get_id (i));
    adw_toggle_set_label (toggle, sl_board_get_name (i));
    adw_toggle_group_add (self->board_group, toggle);
  }
  adw_toggle_group_set_active (self->board_group, SL_BOARD_TECHNOLOGIES);
}

/* A window that asks what is being built has no ranking yet, and its question does not wait for
 * where it will be. (A template is to be initialised with its object for the sake of construction
 * properties and of classes that derive from it; there are none of either.) */
static void
ensure_built (SlRankingPage *self)
{
  if (is_built (self))
    return;

  gtk_widget_init_template (GTK_WIDGET (self));
  fill_boards (self);
  gtk_menu_button_set_create_popup_func (self->method_button, create_method_popover_cb, self, NULL);

  g_signal_connect_object (self->board_group, "notify::active", G_CALLBACK (board_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chart, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chart, "settled", G_CALLBACK (show_rest), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_button, "toggled", G_CALLBACK (searching_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_revealer, "notify::child-revealed",
                           G_CALLBACK (search_revealed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pin_banner, "button-clicked", G_CALLBACK (unpin_cb), self,
                           G_CONNECT_SWAPPED);
  take_escape (self);
  gtk_widget_set_visible (GTK_WIDGET (self->search_revealer), FALSE);
}

/* ---- public ---- */

void
sl_ranking_page_set_analysis (SlRankingPage *self, SlAnalysis *analysis, SlAnalysis *before)
{
  g_return_if_fail (SL_IS_RANKING_PAGE (self));

  ensure_built (self);
  sl_analysis_ref (analysis);
  g_clear_pointer (&self->analysis, sl_analysis_unref);
  self->analysis = analysis;
  g_clear_pointer (&self->before, sl_analysis_unref);
  self->before = before != NULL ? sl_analysis_ref (before) : NULL;
  show_analysis (self);
}

void
sl_ranking_page_complete (SlRankingPage *self)
{
  g_return_if_fail (SL_IS_RANKING_PAGE (self));

  self->complete = TRUE;
  show_rest (self);
}

void
sl_ranking_page_search (SlRankingPage *self)
{
  g_return_if_fail (SL_IS_RANKING_PAGE (self));

  ensure_built (self);
  if (is_searching (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  else
    gtk_toggle_button_set_active (self->search_button, TRUE);
}

void
sl_ranking_page_set_certainty (SlRankingPage *self, SlAnalysis *analysis)
{
  g_return_if_fail (SL_IS_RANKING_PAGE (self));

  if (self->analysis == NULL || !sl_analysis_has_same_ranking (self->analysis, analysis))
    return;

  sl_analysis_ref (analysis);
  sl_analysis_unref (self->analysis);
  self->analysis = analysis;
  show_certainty (self, sl_ranking_page_get_board (self));
  sl_rank_chart_set_certainty (self->chart, analysis);
}

static void
sl_ranking_page_dispose (GObject *object)
{
  SlRankingPage *self = SL_RANKING_PAGE (object);

  g_clear_handle_id (&self->agreement_id, g_source_remove);
  if (is_built (self))
    gtk_widget_dispose_template (GTK_WIDGET (self), SL_TYPE_RANKING_PAGE);
  g_clear_pointer (&self->analysis, sl_analysis_unref);
  g_clear_pointer (&self->before, sl_analysis_unref);
  g_clear_pointer (&self->pinned, sl_analysis_unref);

  G_OBJECT_CLASS (sl_ranking_page_parent_class)->dispose (object);
}

static void
sl_ranking_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SlRankingPage *self = SL_RANKING_PAGE (object);

  switch (id) {
  case PROP_BOARD:
    g_value_set_uint (value, sl_ranking_page_get_board (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
sl_ranking_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SlRankingPage *self = SL_RANKING_PAGE (object);

  switch (id) {
  case PROP_BOARD:
    ensure_built (self);
    adw_toggle_group_set_active (self->board_group, g_value_get_uint (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
sl_ranking_page_class_init (SlRankingPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = sl_ranking_page_dispose;
  object_class->get_property = sl_ranking_page_get_property;
  object_class->set_property = sl_ranking_page_set_property;

  properties[PROP_BOARD] =
      g_param_spec_uint ("board", NULL, NULL, 0, SL_N_BOARDS - 1, SL_BOARD_TECHNOLOGIES, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", SL_TYPE_RANKING_PAGE, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  signals[SIGNAL_UNPIN] = g_signal_new ("unpin", SL_TYPE_RANKING_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SL_TYPE_FINDINGS);
  g_type_ensure (SL_TYPE_LIVE_LABEL);
  g_type_ensure (SL_TYPE_RANK_CHART);
  gtk_widget_class_set_template_from_resource (widget_class, SL_RESOURCE_PATH "/ranking-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SlRankingPage, headline_label);
  gtk_widget_class_bind_template_child (widget_class, SlRankingPage, answer_label);
  gtk_widget_class_bind_template_child (widget_class, SlRankingPage, certainty_label);
  gtk_widget_class_bind_template_child (widget_class, SlRankingPage, pairing_label);
  gtk_widget_class_bind_template_child (widget_class, SlRankingPage, board_group);
  gtk_widget_class_bind_template_child (widget_class, SlRankingPage, agreement_label);
  gtk_widget_class_bind_template_child (widget_class, SlRankingPage, method_button);
  gtk_widget_class_bind_template_child (widget_class, SlRankingPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, SlRankingPage, pin_banner);
  gtk_widget_class_bind_template_child (widget_class, SlRankingPage, search_revealer);
  gtk_widget_class_bind_template_child (widget_class, SlRankingPage, no_match_label);
  gtk_widget_class_bind_template_child (widget_class, SlRankingPage, chart_box);
  gtk_widget_class_bind_template_child (widget_class, SlRankingPage, chart);
  gtk_widget_class_bind_template_child (widget_class, SlRankingPage, nobody_label);
  gtk_widget_class_bind_template_child (widget_class, SlRankingPage, legend_box);
  gtk_widget_class_bind_template_child (widget_class, SlRankingPage, findings);
}

static void
sl_ranking_page_init (SlRankingPage *self)
{
}
