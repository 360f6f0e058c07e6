/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "prose-private.h"
#include "requirements-private.h"

G_BEGIN_DECLS

/* All that a step can change. Immutable, counted by g_atomic_rc_box. */
typedef struct {
  char *title;
  SlProseData *prose;
  const SlProfile *profile; /* nullable */
  SlRequirements *requirements;
} SlDecisionState;

/* Without prose. Takes the requirements. */
SlDecisionState *
sl_decision_state_new (const char *title, const SlProfile *profile, SlRequirements *requirements);
/* The same with one part of it replaced. Each takes the new part. */
SlDecisionState *sl_decision_state_with_title (SlDecisionState *model, char *take_title);
SlDecisionState *sl_decision_state_with_prose (SlDecisionState *model, SlProseData *take_prose);
SlDecisionState *sl_decision_state_with_requirements (SlDecisionState *model,
                                                      const SlProfile *profile,
                                                      SlRequirements *take_requirements);
void sl_decision_state_unref (SlDecisionState *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlDecisionState, sl_decision_state_unref)

gboolean sl_decision_state_equal (SlDecisionState *a, SlDecisionState *b);

SlDecisionState *sl_decision_get_state (SlDecision *self);
/* The members of the document that we do not know; nullable. */
JsonObject *sl_decision_get_unknown (SlDecision *self);
/* Goes to a state, as a step of the history if it is another one. Takes it. */
void sl_decision_edit (SlDecision *self, SlDecisionState *take_state, const char *label);
/* What a document starts with: there is nothing to undo. Takes the state. */
void sl_decision_start_with (SlDecision *self, SlDecisionState *take_state, JsonObject *unknown);

G_END_DECLS
