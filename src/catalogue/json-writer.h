/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Writing JSON: members in the order in which they are added, numbers as short as they read back as
 * the same, whatever the locale. A text, not a tree: a matrix can have millions of numbers. */

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _SlJsonWriter SlJsonWriter;

SlJsonWriter *sl_json_writer_new (void) G_GNUC_WARN_UNUSED_RESULT;
void sl_json_writer_free (SlJsonWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlJsonWriter, sl_json_writer_free)

/* `member` is NULL in an array and for the outermost object. */
void sl_json_writer_begin_object (SlJsonWriter *self, const char *member);
void sl_json_writer_end_object (SlJsonWriter *self);
void sl_json_writer_begin_array (SlJsonWriter *self, const char *member);
void sl_json_writer_end_array (SlJsonWriter *self);
/* NULL gives null; what is not UTF-8 is made so. */
void sl_json_writer_add_text (SlJsonWriter *self, const char *member, const char *text);
/* NAN gives null. */
void sl_json_writer_add_number (SlJsonWriter *self, const char *member, double number);
void sl_json_writer_add_boolean (SlJsonWriter *self, const char *member, gboolean value);

/* Any value, as it was read. */
void sl_json_writer_add_node (SlJsonWriter *self, const char *member, JsonNode *node);

/* All of it with a line feed at the end, when the outermost object is at its end. The writer is
 * then empty. */
GBytes *sl_json_writer_finish (SlJsonWriter *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
