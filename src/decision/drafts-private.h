/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drafts.h"

G_BEGIN_DECLS

/* A folder of drafts that is ours for as long as this lives. Counted atomically; the last one to go
 * removes the folder if nothing is left in it. */
typedef struct _SlDraftLock SlDraftLock;

SlDraftLock *sl_draft_lock_ref (SlDraftLock *self);
void sl_draft_lock_unref (SlDraftLock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlDraftLock, sl_draft_lock_unref)

/* The program's own folder, made if need be. May be called by any thread. */
SlDraftLock *sl_drafts_get_own (SlDrafts *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A path in it that nobody has. */
char *sl_draft_lock_make_path (SlDraftLock *self) G_GNUC_WARN_UNUSED_RESULT;

/* The contents of a draft. */
GBytes *sl_draft_to_bytes (SlDecisionState *state,
                           const char *file,
                           const char *sha256) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
