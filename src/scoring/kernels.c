/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/kernels-private.h"
#include "scoring/lanes-private.h"

#if defined(__SSE2__)
#include <immintrin.h>
#endif

/* What a block of random words is for; the last word of the counter. */
#define PURPOSE_EXPONENTIAL 0u
#define PURPOSE_GAMMA (1u << 28)
#define PURPOSE_UNIFORM (2u << 28)
#define PURPOSE_NORMAL (3u << 28)

#define WORDS 4
#define FOR_LANES(l) for (size_t l = 0; l < SL_LANES; l++)

/* As many doubles as a register holds, and as many floats or whole numbers. Loops over lanes alone
 * leave sums in memory, where adding waits for what was stored before. */
#if defined(__AVX512F__)
#define AT_ONCE 8
#elif defined(__AVX__)
#define AT_ONCE 4
#else
#define AT_ONCE 2
#endif
typedef double Doubles __attribute__ ((vector_size (AT_ONCE * sizeof (double)), may_alias));
typedef float Floats __attribute__ ((vector_size (AT_ONCE * sizeof (float)), may_alias));
typedef guint32 Words __attribute__ ((vector_size (AT_ONCE * sizeof (guint32)), may_alias));
typedef guint64 Products __attribute__ ((vector_size (AT_ONCE * sizeof (guint64)), may_alias));

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
  *(Words *) words[0] = __builtin_convertvector (a, Words);
  *(Words *) words[1] = __builtin_convertvector (b, Words);
  *(Words *) words[2] = __builtin_convertvector (c, Words);
  *(Words *) words[3] = __builtin_convertvector (d, Words);
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
    Doubles weight = *(const Doubles *) (weights + j * SL_LANES);

#pragma GCC unroll 4
    for (size_t r = 0; r < n_rows; r++)
      sums[r] += weight * values[r * m + j];
  }
#pragma GCC unroll 4
  for (size_t r = 0; r < n_rows; r++)
    *(Doubles *) (scores + r * SL_LANES) = sums[r];
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
      const Doubles *weight = (const Doubles *) (weights + j * SL_LANES + l);
      const Floats *q = (const Floats *) (quantiles + j * SL_LANES + l);
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
    ((Doubles *) (sum + l))[0] = low;
    ((Doubles *) (sum + l))[1] = high;
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

/* A key holds as many of a level's digits as there is room for beside its index: sorted, it says
 * who is where. Where those digits are equal the rest of them decides. */

#define SIGN ((gint32) 0x80000000u)

static void
make_keys (const SlPlacePlan *plan, const gint32 *restrict levels, gint32 *restrict keys)
{
  unsigned bits = plan->index_bits;

  for (size_t i = 0; i < plan->n; i++)
    FOR_LANES (l)
  keys[i * SL_LANES + l] =
      (gint32) (((guint32) levels[i * SL_LANES + l] >> (bits - 1)) << bits | (guint32) i) ^ SIGN;
}

/* In each lane the larger key to the first place. */
static void
put_keys_in_order (gint32 *restrict first, gint32 *restrict second)
{
  FOR_LANES (l)
  {
    gint32 a = first[l];
    gint32 b = second[l];

    first[l] = a > b ? a : b;
    second[l] = a > b ? b : a;
  }
}

/* In which lanes neighbours have the same digits. */
static gboolean
find_close (const SlPlacePlan *plan, const gint32 *restrict keys, gint32 *restrict close)
{
  gint32 any = 0;

  FOR_LANES (l)
  close[l] = 0;
  for (size_t p = 0; p + 1 < plan->n; p++)
    FOR_LANES (l)
    {
      guint32 differ = (guint32) (keys[p * SL_LANES + l] ^ keys[(p + 1) * SL_LANES + l]);

      close[l] |= differ >> plan->index_bits == 0;
    }
  FOR_LANES (l)
  any |= close[l];
  return any != 0;
}

static size_t
get_index (const SlPlacePlan *plan, gint32 key)
{
  return (guint32) key & (((guint32) 1 << plan->index_bits) - 1);
}

/* One lane, by all digits: a level that equals the one before it has the same place. Whether there
 * is one. */
static gboolean
place_close (const SlPlacePlan *plan,
             const gint32 *levels,
             gint32 *keys,
             guint16 *places,
             size_t lane)
{
  guint16 place = 0;
  gboolean ties = FALSE;

  for (size_t p = 1; p < plan->n; p++) {
    gint32 key = keys[p * SL_LANES + lane];
    gint32 level = levels[get_index (plan, key) * SL_LANES + lane];
    size_t k = p;

    for (; k > 0; k--) {
      gint32 before = keys[(k - 1) * SL_LANES + lane];

      if (levels[get_index (plan, before) * SL_LANES + lane] >= level)
        break;
      keys[k * SL_LANES + lane] = before;
    }
    keys[k * SL_LANES + lane] = key;
  }
  for (size_t p = 0; p < plan->n; p++) {
    size_t i = get_index (plan, keys[p * SL_LANES + lane]);
    size_t before = get_index (plan, keys[(p > 0 ? p - 1 : 0) * SL_LANES + lane]);

    if (levels[i * SL_LANES + lane] != levels[before * SL_LANES + lane])
      place = (guint16) p;
    else
      ties = ties || p > 0;
    places[i * SL_CHUNK + lane] = place;
  }
  return ties;
}

static void
sort_keys (const SlPlacePlan *plan, gint32 *keys)
{
  const unsigned *pairs = plan->pairs;
  const unsigned *end = pairs + 2 * plan->n_pairs;

  for (; pairs < end; pairs += 2)
    put_keys_in_order (keys + pairs[0] * SL_LANES, keys + pairs[1] * SL_LANES);
}

static gboolean
rank (const SlPlacePlan *plan, const gint32 *levels, gint32 *keys, guint16 *places)
{
  size_t n = plan->n;
  guint32 mask = ((guint32) 1 << plan->index_bits) - 1;
  gint32 close[SL_LANES];
  gboolean ties = FALSE;

  make_keys (plan, levels, keys);
  sort_keys (plan, keys);
  /* Right for all lanes but the close ones. */
  for (size_t p = 0; p < n; p++)
    FOR_LANES (l)
  places[((guint32) keys[p * SL_LANES + l] & mask) * SL_CHUNK + l] = (guint16) p;
  if (!find_close (plan, keys, close))
    return FALSE;
  FOR_LANES (l)
  if (close[l])
    ties = place_close (plan, levels, keys, places, l) || ties;
  return ties;
}

/* In how many lanes of a chunk the one is before the other. Places in signed bytes: those are what
 * processors compare. */
typedef gint8 Bytes __attribute__ ((vector_size (AT_ONCE * 8), may_alias));

G_ALWAYS_INLINE static inline guint32
count_narrow (const gint8 *one, const gint8 *other)
{
  Bytes before = { 0 };
  guint64 sum = 0;

  for (size_t t = 0; t < SL_CHUNK; t += sizeof (Bytes))
    before -= (Bytes) (*(const Bytes *) (one + t) < *(const Bytes *) (other + t));
  for (size_t k = 0; k < AT_ONCE; k++)
    sum += ((Products) before)[k];
  /* The sum of eight bytes, none of which is above 16. */
  return (guint32) ((sum * G_GUINT64_CONSTANT (0x0101010101010101)) >> 56);
}

static guint32
count_wide (const guint16 *restrict one, const guint16 *restrict other)
{
  guint16 n = 0;

  for (size_t t = 0; t < SL_CHUNK; t++)
    n = (guint16) (n + (one[t] < other[t]));
  return n;
}

static void
count_narrow_wins (const gint8 *places, size_t n, gboolean ties, guint32 *wins)
{
  for (size_t i = 0; i < n; i++)
    for (size_t k = i + 1; k < n; k++) {
      const gint8 *a = places + i * SL_CHUNK;
      const gint8 *b = places + k * SL_CHUNK;
      guint32 before = count_narrow (a, b);

      wins[i * n + k] += before;
      wins[k * n + i] += ties ? count_narrow (b, a) : SL_CHUNK - before;
    }
}

static void
count_wide_wins (const guint16 *places, size_t n, guint32 *wins)
{
  for (size_t i = 0; i < n; i++)
    for (size_t k = 0; k < n; k++)
      wins[i * n + k] += count_wide (places + i * SL_CHUNK, places + k * SL_CHUNK);
}

static void
count_wins (const guint16 *restrict places,
            size_t n,
            gboolean ties,
            gint8 *restrict narrow,
            guint32 *wins)
{
  if (n > G_MAXUINT8 + 1) {
    count_wide_wins (places, n, wins);
    return;
  }
  for (size_t k = 0; k < n * SL_CHUNK; k++)
    narrow[k] = (gint8) (places[k] + G_MININT8);
  count_narrow_wins (narrow, n, ties, wins);
}

/* Bins. */

static void
count_bins (const gint32 *levels,
            size_t n,
            guint32 *bins,
            gint32 *restrict lowest,
            gint32 *restrict highest)
{
  for (size_t i = 0; i < n; i++) {
    const gint32 *restrict level = levels + i * SL_LANES;
    gint32 *restrict low = lowest + i * SL_LANES;
    gint32 *restrict high = highest + i * SL_LANES;
    guint32 *row = bins + i * SL_N_BINS;
    gint32 bin[SL_LANES];

    FOR_LANES (l)
    {
      low[l] = level[l] < low[l] ? level[l] : low[l];
      high[l] = level[l] > high[l] ? level[l] : high[l];
      bin[l] = level[l] >> (SL_LEVEL_BITS - SL_BIN_BITS);
      bin[l] = bin[l] < SL_N_BINS ? bin[l] : SL_N_BINS - 1;
    }
    FOR_LANES (l)
    row[bin[l]]++;
  }
}

/* Weights as whole numbers, so that sums of them do not depend on their order. */
static void
round_weights (const double *restrict weights, size_t m, gint32 *restrict units)
{
  for (size_t j = 0; j < m; j++)
    FOR_LANES (l)
  units[j * SL_CHUNK + l] = (gint32) (weights[j * SL_LANES + l] * SL_WEIGHT_UNITS + 0.5);
}

extern const SlKernels SL_KERNELS_NAME;
const SlKernels SL_KERNELS_NAME = { draw_weights, draw_cells, score,        rank,
                                    count_wins,   count_bins, round_weights };
