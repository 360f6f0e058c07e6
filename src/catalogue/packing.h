/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A catalogue within a document, so that the document still means the same when the program has
 * another one: its files, one after the other, deflated, as base64. */

#include "catalogue/catalogue.h"
#include "catalogue/json-input.h"
#include "catalogue/json-writer.h"

G_BEGIN_DECLS

/* Of all files together, as they were. */
#define SL_PACKED_MAX_BYTES (16 * 1024 * 1024)

/* Whether it is small enough to be packed. */
gboolean sl_catalogue_can_pack (SlCatalogue *self);
/* Adds an object to the list that is open. The packing is done once a catalogue, in whatever thread
 * asks first; it takes some ten milliseconds. */
void sl_catalogue_pack (SlCatalogue *self, SlJsonWriter *json);
/* The members of that object. */
extern const char *const sl_packed_members[];
/* Which catalogue an object says that it holds; NULL after a fault. */
const char *sl_packed_get_sha256 (SlJsonInput *input, JsonObject *object);
/* The catalogue that is in such an object. NULL after one fault: what is damaged, is too large or
 * is not what it says. */
SlCatalogue *sl_catalogue_unpack (SlJsonInput *input, JsonObject *object) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
