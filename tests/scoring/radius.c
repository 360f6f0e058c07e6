/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "linear-fixture.h"

#include <math.h>
#include <string.h>

static double
get_distance (const TestModel *model, const double *weights)
{
  double distance = 0;

  for (size_t j = 0; j < model->model.n_criteria; j++)
    distance += fabs (weights[j] - model->weights[j]);
  return distance;
}

/* No weights that are nearer take the first place away: tried along the straight way to many. */
static void
check_nobody_is_nearer (const TestModel *model, size_t leader, double radius, GRand *random)
{
  size_t m = model->model.n_criteria;
  g_autofree double *target = g_new (double, m);
  g_autofree double *weights = g_new (double, m);

  for (int draw = 0; draw < 400; draw++) {
    double distance, share;

    test_model_draw_weights (model, random, target);
    distance = get_distance (model, target);
    share = MIN (0.999 * radius / distance, 1);
    for (size_t j = 0; j < m; j++)
      weights[j] = model->weights[j] + share * (target[j] - model->weights[j]);
    if (test_model_get_lead (model, weights, leader) < -1e-12)
      fail_msg ("first place lost at %g, within the radius of %g", get_distance (model, weights),
                radius);
  }
}

/* The way to the boundary: all that is moved goes to the criterion where the challenger gains most,
 * one source after the other in the order of what they give. */
static void
move_to_boundary (const TestModel *model,
                  size_t leader,
                  size_t challenger,
                  double moved,
                  double *weights)
{
  size_t m = model->model.n_criteria;
  const double *a = model->values + leader * m;
  const double *b = model->values + challenger * m;
  size_t best = SL_NOBODY;

  memcpy (weights, model->weights, m * sizeof *weights);
  for (size_t j = 0; j < m; j++)
    if (!model->locked[j] && (best == SL_NOBODY || b[j] - a[j] > b[best] - a[best]))
      best = j;
  while (moved > 0) {
    size_t source = SL_NOBODY;
    double step;

    for (size_t j = 0; j < m; j++)
      if (!model->locked[j] && j != best && weights[j] > 0 &&
          (source == SL_NOBODY || b[j] - a[j] < b[source] - a[source]))
        source = j;
    assert_true (source != SL_NOBODY);
    step = MIN (moved, weights[source]);
    weights[source] = step < weights[source] ? weights[source] - step : 0;
    weights[best] += step;
    moved = step < moved ? moved - step : 0;
  }
}

static void
check_pair_is_level (const TestModel *model, size_t leader, size_t challenger, double radius)
{
  size_t m = model->model.n_criteria;
  g_autofree double *weights = g_new (double, m);
  double gap = 0;

  move_to_boundary (model, leader, challenger, radius / 2, weights);
  assert_weights_allowed (model, weights);
  for (size_t j = 0; j < m; j++)
    gap += weights[j] * (model->values[leader * m + j] - model->values[challenger * m + j]);
  assert_near (gap, 0, 1e-12, "gap at the radius", challenger);
  assert_near (test_model_get_lead (model, weights, leader), 0, 1e-12, "lead at the radius",
               leader);
}

static void
test_random (void **state)
{
  size_t n_found = 0;

  for (guint32 seed = 0; seed < 120; seed++) {
    g_autoptr (TestModel) model = test_model_random (seed, 2 + seed % 9, 2 + seed % 7);
    g_autoptr (GRand) random = g_rand_new_with_seed (seed);
    size_t leader = test_model_get_first (model, model->weights);
    size_t challenger;
    double radius = sl_robustness_radius (&model->model, leader, &challenger);

    assert_true (radius >= 0);
    check_nobody_is_nearer (model, leader, MIN (radius, 2), random);
    assert_int_equal (isinf (radius), challenger == SL_NOBODY);
    if (isinf (radius))
      continue;
    check_pair_is_level (model, leader, challenger, radius);
    n_found++;
  }
  assert_true (n_found > 60);
}

/* Two criteria: half of the way that the weight has to go. Values 1, 0 against 0, 1 at .7, .3 are
 * level at .5, .5. */
static void
test_closed_form (void **state)
{
  g_autoptr (TestModel) model = test_model_new (2, 2);
  size_t challenger;

  model->values[0] = model->values[3] = 1;
  model->weights[0] = 0.7;
  model->weights[1] = 0.3;
  assert_near (sl_robustness_radius (&model->model, 0, &challenger), 0.4, 1e-15, "radius", 0);
  assert_int_equal (challenger, 1);
}

/* It takes more than the smallest weight has. Weight goes to criterion 0, first all of 2, which
 * gives 3 a unit, then of 1, which gives 2: the gap of .5 is .3 + .2. */
static void
test_several_sources (void **state)
{
  g_autoptr (TestModel) model = test_model_new (2, 3);
  const double values[] = { 0, 1, 2, 1, 0, 0 };
  const double weights[] = { 0.1, 0.4, 0.1 };
  size_t challenger;

  memcpy (model->values, values, sizeof values);
  for (size_t j = 0; j < 3; j++)
    model->weights[j] = weights[j] / 0.6;
  assert_near (sl_robustness_radius (&model->model, 0, &challenger), 2 * 0.2 / 0.6, 1e-15, "radius",
               0);
  model->locked[1] = TRUE;
  assert_true (isinf (sl_robustness_radius (&model->model, 0, &challenger)));
  assert_true (challenger == SL_NOBODY);
}

static void
test_degenerate (void **state)
{
  g_autoptr (TestModel) alone = test_model_new (1, 3);
  g_autoptr (TestModel) equal = test_model_new (4, 3);
  g_autoptr (TestModel) dominated = test_model_new (2, 2);
  size_t challenger;

  assert_true (isinf (sl_robustness_radius (&alone->model, 0, &challenger)));
  assert_true (challenger == SL_NOBODY);

  assert_near (sl_robustness_radius (&equal->model, 2, &challenger), 0, 0, "radius", 0);
  assert_int_equal (challenger, 0);
  equal->values[3 * 3] = 1; /* ahead */
  assert_near (sl_robustness_radius (&equal->model, 2, &challenger), 0, 0, "radius", 0);
  assert_int_equal (challenger, 3);

  dominated->values[0] = dominated->values[1] = 1;
  assert_true (isinf (sl_robustness_radius (&dominated->model, 0, &challenger)));
  assert_true (challenger == SL_NOBODY);
  dominated->values[2] = 1; /* level where all weight is on the first */
  assert_near (sl_robustness_radius (&dominated->model, 0, &challenger), 1, 1e-15, "radius", 0);
  dominated->locked[1] = TRUE;
  assert_true (isinf (sl_robustness_radius (&dominated->model, 0, NULL)));
  dominated->model.locked = NULL;
  assert_near (sl_robustness_radius (&dominated->model, 0, NULL), 1, 1e-15, "radius", 0);
}

static void
test_value_needed (void **state)
{
  for (guint32 seed = 0; seed < 30; seed++) {
    g_autoptr (TestModel) model = test_model_random (seed, 2, 5);
    size_t leader = test_model_get_first (model, model->weights);

    for (size_t j = 0; j < 5; j++) {
      double needed = sl_value_needed (&model->model, leader, 1 - leader, j);
      double *value = model->values + (1 - leader) * 5 + j;
      double old = *value;

      assert_int_equal (isnan (needed), model->weights[j] == 0);
      if (isnan (needed))
        continue;
      *value = needed;
      assert_near (test_model_get_lead (model, model->weights, leader), 0, 1e-14, "lead", j);
      *value = old;
    }
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_random),          cmocka_unit_test (test_closed_form),
    cmocka_unit_test (test_several_sources), cmocka_unit_test (test_degenerate),
    cmocka_unit_test (test_value_needed),
  };

  return cmocka_run_group_tests_name ("radius", tests, NULL, NULL);
}
