/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/robustness-private.h"
#include "scoring/problem-private.h"

#include <math.h>
#include <string.h>

/* Places have 16 bits. */
#define MOST_ALTERNATIVES G_MAXUINT16

/* Of cells on the scale of 0..1 that are summed before they are cut to it: beyond, digits are lost.
 */
#define LARGEST_UNCUT 1000

static gboolean
check_size (const SlSmaaProblem *problem, GError **error)
{
  size_t n = problem->problem.n_alternatives;

  if (n <= MOST_ALTERNATIVES)
    return TRUE;
  return sl_fail (error, SL_SCORING_ERROR_OPTION, "expected at most %d rows, found %zu",
                  MOST_ALTERNATIVES, n);
}

static gboolean
check_draws (const SlSmaaProblem *problem, GError **error)
{
  gboolean around = !problem->exact_weights && problem->space == SL_WEIGHT_SPACE_AROUND;

  if (sl_weight_space_get_id (problem->space) == NULL)
    return sl_fail (error, SL_SCORING_ERROR_OPTION, "unknown weight space %d",
                    (int) problem->space);
  if (around && !(problem->concentration > 0 && problem->concentration <= SL_LARGEST_NUMBER))
    return sl_fail (error, SL_SCORING_ERROR_OPTION,
                    "expected a finite concentration above zero, found %g", problem->concentration);
  return TRUE;
}

/* A column that is all zero if every cell is at its low end is allowed, but not one that has zeros
 * among larger numbers. If it may be that, let it show. */
static void
spoil_zero_columns (double *low, const double *high, size_t n, size_t m)
{
  for (size_t j = 0; j < m; j++) {
    size_t highest = 0;
    gboolean all_zero = TRUE;

    for (size_t i = 0; i < n; i++) {
      all_zero = all_zero && low[i * m + j] == 0;
      if (high[i * m + j] > high[highest * m + j])
        highest = i;
    }
    if (all_zero)
      low[highest * m + j] = high[highest * m + j];
  }
}

/* What holds at both ends of the cells holds between them. */
static gboolean
check_values (const SlSmaaProblem *problem, GError **error)
{
  size_t n = problem->problem.n_alternatives;
  size_t m = problem->problem.n_criteria;
  SlProblem at_end = problem->problem;
  g_autofree double *low = NULL;
  g_autofree double *high = NULL;

  if (problem->values == NULL)
    return sl_problem_check (&problem->problem, &problem->options, error);
  if (!sl_uncertain_values_check (problem->values, n, m, error))
    return FALSE;
  low = g_new (double, n *m);
  high = g_new (double, n *m);
  sl_uncertain_values_apply (problem->values, problem->values->low, n, m, low);
  sl_uncertain_values_apply (problem->values, problem->values->high, n, m, high);
  at_end.performances = high;
  if (!sl_problem_check (&at_end, &problem->options, error))
    return FALSE;
  spoil_zero_columns (low, high, n, m);
  at_end.performances = low;
  return sl_problem_check (&at_end, &problem->options, error);
}

static void
copy_mixture (SlSmaa *self, const SlUncertainValues *values)
{
  size_t n = self->n;

  self->first = g_new (unsigned, n);
  for (size_t i = 0; i < n; i++)
    self->first[i] = values->first != NULL ? values->first[i] : (unsigned) i;
  self->second = g_memdup2 (values->second, values->second != NULL ? n * sizeof (unsigned) : 0);
  self->share = g_memdup2 (values->share, values->second != NULL ? self->m * sizeof (double) : 0);
  self->shift =
      g_memdup2 (values->shift, values->shift != NULL ? n * self->m * sizeof (double) : 0);
  self->mixture = (SlUncertainValues) { .n_rows = values->n_rows,
                                        .first = self->first,
                                        .second = self->second,
                                        .share = self->share,
                                        .shift = self->shift,
                                        .minimum = values->minimum,
                                        .maximum = values->maximum };
}

/* The least and most that a score can be, whatever the weights and the values. */
static void
find_bounds (SlSmaa *self)
{
  SlMethod method = self->options.method;
  SlNormalisation normalisation = self->options.normalisation;

  self->bounded = TRUE;
  self->low = method == SL_METHOD_PROMETHEE ? -1 : 0;
  self->high = 1;
  if (method == SL_METHOD_PROMETHEE || method == SL_METHOD_VIKOR)
    return;
  if (normalisation == SL_NORMALISATION_FIXED)
    self->high = 100;
  else if (method != SL_METHOD_TOPSIS)
    self->bounded =
        normalisation != SL_NORMALISATION_VECTOR && normalisation != SL_NORMALISATION_NONE;
}

/* If no value is drawn, the additive method on any scale, and PROMETHEE by its flows, are sums of
 * constants times weights. */
static gboolean
plan_certain (SlSmaa *self)
{
  size_t n_cells = self->n * self->m;
  SlProblem problem = { self->n, self->m, self->performances, NULL, self->scales };
  SlNormalisation normalisation = self->options.normalisation;
  double *values;

  if (self->options.method != SL_METHOD_ADDITIVE && self->options.method != SL_METHOD_PROMETHEE)
    return FALSE;
  values = self->model.values = g_new (double, n_cells);
  if (self->options.method == SL_METHOD_PROMETHEE)
    sl_promethee_flows (&problem, NULL, NULL, values, NULL);
  else
    sl_normalise (&problem, normalisation, values, NULL);

  if (!self->bounded) {
    self->low = self->high = values[0];
    for (size_t k = 1; k < n_cells; k++) {
      self->low = MIN (self->low, values[k]);
      self->high = MAX (self->high, values[k]);
    }
    self->bounded = TRUE;
  }
  for (size_t k = 0; k < n_cells; k++)
    values[k] = self->high > self->low ? (values[k] - self->low) / (self->high - self->low) : 0;
  return TRUE;
}

/* value = origin + slope * performance, within 0..1. */
typedef struct {
  double origin;
  double slope;
} Line;

static gboolean
find_fixed_lines (const SlSmaa *self, Line *lines)
{
  for (size_t j = 0; j < self->m; j++) {
    double worst = self->scales[j].worst;
    double best = self->scales[j].best;

    if (isnan (worst) || isnan (best))
      return FALSE;
    lines[j] = (Line) { -worst / (best - worst), 1 / (best - worst) };
  }
  return TRUE;
}

/* Without a scale the values span what they can be. */
static void
find_own_lines (SlSmaa *self, const double *low, const double *high, Line *lines)
{
  double span;

  self->low = INFINITY;
  self->high = -INFINITY;
  for (size_t k = 0; k < self->n * self->m; k++) {
    gboolean cost = sl_scale_get_direction (&self->scales[k % self->m]) == SL_DIRECTION_MIN;

    self->low = MIN (self->low, cost ? -high[k] : low[k]);
    self->high = MAX (self->high, cost ? -low[k] : high[k]);
  }
  self->bounded = TRUE;
  span = self->high - self->low;
  for (size_t j = 0; j < self->m; j++) {
    gboolean cost = sl_scale_get_direction (&self->scales[j]) == SL_DIRECTION_MIN;

    lines[j] = span > 0 ? (Line) { -self->low / span, (cost ? -1 : 1) / span } : (Line) { 0, 0 };
  }
}

static gboolean
place_cells (SlSmaa *self, const Line *lines)
{
  SlAdditivePlan *model = &self->model;
  size_t n_cells = self->values.n_rows * self->m;

  model->cells = g_new (SlCellPlan, n_cells);
  for (size_t k = 0; k < n_cells; k++) {
    const SlCellPlan *cell = &self->values.cells[k];
    const Line *line = &lines[k % self->m];
    double base = line->origin + line->slope * cell->base;
    double length = line->slope * cell->length;

    if (!(fabs (base) <= LARGEST_UNCUT && fabs (base + length) <= LARGEST_UNCUT))
      return FALSE;
    model->cells[k] = (SlCellPlan) { base, length, cell->mode };
  }
  return TRUE;
}

/* Where a value is cut, for it to be within the performances' bounds and on the scale. */
static void
find_cut (const SlSmaa *self, const Line *line, double *low, double *high)
{
  double a = line->origin + line->slope * self->mixture.minimum;
  double b = line->origin + line->slope * self->mixture.maximum;

  *low = line->slope == 0 ? 0 : CLAMP (MIN (a, b), 0, 1);
  *high = line->slope == 0 ? 0 : CLAMP (MAX (a, b), 0, 1);
}

static void
place_value (SlSmaa *self, size_t i, size_t j, const Line *line)
{
  SlAdditivePlan *model = &self->model;
  unsigned first = (unsigned) (model->first[i] * self->m + j);
  unsigned second = (unsigned) (model->second[i] * self->m + j);
  double offset = self->shift != NULL ? line->slope * self->shift[i * self->m + j] : 0;
  double share = model->share[j];
  const SlCellPlan *a = &model->cells[first];
  const SlCellPlan *b = &model->cells[second];
  double one_end = share * a->base + (1 - share) * b->base + offset;
  double other_end = one_end + share * a->length + (1 - share) * b->length;
  double low;
  double high;

  find_cut (self, line, &low, &high);
  if (offset != 0)
    model->shifts[model->shift_start[i + 1]++] = (SlShift) { (unsigned) j, offset };
  if (MIN (one_end, other_end) < low || MAX (one_end, other_end) > high)
    model->bounded[model->bounded_start[i + 1]++] =
        (SlBoundedValue) { (unsigned) j, first, second, offset, low, high };
}

static void
plan_mixtures (SlSmaa *self, const Line *lines)
{
  SlAdditivePlan *model = &self->model;
  size_t n = self->n;
  size_t m = self->m;

  model->n_rows = self->values.n_rows;
  model->first = g_memdup2 (self->first, n * sizeof (unsigned));
  model->second =
      g_memdup2 (self->second != NULL ? self->second : self->first, n * sizeof (unsigned));
  model->share = g_new (double, m);
  for (size_t j = 0; j < m; j++)
    model->share[j] = self->second != NULL ? self->share[j] : 1;
  model->is_first = g_new0 (gboolean, model->n_rows);
  model->is_second = g_new0 (gboolean, model->n_rows);
  for (size_t i = 0; i < n; i++) {
    model->is_first[model->first[i]] = TRUE;
    model->is_second[model->second[i]] |= self->second != NULL;
  }

  model->shifts = g_new (SlShift, n * m);
  model->bounded = g_new (SlBoundedValue, n * m);
  model->shift_start = g_new0 (size_t, n + 1);
  model->bounded_start = g_new0 (size_t, n + 1);
  for (size_t i = 0; i < n; i++) {
    model->shift_start[i + 1] = model->shift_start[i];
    model->bounded_start[i + 1] = model->bounded_start[i];
    for (size_t j = 0; j < m; j++)
      place_value (self, i, j, &lines[j]);
  }
}

static gboolean
plan_uncertain (SlSmaa *self, const double *low, const double *high)
{
  g_autofree Line *lines = g_new (Line, self->m);

  if (self->options.method != SL_METHOD_ADDITIVE)
    return FALSE;
  if (self->options.normalisation == SL_NORMALISATION_NONE)
    find_own_lines (self, low, high, lines);
  else if (self->options.normalisation != SL_NORMALISATION_FIXED || !find_fixed_lines (self, lines))
    return FALSE;
  if (!place_cells (self, lines))
    return FALSE;
  plan_mixtures (self, lines);
  return TRUE;
}

static void
copy_values (SlSmaa *self, const SlSmaaProblem *problem)
{
  size_t size = self->n * self->m * sizeof (double);

  self->scales = g_new (SlScale, self->m);
  for (size_t j = 0; j < self->m; j++)
    self->scales[j] =
        problem->problem.scales != NULL ? problem->problem.scales[j] : SL_SCALE_DEFAULT;
  if (problem->values == NULL) {
    self->performances = g_memdup2 (problem->problem.performances, size);
    return;
  }
  self->performances = g_malloc (size);
  sl_uncertain_values_apply (problem->values, problem->values->low, self->n, self->m,
                             self->performances);
  copy_mixture (self, problem->values);
  sl_value_plan_init (&self->values, problem->values, self->m);
  self->draws_values = !self->values.certain;
}

static void
plan_places (SlPlacePlan *plan, size_t n)
{
  plan->n = n;
  plan->index_bits = 1;
  while ((size_t) 1 << plan->index_bits < n)
    plan->index_bits++;
  plan->pairs = sl_sorting_network (n, &plan->n_pairs);
}

SlSmaa *
sl_smaa_new_with_kernels (const SlSmaaProblem *problem, const SlKernels *kernels, GError **error)
{
  SlSmaa *self;

  if (!check_size (problem, error) || !check_values (problem, error) ||
      !check_draws (problem, error))
    return NULL;

  self = g_new0 (SlSmaa, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->n = problem->problem.n_alternatives;
  self->m = problem->problem.n_criteria;
  self->options = problem->options;
  self->seed = problem->seed;
  self->kernels = kernels;
  sl_weight_plan_init (&self->weights, problem);
  copy_values (self, problem);
  find_bounds (self);
  plan_places (&self->places, self->n);
  self->model.n_alternatives = self->n;
  self->model.n_criteria = self->m;
  if (self->draws_values) {
    g_autofree double *high = g_new (double, self->n * self->m);

    sl_uncertain_values_apply (problem->values, problem->values->high, self->n, self->m, high);
    self->additive = plan_uncertain (self, self->performances, high);
  } else {
    self->additive = plan_certain (self);
  }
  return self;
}

SlSmaa *
sl_smaa_new (const SlSmaaProblem *problem, GError **error)
{
  g_return_val_if_fail (problem != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return sl_smaa_new_with_kernels (problem, sl_kernels_get_best (), error);
}

size_t
sl_smaa_get_n_alternatives (const SlSmaa *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n;
}

SlSmaa *
sl_smaa_ref (SlSmaa *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
clear_model (SlAdditivePlan *model)
{
  g_free (model->values);
  g_free (model->cells);
  g_free (model->first);
  g_free (model->second);
  g_free (model->share);
  g_free (model->is_first);
  g_free (model->is_second);
  g_free (model->shifts);
  g_free (model->shift_start);
  g_free (model->bounded);
  g_free (model->bounded_start);
}

void
sl_smaa_unref (SlSmaa *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  sl_weight_plan_clear (&self->weights);
  sl_value_plan_clear (&self->values);
  clear_model (&self->model);
  g_free (self->places.pairs);
  g_free (self->performances);
  g_free (self->scales);
  g_free (self->first);
  g_free (self->second);
  g_free (self->share);
  g_free (self->shift);
  g_free (self);
}
