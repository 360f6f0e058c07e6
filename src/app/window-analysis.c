/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What follows from the decision, to the pages that show it; and who is told of a new first. */

#include "config.h"

#include "window-private.h"

#include "alternative-page.h"
#include "speech.h"

#include <glib/gi18n.h>

/* A screen reader hears of a new first at most this often, and only once the hand rests. */
#define ANNOUNCE_MS 1000

SlBoard
sl_window_get_board (SlWindow *self)
{
  return sl_ranking_page_get_board (self->ranking_page);
}

static const char *
first_id (SlAnalysis *analysis, SlBoard board)
{
  const SlEntry *first = sl_ranking_get_first (sl_analysis_get_ranking (analysis, board));

  return first != NULL ? first->id : NULL;
}

static gboolean
announce_cb (gpointer user_data)
{
  SlWindow *self = user_data;
  const SlEntry *first =
      sl_ranking_get_first (sl_analysis_get_ranking (self->analysis, sl_window_get_board (self)));
  const char *id = first != NULL ? first->id : NULL;

  self->announce_id = 0;
  if (g_strcmp0 (id, self->announced_first) != 0) {
    g_autofree char *name = first != NULL ? sl_speech_name (first->name) : NULL;
    /* Translators: what a screen reader announces; %s is an alternative. */
    g_autofree char *text = name != NULL ? g_strdup_printf (_ ("%s is now first"), name)
                                         : g_strdup (_ ("No alternative meets the requirements"));

    gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    g_set_str (&self->announced_first, id);
  }

  return G_SOURCE_REMOVE;
}

/* Movements are shown against the ranking before the present step: the one that a drag began with,
 * or the one before a single edit. */
static void
keep_baseline (SlWindow *self)
{
  gboolean in_step = sl_decision_is_in_step (self->decision);

  if (in_step && self->baseline_is_of_step)
    return;
  g_clear_pointer (&self->baseline, sl_analysis_unref);
  self->baseline = self->analysis != NULL ? sl_analysis_ref (self->analysis) : NULL;
  self->baseline_is_of_step = in_step;
}

/* Only the page in sight follows at once; the others when they are turned to. */
void
sl_window_show_page (SlWindow *self)
{
  GtkWidget *page = adw_view_stack_get_visible_child (self->view_stack);

  if (self->analysis == NULL)
    return;
  if (page == GTK_WIDGET (self->ranking_page))
    sl_ranking_page_set_analysis (self->ranking_page, self->analysis, self->baseline);
  else if (page == GTK_WIDGET (self->compare_page))
    sl_compare_page_set_analysis (self->compare_page, self->decision, self->analysis,
                                  sl_window_get_board (self));
  else if (page == GTK_WIDGET (self->robustness_page))
    sl_robustness_page_set_analysis (self->robustness_page, self->decision, self->analysis,
                                     sl_window_get_board (self));
  else if (page == GTK_WIDGET (self->people_page))
    sl_people_page_set_analysis (self->people_page, self->decision, self->analysis,
                                 sl_window_get_board (self));
}

/* Before the first frame there is no sidebar, see below. */
void
sl_window_show_requirements (SlWindow *self)
{
  if (self->drawn)
    sl_sidebar_set_analysis (self->sidebar, self->analysis, sl_window_get_board (self));
}

static void
show_analysis (SlWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation_view);

  sl_window_show_requirements (self);
  sl_window_show_page (self);
  if (SL_IS_ALTERNATIVE_PAGE (page))
    sl_alternative_page_set_analysis (SL_ALTERNATIVE_PAGE (page), self->analysis);
}

/* The same ranking, with more known about it. */
static void
take_refinement (SlWindow *self, SlAnalysis *analysis)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation_view);

  sl_analysis_unref (self->analysis);
  self->analysis = sl_analysis_ref (analysis);
  sl_window_show_requirements (self);
  sl_ranking_page_set_certainty (self->ranking_page, analysis);
  if (adw_view_stack_get_visible_child (self->view_stack) == GTK_WIDGET (self->robustness_page))
    sl_window_show_page (self);
  if (SL_IS_ALTERNATIVE_PAGE (page))
    sl_alternative_page_set_analysis (SL_ALTERNATIVE_PAGE (page), analysis);
  g_object_notify (G_OBJECT (self), "analysis");
}

static void
take_ranking (SlWindow *self, SlAnalysis *analysis)
{
  keep_baseline (self);
  g_clear_pointer (&self->analysis, sl_analysis_unref);
  self->analysis = sl_analysis_ref (analysis);
  show_analysis (self);
  if (self->announce_id == 0)
    self->announce_id = g_timeout_add (ANNOUNCE_MS, announce_cb, self);
  g_object_notify (G_OBJECT (self), "analysis");
  g_object_notify (G_OBJECT (self), "method");
}

void
sl_window_follow_analysis (SlWindow *self)
{
  SlAnalysis *analysis = sl_analyst_get_analysis (self->analyst);

  if (analysis == NULL)
    return;
  /* With another catalogue nothing that is shown is the same. */
  if (self->analysis != NULL &&
      sl_analysis_get_catalogue (self->analysis) != sl_analysis_get_catalogue (analysis))
    sl_window_set_decision (self, self->decision);
  else if (self->analysis != NULL && sl_analysis_has_same_ranking (self->analysis, analysis))
    take_refinement (self, analysis);
  else
    take_ranking (self, analysis);
}

void
sl_window_keep_first (SlWindow *self)
{
  g_set_str (&self->announced_first, first_id (self->analysis, sl_window_get_board (self)));
}

static void
board_changed_cb (SlWindow *self)
{
  sl_analyst_set_board (self->analyst, sl_window_get_board (self));
  sl_window_show_requirements (self);
  sl_window_keep_first (self);
}

static void
alternative_activated_cb (SlWindow *self, const char *id)
{
  /* The second click of two finds the page on its way in. */
  if (adw_navigation_view_get_visible_page (self->navigation_view) != self->main_page)
    return;
  adw_navigation_view_push (
      self->navigation_view,
      sl_alternative_page_new (self->decision, self->analysis, sl_window_get_board (self), id));
}

void
sl_window_init_analysis (SlWindow *self)
{
  g_signal_connect_object (self->analyst, "notify::analysis",
                           G_CALLBACK (sl_window_follow_analysis), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view_stack, "notify::visible-child",
                           G_CALLBACK (sl_window_show_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ranking_page, "activated", G_CALLBACK (alternative_activated_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ranking_page, "notify::board", G_CALLBACK (board_changed_cb), self,
                           G_CONNECT_SWAPPED);
}
