/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/stability-private.h"

/* Of a minimum: a sum of shares of 60 is 60, whatever its last bits say. */
#define SHORTFALL_TOLERANCE 1e-9

/* The totals at which an alternative counts; none if low > high. */
typedef struct {
  double low, high;
} Eligibility;

/* Totals below or above a crossing. */
static void
keep_where_positive (Eligibility *eligibility, double now, double height, double rate)
{
  if (rate > 0)
    eligibility->low = MAX (eligibility->low, now - height / rate);
  else if (rate < 0)
    eligibility->high = MIN (eligibility->high, now - height / rate);
  else if (height < 0)
    eligibility->high = -INFINITY;
}

/* The mean is enough where sum_j w_j (value_j - minimum) >= 0. */
static void
apply_minimum (const SlScoreLines *lines,
               const SlLinearModel *model,
               const SlMinimums *minimums,
               size_t k,
               size_t i,
               Eligibility *eligibility)
{
  size_t m = model->n_criteria;
  const gboolean *members = minimums->members + k * m;
  const double *values = minimums->values + i * m;
  double least = minimums->minimum[k] - SHORTFALL_TOLERANCE;
  double height = 0;
  double rate = 0;

  for (size_t j = 0; j < m; j++)
    if (members[j]) {
      height += model->weights[j] * (values[j] - least);
      rate += lines->path.direction[j] * (values[j] - least);
    }
  keep_where_positive (eligibility, lines->path.now, height, rate);
}

static Eligibility *
find_eligibilities (const SlScoreLines *lines,
                    const SlLinearModel *model,
                    const SlMinimums *minimums)
{
  Eligibility *eligibilities = g_new (Eligibility, model->n_alternatives);

  for (size_t i = 0; i < model->n_alternatives; i++) {
    eligibilities[i] = (Eligibility) { lines->path.start, lines->path.end };
    for (size_t k = 0; k < minimums->n; k++)
      apply_minimum (lines, model, minimums, k, i, &eligibilities[i]);
  }
  return eligibilities;
}

/* Takes from the range where a rival counts and has more than the leader. Who is level today leads
 * on the side where it gains. */
static void
cut_rival (const SlScoreLines *lines,
           size_t leader,
           size_t rival,
           Eligibility ahead,
           Eligibility *range)
{
  double now = lines->path.now;
  double gap = lines->scores[rival] - lines->scores[leader];
  double rate = lines->slopes[rival] - lines->slopes[leader];

  if (fabs (gap) <= lines->tolerance) {
    if (fabs (rate) * sl_score_lines_get_length (lines) <= lines->tolerance)
      return;
    gap = MIN (gap, 0);
  }
  keep_where_positive (&ahead, now, gap, rate);
  if (ahead.high - ahead.low <= lines->epsilon)
    return;
  if (ahead.high > now + lines->epsilon)
    range->high = MIN (range->high, MAX (ahead.low, now));
  if (ahead.low < now - lines->epsilon)
    range->low = MAX (range->low, MIN (ahead.high, now));
}

/* Whether there is somewhat of it on that side of a total. */
static gboolean
is_eligible_beyond (const Eligibility *eligibility, double total, double side, double epsilon)
{
  return side > 0 ? eligibility->low <= total + epsilon && eligibility->high > total + epsilon
                  : eligibility->high >= total - epsilon && eligibility->low < total - epsilon;
}

static double
get_score (const SlScoreLines *lines, size_t i, double total)
{
  return lines->scores[i] + (total - lines->path.now) * lines->slopes[i];
}

/* Who is first of those that count on one side of a total, the leader left out; of level ones the
 * one that gains. */
static size_t
find_first_beyond (const SlScoreLines *lines,
                   const Eligibility *eligibilities,
                   size_t n,
                   size_t leader,
                   double total,
                   double side)
{
  size_t first = SL_NOBODY;

  for (size_t i = 0; i < n; i++) {
    double lead;

    if (i == leader || !is_eligible_beyond (&eligibilities[i], total, side, lines->epsilon))
      continue;
    if (first == SL_NOBODY) {
      first = i;
      continue;
    }
    lead = get_score (lines, i, total) - get_score (lines, first, total);
    if (lead > lines->tolerance ||
        (lead >= -lines->tolerance && side * (lines->slopes[i] - lines->slopes[first]) > 0))
      first = i;
  }
  return first;
}

static void
find_low_end (const SlScoreLines *lines,
              const Eligibility *eligibilities,
              size_t n,
              size_t leader,
              double low,
              SlStabilityInterval *interval)
{
  interval->low = lines->path.start;
  if (low <= lines->path.start + lines->epsilon)
    return;
  interval->low = low;
  interval->low_challenger = find_first_beyond (lines, eligibilities, n, leader, low, -1);
  interval->low_emptied = interval->low_challenger == SL_NOBODY;
}

static void
find_high_end (const SlScoreLines *lines,
               const Eligibility *eligibilities,
               size_t n,
               size_t leader,
               double high,
               SlStabilityInterval *interval)
{
  interval->high = lines->path.end;
  if (high >= lines->path.end - lines->epsilon)
    return;
  interval->high = high;
  interval->high_challenger = find_first_beyond (lines, eligibilities, n, leader, high, 1);
  interval->high_emptied = interval->high_challenger == SL_NOBODY;
}

void
sl_stability_interval_with_minimums (const SlLinearModel *model,
                                     const SlMinimums *minimums,
                                     size_t leader,
                                     const SlWeightPath *path,
                                     SlStabilityInterval *interval)
{
  size_t n = model->n_alternatives;
  g_auto (SlScoreLines) lines = { 0 };
  g_autofree Eligibility *eligibilities = NULL;
  Eligibility range;

  g_return_if_fail (minimums != NULL && path != NULL && interval != NULL);
  g_return_if_fail (leader < n);

  sl_score_lines_init (&lines, model, path);
  eligibilities = find_eligibilities (&lines, model, minimums);
  range = (Eligibility) { MIN (eligibilities[leader].low, lines.path.now),
                          MAX (eligibilities[leader].high, lines.path.now) };
  for (size_t i = 0; i < n; i++)
    if (i != leader)
      cut_rival (&lines, leader, i, eligibilities[i], &range);

  *interval = (SlStabilityInterval) { .now = lines.path.now,
                                      .low_challenger = SL_NOBODY,
                                      .high_challenger = SL_NOBODY };
  find_low_end (&lines, eligibilities, n, leader, range.low, interval);
  find_high_end (&lines, eligibilities, n, leader, range.high, interval);
}
