/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <json-glib/json-glib.h>
#include "report/report.h"

G_BEGIN_DECLS

/* A decision about the shipped catalogue with everything that a report can tell: a profile, a
 * minimum that rules somebody out, a value of the team's own, and two people with weights. */
SlDecision *test_decision_new (void);
/* A decision among forty technologies and more, with long names in several scripts. */
SlDecision *test_large_decision_new (void);
SlReportOptions test_options (SlDecision *decision);
GBytes *test_report (SlDecision *decision, const SlReportOptions *options, SlReportFormat format);

/* What the bytes hold; fails the test if they are no JSON. */
JsonNode *test_parse (GBytes *bytes);

/* Writes the bytes to a file of their own, which test_remove() takes away again. */
char *test_write (GBytes *bytes, const char *suffix);
void test_remove (char *path);
/* What a tool prints about a file; fails the test if it is missing or does not end with 0. */
char *test_run (const char *const *command);

#define TEST_RUN(...) test_run ((const char *const[]) { __VA_ARGS__, NULL })

G_END_DECLS
