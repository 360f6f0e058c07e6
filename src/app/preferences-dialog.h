/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What new decisions and reports begin with, and whose catalogue is read. */
AdwDialog *sl_preferences_dialog_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* What the button for choosing a folder leads to, and where `path` is NULL the one for the
 * program's own: the catalogue is read, and only one that can be read is kept for new windows. */
void sl_preferences_dialog_set_folder (AdwDialog *dialog, const char *path);

G_END_DECLS
