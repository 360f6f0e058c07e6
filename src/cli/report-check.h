/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Whether a file is a report that this program may have written: its parts, their types and ranges.
 * Whether its results are right is not asked. */

#include <gio/gio.h>

G_BEGIN_DECLS

/* SL_INPUT_ERROR: one line a fault. `name` is how faults call the file. */
gboolean sl_cli_check_report (GBytes *bytes, const char *name, GError **error);

G_END_DECLS
