/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each value of the catalogue rests on, as a page in Markdown.
 *
 *   write-coverage          prints the page
 *   write-coverage FILE     fails if FILE is not that page */

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "catalogue/catalogue.h"

#define N_BASES 4

static const char letters[N_BASES] = {
  [SL_BASIS_UNKNOWN] = 'U',
  [SL_BASIS_JUDGEMENT] = 'J',
  [SL_BASIS_SURVEY] = 'S',
  [SL_BASIS_MEASURED] = 'M',
};

/* ---- cells ---- */

typedef struct {
  guint n; /* observations, each once */
  int newest;
} Evidence;

static Evidence
count_evidence (const SlCell *cell)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Evidence result = { 0 };

  for (guint i = 0; i < cell->evidence->len; i++) {
    const SlEvidence *evidence = g_ptr_array_index (cell->evidence, i);

    if (g_hash_table_add (seen, (gpointer) evidence->observation))
      result.newest = MAX (result.newest, evidence->observation->year);
  }
  result.n = g_hash_table_size (seen);
  return result;
}

static void
append_cell (GString *page, const SlCell *cell)
{
  Evidence evidence = count_evidence (cell);

  g_string_append_printf (page, " %c", letters[cell->basis]);
  if (evidence.n > 0)
    g_string_append_printf (page, " %u ’%02d", evidence.n, evidence.newest % 100);
  g_string_append (page, " |");
}

/* Whether an alternative of this kind has anything to say on the criterion. */
static gboolean
is_asked (const SlCriterion *criterion, SlKind kind)
{
  return kind == SL_KIND_TECHNOLOGY ? criterion->technology_share > 0
                                    : criterion->technology_share < 1;
}

typedef struct {
  guint bases[N_BASES];
  guint n;
  guint n_cited; /* with at least one observation */
} Count;

static void
count_cell (Count *count, const SlCell *cell)
{
  count->bases[cell->basis]++;
  count->n++;
  count->n_cited += cell->evidence->len > 0 ? 1 : 0;
}

static Count
count_column (const SlAlternative *alternative, const GPtrArray *criteria)
{
  Count count = { 0 };

  for (guint i = 0; i < criteria->len; i++)
    if (is_asked (g_ptr_array_index (criteria, i), alternative->kind))
      count_cell (&count, &alternative->cells[i]);
  return count;
}

static Count
count_row (const GPtrArray *alternatives, const SlCriterion *criterion)
{
  Count count = { 0 };

  for (guint i = 0; i < alternatives->len; i++) {
    const SlAlternative *alternative = g_ptr_array_index (alternatives, i);

    count_cell (&count, &alternative->cells[criterion->index]);
  }
  return count;
}

static Count
count_all (const GPtrArray *alternatives, const GPtrArray *criteria)
{
  Count count = { 0 };

  for (guint i = 0; i < alternatives->len; i++) {
    Count column = count_column (g_ptr_array_index (alternatives, i), criteria);

    for (guint j = 0; j < N_BASES; j++)
      count.bases[j] += column.bases[j];
    count.n += column.n;
    count.n_cited += column.n_cited;
  }
  return count;
}

static guint
count_found (const Count *count)
{
  return count->bases[SL_BASIS_MEASURED] + count->bases[SL_BASIS_SURVEY];
}

static double
percentage (guint part, guint whole)
{
  return whole > 0 ? 100.0 * part / whole : 0;
}

/* ---- the page ---- */

static void
append_head (GString *page, const GPtrArray *alternatives)
{
  g_string_append (page, "| Criterion |");
  for (guint i = 0; i < alternatives->len; i++)
    g_string_append_printf (page, " %s |",
                            ((const SlAlternative *) g_ptr_array_index (alternatives, i))->name);
  g_string_append (page, " Found |\n|---|");
  for (guint i = 0; i < alternatives->len; i++)
    g_string_append (page, "---|");
  g_string_append (page, "---|\n");
}

static void
append_table (GString *page, const GPtrArray *alternatives, const GPtrArray *criteria, SlKind kind)
{
  append_head (page, alternatives);
  for (guint i = 0; i < criteria->len; i++) {
    const SlCriterion *criterion = g_ptr_array_index (criteria, i);
    Count count;

    if (!is_asked (criterion, kind))
      continue;
    g_string_append_printf (page, "| %s |", criterion->name);
    for (guint j = 0; j < alternatives->len; j++)
      append_cell (page, &((const SlAlternative *) g_ptr_array_index (alternatives, j))->cells[i]);
    count = count_row (alternatives, criterion);
    g_string_append_printf (page, " %u of %u |\n", count_found (&count), count.n);
  }
  g_string_append (page, "| **Found** |");
  for (guint i = 0; i < alternatives->len; i++) {
    Count count = count_column (g_ptr_array_index (alternatives, i), criteria);

    g_string_append_printf (page, " %.0f %% |", percentage (count_found (&count), count.n));
  }
  g_string_append (page, " |\n");
}

static void
append_unknown (GString *page, const GPtrArray *alternatives, const GPtrArray *criteria)
{
  for (guint i = 0; i < alternatives->len; i++) {
    const SlAlternative *alternative = g_ptr_array_index (alternatives, i);

    for (guint j = 0; j < criteria->len; j++) {
      const SlCriterion *criterion = g_ptr_array_index (criteria, j);

      if (is_asked (criterion, alternative->kind) &&
          alternative->cells[j].basis == SL_BASIS_UNKNOWN)
        g_string_append_printf (page, "- %s: %s\n", alternative->name, criterion->name);
    }
  }
}

static void
append_totals (GString *page, const Count *technologies, const Count *patterns)
{
  guint n_unknown = technologies->bases[SL_BASIS_UNKNOWN] + patterns->bases[SL_BASIS_UNKNOWN];

  g_string_append_printf (
      page, "## In total\n\n"
            "| | Values | Measured | Survey | Judged | Unknown | Measured or survey |\n"
            "|---|---|---|---|---|---|---|\n");
  for (int i = 0; i < 2; i++) {
    const Count *count = i == 0 ? technologies : patterns;

    g_string_append_printf (page, "| %s | %u | %u | %u | %u | %u | %.1f %% |\n",
                            i == 0 ? "Technologies" : "Patterns", count->n,
                            count->bases[SL_BASIS_MEASURED], count->bases[SL_BASIS_SURVEY],
                            count->bases[SL_BASIS_JUDGEMENT], count->bases[SL_BASIS_UNKNOWN],
                            percentage (count_found (count), count->n));
  }
  g_string_append_printf (
      page,
      "\nOf the judgements, %u on technologies and %u on patterns cite observations; the rest have "
      "a reason only.\n%s\n",
      technologies->n_cited - count_found (technologies),
      patterns->n_cited - count_found (patterns),
      n_unknown > 0 ? "\nUnknown, and counted as 50 with the whole scale as its range:\n"
                    : "No value is unknown.");
}

static char *
write_page (SlCatalogue *catalogue)
{
  const GPtrArray *criteria = sl_catalogue_get_criteria (catalogue);
  const GPtrArray *technologies = sl_catalogue_get_technologies (catalogue);
  const GPtrArray *patterns = sl_catalogue_get_patterns (catalogue);
  Count of_technologies = count_all (technologies, criteria);
  Count of_patterns = count_all (patterns, criteria);
  GString *page = g_string_new (NULL);

  g_string_append_printf (
      page,
      "# What each value rests on\n\n"
      "Catalogue %s, version %s. Written by `tests/data/write-coverage` from the loaded catalogue; "
      "a test "
      "keeps it true.\n\n"
      "**M** measured or counted, **S** survey, **J** judged, **U** unknown; then the number of "
      "observations and the year of\nthe newest. Behind a J they are what the judgement cites. "
      "«Found» counts M and S. How a value comes out of\nobservations: [catalogue.md]"
      "(catalogue.md).\n\n",
      sl_catalogue_get_id (catalogue), sl_catalogue_get_version (catalogue));
  append_totals (page, &of_technologies, &of_patterns);
  append_unknown (page, technologies, criteria);
  append_unknown (page, patterns, criteria);
  g_string_append (page, "\n## Technologies\n\n");
  append_table (page, technologies, criteria, SL_KIND_TECHNOLOGY);
  g_string_append (page, "\n## Patterns\n\n");
  append_table (page, patterns, criteria, SL_KIND_PATTERN);
  return g_string_free (page, FALSE);
}

static int
compare (const char *page, const char *path)
{
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (path, &kept, NULL, &error)) {
    fprintf (stderr, "%s\n", error->message);
    return EXIT_FAILURE;
  }
  if (strcmp (kept, page) != 0) {
    fprintf (stderr,
             "%s: not what the catalogue says; write it anew with tests/data/write-coverage\n",
             path);
    return EXIT_FAILURE;
  }
  return EXIT_SUCCESS;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCatalogue) catalogue = sl_catalogue_new (&error);
  g_autofree char *page = NULL;

  if (catalogue == NULL) {
    fprintf (stderr, "%s\n", error->message);
    return EXIT_FAILURE;
  }
  page = write_page (catalogue);
  if (argc > 1)
    return compare (page, argv[1]);
  fputs (page, stdout);
  return EXIT_SUCCESS;
}
