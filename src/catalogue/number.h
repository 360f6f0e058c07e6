/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Numbers in files and on the command line, with a decimal point whatever the locale; and how many
 * decimals to show people. */

#include <glib.h>

G_BEGIN_DECLS

/* A decimal number with nothing but blanks around it, of a size that can be computed with
 * (SL_LARGEST_NUMBER). Neither hexadecimal nor «inf» nor «nan» is one. */
gboolean sl_number_parse (const char *text, double *number);

/* The shortest decimal number that reads back as the same. */
void sl_number_append (GString *out, double number);

#define SL_NUMBER_MAX_DECIMALS 3
/* How many decimals it takes to show all of a number, at most SL_NUMBER_MAX_DECIMALS. */
int sl_number_count_decimals (double number);

G_END_DECLS
