/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

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

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_ties_share_their_places),
    cmocka_unit_test (test_all_tied_is_equal),
    cmocka_unit_test (test_normalises),
    cmocka_unit_test (test_all_zero_is_equal),
    cmocka_unit_test (test_extreme_importances),
  };

  return TEST_RUN ("rank-weights", tests, check_case, FALSE);
}
