/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "decision.h"

#include "catalogue/json-input.h"

G_BEGIN_DECLS

/* Characters: what an edit keeps, and what the file may hold. */
#define SL_CONTEXT_MAX 20000
#define SL_NAME_MAX 200
#define SL_NOTE_MAX 10000
#define SL_REFERENCE_MAX 1000 /* to what supersedes the decision */
/* How many of them. */
#define SL_NOTES_MAX 10000

/* Somebody who takes part, with the members of the file that we do not know. */
typedef struct {
  SlParticipant public; /* its importance is owned */
  char *name;
  char *date;
  JsonObject *unknown; /* nullable */
} SlParticipantData;

/* The same memory, with the members of the file that we do not know. Counted by g_atomic_rc_box. */
typedef struct {
  SlProse public;
  GPtrArray *participants;     /* of SlParticipantData */
  GPtrArray *notes;            /* of OwnNote */
  JsonObject *outcome_unknown; /* nullable */
} SlProseData;

SlProseData *sl_prose_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Another one with the same contents, to be changed before anyone else holds it. */
SlProseData *sl_prose_copy (SlProseData *model) G_GNUC_WARN_UNUSED_RESULT;
void sl_prose_unref (SlProseData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlProseData, sl_prose_unref)

/* Each cuts what is too long, and takes nothing. */
void sl_prose_set_context (SlProseData *self, const char *context);
void sl_prose_set_participants (SlProseData *self, const char *const *names);
void sl_prose_set_note (SlProseData *self, const char *alternative, const char *text);
void sl_prose_set_outcome (SlProseData *self, const SlOutcome *outcome);

/* The same with the weights of another catalogue, as sl_importance_move() does. */
SlProseData *sl_prose_move (SlProseData *model,
                            SlCatalogue *catalogue,
                            const SlProfile *profile) G_GNUC_WARN_UNUSED_RESULT;

gboolean sl_prose_equal (SlProseData *a, SlProseData *b);

/* ---- participants ---- */

/* Holds on to what it is given; cuts the name. */
SlParticipantData *sl_participant_new (const char *name,
                                       SlImportance *importance,
                                       const char *date,
                                       JsonObject *unknown) G_GNUC_WARN_UNUSED_RESULT;
/* Of at most SL_NAME_MAX characters, without white space at its ends. */
char *sl_participant_clean_name (const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* Lists of SlParticipantData. */
GPtrArray *sl_participants_new (void) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *sl_participants_copy (GPtrArray *model) G_GNUC_WARN_UNUSED_RESULT;
gboolean sl_participants_equal (GPtrArray *a, GPtrArray *b);
void sl_participants_set_names (GPtrArray *self, const char *const *names);
/* Their weights, when it is known which catalogue they are of. */
void sl_participants_read_importance (GPtrArray *self,
                                      SlJsonInput *input,
                                      SlCatalogue *catalogue,
                                      const SlProfile *profile);
void sl_participants_move (GPtrArray *self, SlCatalogue *catalogue, const SlProfile *profile);

/* ---- the file ---- */

/* From the members of the document, and to them; the weights of participants are read apart. */
SlProseData *sl_prose_read (SlJsonInput *input) G_GNUC_WARN_UNUSED_RESULT;
void sl_prose_write (SlProseData *self, SlJsonWriter *json);

/* The members of an object that are not among these; NULL if there are none. */
JsonObject *
sl_keep_unknown (JsonObject *object, const char *const *known) G_GNUC_WARN_UNUSED_RESULT;
/* Adds them to the object that is open; of NULL, nothing. */
void sl_write_unknown (SlJsonWriter *json, JsonObject *unknown);
/* A text that came from an entry or a clipboard can be longer than the file may hold. */
char *sl_shorten (const char *text, glong max_length) G_GNUC_WARN_UNUSED_RESULT;
/* Whether it is the id of an alternative or a pairing, of whatever catalogue. */
gboolean sl_is_alternative_id (const char *id);
/* Whether it is a day as ISO 8601 writes it: 2026-11-28. */
gboolean sl_is_day (const char *text);
/* The day that it is here. */
char *sl_today (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
