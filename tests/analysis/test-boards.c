/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Weights, values, scores, ranks and exclusions, held against numbers worked out by hand from
 * data/farm:
 *
 *                 quick  wide  calm  safe  tidy
 *   pillar        speed  speed care  care  care     importance: speed 6, care 4
 *   importance    5      3     5     3     2
 *   share of the
 *   technology    1      0     0.5   0.25  1
 *
 *   ant           80           60    40    50
 *   bee           60           80    50    100
 *   cow           90           20    10    0
 *   dog           60           80    50    100      as the bee, but before it in the file
 *   eel           -            70    70    70       quick is unknown: 50
 *
 *   hut                  30    90    60             not for the eel
 *   inn                  80    40    20
 *   pool                 50    50    50             for the eel alone */

#include "ranking-fixture.h"

#include <string.h>

#define T SL_BOARD_TECHNOLOGIES
#define P SL_BOARD_PATTERNS
#define TP SL_BOARD_PAIRINGS

/* ---- boards ---- */

static void
test_board_names (void **state)
{
  static const char *const ids[] = { "technologies", "patterns", "pairings" };
  SlBoard board;

  for (guint i = 0; i < SL_N_BOARDS; i++) {
    assert_string_equal (sl_board_get_id (i), ids[i]);
    assert_true (sl_board_from_id (ids[i], &board));
    assert_int_equal (board, i);
  }
  assert_string_equal (sl_board_get_name (TP), "Pairings");
  assert_false (sl_board_from_id ("boards", &board));
  assert_false (sl_board_from_id ("", &board));
}

/* ---- weights ---- */

/* `expected`: by criterion of the farm, in the order quick, wide, calm, safe, tidy; NAN: it does
 * not count on this board. */
static void
expect_weights (SlAnalysis *analysis, SlBoard board, const double *expected)
{
  static const char *const ids[] = { "quick", "wide", "calm", "safe", "tidy" };
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, board);
  guint n = 0;

  assert_int_equal (ranking->board, board);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    guint column = find_column (ranking, ids[i]);

    assert_int_equal (column == G_MAXUINT, isnan (expected[i]));
    if (isnan (expected[i]))
      continue;
    assert_near (ranking->weights[column], expected[i]);
    n++;
  }
  assert_int_equal (ranking->n_criteria, n);
}

static void
expect_pillar_weights (SlAnalysis *analysis, SlBoard board, double speed, double care)
{
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, board);

  assert_near (ranking->pillar_weights[0], speed);
  assert_near (ranking->pillar_weights[1], care);
}

static gboolean
weighs_equally (SlAnalysis *analysis, SlBoard board)
{
  return sl_analysis_get_ranking (analysis, board)->equal_weights;
}

/* speed 6 / (6 + 4), care 4 / 10; within them by importance. Technologies: quick alone makes speed;
 * care is 5 + 3 + 2. Patterns: wide alone makes speed; care is 5 + 3. Pairings: speed is 5 + 3. */
static void
test_weights (void **state)
{
  static const double technologies[] = { 0.6, NAN, 0.2, 0.12, 0.08 };
  static const double patterns[] = { NAN, 0.6, 0.25, 0.15, NAN };
  static const double pairings[] = { 0.375, 0.225, 0.2, 0.12, 0.08 };
  SlAnalysis *analysis = farm_analyse (*state);

  expect_weights (analysis, T, technologies);
  expect_weights (analysis, P, patterns);
  expect_weights (analysis, TP, pairings);
  for (guint i = 0; i < SL_N_BOARDS; i++) {
    expect_pillar_weights (analysis, i, 0.6, 0.4);
    assert_false (weighs_equally (analysis, i));
  }
}

/* Care is locked at .2, and calm at .05 of it; of what is left of care safe and tidy get 3 and 2 of
 * 5, without tidy safe gets all of it. Speed has the rest, whatever it says. */
static void
test_weights_with_locks (void **state)
{
  static const double technologies[] = { 0.8, NAN, 0.05, 0.09, 0.06 };
  static const double patterns[] = { NAN, 0.8, 0.05, 0.15, NAN };
  static const double pairings[] = { 0.5, 0.3, 0.05, 0.09, 0.06 };
  /* Tidy at .5 is the technologies' alone: there speed and care share .5 as they share the whole of
   * the patterns. */
  static const double technologies_tidy[] = { 0.3, NAN, 0.125, 0.075, 0.5 };
  static const double patterns_untidy[] = { NAN, 0.6, 0.25, 0.15, NAN };
  Farm *self = *state;
  const gboolean *locked;
  SlAnalysis *analysis;

  fixture_set_lock (self->decision, "care", 0.2);
  fixture_set_lock (self->decision, "calm", 0.05);
  analysis = farm_analyse (self);
  expect_weights (analysis, T, technologies);
  expect_weights (analysis, P, patterns);
  expect_weights (analysis, TP, pairings);
  expect_pillar_weights (analysis, TP, 0.8, 0.2);
  locked = sl_analysis_get_ranking (analysis, TP)->locked;
  assert_false (locked[0] || locked[1]);
  assert_true (locked[2] && locked[3] && locked[4]);

  fixture_set_lock (self->decision, "care", NAN);
  fixture_set_lock (self->decision, "calm", NAN);
  fixture_set_lock (self->decision, "tidy", 0.5);
  analysis = farm_analyse (self);
  expect_weights (analysis, T, technologies_tidy);
  expect_weights (analysis, P, patterns_untidy);
  locked = sl_analysis_get_ranking (analysis, T)->locked;
  assert_false (locked[0] || locked[1] || locked[2]);
  assert_true (locked[3]);
}

/* Without speed, care is all: 5, 3 and 2 of 10, or 5 and 3 of 8. */
static void
test_weights_without_a_pillar (void **state)
{
  static const double technologies[] = { 0, NAN, 0.5, 0.3, 0.2 };
  static const double patterns[] = { NAN, 0, 0.625, 0.375, NAN };
  static const double pairings[] = { 0, 0, 0.5, 0.3, 0.2 };
  Farm *self = *state;
  SlAnalysis *analysis;

  fixture_set_importance (self->decision, "speed", 0);
  analysis = farm_analyse (self);
  expect_weights (analysis, T, technologies);
  expect_weights (analysis, P, patterns);
  expect_weights (analysis, TP, pairings);
  expect_pillar_weights (analysis, T, 0, 1);
  assert_false (weighs_equally (analysis, T));
}

/* A pillar none of whose criteria matters on the board drops out there, and only there. */
static void
test_weights_without_criteria (void **state)
{
  static const double technologies[] = { 0, NAN, 0.5, 0.3, 0.2 };
  static const double patterns[] = { NAN, 0.6, 0.25, 0.15, NAN };
  static const double pairings[] = { 0, 0.6, 0.2, 0.12, 0.08 };
  static const double quick_alone[] = { 1, NAN, 0, 0, 0 };
  static const double quick_and_wide[] = { 0.625, 0.375, 0, 0, 0 };
  Farm *self = *state;
  SlAnalysis *analysis;

  fixture_set_importance (self->decision, "quick", 0);
  analysis = farm_analyse (self);
  expect_weights (analysis, T, technologies);
  expect_weights (analysis, P, patterns);
  expect_weights (analysis, TP, pairings);

  fixture_set_importance (self->decision, "quick", 5);
  fixture_set_importance (self->decision, "calm", 0);
  fixture_set_importance (self->decision, "safe", 0);
  fixture_set_importance (self->decision, "tidy", 0);
  analysis = farm_analyse (self);
  expect_weights (analysis, T, quick_alone);
  expect_weights (analysis, TP, quick_and_wide);
  expect_pillar_weights (analysis, TP, 1, 0);
}

static void
test_weights_of_nothing (void **state)
{
  static const double technologies[] = { 0.25, NAN, 0.25, 0.25, 0.25 };
  static const double patterns[] = { NAN, 1 / 3.0, 1 / 3.0, 1 / 3.0, NAN };
  static const double pairings[] = { 0.2, 0.2, 0.2, 0.2, 0.2 };
  static const double wide_alone[] = { 0, 1, 0, 0, 0 };
  Farm *self = *state;
  SlAnalysis *analysis;

  fixture_set_importance (self->decision, "speed", 0);
  fixture_set_importance (self->decision, "care", 0);
  analysis = farm_analyse (self);
  expect_weights (analysis, T, technologies);
  expect_weights (analysis, P, patterns);
  expect_weights (analysis, TP, pairings);
  for (guint i = 0; i < SL_N_BOARDS; i++)
    assert_true (weighs_equally (analysis, i));
  expect_pillar_weights (analysis, TP, 0.4, 0.6);
  /* (80 + 60 + 40 + 50) / 4 */
  expect_score (analysis, T, "ant", 57.5);

  /* Nothing that matters is on the board of technologies; wide is on the others. */
  fixture_set_importance (self->decision, "speed", 6);
  fixture_set_importance (self->decision, "quick", 0);
  analysis = farm_analyse (self);
  expect_weights (analysis, T, technologies);
  expect_weights (analysis, TP, wide_alone);
  assert_true (weighs_equally (analysis, T));
  assert_false (weighs_equally (analysis, P));
  assert_false (weighs_equally (analysis, TP));
}

/* The crowd: care 4 x 3 = 12, so speed is 6 / 18; quick 5 x 0.6 = 3 and safe 3 x 2 = 6, so that
 * care is 5 + 6 + 2 = 13, or 5 + 6 = 11 for patterns, and speed 3 + 3 = 6 for pairings. */
static void
test_emphasis (void **state)
{
  static const double technologies[] = {
    1 / 3.0, NAN, 2 / 3.0 * 5 / 13, 2 / 3.0 * 6 / 13, 2 / 3.0 * 2 / 13,
  };
  static const double patterns[] = { NAN, 1 / 3.0, 2 / 3.0 * 5 / 11, 2 / 3.0 * 6 / 11, NAN };
  static const double pairings[] = {
    1 / 6.0, 1 / 6.0, 2 / 3.0 * 5 / 13, 2 / 3.0 * 6 / 13, 2 / 3.0 * 2 / 13,
  };
  SlAnalysis *analysis = farm_analyse_with (*state, "heads", 50);

  expect_weights (analysis, T, technologies);
  expect_weights (analysis, P, patterns);
  expect_weights (analysis, TP, pairings);
  /* 80 / 3 + 2 / 3 x (5 x 60 + 6 x 40 + 2 x 50) / 13 */
  expect_score (analysis, T, "ant", 80 / 3.0 + 2 / 3.0 * 640 / 13);

  /* One head fewer is no crowd. */
  analysis = farm_analyse_with (*state, "heads", 49);
  expect_pillar_weights (analysis, T, 0.6, 0.4);
}

/* ---- scores and ranks ---- */

static void
test_technologies (void **state)
{
  SlAnalysis *analysis = farm_analyse (*state);
  const SlEntry *ant = find_entry (analysis, T, "ant");

  /* 0.6 x 80 + 0.2 x 60 + 0.12 x 40 + 0.08 x 50 = 48 + 12 + 4.8 + 4 */
  expect_score (analysis, T, "ant", 68.8);
  expect_score (analysis, T, "bee", 36 + 16 + 6 + 8);
  expect_score (analysis, T, "cow", 54 + 4 + 1.2 + 0);
  expect_score (analysis, T, "dog", 36 + 16 + 6 + 8);
  /* Nothing is known of how quick it is: the middle. */
  expect_score (analysis, T, "eel", 30 + 14 + 8.4 + 5.6);
  expect_ranking (analysis, T, "1 ant, 2 bee, 2 dog, 4 cow, 5 eel");

  assert_near (ant->contributions[0], 48);
  assert_near (ant->contributions[1], 12);
  assert_near (ant->contributions[2], 4.8);
  assert_near (ant->contributions[3], 4);
  assert_near (ant->pillar_contributions[0], 48);
  assert_near (ant->pillar_contributions[1], 20.8);
  assert_string_equal (ant->name, "Ant");
  assert_ptr_equal (ant->technology, fixture_alternative (((Farm *) *state)->catalogue, "ant"));
  assert_null (ant->pattern);
  assert_int_equal (ant->reasons->len, 0);
}

static void
test_patterns (void **state)
{
  SlAnalysis *analysis = farm_analyse (*state);
  const SlEntry *inn = find_entry (analysis, P, "inn");

  expect_score (analysis, P, "hut", 18 + 22.5 + 9);
  expect_score (analysis, P, "inn", 48 + 10 + 3);
  expect_score (analysis, P, "pool", 30 + 12.5 + 7.5);
  expect_ranking (analysis, P, "1 inn, 2 pool, 3 hut");
  assert_null (inn->technology);
  assert_ptr_equal (inn->pattern, fixture_alternative (((Farm *) *state)->catalogue, "inn"));
}

/* calm is half and half, safe a quarter and three; quick and tidy are the technology's, wide the
 * pattern's. The ant in the inn: calm (60 + 40) / 2 = 50, safe 10 + 15 = 25. */
static void
test_pairings (void **state)
{
  SlAnalysis *analysis = farm_analyse (*state);
  const SlEntry *entry = find_entry (analysis, TP, "ant+inn");

  expect_cell (analysis, TP, "ant+inn", "quick", 80);
  expect_cell (analysis, TP, "ant+inn", "wide", 80);
  expect_cell (analysis, TP, "ant+inn", "calm", 50);
  expect_cell (analysis, TP, "ant+inn", "safe", 25);
  expect_cell (analysis, TP, "ant+inn", "tidy", 50);
  expect_score (analysis, TP, "ant+inn", 30 + 18 + 10 + 3 + 4);
  expect_score (analysis, TP, "ant+hut", 30 + 6.75 + 15 + 6.6 + 4);
  expect_score (analysis, TP, "bee+inn", 22.5 + 18 + 12 + 3.3 + 8);
  expect_score (analysis, TP, "bee+hut", 22.5 + 6.75 + 17 + 6.9 + 8);
  expect_score (analysis, TP, "cow+inn", 33.75 + 18 + 6 + 2.1 + 0);
  expect_score (analysis, TP, "cow+hut", 33.75 + 6.75 + 11 + 5.7 + 0);
  expect_score (analysis, TP, "eel+inn", 18.75 + 18 + 11 + 3.9 + 5.6);
  expect_score (analysis, TP, "eel+pool", 18.75 + 11.25 + 12 + 6.6 + 5.6);
  expect_ranking (analysis, TP,
                  "1 ant+inn, 2 bee+inn, 2 dog+inn, 4 ant+hut, 5 bee+hut, 5 dog+hut, 7 cow+inn, "
                  "8 eel+inn, 9 cow+hut, 10 eel+pool");
  assert_string_equal (entry->name, "Ant, in the inn");
  assert_string_equal (entry->technology->id, "ant");
  assert_string_equal (entry->pattern->id, "inn");
}

/* Level by different ways: with rain the bee has 24 + 20 + 6 + 8, the eel 30 + 14 + 8.4 + 5.6. */
static void
test_level (void **state)
{
  SlAnalysis *analysis = farm_analyse_with (*state, "rain", 1);

  expect_score (analysis, T, "bee", 58);
  expect_score (analysis, T, "eel", 58);
  expect_ranking (analysis, T, "1 dog, 2 ant, 3 bee, 3 eel, - cow");
}

static void
test_find (void **state)
{
  SlAnalysis *analysis = farm_analyse (*state);
  const SlRanking *technologies = sl_analysis_get_ranking (analysis, T);

  assert_ptr_equal (sl_ranking_get_first (technologies), &technologies->entries[0]);
  assert_null (sl_ranking_find (technologies, "inn"));
  assert_null (sl_ranking_find (technologies, "ant+inn"));
  assert_null (sl_ranking_find (technologies, ""));
}

/* ---- what the rules do ---- */

/* Rain: the small ones lose 20 of quick and win 50 of calm; the inn loses 50 of calm. What leaves
 * the scale stops at its end, before anything is blended: the bee in the inn has (100 + 0) / 2. */
static void
test_adjustments (void **state)
{
  SlAnalysis *analysis = farm_analyse_with (*state, "rain", 1);

  expect_cell (analysis, T, "ant", "quick", 60);
  expect_cell (analysis, T, "ant", "calm", 100);
  expect_cell (analysis, T, "ant", "safe", 40);
  expect_cell (analysis, T, "dog", "calm", 80);
  expect_score (analysis, T, "ant", 36 + 20 + 4.8 + 4);
  expect_cell (analysis, P, "inn", "calm", 0);
  expect_score (analysis, P, "inn", 48 + 0 + 3);
  expect_cell (analysis, TP, "bee+inn", "calm", 50);
  expect_cell (analysis, TP, "bee+hut", "calm", 95);
  expect_score (analysis, TP, "bee+inn", 15 + 18 + 10 + 3.3 + 8);
  expect_score (analysis, TP, "dog+inn", 22.5 + 18 + 8 + 3.3 + 8);
  expect_ranking (analysis, TP,
                  "1 dog+hut, 2 dog+inn, 3 ant+hut, 4 ant+inn, 5 bee+hut, 6 bee+inn, 7 eel+pool, "
                  "8 eel+inn, - cow+hut, - cow+inn");
}

/* Winter: ants and bees in the inn lose 100 of calm and win 40 of safe, after blending: calm
 * 50 - 100, cut to 0, safe 25 + 40. No technology and no pattern changes. */
static void
test_pair_rules (void **state)
{
  SlAnalysis *analysis = farm_analyse_with (*state, "season", WINTER);

  expect_cell (analysis, TP, "ant+inn", "calm", 0);
  expect_cell (analysis, TP, "ant+inn", "safe", 65);
  expect_score (analysis, TP, "ant+inn", 30 + 18 + 0 + 7.8 + 4);
  expect_cell (analysis, TP, "bee+inn", "safe", 67.5);
  expect_cell (analysis, TP, "ant+hut", "calm", 75);
  expect_cell (analysis, TP, "eel+inn", "calm", 55);
  expect_cell (analysis, T, "ant", "calm", 60);
  expect_cell (analysis, P, "inn", "calm", 40);
  expect_ranking (analysis, T, "1 ant, 2 bee, 2 dog, 4 cow, 5 eel");
  expect_ranking (analysis, P, "1 inn, 2 pool, 3 hut");
  expect_ranking (analysis, TP,
                  "1 ant+hut, 2 bee+hut, 2 dog+hut, 4 cow+inn, 5 ant+inn, 6 eel+inn, 7 cow+hut, "
                  "8 bee+inn, 9 eel+pool, - dog+inn");
  expect_reasons (analysis, TP, "dog+inn", "winter-dog");
  expect_score (analysis, TP, "dog+inn", 63.8);
}

/* Who is excluded keeps the score, and takes the pairings along. */
static void
test_exclusions (void **state)
{
  SlAnalysis *analysis = farm_analyse_with (*state, "rain", 1);

  expect_reasons (analysis, T, "cow", "rain-cow");
  expect_reasons (analysis, T, "ant", "");
  expect_score (analysis, T, "cow", 59.2);
  expect_reasons (analysis, TP, "cow+hut", "rain-cow");
  expect_reasons (analysis, TP, "cow+inn", "rain-cow");
  expect_score (analysis, TP, "cow+hut", 57.2);
  /* calm (20 + 0) / 2 */
  expect_score (analysis, TP, "cow+inn", 33.75 + 18 + 2 + 2.1 + 0);

  /* The hut is too small for a crowd, whoever is in it. */
  analysis = farm_analyse_with (*state, "heads", 50);
  expect_reasons (analysis, P, "hut", "crowd-hut");
  expect_reasons (analysis, TP, "bee+hut", "crowd-hut");
  expect_reasons (analysis, TP, "cow+hut", "rain-cow, crowd-hut");
  expect_reasons (analysis, TP, "bee+inn", "");
}

/* All technologies but the eel; the large ones twice. The excluded stand by score. */
static void
test_excluded_by_score (void **state)
{
  SlAnalysis *analysis = farm_analyse_with (*state, "wolves", 1);

  expect_ranking (analysis, T, "1 eel, - ant, - bee, - dog, - cow");
  expect_reasons (analysis, T, "ant", "wolves");
  expect_reasons (analysis, T, "cow", "wolves, wolves-cow");
  expect_ranking (analysis, TP,
                  "1 eel+inn, 2 eel+pool, - ant+inn, - bee+inn, - dog+inn, - ant+hut, - bee+hut, "
                  "- dog+hut, - cow+inn, - cow+hut");
  expect_reasons (analysis, TP, "dog+hut", "wolves, wolves-cow");
  assert_int_equal (sl_analysis_get_ranking (analysis, P)->n_ranked, 3);
}

static void
expect_rules (const GPtrArray *rules, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < rules->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? ", " : "",
                            ((const SlRule *) g_ptr_array_index (rules, i))->id);
  assert_string_equal (found->str, expected);
}

static void
expect_rules_for (SlAnalysis *analysis, SlBoard board, const char *id, const char *expected)
{
  g_autoptr (GPtrArray) rules =
      sl_analysis_list_rules_for (analysis, find_entry (analysis, board, id));

  expect_rules (rules, expected);
}

/* Which hold, and which of them changed or excluded whom: advice and emphasis do neither. */
static void
test_rules (void **state)
{
  SlAnalysis *analysis = farm_analyse (*state);

  expect_rules (sl_analysis_get_rules (analysis), "bee-flowers, ant-sugar");
  expect_rules_for (analysis, T, "ant", "");

  farm_analyse_with (*state, "rain", 1);
  farm_analyse_with (*state, "heads", 50);
  analysis = farm_analyse_with (*state, "season", WINTER);
  expect_rules (sl_analysis_get_rules (analysis),
                "rain-cow, rain-small, rain-inn, crowd, crowd-hut, winter-inn, winter-dog, "
                "bee-flowers, ant-sugar");
  expect_rules_for (analysis, T, "ant", "rain-small");
  expect_rules_for (analysis, T, "cow", "rain-cow");
  expect_rules_for (analysis, T, "dog", "");
  expect_rules_for (analysis, P, "inn", "rain-inn");
  expect_rules_for (analysis, P, "hut", "crowd-hut");
  expect_rules_for (analysis, TP, "ant+inn", "rain-small, rain-inn, winter-inn");
  expect_rules_for (analysis, TP, "ant+hut", "rain-small, crowd-hut");
  expect_rules_for (analysis, TP, "dog+inn", "rain-inn, winter-dog");
}

/* ---- minimums ---- */

static const SlReason *
only_reason (SlAnalysis *analysis, SlBoard board, const char *id)
{
  const SlEntry *entry = find_entry (analysis, board, id);

  assert_int_equal (entry->reasons->len, 1);
  return g_ptr_array_index (entry->reasons, 0);
}

/* calm of 60 is what the ant has and what the bee has in the inn; a pairing is measured by its own
 * value, so the bee may stay in an inn that alone has 40. */
static void
test_criterion_minimum (void **state)
{
  Farm *self = *state;
  const SlReason *reason;
  SlAnalysis *analysis;

  fixture_set_minimum (self->decision, "calm", 60);
  analysis = farm_analyse (self);
  expect_ranking (analysis, T, "1 ant, 2 bee, 2 dog, 4 eel, - cow");
  expect_ranking (analysis, P, "1 hut, - inn, - pool");
  expect_ranking (analysis, TP,
                  "1 bee+inn, 1 dog+inn, 3 ant+hut, 4 bee+hut, 4 dog+hut, 6 eel+pool, - ant+inn, "
                  "- cow+inn, - eel+inn, - cow+hut");
  reason = only_reason (analysis, T, "cow");
  assert_null (reason->rule);
  assert_null (reason->pillar);
  assert_ptr_equal (reason->criterion, fixture_criterion (self->catalogue, "calm"));
  assert_near (reason->value, 20);
  assert_near (reason->minimum, 60);
  assert_string_equal (reason->text, "Calm: 20 is below the minimum of 60");
  assert_near (only_reason (analysis, TP, "eel+inn")->value, 55);
}

/* A board that a criterion does not count on knows no minimum of it. */
static void
test_minimum_of_another_board (void **state)
{
  Farm *self = *state;
  SlAnalysis *analysis;

  fixture_set_minimum (self->decision, "quick", 85);
  analysis = farm_analyse (self);
  expect_ranking (analysis, T, "1 cow, - ant, - bee, - dog, - eel");
  expect_ranking (analysis, P, "1 inn, 2 pool, 3 hut");
}

/* The ant's care is (5 x 60 + 3 x 40 + 2 x 50) / 10 = 52. Of patterns it is calm and safe alone:
 * the hut's (5 x 90 + 3 x 60) / 8, the inn's (5 x 40 + 3 x 20) / 8, the pool's 50. */
static void
test_pillar_minimum (void **state)
{
  Farm *self = *state;
  const SlReason *reason;
  SlAnalysis *analysis;

  fixture_set_minimum (self->decision, "care", 55);
  analysis = farm_analyse (self);
  expect_ranking (analysis, T, "1 bee, 1 dog, 3 eel, - ant, - cow");
  reason = only_reason (analysis, T, "ant");
  assert_ptr_equal (reason->pillar, fixture_pillar (self->catalogue, "care"));
  assert_null (reason->criterion);
  assert_near (reason->value, 52);
  assert_near (reason->minimum, 55);
  assert_string_equal (reason->text, "Care: 52 is below the minimum of 55");
  expect_ranking (analysis, P, "1 hut, - inn, - pool");
  assert_near (only_reason (analysis, P, "inn")->value, 32.5);

  /* If nothing in care matters, all of it does: (60 + 40 + 50) / 3. */
  fixture_set_importance (self->decision, "calm", 0);
  fixture_set_importance (self->decision, "safe", 0);
  fixture_set_importance (self->decision, "tidy", 0);
  assert_near (only_reason (farm_analyse (self), T, "ant")->value, 50);
}

/* What a rule emphasises counts for more in its pillar's minimum too: care of the ant in a crowd is
 * (5 x 60 + 6 x 40 + 2 x 50) / 13. */
static void
test_pillar_minimum_under_emphasis (void **state)
{
  Farm *self = *state;
  SlAnalysis *analysis;

  fixture_set_minimum (self->decision, "care", 52);
  expect_reasons (farm_analyse (self), T, "ant", "");
  analysis = farm_analyse_with (self, "heads", 50);
  assert_near (only_reason (analysis, T, "ant")->value, 640 / 13.0);
}

/* A rule first, then criteria, then pillars. */
static void
test_all_reasons (void **state)
{
  Farm *self = *state;

  fixture_set_minimum (self->decision, "care", 55);
  fixture_set_minimum (self->decision, "tidy", 10);
  fixture_set_minimum (self->decision, "calm", 30);
  expect_reasons (farm_analyse_with (self, "rain", 1), T, "cow", "rain-cow, calm, tidy, care");
}

/* Shares of a third and of seven tenths leave last bits behind; what is 61 on paper is 61. */
static void
test_met_minimums_hold (void **state)
{
  static const double importances[][3] = {
    { 1, 2, 3 }, { 0.1, 0.2, 0.3 }, { 3.3, 7.7, 0.7 }, { 7, 7, 7 }
  };
  Farm *self = *state;

  for (guint i = 0; i < G_N_ELEMENTS (importances); i++) {
    fixture_set_importance (self->decision, "calm", importances[i][0]);
    fixture_set_importance (self->decision, "safe", importances[i][1]);
    fixture_set_importance (self->decision, "tidy", importances[i][2]);
    for (double level = 0.1; level < 100; level += 7.3) {
      fixture_override (self->decision, "ant", "calm", level);
      fixture_override (self->decision, "ant", "safe", level);
      fixture_override (self->decision, "ant", "tidy", level);
      fixture_override (self->decision, "inn", "calm", level);
      fixture_override (self->decision, "inn", "safe", level);
      fixture_set_minimum (self->decision, "care", level);
      expect_reasons (farm_analyse (self), T, "ant", "");
      expect_reasons (self->analysis, TP, "ant+inn", "");
      fixture_set_minimum (self->decision, "care", NAN);
      fixture_set_minimum (self->decision, "safe", level);
      expect_reasons (farm_analyse (self), TP, "ant+inn", "");
      fixture_set_minimum (self->decision, "safe", NAN);
    }
  }
}

/* A sentence in which both numbers are the same would be no reason. */
static void
test_shortfall_shows (void **state)
{
  static const struct {
    double value;
    double minimum;
    const char *text;
  } cases[] = {
    { 59, 60, "Tidy: 59 is below the minimum of 60" },
    { 59.6, 60, "Tidy: 59.6 is below the minimum of 60.0" },
    { 59.99, 60, "Tidy: 59.99 is below the minimum of 60.00" },
    { 50, 62.5, "Tidy: 50.0 is below the minimum of 62.5" },
    { 62.46, 62.5, "Tidy: 62.46 is below the minimum of 62.50" },
    { 0, 100, "Tidy: 0 is below the minimum of 100" },
  };
  Farm *self = *state;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    fixture_override (self->decision, "ant", "tidy", cases[i].value);
    fixture_set_minimum (self->decision, "tidy", cases[i].minimum);
    assert_string_equal (only_reason (farm_analyse (self), T, "ant")->text, cases[i].text);
  }
}

/* ---- the team's own values ---- */

/* calm of the ant 90 instead of 60: 30 x 0.2 points more; in the inn (90 + 40) / 2. Rules go on
 * top: 90 + 50 in the rain. */
static void
test_overrides (void **state)
{
  Farm *self = *state;
  SlAnalysis *analysis;

  fixture_override (self->decision, "ant", "calm", 90);
  fixture_override (self->decision, "inn", "wide", 0);
  /* How wide an ant is does not count, nor how tidy an inn. */
  fixture_override (self->decision, "ant", "wide", 100);
  fixture_override (self->decision, "inn", "tidy", 100);
  analysis = farm_analyse (self);
  expect_score (analysis, T, "ant", 74.8);
  expect_cell (analysis, TP, "ant+inn", "calm", 65);
  expect_cell (analysis, TP, "ant+inn", "wide", 0);
  expect_cell (analysis, TP, "ant+inn", "tidy", 50);
  expect_score (analysis, P, "inn", 13);
  expect_score (analysis, T, "bee", 66);

  fixture_override (self->decision, "ant", "calm", 30);
  analysis = farm_analyse_with (self, "rain", 1);
  expect_cell (analysis, T, "ant", "calm", 80);
}

static void
test_origin (void **state)
{
  Farm *self = *state;
  const SlAlternative *ant = fixture_alternative (self->catalogue, "ant");
  const SlAlternative *eel = fixture_alternative (self->catalogue, "eel");
  const SlAlternative *inn = fixture_alternative (self->catalogue, "inn");
  const SlCriterion *quick = fixture_criterion (self->catalogue, "quick");
  const SlCriterion *calm = fixture_criterion (self->catalogue, "calm");
  SlValueOrigin origin;

  farm_analyse_with (self, "rain", 1);
  sl_analysis_get_origin (self->analysis, ant, calm, &origin);
  assert_ptr_equal (origin.cell, &ant->cells[calm->index]);
  assert_null (origin.override);
  assert_near (origin.mode, 60);
  assert_near (origin.value, 100);
  sl_analysis_get_origin (self->analysis, inn, calm, &origin);
  assert_ptr_equal (origin.cell, &inn->cells[calm->index]);
  assert_near (origin.mode, 40);
  assert_near (origin.value, 0);
  sl_analysis_get_origin (self->analysis, eel, quick, &origin);
  assert_int_equal (origin.cell->basis, SL_BASIS_UNKNOWN);
  assert_near (origin.mode, 50);
  assert_near (origin.value, 50);

  fixture_override (self->decision, "ant", "calm", 20);
  farm_analyse (self);
  sl_analysis_get_origin (self->analysis, ant, calm, &origin);
  assert_near (origin.cell->mode, 60);
  assert_non_null (origin.override);
  assert_string_equal (origin.override->reason, "We tried.");
  assert_near (origin.mode, 20);
  assert_near (origin.value, 70);
}

/* ---- the analysis itself ---- */

/* It keeps what it was made from. */
static void
test_outlives_the_decision (void **state)
{
  SlCatalogue *catalogue = fixture_farm ();
  SlDecision *decision = sl_decision_new (catalogue);
  SlAnalysis *analysis;

  fixture_set_fact (decision, "rain", 1);
  analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  assert_ptr_equal (sl_analysis_get_catalogue (analysis), catalogue);
  assert_ptr_equal (sl_analysis_get_requirements (analysis),
                    sl_decision_get_requirements (decision));
  fixture_finalize (decision);
  sl_catalogue_unref (catalogue);
  sl_analysis_ref (analysis);
  sl_analysis_unref (analysis);
  expect_ranking (analysis, T, "1 dog, 2 ant, 3 bee, 3 eel, - cow");
  assert_string_equal (sl_analysis_get_headline (analysis, TP), "Dog, in the hut");
  sl_analysis_unref (analysis);
}

/* Over who is ranked alone. */
static void
test_mean_contributions (void **state)
{
  SlAnalysis *analysis = farm_analyse_with (*state, "heads", 50);
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, TP);

  assert_true (ranking->n_ranked > 1 && ranking->n_ranked < ranking->n_entries);
  for (guint i = 0; i < 2; i++) {
    double sum = 0;

    for (guint j = 0; j < ranking->n_ranked; j++)
      sum += ranking->entries[j].pillar_contributions[i];
    assert_near (ranking->mean_pillar_contributions[i] * ranking->n_ranked, sum);
  }
}

static void
test_differences (void **state)
{
  static const struct {
    double points;
    const char *text;
  } cases[] = { { 3.24, "+3.2" }, { -0.36, "\u22120.4" }, { -0.04, "0.0" }, { 0.05, "+0.1" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = sl_describe_difference (cases[i].points);

    assert_string_equal (text, cases[i].text);
  }
}

#define FARM_FILE(kind, list)                                                                      \
  "{\"format\": \"" kind "-1\", \"catalogue\": \"farm\", \"version\": \"3\", \"" kind "\": [" list \
  "]}"
#define BARE_PATTERN(id, name)                                                                     \
  "{\"id\": \"" id "\", \"name\": \"" name "\", \"summary\": \"Bare.\", \"phrase\": \"outside\","  \
  " \"tags\": [], \"strengths\": [], \"weaknesses\": [], \"best_for\": [], \"values\": {}}"

/* The farm's criteria, all of them the technology's alone. */
static char *
criteria_of_technologies (void)
{
  g_autofree char *criteria = fixture_farm_file ("criteria.json");
  g_auto (GStrv) parts = g_strsplit (criteria, "\"technology_share\": ", -1);
  g_autoptr (GString) text = g_string_new (parts[0]);

  for (guint i = 1; parts[i] != NULL; i++)
    g_string_append_printf (text, "\"technology_share\": 1%s",
                            parts[i] + strcspn (parts[i], " ,}"));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Then all are level, and nothing is said to matter. */
static void
test_board_without_criteria (void **state)
{
  g_autofree char *criteria = criteria_of_technologies ();
  g_autoptr (SlCatalogue) catalogue = fixture_farm_with (
      "criteria.json", criteria, "rules.json", FARM_FILE ("rules", ""), "patterns.json",
      FARM_FILE ("patterns", BARE_PATTERN ("hut", "Hut") ", " BARE_PATTERN ("den", "Den")), NULL);
  g_autoptr (SlRequirements) requirements = sl_requirements_new (catalogue);
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (requirements);

  assert_int_equal (sl_analysis_get_ranking (analysis, P)->n_criteria, 0);
  expect_score (analysis, P, "hut", 0);
  expect_ranking (analysis, P, "1 den, 1 hut");
  assert_int_equal (sl_analysis_get_ranking (analysis, T)->n_criteria, 5);
  assert_string_equal (sl_analysis_get_answer (analysis, P),
                       "Den and Hut are level. Den and Hut are alike in all that counts.");
}

static void
test_board_of_nobody (void **state)
{
  g_autoptr (SlCatalogue) catalogue = fixture_farm_with (
      "patterns.json", FARM_FILE ("patterns", ""), "rules.json", FARM_FILE ("rules", ""), NULL);
  g_autoptr (SlRequirements) requirements = sl_requirements_new (catalogue);
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (requirements);

  assert_int_equal (sl_analysis_get_ranking (analysis, P)->n_entries, 0);
  assert_int_equal (sl_analysis_get_ranking (analysis, TP)->n_entries, 0);
  assert_null (sl_ranking_get_first (sl_analysis_get_ranking (analysis, TP)));
  assert_string_equal (sl_analysis_get_answer (analysis, TP), "There is nothing to choose from.");
  assert_string_equal (sl_analysis_get_headline (analysis, TP),
                       "No alternative meets the requirements");
  expect_ranking (analysis, T, "1 ant, 2 bee, 2 dog, 4 cow, 5 eel");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_board_names),
    farm_test (test_weights),
    farm_test (test_weights_with_locks),
    farm_test (test_weights_without_a_pillar),
    farm_test (test_weights_without_criteria),
    farm_test (test_weights_of_nothing),
    farm_test (test_emphasis),
    farm_test (test_technologies),
    farm_test (test_patterns),
    farm_test (test_pairings),
    farm_test (test_level),
    farm_test (test_find),
    farm_test (test_adjustments),
    farm_test (test_pair_rules),
    farm_test (test_exclusions),
    farm_test (test_excluded_by_score),
    farm_test (test_rules),
    farm_test (test_criterion_minimum),
    farm_test (test_minimum_of_another_board),
    farm_test (test_pillar_minimum),
    farm_test (test_pillar_minimum_under_emphasis),
    farm_test (test_all_reasons),
    farm_test (test_met_minimums_hold),
    farm_test (test_shortfall_shows),
    farm_test (test_overrides),
    farm_test (test_origin),
    farm_test (test_mean_contributions),
    cmocka_unit_test (test_differences),
    cmocka_unit_test (test_outlives_the_decision),
    cmocka_unit_test (test_board_without_criteria),
    cmocka_unit_test (test_board_of_nobody),
  };

  return cmocka_run_group_tests_name ("boards", tests, NULL, NULL);
}
