/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>
#include <string.h>

#include "report/json.h"
#include "support.h"

/* ---- reading what the tools say ---- */

static char *
write_pdf (SlDecision *decision, const SlReportOptions *options)
{
  g_autoptr (GBytes) bytes = test_report (decision, options, SL_REPORT_PDF);

  return test_write (bytes, ".pdf");
}

/* The value of a line «Name:   value» of pdfinfo. */
static char *
read_info (const char *path, const char *name)
{
  g_autofree char *out = TEST_RUN ("pdfinfo", path);
  g_auto (GStrv) lines = g_strsplit (out, "\n", -1);
  g_autofree char *prefix = g_strconcat (name, ":", NULL);

  for (guint i = 0; lines[i] != NULL; i++) {
    if (g_str_has_prefix (lines[i], prefix))
      return g_strstrip (g_strdup (lines[i] + strlen (prefix)));
  }

  fail_msg ("pdfinfo tells no %s", name);
  return NULL;
}

static void
check_info (const char *path, const char *name, const char *expected)
{
  g_autofree char *value = read_info (path, name);

  assert_string_equal (value, expected);
}

/* What a reader of the whole text sees, in one line. */
static char *
read_text (const char *path)
{
  g_autofree char *out = TEST_RUN ("pdftotext", path, "-");
  g_auto (GStrv) words = g_strsplit_set (out, " \n\f", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++) {
    if (*words[i] != '\0')
      g_string_append_printf (text, "%s ", words[i]);
  }

  return g_string_free (text, FALSE);
}

static void
check_syntax (const char *path)
{
  g_autofree char *out = TEST_RUN ("qpdf", "--check", path);

  assert_non_null (strstr (out, "No syntax or stream encoding errors found"));
}

/* ---- structure ---- */

static guint
measure_depth (const char *line)
{
  return (guint) strspn (line, " ") / 2;
}

static gboolean
is_element (const char *line, const char *name)
{
  gsize length = strlen (name);

  line += strspn (line, " ");

  return strncmp (line, name, length) == 0 && (line[length] == '\0' || line[length] == ' ');
}

static guint
count_cells (char *const *lines, guint row)
{
  guint depth = measure_depth (lines[row]);
  guint n = 0;

  for (guint i = row + 1; lines[i] != NULL && measure_depth (lines[i]) > depth; i++) {
    if (is_element (lines[i], "TH") || is_element (lines[i], "TD"))
      n++;
  }

  return n;
}

/* All rows of a table have as many cells, and the first is its head. */
static void
check_table (char *const *lines, guint table)
{
  guint depth = measure_depth (lines[table]);
  guint n_cells = 0, n_rows = 0;

  for (guint i = table + 1; lines[i] != NULL && measure_depth (lines[i]) > depth; i++) {
    if (!is_element (lines[i], "TR"))
      continue;
    if (n_rows++ == 0) {
      n_cells = count_cells (lines, i);
      assert_true (is_element (lines[i + 1], "TH"));
    }
    assert_int_equal (count_cells (lines, i), n_cells);
  }

  assert_true (n_cells > 0);
  assert_true (n_rows > 1);
}

static void
check_structure (const char *path)
{
  g_autofree char *out = TEST_RUN ("pdfinfo", "-struct", path);
  g_auto (GStrv) lines = g_strsplit (out, "\n", -1);
  guint level = 0, n_tables = 0, n_figures = 0;

  assert_string_equal (lines[0], "Document");
  for (guint i = 0; lines[i] != NULL; i++) {
    const char *name = lines[i] + strspn (lines[i], " ");

    if (name[0] == 'H' && g_ascii_isdigit (name[1])) {
      guint next = (guint) (name[1] - '0');

      /* The title first, and no level is left out. */
      assert_true (next >= 1 && next <= level + 1);
      assert_true (level > 0 || next == 1);
      level = next;
    }
    if (is_element (lines[i], "Table")) {
      check_table (lines, i);
      n_tables++;
    }
    if (is_element (lines[i], "Figure"))
      n_figures++;
  }

  assert_true (n_tables > 10);
  assert_true (n_figures >= 3);
}

static void
check_fonts (const char *path)
{
  g_autofree char *out = TEST_RUN ("pdffonts", path);
  g_auto (GStrv) lines = g_strsplit (out, "\n", -1);
  guint n = 0;

  /* Name, type, encoding, embedded, subset, mapped to Unicode. */
  for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++, n++)
    assert_non_null (strstr (lines[i], " yes yes yes "));
  assert_true (n > 0);
}

/* Every word is inside of the margins. */
static void
check_margins (const char *path, double width, double height)
{
  g_autofree char *out = TEST_RUN ("pdftotext", "-bbox", path, "-");
  g_auto (GStrv) lines = g_strsplit (out, "\n", -1);
  const double margin = 30.0;
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++) {
    double x0, y0, x1, y1;

    if (sscanf (lines[i], " <word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\">", &x0, &y0,
                &x1, &y1) != 4)
      continue;
    if (x0 < margin || x1 > width - margin || y0 < margin || y1 > height - margin / 2)
      fail_msg ("off the page: %s", lines[i]);
    n++;
  }

  assert_true (n > 100);
}

static gboolean
names_pillar (SlDecision *decision, const char *line)
{
  const GPtrArray *pillars = sl_catalogue_get_pillars (sl_decision_get_catalogue (decision));

  for (guint i = 0; i < pillars->len; i++) {
    const SlPillar *pillar = g_ptr_array_index (pillars, i);

    /* Then the next column, not another word. */
    if (g_str_has_prefix (line, pillar->name) &&
        g_str_has_prefix (line + strlen (pillar->name), "  "))
      return TRUE;
  }

  return FALSE;
}

/* No row that stands over others ends a page, and no page but the first and the last is much
 * shorter than the paper: what is said of a pillar goes with its name, tables go on. */
static void
check_ends (SlDecision *decision, const char *path, double height)
{
  g_autofree char *text = TEST_RUN ("pdftotext", "-layout", path, "-");
  g_autofree char *boxes = TEST_RUN ("pdftotext", "-bbox", path, "-");
  g_auto (GStrv) pages = g_strsplit (text, "\f", -1);
  g_auto (GStrv) words = g_strsplit (boxes, "<page ", -1);
  guint n = g_strv_length (pages) - 1;

  assert_int_equal (g_strv_length (words), n + 1);
  for (guint i = 1; i + 1 < n; i++) {
    g_auto (GStrv) lines = g_strsplit (g_strstrip (pages[i]), "\n", -1);
    g_auto (GStrv) ends = g_strsplit (words[i + 1], "yMax=\"", -1);
    guint last = g_strv_length (lines) - 2;
    double lowest = 0;

    while (last > 0 && *g_strstrip (lines[last]) == '\0')
      last--;
    if (names_pillar (decision, lines[last]))
      fail_msg ("page %u ends with “%s”", i + 1, lines[last]);
    /* Without «3 of 12» at the foot. */
    for (guint j = 1; j + 3 < g_strv_length (ends); j++)
      lowest = MAX (lowest, g_ascii_strtod (ends[j], NULL));
    if (lowest < 0.6 * height)
      fail_msg ("page %u ends at %.0f of %.0f", i + 1, lowest, height);
  }
}

static void
check_all (const char *path, double width, double height)
{
  check_info (path, "Tagged", "yes");
  check_syntax (path);
  check_structure (path);
  check_fonts (path);
  check_margins (path, width, height);
}

/* ---- tests ---- */

static void
test_a4 (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  SlReportOptions options = test_options (decision);
  char *path = write_pdf (decision, &options);

  check_info (path, "Title", "Payments platform");
  check_info (path, "Creator", "Shortlist " SL_VERSION);
  check_info (path, "Page size", "595.276 x 841.89 pts (A4)");
  check_all (path, 595.276, 841.89);
  check_ends (decision, path, 841.89);
  test_remove (path);
}

/* By themselves, so that they begin a page and the next one has to take the rest. */
static void
test_requirements (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  SlReportOptions options = test_options (decision);

  options.omitted = (1u << SL_N_REPORT_SECTIONS) - 1;
  options.omitted &= ~(1u << SL_REPORT_SECTION_REQUIREMENTS);
  for (options.paper = SL_PAPER_A4; options.paper <= SL_PAPER_LETTER; options.paper++) {
    char *path = write_pdf (decision, &options);

    check_ends (decision, path, options.paper == SL_PAPER_A4 ? 841.89 : 792);
    test_remove (path);
  }
}

/* Over a comparison stands by how much; the table under it adds up to that. */
static void
test_reasons_add_up (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  SlReportOptions options = test_options (decision);
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, options.board);
  char *path = write_pdf (decision, &options);
  g_autofree char *text = read_text (path);

  for (guint i = 1; i <= 2; i++) {
    g_autofree char *pattern =
        g_strdup_printf ("by %.1f points.*?\\bTogether\\s+\\+%.1f\\b",
                         ranking->entries[0].score - ranking->entries[i].score,
                         ranking->entries[0].score - ranking->entries[i].score);

    assert_true (g_regex_match_simple (pattern, text, G_REGEX_DOTALL, 0));
  }
  test_remove (path);
}

static void
test_letter (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  SlReportOptions options = test_options (decision);
  char *path = NULL;

  options.paper = SL_PAPER_LETTER;
  options.board = SL_BOARD_PAIRINGS;
  path = write_pdf (decision, &options);
  check_info (path, "Page size", "612 x 792 pts (letter)");
  check_all (path, 612, 792);
  check_ends (decision, path, 792);
  test_remove (path);
}

/* What the JSON report tells, the paper tells: names, ranks' scores, ids. */
static void
test_text (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  SlReportOptions options = test_options (decision);
  char *path = write_pdf (decision, &options);
  g_autofree char *text = read_text (path);
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (sl_decision_get_requirements (decision));

  for (SlBoard board = SL_BOARD_TECHNOLOGIES; board <= SL_BOARD_PATTERNS; board++) {
    g_autoptr (GBytes) bytes = sl_report_ranking_to_json (analysis, board, 0);
    g_autoptr (JsonNode) root = test_parse (bytes);
    JsonArray *alternatives =
        json_object_get_array_member (json_node_get_object (root), "alternatives");

    for (guint i = 0; i < json_array_get_length (alternatives); i++) {
      JsonObject *alternative = json_array_get_object_element (alternatives, i);
      const char *name = json_object_get_string_member (alternative, "name");
      double score = json_object_get_double_member (alternative, "score");
      g_autofree char *figure = g_strdup_printf (" %.1f ", score);

      assert_non_null (strstr (text, name));
      assert_non_null (strstr (text, figure));
    }
  }
  assert_non_null (strstr (text, sl_analysis_get_headline (analysis, SL_BOARD_PAIRINGS)));
  assert_non_null (strstr (text, sl_catalogue_get_sha256 (sl_decision_get_catalogue (decision))));
  assert_non_null (strstr (text, "We measured <b>it</b> & 'that' is what came out."));
  assert_non_null (strstr (text, "Ana & \"Co\" (CTO), 李雷"));
  assert_non_null (strstr (text, "<i>So</i> we have to move."));
  assert_non_null (strstr (text, "Hiring counts *most*."));
  test_remove (path);
}

/* Forty alternatives and more, with long names, titles from the right and without spaces: every
 * name and figure is there, inside of the margins, on both papers. */
static void
test_large (void **state)
{
  g_autoptr (SlDecision) decision = test_large_decision_new ();
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, SL_BOARD_TECHNOLOGIES);

  assert_true (ranking->n_entries >= 40);
  for (SlPaper paper = SL_PAPER_A4; paper <= SL_PAPER_LETTER; paper++) {
    SlReportOptions options = test_options (decision);
    g_autofree char *text = NULL;
    char *path = NULL;

    options.paper = paper;
    path = write_pdf (decision, &options);
    check_all (path, paper == SL_PAPER_A4 ? 595.276 : 612, paper == SL_PAPER_A4 ? 841.89 : 792);
    check_ends (decision, path, paper == SL_PAPER_A4 ? 841.89 : 792);
    check_info (path, "Title", sl_decision_get_title (decision));
    text = read_text (path);
    /* Who is not known by anything is named once, not a criterion. */
    assert_non_null (strstr (text, "What is not known"));
    assert_non_null (strstr (text, " more"));
    assert_non_null (strstr (text, "选择后端技术"));
    for (guint i = 0; i < ranking->n_entries; i++) {
      g_autofree char *score = g_strdup_printf (" %.1f ", ranking->entries[i].score);

      assert_non_null (strstr (text, score));
    }
    test_remove (path);
  }
}

static void
test_page_numbers (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  SlReportOptions options = test_options (decision);
  char *path = write_pdf (decision, &options);
  g_autofree char *text = read_text (path);
  g_autofree char *pages = read_info (path, "Pages");
  guint n = (guint) g_ascii_strtoull (pages, NULL, 10);

  assert_true (n > 5);
  for (guint i = 1; i <= n; i++) {
    g_autofree char *foot = g_strdup_printf ("%u of %u", i, n);

    assert_non_null (strstr (text, foot));
  }
  test_remove (path);
}

/* Only the web, and only what is a source's. */
static void
test_links (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  SlReportOptions options = test_options (decision);
  char *path = write_pdf (decision, &options);
  g_autofree char *out = TEST_RUN ("pdfinfo", "-url", path);
  g_autofree char *places = TEST_RUN ("pdfinfo", "-dests", path);
  g_auto (GStrv) lines = g_strsplit (out, "\n", -1);
  guint n = 0;

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++, n++)
    assert_non_null (strstr (lines[i], "http"));
  assert_true (n > 0);
  assert_non_null (strstr (places, "\"sources\""));
  assert_non_null (strstr (places, "\"source-1\""));
  assert_non_null (strstr (places, "\"method\""));
  test_remove (path);
}

static void
test_titles (void **state)
{
  g_autofree char *words = g_strnfill (10000, 'W');
  g_autofree char *spaced = g_strconcat ("Wide words ", words, " and more", NULL);
  const char *const titles[] = {
    words,  spaced,     "مثال على قرار طويل جدا", "数据平台的后端技术选择",
    "\n\t", "a\001\nb", "<b>&amp;</b>",           ""
  };
  g_autoptr (SlDecision) decision = test_decision_new ();

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
    SlReportOptions options = test_options (decision);
    char *path = NULL;

    options.title = titles[i];
    path = write_pdf (decision, &options);
    check_all (path, 595.276, 841.89);
    test_remove (path);
  }
}

static void
test_title_is_text (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  SlReportOptions options = test_options (decision);
  g_autofree char *text = NULL;
  char *path = NULL;

  options.title = "<b>&amp;</b> \001\n مثال";
  path = write_pdf (decision, &options);
  check_info (path, "Title", "<b>&amp;</b> مثال");
  text = read_text (path);
  assert_non_null (strstr (text, "<b>&amp;</b>"));
  test_remove (path);

  options.title = "";
  path = write_pdf (decision, &options);
  check_info (path, "Title", "Decision without a title");
  test_remove (path);
}

/* With nobody left there still is a report, and it says so. */
static void
test_everybody_excluded (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  const GPtrArray *pillars = sl_catalogue_get_pillars (sl_decision_get_catalogue (decision));
  SlReportOptions options = test_options (decision);
  g_autofree char *text = NULL;
  char *path = NULL;

  for (guint i = 0; i < pillars->len; i++)
    sl_decision_set_pillar_minimum (decision, g_ptr_array_index (pillars, i), 100);
  path = write_pdf (decision, &options);
  check_info (path, "Tagged", "yes");
  check_syntax (path);
  check_margins (path, 595.276, 841.89);
  text = read_text (path);
  assert_non_null (strstr (text, "Ruled out because"));
  test_remove (path);
}

/* One in four, each with another ranking first. */
static void
test_profiles (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  const GPtrArray *profiles = sl_catalogue_get_profiles (sl_decision_get_catalogue (decision));

  for (guint i = 0; i < profiles->len; i += 4) {
    SlReportOptions options = test_options (decision);
    char *path = NULL;

    sl_decision_apply_profile (decision, g_ptr_array_index (profiles, i));
    options.profile = sl_decision_get_profile (decision);
    options.board = i % SL_N_BOARDS;
    path = write_pdf (decision, &options);
    check_all (path, 595.276, 841.89);
    test_remove (path);
  }
}

/* The formula on paper is that of the method. */
static void
test_methods (void **state)
{
  static const char *const words[SL_N_METHODS] = {
    "a weighted sum: S(a)", "geometric mean: S(a)", "on fixed ideals",
    "VIKOR, v = 0.5",       "PROMETHEE II",
  };
  g_autoptr (SlDecision) decision = test_decision_new ();

  for (SlMethod method = SL_METHOD_ADDITIVE; method < SL_N_METHODS; method++) {
    SlReportOptions options = test_options (decision);
    g_autofree char *text = NULL;
    char *path = NULL;

    sl_decision_set_method (decision, method);
    path = write_pdf (decision, &options);
    check_structure (path);
    text = read_text (path);
    assert_non_null (strstr (text, words[method]));
    test_remove (path);
  }
}

static void
test_deterministic (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  SlReportOptions options = test_options (decision);
  g_autoptr (GBytes) one = test_report (decision, &options, SL_REPORT_PDF);
  g_autoptr (GBytes) other = test_report (decision, &options, SL_REPORT_PDF);

  assert_true (g_bytes_equal (one, other));
}

/* ---- threads ---- */

typedef struct {
  SlAnalysis *analysis;
  SlReportOptions options;
} Job;

static gpointer
run_job (gpointer data)
{
  const Job *job = data;

  return sl_report_new (job->analysis, &job->options, SL_REPORT_PDF, NULL, NULL);
}

/* Side by side on one analysis: each gives what it gives alone. */
static void
test_threads (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  Job job = { analysis, test_options (decision) };
  g_autoptr (GBytes) alone = run_job (&job);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("report", run_job, &job);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++) {
    g_autoptr (GBytes) bytes = g_thread_join (threads[i]);

    assert_true (g_bytes_equal (bytes, alone));
  }
}

static void
test_cancelled (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  SlReportOptions options = test_options (decision);

  g_cancellable_cancel (cancellable);
  assert_null (sl_report_new (analysis, &options, SL_REPORT_PDF, cancellable, &error));
  assert_true (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
}

typedef struct {
  GCancellable *cancellable;
  guint n_turns; /* that the other thread is left to work */
} Cancelling;

static gpointer
cancel_later (gpointer data)
{
  Cancelling *self = data;

  for (guint i = 0; i < self->n_turns; i++)
    g_thread_yield ();
  g_cancellable_cancel (self->cancellable);

  return NULL;
}

/* Sooner and later on its way: it ends with a report or with the error, and leaks neither. */
static void
test_cancelled_half_way (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  SlReportOptions options = test_options (decision);

  for (guint i = 0; i < 5; i++) {
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = NULL;
    Cancelling cancelling = { cancellable, i * 4000 };
    GThread *thread = g_thread_new ("cancel", cancel_later, &cancelling);

    bytes = sl_report_new (analysis, &options, SL_REPORT_PDF, cancellable, &error);
    assert_true ((bytes == NULL) == g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
    g_thread_join (thread);
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_a4),
    cmocka_unit_test (test_letter),
    cmocka_unit_test (test_requirements),
    cmocka_unit_test (test_reasons_add_up),
    cmocka_unit_test (test_text),
    cmocka_unit_test (test_large),
    cmocka_unit_test (test_page_numbers),
    cmocka_unit_test (test_links),
    cmocka_unit_test (test_titles),
    cmocka_unit_test (test_title_is_text),
    cmocka_unit_test (test_everybody_excluded),
    cmocka_unit_test (test_profiles),
    cmocka_unit_test (test_methods),
    cmocka_unit_test (test_deterministic),
    cmocka_unit_test (test_threads),
    cmocka_unit_test (test_cancelled),
    cmocka_unit_test (test_cancelled_half_way),
  };

  return cmocka_run_group_tests_name ("pdf", tests, NULL, NULL);
}
