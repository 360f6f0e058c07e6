/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Which sources a report rests on, and their numbers in it. */

#include "report/text-private.h"
#include "report/report.h"

G_BEGIN_DECLS

/* Those of the rules that hold, of the values on the boards and of the claims about the first: of
 * const SlSource, in the order in which a report comes to them. The number of a source is its
 * place, from 1. */
GPtrArray *sl_citations_new (SlAnalysis *analysis) G_GNUC_WARN_UNUSED_RESULT;

/* The alternatives whose claims a report lists: the first three of the boards of technologies and
 * patterns. */
GPtrArray *sl_report_list_claimants (SlAnalysis *analysis) G_GNUC_WARN_UNUSED_RESULT;

/* The sources of a rule and of what it cites; of a claim; of all values of a column on a board. */
GPtrArray *sl_rule_list_sources (const SlRule *rule) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *sl_claim_list_sources (const SlClaim *claim) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
sl_ranking_list_sources (const SlRanking *ranking, guint column) G_GNUC_WARN_UNUSED_RESULT;

/* Appends « [1, 3–5]», each number a link; nothing for no sources. */
void sl_text_append_citations (SlText *text, const GPtrArray *citations, const GPtrArray *sources);
/* What links to the source with this number go to. */
char *sl_citation_place (guint number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
