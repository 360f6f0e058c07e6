/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What was said on the command line. One table holds every option of the program; a command names
 * those that it takes by their keys. */

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SlCommand SlCommand;

/* Texts are as they were typed: not checked, perhaps not UTF-8; NULL where nothing was said. */
typedef struct {
  gboolean help;
  char *catalogue;
  char **arguments; /* what is not an option; nullable */

  char *profile;
  char **importance; /* lists of ID=VALUE; nullable */
  char **facts;
  char **minimums;
  char **locks;
  char *method;
  char *board;
  char *top;
  char *format;

  char *matrix;
  char *normalisation;
  char *v;

  char *samples;
  char *seed;
  char *weights;
  char *confidence;
  char *threads;

  char *ahp;
  char *order;
  gboolean roc;
  gboolean rank_sum;
  char *prioritisation;

  char *name;
  char **add; /* files; nullable */

  char *output;
  char *paper;
  char *locale;
} SlOptions;

/* `argv` ends with NULL; its first element is skipped. NULL after a complaint about wrong usage. */
SlOptions *sl_options_parse (const SlCommand *command, char **argv) G_GNUC_WARN_UNUSED_RESULT;
void sl_options_free (SlOptions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlOptions, sl_options_free)

/* The number of arguments that are not options. */
guint sl_options_count_arguments (const SlOptions *self);
/* The name of the first of these that was given; else NULL. `keys` is NULL-terminated. */
const char *sl_options_find_given (const SlOptions *self, const char *const *keys);

/* A line for each of the options, with --help at the end. */
void sl_options_describe (const char *const *keys, GString *out);

/* The index of `value` in the NULL-terminated list, `fallback` if it is NULL; -1 after a complaint.
 */
int sl_options_choose (const SlCommand *command,
                       const char *option,
                       const char *value,
                       const char *const *known,
                       int fallback);

/* A number within low..high; FALSE after a complaint. */
gboolean sl_options_parse_number (const SlCommand *command,
                                  const char *what,
                                  const char *text,
                                  double low,
                                  double high,
                                  double *number);

/* A whole one. */
gboolean sl_options_parse_whole (const SlCommand *command,
                                 const char *what,
                                 const char *text,
                                 guint64 low,
                                 guint64 high,
                                 guint64 *number);

G_END_DECLS
