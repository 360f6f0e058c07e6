/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "shortcuts-dialog.h"

#include <glib/gi18n.h>

typedef struct {
  const char *title;
  const char *accelerator;
} Shortcut;

static const Shortcut decision_shortcuts[] = {
  { N_ ("Undo"), "<Control>z" },           { N_ ("Redo"), "<Control><Shift>z" },
  { N_ ("Open"), "<Control>o" },           { N_ ("Save"), "<Control>s" },
  { N_ ("Save As"), "<Control><Shift>s" }, { N_ ("Report"), "<Control>p" },
};

static const Shortcut ranking_shortcuts[] = {
  { N_ ("Show or Hide the Requirements"), "F9" },
  { N_ ("Search and Filter"), "<Control>f" },
  { N_ ("Pin or Unpin the Ranking"), "<Control>d" },
  { N_ ("Ranking"), "<Alt>1" },
  { N_ ("Compare"), "<Alt>2" },
  { N_ ("Robustness"), "<Alt>3" },
  { N_ ("People"), "<Alt>4" },
  { N_ ("Present"), "F11" },
  { N_ ("Open an Alternative"), "Return" },
  { N_ ("Back to the Ranking"), "<Alt>Left" },
};

static const Shortcut general_shortcuts[] = {
  { N_ ("New Window"), "<Control>n" },
  { N_ ("Close Window"), "<Control>w" },
  { N_ ("Preferences"), "<Control>comma" },
  { N_ ("How the Ranking Works"), "F1" },
  { N_ ("Main Menu"), "F10" },
  { N_ ("Keyboard Shortcuts"), "<Control>question" },
  { N_ ("Quit"), "<Control>q" },
};

static char *
accelerator_label (const char *accelerator)
{
  GdkModifierType modifiers;
  guint key;

  if (!gtk_accelerator_parse (accelerator, &key, &modifiers))
    return g_strdup (accelerator);

  return gtk_accelerator_get_label (key, modifiers);
}

static void
add_group (AdwPreferencesPage *page, const char *title, const Shortcut *shortcuts, guint n)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  for (guint i = 0; i < n; i++) {
    GtkWidget *row = adw_action_row_new ();
    g_autofree char *text = accelerator_label (shortcuts[i].accelerator);
    GtkWidget *label = gtk_label_new (text);

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcuts[i].title));
    gtk_widget_add_css_class (label, "dim-label");
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  }
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
}

AdwDialog *
sl_shortcuts_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();

  add_group (ADW_PREFERENCES_PAGE (page), _ ("Decision"), decision_shortcuts,
             G_N_ELEMENTS (decision_shortcuts));
  add_group (ADW_PREFERENCES_PAGE (page), _ ("Ranking"), ranking_shortcuts,
             G_N_ELEMENTS (ranking_shortcuts));
  add_group (ADW_PREFERENCES_PAGE (page), _ ("General"), general_shortcuts,
             G_N_ELEMENTS (general_shortcuts));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (dialog, _ ("Keyboard Shortcuts"));
  adw_dialog_set_child (dialog, view);
  adw_dialog_set_content_width (dialog, 420);
  adw_dialog_set_content_height (dialog, 560);

  return dialog;
}
