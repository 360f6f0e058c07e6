/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <math.h>

/* What stands in the files of data/small arrives where it belongs. */

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
test_identity (void **state)
{
  SlCatalogue *same = sl_catalogue_ref (catalogue);

  assert_string_equal (sl_catalogue_get_id (same), "small");
  assert_string_equal (sl_catalogue_get_version (same), "1");
  sl_catalogue_unref (same);
  assert_string_equal (sl_catalogue_get_id (catalogue), "small");
}

/* Of the bytes of all files, in the order of their names. */
static void
test_sha256 (void **state)
{
  static const char *const names[] = {
    "companions.json", "criteria.json", "facts.json",   "observations.json", "patterns.json",
    "profiles.json",   "rules.json",    "sources.json", "technologies.json",
  };
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *data = fixture_read (FIXTURE_SMALL, names[i]);

    g_checksum_update (checksum, (const guchar *) data, -1);
  }
  assert_string_equal (sl_catalogue_get_sha256 (catalogue), g_checksum_get_string (checksum));
}

/* Criteria come pillar by pillar, whatever their order in the file. */
static void
test_criteria (void **state)
{
  static const char *const ids[] = { "throughput", "start", "comfort", "calm" };
  const GPtrArray *pillars = sl_catalogue_get_pillars (catalogue);
  const GPtrArray *criteria = sl_catalogue_get_criteria (catalogue);
  const SlPillar *people = sl_catalogue_find_pillar (catalogue, "people");
  const SlCriterion *comfort = sl_catalogue_find_criterion (catalogue, "comfort");

  assert_int_equal (pillars->len, 2);
  assert_int_equal (criteria->len, G_N_ELEMENTS (ids));
  for (guint i = 0; i < criteria->len; i++) {
    const SlCriterion *criterion = criteria->pdata[i];

    assert_string_equal (criterion->id, ids[i]);
    assert_int_equal (criterion->index, i);
  }
  assert_ptr_equal (pillars->pdata[1], people);
  assert_int_equal (people->index, 1);
  assert_int_equal (people->criteria->len, 2);
  assert_ptr_equal (people->criteria->pdata[0], comfort);
  assert_ptr_equal (comfort->pillar, people);
  assert_string_equal (people->name, "People");
  assert_string_equal (people->description, "Who works with it.");
  assert_true (people->importance == 5);
  assert_string_equal (comfort->worst, "Nobody returns.");
  assert_string_equal (comfort->best, "Nobody leaves.");
  assert_true (comfort->importance == 3);
  assert_true (comfort->technology_share == 0.5);
  assert_int_equal (sl_catalogue_find_criterion (catalogue, "calm")->components->len, 0);
  assert_null (sl_catalogue_find_criterion (catalogue, "people"));
  assert_null (sl_catalogue_find_pillar (catalogue, "comfort"));
}

static void
test_components (void **state)
{
  const SlCriterion *criterion = sl_catalogue_find_criterion (catalogue, "throughput");
  const SlComponent *ratio = criterion->components->pdata[0];

  assert_int_equal (criterion->components->len, 2);
  assert_string_equal (ratio->id, "ratio");
  assert_string_equal (ratio->name, "Requests");
  assert_string_equal (ratio->unit, "ratio to the reference");
  assert_string_equal (ratio->reason, "Ratios cancel the machine.");
  assert_true (ratio->share == 3);
  assert_true (ratio->function.logarithmic);
  assert_int_equal (ratio->function.n, 3);
  assert_true (ratio->function.x[2] == 10 && ratio->function.y[2] == 100);
  assert_false (((const SlComponent *) criterion->components->pdata[1])->function.logarithmic);
}

static void
test_correlations (void **state)
{
  const GArray *correlations = sl_catalogue_get_correlations (catalogue);
  const SlCorrelation *correlation = &g_array_index (correlations, SlCorrelation, 0);

  assert_int_equal (correlations->len, 1);
  assert_string_equal (correlation->first->id, "throughput");
  assert_string_equal (correlation->second->id, "start");
  assert_true (correlation->correlation == 0.4);
  assert_true (sl_catalogue_get_family_correlation (catalogue) == 0.6);
}

static void
test_evidence (void **state)
{
  const GPtrArray *sources = sl_catalogue_get_sources (catalogue);
  const GPtrArray *observations = sl_catalogue_get_observations (catalogue);
  const SlSource *bench = sources->pdata[0], *poll = sources->pdata[1];
  const SlObservation *said = observations->pdata[11], *memory = observations->pdata[15];

  assert_int_equal (sources->len, 2);
  assert_string_equal (bench->url, "https://example.org/bench");
  assert_null (poll->url);
  assert_string_equal (poll->title, "A survey");
  assert_string_equal (poll->publisher, "Somebody Else");
  assert_int_equal (poll->year, 2024);
  assert_string_equal (said->text, "much");
  assert_true (isnan (said->value));
  assert_string_equal (memory->id, "alpha-mb");
  assert_string_equal (memory->subject, "alpha");
  assert_true (memory->value == 50);
  assert_null (memory->text);
  assert_int_equal (memory->confidence, SL_CONFIDENCE_HIGH);
  assert_string_equal (memory->note, "With one worker.");
  assert_ptr_equal (memory->source, bench);
  assert_string_equal (memory->metric->title, "Memory");
  assert_string_equal (memory->metric->unit, "MB");
  assert_string_equal (memory->metric->meaning, "Resident, at rest.");
  assert_int_equal (memory->metric->direction, -1);
  assert_false (memory->metric->survey);
  assert_int_equal (((const SlObservation *) observations->pdata[13])->confidence,
                    SL_CONFIDENCE_LOW);
  assert_int_equal (((const SlObservation *) observations->pdata[23])->metric->direction, 0);
  assert_true (((const SlObservation *) observations->pdata[23])->metric->survey);
}

static void
test_technology (void **state)
{
  const SlAlternative *alpha = sl_catalogue_find_alternative (catalogue, "alpha");
  const SlSupportLine *line = alpha->support->pdata[0], *other = alpha->support->pdata[1];
  const SlClaim *claim = alpha->claims->pdata[0];

  assert_int_equal (alpha->kind, SL_KIND_TECHNOLOGY);
  assert_int_equal (alpha->index, 0);
  assert_string_equal (alpha->name, "Alpha");
  assert_string_equal (alpha->language, "A");
  assert_string_equal (alpha->family, "a");
  assert_null (alpha->phrase);
  assert_string_equal (alpha->summary, "The first.");
  assert_string_equal (alpha->tags[0], "compiled");
  assert_string_equal (alpha->tags[1], "common");
  assert_null (alpha->tags[2]);
  assert_string_equal (alpha->strengths[0], "Fast.");
  assert_string_equal (alpha->weaknesses[0], "Strict.");
  assert_string_equal (alpha->best_for[0], "Servers.");
  assert_null (alpha->best_for[1]);
  assert_string_equal (alpha->hiring_outlook, "Good.");
  assert_ptr_equal (alpha->companions->pdata[0], sl_catalogue_get_companions (catalogue)->pdata[0]);
  assert_string_equal (line->line, "Alpha 2");
  assert_int_equal (g_date_get_day (&line->ends), 29);
  assert_int_equal (g_date_get_month (&line->ends), 2);
  assert_int_equal (g_date_get_year (&line->ends), 2028);
  assert_string_equal (line->observation->id, "alpha-rps-said");
  assert_int_equal (g_date_get_day (&other->ends), 31);
  assert_null (other->observation);
  assert_string_equal (claim->claim, "It is fast.");
  assert_string_equal (claim->data, "It is.");
  assert_int_equal (claim->verdict, SL_VERDICT_AGREES);
  assert_string_equal (claim->source->id, "poll");
  assert_int_equal (claim->observations->len, 1);
}

static void
test_companion (void **state)
{
  const SlCompanion *companion = sl_catalogue_get_companions (catalogue)->pdata[0];

  assert_string_equal (companion->id, "queue");
  assert_string_equal (companion->name, "A Queue");
  assert_string_equal (companion->kind, "queue");
  assert_string_equal (companion->summary, "Holds work.");
}

/* «one» is not for gamma, «rented» is for what is managed, though not for alpha. */
static void
test_pairings (void **state)
{
  static const char *const ids[] = {
    "alpha+one", "alpha+many", "beta+one", "beta+many", "gamma+many", "gamma+rented",
  };
  const GPtrArray *pairings = sl_catalogue_get_pairings (catalogue);

  assert_int_equal (pairings->len, G_N_ELEMENTS (ids));
  for (guint i = 0; i < pairings->len; i++) {
    const SlPairing *pairing = pairings->pdata[i];

    assert_string_equal (pairing->id, ids[i]);
    assert_int_equal (pairing->index, i);
    assert_ptr_equal (sl_catalogue_find_pairing (catalogue, ids[i]), pairing);
  }
  assert_string_equal (sl_catalogue_find_pairing (catalogue, "gamma+rented")->name,
                       "Gamma, as a service");
  assert_string_equal (sl_catalogue_find_pairing (catalogue, "beta+one")->technology->id, "beta");
  assert_string_equal (sl_catalogue_find_pairing (catalogue, "beta+one")->pattern->id, "one");
  assert_null (sl_catalogue_find_pairing (catalogue, "gamma+one"));
}

/* Facts come group by group. */
static void
test_facts (void **state)
{
  static const char *const ids[] = { "size", "budget", "realtime", "stage" };
  const GPtrArray *facts = sl_catalogue_get_facts (catalogue);
  const SlFact *size = sl_catalogue_find_fact (catalogue, "size");
  const SlFact *stage = sl_catalogue_find_fact (catalogue, "stage");
  const SlFactGroup *team = sl_catalogue_get_fact_groups (catalogue)->pdata[0];

  assert_int_equal (facts->len, G_N_ELEMENTS (ids));
  for (guint i = 0; i < facts->len; i++) {
    const SlFact *fact = facts->pdata[i];

    assert_string_equal (fact->id, ids[i]);
    assert_int_equal (fact->index, i);
  }
  assert_string_equal (team->name, "Team");
  assert_int_equal (team->facts->len, 2);
  assert_ptr_equal (size->group, team);
  assert_int_equal (size->type, SL_FACT_NUMBER);
  assert_true (size->fallback == 7 && size->minimum == 1 && size->maximum == 500 &&
               size->step == 1);
  assert_int_equal (stage->type, SL_FACT_CHOICE);
  assert_true (stage->fallback == 1 && stage->minimum == 0 && stage->maximum == 2);
  assert_int_equal (sl_fact_find_choice (stage, "old"), 2);
  assert_int_equal (sl_fact_find_choice (stage, "older"), -1);
  assert_true (sl_catalogue_find_fact (catalogue, "realtime")->fallback == 0);
}

static void
expect_described (const char *fact, double value, const char *words)
{
  g_autofree char *described = sl_fact_describe (sl_catalogue_find_fact (catalogue, fact), value);

  assert_string_equal (described, words);
}

static void
test_describe (void **state)
{
  expect_described ("realtime", 1, "On");
  expect_described ("realtime", 0, "Off");
  expect_described ("size", 12, "12 people");
  expect_described ("budget", 2.5, "2.50");
  expect_described ("stage", 2, "Old");
}

static void
test_rules (void **state)
{
  const GPtrArray *rules = sl_catalogue_get_rules (catalogue);
  const SlRule *hurry = rules->pdata[0], *small = rules->pdata[1], *many = rules->pdata[2];
  const SlRule *always = rules->pdata[3];
  const SlEmphasis *emphases = &g_array_index (hurry->emphases, SlEmphasis, 0);
  const SlAdjustment *adjustments = &g_array_index (many->adjustments, SlAdjustment, 0);

  assert_int_equal (rules->len, 4);
  assert_string_equal (hurry->id, "hurry");
  assert_string_equal (hurry->statement, "Who is in a hurry needs speed.");
  assert_string_equal (hurry->data, "They do.");
  assert_string_equal (hurry->advice, "Measure first.");
  assert_int_equal (hurry->strength, SL_STRENGTH_STRONG);
  assert_null (hurry->technologies);
  assert_null (hurry->patterns);
  assert_int_equal (hurry->emphases->len, 2);
  assert_string_equal (emphases[0].pillar->id, "speed");
  assert_null (emphases[0].criterion);
  assert_true (emphases[0].factor == 2);
  assert_string_equal (emphases[1].criterion->id, "comfort");
  assert_null (emphases[1].pillar);
  assert_int_equal (hurry->companions->len, 1);
  assert_int_equal (hurry->sources->len, 1);
  assert_int_equal (hurry->observations->len, 1);
  assert_false (hurry->excludes);

  assert_true (small->excludes);
  assert_int_equal (small->index, 1);
  assert_int_equal (small->strength, SL_STRENGTH_HARD);
  assert_true (!small->patterns[0] && small->patterns[1] && small->patterns[2]);

  assert_true (many->technologies[0] && !many->technologies[1] && !many->technologies[2]);
  assert_true (!many->patterns[0] && many->patterns[1] && !many->patterns[2]);
  assert_int_equal (many->adjustments->len, 2);
  assert_string_equal (adjustments[0].criterion->id, "start");
  assert_true (adjustments[0].points == -10);

  assert_null (always->condition);
  assert_true (!always->technologies[0] && !always->technologies[1] && always->technologies[2]);
}

/* The facts are size, budget, realtime, stage. */
static gboolean
holds (guint rule, double size, double realtime, double stage)
{
  const SlRule *found = sl_catalogue_get_rules (catalogue)->pdata[rule];
  const double facts[] = { size, 2.5, realtime, stage };

  return sl_condition_holds (found->condition, facts);
}

static void
test_conditions (void **state)
{
  assert_true (holds (0, 7, 1, 1));
  assert_false (holds (0, 7, 0, 1));
  /* At most 5, and not old. */
  assert_true (holds (1, 5, 0, 1));
  assert_false (holds (1, 6, 0, 1));
  assert_false (holds (1, 5, 0, 2));
  /* At least 50, or not young. */
  assert_false (holds (2, 49, 0, 1));
  assert_true (holds (2, 50, 0, 1));
  assert_true (holds (2, 1, 0, 0));
  assert_true (holds (3, 1, 0, 0));
}

/* What a profile does not say is as the catalogue has it. */
static void
test_profile (void **state)
{
  const SlProfile *profile = sl_catalogue_find_profile (catalogue, "start-up");

  assert_ptr_equal (sl_catalogue_get_profiles (catalogue)->pdata[0], profile);
  assert_string_equal (profile->name, "Start-Up");
  assert_string_equal (profile->icon, "starred-symbolic");
  assert_string_equal (profile->summary, "A young team.");
  assert_string_equal (profile->assumes, "Nobody is there yet.");
  assert_true (profile->pillar_importance[0] == 8 && profile->pillar_importance[1] == 9);
  assert_true (profile->criterion_importance[0] == 2 && profile->criterion_importance[1] == 5);
  assert_true (profile->criterion_importance[2] == 3);
  assert_true (profile->facts[0] == 3 && profile->facts[1] == 2.5 && profile->facts[2] == 1);
  assert_true (profile->facts[3] == 0);
  assert_true (profile->pillar_minimum[0] == 20 && isnan (profile->pillar_minimum[1]));
  assert_true (profile->criterion_minimum[2] == 30 && isnan (profile->criterion_minimum[0]));
}

static void
test_names (void **state)
{
  assert_string_equal (sl_basis_get_id (SL_BASIS_MEASURED), "measured");
  assert_string_equal (sl_basis_get_id (SL_BASIS_SURVEY), "survey");
  assert_string_equal (sl_basis_get_id (SL_BASIS_JUDGEMENT), "judgement");
  assert_string_equal (sl_basis_get_id (SL_BASIS_UNKNOWN), "unknown");
  assert_string_equal (sl_basis_get_name (SL_BASIS_SURVEY), "Survey");
  assert_string_equal (sl_verdict_get_name (SL_VERDICT_MIXED), "The data are mixed");
}

static gpointer
use (gpointer data)
{
  for (guint i = 0; i < 10000; i++)
    sl_catalogue_unref (sl_catalogue_ref (data));
  return NULL;
}

static void
test_threads (void **state)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("user", use, catalogue);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  assert_string_equal (sl_catalogue_get_id (catalogue), "small");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_identity),     cmocka_unit_test (test_sha256),
    cmocka_unit_test (test_criteria),     cmocka_unit_test (test_components),
    cmocka_unit_test (test_correlations), cmocka_unit_test (test_evidence),
    cmocka_unit_test (test_technology),   cmocka_unit_test (test_companion),
    cmocka_unit_test (test_pairings),     cmocka_unit_test (test_facts),
    cmocka_unit_test (test_describe),     cmocka_unit_test (test_rules),
    cmocka_unit_test (test_conditions),   cmocka_unit_test (test_profile),
    cmocka_unit_test (test_names),        cmocka_unit_test (test_threads),
  };

  return cmocka_run_group_tests_name ("model", tests, set_up, tear_down);
}
