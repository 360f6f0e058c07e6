/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How people differ. Each person's ranking is the one that the decision would have with their
 * sliders, and the group's the one with the group's; all else is counted again from these. */

#include "ranking-fixture.h"

#include "analysis/people.h"
#include "decision/ballot.h"

#include <string.h>

#define N_ROUNDS 12
#define MAX_PEOPLE 6

static void
add_person (SlDecision *decision,
            const char *name,
            const double *pillars,
            const double *criteria,
            const char *date)
{
  g_autoptr (SlImportance) importance =
      sl_importance_new (sl_decision_get_catalogue (decision), pillars, criteria);
  g_autoptr (SlBallot) ballot = sl_ballot_new ("", name, importance, date);

  assert_true (sl_decision_take_ballot (decision, ballot));
}

static SlPeople *
find_people (SlDecision *decision, SlBoard board)
{
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (sl_decision_get_requirements (decision));

  return sl_people_new (analysis, sl_decision_get_prose (decision)->participants, board);
}

/* ---- against the decision itself ---- */

/* The ranking that the decision has with these sliders. */
static SlAnalysis *
analyse_with (SlDecision *decision, SlImportance *importance)
{
  SlAnalysis *analysis;

  sl_decision_set_importance (decision, importance);
  analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  sl_decision_undo (decision);

  return analysis;
}

static void
check_person (const SlPeople *people, SlDecision *decision, guint i)
{
  const SlPerson *person = &people->people[i];
  const SlParticipant *participant =
      g_ptr_array_index (sl_decision_get_prose (decision)->participants, person->participant);
  g_autoptr (SlAnalysis) alone = analyse_with (decision, participant->importance);
  const SlRanking *ranking = sl_analysis_get_ranking (alone, people->board);
  double best = -1;

  assert_string_equal (person->name, participant->name);
  assert_int_equal (ranking->n_ranked, people->n_entries);
  assert_int_equal (person->equal_weights, ranking->equal_weights);
  for (guint j = 0; j < ranking->n_criteria; j++)
    assert_near (person->weights[j], ranking->weights[j]);
  for (guint k = 0; k < people->n_entries; k++) {
    const SlEntry *entry = sl_ranking_find (ranking, people->ranking->entries[k].id);

    assert_near (person->scores[k], entry->score);
    assert_int_equal (person->ranks[k], entry->rank);
    assert_string_equal (people->ranking->entries[person->order[k]].id, ranking->entries[k].id);
    best = MAX (best, person->scores[k]);
  }
  assert_string_equal (person->first->id, ranking->entries[0].id);
  assert_int_equal (person->winner_rank, person->ranks[people->winner->index]);
  assert_near (person->winner_loss,
               person->winner_rank == 1 ? 0 : best - person->scores[people->winner->index]);
}

static void
check_group (const SlPeople *people, SlDecision *decision)
{
  g_autoptr (SlAnalysis) together = analyse_with (decision, people->importance);
  const SlRanking *ranking = sl_analysis_get_ranking (together, people->board);

  for (guint j = 0; j < ranking->n_criteria; j++) {
    double sum = 0;

    for (guint i = 0; i < people->n_people; i++)
      sum += people->people[i].weights[j];
    assert_near (people->weights[j], sum / people->n_people);
    assert_near (ranking->weights[j], people->weights[j]);
  }
  for (guint k = 0; k < people->n_entries; k++) {
    const SlPeopleEntry *entry = &people->entries[k];

    assert_near (entry->score, sl_ranking_find (ranking, entry->entry->id)->score);
    assert_int_equal (entry->rank, sl_ranking_find (ranking, entry->entry->id)->rank);
    assert_string_equal (entry->entry->id, ranking->entries[k].id);
  }
}

static void
check_entry (const SlPeople *people, const SlPeopleEntry *entry)
{
  guint n_first = 0, best = G_MAXUINT, worst = 0;
  double regret = 0, mean = 0;

  for (guint i = 0; i < people->n_people; i++) {
    const SlPerson *person = &people->people[i];

    n_first += person->ranks[entry->index] == 1;
    best = MIN (best, person->ranks[entry->index]);
    worst = MAX (worst, person->ranks[entry->index]);
    mean += person->scores[entry->index] / people->n_people;
    for (guint k = 0; k < people->n_entries; k++)
      regret = MAX (regret, person->scores[k] - person->scores[entry->index]);
  }
  assert_int_equal (entry->n_first, n_first);
  assert_int_equal (entry->best_rank, best);
  assert_int_equal (entry->worst_rank, worst);
  assert_near (entry->worst_regret, regret);
  if (sl_analysis_get_requirements (people->analysis)->method == SL_METHOD_ADDITIVE ||
      sl_analysis_get_requirements (people->analysis)->method == SL_METHOD_PROMETHEE)
    assert_near (entry->score, mean);
  assert_true (people->least_regret->worst_regret <= regret + 1e-8);
  if (people->n_people > 1 && best == 2 && worst == 2)
    assert_non_null (people->second);
}

static void
check_criteria (const SlPeople *people)
{
  g_autoptr (GHashTable) columns = g_hash_table_new (NULL, NULL);

  for (guint j = 0; j < people->n_criteria; j++) {
    const SlPeopleCriterion *criterion = &people->criteria[j];

    g_hash_table_add (columns, GUINT_TO_POINTER (criterion->column));
    assert_near (criterion->mean, people->weights[criterion->column]);
    assert_near (criterion->lowest,
                 people->people[criterion->lowest_person].weights[criterion->column]);
    assert_near (criterion->highest,
                 people->people[criterion->highest_person].weights[criterion->column]);
    for (guint i = 0; i < people->n_people; i++) {
      assert_true (people->people[i].weights[criterion->column] >= criterion->lowest);
      assert_true (people->people[i].weights[criterion->column] <= criterion->highest);
    }
    if (j > 0)
      assert_true (people->criteria[j - 1].highest - people->criteria[j - 1].lowest >=
                   criterion->highest - criterion->lowest);
  }
  assert_int_equal (g_hash_table_size (columns), people->n_criteria);
}

static void
check_unhappy (const SlPeople *people)
{
  guint n = 0;

  for (guint i = 0; i < people->n_people; i++)
    n += people->people[i].ranks[people->winner->index] > 1;
  assert_int_equal (people->n_unhappy, n);
  for (guint i = 1; i < n; i++)
    assert_true (people->people[people->unhappy[i - 1]].winner_loss >=
                 people->people[people->unhappy[i]].winner_loss);
}

static SlDecision *
random_decision (SlCatalogue *catalogue, GRand *random, guint n_people)
{
  SlDecision *decision = sl_decision_new (catalogue);
  guint n_pillars = sl_catalogue_get_pillars (catalogue)->len;
  guint n_criteria = sl_catalogue_get_criteria (catalogue)->len;

  /* Minimums of pillars would let weights rule somebody out. */
  for (guint i = 0; i < 25; i++)
    fixture_random_edit (decision, random);
  for (guint i = 0; i < n_pillars; i++)
    sl_decision_set_pillar_minimum (
        decision, g_ptr_array_index (sl_catalogue_get_pillars (catalogue), i), NAN);
  for (guint i = 0; i < n_criteria; i++)
    sl_decision_set_criterion_minimum (
        decision, g_ptr_array_index (sl_catalogue_get_criteria (catalogue), i), NAN);
  sl_decision_set_participants (decision, (const char *[]) { "Without", NULL });
  sl_decision_set_participant_importance (decision, 0, NULL);
  for (guint i = 0; i < n_people; i++) {
    g_autofree char *name = g_strdup_printf ("Person %u", i);
    g_autofree double *pillars = g_new (double, n_pillars);
    g_autofree double *criteria = g_new (double, n_criteria);

    for (guint j = 0; j < n_pillars; j++)
      pillars[j] = g_rand_int_range (random, 0, 11);
    for (guint j = 0; j < n_criteria; j++)
      criteria[j] = g_rand_int_range (random, 0, 11);
    add_person (decision, name, pillars, criteria, NULL);
  }

  return decision;
}

static void
check_all (SlCatalogue *catalogue, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (guint round = 0; round < N_ROUNDS; round++) {
    guint n_people = (guint) g_rand_int_range (random, 1, MAX_PEOPLE + 1);
    SlDecision *decision = random_decision (catalogue, random, n_people);

    for (guint board = 0; board < SL_N_BOARDS; board++) {
      g_autoptr (SlPeople) people = find_people (decision, (SlBoard) board);

      if (people == NULL)
        continue;
      assert_int_equal (people->n_people, n_people);
      assert_int_equal (people->n_without, 1);
      for (guint i = 0; i < n_people; i++)
        check_person (people, decision, i);
      check_group (people, decision);
      for (guint k = 0; k < people->n_entries; k++)
        check_entry (people, &people->entries[k]);
      check_criteria (people);
      check_unhappy (people);
    }
    g_object_unref (decision);
  }
}

static void
test_farm_against_decision (void **state)
{
  g_autoptr (SlCatalogue) farm = fixture_farm ();

  check_all (farm, 1);
}

static void
test_shipped_against_decision (void **state)
{
  g_autoptr (SlCatalogue) shipped = fixture_shipped ();

  check_all (shipped, 2);
}

/* ---- worked by hand ---- */

/* Ann cares for Quick alone, Bo for Tidy, Cy for both alike; Eel's Quick is not known, so 50.
 *
 *         Quick Tidy   Ann Bo Cy
 *   Dog     60   100    3   1  1
 *   Cow     90     0    1   5  5
 *   Ant     80    50    2   4  3
 *   Eel     50    70    5   3  4
 *   Bee     60   100    3   1  1 */
static void
test_words (void **state)
{
  g_autoptr (SlCatalogue) farm = fixture_farm ();
  SlDecision *decision = sl_decision_new (farm);
  const double quick[] = { 1, 0 }, tidy[] = { 0, 1 }, half[] = { 1, 1 };
  const double criteria[] = { 1, 0, 0, 0, 1 };
  g_autoptr (SlPeople) people = NULL;
  g_autoptr (GPtrArray) sentences = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *ann = NULL;
  g_autofree char *cy = NULL;
  g_autofree char *row = NULL;

  add_person (decision, "Ann", quick, criteria, "2026-11-02");
  add_person (decision, "Bo\nB.", tidy, criteria, NULL);
  add_person (decision, "Cy", half, criteria, NULL);
  people = find_people (decision, SL_BOARD_TECHNOLOGIES);
  sentences = sl_people_describe (people);
  for (guint i = 0; i < sentences->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (sentences, i));
  assert_string_equal (
      text->str,
      "Bee and Dog share the first place for the group, with 80.0 points.\n"
      "Bee is first for 2 of 3. Others are first for some: Dog (2) and Cow (1).\n"
      "The 3 rankings have little in common. Kendall’s W is 0.30, where 1 is the same order for all "
      "and 0 is no common order.\n"
      "They differ most on Quick (0 % for Bo B., 100 % for Ann) and Tidy (0 % for Ann, 100 % for Bo "
      "B.).\n"
      "Only Ann would rather have another than Bee: Cow, by 30.0 points; Bee is in place 3 then.\n"
      "With Bee nobody would lose more than 30.0 points against their own first, the least there "
      "is.\n"
      "By the decision’s own weights, Ant is first.\n");
  /* 12 S / (p^2 (n^3 - n) - p T), with the rank sums 6.5, 6.5, 9, 12 and 11, and three pairs tied.
   */
  assert_near (people->concordance, 12 * 25.5 / (1080 - 54));
  ann = sl_people_describe_person (people, 0);
  cy = sl_people_describe_person (people, 2);
  row = sl_people_describe_criterion (people, 0);
  assert_string_equal (ann,
                       "Ann: Cow is first with 90.0 points; Bee is in place 3, 30.0 points behind");
  assert_string_equal (cy, "Cy: Bee is first with 80.0 points");
  assert_string_equal (row, "Quick: 0 % (Bo B.) to 100 % (Ann), 50 % on average");
  fixture_finalize (decision);
}

/* Two who want opposite things, and what both can live with. */
static void
test_second_of_all (void **state)
{
  g_autoptr (SlCatalogue) farm = fixture_farm ();
  SlDecision *decision = sl_decision_new (farm);
  const double speed[] = { 1, 0 }, care[] = { 0, 1 };
  const double quick[] = { 1, 0, 0, 0, 0 }, safe[] = { 0, 0, 0, 1, 0 };
  g_autoptr (SlPeople) people = NULL;
  g_autofree char *second = NULL;
  g_autofree char *regret = NULL;

  /* Quick: cow 90, ant 80; safe: eel 70; with the ant's safety put at 65 it is second for both. */
  fixture_override (decision, "ant", "safe", 65);
  fixture_override (decision, "eel", "quick", 0);
  add_person (decision, "Ann", speed, quick, NULL);
  add_person (decision, "Bo", care, safe, NULL);
  people = find_people (decision, SL_BOARD_TECHNOLOGIES);
  assert_non_null (people->second);
  assert_string_equal (people->second->entry->id, "ant");
  assert_ptr_equal (people->least_regret, people->second);
  assert_near (people->least_regret->worst_regret, 10);
  second = sl_people_describe_second (people);
  assert_string_equal (second, "Ant is nobody’s first but everybody’s second.");
  regret = sl_people_describe_regret (people);
  assert_string_equal (regret, "With Ant nobody would lose more than 10.0 points against their own "
                               "first, the least there is.");
  fixture_finalize (decision);
}

/* ---- at the limits ---- */

static void
test_nobody (void **state)
{
  g_autoptr (SlCatalogue) farm = fixture_farm ();
  SlDecision *decision = sl_decision_new (farm);
  const double none[] = { 0, 0 };
  const double criteria[] = { 0, 0, 0, 0, 0 };
  g_autoptr (SlPeople) one = NULL;
  g_autoptr (GPtrArray) sentences = NULL;

  assert_null (find_people (decision, SL_BOARD_PAIRINGS));
  assert_true (sl_decision_add_participant (decision, "Ann"));
  assert_null (find_people (decision, SL_BOARD_PAIRINGS));

  /* One person alone has a ranking, and nobody to agree with. */
  add_person (decision, "Bo", none, criteria, NULL);
  one = find_people (decision, SL_BOARD_PAIRINGS);
  assert_int_equal (one->n_people, 1);
  assert_true (one->people[0].equal_weights);
  assert_true (isnan (one->concordance));
  assert_int_equal (sl_people_get_concordance (one), SL_CONCORDANCE_NONE);
  sentences = sl_people_describe (one);
  assert_int_equal (sentences->len, 0);

  /* Nobody is left. */
  for (guint i = 0; i < 5; i++)
    sl_decision_set_criterion_minimum (
        decision, g_ptr_array_index (sl_catalogue_get_criteria (farm), i), 100);
  assert_null (find_people (decision, SL_BOARD_PAIRINGS));
  fixture_finalize (decision);
}

static void
test_one_mind (void **state)
{
  g_autoptr (SlCatalogue) farm = fixture_farm ();
  SlDecision *decision = sl_decision_new (farm);
  const double pillars[] = { 5, 5 };
  const double criteria[] = { 5, 4, 3, 2, 1 };
  g_autoptr (SlPeople) people = NULL;
  g_autofree char *differences = NULL;
  g_autofree char *firsts = NULL;

  add_person (decision, "Ann", pillars, criteria, NULL);
  add_person (decision, "Bo", pillars, criteria, NULL);
  people = find_people (decision, SL_BOARD_PAIRINGS);
  assert_near (people->concordance, 1);
  assert_int_equal (sl_people_get_concordance (people), SL_CONCORDANCE_STRONG);
  assert_int_equal (people->n_unhappy, 0);
  assert_null (people->second);
  differences = sl_people_describe_differences (people);
  assert_string_equal (differences, "All of them weigh the criteria alike.");
  firsts = sl_people_describe_firsts (people);
  assert_non_null (strstr (firsts, " is everybody’s first."));
  assert_null (sl_people_describe_losses (people));
  assert_null (sl_people_describe_regret (people));
  fixture_finalize (decision);
}

/* The result stays what it was, and is of an extended analysis the same. */
static void
test_lasts (void **state)
{
  g_autoptr (SlCatalogue) farm = fixture_farm ();
  SlDecision *decision = sl_decision_new (farm);
  const double pillars[] = { 5, 5 };
  const double criteria[] = { 5, 4, 3, 2, 1 };
  g_autoptr (SlPeople) people = NULL;

  add_person (decision, "Ann", pillars, criteria, "2026-11-02");
  people = find_people (decision, SL_BOARD_TECHNOLOGIES);
  g_object_unref (decision);
  assert_string_equal (people->people[0].name, "Ann");
  assert_string_equal (people->people[0].date, "2026-11-02");
  assert_non_null (people->winner->entry->name);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_farm_against_decision),
    cmocka_unit_test (test_shipped_against_decision),
    cmocka_unit_test (test_words),
    cmocka_unit_test (test_second_of_all),
    cmocka_unit_test (test_nobody),
    cmocka_unit_test (test_one_mind),
    cmocka_unit_test (test_lasts),
  };

  return cmocka_run_group_tests_name ("people", tests, NULL, NULL);
}
