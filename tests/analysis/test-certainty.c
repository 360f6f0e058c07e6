/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How sure one may be of a ranking: what is said about it is held against rankings that are made
 * anew with other requirements, and the analyst against what is found without threads. */

#include "analysis/analyst.h"
#include "analysis/certainty.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

/* Of importance: enough for scores to part by more than what counts as a tie. */
#define STEP 1e-4

static SlCatalogue *catalogue;

static int
setup (void **state)
{
  g_autoptr (GError) error = NULL;

  catalogue = sl_catalogue_new (&error);
  assert_non_null (catalogue);
  return 0;
}

static int
teardown (void **state)
{
  g_clear_pointer (&catalogue, sl_catalogue_unref);
  return 0;
}

static SlDecision *
new_decision (const char *profile)
{
  SlDecision *decision = sl_decision_new (catalogue);

  sl_decision_apply_profile (decision, sl_catalogue_find_profile (catalogue, profile));
  return decision;
}

static void
set_samples (SlDecision *decision, guint samples)
{
  SlRobustnessSettings settings = sl_decision_get_requirements (decision)->robustness;

  settings.samples = samples;
  sl_decision_set_robustness (decision, &settings);
}

static SlAnalysis *
examine (SlDecision *decision, SlBoard board)
{
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  g_autoptr (SlRobustness) robustness = sl_robustness_new (analysis, board, 0, NULL);
  g_autoptr (SlSensitivity) sensitivity = sl_sensitivity_new (analysis, board, NULL);
  g_autoptr (SlAnalysis) with_robustness = sl_analysis_with_robustness (analysis, robustness);

  return sl_analysis_with_sensitivity (with_robustness, sensitivity);
}

/* ---- bands ---- */

static const char *
first_after (SlDecision *decision,
             SlBoard board,
             const SlPillar *pillar,
             const SlCriterion *criterion,
             double importance)
{
  g_autoptr (SlAnalysis) analysis = NULL;
  const char *name;

  if (pillar != NULL)
    sl_decision_set_pillar_importance (decision, pillar, importance);
  else
    sl_decision_set_criterion_importance (decision, criterion, importance);
  analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  name = sl_ranking_get_first (sl_analysis_get_ranking (analysis, board))->id;
  /* The id is the catalogue's. */
  sl_decision_undo (decision);
  return name;
}

/* Just inside of an end the first is still first, just outside it is the one who is named. */
static void
check_end (SlDecision *decision,
           SlBoard board,
           const SlPillar *pillar,
           const SlCriterion *criterion,
           const char *first,
           const SlEntry *challenger,
           double end,
           double outwards)
{
  if (challenger == NULL)
    return;
  assert_string_equal (first_after (decision, board, pillar, criterion, end - outwards * STEP),
                       first);
  if (end + outwards * STEP >= 0 && end + outwards * STEP <= SL_IMPORTANCE_MAX)
    assert_string_equal (first_after (decision, board, pillar, criterion, end + outwards * STEP),
                         challenger->id);
}

static guint
check_band (SlDecision *decision,
            SlBoard board,
            const SlPillar *pillar,
            const SlCriterion *criterion,
            const char *first,
            const SlSliderBand *band)
{
  if (!band->exists)
    return 0;
  check_end (decision, board, pillar, criterion, first, band->low_challenger, band->low, -1);
  check_end (decision, board, pillar, criterion, first, band->high_challenger, band->high, 1);
  return (band->low_challenger != NULL) + (band->high_challenger != NULL);
}

static guint
check_bands (SlDecision *decision, SlBoard board)
{
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  const SlBands *bands = sl_analysis_get_bands (analysis, board);
  const char *first = sl_ranking_get_first (sl_analysis_get_ranking (analysis, board))->id;
  const GPtrArray *pillars = sl_catalogue_get_pillars (catalogue);
  const GPtrArray *criteria = sl_catalogue_get_criteria (catalogue);
  guint n = 0;

  assert_false (bands->approximate);
  for (guint i = 0; i < pillars->len; i++)
    n += check_band (decision, board, g_ptr_array_index (pillars, i), NULL, first,
                     &bands->pillar_sliders[i]);
  for (guint i = 0; i < criteria->len; i++)
    n += check_band (decision, board, NULL, g_ptr_array_index (criteria, i), first,
                     &bands->criterion_sliders[i]);
  return n;
}

static void
test_bands_end_where_another_leads (void **state)
{
  const GPtrArray *profiles = sl_catalogue_get_profiles (catalogue);
  guint n = 0;

  for (guint i = 0; i < profiles->len; i++) {
    g_autoptr (SlDecision) decision = sl_decision_new (catalogue);

    sl_decision_apply_profile (decision, g_ptr_array_index (profiles, i));
    n += check_bands (decision, SL_BOARD_TECHNOLOGIES);
    n += check_bands (decision, SL_BOARD_PAIRINGS);
  }
  /* Else nothing was checked. */
  assert_true (n > profiles->len);
}

static void
test_bands_with_locks (void **state)
{
  g_autoptr (SlDecision) decision = new_decision ("ai-saas");
  const GPtrArray *pillars = sl_catalogue_get_pillars (catalogue);
  const SlPillar *locked = g_ptr_array_index (pillars, 1);
  const SlCriterion *held =
      g_ptr_array_index (((const SlPillar *) g_ptr_array_index (pillars, 0))->criteria, 0);
  g_autoptr (SlAnalysis) analysis = NULL;
  const SlBands *bands;

  sl_decision_set_pillar_lock (decision, locked, 0.2);
  sl_decision_set_criterion_lock (decision, held, 0.07);
  analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  bands = sl_analysis_get_bands (analysis, SL_BOARD_TECHNOLOGIES);
  assert_false (bands->pillar_sliders[locked->index].exists);
  assert_false (bands->criterion_sliders[held->index].exists);
  assert_true (check_bands (decision, SL_BOARD_TECHNOLOGIES) > 0);
}

/* The first of today stays where it is at some places within a band. */
static void
check_inside (SlDecision *decision,
              SlBoard board,
              const SlPillar *pillar,
              const SlCriterion *criterion,
              const char *first,
              const SlSliderBand *band)
{
  const double parts[] = { 0.05, 0.35, 0.65, 0.95 };

  if (!band->exists || band->high - band->low < 4 * STEP)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_string_equal (first_after (decision, board, pillar, criterion,
                                      band->low + parts[i] * (band->high - band->low)),
                         first);
}

/* Just beyond an end where nobody is left, nobody is. */
static guint
check_emptied (SlDecision *decision, SlBoard board, const SlCriterion *criterion, double beyond)
{
  g_autoptr (SlAnalysis) analysis = NULL;

  if (beyond < 0 || beyond > SL_IMPORTANCE_MAX)
    return 0;
  sl_decision_set_criterion_importance (decision, criterion, beyond);
  analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  assert_int_equal (sl_analysis_get_ranking (analysis, board)->n_ranked, 0);
  sl_decision_undo (decision);
  return 1;
}

typedef struct {
  guint n_ends;    /* where another leads */
  guint n_emptied; /* where nobody is left */
  guint n_moved;   /* whose challenger is excluded today */
} Ends;

static void
check_minimums (SlDecision *decision, SlBoard board, Ends *ends)
{
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, board);
  const GPtrArray *criteria = sl_catalogue_get_criteria (catalogue);
  const SlBands *bands;

  if (ranking->n_ranked == 0)
    return;
  bands = sl_analysis_get_bands (analysis, board);
  assert_false (bands->ignores_minimum);
  ends->n_ends += check_bands (decision, board);
  for (guint i = 0; i < criteria->len; i++) {
    const SlCriterion *criterion = g_ptr_array_index (criteria, i);
    const SlSliderBand *band = &bands->criterion_sliders[i];

    check_inside (decision, board, NULL, criterion, ranking->entries[0].id, band);
    if (band->exists && band->low_emptied)
      ends->n_emptied += check_emptied (decision, board, criterion, band->low - STEP);
    if (band->exists && band->high_emptied)
      ends->n_emptied += check_emptied (decision, board, criterion, band->high + STEP);
    ends->n_moved += (band->low_challenger != NULL && band->low_challenger->rank == 0) +
                     (band->high_challenger != NULL && band->high_challenger->rank == 0);
  }
}

/* Weights inside a pillar that has a minimum rule out and let back in. The minimums lie between
 * what alternatives reach today, so that some are near. */
static void
test_bands_with_minimums (void **state)
{
  const GPtrArray *pillars = sl_catalogue_get_pillars (catalogue);
  static const SlMethod methods[] = { SL_METHOD_ADDITIVE, SL_METHOD_GEOMETRIC };
  Ends ends = { 0 };

  for (guint i = 0; i < pillars->len; i++) {
    for (guint k = 0; k < 4; k++) {
      g_autoptr (SlDecision) decision = new_decision (k % 2 ? "ai-saas" : "general");

      sl_decision_set_method (decision, methods[k / 2]);
      for (double minimum = 55; minimum <= 85; minimum += 15) {
        sl_decision_set_pillar_minimum (decision, g_ptr_array_index (pillars, i), minimum);
        check_minimums (decision, SL_BOARD_TECHNOLOGIES, &ends);
      }
      sl_decision_set_pillar_importance (decision, g_ptr_array_index (pillars, i), 0);
      check_minimums (decision, SL_BOARD_TECHNOLOGIES, &ends);
    }
  }
  assert_true (ends.n_ends > 100 && ends.n_emptied > 0 && ends.n_moved > 5);
}

/* By other methods an end may come sooner, which is said. */
static void
test_methods_that_ignore_minimums (void **state)
{
  const GPtrArray *pillars = sl_catalogue_get_pillars (catalogue);

  for (guint method = 0; method < SL_N_METHODS; method++) {
    g_autoptr (SlDecision) decision = new_decision ("ai-saas");
    g_autoptr (SlAnalysis) plain = NULL;
    g_autoptr (SlAnalysis) analysis = NULL;
    gboolean exact = method == SL_METHOD_ADDITIVE || method == SL_METHOD_GEOMETRIC;

    sl_decision_set_method (decision, method);
    set_samples (decision, 100);
    plain = examine (decision, SL_BOARD_TECHNOLOGIES);
    assert_false (sl_analysis_get_bands (plain, SL_BOARD_TECHNOLOGIES)->ignores_minimum);
    sl_decision_set_pillar_minimum (decision, g_ptr_array_index (pillars, 0), 50);
    analysis = examine (decision, SL_BOARD_TECHNOLOGIES);
    assert_int_equal (sl_analysis_get_bands (analysis, SL_BOARD_TECHNOLOGIES)->ignores_minimum,
                      !exact);
  }
}

/* Importances that rules multiply, and that are 0, have bands too. */
static void
test_band_of_what_does_not_count_yet (void **state)
{
  g_autoptr (SlDecision) decision = new_decision ("ai-saas");
  const GPtrArray *pillars = sl_catalogue_get_pillars (catalogue);

  for (guint i = 0; i < pillars->len; i++) {
    sl_decision_set_pillar_importance (decision, g_ptr_array_index (pillars, i), 0);
    check_bands (decision, SL_BOARD_TECHNOLOGIES);
    sl_decision_undo (decision);
  }
}

/* ---- robustness ---- */

static void
assert_same_numbers (const double *a, const double *b, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    if (!isnan (a[i]) || !isnan (b[i]))
      assert_memory_equal (&a[i], &b[i], sizeof *a);
  }
}

static void
assert_same_robustness (const SlRobustness *a, const SlRobustness *b)
{
  gsize n = a->n;

  assert_int_equal (a->n, b->n);
  assert_int_equal (a->n_trials, b->n_trials);
  assert_same_numbers (a->acceptability, b->acceptability, n * n);
  assert_same_numbers (a->pairwise_winning, b->pairwise_winning, n * n);
  assert_same_numbers (a->central_weights, b->central_weights, n * a->n_criteria);
  assert_same_numbers (a->confidence_factors, b->confidence_factors, n);
  assert_same_numbers (a->expected_ranks, b->expected_ranks, n);
}

static void
test_threads_change_nothing (void **state)
{
  g_autoptr (SlDecision) decision = new_decision ("ai-saas");
  g_autoptr (SlAnalysis) analysis = NULL;
  g_autoptr (SlRobustness) one = NULL;
  g_autoptr (SlRobustness) three = NULL;

  set_samples (decision, 3001);
  analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  one = sl_robustness_new (analysis, SL_BOARD_PAIRINGS, 1, NULL);
  three = sl_robustness_new (analysis, SL_BOARD_PAIRINGS, 3, NULL);
  assert_true (one->complete && three->complete);
  assert_same_robustness (one, three);
}

static void
test_shares_of_places_sum_to_one (void **state)
{
  g_autoptr (SlDecision) decision = new_decision ("ai-saas");
  g_autoptr (SlAnalysis) analysis = NULL;
  g_autoptr (SlRobustness) robustness = NULL;

  analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  robustness = sl_robustness_new (analysis, SL_BOARD_TECHNOLOGIES, 0, NULL);
  assert_int_equal (robustness->n,
                    sl_analysis_get_ranking (analysis, SL_BOARD_TECHNOLOGIES)->n_ranked);
  for (guint i = 0; i < robustness->n; i++) {
    double sum = 0;

    for (guint r = 0; r < robustness->n; r++)
      sum += robustness->acceptability[i * robustness->n + r];
    assert_true (fabs (sum - 1) < 1e-9);
    assert_true (robustness->score_low[i] <= robustness->score_high[i]);
  }
}

/* The nearer the weights stay to the sliders, the more often the first is first. */
static void
test_confidence_makes_sure (void **state)
{
  double shares[2];

  for (guint i = 0; i < 2; i++) {
    g_autoptr (SlDecision) decision = new_decision ("ai-saas");
    SlRobustnessSettings settings = SL_ROBUSTNESS_SETTINGS_DEFAULT;
    g_autoptr (SlAnalysis) analysis = NULL;
    g_autoptr (SlRobustness) robustness = NULL;

    settings.confidence = i == 0 ? 5 : 5000;
    sl_decision_set_robustness (decision, &settings);
    analysis = sl_analysis_new (sl_decision_get_requirements (decision));
    robustness = sl_robustness_new (analysis, SL_BOARD_TECHNOLOGIES, 0, NULL);
    shares[i] = robustness->first_shares[0];
  }
  assert_true (shares[1] > shares[0]);
}

static void
test_cancelled (void **state)
{
  g_autoptr (SlDecision) decision = new_decision ("ai-saas");
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  int stop = 1;

  g_cancellable_cancel (cancellable);
  assert_null (sl_robustness_new (analysis, SL_BOARD_TECHNOLOGIES, 0, cancellable));
  assert_null (sl_sensitivity_new (analysis, SL_BOARD_TECHNOLOGIES, &stop));
}

static void
test_nobody_is_ranked (void **state)
{
  g_autoptr (SlDecision) decision = new_decision ("ai-saas");
  g_autoptr (SlAnalysis) analysis = NULL;
  SlCertainty certainty;

  sl_decision_set_pillar_minimum (decision,
                                  g_ptr_array_index (sl_catalogue_get_pillars (catalogue), 0), 100);
  sl_decision_set_pillar_minimum (decision,
                                  g_ptr_array_index (sl_catalogue_get_pillars (catalogue), 3), 100);
  analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  assert_int_equal (sl_analysis_get_ranking (analysis, SL_BOARD_PAIRINGS)->n_ranked, 0);
  assert_null (sl_robustness_new (analysis, SL_BOARD_PAIRINGS, 0, NULL));
  assert_null (sl_sensitivity_new (analysis, SL_BOARD_PAIRINGS, NULL));
  assert_null (sl_analysis_get_bands (analysis, SL_BOARD_PAIRINGS));
  assert_false (sl_analysis_get_certainty (analysis, SL_BOARD_PAIRINGS, &certainty));
}

static void
test_shares_in_words (void **state)
{
  static const struct {
    double share;
    const char *words;
  } expected[] = { { 0, "0 %" },           { 0.0001, "under 1 %" },
                   { 0.005, "under 1 %" }, { 0.0099, "under 1 %" },
                   { 0.01, "1 %" },        { 0.5, "50 %" },
                   { 0.99, "99 %" },       { 0.9999, "over 99 %" },
                   { 1, "100 %" } };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_autofree char *words = sl_describe_share (expected[i].share);

    assert_string_equal (words, expected[i].words);
  }
}

/* ---- sensitivity ---- */

/* What is asked of the ranking gets the same answer from the one with more beside it. */
static void
test_more_beside_the_same_ranking (void **state)
{
  g_autoptr (SlDecision) decision = new_decision ("ai-saas");
  g_autoptr (SlAnalysis) plain = sl_analysis_new (sl_decision_get_requirements (decision));
  g_autoptr (SlRobustness) robustness = sl_robustness_new (plain, SL_BOARD_PAIRINGS, 0, NULL);
  g_autoptr (SlAnalysis) analysis = sl_analysis_with_robustness (plain, robustness);
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, SL_BOARD_PAIRINGS);
  const SlEntry *first = sl_ranking_get_first (ranking);
  guint n_pillars = sl_catalogue_get_pillars (catalogue)->len;
  g_autofree SlStep *steps = g_new (SlStep, n_pillars);
  g_autoptr (GPtrArray) rules = sl_analysis_list_rules_for (analysis, first);
  g_autoptr (GPtrArray) same_rules = sl_analysis_list_rules_for (plain, first);
  SlValueOrigin origin, same_origin;

  assert_true (sl_analysis_has_same_ranking (analysis, plain));
  assert_ptr_equal (ranking, sl_analysis_get_ranking (plain, SL_BOARD_PAIRINGS));
  assert_ptr_equal (sl_analysis_get_catalogue (analysis), catalogue);
  assert_ptr_equal (sl_analysis_get_rules (analysis), sl_analysis_get_rules (plain));
  assert_ptr_equal (sl_analysis_get_advice (analysis), sl_analysis_get_advice (plain));
  assert_ptr_equal (sl_analysis_get_companions (analysis), sl_analysis_get_companions (plain));
  assert_int_equal (rules->len, same_rules->len);
  for (guint i = 0; i < SL_N_BOARDS; i++) {
    assert_ptr_equal (sl_analysis_get_prices (analysis, i), sl_analysis_get_prices (plain, i));
    assert_ptr_equal (sl_analysis_get_agreement (analysis, i),
                      sl_analysis_get_agreement (plain, i));
    assert_string_equal (sl_analysis_get_headline (analysis, i),
                         sl_analysis_get_headline (plain, i));
    assert_string_equal (sl_analysis_get_answer (analysis, i), sl_analysis_get_answer (plain, i));
  }
  assert_string_equal (sl_analysis_get_pairing_hint (analysis, SL_BOARD_PATTERNS),
                       sl_analysis_get_pairing_hint (plain, SL_BOARD_PATTERNS));
  sl_analysis_get_origin (analysis, first->technology, ranking->criteria[0], &origin);
  sl_analysis_get_origin (plain, first->technology, ranking->criteria[0], &same_origin);
  assert_memory_equal (&origin, &same_origin, sizeof origin);
  sl_analysis_list_steps (analysis, ranking, first, steps);
  assert_true (fabs (steps[n_pillars - 1].to - first->score) < 1e-9);
}

/* Each method answers as far as it can, in words. */
static void
test_every_method (void **state)
{
  for (guint method = 0; method < SL_N_METHODS; method++) {
    g_autoptr (SlDecision) decision = new_decision ("ai-saas");
    g_autoptr (SlAnalysis) analysis = NULL;
    g_autofree char *why = NULL;
    g_autofree char *shares = NULL;
    g_autofree char *band = NULL;
    g_autofree char *doubt = NULL;
    const SlSensitivity *sensitivity;
    SlCertainty certainty;

    sl_decision_set_method (decision, method);
    set_samples (decision, 300);
    analysis = examine (decision, SL_BOARD_TECHNOLOGIES);
    assert_true (sl_analysis_get_certainty (analysis, SL_BOARD_TECHNOLOGIES, &certainty));
    why = sl_analysis_describe_certainty (analysis, SL_BOARD_TECHNOLOGIES);
    shares = sl_analysis_describe_shares (analysis, SL_BOARD_TECHNOLOGIES);
    band = sl_analysis_describe_nearest_band (analysis, SL_BOARD_TECHNOLOGIES);
    doubt = sl_analysis_describe_doubt (analysis, SL_BOARD_TECHNOLOGIES);
    assert_true (why != NULL && shares != NULL && band != NULL && doubt != NULL);

    sensitivity = sl_analysis_get_sensitivity (analysis, SL_BOARD_TECHNOLOGIES);
    assert_int_equal (sensitivity->n_challengers,
                      sl_analysis_get_ranking (analysis, SL_BOARD_TECHNOLOGIES)->n_ranked - 1);
    for (guint i = 0; i < sensitivity->n_challengers; i++) {
      assert_non_null (sensitivity->challengers[i].text);
      assert_int_equal (sensitivity->challengers[i].challenge != NULL,
                        sl_method_is_linear (method));
    }
  }
}

/* A value that is said to be enough is enough, and a little less is not. */
static void
test_value_that_is_needed (void **state)
{
  g_autoptr (SlDecision) decision = new_decision ("ai-saas");
  g_autoptr (SlAnalysis) analysis = examine (decision, SL_BOARD_TECHNOLOGIES);
  const SlSensitivity *sensitivity = sl_analysis_get_sensitivity (analysis, SL_BOARD_TECHNOLOGIES);
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, SL_BOARD_TECHNOLOGIES);
  guint n = 0;

  for (guint i = 0; i < sensitivity->n_challengers; i++) {
    const SlChallenger *challenger = &sensitivity->challengers[i];
    double now = ranking->entries[0].score - challenger->entry->score;

    if (challenger->value_column == G_MAXUINT)
      continue;
    /* By hand: the score rises by the weight times the rise of the value. */
    assert_true (fabs (ranking->weights[challenger->value_column] *
                           (challenger->value_needed - challenger->value_now) -
                       now) < 1e-9);
    n++;
  }
  assert_true (n > 0);
}

static void
test_doubts_are_ordered (void **state)
{
  g_autoptr (SlDecision) decision = new_decision ("ai-saas");
  g_autoptr (SlAnalysis) analysis = examine (decision, SL_BOARD_PAIRINGS);
  const SlSensitivity *sensitivity = sl_analysis_get_sensitivity (analysis, SL_BOARD_PAIRINGS);
  double last = INFINITY;

  assert_true (sensitivity->n_doubts > 0);
  for (guint i = 0; i < sensitivity->n_doubts; i++) {
    const SlDoubt *doubt = &sensitivity->doubts[i];
    double swing = fabs (doubt->high_margin - doubt->low_margin);

    assert_true (swing <= last + 1e-9);
    assert_true (doubt->low <= doubt->mode && doubt->mode <= doubt->high);
    last = swing;
  }
}

/* ---- the analyst ---- */

static void
wait_until_idle (SlAnalyst *analyst)
{
  while (sl_analyst_get_busy (analyst))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_analyst_finds_the_same (void **state)
{
  g_autoptr (SlDecision) decision = new_decision ("ai-saas");
  g_autoptr (SlAnalyst) analyst = sl_analyst_new ();
  g_autoptr (SlAnalysis) alone = NULL;
  SlAnalysis *analysis;

  set_samples (decision, 2500);
  sl_analyst_set_decision (analyst, decision);
  /* The first numbers come with the ranking. */
  assert_non_null (
      sl_analysis_get_robustness (sl_analyst_get_analysis (analyst), SL_BOARD_TECHNOLOGIES));
  wait_until_idle (analyst);

  alone = examine (decision, SL_BOARD_TECHNOLOGIES);
  analysis = sl_analyst_get_analysis (analyst);
  assert_non_null (sl_analysis_get_sensitivity (analysis, SL_BOARD_TECHNOLOGIES));
  assert_same_robustness (sl_analysis_get_robustness (analysis, SL_BOARD_TECHNOLOGIES),
                          sl_analysis_get_robustness (alone, SL_BOARD_TECHNOLOGIES));
}

static void
test_analyst_follows_edits (void **state)
{
  g_autoptr (SlDecision) decision = new_decision ("ai-saas");
  g_autoptr (SlAnalyst) analyst = sl_analyst_new ();
  const SlPillar *pillar = g_ptr_array_index (sl_catalogue_get_pillars (catalogue), 0);

  sl_analyst_set_decision (analyst, decision);
  for (guint i = 0; i <= 50; i++) {
    sl_decision_set_pillar_importance (decision, pillar, i / 5.0);
    assert_ptr_equal (sl_analysis_get_requirements (sl_analyst_get_analysis (analyst)),
                      sl_decision_get_requirements (decision));
    g_main_context_iteration (NULL, FALSE);
  }
  sl_analyst_set_board (analyst, SL_BOARD_PATTERNS);
  wait_until_idle (analyst);
  assert_true (
      sl_analysis_get_robustness (sl_analyst_get_analysis (analyst), SL_BOARD_PATTERNS)->complete);
  assert_ptr_equal (sl_analysis_get_requirements (sl_analyst_get_analysis (analyst)),
                    sl_decision_get_requirements (decision));
}

/* For as long as it takes another one to find all there is. */
static void
test_analyst_waits_while_held (void **state)
{
  g_autoptr (SlDecision) decision = new_decision ("ai-saas");
  g_autoptr (SlAnalyst) held = sl_analyst_new ();
  g_autoptr (SlAnalyst) other = sl_analyst_new ();

  set_samples (decision, 2500);
  sl_analyst_hold (held);
  sl_analyst_set_decision (held, decision);
  sl_analyst_set_decision (other, decision);
  sl_decision_equalise (decision);
  wait_until_idle (other);
  assert_ptr_equal (sl_analysis_get_requirements (sl_analyst_get_analysis (held)),
                    sl_decision_get_requirements (decision));
  assert_null (sl_analysis_get_sensitivity (sl_analyst_get_analysis (held), SL_BOARD_TECHNOLOGIES));
  assert_true (sl_analyst_get_busy (held));

  sl_analyst_release (held);
  wait_until_idle (held);
  assert_same_robustness (
      sl_analysis_get_robustness (sl_analyst_get_analysis (held), SL_BOARD_TECHNOLOGIES),
      sl_analysis_get_robustness (sl_analyst_get_analysis (other), SL_BOARD_TECHNOLOGIES));
}

static void
take_busy_cb (SlAnalyst *analyst, GParamSpec *property, gboolean *busy)
{
  *busy = sl_analyst_get_busy (analyst);
}

/* Whether it had begun with other threads or not. */
static void
test_analyst_loses_its_decision (void **state)
{
  g_autoptr (SlDecision) decision = new_decision ("ai-saas");
  g_autoptr (SlAnalyst) analyst = sl_analyst_new ();
  gboolean busy = FALSE;

  g_signal_connect (analyst, "notify::busy", G_CALLBACK (take_busy_cb), &busy);
  for (guint i = 0; i < 2; i++) {
    sl_analyst_set_decision (analyst, decision);
    assert_true (busy);
    if (i == 1)
      g_main_context_iteration (NULL, TRUE);
    sl_analyst_set_decision (analyst, NULL);
    assert_null (sl_analyst_get_analysis (analyst));
    assert_false (busy);
    while (g_main_context_iteration (NULL, FALSE))
      assert_false (busy);
  }
}

static void
test_analyst_ends_in_the_middle (void **state)
{
  for (guint i = 0; i < 20; i++) {
    g_autoptr (SlDecision) decision = new_decision ("ai-saas");
    SlAnalyst *analyst = sl_analyst_new ();

    sl_analyst_set_board (analyst, SL_BOARD_PAIRINGS);
    sl_analyst_set_decision (analyst, decision);
    if (i % 2 == 1)
      g_main_context_iteration (NULL, TRUE);
    g_assert_finalize_object (analyst);
  }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_bands_end_where_another_leads),
    cmocka_unit_test (test_bands_with_minimums),
    cmocka_unit_test (test_methods_that_ignore_minimums),
    cmocka_unit_test (test_bands_with_locks),
    cmocka_unit_test (test_band_of_what_does_not_count_yet),
    cmocka_unit_test (test_threads_change_nothing),
    cmocka_unit_test (test_shares_of_places_sum_to_one),
    cmocka_unit_test (test_confidence_makes_sure),
    cmocka_unit_test (test_shares_in_words),
    cmocka_unit_test (test_cancelled),
    cmocka_unit_test (test_nobody_is_ranked),
    cmocka_unit_test (test_more_beside_the_same_ranking),
    cmocka_unit_test (test_every_method),
    cmocka_unit_test (test_value_that_is_needed),
    cmocka_unit_test (test_doubts_are_ordered),
    cmocka_unit_test (test_analyst_finds_the_same),
    cmocka_unit_test (test_analyst_follows_edits),
    cmocka_unit_test (test_analyst_waits_while_held),
    cmocka_unit_test (test_analyst_loses_its_decision),
    cmocka_unit_test (test_analyst_ends_in_the_middle),
  };

  return cmocka_run_group_tests_name ("certainty", tests, setup, teardown);
}
