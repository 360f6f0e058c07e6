/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files share that are compiled once for each kind of vectors: types as wide as a
 * register, and names that tell those of one kind from those of another. */

#include "scoring/kernels-private.h"
#include "scoring/lanes-private.h"

#if defined(__SSE2__)
#include <immintrin.h>
#endif

G_BEGIN_DECLS

#define SL_KERNEL_PASTE(kind, name) kind##_##name
#define SL_KERNEL_EXPAND(kind, name) SL_KERNEL_PASTE (kind, name)
#define SL_KERNEL(name) SL_KERNEL_EXPAND (SL_KERNELS_NAME, name)

#define FOR_LANES(l) for (size_t l = 0; l < SL_LANES; l++)

/* As many doubles as a register holds, and as many floats or whole numbers. Loops over lanes alone
 * leave sums in memory, where adding waits for what was stored before. */
#if defined(__AVX512F__)
#define AT_ONCE 8
#elif defined(__AVX2__)
#define AT_ONCE 4
#else
#define AT_ONCE 2
#endif
typedef double Doubles __attribute__ ((vector_size (AT_ONCE * sizeof (double)), may_alias));
typedef float Floats __attribute__ ((vector_size (AT_ONCE * sizeof (float)), may_alias));
typedef guint32 Words __attribute__ ((vector_size (AT_ONCE * sizeof (guint32)), may_alias));
typedef guint64 Products __attribute__ ((vector_size (AT_ONCE * sizeof (guint64)), may_alias));

/* The members of SlKernels. */
void SL_KERNEL (draw_weights) (const SlWeightPlan *plan,
                               guint64 seed,
                               guint64 trial,
                               float *spare,
                               double *weights);
void SL_KERNEL (draw_cells) (const SlValuePlan *plan,
                             guint64 seed,
                             guint64 trial,
                             float *spare,
                             float *quantiles);
void SL_KERNEL (score) (const SlAdditivePlan *plan,
                        const double *weights,
                        const float *quantiles,
                        double *spare,
                        gint32 *levels);
gboolean
    SL_KERNEL (rank) (const SlPlacePlan *plan, const gint32 *levels, gint32 *keys, guint16 *places);
void SL_KERNEL (count_wins) (const guint16 *restrict places,
                             size_t n,
                             gboolean ties,
                             gint8 *restrict narrow,
                             guint32 *wins);
void SL_KERNEL (count_bins) (const gint32 *levels,
                             size_t n,
                             guint32 *bins,
                             gint32 *restrict lowest,
                             gint32 *restrict highest);
void SL_KERNEL (round_weights) (const double *restrict weights, size_t m, gint32 *restrict units);

G_END_DECLS
