/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "widgets.h"

#define PARAGRAPH_CHARS 44

GtkWidget *
sl_swatch_new (const SlPillar *pillar)
{
  GtkWidget *swatch = NULL;
  g_autofree char *style = NULL;

  g_return_val_if_fail (pillar != NULL, NULL);

  swatch = g_object_new (GTK_TYPE_BOX, "css-name", "swatch", "accessible-role",
                         GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign", GTK_ALIGN_CENTER, NULL);
  style = g_strdup_printf ("pillar-%u", pillar->index);
  gtk_widget_add_css_class (swatch, style);

  return swatch;
}

GtkWidget *
sl_icon_new (const char *name)
{
  return g_object_new (GTK_TYPE_IMAGE, "icon-name", name, "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

AdwActionRow *
sl_text_row_new (const char *title, const char *subtitle)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (row, subtitle);

  return row;
}

GtkWidget *
sl_paragraph_new (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), PARAGRAPH_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), PARAGRAPH_CHARS);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

GtkWidget *
sl_sentence_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);

  return label;
}

GtkWidget *
sl_box_next_row (GtkBox *box, GtkWidget *row, GtkWidget *(*row_new) (void) )
{
  GtkWidget *next = row != NULL ? gtk_widget_get_next_sibling (row)
                                : gtk_widget_get_first_child (GTK_WIDGET (box));

  if (next == NULL) {
    next = row_new ();
    gtk_box_append (box, next);
  }

  return next;
}

void
sl_box_remove_after (GtkBox *box, GtkWidget *row)
{
  GtkWidget *next = row != NULL ? gtk_widget_get_next_sibling (row)
                                : gtk_widget_get_first_child (GTK_WIDGET (box));

  while (next != NULL) {
    GtkWidget *old = next;

    next = gtk_widget_get_next_sibling (old);
    gtk_box_remove (box, old);
  }
}

GtkFileDialog *
sl_file_dialog_new (const char *title, const char *name, const char *suffix)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));

  return dialog;
}

static void
create_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, user_data);
}

void
sl_menu_button_set_menu (GtkMenuButton *button, GMenuModel *menu)
{
  gtk_menu_button_set_create_popup_func (button, create_menu_cb, g_object_ref (menu),
                                         g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE,
                                  -1);
}

void
sl_set_tooltip (GtkWidget *widget, const char *text)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) != 0)
    gtk_widget_set_tooltip_text (widget, text);
}
