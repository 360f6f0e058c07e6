/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a file with this title is to be called: without what file systems do not take, and not
 * longer than they do. `extension`: without its dot. */
char *sl_suggest_file_name (const char *title, const char *extension) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
