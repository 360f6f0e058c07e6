/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* All about one alternative: its place, why it stands there, the rules that touch it, and the
 * evidence. */

#define SL_TYPE_ALTERNATIVE_PAGE (sl_alternative_page_get_type ())
G_DECLARE_FINAL_TYPE (SlAlternativePage,
                      sl_alternative_page,
                      SL,
                      ALTERNATIVE_PAGE,
                      AdwNavigationPage)

AdwNavigationPage *
sl_alternative_page_new (SlDecision *decision, SlAnalysis *analysis, SlBoard board, const char *id);
/* The same one with more known about it costs little. */
void sl_alternative_page_set_analysis (SlAlternativePage *self, SlAnalysis *analysis);

G_END_DECLS
