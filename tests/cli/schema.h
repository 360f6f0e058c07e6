/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* As much of JSON Schema (2020-12) as the schemas of the project use. A keyword that is not known
 * here fails, so that nothing is passed over in silence. */

#include <json-glib/json-glib.h>

/* Against data/schemas/NAME.schema.json. NULL if it is valid; else the place and what is wrong. */
char *schema_check (const char *name, JsonNode *node);
