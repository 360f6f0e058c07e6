/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What is different between two states of a decision: of what is required, of the catalogue, and of
 * the ranking that follows. The two may have different catalogues; things are the same by id. */

#include "analysis.h"

G_BEGIN_DECLS

/* What a change is about. */
typedef enum {
  SL_CHANGE_REQUIREMENT,
  SL_CHANGE_ALTERNATIVE, /* a technology or a pattern that is new or gone */
  SL_CHANGE_CRITERION,   /* a pillar or a criterion that is new or gone */
  SL_CHANGE_FACT,        /* likewise */
  SL_CHANGE_VALUE,       /* an alternative's on a criterion */
  SL_CHANGE_RULE,
} SlChangeKind;

#define SL_N_CHANGE_KINDS 6

typedef struct {
  SlChangeKind kind;
  char *what;   /* «Importance of Security», «Security of Go», what a rule states */
  char *before; /* NULL: it was not there */
  char *after;  /* NULL: it is gone */
} SlChange;

/* Of SlChange, in the order of the catalogue: method, importance, facts, minimums and own values.
 * What only one of two catalogues has is no change of what is required. */
GPtrArray *sl_list_requirement_changes (SlRequirements *before,
                                        SlRequirements *after) G_GNUC_WARN_UNUSED_RESULT;
/* Of SlChange, by kind. A value is another if it, or how far it may be off, is by 0.05 or more. */
GPtrArray *
sl_list_catalogue_changes (SlCatalogue *before, SlCatalogue *after) G_GNUC_WARN_UNUSED_RESULT;

/* The place of an alternative, before and after. */
typedef struct {
  char *name;
  guint rank_before; /* 0: ruled out, or not there */
  guint rank_after;
  double score_before; /* 0-100; NAN: not there */
  double score_after;
} SlPlaceChange;

/* Of SlPlaceChange: everyone of a board, as they are ranked after; then those that are not, as they
 * were before. */
GPtrArray *
sl_list_places (SlAnalysis *before, SlAnalysis *after, SlBoard board) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
