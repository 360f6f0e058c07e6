/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/kernel-parts-private.h"

/* Alternatives side by side share the loads of the weights and keep the adders busy. */
#define ROWS_AT_ONCE 4

G_ALWAYS_INLINE static inline void
set_levels (const double *restrict scores, gint32 *restrict levels)
{
  FOR_LANES (l)
  {
    double x = scores[l] > 0 ? scores[l] : 0;

    x = x < 1 ? x : 1;
    levels[l] = (gint32) (x * SL_TOP_LEVEL + 0.5);
  }
}

/* Lanes l .. l + AT_ONCE - 1 of so many rows of values; the sums in the order of the criteria. */
G_ALWAYS_INLINE static inline void
sum_values (const double *restrict values,
            size_t n_rows,
            size_t m,
            const double *restrict weights,
            double *restrict scores)
{
  Doubles sums[ROWS_AT_ONCE] = { 0 };

  for (size_t j = 0; j < m; j++) {
    Doubles weight = *(const Doubles *) (gconstpointer) (weights + j * SL_LANES);

#pragma GCC unroll 4
    for (size_t r = 0; r < n_rows; r++)
      sums[r] += weight * values[r * m + j];
  }
#pragma GCC unroll 4
  for (size_t r = 0; r < n_rows; r++)
    *(Doubles *) (gpointer) (scores + r * SL_LANES) = sums[r];
}

static void
score_certain (const SlAdditivePlan *plan, const double *weights, gint32 *levels)
{
  size_t n = plan->n_alternatives;
  size_t m = plan->n_criteria;
  _Alignas (64) double scores[ROWS_AT_ONCE * SL_LANES];

  for (size_t i = 0; i < n; i += ROWS_AT_ONCE) {
    size_t n_rows = MIN (n - i, ROWS_AT_ONCE);

    for (size_t l = 0; l < SL_LANES; l += AT_ONCE) {
      if (n_rows == ROWS_AT_ONCE)
        sum_values (plan->values + i * m, ROWS_AT_ONCE, m, weights + l, scores + l);
      else
        for (size_t r = 0; r < n_rows; r++)
          sum_values (plan->values + (i + r) * m, 1, m, weights + l, scores + r * SL_LANES + l);
    }
    for (size_t r = 0; r < n_rows; r++)
      set_levels (scores + r * SL_LANES, levels + (i + r) * SL_LANES);
  }
}

/* Two vectors of lanes side by side: additions of one do not wait for those of the other. */
static void
sum_row (const SlAdditivePlan *plan,
         size_t r,
         const double *restrict weights,
         const float *restrict quantiles,
         double *restrict sum)
{
  size_t m = plan->n_criteria;
  const SlCellPlan *cells = plan->cells + r * m;

  quantiles += r * m * SL_LANES;
  for (size_t l = 0; l < SL_LANES; l += 2 * AT_ONCE) {
    Doubles low = { 0 };
    Doubles high = { 0 };

    for (size_t j = 0; j < m; j++) {
      const Doubles *weight = (const Doubles *) (gconstpointer) (weights + j * SL_LANES + l);
      const Floats *q = (const Floats *) (gconstpointer) (quantiles + j * SL_LANES + l);
      double base = cells[j].base;
      double length = cells[j].length;

      if (length != 0) {
        low += weight[0] * (base + length * __builtin_convertvector (q[0], Doubles));
        high += weight[1] * (base + length * __builtin_convertvector (q[1], Doubles));
      } else {
        low += weight[0] * base;
        high += weight[1] * base;
      }
    }
    ((Doubles *) (gpointer) (sum + l))[0] = low;
    ((Doubles *) (gpointer) (sum + l))[1] = high;
  }
}

static void
add_shifts (const SlAdditivePlan *plan,
            size_t i,
            const double *restrict weights,
            double *restrict sum)
{
  for (size_t k = plan->shift_start[i]; k < plan->shift_start[i + 1]; k++) {
    const double *restrict weight = weights + plan->shifts[k].criterion * SL_LANES;
    double offset = plan->shifts[k].offset;

    FOR_LANES (l)
    sum[l] += weight[l] * offset;
  }
}

static void
add_cuts (const SlAdditivePlan *plan,
          size_t i,
          const double *restrict weights,
          const float *restrict quantiles,
          double *restrict sum)
{
  for (size_t k = plan->bounded_start[i]; k < plan->bounded_start[i + 1]; k++) {
    const SlBoundedValue *value = &plan->bounded[k];
    const SlCellPlan first = plan->cells[value->first];
    const SlCellPlan second = plan->cells[value->second];
    double share = plan->share[value->criterion];
    double rest = 1 - share;
    const double *restrict weight = weights + value->criterion * SL_LANES;
    const float *restrict q = quantiles + value->first * SL_LANES;
    const float *restrict p = quantiles + value->second * SL_LANES;

    FOR_LANES (l)
    {
      double x = share * (first.base + first.length * (double) q[l]) +
                 rest * (second.base + second.length * (double) p[l]) + value->offset;
      double cut = x > value->low ? x : value->low;

      cut = cut < value->high ? cut : value->high;
      sum[l] += weight[l] * (cut - x);
    }
  }
}

static void
score_uncertain (const SlAdditivePlan *plan,
                 const double *restrict weights,
                 const float *restrict quantiles,
                 double *restrict spare,
                 gint32 *levels)
{
  size_t m = plan->n_criteria;
  double *first_weights = spare;
  double *second_weights = first_weights + m * SL_LANES;
  double *first_sums = second_weights + m * SL_LANES;
  double *second_sums = first_sums + plan->n_rows * SL_LANES;

  for (size_t j = 0; j < m; j++)
    FOR_LANES (l)
    {
      double weight = weights[j * SL_LANES + l];

      first_weights[j * SL_LANES + l] = weight * plan->share[j];
      second_weights[j * SL_LANES + l] = weight * (1 - plan->share[j]);
    }
  for (size_t r = 0; r < plan->n_rows; r++) {
    if (plan->is_first[r])
      sum_row (plan, r, first_weights, quantiles, first_sums + r * SL_LANES);
    if (plan->is_second[r])
      sum_row (plan, r, second_weights, quantiles, second_sums + r * SL_LANES);
  }
  for (size_t i = 0; i < plan->n_alternatives; i++) {
    const double *restrict first = first_sums + plan->first[i] * SL_LANES;
    const double *restrict second = second_sums + plan->second[i] * SL_LANES;
    _Alignas (64) double sum[SL_LANES];

    if (plan->is_second[plan->second[i]])
      FOR_LANES (l)
    sum[l] = first[l] + second[l];
    else memcpy (sum, first, sizeof sum);
    add_shifts (plan, i, weights, sum);
    add_cuts (plan, i, weights, quantiles, sum);
    set_levels (sum, levels + i * SL_LANES);
  }
}

void
SL_KERNEL (score) (const SlAdditivePlan *plan,
                   const double *weights,
                   const float *quantiles,
                   double *spare,
                   gint32 *levels)
{
  if (plan->values != NULL)
    score_certain (plan, weights, levels);
  else
    score_uncertain (plan, weights, quantiles, spare, levels);
}
