/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/message.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include "catalogue/json-input.h"

/* Longer lists are not spelled out. */
#define MAX_NAMED 12

char *
sl_make_printable (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *printable = g_string_sized_new (128);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (c == '\n' || c == '\t' || c == '\r')
      g_string_append_c (printable, ' ');
    else if (g_unichar_iscntrl (c))
      g_string_append (printable, "\xef\xbf\xbd");
    else
      g_string_append_unichar (printable, c);
  }
  return g_string_free (printable, FALSE);
}

/* UTF-8 whatever the locale's character set is: the names in a catalogue are not ASCII, and a
 * question mark in their place helps nobody. */
static void
print_line (const char *prefix, const char *text)
{
  g_autofree char *printable = sl_make_printable (text);

  fprintf (stderr, "%s%s\n", prefix, printable);
}

SlExit
sl_complain_usage (const SlCommand *command, const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *help = NULL;
  g_autofree char *hint = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  print_line ("shortlist: ", text);

  if (command != NULL)
    help = g_strdup_printf ("shortlist %s --help", command->name);
  else
    help = g_strdup ("shortlist --help");
  /* Translators: %s is a command line */
  hint = g_strdup_printf (_ ("See “%s”."), help);
  print_line ("", hint);
  return SL_EXIT_USAGE;
}

SlExit
sl_complain_unknown (const SlCommand *command,
                     const char *clause,
                     const char *id,
                     const char *const *known,
                     const char *lister)
{
  const char *nearest = sl_find_nearest (id, known);
  g_autofree char *all = NULL;

  if (lister != NULL && nearest != NULL)
    /* Translators: the first %s is a clause such as «unknown profile “sas”», the last a command
     * line */
    return sl_complain_usage (command, _ ("%s: did you mean “%s”? (“%s” lists them)"), clause,
                              nearest, lister);
  all = g_strjoinv (", ", (char **) known);
  if (lister != NULL && g_strv_length ((char **) known) > MAX_NAMED)
    /* Translators: the first %s is a clause such as «unknown profile “sas”», the last a command
     * line */
    return sl_complain_usage (command, _ ("%s (“%s” lists them)"), clause, lister);
  if (nearest != NULL)
    /* Translators: the first %s is a clause such as «unknown format “jsn”» */
    return sl_complain_usage (command, _ ("%s: did you mean “%s”?"), clause, nearest);
  /* Translators: the first %s is a clause such as «unknown format “jsn”», the second a list */
  return sl_complain_usage (command, _ ("%s: expected one of %s"), clause, all);
}

SlExit
sl_complain_error (const GError *error)
{
  g_auto (GStrv) lines = g_strsplit (error->message, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0')
      print_line ("", lines[i]);
  if (error->domain == G_FILE_ERROR || error->domain == G_IO_ERROR ||
      g_error_matches (error, SL_INPUT_ERROR, SL_INPUT_ERROR_READ))
    return SL_EXIT_IO;
  return SL_EXIT_INPUT;
}

void
sl_complain (const char *line)
{
  print_line ("", line);
}

void
sl_warn (const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* Translators: before every warning of a command; %s is a sentence */
  line = g_strdup_printf (_ ("shortlist: warning: %s"), text);
  print_line ("", line);
}
