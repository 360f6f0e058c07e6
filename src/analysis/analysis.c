/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "analysis-private.h"
#include "catalogue/translation.h"

G_DEFINE_BOXED_TYPE (SlAnalysis, sl_analysis, sl_analysis_ref, sl_analysis_unref)

static const struct {
  const char *id;
  const char *name;
} boards[SL_N_BOARDS] = {
  [SL_BOARD_TECHNOLOGIES] = { "technologies", N_ ("Technologies") },
  [SL_BOARD_PATTERNS] = { "patterns", N_ ("Patterns") },
  [SL_BOARD_PAIRINGS] = { "pairings", N_ ("Pairings") },
};

const char *
sl_board_get_id (SlBoard board)
{
  g_return_val_if_fail ((guint) board < SL_N_BOARDS, NULL);

  return boards[board].id;
}

const char *
sl_board_get_name (SlBoard board)
{
  g_return_val_if_fail ((guint) board < SL_N_BOARDS, NULL);

  return _ (boards[board].name);
}

gboolean
sl_board_from_id (const char *id, SlBoard *board)
{
  g_return_val_if_fail (id != NULL && board != NULL, FALSE);

  for (guint i = 0; i < SL_N_BOARDS; i++) {
    if (g_str_equal (boards[i].id, id)) {
      *board = i;
      return TRUE;
    }
  }

  return FALSE;
}

static void
reason_free (gpointer data)
{
  SlReason *self = data;

  /* A rule's statement is the catalogue's. */
  if (self->rule == NULL)
    g_free ((char *) self->text);
  g_free (self);
}

SlReason *
sl_analysis_add_reason (SlAnalysis *self)
{
  SlReason *reason = g_new0 (SlReason, 1);

  g_ptr_array_add (self->reasons, reason);

  return reason;
}

const SlReason *
sl_analysis_add_rule_reason (SlAnalysis *self, const SlRule *rule)
{
  SlReason *reason;

  for (guint i = 0; i < self->reasons->len; i++) {
    const SlReason *known = g_ptr_array_index (self->reasons, i);

    if (known->rule == rule)
      return known;
  }

  reason = sl_analysis_add_reason (self);
  reason->rule = rule;
  reason->text = rule->statement;

  return reason;
}

GPtrArray *
sl_analysis_add_reason_list (SlAnalysis *self)
{
  GPtrArray *list = g_ptr_array_new ();

  g_ptr_array_add (self->reason_lists, list);

  return list;
}

SlAnalysis *
sl_analysis_new (SlRequirements *requirements)
{
  SlAnalysis *self;

  g_return_val_if_fail (requirements != NULL, NULL);

  self = g_new0 (SlAnalysis, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->requirements = sl_requirements_ref (requirements);
  self->catalogue = requirements->catalogue;
  self->reasons = g_ptr_array_new_with_free_func (reason_free);
  self->reason_lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->no_reasons = g_ptr_array_new ();

  sl_effects_init (self);
  for (guint i = 0; i < SL_N_BOARDS; i++)
    sl_board_result_init (self, i);
  sl_explanation_init (self);

  return self;
}

/* A new one on the same ranking, with what was added to it so far. */
static SlAnalysis *
extend (SlAnalysis *self)
{
  SlAnalysis *extended = g_new0 (SlAnalysis, 1);

  g_atomic_ref_count_init (&extended->ref_count);
  extended->base = sl_analysis_ref (sl_analysis_get_base (self));
  for (guint i = 0; i < SL_N_BOARDS; i++) {
    if (self->robustness[i] != NULL)
      extended->robustness[i] = sl_robustness_ref (self->robustness[i]);
    if (self->sensitivity[i] != NULL)
      extended->sensitivity[i] = sl_sensitivity_ref (self->sensitivity[i]);
  }

  return extended;
}

SlAnalysis *
sl_analysis_with_robustness (SlAnalysis *self, SlRobustness *robustness)
{
  SlAnalysis *extended;

  g_return_val_if_fail (self != NULL && robustness != NULL, NULL);

  extended = extend (self);
  g_clear_pointer (&extended->robustness[robustness->board], sl_robustness_unref);
  extended->robustness[robustness->board] = sl_robustness_ref (robustness);

  return extended;
}

SlAnalysis *
sl_analysis_with_sensitivity (SlAnalysis *self, SlSensitivity *sensitivity)
{
  SlAnalysis *extended;

  g_return_val_if_fail (self != NULL && sensitivity != NULL, NULL);

  extended = extend (self);
  g_clear_pointer (&extended->sensitivity[sensitivity->board], sl_sensitivity_unref);
  extended->sensitivity[sensitivity->board] = sl_sensitivity_ref (sensitivity);

  return extended;
}

SlAnalysis *
sl_analysis_get_base (SlAnalysis *self)
{
  return self->base != NULL ? self->base : self;
}

gboolean
sl_analysis_has_same_ranking (SlAnalysis *self, SlAnalysis *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return sl_analysis_get_base (self) == sl_analysis_get_base (other);
}

const SlBoardResult *
sl_analysis_get_board_result (SlAnalysis *self, SlBoard board)
{
  return &sl_analysis_get_base (self)->boards[board];
}

SlAnalysis *
sl_analysis_ref (SlAnalysis *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
sl_analysis_unref (SlAnalysis *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  sl_analysis_clear_relaxations (self);
  sl_effects_clear (&self->effects);
  for (guint i = 0; i < SL_N_BOARDS; i++) {
    g_clear_pointer (&self->robustness[i], sl_robustness_unref);
    g_clear_pointer (&self->sensitivity[i], sl_sensitivity_unref);
    sl_board_result_clear (&self->boards[i]);
    g_clear_pointer (&self->prices[i], g_array_unref);
    g_clear_pointer (&self->answers[i], g_free);
  }
  g_clear_pointer (&self->pairing_hint, g_free);
  g_clear_pointer (&self->advice, g_ptr_array_unref);
  g_clear_pointer (&self->companions, g_ptr_array_unref);
  g_clear_pointer (&self->reason_lists, g_ptr_array_unref);
  g_clear_pointer (&self->reasons, g_ptr_array_unref);
  g_clear_pointer (&self->no_reasons, g_ptr_array_unref);
  g_clear_pointer (&self->requirements, sl_requirements_unref);
  g_clear_pointer (&self->base, sl_analysis_unref);
  g_free (self);
}

SlRequirements *
sl_analysis_get_requirements (SlAnalysis *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return sl_analysis_get_base (self)->requirements;
}

SlCatalogue *
sl_analysis_get_catalogue (SlAnalysis *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return sl_analysis_get_base (self)->catalogue;
}

const SlRanking *
sl_analysis_get_ranking (SlAnalysis *self, SlBoard board)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) board < SL_N_BOARDS, NULL);

  return &sl_analysis_get_base (self)->boards[board].public;
}

const GPtrArray *
sl_analysis_get_rules (SlAnalysis *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return sl_analysis_get_base (self)->effects.active;
}

const GPtrArray *
sl_analysis_get_advice (SlAnalysis *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return sl_analysis_get_base (self)->advice;
}

const GPtrArray *
sl_analysis_get_companions (SlAnalysis *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return sl_analysis_get_base (self)->companions;
}

const GArray *
sl_analysis_get_prices (SlAnalysis *self, SlBoard board)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) board < SL_N_BOARDS, NULL);

  return sl_analysis_get_base (self)->prices[board];
}

const char *
sl_analysis_get_headline (SlAnalysis *self, SlBoard board)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) board < SL_N_BOARDS, NULL);

  return sl_analysis_get_base (self)->headlines[board];
}

const char *
sl_analysis_get_pairing_hint (SlAnalysis *self, SlBoard board)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) board < SL_N_BOARDS, NULL);

  return board != SL_BOARD_PAIRINGS ? sl_analysis_get_base (self)->pairing_hint : NULL;
}

const char *
sl_analysis_get_answer (SlAnalysis *self, SlBoard board)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) board < SL_N_BOARDS, NULL);

  return sl_analysis_get_base (self)->answers[board];
}

GPtrArray *
sl_analysis_list_rules_for (SlAnalysis *self, const SlEntry *entry)
{
  GPtrArray *rules;

  g_return_val_if_fail (self != NULL && entry != NULL, NULL);

  self = sl_analysis_get_base (self);
  rules = g_ptr_array_new ();
  for (guint i = 0; i < self->effects.active->len; i++) {
    const SlRule *rule = g_ptr_array_index (self->effects.active, i);

    if ((rule->excludes || rule->adjustments->len > 0) && sl_rule_names_entry (rule, entry))
      g_ptr_array_add (rules, (gpointer) rule);
  }

  return rules;
}

void
sl_analysis_get_origin (SlAnalysis *self,
                        const SlAlternative *alternative,
                        const SlCriterion *criterion,
                        SlValueOrigin *origin)
{
  const double *values;
  guint n_criteria;

  g_return_if_fail (self != NULL && alternative != NULL && criterion != NULL && origin != NULL);

  self = sl_analysis_get_base (self);
  values = alternative->kind == SL_KIND_TECHNOLOGY ? self->effects.technology_values.mode
                                                   : self->effects.pattern_values.mode;
  n_criteria = sl_catalogue_get_criteria (self->catalogue)->len;
  origin->cell = &alternative->cells[criterion->index];
  origin->override = sl_requirements_find_override (self->requirements, alternative, criterion);
  origin->mode = origin->override != NULL ? origin->override->mode : origin->cell->mode;
  origin->value = values[alternative->index * n_criteria + criterion->index];
}

const SlRobustness *
sl_analysis_get_robustness (SlAnalysis *self, SlBoard board)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) board < SL_N_BOARDS, NULL);

  return self->robustness[board];
}

const SlSensitivity *
sl_analysis_get_sensitivity (SlAnalysis *self, SlBoard board)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) board < SL_N_BOARDS, NULL);

  return self->sensitivity[board];
}
