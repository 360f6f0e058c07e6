/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/scoring.h"

static gboolean
counts (const double *weights, size_t j)
{
  return weights == NULL || weights[j] > 0;
}

static gboolean
is_cost (const SlScale *scales, size_t j)
{
  return scales != NULL && sl_scale_get_direction (&scales[j]) == SL_DIRECTION_MIN;
}

gboolean
sl_dominates (const double *a,
              const double *b,
              const double *weights,
              const SlScale *scales,
              size_t m)
{
  gboolean better = FALSE;

  for (size_t j = 0; j < m; j++) {
    gboolean cost = is_cost (scales, j);
    double good = cost ? b[j] : a[j];
    double bad = cost ? a[j] : b[j];

    if (!counts (weights, j))
      continue;
    if (good < bad)
      return FALSE;
    better |= good > bad;
  }
  return better;
}
