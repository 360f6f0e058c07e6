/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The error of what is above SL_JSON_MAX_BYTES. Returns FALSE. */
gboolean sl_input_fail_too_large (const char *name, GError **error);

G_END_DECLS
