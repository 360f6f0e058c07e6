/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/draws-private.h"

unsigned *
sl_sorting_network (size_t n, size_t *n_pairs)
{
  size_t top = 1;
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (unsigned));

  while (2 * top < n)
    top *= 2;
  for (size_t p = top; p > 0; p /= 2) {
    size_t q = top;
    size_t r = 0;
    size_t d = p;

    while (TRUE) {
      for (size_t i = 0; i + d < n; i++)
        if ((i & p) == r) {
          const unsigned pair[] = { (unsigned) i, (unsigned) (i + d) };

          g_array_append_vals (pairs, pair, 2);
        }
      if (q == p)
        break;
      d = q - p;
      q /= 2;
      r = p;
    }
  }
  *n_pairs = pairs->len / 2;
  return (unsigned *) (gpointer) g_array_free (g_steal_pointer (&pairs), FALSE);
}
