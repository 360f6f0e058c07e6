/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the menus, the buttons and the keys of the window call, besides its document and history. */

#include "config.h"

#include "window-private.h"

#include "help-dialog.h"
#include "order-dialog.h"
#include "pairwise-dialog.h"
#include "preferences-dialog.h"
#include "report-dialog.h"
#include "shortcuts-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

/* ---- weights ---- */

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_decision_undo (SL_WINDOW (widget)->decision);
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_decision_redo (SL_WINDOW (widget)->decision);
}

static void
reset_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_decision_reset (SL_WINDOW (widget)->decision);
}

static void
equalise_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_decision_equalise (SL_WINDOW (widget)->decision);
}

static void
order_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (sl_order_dialog_new (SL_WINDOW (widget)->decision), widget);
}

static void
pairwise_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (sl_pairwise_dialog_new (SL_WINDOW (widget)->decision), widget);
}

/* ---- pages ---- */

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlWindow *self = SL_WINDOW (widget);

  adw_navigation_view_pop_to_tag (self->navigation_view, "main");
  adw_view_stack_set_visible_child (self->view_stack, GTK_WIDGET (self->ranking_page));
  sl_ranking_page_search (self->ranking_page);
}

/* win.ranking, win.compare and so on: the page of this name. */
static void
page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlWindow *self = SL_WINDOW (widget);

  adw_navigation_view_pop_to_tag (self->navigation_view, "main");
  adw_view_stack_set_visible_child_name (self->view_stack, name + strlen ("win."));
}

/* ---- report ---- */

static void
open_report_cb (GFile *file)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, NULL, NULL, NULL, NULL);
}

static void
report_saved_cb (SlWindow *self, GFile *file)
{
  AdwToast *toast = adw_toast_new (_ ("Report saved"));

  adw_toast_set_button_label (toast, _ ("_Open"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (open_report_cb), g_object_ref (file),
                         (GClosureNotify) (GCallback) g_object_unref, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
report_failed_cb (SlWindow *self, const char *message)
{
  sl_window_show_error (self, _ ("The Report Was Not Saved"), message);
}

static void
report_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlWindow *self = SL_WINDOW (widget);
  AdwDialog *dialog =
      sl_report_dialog_new (self->decision, self->analysis, sl_window_get_board (self));

  g_signal_connect_object (dialog, "saved", G_CALLBACK (report_saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "failed", G_CALLBACK (report_failed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

/* ---- dialogs ---- */

static void
shortcuts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (sl_shortcuts_dialog_new (), widget);
}

static void
help_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (sl_help_dialog_new (), widget);
}

static void
preferences_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (sl_preferences_dialog_new (), widget);
}

static void
sidebar_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwOverlaySplitView *split_view = SL_WINDOW (widget)->split_view;

  adw_overlay_split_view_set_show_sidebar (split_view,
                                           !adw_overlay_split_view_get_show_sidebar (split_view));
}

/* ---- all of them ---- */

void
sl_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.reset", NULL, reset_action);
  gtk_widget_class_install_action (widget_class, "win.equalise", NULL, equalise_action);
  gtk_widget_class_install_action (widget_class, "win.order", NULL, order_action);
  gtk_widget_class_install_action (widget_class, "win.pairwise", NULL, pairwise_action);
  gtk_widget_class_install_action (widget_class, "win.report", NULL, report_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.ranking", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "win.compare", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "win.robustness", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "win.people", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_action);
  gtk_widget_class_install_action (widget_class, "win.help", NULL, help_action);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_action);
  gtk_widget_class_install_action (widget_class, "win.sidebar", NULL, sidebar_action);
  sl_window_install_document_actions (widget_class);
  sl_window_install_history_actions (widget_class);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "win.report",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "win.search",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "win.pinned",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1, GDK_ALT_MASK, "win.ranking", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_2, GDK_ALT_MASK, "win.compare", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_3, GDK_ALT_MASK, "win.robustness",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_4, GDK_ALT_MASK, "win.people", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F1, 0, "win.help", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_comma, GDK_CONTROL_MASK,
                                       "win.preferences", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "win.presenting", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "win.sidebar", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, GDK_CONTROL_MASK,
                                       "win.shortcuts", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.shortcuts", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
}
