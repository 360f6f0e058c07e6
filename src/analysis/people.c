/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everybody's ranking, and the group's. A person is ranked as the decision is, with the same values
 * and the same alternatives, by weights of their own. */

#include "config.h"

#include "analysis-private.h"
#include "people.h"

#include "scoring/group.h"

#include <math.h>
#include <string.h>

/* No more points than this is no loss. */
#define LEVEL 1e-9

typedef struct {
  SlPeople public;
  SlPerson *people;
  SlPeopleEntry *entries;
  SlPeopleCriterion *criteria;
  /* A row a person. */
  double *weights;
  double *pillar_weights;
  double *scores;
  unsigned *ranks;
  guint *orders;
  /* The group's. */
  double *group_weights;
  guint *unhappy;
} PeopleData;

/* ---- names ---- */

/* A text that somebody wrote must not break the line of a sentence, or turn its direction. */
static gboolean
disturbs (gunichar c)
{
  return g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029 || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069);
}

static char *
clean_name (const char *name)
{
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *c = name; *c != '\0'; c = g_utf8_next_char (c))
    g_string_append_unichar (clean, disturbs (g_utf8_get_char (c)) ? ' ' : g_utf8_get_char (c));

  return g_strdup (g_strstrip (clean->str));
}

/* ---- weights ---- */

/* What the active rules multiply importances by. */
typedef struct {
  double *pillar;
  double *criterion;
} Factors;

static void
factors_init (Factors *self, SlAnalysis *analysis)
{
  SlCatalogue *catalogue = sl_analysis_get_catalogue (analysis);
  const GPtrArray *pillars = sl_catalogue_get_pillars (catalogue);
  const GPtrArray *criteria = sl_catalogue_get_criteria (catalogue);

  self->pillar = g_new (double, pillars->len);
  for (guint i = 0; i < pillars->len; i++)
    self->pillar[i] = sl_effects_get_factor (analysis, g_ptr_array_index (pillars, i), NULL);
  self->criterion = g_new (double, criteria->len);
  for (guint i = 0; i < criteria->len; i++)
    self->criterion[i] = sl_effects_get_factor (analysis, NULL, g_ptr_array_index (criteria, i));
}

static void
factors_clear (Factors *self)
{
  g_free (self->pillar);
  g_free (self->criterion);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Factors, factors_clear)

static double *
multiply (const double *numbers, const double *factors, guint n)
{
  double *products = g_new (double, n);

  for (guint i = 0; i < n; i++)
    products[i] = MIN (numbers[i] * factors[i], SL_LARGEST_IMPORTANCE);

  return products;
}

static void
weigh (PeopleData *self, guint i, SlImportance *importance, const Factors *factors)
{
  const SlRanking *ranking = self->public.ranking;
  guint n_pillars = sl_catalogue_get_pillars (importance->catalogue)->len;
  guint n_criteria = sl_catalogue_get_criteria (importance->catalogue)->len;
  g_autofree double *pillar = multiply (importance->pillar, factors->pillar, n_pillars);
  g_autofree double *criterion = multiply (importance->criterion, factors->criterion, n_criteria);
  double *weights = self->weights + (gsize) i * ranking->n_criteria;
  double *sums = self->pillar_weights + (gsize) i * n_pillars;

  self->people[i].equal_weights =
      !sl_board_weigh (sl_analysis_get_base (self->public.analysis), ranking->criteria,
                       ranking->n_criteria, pillar, criterion, weights);
  for (guint j = 0; j < ranking->n_criteria; j++)
    sums[ranking->criteria[j]->pillar->index] += weights[j];
  self->people[i].weights = weights;
  self->people[i].pillar_weights = sums;
}

/* ---- rankings ---- */

static void
score (PeopleData *self, SlBoardProblem *rows, SlEvaluation *evaluation, double *scores)
{
  SlMethod method = sl_analysis_get_requirements (self->public.analysis)->method;
  SlMethodOptions options = sl_board_get_options (method);
  const double *found;

  /* Values within 0 to 100 and weights that sum to 1: there is nothing to check. */
  sl_evaluate_unchecked (&rows->problem, &options, evaluation);
  found = sl_evaluation_get_scores (evaluation);
  for (guint k = 0; k < self->public.n_entries; k++)
    scores[k] = sl_board_convert_score (method, found[k]);
}

static void
rank (const double *scores, guint n, unsigned *ranks)
{
  double lowest = INFINITY, highest = -INFINITY;

  for (guint k = 0; k < n; k++) {
    lowest = MIN (lowest, scores[k]);
    highest = MAX (highest, scores[k]);
  }
  sl_ranks_competition (scores, NULL, n, SL_TIE_TOLERANCE * (highest - lowest), ranks);
}

typedef struct {
  const SlRanking *ranking;
  const unsigned *ranks;
} Places;

/* Byte order of names, as boards have it. */
static int
compare_places (const void *a, const void *b, void *data)
{
  const guint *one = a, *other = b;
  const Places *places = data;

  if (places->ranks[*one] != places->ranks[*other])
    return places->ranks[*one] < places->ranks[*other] ? -1 : 1;
  return strcmp (places->ranking->entries[*one].name, places->ranking->entries[*other].name);
}

static void
put_in_order (const PeopleData *self, const unsigned *ranks, guint *order)
{
  Places places = { self->public.ranking, ranks };

  for (guint k = 0; k < self->public.n_entries; k++)
    order[k] = k;
  g_sort_array (order, self->public.n_entries, sizeof *order, compare_places, &places);
}

static void
rank_person (PeopleData *self, guint i, SlBoardProblem *rows, SlEvaluation *evaluation)
{
  guint n = self->public.n_entries;
  double *scores = self->scores + (gsize) i * n;
  unsigned *ranks = self->ranks + (gsize) i * n;
  guint *order = self->orders + (gsize) i * n;
  SlPerson *person = &self->people[i];

  rows->problem.weights = person->weights;
  score (self, rows, evaluation, scores);
  rank (scores, n, ranks);
  put_in_order (self, ranks, order);
  person->scores = scores;
  person->ranks = ranks;
  person->order = order;
  person->first = &self->public.ranking->entries[order[0]];
}

/* ---- the group ---- */

static void
count_places (PeopleData *self, SlPeopleEntry *entry)
{
  entry->best_rank = G_MAXUINT;
  for (guint i = 0; i < self->public.n_people; i++) {
    guint place = self->people[i].ranks[entry->index];

    entry->best_rank = MIN (entry->best_rank, place);
    entry->worst_rank = MAX (entry->worst_rank, place);
    entry->n_first += place == 1;
  }
}

static void
fill_entries (PeopleData *self, const double *scores, const unsigned *ranks, const guint *order)
{
  guint n = self->public.n_entries;
  g_autofree double *means = g_new (double, n);
  g_autofree double *regrets = g_new (double, n);
  g_autofree size_t *who = g_new (size_t, n);

  sl_mean_ranks (self->ranks, self->public.n_people, n, means);
  sl_worst_regrets (self->scores, self->public.n_people, n, regrets, who);
  for (guint k = 0; k < n; k++) {
    SlPeopleEntry *entry = &self->entries[k];

    entry->index = order[k];
    entry->entry = &self->public.ranking->entries[order[k]];
    entry->rank = ranks[order[k]];
    entry->score = scores[order[k]];
    entry->mean_rank = means[order[k]];
    entry->worst_regret = regrets[order[k]];
    entry->worst_off = (guint) who[order[k]];
    count_places (self, entry);
  }
}

static void
choose_entries (PeopleData *self)
{
  SlPeople *people = &self->public;

  people->winner = people->least_regret = &self->entries[0];
  for (guint k = 0; k < people->n_entries; k++) {
    const SlPeopleEntry *entry = &self->entries[k];

    if (entry->worst_regret < people->least_regret->worst_regret - LEVEL)
      people->least_regret = entry;
    if (people->n_people >= SL_PEOPLE_MIN && entry->best_rank == 2 && entry->worst_rank == 2)
      people->second = entry;
  }
}

static int
compare_losses (const void *a, const void *b, void *data)
{
  const SlPerson *people = data;
  const SlPerson *one = &people[*(const guint *) a];
  const SlPerson *other = &people[*(const guint *) b];

  if (one->winner_loss > other->winner_loss || one->winner_loss < other->winner_loss)
    return one->winner_loss > other->winner_loss ? -1 : 1;
  if (one->winner_rank != other->winner_rank)
    return one->winner_rank > other->winner_rank ? -1 : 1;
  return one->participant < other->participant ? -1 : 1;
}

static void
hold_against_group (PeopleData *self, const unsigned *ranks)
{
  guint winner = self->public.winner->index;

  for (guint i = 0; i < self->public.n_people; i++) {
    SlPerson *person = &self->people[i];

    person->tau = sl_kendall_tau_b (person->ranks, ranks, self->public.n_entries);
    person->winner_rank = person->ranks[winner];
    if (person->winner_rank == 1)
      continue;
    person->winner_loss = person->scores[person->order[0]] - person->scores[winner];
    self->unhappy[self->public.n_unhappy++] = i;
  }
  g_sort_array (self->unhappy, self->public.n_unhappy, sizeof *self->unhappy, compare_losses,
                self->people);
}

static void
rank_group (PeopleData *self, SlBoardProblem *rows, SlEvaluation *evaluation)
{
  guint n = self->public.n_entries;
  g_autofree double *scores = g_new (double, n);
  g_autofree unsigned *ranks = g_new (unsigned, n);
  g_autofree guint *order = g_new (guint, n);

  sl_group_mean (self->weights, self->public.n_people, self->public.n_criteria,
                 self->group_weights);
  rows->problem.weights = self->group_weights;
  score (self, rows, evaluation, scores);
  rank (scores, n, ranks);
  put_in_order (self, ranks, order);
  fill_entries (self, scores, ranks, order);
  choose_entries (self);
  hold_against_group (self, ranks);
  self->public.concordance = self->public.n_people >= SL_PEOPLE_MIN
                                 ? sl_kendall_w (self->ranks, self->public.n_people, n)
                                 : NAN;
}

/* ---- criteria ---- */

static int
compare_criteria (const void *a, const void *b)
{
  const SlPeopleCriterion *one = a, *other = b;
  double spread = one->highest - one->lowest;
  double other_spread = other->highest - other->lowest;

  if (spread > other_spread || spread < other_spread)
    return spread > other_spread ? -1 : 1;
  return one->column < other->column ? -1 : 1;
}

static void
compare_weights (PeopleData *self)
{
  for (guint j = 0; j < self->public.n_criteria; j++) {
    SlPeopleCriterion *criterion = &self->criteria[j];

    criterion->column = j;
    criterion->mean = self->group_weights[j];
    criterion->lowest = criterion->highest = self->people[0].weights[j];
    for (guint i = 1; i < self->public.n_people; i++) {
      double weight = self->people[i].weights[j];

      if (weight < criterion->lowest) {
        criterion->lowest = weight;
        criterion->lowest_person = i;
      }
      if (weight > criterion->highest) {
        criterion->highest = weight;
        criterion->highest_person = i;
      }
    }
  }
  qsort (self->criteria, self->public.n_criteria, sizeof *self->criteria, compare_criteria);
}

/* ---- the group's weights as sliders ---- */

static void
scale_to_sliders (double *numbers, guint n)
{
  double largest = 0;

  for (guint i = 0; i < n; i++)
    largest = MAX (largest, numbers[i]);
  for (guint i = 0; i < n && largest > 0; i++)
    numbers[i] *= SL_IMPORTANCE_MAX / largest;
}

/* A criterion of the board; its pillar has what is not locked. Those that a rule silences stay so.
 */
static void
add_slider (const PeopleData *self,
            guint column,
            const Factors *factors,
            double *pillar,
            double *criterion)
{
  const SlCriterion *which = self->public.ranking->criteria[column];
  double factor = factors->criterion[which->index];
  double pillar_factor = factors->pillar[which->pillar->index];
  double weight = self->group_weights[column];
  SlRequirements *requirements = sl_analysis_get_requirements (self->public.analysis);

  if (!isnan (requirements->criterion_lock[which->index]))
    return;
  criterion[which->index] = factor > 0 ? weight / factor : 0;
  pillar[which->pillar->index] += pillar_factor > 0 ? weight / pillar_factor : 0;
}

/* Within each pillar the largest is 10. */
static void
scale_criteria (const GPtrArray *criteria, guint n_pillars, double *importance)
{
  for (guint i = 0; i < n_pillars; i++) {
    double largest = 0;

    for (guint j = 0; j < criteria->len; j++) {
      if (((const SlCriterion *) g_ptr_array_index (criteria, j))->pillar->index == i)
        largest = MAX (largest, importance[j]);
    }
    for (guint j = 0; j < criteria->len && largest > 0; j++) {
      if (((const SlCriterion *) g_ptr_array_index (criteria, j))->pillar->index == i)
        importance[j] *= SL_IMPORTANCE_MAX / largest;
    }
  }
}

static void
keep_mean_of_others (const PeopleData *self, const double *everybodys, guint n, double *importance)
{
  g_autofree double *means = g_new (double, n);
  g_autofree gboolean *is_on_board = g_new0 (gboolean, n);
  SlRequirements *requirements = sl_analysis_get_requirements (self->public.analysis);

  sl_group_mean (everybodys, self->public.n_people, n, means);
  for (guint j = 0; j < self->public.n_criteria; j++) {
    guint index = self->public.ranking->criteria[j]->index;

    is_on_board[index] = isnan (requirements->criterion_lock[index]);
  }
  for (guint i = 0; i < n; i++) {
    if (!is_on_board[i])
      importance[i] = means[i];
  }
}

static SlImportance *
find_sliders (const PeopleData *self, const double *everybodys, const Factors *factors)
{
  SlCatalogue *catalogue = sl_analysis_get_catalogue (self->public.analysis);
  const GPtrArray *criteria = sl_catalogue_get_criteria (catalogue);
  guint n_pillars = sl_catalogue_get_pillars (catalogue)->len;
  g_autofree double *pillar = g_new0 (double, n_pillars);
  g_autofree double *criterion = g_new0 (double, criteria->len);

  for (guint j = 0; j < self->public.n_criteria; j++)
    add_slider (self, j, factors, pillar, criterion);
  scale_to_sliders (pillar, n_pillars);
  scale_criteria (criteria, n_pillars, criterion);
  keep_mean_of_others (self, everybodys, criteria->len, criterion);

  return sl_importance_new (catalogue, pillar, criterion);
}

/* ---- the whole ---- */

static void
allocate (PeopleData *self, guint n_people)
{
  SlPeople *people = &self->public;
  guint n_pillars = sl_catalogue_get_pillars (sl_analysis_get_catalogue (people->analysis))->len;

  people->n_people = n_people;
  people->n_entries = people->ranking->n_ranked;
  people->n_criteria = people->ranking->n_criteria;
  people->people = self->people = g_new0 (SlPerson, n_people);
  people->entries = self->entries = g_new0 (SlPeopleEntry, people->n_entries);
  people->criteria = self->criteria = g_new0 (SlPeopleCriterion, people->n_criteria);
  people->unhappy = self->unhappy = g_new0 (guint, n_people);
  people->weights = self->group_weights = g_new0 (double, people->n_criteria);
  self->weights = g_new0 (double, (gsize) n_people * people->n_criteria);
  self->pillar_weights = g_new0 (double, (gsize) n_people *n_pillars);
  self->scores = g_new0 (double, (gsize) n_people * people->n_entries);
  self->ranks = g_new0 (unsigned, (gsize) n_people * people->n_entries);
  self->orders = g_new0 (guint, (gsize) n_people * people->n_entries);
}

static guint
count_people (const GPtrArray *participants)
{
  guint n = 0;

  for (guint i = 0; i < participants->len; i++)
    n += ((const SlParticipant *) g_ptr_array_index (participants, i))->importance != NULL;

  return n;
}

/* Everybody's weights and sliders of criteria, a row a person. */
static double *
take_people (PeopleData *self, const GPtrArray *participants, const Factors *factors)
{
  SlCatalogue *catalogue = sl_analysis_get_catalogue (self->public.analysis);
  guint n_criteria = sl_catalogue_get_criteria (catalogue)->len;
  double *everybodys = g_new (double, (gsize) self->public.n_people *n_criteria);
  guint n = 0;

  for (guint i = 0; i < participants->len; i++) {
    const SlParticipant *participant = g_ptr_array_index (participants, i);
    g_autoptr (SlImportance) importance = NULL;

    if (participant->importance == NULL)
      continue;
    importance = sl_importance_move (participant->importance, catalogue, NULL);
    self->people[n].participant = i;
    self->people[n].name = clean_name (participant->name);
    self->people[n].date = g_strdup (participant->date);
    weigh (self, n, importance, factors);
    memcpy (everybodys + (gsize) n * n_criteria, importance->criterion,
            n_criteria * sizeof *everybodys);
    n++;
  }
  self->public.n_without = participants->len - n;

  return everybodys;
}

SlPeople *
sl_people_new (SlAnalysis *analysis, const GPtrArray *participants, SlBoard board)
{
  const SlBoardResult *result;
  g_auto (Factors) factors = { 0 };
  g_auto (SlBoardProblem) rows = { 0 };
  g_autoptr (SlEvaluation) evaluation = NULL;
  g_autofree double *everybodys = NULL;
  PeopleData *self;

  g_return_val_if_fail (analysis != NULL && participants != NULL, NULL);
  g_return_val_if_fail ((guint) board < SL_N_BOARDS, NULL);

  result = sl_analysis_get_board_result (analysis, board);
  if (result->public.n_ranked == 0 || result->public.n_criteria == 0 ||
      count_people (participants) == 0)
    return NULL;

  self = g_atomic_rc_box_new0 (PeopleData);
  self->public.analysis = sl_analysis_ref (analysis);
  self->public.board = board;
  self->public.ranking = &result->public;
  allocate (self, count_people (participants));
  factors_init (&factors, sl_analysis_get_base (analysis));
  everybodys = take_people (self, participants, &factors);
  sl_board_problem_init (&rows, result, SL_ROWS_RANKED);
  evaluation = sl_evaluation_new ();
  for (guint i = 0; i < self->public.n_people; i++)
    rank_person (self, i, &rows, evaluation);
  rank_group (self, &rows, evaluation);
  compare_weights (self);
  self->public.importance = find_sliders (self, everybodys, &factors);

  return &self->public;
}

SlPeople *
sl_people_ref (SlPeople *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
people_clear (gpointer data)
{
  PeopleData *self = data;

  for (guint i = 0; i < self->public.n_people; i++) {
    g_free ((char *) self->people[i].name);
    g_free ((char *) self->people[i].date);
  }
  g_free (self->people);
  g_free (self->entries);
  g_free (self->criteria);
  g_free (self->unhappy);
  g_free (self->group_weights);
  g_free (self->weights);
  g_free (self->pillar_weights);
  g_free (self->scores);
  g_free (self->ranks);
  g_free (self->orders);
  sl_importance_unref (self->public.importance);
  sl_analysis_unref (self->public.analysis);
}

void
sl_people_unref (SlPeople *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, people_clear);
}
