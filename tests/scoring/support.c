/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <math.h>
#include <string.h>

TestProblem *
test_problem_new (size_t n, size_t m)
{
  TestProblem *new = g_new0 (TestProblem, 1);

  new->options = SL_METHOD_OPTIONS_DEFAULT;
  new->performances = g_new0 (double, n *m);
  new->weights = g_new (double, m);
  new->scales = g_new (SlScale, m);
  for (size_t j = 0; j < m; j++) {
    new->weights[j] = 1;
    new->scales[j] = SL_SCALE_DEFAULT;
  }
  new->problem = (SlProblem) { n, m, new->performances, new->weights, new->scales };
  return new;
}

void
test_problem_free (TestProblem *problem)
{
  g_free (problem->performances);
  g_free (problem->weights);
  g_free (problem->scales);
  g_free (problem);
}

TestProblem *
test_problem_copy (const TestProblem *problem)
{
  size_t n = problem->problem.n_alternatives;
  size_t m = problem->problem.n_criteria;
  TestProblem *copy = test_problem_new (n, m);

  copy->options = problem->options;
  memcpy (copy->performances, problem->performances, n * m * sizeof (double));
  memcpy (copy->weights, problem->weights, m * sizeof (double));
  memcpy (copy->scales, problem->scales, m * sizeof (SlScale));
  return copy;
}

TestProblem *
test_problem_without_row (const TestProblem *problem, size_t row)
{
  TestProblem *copy = test_problem_copy (problem);
  size_t m = problem->problem.n_criteria;

  copy->problem.n_alternatives--;
  memmove (copy->performances + row * m, copy->performances + (row + 1) * m,
           (copy->problem.n_alternatives - row) * m * sizeof (double));
  return copy;
}

TestProblem *
test_problem_random (guint32 seed, size_t n, size_t m)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  TestProblem *new = test_problem_new (n, m);

  for (size_t i = 0; i < n * m; i++)
    new->performances[i] = g_rand_double_range (random, 1, 10);
  for (size_t j = 0; j < m; j++) {
    new->weights[j] = g_rand_double_range (random, 0.1, 1);
    new->scales[j].direction = (SlDirection) g_rand_int_range (random, 0, 2);
    new->scales[j].preference = (SlPreference) g_rand_int_range (random, 0, 6);
    new->scales[j].q = g_rand_double_range (random, 0, 2);
    new->scales[j].p = g_rand_double_range (random, 2, 5);
    new->scales[j].s = g_rand_double_range (random, 1, 3);
  }
  return new;
}

void
test_problem_fix_scales (TestProblem *problem)
{
  for (size_t j = 0; j < problem->problem.n_criteria; j++) {
    gboolean cost = problem->scales[j].direction == SL_DIRECTION_MIN;

    problem->scales[j].worst = cost ? 11 : 0;
    problem->scales[j].best = cost ? 0 : 11;
  }
}

double *
test_read_numbers (JsonObject *object, const char *member, size_t *n)
{
  JsonArray *array = json_object_get_array_member (object, member);
  double *numbers;

  *n = json_array_get_length (array);
  numbers = g_new (double, *n);
  for (size_t i = 0; i < *n; i++)
    numbers[i] = json_array_get_double_element (array, (guint) i);
  return numbers;
}

static void
read_matrix (JsonObject *object, TestProblem *problem)
{
  JsonArray *rows = json_object_get_array_member (object, "matrix");
  size_t m = problem->problem.n_criteria;

  for (size_t i = 0; i < problem->problem.n_alternatives; i++) {
    JsonArray *row = json_array_get_array_element (rows, (guint) i);

    for (size_t j = 0; j < m; j++)
      problem->performances[i * m + j] = json_array_get_double_element (row, (guint) j);
  }
}

static double
read_number (JsonObject *object, const char *member, size_t j, double otherwise)
{
  if (!json_object_has_member (object, member))
    return otherwise;
  return json_array_get_double_element (json_object_get_array_member (object, member), (guint) j);
}

static void
read_preference (JsonObject *object, size_t j, SlScale *scale)
{
  JsonObject *preference;

  if (!json_object_has_member (object, "preferences"))
    return;
  preference = json_array_get_object_element (json_object_get_array_member (object, "preferences"),
                                              (guint) j);
  assert_true (sl_preference_from_id (json_object_get_string_member (preference, "type"),
                                      &scale->preference, NULL));
  scale->q = json_object_get_double_member_with_default (preference, "q", NAN);
  scale->p = json_object_get_double_member_with_default (preference, "p", NAN);
  scale->s = json_object_get_double_member_with_default (preference, "s", NAN);
}

TestProblem *
test_problem_from_case (JsonObject *object)
{
  JsonArray *rows = json_object_get_array_member (object, "matrix");
  JsonArray *directions = json_object_get_array_member (object, "directions");
  size_t m = json_array_get_length (directions);
  TestProblem *new = test_problem_new (json_array_get_length (rows), m);
  const char *normalisation =
      json_object_get_string_member_with_default (object, "normalisation", "none");

  read_matrix (object, new);
  for (size_t j = 0; j < m; j++) {
    assert_true (sl_direction_from_id (json_array_get_string_element (directions, (guint) j),
                                       &new->scales[j].direction, NULL));
    new->weights[j] = read_number (object, "weights", j, 1);
    new->scales[j].worst = read_number (object, "worst", j, NAN);
    new->scales[j].best = read_number (object, "best", j, NAN);
    read_preference (object, j, &new->scales[j]);
  }
  assert_true (sl_normalisation_from_id (normalisation, &new->options.normalisation, NULL));
  new->options.v = json_object_get_double_member_with_default (object, "v", 0.5);
  return new;
}

void
test_evaluate (const TestProblem *problem, SlMethod method, SlEvaluation *evaluation)
{
  SlMethodOptions options = problem->options;
  g_autoptr (GError) error = NULL;

  options.method = method;
  if (!sl_evaluate (&problem->problem, &options, evaluation, &error))
    fail_msg ("%s: %s", sl_method_get_id (method), error->message);
}

void
test_evaluate_fails (const TestProblem *problem, SlScoringError code, const char *text)
{
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  g_autoptr (GError) error = NULL;

  if (sl_evaluate (&problem->problem, &problem->options, evaluation, &error))
    fail_msg ("no error with “%s”", text);
  if (!g_error_matches (error, SL_SCORING_ERROR, (int) code) || !strstr (error->message, text))
    fail_msg ("error %d “%s”, expected %d “%s”", error->code, error->message, (int) code, text);
  assert_null (sl_evaluation_get_scores (evaluation));
}

void
assert_near (double actual, double expected, double tolerance, const char *what, size_t index)
{
  if (!(fabs (actual - expected) <= tolerance))
    fail_msg ("%s %zu: %.17g, expected %.17g within %g", what, index, actual, expected, tolerance);
}

void
assert_all_near (const double *actual,
                 const double *expected,
                 size_t n,
                 double tolerance,
                 const char *what)
{
  assert_non_null (actual);
  for (size_t i = 0; i < n; i++)
    assert_near (actual[i], expected[i], tolerance, what, i);
}

void
assert_same_ranks (const unsigned *actual, const unsigned *expected, size_t n)
{
  for (size_t i = 0; i < n; i++)
    if (actual[i] != expected[i])
      fail_msg ("rank of %zu: %u, expected %u", i, actual[i], expected[i]);
}

void
assert_expected (JsonObject *object, const char *member, const double *actual, size_t n)
{
  JsonObject *expected = json_object_get_object_member (object, "expected");
  double tolerance = json_object_get_double_member (object, "tolerance");
  g_autofree double *numbers = NULL;
  size_t n_expected;

  if (!json_object_has_member (expected, member))
    return;
  numbers = test_read_numbers (expected, member, &n_expected);
  assert_int_equal (n, n_expected);
  assert_all_near (actual, numbers, n, tolerance, member);
}

void
assert_expected_ranks (JsonObject *object, const char *member, const unsigned *actual)
{
  JsonObject *expected = json_object_get_object_member (object, "expected");
  g_autofree double *numbers = NULL;
  size_t n;

  if (!json_object_has_member (expected, member))
    return;
  numbers = test_read_numbers (expected, member, &n);
  for (size_t i = 0; i < n; i++)
    assert_near (actual[i], numbers[i], 0, member, i);
}

static void
assert_expected_flag (JsonObject *object, const char *member, gboolean actual)
{
  JsonObject *expected = json_object_get_object_member (object, "expected");

  if (json_object_has_member (expected, member))
    assert_int_equal (actual, json_object_get_boolean_member (expected, member));
}

static void
assert_expected_compromise (JsonObject *object, const gboolean *actual, size_t n)
{
  JsonObject *expected = json_object_get_object_member (object, "expected");
  g_autofree double *members = NULL;
  size_t n_members;
  size_t next = 0;

  if (!json_object_has_member (expected, "compromise_set"))
    return;
  members = test_read_numbers (expected, "compromise_set", &n_members);
  for (size_t i = 0; i < n; i++) {
    gboolean member = next < n_members && members[next] == (double) i;

    if (actual[i] != member)
      fail_msg ("%zu is %sin the compromise set", i, actual[i] ? "" : "not ");
    next += (size_t) member;
  }
}

/* Some programs take weights as they are; ours always sum to 1. */
static void
undo_weights (JsonObject *object, const TestProblem *problem, SlMethod method, double *scores)
{
  double sum = 0;

  if (json_object_get_boolean_member_with_default (object, "weights_normalised", TRUE))
    return;
  for (size_t j = 0; j < problem->problem.n_criteria; j++)
    sum += problem->weights[j];
  for (size_t i = 0; i < problem->problem.n_alternatives; i++)
    scores[i] = method == SL_METHOD_GEOMETRIC ? pow (scores[i], sum) : scores[i] * sum;
}

static const char *group;

void
test_check_method_case (void **state)
{
  JsonObject *object = *state;
  g_autoptr (TestProblem) problem = test_problem_from_case (object);
  g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
  size_t n = problem->problem.n_alternatives;
  g_autofree double *scores = NULL;
  SlMethod method;

  assert_true (sl_method_from_id (group, &method, NULL));
  test_evaluate (problem, method, evaluation);
  scores = g_memdup2 (sl_evaluation_get_scores (evaluation), n * sizeof *scores);
  undo_weights (object, problem, method, scores);

  assert_expected (object, "scores", scores, n);
  assert_expected_ranks (object, "ranks", sl_evaluation_get_ranks (evaluation));
  assert_expected (object, "phi_plus", sl_evaluation_get_phi_plus (evaluation), n);
  assert_expected (object, "phi_minus", sl_evaluation_get_phi_minus (evaluation), n);
  assert_expected (object, "S", sl_evaluation_get_s (evaluation), n);
  assert_expected (object, "R", sl_evaluation_get_r (evaluation), n);
  assert_expected (object, "Q", sl_evaluation_get_q (evaluation), n);
  assert_expected_flag (object, "acceptable_advantage",
                        sl_evaluation_has_acceptable_advantage (evaluation));
  assert_expected_flag (object, "acceptable_stability",
                        sl_evaluation_has_acceptable_stability (evaluation));
  assert_expected_compromise (object, sl_evaluation_get_compromise (evaluation), n);
}

static JsonParser *
load (const char *name)
{
  JsonParser *parser = json_parser_new_immutable ();
  g_autofree char *path = g_strconcat (TEST_DATA, "/", name, ".json", NULL);
  g_autoptr (GError) error = NULL;

  if (!json_parser_load_from_file (parser, path, &error))
    g_error ("%s: %s", path, error->message);
  return parser;
}

static void
add_cases (GArray *tests, JsonParser *parser, const char *method, CMUnitTestFunction check)
{
  JsonArray *cases = json_node_get_array (json_parser_get_root (parser));

  for (guint i = 0; i < json_array_get_length (cases); i++) {
    JsonObject *object = json_array_get_object_element (cases, i);
    struct CMUnitTest test = { json_object_get_string_member (object, "id"), check, NULL, NULL,
                               object };

    if (method == NULL ||
        g_str_equal (json_object_get_string_member_with_default (object, "method", ""), method))
      g_array_append_val (tests, test);
  }
}

int
test_run (const char *name,
          const struct CMUnitTest *own,
          size_t n_own,
          CMUnitTestFunction check,
          gboolean computed_too)
{
  g_autoptr (JsonParser) published = load (name);
  g_autoptr (JsonParser) computed = load ("computed");
  g_autoptr (GArray) tests = g_array_new (FALSE, FALSE, sizeof (struct CMUnitTest));

  group = name;
  g_array_append_vals (tests, own, (guint) n_own);
  add_cases (tests, published, NULL, check);
  if (computed_too)
    add_cases (tests, computed, name, check);
  return _cmocka_run_group_tests (name, (const struct CMUnitTest *) (gpointer) tests->data,
                                  tests->len, NULL, NULL);
}
