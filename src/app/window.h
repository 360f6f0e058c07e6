/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "application.h"

#include "analysis/analysis.h"
#include "decision/drafts.h"

G_BEGIN_DECLS

/* One decision: what is wanted on one side, what follows on the other. Properties: decision
 * (SlDecision), analysis (boxed, SlAnalysis): what the window shows; method
 * (string, its id). */

#define SL_TYPE_WINDOW (sl_window_get_type ())
G_DECLARE_FINAL_TYPE (SlWindow, sl_window, SL, WINDOW, AdwApplicationWindow)

/* With a new decision. */
SlWindow *sl_window_new (SlApplication *application);
/* The same, but it asks first what is being built. */
SlWindow *sl_window_new_at_start (SlApplication *application);
/* The same with what a file holds. It is presented once that is known, rather than with a ranking
 * that is of no interest; where the file can't be read it says why, and asks what is being built.
 * It asks that also while a file takes long to read, which takes its place later. */
SlWindow *sl_window_new_for_file (SlApplication *application, GFile *file);
/* Opens a document in this window, or in one of its own if there is something to save in this one
 * once it is read. If it can't be read, the window says why and keeps what it has. */
void sl_window_open (SlWindow *self, GFile *file);
/* A window that holds nothing that anyone wrote, nor is about to: a file may be opened in it. */
gboolean sl_window_is_untouched (SlWindow *self);
/* Whether it shows a decision, or is about to, rather than asking what is being built. */
gboolean sl_window_has_decision (SlWindow *self);
/* Takes ballots, of GFile, into its decision, on the page of people; when that has been read, if it
 * is being read. */
void sl_window_take_ballots (SlWindow *self, GListModel *files);
void sl_window_show_error (SlWindow *self, const char *heading, const char *message);
/* Where its document is; nullable. */
GFile *sl_window_get_file (SlWindow *self);
/* Goes on with what an earlier run of the program left. */
void sl_window_take_left_draft (SlWindow *self, SlLeftDraft *left);
/* What is not saved is on disk when it returns. */
void sl_window_flush_draft (SlWindow *self);

/* Decisions that were opened or saved, the latest first: of GtkRecentInfo. */
GPtrArray *sl_list_recent_files (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
