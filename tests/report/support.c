/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "support.h"

/* 24 November 2026 */
#define DATE 1795478400

static const SlPillar *
criterion_pillar (const GPtrArray *criteria, guint index)
{
  return ((const SlCriterion *) g_ptr_array_index (criteria, index))->pillar;
}

SlDecision *
test_decision_new (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCatalogue) catalogue = sl_catalogue_new (&error);
  const GPtrArray *technologies = NULL;
  const GPtrArray *criteria = NULL;
  const GPtrArray *profiles = NULL;
  SlDecision *decision = NULL;

  if (catalogue == NULL)
    fail_msg ("%s", error->message);

  technologies = sl_catalogue_get_technologies (catalogue);
  criteria = sl_catalogue_get_criteria (catalogue);
  profiles = sl_catalogue_get_profiles (catalogue);
  decision = sl_decision_new (catalogue);
  sl_decision_set_title (decision, "Payments platform");
  sl_decision_apply_profile (decision, g_ptr_array_index (profiles, profiles->len - 1));
  sl_decision_set_override (decision, g_ptr_array_index (technologies, 1),
                            g_ptr_array_index (criteria, 0), 10, 20, 30,
                            "We measured <b>it</b> & 'that' is what came out.");
  sl_decision_set_criterion_minimum (decision, g_ptr_array_index (criteria, 0), 40);
  sl_decision_set_context (decision, "The contract ends.\n\n<i>So</i> we have to move.");
  sl_decision_set_participants (decision,
                                (const char *const[]) { "Ana & \"Co\" (CTO)", "李雷", NULL });
  sl_decision_set_participant_criterion_importance (decision, 0, g_ptr_array_index (criteria, 1),
                                                    9);
  sl_decision_set_participant_pillar_importance (decision, 1, criterion_pillar (criteria, 3), 0);
  sl_decision_set_note (decision, ((const SlAlternative *) technologies->pdata[0])->id,
                        "Two of us know it.");
  sl_decision_set_outcome (
      decision, &(SlOutcome) { .status = SL_STATUS_DECIDED,
                               .alternative = ((const SlAlternative *) technologies->pdata[2])->id,
                               .rationale = "Hiring counts *most*.",
                               .date = "2026-11-20",
                               .superseded_by = "" });

  return decision;
}

/* One of many technologies of a user's own. */
static void
append_technology (GString *json, guint i)
{
  static const char *const names[] = {
    "A framework with a name too long for any column, version",
    "إطار عمل لتطوير الخدمات الخلفية رقم",
    "高性能分布式微服务框架版本号",
    "Þjónustuframleiðsluhugbúnaðarlausnasmíðaumhverfi",
  };

  g_string_append_printf (
      json,
      "%s{ \"id\": \"own-%u\", \"name\": \"%s %u\", \"language\": \"Go\", \"family\": "
      "\"go\", \"summary\": \"Ours.\", \"tags\": [], \"strengths\": [\"Known.\"], \"weaknesses\": "
      "[\"Slow.\"], \"best_for\": [], \"subjects\": [], \"values\": { \"latency\": { \"low\": %u, "
      "\"mode\": %u, \"high\": %u, \"reason\": \"Judged.\" } } }",
      i > 0 ? ", " : "", i, names[i % G_N_ELEMENTS (names)], i, 10 + i, 20 + i, 30 + i);
}

SlDecision *
test_large_decision_new (void)
{
  GString *json = g_string_new ("{ \"format\": \"technologies-1\", \"catalogue\": \"ours\", "
                                "\"version\": \"1\", \"extends\": \"shortlist\", "
                                "\"technologies\": [");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCatalogue) catalogue = NULL;
  SlDecision *decision = NULL;

  for (guint i = 0; i < 26; i++)
    append_technology (json, i);
  g_string_append (json, "] }");
  bytes = g_string_free_to_bytes (json);
  catalogue = sl_catalogue_new_for_bytes (bytes, "ours.json", &error);
  if (catalogue == NULL)
    fail_msg ("%s", error->message);

  decision = sl_decision_new (catalogue);
  sl_decision_set_title (decision, "اختيار منصة الخدمات الخلفية للشركة");
  sl_decision_set_context (decision, "选择后端技术：团队需要在一年内完成迁移。");

  return decision;
}

SlReportOptions
test_options (SlDecision *decision)
{
  return (SlReportOptions) {
    .title = sl_decision_get_title (decision),
    .prose = sl_decision_get_prose (decision),
    .profile = sl_decision_get_profile (decision),
    .board = SL_BOARD_TECHNOLOGIES,
    .paper = SL_PAPER_A4,
    .date = DATE,
  };
}

GBytes *
test_report (SlDecision *decision, const SlReportOptions *options, SlReportFormat format)
{
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  g_autoptr (GError) error = NULL;
  GBytes *bytes = sl_report_new (analysis, options, format, NULL, &error);

  if (bytes == NULL)
    fail_msg ("%s", error->message);

  return bytes;
}

JsonNode *
test_parse (GBytes *bytes)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  JsonNode *root = json_from_string (text, NULL);

  assert_non_null (root);

  return root;
}

char *
test_write (GBytes *bytes, const char *suffix)
{
  g_autofree char *name = g_strdup_printf ("shortlist-XXXXXX%s", suffix);
  char *path = NULL;
  int fd = g_file_open_tmp (name, &path, NULL);

  assert_true (fd >= 0);
  assert_true (g_close (fd, NULL));
  assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                    (gssize) g_bytes_get_size (bytes), NULL));

  return path;
}

void
test_remove (char *path)
{
  g_unlink (path);
  g_free (path);
}

char *
test_run (const char *const *command)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  g_autofree char *diagnostics = NULL;

  process = g_subprocess_newv (
      command, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
  if (process == NULL)
    fail_msg ("%s: %s", command[0], error->message);
  if (!g_subprocess_communicate_utf8 (process, NULL, NULL, &out, &diagnostics, &error))
    fail_msg ("%s: %s", command[0], error->message);
  if (!g_subprocess_get_if_exited (process) || g_subprocess_get_exit_status (process) != 0)
    fail_msg ("%s failed: %s%s", command[0], out, diagnostics);

  return out;
}
