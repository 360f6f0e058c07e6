/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "linear-fixture.h"

#include <math.h>
#include <string.h>

static void
check_case (void **state)
{
  JsonObject *object = *state;
  g_autoptr (TestModel) model = test_model_from_case (object);
  JsonObject *expected = json_object_get_object_member (object, "expected");
  double mixture[3];
  double margin = sl_best_margin (&model->model, 2, mixture);

  assert_near (margin, json_object_get_double_member (expected, "max_margin"),
               json_object_get_double_member (object, "tolerance"), "margin", 0);
  assert_expected (object, "mixture_that_beats_it", mixture, 3);
}

static double
get_lead_over_mixture (const TestModel *model,
                       size_t challenger,
                       const double *mixture,
                       const double *weights)
{
  size_t m = model->model.n_criteria;
  double lead = 0;

  for (size_t j = 0; j < m; j++) {
    double mixed = 0;

    for (size_t i = 0; i < model->model.n_alternatives; i++)
      mixed += mixture[i] * model->values[i * m + j];
    lead += weights[j] * (model->values[challenger * m + j] - mixed);
  }
  return lead;
}

static void
check_mixture (const TestModel *model, size_t challenger, double margin, const double *mixture)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autofree double *weights = g_new (double, model->model.n_criteria);
  double sum = 0;

  for (size_t i = 0; i < model->model.n_alternatives; i++) {
    assert_true (mixture[i] >= 0);
    sum += mixture[i];
  }
  assert_near (sum, 1, 1e-12, "sum of the mixture", challenger);
  assert_near (mixture[challenger], 0, 0, "part of the mixture", challenger);
  for (int draw = 0; draw < 100; draw++) {
    test_model_draw_weights (model, random, weights);
    assert_true (get_lead_over_mixture (model, challenger, mixture, weights) <= margin + 1e-12);
  }
}

/* Nobody by chance leads by more; and a climb from the best of them comes near. */
static double
search_margin (const TestModel *model, size_t challenger)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (6);
  size_t m = model->model.n_criteria;
  g_autofree double *best = g_new (double, m);
  g_autofree double *drawn = g_new (double, m);
  double most = -INFINITY;

  memcpy (best, model->weights, m * sizeof *best);
  for (int draw = 0; draw < 6000; draw++) {
    double share = draw < 1000 ? 1 : pow (10, -g_rand_double_range (random, 0, 4));
    double lead;

    test_model_draw_weights (model, random, drawn);
    for (size_t j = 0; j < m; j++)
      drawn[j] = best[j] + share * (drawn[j] - best[j]);
    lead = test_model_get_lead (model, drawn, challenger);
    if (lead <= most)
      continue;
    most = lead;
    memcpy (best, drawn, m * sizeof *best);
  }
  return most;
}

static void
test_random (void **state)
{
  size_t n_never = 0;

  for (guint32 seed = 0; seed < 60; seed++) {
    size_t n = 2 + seed % 9;
    g_autoptr (TestModel) model = test_model_random (seed, n, 2 + seed % 4);
    g_autofree double *mixture = g_new (double, n);

    for (size_t i = 0; i < n; i++) {
      double margin = sl_best_margin (&model->model, i, mixture);
      double searched = search_margin (model, i);

      assert_true (searched <= margin + 1e-9);
      if (searched < margin - 0.03)
        fail_msg ("%g found, none above %g in a search", margin, searched);
      n_never += margin < 0;
      if (margin < 0)
        check_mixture (model, i, margin, mixture);
      for (size_t k = 0; margin >= 0 && k < n; k++)
        assert_near (mixture[k], 0, 0, "mixture", k);
    }
  }
  assert_true (n_never > 50);
}

static void
test_degenerate (void **state)
{
  g_autoptr (TestModel) alone = test_model_new (1, 3);
  g_autoptr (TestModel) model = test_model_random (8, 4, 3);
  g_autoptr (TestModel) equal = test_model_new (3, 2);
  double mixture[4];

  assert_true (isinf (sl_best_margin (&alone->model, 0, mixture)));
  assert_near (sl_best_margin (&equal->model, 0, mixture), 0, 0, "margin", 0);

  for (size_t j = 0; j < 3; j++)
    model->locked[j] = TRUE;
  for (size_t i = 0; i < 4; i++) {
    double margin = sl_best_margin (&model->model, i, mixture);

    assert_near (margin, test_model_get_lead (model, model->weights, i), 1e-14, "margin", i);
    if (margin < 0)
      assert_near (mixture[test_model_get_first (model, model->weights)], 1, 0, "mixture", i);
  }
  model->locked[1] = FALSE; /* all that is free has to stay as well */
  for (size_t i = 0; i < 4; i++)
    assert_near (sl_best_margin (&model->model, i, mixture),
                 test_model_get_lead (model, model->weights, i), 1e-12, "margin", i);

  equal->values[0] = 1; /* the others are level where it does not count */
  assert_near (sl_best_margin (&equal->model, 1, mixture), 0, 1e-12, "margin", 1);
  equal->values[1] = 1;
  assert_near (sl_best_margin (&equal->model, 1, mixture), -1, 1e-12, "margin", 1);
  assert_near (mixture[0], 1, 1e-12, "mixture", 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_random),
    cmocka_unit_test (test_degenerate),
  };

  return TEST_RUN ("margin", tests, check_case, FALSE);
}
