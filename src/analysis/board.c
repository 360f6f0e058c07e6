/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One board: which criteria tell its alternatives apart, what each weighs, who is excluded, and the
 * ranking. */

#include "config.h"

#include "analysis-private.h"

#include "catalogue/number.h"

#include <math.h>
#include <string.h>

#include "catalogue/translation.h"

#define MINIMUM_TOLERANCE 1e-9

static gboolean
criterion_counts (const SlCriterion *criterion, SlBoard board)
{
  switch (board) {
  case SL_BOARD_TECHNOLOGIES:
    return criterion->technology_share > 0;
  case SL_BOARD_PATTERNS:
    return criterion->technology_share < 1;
  case SL_BOARD_PAIRINGS:
  default:
    return TRUE;
  }
}

static void
choose_criteria (SlAnalysis *self, SlBoard board)
{
  const GPtrArray *criteria = sl_catalogue_get_criteria (self->catalogue);
  SlBoardResult *result = &self->boards[board];

  result->criteria = g_new (const SlCriterion *, criteria->len);
  for (guint i = 0; i < criteria->len; i++) {
    const SlCriterion *criterion = g_ptr_array_index (criteria, i);

    if (criterion_counts (criterion, board))
      result->criteria[result->public.n_criteria++] = criterion;
  }
}

gboolean
sl_board_weigh (SlAnalysis *self,
                const SlCriterion *const *criteria,
                guint n,
                const double *pillar_importance,
                const double *criterion_importance,
                double *weights)
{
  g_autofree size_t *pillars = g_new (size_t, n);
  g_autofree double *importance = g_new (double, n);
  g_autofree double *locks = g_new (double, n);
  SlDirectWeights direct = {
    .n_groups = sl_catalogue_get_pillars (self->catalogue)->len,
    .n_criteria = n,
    .groups = pillars,
    .group_importance = pillar_importance,
    .group_locks = self->requirements->pillar_lock,
    .importance = importance,
    .locks = locks,
  };

  for (guint i = 0; i < n; i++) {
    pillars[i] = criteria[i]->pillar->index;
    importance[i] = criterion_importance[criteria[i]->index];
    locks[i] = self->requirements->criterion_lock[criteria[i]->index];
  }

  return sl_weights_from_importance (&direct, weights);
}

static void
weigh (SlAnalysis *self, SlBoard board)
{
  SlBoardResult *result = &self->boards[board];
  guint n_pillars = sl_catalogue_get_pillars (self->catalogue)->len;
  guint n = result->public.n_criteria;

  result->weights = g_new (double, n);
  result->public.equal_weights =
      !sl_board_weigh (self, result->criteria, n, self->effects.pillar_importance,
                       self->effects.criterion_importance, result->weights);
  result->pillar_weights = g_new0 (double, n_pillars);
  result->locked = g_new (gboolean, n);
  for (guint i = 0; i < n; i++) {
    const SlCriterion *criterion = result->criteria[i];

    result->pillar_weights[criterion->pillar->index] += result->weights[i];
    result->locked[i] = !isnan (self->requirements->criterion_lock[criterion->index]) ||
                        !isnan (self->requirements->pillar_lock[criterion->pillar->index]);
  }
}

/* ---- entries ---- */

static guint
count_entries (SlAnalysis *self, SlBoard board)
{
  switch (board) {
  case SL_BOARD_TECHNOLOGIES:
    return sl_catalogue_get_technologies (self->catalogue)->len;
  case SL_BOARD_PATTERNS:
    return sl_catalogue_get_patterns (self->catalogue)->len;
  case SL_BOARD_PAIRINGS:
  default:
    return sl_catalogue_get_pairings (self->catalogue)->len;
  }
}

/* Values of a pairing on all criteria of the catalogue. */
static void
blend (SlAnalysis *self, const SlPairing *pairing, double *values)
{
  const GPtrArray *criteria = sl_catalogue_get_criteria (self->catalogue);
  const double *technology =
      self->effects.technology_values.mode + pairing->technology->index * criteria->len;
  const double *pattern =
      self->effects.pattern_values.mode + pairing->pattern->index * criteria->len;

  for (guint i = 0; i < criteria->len; i++) {
    double share = ((const SlCriterion *) g_ptr_array_index (criteria, i))->technology_share;

    values[i] = share * technology[i] + (1 - share) * pattern[i];
  }
}

static void
extend_reasons (SlAnalysis *self, GPtrArray **reasons, const GPtrArray *more)
{
  if (more == NULL)
    return;
  if (*reasons == NULL)
    *reasons = sl_analysis_add_reason_list (self);
  for (guint i = 0; i < more->len; i++)
    g_ptr_array_add (*reasons, g_ptr_array_index (more, i));
}

/* Fills in who the entry is, its values on all criteria, and the rules that exclude it. */
static GPtrArray *
describe_entry (SlAnalysis *self, SlBoard board, guint index, SlEntry *entry, double *values)
{
  guint n_criteria = sl_catalogue_get_criteria (self->catalogue)->len;
  GPtrArray *reasons = NULL;

  if (board == SL_BOARD_PAIRINGS) {
    const SlPairing *pairing =
        g_ptr_array_index (sl_catalogue_get_pairings (self->catalogue), index);

    entry->id = pairing->id;
    entry->name = pairing->name;
    entry->technology = pairing->technology;
    entry->pattern = pairing->pattern;
    blend (self, pairing, values);
    extend_reasons (self, &reasons, self->effects.technology_reasons[pairing->technology->index]);
    extend_reasons (self, &reasons, self->effects.pattern_reasons[pairing->pattern->index]);
    extend_reasons (self, &reasons, sl_effects_apply_to_pairing (self, pairing, values));
  } else {
    gboolean is_technology = board == SL_BOARD_TECHNOLOGIES;
    const GPtrArray *alternatives = is_technology ? sl_catalogue_get_technologies (self->catalogue)
                                                  : sl_catalogue_get_patterns (self->catalogue);
    const double *rows =
        is_technology ? self->effects.technology_values.mode : self->effects.pattern_values.mode;
    const SlAlternative *alternative = g_ptr_array_index (alternatives, index);

    entry->id = alternative->id;
    entry->name = alternative->name;
    if (is_technology)
      entry->technology = alternative;
    else
      entry->pattern = alternative;
    memcpy (values, rows + index * n_criteria, n_criteria * sizeof *values);
    extend_reasons (self, &reasons,
                    is_technology ? self->effects.technology_reasons[index]
                                  : self->effects.pattern_reasons[index]);
  }

  return reasons;
}

static gboolean
is_overridden (SlAnalysis *self, const SlEntry *entry)
{
  const GPtrArray *overrides = self->requirements->overrides;

  for (guint i = 0; i < overrides->len; i++) {
    const SlOverride *override = g_ptr_array_index (overrides, i);

    if (override->alternative == entry->technology || override->alternative == entry->pattern)
      return TRUE;
  }

  return FALSE;
}

/* ---- minimums ---- */

/* A sum of shares of 60 is 60, whatever its last bits say. */
static gboolean
is_below (double value, double minimum)
{
  return value < minimum - MINIMUM_TOLERANCE;
}

char *
sl_describe_minimum (double minimum)
{
  return g_strdup_printf ("%.*f", sl_number_count_decimals (minimum), minimum);
}

/* More decimals than that only where it takes them to tell the two apart. */
static char *
describe_shortfall (const char *name, double value, double minimum)
{
  for (int decimals = sl_number_count_decimals (minimum);; decimals++) {
    g_autofree char *reached = g_strdup_printf ("%.*f", decimals, value);
    g_autofree char *asked = g_strdup_printf ("%.*f", decimals, minimum);

    if (g_str_equal (reached, asked) && decimals < SL_NUMBER_MAX_DECIMALS)
      continue;

    /* Translators: why an alternative is ruled out: %1$s is a pillar or a criterion, then its value
     * and the minimum that was asked for, as in «Security: 61 is below the minimum of 70». */
    return g_strdup_printf (_ ("%1$s: %2$s is below the minimum of %3$s"), name, reached, asked);
  }
}

static void
add_minimum_reason (SlAnalysis *self,
                    GPtrArray **reasons,
                    const SlPillar *pillar,
                    const SlCriterion *criterion,
                    double value,
                    double minimum)
{
  SlReason *reason = sl_analysis_add_reason (self);

  reason->pillar = pillar;
  reason->criterion = criterion;
  reason->value = value;
  reason->minimum = minimum;
  reason->text =
      describe_shortfall (pillar != NULL ? pillar->name : criterion->name, value, minimum);
  if (*reasons == NULL)
    *reasons = sl_analysis_add_reason_list (self);
  g_ptr_array_add (*reasons, reason);
}

static void
check_criterion_minimums (SlAnalysis *self,
                          const SlBoardResult *result,
                          const double *values,
                          GPtrArray **reasons)
{
  for (guint i = 0; i < result->public.n_criteria; i++) {
    const SlCriterion *criterion = result->criteria[i];
    double minimum = self->requirements->criterion_minimum[criterion->index];

    if (!isnan (minimum) && is_below (values[i], minimum))
      add_minimum_reason (self, reasons, NULL, criterion, values[i], minimum);
  }
}

/* The value of a pillar is the mean of its criteria's on the board, by their weight; if it has
 * none, by their importance; if none matters, their plain mean. */
static double
pillar_value (SlAnalysis *self,
              const SlBoardResult *result,
              const SlPillar *pillar,
              const double *values)
{
  gboolean has_weight = result->pillar_weights[pillar->index] > 0;
  double sum = 0, total = 0, plain = 0;
  guint n = 0;

  for (guint i = 0; i < result->public.n_criteria; i++) {
    double part;

    if (result->criteria[i]->pillar != pillar)
      continue;
    part = has_weight ? result->weights[i]
                      : self->effects.criterion_importance[result->criteria[i]->index];
    sum += part * values[i];
    total += part;
    plain += values[i];
    n++;
  }
  if (total > 0)
    return sum / total;

  return n > 0 ? plain / n : NAN;
}

static void
check_pillar_minimums (SlAnalysis *self,
                       const SlBoardResult *result,
                       const double *values,
                       GPtrArray **reasons)
{
  const GPtrArray *pillars = sl_catalogue_get_pillars (self->catalogue);

  for (guint i = 0; i < pillars->len; i++) {
    const SlPillar *pillar = g_ptr_array_index (pillars, i);
    double minimum = self->requirements->pillar_minimum[i];
    double value;

    if (isnan (minimum))
      continue;
    value = pillar_value (self, result, pillar, values);
    if (is_below (value, minimum))
      add_minimum_reason (self, reasons, pillar, NULL, value, minimum);
  }
}

/* ---- ranking ---- */

static int
compare_entries (const void *a, const void *b)
{
  const SlEntry *one = a, *other = b;
  gboolean one_excluded = one->rank == 0, other_excluded = other->rank == 0;

  if (one_excluded != other_excluded)
    return one_excluded ? 1 : -1;
  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;
  if (one_excluded && (one->score < other->score || one->score > other->score))
    return one->score > other->score ? -1 : 1;
  /* Byte order, so that the order of ties does not depend on the language. */
  return strcmp (one->name, other->name);
}

static void
rank (SlBoardResult *result)
{
  guint n = result->public.n_entries;
  g_autofree double *scores = g_new (double, n);
  g_autofree gboolean *included = g_new (gboolean, n);
  g_autofree unsigned *ranks = g_new (unsigned, n);
  double lowest = INFINITY, highest = -INFINITY;

  if (n == 0)
    return;

  for (guint i = 0; i < n; i++) {
    scores[i] = result->entries[i].score;
    included[i] = result->entries[i].reasons->len == 0;
    if (!included[i])
      continue;
    result->public.n_ranked++;
    lowest = MIN (lowest, scores[i]);
    highest = MAX (highest, scores[i]);
  }
  if (result->public.n_ranked == 0)
    memset (ranks, 0, n * sizeof *ranks);
  else
    sl_ranks_competition (scores, included, n, SL_TIE_TOLERANCE * (highest - lowest), ranks);
  for (guint i = 0; i < n; i++)
    result->entries[i].rank = ranks[i];
  qsort (result->entries, n, sizeof *result->entries, compare_entries);
}

/* Where an entry keeps its numbers: values, contributions, and contributions by pillar. */
static void
assign_numbers (SlBoardResult *result, guint n_pillars, guint index, SlEntry *entry)
{
  guint n = result->public.n_criteria;
  double *numbers = result->numbers + index * (2 * n + n_pillars);

  entry->values = numbers;
  entry->contributions = numbers + n;
  entry->pillar_contributions = numbers + 2 * n;
}

/* The parts of the additive score, brought to the size of the score where another method gave it.
 */
static void
split_score (const SlBoardResult *result, SlEntry *entry)
{
  double *parts = (double *) entry->contributions;
  double *pillars = (double *) entry->pillar_contributions;
  double sum, factor;

  sl_additive_evaluate (entry->values, result->weights, 1, result->public.n_criteria, &sum, parts);
  factor = result->method == SL_METHOD_ADDITIVE || sum <= 0 ? 1 : entry->score / sum;
  for (guint i = 0; i < result->public.n_criteria; i++) {
    parts[i] *= factor;
    pillars[result->criteria[i]->pillar->index] += parts[i];
  }
}

static void
average (SlBoardResult *result, guint n_pillars)
{
  guint n = result->public.n_ranked;

  result->mean_pillar_contributions = g_new0 (double, n_pillars);
  for (guint i = 0; i < n; i++) {
    for (guint j = 0; j < n_pillars; j++)
      result->mean_pillar_contributions[j] += result->entries[i].pillar_contributions[j] / n;
  }
}

void
sl_board_result_init (SlAnalysis *self, SlBoard board)
{
  guint n_pillars = sl_catalogue_get_pillars (self->catalogue)->len;
  guint n_all = sl_catalogue_get_criteria (self->catalogue)->len;
  g_autofree double *all_values = g_new (double, n_all);
  SlBoardResult *result = &self->boards[board];
  guint n;

  result->method = self->requirements->method;
  choose_criteria (self, board);
  weigh (self, board);
  n = result->public.n_criteria;
  result->public.board = board;
  result->public.n_entries = count_entries (self, board);
  result->entries = g_new0 (SlEntry, result->public.n_entries);
  result->numbers = g_new0 (double, (gsize) result->public.n_entries * (2 * n + n_pillars));

  for (guint i = 0; i < result->public.n_entries; i++) {
    SlEntry *entry = &result->entries[i];
    GPtrArray *reasons = describe_entry (self, board, i, entry, all_values);

    entry->overridden = is_overridden (self, entry);
    assign_numbers (result, n_pillars, i, entry);
    for (guint j = 0; j < n; j++)
      ((double *) entry->values)[j] = all_values[result->criteria[j]->index];
    check_criterion_minimums (self, result, entry->values, &reasons);
    check_pillar_minimums (self, result, entry->values, &reasons);
    entry->reasons = reasons != NULL ? reasons : self->no_reasons;
  }
  sl_board_result_score (result);
  for (guint i = 0; i < result->public.n_entries; i++)
    split_score (result, &result->entries[i]);
  rank (result);
  average (result, n_pillars);

  result->public.criteria = result->criteria;
  result->public.weights = result->weights;
  result->public.pillar_weights = result->pillar_weights;
  result->public.locked = result->locked;
  result->public.mean_pillar_contributions = result->mean_pillar_contributions;
  result->public.entries = result->entries;
}

void
sl_board_result_clear (SlBoardResult *self)
{
  g_clear_pointer (&self->entries, g_free);
  g_clear_pointer (&self->criteria, g_free);
  g_clear_pointer (&self->weights, g_free);
  g_clear_pointer (&self->pillar_weights, g_free);
  g_clear_pointer (&self->locked, g_free);
  g_clear_pointer (&self->mean_pillar_contributions, g_free);
  g_clear_pointer (&self->numbers, g_free);
  g_clear_pointer (&self->agreement.ranks, g_free);
  sl_board_result_clear_bands (self);
}

const SlEntry *
sl_ranking_find (const SlRanking *ranking, const char *id)
{
  g_return_val_if_fail (ranking != NULL && id != NULL, NULL);

  for (guint i = 0; i < ranking->n_entries; i++) {
    if (g_str_equal (ranking->entries[i].id, id))
      return &ranking->entries[i];
  }

  return NULL;
}

const SlEntry *
sl_ranking_get_first (const SlRanking *ranking)
{
  g_return_val_if_fail (ranking != NULL, NULL);

  return ranking->n_ranked > 0 ? &ranking->entries[0] : NULL;
}

gboolean
sl_ranking_dominates (const SlRanking *ranking, const SlEntry *first, const SlEntry *second)
{
  g_return_val_if_fail (ranking != NULL && first != NULL && second != NULL, FALSE);

  return first->rank > 0 && second->rank > 0 &&
         sl_dominates (first->values, second->values, ranking->weights, NULL, ranking->n_criteria);
}
