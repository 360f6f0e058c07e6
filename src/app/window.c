/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window-private.h"

#include "widgets.h"

#include <glib/gi18n.h>

enum {
  PROP_0,
  PROP_DECISION,
  PROP_ANALYSIS,
  PROP_METHOD,
  PROP_PINNED,
  PROP_PRESENTING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SlWindow, sl_window, ADW_TYPE_APPLICATION_WINDOW)

/* ---- history ---- */

static void
history_changed_cb (SlWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo",
                                 sl_decision_get_can_undo (self->decision));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo",
                                 sl_decision_get_can_redo (self->decision));
}

/* ---- in a meeting ---- */

static void
set_pinned (SlWindow *self, gboolean pinned)
{
  if (pinned == (self->pinned != NULL) || self->analysis == NULL)
    return;

  g_clear_pointer (&self->pinned, sl_analysis_unref);
  if (pinned)
    self->pinned = sl_analysis_ref (self->analysis);
  sl_ranking_page_set_pinned (self->ranking_page, self->pinned);
  sl_window_show_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PINNED]);
}

static void
unpin_cb (SlWindow *self)
{
  set_pinned (self, FALSE);
}

/* Full screen and with larger type; the requirements come in from the edge when they are called. */
static void
set_presenting (SlWindow *self, gboolean presenting)
{
  if (presenting == self->presenting)
    return;

  self->presenting = presenting;
  if (presenting) {
    gtk_widget_add_css_class (GTK_WIDGET (self), "presenting");
    gtk_window_fullscreen (GTK_WINDOW (self));
    self->was_collapsed = adw_overlay_split_view_get_collapsed (self->split_view);
    adw_overlay_split_view_set_collapsed (self->split_view, TRUE);
    adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
  } else {
    gtk_widget_remove_css_class (GTK_WIDGET (self), "presenting");
    gtk_window_unfullscreen (GTK_WINDOW (self));
    adw_overlay_split_view_set_collapsed (self->split_view, self->was_collapsed);
    adw_overlay_split_view_set_show_sidebar (self->split_view, !self->was_collapsed);
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PRESENTING]);
}

/* ---- the decision ---- */

static void
document_changed_cb (SlWindow *self)
{
  gboolean modified = sl_decision_get_modified (self->decision);
  const char *title = sl_decision_get_title (self->decision);

  /* Translators: under a title: the document has changes that are not saved. */
  adw_window_title_set_subtitle (self->document_title, modified ? _ ("Edited") : "");
  adw_window_title_set_title (self->document_title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* What makes no sense before there is a ranking. */
static void
enable_actions (SlWindow *self, gboolean enabled)
{
  static const char *const names[] = {
    "win.reset",      "win.equalise", "win.order",    "win.pairwise",  "win.report",  "win.save",
    "win.save-as",    "win.sidebar",  "win.search",   "win.pinned",    "win.ranking", "win.compare",
    "win.robustness", "win.people",   "win.decision", "win.snapshots",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], enabled);
}

static void
focus_requirements (SlWindow *self)
{
  if (!gtk_widget_child_focus (GTK_WIDGET (self->sidebar), GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self->navigation_view), GTK_DIR_TAB_FORWARD);
}

static void
leave_start (SlWindow *self)
{
  if (self->start_page == NULL)
    return;

  gtk_stack_set_visible_child (self->contents_stack, GTK_WIDGET (self->split_view));
  gtk_stack_remove (self->contents_stack, GTK_WIDGET (g_steal_pointer (&self->start_page)));
  enable_actions (self, TRUE);
  focus_requirements (self);
}

void
sl_window_set_decision (SlWindow *self, SlDecision *decision)
{
  if (self->decision != NULL)
    g_signal_handlers_disconnect_by_data (self->decision, self);
  g_set_object (&self->decision, decision);
  g_clear_pointer (&self->baseline, sl_analysis_unref);
  g_clear_pointer (&self->analysis, sl_analysis_unref);
  g_clear_pointer (&self->pinned, sl_analysis_unref);
  sl_ranking_page_set_pinned (self->ranking_page, NULL);

  g_signal_connect_object (decision, "notify::can-undo", G_CALLBACK (history_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (decision, "notify::modified", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (decision, "changed", G_CALLBACK (sl_window_follow_catalogue), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (decision, "notify::title", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);

  adw_navigation_view_pop_to_tag (self->navigation_view, "main");
  if (self->drawn)
    sl_sidebar_set_decision (self->sidebar, decision);
  /* From nothing, so that the ranking is another even if the decision is the same. */
  sl_analyst_set_decision (self->analyst, NULL);
  sl_analyst_set_board (self->analyst, sl_window_get_board (self));
  sl_analyst_set_decision (self->analyst, decision);
  /* Who is being told already, of another catalogue, is not told again before that is done. */
  if (self->analysis == NULL)
    sl_window_follow_analysis (self);
  sl_window_keep_first (self);
  history_changed_cb (self);
  document_changed_cb (self);
  sl_window_show_catalogue (self);
  leave_start (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DECISION]);
}

/* ---- the first frame ---- */

/* What someone who opens a document waits for is its ranking. All that the ranking can do without
 * is built when that has been drawn, and comes with the second frame: the requirements beside it,
 * what is below it, and what other threads find, for which they would take processors from the
 * drawing. */
static gboolean
show_rest_cb (gpointer user_data)
{
  SlWindow *self = user_data;

  self->rest_id = 0;
  self->drawn = TRUE;
  sl_window_watch_recent (self);
  sl_ranking_page_complete (self->ranking_page);
  if (self->analysis != NULL) {
    sl_sidebar_set_decision (self->sidebar, self->decision);
    sl_window_show_requirements (self);
    focus_requirements (self);
  }
  sl_analyst_release (self->analyst);

  return G_SOURCE_REMOVE;
}

/* The frame clock draws before it comes back to the main loop. */
static gboolean
first_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  SL_WINDOW (widget)->rest_id = g_idle_add (show_rest_cb, widget);

  return G_SOURCE_REMOVE;
}

/* As the preferences say; nothing is to be undone or saved yet. `profile`: nullable. */
static SlDecision *
begin_decision (SlCatalogue *catalogue, const SlProfile *profile)
{
  g_autoptr (GSettings) settings = g_settings_new (SL_APPLICATION_ID);
  g_autofree char *id = g_settings_get_string (settings, "default-method");
  SlMethod method = SL_METHOD_ADDITIVE;

  sl_method_from_id (id, &method, NULL);

  return sl_decision_new_for_profile (catalogue, profile, method,
                                      g_settings_get_uint (settings, "trials"));
}

/* ---- the start ---- */

static void
profile_chosen_cb (SlWindow *self, const SlProfile *profile)
{
  g_autoptr (SlDecision) decision =
      begin_decision (sl_decision_get_catalogue (self->decision), profile);

  sl_window_take_document (self, decision, NULL, NULL, NULL);
  /* Who does not see the ranking is told whom it puts first. */
  g_clear_pointer (&self->announced_first, g_free);
}

/* The question comes before all else, so nothing else is built yet. */
void
sl_window_show_start (SlWindow *self)
{
  self->start_page = g_object_new (SL_TYPE_START_PAGE, NULL);
  sl_start_page_set_catalogue (self->start_page, sl_decision_get_catalogue (self->decision));
  gtk_stack_add_child (self->contents_stack, GTK_WIDGET (self->start_page));
  gtk_stack_set_visible_child (self->contents_stack, GTK_WIDGET (self->start_page));
  g_signal_connect_object (self->start_page, "profile-chosen", G_CALLBACK (profile_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->start_page, "file-chosen", G_CALLBACK (sl_window_open), self,
                           G_CONNECT_SWAPPED);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Shortlist"));
  enable_actions (self, FALSE);
  history_changed_cb (self);
}

/* ---- the window ---- */

static void
sl_window_dispose (GObject *object)
{
  SlWindow *self = SL_WINDOW (object);

  g_clear_handle_id (&self->announce_id, g_source_remove);
  sl_window_clear_focus (self);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SL_TYPE_WINDOW);
  sl_window_clear_document (self);
  g_clear_object (&self->ballots);
  g_clear_object (&self->analyst);
  g_clear_object (&self->decision);
  g_clear_pointer (&self->analysis, sl_analysis_unref);
  g_clear_pointer (&self->baseline, sl_analysis_unref);
  g_clear_pointer (&self->pinned, sl_analysis_unref);
  g_clear_pointer (&self->announced_first, g_free);

  G_OBJECT_CLASS (sl_window_parent_class)->dispose (object);
}

static gboolean
sl_window_close_request (GtkWindow *window)
{
  if (!sl_window_may_close (SL_WINDOW (window)))
    return GDK_EVENT_STOP;

  return GTK_WINDOW_CLASS (sl_window_parent_class)->close_request (window);
}

static void
sl_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SlWindow *self = SL_WINDOW (object);

  switch (id) {
  case PROP_DECISION:
    g_value_set_object (value, self->decision);
    break;
  case PROP_ANALYSIS:
    g_value_set_boxed (value, self->analysis);
    break;
  case PROP_PINNED:
    g_value_set_boolean (value, self->pinned != NULL);
    break;
  case PROP_PRESENTING:
    g_value_set_boolean (value, self->presenting);
    break;
  case PROP_METHOD:
    g_value_set_string (value,
                        sl_method_get_id (sl_decision_get_requirements (self->decision)->method));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
sl_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SlWindow *self = SL_WINDOW (object);
  SlMethod method;

  switch (id) {
  case PROP_METHOD:
    if (sl_method_from_id (g_value_get_string (value), &method, NULL))
      sl_decision_set_method (self->decision, method);
    break;
  case PROP_PINNED:
    set_pinned (self, g_value_get_boolean (value));
    break;
  case PROP_PRESENTING:
    set_presenting (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
sl_window_class_init (SlWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = sl_window_dispose;
  object_class->get_property = sl_window_get_property;
  object_class->set_property = sl_window_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = sl_window_close_request;

  properties[PROP_DECISION] =
      g_param_spec_object ("decision", NULL, NULL, SL_TYPE_DECISION, readable);
  properties[PROP_ANALYSIS] =
      g_param_spec_boxed ("analysis", NULL, NULL, SL_TYPE_ANALYSIS, readable);
  properties[PROP_METHOD] =
      g_param_spec_string ("method", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_PINNED] =
      g_param_spec_boolean ("pinned", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_PRESENTING] =
      g_param_spec_boolean ("presenting", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_property_action (widget_class, "win.method", "method");
  gtk_widget_class_install_property_action (widget_class, "win.pinned", "pinned");
  gtk_widget_class_install_property_action (widget_class, "win.presenting", "presenting");
  sl_window_install_actions (widget_class);

  g_type_ensure (SL_TYPE_SIDEBAR);
  g_type_ensure (SL_TYPE_RANKING_PAGE);
  g_type_ensure (SL_TYPE_COMPARE_PAGE);
  g_type_ensure (SL_TYPE_PEOPLE_PAGE);
  g_type_ensure (SL_TYPE_ROBUSTNESS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, SL_RESOURCE_PATH "/window.ui");
  gtk_widget_class_bind_template_child (widget_class, SlWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, contents_stack);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, navigation_view);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, main_page);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, document_title);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, view_stack);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, ranking_page);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, compare_page);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, robustness_page);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, people_page);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, file_banner);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, catalogue_banner);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, recent_menu);
}

static void
sl_window_init (SlWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sl_menu_button_set_menu (self->menu_button, self->primary_menu);
  sl_window_init_document (self);
  sl_window_init_history (self);
  sl_window_init_focus (self);
  self->analyst = sl_analyst_new ();
  sl_analyst_hold (self->analyst);
  sl_window_init_analysis (self);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), first_frame_cb, NULL, NULL);
  g_signal_connect_object (self->ranking_page, "unpin", G_CALLBACK (unpin_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
restore_size (SlWindow *self)
{
  g_autoptr (GSettings) settings = g_settings_new (SL_APPLICATION_ID);

  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

SlWindow *
sl_window_new (SlApplication *application)
{
  SlWindow *self = g_object_new (SL_TYPE_WINDOW, "application", application, NULL);
  g_autoptr (SlDecision) decision =
      begin_decision (sl_application_get_catalogue (application), NULL);

  restore_size (self);
  sl_window_take_document (self, decision, NULL, NULL, NULL);

  return self;
}

static SlWindow *
window_new_blank (SlApplication *application)
{
  SlWindow *self = g_object_new (SL_TYPE_WINDOW, "application", application, NULL);

  restore_size (self);
  self->decision = begin_decision (sl_application_get_catalogue (application), NULL);

  return self;
}

SlWindow *
sl_window_new_at_start (SlApplication *application)
{
  SlWindow *self = window_new_blank (application);

  sl_window_show_start (self);

  return self;
}

SlWindow *
sl_window_new_for_file (SlApplication *application, GFile *file)
{
  SlWindow *self = window_new_blank (application);

  sl_window_open (self, file);
  sl_window_wait_for_file (self, file);

  return self;
}

gboolean
sl_window_is_untouched (SlWindow *self)
{
  g_return_val_if_fail (SL_IS_WINDOW (self), FALSE);

  return self->file == NULL && self->n_opening == 0 && !sl_decision_get_modified (self->decision) &&
         !sl_decision_get_can_undo (self->decision);
}
