/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

/* Narrower terminals get lines that they break themselves. */
#define MIN_WIDTH 40

guint
sl_terminal_get_width (void)
{
  struct winsize size;

  if (isatty (STDOUT_FILENO) && ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return MAX (size.ws_col, MIN_WIDTH);
  return SL_HELP_WIDTH;
}

static guint
measure_character (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

guint
sl_terminal_measure (const char *text)
{
  guint width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    width += measure_character (g_utf8_get_char (at));
  return width;
}

char *
sl_terminal_shorten (const char *text, guint width)
{
  const char *at = text;
  guint used = 0;

  if (sl_terminal_measure (text) <= width)
    return g_strdup (text);
  for (; *at != '\0'; at = g_utf8_next_char (at)) {
    guint cells = measure_character (g_utf8_get_char (at));

    if (used + cells + 1 > width)
      break;
    used += cells;
  }
  return g_strdup_printf ("%.*s…", (int) (at - text), text);
}

void
sl_terminal_append_padded (GString *out, const char *text, guint width, SlAlign align)
{
  guint used = sl_terminal_measure (text);
  int padding = used < width ? (int) (width - used) : 0;

  if (align == SL_ALIGN_END)
    g_string_append_printf (out, "%*s%s", padding, "", text);
  else
    g_string_append_printf (out, "%s%*s", text, padding, "");
}

void
sl_terminal_append_wrapped (GString *out, const char *text, guint column, guint indent, guint width)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  gboolean first = TRUE;

  for (gsize i = 0; words[i] != NULL; i++) {
    guint cells = sl_terminal_measure (words[i]);

    if (cells == 0)
      continue;
    if (!first && column + 1 + cells > width) {
      g_string_append_printf (out, "\n%*s", (int) indent, "");
      column = indent;
    } else if (!first) {
      g_string_append_c (out, ' ');
      column++;
    }
    g_string_append (out, words[i]);
    column += cells;
    first = FALSE;
  }
  g_string_append_c (out, '\n');
}
