/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "alternative-page.h"

#include "analysis/certainty.h"
#include "prose-row.h"
#include "reading-bin.h"
#include "value-row.h"
#include "waterfall-bar.h"
#include "widgets.h"

#include <glib/gi18n.h>

/* A line of support that ends within so many days is as good as over for a new product. */
#define SOON_DAYS 180

/* A pause in writing, well within what a crash may take. */
#define NOTE_MS 400

struct _SlAlternativePage {
  AdwNavigationPage parent_instance;

  /* Template Widgets */
  GtkLabel *name_label;
  GtkLabel *place_label;
  GtkLabel *summary_label;
  AdwPreferencesGroup *note_group;
  AdwPreferencesGroup *excluded_group;
  AdwPreferencesGroup *pillar_group;
  AdwPreferencesGroup *certainty_group;
  AdwPreferencesGroup *rule_group;
  AdwPreferencesGroup *support_group;
  AdwPreferencesGroup *character_group;
  AdwPreferencesGroup *companion_group;
  AdwPreferencesGroup *claim_group;
  AdwPreferencesGroup *value_group;

  /* Owned References */
  SlDecision *decision;
  SlAnalysis *analysis;
  SlBoard board;
  char *id;
  GPtrArray *excluded_rows;  /* of GtkWidget, borrowed */
  GPtrArray *pillar_rows;    /* of AdwActionRow, borrowed, a pillar */
  GPtrArray *pillar_labels;  /* of GtkLabel, borrowed, a pillar */
  GPtrArray *pillar_bars;    /* of SlWaterfallBar, borrowed, a pillar */
  GPtrArray *certainty_rows; /* of GtkWidget, borrowed */
  GPtrArray *rule_rows;      /* of GtkWidget, borrowed */
  GPtrArray *value_rows;     /* of SlValueRow, borrowed */

  SlProseRow *note_row; /* within its group */
  guint note_timer;     /* until what is written becomes a step */
};

G_DEFINE_FINAL_TYPE (SlAlternativePage, sl_alternative_page, ADW_TYPE_NAVIGATION_PAGE)

/* ---- rows ---- */

static AdwActionRow *
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  AdwActionRow *row = sl_text_row_new (title, subtitle);

  adw_preferences_group_add (group, GTK_WIDGET (row));

  return row;
}

static void
clear_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

static GtkWidget *
add_figure (AdwActionRow *row)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (row, label);

  return label;
}

static void
add_icon (AdwActionRow *row, const char *icon, const char *style)
{
  GtkWidget *image = sl_icon_new (icon);

  if (style != NULL)
    gtk_widget_add_css_class (image, style);
  adw_action_row_add_prefix (row, image);
}

/* ---- what does not change with the requirements ---- */

static const SlEntry *
get_entry (SlAlternativePage *self)
{
  return sl_ranking_find (sl_analysis_get_ranking (self->analysis, self->board), self->id);
}

typedef void (*ShowFunc) (SlAlternativePage *self, const SlAlternative *alternative);

static void
for_each_part (SlAlternativePage *self, ShowFunc show)
{
  const SlEntry *entry = get_entry (self);

  if (entry->technology != NULL)
    show (self, entry->technology);
  if (entry->pattern != NULL)
    show (self, entry->pattern);
}

static void
add_list (SlAlternativePage *self, const char *title, const char *const *texts)
{
  g_autofree char *joined = NULL;

  if (texts == NULL || texts[0] == NULL)
    return;
  joined = g_strjoinv ("\n", (char **) texts);
  add_row (self->character_group, title, joined);
}

static void
show_character (SlAlternativePage *self, const SlAlternative *alternative)
{
  if (get_entry (self)->technology != NULL && get_entry (self)->pattern != NULL)
    add_row (self->character_group, alternative->name, alternative->summary);
  add_list (self, _ ("Strengths"), alternative->strengths);
  add_list (self, _ ("Weaknesses"), alternative->weaknesses);
  add_list (self, _ ("Best For"), alternative->best_for);
  if (alternative->hiring_outlook != NULL)
    add_row (self->character_group, _ ("Hiring Outlook"), alternative->hiring_outlook);
}

static void
show_companions (SlAlternativePage *self, const SlAlternative *alternative)
{
  for (guint i = 0; i < alternative->companions->len; i++) {
    const SlCompanion *companion = g_ptr_array_index (alternative->companions, i);

    add_row (self->companion_group, companion->name, companion->summary);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->companion_group),
                          gtk_widget_get_visible (GTK_WIDGET (self->companion_group)) ||
                              alternative->companions->len > 0);
}

static void
show_claims (SlAlternativePage *self, const SlAlternative *alternative)
{
  for (guint i = 0; i < alternative->claims->len; i++) {
    const SlClaim *claim = g_ptr_array_index (alternative->claims, i);
    AdwActionRow *row = add_row (self->claim_group, claim->claim, claim->data);
    GtkWidget *verdict = gtk_label_new (sl_verdict_get_name (claim->verdict));

    gtk_widget_add_css_class (verdict, "dim-label");
    gtk_widget_add_css_class (verdict, "caption");
    adw_action_row_add_suffix (row, verdict);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->claim_group),
                          gtk_widget_get_visible (GTK_WIDGET (self->claim_group)) ||
                              alternative->claims->len > 0);
}

static char *
format_date (const GDate *date)
{
  g_autoptr (GDateTime) time = g_date_time_new_local (
      g_date_get_year (date), g_date_get_month (date), g_date_get_day (date), 0, 0, 0);

  return g_date_time_format (time, "%x");
}

static void
show_support_line (SlAlternativePage *self, const SlSupportLine *line)
{
  g_autofree char *date = format_date (&line->ends);
  g_autofree char *subtitle = NULL;
  AdwActionRow *row;
  GDate today;
  int days;

  g_date_clear (&today, 1);
  g_date_set_time_t (&today, g_get_real_time () / G_USEC_PER_SEC);
  days = g_date_days_between (&today, &line->ends);
  if (days < 0)
    /* Translators: a version's support; %s is a date. */
    subtitle = g_strdup_printf (_ ("Ended on %s: do not start with it"), date);
  else
    /* Translators: a version's support; %s is a date. */
    subtitle = g_strdup_printf (_ ("Supported until %s"), date);

  row = add_row (self->support_group, line->line, subtitle);
  if (days < 0)
    add_icon (row, "dialog-warning-symbolic", "error");
  else if (days < SOON_DAYS)
    add_icon (row, "dialog-warning-symbolic", "warning");
}

static void
show_support (SlAlternativePage *self, const SlAlternative *alternative)
{
  for (guint i = 0; i < alternative->support->len; i++)
    show_support_line (self, g_ptr_array_index (alternative->support, i));
  gtk_widget_set_visible (GTK_WIDGET (self->support_group),
                          gtk_widget_get_visible (GTK_WIDGET (self->support_group)) ||
                              alternative->support->len > 0);
}

static GtkWidget *
add_bar (AdwActionRow *row, const SlPillar *pillar)
{
  GtkWidget *bar = sl_waterfall_bar_new (pillar->index);

  adw_action_row_add_suffix (row, bar);

  return bar;
}

static void
build_pillars (SlAlternativePage *self)
{
  const GPtrArray *pillars = sl_catalogue_get_pillars (sl_analysis_get_catalogue (self->analysis));

  for (guint i = 0; i < pillars->len; i++) {
    const SlPillar *pillar = g_ptr_array_index (pillars, i);
    AdwActionRow *row = add_row (self->pillar_group, pillar->name, NULL);

    adw_action_row_add_prefix (row, sl_swatch_new (pillar));
    g_ptr_array_add (self->pillar_rows, row);
    g_ptr_array_add (self->pillar_bars, add_bar (row, pillar));
    g_ptr_array_add (self->pillar_labels, add_figure (row));
  }
}

static void
build_values (SlAlternativePage *self)
{
  const SlRanking *ranking = sl_analysis_get_ranking (self->analysis, self->board);
  const SlEntry *entry = get_entry (self);

  for (guint i = 0; i < ranking->n_criteria; i++) {
    GtkWidget *row =
        sl_value_row_new (self->decision, ranking->criteria[i],
                          ranking->criteria[i]->technology_share > 0 ? entry->technology : NULL,
                          ranking->criteria[i]->technology_share < 1 ? entry->pattern : NULL);

    adw_preferences_group_add (self->value_group, row);
    g_ptr_array_add (self->value_rows, row);
  }
}

static void
build (SlAlternativePage *self)
{
  const SlEntry *entry = get_entry (self);
  gboolean is_pairing = entry->technology != NULL && entry->pattern != NULL;
  const SlAlternative *alternative = entry->technology != NULL ? entry->technology : entry->pattern;

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), entry->name);
  gtk_label_set_text (self->name_label, entry->name);
  gtk_label_set_text (self->summary_label, alternative->summary);
  gtk_widget_set_visible (GTK_WIDGET (self->summary_label), !is_pairing);
  gtk_widget_set_visible (GTK_WIDGET (self->support_group), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->companion_group), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->claim_group), FALSE);
  for_each_part (self, show_character);
  for_each_part (self, show_support);
  for_each_part (self, show_companions);
  for_each_part (self, show_claims);
  build_pillars (self);
  build_values (self);
}

/* ---- what does ---- */

static void
show_place (SlAlternativePage *self, const SlRanking *ranking, const SlEntry *entry)
{
  g_autofree char *text = NULL;

  if (entry->rank > 0)
    /* Translators: the place of an alternative: %1$u is its rank, %2$u how many there are, %3$.1f
     * its score. */
    text = g_strdup_printf (_ ("Rank %1$u of %2$u, %3$.1f points"), entry->rank, ranking->n_ranked,
                            entry->score);
  else
    /* Translators: an alternative that is ruled out, and the score that it would have. */
    text = g_strdup_printf (_ ("Ruled out; it would have %.1f points"), entry->score);
  gtk_label_set_text (self->place_label, text);
}

/* The first is compared with the runner-up, all others with the first. */
static void
show_comparison (SlAlternativePage *self, const SlRanking *ranking, const SlEntry *entry)
{
  const SlEntry *first = sl_ranking_get_first (ranking);
  g_autoptr (SlComparison) comparison = NULL;
  g_autofree char *dominance = sl_ranking_describe_dominance (ranking, entry);
  g_autofree char *why = NULL;
  g_autofree char *text = NULL;

  if (first == entry) {
    adw_preferences_group_set_description (self->pillar_group,
                                           sl_analysis_get_answer (self->analysis, self->board));
    return;
  }
  if (first != NULL) {
    comparison = sl_comparison_new (ranking, first, entry);
    why = sl_comparison_describe (comparison, ranking, first, entry);
    if (comparison->gap < 0)
      /* Who is ruled out may well have the better score. */
      text = g_steal_pointer (&why);
    else
      /* Translators: %1$s is the first of the ranking, %2$.1f by how many points it leads, %3$s a
       * sentence about what decides between the two. */
      text = g_strdup_printf (_ ("%1$s is %2$.1f points ahead. %3$s"), first->name, comparison->gap,
                              why);
  }
  if (dominance != NULL) {
    g_autofree char *both = g_strdup_printf ("%s\n%s", text, dominance);

    g_set_str (&text, both);
  }
  adw_preferences_group_set_description (self->pillar_group, text);
}

/* The figures of all rows end at one place, and the bars share a scale. */
static void
show_steps (SlAlternativePage *self, const SlRanking *ranking, const SlEntry *entry)
{
  guint n = self->pillar_bars->len;
  g_autofree SlStep *steps = g_new (SlStep, n);
  double low, high;

  sl_analysis_list_steps (self->analysis, ranking, entry, steps);
  low = high = steps[0].from;
  for (guint i = 0; i < n; i++) {
    low = MIN (low, steps[i].to);
    high = MAX (high, steps[i].to);
  }
  for (guint i = 0; i < n; i++)
    sl_waterfall_bar_set_step (g_ptr_array_index (self->pillar_bars, i), steps[i].from, steps[i].to,
                               low, high);
}

/* As of Unicode's bidirectional algorithm (UAX 9). */
#define LEFT_TO_RIGHT "\u2066"
#define END_ISOLATE "\u2069"

static void
show_pillars (SlAlternativePage *self, const SlRanking *ranking, const SlEntry *entry)
{
  for (guint i = 0; i < self->pillar_rows->len; i++) {
    double contribution = entry->pillar_contributions[i];
    /* Translators: the part of a pillar in a score: %1$.1f points, %2$.0f percent of the weight. */
    g_autofree char *subtitle = g_strdup_printf (_ ("%1$.1f points, at %2$.0f %% of the weight"),
                                                 contribution, 100 * ranking->pillar_weights[i]);
    g_autofree char *difference =
        sl_describe_difference (contribution - ranking->mean_pillar_contributions[i]);
    /* Where text runs from right to left the sign would come last. */
    g_autofree char *figure = g_strconcat (LEFT_TO_RIGHT, difference, END_ISOLATE, NULL);
    GtkLabel *label = g_ptr_array_index (self->pillar_labels, i);

    adw_action_row_set_subtitle (g_ptr_array_index (self->pillar_rows, i), subtitle);
    gtk_label_set_text (label, figure);
  }
}

static void
show_exclusion (SlAlternativePage *self, const SlEntry *entry)
{
  clear_rows (self->excluded_group, self->excluded_rows);
  for (guint i = 0; i < entry->reasons->len; i++) {
    const SlReason *reason = g_ptr_array_index (entry->reasons, i);
    AdwActionRow *row = add_row (self->excluded_group, reason->text, NULL);

    add_icon (row, "action-unavailable-symbolic", NULL);
    g_ptr_array_add (self->excluded_rows, row);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->excluded_group), entry->reasons->len > 0);
}

static char *
describe_effects (const SlRule *rule)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rule->adjustments->len; i++) {
    const SlAdjustment *adjustment = &g_array_index (rule->adjustments, SlAdjustment, i);

    /* Translators: what a rule does: %1$s is a criterion, %2$+.0f the points, with their sign. */
    g_ptr_array_add (parts, g_strdup_printf (_ ("%1$s %2$+.0f"), adjustment->criterion->name,
                                             adjustment->points));
  }
  if (rule->excludes)
    g_ptr_array_add (parts, g_strdup (_ ("rules it out")));
  if (rule->data != NULL)
    /* Translators: %s is a sentence on what published figures say where a rule does not agree with
     * them. */
    g_ptr_array_add (parts, g_strdup_printf (_ ("the data: %s"), rule->data));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
show_rules (SlAlternativePage *self, const SlEntry *entry)
{
  g_autoptr (GPtrArray) rules = sl_analysis_list_rules_for (self->analysis, entry);

  clear_rows (self->rule_group, self->rule_rows);
  for (guint i = 0; i < rules->len; i++) {
    const SlRule *rule = g_ptr_array_index (rules, i);
    g_autofree char *effects = describe_effects (rule);
    AdwActionRow *row = add_row (self->rule_group, rule->statement, effects);

    g_ptr_array_add (self->rule_rows, row);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->rule_group), rules->len > 0);
}

static void
show_values (SlAlternativePage *self, const SlRanking *ranking, const SlEntry *entry)
{
  for (guint i = 0; i < self->value_rows->len; i++)
    sl_value_row_set_value (g_ptr_array_index (self->value_rows, i), self->analysis,
                            entry->values[i], ranking->weights[i]);
}

static void
add_certainty (SlAlternativePage *self, const char *title, const char *text)
{
  if (text != NULL)
    g_ptr_array_add (self->certainty_rows, add_row (self->certainty_group, title, text));
}

/* What would make the first lose its place, or another one take it. */
static void
show_certainty (SlAlternativePage *self, const SlRanking *ranking, const SlEntry *entry)
{
  const SlRobustness *robustness = sl_analysis_get_robustness (self->analysis, self->board);
  const SlSensitivity *sensitivity = sl_analysis_get_sensitivity (self->analysis, self->board);
  g_autofree char *place = NULL;
  g_autofree char *band = NULL;
  g_autofree char *doubt = NULL;

  clear_rows (self->certainty_group, self->certainty_rows);
  if (entry->rank > 0 && robustness != NULL)
    place = sl_robustness_describe_place (robustness, (guint) (entry - ranking->entries));
  add_certainty (self, _ ("Its Place"), place);
  if (entry == sl_ranking_get_first (ranking)) {
    band = sl_analysis_describe_nearest_band (self->analysis, self->board);
    doubt = sl_analysis_describe_doubt (self->analysis, self->board);
    add_certainty (self, _ ("The Weight That Decides Soonest"), band);
    add_certainty (self, _ ("The Value to Check First"), doubt);
  } else if (entry->rank > 0 && sensitivity != NULL) {
    add_certainty (self, _ ("What Would Put It First"),
                   sl_sensitivity_find (sensitivity, entry)->text);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->certainty_group), self->certainty_rows->len > 0);
}

static void
show (SlAlternativePage *self)
{
  const SlRanking *ranking = sl_analysis_get_ranking (self->analysis, self->board);
  const SlEntry *entry = get_entry (self);

  show_place (self, ranking, entry);
  show_comparison (self, ranking, entry);
  show_pillars (self, ranking, entry);
  show_steps (self, ranking, entry);
  show_exclusion (self, entry);
  show_certainty (self, ranking, entry);
  show_rules (self, entry);
  show_values (self, ranking, entry);
}

void
sl_alternative_page_set_analysis (SlAlternativePage *self, SlAnalysis *analysis)
{
  gboolean refined;

  g_return_if_fail (SL_IS_ALTERNATIVE_PAGE (self));

  refined = sl_analysis_has_same_ranking (self->analysis, analysis);
  sl_analysis_ref (analysis);
  g_clear_pointer (&self->analysis, sl_analysis_unref);
  self->analysis = analysis;
  if (refined)
    show_certainty (self, sl_analysis_get_ranking (analysis, self->board), get_entry (self));
  else
    show (self);
}

/* ---- the page ---- */

static void
sl_alternative_page_dispose (GObject *object)
{
  SlAlternativePage *self = SL_ALTERNATIVE_PAGE (object);

  g_clear_handle_id (&self->note_timer, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SL_TYPE_ALTERNATIVE_PAGE);
  g_clear_object (&self->decision);
  g_clear_pointer (&self->analysis, sl_analysis_unref);

  G_OBJECT_CLASS (sl_alternative_page_parent_class)->dispose (object);
}

static void
sl_alternative_page_finalize (GObject *object)
{
  SlAlternativePage *self = SL_ALTERNATIVE_PAGE (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->excluded_rows, g_ptr_array_unref);
  g_clear_pointer (&self->pillar_rows, g_ptr_array_unref);
  g_clear_pointer (&self->pillar_labels, g_ptr_array_unref);
  g_clear_pointer (&self->pillar_bars, g_ptr_array_unref);
  g_clear_pointer (&self->certainty_rows, g_ptr_array_unref);
  g_clear_pointer (&self->rule_rows, g_ptr_array_unref);
  g_clear_pointer (&self->value_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (sl_alternative_page_parent_class)->finalize (object);
}

static void
sl_alternative_page_class_init (SlAlternativePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sl_alternative_page_dispose;
  object_class->finalize = sl_alternative_page_finalize;

  g_type_ensure (SL_TYPE_READING_BIN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SL_RESOURCE_PATH "/alternative-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SlAlternativePage, name_label);
  gtk_widget_class_bind_template_child (widget_class, SlAlternativePage, place_label);
  gtk_widget_class_bind_template_child (widget_class, SlAlternativePage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, SlAlternativePage, note_group);
  gtk_widget_class_bind_template_child (widget_class, SlAlternativePage, excluded_group);
  gtk_widget_class_bind_template_child (widget_class, SlAlternativePage, pillar_group);
  gtk_widget_class_bind_template_child (widget_class, SlAlternativePage, certainty_group);
  gtk_widget_class_bind_template_child (widget_class, SlAlternativePage, rule_group);
  gtk_widget_class_bind_template_child (widget_class, SlAlternativePage, support_group);
  gtk_widget_class_bind_template_child (widget_class, SlAlternativePage, character_group);
  gtk_widget_class_bind_template_child (widget_class, SlAlternativePage, companion_group);
  gtk_widget_class_bind_template_child (widget_class, SlAlternativePage, claim_group);
  gtk_widget_class_bind_template_child (widget_class, SlAlternativePage, value_group);
}

static void
sl_alternative_page_init (SlAlternativePage *self)
{
  self->excluded_rows = g_ptr_array_new ();
  self->pillar_rows = g_ptr_array_new ();
  self->pillar_labels = g_ptr_array_new ();
  self->pillar_bars = g_ptr_array_new ();
  self->certainty_rows = g_ptr_array_new ();
  self->rule_rows = g_ptr_array_new ();
  self->value_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ---- the note ---- */

static void
keep_note (SlAlternativePage *self)
{
  g_autofree char *text = NULL;

  if (self->note_timer == 0)
    return;

  g_clear_handle_id (&self->note_timer, g_source_remove);
  text = sl_prose_row_get_text (self->note_row);
  sl_decision_set_note (self->decision, self->id, text);
}

static gboolean
note_timer_cb (gpointer user_data)
{
  keep_note (user_data);

  return G_SOURCE_REMOVE;
}

/* A step each time that the writer pauses, or goes. */
static void
note_changed_cb (SlAlternativePage *self)
{
  g_clear_handle_id (&self->note_timer, g_source_remove);
  self->note_timer = g_timeout_add (NOTE_MS, note_timer_cb, self);
}

static void
show_note (SlAlternativePage *self)
{
  const char *note = sl_prose_find_note (sl_decision_get_prose (self->decision), self->id);

  if (self->note_timer == 0)
    sl_prose_row_set_text (self->note_row, note != NULL ? note : "");
}

static void
build_note (SlAlternativePage *self)
{
  self->note_row = SL_PROSE_ROW (sl_prose_row_new (_ ("Note")));
  adw_preferences_group_add (self->note_group, GTK_WIDGET (self->note_row));
  show_note (self);
  g_signal_connect_object (self->note_row, "changed", G_CALLBACK (note_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->note_row, "unmap", G_CALLBACK (keep_note), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->decision, "notify::prose", G_CALLBACK (show_note), self,
                           G_CONNECT_SWAPPED);
}

AdwNavigationPage *
sl_alternative_page_new (SlDecision *decision, SlAnalysis *analysis, SlBoard board, const char *id)
{
  SlAlternativePage *self = g_object_new (SL_TYPE_ALTERNATIVE_PAGE, NULL);

  self->decision = g_object_ref (decision);
  self->analysis = sl_analysis_ref (analysis);
  self->board = board;
  self->id = g_strdup (id);
  build (self);
  build_note (self);
  show (self);

  return ADW_NAVIGATION_PAGE (self);
}
