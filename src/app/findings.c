/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "findings.h"

#include "widgets.h"

#include <glib/gi18n.h>

/* Longer lists of the excluded end in «and n more». */
#define MAX_EXCLUDED 60

struct _SlFindings {
  AdwBin parent_instance;

  /* Template Widgets */
  AdwExpanderRow *excluded_row;
  AdwExpanderRow *advice_row;
  AdwExpanderRow *companions_row;

  /* Owned References */
  SlAnalysis *analysis; /* nullable */
  SlBoard board;
  guint fill_id;            /* until the open list of the excluded is filled anew */
  GPtrArray *excluded_rows; /* of GtkWidget, borrowed */
  GPtrArray *advice_rows;
  GPtrArray *companion_rows;
};

G_DEFINE_FINAL_TYPE (SlFindings, sl_findings, ADW_TYPE_BIN)

/* ---- lists that are filled when they are opened ---- */

static void
clear_list (AdwExpanderRow *list, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_expander_row_remove (list, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

static AdwActionRow *
add_to_list (AdwExpanderRow *list, GPtrArray *rows, const char *title, const char *subtitle)
{
  AdwActionRow *row = sl_text_row_new (title, subtitle);

  adw_expander_row_add_row (list, GTK_WIDGET (row));
  g_ptr_array_add (rows, row);

  return row;
}

/* ---- the excluded ---- */

static char *
describe_price (const SlPrice *price)
{
  g_autofree char *alone = NULL;
  g_autofree char *lost = NULL;

  if (price->n_alone == 0)
    /* Translators: of a requirement: how many alternatives it rules out. */
    return g_strdup_printf (ngettext ("Rules out %u, which others do too",
                                      "Rules out %u, which others do too", price->n_excluded),
                            price->n_excluded);

  alone = g_strdup_printf (
      /* Translators: of a requirement: how many alternatives nothing else rules out. */
      ngettext ("%u that nothing else does", "%u that nothing else does", price->n_alone),
      price->n_alone);
  /* Translators: of a requirement: %1$u is how many alternatives it rules out, %2$s how many of
   * them alone, %3$s the best of these and %4$.1f its score. */
  lost = g_strdup_printf (_ ("Rules out %1$u, %2$s. Best lost: %3$s with %4$.1f points"),
                          price->n_excluded, alone, price->best_name, price->best_score);
  if (price->nearest_name == NULL)
    return g_steal_pointer (&lost);

  /* Translators: %1$s is what a minimum costs, %2$s who comes nearest to it and %3$.1f its value.
   */
  return g_strdup_printf (_ ("%1$s. Nearest to it: %2$s with %3$.1f"), lost, price->nearest_name,
                          price->nearest_value);
}

static void
fill_prices (SlFindings *self)
{
  const GArray *prices = sl_analysis_get_prices (self->analysis, self->board);

  for (guint i = 0; i < prices->len; i++) {
    const SlPrice *price = &g_array_index (prices, SlPrice, i);
    g_autofree char *subtitle = describe_price (price);
    AdwActionRow *row =
        add_to_list (self->excluded_row, self->excluded_rows, price->reason->text, subtitle);

    gtk_widget_add_css_class (GTK_WIDGET (row), "price");
  }
}

/* Where nobody is left. */
static void
fill_ways_back (SlFindings *self)
{
  const GArray *ways = sl_analysis_get_ways_back (self->analysis, self->board);

  for (guint i = 0; i < ways->len; i++) {
    const SlWayBack *way = &g_array_index (ways, SlWayBack, i);
    g_autofree char *subtitle = g_strdup_printf (
        /* Translators: what relaxing some requirements does: how many come back, the best of them
         * and its score. */
        ngettext ("Brings %1$u back: %2$s with %3$.1f points",
                  "Brings %1$u back, the best of them %2$s with %3$.1f points", way->n_back),
        way->n_back, way->best->name, way->best_score);
    AdwActionRow *row =
        add_to_list (self->excluded_row, self->excluded_rows, way->relaxation->text, subtitle);

    gtk_widget_add_css_class (GTK_WIDGET (row), "price");
  }
}

static char *
join_reasons (const SlEntry *entry)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < entry->reasons->len; i++) {
    const SlReason *reason = g_ptr_array_index (entry->reasons, i);

    if (i > 0)
      g_string_append_c (text, '\n');
    g_string_append (text, reason->text);
  }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
fill_excluded (SlFindings *self, const SlRanking *ranking)
{
  guint n_excluded = ranking->n_entries - ranking->n_ranked;

  clear_list (self->excluded_row, self->excluded_rows);
  if (!adw_expander_row_get_expanded (self->excluded_row))
    return;

  fill_ways_back (self);
  fill_prices (self);
  for (guint i = 0; i < MIN (n_excluded, MAX_EXCLUDED); i++) {
    const SlEntry *entry = &ranking->entries[ranking->n_ranked + i];
    g_autofree char *reasons = join_reasons (entry);
    g_autofree char *relaxations =
        sl_analysis_describe_relaxations (self->analysis, self->board, entry);
    g_autofree char *subtitle = g_strdup_printf ("%s\n%s", reasons, relaxations);
    g_autofree char *score = g_strdup_printf ("%.1f", entry->score);
    AdwActionRow *row =
        add_to_list (self->excluded_row, self->excluded_rows, entry->name, subtitle);
    GtkWidget *label = gtk_label_new (score);

    gtk_widget_add_css_class (label, "numeric");
    gtk_widget_add_css_class (label, "dim-label");
    gtk_widget_set_tooltip_text (label, _ ("Score, were it not ruled out"));
    adw_action_row_add_suffix (row, label);
  }
  if (n_excluded > MAX_EXCLUDED) {
    g_autofree char *more =
        g_strdup_printf (ngettext ("And %u more", "And %u more", n_excluded - MAX_EXCLUDED),
                         n_excluded - MAX_EXCLUDED);

    add_to_list (self->excluded_row, self->excluded_rows, more, NULL);
  }
}

static gboolean
fill_cb (gpointer user_data)
{
  SlFindings *self = user_data;

  self->fill_id = 0;
  fill_excluded (self, sl_analysis_get_ranking (self->analysis, self->board));

  return G_SOURCE_REMOVE;
}

/* What would bring them back takes as long as half a frame to find, so that it waits until the
 * frame is drawn, and until the hand rests. */
static void
fill_excluded_later (SlFindings *self)
{
  if (self->fill_id == 0)
    self->fill_id = g_idle_add_full (G_PRIORITY_LOW, fill_cb, self, NULL);
}

static void
show_excluded (SlFindings *self, const SlRanking *ranking)
{
  guint n_excluded = ranking->n_entries - ranking->n_ranked;
  /* Translators: %u is how many alternatives are ruled out. */
  g_autofree char *title = g_strdup_printf (_ ("Ruled Out (%u)"), n_excluded);

  gtk_widget_set_visible (GTK_WIDGET (self->excluded_row), n_excluded > 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->excluded_row), title);
  if (n_excluded > 0)
    adw_expander_row_set_subtitle (
        self->excluded_row,
        g_array_index (sl_analysis_get_prices (self->analysis, ranking->board), SlPrice, 0)
            .reason->text);
  fill_excluded_later (self);
}

/* ---- advice ---- */

static char *
describe_source (const SlRule *rule)
{
  const SlSource *source;

  if (rule->sources->len == 0)
    return g_strdup (rule->statement);

  source = g_ptr_array_index (rule->sources, 0);
  /* Translators: a rule's sentence, then who says so and when. */
  return g_strdup_printf (_ ("%1$s (%2$s, %3$d)"), rule->statement, source->publisher,
                          source->year);
}

static void
fill_advice (SlFindings *self)
{
  const GPtrArray *list = sl_analysis_get_advice (self->analysis);

  clear_list (self->advice_row, self->advice_rows);
  if (!adw_expander_row_get_expanded (self->advice_row))
    return;

  for (guint i = 0; i < list->len; i++) {
    const SlAdvice *advice = g_ptr_array_index (list, i);
    g_autofree char *why = describe_source (advice->rule);

    add_to_list (self->advice_row, self->advice_rows, advice->text, why);
  }
}

static void
show_advice (SlFindings *self)
{
  const GPtrArray *list = sl_analysis_get_advice (self->analysis);
  /* Translators: %u is how many pieces of advice there are. */
  g_autofree char *title = g_strdup_printf (_ ("Advice (%u)"), list->len);

  gtk_widget_set_visible (GTK_WIDGET (self->advice_row), list->len > 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->advice_row), title);
  if (list->len > 0)
    adw_expander_row_set_subtitle (self->advice_row,
                                   ((const SlAdvice *) g_ptr_array_index (list, 0))->text);
  fill_advice (self);
}

/* ---- companions ---- */

static char *
join_companions (const GPtrArray *companions)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < companions->len; i++)
    sl_names_append (names, ((const SlCompanion *) g_ptr_array_index (companions, i))->name);

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
fill_companions (SlFindings *self)
{
  const GPtrArray *companions = sl_analysis_get_companions (self->analysis);

  clear_list (self->companions_row, self->companion_rows);
  if (!adw_expander_row_get_expanded (self->companions_row))
    return;

  for (guint i = 0; i < companions->len; i++) {
    const SlCompanion *companion = g_ptr_array_index (companions, i);

    add_to_list (self->companions_row, self->companion_rows, companion->name, companion->summary);
  }
}

static void
show_companions (SlFindings *self)
{
  const GPtrArray *companions = sl_analysis_get_companions (self->analysis);
  g_autofree char *names = join_companions (companions);
  /* Translators: %u is how many brokers, queues and the like go with the answer. */
  g_autofree char *title = g_strdup_printf (_ ("Goes With It (%u)"), companions->len);

  gtk_widget_set_visible (GTK_WIDGET (self->companions_row), companions->len > 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->companions_row), title);
  adw_expander_row_set_subtitle (self->companions_row, names);
  fill_companions (self);
}

static void
excluded_expanded_cb (SlFindings *self)
{
  if (self->analysis != NULL)
    fill_excluded (self, sl_analysis_get_ranking (self->analysis, self->board));
}

static void
advice_expanded_cb (SlFindings *self)
{
  if (self->analysis != NULL)
    fill_advice (self);
}

static void
companions_expanded_cb (SlFindings *self)
{
  if (self->analysis != NULL)
    fill_companions (self);
}

/* ---- its parts ---- */

static gboolean
is_built (SlFindings *self)
{
  return self->excluded_row != NULL;
}

/* They are below what is drawn first, which does not wait for them. */
static void
ensure_built (SlFindings *self)
{
  if (is_built (self))
    return;

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->excluded_row, "notify::expanded",
                           G_CALLBACK (excluded_expanded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->advice_row, "notify::expanded", G_CALLBACK (advice_expanded_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->companions_row, "notify::expanded",
                           G_CALLBACK (companions_expanded_cb), self, G_CONNECT_SWAPPED);
}

/* ---- the widget ---- */

void
sl_findings_set_analysis (SlFindings *self, SlAnalysis *analysis, SlBoard board)
{
  g_return_if_fail (SL_IS_FINDINGS (self));

  if (self->analysis == analysis && self->board == board)
    return;

  ensure_built (self);
  sl_analysis_ref (analysis);
  g_clear_pointer (&self->analysis, sl_analysis_unref);
  self->analysis = analysis;
  self->board = board;
  show_excluded (self, sl_analysis_get_ranking (analysis, board));
  show_advice (self);
  show_companions (self);
}

static void
sl_findings_dispose (GObject *object)
{
  SlFindings *self = SL_FINDINGS (object);

  g_clear_handle_id (&self->fill_id, g_source_remove);
  if (is_built (self))
    gtk_widget_dispose_template (GTK_WIDGET (self), SL_TYPE_FINDINGS);
  g_clear_pointer (&self->analysis, sl_analysis_unref);

  G_OBJECT_CLASS (sl_findings_parent_class)->dispose (object);
}

static void
sl_findings_finalize (GObject *object)
{
  SlFindings *self = SL_FINDINGS (object);

  g_clear_pointer (&self->excluded_rows, g_ptr_array_unref);
  g_clear_pointer (&self->advice_rows, g_ptr_array_unref);
  g_clear_pointer (&self->companion_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (sl_findings_parent_class)->finalize (object);
}

static void
sl_findings_class_init (SlFindingsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sl_findings_dispose;
  object_class->finalize = sl_findings_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, SL_RESOURCE_PATH "/findings.ui");
  gtk_widget_class_bind_template_child (widget_class, SlFindings, excluded_row);
  gtk_widget_class_bind_template_child (widget_class, SlFindings, advice_row);
  gtk_widget_class_bind_template_child (widget_class, SlFindings, companions_row);
}

static void
sl_findings_init (SlFindings *self)
{
  self->excluded_rows = g_ptr_array_new ();
  self->advice_rows = g_ptr_array_new ();
  self->companion_rows = g_ptr_array_new ();
}
