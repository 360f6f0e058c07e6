/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How people differ: the rankings of those who have weights of their own, and what they make
 * together. Facts, minimums, locks, own values, the method and who is ruled out are the decision's,
 * the same for everyone; only importance is each one's own. */

#include "analysis.h"

G_BEGIN_DECLS

/* Somebody with weights of their own. Lists by entry go by the ranking's entries, of which they
 * have the first n_ranked; those by column by its criteria. */
typedef struct {
  guint participant;            /* index in the list of participants */
  const char *name;             /* on one line; no markup */
  const char *date;             /* of the weights; nullable */
  const double *weights;        /* a column; they add up to 1 */
  const double *pillar_weights; /* their sums, a pillar of the catalogue */
  gboolean equal_weights; /* every importance was 0, so all that is not locked counts the same */
  const double *scores;   /* an entry: 0-100, more is better */
  const unsigned *ranks;  /* an entry: 1 and up, ties share the better one */
  const guint *order;     /* entries, their first first, ties by name */
  const SlEntry *first;   /* the first of the order */
  guint winner_rank;      /* place of the group's winner here */
  double winner_loss;     /* points that it is behind their own first; 0 if it is first */
  double tau;             /* Kendall's tau-b of this ranking with the group's, -1 to 1 */
} SlPerson;

/* What all together make of an alternative. */
typedef struct {
  const SlEntry *entry; /* of the decision's ranking; its rank and score are the decision's */
  guint index;          /* in that ranking */
  guint rank;           /* by the group's score, 1 and up, ties share the better one */
  double score;         /* 0-100, by the mean of everybody's weights */
  double mean_rank; /* of everybody's places, ties in the middle: what Borda's count orders by */
  guint best_rank;  /* anybody's */
  guint worst_rank;
  guint n_first;       /* whose first it is, ties included */
  double worst_regret; /* the most points that anybody loses with it against their own first */
  guint worst_off;     /* that person, the first of several */
} SlPeopleEntry;

/* What all make of a criterion: a row of the dot plot. */
typedef struct {
  guint column;  /* of the ranking */
  double mean;   /* weight, 0-1 */
  double lowest; /* anybody's weight */
  double highest;
  guint lowest_person; /* the first of several */
  guint highest_person;
} SlPeopleCriterion;

/* Immutable; reference-counted; may be shared between threads. What it names as an index of a
 * person is one of `people`. */
typedef struct {
  SlAnalysis *analysis;
  SlBoard board;
  const SlRanking *ranking;     /* the decision's own */
  guint n_people;               /* 1 and up */
  const SlPerson *people;       /* in the order of the participants */
  guint n_without;              /* participants who have no weights of their own */
  guint n_entries;              /* those that are ranked */
  const SlPeopleEntry *entries; /* the consensus: by the group's rank, then name */
  guint n_criteria;
  const SlPeopleCriterion *criteria; /* where they differ most first: by highest less lowest */
  const double *weights;             /* a column: the mean of everybody's, which adds up to 1 */
  SlImportance *importance; /* the sliders that give these weights on this board, to go on with by
                              sl_decision_set_importance(); criteria that it lacks have the mean of
                              everybody's */
  double concordance;       /* Kendall's W of all rankings, 0 (none) to 1 (the same); NAN with one
                               person, or where all tie everything */
  const SlPeopleEntry *winner;       /* the first of the entries */
  guint n_unhappy;                   /* whose first the winner is not */
  const guint *unhappy;              /* they, who loses most points by it first */
  const SlPeopleEntry *least_regret; /* the entry whose worst regret is the least: minimax regret;
                                        of several the better one of the group */
  const SlPeopleEntry *second; /* nobody's first but everybody's second; NULL if there is none, or
                                  fewer than two people */
} SlPeople;

/* People that it takes for a comparison: with one there is nothing to tell of how people differ. */
#define SL_PEOPLE_MIN 2

/* Of const SlParticipant (sl_decision_get_prose (decision)->participants), those who have weights.
 * NULL if nobody has, or nobody is ranked on the board, or no criterion tells them apart.
 * Importance of another catalogue than the analysis's is moved to that by ids. The result holds
 * the analysis and copies of the names: it does not change when the decision does. Takes some
 * twenty milliseconds of processor time for a hundred people and ninety pairings.
 *
 * The group's score of an alternative is what the method makes of the mean of everybody's weights,
 * each having an equal say (Harsanyi 1955; Forman & Peniwati 1998). By the additive method this is
 * the mean of their scores, and by PROMETHEE too; by the geometric mean it is the geometric mean of
 * their scores. By the other two it is neither, and is still the score of one set of weights. */
SlPeople *sl_people_new (SlAnalysis *analysis,
                         const GPtrArray *participants,
                         SlBoard board) G_GNUC_WARN_UNUSED_RESULT;
SlPeople *sl_people_ref (SlPeople *self);
void sl_people_unref (SlPeople *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlPeople, sl_people_unref)

/* ---- in words, the same everywhere ---- */

/* How much they agree, by Kendall's W (after Schmidt 1997, Decision Sciences 28:763-774: 0.7 is
 * strong, 0.5 moderate). */
typedef enum {
  SL_CONCORDANCE_NONE,     /* there is no W */
  SL_CONCORDANCE_WEAK,     /* below 0.5 */
  SL_CONCORDANCE_MODERATE, /* below 0.7 */
  SL_CONCORDANCE_STRONG,
} SlConcordance;

SlConcordance sl_people_get_concordance (const SlPeople *self);

/* Sentences with a full stop. Names of people can be any text, and have to be escaped where markup
 * is read; line breaks and what else would disturb a sentence are spaces. With fewer than
 * SL_PEOPLE_MIN people all are NULL. */

/* «Go is first for the group with 71.2 points, 3.2 ahead of Rust.» */
char *sl_people_describe_winner (const SlPeople *self) G_GNUC_WARN_UNUSED_RESULT;
/* «Go is first for 2 of 4. Others are first for some: Rust (1) and Elixir (1).» */
char *sl_people_describe_firsts (const SlPeople *self) G_GNUC_WARN_UNUSED_RESULT;
/* «The 4 rankings are much alike. Kendall’s W is 0.82, where 1 is the same order for all and 0 is
 * no common order.» */
char *sl_people_describe_agreement (const SlPeople *self) G_GNUC_WARN_UNUSED_RESULT;
/* «They differ most on Security (5 % for Ana, 24 % for Bo) and Memory (…).» or that they weigh the
 * criteria alike. */
char *sl_people_describe_differences (const SlPeople *self) G_GNUC_WARN_UNUSED_RESULT;
/* «2 of 4 would rather have another than Go. Bo would lose most by it: 4.2 points against Rust.»
 * NULL if Go is everybody's first. */
char *sl_people_describe_losses (const SlPeople *self) G_GNUC_WARN_UNUSED_RESULT;
/* «With Rust nobody would lose more than 2.1 points against their own first, the least there is;
 * with Go it is 4.2.» NULL if Go is everybody's first. */
char *sl_people_describe_regret (const SlPeople *self) G_GNUC_WARN_UNUSED_RESULT;
/* «Elixir is nobody’s first but everybody’s second.» Nullable. */
char *sl_people_describe_second (const SlPeople *self) G_GNUC_WARN_UNUSED_RESULT;
/* «By the decision’s own weights, Rust is first.» NULL if the winners are the same. */
char *sl_people_describe_decision (const SlPeople *self) G_GNUC_WARN_UNUSED_RESULT;
/* All of these that there are, in this order: of char *. */
GPtrArray *sl_people_describe (const SlPeople *self) G_GNUC_WARN_UNUSED_RESULT;

/* What the figures are: «Each has an equal say: …», to go under them. */
const char *sl_people_describe_basis (const SlPeople *self);
/* A person, for a row or a screen reader: «Ana: Rust is first with 74.2 points; Go is in place
 * 3, 4.2 points behind» */
char *sl_people_describe_person (const SlPeople *self, guint person) G_GNUC_WARN_UNUSED_RESULT;
/* A row of the dot plot, for a screen reader: «Security: 5 % (Ana) to 24 % (Bo), 12 % on average».
 * `criterion` counts as `criteria` does. */
char *
sl_people_describe_criterion (const SlPeople *self, guint criterion) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
