/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done to those who take part, and to their weights. */

#include "config.h"

#include "ballot.h"
#include "decision-private.h"

#include <math.h>

#include "catalogue/translation.h"

static SlProseData *
copy_prose (SlDecision *self)
{
  return sl_prose_copy (sl_decision_get_state (self)->prose);
}

/* Takes the prose. */
static void
edit_prose (SlDecision *self, SlProseData *prose, const char *label)
{
  sl_decision_edit (self, sl_decision_state_with_prose (sl_decision_get_state (self), prose),
                    label);
}

static const SlParticipant *
get_participant (SlDecision *self, guint index)
{
  return g_ptr_array_index (sl_decision_get_prose (self)->participants, index);
}

static gboolean
has_participant (SlDecision *self, guint index)
{
  return index < sl_decision_get_prose (self)->participants->len;
}

/* ---- who takes part ---- */

gboolean
sl_decision_add_participant (SlDecision *self, const char *name)
{
  g_autofree char *clean = NULL;
  SlProseData *prose;

  g_return_val_if_fail (SL_IS_DECISION (self), FALSE);
  g_return_val_if_fail (name != NULL && g_utf8_validate (name, -1, NULL), FALSE);

  clean = sl_participant_clean_name (name);
  if (*clean == '\0' || sl_decision_get_prose (self)->participants->len >= SL_PARTICIPANTS_MAX)
    return FALSE;

  prose = copy_prose (self);
  g_ptr_array_add (prose->participants, sl_participant_new (clean, NULL, NULL, NULL));
  edit_prose (self, prose, _ ("Participants"));

  return TRUE;
}

/* Puts another in the place of one; what the file says of it that we do not know stays. */
static void
replace (SlProseData *prose,
         guint index,
         const char *name,
         SlImportance *importance,
         const char *date)
{
  SlParticipantData *before = g_ptr_array_index (prose->participants, index);
  SlParticipantData *after = sl_participant_new (name, importance, date, before->unknown);

  g_ptr_array_remove_index (prose->participants, index);
  g_ptr_array_insert (prose->participants, (int) index, after);
}

void
sl_decision_rename_participant (SlDecision *self, guint index, const char *name)
{
  g_autofree char *clean = NULL;
  const SlParticipant *participant;
  SlProseData *prose;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (has_participant (self, index));
  g_return_if_fail (name != NULL && g_utf8_validate (name, -1, NULL));

  clean = sl_participant_clean_name (name);
  if (*clean == '\0')
    return;

  participant = get_participant (self, index);
  prose = copy_prose (self);
  replace (prose, index, clean, participant->importance, participant->date);
  edit_prose (self, prose, _ ("Participants"));
}

void
sl_decision_remove_participant (SlDecision *self, guint index)
{
  SlProseData *prose;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (has_participant (self, index));

  prose = copy_prose (self);
  g_ptr_array_remove_index (prose->participants, index);
  edit_prose (self, prose, _ ("Participants"));
}

/* ---- what matters to them ---- */

static void
weigh (SlDecision *self, guint index, SlImportance *importance, const char *date)
{
  const SlParticipant *participant = get_participant (self, index);
  /* Translators: an entry of the history; %s is a person. */
  g_autofree char *label = g_strdup_printf (_ ("Weights of %s"), participant->name);
  SlProseData *prose = copy_prose (self);

  replace (prose, index, participant->name, importance, date);
  edit_prose (self, prose, label);
}

void
sl_decision_set_participant_importance (SlDecision *self, guint index, SlImportance *importance)
{
  g_autofree char *today = NULL;
  g_autoptr (SlImportance) moved = NULL;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (has_participant (self, index));

  if (importance == NULL) {
    weigh (self, index, NULL, NULL);
    return;
  }

  moved = sl_importance_move (importance, sl_decision_get_catalogue (self),
                              sl_decision_get_profile (self));
  if (sl_importance_equal (moved, get_participant (self, index)->importance))
    return;
  today = sl_today ();
  weigh (self, index, moved, today);
}

/* The weights of somebody, or what they start with. */
static SlImportance *
get_importance (SlDecision *self, guint index)
{
  const SlParticipant *participant = get_participant (self, index);

  return participant->importance != NULL
             ? sl_importance_ref (participant->importance)
             : sl_importance_new_for_requirements (sl_decision_get_requirements (self));
}

void
sl_decision_set_participant_pillar_importance (SlDecision *self,
                                               guint index,
                                               const SlPillar *pillar,
                                               double importance)
{
  g_autoptr (SlImportance) before = NULL;
  g_autoptr (SlImportance) after = NULL;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (has_participant (self, index));
  g_return_if_fail (pillar != NULL);
  g_return_if_fail (isfinite (importance));

  before = get_importance (self, index);
  after = sl_importance_with_pillar (before, pillar, importance);
  sl_decision_set_participant_importance (self, index, after);
}

void
sl_decision_set_participant_criterion_importance (SlDecision *self,
                                                  guint index,
                                                  const SlCriterion *criterion,
                                                  double importance)
{
  g_autoptr (SlImportance) before = NULL;
  g_autoptr (SlImportance) after = NULL;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (has_participant (self, index));
  g_return_if_fail (criterion != NULL);
  g_return_if_fail (isfinite (importance));

  before = get_importance (self, index);
  after = sl_importance_with_criterion (before, criterion, importance);
  sl_decision_set_participant_importance (self, index, after);
}

void
sl_decision_set_importance (SlDecision *self, SlImportance *importance)
{
  g_autoptr (SlImportance) moved = NULL;
  SlDecisionState *state;
  SlRequirementsDraft *draft;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (importance != NULL);

  state = sl_decision_get_state (self);
  moved = sl_importance_move (importance, sl_decision_get_catalogue (self), state->profile);
  draft = sl_requirements_draft (state->requirements);
  sl_requirements_draft_take_importance (draft, moved);
  sl_decision_edit (self,
                    sl_decision_state_with_requirements (state, state->profile,
                                                         sl_requirements_draft_finish (draft)),
                    _ ("Weights"));
}

/* ---- ballots ---- */

gboolean
sl_decision_take_ballot (SlDecision *self, const SlBallot *ballot)
{
  g_autofree char *label = NULL;
  g_autoptr (SlImportance) importance = NULL;
  SlProseData *prose;
  guint index;

  g_return_val_if_fail (SL_IS_DECISION (self), FALSE);
  g_return_val_if_fail (ballot != NULL, FALSE);

  importance = sl_importance_move (ballot->importance, sl_decision_get_catalogue (self),
                                   sl_decision_get_profile (self));
  prose = copy_prose (self);
  if (sl_prose_find_participant (&prose->public, ballot->name, &index)) {
    replace (prose, index, ballot->name, importance, ballot->date);
  } else if (prose->participants->len < SL_PARTICIPANTS_MAX) {
    g_ptr_array_add (prose->participants,
                     sl_participant_new (ballot->name, importance, ballot->date, NULL));
  } else {
    sl_prose_unref (prose);
    return FALSE;
  }
  /* Translators: an entry of the history; %s is a person whose weights came as a file. */
  label = g_strdup_printf (_ ("Ballot of %s"), ballot->name);
  edit_prose (self, prose, label);

  return TRUE;
}
