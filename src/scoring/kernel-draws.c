/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/kernel-parts-private.h"

/* What a block of random words is for; the last word of the counter. */
#define PURPOSE_EXPONENTIAL 0u
#define PURPOSE_GAMMA (1u << 28)
#define PURPOSE_UNIFORM (2u << 28)
#define PURPOSE_NORMAL (3u << 28)
#define PURPOSE_BOOST (4u << 28)

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

/* Registers side by side: the multiplications of one do not wait for those of the other, and the
 * keys are spread over the lanes but once. */
#define SIDE_BY_SIDE 2
#define FOR_SIDES(v) _Pragma ("GCC unroll 2") for (size_t v = 0; v < SIDE_BY_SIDE; v++)

/* sl_philox () for the trials from `trial` on. Only lower halves count: what is left of a product
 * in the upper ones does not matter. */
G_ALWAYS_INLINE static inline void
draw_some_words (guint64 key,
                 guint64 trial,
                 guint32 block,
                 guint32 purpose,
                 guint32 words[WORDS][SL_LANES])
{
  Products a[SIDE_BY_SIDE], b[SIDE_BY_SIDE], c[SIDE_BY_SIDE], d[SIDE_BY_SIDE];
  guint32 key_low = (guint32) key;
  guint32 key_high = (guint32) (key >> 32);

  FOR_SIDES (v)
  {
    Products lanes = { 0 };

    for (size_t l = 0; l < AT_ONCE; l++)
      lanes[l] = v * AT_ONCE + l;
    a[v] = lanes + trial;
    b[v] = a[v] >> 32;
    c[v] = (Products) { 0 } + block;
    d[v] = (Products) { 0 } + purpose;
  }
#pragma GCC unroll 10
  for (int round = 0; round < 10; round++) {
    FOR_SIDES (v)
    {
      Products left = multiply_words (a[v], 0xD2511F53u);
      Products right = multiply_words (c[v], 0xCD9E8D57u);

      a[v] = (right >> 32) ^ (b[v] ^ key_low);
      b[v] = right;
      c[v] = (left >> 32) ^ (d[v] ^ key_high);
      d[v] = left;
    }
    key_low += 0x9E3779B9u;
    key_high += 0xBB67AE85u;
  }
  FOR_SIDES (v)
  {
    *(Words *) (gpointer) &words[0][v * AT_ONCE] = __builtin_convertvector (a[v], Words);
    *(Words *) (gpointer) &words[1][v * AT_ONCE] = __builtin_convertvector (b[v], Words);
    *(Words *) (gpointer) &words[2][v * AT_ONCE] = __builtin_convertvector (c[v], Words);
    *(Words *) (gpointer) &words[3][v * AT_ONCE] = __builtin_convertvector (d[v], Words);
  }
}

static void
draw_words (guint64 seed,
            guint64 trial,
            guint32 block,
            guint32 purpose,
            guint32 words[WORDS][SL_LANES])
{
  for (size_t l = 0; l < SL_LANES; l += SIDE_BY_SIDE * AT_ONCE)
    draw_some_words (seed, trial + l, block, purpose,
                     (guint32 (*)[SL_LANES]) (gpointer) &words[0][l]);
}

/* Two normal numbers from each of the first words. */
G_ALWAYS_INLINE static inline void
draw_some_normals (const guint32 words[WORDS][SL_LANES],
                   size_t n_words,
                   float normals[2 * WORDS][SL_LANES])
{
  for (size_t w = 0; w < n_words; w++)
    FOR_LANES (l)
  sl_lane_normals (words[w][l], &normals[2 * w][l], &normals[2 * w + 1][l]);
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

/* The logarithm of the number that follows from a normal one, as a multiple of d; FALSE if it is
 * not to be taken. With v = (1 + y)^3, y = c x, the rule of the paper, ln u < x^2 / 2 + d - d v + d
 * ln v, is ln u < 3 d (ln (1 + y) - y + y^2 / 2 - y^3 / 3): nothing cancels, however large d is. */
G_ALWAYS_INLINE static inline gboolean
try_gamma (const SlGamma *gamma, float normal, float uniform, float *number)
{
  float y = gamma->c * normal;
  float log = sl_lane_log (y > -0.999999f ? 1 + y : 1e-6f);

  *number = 3 * log;
  return (y > -0.999999f) & (sl_lane_log (uniform) < gamma->three_d * log_remainder (y, log));
}

static float
try_gamma_again (const SlGamma *gamma, guint64 seed, guint64 trial, guint32 criterion)
{
  float number = 0;
  gboolean taken = FALSE;

  for (guint32 attempt = 1; !taken; attempt++) {
    const guint32 counter[] = { (guint32) trial, (guint32) (trial >> 32), criterion,
                                PURPOSE_GAMMA + attempt };
    guint32 words[WORDS];
    float normal;
    float unused;

    sl_philox (seed, counter, words);
    sl_lane_normals (words[0], &normal, &unused);
    taken = try_gamma (gamma, normal, sl_lane_uniform (words[1]), &number);
  }
  return number;
}

/* What lifts a shape of 1 and more down to one below it. */
static void
boost_gamma (const SlGamma *gamma,
             guint64 seed,
             guint64 trial,
             guint32 criterion,
             float *restrict numbers)
{
  _Alignas (64) guint32 words[WORDS][SL_LANES];

  draw_words (seed, trial, criterion, PURPOSE_BOOST, words);
  FOR_LANES (l)
  numbers[l] += sl_lane_log (sl_lane_uniform (words[0][l])) * gamma->inverse_shape;
}

static void
draw_gamma (const SlGamma *gamma,
            guint64 seed,
            guint64 trial,
            guint32 criterion,
            const float *restrict normals,
            const float *restrict uniforms,
            float *restrict numbers)
{
  gint32 taken[SL_LANES];

  FOR_LANES (l)
  taken[l] = try_gamma (gamma, normals[l], uniforms[l], &numbers[l]);
  FOR_LANES (l)
  if (!taken[l])
    numbers[l] = try_gamma_again (gamma, seed, trial + l, criterion);
  if (gamma->inverse_shape > 0)
    boost_gamma (gamma, seed, trial, criterion, numbers);
}

/* A block of words has the normal and the uniform numbers of four criteria. Their place in it is
 * theirs, whoever else is drawn. */
static void
draw_gammas (const SlWeightPlan *plan, guint64 seed, guint64 trial, float *numbers)
{
  for (size_t first = 0; first < plan->n_criteria; first += WORDS) {
    size_t n = MIN (WORDS, plan->n_criteria - first);
    _Alignas (64) guint32 words[WORDS][SL_LANES];
    _Alignas (64) float normals[2 * WORDS][SL_LANES];
    _Alignas (64) float uniforms[WORDS][SL_LANES];

    draw_words (seed, trial, (guint32) (first / WORDS), PURPOSE_GAMMA, words);
    draw_some_normals (words, 2, normals);
    FOR_LANES (l)
    {
      uniforms[0][l] = sl_lane_lower_uniform (words[2][l]);
      uniforms[1][l] = sl_lane_upper_uniform (words[2][l]);
      uniforms[2][l] = sl_lane_lower_uniform (words[3][l]);
      uniforms[3][l] = sl_lane_upper_uniform (words[3][l]);
    }
    for (size_t k = 0; k < n; k++)
      if (plan->gammas[first + k].d > 0)
        draw_gamma (&plan->gammas[first + k], seed, trial, (guint32) (first + k), normals[k],
                    uniforms[k], numbers + (first + k) * SL_LANES);
  }
}

/* Their logarithms first: those of small shapes may all be too small for their type. */
static void
draw_around (const SlWeightPlan *plan, guint64 seed, guint64 trial, float *spare, double *weights)
{
  float highest[SL_LANES];
  double sum[SL_LANES] = { 0 };

  draw_gammas (plan, seed, trial, spare);
  FOR_LANES (l)
  highest[l] = -INFINITY;
  for (size_t k = 0; k < plan->n_drawn; k++) {
    const float *restrict numbers = spare + plan->drawn[k] * SL_LANES;

    FOR_LANES (l)
    highest[l] = numbers[l] > highest[l] ? numbers[l] : highest[l];
  }
  for (size_t k = 0; k < plan->n_drawn; k++) {
    size_t j = plan->drawn[k];
    double d = plan->gammas[j].d;
    const float *restrict numbers = spare + j * SL_LANES;
    double *restrict weight = weights + j * SL_LANES;

    FOR_LANES (l)
    {
      weight[l] = d * (double) sl_lane_exp (numbers[l] - highest[l]);
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

/* Two uniform numbers from a word. */
static void
draw_uniforms (const SlValuePlan *plan, size_t r, guint64 seed, guint64 trial, float *quantiles)
{
  const SlRowPlan *row = &plan->rows[r];
  const SlCellPlan *cells = plan->cells + r * plan->n_criteria;

  quantiles += r * plan->n_criteria * SL_LANES;
  for (size_t k = 0; k < row->n_uniforms; k += 2 * WORDS) {
    _Alignas (64) guint32 words[WORDS][SL_LANES];

    draw_words (seed, trial, (guint32) (k / (2 * WORDS)), PURPOSE_UNIFORM + (guint32) r, words);
    for (size_t i = 0; i < MIN (2 * WORDS, row->n_uniforms - k); i++) {
      unsigned j = row->uniforms[k + i];
      const guint32 *restrict word = words[i / 2];
      float *restrict quantile = quantiles + j * SL_LANES;
      float mode = cells[j].mode;
      unsigned shift = i % 2 == 0 ? 0 : 16;

      FOR_LANES (l)
      quantile[l] = sl_lane_triangular (sl_lane_lower_uniform (word[l] >> shift), mode);
    }
  }
}

/* A row's number is its own and what its family left; and its share is left to the next. */
static void
relate (const SlRowPlan *row,
        const float *restrict fresh,
        float *restrict legacy,
        float *restrict number)
{
  float own = row->own;
  float bequeath = row->bequeath;

  FOR_LANES (l)
  {
    number[l] = legacy[l] + own * fresh[l];
    legacy[l] += bequeath * fresh[l];
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

  if (row->family >= 0)
    legacies += (size_t) row->family * plan->n_criteria * SL_LANES;
  for (size_t k = 0; k < row->n_normals; k += 2 * WORDS) {
    size_t n = MIN (2 * WORDS, row->n_normals - k);
    _Alignas (64) guint32 words[WORDS][SL_LANES];
    _Alignas (64) float fresh[2 * WORDS][SL_LANES];

    draw_words (seed, trial, (guint32) (k / (2 * WORDS)), PURPOSE_NORMAL + (guint32) r, words);
    draw_some_normals (words, (n + 1) / 2, fresh);
    for (size_t i = 0; i < n; i++) {
      size_t j = row->normals[k + i];

      if (row->family >= 0)
        relate (row, fresh[i], legacies + j * SL_LANES, numbers + j * SL_LANES);
      else
        memcpy (numbers + j * SL_LANES, fresh[i], sizeof fresh[i]);
    }
  }
}

/* The sum of a criterion's terms: where it stands alone, its own number. */
static const float *
sum_terms (const SlValuePlan *plan, size_t j, const float *numbers, float *restrict sum)
{
  const SlTerm *term = plan->terms + plan->term_start[j];
  const SlTerm *end = plan->terms + plan->term_start[j + 1];
  const float *restrict number = numbers + term->criterion * SL_LANES;

  if (end - term == 1 && term->factor == 1)
    return number;
  FOR_LANES (l)
  sum[l] = term->factor * number[l];
  for (term++; term < end; term++) {
    number = numbers + term->criterion * SL_LANES;
    FOR_LANES (l)
    sum[l] += term->factor * number[l];
  }
  return sum;
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
    _Alignas (64) float spare[SL_LANES];
    const float *sum;

    if (cell->length <= 0)
      continue;
    sum = sum_terms (plan, j, numbers, spare);
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
