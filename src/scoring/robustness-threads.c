/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Trials shared out among threads. Each counts into a tally of its own; since tallies are sums of
 * integers, it does not matter who made which trial. */

#include "scoring/robustness.h"

/* Below this many trials a thread takes longer to start than it saves. */
#define LEAST_TRIALS 64

typedef struct {
  SlSmaa *smaa;
  guint64 first;
  guint64 n;
  const int *stop;
  SlSmaaTally *tally;            /* of trials with drawn weights */
  const double *central_weights; /* of trials with central ones */
  guint64 *firsts;
} Share;

static gpointer
run_share (gpointer data)
{
  Share *share = data;

  if (share->tally != NULL)
    sl_smaa_run (share->smaa, share->first, share->n, share->tally, share->stop);
  else
    sl_smaa_run_confidence (share->smaa, share->central_weights, share->first, share->n,
                            share->firsts, share->stop);

  return NULL;
}

static guint
count_threads (guint wished, guint64 n)
{
  guint n_threads = wished > 0 ? wished : g_get_num_processors ();

  return (guint) CLAMP (n / LEAST_TRIALS, 1, n_threads);
}

/* The first share is run by the caller. */
static void
run_shares (Share *shares, guint n_shares, guint64 first, guint64 n)
{
  g_autofree GThread **threads = g_new0 (GThread *, n_shares);

  for (guint i = 0; i < n_shares; i++) {
    shares[i].first = first + n * i / n_shares;
    shares[i].n = first + n * (i + 1) / n_shares - shares[i].first;
    if (i > 0)
      threads[i] = g_thread_new ("trials", run_share, &shares[i]);
  }
  run_share (&shares[0]);
  for (guint i = 1; i < n_shares; i++)
    g_thread_join (threads[i]);
}

void
sl_smaa_run_threads (SlSmaa *self,
                     guint64 first,
                     guint64 n,
                     guint n_threads,
                     SlSmaaTally *tally,
                     const int *stop)
{
  guint n_shares = count_threads (n_threads, n);
  g_autofree Share *shares = g_new0 (Share, n_shares);

  g_return_if_fail (self != NULL && tally != NULL);

  for (guint i = 0; i < n_shares; i++)
    shares[i] =
        (Share) { .smaa = self, .stop = stop, .tally = i == 0 ? tally : sl_smaa_tally_new (self) };
  run_shares (shares, n_shares, first, n);
  for (guint i = 1; i < n_shares; i++) {
    sl_smaa_tally_add (tally, shares[i].tally);
    sl_smaa_tally_free (shares[i].tally);
  }
}

void
sl_smaa_run_confidence_threads (SlSmaa *self,
                                const double *central_weights,
                                guint64 first,
                                guint64 n,
                                guint n_threads,
                                guint64 *firsts,
                                const int *stop)
{
  guint n_shares = count_threads (n_threads, n);
  gsize n_alternatives = sl_smaa_get_n_alternatives (self);
  g_autofree Share *shares = g_new0 (Share, n_shares);

  g_return_if_fail (self != NULL && central_weights != NULL && firsts != NULL);

  for (guint i = 0; i < n_shares; i++)
    shares[i] = (Share) { .smaa = self,
                          .stop = stop,
                          .central_weights = central_weights,
                          .firsts = i == 0 ? firsts : g_new0 (guint64, n_alternatives) };
  run_shares (shares, n_shares, first, n);
  for (guint i = 1; i < n_shares; i++) {
    for (gsize j = 0; j < n_alternatives; j++)
      firsts[j] += shares[i].firsts[j];
    g_free (shares[i].firsts);
  }
}
