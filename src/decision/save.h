/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Replacing a file so that at every moment it is the old one or the new one, whole. */

#include <gio/gio.h>

G_BEGIN_DECLS

#define SL_SAVE_ERROR (sl_save_error_quark ())
GQuark sl_save_error_quark (void);

typedef enum {
  SL_SAVE_ERROR_FAILED,  /* the old file is as it was, unless only the folder could not be synced */
  SL_SAVE_ERROR_CHANGED, /* the file is not one of those expected; it is as it was */
} SlSaveError;

typedef enum {
  SL_SAVE_PLAIN = 0,
  SL_SAVE_KEEP_OTHER = 1 << 0, /* what is replaced stays beside it, as «name~» */
} SlSaveFlags;

/* Writes `bytes` to `path`: to a new file beside it, which is synced, gets the permissions of the
 * old one, and takes its place; then the folder is synced. Symbolic links are followed. `expected`
 * (nullable, NULL-terminated) is what the file may hold now, as SHA-256; a file that is gone is
 * written again. What a save of this file that was killed left beside it is removed. Blocks; for a
 * thread of its own. SL_SAVE_ERROR with one line for people. */
gboolean sl_save (const char *path,
                  GBytes *bytes,
                  const char *const *expected,
                  SlSaveFlags flags,
                  GError **error);

/* SHA-256 of what a file holds; NULL where it can't be read, or is larger than a document may be.
 */
char *sl_save_get_sha256 (const char *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
