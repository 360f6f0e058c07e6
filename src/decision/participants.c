/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who takes part, and what matters to each of them. */

#include "config.h"

#include "catalogue/translation.h"
#include "decision-private.h"

/* ---- one of them ---- */

SlParticipantData *
sl_participant_new (const char *name,
                    SlImportance *importance,
                    const char *date,
                    JsonObject *unknown)
{
  SlParticipantData *self = g_new0 (SlParticipantData, 1);

  self->public.name = self->name = sl_shorten (name, SL_NAME_MAX);
  self->public.importance = importance != NULL ? sl_importance_ref (importance) : NULL;
  self->public.date = self->date = g_strdup (date);
  self->unknown = unknown != NULL ? json_object_ref (unknown) : NULL;

  return self;
}

static void
participant_free (gpointer data)
{
  SlParticipantData *self = data;

  g_free (self->name);
  g_free (self->date);
  g_clear_pointer (&self->public.importance, sl_importance_unref);
  g_clear_pointer (&self->unknown, json_object_unref);
  g_free (self);
}

static gboolean
participant_equal (const SlParticipantData *a, const SlParticipantData *b)
{
  return g_str_equal (a->name, b->name) && g_strcmp0 (a->date, b->date) == 0 &&
         sl_importance_equal (a->public.importance, b->public.importance) &&
         a->unknown == b->unknown;
}

/* ---- all ---- */

GPtrArray *
sl_participants_new (void)
{
  return g_ptr_array_new_with_free_func (participant_free);
}

GPtrArray *
sl_participants_copy (GPtrArray *model)
{
  GPtrArray *self = sl_participants_new ();

  for (guint i = 0; i < model->len; i++) {
    const SlParticipantData *each = g_ptr_array_index (model, i);

    g_ptr_array_add (
        self, sl_participant_new (each->name, each->public.importance, each->date, each->unknown));
  }

  return self;
}

gboolean
sl_participants_equal (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++) {
    if (!participant_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  }

  return TRUE;
}

static gboolean
find_name (const GPtrArray *participants, const char *name, guint *index)
{
  for (guint i = 0; i < participants->len; i++) {
    if (g_str_equal (((const SlParticipant *) g_ptr_array_index (participants, i))->name, name)) {
      *index = i;
      return TRUE;
    }
  }

  return FALSE;
}

gboolean
sl_prose_find_participant (const SlProse *self, const char *name, guint *index)
{
  g_return_val_if_fail (self != NULL && name != NULL && index != NULL, FALSE);

  return find_name (self->participants, name, index);
}

char *
sl_participant_clean_name (const char *name)
{
  g_autofree char *shortened = sl_shorten (name, SL_NAME_MAX);

  return g_strdup (g_strstrip (shortened));
}

/* What is known of someone beside the name goes with the name. */
void
sl_participants_set_names (GPtrArray *self, const char *const *names)
{
  g_autoptr (GPtrArray) before = sl_participants_copy (self);

  g_ptr_array_set_size (self, 0);
  for (guint i = 0; names[i] != NULL && self->len < SL_PARTICIPANTS_MAX; i++) {
    g_autofree char *name = sl_participant_clean_name (names[i]);
    guint index;

    if (*name == '\0')
      continue;
    g_ptr_array_add (self, find_name (before, name, &index)
                               ? g_ptr_array_steal_index (before, index)
                               : sl_participant_new (name, NULL, NULL, NULL));
  }
}

/* ---- reading ---- */

static SlImportance *
read_importance (SlJsonInput *input,
                 JsonObject *object,
                 SlCatalogue *catalogue,
                 const SlProfile *profile)
{
  JsonObject *importance = sl_json_input_object_or_null (input, object, "importance");

  return importance != NULL
             ? sl_importance_read (input, importance, "importance", catalogue, profile, NULL)
             : NULL;
}

void
sl_participants_read_importance (GPtrArray *self,
                                 SlJsonInput *input,
                                 SlCatalogue *catalogue,
                                 const SlProfile *profile)
{
  JsonArray *array;

  if (self->len == 0)
    return;
  array = json_object_get_array_member (sl_json_input_get_root (input), "participants");
  /* Where one of them can't be read, the document can't. */
  if (json_array_get_length (array) != self->len)
    return;

  sl_json_input_push (input, "participants");
  for (guint i = 0; i < self->len; i++) {
    SlParticipantData *participant = g_ptr_array_index (self, i);

    sl_json_input_push_index (input, i);
    participant->public.importance =
        read_importance (input, json_array_get_object_element (array, i), catalogue, profile);
    sl_json_input_pop (input);
  }
  sl_json_input_pop (input);
}

/* ---- writing ---- */

void
sl_participant_write (const SlParticipant *self, SlJsonWriter *json)
{
  g_return_if_fail (self != NULL && json != NULL);

  sl_json_writer_add_text (json, "name", self->name);
  if (self->importance != NULL)
    sl_importance_write (self->importance, "importance", json);
  if (self->date != NULL)
    sl_json_writer_add_text (json, "date", self->date);
}

/* ---- with another catalogue ---- */

void
sl_participants_move (GPtrArray *self, SlCatalogue *catalogue, const SlProfile *profile)
{
  for (guint i = 0; i < self->len; i++) {
    SlParticipantData *participant = g_ptr_array_index (self, i);
    SlImportance *before = participant->public.importance;

    if (before == NULL)
      continue;
    participant->public.importance = sl_importance_move (before, catalogue, profile);
    sl_importance_unref (before);
  }
}
