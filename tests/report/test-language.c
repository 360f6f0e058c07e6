/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reports in another language than that of the process. The translation is made here. */

#include "config.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "analysis/robustness.h"
#include "report/language.h"
#include "support.h"

#define GERMAN "de_DE.UTF-8"

static const char translation[] = "msgid \"\"\n"
                                  "msgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n"
                                  "msgctxt \"code of the language\"\n"
                                  "msgid \"en\"\n"
                                  "msgstr \"de\"\n"
                                  "msgid \"Contents\"\n"
                                  "msgstr \"Inhalt\"\n"
                                  "msgctxt \"part of a report\"\n"
                                  "msgid \"Sources\"\n"
                                  "msgstr \"Quellen\"\n"
                                  "msgid \"Talent and hiring cost\"\n"
                                  "msgstr \"Leute und was sie kosten\"\n"
                                  "msgid \"%-d %B %Y\"\n"
                                  "msgstr \"%-d. %B %Y\"\n"
                                  "msgid \"Payments platform\"\n"
                                  "msgstr \"Was jemand schrieb, wird nicht übersetzt\"\n";

/* A folder as gettext wants it, and that the texts come from. */
static char *
install_translation (void)
{
  g_autoptr (GError) error = NULL;
  char *root = g_dir_make_tmp ("shortlist-XXXXXX", &error);
  g_autofree char *folder = g_build_filename (root, "de", "LC_MESSAGES", NULL);
  g_autofree char *source = g_build_filename (root, "de.po", NULL);
  g_autofree char *file = g_build_filename (folder, GETTEXT_PACKAGE ".mo", NULL);

  assert_int_equal (g_mkdir_with_parents (folder, 0700), 0);
  assert_true (g_file_set_contents (source, translation, -1, NULL));
  g_free (TEST_RUN ("msgfmt", "--output-file", file, source));
  bindtextdomain (GETTEXT_PACKAGE, root);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  return root;
}

static int
set_up (void **state)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_unsetenv ("LANGUAGE");
  *state = install_translation ();

  return 0;
}

static int
tear_down (void **state)
{
  g_free (TEST_RUN ("rm", "-r", (char *) *state));
  g_free (*state);

  return 0;
}

/* The tests are about what there is to choose from where there is something. */
static void
need_german (void)
{
  locale_t locale = newlocale (LC_ALL_MASK, GERMAN, (locale_t) 0);

  if (locale == (locale_t) 0)
    skip ();
  freelocale (locale);
}

static const SlLanguage *
find (const GPtrArray *languages, const char *code)
{
  for (guint i = 0; i < languages->len; i++) {
    if (g_str_equal (sl_language_get_code (g_ptr_array_index (languages, i)), code))
      return g_ptr_array_index (languages, i);
  }

  return NULL;
}

/* In a thread of its own, as whoever asks for another language has to. */
typedef struct {
  SlLanguage *language;
  SlDecision *decision;
  SlReportFormat format;
  guint n;
} Order;

static gpointer
make_report (gpointer data)
{
  const Order *order = data;
  SlReportOptions options = test_options (order->decision);
  SlLanguageBefore before = sl_language_enter (order->language);
  g_autoptr (SlAnalysis) analysis =
      sl_analysis_new (sl_decision_get_requirements (order->decision));
  g_autoptr (SlAnalysis) translated = sl_analysis_translate (analysis, options.board, NULL, NULL);
  GBytes *bytes = NULL;

  options.profile =
      sl_catalogue_find_profile (sl_analysis_get_catalogue (translated), options.profile->id);
  for (guint i = 0; i < order->n; i++) {
    g_clear_pointer (&bytes, g_bytes_unref);
    bytes = sl_report_new (translated, &options, order->format, NULL, NULL);
  }
  sl_language_leave (before);

  return bytes;
}

static GBytes *
report_in (SlLanguage *language, SlDecision *decision, SlReportFormat format)
{
  Order order = { language, decision, format, 1 };

  return g_thread_join (g_thread_new ("report", make_report, &order));
}

static char *
to_text (GBytes *bytes)
{
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* ---- which there are ---- */

static void
test_list (void **state)
{
  g_autoptr (GPtrArray) languages = NULL;

  need_german ();
  languages = sl_languages_list ();
  assert_int_equal (languages->len, 2);
  assert_true (sl_language_is_process (g_ptr_array_index (languages, 0)));
  assert_string_equal (sl_language_get_name (g_ptr_array_index (languages, 0)), "English");
  assert_string_equal (sl_language_get_name (g_ptr_array_index (languages, 1)), "Deutsch");
  assert_string_equal (sl_language_get_code (g_ptr_array_index (languages, 1)), "de");
  assert_false (sl_language_is_process (g_ptr_array_index (languages, 1)));
}

/* There is always English, whatever the process speaks. */
static void
test_list_in_german (void **state)
{
  g_autoptr (GPtrArray) languages = NULL;

  need_german ();
  setlocale (LC_ALL, GERMAN);
  languages = sl_languages_list ();
  setlocale (LC_ALL, "C.UTF-8");
  assert_int_equal (languages->len, 2);
  assert_string_equal (sl_language_get_name (g_ptr_array_index (languages, 0)), "Deutsch");
  assert_string_equal (sl_language_get_name (g_ptr_array_index (languages, 1)), "English");
}

/* Without a translation, numbers are as the person is used to them, and words are not. */
static void
test_list_without_translation (void **state)
{
  g_autoptr (GPtrArray) languages = NULL;

  need_german ();
  bindtextdomain (GETTEXT_PACKAGE, "/nonexistent");
  setlocale (LC_ALL, GERMAN);
  languages = sl_languages_list ();
  setlocale (LC_ALL, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, *state);
  assert_int_equal (languages->len, 2);
  assert_string_equal (sl_language_get_name (g_ptr_array_index (languages, 0)),
                       "English, numbers as in Deutschland");
  assert_string_equal (sl_language_get_name (g_ptr_array_index (languages, 1)), "English");
}

/* LANGUAGE goes before every locale: what would turn out otherwise is not offered. */
static void
test_list_with_language (void **state)
{
  g_autoptr (GPtrArray) languages = NULL;

  g_setenv ("LANGUAGE", "fr", TRUE);
  languages = sl_languages_list ();
  g_unsetenv ("LANGUAGE");
  assert_int_equal (languages->len, 1);
  assert_string_equal (sl_language_get_name (g_ptr_array_index (languages, 0)), "English");
}

/* ---- what is said in them ---- */

static void
test_words (void **state)
{
  g_autoptr (SlDecision) decision = NULL;
  g_autoptr (GPtrArray) languages = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  char *path = NULL;

  need_german ();
  decision = test_decision_new ();
  languages = sl_languages_list ();
  bytes = report_in ((SlLanguage *) find (languages, "de"), decision, SL_REPORT_HTML);
  text = to_text (bytes);
  assert_non_null (strstr (text, "<html lang=\"de\""));
  assert_non_null (strstr (text, ">Inhalt<"));
  assert_non_null (strstr (text, "Leute und was sie kosten"));
  assert_non_null (strstr (text, "24. November 2026"));
  assert_non_null (strstr (text, "Payments platform"));
  assert_true (g_regex_match_simple (">\\d\\d,\\d<", text, 0, 0));
  assert_false (g_regex_match_simple (">\\d\\d\\.\\d<", text, 0, 0));

  g_free (text);
  g_bytes_unref (bytes);
  bytes = report_in ((SlLanguage *) find (languages, "de"), decision, SL_REPORT_PDF);
  path = test_write (bytes, ".pdf");
  text = TEST_RUN ("pdftotext", "-layout", path, "-");
  assert_non_null (strstr (text, "Inhalt"));
  assert_non_null (strstr (text, "Leute und was sie kosten"));
  assert_non_null (strstr (text, "24. November 2026"));
  test_remove (path);

  /* The process goes on as it was. */
  assert_string_equal (sl_report_section_get_name (SL_REPORT_SECTION_SOURCES), "Sources");
  assert_string_equal (sl_report_get_language (), "en");
}

/* A JSON document without its strings. */
static char *
keep_figures (GBytes *bytes)
{
  g_autofree char *text = to_text (bytes);
  g_autoptr (GRegex) strings = g_regex_new ("\"(?:[^\"\\\\]|\\\\.)*\"", G_REGEX_OPTIMIZE, 0, NULL);

  return g_regex_replace_literal (strings, text, -1, 0, "", 0, NULL);
}

/* The same figures, drawn with the decision's own settings, and it says what it is written in. */
static void
test_numbers (void **state)
{
  g_autoptr (SlDecision) decision = NULL;
  SlReportOptions options;
  SlRobustnessSettings settings = SL_ROBUSTNESS_SETTINGS_DEFAULT;
  g_autoptr (GPtrArray) languages = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) own = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *figures = NULL;
  g_autofree char *own_figures = NULL;
  JsonObject *locale = NULL;

  need_german ();
  decision = test_decision_new ();
  options = test_options (decision);
  settings.seed = 17;
  settings.samples = 500;
  sl_decision_set_robustness (decision, &settings);
  languages = sl_languages_list ();
  bytes = report_in ((SlLanguage *) find (languages, "de"), decision, SL_REPORT_JSON);
  root = test_parse (bytes);
  locale = json_object_get_object_member (json_node_get_object (root), "locale");
  assert_string_equal (json_object_get_string_member (locale, "language"), "de");
  assert_true (g_str_has_prefix (json_object_get_string_member (locale, "messages"), "de_DE"));
  assert_true (g_str_has_prefix (json_object_get_string_member (locale, "numeric"), "de_DE"));

  own = test_report (decision, &options, SL_REPORT_JSON);
  figures = keep_figures (bytes);
  own_figures = keep_figures (own);
  assert_string_equal (figures, own_figures);
}

static void
test_robustness_settings (void **state)
{
  g_autoptr (SlDecision) decision = test_decision_new ();
  SlRobustnessSettings settings = SL_ROBUSTNESS_SETTINGS_DEFAULT;
  g_autoptr (SlAnalysis) analysis = NULL;
  g_autoptr (SlAnalysis) translated = NULL;

  settings.seed = 17;
  settings.samples = 500;
  sl_decision_set_robustness (decision, &settings);
  analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  translated = sl_analysis_translate (analysis, SL_BOARD_PATTERNS, NULL, NULL);
  assert_int_equal (sl_analysis_get_robustness (translated, SL_BOARD_PATTERNS)->n_trials, 500);
  assert_true (sl_robustness_settings_equal (&sl_analysis_get_requirements (translated)->robustness,
                                             &settings));
}

/* Two languages at once do not get in each other's way. */
static void
test_threads (void **state)
{
  g_autoptr (SlDecision) decision = NULL;
  g_autoptr (GPtrArray) languages = NULL;
  g_autoptr (GBytes) german = NULL;
  g_autoptr (GBytes) english = NULL;
  Order orders[2];
  GThread *threads[2];

  need_german ();
  decision = test_decision_new ();
  languages = sl_languages_list ();
  german = report_in (g_ptr_array_index (languages, 1), decision, SL_REPORT_HTML);
  english = report_in (g_ptr_array_index (languages, 0), decision, SL_REPORT_HTML);
  assert_false (g_bytes_equal (german, english));
  for (guint i = 0; i < 2; i++) {
    orders[i] = (Order) { g_ptr_array_index (languages, i), decision, SL_REPORT_HTML, 5 };
    threads[i] = g_thread_new ("report", make_report, &orders[i]);
  }
  for (guint i = 0; i < 2; i++) {
    g_autoptr (GBytes) bytes = g_thread_join (threads[i]);

    assert_true (g_bytes_equal (bytes, i == 0 ? english : german));
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_list),
    cmocka_unit_test (test_list_in_german),
    cmocka_unit_test (test_list_without_translation),
    cmocka_unit_test (test_list_with_language),
    cmocka_unit_test (test_words),
    cmocka_unit_test (test_numbers),
    cmocka_unit_test (test_robustness_settings),
    cmocka_unit_test (test_threads),
  };

  return cmocka_run_group_tests_name ("language", tests, set_up, tear_down);
}
