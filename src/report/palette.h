/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The colours of the pillars, the same in the window and on paper. */

#include <glib.h>

G_BEGIN_DECLS

/* How many colours there are before they come back lighter or darker. */
#define SL_PALETTE_N_HUES 7

/* The colour of the pillar with this index: red, green and blue, 0-1. At least 3:1 on white, or
 * with `dark` on #222226. The first seven can be told apart by people who see no red, no green or
 * no blue. */
void sl_palette_get_pillar (guint index, gboolean dark, double rgb[3]);

/* The WCAG contrast ratio of two colours, 1-21. */
double sl_palette_contrast (const double a[3], const double b[3]);

G_END_DECLS
