/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What people are told on standard error. Control characters that came with a file are replaced, so
 * that a file cannot drive the terminal. */

#include "cli/command.h"

G_BEGIN_DECLS

/* «shortlist: …», and where to read more: the help of the command, or the general one if NULL. */
SlExit sl_complain_usage (const SlCommand *command, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Wrong usage: what is not known (a whole clause), the nearest of the NULL-terminated `known`, and
 * which command line lists them all (nullable: then all are named). */
SlExit sl_complain_unknown (const SlCommand *command,
                            const char *clause,
                            const char *id,
                            const char *const *known,
                            const char *lister);

/* Each line of an error that came from reading or writing; the status that it stands for. */
SlExit sl_complain_error (const GError *error);

/* A line as it is. */
void sl_complain (const char *line);

/* «shortlist: warning: …»; does not change the exit status. */
void sl_warn (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* A copy fit for a terminal: valid UTF-8, control characters replaced, line ends as blanks. */
char *sl_make_printable (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* The one of the NULL-terminated list that `text` was most likely meant to be; NULL if none is
 * near. */
const char *sl_find_nearest (const char *text, const char *const *known);

G_END_DECLS
