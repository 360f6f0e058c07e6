/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/problem-private.h"

#include <math.h>

/* What sums of shares may be off by. */
#define LOCK_TOLERANCE 1e-9

static void
share_equally (size_t n, double *weights)
{
  for (size_t j = 0; j < n; j++)
    weights[j] = 1.0 / (double) n;
}

gboolean
sl_weights_normalise (const double *importance, size_t n, double *weights)
{
  double sum = 0;
  double largest = 0;
  double unit = 1;

  for (size_t j = 0; j < n; j++) {
    g_return_val_if_fail (isfinite (importance[j]) && importance[j] >= 0, FALSE);
    sum += importance[j];
    largest = MAX (largest, importance[j]);
  }
  if (largest <= 0) {
    share_equally (n, weights);
    return FALSE;
  }
  if (isinf (sum)) {
    unit = largest;
    sum = 0;
    for (size_t j = 0; j < n; j++)
      sum += importance[j] / unit;
  }
  for (size_t j = 0; j < n; j++)
    weights[j] = importance[j] / unit / sum;
  return TRUE;
}

static gboolean
check_importance (const double *importance, size_t n, GError **error)
{
  if (n == 0)
    return sl_fail (error, SL_SCORING_ERROR_EMPTY, "expected at least one importance");
  for (size_t j = 0; j < n; j++)
    if (!(importance[j] >= 0 && importance[j] <= SL_LARGEST_NUMBER))
      return sl_fail (error, SL_SCORING_ERROR_WEIGHT,
                      "column %zu: expected an importance of zero or more, found %g", j + 1,
                      importance[j]);
  return TRUE;
}

static gboolean
check_locks (const double *locked, size_t n, double *sum, size_t *n_free, GError **error)
{
  *sum = 0;
  *n_free = 0;
  for (size_t j = 0; j < n; j++) {
    if (isnan (locked[j])) {
      (*n_free)++;
      continue;
    }
    if (!(locked[j] >= 0 && locked[j] <= 1))
      return sl_fail (error, SL_SCORING_ERROR_WEIGHT,
                      "column %zu: expected a locked share within 0..1, found %g", j + 1,
                      locked[j]);
    *sum += locked[j];
  }
  if (*sum > 1 + LOCK_TOLERANCE || (*n_free == 0 && *sum < 1 - LOCK_TOLERANCE))
    return sl_fail (error, SL_SCORING_ERROR_WEIGHT,
                    "columns 1 to %zu: expected locked shares of %s together, found %g", n,
                    *n_free == 0 ? "1" : "at most 1", *sum);
  return TRUE;
}

/* The importances of those that are not locked, at the scale where none can be lost in the sum. */
static double
sum_free (const double *importance, const double *locked, size_t n, double *largest)
{
  double sum = 0;

  *largest = 0;
  for (size_t j = 0; j < n; j++)
    if (isnan (locked[j]))
      *largest = MAX (*largest, importance[j]);
  for (size_t j = 0; j < n; j++)
    if (isnan (locked[j]) && *largest > 0)
      sum += importance[j] / *largest;
  return sum;
}

gboolean
sl_weights_direct (const double *importance,
                   const double *locked,
                   size_t n,
                   double *weights,
                   GError **error)
{
  double locked_sum, free_sum, largest, rest;
  size_t n_free;

  if (!check_importance (importance, n, error))
    return FALSE;
  if (locked == NULL) {
    sl_weights_normalise (importance, n, weights);
    return TRUE;
  }
  if (!check_locks (locked, n, &locked_sum, &n_free, error))
    return FALSE;

  rest = MAX (1 - locked_sum, 0);
  free_sum = sum_free (importance, locked, n, &largest);
  for (size_t j = 0; j < n; j++) {
    if (!isnan (locked[j]))
      weights[j] = locked[j];
    else if (free_sum > 0)
      weights[j] = rest * (importance[j] / largest / free_sum);
    else
      weights[j] = rest / (double) n_free;
  }
  return TRUE;
}

/* The weight of place k of n, from 1. */
static double
weigh_place (size_t k, size_t n, SlRankWeights scheme)
{
  double count = (double) n;
  double sum = 0;

  if (scheme == SL_RANK_WEIGHTS_SUM)
    return 2 * (count + 1 - (double) k) / (count * (count + 1));
  for (size_t i = n; i >= k; i--)
    sum += 1 / (double) i;
  return sum / count;
}

void
sl_weights_from_order (const unsigned *order, size_t n, SlRankWeights scheme, double *weights)
{
  for (size_t j = 0; j < n; j++) {
    size_t n_before = 0;
    size_t n_tied = 0;
    double sum = 0;

    for (size_t i = 0; i < n; i++) {
      n_before += order[i] < order[j];
      n_tied += order[i] == order[j];
    }
    for (size_t k = n_before + 1; k <= n_before + n_tied; k++)
      sum += weigh_place (k, n, scheme);
    weights[j] = sum / (double) n_tied;
  }
}
