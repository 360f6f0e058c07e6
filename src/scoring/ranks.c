/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/ranks-private.h"

#define RUN_LENGTH 16
#define ENTRIES_ON_STACK 256

static void
sort_run (SlRankEntry *entries, size_t n)
{
  for (size_t i = 1; i < n; i++) {
    SlRankEntry moving = entries[i];
    size_t k = i;

    for (; k > 0 && moving.key < entries[k - 1].key; k--)
      entries[k] = entries[k - 1];
    entries[k] = moving;
  }
}

static void
merge_runs (const SlRankEntry *from, size_t middle, size_t n, SlRankEntry *to)
{
  size_t left = 0;
  size_t right = middle;
  size_t k = 0;

  /* No branch on the outcome of a comparison: it is a coin toss that a processor guesses wrong half
   * the time. */
  while (left < middle && right < n) {
    gboolean take_right = from[right].key < from[left].key;

    to[k++] = from[take_right ? right : left];
    right += (size_t)take_right;
    left += (size_t)!take_right;
  }
  while (left < middle)
    to[k++] = from[left++];
  while (right < n)
    to[k++] = from[right++];
}

SlRankEntry *
sl_rank_entries_sort (SlRankEntry *entries, SlRankEntry *spare, size_t n)
{
  SlRankEntry *from = entries;
  SlRankEntry *to = spare;

  for (size_t start = 0; start < n; start += RUN_LENGTH)
    sort_run (from + start, MIN (RUN_LENGTH, n - start));

  for (size_t length = RUN_LENGTH; length < n; length *= 2) {
    SlRankEntry *merged = to;

    for (size_t start = 0; start < n; start += 2 * length)
      merge_runs (from + start, MIN (length, n - start), MIN (2 * length, n - start), to + start);
    to = from;
    from = merged;
  }
  return from;
}

void
sl_ranks_competition_using (const double *scores,
                            const gboolean *included,
                            size_t n,
                            double tolerance,
                            gboolean low_is_best,
                            SlRankEntry *entries,
                            unsigned *ranks)
{
  const SlRankEntry *sorted;
  size_t n_included = 0;
  size_t first_of_group = 0;

  for (size_t i = 0; i < n; i++) {
    ranks[i] = 0;
    if (included == NULL || included[i])
      entries[n_included++] = (SlRankEntry){low_is_best ? scores[i] : -scores[i], (unsigned)i};
  }

  sorted = sl_rank_entries_sort (entries, entries + n, n_included);
  for (size_t k = 0; k < n_included; k++) {
    if (sorted[k].key - sorted[first_of_group].key > tolerance)
      first_of_group = k;
    ranks[sorted[k].index] = (unsigned)first_of_group + 1;
  }
}

void
sl_ranks_competition (const double *scores,
                      const gboolean *included,
                      size_t n,
                      double tolerance,
                      unsigned *ranks)
{
  SlRankEntry on_stack[2 * ENTRIES_ON_STACK];
  g_autofree SlRankEntry *on_heap = NULL;

  g_return_if_fail (tolerance >= 0);

  if (n > ENTRIES_ON_STACK)
    on_heap = g_new (SlRankEntry, 2 * n);
  sl_ranks_competition_using (scores, included, n, tolerance, FALSE, on_heap ? on_heap : on_stack,
                              ranks);
}
