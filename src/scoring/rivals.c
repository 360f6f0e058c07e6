/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/rivals-private.h"

#include <math.h>
#include <string.h>

/* Differences that are this small beside the values are rounding. */
#define ROUNDING 1e-13

static void
find_free (SlRivals *rivals, const SlLinearModel *model)
{
  for (size_t j = 0; j < model->n_criteria; j++) {
    if (model->locked != NULL && model->locked[j])
      continue;
    rivals->criteria[rivals->n_free] = j;
    rivals->weights[rivals->n_free] = model->weights[j];
    rivals->n_free++;
  }
}

/* What the challenger is behind, and the largest of all differences and values. */
static double
measure_gap (const SlLinearModel *model,
             const double *own,
             const double *other,
             double *largest_difference,
             double *largest_value)
{
  double gap = 0;

  *largest_difference = *largest_value = 0;
  for (size_t j = 0; j < model->n_criteria; j++) {
    gap += model->weights[j] * (other[j] - own[j]);
    *largest_difference = MAX (*largest_difference, fabs (own[j] - other[j]));
    *largest_value = MAX (*largest_value, MAX (fabs (own[j]), fabs (other[j])));
  }
  return gap;
}

/* Returns the scale: what all differences were divided by; 0 if a change does nothing. */
static double
fill_row (const SlRivals *rivals,
          const double *own,
          const double *other,
          double smallest,
          double *row)
{
  double mean = 0;
  double scale = 0;

  for (size_t k = 0; k < rivals->n_free; k++) {
    row[k] = own[rivals->criteria[k]] - other[rivals->criteria[k]];
    mean += row[k] / (double) rivals->n_free;
  }
  for (size_t k = 0; k < rivals->n_free; k++) {
    row[k] -= mean;
    scale = MAX (scale, fabs (row[k]));
  }
  if (scale <= smallest)
    return 0;
  for (size_t k = 0; k < rivals->n_free; k++)
    row[k] /= scale;
  return scale;
}

static void
add_rival (SlRivals *rivals, const SlLinearModel *model, const double *own, const double *other)
{
  double largest_difference, largest_value;
  double gap = measure_gap (model, own, other, &largest_difference, &largest_value);
  double scale = fill_row (rivals, own, other, ROUNDING * largest_value,
                           rivals->rows + rivals->n * rivals->n_free);

  if (gap > MAX (SL_TIE_TOLERANCE * largest_difference, ROUNDING * largest_value)) {
    rivals->first = FALSE;
    rivals->hopeless = rivals->hopeless || scale <= 0;
  }
  if (scale > 0)
    rivals->needs[rivals->n++] = gap / scale;
}

void
sl_rivals_init (SlRivals *rivals, const SlLinearModel *model, size_t challenger)
{
  size_t n = model->n_alternatives;
  size_t m = model->n_criteria;

  rivals->n_free = rivals->n = 0;
  rivals->first = TRUE;
  rivals->hopeless = FALSE;
  rivals->criteria = g_new (size_t, m);
  rivals->weights = g_new (double, m);
  rivals->rows = g_new (double, n *m);
  rivals->needs = g_new (double, n);
  find_free (rivals, model);
  for (size_t i = 0; i < n; i++)
    if (i != challenger)
      add_rival (rivals, model, model->values + challenger * m, model->values + i * m);
}

void
sl_rivals_clear (SlRivals *rivals)
{
  g_free (rivals->criteria);
  g_free (rivals->weights);
  g_free (rivals->rows);
  g_free (rivals->needs);
}

double
sl_rivals_get_shortfall (const SlRivals *rivals, const double *change, size_t rival)
{
  const double *row = rivals->rows + rival * rivals->n_free;
  double reached = 0;

  for (size_t k = 0; k < rivals->n_free; k++)
    reached += row[k] * change[k];
  return rivals->needs[rival] - reached;
}

void
sl_rivals_get_weights (const SlRivals *rivals,
                       const SlLinearModel *model,
                       const double *change,
                       double *weights)
{
  double before = 0;
  double after = 0;

  memcpy (weights, model->weights, model->n_criteria * sizeof *weights);
  for (size_t k = 0; k < rivals->n_free; k++) {
    double *weight = &weights[rivals->criteria[k]];

    *weight = MAX (rivals->weights[k] + change[k], 0);
    before += rivals->weights[k];
    after += *weight;
  }
  for (size_t k = 0; k < rivals->n_free && after > 0; k++)
    weights[rivals->criteria[k]] *= before / after;
}
