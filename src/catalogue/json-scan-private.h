/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A strict reading of RFC 8259 that builds nothing and does not recurse.
 *
 * json-glib recurses as deep as the document goes, takes more than JSON, keeps the last of two
 * members of one name and clamps an integer that does not fit. What has passed here it reads as it
 * is meant. */

#include <glib.h>

G_BEGIN_DECLS

/* Values in one document; each costs json-glib about a hundred bytes. */
#define SL_JSON_MAX_VALUES 2000000

/* The first fault of the document as «LINE:COLUMN: what was expected», counted in characters from
 * 1; NULL if it has none. */
char *sl_json_scan (const char *data, gsize length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
