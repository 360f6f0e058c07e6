/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "catalogue/catalogue.h"

G_BEGIN_DECLS

/* Small parts that more than one page is put together from. */

/* The colour of a pillar; decoration, since its name is beside it. */
GtkWidget *sl_swatch_new (const SlPillar *pillar);
/* An icon beside words that say the same. */
GtkWidget *sl_icon_new (const char *name);
/* Texts from a catalogue, which never are markup. `subtitle`: nullable. */
AdwActionRow *sl_text_row_new (const char *title, const char *subtitle);
/* A wrapped text in a popover, which has no width of its own. `text` and `style`: nullable. */
GtkWidget *sl_paragraph_new (const char *text, const char *style);

G_END_DECLS
