/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <string.h>

static void
check_case (void **state)
{
  JsonObject *object = *state;
  size_t n = (size_t) json_object_get_int_member (object, "n");
  g_autofree unsigned *order = g_new (unsigned, n);
  g_autofree double *weights = g_new (double, n);

  for (size_t j = 0; j < n; j++)
    order[j] = (unsigned) j + 1;
  sl_weights_from_order (order, n, SL_RANK_WEIGHTS_CENTROID, weights);
  assert_expected (object, "roc", weights, n);
  sl_weights_from_order (order, n, SL_RANK_WEIGHTS_SUM, weights);
  assert_expected (object, "rank_sum", weights, n);
}

/* The published weights of four places are 25, 13, 7 and 3 forty-eighths. */
static void
test_ties_share_their_places (void **state)
{
  const unsigned dense[] = { 2, 1, 3, 2 };
  const unsigned with_gaps[] = { 20, 10, 40, 20 };
  const double centroid[] = { 10 / 48.0, 25 / 48.0, 3 / 48.0, 10 / 48.0 };
  const double sum[] = { 0.25, 0.4, 0.1, 0.25 };
  double weights[4];

  sl_weights_from_order (dense, 4, SL_RANK_WEIGHTS_CENTROID, weights);
  assert_all_near (weights, centroid, 4, 1e-15, "weight");
  sl_weights_from_order (with_gaps, 4, SL_RANK_WEIGHTS_CENTROID, weights);
  assert_all_near (weights, centroid, 4, 1e-15, "weight");
  sl_weights_from_order (dense, 4, SL_RANK_WEIGHTS_SUM, weights);
  assert_all_near (weights, sum, 4, 1e-15, "weight");
}

static void
test_all_tied_is_equal (void **state)
{
  const unsigned order[] = { 7, 7, 7 };
  const double equal[] = { 1 / 3.0, 1 / 3.0, 1 / 3.0 };
  double weights[3];

  sl_weights_from_order (order, 3, SL_RANK_WEIGHTS_CENTROID, weights);
  assert_all_near (weights, equal, 3, 1e-15, "weight");
  sl_weights_from_order (order, 1, SL_RANK_WEIGHTS_SUM, weights);
  assert_near (weights[0], 1, 0, "weight", 0);
}

static void
test_normalises (void **state)
{
  const double expected[] = { 0.75, 0, 0.25 };
  double weights[] = { 3, 0, 1 };

  assert_true (sl_weights_normalise (weights, 3, weights));
  assert_all_near (weights, expected, 3, 0, "weight");
}

static void
test_all_zero_is_equal (void **state)
{
  double weights[] = { 0, 0, 0, 0 };
  const double expected[] = { 0.25, 0.25, 0.25, 0.25 };

  assert_false (sl_weights_normalise (weights, 4, weights));
  assert_all_near (weights, expected, 4, 0, "weight");
}

static void
test_extreme_importances (void **state)
{
  const double huge[] = { 1.5e308, 1.5e308, 0 };
  const double tiny[] = { 5e-324, 5e-324, 0 };
  const double expected[] = { 0.5, 0.5, 0 };
  double weights[3];

  assert_true (sl_weights_normalise (huge, 3, weights));
  assert_all_near (weights, expected, 3, 0, "weight");
  assert_true (sl_weights_normalise (tiny, 3, weights));
  assert_all_near (weights, expected, 3, 0, "weight");
}

/* ---- importance and locks ---- */

/* Two groups of two, and one of one: P 6, 3, 1; C 1, 3 | 2, 2 | 5. */
#define N_GROUPS 3
#define N_CRITERIA 5

typedef struct {
  double group_importance[N_GROUPS];
  double group_locks[N_GROUPS];
  size_t groups[N_CRITERIA];
  double importance[N_CRITERIA];
  double locks[N_CRITERIA];
  SlDirectWeights direct;
} Sliders;

#define FREE NAN

static void
sliders_init (Sliders *self, const double *group_locks, const double *locks)
{
  *self = (Sliders) { .group_importance = { 6, 3, 1 },
                      .groups = { 0, 0, 1, 1, 2 },
                      .importance = { 1, 3, 2, 2, 5 } };
  memcpy (self->group_locks, group_locks, sizeof self->group_locks);
  memcpy (self->locks, locks, sizeof self->locks);
  self->direct =
      (SlDirectWeights) { N_GROUPS,          N_CRITERIA,       self->groups, self->group_importance,
                          self->group_locks, self->importance, self->locks };
}

static const double no_group_locks[] = { FREE, FREE, FREE };
static const double no_locks[] = { FREE, FREE, FREE, FREE, FREE };

static void
expect_weights (const SlDirectWeights *direct, gboolean told_apart, const double *expected)
{
  double weights[N_CRITERIA];

  assert_int_equal (sl_weights_from_importance (direct, weights), told_apart);
  assert_all_near (weights, expected, direct->n_criteria, 1e-15, "weight");
}

static void
test_importance (void **state)
{
  /* .6 in quarters, .3 in halves, .1 whole. */
  const double expected[] = { 0.15, 0.45, 0.15, 0.15, 0.1 };
  /* Without the first criterion of the first group its group is as heavy as before. */
  const double fewer[] = { 0.6, 0.15, 0.15, 0.1 };
  /* A group without importance, then one whose criteria have none. */
  const double without_first[] = { 0, 0, 0.375, 0.375, 0.25 };
  Sliders sliders;
  SlDirectWeights board;

  sliders_init (&sliders, no_group_locks, no_locks);
  expect_weights (&sliders.direct, TRUE, expected);
  sliders.direct.locks = sliders.direct.group_locks = NULL;
  expect_weights (&sliders.direct, TRUE, expected);

  board = sliders.direct;
  board.n_criteria--;
  board.groups++;
  board.importance++;
  expect_weights (&board, TRUE, fewer);

  sliders.group_importance[0] = 0;
  expect_weights (&sliders.direct, TRUE, without_first);
  sliders.group_importance[0] = 6;
  sliders.importance[0] = sliders.importance[1] = 0;
  expect_weights (&sliders.direct, TRUE, without_first);
}

static void
test_importance_without_any (void **state)
{
  const double equal[] = { 0.2, 0.2, 0.2, 0.2, 0.2 };
  Sliders sliders;

  sliders_init (&sliders, no_group_locks, no_locks);
  memset (sliders.group_importance, 0, sizeof sliders.group_importance);
  expect_weights (&sliders.direct, FALSE, equal);

  sliders_init (&sliders, no_group_locks, no_locks);
  memset (sliders.importance, 0, sizeof sliders.importance);
  expect_weights (&sliders.direct, FALSE, equal);
}

/* Sums of these do not fit in the type; their ratios do. */
static void
test_importance_extremes (void **state)
{
  const double expected[] = { 0.25, 0.25, 0.25, 0.25, 0 };
  Sliders sliders;

  sliders_init (&sliders, no_group_locks, no_locks);
  sliders.group_importance[0] = sliders.group_importance[1] = 1.7e308;
  sliders.group_importance[2] = 0;
  for (size_t j = 0; j < N_CRITERIA; j++)
    sliders.importance[j] = j < 2 ? 1.7e308 : 5e-324;
  expect_weights (&sliders.direct, TRUE, expected);
}

/* Worked by hand. */
static void
test_locks (void **state)
{
  static const struct {
    const char *what;
    double group_locks[N_GROUPS];
    double locks[N_CRITERIA];
    double expected[N_CRITERIA];
  } cases[] = {
    /* .5 is left for 3 and 1: .375 in halves, .125. The first group's .5 in quarters. */
    { "a group",
      { 0.5, FREE, FREE },
      { FREE, FREE, FREE, FREE, FREE },
      { 0.125, 0.375, 0.1875, 0.1875, 0.125 } },
    /* .8 is left for 6, 3 and 1: .48 to the first group's other, .24 in halves, .08. */
    { "a criterion",
      { FREE, FREE, FREE },
      { 0.2, FREE, FREE, FREE, FREE },
      { 0.2, 0.48, 0.12, 0.12, 0.08 } },
    /* The third group has nobody to take its part. */
    { "all of a group",
      { FREE, FREE, FREE },
      { FREE, FREE, FREE, FREE, 0.1 },
      { 0.15, 0.45, 0.15, 0.15, 0.1 } },
    { "a criterion of a locked group",
      { 0.5, FREE, FREE },
      { 0.2, FREE, FREE, FREE, FREE },
      { 0.2, 0.3, 0.1875, 0.1875, 0.125 } },
    { "a lock of nothing",
      { 0, FREE, FREE },
      { FREE, FREE, 0, FREE, FREE },
      { 0, 0, 0, 0.75, 0.25 } },
    /* .2 + .5 of the whole, and .3 left for 6 and 1. */
    { "a group and a criterion elsewhere",
      { FREE, 0.5, FREE },
      { FREE, 0.16, FREE, FREE, FREE },
      { 0.34 * 6 / 7, 0.16, 0.25, 0.25, 0.34 / 7 } },
    /* 1.5 of the whole: two thirds of each, and nothing left. */
    { "too much", { 0.9, FREE, FREE }, { FREE, FREE, 0.6, FREE, FREE }, { 0.15, 0.45, 0.4, 0, 0 } },
    { "just all",
      { 0.75, FREE, FREE },
      { FREE, FREE, 0.25, FREE, FREE },
      { 0.1875, 0.5625, 0.25, 0, 0 } },
    /* .2 and .3 of .25: halves of each, and nothing for the rest of the group. */
    { "too much of a locked group",
      { FREE, 0.25, FREE },
      { FREE, FREE, 0.2, 0.3, FREE },
      { 0.75 / 7 * 6 / 4, 0.75 / 7 * 6 * 3 / 4, 0.1, 0.15, 0.75 / 7 } },
    { "too much of a locked group by one",
      { FREE, 0.25, FREE },
      { FREE, FREE, 0.5, FREE, FREE },
      { 0.75 / 7 * 6 / 4, 0.75 / 7 * 6 * 3 / 4, 0.25, 0, 0.75 / 7 } },
    /* .1 and .1 are to be all of .5. */
    { "too little of a locked group",
      { FREE, 0.5, FREE },
      { FREE, FREE, 0.1, 0.1, FREE },
      { 0.5 / 7 * 6 / 4, 0.5 / 7 * 6 * 3 / 4, 0.25, 0.25, 0.5 / 7 } },
    { "nothing of a locked group",
      { FREE, 0.5, FREE },
      { FREE, FREE, 0, 0, FREE },
      { 0.5 / 7 * 6 / 4, 0.5 / 7 * 6 * 3 / 4, 0.25, 0.25, 0.5 / 7 } },
    /* .4 is to be all. */
    { "everything, too little",
      { 0.2, 0.1, FREE },
      { FREE, FREE, FREE, FREE, 0.1 },
      { 0.125, 0.375, 0.125, 0.125, 0.25 } },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++) {
    Sliders sliders;

    print_message ("# %s\n", cases[i].what);
    sliders_init (&sliders, cases[i].group_locks, cases[i].locks);
    expect_weights (&sliders.direct, TRUE, cases[i].expected);
  }
}

/* Who is to take what is left has no importance. */
static void
test_locks_beside_no_importance (void **state)
{
  const double group_lock[] = { 0.4, FREE, FREE };
  const double group_and_criterion[] = { 0.4, FREE, 0.3 };
  const double lock[] = { FREE, FREE, 0.3, FREE, FREE };
  const double by_equal_parts[] = { 0.1, 0.3, 0.2, 0.2, 0.2 };
  const double in_the_group[] = { 0.2, 0.2, 0.3, 0, 0.3 };
  const double nothing[] = { 0, 0, 0 };
  const double equal[] = { 0.2, 0.2, 0.2, 0.2, 0.2 };
  Sliders sliders;

  sliders_init (&sliders, group_lock, no_locks);
  sliders.group_importance[1] = sliders.group_importance[2] = 0;
  expect_weights (&sliders.direct, FALSE, by_equal_parts);

  sliders_init (&sliders, group_and_criterion, lock);
  sliders.importance[0] = sliders.importance[1] = sliders.importance[3] = 0;
  sliders.locks[3] = 0;
  sliders.locks[2] = 0.3;
  expect_weights (&sliders.direct, TRUE, in_the_group);

  sliders_init (&sliders, nothing, no_locks);
  expect_weights (&sliders.direct, FALSE, equal);
}

/* A board without a locked criterion shares its part among the rest. */
static void
test_lock_leaves_with_its_criterion (void **state)
{
  const double lock[] = { 0.5, FREE, FREE, FREE, FREE };
  const double last_group[] = { FREE, FREE, 0.5 };
  const double expected[] = { 0.6, 0.15, 0.15, 0.1 };
  const double without_last[] = { 1 / 6.0, 0.5, 1 / 6.0, 1 / 6.0 };
  Sliders sliders;

  sliders_init (&sliders, no_group_locks, lock);
  sliders.direct.n_criteria--;
  sliders.direct.groups++;
  sliders.direct.importance++;
  sliders.direct.locks++;
  expect_weights (&sliders.direct, TRUE, expected);

  sliders_init (&sliders, last_group, no_locks);
  sliders.direct.n_criteria--;
  expect_weights (&sliders.direct, TRUE, without_last);
}

static double
random_lock (GRand *random)
{
  return g_rand_int_range (random, 0, 3) > 0 ? FREE : g_rand_double_range (random, 0, 0.3);
}

static double
random_importance (GRand *random)
{
  return g_rand_int_range (random, 0, 4) > 0 ? g_rand_double_range (random, 0, 10) : 0;
}

static void
sliders_init_random (Sliders *self, GRand *random)
{
  sliders_init (self, no_group_locks, no_locks);
  for (size_t g = 0; g < N_GROUPS; g++) {
    self->group_importance[g] = random_importance (random);
    self->group_locks[g] = random_lock (random);
  }
  for (size_t j = 0; j < N_CRITERIA; j++) {
    self->groups[j] = (size_t) g_rand_int_range (random, 0, N_GROUPS);
    self->importance[j] = random_importance (random);
    self->locks[j] = random_lock (random);
  }
}

/* The part of a group, and what the locks in it ask for. */
static double
sum_group (const Sliders *self, const double *numbers, size_t group)
{
  double sum = 0;

  for (size_t j = 0; j < N_CRITERIA; j++) {
    if (self->groups[j] == group && !isnan (numbers[j]))
      sum += numbers[j];
  }
  return sum;
}

static gboolean
has_criteria (const Sliders *self, size_t group, gboolean open)
{
  for (size_t j = 0; j < N_CRITERIA; j++) {
    if (self->groups[j] == group && (!open || isnan (self->locks[j])))
      return TRUE;
  }
  return FALSE;
}

/* Whether the locks can all be held: they leave something, and somebody is there to take it. */
static gboolean
locks_fit (const Sliders *self)
{
  gboolean somebody = FALSE;
  double sum = 0;

  for (size_t g = 0; g < N_GROUPS; g++) {
    double locks = sum_group (self, self->locks, g);

    if (isnan (self->group_locks[g])) {
      sum += locks;
      somebody |= has_criteria (self, g, TRUE);
    } else if (has_criteria (self, g, FALSE)) {
      if (locks > self->group_locks[g] || !has_criteria (self, g, TRUE))
        return FALSE;
      sum += self->group_locks[g];
    }
  }
  return somebody && sum < 1;
}

/* Weights are weights; what is locked is held, where it can be; and neither does the importance of
 * the locked count, nor the unit of the importances. */
static void
test_lock_properties (void **state)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261);
  size_t n_fitting = 0;

  for (int round = 0; round < 20000; round++) {
    Sliders sliders, other;
    double weights[N_CRITERIA], again[N_CRITERIA];
    double sum = 0;
    gboolean fit;

    sliders_init_random (&sliders, random);
    sl_weights_from_importance (&sliders.direct, weights);
    fit = locks_fit (&sliders);
    n_fitting += fit;
    for (size_t j = 0; j < N_CRITERIA; j++) {
      assert_true (weights[j] >= 0 && weights[j] <= 1 + 1e-12);
      sum += weights[j];
      if (fit && !isnan (sliders.locks[j]))
        assert_near (weights[j], sliders.locks[j], 1e-15, "locked weight", j);
    }
    assert_near (sum, 1, 1e-12, "sum", 0);
    for (size_t g = 0; fit && g < N_GROUPS; g++) {
      if (!isnan (sliders.group_locks[g]) && has_criteria (&sliders, g, FALSE))
        assert_near (sum_group (&sliders, weights, g), sliders.group_locks[g], 1e-12,
                     "locked group", g);
    }

    sliders_init (&other, sliders.group_locks, sliders.locks);
    memcpy (other.groups, sliders.groups, sizeof other.groups);
    for (size_t g = 0; g < N_GROUPS; g++)
      other.group_importance[g] = isnan (sliders.group_locks[g]) ? 7 * sliders.group_importance[g]
                                                                 : random_importance (random);
    for (size_t j = 0; j < N_CRITERIA; j++)
      other.importance[j] =
          isnan (sliders.locks[j]) ? 0.3 * sliders.importance[j] : random_importance (random);
    sl_weights_from_importance (&other.direct, again);
    assert_all_near (again, weights, N_CRITERIA, 1e-12, "weight");
  }
  assert_true (n_fitting > 1000);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_ties_share_their_places),
    cmocka_unit_test (test_all_tied_is_equal),
    cmocka_unit_test (test_normalises),
    cmocka_unit_test (test_all_zero_is_equal),
    cmocka_unit_test (test_extreme_importances),
    cmocka_unit_test (test_importance),
    cmocka_unit_test (test_importance_without_any),
    cmocka_unit_test (test_importance_extremes),
    cmocka_unit_test (test_locks),
    cmocka_unit_test (test_locks_beside_no_importance),
    cmocka_unit_test (test_lock_leaves_with_its_criterion),
    cmocka_unit_test (test_lock_properties),
  };

  return TEST_RUN ("rank-weights", tests, check_case, FALSE);
}
