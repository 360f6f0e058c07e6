/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/scoring.h"

static gboolean
dominates_row (const double *a, const double *b, const SlDirection *directions, size_t m)
{
  gboolean better = FALSE;

  for (size_t j = 0; j < m; j++) {
    gboolean cost = directions != NULL && directions[j] == SL_DIRECTION_MIN;

    if (cost ? a[j] > b[j] : a[j] < b[j])
      return FALSE;
    better = better || a[j] != b[j];
  }
  return better;
}

void
sl_dominance (const double *performances,
              const SlDirection *directions,
              const gboolean *included,
              size_t n,
              size_t m,
              unsigned *n_dominators,
              gboolean *dominates)
{
  for (size_t b = 0; b < n; b++) {
    n_dominators[b] = 0;
    for (size_t a = 0; a < n; a++) {
      gboolean both = included == NULL || (included[a] && included[b]);
      gboolean yes =
          both && dominates_row (performances + a * m, performances + b * m, directions, m);

      n_dominators[b] += (unsigned) yes;
      if (dominates != NULL)
        dominates[a * n + b] = yes;
    }
  }
}
