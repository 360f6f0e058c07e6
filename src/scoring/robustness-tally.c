/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/robustness-private.h"

#include <math.h>

SlSmaaTally *
sl_smaa_tally_new (SlSmaa *smaa)
{
  SlSmaaTally *new;

  g_return_val_if_fail (smaa != NULL, NULL);

  new = g_new0 (SlSmaaTally, 1);
  new->smaa = sl_smaa_ref (smaa);
  new->places = g_new0 (guint32, smaa->n * smaa->n);
  new->wins = g_new0 (guint32, smaa->n * smaa->n);
  new->weights = g_new0 (guint64, smaa->n * smaa->m);
  new->bins = smaa->bounded ? g_new0 (guint32, smaa->n * SL_N_BINS) : NULL;
  new->lowest = g_new (gint32, smaa->n * SL_LANES);
  new->highest = g_new (gint32, smaa->n * SL_LANES);
  for (size_t k = 0; k < smaa->n * SL_LANES; k++) {
    new->lowest[k] = SL_TOP_LEVEL;
    new->highest[k] = 0;
  }
  sl_workspace_init (&new->workspace, smaa);
  return new;
}

void
sl_smaa_tally_free (SlSmaaTally *tally)
{
  if (tally == NULL)
    return;
  sl_workspace_clear (&tally->workspace);
  g_free (tally->places);
  g_free (tally->wins);
  g_free (tally->weights);
  g_free (tally->bins);
  g_free (tally->lowest);
  g_free (tally->highest);
  sl_smaa_unref (tally->smaa);
  g_free (tally);
}

static void
add_counts (guint32 *sum, const guint32 *other, size_t n)
{
  for (size_t k = 0; k < n; k++)
    sum[k] += other[k];
}

void
sl_smaa_tally_add (SlSmaaTally *tally, const SlSmaaTally *other)
{
  size_t n;
  size_t m;

  g_return_if_fail (tally != NULL && other != NULL && tally->smaa == other->smaa);
  g_return_if_fail (other->n_trials <= SL_SMAA_MAX_TRIALS - tally->n_trials);

  n = tally->smaa->n;
  m = tally->smaa->m;
  tally->n_trials += other->n_trials;
  add_counts (tally->places, other->places, n * n);
  add_counts (tally->wins, other->wins, n * n);
  if (tally->bins != NULL)
    add_counts (tally->bins, other->bins, n * SL_N_BINS);
  for (size_t k = 0; k < n * m; k++)
    tally->weights[k] += other->weights[k];
  for (size_t k = 0; k < n * SL_LANES; k++) {
    tally->lowest[k] = MIN (tally->lowest[k], other->lowest[k]);
    tally->highest[k] = MAX (tally->highest[k], other->highest[k]);
  }
}

/* Measures. */

guint64
sl_smaa_tally_get_n_trials (const SlSmaaTally *tally)
{
  g_return_val_if_fail (tally != NULL, 0);

  return tally->n_trials;
}

static void
divide (const guint32 *counts, size_t n, guint64 by, double *shares)
{
  for (size_t k = 0; k < n; k++)
    shares[k] = by > 0 ? counts[k] / (double) by : 0;
}

void
sl_smaa_tally_get_acceptability (const SlSmaaTally *tally, double *acceptability)
{
  g_return_if_fail (tally != NULL && acceptability != NULL);

  divide (tally->places, tally->smaa->n * tally->smaa->n, tally->n_trials, acceptability);
}

void
sl_smaa_tally_get_pairwise_winning (const SlSmaaTally *tally, double *winning)
{
  g_return_if_fail (tally != NULL && winning != NULL);

  divide (tally->wins, tally->smaa->n * tally->smaa->n, tally->n_trials, winning);
}

void
sl_smaa_tally_get_central_weights (const SlSmaaTally *tally, double *weights)
{
  size_t n;
  size_t m;

  g_return_if_fail (tally != NULL && weights != NULL);

  n = tally->smaa->n;
  m = tally->smaa->m;
  for (size_t i = 0; i < n; i++)
    for (size_t j = 0; j < m; j++) {
      guint32 n_first = tally->places[i * n];
      double sum = (double) tally->weights[i * m + j] / SL_WEIGHT_UNITS;

      weights[i * m + j] = n_first > 0 ? sum / n_first : NAN;
    }
}

void
sl_smaa_tally_get_expected_ranks (const SlSmaaTally *tally, double *ranks)
{
  size_t n;

  g_return_if_fail (tally != NULL && ranks != NULL);

  n = tally->smaa->n;
  for (size_t i = 0; i < n; i++) {
    guint64 sum = 0;

    for (size_t r = 0; r < n; r++)
      sum += (guint64) tally->places[i * n + r] * (r + 1);
    ranks[i] = tally->n_trials > 0 ? (double) sum / (double) tally->n_trials : 0;
  }
}

static gint32
find_lowest (const SlSmaaTally *tally, size_t i)
{
  gint32 lowest = SL_TOP_LEVEL;

  for (size_t l = 0; l < SL_LANES; l++)
    lowest = MIN (lowest, tally->lowest[i * SL_LANES + l]);
  return lowest;
}

static gint32
find_highest (const SlSmaaTally *tally, size_t i)
{
  gint32 highest = 0;

  for (size_t l = 0; l < SL_LANES; l++)
    highest = MAX (highest, tally->highest[i * SL_LANES + l]);
  return highest;
}

/* Even within a bin, but never beyond what has been seen. */
static double
find_quantile_level (const SlSmaaTally *tally, size_t i, double p)
{
  const guint32 *bins = tally->bins + i * SL_N_BINS;
  double wanted = p * (double) tally->n_trials;
  guint64 n_below = 0;
  /* There is nothing below. */
  size_t bin =
      MIN ((size_t) find_lowest (tally, i) >> (SL_LEVEL_BITS - SL_BIN_BITS), SL_N_BINS - 1);
  double level;

  while (bin < SL_N_BINS - 1 && (double) (n_below + bins[bin]) < wanted)
    n_below += bins[bin++];
  level = (double) bin;
  if (bins[bin] > 0)
    level += (wanted - (double) n_below) / bins[bin];
  level *= 1 << (SL_LEVEL_BITS - SL_BIN_BITS);
  return CLAMP (level, find_lowest (tally, i), find_highest (tally, i));
}

gboolean
sl_smaa_tally_get_score_quantile (const SlSmaaTally *tally, double p, double *scores)
{
  const SlSmaa *self;

  g_return_val_if_fail (tally != NULL && scores != NULL, FALSE);
  g_return_val_if_fail (p >= 0 && p <= 1, FALSE);

  self = tally->smaa;
  if (tally->bins == NULL)
    return FALSE;
  for (size_t i = 0; i < self->n; i++)
    scores[i] = tally->n_trials > 0
                    ? self->low + (self->high - self->low) *
                                      (find_quantile_level (tally, i, p) / SL_TOP_LEVEL)
                    : NAN;
  return TRUE;
}

double
sl_smaa_standard_error (double index, guint64 n_trials)
{
  g_return_val_if_fail (index >= 0 && index <= 1, NAN);

  return n_trials > 0 ? sqrt (index * (1 - index) / (double) n_trials) : NAN;
}

double
sl_smaa_entropy (const double *first_shares, size_t n)
{
  double entropy = 0;

  g_return_val_if_fail (first_shares != NULL || n == 0, NAN);

  for (size_t i = 0; i < n; i++)
    if (first_shares[i] > 0)
      entropy -= first_shares[i] * log2 (first_shares[i]);
  /* Not minus zero, where one is always first. */
  return entropy > 0 ? entropy : 0;
}
