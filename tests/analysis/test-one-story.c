/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is drawn at random and what is solved exactly are two ways to the same answers: who can be
 * first, with which weights, and how far weights may move. They have nothing in common but the
 * problem, so they are held against each other here, on problems by chance and on the shipped
 * boards. Values are exact and any weights may be, for only then are the answers the same ones. */

#include "ranking-fixture.h"

#include "analysis/sensitivity.h"
#include "scoring/challenge.h"
#include "scoring/robustness.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#define N_TRIALS 20000
#define SEED 5
/* In points, where values are from 0 to 100: what scores that are level may differ by. */
#define LEVEL 1e-6
/* How near to an end of an interval it is looked at, as a share of the whole. */
#define STEP 1e-5

/* Alternatives and criteria, values of 0 to 100 where more is better. All borrowed. */
typedef struct {
  gsize n, m;
  const double *values;   /* n x m */
  const double *weights;  /* m */
  const gboolean *locked; /* m; NULL: none */
} Problem;

/* What the trials say of it. */
typedef struct {
  double *acceptability;
  double *central;
  guint64 *firsts;
} Trials;

static void
trials_clear (Trials *self)
{
  g_free (self->acceptability);
  g_free (self->central);
  g_free (self->firsts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Trials, trials_clear)

static void
trials_init (Trials *self, const Problem *problem)
{
  g_autofree SlScale *scales = g_new (SlScale, problem->m);
  SlSmaaProblem sampled = {
    .problem = { problem->n, problem->m, problem->values, problem->weights, scales },
    .options = SL_METHOD_OPTIONS_DEFAULT,
    .locked = problem->locked,
    .space = SL_WEIGHT_SPACE_ANY,
    .concentration = 1,
    .seed = SEED,
  };
  g_autoptr (SlSmaa) smaa = NULL;
  g_autoptr (SlSmaaTally) tally = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize j = 0; j < problem->m; j++) {
    scales[j] = SL_SCALE_DEFAULT;
    scales[j].worst = 0;
    scales[j].best = 100;
  }
  smaa = sl_smaa_new (&sampled, &error);
  assert_null (error);
  tally = sl_smaa_tally_new (smaa);
  sl_smaa_run_threads (smaa, 0, N_TRIALS, 0, tally, NULL);
  self->acceptability = g_new (double, problem->n * problem->n);
  self->central = g_new (double, problem->n * problem->m);
  self->firsts = g_new0 (guint64, problem->n);
  sl_smaa_tally_get_acceptability (tally, self->acceptability);
  sl_smaa_tally_get_central_weights (tally, self->central);
  sl_smaa_run_confidence_threads (smaa, self->central, 0, 100, 0, self->firsts, NULL);
}

static double
get_share (const Trials *trials, const Problem *problem, gsize alternative)
{
  return trials->acceptability[alternative * problem->n];
}

static double
get_score (const Problem *problem, const double *weights, gsize alternative)
{
  double score = 0;

  for (gsize j = 0; j < problem->m; j++)
    score += weights[j] * problem->values[alternative * problem->m + j];

  return score;
}

/* By how much it leads the best of the others. */
static double
get_lead (const Problem *problem, const double *weights, gsize alternative)
{
  double best = -INFINITY;

  for (gsize i = 0; i < problem->n; i++) {
    if (i != alternative)
      best = MAX (best, get_score (problem, weights, i));
  }

  return get_score (problem, weights, alternative) - best;
}

static gsize
find_first (const Problem *problem)
{
  gsize first = 0;

  for (gsize i = 1; i < problem->n; i++) {
    if (get_score (problem, problem->weights, i) > get_score (problem, problem->weights, first))
      first = i;
  }

  return first;
}

/* ---- who can be first ---- */

/* The mean of weights with which it is first is one of these: they are a convex set. */
static void
check_central_weights (const Problem *problem, const Trials *trials, gsize alternative)
{
  const double *central = trials->central + alternative * problem->m;

  if (!(get_share (trials, problem, alternative) > 0)) {
    assert_true (isnan (central[0]));
    return;
  }
  assert_true (get_lead (problem, central, alternative) > -LEVEL);
  /* Who is level there with another may be counted behind it or not. */
  if (get_lead (problem, central, alternative) > LEVEL)
    assert_int_equal (trials->firsts[alternative], 100);
}

/* Returns whether any weights put it first. */
static gboolean
check_chances (const Problem *problem,
               const Trials *trials,
               const SlChallenge *challenge,
               gsize alternative)
{
  double share = get_share (trials, problem, alternative);

  if (challenge->weights == NULL) {
    assert_true (challenge->best_margin < 0);
    assert_true (share <= 0);
    return FALSE;
  }
  assert_true (get_lead (problem, challenge->weights, alternative) > -LEVEL);
  if (share > 0)
    assert_true (challenge->best_margin > -LEVEL);
  /* A lead of so much over all others is not missed by so many trials. */
  if (challenge->best_margin > 25)
    assert_true (share > 0);

  return TRUE;
}

/* ---- how far weights may move ---- */

/* One weight is moved, those that are not locked give way in proportion. */
static void
move_weight (const Problem *problem, gsize criterion, double weight, double *weights)
{
  double now = 0;
  gsize n_others = 0;

  for (gsize j = 0; j < problem->m; j++) {
    weights[j] = problem->weights[j];
    if (j == criterion || (problem->locked != NULL && problem->locked[j]))
      continue;
    now += weights[j];
    n_others++;
  }
  for (gsize j = 0; j < problem->m; j++) {
    double give = problem->weights[criterion] - weight;

    if (j == criterion || (problem->locked != NULL && problem->locked[j]))
      continue;
    weights[j] += now > 0 ? give * weights[j] / now : give / (double) n_others;
    weights[j] = MAX (weights[j], 0);
  }
  weights[criterion] = weight;
}

static void
check_interval (const Problem *problem,
                gsize first,
                gsize criterion,
                double low,
                double high,
                gsize low_challenger,
                gsize high_challenger)
{
  g_autofree double *weights = g_new (double, problem->m);

  for (int i = 0; i <= 4; i++) {
    move_weight (problem, criterion, low + (high - low) * i / 4, weights);
    assert_true (get_lead (problem, weights, first) > -LEVEL);
  }
  if (low_challenger != SL_NOBODY && low > STEP) {
    move_weight (problem, criterion, low - STEP, weights);
    assert_true (get_lead (problem, weights, first) < LEVEL);
  }
  if (high_challenger != SL_NOBODY && high < 1 - STEP) {
    move_weight (problem, criterion, high + STEP, weights);
    assert_true (get_lead (problem, weights, first) < LEVEL);
  }
}

static void
check_single_changes (const Problem *problem, const SlChallenge *challenge, gsize alternative)
{
  g_autofree double *weights = g_new (double, problem->m);

  for (gsize k = 0; k < challenge->n_singles; k++) {
    move_weight (problem, challenge->singles[k].criterion, challenge->singles[k].needed, weights);
    assert_true (get_lead (problem, weights, alternative) > -LEVEL);
  }
}

/* ---- problems by chance ---- */

/* Numbers of few digits, so that some are level; some weights are 0, some locked. */
static void
draw_problem (GRand *random, Problem *problem, double *values, double *weights, gboolean *locked)
{
  double sum = 0;

  for (gsize i = 0; i < problem->n * problem->m; i++)
    values[i] = g_rand_boolean (random) ? 10 * g_rand_int_range (random, 0, 11)
                                        : g_rand_double_range (random, 0, 100);
  for (gsize j = 0; j < problem->m; j++) {
    weights[j] = g_rand_int_range (random, 0, 11);
    locked[j] = j > 1 && g_rand_int_range (random, 0, 5) == 0;
    sum += weights[j];
  }
  if (sum <= 0)
    sum = weights[0] = 1;
  for (gsize j = 0; j < problem->m; j++)
    weights[j] /= sum;
  *problem = (Problem) { problem->n, problem->m, values, weights, locked };
}

static void
check_intervals (const Problem *problem, const SlLinearModel *model, gsize first)
{
  g_autofree gboolean *raised = g_new0 (gboolean, problem->m);
  g_autofree gboolean *lowered = g_new0 (gboolean, problem->m);
  SlWeightPath path = { raised, lowered };

  for (gsize j = 0; j < problem->m; j++) {
    SlStabilityInterval interval;

    if (problem->locked[j])
      continue;
    for (gsize k = 0; k < problem->m; k++) {
      raised[k] = k == j;
      lowered[k] = k != j && !problem->locked[k];
    }
    sl_stability_interval (model, first, &path, &interval);
    check_interval (problem, first, j, interval.low, interval.high, interval.low_challenger,
                    interval.high_challenger);
  }
}

static void
test_by_chance (void **state)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  guint n_possible = 0, n_impossible = 0;

  for (guint i = 0; i < 60; i++) {
    Problem problem = { .n = (gsize) g_rand_int_range (random, 2, 12),
                        .m = (gsize) g_rand_int_range (random, 2, 8) };
    g_autofree double *values = g_new (double, problem.n *problem.m);
    g_autofree double *weights = g_new (double, problem.m);
    g_autofree gboolean *locked = g_new (gboolean, problem.m);
    g_auto (Trials) trials = { 0 };
    SlLinearModel model;
    gsize first;

    draw_problem (random, &problem, values, weights, locked);
    trials_init (&trials, &problem);
    model = (SlLinearModel) { problem.n, problem.m, values, weights, locked };
    first = find_first (&problem);
    check_intervals (&problem, &model, first);
    for (gsize a = 0; a < problem.n; a++) {
      g_autoptr (SlChallenge) challenge = NULL;

      check_central_weights (&problem, &trials, a);
      if (a == first)
        continue;
      challenge = sl_challenge_new (&model, a);
      check_single_changes (&problem, challenge, a);
      if (check_chances (&problem, &trials, challenge, a))
        n_possible++;
      else
        n_impossible++;
    }
  }
  /* Both happen often enough to mean something. */
  assert_true (n_possible > 100);
  assert_true (n_impossible > 50);
}

/* ---- the shipped boards ---- */

static gsize
row_of (const SlRanking *ranking, const SlEntry *entry)
{
  return entry != NULL ? (gsize) (entry - ranking->entries) : SL_NOBODY;
}

/* Returns how many challengers there were. */
static guint
check_board (SlAnalysis *ranked, SlBoard board)
{
  g_autoptr (SlSensitivity) sensitivity = sl_sensitivity_new (ranked, board, NULL);
  const SlRanking *ranking = sl_analysis_get_ranking (ranked, board);
  const SlBands *bands = sl_analysis_get_bands (ranked, board);
  g_autofree double *values = g_new (double, (gsize) ranking->n_ranked * ranking->n_criteria);
  Problem problem = { ranking->n_ranked, ranking->n_criteria, values, ranking->weights,
                      ranking->locked };
  g_auto (Trials) trials = { 0 };

  for (gsize i = 0; i < problem.n; i++) {
    for (gsize j = 0; j < problem.m; j++)
      values[i * problem.m + j] = ranking->entries[i].values[j];
  }
  trials_init (&trials, &problem);
  for (gsize j = 0; j < problem.m; j++)
    check_interval (&problem, 0, j, bands->criteria[j].low, bands->criteria[j].high,
                    row_of (ranking, bands->criteria[j].low_challenger),
                    row_of (ranking, bands->criteria[j].high_challenger));
  for (guint i = 0; i < sensitivity->n_challengers; i++) {
    const SlChallenger *challenger = &sensitivity->challengers[i];
    gsize row = row_of (ranking, challenger->entry);

    check_central_weights (&problem, &trials, row);
    check_single_changes (&problem, challenger->challenge, row);
    check_chances (&problem, &trials, challenger->challenge, row);
    /* Nobody is nearer than the radius says. */
    if (challenger->challenge->weights != NULL)
      assert_true (challenger->challenge->distance > sensitivity->radius - LEVEL);
  }

  return sensitivity->n_challengers;
}

static void
test_shipped (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCatalogue) catalogue = sl_catalogue_new (&error);
  guint n = 0;
  const GPtrArray *profiles;

  assert_non_null (catalogue);
  profiles = sl_catalogue_get_profiles (catalogue);
  for (guint i = 0; i < profiles->len; i++) {
    g_autoptr (SlDecision) decision = sl_decision_new (catalogue);
    g_autoptr (SlAnalysis) analysis = NULL;

    sl_decision_apply_profile (decision, g_ptr_array_index (profiles, i));
    analysis = sl_analysis_new (sl_decision_get_requirements (decision));
    n += check_board (analysis, SL_BOARD_TECHNOLOGIES);
    n += check_board (analysis, SL_BOARD_PATTERNS);
    /* Of these there are so many that once is enough. */
    if (i == 0)
      n += check_board (analysis, SL_BOARD_PAIRINGS);
  }
  assert_true (n > 100);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_by_chance),
    cmocka_unit_test (test_shipped),
  };

  return cmocka_run_group_tests_name ("one-story", tests, NULL, NULL);
}
