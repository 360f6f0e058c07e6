/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every row of the founding guide's decision rules, as field-guide.json states it, or the cases of
 * the file that is given: requirements in, and what the ranking must then show. The `notes` of
 * field-guide.json say what the members of a case mean. One line of TAP a case. */

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "analysis/analysis.h"

typedef struct {
  JsonObject *object;
  SlCatalogue *catalogue;
  SlAnalysis *analysis;
  const SlRanking *ranking;
  GString *faults;
} Case;

G_GNUC_PRINTF (2, 3)
static void
fail (Case *self, const char *format, ...)
{
  va_list arguments;

  g_string_append (self->faults, "# ");
  va_start (arguments, format);
  g_string_append_vprintf (self->faults, format, arguments);
  va_end (arguments);
  g_string_append_c (self->faults, '\n');
}

/* ---- requirements ---- */

static double
read_fact (Case *self, const SlFact *fact, JsonNode *node)
{
  int choice;

  switch (fact->type) {
  case SL_FACT_BOOLEAN:
    return json_node_get_boolean (node);
  case SL_FACT_CHOICE:
    choice = sl_fact_find_choice (fact, json_node_get_string (node));
    if (choice < 0)
      fail (self, "no choice %s of the fact %s", json_node_get_string (node), fact->id);
    return choice;
  case SL_FACT_NUMBER:
  default:
    return json_node_get_double (node);
  }
}

static void
apply_facts (Case *self, SlDecision *decision, JsonObject *facts)
{
  g_autoptr (GList) ids = json_object_get_members (facts);

  for (const GList *l = ids; l != NULL; l = l->next) {
    const SlFact *fact = sl_catalogue_find_fact (self->catalogue, l->data);

    if (fact == NULL)
      fail (self, "no fact %s", (const char *) l->data);
    else
      sl_decision_set_fact (decision, fact,
                            read_fact (self, fact, json_object_get_member (facts, l->data)));
  }
}

static void
apply_importance (Case *self, SlDecision *decision, JsonObject *importance)
{
  g_autoptr (GList) ids = json_object_get_members (importance);

  for (const GList *l = ids; l != NULL; l = l->next) {
    const SlPillar *pillar = sl_catalogue_find_pillar (self->catalogue, l->data);
    const SlCriterion *criterion = sl_catalogue_find_criterion (self->catalogue, l->data);
    double number = json_object_get_double_member (importance, l->data);

    if (pillar != NULL)
      sl_decision_set_pillar_importance (decision, pillar, number);
    else if (criterion != NULL)
      sl_decision_set_criterion_importance (decision, criterion, number);
    else
      fail (self, "no pillar or criterion %s", (const char *) l->data);
  }
}

static void
analyse (Case *self)
{
  g_autoptr (SlDecision) decision = sl_decision_new (self->catalogue);
  const char *id = json_object_get_string_member_with_default (self->object, "profile", "general");
  const SlProfile *profile = sl_catalogue_find_profile (self->catalogue, id);
  SlBoard board = SL_BOARD_TECHNOLOGIES;

  if (profile != NULL)
    sl_decision_apply_profile (decision, profile);
  else
    fail (self, "no profile %s", id);
  if (json_object_has_member (self->object, "facts"))
    apply_facts (self, decision, json_object_get_object_member (self->object, "facts"));
  if (json_object_has_member (self->object, "importance"))
    apply_importance (self, decision, json_object_get_object_member (self->object, "importance"));
  if (!sl_board_from_id (json_object_get_string_member (self->object, "board"), &board))
    fail (self, "no such board");
  self->analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  self->ranking = sl_analysis_get_ranking (self->analysis, board);
}

/* ---- what must hold ---- */

static gboolean
contains (JsonArray *ids, const char *id)
{
  for (guint i = 0; i < json_array_get_length (ids); i++)
    if (strcmp (json_array_get_string_element (ids, i), id) == 0)
      return TRUE;
  return FALSE;
}

/* How many of the entries on the first `places` are in the list, and how many are not. */
static void
count_places (Case *self, JsonArray *ids, guint places, guint *in, guint *out)
{
  *in = *out = 0;
  for (guint i = 0; i < self->ranking->n_ranked; i++) {
    const SlEntry *entry = &self->ranking->entries[i];

    if (entry->rank > places)
      break;
    if (contains (ids, entry->id))
      (*in)++;
    else
      (*out)++;
  }
}

static void
check_first (Case *self, JsonNode *node)
{
  guint in, out;

  count_places (self, json_node_get_array (node), 1, &in, &out);
  if (in == 0)
    fail (self, "first: somebody else");
}

static void
check_within_two (Case *self, JsonNode *node)
{
  guint in, out;

  count_places (self, json_node_get_array (node), 2, &in, &out);
  if (in == 0)
    fail (self, "within_two: none of them");
}

static void
check_first_two_from (Case *self, JsonNode *node)
{
  guint in, out;

  count_places (self, json_node_get_array (node), 2, &in, &out);
  if (in < 2 || out > 0)
    fail (self, "first_two_from: %u of them, %u others", in, out);
}

static void
check_one_lower (Case *self, JsonObject *lower)
{
  const char *id = json_object_get_string_member (lower, "id");
  const SlEntry *entry = sl_ranking_find (self->ranking, id);
  const char *other_id = json_object_get_string_member_with_default (lower, "behind", id);
  const SlEntry *other = sl_ranking_find (self->ranking, other_id);
  gboolean excluded = entry != NULL && entry->rank == 0;

  if (entry == NULL || other == NULL) {
    fail (self, "lower: no %s", entry == NULL ? id : other_id);
    return;
  }
  if (json_object_has_member (lower, "excluded") && !excluded)
    fail (self, "%s is not excluded", id);
  if (json_object_has_member (lower, "not_excluded") && excluded)
    fail (self, "%s is excluded", id);
  if (json_object_has_member (lower, "rank_at_least") && !excluded &&
      entry->rank < json_object_get_int_member (lower, "rank_at_least"))
    fail (self, "%s is on place %u", id, entry->rank);
  if (other != entry && !excluded && (other->rank == 0 || entry->rank <= other->rank))
    fail (self, "%s is on place %u, %s on %u", id, entry->rank, other_id, other->rank);
}

static void
check_lower (Case *self, JsonNode *node)
{
  static const char *const known[] = { "id",     "excluded", "not_excluded", "rank_at_least",
                                       "behind", NULL };
  JsonArray *array = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonObject *lower = json_array_get_object_element (array, i);
    g_autoptr (GList) members = json_object_get_members (lower);

    for (const GList *l = members; l != NULL; l = l->next)
      if (!g_strv_contains (known, l->data))
        fail (self, "lower: %s has no meaning here", (const char *) l->data);
    check_one_lower (self, lower);
  }
}

static const SlRule *
find_active_rule (Case *self, const char *id)
{
  const GPtrArray *rules = sl_analysis_get_rules (self->analysis);

  for (guint i = 0; i < rules->len; i++) {
    const SlRule *rule = g_ptr_array_index (rules, i);

    if (strcmp (rule->id, id) == 0)
      return rule;
  }
  return NULL;
}

static void
check_advice (Case *self, JsonNode *node)
{
  JsonArray *ids = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (ids); i++) {
    const char *id = json_array_get_string_element (ids, i);
    const SlRule *rule = find_active_rule (self, id);

    if (rule == NULL)
      fail (self, "the rule %s is not active", id);
    else if (rule->advice == NULL)
      fail (self, "the rule %s gives no advice", id);
  }
}

static gboolean
names_companion (Case *self, const char *id)
{
  const GPtrArray *rules = sl_analysis_get_rules (self->analysis);

  for (guint i = 0; i < rules->len; i++) {
    const SlRule *rule = g_ptr_array_index (rules, i);

    for (guint j = 0; j < rule->companions->len; j++) {
      const SlCompanion *companion = g_ptr_array_index (rule->companions, j);

      if (strcmp (companion->id, id) == 0)
        return TRUE;
    }
  }
  return FALSE;
}

static void
check_companions (Case *self, JsonNode *node)
{
  JsonArray *ids = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (ids); i++)
    if (!names_companion (self, json_array_get_string_element (ids, i)))
      fail (self, "no active rule names %s", json_array_get_string_element (ids, i));
}

/* The members of a case; those without a check are the requirements. */
static const struct {
  const char *name;
  void (*check) (Case *self, JsonNode *node);
} members[] = {
  { "row", NULL },
  { "profile", NULL },
  { "facts", NULL },
  { "importance", NULL },
  { "board", NULL },
  { "first", check_first },
  { "within_two", check_within_two },
  { "first_two_from", check_first_two_from },
  { "lower", check_lower },
  { "advice", check_advice },
  { "companions", check_companions },
};

static void
check_member (Case *self, const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++) {
    if (strcmp (members[i].name, name) != 0)
      continue;
    if (members[i].check != NULL)
      members[i].check (self, json_object_get_member (self->object, name));
    return;
  }
  fail (self, "%s has no meaning here", name);
}

/* ---- the whole ---- */

static void
show_first (Case *self)
{
  for (guint i = 0; i < MIN (4, self->ranking->n_ranked); i++)
    fail (self, "  %u %s %.1f", self->ranking->entries[i].rank, self->ranking->entries[i].id,
          self->ranking->entries[i].score);
}

static gboolean
run_case (SlCatalogue *catalogue, JsonObject *object, guint number)
{
  Case self = { .object = object, .catalogue = catalogue, .faults = g_string_new (NULL) };
  g_autoptr (GList) names = json_object_get_members (object);
  gboolean passed;

  analyse (&self);
  for (const GList *l = names; l != NULL; l = l->next)
    check_member (&self, l->data);
  passed = self.faults->len == 0;
  if (!passed)
    show_first (&self);
  printf ("%s %u - %s (%s)\n%s", passed ? "ok" : "not ok", number,
          json_object_get_string_member (object, "row"),
          json_object_get_string_member (object, "board"), self.faults->str);
  sl_analysis_unref (self.analysis);
  g_string_free (self.faults, TRUE);
  return passed;
}

int
main (int argc, char **argv)
{
  const char *path = argc > 1 ? argv[1] : g_getenv ("SHORTLIST_FIELD_GUIDE");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCatalogue) catalogue = sl_catalogue_new (&error);
  JsonArray *cases;
  gboolean passed = TRUE;

  if (catalogue == NULL || !json_parser_load_from_file (parser, path, &error)) {
    printf ("Bail out! %s\n", error->message);
    return EXIT_FAILURE;
  }
  cases =
      json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "cases");
  printf ("1..%u\n", json_array_get_length (cases));
  for (guint i = 0; i < json_array_get_length (cases); i++)
    passed = run_case (catalogue, json_array_get_object_element (cases, i), i + 1) && passed;
  return passed ? EXIT_SUCCESS : EXIT_FAILURE;
}
