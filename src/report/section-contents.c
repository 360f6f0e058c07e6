/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is where. */

#include "config.h"

#include "catalogue/translation.h"
#include "report/sections-private.h"

#define N_COLUMNS 2
#define GUTTER 24.0
#define ROW 15.5
#define NUMBER 24.0
#define RULE_WIDTH 0.4

static void
draw_line (SlPage *page, const SlContent *content, double x, double y, double width)
{
  g_autofree char *number = g_strdup_printf ("%u", content->page);
  g_autofree char *link = sl_link_to_place (content->place);
  g_autoptr (SlText) title = sl_text_new ();
  g_autoptr (SlText) page_number = sl_text_new_for_string (number, SL_RUN_PLAIN);
  g_autoptr (PangoLayout) left = NULL;
  g_autoptr (PangoLayout) right = NULL;

  sl_text_append_link (title, content->title, link);
  left = sl_text_layout (title, page->context, SL_STYLE_CELL, width - NUMBER, PANGO_ALIGN_LEFT);
  pango_layout_set_ellipsize (left, PANGO_ELLIPSIZE_END);
  right = sl_text_layout (page_number, page->context, SL_STYLE_CELL, NUMBER, PANGO_ALIGN_RIGHT);

  sl_page_begin (page, "TOCI");
  sl_text_draw_lines (title, left, page->cr, SL_STYLE_CELL, x, y, 0, 1);
  sl_text_draw_lines (page_number, right, page->cr, SL_STYLE_CELL, x + width - NUMBER, y, 0, 1);
  sl_page_end (page, "TOCI");
  sl_page_rule (page, sl_ink_line, x, y + ROW - 2.0, width, RULE_WIDTH);
}

static void
write_contents (SlPage *page)
{
  GString *out = page->html->out;

  g_string_append (out, "<nav>\n<h2>");
  sl_markup_append (out, _ ("Contents"));
  g_string_append (out, "</h2>\n<ol>\n");
  for (guint i = 0; i < page->contents->len; i++) {
    const SlContent *content = g_ptr_array_index (page->contents, i);

    g_string_append_printf (out, "<li><a href=\"#%s\">", content->place);
    sl_markup_append (out, content->title);
    g_string_append (out, "</a></li>\n");
  }
  g_string_append (out, "</ol>\n</nav>\n");
}

/* While measuring nobody knows the sections that follow, so there is room for all that there may
 * be. */
void
sl_section_contents (SlPrint *print)
{
  SlPage *page = print->page;
  guint n_rows = (SL_N_SECTIONS + N_COLUMNS - 1) / N_COLUMNS;
  double width = (page->width - GUTTER * (N_COLUMNS - 1)) / N_COLUMNS;
  double top = 0;

  if (page->html != NULL) {
    write_contents (page);
    return;
  }

  sl_page_heading (page, 2, _ ("Contents"), NULL);
  top = sl_page_claim (page, 6.0, n_rows * ROW);
  if (page->cr != NULL) {
    n_rows = (page->contents->len + N_COLUMNS - 1) / N_COLUMNS;
    sl_page_begin (page, "TOC");
    for (guint i = 0; i < page->contents->len; i++)
      draw_line (page, g_ptr_array_index (page->contents, i),
                 page->left + (i / n_rows) * (width + GUTTER), top + (i % n_rows) * ROW, width);
    sl_page_end (page, "TOC");
  }
  sl_page_advance (page, (SL_N_SECTIONS + N_COLUMNS - 1) / N_COLUMNS * ROW, 10.0);
}
