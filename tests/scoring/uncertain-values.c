/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/uncertain-values.h"
#include "support.h"

#include <math.h>
#include <string.h>

#define N 3
#define M 2
#define ROWS 2

typedef struct {
  SlUncertainValues values;
  double low[ROWS * M];
  double mode[ROWS * M];
  double high[ROWS * M];
  unsigned first[N];
  unsigned second[N];
  double share[M];
  double shift[N * M];
  double correlation[M * M];
  unsigned family[ROWS];
} Case;

static const Case good = {
  .low = { 1, 2, 3, 4 },
  .mode = { 2, 2, 5, 5 },
  .high = { 3, 2, 6, 9 },
  .first = { 0, 1, 0 },
  .second = { 0, 0, 1 },
  .share = { 0.25, 1 },
  .shift = { 0, 0, 1, -1, 0, 3 },
  .correlation = { 1, -0.5, -0.5, 1 },
  .family = { 7, 7 },
};

static void
case_init (Case *new)
{
  *new = good;
  new->values = (SlUncertainValues) { ROWS,       new->low,    new->mode,        new->high,
                                      new->first, new->second, new->share,       new->shift,
                                      -INFINITY,  INFINITY,    new->correlation, new->family,
                                      0.5 };
}

static void
assert_fails (const Case *wrong, SlScoringError code, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (sl_uncertain_values_check (&wrong->values, N, M, &error))
    fail_msg ("no error with “%s”", text);
  if (!g_error_matches (error, SL_SCORING_ERROR, (int) code) || !strstr (error->message, text))
    fail_msg ("error %d “%s”, expected %d “%s”", error->code, error->message, (int) code, text);
}

static void
assert_passes (const SlUncertainValues *values, size_t n)
{
  g_autoptr (GError) error = NULL;

  if (!sl_uncertain_values_check (values, n, M, &error))
    fail_msg ("%s", error->message);
}

static void
test_good (void **state)
{
  SlUncertainValues plain = { .n_rows = ROWS,
                              .low = good.low,
                              .mode = good.mode,
                              .high = good.high,
                              .minimum = 0,
                              .maximum = 100,
                              .family_correlation = NAN };
  Case usual;

  case_init (&usual);
  assert_passes (&usual.values, N);
  assert_passes (&plain, ROWS);
}

static void
test_empty (void **state)
{
  Case wrong;

  case_init (&wrong);
  wrong.values.n_rows = 0;
  assert_fails (&wrong, SL_SCORING_ERROR_EMPTY, "row");
}

static void
test_cells (void **state)
{
  const double bad[] = { NAN, INFINITY, -INFINITY, 2e300 };
  Case wrong;

  for (size_t k = 0; k < G_N_ELEMENTS (bad); k++) {
    case_init (&wrong);
    wrong.low[1] = bad[k];
    assert_fails (&wrong, SL_SCORING_ERROR_NUMBER, "row 1, column 2");
    case_init (&wrong);
    wrong.mode[2] = bad[k];
    assert_fails (&wrong, SL_SCORING_ERROR_NUMBER, "row 2, column 1");
    case_init (&wrong);
    wrong.high[3] = bad[k];
    assert_fails (&wrong, SL_SCORING_ERROR_NUMBER, "row 2, column 2");
  }
  case_init (&wrong);
  wrong.low[2] = 5.5;
  assert_fails (&wrong, SL_SCORING_ERROR_SCALE, "row 2, column 1");
  case_init (&wrong);
  wrong.high[1] = 1.5;
  assert_fails (&wrong, SL_SCORING_ERROR_SCALE, "row 1, column 2");
}

static void
test_mixtures (void **state)
{
  const double bad[] = { NAN, -0.1, 1.1 };
  Case wrong;

  case_init (&wrong);
  wrong.first[2] = ROWS;
  assert_fails (&wrong, SL_SCORING_ERROR_OPTION, "alternative 3");
  case_init (&wrong);
  wrong.second[1] = ROWS;
  assert_fails (&wrong, SL_SCORING_ERROR_OPTION, "alternative 2");
  case_init (&wrong);
  wrong.values.first = NULL;
  assert_fails (&wrong, SL_SCORING_ERROR_OPTION, "found 2");
  case_init (&wrong);
  wrong.values.share = NULL;
  assert_fails (&wrong, SL_SCORING_ERROR_OPTION, "shares");
  for (size_t k = 0; k < G_N_ELEMENTS (bad); k++) {
    case_init (&wrong);
    wrong.share[1] = bad[k];
    assert_fails (&wrong, SL_SCORING_ERROR_OPTION, "column 2");
    wrong.values.second = NULL;
    assert_passes (&wrong.values, N);
  }
}

static void
test_shifts (void **state)
{
  Case wrong;

  case_init (&wrong);
  wrong.shift[3] = NAN;
  assert_fails (&wrong, SL_SCORING_ERROR_NUMBER, "row 2, column 2");
  case_init (&wrong);
  wrong.values.minimum = 1;
  wrong.values.maximum = 0;
  assert_fails (&wrong, SL_SCORING_ERROR_OPTION, "minimum");
  case_init (&wrong);
  wrong.values.minimum = NAN;
  assert_fails (&wrong, SL_SCORING_ERROR_OPTION, "minimum");
  case_init (&wrong);
  wrong.values.minimum = wrong.values.maximum;
  assert_fails (&wrong, SL_SCORING_ERROR_OPTION, "minimum");

  /* Each number is small enough, but not their sum; it may be cut to what is. */
  case_init (&wrong);
  wrong.high[0] = 9e299;
  wrong.shift[0] = 9e299;
  assert_fails (&wrong, SL_SCORING_ERROR_NUMBER, "row 1, column 1");
  wrong.values.maximum = 100;
  assert_passes (&wrong.values, N);
}

static void
test_correlations (void **state)
{
  const double bad[] = { NAN, -1.1, 1.1 };
  Case wrong;

  for (size_t k = 0; k < G_N_ELEMENTS (bad); k++) {
    case_init (&wrong);
    wrong.correlation[1] = wrong.correlation[2] = bad[k];
    assert_fails (&wrong, SL_SCORING_ERROR_OPTION, "columns 1 and 2");
    case_init (&wrong);
    wrong.values.family_correlation = bad[k];
    assert_fails (&wrong, SL_SCORING_ERROR_OPTION, "families");
  }
  case_init (&wrong);
  wrong.correlation[2] = 0.5;
  assert_fails (&wrong, SL_SCORING_ERROR_OPTION, "columns 1 and 2");
  case_init (&wrong);
  wrong.correlation[3] = 0.5;
  assert_fails (&wrong, SL_SCORING_ERROR_OPTION, "columns 2 and 2");
  case_init (&wrong);
  wrong.values.family_correlation = -0.1;
  assert_fails (&wrong, SL_SCORING_ERROR_OPTION, "families");
}

static void
test_apply (void **state)
{
  const double expected[] = { 2, 2, 0.25 * 5 + 0.75 * 2 + 1, 5 - 1, 0.25 * 2 + 0.75 * 5, 2 + 3 };
  const double bounded[] = { 2.5, 2.5, 3.75, 4, 4.25, 4.25 };
  double performances[N * M];
  Case usual;

  case_init (&usual);
  sl_uncertain_values_apply (&usual.values, usual.mode, N, M, performances);
  assert_all_near (performances, expected, N * M, 0, "performance");
  usual.values.minimum = 2.5;
  usual.values.maximum = 4.25;
  sl_uncertain_values_apply (&usual.values, usual.mode, N, M, performances);
  assert_all_near (performances, bounded, N * M, 0, "bounded");
}

/* One cell after the other, and all that follows from it, comes to the same as all at once. */
static void
test_apply_cell (void **state)
{
  double cells[ROWS * M];
  double expected[N * M];
  double performances[N * M];
  Case usual;

  case_init (&usual);
  memcpy (cells, usual.mode, sizeof cells);
  sl_uncertain_values_apply (&usual.values, cells, N, M, performances);
  for (size_t k = 0; k < ROWS * M; k++) {
    cells[k] += 0.5;
    sl_uncertain_values_apply (&usual.values, cells, N, M, expected);
    assert_true (memcmp (performances, expected, sizeof expected) != 0);
    sl_uncertain_values_apply_cell (&usual.values, cells, N, M, k, performances);
    assert_all_near (performances, expected, N * M, 0, "performance");
  }
}

static void
test_apply_without_mixtures (void **state)
{
  double performances[N * M];
  Case usual;

  case_init (&usual);
  usual.values.second = NULL;
  usual.values.shift = NULL;
  sl_uncertain_values_apply (&usual.values, usual.high, N, M, performances);
  assert_all_near (performances, (const double[]) { 3, 2, 6, 9, 3, 2 }, N * M, 0, "by first");
  usual.values.first = NULL;
  sl_uncertain_values_apply (&usual.values, usual.high, ROWS, M, performances);
  assert_all_near (performances, usual.high, ROWS * M, 0, "by row");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_good),
    cmocka_unit_test (test_empty),
    cmocka_unit_test (test_cells),
    cmocka_unit_test (test_mixtures),
    cmocka_unit_test (test_shifts),
    cmocka_unit_test (test_correlations),
    cmocka_unit_test (test_apply),
    cmocka_unit_test (test_apply_cell),
    cmocka_unit_test (test_apply_without_mixtures),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
