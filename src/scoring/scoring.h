/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Numbers only: a matrix and weights in, scores and ranks out. No text for people, no files, no
 * window.
 *
 * A matrix is row-major: alternative i on criterion j is matrix[i * n_criteria + j]. Inputs are
 * borrowed and never changed, outputs do not overlap them. Sums run in the order of the criteria,
 * so the same input gives the same bits everywhere.
 *
 * Numbers are finite and within SL_LARGEST_NUMBER, so that no sum or difference leaves the range of
 * the type. Results are then numbers, never NaN. Errors name rows and columns counted from 1. */

#include <glib.h>
#include <math.h>
#include <stddef.h>

G_BEGIN_DECLS

#define SL_LARGEST_NUMBER 1e300

#define SL_SCORING_ERROR (sl_scoring_error_quark ())
GQuark sl_scoring_error_quark (void);

typedef enum {
  SL_SCORING_ERROR_EMPTY,     /* no alternative, no criterion */
  SL_SCORING_ERROR_NUMBER,    /* NaN, infinite, or outside of what the formula is defined for */
  SL_SCORING_ERROR_WEIGHT,    /* negative, not finite, all zero */
  SL_SCORING_ERROR_SCALE,     /* no length, or against its direction */
  SL_SCORING_ERROR_THRESHOLD, /* of a preference function */
  SL_SCORING_ERROR_OPTION,    /* unknown method, normalisation, ...; VIKOR's v outside of [0, 1] */
} SlScoringError;

/* Names: an identifier for each constant, as files and the command line write it. Unknown ones give
 * FALSE and an error that lists the known ones; a constant that is none gives NULL. */

typedef enum {
  SL_METHOD_ADDITIVE,
  SL_METHOD_GEOMETRIC,
  SL_METHOD_TOPSIS,
  SL_METHOD_VIKOR,
  SL_METHOD_PROMETHEE,
} SlMethod;

#define SL_N_METHODS 5

const char *sl_method_get_id (SlMethod method);
gboolean sl_method_from_id (const char *id, SlMethod *method, GError **error);

/* TRUE for VIKOR, whose Q is a regret; the scores of all others are the better the higher. */
gboolean sl_method_prefers_low_scores (SlMethod method);

typedef enum {
  SL_DIRECTION_MAX,
  SL_DIRECTION_MIN,
} SlDirection;

const char *sl_direction_get_id (SlDirection direction);
gboolean sl_direction_from_id (const char *id, SlDirection *direction, GError **error);

/* How performances become comparable. "Benefit" is a criterion of which more is better. All but
 * FIXED and NONE are relative: they depend on which alternatives are present.
 *
 *           benefit         cost                      needs
 * FIXED     (x - worst) / (best - worst), within 0..1
 * MINMAX    (x - min) / (max - min), or (max - x) / (max - min)
 * RATIO     x / max         min / x                   x >= 0; cost x > 0
 * MAX       x / max         1 - x / max               x >= 0
 * SUM       x / sum x       (1 / x) / sum (1 / x)     x >= 0; cost x > 0
 * VECTOR    x / norm        1 - x / norm              norm = sqrt (sum x^2)
 * NONE      x               -x                        (geometric mean: 1 / x)
 *
 * A constant column tells nobody apart: MINMAX gives 1 to all. A column of zeros counts as a
 * constant column wherever the formula would divide by zero: RATIO gives 1, MAX 1 or 0, SUM 1 / n,
 * VECTOR 1 / sqrt (n) or 1 less that. */
typedef enum {
  SL_NORMALISATION_FIXED,
  SL_NORMALISATION_MINMAX,
  SL_NORMALISATION_RATIO,
  SL_NORMALISATION_MAX,
  SL_NORMALISATION_SUM,
  SL_NORMALISATION_VECTOR,
  SL_NORMALISATION_NONE,
} SlNormalisation;

const char *sl_normalisation_get_id (SlNormalisation normalisation);
gboolean sl_normalisation_from_id (const char *id, SlNormalisation *normalisation, GError **error);

/* The preference for a difference d (Brans & Vincke 1985): 0 for d <= 0, and for d > 0
 *
 * USUAL      1
 * U_SHAPE    1 if d > q, else 0
 * V_SHAPE    d / p, at most 1 (p = 0: usual)
 * LEVEL      0 if d <= q, 1/2 if d <= p, else 1
 * LINEAR     (d - q) / (p - q), within 0..1 (p = q: U-shape)
 * GAUSSIAN   1 - exp (-d^2 / 2 s^2) */
typedef enum {
  SL_PREFERENCE_USUAL,
  SL_PREFERENCE_U_SHAPE,
  SL_PREFERENCE_V_SHAPE,
  SL_PREFERENCE_LEVEL,
  SL_PREFERENCE_LINEAR,
  SL_PREFERENCE_GAUSSIAN,
} SlPreference;

const char *sl_preference_get_id (SlPreference preference);
gboolean sl_preference_from_id (const char *id, SlPreference *preference, GError **error);

/* The problem. */

/* What is good on a criterion, and how far apart.
 *
 * Ends: where both are given they say what is better, so a cost has its worst end above its best
 * one; `direction` may say the same or be left at MAX, but MIN with worst < best is an error, and
 * so is worst = best. An end that is NAN is the data's own (the scale is then relative) and
 * `direction` says which one; should that leave a scale without length, all performances are at or
 * beyond the other end and have its value (no end given: that of the best).
 *
 * Thresholds are in the unit of the performance: 0 <= q <= p, s > 0. Those that the preference
 * function does not use are ignored. */
typedef struct {
  SlDirection direction;
  double worst;
  double best;
  SlPreference preference;
  double q;
  double p;
  double s;
} SlScale;

/* More is better, on the data's own scale, every difference counts. */
#define SL_SCALE_DEFAULT ((SlScale) { SL_DIRECTION_MAX, NAN, NAN, SL_PREFERENCE_USUAL, 0, 0, 0 })

/* What is better on the scale, ends taken into account. */
SlDirection sl_scale_get_direction (const SlScale *scale);

/* All borrowed. Weights: non-negative, not all zero, of any sum; NULL for equal ones. Scales: NULL
 * for SL_SCALE_DEFAULT throughout. */
typedef struct {
  size_t n_alternatives;
  size_t n_criteria;
  const double *performances;
  const double *weights;
  const SlScale *scales;
} SlProblem;

typedef struct {
  SlMethod method;
  SlNormalisation normalisation; /* PROMETHEE has preference functions instead and ignores it */
  double v;                      /* VIKOR: the weight of S against R, 0..1, customarily 0.5 */
} SlMethodOptions;

#define SL_METHOD_OPTIONS_DEFAULT                                                                  \
  ((SlMethodOptions) { SL_METHOD_ADDITIVE, SL_NORMALISATION_FIXED, 0.5 })

/* Whether sl_evaluate_unchecked () may be called with the two. The answer stays good while only
 * weights change, within what is allowed for weights. */
gboolean
sl_problem_check (const SlProblem *problem, const SlMethodOptions *options, GError **error);

/* The performances normalised, n x m; FIXED in 0..100. The weights are not looked at. */
gboolean sl_normalise (const SlProblem *problem,
                       SlNormalisation normalisation,
                       double *values,
                       GError **error);

/* Evaluation. */

/* Results, and the memory to get at them: evaluating again, even another problem that is not
 * larger, allocates nothing. One thread at a time. Results are valid until the next evaluation. */
typedef struct _SlEvaluation SlEvaluation;

SlEvaluation *sl_evaluation_new (void);
void sl_evaluation_free (SlEvaluation *evaluation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlEvaluation, sl_evaluation_free)

/* Scores and ranks by one of five methods. On FIXED scales the scores of the first three are 0..100
 * and, where both ends are given, that of an alternative depends on nobody else; under another
 * normalisation they are what the formula gives, with r_ij the normalised performance and weights
 * of sum 1.
 *
 * ADDITIVE   sum_j w_j r_ij. Keeney & Raiffa 1976, Decisions with Multiple Objectives.
 * GEOMETRIC  prod_j r_ij^w_j. Bridgman 1922, Dimensional Analysis; Miller & Starr 1969, Executive
 *            Decisions and Operations Research. Where the worst would be 0 and annihilate all else
 *            (FIXED, MINMAX, MAX), r is at least 0.01. Not defined for negative numbers. A zero
 *            weight leaves the criterion out.
 * TOPSIS     D- / (D- + D+), the Euclidean distances from the worst and the best of each w_j r_ij.
 *            Hwang & Yoon 1981, Multiple Attribute Decision Making. On FIXED scales best and worst
 *            are the ends of the scale (the idea of Aires & Ferreira 2019, Computers & Industrial
 *            Engineering 132:84-97), otherwise of the column. A column without length does not
 *            count; if no column counts, D- / (D- + D+) is 1/2.
 * VIKOR      d_ij = the share of the way from the best to the worst: of the scale if FIXED, of the
 *            column otherwise, 0 in a column without length. S_i = sum_j w_j d_ij,
 *            R_i = max_j w_j d_ij, Q_i = v (S_i - min S) / (max S - min S) + (1 - v) the same of R;
 *            a part without length is 0. The score is Q, the lower the better. Opricovic & Tzeng
 *            2004, European Journal of Operational Research 156:445-455.
 * PROMETHEE  II: phi+ and phi-, the mean weighted preference over the others and theirs over it;
 *            the score is phi = phi+ - phi-, in -1..1; 0 if alone. Brans & Vincke 1985, Management
 *            Science 31:647-656.
 *
 * Ranks are competition ranks (1, 2, 2, 4). Scores tie within SL_TIE_TOLERANCE times their range:
 * 100 on FIXED scales, 2 for phi, 1 for Q, TOPSIS, MINMAX, RATIO and MAX, and for SUM,
 * VECTOR and NONE what the scores span, or 1e-4 of the largest if that is more. An error leaves the
 * evaluation as it was. */
gboolean sl_evaluate (const SlProblem *problem,
                      const SlMethodOptions *options,
                      SlEvaluation *evaluation,
                      GError **error);

/* The same for what has passed sl_problem_check (). */
void sl_evaluate_unchecked (const SlProblem *problem,
                            const SlMethodOptions *options,
                            SlEvaluation *evaluation);

#define SL_TIE_TOLERANCE 1e-9

/* Each array has an element for every alternative, is owned by the evaluation, and is NULL if the
 * method does not give it. */
const double *sl_evaluation_get_scores (const SlEvaluation *evaluation);
const unsigned *sl_evaluation_get_ranks (const SlEvaluation *evaluation);

/* VIKOR. The compromise set, with DQ = 1 / (n - 1):
 * advantage   the second by Q is at least DQ behind the first; exact firsts count as one
 * stability   the first (each of them) is also first by S or by R
 * Both: the first. Only advantage: first and second. Otherwise all less than DQ behind the first.
 * Who is alone has both. */
const double *sl_evaluation_get_s (const SlEvaluation *evaluation);
const double *sl_evaluation_get_r (const SlEvaluation *evaluation);
const double *sl_evaluation_get_q (const SlEvaluation *evaluation);
const gboolean *sl_evaluation_get_compromise (const SlEvaluation *evaluation);
gboolean sl_evaluation_has_acceptable_advantage (const SlEvaluation *evaluation);
gboolean sl_evaluation_has_acceptable_stability (const SlEvaluation *evaluation);

/* PROMETHEE. */
const double *sl_evaluation_get_phi_plus (const SlEvaluation *evaluation);
const double *sl_evaluation_get_phi_minus (const SlEvaluation *evaluation);

/* The flows of each criterion alone, n x m, each of the three may be NULL. The weights are not
 * looked at, and the flows of the whole are their weighted sums: sl_additive_evaluate (). */
gboolean sl_promethee_flows (const SlProblem *problem,
                             double *plus,
                             double *minus,
                             double *net,
                             GError **error);

/* The additive value of values that are there already: scores[i] = sum over j of weights[j] *
 * values[i * m + j]. Values on fixed scales of 0 to 100 and weights that sum to 1 give scores of 0
 * to 100. `contributions`, n x m or NULL, gets the summands. */
void sl_additive_evaluate (const double *values,
                           const double *weights,
                           size_t n,
                           size_t m,
                           double *scores,
                           double *contributions);

/* A value function through n points: x strictly increasing, linear between them on a linear or (for
 * x > 0) logarithmic axis, constant outside. */
typedef struct {
  size_t n;
  const double *x;
  const double *y;
  gboolean logarithmic;
} SlValueFunction;

/* At least one point; those of a logarithmic axis are positive. NAN gives NAN. */
double sl_value_function_evaluate (const SlValueFunction *function, double x);

/* Competition ranks (1, 2, 2, 4), the highest score first. Scores are equal within `tolerance` of
 * the best of their group. `included` may be NULL; who is not included gets rank 0. */
void sl_ranks_competition (const double *scores,
                           const gboolean *included,
                           size_t n,
                           double tolerance,
                           unsigned *ranks);

/* Weights. Those that come out sum to 1. */

/* Importances (any finite non-negative numbers) to weights; all zero gives equal weights and FALSE.
 * Both may be the same array. */
gboolean sl_weights_normalise (const double *importance, size_t n, double *weights);

/* What sliders say, in groups and inside them, some held by a lock. A lock is a share of the whole,
 * 0..1, that no importance moves; NAN: not locked. Importances are finite and not negative. Of a
 * group only the criteria given here count: one that is not among them takes its lock along. */
typedef struct {
  size_t n_groups;
  size_t n_criteria;
  const size_t *groups;           /* of each criterion, below n_groups */
  const double *group_importance; /* n_groups */
  const double *group_locks;      /* n_groups; NULL: none */
  const double *importance;       /* n_criteria */
  const double *locks;            /* n_criteria; NULL: none */
} SlDirectWeights;

/* With P the importance of a group, C that of a criterion, L and l their locks:
 *
 * - Without locks w = P / sum P * C / sum of C in the group; a group none of whose criteria has
 *   importance is not in sum P.
 * - A locked group has L, a locked criterion l. What then is left of 1 goes to the other criteria
 *   of the groups that are not locked, by P and C as above; what is left of L to the other criteria
 *   of the locked group, by C.
 * - Who is to take what is left, and has no importance at all, takes it in equal parts.
 * - Locks of groups, and of criteria in groups that are not locked, of a sum above 1 are scaled
 *   down to it, and up to it if nobody is there to take what is left. In the same way those of
 *   criteria in a locked group give way to the group's. Locks of 0 that would have to be scaled up
 *   become equal parts.
 *
 * FALSE if no importance and no lock was there to tell apart those who share what is left of the
 * whole, so that they share it equally. */
gboolean sl_weights_from_importance (const SlDirectWeights *direct, double *weights);

/* Weights from an order alone.
 * CENTROID  rank-order centroid, (1/n) sum_{i = k..n} 1/i. Barron & Barrett 1996, Management
 * Science 42:1515-1523. SUM       2 (n + 1 - k) / n (n + 1). Stillwell, Seaver & Edwards 1981,
 * Organizational Behavior and Human Performance 28:62-77. */
typedef enum {
  SL_RANK_WEIGHTS_CENTROID,
  SL_RANK_WEIGHTS_SUM,
} SlRankWeights;

/* `order`: 1 for the most important, and so on. Equal numbers are ties and share the mean of the
 * weights of their places; gaps do not matter. */
void sl_weights_from_order (const unsigned *order, size_t n, SlRankWeights scheme, double *weights);

/* Weights from pairwise judgements: the analytic hierarchy process.
 * EIGENVECTOR     the principal right eigenvector. Saaty 1977, Journal of Mathematical Psychology
 *                 15:234-281.
 * GEOMETRIC_MEAN  of each row. Crawford & Williams 1985, Journal of Mathematical Psychology
 *                 29:387-405. */
typedef enum {
  SL_PRIORITISATION_EIGENVECTOR,
  SL_PRIORITISATION_GEOMETRIC_MEAN,
} SlPrioritisation;

const char *sl_prioritisation_get_id (SlPrioritisation prioritisation);
gboolean
sl_prioritisation_from_id (const char *id, SlPrioritisation *prioritisation, GError **error);

/* The name of the table that the random index is from. */
#define SL_RANDOM_INDEX_NAME "Saaty"
#define SL_AHP_MAX_CRITERIA 15

typedef struct {
  double lambda_max; /* mean over i of (A w)_i / w_i */
  double ci;         /* consistency index, (lambda_max - n) / (n - 1), at least 0 */
  double cr;         /* consistency ratio, ci / random_index; 0 for n <= 2 */
  double random_index;
  /* The judgement that is furthest, as a ratio, from what the weights say, and what would fit them:
   * w[row] / w[column]. From 0, row < column, the first of several; both 0 if every one fits. */
  size_t worst_row;
  size_t worst_column;
  double fitting_judgement;
} SlAhp;

/* `judgements`, n x n, 1 <= n <= 15: how many times as important as criterion j is criterion i.
 * Within 1e-6..1e6, 1 on the diagonal, and a_ij a_ji = 1 within 5 % (1/3 may be written as .33). */
gboolean sl_weights_ahp (const double *judgements,
                         size_t n,
                         SlPrioritisation prioritisation,
                         double *weights,
                         SlAhp *ahp,
                         GError **error);

/* Comparing. */

/* Kendall's tau-b of two rankings, -1..1 (Kendall 1945, Biometrika 33:239-251). Who has rank 0 in
 * either is left out. Where the formula is 0/0: 1 if both rankings tie everyone, 0 if one does. */
double sl_kendall_tau_b (const unsigned *a, const unsigned *b, size_t n);

typedef struct {
  unsigned
      n_sharing_winner;     /* methods that have a first in common with the reference, itself too */
  double tau[SL_N_METHODS]; /* of each method against the reference */
} SlAgreement;

/* Whether a Pareto-dominates b: it is at least as good on each of the m criteria that count, and
 * better on one. Those of weight 0 do not count; weights and scales may be NULL, for all counting
 * and more being better. Performances are compared exactly. */
gboolean sl_dominates (const double *a,
                       const double *b,
                       const double *weights,
                       const SlScale *scales,
                       size_t m);

/* Ranks by each method: `ranks` is SL_N_METHODS x n, in the order of SlMethod. `options` give the
 * reference method, the normalisation for all, and v. `evaluation` is used as workspace. */
gboolean sl_agreement_evaluate (const SlProblem *problem,
                                const SlMethodOptions *options,
                                SlEvaluation *evaluation,
                                unsigned *ranks,
                                SlAgreement *agreement,
                                GError **error);

G_END_DECLS
