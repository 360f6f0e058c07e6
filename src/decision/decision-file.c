/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The `decision-1` document. It holds every importance and fact, not only those that differ from
 * the catalogue's, so that it still means the same when the catalogue's own change. */

#include "config.h"

#include "decision-private.h"

#include "catalogue/json-input.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define FORMAT "decision-1"
#define FORMAT_PREFIX "decision-"
#define MAX_ID 100
#define MAX_OVERRIDES 10000

static const char *const known_members[] = {
  "format",     "program", "title",     "context",   "participants",
  "notes",      "outcome", "catalogue", "profile",   "method",
  "importance", "facts",   "minimums",  "overrides", NULL,
};

/* ---- reading ---- */

typedef struct {
  SlJsonInput *input;
  SlCatalogue *catalogue;
  SlRequirementsDraft *draft;
} Reader;

/* Only digits after the prefix, so that the name can be shown as it is. */
static gboolean
is_newer (const char *format)
{
  const char *version;

  if (!g_str_has_prefix (format, FORMAT_PREFIX))
    return FALSE;

  version = format + strlen (FORMAT_PREFIX);
  for (const char *c = version; *c != '\0'; c++) {
    if (!g_ascii_isdigit (*c))
      return FALSE;
  }

  return g_ascii_strtoull (version, NULL, 10) > 1;
}

static gboolean
check_format (SlJsonInput *input, const char *name, GError **error)
{
  JsonObject *root = sl_json_input_get_root (input);
  const char *format = sl_json_input_string_or (input, root, "format", MAX_ID, "");

  if (g_str_equal (format, FORMAT))
    return TRUE;

  if (is_newer (format))
    g_set_error (error, SL_INPUT_ERROR, SL_INPUT_ERROR_FORMAT,
                 /* Translators: %1$s is a file, %2$s the name of a format, as in «decision-2». */
                 _ ("%1$s: format: written by a newer version of the program (%2$s)"), name,
                 format);
  else
    g_set_error (error, SL_INPUT_ERROR, SL_INPUT_ERROR_FORMAT,
                 /* Translators: %1$s is a file, %2$s the name of a format, as in «decision-1». */
                 _ ("%1$s: format: expected “%2$s”, so this is not a decision"), name, FORMAT);
  return FALSE;
}

/* Reads a member of `importance` or `minimums`, whose ids are pillars' and criteria's alike. */
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
  JsonObject *object =
      sl_json_input_object_or_null (self->input, sl_json_input_get_root (self->input), member);
  g_autoptr (GList) ids = NULL;

  if (object == NULL)
    return;

  sl_json_input_push (self->input, member);
  ids = json_object_get_members (object);
  for (GList *l = ids; l != NULL; l = l->next)
    read_number_by_id (self, object, l->data, high, by_pillar, by_criterion);
  sl_json_input_pop (self->input);
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
  JsonObject *object =
      sl_json_input_object_or_null (self->input, sl_json_input_get_root (self->input), "facts");
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
  JsonArray *array =
      sl_json_input_array_or_null (self->input, sl_json_input_get_root (self->input), "overrides");

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
  JsonObject *root = sl_json_input_get_root (self->input);
  const SlProfile *profile;
  const char *id;

  if (!json_object_has_member (root, "profile") || json_object_get_null_member (root, "profile"))
    return NULL;

  id = sl_json_input_id (self->input, root, "profile");
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
  JsonObject *root = sl_json_input_get_root (self->input);
  const char *id = sl_json_input_string_or (self->input, root, "method", MAX_ID,
                                            sl_method_get_id (SL_METHOD_ADDITIVE));

  if (!sl_method_from_id (id, &self->draft->public.method, NULL))
    sl_json_input_fault (self->input, "method",
                         _ ("expected “additive”, “geometric”, “topsis”, “vikor” or “promethee”"));
}

/* What the document was written with; nothing is taken from it. */
static void
read_origin (Reader *self)
{
  JsonObject *root = sl_json_input_get_root (self->input);
  JsonObject *catalogue = sl_json_input_object_or_null (self->input, root, "catalogue");

  sl_json_input_string_or (self->input, root, "program", MAX_ID, NULL);
  if (catalogue == NULL)
    return;

  sl_json_input_push (self->input, "catalogue");
  sl_json_input_string (self->input, catalogue, "id", MAX_ID);
  sl_json_input_string (self->input, catalogue, "version", MAX_ID);
  sl_json_input_string (self->input, catalogue, "sha256", MAX_ID);
  sl_json_input_pop (self->input);
}

SlDecision *
sl_decision_new_for_bytes (SlCatalogue *catalogue, GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (SlJsonInput) input = NULL;
  g_autoptr (SlRequirements) requirements = NULL;
  g_autoptr (SlProseData) prose = NULL;
  g_autoptr (JsonObject) unknown = NULL;
  g_autoptr (SlDecisionState) bare = NULL;
  g_autoptr (SlDecision) self = NULL;
  Reader reader = { .catalogue = catalogue };
  const SlProfile *profile;
  const char *title;

  g_return_val_if_fail (catalogue != NULL && bytes != NULL && name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  input = sl_json_input_new (bytes, name, error);
  if (input == NULL || !check_format (input, name, error))
    return NULL;

  reader.input = input;
  title = sl_json_input_string (input, sl_json_input_get_root (input), "title", SL_TITLE_MAX);
  prose = sl_prose_read (input);
  read_origin (&reader);
  profile = read_profile (&reader);
  reader.draft = sl_requirements_draft_for_profile (
      catalogue, profile != NULL ? profile : sl_requirements_first_profile (catalogue));
  requirements = sl_requirements_draft_finish (reader.draft);
  read_method (&reader);
  read_numbers_by_id (&reader, "importance", SL_IMPORTANCE_MAX, reader.draft->pillar_importance,
                      reader.draft->criterion_importance);
  read_facts (&reader);
  for (guint i = 0; i < sl_catalogue_get_pillars (catalogue)->len; i++)
    reader.draft->pillar_minimum[i] = NAN;
  for (guint i = 0; i < sl_catalogue_get_criteria (catalogue)->len; i++)
    reader.draft->criterion_minimum[i] = NAN;
  read_numbers_by_id (&reader, "minimums", SL_VALUE_MAX, reader.draft->pillar_minimum,
                      reader.draft->criterion_minimum);
  read_overrides (&reader);
  if (!sl_json_input_finish (input, error))
    return NULL;

  unknown = sl_keep_unknown (sl_json_input_get_root (input), known_members);
  bare = sl_decision_state_new (title, profile, g_steal_pointer (&requirements));
  self = sl_decision_new (catalogue);
  sl_decision_start_with (self, sl_decision_state_with_prose (bare, g_steal_pointer (&prose)),
                          unknown);

  return g_steal_pointer (&self);
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

static void
write_fact (SlJsonWriter *json, const SlFact *fact, double value)
{
  const SlChoice *choice;

  switch (fact->type) {
  case SL_FACT_BOOLEAN:
    sl_json_writer_add_boolean (json, fact->id, value > 0);
    break;
  case SL_FACT_CHOICE:
    choice = g_ptr_array_index (fact->choices, (guint) value);
    sl_json_writer_add_text (json, fact->id, choice->id);
    break;
  case SL_FACT_NUMBER:
  default:
    sl_json_writer_add_number (json, fact->id, value);
  }
}

static void
write_facts (SlJsonWriter *json, SlRequirements *requirements)
{
  const GPtrArray *facts = sl_catalogue_get_facts (requirements->catalogue);

  sl_json_writer_begin_object (json, "facts");
  for (guint i = 0; i < facts->len; i++)
    write_fact (json, g_ptr_array_index (facts, i), requirements->facts[i]);
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

void
sl_requirements_write (SlRequirements *self, const SlProfile *profile, SlJsonWriter *json)
{
  g_return_if_fail (self != NULL && json != NULL);

  sl_json_writer_add_text (json, "profile", profile != NULL ? profile->id : NULL);
  sl_json_writer_add_text (json, "method", sl_method_get_id (self->method));
  write_numbers_by_id (json, "importance", self->catalogue, self->pillar_importance,
                       self->criterion_importance);
  write_facts (json, self);
  write_numbers_by_id (json, "minimums", self->catalogue, self->pillar_minimum,
                       self->criterion_minimum);
  write_overrides (json, self->overrides);
}

void
sl_catalogue_write_identity (SlCatalogue *self, SlJsonWriter *json)
{
  g_return_if_fail (self != NULL && json != NULL);

  sl_json_writer_begin_object (json, "catalogue");
  sl_json_writer_add_text (json, "id", sl_catalogue_get_id (self));
  sl_json_writer_add_text (json, "version", sl_catalogue_get_version (self));
  sl_json_writer_add_text (json, "sha256", sl_catalogue_get_sha256 (self));
  sl_json_writer_end_object (json);
}

GBytes *
sl_decision_to_bytes (SlDecision *self)
{
  g_autoptr (SlJsonWriter) json = sl_json_writer_new ();
  SlDecisionState *state;

  g_return_val_if_fail (SL_IS_DECISION (self), NULL);

  state = sl_decision_get_state (self);
  sl_json_writer_begin_object (json, NULL);
  sl_json_writer_add_text (json, "format", FORMAT);
  sl_json_writer_add_text (json, "program", SL_VERSION);
  sl_json_writer_add_text (json, "title", state->title);
  sl_prose_write (state->prose, json);
  sl_catalogue_write_identity (state->requirements->catalogue, json);
  sl_requirements_write (state->requirements, state->profile, json);
  sl_write_unknown (json, sl_decision_get_unknown (self));
  sl_json_writer_end_object (json);

  return sl_json_writer_finish (json);
}
