/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/ranks-private.h"

#include <math.h>
#include <string.h>

/* Tau-b in O(n log n) (Knight 1966, Journal of the American Statistical Association 61:436-439):
 * in the order of the one ranking, and of the other within its ties, the discordant pairs are the
 * exchanges that sorting by the other takes. */

static double
count_pairs (double n)
{
  return n * (n - 1) / 2;
}

/* Pairs that are equal in two neighbours or more of `entries`; their index is compared as well if
 * `joint`. */
static double
count_tied_pairs (const SlRankEntry *entries, size_t n, gboolean joint)
{
  double tied = 0;
  size_t start = 0;

  for (size_t k = 1; k <= n; k++) {
    if (k < n && entries[k].key == entries[start].key &&
        (!joint || entries[k].index == entries[start].index))
      continue;
    tied += count_pairs ((double) (k - start));
    start = k;
  }
  return tied;
}

/* Merges the two sorted halves by index and returns how many pairs were the wrong way round. */
static double
merge_counting (SlRankEntry *entries, SlRankEntry *spare, size_t middle, size_t n)
{
  double exchanges = 0;
  size_t left = 0;
  size_t right = middle;

  for (size_t k = 0; k < n; k++) {
    if (right == n || (left < middle && entries[left].index <= entries[right].index)) {
      spare[k] = entries[left++];
    } else {
      exchanges += (double) (middle - left);
      spare[k] = entries[right++];
    }
  }
  memcpy (entries, spare, n * sizeof *entries);
  return exchanges;
}

static double
sort_counting (SlRankEntry *entries, SlRankEntry *spare, size_t n)
{
  double exchanges = 0;

  for (size_t length = 1; length < n; length *= 2)
    for (size_t start = 0; start + length < n; start += 2 * length)
      exchanges += merge_counting (entries + start, spare, length, MIN (2 * length, n - start));
  return exchanges;
}

static double
find_tau (SlRankEntry *entries, SlRankEntry *spare, size_t n)
{
  double pairs = count_pairs ((double) n);
  double tied_first = count_tied_pairs (entries, n, FALSE);
  double tied_both = count_tied_pairs (entries, n, TRUE);
  double discordant = sort_counting (entries, spare, n);
  double tied_second, concordance;

  for (size_t k = 0; k < n; k++)
    entries[k].key = entries[k].index;
  tied_second = count_tied_pairs (entries, n, FALSE);
  if (tied_first == pairs || tied_second == pairs)
    return tied_first == tied_second ? 1 : 0;

  concordance = pairs - tied_first - tied_second + tied_both - 2 * discordant;
  return concordance / sqrt ((pairs - tied_first) * (pairs - tied_second));
}

double
sl_kendall_tau_b (const unsigned *a, const unsigned *b, size_t n)
{
  g_autofree SlRankEntry *entries = g_new (SlRankEntry, 2 * n);
  g_autofree SlRankEntry *others = g_new (SlRankEntry, 2 * n);
  SlRankEntry *sorted;
  size_t n_ranked = 0;

  for (size_t i = 0; i < n; i++)
    if (a[i] > 0 && b[i] > 0)
      entries[n_ranked++] = (SlRankEntry) { b[i], a[i] };
  sorted = sl_rank_entries_sort (entries, entries + n, n_ranked);

  for (size_t k = 0; k < n_ranked; k++)
    others[k] = (SlRankEntry) { sorted[k].index, (unsigned) sorted[k].key };
  sorted = sl_rank_entries_sort (others, others + n, n_ranked);
  return find_tau (sorted, entries, n_ranked);
}

static gboolean
shares_winner (const unsigned *a, const unsigned *b, size_t n)
{
  for (size_t i = 0; i < n; i++)
    if (a[i] == 1 && b[i] == 1)
      return TRUE;
  return FALSE;
}

gboolean
sl_agreement_evaluate (const SlProblem *problem,
                       const SlMethodOptions *options,
                       SlEvaluation *evaluation,
                       unsigned *ranks,
                       SlAgreement *agreement,
                       GError **error)
{
  size_t n = problem->n_alternatives;
  const unsigned *reference;

  if (!sl_problem_check (problem, options, error))
    return FALSE;
  for (unsigned k = 0; k < SL_N_METHODS; k++) {
    SlMethodOptions each = { (SlMethod) k, options->normalisation, options->v };

    if (!sl_evaluate (problem, &each, evaluation, error))
      return FALSE;
    memcpy (ranks + k * n, sl_evaluation_get_ranks (evaluation), n * sizeof *ranks);
  }

  reference = ranks + (size_t) options->method * n;
  agreement->n_sharing_winner = 0;
  for (size_t k = 0; k < SL_N_METHODS; k++) {
    agreement->tau[k] = sl_kendall_tau_b (reference, ranks + k * n, n);
    agreement->n_sharing_winner += (unsigned) shares_winner (reference, ranks + k * n, n);
  }
  return TRUE;
}
