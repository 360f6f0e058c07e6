/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/ranks-private.h"

#include <string.h>

/* Below this many, putting each into its place is faster than counting digits. */
#define MANY 64
#define ENTRIES_ON_STACK 256

#define DIGIT_BITS 8
#define N_DIGITS (64 / DIGIT_BITS)
#define N_DIGIT_VALUES (1 << DIGIT_BITS)

static void
sort_by_insertion (SlRankEntry *entries, size_t n)
{
  for (size_t i = 1; i < n; i++) {
    SlRankEntry moving = entries[i];
    size_t k = i;

    for (; k > 0 && moving.key < entries[k - 1].key; k--)
      entries[k] = entries[k - 1];
    entries[k] = moving;
  }
}

/* Unsigned numbers in the order of the keys: the bits of a positive number already are, those of a
 * negative one are the wrong way round. */
static guint64
get_ordered_bits (double key)
{
  guint64 bits;

  memcpy (&bits, &key, sizeof bits);
  return bits >> 63 ? ~bits : bits | G_GUINT64_CONSTANT (1) << 63;
}

static unsigned
get_digit (guint64 bits, unsigned digit)
{
  return (unsigned) (bits >> (digit * DIGIT_BITS)) % N_DIGIT_VALUES;
}

static void
count_digits (const SlRankEntry *entries, size_t n, size_t counts[N_DIGITS][N_DIGIT_VALUES])
{
  memset (counts, 0, N_DIGITS * sizeof counts[0]);
  for (size_t i = 0; i < n; i++) {
    guint64 bits = get_ordered_bits (entries[i].key);

    for (unsigned digit = 0; digit < N_DIGITS; digit++)
      counts[digit][get_digit (bits, digit)]++;
  }
}

static void
distribute (const SlRankEntry *from,
            size_t n,
            unsigned digit,
            const size_t *counts,
            SlRankEntry *to)
{
  size_t places[N_DIGIT_VALUES];
  size_t place = 0;

  for (size_t value = 0; value < N_DIGIT_VALUES; value++) {
    places[value] = place;
    place += counts[value];
  }
  for (size_t i = 0; i < n; i++)
    to[places[get_digit (get_ordered_bits (from[i].key), digit)]++] = from[i];
}

/* By one digit after the other, the last one first: no comparison whose outcome a processor would
 * have to guess. */
static SlRankEntry *
sort_by_digits (SlRankEntry *entries, SlRankEntry *spare, size_t n)
{
  size_t counts[N_DIGITS][N_DIGIT_VALUES];
  SlRankEntry *from = entries;
  SlRankEntry *to = spare;

  count_digits (entries, n, counts);
  for (unsigned digit = 0; digit < N_DIGITS; digit++) {
    SlRankEntry *sorted = to;

    if (counts[digit][get_digit (get_ordered_bits (from[0].key), digit)] == n)
      continue;
    distribute (from, n, digit, counts[digit], to);
    to = from;
    from = sorted;
  }
  return from;
}

SlRankEntry *
sl_rank_entries_sort (SlRankEntry *entries, SlRankEntry *spare, size_t n)
{
  if (n >= MANY)
    return sort_by_digits (entries, spare, n);
  sort_by_insertion (entries, n);
  return entries;
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
      entries[n_included++] = (SlRankEntry) { low_is_best ? scores[i] : -scores[i], (unsigned) i };
  }

  sorted = sl_rank_entries_sort (entries, entries + n, n_included);
  for (size_t k = 0; k < n_included; k++) {
    if (sorted[k].key - sorted[first_of_group].key > tolerance)
      first_of_group = k;
    ranks[sorted[k].index] = (unsigned) first_of_group + 1;
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
