/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "report/chart-private.h"

#include "catalogue/translation.h"
#include "report/bars.h"
#include "report/words-private.h"

#define ROW SL_CHART_ROW
#define BAR 10.0
#define SEGMENT_GAP 0.9
#define RANK 16.0
#define GAP 8.0
#define SCORE 32.0
#define MAX_NAME 0.40 /* of the width */
#define AXIS 12.0
#define TICKS 4
#define SWATCH 7.0
#define SWATCH_GAP 4.0
#define LEGEND_GAP 14.0
#define BEFORE 4.0
#define AFTER 8.0
/* There are a hundred pairings; who stands below these is in the JSON report. */
#define MAX_PAIRINGS 10

/* A chart by itself. */
#define PICTURE_WIDTH 480.0
#define PICTURE_MARGIN 16.0

/* Where things are, in points from the left of the figure. */
typedef struct {
  const SlRanking *ranking;
  guint n_pillars;
  double name_x, name_width;
  double bar_x, bar_width;
  double score_x;
} Chart;

guint
sl_chart_count_rows (const SlRanking *ranking)
{
  return ranking->board == SL_BOARD_PAIRINGS ? MIN (ranking->n_ranked, MAX_PAIRINGS)
                                             : ranking->n_ranked;
}

/* ---- words ---- */

static const char *
describe_colours (SlMethod method)
{
  if (method == SL_METHOD_ADDITIVE)
    return _ ("The colours are the parts that the pillars have in the score, which goes from 0 to "
              "100 on fixed scales.");

  /* The scores of other methods are no sums. */
  return _ ("The colours are the parts that the pillars have in a weighted sum, brought to the "
            "length of the score.");
}

char *
sl_chart_describe (SlAnalysis *analysis, const SlRanking *ranking)
{
  const char *colours = describe_colours (sl_analysis_get_requirements (analysis)->method);
  guint n_excluded = ranking->n_entries - ranking->n_ranked;
  guint n_rows = sl_chart_count_rows (ranking);

  if (n_rows < ranking->n_ranked)
    /* Translators: under a chart: «The first 10 of 84 that meet the requirements.», then %3$s, a
     * sentence about the colours. */
    return g_strdup_printf (_ ("The first %1$u of %2$u that meet the requirements. %3$s"), n_rows,
                            ranking->n_ranked, colours);
  if (n_excluded == 0)
    return g_strdup (colours);

  /* Translators: under a chart: how many are ruled out, then %2$s, a sentence about the colours. */
  return g_strdup_printf (dngettext (GETTEXT_PACKAGE, "%1$u alternative is ruled out. %2$s",
                                     "%1$u alternatives are ruled out. %2$s", n_excluded),
                          n_excluded, colours);
}

/* What those are told who do not see it: the order with the scores. */
static char *
describe_rows (const SlRanking *ranking, guint first, guint end)
{
  GString *text = g_string_new (NULL);

  for (guint i = first; i < end; i++) {
    const SlEntry *entry = &ranking->entries[i];
    g_autofree char *score = sl_words_score (entry->score);
    g_autofree char *row =
        /* Translators: a row of a chart in words: rank, name and score, as in «1. Go: 78.4». */
        g_strdup_printf (_ ("%1$u. %2$s: %3$s"), entry->rank, entry->name, score);

    g_string_append_printf (text, "%s%s", i > first ? "; " : "", row);
  }

  return g_string_free (text, FALSE);
}

/* ---- the bars ---- */

static Chart
place (PangoContext *context, double width, const SlRanking *ranking, guint n_pillars)
{
  Chart self = { .ranking = ranking, .n_pillars = n_pillars };
  double widest = 0;

  for (guint i = 0; i < sl_chart_count_rows (ranking); i++)
    widest =
        MAX (widest, sl_figure_measure (context, SL_STYLE_CELL, ranking->entries[i].name) + 1.0);

  self.name_x = RANK + GAP;
  self.name_width = MIN (widest, width * MAX_NAME);
  self.bar_x = self.name_x + self.name_width + GAP;
  self.score_x = width - SCORE;
  self.bar_width = self.score_x - GAP - self.bar_x;

  return self;
}

static void
add_bar (const Chart *self, SlFigure *figure, const SlEntry *entry, double x, double y)
{
  for (guint i = 0; i < self->n_pillars; i++) {
    SlBarSegment segment = sl_bar_get_segment (entry, i);
    double length = segment.length * self->bar_width;

    if (length > 0)
      sl_figure_add_box (figure, (int) i, x + self->bar_x + segment.start * self->bar_width,
                         y + (ROW - BAR) / 2, MAX (length - SEGMENT_GAP, MIN (length, 0.3)), BAR);
  }
}

static void
add_row (const Chart *self, SlFigure *figure, const SlEntry *entry, double x, double y)
{
  g_autofree char *rank = g_strdup_printf ("%u", entry->rank);
  g_autofree char *score = sl_words_score (entry->score);
  SlRunFlags flags = entry->rank == 1 ? SL_RUN_STRONG : SL_RUN_PLAIN;
  double text_y = y + (ROW - sl_style_get_leading (SL_STYLE_CELL)) / 2;

  sl_figure_add_text (figure, SL_STYLE_CELL, flags, rank, x, text_y, RANK, PANGO_ALIGN_RIGHT);
  sl_figure_add_text (figure, SL_STYLE_CELL, flags, entry->name, x + self->name_x, text_y,
                      self->name_width, PANGO_ALIGN_LEFT);
  add_bar (self, figure, entry, x, y);
  sl_figure_add_text (figure, SL_STYLE_CELL, flags, score, x + self->score_x, text_y, SCORE,
                      PANGO_ALIGN_RIGHT);
}

static void
add_axis (const Chart *self, SlFigure *figure, double left, double y, double height)
{
  double half = self->bar_width / TICKS / 2;

  for (guint i = 0; i <= TICKS; i++) {
    double x = left + self->bar_x + self->bar_width * i / TICKS;
    g_autofree char *label = g_strdup_printf ("%u", 100 * i / TICKS);

    sl_figure_add_line (figure, SL_PAINT_LINE, 0.5, x, y, x, y + height);
    sl_figure_add_text (figure, SL_STYLE_FIGURE, SL_RUN_PLAIN, label, x - half, y + height + 2,
                        2 * half, PANGO_ALIGN_CENTER);
  }
}

static void
add_rows (const Chart *self, SlFigure *figure, guint first, guint end, double x, double y)
{
  add_axis (self, figure, x, y, ROW * (end - first));
  for (guint i = first; i < end; i++)
    add_row (self, figure, &self->ranking->entries[i], x, y + ROW * (i - first));
}

/* ---- on a page ---- */

static PangoLayout *
lay_out_caption (SlPage *page, SlText *caption, double *height)
{
  PangoLayout *layout =
      sl_text_layout (caption, page->context, SL_STYLE_NOTE, page->width, PANGO_ALIGN_LEFT);

  sl_layout_get_size (layout, NULL, height);

  return layout;
}

void
sl_page_figure (SlPage *page, SlFigure *figure, const char *caption)
{
  g_autoptr (SlText) text = sl_text_new_for_string (caption != NULL ? caption : "", SL_RUN_PLAIN);
  g_autoptr (PangoLayout) layout = NULL;
  double height = sl_figure_get_height (figure), foot = 0, top = 0;

  if (page->html != NULL) {
    sl_html_figure (page->html, figure, caption);
    return;
  }

  layout = lay_out_caption (page, text, &foot);
  foot = caption != NULL ? foot + BEFORE : 0;
  top = sl_page_claim (page, BEFORE, height + foot);
  if (page->cr != NULL) {
    /* A figure without words in it would be left out of the structure. */
    sl_page_begin (page, "Figure");
    sl_figure_draw (figure, page->cr, page->left, top);
    if (caption != NULL) {
      sl_page_begin (page, "Caption");
      sl_text_draw_lines (text, layout, page->cr, SL_STYLE_NOTE, page->left, top + height + BEFORE,
                          0, G_MAXUINT);
      sl_page_end (page, "Caption");
    }
    sl_page_end (page, "Figure");
  }
  sl_page_advance (page, height + foot, AFTER);
}

void
sl_page_chart (SlPage *page, SlAnalysis *analysis, const SlRanking *ranking)
{
  guint n_pillars = sl_catalogue_get_pillars (sl_analysis_get_catalogue (analysis))->len;
  guint n_rows = sl_chart_count_rows (ranking);
  /* While measuring only the height counts. */
  gboolean seen = page->cr != NULL || page->html != NULL;
  Chart chart = { 0 };
  g_autofree char *caption = sl_chart_describe (analysis, ranking);
  guint on_a_page = n_rows;

  /* Room for a caption of three lines. */
  if (seen)
    chart = place (page->context, page->width, ranking, n_pillars);
  if (page->html == NULL)
    on_a_page = (guint) MAX ((page->bottom - page->top - 60.0) / ROW - 4, 1);

  for (guint first = 0, end = 0; first < n_rows; first = end) {
    g_autoptr (SlFigure) figure = NULL;
    g_autofree char *rows = NULL;

    end = MIN (first + on_a_page, n_rows);
    figure = sl_figure_new (page->context, page->width, ROW * (end - first) + AXIS);
    if (seen) {
      rows = describe_rows (ranking, first, end);
      sl_figure_set_words (figure, sl_board_get_name (ranking->board), rows);
      add_rows (&chart, figure, first, end, 0, 0);
    }
    sl_page_figure (page, figure, end == n_rows ? caption : NULL);
  }
}

/* ---- legend ---- */

typedef struct {
  double x, y; /* from the top left of the legend */
  char *string;
} LegendItem;

static void
legend_item_clear (gpointer data)
{
  LegendItem *item = data;

  g_free (item->string);
}

static GArray *
place_legend (PangoContext *context,
              double width,
              const SlRanking *ranking,
              const GPtrArray *pillars)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (LegendItem));
  double leading = sl_style_get_leading (SL_STYLE_NOTE) + 2;
  double x = 0, y = 0;

  g_array_set_clear_func (items, legend_item_clear);
  for (guint i = 0; i < pillars->len; i++) {
    const SlPillar *pillar = g_ptr_array_index (pillars, i);
    g_autofree char *share = sl_words_share (ranking->pillar_weights[i]);
    LegendItem item = { 0 };
    double own = 0;

    item.string = g_strdup_printf ("%s  %s", pillar->name, share);
    own = SWATCH + SWATCH_GAP + sl_figure_measure (context, SL_STYLE_NOTE, item.string);
    if (x > 0 && x + own > width) {
      x = 0;
      y += leading;
    }
    item.x = x;
    item.y = y;
    g_array_append_val (items, item);
    x += own + LEGEND_GAP;
  }

  return items;
}

static double
measure_legend (GArray *items)
{
  double last = items->len > 0 ? g_array_index (items, LegendItem, items->len - 1).y : 0;

  return sl_style_get_leading (SL_STYLE_NOTE) + last;
}

static void
add_legend (SlFigure *figure, GArray *items, double x, double y, double width)
{
  double middle = (sl_style_get_leading (SL_STYLE_NOTE) - SWATCH) / 2;

  for (guint i = 0; i < items->len; i++) {
    const LegendItem *item = &g_array_index (items, LegendItem, i);
    double start = item->x + SWATCH + SWATCH_GAP;

    sl_figure_add_box (figure, (int) i, x + item->x, y + item->y + middle, SWATCH, SWATCH);
    sl_figure_add_text (figure, SL_STYLE_NOTE, SL_RUN_PLAIN, item->string, x + start, y + item->y,
                        width - start, PANGO_ALIGN_LEFT);
  }
}

static void
write_legend (SlHtml *html, GArray *items)
{
  g_string_append (html->out, "<ul class=\"legend\">\n");
  for (guint i = 0; i < items->len; i++) {
    g_string_append (html->out, "<li>");
    sl_html_swatch (html, i);
    sl_markup_append (html->out, g_array_index (items, LegendItem, i).string);
    g_string_append (html->out, "</li>\n");
  }
  g_string_append (html->out, "</ul>\n");
}

void
sl_page_legend (SlPage *page, const SlRanking *ranking, const GPtrArray *pillars)
{
  g_autoptr (GArray) items = place_legend (page->context, page->width, ranking, pillars);
  g_autoptr (SlFigure) figure = NULL;
  double height = measure_legend (items);
  double top = 0;

  if (page->html != NULL) {
    write_legend (page->html, items);
    return;
  }

  top = sl_page_claim (page, BEFORE, height + 6 * ROW);
  if (page->cr != NULL) {
    figure = sl_figure_new (page->context, page->width, height);
    add_legend (figure, items, 0, 0, page->width);
    sl_page_begin (page, "P");
    sl_figure_draw (figure, page->cr, page->left, top);
    sl_page_end (page, "P");
  }
  sl_page_advance (page, height, AFTER);
}

/* ---- a picture ---- */

static double
add_line (SlFigure *figure, SlStyle style, const char *string, double y)
{
  sl_figure_add_text (figure, style,
                      style == SL_STYLE_HEADING || style == SL_STYLE_SUBHEADING ? SL_RUN_STRONG
                                                                                : SL_RUN_PLAIN,
                      string, PICTURE_MARGIN, y, PICTURE_WIDTH, PANGO_ALIGN_LEFT);

  return y + sl_style_get_leading (style) + 2;
}

SlFigure *
sl_chart_new_picture (PangoContext *context, SlAnalysis *analysis, const SlReportOptions *options)
{
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, options->board);
  const GPtrArray *pillars = sl_catalogue_get_pillars (sl_analysis_get_catalogue (analysis));
  guint n_rows = sl_chart_count_rows (ranking);
  Chart chart = place (context, PICTURE_WIDTH, ranking, pillars->len);
  g_autoptr (GArray) items = place_legend (context, PICTURE_WIDTH, ranking, pillars);
  g_autofree char *title = sl_text_clean (options->title, SL_TEXT_MAX_TITLE);
  g_autofree char *rows = describe_rows (ranking, 0, n_rows);
  g_autofree char *caption = sl_chart_describe (analysis, ranking);
  g_autofree char *description = g_strconcat (rows, n_rows > 0 ? ". " : "", caption, NULL);
  const char *headline = sl_analysis_get_headline (analysis, options->board);
  double y = PICTURE_MARGIN;
  double height = y + sl_style_get_leading (SL_STYLE_HEADING) + 2 +
                  sl_style_get_leading (SL_STYLE_BODY) + 2 + GAP + measure_legend (items) + GAP +
                  ROW * n_rows + AXIS + PICTURE_MARGIN;
  SlFigure *figure = sl_figure_new (context, PICTURE_WIDTH + 2 * PICTURE_MARGIN, height);

  if (*title == '\0')
    g_set_str (&title, _ ("Decision without a title"));
  sl_figure_set_words (figure, title, description);
  y = add_line (figure, SL_STYLE_HEADING, title, y);
  y = add_line (figure, SL_STYLE_BODY, headline, y) + GAP;
  add_legend (figure, items, PICTURE_MARGIN, y, PICTURE_WIDTH);
  y += measure_legend (items) + GAP;
  add_rows (&chart, figure, 0, n_rows, PICTURE_MARGIN, y);

  return figure;
}
