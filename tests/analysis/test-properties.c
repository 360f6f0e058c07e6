/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What holds for any requirements on the shipped catalogue, whatever its data say. */

#include "ranking-fixture.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define TIE 1e-9 /* of the range of the scores */

static SlCatalogue *shipped;

static int
setup (void **state)
{
  shipped = fixture_shipped ();
  return 0;
}

static int
teardown (void **state)
{
  g_clear_pointer (&shipped, sl_catalogue_unref);
  return 0;
}

static SlAnalysis *
analyse (SlDecision *decision)
{
  return sl_analysis_new (sl_decision_get_requirements (decision));
}

/* Random importances and facts; no minimum. */
static SlDecision *
random_decision (SlCatalogue *catalogue, GRand *random)
{
  SlDecision *decision = sl_decision_new (catalogue);
  const GPtrArray *facts = sl_catalogue_get_facts (catalogue);
  const GPtrArray *pillars = sl_catalogue_get_pillars (catalogue);
  const GPtrArray *criteria = sl_catalogue_get_criteria (catalogue);

  for (guint i = 0; i < facts->len; i++) {
    const SlFact *fact = g_ptr_array_index (facts, i);

    if (g_rand_int_range (random, 0, 4) == 0)
      sl_decision_set_fact (decision, fact,
                            fact->minimum < fact->maximum
                                ? g_rand_double_range (random, fact->minimum, fact->maximum)
                                : fact->minimum);
  }
  for (guint i = 0; i < pillars->len; i++)
    sl_decision_set_pillar_importance (decision, g_ptr_array_index (pillars, i),
                                       g_rand_int_range (random, 0, 11));
  for (guint i = 0; i < criteria->len; i++)
    sl_decision_set_criterion_importance (decision, g_ptr_array_index (criteria, i),
                                          g_rand_int_range (random, 0, 11));

  return decision;
}

/* ---- what any ranking is like ---- */

static double
get_emphasis (SlAnalysis *analysis, const SlPillar *pillar, const SlCriterion *criterion)
{
  const GPtrArray *rules = sl_analysis_get_rules (analysis);
  double factor = 1;

  for (guint i = 0; i < rules->len; i++) {
    const SlRule *rule = g_ptr_array_index (rules, i);

    for (guint j = 0; j < rule->emphases->len; j++) {
      const SlEmphasis *emphasis = &g_array_index (rule->emphases, SlEmphasis, j);

      if (emphasis->pillar == pillar && emphasis->criterion == criterion)
        factor *= emphasis->factor;
    }
  }

  return factor;
}

/* P / sum of P x C / sum of C in P, by the book, for one criterion at a time; `sum_all` is the sum
 * of P over the pillars that count. */
static double
weigh (SlAnalysis *analysis, const SlRanking *ranking, const SlCriterion *criterion, double *share)
{
  SlRequirements *requirements = sl_analysis_get_requirements (analysis);
  const SlPillar *pillar = criterion->pillar;
  double sum = 0;

  for (guint i = 0; i < ranking->n_criteria; i++) {
    const SlCriterion *other = ranking->criteria[i];

    if (other->pillar == pillar)
      sum +=
          requirements->criterion_importance[other->index] * get_emphasis (analysis, NULL, other);
  }
  *share = requirements->criterion_importance[criterion->index] *
           get_emphasis (analysis, NULL, criterion);
  if (sum <= 0)
    return 0;
  *share /= sum;

  return requirements->pillar_importance[pillar->index] * get_emphasis (analysis, pillar, NULL);
}

static void
check_weights (SlAnalysis *analysis, const SlRanking *ranking)
{
  g_autofree double *expected = g_new0 (double, ranking->n_criteria);
  const SlPillar *last = NULL;
  double sum_pillars = 0, sum = 0;

  for (guint i = 0; i < ranking->n_criteria; i++) {
    double share;
    double pillar = weigh (analysis, ranking, ranking->criteria[i], &share);

    expected[i] = pillar * share;
    if (ranking->criteria[i]->pillar != last)
      sum_pillars += pillar;
    last = ranking->criteria[i]->pillar;
  }
  assert_int_equal (ranking->equal_weights, sum_pillars <= 0);
  for (guint i = 0; i < ranking->n_criteria; i++) {
    assert_near (ranking->weights[i],
                 sum_pillars > 0 ? expected[i] / sum_pillars : 1.0 / ranking->n_criteria);
    sum += ranking->weights[i];
  }
  assert_near (sum, 1);
}

static void
check_criteria (SlAnalysis *analysis, const SlRanking *ranking)
{
  const GPtrArray *criteria = sl_catalogue_get_criteria (shipped);
  guint n = 0;

  for (guint i = 0; i < criteria->len; i++) {
    const SlCriterion *criterion = g_ptr_array_index (criteria, i);

    if ((ranking->board == SL_BOARD_TECHNOLOGIES && criterion->technology_share <= 0) ||
        (ranking->board == SL_BOARD_PATTERNS && criterion->technology_share >= 1))
      continue;
    assert_true (n < ranking->n_criteria);
    assert_ptr_equal (ranking->criteria[n++], criterion);
  }
  assert_int_equal (n, ranking->n_criteria);
}

static void
check_entry (SlAnalysis *analysis, const SlRanking *ranking, const SlEntry *entry)
{
  gboolean additive = sl_analysis_get_requirements (analysis)->method == SL_METHOD_ADDITIVE;
  g_autofree double *pillars = g_new0 (double, sl_catalogue_get_pillars (shipped)->len);
  double sum = 0, all = 0;

  assert_true (entry->score >= -1e-9 && entry->score <= 100 + 1e-9);
  for (guint i = 0; i < ranking->n_criteria; i++) {
    assert_true (entry->values[i] >= 0 && entry->values[i] <= 100);
    assert_true (entry->contributions[i] >= 0);
    if (additive)
      assert_near (entry->contributions[i], ranking->weights[i] * entry->values[i]);
    sum += entry->contributions[i];
    pillars[ranking->criteria[i]->pillar->index] += entry->contributions[i];
  }
  assert_near (entry->score, sum);
  for (guint i = 0; i < sl_catalogue_get_pillars (shipped)->len; i++) {
    assert_near (entry->pillar_contributions[i], pillars[i]);
    all += entry->pillar_contributions[i];
  }
  assert_near (entry->score, all);
  assert_int_equal (entry->rank == 0, entry->reasons->len > 0);
  assert_int_equal (entry->technology != NULL, ranking->board != SL_BOARD_PATTERNS);
  assert_int_equal (entry->pattern != NULL, ranking->board != SL_BOARD_TECHNOLOGIES);
}

static double
find_tolerance (const SlRanking *ranking)
{
  return ranking->n_ranked > 0
             ? TIE * (ranking->entries[0].score - ranking->entries[ranking->n_ranked - 1].score)
             : 0;
}

/* One more than are better, counted one by one. */
static void
check_ranks (const SlRanking *ranking)
{
  double tolerance = find_tolerance (ranking);

  for (guint i = 0; i < ranking->n_ranked; i++) {
    const SlEntry *entry = &ranking->entries[i];
    guint n_better = 0;

    for (guint j = 0; j < ranking->n_ranked; j++)
      n_better += ranking->entries[j].score > entry->score + tolerance;
    assert_int_equal (entry->rank, n_better + 1);
    if (i > 0 && entry->rank == ranking->entries[i - 1].rank)
      assert_true (strcmp (ranking->entries[i - 1].name, entry->name) < 0);
  }
  for (guint i = ranking->n_ranked; i < ranking->n_entries; i++) {
    assert_int_equal (ranking->entries[i].rank, 0);
    if (i > ranking->n_ranked)
      assert_true (ranking->entries[i - 1].score >= ranking->entries[i].score);
  }
}

static gboolean
has_rule_reason (const SlEntry *entry)
{
  for (guint i = 0; i < entry->reasons->len; i++) {
    if (((const SlReason *) g_ptr_array_index (entry->reasons, i))->rule != NULL)
      return TRUE;
  }

  return FALSE;
}

/* A rule that takes a technology or a pattern takes all its pairings. */
static void
check_pairings (SlAnalysis *analysis)
{
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, SL_BOARD_PAIRINGS);

  for (guint i = 0; i < ranking->n_entries; i++) {
    const SlEntry *entry = &ranking->entries[i];

    if (has_rule_reason (find_entry (analysis, SL_BOARD_TECHNOLOGIES, entry->technology->id)) ||
        has_rule_reason (find_entry (analysis, SL_BOARD_PATTERNS, entry->pattern->id)))
      assert_true (has_rule_reason (entry));
  }
}

static guint
count_all (SlBoard board)
{
  switch (board) {
  case SL_BOARD_TECHNOLOGIES:
    return sl_catalogue_get_technologies (shipped)->len;
  case SL_BOARD_PATTERNS:
    return sl_catalogue_get_patterns (shipped)->len;
  case SL_BOARD_PAIRINGS:
  default:
    return sl_catalogue_get_pairings (shipped)->len;
  }
}

static void
check_ranking (SlAnalysis *analysis, SlBoard board)
{
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, board);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  check_criteria (analysis, ranking);
  check_weights (analysis, ranking);
  check_ranks (ranking);
  for (guint i = 0; i < ranking->n_entries; i++) {
    check_entry (analysis, ranking, &ranking->entries[i]);
    g_hash_table_add (ids, (gpointer) ranking->entries[i].id);
    assert_ptr_equal (sl_ranking_find (ranking, ranking->entries[i].id), &ranking->entries[i]);
  }
  assert_int_equal (g_hash_table_size (ids), ranking->n_entries);
  assert_int_equal (ranking->n_entries, count_all (board));
}

/* Each of the excluded has its causes among the prices, and each price its excluded. */
static void
check_prices (SlAnalysis *analysis, SlBoard board)
{
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, board);
  const GArray *prices = sl_analysis_get_prices (analysis, board);
  guint n_alone = 0, n_single = 0;

  for (guint i = 0; i < prices->len; i++) {
    const SlPrice *price = &g_array_index (prices, SlPrice, i);

    assert_true (price->n_excluded > 0 && price->n_alone <= price->n_excluded);
    assert_int_equal (price->n_alone > 0, price->best_name != NULL);
    assert_true (i == 0 || price->n_alone <= g_array_index (prices, SlPrice, i - 1).n_alone);
    n_alone += price->n_alone;
  }
  for (guint i = ranking->n_ranked; i < ranking->n_entries; i++)
    n_single += ranking->entries[i].reasons->len == 1;
  assert_int_equal (n_alone, n_single);
}

static void
test_any_ranking (void **state)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (500);
  guint n_excluded = 0, n_ranked = 0;

  for (guint i = 0; i < 500; i++) {
    g_autoptr (SlRequirements) requirements = fixture_random_requirements (shipped, random);
    g_autoptr (SlAnalysis) analysis = sl_analysis_new (requirements);

    for (guint board = 0; board < SL_N_BOARDS; board++) {
      const SlRanking *ranking = sl_analysis_get_ranking (analysis, board);

      check_ranking (analysis, board);
      check_prices (analysis, board);
      n_ranked += ranking->n_ranked;
      n_excluded += ranking->n_entries - ranking->n_ranked;
    }
    check_pairings (analysis);
  }
  /* They were not all of one kind. */
  assert_true (n_ranked > 5000);
  assert_true (n_excluded > 5000);
}

/* ---- a toggle that rules out a loser ---- */

/* Those whose scores depend on nobody else. */
static const SlMethod fixed_methods[] = { SL_METHOD_ADDITIVE, SL_METHOD_GEOMETRIC,
                                          SL_METHOD_TOPSIS };

/* Those of `after` stand as they stood before, with the same scores to the last bit. */
static void
expect_order_kept (const SlRanking *before, const SlRanking *after)
{
  guint next = 0;

  for (guint i = 0; i < before->n_ranked; i++) {
    const SlEntry *entry = sl_ranking_find (after, before->entries[i].id);

    assert_memory_equal (&entry->score, &before->entries[i].score, sizeof entry->score);
    if (entry->rank == 0)
      continue;
    assert_ptr_equal (entry, &after->entries[next]);
    next++;
  }
  assert_int_equal (next, after->n_ranked);
}

/* The shipped catalogue with a fact for each technology, «without-go», that rules it out. */
static SlCatalogue *
load_with_toggles (void)
{
  const GPtrArray *technologies = sl_catalogue_get_technologies (shipped);
  g_autoptr (GString) facts = g_string_new (NULL);
  g_autoptr (GString) rules = g_string_new (NULL);
  g_autofree char *facts_file = NULL;
  g_autofree char *rules_file = NULL;

  for (guint i = 0; i < technologies->len; i++) {
    const char *id = ((const SlAlternative *) g_ptr_array_index (technologies, i))->id;

    g_string_append_printf (facts,
                            "%s{\"id\": \"without-%s\", \"group\": \"own\", \"name\": \"Without\","
                            " \"description\": \"Do without it.\", \"type\": \"boolean\","
                            " \"default\": false}",
                            i > 0 ? "," : "", id);
    g_string_append_printf (rules,
                            "%s{\"id\": \"without-%s\", \"statement\": \"We do without it.\","
                            " \"strength\": \"hard\", \"sources\": [],"
                            " \"if\": {\"fact\": \"without-%s\"},"
                            " \"technologies\": {\"ids\": [\"%s\"]},"
                            " \"effects\": {\"exclude\": true}}",
                            i > 0 ? "," : "", id, id, id);
  }
  facts_file = g_strdup_printf ("{\"format\": \"facts-1\", \"catalogue\": \"own\","
                                " \"version\": \"1\", \"extends\": \"shortlist\","
                                " \"groups\": [{\"id\": \"own\", \"name\": \"Own\"}],"
                                " \"facts\": [%s]}",
                                facts->str);
  rules_file = g_strdup_printf ("{\"format\": \"rules-1\", \"catalogue\": \"own\","
                                " \"version\": \"1\", \"extends\": \"shortlist\","
                                " \"rules\": [%s]}",
                                rules->str);

  return fixture_extended ("facts.json", facts_file, "rules.json", rules_file, NULL);
}

/* Whoever goes, first or last: the rest stands as it stood. */
static void
test_toggle_that_excludes (void **state)
{
  g_autoptr (SlCatalogue) catalogue = load_with_toggles ();
  const GPtrArray *technologies = sl_catalogue_get_technologies (catalogue);
  g_autoptr (GRand) random = g_rand_new_with_seed (31);

  for (guint i = 0; i < 300; i++) {
    g_autoptr (SlDecision) decision = random_decision (catalogue, random);
    g_autoptr (SlAnalysis) before = NULL;
    g_autoptr (SlAnalysis) after = NULL;
    const SlAlternative *technology = g_ptr_array_index (
        technologies, (guint) g_rand_int_range (random, 0, (gint32) technologies->len));
    g_autofree char *toggle = g_strconcat ("without-", technology->id, NULL);
    double was_on =
        sl_decision_get_requirements (decision)->facts[fixture_fact (catalogue, toggle)->index];

    sl_decision_set_method (decision, fixed_methods[i % G_N_ELEMENTS (fixed_methods)]);
    before = analyse (decision);
    fixture_set_fact (decision, toggle, 1);
    after = analyse (decision);
    assert_int_equal (find_entry (after, SL_BOARD_TECHNOLOGIES, technology->id)->rank, 0);
    for (guint board = 0; board < SL_N_BOARDS; board++)
      expect_order_kept (sl_analysis_get_ranking (before, board),
                         sl_analysis_get_ranking (after, board));
    assert_int_equal (sl_analysis_get_rules (after)->len,
                      sl_analysis_get_rules (before)->len + (was_on > 0 ? 0 : 1));
  }
}

/* A minimum rules out as well, and changes nothing else. */
static void
test_minimum_that_excludes (void **state)
{
  const GPtrArray *criteria = sl_catalogue_get_criteria (shipped);
  g_autoptr (GRand) random = g_rand_new_with_seed (32);

  for (guint i = 0; i < 300; i++) {
    g_autoptr (SlDecision) decision = random_decision (shipped, random);
    g_autoptr (SlAnalysis) before = NULL;
    g_autoptr (SlAnalysis) after = NULL;

    sl_decision_set_method (decision, fixed_methods[i % G_N_ELEMENTS (fixed_methods)]);
    before = analyse (decision);
    sl_decision_set_criterion_minimum (
        decision,
        g_ptr_array_index (criteria, (guint) g_rand_int_range (random, 0, (gint32) criteria->len)),
        g_rand_double_range (random, 0, 90));
    after = analyse (decision);
    for (guint board = 0; board < SL_N_BOARDS; board++)
      expect_order_kept (sl_analysis_get_ranking (before, board),
                         sl_analysis_get_ranking (after, board));
  }
}

/* ---- importance ---- */

static void
expect_same_ranking (const SlRanking *one, const SlRanking *other)
{
  g_autofree char *text = ranking_describe (one);
  g_autofree char *other_text = ranking_describe (other);

  assert_string_equal (text, other_text);
  for (guint i = 0; i < one->n_entries; i++)
    assert_near (one->entries[i].score, other->entries[i].score);
}

/* Only proportions matter, of pillars and within each pillar. By a quarter, which is exact, so that
 * a level pair stays level. */
static void
test_scale_of_importance (void **state)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (33);

  for (guint i = 0; i < 200; i++) {
    g_autoptr (SlDecision) decision = random_decision (shipped, random);
    g_autoptr (SlAnalysis) before = analyse (decision);
    SlRequirements *first = sl_analysis_get_requirements (before);
    g_autoptr (SlAnalysis) after = NULL;

    for (guint j = 0; j < sl_catalogue_get_pillars (shipped)->len; j++)
      sl_decision_set_pillar_importance (decision,
                                         g_ptr_array_index (sl_catalogue_get_pillars (shipped), j),
                                         first->pillar_importance[j] / 4);
    for (guint j = 0; j < sl_catalogue_get_criteria (shipped)->len; j++)
      sl_decision_set_criterion_importance (
          decision, g_ptr_array_index (sl_catalogue_get_criteria (shipped), j),
          first->criterion_importance[j] / 4);
    after = analyse (decision);
    for (guint board = 0; board < SL_N_BOARDS; board++)
      expect_same_ranking (sl_analysis_get_ranking (before, board),
                           sl_analysis_get_ranking (after, board));
  }
}

/* The mean of a pillar of an entry, by the weights. */
static double
pillar_mean (const SlRanking *ranking, const SlEntry *entry, const SlPillar *pillar)
{
  return entry->pillar_contributions[pillar->index] / ranking->pillar_weights[pillar->index];
}

/* More importance for a criterion is more weight for it, less for the others of its pillar, and
 * none for other pillars. Scores move towards its value: up for those who are better on it than in
 * their pillar as a whole, down for the others. */
static void
check_raised (const SlRanking *before, const SlRanking *after, const SlCriterion *raised)
{
  guint column = find_column (before, raised->id);

  for (guint i = 0; i < before->n_criteria; i++) {
    if (i == column)
      assert_true (after->weights[i] > before->weights[i]);
    else if (before->criteria[i]->pillar == raised->pillar)
      assert_true (after->weights[i] <= before->weights[i] + 1e-12);
    else
      assert_near (after->weights[i], before->weights[i]);
  }
  for (guint i = 0; i < before->n_entries; i++) {
    const SlEntry *entry = &before->entries[i];
    const SlEntry *moved = sl_ranking_find (after, entry->id);
    double ahead = entry->values[column] - pillar_mean (before, entry, raised->pillar);

    if (ahead > 1e-6)
      assert_true (moved->score > entry->score);
    else if (ahead < -1e-6)
      assert_true (moved->score < entry->score);
    else
      assert_near (moved->score, entry->score);
  }
}

static void
test_raised_importance (void **state)
{
  const GPtrArray *criteria = sl_catalogue_get_criteria (shipped);
  g_autoptr (GRand) random = g_rand_new_with_seed (34);
  guint n = 0;

  for (guint i = 0; i < 300; i++) {
    g_autoptr (SlDecision) decision = random_decision (shipped, random);
    g_autoptr (SlAnalysis) before = analyse (decision);
    g_autoptr (SlAnalysis) after = NULL;
    const SlCriterion *criterion =
        g_ptr_array_index (criteria, (guint) g_rand_int_range (random, 0, (gint32) criteria->len));
    double now = sl_decision_get_requirements (decision)->criterion_importance[criterion->index];

    if (now >= 10)
      continue;
    sl_decision_set_criterion_importance (decision, criterion, now + 1);
    after = analyse (decision);
    for (guint board = 0; board < SL_N_BOARDS; board++) {
      const SlRanking *ranking = sl_analysis_get_ranking (before, board);
      guint column = find_column (ranking, criterion->id);

      /* Alone in its pillar it has all of it before and after. */
      if (column == G_MAXUINT || ranking->pillar_weights[criterion->pillar->index] <= 0 ||
          ranking->equal_weights ||
          ranking->weights[column] >= ranking->pillar_weights[criterion->pillar->index] - 1e-12)
        continue;
      check_raised (ranking, sl_analysis_get_ranking (after, board), criterion);
      n++;
    }
  }
  assert_true (n > 200);
}

/* The order in which the sliders were moved is forgotten. */
static void
test_order_of_edits (void **state)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (35);
  guint n_pillars = sl_catalogue_get_pillars (shipped)->len;
  guint n_facts = sl_catalogue_get_facts (shipped)->len;

  for (guint i = 0; i < 50; i++) {
    g_autoptr (SlDecision) decision = random_decision (shipped, random);
    g_autoptr (SlDecision) copy = sl_decision_new (shipped);
    SlRequirements *wanted = sl_decision_get_requirements (decision);
    g_autoptr (SlAnalysis) before = NULL;
    g_autoptr (SlAnalysis) after = NULL;

    for (guint j = n_facts; j > 0; j--)
      sl_decision_set_fact (copy, g_ptr_array_index (sl_catalogue_get_facts (shipped), j - 1),
                            wanted->facts[j - 1]);
    for (guint j = sl_catalogue_get_criteria (shipped)->len; j > 0; j--)
      sl_decision_set_criterion_importance (
          copy, g_ptr_array_index (sl_catalogue_get_criteria (shipped), j - 1),
          wanted->criterion_importance[j - 1]);
    for (guint j = n_pillars; j > 0; j--)
      sl_decision_set_pillar_importance (
          copy, g_ptr_array_index (sl_catalogue_get_pillars (shipped), j - 1),
          wanted->pillar_importance[j - 1]);
    before = analyse (decision);
    after = analyse (copy);
    for (guint board = 0; board < SL_N_BOARDS; board++)
      expect_same_ranking (sl_analysis_get_ranking (before, board),
                           sl_analysis_get_ranking (after, board));
  }
}

/* ---- the order of the files ---- */

static JsonArray *
shuffle_list (JsonObject *root, const char *member, GRand *random)
{
  JsonArray *array = json_object_get_array_member (root, member);
  JsonArray *shuffled = json_array_new ();
  g_autoptr (GList) elements = json_array_get_elements (array);

  while (elements != NULL) {
    GList *link = g_list_nth (
        elements, (guint) g_rand_int_range (random, 0, (gint32) g_list_length (elements)));

    json_array_add_element (shuffled, json_node_copy (link->data));
    elements = g_list_delete_link (elements, link);
  }

  return shuffled;
}

/* A file of the farm with the entries of one list in another order. */
static char *
shuffle (const char *file, const char *member, GRand *random)
{
  g_autofree char *text = fixture_farm_file (file);
  g_autoptr (JsonNode) node = json_from_string (text, NULL);
  JsonObject *root = json_node_get_object (node);

  json_object_set_array_member (root, member, shuffle_list (root, member, random));
  return json_to_string (node, FALSE);
}

/* Requirements that bring every rule of the farm into play. */
static void
require_all (SlDecision *decision)
{
  fixture_set_fact (decision, "rain", 1);
  fixture_set_fact (decision, "season", WINTER);
  fixture_set_fact (decision, "heads", 60);
  fixture_set_importance (decision, "calm", 8);
  fixture_set_minimum (decision, "safe", 20);
  fixture_override (decision, "bee", "tidy", 30);
}

/* Who comes first in a file does not come first in a ranking for that. */
static void
test_order_of_files (void **state)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (36);
  g_autoptr (SlCatalogue) farm = fixture_farm ();
  g_autoptr (SlDecision) decision = sl_decision_new (farm);
  g_autoptr (SlAnalysis) analysis = NULL;

  require_all (decision);
  analysis = analyse (decision);
  for (guint i = 0; i < 40; i++) {
    g_autofree char *technologies = shuffle ("technologies.json", "technologies", random);
    g_autofree char *patterns = shuffle ("patterns.json", "patterns", random);
    g_autofree char *rules = shuffle ("rules.json", "rules", random);
    g_autofree char *criteria = shuffle ("criteria.json", "criteria", random);
    g_autofree char *facts = shuffle ("facts.json", "facts", random);
    g_autoptr (SlCatalogue) catalogue = fixture_farm_with (
        "technologies.json", technologies, "patterns.json", patterns, "rules.json", rules,
        "criteria.json", criteria, "facts.json", facts, NULL);
    g_autoptr (SlDecision) other = sl_decision_new (catalogue);
    g_autoptr (SlAnalysis) shuffled = NULL;

    require_all (other);
    shuffled = analyse (other);
    for (guint board = 0; board < SL_N_BOARDS; board++)
      expect_same_ranking (sl_analysis_get_ranking (analysis, board),
                           sl_analysis_get_ranking (shuffled, board));
    assert_string_equal (sl_analysis_get_headline (analysis, SL_BOARD_PAIRINGS),
                         sl_analysis_get_headline (shuffled, SL_BOARD_PAIRINGS));
  }
}

/* ---- threads ---- */

/* Everything that an analysis says, to the last bit. */
static char *
describe_analysis (SlAnalysis *analysis)
{
  g_autoptr (GString) text = g_string_new (sl_analysis_get_headline (analysis, SL_BOARD_PAIRINGS));

  for (guint board = 0; board < SL_N_BOARDS; board++) {
    const SlRanking *ranking = sl_analysis_get_ranking (analysis, board);

    g_string_append_printf (text, "\n%s\n", sl_analysis_get_answer (analysis, board));
    for (guint i = 0; i < ranking->n_entries; i++) {
      const SlEntry *entry = &ranking->entries[i];

      g_string_append_printf (text, "%u %s %a", entry->rank, entry->id, entry->score);
      for (guint j = 0; j < ranking->n_criteria; j++)
        g_string_append_printf (text, " %a", entry->contributions[j]);
      for (guint j = 0; j < entry->reasons->len; j++)
        g_string_append_printf (text, " %s",
                                ((const SlReason *) g_ptr_array_index (entry->reasons, j))->text);
    }
  }
  for (guint i = 0; i < sl_analysis_get_advice (analysis)->len; i++)
    g_string_append (
        text, ((const SlAdvice *) g_ptr_array_index (sl_analysis_get_advice (analysis), i))->text);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Makes an analysis of each of the requirements, and drops it. */
static gpointer
describe_all (gpointer data)
{
  const GPtrArray *requirements = data;
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < requirements->len; i++) {
    g_autoptr (SlRequirements) own = sl_requirements_ref (g_ptr_array_index (requirements, i));
    g_autoptr (SlAnalysis) analysis = sl_analysis_new (own);

    g_ptr_array_add (texts, describe_analysis (analysis));
  }

  return texts;
}

static void
test_two_threads (void **state)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (37);
  g_autoptr (GPtrArray) requirements =
      g_ptr_array_new_with_free_func ((GDestroyNotify) sl_requirements_unref);
  GThread *threads[2];
  g_autoptr (GPtrArray) here = NULL;

  for (guint i = 0; i < 40; i++)
    g_ptr_array_add (requirements, fixture_random_requirements (shipped, random));
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("analysis", describe_all, requirements);
  here = describe_all (requirements);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++) {
    g_autoptr (GPtrArray) there = g_thread_join (threads[i]);

    for (guint j = 0; j < requirements->len; j++)
      assert_string_equal (g_ptr_array_index (there, j), g_ptr_array_index (here, j));
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_any_ranking),           cmocka_unit_test (test_toggle_that_excludes),
    cmocka_unit_test (test_minimum_that_excludes), cmocka_unit_test (test_scale_of_importance),
    cmocka_unit_test (test_raised_importance),     cmocka_unit_test (test_order_of_edits),
    cmocka_unit_test (test_order_of_files),        cmocka_unit_test (test_two_threads),
  };

  return cmocka_run_group_tests_name ("properties", tests, setup, teardown);
}
