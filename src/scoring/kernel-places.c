/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/kernel-parts-private.h"

/* A key holds as many of a level's digits as there is room for beside its index: sorted, it says
 * who is where. Where those digits are equal the rest of them decides. */

#define SIGN ((gint32) 0x80000000u)

static void
make_keys (const SlPlacePlan *plan, const gint32 *restrict levels, gint32 *restrict keys)
{
  unsigned bits = plan->index_bits;

  for (size_t i = 0; i < plan->n; i++)
    FOR_LANES (l)
  keys[i * SL_LANES + l] =
      (gint32) (((guint32) levels[i * SL_LANES + l] >> (bits - 1)) << bits | (guint32) i) ^ SIGN;
}

/* In each lane the larger key to the first place. */
static void
put_keys_in_order (gint32 *restrict first, gint32 *restrict second)
{
  FOR_LANES (l)
  {
    gint32 a = first[l];
    gint32 b = second[l];

    first[l] = a > b ? a : b;
    second[l] = a > b ? b : a;
  }
}

/* In which lanes neighbours have the same digits. */
static gboolean
find_close (const SlPlacePlan *plan, const gint32 *restrict keys, gint32 *restrict close)
{
  gint32 any = 0;

  FOR_LANES (l)
  close[l] = 0;
  for (size_t p = 0; p + 1 < plan->n; p++)
    FOR_LANES (l)
    {
      guint32 differ = (guint32) (keys[p * SL_LANES + l] ^ keys[(p + 1) * SL_LANES + l]);

      close[l] |= differ >> plan->index_bits == 0;
    }
  FOR_LANES (l)
  any |= close[l];
  return any != 0;
}

static size_t
get_index (const SlPlacePlan *plan, gint32 key)
{
  return (guint32) key & (((guint32) 1 << plan->index_bits) - 1);
}

/* One lane, by all digits: a level that equals the one before it has the same place. Whether there
 * is one. */
static gboolean
place_close (const SlPlacePlan *plan,
             const gint32 *levels,
             gint32 *keys,
             guint16 *places,
             size_t lane)
{
  guint16 place = 0;
  gboolean ties = FALSE;

  for (size_t p = 1; p < plan->n; p++) {
    gint32 key = keys[p * SL_LANES + lane];
    gint32 level = levels[get_index (plan, key) * SL_LANES + lane];
    size_t k = p;

    for (; k > 0; k--) {
      gint32 before = keys[(k - 1) * SL_LANES + lane];

      if (levels[get_index (plan, before) * SL_LANES + lane] >= level)
        break;
      keys[k * SL_LANES + lane] = before;
    }
    keys[k * SL_LANES + lane] = key;
  }
  for (size_t p = 0; p < plan->n; p++) {
    size_t i = get_index (plan, keys[p * SL_LANES + lane]);
    size_t before = get_index (plan, keys[(p > 0 ? p - 1 : 0) * SL_LANES + lane]);

    if (levels[i * SL_LANES + lane] != levels[before * SL_LANES + lane])
      place = (guint16) p;
    else
      ties = ties || p > 0;
    places[i * SL_CHUNK + lane] = place;
  }
  return ties;
}

static void
sort_keys (const SlPlacePlan *plan, gint32 *keys)
{
  const unsigned *pairs = plan->pairs;
  const unsigned *end = pairs + 2 * plan->n_pairs;

  for (; pairs < end; pairs += 2)
    put_keys_in_order (keys + pairs[0] * SL_LANES, keys + pairs[1] * SL_LANES);
}

gboolean
SL_KERNEL (rank) (const SlPlacePlan *plan, const gint32 *levels, gint32 *keys, guint16 *places)
{
  size_t n = plan->n;
  guint32 mask = ((guint32) 1 << plan->index_bits) - 1;
  gint32 close[SL_LANES];
  gboolean ties = FALSE;

  make_keys (plan, levels, keys);
  sort_keys (plan, keys);
  /* Right for all lanes but the close ones. */
  for (size_t p = 0; p < n; p++)
    FOR_LANES (l)
  places[((guint32) keys[p * SL_LANES + l] & mask) * SL_CHUNK + l] = (guint16) p;
  if (!find_close (plan, keys, close))
    return FALSE;
  FOR_LANES (l)
  if (close[l])
    ties = place_close (plan, levels, keys, places, l) || ties;
  return ties;
}

/* In how many lanes of a chunk the one is before the other. Places in signed bytes: those are what
 * processors compare. */
typedef gint8 Bytes __attribute__ ((vector_size (AT_ONCE * 8), may_alias));

G_ALWAYS_INLINE static inline guint32
count_narrow (const gint8 *one, const gint8 *other)
{
  Bytes before = { 0 };
  guint64 sum = 0;

  for (size_t t = 0; t < SL_CHUNK; t += sizeof (Bytes))
    before -= (Bytes) (*(const Bytes *) (gconstpointer) (one + t) <
                       *(const Bytes *) (gconstpointer) (other + t));
  for (size_t k = 0; k < AT_ONCE; k++)
    sum += ((Products) before)[k];
  /* The sum of eight bytes, none of which is above 16. */
  return (guint32) ((sum * G_GUINT64_CONSTANT (0x0101010101010101)) >> 56);
}

static guint32
count_wide (const guint16 *restrict one, const guint16 *restrict other)
{
  guint16 n = 0;

  for (size_t t = 0; t < SL_CHUNK; t++)
    n = (guint16) (n + (one[t] < other[t]));
  return n;
}

static void
count_narrow_wins (const gint8 *places, size_t n, gboolean ties, guint32 *wins)
{
  for (size_t i = 0; i < n; i++)
    for (size_t k = i + 1; k < n; k++) {
      const gint8 *a = places + i * SL_CHUNK;
      const gint8 *b = places + k * SL_CHUNK;
      guint32 before = count_narrow (a, b);

      wins[i * n + k] += before;
      wins[k * n + i] += ties ? count_narrow (b, a) : SL_CHUNK - before;
    }
}

static void
count_wide_wins (const guint16 *places, size_t n, guint32 *wins)
{
  for (size_t i = 0; i < n; i++)
    for (size_t k = 0; k < n; k++)
      wins[i * n + k] += count_wide (places + i * SL_CHUNK, places + k * SL_CHUNK);
}

void
SL_KERNEL (count_wins) (const guint16 *restrict places,
                        size_t n,
                        gboolean ties,
                        gint8 *restrict narrow,
                        guint32 *wins)
{
  if (n > G_MAXUINT8 + 1) {
    count_wide_wins (places, n, wins);
    return;
  }
  for (size_t k = 0; k < n * SL_CHUNK; k++)
    narrow[k] = (gint8) (places[k] + G_MININT8);
  count_narrow_wins (narrow, n, ties, wins);
}

/* Bins. */

void
SL_KERNEL (count_bins) (const gint32 *levels,
                        size_t n,
                        guint32 *bins,
                        gint32 *restrict lowest,
                        gint32 *restrict highest)
{
  for (size_t i = 0; i < n; i++) {
    const gint32 *restrict level = levels + i * SL_LANES;
    gint32 *restrict low = lowest + i * SL_LANES;
    gint32 *restrict high = highest + i * SL_LANES;
    guint32 *row = bins + i * SL_N_BINS;
    gint32 bin[SL_LANES];

    FOR_LANES (l)
    {
      low[l] = level[l] < low[l] ? level[l] : low[l];
      high[l] = level[l] > high[l] ? level[l] : high[l];
      bin[l] = level[l] >> (SL_LEVEL_BITS - SL_BIN_BITS);
      bin[l] = bin[l] < SL_N_BINS ? bin[l] : SL_N_BINS - 1;
    }
    FOR_LANES (l)
    row[bin[l]]++;
  }
}
