/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/scoring.h"

#include <math.h>

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
