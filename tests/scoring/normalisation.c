/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <math.h>
#include <string.h>

static void
assert_column (const TestProblem *problem,
               SlNormalisation normalisation,
               const double *expected,
               size_t n)
{
  g_autofree double *values = g_new (double, n);
  g_autoptr (GError) error = NULL;

  if (!sl_normalise (&problem->problem, normalisation, values, &error))
    fail_msg ("%s", error->message);
  assert_all_near (values, expected, n, 2e-14, sl_normalisation_get_id (normalisation));
}

static TestProblem *
column_new (const double *data, size_t n, SlDirection direction)
{
  TestProblem *new = test_problem_new (n, 1);

  memcpy (new->performances, data, n * sizeof *data);
  new->scales[0].direction = direction;
  return new;
}

/* By hand: the sum is 7, the squares are 16, 9 and 0. */
static void
test_benefit (void **state)
{
  const double data[] = { 4, 3, 0 };
  g_autoptr (TestProblem) column = column_new (data, 3, SL_DIRECTION_MAX);

  assert_column (column, SL_NORMALISATION_FIXED, (double[]) { 100, 75, 0 }, 3);
  assert_column (column, SL_NORMALISATION_MINMAX, (double[]) { 1, 0.75, 0 }, 3);
  assert_column (column, SL_NORMALISATION_RATIO, (double[]) { 1, 0.75, 0 }, 3);
  assert_column (column, SL_NORMALISATION_MAX, (double[]) { 1, 0.75, 0 }, 3);
  assert_column (column, SL_NORMALISATION_SUM, (double[]) { 4 / 7.0, 3 / 7.0, 0 }, 3);
  assert_column (column, SL_NORMALISATION_VECTOR, (double[]) { 0.8, 0.6, 0 }, 3);
  assert_column (column, SL_NORMALISATION_NONE, (double[]) { 4, 3, 0 }, 3);
}

static void
test_cost (void **state)
{
  const double data[] = { 4, 2, 1 };
  const double norm = sqrt (21);
  g_autoptr (TestProblem) column = column_new (data, 3, SL_DIRECTION_MIN);

  assert_column (column, SL_NORMALISATION_FIXED, (double[]) { 0, 200 / 3.0, 100 }, 3);
  assert_column (column, SL_NORMALISATION_MINMAX, (double[]) { 0, 2 / 3.0, 1 }, 3);
  assert_column (column, SL_NORMALISATION_RATIO, (double[]) { 0.25, 0.5, 1 }, 3);
  assert_column (column, SL_NORMALISATION_MAX, (double[]) { 0, 0.5, 0.75 }, 3);
  assert_column (column, SL_NORMALISATION_SUM, (double[]) { 1 / 7.0, 2 / 7.0, 4 / 7.0 }, 3);
  assert_column (column, SL_NORMALISATION_VECTOR,
                 (double[]) { 1 - 4 / norm, 1 - 2 / norm, 1 - 1 / norm }, 3);
  assert_column (column, SL_NORMALISATION_NONE, (double[]) { -4, -2, -1 }, 3);
}

static void
test_constant (void **state)
{
  const double data[] = { 5, 5, 5, 5 };
  g_autoptr (TestProblem) benefit = column_new (data, 4, SL_DIRECTION_MAX);
  g_autoptr (TestProblem) cost = column_new (data, 4, SL_DIRECTION_MIN);
  const double one[] = { 1, 1, 1, 1 };
  const double hundred[] = { 100, 100, 100, 100 };
  const double quarter[] = { 0.25, 0.25, 0.25, 0.25 };
  const double half[] = { 0.5, 0.5, 0.5, 0.5 };
  const double zero[] = { 0, 0, 0, 0 };

  assert_column (benefit, SL_NORMALISATION_FIXED, hundred, 4);
  assert_column (benefit, SL_NORMALISATION_MINMAX, one, 4);
  assert_column (benefit, SL_NORMALISATION_RATIO, one, 4);
  assert_column (benefit, SL_NORMALISATION_MAX, one, 4);
  assert_column (benefit, SL_NORMALISATION_SUM, quarter, 4);
  assert_column (benefit, SL_NORMALISATION_VECTOR, half, 4);
  assert_column (cost, SL_NORMALISATION_FIXED, hundred, 4);
  assert_column (cost, SL_NORMALISATION_MINMAX, one, 4);
  assert_column (cost, SL_NORMALISATION_RATIO, one, 4);
  assert_column (cost, SL_NORMALISATION_MAX, zero, 4);
  assert_column (cost, SL_NORMALISATION_SUM, quarter, 4);
  assert_column (cost, SL_NORMALISATION_VECTOR, half, 4);
}

/* Zeros are a constant like any other: the same result as above. */
static void
test_zeros (void **state)
{
  const double zeros[] = { 0, 0, 0, 0 };
  const double fives[] = { 5, 5, 5, 5 };

  for (unsigned direction = 0; direction <= SL_DIRECTION_MIN; direction++)
    for (unsigned k = 0; k < SL_NORMALISATION_NONE; k++) {
      g_autoptr (TestProblem) zero = column_new (zeros, 4, (SlDirection) direction);
      g_autoptr (TestProblem) five = column_new (fives, 4, (SlDirection) direction);
      double expected[4];

      assert_true (sl_normalise (&five->problem, (SlNormalisation) k, expected, NULL));
      assert_column (zero, (SlNormalisation) k, expected, 4);
    }
}

static void
test_ends_clip (void **state)
{
  const double data[] = { -5, 0, 5, 20, 25 };
  g_autoptr (TestProblem) column = column_new (data, 5, SL_DIRECTION_MAX);

  column->scales[0].worst = 0;
  column->scales[0].best = 20;
  assert_column (column, SL_NORMALISATION_FIXED, (double[]) { 0, 0, 25, 100, 100 }, 5);
  column->scales[0].worst = 20;
  column->scales[0].best = 0;
  assert_column (column, SL_NORMALISATION_FIXED, (double[]) { 100, 100, 75, 0, 0 }, 5);
  column->scales[0].direction = SL_DIRECTION_MIN;
  assert_column (column, SL_NORMALISATION_FIXED, (double[]) { 100, 100, 75, 0, 0 }, 5);
}

/* The ends say what is better, to every normalisation. */
static void
test_ends_decide_the_direction (void **state)
{
  const double data[] = { 1, 2, 4 };
  g_autoptr (TestProblem) column = column_new (data, 3, SL_DIRECTION_MAX);

  column->scales[0].worst = 10;
  column->scales[0].best = 0;
  assert_int_equal (sl_scale_get_direction (&column->scales[0]), SL_DIRECTION_MIN);
  assert_column (column, SL_NORMALISATION_RATIO, (double[]) { 1, 0.5, 0.25 }, 3);
}

static void
test_one_end (void **state)
{
  const double data[] = { 10, 20, 30 };
  g_autoptr (TestProblem) column = column_new (data, 3, SL_DIRECTION_MAX);
  SlScale *scale = &column->scales[0];

  scale->worst = 0;
  assert_column (column, SL_NORMALISATION_FIXED, (double[]) { 100 / 3.0, 200 / 3.0, 100 }, 3);
  scale->worst = 40;
  assert_column (column, SL_NORMALISATION_FIXED, (double[]) { 0, 0, 0 }, 3);
  scale->worst = NAN;
  scale->best = 50;
  assert_column (column, SL_NORMALISATION_FIXED, (double[]) { 0, 25, 50 }, 3);
  scale->best = 10;
  assert_column (column, SL_NORMALISATION_FIXED, (double[]) { 100, 100, 100 }, 3);
  scale->direction = SL_DIRECTION_MIN;
  assert_column (column, SL_NORMALISATION_FIXED, (double[]) { 100, 50, 0 }, 3);
  scale->best = 0;
  assert_column (column, SL_NORMALISATION_FIXED, (double[]) { 200 / 3.0, 100 / 3.0, 0 }, 3);
}

/* The squares leave the range of the type, the norm does not. */
static void
test_extreme_norms (void **state)
{
  for (int exponent = -300; exponent <= 300; exponent += 600) {
    const double data[] = { 0.3 * pow (10, exponent), 0.4 * pow (10, exponent) };
    g_autoptr (TestProblem) column = column_new (data, 2, SL_DIRECTION_MAX);

    assert_column (column, SL_NORMALISATION_VECTOR, (double[]) { 0.6, 0.8 }, 2);
  }
}

static void
test_refuses_what_formulas_do_not_cover (void **state)
{
  const struct {
    SlNormalisation normalisation;
    SlDirection direction;
    double bad;
  } cases[] = {
    { SL_NORMALISATION_RATIO, SL_DIRECTION_MAX, -1 },
    { SL_NORMALISATION_RATIO, SL_DIRECTION_MIN, 0 },
    { SL_NORMALISATION_MAX, SL_DIRECTION_MAX, -1 },
    { SL_NORMALISATION_MAX, SL_DIRECTION_MIN, -1 },
    { SL_NORMALISATION_SUM, SL_DIRECTION_MAX, -1 },
    { SL_NORMALISATION_SUM, SL_DIRECTION_MIN, 0 },
    { SL_NORMALISATION_SUM, SL_DIRECTION_MIN, -1 },
  };

  for (size_t k = 0; k < G_N_ELEMENTS (cases); k++) {
    g_autoptr (TestProblem) column =
        column_new ((double[]) { 3, cases[k].bad, 2 }, 3, cases[k].direction);
    g_autoptr (GError) error = NULL;
    double values[3];

    assert_false (sl_normalise (&column->problem, cases[k].normalisation, values, &error));
    assert_true (g_error_matches (error, SL_SCORING_ERROR, SL_SCORING_ERROR_NUMBER));
    assert_non_null (strstr (error->message, "row 2, column 1"));
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_benefit),
    cmocka_unit_test (test_cost),
    cmocka_unit_test (test_constant),
    cmocka_unit_test (test_zeros),
    cmocka_unit_test (test_ends_clip),
    cmocka_unit_test (test_ends_decide_the_direction),
    cmocka_unit_test (test_one_end),
    cmocka_unit_test (test_extreme_norms),
    cmocka_unit_test (test_refuses_what_formulas_do_not_cover),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
