/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "value-row.h"

#include "override-dialog.h"
#include "widgets.h"

#include <glib/gi18n.h>

struct _SlValueRow {
  AdwExpanderRow parent_instance;

  SlDecision *decision;
  SlAnalysis *analysis; /* nullable */
  const SlCriterion *criterion;
  const SlAlternative *parts[2]; /* technology, pattern; nullable */
  GtkWidget *value_label;        /* borrowed */
  GtkWidget *bar;                /* borrowed */
  GPtrArray *rows;               /* of GtkWidget, borrowed */
};

G_DEFINE_FINAL_TYPE (SlValueRow, sl_value_row, ADW_TYPE_EXPANDER_ROW)

/* ---- evidence ---- */

static AdwActionRow *
add_row (SlValueRow *self, const char *title, const char *subtitle)
{
  AdwActionRow *row = sl_text_row_new (title, subtitle);

  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);

  return row;
}

static void
open_source_cb (GtkWidget *row, const SlSource *source)
{
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (source->url);
  GtkRoot *root = gtk_widget_get_root (row);

  gtk_uri_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, NULL,
                           NULL);
}

/* The source belongs to the catalogue, which the row keeps through its decision. */
static void
make_link (AdwActionRow *row, const SlSource *source)
{
  GtkWidget *icon;

  if (source->url == NULL)
    return;
  icon = sl_icon_new ("adw-external-link-symbolic");
  adw_action_row_add_suffix (row, icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), source->url);
  g_signal_connect (row, "activated", G_CALLBACK (open_source_cb), (gpointer) source);
}

static char *
format_figure (const SlObservation *observation)
{
  if (observation->text != NULL)
    return g_strdup (observation->text);

  /* Translators: a published figure: %1$g is the number, %2$s its unit. */
  return g_strdup_printf (_ ("%1$.6g %2$s"), observation->value, observation->metric->unit);
}

static void
add_evidence (SlValueRow *self, const SlEvidence *evidence)
{
  const SlObservation *observation = evidence->observation;
  g_autofree char *figure = format_figure (observation);
  /* Translators: a published figure: %1$s what was measured, %2$s the figure. */
  g_autofree char *title = g_strdup_printf (_ ("%1$s: %2$s"), observation->metric->title, figure);
  g_autofree char *subtitle = NULL;
  AdwActionRow *row;

  /* Translators: where a figure is from: %1$s is the subject that was measured, %2$s the source's
   * title, %3$s its publisher, %4$d the year. */
  subtitle = g_strdup_printf (_ ("%1$s · %2$s, %3$s, %4$d"), observation->subject,
                              observation->source->title, observation->source->publisher,
                              observation->year);
  row = add_row (self, title, subtitle);
  if (evidence->component != NULL) {
    g_autofree char *value = g_strdup_printf ("%.0f", evidence->value);
    GtkWidget *label = gtk_label_new (value);

    gtk_widget_add_css_class (label, "numeric");
    gtk_widget_set_tooltip_text (label, _ ("What this figure alone would be worth"));
    adw_action_row_add_suffix (row, label);
  }
  make_link (row, observation->source);
}

static gboolean
is_source_of_evidence (const SlCell *cell, const SlSource *source)
{
  for (guint i = 0; i < cell->evidence->len; i++) {
    const SlEvidence *evidence = g_ptr_array_index (cell->evidence, i);

    if (evidence->observation->source == source)
      return TRUE;
  }

  return FALSE;
}

static void
add_sources (SlValueRow *self, const SlCell *cell)
{
  for (guint i = 0; i < cell->sources->len; i++) {
    const SlSource *source = g_ptr_array_index (cell->sources, i);
    g_autofree char *subtitle = NULL;

    if (is_source_of_evidence (cell, source))
      continue;
    /* Translators: a source: its publisher and year. */
    subtitle = g_strdup_printf (_ ("%1$s, %2$d"), source->publisher, source->year);
    make_link (add_row (self, source->title, subtitle), source);
  }
}

static void
add_basis (SlValueRow *self, const SlAlternative *alternative, const SlCell *cell)
{
  g_autofree char *title = NULL;

  /* Translators: where a value comes from: %1$s is an alternative, %2$s is «Measured», «Judgement»
   * and so on, then the value and from where to where it may lie. */
  title = g_strdup_printf (_ ("%1$s: %2$s, %3$.0f (%4$.0f to %5$.0f)"), alternative->name,
                           sl_basis_get_name (cell->basis), cell->mode, cell->low, cell->high);
  add_row (self, title, cell->reason);
}

static void
override_clicked_cb (GtkWidget *row, SlValueRow *self)
{
  const SlAlternative *alternative = g_object_get_data (G_OBJECT (row), "alternative");

  adw_dialog_present (sl_override_dialog_new (self->decision, alternative, self->criterion),
                      GTK_WIDGET (self));
}

static void
add_override (SlValueRow *self, const SlAlternative *alternative)
{
  const SlOverride *override = sl_requirements_find_override (
      sl_analysis_get_requirements (self->analysis), alternative, self->criterion);
  GtkWidget *row = adw_button_row_new ();

  if (override != NULL) {
    /* Translators: a value that the team put in place of the catalogue's, and from where to where
     * it may lie. */
    g_autofree char *title = g_strdup_printf (_ ("Overridden: %1$.0f (%2$.0f to %3$.0f)"),
                                              override->mode, override->low, override->high);

    add_row (self, title, override->reason);
  }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), override != NULL
                                                                ? _ ("Change Own Value…")
                                                                : _ ("Override Value…"));
  g_object_set_data (G_OBJECT (row), "alternative", (gpointer) alternative);
  g_signal_connect_object (row, "activated", G_CALLBACK (override_clicked_cb), self,
                           G_CONNECT_DEFAULT);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
fill (SlValueRow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)) || self->analysis == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (self->parts); i++) {
    const SlCell *cell;

    if (self->parts[i] == NULL)
      continue;
    cell = &self->parts[i]->cells[self->criterion->index];
    add_basis (self, self->parts[i], cell);
    for (guint j = 0; j < cell->evidence->len; j++)
      add_evidence (self, g_ptr_array_index (cell->evidence, j));
    add_sources (self, cell);
    add_override (self, self->parts[i]);
  }
}

/* ---- the value ---- */

static gboolean
is_overridden (SlValueRow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->parts); i++) {
    if (self->parts[i] != NULL &&
        sl_requirements_find_override (sl_analysis_get_requirements (self->analysis),
                                       self->parts[i], self->criterion) != NULL)
      return TRUE;
  }

  return FALSE;
}

/* A pairing's value is only as well founded as its weaker part. */
static SlBasis
weakest_basis (SlValueRow *self)
{
  SlBasis basis = SL_BASIS_MEASURED;

  for (guint i = 0; i < G_N_ELEMENTS (self->parts); i++) {
    if (self->parts[i] != NULL)
      basis = MIN (basis, self->parts[i]->cells[self->criterion->index].basis);
  }

  return basis;
}

static gboolean
is_same_override (const SlOverride *a, const SlOverride *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a->low == b->low && a->mode == b->mode && a->high == b->high &&
         g_str_equal (a->reason, b->reason);
}

/* Whether what the row opens to is another than before. */
static gboolean
is_overridden_anew (SlValueRow *self, SlAnalysis *analysis)
{
  SlRequirements *before, *after;

  if (self->analysis == NULL)
    return TRUE;

  before = sl_analysis_get_requirements (self->analysis);
  after = sl_analysis_get_requirements (analysis);
  for (guint i = 0; i < G_N_ELEMENTS (self->parts); i++) {
    if (self->parts[i] != NULL &&
        !is_same_override (sl_requirements_find_override (before, self->parts[i], self->criterion),
                           sl_requirements_find_override (after, self->parts[i], self->criterion)))
      return TRUE;
  }

  return FALSE;
}

void
sl_value_row_set_value (SlValueRow *self, SlAnalysis *analysis, double value, double weight)
{
  g_autofree char *figure = g_strdup_printf ("%.0f", value);
  g_autofree char *subtitle = NULL;
  gboolean overrides_changed;

  g_return_if_fail (SL_IS_VALUE_ROW (self));
  g_return_if_fail (analysis != NULL);

  overrides_changed = is_overridden_anew (self, analysis);
  sl_analysis_ref (analysis);
  g_clear_pointer (&self->analysis, sl_analysis_unref);
  self->analysis = analysis;

  gtk_label_set_text (GTK_LABEL (self->value_label), figure);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (self->bar), value);
  /* Translators: under the name of a criterion: %1$s is «Measured», «Judgement», «Overridden» and
   * so on, %2$.1f the criterion's share of the weights in percent. */
  subtitle = g_strdup_printf (_ ("%1$s · %2$.1f %% of the weight"),
                              is_overridden (self) ? _ ("Overridden")
                                                   : sl_basis_get_name (weakest_basis (self)),
                              100 * weight);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  if (overrides_changed)
    fill (self);
}

/* ---- the widget ---- */

static void
sl_value_row_finalize (GObject *object)
{
  SlValueRow *self = SL_VALUE_ROW (object);

  g_clear_object (&self->decision);
  g_clear_pointer (&self->analysis, sl_analysis_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (sl_value_row_parent_class)->finalize (object);
}

static void
sl_value_row_class_init (SlValueRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_value_row_finalize;
}

static void
sl_value_row_init (SlValueRow *self)
{
  self->rows = g_ptr_array_new ();
  self->bar = gtk_level_bar_new_for_interval (0, 100);
  gtk_level_bar_add_offset_value (GTK_LEVEL_BAR (self->bar), GTK_LEVEL_BAR_OFFSET_FULL, 100);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (self->bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (self->bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_widget_set_size_request (self->bar, 96, -1);
  gtk_widget_set_valign (self->bar, GTK_ALIGN_CENTER);
  self->value_label = gtk_label_new (NULL);
  gtk_label_set_width_chars (GTK_LABEL (self->value_label), 3);
  gtk_label_set_xalign (GTK_LABEL (self->value_label), 1);
  gtk_widget_add_css_class (self->value_label, "numeric");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (self), self->bar);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (self), self->value_label);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (fill), NULL);
}

GtkWidget *
sl_value_row_new (SlDecision *decision,
                  const SlCriterion *criterion,
                  const SlAlternative *technology,
                  const SlAlternative *pattern)
{
  SlValueRow *self = g_object_new (SL_TYPE_VALUE_ROW, "title", criterion->name, NULL);

  self->decision = g_object_ref (decision);
  self->criterion = criterion;
  self->parts[0] = technology;
  self->parts[1] = pattern;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  criterion->name, -1);

  return GTK_WIDGET (self);
}
