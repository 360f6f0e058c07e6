/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "catalogue/translation.h"
#include "report/words-private.h"

/* Shares below this one are told with a decimal. */
#define SMALL_SHARE 0.0995

const char *
sl_report_get_language (void)
{
  /* Translators: the code of your language, as HTML wants it: en, pt-BR. */
  return C_ ("code of the language", "en");
}

char *
sl_words_score (double score)
{
  return g_strdup_printf ("%.1f", score);
}

char *
sl_words_value (double value)
{
  return g_strdup_printf ("%.0f", value);
}

char *
sl_words_share (double share)
{
  if (share > 0 && share < SMALL_SHARE)
    /* Translators: a share of the whole, as in «4.1 %», with a space that does not break. */
    return g_strdup_printf (_ ("%.1f %%"), 100 * share);

  /* Translators: a share of the whole, as in «24 %», with a space that does not break. */
  return g_strdup_printf (_ ("%.0f %%"), 100 * share);
}

char *
sl_words_importance (double number)
{
  return g_strdup_printf ("%.4g", number);
}

static GDateTime *
to_date_time (gint64 date)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (date);

  return time != NULL ? g_steal_pointer (&time) : g_date_time_new_from_unix_utc (0);
}

char *
sl_words_date (gint64 date)
{
  g_autoptr (GDateTime) time = to_date_time (date);

  /* Translators: a day, as strftime() takes it: «24 November 2026». */
  return g_date_time_format (time, _ ("%-d %B %Y"));
}

char *
sl_date_to_iso8601 (gint64 date)
{
  g_autoptr (GDateTime) time = to_date_time (date);

  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}

/* ---- rules ---- */

static void
add_adjustment (GString *string, const SlAdjustment *adjustment)
{
  g_autofree char *points = g_strdup_printf ("%g", fabs (adjustment->points));
  g_autofree char *effect = NULL;

  if (adjustment->points < 0)
    /* Translators: what a rule takes from a value, as in «Latency −10». */
    effect = g_strdup_printf (_ ("%1$s −%2$s"), adjustment->criterion->name, points);
  else
    /* Translators: what a rule adds to a value, as in «Latency +10». */
    effect = g_strdup_printf (_ ("%1$s +%2$s"), adjustment->criterion->name, points);
  sl_names_append (string, effect);
}

static void
add_emphasis (GString *string, const SlEmphasis *emphasis)
{
  const char *name = emphasis->pillar != NULL ? emphasis->pillar->name : emphasis->criterion->name;
  g_autofree char *factor = g_strdup_printf ("%g", emphasis->factor);
  /* Translators: what a rule does to an importance, as in «Talent × 1.5». */
  g_autofree char *effect = g_strdup_printf (_ ("%1$s × %2$s"), name, factor);

  sl_names_append (string, effect);
}

char *
sl_words_rule_effects (const SlRule *rule)
{
  GString *string = g_string_new (NULL);

  if (rule->excludes)
    sl_names_append (string, _ ("Rules out"));
  for (guint i = 0; rule->adjustments != NULL && i < rule->adjustments->len; i++)
    add_adjustment (string, &g_array_index (rule->adjustments, SlAdjustment, i));
  for (guint i = 0; rule->emphases != NULL && i < rule->emphases->len; i++)
    add_emphasis (string, &g_array_index (rule->emphases, SlEmphasis, i));
  if (rule->advice != NULL)
    sl_names_append (string, _ ("Advice"));
  if (rule->companions != NULL && rule->companions->len > 0)
    sl_names_append (string, _ ("Companions"));

  return g_string_free (string, FALSE);
}

const char *
sl_words_strength (SlStrength strength)
{
  switch (strength) {
  case SL_STRENGTH_WEAK:
    return C_ ("strength of a rule", "Weak");
  case SL_STRENGTH_MODERATE:
    return C_ ("strength of a rule", "Moderate");
  case SL_STRENGTH_STRONG:
    return C_ ("strength of a rule", "Strong");
  case SL_STRENGTH_HARD:
  default:
    return C_ ("strength of a rule", "Hard");
  }
}

const char *
sl_words_kind (const char *kind)
{
  static const struct {
    const char *id;
    const char *name;
  } kinds[] = {
    { "broker", NC_ ("kind of a companion", "Broker") },
    { "queue", NC_ ("kind of a companion", "Queue") },
    { "store", NC_ ("kind of a companion", "Store") },
    { "framework", NC_ ("kind of a companion", "Framework") },
    { "platform", NC_ ("kind of a companion", "Platform") },
    { "library", NC_ ("kind of a companion", "Library") },
    { "practice", NC_ ("kind of a companion", "Practice") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (g_strcmp0 (kinds[i].id, kind) == 0)
      return sl_pgettext_marked ("kind of a companion", kinds[i].name);
  }

  return kind != NULL ? kind : "";
}

/* ---- what a value rests on ---- */

static SlMark
mark_for_alternative (SlAnalysis *analysis,
                      const SlAlternative *alternative,
                      const SlCriterion *criterion)
{
  SlValueOrigin origin;

  sl_analysis_get_origin (analysis, alternative, criterion, &origin);
  if (origin.override != NULL)
    return SL_MARK_OVERRIDE;

  switch (origin.cell->basis) {
  case SL_BASIS_MEASURED:
    return SL_MARK_MEASURED;
  case SL_BASIS_SURVEY:
    return SL_MARK_SURVEY;
  case SL_BASIS_JUDGEMENT:
    return SL_MARK_JUDGEMENT;
  case SL_BASIS_UNKNOWN:
  default:
    return SL_MARK_UNKNOWN;
  }
}

SlMark
sl_mark_for_entry (SlAnalysis *analysis, const SlEntry *entry, const SlCriterion *criterion)
{
  SlMark technology, pattern;

  if (entry->pattern == NULL || criterion->technology_share >= 1)
    return mark_for_alternative (
        analysis, entry->technology != NULL ? entry->technology : entry->pattern, criterion);
  if (entry->technology == NULL || criterion->technology_share <= 0)
    return mark_for_alternative (analysis, entry->pattern, criterion);

  technology = mark_for_alternative (analysis, entry->technology, criterion);
  pattern = mark_for_alternative (analysis, entry->pattern, criterion);

  /* What the team says is what readers have to know first; else a chain is as good as its weaker
   * link. */
  if (technology == SL_MARK_OVERRIDE || pattern == SL_MARK_OVERRIDE)
    return SL_MARK_OVERRIDE;

  return MIN (technology, pattern);
}

const char *
sl_mark_get_id (SlMark mark)
{
  return mark == SL_MARK_OVERRIDE ? "override" : sl_basis_get_id ((SlBasis) mark);
}

G_STATIC_ASSERT ((int) SL_MARK_UNKNOWN == (int) SL_BASIS_UNKNOWN);
G_STATIC_ASSERT ((int) SL_MARK_JUDGEMENT == (int) SL_BASIS_JUDGEMENT);
G_STATIC_ASSERT ((int) SL_MARK_SURVEY == (int) SL_BASIS_SURVEY);
G_STATIC_ASSERT ((int) SL_MARK_MEASURED == (int) SL_BASIS_MEASURED);

const char *
sl_mark_get_symbol (SlMark mark)
{
  static const char *const symbols[SL_N_MARKS] = {
    [SL_MARK_UNKNOWN] = "?",  [SL_MARK_JUDGEMENT] = "○", [SL_MARK_SURVEY] = "◐",
    [SL_MARK_MEASURED] = "●", [SL_MARK_OVERRIDE] = "◆",
  };

  return symbols[mark];
}

const char *
sl_mark_get_name (SlMark mark)
{
  return mark == SL_MARK_OVERRIDE ? _ ("Changed by the team") : sl_basis_get_name ((SlBasis) mark);
}

int
sl_entry_get_shift (SlAnalysis *analysis, const SlEntry *entry, const SlCriterion *criterion)
{
  const SlAlternative *alternative = entry->technology != NULL ? entry->technology : entry->pattern;
  SlValueOrigin origin;

  if (entry->technology != NULL && entry->pattern != NULL)
    return 0;

  sl_analysis_get_origin (analysis, alternative, criterion, &origin);
  if (origin.value > origin.mode)
    return 1;

  return origin.value < origin.mode ? -1 : 0;
}
