/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* What is different between two states of a decision: the ranking, what is required, and the
 * catalogue. Signals: keep, adopt, when it offers a choice and that is made. */

#define SL_TYPE_CHANGES_DIALOG (sl_changes_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlChangesDialog, sl_changes_dialog, SL, CHANGES_DIALOG, AdwDialog)

AdwDialog *sl_changes_dialog_new (const char *title,
                                  SlAnalysis *before,
                                  SlAnalysis *after,
                                  SlBoard board,
                                  gboolean with_choice);

G_END_DECLS
