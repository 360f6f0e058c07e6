/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done to a decision. Each edit makes the state that it leads to. */

#include "config.h"

#include "decision-private.h"

#include <math.h>

#include "catalogue/translation.h"

static void
edit_requirements (SlDecision *self, SlRequirementsDraft *draft, const char *label)
{
  SlDecisionState *state = sl_decision_get_state (self);

  sl_decision_edit (self,
                    sl_decision_state_with_requirements (state, state->profile,
                                                         sl_requirements_draft_finish (draft)),
                    label);
}

void
sl_decision_set_title (SlDecision *self, const char *title)
{
  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (title != NULL && g_utf8_validate (title, -1, NULL));

  sl_decision_edit (
      self,
      sl_decision_state_with_title (sl_decision_get_state (self), sl_shorten (title, SL_TITLE_MAX)),
      _ ("Title"));
}

/* ---- what is said in words ---- */

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

void
sl_decision_set_context (SlDecision *self, const char *context)
{
  SlProseData *prose;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (context != NULL && g_utf8_validate (context, -1, NULL));

  prose = copy_prose (self);
  sl_prose_set_context (prose, context);
  edit_prose (self, prose, _ ("Context"));
}

void
sl_decision_set_participants (SlDecision *self, const char *const *names)
{
  SlProseData *prose;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (names != NULL);

  prose = copy_prose (self);
  sl_prose_set_participants (prose, names);
  edit_prose (self, prose, _ ("Participants"));
}

static const char *
name_of (SlCatalogue *catalogue, const char *id)
{
  const SlAlternative *alternative = sl_catalogue_find_alternative (catalogue, id);
  const SlPairing *pairing = alternative == NULL ? sl_catalogue_find_pairing (catalogue, id) : NULL;

  if (alternative != NULL)
    return alternative->name;
  return pairing != NULL ? pairing->name : id;
}

void
sl_decision_set_note (SlDecision *self, const char *alternative, const char *text)
{
  g_autofree char *label = NULL;
  SlProseData *prose;
  const char *name;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (alternative != NULL && sl_is_alternative_id (alternative));
  g_return_if_fail (text != NULL && g_utf8_validate (text, -1, NULL));

  prose = copy_prose (self);
  sl_prose_set_note (prose, alternative, text);
  name = name_of (sl_decision_get_catalogue (self), alternative);
  /* Translators: an entry of the history; %s is an alternative, as in «Note on Go». */
  label = g_strdup_printf (_ ("Note on %s"), name);
  edit_prose (self, prose, label);
}

void
sl_decision_set_outcome (SlDecision *self, const SlOutcome *outcome)
{
  SlProseData *prose;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (outcome != NULL && (guint) outcome->status < SL_N_STATUSES);
  g_return_if_fail (outcome->alternative == NULL || sl_is_alternative_id (outcome->alternative));
  g_return_if_fail (outcome->date == NULL || sl_is_day (outcome->date));
  g_return_if_fail (outcome->rationale != NULL && g_utf8_validate (outcome->rationale, -1, NULL));
  g_return_if_fail (outcome->superseded_by != NULL &&
                    g_utf8_validate (outcome->superseded_by, -1, NULL));

  prose = copy_prose (self);
  sl_prose_set_outcome (prose, outcome);
  /* Translators: an entry of the history: what was chosen, and why. */
  edit_prose (self, prose, _ ("Outcome"));
}

/* ---- the requirements ---- */

void
sl_decision_set_method (SlDecision *self, SlMethod method)
{
  SlRequirementsDraft *draft;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail ((guint) method < SL_N_METHODS);

  draft = sl_requirements_draft (sl_decision_get_state (self)->requirements);
  draft->public.method = method;
  edit_requirements (self, draft, _ ("Method"));
}

void
sl_decision_set_robustness (SlDecision *self, const SlRobustnessSettings *settings)
{
  SlRequirementsDraft *draft;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (settings != NULL);
  g_return_if_fail ((guint) settings->space <= SL_WEIGHT_SPACE_ANY);
  g_return_if_fail (isfinite (settings->confidence));

  draft = sl_requirements_draft (sl_decision_get_state (self)->requirements);
  draft->public.robustness = (SlRobustnessSettings) {
    .space = settings->space,
    .confidence = CLAMP (settings->confidence, SL_CONFIDENCE_MIN, SL_CONFIDENCE_MAX),
    .samples = CLAMP (settings->samples, 1, SL_SAMPLES_MAX),
    .seed = MIN (settings->seed, SL_SEED_MAX),
  };
  /* Translators: an entry of the history: how robustness is found. */
  edit_requirements (self, draft, _ ("Robustness"));
}

void
sl_decision_set_pillar_importance (SlDecision *self, const SlPillar *pillar, double importance)
{
  SlRequirementsDraft *draft;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (pillar != NULL);
  g_return_if_fail (isfinite (importance));

  draft = sl_requirements_draft (sl_decision_get_state (self)->requirements);
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
  g_return_if_fail (criterion != NULL);
  g_return_if_fail (isfinite (importance));

  draft = sl_requirements_draft (sl_decision_get_state (self)->requirements);
  draft->criterion_importance[criterion->index] = CLAMP (importance, 0, SL_IMPORTANCE_MAX);
  edit_requirements (self, draft, criterion->name);
}

void
sl_decision_set_fact (SlDecision *self, const SlFact *fact, double value)
{
  SlRequirementsDraft *draft;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (fact != NULL);
  g_return_if_fail (isfinite (value));

  if (fact->type != SL_FACT_NUMBER)
    value = round (value);
  draft = sl_requirements_draft (sl_decision_get_state (self)->requirements);
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
  g_autofree char *label = g_strdup_printf (_ ("Minimum of %s"), name);

  edit_requirements (self, draft, label);
}

void
sl_decision_set_pillar_minimum (SlDecision *self, const SlPillar *pillar, double minimum)
{
  SlRequirementsDraft *draft;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (pillar != NULL);

  draft = sl_requirements_draft (sl_decision_get_state (self)->requirements);
  draft->pillar_minimum[pillar->index] = clamp_minimum (minimum);
  edit_minimum (self, draft, pillar->name);
}

void
sl_decision_set_criterion_minimum (SlDecision *self, const SlCriterion *criterion, double minimum)
{
  SlRequirementsDraft *draft;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (criterion != NULL);

  draft = sl_requirements_draft (sl_decision_get_state (self)->requirements);
  draft->criterion_minimum[criterion->index] = clamp_minimum (minimum);
  edit_minimum (self, draft, criterion->name);
}

static double
clamp_lock (double share)
{
  return isnan (share) ? NAN : CLAMP (share, 0, 1);
}

static void
edit_lock (SlDecision *self, SlRequirementsDraft *draft, const char *name)
{
  /* Translators: an entry of the history, for locking a weight as well as for unlocking it; %s is a
   * pillar or a criterion, as in «Lock of Security». */
  g_autofree char *label = g_strdup_printf (_ ("Lock of %s"), name);

  edit_requirements (self, draft, label);
}

void
sl_decision_set_pillar_lock (SlDecision *self, const SlPillar *pillar, double share)
{
  SlRequirementsDraft *draft;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (pillar != NULL);

  draft = sl_requirements_draft (sl_decision_get_state (self)->requirements);
  draft->pillar_lock[pillar->index] = clamp_lock (share);
  edit_lock (self, draft, pillar->name);
}

void
sl_decision_set_criterion_lock (SlDecision *self, const SlCriterion *criterion, double share)
{
  SlRequirementsDraft *draft;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (criterion != NULL);

  draft = sl_requirements_draft (sl_decision_get_state (self)->requirements);
  draft->criterion_lock[criterion->index] = clamp_lock (share);
  edit_lock (self, draft, criterion->name);
}

/* A profile says what matters, with no weight held, and what is true; the method, how
 * robustness is found and the team's own values stay. */
static SlRequirementsDraft *
draft_from_profile (SlDecision *self, const SlProfile *profile)
{
  SlRequirementsDraft *draft =
      sl_requirements_draft_for_profile (sl_decision_get_catalogue (self), profile);
  const GPtrArray *overrides = sl_decision_get_state (self)->requirements->overrides;

  draft->public.method = sl_decision_get_state (self)->requirements->method;
  draft->public.robustness = sl_decision_get_state (self)->requirements->robustness;
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
  sl_decision_edit (
      self,
      sl_decision_state_with_requirements (sl_decision_get_state (self), profile, requirements),
      profile->name);
}

void
sl_decision_reset (SlDecision *self)
{
  const SlProfile *profile;

  g_return_if_fail (SL_IS_DECISION (self));

  profile = sl_decision_get_state (self)->profile;
  if (profile == NULL)
    profile = sl_requirements_first_profile (sl_decision_get_catalogue (self));
  edit_requirements (self, draft_from_profile (self, profile), _ ("Reset"));
}

void
sl_decision_equalise (SlDecision *self)
{
  const double middle = SL_IMPORTANCE_MAX / 2;
  SlRequirementsDraft *draft;

  g_return_if_fail (SL_IS_DECISION (self));

  draft = sl_requirements_draft (sl_decision_get_state (self)->requirements);
  for (guint i = 0; i < sl_catalogue_get_pillars (sl_decision_get_catalogue (self))->len; i++)
    draft->pillar_importance[i] = middle;
  for (guint i = 0; i < sl_catalogue_get_criteria (sl_decision_get_catalogue (self))->len; i++)
    draft->criterion_importance[i] = middle;
  edit_requirements (self, draft, _ ("Equalise"));
}

static gsize
count_weighed (SlDecision *self, const SlPillar *pillar)
{
  return pillar != NULL ? pillar->criteria->len
                        : sl_catalogue_get_pillars (sl_decision_get_catalogue (self))->len;
}

static void
put_importance (SlRequirementsDraft *draft, const SlPillar *pillar, gsize i, double importance)
{
  if (pillar == NULL)
    draft->pillar_importance[i] = importance;
  else
    draft->criterion_importance[((const SlCriterion *) g_ptr_array_index (pillar->criteria, i))
                                    ->index] = importance;
}

static void
edit_weights (SlDecision *self, const SlPillar *pillar, const double *weights, const char *label)
{
  SlRequirementsDraft *draft = sl_requirements_draft (sl_decision_get_state (self)->requirements);
  gsize n = count_weighed (self, pillar);
  double largest = 0;

  for (gsize i = 0; i < n; i++)
    largest = MAX (largest, weights[i]);
  for (gsize i = 0; i < n; i++)
    put_importance (draft, pillar, i, largest > 0 ? weights[i] / largest * SL_IMPORTANCE_MAX : 0);
  edit_requirements (self, draft, label);
}

void
sl_decision_set_weights (SlDecision *self, const SlPillar *pillar, const double *weights)
{
  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (weights != NULL);

  edit_weights (self, pillar, weights, _ ("Comparison in Pairs"));
}

void
sl_decision_set_order (SlDecision *self, const SlPillar *pillar, const guint *order)
{
  g_autofree double *weights = NULL;
  gsize n;

  g_return_if_fail (SL_IS_DECISION (self));
  g_return_if_fail (order != NULL);

  n = count_weighed (self, pillar);
  weights = g_new (double, n);
  sl_weights_from_order (order, n, SL_RANK_WEIGHTS_CENTROID, weights);
  edit_weights (self, pillar, weights, _ ("Order of Importance"));
}

SlRequirements *
sl_decision_preview_profile (SlDecision *self, const SlProfile *profile)
{
  g_return_val_if_fail (SL_IS_DECISION (self), NULL);
  g_return_val_if_fail (profile != NULL, NULL);

  return sl_requirements_draft_finish (draft_from_profile (self, profile));
}

static char *
label_for_value (const SlAlternative *alternative, const SlCriterion *criterion)
{
  /* Translators: an entry of the history: a criterion's value of an alternative, as in «Security of
   * Go». */
  return g_strdup_printf (_ ("%1$s of %2$s"), criterion->name, alternative->name);
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
  g_return_if_fail (alternative != NULL && criterion != NULL);
  g_return_if_fail (low >= 0 && low <= mode && mode <= high && high <= SL_VALUE_MAX);
  g_return_if_fail (reason != NULL && *reason != '\0' && g_utf8_validate (reason, -1, NULL));

  kept = sl_shorten (reason, SL_REASON_MAX);
  draft = sl_requirements_draft (sl_decision_get_state (self)->requirements);
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
  g_return_if_fail (alternative != NULL && criterion != NULL);

  draft = sl_requirements_draft (sl_decision_get_state (self)->requirements);
  sl_requirements_draft_drop_override (draft, alternative, criterion);
  label = label_for_value (alternative, criterion);
  edit_requirements (self, draft, label);
}
