/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/ranks-private.h"
#include "scoring/stability-private.h"

#include <math.h>

/* All answers are where two lines cross. */

/* What numbers span, but never so little beside their size that rounding would tell them apart. */
static double
find_span (const double *numbers, size_t n)
{
  double low = numbers[0];
  double high = numbers[0];

  for (size_t i = 1; i < n; i++) {
    low = MIN (low, numbers[i]);
    high = MAX (high, numbers[i]);
  }
  return MAX (high - low, 1e-4 * MAX (fabs (low), fabs (high)));
}

void
sl_score_lines_init (SlScoreLines *lines, const SlLinearModel *model, const SlWeightPath *path)
{
  size_t n = model->n_alternatives;
  size_t m = model->n_criteria;
  double change;

  lines->memory = g_new (double, 2 * n + m);
  lines->scores = lines->memory;
  lines->slopes = lines->scores + n;
  sl_directed_path_init (&lines->path, path, model->weights, model->locked, m, lines->slopes + n);
  sl_additive_evaluate (model->values, model->weights, n, m, lines->scores, NULL);
  sl_additive_evaluate (model->values, lines->path.direction, n, m, lines->slopes, NULL);

  lines->epsilon = sl_directed_path_get_epsilon (&lines->path);
  change = find_span (lines->slopes, n) * lines->path.end;
  lines->tolerance = SL_TIE_TOLERANCE * MAX (find_span (lines->scores, n), change);
}

void
sl_score_lines_clear (SlScoreLines *lines)
{
  g_free (lines->memory);
}

double
sl_score_lines_get_length (const SlScoreLines *lines)
{
  return lines->path.end - lines->path.start;
}

/* The part of the path where all that has to hold does. */
typedef struct {
  double low, high;
  size_t low_challenger, high_challenger;
  double low_rate, high_rate; /* how fast the challenger gains beyond */
} Range;

static Range
get_whole_range (const SlScoreLines *lines)
{
  return (Range) { lines->path.start, lines->path.end, SL_NOBODY, SL_NOBODY, 0, 0 };
}

/* Where several cross at one place the one that is ahead beyond it takes over. */
static void
raise_low (Range *range, double crossing, double rate, size_t challenger, double epsilon)
{
  gboolean further = crossing > range->low + epsilon;
  gboolean same = range->low_challenger != SL_NOBODY && crossing >= range->low - epsilon;

  if (!further && !(same && rate > range->low_rate))
    return;
  range->low = MAX (crossing, range->low);
  range->low_challenger = challenger;
  range->low_rate = rate;
}

static void
cut_high (Range *range, double crossing, double rate, size_t challenger, double epsilon)
{
  gboolean further = crossing < range->high - epsilon;
  gboolean same = range->high_challenger != SL_NOBODY && crossing <= range->high + epsilon;

  if (!further && !(same && rate > range->high_rate))
    return;
  range->high = MIN (crossing, range->high);
  range->high_challenger = challenger;
  range->high_rate = rate;
}

/* Leaves of the range what keeps `ahead` at least level with `behind`. */
static void
keep_ahead (const SlScoreLines *lines, size_t ahead, size_t behind, Range *range)
{
  double gap = lines->scores[ahead] - lines->scores[behind];
  double rate = lines->slopes[ahead] - lines->slopes[behind];

  if (fabs (gap) <= lines->tolerance) {
    if (fabs (rate) * sl_score_lines_get_length (lines) <= lines->tolerance)
      return;
    gap = MAX (gap, 0);
  }
  if (rate > 0)
    raise_low (range, lines->path.now - gap / rate, rate, behind, lines->epsilon);
  else if (rate < 0)
    cut_high (range, lines->path.now - gap / rate, -rate, behind, lines->epsilon);
  else if (gap < 0)
    range->high = -INFINITY;
}

static void
store_range (const SlScoreLines *lines, const Range *range, SlStabilityInterval *interval)
{
  *interval = (SlStabilityInterval) { .now = lines->path.now };
  if (range->low > range->high + lines->epsilon) {
    interval->low = interval->high = NAN;
    interval->low_challenger = interval->high_challenger = SL_NOBODY;
    return;
  }
  interval->low = range->low;
  interval->high = MAX (range->low, range->high);
  interval->low_challenger = range->low_challenger;
  interval->high_challenger = range->high_challenger;
}

void
sl_stability_interval (const SlLinearModel *model,
                       size_t leader,
                       const SlWeightPath *path,
                       SlStabilityInterval *interval)
{
  g_auto (SlScoreLines) lines = { 0 };
  Range range;

  g_return_if_fail (model != NULL && path != NULL && interval != NULL);
  g_return_if_fail (leader < model->n_alternatives);

  sl_score_lines_init (&lines, model, path);
  range = get_whole_range (&lines);
  for (size_t i = 0; i < model->n_alternatives; i++)
    if (i != leader)
      keep_ahead (&lines, leader, i, &range);
  store_range (&lines, &range, interval);
}

/* Groups of level alternatives, best first: how many from `first` on are one group. */
static size_t
count_level (const SlScoreLines *lines, const SlRankEntry *sorted, size_t first, size_t n)
{
  size_t last = first + 1;

  while (last < n && sorted[last].key - sorted[first].key <= lines->tolerance)
    last++;
  return last - first;
}

static void
keep_group_ahead (const SlScoreLines *lines,
                  const SlRankEntry *ahead,
                  size_t n_ahead,
                  const SlRankEntry *behind,
                  size_t n_behind,
                  Range *range)
{
  for (size_t i = 0; i < n_ahead; i++)
    for (size_t k = 0; k < n_behind; k++)
      keep_ahead (lines, ahead[i].index, behind[k].index, range);
}

void
sl_order_stability_interval (const SlLinearModel *model,
                             const SlWeightPath *path,
                             SlStabilityInterval *interval)
{
  size_t n = model->n_alternatives;
  g_auto (SlScoreLines) lines = { 0 };
  g_autofree SlRankEntry *entries = NULL;
  const SlRankEntry *sorted;
  size_t first = 0;
  size_t n_first;
  Range range;

  g_return_if_fail (path != NULL && interval != NULL && n > 0);

  sl_score_lines_init (&lines, model, path);
  entries = g_new (SlRankEntry, 2 * n);
  for (size_t i = 0; i < n; i++)
    entries[i] = (SlRankEntry) { -lines.scores[i], (unsigned) i };
  sorted = sl_rank_entries_sort (entries, entries + n, n);

  range = get_whole_range (&lines);
  n_first = count_level (&lines, sorted, 0, n);
  while (first + n_first < n) {
    size_t second = first + n_first;
    size_t n_second = count_level (&lines, sorted, second, n);

    keep_group_ahead (&lines, sorted + first, n_first, sorted + second, n_second, &range);
    first = second;
    n_first = n_second;
  }
  store_range (&lines, &range, interval);
}

static double
get_score_at_start (const SlScoreLines *lines, size_t i)
{
  return lines->scores[i] + (lines->path.start - lines->path.now) * lines->slopes[i];
}

static size_t
find_first_at_start (const SlScoreLines *lines, size_t n)
{
  double best = -INFINITY;
  size_t first = SL_NOBODY;

  for (size_t i = 0; i < n; i++)
    best = MAX (best, get_score_at_start (lines, i));
  for (size_t i = 0; i < n; i++)
    if (get_score_at_start (lines, i) >= best - lines->tolerance &&
        (first == SL_NOBODY || lines->slopes[i] > lines->slopes[first]))
      first = i;
  return first;
}

/* Who overtakes `first` next, and at what total; SL_NOBODY before the end. */
static size_t
find_next_first (const SlScoreLines *lines, size_t n, size_t first, double *total)
{
  size_t next = SL_NOBODY;

  *total = lines->path.end;
  for (size_t i = 0; i < n; i++) {
    double rate = lines->slopes[i] - lines->slopes[first];
    double crossing;

    if (rate * sl_score_lines_get_length (lines) <= lines->tolerance)
      continue;
    crossing = lines->path.now + (lines->scores[first] - lines->scores[i]) / rate;
    if (crossing < *total - lines->epsilon ||
        (next != SL_NOBODY && crossing <= *total + lines->epsilon &&
         lines->slopes[i] > lines->slopes[next])) {
      *total = MIN (*total, crossing);
      next = i;
    }
  }
  return next;
}

size_t
sl_winners_along (const SlLinearModel *model, const SlWeightPath *path, SlWinnerSegment *segments)
{
  g_auto (SlScoreLines) lines = { 0 };
  size_t n_segments = 0;
  size_t first, next;
  double from, to;

  g_return_val_if_fail (model != NULL && path != NULL && segments != NULL, 0);
  g_return_val_if_fail (model->n_alternatives > 0, 0);

  sl_score_lines_init (&lines, model, path);
  from = lines.path.start;
  first = find_first_at_start (&lines, model->n_alternatives);
  do {
    next = find_next_first (&lines, model->n_alternatives, first, &to);
    if (to > from + lines.epsilon || next == SL_NOBODY) {
      segments[n_segments++] = (SlWinnerSegment) { first, from, to };
      from = to;
    }
    first = next;
  } while (next != SL_NOBODY);
  return n_segments;
}

double
sl_nearest_winning_total (const SlLinearModel *model, const SlWeightPath *path, size_t challenger)
{
  SlStabilityInterval interval;

  sl_stability_interval (model, challenger, path, &interval);
  if (isnan (interval.low))
    return NAN;
  return CLAMP (interval.now, interval.low, interval.high);
}
