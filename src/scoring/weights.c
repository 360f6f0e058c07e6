/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/scoring.h"

#include <math.h>

static void
share_equally (size_t n, double *weights)
{
  for (size_t j = 0; j < n; j++)
    weights[j] = 1.0 / (double)n;
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
