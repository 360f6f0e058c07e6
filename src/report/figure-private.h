/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A drawing that is described once and then set on a page or written as SVG: filled rectangles,
 * lines and texts, in points from its top left. */

#include "report/text-private.h"

G_BEGIN_DECLS

/* What something is drawn with: one of these, or the index of a pillar. */
enum {
  SL_PAINT_INK = -1,
  SL_PAINT_MUTED = -2,
  SL_PAINT_LINE = -3,
  SL_PAINT_BAND = -4, /* a ground that words stand out from */
};

typedef struct _SlFigure SlFigure;

SlFigure *
sl_figure_new (PangoContext *context, double width, double height) G_GNUC_WARN_UNUSED_RESULT;
void sl_figure_free (SlFigure *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlFigure, sl_figure_free)

double sl_figure_get_width (const SlFigure *self);
double sl_figure_get_height (const SlFigure *self);

/* What it is called, and what it shows: for those who do not see it. */
void sl_figure_set_words (SlFigure *self, const char *title, const char *description);

void sl_figure_add_box (SlFigure *self, int paint, double x, double y, double width, double height);
void sl_figure_add_line (SlFigure *self,
                         int paint,
                         double thickness,
                         double x0,
                         double y0,
                         double x1,
                         double y1);
/* A line of text that is cut to its width; `y` is its top. */
void sl_figure_add_text (SlFigure *self,
                         SlStyle style,
                         SlRunFlags flags,
                         const char *string,
                         double x,
                         double y,
                         double width,
                         PangoAlignment alignment);
/* The width of a string on one line. */
double sl_figure_measure (PangoContext *context, SlStyle style, const char *string);

/* With its top left at x and y. */
void sl_figure_draw (const SlFigure *self, cairo_t *cr, double x, double y);
/* An svg element. `id` tells its title from those of others in the same document. `alone`: with
 * its own name space, ground and style; else it takes the colours of the page that it is on. */
void sl_figure_append_svg (const SlFigure *self, GString *out, const char *id, gboolean alone);
/* The style of figures that are not alone. */
void sl_figure_append_css (GString *out, gboolean dark, const char *indent);

/* ---- markup ---- */

/* Text and attributes of XML and HTML: nothing in it is markup. */
void sl_markup_append (GString *out, const char *string);
/* A length, with a point whatever the locale, to two decimals. */
void sl_markup_append_number (GString *out, double number);

G_END_DECLS
