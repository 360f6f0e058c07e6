/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/number.h"

#include <math.h>
#include <string.h>
#include "scoring/scoring.h"

/* What is no further than this from a whole number is one. */
#define WHOLE 1e-9

gboolean
sl_number_parse (const char *text, double *number)
{
  const char *start = text + strspn (text, " \t");
  gsize length = strspn (start, "+-.0123456789eE");
  const char *end = start + length;
  char *stop = NULL;
  double value;

  if (length == 0 || end[strspn (end, " \t")] != '\0')
    return FALSE;
  value = g_ascii_strtod (start, &stop);
  if (stop != end || !isfinite (value) || fabs (value) > SL_LARGEST_NUMBER)
    return FALSE;
  *number = value;
  return TRUE;
}

void
sl_number_append (GString *out, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  for (int digits = 15; digits <= 17; digits++) {
    char format[] = "%.15g";

    format[3] = (char) ('0' + digits % 10);
    /* Zero has no sign here: what reads it as an integer would lose it. */
    g_ascii_formatd (buffer, sizeof buffer, format, number == 0 ? 0 : number);
    if (g_ascii_strtod (buffer, NULL) == number)
      break;
  }
  g_string_append (out, buffer);
}

int
sl_number_count_decimals (double number)
{
  int decimals = 0;

  while (decimals < SL_NUMBER_MAX_DECIMALS && fabs (number - round (number)) > WHOLE) {
    number *= 10;
    decimals++;
  }
  return decimals;
}
