/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* Under the ranking: who is ruled out and what each requirement costs, advice, and what goes with
 * the answer. The lists are filled when they are opened. */

#define SL_TYPE_FINDINGS (sl_findings_get_type ())
G_DECLARE_FINAL_TYPE (SlFindings, sl_findings, SL, FINDINGS, AdwBin)

void sl_findings_set_analysis (SlFindings *self, SlAnalysis *analysis, SlBoard board);

G_END_DECLS
