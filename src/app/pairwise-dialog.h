/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "decision/decision.h"

G_BEGIN_DECLS

/* «Compare in Pairs»: pillars, or the criteria of one, are judged two by two. It shows the weights
 * that follow, whether the judgements fit together, and which fits worst. */

#define SL_TYPE_PAIRWISE_DIALOG (sl_pairwise_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlPairwiseDialog, sl_pairwise_dialog, SL, PAIRWISE_DIALOG, AdwDialog)

AdwDialog *sl_pairwise_dialog_new (SlDecision *decision);

G_END_DECLS
