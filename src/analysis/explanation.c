/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The result in words: the answer, what decides it, what each requirement costs, and what to do
 * about it. */

#include "config.h"

#include "analysis-private.h"

#include <math.h>

#include "catalogue/translation.h"

/* How many criteria a sentence names at the most. */
#define MAX_NAMED 3
/* No more points ahead than this is not ahead: nothing decides. */
#define LEVEL 1e-7

/* A gap below this would be written as 0.0 points. */
#define ROUNDED_AWAY 0.05

/* ---- comparison of two ---- */

char *
sl_describe_difference (double points)
{
  double rounded = round (points * 10) / 10;

  if (rounded > 0)
    return g_strdup_printf ("+%.1f", rounded);
  if (rounded < 0)
    return g_strdup_printf ("−%.1f", -rounded);

  return g_strdup_printf ("%.1f", 0.0);
}

typedef struct {
  guint column;
  double advantage;
} Difference;

static int
compare_differences (const void *a, const void *b)
{
  const Difference *one = a, *other = b;

  if (one->advantage > other->advantage)
    return -1;
  if (one->advantage < other->advantage)
    return 1;
  return one->column < other->column ? -1 : 1;
}

/* Largest first; what counts for nothing is left out. */
static guint
list_differences (const SlRanking *ranking,
                  const SlEntry *better,
                  const SlEntry *worse,
                  Difference *differences)
{
  guint n = 0;

  for (guint i = 0; i < ranking->n_criteria; i++) {
    double advantage = ranking->weights[i] * (better->values[i] - worse->values[i]);

    if (advantage > 0)
      differences[n++] = (Difference) { i, advantage };
  }
  if (n > 1)
    qsort (differences, n, sizeof *differences, compare_differences);

  return n;
}

static double
sum_differences (const Difference *differences, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += differences[i].advantage;

  return sum;
}

/* Taking the largest advantages first gives the fewest that outweigh the drawbacks (Labreuche 2011,
 * Artificial Intelligence 175:1410-1448). Returns all of them if they do not. */
static guint
count_decisive (const Difference *advantages, guint n, double drawbacks, gboolean *outweighs)
{
  double sum = 0;

  *outweighs = TRUE;
  for (guint i = 0; i < n; i++) {
    sum += advantages[i].advantage;
    if (sum > drawbacks)
      return i + 1;
  }
  *outweighs = n == 0 && drawbacks <= 0;

  return n;
}

static guint *
columns_of (const Difference *differences, guint n)
{
  guint *columns = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    columns[i] = differences[i].column;

  return columns;
}

SlComparison *
sl_comparison_new (const SlRanking *ranking, const SlEntry *first, const SlEntry *second)
{
  g_autofree Difference *advantages = NULL;
  g_autofree Difference *drawbacks = NULL;
  SlComparison *self;

  g_return_val_if_fail (ranking != NULL && first != NULL && second != NULL, NULL);

  self = g_new0 (SlComparison, 1);
  advantages = g_new (Difference, ranking->n_criteria);
  drawbacks = g_new (Difference, ranking->n_criteria);
  self->n_advantages = list_differences (ranking, first, second, advantages);
  self->gap = first->score - second->score;
  self->n_drawbacks = list_differences (ranking, second, first, drawbacks);
  self->n_decisive =
      count_decisive (advantages, self->n_advantages,
                      sum_differences (drawbacks, self->n_drawbacks), &self->outweighs);
  self->advantages = columns_of (advantages, self->n_advantages);
  self->drawbacks = columns_of (drawbacks, self->n_drawbacks);

  return self;
}

void
sl_comparison_free (SlComparison *self)
{
  if (self == NULL)
    return;
  g_free ((guint *) self->advantages);
  g_free ((guint *) self->drawbacks);
  g_free (self);
}

char *
sl_names_join (const char *const *names, guint n)
{
  switch (n) {
  case 0:
    return g_strdup ("");
  case 1:
    return g_strdup (names[0]);
  case 2:
    /* Translators: a list of two criteria or alternatives, as in «Security and Memory». */
    return g_strdup_printf (_ ("%1$s and %2$s"), names[0], names[1]);
  case 3:
    /* Translators: a list of three criteria or alternatives, as in «Security, Memory and Support».
     */
    return g_strdup_printf (_ ("%1$s, %2$s and %3$s"), names[0], names[1], names[2]);
  default:
    /* Translators: a list of more criteria or alternatives, as in «Security, Memory, Support and 2
     * more». */
    return g_strdup_printf (dngettext (GETTEXT_PACKAGE, "%1$s, %2$s, %3$s and %4$u more",
                                       "%1$s, %2$s, %3$s and %4$u more", n - MAX_NAMED),
                            names[0], names[1], names[2], n - MAX_NAMED);
  }
}

char *
sl_criteria_join (const SlRanking *ranking, const guint *columns, guint n)
{
  const char *names[MAX_NAMED];

  for (guint i = 0; i < MIN (n, MAX_NAMED); i++)
    names[i] = ranking->criteria[columns[i]]->name;

  return sl_names_join (names, n);
}

char *
sl_ranking_describe_dominance (const SlRanking *ranking, const SlEntry *entry)
{
  const char *names[MAX_NAMED];
  g_autofree char *list = NULL;
  guint n = 0;

  g_return_val_if_fail (ranking != NULL && entry != NULL, NULL);

  for (guint i = 0; i < ranking->n_ranked; i++) {
    if (!sl_ranking_dominates (ranking, &ranking->entries[i], entry))
      continue;
    if (n < MAX_NAMED)
      names[n] = ranking->entries[i].name;
    n++;
  }
  if (n == 0)
    return NULL;

  list = sl_names_join (names, n);
  return g_strdup_printf (
      dngettext (GETTEXT_PACKAGE,
                 /* Translators: %s is an alternative or a list of them, which no weights can put
                  * behind the one that this is about. */
                 "%s is at least as good on every criterion that counts, and better on some.",
                 "%s are at least as good on every criterion that counts, and better on some.", n),
      list);
}

char *
sl_comparison_describe (const SlComparison *self,
                        const SlRanking *ranking,
                        const SlEntry *first,
                        const SlEntry *second)
{
  g_autofree char *decisive = NULL;
  g_autofree char *drawbacks = NULL;

  g_return_val_if_fail (self != NULL && ranking != NULL, NULL);
  g_return_val_if_fail (first != NULL && second != NULL, NULL);

  decisive = sl_criteria_join (ranking, self->advantages, self->n_decisive);
  drawbacks = sl_criteria_join (ranking, self->drawbacks, self->n_drawbacks);
  if (self->n_decisive == 0 && self->n_drawbacks == 0)
    /* Translators: both are alternatives, as in «Go and Rust are alike in all that counts.» */
    return g_strdup_printf (_ ("%1$s and %2$s are alike in all that counts."), first->name,
                            second->name);
  if (self->n_drawbacks == 0)
    return g_strdup_printf (
        /* Translators: %1$s and %2$s are alternatives, %3$s is a list of criteria. */
        _ ("%1$s is at least as good as %2$s in everything, and better on %3$s."), first->name,
        second->name, decisive);
  if (self->n_decisive == 0)
    /* Translators: %1$s is an alternative, %2$s a list of criteria. */
    return g_strdup_printf (_ ("%1$s does better on %2$s."), second->name, drawbacks);
  if (!self->outweighs || self->gap <= LEVEL)
    /* Translators: %1$s and %3$s are alternatives, %2$s and %4$s are lists of criteria, as in «Go
     * does better on Memory, Java on Support and Security.» */
    return g_strdup_printf (_ ("%1$s does better on %2$s, %3$s on %4$s."), first->name, decisive,
                            second->name, drawbacks);
  /* Translators: %1$s is a list of criteria, %2$s an alternative, %3$s a list of criteria, as in
   * «What decides it: Talent pool and Security. Go does better on Memory.» */
  return g_strdup_printf (_ ("What decides it: %1$s. %2$s does better on %3$s."), decisive,
                          second->name, drawbacks);
}

void
sl_analysis_list_steps (SlAnalysis *self,
                        const SlRanking *ranking,
                        const SlEntry *entry,
                        SlStep *steps)
{
  guint n;
  double score = 0;

  g_return_if_fail (self != NULL && ranking != NULL);
  g_return_if_fail (entry != NULL && steps != NULL);

  n = sl_catalogue_get_pillars (sl_analysis_get_catalogue (self))->len;
  for (guint i = 0; i < n; i++)
    score += ranking->mean_pillar_contributions[i];
  for (guint i = 0; i < n; i++) {
    steps[i].from = score;
    score += entry->pillar_contributions[i] - ranking->mean_pillar_contributions[i];
    steps[i].to = score;
  }
}

/* ---- prices ---- */

static gboolean
same_cause (const SlReason *a, const SlReason *b)
{
  return a->rule == b->rule && a->pillar == b->pillar && a->criterion == b->criterion;
}

/* The requirement by itself: a rule as it is; of a minimum, not whose value is below it. */
static const SlReason *
requirement_of (SlAnalysis *self, const SlReason *reason)
{
  const char *name;
  SlReason *requirement;
  g_autofree char *minimum = NULL;

  if (reason->rule != NULL)
    return reason;

  name = reason->pillar != NULL ? reason->pillar->name : reason->criterion->name;
  minimum = sl_describe_minimum (reason->minimum);
  requirement = sl_analysis_add_reason (self);
  *requirement = *reason;
  requirement->value = NAN;
  /* Translators: a requirement: %1$s is a pillar or a criterion, as in «Security has to reach 70.»
   */
  requirement->text = g_strdup_printf (_ ("%1$s has to reach %2$s."), name, minimum);

  return requirement;
}

static SlPrice *
find_price (SlAnalysis *self, GArray *prices, const SlReason *reason)
{
  SlPrice *price;

  for (guint i = 0; i < prices->len; i++) {
    price = &g_array_index (prices, SlPrice, i);
    if (same_cause (price->reason, reason))
      return price;
  }

  g_array_set_size (prices, prices->len + 1);
  price = &g_array_index (prices, SlPrice, prices->len - 1);
  price->reason = requirement_of (self, reason);
  price->best_score = NAN;
  price->nearest_value = NAN;

  return price;
}

/* A pairing can be excluded by the same rule twice over (its technology's and its own reasons);
 * that is one cause. */
static guint
count_causes (const GPtrArray *reasons)
{
  guint n = 0;

  for (guint i = 0; i < reasons->len; i++) {
    gboolean known = FALSE;

    for (guint j = 0; j < i && !known; j++)
      known = same_cause (g_ptr_array_index (reasons, i), g_ptr_array_index (reasons, j));
    if (!known)
      n++;
  }

  return n;
}

static int
compare_prices (const void *a, const void *b)
{
  const SlPrice *one = a, *other = b;

  if (one->n_alone != other->n_alone)
    return one->n_alone > other->n_alone ? -1 : 1;
  if (one->n_excluded != other->n_excluded)
    return one->n_excluded > other->n_excluded ? -1 : 1;
  return g_strcmp0 (one->reason->text, other->reason->text);
}

/* An entry that nothing but the requirement excludes. */
static void
add_lone (SlPrice *price, const SlEntry *entry, const SlReason *reason)
{
  price->n_alone++;
  if (isnan (price->best_score) || entry->score > price->best_score) {
    price->best_score = entry->score;
    price->best_name = entry->name;
  }
  if (reason->rule == NULL &&
      (price->nearest_name == NULL || reason->value > price->nearest_value)) {
    price->nearest_value = reason->value;
    price->nearest_name = entry->name;
  }
}

static GArray *
list_prices (SlAnalysis *self, const SlRanking *ranking)
{
  GArray *prices = g_array_new (FALSE, TRUE, sizeof (SlPrice));

  for (guint i = ranking->n_ranked; i < ranking->n_entries; i++) {
    const SlEntry *entry = &ranking->entries[i];
    guint n_causes = count_causes (entry->reasons);

    for (guint j = 0; j < entry->reasons->len; j++) {
      const SlReason *reason = g_ptr_array_index (entry->reasons, j);
      SlPrice *price = find_price (self, prices, reason);

      price->n_excluded++;
      if (n_causes == 1)
        add_lone (price, entry, reason);
    }
  }
  g_array_sort (prices, compare_prices);

  return prices;
}

/* ---- advice ---- */

/* The pattern's own advice and the technology's concern only who stands first. */
static gboolean
advice_concerns (const SlRule *rule, const SlEntry *first)
{
  if (rule->technologies == NULL && rule->patterns == NULL)
    return TRUE;

  return first != NULL && sl_rule_names_entry (rule, first);
}

static void
add_companions (GPtrArray *companions, const GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++) {
    if (!g_ptr_array_find (companions, g_ptr_array_index (more, i), NULL))
      g_ptr_array_add (companions, g_ptr_array_index (more, i));
  }
}

static void
list_advice (SlAnalysis *self)
{
  const SlEntry *first = sl_ranking_get_first (&self->boards[SL_BOARD_PAIRINGS].public);

  self->advice = g_ptr_array_new_with_free_func (g_free);
  self->companions = g_ptr_array_new ();
  for (guint i = 0; i < self->effects.active->len; i++) {
    const SlRule *rule = g_ptr_array_index (self->effects.active, i);
    SlAdvice *advice;

    if (!advice_concerns (rule, first))
      continue;
    add_companions (self->companions, rule->companions);
    if (rule->advice == NULL)
      continue;
    advice = g_new0 (SlAdvice, 1);
    advice->rule = rule;
    advice->text = rule->advice;
    advice->technology = rule->technologies != NULL ? first->technology : NULL;
    advice->pattern = rule->patterns != NULL ? first->pattern : NULL;
    g_ptr_array_add (self->advice, advice);
  }
}

/* ---- the answer ---- */

static char *
describe_nobody (SlAnalysis *self, SlBoard board)
{
  const GArray *prices = self->prices[board];
  const SlPrice *price;

  if (prices->len == 0)
    return g_strdup (_ ("There is nothing to choose from."));

  price = &g_array_index (prices, SlPrice, 0);
  if (price->n_alone == 0)
    return g_strdup (_ ("Every alternative is ruled out by more than one requirement."));

  return g_strdup_printf (
      /* Translators: %1$u alternatives would come back without the requirement; %2$s says which,
       * and is a sentence. */
      dngettext (GETTEXT_PACKAGE, "Relaxing one requirement brings %1$u back: %2$s",
                 "Relaxing one requirement brings %1$u back: %2$s", price->n_alone),
      price->n_alone, price->reason->text);
}

static char *
describe_lead (const SlRanking *ranking)
{
  const SlEntry *first = &ranking->entries[0];
  const SlEntry *second;
  g_autoptr (SlComparison) comparison = NULL;
  g_autofree char *why = NULL;

  if (ranking->n_ranked < 2)
    /* Translators: %s is an alternative. */
    return g_strdup_printf (_ ("%s is the only one that meets the requirements."), first->name);

  second = &ranking->entries[1];
  comparison = sl_comparison_new (ranking, first, second);
  why = sl_comparison_describe (comparison, ranking, first, second);
  if (second->rank == first->rank)
    /* Translators: %1$s and %2$s are alternatives, %3$s is a sentence about what decides between
     * them. */
    return g_strdup_printf (_ ("%1$s and %2$s are level. %3$s"), first->name, second->name, why);

  if (comparison->gap < ROUNDED_AWAY)
    /* Translators: %1$s is the runner-up, %2$s a sentence about what decides between the two. */
    return g_strdup_printf (_ ("%1$s is less than 0.1 points behind. %2$s"), second->name, why);
  /* Translators: %1$s is the runner-up, %2$.1f how many points it is behind, %3$s a sentence about
   * what decides between the two. */
  return g_strdup_printf (_ ("%1$s is %2$.1f points behind. %3$s"), second->name, comparison->gap,
                          why);
}

static void
describe_boards (SlAnalysis *self)
{
  for (guint i = 0; i < SL_N_BOARDS; i++) {
    const SlRanking *ranking = &self->boards[i].public;

    self->headlines[i] = ranking->n_ranked == 0 ? _ ("No alternative meets the requirements")
                                                : ranking->entries[0].name;
    self->answers[i] = ranking->n_ranked == 0 ? describe_nobody (self, i) : describe_lead (ranking);
  }
}

static void
describe_best_pairing (SlAnalysis *self)
{
  const SlEntry *first = sl_ranking_get_first (&self->boards[SL_BOARD_PAIRINGS].public);

  if (first != NULL)
    /* Translators: %s is a technology with a pattern, as in «Go, as a modular monolith». */
    self->pairing_hint = g_strdup_printf (_ ("Best pairing: %s"), first->name);
}

void
sl_explanation_init (SlAnalysis *self)
{
  for (guint i = 0; i < SL_N_BOARDS; i++)
    self->prices[i] = list_prices (self, &self->boards[i].public);
  list_advice (self);
  describe_boards (self);
  describe_best_pairing (self);
}
