/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <math.h>
#include <string.h>

typedef struct {
  SlValueFunction function;
  double *x;
  double *y;
} Points;

static Points
read_points (JsonObject *object)
{
  Points points = { 0 };
  size_t n;

  points.x = test_read_numbers (object, "x", &points.function.n);
  points.y = test_read_numbers (object, "y", &n);
  assert_int_equal (n, points.function.n);
  points.function.x = points.x;
  points.function.y = points.y;
  return points;
}

static void
clear_points (Points *points)
{
  g_free (points->x);
  g_free (points->y);
}

static void
check_values (JsonObject *object)
{
  Points points = read_points (json_object_get_object_member (object, "points"));
  size_t n;
  g_autofree double *x = test_read_numbers (object, "x", &n);

  for (size_t i = 0; i < n; i++)
    x[i] = sl_value_function_evaluate (&points.function, x[i]);
  assert_expected (object, "values", x, n);
  clear_points (&points);
}

/* A whole decision: value functions, weights, contributions, scores, ranks. */
static void
check_decision (JsonObject *object)
{
  JsonArray *functions = json_object_get_array_member (object, "functions");
  JsonObject *expected = json_object_get_object_member (object, "expected");
  g_autoptr (TestProblem) problem = test_problem_from_case (object);
  size_t n = problem->problem.n_alternatives;
  size_t m = problem->problem.n_criteria;
  g_autofree double *contributions = g_new (double, n *m);
  g_autofree double *scores = g_new (double, n);
  g_autofree unsigned *ranks = g_new (unsigned, n);

  for (size_t j = 0; j < m; j++) {
    Points points = read_points (json_array_get_object_element (functions, (guint) j));

    for (size_t i = 0; i < n; i++)
      problem->performances[i * m + j] =
          sl_value_function_evaluate (&points.function, problem->performances[i * m + j]);
    clear_points (&points);
  }
  sl_additive_evaluate (problem->performances, problem->weights, n, m, scores, contributions);
  sl_ranks_competition (scores, NULL, n, 1e-9, ranks);
  assert_expected (object, "scores", scores, n);
  assert_expected_ranks (object, "ranks", ranks);

  if (!json_object_has_member (expected, "weighted_values"))
    return;
  for (size_t i = 0; i < n; i++) {
    JsonArray *rows = json_object_get_array_member (expected, "weighted_values");
    JsonArray *row = json_array_get_array_element (rows, (guint) i);

    for (size_t j = 0; j < m; j++)
      assert_near (contributions[i * m + j], json_array_get_double_element (row, (guint) j), 1e-9,
                   "contribution", i * m + j);
  }
}

static void
check_case (void **state)
{
  if (json_object_has_member (*state, "functions"))
    check_decision (*state);
  else
    check_values (*state);
}

static void
test_clips (void **state)
{
  const double x[] = { 10, 20, 40 };
  const double y[] = { 100, 30, 0 };
  SlValueFunction function = { 3, x, y, FALSE };

  assert_near (sl_value_function_evaluate (&function, -INFINITY), 100, 0, "value", 0);
  assert_near (sl_value_function_evaluate (&function, 9.9), 100, 0, "value", 1);
  assert_near (sl_value_function_evaluate (&function, 40.1), 0, 0, "value", 2);
  assert_near (sl_value_function_evaluate (&function, INFINITY), 0, 0, "value", 3);
  assert_true (isnan (sl_value_function_evaluate (&function, NAN)));
}

static void
test_single_point (void **state)
{
  const double x = 5;
  const double y = 70;
  SlValueFunction function = { 1, &x, &y, TRUE };

  for (int k = -10; k <= 10; k += 5)
    assert_near (sl_value_function_evaluate (&function, k), 70, 0, "value", 0);
}

/* Equal steps of a logarithmic axis are equal ratios. */
static void
test_logarithmic (void **state)
{
  const double x[] = { 1, 100, 1000 };
  const double y[] = { 0, 50, 100 };
  SlValueFunction function = { 3, x, y, TRUE };

  assert_near (sl_value_function_evaluate (&function, 10), 25, 1e-12, "value", 0);
  assert_near (sl_value_function_evaluate (&function, 1), 0, 0, "value", 1);
  assert_near (sl_value_function_evaluate (&function, 100), 50, 0, "value", 2);
  assert_near (sl_value_function_evaluate (&function, sqrt (1e5)), 75, 1e-12, "value", 3);
  assert_near (sl_value_function_evaluate (&function, 0), 0, 0, "value", 4);
  assert_near (sl_value_function_evaluate (&function, -3), 0, 0, "value", 5);
}

/* The number before the last point is as far from the first as the last one, rounded; and 13.2 +
 * (53.1 - 13.2) is more than 53.1, rounded. */
static void
test_stays_between_points (void **state)
{
  const double x[] = { -1000, 0.3 };
  const double y[] = { 13.2, 53.1 };
  SlValueFunction function = { 2, x, y, FALSE };

  assert_true (sl_value_function_evaluate (&function, nextafter (0.3, 0)) <= 53.1);
}

static void
test_finds_every_segment (void **state)
{
  const double x[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8 };
  const double y[] = { 0, 5, 3, 8, 2, 9, 1, 7, 4 };
  SlValueFunction function = { 9, x, y, FALSE };

  for (int k = 0; k < 8; k++)
    for (int quarter = 0; quarter < 4; quarter++)
      assert_near (sl_value_function_evaluate (&function, k + quarter / 4.0),
                   y[k] + (y[k + 1] - y[k]) * quarter / 4.0, 1e-12, "value",
                   (size_t) (4 * k + quarter));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_clips),
    cmocka_unit_test (test_single_point),
    cmocka_unit_test (test_logarithmic),
    cmocka_unit_test (test_stays_between_points),
    cmocka_unit_test (test_finds_every_segment),
  };

  return TEST_RUN ("value-function", tests, check_case, FALSE);
}
