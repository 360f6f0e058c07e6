/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A ballot: the weights of one person, as a file that goes from one computer to another. It says
 * which decision and which catalogue they were given for. */

#include "decision.h"

G_BEGIN_DECLS

/* No file of this kind comes near to it. */
#define SL_BALLOT_MAX_BYTES (1024 * 1024)
#define SL_BALLOT_FORMAT "ballot-1"

/* Immutable; reference-counted. */
typedef struct {
  const char *decision; /* the title of the decision it is for; may be empty */
  const char *name;     /* whose; not empty */
  const char *date;     /* of the weights, «2026-11-28»; nullable */
  SlImportance *importance;
  const char *version;      /* of the catalogue that it was made with, if that was another one; else
                               NULL. The importance is then what follows in the one that was given. */
  const GPtrArray *dropped; /* of const char: the ids in it that the one given does not have */
  guint n_added; /* pillars and criteria of the one given that it does not have, or says nothing of:
                    they are as the profile says */
} SlBallot;

/* `name` must not be empty when its ends are free of white space; `date` is a day or NULL. Texts
 * are cut as those of a decision. */
SlBallot *sl_ballot_new (const char *decision,
                         const char *name,
                         SlImportance *importance,
                         const char *date) G_GNUC_WARN_UNUSED_RESULT;
/* Of somebody who takes part. Without weights of their own: those of the decision, so that there is
 * something to fill in. */
SlBallot *
sl_ballot_new_for_participant (SlDecision *decision, guint index) G_GNUC_WARN_UNUSED_RESULT;
/* From a `ballot-1` document, of at most SL_BALLOT_MAX_BYTES. What was made with another catalogue
 * is moved to this one by ids, as sl_requirements_move() does, with what the profile (nullable: the
 * first) assumes where it says nothing; sl_ballot_describe_move() says so. In one that was made
 * with this catalogue, or does not say with which, an id that is not there is a fault.
 * SL_INPUT_ERROR: one line a fault, each with the file, as `name` calls it, the place in it, and
 * what was expected.
 */
SlBallot *sl_ballot_new_for_bytes (SlCatalogue *catalogue,
                                   const SlProfile *profile,
                                   GBytes *bytes,
                                   const char *name,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
SlBallot *sl_ballot_ref (SlBallot *self);
void sl_ballot_unref (SlBallot *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlBallot, sl_ballot_unref)

/* Whether it is a ballot, of whatever version, by its first member that says so; not that it is
 * valid. */
gboolean sl_ballot_is_in (GBytes *bytes);

/* The document: `decision` names the catalogue of its importance. */
GBytes *sl_ballot_to_bytes (const SlBallot *self) G_GNUC_WARN_UNUSED_RESULT;
/* «Ana Silva.ballot», without what a file's name can't hold. */
char *sl_ballot_suggest_file_name (const SlBallot *self) G_GNUC_WARN_UNUSED_RESULT;
/* «Ballot of Ana, made with version 2026.10 of the catalogue: 2 ids are not in this one (speed,
 * calm).» NULL if it was made with this catalogue. */
char *sl_ballot_describe_move (const SlBallot *self) G_GNUC_WARN_UNUSED_RESULT;

/* Takes in what a ballot says, as one step: the first participant of that name gets its weights and
 * its day; else there is one more. FALSE if there are as many as there may be. A ballot of another
 * catalogue is moved. */
gboolean sl_decision_take_ballot (SlDecision *self, const SlBallot *ballot);

G_END_DECLS
