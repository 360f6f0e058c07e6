/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "linear-fixture.h"

#include <math.h>
#include <string.h>

TestModel *
test_model_new (size_t n, size_t m)
{
  TestModel *new = g_new0 (TestModel, 1);

  new->values = g_new0 (double, n *m);
  new->weights = g_new (double, m);
  new->locked = g_new0 (gboolean, m);
  new->raised = g_new (gboolean, m);
  new->lowered = g_new (gboolean, m);
  for (size_t j = 0; j < m; j++)
    new->weights[j] = 1 / (double) m;
  new->model = (SlLinearModel) { n, m, new->values, new->weights, new->locked };
  new->path = (SlWeightPath) { new->raised, new->lowered };
  test_model_raise_one (new, 0);
  return new;
}

void
test_model_free (TestModel *model)
{
  g_free (model->values);
  g_free (model->weights);
  g_free (model->locked);
  g_free (model->raised);
  g_free (model->lowered);
  g_free (model);
}

TestModel *
test_model_from_problem (const TestProblem *problem, SlMethod method)
{
  TestModel *new = test_model_new (problem->problem.n_alternatives, problem->problem.n_criteria);
  SlMethodOptions options = problem->options;
  g_autoptr (GError) error = NULL;

  options.method = method;
  if (!sl_linear_values (&problem->problem, &options, new->values, &error))
    fail_msg ("%s", error->message);
  sl_weights_normalise (problem->weights, new->model.n_criteria, new->weights);
  return new;
}

TestModel *
test_model_from_case (JsonObject *object)
{
  g_autoptr (TestProblem) problem = test_problem_from_case (object);
  TestModel *new = test_model_new (problem->problem.n_alternatives, problem->problem.n_criteria);

  memcpy (new->values, problem->performances,
          new->model.n_alternatives *new->model.n_criteria * sizeof (double));
  memcpy (new->weights, problem->weights, new->model.n_criteria * sizeof (double));
  return new;
}

TestModel *
test_model_random (guint32 seed, size_t n, size_t m)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  TestModel *new = test_model_new (n, m);

  for (size_t i = 0; i < n * m; i++) {
    new->values[i] = g_rand_double (random);
    if (seed % 4 == 1)
      new->values[i] = floor (5 * new->values[i]) / 4;
  }
  for (size_t j = 0; j < m; j++) {
    new->weights[j] = g_rand_double_range (random, 0.05, 1);
    if (seed % 4 == 2 && g_rand_int_range (random, 0, 3) == 0 && j > 0)
      new->weights[j] = 0;
    new->locked[j] = seed % 3 == 2 && g_rand_int_range (random, 0, 3) == 0;
  }
  sl_weights_normalise (new->weights, m, new->weights);
  return new;
}

void
test_model_raise_one (TestModel *model, size_t criterion)
{
  for (size_t j = 0; j < model->model.n_criteria; j++) {
    model->raised[j] = j == criterion;
    model->lowered[j] = j != criterion;
  }
}

void
test_model_raise_random (TestModel *model, GRand *random)
{
  for (size_t j = 0; j < model->model.n_criteria; j++) {
    gint32 side = g_rand_int_range (random, 0, 5);

    model->raised[j] = side < 2;
    model->lowered[j] = side == 2 || side == 3;
  }
}

typedef struct {
  size_t n;
  double sum;
} Side;

static Side
get_side (const TestModel *model, const gboolean *members)
{
  Side side = { 0, 0 };

  for (size_t j = 0; j < model->model.n_criteria; j++) {
    side.n += members[j] && !model->locked[j];
    side.sum += members[j] && !model->locked[j] ? model->weights[j] : 0;
  }
  return side;
}

void
test_model_get_ends (const TestModel *model, double *now, double *end)
{
  Side raised = get_side (model, model->raised);
  Side lowered = get_side (model, model->lowered);

  *now = raised.sum;
  *end = raised.sum + lowered.sum;
}

static void
share_out (const TestModel *model, const gboolean *members, double total, double *weights)
{
  Side side = get_side (model, members);

  for (size_t j = 0; j < model->model.n_criteria; j++)
    if (members[j] && !model->locked[j])
      weights[j] = side.sum > 0 ? total * model->weights[j] / side.sum : total / (double) side.n;
}

void
test_model_get_weights (const TestModel *model, double total, double *weights)
{
  double now, end;

  test_model_get_ends (model, &now, &end);
  memcpy (weights, model->weights, model->model.n_criteria * sizeof *weights);
  share_out (model, model->raised, total, weights);
  share_out (model, model->lowered, MAX (end - total, 0), weights);
}

static double
get_score (const TestModel *model, const double *weights, size_t alternative)
{
  double score = 0;

  for (size_t j = 0; j < model->model.n_criteria; j++)
    score += weights[j] * model->values[alternative * model->model.n_criteria + j];
  return score;
}

double
test_model_get_lead (const TestModel *model, const double *weights, size_t alternative)
{
  double best = -INFINITY;

  for (size_t i = 0; i < model->model.n_alternatives; i++)
    if (i != alternative)
      best = MAX (best, get_score (model, weights, i));
  return get_score (model, weights, alternative) - best;
}

size_t
test_model_get_first (const TestModel *model, const double *weights)
{
  size_t first = 0;

  for (size_t i = 1; i < model->model.n_alternatives; i++)
    if (get_score (model, weights, i) > get_score (model, weights, first))
      first = i;
  return first;
}

/* Half of the time few weights are above zero: answers lie in corners. */
void
test_model_draw_weights (const TestModel *model, GRand *random, double *weights)
{
  gboolean corner = g_rand_boolean (random);
  double free_total = 0;
  double sum = 0;

  for (size_t j = 0; j < model->model.n_criteria; j++) {
    weights[j] = model->weights[j];
    if (model->locked[j])
      continue;
    free_total += model->weights[j];
    weights[j] = -log (1 - g_rand_double (random)) + 1e-9;
    if (corner && g_rand_int_range (random, 0, 3) > 0)
      weights[j] = 1e-9;
    sum += weights[j];
  }
  for (size_t j = 0; j < model->model.n_criteria; j++)
    if (!model->locked[j])
      weights[j] *= free_total / sum;
}

void
assert_weights_allowed (const TestModel *model, const double *weights)
{
  double sum = 0;

  for (size_t j = 0; j < model->model.n_criteria; j++) {
    if (!(weights[j] >= 0))
      fail_msg ("weight %zu: %g, expected none below zero", j, weights[j]);
    if (model->locked[j])
      assert_near (weights[j], model->weights[j], 0, "locked weight", j);
    sum += weights[j];
  }
  assert_near (sum, 1, 1e-12, "sum of weights", 0);
}
