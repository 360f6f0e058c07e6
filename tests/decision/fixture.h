/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the tests of the decision and of the analysis share: two catalogues (a small one whose
 * numbers can be worked out by hand, and the shipped one) and short ways to what is in them. */

#include "decision/decision.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

G_BEGIN_DECLS

/* Of numbers up to 100, what the order of a sum may change. */
#define assert_near(actual, expected) fixture_near (actual, expected, #actual, __FILE__, __LINE__)
void
fixture_near (double actual, double expected, const char *expression, const char *file, int line);

SlCatalogue *fixture_farm (void);
/* The farm with some of its files replaced: pairs of a file and its text, then NULL. */
SlCatalogue *fixture_farm_with (const char *file, ...) G_GNUC_NULL_TERMINATED;
/* The shipped catalogue with files that extend it. */
SlCatalogue *fixture_extended (const char *file, ...) G_GNUC_NULL_TERMINATED;
char *fixture_farm_file (const char *file);
SlCatalogue *fixture_shipped (void);

/* These fail the test where there is none. */
const SlPillar *fixture_pillar (SlCatalogue *catalogue, const char *id);
const SlCriterion *fixture_criterion (SlCatalogue *catalogue, const char *id);
const SlFact *fixture_fact (SlCatalogue *catalogue, const char *id);
const SlProfile *fixture_profile (SlCatalogue *catalogue, const char *id);
const SlAlternative *fixture_alternative (SlCatalogue *catalogue, const char *id);

/* Edits by id; of importance and minimum a pillar's or a criterion's. */
void fixture_set_importance (SlDecision *decision, const char *id, double importance);
void fixture_set_minimum (SlDecision *decision, const char *id, double minimum);
/* Of a pillar or a criterion; NAN: none. */
void fixture_set_lock (SlDecision *decision, const char *id, double share);
void fixture_set_fact (SlDecision *decision, const char *id, double value);
void fixture_override (SlDecision *decision,
                       const char *alternative,
                       const char *criterion,
                       double mode);

/* One random edit, out of all that there are; it may change nothing. */
void fixture_random_edit (SlDecision *decision, GRand *random);
/* Requirements that differ from the profiles' in many places at once. */
SlRequirements *fixture_random_requirements (SlCatalogue *catalogue, GRand *random);

char *fixture_text (SlDecision *decision);
/* Drops the last reference, which it must be. */
void fixture_finalize (SlDecision *decision);

G_END_DECLS
