/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <cairo-pdf.h>
#include <math.h>

#include "catalogue/translation.h"
#include "report/page-private.h"

#define POINTS_PER_MM (72.0 / 25.4)
#define MARGIN_SIDE (19.0 * POINTS_PER_MM)
#define MARGIN_TOP (19.0 * POINTS_PER_MM)
#define MARGIN_BOTTOM (22.0 * POINTS_PER_MM)
/* From the bottom of the sheet to the baseline of the page number. */
#define FOOT (12.0 * POINTS_PER_MM)

/* Characters of a title that may be set large. */
#define MAX_TITLE 60

typedef struct {
  guint level;
  SlStyle style;
  char *string;
  char *place;
  SlText *text;
  PangoLayout *layout;
  double height;
} Heading;

static const struct {
  SlStyle style;
  double before, after;
} heading_styles[] = {
  /* By level; 0 is a lead-in. */
  { SL_STYLE_BODY, 0.0, 6.0 },     { SL_STYLE_COVER, 0.0, 10.0 },
  { SL_STYLE_HEADING, 26.0, 6.0 }, { SL_STYLE_SUBHEADING, 15.0, 4.0 },
  { SL_STYLE_LABEL, 7.0, 2.0 },
};

static void
heading_free (gpointer data)
{
  Heading *heading = data;

  g_free (heading->string);
  g_free (heading->place);
  sl_text_free (heading->text);
  g_object_unref (heading->layout);
  g_free (heading);
}

void
sl_page_get_size (SlPaper paper, double *width, double *height)
{
  gboolean letter = paper == SL_PAPER_LETTER;

  *width = letter ? 612.0 : 210.0 * POINTS_PER_MM;
  *height = letter ? 792.0 : 297.0 * POINTS_PER_MM;
}

static void
content_free (gpointer data)
{
  SlContent *content = data;

  g_free (content->title);
  g_free (content->place);
  g_free (content);
}

static SlPage *
page_new (SlPaper paper, const SlPage *measured)
{
  SlPage *self = g_new0 (SlPage, 1);

  sl_page_get_size (paper, &self->sheet_width, &self->sheet_height);
  self->left = MARGIN_SIDE;
  self->width = self->sheet_width - 2 * MARGIN_SIDE;
  self->top = MARGIN_TOP;
  self->bottom = self->sheet_height - MARGIN_BOTTOM;
  self->y = self->top;
  self->number = 1;
  self->n_pages = measured != NULL ? measured->n_pages : 0;
  /* The same fonts, already loaded. */
  self->context = measured != NULL ? g_object_ref (measured->context) : sl_text_context_new ();
  self->layouts = measured != NULL
                      ? g_hash_table_ref (measured->layouts)
                      : g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->headings = g_ptr_array_new_with_free_func (heading_free);
  self->contents = measured != NULL ? g_ptr_array_ref (measured->contents)
                                    : g_ptr_array_new_with_free_func (content_free);

  return self;
}

SlPage *
sl_page_new (cairo_surface_t *surface, SlPaper paper, const SlPage *measured)
{
  SlPage *self = page_new (paper, measured);

  if (surface != NULL) {
    self->surface = cairo_surface_reference (surface);
    self->cr = cairo_create (surface);
    /* Around everything: only then is the file marked as tagged. */
    cairo_tag_begin (self->cr, "Document", NULL);
    cairo_pdf_surface_set_page_label (surface, "1");
  }

  return self;
}

static void
begin_sheet (SlPage *self)
{
  const cairo_rectangle_t extents = { 0, 0, self->sheet_width, self->sheet_height };
  cairo_surface_t *sheet = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);

  g_clear_pointer (&self->cr, cairo_destroy);
  self->cr = cairo_create (sheet);
  g_ptr_array_add (self->sheets, sheet);
}

SlPage *
sl_page_new_for_sheets (GPtrArray *sheets, SlPaper paper, const SlPage *measured)
{
  SlPage *self = page_new (paper, measured);

  self->sheets = sheets;
  begin_sheet (self);

  return self;
}

SlPage *
sl_page_new_for_html (SlHtml *html, GPtrArray *contents)
{
  SlPage *self = page_new (SL_PAPER_A4, NULL);

  self->html = html;
  if (contents != NULL) {
    g_ptr_array_unref (self->contents);
    self->contents = g_ptr_array_ref (contents);
    /* They are known: none is added. */
    self->n_pages = 1;
  }

  return self;
}

void
sl_page_free (SlPage *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->cr, cairo_destroy);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_ptr_array_unref (self->headings);
  g_ptr_array_unref (self->contents);
  g_hash_table_unref (self->layouts);
  g_object_unref (self->context);
  g_free (self);
}

PangoLayout *
sl_page_layout (SlPage *self,
                const SlText *text,
                SlStyle style,
                double width,
                PangoAlignment alignment)
{
  GString *key = g_string_new (NULL);
  PangoLayout *layout = NULL;

  g_string_append_printf (key, "%d %d %d ", (int) style, (int) alignment,
                          (int) floor (width * PANGO_SCALE));
  sl_text_append_key (text, key);
  layout = g_hash_table_lookup (self->layouts, key->str);
  if (layout == NULL) {
    layout = sl_text_layout (text, self->context, style, width, alignment);
    g_hash_table_insert (self->layouts, g_string_free (key, FALSE), layout);
  } else {
    g_string_free (key, TRUE);
  }

  return g_object_ref (layout);
}

/* ---- one page after another ---- */

static void
draw_foot (SlPage *self)
{
  g_autofree char *string = NULL;
  g_autoptr (SlText) text = NULL;
  g_autoptr (PangoLayout) layout = NULL;

  if (self->cr == NULL)
    return;

  /* Translators: the foot of a page, as in «3 of 12». */
  string = g_strdup_printf (_ ("%1$u of %2$u"), self->number, self->n_pages);
  text = sl_text_new_for_string (string, SL_RUN_PLAIN);
  layout = sl_text_layout (text, self->context, SL_STYLE_NOTE, self->width, PANGO_ALIGN_RIGHT);
  sl_text_draw_lines (text, layout, self->cr, SL_STYLE_NOTE, self->left,
                      self->sheet_height - FOOT - sl_style_get_leading (SL_STYLE_NOTE), 0, 1);
}

void
sl_page_break (SlPage *self)
{
  char label[16];

  if (self->html != NULL)
    return;

  draw_foot (self);
  self->number++;
  self->y = self->top;
  self->gap = 0;
  if (self->cr == NULL)
    return;

  if (self->sheets != NULL) {
    begin_sheet (self);
    return;
  }
  cairo_show_page (self->cr);
  g_snprintf (label, sizeof label, "%u", self->number);
  cairo_pdf_surface_set_page_label (self->surface, label);
}

double
sl_page_get_rest (SlPage *self)
{
  return self->bottom - self->y;
}

void
sl_page_begin (SlPage *self, const char *tag)
{
  if (self->surface != NULL)
    cairo_tag_begin (self->cr, tag, NULL);
}

void
sl_page_end (SlPage *self, const char *tag)
{
  if (self->surface != NULL)
    cairo_tag_end (self->cr, tag);
}

/* ---- headings ---- */

static void
begin_heading (SlPage *self, const Heading *heading)
{
  g_autofree char *name = NULL;
  g_autofree char *link = NULL;
  const char *tags[] = { "P", "H1", "H2", "H3", "H4" };

  if (heading->place != NULL) {
    name = g_strdup_printf ("name='%s'", heading->place);
    link = sl_link_to_place (heading->place);
    cairo_tag_begin (self->cr, CAIRO_TAG_DEST, name);
    self->outline[heading->level] =
        cairo_pdf_surface_add_outline (self->surface, self->outline[heading->level - 1],
                                       heading->string, link, CAIRO_PDF_OUTLINE_FLAG_OPEN);
  }
  cairo_tag_begin (self->cr, tags[heading->level], NULL);
}

static void
end_heading (SlPage *self, const Heading *heading)
{
  const char *tags[] = { "P", "H1", "H2", "H3", "H4" };

  cairo_tag_end (self->cr, tags[heading->level]);
  if (heading->place != NULL)
    cairo_tag_end (self->cr, CAIRO_TAG_DEST);
}

static void
add_content (SlPage *self, const char *title, const char *place)
{
  SlContent *content = g_new0 (SlContent, 1);

  content->title = g_strdup (title);
  content->place = g_strdup (place);
  content->page = self->number;
  g_ptr_array_add (self->contents, content);
}

static void
draw_heading (SlPage *self, const Heading *heading)
{
  if (heading->level == 2 && heading->place != NULL && self->n_pages == 0)
    add_content (self, heading->string, heading->place);
  if (self->cr == NULL)
    return;

  if (self->surface != NULL)
    begin_heading (self, heading);
  sl_text_draw_lines (heading->text, heading->layout, self->cr, heading->style, self->left, self->y,
                      0, G_MAXUINT);
  if (self->surface != NULL)
    end_heading (self, heading);
}

/* Takes the string. */
static void
add_waiting (SlPage *self, guint level, SlStyle style, char *string, const char *place)
{
  Heading *heading = g_new0 (Heading, 1);

  heading->level = level;
  heading->style = style;
  heading->string = string;
  heading->place = g_strdup (place);
  heading->text = sl_text_new_for_string (string, SL_RUN_PLAIN);
  heading->layout = sl_page_layout (self, heading->text, style, self->width, PANGO_ALIGN_LEFT);
  sl_layout_get_size (heading->layout, NULL, &heading->height);
  g_ptr_array_add (self->headings, heading);
}

static void
write_heading (SlPage *self, guint level, const char *string, const char *place)
{
  if (level == 2 && place != NULL && self->n_pages == 0)
    add_content (self, string, place);
  sl_html_heading (self->html, level, string, place);
}

void
sl_page_heading (SlPage *self, guint level, const char *string, const char *place)
{
  char *clean = NULL;
  SlStyle style;

  g_return_if_fail (level >= 1 && level <= 4);

  clean = sl_text_clean (string, SL_TEXT_MAX_TITLE);
  if (self->html != NULL) {
    write_heading (self, level, clean, place);
    g_free (clean);
    return;
  }
  style = heading_styles[level].style;
  if (level == 1 && g_utf8_strlen (clean, -1) > MAX_TITLE)
    style = SL_STYLE_TITLE;
  if (level == 2 && place == NULL)
    style = SL_STYLE_SUBHEADING;
  add_waiting (self, level, style, clean, place);
}

void
sl_page_lead_in (SlPage *self, const char *string)
{
  if (self->html != NULL) {
    sl_page_paragraph_string (self, SL_STYLE_BODY, string);
    return;
  }

  add_waiting (self, 0, heading_styles[0].style, sl_text_clean (string, SL_TEXT_MAX_CELL), NULL);
}

/* The gap above a heading; at the top of a page there is none. */
static double
gap_before (SlPage *self, double y, double gap, double before)
{
  return y <= self->top ? 0.0 : MAX (gap, before);
}

/* Where the block after the headings that wait would begin. */
static double
measure_headings (SlPage *self, double y, double gap, double before)
{
  for (guint i = 0; i < self->headings->len; i++) {
    const Heading *heading = g_ptr_array_index (self->headings, i);

    y += gap_before (self, y, gap, heading_styles[heading->level].before) + heading->height;
    gap = heading_styles[heading->level].after;
    before = 0;
  }

  return y + gap_before (self, y, gap, before);
}

double
sl_page_get_room (SlPage *self)
{
  return self->bottom - measure_headings (self, self->y, self->gap, 0);
}

void
sl_page_reserve (SlPage *self, double height)
{
  double y = 0;

  if (self->html != NULL)
    return;

  y = measure_headings (self, self->y, self->gap, 0);
  if (y + height > self->bottom && self->y > self->top)
    sl_page_break (self);
}

double
sl_page_claim (SlPage *self, double before, double height)
{
  double y = measure_headings (self, self->y, self->gap, before);

  if (y + height > self->bottom && self->y > self->top)
    sl_page_break (self);

  for (guint i = 0; i < self->headings->len; i++) {
    const Heading *heading = g_ptr_array_index (self->headings, i);

    self->y += gap_before (self, self->y, self->gap, heading_styles[heading->level].before);
    draw_heading (self, heading);
    self->y += heading->height;
    self->gap = heading_styles[heading->level].after;
    before = 0;
  }
  g_ptr_array_set_size (self->headings, 0);

  self->y += gap_before (self, self->y, self->gap, before);
  self->gap = 0;

  return self->y;
}

void
sl_page_finish (SlPage *self)
{
  if (self->html != NULL) {
    sl_html_finish (self->html);
    return;
  }

  /* Nothing is left to wait for. */
  if (self->headings->len > 0)
    sl_page_claim (self, 0, 0);
  draw_foot (self);
  self->n_pages = self->number;
  if (self->surface == NULL)
    return;

  cairo_tag_end (self->cr, "Document");
  cairo_show_page (self->cr);
}

void
sl_page_advance (SlPage *self, double height, double after)
{
  self->y += height;
  self->gap = after;
}

/* ---- shapes ---- */

void
sl_page_fill (SlPage *self, const double rgb[3], double x, double y, double width, double height)
{
  if (self->cr == NULL)
    return;

  cairo_set_source_rgb (self->cr, rgb[0], rgb[1], rgb[2]);
  cairo_rectangle (self->cr, x, y, width, height);
  cairo_fill (self->cr);
}

void
sl_page_rule (SlPage *self, const double rgb[3], double x, double y, double width, double thickness)
{
  sl_page_fill (self, rgb, x, y - thickness / 2, width, thickness);
}
