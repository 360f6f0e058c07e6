/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "decision/decision.h"

G_BEGIN_DECLS

/* The sliders of one participant, edited in place. What the others set is not in it. Closes when
 * the participant is gone. */

#define SL_TYPE_WEIGHTS_DIALOG (sl_weights_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlWeightsDialog, sl_weights_dialog, SL, WEIGHTS_DIALOG, AdwDialog)

/* `index`: of the decision's participants. */
AdwDialog *sl_weights_dialog_new (SlDecision *decision, guint index);

G_END_DECLS
