/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/robustness.h"
#include "scoring/kernels-private.h"
#include "scoring/lanes-private.h"
#include "support.h"

#include <math.h>
#include <string.h>

#define TRIALS 20000
/* Five standard errors: with a fixed seed a test passes once and for all, and what is wrong is
 * usually wrong by more. */
#define SIGMAS 5

typedef struct {
  size_t n;
  size_t m;
  guint64 n_trials;
  double *acceptability;
  double *central;
  double *winning;
  double *ranks;
  double *low;
  double *high;
} Result;

static void
result_free (Result *result)
{
  g_free (result->acceptability);
  g_free (result->central);
  g_free (result->winning);
  g_free (result->ranks);
  g_free (result->low);
  g_free (result->high);
  g_free (result);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Result, result_free)

static SlSmaa *
prepare (const SlSmaaProblem *problem)
{
  g_autoptr (GError) error = NULL;
  SlSmaa *smaa = sl_smaa_new (problem, &error);

  if (smaa == NULL)
    fail_msg ("%s", error->message);
  return smaa;
}

static Result *
read_tally (const SlSmaaTally *tally, size_t n, size_t m)
{
  Result *new = g_new0 (Result, 1);

  new->n = n;
  new->m = m;
  new->n_trials = sl_smaa_tally_get_n_trials (tally);
  new->acceptability = g_new (double, n *n);
  new->central = g_new (double, n *m);
  new->winning = g_new (double, n *n);
  new->ranks = g_new (double, n);
  new->low = g_new0 (double, n);
  new->high = g_new0 (double, n);
  sl_smaa_tally_get_acceptability (tally, new->acceptability);
  sl_smaa_tally_get_central_weights (tally, new->central);
  sl_smaa_tally_get_pairwise_winning (tally, new->winning);
  sl_smaa_tally_get_expected_ranks (tally, new->ranks);
  sl_smaa_tally_get_score_quantile (tally, 0.05, new->low);
  sl_smaa_tally_get_score_quantile (tally, 0.95, new->high);
  return new;
}

static Result *
run (const SlSmaaProblem *problem, guint64 n_trials)
{
  g_autoptr (SlSmaa) smaa = prepare (problem);
  g_autoptr (SlSmaaTally) tally = sl_smaa_tally_new (smaa);

  sl_smaa_run (smaa, 0, n_trials, tally, NULL);
  return read_tally (tally, problem->problem.n_alternatives, problem->problem.n_criteria);
}

static void
assert_same_numbers (const double *actual, const double *expected, size_t n, const char *what)
{
  for (size_t k = 0; k < n; k++)
    if (memcmp (&actual[k], &expected[k], sizeof *actual) != 0)
      fail_msg ("%s %zu: %.17g, expected %.17g", what, k, actual[k], expected[k]);
}

static void
assert_same (const Result *actual, const Result *expected)
{
  size_t n = expected->n;
  size_t m = expected->m;

  assert_int_equal (actual->n_trials, expected->n_trials);
  assert_same_numbers (actual->acceptability, expected->acceptability, n * n, "acceptability");
  assert_same_numbers (actual->central, expected->central, n * m, "central weight");
  assert_same_numbers (actual->winning, expected->winning, n * n, "winning index");
  assert_same_numbers (actual->ranks, expected->ranks, n, "expected rank");
  assert_same_numbers (actual->low, expected->low, n, "low score");
  assert_same_numbers (actual->high, expected->high, n, "high score");
}

static gboolean
is_same (const Result *a, const Result *b)
{
  return memcmp (a->winning, b->winning, a->n * a->n * sizeof (double)) == 0;
}

/* An index that should be `expected`, estimated from n trials. */
static void
assert_index (double actual, double expected, guint64 n, const char *what, size_t index)
{
  assert_near (actual, expected, SIGMAS * sl_smaa_standard_error (expected, n) + 1e-9, what, index);
}

/* Closed forms. */

/* With two criteria the weight of the first is uniform on 0..1: alternatives are first, second and
 * third on intervals of it. */
static void
test_two_criteria (void **state)
{
  const double data[] = { 1, 0, 0, 1, 0.5, 0.4 };
  const double expected[] = { 0.5,      1 / 18.0, 4 / 9.0,   0.5,      1 / 22.0,
                              5 / 11.0, 0,        89 / 99.0, 10 / 99.0 };
  SlSmaaProblem problem = { .problem = { 3, 2, data, NULL, NULL },
                            .options = { SL_METHOD_ADDITIVE, SL_NORMALISATION_NONE, 0 },
                            .space = SL_WEIGHT_SPACE_ANY,
                            .seed = 42 };
  g_autoptr (Result) result = run (&problem, TRIALS);

  for (size_t k = 0; k < 9; k++)
    assert_index (result->acceptability[k], expected[k], TRIALS, "acceptability", k);
  assert_near (result->central[0], 0.75, 0.005, "central weight", 0);
  assert_near (result->central[2], 0.25, 0.005, "central weight", 2);
  assert_near (result->central[0] + result->central[1], 1, 1e-8, "sum", 0);
  assert_true (isnan (result->central[4]) && isnan (result->central[5]));
  assert_index (result->winning[0 * 3 + 1], 0.5, TRIALS, "winning index", 1);
  assert_index (result->winning[0 * 3 + 2], 5 / 9.0, TRIALS, "winning index", 2);
  assert_index (result->winning[1 * 3 + 2], 6 / 11.0, TRIALS, "winning index", 5);
  assert_near (result->ranks[2], 1 * 0 + 2 * 89 / 99.0 + 3 * 10 / 99.0, 0.02, "expected rank", 2);
  /* The first scores its weight, the third between 0.4 and 0.5. */
  assert_near (result->low[0], 0.05, 0.01, "low score", 0);
  assert_near (result->high[0], 0.95, 0.01, "high score", 0);
  assert_near (result->low[2], 0.405, 0.002, "low score", 2);
  assert_near (result->high[2], 0.495, 0.002, "high score", 2);
}

/* Nothing is drawn: every trial is the ranking itself. */
static void
test_nothing_uncertain (void **state)
{
  for (unsigned method = 0; method < SL_N_METHODS; method++) {
    g_autoptr (TestProblem) exact = test_problem_random (method, 7, 4);
    g_autoptr (SlEvaluation) evaluation = sl_evaluation_new ();
    g_autoptr (Result) result = NULL;
    SlSmaaProblem problem = { .exact_weights = TRUE };

    test_problem_fix_scales (exact);
    memcpy (exact->performances, exact->performances + 4, 4 * sizeof (double));
    exact->options.method = (SlMethod) method;
    problem.problem = exact->problem;
    problem.options = exact->options;
    test_evaluate (exact, (SlMethod) method, evaluation);
    result = run (&problem, 300);
    for (size_t i = 0; i < 7; i++) {
      double score = sl_evaluation_get_scores (evaluation)[i];
      unsigned rank = sl_evaluation_get_ranks (evaluation)[i];

      assert_near (result->acceptability[i * 7 + rank - 1], 1, 0, "acceptability", i);
      assert_near (result->ranks[i], rank, 0, "expected rank", i);
      assert_near (result->low[i], score, 1e-6, "low score", i);
      assert_near (result->high[i], score, 1e-6, "high score", i);
      for (size_t k = 0; k < 7; k++)
        assert_near (result->winning[i * 7 + k], rank < sl_evaluation_get_ranks (evaluation)[k], 0,
                     "winning index", k);
    }
  }
}

/* Two cells whose densities fall from 0 to 1 and from 0 to 2. */
static void
test_two_uncertain_values (void **state)
{
  const double low[] = { 0, 0 };
  const double high[] = { 1, 2 };
  const double mode[] = { 0, 0 };
  const double weight[] = { 1 };
  SlUncertainValues values = {
    .n_rows = 2, .low = low, .mode = mode, .high = high, .minimum = -INFINITY, .maximum = INFINITY
  };
  SlSmaaProblem problem = { .problem = { 2, 1, NULL, weight, NULL },
                            .options = { SL_METHOD_ADDITIVE, SL_NORMALISATION_NONE, 0 },
                            .values = &values,
                            .exact_weights = TRUE };
  g_autoptr (Result) result = run (&problem, TRIALS);

  /* P (second > first) = int_0^1 2 (1 - x) (1 - x / 2)^2 dx = 17 / 24. */
  assert_index (result->winning[2], 17 / 24.0, TRIALS, "winning index", 2);
  assert_index (result->winning[1], 7 / 24.0, TRIALS, "winning index", 1);
}

/* Random numbers. */

/* The known answers of the authors' library, Random123. */
static void
test_random_words (void **state)
{
  static const struct {
    guint64 key;
    guint32 counter[4];
    guint32 words[4];
  } known[] = {
    { 0, { 0, 0, 0, 0 }, { 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8 } },
    { G_MAXUINT64,
      { 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff },
      { 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd } },
    { G_GUINT64_CONSTANT (0x299f31d0a4093822),
      { 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344 },
      { 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1 } },
  };

  for (size_t k = 0; k < G_N_ELEMENTS (known); k++) {
    guint32 words[4];

    sl_philox (known[k].key, known[k].counter, words);
    assert_memory_equal (words, known[k].words, sizeof words);
  }
}

static void
test_functions (void **state)
{
  for (int k = 1; k < 4000; k++) {
    float x = (float) k / 4000;
    float z = 10 * x - 5;

    assert_near ((double) sl_lane_log (x), log ((double) x), 1e-6, "log", (size_t) k);
    assert_near ((double) sl_lane_log (40 * x), log ((double) (40 * x)), 1e-6, "log", (size_t) k);
    assert_near ((double) sl_lane_exp (-20 * x), exp ((double) (-20 * x)), 3e-7, "exp", (size_t) k);
    assert_near ((double) sl_lane_normal_cdf (z), erfc (-(double) z / sqrt (2)) / 2, 1e-6, "cdf",
                 (size_t) k);
  }
  assert_near ((double) sl_lane_exp (-100), 0, 0, "exp", 0);
}

/* Every half of a word: what uniform numbers of the middles of 2^16 parts have to be. */
static void
test_uniform_halves (void **state)
{
  for (guint32 k = 0; k <= G_MAXUINT16; k++) {
    double middle = (k + 0.5) / 65536;

    assert_true ((double) sl_lane_lower_uniform (0xabcd0000u | k) == middle);
    assert_true ((double) sl_lane_upper_uniform (k << 16 | 0xabcdu) == middle);
  }
}

/* A radius and an angle of each word, as the formula of Box and Muller has them; and over an even
 * choice of words mean, variance, correlation and the shares below some numbers are those of two
 * independent normal numbers. */
static void
test_normals (void **state)
{
  static const double places[] = { -3, -2, -1, -0.5, 0, 0.5, 1, 2, 3 };
  double sum = 0, squares = 0, product = 0;
  double below[G_N_ELEMENTS (places)] = { 0 };
  guint32 n = 0;

  /* An odd step: each half takes all of its values. */
  for (guint64 k = 0; k <= G_MAXUINT32; k += 1021, n++) {
    guint32 word = (guint32) k;
    double radius = sqrt (-2 * log (((word >> 16) + 0.5) / 65536));
    float x, y;

    sl_lane_normals (word, &x, &y);
    assert_near (hypot ((double) x, (double) y), radius, 3e-6, "radius", n);
    sum += (double) x + (double) y;
    squares += (double) (x * x) + (double) (y * y);
    product += (double) (x * y);
    for (size_t p = 0; p < G_N_ELEMENTS (places); p++)
      below[p] += ((double) x < places[p]) + ((double) y < places[p]);
  }
  assert_near (sum / (2.0 * n), 0, 1e-4, "mean", 0);
  assert_near (squares / (2.0 * n), 1, 1e-4, "variance", 0);
  assert_near (product / n, 0, 1e-4, "covariance", 0);
  for (size_t p = 0; p < G_N_ELEMENTS (places); p++)
    assert_near (below[p] / (2.0 * n), erfc (-places[p] / sqrt (2)) / 2, 1e-4, "share below", p);
}

/* Problems. */

#define ROWS 6
#define N 9
#define M 5

typedef struct {
  SlSmaaProblem problem;
  SlUncertainValues values;
  SlScale scales[M];
  double weights[M];
  double low[ROWS * M];
  double mode[ROWS * M];
  double high[ROWS * M];
  double share[M];
  double shift[N * M];
  double correlation[M * M];
  unsigned first[N];
  unsigned second[N];
  unsigned family[ROWS];
} Board;

/* Mixtures of correlated rows with shifts that reach beyond the scale. The last row is certain and
 * the best there is, and so is the last alternative. */
static void
board_init (Board *board, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  *board = (Board) { 0 };
  for (size_t k = 0; k < ROWS * M; k++) {
    gboolean last = k / M == ROWS - 1;
    double mode = last ? 100 : g_rand_double_range (random, 20, 80);

    board->mode[k] = mode;
    board->low[k] = last ? mode : mode - g_rand_double_range (random, 0, 20);
    board->high[k] = last || k % 7 == 0 ? mode : mode + g_rand_double_range (random, 0, 20);
  }
  for (size_t j = 0; j < M; j++) {
    board->scales[j] = SL_SCALE_DEFAULT;
    board->scales[j].worst = 0;
    board->scales[j].best = 100;
    board->scales[j].p = 20;
    board->weights[j] = g_rand_double_range (random, 0.2, 1);
    board->share[j] = g_rand_double (random);
    board->correlation[j * M + j] = 1;
  }
  board->correlation[1] = board->correlation[M] = 0.7;
  board->correlation[2 * M + 4] = board->correlation[4 * M + 2] = -0.4;
  for (size_t i = 0; i < N; i++) {
    board->first[i] = i == N - 1 ? ROWS - 1 : (unsigned) i % 3;
    board->second[i] = i == N - 1 ? ROWS - 1 : 3 + (unsigned) i / 3 % 2;
    for (size_t j = 0; j < M && i < N - 1; j++)
      board->shift[i * M + j] = (i + j) % 3 == 0 ? g_rand_double_range (random, -50, 50) : 0;
  }
  for (size_t r = 0; r < ROWS; r++)
    board->family[r] = (unsigned) r / 2;
  board->values = (SlUncertainValues) { ROWS,         board->low,         board->mode,
                                        board->high,  board->first,       board->second,
                                        board->share, board->shift,       0,
                                        100,          board->correlation, board->family,
                                        0.6 };
  board->problem = (SlSmaaProblem) { .problem = { N, M, NULL, board->weights, board->scales },
                                     .options = SL_METHOD_OPTIONS_DEFAULT,
                                     .values = &board->values,
                                     .space = SL_WEIGHT_SPACE_AROUND,
                                     .concentration = 20,
                                     .seed = seed };
}

/* The same bits whatever the way. */

static Result *
run_with (const SlSmaaProblem *problem, const SlKernels *kernels, guint64 n_trials)
{
  g_autoptr (SlSmaa) smaa = sl_smaa_new_with_kernels (problem, kernels, NULL);
  g_autoptr (SlSmaaTally) tally = sl_smaa_tally_new (smaa);

  sl_smaa_run (smaa, 0, n_trials, tally, NULL);
  return read_tally (tally, problem->problem.n_alternatives, problem->problem.n_criteria);
}

static void
test_vectors_of_any_width (void **state)
{
  for (unsigned space = 0; space <= SL_WEIGHT_SPACE_ANY; space++)
    for (unsigned level = 1; level < SL_N_KERNELS; level++) {
      Board board;
      g_autoptr (Result) plain = NULL;
      g_autoptr (Result) wide = NULL;

      if (sl_kernels_get (level) == NULL)
        continue;
      board_init (&board, space);
      board.problem.space = (SlWeightSpace) space;
      plain = run_with (&board.problem, sl_kernels_get (0), 3000);
      wide = run_with (&board.problem, sl_kernels_get (level), 3000);
      assert_same (wide, plain);
    }
}

static const SlMethodOptions any_path[] = {
  { SL_METHOD_ADDITIVE, SL_NORMALISATION_FIXED, 0 },
  { SL_METHOD_ADDITIVE, SL_NORMALISATION_NONE, 0 },
  { SL_METHOD_GEOMETRIC, SL_NORMALISATION_FIXED, 0 },
  { SL_METHOD_TOPSIS, SL_NORMALISATION_VECTOR, 0 },
  { SL_METHOD_VIKOR, SL_NORMALISATION_FIXED, 0.5 },
  { SL_METHOD_PROMETHEE, SL_NORMALISATION_FIXED, 0 },
};

static void
test_batches (void **state)
{
  const guint64 ends[] = { 1, 2, 17, 140, 300, 555, 700 };

  for (size_t k = 0; k < G_N_ELEMENTS (any_path); k++) {
    Board board;
    g_autoptr (SlSmaa) smaa = NULL;
    g_autoptr (SlSmaaTally) tally = NULL;
    g_autoptr (Result) whole = NULL;
    g_autoptr (Result) parts = NULL;
    guint64 last = G_N_ELEMENTS (ends) - 1;

    board_init (&board, 1);
    board.problem.options = any_path[k];
    whole = run (&board.problem, ends[last]);
    smaa = prepare (&board.problem);
    tally = sl_smaa_tally_new (smaa);
    /* Backwards. */
    for (size_t part = last + 1; part-- > 0;) {
      guint64 first = part > 0 ? ends[part - 1] : 0;

      sl_smaa_run (smaa, first, ends[part] - first, tally, NULL);
    }
    parts = read_tally (tally, N, M);
    assert_same (parts, whole);
  }
}

typedef struct {
  SlSmaa *smaa;
  SlSmaaTally *tally;
  guint64 first;
} Part;

static gpointer
run_part (gpointer data)
{
  Part *part = data;

  sl_smaa_run (part->smaa, part->first, 1000, part->tally, NULL);
  return NULL;
}

static void
test_threads (void **state)
{
  Board board;
  g_autoptr (SlSmaa) smaa = NULL;
  g_autoptr (Result) one = NULL;
  g_autoptr (Result) four = NULL;
  Part parts[4];
  GThread *threads[4];

  board_init (&board, 3);
  smaa = prepare (&board.problem);
  for (size_t k = 0; k < 4; k++) {
    parts[k] = (Part) { smaa, sl_smaa_tally_new (smaa), 1000 * k };
    threads[k] = g_thread_new ("part", run_part, &parts[k]);
  }
  for (size_t k = 0; k < 4; k++)
    g_thread_join (threads[k]);
  for (size_t k = 1; k < 4; k++) {
    sl_smaa_tally_add (parts[0].tally, parts[k].tally);
    sl_smaa_tally_free (parts[k].tally);
  }
  four = read_tally (parts[0].tally, N, M);
  sl_smaa_tally_free (parts[0].tally);
  one = run (&board.problem, 4000);
  assert_same (four, one);
}

static void
test_seeds (void **state)
{
  Board board;
  g_autoptr (Result) one = NULL;
  g_autoptr (Result) same = NULL;
  g_autoptr (Result) other = NULL;

  board_init (&board, 3);
  one = run (&board.problem, 1000);
  same = run (&board.problem, 1000);
  board.problem.seed += G_GUINT64_CONSTANT (1) << 32;
  other = run (&board.problem, 1000);
  assert_same (same, one);
  assert_false (is_same (other, one));
}

/* An end of a scale that is the data's own makes it a case for the general way; the last
 * alternative is always at it, so that it is the same scale. */
static void
test_fast_way (void **state)
{
  for (unsigned space = 0; space <= SL_WEIGHT_SPACE_ANY; space++) {
    Board board;
    g_autoptr (Result) fast = NULL;
    g_autoptr (Result) general = NULL;

    board_init (&board, 10 + space);
    board.problem.space = (SlWeightSpace) space;
    board.values.minimum = 35;
    fast = run (&board.problem, 2000);
    board.scales[1].best = NAN;
    general = run (&board.problem, 2000);
    assert_same (general, fast);
  }
}

/* Weights: alone, an alternative is always first, so its central weights are the mean. */

static const double zeros[16] = { 0 };

static void
test_ordinal_weights (void **state)
{
  const double weights[] = { 2, 5, 3, 3, 1 };
  const unsigned order[] = { 4, 1, 2, 2, 5 };
  double expected[5];
  SlSmaaProblem problem = { .problem = { 1, 5, zeros, weights, NULL },
                            .options = { SL_METHOD_ADDITIVE, SL_NORMALISATION_NONE, 0 },
                            .space = SL_WEIGHT_SPACE_ORDINAL };
  g_autoptr (Result) result = run (&problem, TRIALS);

  sl_weights_from_order (order, 5, SL_RANK_WEIGHTS_CENTROID, expected);
  assert_all_near (result->central, expected, 5, 0.005, "weight");
}

/* A score that is one weight has the distribution of that weight. */
static void
assert_weight_quantiles (double shape, double rest, double (*quantile) (double p))
{
  const double data[] = { 1, 0 };
  const double weights[] = { shape, rest };
  SlSmaaProblem problem = { .problem = { 1, 2, data, weights, NULL },
                            .options = { SL_METHOD_ADDITIVE, SL_NORMALISATION_NONE, 0 },
                            .space = SL_WEIGHT_SPACE_AROUND,
                            .concentration = shape + rest };
  g_autoptr (SlSmaa) smaa = prepare (&problem);
  g_autoptr (SlSmaaTally) tally = sl_smaa_tally_new (smaa);

  sl_smaa_run (smaa, 0, TRIALS, tally, NULL);
  for (int k = 1; k < 20; k++) {
    double p = k / 20.0;
    double score;

    sl_smaa_tally_get_score_quantile (tally, p, &score);
    /* The slope of the quantile function is at most 2.3 in these. */
    assert_near (score, quantile (p), SIGMAS * 2.3 * sqrt (p * (1 - p) / TRIALS) + 0.001,
                 "quantile", (size_t) k);
  }
}

static double
quantile_2_1 (double p)
{
  return sqrt (p);
}

static double
quantile_1_1 (double p)
{
  return p;
}

static double
quantile_half_half (double p)
{
  double sine = sin (G_PI / 2 * p);

  return sine * sine;
}

static void
test_weights_around (void **state)
{
  const double weights[] = { 0.1, 0, 0.5, 0.4 };
  SlSmaaProblem problem = { .problem = { 1, 4, zeros, weights, NULL },
                            .options = { SL_METHOD_ADDITIVE, SL_NORMALISATION_NONE, 0 },
                            .space = SL_WEIGHT_SPACE_AROUND };

  assert_weight_quantiles (2, 1, quantile_2_1);
  assert_weight_quantiles (1, 1, quantile_1_1);
  assert_weight_quantiles (0.5, 0.5, quantile_half_half);
  for (problem.concentration = 0.01; problem.concentration < 1e7; problem.concentration *= 10) {
    g_autoptr (Result) result = run (&problem, TRIALS);

    for (size_t j = 0; j < 4; j++) {
      double variance = weights[j] * (1 - weights[j]) / (problem.concentration + 1);

      assert_near (result->central[j], weights[j], SIGMAS * sqrt (variance / TRIALS) + 1e-6,
                   "weight", j);
    }
    assert_near (result->central[1], 0, 0, "weight", 1);
  }
}

static void
test_locked_weights (void **state)
{
  const double weights[] = { 3, 2, 2, 3 };
  const gboolean locked[] = { TRUE, FALSE, FALSE, FALSE };
  const double any[] = { 0.3, 0.7 / 3, 0.7 / 3, 0.7 / 3 };

  for (unsigned space = 0; space <= SL_WEIGHT_SPACE_ANY; space++) {
    SlSmaaProblem problem = { .problem = { 1, 4, zeros, weights, NULL },
                              .options = { SL_METHOD_ADDITIVE, SL_NORMALISATION_NONE, 0 },
                              .locked = locked,
                              .space = (SlWeightSpace) space,
                              .concentration = 5 };
    g_autoptr (Result) result = run (&problem, TRIALS);

    assert_near (result->central[0], 0.3, 1e-8, "locked", space);
    assert_near (result->central[0] + result->central[1] + result->central[2] + result->central[3],
                 1, 1e-8, "sum", space);
    if (space == SL_WEIGHT_SPACE_ANY)
      assert_all_near (result->central, any, 4, 0.01, "any");
    if (space == SL_WEIGHT_SPACE_AROUND)
      assert_near (result->central[3], 0.3, 0.01, "around", 3);
    if (space == SL_WEIGHT_SPACE_ORDINAL)
      assert_near (result->central[3], 0.7 * 11 / 18, 0.01, "ordinal", 3);
  }
}

/* Values. */

static void
test_triangular_values (void **state)
{
  const double modes[] = { 0, 0.3, 1 };

  for (size_t k = 0; k < 6; k++) {
    /* The second row's cell leans on the first's. */
    const double low[] = { 0, 0, 0 };
    const double mode[] = { modes[k % 3], modes[k % 3], 1 };
    const double high[] = { 1, 1, 1 };
    const unsigned family[] = { 0, 0, 1 };
    SlUncertainValues values = { .n_rows = 3,
                                 .low = low,
                                 .mode = mode,
                                 .high = high,
                                 .minimum = -INFINITY,
                                 .maximum = INFINITY,
                                 .family = k < 3 ? NULL : family,
                                 .family_correlation = 0.8 };
    SlSmaaProblem problem = { .problem = { 3, 1, NULL, NULL, NULL },
                              .options = { SL_METHOD_ADDITIVE, SL_NORMALISATION_NONE, 0 },
                              .values = &values,
                              .exact_weights = TRUE,
                              .seed = k };
    g_autoptr (SlSmaa) smaa = prepare (&problem);
    g_autoptr (SlSmaaTally) tally = sl_smaa_tally_new (smaa);

    sl_smaa_run (smaa, 0, TRIALS, tally, NULL);
    for (int step = 1; step < 50; step++) {
      double p = step / 50.0;
      double scores[3];

      sl_smaa_tally_get_score_quantile (tally, p, scores);
      for (size_t i = 0; i < 2; i++) {
        double x = scores[i];
        double cdf = x < mode[i] ? x * x / mode[i] : 1 - (1 - x) * (1 - x) / (1 - mode[i]);

        /* Kolmogorov-Smirnov: 1.95 / sqrt n is exceeded once in a thousand. */
        assert_near (x >= 1 ? 1 : cdf, p, 1.95 / sqrt (TRIALS) + 0.002, "share below", i);
      }
    }
  }
}

static double
find_correlation (const double *x, const double *y, size_t n)
{
  double xx = 0, yy = 0, xy = 0;

  for (size_t k = 0; k < n; k++) {
    xx += (x[k] - 0.5) * (x[k] - 0.5);
    yy += (y[k] - 0.5) * (y[k] - 0.5);
    xy += (x[k] - 0.5) * (y[k] - 0.5);
  }
  return xy / sqrt (xx * yy);
}

/* What is drawn before it becomes a value, for two cells; mode 0, so that q = 1 - sqrt (1 - u). */
static double
sample_correlation (const SlUncertainValues *values, size_t m, size_t a, size_t b)
{
  enum {
    SAMPLES = SL_LANES * 1000
  };
  g_autofree double *x = g_new (double, SAMPLES);
  g_autofree double *y = g_new (double, SAMPLES);
  g_autofree float *spare = g_new0 (float, 20 * (m + 4) * SL_LANES);
  g_autofree float *quantiles = g_new0 (float, values->n_rows *m *SL_LANES);
  SlValuePlan plan;

  sl_value_plan_init (&plan, values, m);
  for (size_t k = 0; k < SAMPLES; k += SL_LANES) {
    sl_kernels_get_best ()->draw_cells (&plan, 5, k, spare, quantiles);
    for (size_t l = 0; l < SL_LANES; l++) {
      double q = 1 - (double) quantiles[a * SL_LANES + l];
      double p = 1 - (double) quantiles[b * SL_LANES + l];

      x[k + l] = 1 - q * q;
      y[k + l] = 1 - p * p;
    }
  }
  sl_value_plan_clear (&plan);
  return find_correlation (x, y, SAMPLES);
}

/* Of the normal numbers, in terms of the uniform ones that they become. */
static double
spearman (double pearson)
{
  return 6 / G_PI * asin (pearson / 2);
}

static void
test_correlations (void **state)
{
  const double low[12] = { 0 };
  const double high[] = { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 };
  const double correlation[] = { 1, 0.8, 0, 0.8, 1, 0, 0, 0, 1 };
  const double impossible[] = { 1, -0.9, -0.9, -0.9, 1, -0.9, -0.9, -0.9, 1 };
  const unsigned family[] = { 4, 9, 4, 4 };
  SlUncertainValues values = { .n_rows = 4,
                               .low = low,
                               .mode = low,
                               .high = high,
                               .maximum = 1,
                               .criterion_correlation = correlation,
                               .family = family,
                               .family_correlation = 0.6 };
  const double tolerance = SIGMAS / sqrt (16000);

  assert_near (sample_correlation (&values, 3, 0, 1), spearman (0.8), tolerance, "criteria", 0);
  assert_near (sample_correlation (&values, 3, 3, 4), spearman (0.8), tolerance, "criteria", 1);
  assert_near (sample_correlation (&values, 3, 0, 2), 0, tolerance, "unlinked", 0);
  assert_near (sample_correlation (&values, 3, 0, 6), spearman (0.6), tolerance, "family", 0);
  assert_near (sample_correlation (&values, 3, 2, 11), spearman (0.6), tolerance, "family", 1);
  assert_near (sample_correlation (&values, 3, 8, 11), spearman (0.6), tolerance, "family", 2);
  assert_near (sample_correlation (&values, 3, 0, 3), 0, tolerance, "strangers", 0);
  assert_near (sample_correlation (&values, 3, 1, 9), spearman (0.48), tolerance, "product", 0);

  /* Three cannot each be against the other two: at most by a half. */
  values.criterion_correlation = impossible;
  assert_near (sample_correlation (&values, 3, 0, 1), spearman (-0.5), tolerance, "shrunk", 0);
  assert_near (sample_correlation (&values, 3, 1, 2), spearman (-0.5), tolerance, "shrunk", 1);
}

/* Ties, order and the rest. */

static void
test_equal_alternatives (void **state)
{
  Board board;
  g_autoptr (Result) result = NULL;

  board_init (&board, 5);
  board.first[1] = board.first[0];
  board.second[1] = board.second[0];
  memcpy (board.shift + M, board.shift, M * sizeof (double));
  result = run (&board.problem, 2000);
  assert_near (result->winning[1], 0, 0, "winning index", 1);
  assert_near (result->winning[N], 0, 0, "winning index", N);
  assert_same_numbers (result->acceptability, result->acceptability + N, N, "acceptability");
}

/* The same sums, by the formula, of different numbers in another order. */
/* Places and pairs by their definition, for any number of alternatives, most of them in twos that
 * are equal and all but one within a millionth: what decides is in the last digits. Some lanes of
 * the last chunk are not run. */
static void
check_places (size_t n, unsigned level)
{
  g_autofree double *values = g_new (double, n);
  SlSmaaProblem problem = { .problem = { n, 1, values, NULL, NULL },
                            .options = { SL_METHOD_ADDITIVE, SL_NORMALISATION_NONE, 0 },
                            .exact_weights = TRUE };
  g_autoptr (SlSmaa) smaa = NULL;
  g_autoptr (SlSmaaTally) tally = NULL;
  g_autoptr (Result) result = NULL;

  for (size_t i = 0; i < n; i++)
    values[i] = i == n / 3 ? 1 : (double) (i * 7 % n / 2) * 4e-9;
  smaa = sl_smaa_new_with_kernels (&problem, sl_kernels_get (level), NULL);
  tally = sl_smaa_tally_new (smaa);
  sl_smaa_run (smaa, 0, 200, tally, NULL);
  result = read_tally (tally, n, 1);
  for (size_t i = 0; i < n; i++) {
    size_t n_better = 0;

    for (size_t k = 0; k < n; k++) {
      n_better += values[k] > values[i];
      assert_near (result->winning[i * n + k], values[i] > values[k], 0, "winning index",
                   i * n + k);
    }
    assert_near (result->acceptability[i * n + n_better], 1, 0, "acceptability", i);
  }
}

static void
test_places (void **state)
{
  const size_t sizes[] = { 1, 2, 3, 20, 129, 255, 256, 257, 300 };

  for (unsigned level = 0; level < SL_N_KERNELS; level++)
    for (size_t k = 0; k < G_N_ELEMENTS (sizes) && sl_kernels_get (level) != NULL; k++)
      check_places (sizes[k], level);
}

static void
test_equal_sums (void **state)
{
  const double low[] = { 10, 20, 30, 30, 10, 20, 0, 0, 0 };
  const double high[] = { 10, 20, 30, 30, 10, 20, 60, 60, 60 };
  SlUncertainValues values = { .n_rows = 3, .low = low, .mode = low, .high = high, .maximum = 100 };
  SlSmaaProblem problem = { .problem = { 3, 3, NULL, NULL, NULL },
                            .options = { SL_METHOD_ADDITIVE, SL_NORMALISATION_NONE, 0 },
                            .values = &values,
                            .exact_weights = TRUE };
  g_autoptr (Result) result = run (&problem, 2000);

  assert_near (result->winning[1], 0, 0, "winning index", 1);
  assert_near (result->winning[3], 0, 0, "winning index", 3);
  assert_true (result->winning[2] > 0 && result->winning[6] > 0);
}

static void
test_order_of_alternatives (void **state)
{
  g_autoptr (TestProblem) given = test_problem_random (4, 6, 4);
  g_autoptr (TestProblem) turned = test_problem_copy (given);
  SlSmaaProblem problem = { .options = { SL_METHOD_PROMETHEE, SL_NORMALISATION_FIXED, 0 },
                            .space = SL_WEIGHT_SPACE_ANY };
  g_autoptr (Result) a = NULL;
  g_autoptr (Result) b = NULL;

  for (size_t i = 0; i < 6; i++)
    memcpy (turned->performances + (5 - i) * 4, given->performances + i * 4, 4 * sizeof (double));
  problem.problem = given->problem;
  a = run (&problem, 3000);
  problem.problem = turned->problem;
  b = run (&problem, 3000);
  for (size_t i = 0; i < 6; i++) {
    assert_all_near (b->acceptability + (5 - i) * 6, a->acceptability + i * 6, 6, 0.001,
                     "acceptability");
    assert_near (b->winning[(5 - i) * 6 + 5 - (i + 1) % 6], a->winning[i * 6 + (i + 1) % 6], 0.001,
                 "winning index", i);
  }
}

static void
test_confidence (void **state)
{
  Board board;
  g_autoptr (SlSmaa) smaa = NULL;
  g_autoptr (Result) result = NULL;
  guint64 firsts[N] = { 0 };
  guint64 parts[N] = { 0 };

  /* With exact weights it is how often one is first. */
  board_init (&board, 6);
  board.first[N - 1] = 0;
  board.second[N - 1] = 3;
  board.problem.exact_weights = TRUE;
  smaa = prepare (&board.problem);
  result = run (&board.problem, 1000);
  sl_smaa_run_confidence (smaa, result->central, 0, 1000, firsts, NULL);
  for (size_t i = 0; i < N; i++)
    assert_near ((double) firsts[i] / 1000, result->acceptability[i * N], 0.0021, "confidence", i);
  sl_smaa_run_confidence (smaa, result->central, 300, 700, parts, NULL);
  sl_smaa_run_confidence (smaa, result->central, 0, 300, parts, NULL);
  assert_memory_equal (parts, firsts, sizeof firsts);
}

static void
test_dominated (void **state)
{
  const double data[] = { 3, 3, 3, 1, 2, 2 };
  SlSmaaProblem problem = { .problem = { 2, 3, data, NULL, NULL },
                            .options = { SL_METHOD_ADDITIVE, SL_NORMALISATION_NONE, 0 },
                            .exact_weights = TRUE };
  const double expected[] = { 1 / 3.0, 1 / 3.0, 1 / 3.0 };
  g_autoptr (SlSmaa) smaa = prepare (&problem);
  g_autoptr (Result) result = run (&problem, 500);
  guint64 firsts[2] = { 0 };

  assert_all_near (result->central, expected, 3, 1e-9, "central weight");
  assert_true (isnan (result->central[3]));
  sl_smaa_run_confidence (smaa, result->central, 0, 10, firsts, NULL);
  assert_int_equal (firsts[0], 10);
  assert_int_equal (firsts[1], 0);
}

static void
test_measures (void **state)
{
  const double shares[] = { 0.3504, 0.6496 };
  const double certain[] = { 0, 1, 0 };

  assert_near (sl_smaa_entropy (shares, 2), 0.9344248, 1e-6, "entropy", 0);
  assert_near (sl_smaa_entropy (certain, 3), 0, 0, "entropy", 1);
  assert_near (sl_smaa_standard_error (0.5, 10000), 0.005, 1e-12, "standard error", 0);
  assert_near (sl_smaa_standard_error (1, 7), 0, 0, "standard error", 1);
}

static void
test_stop (void **state)
{
  const int stop = 1;
  Board board;
  g_autoptr (SlSmaa) smaa = NULL;
  g_autoptr (SlSmaaTally) tally = NULL;

  board_init (&board, 6);
  smaa = prepare (&board.problem);
  tally = sl_smaa_tally_new (smaa);
  sl_smaa_run (smaa, 0, 100000, tally, &stop);
  assert_true (sl_smaa_tally_get_n_trials (tally) < 100000);
}

static void
assert_refused (const SlSmaaProblem *problem, SlScoringError code, const char *text)
{
  g_autoptr (GError) error = NULL;

  assert_null (sl_smaa_new (problem, &error));
  if (!g_error_matches (error, SL_SCORING_ERROR, (int) code) || !strstr (error->message, text))
    fail_msg ("error %d “%s”, expected %d “%s”", error->code, error->message, (int) code, text);
}

static void
test_errors (void **state)
{
  Board board;

  board_init (&board, 7);
  board.problem.concentration = 0;
  assert_refused (&board.problem, SL_SCORING_ERROR_OPTION, "concentration");
  board_init (&board, 7);
  board.weights[2] = -1;
  assert_refused (&board.problem, SL_SCORING_ERROR_WEIGHT, "column 3");
  board_init (&board, 7);
  board.low[1] = 101;
  assert_refused (&board.problem, SL_SCORING_ERROR_SCALE, "row 1, column 2");
  board_init (&board, 7);
  board.problem.space = (SlWeightSpace) 3;
  assert_refused (&board.problem, SL_SCORING_ERROR_OPTION, "weight space");
  /* Some draws would divide by zero. */
  board_init (&board, 7);
  board.scales[0].worst = board.scales[0].best = NAN;
  board.scales[0].direction = SL_DIRECTION_MIN;
  board.problem.options.normalisation = SL_NORMALISATION_RATIO;
  for (size_t r = 0; r < ROWS; r++)
    board.low[r * M] = 0;
  board.values.second = NULL;
  board.values.shift = NULL;
  assert_refused (&board.problem, SL_SCORING_ERROR_NUMBER, "above zero");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_two_criteria),
    cmocka_unit_test (test_nothing_uncertain),
    cmocka_unit_test (test_two_uncertain_values),
    cmocka_unit_test (test_random_words),
    cmocka_unit_test (test_functions),
    cmocka_unit_test (test_uniform_halves),
    cmocka_unit_test (test_normals),
    cmocka_unit_test (test_vectors_of_any_width),
    cmocka_unit_test (test_batches),
    cmocka_unit_test (test_threads),
    cmocka_unit_test (test_seeds),
    cmocka_unit_test (test_fast_way),
    cmocka_unit_test (test_ordinal_weights),
    cmocka_unit_test (test_weights_around),
    cmocka_unit_test (test_locked_weights),
    cmocka_unit_test (test_triangular_values),
    cmocka_unit_test (test_correlations),
    cmocka_unit_test (test_equal_alternatives),
    cmocka_unit_test (test_places),
    cmocka_unit_test (test_equal_sums),
    cmocka_unit_test (test_order_of_alternatives),
    cmocka_unit_test (test_confidence),
    cmocka_unit_test (test_dominated),
    cmocka_unit_test (test_measures),
    cmocka_unit_test (test_stop),
    cmocka_unit_test (test_errors),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
