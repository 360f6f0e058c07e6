/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* How the trials are made: which weights are considered, how sure the team is of its sliders, how
 * many trials; and how many of them have been made. */

#define SL_TYPE_ROBUSTNESS_CONTROLS (sl_robustness_controls_get_type ())
G_DECLARE_FINAL_TYPE (SlRobustnessControls, sl_robustness_controls, SL, ROBUSTNESS_CONTROLS, GtkBox)

/* The decision takes what is chosen; the analysis tells how far it is. */
void sl_robustness_controls_set_analysis (SlRobustnessControls *self,
                                          SlDecision *decision,
                                          SlAnalysis *analysis,
                                          SlBoard board);

G_END_DECLS
