/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/kernels-private.h"

extern const SlKernels sl_kernels_plain;
#ifdef SL_HAVE_X86_LEVELS
extern const SlKernels sl_kernels_x86_64_v3;
extern const SlKernels sl_kernels_x86_64_v4;
#endif

const SlKernels *
sl_kernels_get (unsigned level)
{
  if (level == 0)
    return &sl_kernels_plain;
#ifdef SL_HAVE_X86_LEVELS
  __builtin_cpu_init ();
  if (level == 1 && __builtin_cpu_supports ("x86-64-v3"))
    return &sl_kernels_x86_64_v3;
  if (level == 2 && __builtin_cpu_supports ("x86-64-v4"))
    return &sl_kernels_x86_64_v4;
#endif
  return NULL;
}

const SlKernels *
sl_kernels_get_best (void)
{
  for (unsigned level = SL_N_KERNELS; level-- > 0;)
    if (sl_kernels_get (level) != NULL)
      return sl_kernels_get (level);
  g_assert_not_reached ();
}
