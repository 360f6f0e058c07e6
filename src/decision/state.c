/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "decision-private.h"

SlDecisionState *
sl_decision_state_new (const char *title, const SlProfile *profile, SlRequirements *requirements)
{
  SlDecisionState *self = g_atomic_rc_box_new0 (SlDecisionState);

  self->title = g_strdup (title);
  self->prose = sl_prose_new ();
  self->profile = profile;
  self->requirements = requirements;
  self->snapshots = sl_snapshots_new ();

  return self;
}

static SlDecisionState *
copy (SlDecisionState *model)
{
  SlDecisionState *self = g_atomic_rc_box_new0 (SlDecisionState);

  self->title = g_strdup (model->title);
  self->prose = g_atomic_rc_box_acquire (model->prose);
  self->profile = model->profile;
  self->requirements = sl_requirements_ref (model->requirements);
  self->snapshots = g_ptr_array_ref (model->snapshots);
  self->declined = g_strdup (model->declined);
  self->unknown = model->unknown != NULL ? json_object_ref (model->unknown) : NULL;

  return self;
}

SlDecisionState *
sl_decision_state_with_title (SlDecisionState *model, char *take_title)
{
  SlDecisionState *self = copy (model);

  g_free (self->title);
  self->title = take_title;

  return self;
}

SlDecisionState *
sl_decision_state_with_prose (SlDecisionState *model, SlProseData *take_prose)
{
  SlDecisionState *self = copy (model);

  sl_prose_unref (self->prose);
  self->prose = take_prose;

  return self;
}

SlDecisionState *
sl_decision_state_with_requirements (SlDecisionState *model,
                                     const SlProfile *profile,
                                     SlRequirements *take_requirements)
{
  SlDecisionState *self = copy (model);

  /* All weights are of one catalogue. */
  if (take_requirements->catalogue != model->requirements->catalogue) {
    sl_prose_unref (self->prose);
    self->prose = sl_prose_move (model->prose, take_requirements->catalogue, profile);
  }
  sl_requirements_unref (self->requirements);
  self->profile = profile;
  self->requirements = take_requirements;

  return self;
}

SlDecisionState *
sl_decision_state_with_snapshots (SlDecisionState *model, GPtrArray *take_snapshots)
{
  SlDecisionState *self = copy (model);

  g_ptr_array_unref (self->snapshots);
  self->snapshots = take_snapshots;

  return self;
}

SlDecisionState *
sl_decision_state_with_declined (SlDecisionState *model, const char *sha256)
{
  SlDecisionState *self = copy (model);

  g_set_str (&self->declined, sha256);

  return self;
}

SlDecisionState *
sl_decision_state_with_unknown (SlDecisionState *model, JsonObject *take_unknown)
{
  SlDecisionState *self = copy (model);

  g_clear_pointer (&self->unknown, json_object_unref);
  self->unknown = take_unknown;

  return self;
}

static void
state_clear (gpointer data)
{
  SlDecisionState *self = data;

  g_free (self->title);
  sl_prose_unref (self->prose);
  sl_requirements_unref (self->requirements);
  g_ptr_array_unref (self->snapshots);
  g_free (self->declined);
  g_clear_pointer (&self->unknown, json_object_unref);
}

SlDecisionState *
sl_decision_state_ref (SlDecisionState *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
sl_decision_state_unref (SlDecisionState *self)
{
  g_atomic_rc_box_release_full (self, state_clear);
}

gboolean
sl_decision_state_equal (SlDecisionState *a, SlDecisionState *b)
{
  return a == b ||
         (g_str_equal (a->title, b->title) && sl_prose_equal (a->prose, b->prose) &&
          a->profile == b->profile && sl_requirements_equal (a->requirements, b->requirements) &&
          sl_snapshots_equal (a->snapshots, b->snapshots) &&
          g_strcmp0 (a->declined, b->declined) == 0);
}
