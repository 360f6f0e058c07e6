/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "requirements-private.h"

#include <math.h>

G_DEFINE_BOXED_TYPE (SlRequirements, sl_requirements, sl_requirements_ref, sl_requirements_unref)

static void
override_free (gpointer data)
{
  SlOverride *self = data;

  g_free ((char *) self->reason);
  g_free (self);
}

static double *
copy_numbers (const double *numbers, guint n)
{
  return g_memdup2 (numbers, n * sizeof *numbers);
}

static double *
new_without_numbers (guint n)
{
  double *numbers = g_new (double, n);

  for (guint i = 0; i < n; i++)
    numbers[i] = NAN;
  return numbers;
}

static SlRequirementsDraft *
draft_new (SlCatalogue *catalogue)
{
  SlRequirementsDraft *self = g_new0 (SlRequirementsDraft, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->public.catalogue = sl_catalogue_ref (catalogue);
  self->overrides = g_ptr_array_new_with_free_func (override_free);

  return self;
}

static void
draft_take_numbers (SlRequirementsDraft *self,
                    SlCatalogue *catalogue,
                    const double *pillar_importance,
                    const double *criterion_importance,
                    const double *facts,
                    const double *pillar_minimum,
                    const double *criterion_minimum)
{
  guint n_pillars = sl_catalogue_get_pillars (catalogue)->len;
  guint n_criteria = sl_catalogue_get_criteria (catalogue)->len;

  self->pillar_importance = copy_numbers (pillar_importance, n_pillars);
  self->criterion_importance = copy_numbers (criterion_importance, n_criteria);
  self->facts = copy_numbers (facts, sl_catalogue_get_facts (catalogue)->len);
  self->pillar_minimum = copy_numbers (pillar_minimum, n_pillars);
  self->criterion_minimum = copy_numbers (criterion_minimum, n_criteria);
}

/* What the catalogue's pillars, criteria and facts say of themselves, and no minimum. */
static void
draft_take_defaults (SlRequirementsDraft *self, SlCatalogue *catalogue)
{
  const GPtrArray *pillars = sl_catalogue_get_pillars (catalogue);
  const GPtrArray *criteria = sl_catalogue_get_criteria (catalogue);
  const GPtrArray *facts = sl_catalogue_get_facts (catalogue);

  self->pillar_importance = g_new (double, pillars->len);
  for (guint i = 0; i < pillars->len; i++)
    self->pillar_importance[i] = ((const SlPillar *) g_ptr_array_index (pillars, i))->importance;
  self->pillar_minimum = new_without_numbers (pillars->len);
  self->criterion_importance = g_new (double, criteria->len);
  for (guint i = 0; i < criteria->len; i++)
    self->criterion_importance[i] =
        ((const SlCriterion *) g_ptr_array_index (criteria, i))->importance;
  self->criterion_minimum = new_without_numbers (criteria->len);
  self->facts = g_new (double, facts->len);
  for (guint i = 0; i < facts->len; i++)
    self->facts[i] = ((const SlFact *) g_ptr_array_index (facts, i))->fallback;
}

SlRequirementsDraft *
sl_requirements_draft (SlRequirements *model)
{
  SlRequirementsDraft *self = draft_new (model->catalogue);

  self->public.method = model->method;
  self->public.robustness = model->robustness;
  draft_take_numbers (self, model->catalogue, model->pillar_importance, model->criterion_importance,
                      model->facts, model->pillar_minimum, model->criterion_minimum);
  self->pillar_lock =
      copy_numbers (model->pillar_lock, sl_catalogue_get_pillars (model->catalogue)->len);
  self->criterion_lock =
      copy_numbers (model->criterion_lock, sl_catalogue_get_criteria (model->catalogue)->len);
  for (guint i = 0; i < model->overrides->len; i++) {
    const SlOverride *override = g_ptr_array_index (model->overrides, i);

    sl_requirements_draft_put_override (self, override->alternative, override->criterion,
                                        override->low, override->mode, override->high,
                                        override->reason);
  }

  return self;
}

SlRequirementsDraft *
sl_requirements_draft_for_profile (SlCatalogue *catalogue, const SlProfile *profile)
{
  SlRequirementsDraft *self = draft_new (catalogue);

  self->public.method = SL_METHOD_ADDITIVE;
  self->public.robustness = SL_ROBUSTNESS_SETTINGS_DEFAULT;
  if (profile != NULL)
    draft_take_numbers (self, catalogue, profile->pillar_importance, profile->criterion_importance,
                        profile->facts, profile->pillar_minimum, profile->criterion_minimum);
  else
    draft_take_defaults (self, catalogue);
  self->pillar_lock = new_without_numbers (sl_catalogue_get_pillars (catalogue)->len);
  self->criterion_lock = new_without_numbers (sl_catalogue_get_criteria (catalogue)->len);

  return self;
}

static SlOverride *
find_override (GPtrArray *overrides,
               const SlAlternative *alternative,
               const SlCriterion *criterion,
               guint *position)
{
  for (guint i = 0; i < overrides->len; i++) {
    SlOverride *override = g_ptr_array_index (overrides, i);

    if (override->alternative == alternative && override->criterion == criterion) {
      if (position != NULL)
        *position = i;
      return override;
    }
  }

  return NULL;
}

void
sl_requirements_draft_put_override (SlRequirementsDraft *self,
                                    const SlAlternative *alternative,
                                    const SlCriterion *criterion,
                                    double low,
                                    double mode,
                                    double high,
                                    const char *reason)
{
  SlOverride *override = find_override (self->overrides, alternative, criterion, NULL);

  if (override == NULL) {
    override = g_new0 (SlOverride, 1);
    override->alternative = alternative;
    override->criterion = criterion;
    g_ptr_array_add (self->overrides, override);
  }
  override->low = low;
  override->mode = mode;
  override->high = high;
  g_free ((char *) override->reason);
  override->reason = g_strdup (reason);
}

gboolean
sl_requirements_draft_has_override (SlRequirementsDraft *self,
                                    const SlAlternative *alternative,
                                    const SlCriterion *criterion)
{
  return find_override (self->overrides, alternative, criterion, NULL) != NULL;
}

gboolean
sl_requirements_draft_drop_override (SlRequirementsDraft *self,
                                     const SlAlternative *alternative,
                                     const SlCriterion *criterion)
{
  guint position;

  if (find_override (self->overrides, alternative, criterion, &position) == NULL)
    return FALSE;

  g_ptr_array_remove_index (self->overrides, position);
  return TRUE;
}

void
sl_requirements_draft_clear_minimums (SlRequirementsDraft *self)
{
  for (guint i = 0; i < sl_catalogue_get_pillars (self->public.catalogue)->len; i++)
    self->pillar_minimum[i] = NAN;
  for (guint i = 0; i < sl_catalogue_get_criteria (self->public.catalogue)->len; i++)
    self->criterion_minimum[i] = NAN;
}

void
sl_requirements_draft_take_importance (SlRequirementsDraft *self, SlImportance *importance)
{
  memcpy (self->pillar_importance, importance->pillar,
          sl_catalogue_get_pillars (self->public.catalogue)->len * sizeof (double));
  memcpy (self->criterion_importance, importance->criterion,
          sl_catalogue_get_criteria (self->public.catalogue)->len * sizeof (double));
}

SlRequirements *
sl_requirements_draft_finish (SlRequirementsDraft *self)
{
  self->public.pillar_importance = self->pillar_importance;
  self->public.criterion_importance = self->criterion_importance;
  self->public.facts = self->facts;
  self->public.pillar_minimum = self->pillar_minimum;
  self->public.criterion_minimum = self->criterion_minimum;
  self->public.pillar_lock = self->pillar_lock;
  self->public.criterion_lock = self->criterion_lock;
  self->public.overrides = self->overrides;

  return &self->public;
}

SlRequirements *
sl_requirements_with_facts (SlRequirements *self, const double *facts)
{
  SlRequirementsDraft *draft;

  g_return_val_if_fail (self != NULL && facts != NULL, NULL);

  draft = sl_requirements_draft (self);
  memcpy (draft->facts, facts,
          sl_catalogue_get_facts (self->catalogue)->len * sizeof *draft->facts);

  return sl_requirements_draft_finish (draft);
}

const SlProfile *
sl_requirements_first_profile (SlCatalogue *catalogue)
{
  const GPtrArray *profiles = sl_catalogue_get_profiles (catalogue);

  return profiles->len > 0 ? g_ptr_array_index (profiles, 0) : NULL;
}

SlRequirements *
sl_requirements_new (SlCatalogue *catalogue)
{
  g_return_val_if_fail (catalogue != NULL, NULL);

  return sl_requirements_draft_finish (
      sl_requirements_draft_for_profile (catalogue, sl_requirements_first_profile (catalogue)));
}

SlRequirements *
sl_requirements_ref (SlRequirements *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&((SlRequirementsDraft *) self)->ref_count);

  return self;
}

void
sl_requirements_unref (SlRequirements *self)
{
  SlRequirementsDraft *draft = (SlRequirementsDraft *) self;

  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&draft->ref_count))
    return;

  g_free (draft->pillar_importance);
  g_free (draft->criterion_importance);
  g_free (draft->facts);
  g_free (draft->pillar_minimum);
  g_free (draft->criterion_minimum);
  g_free (draft->pillar_lock);
  g_free (draft->criterion_lock);
  g_ptr_array_unref (draft->overrides);
  sl_catalogue_unref (draft->public.catalogue);
  g_free (draft);
}

/* NAN, the absence of a minimum or a lock, equals itself here. */
static gboolean
numbers_equal (const double *a, const double *b, guint n)
{
  for (guint i = 0; i < n; i++) {
    if (isnan (a[i]) ? !isnan (b[i]) : !(a[i] >= b[i] && a[i] <= b[i]))
      return FALSE;
  }

  return TRUE;
}

static gboolean
overrides_equal (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++) {
    const SlOverride *one = g_ptr_array_index (a, i);
    const SlOverride *other =
        find_override ((GPtrArray *) b, one->alternative, one->criterion, NULL);

    if (other == NULL || !numbers_equal (&one->low, &other->low, 1) ||
        !numbers_equal (&one->mode, &other->mode, 1) ||
        !numbers_equal (&one->high, &other->high, 1) || !g_str_equal (one->reason, other->reason))
      return FALSE;
  }

  return TRUE;
}

gboolean
sl_robustness_settings_equal (const SlRobustnessSettings *a, const SlRobustnessSettings *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->space == b->space && numbers_equal (&a->confidence, &b->confidence, 1) &&
         a->samples == b->samples && a->seed == b->seed;
}

gboolean
sl_requirements_equal (SlRequirements *a, SlRequirements *b)
{
  guint n_pillars, n_criteria, n_facts;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;
  if (a->catalogue != b->catalogue)
    return FALSE;

  n_pillars = sl_catalogue_get_pillars (a->catalogue)->len;
  n_criteria = sl_catalogue_get_criteria (a->catalogue)->len;
  n_facts = sl_catalogue_get_facts (a->catalogue)->len;

  return a->method == b->method && sl_robustness_settings_equal (&a->robustness, &b->robustness) &&
         numbers_equal (a->pillar_importance, b->pillar_importance, n_pillars) &&
         numbers_equal (a->criterion_importance, b->criterion_importance, n_criteria) &&
         numbers_equal (a->facts, b->facts, n_facts) &&
         numbers_equal (a->pillar_minimum, b->pillar_minimum, n_pillars) &&
         numbers_equal (a->criterion_minimum, b->criterion_minimum, n_criteria) &&
         numbers_equal (a->pillar_lock, b->pillar_lock, n_pillars) &&
         numbers_equal (a->criterion_lock, b->criterion_lock, n_criteria) &&
         overrides_equal (a->overrides, b->overrides);
}

const SlOverride *
sl_requirements_find_override (SlRequirements *self,
                               const SlAlternative *alternative,
                               const SlCriterion *criterion)
{
  g_return_val_if_fail (self != NULL && alternative != NULL && criterion != NULL, NULL);

  return find_override ((GPtrArray *) self->overrides, alternative, criterion, NULL);
}
