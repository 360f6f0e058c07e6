/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The `decision-1` document. It holds every importance and fact, not only those that differ from
 * the catalogue's, so that it still means the same when the catalogue's own change. */

#include "config.h"

#include "decision-private.h"

#include "catalogue/json-input.h"
#include "catalogue/packing.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define FORMAT "decision-1"
#define FORMAT_PREFIX "decision-"
#define MAX_ID 100
#define MAX_OVERRIDES 10000

static const char *const known_members[] = {
  "format",    "program",   "title",     "context",    "participants", "notes", "outcome",
  "catalogue", "profile",   "method",    "robustness", "importance",   "facts", "minimums",
  "locks",     "overrides", "snapshots", "declined",   "catalogues",   NULL,
};

static const char *const known_snapshot_members[] = {
  "name",       "date",  "catalogue", "profile", "method",    "robustness",
  "importance", "facts", "minimums",  "locks",   "overrides", NULL,
};

/* ---- reading ---- */

/* Reads requirements from an object: that of the document, or of a snapshot. */
typedef struct {
  SlJsonInput *input;
  JsonObject *object;
  SlCatalogue *catalogue;
  SlRequirementsDraft *draft;
} Reader;

/* The catalogues to read it with. */
typedef struct {
  SlJsonInput *input;
  SlCatalogue *given;
  JsonArray *packed;    /* nullable */
  GHashTable *unpacked; /* by SHA-256, those in use */
} Catalogues;

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

static SlRequirements *
read_requirements (Reader *self, const SlProfile **profile)
{
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

/* ---- catalogues ---- */

/* SHA-256 of the catalogue that an object names as its own; NULL if it names none. */
static const char *
read_identity (SlJsonInput *input, JsonObject *object)
{
  JsonObject *catalogue = sl_json_input_object_or_null (input, object, "catalogue");
  const char *sha256;

  if (catalogue == NULL)
    return NULL;

  sl_json_input_push (input, "catalogue");
  sl_json_input_string (input, catalogue, "id", MAX_ID);
  sl_json_input_string (input, catalogue, "version", MAX_ID);
  sha256 = sl_json_input_string (input, catalogue, "sha256", MAX_ID);
  sl_json_input_pop (input);

  return sha256;
}

static void
open_catalogues (Catalogues *self)
{
  self->packed =
      sl_json_input_array_or_null (self->input, sl_json_input_get_root (self->input), "catalogues");
  if (self->packed != NULL && json_array_get_length (self->packed) > SL_CATALOGUES_MAX) {
    sl_json_input_fault (self->input, "catalogues", _ ("expected at most %d entries"),
                         SL_CATALOGUES_MAX);
    self->packed = NULL;
  }
  self->unpacked =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) sl_catalogue_unref);
}

/* NULL where it is not in the document, or is damaged there. */
static SlCatalogue *
unpack (Catalogues *self, const char *sha256)
{
  SlCatalogue *catalogue = NULL;
  guint n = self->packed != NULL ? json_array_get_length (self->packed) : 0;

  sl_json_input_push (self->input, "catalogues");
  for (guint i = 0; i < n && catalogue == NULL; i++) {
    JsonObject *object;

    sl_json_input_push_index (self->input, i);
    object = sl_json_input_element_object (self->input, self->packed, i);
    if (object != NULL && g_strcmp0 (sl_packed_get_sha256 (self->input, object), sha256) == 0)
      catalogue = sl_catalogue_unpack (self->input, object);
    sl_json_input_pop (self->input);
  }
  sl_json_input_pop (self->input);
  if (catalogue != NULL)
    g_hash_table_insert (self->unpacked, g_strdup (sha256), catalogue);

  return catalogue;
}

/* The one that was named, or the one at hand in its place. NULL after a fault. */
static SlCatalogue *
choose_catalogue (Catalogues *self, const char *sha256, SlOrigin *origin)
{
  guint n_faults = sl_json_input_get_n_faults (self->input);
  SlCatalogue *catalogue;

  *origin = SL_ORIGIN_GIVEN;
  if (sha256 == NULL || g_str_equal (sha256, sl_catalogue_get_sha256 (self->given)))
    return self->given;

  catalogue = g_hash_table_lookup (self->unpacked, sha256);
  if (catalogue == NULL)
    catalogue = unpack (self, sha256);
  if (sl_json_input_get_n_faults (self->input) > n_faults)
    return NULL;
  *origin = catalogue != NULL ? SL_ORIGIN_DOCUMENT : SL_ORIGIN_OTHER;

  return catalogue != NULL ? catalogue : self->given;
}

/* ---- snapshots ---- */

static void
read_snapshot (Catalogues *catalogues, JsonObject *object, GPtrArray *snapshots)
{
  SlJsonInput *input = catalogues->input;
  const char *name = sl_json_input_string (input, object, "name", SL_SNAPSHOT_NAME_MAX);
  const char *date = sl_json_input_string (input, object, "date", MAX_ID);
  const char *sha256 = read_identity (input, object);
  Reader reader = { .input = input, .object = object };
  g_autoptr (SlRequirements) requirements = NULL;
  const SlProfile *profile;
  SlSnapshotData *snapshot;
  SlOrigin origin;

  if (date != NULL && !sl_is_day (date))
    sl_json_input_fault (input, "date", _ ("expected a day such as “2026-11-28”"));
  if (name == NULL || date == NULL)
    return;
  reader.catalogue = choose_catalogue (catalogues, sha256, &origin);
  if (reader.catalogue == NULL)
    return;
  requirements = read_requirements (&reader, &profile);
  snapshot = sl_snapshot_new (name, date, profile, g_steal_pointer (&requirements));
  snapshot->unknown = sl_keep_unknown (object, known_snapshot_members);
  g_ptr_array_add (snapshots, snapshot);
}

static GPtrArray *
read_snapshots (Catalogues *catalogues)
{
  SlJsonInput *input = catalogues->input;
  JsonArray *array =
      sl_json_input_array_or_null (input, sl_json_input_get_root (input), "snapshots");
  GPtrArray *snapshots = sl_snapshots_new ();

  if (array == NULL)
    return snapshots;
  if (json_array_get_length (array) > SL_SNAPSHOTS_MAX) {
    sl_json_input_fault (input, "snapshots", _ ("expected at most %d entries"), SL_SNAPSHOTS_MAX);
    return snapshots;
  }

  sl_json_input_push (input, "snapshots");
  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonObject *object;

    sl_json_input_push_index (input, i);
    object = sl_json_input_element_object (input, array, i);
    if (object != NULL)
      read_snapshot (catalogues, object, snapshots);
    sl_json_input_pop (input);
  }
  sl_json_input_pop (input);

  return snapshots;
}

/* ---- the document ---- */

static SlDecisionState *
read_state (Catalogues *catalogues, SlOrigin *origin)
{
  SlJsonInput *input = catalogues->input;
  JsonObject *root = sl_json_input_get_root (input);
  const char *title = sl_json_input_string (input, root, "title", SL_TITLE_MAX);
  const char *sha256, *declined;
  Reader reader = { .input = input, .object = root };
  SlRequirements *requirements;
  const SlProfile *profile;
  SlDecisionState *state;

  sl_json_input_string_or (input, root, "program", MAX_ID, NULL);
  declined = sl_json_input_string_or (input, root, "declined", MAX_ID, NULL);
  state = sl_decision_state_new ("", NULL, sl_requirements_new (catalogues->given));
  g_set_str (&state->title, title != NULL ? title : "");
  g_set_str (&state->declined, declined);
  sl_prose_unref (state->prose);
  state->prose = sl_prose_read (input);
  state->unknown = sl_keep_unknown (root, known_members);

  sha256 = read_identity (input, root);
  reader.catalogue = choose_catalogue (catalogues, sha256, origin);
  /* Of a damaged catalogue is said where it is, not that the ids are not in another one. */
  if (reader.catalogue == NULL)
    return state;
  requirements = read_requirements (&reader, &profile);
  sl_requirements_unref (state->requirements);
  state->requirements = requirements;
  state->profile = profile;
  g_ptr_array_unref (state->snapshots);
  state->snapshots = read_snapshots (catalogues);

  return state;
}

SlDecision *
sl_decision_new_for_bytes (SlCatalogue *catalogue, GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (SlJsonInput) input = NULL;
  g_autoptr (SlDecisionState) state = NULL;
  Catalogues catalogues = { .given = catalogue };
  SlDecision *self;
  SlOrigin origin;

  g_return_val_if_fail (catalogue != NULL && bytes != NULL && name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  input = sl_json_input_new (bytes, name, error);
  if (input == NULL || !check_format (input, name, error))
    return NULL;

  catalogues.input = input;
  open_catalogues (&catalogues);
  state = read_state (&catalogues, &origin);
  g_hash_table_unref (catalogues.unpacked);
  if (!sl_json_input_finish (input, error))
    return NULL;

  self = sl_decision_new (catalogue);
  sl_decision_start_with (self, g_steal_pointer (&state), origin);

  return self;
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

static void
write_snapshot (SlJsonWriter *json, const SlSnapshotData *snapshot)
{
  sl_json_writer_begin_object (json, NULL);
  sl_json_writer_add_text (json, "name", snapshot->name);
  sl_json_writer_add_text (json, "date", snapshot->date);
  sl_catalogue_write_identity (snapshot->public.requirements->catalogue, json);
  sl_requirements_write (snapshot->public.requirements, snapshot->public.profile, json);
  sl_write_unknown (json, snapshot->unknown);
  sl_json_writer_end_object (json);
}

static void
add_catalogue (GPtrArray *catalogues, SlCatalogue *catalogue)
{
  for (guint i = 0; i < catalogues->len; i++) {
    if (g_str_equal (sl_catalogue_get_sha256 (g_ptr_array_index (catalogues, i)),
                     sl_catalogue_get_sha256 (catalogue)))
      return;
  }
  if (catalogues->len < SL_CATALOGUES_MAX && sl_catalogue_can_pack (catalogue))
    g_ptr_array_add (catalogues, catalogue);
}

/* Each once, the document's own first. */
static void
write_catalogues (SlJsonWriter *json, SlDecisionState *state)
{
  g_autoptr (GPtrArray) catalogues = g_ptr_array_new ();

  add_catalogue (catalogues, state->requirements->catalogue);
  for (guint i = state->snapshots->len; i > 0; i--) {
    const SlSnapshotData *snapshot = g_ptr_array_index (state->snapshots, i - 1);

    add_catalogue (catalogues, snapshot->public.requirements->catalogue);
  }
  sl_json_writer_begin_array (json, "catalogues");
  for (guint i = 0; i < catalogues->len; i++)
    sl_catalogue_pack (g_ptr_array_index (catalogues, i), json);
  sl_json_writer_end_array (json);
}

static GBytes *
write_state (SlDecisionState *state, gboolean with_catalogues)
{
  g_autoptr (SlJsonWriter) json = sl_json_writer_new ();

  sl_json_writer_begin_object (json, NULL);
  sl_json_writer_add_text (json, "format", FORMAT);
  sl_json_writer_add_text (json, "program", SL_VERSION);
  sl_json_writer_add_text (json, "title", state->title);
  sl_prose_write (state->prose, json);
  sl_catalogue_write_identity (state->requirements->catalogue, json);
  if (state->declined != NULL)
    sl_json_writer_add_text (json, "declined", state->declined);
  sl_requirements_write (state->requirements, state->profile, json);
  sl_json_writer_begin_array (json, "snapshots");
  for (guint i = 0; i < state->snapshots->len; i++)
    write_snapshot (json, g_ptr_array_index (state->snapshots, i));
  sl_json_writer_end_array (json);
  sl_write_unknown (json, state->unknown);
  if (with_catalogues)
    write_catalogues (json, state);
  sl_json_writer_end_object (json);

  return sl_json_writer_finish (json);
}

GBytes *
sl_decision_state_to_bytes (SlDecisionState *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return write_state (self, TRUE);
}

GBytes *
sl_decision_to_bytes (SlDecision *self)
{
  g_return_val_if_fail (SL_IS_DECISION (self), NULL);

  return write_state (sl_decision_get_state (self), FALSE);
}
