/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the team wants. SlRequirements is an immutable snapshot that an analysis is made from;
 * SlDecision is the document, the one mutable object of the program: every edit is a step that can
 * be undone. */

#include <glib-object.h>
#include <gio/gio.h>
#include "catalogue/catalogue.h"
#include "catalogue/json-writer.h"
#include "scoring/robustness.h"

G_BEGIN_DECLS

/* ---- requirements ---- */

/* A value that the team put in place of the catalogue's, and why. */
typedef struct {
  const SlAlternative *alternative;
  const SlCriterion *criterion;
  double low, mode, high; /* 0-100 */
  const char *reason;
} SlOverride;

/* How robust the ranking is to be found, by drawing weights and values at random. */
typedef struct {
  SlWeightSpace space; /* which weights are considered */
  double confidence;   /* in the sliders, if only those around them are: the concentration of a
                          Dirichlet distribution, SL_CONFIDENCE_MIN to SL_CONFIDENCE_MAX. A share w
                          has the standard deviation sqrt (w (1 - w) / (confidence + 1)) */
  guint samples;       /* trials, 1 to SL_SAMPLES_MAX */
  guint64 seed;        /* 0 to SL_SEED_MAX */
} SlRobustnessSettings;

#define SL_CONFIDENCE_MIN 1.0
#define SL_CONFIDENCE_MAX 10000.0
#define SL_SAMPLES_MAX 10000000u
/* So that every reader of JSON takes it for the same number. */
#define SL_SEED_MAX ((G_GUINT64_CONSTANT (1) << 53) - 1)

/* Around the sliders, a share of a fifth being good to four points; 10,000 trials, which puts a
 * first-place share within a point (Tervonen & Lahdelma 2007). */
#define SL_ROBUSTNESS_SETTINGS_DEFAULT                                                             \
  ((SlRobustnessSettings) { SL_WEIGHT_SPACE_AROUND, 100, 10000, 1 })

gboolean
sl_robustness_settings_equal (const SlRobustnessSettings *a, const SlRobustnessSettings *b);

/* Immutable; reference-counted; may be shared between threads. All lists go by the catalogue's
 * indices. */
typedef struct {
  SlCatalogue *catalogue;
  SlMethod method;
  SlRobustnessSettings robustness;
  const double *pillar_importance;    /* 0-10 */
  const double *criterion_importance; /* 0-10 */
  const double *facts;                /* within the fact's bounds */
  const double *pillar_minimum;       /* 0-100; NAN: none */
  const double *criterion_minimum;    /* 0-100; NAN: none */
  const double *pillar_lock;          /* its share of the whole, 0-1; NAN: not locked */
  const double *criterion_lock;       /* the same */
  const GPtrArray *overrides;         /* of const SlOverride */
} SlRequirements;

#define SL_TYPE_REQUIREMENTS (sl_requirements_get_type ())
GType sl_requirements_get_type (void) G_GNUC_CONST;
/* What the catalogue's first profile assumes; without profiles, what its pillars, criteria and
 * facts say of themselves. */
SlRequirements *sl_requirements_new (SlCatalogue *catalogue) G_GNUC_WARN_UNUSED_RESULT;
SlRequirements *sl_requirements_ref (SlRequirements *self);
void sl_requirements_unref (SlRequirements *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlRequirements, sl_requirements_unref)

/* Of the same catalogue, and the same in it. */
gboolean sl_requirements_equal (SlRequirements *a, SlRequirements *b);
const SlOverride *sl_requirements_find_override (SlRequirements *self,
                                                 const SlAlternative *alternative,
                                                 const SlCriterion *criterion);

/* The same for another catalogue, by ids: what both have is kept, brought within the bounds of the
 * other; what only the other has is as its profile says (the one given, of that catalogue, or its
 * first); what it does not have is left out. */
SlRequirements *sl_requirements_move (SlRequirements *self,
                                      SlCatalogue *catalogue,
                                      const SlProfile *profile) G_GNUC_WARN_UNUSED_RESULT;

/* The same but for the facts, which have to be within their bounds. */
SlRequirements *
sl_requirements_with_facts (SlRequirements *self, const double *facts) G_GNUC_WARN_UNUSED_RESULT;

/* ---- importance alone ---- */

/* What matters to one person, or to a group: a slider of 0 to 10 for each pillar and for each
 * criterion in it, by the catalogue's indices. Immutable; reference-counted; may be shared between
 * threads. */
typedef struct {
  SlCatalogue *catalogue;
  const double *pillar;
  const double *criterion;
} SlImportance;

#define SL_TYPE_IMPORTANCE (sl_importance_get_type ())
GType sl_importance_get_type (void) G_GNUC_CONST;
/* Copies the numbers, which are finite; those out of range are brought to its nearest end. */
SlImportance *sl_importance_new (SlCatalogue *catalogue,
                                 const double *pillar,
                                 const double *criterion) G_GNUC_WARN_UNUSED_RESULT;
/* What the sliders of these requirements say. */
SlImportance *
sl_importance_new_for_requirements (SlRequirements *requirements) G_GNUC_WARN_UNUSED_RESULT;
/* What a profile of the catalogue assumes; NULL: its first, or without profiles what the pillars
 * and criteria say of themselves. */
SlImportance *sl_importance_new_for_profile (SlCatalogue *catalogue,
                                             const SlProfile *profile) G_GNUC_WARN_UNUSED_RESULT;
/* The same with one slider moved. */
SlImportance *sl_importance_with_pillar (SlImportance *self,
                                         const SlPillar *pillar,
                                         double importance) G_GNUC_WARN_UNUSED_RESULT;
SlImportance *sl_importance_with_criterion (SlImportance *self,
                                            const SlCriterion *criterion,
                                            double importance) G_GNUC_WARN_UNUSED_RESULT;
/* The same for another catalogue, by ids, as sl_requirements_move() does: what only the other has
 * is as the profile (of that catalogue, or NULL) says; what it does not have is left out. */
SlImportance *sl_importance_move (SlImportance *self,
                                  SlCatalogue *catalogue,
                                  const SlProfile *profile) G_GNUC_WARN_UNUSED_RESULT;
SlImportance *sl_importance_ref (SlImportance *self);
void sl_importance_unref (SlImportance *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlImportance, sl_importance_unref)
/* Of the same catalogue, and the same in it; both may be NULL. */
gboolean sl_importance_equal (SlImportance *a, SlImportance *b);
/* A member of the object that is open: a number for each id. */
void sl_importance_write (SlImportance *self, const char *member, SlJsonWriter *json);

/* ---- writing ---- */

/* As documents and reports hold them: adds members to the object that is open, from `profile`
 * (nullable) to `overrides`. */
void sl_requirements_write (SlRequirements *self, const SlProfile *profile, SlJsonWriter *json);
/* The value of a fact: true or false, a number, or the id of a choice. */
void sl_fact_write (const SlFact *fact, double value, const char *member, SlJsonWriter *json);
/* The member that says which catalogue they were made with. */
void sl_catalogue_write_identity (SlCatalogue *self, SlJsonWriter *json);

/* ---- what is said in words ---- */

/* Whether it is taken. */
typedef enum {
  SL_STATUS_OPEN,
  SL_STATUS_DECIDED,
  SL_STATUS_SUPERSEDED,
} SlStatus;

#define SL_N_STATUSES 3

/* Who takes part, and what matters to them: facts, minimums, locks, own values and the method are
 * the decision's, for everyone. */
typedef struct {
  const char *name;         /* not empty; two may have the same */
  SlImportance *importance; /* of the decision's catalogue; NULL: no weights of their own */
  const char *date;         /* of the weights, «2026-11-28»; nullable */
} SlParticipant;

#define SL_PARTICIPANTS_MAX 100

/* What the team has to say of an alternative: a technology, a pattern or a pairing, by its id. The
 * catalogue need not have it (any more). */
typedef struct {
  const char *alternative;
  const char *text;
} SlNote;

/* What was chosen, and why. */
typedef struct {
  SlStatus status;
  const char *alternative;   /* id, as in a note; NULL: none yet */
  const char *rationale;     /* may be empty */
  const char *date;          /* of the choice, «2026-11-28»; nullable */
  const char *superseded_by; /* another decision, in any words; may be empty */
} SlOutcome;

/* Immutable. Texts are UTF-8, may have several lines, and are no markup. */
typedef struct {
  const char *context;           /* what is decided, and why now; may be empty */
  const GPtrArray *participants; /* of const SlParticipant */
  const GPtrArray *notes;        /* of const SlNote, one an alternative */
  SlOutcome outcome;
} SlProse;

/* The first participant of this very name. */
gboolean sl_prose_find_participant (const SlProse *self, const char *name, guint *index);
/* Members of the object that is open: name, and importance and date if there are any. */
void sl_participant_write (const SlParticipant *self, SlJsonWriter *json);
/* NULL if there is none. */
const char *sl_prose_find_note (const SlProse *self, const char *alternative);
const char *sl_status_get_name (SlStatus status); /* translated */

/* ---- snapshots ---- */

/* What was required at some time, under a name that the team gave it. Immutable. */
typedef struct {
  const char *name;
  const char *date;             /* when it was taken, «2026-11-28» */
  const SlProfile *profile;     /* nullable */
  SlRequirements *requirements; /* with the catalogue of that time */
} SlSnapshot;

/* ---- the decision ---- */

/* All that a document holds at some time. Immutable; reference-counted; may be shared between
 * threads. */
typedef struct _SlDecisionState SlDecisionState;
SlDecisionState *sl_decision_state_ref (SlDecisionState *self) G_GNUC_WARN_UNUSED_RESULT;
void sl_decision_state_unref (SlDecisionState *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlDecisionState, sl_decision_state_unref)
gboolean sl_decision_state_equal (SlDecisionState *a, SlDecisionState *b);
/* The document with the catalogues that it was made with in it, so that it can be read by a program
 * that has others. For a file of the user's; it is some hundred kilobytes larger than
 * sl_decision_to_bytes(). */
GBytes *sl_decision_state_to_bytes (SlDecisionState *self) G_GNUC_WARN_UNUSED_RESULT;

/* Which catalogue a document was read with. */
typedef enum {
  SL_ORIGIN_GIVEN,    /* the one that was given: it was made with that, or does not say */
  SL_ORIGIN_DOCUMENT, /* the one that is in it */
  SL_ORIGIN_OTHER,    /* the one that was given, though it was made with another */
} SlOrigin;

#define SL_TYPE_DECISION (sl_decision_get_type ())
G_DECLARE_FINAL_TYPE (SlDecision, sl_decision, SL, DECISION, GObject)

/* Properties: title (string), prose (const SlProse *), snapshots (const GPtrArray *), profile
 * (const SlProfile *, the last one applied; nullable), requirements (boxed, SlRequirements),
 * can-undo, can-redo, undo-label, redo-label (nullable strings for menus), modified (since it was
 * new, loaded or saved). All notify: what the document holds when it is another than before; the
 * four of the history together, once for each step that is made, undone or redone. */

SlDecision *sl_decision_new (SlCatalogue *catalogue) G_GNUC_WARN_UNUSED_RESULT;
/* The same, but with what this profile of the catalogue assumes (NULL: the first), by this method,
 * and with so many trials, 1 to SL_SAMPLES_MAX. */
SlDecision *sl_decision_new_for_profile (SlCatalogue *catalogue,
                                         const SlProfile *profile,
                                         SlMethod method,
                                         guint samples) G_GNUC_WARN_UNUSED_RESULT;
/* From a `decision-1` document. SL_INPUT_ERROR: one line a fault; then there is no decision. `name`
 * is how the faults call the file. A document that was made with another catalogue, and has it in
 * it, is read with that. */
SlDecision *sl_decision_new_for_bytes (SlCatalogue *catalogue,
                                       GBytes *bytes,
                                       const char *name,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The document without catalogues; what an older or newer minor version put in it and we do not
 * know is kept. */
GBytes *sl_decision_to_bytes (SlDecision *self) G_GNUC_WARN_UNUSED_RESULT;
/* The present state is what is on disk. */
void sl_decision_mark_saved (SlDecision *self);
/* That state is. */
void sl_decision_mark_state_saved (SlDecision *self, SlDecisionState *state);
/* Nothing that it was or will be is on disk, until it is marked as saved. */
void sl_decision_mark_unsaved (SlDecision *self);
SlDecisionState *sl_decision_get_state (SlDecision *self); /* borrowed until the next edit */

SlCatalogue *sl_decision_get_catalogue (SlDecision *self);
SlOrigin sl_decision_get_origin (SlDecision *self);
/* Of const SlSnapshot, the oldest first; borrowed until the next edit. */
const GPtrArray *sl_decision_get_snapshots (SlDecision *self);
/* SHA-256 of the catalogue that the team chose not to adopt; nullable. */
const char *sl_decision_get_declined (SlDecision *self);
SlRequirements *sl_decision_get_requirements (SlDecision *self); /* borrowed until the next edit */
const char *sl_decision_get_title (SlDecision *self);
const SlProse *sl_decision_get_prose (SlDecision *self); /* borrowed until the next edit */
const SlProfile *sl_decision_get_profile (SlDecision *self);
gboolean sl_decision_get_modified (SlDecision *self);
gboolean sl_decision_get_can_undo (SlDecision *self);
gboolean sl_decision_get_can_redo (SlDecision *self);
const char *sl_decision_get_undo_label (SlDecision *self); /* what changed; nullable */
const char *sl_decision_get_redo_label (SlDecision *self);

/* Edits. Values outside their range are brought to its nearest end, and texts are cut to what the
 * file may hold (in characters: a title and what supersedes the decision 1,000, a reason 2,000, a
 * name 200, the context 20,000, a note and the rationale 10,000); an edit that changes nothing is
 * no step. */
void sl_decision_set_title (SlDecision *self, const char *title);
void sl_decision_set_context (SlDecision *self, const char *context);
/* NULL-terminated. At most SL_PARTICIPANTS_MAX; those that are empty are left out. Weights stay
 * with their names: who is not among these is gone with them, and a name that is new has none. To
 * change a name, there is sl_decision_rename_participant(). */
void sl_decision_set_participants (SlDecision *self, const char *const *names);
/* Without weights, after all others. FALSE, and no step, if there are as many as there may be, or
 * nothing is in the name but white space. */
gboolean sl_decision_add_participant (SlDecision *self, const char *name);
/* Weights stay. An empty name is no step. */
void sl_decision_rename_participant (SlDecision *self, guint index, const char *name);
void sl_decision_remove_participant (SlDecision *self, guint index);
/* The weights of a participant, with today as their day if they are others than before; NULL: none
 * of their own any more, and no day. What is of another catalogue is moved. «prose» notifies. */
void
sl_decision_set_participant_importance (SlDecision *self, guint index, SlImportance *importance);
/* One slider of a participant, 0-10; who has no weights yet starts with the decision's. */
void sl_decision_set_participant_pillar_importance (SlDecision *self,
                                                    guint index,
                                                    const SlPillar *pillar,
                                                    double importance);
void sl_decision_set_participant_criterion_importance (SlDecision *self,
                                                       guint index,
                                                       const SlCriterion *criterion,
                                                       double importance);
/* An empty text removes it. */
void sl_decision_set_note (SlDecision *self, const char *alternative, const char *text);
/* Copies it. The date must be one. */
void sl_decision_set_outcome (SlDecision *self, const SlOutcome *outcome);
void sl_decision_set_method (SlDecision *self, SlMethod method);
/* Numbers out of their range are brought to its nearest end. */
void sl_decision_set_robustness (SlDecision *self, const SlRobustnessSettings *settings);
void
sl_decision_set_pillar_importance (SlDecision *self, const SlPillar *pillar, double importance);
void sl_decision_set_criterion_importance (SlDecision *self,
                                           const SlCriterion *criterion,
                                           double importance);
/* All at once, such as those of a participant or of a group; locks stay. What is of another
 * catalogue is moved. */
void sl_decision_set_importance (SlDecision *self, SlImportance *importance);
void sl_decision_set_fact (SlDecision *self, const SlFact *fact, double value);
void sl_decision_set_pillar_minimum (SlDecision *self,
                                     const SlPillar *pillar,
                                     double minimum); /* NAN: none */
void
sl_decision_set_criterion_minimum (SlDecision *self, const SlCriterion *criterion, double minimum);
/* Holds the share of a pillar or criterion in the whole, 0-1, whatever happens to the importance of
 * others or its own; NAN: no longer. A board that lacks the criterion lacks the lock. */
void sl_decision_set_pillar_lock (SlDecision *self, const SlPillar *pillar, double share);
void sl_decision_set_criterion_lock (SlDecision *self, const SlCriterion *criterion, double share);
/* Also lifts all locks; the method and the team's own values stay. */
void sl_decision_apply_profile (SlDecision *self, const SlProfile *profile);
/* Back to what the profile (or, without one, the catalogue's first profile) says. */
void sl_decision_reset (SlDecision *self);
/* The same importance for every pillar and criterion; locks stay. */
void sl_decision_equalise (SlDecision *self);
/* The importances of all pillars, or, with a pillar, of its criteria, that have these weights as
 * their shares; the largest becomes 10. One weight each, in the catalogue's order: finite, not
 * negative. */
void sl_decision_set_weights (SlDecision *self, const SlPillar *pillar, const double *weights);
/* The same from an order alone, by rank-order centroids: 1 is the most important, and so on; equal
 * numbers are ties. See sl_weights_from_order (). */
void sl_decision_set_order (SlDecision *self, const SlPillar *pillar, const guint *order);
/* What the requirements would be with this profile; nothing changes. */
SlRequirements *
sl_decision_preview_profile (SlDecision *self, const SlProfile *profile) G_GNUC_WARN_UNUSED_RESULT;
/* low <= mode <= high, 0-100; the reason must not be empty. */
void sl_decision_set_override (SlDecision *self,
                               const SlAlternative *alternative,
                               const SlCriterion *criterion,
                               double low,
                               double mode,
                               double high,
                               const char *reason);
void sl_decision_clear_override (SlDecision *self,
                                 const SlAlternative *alternative,
                                 const SlCriterion *criterion);

/* The present requirements under a name, of at most 200 characters, with the day that it is. At
 * most 1,000 of them. */
void sl_decision_add_snapshot (SlDecision *self, const char *name);
void sl_decision_rename_snapshot (SlDecision *self, guint index, const char *name);
void sl_decision_remove_snapshot (SlDecision *self, guint index);
/* Back to what was required then, with the catalogue of then. */
void sl_decision_restore_snapshot (SlDecision *self, guint index);
/* Goes on with another catalogue, as sl_requirements_move() does. */
void sl_decision_adopt_catalogue (SlDecision *self, SlCatalogue *catalogue);
/* Stays with the present one, and remembers which one that was asked about. */
void sl_decision_decline_catalogue (SlDecision *self, SlCatalogue *catalogue);

/* Between these two, all edits are one step: the drag of a slider. Steps do not nest. */
void sl_decision_begin_step (SlDecision *self);
void sl_decision_end_step (SlDecision *self);
gboolean sl_decision_is_in_step (SlDecision *self);
void sl_decision_undo (SlDecision *self);
void sl_decision_redo (SlDecision *self);

/* ---- comparison in pairs ---- */

/* How many times as important one is as another, for all pairs, and the weights that follow: the
 * analytic hierarchy process. See sl_weights_ahp (). */
typedef struct {
  guint n;
  double *ratios;  /* n x n: a row's importance over a column's, 1/9 to 9 */
  double *weights; /* n, adding up to 1 */
  SlAhp consistency;
} SlJudgements;

/* Judgements on Saaty's scale (1 to 9, and 1/9 to 1) that come nearest to these importances.
 * 1 <= n <= SL_AHP_MAX_CRITERIA; finite, not negative. */
SlJudgements *sl_judgements_new (const double *importances, guint n) G_GNUC_WARN_UNUSED_RESULT;
void sl_judgements_free (SlJudgements *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlJudgements, sl_judgements_free)

/* `row` is so many times as important as `column`, within 1/9 to 9; two different ones. The weights
 * and the consistency follow. */
void sl_judgements_judge (SlJudgements *self, guint row, guint column, double times);
/* The step of Saaty's scale that is nearest by ratio. `times` > 0. */
double sl_judgements_nearest_step (double times);

G_END_DECLS
