/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/requirements.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include "catalogue/json-input.h"
#include "cli/message.h"

/* Of an id or a version in a file. */
#define MAX_TEXT 1000

typedef struct {
  const SlCommand *command;
  SlDecision *decision;
  SlCatalogue *catalogue;
} Target;

/* ---- reading ---- */

const char *
sl_get_input_name (const char *path)
{
  return strcmp (path, "-") == 0 ? _ ("standard input") : path;
}

GBytes *
sl_read_input (const char *path, SlExit *status)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = sl_input_read (path, &error);

  if (bytes == NULL)
    *status = sl_complain_error (error);
  return bytes;
}

SlCatalogue *
sl_options_load_catalogue (const SlOptions *options, SlExit *status)
{
  g_autoptr (GError) error = NULL;
  SlCatalogue *catalogue = options->catalogue != NULL
                               ? sl_catalogue_new_for_path (options->catalogue, &error)
                               : sl_catalogue_new (&error);

  if (catalogue == NULL)
    *status = sl_complain_error (error);
  return catalogue;
}

/* A decision says which catalogue it was made with. Another one may rank otherwise, which nobody
 * would expect of a file that did not change. */
static void
warn_other_catalogue (SlCatalogue *catalogue, GBytes *bytes, const char *name)
{
  g_autoptr (SlJsonInput) input = sl_json_input_new (bytes, name, NULL);
  JsonObject *origin =
      sl_json_input_object_or_null (input, sl_json_input_get_root (input), "catalogue");
  const char *id, *version, *sha256;

  if (origin == NULL)
    return;
  id = sl_json_input_string_or (input, origin, "id", MAX_TEXT, "");
  version = sl_json_input_string_or (input, origin, "version", MAX_TEXT, "");
  sha256 = sl_json_input_string_or (input, origin, "sha256", MAX_TEXT, "");
  if (strcmp (sha256, sl_catalogue_get_sha256 (catalogue)) != 0)
    sl_warn (
        /* Translators: a file, then the name and version of two catalogues */
        _ ("%s: made with another state of the catalogue (%s %s) than this one (%s %s), so the "
           "ranking may have changed"),
        name, id, version, sl_catalogue_get_id (catalogue), sl_catalogue_get_version (catalogue));
}

static SlDecision *
read_decision (SlCatalogue *catalogue, const char *path, SlExit *status)
{
  g_autoptr (GBytes) bytes = sl_read_input (path, status);
  g_autoptr (GError) error = NULL;
  const char *name = sl_get_input_name (path);
  SlDecision *decision;

  if (bytes == NULL)
    return NULL;
  decision = sl_decision_new_for_bytes (catalogue, bytes, name, &error);
  if (decision == NULL)
    *status = sl_complain_error (error);
  else if (sl_decision_get_origin (decision) == SL_ORIGIN_OTHER)
    warn_other_catalogue (catalogue, bytes, name);
  return decision;
}

/* ---- ids ---- */

/* Of const char *, NULL at the end: the ids in a list whose elements begin as Type does. */
#define COLLECT_IDS(list, Type, ids)                                                               \
  for (guint collected = 0; collected < (list)->len; collected++)                                  \
  g_ptr_array_add (ids, (gpointer) ((const Type *) g_ptr_array_index (list, collected))->id)

static SlExit
complain_id (Target *self, const char *clause, const char *id, GPtrArray *known, const char *kind)
{
  g_autofree char *lister = g_strdup_printf ("shortlist list %s", kind);

  g_ptr_array_add (known, NULL);
  return sl_complain_unknown (self->command, clause, id, (const char *const *) known->pdata,
                              lister);
}

static gboolean
complain_profile (Target *self, const char *id)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  g_autofree char *clause = g_strdup_printf (_ ("unknown profile “%s”"), id);

  COLLECT_IDS (sl_catalogue_get_profiles (self->catalogue), SlProfile, known);
  complain_id (self, clause, id, known, "profiles");
  return FALSE;
}

static gboolean
complain_fact (Target *self, const char *id)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  g_autofree char *clause = g_strdup_printf (_ ("unknown fact “%s”"), id);

  COLLECT_IDS (sl_catalogue_get_facts (self->catalogue), SlFact, known);
  complain_id (self, clause, id, known, "facts");
  return FALSE;
}

static gboolean
complain_criterion (Target *self, const char *id)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  g_autofree char *clause = g_strdup_printf (_ ("unknown pillar or criterion “%s”"), id);

  COLLECT_IDS (sl_catalogue_get_pillars (self->catalogue), SlPillar, known);
  COLLECT_IDS (sl_catalogue_get_criteria (self->catalogue), SlCriterion, known);
  complain_id (self, clause, id, known, "criteria");
  return FALSE;
}

/* ---- options ---- */

/* ID=VALUE in two. FALSE after a complaint. */
static gboolean
split (Target *self, const char *option, const char *text, char **id, const char **value)
{
  const char *equals = strchr (text, '=');

  if (equals != NULL && equals > text && equals[1] != '\0') {
    *id = g_strndup (text, (gsize) (equals - text));
    *value = equals + 1;
    return TRUE;
  }
  /* Translators: an option (--fact) and what was given to it */
  sl_complain_usage (self->command, _ ("--%s: expected ID=VALUE, found “%s”"), option, text);
  return FALSE;
}

static gboolean
apply_importance (Target *self, const char *text)
{
  g_autofree char *id = NULL;
  g_autofree char *what = NULL;
  const SlPillar *pillar;
  const SlCriterion *criterion;
  const char *value;
  double importance;

  if (!split (self, "importance", text, &id, &value))
    return FALSE;
  pillar = sl_catalogue_find_pillar (self->catalogue, id);
  criterion = sl_catalogue_find_criterion (self->catalogue, id);
  if (pillar == NULL && criterion == NULL)
    return complain_criterion (self, id);
  what = g_strdup_printf ("--importance %s", id);
  if (!sl_options_parse_number (self->command, what, value, 0, SL_IMPORTANCE_MAX, &importance))
    return FALSE;
  if (pillar != NULL)
    sl_decision_set_pillar_importance (self->decision, pillar, importance);
  else
    sl_decision_set_criterion_importance (self->decision, criterion, importance);
  return TRUE;
}

/* A number within 0..high for a pillar or a criterion, or «none», which is NAN. One of the two is
 * NULL then. */
static gboolean
parse_optional (Target *self,
                const char *option,
                const char *text,
                double high,
                const SlPillar **pillar,
                const SlCriterion **criterion,
                double *number)
{
  g_autofree char *id = NULL;
  g_autofree char *what = NULL;
  const char *value;

  if (!split (self, option, text, &id, &value))
    return FALSE;
  *pillar = sl_catalogue_find_pillar (self->catalogue, id);
  *criterion = sl_catalogue_find_criterion (self->catalogue, id);
  if (*pillar == NULL && *criterion == NULL)
    return complain_criterion (self, id);
  what = g_strdup_printf ("--%s %s", option, id);
  *number = NAN;
  return strcmp (value, "none") == 0 ||
         sl_options_parse_number (self->command, what, value, 0, high, number);
}

static gboolean
apply_minimum (Target *self, const char *text)
{
  const SlPillar *pillar;
  const SlCriterion *criterion;
  double minimum;

  if (!parse_optional (self, "minimum", text, SL_VALUE_MAX, &pillar, &criterion, &minimum))
    return FALSE;
  if (pillar != NULL)
    sl_decision_set_pillar_minimum (self->decision, pillar, minimum);
  else
    sl_decision_set_criterion_minimum (self->decision, criterion, minimum);
  return TRUE;
}

static gboolean
apply_lock (Target *self, const char *text)
{
  const SlPillar *pillar;
  const SlCriterion *criterion;
  double percent;

  if (!parse_optional (self, "lock", text, 100, &pillar, &criterion, &percent))
    return FALSE;
  if (pillar != NULL)
    sl_decision_set_pillar_lock (self->decision, pillar, percent / 100);
  else
    sl_decision_set_criterion_lock (self->decision, criterion, percent / 100);
  return TRUE;
}

static gboolean
parse_boolean (Target *self, const SlFact *fact, const char *text, double *value)
{
  static const char *const yes[] = { "on", "yes", "true", "1", NULL };
  static const char *const no[] = { "off", "no", "false", "0", NULL };
  g_autofree char *lower = g_ascii_strdown (text, -1);

  if (g_strv_contains (yes, lower) || g_strv_contains (no, lower)) {
    *value = g_strv_contains (yes, lower);
    return TRUE;
  }
  sl_complain_usage (self->command, _ ("--fact %s: expected on or off, found “%s”"), fact->id,
                     text);
  return FALSE;
}

static gboolean
parse_choice (Target *self, const SlFact *fact, const char *text, double *value)
{
  int choice = sl_fact_find_choice (fact, text);
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  g_autofree char *clause = NULL;

  *value = choice;
  if (choice >= 0)
    return TRUE;
  /* Translators: the id of a fact and what was given to it */
  clause = g_strdup_printf (_ ("--fact %s does not know “%s”"), fact->id, text);
  COLLECT_IDS (fact->choices, SlChoice, known);
  g_ptr_array_add (known, NULL);
  sl_complain_unknown (self->command, clause, text, (const char *const *) known->pdata, NULL);
  return FALSE;
}

static gboolean
parse_fact (Target *self, const SlFact *fact, const char *text, double *value)
{
  g_autofree char *what = g_strdup_printf ("--fact %s", fact->id);

  switch (fact->type) {
  case SL_FACT_BOOLEAN:
    return parse_boolean (self, fact, text, value);
  case SL_FACT_CHOICE:
    return parse_choice (self, fact, text, value);
  case SL_FACT_NUMBER:
  default:
    return sl_options_parse_number (self->command, what, text, fact->minimum, fact->maximum, value);
  }
}

static gboolean
apply_fact (Target *self, const char *text)
{
  g_autofree char *id = NULL;
  const SlFact *fact;
  const char *value;
  double number;

  if (!split (self, "fact", text, &id, &value))
    return FALSE;
  fact = sl_catalogue_find_fact (self->catalogue, id);
  if (fact == NULL)
    return complain_fact (self, id);
  if (!parse_fact (self, fact, value, &number))
    return FALSE;
  sl_decision_set_fact (self->decision, fact, number);
  return TRUE;
}

static gboolean
apply_profile (Target *self, const char *id)
{
  const SlProfile *profile = sl_catalogue_find_profile (self->catalogue, id);

  if (profile == NULL)
    return complain_profile (self, id);
  sl_decision_apply_profile (self->decision, profile);
  return TRUE;
}

const char *const *
sl_list_method_ids (void)
{
  static const char *ids[SL_N_METHODS + 1];

  for (int i = 0; i < SL_N_METHODS; i++)
    ids[i] = sl_method_get_id ((SlMethod) i);
  return ids;
}

const char *const *
sl_list_board_ids (void)
{
  static const char *ids[SL_N_BOARDS + 1];

  for (int i = 0; i < SL_N_BOARDS; i++)
    ids[i] = sl_board_get_id ((SlBoard) i);
  return ids;
}

static gboolean
apply_method (Target *self, const char *id)
{
  int method = sl_options_choose (self->command, "method", id, sl_list_method_ids (), 0);

  if (method == -1)
    return FALSE;
  sl_decision_set_method (self->decision, (SlMethod) method);
  return TRUE;
}

static gboolean
apply_each (Target *self, char **texts, gboolean (*apply) (Target *self, const char *text))
{
  for (gsize i = 0; texts != NULL && texts[i] != NULL; i++)
    if (!apply (self, texts[i]))
      return FALSE;
  return TRUE;
}

static gboolean
apply_all (Target *self, const SlOptions *options)
{
  return (options->profile == NULL || apply_profile (self, options->profile)) &&
         (options->method == NULL || apply_method (self, options->method)) &&
         apply_each (self, options->importance, apply_importance) &&
         apply_each (self, options->facts, apply_fact) &&
         apply_each (self, options->minimums, apply_minimum) &&
         apply_each (self, options->locks, apply_lock);
}

static void
use_weights_of (SlDecision *decision, const char *name)
{
  const SlProse *prose = sl_decision_get_prose (decision);
  const SlParticipant *participant;
  guint index;

  if (name == NULL || !sl_prose_find_participant (prose, name, &index))
    return;
  participant = g_ptr_array_index (prose->participants, index);
  if (participant->importance != NULL)
    sl_decision_set_importance (decision, participant->importance);
}

SlDecision *
sl_options_load_decision_of (const SlCommand *command,
                             const SlOptions *options,
                             const char *name,
                             SlExit *status)
{
  g_autoptr (SlCatalogue) catalogue = NULL;
  g_autoptr (SlDecision) decision = NULL;
  Target target;

  if (sl_options_count_arguments (options) > 1) {
    *status = sl_complain_usage (command, _ ("expected one decision, found “%s” too"),
                                 options->arguments[1]);
    return NULL;
  }
  catalogue = sl_options_load_catalogue (options, status);
  if (catalogue == NULL)
    return NULL;
  decision = options->arguments != NULL ? read_decision (catalogue, options->arguments[0], status)
                                        : sl_decision_new (catalogue);
  if (decision == NULL)
    return NULL;
  /* A decision brings its own; who names another one wants that. */
  if (options->catalogue != NULL)
    sl_decision_adopt_catalogue (decision, catalogue);
  use_weights_of (decision, name);
  target = (Target) { command, decision, sl_decision_get_catalogue (decision) };
  if (apply_all (&target, options))
    return g_steal_pointer (&decision);
  *status = SL_EXIT_USAGE;
  return NULL;
}

SlDecision *
sl_options_load_decision (const SlCommand *command, const SlOptions *options, SlExit *status)
{
  return sl_options_load_decision_of (command, options, NULL, status);
}

SlDecision *
sl_options_load_board (const SlCommand *command,
                       const SlOptions *options,
                       SlBoard *board,
                       SlExit *status)
{
  int chosen = sl_options_choose (command, "board", options->board, sl_list_board_ids (),
                                  SL_BOARD_TECHNOLOGIES);

  if (chosen == -1) {
    *status = SL_EXIT_USAGE;
    return NULL;
  }
  *board = (SlBoard) chosen;
  return sl_options_load_decision (command, options, status);
}

SlExit
sl_complain_nobody (void)
{
  sl_complain (_ ("no alternative meets the requirements"));
  return SL_EXIT_INPUT;
}
