/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What would bring somebody back: held against all that could be changed, tried in every
 * combination. */

#include "ranking-fixture.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

/* ---- all there is to change ---- */

/* One requirement, and the values that it may have instead. */
typedef struct {
  const SlFact *fact; /* else a minimum, which may be given up */
  const SlPillar *pillar;
  const SlCriterion *criterion;
  double now;
  double values[4];
  guint n_values;
} Knob;

static double *
get_facts (SlDecision *decision)
{
  return (double *) sl_decision_get_requirements (decision)->facts;
}

static void
add_fact (GArray *knobs, SlDecision *decision, const char *id, const double *values, guint n)
{
  const SlFact *fact = sl_catalogue_find_fact (sl_decision_get_catalogue (decision), id);
  Knob knob = { .fact = fact, .now = get_facts (decision)[fact->index] };

  for (guint i = 0; i < n; i++) {
    if (fabs (values[i] - knob.now) > 0)
      knob.values[knob.n_values++] = values[i];
  }
  g_array_append_val (knobs, knob);
}

static void
add_minimums (GArray *knobs, SlDecision *decision)
{
  SlRequirements *requirements = sl_decision_get_requirements (decision);
  const GPtrArray *pillars = sl_catalogue_get_pillars (requirements->catalogue);
  const GPtrArray *criteria = sl_catalogue_get_criteria (requirements->catalogue);

  for (guint i = 0; i < pillars->len; i++) {
    Knob knob = { .pillar = g_ptr_array_index (pillars, i),
                  .now = requirements->pillar_minimum[i],
                  .values = { NAN },
                  .n_values = 1 };

    if (!isnan (knob.now))
      g_array_append_val (knobs, knob);
  }
  for (guint i = 0; i < criteria->len; i++) {
    Knob knob = { .criterion = g_ptr_array_index (criteria, i),
                  .now = requirements->criterion_minimum[i],
                  .values = { NAN },
                  .n_values = 1 };

    if (!isnan (knob.now))
      g_array_append_val (knobs, knob);
  }
}

static void
turn (SlDecision *decision, const Knob *knob, double value)
{
  if (knob->fact != NULL)
    sl_decision_set_fact (decision, knob->fact, value);
  else if (knob->pillar != NULL)
    sl_decision_set_pillar_minimum (decision, knob->pillar, value);
  else
    sl_decision_set_criterion_minimum (decision, knob->criterion, value);
}

/* A fact is a requirement for whom a rule that asks for it excludes. */
static gboolean
is_required (const SlEntry *entry, const SlFact *fact)
{
  for (guint i = 0; i < entry->reasons->len; i++) {
    const SlReason *reason = g_ptr_array_index (entry->reasons, i);

    if (reason->rule != NULL && sl_condition_mentions (reason->rule->condition, fact, NULL))
      return TRUE;
  }

  return FALSE;
}

static gboolean
are_required (const SlEntry *entry, const GArray *knobs, const double *facts)
{
  for (guint i = 0; i < knobs->len; i++) {
    const Knob *knob = &g_array_index (knobs, Knob, i);

    if (knob->fact != NULL && fabs (facts[knob->fact->index] - knob->now) > 0 &&
        !is_required (entry, knob->fact))
      return FALSE;
  }

  return TRUE;
}

/* The fewest knobs that let each entry of a board in, G_MAXUINT for none, over all settings of the
 * knobs from `at` on; `n` were turned before. */
static void
try_all (SlDecision *decision,
         const GArray *knobs,
         guint at,
         guint n,
         const SlRanking *base,
         GHashTable *fewest)
{
  const Knob *knob;

  if (at == knobs->len) {
    g_autoptr (SlAnalysis) analysis = sl_analysis_new (sl_decision_get_requirements (decision));
    const SlRanking *ranking = sl_analysis_get_ranking (analysis, base->board);

    for (guint i = 0; i < ranking->n_ranked; i++) {
      const char *id = ranking->entries[i].id;
      guint known = GPOINTER_TO_UINT (g_hash_table_lookup (fewest, id));

      if (!are_required (sl_ranking_find (base, id), knobs, get_facts (decision)))
        continue;
      /* One more, so that there is a difference between none and nothing known. */
      if (known == 0 || n + 1 < known)
        g_hash_table_insert (fewest, g_strdup (id), GUINT_TO_POINTER (n + 1));
    }
    return;
  }

  knob = &g_array_index (knobs, Knob, at);
  try_all (decision, knobs, at + 1, n, base, fewest);
  for (guint i = 0; i < knob->n_values; i++) {
    turn (decision, knob, knob->values[i]);
    try_all (decision, knobs, at + 1, n + 1, base, fewest);
  }
  turn (decision, knob, knob->now);
}

/* ---- holding against it ---- */

static void
concede (SlDecision *decision, const SlConcession *concession, double value)
{
  Knob knob = { .fact = concession->fact,
                .pillar = concession->pillar,
                .criterion = concession->criterion };

  turn (decision, &knob, value);
}

static gboolean
is_back (SlDecision *decision, SlBoard board, const char *id, double *score)
{
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  const SlEntry *entry = sl_ranking_find (sl_analysis_get_ranking (analysis, board), id);

  *score = entry->score;

  return entry->rank > 0;
}

/* It comes back with all of it, and with no part of it. */
static void
check_relaxation (SlDecision *decision,
                  SlBoard board,
                  const char *id,
                  const SlRelaxation *relaxation)
{
  double score;

  for (guint i = 0; i < relaxation->n_concessions; i++)
    concede (decision, &relaxation->concessions[i], relaxation->concessions[i].needed);
  assert_true (is_back (decision, board, id, &score));
  assert_float_equal (score, relaxation->score, 1e-9);
  for (guint i = 0; i < relaxation->n_concessions; i++) {
    concede (decision, &relaxation->concessions[i], relaxation->concessions[i].now);
    assert_false (is_back (decision, board, id, &score));
    concede (decision, &relaxation->concessions[i], relaxation->concessions[i].needed);
  }
  for (guint i = 0; i < relaxation->n_concessions; i++)
    concede (decision, &relaxation->concessions[i], relaxation->concessions[i].now);
}

static void
check_entry (SlDecision *decision,
             SlAnalysis *analysis,
             SlBoard board,
             const SlEntry *entry,
             GHashTable *fewest)
{
  const GPtrArray *relaxations = sl_analysis_get_relaxations (analysis, board, entry);
  guint expected = GPOINTER_TO_UINT (g_hash_table_lookup (fewest, entry->id));

  if (entry->rank > 0 || expected == 0) {
    assert_int_equal (relaxations->len, 0);
    return;
  }
  assert_true (relaxations->len > 0);
  for (guint i = 0; i < relaxations->len; i++) {
    const SlRelaxation *relaxation = g_ptr_array_index (relaxations, i);

    assert_int_equal (relaxation->n_concessions + 1, expected);
    check_relaxation (decision, board, entry->id, relaxation);
  }
}

/* So many come back by it, and the best of them is first. */
static void
check_way (SlDecision *decision, SlBoard board, const SlWayBack *way)
{
  g_autoptr (SlAnalysis) analysis = NULL;
  const SlRanking *ranking;

  for (guint i = 0; i < way->relaxation->n_concessions; i++)
    concede (decision, &way->relaxation->concessions[i], way->relaxation->concessions[i].needed);
  analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  ranking = sl_analysis_get_ranking (analysis, board);
  assert_int_equal (ranking->n_ranked, way->n_back);
  assert_float_equal (ranking->entries[0].score, way->best_score, 1e-9);
  for (guint i = 0; i < way->relaxation->n_concessions; i++)
    concede (decision, &way->relaxation->concessions[i], way->relaxation->concessions[i].now);
}

static void
check_ways (SlDecision *decision, SlAnalysis *analysis, SlBoard board, GHashTable *fewest)
{
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, board);
  const GArray *ways = sl_analysis_get_ways_back (analysis, board);
  GHashTableIter iter;
  gpointer value;
  guint least = G_MAXUINT;

  if (ranking->n_ranked > 0) {
    assert_int_equal (ways->len, 0);
    return;
  }
  g_hash_table_iter_init (&iter, fewest);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    least = MIN (least, GPOINTER_TO_UINT (value));
  assert_int_equal (ways->len > 0, least < G_MAXUINT);
  for (guint i = 0; i < ways->len; i++) {
    const SlWayBack *way = &g_array_index (ways, SlWayBack, i);

    assert_int_equal (way->relaxation->n_concessions + 1, least);
    check_way (decision, board, way);
    if (i > 0)
      assert_true (way->n_back <= g_array_index (ways, SlWayBack, i - 1).n_back);
  }
}

static void
check_all (SlDecision *decision, const GArray *knobs)
{
  for (SlBoard board = SL_BOARD_TECHNOLOGIES; board < SL_N_BOARDS; board++) {
    g_autoptr (SlAnalysis) analysis = sl_analysis_new (sl_decision_get_requirements (decision));
    const SlRanking *ranking = sl_analysis_get_ranking (analysis, board);
    g_autoptr (GHashTable) fewest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

    try_all (decision, knobs, 0, 0, ranking, fewest);
    for (guint i = 0; i < ranking->n_entries; i++)
      check_entry (decision, analysis, board, &ranking->entries[i], fewest);
    check_ways (decision, analysis, board, fewest);
  }
}

/* ---- the farm ---- */

static GArray *
list_knobs (SlDecision *decision)
{
  static const double sides[] = { 0, 1 };
  static const double seasons[] = { SPRING, SUMMER, WINTER };
  static const double heads[] = { 49, 50 };
  GArray *knobs = g_array_new (FALSE, FALSE, sizeof (Knob));

  add_fact (knobs, decision, "rain", sides, 2);
  add_fact (knobs, decision, "wolves", sides, 2);
  add_fact (knobs, decision, "season", seasons, 3);
  add_fact (knobs, decision, "heads", heads, 2);
  add_minimums (knobs, decision);

  return knobs;
}

static void
set_up_fact (SlDecision *decision, const char *id, double value)
{
  SlCatalogue *catalogue = sl_decision_get_catalogue (decision);

  sl_decision_set_fact (decision, sl_catalogue_find_fact (catalogue, id), value);
}

static void
test_every_combination (void **state)
{
  Farm *farm = *state;
  const GPtrArray *pillars = sl_catalogue_get_pillars (farm->catalogue);
  const GPtrArray *criteria = sl_catalogue_get_criteria (farm->catalogue);
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < 25; i++) {
    g_autoptr (SlDecision) decision = sl_decision_new (farm->catalogue);
    g_autoptr (GArray) knobs = NULL;

    set_up_fact (decision, "rain", g_rand_int_range (random, 0, 2));
    set_up_fact (decision, "wolves", g_rand_int_range (random, 0, 2));
    set_up_fact (decision, "season", g_rand_int_range (random, 0, 3));
    set_up_fact (decision, "heads", g_rand_boolean (random) ? 99 : 10);
    for (guint k = 0; k < 2; k++) {
      sl_decision_set_criterion_minimum (
          decision, g_ptr_array_index (criteria, g_rand_int_range (random, 0, (int) criteria->len)),
          g_rand_int_range (random, 1, 101));
    }
    sl_decision_set_pillar_minimum (
        decision, g_ptr_array_index (pillars, g_rand_int_range (random, 0, (int) pillars->len)),
        g_rand_int_range (random, 1, 101));
    knobs = list_knobs (decision);
    check_all (decision, knobs);
  }
}

/* Two rules that ask for one fact are one requirement. */
static void
test_in_words (void **state)
{
  Farm *farm = *state;
  SlAnalysis *analysis;
  g_autofree char *cow = NULL;
  g_autofree char *way = NULL;
  const GArray *ways;

  set_up_fact (farm->decision, "wolves", 1);
  sl_decision_set_criterion_minimum (farm->decision,
                                     sl_catalogue_find_criterion (farm->catalogue, "tidy"), 80);
  analysis = farm_analyse (farm);
  cow = sl_analysis_describe_relaxations (analysis, SL_BOARD_TECHNOLOGIES,
                                          find_entry (analysis, SL_BOARD_TECHNOLOGIES, "cow"));
  assert_string_equal (cow, "Back with Wolves: Off instead of On; Tidy: 0 instead of 80 to reach.");

  /* The eel is spared; without the other minimum it alone would be back, by that. */
  ways = sl_analysis_get_ways_back (analysis, SL_BOARD_TECHNOLOGIES);
  assert_int_equal (ways->len, 2);
  way = sl_way_back_describe (&g_array_index (ways, SlWayBack, 0));
  assert_true (
      g_str_has_prefix (way, "Wolves: Off instead of On: brings 2 back, the best of them "));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    farm_test (test_every_combination),
    farm_test (test_in_words),
  };

  return cmocka_run_group_tests_name ("relaxations", tests, NULL, NULL);
}
