/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* JSON for programs: numbers that read back as the same, whatever the locale, members in the order
 * in which they are added. A text, not a tree: a matrix can have millions of numbers. */

#include "cli/command.h"

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
/* Valid UTF-8; NULL gives null. */
void sl_json_writer_add_text (SlJsonWriter *self, const char *member, const char *text);
/* NAN gives null. */
void sl_json_writer_add_number (SlJsonWriter *self, const char *member, double number);
void sl_json_writer_add_boolean (SlJsonWriter *self, const char *member, gboolean value);

/* To standard output, when the outermost object is at its end. */
SlExit sl_json_writer_print (SlJsonWriter *self);

G_END_DECLS
