/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "changes-dialog.h"

#include "widgets.h"

#include "analysis/difference.h"

#include <glib/gi18n.h>
#include <math.h>

/* A list that nobody reads to its end says how long it is instead. */
#define MAX_ROWS 60

struct _SlChangesDialog {
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwPreferencesPage *page;
  GtkLabel *summary_label;
  GtkWidget *choice_box;
  GtkWidget *keep_button;
  GtkWidget *adopt_button;
};

enum {
  SIGNAL_KEEP,
  SIGNAL_ADOPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlChangesDialog, sl_changes_dialog, ADW_TYPE_DIALOG)

static AdwPreferencesGroup *
add_group (SlChangesDialog *self, const char *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_page_add (self->page, group);

  return group;
}

static void
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  adw_preferences_group_add (group, GTK_WIDGET (sl_text_row_new (title, subtitle)));
}

static void
add_rest (AdwPreferencesGroup *group, guint n)
{
  g_autofree char *text = NULL;

  if (n <= MAX_ROWS)
    return;

  text = g_strdup_printf (ngettext ("and one more", "and %u more", n - MAX_ROWS), n - MAX_ROWS);
  add_row (group, text, NULL);
}

/* ---- the ranking ---- */

static char *
describe_place (const SlPlaceChange *place)
{
  if (place->rank_before == 0 && place->rank_after == 0)
    return g_strdup (_ ("Not ranked, as before"));
  if (place->rank_before == 0)
    return g_strdup_printf (_ ("New in place %u"), place->rank_after);
  if (place->rank_after == 0)
    return g_strdup_printf (_ ("No longer ranked; it was in place %u"), place->rank_before);
  if (place->rank_before == place->rank_after)
    /* Translators: %1$u is a place, %2$.1f and %3$.1f are scores from 0 to 100. */
    return g_strdup_printf (_ ("Stays in place %1$u; %2$.1f points, before %3$.1f"),
                            place->rank_after, place->score_after, place->score_before);

  /* Translators: %1$u and %2$u are places, %3$.1f and %4$.1f are scores from 0 to 100. */
  return g_strdup_printf (_ ("From place %1$u to %2$u; %3$.1f points, before %4$.1f"),
                          place->rank_before, place->rank_after, place->score_after,
                          place->score_before);
}

static gboolean
is_moved (const SlPlaceChange *place)
{
  return place->rank_before != place->rank_after;
}

static gboolean
is_shown (const SlPlaceChange *place)
{
  return place->rank_before != 0 || place->rank_after != 0;
}

static void
add_places (SlChangesDialog *self, SlAnalysis *before, SlAnalysis *after, SlBoard board)
{
  g_autoptr (GPtrArray) places = sl_list_places (before, after, board);
  AdwPreferencesGroup *group = add_group (self, _ ("Ranking"));
  guint n = 0, n_moved = 0;
  g_autofree char *summary = NULL;

  for (guint i = 0; i < places->len; i++) {
    const SlPlaceChange *place = g_ptr_array_index (places, i);
    g_autofree char *text = describe_place (place);

    n_moved += is_moved (place);
    if (is_shown (place) && n++ < MAX_ROWS)
      add_row (group, place->name, text);
  }
  add_rest (group, n);
  summary = n_moved == 0
                ? g_strdup (_ ("The order stays the same."))
                : g_strdup_printf (ngettext ("One place changes.", "%u places change.", n_moved),
                                   n_moved);
  adw_preferences_group_set_description (group, summary);
}

/* ---- what changed ---- */

static const char *
get_kind_name (SlChangeKind kind)
{
  switch (kind) {
  case SL_CHANGE_ALTERNATIVE:
    return _ ("Technologies and Patterns");
  case SL_CHANGE_CRITERION:
    return _ ("Criteria");
  case SL_CHANGE_FACT:
    return _ ("Facts");
  case SL_CHANGE_VALUE:
    return _ ("Values");
  case SL_CHANGE_RULE:
    return _ ("Rules");
  case SL_CHANGE_REQUIREMENT:
  default:
    return _ ("What Is Required");
  }
}

static char *
describe_change (const SlChange *change)
{
  if (change->before == NULL)
    return g_strdup (change->after);
  if (change->after == NULL)
    return g_strdup (change->before);

  /* Translators: what something was, and what it is now. */
  return g_strdup_printf (_ ("%1$s → %2$s"), change->before, change->after);
}

static guint
add_changes (SlChangesDialog *self, const GPtrArray *changes, SlChangeKind kind)
{
  AdwPreferencesGroup *group = NULL;
  guint n = 0;

  for (guint i = 0; i < changes->len; i++) {
    const SlChange *change = g_ptr_array_index (changes, i);
    g_autofree char *text = describe_change (change);

    if (change->kind != kind)
      continue;
    if (group == NULL)
      group = add_group (self, get_kind_name (kind));
    if (n++ < MAX_ROWS)
      add_row (group, change->what, text);
  }
  if (group != NULL)
    add_rest (group, n);

  return n;
}

static void
fill (SlChangesDialog *self, SlAnalysis *before, SlAnalysis *after, SlBoard board)
{
  SlRequirements *one = sl_analysis_get_requirements (before);
  SlRequirements *other = sl_analysis_get_requirements (after);
  g_autoptr (GPtrArray) required = sl_list_requirement_changes (one, other);
  g_autoptr (GPtrArray) catalogue = sl_list_catalogue_changes (one->catalogue, other->catalogue);
  g_autofree char *summary = NULL;

  add_places (self, before, after, board);
  for (guint kind = 0; kind < SL_N_CHANGE_KINDS; kind++)
    add_changes (self, kind == SL_CHANGE_REQUIREMENT ? required : catalogue, (SlChangeKind) kind);

  summary =
      /* Translators: %1$u is a number of requirements, %2$u of parts of the catalogue. */
      g_strdup_printf (_ ("Changes of what is required: %1$u. Changes of the catalogue: %2$u."),
                       required->len, catalogue->len);
  gtk_label_set_text (self->summary_label, summary);
}

/* ---- the dialog ---- */

static void
keep_cb (SlChangesDialog *self)
{
  g_signal_emit (self, signals[SIGNAL_KEEP], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
adopt_cb (SlChangesDialog *self)
{
  g_signal_emit (self, signals[SIGNAL_ADOPT], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
sl_changes_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_CHANGES_DIALOG);

  G_OBJECT_CLASS (sl_changes_dialog_parent_class)->dispose (object);
}

static void
sl_changes_dialog_class_init (SlChangesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_changes_dialog_dispose;

  signals[SIGNAL_KEEP] = g_signal_new ("keep", SL_TYPE_CHANGES_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ADOPT] = g_signal_new ("adopt", SL_TYPE_CHANGES_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, SL_RESOURCE_PATH "/changes-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SlChangesDialog, page);
  gtk_widget_class_bind_template_child (widget_class, SlChangesDialog, summary_label);
  gtk_widget_class_bind_template_child (widget_class, SlChangesDialog, choice_box);
  gtk_widget_class_bind_template_child (widget_class, SlChangesDialog, keep_button);
  gtk_widget_class_bind_template_child (widget_class, SlChangesDialog, adopt_button);
}

static void
sl_changes_dialog_init (SlChangesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->keep_button, "clicked", G_CALLBACK (keep_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->adopt_button, "clicked", G_CALLBACK (adopt_cb), self,
                           G_CONNECT_SWAPPED);
}

AdwDialog *
sl_changes_dialog_new (const char *title,
                       SlAnalysis *before,
                       SlAnalysis *after,
                       SlBoard board,
                       gboolean with_choice)
{
  SlChangesDialog *self;

  g_return_val_if_fail (title != NULL && before != NULL && after != NULL, NULL);

  self = g_object_new (SL_TYPE_CHANGES_DIALOG, "title", title, NULL);
  gtk_widget_set_visible (self->choice_box, with_choice);
  fill (self, before, after, board);

  return ADW_DIALOG (self);
}
