/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "catalogue/loader-private.h"
#include "catalogue/translation.h"

/* Rules: whom they are about and what they do. */

#define MAX_IN_TARGET 1000
#define MAX_POINTS 100
#define MAX_FACTOR 100

/* ---- targets ---- */

static gboolean
mark_id (SlLoader *self,
         const SlRecord *entry,
         SlList list,
         const char *id,
         gboolean *marks,
         gboolean mark)
{
  const SlAlternative *alternative = sl_loader_look_up (self, entry, list, NULL, id);

  if (alternative != NULL)
    marks[alternative->index] = mark;
  return alternative != NULL;
}

/* An extension may have taken the last alternative of a tag away from a shipped rule. */
static gboolean
mark_tag (SlLoader *self,
          const SlRecord *entry,
          SlList list,
          const char *tag,
          gboolean *marks,
          gboolean mark)
{
  GHashTable *tags = list == SL_LIST_TECHNOLOGIES ? self->technology_tags : self->pattern_tags;
  const GArray *indices = g_hash_table_lookup (tags, tag);

  if (indices == NULL && !entry->shipped)
    sl_json_input_fault (entry->input, NULL,
                         _ ("expected a tag that one of the %s has, found \"%s\""),
                         sl_loader_list_name (list), tag);
  for (guint i = 0; indices != NULL && i < indices->len; i++)
    marks[g_array_index (indices, guint, i)] = mark;
  return indices != NULL;
}

typedef gboolean (*Mark) (SlLoader *self,
                          const SlRecord *entry,
                          SlList list,
                          const char *name,
                          gboolean *marks,
                          gboolean mark);

static void
mark_all_of (SlLoader *self,
             const SlRecord *entry,
             JsonObject *target,
             const char *member,
             SlList list,
             Mark mark_one,
             gboolean *marks,
             gboolean mark)
{
  JsonArray *array = sl_json_input_array_or_null (entry->input, target, member);
  guint n = sl_loader_count (entry, array, member, MAX_IN_TARGET);

  if (array != NULL && n == 0)
    sl_json_input_fault (entry->input, member, _ ("expected a list that is not empty"));
  sl_json_input_push (entry->input, member);
  for (guint i = 0; i < n; i++) {
    const char *name;

    sl_json_input_push_index (entry->input, i);
    name = sl_json_input_element_id (entry->input, array, i);
    if (name != NULL)
      mark_one (self, entry, list, name, marks, mark);
    sl_json_input_pop (entry->input);
  }
  sl_json_input_pop (entry->input);
}

static gboolean
is_anyone (const gboolean *marks, guint n)
{
  for (guint i = 0; i < n; i++) {
    if (marks[i])
      return TRUE;
  }
  return FALSE;
}

const gboolean *
sl_load_target (SlLoader *self,
                const SlRecord *entry,
                JsonObject *object,
                const char *member,
                SlList list)
{
  static const char *const members[] = { "ids", "tags", "except", NULL };
  JsonObject *target = sl_json_input_object_or_null (entry->input, object, member);
  guint n = self->catalogue->items[list]->len;
  guint before = sl_json_input_get_n_faults (entry->input);
  gboolean *marks;

  if (target == NULL)
    return NULL;
  marks = sl_catalogue_own_block (self->catalogue, n, sizeof (gboolean));
  for (guint i = 0; i < n; i++)
    marks[i] = !json_object_has_member (target, "ids") && !json_object_has_member (target, "tags");
  sl_json_input_push (entry->input, member);
  sl_json_input_only (entry->input, target, members);
  if (json_object_get_size (target) == 0)
    sl_json_input_fault (entry->input, NULL, _ ("expected ids, tags or except"));
  mark_all_of (self, entry, target, "ids", list, mark_id, marks, TRUE);
  mark_all_of (self, entry, target, "tags", list, mark_tag, marks, TRUE);
  mark_all_of (self, entry, target, "except", list, mark_id, marks, FALSE);
  if (sl_json_input_get_n_faults (entry->input) == before && !entry->shipped &&
      !is_anyone (marks, n))
    sl_json_input_fault (entry->input, NULL, _ ("expected at least one of the %s"),
                         sl_loader_list_name (list));
  sl_json_input_pop (entry->input);
  return marks;
}

/* ---- effects ---- */

static void
load_adjustments (SlLoader *self, const SlRecord *entry, JsonObject *effects, SlRule *rule)
{
  JsonObject *object = sl_json_input_object_or_null (entry->input, effects, "adjust");
  JsonObjectIter iter;
  const char *id;

  if (object == NULL)
    return;
  sl_json_input_push (entry->input, "adjust");
  if (json_object_get_size (object) == 0)
    sl_json_input_fault (entry->input, NULL, _ ("expected at least one criterion"));
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &id, NULL)) {
    SlAdjustment adjustment = {
      sl_loader_look_up (self, entry, SL_LIST_CRITERIA, id, id),
      sl_json_input_number (entry->input, object, id, -MAX_POINTS, MAX_POINTS),
    };

    g_array_append_val ((GArray *) rule->adjustments, adjustment);
  }
  sl_json_input_pop (entry->input);
}

static void
load_emphases (SlLoader *self, const SlRecord *entry, JsonObject *effects, SlRule *rule)
{
  JsonObject *object = sl_json_input_object_or_null (entry->input, effects, "emphasise");
  JsonObjectIter iter;
  const char *id;

  if (object == NULL)
    return;
  sl_json_input_push (entry->input, "emphasise");
  if (json_object_get_size (object) == 0)
    sl_json_input_fault (entry->input, NULL, _ ("expected at least one pillar or criterion"));
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &id, NULL)) {
    SlEmphasis emphasis = {
      sl_catalogue_find_pillar (self->catalogue, id),
      sl_catalogue_find_criterion (self->catalogue, id),
      sl_loader_above_zero (self, entry, object, id, MAX_FACTOR),
    };

    if (emphasis.pillar == NULL && emphasis.criterion == NULL)
      sl_json_input_fault (entry->input, id,
                           _ ("expected the id of a pillar or a criterion, found \"%s\""), id);
    g_array_append_val ((GArray *) rule->emphases, emphasis);
  }
  sl_json_input_pop (entry->input);
}

static gboolean
load_exclude (const SlRecord *entry, JsonObject *effects)
{
  gboolean exclude = sl_json_input_boolean_or (entry->input, effects, "exclude", TRUE);

  if (!exclude)
    sl_json_input_fault (entry->input, "exclude", _ ("expected true, or no such member"));
  return json_object_has_member (effects, "exclude");
}

/* An adjustment or an exclusion is of somebody; an emphasis is of a criterion, whoever is ranked.
 */
static void
check_effects (const SlRecord *entry, JsonObject *effects, const SlRule *rule)
{
  gboolean targeted = rule->technologies != NULL || rule->patterns != NULL;

  if (json_object_get_size (effects) == 0)
    sl_json_input_fault (entry->input, NULL, _ ("expected at least one effect"));
  if (json_object_has_member (effects, "exclude") && !targeted)
    sl_json_input_fault (entry->input, "exclude",
                         _ ("expected the rule to say whom: technologies or patterns"));
  if (json_object_has_member (effects, "adjust") && !targeted)
    sl_json_input_fault (entry->input, "adjust",
                         _ ("expected the rule to say whose values: technologies or patterns"));
  if (json_object_has_member (effects, "emphasise") && targeted)
    sl_json_input_fault (
        entry->input, "emphasise",
        _ ("expected a rule without technologies and patterns, since importance is not theirs"));
}

/* An adjustment of a value that the alternative has no part in would do nothing. */
static void
check_adjustments (const SlRecord *entry, const SlRule *rule)
{
  for (guint i = 0; i < rule->adjustments->len; i++) {
    const SlCriterion *criterion = g_array_index (rule->adjustments, SlAdjustment, i).criterion;

    if (criterion == NULL || (rule->technologies != NULL) == (rule->patterns != NULL))
      continue;
    if (rule->technologies != NULL ? criterion->technology_share > 0
                                   : criterion->technology_share < 1)
      continue;
    sl_json_input_push (entry->input, "adjust");
    sl_json_input_fault (entry->input, criterion->id,
                         rule->technologies != NULL
                             ? _ ("expected a criterion of which a technology decides a share")
                             : _ ("expected a criterion of which a pattern decides a share"));
    sl_json_input_pop (entry->input);
  }
}

static void
load_effects (SlLoader *self, const SlRecord *entry, SlRule *rule)
{
  static const char *const members[] = { "exclude", "adjust",     "emphasise",
                                         "advise",  "companions", NULL };
  JsonObject *effects = sl_json_input_object (entry->input, entry->object, "effects");

  rule->adjustments = sl_catalogue_own_array (self->catalogue, sizeof (SlAdjustment));
  rule->emphases = sl_catalogue_own_array (self->catalogue, sizeof (SlEmphasis));
  rule->companions = sl_catalogue_own_list (self->catalogue);
  if (effects == NULL)
    return;
  sl_json_input_push (entry->input, "effects");
  sl_json_input_only (entry->input, effects, members);
  rule->excludes = load_exclude (entry, effects);
  load_adjustments (self, entry, effects, rule);
  load_emphases (self, entry, effects, rule);
  rule->advice = sl_loader_text_or_null (self, entry, effects, "advise", SL_MAX_TEXT);
  rule->companions = sl_loader_refer_all (self, entry, effects, "companions", SL_LIST_COMPANIONS);
  check_effects (entry, effects, rule);
  check_adjustments (entry, rule);
  sl_json_input_pop (entry->input);
}

static void
fill_rule (SlLoader *self, const SlRecord *entry)
{
  static const char *const members[] = { "id",           "statement", "strength", "sources",
                                         "observations", "data",      "if",       "technologies",
                                         "patterns",     "effects",   NULL };
  static const char *const strengths[] = { "weak", "moderate", "strong", "hard", NULL };
  JsonObject *object = entry->object;
  SlRule *rule = entry->item;

  sl_json_input_only (entry->input, object, members);
  rule->id = sl_loader_id (self, entry);
  rule->statement = sl_loader_text (self, entry, object, "statement", SL_MAX_TEXT);
  rule->data = sl_loader_text_or_null (self, entry, object, "data", SL_MAX_TEXT);
  rule->strength = sl_loader_one_of (self, entry, object, "strength", strengths);
  sl_loader_require (entry, object, "sources");
  rule->sources = sl_loader_refer_all (self, entry, object, "sources", SL_LIST_SOURCES);
  rule->observations =
      sl_loader_refer_all (self, entry, object, "observations", SL_LIST_OBSERVATIONS);
  rule->condition = sl_load_condition (self, entry, object, "if");
  rule->technologies = sl_load_target (self, entry, object, "technologies", SL_LIST_TECHNOLOGIES);
  rule->patterns = sl_load_target (self, entry, object, "patterns", SL_LIST_PATTERNS);
  load_effects (self, entry, rule);
}

void
sl_load_rules (SlLoader *self)
{
  for (guint i = 0; i < self->catalogue->items[SL_LIST_RULES]->len; i++) {
    SlRule *rule = self->catalogue->items[SL_LIST_RULES]->pdata[i];

    rule->index = i;
  }
  sl_loader_fill (self, SL_LIST_RULES, fill_rule);
}
