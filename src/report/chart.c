/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "report/chart-private.h"
#include "report/palette.h"
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

static const double ink_grid[3] = { 0.88, 0.88, 0.89 };

/* Where things are, in points from the left of the sheet. */
typedef struct {
  SlPage *page;
  const SlRanking *ranking;
  const GPtrArray *pillars;
  double name_x, name_width;
  double bar_x, bar_width;
  double score_x;
} Chart;

/* A line of text that keeps to its width. */
static void
draw_string (SlPage *page,
             SlStyle style,
             SlRunFlags flags,
             const char *string,
             double x,
             double y,
             double width,
             PangoAlignment alignment)
{
  g_autofree char *clean = sl_text_clean (string, SL_TEXT_MAX_TITLE);
  g_autoptr (SlText) text = sl_text_new_for_string (clean, flags);
  g_autoptr (PangoLayout) layout = sl_text_layout (text, page->context, style, width, alignment);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  sl_text_draw_lines (text, layout, page->cr, style, x, y, 0, 1);
}

static double
measure_string (SlPage *page, SlStyle style, const char *string)
{
  g_autofree char *clean = sl_text_clean (string, SL_TEXT_MAX_TITLE);
  g_autoptr (SlText) text = sl_text_new_for_string (clean, SL_RUN_STRONG);
  g_autoptr (PangoLayout) layout = sl_text_layout (text, page->context, style, 0, PANGO_ALIGN_LEFT);
  double width = 0;

  sl_layout_get_size (layout, &width, NULL);

  return width;
}

static void
place (Chart *self, guint n_rows)
{
  SlPage *page = self->page;
  double widest = 0;

  for (guint i = 0; i < n_rows; i++)
    widest =
        MAX (widest, measure_string (page, SL_STYLE_CELL, self->ranking->entries[i].name) + 1.0);

  self->name_x = page->left + RANK + GAP;
  self->name_width = MIN (widest, page->width * MAX_NAME);
  self->bar_x = self->name_x + self->name_width + GAP;
  self->score_x = page->left + page->width - SCORE;
  self->bar_width = self->score_x - GAP - self->bar_x;
}

static void
draw_bar (const Chart *self, const SlEntry *entry, double y)
{
  double x = self->bar_x;

  for (guint i = 0; i < self->pillars->len; i++) {
    double length = MAX (entry->pillar_contributions[i], 0.0) / 100.0 * self->bar_width;
    double rgb[3];

    sl_palette_get_pillar (i, FALSE, rgb);
    sl_page_fill (self->page, rgb, x, y + (ROW - BAR) / 2,
                  MAX (length - SEGMENT_GAP, MIN (length, 0.3)), BAR);
    x += length;
  }
}

static void
draw_row (const Chart *self, const SlEntry *entry, double y)
{
  SlPage *page = self->page;
  g_autofree char *rank = g_strdup_printf ("%u", entry->rank);
  g_autofree char *score = sl_words_score (entry->score);
  SlRunFlags flags = entry->rank == 1 ? SL_RUN_STRONG : SL_RUN_PLAIN;
  double text_y = y + (ROW - sl_style_get_leading (SL_STYLE_CELL)) / 2;

  draw_string (page, SL_STYLE_CELL, flags, rank, page->left, text_y, RANK, PANGO_ALIGN_RIGHT);
  draw_string (page, SL_STYLE_CELL, flags, entry->name, self->name_x, text_y, self->name_width,
               PANGO_ALIGN_LEFT);
  draw_bar (self, entry, y);
  draw_string (page, SL_STYLE_CELL, flags, score, self->score_x, text_y, SCORE, PANGO_ALIGN_RIGHT);
}

static void
draw_axis (const Chart *self, double y, double height)
{
  SlPage *page = self->page;
  double half = self->bar_width / TICKS / 2;

  for (guint i = 0; i <= TICKS; i++) {
    double x = self->bar_x + self->bar_width * i / TICKS;
    g_autofree char *label = g_strdup_printf ("%u", 100 * i / TICKS);

    cairo_set_source_rgb (page->cr, ink_grid[0], ink_grid[1], ink_grid[2]);
    cairo_set_line_width (page->cr, 0.5);
    cairo_move_to (page->cr, x, y);
    cairo_line_to (page->cr, x, y + height);
    cairo_stroke (page->cr);
    draw_string (page, SL_STYLE_FIGURE, SL_RUN_PLAIN, label, x - half, y + height + 2, 2 * half,
                 PANGO_ALIGN_CENTER);
  }
}

static void
draw_caption (SlPage *page, const char *caption, double y)
{
  g_autoptr (SlText) text = sl_text_new_for_string (caption, SL_RUN_PLAIN);
  g_autoptr (PangoLayout) layout =
      sl_text_layout (text, page->context, SL_STYLE_NOTE, page->width, PANGO_ALIGN_LEFT);

  sl_page_begin (page, "Caption");
  sl_text_draw_lines (text, layout, page->cr, SL_STYLE_NOTE, page->left, y, 0, G_MAXUINT);
  sl_page_end (page, "Caption");
}

static double
measure_caption (SlPage *page, const char *caption)
{
  g_autoptr (SlText) text = sl_text_new_for_string (caption, SL_RUN_PLAIN);
  g_autoptr (PangoLayout) layout =
      sl_text_layout (text, page->context, SL_STYLE_NOTE, page->width, PANGO_ALIGN_LEFT);
  double height = 0;

  sl_layout_get_size (layout, NULL, &height);

  return height;
}

/* One figure: rows from `first` to before `end`, the axis, and the caption if it is the last. */
static void
draw_figure (const Chart *self, guint first, guint end, const char *caption)
{
  SlPage *page = self->page;
  double height = ROW * (end - first);

  if (page->cr == NULL)
    return;

  /* A figure without words in it would be left out of the structure. */
  sl_page_begin (page, "Figure");
  draw_axis (self, page->y, height);
  for (guint i = first; i < end; i++)
    draw_row (self, &self->ranking->entries[i], page->y + ROW * (i - first));
  if (caption != NULL)
    draw_caption (page, caption, page->y + height + AXIS + BEFORE);
  sl_page_end (page, "Figure");
}

void
sl_page_chart (SlPage *page,
               const SlRanking *ranking,
               const GPtrArray *pillars,
               guint n_rows,
               const char *caption)
{
  Chart chart = { .page = page, .ranking = ranking, .pillars = pillars };
  double foot = AXIS + BEFORE + measure_caption (page, caption);
  guint on_a_page = (guint) MAX ((page->bottom - page->top - foot) / ROW - 4, 1);
  guint first = 0;

  place (&chart, n_rows);

  while (first < n_rows) {
    guint end = MIN (first + on_a_page, n_rows);

    sl_page_claim (page, BEFORE, ROW * (end - first) + foot);
    draw_figure (&chart, first, end, end == n_rows ? caption : NULL);
    sl_page_advance (page, ROW * (end - first) + foot, AFTER);
    first = end;
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
place_legend (SlPage *page, const SlRanking *ranking, const GPtrArray *pillars)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (LegendItem));
  double leading = sl_style_get_leading (SL_STYLE_NOTE) + 2;
  double x = 0, y = 0;

  g_array_set_clear_func (items, legend_item_clear);
  for (guint i = 0; i < pillars->len; i++) {
    const SlPillar *pillar = g_ptr_array_index (pillars, i);
    g_autofree char *share = sl_words_share (ranking->pillar_weights[i]);
    LegendItem item = { 0 };
    double width = 0;

    item.string = g_strdup_printf ("%s  %s", pillar->name, share);
    width = SWATCH + SWATCH_GAP + measure_string (page, SL_STYLE_NOTE, item.string);
    if (x > 0 && x + width > page->width) {
      x = 0;
      y += leading;
    }
    item.x = x;
    item.y = y;
    g_array_append_val (items, item);
    x += width + LEGEND_GAP;
  }

  return items;
}

void
sl_page_legend (SlPage *page, const SlRanking *ranking, const GPtrArray *pillars)
{
  g_autoptr (GArray) items = place_legend (page, ranking, pillars);
  double leading = sl_style_get_leading (SL_STYLE_NOTE);
  double height =
      leading + (items->len > 0 ? g_array_index (items, LegendItem, items->len - 1).y : 0);
  double top = sl_page_claim (page, BEFORE, height + 6 * ROW);

  sl_page_begin (page, "P");
  for (guint i = 0; page->cr != NULL && i < items->len; i++) {
    const LegendItem *item = &g_array_index (items, LegendItem, i);
    double rgb[3];

    sl_palette_get_pillar (i, FALSE, rgb);
    sl_page_fill (page, rgb, page->left + item->x, top + item->y + (leading - SWATCH) / 2, SWATCH,
                  SWATCH);
    draw_string (page, SL_STYLE_NOTE, SL_RUN_PLAIN, item->string,
                 page->left + item->x + SWATCH + SWATCH_GAP, top + item->y, page->width,
                 PANGO_ALIGN_LEFT);
  }
  sl_page_end (page, "P");
  sl_page_advance (page, height, AFTER);
}
