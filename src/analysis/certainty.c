/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "certainty.h"

#include "analysis-private.h"

#include <math.h>

#include "catalogue/translation.h"

/* What the verdict asks for; see the header. */
#define CLEAR_MARGIN 2
#define CLEAR_SHARE 0.75
#define CLEAR_RADIUS 0.1
#define LEAST_MARGIN 0.5
#define LEAST_SHARE 0.5

static const struct {
  const char *id;
  const char *name;
} certainties[] = {
  [SL_CERTAINTY_CLEAR] = { "clear", N_ ("Clear winner") },
  [SL_CERTAINTY_CLOSE] = { "close", N_ ("Close call") },
  [SL_CERTAINTY_UNDETERMINED] = { "undetermined", N_ ("Not determined") },
};

const char *
sl_certainty_get_id (SlCertainty certainty)
{
  g_return_val_if_fail ((guint) certainty < G_N_ELEMENTS (certainties), NULL);

  return certainties[certainty].id;
}

const char *
sl_certainty_get_name (SlCertainty certainty)
{
  g_return_val_if_fail ((guint) certainty < G_N_ELEMENTS (certainties), NULL);

  return _ (certainties[certainty].name);
}

char *
sl_describe_share (double share)
{
  if (share > 0 && share < 0.01)
    /* Translators: a share that is not nothing. */
    return g_strdup (_ ("under 1 %"));
  if (share < 1 && share > 0.99)
    /* Translators: a share that is not all. */
    return g_strdup (_ ("over 99 %"));

  /* Translators: a share in percent. */
  return g_strdup_printf (_ ("%.0f %%"), 100 * share);
}

/* ---- the verdict ---- */

static guint
find_most_often_first (const SlRobustness *robustness)
{
  guint most = 0;

  for (guint i = 1; i < robustness->n; i++) {
    if (robustness->first_shares[i] > robustness->first_shares[most])
      most = i;
  }

  return most;
}

static gboolean
is_undetermined (const SlRanking *ranking, const SlRobustness *robustness)
{
  double margin = ranking->entries[0].score - ranking->entries[1].score;

  return ranking->entries[1].rank == ranking->entries[0].rank || margin < LEAST_MARGIN ||
         robustness->first_shares[0] < LEAST_SHARE || find_most_often_first (robustness) != 0;
}

static gboolean
is_clear (const SlRanking *ranking,
          const SlRobustness *robustness,
          const SlSensitivity *sensitivity)
{
  double margin = ranking->entries[0].score - ranking->entries[1].score;

  return margin >= CLEAR_MARGIN && robustness->first_shares[0] >= CLEAR_SHARE &&
         (isnan (sensitivity->radius) || sensitivity->radius >= CLEAR_RADIUS);
}

gboolean
sl_analysis_get_certainty (SlAnalysis *self, SlBoard board, SlCertainty *certainty)
{
  const SlRobustness *robustness;
  const SlSensitivity *sensitivity;
  const SlRanking *ranking;

  g_return_val_if_fail (self != NULL && certainty != NULL, FALSE);
  g_return_val_if_fail ((guint) board < SL_N_BOARDS, FALSE);

  robustness = sl_analysis_get_robustness (self, board);
  sensitivity = sl_analysis_get_sensitivity (self, board);
  ranking = sl_analysis_get_ranking (self, board);
  if (robustness == NULL || sensitivity == NULL)
    return FALSE;

  if (ranking->n_ranked == 1 || is_clear (ranking, robustness, sensitivity))
    *certainty = SL_CERTAINTY_CLEAR;
  else if (is_undetermined (ranking, robustness))
    *certainty = SL_CERTAINTY_UNDETERMINED;
  else
    *certainty = SL_CERTAINTY_CLOSE;
  return TRUE;
}

static char *
describe_radius (const SlSensitivity *sensitivity)
{
  if (isnan (sensitivity->radius))
    return g_strdup (_ ("How much weight would have to be moved is not known for this method."));
  if (sensitivity->radius_challenger == NULL)
    return g_strdup (_ ("No weights put anyone else first."));

  return g_strdup_printf (
      /* Translators: %1$s is an alternative; %2$.1f are percentage points of weight, as in «Go
       * draws level once 4.2 points of weight are moved from some criteria to others.» */
      _ ("%1$s draws level once %2$.1f points of weight are moved from some criteria to others."),
      sensitivity->radius_challenger->name, 100 * sensitivity->radius / 2);
}

char *
sl_analysis_describe_certainty (SlAnalysis *self, SlBoard board)
{
  g_autofree char *share = NULL;
  g_autofree char *radius = NULL;
  const SlRobustness *robustness;
  SlCertainty certainty;

  if (!sl_analysis_get_certainty (self, board, &certainty))
    return NULL;

  if (sl_analysis_get_ranking (self, board)->n_ranked == 1)
    return g_strdup (_ ("Nobody else meets the requirements."));

  robustness = sl_analysis_get_robustness (self, board);
  share = sl_describe_share (robustness->first_shares[0]);
  radius = describe_radius (sl_analysis_get_sensitivity (self, board));
  /* Translators: what a verdict rests on: %1$.1f points ahead, first in a share %2$s of the trials,
   * and a sentence about the weights. */
  return g_strdup_printf (_ ("%1$.1f points ahead, first in %2$s of the trials. %3$s"),
                          sl_analysis_get_sensitivity (self, board)->margin, share, radius);
}

/* ---- three sentences ---- */

static int
find_runner_up_by_share (const SlRobustness *robustness)
{
  int best = -1;

  for (guint i = 1; i < robustness->n; i++) {
    if (robustness->first_shares[i] > 0 &&
        (best < 0 || robustness->first_shares[i] > robustness->first_shares[best]))
      best = (int) i;
  }

  return best;
}

char *
sl_analysis_describe_shares (SlAnalysis *self, SlBoard board)
{
  const SlRobustness *robustness = sl_analysis_get_robustness (self, board);
  const SlRanking *ranking = sl_analysis_get_ranking (self, board);
  g_autofree char *share = NULL;
  g_autofree char *other_share = NULL;
  int other;

  if (robustness == NULL)
    return NULL;

  share = sl_describe_share (robustness->first_shares[0]);
  other = find_runner_up_by_share (robustness);
  if (other < 0)
    return g_strdup_printf (
        /* Translators: %1$s is an alternative, %2$'u a number of trials. */
        dngettext (GETTEXT_PACKAGE, "%1$s is first in the only trial.",
                   "%1$s is first in all of %2$'u trials.", (gulong) robustness->n_trials),
        ranking->entries[0].name, (guint) robustness->n_trials);

  other_share = sl_describe_share (robustness->first_shares[other]);
  return g_strdup_printf (
      /* Translators: %1$s and %4$s are alternatives, %2$s and %5$s their shares, as in «Go is first
       * in 71 % of 10,000 trials, Rust in 12 %.» */
      dngettext (GETTEXT_PACKAGE, "%1$s is first in %2$s of %3$'u trial, %4$s in %5$s.",
                 "%1$s is first in %2$s of %3$'u trials, %4$s in %5$s.",
                 (gulong) robustness->n_trials),
      ranking->entries[0].name, share, (guint) robustness->n_trials, ranking->entries[other].name,
      other_share);
}

static char *
describe_limit (const SlLimit *limit, const SlEntry *first)
{
  const SlStability *stability = limit->stability;
  const char *name = limit->criterion != NULL ? limit->criterion->name : limit->pillar->name;
  gboolean rises = stability->low_challenger == NULL ||
                   (stability->high_challenger != NULL &&
                    stability->high - stability->weight < stability->weight - stability->low);

  if (rises)
    /* Translators: %1$s and %5$s are alternatives, %2$s is a pillar or a criterion, then two shares
     * in percent, as in «Go stays first unless Talent rises above 31.0 % of the whole (now 22.0 %);
     * then Rust leads.» */
    return g_strdup_printf (_ ("%1$s stays first unless %2$s rises above %3$.1f %% of the whole "
                               "(now %4$.1f %%); then %5$s leads."),
                            first->name, name, 100 * stability->high, 100 * stability->weight,
                            stability->high_challenger->name);

  /* Translators: as before, but «falls below». */
  return g_strdup_printf (_ ("%1$s stays first unless %2$s falls below %3$.1f %% of the whole "
                             "(now %4$.1f %%); then %5$s leads."),
                          first->name, name, 100 * stability->low, 100 * stability->weight,
                          stability->low_challenger->name);
}

char *
sl_analysis_describe_nearest_band (SlAnalysis *self, SlBoard board)
{
  const SlEntry *first = sl_ranking_get_first (sl_analysis_get_ranking (self, board));
  g_autoptr (GArray) limits = NULL;

  if (sl_analysis_get_bands (self, board) == NULL)
    return NULL;

  limits = sl_analysis_list_limits (self, board);
  if (limits->len == 0)
    /* Translators: %s is an alternative. */
    return g_strdup_printf (_ ("%s stays first however much any one weight changes."), first->name);

  return describe_limit (&g_array_index (limits, SlLimit, 0), first);
}

char *
sl_analysis_describe_doubt (SlAnalysis *self, SlBoard board)
{
  const SlSensitivity *sensitivity = sl_analysis_get_sensitivity (self, board);
  const SlEntry *first;

  if (sensitivity == NULL || sensitivity->n_challengers == 0)
    return NULL;

  first = sl_ranking_get_first (sl_analysis_get_ranking (self, board));
  for (guint i = 0; i < sensitivity->n_doubts; i++) {
    const SlDoubt *doubt = &sensitivity->doubts[i];
    gboolean at_low = doubt->low_first != first;

    if (!at_low && doubt->high_first == first)
      continue;
    /* Translators: a doubtful value that decides: %1$s is a criterion, %2$s an alternative, %3$.0f
     * its value, which may be as low or high as %4$.0f, and %5$s is who would lead then, as in
     * «Check first: Ecosystem of Go, taken as 74. Were it 88, Go would lead.» */
    return g_strdup_printf (_ ("Check first: %1$s of %2$s, taken as %3$.0f. Were it %4$.0f, %5$s "
                               "would lead."),
                            doubt->criterion->name, doubt->alternative->name, doubt->mode,
                            at_low ? doubt->low : doubt->high,
                            (at_low ? doubt->low_first : doubt->high_first)->name);
  }

  return g_strdup (_ ("No single doubtful value changes who is first."));
}

/* ---- challengers ---- */

/* A part of a mixture below this is none. */
#define LEAST_PART 1e-6

/* «60 % Go, 40 % Rust», or a name alone. */
static char *
describe_mixture (const SlChallenge *challenge, const SlRanking *ranking, guint *n_parts)
{
  g_autoptr (GString) names = g_string_new (NULL);

  *n_parts = 0;
  for (guint i = 0; i < ranking->n_ranked; i++) {
    double share = challenge->mixture[i];
    g_autofree char *text = NULL;

    if (share < LEAST_PART)
      continue;
    if (share > 1 - LEAST_PART) {
      *n_parts = 1;
      return g_strdup (ranking->entries[i].name);
    }
    (*n_parts)++;
    /* Translators: a part of a mixture: an alternative and its share, as in «60 % Go». */
    text = g_strdup_printf (_ ("%1$.0f %% %2$s"), 100 * share, ranking->entries[i].name);
    sl_names_append (names, text);
  }

  return g_string_free_and_steal (g_steal_pointer (&names));
}

static char *
describe_impossible (const SlChallenger *challenger, const SlRanking *ranking)
{
  guint n_parts;
  g_autofree char *mixture = describe_mixture (challenger->challenge, ranking, &n_parts);

  if (n_parts == 1)
    /* Translators: %1$s and %2$s are alternatives. */
    return g_strdup_printf (_ ("No weights put %1$s first: %2$s is better whatever counts."),
                            challenger->entry->name, mixture);
  return g_strdup_printf (
      /* Translators: %1$s is an alternative, %2$s a mixture of others, as in «60 % Go, 40 % Rust».
       */
      _ ("No weights put %1$s first: whatever counts, a mixture of %2$s is better on the whole."),
      challenger->entry->name, mixture);
}

static char *
describe_weights (const SlChallenger *challenger, const SlRanking *ranking)
{
  const SlChallenge *challenge = challenger->challenge;
  const SlWeightChange *single = challenge->singles;
  const SlWeightChange *pair = challenge->pair;

  if (challenge->n_singles > 0)
    /* Translators: %1$s is an alternative, %2$s a criterion, then two shares in percent, as in «Go
     * is first if Memory weighs 12.0 % instead of 3.1 %.» */
    return g_strdup_printf (_ ("%1$s is first if %2$s weighs %3$.1f %% instead of %4$.1f %%."),
                            challenger->entry->name, ranking->criteria[single->criterion]->name,
                            100 * single->needed, 100 * single->now);
  if (challenge->n_pair == 2)
    /* Translators: %1$s is an alternative, then twice a criterion and its share in percent. */
    return g_strdup_printf (_ ("%1$s is first if %2$s weighs %3$.1f %% and %4$s %5$.1f %%."),
                            challenger->entry->name, ranking->criteria[pair[0].criterion]->name,
                            100 * pair[0].needed, ranking->criteria[pair[1].criterion]->name,
                            100 * pair[1].needed);
  /* Translators: %s is an alternative. */
  return g_strdup_printf (_ ("%s is first only if more than two weights change."),
                          challenger->entry->name);
}

static char *
describe_value (const SlChallenger *challenger, const SlRanking *ranking)
{
  if (challenger->value_column == G_MAXUINT)
    return g_strdup (_ ("No single value of its own, however high, is enough."));

  /* Translators: what would put an alternative first: one of its values, as in «So it is if
   * its Ecosystem is 88 instead of 74.» */
  return g_strdup_printf (_ ("So it is if its %1$s is %2$.1f instead of %3$.1f."),
                          ranking->criteria[challenger->value_column]->name,
                          challenger->value_needed, challenger->value_now);
}

char *
sl_challenger_describe_weights (const SlChallenger *challenger, const SlRanking *ranking)
{
  if (challenger->challenge == NULL)
    return g_strdup (_ ("What would put it first is known for methods that add up only."));

  return challenger->challenge->mixture != NULL ? describe_impossible (challenger, ranking)
                                                : describe_weights (challenger, ranking);
}

char *
sl_challenger_describe (const SlChallenger *challenger, const SlRanking *ranking)
{
  g_autofree char *value = NULL;

  if (challenger->challenge == NULL)
    return g_strdup (challenger->weights_text);

  value = describe_value (challenger, ranking);
  /* Translators: puts two sentences after one another. */
  return g_strdup_printf (C_ ("sentences", "%1$s %2$s"), challenger->weights_text, value);
}
