/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* How the ranking comes about, with an example that can be worked out by hand. */
AdwDialog *sl_help_dialog_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
