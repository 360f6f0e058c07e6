/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Joins the catalogue and the requirements: applies the rules, builds the problem, runs the
 * scoring, explains the result. An SlAnalysis is immutable, reference-counted and may be shared
 * between threads. Everything that is shown, printed or exported comes out of one. What is reached
 * from it lives as long as it does. */

#include "catalogue/catalogue.h"
#include "decision/decision.h"

G_BEGIN_DECLS

typedef enum {
  SL_BOARD_TECHNOLOGIES,
  SL_BOARD_PATTERNS,
  SL_BOARD_PAIRINGS,
} SlBoard;

#define SL_N_BOARDS 3

const char *sl_board_get_id (SlBoard board);   /* technologies, patterns, pairings */
const char *sl_board_get_name (SlBoard board); /* translated */
gboolean sl_board_from_id (const char *id, SlBoard *board);

/* Why an alternative is excluded: a rule, or a minimum that it does not reach. */
typedef struct {
  const SlRule *rule;           /* else NULL */
  const SlPillar *pillar;       /* whose minimum; else NULL */
  const SlCriterion *criterion; /* whose minimum; else NULL */
  double value;                 /* with a minimum: what it reaches */
  double minimum;
  const char *text; /* a sentence for people */
} SlReason;

typedef struct {
  const char *id;
  const char *name;
  const SlAlternative *technology; /* NULL on the board of patterns */
  const SlAlternative *pattern;    /* NULL on the board of technologies */
  guint rank;                      /* 1 and up, ties share the better one; 0: excluded */
  double score;         /* 0-100, more is better, of the excluded too: see sl_method_get_name () */
  const double *values; /* 0-100, a criterion of the board */
  const double
      *contributions; /* weight x value, a criterion of the board; they add up to the score */
  const double *pillar_contributions; /* their sums, a pillar of the catalogue */
  const GPtrArray *reasons;           /* of const SlReason; empty unless excluded */
  gboolean overridden; /* a value of the team's own stands in for one of the catalogue's */
} SlEntry;

/* What the other methods say of the same board. They are second opinions: their ranks are never
 * averaged. */
typedef struct {
  guint n_agreeing;         /* methods with the same first as the chosen one, itself included */
  double tau[SL_N_METHODS]; /* Kendall's tau-b of each ranking with the chosen method's, -1 to 1 */
  unsigned *ranks;          /* methods x the first n_ranked entries */
} SlMethodAgreement;

typedef struct {
  SlBoard board;
  guint n_criteria;
  const SlCriterion *const *criteria; /* those that tell this board's alternatives apart */
  const double *weights;              /* a criterion of the board; they add up to 1 */
  const double *pillar_weights;       /* their sums, a pillar of the catalogue */
  const gboolean *locked; /* a criterion of the board: it or its pillar is, so that its weight stays
                             while others move */
  gboolean equal_weights; /* every importance was 0, so all that is not locked counts the same */
  const double *mean_pillar_contributions; /* over the ranked; 0 if there are none */
  guint n_entries;
  guint n_ranked;         /* the first so many of the entries; the rest is excluded */
  const SlEntry *entries; /* by rank, then name; the excluded by score */
} SlRanking;

/* Something to do or to know, from a rule whose condition holds. */
typedef struct {
  const SlRule *rule;
  const char *text;
  const SlAlternative *technology; /* whom it is about, among the first's own; else NULL */
  const SlAlternative *pattern;
} SlAdvice;

/* What would bring the excluded back: of one rule or minimum, how many it alone keeps out. */
typedef struct {
  const SlReason *reason; /* its text says what is required; its value is NAN, being nobody's */
  guint n_excluded;       /* whom it rules out */
  guint n_alone;          /* of these, whom nothing else rules out */
  double best_score;      /* the best score among these; NAN if there are none */
  const char *best_name;  /* nullable */
  /* Of a minimum: who of these comes nearest to it, and the value there; NULL and NAN else. */
  const char *nearest_name;
  double nearest_value;
} SlPrice;

/* A requirement that is relaxed: a fact that would have to be another, or a minimum lower. */
typedef struct {
  const SlFact *fact;           /* else NULL */
  const SlPillar *pillar;       /* whose minimum; else NULL */
  const SlCriterion *criterion; /* whose minimum; else NULL */
  double now;
  double needed; /* of a minimum: the most that may be asked for */
} SlConcession;

/* What would bring an excluded alternative back. */
typedef struct {
  guint n_concessions;
  const SlConcession *concessions; /* facts first, then minimums */
  double score;                    /* of the alternative then */
  const char *text; /* «On premises: Off instead of On; Security: 62 instead of 70 to reach» */
} SlRelaxation;

/* What would bring somebody back where nobody is left. */
typedef struct {
  const SlRelaxation *relaxation;
  const SlEntry *best; /* of those who come back by it */
  double best_score;
  guint n_back;
} SlWayBack;

/* Points more or less, to one decimal: +3.2, −0.4, 0.0. */
char *sl_describe_difference (double points) G_GNUC_WARN_UNUSED_RESULT;
/* A minimum as it was asked for: 70, or 62.5. */
char *sl_describe_minimum (double minimum) G_GNUC_WARN_UNUSED_RESULT;

/* How a value came about on a board: the catalogue's or the team's, and what the rules did to it.
 */
typedef struct {
  const SlCell *cell;         /* the catalogue's */
  const SlOverride *override; /* the team's; nullable */
  double mode;                /* of the one that counts */
  double value;               /* after the rules */
} SlValueOrigin;

/* Why one alternative stands before another (Labreuche 2011): the first `n_decisive` of
 * its advantages are the smallest set of criteria that outweighs all that the other does better. */
typedef struct {
  double gap; /* score of the first less that of the second */
  guint n_decisive;
  guint n_advantages;
  const guint *advantages; /* columns of the ranking, what is worth most first */
  guint n_drawbacks;
  const guint *drawbacks; /* what the second does better, the largest first */
  gboolean
      outweighs; /* whether they do; they may not if another method than the additive one ranks */
} SlComparison;

/* The name of a method, and what it does in two sentences; translated.
 *
 * On boards every score is from 0 to 100 and more is better, so that one chart serves all:
 * additive, geometric mean and TOPSIS as they are on fixed scales; VIKOR 100 (1 - Q); PROMETHEE 50
 * (1 + phi). The last two depend on who else is ranked. The score of the excluded is then what it
 * would be if all were ranked. */
const char *sl_method_get_name (SlMethod method);
const char *sl_method_get_description (SlMethod method);

#define SL_TYPE_ANALYSIS (sl_analysis_get_type ())
typedef struct _SlAnalysis SlAnalysis;
GType sl_analysis_get_type (void) G_GNUC_CONST;

SlAnalysis *sl_analysis_new (SlRequirements *requirements) G_GNUC_WARN_UNUSED_RESULT;
SlAnalysis *sl_analysis_ref (SlAnalysis *self);
void sl_analysis_unref (SlAnalysis *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlAnalysis, sl_analysis_unref)

/* Whether both are of one ranking, one of them perhaps with more beside it. */
gboolean sl_analysis_has_same_ranking (SlAnalysis *self, SlAnalysis *other);

SlRequirements *sl_analysis_get_requirements (SlAnalysis *self);
SlCatalogue *sl_analysis_get_catalogue (SlAnalysis *self);
const SlRanking *sl_analysis_get_ranking (SlAnalysis *self, SlBoard board);
/* NULL if the board has no such entry. */
const SlEntry *sl_ranking_find (const SlRanking *ranking, const char *id);
/* Whether the second is dominated by the first: both are ranked, and the first is at least as good
 * on every criterion that has a weight and better on one, so that no weights put the second before
 * it. */
gboolean
sl_ranking_dominates (const SlRanking *ranking, const SlEntry *first, const SlEntry *second);
/* «Go and Rust are at least as good on every criterion that counts, and better on some.» NULL if
 * nobody dominates the entry. */
char *sl_ranking_describe_dominance (const SlRanking *ranking,
                                     const SlEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
/* The first; NULL if all are excluded. */
const SlEntry *sl_ranking_get_first (const SlRanking *ranking);

/* Made when it is first asked for. */
const SlMethodAgreement *sl_analysis_get_agreement (SlAnalysis *self, SlBoard board);
const GPtrArray *
sl_analysis_get_rules (SlAnalysis *self); /* of const SlRule: those whose condition holds */
const GPtrArray *sl_analysis_get_advice (SlAnalysis *self); /* of const SlAdvice */
/* The companions that the rules call for, those about everyone and those about the first pairing,
 * each once: of const SlCompanion. */
const GPtrArray *sl_analysis_get_companions (SlAnalysis *self);
/* The rules that excluded this entry or changed its values: of const SlRule. */
GPtrArray *
sl_analysis_list_rules_for (SlAnalysis *self, const SlEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
/* What each rule and minimum costs on a board, the one that alone keeps most out first: of SlPrice.
 */
const GArray *sl_analysis_get_prices (SlAnalysis *self, SlBoard board);
/* How an entry that is excluded would come back with the fewest requirements relaxed: of const
 * SlRelaxation, all with as many concessions; empty if nothing brings it back, or more than three
 * facts would have to change at once. Requirements are the facts that the rules ask for which
 * exclude it, and the minimums; of several values that would do, a fact gets the nearest. All that
 * follows from another fact is taken into account. Made when it is first asked for, for all
 * entries. */
const GPtrArray *
sl_analysis_get_relaxations (SlAnalysis *self, SlBoard board, const SlEntry *entry);
/* Where nobody is ranked: the ways to the first ones that come back, with the fewest requirements
 * relaxed, the one that brings most back first: of SlWayBack. Empty where somebody is ranked. */
const GArray *sl_analysis_get_ways_back (SlAnalysis *self, SlBoard board);
/* «Back with On premises: Off instead of On.» Of an entry that is excluded. */
char *sl_analysis_describe_relaxations (SlAnalysis *self,
                                        SlBoard board,
                                        const SlEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
/* «On premises: Off instead of On brings 3 back, the best of them Go with 71.2 points.» */
char *sl_way_back_describe (const SlWayBack *self) G_GNUC_WARN_UNUSED_RESULT;
/* Of a technology or a pattern. */
void sl_analysis_get_origin (SlAnalysis *self,
                             const SlAlternative *alternative,
                             const SlCriterion *criterion,
                             SlValueOrigin *origin);

/* How the parts of a score lead from the average to it, a pillar after the other in the catalogue's
 * order: `from` and `to` are scores, the first begins at the average of the ranked and the last
 * ends at the entry's own. */
typedef struct {
  double from;
  double to;
} SlStep;

/* `steps`: one a pillar of the catalogue. */
void sl_analysis_list_steps (SlAnalysis *self,
                             const SlRanking *ranking,
                             const SlEntry *entry,
                             SlStep *steps);

SlComparison *sl_comparison_new (const SlRanking *ranking,
                                 const SlEntry *first,
                                 const SlEntry *second) G_GNUC_WARN_UNUSED_RESULT;
void sl_comparison_free (SlComparison *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlComparison, sl_comparison_free)

/* The answer in words: a headline («Python · FastAPI, as a modular monolith») and a sentence under
 * it. */
const char *sl_analysis_get_headline (SlAnalysis *self, SlBoard board);
const char *sl_analysis_get_answer (SlAnalysis *self, SlBoard board);
/* «Best pairing: Go, as a modular monolith», to go with the answer of another board, whose first
 * need not be part of it. NULL on the board of pairings itself, and if there is none. */
const char *sl_analysis_get_pairing_hint (SlAnalysis *self, SlBoard board);
/* «Talent pool and Time to hire decide it; Go does better on Memory.» */
char *sl_comparison_describe (const SlComparison *self,
                              const SlRanking *ranking,
                              const SlEntry *first,
                              const SlEntry *second) G_GNUC_WARN_UNUSED_RESULT;

/* ---- side by side ---- */

#define SL_SIDE_BY_SIDE_MAX 4

/* A criterion by which a few alternatives are held against each other. */
typedef struct {
  guint column;  /* of the ranking */
  double spread; /* the points by which the best of them leads the worst, at the present weights */
  int best;      /* which of them has the highest value; -1 if several have */
} SlContrast;

typedef struct {
  const SlRanking *ranking;
  guint n; /* 2 to SL_SIDE_BY_SIDE_MAX */
  const SlEntry *entries[SL_SIDE_BY_SIDE_MAX];
  SlContrast *contrasts; /* as many as the ranking has criteria; what parts them most first */
  guint n_pillars;
  double *pillar_values; /* n x n_pillars: the mean of a pillar's values by their weights, 0-100;
                            NAN where it weighs nothing */
} SlSideBySide;

/* Entries of a board, each another; the analysis must live as long. */
SlSideBySide *sl_side_by_side_new (SlAnalysis *analysis,
                                   SlBoard board,
                                   const SlEntry *const *entries,
                                   guint n) G_GNUC_WARN_UNUSED_RESULT;
void sl_side_by_side_free (SlSideBySide *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlSideBySide, sl_side_by_side_free)
/* «Go is 3.2 points before Rust. Talent pool decides it; Rust does better on Memory.» */
char *sl_side_by_side_describe (const SlSideBySide *self) G_GNUC_WARN_UNUSED_RESULT;
/* «Best on Memory, Open connections and 3 more» */
char *sl_side_by_side_describe_wins (const SlSideBySide *self, guint i) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
