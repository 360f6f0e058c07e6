/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "decision/decision.h"

G_BEGIN_DECLS

/* Asks for the team's own value of an alternative on a criterion, and why. */

#define SL_TYPE_OVERRIDE_DIALOG (sl_override_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlOverrideDialog, sl_override_dialog, SL, OVERRIDE_DIALOG, AdwDialog)

AdwDialog *sl_override_dialog_new (SlDecision *decision,
                                   const SlAlternative *alternative,
                                   const SlCriterion *criterion);

G_END_DECLS
