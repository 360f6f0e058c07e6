/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "order-dialog.h"

#include "weighing-subject.h"
#include "widgets.h"

#include <glib/gi18n.h>

struct _SlOrderDialog {
  AdwDialog parent_instance;

  /* Template Widgets */
  GtkButton *apply_button;
  AdwComboRow *subject_row;
  GtkListBox *list;

  /* Borrowed References */
  const SlPillar *pillar; /* whose criteria; NULL: the pillars */

  /* Owned References */
  SlDecision *decision;
  GArray *places; /* of guint: who is at each place, by the catalogue's order */
};

G_DEFINE_FINAL_TYPE (SlOrderDialog, sl_order_dialog, ADW_TYPE_DIALOG)

/* ---- the order ---- */

static int
compare_importances (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const double *importances = user_data;
  guint i = *(const guint *) a;
  guint j = *(const guint *) b;

  if (importances[i] < importances[j] || importances[i] > importances[j])
    return importances[i] < importances[j] ? 1 : -1;

  return (i > j) - (i < j);
}

/* As the sliders have it. */
static void
take_order (SlOrderDialog *self)
{
  g_autofree double *importances = sl_weighing_subject_list (self->decision, self->pillar);
  guint n = sl_weighing_subject_count (sl_decision_get_catalogue (self->decision), self->pillar);

  g_array_set_size (self->places, 0);
  for (guint i = 0; i < n; i++)
    g_array_append_val (self->places, i);
  g_array_sort_with_data (self->places, compare_importances, importances);
}

/* What each has as its place, 1 and up, by the catalogue's order. */
static guint *
list_ranks (SlOrderDialog *self)
{
  guint *ranks = g_new (guint, self->places->len);

  for (guint i = 0; i < self->places->len; i++)
    ranks[g_array_index (self->places, guint, i)] = i + 1;

  return ranks;
}

/* ---- the list ---- */

static void fill_list (SlOrderDialog *self);

static void
move (SlOrderDialog *self, guint from, guint to)
{
  GtkListBoxRow *row;
  guint who;

  if (from == to || from >= self->places->len || to >= self->places->len)
    return;
  who = g_array_index (self->places, guint, from);
  g_array_remove_index (self->places, from);
  g_array_insert_val (self->places, to, who);
  fill_list (self);

  row = gtk_list_box_get_row_at_index (self->list, (int) to);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
move_up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint place = g_variant_get_uint32 (parameter);

  if (place > 0)
    move (SL_ORDER_DIALOG (widget), place, place - 1);
}

static void
move_down_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint place = g_variant_get_uint32 (parameter);

  move (SL_ORDER_DIALOG (widget), place, place + 1);
}

static gboolean
key_pressed_cb (GtkWidget *row, guint key, guint code, GdkModifierType state)
{
  SlOrderDialog *self = SL_ORDER_DIALOG (gtk_widget_get_ancestor (row, SL_TYPE_ORDER_DIALOG));
  guint place = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  if ((state & gtk_accelerator_get_default_mod_mask ()) != GDK_ALT_MASK)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Up && place > 0)
    move (self, place, place - 1);
  else if (key == GDK_KEY_Down)
    move (self, place, place + 1);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
append_item (GMenu *menu, const char *label, const char *action, guint place)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "u", place);
  g_menu_append_item (menu, item);
}

static GtkWidget *
menu_button_new (SlOrderDialog *self, const char *name, guint place)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  /* Translators: the name of a button for screen readers; %s is a pillar or a criterion. */
  g_autofree char *label = g_strdup_printf (_ ("Move %s"), name);

  if (place > 0)
    append_item (menu, _ ("Move _Up"), "order.up", place);
  if (place + 1 < self->places->len)
    append_item (menu, _ ("Move _Down"), "order.down", place);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);

  return button;
}

static GdkContentProvider *
drag_prepare_cb (GtkWidget *row)
{
  return gdk_content_provider_new_typed (
      G_TYPE_UINT, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static void
drag_begin_cb (GtkWidget *row, GdkDrag *drag, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static gboolean
drop_cb (GtkWidget *row, const GValue *value)
{
  SlOrderDialog *self = SL_ORDER_DIALOG (gtk_widget_get_ancestor (row, SL_TYPE_ORDER_DIALOG));

  move (self, g_value_get_uint (value),
        (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));

  return TRUE;
}

static void
make_movable (GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_MOVE);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (drag_prepare_cb), row);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (drag_begin_cb), row);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), row);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
  gtk_widget_add_controller (row, keys);
}

static GtkWidget *
row_new (SlOrderDialog *self, guint place, double weight)
{
  const char *name =
      sl_weighing_subject_get_name (sl_decision_get_catalogue (self->decision), self->pillar,
                                    g_array_index (self->places, guint, place));
  AdwActionRow *row = sl_text_row_new (name, NULL);
  g_autofree char *number = g_strdup_printf ("%u", place + 1);
  /* Translators: the share of a pillar or criterion in the whole, in percent. */
  g_autofree char *share = g_strdup_printf (_ ("%.0f %%"), 100 * weight);
  /* Translators: the place of a criterion in an order, as a screen reader says it, and the share
   * that follows, in percent. */
  g_autofree char *description = g_strdup_printf (_ ("Place %1$u of %2$u, %3$.0f %% of the whole"),
                                                  place + 1, self->places->len, 100 * weight);
  GtkWidget *number_label = gtk_label_new (number);
  GtkWidget *share_label = gtk_label_new (share);

  gtk_label_set_width_chars (GTK_LABEL (number_label), 2);
  gtk_widget_add_css_class (number_label, "numeric");
  gtk_widget_add_css_class (share_label, "numeric");
  gtk_widget_add_css_class (share_label, "dim-label");
  adw_action_row_add_prefix (row, number_label);
  adw_action_row_add_prefix (row, sl_icon_new ("list-drag-handle-symbolic"));
  adw_action_row_add_suffix (row, share_label);
  adw_action_row_add_suffix (row, menu_button_new (self, name, place));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  make_movable (GTK_WIDGET (row));

  return GTK_WIDGET (row);
}

static void
fill_list (SlOrderDialog *self)
{
  g_autofree guint *ranks = list_ranks (self);
  g_autofree double *weights = g_new (double, self->places->len);

  sl_weights_from_order (ranks, self->places->len, SL_RANK_WEIGHTS_CENTROID, weights);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < self->places->len; i++)
    gtk_list_box_append (self->list,
                         row_new (self, i, weights[g_array_index (self->places, guint, i)]));
}

static void
subject_changed_cb (SlOrderDialog *self)
{
  self->pillar = sl_weighing_subjects_get (sl_decision_get_catalogue (self->decision), 0,
                                           adw_combo_row_get_selected (self->subject_row));
  take_order (self);
  fill_list (self);
}

static void
apply_cb (SlOrderDialog *self)
{
  g_autofree guint *ranks = list_ranks (self);

  sl_decision_set_order (self->decision, self->pillar, ranks);
  adw_dialog_close (ADW_DIALOG (self));
}

/* ---- the dialog ---- */

static void
sl_order_dialog_dispose (GObject *object)
{
  SlOrderDialog *self = SL_ORDER_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SL_TYPE_ORDER_DIALOG);
  g_clear_object (&self->decision);

  G_OBJECT_CLASS (sl_order_dialog_parent_class)->dispose (object);
}

static void
sl_order_dialog_finalize (GObject *object)
{
  g_clear_pointer (&SL_ORDER_DIALOG (object)->places, g_array_unref);

  G_OBJECT_CLASS (sl_order_dialog_parent_class)->finalize (object);
}

static void
sl_order_dialog_class_init (SlOrderDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sl_order_dialog_dispose;
  object_class->finalize = sl_order_dialog_finalize;

  gtk_widget_class_install_action (widget_class, "order.up", "u", move_up_action);
  gtk_widget_class_install_action (widget_class, "order.down", "u", move_down_action);

  gtk_widget_class_set_template_from_resource (widget_class, SL_RESOURCE_PATH "/order-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SlOrderDialog, apply_button);
  gtk_widget_class_bind_template_child (widget_class, SlOrderDialog, subject_row);
  gtk_widget_class_bind_template_child (widget_class, SlOrderDialog, list);
}

static void
sl_order_dialog_init (SlOrderDialog *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
sl_order_dialog_new (SlDecision *decision)
{
  SlOrderDialog *self = g_object_new (SL_TYPE_ORDER_DIALOG, NULL);
  g_autoptr (GListModel) subjects =
      sl_weighing_subjects_new (sl_decision_get_catalogue (decision), 0);

  self->decision = g_object_ref (decision);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->subject_row), FALSE);
  adw_combo_row_set_model (self->subject_row, subjects);
  subject_changed_cb (self);
  g_signal_connect_object (self->subject_row, "notify::selected", G_CALLBACK (subject_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->apply_button, "clicked", G_CALLBACK (apply_cb), self,
                           G_CONNECT_SWAPPED);

  return ADW_DIALOG (self);
}
