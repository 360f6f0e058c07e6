/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scoring/scoring.h"

G_BEGIN_DECLS

typedef struct {
  double key;
  unsigned index;
} SlRankEntry;

/* Sorts by key, ascending, and keeps the order of equals (but -0 may come before 0). `spare` has
 * room for n entries as well; the sorted entries are in the array that is returned: one of the two.
 */
SlRankEntry *sl_rank_entries_sort (SlRankEntry *entries, SlRankEntry *spare, size_t n);

/* sl_ranks_competition () for both senses that allocates nothing: `entries` has room for 2 n
 * entries. */
void sl_ranks_competition_using (const double *scores,
                                 const gboolean *included,
                                 size_t n,
                                 double tolerance,
                                 gboolean low_is_best,
                                 SlRankEntry *entries,
                                 unsigned *ranks);

G_END_DECLS
