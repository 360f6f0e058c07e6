/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/draws-private.h"

#include <string.h>

/* A factor of one is close enough to a correlation that is not to be told from it. */
#define SMALLEST_PIVOT 1e-9
#define HALVINGS 40
/* Of 1 / shape: beyond it one weight takes all, and the numbers leave their type. */
#define LARGEST_INVERSE_SHAPE 1e30f
#define LARGEST_THREE_D 1e30

/* Weights. */

static void
find_drawn (SlWeightPlan *plan, const SlSmaaProblem *problem)
{
  gboolean around = problem->space == SL_WEIGHT_SPACE_AROUND;

  for (size_t j = 0; j < plan->n_criteria; j++) {
    gboolean locked = problem->locked != NULL && problem->locked[j];

    if (problem->exact_weights || locked || (around && plan->certain[j] <= 0))
      continue;
    plan->drawn[plan->n_drawn++] = (unsigned) j;
    plan->total += plan->certain[j];
  }
  /* Who is alone takes all that there is. */
  if (plan->n_drawn < 2 || plan->total <= 0)
    plan->n_drawn = 0;
}

static void
sort_by_importance (SlWeightPlan *plan)
{
  for (size_t k = 1; k < plan->n_drawn; k++) {
    unsigned moving = plan->drawn[k];
    size_t place = k;

    for (; place > 0 && plan->certain[plan->drawn[place - 1]] < plan->certain[moving]; place--)
      plan->drawn[place] = plan->drawn[place - 1];
    plan->drawn[place] = moving;
  }
}

static void
find_ties (SlWeightPlan *plan)
{
  plan->tie_end = g_new (unsigned, plan->n_drawn);
  for (size_t k = plan->n_drawn; k-- > 0;) {
    gboolean last = k + 1 == plan->n_drawn ||
                    plan->certain[plan->drawn[k]] != plan->certain[plan->drawn[k + 1]];

    plan->tie_end[k] = last ? (unsigned) k + 1 : plan->tie_end[k + 1];
  }
}

static void
find_gammas (SlWeightPlan *plan, double concentration)
{
  plan->gammas = g_new0 (SlGamma, plan->n_criteria);
  for (size_t k = 0; k < plan->n_drawn; k++) {
    unsigned j = plan->drawn[k];
    double shape = concentration * plan->certain[j];
    double d = (shape < 1 ? shape + 1 : shape) - 1 / 3.0;
    SlGamma *gamma = &plan->gammas[j];

    gamma->d = d;
    gamma->c = (float) (1 / (3 * sqrt (d)));
    gamma->three_d = (float) MIN (3 * d, LARGEST_THREE_D);
    gamma->inverse_shape = shape < 1 ? (float) MIN (1 / shape, (double) LARGEST_INVERSE_SHAPE) : 0;
  }
}

static SlWeightDraw
find_draw (const SlWeightPlan *plan, const SlSmaaProblem *problem)
{
  if (plan->n_drawn == 0)
    return SL_WEIGHT_DRAW_NONE;
  if (problem->space == SL_WEIGHT_SPACE_AROUND)
    return SL_WEIGHT_DRAW_GAMMA;
  /* If all are equal, any order will do. */
  if (problem->space == SL_WEIGHT_SPACE_ORDINAL && plan->tie_end[0] < plan->n_drawn)
    return SL_WEIGHT_DRAW_ORDERED;
  return SL_WEIGHT_DRAW_EXPONENTIAL;
}

void
sl_weight_plan_init (SlWeightPlan *plan, const SlSmaaProblem *problem)
{
  size_t m = problem->problem.n_criteria;

  *plan = (SlWeightPlan) { .n_criteria = m };
  plan->certain = g_new (double, m);
  plan->drawn = g_new (unsigned, m);
  for (size_t j = 0; j < m; j++)
    plan->certain[j] = problem->problem.weights != NULL ? problem->problem.weights[j] : 1;
  sl_weights_normalise (plan->certain, m, plan->certain);
  find_drawn (plan, problem);
  sort_by_importance (plan);
  if (plan->n_drawn > 0)
    find_ties (plan);
  plan->draw = find_draw (plan, problem);
  if (plan->draw == SL_WEIGHT_DRAW_ORDERED)
    plan->pairs = sl_sorting_network (plan->n_drawn, &plan->n_pairs);
  if (plan->draw == SL_WEIGHT_DRAW_GAMMA)
    find_gammas (plan, problem->concentration);
}

void
sl_weight_plan_clear (SlWeightPlan *plan)
{
  g_free (plan->certain);
  g_free (plan->drawn);
  g_free (plan->pairs);
  g_free (plan->tie_end);
  g_free (plan->gammas);
}

/* Values. */

/* The lower triangular root of the correlations, all shrunk by one factor. FALSE if there is none.
 * A pivot of 0 is allowed: that criterion follows from those before it. */
static gboolean
find_root (const double *correlation, size_t m, double factor, double *root)
{
  memset (root, 0, m * m * sizeof *root);
  for (size_t i = 0; i < m; i++)
    for (size_t j = 0; j <= i; j++) {
      double rest = i == j ? 1 : factor * correlation[i * m + j];

      for (size_t k = 0; k < j; k++)
        rest -= root[i * m + k] * root[j * m + k];
      if (i == j && rest < -SMALLEST_PIVOT)
        return FALSE;
      if (i == j)
        root[i * m + i] = rest > SMALLEST_PIVOT ? sqrt (rest) : 0;
      else if (root[j * m + j] > 0)
        root[i * m + j] = rest / root[j * m + j];
      else if (fabs (rest) > sqrt (SMALLEST_PIVOT))
        return FALSE;
    }
  return TRUE;
}

static void
find_nearest_root (const double *correlation, size_t m, double *root)
{
  double low = 0;
  double high = 1;

  if (find_root (correlation, m, 1, root))
    return;
  for (int k = 0; k < HALVINGS; k++) {
    double middle = (low + high) / 2;

    if (find_root (correlation, m, middle, root))
      low = middle;
    else
      high = middle;
  }
  find_root (correlation, m, low, root);
}

static void
find_terms (SlValuePlan *plan, const double *correlation)
{
  size_t m = plan->n_criteria;
  g_autofree double *root = g_new0 (double, m *m);
  size_t n = 0;

  if (correlation != NULL)
    find_nearest_root (correlation, m, root);
  else
    for (size_t j = 0; j < m; j++)
      root[j * m + j] = 1;

  plan->terms = g_new (SlTerm, m * m);
  plan->term_start = g_new (size_t, m + 1);
  for (size_t j = 0; j < m; j++) {
    plan->term_start[j] = n;
    for (size_t k = 0; k <= j; k++)
      if (k == j || root[j * m + k] != 0)
        plan->terms[n++] = (SlTerm) { (unsigned) k, (float) root[j * m + k] };
  }
  plan->term_start[m] = n;
}

static void
find_cells (SlValuePlan *plan, const SlUncertainValues *values)
{
  size_t n = plan->n_rows * plan->n_criteria;

  plan->certain = TRUE;
  plan->cells = g_new (SlCellPlan, n);
  for (size_t k = 0; k < n; k++) {
    double length = values->high[k] - values->low[k];
    double mode = length > 0 ? (values->mode[k] - values->low[k]) / length : 0;

    plan->cells[k] = (SlCellPlan) { values->low[k], length, (float) mode };
    plan->certain = plan->certain && length <= 0;
  }
}

static size_t
count_before (const SlUncertainValues *values, size_t row)
{
  size_t n = 0;

  for (size_t i = 0; i < row; i++)
    n += values->family[i] == values->family[row];
  return n;
}

static gboolean
has_relatives (const SlUncertainValues *values, size_t row)
{
  for (size_t i = 0; i < values->n_rows; i++)
    if (i != row && values->family[i] == values->family[row])
      return TRUE;
  return FALSE;
}

/* The triangular root of a matrix with 1 on the diagonal and one number elsewhere: below the
 * diagonal a column holds one number too. So a row needs only what those before it left, summed. */
static void
set_family_factors (SlRowPlan *row, size_t n_before, double correlation)
{
  double squares = 0;
  double own = 1;
  double bequeath = correlation;

  for (size_t k = 0; k < n_before; k++) {
    squares += bequeath * bequeath;
    own = squares < 1 ? sqrt (1 - squares) : 0;
    bequeath = own > SMALLEST_PIVOT ? (correlation - squares) / own : 0;
  }
  row->own = (float) own;
  row->bequeath = (float) bequeath;
}

static void
find_families (SlValuePlan *plan, const SlUncertainValues *values)
{
  for (size_t r = 0; r < plan->n_rows; r++)
    plan->rows[r].family = -1;
  if (values->family == NULL || values->family_correlation <= 0)
    return;
  for (size_t r = 0; r < plan->n_rows; r++) {
    size_t n_before = count_before (values, r);

    if (!has_relatives (values, r))
      continue;
    set_family_factors (&plan->rows[r], n_before, values->family_correlation);
    if (n_before == 0)
      plan->rows[r].family = (int) plan->n_families++;
    for (size_t i = 0; n_before > 0 && i < r; i++)
      if (values->family[i] == values->family[r])
        plan->rows[r].family = plan->rows[i].family;
  }
}

static gboolean
is_linked (const SlValuePlan *plan, size_t j)
{
  if (plan->term_start[j + 1] - plan->term_start[j] > 1)
    return TRUE;
  for (size_t k = plan->term_start[j + 1]; k < plan->term_start[plan->n_criteria]; k++)
    if (plan->terms[k].criterion == j)
      return TRUE;
  return FALSE;
}

static gboolean
is_uncertain (const SlValuePlan *plan, size_t row, size_t j)
{
  return plan->cells[row * plan->n_criteria + j].length > 0;
}

/* Marks the normal numbers that a row's cells are sums of. */
static void
mark_needed (const SlValuePlan *plan, size_t row, const gboolean *linked, gboolean *needed)
{
  gboolean related = plan->rows[row].family >= 0;

  for (size_t j = 0; j < plan->n_criteria; j++)
    if (is_uncertain (plan, row, j) && (linked[j] || related))
      for (size_t k = plan->term_start[j]; k < plan->term_start[j + 1]; k++)
        needed[row * plan->n_criteria + plan->terms[k].criterion] = TRUE;
}

/* What a row needs, those before it in its family have to leave it. */
static void
mark_inherited (const SlValuePlan *plan, gboolean *needed)
{
  size_t m = plan->n_criteria;
  g_autofree gboolean *by_later = g_new0 (gboolean, MAX (plan->n_families, 1) * m);

  for (size_t r = plan->n_rows; r-- > 0;) {
    gboolean *later;

    if (plan->rows[r].family < 0)
      continue;
    later = by_later + (size_t) plan->rows[r].family * m;
    for (size_t j = 0; j < m; j++)
      later[j] = needed[r * m + j] = needed[r * m + j] || later[j];
  }
}

static void
plan_rows (SlValuePlan *plan)
{
  size_t m = plan->n_criteria;
  g_autofree gboolean *linked = g_new (gboolean, m);
  g_autofree gboolean *needed = g_new0 (gboolean, plan->n_rows * m);

  for (size_t j = 0; j < m; j++)
    linked[j] = is_linked (plan, j);
  for (size_t r = 0; r < plan->n_rows; r++)
    mark_needed (plan, r, linked, needed);
  mark_inherited (plan, needed);

  for (size_t r = 0; r < plan->n_rows; r++) {
    SlRowPlan *row = &plan->rows[r];

    row->normals = g_new (unsigned, m);
    row->uniforms = g_new (unsigned, m);
    for (size_t j = 0; j < m; j++) {
      if (needed[r * m + j])
        row->normals[row->n_normals++] = (unsigned) j;
      else if (is_uncertain (plan, r, j))
        row->uniforms[row->n_uniforms++] = (unsigned) j;
    }
  }
}

void
sl_value_plan_init (SlValuePlan *plan, const SlUncertainValues *values, size_t n_criteria)
{
  *plan = (SlValuePlan) { .n_rows = values->n_rows, .n_criteria = n_criteria };
  plan->rows = g_new0 (SlRowPlan, values->n_rows);
  find_cells (plan, values);
  find_terms (plan, values->criterion_correlation);
  find_families (plan, values);
  plan_rows (plan);
}

void
sl_value_plan_clear (SlValuePlan *plan)
{
  for (size_t r = 0; r < plan->n_rows; r++) {
    g_free (plan->rows[r].normals);
    g_free (plan->rows[r].uniforms);
  }
  g_free (plan->rows);
  g_free (plan->cells);
  g_free (plan->terms);
  g_free (plan->term_start);
}
