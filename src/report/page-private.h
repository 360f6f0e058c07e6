/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A flow of blocks down one page after another.
 *
 * A document is written twice with the same calls: once measured, without a surface, which tells
 * how many pages there are; then drawn. Whoever draws asks sl_page_claim() for room, draws at the y
 * it is given where there is a `cr`, and says with sl_page_advance() how much it took. Headings
 * wait for the block after them, so they are never left behind at the foot of a page. No structure
 * tag but the document's is open when a page ends.
 *
 * The same calls make a HTML document, which has no pages: then there is nothing to claim, and
 * what draws for itself asks for `html` first. */

#include "report/html-private.h"
#include "report/report.h"
#include "report/text-private.h"

G_BEGIN_DECLS

/* A section, and the page that it begins on. */
typedef struct {
  char *title;
  char *place;
  guint page;
} SlContent;

typedef struct {
  cairo_t *cr; /* NULL while measuring */
  PangoContext *context;
  double left, width; /* of the type area, points */
  double top, bottom;
  double y;
  double gap; /* that the block before wants after itself */
  guint number;
  guint n_pages; /* 0 while measuring */
  SlHtml *html;  /* borrowed; NULL on paper */

  /*< private >*/
  cairo_surface_t *surface; /* a PDF; NULL otherwise */
  GPtrArray *sheets;        /* borrowed; NULL but for pages of their own */
  double sheet_width, sheet_height;
  GHashTable *layouts; /* key -> PangoLayout: what was laid out, while measuring too */
  GPtrArray *headings; /* those that wait */
  int outline[5];      /* the last entry of each level */
  GPtrArray *contents; /* of SlContent; while measuring, so far */
} SlPage;

/* `surface` and `measured`: both NULL to measure; then what to draw on, a PDF, and what was
 * measured. */
SlPage *sl_page_new (cairo_surface_t *surface,
                     SlPaper paper,
                     const SlPage *measured) G_GNUC_WARN_UNUSED_RESULT;
/* Each page on a surface of its own, which is added to `sheets` (of cairo_surface_t) and remembers
 * what was drawn. */
SlPage *sl_page_new_for_sheets (GPtrArray *sheets,
                                SlPaper paper,
                                const SlPage *measured) G_GNUC_WARN_UNUSED_RESULT;
/* For HTML. `contents`: of SlContent, as it was collected before; NULL the first time. */
SlPage *sl_page_new_for_html (SlHtml *html, GPtrArray *contents) G_GNUC_WARN_UNUSED_RESULT;
void sl_page_free (SlPage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlPage, sl_page_free)
/* Ends the last page and the document. */
void sl_page_finish (SlPage *self);
void sl_page_get_size (SlPaper paper, double *width, double *height);

/* As sl_text_layout(), but each once: a document is written twice, and says many things more than
 * once. Nobody may change the layout but in the same way each time. */
PangoLayout *sl_page_layout (SlPage *self,
                             const SlText *text,
                             SlStyle style,
                             double width,
                             PangoAlignment alignment) G_GNUC_WARN_UNUSED_RESULT;

/* Room for a block of this height, `before` points under the one before (the larger of what the two
 * want). Draws the headings that wait. Returns the y of its top; a block higher than a page gets a
 * whole page. */
double sl_page_claim (SlPage *self, double before, double height);
/* The block took so much, and wants `after` points under itself. */
void sl_page_advance (SlPage *self, double height, double after);
/* What is left under the present y. */
double sl_page_get_rest (SlPage *self);
/* The same under the headings that wait. */
double sl_page_get_room (SlPage *self);
void sl_page_break (SlPage *self);
/* The next blocks, of this height together, are not to be divided: goes to the next page unless
 * there is room. */
void sl_page_reserve (SlPage *self, double height);

/* Structure tags; nothing but in a PDF. */
void sl_page_begin (SlPage *self, const char *tag);
void sl_page_end (SlPage *self, const char *tag);

/* Level 1 is the title, 2 a section, 3 a part of one, 4 a part of that. `place`: what links go to;
 * NULL: nothing; a section without one is set small and is not in the contents. Takes nothing. */
void sl_page_heading (SlPage *self, guint level, const char *string, const char *place);
/* Takes the text. */
void sl_page_paragraph (SlPage *self, SlStyle style, SlText *text);
void sl_page_paragraph_string (SlPage *self, SlStyle style, const char *string);
/* What somebody wrote over several lines: a paragraph for each that is not empty. */
void sl_page_text (SlPage *self, SlStyle style, const char *string);
/* A line across the type area, with what follows under it. */
void sl_page_bar (SlPage *self, double thickness);
/* A paragraph that is never left without the beginning of what follows it. */
void sl_page_lead_in (SlPage *self, const char *string);

/* Items with a mark before them, each whole. Takes the items' texts; frees the list. */
typedef struct _SlItemList SlItemList;
SlItemList *sl_item_list_new (SlPage *page, SlStyle style) G_GNUC_WARN_UNUSED_RESULT;
/* `label`: a number; NULL: a bullet. `place`: nullable, what links go to. */
void sl_item_list_add (SlItemList *self, const char *label, SlText *text, const char *place);
/* What is said of a name: all items of a list are such, or none. */
void sl_item_list_add_term (SlItemList *self, const char *term, const char *string);
void sl_item_list_draw (SlItemList *self);

/* A figure that is not divided, its caption (nullable) under it. */
void sl_page_figure (SlPage *self, SlFigure *figure, const char *caption);

/* A filled rectangle, for shading and swatches. */
void
sl_page_fill (SlPage *self, const double rgb[3], double x, double y, double width, double height);
/* A hairline from left to right. */
void sl_page_rule (SlPage *self,
                   const double rgb[3],
                   double x,
                   double y,
                   double width,
                   double thickness);

G_END_DECLS
