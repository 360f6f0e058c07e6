/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "save.h"

#include "catalogue/json-input.h"
#include "temporary-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "catalogue/translation.h"

/* As many as the system itself follows. */
#define MAX_LINKS 40
#define NEW_FILE_MODE 0666

typedef struct {
  char *path; /* where links lead to */
  char *folder;
  char *name;
  char *temporary; /* nullable */
  int descriptor;  /* of the temporary file; -1 */
  int lock;        /* of the temporary file; -1 */
  gboolean exists;
  struct stat status; /* of the old file, if it exists */
} Save;

G_DEFINE_QUARK (sl-save-error-quark, sl_save_error)

static gboolean
fail (const Save *self, int error_number, GError **error)
{
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *folder = g_filename_display_name (self->folder);

  switch (error_number) {
  case ENOSPC:
  case EDQUOT:
    g_set_error (error, SL_SAVE_ERROR, SL_SAVE_ERROR_FAILED,
                 /* Translators: %s is a file. */
                 _ ("%s: there is no space left on the disk"), name);
    break;
  case EROFS:
    g_set_error (error, SL_SAVE_ERROR, SL_SAVE_ERROR_FAILED,
                 /* Translators: %1$s is a file, %2$s a folder. */
                 _ ("%1$s: the disk of %2$s can only be read"), name, folder);
    break;
  case EACCES:
  case EPERM:
    g_set_error (error, SL_SAVE_ERROR, SL_SAVE_ERROR_FAILED,
                 /* Translators: %1$s is a file, %2$s a folder. */
                 _ ("%1$s: no permission to write it in %2$s"), name, folder);
    break;
  case ENOENT:
  case ENOTDIR:
    g_set_error (error, SL_SAVE_ERROR, SL_SAVE_ERROR_FAILED,
                 /* Translators: %1$s is a file, %2$s a folder. */
                 _ ("%1$s: the folder %2$s is no longer there"), name, folder);
    break;
  default:
    g_set_error (error, SL_SAVE_ERROR, SL_SAVE_ERROR_FAILED, "%s: %s", name,
                 g_strerror (error_number));
  }

  return FALSE;
}

/* ---- what is there ---- */

/* Through links to what they mean, also where that does not exist yet. */
static char *
follow_links (const char *path)
{
  char *target = g_canonicalize_filename (path, NULL);

  for (guint i = 0; i < MAX_LINKS; i++) {
    g_autofree char *link = g_file_read_link (target, NULL);
    g_autofree char *folder = NULL;
    g_autofree char *before = NULL;

    if (link == NULL)
      break;
    folder = g_path_get_dirname (target);
    before = g_steal_pointer (&target);
    target = g_canonicalize_filename (link, folder);
  }

  return target;
}

static gboolean
look (Save *self, GError **error)
{
  self->exists = stat (self->path, &self->status) == 0;
  if (!self->exists)
    return errno == ENOENT || fail (self, errno, error);
  if (S_ISDIR (self->status.st_mode))
    return fail (self, EISDIR, error);
  if (!S_ISREG (self->status.st_mode)) {
    g_autofree char *name = g_filename_display_basename (self->path);

    g_set_error (error, SL_SAVE_ERROR, SL_SAVE_ERROR_FAILED, _ ("%s: this is not a file"), name);
    return FALSE;
  }
  /* A new file could take its place all the same, but whoever protected it meant it. */
  if (access (self->path, W_OK) != 0)
    return fail (self, errno, error);

  return TRUE;
}

char *
sl_save_get_sha256 (const char *path)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = sl_input_read (path, NULL);

  return bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
}

static gboolean
check_expected (Save *self, const char *const *expected, GError **error)
{
  g_autofree char *sha256 = NULL;
  g_autofree char *name = NULL;

  if (expected == NULL || !self->exists)
    return TRUE;

  sha256 = sl_save_get_sha256 (self->path);
  if (sha256 != NULL && g_strv_contains (expected, sha256))
    return TRUE;

  name = g_filename_display_basename (self->path);
  g_set_error (error, SL_SAVE_ERROR, SL_SAVE_ERROR_CHANGED,
               _ ("%s: another program has changed this file"), name);
  return FALSE;
}

/* ---- the new file ---- */

static gboolean
create_temporary (Save *self, GError **error)
{
  self->descriptor = sl_temporary_new (self->folder, self->name, &self->temporary, &self->lock);

  return self->descriptor >= 0 || fail (self, errno, error);
}

static mode_t
get_umask (void)
{
  mode_t mask = umask (0);

  umask (mask);
  return mask;
}

/* Of the old file where there is one. Who may not give a file to its group may not let another
 * group have what that one might. */
static gboolean
set_permissions (Save *self, mode_t mask, GError **error)
{
  mode_t mode = NEW_FILE_MODE & ~mask;

  if (self->exists) {
    mode = self->status.st_mode & 07777;
    if (fchown (self->descriptor, (uid_t) -1, self->status.st_gid) != 0)
      mode &= (mode_t) ~(S_ISGID | ((mode & 070) & ~((mode & 07) << 3)));
    /* Only root may; others go on owning what they write. */
    if (self->status.st_uid != geteuid () &&
        fchown (self->descriptor, self->status.st_uid, (gid_t) -1) != 0)
      mode &= (mode_t) ~S_ISUID;
  }

  return fchmod (self->descriptor, mode) == 0 || fail (self, errno, error);
}

static gboolean
write_all (Save *self, GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  while (length > 0) {
    gssize n = write (self->descriptor, data, length);

    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return fail (self, errno, error);
    data += n;
    length -= (gsize) n;
  }

  return TRUE;
}

static gboolean
finish_temporary (Save *self, GError **error)
{
  int descriptor = self->descriptor;

  if (fsync (descriptor) != 0)
    return fail (self, errno, error);
  /* Whatever it says, the descriptor is gone. */
  self->descriptor = -1;
  return close (descriptor) == 0 || fail (self, errno, error);
}

/* ---- in its place ---- */

static gboolean
sync_file (Save *self, const char *path, GError **error)
{
  int descriptor = open (path, O_RDONLY | O_CLOEXEC);
  gboolean synced;

  if (descriptor < 0)
    return fail (self, errno, error);
  synced = fsync (descriptor) == 0 || fail (self, errno, error);
  close (descriptor);

  return synced;
}

/* Whole, and on the disk, before the old file loses its name. */
static gboolean
copy_other (Save *self, const char *backup, GError **error)
{
  g_autoptr (GFile) from = g_file_new_for_path (self->path);
  g_autoptr (GFile) to = g_file_new_for_path (backup);
  g_autoptr (GError) local_error = NULL;

  if (!g_file_copy (from, to, G_FILE_COPY_OVERWRITE | G_FILE_COPY_NOFOLLOW_SYMLINKS, NULL, NULL,
                    NULL, &local_error)) {
    g_set_error_literal (error, SL_SAVE_ERROR, SL_SAVE_ERROR_FAILED, local_error->message);
    return FALSE;
  }

  return sync_file (self, backup, error);
}

static gboolean
is_without_links (int error_number)
{
  return error_number == EPERM || error_number == ENOTSUP || error_number == ENOSYS ||
         error_number == EMLINK;
}

/* A link is made at once and whole; the old file is never without a name. Some file systems have
 * none, FAT for one. */
static gboolean
keep_other (Save *self, GError **error)
{
  g_autofree char *backup = g_strconcat (self->path, "~", NULL);

  if (!self->exists)
    return TRUE;
  if (unlink (backup) != 0 && errno != ENOENT)
    return fail (self, errno, error);

  if (link (self->path, backup) == 0)
    return TRUE;

  return is_without_links (errno) ? copy_other (self, backup, error) : fail (self, errno, error);
}

/* Some file systems can't sync a folder, and say so. */
static gboolean
sync_folder (Save *self, GError **error)
{
  int descriptor = open (self->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int result, error_number;

  if (descriptor < 0) /* a folder that can be written to, not read */
    return errno == EACCES || fail (self, errno, error);
  result = fsync (descriptor);
  error_number = errno;
  close (descriptor);

  return result == 0 || error_number == EINVAL || error_number == ENOTSUP ||
         fail (self, error_number, error);
}

static gboolean
replace (Save *self, SlSaveFlags flags, GError **error)
{
  if ((flags & SL_SAVE_KEEP_OTHER) != 0 && !keep_other (self, error))
    return FALSE;
  if (rename (self->temporary, self->path) != 0)
    return fail (self, errno, error);

  g_clear_pointer (&self->temporary, g_free);
  return sync_folder (self, error);
}

static void
save_clear (Save *self)
{
  if (self->descriptor >= 0)
    close (self->descriptor);
  if (self->temporary != NULL)
    unlink (self->temporary);
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->temporary);
  g_free (self->name);
  g_free (self->path);
  g_free (self->folder);
}

gboolean
sl_save (const char *path,
         GBytes *bytes,
         const char *const *expected,
         SlSaveFlags flags,
         GError **error)
{
  static gsize mask = 0;
  Save self = { .descriptor = -1, .lock = -1 };
  gboolean done;

  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  /* Asking for it sets it, which other threads would notice: once is enough. */
  if (g_once_init_enter (&mask))
    g_once_init_leave (&mask, get_umask () + 1);

  self.path = follow_links (path);
  self.folder = g_path_get_dirname (self.path);
  self.name = g_path_get_basename (self.path);
  done = look (&self, error) && create_temporary (&self, error) &&
         write_all (&self, bytes, error) && set_permissions (&self, (mode_t) (mask - 1), error) &&
         finish_temporary (&self, error) && check_expected (&self, expected, error) &&
         replace (&self, flags, error);
  if (done)
    sl_temporary_sweep (self.folder, self.name);
  save_clear (&self);

  return done;
}
