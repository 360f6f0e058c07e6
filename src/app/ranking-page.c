/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ranking-page.h"

#include "findings.h"
#include "method-popover.h"
#include "rank-chart.h"
#include "widgets.h"

#include <glib/gi18n.h>

struct _SlRankingPage {
  AdwBin parent_instance;

  /* Template Widgets */
  GtkLabel *headline_label;
  GtkLabel *answer_label;
  GtkLabel *pairing_label;
  AdwToggleGroup *board_group;
  GtkLabel *agreement_label;
  GtkMenuButton *method_button;
  GtkWidget *chart_box;
  SlRankChart *chart;
  GtkWidget *nobody_label;
  AdwWrapBox *legend_box;
  SlFindings *findings;

  /* Owned References */
  SlAnalysis *analysis;
  SlAnalysis *before; /* nullable */
};

enum {
  PROP_0,
  PROP_BOARD,
  N_PROPS
};

enum {
  SIGNAL_ACTIVATED,
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
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_box_append (GTK_BOX (box), sl_swatch_new (pillar));
  gtk_box_append (GTK_BOX (box), gtk_label_new (pillar->name));
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

static void
show_method (SlRankingPage *self, SlBoard board)
{
  SlMethod method = sl_analysis_get_requirements (self->analysis)->method;
  const SlMethodAgreement *agreement = sl_analysis_get_agreement (self->analysis, board);
  GtkPopover *popover = gtk_menu_button_get_popover (self->method_button);
  /* Translators: %1$u of %2$u methods put the same alternative first. */
  g_autofree char *text = g_strdup_printf (_ ("First in %1$u of %2$u methods"),
                                           agreement->n_agreeing, (guint) SL_N_METHODS);

  gtk_menu_button_set_label (self->method_button, sl_method_get_name (method));
  gtk_label_set_text (self->agreement_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->agreement_label), agreement->n_agreeing > 0);
  if (popover != NULL)
    sl_method_popover_set_analysis (SL_METHOD_POPOVER (popover), self->analysis, board);
}

static void
create_method_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  SlRankingPage *self = user_data;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  gtk_menu_button_set_popover (button, sl_method_popover_new ());
  show_method (self, sl_ranking_page_get_board (self));
}

/* ---- the page ---- */

SlBoard
sl_ranking_page_get_board (SlRankingPage *self)
{
  guint board;

  g_return_val_if_fail (SL_IS_RANKING_PAGE (self), SL_BOARD_TECHNOLOGIES);

  board = adw_toggle_group_get_active (self->board_group);

  return board < SL_N_BOARDS ? (SlBoard) board : SL_BOARD_TECHNOLOGIES;
}

/* The answer of the board in sight, and of all together where that is another board. */
static void
show_answer (SlRankingPage *self, const SlRanking *ranking)
{
  SlBoard board = ranking->board;
  const char *pairing = sl_analysis_get_pairing_hint (self->analysis, board);

  gtk_label_set_text (self->headline_label, sl_analysis_get_headline (self->analysis, board));
  gtk_label_set_text (self->answer_label, sl_analysis_get_answer (self->analysis, board));
  gtk_label_set_text (self->pairing_label, pairing != NULL ? pairing : "");
  gtk_widget_set_visible (GTK_WIDGET (self->pairing_label), pairing != NULL);
}

static void
show_analysis (SlRankingPage *self)
{
  SlBoard board = sl_ranking_page_get_board (self);
  const SlRanking *ranking = sl_analysis_get_ranking (self->analysis, board);

  show_answer (self, ranking);
  sl_rank_chart_set_analysis (self->chart, self->analysis, board, self->before);
  show_method (self, board);
  gtk_widget_set_visible (self->chart_box, ranking->n_ranked > 0);
  gtk_widget_set_visible (self->nobody_label, ranking->n_ranked == 0);
  sl_findings_set_analysis (self->findings, self->analysis, board);
}

void
sl_ranking_page_set_analysis (SlRankingPage *self, SlAnalysis *analysis, SlAnalysis *before)
{
  g_return_if_fail (SL_IS_RANKING_PAGE (self));

  sl_analysis_ref (analysis);
  g_clear_pointer (&self->analysis, sl_analysis_unref);
  self->analysis = analysis;
  g_clear_pointer (&self->before, sl_analysis_unref);
  self->before = before != NULL ? sl_analysis_ref (before) : NULL;
  ensure_legend (self);
  show_analysis (self);
}

static void
board_changed_cb (SlRankingPage *self)
{
  if (self->analysis != NULL) {
    /* Movements belong to the board they were made on. */
    g_clear_pointer (&self->before, sl_analysis_unref);
    show_analysis (self);
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOARD]);
}

static void
activated_cb (SlRankingPage *self, const char *id)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, id);
}

static void
sl_ranking_page_dispose (GObject *object)
{
  SlRankingPage *self = SL_RANKING_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SL_TYPE_RANKING_PAGE);
  g_clear_pointer (&self->analysis, sl_analysis_unref);
  g_clear_pointer (&self->before, sl_analysis_unref);

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

  g_type_ensure (SL_TYPE_FINDINGS);
  g_type_ensure (SL_TYPE_RANK_CHART);
  gtk_widget_class_set_template_from_resource (widget_class, SL_RESOURCE_PATH "/ranking-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SlRankingPage, headline_label);
  gtk_widget_class_bind_template_child (widget_class, SlRankingPage, answer_label);
  gtk_widget_class_bind_template_child (widget_class, SlRankingPage, pairing_label);
  gtk_widget_class_bind_template_child (widget_class, SlRankingPage, board_group);
  gtk_widget_class_bind_template_child (widget_class, SlRankingPage, agreement_label);
  gtk_widget_class_bind_template_child (widget_class, SlRankingPage, method_button);
  gtk_widget_class_bind_template_child (widget_class, SlRankingPage, chart_box);
  gtk_widget_class_bind_template_child (widget_class, SlRankingPage, chart);
  gtk_widget_class_bind_template_child (widget_class, SlRankingPage, nobody_label);
  gtk_widget_class_bind_template_child (widget_class, SlRankingPage, legend_box);
  gtk_widget_class_bind_template_child (widget_class, SlRankingPage, findings);
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

static void
sl_ranking_page_init (SlRankingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_boards (self);
  gtk_menu_button_set_create_popup_func (self->method_button, create_method_popover_cb, self, NULL);

  g_signal_connect_object (self->board_group, "notify::active", G_CALLBACK (board_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chart, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
}
