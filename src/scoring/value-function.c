/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/scoring.h"

#include <math.h>

/* The last point at or below x; x is at or above the first point and below the last one. */
static size_t
find_segment (const SlValueFunction *function, double x)
{
  size_t low = 0;
  size_t high = function->n - 1;

  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;

    if (function->x[middle] <= x)
      low = middle;
    else
      high = middle;
  }
  return low;
}

static double
share_of_segment (const SlValueFunction *function, size_t segment, double x)
{
  double from = function->x[segment];
  double to = function->x[segment + 1];

  if (function->logarithmic)
    return (log (x) - log (from)) / (log (to) - log (from));
  return (x - from) / (to - from);
}

double
sl_value_function_evaluate (const SlValueFunction *function, double x)
{
  size_t last, segment;
  double from, to, y;

  g_return_val_if_fail (function != NULL && function->n > 0, 0);

  if (isnan (x))
    return x;
  last = function->n - 1;
  if (x <= function->x[0])
    return function->y[0];
  if (x >= function->x[last])
    return function->y[last];

  segment = find_segment (function, x);
  from = function->y[segment];
  to = function->y[segment + 1];
  y = from + share_of_segment (function, segment, x) * (to - from);
  /* Rounding must not carry a value past the points that it lies between. */
  return CLAMP (y, MIN (from, to), MAX (from, to));
}
