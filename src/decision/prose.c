/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a decision says in words: why it is taken, by whom, what was noted on the way and what came
 * of it. Alternatives are named by their ids and need not be in the catalogue: what someone wrote
 * about one stays when a newer catalogue no longer has it. */

#include "config.h"

#include "prose-private.h"

#include <string.h>

#include "catalogue/translation.h"

#define MAX_ID 201 /* of a pairing: two ids and a plus sign */

static const char *const statuses[SL_N_STATUSES] = { "open", "decided", "superseded" };

typedef struct {
  SlNote public;
  char *alternative;
  char *text;
  JsonObject *unknown; /* nullable */
} OwnNote;

/* ---- small things ---- */

char *
sl_shorten (const char *text, glong max_length)
{
  return g_utf8_strlen (text, -1) > max_length ? g_utf8_substring (text, 0, max_length)
                                               : g_strdup (text);
}

gboolean
sl_is_alternative_id (const char *id)
{
  if (!g_ascii_islower (*id) && !g_ascii_isdigit (*id))
    return FALSE;

  for (const char *c = id; *c != '\0'; c++) {
    if (!g_ascii_islower (*c) && !g_ascii_isdigit (*c) && strchr ("_.:-+", *c) == NULL)
      return FALSE;
  }

  return strlen (id) <= MAX_ID;
}

gboolean
sl_is_day (const char *text)
{
  guint64 parts[3];
  const char *at = text;

  if (strlen (text) != strlen ("2026-11-28"))
    return FALSE;
  for (guint i = 0; text[i] != '\0'; i++) {
    if (i == 4 || i == 7 ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;
  }
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    char *end;

    parts[i] = g_ascii_strtoull (at, &end, 10);
    at = end + 1;
  }

  return g_date_valid_dmy ((GDateDay) parts[2], (GDateMonth) parts[1], (GDateYear) parts[0]);
}

JsonObject *
sl_keep_unknown (JsonObject *object, const char *const *known)
{
  g_autoptr (JsonObject) unknown = json_object_new ();
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next) {
    if (!g_strv_contains (known, l->data))
      json_object_set_member (unknown, l->data, json_object_dup_member (object, l->data));
  }

  return json_object_get_size (unknown) > 0 ? g_steal_pointer (&unknown) : NULL;
}

void
sl_write_unknown (SlJsonWriter *json, JsonObject *unknown)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  if (unknown == NULL)
    return;

  json_object_iter_init_ordered (&iter, unknown);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    sl_json_writer_add_node (json, member, node);
}

char *
sl_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

/* Unknown members come from a file and are never changed, so the same ones are the same object. */
static JsonObject *
ref_unknown (JsonObject *unknown)
{
  return unknown != NULL ? json_object_ref (unknown) : NULL;
}

/* ---- its parts ---- */

static OwnNote *
note_new (const char *alternative, const char *text, JsonObject *unknown)
{
  OwnNote *self = g_new0 (OwnNote, 1);

  self->public.alternative = self->alternative = g_strdup (alternative);
  self->public.text = self->text = sl_shorten (text, SL_NOTE_MAX);
  self->unknown = unknown;

  return self;
}

static void
note_free (gpointer data)
{
  OwnNote *self = data;

  g_free (self->alternative);
  g_free (self->text);
  g_clear_pointer (&self->unknown, json_object_unref);
  g_free (self);
}

static void
outcome_clear (SlOutcome *self)
{
  g_free ((char *) self->alternative);
  g_free ((char *) self->rationale);
  g_free ((char *) self->date);
  g_free ((char *) self->superseded_by);
}

/* ---- the whole ---- */

SlProseData *
sl_prose_new (void)
{
  SlProseData *self = g_atomic_rc_box_new0 (SlProseData);

  self->public.participants = self->participants = sl_participants_new ();
  self->public.notes = self->notes = g_ptr_array_new_with_free_func (note_free);
  self->public.context = g_strdup ("");
  self->public.outcome.rationale = g_strdup ("");
  self->public.outcome.superseded_by = g_strdup ("");

  return self;
}

static void
prose_clear (gpointer data)
{
  SlProseData *self = data;

  g_ptr_array_unref (self->participants);
  g_ptr_array_unref (self->notes);
  g_free ((char *) self->public.context);
  outcome_clear (&self->public.outcome);
  g_clear_pointer (&self->outcome_unknown, json_object_unref);
}

void
sl_prose_unref (SlProseData *self)
{
  g_atomic_rc_box_release_full (self, prose_clear);
}

SlProseData *
sl_prose_copy (SlProseData *model)
{
  SlProseData *self = sl_prose_new ();

  sl_prose_set_context (self, model->public.context);
  g_ptr_array_unref (self->participants);
  self->public.participants = self->participants = sl_participants_copy (model->participants);
  for (guint i = 0; i < model->notes->len; i++) {
    const OwnNote *note = g_ptr_array_index (model->notes, i);

    g_ptr_array_add (self->notes,
                     note_new (note->alternative, note->text, ref_unknown (note->unknown)));
  }
  sl_prose_set_outcome (self, &model->public.outcome);
  self->outcome_unknown = ref_unknown (model->outcome_unknown);

  return self;
}

void
sl_prose_set_context (SlProseData *self, const char *context)
{
  char *kept = sl_shorten (context, SL_CONTEXT_MAX);

  g_free ((char *) self->public.context);
  self->public.context = kept;
}

void
sl_prose_set_participants (SlProseData *self, const char *const *names)
{
  sl_participants_set_names (self->participants, names);
}

SlProseData *
sl_prose_move (SlProseData *model, SlCatalogue *catalogue, const SlProfile *profile)
{
  SlProseData *self = sl_prose_copy (model);

  sl_participants_move (self->participants, catalogue, profile);

  return self;
}

static OwnNote *
find_note (SlProseData *self, const char *alternative, guint *position)
{
  for (guint i = 0; i < self->notes->len; i++) {
    OwnNote *note = g_ptr_array_index (self->notes, i);

    if (g_str_equal (note->alternative, alternative)) {
      *position = i;
      return note;
    }
  }

  return NULL;
}

void
sl_prose_set_note (SlProseData *self, const char *alternative, const char *text)
{
  guint position = 0;
  OwnNote *note = find_note (self, alternative, &position);

  if (note != NULL && *text == '\0') {
    g_ptr_array_remove_index (self->notes, position);
  } else if (note != NULL) {
    g_free (note->text);
    note->public.text = note->text = sl_shorten (text, SL_NOTE_MAX);
  } else if (*text != '\0' && self->notes->len < SL_NOTES_MAX) {
    g_ptr_array_add (self->notes, note_new (alternative, text, NULL));
  }
}

void
sl_prose_set_outcome (SlProseData *self, const SlOutcome *outcome)
{
  SlOutcome kept = {
    .status = outcome->status,
    .alternative = g_strdup (outcome->alternative),
    .rationale = sl_shorten (outcome->rationale, SL_NOTE_MAX),
    .date = g_strdup (outcome->date),
    .superseded_by = sl_shorten (outcome->superseded_by, SL_REFERENCE_MAX),
  };

  outcome_clear (&self->public.outcome);
  self->public.outcome = kept;
}

/* ---- comparing ---- */

static gboolean
notes_equal (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++) {
    const OwnNote *one = g_ptr_array_index (a, i);
    const OwnNote *other = g_ptr_array_index (b, i);

    if (!g_str_equal (one->alternative, other->alternative) ||
        !g_str_equal (one->text, other->text) || one->unknown != other->unknown)
      return FALSE;
  }

  return TRUE;
}

static gboolean
outcomes_equal (const SlOutcome *a, const SlOutcome *b)
{
  return a->status == b->status && g_strcmp0 (a->alternative, b->alternative) == 0 &&
         g_str_equal (a->rationale, b->rationale) && g_strcmp0 (a->date, b->date) == 0 &&
         g_str_equal (a->superseded_by, b->superseded_by);
}

gboolean
sl_prose_equal (SlProseData *a, SlProseData *b)
{
  return a == b || (g_str_equal (a->public.context, b->public.context) &&
                    sl_participants_equal (a->participants, b->participants) &&
                    notes_equal (a->notes, b->notes) &&
                    outcomes_equal (&a->public.outcome, &b->public.outcome) &&
                    a->outcome_unknown == b->outcome_unknown);
}

/* ---- reading ---- */

static gboolean
is_given (JsonObject *object, const char *member)
{
  return json_object_has_member (object, member) && !json_object_get_null_member (object, member);
}

static const char *
read_date (SlJsonInput *input, JsonObject *object)
{
  const char *date = sl_json_input_string (input, object, "date", SL_NAME_MAX);

  if (date == NULL || sl_is_day (date))
    return date;

  sl_json_input_fault (input, "date", _ ("expected a day such as “2026-11-28”"));
  return NULL;
}

static void
read_participant (SlProseData *self, SlJsonInput *input, JsonObject *object)
{
  static const char *const known[] = { "name", "importance", "date", NULL };
  const char *name = sl_json_input_string (input, object, "name", SL_NAME_MAX);
  const char *date = is_given (object, "date") ? read_date (input, object) : NULL;
  g_autoptr (JsonObject) unknown = sl_keep_unknown (object, known);

  if (name != NULL && *name == '\0')
    sl_json_input_fault (input, "name", _ ("expected a text that is not empty"));
  else if (name != NULL)
    g_ptr_array_add (self->participants, sl_participant_new (name, NULL, date, unknown));
}

static const char *
read_alternative (SlJsonInput *input, JsonObject *object)
{
  const char *id = sl_json_input_string (input, object, "alternative", MAX_ID);

  if (id == NULL || sl_is_alternative_id (id))
    return id;

  sl_json_input_fault (input, "alternative",
                       _ ("expected the id of a technology, a pattern or a pairing"));
  return NULL;
}

static void
read_note (SlProseData *self, SlJsonInput *input, JsonObject *object)
{
  static const char *const known[] = { "alternative", "text", NULL };
  const char *alternative = read_alternative (input, object);
  const char *text = sl_json_input_string (input, object, "text", SL_NOTE_MAX);
  guint position;

  if (alternative == NULL || text == NULL)
    return;
  if (find_note (self, alternative, &position) != NULL)
    sl_json_input_fault (input, NULL, _ ("expected one note on each alternative"));
  else
    g_ptr_array_add (self->notes, note_new (alternative, text, sl_keep_unknown (object, known)));
}

static void
read_list (SlProseData *self,
           SlJsonInput *input,
           const char *member,
           guint max,
           void (*read_element) (SlProseData *self, SlJsonInput *input, JsonObject *object))
{
  JsonArray *array = sl_json_input_array_or_null (input, sl_json_input_get_root (input), member);

  if (array == NULL)
    return;
  if (json_array_get_length (array) > max) {
    sl_json_input_fault (input, member, _ ("expected at most %d entries"), max);
    return;
  }

  sl_json_input_push (input, member);
  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonObject *object;

    sl_json_input_push_index (input, i);
    object = sl_json_input_element_object (input, array, i);
    if (object != NULL)
      read_element (self, input, object);
    sl_json_input_pop (input);
  }
  sl_json_input_pop (input);
}

static SlStatus
read_status (SlJsonInput *input, JsonObject *object)
{
  const char *id = sl_json_input_string_or (input, object, "status", SL_NAME_MAX, statuses[0]);

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++) {
    if (g_str_equal (id, statuses[i]))
      return (SlStatus) i;
  }

  sl_json_input_fault (input, "status", _ ("expected “open”, “decided” or “superseded”"));
  return SL_STATUS_OPEN;
}

static void
read_outcome (SlProseData *self, SlJsonInput *input)
{
  static const char *const known[] = {
    "status", "alternative", "rationale", "date", "superseded_by", NULL,
  };
  JsonObject *object =
      sl_json_input_object_or_null (input, sl_json_input_get_root (input), "outcome");
  SlOutcome outcome = { 0 };

  if (object == NULL)
    return;

  sl_json_input_push (input, "outcome");
  outcome.status = read_status (input, object);
  if (is_given (object, "alternative"))
    outcome.alternative = read_alternative (input, object);
  if (is_given (object, "date"))
    outcome.date = read_date (input, object);
  outcome.rationale = sl_json_input_string_or (input, object, "rationale", SL_NOTE_MAX, "");
  outcome.superseded_by =
      sl_json_input_string_or (input, object, "superseded_by", SL_REFERENCE_MAX, "");
  sl_json_input_pop (input);

  sl_prose_set_outcome (self, &outcome);
  self->outcome_unknown = sl_keep_unknown (object, known);
}

SlProseData *
sl_prose_read (SlJsonInput *input)
{
  SlProseData *self = sl_prose_new ();

  sl_prose_set_context (self, sl_json_input_string_or (input, sl_json_input_get_root (input),
                                                       "context", SL_CONTEXT_MAX, ""));
  read_list (self, input, "participants", SL_PARTICIPANTS_MAX, read_participant);
  read_list (self, input, "notes", SL_NOTES_MAX, read_note);
  read_outcome (self, input);

  return self;
}

/* ---- writing ---- */

static void
write_outcome (SlProseData *self, SlJsonWriter *json)
{
  const SlOutcome *outcome = &self->public.outcome;

  sl_json_writer_begin_object (json, "outcome");
  sl_json_writer_add_text (json, "status", statuses[outcome->status]);
  sl_json_writer_add_text (json, "alternative", outcome->alternative);
  sl_json_writer_add_text (json, "rationale", outcome->rationale);
  sl_json_writer_add_text (json, "date", outcome->date);
  sl_json_writer_add_text (json, "superseded_by", outcome->superseded_by);
  sl_write_unknown (json, self->outcome_unknown);
  sl_json_writer_end_object (json);
}

void
sl_prose_write (SlProseData *self, SlJsonWriter *json)
{
  sl_json_writer_add_text (json, "context", self->public.context);
  sl_json_writer_begin_array (json, "participants");
  for (guint i = 0; i < self->participants->len; i++) {
    const SlParticipantData *participant = g_ptr_array_index (self->participants, i);

    sl_json_writer_begin_object (json, NULL);
    sl_participant_write (&participant->public, json);
    sl_write_unknown (json, participant->unknown);
    sl_json_writer_end_object (json);
  }
  sl_json_writer_end_array (json);
  sl_json_writer_begin_array (json, "notes");
  for (guint i = 0; i < self->notes->len; i++) {
    const OwnNote *note = g_ptr_array_index (self->notes, i);

    sl_json_writer_begin_object (json, NULL);
    sl_json_writer_add_text (json, "alternative", note->alternative);
    sl_json_writer_add_text (json, "text", note->text);
    sl_write_unknown (json, note->unknown);
    sl_json_writer_end_object (json);
  }
  sl_json_writer_end_array (json);
  write_outcome (self, json);
}

/* ---- what others may know ---- */

const char *
sl_prose_find_note (const SlProse *self, const char *alternative)
{
  g_return_val_if_fail (self != NULL && alternative != NULL, NULL);

  for (guint i = 0; i < self->notes->len; i++) {
    const SlNote *note = g_ptr_array_index (self->notes, i);

    if (g_str_equal (note->alternative, alternative))
      return note->text;
  }

  return NULL;
}

const char *
sl_status_get_name (SlStatus status)
{
  switch (status) {
  case SL_STATUS_DECIDED:
    return C_ ("status of a decision", "Decided");
  case SL_STATUS_SUPERSEDED:
    return C_ ("status of a decision", "Superseded");
  case SL_STATUS_OPEN:
  default:
    return C_ ("status of a decision", "Open");
  }
}
