/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Numbers, names and lists as people read them, in the user's language. */

#include "report/report.h"

G_BEGIN_DECLS

char *sl_words_score (double score) G_GNUC_WARN_UNUSED_RESULT;              /* 78.4 */
char *sl_words_value (double value) G_GNUC_WARN_UNUSED_RESULT;              /* 78 */
char *sl_words_share (double share) G_GNUC_WARN_UNUSED_RESULT;              /* 24 %, 4.1 % */
char *sl_words_importance (double number) G_GNUC_WARN_UNUSED_RESULT;        /* 7, 7.5 */
char *sl_words_date (gint64 date) G_GNUC_WARN_UNUSED_RESULT;                /* 24 November 2026 */
char *sl_words_rule_effects (const SlRule *rule) G_GNUC_WARN_UNUSED_RESULT; /* Latency −10, … */

const char *sl_words_strength (SlStrength strength);
const char *sl_words_kind (const char *kind);
/* 2026-11-24T10:00:00Z */
char *sl_date_to_iso8601 (gint64 date) G_GNUC_WARN_UNUSED_RESULT;

/* What a value rests on, the team's own word included. */
typedef enum {
  SL_MARK_UNKNOWN,
  SL_MARK_JUDGEMENT,
  SL_MARK_SURVEY,
  SL_MARK_MEASURED,
  SL_MARK_OVERRIDE,
} SlMark;

#define SL_N_MARKS 5

/* Of a technology or a pattern; of a pairing: the weaker of the two that decide the criterion. */
SlMark sl_mark_for_entry (SlAnalysis *analysis, const SlEntry *entry, const SlCriterion *criterion);
const char *sl_mark_get_id (SlMark mark);     /* unknown, judgement, survey, measured, override */
const char *sl_mark_get_symbol (SlMark mark); /* told apart by shape */
const char *sl_mark_get_name (SlMark mark);   /* translated */

/* The value of an entry was raised (1) or lowered (-1) by a rule; 0: neither, or a pairing. */
int sl_entry_get_shift (SlAnalysis *analysis, const SlEntry *entry, const SlCriterion *criterion);

G_END_DECLS
