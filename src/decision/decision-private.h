/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "prose-private.h"
#include "requirements-private.h"

G_BEGIN_DECLS

/* A snapshot with the members of the file that we do not know. Immutable, counted by
 * g_atomic_rc_box. */
typedef struct {
  SlSnapshot public;
  char *name;
  char *date;
  JsonObject *unknown; /* nullable */
} SlSnapshotData;

/* All that a step can change, and what none does. Immutable, counted by g_atomic_rc_box. */
struct _SlDecisionState {
  char *title;
  SlProseData *prose;
  const SlProfile *profile; /* of the requirements' catalogue; nullable */
  SlRequirements *requirements;
  GPtrArray *snapshots; /* of SlSnapshotData; never changed, so that states share it */
  char *declined;       /* SHA-256 of the catalogue that the team did not adopt; nullable */
  JsonObject *unknown;  /* members that we do not know; nullable */
};

/* Takes the requirements. */
SlSnapshotData *sl_snapshot_new (const char *name,
                                 const char *date,
                                 const SlProfile *profile,
                                 SlRequirements *take_requirements) G_GNUC_WARN_UNUSED_RESULT;
void sl_snapshot_unref (SlSnapshotData *self);
GPtrArray *sl_snapshots_new (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean sl_snapshots_equal (GPtrArray *a, GPtrArray *b);

/* Characters, and how many. */
#define SL_SNAPSHOT_NAME_MAX 200
#define SL_SNAPSHOTS_MAX 1000
/* Catalogues in one document, its own and those of its snapshots. */
#define SL_CATALOGUES_MAX 20

/* Without prose. Takes the requirements. */
SlDecisionState *
sl_decision_state_new (const char *title, const SlProfile *profile, SlRequirements *requirements);
/* The same with one part of it replaced. Each takes the new part. */
SlDecisionState *sl_decision_state_with_title (SlDecisionState *model, char *take_title);
SlDecisionState *sl_decision_state_with_prose (SlDecisionState *model, SlProseData *take_prose);
SlDecisionState *sl_decision_state_with_requirements (SlDecisionState *model,
                                                      const SlProfile *profile,
                                                      SlRequirements *take_requirements);
SlDecisionState *
sl_decision_state_with_snapshots (SlDecisionState *model, GPtrArray *take_snapshots);
SlDecisionState *sl_decision_state_with_declined (SlDecisionState *model, const char *sha256);
SlDecisionState *sl_decision_state_with_unknown (SlDecisionState *model, JsonObject *take_unknown);

#define SL_DECISION_FORMAT_PREFIX "decision-"
/* Whether a format's name is the prefix and a number above 1. */
gboolean sl_is_newer_format (const char *format, const char *prefix);

/* Goes to a state, as a step of the history if it is another one. Takes it. */
void sl_decision_edit (SlDecision *self, SlDecisionState *take_state, const char *label);
/* What a document starts with: there is nothing to undo. Takes the state. */
void sl_decision_start_with (SlDecision *self, SlDecisionState *take_state, SlOrigin origin);

G_END_DECLS
