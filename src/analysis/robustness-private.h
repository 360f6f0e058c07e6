/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "robustness.h"

G_BEGIN_DECLS

/* The trials of a board as they go on. One thread at a time; it may start others. */
typedef struct _SlRobustnessRun SlRobustnessRun;

/* NULL if nobody is ranked or no criterion counts. */
SlRobustnessRun *sl_robustness_run_new (SlAnalysis *analysis, SlBoard board);
void sl_robustness_run_free (SlRobustnessRun *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlRobustnessRun, sl_robustness_run_free)

/* How many trials there are still to be made. */
guint64 sl_robustness_run_get_n_left (SlRobustnessRun *self);
/* Makes so many more trials, or all that are left. Where *stop is not 0 in the end, the run is good
 * for nothing more. */
void sl_robustness_run_advance (SlRobustnessRun *self, guint64 n, guint n_threads, const int *stop);
/* The confidence factors, when all trials have been made. */
void sl_robustness_run_complete (SlRobustnessRun *self, guint n_threads, const int *stop);
/* What is known so far. */
SlRobustness *sl_robustness_run_read (SlRobustnessRun *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
