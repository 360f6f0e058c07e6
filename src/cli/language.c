/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/language.h"

#include <locale.h>
#include <string.h>
#include "report/report.h"

#define MAX_NAME 60

/* A name, not a path to files of one's own: it may come out of a file. */
static gboolean
is_name (const char *name)
{
  static const char allowed[] = G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "_.@-";
  gsize length = strlen (name);

  return length > 0 && length <= MAX_NAME && strspn (name, allowed) == length && name[0] != '.';
}

/* Without a character set UTF-8 is meant. */
static gboolean
set_category (int category, const char *name)
{
  g_autofree char *with_set = g_strconcat (name, ".UTF-8", NULL);

  if (!is_name (name))
    return FALSE;
  if (strchr (name, '.') == NULL && setlocale (category, with_set) != NULL)
    return TRUE;

  return setlocale (category, name) != NULL;
}

gboolean
sl_set_locale (const char *name)
{
  if (!set_category (LC_ALL, name))
    return FALSE;
  /* It would go before the locale. */
  g_unsetenv ("LANGUAGE");
  return TRUE;
}

void
sl_set_locales (const char *messages, const char *numeric, const char *language)
{
  g_autofree char *code = g_strdelimit (g_strdup (language), "-", '_');

  set_category (LC_MESSAGES, messages);
  set_category (LC_NUMERIC, numeric);
  g_unsetenv ("LANGUAGE");
  /* Somebody may have had a list of languages. */
  if (is_name (code) && strcmp (sl_report_get_language (), language) != 0)
    g_setenv ("LANGUAGE", code, TRUE);
}
