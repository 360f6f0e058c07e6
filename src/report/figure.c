/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "report/figure-private.h"

#include <math.h>
#include <string.h>

#include "report/palette.h"

/* How many pillars have colours of their own in a style. */
#define N_COLOURS (2 * SL_PALETTE_N_HUES)

static const double ink_grid[3] = { 0.88, 0.88, 0.89 };
static const double ink_band[3] = { 0.91, 0.92, 0.94 };

typedef enum {
  SHAPE_BOX,
  SHAPE_LINE,
  SHAPE_TEXT,
} ShapeKind;

typedef struct {
  ShapeKind kind;
  int paint;
  double x, y;
  double width, height; /* of a line: to its other end */
  double thickness;
  SlStyle style;
  PangoAlignment alignment;
  SlRunFlags flags;
  SlText *text;
  char *string;
  PangoLayout *layout;
} Shape;

struct _SlFigure {
  PangoContext *context;
  double width, height;
  char *title, *description;
  GArray *shapes; /* of Shape */
};

static void
shape_clear (gpointer data)
{
  Shape *shape = data;

  sl_text_free (shape->text);
  g_free (shape->string);
  g_clear_object (&shape->layout);
}

SlFigure *
sl_figure_new (PangoContext *context, double width, double height)
{
  SlFigure *self = g_new0 (SlFigure, 1);

  self->context = g_object_ref (context);
  self->width = width;
  self->height = height;
  self->shapes = g_array_new (FALSE, TRUE, sizeof (Shape));
  g_array_set_clear_func (self->shapes, shape_clear);

  return self;
}

void
sl_figure_free (SlFigure *self)
{
  g_array_unref (self->shapes);
  g_object_unref (self->context);
  g_free (self->title);
  g_free (self->description);
  g_free (self);
}

double
sl_figure_get_width (const SlFigure *self)
{
  return self->width;
}

double
sl_figure_get_height (const SlFigure *self)
{
  return self->height;
}

void
sl_figure_set_words (SlFigure *self, const char *title, const char *description)
{
  g_free (self->title);
  g_free (self->description);
  self->title = sl_text_clean (title, SL_TEXT_MAX_CELL);
  self->description = sl_text_clean (description, SL_TEXT_MAX_PARAGRAPH);
}

/* ---- shapes ---- */

void
sl_figure_add_box (SlFigure *self, int paint, double x, double y, double width, double height)
{
  Shape shape = {
    .kind = SHAPE_BOX, .paint = paint, .x = x, .y = y, .width = width, .height = height
  };

  g_array_append_val (self->shapes, shape);
}

void
sl_figure_add_line (SlFigure *self,
                    int paint,
                    double thickness,
                    double x0,
                    double y0,
                    double x1,
                    double y1)
{
  Shape shape = { .kind = SHAPE_LINE,
                  .paint = paint,
                  .x = x0,
                  .y = y0,
                  .width = x1 - x0,
                  .height = y1 - y0,
                  .thickness = thickness };

  g_array_append_val (self->shapes, shape);
}

static PangoLayout *
lay_out (PangoContext *context, SlStyle style, SlRunFlags flags, const char *string, SlText **text)
{
  *text = sl_text_new_for_string (string, flags);

  return sl_text_layout (*text, context, style, 0, PANGO_ALIGN_LEFT);
}

double
sl_figure_measure (PangoContext *context, SlStyle style, const char *string)
{
  g_autofree char *clean = sl_text_clean (string, SL_TEXT_MAX_TITLE);
  g_autoptr (SlText) text = NULL;
  g_autoptr (PangoLayout) layout = lay_out (context, style, SL_RUN_STRONG, clean, &text);
  double width = 0;

  sl_layout_get_size (layout, &width, NULL);

  return width;
}

/* Where the string may be cut, so that it still is so wide with an ellipsis. */
static char *
cut_string (const char *string, PangoLayout *layout, double width)
{
  int index = 0, trailing = 0;
  g_autofree char *head = NULL;

  pango_layout_line_x_to_index (pango_layout_get_line_readonly (layout, 0),
                                (int) (MAX (width, 0.0) * PANGO_SCALE), &index, &trailing);
  head = g_strndup (string, (gsize) index);

  return g_strconcat (g_strchomp (head), "…", NULL);
}

void
sl_figure_add_text (SlFigure *self,
                    SlStyle style,
                    SlRunFlags flags,
                    const char *string,
                    double x,
                    double y,
                    double width,
                    PangoAlignment alignment)
{
  Shape shape = { .kind = SHAPE_TEXT,
                  .x = x,
                  .y = y,
                  .width = width,
                  .style = style,
                  .alignment = alignment,
                  .flags = flags };
  double taken = 0, ellipsis = 0;

  shape.string = sl_text_clean (string, SL_TEXT_MAX_TITLE);
  shape.layout = lay_out (self->context, style, flags, shape.string, &shape.text);
  sl_layout_get_size (shape.layout, &taken, &shape.height);
  if (taken > width + 0.01) {
    char *cut = NULL;

    ellipsis = sl_figure_measure (self->context, style, "…");
    cut = cut_string (shape.string, shape.layout, width - ellipsis);
    shape_clear (&shape);
    shape.string = cut;
    shape.layout = lay_out (self->context, style, flags, shape.string, &shape.text);
    sl_layout_get_size (shape.layout, &taken, &shape.height);
  }
  if (alignment == PANGO_ALIGN_RIGHT)
    shape.x += width - taken;
  else if (alignment == PANGO_ALIGN_CENTER)
    shape.x += (width - taken) / 2;
  g_array_append_val (self->shapes, shape);
}

/* ---- on a page ---- */

static void
get_paint (int paint, double rgb[3])
{
  const double *colour = NULL;

  switch (paint) {
  case SL_PAINT_INK:
    colour = sl_ink;
    break;
  case SL_PAINT_MUTED:
    colour = sl_ink_muted;
    break;
  case SL_PAINT_LINE:
    colour = ink_grid;
    break;
  case SL_PAINT_BAND:
    colour = ink_band;
    break;
  default:
    sl_palette_get_pillar ((guint) paint, FALSE, rgb);
    return;
  }
  for (int i = 0; i < 3; i++)
    rgb[i] = colour[i];
}

static void
draw_shape (const Shape *shape, cairo_t *cr, double x, double y)
{
  double rgb[3];

  if (shape->kind == SHAPE_TEXT) {
    sl_text_draw_lines (shape->text, shape->layout, cr, shape->style, x + shape->x, y + shape->y, 0,
                        1);
    return;
  }

  get_paint (shape->paint, rgb);
  cairo_set_source_rgb (cr, rgb[0], rgb[1], rgb[2]);
  if (shape->kind == SHAPE_BOX) {
    cairo_rectangle (cr, x + shape->x, y + shape->y, shape->width, shape->height);
    cairo_fill (cr);
    return;
  }
  cairo_set_line_width (cr, shape->thickness);
  cairo_move_to (cr, x + shape->x, y + shape->y);
  cairo_rel_line_to (cr, shape->width, shape->height);
  cairo_stroke (cr);
}

void
sl_figure_draw (const SlFigure *self, cairo_t *cr, double x, double y)
{
  for (guint i = 0; i < self->shapes->len; i++)
    draw_shape (&g_array_index (self->shapes, Shape, i), cr, x, y);
}

/* ---- markup ---- */

/* What XML has no place for: control characters and the two that are no characters. */
static gboolean
is_forbidden (gunichar c)
{
  return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7f && c < 0xa0) || c == 0xfffe ||
         c == 0xffff;
}

void
sl_markup_append (GString *out, const char *string)
{
  g_autofree char *valid = g_utf8_make_valid (string != NULL ? string : "", -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == '&')
      g_string_append (out, "&amp;");
    else if (c == '<')
      g_string_append (out, "&lt;");
    else if (c == '>')
      g_string_append (out, "&gt;");
    else if (c == '"')
      g_string_append (out, "&quot;");
    else if (c == '\'')
      g_string_append (out, "&#39;");
    else
      g_string_append_unichar (out, is_forbidden (c) ? 0xfffd : c);
  }
}

void
sl_markup_append_number (GString *out, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length = 0;

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", number);
  length = strlen (buffer);
  while (length > 0 && buffer[length - 1] == '0')
    length--;
  if (length > 0 && buffer[length - 1] == '.')
    length--;
  g_string_append_len (out, buffer, (gssize) length);
}

/* ---- SVG ---- */

static const char *
get_style_class (SlStyle style)
{
  switch (style) {
  case SL_STYLE_FIGURE:
    return "tick";
  case SL_STYLE_NOTE:
    return "note";
  case SL_STYLE_SUBHEADING:
    return "subheading";
  case SL_STYLE_HEADING:
  case SL_STYLE_HEADLINE:
    return "heading";
  default:
    return "cell";
  }
}

static void
append_class (GString *out, int paint)
{
  static const char *const names[] = { "ink", "muted", "line", "band" };

  if (paint >= 0)
    g_string_append_printf (out, " class=\"p%d\"", paint % N_COLOURS);
  else
    g_string_append_printf (out, " class=\"%s\"", names[-paint - 1]);
}

static void
append_attribute (GString *out, const char *name, double number)
{
  g_string_append_printf (out, " %s=\"", name);
  sl_markup_append_number (out, number);
  g_string_append_c (out, '"');
}

static void
append_text (GString *out, const Shape *shape)
{
  PangoRectangle extents;
  double taken = 0;
  double baseline = (double) pango_layout_get_baseline (shape->layout) / PANGO_SCALE;
  double x = shape->x;

  pango_layout_get_extents (shape->layout, NULL, &extents);
  taken = (double) extents.width / PANGO_SCALE;
  /* Another font may be wider: what keeps to an edge keeps to it by its anchor. */
  if (shape->alignment == PANGO_ALIGN_RIGHT)
    x += taken;
  else if (shape->alignment == PANGO_ALIGN_CENTER)
    x += taken / 2;
  g_string_append_printf (out, "<text class=\"%s%s\"", get_style_class (shape->style),
                          shape->flags & SL_RUN_STRONG ? " strong" : "");
  if (shape->alignment != PANGO_ALIGN_LEFT)
    g_string_append_printf (out, " text-anchor=\"%s\"",
                            shape->alignment == PANGO_ALIGN_RIGHT ? "end" : "middle");
  append_attribute (out, "x", x);
  append_attribute (out, "y", shape->y + baseline);
  g_string_append_c (out, '>');
  sl_markup_append (out, shape->string);
  g_string_append (out, "</text>\n");
}

static void
append_shape (GString *out, const Shape *shape)
{
  if (shape->kind == SHAPE_TEXT) {
    append_text (out, shape);
    return;
  }

  if (shape->kind == SHAPE_BOX) {
    g_string_append (out, "<rect");
    append_class (out, shape->paint);
    append_attribute (out, "x", shape->x);
    append_attribute (out, "y", shape->y);
    append_attribute (out, "width", shape->width);
    append_attribute (out, "height", shape->height);
  } else {
    g_string_append (out, "<line");
    append_class (out, shape->paint);
    append_attribute (out, "stroke-width", shape->thickness);
    append_attribute (out, "x1", shape->x);
    append_attribute (out, "y1", shape->y);
    append_attribute (out, "x2", shape->x + shape->width);
    append_attribute (out, "y2", shape->y + shape->height);
  }
  g_string_append (out, "/>\n");
}

static void
append_colour (GString *out, const char *indent, const char *name, const double rgb[3])
{
  g_string_append_printf (
      out, "%ssvg .%s { fill: #%02x%02x%02x; stroke: #%02x%02x%02x; }\n", indent, name,
      (guint) lround (255 * rgb[0]), (guint) lround (255 * rgb[1]), (guint) lround (255 * rgb[2]),
      (guint) lround (255 * rgb[0]), (guint) lround (255 * rgb[1]), (guint) lround (255 * rgb[2]));
}

static void
append_size (GString *out, const char *indent, const char *name, SlStyle style)
{
  g_string_append_printf (out, "%ssvg .%s { font-size: ", indent, name);
  sl_markup_append_number (out, sl_style_get_size (style));
  g_string_append (out, "px; }\n");
}

static void
append_sizes (GString *out, const char *indent)
{
  append_size (out, indent, "cell", SL_STYLE_CELL);
  append_size (out, indent, "note", SL_STYLE_NOTE);
  append_size (out, indent, "tick", SL_STYLE_FIGURE);
  append_size (out, indent, "subheading", SL_STYLE_SUBHEADING);
  append_size (out, indent, "heading", SL_STYLE_HEADING);
}

void
sl_figure_append_css (GString *out, gboolean dark, const char *indent)
{
  static const double dark_inks[4][3] = {
    { 0.95, 0.95, 0.96 }, { 0.73, 0.73, 0.76 }, { 0.30, 0.30, 0.33 }, { 0.22, 0.22, 0.25 }
  };
  static const char *const names[] = { "ink", "muted", "line", "band" };
  double rgb[3];

  for (int i = 0; i < 4; i++) {
    get_paint (-i - 1, rgb);
    append_colour (out, indent, names[i], dark ? dark_inks[i] : rgb);
  }
  for (guint i = 0; i < N_COLOURS; i++) {
    char name[8];

    g_snprintf (name, sizeof name, "p%u", i);
    sl_palette_get_pillar (i, dark, rgb);
    append_colour (out, indent, name, rgb);
  }
  if (dark)
    return;

  g_string_append_printf (out, "%ssvg rect { stroke: none; }\n", indent);
  append_sizes (out, indent);
}

static void
append_own_style (GString *out)
{
  g_string_append (out,
                   "<style>\n"
                   "svg text { font-family: " SL_TEXT_FAMILIES ", sans-serif; fill: #212126; }\n"
                   "svg .tick, svg .note { fill: #5e5c66; }\n"
                   "svg .strong, svg .heading, svg .subheading { font-weight: bold; }\n");
  sl_figure_append_css (out, FALSE, "");
  g_string_append (out, "</style>\n<rect fill=\"#fff\" width=\"100%\" height=\"100%\"/>\n");
}

void
sl_figure_append_svg (const SlFigure *self, GString *out, const char *id, gboolean alone)
{
  g_string_append_printf (out, "<svg%s viewBox=\"0 0 ",
                          alone ? " xmlns=\"http://www.w3.org/2000/svg\"" : "");
  sl_markup_append_number (out, self->width);
  g_string_append_c (out, ' ');
  sl_markup_append_number (out, self->height);
  g_string_append_c (out, '"');
  if (alone) {
    /* Points, as CSS counts pixels. */
    append_attribute (out, "width", self->width * 4 / 3);
    append_attribute (out, "height", self->height * 4 / 3);
  }
  g_string_append_printf (out,
                          " role=\"img\" aria-labelledby=\"%s-title %s-text\">\n"
                          "<title id=\"%s-title\">",
                          id, id, id);
  sl_markup_append (out, self->title);
  g_string_append_printf (out, "</title>\n<desc id=\"%s-text\">", id);
  sl_markup_append (out, self->description);
  g_string_append (out, "</desc>\n");
  if (alone)
    append_own_style (out);
  for (guint i = 0; i < self->shapes->len; i++)
    append_shape (out, &g_array_index (self->shapes, Shape, i));
  g_string_append (out, "</svg>\n");
}
