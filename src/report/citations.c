/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "report/citations-private.h"

#define N_CLAIMANTS 3

static void
add_source (GPtrArray *list, const SlSource *source)
{
  if (source != NULL && !g_ptr_array_find (list, source, NULL))
    g_ptr_array_add (list, (gpointer) source);
}

static void
add_sources (GPtrArray *list, const GPtrArray *sources)
{
  for (guint i = 0; sources != NULL && i < sources->len; i++)
    add_source (list, g_ptr_array_index (sources, i));
}

static void
add_observed (GPtrArray *list, const GPtrArray *observations)
{
  for (guint i = 0; observations != NULL && i < observations->len; i++) {
    const SlObservation *observation = g_ptr_array_index (observations, i);

    add_source (list, observation->source);
  }
}

GPtrArray *
sl_rule_list_sources (const SlRule *rule)
{
  GPtrArray *list = g_ptr_array_new ();

  add_sources (list, rule->sources);
  add_observed (list, rule->observations);

  return list;
}

GPtrArray *
sl_claim_list_sources (const SlClaim *claim)
{
  GPtrArray *list = g_ptr_array_new ();

  add_source (list, claim->source);
  add_observed (list, claim->observations);

  return list;
}

GPtrArray *
sl_ranking_list_sources (const SlRanking *ranking, guint column)
{
  GPtrArray *list = g_ptr_array_new ();
  guint criterion = ranking->criteria[column]->index;

  for (guint i = 0; i < ranking->n_entries; i++) {
    const SlEntry *entry = &ranking->entries[i];

    if (entry->technology != NULL)
      add_sources (list, entry->technology->cells[criterion].sources);
    if (entry->pattern != NULL)
      add_sources (list, entry->pattern->cells[criterion].sources);
  }

  return list;
}

static void
add_claimants (GPtrArray *list, const SlRanking *ranking)
{
  for (guint i = 0; i < ranking->n_ranked && i < N_CLAIMANTS; i++) {
    const SlEntry *entry = &ranking->entries[i];

    g_ptr_array_add (list,
                     (gpointer) (entry->technology != NULL ? entry->technology : entry->pattern));
  }
}

GPtrArray *
sl_report_list_claimants (SlAnalysis *analysis)
{
  GPtrArray *list = g_ptr_array_new ();

  add_claimants (list, sl_analysis_get_ranking (analysis, SL_BOARD_TECHNOLOGIES));
  add_claimants (list, sl_analysis_get_ranking (analysis, SL_BOARD_PATTERNS));

  return list;
}

static void
add_of_rules (GPtrArray *list, SlAnalysis *analysis)
{
  const GPtrArray *rules = sl_analysis_get_rules (analysis);

  for (guint i = 0; i < rules->len; i++) {
    g_autoptr (GPtrArray) sources = sl_rule_list_sources (g_ptr_array_index (rules, i));

    add_sources (list, sources);
  }
}

static void
add_of_board (GPtrArray *list, const SlRanking *ranking)
{
  for (guint i = 0; i < ranking->n_criteria; i++) {
    g_autoptr (GPtrArray) sources = sl_ranking_list_sources (ranking, i);

    add_sources (list, sources);
  }
}

static void
add_of_claims (GPtrArray *list, const SlAlternative *alternative)
{
  for (guint i = 0; alternative->claims != NULL && i < alternative->claims->len; i++) {
    g_autoptr (GPtrArray) sources =
        sl_claim_list_sources (g_ptr_array_index (alternative->claims, i));

    add_sources (list, sources);
  }
}

GPtrArray *
sl_citations_new (SlAnalysis *analysis)
{
  GPtrArray *list = g_ptr_array_new ();
  g_autoptr (GPtrArray) claimants = sl_report_list_claimants (analysis);

  add_of_rules (list, analysis);
  add_of_board (list, sl_analysis_get_ranking (analysis, SL_BOARD_TECHNOLOGIES));
  add_of_board (list, sl_analysis_get_ranking (analysis, SL_BOARD_PATTERNS));
  for (guint i = 0; i < claimants->len; i++)
    add_of_claims (list, g_ptr_array_index (claimants, i));

  return list;
}

/* ---- citing ---- */

char *
sl_citation_place (guint number)
{
  return g_strdup_printf ("source-%u", number);
}

/* From 1; 0 if it is not among them. */
static guint
find_number (const GPtrArray *citations, const SlSource *source)
{
  guint index = 0;

  return g_ptr_array_find ((GPtrArray *) citations, source, &index) ? index + 1 : 0;
}

static int
compare_numbers (const void *a, const void *b)
{
  guint one = *(const guint *) a;
  guint other = *(const guint *) b;

  return one < other ? -1 : one > other;
}

static GArray *
number_sources (const GPtrArray *citations, const GPtrArray *sources)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < sources->len; i++) {
    guint number = find_number (citations, g_ptr_array_index (sources, i));

    if (number > 0)
      g_array_append_val (numbers, number);
  }
  g_array_sort (numbers, compare_numbers);

  return numbers;
}

static void
append_number (SlText *text, guint number)
{
  g_autofree char *string = g_strdup_printf ("%u", number);
  g_autofree char *place = sl_citation_place (number);
  g_autofree char *link = sl_link_to_place (place);

  sl_text_append_link (text, string, link);
}

void
sl_text_append_citations (SlText *text, const GPtrArray *citations, const GPtrArray *sources)
{
  g_autoptr (GArray) numbers = number_sources (citations, sources);

  if (numbers->len == 0)
    return;

  sl_text_append (text, SL_RUN_MUTED, sl_text_is_empty (text) ? "[" : " [");
  for (guint i = 0, end = 0; i < numbers->len; i = end) {
    guint first = g_array_index (numbers, guint, i);

    /* As far as they follow one another. */
    for (end = i + 1; end < numbers->len; end++) {
      if (g_array_index (numbers, guint, end) != first + (end - i))
        break;
    }
    /* Two are not yet a range. */
    if (end - i == 2)
      end = i + 1;
    if (i > 0)
      sl_text_append (text, SL_RUN_MUTED, ", ");
    append_number (text, first);
    if (end - i > 1) {
      sl_text_append (text, SL_RUN_MUTED, "–");
      append_number (text, g_array_index (numbers, guint, end - 1));
    }
  }
  sl_text_append (text, SL_RUN_MUTED, "]");
}
