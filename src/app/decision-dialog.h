/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "decision/decision.h"

G_BEGIN_DECLS

/* What the decision says in words, edited in place: each stay in a field is one step. */

#define SL_TYPE_DECISION_DIALOG (sl_decision_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlDecisionDialog, sl_decision_dialog, SL, DECISION_DIALOG, AdwDialog)

AdwDialog *sl_decision_dialog_new (SlDecision *decision);

/* Makes what is written between a widget's getting and losing the focus one step. */
void sl_decision_join_edits (SlDecision *decision, GtkWidget *widget);

G_END_DECLS
