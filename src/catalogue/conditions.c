/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "catalogue/loader-private.h"
#include "catalogue/translation.h"

/* When a rule applies: a tree of comparisons of facts. */

#define MAX_DEPTH 16
#define MAX_BRANCHES 100

typedef enum {
  TRUE_FACT,
  IS,
  IS_NOT,
  AT_LEAST,
  AT_MOST,
  ALL,
  ANY,
  NOT,
} Kind;

/* The members that say which kind a condition is. */
static const char *const kind_names[] = { "fact", "is",  "is_not", "at_least", "at_most",
                                          "all",  "any", "not",    NULL };

struct _SlCondition {
  Kind kind;
  const SlFact *fact;    /* NULL for all, any and not */
  double value;          /* what the fact is compared with */
  GPtrArray *conditions; /* of const SlCondition, for all, any and not */
};

static gboolean
compare (const SlCondition *self, double value)
{
  switch (self->kind) {
  case TRUE_FACT:
    return value != 0;
  case IS:
    return value == self->value;
  case IS_NOT:
    return value != self->value;
  case AT_LEAST:
    return value >= self->value;
  case AT_MOST:
    return value <= self->value;
  case ALL:
  case ANY:
  case NOT:
  default:
    g_return_val_if_reached (FALSE);
  }
}

/* As deep as MAX_DEPTH at most. */
gboolean
sl_condition_holds (const SlCondition *self, const double *facts)
{
  if (self == NULL)
    return TRUE;
  g_return_val_if_fail (facts != NULL, FALSE);

  if (self->fact != NULL)
    return compare (self, facts[self->fact->index]);
  for (guint i = 0; i < self->conditions->len; i++) {
    gboolean holds = sl_condition_holds (self->conditions->pdata[i], facts);

    if (self->kind == NOT)
      return !holds;
    if (holds == (self->kind == ANY))
      return holds;
  }
  return self->kind == ALL;
}

gboolean
sl_condition_mentions (const SlCondition *self, const SlFact *fact, GArray *limits)
{
  gboolean mentions = FALSE;

  if (self == NULL)
    return FALSE;
  g_return_val_if_fail (fact != NULL, FALSE);

  if (self->fact != NULL) {
    if (self->fact == fact && limits != NULL)
      g_array_append_val (limits, self->value);
    return self->fact == fact;
  }
  for (guint i = 0; i < self->conditions->len; i++) {
    if (sl_condition_mentions (self->conditions->pdata[i], fact, limits))
      mentions = TRUE;
  }

  return mentions;
}

/* Exactly one of the kinds; a lone «fact» counts where there is no comparison. */
static gboolean
find_kind (const SlRecord *entry, JsonObject *object, Kind *kind)
{
  guint n = 0;

  sl_json_input_only (entry->input, object, kind_names);
  for (guint i = IS; i <= NOT; i++) {
    if (json_object_has_member (object, kind_names[i])) {
      *kind = i;
      n++;
    }
  }
  if (n == 0 && json_object_has_member (object, "fact")) {
    *kind = TRUE_FACT;
    n++;
  }
  if (n == 1 && (*kind < ALL || !json_object_has_member (object, "fact")))
    return TRUE;
  sl_json_input_fault (
      entry->input, NULL,
      _ ("expected a fact with at most one of is, is_not, at_least and at_most, or one "
         "of all, any and not"));
  return FALSE;
}

static void
load_comparison (SlLoader *self, const SlRecord *entry, JsonObject *object, SlCondition *condition)
{
  static const SlFactType types[] = { SL_FACT_BOOLEAN, SL_FACT_CHOICE, SL_FACT_CHOICE,
                                      SL_FACT_NUMBER, SL_FACT_NUMBER };
  const SlFact *fact = sl_loader_refer (self, entry, object, "fact", SL_LIST_FACTS);

  if (fact == NULL)
    return;
  condition->fact = fact;
  if (fact->type != types[condition->kind])
    sl_json_input_fault (entry->input, "fact",
                         types[condition->kind] == SL_FACT_BOOLEAN
                             ? _ ("expected a fact that is true or false, found \"%s\"")
                         : types[condition->kind] == SL_FACT_CHOICE
                             ? _ ("expected a fact with choices, found \"%s\"")
                             : _ ("expected a fact that is a number, found \"%s\""),
                         fact->id);
  else if (condition->kind != TRUE_FACT)
    condition->value = sl_load_fact_value (self, entry, object, kind_names[condition->kind], fact);
}

static const SlCondition *
load (SlLoader *self, const SlRecord *entry, JsonObject *object, guint depth);

static void
add_branch (SlLoader *self,
            const SlRecord *entry,
            JsonObject *object,
            SlCondition *condition,
            guint depth)
{
  const SlCondition *branch = object != NULL ? load (self, entry, object, depth) : NULL;

  if (branch != NULL)
    g_ptr_array_add (condition->conditions, (gpointer) branch);
}

static void
load_branches (SlLoader *self,
               const SlRecord *entry,
               JsonObject *object,
               SlCondition *condition,
               guint depth)
{
  const char *member = kind_names[condition->kind];
  JsonArray *array = sl_json_input_array (entry->input, object, member);
  guint n = sl_loader_count (entry, array, member, MAX_BRANCHES);

  if (array != NULL && n == 0)
    sl_json_input_fault (entry->input, member, _ ("expected at least one condition"));
  sl_json_input_push (entry->input, member);
  for (guint i = 0; i < n; i++) {
    sl_json_input_push_index (entry->input, i);
    add_branch (self, entry, sl_json_input_element_object (entry->input, array, i), condition,
                depth);
    sl_json_input_pop (entry->input);
  }
  sl_json_input_pop (entry->input);
}

static void
load_negated (SlLoader *self,
              const SlRecord *entry,
              JsonObject *object,
              SlCondition *condition,
              guint depth)
{
  JsonObject *negated = sl_json_input_object (entry->input, object, "not");

  sl_json_input_push (entry->input, "not");
  add_branch (self, entry, negated, condition, depth);
  sl_json_input_pop (entry->input);
}

static const SlCondition *
load (SlLoader *self, const SlRecord *entry, JsonObject *object, guint depth)
{
  SlCondition *condition;
  Kind kind;

  if (depth > MAX_DEPTH) {
    sl_json_input_fault (entry->input, NULL, _ ("expected conditions at most %d deep"), MAX_DEPTH);
    return NULL;
  }
  if (!find_kind (entry, object, &kind))
    return NULL;
  condition = sl_catalogue_own_block (self->catalogue, 1, sizeof *condition);
  condition->kind = kind;
  condition->conditions = sl_catalogue_own_list (self->catalogue);
  if (kind < ALL) {
    load_comparison (self, entry, object, condition);
  } else if (kind < NOT) {
    load_branches (self, entry, object, condition, depth + 1);
  } else {
    load_negated (self, entry, object, condition, depth + 1);
  }
  return condition;
}

const SlCondition *
sl_load_condition (SlLoader *self, const SlRecord *entry, JsonObject *object, const char *member)
{
  JsonObject *condition = sl_json_input_object_or_null (entry->input, object, member);
  const SlCondition *loaded;

  if (condition == NULL)
    return NULL;
  sl_json_input_push (entry->input, member);
  loaded = load (self, entry, condition, 1);
  sl_json_input_pop (entry->input);
  return loaded;
}
