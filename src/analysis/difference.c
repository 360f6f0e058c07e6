/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "difference.h"

#include <math.h>

#include "catalogue/translation.h"

/* Values are shown to one decimal: what looks the same is the same. */
#define VALUE_STEP 0.05

static void
change_free (gpointer data)
{
  SlChange *self = data;

  g_free (self->what);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

/* Takes the texts. */
static void
add_change (GPtrArray *changes, SlChangeKind kind, char *what, char *before, char *after)
{
  SlChange *self = g_new0 (SlChange, 1);

  self->kind = kind;
  self->what = what;
  self->before = before;
  self->after = after;
  g_ptr_array_add (changes, self);
}

static gboolean
same_number (double a, double b)
{
  return isnan (a) ? isnan (b) : a >= b && a <= b;
}

static char *
describe_number (double number)
{
  return isnan (number) ? g_strdup (C_ ("minimum", "None")) : g_strdup_printf ("%.4g", number);
}

/* ---- what is required ---- */

/* Takes what it is called. */
static void
compare_numbers (GPtrArray *changes, char *what, double before, double after)
{
  if (same_number (before, after))
    g_free (what);
  else
    add_change (changes, SL_CHANGE_REQUIREMENT, what, describe_number (before),
                describe_number (after));
}

static char *
name_importance (const char *name)
{
  /* Translators: %s is a pillar or a criterion, as in «Importance of Security». */
  return g_strdup_printf (_ ("Importance of %s"), name);
}

static char *
name_minimum (const char *name)
{
  /* Translators: %s is a pillar or a criterion, as in «Minimum of Security». */
  return g_strdup_printf (_ ("Minimum of %s"), name);
}

static void
compare_importance (GPtrArray *changes, SlRequirements *before, SlRequirements *after)
{
  const GPtrArray *pillars = sl_catalogue_get_pillars (after->catalogue);
  const GPtrArray *criteria = sl_catalogue_get_criteria (after->catalogue);

  for (guint i = 0; i < pillars->len; i++) {
    const SlPillar *pillar = g_ptr_array_index (pillars, i);
    const SlPillar *old = sl_catalogue_find_pillar (before->catalogue, pillar->id);

    if (old == NULL)
      continue;
    compare_numbers (changes, name_importance (pillar->name), before->pillar_importance[old->index],
                     after->pillar_importance[i]);
    compare_numbers (changes, name_minimum (pillar->name), before->pillar_minimum[old->index],
                     after->pillar_minimum[i]);
  }
  for (guint i = 0; i < criteria->len; i++) {
    const SlCriterion *criterion = g_ptr_array_index (criteria, i);
    const SlCriterion *old = sl_catalogue_find_criterion (before->catalogue, criterion->id);

    if (old == NULL)
      continue;
    compare_numbers (changes, name_importance (criterion->name),
                     before->criterion_importance[old->index], after->criterion_importance[i]);
    compare_numbers (changes, name_minimum (criterion->name), before->criterion_minimum[old->index],
                     after->criterion_minimum[i]);
  }
}

static void
compare_facts (GPtrArray *changes, SlRequirements *before, SlRequirements *after)
{
  const GPtrArray *facts = sl_catalogue_get_facts (after->catalogue);

  for (guint i = 0; i < facts->len; i++) {
    const SlFact *fact = g_ptr_array_index (facts, i);
    const SlFact *old = sl_catalogue_find_fact (before->catalogue, fact->id);
    g_autofree char *one = NULL;
    g_autofree char *other = NULL;

    if (old == NULL)
      continue;
    one = sl_fact_describe (old, before->facts[old->index]);
    other = sl_fact_describe (fact, after->facts[i]);
    if (!g_str_equal (one, other))
      add_change (changes, SL_CHANGE_REQUIREMENT, g_strdup (fact->name), g_steal_pointer (&one),
                  g_steal_pointer (&other));
  }
}

static const SlOverride *
find_override (SlRequirements *requirements, const SlOverride *model)
{
  const SlAlternative *alternative =
      sl_catalogue_find_alternative (requirements->catalogue, model->alternative->id);
  const SlCriterion *criterion =
      sl_catalogue_find_criterion (requirements->catalogue, model->criterion->id);

  return alternative != NULL && criterion != NULL
             ? sl_requirements_find_override (requirements, alternative, criterion)
             : NULL;
}

static char *
describe_override (const SlOverride *override)
{
  if (override == NULL)
    return g_strdup (_ ("The catalogue’s"));

  /* Translators: a value from 0 to 100 that the team set, and its reason. */
  return g_strdup_printf (_ ("%1$.4g (%2$s)"), override->mode, override->reason);
}

static char *
name_value (const SlCriterion *criterion, const SlAlternative *alternative)
{
  /* Translators: a criterion's value of an alternative, as in «Security of Go». */
  return g_strdup_printf (_ ("%1$s of %2$s"), criterion->name, alternative->name);
}

static void
compare_override (GPtrArray *changes, const SlOverride *before, const SlOverride *after)
{
  const SlOverride *one = after != NULL ? after : before;

  if (before != NULL && after != NULL && same_number (before->low, after->low) &&
      same_number (before->mode, after->mode) && same_number (before->high, after->high) &&
      g_str_equal (before->reason, after->reason))
    return;

  add_change (changes, SL_CHANGE_REQUIREMENT, name_value (one->criterion, one->alternative),
              describe_override (before), describe_override (after));
}

static void
compare_overrides (GPtrArray *changes, SlRequirements *before, SlRequirements *after)
{
  for (guint i = 0; i < after->overrides->len; i++) {
    const SlOverride *override = g_ptr_array_index (after->overrides, i);

    compare_override (changes, find_override (before, override), override);
  }
  for (guint i = 0; i < before->overrides->len; i++) {
    const SlOverride *override = g_ptr_array_index (before->overrides, i);

    if (find_override (after, override) == NULL)
      compare_override (changes, override, NULL);
  }
}

GPtrArray *
sl_list_requirement_changes (SlRequirements *before, SlRequirements *after)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (change_free);

  g_return_val_if_fail (before != NULL && after != NULL, changes);

  if (before->method != after->method)
    add_change (changes, SL_CHANGE_REQUIREMENT, g_strdup (_ ("Method")),
                g_strdup (sl_method_get_name (before->method)),
                g_strdup (sl_method_get_name (after->method)));
  compare_importance (changes, before, after);
  compare_facts (changes, before, after);
  compare_overrides (changes, before, after);

  return changes;
}

/* ---- the catalogue ---- */

typedef const char *(*Identify) (gpointer item);

static const char *
identify_alternative (gpointer item)
{
  return ((const SlAlternative *) item)->id;
}

static const char *
identify_rule (gpointer item)
{
  return ((const SlRule *) item)->id;
}

static GHashTable *
index_items (const GPtrArray *items, Identify identify)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < items->len; i++) {
    gpointer item = g_ptr_array_index (items, i);

    g_hash_table_insert (table, (gpointer) identify (item), item);
  }

  return table;
}

/* Those that only one of the two has, by their names. */
static void
compare_names (GPtrArray *changes,
               SlChangeKind kind,
               const GPtrArray *before,
               const GPtrArray *after,
               Identify identify,
               const char *(*name) (gpointer item))
{
  g_autoptr (GHashTable) old = index_items (before, identify);
  g_autoptr (GHashTable) new = index_items (after, identify);

  for (guint i = 0; i < after->len; i++) {
    gpointer item = g_ptr_array_index (after, i);

    if (!g_hash_table_contains (old, identify (item)))
      add_change (changes, kind, g_strdup (name (item)), NULL, g_strdup (_ ("New")));
  }
  for (guint i = 0; i < before->len; i++) {
    gpointer item = g_ptr_array_index (before, i);

    if (!g_hash_table_contains (new, identify (item)))
      add_change (changes, kind, g_strdup (name (item)), g_strdup (_ ("Gone")), NULL);
  }
}

static const char *
name_alternative (gpointer item)
{
  return ((const SlAlternative *) item)->name;
}

static const char *
name_rule (gpointer item)
{
  return ((const SlRule *) item)->statement;
}

#define NAMES(Type, type)                                                                          \
  static const char *identify_##type (gpointer item)                                               \
  {                                                                                                \
    return ((const Type *) item)->id;                                                              \
  }                                                                                                \
  static const char *name_##type (gpointer item)                                                   \
  {                                                                                                \
    return ((const Type *) item)->name;                                                            \
  }

NAMES (SlPillar, pillar)
NAMES (SlCriterion, criterion)
NAMES (SlFact, fact)

static gboolean
same_cell (const SlCell *a, const SlCell *b)
{
  return fabs (a->mode - b->mode) < VALUE_STEP && fabs (a->low - b->low) < VALUE_STEP &&
         fabs (a->high - b->high) < VALUE_STEP;
}

static char *
describe_cell (const SlCell *cell)
{
  /* Translators: a value from 0 to 100, and the range that it may be in. */
  return g_strdup_printf (_ ("%1$.1f (%2$.1f to %3$.1f)"), cell->mode, cell->low, cell->high);
}

static void
compare_cells (GPtrArray *changes,
               SlCatalogue *before,
               SlCatalogue *after,
               const SlAlternative *old,
               const SlAlternative *new)
{
  const GPtrArray *criteria = sl_catalogue_get_criteria (after);

  for (guint i = 0; i < criteria->len; i++) {
    const SlCriterion *criterion = g_ptr_array_index (criteria, i);
    const SlCriterion *old_criterion = sl_catalogue_find_criterion (before, criterion->id);

    if (old_criterion == NULL || same_cell (&old->cells[old_criterion->index], &new->cells[i]))
      continue;
    add_change (changes, SL_CHANGE_VALUE, name_value (criterion, new),
                describe_cell (&old->cells[old_criterion->index]), describe_cell (&new->cells[i]));
  }
}

static void
compare_values (GPtrArray *changes,
                SlCatalogue *before,
                SlCatalogue *after,
                const GPtrArray *alternatives)
{
  for (guint i = 0; i < alternatives->len; i++) {
    const SlAlternative *new = g_ptr_array_index (alternatives, i);
    const SlAlternative *old = sl_catalogue_find_alternative (before, new->id);

    if (old != NULL)
      compare_cells (changes, before, after, old, new);
  }
}

/* A rule that states the same may still do more, or less. */
static gboolean
same_rule (const SlRule *a, const SlRule *b)
{
  if (!g_str_equal (a->statement, b->statement) || a->strength != b->strength ||
      a->excludes != b->excludes || a->adjustments->len != b->adjustments->len ||
      a->emphases->len != b->emphases->len || g_strcmp0 (a->advice, b->advice) != 0)
    return FALSE;

  for (guint i = 0; i < a->adjustments->len; i++) {
    const SlAdjustment *one = &g_array_index (a->adjustments, SlAdjustment, i);
    const SlAdjustment *other = &g_array_index (b->adjustments, SlAdjustment, i);

    if (!g_str_equal (one->criterion->id, other->criterion->id) ||
        !same_number (one->points, other->points))
      return FALSE;
  }
  for (guint i = 0; i < a->emphases->len; i++) {
    if (!same_number (g_array_index (a->emphases, SlEmphasis, i).factor,
                      g_array_index (b->emphases, SlEmphasis, i).factor))
      return FALSE;
  }

  return TRUE;
}

static void
compare_rules (GPtrArray *changes, SlCatalogue *before, SlCatalogue *after)
{
  const GPtrArray *rules = sl_catalogue_get_rules (after);
  g_autoptr (GHashTable) old = index_items (sl_catalogue_get_rules (before), identify_rule);

  compare_names (changes, SL_CHANGE_RULE, sl_catalogue_get_rules (before), rules, identify_rule,
                 name_rule);
  for (guint i = 0; i < rules->len; i++) {
    const SlRule *rule = g_ptr_array_index (rules, i);
    const SlRule *other = g_hash_table_lookup (old, rule->id);

    if (other != NULL && !same_rule (other, rule))
      add_change (changes, SL_CHANGE_RULE, g_strdup (rule->statement), g_strdup (other->statement),
                  g_strdup (_ ("Changed")));
  }
}

GPtrArray *
sl_list_catalogue_changes (SlCatalogue *before, SlCatalogue *after)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (change_free);

  g_return_val_if_fail (before != NULL && after != NULL, changes);

  compare_names (changes, SL_CHANGE_ALTERNATIVE, sl_catalogue_get_technologies (before),
                 sl_catalogue_get_technologies (after), identify_alternative, name_alternative);
  compare_names (changes, SL_CHANGE_ALTERNATIVE, sl_catalogue_get_patterns (before),
                 sl_catalogue_get_patterns (after), identify_alternative, name_alternative);
  compare_names (changes, SL_CHANGE_CRITERION, sl_catalogue_get_pillars (before),
                 sl_catalogue_get_pillars (after), identify_pillar, name_pillar);
  compare_names (changes, SL_CHANGE_CRITERION, sl_catalogue_get_criteria (before),
                 sl_catalogue_get_criteria (after), identify_criterion, name_criterion);
  compare_names (changes, SL_CHANGE_FACT, sl_catalogue_get_facts (before),
                 sl_catalogue_get_facts (after), identify_fact, name_fact);
  compare_values (changes, before, after, sl_catalogue_get_technologies (after));
  compare_values (changes, before, after, sl_catalogue_get_patterns (after));
  compare_rules (changes, before, after);

  return changes;
}

/* ---- the ranking ---- */

static void
place_free (gpointer data)
{
  SlPlaceChange *self = data;

  g_free (self->name);
  g_free (self);
}

static guint
get_rank (const SlEntry *entry)
{
  return entry != NULL ? entry->rank : 0;
}

static void
add_place (GPtrArray *places, const SlEntry *old, const SlEntry *new)
{
  SlPlaceChange *self = g_new0 (SlPlaceChange, 1);

  self->name = g_strdup (new != NULL ? new->name : old->name);
  self->rank_before = get_rank (old);
  self->rank_after = get_rank (new);
  self->score_before = old != NULL ? old->score : NAN;
  self->score_after = new != NULL ? new->score : NAN;
  g_ptr_array_add (places, self);
}

GPtrArray *
sl_list_places (SlAnalysis *before, SlAnalysis *after, SlBoard board)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (place_free);
  const SlRanking *one, *other;

  g_return_val_if_fail (before != NULL && after != NULL, places);

  one = sl_analysis_get_ranking (before, board);
  other = sl_analysis_get_ranking (after, board);
  for (guint i = 0; i < other->n_ranked; i++)
    add_place (places, sl_ranking_find (one, other->entries[i].id), &other->entries[i]);
  for (guint i = 0; i < one->n_entries; i++) {
    const SlEntry *new = sl_ranking_find (other, one->entries[i].id);

    if (get_rank (new) == 0)
      add_place (places, &one->entries[i], new);
  }
  for (guint i = other->n_ranked; i < other->n_entries; i++) {
    if (sl_ranking_find (one, other->entries[i].id) == NULL)
      add_place (places, NULL, &other->entries[i]);
  }

  return places;
}
