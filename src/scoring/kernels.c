/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/kernel-parts-private.h"

extern const SlKernels SL_KERNELS_NAME;
const SlKernels SL_KERNELS_NAME = {
  SL_KERNEL (draw_weights), SL_KERNEL (draw_cells), SL_KERNEL (score),         SL_KERNEL (rank),
  SL_KERNEL (count_wins),   SL_KERNEL (count_bins), SL_KERNEL (round_weights),
};
