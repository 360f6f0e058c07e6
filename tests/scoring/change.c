/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "linear-fixture.h"

#include <math.h>
#include <string.h>

#define LEVEL 1e-9

typedef gboolean (*Find) (const SlLinearModel *, size_t, double *, double *);

typedef enum {
  L1,
  LARGEST,
  EUCLIDEAN,
  N_NORMS
} Norm;

static const Find find[] = { sl_smallest_change, sl_smallest_change_max,
                             sl_smallest_change_euclidean };

static double
measure (const TestModel *model, const double *weights, Norm norm)
{
  double sum = 0;
  double squares = 0;
  double largest = 0;

  for (size_t j = 0; j < model->model.n_criteria; j++) {
    double change = fabs (weights[j] - model->weights[j]);

    sum += change;
    squares += change * change;
    largest = MAX (largest, change);
  }
  return norm == L1 ? sum : norm == LARGEST ? largest : sqrt (squares);
}

static void
check_case (void **state)
{
  JsonObject *object = *state;
  JsonObject *expected = json_object_get_object_member (object, "expected");
  double tolerance = json_object_get_double_member (object, "tolerance");
  const char *names[] = { "L1", "Linf", "L2" };
  g_autoptr (TestModel) model = test_model_from_case (object);
  size_t nearest;
  double weights[3], distance;

  for (unsigned norm = 0; norm < N_NORMS; norm++) {
    JsonArray *distances = json_object_get_array_member (expected, names[norm]);

    for (guint i = 0; i < 4; i++) {
      double wanted = json_array_get_null_element (distances, i)
                          ? 0
                          : json_array_get_double_element (distances, i);
      JsonArray *best = json_object_get_array_member (expected, "L2_weights");

      assert_true (find[norm](&model->model, i, weights, &distance));
      assert_near (distance, wanted, tolerance, names[norm], i);
      for (guint j = 0; norm == EUCLIDEAN && wanted > 0 && j < 3; j++)
        assert_near (weights[j],
                     json_array_get_double_element (json_array_get_array_element (best, i), j),
                     tolerance, "weight", j);
    }
  }
  assert_near (sl_robustness_radius (&model->model, 2, &nearest),
               json_object_get_double_member (expected, "robustness_radius_L1"), tolerance,
               "radius", 0);
  assert_int_equal (nearest, json_object_get_int_member (expected, "nearest_challenger"));
}

/* Searching for a smaller change that does it: on the straight ways between the answer and weights
 * by chance, also between those at which the challenger is first and today's. */
static void
search_nearer (const TestModel *model,
               size_t challenger,
               const double *answer,
               Norm norm,
               double distance,
               GRand *random)
{
  size_t m = model->model.n_criteria;
  g_autofree double *drawn = g_new (double, m);
  g_autofree double *weights = g_new (double, m);

  for (int draw = 0; draw < 300; draw++) {
    double share = pow (10, -g_rand_double_range (random, 0, 5));

    test_model_draw_weights (model, random, drawn);
    for (size_t j = 0; j < m; j++)
      weights[j] = answer[j] + share * (drawn[j] - answer[j]);
    if (test_model_get_lead (model, weights, challenger) >= 0 &&
        measure (model, weights, norm) < distance - LEVEL)
      fail_msg ("norm %u: %.12g does, found %.12g", norm, measure (model, weights, norm), distance);
  }
}

static void
check_challenger (const TestModel *model, size_t challenger, GRand *random, size_t *n_found)
{
  size_t m = model->model.n_criteria;
  g_autofree double *weights = g_new (double, m);
  double distances[N_NORMS];
  gboolean found[N_NORMS];

  for (unsigned norm = 0; norm < N_NORMS; norm++) {
    found[norm] = find[norm](&model->model, challenger, weights, &distances[norm]);
    assert_weights_allowed (model, weights);
    assert_int_equal (found[norm], !isinf (distances[norm]));
    if (!found[norm])
      continue;
    assert_near (measure (model, weights, (Norm) norm), distances[norm], 1e-12, "distance", norm);
    assert_true (test_model_get_lead (model, weights, challenger) >= -LEVEL);
    if (distances[norm] > 0)
      assert_near (test_model_get_lead (model, weights, challenger), 0, LEVEL, "lead", challenger);
    search_nearer (model, challenger, weights, (Norm) norm, distances[norm], random);
  }
  assert_true (found[L1] == found[LARGEST] && found[L1] == found[EUCLIDEAN]);
  if (!found[L1]) {
    assert_true (sl_best_margin (&model->model, challenger, NULL) < 1e-9);
    return;
  }
  (*n_found)++;
  assert_true (sl_best_margin (&model->model, challenger, NULL) > -1e-9);
  assert_true (distances[LARGEST] <= distances[EUCLIDEAN] + LEVEL);
  assert_true (distances[EUCLIDEAN] <= distances[L1] + LEVEL);
}

static void
test_random (void **state)
{
  size_t n_found = 0;
  size_t n_tried = 0;

  for (guint32 seed = 0; seed < 150; seed++) {
    g_autoptr (TestModel) model = test_model_random (seed, 2 + seed % 11, 2 + seed % 8);
    g_autoptr (GRand) random = g_rand_new_with_seed (seed);

    for (size_t i = 0; i < model->model.n_alternatives; i++)
      check_challenger (model, i, random, &n_found);
    n_tried += model->model.n_alternatives;
  }
  assert_in_range (n_found, n_tried / 4, n_tried - n_tried / 10);
}

/* Whoever comes nearest first takes the first place at the radius. */
static void
test_radius_is_the_least (void **state)
{
  for (guint32 seed = 0; seed < 60; seed++) {
    g_autoptr (TestModel) model = test_model_random (seed, 2 + seed % 9, 2 + seed % 7);
    size_t leader = test_model_get_first (model, model->weights);
    double least = INFINITY;
    double weights[8], distance;

    for (size_t i = 0; i < model->model.n_alternatives; i++)
      if (i != leader && sl_smallest_change (&model->model, i, weights, &distance))
        least = MIN (least, distance);
    if (isinf (least))
      assert_true (isinf (sl_robustness_radius (&model->model, leader, NULL)));
    else
      assert_near (sl_robustness_radius (&model->model, leader, NULL), least, LEVEL, "radius", 0);
  }
}

/* Of two, where no weight meets zero: along the difference less its mean. */
static void
test_closed_form (void **state)
{
  g_autoptr (TestModel) model = test_model_new (2, 4);
  const double values[] = { 0.6, 0.5, 0.4, 0.5, 0.5, 0.45, 0.5, 0.4 };
  double weights[4], distance;
  double mean = 0, squares = 0, gap = 0, low = INFINITY, high = -INFINITY;

  memcpy (model->values, values, sizeof values);
  for (size_t j = 0; j < 4; j++) {
    double d = values[4 + j] - values[j];

    mean += d / 4;
    gap -= d / 4;
    low = MIN (low, d);
    high = MAX (high, d);
  }
  for (size_t j = 0; j < 4; j++)
    squares += pow (values[4 + j] - values[j] - mean, 2);
  assert_true (sl_smallest_change_euclidean (&model->model, 1, weights, &distance));
  assert_near (distance, gap / sqrt (squares), 1e-14, "distance", 0);
  for (size_t j = 0; j < 4; j++)
    assert_near (weights[j], 0.25 + gap / squares * (values[4 + j] - values[j] - mean), 1e-14,
                 "weight", j);
  assert_true (sl_smallest_change (&model->model, 1, weights, &distance));
  assert_near (distance, 2 * gap / (high - low), 1e-10, "distance", 1);
}

static void
test_degenerate (void **state)
{
  g_autoptr (TestModel) alone = test_model_new (1, 3);
  g_autoptr (TestModel) equal = test_model_new (3, 3);
  g_autoptr (TestModel) pair = test_model_new (2, 2);

  for (unsigned norm = 0; norm < N_NORMS; norm++) {
    double weights[3], distance;

    assert_true (find[norm](&alone->model, 0, weights, &distance));
    assert_near (distance, 0, 0, "distance", norm);
    assert_true (find[norm](&equal->model, 1, weights, &distance));
    assert_near (distance, 0, 0, "distance", norm);
    assert_all_near (weights, equal->weights, 3, 0, "weight");

    /* Dominated; then level where all weight is on the first; then nothing may move. */
    pair->values[0] = pair->values[1] = 1;
    pair->values[2] = pair->values[3] = 0;
    assert_false (find[norm](&pair->model, 1, weights, &distance));
    assert_true (isinf (distance));
    pair->values[2] = 1;
    assert_true (find[norm](&pair->model, 1, weights, &distance));
    assert_near (weights[0], 1, 1e-9, "weight", norm);
    pair->locked[1] = TRUE;
    assert_false (find[norm](&pair->model, 1, weights, &distance));
    pair->locked[0] = TRUE;
    assert_false (find[norm](&pair->model, 1, weights, &distance));
    assert_true (find[norm](&pair->model, 0, weights, &distance));
    pair->locked[0] = pair->locked[1] = FALSE;

    /* From one end to the other. */
    pair->values[1] = 0;
    pair->values[2] = 0;
    pair->values[3] = 1;
    pair->weights[0] = 1;
    pair->weights[1] = 0;
    assert_true (find[norm](&pair->model, 1, weights, &distance));
    assert_near (weights[0], 0.5, LEVEL, "weight", norm);
    pair->weights[0] = pair->weights[1] = 0.5;
  }
}

/* Other units and other orders change nothing. */
static void
test_symmetry (void **state)
{
  for (guint32 seed = 0; seed < 40; seed++) {
    g_autoptr (TestModel) model = test_model_random (4 * seed, 6, 5);
    g_autoptr (TestModel) other = test_model_new (6, 5);
    double weights[5], distance, other_distance;

    for (size_t j = 0; j < 5; j++) {
      size_t to = (3 * j + seed) % 5;

      other->weights[to] = model->weights[j];
      other->locked[to] = model->locked[j];
      for (size_t i = 0; i < 6; i++)
        other->values[(5 * i + seed) % 6 * 5 + to] =
            pow (1000, seed % 5 - 2.0) * (model->values[i * 5 + j] + (double) j);
    }
    for (size_t i = 0; i < 6; i++)
      for (unsigned norm = 0; norm < N_NORMS; norm++) {
        gboolean found = find[norm](&model->model, i, weights, &distance);

        assert_int_equal (find[norm](&other->model, (5 * i + seed) % 6, weights, &other_distance),
                          found);
        if (found)
          assert_near (other_distance, distance, 1e-8, "distance", i);
      }
  }
}

static void
check_fewest (const TestModel *model, size_t challenger, const SlFewestChanges *changes)
{
  g_autofree double *weights = g_new (double, model->model.n_criteria);
  double moved = 0;
  double rest = 0;
  size_t n_rest = 0;

  memcpy (weights, model->weights, model->model.n_criteria * sizeof *weights);
  for (size_t j = 0; j < model->model.n_criteria; j++) {
    if (model->locked[j] || j == changes->criterion[0] ||
        (changes->n == 2 && j == changes->criterion[1]))
      continue;
    rest += model->weights[j];
    n_rest++;
  }
  for (size_t k = 0; k < changes->n; k++) {
    moved += changes->weight[k] - weights[changes->criterion[k]];
    weights[changes->criterion[k]] = changes->weight[k];
  }
  for (size_t j = 0; j < model->model.n_criteria; j++)
    if (!model->locked[j] && j != changes->criterion[0] &&
        !(changes->n == 2 && j == changes->criterion[1]))
      weights[j] =
          MAX (weights[j] - moved * (rest > 0 ? model->weights[j] / rest : 1 / (double) n_rest), 0);
  assert_weights_allowed (model, weights);
  assert_near (test_model_get_lead (model, weights, challenger), 0, LEVEL, "lead", challenger);
}

static void
test_fewest (void **state)
{
  size_t n_of[3] = { 0 };

  for (guint32 seed = 0; seed < 150; seed++) {
    g_autoptr (TestModel) model = test_model_random (seed, 2 + seed % 11, 2 + seed % 7);

    for (size_t i = 0; i < model->model.n_alternatives; i++) {
      SlFewestChanges changes;
      double weights[8], distance;
      gboolean possible = sl_smallest_change (&model->model, i, weights, &distance);

      sl_fewest_changes (&model->model, i, &changes);
      assert_true (possible || changes.n == 0);
      if (distance == 0) {
        assert_int_equal (changes.n, 0);
        continue;
      }
      n_of[changes.n]++;
      if (changes.n > 0)
        check_fewest (model, i, &changes);
    }
  }
  assert_true (n_of[0] > 20 && n_of[1] > 20 && n_of[2] > 20);
}

/* Where no point of a fine grid of two weights does, there is none. */
static void
test_fewest_against_grid (void **state)
{
  for (guint32 seed = 0; seed < 40; seed++) {
    g_autoptr (TestModel) model = test_model_random (4 * seed, 7, 3);

    memset (model->locked, 0, 3 * sizeof *model->locked);
    for (size_t i = 0; i < 7; i++) {
      SlFewestChanges changes;
      gboolean possible = FALSE;

      sl_fewest_changes (&model->model, i, &changes);
      for (int x = 0; x <= 60 && !possible; x++)
        for (int y = 0; x + y <= 60 && !possible; y++) {
          const double weights[] = { x / 60.0, y / 60.0, (60 - x - y) / 60.0 };

          possible = test_model_get_lead (model, weights, i) >= 0;
        }
      assert_true (!possible || changes.n > 0 ||
                   test_model_get_lead (model, model->weights, i) >= 0);
    }
  }
}

/* No single weight has a shorter way, and no two by chance. */
static void
check_nobody_is_shorter (const TestModel *model,
                         size_t challenger,
                         const SlFewestChanges *changes,
                         GRand *random)
{
  g_autoptr (TestModel) path = test_model_new (model->model.n_alternatives, 4);
  double moved[2] = { 0 };

  for (size_t k = 0; k < changes->n; k++)
    moved[k] = changes->weight[k] - model->weights[changes->criterion[k]];
  for (size_t j = 0; j < 4; j++) {
    double total;

    test_model_raise_one (path, j);
    total = sl_nearest_winning_total (&model->model, &path->path, challenger);
    if (!isnan (total) && !model->locked[j])
      assert_true (changes->n == 1 && fabs (total - model->weights[j]) >= fabs (moved[0]));
  }
  for (int draw = 0; changes->n == 2 && draw < 3000; draw++) {
    size_t a = (size_t) g_rand_int_range (random, 0, 4);
    size_t b = (a + (size_t) g_rand_int_range (random, 1, 4)) % 4;
    double x = g_rand_double (random);
    double y = g_rand_double (random) * (1 - x);
    double rest = 1 - model->weights[a] - model->weights[b];
    double weights[4];

    for (size_t j = 0; j < 4; j++)
      weights[j] = j == a ? x : j == b ? y : model->weights[j] * (1 - x - y) / rest;
    if (test_model_get_lead (model, weights, challenger) >= 0)
      assert_true (hypot (x - model->weights[a], y - model->weights[b]) >=
                   hypot (moved[0], moved[1]) - LEVEL);
  }
}

static void
test_fewest_is_shortest (void **state)
{
  size_t n_of[3] = { 0 };

  for (guint32 seed = 0; seed < 60; seed++) {
    g_autoptr (TestModel) model = test_model_random (12 * seed, 9, 4);
    g_autoptr (GRand) random = g_rand_new_with_seed (seed);

    for (size_t i = 0; i < 9; i++) {
      SlFewestChanges changes;

      sl_fewest_changes (&model->model, i, &changes);
      n_of[changes.n]++;
      if (changes.n > 0)
        check_nobody_is_shorter (model, i, &changes, random);
    }
  }
  assert_true (n_of[1] > 20 && n_of[2] > 20);
}

/* Two criteria give and two take alike: the way with the least single change shares it out. */
static void
test_of_several (void **state)
{
  g_autoptr (TestModel) model = test_model_new (2, 4);
  double weights[4], distance;

  for (size_t j = 0; j < 4; j++) {
    model->values[j < 2 ? 4 + j : j] = 1;
    model->weights[j] = j < 2 ? 0.2 : 0.3;
  }
  for (unsigned norm = 0; norm < N_NORMS; norm++) {
    const double distances[] = { 0.2, 0.05, 0.1 };

    assert_true (find[norm](&model->model, 1, weights, &distance));
    assert_near (distance, distances[norm], LEVEL, "distance", norm);
    for (size_t j = 0; j < 4; j++)
      assert_near (weights[j], 0.25, LEVEL, "weight", j);
  }
}

/* The same rivals twice, and a mixture of two that is never in the way by itself. */
static void
test_needless_rivals (void **state)
{
  for (guint32 seed = 0; seed < 40; seed++) {
    g_autoptr (TestModel) model = test_model_random (seed, 6, 4);
    g_autoptr (TestModel) more = test_model_new (12, 4);

    memcpy (more->weights, model->weights, 4 * sizeof (double));
    memcpy (more->locked, model->locked, 4 * sizeof (gboolean));
    for (size_t i = 0; i < 12; i++)
      for (size_t j = 0; j < 4; j++)
        more->values[i * 4 + j] =
            i < 11 ? model->values[i % 6 * 4 + j] : (model->values[j] + model->values[4 + j]) / 2;
    for (size_t i = 0; i < 6; i++)
      for (unsigned norm = 0; norm < N_NORMS; norm++) {
        double weights[4], distance, other;
        gboolean found = find[norm](&model->model, i, weights, &distance);

        assert_int_equal (find[norm](&more->model, i, weights, &other), found);
        if (found)
          assert_near (other, distance, LEVEL, "distance", i);
      }
  }
}

static gpointer
find_in_thread (gpointer data)
{
  const TestModel *model = data;
  double *distances = g_new (double, 8);
  double weights[6];

  for (int round = 0; round < 10; round++)
    for (size_t i = 0; i < 8; i++)
      sl_smallest_change (&model->model, i, weights, &distances[i]);
  return distances;
}

static void
test_threads (void **state)
{
  g_autoptr (TestModel) model = test_model_random (4, 8, 6);
  g_autofree double *here = find_in_thread (model);
  GThread *threads[4];

  for (size_t k = 0; k < 4; k++)
    threads[k] = g_thread_new (NULL, find_in_thread, model);
  for (size_t k = 0; k < 4; k++) {
    g_autofree double *there = g_thread_join (threads[k]);

    assert_memory_equal (there, here, 8 * sizeof (double));
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_random),
    cmocka_unit_test (test_radius_is_the_least),
    cmocka_unit_test (test_closed_form),
    cmocka_unit_test (test_degenerate),
    cmocka_unit_test (test_symmetry),
    cmocka_unit_test (test_fewest),
    cmocka_unit_test (test_fewest_against_grid),
    cmocka_unit_test (test_fewest_is_shortest),
    cmocka_unit_test (test_of_several),
    cmocka_unit_test (test_needless_rivals),
    cmocka_unit_test (test_threads),
  };

  return TEST_RUN ("change", tests, check_case, FALSE);
}
