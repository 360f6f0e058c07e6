/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What changes the first, in the order of how little it takes, and in words. */

#include "config.h"

#include "certainty.h"

#include <math.h>

#include "catalogue/translation.h"

/* ---- weights that decide ---- */

static double
get_least_change (const SlStability *stability)
{
  double least = INFINITY;

  if (stability->low_challenger != NULL)
    least = stability->weight - stability->low;
  if (stability->high_challenger != NULL)
    least = MIN (least, stability->high - stability->weight);

  return least;
}

static int
compare_limits (gconstpointer a, gconstpointer b)
{
  double first = get_least_change (((const SlLimit *) a)->stability);
  double second = get_least_change (((const SlLimit *) b)->stability);

  return (first > second) - (first < second);
}

static void
add_limit (GArray *limits,
           const SlPillar *pillar,
           const SlCriterion *criterion,
           const SlStability *stability)
{
  SlLimit limit = { pillar, criterion, stability };

  if (stability->low_challenger != NULL || stability->high_challenger != NULL)
    g_array_append_val (limits, limit);
}

GArray *
sl_analysis_list_limits (SlAnalysis *self, SlBoard board)
{
  const SlBands *bands = sl_analysis_get_bands (self, board);
  const SlRanking *ranking = sl_analysis_get_ranking (self, board);
  const GPtrArray *pillars = sl_catalogue_get_pillars (sl_analysis_get_catalogue (self));
  GArray *limits = g_array_new (FALSE, FALSE, sizeof (SlLimit));

  if (bands == NULL)
    return limits;

  for (guint i = 0; i < pillars->len; i++)
    add_limit (limits, g_ptr_array_index (pillars, i), NULL, &bands->pillars[i]);
  for (guint j = 0; j < ranking->n_criteria; j++)
    add_limit (limits, ranking->criteria[j]->pillar, ranking->criteria[j], &bands->criteria[j]);
  g_array_sort (limits, compare_limits);

  return limits;
}

/* ---- in words ---- */

/* One sentence or two, of which either may be missing. */
static char *
join_sentences (const char *first, const char *second)
{
  if (first == NULL || second == NULL)
    return g_strdup (first != NULL ? first : second);

  /* Translators: puts two sentences after one another. */
  return g_strdup_printf (C_ ("sentences", "%1$s %2$s"), first, second);
}

char *
sl_slider_band_describe (const SlSliderBand *self, const SlEntry *first)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  g_return_val_if_fail (self != NULL && first != NULL, NULL);

  if (!self->exists)
    return NULL;
  if (self->low_challenger == NULL && self->high_challenger == NULL && !self->low_emptied &&
      !self->high_emptied)
    /* Translators: %s is an alternative. */
    return g_strdup_printf (_ ("%s stays first wherever this slider is."), first->name);

  if (self->low_challenger != NULL)
    /* Translators: what happens when a slider of 0 to 10 is moved down: %1$.1f is where, %2$s an
     * alternative. */
    low = g_strdup_printf (_ ("Below %1$.1f, %2$s takes over."), self->low,
                           self->low_challenger->name);
  else if (self->low_emptied)
    /* Translators: what happens when a slider of 0 to 10 is moved down: minimums rule all out. */
    low = g_strdup_printf (_ ("Below %.1f, minimums leave nobody."), self->low);
  if (self->high_challenger != NULL)
    /* Translators: what happens when a slider of 0 to 10 is moved up: %1$.1f is where, %2$s an
     * alternative. */
    high = g_strdup_printf (_ ("Above %1$.1f, %2$s takes over."), self->high,
                            self->high_challenger->name);
  else if (self->high_emptied)
    /* Translators: what happens when a slider of 0 to 10 is moved up: minimums rule all out. */
    high = g_strdup_printf (_ ("Above %.1f, minimums leave nobody."), self->high);

  return join_sentences (low, high);
}

char *
sl_stability_describe (const SlStability *self, const SlEntry *first)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  g_return_val_if_fail (self != NULL && first != NULL, NULL);

  if (self->low_challenger == NULL && self->high_challenger == NULL && !self->low_emptied &&
      !self->high_emptied)
    /* Translators: %s is an alternative. */
    return g_strdup_printf (_ ("%s stays first whatever this weighs."), first->name);

  if (self->low_challenger != NULL)
    /* Translators: what happens when a weight falls: %1$.1f is a share in percent, %2$s an
     * alternative. */
    low = g_strdup_printf (_ ("Below %1$.1f %%, %2$s takes over."), 100 * self->low,
                           self->low_challenger->name);
  else if (self->low_emptied)
    /* Translators: what happens when a weight, a share in percent, falls: minimums rule all out. */
    low = g_strdup_printf (_ ("Below %.1f %%, minimums leave nobody."), 100 * self->low);
  if (self->high_challenger != NULL)
    /* Translators: what happens when a weight rises: %1$.1f is a share in percent, %2$s an
     * alternative. */
    high = g_strdup_printf (_ ("Above %1$.1f %%, %2$s takes over."), 100 * self->high,
                            self->high_challenger->name);
  else if (self->high_emptied)
    /* Translators: what happens when a weight, a share in percent, rises: minimums rule all out. */
    high = g_strdup_printf (_ ("Above %.1f %%, minimums leave nobody."), 100 * self->high);

  return join_sentences (low, high);
}

static char *
describe_reign (const SlReign *reign, gboolean is_last)
{
  if (is_last)
    /* Translators: the last of a list of who is first along a weight; %s is an alternative. */
    return g_strdup_printf (_ ("then %s"), reign->entry->name);

  /* Translators: who is first along a weight: an alternative, and up to which share in percent. */
  return g_strdup_printf (_ ("%1$s up to %2$.1f %%"), reign->entry->name, 100 * reign->to);
}

char *
sl_reigns_describe (const GArray *reigns)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (reigns != NULL && reigns->len > 0, NULL);

  if (reigns->len == 1)
    /* Translators: who is first along a weight; %s is an alternative. */
    return g_strdup_printf (_ ("always %s"), g_array_index (reigns, SlReign, 0).entry->name);

  for (guint i = 0; i < reigns->len; i++) {
    g_autofree char *part =
        describe_reign (&g_array_index (reigns, SlReign, i), i + 1 == reigns->len);
    g_autofree char *before = g_steal_pointer (&text);

    text = before == NULL ? g_steal_pointer (&part)
                          /* Translators: puts two parts of a list after one another. */
                          : g_strdup_printf (C_ ("list", "%1$s, %2$s"), before, part);
  }

  return g_steal_pointer (&text);
}

/* The margin is that of today's first, and below zero once it is no longer first. */
static char *
describe_lead (double value, double margin, const SlEntry *leader, const SlEntry *first)
{
  if (leader == first)
    /* Translators: with a doubtful value at %1$.0f, %2$s leads by %3$.1f points. */
    return g_strdup_printf (_ ("At %1$.0f, %2$s still leads, by %3$.1f points."), value,
                            first->name, MAX (0, margin));

  /* Translators: with a doubtful value at %1$.0f, another one, %2$s, leads by %3$.1f points. */
  return g_strdup_printf (_ ("At %1$.0f, %2$s leads instead, by %3$.1f points."), value,
                          leader->name, fabs (margin));
}

char *
sl_doubt_describe (const SlDoubt *self, const SlEntry *first)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  g_return_val_if_fail (self != NULL && first != NULL, NULL);

  low = describe_lead (self->low, self->low_margin, self->low_first, first);
  high = describe_lead (self->high, self->high_margin, self->high_first, first);

  return join_sentences (low, high);
}

char *
sl_robustness_settings_describe (const SlRobustnessSettings *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->space) {
  case SL_WEIGHT_SPACE_ORDINAL:
    return g_strdup (_ ("Any weights that keep today’s order of importance are equally likely, and "
                        "values are drawn from their ranges."));
  case SL_WEIGHT_SPACE_ANY:
    return g_strdup (
        _ ("All weights are equally likely, whatever the sliders say, and values are drawn from "
           "their ranges."));
  case SL_WEIGHT_SPACE_AROUND:
  default:
    return g_strdup_printf (
        /* Translators: %.0f is a standard deviation in percentage points. */
        _ ("Weights are drawn around the sliders, so that one of 20 %% is typically off by %.0f "
           "points, and values from their ranges."),
        100 * sqrt (0.2 * 0.8 / (self->confidence + 1)));
  }
}

char *
sl_robustness_describe_places (const SlRobustness *self, guint row)
{
  g_autoptr (GString) places = g_string_new (NULL);

  g_return_val_if_fail (self != NULL && row < self->n, NULL);

  for (guint place = 1; place <= self->n; place++) {
    double share = sl_robustness_sum_places (self, row, place, place);
    g_autofree char *words = sl_describe_share (share);
    g_autofree char *text = NULL;

    if (share <= 0)
      continue;
    /* Translators: how often an alternative takes a place: %1$u is the place, %2$s a share, as in
     * «place 1: 71 %». */
    text = g_strdup_printf (_ ("place %1$u: %2$s"), place, words);
    sl_names_append (places, text);
  }

  return g_string_free_and_steal (g_steal_pointer (&places));
}

char *
sl_robustness_describe_place (const SlRobustness *self, guint row)
{
  g_autofree char *share = NULL;

  g_return_val_if_fail (self != NULL && row < self->n, NULL);

  share = sl_describe_share (self->first_shares[row]);

  /* Translators: of an alternative: how often it is first, and its average place. */
  return g_strdup_printf (_ ("First in %1$s of the trials, and in place %2$.1f on average."), share,
                          self->expected_ranks[row]);
}
