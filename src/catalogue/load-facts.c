/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "catalogue/loader-private.h"
#include "catalogue/translation.h"

/* What may be true of a project, and the profiles that assume some of it. */

#define MAX_CHOICES 100
#define MAX_NUMBER 1e12

static void
fill_group (SlLoader *self, const SlRecord *entry)
{
  static const char *const members[] = { "id", "name", NULL };
  SlFactGroup *group = entry->item;

  sl_json_input_only (entry->input, entry->object, members);
  group->id = sl_loader_id (self, entry);
  group->name = sl_loader_text (self, entry, entry->object, "name", SL_MAX_NAME);
  group->facts = sl_catalogue_own_list (self->catalogue);
}

static void
load_range (const SlRecord *entry, SlFact *fact)
{
  JsonObject *object = entry->object;

  fact->minimum = sl_json_input_number (entry->input, object, "minimum", -MAX_NUMBER, MAX_NUMBER);
  fact->maximum = sl_json_input_number (entry->input, object, "maximum", fact->minimum, MAX_NUMBER);
  fact->step = sl_json_input_number_or (entry->input, object, "step", 1e-6, MAX_NUMBER, 1);
}

static SlChoice *
load_choice (SlLoader *self, const SlRecord *entry, const SlFact *fact, JsonObject *object)
{
  static const char *const members[] = { "id", "name", NULL };
  SlChoice *choice = sl_catalogue_own_block (self->catalogue, 1, sizeof *choice);
  const char *id = sl_json_input_id (entry->input, object, "id");

  sl_json_input_only (entry->input, object, members);
  choice->name = sl_loader_text (self, entry, object, "name", SL_MAX_NAME);
  choice->id = sl_catalogue_own_string (self->catalogue, id != NULL ? id : "");
  if (id != NULL && sl_fact_find_choice (fact, id) >= 0)
    sl_json_input_fault (entry->input, "id",
                         _ ("expected an id that is not taken yet, found \"%s\""), id);
  return choice;
}

static void
load_choices (SlLoader *self, const SlRecord *entry, SlFact *fact)
{
  JsonArray *array = sl_json_input_array (entry->input, entry->object, "choices");
  guint n = sl_loader_count (entry, array, "choices", MAX_CHOICES);

  if (array != NULL && n < 2)
    sl_json_input_fault (entry->input, "choices", _ ("expected at least two choices"));
  sl_json_input_push (entry->input, "choices");
  for (guint i = 0; i < n; i++) {
    JsonObject *object;

    sl_json_input_push_index (entry->input, i);
    object = sl_json_input_element_object (entry->input, array, i);
    if (object != NULL)
      g_ptr_array_add ((GPtrArray *) fact->choices, load_choice (self, entry, fact, object));
    sl_json_input_pop (entry->input);
  }
  sl_json_input_pop (entry->input);
  fact->maximum = MAX (n, 1) - 1;
  fact->step = 1;
}

static double
load_choice_value (const SlRecord *entry,
                   JsonObject *object,
                   const char *member,
                   const SlFact *fact)
{
  const char *id = sl_json_input_id (entry->input, object, member);
  int choice = id != NULL ? sl_fact_find_choice (fact, id) : 0;

  if (choice < 0)
    sl_json_input_fault (entry->input, member,
                         _ ("expected the id of a choice of \"%s\", found \"%s\""), fact->id, id);
  return MAX (choice, 0);
}

double
sl_load_fact_value (SlLoader *self,
                    const SlRecord *entry,
                    JsonObject *object,
                    const char *member,
                    const SlFact *fact)
{
  switch (fact->type) {
  case SL_FACT_BOOLEAN:
    if (!json_object_has_member (object, member))
      sl_json_input_fault (entry->input, member, _ ("expected true or false, found nothing"));
    return sl_json_input_boolean_or (entry->input, object, member, FALSE);
  case SL_FACT_NUMBER:
    return sl_json_input_number (entry->input, object, member, fact->minimum, fact->maximum);
  case SL_FACT_CHOICE:
    return load_choice_value (entry, object, member, fact);
  default:
    g_return_val_if_reached (0);
  }
}

/* The members that only some types have. */
static void
check_members (const SlRecord *entry, SlFactType type)
{
  static const char *const boolean[] = { "id",   "group",   "name", "description",
                                         "type", "default", NULL };
  static const char *const number[] = { "id",   "group",   "name",    "description",
                                        "type", "default", "minimum", "maximum",
                                        "step", "unit",    NULL };
  static const char *const choice[] = { "id",   "group",   "name",    "description",
                                        "type", "default", "choices", NULL };
  static const char *const *const members[] = { boolean, number, choice };

  sl_json_input_only (entry->input, entry->object, members[type]);
}

static void
fill_fact (SlLoader *self, const SlRecord *entry)
{
  static const char *const types[] = { "boolean", "number", "choice", NULL };
  JsonObject *object = entry->object;
  SlFact *fact = entry->item;

  fact->id = sl_loader_id (self, entry);
  fact->name = sl_loader_text (self, entry, object, "name", SL_MAX_SHORT_NAME);
  fact->description = sl_loader_text (self, entry, object, "description", SL_MAX_TEXT);
  fact->group = sl_loader_refer (self, entry, object, "group", SL_LIST_GROUPS);
  fact->type = sl_loader_one_of (self, entry, object, "type", types);
  fact->choices = sl_catalogue_own_list (self->catalogue);
  fact->maximum = 1;
  fact->step = 1;
  check_members (entry, fact->type);
  if (fact->type == SL_FACT_NUMBER) {
    load_range (entry, fact);
    fact->unit = sl_loader_text_or_null (self, entry, object, "unit", SL_MAX_NAME);
  }
  if (fact->type == SL_FACT_CHOICE)
    load_choices (self, entry, fact);
  fact->fallback = sl_load_fact_value (self, entry, object, "default", fact);
}

static void
check_group (SlLoader *self, const SlRecord *entry)
{
  const SlFactGroup *group = entry->item;

  if (group->facts->len == 0)
    sl_json_input_fault (entry->input, NULL, _ ("expected a fact of this group"));
}

/* Group by group, in each in the order of the file. */
static void
order_facts (SlLoader *self)
{
  GPtrArray *groups = self->catalogue->items[SL_LIST_GROUPS];
  GPtrArray *facts = self->catalogue->items[SL_LIST_FACTS];
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();

  for (guint i = 0; i < groups->len; i++) {
    const SlFactGroup *group = groups->pdata[i];

    for (guint j = 0; j < facts->len; j++) {
      SlFact *fact = facts->pdata[j];

      if (fact->group != group)
        continue;
      fact->index = ordered->len;
      g_ptr_array_add (ordered, fact);
      g_ptr_array_add ((GPtrArray *) group->facts, fact);
    }
  }
  g_ptr_array_set_size (facts, 0);
  g_ptr_array_extend (facts, ordered, NULL, NULL);
}

void
sl_load_facts (SlLoader *self)
{
  sl_loader_fill (self, SL_LIST_GROUPS, fill_group);
  sl_loader_fill (self, SL_LIST_FACTS, fill_fact);
  order_facts (self);
  sl_loader_fill (self, SL_LIST_GROUPS, check_group);
}
