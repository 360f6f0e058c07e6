/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A strict reading of RFC 8259 that does not recurse, into what json-glib keeps documents in.
 *
 * json-glib's own reading recurses as deep as the document goes, takes more than JSON, keeps the
 * last of two members of one name and clamps an integer that does not fit; and it takes three times
 * as long. */

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Values in one document; each costs json-glib about a hundred bytes. */
#define SL_JSON_MAX_VALUES 2000000

/* The document, whose root is an object. Or NULL, and its first fault as «LINE:COLUMN: what was
 * expected», counted in characters from 1. */
JsonNode *sl_json_scan (const char *data, gsize length, char **fault) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
