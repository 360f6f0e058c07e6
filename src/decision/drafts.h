/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What is not saved yet, kept where a crash, a kill or a power cut can't take it.
 *
 * Each running program has a folder of its own below that of the drafts, locked for as long as it
 * lives, with a file for each document that has something to save. The folder of one that ended
 * without having its say is unlocked: whoever starts next locks it and takes the drafts over, where
 * they are. */

#include "decision.h"

G_BEGIN_DECLS

/* The folder of all drafts, as this program sees it. Reference-counted. Nothing is made on disk
 * before there is something to keep. */
typedef struct _SlDrafts SlDrafts;

SlDrafts *sl_drafts_new (const char *folder) G_GNUC_WARN_UNUSED_RESULT;
SlDrafts *sl_drafts_ref (SlDrafts *self) G_GNUC_WARN_UNUSED_RESULT;
void sl_drafts_unref (SlDrafts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlDrafts, sl_drafts_unref)

/* A draft that somebody left: either the document, or why it can't be read. */
typedef struct {
  SlDecision *decision; /* nullable; all of it is unsaved */
  char *file;           /* path of the document's file; nullable */
  char *sha256;         /* what that held when it was last read or written; nullable */
  char *problem;        /* one line a fault, where there is no decision; else NULL */
  char *draft;          /* path of the draft */
  gpointer lock;        /* what keeps others from it */
} SlLeftDraft;

void sl_left_draft_free (SlLeftDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlLeftDraft, sl_left_draft_free)

/* Takes over what others left behind: of SlLeftDraft, to be given to sl_draft_new_left(). Those
 * that say the same as their files are removed. One that is damaged is told of once: it is kept
 * under another name, which `problem` says. One that can't be read now, or that a newer program
 * wrote, stays where it is. Blocks. */
GPtrArray *sl_drafts_take_left (SlDrafts *self, SlCatalogue *catalogue) G_GNUC_WARN_UNUSED_RESULT;

/* Keeps the draft of one document: written within two seconds of an edit in a thread, removed when
 * there is nothing to save. Signal: failed (a line for people), when it begins to fail. */
#define SL_TYPE_DRAFT (sl_draft_get_type ())
G_DECLARE_FINAL_TYPE (SlDraft, sl_draft, SL, DRAFT, GObject)

SlDraft *sl_draft_new (SlDrafts *drafts, SlDecision *decision) G_GNUC_WARN_UNUSED_RESULT;
/* Goes on with one that was left, in its place; of one that could not be read, not. */
SlDraft *sl_draft_new_left (SlDrafts *drafts, SlLeftDraft *left) G_GNUC_WARN_UNUSED_RESULT;
/* Where the document's file is and what it holds; both nullable. */
void sl_draft_set_file (SlDraft *self, const char *path, const char *sha256);
/* What is on disk is up to date when it returns, if it can be written. Blocks. */
void sl_draft_flush (SlDraft *self);
/* Nothing is kept any more, and what was is gone. Blocks while something is being written. */
void sl_draft_discard (SlDraft *self);

G_END_DECLS
