/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How it was computed, on which scales, and with what: enough to do it again. */

#include "config.h"

#include "catalogue/translation.h"
#include "report/sections-private.h"
#include "report/table-private.h"
#include "report/words-private.h"

#define LABEL_WIDTH 120.0

static void
add_step (SlItemList *list, guint number, const char *string)
{
  g_autofree char *label = g_strdup_printf ("%u.", number);

  sl_item_list_add (list, label, sl_text_new_for_string (string, SL_RUN_PLAIN), NULL);
}

/* What a score is, by the method that was chosen. */
static const char *
describe_score (SlMethod method)
{
  switch (method) {
  case SL_METHOD_GEOMETRIC:
    return _ ("A score is a weighted geometric mean: S(a) = exp Σ w(c) × ln max (v(a, c), 1), over "
              "the criteria c of a ranking, from 1 to 100.");
  case SL_METHOD_TOPSIS:
    return _ ("A score is nearness to the ideal: S(a) = 100 × D⁻ ÷ (D⁺ + D⁻), where D⁺ and D⁻ are "
              "the distances of all w(c) × v(a, c) from those of 100 and from 0, over the criteria "
              "c of a ranking (TOPSIS on fixed ideals).");
  case SL_METHOD_VIKOR:
    return _ ("A score is S(a) = 100 × (1 − Q(a)), where Q is halfway between the regret of all "
              "criteria together and the largest single one, each from the best (0) to the worst "
              "(1) of those ranked (VIKOR, v = 0.5).");
  case SL_METHOD_PROMETHEE:
    return _ ("A score is S(a) = 50 × (1 + φ(a)), where φ is the weighted share of comparisons won "
              "less that of those lost; a difference below 5 points counts for nothing, one from "
              "25 on for all (PROMETHEE II).");
  case SL_METHOD_ADDITIVE:
  default:
    return _ ("A score is a weighted sum: S(a) = Σ w(c) × v(a, c), over the criteria c of a "
              "ranking, from 0 to 100.");
  }
}

/* What ruling one out does to the others. */
static const char *
describe_independence (SlMethod method)
{
  if (method == SL_METHOD_VIKOR || method == SL_METHOD_PROMETHEE)
    return _ ("A value v(a, c) is a place between two fixed ends, 0 and 100, which the criterion "
              "defines. The scores of this method do depend on who else is ranked, so ruling out a "
              "loser may reorder the rest.");

  return _ ("A value v(a, c) is a place between two fixed ends, 0 and 100, which the criterion "
            "defines. It does not depend on who else is compared, so ruling out a loser never "
            "reorders the rest.");
}

static void
draw_steps (SlPrint *print)
{
  SlItemList *list = sl_item_list_new (print->page, SL_STYLE_BODY);
  SlMethod method = print->requirements->method;

  add_step (list, 1, describe_score (method));
  add_step (list, 2,
            _ ("A weight is w(c) = P(p) ÷ ΣP × C(c) ÷ ΣC, where P(p) is the importance of its "
               "pillar, C(c) its own, and the second sum goes over the criteria of that "
               "pillar. Weights add up to 1."));
  add_step (list, 3,
            _ ("A pillar none of whose criteria matters drops out. If nothing matters, all "
               "criteria count the same. A locked weight stays as it is, and the others share "
               "what is left by the same rule; locks of more than the whole are scaled to it."));
  add_step (list, 4, describe_independence (method));
  add_step (list, 5,
            _ ("Measured values come from published figures: each figure is put on the scale "
               "by straight lines between anchors, on a linear or logarithmic axis; of several "
               "the median counts."));
  add_step (list, 6,
            _ ("Where no figure was found the value is a judgement with a reason; without one "
               "it counts as 50 and is marked as unknown."));
  add_step (list, 7,
            _ ("Rules whose condition holds add points to values (cut to 0–100), multiply "
               "importances, rule out alternatives, or give advice."));
  add_step (list, 8,
            _ ("A pairing has v = s × v(technology) + (1 − s) × v(pattern), where s says how "
               "much of the criterion the technology decides; then the rules that name both."));
  add_step (list, 9,
            _ ("Who is below a minimum is ruled out. A pillar’s value is the mean of its "
               "criteria’s, by their weights."));
  add_step (list, 10,
            _ ("Ranks are shared: 1, 2, 2, 4. Scores that differ by less than a billionth of "
               "their range are equal; those who share a rank stand in the order of their "
               "names."));
  sl_item_list_draw (list);
}

static void
draw_scales (SlPrint *print)
{
  const GPtrArray *criteria = sl_catalogue_get_criteria (print->catalogue);
  const SlColumn columns[] = {
    { _ ("Criterion"), 0, 3, PANGO_ALIGN_LEFT },
    { _ ("0 stands for"), 0, 5, PANGO_ALIGN_LEFT },
    { _ ("100 stands for"), 0, 5, PANGO_ALIGN_LEFT },
  };
  SlTable *table = sl_table_new (print->page, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < criteria->len; i++) {
    const SlCriterion *criterion = g_ptr_array_index (criteria, i);

    sl_table_add_string (table, SL_RUN_STRONG, criterion->name);
    sl_table_add_string (table, SL_RUN_PLAIN, criterion->worst);
    sl_table_add_string (table, SL_RUN_PLAIN, criterion->best);
  }
  sl_page_heading (print->page, 3, _ ("The fixed scales"), NULL);
  sl_table_draw (table);
}

static void
add_line (SlTable *table, const char *name, const char *value)
{
  sl_table_add_string (table, SL_RUN_STRONG, name);
  sl_table_add_string (table, SL_RUN_PLAIN, value);
}

static void
draw_reproduction (SlPrint *print)
{
  const SlProfile *profile = print->options->profile;
  g_autofree char *program = NULL;
  g_autofree char *catalogue = NULL;
  g_autofree char *date = sl_date_to_iso8601 (print->options->date);
  const SlColumn columns[] = {
    { _ ("What"), LABEL_WIDTH, 0, PANGO_ALIGN_LEFT },
    { _ ("Which"), 0, 1, PANGO_ALIGN_LEFT },
  };
  SlTable *table = sl_table_new (print->page, columns, G_N_ELEMENTS (columns));

  /* Translators: the program and its version, as in «Shortlist 1.2.0». */
  program = g_strdup_printf (_ ("Shortlist %s"), SL_VERSION);
  /* Translators: the id of a catalogue and its version. */
  catalogue = g_strdup_printf (_ ("%1$s, version %2$s"), sl_catalogue_get_id (print->catalogue),
                               sl_catalogue_get_version (print->catalogue));
  add_line (table, _ ("Program"), program);
  add_line (table, _ ("Catalogue"), catalogue);
  add_line (table, _ ("SHA-256 of the catalogue"), sl_catalogue_get_sha256 (print->catalogue));
  add_line (table, _ ("Profile"), profile != NULL ? profile->name : _ ("None"));
  add_line (table, _ ("Method"), sl_method_get_name (print->requirements->method));
  add_line (table, _ ("Date"), date);

  sl_page_heading (print->page, 3, _ ("To compute it again"), "reproduction");
  sl_page_lead_in (print->page,
                   _ ("The same program with the same catalogue and the requirements above gives "
                      "the same scores. The JSON report holds all of them with every digit."));
  sl_table_draw (table);
}

void
sl_section_method (SlPrint *print)
{
  sl_page_heading (print->page, 2, _ ("How it was computed"), "method");
  draw_steps (print);
  sl_page_paragraph_string (
      print->page, SL_STYLE_BODY,
      _ ("The answer is as good as the values and the weights: it tells which alternative fits "
         "what was asked for, not which is best for everybody."));
  draw_scales (print);
  draw_reproduction (print);
}
