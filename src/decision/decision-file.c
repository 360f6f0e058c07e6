/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The `decision-1` document: words, requirements, snapshots, and the catalogues that they mean. */

#include "config.h"

#include "decision-private.h"

#include "catalogue/json-input.h"
#include "catalogue/packing.h"

#include <string.h>

#include "catalogue/translation.h"

#define FORMAT "decision-1"
#define MAX_ID 100

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

/* The catalogues to read it with. */
typedef struct {
  SlJsonInput *input;
  SlCatalogue *given;
  JsonArray *packed;    /* nullable */
  GHashTable *unpacked; /* by SHA-256, those in use */
} Catalogues;

/* Only digits after the prefix, so that the name can be shown as it is. */
gboolean
sl_is_newer_format (const char *format, const char *prefix)
{
  const char *version;

  if (!g_str_has_prefix (format, prefix))
    return FALSE;

  version = format + strlen (prefix);
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

  if (sl_is_newer_format (format, SL_DECISION_FORMAT_PREFIX))
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
  g_autoptr (SlRequirements) requirements = NULL;
  SlCatalogue *catalogue;
  const SlProfile *profile;
  SlSnapshotData *snapshot;
  SlOrigin origin;

  if (date != NULL && !sl_is_day (date))
    sl_json_input_fault (input, "date", _ ("expected a day such as “2026-11-28”"));
  if (name == NULL || date == NULL)
    return;
  catalogue = choose_catalogue (catalogues, sha256, &origin);
  if (catalogue == NULL)
    return;
  requirements = sl_requirements_read (input, object, catalogue, &profile);
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
  SlCatalogue *catalogue;
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
  catalogue = choose_catalogue (catalogues, sha256, origin);
  /* Of a damaged catalogue is said where it is, not that the ids are not in another one. */
  if (catalogue == NULL)
    return state;
  requirements = sl_requirements_read (input, root, catalogue, &profile);
  sl_requirements_unref (state->requirements);
  state->requirements = requirements;
  state->profile = profile;
  sl_participants_read_importance (state->prose->participants, input, catalogue, profile);
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
