/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the window's document share. */

#include "window-private.h"

G_BEGIN_DECLS

#define SL_DECISION_SUFFIX "shortlist"
#define SL_DECISION_MEDIA_TYPE "application/vnd.shortlist+json"

/* A dialog that shows decisions only. */
GtkFileDialog *sl_decision_file_dialog_new (const char *title) G_GNUC_WARN_UNUSED_RESULT;
void sl_add_recent_file (GFile *file);

/* What a thread was asked for may come when nobody is there any more. */
gboolean sl_window_is_gone (SlWindow *self);
/* Where the document is, and what it holds there; both may be unknown. */
void sl_window_set_file (SlWindow *self, GFile *file, const char *sha256);
/* Whether the file is still what the window read or wrote; later, and the banner says if not. */
void sl_window_look_at_file (SlWindow *self);

void sl_window_init_open (SlWindow *self);
void sl_window_install_open_actions (GtkWidgetClass *widget_class);
void sl_window_init_save (SlWindow *self);
void sl_window_install_save_actions (GtkWidgetClass *widget_class);

G_END_DECLS
