/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* The snapshots of a decision: takes them, goes back to one, and compares any two. */

#define SL_TYPE_SNAPSHOTS_DIALOG (sl_snapshots_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlSnapshotsDialog, sl_snapshots_dialog, SL, SNAPSHOTS_DIALOG, AdwDialog)

/* `board`: whose ranking is compared. */
AdwDialog *sl_snapshots_dialog_new (SlDecision *decision, SlBoard board);

G_END_DECLS
