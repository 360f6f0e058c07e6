/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The `ballot-1` document. */

#include "config.h"

#include "ballot.h"
#include "decision-private.h"

#include <string.h>

#include "catalogue/translation.h"

#define FORMAT_PREFIX "ballot-"
#define MAX_ID 100
/* How many ids a sentence names. */
#define MAX_NAMED 3

typedef struct {
  SlBallot public;
  char *decision;
  char *name;
  char *date;
  char *version;
  GPtrArray *dropped;
} BallotData;

static BallotData *
ballot_new (const char *decision, const char *name, SlImportance *importance, const char *date)
{
  BallotData *self = g_atomic_rc_box_new0 (BallotData);

  self->public.decision = self->decision = sl_shorten (decision, SL_TITLE_MAX);
  self->public.name = self->name = sl_participant_clean_name (name);
  self->public.date = self->date = g_strdup (date);
  self->public.importance = sl_importance_ref (importance);
  self->public.dropped = self->dropped = g_ptr_array_new_with_free_func (g_free);

  return self;
}

SlBallot *
sl_ballot_new (const char *decision, const char *name, SlImportance *importance, const char *date)
{
  BallotData *self;

  g_return_val_if_fail (decision != NULL && g_utf8_validate (decision, -1, NULL), NULL);
  g_return_val_if_fail (name != NULL && g_utf8_validate (name, -1, NULL), NULL);
  g_return_val_if_fail (importance != NULL, NULL);
  g_return_val_if_fail (date == NULL || sl_is_day (date), NULL);

  self = ballot_new (decision, name, importance, date);

  return &self->public;
}

SlBallot *
sl_ballot_new_for_participant (SlDecision *decision, guint index)
{
  const GPtrArray *participants;
  const SlParticipant *participant;
  g_autoptr (SlImportance) importance = NULL;

  g_return_val_if_fail (SL_IS_DECISION (decision), NULL);

  participants = sl_decision_get_prose (decision)->participants;
  g_return_val_if_fail (index < participants->len, NULL);
  participant = g_ptr_array_index (participants, index);
  importance = participant->importance != NULL
                   ? sl_importance_ref (participant->importance)
                   : sl_importance_new_for_requirements (sl_decision_get_requirements (decision));

  return sl_ballot_new (sl_decision_get_title (decision), participant->name, importance,
                        participant->date);
}

SlBallot *
sl_ballot_ref (SlBallot *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
ballot_clear (gpointer data)
{
  BallotData *self = data;

  g_free (self->decision);
  g_free (self->name);
  g_free (self->date);
  g_free (self->version);
  g_ptr_array_unref (self->dropped);
  sl_importance_unref (self->public.importance);
}

void
sl_ballot_unref (SlBallot *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, ballot_clear);
}

/* ---- reading ---- */

/* What the file says in words; borrowed from it. */
typedef struct {
  const char *decision;
  const char *name;
  const char *date;
  const char *version; /* of the catalogue */
  const char *sha256;
} Words;

static gboolean
check_format (SlJsonInput *input, const char *name, GError **error)
{
  JsonObject *root = sl_json_input_get_root (input);
  const char *format = sl_json_input_string_or (input, root, "format", MAX_ID, "");

  if (g_str_equal (format, SL_BALLOT_FORMAT))
    return TRUE;

  if (sl_is_newer_format (format, FORMAT_PREFIX))
    g_set_error (error, SL_INPUT_ERROR, SL_INPUT_ERROR_FORMAT,
                 /* Translators: %1$s is a file, %2$s the name of a format, as in «ballot-2». */
                 _ ("%1$s: format: written by a newer version of the program (%2$s)"), name,
                 format);
  else
    g_set_error (error, SL_INPUT_ERROR, SL_INPUT_ERROR_FORMAT,
                 /* Translators: %1$s is a file, %2$s the name of a format, as in «ballot-1». */
                 _ ("%1$s: format: expected “%2$s”, so this is not a ballot"), name,
                 SL_BALLOT_FORMAT);
  return FALSE;
}

static void
read_catalogue (SlJsonInput *input, JsonObject *root, Words *words)
{
  JsonObject *catalogue = sl_json_input_object_or_null (input, root, "catalogue");

  if (catalogue == NULL)
    return;

  sl_json_input_push (input, "catalogue");
  sl_json_input_string (input, catalogue, "id", MAX_ID);
  words->version = sl_json_input_string (input, catalogue, "version", MAX_ID);
  words->sha256 = sl_json_input_string (input, catalogue, "sha256", MAX_ID);
  sl_json_input_pop (input);
}

static const char *
read_name (SlJsonInput *input, JsonObject *root)
{
  const char *name = sl_json_input_string (input, root, "name", SL_NAME_MAX);
  g_autofree char *clean = name != NULL ? sl_participant_clean_name (name) : NULL;

  if (clean == NULL || *clean != '\0')
    return name;

  sl_json_input_fault (input, "name", _ ("expected a text that is not empty"));
  return NULL;
}

static const char *
read_date (SlJsonInput *input, JsonObject *root)
{
  const char *date;

  if (!json_object_has_member (root, "date") || json_object_get_null_member (root, "date"))
    return NULL;
  date = sl_json_input_string (input, root, "date", MAX_ID);
  if (date == NULL || sl_is_day (date))
    return date;

  sl_json_input_fault (input, "date", _ ("expected a day such as “2026-11-28”"));
  return NULL;
}

static void
read_words (SlJsonInput *input, Words *words)
{
  JsonObject *root = sl_json_input_get_root (input);

  sl_json_input_string_or (input, root, "program", MAX_ID, NULL);
  words->decision = sl_json_input_string_or (input, root, "decision", SL_TITLE_MAX, "");
  words->name = read_name (input, root);
  words->date = read_date (input, root);
  read_catalogue (input, root, words);
}

static guint
count_added (SlCatalogue *catalogue, JsonObject *importance)
{
  const GPtrArray *pillars = sl_catalogue_get_pillars (catalogue);
  const GPtrArray *criteria = sl_catalogue_get_criteria (catalogue);
  guint n = 0;

  for (guint i = 0; i < pillars->len; i++)
    n += !json_object_has_member (importance,
                                  ((const SlPillar *) g_ptr_array_index (pillars, i))->id);
  for (guint i = 0; i < criteria->len; i++)
    n += !json_object_has_member (importance,
                                  ((const SlCriterion *) g_ptr_array_index (criteria, i))->id);

  return n;
}

SlBallot *
sl_ballot_new_for_bytes (SlCatalogue *catalogue,
                         const SlProfile *profile,
                         GBytes *bytes,
                         const char *name,
                         GError **error)
{
  g_autoptr (SlJsonInput) input = NULL;
  g_autoptr (SlImportance) importance = NULL;
  g_autoptr (GPtrArray) dropped = NULL;
  JsonObject *object;
  Words words = { 0 };
  gboolean is_other;
  BallotData *self;

  g_return_val_if_fail (catalogue != NULL && bytes != NULL && name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_bytes_get_size (bytes) > SL_BALLOT_MAX_BYTES) {
    g_set_error (error, SL_INPUT_ERROR, SL_INPUT_ERROR_INVALID,
                 /* Translators: %1$s is a file. */
                 _ ("%1$s: expected a ballot of at most %2$d bytes"), name, SL_BALLOT_MAX_BYTES);
    return NULL;
  }
  input = sl_json_input_new (bytes, name, error);
  if (input == NULL || !check_format (input, name, error))
    return NULL;

  read_words (input, &words);
  is_other =
      words.sha256 != NULL && !g_str_equal (words.sha256, sl_catalogue_get_sha256 (catalogue));
  dropped = g_ptr_array_new_with_free_func (g_free);
  object = sl_json_input_object (input, sl_json_input_get_root (input), "importance");
  if (object != NULL)
    importance = sl_importance_read (input, object, "importance", catalogue, profile,
                                     is_other ? dropped : NULL);
  if (!sl_json_input_finish (input, error))
    return NULL;

  self = ballot_new (words.decision, words.name, importance, words.date);
  if (is_other)
    self->public.version = self->version = g_strdup (words.version);
  self->public.n_added = count_added (catalogue, object);
  g_ptr_array_unref (self->dropped);
  self->public.dropped = self->dropped = g_steal_pointer (&dropped);

  return &self->public;
}

gboolean
sl_ballot_is_in (GBytes *bytes)
{
  g_autoptr (SlJsonInput) input = NULL;

  g_return_val_if_fail (bytes != NULL, FALSE);

  if (g_bytes_get_size (bytes) > SL_BALLOT_MAX_BYTES)
    return FALSE;
  input = sl_json_input_new (bytes, "", NULL);

  return input != NULL &&
         g_str_has_prefix (
             sl_json_input_string_or (input, sl_json_input_get_root (input), "format", MAX_ID, ""),
             FORMAT_PREFIX);
}

/* ---- writing ---- */

GBytes *
sl_ballot_to_bytes (const SlBallot *self)
{
  g_autoptr (SlJsonWriter) json = sl_json_writer_new ();

  g_return_val_if_fail (self != NULL, NULL);

  sl_json_writer_begin_object (json, NULL);
  sl_json_writer_add_text (json, "format", SL_BALLOT_FORMAT);
  sl_json_writer_add_text (json, "program", SL_VERSION);
  sl_json_writer_add_text (json, "decision", self->decision);
  sl_json_writer_add_text (json, "name", self->name);
  if (self->date != NULL)
    sl_json_writer_add_text (json, "date", self->date);
  sl_catalogue_write_identity (self->importance->catalogue, json);
  sl_importance_write (self->importance, "importance", json);
  sl_json_writer_end_object (json);

  return sl_json_writer_finish (json);
}

char *
sl_ballot_suggest_file_name (const SlBallot *self)
{
  g_autofree char *stem = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  /* Some bytes of the 255 that a name may have; other letters than these take up to four. */
  stem = g_utf8_substring (self->name, 0, MIN (g_utf8_strlen (self->name, -1), 50));
  for (char *c = stem; *c != '\0'; c++) {
    if (g_ascii_iscntrl (*c) || strchr ("/\\:*?\"<>|", *c) != NULL)
      *c = '-';
  }
  /* Not hidden, and not another folder. */
  if (*stem == '.')
    *stem = '-';

  return g_strconcat (stem, ".ballot", NULL);
}

char *
sl_ballot_describe_move (const SlBallot *self)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autofree char *missing = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->version == NULL)
    return NULL;
  if (self->dropped->len == 0)
    /* Translators: %1$s is a person, %2$s the version of a catalogue. */
    return g_strdup_printf (_ ("The ballot of %1$s was made with version %2$s of the catalogue."),
                            self->name, self->version);

  for (guint i = 0; i < MIN (self->dropped->len, MAX_NAMED); i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (self->dropped, i));
  if (self->dropped->len > MAX_NAMED)
    g_string_append (ids, ", …");
  missing = g_strdup_printf (dngettext (GETTEXT_PACKAGE,
                                        /* Translators: of a ballot; %1$u pillars or criteria that
                                         * a catalogue does not have, then their ids. */
                                        "%1$u of its criteria is not in this one: %2$s.",
                                        "%1$u of its criteria are not in this one: %2$s.",
                                        self->dropped->len),
                             self->dropped->len, ids->str);

  return g_strdup_printf (
      /* Translators: %1$s is a person, %2$s the version of a catalogue, %3$s a sentence on what
       * this catalogue does not have. */
      _ ("The ballot of %1$s was made with version %2$s of the catalogue. %3$s"), self->name,
      self->version, missing);
}
