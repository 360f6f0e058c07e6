/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How sure one may be of the ranking, and what would change it. */

#include "config.h"

#include <math.h>

#include "analysis/certainty.h"
#include "catalogue/translation.h"
#include "report/sections-private.h"
#include "report/table-private.h"
#include "report/words-private.h"

/* Entries and places of the first table, and challengers; values in doubt. */
#define MAX_ENTRIES 10
#define MAX_DOUBTS 8
/* Entries of the second table: all but on the board of pairings. */
#define MAX_MEASURES 40
#define MEASURE_WIDTH 52.0
#define FIGURE_WIDTH 44.0
#define PLACE_WIDTH 33.0

void
sl_print_draw_certainty (SlPrint *print)
{
  SlBoard board = print->options->board;
  g_autofree char *basis = sl_analysis_describe_certainty (print->analysis, board);
  g_autofree char *shares = sl_analysis_describe_shares (print->analysis, board);
  g_autofree char *band = sl_analysis_describe_nearest_band (print->analysis, board);
  g_autofree char *doubt = sl_analysis_describe_doubt (print->analysis, board);
  const char *const sentences[] = { shares, band, doubt };
  SlItemList *list;
  SlCertainty certainty;
  SlText *text;

  if (!sl_analysis_get_certainty (print->analysis, board, &certainty))
    return;

  text = sl_text_new_for_string (sl_certainty_get_name (certainty), SL_RUN_STRONG);
  sl_text_append (text, SL_RUN_PLAIN, ". ");
  sl_text_append (text, SL_RUN_PLAIN, basis);
  sl_page_paragraph (print->page, SL_STYLE_BODY, text);
  list = sl_item_list_new (print->page, SL_STYLE_BODY);
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++) {
    if (sentences[i] != NULL)
      sl_item_list_add (list, NULL, sl_text_new_for_string (sentences[i], SL_RUN_PLAIN), NULL);
  }
  sl_item_list_draw (list);
}

/* ---- places ---- */

/* In the little room of a cell. */
static char *
describe_share (double share)
{
  if (share > 0 && share < 0.01)
    /* Translators: a share that is not nothing, in a narrow cell. */
    return g_strdup (_ ("<1 %"));
  if (share > 0.99 && share < 1)
    /* Translators: a share that is not all, in a narrow cell. */
    return g_strdup (_ (">99 %"));

  return g_strdup_printf (_ ("%.0f %%"), 100 * share);
}

/* Nothing where it never was. */
static char *
describe_place (double share)
{
  return share > 0 ? describe_share (share) : g_strdup ("");
}

static void
add_places_row (SlTable *table, const SlRobustness *robustness, const SlEntry *entry, guint row)
{
  sl_table_add_string (table, SL_RUN_PLAIN, entry->name);
  for (guint place = 0; place < MIN (robustness->n, MAX_ENTRIES); place++) {
    double share = robustness->acceptability[(gsize) row * robustness->n + place];
    g_autofree char *words = describe_place (share);

    sl_table_add_string (table, SL_RUN_PLAIN, words);
    sl_table_shade (table, 0, SL_SHADE_DEEPEST * share);
  }
}

static void
draw_places (SlPrint *print, const SlRobustness *robustness, const SlRanking *ranking)
{
  SlColumn columns[MAX_ENTRIES + 1];
  char places[MAX_ENTRIES][12];
  guint n = MIN (robustness->n, MAX_ENTRIES);
  SlTable *table;

  columns[0] = (SlColumn) { _ ("Alternative"), 0, 1, PANGO_ALIGN_LEFT };
  for (guint i = 0; i < n; i++) {
    g_snprintf (places[i], sizeof places[i], "%u", i + 1);
    columns[i + 1] = (SlColumn) { places[i], PLACE_WIDTH, 0, PANGO_ALIGN_RIGHT };
  }
  sl_page_heading (print->page, 3, _ ("How often each takes each place"), NULL);
  sl_page_lead_in (print->page, _ ("Weights and values were drawn at random from what they may be; "
                                   "an empty cell is a place that was never taken."));
  table = sl_table_new (print->page, columns, n + 1);
  for (guint i = 0; i < n; i++)
    add_places_row (table, robustness, &ranking->entries[i], i);
  sl_table_draw (table);
}

/* ---- measures ---- */

/* Of everyone, as the table before is of the first only. */
static void
add_measures_row (SlTable *table, const SlRobustness *robustness, const SlEntry *entry, guint row)
{
  g_autofree char *first = describe_share (robustness->first_shares[row]);
  g_autofree char *mean = sl_words_score (robustness->expected_ranks[row]);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *confidence = NULL;

  if (robustness->score_low != NULL) {
    low = sl_words_score (robustness->score_low[row]);
    high = sl_words_score (robustness->score_high[row]);
  }
  if (!isnan (robustness->confidence_factors[row]))
    confidence = describe_share (robustness->confidence_factors[row]);

  sl_table_add_string (table, SL_RUN_PLAIN, entry->name);
  sl_table_add_string (table, SL_RUN_STRONG, first);
  sl_table_add_string (table, SL_RUN_PLAIN, mean);
  sl_table_add_string (table, SL_RUN_PLAIN, low != NULL ? low : "–");
  sl_table_add_string (table, SL_RUN_PLAIN, high != NULL ? high : "–");
  sl_table_add_string (table, SL_RUN_PLAIN, confidence != NULL ? confidence : "–");
}

static void
draw_measures (SlPrint *print, const SlRobustness *robustness, const SlRanking *ranking)
{
  const SlColumn columns[] = {
    { _ ("Alternative"), 0, 1, PANGO_ALIGN_LEFT },
    { _ ("First in"), MEASURE_WIDTH, 0, PANGO_ALIGN_RIGHT },
    { _ ("Mean place"), MEASURE_WIDTH, 0, PANGO_ALIGN_RIGHT },
    /* Translators: head of a column: the lower end of the range of a score. */
    { _ ("Score from"), MEASURE_WIDTH, 0, PANGO_ALIGN_RIGHT },
    /* Translators: head of a column: the upper end of the range of a score. */
    { _ ("to"), MEASURE_WIDTH, 0, PANGO_ALIGN_RIGHT },
    { _ ("With its own weights"), 1.5 * MEASURE_WIDTH, 0, PANGO_ALIGN_RIGHT },
  };
  SlTable *table = sl_table_new (print->page, columns, G_N_ELEMENTS (columns));

  sl_page_heading (print->page, 3, _ ("Places and scores in the trials"), NULL);
  sl_page_lead_in (print->page,
                   _ ("Nine in ten scores lie within the range. The last column is how often each "
                      "is first with the weights that suit it best, the mean of all with which it "
                      "is; a low share says that its values are too doubtful for that."));
  for (guint i = 0; i < MIN (robustness->n, MAX_MEASURES); i++)
    add_measures_row (table, robustness, &ranking->entries[i], i);
  sl_table_draw (table);
}

/* ---- weights ---- */

typedef struct {
  gboolean below, above; /* whether any criterion has a limit there */
} Sides;

static void
add_limit (SlTable *table, double limit, const SlEntry *challenger)
{
  g_autofree char *share = challenger != NULL ? sl_words_share (limit) : g_strdup ("–");

  sl_table_add_string (table, challenger != NULL ? SL_RUN_PLAIN : SL_RUN_MUTED, share);
  sl_table_add_string (table, SL_RUN_PLAIN, challenger != NULL ? challenger->name : "");
}

static Sides
find_sides (const SlBands *bands, guint n_criteria)
{
  Sides sides = { FALSE, FALSE };

  for (guint i = 0; i < n_criteria; i++) {
    sides.below |= bands->criteria[i].low_challenger != NULL;
    sides.above |= bands->criteria[i].high_challenger != NULL;
  }

  return sides;
}

static SlTable *
new_intervals_table (SlPrint *print, Sides sides)
{
  SlColumn columns[6];
  guint n = 0;

  columns[n++] = (SlColumn) { _ ("Criterion"), 0, 3, PANGO_ALIGN_LEFT };
  columns[n++] = (SlColumn) { _ ("Weight"), FIGURE_WIDTH, 0, PANGO_ALIGN_RIGHT };
  if (sides.below) {
    /* Translators: head of a column: the share of a weight under which another is first. */
    columns[n++] = (SlColumn) { _ ("Below"), FIGURE_WIDTH, 0, PANGO_ALIGN_RIGHT };
    columns[n++] = (SlColumn) { _ ("Then first"), 0, 2, PANGO_ALIGN_LEFT };
  }
  if (sides.above) {
    /* Translators: head of a column: the share of a weight over which another is first. */
    columns[n++] = (SlColumn) { _ ("Above"), FIGURE_WIDTH, 0, PANGO_ALIGN_RIGHT };
    columns[n++] = (SlColumn) { _ ("Then first"), 0, 2, PANGO_ALIGN_LEFT };
  }

  return sl_table_new (print->page, columns, n);
}

/* Nothing of a side on which no weight puts anybody else first. */
static void
add_intervals (SlTable *table, const SlBands *bands, const SlRanking *ranking, Sides sides)
{
  for (guint i = 0; i < ranking->n_criteria; i++) {
    const SlStability *stability = &bands->criteria[i];
    g_autofree char *weight = sl_words_share (stability->weight);

    if (stability->low_challenger == NULL && stability->high_challenger == NULL)
      continue;
    sl_table_add_string (table, SL_RUN_PLAIN, ranking->criteria[i]->name);
    sl_table_add_string (table, SL_RUN_STRONG, weight);
    if (sides.below)
      add_limit (table, stability->low, stability->low_challenger);
    if (sides.above)
      add_limit (table, stability->high, stability->high_challenger);
  }
}

static void
draw_intervals (SlPrint *print, const SlBands *bands, const SlRanking *ranking)
{
  Sides sides = find_sides (bands, ranking->n_criteria);
  SlTable *table;

  /* Where no criterion decides, a sentence above says so. */
  if (!sides.below && !sides.above)
    return;

  sl_page_heading (print->page, 3, _ ("Weights that keep the first where it is"), NULL);
  sl_page_lead_in (
      print->page,
      bands->approximate
          ? _ ("One weight changes, all others give way in proportion. A criterion that "
               "is not listed puts nobody else first. The limits are approximate.")
          : _ ("One weight changes, all others give way in proportion. A criterion that "
               "is not listed puts nobody else first."));
  table = new_intervals_table (print, sides);
  add_intervals (table, bands, ranking, sides);
  sl_table_draw (table);
}

/* ---- challengers ---- */

/* What is true of all of them is said once. */
static gboolean
none_by_value (const SlSensitivity *sensitivity, guint n)
{
  for (guint i = 0; i < n; i++) {
    if (sensitivity->challengers[i].challenge == NULL ||
        sensitivity->challengers[i].value_column != G_MAXUINT)
      return FALSE;
  }

  return TRUE;
}

static void
draw_challengers (SlPrint *print, const SlSensitivity *sensitivity)
{
  guint n = MIN (sensitivity->n_challengers, MAX_ENTRIES);
  gboolean by_weights = none_by_value (sensitivity, n);
  const char *blind_spot = sl_analysis_describe_blind_spot (print->analysis);
  SlItemList *list;

  if (n == 0)
    return;

  sl_page_heading (print->page, 3, _ ("What would put another first"), NULL);
  if (by_weights)
    sl_page_lead_in (print->page, _ ("No single value of any of them, however high, is enough."));
  if (blind_spot != NULL)
    sl_page_lead_in (print->page, blind_spot);
  list = sl_item_list_new (print->page, SL_STYLE_BODY);
  for (guint i = 0; i < n; i++) {
    const SlChallenger *challenger = &sensitivity->challengers[i];
    const char *words = by_weights ? challenger->weights_text : challenger->text;
    g_autofree char *clean = sl_text_clean (words, SL_TEXT_MAX_PARAGRAPH);

    sl_item_list_add (list, NULL, sl_text_new_for_string (clean, SL_RUN_PLAIN), NULL);
  }
  sl_item_list_draw (list);
}

/* ---- values in doubt ---- */

static void
add_value (SlTable *table, double value)
{
  g_autofree char *words = sl_words_value (value);

  sl_table_add_string (table, SL_RUN_PLAIN, words);
}

/* What becomes of the lead, in bold where it is lost. */
static void
add_margin (SlTable *table, double margin, gboolean is_lost)
{
  g_autofree char *points = sl_describe_difference (margin);

  sl_table_add_string (table, is_lost ? SL_RUN_STRONG : SL_RUN_PLAIN, points);
}

static void
draw_doubts (SlPrint *print, const SlSensitivity *sensitivity, const SlEntry *first)
{
  const SlColumn columns[] = {
    { _ ("Criterion"), 0, 1, PANGO_ALIGN_LEFT },
    { _ ("Alternative"), 0, 1, PANGO_ALIGN_LEFT },
    { _ ("Value"), FIGURE_WIDTH, 0, PANGO_ALIGN_RIGHT },
    { _ ("Lowest"), FIGURE_WIDTH, 0, PANGO_ALIGN_RIGHT },
    /* Translators: head of a column: by how many points the first leads then. */
    { _ ("Lead then"), FIGURE_WIDTH, 0, PANGO_ALIGN_RIGHT },
    { _ ("Highest"), FIGURE_WIDTH, 0, PANGO_ALIGN_RIGHT },
    { _ ("Lead then"), FIGURE_WIDTH, 0, PANGO_ALIGN_RIGHT },
  };
  SlTable *table;

  if (sensitivity->n_doubts == 0 || sensitivity->n_challengers == 0)
    return;

  sl_page_heading (print->page, 3, _ ("Values in doubt that matter most"), NULL);
  table = sl_table_new (print->page, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < MIN (sensitivity->n_doubts, MAX_DOUBTS); i++) {
    const SlDoubt *doubt = &sensitivity->doubts[i];

    sl_table_add_string (table, SL_RUN_PLAIN, doubt->criterion->name);
    sl_table_add_string (table, SL_RUN_PLAIN, doubt->alternative->name);
    add_value (table, doubt->mode);
    add_value (table, doubt->low);
    add_margin (table, doubt->low_margin, doubt->low_first != first);
    add_value (table, doubt->high);
    add_margin (table, doubt->high_margin, doubt->high_first != first);
  }
  sl_table_draw (table);
}

void
sl_section_robustness (SlPrint *print)
{
  SlBoard board = print->options->board;
  const SlRanking *ranking = sl_analysis_get_ranking (print->analysis, board);
  const SlRobustness *robustness = sl_analysis_get_robustness (print->analysis, board);
  const SlSensitivity *sensitivity = sl_analysis_get_sensitivity (print->analysis, board);
  const SlBands *bands = sl_analysis_get_bands (print->analysis, board);

  if (robustness == NULL || sensitivity == NULL)
    return;

  sl_page_heading (print->page, 2, _ ("How sure this is"), "robustness");
  sl_print_draw_certainty (print);
  draw_places (print, robustness, ranking);
  draw_measures (print, robustness, ranking);
  if (bands != NULL)
    draw_intervals (print, bands, ranking);
  draw_challengers (print, sensitivity);
  draw_doubts (print, sensitivity, sl_ranking_get_first (ranking));
}
