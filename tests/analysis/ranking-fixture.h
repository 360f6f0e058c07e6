/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Short ways to what is in an analysis. */

#include "analysis/analysis.h"
#include "fixture.h"

G_BEGIN_DECLS

/* The farm, a decision on it, and the analysis of what it says now. */
typedef struct {
  SlCatalogue *catalogue;
  SlDecision *decision;
  SlAnalysis *analysis; /* NULL until someone asks */
} Farm;

int farm_setup (void **state);
int farm_teardown (void **state);
/* Of the present requirements; good until the next call. */
SlAnalysis *farm_analyse (Farm *self);
/* After setting one fact. */
SlAnalysis *farm_analyse_with (Farm *self, const char *fact, double value);

#define farm_test(function) cmocka_unit_test_setup_teardown (function, farm_setup, farm_teardown)

/* The values of the farm's choice. */
enum {
  SPRING,
  SUMMER,
  WINTER,
};

/* «1 ant, 2 bee, 2 dog, - cow»: all entries in their order, each with its rank. */
char *ranking_describe (const SlRanking *ranking);
void expect_ranking (SlAnalysis *analysis, SlBoard board, const char *expected);
void expect_score (SlAnalysis *analysis, SlBoard board, const char *id, double expected);
void expect_cell (SlAnalysis *analysis,
                  SlBoard board,
                  const char *id,
                  const char *criterion,
                  double expected);
/* Fails the test where there is none. */
const SlEntry *find_entry (SlAnalysis *analysis, SlBoard board, const char *id);
/* The column of a criterion; G_MAXUINT if the board has none. */
guint find_column (const SlRanking *ranking, const char *criterion);
/* «rain-cow, calm»: the rules and the minimums that exclude an entry. */
void expect_reasons (SlAnalysis *analysis, SlBoard board, const char *id, const char *expected);

G_END_DECLS
