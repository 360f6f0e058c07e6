/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "cli/message.h"

static gboolean
write_all (int stream, const char *data, gsize length)
{
  while (length > 0) {
    gssize written = write (stream, data, length);

    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0)
      return FALSE;
    data += written;
    length -= (gsize) written;
  }
  return TRUE;
}

static SlExit
complain (const char *name, const char *reason)
{
  g_autoptr (GError) error = NULL;

  /* Translators: a file, and why («No space left on device») */
  g_set_error (&error, G_FILE_ERROR, G_FILE_ERROR_FAILED, _ ("%s: could not be written: %s"), name,
               reason);
  return sl_complain_error (error);
}

SlExit
sl_output_print (const char *data, gsize length)
{
  if (!write_all (STDOUT_FILENO, data, length))
    return complain (_ ("standard output"), g_strerror (errno));
  return SL_EXIT_DONE;
}

SlExit
sl_output_print_json (SlJsonWriter *json)
{
  g_autoptr (GBytes) bytes = sl_json_writer_finish (json);

  return sl_output_save ("-", bytes);
}

/* A pipe or a device cannot be replaced, only written to. */
static SlExit
save_to_device (const char *path, const char *data, gsize length)
{
  int stream = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  int problem = 0;

  if (stream == -1)
    return complain (path, g_strerror (errno));
  if (!write_all (stream, data, length))
    problem = errno;
  if (close (stream) != 0 && problem == 0)
    problem = errno;
  return problem != 0 ? complain (path, g_strerror (problem)) : SL_EXIT_DONE;
}

SlExit
sl_output_save (const char *path, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (GError) error = NULL;
  /* The file that a link stands for is replaced, not the link. */
  char *target = NULL;
  GStatBuf status;
  int mode = 0666;
  gboolean saved;

  if (strcmp (path, "-") == 0)
    return sl_output_print (data, length);
  if (g_stat (path, &status) != 0) {
    int problem = errno;

    /* A link that leads nowhere is not for replacing either. */
    if (g_lstat (path, &status) == 0 && S_ISLNK (status.st_mode))
      return complain (path, g_strerror (problem));
  } else {
    if (S_ISDIR (status.st_mode))
      return complain (path, g_strerror (EISDIR));
    if (!S_ISREG (status.st_mode))
      return save_to_device (path, data, length);
    mode = status.st_mode & 0777;
    target = realpath (path, NULL);
  }
  saved = g_file_set_contents_full (target != NULL ? target : path, data, (gssize) length,
                                    G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                    mode, &error);
  free (target);
  return saved ? SL_EXIT_DONE : complain (path, error->message);
}

gboolean
sl_output_parse_format (const SlCommand *command, const SlOptions *options, SlPrintFormat *format)
{
  static const char *const formats[] = { "table", "json", "csv", NULL };
  int chosen = sl_options_choose (command, "format", options->format, formats, SL_PRINT_TABLE);

  if (chosen == -1)
    return FALSE;
  *format = (SlPrintFormat) chosen;
  return TRUE;
}

SlExit
sl_output_print_as (const SlPrinter *printer, SlPrintFormat format, gconstpointer result)
{
  switch (format) {
  case SL_PRINT_JSON:
    return printer->json (result);
  case SL_PRINT_CSV:
    return printer->csv (result);
  case SL_PRINT_TABLE:
  default:
    return printer->table (result);
  }
}
