/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "file-name.h"

/* Characters. A name has 255 bytes at most, and a character up to four. */
#define MAX_LENGTH 60

char *
sl_suggest_file_name (const char *title, const char *extension)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (title != NULL && extension != NULL, NULL);

  name = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), MAX_LENGTH));
  g_strdelimit (name, "/\\:*?\"<>|\n\r\t", '-');

  return g_strdup_printf ("%s.%s", name, extension);
}
