/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis.h"
#include "robustness.h"
#include "sensitivity.h"

G_BEGIN_DECLS

/* Values and how far each may be from the truth, 0-100, low <= mode <= high. Rules move all three.
 */
typedef struct {
  double *low;
  double *mode;
  double *high;
} SlSpread;

/* After emphasis: far beyond what any rules add up to, and its square is still finite. */
#define SL_LARGEST_IMPORTANCE 1e100

/* What the rules make of the catalogue under these requirements. */
typedef struct {
  GPtrArray *active;            /* of const SlRule */
  double *pillar_importance;    /* after emphasis */
  double *criterion_importance; /* after emphasis */
  SlSpread technology_values;   /* technologies x criteria */
  SlSpread pattern_values;      /* patterns x criteria */
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
  gsize bands_once; /* likewise */
  SlBands bands;
  SlStability *criterion_stability; /* what the bands refer to */
  SlStability *pillar_stability;
  SlSliderBand *criterion_sliders;
  SlSliderBand *pillar_sliders;
} SlBoardResult;

struct _SlAnalysis {
  gatomicrefcount ref_count;

  /* What takes longer than the ranking, and is added to it in a new analysis. That one has the
   * ranking, and all that follows here, from its base. */
  SlAnalysis *base;                        /* NULL: its own */
  SlRobustness *robustness[SL_N_BOARDS];   /* nullable */
  SlSensitivity *sensitivity[SL_N_BOARDS]; /* nullable */

  SlRequirements *requirements;
  SlCatalogue *catalogue; /* the requirements' */
  SlEffects effects;
  SlBoardResult boards[SL_N_BOARDS];
  GPtrArray *reasons;      /* owns every SlReason */
  GPtrArray *reason_lists; /* owns every list of them */
  GPtrArray *no_reasons;   /* the empty list */
  GArray *prices[SL_N_BOARDS];
  gsize relaxations_once; /* guards what follows, which is made when it is first asked for */
  GPtrArray **relaxations[SL_N_BOARDS]; /* an entry: of SlRelaxation; NULL: ranked */
  GArray *ways_back[SL_N_BOARDS];
  GPtrArray *advice;
  GPtrArray *companions;
  const char *headlines[SL_N_BOARDS];
  char *pairing_hint; /* nullable */
  char *answers[SL_N_BOARDS];
};

/* A board as the scoring module takes it; refers to the weights of the board. */
typedef struct {
  SlProblem problem;
  double *performances;
  SlScale *scales;
  guint *entries; /* which entry each row is */
} SlBoardProblem;

typedef enum {
  SL_ROWS_RANKED,
  SL_ROWS_NEAR, /* and those that nothing but the minimum of a pillar excludes, behind them */
  SL_ROWS_ALL,
} SlBoardRows;

void sl_board_problem_init (SlBoardProblem *self, const SlBoardResult *board, SlBoardRows rows);
void sl_board_problem_clear (SlBoardProblem *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SlBoardProblem, sl_board_problem_clear)

SlMethodOptions sl_board_get_options (SlMethod method);
/* From what the scoring module gives to the 0-100 of a board. */
double sl_board_convert_score (SlMethod method, double score);

/* The bands, however long it takes to find them; NULL if nobody is ranked or no criterion counts.
 */
const SlBands *sl_analysis_force_bands (SlAnalysis *self, SlBoard board);
void sl_board_result_clear_bands (SlBoardResult *self);

/* How far the values of the ranked of a board may be from the truth. Its rows are the technologies,
 * then the patterns, of the catalogue; those that nobody ranked is made of are certain. */
typedef struct {
  SlUncertainValues values;
  double *numbers; /* of all arrays */
  unsigned *rows;
} SlUncertainty;

void sl_uncertainty_init (SlUncertainty *self, SlAnalysis *analysis, SlBoard board);
void sl_uncertainty_clear (SlUncertainty *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SlUncertainty, sl_uncertainty_clear)
/* Whose values a row holds. */
const SlAlternative *
sl_uncertainty_get_alternative (SlAnalysis *analysis, SlBoard board, gsize row);

/* The one that the ranking is in. */
SlAnalysis *sl_analysis_get_base (SlAnalysis *self);
const SlBoardResult *sl_analysis_get_board_result (SlAnalysis *self, SlBoard board);

void sl_effects_init (SlAnalysis *self);
void sl_effects_clear (SlEffects *self);
/* Adds the points of the active rules that name both to the values of a pairing, and returns the
 * reasons of those that exclude it: of const SlReason, owned by the analysis; NULL if none does. */
GPtrArray *sl_effects_apply_to_pairing (SlAnalysis *self, const SlPairing *pairing, double *values);

/* What the active rules multiply the importance of a pillar or of a criterion by; the other is
 * NULL.
 */
double
sl_effects_get_factor (SlAnalysis *self, const SlPillar *pillar, const SlCriterion *criterion);
/* Adds those points alone to the numbers of a pairing, one a criterion of the catalogue. */
void sl_effects_add_points (SlAnalysis *self, const SlPairing *pairing, double *points);

void sl_board_result_init (SlAnalysis *self, SlBoard board);
void sl_board_result_clear (SlBoardResult *self);
/* The weights of these criteria alone, `n` of them, under the locks of the requirements: what a
 * criterion that is not among them asks for, by importance or by lock, goes to those that are. The
 * importances are after emphasis. FALSE if all count the same for want of any. */
gboolean sl_board_weigh (SlAnalysis *self,
                         const SlCriterion *const *criteria,
                         guint n,
                         const double *pillar_importance,
                         const double *criterion_importance,
                         double *weights);
/* Gives every entry its score, by the method. */
void sl_board_result_score (SlBoardResult *self);

SlReason *sl_analysis_add_reason (SlAnalysis *self);
GPtrArray *sl_analysis_add_reason_list (SlAnalysis *self);
const SlReason *sl_analysis_add_rule_reason (SlAnalysis *self, const SlRule *rule);

void sl_explanation_init (SlAnalysis *self);
void sl_analysis_clear_relaxations (SlAnalysis *self);
/* «Go, Rust, Elixir and 2 more»: the first few of `n` names, and how many more. */
char *sl_names_join (const char *const *names, guint n) G_GNUC_WARN_UNUSED_RESULT;
/* «Security, Memory, Support and 2 more», of columns of a ranking. */
char *sl_criteria_join (const SlRanking *ranking,
                        const guint *columns,
                        guint n) G_GNUC_WARN_UNUSED_RESULT;
char *sl_challenger_describe_weights (const SlChallenger *challenger, const SlRanking *ranking);
/* The weights_text has to be there. */
char *sl_challenger_describe (const SlChallenger *challenger, const SlRanking *ranking);

gboolean sl_rule_names_technology (const SlRule *rule, const SlAlternative *technology);
gboolean sl_rule_names_pattern (const SlRule *rule, const SlAlternative *pattern);
gboolean sl_rule_names_entry (const SlRule *rule, const SlEntry *entry);

G_END_DECLS
