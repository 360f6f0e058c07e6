/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SL_TYPE_LONG_BOX (sl_long_box_get_type ())
G_DECLARE_FINAL_TYPE (SlLongBox, sl_long_box, SL, LONG_BOX, GtkBox)

/* A box in a scrolled window that draws only those children that are in sight. */

G_END_DECLS
