/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row of a list that holds a text of several lines. Signal: changed, when someone writes. */

#define SL_TYPE_PROSE_ROW (sl_prose_row_get_type ())
G_DECLARE_FINAL_TYPE (SlProseRow, sl_prose_row, SL, PROSE_ROW, AdwPreferencesRow)

/* `name`: what assistive technologies call it. */
GtkWidget *sl_prose_row_new (const char *name);
char *sl_prose_row_get_text (SlProseRow *self) G_GNUC_WARN_UNUSED_RESULT;
/* Emits nothing; what is the same already stays as it is, with its cursor. */
void sl_prose_row_set_text (SlProseRow *self, const char *text);
/* Where the focus goes. */
GtkWidget *sl_prose_row_get_view (SlProseRow *self);

G_END_DECLS
