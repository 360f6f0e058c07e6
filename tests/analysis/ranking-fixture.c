/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ranking-fixture.h"

#include <string.h>

int
farm_setup (void **state)
{
  Farm *self = g_new0 (Farm, 1);

  self->catalogue = fixture_farm ();
  self->decision = sl_decision_new (self->catalogue);
  *state = self;
  return 0;
}

int
farm_teardown (void **state)
{
  Farm *self = *state;

  g_clear_pointer (&self->analysis, sl_analysis_unref);
  fixture_finalize (self->decision);
  sl_catalogue_unref (self->catalogue);
  g_free (self);
  return 0;
}

SlAnalysis *
farm_analyse (Farm *self)
{
  g_clear_pointer (&self->analysis, sl_analysis_unref);
  self->analysis = sl_analysis_new (sl_decision_get_requirements (self->decision));

  return self->analysis;
}

SlAnalysis *
farm_analyse_with (Farm *self, const char *fact, double value)
{
  fixture_set_fact (self->decision, fact, value);

  return farm_analyse (self);
}

char *
ranking_describe (const SlRanking *ranking)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ranking->n_entries; i++) {
    const SlEntry *entry = &ranking->entries[i];

    if (i > 0)
      g_string_append (text, ", ");
    if (entry->rank > 0)
      g_string_append_printf (text, "%u %s", entry->rank, entry->id);
    else
      g_string_append_printf (text, "- %s", entry->id);
  }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
expect_ranking (SlAnalysis *analysis, SlBoard board, const char *expected)
{
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, board);
  g_autofree char *found = ranking_describe (ranking);

  assert_string_equal (found, expected);
  for (guint i = 0; i < ranking->n_entries; i++)
    assert_int_equal (ranking->entries[i].rank > 0, i < ranking->n_ranked);
}

const SlEntry *
find_entry (SlAnalysis *analysis, SlBoard board, const char *id)
{
  const SlEntry *entry = sl_ranking_find (sl_analysis_get_ranking (analysis, board), id);

  assert_non_null (entry);
  return entry;
}

guint
find_column (const SlRanking *ranking, const char *criterion)
{
  for (guint i = 0; i < ranking->n_criteria; i++) {
    if (g_str_equal (ranking->criteria[i]->id, criterion))
      return i;
  }

  return G_MAXUINT;
}

void
expect_score (SlAnalysis *analysis, SlBoard board, const char *id, double expected)
{
  assert_near (find_entry (analysis, board, id)->score, expected);
}

void
expect_cell (SlAnalysis *analysis,
             SlBoard board,
             const char *id,
             const char *criterion,
             double expected)
{
  guint column = find_column (sl_analysis_get_ranking (analysis, board), criterion);

  assert_true (column != G_MAXUINT);
  assert_near (find_entry (analysis, board, id)->values[column], expected);
}

static const char *
name_reason (const SlReason *reason)
{
  if (reason->rule != NULL) {
    assert_null (reason->pillar);
    assert_null (reason->criterion);
    assert_string_equal (reason->text, reason->rule->statement);
    return reason->rule->id;
  }
  assert_true ((reason->pillar == NULL) != (reason->criterion == NULL));
  assert_true (reason->value < reason->minimum);

  return reason->pillar != NULL ? reason->pillar->id : reason->criterion->id;
}

void
expect_reasons (SlAnalysis *analysis, SlBoard board, const char *id, const char *expected)
{
  const SlEntry *entry = find_entry (analysis, board, id);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < entry->reasons->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? ", " : "",
                            name_reason (g_ptr_array_index (entry->reasons, i)));
  assert_string_equal (found->str, expected);
}
