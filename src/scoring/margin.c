/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/linear-program-private.h"
#include "scoring/sensitivity.h"

#include <math.h>
#include <string.h>

/* max z with lead over each rival >= z: the value of a game between weights and rivals, whose other
 * side is the mixture. Rivals get their row when they are in the way. */

#define IN_THE_WAY 1e-11 /* all that follows is in units of the largest difference */
#define LEVEL 1e-12

typedef struct {
  size_t n, n_free;
  double total;    /* of the free weights */
  double unit;     /* the largest difference */
  double *leads;   /* n x n_free: of the challenger, by the free criteria */
  double *fixed;   /* n: what the locked ones give; INFINITY for the challenger itself */
  double *weights; /* n_free: today's, then the best */
  int *row_of;
  double *mixture;
} Game;

static gboolean
is_free (const SlLinearModel *model, size_t j)
{
  return model->locked == NULL || !model->locked[j];
}

static double
find_unit (const SlLinearModel *model, size_t challenger)
{
  size_t m = model->n_criteria;
  double unit = 0;

  for (size_t i = 0; i < model->n_alternatives; i++)
    for (size_t j = 0; j < m; j++)
      unit = MAX (unit, fabs (model->values[challenger * m + j] - model->values[i * m + j]));
  return unit > 0 ? unit : 1;
}

static void
game_init (Game *game, const SlLinearModel *model, size_t challenger)
{
  size_t m = model->n_criteria;

  game->n = model->n_alternatives;
  game->unit = find_unit (model, challenger);
  game->leads = g_new (double, game->n *m);
  game->fixed = g_new0 (double, game->n);
  game->weights = g_new (double, m);
  game->row_of = g_new0 (int, game->n);
  game->mixture = g_new0 (double, game->n);
  game->n_free = 0;
  game->total = 0;
  for (size_t j = 0; j < m; j++)
    if (is_free (model, j)) {
      game->weights[game->n_free++] = model->weights[j];
      game->total += model->weights[j];
    }
  for (size_t i = 0; i < game->n; i++) {
    double *lead = game->leads + i * game->n_free;

    for (size_t j = 0; j < m; j++) {
      double difference =
          (model->values[challenger * m + j] - model->values[i * m + j]) / game->unit;

      if (is_free (model, j))
        *lead++ = difference;
      else
        game->fixed[i] += model->weights[j] * difference;
    }
  }
  game->fixed[challenger] = INFINITY;
}

static void
game_clear (Game *game)
{
  g_free (game->leads);
  g_free (game->fixed);
  g_free (game->weights);
  g_free (game->row_of);
  g_free (game->mixture);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Game, game_clear)

static double
find_least_lead (const Game *game, size_t *rival)
{
  double least = INFINITY;

  *rival = SL_NOBODY;
  for (size_t i = 0; i < game->n; i++) {
    double lead = game->fixed[i];

    for (size_t k = 0; k < game->n_free; k++)
      lead += game->weights[k] * game->leads[i * game->n_free + k];
    if (lead < least) {
      least = lead;
      *rival = i;
    }
  }
  return least;
}

/* What the challenger leads the mixture by where that is most: all free weight on one criterion. */
static double
find_lead_over_mixture (const Game *game)
{
  double fixed = 0;
  double best = -INFINITY;

  for (size_t i = 0; i < game->n; i++)
    if (game->mixture[i] > 0)
      fixed += game->mixture[i] * game->fixed[i];
  for (size_t k = 0; k < game->n_free; k++) {
    double lead = 0;

    for (size_t i = 0; i < game->n; i++)
      lead += game->mixture[i] * game->leads[i * game->n_free + k];
    best = MAX (best, lead);
  }
  return game->n_free > 0 ? fixed + game->total * best : fixed;
}

static glp_prob *
write_program (const Game *game)
{
  glp_prob *program = sl_linear_program_new ();
  int n_free = (int) game->n_free;
  g_autofree int *indices = g_new (int, game->n_free + 1);
  g_autofree double *ones = g_new (double, game->n_free + 1);

  glp_set_obj_dir (program, GLP_MAX);
  glp_add_cols (program, n_free + 1);
  for (int k = 1; k <= n_free; k++) {
    glp_set_col_bnds (program, k, GLP_DB, 0, game->total);
    indices[k] = k;
    ones[k] = 1;
  }
  glp_set_col_bnds (program, n_free + 1, GLP_DB, -2, 2);
  glp_set_obj_coef (program, n_free + 1, 1);
  glp_add_rows (program, 1);
  glp_set_mat_row (program, 1, n_free, indices, ones);
  glp_set_row_bnds (program, 1, GLP_FX, game->total, game->total);
  return program;
}

static void
add_rival (Game *game, glp_prob *program, size_t rival)
{
  size_t length = game->n_free + 1;
  g_autofree int *indices = g_new (int, length + 1);
  g_autofree double *numbers = g_new (double, length + 1);

  for (size_t k = 0; k < game->n_free; k++) {
    indices[k + 1] = (int) k + 1;
    numbers[k + 1] = game->leads[rival * game->n_free + k];
  }
  indices[length] = (int) length;
  numbers[length] = -1;
  game->row_of[rival] = glp_add_rows (program, 1);
  glp_set_mat_row (program, game->row_of[rival], (int) length, indices, numbers);
  glp_set_row_bnds (program, game->row_of[rival], GLP_LO, -game->fixed[rival], 0);
}

static void
read_weights (Game *game, glp_prob *program)
{
  double sum = 0;

  for (size_t k = 0; k < game->n_free; k++) {
    game->weights[k] = MAX (glp_get_col_prim (program, (int) k + 1), 0);
    sum += game->weights[k];
  }
  for (size_t k = 0; k < game->n_free && sum > 0; k++)
    game->weights[k] *= game->total / sum;
}

static void
read_mixture (Game *game, glp_prob *program)
{
  double sum = 0;

  for (size_t i = 0; i < game->n; i++)
    if (game->row_of[i] > 0) {
      game->mixture[i] = fabs (glp_get_row_dual (program, game->row_of[i]));
      sum += game->mixture[i];
    }
  for (size_t i = 0; i < game->n && sum > 0; i++)
    game->mixture[i] /= sum;
}

static void
play (Game *game)
{
  glp_prob *program = write_program (game);
  size_t rival;

  find_least_lead (game, &rival);
  while (game->row_of[rival] == 0) {
    double margin;

    add_rival (game, program, rival);
    if (!sl_linear_program_solve (program))
      break;
    read_weights (game, program);
    margin = glp_get_col_prim (program, (int) game->n_free + 1);
    if (find_least_lead (game, &rival) >= margin - IN_THE_WAY)
      break;
  }
  read_mixture (game, program);
  sl_linear_program_free (program);
}

double
sl_best_margin (const SlLinearModel *model, size_t challenger, double *mixture)
{
  g_auto (Game) game = { 0 };
  double margin, limit;
  size_t rival;

  g_return_val_if_fail (model != NULL && challenger < model->n_alternatives, NAN);

  if (mixture != NULL)
    memset (mixture, 0, model->n_alternatives * sizeof *mixture);
  if (model->n_alternatives == 1)
    return INFINITY;

  game_init (&game, model, challenger);
  if (game.total > 0) {
    play (&game);
  } else {
    find_least_lead (&game, &rival);
    game.mixture[rival] = 1;
  }
  margin = find_least_lead (&game, &rival);
  limit = find_lead_over_mixture (&game);
  if (limit < -LEVEL) {
    if (mixture != NULL)
      memcpy (mixture, game.mixture, game.n * sizeof *mixture);
    return game.unit * limit;
  }
  return margin > LEVEL ? game.unit * margin : 0;
}
