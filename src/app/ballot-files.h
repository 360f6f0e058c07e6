/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "decision/ballot.h"

G_BEGIN_DECLS

/* Ballots out of a decision and into it, as files. What goes wrong is said in a dialog over
 * `widget`, which is in a window; what went well, in a toast. */

#define SL_BALLOT_SUFFIX "ballot"

gboolean sl_is_ballot_file (GFile *file);
/* Asks where to, and writes the ballot of a participant. */
void sl_ballot_file_save (GtkWidget *widget, SlDecision *decision, guint index);
/* Asks for some, and takes them in. */
void sl_ballot_files_open (GtkWidget *widget, SlDecision *decision);
/* Reads them off the main loop, and takes in all that are valid as one step. */
void sl_ballot_files_take (GtkWidget *widget, SlDecision *decision, GListModel *files);

G_END_DECLS
