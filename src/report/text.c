/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "report/figure-private.h"
#include "report/report.h"
#include "report/text-private.h"

const double sl_ink[3] = { 0.13, 0.13, 0.15 };
const double sl_ink_muted[3] = { 0.37, 0.36, 0.40 };
const double sl_ink_line[3] = { 0.80, 0.80, 0.82 };
static const double ink_link[3] = { 0.10, 0.37, 0.71 };

typedef struct {
  double size;    /* points */
  double leading; /* points from baseline to baseline */
  PangoWeight weight;
  gboolean muted;
} StyleRecord;

static const StyleRecord styles[] = {
  [SL_STYLE_COVER] = { 32.0, 38.0, PANGO_WEIGHT_BOLD, FALSE },
  [SL_STYLE_TITLE] = { 23.0, 28.0, PANGO_WEIGHT_BOLD, FALSE },
  [SL_STYLE_HEADLINE] = { 18.0, 23.0, PANGO_WEIGHT_BOLD, FALSE },
  [SL_STYLE_HEADING] = { 15.0, 19.0, PANGO_WEIGHT_BOLD, FALSE },
  [SL_STYLE_SUBHEADING] = { 10.5, 14.0, PANGO_WEIGHT_BOLD, FALSE },
  [SL_STYLE_LABEL] = { 8.5, 12.0, PANGO_WEIGHT_BOLD, TRUE },
  [SL_STYLE_LEAD] = { 11.0, 15.5, PANGO_WEIGHT_NORMAL, FALSE },
  [SL_STYLE_BODY] = { 9.5, 13.5, PANGO_WEIGHT_NORMAL, FALSE },
  [SL_STYLE_NOTE] = { 8.0, 11.0, PANGO_WEIGHT_NORMAL, TRUE },
  [SL_STYLE_CELL] = { 8.5, 11.5, PANGO_WEIGHT_NORMAL, FALSE },
  [SL_STYLE_COLUMN] = { 7.5, 9.5, PANGO_WEIGHT_BOLD, TRUE },
  [SL_STYLE_FIGURE] = { 7.0, 9.0, PANGO_WEIGHT_NORMAL, TRUE },
};

typedef struct {
  guint start; /* bytes */
  guint end;
  SlRunFlags flags;
  char *target; /* of a link; else NULL */
} Run;

struct _SlText {
  GString *string;
  GArray *runs; /* of Run, one after the other, covering all of the string */
};

static void
run_clear (gpointer data)
{
  Run *run = data;

  g_free (run->target);
}

SlText *
sl_text_new (void)
{
  SlText *self = g_new0 (SlText, 1);

  self->string = g_string_new (NULL);
  self->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_array_set_clear_func (self->runs, run_clear);

  return self;
}

SlText *
sl_text_new_for_string (const char *string, SlRunFlags flags)
{
  SlText *self = sl_text_new ();

  sl_text_append (self, flags, string);

  return self;
}

void
sl_text_free (SlText *self)
{
  if (self == NULL)
    return;

  g_string_free (self->string, TRUE);
  g_array_unref (self->runs);
  g_free (self);
}

/* What goes on as what came before is one run with it, which is one piece of work less. */
static gboolean
extend_run (SlText *self, SlRunFlags flags, const char *string)
{
  Run *last = self->runs->len > 0 ? &g_array_index (self->runs, Run, self->runs->len - 1) : NULL;

  if (last == NULL || last->target != NULL || last->flags != flags)
    return FALSE;

  g_string_append (self->string, string);
  last->end = (guint) self->string->len;

  return TRUE;
}

static void
append_run (SlText *self, SlRunFlags flags, const char *string, const char *target)
{
  Run run = { .start = (guint) self->string->len, .flags = flags, .target = g_strdup (target) };

  g_string_append (self->string, string);
  run.end = (guint) self->string->len;
  g_array_append_val (self->runs, run);
}

void
sl_text_append (SlText *self, SlRunFlags flags, const char *string)
{
  if (!extend_run (self, flags, string))
    append_run (self, flags, string, NULL);
}

void
sl_text_append_link (SlText *self, const char *string, const char *target)
{
  append_run (self, SL_RUN_PLAIN, string, target);
}

gsize
sl_text_get_length (const SlText *self)
{
  return self->string->len;
}

gboolean
sl_text_is_empty (const SlText *self)
{
  return self->string->len == 0;
}

/* ---- links ---- */

char *
sl_link_to_uri (const char *uri)
{
  g_autofree char *escaped = NULL;

  if (uri == NULL)
    return NULL;
  if (g_ascii_strncasecmp (uri, "https://", 8) != 0 && g_ascii_strncasecmp (uri, "http://", 7) != 0)
    return NULL;

  /* Quotes and backslashes would end the attribute: in a URI they are percent-encoded anyway. */
  escaped = g_uri_escape_string (uri, ":/?#[]@!$&()*+,;=%~", FALSE);

  return g_strdup_printf ("uri='%s'", escaped);
}

char *
sl_link_to_place (const char *name)
{
  return g_strdup_printf ("dest='%s'", name);
}

/* Where a run goes is nothing to the layout, that it is a link is. */
void
sl_text_append_key (const SlText *self, GString *key)
{
  for (guint i = 0; i < self->runs->len; i++) {
    const Run *run = &g_array_index (self->runs, Run, i);

    g_string_append_printf (key, "%u.%u%c", run->end, (guint) run->flags,
                            run->target != NULL ? 'l' : ' ');
  }
  g_string_append_len (key, self->string->str, (gssize) self->string->len);
}

/* ---- HTML ---- */

/* What the attributes of cairo's link tag stand for. */
static void
append_href (GString *out, const char *target)
{
  const char *start = strchr (target, '\'') + 1;
  g_autofree char *address = g_strndup (start, (gsize) (strrchr (target, '\'') - start));

  g_string_append (out, g_str_has_prefix (target, "uri=") ? "<a href=\"" : "<a href=\"#");
  sl_markup_append (out, address);
  g_string_append (out, "\">");
}

static void
append_html_run (const SlText *self, const Run *run, GString *out)
{
  g_autofree char *string = g_strndup (self->string->str + run->start, run->end - run->start);
  const char *end = "";

  if (run->target != NULL) {
    append_href (out, run->target);
    end = "</a>";
  } else if (run->flags & SL_RUN_STRONG) {
    g_string_append (out, "<strong>");
    end = "</strong>";
  } else if (run->flags & SL_RUN_MUTED) {
    g_string_append (out, "<span class=\"muted\">");
    end = "</span>";
  }
  sl_markup_append (out, string);
  g_string_append (out, end);
}

void
sl_text_append_html (const SlText *self, GString *out)
{
  for (guint i = 0; i < self->runs->len; i++)
    append_html_run (self, &g_array_index (self->runs, Run, i), out);
}

/* ---- what strangers wrote ---- */

/* Accents on one letter; no living script needs more. */
#define MAX_MARKS 4

static gboolean
is_unwanted (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff ||
         (c >= 0xfff0 && c <= 0xfffb);
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_iscntrl (c) || c == ' ' || c == 0x2028 || c == 0x2029;
}

char *
sl_text_clean (const char *string, gsize max_length)
{
  g_autofree char *valid = g_utf8_make_valid (string != NULL ? string : "", -1);
  GString *out = g_string_new (NULL);
  gsize length = 0;
  guint marks = 0;
  gboolean gap = FALSE;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (is_blank (c)) {
      gap = out->len > 0;
      continue;
    }

    marks = g_unichar_ismark (c) ? marks + 1 : 0;
    if (is_unwanted (c) || marks > MAX_MARKS)
      continue;
    if (length + (gap ? 1 : 0) >= max_length) {
      g_string_append (out, "…");
      break;
    }
    if (gap)
      g_string_append_c (out, ' ');
    length += gap ? 2 : 1;
    gap = FALSE;
    g_string_append_unichar (out, c);
  }

  return g_string_free (out, FALSE);
}

/* ---- layout ---- */

PangoContext *
sl_text_context_new (void)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  const char *language = sl_report_get_language ();
  PangoContext *context = NULL;
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Points are points, and letters stand where the font wants them, not where a screen has pixels.
   */
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72.0);
  context = pango_font_map_create_context (map);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  /* Letters that languages share need not look the same in all of them; English shares none that
   * do. */
  if (!g_str_has_prefix (language, "en"))
    pango_context_set_language (context, pango_language_from_string (language));
  cairo_font_options_destroy (options);

  return context;
}

static void
insert_attribute (PangoAttrList *list, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

static void
insert_run (PangoAttrList *list, const Run *run)
{
  if (run->flags & SL_RUN_STRONG)
    insert_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), run->start, run->end);
  /* The colour is drawn by draw_run(); this keeps the run apart from its neighbours. */
  if (run->target != NULL || run->flags != SL_RUN_PLAIN)
    insert_attribute (list, pango_attr_foreground_new (0, 0, 0), run->start, run->end);
}

/* Whether a text of one run needs attributes: it is drawn in its own colour without. */
static gboolean
has_marks (const SlText *self)
{
  return self->runs->len == 1 && g_array_index (self->runs, Run, 0).flags & SL_RUN_STRONG;
}

/* What all layouts of a style have, made once for a context. */
typedef struct {
  PangoFontDescription *font;
  PangoAttrList *attributes;
} Template;

static void
templates_free (gpointer data)
{
  Template *templates = data;

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++) {
    g_clear_pointer (&templates[i].font, pango_font_description_free);
    g_clear_pointer (&templates[i].attributes, pango_attr_list_unref);
  }
  g_free (templates);
}

static const Template *
ensure_template (PangoContext *context, SlStyle style)
{
  Template *templates = g_object_get_data (G_OBJECT (context), "sl-templates");
  const StyleRecord *record = &styles[style];
  Template *self;

  if (templates == NULL) {
    templates = g_new0 (Template, G_N_ELEMENTS (styles));
    g_object_set_data_full (G_OBJECT (context), "sl-templates", templates, templates_free);
  }
  self = &templates[style];
  if (self->font != NULL)
    return self;

  self->font = pango_font_description_new ();
  pango_font_description_set_family_static (self->font, SL_TEXT_FAMILIES);
  pango_font_description_set_weight (self->font, record->weight);
  pango_font_description_set_absolute_size (self->font, record->size * PANGO_SCALE);
  self->attributes = pango_attr_list_new ();
  pango_attr_list_insert (self->attributes, pango_attr_line_height_new_absolute (
                                                (int) lround (record->leading * PANGO_SCALE)));
  /* Figures of one width, so that columns of them line up. */
  pango_attr_list_insert (self->attributes, pango_attr_font_features_new ("tnum"));

  return self;
}

/* Most texts are one run without anything of its own. */
static PangoAttrList *
build_attributes (const SlText *self, const Template *template)
{
  PangoAttrList *list = NULL;

  if (self->runs->len <= 1 && !has_marks (self))
    return pango_attr_list_ref (template->attributes);

  list = pango_attr_list_copy (template->attributes);
  for (guint i = 0; i < self->runs->len; i++)
    insert_run (list, &g_array_index (self->runs, Run, i));

  return list;
}

PangoLayout *
sl_text_layout (const SlText *self,
                PangoContext *context,
                SlStyle style,
                double width,
                PangoAlignment alignment)
{
  const Template *template = ensure_template (context, style);
  PangoLayout *layout = pango_layout_new (context);
  PangoAttrList *attributes = build_attributes (self, template);

  pango_layout_set_font_description (layout, template->font);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_alignment (layout, alignment);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0)
    pango_layout_set_width (layout, (int) floor (width * PANGO_SCALE));
  pango_layout_set_text (layout, self->string->str, (int) self->string->len);
  pango_attr_list_unref (attributes);

  return layout;
}

double
sl_style_get_leading (SlStyle style)
{
  return styles[style].leading;
}

double
sl_style_get_size (SlStyle style)
{
  return styles[style].size;
}

void
sl_layout_get_size (PangoLayout *layout, double *width, double *height)
{
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  if (width != NULL)
    *width = (double) extents.width / PANGO_SCALE;
  if (height != NULL)
    *height = (double) extents.height / PANGO_SCALE;
}

void
sl_layout_get_line (PangoLayout *layout, guint n, double *top, double *bottom)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int y0 = 0, y1 = 0;

  for (guint i = 0; i < n && pango_layout_iter_next_line (iter); i++)
    ;
  pango_layout_iter_get_line_yrange (iter, &y0, &y1);
  *top = (double) y0 / PANGO_SCALE;
  *bottom = (double) y1 / PANGO_SCALE;
  pango_layout_iter_free (iter);
}

/* ---- drawing ---- */

static const Run *
find_run (const SlText *self, int offset)
{
  for (guint i = 0; i < self->runs->len; i++) {
    const Run *run = &g_array_index (self->runs, Run, i);

    if ((guint) offset >= run->start && (guint) offset < run->end)
      return run;
  }

  return NULL;
}

static void
draw_run (const SlText *self, cairo_t *cr, SlStyle style, PangoGlyphItem *item, double x, double y)
{
  const Run *run = find_run (self, item->item->offset);
  const char *target = run != NULL ? run->target : NULL;
  const double *ink = styles[style].muted ? sl_ink_muted : sl_ink;

  if (run != NULL && run->flags & SL_RUN_MUTED)
    ink = sl_ink_muted;
  else if (run != NULL && run->flags & SL_RUN_STRONG)
    ink = sl_ink;

  if (target != NULL)
    ink = ink_link;
  /* Elsewhere there is nowhere for a link to go to. */
  if (target != NULL && cairo_surface_get_type (cairo_get_target (cr)) != CAIRO_SURFACE_TYPE_PDF)
    target = NULL;
  if (target != NULL)
    cairo_tag_begin (cr, CAIRO_TAG_LINK, target);
  cairo_set_source_rgb (cr, ink[0], ink[1], ink[2]);
  cairo_move_to (cr, x, y);
  pango_cairo_show_glyph_item (cr, self->string->str, item);
  if (target != NULL)
    cairo_tag_end (cr, CAIRO_TAG_LINK);
}

static void
draw_line (const SlText *self,
           PangoLayoutIter *iter,
           cairo_t *cr,
           SlStyle style,
           double x,
           double y)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  double baseline = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;
  PangoRectangle extents;

  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  x += (double) extents.x / PANGO_SCALE;
  for (GSList *l = line->runs; l != NULL; l = l->next) {
    PangoGlyphItem *item = l->data;

    draw_run (self, cr, style, item, x, y + baseline);
    x += (double) pango_glyph_string_get_width (item->glyphs) / PANGO_SCALE;
  }
}

void
sl_text_draw_lines (const SlText *self,
                    PangoLayout *layout,
                    cairo_t *cr,
                    SlStyle style,
                    double x,
                    double y,
                    guint first,
                    guint end)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double top = 0;
  guint n = 0;

  do {
    int y0 = 0, y1 = 0;

    if (n == first) {
      pango_layout_iter_get_line_yrange (iter, &y0, &y1);
      top = (double) y0 / PANGO_SCALE;
    }
    if (n >= first && n < end)
      draw_line (self, iter, cr, style, x, y - top);
    n++;
  } while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
}
