/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <math.h>
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
  const double importance[] = { 3, 0, 1 };
  const double expected[] = { 0.75, 0, 0.25 };
  double weights[] = { 3, 0, 1 };

  assert_true (sl_weights_normalise (weights, 3, weights));
  assert_all_near (weights, expected, 3, 0, "weight");
  assert_true (sl_weights_direct (importance, NULL, 3, weights, NULL));
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

static void
test_locks (void **state)
{
  const double importance[] = { 5, 6, 2, 9 };
  const double locked[] = { NAN, NAN, NAN, 0.2 };
  const double two[] = { NAN, 0.3, NAN, 0.2 };
  const double expected[] = { 0.8 * 5 / 13, 0.8 * 6 / 13, 0.8 * 2 / 13, 0.2 };
  const double expected_two[] = { 0.5 * 5 / 7, 0.3, 0.5 * 2 / 7, 0.2 };
  double weights[4];

  assert_true (sl_weights_direct (importance, locked, 4, weights, NULL));
  assert_all_near (weights, expected, 4, 1e-15, "weight");
  assert_true (sl_weights_direct (importance, two, 4, weights, NULL));
  assert_all_near (weights, expected_two, 4, 1e-15, "weight");
}

static void
test_locks_at_their_limits (void **state)
{
  const double importance[] = { 0, 0, 4 };
  const double locked[] = { NAN, NAN, 0.6 };
  const double everything[] = { NAN, NAN, 1 };
  const double all[] = { 0.3, 0.2, 0.5 };
  const double equal[] = { 0.2, 0.2, 0.6 };
  const double nothing[] = { 0, 0, 1 };
  double weights[3];

  assert_true (sl_weights_direct (importance, locked, 3, weights, NULL));
  assert_all_near (weights, equal, 3, 1e-15, "weight");
  assert_true (sl_weights_direct (importance, everything, 3, weights, NULL));
  assert_all_near (weights, nothing, 3, 0, "weight");
  assert_true (sl_weights_direct (importance, all, 3, weights, NULL));
  assert_all_near (weights, all, 3, 0, "weight");
}

static void
assert_fails (const double *importance, const double *locked, const char *text)
{
  g_autoptr (GError) error = NULL;
  double weights[2];

  assert_false (sl_weights_direct (importance, locked, 2, weights, &error));
  assert_true (g_error_matches (error, SL_SCORING_ERROR, SL_SCORING_ERROR_WEIGHT));
  if (!strstr (error->message, text))
    fail_msg ("“%s” does not hold “%s”", error->message, text);
}

static void
test_refuses (void **state)
{
  const double good[] = { 1, 1 };
  g_autoptr (GError) error = NULL;

  assert_fails ((double[]) { 1, -1 }, NULL, "column 2");
  assert_fails ((double[]) { NAN, 1 }, NULL, "column 1");
  assert_fails ((double[]) { 1, INFINITY }, NULL, "column 2");
  assert_fails (good, (double[]) { NAN, 1.1 }, "column 2");
  assert_fails (good, (double[]) { -0.1, NAN }, "column 1");
  assert_fails (good, (double[]) { 0.6, 0.5 }, "1.1");
  assert_fails (good, (double[]) { 0.4, 0.5 }, "0.9");
  assert_false (sl_weights_direct (good, NULL, 0, NULL, &error));
  assert_true (g_error_matches (error, SL_SCORING_ERROR, SL_SCORING_ERROR_EMPTY));
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
    cmocka_unit_test (test_locks),
    cmocka_unit_test (test_locks_at_their_limits),
    cmocka_unit_test (test_refuses),
  };

  return TEST_RUN ("rank-weights", tests, check_case, FALSE);
}
