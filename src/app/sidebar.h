/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* What the team wants: the profile, what matters, what is true of the project. */

#define SL_TYPE_SIDEBAR (sl_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (SlSidebar, sl_sidebar, SL, SIDEBAR, AdwBin)

/* Everything in it edits this decision. */
void sl_sidebar_set_decision (SlSidebar *self, SlDecision *decision);
/* Whose weights on which board are shown beside the sliders. */
void sl_sidebar_set_analysis (SlSidebar *self, SlAnalysis *analysis, SlBoard board);

G_END_DECLS
