/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How the weights and cells of a trial are drawn, prepared once. Immutable. */

#include "scoring/robustness.h"

G_BEGIN_DECLS

/* Trials are drawn and scored so many at a time, and counted in chunks. An array of lanes holds
 * the same quantity of SL_LANES trials in a row. */
#define SL_LANES 16
#define SL_CHUNK 128

/* The gamma distribution of one weight. Marsaglia & Tsang 2000, ACM Transactions on Mathematical
 * Software 26:363-372: (d (1 + c x)^3), x normal, is taken with a certain probability; for shapes
 * below 1, that of the shape + 1 times u^(1 / shape). */
typedef struct {
  double d;
  float c;
  float three_d;
  float inverse_shape; /* 0 for shapes of 1 and more */
} SlGamma;

typedef enum {
  SL_WEIGHT_DRAW_NONE,
  SL_WEIGHT_DRAW_EXPONENTIAL,
  SL_WEIGHT_DRAW_ORDERED,
  SL_WEIGHT_DRAW_GAMMA,
} SlWeightDraw;

typedef struct {
  SlWeightDraw draw;
  size_t n_criteria;
  double *certain; /* a criterion: its weight if it is not drawn */
  size_t n_drawn;
  unsigned *drawn; /* the criteria that are, the most important first */
  double total;    /* of the weights that are drawn */
  unsigned *pairs; /* ORDERED: places to put in order, two at a time, that sort any sequence */
  size_t n_pairs;
  unsigned *tie_end; /* ORDERED: for a place, that behind the last of equal weight */
  SlGamma *gammas;   /* GAMMA: a criterion; its d is 0 if it is not drawn */
} SlWeightPlan;

/* Pairs of places to put in order, one after the other, that sort any sequence of n: Batcher's
 * merge exchange (Knuth 1998, The Art of Computer Programming 3, algorithm 5.2.2M). */
unsigned *sl_sorting_network (size_t n, size_t *n_pairs) G_GNUC_WARN_UNUSED_RESULT;

/* `weights` may be NULL for equal ones; all have been checked. */
void sl_weight_plan_init (SlWeightPlan *plan, const SlSmaaProblem *problem);
void sl_weight_plan_clear (SlWeightPlan *plan);

/* A cell is base + length q; q within 0..1, from the triangular distribution with that mode. */
typedef struct {
  double base;
  double length; /* 0: certain */
  float mode;
} SlCellPlan;

/* One summand of a correlated number. */
typedef struct {
  unsigned criterion;
  float factor;
} SlTerm;

typedef struct {
  unsigned *normals; /* criteria whose cells are correlated, or that others lean on */
  size_t n_normals;
  unsigned *uniforms; /* criteria whose cells are not */
  size_t n_uniforms;
  int family; /* -1: none */
  float own;  /* what a row's own number counts in the family, and what it is to the next */
  float bequeath;
} SlRowPlan;

typedef struct {
  size_t n_rows;
  size_t n_criteria;
  SlCellPlan *cells; /* n_rows x n_criteria */
  SlRowPlan *rows;
  size_t n_families;
  /* A row of the triangular root of the criteria's correlation, zeros left out: those of criterion
   * j are terms[term_start[j]] .. terms[term_start[j + 1] - 1], the last one its own. */
  SlTerm *terms;
  size_t *term_start;
  gboolean certain; /* every cell is */
} SlValuePlan;

void sl_value_plan_init (SlValuePlan *plan, const SlUncertainValues *values, size_t n_criteria);
void sl_value_plan_clear (SlValuePlan *plan);

G_END_DECLS
