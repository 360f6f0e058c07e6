/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The colour of a pillar in the style that is now in use, light or dark. */
void sl_pillar_colour (guint pillar, GdkRGBA *colour);
/* Gives the widgets of style class pillar-N their colour, now and whenever the style changes. */
void sl_pillar_colours_install (GdkDisplay *display, guint n_pillars);

G_END_DECLS
