/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/kernel-parts-private.h"

/* What a block of random words is for; the last word of the counter. */
#define PURPOSE_EXPONENTIAL 0u
#define PURPOSE_GAMMA (1u << 28)
#define PURPOSE_UNIFORM (2u << 28)
#define PURPOSE_NORMAL (3u << 28)

#define WORDS 4

/* The lower halves of `a`, times `by`. Compilers do not see that one multiplication is enough. */
G_ALWAYS_INLINE static inline Products
multiply_words (Products a, guint32 by)
{
#if defined(__AVX512F__)
  return (Products) _mm512_mul_epu32 ((__m512i) a, _mm512_set1_epi64 (by));
#elif defined(__AVX2__)
  return (Products) _mm256_mul_epu32 ((__m256i) a, _mm256_set1_epi64x (by));
#elif defined(__SSE2__)
  return (Products) _mm_mul_epu32 ((__m128i) a, _mm_set1_epi64x (by));
#else
  return (a & G_MAXUINT32) * by;
#endif
}

/* sl_philox () for AT_ONCE trials from `trial` on. Only lower halves count: what is left of a
 * product in the upper ones does not matter. */
G_ALWAYS_INLINE static inline void
draw_some_words (guint64 key,
                 guint64 trial,
                 guint32 block,
                 guint32 purpose,
                 guint32 words[WORDS][SL_LANES])
{
  Products a;
  Products b;
  Products c = (Products) { 0 } + block;
  Products d = (Products) { 0 } + purpose;
  guint32 key_low = (guint32) key;
  guint32 key_high = (guint32) (key >> 32);

  for (size_t l = 0; l < AT_ONCE; l++)
    a[l] = trial + l;
  b = a >> 32;
#pragma GCC unroll 10
  for (int round = 0; round < 10; round++) {
    Products left = multiply_words (a, 0xD2511F53u);
    Products right = multiply_words (c, 0xCD9E8D57u);

    a = (right >> 32) ^ b ^ key_low;
    b = right;
    c = (left >> 32) ^ d ^ key_high;
    d = left;
    key_low += 0x9E3779B9u;
    key_high += 0xBB67AE85u;
  }
  *(Words *) (gpointer) words[0] = __builtin_convertvector (a, Words);
  *(Words *) (gpointer) words[1] = __builtin_convertvector (b, Words);
  *(Words *) (gpointer) words[2] = __builtin_convertvector (c, Words);
  *(Words *) (gpointer) words[3] = __builtin_convertvector (d, Words);
}

static void
draw_words (guint64 seed,
            guint64 trial,
            guint32 block,
            guint32 purpose,
            guint32 words[WORDS][SL_LANES])
{
  for (size_t l = 0; l < SL_LANES; l += AT_ONCE)
    draw_some_words (seed, trial + l, block, purpose,
                     (guint32 (*)[SL_LANES]) (gpointer) &words[0][l]);
}

/* Weights. */

static void
draw_exponentials (const SlWeightPlan *plan, guint64 seed, guint64 trial, float *restrict numbers)
{
  for (size_t j = 0; j < plan->n_criteria; j += WORDS) {
    _Alignas (64) guint32 words[WORDS][SL_LANES];

    draw_words (seed, trial, (guint32) (j / WORDS), PURPOSE_EXPONENTIAL, words);
    for (size_t w = 0; w < WORDS; w++)
      FOR_LANES (l)
    numbers[(j + w) * SL_LANES + l] = -sl_lane_log (sl_lane_uniform (words[w][l]));
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
           guint32 radius,
           guint32 angle,
           guint32 choice,
           guint32 boost,
           float *number)
{
  float x;
  float unused;
  float y;
  float log;

  sl_lane_normals (radius, angle, &x, &unused);
  y = gamma->c * x;
  log = sl_lane_log (y > -0.999999f ? 1 + y : 1e-6f);
  *number = 3 * log + sl_lane_log (sl_lane_uniform (boost)) * gamma->inverse_shape;
  return (y > -0.999999f) &
         (sl_lane_log (sl_lane_uniform (choice)) < gamma->three_d * log_remainder (y, log));
}

static float
try_gamma_again (const SlGamma *gamma, guint64 seed, guint64 trial, guint32 block)
{
  float number = 0;
  gboolean taken = FALSE;

  for (guint32 attempt = 1; !taken; attempt++) {
    const guint32 counter[] = { (guint32) trial, (guint32) (trial >> 32), block,
                                PURPOSE_GAMMA + attempt };
    guint32 words[WORDS];

    sl_philox (seed, counter, words);
    taken = try_gamma (gamma, words[0], words[1], words[2], words[3], &number);
  }
  return number;
}

static void
draw_gamma (const SlGamma *gamma,
            guint64 seed,
            guint64 trial,
            guint32 block,
            float *restrict numbers)
{
  _Alignas (64) guint32 words[WORDS][SL_LANES];
  gint32 taken[SL_LANES];

  draw_words (seed, trial, block, PURPOSE_GAMMA, words);
  FOR_LANES (l)
  taken[l] = try_gamma (gamma, words[0][l], words[1][l], words[2][l], words[3][l], &numbers[l]);
  FOR_LANES (l)
  if (!taken[l])
    numbers[l] = try_gamma_again (gamma, seed, trial + l, block);
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

void
SL_KERNEL (draw_weights) (const SlWeightPlan *plan,
                          guint64 seed,
                          guint64 trial,
                          float *spare,
                          double *weights)
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
    _Alignas (64) guint32 words[WORDS][SL_LANES];

    draw_words (seed, trial, (guint32) (k / WORDS), PURPOSE_UNIFORM + (guint32) r, words);
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
    _Alignas (64) guint32 words[WORDS][SL_LANES];
    float fresh[WORDS][SL_LANES];

    draw_words (seed, trial, (guint32) (k / WORDS), PURPOSE_NORMAL + (guint32) r, words);
    for (size_t w = 0; w < WORDS; w += 2)
      FOR_LANES (l)
    sl_lane_normals (words[w][l], words[w + 1][l], &fresh[w][l], &fresh[w + 1][l]);
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

void
SL_KERNEL (draw_cells) (const SlValuePlan *plan,
                        guint64 seed,
                        guint64 trial,
                        float *spare,
                        float *quantiles)
{
  float *legacies = spare + plan->n_criteria * SL_LANES;

  memset (legacies, 0, plan->n_families * plan->n_criteria * SL_LANES * sizeof *legacies);
  for (size_t r = 0; r < plan->n_rows; r++) {
    draw_uniforms (plan, r, seed, trial, quantiles);
    draw_normals (plan, r, seed, trial, legacies, spare);
    correlate (plan, r, spare, quantiles);
  }
}

/* Weights as whole numbers, so that sums of them do not depend on their order. */
void
SL_KERNEL (round_weights) (const double *restrict weights, size_t m, gint32 *restrict units)
{
  for (size_t j = 0; j < m; j++)
    FOR_LANES (l)
  units[j * SL_CHUNK + l] = (gint32) (weights[j * SL_LANES + l] * SL_WEIGHT_UNITS + 0.5);
}
