/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the test programs of this folder share: cases read from data/, random problems with a fixed
 * seed, and comparisons that say what they compared. */

#include "scoring/scoring.h"

#include <json-glib/json-glib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

typedef struct {
  SlProblem problem; /* points to what follows */
  SlMethodOptions options;
  double *performances;
  double *weights;
  SlScale *scales;
} TestProblem;

void test_problem_free (TestProblem *problem);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestProblem, test_problem_free)

TestProblem *test_problem_new (size_t n, size_t m);
TestProblem *test_problem_copy (const TestProblem *problem);
TestProblem *test_problem_without_row (const TestProblem *problem, size_t row);

/* Performances in 1..10, mixed directions, preference functions and weights, relative scales. */
TestProblem *test_problem_random (guint32 seed, size_t n, size_t m);

/* Gives every criterion ends that lie beyond the data. */
void test_problem_fix_scales (TestProblem *problem);

/* matrix, directions, weights, worst, best, preferences, normalisation, v. */
TestProblem *test_problem_from_case (JsonObject *object);

/* sl_evaluate () that must succeed. */
void test_evaluate (const TestProblem *problem, SlMethod method, SlEvaluation *evaluation);

/* sl_evaluate () that must fail, with a message that holds `text`. */
void test_evaluate_fails (const TestProblem *problem, SlScoringError code, const char *text);

void assert_near (double actual, double expected, double tolerance, const char *what, size_t index);
void assert_all_near (const double *actual,
                      const double *expected,
                      size_t n,
                      double tolerance,
                      const char *what);
void assert_same_ranks (const unsigned *actual, const unsigned *expected, size_t n);

/* The member of a case's "expected"; nothing is compared if it is not there. */
void assert_expected (JsonObject *object, const char *member, const double *actual, size_t n);
void assert_expected_ranks (JsonObject *object, const char *member, const unsigned *actual);

double *test_read_numbers (JsonObject *object, const char *member, size_t *n);

/* Runs `own` and one test for each case of data/<name>.json and, of the same method, of
 * data/computed.json; `check` finds its JsonObject in *state. */
int test_run (const char *name,
              const struct CMUnitTest *own,
              size_t n_own,
              CMUnitTestFunction check,
              gboolean computed_too);

#define TEST_RUN(name, own, check, computed_too)                                                   \
  test_run (name, own, G_N_ELEMENTS (own), check, computed_too)

/* For each case of a method: scores, ranks and all else that is expected. */
void test_check_method_case (void **state);
