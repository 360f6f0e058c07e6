/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A few alternatives beside each other: what parts them, and what each does best. */

#include "config.h"

#include "analysis-private.h"

#include <math.h>

#include "catalogue/translation.h"

/* Values nearer than this, of 100, are the same to anyone. */
#define SAME 0.05

static void
contrast_init (SlContrast *self, const SlRanking *ranking, guint column, SlSideBySide *of)
{
  double best = of->entries[0]->values[column];
  double worst = best;
  guint n_best = 0;

  for (guint i = 1; i < of->n; i++) {
    best = MAX (best, of->entries[i]->values[column]);
    worst = MIN (worst, of->entries[i]->values[column]);
  }
  self->column = column;
  self->spread = ranking->weights[column] * (best - worst);
  self->best = -1;
  for (guint i = 0; i < of->n; i++) {
    if (best - of->entries[i]->values[column] >= SAME)
      continue;
    self->best = (int) i;
    n_best++;
  }
  if (n_best > 1)
    self->best = -1;
}

static int
compare_contrasts (const void *a, const void *b)
{
  const SlContrast *first = a;
  const SlContrast *second = b;

  if (first->spread < second->spread || first->spread > second->spread)
    return first->spread < second->spread ? 1 : -1;

  return (first->column > second->column) - (first->column < second->column);
}

static double
mean_of_pillar (const SlRanking *ranking, const SlEntry *entry, guint pillar)
{
  double sum = 0;

  if (ranking->pillar_weights[pillar] <= 0)
    return NAN;
  for (guint i = 0; i < ranking->n_criteria; i++) {
    if (ranking->criteria[i]->pillar->index == pillar)
      sum += ranking->weights[i] * entry->values[i];
  }

  return sum / ranking->pillar_weights[pillar];
}

static void
list_pillar_values (SlSideBySide *self, SlAnalysis *analysis)
{
  self->n_pillars = sl_catalogue_get_pillars (sl_analysis_get_catalogue (analysis))->len;
  self->pillar_values = g_new (double, (gsize) self->n * self->n_pillars);
  for (guint i = 0; i < self->n; i++) {
    for (guint pillar = 0; pillar < self->n_pillars; pillar++)
      self->pillar_values[i * self->n_pillars + pillar] =
          mean_of_pillar (self->ranking, self->entries[i], pillar);
  }
}

SlSideBySide *
sl_side_by_side_new (SlAnalysis *analysis, SlBoard board, const SlEntry *const *entries, guint n)
{
  const SlRanking *ranking;
  SlSideBySide *self;

  g_return_val_if_fail (analysis != NULL && entries != NULL, NULL);
  g_return_val_if_fail (n >= 2 && n <= SL_SIDE_BY_SIDE_MAX, NULL);

  ranking = sl_analysis_get_ranking (analysis, board);
  self = g_new0 (SlSideBySide, 1);
  self->ranking = ranking;
  self->n = n;
  for (guint i = 0; i < n; i++)
    self->entries[i] = entries[i];
  self->contrasts = g_new (SlContrast, ranking->n_criteria);
  for (guint i = 0; i < ranking->n_criteria; i++)
    contrast_init (&self->contrasts[i], ranking, i, self);
  qsort (self->contrasts, ranking->n_criteria, sizeof (SlContrast), compare_contrasts);

  list_pillar_values (self, analysis);

  return self;
}

void
sl_side_by_side_free (SlSideBySide *self)
{
  if (self == NULL)
    return;

  g_free (self->pillar_values);
  g_free (self->contrasts);
  g_free (self);
}

char *
sl_side_by_side_describe_wins (const SlSideBySide *self, guint i)
{
  g_autofree guint *columns = NULL;
  g_autofree char *names = NULL;
  guint n = 0;

  g_return_val_if_fail (self != NULL && i < self->n, NULL);

  columns = g_new (guint, self->ranking->n_criteria);
  for (guint c = 0; c < self->ranking->n_criteria; c++) {
    if (self->contrasts[c].best == (int) i)
      columns[n++] = self->contrasts[c].column;
  }
  if (n == 0)
    return g_strdup (_ ("Best on nothing here"));

  names = sl_criteria_join (self->ranking, columns, n);
  /* Translators: of an alternative among a few: %s is a list of criteria. */
  return g_strdup_printf (_ ("Best on %s"), names);
}

/* The best by score of those that are ranked, or if none is, of all; then the next. */
static const SlEntry *
find_ahead (const SlSideBySide *self, const SlEntry *but)
{
  const SlEntry *found = NULL;

  for (guint i = 0; i < self->n; i++) {
    const SlEntry *entry = self->entries[i];

    if (entry == but)
      continue;
    if (found == NULL || (entry->rank > 0) > (found->rank > 0) ||
        ((entry->rank > 0) == (found->rank > 0) && entry->score > found->score))
      found = entry;
  }

  return found;
}

char *
sl_side_by_side_describe (const SlSideBySide *self)
{
  const SlEntry *first;
  const SlEntry *second;
  g_autoptr (SlComparison) comparison = NULL;
  g_autofree char *why = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  first = find_ahead (self, NULL);
  second = find_ahead (self, first);
  comparison = sl_comparison_new (self->ranking, first, second);
  why = sl_comparison_describe (comparison, self->ranking, first, second);
  if (second->rank == 0)
    /* Translators: %1$s and %2$s are alternatives; %3$s is a sentence. */
    return g_strdup_printf (_ ("%1$s is allowed and %2$s is ruled out. %3$s"), first->name,
                            second->name, why);

  /* Translators: %1$s and %3$s are alternatives, %2$.1f points, %4$s a sentence about what decides
   * between them. */
  return g_strdup_printf (_ ("%1$s is %2$.1f points before %3$s. %4$s"), first->name,
                          comparison->gap, second->name, why);
}
