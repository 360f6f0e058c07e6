/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "history-private.h"

/* Older steps than this are forgotten. */
#define MAX_STEPS 10000

typedef struct {
  SlDecisionState *state; /* to go to */
  char *label;
} Step;

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

void
sl_history_init (SlHistory *self)
{
  g_queue_init (&self->undo);
  g_queue_init (&self->redo);
}

void
sl_history_clear (SlHistory *self)
{
  g_queue_clear_full (&self->undo, step_free);
  g_queue_clear_full (&self->redo, step_free);
}

void
sl_history_record (SlHistory *self, SlDecisionState *before, const char *label)
{
  g_queue_push_head (&self->undo, step_new (before, label));
  if (g_queue_get_length (&self->undo) > MAX_STEPS)
    step_free (g_queue_pop_tail (&self->undo));
  g_queue_clear_full (&self->redo, step_free);
}

static SlDecisionState *
travel (GQueue *from, GQueue *to, SlDecisionState *now)
{
  Step *step = g_queue_pop_head (from);
  SlDecisionState *state;

  if (step == NULL)
    return NULL;

  g_queue_push_head (to, step_new (now, step->label));
  state = g_atomic_rc_box_acquire (step->state);
  step_free (step);

  return state;
}

SlDecisionState *
sl_history_undo (SlHistory *self, SlDecisionState *now)
{
  return travel (&self->undo, &self->redo, now);
}

SlDecisionState *
sl_history_redo (SlHistory *self, SlDecisionState *now)
{
  return travel (&self->redo, &self->undo, now);
}

static const char *
label_of_next (GQueue *steps)
{
  Step *step = g_queue_peek_head (steps);

  return step != NULL ? step->label : NULL;
}

const char *
sl_history_get_undo_label (SlHistory *self)
{
  return label_of_next (&self->undo);
}

const char *
sl_history_get_redo_label (SlHistory *self)
{
  return label_of_next (&self->redo);
}
