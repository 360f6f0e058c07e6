/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How people differ, where two or more have weights of their own. */

#include "config.h"

#include <math.h>

#include "catalogue/translation.h"
#include "report/report-private.h"
#include "report/sections-private.h"
#include "report/table-private.h"
#include "report/words-private.h"

#define FIGURE_WIDTH 52.0
/* Of the group's ranking; the JSON report has all. */
#define MAX_ENTRIES 10

/* The dot plot. */
#define ROW 16.0
#define DOT 5.0
#define MEAN_HEIGHT 11.0
#define AXIS 16.0
#define GAP 8.0
#define MAX_NAME 0.34
#define RANGE_WIDTH 56.0
/* Room for three lines under it, and for what may stand over it. */
#define CAPTION 44.0
#define HEADINGS 48.0
/* Rows that may be alone on a page. */
#define MIN_ROWS 5u
/* A share below this is told to a decimal. */
#define FEW 0.1
/* Where the axis may end, in shares of a whole. */
#define AXIS_STEP 0.05
#define N_TICKS 5

/* ---- dots ---- */

/* Where things are, in points from the left of the figure. */
typedef struct {
  const SlPeople *people;
  double end; /* the share at the end of the axis */
  double name_width;
  double plot_x, plot_width;
} DotPlot;

static double
find_end (const SlPeople *people)
{
  double highest = 0;

  for (guint i = 0; i < people->n_criteria; i++)
    highest = MAX (highest, people->criteria[i].highest);

  return MAX (ceil (highest / AXIS_STEP - 1e-9), 1) * AXIS_STEP;
}

static DotPlot
place (PangoContext *context, double width, const SlPeople *people)
{
  DotPlot self = { .people = people, .end = find_end (people) };

  for (guint i = 0; i < people->n_criteria; i++) {
    const char *name = people->ranking->criteria[people->criteria[i].column]->name;

    self.name_width = MAX (self.name_width, sl_figure_measure (context, SL_STYLE_CELL, name) + 1.0);
  }
  self.name_width = MIN (self.name_width, width * MAX_NAME);
  self.plot_x = self.name_width + GAP + DOT / 2;
  self.plot_width = width - RANGE_WIDTH - GAP - DOT / 2 - self.plot_x;

  return self;
}

static double
get_x (const DotPlot *self, double share)
{
  return self->plot_x + self->plot_width * share / self->end;
}

static char *
describe_range (const SlPeopleCriterion *criterion)
{
  if (criterion->highest < FEW)
    /* Translators: from the lowest to the highest weight of a criterion, as in «1.2–8.4 %». */
    return g_strdup_printf (_ ("%1$.1f–%2$.1f %%"), 100 * criterion->lowest,
                            100 * criterion->highest);

  /* Translators: from the lowest to the highest weight of a criterion, as in «5–24 %». */
  return g_strdup_printf (_ ("%1$.0f–%2$.0f %%"), 100 * criterion->lowest,
                          100 * criterion->highest);
}

static void
add_row (const DotPlot *self, SlFigure *figure, const SlPeopleCriterion *criterion, double y)
{
  const SlCriterion *which = self->people->ranking->criteria[criterion->column];
  double middle = y + ROW / 2;
  double low = get_x (self, criterion->lowest), high = get_x (self, criterion->highest);
  g_autofree char *range = describe_range (criterion);

  sl_figure_add_text (figure, SL_STYLE_CELL, SL_RUN_PLAIN, which->name, 0, y + 2.0,
                      self->name_width, PANGO_ALIGN_LEFT);
  sl_figure_add_line (figure, SL_PAINT_BAND, DOT, low, middle, high, middle);
  for (guint i = 0; i < self->people->n_people; i++)
    sl_figure_add_box (figure, (int) which->pillar->index,
                       get_x (self, self->people->people[i].weights[criterion->column]) - DOT / 2,
                       middle - DOT / 2, DOT, DOT);
  sl_figure_add_line (figure, SL_PAINT_INK, 1.0, get_x (self, criterion->mean),
                      middle - MEAN_HEIGHT / 2, get_x (self, criterion->mean),
                      middle + MEAN_HEIGHT / 2);
  sl_figure_add_text (figure, SL_STYLE_FIGURE, SL_RUN_PLAIN, range,
                      self->plot_x + self->plot_width + GAP + DOT / 2, y + 3.0, RANGE_WIDTH,
                      PANGO_ALIGN_RIGHT);
}

static void
add_axis (const DotPlot *self, SlFigure *figure, double height)
{
  for (guint i = 0; i <= N_TICKS; i++) {
    double share = self->end * i / N_TICKS;
    double x = get_x (self, share);
    g_autofree char *label = sl_words_share (share);

    sl_figure_add_line (figure, SL_PAINT_LINE, 0.5, x, 0, x, height);
    sl_figure_add_text (figure, SL_STYLE_FIGURE, SL_RUN_PLAIN, label, x - 20.0, height + 2.0, 40.0,
                        PANGO_ALIGN_CENTER);
  }
}

/* What those are told who do not see it. */
static char *
describe_rows (const SlPeople *people, guint first, guint end)
{
  GString *text = g_string_new (NULL);

  for (guint i = first; i < end; i++) {
    g_autofree char *row = sl_people_describe_criterion (people, i);

    g_string_append_printf (text, "%s%s", i > first ? "; " : "", row);
  }

  return g_string_free (text, FALSE);
}

/* How many of `n` rows go on this page. Where not all do, some are left for the next: a few alone
 * would be lost there. */
static guint
count_rows_here (SlPage *page, guint n)
{
  double room, whole;

  if (page->html != NULL)
    return n;

  room = sl_page_get_room (page) - AXIS - CAPTION;
  whole = page->bottom - page->top - AXIS - CAPTION - HEADINGS;
  if (n * ROW <= room)
    return n;
  if (n >= 2 * MIN_ROWS && room >= MIN_ROWS * ROW)
    return MIN ((guint) (room / ROW), n - MIN_ROWS);

  return MIN (n, MAX ((guint) (whole / ROW), 1));
}

static void
draw_part (SlPrint *print, const SlPeople *people, guint first, guint end)
{
  SlPage *page = print->page;
  g_autoptr (SlFigure) figure =
      sl_figure_new (page->context, page->width, ROW * (end - first) + AXIS);

  /* While measuring only the height counts. */
  if (page->cr != NULL || page->html != NULL) {
    DotPlot plot = place (page->context, page->width, people);
    g_autofree char *rows = describe_rows (people, first, end);

    sl_figure_set_words (figure, _ ("Where they differ"), rows);
    add_axis (&plot, figure, ROW * (end - first));
    for (guint i = first; i < end; i++)
      add_row (&plot, figure, &people->criteria[i], ROW * (i - first));
  }
  sl_page_figure (page, figure,
                  end == people->n_criteria
                      ? _ ("A square is a person’s weight, in the colour of the pillar; the line "
                           "across is the mean, which is the group’s. On the right, from the "
                           "lowest to the highest.")
                      : NULL);
}

static void
draw_dots (SlPrint *print, const SlPeople *people)
{
  sl_page_heading (print->page, 3, _ ("Where they differ"), NULL);
  sl_page_lead_in (print->page, _ ("The weight that each gives to each criterion; what they differ "
                                   "on most comes first."));
  for (guint first = 0, end = 0; first < people->n_criteria; first = end) {
    end = first + count_rows_here (print->page, people->n_criteria - first);
    draw_part (print, people, first, end);
  }
}

/* ---- tables ---- */

static void
add_number (SlTable *table, guint number)
{
  g_autofree char *words = g_strdup_printf ("%u", number);

  sl_table_add_string (table, SL_RUN_PLAIN, words);
}

static void
add_score (SlTable *table, double score)
{
  g_autofree char *words = sl_words_score (score);

  sl_table_add_string (table, SL_RUN_PLAIN, words);
}

static void
draw_people (SlPrint *print, const SlPeople *people)
{
  const char *winner = people->winner->entry->name;
  /* Translators: head of a column: %s is an alternative. */
  g_autofree char *place = g_strdup_printf (_ ("Place of %s"), winner);
  const SlColumn columns[] = {
    { _ ("Person"), 0, 2, PANGO_ALIGN_LEFT },
    /* Translators: head of a column: what somebody puts first. */
    { C_ ("alternative", "First"), 0, 2, PANGO_ALIGN_LEFT },
    { _ ("Points"), FIGURE_WIDTH, 0, PANGO_ALIGN_RIGHT },
    { place, 2 * FIGURE_WIDTH, 0, PANGO_ALIGN_RIGHT },
    /* Translators: head of a column: by how many points the group's first is behind one's own. */
    { _ ("Points lost"), FIGURE_WIDTH, 0, PANGO_ALIGN_RIGHT },
  };
  SlTable *table;

  sl_page_heading (print->page, 3, _ ("What each has first"), NULL);
  table = sl_table_new (print->page, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < people->n_people; i++) {
    const SlPerson *person = &people->people[i];

    sl_table_add_string (table, SL_RUN_PLAIN, person->name);
    sl_table_add_string (table, SL_RUN_STRONG, person->first->name);
    add_score (table, person->scores[person->order[0]]);
    add_number (table, person->winner_rank);
    add_score (table, person->winner_loss);
  }
  sl_table_draw (table);
}

static void
draw_group (SlPrint *print, const SlPeople *people)
{
  const SlColumn columns[] = {
    { _ ("Rank"), 30.0, 0, PANGO_ALIGN_RIGHT },
    { _ ("Alternative"), 0, 2, PANGO_ALIGN_LEFT },
    { _ ("Points"), FIGURE_WIDTH, 0, PANGO_ALIGN_RIGHT },
    { _ ("Mean place"), FIGURE_WIDTH, 0, PANGO_ALIGN_RIGHT },
    /* Translators: head of a column: how many people have it first. */
    { _ ("First for"), FIGURE_WIDTH, 0, PANGO_ALIGN_RIGHT },
    /* Translators: head of a column: the most points that anybody loses by a choice. */
    { _ ("Largest loss"), FIGURE_WIDTH, 0, PANGO_ALIGN_RIGHT },
    /* Translators: head of a column: who loses the most points. */
    { _ ("Whose"), 0, 1, PANGO_ALIGN_LEFT },
  };
  SlTable *table;

  sl_page_heading (print->page, 3, _ ("What they make together"), NULL);
  sl_page_lead_in (print->page, sl_people_describe_basis (people));
  table = sl_table_new (print->page, columns, G_N_ELEMENTS (columns));
  for (guint k = 0; k < MIN (people->n_entries, MAX_ENTRIES); k++) {
    const SlPeopleEntry *entry = &people->entries[k];
    gboolean is_loss = entry->worst_regret >= 0.05;

    add_number (table, entry->rank);
    sl_table_add_string (table, SL_RUN_PLAIN, entry->entry->name);
    add_score (table, entry->score);
    add_score (table, entry->mean_rank);
    add_number (table, entry->n_first);
    add_score (table, entry->worst_regret);
    sl_table_add_string (table, SL_RUN_PLAIN,
                         is_loss ? people->people[entry->worst_off].name : "–");
  }
  sl_table_draw (table);
}

void
sl_section_people (SlPrint *print)
{
  g_autoptr (SlPeople) people = sl_report_find_people (print->analysis, print->options);
  g_autoptr (GPtrArray) sentences = NULL;
  SlItemList *list;

  if (people == NULL)
    return;

  sl_page_heading (print->page, 2, _ ("How people differ"), "people");
  sentences = sl_people_describe (people);
  list = sl_item_list_new (print->page, SL_STYLE_BODY);
  for (guint i = 0; i < sentences->len; i++) {
    g_autofree char *clean =
        sl_text_clean (g_ptr_array_index (sentences, i), SL_TEXT_MAX_PARAGRAPH);

    sl_item_list_add (list, NULL, sl_text_new_for_string (clean, SL_RUN_PLAIN), NULL);
  }
  sl_item_list_draw (list);
  draw_people (print, people);
  draw_group (print, people);
  draw_dots (print, people);
}
