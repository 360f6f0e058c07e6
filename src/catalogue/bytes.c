/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading files, pipes and standard input, whole and bounded. */

#include "config.h"
#include "catalogue/bytes-private.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "catalogue/json-input.h"
#include "catalogue/translation.h"

G_DEFINE_QUARK (sl-input-error-quark, sl_input_error)

static gboolean
fail_to_read (const char *name, int error_number, GError **error)
{
  g_set_error (error, SL_INPUT_ERROR, SL_INPUT_ERROR_READ, "%s: %s", name,
               g_strerror (error_number));
  return FALSE;
}

gboolean
sl_input_fail_too_large (const char *name, GError **error)
{
  g_set_error (error, SL_INPUT_ERROR, SL_INPUT_ERROR_INVALID, _ ("%s: expected at most %d MiB"),
               name, SL_JSON_MAX_BYTES / (1024 * 1024));
  return FALSE;
}

/* A pipe or a device does not tell its size, and a file may grow: what counts is what arrives. */
static gboolean
read_all (int descriptor, const char *name, GByteArray *bytes, GError **error)
{
  guint8 block[64 * 1024];
  struct stat status;

  if (fstat (descriptor, &status) != 0)
    return fail_to_read (name, errno, error);
  if (S_ISDIR (status.st_mode))
    return fail_to_read (name, EISDIR, error);
  if (S_ISREG (status.st_mode) && status.st_size > SL_JSON_MAX_BYTES)
    return sl_input_fail_too_large (name, error);
  for (;;) {
    gssize n = read (descriptor, block, sizeof block);

    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return fail_to_read (name, errno, error);
    if (n == 0)
      return TRUE;
    if (bytes->len + (gsize) n > SL_JSON_MAX_BYTES)
      return sl_input_fail_too_large (name, error);
    g_byte_array_append (bytes, block, (guint) n);
  }
}

GBytes *
sl_input_read (const char *path, GError **error)
{
  gboolean standard = g_strcmp0 (path, "-") == 0;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *name = NULL;
  int descriptor = STDIN_FILENO;
  gboolean done;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  name = standard ? g_strdup (_ ("standard input")) : g_filename_display_name (path);
  if (!standard)
    descriptor = open (path, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    fail_to_read (name, errno, error);
    return NULL;
  }
  done = read_all (descriptor, name, bytes, error);
  if (!standard)
    close (descriptor);
  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
