/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "catalogue/translation.h"

const char *
sl_pgettext (const char *text, gsize offset)
{
  const char *translated = dgettext (GETTEXT_PACKAGE, text);

  return translated == text ? text + offset : translated;
}

const char *
sl_pgettext_marked (const char *context, const char *text)
{
  g_autofree char *both = g_strconcat (context, "\004", text, NULL);
  const char *translated = dgettext (GETTEXT_PACKAGE, both);

  return translated == both ? text : translated;
}
