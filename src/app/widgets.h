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

/* One of several sentences under one another. */
GtkWidget *sl_sentence_new (void);
/* Lists that are filled again and again keep their rows. The row after `row` (NULL: the first),
 * which is made if there is none; and all after the last that is needed (NULL: none is) leave. */
GtkWidget *sl_box_next_row (GtkBox *box, GtkWidget *row, GtkWidget *(*row_new) (void) );
void sl_box_remove_after (GtkBox *box, GtkWidget *row);
/* A dialog that shows files with this suffix only, under a name for them. */
GtkFileDialog *sl_file_dialog_new (const char *title,
                                   const char *name,
                                   const char *suffix) G_GNUC_WARN_UNUSED_RESULT;

/* A menu that is built when it is first opened: each costs as much as a page of labels. */
void sl_menu_button_set_menu (GtkMenuButton *button, GMenuModel *menu);
/* Sets a tooltip that may be the one that it is already. The toolkit takes even that for news, and
 * asks the display where the pointer is, which is too much to do for each slider on each frame. */
void sl_set_tooltip (GtkWidget *widget, const char *text);

G_END_DECLS
