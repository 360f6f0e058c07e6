/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fewest requirements that have to be relaxed to bring somebody back.
 *
 * A rule stops excluding when a fact in its condition is another, and a minimum when it is no more
 * than the value. Changes of facts are tried in all combinations, the smallest first, each by an
 * analysis of its own, so that all that follows from them is known; the minimums that an
 * alternative then still misses have to be lowered, every one. */

#include "config.h"

#include "analysis-private.h"

#include <math.h>

#include "catalogue/translation.h"

/* Facts that are changed at once. */
#define MAX_FACTS 3
/* Ways to bring one back that a sentence names. */
#define MAX_NAMED 3

/* ---- what may be changed ---- */

typedef struct {
  const SlFact *fact;
  double value;
} Change;

typedef struct {
  SlAnalysis *analysis; /* the base */
  GArray *changes;      /* of Change; those of a fact together, the nearest first */
  const Change *chosen[MAX_FACTS];
  guint n_chosen;
} Search;

static int
compare_distances (gconstpointer a, gconstpointer b, gpointer user_data)
{
  double now = *(const double *) user_data;
  double one = fabs (*(const double *) a - now), other = fabs (*(const double *) b - now);

  return one < other ? -1 : one > other;
}

/* A number on either side of each limit that a rule compares it with, and the limit itself. */
static void
list_numbers (const SlFact *fact, const GArray *limits, GArray *values)
{
  for (guint i = 0; i < limits->len; i++) {
    for (int side = -1; side <= 1; side++) {
      double step = fact->step > 0 ? fact->step : 1;
      double value = g_array_index (limits, double, i) + side * step;

      if (value >= fact->minimum && value <= fact->maximum)
        g_array_append_val (values, value);
    }
  }
}

static void
list_values (const SlFact *fact, const GArray *limits, GArray *values)
{
  guint n = fact->type == SL_FACT_CHOICE ? fact->choices->len : 2;

  if (fact->type == SL_FACT_NUMBER) {
    list_numbers (fact, limits, values);
    return;
  }
  for (guint i = 0; i < n; i++) {
    double value = i;

    g_array_append_val (values, value);
  }
}

static void
add_changes (Search *self, const SlFact *fact, const GArray *limits)
{
  double now = self->analysis->requirements->facts[fact->index];
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  list_values (fact, limits, values);
  g_array_sort_with_data (values, compare_distances, &now);
  for (guint i = 0; i < values->len; i++) {
    Change change = { fact, g_array_index (values, double, i) };
    gboolean known = fabs (change.value - now) <= 0;

    for (guint k = 0; k < i && !known; k++)
      known = fabs (g_array_index (values, double, k) - change.value) <= 0;
    if (!known)
      g_array_append_val (self->changes, change);
  }
}

/* Of the facts that excluding rules ask for. */
static void
find_changes (Search *self)
{
  const GPtrArray *facts = sl_catalogue_get_facts (self->analysis->catalogue);
  const GPtrArray *rules = sl_catalogue_get_rules (self->analysis->catalogue);

  for (guint i = 0; i < facts->len; i++) {
    g_autoptr (GArray) limits = g_array_new (FALSE, FALSE, sizeof (double));
    const SlFact *fact = g_ptr_array_index (facts, i);
    gboolean matters = FALSE;

    for (guint k = 0; k < rules->len; k++) {
      const SlRule *rule = g_ptr_array_index (rules, k);

      if (rule->excludes && sl_condition_mentions (rule->condition, fact, limits))
        matters = TRUE;
    }
    if (matters)
      add_changes (self, fact, limits);
  }
}

/* ---- what is found ---- */

static void
relaxation_free (gpointer data)
{
  SlRelaxation *self = data;

  g_free ((SlConcession *) self->concessions);
  g_free ((char *) self->text);
  g_free (self);
}

static char *
describe_concession (const SlConcession *concession)
{
  g_autofree char *now = NULL;
  g_autofree char *needed = NULL;

  if (concession->fact != NULL) {
    now = sl_fact_describe (concession->fact, concession->now);
    needed = sl_fact_describe (concession->fact, concession->needed);
    /* Translators: a fact of the project that would have to be another: %1$s is the fact, %2$s what
     * it would be and %3$s what it is, as in «Runs on premises: Off instead of On». */
    return g_strdup_printf (_ ("%1$s: %2$s instead of %3$s"), concession->fact->name, needed, now);
  }

  now = sl_describe_minimum (concession->now);
  needed = sl_describe_minimum (concession->needed);
  /* Translators: a minimum that would have to be lower: %1$s is a pillar or a criterion, %2$s what
   * could be asked for and %3$s what is, as in «Security: 62 instead of 70 to reach». */
  return g_strdup_printf (_ ("%1$s: %2$s instead of %3$s to reach"),
                          concession->pillar != NULL ? concession->pillar->name
                                                     : concession->criterion->name,
                          needed, now);
}

static char *
describe_concessions (const SlConcession *concessions, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++) {
    g_autofree char *one = describe_concession (&concessions[i]);

    /* Translators: stands between two changes that are both necessary. */
    g_string_append_printf (text, "%s%s", i > 0 ? _ ("; ") : "", one);
  }

  return g_string_free (text, FALSE);
}

/* A minimum is asked for in whole numbers or with one decimal: what it may be at most. */
static double
round_down (double value)
{
  return MAX (floor (value * 10) / 10, 0);
}

/* Of an entry that after the changes only misses minimums. */
static SlRelaxation *
relaxation_new (const Search *search, const SlEntry *entry)
{
  SlRelaxation *self = g_new0 (SlRelaxation, 1);
  guint n = search->n_chosen + entry->reasons->len;
  SlConcession *concessions = g_new0 (SlConcession, n);

  for (guint i = 0; i < search->n_chosen; i++) {
    const SlFact *fact = search->chosen[i]->fact;

    concessions[i] = (SlConcession) { .fact = fact,
                                      .now = search->analysis->requirements->facts[fact->index],
                                      .needed = search->chosen[i]->value };
  }
  for (guint i = 0; i < entry->reasons->len; i++) {
    const SlReason *reason = g_ptr_array_index (entry->reasons, i);

    concessions[search->n_chosen + i] = (SlConcession) { .pillar = reason->pillar,
                                                         .criterion = reason->criterion,
                                                         .now = reason->minimum,
                                                         .needed = round_down (reason->value) };
  }
  self->n_concessions = n;
  self->concessions = concessions;
  self->score = entry->score;
  self->text = describe_concessions (concessions, n);

  return self;
}

/* Whether they relax the same requirements, whatever to. */
static gboolean
relaxes_same (const SlRelaxation *one, const SlRelaxation *other)
{
  if (one->n_concessions != other->n_concessions)
    return FALSE;
  for (guint i = 0; i < one->n_concessions; i++) {
    if (one->concessions[i].fact != other->concessions[i].fact ||
        one->concessions[i].pillar != other->concessions[i].pillar ||
        one->concessions[i].criterion != other->concessions[i].criterion)
      return FALSE;
  }

  return TRUE;
}

static const SlRelaxation *
find_same (const GPtrArray *relaxations, const SlRelaxation *relaxation)
{
  for (guint i = 0; i < relaxations->len; i++) {
    if (relaxes_same (g_ptr_array_index (relaxations, i), relaxation))
      return g_ptr_array_index (relaxations, i);
  }

  return NULL;
}

static guint
count_concessions (const GPtrArray *relaxations)
{
  return relaxations->len > 0
             ? ((const SlRelaxation *) g_ptr_array_index (relaxations, 0))->n_concessions
             : G_MAXUINT;
}

/* The fewest are kept, and of these that relax the same the first one found. */
static void
keep_fewest (GPtrArray *relaxations, SlRelaxation *relaxation)
{
  if (relaxation->n_concessions < count_concessions (relaxations))
    g_ptr_array_set_size (relaxations, 0);
  if (relaxation->n_concessions > count_concessions (relaxations) ||
      find_same (relaxations, relaxation) != NULL)
    relaxation_free (relaxation);
  else
    g_ptr_array_add (relaxations, relaxation);
}

/* ---- trying ---- */

static gboolean
is_rule (const SlReason *reason)
{
  return reason->rule != NULL;
}

/* A rule that holds whatever the facts are. */
static gboolean
is_hopeless (const SlEntry *entry)
{
  for (guint i = 0; i < entry->reasons->len; i++) {
    const SlReason *reason = g_ptr_array_index (entry->reasons, i);

    if (is_rule (reason) && reason->rule->condition == NULL)
      return TRUE;
  }

  return FALSE;
}

/* Whether so many changed facts may be worth it for an entry, be it as one more way. */
static gboolean
is_open (const Search *self, SlBoard board, guint index, guint n_facts)
{
  const SlRanking *ranking = &self->analysis->boards[board].public;

  return index >= ranking->n_ranked && !is_hopeless (&ranking->entries[index]) &&
         count_concessions (self->analysis->relaxations[board][index]) >= n_facts;
}

/* Whether a rule that excludes it asks for the fact. To change another would be no relaxation, even
 * where it happened to raise a value over a minimum. */
static gboolean
is_asked_for (const SlEntry *entry, const SlFact *fact)
{
  for (guint i = 0; i < entry->reasons->len; i++) {
    const SlReason *reason = g_ptr_array_index (entry->reasons, i);

    if (is_rule (reason) && sl_condition_mentions (reason->rule->condition, fact, NULL))
      return TRUE;
  }

  return FALSE;
}

/* Each of the rules that exclude it asks for one of the chosen facts, and each of these is asked
 * for; a rule that is not touched stays. */
static gboolean
touches_all (const Search *self, const SlEntry *entry)
{
  for (guint k = 0; k < self->n_chosen; k++) {
    if (!is_asked_for (entry, self->chosen[k]->fact))
      return FALSE;
  }

  for (guint i = 0; i < entry->reasons->len; i++) {
    const SlReason *reason = g_ptr_array_index (entry->reasons, i);
    gboolean touches = !is_rule (reason);

    for (guint k = 0; k < self->n_chosen && !touches; k++)
      touches = sl_condition_mentions (reason->rule->condition, self->chosen[k]->fact, NULL);
    if (!touches)
      return FALSE;
  }

  return TRUE;
}

static gboolean
may_help (const Search *self)
{
  for (guint board = 0; board < SL_N_BOARDS; board++) {
    const SlRanking *ranking = &self->analysis->boards[board].public;

    for (guint i = ranking->n_ranked; i < ranking->n_entries; i++) {
      if (is_open (self, board, i, self->n_chosen) && touches_all (self, &ranking->entries[i]))
        return TRUE;
    }
  }

  return FALSE;
}

/* With the facts changed; the caller's analysis itself where none is. */
static SlAnalysis *
analyse (const Search *self)
{
  guint n_facts = sl_catalogue_get_facts (self->analysis->catalogue)->len;
  g_autoptr (SlRequirements) requirements = NULL;
  g_autofree double *facts = NULL;

  if (self->n_chosen == 0)
    return sl_analysis_ref (self->analysis);

  facts = g_memdup2 (self->analysis->requirements->facts, n_facts * sizeof *facts);
  for (guint i = 0; i < self->n_chosen; i++)
    facts[self->chosen[i]->fact->index] = self->chosen[i]->value;
  requirements = sl_requirements_with_facts (self->analysis->requirements, facts);

  return sl_analysis_new (requirements);
}

static void
try_board (const Search *self, SlAnalysis *changed, SlBoard board)
{
  const SlRanking *ranking = &self->analysis->boards[board].public;

  for (guint i = ranking->n_ranked; i < ranking->n_entries; i++) {
    const SlEntry *entry;
    gboolean is_ruled_out = FALSE;

    if (!is_open (self, board, i, self->n_chosen) || !touches_all (self, &ranking->entries[i]))
      continue;
    entry = sl_ranking_find (&changed->boards[board].public, ranking->entries[i].id);
    for (guint k = 0; k < entry->reasons->len && !is_ruled_out; k++)
      is_ruled_out = is_rule (g_ptr_array_index (entry->reasons, k));
    if (!is_ruled_out)
      keep_fewest (self->analysis->relaxations[board][i], relaxation_new (self, entry));
  }
}

static void
try_chosen (const Search *self)
{
  g_autoptr (SlAnalysis) changed = NULL;

  if (!may_help (self))
    return;

  changed = analyse (self);
  for (guint board = 0; board < SL_N_BOARDS; board++)
    try_board (self, changed, board);
}

/* All ways to choose `n` more facts to change, among the changes from `from` on. */
static void
try_combinations (Search *self, guint n, guint from)
{
  if (n == 0) {
    try_chosen (self);
    return;
  }
  for (guint i = from; i < self->changes->len; i++) {
    const Change *change = &g_array_index (self->changes, Change, i);

    if (self->n_chosen > 0 && self->chosen[self->n_chosen - 1]->fact == change->fact)
      continue;
    self->chosen[self->n_chosen++] = change;
    try_combinations (self, n - 1, i + 1);
    self->n_chosen--;
  }
}

/* ---- where nobody is left ---- */

static int
compare_ways (gconstpointer a, gconstpointer b)
{
  const SlWayBack *one = a, *other = b;

  if (one->n_back != other->n_back)
    return one->n_back > other->n_back ? -1 : 1;
  if (one->best_score > other->best_score)
    return -1;
  if (one->best_score < other->best_score)
    return 1;
  return g_strcmp0 (one->relaxation->text, other->relaxation->text);
}

/* With the facts of a relaxation. */
static SlAnalysis *
analyse_relaxed (SlAnalysis *self, const SlRelaxation *relaxation)
{
  Search search = { .analysis = self };
  Change changes[MAX_FACTS];

  for (guint i = 0; i < relaxation->n_concessions; i++) {
    const SlConcession *concession = &relaxation->concessions[i];

    if (concession->fact == NULL)
      continue;
    changes[i] = (Change) { concession->fact, concession->needed };
    search.chosen[search.n_chosen++] = &changes[i];
  }

  return analyse (&search);
}

/* Whether what excludes an entry is a minimum that is low enough then. */
static gboolean
is_conceded (const SlReason *reason, const SlRelaxation *relaxation)
{
  for (guint i = 0; i < relaxation->n_concessions && reason->rule == NULL; i++) {
    const SlConcession *concession = &relaxation->concessions[i];

    if (concession->fact == NULL && concession->pillar == reason->pillar &&
        concession->criterion == reason->criterion)
      return concession->needed <= reason->value;
  }

  return FALSE;
}

static gboolean
comes_back (const SlEntry *entry, const SlRelaxation *relaxation)
{
  for (guint i = 0; i < entry->reasons->len; i++) {
    if (!is_conceded (g_ptr_array_index (entry->reasons, i), relaxation))
      return FALSE;
  }

  return TRUE;
}

/* How many come back, and who is the best of them; who does so by chance counts too. */
static void
follow_way (SlAnalysis *self, const SlRanking *ranking, SlWayBack *way)
{
  g_autoptr (SlAnalysis) relaxed = analyse_relaxed (self, way->relaxation);
  const SlRanking *changed = sl_analysis_get_ranking (relaxed, ranking->board);

  for (guint i = 0; i < changed->n_entries; i++) {
    const SlEntry *entry = &changed->entries[i];

    if (!comes_back (entry, way->relaxation))
      continue;
    if (way->n_back == 0 || entry->score > way->best_score) {
      way->best = sl_ranking_find (ranking, entry->id);
      way->best_score = entry->score;
    }
    way->n_back++;
  }
}

static void
add_way (GArray *ways, const SlRelaxation *relaxation, const SlEntry *entry)
{
  SlWayBack way = { relaxation, entry, relaxation->score, 0 };

  for (guint i = 0; i < ways->len; i++) {
    SlWayBack *known = &g_array_index (ways, SlWayBack, i);

    if (!relaxes_same (known->relaxation, relaxation))
      continue;
    if (relaxation->score > known->relaxation->score) {
      known->relaxation = relaxation;
      known->best = entry;
      known->best_score = relaxation->score;
    }
    return;
  }
  g_array_append_val (ways, way);
}

static GArray *
list_ways (SlAnalysis *self, SlBoard board)
{
  const SlRanking *ranking = &self->boards[board].public;
  GArray *ways = g_array_new (FALSE, FALSE, sizeof (SlWayBack));
  guint fewest = G_MAXUINT;

  if (ranking->n_ranked > 0)
    return ways;

  for (guint i = 0; i < ranking->n_entries; i++)
    fewest = MIN (fewest, count_concessions (self->relaxations[board][i]));
  for (guint i = 0; i < ranking->n_entries; i++) {
    const GPtrArray *relaxations = self->relaxations[board][i];

    for (guint k = 0; k < relaxations->len && count_concessions (relaxations) == fewest; k++)
      add_way (ways, g_ptr_array_index (relaxations, k), &ranking->entries[i]);
  }
  for (guint i = 0; i < ways->len; i++)
    follow_way (self, ranking, &g_array_index (ways, SlWayBack, i));
  g_array_sort (ways, compare_ways);

  return ways;
}

/* ---- all of it ---- */

static gboolean
any_open (const Search *self, guint n_facts)
{
  for (guint board = 0; board < SL_N_BOARDS; board++) {
    for (guint i = 0; i < self->analysis->boards[board].public.n_entries; i++) {
      if (is_open (self, board, i, n_facts))
        return TRUE;
    }
  }

  return FALSE;
}

static void
find_relaxations (SlAnalysis *self)
{
  Search search = { self, g_array_new (FALSE, FALSE, sizeof (Change)), { NULL }, 0 };

  for (guint board = 0; board < SL_N_BOARDS; board++) {
    const SlRanking *ranking = &self->boards[board].public;

    self->relaxations[board] = g_new0 (GPtrArray *, ranking->n_entries + 1);
    for (guint i = 0; i < ranking->n_entries; i++)
      self->relaxations[board][i] = g_ptr_array_new_with_free_func (relaxation_free);
  }
  find_changes (&search);
  for (guint n = 0; n <= MAX_FACTS && any_open (&search, n); n++)
    try_combinations (&search, n, 0);
  for (guint board = 0; board < SL_N_BOARDS; board++)
    self->ways_back[board] = list_ways (self, board);
  g_array_unref (search.changes);
}

void
sl_analysis_clear_relaxations (SlAnalysis *self)
{
  for (guint board = 0; board < SL_N_BOARDS; board++) {
    for (guint i = 0; self->relaxations[board] != NULL && self->relaxations[board][i] != NULL; i++)
      g_ptr_array_unref (self->relaxations[board][i]);
    g_clear_pointer (&self->relaxations[board], g_free);
    g_clear_pointer (&self->ways_back[board], g_array_unref);
  }
}

static SlAnalysis *
ensure (SlAnalysis *self)
{
  SlAnalysis *base = sl_analysis_get_base (self);

  if (g_once_init_enter (&base->relaxations_once)) {
    find_relaxations (base);
    g_once_init_leave (&base->relaxations_once, 1);
  }

  return base;
}

const GPtrArray *
sl_analysis_get_relaxations (SlAnalysis *self, SlBoard board, const SlEntry *entry)
{
  const SlRanking *ranking;

  g_return_val_if_fail (self != NULL && entry != NULL, NULL);
  g_return_val_if_fail ((guint) board < SL_N_BOARDS, NULL);

  ranking = sl_analysis_get_ranking (self, board);
  g_return_val_if_fail (entry >= ranking->entries && entry < ranking->entries + ranking->n_entries,
                        NULL);

  return ensure (self)->relaxations[board][entry - ranking->entries];
}

const GArray *
sl_analysis_get_ways_back (SlAnalysis *self, SlBoard board)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) board < SL_N_BOARDS, NULL);

  return ensure (self)->ways_back[board];
}

char *
sl_analysis_describe_relaxations (SlAnalysis *self, SlBoard board, const SlEntry *entry)
{
  const GPtrArray *relaxations = sl_analysis_get_relaxations (self, board, entry);
  g_autofree char *all = NULL;

  g_return_val_if_fail (relaxations != NULL, NULL);

  if (relaxations->len == 0)
    return g_strdup (_ ("Nothing that could be relaxed brings it back."));
  for (guint i = 0; i < MIN (relaxations->len, MAX_NAMED); i++) {
    const char *one = ((const SlRelaxation *) g_ptr_array_index (relaxations, i))->text;
    char *both = all == NULL ? g_strdup (one)
                             /* Translators: two ways to the same. */
                             : g_strdup_printf (_ ("%1$s – or %2$s"), all, one);

    g_free (all);
    all = both;
  }

  /* Translators: what would bring back an alternative that is ruled out, as in «Back with Runs on
   * premises: Off instead of On.» */
  return g_strdup_printf (_ ("Back with %s."), all);
}

char *
sl_way_back_describe (const SlWayBack *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strdup_printf (
      dngettext (GETTEXT_PACKAGE,
                 /* Translators: what would bring back somebody where nobody is left: %1$s is what
                  * to change, %2$u how many come back, %3$s the best of them and %4$.1f its
                  * score. */
                 "%1$s: brings %2$u back, %3$s with %4$.1f points",
                 "%1$s: brings %2$u back, the best of them %3$s with %4$.1f points", self->n_back),
      self->relaxation->text, self->n_back, self->best->name, self->best_score);
}
