/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/sensitivity.h"

#include <math.h>
#include <stdlib.h>

typedef struct {
  SlProblem problem; /* with performances of its own */
  const SlMethodOptions *options;
  const SlUncertainValues *values;
  size_t leader;
  double *performances;
  double *cells;
  SlEvaluation *evaluation;
} Tornado;

static void
tornado_init (Tornado *tornado,
              const SlProblem *problem,
              const SlMethodOptions *options,
              const SlUncertainValues *values,
              size_t leader)
{
  size_t m = problem->n_criteria;

  tornado->problem = *problem;
  tornado->options = options;
  tornado->values = values;
  tornado->leader = leader;
  tornado->performances = g_new (double, problem->n_alternatives *m);
  tornado->cells = g_memdup2 (values->mode, values->n_rows * m * sizeof (double));
  tornado->evaluation = sl_evaluation_new ();
  tornado->problem.performances = tornado->performances;
  sl_uncertain_values_apply (values, tornado->cells, problem->n_alternatives, m,
                             tornado->performances);
}

static void
tornado_clear (Tornado *tornado)
{
  g_free (tornado->performances);
  g_free (tornado->cells);
  sl_evaluation_free (tornado->evaluation);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tornado, tornado_clear)

static size_t
find_first (const Tornado *tornado)
{
  const unsigned *ranks = sl_evaluation_get_ranks (tornado->evaluation);

  if (ranks[tornado->leader] == 1)
    return tornado->leader;
  for (size_t i = 0; i < tornado->problem.n_alternatives; i++)
    if (ranks[i] == 1)
      return i;
  g_assert_not_reached ();
}

static double
find_margin (const Tornado *tornado)
{
  const double *scores = sl_evaluation_get_scores (tornado->evaluation);
  double sign = sl_method_prefers_low_scores (tornado->options->method) ? -1 : 1;
  double best = -INFINITY;

  for (size_t i = 0; i < tornado->problem.n_alternatives; i++)
    if (i != tornado->leader)
      best = MAX (best, sign * scores[i]);
  return sign * scores[tornado->leader] - best;
}

static void
set_cell (Tornado *tornado, size_t cell, double value)
{
  tornado->cells[cell] = value;
  sl_uncertain_values_apply_cell (tornado->values, tornado->cells, tornado->problem.n_alternatives,
                                  tornado->problem.n_criteria, cell, tornado->performances);
}

/* FALSE if the method is not defined there. */
static gboolean
evaluate_with (Tornado *tornado, size_t cell, double value, double *margin, size_t *first)
{
  gboolean defined;

  set_cell (tornado, cell, value);
  defined = sl_evaluate (&tornado->problem, tornado->options, tornado->evaluation, NULL);
  set_cell (tornado, cell, tornado->values->mode[cell]);
  if (!defined)
    return FALSE;
  *margin = find_margin (tornado);
  *first = find_first (tornado);
  return TRUE;
}

static double
get_width (const SlTornadoBar *bar)
{
  return fabs (bar->high_margin - bar->low_margin);
}

static int
compare_bars (const void *a, const void *b)
{
  const SlTornadoBar *x = a;
  const SlTornadoBar *y = b;
  double wider = get_width (y) - get_width (x);

  if (wider != 0)
    return wider > 0 ? 1 : -1;
  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;
  return x->criterion < y->criterion ? -1 : x->criterion > y->criterion;
}

size_t
sl_tornado (const SlProblem *problem,
            const SlMethodOptions *options,
            const SlUncertainValues *values,
            size_t leader,
            SlTornadoBar *bars)
{
  g_auto (Tornado) tornado = { 0 };
  size_t n_bars = 0;
  size_t m;

  g_return_val_if_fail (problem != NULL && options != NULL && values != NULL && bars != NULL, 0);
  g_return_val_if_fail (leader < problem->n_alternatives, 0);

  if (problem->n_alternatives == 1)
    return 0;
  m = problem->n_criteria;
  tornado_init (&tornado, problem, options, values, leader);
  for (size_t cell = 0; cell < values->n_rows * m; cell++) {
    SlTornadoBar bar = { .row = cell / m, .criterion = cell % m };

    if (values->low[cell] < values->high[cell] &&
        evaluate_with (&tornado, cell, values->low[cell], &bar.low_margin, &bar.low_first) &&
        evaluate_with (&tornado, cell, values->high[cell], &bar.high_margin, &bar.high_first))
      bars[n_bars++] = bar;
  }
  qsort (bars, n_bars, sizeof *bars, compare_bars);
  return n_bars;
}
