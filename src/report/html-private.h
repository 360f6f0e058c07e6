/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Pieces of a HTML document: one file that needs nothing beside it and runs nothing. */

#include "report/figure-private.h"

G_BEGIN_DECLS

typedef struct {
  GString *out;
  gboolean in_section;
  guint n_figures;
  char *heading; /* the last one; tables under it are called so */
} SlHtml;

/* A section begins at each heading of level 2 and ends before the next one. */
void sl_html_heading (SlHtml *self, guint level, const char *string, const char *place);
void sl_html_paragraph (SlHtml *self, SlStyle style, const SlText *text);
void sl_html_figure (SlHtml *self, SlFigure *figure, const char *caption);
/* A square of the colour of a pillar. */
void sl_html_swatch (SlHtml *self, guint pillar);
/* The end of the last section; frees what it remembered. */
void sl_html_finish (SlHtml *self);

/* From <!doctype> to the beginning of what is said, and the end of it. `language`: BCP 47. */
void sl_html_append_head (GString *out,
                          const char *title,
                          const char *language,
                          gboolean from_right,
                          const char *date);
void sl_html_append_foot (GString *out);

G_END_DECLS
