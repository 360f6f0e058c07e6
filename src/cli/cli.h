/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The program without a window: `shortlist rank`, `shortlist check` and so on. Needs no display. */

#include <glib.h>

G_BEGIN_DECLS

/* Whether these arguments ask for the window: there are none, or files alone. Whatever else is for
 * sl_cli_main (), which says so if it makes no sense. */
gboolean sl_cli_wants_window (int argc, char **argv);

/* Returns the exit status: 0 done, 1 the input is wrong, 2 wrong usage, 3 could not read or write.
 */
int sl_cli_main (int argc, char **argv);

G_END_DECLS
