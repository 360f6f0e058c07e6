/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis.h"

G_BEGIN_DECLS

/* What the rules make of the catalogue under these requirements. */
typedef struct {
  GPtrArray *active;            /* of const SlRule */
  double *pillar_importance;    /* after emphasis */
  double *criterion_importance; /* after emphasis */
  double *technology_values;    /* technologies x criteria, 0-100 */
  double *pattern_values;       /* patterns x criteria, 0-100 */
  GPtrArray *
      *technology_reasons; /* a technology: of const SlReason; NULL: not excluded by a rule */
  GPtrArray **pattern_reasons;
} SlEffects;

typedef struct {
  SlRanking public;
  SlEntry *entries;
  const SlCriterion **criteria;
  double *weights;
  double *pillar_weights;
  gboolean *locked;
  double *mean_pillar_contributions;
  double *numbers; /* values, contributions and pillar contributions of all entries */
  SlMethod method;
  gsize agreement_once; /* guards what follows, which is made when it is first asked for */
  SlMethodAgreement agreement;
} SlBoardResult;

struct _SlAnalysis {
  gatomicrefcount ref_count;
  SlRequirements *requirements;
  SlCatalogue *catalogue; /* the requirements' */
  SlEffects effects;
  SlBoardResult boards[SL_N_BOARDS];
  GPtrArray *reasons;      /* owns every SlReason */
  GPtrArray *reason_lists; /* owns every list of them */
  GPtrArray *no_reasons;   /* the empty list */
  GArray *prices[SL_N_BOARDS];
  GPtrArray *advice;
  GPtrArray *companions;
  const char *headlines[SL_N_BOARDS];
  char *pairing_hint; /* nullable */
  char *answers[SL_N_BOARDS];
};

void sl_effects_init (SlAnalysis *self);
void sl_effects_clear (SlEffects *self);
/* Adds the points of the active rules that name both to the values of a pairing, and returns the
 * reasons of those that exclude it: of const SlReason, owned by the analysis; NULL if none does. */
GPtrArray *sl_effects_apply_to_pairing (SlAnalysis *self, const SlPairing *pairing, double *values);

void sl_board_result_init (SlAnalysis *self, SlBoard board);
void sl_board_result_clear (SlBoardResult *self);
/* Gives every entry its score, by the method. */
void sl_board_result_score (SlBoardResult *self);

SlReason *sl_analysis_add_reason (SlAnalysis *self);
GPtrArray *sl_analysis_add_reason_list (SlAnalysis *self);
const SlReason *sl_analysis_add_rule_reason (SlAnalysis *self, const SlRule *rule);

void sl_explanation_init (SlAnalysis *self);
/* «Security, Memory, Support and 2 more», of columns of a ranking. */
char *sl_criteria_join (const SlRanking *ranking,
                        const guint *columns,
                        guint n) G_GNUC_WARN_UNUSED_RESULT;

gboolean sl_rule_names_technology (const SlRule *rule, const SlAlternative *technology);
gboolean sl_rule_names_pattern (const SlRule *rule, const SlAlternative *pattern);
gboolean sl_rule_names_entry (const SlRule *rule, const SlEntry *entry);

G_END_DECLS
