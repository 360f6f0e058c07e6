/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "decision/decision.h"

G_BEGIN_DECLS

/* «Rank Instead»: pillars, or the criteria of one, are put in order, and the weights follow. */

#define SL_TYPE_ORDER_DIALOG (sl_order_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlOrderDialog, sl_order_dialog, SL, ORDER_DIALOG, AdwDialog)

AdwDialog *sl_order_dialog_new (SlDecision *decision);

G_END_DECLS
