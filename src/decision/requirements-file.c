/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Requirements in a file: those of the document, and those of its snapshots. All is written, not
 * only what differs from the catalogue, so that it still means the same when the catalogue's own
 * changes. */

#include "config.h"

#include "decision-private.h"

#include "catalogue/json-input.h"

#include <math.h>

#include "catalogue/translation.h"

#define MAX_ID 100
#define MAX_OVERRIDES 10000

/* ---- reading ---- */

typedef struct {
  SlJsonInput *input;
  JsonObject *object;
  SlCatalogue *catalogue;
  SlRequirementsDraft *draft;
} Reader;

/* Reads a member of `importance`, `minimums` or `locks`, whose ids are pillars' and criteria's
 * alike. */
static void
read_number_by_id (Reader *self,
                   JsonObject *object,
                   const char *id,
                   double high,
                   double *by_pillar,
                   double *by_criterion)
{
  const SlPillar *pillar = sl_catalogue_find_pillar (self->catalogue, id);
  const SlCriterion *criterion = sl_catalogue_find_criterion (self->catalogue, id);

  if (pillar != NULL)
    by_pillar[pillar->index] = sl_json_input_number (self->input, object, id, 0, high);
  else if (criterion != NULL)
    by_criterion[criterion->index] = sl_json_input_number (self->input, object, id, 0, high);
  else
    sl_json_input_fault (self->input, id, _ ("expected a pillar or criterion of the catalogue"));
}

static void
read_numbers_by_id (Reader *self,
                    const char *member,
                    double high,
                    double *by_pillar,
                    double *by_criterion)
{
  JsonObject *object = sl_json_input_object_or_null (self->input, self->object, member);
  g_autoptr (GList) ids = NULL;

  if (object == NULL)
    return;

  sl_json_input_push (self->input, member);
  ids = json_object_get_members (object);
  for (GList *l = ids; l != NULL; l = l->next)
    read_number_by_id (self, object, l->data, high, by_pillar, by_criterion);
  sl_json_input_pop (self->input);
}

SlImportance *
sl_importance_read (SlJsonInput *input,
                    JsonObject *object,
                    const char *member,
                    SlCatalogue *catalogue,
                    const SlProfile *profile,
                    GPtrArray *dropped)
{
  g_autoptr (SlRequirements) requirements = NULL;
  g_autoptr (GList) ids = json_object_get_members (object);
  Reader self = {
    .input = input,
    .catalogue = catalogue,
    .draft = sl_requirements_draft_for_profile (
        catalogue, profile != NULL ? profile : sl_requirements_first_profile (catalogue)),
  };

  sl_json_input_push (input, member);
  for (GList *l = ids; l != NULL; l = l->next) {
    const char *id = l->data;

    if (dropped != NULL && sl_catalogue_find_pillar (catalogue, id) == NULL &&
        sl_catalogue_find_criterion (catalogue, id) == NULL)
      g_ptr_array_add (dropped, g_strdup (id));
    else
      read_number_by_id (&self, object, id, SL_IMPORTANCE_MAX, self.draft->pillar_importance,
                         self.draft->criterion_importance);
  }
  sl_json_input_pop (input);
  requirements = sl_requirements_draft_finish (self.draft);

  return sl_importance_new_for_requirements (requirements);
}

static double
read_fact (Reader *self, JsonObject *object, const SlFact *fact)
{
  const char *id;
  int choice;

  switch (fact->type) {
  case SL_FACT_BOOLEAN:
    return sl_json_input_boolean_or (self->input, object, fact->id, fact->fallback > 0);
  case SL_FACT_NUMBER:
    return sl_json_input_number (self->input, object, fact->id, fact->minimum, fact->maximum);
  case SL_FACT_CHOICE:
  default:
    id = sl_json_input_string (self->input, object, fact->id, MAX_ID);
    choice = id != NULL ? sl_fact_find_choice (fact, id) : -1;
    if (id != NULL && choice < 0)
      sl_json_input_fault (self->input, fact->id, _ ("expected one of the fact's choices"));
    return choice < 0 ? fact->fallback : choice;
  }
}

static void
read_facts (Reader *self)
{
  JsonObject *object = sl_json_input_object_or_null (self->input, self->object, "facts");
  g_autoptr (GList) ids = NULL;

  if (object == NULL)
    return;

  sl_json_input_push (self->input, "facts");
  ids = json_object_get_members (object);
  for (GList *l = ids; l != NULL; l = l->next) {
    const SlFact *fact = sl_catalogue_find_fact (self->catalogue, l->data);

    if (fact != NULL)
      self->draft->facts[fact->index] = read_fact (self, object, fact);
    else
      sl_json_input_fault (self->input, l->data, _ ("expected a fact of the catalogue"));
  }
  sl_json_input_pop (self->input);
}

/* Whether low, mode and high are numbers, and in order. */
static gboolean
read_spread (Reader *self, JsonObject *object, double *low, double *mode, double *high)
{
  guint n_faults = sl_json_input_get_n_faults (self->input);

  *low = sl_json_input_number (self->input, object, "low", 0, SL_VALUE_MAX);
  *mode = sl_json_input_number (self->input, object, "mode", 0, SL_VALUE_MAX);
  *high = sl_json_input_number (self->input, object, "high", 0, SL_VALUE_MAX);
  if (sl_json_input_get_n_faults (self->input) > n_faults)
    return FALSE;
  if (*low <= *mode && *mode <= *high)
    return TRUE;

  sl_json_input_fault (self->input, "mode", _ ("expected a number from low to high"));
  return FALSE;
}

static const SlAlternative *
read_alternative (Reader *self, JsonObject *object)
{
  const char *id = sl_json_input_id (self->input, object, "alternative");
  const SlAlternative *alternative =
      id != NULL ? sl_catalogue_find_alternative (self->catalogue, id) : NULL;

  if (id != NULL && alternative == NULL)
    sl_json_input_fault (self->input, "alternative",
                         _ ("expected a technology or pattern of the catalogue"));

  return alternative;
}

static const SlCriterion *
read_criterion (Reader *self, JsonObject *object)
{
  const char *id = sl_json_input_id (self->input, object, "criterion");
  const SlCriterion *criterion =
      id != NULL ? sl_catalogue_find_criterion (self->catalogue, id) : NULL;

  if (id != NULL && criterion == NULL)
    sl_json_input_fault (self->input, "criterion", _ ("expected a criterion of the catalogue"));

  return criterion;
}

static const char *
read_reason (Reader *self, JsonObject *object)
{
  const char *reason = sl_json_input_string (self->input, object, "reason", SL_REASON_MAX);

  if (reason == NULL || *reason != '\0')
    return reason;

  sl_json_input_fault (self->input, "reason", _ ("expected a text that is not empty"));
  return NULL;
}

static void
read_override (Reader *self, JsonObject *object)
{
  static const char *const members[] = {
    "alternative", "criterion", "low", "mode", "high", "reason", NULL,
  };
  const SlAlternative *alternative = read_alternative (self, object);
  const SlCriterion *criterion = read_criterion (self, object);
  double low, mode, high;
  gboolean in_order = read_spread (self, object, &low, &mode, &high);
  const char *reason = read_reason (self, object);

  sl_json_input_only (self->input, object, members);
  if (alternative == NULL || criterion == NULL)
    return;
  if (sl_requirements_draft_has_override (self->draft, alternative, criterion))
    sl_json_input_fault (self->input, NULL, _ ("expected each value once"));
  if (in_order && reason != NULL)
    sl_requirements_draft_put_override (self->draft, alternative, criterion, low, mode, high,
                                        reason);
}

static void
read_overrides (Reader *self)
{
  JsonArray *array = sl_json_input_array_or_null (self->input, self->object, "overrides");

  if (array == NULL)
    return;

  if (json_array_get_length (array) > MAX_OVERRIDES) {
    sl_json_input_fault (self->input, "overrides", _ ("expected at most %d entries"),
                         MAX_OVERRIDES);
    return;
  }

  sl_json_input_push (self->input, "overrides");
  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonObject *object;

    sl_json_input_push_index (self->input, i);
    object = sl_json_input_element_object (self->input, array, i);
    if (object != NULL)
      read_override (self, object);
    sl_json_input_pop (self->input);
  }
  sl_json_input_pop (self->input);
}

static const SlProfile *
read_profile (Reader *self)
{
  const SlProfile *profile;
  const char *id;

  if (!json_object_has_member (self->object, "profile") ||
      json_object_get_null_member (self->object, "profile"))
    return NULL;

  id = sl_json_input_id (self->input, self->object, "profile");
  if (id == NULL)
    return NULL;

  profile = sl_catalogue_find_profile (self->catalogue, id);
  if (profile == NULL)
    sl_json_input_fault (self->input, "profile", _ ("expected a profile of the catalogue"));

  return profile;
}

static void
read_method (Reader *self)
{
  const char *id = sl_json_input_string_or (self->input, self->object, "method", MAX_ID,
                                            sl_method_get_id (SL_METHOD_ADDITIVE));

  if (!sl_method_from_id (id, &self->draft->public.method, NULL))
    sl_json_input_fault (self->input, "method",
                         _ ("expected “additive”, “geometric”, “topsis”, “vikor” or “promethee”"));
}

static guint64
read_whole (Reader *self, JsonObject *object, const char *member, guint64 low, guint64 high)
{
  double number = sl_json_input_number (self->input, object, member, low, high);

  if (number > floor (number))
    sl_json_input_fault (self->input, member, _ ("expected a whole number"));

  return number >= low && number <= high ? (guint64) number : low;
}

static void
read_robustness (Reader *self)
{
  static const char *const members[] = { "weights", "confidence", "samples", "seed", NULL };
  SlRobustnessSettings *settings = &self->draft->public.robustness;
  JsonObject *object = sl_json_input_object_or_null (self->input, self->object, "robustness");
  const char *weights;

  if (object == NULL)
    return;

  sl_json_input_push (self->input, "robustness");
  weights = sl_json_input_string (self->input, object, "weights", MAX_ID);
  if (weights != NULL && !sl_weight_space_from_id (weights, &settings->space, NULL))
    sl_json_input_fault (self->input, "weights", _ ("expected “around”, “ordinal” or “any”"));
  settings->confidence = sl_json_input_number (self->input, object, "confidence", SL_CONFIDENCE_MIN,
                                               SL_CONFIDENCE_MAX);
  settings->samples = (guint) read_whole (self, object, "samples", 1, SL_SAMPLES_MAX);
  settings->seed = read_whole (self, object, "seed", 0, SL_SEED_MAX);
  sl_json_input_only (self->input, object, members);
  sl_json_input_pop (self->input);
}

SlRequirements *
sl_requirements_read (SlJsonInput *input,
                      JsonObject *object,
                      SlCatalogue *catalogue,
                      const SlProfile **profile)
{
  Reader reader = { .input = input, .object = object, .catalogue = catalogue };
  Reader *self = &reader;

  *profile = read_profile (self);
  self->draft = sl_requirements_draft_for_profile (
      self->catalogue,
      *profile != NULL ? *profile : sl_requirements_first_profile (self->catalogue));
  sl_requirements_draft_clear_minimums (self->draft);
  read_method (self);
  read_robustness (self);
  read_numbers_by_id (self, "importance", SL_IMPORTANCE_MAX, self->draft->pillar_importance,
                      self->draft->criterion_importance);
  read_facts (self);
  read_numbers_by_id (self, "minimums", SL_VALUE_MAX, self->draft->pillar_minimum,
                      self->draft->criterion_minimum);
  read_numbers_by_id (self, "locks", 1, self->draft->pillar_lock, self->draft->criterion_lock);
  read_overrides (self);

  return sl_requirements_draft_finish (self->draft);
}

/* ---- writing ---- */

static void
write_numbers_by_id (SlJsonWriter *json,
                     const char *member,
                     SlCatalogue *catalogue,
                     const double *by_pillar,
                     const double *by_criterion)
{
  const GPtrArray *pillars = sl_catalogue_get_pillars (catalogue);
  const GPtrArray *criteria = sl_catalogue_get_criteria (catalogue);

  sl_json_writer_begin_object (json, member);
  for (guint i = 0; i < pillars->len; i++) {
    const SlPillar *pillar = g_ptr_array_index (pillars, i);

    if (!isnan (by_pillar[i]))
      sl_json_writer_add_number (json, pillar->id, by_pillar[i]);
  }
  for (guint i = 0; i < criteria->len; i++) {
    const SlCriterion *criterion = g_ptr_array_index (criteria, i);

    if (!isnan (by_criterion[i]))
      sl_json_writer_add_number (json, criterion->id, by_criterion[i]);
  }
  sl_json_writer_end_object (json);
}

void
sl_importance_write (SlImportance *self, const char *member, SlJsonWriter *json)
{
  g_return_if_fail (self != NULL && json != NULL);

  write_numbers_by_id (json, member, self->catalogue, self->pillar, self->criterion);
}

void
sl_fact_write (const SlFact *fact, double value, const char *member, SlJsonWriter *json)
{
  const SlChoice *choice;

  g_return_if_fail (fact != NULL && json != NULL);

  switch (fact->type) {
  case SL_FACT_BOOLEAN:
    sl_json_writer_add_boolean (json, member, value > 0);
    break;
  case SL_FACT_CHOICE:
    choice = g_ptr_array_index (fact->choices, (guint) value);
    sl_json_writer_add_text (json, member, choice->id);
    break;
  case SL_FACT_NUMBER:
  default:
    sl_json_writer_add_number (json, member, value);
  }
}

static void
write_facts (SlJsonWriter *json, SlRequirements *requirements)
{
  const GPtrArray *facts = sl_catalogue_get_facts (requirements->catalogue);

  sl_json_writer_begin_object (json, "facts");
  for (guint i = 0; i < facts->len; i++) {
    const SlFact *fact = g_ptr_array_index (facts, i);

    sl_fact_write (fact, requirements->facts[i], fact->id, json);
  }
  sl_json_writer_end_object (json);
}

static void
write_overrides (SlJsonWriter *json, const GPtrArray *overrides)
{
  sl_json_writer_begin_array (json, "overrides");
  for (guint i = 0; i < overrides->len; i++) {
    const SlOverride *override = g_ptr_array_index (overrides, i);

    sl_json_writer_begin_object (json, NULL);
    sl_json_writer_add_text (json, "alternative", override->alternative->id);
    sl_json_writer_add_text (json, "criterion", override->criterion->id);
    sl_json_writer_add_number (json, "low", override->low);
    sl_json_writer_add_number (json, "mode", override->mode);
    sl_json_writer_add_number (json, "high", override->high);
    sl_json_writer_add_text (json, "reason", override->reason);
    sl_json_writer_end_object (json);
  }
  sl_json_writer_end_array (json);
}

static void
write_robustness (SlJsonWriter *json, const SlRobustnessSettings *settings)
{
  sl_json_writer_begin_object (json, "robustness");
  sl_json_writer_add_text (json, "weights", sl_weight_space_get_id (settings->space));
  sl_json_writer_add_number (json, "confidence", settings->confidence);
  sl_json_writer_add_number (json, "samples", settings->samples);
  sl_json_writer_add_number (json, "seed", (double) settings->seed);
  sl_json_writer_end_object (json);
}

void
sl_requirements_write (SlRequirements *self, const SlProfile *profile, SlJsonWriter *json)
{
  g_return_if_fail (self != NULL && json != NULL);

  sl_json_writer_add_text (json, "profile", profile != NULL ? profile->id : NULL);
  sl_json_writer_add_text (json, "method", sl_method_get_id (self->method));
  write_robustness (json, &self->robustness);
  write_numbers_by_id (json, "importance", self->catalogue, self->pillar_importance,
                       self->criterion_importance);
  write_facts (json, self);
  write_numbers_by_id (json, "minimums", self->catalogue, self->pillar_minimum,
                       self->criterion_minimum);
  write_numbers_by_id (json, "locks", self->catalogue, self->pillar_lock, self->criterion_lock);
  write_overrides (json, self->overrides);
}
