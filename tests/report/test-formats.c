/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is left of the formats beside PDF and JSON, which have tests of their own. */

#include "config.h"

#include <string.h>

#include "analysis/certainty.h"
#include "analysis/people.h"
#include "report/report.h"
#include "support.h"

static char *
write_text (SlDecision *decision, const SlReportOptions *options, SlReportFormat format)
{
  g_autoptr (GBytes) bytes = test_report (decision, options, format);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* check-markup.py tells whether it is well formed and accessible. */
static void
check_markup (SlDecision *decision, const SlReportOptions *options, SlReportFormat format)
{
  g_autoptr (GBytes) bytes = test_report (decision, options, format);
  g_autofree char *suffix = g_strconcat (".", sl_report_format_get_id (format), NULL);
  g_autofree char *checker =
      g_build_filename (TEST_SOURCES, "tests", "report", "check-markup.py", NULL);
  char *path = test_write (bytes, suffix);
  g_autofree char *out = TEST_RUN ("python3", checker, path);

  test_remove (path);
}

static const char *const awkward_titles[] = {
  "",
  "<script>alert(1)</script> & \"quotes\" 'too'",
  "]]> --> </style></title>",
  "مثال على قرار طويل جدا",
  "数据平台的后端技术选择",
  "a\001\n\xff\uffff b",
  "=cmd|' /C calc'!A0",
  "# * [x](javascript:x) `code` | --- <!--",
};

/* ---- all of them ---- */

static void
test_deterministic (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  SlReportOptions options = test_options (decision);

  for (SlReportFormat format = SL_REPORT_PDF; format < SL_N_REPORT_FORMATS; format++) {
    g_autoptr (GBytes) one = test_report (decision, &options, format);
    g_autoptr (GBytes) other = test_report (decision, &options, format);

    assert_true (g_bytes_get_size (one) > 1000);
    assert_true (g_bytes_equal (one, other));
  }
}

static void
test_cancelled (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  SlReportOptions options = test_options (decision);

  g_cancellable_cancel (cancellable);
  for (SlReportFormat format = SL_REPORT_PDF; format < SL_N_REPORT_FORMATS; format++) {
    g_autoptr (GError) error = NULL;

    assert_null (sl_report_new (analysis, &options, format, cancellable, &error));
    assert_true (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  }
}

static void
test_format_from_path (void **state)
{
  for (SlReportFormat format = SL_REPORT_PDF; format < SL_N_REPORT_FORMATS; format++) {
    g_autofree char *path = g_strconcat ("/tmp/a.b/c.", sl_report_format_get_id (format), NULL);
    SlReportFormat found;

    assert_true (sl_report_format_from_path (path, &found));
    assert_int_equal (found, format);
  }
}

/* ---- HTML and SVG ---- */

static void
test_html (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  SlReportOptions options = test_options (decision);

  for (SlBoard board = SL_BOARD_TECHNOLOGIES; board < SL_N_BOARDS; board++) {
    options.board = board;
    check_markup (decision, &options, SL_REPORT_HTML);
    check_markup (decision, &options, SL_REPORT_SVG);
  }
}

static void
test_large (void **state)
{
  g_autoptr (SlDecision) decision = test_large_decision_new ();
  SlReportOptions options = test_options (decision);

  check_markup (decision, &options, SL_REPORT_HTML);
  check_markup (decision, &options, SL_REPORT_SVG);
}

static void
test_markup_of_titles (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();

  for (guint i = 0; i < G_N_ELEMENTS (awkward_titles); i++) {
    SlReportOptions options = test_options (decision);

    options.title = awkward_titles[i];
    check_markup (decision, &options, SL_REPORT_HTML);
    check_markup (decision, &options, SL_REPORT_SVG);
  }
}

/* What was left out is not there, and nothing leads to it. */
static void
test_sections (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  SlReportOptions options = test_options (decision);
  g_autofree char *whole = write_text (decision, &options, SL_REPORT_HTML);
  g_autofree char *part = NULL;

  assert_non_null (strstr (whole, "id=\"values\""));
  assert_non_null (strstr (whole, "#source-1\""));
  options.omitted = 1u << SL_REPORT_SECTION_VALUES | 1u << SL_REPORT_SECTION_SOURCES;
  check_markup (decision, &options, SL_REPORT_HTML);
  part = write_text (decision, &options, SL_REPORT_HTML);
  assert_null (strstr (part, "id=\"values\""));
  assert_null (strstr (part, "#source-"));
  assert_non_null (strstr (part, "id=\"reasons\""));
}

/* Scores of the chart's board stand in its words, for those who do not see it. */
static void
test_svg_words (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  SlReportOptions options = test_options (decision);
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, options.board);
  g_autofree char *svg = write_text (decision, &options, SL_REPORT_SVG);

  for (guint i = 0; i < ranking->n_ranked; i++) {
    g_autofree char *row = g_strdup_printf ("%u. %s: %.1f", ranking->entries[i].rank,
                                            ranking->entries[i].name, ranking->entries[i].score);

    assert_non_null (strstr (svg, row));
  }
}

/* How sure the answer is stands in what people read, whoever asks for the report. */
static void
test_certainty (void **state)
{
  static const SlReportFormat formats[] = { SL_REPORT_HTML, SL_REPORT_MARKDOWN };
  g_autoptr (SlDecision) decision = test_decision_new ();
  SlReportOptions options = test_options (decision);
  g_autoptr (SlAnalysis) plain = sl_analysis_new (sl_decision_get_requirements (decision));
  g_autoptr (SlRobustness) robustness = sl_robustness_new (plain, options.board, 1, NULL);
  g_autoptr (SlSensitivity) sensitivity = sl_sensitivity_new (plain, options.board, NULL);
  g_autoptr (SlAnalysis) with_robustness = sl_analysis_with_robustness (plain, robustness);
  g_autoptr (SlAnalysis) analysis = sl_analysis_with_sensitivity (with_robustness, sensitivity);
  g_autofree char *shares = sl_analysis_describe_shares (analysis, options.board);
  g_autofree char *doubt = sl_analysis_describe_doubt (analysis, options.board);
  g_autofree char *without = NULL;
  SlCertainty certainty;

  assert_true (sl_analysis_get_certainty (analysis, options.board, &certainty));
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autofree char *text = write_text (decision, &options, formats[i]);

    assert_non_null (strstr (text, sl_certainty_get_name (certainty)));
    assert_non_null (strstr (text, shares));
    assert_non_null (strstr (text, doubt));
  }

  options.omitted = 1u << SL_REPORT_SECTION_ROBUSTNESS;
  without = write_text (decision, &options, SL_REPORT_HTML);
  assert_null (strstr (without, "id=\"robustness\""));
  check_markup (decision, &options, SL_REPORT_HTML);
}

/* How people differ stands in what people read, with names as text, where two have weights. */
static void
test_people (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  SlReportOptions options = test_options (decision);
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  g_autoptr (SlPeople) people =
      sl_people_new (analysis, options.prose->participants, options.board);
  g_autofree char *html = write_text (decision, &options, SL_REPORT_HTML);
  g_autofree char *markdown = write_text (decision, &options, SL_REPORT_MARKDOWN);
  g_autofree char *agreement = sl_people_describe_agreement (people);
  g_autofree char *row =
      g_strdup_printf ("%s: %.0f %% (", people->ranking->criteria[people->criteria[0].column]->name,
                       100 * people->criteria[0].lowest);
  g_autofree char *omitted = NULL;
  g_autofree char *without = NULL;
  const char *section = strstr (html, "id=\"people\"");

  assert_non_null (section);
  assert_non_null (strstr (section, agreement));
  assert_non_null (strstr (markdown, agreement));
  assert_non_null (strstr (section, "Ana &amp; &quot;Co&quot; (CTO)"));
  assert_non_null (strstr (markdown, "\n| Ana \\& \"Co\" (CTO) | "));
  /* What the plot shows, for those who do not see it. */
  assert_non_null (strstr (strstr (section, "<desc"), row));

  options.omitted = 1u << SL_REPORT_SECTION_PEOPLE;
  omitted = write_text (decision, &options, SL_REPORT_HTML);
  assert_null (strstr (omitted, "id=\"people\""));

  /* One alone does not differ from anybody. */
  sl_decision_set_participant_importance (decision, 1, NULL);
  options = test_options (decision);
  without = write_text (decision, &options, SL_REPORT_HTML);
  assert_null (strstr (without, "id=\"people\""));
}

/* The table of places holds the shares of the simulation. */
static void
test_places (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  SlReportOptions options = test_options (decision);
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  g_autoptr (SlRobustness) robustness = sl_robustness_new (analysis, options.board, 1, NULL);
  g_autofree char *html = write_text (decision, &options, SL_REPORT_HTML);
  const char *table = strstr (html, "How often each takes each place");

  assert_non_null (table);
  for (guint i = 0; i < MIN (robustness->n, 3); i++) {
    g_autofree char *share = NULL;

    if (robustness->first_shares[i] < 0.01 || robustness->first_shares[i] > 0.99)
      continue;
    share = sl_describe_share (robustness->first_shares[i]);
    table = strstr (table, share);
    assert_non_null (table);
  }
}

/* What to do about it where nobody is left stands with the answer. */
static void
check_ways_back (SlDecision *decision, const SlReportOptions *options, SlReportFormat format)
{
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  const GArray *ways = sl_analysis_get_ways_back (analysis, options->board);
  g_autoptr (GBytes) bytes = test_report (decision, options, format);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *way = NULL;
  const char *answer = strstr (text, sl_analysis_get_answer (analysis, options->board));
  const char *found = NULL;

  assert_true (ways->len > 0);
  way = sl_way_back_describe (&g_array_index (ways, SlWayBack, 0));
  assert_non_null (answer);
  found = strstr (answer, format == SL_REPORT_HTML ? "<h2 id=\"" : "\n## ");
  assert_non_null (found);
  assert_non_null (strstr (answer, way));
  assert_true (strstr (answer, way) < found);
}

/* With everybody ruled out there is a picture still. */
static void
test_nobody_left (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  const GPtrArray *pillars = sl_catalogue_get_pillars (sl_decision_get_catalogue (decision));
  SlReportOptions options = test_options (decision);

  for (guint i = 0; i < pillars->len; i++)
    sl_decision_set_pillar_minimum (decision, g_ptr_array_index (pillars, i), 100);
  check_ways_back (decision, &options, SL_REPORT_HTML);
  check_ways_back (decision, &options, SL_REPORT_MARKDOWN);
  check_markup (decision, &options, SL_REPORT_HTML);
  check_markup (decision, &options, SL_REPORT_SVG);
  for (SlReportFormat format = SL_REPORT_PDF; format < SL_N_REPORT_FORMATS; format++) {
    g_autoptr (GBytes) bytes = test_report (decision, &options, format);

    assert_true (g_bytes_get_size (bytes) > 100);
  }
}

/* ---- PNG ---- */

static guint
read_number (const guchar *at)
{
  return (guint) at[0] << 24 | (guint) at[1] << 16 | (guint) at[2] << 8 | at[3];
}

static void
test_png (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  SlReportOptions options = test_options (decision);
  g_autoptr (GBytes) bytes = test_report (decision, &options, SL_REPORT_PNG);
  const guchar *data = g_bytes_get_data (bytes, NULL);

  assert_memory_equal (data, "\x89PNG\r\n\x1a\n", 8);
  assert_memory_equal (data + 12, "IHDR", 4);
  assert_in_range (read_number (data + 16), 1000, 2000);
  assert_in_range (read_number (data + 20), 400, 4000);
}

/* ---- CSV ---- */

/* Rows of cells; quotes are only around what has a comma, a quote or a line end in it. */
static GPtrArray *
parse_csv (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *row = NULL;
  GString *cell = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (const char *at = text; *at != '\0'; at++) {
    if (row == NULL)
      row = g_ptr_array_new_with_free_func (g_free);
    if (*at == '"' && quoted && at[1] == '"') {
      g_string_append_c (cell, *at++);
    } else if (*at == '"') {
      quoted = !quoted;
    } else if (quoted || (*at != ',' && *at != '\r')) {
      g_string_append_c (cell, *at);
    } else {
      g_ptr_array_add (row, g_strdup (cell->str));
      g_string_truncate (cell, 0);
      if (*at == '\r') {
        assert_int_equal (at[1], '\n');
        at++;
        g_ptr_array_add (rows, g_steal_pointer (&row));
      }
    }
  }
  assert_null (row);
  g_string_free (cell, TRUE);

  return rows;
}

static const char *
get_cell (GPtrArray *rows, guint row, const char *title)
{
  GPtrArray *titles = g_ptr_array_index (rows, 0);

  for (guint i = 0; i < titles->len; i++) {
    if (g_str_equal (g_ptr_array_index (titles, i), title))
      return g_ptr_array_index ((GPtrArray *) g_ptr_array_index (rows, row), i);
  }

  fail_msg ("no column %s", title);
  return NULL;
}

static guint
check_board (GPtrArray *rows, guint row, SlAnalysis *analysis, SlBoard board)
{
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, board);

  assert_string_equal (get_cell (rows, row, "row"), "weight");
  for (guint j = 0; j < ranking->n_criteria; j++) {
    g_autofree char *title = g_strconcat ("value:", ranking->criteria[j]->id, NULL);

    assert_float_equal (g_ascii_strtod (get_cell (rows, row, title), NULL), ranking->weights[j],
                        0.0);
  }
  row++;
  for (guint i = 0; i < ranking->n_entries; i++, row++) {
    const SlEntry *entry = &ranking->entries[i];

    assert_string_equal (get_cell (rows, row, "board"), sl_board_get_id (board));
    assert_string_equal (get_cell (rows, row, "row"), "alternative");
    assert_string_equal (get_cell (rows, row, "id"), entry->id);
    assert_string_equal (get_cell (rows, row, "excluded"), entry->rank > 0 ? "false" : "true");
    assert_float_equal (g_ascii_strtod (get_cell (rows, row, "score"), NULL), entry->score, 0.0);
    for (guint j = 0; j < ranking->n_criteria; j++) {
      g_autofree char *value = g_strconcat ("value:", ranking->criteria[j]->id, NULL);
      g_autofree char *points = g_strconcat ("contribution:", ranking->criteria[j]->id, NULL);
      g_autofree char *basis = g_strconcat ("basis:", ranking->criteria[j]->id, NULL);

      assert_float_equal (g_ascii_strtod (get_cell (rows, row, value), NULL), entry->values[j],
                          0.0);
      assert_float_equal (g_ascii_strtod (get_cell (rows, row, points), NULL),
                          entry->contributions[j], 0.0);
      assert_true (*get_cell (rows, row, basis) != '\0');
    }
  }

  return row;
}

static void
test_csv (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  SlReportOptions options = test_options (decision);
  g_autofree char *text = write_text (decision, &options, SL_REPORT_CSV);
  g_autoptr (GPtrArray) rows = parse_csv (text);
  guint row = 1;

  for (guint i = 1; i < rows->len; i++)
    assert_int_equal (((GPtrArray *) g_ptr_array_index (rows, i))->len,
                      ((GPtrArray *) g_ptr_array_index (rows, 0))->len);
  for (SlBoard board = SL_BOARD_TECHNOLOGIES; board < SL_N_BOARDS; board++)
    row = check_board (rows, row, analysis, board);
  assert_int_equal (row, rows->len);
}

/* Nothing in it makes a spreadsheet compute. */
static void
test_csv_formulas (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  SlReportOptions options = test_options (decision);
  g_autofree char *text = write_text (decision, &options, SL_REPORT_CSV);
  g_autoptr (GPtrArray) rows = parse_csv (text);

  for (guint i = 0; i < rows->len; i++) {
    GPtrArray *row = g_ptr_array_index (rows, i);

    for (guint j = 0; j < row->len; j++) {
      const char *cell = g_ptr_array_index (row, j);
      char *end = NULL;

      g_ascii_strtod (cell, &end);
      assert_true (*cell == '\0' || *end == '\0' || strchr ("=+-@\t\r", *cell) == NULL);
    }
  }
}

/* ---- Markdown ---- */

static void
test_markdown (void **state)
{
  static const char *const headings[] = {
    "\n# Payments platform\n", "\n## Context and Problem Statement\n",
    "\n## Decision Drivers\n", "\n## Considered Options\n",
    "\n## Decision Outcome\n", "\n### Consequences\n",
    "\n### Confirmation\n",    "\n## Pros and Cons of the Options\n",
    "\n## More Information\n", "\n### When to Reopen This Decision\n",
  };
  g_autoptr (SlDecision) decision = test_decision_new ();
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  SlReportOptions options = test_options (decision);
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, options.board);
  g_autofree char *text = write_text (decision, &options, SL_REPORT_MARKDOWN);
  const char *at = text;

  assert_true (g_str_has_prefix (
      text, "---\nstatus: \"accepted\"\ndate: 2026-11-20\ndecision-makers:\n"
            "  - \"Ana & \\\"Co\\\" (CTO)\"\n  - \"李雷\"\n---\n\n# Payments platform\n"));
  assert_non_null (strstr (text, "\nThe contract ends.\n\n\\<i\\>So\\</i\\> we have to move.\n"));
  assert_non_null (strstr (text, "\nHiring counts \\*most\\*.\n"));
  assert_true (g_str_has_suffix (text, "\n") && !g_str_has_suffix (text, "\n\n"));
  assert_null (strstr (text, "\n\n\n"));
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++) {
    at = strstr (at, headings[i]);
    assert_non_null (at);
  }
  /* Whoever is ruled out, with the reason. */
  assert_true (ranking->n_ranked < ranking->n_entries);
  for (guint i = ranking->n_ranked; i < ranking->n_entries; i++) {
    const SlReason *reason = g_ptr_array_index (ranking->entries[i].reasons, 0);

    assert_non_null (strstr (text, reason->text));
  }
}

static void
test_markdown_is_text (void **state)
{
  static const struct {
    const char *title;
    const char *line;
  } cases[] = {
    { "# * [x](y) `c` | <b> & $1 ~a~ _b_ \\",
      "\n# \\# \\* \\[x\\](y) \\`c\\` \\| \\<b\\> \\& \\$1 \\~a\\~ \\_b\\_ \\\\\n" },
    { "1. First", "\n# 1\\. First\n" },
    { "2026) plan", "\n# 2026\\) plan\n" },
    { "- a\n- b", "\n# \\- a - b\n" },
    { "2027", "\n# 2027\n" },
    { "=====", "\n# \\=====\n" },
  };
  g_autoptr (SlDecision) decision = test_decision_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    SlReportOptions options = test_options (decision);
    g_autofree char *text = NULL;

    options.title = cases[i].title;
    text = write_text (decision, &options, SL_REPORT_MARKDOWN);
    if (strstr (text, cases[i].line) == NULL)
      fail_msg ("%s: %.200s", cases[i].title, text);
  }
}

/* ---- pages ---- */

/* Each page can be drawn by itself, twice the same, and is not blank. */
static void
test_pages (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  SlReportOptions options = test_options (decision);
  g_autoptr (SlReportPages) pages = sl_report_pages_new (analysis, &options, NULL, NULL);
  double width = 0, height = 0;

  assert_non_null (pages);
  assert_true (sl_report_pages_get_n_pages (pages) > 5);
  sl_report_pages_get_size (pages, &width, &height);
  for (guint i = 0; i < sl_report_pages_get_n_pages (pages); i++) {
    cairo_surface_t *surface =
        cairo_image_surface_create (CAIRO_FORMAT_A8, (int) width, (int) height);
    cairo_t *cr = cairo_create (surface);
    guint ink = 0;

    sl_report_pages_draw (pages, i, cr);
    assert_int_equal (cairo_status (cr), CAIRO_STATUS_SUCCESS);
    cairo_destroy (cr);
    cairo_surface_flush (surface);
    for (int y = 0; y < cairo_image_surface_get_height (surface); y++) {
      const guchar *row = cairo_image_surface_get_data (surface) +
                          (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

      for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
        ink += row[x] > 0;
    }
    assert_true (ink > 500);
    cairo_surface_destroy (surface);
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_deterministic),
    cmocka_unit_test (test_cancelled),
    cmocka_unit_test (test_format_from_path),
    cmocka_unit_test (test_html),
    cmocka_unit_test (test_large),
    cmocka_unit_test (test_markup_of_titles),
    cmocka_unit_test (test_sections),
    cmocka_unit_test (test_svg_words),
    cmocka_unit_test (test_certainty),
    cmocka_unit_test (test_people),
    cmocka_unit_test (test_places),
    cmocka_unit_test (test_nobody_left),
    cmocka_unit_test (test_png),
    cmocka_unit_test (test_csv),
    cmocka_unit_test (test_csv_formulas),
    cmocka_unit_test (test_markdown),
    cmocka_unit_test (test_markdown_is_text),
    cmocka_unit_test (test_pages),
  };

  return cmocka_run_group_tests_name ("formats", tests, NULL, NULL);
}
