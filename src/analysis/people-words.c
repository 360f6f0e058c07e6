/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How people differ, in words. */

#include "config.h"

#include "analysis-private.h"
#include "people.h"

#include <math.h>

#include "catalogue/translation.h"

/* How many a sentence names at the most. */
#define MAX_NAMED 3
/* Points below this would be written as 0.0. */
#define ROUNDED_AWAY 0.05
/* A difference of weights below this would be written as 0 %. */
#define SAME_WEIGHT 0.005
/* Schmidt 1997. */
#define STRONG 0.7
#define MODERATE 0.5

static gboolean
is_comparison (const SlPeople *self)
{
  return self->n_people >= SL_PEOPLE_MIN;
}

SlConcordance
sl_people_get_concordance (const SlPeople *self)
{
  g_return_val_if_fail (self != NULL, SL_CONCORDANCE_NONE);

  if (isnan (self->concordance))
    return SL_CONCORDANCE_NONE;
  if (self->concordance >= STRONG)
    return SL_CONCORDANCE_STRONG;

  return self->concordance >= MODERATE ? SL_CONCORDANCE_MODERATE : SL_CONCORDANCE_WEAK;
}

/* «4.2 points», or that it is less than can be written. */
static char *
describe_points (double points)
{
  if (points < ROUNDED_AWAY)
    return g_strdup (_ ("less than 0.1 points"));

  /* Translators: %.1f are points of a score. */
  return g_strdup_printf (_ ("%.1f points"), points);
}

/* ---- the consensus ---- */

char *
sl_people_describe_winner (const SlPeople *self)
{
  const SlPeopleEntry *winner, *next;
  g_autofree char *ahead = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (!is_comparison (self))
    return NULL;

  winner = self->winner;
  if (self->n_entries == 1)
    /* Translators: %1$s is an alternative, %2$.1f its score. */
    return g_strdup_printf (_ ("%1$s is the only one left for the group, with %2$.1f points."),
                            winner->entry->name, winner->score);

  next = &self->entries[1];
  if (next->rank == 1)
    /* Translators: %1$s and %2$s are alternatives, %3$.1f their score. */
    return g_strdup_printf (_ ("%1$s and %2$s share the first place for the group, with %3$.1f "
                               "points."),
                            winner->entry->name, next->entry->name, winner->score);

  ahead = describe_points (winner->score - next->score);
  /* Translators: %1$s is an alternative, %2$.1f its score, %3$s points as in «4.2 points», %4$s
   * another alternative. */
  return g_strdup_printf (_ ("%1$s is first for the group with %2$.1f points, %3$s ahead of %4$s."),
                          winner->entry->name, winner->score, ahead, next->entry->name);
}

static int
compare_firsts (const void *a, const void *b)
{
  const SlPeopleEntry *one = *(const SlPeopleEntry *const *) a;
  const SlPeopleEntry *other = *(const SlPeopleEntry *const *) b;

  if (one->n_first != other->n_first)
    return one->n_first > other->n_first ? -1 : 1;
  /* They are elements of one array, in the group's order. */
  return one < other ? -1 : 1;
}

/* «Rust (2) and Elixir (1)»; NULL if nobody has another first. */
static char *
join_other_firsts (const SlPeople *self)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint k = 1; k < self->n_entries; k++) {
    if (self->entries[k].n_first > 0)
      g_ptr_array_add (others, (gpointer) &self->entries[k]);
  }
  g_ptr_array_sort (others, compare_firsts);
  for (guint k = 0; k < others->len; k++) {
    const SlPeopleEntry *entry = g_ptr_array_index (others, k);

    /* Translators: %1$s is an alternative, %2$u how many people have it first. */
    g_ptr_array_add (names, g_strdup_printf (C_ ("whose first it is", "%1$s (%2$u)"),
                                             entry->entry->name, entry->n_first));
  }

  return names->len > 0 ? sl_names_join ((const char *const *) names->pdata, names->len) : NULL;
}

char *
sl_people_describe_firsts (const SlPeople *self)
{
  g_autofree char *winners = NULL;
  g_autofree char *others = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (!is_comparison (self))
    return NULL;

  if (self->winner->n_first == self->n_people)
    /* Translators: %s is an alternative. */
    winners = g_strdup_printf (_ ("%s is everybody’s first."), self->winner->entry->name);
  else if (self->winner->n_first == 0)
    /* Translators: %s is an alternative. */
    winners = g_strdup_printf (_ ("%s is nobody’s first."), self->winner->entry->name);
  else
    winners = g_strdup_printf (
        /* Translators: %1$s is an alternative, %2$u and %3$u numbers of people. */
        dngettext (GETTEXT_PACKAGE, "%1$s is first for %2$u of %3$u.",
                   "%1$s is first for %2$u of %3$u.", self->n_people),
        self->winner->entry->name, self->winner->n_first, self->n_people);

  others = join_other_firsts (self);
  if (others == NULL)
    return g_steal_pointer (&winners);

  /* Translators: %1$s is a sentence, as in «Go is first for 2 of 4.», %2$s a list of alternatives
   * and how many people have each first, as in «Rust (1) and Elixir (1)». */
  return g_strdup_printf (_ ("%1$s Others are first for some: %2$s."), winners, others);
}

/* ---- how much they agree ---- */

/* NULL where there is no measure. */
static char *
describe_concordance (const SlPeople *self)
{
  switch (sl_people_get_concordance (self)) {
  case SL_CONCORDANCE_STRONG:
    /* Translators: %u is a number of people. */
    return g_strdup_printf (dngettext (GETTEXT_PACKAGE, "The %u ranking is much alike.",
                                       "The %u rankings are much alike.", self->n_people),
                            self->n_people);
  case SL_CONCORDANCE_MODERATE:
    /* Translators: %u is a number of people. */
    return g_strdup_printf (dngettext (GETTEXT_PACKAGE, "The %u ranking is alike in part.",
                                       "The %u rankings are alike in part.", self->n_people),
                            self->n_people);
  case SL_CONCORDANCE_WEAK:
    /* Translators: %u is a number of people. */
    return g_strdup_printf (dngettext (GETTEXT_PACKAGE, "The %u ranking has little in common.",
                                       "The %u rankings have little in common.", self->n_people),
                            self->n_people);
  case SL_CONCORDANCE_NONE:
  default:
    return NULL;
  }
}

char *
sl_people_describe_agreement (const SlPeople *self)
{
  g_autofree char *concordance = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (!is_comparison (self))
    return NULL;

  concordance = describe_concordance (self);
  if (concordance == NULL)
    return g_strdup (_ ("Nobody puts one before another, so there is no telling how much they "
                        "agree."));

  /* Translators: %1$s is a sentence, as in «The 4 rankings are much alike.», %2$.2f a number from 0
   * to 1. */
  return g_strdup_printf (_ ("%1$s Kendall’s W is %2$.2f, where 1 is the same order for all and 0 "
                             "is no common order."),
                          concordance, self->concordance);
}

static char *
describe_range (const SlPeople *self, const SlPeopleCriterion *criterion)
{
  /* Translators: %1$s is a criterion; then weights and whose they are, as in «Security (5 % for
   * Ana, 24 % for Bo)». */
  return g_strdup_printf (_ ("%1$s (%2$.0f %% for %3$s, %4$.0f %% for %5$s)"),
                          self->ranking->criteria[criterion->column]->name, 100 * criterion->lowest,
                          self->people[criterion->lowest_person].name, 100 * criterion->highest,
                          self->people[criterion->highest_person].name);
}

char *
sl_people_describe_differences (const SlPeople *self)
{
  g_autoptr (GPtrArray) ranges = NULL;
  g_autofree char *list = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (!is_comparison (self))
    return NULL;

  ranges = g_ptr_array_new_with_free_func (g_free);
  for (guint j = 0; j < MIN (self->n_criteria, MAX_NAMED); j++) {
    const SlPeopleCriterion *criterion = &self->criteria[j];

    if (criterion->highest - criterion->lowest >= SAME_WEIGHT)
      g_ptr_array_add (ranges, describe_range (self, criterion));
  }
  if (ranges->len == 0)
    return g_strdup (_ ("All of them weigh the criteria alike."));

  list = sl_names_join ((const char *const *) ranges->pdata, ranges->len);
  /* Translators: %s is a list of criteria with weights, as in «Security (5 % for Ana, 24 % for Bo)
   * and Memory (2 % for Bo, 12 % for Ana)». */
  return g_strdup_printf (_ ("They differ most on %s."), list);
}

/* ---- who would lose ---- */

char *
sl_people_describe_losses (const SlPeople *self)
{
  const char *winner;
  const SlPerson *worst;
  g_autofree char *loss = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (!is_comparison (self) || self->n_unhappy == 0)
    return NULL;

  winner = self->winner->entry->name;
  worst = &self->people[self->unhappy[0]];
  loss = describe_points (worst->winner_loss);
  if (self->n_unhappy == 1)
    /* Translators: %1$s is a person, %2$s an alternative, %3$s points as in «4.2 points», %4$s
     * another alternative, and %5$u the place of the first one. */
    return g_strdup_printf (_ ("Only %1$s would rather have another than %2$s: %4$s, by %3$s; %2$s "
                               "is in place %5$u then."),
                            worst->name, winner, loss, worst->first->name, worst->winner_rank);

  return g_strdup_printf (
      dngettext (GETTEXT_PACKAGE,
                 /* Translators: %1$u of %2$u people, %3$s an alternative, %4$s a person, %5$s
                  * points as in «4.2 points», %6$s another alternative. */
                 "%1$u of %2$u would rather have another than %3$s. %4$s would lose most by it: "
                 "%5$s against %6$s.",
                 "%1$u of %2$u would rather have another than %3$s. %4$s would lose most by it: "
                 "%5$s against %6$s.",
                 self->n_unhappy),
      self->n_unhappy, self->n_people, winner, worst->name, loss, worst->first->name);
}

char *
sl_people_describe_regret (const SlPeople *self)
{
  const SlPeopleEntry *least;
  g_autofree char *loss = NULL;
  g_autofree char *winners = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (!is_comparison (self) || self->n_unhappy == 0)
    return NULL;

  least = self->least_regret;
  loss = describe_points (least->worst_regret);
  if (least == self->winner)
    return g_strdup_printf (
        /* Translators: %1$s is an alternative, %2$s points as in «4.2 points». */
        _ ("With %1$s nobody would lose more than %2$s against their own first, "
           "the least there is."),
        least->entry->name, loss);

  winners = describe_points (self->winner->worst_regret);
  /* Translators: %1$s is an alternative, %2$s points as in «4.2 points», %3$s another alternative,
   * %4$s points. */
  return g_strdup_printf (_ ("With %1$s nobody would lose more than %2$s against their own first, "
                             "the least there is; with %3$s it is %4$s."),
                          least->entry->name, loss, self->winner->entry->name, winners);
}

char *
sl_people_describe_second (const SlPeople *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (!is_comparison (self) || self->second == NULL)
    return NULL;

  /* Translators: %s is an alternative. */
  return g_strdup_printf (_ ("%s is nobody’s first but everybody’s second."),
                          self->second->entry->name);
}

char *
sl_people_describe_decision (const SlPeople *self)
{
  const SlEntry *first;

  g_return_val_if_fail (self != NULL, NULL);

  first = sl_ranking_get_first (self->ranking);
  if (!is_comparison (self) || first == self->winner->entry)
    return NULL;

  /* Translators: %s is an alternative. */
  return g_strdup_printf (_ ("By the decision’s own weights, %s is first."), first->name);
}

/* ---- all of it ---- */

GPtrArray *
sl_people_describe (const SlPeople *self)
{
  char *(*const describe[]) (const SlPeople *) = {
    sl_people_describe_winner,      sl_people_describe_firsts,   sl_people_describe_agreement,
    sl_people_describe_differences, sl_people_describe_losses,   sl_people_describe_regret,
    sl_people_describe_second,      sl_people_describe_decision,
  };
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL, sentences);

  for (guint i = 0; i < G_N_ELEMENTS (describe); i++) {
    char *sentence = describe[i](self);

    if (sentence != NULL)
      g_ptr_array_add (sentences, sentence);
  }

  return sentences;
}

const char *
sl_people_describe_basis (const SlPeople *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _ ("Each has an equal say: the group’s weights are the mean of everybody’s. Facts, "
            "minimums, locked shares, own values and the method are those of the decision, for "
            "everyone; so is who is ruled out.");
}

char *
sl_people_describe_person (const SlPeople *self, guint index)
{
  const SlPerson *person;
  g_autofree char *loss = NULL;
  double score;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->n_people, NULL);

  person = &self->people[index];
  score = person->scores[person->order[0]];
  if (person->winner_rank == 1)
    /* Translators: %1$s is a person, %2$s an alternative, %3$.1f its score. */
    return g_strdup_printf (_ ("%1$s: %2$s is first with %3$.1f points"), person->name,
                            self->winner->entry->name, score);

  loss = describe_points (person->winner_loss);
  /* Translators: %1$s is a person, %2$s an alternative, %3$.1f its score, %4$s another alternative,
   * %5$u its place, %6$s points as in «4.2 points». */
  return g_strdup_printf (_ ("%1$s: %2$s is first with %3$.1f points; %4$s is in place %5$u, %6$s "
                             "behind"),
                          person->name, person->first->name, score, self->winner->entry->name,
                          person->winner_rank, loss);
}

char *
sl_people_describe_criterion (const SlPeople *self, guint index)
{
  const SlPeopleCriterion *criterion;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->n_criteria, NULL);

  criterion = &self->criteria[index];
  /* Translators: %1$s is a criterion, then the lowest and the highest of the weights that people
   * give it and whose they are, and their mean, as in «Security: 5 % (Ana) to 24 % (Bo), 12 % on
   * average». */
  return g_strdup_printf (_ ("%1$s: %2$.0f %% (%3$s) to %4$.0f %% (%5$s), %6$.0f %% on average"),
                          self->ranking->criteria[criterion->column]->name, 100 * criterion->lowest,
                          self->people[criterion->lowest_person].name, 100 * criterion->highest,
                          self->people[criterion->highest_person].name, 100 * criterion->mean);
}
