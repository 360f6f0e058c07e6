/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "decision-private.h"

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

gboolean
sl_decision_state_equal (SlDecisionState *a, SlDecisionState *b)
{
  return a == b || (g_str_equal (a->title, b->title) && a->profile == b->profile &&
                    sl_requirements_equal (a->requirements, b->requirements));
}
