/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was required at some time, and going on with another catalogue. */

#include "config.h"

#include "catalogue/translation.h"
#include "decision-private.h"

/* ---- snapshots ---- */

SlSnapshotData *
sl_snapshot_new (const char *name,
                 const char *date,
                 const SlProfile *profile,
                 SlRequirements *take_requirements)
{
  SlSnapshotData *self = g_atomic_rc_box_new0 (SlSnapshotData);

  self->public.name = self->name = sl_shorten (name, SL_SNAPSHOT_NAME_MAX);
  self->public.date = self->date = g_strdup (date);
  self->public.profile = profile;
  self->public.requirements = take_requirements;

  return self;
}

static void
snapshot_clear (gpointer data)
{
  SlSnapshotData *self = data;

  g_free (self->name);
  g_free (self->date);
  sl_requirements_unref (self->public.requirements);
  g_clear_pointer (&self->unknown, json_object_unref);
}

void
sl_snapshot_unref (SlSnapshotData *self)
{
  g_atomic_rc_box_release_full (self, snapshot_clear);
}

GPtrArray *
sl_snapshots_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) sl_snapshot_unref);
}

static gboolean
snapshot_equal (SlSnapshotData *a, SlSnapshotData *b)
{
  return a == b || (g_str_equal (a->name, b->name) && g_str_equal (a->date, b->date) &&
                    a->public.profile == b->public.profile && a->unknown == b->unknown &&
                    sl_requirements_equal (a->public.requirements, b->public.requirements));
}

gboolean
sl_snapshots_equal (GPtrArray *a, GPtrArray *b)
{
  if (a == b)
    return TRUE;
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++) {
    if (!snapshot_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  }

  return TRUE;
}

static GPtrArray *
copy_snapshots (SlDecision *self)
{
  GPtrArray *before = sl_decision_get_state (self)->snapshots;
  GPtrArray *snapshots = sl_snapshots_new ();

  for (guint i = 0; i < before->len; i++)
    g_ptr_array_add (snapshots, g_atomic_rc_box_acquire (g_ptr_array_index (before, i)));

  return snapshots;
}

/* Takes the snapshots. */
static void
edit_snapshots (SlDecision *self, GPtrArray *snapshots, const char *name)
{
  /* Translators: an entry of the history; %s is the name of a snapshot of the requirements. */
  g_autofree char *label = g_strdup_printf (_ ("Snapshot “%s”"), name);

  sl_decision_edit (
      self, sl_decision_state_with_snapshots (sl_decision_get_state (self), snapshots), label);
}

void
sl_decision_add_snapshot (SlDecision *self, const char *name)
{
  g_autofree char *date = NULL;
  SlDecisionState *state;
  SlSnapshotData *snapshot;
  GPtrArray *snapshots;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (name != NULL && *name != '\0' && g_utf8_validate (name, -1, NULL));

  state = sl_decision_get_state (self);
  if (state->snapshots->len >= SL_SNAPSHOTS_MAX)
    return;

  date = sl_today ();
  snapshot =
      sl_snapshot_new (name, date, state->profile, sl_requirements_ref (state->requirements));
  snapshots = copy_snapshots (self);
  g_ptr_array_add (snapshots, snapshot);
  edit_snapshots (self, snapshots, snapshot->name);
}

void
sl_decision_rename_snapshot (SlDecision *self, guint index, const char *name)
{
  SlSnapshotData *before, *after;
  GPtrArray *snapshots;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (index < sl_decision_get_snapshots (self)->len);
  g_return_if_fail (name != NULL && *name != '\0' && g_utf8_validate (name, -1, NULL));

  snapshots = copy_snapshots (self);
  before = g_ptr_array_index (snapshots, index);
  after = sl_snapshot_new (name, before->date, before->public.profile,
                           sl_requirements_ref (before->public.requirements));
  after->unknown = before->unknown != NULL ? json_object_ref (before->unknown) : NULL;
  g_ptr_array_index (snapshots, index) = after;
  sl_snapshot_unref (before);
  edit_snapshots (self, snapshots, after->name);
}

void
sl_decision_remove_snapshot (SlDecision *self, guint index)
{
  g_autofree char *name = NULL;
  GPtrArray *snapshots;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (index < sl_decision_get_snapshots (self)->len);

  snapshots = copy_snapshots (self);
  name = g_strdup (((SlSnapshotData *) g_ptr_array_index (snapshots, index))->name);
  g_ptr_array_remove_index (snapshots, index);
  edit_snapshots (self, snapshots, name);
}

void
sl_decision_restore_snapshot (SlDecision *self, guint index)
{
  const SlSnapshotData *snapshot;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (index < sl_decision_get_snapshots (self)->len);

  snapshot = g_ptr_array_index (sl_decision_get_snapshots (self), index);
  sl_decision_edit (
      self,
      sl_decision_state_with_requirements (sl_decision_get_state (self), snapshot->public.profile,
                                           sl_requirements_ref (snapshot->public.requirements)),
      snapshot->name);
}

/* ---- catalogues ---- */

static void
move_numbers (SlRequirements *from, SlRequirementsDraft *to)
{
  SlCatalogue *catalogue = to->public.catalogue;
  const GPtrArray *pillars = sl_catalogue_get_pillars (from->catalogue);
  const GPtrArray *criteria = sl_catalogue_get_criteria (from->catalogue);

  for (guint i = 0; i < pillars->len; i++) {
    const SlPillar *old = g_ptr_array_index (pillars, i);
    const SlPillar *new = sl_catalogue_find_pillar (catalogue, old->id);

    if (new == NULL)
      continue;
    to->pillar_importance[new->index] = from->pillar_importance[i];
    to->pillar_minimum[new->index] = from->pillar_minimum[i];
    to->pillar_lock[new->index] = from->pillar_lock[i];
  }
  for (guint i = 0; i < criteria->len; i++) {
    const SlCriterion *old = g_ptr_array_index (criteria, i);
    const SlCriterion *new = sl_catalogue_find_criterion (catalogue, old->id);

    if (new == NULL)
      continue;
    to->criterion_importance[new->index] = from->criterion_importance[i];
    to->criterion_minimum[new->index] = from->criterion_minimum[i];
    to->criterion_lock[new->index] = from->criterion_lock[i];
  }
}

static void
move_fact (const SlFact *old, double value, SlRequirementsDraft *to)
{
  const SlFact *new = sl_catalogue_find_fact (to->public.catalogue, old->id);

  if (new == NULL || new->type != old->type)
    return;
  if (new->type == SL_FACT_CHOICE) {
    const SlChoice *choice = g_ptr_array_index (old->choices, (guint) value);
    int index = sl_fact_find_choice (new, choice->id);

    if (index >= 0)
      to->facts[new->index] = index;
  } else {
    to->facts[new->index] = CLAMP (value, new->minimum, new->maximum);
  }
}

static void
move_override (const SlOverride *override, SlRequirementsDraft *to)
{
  const SlAlternative *alternative =
      sl_catalogue_find_alternative (to->public.catalogue, override->alternative->id);
  const SlCriterion *criterion =
      sl_catalogue_find_criterion (to->public.catalogue, override->criterion->id);

  if (alternative != NULL && criterion != NULL)
    sl_requirements_draft_put_override (to, alternative, criterion, override->low, override->mode,
                                        override->high, override->reason);
}

SlRequirements *
sl_requirements_move (SlRequirements *self, SlCatalogue *catalogue, const SlProfile *profile)
{
  const GPtrArray *facts;
  SlRequirementsDraft *draft;

  g_return_val_if_fail (self != NULL && catalogue != NULL, NULL);

  draft = sl_requirements_draft_for_profile (
      catalogue, profile != NULL ? profile : sl_requirements_first_profile (catalogue));
  draft->public.method = self->method;
  draft->public.robustness = self->robustness;
  /* A minimum is of this document only, whatever the profile asks for. */
  sl_requirements_draft_clear_minimums (draft);
  move_numbers (self, draft);
  facts = sl_catalogue_get_facts (self->catalogue);
  for (guint i = 0; i < facts->len; i++)
    move_fact (g_ptr_array_index (facts, i), self->facts[i], draft);
  for (guint i = 0; i < self->overrides->len; i++)
    move_override (g_ptr_array_index (self->overrides, i), draft);

  return sl_requirements_draft_finish (draft);
}

void
sl_decision_adopt_catalogue (SlDecision *self, SlCatalogue *catalogue)
{
  SlDecisionState *state;
  const SlProfile *profile;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (catalogue != NULL);

  state = sl_decision_get_state (self);
  if (state->requirements->catalogue == catalogue)
    return;

  profile =
      state->profile != NULL ? sl_catalogue_find_profile (catalogue, state->profile->id) : NULL;
  sl_decision_edit (
      self,
      sl_decision_state_with_requirements (
          state, profile, sl_requirements_move (state->requirements, catalogue, profile)),
      /* Translators: an entry of the history: going on with another state of the catalogue. */
      _ ("Catalogue"));
}

void
sl_decision_decline_catalogue (SlDecision *self, SlCatalogue *catalogue)
{
  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (catalogue != NULL);

  sl_decision_edit (self,
                    sl_decision_state_with_declined (sl_decision_get_state (self),
                                                     sl_catalogue_get_sha256 (catalogue)),
                    _ ("Catalogue"));
}
