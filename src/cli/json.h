/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* JSON for programs: one object, numbers that read back as the same, whatever the locale. */

#include <json-glib/json-glib.h>
#include "cli/command.h"

G_BEGIN_DECLS

/* NULL gives null. */
void sl_cli_json_add_text (JsonBuilder *json, const char *member, const char *text);
/* NAN gives null. */
void sl_cli_json_add_number (JsonBuilder *json, const char *member, double number);
/* To standard output. */
SlExit sl_cli_json_print (JsonBuilder *json);

G_END_DECLS
