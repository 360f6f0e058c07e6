/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <math.h>

/* The figures of data/small are powers of two times powers of ten, so that every value can be
 * derived by hand; L is the decimal logarithm of 2. */

#define L 0.301029995663981195213738894724493027
#define EPSILON 1e-12

static SlCatalogue *catalogue;

static int
set_up (void **state)
{
  catalogue = fixture_load (FIXTURE_SMALL);
  return 0;
}

static int
tear_down (void **state)
{
  sl_catalogue_unref (catalogue);
  return 0;
}

static void
expect_cell (const SlCell *cell, SlBasis basis, double low, double mode, double high)
{
  assert_int_equal (cell->basis, basis);
  assert_float_equal (cell->mode, mode, EPSILON);
  assert_float_equal (cell->low, low, EPSILON);
  assert_float_equal (cell->high, high, EPSILON);
}

/* Component «ratio», log from 0.1 -> 0 over 1 -> 50 to 10 -> 100, so 2^k -> 50 + 50 k L:
 * - rps: the reference's 100 and 200 of 2025 (not the 999 of 2024), median 100 * 2^0.5; alpha's 400
 *   and 100 (not the 5 of 2023, not the text): 2^1.5 and 2^-0.5, median 2^0.5
 * - tuned: (64 / 4) ^ 0.5 = 2^2
 * - elsewhere: 5 / 10 = 2^-1, by a reference of its own
 * - far: 1 / 8 through «middle», which is to the reference 800 / (100 * 2^0.5) = 2^2.5 by rps and
 *   (8 / 4) ^ 0.5 = 2^0.5 by tuned, so 2^1.5 (their 8 and 2 by «far» do not count: «far» is what is
 *   led on): 2^-3 * 2^1.5 = 2^-1.5
 * - the median of 2^-1.5, 2^-1, 2^0.5 and 2^2 is 2^-0.25 -> 50 - 12.5 L; single figures go from
 *   2^-1.5 to 2^2
 *
 * Component «memory»: 50 MB -> 75. Shares 3 and 1. Range: six figures, two of them of low
 * confidence, the newest of 2025: factor 1.15. */
static void
test_ratios (void **state)
{
  double mode = (3 * (50 - 12.5 * L) + 75) / 4;
  double down = (0.6 * 0.75 * 62.5 * L + 3) * 1.15, up = (0.6 * 0.75 * 112.5 * L + 3) * 1.15;

  expect_cell (fixture_cell (catalogue, "alpha", "throughput"), SL_BASIS_MEASURED, mode - down,
               mode, mode + up);
}

typedef struct {
  const char *observation;
  const char *component;
  const char *reference;
  double divisor, factor, performance, value;
} Expected;

static void
expect_evidence (const SlEvidence *evidence, const Expected *expected)
{
  assert_string_equal (evidence->observation->id, expected->observation);
  assert_string_equal (evidence->component->id, expected->component);
  if (expected->reference != NULL)
    assert_string_equal (evidence->reference->id, expected->reference);
  else
    assert_null (evidence->reference);
  assert_float_equal (evidence->divisor, expected->divisor, EPSILON);
  assert_float_equal (evidence->factor, expected->factor, EPSILON);
  assert_float_equal (evidence->performance, expected->performance, EPSILON);
  assert_float_equal (evidence->value, expected->value, EPSILON);
}

static void
test_evidence (void **state)
{
  const double base = 100 * M_SQRT2;
  const Expected expected[] = {
    { "alpha-rps-1", "ratio", "ref-rps-1", base, 1, 2 * M_SQRT2, 50 + 75 * L },
    { "alpha-rps-2", "ratio", "ref-rps-1", base, 1, M_SQRT1_2, 50 - 25 * L },
    { "alpha-tuned", "ratio", "ref-tuned", 4, 1, 4, 50 + 100 * L },
    { "alpha-elsewhere", "ratio", "other-elsewhere", 10, 1, 0.5, 50 - 50 * L },
    { "alpha-far", "ratio", "middle-far", 8, 2 * M_SQRT2, M_SQRT2 / 4, 50 - 75 * L },
    { "alpha-mb", "memory", NULL, 1, 1, 50, 75 },
  };
  const SlCell *cell = fixture_cell (catalogue, "alpha", "throughput");

  assert_int_equal (cell->evidence->len, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    expect_evidence (cell->evidence->pdata[i], &expected[i]);
  assert_int_equal (cell->sources->len, 1);
  assert_string_equal (((const SlSource *) cell->sources->pdata[0])->id, "bench");
  assert_null (cell->reason);
}

/* Half of the components have figures, which is enough: 9, 12 and 2 s -> 10, 0 and 80, median 9 s.
 * Range: 0.6 of the way, 3, and 25 times the missing half; cut at 0. */
static void
test_half_covered (void **state)
{
  expect_cell (fixture_cell (catalogue, "alpha", "start"), SL_BASIS_MEASURED, 0, 10,
               10 + 42 + 3 + 12.5);
}

/* cold 4 s -> 60. warm: 0.5 s measured; 0.1 and 0.3 s felt, median 0.2; median of both 0.35 s ->
 * 65, of single figures from 50 to 90. Two thirds of one of two equal components are from a survey,
 * which is not more than half of the cell. Four figures of 2026. */
static void
test_even_medians (void **state)
{
  expect_cell (fixture_cell (catalogue, "beta", "start"), SL_BASIS_MEASURED, 62.5 - 0.6 * 7.5 - 3,
               62.5, 62.5 + 0.6 * 12.5 + 3);
}

/* 70 per cent lie two fifths of the way from 50 -> 80 to 100 -> 100. One figure: 5 more. */
static void
test_survey (void **state)
{
  expect_cell (fixture_cell (catalogue, "alpha", "comfort"), SL_BASIS_SURVEY, 80, 88, 96);
}

/* The pool of three counts before «gamma-last», and in it the newest year: 10 and 20 of 2020. Their
 * ratios, 2^-0.5 / 10 and 2^0.5 / 10, -> 0 (before the first point) and 50 + 50 (0.5 L - 1) = 25 L;
 * their median, 0.07, -> 0. Two figures: 5 more; a quarter missing: 6.25; six years old:
 * 1.9; half of low confidence: 1.5. */
static void
test_pooled_and_old (void **state)
{
  double up = (0.6 * 25 * L + 3 + 5 + 6.25) * 1.9 * 1.5;

  expect_cell (fixture_cell (catalogue, "gamma", "throughput"), SL_BASIS_MEASURED, 0, 0, up);
}

/* No subject of the pool has figures, so the next entry counts. Cut at 100. */
static void
test_next_subject (void **state)
{
  expect_cell (fixture_cell (catalogue, "gamma", "comfort"), SL_BASIS_SURVEY, 100 - 8 * 1.5, 100,
               100);
}

/* A quarter of the shares is not enough: the judgement counts, with what it cites. */
static void
test_judged (void **state)
{
  const SlCell *cell = fixture_cell (catalogue, "beta", "throughput");
  const SlEvidence *figure = cell->evidence->pdata[0], *text = cell->evidence->pdata[1];

  expect_cell (cell, SL_BASIS_JUDGEMENT, 20, 30, 45);
  assert_string_equal (cell->reason, "By its design.");
  assert_int_equal (cell->evidence->len, 2);
  assert_string_equal (figure->observation->id, "beta-mb");
  assert_null (figure->component);
  assert_null (figure->reference);
  assert_true (figure->performance == 20);
  assert_true (isnan (figure->value));
  assert_true (isnan (text->performance));
  assert_string_equal (text->observation->text, "much");
  assert_int_equal (cell->sources->len, 2);
  assert_string_equal (((const SlSource *) cell->sources->pdata[0])->id, "poll");
  assert_string_equal (((const SlSource *) cell->sources->pdata[1])->id, "bench");
}

static void
test_unknown (void **state)
{
  const SlCell *cell = fixture_cell (catalogue, "many", "calm");

  expect_cell (cell, SL_BASIS_UNKNOWN, 0, 50, 100);
  assert_int_equal (cell->evidence->len, 0);
  assert_int_equal (cell->sources->len, 0);
  expect_cell (fixture_cell (catalogue, "beta", "comfort"), SL_BASIS_UNKNOWN, 0, 50, 100);
}

/* Without the cold start, two of three figures of what is left are felt. */
static void
test_mostly_survey (void **state)
{
  char *folder = fixture_copy ();
  g_autoptr (SlCatalogue) changed = NULL;

  fixture_replace (folder, "observations.json", "\"id\": \"beta-cold\", \"subject\": \"beta\"",
                   "\"id\": \"beta-cold\", \"subject\": \"nobody\"");
  changed = fixture_load (folder);
  assert_int_equal (fixture_cell (changed, "beta", "start")->basis, SL_BASIS_SURVEY);
  fixture_remove (folder);
}

/* Observations newer than the catalogue's year do not narrow the range. */
static void
test_newer_than_the_catalogue (void **state)
{
  char *folder = fixture_copy ();
  g_autoptr (SlCatalogue) changed = NULL;

  fixture_replace (folder, "criteria.json", "\"year\": 2026", "\"year\": 2020");
  changed = fixture_load (folder);
  expect_cell (fixture_cell (changed, "alpha", "comfort"), SL_BASIS_SURVEY, 80, 88, 96);
  fixture_remove (folder);
}

/* The same files: the same bits. */
static void
test_same_every_time (void **state)
{
  g_autoptr (SlCatalogue) again = fixture_load (FIXTURE_SMALL);
  const GPtrArray *technologies = sl_catalogue_get_technologies (catalogue);
  const GPtrArray *others = sl_catalogue_get_technologies (again);

  for (guint i = 0; i < technologies->len; i++) {
    const SlCell *cells = ((const SlAlternative *) technologies->pdata[i])->cells;
    const SlCell *other_cells = ((const SlAlternative *) others->pdata[i])->cells;

    for (guint j = 0; j < sl_catalogue_get_criteria (catalogue)->len; j++) {
      assert_true (cells[j].low == other_cells[j].low);
      assert_true (cells[j].mode == other_cells[j].mode);
      assert_true (cells[j].high == other_cells[j].high);
    }
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_ratios),
    cmocka_unit_test (test_evidence),
    cmocka_unit_test (test_half_covered),
    cmocka_unit_test (test_even_medians),
    cmocka_unit_test (test_survey),
    cmocka_unit_test (test_pooled_and_old),
    cmocka_unit_test (test_next_subject),
    cmocka_unit_test (test_judged),
    cmocka_unit_test (test_unknown),
    cmocka_unit_test (test_mostly_survey),
    cmocka_unit_test (test_newer_than_the_catalogue),
    cmocka_unit_test (test_same_every_time),
  };

  return cmocka_run_group_tests_name ("values", tests, set_up, tear_down);
}
