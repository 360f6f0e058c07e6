/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Several people who judge the same alternatives: how much they agree, and what would suit them
 * together. Each has an equal say. Numbers only.
 *
 * Rankings are a row a person: ranks[i * n + k] is where person i places alternative k, as
 * sl_ranks_competition () gives it with everybody included. Scores and weights are laid out alike.
 * Inputs are borrowed and never changed; at least one person and one column. */

#include <glib.h>
#include <stddef.h>

G_BEGIN_DECLS

/* Kendall's coefficient of concordance W: 1 where all have the same ranking, 0 where what one says
 * for an alternative others say against it. Those who tie share the mean of their places, and are
 * corrected for:
 *
 *   W = 12 S / (p^2 (n^3 - n) - p T)
 *
 * with S the sum of squares of the alternatives' rank sums around their mean, and T the sum of
 * t^3 - t over the groups of t that tie, of all p people. Kendall & Babington Smith 1939, The
 * Annals of Mathematical Statistics 10:275-287; Kendall 1948, Rank Correlation Methods, chapter 6.
 * NAN where the formula is 0/0, as everybody ties everything (or there is one alternative). */
double sl_kendall_w (const unsigned *ranks, size_t n_people, size_t n);

/* The mean place of each alternative, n numbers from 1 to n, those who tie sharing the mean of
 * their places: what Borda's count orders by, the lowest first (de Borda 1781, Mémoire sur les
 * élections au scrutin; with ties Kendall 1948). */
void sl_mean_ranks (const unsigned *ranks, size_t n_people, size_t n, double *means);

/* The mean over people of each of n columns. Of weights that each sum to 1 the mean does too, and
 * additive scores by the mean weights are the mean of everybody's scores (Harsanyi 1955, Journal of
 * Political Economy 63:309-321; Forman & Peniwati 1998, European Journal of Operational Research
 * 108:165-169). `means` gets n numbers. */
void sl_group_mean (const double *numbers, size_t n_people, size_t n, double *means);

/* How far apart people are in each of n columns: the largest less the smallest. */
void sl_group_range (const double *numbers, size_t n_people, size_t n, double *ranges);

/* What each alternative would cost those who would rather have another: the most that anybody loses
 * with it against the best score of their own, 0 or more, n numbers. The least of them is the
 * choice of minimax regret (Savage 1951, Journal of the American Statistical Association 46:55-67).
 * `who` (nullable) gets the person, the first of several. Higher scores are better. */
void
sl_worst_regrets (const double *scores, size_t n_people, size_t n, double *regrets, size_t *who);

G_END_DECLS
