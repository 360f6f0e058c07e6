/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Paragraphs and lists. */

#include "config.h"

#include "report/page-private.h"

#define AFTER_PARAGRAPH 6.0
#define AFTER_BAR 12.0
#define AFTER_ITEM 3.0
#define AFTER_LIST 8.0
/* From the mark of an item to its text, where the mark is not wider. */
#define INDENT 14.0
#define LABEL_GAP 5.0
#define TERM_GAP 16.0

/* ---- paragraphs ---- */

/* How many of the lines from `first` to before `n` go on this page: no single line is left behind,
 * and none is carried over alone. */
static guint
fit_lines (SlPage *page, PangoLayout *layout, guint first, guint n)
{
  double start = 0, top = 0, bottom = 0;
  guint end = first;

  sl_layout_get_line (layout, first, &start, &bottom);
  while (end < n) {
    sl_layout_get_line (layout, end, &top, &bottom);
    if (bottom - start > sl_page_get_rest (page) + 0.01)
      break;
    end++;
  }
  if (end < n && n - end == 1 && end - first > 2)
    end--;

  return MAX (end, first + 1);
}

static void
draw_lines (SlPage *page, SlStyle style, SlText *text, PangoLayout *layout, guint first, guint end)
{
  if (page->cr == NULL)
    return;

  sl_page_begin (page, "P");
  sl_text_draw_lines (text, layout, page->cr, style, page->left, page->y, first, end);
  sl_page_end (page, "P");
}

void
sl_page_paragraph (SlPage *page, SlStyle style, SlText *text)
{
  g_autoptr (SlText) owned = text;
  g_autoptr (PangoLayout) layout = NULL;
  guint n = 0;

  if (page->html != NULL) {
    sl_html_paragraph (page->html, style, text);
    return;
  }

  layout = sl_page_layout (page, text, style, page->width, PANGO_ALIGN_LEFT);
  n = (guint) pango_layout_get_line_count (layout);

  for (guint first = 0, end = 0; first < n; first = end) {
    double start = 0, top = 0, bottom = 0;
    guint least = n - first <= 3 ? n : first + 2;

    sl_layout_get_line (layout, first, &start, &bottom);
    sl_layout_get_line (layout, least - 1, &top, &bottom);
    sl_page_claim (page, 0, bottom - start);
    end = fit_lines (page, layout, first, n);
    sl_layout_get_line (layout, end - 1, &top, &bottom);
    draw_lines (page, style, text, layout, first, end);
    sl_page_advance (page, bottom - start, AFTER_PARAGRAPH);
    if (end < n)
      sl_page_break (page);
  }
}

void
sl_page_paragraph_string (SlPage *page, SlStyle style, const char *string)
{
  g_autofree char *clean = sl_text_clean (string, SL_TEXT_MAX_PARAGRAPH);

  sl_page_paragraph (page, style, sl_text_new_for_string (clean, SL_RUN_PLAIN));
}

void
sl_page_text (SlPage *page, SlStyle style, const char *string)
{
  g_auto (GStrv) lines = g_strsplit (string, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    g_autofree char *clean = sl_text_clean (lines[i], SL_TEXT_MAX_PARAGRAPH);

    if (*clean != '\0')
      sl_page_paragraph (page, style, sl_text_new_for_string (clean, SL_RUN_PLAIN));
  }
}

void
sl_page_bar (SlPage *page, double thickness)
{
  if (page->html != NULL) {
    g_string_append (page->html->out, "<hr>\n");
    return;
  }

  sl_page_claim (page, 0, thickness);
  sl_page_rule (page, sl_ink, page->left, page->y, page->width, thickness);
  sl_page_advance (page, thickness, AFTER_BAR);
}

/* ---- lists ---- */

typedef struct {
  SlText *label;
  SlText *text;
  PangoLayout *label_layout;
  PangoLayout *text_layout;
  double height;
  char *place;
} Item;

struct _SlItemList {
  SlPage *page;
  SlStyle style;
  gboolean numbered;
  gboolean terms;
  GPtrArray *items; /* of Item */
};

static void
item_free (gpointer data)
{
  Item *item = data;

  sl_text_free (item->label);
  sl_text_free (item->text);
  g_clear_object (&item->label_layout);
  g_clear_object (&item->text_layout);
  g_free (item->place);
  g_free (item);
}

SlItemList *
sl_item_list_new (SlPage *page, SlStyle style)
{
  SlItemList *self = g_new0 (SlItemList, 1);

  self->page = page;
  self->style = style;
  self->items = g_ptr_array_new_with_free_func (item_free);

  return self;
}

void
sl_item_list_add (SlItemList *self, const char *label, SlText *text, const char *place)
{
  Item *item = g_new0 (Item, 1);

  self->numbered = label != NULL;
  item->label = sl_text_new_for_string (label != NULL ? label : "•", SL_RUN_PLAIN);
  item->text = text;
  item->place = g_strdup (place);
  g_ptr_array_add (self->items, item);
}

void
sl_item_list_add_term (SlItemList *self, const char *term, const char *string)
{
  Item *item = g_new0 (Item, 1);
  g_autofree char *label = sl_text_clean (term, SL_TEXT_MAX_TITLE);
  g_autofree char *text = sl_text_clean (string, SL_TEXT_MAX_PARAGRAPH);

  self->terms = TRUE;
  item->label = sl_text_new_for_string (label, SL_RUN_MUTED);
  item->text = sl_text_new_for_string (text, SL_RUN_PLAIN);
  g_ptr_array_add (self->items, item);
}

/* All texts begin where the widest mark leaves room. */
static double
lay_out_items (SlItemList *self)
{
  double indent = INDENT, width = 0;

  for (guint i = 0; i < self->items->len; i++) {
    Item *item = g_ptr_array_index (self->items, i);

    item->label_layout = sl_page_layout (self->page, item->label, self->style, 0, PANGO_ALIGN_LEFT);
    sl_layout_get_size (item->label_layout, &width, NULL);
    indent = MAX (indent, width + (self->terms ? TERM_GAP : LABEL_GAP));
  }
  for (guint i = 0; i < self->items->len; i++) {
    Item *item = g_ptr_array_index (self->items, i);

    item->text_layout = sl_page_layout (self->page, item->text, self->style,
                                        self->page->width - indent, PANGO_ALIGN_LEFT);
    sl_layout_get_size (item->text_layout, NULL, &item->height);
  }

  return indent;
}

static void
draw_item (SlItemList *self, const Item *item, double indent, double y)
{
  SlPage *page = self->page;
  g_autofree char *name = NULL;
  double label = 0;

  if (page->cr == NULL)
    return;

  /* Marks end where texts begin, so numbers line up; terms begin at the edge. */
  sl_page_begin (page, "LI");
  sl_layout_get_size (item->label_layout, &label, NULL);
  sl_page_begin (page, "Lbl");
  sl_text_draw_lines (item->label, item->label_layout, page->cr, self->style,
                      self->terms ? page->left : page->left + indent - LABEL_GAP - label, y, 0, 1);
  sl_page_end (page, "Lbl");
  if (item->place != NULL && page->surface != NULL) {
    name = g_strdup_printf ("name='%s'", item->place);
    cairo_tag_begin (page->cr, CAIRO_TAG_DEST, name);
  }
  sl_page_begin (page, "LBody");
  sl_text_draw_lines (item->text, item->text_layout, page->cr, self->style, page->left + indent, y,
                      0, G_MAXUINT);
  sl_page_end (page, "LBody");
  if (name != NULL)
    sl_page_end (page, CAIRO_TAG_DEST);
  sl_page_end (page, "LI");
}

static void
write_terms (const SlItemList *self, GString *out)
{
  g_string_append (out, "<dl>\n");
  for (guint i = 0; i < self->items->len; i++) {
    const Item *item = g_ptr_array_index (self->items, i);

    g_string_append (out, "<dt>");
    sl_text_append_html (item->label, out);
    g_string_append (out, "</dt><dd dir=\"auto\">");
    sl_text_append_html (item->text, out);
    g_string_append (out, "</dd>\n");
  }
  g_string_append (out, "</dl>\n");
}

/* Numbers are those of the list's own count. */
static void
write_items (const SlItemList *self, GString *out)
{
  const char *tag = self->numbered ? "ol" : "ul";

  if (self->items->len == 0)
    return;
  if (self->terms) {
    write_terms (self, out);
    return;
  }

  g_string_append_printf (out, "<%s%s>\n", tag,
                          self->style == SL_STYLE_NOTE ? " class=\"sources\"" : "");
  for (guint i = 0; i < self->items->len; i++) {
    const Item *item = g_ptr_array_index (self->items, i);

    if (item->place != NULL)
      g_string_append_printf (out, "<li id=\"%s\">", item->place);
    else
      g_string_append (out, "<li>");
    sl_text_append_html (item->text, out);
    g_string_append (out, "</li>\n");
  }
  g_string_append_printf (out, "</%s>\n", tag);
}

static void
draw_items (SlItemList *self)
{
  double indent = lay_out_items (self);
  guint i = 0;

  while (i < self->items->len) {
    const Item *item = g_ptr_array_index (self->items, i);

    sl_page_claim (self->page, 0, item->height);
    sl_page_begin (self->page, "L");
    do {
      draw_item (self, item, indent, self->page->y);
      sl_page_advance (self->page, item->height + AFTER_ITEM, 0);
      if (++i < self->items->len)
        item = g_ptr_array_index (self->items, i);
    } while (i < self->items->len && item->height <= sl_page_get_rest (self->page));
    sl_page_end (self->page, "L");
    sl_page_advance (self->page, 0, i < self->items->len ? 0 : AFTER_LIST - AFTER_ITEM);
  }
}

/* The items that fit go into one list; what goes on over the page is another. */
void
sl_item_list_draw (SlItemList *self)
{
  if (self->page->html != NULL)
    write_items (self, self->page->html->out);
  else
    draw_items (self);

  g_ptr_array_unref (self->items);
  g_free (self);
}
