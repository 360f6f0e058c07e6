/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The document keeps its state as an immutable snapshot. An edit makes a new snapshot and pushes
 * the old one, with a label, on the undo history; snapshots are small, so the history keeps them
 * whole. While a step is open (the drag of a slider) the state before the step is kept aside and is
 * pushed once, when the step ends. */

#include "config.h"

#include "decision-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Older steps than this are forgotten. */
#define MAX_STEPS 10000

struct _SlDecision {
  GObject parent_instance;

  /* Owned References */
  SlCatalogue *catalogue;
  SlDecisionState *state;
  SlDecisionState *saved_state;
  SlDecisionState *step_start; /* while a step is open */
  char *step_label;
  JsonObject *unknown; /* members that we do not know; nullable */
  GQueue undo;         /* of Step */
  GQueue redo;         /* of Step */
};

typedef struct {
  SlDecisionState *state; /* to go to */
  char *label;
} Step;

enum {
  PROP_0,
  PROP_CATALOGUE,
  PROP_TITLE,
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

G_DEFINE_FINAL_TYPE (SlDecision, sl_decision, G_TYPE_OBJECT)

/* ---- state ---- */

SlDecisionState *
sl_decision_state_new (const char *title, const SlProfile *profile, SlRequirements *requirements)
{
  SlDecisionState *self = g_atomic_rc_box_new0 (SlDecisionState);

  self->title = g_strdup (title);
  self->profile = profile;
  self->requirements = requirements;

  return self;
}

static void
state_clear (gpointer data)
{
  SlDecisionState *self = data;

  g_free (self->title);
  sl_requirements_unref (self->requirements);
}

void
sl_decision_state_unref (SlDecisionState *self)
{
  g_atomic_rc_box_release_full (self, state_clear);
}

static gboolean
state_equal (SlDecisionState *a, SlDecisionState *b)
{
  return a == b || (g_str_equal (a->title, b->title) && a->profile == b->profile &&
                    sl_requirements_equal (a->requirements, b->requirements));
}

/* ---- history ---- */

static Step *
step_new (SlDecisionState *state, const char *label)
{
  Step *self = g_new0 (Step, 1);

  self->state = g_atomic_rc_box_acquire (state);
  self->label = g_strdup (label);

  return self;
}

static void
step_free (gpointer data)
{
  Step *self = data;

  sl_decision_state_unref (self->state);
  g_free (self->label);
  g_free (self);
}

static void
record_step (SlDecision *self, SlDecisionState *before, const char *label)
{
  g_queue_push_head (&self->undo, step_new (before, label));
  if (g_queue_get_length (&self->undo) > MAX_STEPS)
    step_free (g_queue_pop_tail (&self->undo));
  g_queue_clear_full (&self->redo, step_free);
}

static void
notify_history (SlDecision *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
}

static void
replace_state (SlDecision *self, SlDecisionState *state)
{
  g_autoptr (SlDecisionState) before = g_steal_pointer (&self->state);
  gboolean was_modified = !state_equal (before, self->saved_state);

  self->state = g_atomic_rc_box_acquire (state);

  g_object_freeze_notify (G_OBJECT (self));
  if (!g_str_equal (before->title, state->title))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  if (before->profile != state->profile)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROFILE]);
  if (!sl_requirements_equal (before->requirements, state->requirements))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REQUIREMENTS]);
  if (was_modified != sl_decision_get_modified (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Takes the new state. */
static void
edit (SlDecision *self, SlDecisionState *take_state, const char *label)
{
  g_autoptr (SlDecisionState) state = take_state;

  if (state_equal (self->state, state))
    return;

  if (self->step_start != NULL)
    g_set_str (&self->step_label, label);
  else
    record_step (self, self->state, label);

  g_object_freeze_notify (G_OBJECT (self));
  replace_state (self, state);
  if (self->step_start == NULL)
    notify_history (self);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
edit_requirements (SlDecision *self, SlRequirementsDraft *draft, const char *label)
{
  edit (self,
        sl_decision_state_new (self->state->title, self->state->profile,
                               sl_requirements_draft_finish (draft)),
        label);
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
  if (state_equal (before, self->state))
    return;

  record_step (self, before, label);
  notify_history (self);
}

gboolean
sl_decision_is_in_step (SlDecision *self)
{
  g_return_val_if_fail (SL_IS_DECISION (self), FALSE);

  return self->step_start != NULL;
}

static void
travel (SlDecision *self, GQueue *from, GQueue *to)
{
  Step *step;

  if (self->step_start != NULL)
    sl_decision_end_step (self);

  step = g_queue_pop_head (from);
  if (step == NULL)
    return;

  g_queue_push_head (to, step_new (self->state, step->label));
  g_object_freeze_notify (G_OBJECT (self));
  replace_state (self, step->state);
  notify_history (self);
  g_object_thaw_notify (G_OBJECT (self));
  step_free (step);
}

void
sl_decision_undo (SlDecision *self)
{
  g_return_if_fail (SL_IS_DECISION (self));

  travel (self, &self->undo, &self->redo);
}

void
sl_decision_redo (SlDecision *self)
{
  g_return_if_fail (SL_IS_DECISION (self));

  travel (self, &self->redo, &self->undo);
}

/* ---- edits ---- */

/* A text that came from an entry or a clipboard can be longer than the file may hold. */
static char *
shorten (const char *text, glong max_length)
{
  return g_utf8_strlen (text, -1) > max_length ? g_utf8_substring (text, 0, max_length)
                                               : g_strdup (text);
}

void
sl_decision_set_title (SlDecision *self, const char *title)
{
  g_autofree char *kept = NULL;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (title != NULL && g_utf8_validate (title, -1, NULL));

  kept = shorten (title, SL_TITLE_MAX);
  edit (self,
        sl_decision_state_new (kept, self->state->profile,
                               sl_requirements_ref (self->state->requirements)),
        _("Title"));
}

void
sl_decision_set_method (SlDecision *self, SlMethod method)
{
  SlRequirementsDraft *draft;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail ((guint) method < SL_N_METHODS);

  draft = sl_requirements_draft (self->state->requirements);
  draft->public.method = method;
  edit_requirements (self, draft, _("Method"));
}

void
sl_decision_set_pillar_importance (SlDecision *self, const SlPillar *pillar, double importance)
{
  SlRequirementsDraft *draft;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (isfinite (importance));

  draft = sl_requirements_draft (self->state->requirements);
  draft->pillar_importance[pillar->index] = CLAMP (importance, 0, SL_IMPORTANCE_MAX);
  edit_requirements (self, draft, pillar->name);
}

void
sl_decision_set_criterion_importance (SlDecision *self,
                                      const SlCriterion *criterion,
                                      double importance)
{
  SlRequirementsDraft *draft;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (isfinite (importance));

  draft = sl_requirements_draft (self->state->requirements);
  draft->criterion_importance[criterion->index] = CLAMP (importance, 0, SL_IMPORTANCE_MAX);
  edit_requirements (self, draft, criterion->name);
}

void
sl_decision_set_fact (SlDecision *self, const SlFact *fact, double value)
{
  SlRequirementsDraft *draft;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (isfinite (value));

  if (fact->type != SL_FACT_NUMBER)
    value = round (value);
  draft = sl_requirements_draft (self->state->requirements);
  draft->facts[fact->index] = CLAMP (value, fact->minimum, fact->maximum);
  edit_requirements (self, draft, fact->name);
}

static double
clamp_minimum (double minimum)
{
  return isnan (minimum) ? NAN : CLAMP (minimum, 0, SL_VALUE_MAX);
}

static void
edit_minimum (SlDecision *self, SlRequirementsDraft *draft, const char *name)
{
  /* Translators: an entry of the history; %s is a pillar or a criterion, as in «Minimum of
   * Security». */
  g_autofree char *label = g_strdup_printf (_("Minimum of %s"), name);

  edit_requirements (self, draft, label);
}

void
sl_decision_set_pillar_minimum (SlDecision *self, const SlPillar *pillar, double minimum)
{
  SlRequirementsDraft *draft;

  g_return_if_fail (SL_IS_DECISION (self));

  draft = sl_requirements_draft (self->state->requirements);
  draft->pillar_minimum[pillar->index] = clamp_minimum (minimum);
  edit_minimum (self, draft, pillar->name);
}

void
sl_decision_set_criterion_minimum (SlDecision *self, const SlCriterion *criterion, double minimum)
{
  SlRequirementsDraft *draft;

  g_return_if_fail (SL_IS_DECISION (self));

  draft = sl_requirements_draft (self->state->requirements);
  draft->criterion_minimum[criterion->index] = clamp_minimum (minimum);
  edit_minimum (self, draft, criterion->name);
}

/* A profile says what matters and what is true; the method and the team's own values stay. */
static SlRequirementsDraft *
draft_from_profile (SlDecision *self, const SlProfile *profile)
{
  SlRequirementsDraft *draft = sl_requirements_draft_for_profile (self->catalogue, profile);
  const GPtrArray *overrides = self->state->requirements->overrides;

  draft->public.method = self->state->requirements->method;
  for (guint i = 0; i < overrides->len; i++) {
    const SlOverride *override = g_ptr_array_index (overrides, i);

    sl_requirements_draft_put_override (draft, override->alternative, override->criterion,
                                        override->low, override->mode, override->high,
                                        override->reason);
  }

  return draft;
}

void
sl_decision_apply_profile (SlDecision *self, const SlProfile *profile)
{
  SlRequirements *requirements;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (profile != NULL);

  requirements = sl_requirements_draft_finish (draft_from_profile (self, profile));
  edit (self, sl_decision_state_new (self->state->title, profile, requirements), profile->name);
}

void
sl_decision_reset (SlDecision *self)
{
  const SlProfile *profile;

  g_return_if_fail (SL_IS_DECISION (self));

  profile = self->state->profile;
  if (profile == NULL)
    profile = sl_requirements_first_profile (self->catalogue);
  edit_requirements (self, draft_from_profile (self, profile), _("Reset"));
}

void
sl_decision_equalise (SlDecision *self)
{
  const double middle = SL_IMPORTANCE_MAX / 2;
  SlRequirementsDraft *draft;

  g_return_if_fail (SL_IS_DECISION (self));

  draft = sl_requirements_draft (self->state->requirements);
  for (guint i = 0; i < sl_catalogue_get_pillars (self->catalogue)->len; i++)
    draft->pillar_importance[i] = middle;
  for (guint i = 0; i < sl_catalogue_get_criteria (self->catalogue)->len; i++)
    draft->criterion_importance[i] = middle;
  edit_requirements (self, draft, _("Equalise"));
}

static char *
label_for_value (const SlAlternative *alternative, const SlCriterion *criterion)
{
  /* Translators: an entry of the history: a criterion's value of an alternative, as in «Security of
   * Go». */
  return g_strdup_printf (_("%1$s of %2$s"), criterion->name, alternative->name);
}

void
sl_decision_set_override (SlDecision *self,
                          const SlAlternative *alternative,
                          const SlCriterion *criterion,
                          double low,
                          double mode,
                          double high,
                          const char *reason)
{
  g_autofree char *label = NULL;
  g_autofree char *kept = NULL;
  SlRequirementsDraft *draft;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (low >= 0 && low <= mode && mode <= high && high <= SL_VALUE_MAX);
  g_return_if_fail (reason != NULL && *reason != '\0' && g_utf8_validate (reason, -1, NULL));

  kept = shorten (reason, SL_REASON_MAX);
  draft = sl_requirements_draft (self->state->requirements);
  sl_requirements_draft_put_override (draft, alternative, criterion, low, mode, high, kept);
  label = label_for_value (alternative, criterion);
  edit_requirements (self, draft, label);
}

void
sl_decision_clear_override (SlDecision *self,
                            const SlAlternative *alternative,
                            const SlCriterion *criterion)
{
  g_autofree char *label = NULL;
  SlRequirementsDraft *draft;

  g_return_if_fail (SL_IS_DECISION (self));

  draft = sl_requirements_draft (self->state->requirements);
  sl_requirements_draft_drop_override (draft, alternative, criterion);
  label = label_for_value (alternative, criterion);
  edit_requirements (self, draft, label);
}

/* ---- the object ---- */

static void
sl_decision_constructed (GObject *object)
{
  SlDecision *self = SL_DECISION (object);
  const SlProfile *profile = sl_requirements_first_profile (self->catalogue);

  G_OBJECT_CLASS (sl_decision_parent_class)->constructed (object);

  /* Translators: the title of a decision that has none yet. */
  self->state =
      sl_decision_state_new (_("New Decision"), profile, sl_requirements_new (self->catalogue));
  self->saved_state = g_atomic_rc_box_acquire (self->state);
}

static void
sl_decision_finalize (GObject *object)
{
  SlDecision *self = SL_DECISION (object);

  g_queue_clear_full (&self->undo, step_free);
  g_queue_clear_full (&self->redo, step_free);
  g_clear_pointer (&self->state, sl_decision_state_unref);
  g_clear_pointer (&self->saved_state, sl_decision_state_unref);
  g_clear_pointer (&self->step_start, sl_decision_state_unref);
  g_clear_pointer (&self->step_label, g_free);
  g_clear_pointer (&self->unknown, json_object_unref);
  g_clear_pointer (&self->catalogue, sl_catalogue_unref);

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
    self->catalogue = sl_catalogue_ref (g_value_get_pointer (value));
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

  object_class->constructed = sl_decision_constructed;
  object_class->finalize = sl_decision_finalize;
  object_class->get_property = sl_decision_get_property;
  object_class->set_property = sl_decision_set_property;

  properties[PROP_CATALOGUE] = g_param_spec_pointer (
      "catalogue", NULL, NULL, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, "",
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_PROFILE] = g_param_spec_pointer ("profile", NULL, NULL, readable);
  properties[PROP_REQUIREMENTS] =
      g_param_spec_boxed ("requirements", NULL, NULL, SL_TYPE_REQUIREMENTS, readable);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, readable);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, readable);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, readable);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, readable);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, readable);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sl_decision_init (SlDecision *self)
{
  g_queue_init (&self->undo);
  g_queue_init (&self->redo);
}

SlDecision *
sl_decision_new (SlCatalogue *catalogue)
{
  g_return_val_if_fail (catalogue != NULL, NULL);

  return g_object_new (SL_TYPE_DECISION, "catalogue", catalogue, NULL);
}

void
sl_decision_start_with (SlDecision *self, SlDecisionState *take_state, JsonObject *unknown)
{
  g_clear_pointer (&self->state, sl_decision_state_unref);
  g_clear_pointer (&self->saved_state, sl_decision_state_unref);
  self->state = take_state;
  self->saved_state = g_atomic_rc_box_acquire (take_state);
  self->unknown = unknown != NULL ? json_object_ref (unknown) : NULL;
}

void
sl_decision_mark_saved (SlDecision *self)
{
  gboolean was_modified;

  g_return_if_fail (SL_IS_DECISION (self));

  was_modified = sl_decision_get_modified (self);
  g_clear_pointer (&self->saved_state, sl_decision_state_unref);
  self->saved_state = g_atomic_rc_box_acquire (self->state);
  if (was_modified)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

SlDecisionState *
sl_decision_get_state (SlDecision *self)
{
  return self->state;
}

JsonObject *
sl_decision_get_unknown (SlDecision *self)
{
  return self->unknown;
}

SlCatalogue *
sl_decision_get_catalogue (SlDecision *self)
{
  g_return_val_if_fail (SL_IS_DECISION (self), NULL);

  return self->catalogue;
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

  return !state_equal (self->state, self->saved_state);
}

gboolean
sl_decision_get_can_undo (SlDecision *self)
{
  g_return_val_if_fail (SL_IS_DECISION (self), FALSE);

  return !g_queue_is_empty (&self->undo);
}

gboolean
sl_decision_get_can_redo (SlDecision *self)
{
  g_return_val_if_fail (SL_IS_DECISION (self), FALSE);

  return !g_queue_is_empty (&self->redo);
}

static const char *
label_of_next (GQueue *steps)
{
  Step *step = g_queue_peek_head (steps);

  return step != NULL ? step->label : NULL;
}

const char *
sl_decision_get_undo_label (SlDecision *self)
{
  g_return_val_if_fail (SL_IS_DECISION (self), NULL);

  return label_of_next (&self->undo);
}

const char *
sl_decision_get_redo_label (SlDecision *self)
{
  g_return_val_if_fail (SL_IS_DECISION (self), NULL);

  return label_of_next (&self->redo);
}
