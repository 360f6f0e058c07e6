/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Keeps the analysis of a decision up to date while it is edited: the ranking at once, and what
 * takes longer from other threads, in steps that get finer. */

#include "analysis/analysis.h"

G_BEGIN_DECLS

#define SL_TYPE_ANALYST (sl_analyst_get_type ())
G_DECLARE_FINAL_TYPE (SlAnalyst, sl_analyst, SL, ANALYST, GObject)

/* Properties: decision (SlDecision, nullable); board (uint, SlBoard), the one in sight, whose
 * robustness and sensitivity are found; analysis (boxed, SlAnalysis, NULL without a decision),
 * notified for each new ranking and for all that comes to be known about it later; busy (boolean),
 * while something is still to come. All notify in the thread-default main context that the analyst
 * was made in, which is the one to use it in.
 *
 * An edit cancels what was still being found for the state before it. So does the end of the
 * analyst; no thread outlives it for longer than it takes to notice. */

SlAnalyst *sl_analyst_new (void) G_GNUC_WARN_UNUSED_RESULT;
void sl_analyst_set_decision (SlAnalyst *self, SlDecision *decision);
void sl_analyst_set_board (SlAnalyst *self, SlBoard board);
SlBoard sl_analyst_get_board (SlAnalyst *self);
SlAnalysis *sl_analyst_get_analysis (SlAnalyst *self); /* borrowed until the next is there */
gboolean sl_analyst_get_busy (SlAnalyst *self);
/* Before it has anything to do: until it is released it finds rankings, and no other thread works
 * for it. What these would find is still to come, so that it is busy. */
void sl_analyst_hold (SlAnalyst *self);
void sl_analyst_release (SlAnalyst *self);

G_END_DECLS
