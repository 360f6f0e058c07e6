/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A few alternatives side by side, on the shipped catalogue: what is said of each criterion is what
 * the values of the ranking say. */

#include "ranking-fixture.h"

typedef struct {
  SlCatalogue *catalogue;
  SlDecision *decision;
  SlAnalysis *analysis;
  const SlRanking *ranking;
} Shipped;

static int
set_up (void **state)
{
  Shipped *self = g_new0 (Shipped, 1);

  self->catalogue = fixture_shipped ();
  self->decision = sl_decision_new (self->catalogue);
  self->analysis = sl_analysis_new (sl_decision_get_requirements (self->decision));
  self->ranking = sl_analysis_get_ranking (self->analysis, SL_BOARD_TECHNOLOGIES);
  *state = self;

  return 0;
}

static int
tear_down (void **state)
{
  Shipped *self = *state;

  sl_analysis_unref (self->analysis);
  fixture_finalize (self->decision);
  sl_catalogue_unref (self->catalogue);
  g_free (self);

  return 0;
}

static void
check_contrast (const SlSideBySide *view, const SlContrast *contrast)
{
  double best = -1, worst = 101;
  int who = -1;

  for (guint i = 0; i < view->n; i++) {
    double value = view->entries[i]->values[contrast->column];

    if (value > best + 0.05)
      who = (int) i;
    else if (value > best - 0.05)
      who = -1;
    best = MAX (best, value);
    worst = MIN (worst, value);
  }
  assert_near (contrast->spread, view->ranking->weights[contrast->column] * (best - worst));
  assert_int_equal (contrast->best, who);
}

static void
test_contrasts (void **state)
{
  Shipped *self = *state;
  const SlEntry *entries[SL_SIDE_BY_SIDE_MAX];

  for (guint n = 2; n <= SL_SIDE_BY_SIDE_MAX; n++) {
    g_autoptr (SlSideBySide) view = NULL;
    g_autoptr (GHashTable) columns = g_hash_table_new (NULL, NULL);

    for (guint i = 0; i < n; i++)
      entries[i] = &self->ranking->entries[2 * i];
    view = sl_side_by_side_new (self->analysis, SL_BOARD_TECHNOLOGIES, entries, n);
    assert_int_equal (view->n, n);
    for (guint i = 0; i < self->ranking->n_criteria; i++) {
      check_contrast (view, &view->contrasts[i]);
      g_hash_table_add (columns, GUINT_TO_POINTER (view->contrasts[i].column));
      if (i > 0)
        assert_true (view->contrasts[i - 1].spread >= view->contrasts[i].spread);
    }
    assert_int_equal (g_hash_table_size (columns), self->ranking->n_criteria);
    /* By the additive method the pillars' values make up the score. */
    for (guint i = 0; i < n; i++) {
      double score = 0;

      for (guint p = 0; p < view->n_pillars; p++)
        score += self->ranking->pillar_weights[p] * view->pillar_values[i * view->n_pillars + p];
      assert_near (score, entries[i]->score);
    }
  }
}

static void
test_words (void **state)
{
  Shipped *self = *state;
  const SlEntry *first = &self->ranking->entries[0];
  const SlEntry *third = &self->ranking->entries[2];
  const SlEntry *entries[] = { third, first };
  g_autoptr (SlSideBySide) view =
      sl_side_by_side_new (self->analysis, SL_BOARD_TECHNOLOGIES, entries, 2);
  g_autofree char *text = sl_side_by_side_describe (view);
  g_autofree char *beginning = g_strdup_printf ("%s is %.1f points before %s. ", first->name,
                                                first->score - third->score, third->name);

  assert_true (g_str_has_prefix (text, beginning));
  for (guint i = 0; i < 2; i++) {
    g_autofree char *wins = sl_side_by_side_describe_wins (view, i);
    guint c = 0;

    while (view->contrasts[c].best != (int) i)
      c++;
    /* What it wins by most is named first. */
    assert_true (g_str_has_prefix (wins, "Best on "));
    assert_true (g_str_has_prefix (wins + strlen ("Best on "),
                                   self->ranking->criteria[view->contrasts[c].column]->name));
  }
}

/* One that is best nowhere says so, and one that is ruled out is not said to be ahead. */
static void
test_edges (void **state)
{
  Shipped *self = *state;
  const SlEntry *last = &self->ranking->entries[self->ranking->n_entries - 1];
  SlEntry twin = *last;
  const SlEntry *entries[] = { last, &twin };
  g_autoptr (SlSideBySide) view =
      sl_side_by_side_new (self->analysis, SL_BOARD_TECHNOLOGIES, entries, 2);
  g_autofree char *wins = sl_side_by_side_describe_wins (view, 1);
  g_autofree char *text = NULL;
  g_autoptr (SlSideBySide) ruled_out = NULL;
  SlEntry better = *last;

  assert_string_equal (wins, "Best on nothing here");

  better.rank = 0;
  better.name = "Nobody";
  better.score = 100;
  entries[1] = &better;
  ruled_out = sl_side_by_side_new (self->analysis, SL_BOARD_TECHNOLOGIES, entries, 2);
  text = sl_side_by_side_describe (ruled_out);
  assert_non_null (strstr (text, "Nobody is ruled out"));
}

/* From the mean of all scores to one's own, without a gap. */
static void
test_steps (void **state)
{
  Shipped *self = *state;
  guint n = sl_catalogue_get_pillars (self->catalogue)->len;
  g_autofree SlStep *steps = g_new (SlStep, n);
  double mean = 0;

  for (guint i = 0; i < self->ranking->n_ranked; i++)
    mean += self->ranking->entries[i].score / self->ranking->n_ranked;
  for (guint i = 0; i < self->ranking->n_ranked; i++) {
    const SlEntry *entry = &self->ranking->entries[i];

    sl_analysis_list_steps (self->analysis, self->ranking, entry, steps);
    assert_near (steps[0].from, mean);
    assert_near (steps[n - 1].to, entry->score);
    for (guint p = 1; p < n; p++)
      assert_near (steps[p].from, steps[p - 1].to);
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (test_contrasts, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_words, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_steps, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_edges, set_up, tear_down),
  };

  return cmocka_run_group_tests_name ("side-by-side", tests, NULL, NULL);
}
