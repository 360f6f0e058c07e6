/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "catalogue/loader-private.h"

#include <math.h>
#include "catalogue/translation.h"

/* Ready-made requirements: what a profile does not say is as the criteria and facts have it. */

#define ICON_SUFFIX "-symbolic"

/* A number for each pillar and each criterion. */
typedef struct {
  double *pillars;
  double *criteria;
} Numbers;

static Numbers
make_numbers (SlLoader *self)
{
  const GPtrArray *pillars = self->catalogue->items[SL_LIST_PILLARS];
  const GPtrArray *criteria = self->catalogue->items[SL_LIST_CRITERIA];

  return (Numbers) {
    sl_catalogue_own_block (self->catalogue, pillars->len, sizeof (double)),
    sl_catalogue_own_block (self->catalogue, criteria->len, sizeof (double)),
  };
}

/* An object of pillars and criteria to numbers from 0 to `high`. */
static void
load_numbers (SlLoader *self,
              const SlRecord *entry,
              JsonObject *object,
              double high,
              Numbers numbers)
{
  JsonObjectIter iter;
  const char *id;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &id, NULL)) {
    const SlPillar *pillar = sl_catalogue_find_pillar (self->catalogue, id);
    const SlCriterion *criterion = sl_catalogue_find_criterion (self->catalogue, id);
    double number = sl_json_input_number (entry->input, object, id, 0, high);

    if (pillar != NULL)
      numbers.pillars[pillar->index] = number;
    else if (criterion != NULL)
      numbers.criteria[criterion->index] = number;
    else
      sl_json_input_fault (entry->input, id,
                           _ ("expected the id of a pillar or a criterion, found \"%s\""), id);
  }
}

static void
load_importance (SlLoader *self, const SlRecord *entry, SlProfile *profile)
{
  const GPtrArray *pillars = self->catalogue->items[SL_LIST_PILLARS];
  const GPtrArray *criteria = self->catalogue->items[SL_LIST_CRITERIA];
  JsonObject *object = sl_json_input_object (entry->input, entry->object, "importance");
  Numbers numbers = make_numbers (self);

  for (guint i = 0; i < pillars->len; i++)
    numbers.pillars[i] = ((const SlPillar *) pillars->pdata[i])->importance;
  for (guint i = 0; i < criteria->len; i++)
    numbers.criteria[i] = ((const SlCriterion *) criteria->pdata[i])->importance;
  profile->pillar_importance = numbers.pillars;
  profile->criterion_importance = numbers.criteria;
  if (object == NULL)
    return;
  sl_json_input_push (entry->input, "importance");
  load_numbers (self, entry, object, SL_IMPORTANCE_MAX, numbers);
  sl_json_input_pop (entry->input);
}

static void
load_minimums (SlLoader *self, const SlRecord *entry, SlProfile *profile)
{
  JsonObject *object = sl_json_input_object_or_null (entry->input, entry->object, "minimums");
  Numbers numbers = make_numbers (self);

  for (guint i = 0; i < self->catalogue->items[SL_LIST_PILLARS]->len; i++)
    numbers.pillars[i] = NAN;
  for (guint i = 0; i < self->catalogue->items[SL_LIST_CRITERIA]->len; i++)
    numbers.criteria[i] = NAN;
  profile->pillar_minimum = numbers.pillars;
  profile->criterion_minimum = numbers.criteria;
  if (object == NULL)
    return;
  sl_json_input_push (entry->input, "minimums");
  load_numbers (self, entry, object, SL_VALUE_MAX, numbers);
  sl_json_input_pop (entry->input);
}

static void
load_facts (SlLoader *self, const SlRecord *entry, SlProfile *profile)
{
  const GPtrArray *facts = self->catalogue->items[SL_LIST_FACTS];
  JsonObject *object = sl_json_input_object (entry->input, entry->object, "facts");
  double *values = sl_catalogue_own_block (self->catalogue, facts->len, sizeof (double));
  JsonObjectIter iter;
  const char *id;

  for (guint i = 0; i < facts->len; i++)
    values[i] = ((const SlFact *) facts->pdata[i])->fallback;
  profile->facts = values;
  if (object == NULL)
    return;
  sl_json_input_push (entry->input, "facts");
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &id, NULL)) {
    const SlFact *fact = sl_loader_look_up (self, entry, SL_LIST_FACTS, id, id);

    if (fact != NULL)
      values[fact->index] = sl_load_fact_value (self, entry, object, id, fact);
  }
  sl_json_input_pop (entry->input);
}

static const char *
load_icon (SlLoader *self, const SlRecord *entry)
{
  const char *icon = sl_json_input_id (entry->input, entry->object, "icon");

  if (icon == NULL)
    return NULL;
  if (!g_str_has_suffix (icon, ICON_SUFFIX))
    sl_json_input_fault (entry->input, "icon",
                         _ ("expected the name of a symbolic icon, such as \"starred-symbolic\""));
  return sl_catalogue_own_string (self->catalogue, icon);
}

static void
fill_profile (SlLoader *self, const SlRecord *entry)
{
  static const char *const members[] = { "id",         "name",  "icon",     "summary", "assumes",
                                         "importance", "facts", "minimums", NULL };
  SlProfile *profile = entry->item;

  sl_json_input_only (entry->input, entry->object, members);
  profile->id = sl_loader_id (self, entry);
  profile->name = sl_loader_text (self, entry, entry->object, "name", SL_MAX_NAME);
  profile->icon = load_icon (self, entry);
  profile->summary = sl_loader_text (self, entry, entry->object, "summary", SL_MAX_TEXT);
  profile->assumes = sl_loader_text (self, entry, entry->object, "assumes", SL_MAX_TEXT);
  load_importance (self, entry, profile);
  load_facts (self, entry, profile);
  load_minimums (self, entry, profile);
}

void
sl_load_profiles (SlLoader *self)
{
  for (guint i = 0; i < self->catalogue->items[SL_LIST_PROFILES]->len; i++) {
    SlProfile *profile = self->catalogue->items[SL_LIST_PROFILES]->pdata[i];

    profile->index = i;
  }
  sl_loader_fill (self, SL_LIST_PROFILES, fill_profile);
}
