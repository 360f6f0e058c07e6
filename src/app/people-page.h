/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* Who takes part, and what matters to each: sliders of their own, ballots out and in, and what all
 * make together, which stays hidden until it is revealed, so that nobody follows the first who
 * spoke. */

#define SL_TYPE_PEOPLE_PAGE (sl_people_page_get_type ())
G_DECLARE_FINAL_TYPE (SlPeoplePage, sl_people_page, SL, PEOPLE_PAGE, AdwBin)

/* The decision takes what is entered. Another decision is hidden again. */
void sl_people_page_set_analysis (SlPeoplePage *self,
                                  SlDecision *decision,
                                  SlAnalysis *analysis,
                                  SlBoard board);

G_END_DECLS
