/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "decision/drafts.h"

G_BEGIN_DECLS

#define SL_TYPE_APPLICATION (sl_application_get_type ())
G_DECLARE_FINAL_TYPE (SlApplication, sl_application, SL, APPLICATION, AdwApplication)

/* Runs the window on the shipped catalogue. Returns the exit status. */
int sl_application_main (int argc, char **argv);

SlApplication *sl_application_new (SlCatalogue *catalogue);
SlCatalogue *sl_application_get_catalogue (SlApplication *self);
/* New windows begin with it; those that are open keep what they have. */
void sl_application_set_catalogue (SlApplication *self, SlCatalogue *catalogue);
SlDrafts *sl_application_get_drafts (SlApplication *self);
/* Shows the document in the window that has it, in `window` (nullable) or another one that nobody
 * wrote into, or in a new one. Returns that window, which may still be reading; borrowed. */
GtkWindow *sl_application_open_file (SlApplication *self, GFile *file, GtkWindow *window);
/* The same with several, and ballots among them: these go, as one step, into the decision that is
 * opened with them, else into that of `window` (nullable), else into that of the window used last.
 * If no window has one, it is said what to do, and nothing is changed. */
void sl_application_open_files (SlApplication *self, GListModel *files, GtkWindow *window);

G_END_DECLS
