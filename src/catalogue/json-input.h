/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Reading JSON that nobody vouches for: bounded, and one line a fault.
 *
 * A SlJsonInput walks a parsed document and collects faults, each naming the file, the place in it
 * (`technologies[3].values.latency`) and what was expected. Getters return a fallback after a
 * fault, so that one pass finds all of them; the caller asks sl_json_input_finish() once at the
 * end. */

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define SL_JSON_MAX_BYTES (64 * 1024 * 1024)
#define SL_JSON_MAX_DEPTH 64
/* Faults beyond this many are counted, not listed. */
#define SL_JSON_MAX_FAULTS 20

#define SL_INPUT_ERROR (sl_input_error_quark ())
GQuark sl_input_error_quark (void);

typedef enum {
  SL_INPUT_ERROR_INVALID, /* the content is wrong: exit status 1 */
  SL_INPUT_ERROR_FORMAT,  /* not our format, or a newer one: exit status 1 */
  SL_INPUT_ERROR_READ,    /* could not be read or written: exit status 3 */
} SlInputError;

typedef struct _SlJsonInput SlJsonInput;

/* Parses bytes (at most SL_JSON_MAX_BYTES, at most SL_JSON_MAX_DEPTH deep, UTF-8, an object at the
 * top, no duplicate member). `name` is how faults call the file. NULL with SL_INPUT_ERROR on
 * failure. */
SlJsonInput *sl_json_input_new (GBytes *bytes, const char *name, GError **error);
/* Reads at most SL_JSON_MAX_BYTES of a file; "-" is standard input. */
GBytes *sl_input_read (const char *path, GError **error);
void sl_json_input_free (SlJsonInput *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlJsonInput, sl_json_input_free)

JsonObject *sl_json_input_get_root (SlJsonInput *self);

/* The place is a stack: push a member name or an index, pop it when done. The name has to live
 * until then. */
void sl_json_input_push (SlJsonInput *self, const char *member);
void sl_json_input_push_index (SlJsonInput *self, guint index);
void sl_json_input_pop (SlJsonInput *self);

/* Records a fault at `member` (nullable) of the present place. */
void sl_json_input_fault (SlJsonInput *self, const char *member, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
guint sl_json_input_get_n_faults (SlJsonInput *self);

/* Typed getters. A member that is absent is a fault in the plain ones and the fallback in the _or
 * ones; a member of the wrong type, a number that is not finite or outside low..high, or a text
 * longer than max_length characters is a fault in both. Strings are borrowed from the document. */
const char *
sl_json_input_string (SlJsonInput *self, JsonObject *object, const char *member, guint max_length);
const char *sl_json_input_string_or (SlJsonInput *self,
                                     JsonObject *object,
                                     const char *member,
                                     guint max_length,
                                     const char *fallback);
double sl_json_input_number (SlJsonInput *self,
                             JsonObject *object,
                             const char *member,
                             double low,
                             double high);
double sl_json_input_number_or (SlJsonInput *self,
                                JsonObject *object,
                                const char *member,
                                double low,
                                double high,
                                double fallback);
gboolean sl_json_input_boolean_or (SlJsonInput *self,
                                   JsonObject *object,
                                   const char *member,
                                   gboolean fallback);
/* NULL when absent (a fault in the plain ones) or of the wrong type (always a fault). */
JsonObject *sl_json_input_object (SlJsonInput *self, JsonObject *object, const char *member);
JsonObject *
sl_json_input_object_or_null (SlJsonInput *self, JsonObject *object, const char *member);
JsonArray *sl_json_input_array (SlJsonInput *self, JsonObject *object, const char *member);
JsonArray *sl_json_input_array_or_null (SlJsonInput *self, JsonObject *object, const char *member);
/* An id: ^[a-z0-9][a-z0-9_.:-]*$, at most 100 characters. */
const char *sl_json_input_id (SlJsonInput *self, JsonObject *object, const char *member);
/* The same of an element of a list; faults are at the present place, so push its index first. */
JsonObject *sl_json_input_element_object (SlJsonInput *self, JsonArray *array, guint index);
const char *
sl_json_input_element_string (SlJsonInput *self, JsonArray *array, guint index, guint max_length);
double sl_json_input_element_number (SlJsonInput *self,
                                     JsonArray *array,
                                     guint index,
                                     double low,
                                     double high);
const char *sl_json_input_element_id (SlJsonInput *self, JsonArray *array, guint index);
/* A fault for each member that is not in the NULL-terminated list. */
void sl_json_input_only (SlJsonInput *self, JsonObject *object, const char *const *members);

/* TRUE when there was no fault. Else FALSE and SL_INPUT_ERROR_INVALID, whose message has one line a
 * fault. */
gboolean sl_json_input_finish (SlJsonInput *self, GError **error);

G_END_DECLS
