/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/kernels-private.h"
#include "scoring/lanes-private.h"

/* What a block of random words is for; the last word of the counter. */
#define PURPOSE_EXPONENTIAL 0u
#define PURPOSE_GAMMA (1u << 28)
#define PURPOSE_UNIFORM (2u << 28)
#define PURPOSE_NORMAL (3u << 28)

#define WORDS 4
#define FOR_LANES(l) for (size_t l = 0; l < SL_LANES; l++)

G_ALWAYS_INLINE static inline void
draw_words (guint64 seed, guint64 trial, guint32 block, guint32 purpose, guint32 words[WORDS])
{
  const guint32 counter[] = { (guint32) trial, (guint32) (trial >> 32), block, purpose };

  sl_philox (seed, counter, words);
}

/* Weights. */

static void
draw_exponentials (const SlWeightPlan *plan, guint64 seed, guint64 trial, float *restrict numbers)
{
  for (size_t j = 0; j < plan->n_criteria; j += WORDS) {
    float *restrict block = numbers + j * SL_LANES;

    FOR_LANES (l)
    {
      guint32 words[WORDS];

      draw_words (seed, trial + l, (guint32) (j / WORDS), PURPOSE_EXPONENTIAL, words);
      block[l] = -sl_lane_log (sl_lane_uniform (words[0]));
      block[l + SL_LANES] = -sl_lane_log (sl_lane_uniform (words[1]));
      block[l + 2 * SL_LANES] = -sl_lane_log (sl_lane_uniform (words[2]));
      block[l + 3 * SL_LANES] = -sl_lane_log (sl_lane_uniform (words[3]));
    }
  }
}

/* Shares the total in proportion to one number for each of the drawn. */
static void
share_total (const SlWeightPlan *plan, const float *restrict numbers, double *restrict weights)
{
  double sum[SL_LANES] = { 0 };

  for (size_t k = 0; k < plan->n_drawn; k++)
    FOR_LANES (l)
  sum[l] += (double) numbers[k * SL_LANES + l];
  FOR_LANES (l)
  sum[l] = plan->total / sum[l];
  for (size_t k = 0; k < plan->n_drawn; k++)
    FOR_LANES (l)
  weights[plan->drawn[k] * SL_LANES + l] = (double) numbers[k * SL_LANES + l] * sum[l];
}

static void
gather_drawn (const SlWeightPlan *plan, const float *restrict numbers, float *restrict gathered)
{
  for (size_t k = 0; k < plan->n_drawn; k++)
    FOR_LANES (l)
  gathered[k * SL_LANES + l] = numbers[plan->drawn[k] * SL_LANES + l];
}

static void
draw_any (const SlWeightPlan *plan, guint64 seed, guint64 trial, float *spare, double *weights)
{
  float *gathered = spare + (plan->n_criteria + WORDS) * SL_LANES;

  draw_exponentials (plan, seed, trial, spare);
  gather_drawn (plan, spare, gathered);
  share_total (plan, gathered, weights);
}

/* In each lane the larger number to the first place. */
static void
put_in_order (float *restrict first, float *restrict second)
{
  FOR_LANES (l)
  {
    float a = first[l];
    float b = second[l];

    first[l] = a > b ? a : b;
    second[l] = a > b ? b : a;
  }
}

/* Places of equal weight get their numbers in the order that they had before they were sorted. */
static void
shuffle_ties (const SlWeightPlan *plan,
              size_t start,
              const float *restrict before,
              const float *restrict sorted,
              float *restrict shuffled)
{
  size_t end = plan->tie_end[start];

  for (size_t k = start; k < end; k++) {
    const float *restrict own = before + plan->drawn[k] * SL_LANES;
    gint32 place[SL_LANES] = { 0 };

    for (size_t i = start; i < end; i++) {
      const float *restrict other = before + plan->drawn[i] * SL_LANES;
      gboolean earlier = i < k;

      FOR_LANES (l)
      place[l] += (other[l] > own[l]) | ((other[l] == own[l]) & earlier);
    }
    for (size_t i = start; i < end; i++)
      FOR_LANES (l)
    shuffled[k * SL_LANES + l] =
        place[l] == (gint32) (i - start) ? sorted[i * SL_LANES + l] : shuffled[k * SL_LANES + l];
  }
}

static void
draw_ordered (const SlWeightPlan *plan, guint64 seed, guint64 trial, float *spare, double *weights)
{
  float *sorted = spare + (plan->n_criteria + WORDS) * SL_LANES;
  float *shuffled = sorted + plan->n_criteria * SL_LANES;

  draw_exponentials (plan, seed, trial, spare);
  gather_drawn (plan, spare, sorted);
  for (size_t k = 0; k < plan->n_pairs; k++)
    put_in_order (sorted + plan->pairs[2 * k] * SL_LANES,
                  sorted + plan->pairs[2 * k + 1] * SL_LANES);
  memcpy (shuffled, sorted, plan->n_drawn * SL_LANES * sizeof *shuffled);
  for (size_t k = 0; k < plan->n_drawn; k = plan->tie_end[k])
    if (plan->tie_end[k] - k > 1)
      shuffle_ties (plan, k, spare, sorted, shuffled);
  share_total (plan, shuffled, weights);
}

/* ln (1 + y) - y + y^2 / 2 - y^3 / 3 for y > -1: by its series where the terms would cancel. */
G_ALWAYS_INLINE static inline float
log_remainder (float y, float log)
{
  float square = y * y;
  float series =
      square * square *
      (-1 / 4.0f +
       y * (1 / 5.0f + y * (-1 / 6.0f + y * (1 / 7.0f + y * (-1 / 8.0f + y * (1 / 9.0f))))));
  float plain = log - y + square * (1 / 2.0f) - y * square * (1 / 3.0f);

  return fabsf (y) < 0.125f ? series : plain;
}

/* The logarithm of the drawn number as a multiple of d; FALSE if it is not to be taken. With
 * v = (1 + y)^3, y = c x, the rule of the paper, ln u < x^2 / 2 + d - d v + d ln v, is
 * ln u < 3 d (ln (1 + y) - y + y^2 / 2 - y^3 / 3): nothing cancels, however large d is. */
G_ALWAYS_INLINE static inline gboolean
try_gamma (const SlGamma *gamma,
           guint64 seed,
           guint64 trial,
           guint32 block,
           guint32 attempt,
           float *number)
{
  guint32 words[WORDS];
  float x;
  float unused;
  float y;
  float log;

  draw_words (seed, trial, block, PURPOSE_GAMMA + attempt, words);
  sl_lane_normals (words[0], words[1], &x, &unused);
  y = gamma->c * x;
  log = sl_lane_log (y > -0.999999f ? 1 + y : 1e-6f);
  *number = 3 * log + sl_lane_log (sl_lane_uniform (words[3])) * gamma->inverse_shape;
  return (y > -0.999999f) &
         (sl_lane_log (sl_lane_uniform (words[2])) < gamma->three_d * log_remainder (y, log));
}

static void
draw_gamma (const SlGamma *gamma,
            guint64 seed,
            guint64 trial,
            guint32 block,
            float *restrict numbers)
{
  gint32 taken[SL_LANES];
  gint32 n_taken = 0;

  FOR_LANES (l)
  taken[l] = try_gamma (gamma, seed, trial + l, block, 0, &numbers[l]);
  FOR_LANES (l)
  n_taken += taken[l];
  if (n_taken == SL_LANES)
    return;
  FOR_LANES (l)
  for (guint32 attempt = 1; !taken[l]; attempt++)
    taken[l] = try_gamma (gamma, seed, trial + l, block, attempt, &numbers[l]);
}

/* Their logarithms first: those of small shapes may all be too small for their type. */
static void
draw_around (const SlWeightPlan *plan, guint64 seed, guint64 trial, float *spare, double *weights)
{
  float highest[SL_LANES];
  double sum[SL_LANES] = { 0 };

  FOR_LANES (l)
  highest[l] = -INFINITY;
  for (size_t k = 0; k < plan->n_drawn; k++) {
    float *restrict numbers = spare + k * SL_LANES;

    draw_gamma (&plan->gammas[k], seed, trial, plan->drawn[k], numbers);
    FOR_LANES (l)
    highest[l] = numbers[l] > highest[l] ? numbers[l] : highest[l];
  }
  for (size_t k = 0; k < plan->n_drawn; k++) {
    double *restrict weight = weights + plan->drawn[k] * SL_LANES;

    FOR_LANES (l)
    {
      weight[l] = plan->gammas[k].d * (double) sl_lane_exp (spare[k * SL_LANES + l] - highest[l]);
      sum[l] += weight[l];
    }
  }
  FOR_LANES (l)
  sum[l] = plan->total / sum[l];
  for (size_t k = 0; k < plan->n_drawn; k++)
    FOR_LANES (l)
  weights[plan->drawn[k] * SL_LANES + l] *= sum[l];
}

static void
draw_weights (const SlWeightPlan *plan, guint64 seed, guint64 trial, float *spare, double *weights)
{
  for (size_t j = 0; j < plan->n_criteria; j++)
    FOR_LANES (l)
  weights[j * SL_LANES + l] = plan->certain[j];
  if (plan->draw == SL_WEIGHT_DRAW_EXPONENTIAL)
    draw_any (plan, seed, trial, spare, weights);
  else if (plan->draw == SL_WEIGHT_DRAW_ORDERED)
    draw_ordered (plan, seed, trial, spare, weights);
  else if (plan->draw == SL_WEIGHT_DRAW_GAMMA)
    draw_around (plan, seed, trial, spare, weights);
}

/* Cells. */

static void
draw_uniforms (const SlValuePlan *plan, size_t r, guint64 seed, guint64 trial, float *quantiles)
{
  const SlRowPlan *row = &plan->rows[r];
  size_t m = plan->n_criteria;

  for (size_t k = 0; k < row->n_uniforms; k += WORDS) {
    guint32 words[WORDS][SL_LANES];

    FOR_LANES (l)
    {
      guint32 block[WORDS];

      draw_words (seed, trial + l, (guint32) (k / WORDS), PURPOSE_UNIFORM + (guint32) r, block);
      words[0][l] = block[0];
      words[1][l] = block[1];
      words[2][l] = block[2];
      words[3][l] = block[3];
    }
    for (size_t i = 0; i < MIN (WORDS, row->n_uniforms - k); i++) {
      size_t cell = r * m + row->uniforms[k + i];
      float mode = plan->cells[cell].mode;
      float *restrict quantile = quantiles + cell * SL_LANES;

      FOR_LANES (l)
      quantile[l] = sl_lane_triangular (sl_lane_uniform (words[i][l]), mode);
    }
  }
}

/* Adds what the family left, and leaves this row's share to the next. */
static void
relate (const SlRowPlan *row, float *restrict number, float *restrict legacy)
{
  float own = row->own;
  float bequeath = row->bequeath;

  FOR_LANES (l)
  {
    float fresh = number[l];

    number[l] = legacy[l] + own * fresh;
    legacy[l] += bequeath * fresh;
  }
}

static void
draw_normals (const SlValuePlan *plan,
              size_t r,
              guint64 seed,
              guint64 trial,
              float *legacies,
              float *numbers)
{
  const SlRowPlan *row = &plan->rows[r];

  for (size_t k = 0; k < row->n_normals; k += WORDS) {
    float fresh[WORDS][SL_LANES];

    FOR_LANES (l)
    {
      guint32 words[WORDS];

      draw_words (seed, trial + l, (guint32) (k / WORDS), PURPOSE_NORMAL + (guint32) r, words);
      sl_lane_normals (words[0], words[1], &fresh[0][l], &fresh[1][l]);
      sl_lane_normals (words[2], words[3], &fresh[2][l], &fresh[3][l]);
    }
    for (size_t i = 0; i < MIN (WORDS, row->n_normals - k); i++) {
      size_t j = row->normals[k + i];

      if (row->family >= 0)
        relate (row, fresh[i], legacies + ((size_t) row->family * plan->n_criteria + j) * SL_LANES);
      memcpy (numbers + j * SL_LANES, fresh[i], sizeof fresh[i]);
    }
  }
}

static void
correlate (const SlValuePlan *plan, size_t r, const float *numbers, float *quantiles)
{
  const SlRowPlan *row = &plan->rows[r];
  size_t m = plan->n_criteria;

  for (size_t k = 0; k < row->n_normals; k++) {
    size_t j = row->normals[k];
    const SlCellPlan *cell = &plan->cells[r * m + j];
    float *restrict quantile = quantiles + (r * m + j) * SL_LANES;
    float mode = cell->mode;
    float sum[SL_LANES] = { 0 };

    if (cell->length <= 0)
      continue;
    for (size_t i = plan->term_start[j]; i < plan->term_start[j + 1]; i++) {
      const float *restrict number = numbers + plan->terms[i].criterion * SL_LANES;
      float factor = plan->terms[i].factor;

      FOR_LANES (l)
      sum[l] += factor * number[l];
    }
    FOR_LANES (l)
    quantile[l] = sl_lane_triangular (sl_lane_normal_cdf (sum[l]), mode);
  }
}

static void
draw_cells (const SlValuePlan *plan, guint64 seed, guint64 trial, float *spare, float *quantiles)
{
  float *legacies = spare + plan->n_criteria * SL_LANES;

  memset (legacies, 0, plan->n_families * plan->n_criteria * SL_LANES * sizeof *legacies);
  for (size_t r = 0; r < plan->n_rows; r++) {
    draw_uniforms (plan, r, seed, trial, quantiles);
    draw_normals (plan, r, seed, trial, legacies, spare);
    correlate (plan, r, spare, quantiles);
  }
}

/* Scores. */

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

static void
score_certain (const SlAdditivePlan *plan, const double *restrict weights, gint32 *levels)
{
  size_t m = plan->n_criteria;

  for (size_t i = 0; i < plan->n_alternatives; i++) {
    double sum[SL_LANES] = { 0 };

    for (size_t j = 0; j < m; j++)
      FOR_LANES (l)
    sum[l] += weights[j * SL_LANES + l] * plan->values[i * m + j];
    set_levels (sum, levels + i * SL_CHUNK);
  }
}

static void
sum_row (const SlAdditivePlan *plan,
         size_t r,
         const double *restrict weights,
         const float *restrict quantiles,
         double *restrict sum)
{
  size_t m = plan->n_criteria;
  double s[SL_LANES] = { 0 };

  for (size_t j = 0; j < m; j++) {
    double base = plan->cells[r * m + j].base;
    double length = plan->cells[r * m + j].length;
    const float *restrict q = quantiles + (r * m + j) * SL_LANES;

    if (length != 0)
      FOR_LANES (l)
    s[l] += weights[j * SL_LANES + l] * (base + length * (double) q[l]);
    else FOR_LANES (l) s[l] += weights[j * SL_LANES + l] * base;
  }
  memcpy (sum, s, sizeof s);
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
    double sum[SL_LANES];

    if (plan->is_second[plan->second[i]])
      FOR_LANES (l)
    sum[l] = first[l] + second[l];
    else memcpy (sum, first, sizeof sum);
    add_shifts (plan, i, weights, sum);
    add_cuts (plan, i, weights, quantiles, sum);
    set_levels (sum, levels + i * SL_CHUNK);
  }
}

static void
score (const SlAdditivePlan *plan,
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

/* Places. */

static void
compare_pair (const gint32 *restrict a,
              const gint32 *restrict b,
              guint32 *restrict better_than_a,
              guint32 *restrict better_than_b,
              guint32 *a_wins,
              guint32 *b_wins)
{
  guint32 n_a = 0;
  guint32 n_b = 0;

  for (size_t t = 0; t < SL_CHUNK; t++) {
    guint32 a_higher = a[t] > b[t];
    guint32 b_higher = b[t] > a[t];

    n_a += a_higher;
    n_b += b_higher;
    better_than_a[t] += b_higher;
    better_than_b[t] += a_higher;
  }
  *a_wins += n_a;
  *b_wins += n_b;
}

static void
compare (const gint32 *levels, size_t n, guint32 *n_better, guint32 *wins)
{
  memset (n_better, 0, n * SL_CHUNK * sizeof *n_better);
  for (size_t i = 0; i < n; i++)
    for (size_t k = i + 1; k < n; k++)
      compare_pair (levels + i * SL_CHUNK, levels + k * SL_CHUNK, n_better + i * SL_CHUNK,
                    n_better + k * SL_CHUNK, &wins[i * n + k], &wins[k * n + i]);
}

extern const SlKernels SL_KERNELS_NAME;
const SlKernels SL_KERNELS_NAME = { draw_weights, draw_cells, score, compare };
