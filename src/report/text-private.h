/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Words for paper: runs of text in one style, laid out by Pango and drawn with cairo. Text never is
 * markup, and whatever is in it, it stays between the edges that it was given. */

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef enum {
  SL_STYLE_COVER, /* the title, where it has a page to itself */
  SL_STYLE_TITLE,
  SL_STYLE_HEADLINE, /* the answer */
  SL_STYLE_HEADING,
  SL_STYLE_SUBHEADING,
  SL_STYLE_LABEL, /* the smallest heading */
  SL_STYLE_LEAD,  /* the sentence under the answer */
  SL_STYLE_BODY,
  SL_STYLE_NOTE, /* captions, legends, what stands beside the matter */
  SL_STYLE_CELL,
  SL_STYLE_COLUMN, /* the head of a column */
  SL_STYLE_FIGURE, /* numbers on an axis */
} SlStyle;

typedef enum {
  SL_RUN_PLAIN = 0,
  SL_RUN_STRONG = 1 << 0,
  SL_RUN_MUTED = 1 << 1,
} SlRunFlags;

/* What GNOME has, what it had, and what every free desktop has. */
#define SL_TEXT_FAMILIES "Adwaita Sans, Cantarell, DejaVu Sans"

#define SL_TEXT_MAX_TITLE 200
#define SL_TEXT_MAX_CELL 600
#define SL_TEXT_MAX_PARAGRAPH 4000

typedef struct _SlText SlText;

SlText *sl_text_new (void) G_GNUC_WARN_UNUSED_RESULT;
SlText *sl_text_new_for_string (const char *string, SlRunFlags flags) G_GNUC_WARN_UNUSED_RESULT;
void sl_text_free (SlText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlText, sl_text_free)

void sl_text_append (SlText *self, SlRunFlags flags, const char *string);
/* `target`: what cairo's link tag is to hold, from sl_link_to_uri() or sl_link_to_place(). */
void sl_text_append_link (SlText *self, const char *string, const char *target);
gsize sl_text_get_length (const SlText *self); /* bytes */
gboolean sl_text_is_empty (const SlText *self);

/* What two texts have in common that are laid out the same. */
void sl_text_append_key (const SlText *self, GString *key);
/* As HTML: runs as spans, links as links. */
void sl_text_append_html (const SlText *self, GString *out);

/* The attributes of a link; NULL for anything but http and https. */
char *sl_link_to_uri (const char *uri) G_GNUC_WARN_UNUSED_RESULT;
char *sl_link_to_place (const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* A line of what a stranger wrote: no control characters, no bidirectional overrides, no towers of
 * accents, at most `max_length` characters. */
char *sl_text_clean (const char *string, gsize max_length) G_GNUC_WARN_UNUSED_RESULT;

/* A Pango context of its own: no font map is shared with anybody. */
PangoContext *sl_text_context_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Wrapped to `width` points; 0: one line, as long as it is. */
PangoLayout *sl_text_layout (const SlText *self,
                             PangoContext *context,
                             SlStyle style,
                             double width,
                             PangoAlignment alignment) G_GNUC_WARN_UNUSED_RESULT;
double sl_style_get_leading (SlStyle style);
double sl_style_get_size (SlStyle style); /* points */

/* The size of a layout, and where its line `n` begins and ends, in points from its top. */
void sl_layout_get_size (PangoLayout *layout, double *width, double *height);
void sl_layout_get_line (PangoLayout *layout, guint n, double *top, double *bottom);
/* Draws the lines from `first` to before `end`, the top of line `first` at y. */
void sl_text_draw_lines (const SlText *self,
                         PangoLayout *layout,
                         cairo_t *cr,
                         SlStyle style,
                         double x,
                         double y,
                         guint first,
                         guint end);

/* Black that is easy on the eye, the grey of what is beside the matter, and of lines. */
extern const double sl_ink[3];
extern const double sl_ink_muted[3];
extern const double sl_ink_line[3];

G_END_DECLS
