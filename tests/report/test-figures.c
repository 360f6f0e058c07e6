/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The paper says what the file for programs says: the figures of the JSON report that people look
 * for are found, as they are written for people, in the text of the PDF report, on the line of what
 * they are about. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "support.h"

/* How much of the longer lists is on paper. */
#define MAX_PLACES 10
#define MAX_DOUBTS 8

typedef struct {
  JsonNode *root;
  SlCatalogue *catalogue;
  char *flow;   /* all words, each after one space */
  char **lines; /* as they stand on the pages */
} Reports;

/* All white space, of any width, is one space. */
static char *
squeeze (const char *text)
{
  GString *squeezed = g_string_new (" ");

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (!g_unichar_isspace (c))
      g_string_append_unichar (squeezed, c);
    else if (squeezed->str[squeezed->len - 1] != ' ')
      g_string_append_c (squeezed, ' ');
  }
  g_string_append_c (squeezed, ' ');

  return g_string_free (squeezed, FALSE);
}

static void
read_reports (Reports *self, SlDecision *decision)
{
  SlReportOptions options = test_options (decision);
  g_autoptr (GBytes) json = test_report (decision, &options, SL_REPORT_JSON);
  g_autoptr (GBytes) pdf = test_report (decision, &options, SL_REPORT_PDF);
  char *path = test_write (pdf, ".pdf");
  g_autofree char *flow = TEST_RUN ("pdftotext", path, "-");
  g_autofree char *layout = TEST_RUN ("pdftotext", "-layout", path, "-");

  self->root = test_parse (json);
  self->catalogue = sl_catalogue_ref (sl_decision_get_catalogue (decision));
  self->flow = squeeze (flow);
  self->lines = g_strsplit_set (layout, "\n\f", -1);
  for (guint i = 0; self->lines[i] != NULL; i++) {
    char *line = squeeze (self->lines[i]);

    g_free (self->lines[i]);
    self->lines[i] = line;
  }
  test_remove (path);
}

static void
reports_clear (Reports *self)
{
  json_node_unref (self->root);
  sl_catalogue_unref (self->catalogue);
  g_free (self->flow);
  g_strfreev (self->lines);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reports, reports_clear)

static JsonObject *
get_object (const Reports *self, const char *member)
{
  return json_object_get_object_member (json_node_get_object (self->root), member);
}

/* ---- finding ---- */

/* The whole number, not a part of another one. */
static gboolean
has_figure (const char *text, const char *figure)
{
  for (const char *at = strstr (text, figure); at != NULL; at = strstr (at + 1, figure)) {
    const char *after = at + strlen (figure);

    if (at > text && !g_ascii_isdigit (at[-1]) && at[-1] != '.' && !g_ascii_isdigit (*after) &&
        *after != '.')
      return TRUE;
  }

  return FALSE;
}

/* What is on a line after a name, be the last word of that on the next line; NULL: not there. */
static const char *
find_name (const Reports *self, guint line, const char *name)
{
  g_autofree char *subject = squeeze (name);
  g_autofree char *begin = g_strdup (subject);
  const char *at = strstr (self->lines[line], subject);
  char *last;

  /* The last letter of what was found may be the space before a figure. */
  if (at != NULL)
    return at + strlen (subject) - 1;

  begin[strlen (begin) - 1] = '\0';
  last = strrchr (begin, ' ');
  if (last == begin || self->lines[line + 1] == NULL ||
      strstr (self->lines[line + 1], subject + (last - begin)) == NULL)
    return NULL;
  last[1] = '\0';
  at = strstr (self->lines[line], begin);

  return at != NULL ? at + strlen (begin) - 1 : NULL;
}

/* On a line that names what it is about, after the name. Takes the figure. */
static void
expect_on_line (const Reports *self, const char *name, const char *other, char *figure)
{
  g_autofree char *owned = figure;
  GString *closed = g_string_new (figure);

  /* pdftotext leaves out a narrow space here and there. */
  g_string_replace (closed, " ", "", 0);
  for (guint i = 0; self->lines[i] != NULL; i++) {
    const char *at = find_name (self, i, name);

    if (at == NULL || (other != NULL && strstr (at, other) == NULL))
      continue;
    if (has_figure (at, figure) || has_figure (at, closed->str)) {
      g_string_free (closed, TRUE);
      return;
    }
  }
  fail_msg ("%s is nowhere on a line of %s", figure, name);
}

static void
expect_text (const Reports *self, const char *text)
{
  g_autofree char *squeezed = squeeze (text);

  if (strstr (self->flow, squeezed) == NULL)
    fail_msg ("nowhere: %s", text);
}

/* As they are written. */
static char *
write_points (double number)
{
  return g_strdup_printf ("%.1f", number);
}

static char *
write_weight (double share)
{
  return share > 0 && share < 0.0995 ? g_strdup_printf ("%.1f %%", 100 * share)
                                     : g_strdup_printf ("%.0f %%", 100 * share);
}

static char *
write_share (double share)
{
  if (share > 0 && share < 0.01)
    return g_strdup ("<1 %");
  if (share > 0.99 && share < 1)
    return g_strdup (">99 %");

  return g_strdup_printf ("%.0f %%", 100 * share);
}

static char *
write_lead (double points)
{
  double rounded = round (points * 10) / 10;

  return rounded > 0   ? g_strdup_printf ("+%.1f", rounded)
         : rounded < 0 ? g_strdup_printf ("−%.1f", -rounded)
                       : g_strdup ("0.0");
}

/* ---- rankings ---- */

static void
check_alternative (const Reports *self, JsonObject *alternative)
{
  const char *name = json_object_get_string_member (alternative, "name");
  JsonObject *values = json_object_get_object_member (alternative, "values");
  JsonObject *contributions = json_object_get_object_member (alternative, "contributions");
  const GPtrArray *pillars = sl_catalogue_get_pillars (self->catalogue);
  g_autofree double *sums = g_new0 (double, pillars->len);
  JsonObjectIter iter;
  const char *id;
  JsonNode *node;

  expect_on_line (self, name, NULL,
                  write_points (json_object_get_double_member (alternative, "score")));
  json_object_iter_init_ordered (&iter, values);
  while (json_object_iter_next_ordered (&iter, &id, &node)) {
    const SlCriterion *criterion = sl_catalogue_find_criterion (self->catalogue, id);

    expect_on_line (self, name, NULL, g_strdup_printf ("%.0f", json_node_get_double (node)));
    sums[criterion->pillar->index] += json_object_get_double_member (contributions, id);
  }
  if (json_object_get_boolean_member (alternative, "excluded"))
    return;

  expect_on_line (self, name, NULL, write_points (sums[0]));
  for (guint i = 1; i < pillars->len; i++)
    expect_on_line (self, name, NULL, write_points (sums[i]));
}

static void
check_board (const Reports *self, const char *board)
{
  JsonObject *object = json_object_get_object_member (get_object (self, "boards"), board);
  JsonArray *alternatives = json_object_get_array_member (object, "alternatives");
  JsonObjectIter iter;
  const char *id;
  JsonNode *node;

  for (guint i = 0; i < json_array_get_length (alternatives); i++)
    check_alternative (self, json_array_get_object_element (alternatives, i));
  json_object_iter_init_ordered (&iter, json_object_get_object_member (object, "weights"));
  while (json_object_iter_next_ordered (&iter, &id, &node))
    expect_on_line (self, sl_catalogue_find_criterion (self->catalogue, id)->name, NULL,
                    write_weight (json_node_get_double (node)));
}

static void
check_prices (const Reports *self)
{
  JsonArray *prices = json_object_get_array_member (get_object (self, "prices"), "technologies");

  for (guint i = 0; i < json_array_get_length (prices); i++) {
    JsonObject *price = json_array_get_object_element (prices, i);

    expect_text (self, json_object_get_string_member (price, "text"));
    if (!json_object_get_null_member (price, "best_score")) {
      g_autofree char *best =
          g_strdup_printf ("%s (%.1f)", json_object_get_string_member (price, "best_name"),
                           json_object_get_double_member (price, "best_score"));

      expect_text (self, best);
    }
  }
}

/* ---- how sure it is ---- */

static void
check_indices (const Reports *self, JsonObject *indices, const char *name, gboolean with_places)
{
  JsonArray *shares = json_object_get_array_member (indices, "acceptability");

  for (guint r = 0; with_places && r < MIN (json_array_get_length (shares), MAX_PLACES); r++) {
    double share = json_array_get_double_element (shares, r);

    if (share > 0)
      expect_on_line (self, name, NULL, write_share (share));
  }
  expect_on_line (self, name, NULL, write_share (json_array_get_double_element (shares, 0)));
  expect_on_line (self, name, NULL,
                  write_points (json_object_get_double_member (indices, "expected_rank")));
  expect_on_line (self, name, NULL,
                  write_points (json_object_get_double_member (indices, "score_low")));
  expect_on_line (self, name, NULL,
                  write_points (json_object_get_double_member (indices, "score_high")));
  if (!json_object_get_null_member (indices, "confidence_factor"))
    expect_on_line (self, name, NULL,
                    write_share (json_object_get_double_member (indices, "confidence_factor")));
}

static void
check_robustness (const Reports *self)
{
  JsonObject *robustness = get_object (self, "robustness");
  JsonArray *alternatives = json_object_get_array_member (robustness, "alternatives");
  JsonArray *sentences = json_object_get_array_member (robustness, "sentences");

  for (guint i = 0; i < json_array_get_length (sentences); i++)
    expect_text (self, json_array_get_string_element (sentences, i));
  for (guint i = 0; i < json_array_get_length (alternatives); i++) {
    JsonObject *indices = json_array_get_object_element (alternatives, i);
    const SlAlternative *alternative = sl_catalogue_find_alternative (
        self->catalogue, json_object_get_string_member (indices, "id"));

    check_indices (self, indices, alternative->name, i < MAX_PLACES);
  }
}

static void
check_end (const Reports *self, JsonObject *interval, const char *name, const char *end)
{
  g_autofree char *challenger = g_strconcat (end, "_challenger", NULL);

  if (!json_object_get_null_member (interval, challenger))
    expect_on_line (self, name, NULL, write_weight (json_object_get_double_member (interval, end)));
}

/* On paper, what no value does is said once of all of them. */
static void
check_challenger (const Reports *self, JsonObject *challenger)
{
  const char *text = json_object_get_string_member (challenger, "text");
  const char *none = strstr (text, " No single value");
  g_autofree char *weights = g_strndup (text, none != NULL ? (gsize) (none - text) : strlen (text));

  expect_text (self, weights);
}

static void
check_sensitivity (const Reports *self)
{
  JsonObject *sensitivity = get_object (self, "sensitivity");
  JsonArray *challengers = json_object_get_array_member (sensitivity, "challengers");
  JsonArray *doubts = json_object_get_array_member (sensitivity, "doubts");
  JsonObjectIter iter;
  const char *id;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, json_object_get_object_member (sensitivity, "criteria"));
  while (json_object_iter_next_ordered (&iter, &id, &node)) {
    const char *name = sl_catalogue_find_criterion (self->catalogue, id)->name;

    check_end (self, json_node_get_object (node), name, "low");
    check_end (self, json_node_get_object (node), name, "high");
  }
  for (guint i = 0; i < MIN (json_array_get_length (challengers), MAX_PLACES); i++)
    check_challenger (self, json_array_get_object_element (challengers, i));
  for (guint i = 0; i < MIN (json_array_get_length (doubts), MAX_DOUBTS); i++) {
    JsonObject *doubt = json_array_get_object_element (doubts, i);
    const char *name = sl_catalogue_find_criterion (
                           self->catalogue, json_object_get_string_member (doubt, "criterion"))
                           ->name;
    const char *other = sl_catalogue_find_alternative (
                            self->catalogue, json_object_get_string_member (doubt, "alternative"))
                            ->name;

    expect_on_line (self, name, other,
                    g_strdup_printf ("%.0f", json_object_get_double_member (doubt, "mode")));
    expect_on_line (self, name, other,
                    write_lead (json_object_get_double_member (doubt, "low_margin")));
    expect_on_line (self, name, other,
                    write_lead (json_object_get_double_member (doubt, "high_margin")));
  }
}

/* ---- the tests ---- */

static void
check (SlDecision *decision)
{
  g_auto (Reports) reports = { 0 };

  read_reports (&reports, decision);
  check_board (&reports, "technologies");
  check_board (&reports, "patterns");
  check_prices (&reports);
  check_robustness (&reports);
  check_sensitivity (&reports);
}

static void
test_decision (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();

  check (decision);
}

static void
test_sample (void **state)
{
  g_autofree char *path = g_build_filename (TEST_SOURCES, "data", "sample.shortlist", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCatalogue) catalogue = sl_catalogue_new (&error);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SlDecision) decision = NULL;
  gsize length;

  assert_non_null (catalogue);
  assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new (text, length);
  decision = sl_decision_new_for_bytes (catalogue, bytes, path, &error);
  assert_null (error);
  check (decision);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_decision),
    cmocka_unit_test (test_sample),
  };

  return cmocka_run_group_tests_name ("figures", tests, NULL, NULL);
}
