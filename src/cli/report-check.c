/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/report-check.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include "analysis/analysis.h"
#include "catalogue/json-input.h"

#define FORMAT "report-1"
#define MAX_TEXT 2000
#define MAX_ENTRIES 100000
/* Weights add up to 1 but for the last digits. */
#define WEIGHT_TOLERANCE 1e-6

/* Every member of the object is a number from low to high. Returns their sum. */
static double
check_numbers (SlJsonInput *input, JsonObject *parent, const char *member, double low, double high)
{
  JsonObject *object = sl_json_input_object (input, parent, member);
  g_autoptr (GList) names = object != NULL ? json_object_get_members (object) : NULL;
  double sum = 0;

  sl_json_input_push (input, member);
  for (const GList *l = names; l != NULL; l = l->next)
    sum += sl_json_input_number (input, object, l->data, low, high);
  sl_json_input_pop (input);
  return sum;
}

static void
check_texts (SlJsonInput *input, JsonObject *parent, const char *member, const char *const *names)
{
  JsonObject *object = sl_json_input_object (input, parent, member);

  if (object == NULL)
    return;
  sl_json_input_push (input, member);
  for (gsize i = 0; names[i] != NULL; i++)
    sl_json_input_string (input, object, names[i], MAX_TEXT);
  sl_json_input_pop (input);
}

static void
check_requirements (SlJsonInput *input, JsonObject *root)
{
  JsonObject *requirements = sl_json_input_object (input, root, "requirements");
  const char *method;
  SlMethod known;

  if (requirements == NULL)
    return;
  sl_json_input_push (input, "requirements");
  method = sl_json_input_string (input, requirements, "method", MAX_TEXT);
  if (method != NULL && !sl_method_from_id (method, &known, NULL))
    sl_json_input_fault (input, "method",
                         _ ("expected “additive”, “geometric”, “topsis”, “vikor” or “promethee”"));
  check_numbers (input, requirements, "importance", 0, SL_IMPORTANCE_MAX);
  sl_json_input_object (input, requirements, "facts");
  check_numbers (input, requirements, "minimums", 0, SL_VALUE_MAX);
  if (json_object_has_member (requirements, "locks"))
    check_numbers (input, requirements, "locks", 0, 1);
  sl_json_input_array (input, requirements, "overrides");
  sl_json_input_pop (input);
}

static void
check_alternative (SlJsonInput *input, JsonObject *alternative)
{
  gboolean excluded = sl_json_input_boolean_or (input, alternative, "excluded", FALSE);

  sl_json_input_string (input, alternative, "id", MAX_TEXT);
  sl_json_input_string (input, alternative, "name", MAX_TEXT);
  sl_json_input_number (input, alternative, "score", -100, 100);
  if (!excluded)
    sl_json_input_number (input, alternative, "rank", 1, MAX_ENTRIES);
  else if (json_object_has_member (alternative, "rank") &&
           !json_object_get_null_member (alternative, "rank"))
    sl_json_input_fault (input, "rank", _ ("expected null, since this one is excluded"));
  sl_json_input_array (input, alternative, "reasons");
  check_numbers (input, alternative, "values", 0, SL_VALUE_MAX);
}

static void
check_alternatives (SlJsonInput *input, JsonObject *board)
{
  JsonArray *alternatives = sl_json_input_array (input, board, "alternatives");
  guint n = alternatives != NULL ? json_array_get_length (alternatives) : 0;

  sl_json_input_push (input, "alternatives");
  for (guint i = 0; i < n; i++) {
    JsonObject *alternative;

    sl_json_input_push_index (input, i);
    alternative = sl_json_input_element_object (input, alternatives, i);
    if (alternative != NULL)
      check_alternative (input, alternative);
    sl_json_input_pop (input);
  }
  sl_json_input_pop (input);
}

static void
check_boards (SlJsonInput *input, JsonObject *root)
{
  JsonObject *boards = sl_json_input_object (input, root, "boards");

  if (boards == NULL)
    return;
  sl_json_input_push (input, "boards");
  for (int i = 0; i < SL_N_BOARDS; i++) {
    const char *id = sl_board_get_id ((SlBoard) i);
    JsonObject *board = sl_json_input_object (input, boards, id);

    if (board == NULL)
      continue;
    sl_json_input_push (input, id);
    if (fabs (check_numbers (input, board, "weights", 0, 1) - 1) > WEIGHT_TOLERANCE &&
        json_object_has_member (board, "weights"))
      sl_json_input_fault (input, "weights", _ ("expected weights that add up to 1"));
    check_alternatives (input, board);
    sl_json_input_pop (input);
  }
  sl_json_input_pop (input);
}

/* ---- how sure it is ---- */

/* NULL where nobody is ranked, and in a report of an earlier program. */
static JsonObject *
get_certainty (SlJsonInput *input, JsonObject *root, const char *member)
{
  if (!json_object_has_member (root, member) || json_object_get_null_member (root, member))
    return NULL;
  return sl_json_input_object (input, root, member);
}

/* Each element is a share. Returns their sum. */
static double
check_shares (SlJsonInput *input, JsonArray *shares)
{
  guint n = shares != NULL ? json_array_get_length (shares) : 0;
  double sum = 0;

  for (guint i = 0; i < n; i++) {
    sl_json_input_push_index (input, i);
    sum += sl_json_input_element_number (input, shares, i, 0, 1);
    sl_json_input_pop (input);
  }
  return sum;
}

static void
check_indices (SlJsonInput *input, JsonObject *indices, guint n)
{
  JsonArray *acceptability = sl_json_input_array (input, indices, "acceptability");
  double sum;

  sl_json_input_string (input, indices, "id", MAX_TEXT);
  sl_json_input_number (input, indices, "expected_rank", 1, MAX_ENTRIES);
  if (acceptability == NULL)
    return;
  sl_json_input_push (input, "acceptability");
  sum = check_shares (input, acceptability);
  sl_json_input_pop (input);
  if (json_array_get_length (acceptability) != n || fabs (sum - 1) > WEIGHT_TOLERANCE)
    sl_json_input_fault (input, "acceptability",
                         _ ("expected a share of each place, which add up to 1"));
}

static void
check_robustness (SlJsonInput *input, JsonObject *root)
{
  JsonObject *robustness = get_certainty (input, root, "robustness");
  JsonArray *alternatives;
  guint n;

  if (robustness == NULL)
    return;
  sl_json_input_push (input, "robustness");
  sl_json_input_string (input, robustness, "board", MAX_TEXT);
  sl_json_input_string (input, robustness, "verdict", MAX_TEXT);
  sl_json_input_number (input, robustness, "samples", 1, SL_SAMPLES_MAX);
  sl_json_input_number (input, robustness, "seed", 0, SL_SEED_MAX);
  sl_json_input_array (input, robustness, "pairwise_winning");
  alternatives = sl_json_input_array (input, robustness, "alternatives");
  n = alternatives != NULL ? json_array_get_length (alternatives) : 0;
  sl_json_input_push (input, "alternatives");
  for (guint i = 0; i < n; i++) {
    JsonObject *indices;

    sl_json_input_push_index (input, i);
    indices = sl_json_input_element_object (input, alternatives, i);
    if (indices != NULL)
      check_indices (input, indices, n);
    sl_json_input_pop (input);
  }
  sl_json_input_pop (input);
  sl_json_input_pop (input);
}

static void
check_interval (SlJsonInput *input, JsonObject *intervals, const char *member)
{
  JsonObject *interval = sl_json_input_object (input, intervals, member);

  if (interval == NULL)
    return;
  sl_json_input_push (input, member);
  sl_json_input_number (input, interval, "low", 0, 1);
  sl_json_input_number (input, interval, "weight", 0, 1);
  sl_json_input_number (input, interval, "high", 0, 1);
  sl_json_input_pop (input);
}

static void
check_sensitivity (SlJsonInput *input, JsonObject *root)
{
  static const char *const kinds[] = { "pillars", "criteria" };
  JsonObject *sensitivity = get_certainty (input, root, "sensitivity");

  if (sensitivity == NULL)
    return;
  sl_json_input_push (input, "sensitivity");
  sl_json_input_string (input, sensitivity, "board", MAX_TEXT);
  sl_json_input_string (input, sensitivity, "winner", MAX_TEXT);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    JsonObject *intervals = sl_json_input_object (input, sensitivity, kinds[i]);
    g_autoptr (GList) names = intervals != NULL ? json_object_get_members (intervals) : NULL;

    sl_json_input_push (input, kinds[i]);
    for (const GList *l = names; l != NULL; l = l->next)
      check_interval (input, intervals, l->data);
    sl_json_input_pop (input);
  }
  sl_json_input_array (input, sensitivity, "challengers");
  sl_json_input_array (input, sensitivity, "doubts");
  sl_json_input_pop (input);
}

/* ---- all of it ---- */

static gboolean
check_format (SlJsonInput *input, const char *name, GError **error)
{
  const char *format =
      sl_json_input_string_or (input, sl_json_input_get_root (input), "format", MAX_TEXT, "");

  if (strcmp (format, FORMAT) == 0)
    return TRUE;
  g_set_error (error, SL_INPUT_ERROR, SL_INPUT_ERROR_FORMAT,
               /* Translators: a file, and the names of two formats, as in «report-1» */
               _ ("%s: format: expected “%s”, found “%s”"), name, FORMAT, format);
  return FALSE;
}

gboolean
sl_cli_check_report (GBytes *bytes, const char *name, GError **error)
{
  static const char *const program[] = { "name", "version", NULL };
  static const char *const catalogue[] = { "id", "version", "sha256", NULL };
  g_autoptr (SlJsonInput) input = sl_json_input_new (bytes, name, error);
  JsonObject *root;

  if (input == NULL || !check_format (input, name, error))
    return FALSE;
  root = sl_json_input_get_root (input);
  sl_json_input_string (input, root, "date", MAX_TEXT);
  sl_json_input_string (input, root, "title", MAX_TEXT);
  check_texts (input, root, "program", program);
  check_texts (input, root, "catalogue", catalogue);
  check_requirements (input, root);
  check_boards (input, root);
  check_robustness (input, root);
  check_sensitivity (input, root);
  return sl_json_input_finish (input, error);
}
