/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What it takes to change the answer. Exact where scores are linear in the weights: the additive
 * value, the logarithm of the geometric mean, and PROMETHEE's net flows. */

#include "scoring/scoring.h"
#include "scoring/uncertain-values.h"

G_BEGIN_DECLS

#define SL_NOBODY G_MAXSIZE

/* S_a (w) = sum_j w_j values[a][j]: whose order is the method's. All borrowed. */
typedef struct {
  size_t n_alternatives;
  size_t n_criteria;
  const double *values;   /* n x m */
  const double *weights;  /* m, >= 0, sum 1 */
  const gboolean *locked; /* m: may not change; NULL: none */
} SlLinearModel;

/* Whether scores by this method are linear in the weights. */
gboolean sl_method_is_linear (SlMethod method);
/* The values of the linear model of a problem, n x m: normalised performances (additive; FIXED in
 * 0..100), their logarithms (geometric), net flows of each criterion (PROMETHEE). The weights are
 * not looked at. Fails as sl_problem_check () does, and with SL_SCORING_ERROR_NUMBER where the
 * geometric mean meets a zero, which has no logarithm. */
gboolean sl_linear_values (const SlProblem *problem,
                           const SlMethodOptions *options,
                           double *values,
                           GError **error);

/* A path of weights: those `raised` go up together from 0 to all that they and the `lowered` have
 * now, the lowered give way; inside each group the proportions stay; all others stand still, and so
 * do locked ones in either group. A group without weight shares equally. Where a group has nobody
 * left the path is the one point of today. One criterion raised and all others lowered is the path
 * of Mareschal 1988, European Journal of Operational Research 33:54-64. */
typedef struct {
  const gboolean *raised;  /* m */
  const gboolean *lowered; /* m; none in both */
} SlWeightPath;

/* The totals of the raised between which `leader` is first (a tie at an end), and who takes over
 * there; SL_NOBODY, and the end of the path, where nobody does. `now` is today's total: outside of
 * them if the leader is not first today. NAN and SL_NOBODY twice if it is first nowhere. */
typedef struct {
  double now;
  double low, high;
  size_t low_challenger, high_challenger;
  gboolean low_emptied, high_emptied; /* with minimums: nobody reaches them beyond that end */
} SlStabilityInterval;

void sl_stability_interval (const SlLinearModel *model,
                            size_t leader,
                            const SlWeightPath *path,
                            SlStabilityInterval *interval);

/* Minimums of means: an alternative counts where, for each of them, the mean of its values on the
 * members, weighted as the members are there, is at least that much. Where the members have no
 * weight a minimum asks for nothing. All borrowed. */
typedef struct {
  size_t n;
  const gboolean *members; /* n x m */
  const double *minimum;   /* n */
  const double *values;    /* n_alternatives x m */
} SlMinimums;

/* The totals around today's between which `leader` is first of those that count; today it is. An
 * end may be where the leader falls short itself, or where another one that has more begins to
 * count: the challenger is who is first beyond it, or SL_NOBODY if nobody counts there. Exact: the
 * mean times the weight of its members is a straight line too. */
void sl_stability_interval_with_minimums (const SlLinearModel *model,
                                          const SlMinimums *minimums,
                                          size_t leader,
                                          const SlWeightPath *path,
                                          SlStabilityInterval *interval);

/* The same as without minimums for the whole order: nobody who is behind another today gets ahead
 * of it. Who is level today may part either way. The challenger is the one that overtakes, anywhere
 * in the order. */
void sl_order_stability_interval (const SlLinearModel *model,
                                  const SlWeightPath *path,
                                  SlStabilityInterval *interval);

/* Everyone who is first somewhere on the path, from left to right: the upper envelope. Of equal
 * ones the first in the order of alternatives; who is only level with the first at one point is not
 * among them. */
typedef struct {
  size_t alternative;
  double from, to;
} SlWinnerSegment;
/* `segments` has room for n; returns how many there are. */
size_t
sl_winners_along (const SlLinearModel *model, const SlWeightPath *path, SlWinnerSegment *segments);

/* The total of the raised nearest to today's at which `challenger` is first (ties count), or NAN.
 */
double
sl_nearest_winning_total (const SlLinearModel *model, const SlWeightPath *path, size_t challenger);

/* One-way bands of any method by bracketing and bisection, to 1e-6 of the path, from the inside:
 * approximate, as what is narrower than the first steps (1/128 of the path) may be missed. Fails as
 * sl_evaluate () does. */
gboolean sl_stability_interval_approximate (const SlProblem *problem,
                                            const SlMethodOptions *options,
                                            const gboolean *locked,
                                            size_t leader,
                                            const SlWeightPath *path,
                                            SlStabilityInterval *interval,
                                            GError **error);

/* The smallest change of the weights, by the sum of |change|, that makes `challenger` first or
 * level with the first; weights stay >= 0 and of sum 1, locked ones as they are. Of several, one
 * whose largest single |change| is least. FALSE if no weights do; then they stay and the distance
 * is INFINITY. `weights`, m long; *distance is the sum of |change| (twice the weight that is
 * moved), to 1e-10. At the weights the challenger is first or level with the first to 1e-9 of the
 * largest difference of values. Safe in any thread, like all of this file. */
gboolean sl_smallest_change (const SlLinearModel *model,
                             size_t challenger,
                             double *weights,
                             double *distance);
/* The same with the largest single |change| as the distance (of several, one whose sum is least),
 * and with the Euclidean one, of which there is only one. */
gboolean sl_smallest_change_max (const SlLinearModel *model,
                                 size_t challenger,
                                 double *weights,
                                 double *distance);
gboolean sl_smallest_change_euclidean (const SlLinearModel *model,
                                       size_t challenger,
                                       double *weights,
                                       double *distance);
/* The fewest weights that have to be changed by hand, the rest giving way in proportion: 1 or 2,
 * with which and to what totals, in the order of criteria; 0 if it takes more, or none. Of several,
 * the one (or two, by the Euclidean distance) that have to go the least way. */
typedef struct {
  size_t n;
  size_t criterion[2];
  double weight[2];
} SlFewestChanges;
void sl_fewest_changes (const SlLinearModel *model, size_t challenger, SlFewestChanges *changes);

/* Potential optimality (Hazen 1986, Operations Research 34:296-310): the most by which `challenger`
 * can lead all others under any weights that the locks leave. < 0: never first; then `mixture`, n
 * long, of sum 1 (otherwise 0; may be NULL), is a mixture of the others that leads it by as much
 * under all those weights. 0: level with the first at best. INFINITY if there are no others. */
double sl_best_margin (const SlLinearModel *model, size_t challenger, double *mixture);

/* The least distance (sum of |change|) at which somebody is level with `leader`; *challenger is who
 * (may be NULL). 0 if somebody is level or ahead today, of several the furthest ahead; INFINITY and
 * SL_NOBODY if nobody can be. */
double sl_robustness_radius (const SlLinearModel *model, size_t leader, size_t *challenger);

/* What value of the challenger on a criterion makes it level with the leader, all else equal; NAN
 * if the weight is 0. In the unit of `values`, and not bounded. */
double
sl_value_needed (const SlLinearModel *model, size_t leader, size_t challenger, size_t criterion);

/* A doubtful cell and the leader's margin, its score less the best of the others' (in the direction
 * of better scores, by any method), where that cell alone is at its low and at its high end. */
typedef struct {
  size_t row, criterion;
  double low_margin, high_margin;
  size_t low_first, high_first; /* who is first then; of several, the leader if among them */
} SlTornadoBar;

/* The bars of all cells with low < high, the widest first (|high_margin - low_margin|), ties by row
 * and criterion. `bars` has room for n_rows x m; returns how many there are: none if there
 * are no other alternatives. Cells at whose ends the method is not defined are left out. The
 * problem's performances are ignored. */
size_t sl_tornado (const SlProblem *problem,
                   const SlMethodOptions *options,
                   const SlUncertainValues *values,
                   size_t leader,
                   SlTornadoBar *bars);

G_END_DECLS
