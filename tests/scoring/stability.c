/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "linear-fixture.h"

#include <math.h>
#include <string.h>

#define NEAR 1e-7 /* beside a crossing */
#define STEPS 120

static const SlMethod linear_methods[] = { SL_METHOD_ADDITIVE, SL_METHOD_GEOMETRIC,
                                           SL_METHOD_PROMETHEE };

/* Published intervals. */

static double
read_end (JsonObject *expected, const char *member, size_t j, guint end)
{
  JsonArray *all = json_object_get_array_member (expected, member);

  return json_array_get_double_element (json_array_get_array_element (all, (guint) j), end);
}

static void
check_case (void **state)
{
  JsonObject *object = *state;
  JsonObject *expected = json_object_get_object_member (object, "expected");
  double tolerance = json_object_get_double_member (object, "tolerance");
  g_autoptr (TestModel) model = test_model_from_case (object);

  for (size_t j = 0; j < model->model.n_criteria; j++) {
    SlStabilityInterval interval;

    test_model_raise_one (model, j);
    if (json_object_has_member (object, "leader"))
      sl_stability_interval (&model->model, (size_t) json_object_get_int_member (object, "leader"),
                             &model->path, &interval);
    else
      sl_order_stability_interval (&model->model, &model->path, &interval);
    assert_near (interval.now, model->weights[j], 0, "now", j);
    assert_near (interval.low, read_end (expected, "intervals", j, 0), tolerance, "low", j);
    assert_near (interval.high, read_end (expected, "intervals", j, 1), tolerance, "high", j);
    if (!json_object_has_member (expected, "taken_over_by"))
      continue;
    assert_true (interval.low_challenger == read_end (expected, "taken_over_by", j, 0));
    assert_true (interval.high_challenger == read_end (expected, "taken_over_by", j, 1));
  }
}

/* Against evaluating again at many points. */

static unsigned
get_rank_at (TestProblem *problem,
             const TestModel *model,
             SlMethod method,
             SlEvaluation *evaluation,
             double total,
             size_t alternative)
{
  test_model_get_weights (model, total, problem->weights);
  test_evaluate (problem, method, evaluation);
  return sl_evaluation_get_ranks (evaluation)[alternative];
}

static void
check_interval (TestProblem *problem,
                const TestModel *model,
                SlMethod method,
                size_t leader,
                const SlStabilityInterval *interval)
{
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  double now, end;

  test_model_get_ends (model, &now, &end);
  for (int step = 0; step <= STEPS; step++) {
    double total = end * step / STEPS;
    gboolean inside = total >= interval->low && total <= interval->high;

    if (fabs (total - interval->low) < NEAR || fabs (total - interval->high) < NEAR)
      continue;
    if ((get_rank_at (problem, model, method, evaluation, total, leader) == 1) != inside)
      fail_msg ("%s: %g is %s %g..%g", sl_method_get_id (method), total, inside ? "in" : "not in",
                interval->low, interval->high);
  }
  if (isnan (interval->low))
    return;
  if (interval->low_challenger != SL_NOBODY)
    assert_int_equal (get_rank_at (problem, model, method, evaluation, interval->low - NEAR,
                                   interval->low_challenger),
                      1);
  else
    assert_near (interval->low, 0, 0, "low", leader);
  if (interval->high_challenger != SL_NOBODY)
    assert_int_equal (get_rank_at (problem, model, method, evaluation, interval->high + NEAR,
                                   interval->high_challenger),
                      1);
  else
    assert_near (interval->high, end, 0, "high", leader);
}

static void
check_winners (TestProblem *problem, const TestModel *model, SlMethod method)
{
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  size_t n = model->model.n_alternatives;
  g_autofree SlWinnerSegment *segments = g_new (SlWinnerSegment, n);
  size_t n_segments = sl_winners_along (&model->model, &model->path, segments);
  double now, end;

  test_model_get_ends (model, &now, &end);
  assert_in_range (n_segments, 1, n);
  assert_near (segments[0].from, 0, 0, "from", 0);
  assert_near (segments[n_segments - 1].to, end, 0, "to", 0);
  for (size_t k = 0; k < n_segments; k++) {
    const SlWinnerSegment *segment = &segments[k];
    SlStabilityInterval interval;

    assert_true (segment->to > segment->from);
    for (int step = 1; step < 8; step++)
      assert_int_equal (get_rank_at (problem, model, method, evaluation,
                                     segment->from + (segment->to - segment->from) * step / 8,
                                     segment->alternative),
                        1);
    sl_stability_interval (&model->model, segment->alternative, &model->path, &interval);
    assert_near (interval.low, segment->from, 1e-12, "low", k);
    assert_near (interval.high, segment->to, 1e-12, "high", k);
    if (k + 1 < n_segments) {
      assert_near (segment->to, segments[k + 1].from, 0, "to", k);
      assert_int_equal (interval.high_challenger, segments[k + 1].alternative);
    }
  }
}

static void
check_nearest (TestProblem *problem, const TestModel *model, SlMethod method)
{
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  double now, end;

  test_model_get_ends (model, &now, &end);
  for (size_t i = 0; i < model->model.n_alternatives; i++) {
    double nearest = sl_nearest_winning_total (&model->model, &model->path, i);
    gboolean first = FALSE;

    for (int step = 0; step <= STEPS; step++) {
      double total = end * step / STEPS;

      if (get_rank_at (problem, model, method, evaluation, total, i) != 1)
        continue;
      first = TRUE;
      assert_true (fabs (total - now) >= fabs (nearest - now) - NEAR);
    }
    if (isnan (nearest))
      assert_false (first);
    else
      assert_int_equal (get_rank_at (problem, model, method, evaluation, nearest, i), 1);
  }
}

static TestModel *
model_for_path (const TestProblem *problem, SlMethod method, GRand *random, guint32 seed)
{
  TestModel *model = test_model_from_problem (problem, method);
  size_t m = model->model.n_criteria;

  for (size_t j = 0; j < m; j++)
    model->locked[j] = seed % 3 == 1 && g_rand_int_range (random, 0, 3) == 0;
  if (seed % 2)
    test_model_raise_random (model, random);
  else
    test_model_raise_one (model, (size_t) g_rand_int_range (random, 0, (gint32) m));
  return model;
}

static gboolean
can_move (const TestModel *model)
{
  gboolean raised = FALSE;
  gboolean lowered = FALSE;

  for (size_t j = 0; j < model->model.n_criteria; j++) {
    raised = raised || (model->raised[j] && !model->locked[j]);
    lowered = lowered || (model->lowered[j] && !model->locked[j]);
  }
  return raised && lowered;
}

static void
test_against_evaluation (void **state)
{
  size_t n_moving = 0;

  for (guint32 seed = 0; seed < 90; seed++) {
    SlMethod method = linear_methods[seed / 2 % 3];
    g_autoptr (GRand) random = g_rand_new_with_seed (seed);
    g_autoptr (TestProblem) problem = test_problem_random (seed, 3 + seed % 10, 3 + seed % 6);
    g_autoptr (TestModel) model = NULL;

    problem->options.normalisation = seed % 4 ? SL_NORMALISATION_FIXED : SL_NORMALISATION_MINMAX;
    if (seed % 5 == 0)
      problem->weights[seed % 3] = 0;
    model = model_for_path (problem, method, random, seed);
    if (!can_move (model))
      continue;
    n_moving++;
    for (size_t leader = 0; leader < model->model.n_alternatives; leader++) {
      SlStabilityInterval interval;

      sl_stability_interval (&model->model, leader, &model->path, &interval);
      check_interval (problem, model, method, leader, &interval);
    }
    check_winners (problem, model, method);
    check_nearest (problem, model, method);
  }
  assert_true (n_moving > 60);
}

static gboolean
has_reversal (const TestModel *model, const double *before, const double *after)
{
  size_t n = model->model.n_alternatives;

  for (size_t i = 0; i < n; i++)
    for (size_t k = 0; k < n; k++)
      if (before[i] > before[k] + 1e-12 && after[i] < after[k] - 1e-12)
        return TRUE;
  return FALSE;
}

static void
score_at (const TestModel *model, double total, double *scores)
{
  size_t m = model->model.n_criteria;
  g_autofree double *weights = g_new (double, m);

  test_model_get_weights (model, total, weights);
  sl_additive_evaluate (model->values, weights, model->model.n_alternatives, m, scores, NULL);
}

static void
test_order (void **state)
{
  for (guint32 seed = 0; seed < 120; seed++) {
    size_t n = 2 + seed % 8;
    g_autoptr (GRand) random = g_rand_new_with_seed (seed);
    g_autoptr (TestModel) model = test_model_random (seed, n, 2 + seed % 5);
    g_autofree double *before = g_new (double, n);
    g_autofree double *after = g_new (double, n);
    SlStabilityInterval interval;
    double now, end;

    if (seed % 2)
      test_model_raise_random (model, random);
    if (!can_move (model))
      continue;
    test_model_get_ends (model, &now, &end);
    sl_order_stability_interval (&model->model, &model->path, &interval);
    assert_true (interval.low <= now && now <= interval.high);
    score_at (model, now, before);
    for (int step = 0; step <= STEPS; step++) {
      double total = end * step / STEPS;
      gboolean inside = total >= interval.low && total <= interval.high;

      if (fabs (total - interval.low) < NEAR || fabs (total - interval.high) < NEAR)
        continue;
      score_at (model, total, after);
      assert_int_equal (has_reversal (model, before, after), !inside);
    }
  }
}

/* Minimums, against asking at many points who counts and who is first of them. */

#define MAX_MINIMUMS 3

typedef struct {
  SlMinimums minimums;
  gboolean members[MAX_MINIMUMS * 8];
  double minimum[MAX_MINIMUMS];
} TestMinimums;

static void
draw_minimums (const TestModel *model, GRand *random, TestMinimums *self)
{
  size_t m = model->model.n_criteria;

  self->minimums = (SlMinimums) { (size_t) g_rand_int_range (random, 1, MAX_MINIMUMS + 1),
                                  self->members, self->minimum, model->values };
  for (size_t k = 0; k < self->minimums.n; k++) {
    self->minimum[k] = g_rand_double_range (random, 0.1, 0.6);
    for (size_t j = 0; j < m; j++)
      self->members[k * m + j] = g_rand_boolean (random);
  }
}

/* The least by which a mean exceeds its minimum, times the weight of its members. */
static double
get_reserve (const TestModel *model, const SlMinimums *minimums, const double *weights, size_t i)
{
  size_t m = model->model.n_criteria;
  double least = INFINITY;

  for (size_t k = 0; k < minimums->n; k++) {
    double sum = 0;
    double total = 0;

    for (size_t j = 0; j < m; j++)
      if (minimums->members[k * m + j]) {
        sum += weights[j] * model->values[i * m + j];
        total += weights[j];
      }
    least = MIN (least, sum - total * minimums->minimum[k]);
  }
  return least;
}

/* SL_NOBODY if nobody counts. *clear: no two are so close, and nobody so near to a minimum, that
 * rounding decides. */
static size_t
find_first_that_counts (const TestModel *model,
                        const SlMinimums *minimums,
                        double total,
                        gboolean *clear)
{
  size_t n = model->model.n_alternatives;
  size_t m = model->model.n_criteria;
  g_autofree double *weights = g_new (double, m);
  g_autofree double *scores = g_new (double, n);
  size_t first = SL_NOBODY;

  test_model_get_weights (model, total, weights);
  sl_additive_evaluate (model->values, weights, n, m, scores, NULL);
  *clear = TRUE;
  for (size_t i = 0; i < n; i++) {
    double reserve = get_reserve (model, minimums, weights, i);

    *clear = *clear && fabs (reserve) > 1e-8;
    if (reserve < 0)
      continue;
    *clear = *clear && (first == SL_NOBODY || fabs (scores[i] - scores[first]) > 1e-8);
    if (first == SL_NOBODY || scores[i] > scores[first])
      first = i;
  }
  return first;
}

static void
check_beyond (const TestModel *model,
              const SlMinimums *minimums,
              double total,
              size_t challenger,
              gboolean emptied)
{
  gboolean clear;
  size_t first = find_first_that_counts (model, minimums, total, &clear);

  if (!clear)
    return;
  assert_true (first == challenger);
  assert_int_equal (emptied, first == SL_NOBODY);
}

static void
check_with_minimums (const TestModel *model,
                     const SlMinimums *minimums,
                     size_t leader,
                     const SlStabilityInterval *interval,
                     guint *n_ends)
{
  double now, end;
  gboolean clear;

  test_model_get_ends (model, &now, &end);
  assert_true (interval->low <= now && now <= interval->high);
  for (int step = 1; step < STEPS; step++) {
    double total = interval->low + (interval->high - interval->low) * step / STEPS;
    size_t first = find_first_that_counts (model, minimums, total, &clear);

    if (clear)
      assert_int_equal (first, leader);
  }
  if (interval->low > 0) {
    check_beyond (model, minimums, interval->low - NEAR, interval->low_challenger,
                  interval->low_emptied);
    (*n_ends)++;
  } else {
    assert_true (interval->low_challenger == SL_NOBODY && !interval->low_emptied);
  }
  if (interval->high < end) {
    check_beyond (model, minimums, interval->high + NEAR, interval->high_challenger,
                  interval->high_emptied);
    (*n_ends)++;
  } else {
    assert_true (interval->high_challenger == SL_NOBODY && !interval->high_emptied);
  }
}

static void
test_with_minimums (void **state)
{
  guint n_checked = 0;
  guint n_ends = 0;
  guint n_emptied = 0;
  guint n_shortened = 0;

  for (guint32 seed = 0; seed < 1500; seed++) {
    g_autoptr (GRand) random = g_rand_new_with_seed (seed);
    g_autoptr (TestModel) model = test_model_random (seed, 2 + seed % 8, 2 + seed % 6);
    TestMinimums minimums;
    SlStabilityInterval interval, plain;
    size_t first;
    double now, end;
    gboolean clear;

    if (seed % 2)
      test_model_raise_random (model, random);
    draw_minimums (model, random, &minimums);
    test_model_get_ends (model, &now, &end);
    first = find_first_that_counts (model, &minimums.minimums, now, &clear);
    if (!can_move (model) || !clear || first == SL_NOBODY)
      continue;
    sl_stability_interval_with_minimums (&model->model, &minimums.minimums, first, &model->path,
                                         &interval);
    check_with_minimums (model, &minimums.minimums, first, &interval, &n_ends);
    n_checked++;
    n_emptied += interval.low_emptied || interval.high_emptied;
    sl_stability_interval (&model->model, first, &model->path, &plain);
    n_shortened += interval.high < plain.high || interval.low > plain.low;
  }
  assert_true (n_checked > 600 && n_ends > 400 && n_emptied > 20 && n_shortened > 40);
}

/* A minimum that all reach changes nothing. */
static void
test_minimum_that_all_reach (void **state)
{
  for (guint32 seed = 0; seed < 60; seed++) {
    g_autoptr (TestModel) model = test_model_random (seed, 6, 4);
    const gboolean members[4] = { TRUE, TRUE, FALSE, FALSE };
    const double minimum = -1;
    const SlMinimums minimums = { 1, members, &minimum, model->values };
    size_t leader = test_model_get_first (model, model->weights);
    SlStabilityInterval with, without;

    sl_stability_interval_with_minimums (&model->model, &minimums, leader, &model->path, &with);
    sl_stability_interval (&model->model, leader, &model->path, &without);
    assert_near (with.low, without.low, 1e-12, "low", seed);
    assert_near (with.high, without.high, 1e-12, "high", seed);
    assert_true (with.low_challenger == without.low_challenger);
    assert_true (with.high_challenger == without.high_challenger);
  }
}

/* A group of one is the criterion; a group whose members have one value each is a criterion too. */
static void
test_group_is_one_criterion (void **state)
{
  for (guint32 seed = 0; seed < 40; seed++) {
    g_autoptr (TestModel) flat = test_model_random (4 * seed, 6, 4);
    g_autoptr (TestModel) grouped = test_model_new (6, 5);
    SlStabilityInterval a, b;

    for (size_t i = 0; i < 6; i++)
      for (size_t j = 0; j < 5; j++)
        grouped->values[i * 5 + j] = flat->values[i * 4 + MIN (j, 3)];
    for (size_t j = 0; j < 3; j++)
      grouped->weights[j] = flat->weights[j];
    grouped->weights[3] = 0.3 * flat->weights[3];
    grouped->weights[4] = 0.7 * flat->weights[3];
    for (size_t j = 0; j < 4; j++)
      grouped->locked[j] = flat->locked[j] = FALSE;
    for (size_t j = 0; j < 4; j++) {
      size_t leader = test_model_get_first (flat, flat->weights);

      test_model_raise_one (flat, j);
      test_model_raise_one (grouped, j);
      if (j == 3) {
        grouped->raised[4] = TRUE;
        grouped->lowered[4] = FALSE;
      }
      sl_stability_interval (&flat->model, leader, &flat->path, &a);
      sl_stability_interval (&grouped->model, leader, &grouped->path, &b);
      assert_near (b.now, a.now, 1e-15, "now", j);
      assert_near (b.low, a.low, 1e-12, "low", j);
      assert_near (b.high, a.high, 1e-12, "high", j);
      assert_true (a.low_challenger == b.low_challenger);
      assert_true (a.high_challenger == b.high_challenger);
    }
  }
}

/* The raw slider: with T the sum of all, t = s / T, and the others stand still. */
static void
test_closed_form (void **state)
{
  g_autoptr (TestModel) model = test_model_new (2, 2);
  SlStabilityInterval interval;

  model->values[0] = model->values[3] = 1;
  model->weights[0] = 0.7;
  model->weights[1] = 0.3;
  sl_stability_interval (&model->model, 0, &model->path, &interval);
  assert_near (interval.low, 0.5, 1e-15, "low", 0);
  assert_near (interval.high, 1, 0, "high", 0);
  assert_int_equal (interval.low_challenger, 1);
  assert_true (interval.high_challenger == SL_NOBODY);
  sl_stability_interval (&model->model, 1, &model->path, &interval);
  assert_near (interval.now, 0.7, 0, "now", 0);
  assert_near (interval.low, 0, 0, "low", 0);
  assert_near (interval.high, 0.5, 1e-15, "high", 0);
  assert_int_equal (interval.high_challenger, 0);
  assert_near (sl_nearest_winning_total (&model->model, &model->path, 1), 0.5, 1e-15, "total", 0);
  assert_near (sl_nearest_winning_total (&model->model, &model->path, 0), 0.7, 0, "total", 0);
}

/* All weight on one criterion, or none: the others share equally. */
static void
test_group_without_weight (void **state)
{
  g_autoptr (TestModel) model = test_model_new (2, 3);
  const double values[] = { 1, 0, 0.2, 0, 1, 0 };
  SlStabilityInterval interval;

  memcpy (model->values, values, sizeof values);
  model->weights[0] = 1;
  model->weights[1] = model->weights[2] = 0;
  sl_stability_interval (&model->model, 0, &model->path, &interval);
  assert_near (interval.now, 1, 0, "now", 0);
  assert_near (interval.low, 0.4 / 1.4, 1e-15, "low", 0); /* t = (1 - t) (1 - .2) / 2 */
  assert_near (interval.high, 1, 0, "high", 0);

  test_model_raise_one (model, 1);
  sl_stability_interval (&model->model, 0, &model->path, &interval);
  assert_near (interval.now, 0, 0, "now", 1);
  assert_near (interval.low, 0, 0, "low", 1);
  assert_near (interval.high, 0.5, 1e-15, "high", 1);

  /* Two of weight zero against each other. */
  model->raised[2] = FALSE;
  model->lowered[0] = FALSE;
  sl_stability_interval (&model->model, 0, &model->path, &interval);
  assert_near (interval.low, 0, 0, "low", 2);
  assert_near (interval.high, 0, 0, "high", 2);
}

static void
test_nothing_moves (void **state)
{
  g_autoptr (TestModel) model = test_model_random (8, 5, 4);
  size_t leader = test_model_get_first (model, model->weights);
  SlWinnerSegment segments[5];
  SlStabilityInterval interval;
  double now;

  model->locked[0] = TRUE;
  for (int all = 0; all < 2; all++) {
    for (size_t j = 0; j < 4; j++)
      model->locked[j] = all || j == 0;
    now = 0;
    sl_stability_interval (&model->model, leader, &model->path, &interval);
    assert_near (interval.now, now, 0, "now", 0);
    assert_near (interval.low, now, 0, "low", 0);
    assert_near (interval.high, now, 0, "high", 0);
    assert_true (interval.low_challenger == SL_NOBODY);
    assert_true (interval.high_challenger == SL_NOBODY);
    sl_order_stability_interval (&model->model, &model->path, &interval);
    assert_near (interval.low, now, 0, "low", 0);
    assert_near (interval.high, now, 0, "high", 0);
    assert_int_equal (sl_winners_along (&model->model, &model->path, segments), 1);
    assert_int_equal (segments[0].alternative, leader);
    assert_near (segments[0].to - segments[0].from, 0, 0, "length", 0);
    assert_near (sl_nearest_winning_total (&model->model, &model->path, leader), now, 0, "total",
                 0);
    assert_true (isnan (sl_nearest_winning_total (&model->model, &model->path, (leader + 1) % 5)));
  }

  /* The lowered are locked: the raised keep what they have. */
  for (size_t j = 0; j < 4; j++)
    model->locked[j] = j > 0;
  sl_stability_interval (&model->model, leader, &model->path, &interval);
  assert_near (interval.now, model->weights[0], 0, "now", 1);
  assert_near (interval.low, model->weights[0], 0, "low", 1);
  assert_near (interval.high, model->weights[0], 0, "high", 1);
}

static void
test_alone_and_equal (void **state)
{
  g_autoptr (TestModel) alone = test_model_random (4, 1, 3);
  g_autoptr (TestModel) equal = test_model_new (3, 3);
  SlWinnerSegment segments[3];
  SlStabilityInterval interval;

  sl_stability_interval (&alone->model, 0, &alone->path, &interval);
  assert_near (interval.low, 0, 0, "low", 0);
  assert_near (interval.high, 1, 1e-15, "high", 0);
  assert_int_equal (sl_winners_along (&alone->model, &alone->path, segments), 1);

  for (size_t i = 0; i < 9; i++)
    equal->values[i] = 0.1 * (double) (1 + i % 3);
  for (size_t leader = 0; leader < 3; leader++) {
    sl_stability_interval (&equal->model, leader, &equal->path, &interval);
    assert_near (interval.low, 0, 0, "low", leader);
    assert_near (interval.high, 1, 1e-15, "high", leader);
    assert_true (interval.low_challenger == SL_NOBODY);
    assert_true (interval.high_challenger == SL_NOBODY);
  }
  assert_int_equal (sl_winners_along (&equal->model, &equal->path, segments), 1);
  assert_int_equal (segments[0].alternative, 0);
  sl_order_stability_interval (&equal->model, &equal->path, &interval);
  assert_near (interval.high - interval.low, 1, 1e-15, "length", 0);
}

/* Level today, and each is first on its own side. */
static void
test_tie_at_the_top (void **state)
{
  g_autoptr (TestModel) model = test_model_new (2, 2);
  SlStabilityInterval interval;

  model->values[0] = model->values[3] = 1;
  sl_stability_interval (&model->model, 0, &model->path, &interval);
  assert_near (interval.low, 0.5, 0, "low", 0);
  assert_near (interval.high, 1, 0, "high", 0);
  assert_int_equal (interval.low_challenger, 1);
  sl_stability_interval (&model->model, 1, &model->path, &interval);
  assert_near (interval.low, 0, 0, "low", 1);
  assert_near (interval.high, 0.5, 0, "high", 1);
  assert_int_equal (interval.high_challenger, 0);
  sl_order_stability_interval (&model->model, &model->path, &interval);
  assert_near (interval.high - interval.low, 1, 0, "length", 0);
}

/* Level but for rounding is level: three tenths in two orders. */
static void
test_rounding_is_a_tie (void **state)
{
  g_autoptr (TestModel) model = test_model_new (2, 3);
  const double values[] = { 0.1, 0.2, 0.3, 0.3, 0.2, 0.1 };

  memcpy (model->values, values, sizeof values);
  for (size_t leader = 0; leader < 2; leader++)
    for (size_t j = 0; j < 3; j++) {
      SlStabilityInterval interval;

      test_model_raise_one (model, j);
      sl_stability_interval (&model->model, leader, &model->path, &interval);
      assert_true (interval.low <= interval.now && interval.now <= interval.high);
      if (j == 1)
        assert_near (interval.high - interval.low, 1, 1e-15, "length", leader);
      else if ((j == 0) == (leader == 0))
        assert_near (interval.high, interval.now, 1e-15, "high", j);
      else
        assert_near (interval.low, interval.now, 1e-15, "low", j);
    }
}

/* Two that cross the leader at one place: the one that is ahead beyond it takes over. */
static void
test_two_at_one_crossing (void **state)
{
  for (size_t steep = 1; steep <= 2; steep++) {
    g_autoptr (TestModel) model = test_model_new (3, 2);
    SlStabilityInterval interval;
    SlWinnerSegment segments[3];

    /* Scores at t of criterion 0: 1/2; and through 1/2 at t = 1/2 with slopes 1 and 2. */
    model->values[0] = model->values[1] = 0.5;
    for (size_t i = 1; i < 3; i++) {
      double slope = i == steep ? 2 : 1;

      model->values[i * 2] = 0.5 + slope / 2;
      model->values[i * 2 + 1] = 0.5 - slope / 2;
    }
    model->weights[0] = 0.25;
    model->weights[1] = 0.75;
    sl_stability_interval (&model->model, 0, &model->path, &interval);
    assert_near (interval.high, 0.5, 1e-15, "high", steep);
    assert_int_equal (interval.high_challenger, steep);
    assert_int_equal (sl_winners_along (&model->model, &model->path, segments), 2);
    assert_int_equal (segments[1].alternative, steep);
  }
}

/* In another order of alternatives and criteria it is the same. */
static void
test_permutation (void **state)
{
  for (guint32 seed = 0; seed < 40; seed++) {
    size_t n = 6;
    size_t m = 5;
    g_autoptr (TestModel) model = test_model_random (4 * seed, n, m);
    g_autoptr (TestModel) other = test_model_new (n, m);

    for (size_t j = 0; j < m; j++) {
      size_t to = (3 * j + seed) % m;

      other->weights[to] = model->weights[j];
      other->locked[to] = model->locked[j];
      for (size_t i = 0; i < n; i++)
        other->values[(5 * i + seed) % n * m + to] = model->values[i * m + j];
    }
    for (size_t j = 0; j < m; j++)
      for (size_t i = 0; i < n; i++) {
        SlStabilityInterval a, b;

        test_model_raise_one (model, j);
        test_model_raise_one (other, (3 * j + seed) % m);
        sl_stability_interval (&model->model, i, &model->path, &a);
        sl_stability_interval (&other->model, (5 * i + seed) % n, &other->path, &b);
        assert_int_equal (isnan (a.low), isnan (b.low));
        if (isnan (a.low))
          continue;
        assert_near (b.low, a.low, 1e-12, "low", j);
        assert_near (b.high, a.high, 1e-12, "high", j);
        if (a.low_challenger != SL_NOBODY)
          assert_int_equal (b.low_challenger, (5 * a.low_challenger + seed) % n);
      }
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_against_evaluation),
    cmocka_unit_test (test_order),
    cmocka_unit_test (test_with_minimums),
    cmocka_unit_test (test_minimum_that_all_reach),
    cmocka_unit_test (test_group_is_one_criterion),
    cmocka_unit_test (test_closed_form),
    cmocka_unit_test (test_group_without_weight),
    cmocka_unit_test (test_nothing_moves),
    cmocka_unit_test (test_alone_and_equal),
    cmocka_unit_test (test_tie_at_the_top),
    cmocka_unit_test (test_rounding_is_a_tie),
    cmocka_unit_test (test_two_at_one_crossing),
    cmocka_unit_test (test_permutation),
  };

  return TEST_RUN ("stability", tests, check_case, FALSE);
}
