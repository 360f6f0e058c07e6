/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Linear models for the tests of sensitivity, and what a model comes to under other weights, worked
 * out on its own. */

#include "support.h"

#include "scoring/sensitivity.h"

typedef struct {
  SlLinearModel model; /* points to what follows */
  double *values;
  double *weights;
  gboolean *locked;
  gboolean *raised;
  gboolean *lowered;
  SlWeightPath path; /* of these two */
} TestModel;

void test_model_free (TestModel *model);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestModel, test_model_free)

/* Values 0, equal weights, nothing locked, the first criterion against all others. */
TestModel *test_model_new (size_t n, size_t m);
/* The values of a problem by a linear method. */
TestModel *test_model_from_problem (const TestProblem *problem, SlMethod method);
/* The matrix of a case as it is. */
TestModel *test_model_from_case (JsonObject *object);
/* Values in 0..1 and weights. Of some seeds: grades with many ties, weights of zero, locks. */
TestModel *test_model_random (guint32 seed, size_t n, size_t m);

/* One criterion against all others; or groups by chance. */
void test_model_raise_one (TestModel *model, size_t criterion);
void test_model_raise_random (TestModel *model, GRand *random);

/* Where the raised of the path have `total`. */
void test_model_get_weights (const TestModel *model, double total, double *weights);
void test_model_get_ends (const TestModel *model, double *now, double *end);

/* By how much an alternative leads all others. */
double test_model_get_lead (const TestModel *model, const double *weights, size_t alternative);
size_t test_model_get_first (const TestModel *model, const double *weights);

/* Weights by chance that the locks leave. */
void test_model_draw_weights (const TestModel *model, GRand *random, double *weights);

/* Not negative, of sum 1, locked ones as they are. */
void assert_weights_allowed (const TestModel *model, const double *weights);
