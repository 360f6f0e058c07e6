/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "report/html-private.h"

#include <math.h>

#include "report/palette.h"

#define N_COLOURS (2 * SL_PALETTE_N_HUES)

/* ---- pieces ---- */

static void
end_section (SlHtml *self)
{
  if (self->in_section)
    g_string_append (self->out, "</section>\n");
  self->in_section = FALSE;
}

void
sl_html_finish (SlHtml *self)
{
  end_section (self);
  g_clear_pointer (&self->heading, g_free);
}

void
sl_html_heading (SlHtml *self, guint level, const char *string, const char *place)
{
  if (level == 2) {
    end_section (self);
    g_string_append (self->out, "<section>\n");
    self->in_section = TRUE;
  }
  g_set_str (&self->heading, string);
  g_string_append_printf (self->out, "<h%u", level);
  if (place != NULL)
    g_string_append_printf (self->out, " id=\"%s\"", place);
  /* A title may be in another script than the report. */
  g_string_append (self->out, " dir=\"auto\">");
  sl_markup_append (self->out, string);
  g_string_append_printf (self->out, "</h%u>\n", level);
}

void
sl_html_paragraph (SlHtml *self, SlStyle style, const SlText *text)
{
  const char *class = NULL;

  if (style == SL_STYLE_HEADLINE)
    class = "headline";
  else if (style == SL_STYLE_LEAD)
    class = "lead";
  else if (style == SL_STYLE_NOTE)
    class = "note";

  g_string_append (self->out, "<p dir=\"auto\"");
  if (class != NULL)
    g_string_append_printf (self->out, " class=\"%s\"", class);
  g_string_append_c (self->out, '>');
  sl_text_append_html (text, self->out);
  g_string_append (self->out, "</p>\n");
}

void
sl_html_figure (SlHtml *self, SlFigure *figure, const char *caption)
{
  g_autofree char *id = g_strdup_printf ("figure-%u", ++self->n_figures);

  g_string_append (self->out, "<figure>\n");
  sl_figure_append_svg (figure, self->out, id, FALSE);
  if (caption != NULL) {
    g_string_append (self->out, "<figcaption>");
    sl_markup_append (self->out, caption);
    g_string_append (self->out, "</figcaption>\n");
  }
  g_string_append (self->out, "</figure>\n");
}

void
sl_html_swatch (SlHtml *self, guint pillar)
{
  g_string_append_printf (self->out, "<span class=\"swatch\" style=\"--c: var(--p%u)\"></span>",
                          pillar % N_COLOURS);
}

/* ---- the document ---- */

static void
append_variables (GString *out, gboolean dark, const char *indent)
{
  for (guint i = 0; i < N_COLOURS; i++) {
    double rgb[3];

    sl_palette_get_pillar (i, dark, rgb);
    g_string_append_printf (out, "%s--p%u: #%02x%02x%02x;\n", indent, i,
                            (guint) lround (255 * rgb[0]), (guint) lround (255 * rgb[1]),
                            (guint) lround (255 * rgb[2]));
  }
}

static const char style_start[] = ":root {\n"
                                  "  color-scheme: light dark;\n"
                                  "  --ground: #fff;\n"
                                  "  --ink: #212126;\n"
                                  "  --muted: #5e5c66;\n"
                                  "  --line: #ccccd1;\n"
                                  "  --link: #1a5fb4;\n";

static const char style_dark[] = "  --ground: #222226;\n"
                                 "  --ink: #f2f2f5;\n"
                                 "  --muted: #babac2;\n"
                                 "  --line: #4d4d54;\n"
                                 "  --link: #8ab8f5;\n";

static const char style_rest[] =
    "* { box-sizing: border-box; }\n"
    "body { margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 54rem;\n"
    "  font: 1rem/1.5 " SL_TEXT_FAMILIES ", system-ui, sans-serif;\n"
    "  background: var(--ground); color: var(--ink); overflow-wrap: break-word; }\n"
    "h1 { font-size: 2.25rem; line-height: 1.2; margin: 0 0 .5rem; }\n"
    "h2 { font-size: 1.5rem; line-height: 1.25; margin: 3rem 0 .75rem; }\n"
    "h3 { font-size: 1.0625rem; margin: 2rem 0 .5rem; }\n"
    "p, ul, ol, dl { margin: 0 0 .75rem; max-width: 46rem; }\n"
    "h4 { font-size: .875rem; color: var(--muted); margin: 1rem 0 .25rem; }\n"
    "dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.5rem; }\n"
    "dd { margin: 0; }\n"
    "hr { border: 0; border-top: 2px solid var(--ink); margin: 2rem 0 1rem; }\n"
    "a { color: var(--link); }\n"
    "a:focus-visible, .table:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }\n"
    ".headline { font-size: 1.5rem; font-weight: bold; line-height: 1.3; margin-top: 1.5rem; }\n"
    ".lead { font-size: 1.125rem; }\n"
    ".note, figcaption, .sources { font-size: .875rem; color: var(--muted); }\n"
    ".muted { color: var(--muted); }\n"
    "nav ol { columns: 2 16rem; padding: 0; list-style: none; }\n"
    "nav li { break-inside: avoid; padding: .2rem 0; border-bottom: 1px solid var(--line); }\n"
    ".legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; list-style: none;\n"
    "  font-size: .875rem; max-width: none; }\n"
    ".swatch { display: inline-block; width: .75em; height: .75em; margin-inline-end: .5em;\n"
    "  background: var(--c); print-color-adjust: exact; }\n"
    ".indent { padding-inline-start: 1.75em; }\n"
    "figure { margin: 1rem 0; }\n"
    "svg { display: block; width: 100%; height: auto; }\n"
    "svg text { font-family: inherit; fill: var(--ink); }\n"
    "svg .tick, svg .note { fill: var(--muted); }\n"
    "svg .strong, svg .heading, svg .subheading { font-weight: bold; }\n"
    ".table { overflow-x: auto; margin: .75rem 0 1rem; }\n"
    "table { border-collapse: collapse; font-size: .875rem; line-height: 1.4;\n"
    "  font-variant-numeric: tabular-nums; min-width: 60%; }\n"
    ".hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }\n"
    "caption { text-align: start; color: var(--muted); padding-bottom: .25rem; }\n"
    "th, td { padding: .3rem .6rem; text-align: start; vertical-align: top;\n"
    "  border-bottom: 1px solid var(--line); }\n"
    "thead th { vertical-align: bottom; border-bottom-width: 2px; color: var(--muted); }\n"
    "tbody th { font-weight: inherit; }\n"
    ".n { text-align: end; white-space: nowrap; }\n"
    "thead .n { white-space: normal; }\n"
    ".shade { background: color-mix(in srgb, var(--c) var(--a), transparent);\n"
    "  print-color-adjust: exact; }\n"
    ".sources { padding-inline-start: 2.5rem; }\n"
    ".sources a { word-break: break-all; }\n"
    ":target { outline: 2px solid var(--link); outline-offset: 2px; }\n"
    "@media print {\n"
    "  @page { margin: 19mm; }\n"
    "  body { max-width: none; padding: 0; font-size: 9.5pt; }\n"
    "  h1, h2, h3, thead { break-after: avoid; }\n"
    "  tr, figure, li { break-inside: avoid; }\n"
    "  .table { overflow: visible; }\n"
    "  a { text-decoration: none; }\n"
    "}\n";

static void
append_style (GString *out)
{
  g_string_append (out, style_start);
  append_variables (out, FALSE, "  ");
  g_string_append (out, "}\n");
  sl_figure_append_css (out, FALSE, "");
  g_string_append (out, "@media screen and (prefers-color-scheme: dark) {\n  :root {\n");
  g_string_append (out, style_dark);
  append_variables (out, TRUE, "  ");
  g_string_append (out, "  }\n");
  sl_figure_append_css (out, TRUE, "  ");
  g_string_append (out, "}\n");
  g_string_append (out, style_rest);
}

void
sl_html_append_head (GString *out,
                     const char *title,
                     const char *language,
                     gboolean from_right,
                     const char *date)
{
  g_string_append (out, "<!doctype html>\n<html lang=\"");
  sl_markup_append (out, language);
  g_string_append_printf (out, "\" dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
                          from_right ? "rtl" : "ltr");
  /* Whatever somebody wrote in it, nothing is fetched and nothing runs. */
  g_string_append (out,
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                   "style-src 'unsafe-inline'\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, "
                   "initial-scale=1\">\n"
                   "<meta name=\"generator\" content=\"Shortlist " SL_VERSION "\">\n");
  g_string_append_printf (out, "<meta name=\"date\" content=\"%s\">\n<title>", date);
  sl_markup_append (out, title);
  g_string_append (out, "</title>\n<style>\n");
  append_style (out);
  g_string_append (out, "</style>\n</head>\n<body>\n<main>\n");
}

void
sl_html_append_foot (GString *out)
{
  g_string_append (out, "</main>\n</body>\n</html>\n");
}
