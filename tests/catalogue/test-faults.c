/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Each row breaks one place of data/small, which then must not load, with exactly this message. */

typedef struct {
  const char *file;
  const char *old; /* NULL: the whole file */
  const char *new;
  const char *fault;
} Row;

static void
run (const Row *rows, guint n)
{
  for (guint i = 0; i < n; i++) {
    char *folder = fixture_copy ();
    g_autofree char *line = g_strdup_printf ("%s%s", rows[i].file, rows[i].fault);
    const char *const lines[] = { line, NULL };

    fixture_replace (folder, rows[i].file, rows[i].old, rows[i].new);
    fixture_expect_faults (folder, SL_INPUT_ERROR_INVALID, lines);
    fixture_remove (folder);
  }
}

/* ---- sources, metrics, observations ---- */

static void
test_evidence (void **state)
{
  static const Row rows[] = {
    { "sources.json", "\"sources\": [",
      "\"sources\": [{ \"id\": \"poll\", \"title\": \"T\", \"publisher\": \"P\", \"year\": 2020 "
      "},",
      ": sources[2].id: expected an id that is not taken yet, found \"poll\"" },
    { "sources.json", "\"title\": \"A benchmark\", ", "",
      ": sources[0].title: expected a text, found nothing" },
    { "sources.json", "\"A benchmark\"", "\"\"",
      ": sources[0].title: expected a text that is not empty" },
    { "sources.json", "\"A benchmark\"", "\"A\\nbenchmark\"",
      ": sources[0].title: expected a text of one line" },
    { "sources.json", "\"A benchmark\"", "\"A\\u2028benchmark\"",
      ": sources[0].title: expected a text of one line" },
    { "sources.json", "2025", "2025.5", ": sources[0].year: expected a year, a whole number" },
    { "sources.json", "2025", "20250",
      ": sources[0].year: expected a number from 1950 to 2200, found 20250" },
    { "sources.json", "\"https://", "\"http://",
      ": sources[0].url: expected an address that starts with https://" },
    { "sources.json", "\"https://example.org/bench\"", "\"https:///bench\"",
      ": sources[0].url: expected an address that starts with https://" },
    { "sources.json", "\"https://example.org/bench\"", "\"https://example.org/a b\"",
      ": sources[0].url: expected an address that starts with https://" },
    { "sources.json", "\"publisher\": \"Somebody\"", "\"author\": 1, \"publisher\": \"Somebody\"",
      ": sources[0].author: expected no member of this name" },
    { "observations.json", "\"lower\", \"basis\": \"measured\", \"meaning\"",
      "\"less\", \"basis\": \"measured\", \"meaning\"",
      ": metrics[4].direction: expected one of lower, none, higher, found \"less\"" },
    { "observations.json", "\"basis\": \"survey\" },\n    { \"id\": \"cold_s\"",
      "\"basis\": \"guess\" },\n    { \"id\": \"cold_s\"",
      ": metrics[5].basis: expected one of measured, survey, found \"guess\"" },
    { "observations.json", "\"metric\": \"mb\", \"value\": 20", "\"metric\": \"gb\", \"value\": 20",
      ": observations[20].metric: expected an id from the list of metrics, found \"gb\"" },
    { "observations.json", "\"mb\", \"value\": 20,", "\"mb\", \"value\": [20],",
      ": observations[20].value: expected a number from -1e+15 to 1e+15, found a list" },
    { "observations.json", "\"mb\", \"value\": 20,", "\"mb\", \"value\": 1e300,",
      ": observations[20].value: expected a number from -1e+15 to 1e+15, found 1e+300" },
    { "observations.json", "\"mb\", \"value\": 20,", "\"mb\",",
      ": observations[20].value: expected a number from -1e+15 to 1e+15, found nothing" },
    { "observations.json", "\"year\": 2019, \"source\": \"bench\"",
      "\"year\": 2019, \"source\": \"nobody\"",
      ": observations[25].source: expected an id from the list of sources, found \"nobody\"" },
    { "observations.json", "\"confidence\": \"medium\"", "\"confidence\": \"some\"",
      ": observations[10].confidence: expected one of low, medium, high, found \"some\"" },
    { "observations.json", "\"subject\": \"unused\"", "\"subject\": 7",
      ": observations[30].subject: expected a text, found 7" },
  };

  run (rows, G_N_ELEMENTS (rows));
}

/* ---- pillars, criteria, components ---- */

static void
test_criteria (void **state)
{
  static const Row rows[] = {
    { "criteria.json", "\"criteria\": [\n",
      "\"criteria\": [{ \"id\": \"people\", \"pillar\": \"people\", \"name\": \"N\", "
      "\"description\": \"D\", "
      "\"scale\": { \"worst\": \"W\", \"best\": \"B\" }, \"technology_share\": 1 },",
      ": criteria[0].id: expected an id that is not taken yet, found \"people\"" },
    { "criteria.json", "\"id\": \"comfort\", \"pillar\": \"people\"",
      "\"id\": \"comfort\", \"pillar\": \"persons\"",
      ": criteria[0].pillar: expected an id from the list of pillars, found \"persons\"" },
    { "criteria.json", "\"technology_share\": 0.5", "\"technology_share\": 1.5",
      ": criteria[0].technology_share: expected a number from 0 to 1, found 1.5" },
    { "criteria.json", "\"technology_share\": 0.5, ", "",
      ": criteria[0].technology_share: expected a number from 0 to 1, found nothing" },
    { "criteria.json", "\"importance\": 3", "\"importance\": 11",
      ": criteria[0].importance: expected a number from 0 to 10, found 11" },
    { "criteria.json", "\"importance\": 8", "\"importance\": -1",
      ": pillars[0].importance: expected a number from 0 to 10, found -1" },
    { "criteria.json", "\"name\": \"Comfort\"", "\"name\": \"Comfort that is far too long here\"",
      ": criteria[0].name: expected at most 28 characters, found 33" },
    { "criteria.json", "{ \"worst\": \"Nobody returns.\", \"best\"", "{ \"best\"",
      ": criteria[0].scale.worst: expected a text, found nothing" },
    { "criteria.json", "{ \"worst\": \"A tenth.\", \"best\": \"Ten times.\" }", "[]",
      ": criteria[1].scale: expected an object, found a list" },
    { "criteria.json", "\"share\": 3", "\"share\": 0",
      ": criteria[1].components[0].share: expected a number above 0, found 0" },
    { "criteria.json", "\"share\": 3", "\"share\": -3",
      ": criteria[1].components[0].share: expected a number from 0 to 1000, found -3" },
    { "criteria.json", "\"axis\": \"log\"", "\"axis\": \"square\"",
      ": criteria[1].components[0].axis: expected one of linear, log, found \"square\"" },
    { "criteria.json", "[[0.1, 0], [1, 50], [10, 100]]", "[[0, 0], [1, 50], [10, 100]]",
      ": criteria[1].components[0].points[0]: expected an x above 0 on a logarithmic axis, found "
      "0" },
    { "criteria.json", "[[0.1, 0], [1, 50], [10, 100]]", "[[0.1, 0], [10, 50], [10, 100]]",
      ": criteria[1].components[0].points[2]: expected an x above the one before, 10, found 10" },
    { "criteria.json", "[[0.1, 0], [1, 50], [10, 100]]", "[[0.1, 0], [1, 50], [10, 101]]",
      ": criteria[1].components[0].points[2][1]: expected a number from 0 to 100, found 101" },
    { "criteria.json", "[[0.1, 0], [1, 50], [10, 100]]", "[[0.1, 0], [1, 50, 2]]",
      ": criteria[1].components[0].points[1]: expected a list of two numbers, x and value" },
    { "criteria.json", "[[0.1, 0], [1, 50], [10, 100]]", "[[0.1, 0], 7]",
      ": criteria[1].components[0].points[1]: expected a list of two numbers, x and value" },
    { "criteria.json", "[[0.1, 0], [1, 50], [10, 100]]", "[[0.1, 0]]",
      ": criteria[1].components[0].points: expected at least two points" },
    { "criteria.json", "\"id\": \"memory\"", "\"id\": \"ratio\"",
      ": criteria[1].components[1].id: expected an id that is not taken yet, found \"ratio\"" },
    { "criteria.json", "[{ \"metric\": \"mb\" }]", "[]",
      ": criteria[1].components[1].metrics: expected at least one metric" },
    { "criteria.json", "[{ \"metric\": \"mb\" }]", "[{ \"metric\": \"gb\" }]",
      ": criteria[1].components[1].metrics[0].metric: expected an id from the list of metrics, "
      "found "
      "\"gb\"" },
    { "criteria.json", "[{ \"metric\": \"mb\" }]",
      "[{ \"metric\": \"mb\" }, { \"metric\": \"mb\" }]",
      ": criteria[1].components[1].metrics[1].metric: expected each metric once, found \"mb\" "
      "again" },
    { "criteria.json", "\"power\": 0.5", "\"power\": 0",
      ": criteria[1].components[0].metrics[1].power: expected a number other than 0" },
    { "criteria.json", "\"power\": 0.5", "\"power\": 11",
      ": criteria[1].components[0].metrics[1].power: expected a number from -10 to 10, found 11" },
    { "criteria.json", "[{ \"metric\": \"mb\" }]", "[{ \"metric\": \"mb\", \"through\": \"ref\" }]",
      ": criteria[1].components[1].metrics[0].through: expected the component to have a reference "
      "to "
      "lead to" },
    { "criteria.json", "\"through\": \"middle\"", "\"through\": \"middle\", \"reference\": \"ref\"",
      ": criteria[1].components[0].metrics[3].reference: expected either a reference or a subject "
      "to "
      "go through" },
    { "criteria.json", "[\"throughput\", \"start\"]", "[\"throughput\"]",
      ": correlations[0].criteria: expected the ids of two criteria" },
    { "criteria.json", "[\"throughput\", \"start\"]", "[\"throughput\", \"throughput\"]",
      ": correlations[0].criteria[1]: expected each id once, found \"throughput\" again" },
    { "criteria.json", "[\"throughput\", \"start\"]", "[\"throughput\", \"speed\"]",
      ": correlations[0].criteria[1]: expected an id from the list of criteria, found \"speed\"" },
    { "criteria.json", "\"correlation\": 0.4", "\"correlation\": 1.4",
      ": correlations[0].correlation: expected a number from -1 to 1, found 1.4" },
    { "criteria.json", "\"correlations\": [",
      "\"correlations\": [{ \"criteria\": [\"start\", \"throughput\"], \"correlation\": 0, "
      "\"reason\": \"Not so.\" },",
      ": correlations[1].criteria: expected each pair of criteria once" },
    { "criteria.json", "\"families\": { \"correlation\": 0.6",
      "\"families\": { \"correlation\": -0.6",
      ": families.correlation: expected a number from 0 to 1, found -0.6" },
    { "criteria.json",
      "\"families\": { \"correlation\": 0.6, \"reason\": \"They share a runtime.\" },", "",
      ": families: expected an object, found nothing" },
    { "criteria.json", "\"spread\": 0.6", "\"spread\": \"wide\"",
      ": uncertainty.spread: expected a number from 0 to 10, found \"wide\"" },
    { "criteria.json", "\"few_below\": 3, ", "",
      ": uncertainty.few_below: expected a number from 0 to 1000, found nothing" },
    { "criteria.json", "\"notes\": {", "\"notes\": { \"more\": 1,",
      ": notes.more: expected no member of this name" },
    { "criteria.json", "\"pillars\": [",
      "\"pillars\": [{ \"id\": \"empty\", \"name\": \"Empty\", \"description\": \"Nothing.\" },",
      ": pillars[0]: expected a criterion of this pillar" },
  };

  run (rows, G_N_ELEMENTS (rows));
}

/* References of a component go from one subject to another; none may lead to itself or nowhere. */
static void
test_references (void **state)
{
  static const Row rows[] = {
    { "criteria.json", "\"through\": \"middle\"", "\"through\": \"ref\"",
      ": criteria[1].components[0].metrics[3].through: expected another subject than the "
      "component’s "
      "reference, found \"ref\"" },
    { "criteria.json", "\"reference\": \"other\"", "\"reference\": \"nobody\"",
      ": criteria[1].components[0].metrics[2]: expected a figure of \"nobody\" by elsewhere to "
      "divide "
      "by, found none" },
    { "criteria.json",
      "{ \"metric\": \"rps\" },\n            { \"metric\": \"tuned\", \"power\": 0.5 },", "",
      ": criteria[1].components[0].metrics[1].through: expected a metric that holds both "
      "\"middle\" "
      "and \"ref\", found none" },
  };

  run (rows, G_N_ELEMENTS (rows));
}

/* A figure that breaks what another file makes of it. */
static void
expect_fault_of_figure (const char *old, const char *new, const char *line)
{
  char *folder = fixture_copy ();

  fixture_replace (folder, "observations.json", old, new);
  fixture_expect_faults (folder, SL_INPUT_ERROR_INVALID, (const char *const[]) { line, NULL });
  fixture_remove (folder);
}

static void
test_figures (void **state)
{
  expect_fault_of_figure (
      "\"metric\": \"elsewhere\", \"value\": 10", "\"metric\": \"elsewhere\", \"value\": 0",
      "criteria.json: criteria[1].components[0].metrics[2]: expected a figure of "
      "\"other\" by elsewhere that is above 0, found 0");
  expect_fault_of_figure ("\"metric\": \"far\", \"value\": 1,",
                          "\"metric\": \"far\", \"value\": -1,",
                          "technologies.json: technologies[0].subjects: expected figures that "
                          "\"ratio\" can compare, found -1 in \"alpha-far\"");
}

/* ---- alternatives ---- */

static void
test_alternatives (void **state)
{
  static const Row rows[] = {
    { "technologies.json", "\"mode\": 30", "\"mode\": \"fast\"",
      ": technologies[1].values.throughput.mode: expected a number from 0 to 100, found \"fast\"" },
    { "technologies.json", "\"high\": 45", "\"high\": 145",
      ": technologies[1].values.throughput.high: expected a number from 0 to 100, found 145" },
    { "technologies.json", "\"low\": 20", "\"low\": 40",
      ": technologies[1].values.throughput: expected low ≤ mode ≤ high, found 40, 30, 45" },
    { "technologies.json", "\"high\": 45", "\"high\": 25",
      ": technologies[1].values.throughput: expected low ≤ mode ≤ high, found 20, 30, 25" },
    { "technologies.json", "\"reason\": \"By its design.\", ", "",
      ": technologies[1].values.throughput.reason: expected a text, found nothing" },
    { "technologies.json", "\"throughput\": {", "\"thruput\": {",
      ": technologies[1].values.thruput: expected an id from the list of criteria, found "
      "\"thruput\"" },
    { "technologies.json", "\"values\": {},",
      "\"values\": { \"throughput\": { \"low\": 1, \"mode\": 2, \"high\": 3, \"reason\": \"So.\" "
      "} },",
      ": technologies[0].values.throughput: expected no judgement, since observations decide this "
      "value" },
    { "technologies.json", "\"values\": {},",
      "\"values\": { \"calm\": { \"low\": 1, \"mode\": 2, \"high\": 3, \"reason\": \"So.\" } },",
      ": technologies[0].values.calm: expected a criterion of which a technology decides a share" },
    { "patterns.json", "\"values\": {}",
      "\"values\": { \"throughput\": { \"low\": 1, \"mode\": 2, \"high\": 3, \"reason\": \"So.\" "
      "} }",
      ": patterns[2].values.throughput: expected a criterion of which a pattern decides a share" },
    { "technologies.json", "\"observations\": [\"beta-mb\", \"alpha-rps-said\"]",
      "\"observations\": [\"beta-gb\"]",
      ": technologies[1].values.throughput.observations[0]: expected an id from the list of "
      "observations, found \"beta-gb\"" },
    { "technologies.json", "\"id\": \"beta\"", "\"id\": \"many\"",
      ": technologies[1].id: expected an id that is not taken yet, found \"many\"" },
    { "technologies.json", "\"id\": \"beta\"", "\"id\": \"Beta\"",
      ": technologies[1].id: expected an id (a-z, 0-9, _.:- and at most 100 characters), found "
      "\"Beta\"" },
    { "technologies.json", "\"family\": \"b\", ", "",
      ": technologies[1].family: expected an id (a-z, 0-9, _.:- and at most 100 characters), "
      "found "
      "nothing" },
    { "technologies.json", "\"language\": \"B\"", "\"language\": \"B\", \"speed\": 1",
      ": technologies[1].speed: expected no member of this name" },
    { "technologies.json", "[\"compiled\", \"common\"]", "[\"common\", \"common\"]",
      ": technologies[0].tags[1]: expected each tag once, found \"common\" again" },
    { "technologies.json", "[\"Fast.\"]", "[\"Fast.\", 7]",
      ": technologies[0].strengths[1]: expected a text, found 7" },
    { "technologies.json", "\"subjects\": [\"beta\"]", "\"subjects\": [\"betta\", \"beta\"]",
      ": technologies[1].subjects: expected the subject of an observation, found \"betta\"" },
    { "technologies.json", "\"subjects\": [\"beta\"]", "\"subjects\": [[], \"beta\"]",
      ": technologies[1].subjects[0]: expected at least one subject" },
    { "technologies.json", "\"subjects\": [\"beta\"]", "\"subjects\": [[\"beta\", \"beta\"]]",
      ": technologies[1].subjects[0][1]: expected each subject once, found \"beta\" again" },
    { "technologies.json", "\"subjects\": [\"beta\"],", "",
      ": technologies[1].subjects: expected a list, found nothing" },
    { "technologies.json", "[\"queue\"]", "[\"stack\"]",
      ": technologies[0].companions[0]: expected an id from the list of companions, found "
      "\"stack\"" },
    { "technologies.json", "\"2028-02-29\"", "\"2027-02-29\"",
      ": technologies[0].support[0].ends: expected a date as YYYY-MM-DD" },
    { "technologies.json", "\"2026-12-31\"", "\"2026-12\"",
      ": technologies[0].support[1].ends: expected a date as YYYY-MM-DD" },
    { "technologies.json", "\"2026-12-31\"", "\"2026-1x-31\"",
      ": technologies[0].support[1].ends: expected a date as YYYY-MM-DD" },
    { "technologies.json", "\"agrees\"", "\"true\"",
      ": technologies[0].claims[0].verdict: expected one of agrees, mixed, disagrees, unverified, "
      "found \"true\"" },
    { "technologies.json", "\"source\": \"poll\", \"observations\": [\"alpha-rps-1\"]",
      "\"source\": \"poll\"",
      ": technologies[0].claims[0].observations: expected a list, found nothing" },
    { "patterns.json", "\"phrase\": \"as one\"", "\"phrase\": 1",
      ": patterns[0].phrase: expected a text, found 1" },
    { "patterns.json", "{ \"except\": [\"gamma\"] }", "{ \"except\": [\"delta\"] }",
      ": patterns[0].pairs_with.except[0]: expected an id from the list of technologies, found "
      "\"delta\"" },
    { "patterns.json", "{ \"except\": [\"gamma\"] }",
      "{ \"except\": [\"alpha\", \"beta\", \"gamma\"] }",
      ": patterns[0].pairs_with: expected at least one of the technologies" },
    { "companions.json", "\"kind\": \"queue\"", "\"kind\": \"line\"",
      ": companions[0].kind: expected one of broker, queue, store, framework, platform, library, "
      "practice, found \"line\"" },
  };

  run (rows, G_N_ELEMENTS (rows));
}

/* ---- facts and profiles ---- */

static void
test_facts (void **state)
{
  static const Row rows[] = {
    { "facts.json", "\"default\": false", "\"default\": 0",
      ": facts[0].default: expected true or false, found 0" },
    { "facts.json", "\"type\": \"boolean\", \"default\": false", "\"type\": \"boolean\"",
      ": facts[0].default: expected true or false, found nothing" },
    { "facts.json", "\"default\": 7,", "\"default\": 501,",
      ": facts[1].default: expected a number from 1 to 500, found 501" },
    { "facts.json", "\"minimum\": 1, ", "",
      ": facts[1].minimum: expected a number from -1000000000000 to 1000000000000, found nothing" },
    { "facts.json", "\"step\": 1,", "\"step\": 0,",
      ": facts[1].step: expected a number from 1e-06 to 1000000000000, found 0" },
    { "facts.json", "\"default\": \"young\"", "\"default\": \"younger\"",
      ": facts[3].default: expected the id of a choice of \"stage\", found \"younger\"" },
    { "facts.json", "{ \"id\": \"old\", ",
      "{ \"id\": \"young\", \"name\": \"N\" }, { \"id\": \"old\", ",
      ": facts[3].choices[2].id: expected an id that is not taken yet, found \"young\"" },
    { "facts.json", "\"type\": \"boolean\"", "\"type\": \"text\"",
      ": facts[0].type: expected one of boolean, number, choice, found \"text\"" },
    { "facts.json", "\"default\": false", "\"default\": false, \"unit\": \"s\"",
      ": facts[0].unit: expected no member of this name" },
    { "facts.json", "\"group\": \"product\", \"name\": \"Real Time\"",
      "\"group\": \"produce\", \"name\": \"Real Time\"",
      ": facts[0].group: expected an id from the list of groups, found \"produce\"" },
    { "facts.json", "\"groups\": [", "\"groups\": [{ \"id\": \"none\", \"name\": \"None\" },",
      ": groups[0]: expected a fact of this group" },
    { "profiles.json", "\"people\": 9", "\"people\": 10.5",
      ": profiles[0].importance.people: expected a number from 0 to 10, found 10.5" },
    { "profiles.json", "\"people\": 9", "\"peoples\": 9",
      ": profiles[0].importance.peoples: expected the id of a pillar or a criterion, found "
      "\"peoples\"" },
    { "profiles.json", "\"realtime\": true", "\"realtime\": 1",
      ": profiles[0].facts.realtime: expected true or false, found 1" },
    { "profiles.json", "\"size\": 3", "\"size\": 0",
      ": profiles[0].facts.size: expected a number from 1 to 500, found 0" },
    { "profiles.json", "\"size\": 3", "\"sise\": 3",
      ": profiles[0].facts.sise: expected an id from the list of facts, found \"sise\"" },
    { "profiles.json", "\"stage\": \"idea\"", "\"stage\": \"dream\"",
      ": profiles[0].facts.stage: expected the id of a choice of \"stage\", found \"dream\"" },
    { "profiles.json", "\"comfort\": 30", "\"comfort\": 101",
      ": profiles[0].minimums.comfort: expected a number from 0 to 100, found 101" },
    { "profiles.json", "starred-symbolic", "starred",
      ": profiles[0].icon: expected the name of a symbolic icon, such as \"starred-symbolic\"" },
  };

  run (rows, G_N_ELEMENTS (rows));
}

/* ---- rules ---- */

#define HURRY "\"if\": { \"fact\": \"realtime\" },"

static void
test_rules (void **state)
{
  static const Row rows[] = {
    { "rules.json", "\"strength\": \"hard\"", "\"strength\": \"iron\"",
      ": rules[1].strength: expected one of weak, moderate, strong, hard, found \"iron\"" },
    { "rules.json", "\"sources\": [],", "", ": rules[1].sources: expected a list, found nothing" },
    { "rules.json", "\"sources\": [\"bench\"]", "\"sources\": [\"bank\"]",
      ": rules[2].sources[0]: expected an id from the list of sources, found \"bank\"" },
    { "rules.json", "{ \"exclude\": true }", "{ \"exclude\": false }",
      ": rules[1].effects.exclude: expected true, or no such member" },
    { "rules.json", "{ \"exclude\": true }", "{}",
      ": rules[1].effects: expected at least one effect" },
    { "rules.json", "\"patterns\": { \"tags\": [\"distributed\"] },", "",
      ": rules[1].effects.exclude: expected the rule to say whom: technologies or patterns" },
    { "rules.json", "\"technologies\": { \"tags\": [\"managed\"] },", "",
      ": rules[3].effects.adjust: expected the rule to say whose values: technologies or "
      "patterns" },
    { "rules.json", HURRY, "\"technologies\": { \"ids\": [\"alpha\"] },",
      ": rules[0].effects.emphasise: expected a rule without technologies and patterns, since "
      "importance is not theirs" },
    { "rules.json", "\"speed\": 2", "\"speed\": 0",
      ": rules[0].effects.emphasise.speed: expected a number above 0, found 0" },
    { "rules.json", "\"speed\": 2", "\"sped\": 2",
      ": rules[0].effects.emphasise.sped: expected the id of a pillar or a criterion, found "
      "\"sped\"" },
    { "rules.json", "{ \"speed\": 2, \"comfort\": 0.5 }", "{}",
      ": rules[0].effects.emphasise: expected at least one pillar or criterion" },
    { "rules.json", "\"start\": -10", "\"start\": -101",
      ": rules[2].effects.adjust.start: expected a number from -100 to 100, found -101" },
    { "rules.json", "\"start\": -10", "\"speed\": -10",
      ": rules[2].effects.adjust.speed: expected an id from the list of criteria, found "
      "\"speed\"" },
    { "rules.json", "{ \"comfort\": 5 }", "{ \"calm\": 5 }",
      ": rules[3].effects.adjust.calm: expected a criterion of which a technology decides a "
      "share" },
    { "rules.json", "[\"managed\"]", "[\"manged\"]",
      ": rules[3].technologies.tags[0]: expected a tag that one of the technologies has, found "
      "\"manged\"" },
    { "rules.json", "[\"distributed\"]", "[\"compiled\"]",
      ": rules[1].patterns.tags[0]: expected a tag that one of the patterns has, found "
      "\"compiled\"" },
    { "rules.json", "{ \"ids\": [\"alpha\"] }", "{ \"ids\": [\"one\"] }",
      ": rules[2].technologies.ids[0]: expected an id from the list of technologies, found "
      "\"one\"" },
    { "rules.json", "{ \"ids\": [\"alpha\"] }", "{}",
      ": rules[2].technologies: expected ids, tags or except" },
    { "rules.json", "{ \"ids\": [\"alpha\"] }", "{ \"ids\": [] , \"tags\": [\"common\"] }",
      ": rules[2].technologies.ids: expected a list that is not empty" },
    { "rules.json", "{ \"ids\": [\"alpha\"] }", "{ \"ids\": [\"alpha\"], \"except\": [\"alpha\"] }",
      ": rules[2].technologies: expected at least one of the technologies" },
    { "rules.json", "{ \"ids\": [\"alpha\"] }", "{ \"ids\": [\"alpha\"], \"unless\": [] }",
      ": rules[2].technologies.unless: expected no member of this name" },
    { "rules.json", HURRY, "\"when\": true,", ": rules[0].when: expected no member of this name" },
    { "rules.json", "\"companions\": [\"queue\"]", "\"companions\": [\"quay\"]",
      ": rules[0].effects.companions[0]: expected an id from the list of companions, found "
      "\"quay\"" },
  };

  run (rows, G_N_ELEMENTS (rows));
}

#define ONE_OF                                                                                     \
  "expected a fact with at most one of is, is_not, at_least and at_most, or one of all, any and "  \
  "not"

static void
test_conditions (void **state)
{
  static const Row rows[] = {
    { "rules.json", HURRY, "\"if\": true,", ": rules[0].if: expected an object, found true" },
    { "rules.json", HURRY, "\"if\": {},", ": rules[0].if: " ONE_OF },
    { "rules.json", HURRY, "\"if\": { \"fact\": \"size\", \"at_least\": 3, \"at_most\": 4 },",
      ": rules[0].if: " ONE_OF },
    { "rules.json", HURRY, "\"if\": { \"fact\": \"size\", \"all\": [{ \"fact\": \"realtime\" }] },",
      ": rules[0].if: " ONE_OF },
    { "rules.json", HURRY, "\"if\": { \"fact\": \"siz\", \"at_least\": 3 },",
      ": rules[0].if.fact: expected an id from the list of facts, found \"siz\"" },
    { "rules.json", HURRY, "\"if\": { \"fact\": \"size\" },",
      ": rules[0].if.fact: expected a fact that is true or false, found \"size\"" },
    { "rules.json", HURRY, "\"if\": { \"fact\": \"size\", \"is\": \"3\" },",
      ": rules[0].if.fact: expected a fact with choices, found \"size\"" },
    { "rules.json", HURRY, "\"if\": { \"fact\": \"stage\", \"at_least\": 1 },",
      ": rules[0].if.fact: expected a fact that is a number, found \"stage\"" },
    { "rules.json", HURRY, "\"if\": { \"fact\": \"size\", \"at_least\": 501 },",
      ": rules[0].if.at_least: expected a number from 1 to 500, found 501" },
    { "rules.json", HURRY, "\"if\": { \"fact\": \"stage\", \"is_not\": \"big\" },",
      ": rules[0].if.is_not: expected the id of a choice of \"stage\", found \"big\"" },
    { "rules.json", HURRY, "\"if\": { \"any\": [] },",
      ": rules[0].if.any: expected at least one condition" },
    { "rules.json", HURRY, "\"if\": { \"any\": [{ \"fact\": \"realtime\" }, 7] },",
      ": rules[0].if.any[1]: expected an object, found 7" },
    { "rules.json", HURRY, "\"if\": { \"not\": [] },",
      ": rules[0].if.not: expected an object, found a list" },
    { "rules.json", HURRY, "\"if\": { \"fact\": \"realtime\", \"iff\": 1 },",
      ": rules[0].if.iff: expected no member of this name" },
  };

  run (rows, G_N_ELEMENTS (rows));
}

static char *
nest_conditions (guint depth)
{
  GString *text = g_string_new ("\"if\": ");

  for (guint i = 1; i < depth; i++)
    g_string_append (text, "{ \"not\": ");
  g_string_append (text, "{ \"fact\": \"realtime\" }");
  for (guint i = 1; i < depth; i++)
    g_string_append (text, " }");
  g_string_append (text, ",");
  return g_string_free (text, FALSE);
}

static void
test_depth_of_conditions (void **state)
{
  g_autofree char *deepest = nest_conditions (16);
  g_autofree char *deeper = nest_conditions (17);
  g_autofree char *place = g_strnfill (16, 'x');
  g_auto (GStrv) nots = g_strsplit (place, "x", -1);
  g_autofree char *path = g_strjoinv (".not", nots);
  g_autofree char *line =
      g_strdup_printf ("rules.json: rules[0].if%s: expected conditions at most 16 deep", path);
  char *folder = fixture_copy ();
  SlCatalogue *catalogue;

  fixture_replace (folder, "rules.json", HURRY, deepest);
  catalogue = fixture_load (folder);
  sl_catalogue_unref (catalogue);
  fixture_replace (folder, "rules.json", deepest, deeper);
  fixture_expect_faults (folder, SL_INPUT_ERROR_INVALID, (const char *const[]) { line, NULL });
  fixture_remove (folder);
}

/* ---- files ---- */

static void
test_files (void **state)
{
  static const Row rows[] = {
    { "rules.json", NULL, "", ":1:1: expected an object, found the end of the file" },
    { "rules.json", NULL, "{", ":1:2: expected more, found the end of the file" },
    { "rules.json", NULL, "[]", ":1:1: expected an object, found \"[\"" },
    { "rules.json", NULL, "\xef\xbb\xbf{}", ":1:1: expected UTF-8 without a byte order mark" },
    { "rules.json", "Who is in", "Who is \xff in", ":8:43: expected UTF-8, found the byte 0xff" },
    { "rules.json", "\"speed\": 2", "\"speed\": 1e999",
      ":11:44: expected a number that is not so large, found \"1e999\"" },
    { "rules.json", "\"speed\": 2", "\"speed\": NaN", ":11:44: expected a value, found \"NaN\"" },
    { "rules.json", "\"speed\": 2", "\"speed\": 2, \"speed\": 3",
      ":11:47: expected each member once, found \"speed\" again" },
    { "rules.json", "\"rules\": [", "\"rules\": {}, \"rulez\": [",
      ": rulez: expected no member of this name" },
    { "rules.json", "\"catalogue\": \"small\"", "\"catalogue\": \"large\"",
      ": catalogue: expected the same as in the other files" },
    { "rules.json", "\"version\": \"1\"", "\"version\": \"2\"",
      ": version: expected the same as in the other files" },
    { "rules.json", "\"version\": \"1\"", "\"version\": 1", ": version: expected a text, found 1" },
    { "sources.json", "  \"sources\": [\n", "  \"sources\": [ \"poll\",\n",
      ": sources[0]: expected an object, found \"poll\"" },
  };

  run (rows, G_N_ELEMENTS (rows));
}

static void
test_formats (void **state)
{
  char *folder = fixture_copy ();

  fixture_replace (folder, "facts.json", "facts-1", "facts-2");
  fixture_replace (folder, "rules.json", "rules-1", "facts-1");
  fixture_replace (folder, "sources.json", "\"format\": \"sources-1\",", "");
  fixture_expect_faults (
      folder, SL_INPUT_ERROR_FORMAT,
      (const char *const[]) {
          "facts.json: format: expected \"facts-1\"; this file is of a newer format",
          "rules.json: format: expected \"rules-1\"",
          "sources.json: format: expected \"sources-1\"", NULL });
  fixture_remove (folder);
}

static void
test_missing_files (void **state)
{
  char *folder = fixture_copy ();
  g_autofree char *rules = g_build_filename (folder, "rules.json", NULL);

  assert_int_equal (g_remove (rules), 0);
  fixture_expect_faults (folder, SL_INPUT_ERROR_READ,
                         (const char *const[]) { "rules.json: No such file or directory", NULL });
  fixture_remove (folder);
}

static void
test_empty_folder (void **state)
{
  g_autofree char *folder = g_dir_make_tmp ("catalogue-XXXXXX", NULL);
  g_autofree char *expected = g_strconcat (
      folder, ": expected a catalogue, found none of its files (criteria.json and others)", NULL);
  g_autoptr (GError) error = NULL;

  assert_null (sl_catalogue_new_for_path (folder, &error));
  assert_string_equal (error->message, expected);
  assert_true (g_error_matches (error, SL_INPUT_ERROR, SL_INPUT_ERROR_READ));
  assert_int_equal (g_rmdir (folder), 0);
}

static void
test_pipe_in_folder (void **state)
{
  char *folder = fixture_copy ();
  g_autofree char *rules = g_build_filename (folder, "rules.json", NULL);

  assert_int_equal (g_remove (rules), 0);
  assert_int_equal (mkfifo (rules, 0600), 0);
  fixture_expect_faults (
      folder, SL_INPUT_ERROR_READ,
      (const char *const[]) { "rules.json: expected a file, found a pipe", NULL });
  fixture_remove (folder);
}

static void
test_missing_path (void **state)
{
  g_autoptr (GError) error = NULL;

  assert_null (sl_catalogue_new_for_path ("/nowhere/at-all", &error));
  assert_string_equal (error->message, "/nowhere/at-all: No such file or directory");
  assert_true (g_error_matches (error, SL_INPUT_ERROR, SL_INPUT_ERROR_READ));
}

/* A misspelt name must not be overlooked; what is no JSON may lie there. */
static void
test_other_files (void **state)
{
  char *folder = fixture_copy ();
  SlCatalogue *catalogue;

  fixture_write (folder, "README.md", "Ours.", -1);
  catalogue = fixture_load (folder);
  sl_catalogue_unref (catalogue);
  fixture_write (folder, "rule.json", "{}", -1);
  fixture_expect_faults (
      folder, SL_INPUT_ERROR_INVALID,
      (const char *const[]) { "rule.json: expected no file of this name in a catalogue", NULL });
  fixture_remove (folder);
}

static void
test_huge_file (void **state)
{
  char *folder = fixture_copy ();
  g_autofree char *rules = g_build_filename (folder, "rules.json", NULL);

  assert_int_equal (truncate (rules, (off_t) 65 * 1024 * 1024), 0);
  fixture_expect_faults (folder, SL_INPUT_ERROR_INVALID,
                         (const char *const[]) { "rules.json: expected at most 64 MiB", NULL });
  fixture_remove (folder);
}

/* Entries beyond the limit are one fault and are not read. */
static void
test_huge_counts (void **state)
{
  g_autoptr (GString) sources = g_string_new ("\"sources\": [");
  char *folder = fixture_copy ();

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (
        sources, "{ \"id\": \"s%u\", \"title\": \"T\", \"publisher\": \"P\", \"year\": 2020 },", i);
  fixture_replace (
      folder, "observations.json", NULL,
      "{ \"format\": \"observations-1\", \"catalogue\": \"small\", \"version\": \"1\", "
      "\"metrics\": [], \"observations\": {} }");
  fixture_replace (folder, "sources.json", "\"sources\": [", sources->str);
  {
    g_autoptr (GError) error = NULL;

    assert_null (sl_catalogue_new_for_path (folder, &error));
    assert_non_null (strstr (
        error->message, "/sources.json: sources: expected at most 10000 entries, found 10002\n"));
  }
  fixture_remove (folder);
}

/* Many alternatives multiply; the limit is on what comes of them. */
static void
test_too_many_pairings (void **state)
{
  char *folder = fixture_copy ();
  g_autoptr (GString) technologies = g_string_new ("\"technologies\": [");
  g_autoptr (GString) patterns = g_string_new ("\"patterns\": [");

  for (guint i = 0; i < 500; i++) {
    g_string_append_printf (
        technologies,
        "{ \"id\": \"t%u\", \"name\": \"T\", \"language\": \"T\", \"family\": \"t\", \"summary\": "
        "\"T\", \"tags\": [], \"strengths\": [], \"weaknesses\": [], \"best_for\": [], "
        "\"subjects\": "
        "[], \"values\": {} },",
        i);
    g_string_append_printf (
        patterns,
        "{ \"id\": \"p%u\", \"name\": \"P\", \"phrase\": \"p\", \"summary\": \"P\", \"tags\": [], "
        "\"strengths\": [], \"weaknesses\": [], \"best_for\": [], \"values\": {} },",
        i);
  }
  fixture_replace (folder, "technologies.json", "\"technologies\": [", technologies->str);
  fixture_replace (folder, "patterns.json", "\"patterns\": [", patterns->str);
  fixture_expect_faults (
      folder, SL_INPUT_ERROR_INVALID,
      (const char *const[]) { "patterns.json: patterns: expected at most 100000 pairings", NULL });
  fixture_remove (folder);
}

/* One reading tells of all faults of all files, in the order of the files. */
static void
test_all_faults_at_once (void **state)
{
  char *folder = fixture_copy ();

  fixture_replace (folder, "technologies.json", "\"mode\": 30", "\"mode\": \"fast\"");
  fixture_replace (folder, "technologies.json", "\"values\": {},",
                   "\"values\": { \"start\": { \"low\": 1, \"mode\": 2, \"high\": 3, \"reason\": "
                   "\"So.\" } },");
  fixture_replace (folder, "rules.json", "\"strength\": \"hard\"", "\"strength\": \"iron\"");
  fixture_replace (folder, "profiles.json", "\"size\": 3", "\"size\": 0");
  fixture_replace (folder, "companions.json", "\"kind\": \"queue\"", "\"kind\": 7");
  fixture_expect_faults (
      folder, SL_INPUT_ERROR_INVALID,
      (const char *const[]) {
          "companions.json: companions[0].kind: expected an id (a-z, 0-9, _.:- and at most 100 "
          "characters), found 7",
          "profiles.json: profiles[0].facts.size: expected a number from 1 to 500, found 0",
          "rules.json: rules[1].strength: expected one of weak, moderate, strong, hard, found "
          "\"iron\"",
          "technologies.json: technologies[1].values.throughput.mode: expected a number from 0 to "
          "100, found \"fast\"",
          "technologies.json: technologies[0].values.start: expected no judgement, since "
          "observations "
          "decide this value",
          NULL });
  fixture_remove (folder);
}

/* Every cut of a file is refused, and none does harm. */
static void
test_truncated (void **state)
{
  g_autofree char *rules = fixture_read (FIXTURE_SMALL, "rules.json");
  gsize length = strlen (rules);
  char *folder = fixture_copy ();

  while (g_ascii_isspace (rules[length - 1]))
    length--;
  for (gsize i = 0; i < length; i += 7) {
    g_autoptr (GError) error = NULL;

    fixture_write (folder, "rules.json", rules, (gssize) i);
    assert_null (sl_catalogue_new_for_path (folder, &error));
    assert_true (g_error_matches (error, SL_INPUT_ERROR, SL_INPUT_ERROR_INVALID));
    assert_null (strchr (error->message, '\n'));
  }
  fixture_remove (folder);
}

/* Any member of any file, taken away or made another type, is loaded or refused, and none does
 * harm. */
static void
break_members (const char *folder, const char *file)
{
  static const char *const values[] = { "null",  "true", "-1", "1e12", "\"\"",
                                        "\"x\"", "[]",   "{}", "[[]]", "{\"x\":{}}" };
  g_autofree char *data = fixture_read (FIXTURE_SMALL, file);

  for (const char *colon = strstr (data, "\": "); colon != NULL;
       colon = strstr (colon + 1, "\": ")) {
    const char *value = colon + 3, *end = value;
    guint depth = 0;
    gboolean text = FALSE;

    for (; depth > 0 || text || strchr (",]}\n", *end) == NULL; end++) {
      if (*end == '"')
        text = !text;
      if (!text)
        depth += (*end == '[' || *end == '{') - (*end == ']' || *end == '}');
    }
    for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
      g_autofree char *broken =
          g_strdup_printf ("%.*s%s%s", (int) (value - data), data, values[i], end);
      g_autoptr (GError) error = NULL;
      SlCatalogue *catalogue;

      fixture_write (folder, file, broken, -1);
      catalogue = sl_catalogue_new_for_path (folder, &error);
      assert_true ((catalogue == NULL) == (error != NULL));
      if (catalogue != NULL)
        sl_catalogue_unref (catalogue);
    }
  }
  fixture_write (folder, file, data, -1);
}

static void
test_broken_members (void **state)
{
  static const char *const files[] = { "companions.json", "criteria.json",    "facts.json",
                                       "patterns.json",   "profiles.json",    "rules.json",
                                       "sources.json",    "technologies.json" };
  char *folder = fixture_copy ();

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    break_members (folder, files[i]);
  fixture_remove (folder);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_evidence),
    cmocka_unit_test (test_criteria),
    cmocka_unit_test (test_references),
    cmocka_unit_test (test_figures),
    cmocka_unit_test (test_alternatives),
    cmocka_unit_test (test_facts),
    cmocka_unit_test (test_rules),
    cmocka_unit_test (test_conditions),
    cmocka_unit_test (test_depth_of_conditions),
    cmocka_unit_test (test_files),
    cmocka_unit_test (test_formats),
    cmocka_unit_test (test_missing_files),
    cmocka_unit_test (test_empty_folder),
    cmocka_unit_test (test_pipe_in_folder),
    cmocka_unit_test (test_missing_path),
    cmocka_unit_test (test_other_files),
    cmocka_unit_test (test_huge_file),
    cmocka_unit_test (test_huge_counts),
    cmocka_unit_test (test_too_many_pairings),
    cmocka_unit_test (test_all_faults_at_once),
    cmocka_unit_test (test_truncated),
    cmocka_unit_test (test_broken_members),
  };

  return cmocka_run_group_tests_name ("faults", tests, NULL, NULL);
}
