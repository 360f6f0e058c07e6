/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "report/palette.h"
#include "report/table-private.h"

#define GUTTER 8.0  /* between columns */
#define PADDING 2.3 /* above and below the text of a cell */
#define SHADE_INSET 1.0
#define SWATCH 7.0
#define SWATCH_GAP 5.0
#define AFTER_TABLE 10.0
#define HAIRLINE 0.4
#define HEAD_LINE 0.9
/* A column that fits its content does not break a title shorter than this. */
#define LEAST_WIDTH 42.0
/* What fixed columns may take of the page where others share the rest. */
#define MOST_FIXED 0.75
/* Of a page: what may stay empty so that a table of half a page is not divided. */
#define MOST_UNDIVIDED 0.5
#define MOST_EMPTY 0.22
/* Lines of one cell; what goes on beyond ends in an ellipsis. */
#define MAX_LINES 30
/* Points that a byte of a text takes at the very least, by and large. */
#define NARROW 2.0
/* Rows that a table begins and ends with on a page, where it has as many. */
#define KEEP_ROWS 2

typedef struct {
  SlText *text;
  PangoLayout *layout;
  double indent;
  double offset; /* of what is narrower than its column, from the left of it */
  double rgb[3];
  double shade; /* 0: none */
  int pillar;   /* whose colour it is; -1: nobody's */
  gboolean swatch;
} Cell;

struct _SlTable {
  SlPage *page;
  guint n_columns;
  SlColumn *columns;
  double *x; /* of each column, from the left of the page */
  double *width;
  GArray *heads; /* of Cell */
  GArray *cells; /* of Cell, row by row */
  double *heights;
  double head_height;
  double total; /* width of the columns with what is between them */
  double reserve;
  gboolean shaded;
  char *caption;
};

static void
cell_clear (gpointer data)
{
  Cell *cell = data;

  sl_text_free (cell->text);
  g_clear_object (&cell->layout);
}

static GArray *
new_cells (void)
{
  GArray *cells = g_array_new (FALSE, TRUE, sizeof (Cell));

  g_array_set_clear_func (cells, cell_clear);

  return cells;
}

SlTable *
sl_table_new (SlPage *page, const SlColumn *columns, guint n_columns)
{
  SlTable *self = g_new0 (SlTable, 1);

  self->page = page;
  self->n_columns = n_columns;
  self->columns = g_memdup2 (columns, sizeof (SlColumn) * n_columns);
  self->x = g_new0 (double, n_columns);
  self->width = g_new0 (double, n_columns);
  self->heads = new_cells ();
  self->cells = new_cells ();

  for (guint i = 0; i < n_columns; i++) {
    g_autofree char *title = sl_text_clean (columns[i].title, SL_TEXT_MAX_CELL);
    Cell cell = { .text = sl_text_new_for_string (title, SL_RUN_PLAIN), .pillar = -1 };

    g_array_append_val (self->heads, cell);
  }

  return self;
}

static void
table_free (SlTable *self)
{
  g_array_unref (self->heads);
  g_array_unref (self->cells);
  g_free (self->columns);
  g_free (self->x);
  g_free (self->width);
  g_free (self->heights);
  g_free (self->caption);
  g_free (self);
}

void
sl_table_add (SlTable *self, SlText *text)
{
  Cell cell = { .text = text, .pillar = -1 };

  g_array_append_val (self->cells, cell);
}

void
sl_table_add_string (SlTable *self, SlRunFlags flags, const char *string)
{
  g_autofree char *clean = sl_text_clean (string, SL_TEXT_MAX_CELL);

  sl_table_add (self, sl_text_new_for_string (clean, flags));
}

static Cell *
get_last (SlTable *self)
{
  return &g_array_index (self->cells, Cell, self->cells->len - 1);
}

void
sl_table_shade (SlTable *self, guint pillar, double amount)
{
  Cell *cell = get_last (self);
  double rgb[3];

  sl_palette_get_pillar (pillar, FALSE, rgb);
  self->shaded = TRUE;
  cell->pillar = (int) pillar;
  cell->shade = CLAMP (amount, 0.0, 1.0);
  for (int i = 0; i < 3; i++)
    cell->rgb[i] = 1.0 + (rgb[i] - 1.0) * cell->shade;
}

void
sl_table_swatch (SlTable *self, guint pillar)
{
  Cell *cell = get_last (self);

  cell->swatch = TRUE;
  cell->pillar = (int) pillar;
  cell->indent = SWATCH + SWATCH_GAP;
  sl_palette_get_pillar (pillar, FALSE, cell->rgb);
}

void
sl_table_indent (SlTable *self)
{
  get_last (self)->indent = SWATCH + SWATCH_GAP;
}

void
sl_table_set_caption (SlTable *self, const char *caption)
{
  g_free (self->caption);
  self->caption = sl_text_clean (caption, SL_TEXT_MAX_CELL);
}

void
sl_table_reserve (SlTable *self, double height)
{
  self->reserve = height;
}

/* ---- columns ---- */

/* The width of a text on one line, or of its longest word. */
static double
measure_text (SlTable *self, const SlText *text, SlStyle style, gboolean word)
{
  g_autoptr (PangoLayout) layout = NULL;
  double width = 0;

  /* Those for words are told apart by their alignment, which is nothing to a width. */
  layout =
      sl_page_layout (self->page, text, style, 0, word ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
  if (word) {
    pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
    pango_layout_set_width (layout, 0);
  }
  sl_layout_get_size (layout, &width, NULL);

  return width;
}

/* As wide as the widest cell and as the longest word of the title, and `least` if the title is as
 * wide as that. */
static double
fit_column (SlTable *self, guint column, double least)
{
  const SlText *head = g_array_index (self->heads, Cell, column).text;
  double widest = MAX (measure_text (self, head, SL_STYLE_COLUMN, TRUE),
                       MIN (measure_text (self, head, SL_STYLE_COLUMN, FALSE), least));

  for (guint i = column; i < self->cells->len; i += self->n_columns) {
    const Cell *cell = &g_array_index (self->cells, Cell, i);

    widest = MAX (widest, measure_text (self, cell->text, SL_STYLE_CELL, FALSE) + cell->indent);
  }

  /* Wrapping compares whole units of Pango. */
  return widest + 0.1;
}

/* Widths of the columns that share nothing; returns their sum. */
static double
measure_columns (SlTable *self, double least)
{
  double sum = 0;

  for (guint i = 0; i < self->n_columns; i++) {
    const SlColumn *column = &self->columns[i];

    if (column->width > 0)
      self->width[i] = column->width;
    else if (column->share <= 0)
      self->width[i] = fit_column (self, i, least);
    sum += self->width[i];
  }

  return sum;
}

static double
sum_shares (const SlTable *self)
{
  double sum = 0;

  for (guint i = 0; i < self->n_columns; i++)
    sum += self->columns[i].width > 0 ? 0 : self->columns[i].share;

  return sum;
}

/* Fixed columns take their width, those that fit theirs, the others share the rest. If that is too
 * little, titles are broken closer; then all of them give way. */
static void
place_columns (SlTable *self)
{
  double room = self->page->width - GUTTER * (self->n_columns - 1);
  double shares = sum_shares (self);
  double most = shares > 0 ? room * MOST_FIXED : room;
  double taken = measure_columns (self, LEAST_WIDTH);
  double x = self->page->left, scale = 1;

  if (taken > most)
    taken = measure_columns (self, 0);
  scale = taken > most ? most / taken : 1;

  for (guint i = 0; i < self->n_columns; i++) {
    const SlColumn *column = &self->columns[i];

    if (column->width <= 0 && column->share > 0)
      self->width[i] = (room - taken * scale) * column->share / shares;
    else
      self->width[i] *= scale;
    self->x[i] = x;
    x += self->width[i] + GUTTER;
  }
  /* Grounds go half a gutter beyond their column. */
  self->total = x - (self->shaded ? GUTTER / 2 : GUTTER) - self->page->left;
}

/* ---- layout ---- */

/* Columns have one edge, whichever way the words in them are written; Pango would turn it around.
 */
static PangoLayout *
wrap_cell (SlTable *self, const Cell *cell, SlStyle style, double room, PangoAlignment alignment)
{
  PangoLayout *layout = sl_page_layout (self->page, cell->text, style, room, alignment);

  if (alignment == PANGO_ALIGN_CENTER ||
      pango_layout_get_direction (layout, 0) != PANGO_DIRECTION_RTL)
    return layout;

  g_object_unref (layout);

  return sl_page_layout (self->page, cell->text, style, room,
                         alignment == PANGO_ALIGN_LEFT ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

/* On one line if that fits, which is the layout that measuring the column took. */
static PangoLayout *
lay_out_cell (SlTable *self, Cell *cell, guint column, SlStyle style)
{
  PangoAlignment alignment = self->columns[column].alignment;
  double room = self->width[column] - cell->indent;
  PangoLayout *layout = NULL;
  double width = 0;

  /* A long one does not, which is not worth trying. */
  if ((double) sl_text_get_length (cell->text) * NARROW > room)
    return wrap_cell (self, cell, style, room, alignment);

  layout = sl_page_layout (self->page, cell->text, style, 0, PANGO_ALIGN_LEFT);
  sl_layout_get_size (layout, &width, NULL);
  if (width > room) {
    g_object_unref (layout);
    return wrap_cell (self, cell, style, room, alignment);
  }

  if (alignment != PANGO_ALIGN_LEFT)
    cell->offset = (room - width) / (alignment == PANGO_ALIGN_CENTER ? 2 : 1);

  return layout;
}

/* The height of a row of cells in this style. */
static double
lay_out_row (SlTable *self, Cell *cells, SlStyle style)
{
  double highest = sl_style_get_leading (style);

  for (guint i = 0; i < self->n_columns; i++) {
    Cell *cell = &cells[i];
    double height = 0;

    cell->layout = lay_out_cell (self, cell, i, style);
    if (pango_layout_get_line_count (cell->layout) > MAX_LINES) {
      pango_layout_set_height (cell->layout, -MAX_LINES);
      pango_layout_set_ellipsize (cell->layout, PANGO_ELLIPSIZE_END);
    }
    sl_layout_get_size (cell->layout, NULL, &height);
    highest = MAX (highest, height);
  }

  return highest + 2 * PADDING;
}

static guint
lay_out (SlTable *self)
{
  guint n_rows = self->cells->len / self->n_columns;

  place_columns (self);
  self->heights = g_new0 (double, MAX (n_rows, 1));
  self->head_height = lay_out_row (self, (Cell *) (void *) self->heads->data, SL_STYLE_COLUMN);
  for (guint i = 0; i < n_rows; i++)
    self->heights[i] =
        lay_out_row (self, &g_array_index (self->cells, Cell, i * self->n_columns), SL_STYLE_CELL);

  return n_rows;
}

/* ---- drawing ---- */

static void
draw_cell (SlTable *self, const Cell *cell, guint column, SlStyle style, double y, double height)
{
  SlPage *page = self->page;
  double x = self->x[column];

  if (cell->shade > 0)
    sl_page_fill (page, cell->rgb, x - GUTTER / 2 + SHADE_INSET, y + SHADE_INSET,
                  self->width[column] + GUTTER - 2 * SHADE_INSET, height - 2 * SHADE_INSET);
  if (cell->swatch)
    sl_page_fill (page, cell->rgb, x, y + PADDING + (sl_style_get_leading (style) - SWATCH) / 2,
                  SWATCH, SWATCH);
  sl_text_draw_lines (cell->text, cell->layout, page->cr, style, x + cell->indent + cell->offset,
                      y + PADDING, 0, G_MAXUINT);
}

static void
draw_row (SlTable *self, const Cell *cells, gboolean head, double height)
{
  SlPage *page = self->page;
  SlStyle style = head ? SL_STYLE_COLUMN : SL_STYLE_CELL;
  const char *tag = head ? "TH" : "TD";

  if (page->cr != NULL) {
    sl_page_begin (page, "TR");
    for (guint i = 0; i < self->n_columns; i++) {
      double y = page->y;
      double own = 0;

      /* Heads stand on their line, however many lines each has. */
      sl_layout_get_size (cells[i].layout, NULL, &own);
      if (head)
        y += height - 2 * PADDING - own;
      sl_page_begin (page, tag);
      draw_cell (self, &cells[i], i, style, y, height);
      sl_page_end (page, tag);
    }
    sl_page_end (page, "TR");
  }

  sl_page_advance (page, height, 0);
  sl_page_rule (page, head ? sl_ink_muted : sl_ink_line, page->left, page->y, self->total,
                head ? HEAD_LINE : HAIRLINE);
}

/* What stands over the rows after it: those of its pillar. */
static gboolean
heads_rows (const SlTable *self, guint row)
{
  return g_array_index (self->cells, Cell, row * self->n_columns).swatch;
}

/* How many rows from `first` on go on this page, which begins with the head. The last of all rows
 * keeps room for what comes right after the table. */
static guint
fit_rows (SlTable *self, guint first, guint n_rows)
{
  double rest = sl_page_get_rest (self->page) - self->head_height;
  guint end = first;

  while (end < n_rows && self->heights[end] + (end + 1 == n_rows ? self->reserve : 0) <= rest)
    rest -= self->heights[end++];
  if (end < n_rows && n_rows - end < KEEP_ROWS && end - first > KEEP_ROWS)
    end = n_rows - KEEP_ROWS;
  while (end < n_rows && end > first + 1 && heads_rows (self, end - 1))
    end--;

  return MAX (end, first + 1);
}

static double
measure_rows (const SlTable *self, guint first, guint end)
{
  double height = 0;

  for (guint i = first; i < end; i++)
    height += self->heights[i];

  return height;
}

/* What has to fit on the page for the table to begin on it: all of it, or the first rows. */
static double
measure_start (SlTable *self, guint first, guint n_rows)
{
  double page = self->page->bottom - self->page->top;
  double whole = self->head_height + measure_rows (self, first, n_rows) + self->reserve;
  gboolean can_wait = n_rows < 2 * KEEP_ROWS || sl_page_get_room (self->page) < page * MOST_EMPTY;

  if (first == 0 && whole <= page * MOST_UNDIVIDED && can_wait)
    return whole;

  return self->head_height + measure_rows (self, first, MIN (first + KEEP_ROWS, n_rows));
}

static void
draw_table (SlTable *self)
{
  SlPage *page = self->page;
  guint n_rows = lay_out (self);
  guint first = 0;

  while (first < n_rows) {
    guint end = 0;

    sl_page_claim (page, 0, measure_start (self, first, n_rows));
    end = fit_rows (self, first, n_rows);
    sl_page_begin (page, "Table");
    draw_row (self, &g_array_index (self->heads, Cell, 0), TRUE, self->head_height);
    for (guint i = first; i < end; i++)
      draw_row (self, &g_array_index (self->cells, Cell, i * self->n_columns), FALSE,
                self->heights[i]);
    sl_page_end (page, "Table");
    sl_page_advance (page, 0, AFTER_TABLE);
    if (end < n_rows)
      sl_page_break (page);
    first = end;
  }
}

/* ---- HTML ---- */

/* The column that names the rows: the first of words. */
static guint
find_row_heads (const SlTable *self)
{
  for (guint i = 0; i < self->n_columns; i++) {
    if (self->columns[i].alignment == PANGO_ALIGN_LEFT)
      return i;
  }

  return 0;
}

static void
write_shade (const Cell *cell, const char *class, GString *out)
{
  g_string_append_printf (out, " class=\"shade%s\" style=\"--c: var(--p%d); --a: ", class,
                          cell->pillar % (2 * SL_PALETTE_N_HUES));
  sl_markup_append_number (out, 100 * cell->shade);
  g_string_append (out, "%\"");
}

static void
write_cell (const SlTable *self, const Cell *cell, guint column, const char *scope)
{
  SlHtml *html = self->page->html;
  const char *tag = scope != NULL ? "th" : "td";
  gboolean number = self->columns[column].alignment == PANGO_ALIGN_RIGHT;

  g_string_append_printf (html->out, "<%s", tag);
  if (scope != NULL)
    g_string_append_printf (html->out, " scope=\"%s\"", scope);
  if (cell->shade > 0)
    write_shade (cell, number ? " n" : "", html->out);
  else if (number)
    g_string_append (html->out, " class=\"n\"");
  else if (cell->indent > 0 && !cell->swatch)
    g_string_append (html->out, " class=\"indent\"");
  g_string_append_c (html->out, '>');
  if (cell->swatch)
    sl_html_swatch (html, (guint) cell->pillar);
  sl_text_append_html (cell->text, html->out);
  g_string_append_printf (html->out, "</%s>", tag);
}

static void
write_row (const SlTable *self, const Cell *cells, gboolean head)
{
  GString *out = self->page->html->out;
  guint heads = find_row_heads (self);

  g_string_append (out, "<tr>");
  for (guint i = 0; i < self->n_columns; i++)
    write_cell (self, &cells[i], i, head ? "col" : i == heads ? "row" : NULL);
  g_string_append (out, "</tr>\n");
}

/* A wide table scrolls by itself, which has to work without a pointer too. */
static void
write_table (const SlTable *self)
{
  GString *out = self->page->html->out;
  guint n_rows = self->cells->len / self->n_columns;
  const char *name = NULL;

  if (n_rows == 0)
    return;

  name = self->caption != NULL ? self->caption : self->page->html->heading;
  g_string_append (out, "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"");
  sl_markup_append (out, name);
  g_string_append_printf (out, "\">\n<table>\n<caption%s>",
                          self->caption != NULL ? "" : " class=\"hidden\"");
  sl_markup_append (out, name);
  g_string_append (out, "</caption>\n<thead>\n");
  write_row (self, &g_array_index (self->heads, Cell, 0), TRUE);
  g_string_append (out, "</thead>\n<tbody>\n");
  for (guint i = 0; i < n_rows; i++)
    write_row (self, &g_array_index (self->cells, Cell, i * self->n_columns), FALSE);
  g_string_append (out, "</tbody>\n</table>\n</div>\n");
}

void
sl_table_draw (SlTable *self)
{
  if (self->page->html != NULL)
    write_table (self);
  else
    draw_table (self);

  table_free (self);
}
