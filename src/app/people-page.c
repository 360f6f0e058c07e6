/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "people-page.h"

#include "analysis/people.h"
#include "ballot-files.h"
#include "range-row.h"
#include "weights-dialog.h"
#include "widgets.h"

#include <glib/gi18n.h>
#include <math.h>

/* As long as nobody asks for all of them. */
#define MAX_ENTRIES 6
#define MAX_DIFFERENCES 8

struct _SlPeoplePage {
  AdwBin parent_instance;

  /* Template Widgets */
  AdwPreferencesGroup *list_group;
  GtkButton *take_button;
  AdwEntryRow *name_row;
  GtkWidget *reveal_part;
  GtkLabel *state_label;
  GtkToggleButton *reveal_button;
  GtkWidget *result_part;
  GtkLabel *winner_label;
  GtkBox *sentences_box;
  GtkButton *adopt_button;
  AdwPreferencesGroup *consensus_group;
  GtkLabel *difference_note;
  GtkBox *difference_box;
  GtkToggleButton *all_differences_button;
  AdwPreferencesGroup *person_group;
  GMenuModel *person_menu;

  /* Owned References */
  SlDecision *decision; /* nullable */
  SlAnalysis *analysis; /* nullable */
  SlBoard board;
  SlPeople *people;          /* what is shown; nullable */
  GPtrArray *rows;           /* of the list, borrowed */
  GPtrArray *consensus_rows; /* borrowed */
  GPtrArray *person_rows;    /* borrowed */
  guint show_id;
};

G_DEFINE_FINAL_TYPE (SlPeoplePage, sl_people_page, ADW_TYPE_BIN)

static const GPtrArray *
get_participants (SlPeoplePage *self)
{
  return sl_decision_get_prose (self->decision)->participants;
}

static void
remove_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

static void
add_row (AdwPreferencesGroup *group, GPtrArray *rows, AdwActionRow *row)
{
  adw_preferences_group_add (group, GTK_WIDGET (row));
  g_ptr_array_add (rows, row);
}

/* ---- who takes part ---- */

static char *
describe_participant (const SlParticipant *participant)
{
  if (participant->importance == NULL)
    return g_strdup (_ ("No weights yet"));
  if (participant->date == NULL)
    return g_strdup (_ ("Has set weights"));

  /* Translators: when somebody set their sliders: a date. */
  return g_strdup_printf (_ ("Weights of %s"), participant->date);
}

static guint
get_index (gpointer widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "index"));
}

static void
weights_cb (SlPeoplePage *self, GtkWidget *button)
{
  adw_dialog_present (sl_weights_dialog_new (self->decision, get_index (button)),
                      GTK_WIDGET (self));
}

/* The actions of a row's menu know by its group whose it is. */
static void
save_ballot_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sl_ballot_file_save (user_data, SL_PEOPLE_PAGE (user_data)->decision, get_index (action));
}

static void
clear_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sl_decision_set_participant_importance (SL_PEOPLE_PAGE (user_data)->decision, get_index (action),
                                          NULL);
}

static void
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sl_decision_remove_participant (SL_PEOPLE_PAGE (user_data)->decision, get_index (action));
}

static void
renamed_cb (SlPeoplePage *self, const char *response, AdwAlertDialog *dialog)
{
  GtkWidget *entry = adw_alert_dialog_get_extra_child (dialog);
  guint index = get_index (dialog);

  if (g_str_equal (response, "rename") && index < get_participants (self)->len)
    sl_decision_rename_participant (self->decision, index,
                                    gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
rename_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SlPeoplePage *self = SL_PEOPLE_PAGE (user_data);
  guint index = get_index (action);
  const SlParticipant *participant = g_ptr_array_index (get_participants (self), index);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Rename"), NULL));
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), participant->name);
  gtk_entry_set_max_length (GTK_ENTRY (entry), 200);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name"),
                                  -1);
  g_object_set_data (G_OBJECT (dialog), "index", GUINT_TO_POINTER (index));
  adw_alert_dialog_set_extra_child (dialog, entry);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "rename", _ ("_Rename"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "rename", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "rename");
  g_signal_connect_object (dialog, "response", G_CALLBACK (renamed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
add_action (SlPeoplePage *self,
            GSimpleActionGroup *group,
            const char *name,
            guint index,
            void (*activate_cb) (GSimpleAction *, GVariant *, gpointer))
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, NULL);

  g_object_set_data (G_OBJECT (action), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (action, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_DEFAULT);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
}

static void
add_menu (SlPeoplePage *self, AdwActionRow *row, guint index, gboolean has_weights)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkWidget *button = gtk_menu_button_new ();

  add_action (self, group, "save-ballot", index, save_ballot_cb);
  add_action (self, group, "rename", index, rename_cb);
  if (has_weights)
    add_action (self, group, "clear", index, clear_cb);
  add_action (self, group, "remove", index, remove_cb);
  gtk_widget_insert_action_group (GTK_WIDGET (row), "people", G_ACTION_GROUP (group));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("More"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  sl_menu_button_set_menu (GTK_MENU_BUTTON (button), self->person_menu);
  adw_action_row_add_suffix (row, button);
}

static void
add_participant (SlPeoplePage *self, guint index)
{
  const SlParticipant *participant = g_ptr_array_index (get_participants (self), index);
  g_autofree char *text = describe_participant (participant);
  AdwActionRow *row = sl_text_row_new (participant->name, text);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Weights…"));

  gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", G_CALLBACK (weights_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  participant->name, -1);
  adw_action_row_add_suffix (row, button);
  adw_action_row_set_activatable_widget (row, button);
  add_menu (self, row, index, participant->importance != NULL);
  add_row (self->list_group, self->rows, row);
}

static gboolean
has_focus_within (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++) {
    if (gtk_widget_get_focus_child (g_ptr_array_index (rows, i)) != NULL ||
        gtk_widget_has_focus (g_ptr_array_index (rows, i)))
      return TRUE;
  }

  return FALSE;
}

/* The entry for one more stays behind them all, with its focus. */
static void
show_list (SlPeoplePage *self)
{
  gboolean focused = has_focus_within (self->rows);

  remove_rows (self->list_group, self->rows);
  g_object_ref (self->name_row);
  adw_preferences_group_remove (self->list_group, GTK_WIDGET (self->name_row));
  for (guint i = 0; i < get_participants (self)->len; i++)
    add_participant (self, i);
  adw_preferences_group_add (self->list_group, GTK_WIDGET (self->name_row));
  g_object_unref (self->name_row);
  gtk_widget_set_visible (GTK_WIDGET (self->name_row),
                          get_participants (self)->len < SL_PARTICIPANTS_MAX);
  if (focused)
    gtk_widget_child_focus (GTK_WIDGET (self->list_group), GTK_DIR_TAB_FORWARD);
}

static void
apply_cb (SlPeoplePage *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row)));

  gtk_editable_set_text (GTK_EDITABLE (self->name_row), "");
  sl_decision_add_participant (self->decision, name);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

static void
take_cb (SlPeoplePage *self)
{
  sl_ballot_files_open (GTK_WIDGET (self), self->decision);
}

/* ---- what they make together ---- */

static guint
count_weights (SlPeoplePage *self)
{
  const GPtrArray *participants = get_participants (self);
  guint n = 0;

  for (guint i = 0; i < participants->len; i++)
    n += ((const SlParticipant *) g_ptr_array_index (participants, i))->importance != NULL;

  return n;
}

/* NULL where the result speaks for itself. */
static char *
describe_state (SlPeoplePage *self, gboolean revealed)
{
  guint n = count_weights (self);

  if (n < SL_PEOPLE_MIN)
    return g_strdup (_ ("Once two people have set their weights, you can reveal what they make "
                        "together."));
  if (revealed)
    return self->people != NULL ? NULL : g_strdup (_ ("No alternative meets the requirements"));

  /* Translators: what is hidden of so many people. */
  return g_strdup_printf (ngettext ("%u person has set weights. They are hidden until you reveal "
                                    "them, so that nobody follows another.",
                                    "%u people have set weights. They are hidden until you reveal "
                                    "them, so that nobody follows another.",
                                    n),
                          n);
}

static void
show_sentences (SlPeoplePage *self)
{
  g_autoptr (GPtrArray) sentences = sl_people_describe (self->people);
  GtkWidget *row = NULL;

  gtk_label_set_text (self->winner_label, self->people->winner->entry->name);
  for (guint i = 0; i < sentences->len; i++) {
    row = sl_box_next_row (self->sentences_box, row, sl_sentence_new);
    gtk_label_set_text (GTK_LABEL (row), g_ptr_array_index (sentences, i));
  }
  sl_box_remove_after (self->sentences_box, row);
}

static char *
describe_entry (const SlPeople *people, const SlPeopleEntry *entry)
{
  return g_strdup_printf (
      /* Translators: of an alternative: its points for a group, its mean place, for how many it is
       * first, and the most points that anybody, %5$s, loses with it. */
      _ ("%1$.1f points for the group · place %2$.1f on average · first for %3$u · %4$.1f points "
         "lost at most (%5$s)"),
      entry->score, entry->mean_rank, entry->n_first, entry->worst_regret,
      people->people[entry->worst_off].name);
}

static void
show_consensus (SlPeoplePage *self)
{
  remove_rows (self->consensus_group, self->consensus_rows);
  for (guint i = 0; i < MIN (self->people->n_entries, MAX_ENTRIES); i++) {
    const SlPeopleEntry *entry = &self->people->entries[i];
    const char *name = entry->entry->name;
    /* Translators: a place and an alternative. */
    g_autofree char *title = g_strdup_printf (C_ ("place", "%1$u. %2$s"), entry->rank, name);
    g_autofree char *text = describe_entry (self->people, entry);

    add_row (self->consensus_group, self->consensus_rows, sl_text_row_new (title, text));
  }
}

/* A round share that all weights are within. */
static double
get_axis_end (const SlPeople *people)
{
  double most = 0;

  for (guint k = 0; k < people->n_criteria; k++)
    most = MAX (most, people->criteria[k].highest);

  return sl_range_row_round_share (most);
}

static char *
describe_end (double weight, const SlPerson *person)
{
  /* Translators: a weight in percent, and whose it is. */
  return g_strdup_printf (_ ("%1$.0f %% %2$s"), 100 * weight, person->name);
}

static void
show_difference (SlPeoplePage *self, SlRangeRow *row, guint i, double axis_end)
{
  const SlPeople *people = self->people;
  const SlPeopleCriterion *difference = &people->criteria[i];
  const SlCriterion *criterion = people->ranking->criteria[difference->column];
  g_autofree double *dots = g_new (double, people->n_people);
  /* Translators: the mean of the weights of several people, in percent. */
  g_autofree char *figure = g_strdup_printf (_ ("%.1f %% on average"), 100 * difference->mean);
  g_autofree char *low =
      describe_end (difference->lowest, &people->people[difference->lowest_person]);
  g_autofree char *high =
      describe_end (difference->highest, &people->people[difference->highest_person]);
  g_autofree char *description = sl_people_describe_criterion (people, i);

  for (guint k = 0; k < people->n_people; k++)
    dots[k] = people->people[k].weights[difference->column];
  sl_range_row_set_range (row, &(const SlRange) { .title = criterion->name,
                                                  .figure = figure,
                                                  .pillar = criterion->pillar->index,
                                                  .axis_to = axis_end,
                                                  .from = difference->lowest,
                                                  .to = difference->highest,
                                                  .mark = difference->mean,
                                                  .line = NAN,
                                                  .dots = dots,
                                                  .n_dots = people->n_people,
                                                  .from_text = low,
                                                  .to_text = high,
                                                  .description = description });
}

static void
show_differences (SlPeoplePage *self)
{
  guint n = self->people->n_criteria;
  guint n_shown =
      gtk_toggle_button_get_active (self->all_differences_button) ? n : MIN (n, MAX_DIFFERENCES);
  double axis_end = get_axis_end (self->people);
  g_autofree char *note = g_strdup_printf (
      /* Translators: %.0f is a share in percent. */
      _ ("A dot is one person’s weight, the line their mean, on an axis from 0 to %.0f %%."),
      100 * axis_end);
  GtkWidget *row = NULL;

  gtk_label_set_text (self->difference_note, note);
  for (guint i = 0; i < n_shown; i++) {
    row = sl_box_next_row (self->difference_box, row, sl_range_row_new);
    show_difference (self, SL_RANGE_ROW (row), i, axis_end);
  }
  sl_box_remove_after (self->difference_box, row);
  gtk_widget_set_visible (GTK_WIDGET (self->all_differences_button), n > MAX_DIFFERENCES);
}

static void
show_persons (SlPeoplePage *self)
{
  remove_rows (self->person_group, self->person_rows);
  for (guint i = 0; i < self->people->n_people; i++) {
    g_autofree char *text = sl_people_describe_person (self->people, i);

    add_row (self->person_group, self->person_rows,
             sl_text_row_new (self->people->people[i].name, text));
  }
  adw_preferences_group_set_description (self->person_group,
                                         sl_people_describe_basis (self->people));
}

static void
show_state (SlPeoplePage *self)
{
  gboolean revealed = gtk_toggle_button_get_active (self->reveal_button);
  g_autofree char *state = describe_state (self, revealed);

  gtk_widget_set_visible (self->reveal_part, get_participants (self)->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->reveal_button), count_weights (self) >= SL_PEOPLE_MIN);
  gtk_button_set_label (GTK_BUTTON (self->reveal_button), revealed ? _ ("_Hide") : _ ("Re_veal"));
  gtk_label_set_text (self->state_label, state != NULL ? state : "");
  gtk_widget_set_visible (GTK_WIDGET (self->state_label), state != NULL);
}

static void
show_result (SlPeoplePage *self)
{
  g_clear_pointer (&self->people, sl_people_unref);
  if (gtk_toggle_button_get_active (self->reveal_button) && count_weights (self) >= SL_PEOPLE_MIN)
    self->people = sl_people_new (self->analysis, get_participants (self), self->board);
  show_state (self);
  gtk_widget_set_visible (self->result_part, self->people != NULL);
  if (self->people == NULL)
    return;

  show_sentences (self);
  show_consensus (self);
  show_differences (self);
  show_persons (self);
}

/* Once for all that changes before the next frame. */
static gboolean
show_result_cb (gpointer user_data)
{
  SlPeoplePage *self = user_data;

  self->show_id = 0;
  show_result (self);

  return G_SOURCE_REMOVE;
}

static void
queue_result (SlPeoplePage *self)
{
  if (self->show_id == 0)
    self->show_id = g_idle_add (show_result_cb, self);
}

static void
reveal_cb (SlPeoplePage *self)
{
  if (self->decision != NULL)
    queue_result (self);
}

static void
adopt_cb (SlPeoplePage *self)
{
  if (self->people != NULL)
    sl_decision_set_importance (self->decision, self->people->importance);
}

static void
prose_changed_cb (SlPeoplePage *self)
{
  show_list (self);
  queue_result (self);
}

/* ---- the page ---- */

static gboolean
is_built (SlPeoplePage *self)
{
  return self->list_group != NULL;
}

/* A window that is not turned to this page does not wait for it. (A template is to be initialised
 * with its object for the sake of construction properties and of classes that derive from it; there
 * are none of either.) */
static void
ensure_built (SlPeoplePage *self)
{
  if (is_built (self))
    return;

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->name_row, "apply", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->take_button, "clicked", G_CALLBACK (take_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reveal_button, "toggled", G_CALLBACK (reveal_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->adopt_button, "clicked", G_CALLBACK (adopt_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->all_differences_button, "toggled", G_CALLBACK (reveal_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
take_decision (SlPeoplePage *self, SlDecision *decision)
{
  if (self->decision == decision)
    return;
  if (self->decision != NULL)
    g_signal_handlers_disconnect_by_data (self->decision, self);
  g_set_object (&self->decision, decision);
  g_signal_connect_object (decision, "notify::prose", G_CALLBACK (prose_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_toggle_button_set_active (self->reveal_button, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), "");
  show_list (self);
}

void
sl_people_page_set_analysis (SlPeoplePage *self,
                             SlDecision *decision,
                             SlAnalysis *analysis,
                             SlBoard board)
{
  gboolean same;

  g_return_if_fail (SL_IS_PEOPLE_PAGE (self));
  g_return_if_fail (SL_IS_DECISION (decision));
  g_return_if_fail (analysis != NULL);

  ensure_built (self);
  same = self->decision == decision && self->board == board && self->analysis != NULL &&
         sl_analysis_has_same_ranking (self->analysis, analysis);
  if (!same) {
    sl_analysis_ref (analysis);
    g_clear_pointer (&self->analysis, sl_analysis_unref);
    self->analysis = analysis;
    self->board = board;
    take_decision (self, decision);
    queue_result (self);
  }
}

static void
sl_people_page_dispose (GObject *object)
{
  SlPeoplePage *self = SL_PEOPLE_PAGE (object);

  g_clear_handle_id (&self->show_id, g_source_remove);
  if (is_built (self))
    gtk_widget_dispose_template (GTK_WIDGET (self), SL_TYPE_PEOPLE_PAGE);
  g_clear_pointer (&self->people, sl_people_unref);
  g_clear_pointer (&self->analysis, sl_analysis_unref);
  g_clear_object (&self->decision);

  G_OBJECT_CLASS (sl_people_page_parent_class)->dispose (object);
}

static void
sl_people_page_finalize (GObject *object)
{
  SlPeoplePage *self = SL_PEOPLE_PAGE (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->consensus_rows);
  g_ptr_array_unref (self->person_rows);

  G_OBJECT_CLASS (sl_people_page_parent_class)->finalize (object);
}

static void
sl_people_page_class_init (SlPeoplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_people_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_people_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, SL_RESOURCE_PATH "/people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SlPeoplePage, list_group);
  gtk_widget_class_bind_template_child (widget_class, SlPeoplePage, take_button);
  gtk_widget_class_bind_template_child (widget_class, SlPeoplePage, name_row);
  gtk_widget_class_bind_template_child (widget_class, SlPeoplePage, reveal_part);
  gtk_widget_class_bind_template_child (widget_class, SlPeoplePage, state_label);
  gtk_widget_class_bind_template_child (widget_class, SlPeoplePage, reveal_button);
  gtk_widget_class_bind_template_child (widget_class, SlPeoplePage, result_part);
  gtk_widget_class_bind_template_child (widget_class, SlPeoplePage, winner_label);
  gtk_widget_class_bind_template_child (widget_class, SlPeoplePage, sentences_box);
  gtk_widget_class_bind_template_child (widget_class, SlPeoplePage, adopt_button);
  gtk_widget_class_bind_template_child (widget_class, SlPeoplePage, consensus_group);
  gtk_widget_class_bind_template_child (widget_class, SlPeoplePage, difference_note);
  gtk_widget_class_bind_template_child (widget_class, SlPeoplePage, difference_box);
  gtk_widget_class_bind_template_child (widget_class, SlPeoplePage, all_differences_button);
  gtk_widget_class_bind_template_child (widget_class, SlPeoplePage, person_group);
  gtk_widget_class_bind_template_child (widget_class, SlPeoplePage, person_menu);
}

static void
sl_people_page_init (SlPeoplePage *self)
{
  self->rows = g_ptr_array_new ();
  self->consensus_rows = g_ptr_array_new ();
  self->person_rows = g_ptr_array_new ();
}
