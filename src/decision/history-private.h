/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "decision-private.h"

G_BEGIN_DECLS

/* The states that a document has been in, each with a label for what led away from it. */
typedef struct {
  GQueue undo;
  GQueue redo;
} SlHistory;

void sl_history_init (SlHistory *self);
void sl_history_clear (SlHistory *self);
/* What came before an edit. There is nothing to redo after that. */
void sl_history_record (SlHistory *self, SlDecisionState *before, const char *label);
/* Given the present state, the one to go to; NULL if there is none. */
SlDecisionState *sl_history_undo (SlHistory *self, SlDecisionState *now) G_GNUC_WARN_UNUSED_RESULT;
SlDecisionState *sl_history_redo (SlHistory *self, SlDecisionState *now) G_GNUC_WARN_UNUSED_RESULT;
/* NULL if there is nothing to undo or redo. */
const char *sl_history_get_undo_label (SlHistory *self);
const char *sl_history_get_redo_label (SlHistory *self);

G_END_DECLS
