/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For widgets that draw words and blocks. Everything is placed as where text runs from left to
 * right, from the start edge of the widget, and mirrored where it runs the other way. */

typedef enum {
  SL_TYPE_PLAIN,
  SL_TYPE_STRONG,
  SL_TYPE_SMALL,
} SlTypeface;

/* Of a widget nearly all of which changes at once. */
typedef struct {
  gboolean outdated; /* for the widget to set when it has changed so */
  gboolean odd;      /* alternates from one picture to the next */
} SlPicture;

/* How far a widget draws beyond its edge at most, in pixels: shadows, and the outline of what has
 * the focus. */
#define SL_DRAWING_OVERFLOW 32

/* One line, with figures of one width; what is too long for its place ends with an ellipsis. */
PangoLayout *sl_drawing_layout_new (GtkWidget *widget,
                                    const char *text,
                                    SlTypeface typeface) G_GNUC_WARN_UNUSED_RESULT;
int sl_drawing_line_height (GtkWidget *widget, SlTypeface typeface);
/* Without the ellipsis. */
float sl_drawing_text_width (GtkWidget *widget, const char *text, SlTypeface typeface);

/* Of what takes so much width from `x` on. */
float sl_drawing_mirror (GtkWidget *widget, float x, float width);
/* Within so much width from `x`: at its start (0), its middle (0.5) or its end (1). Returns the
 * width that the text takes. */
float sl_drawing_text (GtkWidget *widget,
                       GtkSnapshot *snapshot,
                       PangoLayout *layout,
                       float x,
                       float y,
                       float width,
                       float align,
                       const GdkRGBA *colour);
void sl_drawing_block (GtkWidget *widget,
                       GtkSnapshot *snapshot,
                       float x,
                       float y,
                       float width,
                       float height,
                       float radius,
                       const GdkRGBA *colour);
/* Appends what has been drawn of the widget, which is taken. If the picture is outdated it is
 * painted anew as a whole, rather than part by part where it differs: without a graphics processor
 * each part costs something for all that is drawn, and so does looking for the parts. */
void sl_drawing_append_picture (GtkSnapshot *snapshot,
                                GtkSnapshot *drawn,
                                GtkWidget *widget,
                                SlPicture *picture);
/* The colour of the widget's text, and the same for what is less important. */
void sl_drawing_get_colours (GtkWidget *widget, GdkRGBA *colour, GdkRGBA *dim);

G_END_DECLS
