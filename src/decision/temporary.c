/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file without a name (O_TMPFILE) would leave nothing behind, but can only be linked where
 * nothing is yet, and not on every file system: what takes the place of another file needs a name
 * first. */

#include "config.h"

#include "temporary-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* Not «.name.XXXXXX», as other programs have it, so that theirs are left alone. */
#define MARK ".shortlist-"
#define N_RANDOM 6
#define MAX_NAME 200 /* bytes of the real name in it, for a file system's 255 */
#define ATTEMPTS 10

static char *
make_prefix (const char *name)
{
  return g_strdup_printf (".%.*s" MARK, MAX_NAME, name);
}

/* Between creating and locking it someone may have taken it for one that was left. */
static gboolean
lock_new (int descriptor, int *lock)
{
  struct stat status;

  *lock = -1;
  if (flock (descriptor, LOCK_EX | LOCK_NB) != 0)
    return errno != EWOULDBLOCK;
  if (fstat (descriptor, &status) == 0 && status.st_nlink == 0)
    return FALSE;

  /* It goes with the last descriptor, and writing ends before the file has its place. */
  *lock = fcntl (descriptor, F_DUPFD_CLOEXEC, 0);
  return TRUE;
}

int
sl_temporary_new (const char *folder, const char *name, char **path, int *lock)
{
  g_autofree char *prefix = make_prefix (name);
  g_autofree char *file = g_strconcat (prefix, "XXXXXX", NULL);

  for (guint i = 0; i < ATTEMPTS; i++) {
    g_autofree char *candidate = g_build_filename (folder, file, NULL);
    int descriptor = g_mkstemp_full (candidate, O_RDWR | O_CLOEXEC, 0600);

    if (descriptor < 0)
      return -1;
    if (lock_new (descriptor, lock)) {
      *path = g_steal_pointer (&candidate);
      return descriptor;
    }
    close (descriptor);
  }

  errno = EAGAIN;
  return -1;
}

static gboolean
is_left (int descriptor)
{
  struct stat status;

  return fstat (descriptor, &status) == 0 && S_ISREG (status.st_mode) && status.st_nlink == 1 &&
         status.st_uid == geteuid () && flock (descriptor, LOCK_EX | LOCK_NB) == 0;
}

/* The lock is held until it is gone, so that nobody who takes the name meanwhile loses it. */
static void
remove_if_left (const char *path)
{
  int descriptor = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);

  if (descriptor < 0)
    return;
  if (is_left (descriptor))
    unlink (path);
  close (descriptor);
}

void
sl_temporary_sweep (const char *folder, const char *name)
{
  g_autofree char *prefix = make_prefix (name);
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *entry;

  while (directory != NULL && (entry = g_dir_read_name (directory)) != NULL) {
    g_autofree char *path = NULL;

    if (!g_str_has_prefix (entry, prefix) || strlen (entry) != strlen (prefix) + N_RANDOM)
      continue;
    path = g_build_filename (folder, entry, NULL);
    remove_if_left (path);
  }
}
