/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What takes the time in a simulation. kernels.c and kernel-*.c are compiled several times, for
 * processors with vectors of different widths; each gives the same bits. */

#include "scoring/draws-private.h"

G_BEGIN_DECLS

/* Additive scores become whole numbers of 0 .. SL_TOP_LEVEL before they are compared: those within
 * about 1e-9 of the range are equal, as in a single ranking, so that what ties by the formula ties,
 * though it was summed in another order. It also makes comparing as fast as in single precision,
 * which by itself could not tell a tie from a close win. */
#define SL_LEVEL_BITS 30
#define SL_TOP_LEVEL (1 << SL_LEVEL_BITS)

/* Scores are counted in bins that are 1/1024 of their range wide. */
#define SL_BIN_BITS 10
#define SL_N_BINS (1 << SL_BIN_BITS)

#define SL_WEIGHT_UNITS (1 << 30)

/* How alternatives get their places: a sorting network, pairs of places to put in order. */
typedef struct {
  size_t n;
  unsigned index_bits; /* enough for n numbers, at least 1 */
  unsigned *pairs;
  size_t n_pairs;
} SlPlacePlan;

/* A summand that is the weight times a constant. */
typedef struct {
  unsigned criterion;
  double offset;
} SlShift;

/* A value that may have to be cut at the ends of its scale. */
typedef struct {
  unsigned criterion;
  unsigned first; /* cells */
  unsigned second;
  double offset;
  double low;
  double high;
} SlBoundedValue;

/* An additive model of values within 0..1. Where no cell has to be cut, what a row contributes to
 * all mixtures it is part of is one sum; the others are put right one by one. */
typedef struct {
  size_t n_alternatives;
  size_t n_criteria;
  double *values;    /* n_alternatives x n_criteria; NULL: uncertain, and what follows */
  SlCellPlan *cells; /* on the scale of 0..1 */
  size_t n_rows;
  unsigned *first;    /* a row of each alternative */
  unsigned *second;   /* NULL: no mixtures */
  double *share;      /* a criterion */
  gboolean *is_first; /* a row: of any alternative */
  gboolean *is_second;
  SlShift *shifts; /* of alternative i: shift_start[i] .. shift_start[i + 1] - 1 */
  size_t *shift_start;
  SlBoundedValue *bounded;
  size_t *bounded_start;
} SlAdditivePlan;

typedef struct {
  /* SL_LANES trials from `trial` on. `weights`, n_criteria x SL_LANES; `spare`, room for
   * 2 (n_criteria + 4) x SL_LANES. */
  void (*draw_weights) (const SlWeightPlan *plan,
                        guint64 seed,
                        guint64 trial,
                        float *spare,
                        double *weights);
  /* `quantiles`, n_rows x n_criteria x SL_LANES, of the uncertain cells; `spare`, room for
   * (n_families + 1) x (n_criteria + 4) x SL_LANES. */
  void (*draw_cells) (const SlValuePlan *plan,
                      guint64 seed,
                      guint64 trial,
                      float *spare,
                      float *quantiles);
  /* `levels`, n_alternatives x SL_LANES; `spare`, room for 2 (n_criteria + n_rows) x SL_LANES. */
  void (*score) (const SlAdditivePlan *plan,
                 const double *weights,
                 const float *quantiles,
                 double *spare,
                 gint32 *levels);
  /* For each alternative and lane how many have a higher level: the first SL_LANES of each row of
   * `places`, n x SL_CHUNK. Whether any two have the same. `keys`, room for n x SL_LANES. */
  gboolean (*rank) (const SlPlacePlan *plan, const gint32 *levels, gint32 *keys, guint16 *places);
  /* Adds to `wins`, n x n, in how many lanes of a chunk row is before column. `ties`: not in all
   * lanes of each pair one is. `narrow`, room for n x SL_CHUNK. */
  void (*count_wins) (const guint16 *places, size_t n, gboolean ties, gint8 *narrow, guint32 *wins);
  /* Adds SL_LANES levels of each alternative to its bins, n x SL_N_BINS, and keeps the lowest and
   * the highest of each lane, n x SL_LANES. */
  void (
      *count_bins) (const gint32 *levels, size_t n, guint32 *bins, gint32 *lowest, gint32 *highest);
  /* `units`, n_criteria x SL_CHUNK, of which SL_LANES each are written: multiples of
   * 1 / SL_WEIGHT_UNITS. */
  void (*round_weights) (const double *weights, size_t n_criteria, gint32 *units);
} SlKernels;

/* From the simplest processor that the program is for to the newest; NULL where this one cannot run
 * them, or they have not been built. */
#define SL_N_KERNELS 3
const SlKernels *sl_kernels_get (unsigned level);
const SlKernels *sl_kernels_get_best (void);

/* sl_smaa_new () with other kernels than the best. */
SlSmaa *sl_smaa_new_with_kernels (const SlSmaaProblem *problem,
                                  const SlKernels *kernels,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
