/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The document keeps its state as an immutable snapshot. An edit makes a new snapshot and pushes
 * the old one, with a label, on the undo history; snapshots are small, so the history keeps them
 * whole. While a step is open (the drag of a slider) the state before the step is kept aside and is
 * pushed once, when the step ends. */

#include "config.h"

#include "catalogue/translation.h"
#include "history-private.h"

struct _SlDecision {
  GObject parent_instance;

  /* Owned References */
  SlDecisionState *state;
  SlDecisionState *saved_state; /* NULL: nothing is */
  SlDecisionState *step_start;  /* while a step is open */
  char *step_label;
  SlHistory history;

  SlOrigin origin;
};

enum {
  PROP_0,
  PROP_CATALOGUE,
  PROP_TITLE,
  PROP_PROSE,
  PROP_SNAPSHOTS,
  PROP_PROFILE,
  PROP_REQUIREMENTS,
  PROP_MODIFIED,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlDecision, sl_decision, G_TYPE_OBJECT)

/* ---- history ---- */

static void
notify_history (SlDecision *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
}

static gboolean
is_modified (SlDecision *self, SlDecisionState *state)
{
  return self->saved_state == NULL || !sl_decision_state_equal (state, self->saved_state);
}

static void
replace_state (SlDecision *self, SlDecisionState *state)
{
  g_autoptr (SlDecisionState) before = g_steal_pointer (&self->state);
  gboolean was_modified = is_modified (self, before);

  self->state = g_atomic_rc_box_acquire (state);

  g_object_freeze_notify (G_OBJECT (self));
  if (!g_str_equal (before->title, state->title))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  if (!sl_prose_equal (before->prose, state->prose))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROSE]);
  if (!sl_snapshots_equal (before->snapshots, state->snapshots))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SNAPSHOTS]);
  if (before->profile != state->profile)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROFILE]);
  if (!sl_requirements_equal (before->requirements, state->requirements))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REQUIREMENTS]);
  if (was_modified != sl_decision_get_modified (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
  g_object_thaw_notify (G_OBJECT (self));
}

void
sl_decision_edit (SlDecision *self, SlDecisionState *take_state, const char *label)
{
  g_autoptr (SlDecisionState) state = take_state;

  if (sl_decision_state_equal (self->state, state))
    return;

  if (self->step_start != NULL)
    g_set_str (&self->step_label, label);
  else
    sl_history_record (&self->history, self->state, label);

  g_object_freeze_notify (G_OBJECT (self));
  replace_state (self, state);
  if (self->step_start == NULL)
    notify_history (self);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
sl_decision_begin_step (SlDecision *self)
{
  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (self->step_start == NULL);

  self->step_start = g_atomic_rc_box_acquire (self->state);
}

void
sl_decision_end_step (SlDecision *self)
{
  g_autoptr (SlDecisionState) before = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (self->step_start != NULL);

  before = g_steal_pointer (&self->step_start);
  label = g_steal_pointer (&self->step_label);
  if (sl_decision_state_equal (before, self->state))
    return;

  sl_history_record (&self->history, before, label);
  notify_history (self);
}

gboolean
sl_decision_is_in_step (SlDecision *self)
{
  g_return_val_if_fail (SL_IS_DECISION (self), FALSE);

  return self->step_start != NULL;
}

static void
travel (SlDecision *self, SlDecisionState *(*next) (SlHistory *history, SlDecisionState *now))
{
  g_autoptr (SlDecisionState) state = NULL;

  if (self->step_start != NULL)
    sl_decision_end_step (self);

  state = next (&self->history, self->state);
  if (state == NULL)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  replace_state (self, state);
  notify_history (self);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
sl_decision_undo (SlDecision *self)
{
  g_return_if_fail (SL_IS_DECISION (self));

  travel (self, sl_history_undo);
}

void
sl_decision_redo (SlDecision *self)
{
  g_return_if_fail (SL_IS_DECISION (self));

  travel (self, sl_history_redo);
}

/* ---- the object ---- */

static void
start_new (SlDecision *self, SlCatalogue *catalogue)
{
  /* Translators: the title of a decision that has none yet. */
  const char *title = _ ("New Decision");

  self->state = sl_decision_state_new (title, sl_requirements_first_profile (catalogue),
                                       sl_requirements_new (catalogue));
  self->saved_state = g_atomic_rc_box_acquire (self->state);
}

static void
sl_decision_finalize (GObject *object)
{
  SlDecision *self = SL_DECISION (object);

  sl_history_clear (&self->history);
  g_clear_pointer (&self->state, sl_decision_state_unref);
  g_clear_pointer (&self->saved_state, sl_decision_state_unref);
  g_clear_pointer (&self->step_start, sl_decision_state_unref);
  g_clear_pointer (&self->step_label, g_free);

  G_OBJECT_CLASS (sl_decision_parent_class)->finalize (object);
}

static void
sl_decision_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SlDecision *self = SL_DECISION (object);

  switch (id) {
  case PROP_TITLE:
    g_value_set_string (value, self->state->title);
    break;
  case PROP_PROSE:
    g_value_set_pointer (value, &self->state->prose->public);
    break;
  case PROP_SNAPSHOTS:
    g_value_set_pointer (value, self->state->snapshots);
    break;
  case PROP_PROFILE:
    g_value_set_pointer (value, (gpointer) self->state->profile);
    break;
  case PROP_REQUIREMENTS:
    g_value_set_boxed (value, self->state->requirements);
    break;
  case PROP_MODIFIED:
    g_value_set_boolean (value, sl_decision_get_modified (self));
    break;
  case PROP_CAN_UNDO:
    g_value_set_boolean (value, sl_decision_get_can_undo (self));
    break;
  case PROP_CAN_REDO:
    g_value_set_boolean (value, sl_decision_get_can_redo (self));
    break;
  case PROP_UNDO_LABEL:
    g_value_set_string (value, sl_decision_get_undo_label (self));
    break;
  case PROP_REDO_LABEL:
    g_value_set_string (value, sl_decision_get_redo_label (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
sl_decision_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SlDecision *self = SL_DECISION (object);

  switch (id) {
  case PROP_CATALOGUE:
    start_new (self, g_value_get_pointer (value));
    break;
  case PROP_TITLE:
    sl_decision_set_title (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
sl_decision_class_init (SlDecisionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = sl_decision_finalize;
  object_class->get_property = sl_decision_get_property;
  object_class->set_property = sl_decision_set_property;

  properties[PROP_CATALOGUE] = g_param_spec_pointer (
      "catalogue", NULL, NULL, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, "",
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_PROSE] = g_param_spec_pointer ("prose", NULL, NULL, readable);
  properties[PROP_SNAPSHOTS] = g_param_spec_pointer ("snapshots", NULL, NULL, readable);
  properties[PROP_PROFILE] = g_param_spec_pointer ("profile", NULL, NULL, readable);
  properties[PROP_REQUIREMENTS] =
      g_param_spec_boxed ("requirements", NULL, NULL, SL_TYPE_REQUIREMENTS, readable);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, readable);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, readable);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, readable);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, readable);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, readable);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SL_TYPE_DECISION, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_decision_init (SlDecision *self)
{
  sl_history_init (&self->history);
}

SlDecision *
sl_decision_new (SlCatalogue *catalogue)
{
  g_return_val_if_fail (catalogue != NULL, NULL);

  return g_object_new (SL_TYPE_DECISION, "catalogue", catalogue, NULL);
}

SlDecision *
sl_decision_new_for_profile (SlCatalogue *catalogue,
                             const SlProfile *profile,
                             SlMethod method,
                             guint samples)
{
  SlDecision *self;
  SlRequirementsDraft *draft;

  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail ((guint) method < SL_N_METHODS, NULL);
  g_return_val_if_fail (samples >= 1 && samples <= SL_SAMPLES_MAX, NULL);

  self = sl_decision_new (catalogue);
  if (profile == NULL)
    profile = self->state->profile;
  draft = profile != NULL ? sl_requirements_draft_for_profile (catalogue, profile)
                          : sl_requirements_draft (self->state->requirements);
  draft->public.method = method;
  draft->public.robustness.samples = samples;
  sl_decision_start_with (
      self,
      sl_decision_state_new (self->state->title, profile, sl_requirements_draft_finish (draft)),
      SL_ORIGIN_GIVEN);

  return self;
}

void
sl_decision_start_with (SlDecision *self, SlDecisionState *take_state, SlOrigin origin)
{
  g_clear_pointer (&self->state, sl_decision_state_unref);
  g_clear_pointer (&self->saved_state, sl_decision_state_unref);
  self->state = take_state;
  self->saved_state = g_atomic_rc_box_acquire (take_state);
  self->origin = origin;
}

static void
set_saved_state (SlDecision *self, SlDecisionState *state)
{
  gboolean was_modified = sl_decision_get_modified (self);

  g_clear_pointer (&self->saved_state, sl_decision_state_unref);
  self->saved_state = state != NULL ? g_atomic_rc_box_acquire (state) : NULL;
  if (was_modified != sl_decision_get_modified (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
sl_decision_mark_saved (SlDecision *self)
{
  g_return_if_fail (SL_IS_DECISION (self));

  set_saved_state (self, self->state);
}

void
sl_decision_mark_state_saved (SlDecision *self, SlDecisionState *state)
{
  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (state != NULL);

  set_saved_state (self, state);
}

void
sl_decision_mark_unsaved (SlDecision *self)
{
  g_return_if_fail (SL_IS_DECISION (self));

  set_saved_state (self, NULL);
}

SlDecisionState *
sl_decision_get_state (SlDecision *self)
{
  g_return_val_if_fail (SL_IS_DECISION (self), NULL);

  return self->state;
}

SlCatalogue *
sl_decision_get_catalogue (SlDecision *self)
{
  g_return_val_if_fail (SL_IS_DECISION (self), NULL);

  return self->state->requirements->catalogue;
}

SlOrigin
sl_decision_get_origin (SlDecision *self)
{
  g_return_val_if_fail (SL_IS_DECISION (self), SL_ORIGIN_GIVEN);

  return self->origin;
}

const GPtrArray *
sl_decision_get_snapshots (SlDecision *self)
{
  g_return_val_if_fail (SL_IS_DECISION (self), NULL);

  return self->state->snapshots;
}

const char *
sl_decision_get_declined (SlDecision *self)
{
  g_return_val_if_fail (SL_IS_DECISION (self), NULL);

  return self->state->declined;
}

SlRequirements *
sl_decision_get_requirements (SlDecision *self)
{
  g_return_val_if_fail (SL_IS_DECISION (self), NULL);

  return self->state->requirements;
}

const char *
sl_decision_get_title (SlDecision *self)
{
  g_return_val_if_fail (SL_IS_DECISION (self), NULL);

  return self->state->title;
}

const SlProse *
sl_decision_get_prose (SlDecision *self)
{
  g_return_val_if_fail (SL_IS_DECISION (self), NULL);

  return &self->state->prose->public;
}

const SlProfile *
sl_decision_get_profile (SlDecision *self)
{
  g_return_val_if_fail (SL_IS_DECISION (self), NULL);

  return self->state->profile;
}

gboolean
sl_decision_get_modified (SlDecision *self)
{
  g_return_val_if_fail (SL_IS_DECISION (self), FALSE);

  return is_modified (self, self->state);
}

gboolean
sl_decision_get_can_undo (SlDecision *self)
{
  g_return_val_if_fail (SL_IS_DECISION (self), FALSE);

  return sl_history_get_undo_label (&self->history) != NULL;
}

gboolean
sl_decision_get_can_redo (SlDecision *self)
{
  g_return_val_if_fail (SL_IS_DECISION (self), FALSE);

  return sl_history_get_redo_label (&self->history) != NULL;
}

const char *
sl_decision_get_undo_label (SlDecision *self)
{
  g_return_val_if_fail (SL_IS_DECISION (self), NULL);

  return sl_history_get_undo_label (&self->history);
}

const char *
sl_decision_get_redo_label (SlDecision *self)
{
  g_return_val_if_fail (SL_IS_DECISION (self), NULL);

  return sl_history_get_redo_label (&self->history);
}
