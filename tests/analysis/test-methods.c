/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The five methods on the farm's board of technologies, each by its formula as published, and how
 * far they agree. */

#include "ranking-fixture.h"

#include <string.h>

#define T SL_BOARD_TECHNOLOGIES
#define N 5 /* technologies */
#define M 4 /* criteria: quick, calm, safe, tidy */

static const char *const ids[N] = { "ant", "bee", "cow", "dog", "eel" };
static const double weights[M] = { 0.6, 0.2, 0.12, 0.08 };

/* Without a rule, and with rain, when the small ones are slower and calmer, and the cow is out. */
static const double dry[N][M] = {
  { 80, 60, 40, 50 },  { 60, 80, 50, 100 }, { 90, 20, 10, 0 },
  { 60, 80, 50, 100 }, { 50, 70, 70, 70 },
};
static const double wet[N][M] = {
  { 60, 100, 40, 50 }, { 40, 100, 50, 100 }, { 90, 20, 10, 0 },
  { 60, 80, 50, 100 }, { 50, 70, 70, 70 },
};
static const gboolean all[N] = { TRUE, TRUE, TRUE, TRUE, TRUE };
static const gboolean no_cow[N] = { TRUE, TRUE, FALSE, TRUE, TRUE };

/* ---- by the book ---- */

/* 100 times the product of all r^w, none of the r below 0.01. */
static double
geometric (const double *values)
{
  double product = 1;

  for (guint j = 0; j < M; j++)
    product *= pow (MAX (values[j] / 100, 0.01), weights[j]);

  return 100 * product;
}

/* Distances of the weighted values from all 100 and from all 0. */
static double
topsis (const double *values)
{
  double to_best = 0, to_worst = 0;

  for (guint j = 0; j < M; j++) {
    to_best += pow (weights[j] * (1 - values[j] / 100), 2);
    to_worst += pow (weights[j] * values[j] / 100, 2);
  }

  return 100 * sqrt (to_worst) / (sqrt (to_best) + sqrt (to_worst));
}

static void
regret (const double *values, double *s, double *r)
{
  *s = *r = 0;
  for (guint j = 0; j < M; j++) {
    double part = weights[j] * (1 - values[j] / 100);

    *s += part;
    *r = MAX (*r, part);
  }
}

/* 100 (1 - Q), with S and R between those of the included, and of the one itself. */
static double
vikor (const double table[N][M], const gboolean *included, guint index)
{
  double low_s = INFINITY, high_s = -INFINITY, low_r = INFINITY, high_r = -INFINITY;
  double s, r;

  for (guint i = 0; i < N; i++) {
    if (!included[i])
      continue;
    regret (table[i], &s, &r);
    low_s = MIN (low_s, s);
    high_s = MAX (high_s, s);
    low_r = MIN (low_r, r);
    high_r = MAX (high_r, r);
  }
  regret (table[index], &s, &r);

  return 100 * (1 - (s - low_s) / (high_s - low_s) / 2 - (r - low_r) / (high_r - low_r) / 2);
}

/* Of a difference: none up to 5 points, all from 25, in between in proportion. */
static double
preference (double difference)
{
  return CLAMP ((difference - 5) / 20, 0, 1);
}

/* 50 (1 + phi): the mean over the others of what speaks for it less what speaks for them. */
static double
promethee (const double table[N][M], const gboolean *included, guint index)
{
  double phi = 0;
  guint n = 0;

  for (guint i = 0; i < N; i++) {
    if (!included[i] || i == index)
      continue;
    n++;
    for (guint j = 0; j < M; j++)
      phi += weights[j] * (preference (table[index][j] - table[i][j]) -
                           preference (table[i][j] - table[index][j]));
  }

  return 50 * (1 + phi / n);
}

static double
score_by_the_book (SlMethod method, const double table[N][M], const gboolean *included, guint index)
{
  double sum = 0;

  switch (method) {
  case SL_METHOD_GEOMETRIC:
    return geometric (table[index]);
  case SL_METHOD_TOPSIS:
    return topsis (table[index]);
  case SL_METHOD_VIKOR:
    return vikor (table, included, index);
  case SL_METHOD_PROMETHEE:
    return promethee (table, included, index);
  case SL_METHOD_ADDITIVE:
  default:
    for (guint j = 0; j < M; j++)
      sum += weights[j] * table[index][j];
    return sum;
  }
}

static guint
rank_by_the_book (SlMethod method, const double table[N][M], const gboolean *included, guint index)
{
  double own = score_by_the_book (method, table, included, index);
  guint n_better = 0;

  for (guint i = 0; i < N; i++)
    n_better += included[i] && score_by_the_book (method, table, included, i) > own + 1e-9;

  return n_better + 1;
}

/* ---- scores ---- */

static void
expect_parts (const SlRanking *ranking, const SlEntry *entry)
{
  double sum = 0, pillars = 0;

  for (guint i = 0; i < ranking->n_criteria; i++)
    sum += entry->contributions[i];
  for (guint i = 0; i < 2; i++)
    pillars += entry->pillar_contributions[i];
  assert_near (sum, entry->score);
  assert_near (pillars, entry->score);
  /* In the proportions of the weighted values. */
  for (guint i = 0; i < ranking->n_criteria; i++)
    assert_near (entry->contributions[i] * ranking->weights[0] * entry->values[0],
                 entry->contributions[0] * ranking->weights[i] * entry->values[i]);
}

static void
expect_method (Farm *self, SlMethod method, const double table[N][M], const gboolean *included)
{
  SlAnalysis *analysis;

  sl_decision_set_method (self->decision, method);
  analysis = farm_analyse (self);
  for (guint i = 0; i < N; i++) {
    const SlEntry *entry = find_entry (analysis, T, ids[i]);
    /* What is excluded has the score that it would have if all were ranked. */
    const gboolean *present = included[i] ? included : all;

    assert_near (entry->score, score_by_the_book (method, table, present, i));
    assert_int_equal (entry->rank, included[i] ? rank_by_the_book (method, table, included, i) : 0);
    expect_parts (sl_analysis_get_ranking (analysis, T), entry);
  }
}

static void
test_scores (void **state)
{
  for (SlMethod method = 0; method < SL_N_METHODS; method++)
    expect_method (*state, method, dry, all);
}

/* Who is excluded has no say in the scores of the others. */
static void
test_scores_of_the_excluded (void **state)
{
  Farm *self = *state;

  fixture_set_fact (self->decision, "rain", 1);
  for (SlMethod method = 0; method < SL_N_METHODS; method++)
    expect_method (self, method, wet, no_cow);
}

/* The methods are not one and the same on these: a sum is content with the ant, whose weak sides
 * are small; the cow's tidiness of 0 is a tenth of everything for the geometric mean. */
static void
test_methods_differ (void **state)
{
  assert_near (score_by_the_book (SL_METHOD_ADDITIVE, dry, all, 2), 59.2);
  assert_true (score_by_the_book (SL_METHOD_GEOMETRIC, dry, all, 2) < 40);
  assert_int_equal (rank_by_the_book (SL_METHOD_ADDITIVE, dry, all, 2), 4);
  assert_int_equal (rank_by_the_book (SL_METHOD_GEOMETRIC, dry, all, 2), 5);
}

/* One that is left alone, and nobody, by any method. */
static void
test_few (void **state)
{
  Farm *self = *state;

  fixture_set_fact (self->decision, "wolves", 1);
  for (SlMethod method = 0; method < SL_N_METHODS; method++) {
    sl_decision_set_method (self->decision, method);
    fixture_set_minimum (self->decision, "quick", NAN);
    farm_analyse (self);
    assert_string_equal (sl_ranking_get_first (sl_analysis_get_ranking (self->analysis, T))->id,
                         "eel");
    fixture_set_minimum (self->decision, "quick", 55);
    farm_analyse (self);
    assert_int_equal (sl_analysis_get_ranking (self->analysis, T)->n_ranked, 0);
    for (guint i = 0; i < N; i++)
      assert_true (isfinite (find_entry (self->analysis, T, ids[i])->score));
  }
}

/* ---- agreement ---- */

/* Kendall's tau-b, pair by pair. */
static double
tau_by_the_book (SlMethod a, SlMethod b, const double table[N][M], const gboolean *included)
{
  double sum = 0, untied_a = 0, untied_b = 0;

  for (guint i = 0; i < N; i++) {
    for (guint j = 0; j < i; j++) {
      double in_a, in_b;

      if (!included[i] || !included[j])
        continue;
      in_a = (double) rank_by_the_book (a, table, included, i) -
             rank_by_the_book (a, table, included, j);
      in_b = (double) rank_by_the_book (b, table, included, i) -
             rank_by_the_book (b, table, included, j);
      sum += (in_a > 0 ? 1 : in_a < 0 ? -1 : 0) * (in_b > 0 ? 1 : in_b < 0 ? -1 : 0);
      untied_a += in_a > 0 || in_a < 0;
      untied_b += in_b > 0 || in_b < 0;
    }
  }

  return sum / sqrt (untied_a * untied_b);
}

static gboolean
share_first (SlMethod a, SlMethod b, const double table[N][M], const gboolean *included)
{
  for (guint i = 0; i < N; i++) {
    if (included[i] && rank_by_the_book (a, table, included, i) == 1 &&
        rank_by_the_book (b, table, included, i) == 1)
      return TRUE;
  }

  return FALSE;
}

static guint
find_id (const char *id)
{
  for (guint i = 0; i < N; i++) {
    if (g_str_equal (ids[i], id))
      return i;
  }

  return N;
}

static void
expect_agreement (Farm *self, SlMethod chosen, const double table[N][M], const gboolean *included)
{
  const SlMethodAgreement *agreement;
  const SlRanking *ranking;
  guint n_agreeing = 0;

  sl_decision_set_method (self->decision, chosen);
  ranking = sl_analysis_get_ranking (farm_analyse (self), T);
  agreement = sl_analysis_get_agreement (self->analysis, T);
  for (SlMethod method = 0; method < SL_N_METHODS; method++) {
    n_agreeing += share_first (chosen, method, table, included);
    assert_near (agreement->tau[method], tau_by_the_book (chosen, method, table, included));
    for (guint i = 0; i < ranking->n_ranked; i++)
      assert_int_equal (
          agreement->ranks[method * ranking->n_ranked + i],
          rank_by_the_book (method, table, included, find_id (ranking->entries[i].id)));
  }
  assert_int_equal (agreement->n_agreeing, n_agreeing);
  assert_ptr_equal (sl_analysis_get_agreement (self->analysis, T), agreement);
}

static void
test_agreement (void **state)
{
  Farm *self = *state;

  for (SlMethod method = 0; method < SL_N_METHODS; method++)
    expect_agreement (self, method, dry, all);
  fixture_set_fact (self->decision, "rain", 1);
  for (SlMethod method = 0; method < SL_N_METHODS; method++)
    expect_agreement (self, method, wet, no_cow);
}

static void
test_agreement_of_nobody (void **state)
{
  Farm *self = *state;
  const SlMethodAgreement *agreement;

  fixture_set_minimum (self->decision, "care", 80);
  agreement = sl_analysis_get_agreement (farm_analyse (self), T);
  assert_int_equal (sl_analysis_get_ranking (self->analysis, T)->n_ranked, 0);
  assert_int_equal (agreement->n_agreeing, 0);
}

static gpointer
ask_for_agreement (gpointer data)
{
  return (gpointer) sl_analysis_get_agreement (data, SL_BOARD_PAIRINGS);
}

/* It is made once, whoever asks first. */
static void
test_agreement_in_threads (void **state)
{
  for (guint i = 0; i < 50; i++) {
    SlAnalysis *analysis = farm_analyse (*state);
    GThread *one = g_thread_new ("one", ask_for_agreement, analysis);
    GThread *other = g_thread_new ("other", ask_for_agreement, analysis);
    const SlMethodAgreement *first = g_thread_join (one);
    const SlMethodAgreement *second = g_thread_join (other);

    assert_ptr_equal (first, second);
    assert_true (first->n_agreeing >= 1);
    assert_near (first->tau[SL_METHOD_ADDITIVE], 1);
  }
}

/* ---- words ---- */

static void
test_names (void **state)
{
  static const char *const names[SL_N_METHODS] = { "Additive value", "Geometric mean", "TOPSIS",
                                                   "VIKOR", "PROMETHEE II" };

  for (SlMethod method = 0; method < SL_N_METHODS; method++) {
    assert_string_equal (sl_method_get_name (method), names[method]);
    assert_true (g_str_has_suffix (sl_method_get_description (method), "."));
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    farm_test (test_scores),
    farm_test (test_scores_of_the_excluded),
    cmocka_unit_test (test_methods_differ),
    farm_test (test_few),
    farm_test (test_agreement),
    farm_test (test_agreement_of_nobody),
    farm_test (test_agreement_in_threads),
    cmocka_unit_test (test_names),
  };

  return cmocka_run_group_tests_name ("methods", tests, NULL, NULL);
}
