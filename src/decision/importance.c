/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What matters to somebody, without the facts and all else that a team has in common. */

#include "config.h"

#include "requirements-private.h"

#include <math.h>

typedef struct {
  SlImportance public;
  double *pillar;
  double *criterion;
} ImportanceData;

G_DEFINE_BOXED_TYPE (SlImportance, sl_importance, sl_importance_ref, sl_importance_unref)

static double *
copy_within_range (const double *numbers, guint n)
{
  double *copy = g_new (double, n);

  for (guint i = 0; i < n; i++)
    copy[i] = CLAMP (numbers[i], 0, SL_IMPORTANCE_MAX);

  return copy;
}

static gboolean
are_finite (const double *numbers, guint n)
{
  for (guint i = 0; i < n; i++) {
    if (!isfinite (numbers[i]))
      return FALSE;
  }

  return TRUE;
}

SlImportance *
sl_importance_new (SlCatalogue *catalogue, const double *pillar, const double *criterion)
{
  guint n_pillars, n_criteria;
  ImportanceData *self;

  g_return_val_if_fail (catalogue != NULL && pillar != NULL && criterion != NULL, NULL);

  n_pillars = sl_catalogue_get_pillars (catalogue)->len;
  n_criteria = sl_catalogue_get_criteria (catalogue)->len;
  g_return_val_if_fail (are_finite (pillar, n_pillars), NULL);
  g_return_val_if_fail (are_finite (criterion, n_criteria), NULL);

  self = g_atomic_rc_box_new0 (ImportanceData);
  self->public.catalogue = sl_catalogue_ref (catalogue);
  self->public.pillar = self->pillar = copy_within_range (pillar, n_pillars);
  self->public.criterion = self->criterion = copy_within_range (criterion, n_criteria);

  return &self->public;
}

SlImportance *
sl_importance_new_for_requirements (SlRequirements *requirements)
{
  g_return_val_if_fail (requirements != NULL, NULL);

  return sl_importance_new (requirements->catalogue, requirements->pillar_importance,
                            requirements->criterion_importance);
}

SlImportance *
sl_importance_new_for_profile (SlCatalogue *catalogue, const SlProfile *profile)
{
  g_autoptr (SlRequirements) requirements = NULL;

  g_return_val_if_fail (catalogue != NULL, NULL);

  requirements = sl_requirements_draft_finish (sl_requirements_draft_for_profile (
      catalogue, profile != NULL ? profile : sl_requirements_first_profile (catalogue)));

  return sl_importance_new_for_requirements (requirements);
}

SlImportance *
sl_importance_with_pillar (SlImportance *self, const SlPillar *pillar, double importance)
{
  SlImportance *changed;

  g_return_val_if_fail (self != NULL && pillar != NULL, NULL);
  g_return_val_if_fail (isfinite (importance), NULL);

  changed = sl_importance_new (self->catalogue, self->pillar, self->criterion);
  ((ImportanceData *) changed)->pillar[pillar->index] = CLAMP (importance, 0, SL_IMPORTANCE_MAX);

  return changed;
}

SlImportance *
sl_importance_with_criterion (SlImportance *self, const SlCriterion *criterion, double importance)
{
  SlImportance *changed;

  g_return_val_if_fail (self != NULL && criterion != NULL, NULL);
  g_return_val_if_fail (isfinite (importance), NULL);

  changed = sl_importance_new (self->catalogue, self->pillar, self->criterion);
  ((ImportanceData *) changed)->criterion[criterion->index] =
      CLAMP (importance, 0, SL_IMPORTANCE_MAX);

  return changed;
}

SlImportance *
sl_importance_move (SlImportance *self, SlCatalogue *catalogue, const SlProfile *profile)
{
  const GPtrArray *pillars, *criteria;
  SlImportance *moved;
  ImportanceData *data;

  g_return_val_if_fail (self != NULL && catalogue != NULL, NULL);

  if (self->catalogue == catalogue)
    return sl_importance_ref (self);

  moved = sl_importance_new_for_profile (catalogue, profile);
  data = (ImportanceData *) moved;
  pillars = sl_catalogue_get_pillars (catalogue);
  criteria = sl_catalogue_get_criteria (catalogue);
  for (guint i = 0; i < pillars->len; i++) {
    const SlPillar *pillar = g_ptr_array_index (pillars, i);
    const SlPillar *old = sl_catalogue_find_pillar (self->catalogue, pillar->id);

    if (old != NULL)
      data->pillar[i] = self->pillar[old->index];
  }
  for (guint i = 0; i < criteria->len; i++) {
    const SlCriterion *criterion = g_ptr_array_index (criteria, i);
    const SlCriterion *old = sl_catalogue_find_criterion (self->catalogue, criterion->id);

    if (old != NULL)
      data->criterion[i] = self->criterion[old->index];
  }

  return moved;
}

SlImportance *
sl_importance_ref (SlImportance *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
importance_clear (gpointer data)
{
  ImportanceData *self = data;

  g_free (self->pillar);
  g_free (self->criterion);
  sl_catalogue_unref (self->public.catalogue);
}

void
sl_importance_unref (SlImportance *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, importance_clear);
}

static gboolean
numbers_equal (const double *a, const double *b, guint n)
{
  for (guint i = 0; i < n; i++) {
    if (a[i] < b[i] || a[i] > b[i])
      return FALSE;
  }

  return TRUE;
}

gboolean
sl_importance_equal (SlImportance *a, SlImportance *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->catalogue != b->catalogue)
    return FALSE;

  return numbers_equal (a->pillar, b->pillar, sl_catalogue_get_pillars (a->catalogue)->len) &&
         numbers_equal (a->criterion, b->criterion, sl_catalogue_get_criteria (a->catalogue)->len);
}
