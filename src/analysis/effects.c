/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rules do: which of them hold, what they emphasise, whose values they change and whom
 * they exclude. A rule about technologies or about patterns acts on those, and through them on
 * their pairings; a rule about both acts on the pairings alone. */

#include "config.h"

#include "analysis-private.h"

static double
clamp_value (double value)
{
  return CLAMP (value, 0, 100);
}

gboolean
sl_rule_names_technology (const SlRule *rule, const SlAlternative *technology)
{
  return rule->technologies != NULL && rule->patterns == NULL &&
         rule->technologies[technology->index];
}

gboolean
sl_rule_names_pattern (const SlRule *rule, const SlAlternative *pattern)
{
  return rule->patterns != NULL && rule->technologies == NULL && rule->patterns[pattern->index];
}

static gboolean
rule_names_pairing (const SlRule *rule,
                    const SlAlternative *technology,
                    const SlAlternative *pattern)
{
  return rule->technologies != NULL && rule->patterns != NULL &&
         rule->technologies[technology->index] && rule->patterns[pattern->index];
}

gboolean
sl_rule_names_entry (const SlRule *rule, const SlEntry *entry)
{
  return (entry->technology != NULL && sl_rule_names_technology (rule, entry->technology)) ||
         (entry->pattern != NULL && sl_rule_names_pattern (rule, entry->pattern)) ||
         (entry->technology != NULL && entry->pattern != NULL &&
          rule_names_pairing (rule, entry->technology, entry->pattern));
}

static void
find_active_rules (SlAnalysis *self)
{
  const GPtrArray *rules = sl_catalogue_get_rules (self->catalogue);

  self->effects.active = g_ptr_array_new ();
  for (guint i = 0; i < rules->len; i++) {
    const SlRule *rule = g_ptr_array_index (rules, i);

    if (sl_condition_holds (rule->condition, self->requirements->facts))
      g_ptr_array_add (self->effects.active, (gpointer) rule);
  }
}

/* Many rules that emphasise the same must not take a product out of the range of the type. */
static double
multiply (double importance, double factor)
{
  return MIN (importance * factor, SL_LARGEST_IMPORTANCE);
}

static void
emphasise (SlAnalysis *self)
{
  SlEffects *effects = &self->effects;
  guint n_pillars = sl_catalogue_get_pillars (self->catalogue)->len;
  guint n_criteria = sl_catalogue_get_criteria (self->catalogue)->len;

  effects->pillar_importance =
      g_memdup2 (self->requirements->pillar_importance, n_pillars * sizeof (double));
  effects->criterion_importance =
      g_memdup2 (self->requirements->criterion_importance, n_criteria * sizeof (double));

  for (guint i = 0; i < effects->active->len; i++) {
    const SlRule *rule = g_ptr_array_index (effects->active, i);

    for (guint j = 0; j < rule->emphases->len; j++) {
      const SlEmphasis *emphasis = &g_array_index (rule->emphases, SlEmphasis, j);
      double *importance = emphasis->pillar != NULL
                               ? &effects->pillar_importance[emphasis->pillar->index]
                               : &effects->criterion_importance[emphasis->criterion->index];

      *importance = multiply (*importance, emphasis->factor);
    }
  }
}

static void
adjust (const SlRule *rule, double *values)
{
  for (guint i = 0; i < rule->adjustments->len; i++) {
    const SlAdjustment *adjustment = &g_array_index (rule->adjustments, SlAdjustment, i);

    values[adjustment->criterion->index] += adjustment->points;
  }
}

static void
spread_init (SlSpread *self, gsize n)
{
  self->low = g_new (double, n);
  self->mode = g_new (double, n);
  self->high = g_new (double, n);
}

static void
spread_clear (SlSpread *self)
{
  g_clear_pointer (&self->low, g_free);
  g_clear_pointer (&self->mode, g_free);
  g_clear_pointer (&self->high, g_free);
}

static SlSpread
spread_row (const SlSpread *self, gsize offset)
{
  return (SlSpread) { self->low + offset, self->mode + offset, self->high + offset };
}

static void
put_own_values (SlAnalysis *self, const SlAlternative *alternative, const SlSpread *row)
{
  guint n_criteria = sl_catalogue_get_criteria (self->catalogue)->len;
  const GPtrArray *overrides = self->requirements->overrides;

  for (guint i = 0; i < n_criteria; i++) {
    row->low[i] = alternative->cells[i].low;
    row->mode[i] = alternative->cells[i].mode;
    row->high[i] = alternative->cells[i].high;
  }
  for (guint i = 0; i < overrides->len; i++) {
    const SlOverride *override = g_ptr_array_index (overrides, i);

    if (override->alternative != alternative)
      continue;
    row->low[override->criterion->index] = override->low;
    row->mode[override->criterion->index] = override->mode;
    row->high[override->criterion->index] = override->high;
  }
}

typedef gboolean (*NamesFunc) (const SlRule *rule, const SlAlternative *alternative);

/* Fills a row of values for each alternative, and the reasons of those that a rule excludes. */
static void
apply_to_alternatives (SlAnalysis *self,
                       const GPtrArray *alternatives,
                       NamesFunc names,
                       const SlSpread *values,
                       GPtrArray **reasons)
{
  guint n_criteria = sl_catalogue_get_criteria (self->catalogue)->len;

  for (guint i = 0; i < alternatives->len; i++) {
    const SlAlternative *alternative = g_ptr_array_index (alternatives, i);
    SlSpread row = spread_row (values, (gsize) i * n_criteria);

    put_own_values (self, alternative, &row);
    for (guint j = 0; j < self->effects.active->len; j++) {
      const SlRule *rule = g_ptr_array_index (self->effects.active, j);

      if (!names (rule, alternative))
        continue;
      adjust (rule, row.low);
      adjust (rule, row.mode);
      adjust (rule, row.high);
      if (rule->excludes) {
        if (reasons[i] == NULL)
          reasons[i] = sl_analysis_add_reason_list (self);
        g_ptr_array_add (reasons[i], (gpointer) sl_analysis_add_rule_reason (self, rule));
      }
    }
    for (guint j = 0; j < n_criteria; j++) {
      row.low[j] = clamp_value (row.low[j]);
      row.mode[j] = clamp_value (row.mode[j]);
      row.high[j] = clamp_value (row.high[j]);
    }
  }
}

void
sl_effects_init (SlAnalysis *self)
{
  const GPtrArray *technologies = sl_catalogue_get_technologies (self->catalogue);
  const GPtrArray *patterns = sl_catalogue_get_patterns (self->catalogue);
  guint n_criteria = sl_catalogue_get_criteria (self->catalogue)->len;
  SlEffects *effects = &self->effects;

  find_active_rules (self);
  emphasise (self);
  spread_init (&effects->technology_values, (gsize) technologies->len * n_criteria);
  effects->technology_reasons = g_new0 (GPtrArray *, technologies->len);
  apply_to_alternatives (self, technologies, sl_rule_names_technology, &effects->technology_values,
                         effects->technology_reasons);
  spread_init (&effects->pattern_values, (gsize) patterns->len * n_criteria);
  effects->pattern_reasons = g_new0 (GPtrArray *, patterns->len);
  apply_to_alternatives (self, patterns, sl_rule_names_pattern, &effects->pattern_values,
                         effects->pattern_reasons);
}

GPtrArray *
sl_effects_apply_to_pairing (SlAnalysis *self, const SlPairing *pairing, double *values)
{
  guint n_criteria = sl_catalogue_get_criteria (self->catalogue)->len;
  GPtrArray *reasons = NULL;

  for (guint i = 0; i < self->effects.active->len; i++) {
    const SlRule *rule = g_ptr_array_index (self->effects.active, i);

    if (!rule_names_pairing (rule, pairing->technology, pairing->pattern))
      continue;
    adjust (rule, values);
    if (rule->excludes) {
      if (reasons == NULL)
        reasons = sl_analysis_add_reason_list (self);
      g_ptr_array_add (reasons, (gpointer) sl_analysis_add_rule_reason (self, rule));
    }
  }
  for (guint i = 0; i < n_criteria; i++)
    values[i] = clamp_value (values[i]);

  return reasons;
}

void
sl_effects_add_points (SlAnalysis *self, const SlPairing *pairing, double *points)
{
  for (guint i = 0; i < self->effects.active->len; i++) {
    const SlRule *rule = g_ptr_array_index (self->effects.active, i);

    if (rule_names_pairing (rule, pairing->technology, pairing->pattern))
      adjust (rule, points);
  }
}

double
sl_effects_get_factor (SlAnalysis *self, const SlPillar *pillar, const SlCriterion *criterion)
{
  double factor = 1;

  for (guint i = 0; i < self->effects.active->len; i++) {
    const SlRule *rule = g_ptr_array_index (self->effects.active, i);

    for (guint j = 0; j < rule->emphases->len; j++) {
      const SlEmphasis *emphasis = &g_array_index (rule->emphases, SlEmphasis, j);

      if (pillar != NULL ? emphasis->pillar == pillar : emphasis->criterion == criterion)
        factor = multiply (factor, emphasis->factor);
    }
  }

  return factor;
}

void
sl_effects_clear (SlEffects *self)
{
  g_clear_pointer (&self->active, g_ptr_array_unref);
  g_clear_pointer (&self->pillar_importance, g_free);
  g_clear_pointer (&self->criterion_importance, g_free);
  spread_clear (&self->technology_values);
  spread_clear (&self->pattern_values);
  g_clear_pointer (&self->technology_reasons, g_free);
  g_clear_pointer (&self->pattern_reasons, g_free);
}
