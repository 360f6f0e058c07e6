/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/scoring.h"

#include <math.h>

static void
share_equally (size_t n, double *weights)
{
  for (size_t j = 0; j < n; j++)
    weights[j] = 1.0 / (double) n;
}

gboolean
sl_weights_normalise (const double *importance, size_t n, double *weights)
{
  double sum = 0;
  double largest = 0;
  double unit = 1;

  for (size_t j = 0; j < n; j++) {
    g_return_val_if_fail (isfinite (importance[j]) && importance[j] >= 0, FALSE);
    sum += importance[j];
    largest = MAX (largest, importance[j]);
  }
  if (largest <= 0) {
    share_equally (n, weights);
    return FALSE;
  }
  if (isinf (sum)) {
    unit = largest;
    sum = 0;
    for (size_t j = 0; j < n; j++)
      sum += importance[j] / unit;
  }
  for (size_t j = 0; j < n; j++)
    weights[j] = importance[j] / unit / sum;
  return TRUE;
}

/* ---- locks ---- */

/* One group and its criteria that are there. */
typedef struct {
  gboolean locked;
  double lock;
  size_t n_criteria;
  size_t n_open;  /* criteria that are not locked */
  double locks;   /* sum of those of its criteria */
  double largest; /* importance of an open criterion */
  double sum;     /* of the open ones' importances, in units of the largest */
} Group;

/* How the whole is divided. */
typedef struct {
  double locked;  /* what the locks ask for */
  double scale;   /* what each of them gets of that */
  double left;    /* for those without */
  double largest; /* importance of a group that takes part in it */
  double sum;     /* of these, in units of the largest */
  size_t n_open;  /* criteria that are not locked, in groups that are not */
} Whole;

static double
get_lock (const double *locks, size_t i)
{
  return locks != NULL ? locks[i] : NAN;
}

/* Sums of importances as shares of the largest stay within the type. */
static double
share_of_largest (double importance, double largest)
{
  return largest > 0 ? importance / largest : 0;
}

static Group
survey_group (const SlDirectWeights *direct, size_t g)
{
  Group group = { .lock = get_lock (direct->group_locks, g) };

  group.locked = !isnan (group.lock);
  for (size_t j = 0; j < direct->n_criteria; j++) {
    double lock = get_lock (direct->locks, j);

    if (direct->groups[j] != g)
      continue;
    group.n_criteria++;
    if (!isnan (lock)) {
      group.locks += lock;
      continue;
    }
    group.n_open++;
    group.largest = MAX (group.largest, direct->importance[j]);
  }
  for (size_t j = 0; j < direct->n_criteria; j++) {
    if (direct->groups[j] == g && isnan (get_lock (direct->locks, j)))
      group.sum += share_of_largest (direct->importance[j], group.largest);
  }
  return group;
}

/* Whether the group's importance gets a part of what the locks leave. */
static gboolean
takes_part (const Group *group)
{
  return !group->locked && group->largest > 0;
}

static Whole
survey (const SlDirectWeights *direct)
{
  Whole whole = { .scale = 1 };

  for (size_t g = 0; g < direct->n_groups; g++) {
    Group group = survey_group (direct, g);

    if (group.n_criteria == 0)
      continue;
    whole.locked += group.locked ? group.lock : group.locks;
    whole.n_open += group.locked ? 0 : group.n_open;
    if (takes_part (&group))
      whole.largest = MAX (whole.largest, direct->group_importance[g]);
  }
  for (size_t g = 0; g < direct->n_groups; g++) {
    Group group = survey_group (direct, g);

    if (takes_part (&group))
      whole.sum += share_of_largest (direct->group_importance[g], whole.largest);
  }
  if (whole.locked >= 1 || (whole.n_open == 0 && whole.locked > 0))
    whole.scale = 1 / whole.locked;
  else
    whole.left = 1 - whole.locked;
  return whole;
}

/* The part of a criterion in what its locked group has. */
static double
weigh_in_locked_group (const Group *group, double has, double scale, double lock, double importance)
{
  gboolean fits = group->locks <= group->lock && group->n_open > 0;
  double left;

  if (!isnan (lock) && fits)
    return lock * scale;
  if (!fits && group->locks > 0)
    return isnan (lock) ? 0 : has * (lock / group->locks);
  if (group->n_open == 0)
    return has / (double) group->n_criteria;
  left = MAX (has - group->locks * scale, 0);
  return group->largest > 0 ? left * (share_of_largest (importance, group->largest) / group->sum)
                            : left / (double) group->n_open;
}

/* The part of an open criterion in what the locks leave of the whole. */
static double
weigh_open (const SlDirectWeights *direct, const Whole *whole, const Group *group, size_t j)
{
  double importance = direct->group_importance[direct->groups[j]];

  if (whole->largest <= 0)
    return whole->left / (double) whole->n_open;
  if (!takes_part (group))
    return 0;
  return whole->left * (share_of_largest (importance, whole->largest) / whole->sum) *
         (share_of_largest (direct->importance[j], group->largest) / group->sum);
}

static gboolean
is_lock (double lock)
{
  return isnan (lock) || (lock >= 0 && lock <= 1);
}

static gboolean
is_importance (double importance)
{
  return isfinite (importance) && importance >= 0;
}

static gboolean
is_sound (const SlDirectWeights *direct)
{
  for (size_t g = 0; g < direct->n_groups; g++) {
    if (!is_importance (direct->group_importance[g]) ||
        !is_lock (get_lock (direct->group_locks, g)))
      return FALSE;
  }
  for (size_t j = 0; j < direct->n_criteria; j++) {
    if (direct->groups[j] >= direct->n_groups || !is_importance (direct->importance[j]) ||
        !is_lock (get_lock (direct->locks, j)))
      return FALSE;
  }
  return TRUE;
}

gboolean
sl_weights_from_importance (const SlDirectWeights *direct, double *weights)
{
  Whole whole;

  g_return_val_if_fail (is_sound (direct), FALSE);

  whole = survey (direct);
  if (whole.n_open == 0 && whole.locked <= 0) {
    share_equally (direct->n_criteria, weights);
    return FALSE;
  }
  for (size_t g = 0; g < direct->n_groups; g++) {
    Group group = survey_group (direct, g);

    for (size_t j = 0; j < direct->n_criteria; j++) {
      double lock = get_lock (direct->locks, j);

      if (direct->groups[j] != g)
        continue;
      if (group.locked)
        weights[j] = weigh_in_locked_group (&group, group.lock * whole.scale, whole.scale, lock,
                                            direct->importance[j]);
      else if (!isnan (lock))
        weights[j] = lock * whole.scale;
      else
        weights[j] = weigh_open (direct, &whole, &group, j);
    }
  }
  return whole.left <= 0 || whole.largest > 0;
}

/* ---- from an order ---- */

/* The weight of place k of n, from 1. */
static double
weigh_place (size_t k, size_t n, SlRankWeights scheme)
{
  double count = (double) n;
  double sum = 0;

  if (scheme == SL_RANK_WEIGHTS_SUM)
    return 2 * (count + 1 - (double) k) / (count * (count + 1));
  for (size_t i = n; i >= k; i--)
    sum += 1 / (double) i;
  return sum / count;
}

void
sl_weights_from_order (const unsigned *order, size_t n, SlRankWeights scheme, double *weights)
{
  for (size_t j = 0; j < n; j++) {
    size_t n_before = 0;
    size_t n_tied = 0;
    double sum = 0;

    for (size_t i = 0; i < n; i++) {
      n_before += order[i] < order[j];
      n_tied += order[i] == order[j];
    }
    for (size_t k = n_before + 1; k <= n_before + n_tied; k++)
      sum += weigh_place (k, n, scheme);
    weights[j] = sum / (double) n_tied;
  }
}
