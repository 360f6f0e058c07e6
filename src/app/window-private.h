/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window.h"

#include "compare-page.h"
#include "people-page.h"
#include "ranking-page.h"
#include "robustness-page.h"
#include "sidebar.h"
#include "start-page.h"

#include "analysis/analyst.h"
#include "decision/drafts.h"

G_BEGIN_DECLS

struct _SlWindow {
  AdwApplicationWindow parent_instance;

  /* Template Widgets */
  AdwToastOverlay *toast_overlay;
  GtkStack *contents_stack;
  AdwOverlaySplitView *split_view;
  SlSidebar *sidebar;
  AdwNavigationView *navigation_view;
  AdwNavigationPage *main_page;
  AdwWindowTitle *document_title;
  AdwViewStack *view_stack;
  SlRankingPage *ranking_page;
  SlComparePage *compare_page;
  SlRobustnessPage *robustness_page;
  SlPeoplePage *people_page;
  AdwBanner *file_banner;
  AdwBanner *catalogue_banner;
  GtkMenuButton *menu_button;
  GMenuModel *primary_menu;
  GMenu *recent_menu;

  /* Borrowed References */
  GtkWidget *last_focus;   /* a weak pointer; nullable */
  SlStartPage *start_page; /* while the window asks what is being built; nullable */

  /* Owned References */
  SlDecision *decision;
  SlAnalyst *analyst;
  SlAnalysis *analysis;
  SlAnalysis *baseline; /* what movements are shown against; nullable */
  gboolean baseline_is_of_step;
  SlAnalysis *pinned; /* shown behind the present one; nullable */
  gboolean presenting;
  gboolean was_collapsed; /* before presenting */
  GFile *file;            /* where the document is; nullable */
  char *announced_first;  /* id; nullable */
  guint announce_id;
  guint focus_id;
  guint n_opening;     /* files that are being read for it */
  GListStore *ballots; /* that wait for them; nullable */
  guint patience_id;   /* until it is presented without the one that it was made for */
  AdwToast *reading;   /* tells of that one; nullable */
  gboolean drawn;      /* at least once */
  guint rest_id;       /* of what comes after the first frame */
  SlDraft *draft;
  char *sha256;           /* what the file held when it was read or written; nullable */
  char *attempted_sha256; /* what it may hold since saving failed; nullable */
  GFileMonitor *monitor;  /* nullable */
  guint settle_id;
  guint n_saving;
  gboolean catalogue_offered; /* by the banner */
  gboolean file_gone;         /* which of its two things the banner says */
  gboolean discard;           /* the changes, when the window closes */
  gboolean close_when_saved;
};

SlBoard sl_window_get_board (SlWindow *self);
/* The analyst, which is there already, and the pages. */
void sl_window_init_analysis (SlWindow *self);
/* Shows what the analyst has found. */
void sl_window_follow_analysis (SlWindow *self);
/* On the page in sight, and beside it. */
void sl_window_show_page (SlWindow *self);
void sl_window_show_requirements (SlWindow *self);
/* Who is first now is no news. */
void sl_window_keep_first (SlWindow *self);
/* Asks what is being built. */
void sl_window_show_start (SlWindow *self);
void sl_window_set_decision (SlWindow *self, SlDecision *decision);
/* The same with its file, what that holds, and its draft; these may be NULL. Takes the draft. */
void sl_window_take_document (SlWindow *self,
                              SlDecision *decision,
                              GFile *file,
                              const char *sha256,
                              SlDraft *take_draft);

/* FALSE when there is something to save: then it asks, and closes afterwards if it may. */
gboolean sl_window_may_close (SlWindow *self);
/* Offers the program's catalogue where the document has another one. */
void sl_window_show_catalogue (SlWindow *self);
/* The same where an edit changed it: adopting and keeping can be undone. */
void sl_window_follow_catalogue (SlWindow *self);
void sl_window_install_actions (GtkWidgetClass *widget_class);
void sl_window_init_focus (SlWindow *self);
void sl_window_clear_focus (SlWindow *self);
void sl_window_init_history (SlWindow *self);
void sl_window_install_history_actions (GtkWidgetClass *widget_class);
/* Presents the window without the file that it opens if that takes long, and tells of it; and no
 * longer. */
void sl_window_wait_for_file (SlWindow *self, GFile *file);
void sl_window_stop_waiting (SlWindow *self);
void sl_window_init_document (SlWindow *self);
/* Fills the menu of recent files, now and whenever they change. */
void sl_window_watch_recent (SlWindow *self);
void sl_window_clear_document (SlWindow *self);
void sl_window_install_document_actions (GtkWidgetClass *widget_class);

G_END_DECLS
