/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/linear-program-private.h"
#include "scoring/rivals-private.h"

#include <math.h>
#include <string.h>

/* The change is what is gained less what is lost. Few rivals matter at the optimum, so that each
 * gets its row only when it is in the way; the program is then solved on from where it was. */

#define IN_THE_WAY 1e-10 /* of the largest difference of values to that rival */
#define MOST_CORRECTIONS 4

typedef struct {
  const SlRivals *rivals;
  glp_prob *program;
  double *change; /* n_free */
  int *row_of;    /* a rival; 0: none yet */
  int *indices;   /* 2 n_free + 2, used from 1 on */
  double *numbers;
} Search;

/* Columns from 1: gains, losses, the sum of both, the largest. */

static int
get_gain (const Search *search, size_t k)
{
  return (int) k + 1;
}

static int
get_loss (const Search *search, size_t k)
{
  return (int) (search->rivals->n_free + k) + 1;
}

static int
get_sum (const Search *search)
{
  return (int) (2 * search->rivals->n_free) + 1;
}

static int
get_largest (const Search *search)
{
  return get_sum (search) + 1;
}

static void
add_columns (Search *search)
{
  const SlRivals *rivals = search->rivals;

  glp_add_cols (search->program, get_largest (search));
  for (size_t k = 0; k < rivals->n_free; k++) {
    double weight = rivals->weights[k];

    glp_set_col_bnds (search->program, get_gain (search, k), GLP_LO, 0, 0);
    glp_set_col_bnds (search->program, get_loss (search, k), weight > 0 ? GLP_DB : GLP_FX, 0,
                      weight);
  }
  glp_set_col_bnds (search->program, get_sum (search), GLP_LO, 0, 0);
  glp_set_col_bnds (search->program, get_largest (search), GLP_LO, 0, 0);
}

/* gains + sign * losses + other * a column of its own. */
static int
add_row (Search *search, double sign, double other)
{
  int row = glp_add_rows (search->program, 1);
  int length = 0;

  for (size_t k = 0; k < search->rivals->n_free; k++) {
    search->indices[++length] = get_gain (search, k);
    search->numbers[length] = 1;
    search->indices[++length] = get_loss (search, k);
    search->numbers[length] = sign;
  }
  if (other != 0) {
    search->indices[++length] = get_sum (search);
    search->numbers[length] = other;
  }
  glp_set_mat_row (search->program, row, length, search->indices, search->numbers);
  glp_set_row_bnds (search->program, row, GLP_FX, 0, 0);
  return row;
}

static void
bound_each_by_largest (Search *search)
{
  for (size_t k = 0; k < search->rivals->n_free; k++) {
    int row = glp_add_rows (search->program, 1);
    const int indices[] = { 0, get_gain (search, k), get_loss (search, k), get_largest (search) };
    const double numbers[] = { 0, -1, -1, 1 };

    glp_set_mat_row (search->program, row, 3, indices, numbers);
    glp_set_row_bnds (search->program, row, GLP_LO, 0, 0);
  }
}

static void
add_rival (Search *search, size_t rival)
{
  const double *differences = search->rivals->rows + rival * search->rivals->n_free;
  int length = 0;

  search->row_of[rival] = glp_add_rows (search->program, 1);
  for (size_t k = 0; k < search->rivals->n_free; k++) {
    search->indices[++length] = get_gain (search, k);
    search->numbers[length] = differences[k];
    search->indices[++length] = get_loss (search, k);
    search->numbers[length] = -differences[k];
  }
  glp_set_mat_row (search->program, search->row_of[rival], length, search->indices,
                   search->numbers);
  glp_set_row_bnds (search->program, search->row_of[rival], GLP_LO, search->rivals->needs[rival],
                    0);
}

static void
search_init (Search *search, const SlRivals *rivals)
{
  size_t width = 2 * rivals->n_free + 3;

  search->rivals = rivals;
  search->change = g_new0 (double, rivals->n_free);
  search->row_of = g_new0 (int, rivals->n);
  search->indices = g_new (int, width);
  search->numbers = g_new (double, width);
  search->program = sl_linear_program_new ();
  add_columns (search);
  add_row (search, -1, 0);
  add_row (search, 1, -1);
  bound_each_by_largest (search);
}

static void
search_clear (Search *search)
{
  sl_linear_program_free (search->program);
  g_free (search->change);
  g_free (search->row_of);
  g_free (search->indices);
  g_free (search->numbers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static size_t
find_most_in_the_way (const Search *search, const double *change, double *shortfall)
{
  size_t worst = SL_NOBODY;

  *shortfall = IN_THE_WAY;
  for (size_t i = 0; i < search->rivals->n; i++) {
    double short_of = sl_rivals_get_shortfall (search->rivals, change, i);

    if (short_of > *shortfall) {
      *shortfall = short_of;
      worst = i;
    }
  }
  return worst;
}

static void
read_change (const Search *search, double *change)
{
  for (size_t k = 0; k < search->rivals->n_free; k++)
    change[k] = glp_get_col_prim (search->program, get_gain (search, k)) -
                glp_get_col_prim (search->program, get_loss (search, k));
}

/* The program itself allows a little less than a row says; then the row asks for a little more. */
static void
ask_for_more (Search *search, size_t rival, double shortfall)
{
  int row = search->row_of[rival];
  double bound = glp_get_row_lb (search->program, row);

  glp_set_row_bnds (search->program, row, GLP_LO, bound + 2 * shortfall, 0);
}

static gboolean
solve (Search *search)
{
  g_autofree double *change = g_new0 (double, search->rivals->n_free);
  int n_corrections = 0;

  for (;;) {
    size_t rival;
    double shortfall;

    if (!sl_linear_program_solve (search->program))
      return n_corrections > 0;
    read_change (search, change);
    rival = find_most_in_the_way (search, change, &shortfall);
    if (rival != SL_NOBODY && search->row_of[rival] == 0) {
      add_rival (search, rival);
      continue;
    }
    memcpy (search->change, change, search->rivals->n_free * sizeof *change);
    if (rival == SL_NOBODY || n_corrections++ == MOST_CORRECTIONS)
      return TRUE;
    ask_for_more (search, rival, shortfall);
  }
}

/* The least of one column, and among all with that the least of another. */
static gboolean
find_least (Search *search, int first, int second)
{
  double least;

  glp_set_obj_coef (search->program, first, 1);
  if (!solve (search))
    return FALSE;
  least = glp_get_col_prim (search->program, first);
  glp_set_obj_coef (search->program, first, 0);
  glp_set_obj_coef (search->program, second, 1);
  glp_set_col_bnds (search->program, first, GLP_DB, 0, least + 1e-11);
  /* That there is one is known: should rounding deny it, the first answer stands. */
  solve (search);
  return TRUE;
}

typedef enum {
  LEAST_SUM,
  LEAST_LARGEST,
} Goal;

static double
measure_change (const SlLinearModel *model, const double *weights, Goal goal)
{
  double distance = 0;

  for (size_t j = 0; j < model->n_criteria; j++) {
    double change = fabs (weights[j] - model->weights[j]);

    distance = goal == LEAST_SUM ? distance + change : MAX (distance, change);
  }
  return distance;
}

static gboolean
find_change (const SlLinearModel *model,
             size_t challenger,
             Goal goal,
             double *weights,
             double *distance)
{
  g_auto (SlRivals) rivals = { 0 };

  g_return_val_if_fail (model != NULL && weights != NULL && distance != NULL, FALSE);
  g_return_val_if_fail (challenger < model->n_alternatives, FALSE);

  sl_rivals_init (&rivals, model, challenger);
  memcpy (weights, model->weights, model->n_criteria * sizeof *weights);
  *distance = 0;
  if (rivals.first)
    return TRUE;
  if (!rivals.hopeless) {
    g_auto (Search) search = { 0 };
    gboolean found;

    search_init (&search, &rivals);
    found = goal == LEAST_SUM ? find_least (&search, get_sum (&search), get_largest (&search))
                              : find_least (&search, get_largest (&search), get_sum (&search));
    if (found) {
      sl_rivals_get_weights (&rivals, model, search.change, weights);
      *distance = measure_change (model, weights, goal);
      return TRUE;
    }
  }
  *distance = INFINITY;
  return FALSE;
}

gboolean
sl_smallest_change (const SlLinearModel *model,
                    size_t challenger,
                    double *weights,
                    double *distance)
{
  return find_change (model, challenger, LEAST_SUM, weights, distance);
}

gboolean
sl_smallest_change_max (const SlLinearModel *model,
                        size_t challenger,
                        double *weights,
                        double *distance)
{
  return find_change (model, challenger, LEAST_LARGEST, weights, distance);
}
