/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "report/verify.h"

#include <math.h>
#include <string.h>

#include "catalogue/json-input.h"
#include "catalogue/number.h"
#include "catalogue/translation.h"
#include "report/report.h"
#include "report/text-private.h"

#define FORMAT "report-1"
#define FORMAT_PREFIX "report-"
#define MAX_NAME 100
#define MAX_TEXT 4000
/* Characters of a text that a difference quotes. */
#define MAX_QUOTED 80
/* Numbers that differ by less are the same. */
#define TOLERANCE 1e-9

/* ---- reading ---- */

static gboolean
is_newer (const char *format)
{
  const char *version = format + strlen (FORMAT_PREFIX);

  if (!g_str_has_prefix (format, FORMAT_PREFIX) || *version == '\0')
    return FALSE;

  return strspn (version, "0123456789") == strlen (version) &&
         g_ascii_strtoull (version, NULL, 10) > 1;
}

static gboolean
check_format (SlJsonInput *input, const char *name, GError **error)
{
  const char *format =
      sl_json_input_string_or (input, sl_json_input_get_root (input), "format", MAX_NAME, "");

  if (g_str_equal (format, FORMAT))
    return TRUE;

  if (is_newer (format))
    g_set_error (error, SL_INPUT_ERROR, SL_INPUT_ERROR_FORMAT,
                 /* Translators: %1$s is a file, %2$s the name of a format, as in «report-2». */
                 _ ("%1$s: format: written by a newer version of the program (%2$s)"), name,
                 format);
  else
    g_set_error (error, SL_INPUT_ERROR, SL_INPUT_ERROR_FORMAT,
                 /* Translators: %1$s is a file, %2$s the name of a format, as in «report-1». */
                 _ ("%1$s: format: expected “%2$s”, so this is not a report"), name, FORMAT);
  return FALSE;
}

static SlJsonInput *
open_report (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (SlJsonInput) input = sl_json_input_new (bytes, name, error);

  if (input == NULL || !check_format (input, name, error))
    return NULL;

  return g_steal_pointer (&input);
}

static char *
dup_member (SlJsonInput *input, JsonObject *object, const char *member)
{
  if (object == NULL)
    return g_strdup ("");

  return g_strdup (sl_json_input_string_or (input, object, member, MAX_NAME, ""));
}

gboolean
sl_report_read_origin (GBytes *bytes, const char *name, SlReportOrigin *origin, GError **error)
{
  g_autoptr (SlJsonInput) input = NULL;
  g_auto (SlReportOrigin) read = { 0 };
  JsonObject *program, *locale;

  g_return_val_if_fail (bytes != NULL && name != NULL && origin != NULL, FALSE);

  input = open_report (bytes, name, error);
  if (input == NULL)
    return FALSE;

  program = sl_json_input_object_or_null (input, sl_json_input_get_root (input), "program");
  locale = sl_json_input_object_or_null (input, sl_json_input_get_root (input), "locale");
  read.program = dup_member (input, program, "version");
  read.language = dup_member (input, locale, "language");
  read.messages = dup_member (input, locale, "messages");
  read.numeric = dup_member (input, locale, "numeric");
  if (!sl_json_input_finish (input, error))
    return FALSE;

  *origin = read;
  read = (SlReportOrigin) { 0 };

  return TRUE;
}

void
sl_report_origin_clear (SlReportOrigin *self)
{
  g_clear_pointer (&self->program, g_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->messages, g_free);
  g_clear_pointer (&self->numeric, g_free);
}

/* ---- what to compute from ---- */

typedef struct {
  const char *title;
  gint64 date;
  SlBoard board;
  JsonObject *prose; /* nullable */
  JsonObject *requirements;
} Inputs;

static gint64
read_date (SlJsonInput *input, JsonObject *root)
{
  const char *date = sl_json_input_string (input, root, "date", MAX_NAME);
  g_autoptr (GDateTime) time = date != NULL ? g_date_time_new_from_iso8601 (date, NULL) : NULL;

  if (date != NULL && time == NULL)
    sl_json_input_fault (input, "date", _ ("expected a date and time, as in %s"),
                         "2026-11-24T10:00:00Z");

  return time != NULL ? g_date_time_to_unix (time) : 0;
}

static const char *const prose_members[] = {
  "context", "participants", "notes", "outcome", NULL,
};

/* The members of a decision that are not the requirements' own would stand in it twice. */
static void
check_requirements (SlJsonInput *input, JsonObject *requirements)
{
  static const char *const reserved[] = { "format",    "program",  "title",      "catalogue",
                                          "snapshots", "declined", "catalogues", NULL };
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  sl_json_input_push (input, "requirements");
  json_object_iter_init_ordered (&iter, requirements);
  while (json_object_iter_next_ordered (&iter, &member, &node)) {
    if (g_strv_contains (reserved, member) || g_strv_contains (prose_members, member))
      sl_json_input_fault (input, member, _ ("expected nothing of this name here"));
  }
  sl_json_input_pop (input);
}

static void
check_prose (SlJsonInput *input, JsonObject *prose)
{
  sl_json_input_push (input, "prose");
  sl_json_input_only (input, prose, prose_members);
  sl_json_input_pop (input);
}

static gboolean
read_inputs (SlJsonInput *input, Inputs *inputs, GError **error)
{
  JsonObject *root = sl_json_input_get_root (input);
  const char *board = NULL;

  inputs->title = sl_json_input_string (input, root, "title", MAX_TEXT);
  inputs->date = read_date (input, root);
  board = sl_json_input_string_or (input, root, "board", MAX_NAME,
                                   sl_board_get_id (SL_BOARD_TECHNOLOGIES));
  if (!sl_board_from_id (board, &inputs->board))
    sl_json_input_fault (input, "board", _ ("expected “technologies”, “patterns” or “pairings”"));
  inputs->prose = sl_json_input_object_or_null (input, root, "prose");
  if (inputs->prose != NULL)
    check_prose (input, inputs->prose);
  inputs->requirements = sl_json_input_object (input, root, "requirements");
  if (inputs->requirements != NULL)
    check_requirements (input, inputs->requirements);

  return sl_json_input_finish (input, error);
}

static void
write_members (SlJsonWriter *json, JsonObject *object)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    sl_json_writer_add_node (json, member, node);
}

/* The inputs as the decision that they came from. */
static GBytes *
write_decision (SlCatalogue *catalogue, const Inputs *inputs)
{
  g_autoptr (SlJsonWriter) json = sl_json_writer_new ();

  sl_json_writer_begin_object (json, NULL);
  sl_json_writer_add_text (json, "format", "decision-1");
  sl_json_writer_add_text (json, "program", SL_VERSION);
  sl_json_writer_add_text (json, "title", "");
  sl_catalogue_write_identity (catalogue, json);
  if (inputs->prose != NULL)
    write_members (json, inputs->prose);
  write_members (json, inputs->requirements);
  sl_json_writer_end_object (json);

  return sl_json_writer_finish (json);
}

/* Whether a fault, after the name of the file, is about one of the members of the prose. */
static gboolean
is_about_prose (const char *fault)
{
  for (guint i = 0; prose_members[i] != NULL; i++) {
    if (g_str_has_prefix (fault, prose_members[i]))
      return TRUE;
  }

  return FALSE;
}

/* What is wrong in the decision is wrong in the requirements or in the prose. */
static void
move_faults (const char *name, GError **error)
{
  g_autoptr (GError) faults = g_steal_pointer (error);
  g_auto (GStrv) lines = g_strsplit (faults->message, "\n", -1);
  g_autofree char *prefix = g_strconcat (name, ": ", NULL);
  GString *message = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++) {
    if (i > 0)
      g_string_append_c (message, '\n');
    if (g_str_has_prefix (lines[i], prefix)) {
      const char *fault = lines[i] + strlen (prefix);

      g_string_append_printf (message, "%s%s.%s", prefix,
                              is_about_prose (fault) ? "prose" : "requirements", fault);
    } else {
      g_string_append (message, lines[i]);
    }
  }
  g_set_error_literal (error, faults->domain, faults->code, message->str);
  g_string_free (message, TRUE);
}

/* The report that comes out of the inputs. */
static GBytes *
compute (SlCatalogue *catalogue, const Inputs *inputs, const char *name, GError **error)
{
  g_autoptr (GBytes) document = write_decision (catalogue, inputs);
  g_autoptr (GError) fault = NULL;
  g_autoptr (SlDecision) decision = sl_decision_new_for_bytes (catalogue, document, name, &fault);
  g_autoptr (SlAnalysis) analysis = NULL;
  SlReportOptions options = { .title = inputs->title,
                              .date = inputs->date,
                              .board = inputs->board };

  if (decision == NULL) {
    move_faults (name, &fault);
    g_propagate_error (error, g_steal_pointer (&fault));
    return NULL;
  }

  analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  options.profile = sl_decision_get_profile (decision);
  if (inputs->prose != NULL)
    options.prose = sl_decision_get_prose (decision);

  return sl_report_new (analysis, &options, SL_REPORT_JSON, NULL, error);
}

/* ---- comparing ---- */

typedef struct {
  GString *place;
  gboolean other_language;
  guint n_compared;
  char *difference;   /* the first; nullable */
  GPtrArray *missing; /* of const char *: see is_newcomer (), each once */
} Comparison;

static char *
describe (JsonNode *node)
{
  g_autofree char *text = NULL;
  GString *number = NULL;

  if (node == NULL)
    return g_strdup (_ ("nothing"));
  if (JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("null");
  if (JSON_NODE_HOLDS_OBJECT (node))
    /* Translators: what stands at a place of a file, as in «found an object». */
    return g_strdup (_ ("an object"));
  if (JSON_NODE_HOLDS_ARRAY (node))
    /* Translators: what stands at a place of a file: a list of so many elements. */
    return g_strdup_printf (_ ("a list of %u"), json_array_get_length (json_node_get_array (node)));
  if (json_node_get_value_type (node) == G_TYPE_STRING) {
    text = sl_text_clean (json_node_get_string (node), MAX_QUOTED);
    /* Translators: quotation marks around a text. */
    return g_strdup_printf (_ ("“%s”"), text);
  }
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "true" : "false");

  number = g_string_new (NULL);
  sl_number_append (number, json_node_get_double (node));

  return g_string_free (number, FALSE);
}

static void
note_difference (Comparison *self, JsonNode *found, JsonNode *computed)
{
  g_autofree char *one = describe (found);
  g_autofree char *other = describe (computed);

  /* Translators: %1$s is a place in a file, then what was found there and what was computed. */
  self->difference = g_strdup_printf (_ ("%1$s: the report says %2$s, computed again it is %3$s"),
                                      self->place->str, one, other);
}

/* Texts that are in the language of people. */
static gboolean
is_words (const char *member)
{
  static const char *const members[] = { "headline",  "text",         "reasons",
                                         "name",      "best_name",    "summary",
                                         "sentences", "nearest_name", NULL };

  return g_strv_contains (members, member);
}

/* What a report of an earlier program does not have. */
static const char *const newcomers[] = { "locks",      "dominated_by", "relaxations",
                                         "ways_back",  "nearest_name", "nearest_value",
                                         "robustness", "sensitivity",  NULL };

static gboolean
is_newcomer (const char *member)
{
  return g_strv_contains (newcomers, member);
}

static void
note_missing (Comparison *self, const char *member)
{
  for (guint i = 0; newcomers[i] != NULL; i++) {
    if (g_str_equal (newcomers[i], member) && !g_ptr_array_find (self->missing, newcomers[i], NULL))
      g_ptr_array_add (self->missing, (gpointer) newcomers[i]);
  }
}

static gboolean compare (Comparison *self, JsonNode *found, JsonNode *computed);

static gboolean
compare_at (Comparison *self, const char *member, JsonNode *found, JsonNode *computed)
{
  gsize length = self->place->len;
  gboolean same = TRUE;

  /* What a stranger called a member goes to a terminal. */
  if (member[0] == '[') {
    g_string_append (self->place, member);
  } else {
    g_autofree char *clean = sl_text_clean (member, MAX_NAME);

    g_string_append_printf (self->place, "%s%s", length > 0 ? "." : "", clean);
  }
  if (found == NULL || computed == NULL) {
    note_difference (self, found, computed);
    return FALSE;
  }
  if (!self->other_language || !is_words (member))
    same = compare (self, found, computed);
  if (same)
    g_string_truncate (self->place, length);

  return same;
}

static gboolean
compare_objects (Comparison *self, JsonObject *found, JsonObject *computed)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, found);
  while (json_object_iter_next_ordered (&iter, &member, &node)) {
    if (!compare_at (self, member, node, json_object_get_member (computed, member)))
      return FALSE;
  }
  json_object_iter_init_ordered (&iter, computed);
  while (json_object_iter_next_ordered (&iter, &member, &node)) {
    if (json_object_has_member (found, member))
      continue;
    if (!is_newcomer (member))
      return compare_at (self, member, NULL, node);
    note_missing (self, member);
  }

  return TRUE;
}

static gboolean
compare_arrays (Comparison *self, JsonArray *found, JsonArray *computed)
{
  guint n_found = json_array_get_length (found);
  guint n_computed = json_array_get_length (computed);

  for (guint i = 0; i < MAX (n_found, n_computed); i++) {
    char member[24];

    g_snprintf (member, sizeof member, "[%u]", i);
    if (!compare_at (self, member, i < n_found ? json_array_get_element (found, i) : NULL,
                     i < n_computed ? json_array_get_element (computed, i) : NULL))
      return FALSE;
  }

  return TRUE;
}

static gboolean
is_number (JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  return type == G_TYPE_INT64 || type == G_TYPE_DOUBLE;
}

/* But for the last digits, in which another processor, compiler or program may round differently.
 * No count, rank or share of trials is that near to another. */
static gboolean
numbers_equal (double one, double other)
{
  return fabs (one - other) <= TOLERANCE * MAX (1, fabs (one));
}

static gboolean
values_equal (JsonNode *found, JsonNode *computed)
{
  if (is_number (found) && is_number (computed))
    return numbers_equal (json_node_get_double (found), json_node_get_double (computed));
  if (json_node_get_value_type (found) != json_node_get_value_type (computed))
    return FALSE;
  if (json_node_get_value_type (found) == G_TYPE_STRING)
    return g_str_equal (json_node_get_string (found), json_node_get_string (computed));

  return json_node_get_boolean (found) == json_node_get_boolean (computed);
}

/* As deep as what was read, which is SL_JSON_MAX_DEPTH at most. */
static gboolean
compare (Comparison *self, JsonNode *found, JsonNode *computed)
{
  gboolean same = FALSE;

  if (json_node_get_node_type (found) == json_node_get_node_type (computed)) {
    switch (json_node_get_node_type (found)) {
    case JSON_NODE_OBJECT:
      return compare_objects (self, json_node_get_object (found), json_node_get_object (computed));
    case JSON_NODE_ARRAY:
      return compare_arrays (self, json_node_get_array (found), json_node_get_array (computed));
    case JSON_NODE_VALUE:
      same = values_equal (found, computed);
      break;
    case JSON_NODE_NULL:
    default:
      same = TRUE;
    }
  }
  if (same)
    self->n_compared++;
  else
    note_difference (self, found, computed);

  return same;
}

/* ---- the catalogue ---- */

/* Another catalogue is the difference, whatever follows from it. */
static gboolean
compare_catalogue (SlCatalogue *catalogue,
                   SlJsonInput *input,
                   SlVerification *verification,
                   GError **error)
{
  JsonObject *object = sl_json_input_object (input, sl_json_input_get_root (input), "catalogue");
  const char *id = NULL, *version = NULL, *sha256 = NULL;

  if (object != NULL) {
    sl_json_input_push (input, "catalogue");
    id = sl_json_input_string (input, object, "id", MAX_NAME);
    version = sl_json_input_string (input, object, "version", MAX_NAME);
    sha256 = sl_json_input_string (input, object, "sha256", MAX_NAME);
    sl_json_input_pop (input);
  }
  if (!sl_json_input_finish (input, error))
    return FALSE;
  if (g_str_equal (sha256, sl_catalogue_get_sha256 (catalogue)))
    return TRUE;

  verification->other_catalogue = TRUE;
  verification->difference = g_strdup_printf (
      /* Translators: a place in a file, then name, version and checksum of two catalogues. */
      _ ("catalogue.sha256: the report was made with another catalogue (%1$s %2$s, SHA-256 %3$s) "
         "than this one (%4$s %5$s, SHA-256 %6$s)"),
      id, version, sha256, sl_catalogue_get_id (catalogue), sl_catalogue_get_version (catalogue),
      sl_catalogue_get_sha256 (catalogue));

  return TRUE;
}

/* ---- all of it ---- */

static gboolean
has_other_language (SlJsonInput *input)
{
  JsonObject *locale =
      sl_json_input_object_or_null (input, sl_json_input_get_root (input), "locale");

  return locale != NULL &&
         !g_str_equal (sl_json_input_string_or (input, locale, "language", MAX_NAME, ""),
                       sl_report_get_language ());
}

/* What only says who wrote it, and where. */
static void
drop_origin (JsonObject *root)
{
  json_object_remove_member (root, "program");
  json_object_remove_member (root, "locale");
}

static void
compare_all (JsonObject *found, JsonObject *computed, SlVerification *verification)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new_null_terminated (0, NULL, TRUE);
  Comparison comparison = { g_string_new (NULL), verification->other_language, 0, NULL, missing };

  drop_origin (found);
  drop_origin (computed);
  compare_objects (&comparison, found, computed);
  verification->n_compared = comparison.n_compared;
  verification->difference = comparison.difference;
  if (missing->len > 0)
    verification->missing = g_strjoinv (", ", (char **) missing->pdata);
  g_string_free (comparison.place, TRUE);
}

gboolean
sl_report_verify (SlCatalogue *catalogue,
                  GBytes *bytes,
                  const char *name,
                  SlVerification *verification,
                  GError **error)
{
  g_autoptr (SlJsonInput) input = NULL;
  g_autoptr (SlJsonInput) again = NULL;
  g_autoptr (GBytes) computed = NULL;
  Inputs inputs = { 0 };

  g_return_val_if_fail (catalogue != NULL && bytes != NULL, FALSE);
  g_return_val_if_fail (name != NULL && verification != NULL, FALSE);

  *verification = (SlVerification) { 0 };
  input = open_report (bytes, name, error);
  if (input == NULL || !compare_catalogue (catalogue, input, verification, error))
    return FALSE;
  if (verification->other_catalogue)
    return TRUE;

  verification->other_language = has_other_language (input);
  if (!read_inputs (input, &inputs, error))
    return FALSE;
  computed = compute (catalogue, &inputs, name, error);
  if (computed == NULL)
    return FALSE;
  again = sl_json_input_new (computed, name, error);
  if (again == NULL)
    return FALSE;

  compare_all (sl_json_input_get_root (input), sl_json_input_get_root (again), verification);

  return TRUE;
}

void
sl_verification_clear (SlVerification *self)
{
  g_clear_pointer (&self->difference, g_free);
  g_clear_pointer (&self->missing, g_free);
}
