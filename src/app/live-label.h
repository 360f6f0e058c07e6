/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A label for a text that changes with each frame, as while a slider is dragged. It looks like any
 * other and wraps, but lays its text out only once, within the width that it has, and does not ask
 * all that is around it for a place of another size unless it needs one more line or one less.
 * What gives it its place has to give it a width: of its own accord it takes as much as so many
 * digits, whatever it says. */

#define SL_TYPE_LIVE_LABEL (sl_live_label_get_type ())
G_DECLARE_FINAL_TYPE (SlLiveLabel, sl_live_label, SL, LIVE_LABEL, GtkWidget)

/* Properties: label (string, never NULL); xalign (float, 0 to 1); width-chars (int, at least 0). */

void sl_live_label_set_text (SlLiveLabel *self, const char *text);
const char *sl_live_label_get_text (SlLiveLabel *self);

G_END_DECLS
