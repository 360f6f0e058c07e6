/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/least-distance-private.h"

#include <math.h>
#include <string.h>

/* Least distance programming by non-negative least squares (Lawson & Hanson 1974, Solving Least
 * Squares Problems, chapter 23): an active set method. With a column (row, need) for each
 * condition, f = (0, ..., 0, 1) and u >= 0 that brings sum u column nearest to f, the point is
 * the residual in its first m places over minus its last one. The squared residual is
 * 1 / (1 + distance^2) if there is a point, and 0 if there is none. */

#define SMALLEST_RESIDUAL 0.25 /* sqrt (2) away it is a third */
#define VIOLATED 1e-12
#define DEPENDENT 1e-9
#define ROUNDS 20

typedef struct {
  size_t n, length; /* conditions; m + 1 */
  double *columns;  /* n x length */
  double *residual;
  size_t n_active;
  size_t *active;    /* up to length */
  gboolean *refused; /* n: active, or of no use now */
  double *factors;   /* of the active ones */
  double *wanted;
  double *basis;    /* length x length: orthonormal, one after the other */
  double *triangle; /* length x length */
} Program;

static double
dot (const double *a, const double *b, size_t n)
{
  double sum = 0;

  for (size_t k = 0; k < n; k++)
    sum += a[k] * b[k];
  return sum;
}

static void
program_init (Program *program, const double *rows, const double *needs, size_t n, size_t m)
{
  size_t length = m + 1;

  program->n = n;
  program->length = length;
  program->columns = g_new (double, n *length);
  program->residual = g_new0 (double, length);
  program->n_active = 0;
  program->active = g_new (size_t, length + 1);
  program->refused = g_new0 (gboolean, n);
  program->factors = g_new (double, length + 1);
  program->wanted = g_new (double, length + 1);
  program->basis = g_new (double, (length + 1) * length);
  program->triangle = g_new (double, (length + 1) * (length + 1));
  program->residual[m] = 1;
  for (size_t i = 0; i < n; i++) {
    double size = sqrt (dot (rows + i * m, rows + i * m, m));
    double *column = program->columns + i * length;

    size = size > 0 ? size : 1;
    for (size_t k = 0; k < m; k++)
      column[k] = rows[i * m + k] / size;
    column[m] = needs[i] / size;
  }
}

static void
program_clear (Program *program)
{
  g_free (program->columns);
  g_free (program->residual);
  g_free (program->active);
  g_free (program->refused);
  g_free (program->factors);
  g_free (program->wanted);
  g_free (program->basis);
  g_free (program->triangle);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Program, program_clear)

/* Orthogonalises the active columns, twice each. FALSE if the last depends on the others. */
static gboolean
factorise (Program *program)
{
  size_t length = program->length;
  size_t width = length + 1;

  for (size_t k = 0; k < program->n_active; k++) {
    const double *column = program->columns + program->active[k] * length;
    double *own = program->basis + k * length;
    double size = sqrt (dot (column, column, length));
    double left;

    memcpy (own, column, length * sizeof *own);
    for (size_t i = 0; i < k; i++)
      program->triangle[i * width + k] = 0;
    for (int pass = 0; pass < 2; pass++)
      for (size_t i = 0; i < k; i++) {
        const double *other = program->basis + i * length;
        double part = dot (other, own, length);

        program->triangle[i * width + k] += part;
        for (size_t c = 0; c < length; c++)
          own[c] -= part * other[c];
      }
    left = sqrt (dot (own, own, length));
    if (k == length || left <= DEPENDENT * size)
      return FALSE;
    program->triangle[k * width + k] = left;
    for (size_t c = 0; c < length; c++)
      own[c] /= left;
  }
  return TRUE;
}

/* The factors that bring the active columns nearest to f, whatever their signs. */
static void
solve_active (Program *program)
{
  size_t length = program->length;
  size_t width = length + 1;

  for (size_t k = program->n_active; k-- > 0;) {
    double sum = program->basis[k * length + length - 1];

    for (size_t i = k + 1; i < program->n_active; i++)
      sum -= program->triangle[k * width + i] * program->wanted[i];
    program->wanted[k] = sum / program->triangle[k * width + k];
  }
}

static void
update_residual (Program *program)
{
  size_t length = program->length;

  memset (program->residual, 0, length * sizeof *program->residual);
  program->residual[length - 1] = 1;
  for (size_t k = 0; k < program->n_active; k++) {
    const double *own = program->basis + k * length;
    double part = dot (own, program->residual, length);

    for (size_t c = 0; c < length; c++)
      program->residual[c] -= part * own[c];
  }
}

static size_t
find_most_violated (const Program *program)
{
  double most = VIOLATED * MAX (program->residual[program->length - 1], 0);
  size_t found = program->n;

  for (size_t i = 0; i < program->n; i++) {
    double violation;

    if (program->refused[i])
      continue;
    violation = dot (program->columns + i * program->length, program->residual, program->length);
    if (violation > most) {
      most = violation;
      found = i;
    }
  }
  return found;
}

/* Goes from the factors towards the wanted ones until the first is 0, and lets go of it. */
static gboolean
step_to_boundary (Program *program)
{
  double share = INFINITY;
  size_t n_kept = 0;
  size_t blocking = program->n_active;

  for (size_t k = 0; k < program->n_active; k++)
    if (program->wanted[k] <= 0) {
      double reach = program->factors[k] / (program->factors[k] - program->wanted[k]);

      if (program->factors[k] <= 0)
        reach = 0;
      if (reach < share) {
        share = reach;
        blocking = k;
      }
    }
  if (blocking == program->n_active)
    return FALSE;
  for (size_t k = 0; k < program->n_active; k++) {
    double factor = program->factors[k] + share * (program->wanted[k] - program->factors[k]);

    if (k == blocking || factor <= 0) {
      program->refused[program->active[k]] = FALSE;
      continue;
    }
    program->active[n_kept] = program->active[k];
    program->factors[n_kept++] = factor;
  }
  program->n_active = n_kept;
  return TRUE;
}

/* FALSE if the condition is of no use beside the active ones. */
static gboolean
activate (Program *program, size_t condition)
{
  program->refused[condition] = TRUE;
  program->active[program->n_active] = condition;
  program->factors[program->n_active] = 0;
  program->n_active++;
  if (factorise (program)) {
    solve_active (program);
    if (program->wanted[program->n_active - 1] > 0)
      return TRUE;
  }
  program->n_active--;
  return FALSE;
}

/* Conditions that were of no use may be of use now. */
static void
accept_again (Program *program)
{
  memset (program->refused, 0, program->n * sizeof *program->refused);
  for (size_t k = 0; k < program->n_active; k++)
    program->refused[program->active[k]] = TRUE;
}

static void
run (Program *program)
{
  for (size_t round = 0; round < ROUNDS * (program->n + program->length); round++) {
    size_t condition = find_most_violated (program);

    if (condition == program->n || program->residual[program->length - 1] < SMALLEST_RESIDUAL)
      return;
    if (!activate (program, condition))
      continue;
    while (step_to_boundary (program)) {
      factorise (program);
      solve_active (program);
    }
    memcpy (program->factors, program->wanted, program->n_active * sizeof *program->factors);
    factorise (program);
    update_residual (program);
    accept_again (program);
  }
}

gboolean
sl_least_distance (const double *rows, const double *needs, size_t n, size_t m, double *point)
{
  g_auto (Program) program = { 0 };
  double last;

  program_init (&program, rows, needs, n, m);
  run (&program);
  last = program.residual[m];
  if (last < SMALLEST_RESIDUAL)
    return FALSE;
  for (size_t k = 0; k < m; k++)
    point[k] = -program.residual[k] / last;
  return TRUE;
}
