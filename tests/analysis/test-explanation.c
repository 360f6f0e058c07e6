/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said about a ranking: what each requirement costs, what to do, why one stands before
 * another, and the answer. The farm's numbers are in test-boards.c. */

#include "ranking-fixture.h"

#include <string.h>

#define T SL_BOARD_TECHNOLOGIES
#define P SL_BOARD_PATTERNS
#define TP SL_BOARD_PAIRINGS

/* ---- prices ---- */

static const SlPrice *
get_price (SlAnalysis *analysis, SlBoard board, guint index)
{
  const GArray *prices = sl_analysis_get_prices (analysis, board);

  assert_true (index < prices->len);
  return &g_array_index (prices, SlPrice, index);
}

static void
expect_price (const SlPrice *price,
              const char *text,
              guint n_excluded,
              guint n_alone,
              const char *best_name,
              double best_score)
{
  assert_string_equal (price->reason->text, text);
  assert_int_equal (price->n_excluded, n_excluded);
  assert_int_equal (price->n_alone, n_alone);
  if (best_name == NULL) {
    assert_null (price->best_name);
    assert_true (isnan (price->best_score));
  } else {
    assert_string_equal (price->best_name, best_name);
    assert_near (price->best_score, best_score);
  }
}

/* The wolves take ant, bee, cow and dog; the large two, cow and dog, would be taken anyway. */
static void
test_prices_of_rules (void **state)
{
  SlAnalysis *analysis = farm_analyse_with (*state, "wolves", 1);

  assert_int_equal (sl_analysis_get_prices (analysis, T)->len, 2);
  expect_price (get_price (analysis, T, 0), "Wolves spare only what is in the water.", 4, 2, "Ant",
                68.8);
  expect_price (get_price (analysis, T, 1), "Wolves like cows.", 2, 0, NULL, NAN);
  assert_string_equal (get_price (analysis, T, 0)->reason->rule->id, "wolves");

  /* Each of the four in the hut and in the inn. */
  assert_int_equal (sl_analysis_get_prices (analysis, TP)->len, 2);
  expect_price (get_price (analysis, TP, 0), "Wolves spare only what is in the water.", 8, 4,
                "Ant, in the inn", 65);
  expect_price (get_price (analysis, TP, 1), "Wolves like cows.", 4, 0, NULL, NAN);
  assert_int_equal (sl_analysis_get_prices (analysis, P)->len, 0);
}

/* Care of 55 takes ant (52) and cow (13), tidy of 62.5 takes ant (50) and cow (0): neither alone.
 * Level, they stand by their texts. */
static void
test_prices_of_minimums (void **state)
{
  Farm *self = *state;
  const SlPrice *price;
  SlAnalysis *analysis;

  fixture_set_minimum (self->decision, "care", 55);
  fixture_set_minimum (self->decision, "tidy", 62.5);
  analysis = farm_analyse (self);
  assert_int_equal (sl_analysis_get_prices (analysis, T)->len, 2);
  expect_price (get_price (analysis, T, 0), "Care has to reach 55.", 2, 0, NULL, NAN);
  expect_price (get_price (analysis, T, 1), "Tidy has to reach 62.5.", 2, 0, NULL, NAN);
  price = get_price (analysis, T, 0);
  assert_null (price->reason->rule);
  assert_ptr_equal (price->reason->pillar, fixture_pillar (self->catalogue, "care"));
  assert_near (price->reason->minimum, 55);
  assert_true (isnan (price->reason->value));

  fixture_set_minimum (self->decision, "quick", 70);
  analysis = farm_analyse_with (self, "rain", 1);
  /* The ant is quick 60 now, with a care of (5 x 100 + 3 x 40 + 2 x 50) / 10 = 72; bee, dog and eel
   * are quick 40, 60 and 50, and nothing else is wrong with them; the cow is out three times. */
  assert_int_equal (sl_analysis_get_prices (analysis, T)->len, 4);
  expect_price (get_price (analysis, T, 0), "Quick has to reach 70.", 4, 3, "Dog", 66);
  expect_price (get_price (analysis, T, 1), "Tidy has to reach 62.5.", 2, 0, NULL, NAN);
  expect_price (get_price (analysis, T, 2), "Care has to reach 55.", 1, 0, NULL, NAN);
  expect_price (get_price (analysis, T, 3), "Cows stay in when it rains.", 1, 0, NULL, NAN);
}

static void
test_no_prices (void **state)
{
  SlAnalysis *analysis = farm_analyse (*state);

  for (guint i = 0; i < SL_N_BOARDS; i++)
    assert_int_equal (sl_analysis_get_prices (analysis, i)->len, 0);
}

/* ---- the answer ---- */

static void
test_answer (void **state)
{
  SlAnalysis *analysis = farm_analyse (*state);

  assert_string_equal (sl_analysis_get_headline (analysis, TP), "Ant, in the inn");
  assert_null (sl_analysis_get_pairing_hint (analysis, TP));
  assert_string_equal (sl_analysis_get_headline (analysis, T), "Ant");
  assert_string_equal (sl_analysis_get_headline (analysis, P), "Inn");
  assert_string_equal (sl_analysis_get_pairing_hint (analysis, T), "Best pairing: Ant, in the inn");
  assert_string_equal (sl_analysis_get_pairing_hint (analysis, P), "Best pairing: Ant, in the inn");
  /* inn 48 + 10 + 3, pool 30 + 12.5 + 7.5 */
  assert_string_equal (sl_analysis_get_answer (analysis, P),
                       "Pool is 11.0 points behind. What decides it: Wide. "
                       "Pool does better on Safe and Calm.");
  assert_true (g_str_has_prefix (sl_analysis_get_answer (analysis, T),
                                 "Bee is 2.8 points behind. What decides it: Quick. "
                                 "Bee does better on "));
}

static void
test_answer_with_one_left (void **state)
{
  SlAnalysis *analysis = farm_analyse_with (*state, "wolves", 1);

  assert_string_equal (sl_analysis_get_headline (analysis, TP), "Eel, in the inn");
  assert_string_equal (sl_analysis_get_answer (analysis, T),
                       "Eel is the only one that meets the requirements.");
}

static void
test_answer_to_a_tie (void **state)
{
  Farm *self = *state;

  fixture_set_minimum (self->decision, "tidy", 75);
  expect_ranking (farm_analyse (self), T, "1 bee, 1 dog, - ant, - cow, - eel");
  assert_true (
      g_str_has_prefix (sl_analysis_get_answer (self->analysis, T), "Bee and Dog are level. "));
}

/* The wolves alone keep out ant and bee; being quick alone keeps out the eel. */
static void
test_nobody_left (void **state)
{
  Farm *self = *state;
  SlAnalysis *analysis;

  fixture_set_minimum (self->decision, "quick", 55);
  analysis = farm_analyse_with (self, "wolves", 1);
  expect_ranking (analysis, T, "- ant, - bee, - dog, - cow, - eel");
  assert_null (sl_ranking_get_first (sl_analysis_get_ranking (analysis, T)));
  assert_string_equal (sl_analysis_get_headline (analysis, TP),
                       "No alternative meets the requirements");
  assert_null (sl_analysis_get_pairing_hint (analysis, T));
  assert_string_equal (
      sl_analysis_get_answer (analysis, T),
      "Relaxing one requirement brings 2 back: Wolves spare only what is in the water.");
  expect_price (get_price (analysis, T, 0), "Wolves spare only what is in the water.", 4, 2, "Ant",
                68.8);
  expect_price (get_price (analysis, T, 1), "Quick has to reach 55.", 1, 1, "Eel", 58);
  expect_price (get_price (analysis, T, 2), "Wolves like cows.", 2, 0, NULL, NAN);

  /* safe of 60 keeps out the bee as well, tidy of 75 the ant and the eel. */
  fixture_set_minimum (self->decision, "safe", 60);
  fixture_set_minimum (self->decision, "tidy", 75);
  analysis = farm_analyse (self);
  assert_int_equal (sl_analysis_get_ranking (analysis, T)->n_ranked, 0);
  assert_string_equal (sl_analysis_get_answer (analysis, T),
                       "Every alternative is ruled out by more than one requirement.");
  /* The patterns are safe 60, 20 and 50. */
  assert_string_equal (sl_analysis_get_answer (analysis, P),
                       "Hut is the only one that meets the requirements.");
}

static void
test_nobody_left_for_a_minimum (void **state)
{
  Farm *self = *state;

  fixture_set_minimum (self->decision, "care", 80);
  assert_string_equal (sl_analysis_get_answer (farm_analyse (self), T),
                       "Relaxing one requirement brings 5 back: Care has to reach 80.");
}

/* ---- advice and companions ---- */

static void
expect_advice (SlAnalysis *analysis,
               guint index,
               const char *text,
               const char *technology,
               const char *pattern)
{
  const GPtrArray *list = sl_analysis_get_advice (analysis);
  const SlAdvice *advice;

  assert_true (index < list->len);
  advice = g_ptr_array_index (list, index);
  assert_string_equal (advice->text, text);
  assert_string_equal (advice->text, advice->rule->advice);
  if (technology == NULL)
    assert_null (advice->technology);
  else
    assert_string_equal (advice->technology->id, technology);
  if (pattern == NULL)
    assert_null (advice->pattern);
  else
    assert_string_equal (advice->pattern->id, pattern);
}

static void
expect_companions (SlAnalysis *analysis, const char *expected)
{
  const GPtrArray *companions = sl_analysis_get_companions (analysis);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < companions->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? ", " : "",
                            ((const SlCompanion *) g_ptr_array_index (companions, i))->id);
  assert_string_equal (found->str, expected);
}

/* The ant in the inn is first: its sugar matters, the bee's flowers do not. The ant's own list of
 * what may go with it is not called for. */
static void
test_advice_for_the_first (void **state)
{
  SlAnalysis *analysis = farm_analyse (*state);

  assert_int_equal (sl_analysis_get_advice (analysis)->len, 1);
  expect_advice (analysis, 0, "Keep sugar.", "ant", NULL);
  expect_companions (analysis, "bell");

  /* The dog in the hut has nothing to be told. */
  analysis = farm_analyse_with (*state, "rain", 1);
  assert_int_equal (sl_analysis_get_advice (analysis)->len, 0);
  expect_companions (analysis, "");
}

/* In a crowd, without the hut: bee and dog in the inn have 140 / 6 + 2 / 3 x (5 x 60 + 6 x 27.5 +
 * 2 x 100) / 13 = 57.4, the ant 52.3, the eel in the pool 56.2. The bee goes before the dog. */
static void
test_advice_for_everyone (void **state)
{
  SlAnalysis *analysis = farm_analyse_with (*state, "heads", 50);

  assert_string_equal (sl_analysis_get_headline (analysis, TP), "Bee, in the inn");
  assert_int_equal (sl_analysis_get_advice (analysis)->len, 2);
  expect_advice (analysis, 0, "Mind the crowd.", NULL, NULL);
  expect_advice (analysis, 1, "Plant flowers.", "bee", NULL);
  expect_companions (analysis, "bell, rope");
}

/* In winter, with nobody in hut or pool (wide 30 and 50) and no cow (tidy 0), the ant in the inn is
 * first with 59.8. Lamp and bell are called for by winter, the bell by the sugar too. */
static void
test_advice_for_a_pairing (void **state)
{
  Farm *self = *state;
  SlAnalysis *analysis;

  fixture_set_minimum (self->decision, "wide", 60);
  fixture_set_minimum (self->decision, "tidy", 10);
  analysis = farm_analyse_with (self, "season", WINTER);
  assert_string_equal (sl_analysis_get_headline (analysis, TP), "Ant, in the inn");
  assert_int_equal (sl_analysis_get_advice (analysis)->len, 2);
  expect_advice (analysis, 0, "Heat the inn.", "ant", "inn");
  expect_advice (analysis, 1, "Keep sugar.", "ant", NULL);
  expect_companions (analysis, "lamp, bell");

  /* With the hut, the ant is better off there. */
  fixture_set_minimum (self->decision, "wide", NAN);
  analysis = farm_analyse (self);
  assert_string_equal (sl_analysis_get_headline (analysis, TP), "Ant, in the hut");
  assert_int_equal (sl_analysis_get_advice (analysis)->len, 1);
  expect_advice (analysis, 0, "Keep sugar.", "ant", NULL);
}

static void
test_advice_for_nobody (void **state)
{
  Farm *self = *state;
  SlAnalysis *analysis;

  fixture_set_minimum (self->decision, "quick", 55);
  fixture_set_fact (self->decision, "wolves", 1);
  analysis = farm_analyse_with (self, "heads", 50);
  assert_int_equal (sl_analysis_get_ranking (analysis, TP)->n_ranked, 0);
  assert_int_equal (sl_analysis_get_advice (analysis)->len, 1);
  expect_advice (analysis, 0, "Mind the crowd.", NULL, NULL);
  expect_companions (analysis, "bell");
}

/* ---- comparisons ---- */

static char *
join_columns (const SlRanking *ranking, const guint *columns, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", ranking->criteria[columns[i]]->id);

  return g_string_free (text, FALSE);
}

typedef struct {
  const char *first;
  const char *second;
  double gap;
  const char *decisive;
  const char *drawbacks;
  const char *text;
} Compared;

static void
expect_comparison (SlAnalysis *analysis, const Compared *expected)
{
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, T);
  const SlEntry *first = find_entry (analysis, T, expected->first);
  const SlEntry *second = find_entry (analysis, T, expected->second);
  g_autoptr (SlComparison) comparison = sl_comparison_new (ranking, first, second);
  g_autofree char *decisive =
      join_columns (ranking, comparison->advantages, comparison->n_decisive);
  g_autofree char *drawbacks =
      join_columns (ranking, comparison->drawbacks, comparison->n_drawbacks);
  g_autofree char *text = sl_comparison_describe (comparison, ranking, first, second);

  assert_near (comparison->gap, expected->gap);
  assert_string_equal (decisive, expected->decisive);
  assert_string_equal (drawbacks, expected->drawbacks);
  assert_string_equal (text, expected->text);
}

/* Contributions: ant 48, 12, 4.8, 4; bee 36, 16, 6, 8; cow 54, 4, 1.2, 0; dog as the bee. */
static void
test_comparisons (void **state)
{
  static const Compared cases[] = {
    /* 8 for calm outweighs 6 for quick. */
    { "ant", "cow", 9.6, "calm", "quick", "What decides it: Calm. Cow does better on Quick." },
    /* 12 for calm does not outweigh 18 for quick; with 8 for tidy it does. */
    { "bee", "cow", 6.8, "calm, tidy", "quick",
      "What decides it: Calm and Tidy. Cow does better on Quick." },
    { "bee", "dog", 0, "", "", "Bee and Dog are alike in all that counts." },
    /* Who is behind has nothing that decides. */
    { "cow", "ant", -9.6, "quick", "calm, tidy, safe",
      "Cow does better on Quick, Ant on Calm, Tidy and Safe." },
  };
  SlAnalysis *analysis = farm_analyse (*state);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    expect_comparison (analysis, &cases[i]);
}

/* With rain bee and eel have 58 each: 24, 20, 6, 8 and 30, 14, 8.4, 5.6. */
static void
test_comparison_of_the_level (void **state)
{
  static const Compared level = {
    "bee",        "eel",         0,
    "calm, tidy", "quick, safe", "Bee does better on Calm and Tidy, Eel on Quick and Safe.",
  };

  expect_comparison (farm_analyse_with (*state, "rain", 1), &level);
}

/* One that is nowhere better; by more criteria than a sentence names. The dog's 36, 16, 8 and 6
 * stand against nothing. */
static void
test_comparison_of_the_dominated (void **state)
{
  static const Compared better = {
    "dog",   "eel", 66,
    "quick", "",    "Dog is at least as good as Eel in everything, and better on Quick.",
  };
  static const Compared worse = {
    "eel",
    "dog",
    -66,
    "",
    "quick, calm, tidy, safe",
    "Dog does better on Quick, Calm, Tidy and 1 more.",
  };
  Farm *self = *state;

  fixture_override (self->decision, "eel", "quick", 0);
  fixture_override (self->decision, "eel", "calm", 0);
  fixture_override (self->decision, "eel", "safe", 0);
  fixture_override (self->decision, "eel", "tidy", 0);
  farm_analyse (self);
  expect_comparison (self->analysis, &better);
  expect_comparison (self->analysis, &worse);
}

/* ---- dominance ---- */

static void
expect_dominance (SlAnalysis *analysis, const char *id, const char *expected)
{
  g_autofree char *found = sl_ranking_describe_dominance (sl_analysis_get_ranking (analysis, T),
                                                          find_entry (analysis, T, id));

  if (expected == NULL)
    assert_null (found);
  else
    assert_string_equal (found, expected);
}

/* The bee is the dog, and nobody dominates an equal; less tidy, the dog dominates it. What has no
 * weight saves nobody, and who is ruled out neither dominates nor is dominated. */
static void
test_dominance (void **state)
{
  static const char by_dog[] =
      "Dog is at least as good on every criterion that counts, and better on some.";
  Farm *self = *state;

  expect_dominance (farm_analyse (self), "bee", NULL);
  fixture_override (self->decision, "bee", "tidy", 90);
  expect_dominance (farm_analyse (self), "bee", by_dog);
  expect_dominance (self->analysis, "dog", NULL);
  fixture_override (self->decision, "bee", "calm", 81);
  expect_dominance (farm_analyse (self), "bee", NULL);
  fixture_set_importance (self->decision, "calm", 0);
  expect_dominance (farm_analyse (self), "bee", by_dog);
  fixture_set_minimum (self->decision, "tidy", 95);
  expect_dominance (farm_analyse (self), "bee", NULL);
}

/* Two, and more than a sentence names: the best ones, and how many more. */
static void
test_dominance_of_several (void **state)
{
  Farm *self = *state;

  fixture_override (self->decision, "eel", "quick", 0);
  fixture_override (self->decision, "eel", "calm", 20);
  fixture_override (self->decision, "eel", "safe", 45);
  fixture_override (self->decision, "eel", "tidy", 0);
  expect_dominance (
      farm_analyse (self), "eel",
      "Bee and Dog are at least as good on every criterion that counts, and better on some.");
  fixture_override (self->decision, "eel", "safe", 0);
  expect_dominance (farm_analyse (self), "eel",
                    "Ant, Bee, Dog and 1 more are at least as good on every criterion that "
                    "counts, and better on some.");
}

/* ---- the smallest set, against all sets ---- */

#define MAX_CRITERIA 10

typedef struct {
  double weights[MAX_CRITERIA];
  double values[2][MAX_CRITERIA];
  SlEntry entries[2];
  SlRanking ranking;
} Duel;

/* Weights in quarters and values in halves, so that sums and their comparison are exact, and ties
 * happen. */
static void
duel_init (Duel *self, GRand *random)
{
  guint n = (guint) g_rand_int_range (random, 1, MAX_CRITERIA + 1);

  memset (self, 0, sizeof *self);
  self->ranking.n_criteria = n;
  self->ranking.n_entries = self->ranking.n_ranked = 2;
  self->ranking.entries = self->entries;
  self->ranking.weights = self->weights;
  for (guint j = 0; j < n; j++)
    self->weights[j] = g_rand_int_range (random, 1, 5) / 4.0;
  for (guint i = 0; i < 2; i++) {
    for (guint j = 0; j < n; j++) {
      self->values[i][j] = g_rand_int_range (random, 0, 11) / 2.0;
      self->entries[i].score += self->weights[j] * self->values[i][j];
    }
    self->entries[i].values = self->values[i];
  }
}

static double
advantage (const Duel *self, guint column)
{
  return self->weights[column] * (self->values[0][column] - self->values[1][column]);
}

/* The size of the smallest set of advantages that outweighs all drawbacks together; 0: none does.
 */
static guint
find_smallest (const Duel *self)
{
  guint n = self->ranking.n_criteria;
  guint smallest = 0;
  double drawbacks = 0;

  for (guint j = 0; j < n; j++)
    drawbacks += MAX (-advantage (self, j), 0);
  for (guint set = 1; set < 1u << n; set++) {
    guint size = 0;
    double sum = 0;

    for (guint j = 0; j < n; j++) {
      if ((set >> j & 1) != 0 && advantage (self, j) > 0) {
        size++;
        sum += advantage (self, j);
      }
    }
    if (sum > drawbacks && (smallest == 0 || size < smallest))
      smallest = size;
  }

  return smallest;
}

static guint
count_better (const Duel *self, double direction)
{
  guint n = 0;

  for (guint j = 0; j < self->ranking.n_criteria; j++)
    n += direction * advantage (self, j) > 0;

  return n;
}

/* Each column once, and the largest first. */
static double
expect_ordered (const Duel *self, const guint *columns, guint n, double direction)
{
  guint seen = 0;
  double sum = 0;

  for (guint i = 0; i < n; i++) {
    double now = direction * advantage (self, columns[i]);

    assert_true (now > 0);
    assert_true (i == 0 || now <= direction * advantage (self, columns[i - 1]));
    assert_int_equal (seen >> columns[i] & 1, 0);
    seen |= 1u << columns[i];
    sum += now;
  }

  return sum;
}

static void
test_smallest_set (void **state)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2011);
  guint n_ahead = 0, n_level = 0;

  for (guint i = 0; i < 3000; i++) {
    g_autoptr (SlComparison) comparison = NULL;
    double decisive, drawbacks;
    guint smallest;
    Duel duel;

    duel_init (&duel, random);
    comparison = sl_comparison_new (&duel.ranking, &duel.entries[0], &duel.entries[1]);
    assert_near (comparison->gap, duel.entries[0].score - duel.entries[1].score);
    expect_ordered (&duel, comparison->advantages, comparison->n_advantages, 1);
    assert_int_equal (comparison->n_advantages, count_better (&duel, 1));
    decisive = expect_ordered (&duel, comparison->advantages, comparison->n_decisive, 1);
    drawbacks = expect_ordered (&duel, comparison->drawbacks, comparison->n_drawbacks, -1);
    assert_int_equal (comparison->n_drawbacks, count_better (&duel, -1));

    smallest = find_smallest (&duel);
    if (smallest > 0) {
      assert_int_equal (comparison->n_decisive, smallest);
      assert_true (decisive > drawbacks);
      n_ahead++;
    } else {
      assert_int_equal (comparison->n_decisive, count_better (&duel, 1));
      assert_true (comparison->gap <= 0);
      n_level += comparison->gap >= 0;
    }
  }
  assert_true (n_ahead > 1000);
  assert_true (n_level > 20);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    farm_test (test_prices_of_rules),
    farm_test (test_prices_of_minimums),
    farm_test (test_no_prices),
    farm_test (test_answer),
    farm_test (test_answer_with_one_left),
    farm_test (test_answer_to_a_tie),
    farm_test (test_nobody_left),
    farm_test (test_nobody_left_for_a_minimum),
    farm_test (test_advice_for_the_first),
    farm_test (test_advice_for_everyone),
    farm_test (test_advice_for_a_pairing),
    farm_test (test_advice_for_nobody),
    farm_test (test_comparisons),
    farm_test (test_comparison_of_the_level),
    farm_test (test_comparison_of_the_dominated),
    farm_test (test_dominance),
    farm_test (test_dominance_of_several),
    cmocka_unit_test (test_smallest_set),
  };

  return cmocka_run_group_tests_name ("explanation", tests, NULL, NULL);
}
