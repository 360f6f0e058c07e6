/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "start-page.h"

#include "widgets.h"
#include "window.h"

#include <glib/gi18n.h>

#define MAX_RECENT 5
/* Cards that the question comes with: more than a window of the usual size shows. */
#define FIRST_CARDS 12
/* The width that a card asks for, so that three fit beside each other. */
#define CARD_CHARS 24

struct _SlStartPage {
  AdwBin parent_instance;

  /* Template Widgets */
  GtkMenuButton *menu_button;
  GMenuModel *start_menu;
  GtkFlowBox *profile_box;
  GtkWidget *recent_box;
  GtkListBox *recent_list;

  /* Owned References */
  SlCatalogue *catalogue;
  guint rest_id;
};

enum {
  SIGNAL_PROFILE_CHOSEN,
  SIGNAL_FILE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlStartPage, sl_start_page, ADW_TYPE_BIN)

/* ---- profiles ---- */

static GtkWidget *
card_label_new (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CARD_CHARS);
  gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
card_new (const SlProfile *profile)
{
  /* It is pressed like a button; to a screen reader the cells of a grid would be a riddle. */
  GtkWidget *card =
      g_object_new (GTK_TYPE_FLOW_BOX_CHILD, "accessible-role", GTK_ACCESSIBLE_ROLE_BUTTON, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *icon = sl_icon_new (NULL); /* it comes later, to a place that is kept for it */

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 20);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (words), card_label_new (profile->name, "heading"));
  gtk_box_append (GTK_BOX (words), card_label_new (profile->summary, "dim-label"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), words);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (card), line);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "activatable");
  gtk_widget_add_css_class (card, "profile");
  gtk_widget_set_tooltip_text (card, profile->assumes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  profile->name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  profile->summary, -1);

  return card;
}

static void
add_cards (SlStartPage *self, guint first, guint end)
{
  const GPtrArray *profiles = sl_catalogue_get_profiles (self->catalogue);

  for (guint i = first; i < MIN (end, profiles->len); i++)
    gtk_flow_box_append (self->profile_box, card_new (g_ptr_array_index (profiles, i)));
}

static void
fill_icons (SlStartPage *self)
{
  const GPtrArray *profiles = sl_catalogue_get_profiles (self->catalogue);

  for (guint i = 0; i < profiles->len; i++) {
    const SlProfile *profile = g_ptr_array_index (profiles, i);
    GtkFlowBoxChild *card = gtk_flow_box_get_child_at_index (self->profile_box, (int) i);
    GtkWidget *icon = gtk_widget_get_first_child (gtk_flow_box_child_get_child (card));

    gtk_image_set_from_icon_name (GTK_IMAGE (icon), profile->icon);
  }
}

static void
profile_activated_cb (SlStartPage *self, GtkFlowBoxChild *card)
{
  const GPtrArray *profiles = sl_catalogue_get_profiles (self->catalogue);

  g_signal_emit (self, signals[SIGNAL_PROFILE_CHOSEN], 0,
                 g_ptr_array_index (profiles, (guint) gtk_flow_box_child_get_index (card)));
}

/* ---- recent decisions ---- */

static char *
describe_folder (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  return folder != NULL ? g_file_get_parse_name (folder) : g_strdup ("");
}

static void
add_recent (SlStartPage *self, GtkRecentInfo *info)
{
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  g_autofree char *folder = describe_folder (file);
  AdwActionRow *row = sl_text_row_new (gtk_recent_info_get_display_name (info), folder);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (row, sl_icon_new ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "file", g_steal_pointer (&file), g_object_unref);
  gtk_list_box_append (self->recent_list, GTK_WIDGET (row));
}

static void
fill_recent (SlStartPage *self)
{
  g_autoptr (GPtrArray) decisions = sl_list_recent_files ();

  gtk_list_box_remove_all (self->recent_list);
  for (guint i = 0; i < MIN (decisions->len, MAX_RECENT); i++)
    add_recent (self, g_ptr_array_index (decisions, i));
  gtk_widget_set_visible (self->recent_box,
                          gtk_list_box_get_row_at_index (self->recent_list, 0) != NULL);
}

/* What is out of sight, and icons and the list of recent files, which are read from the disk: the
 * question need not wait for them. */
static gboolean
fill_rest_cb (gpointer user_data)
{
  SlStartPage *self = user_data;

  self->rest_id = 0;
  add_cards (self, FIRST_CARDS, G_MAXUINT);
  fill_icons (self);
  fill_recent (self);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (fill_recent),
                           self, G_CONNECT_SWAPPED);

  return G_SOURCE_REMOVE;
}

static void
recent_activated_cb (SlStartPage *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_FILE_CHOSEN], 0, g_object_get_data (G_OBJECT (row), "file"));
}

/* ---- the page ---- */

void
sl_start_page_set_catalogue (SlStartPage *self, SlCatalogue *catalogue)
{
  g_return_if_fail (SL_IS_START_PAGE (self));
  g_return_if_fail (catalogue != NULL);

  sl_catalogue_ref (catalogue);
  g_clear_pointer (&self->catalogue, sl_catalogue_unref);
  self->catalogue = catalogue;
  gtk_flow_box_remove_all (self->profile_box);
  add_cards (self, 0, FIRST_CARDS);
  if (self->rest_id == 0)
    self->rest_id = g_idle_add_full (G_PRIORITY_LOW, fill_rest_cb, self, NULL);
}

static void
sl_start_page_dispose (GObject *object)
{
  SlStartPage *self = SL_START_PAGE (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SL_TYPE_START_PAGE);
  g_clear_pointer (&self->catalogue, sl_catalogue_unref);

  G_OBJECT_CLASS (sl_start_page_parent_class)->dispose (object);
}

static void
sl_start_page_class_init (SlStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_start_page_dispose;

  signals[SIGNAL_PROFILE_CHOSEN] =
      g_signal_new ("profile-chosen", SL_TYPE_START_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_FILE_CHOSEN] = g_signal_new ("file-chosen", SL_TYPE_START_PAGE, G_SIGNAL_RUN_LAST,
                                              0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_set_template_from_resource (widget_class, SL_RESOURCE_PATH "/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SlStartPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SlStartPage, start_menu);
  gtk_widget_class_bind_template_child (widget_class, SlStartPage, profile_box);
  gtk_widget_class_bind_template_child (widget_class, SlStartPage, recent_box);
  gtk_widget_class_bind_template_child (widget_class, SlStartPage, recent_list);
}

static void
sl_start_page_init (SlStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sl_menu_button_set_menu (self->menu_button, self->start_menu);
  g_signal_connect_object (self->profile_box, "child-activated", G_CALLBACK (profile_activated_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recent_list, "row-activated", G_CALLBACK (recent_activated_cb),
                           self, G_CONNECT_SWAPPED);
}
