/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/options.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include "catalogue/number.h"
#include "cli/message.h"
#include "cli/terminal.h"

typedef struct {
  const char *key;  /* how commands name it */
  const char *name; /* how people type it; two keys may share it */
  char letter;
  GOptionArg kind;
  gsize offset;
  const char *value;
  const char *description;
} Option;

#define FLAG(field) G_OPTION_ARG_NONE, G_STRUCT_OFFSET (SlOptions, field), NULL
/* File names are what GOption passes on as they are; so nothing depends on the locale here. */
#define TEXT(field, value) G_OPTION_ARG_FILENAME, G_STRUCT_OFFSET (SlOptions, field), value
#define LIST(field, value) G_OPTION_ARG_FILENAME_ARRAY, G_STRUCT_OFFSET (SlOptions, field), value

static const Option known_options[] = {
  { "profile", "profile", 0, TEXT (profile, N_ ("ID")),
    N_ ("Start from a ready-made set of requirements; “shortlist list profiles” names them") },
  { "importance", "importance", 0, LIST (importance, N_ ("ID=N")),
    N_ ("How much a pillar or criterion matters, 0 to 10; may be repeated; “shortlist list "
        "criteria” names them") },
  { "fact", "fact", 0, LIST (facts, N_ ("ID=VALUE")),
    N_ ("What is true of the project: on, off, a number or a choice; may be repeated; “shortlist "
        "list facts” names them") },
  { "minimum", "minimum", 0, LIST (minimums, N_ ("ID=N")),
    N_ ("Rule out who is below this value of a pillar or criterion, 0 to 100, or none; may be "
        "repeated") },
  { "lock", "lock", 0, LIST (locks, N_ ("ID=PERCENT")),
    N_ ("Hold the share of a pillar or criterion in the whole, 0 to 100, or none; may be "
        "repeated") },
  { "board", "board", 0, TEXT (board, N_ ("BOARD")),
    N_ ("What to rank: technologies (default), patterns or pairings") },
  { "method", "method", 0, TEXT (method, N_ ("METHOD")),
    N_ ("additive (default), geometric, topsis, vikor or promethee") },
  { "top", "top", 0, TEXT (top, N_ ("N")), N_ ("Only the first N") },
  { "format", "format", 0, TEXT (format, N_ ("FORMAT")),
    N_ ("What to print: table (default), json or csv") },
  { "list-format", "format", 0, TEXT (format, N_ ("FORMAT")),
    N_ ("What to print: table (default) or json") },
  { "report-format", "format", 0, TEXT (format, N_ ("FORMAT")),
    N_ ("What to write where the name of the file does not say it: pdf, html, md, json, csv, svg "
        "or png") },
  { "matrix", "matrix", 0, TEXT (matrix, N_ ("FILE")), N_ ("Rank the alternatives of a CSV file") },
  { "normalisation", "normalisation", 0, TEXT (normalisation, N_ ("NAME")),
    N_ ("How to make the columns of a matrix comparable: fixed (default), minmax, ratio, max, sum, "
        "vector or none") },
  { "v", "v", 0, TEXT (v, N_ ("V")),
    N_ ("With vikor, the weight of the majority against the worst regret, 0 to 1 (default 0.5)") },
  { "samples", "samples", 0, TEXT (samples, N_ ("N")),
    N_ ("How many trials, 1 to 10,000,000 (default 10,000)") },
  { "seed", "seed", 0, TEXT (seed, N_ ("N")), N_ ("Of the random numbers (default 1)") },
  { "weights", "weights", 0, TEXT (weights, N_ ("WHICH")),
    N_ ("Which weights to consider: around (default) those given, ordinal for all in the same "
        "order, or any") },
  { "confidence", "confidence", 0, TEXT (confidence, N_ ("N")),
    N_ ("With around, how sure the weights are, 1 to 10,000: a share w has the standard deviation "
        "√(w (1 − w) / (N + 1)) (default 100)") },
  { "threads", "threads", 0, TEXT (threads, N_ ("N")),
    N_ ("How many to use, 1 to 64 (default: one a processor); changes nothing but the time") },
  { "ahp", "ahp", 0, TEXT (ahp, N_ ("FILE")),
    N_ ("Weights from the pairwise comparisons in a CSV file") },
  { "order", "order", 0, TEXT (order, N_ ("A,B,C")),
    N_ ("Weights from an order, the most important first") },
  { "roc", "roc", 0, FLAG (roc), N_ ("With --order, rank-order centroid weights (default)") },
  { "rank-sum", "rank-sum", 0, FLAG (rank_sum), N_ ("With --order, rank-sum weights") },
  { "prioritisation", "prioritisation", 0, TEXT (prioritisation, N_ ("NAME")),
    N_ ("With --ahp, eigenvector (default) or geometric-mean") },
  { "name", "name", 0, TEXT (name, N_ ("NAME")), N_ ("Whose weights these are") },
  { "add", "add", 0, LIST (add, N_ ("BALLOT")),
    N_ ("A ballot to take into the decision; may be repeated") },
  { "ballot-output", "output", 'o', TEXT (output, N_ ("FILE")),
    N_ ("Where to write the ballot, or with --add the decision") },
  { "output", "output", 'o', TEXT (output, N_ ("FILE")),
    N_ ("Where to write; what the name ends in (.pdf, .html, .md, .json, .csv, .svg or .png) says "
        "what") },
  { "paper", "paper", 0, TEXT (paper, N_ ("PAPER")), N_ ("Of a PDF: a4 (default) or letter") },
  { "locale", "locale", 0, TEXT (locale, N_ ("LOCALE")),
    N_ ("The language of the report and how its numbers look, as in de_DE.UTF-8") },
  { "catalogue", "catalogue", 0, TEXT (catalogue, N_ ("PATH")),
    N_ ("A catalogue folder or file to use instead of, or on top of, the shipped one") },
  { "help", "help", 'h', FLAG (help), N_ ("Show this help") },
};

/* Every command takes this. */
static const char *const common_options[] = { "help", NULL };

static const Option *
find_option (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (known_options); i++)
    if (strcmp (known_options[i].key, key) == 0)
      return &known_options[i];
  return NULL;
}

/* Of const Option: those that a command takes. */
static GPtrArray *
list_options (const char *const *keys)
{
  GPtrArray *options = g_ptr_array_new ();

  for (gsize i = 0; keys[i] != NULL; i++)
    g_ptr_array_add (options, (gpointer) find_option (keys[i]));
  for (gsize i = 0; common_options[i] != NULL; i++)
    g_ptr_array_add (options, (gpointer) find_option (common_options[i]));
  return options;
}

static GArray *
make_entries (SlOptions *self, const GPtrArray *options)
{
  GArray *entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  for (guint i = 0; i < options->len; i++) {
    const Option *option = g_ptr_array_index (options, i);
    GOptionEntry entry = {
      .long_name = option->name,
      .short_name = option->letter,
      .arg = option->kind,
      .arg_data = (char *) self + option->offset,
    };

    g_array_append_val (entries, entry);
  }
  g_array_append_val (entries, ((GOptionEntry) { G_OPTION_REMAINING, 0, 0,
                                                 G_OPTION_ARG_FILENAME_ARRAY, &self->arguments }));
  return entries;
}

/* Whether what comes after the argument is its value, even if it begins with a hyphen. */
static gboolean
takes_next (const GPtrArray *options, const char *argument)
{
  for (guint i = 0; i < options->len; i++) {
    const Option *option = g_ptr_array_index (options, i);

    if (option->kind == G_OPTION_ARG_NONE)
      continue;
    if (g_str_has_prefix (argument, "--") ? strcmp (argument + 2, option->name) == 0
                                          : argument[1] == option->letter && argument[2] == '\0')
      return TRUE;
  }
  return FALSE;
}

/* GOption says only that there was an option that it does not know. */
static void
complain_unknown_option (const SlCommand *command, const GPtrArray *options, char **argv)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < options->len; i++)
    g_ptr_array_add (names, (gpointer) ((const Option *) g_ptr_array_index (options, i))->name);
  g_ptr_array_add (names, NULL);

  for (gsize i = 1; argv[i] != NULL && strcmp (argv[i], "--") != 0; i++) {
    g_autofree char *name = NULL;
    const char *nearest;

    if (argv[i][0] != '-' || argv[i][1] == '\0')
      continue;
    if (takes_next (options, argv[i])) {
      i += argv[i + 1] != NULL;
      continue;
    }
    name = g_strndup (argv[i], strcspn (argv[i], "="));
    if (g_str_has_prefix (name, "--") &&
        g_strv_contains ((const char *const *) names->pdata, name + 2))
      continue;
    if (find_option (name + strspn (name, "-")) != NULL)
      sl_complain_usage (command, _ ("“shortlist %s” has no %s"), command->name, name);
    else if ((nearest = sl_find_nearest (name + strspn (name, "-"),
                                         (const char *const *) names->pdata)) != NULL)
      sl_complain_usage (command, _ ("unknown option “%s”: did you mean “--%s”?"), name, nearest);
    else
      sl_complain_usage (command, _ ("unknown option “%s”"), name);
    return;
  }
}

SlOptions *
sl_options_parse (const SlCommand *command, char **argv)
{
  g_autoptr (SlOptions) self = g_new0 (SlOptions, 1);
  g_autoptr (GPtrArray) options = list_options (command->options);
  g_autoptr (GArray) entries = make_entries (self, options);
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  /* GOption takes out what it has read; the strings themselves stay where they are. */
  g_autofree char **rest = g_memdup2 (argv, (g_strv_length (argv) + 1) * sizeof *argv);
  int argc = (int) g_strv_length (rest);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, (gpointer) entries->data, NULL);
  if (g_option_context_parse (context, &argc, &rest, &error))
    return g_steal_pointer (&self);
  if (g_error_matches (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
    complain_unknown_option (command, options, argv);
  else
    sl_complain_usage (command, "%s", error->message);
  return NULL;
}

void
sl_options_free (SlOptions *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (known_options); i++) {
    gpointer field = (char *) self + known_options[i].offset;

    if (known_options[i].kind == G_OPTION_ARG_FILENAME)
      g_clear_pointer ((char **) field, g_free);
    else if (known_options[i].kind == G_OPTION_ARG_FILENAME_ARRAY)
      g_clear_pointer ((char ***) field, g_strfreev);
  }
  g_strfreev (self->arguments);
  g_free (self);
}

guint
sl_options_count_arguments (const SlOptions *self)
{
  return self->arguments != NULL ? g_strv_length (self->arguments) : 0;
}

const char *
sl_options_find_given (const SlOptions *self, const char *const *keys)
{
  for (gsize i = 0; keys[i] != NULL; i++) {
    const Option *option = find_option (keys[i]);
    gconstpointer field = (const char *) self + option->offset;

    if (option->kind == G_OPTION_ARG_NONE ? *(const gboolean *) field
                                          : *(const gconstpointer *) field != NULL)
      return option->name;
  }
  return NULL;
}

void
sl_options_describe (const char *const *keys, GString *out)
{
  g_autoptr (GPtrArray) options = list_options (keys);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  guint width = 0;

  for (guint i = 0; i < options->len; i++) {
    const Option *option = g_ptr_array_index (options, i);
    GString *label = g_string_new ("  ");

    if (option->letter != 0)
      g_string_append_printf (label, "-%c, ", option->letter);
    g_string_append_printf (label, "--%s", option->name);
    if (option->value != NULL)
      g_string_append_printf (label, " %s", _ (option->value));
    width = MAX (width, sl_terminal_measure (label->str));
    g_ptr_array_add (labels, g_string_free (label, FALSE));
  }
  for (guint i = 0; i < options->len; i++) {
    const Option *option = g_ptr_array_index (options, i);
    const char *label = g_ptr_array_index (labels, i);

    sl_terminal_append_padded (out, label, width + 2, SL_ALIGN_START);
    sl_terminal_append_wrapped (out, _ (option->description), width + 2, width + 2, SL_HELP_WIDTH);
  }
}

int
sl_options_choose (const SlCommand *command,
                   const char *option,
                   const char *value,
                   const char *const *known,
                   int fallback)
{
  g_autofree char *clause = NULL;

  if (value == NULL)
    return fallback;
  for (int i = 0; known[i] != NULL; i++)
    if (strcmp (value, known[i]) == 0)
      return i;
  /* Translators: an option (--format) and what was given to it */
  clause = g_strdup_printf (_ ("--%s does not know “%s”"), option, value);
  sl_complain_unknown (command, clause, value, known, NULL);
  return -1;
}

gboolean
sl_options_parse_number (const SlCommand *command,
                         const char *what,
                         const char *text,
                         double low,
                         double high,
                         double *number)
{
  g_autoptr (GString) from = g_string_new (NULL);
  g_autoptr (GString) to = g_string_new (NULL);

  if (sl_number_parse (text, number) && *number >= low && *number <= high)
    return TRUE;
  sl_number_append (from, low);
  sl_number_append (to, high);
  /* Translators: an option, with the id it is about: «--importance talent»; then the bounds */
  sl_complain_usage (command, _ ("%s: expected a number from %s to %s, found “%s”"), what,
                     from->str, to->str, text);
  return FALSE;
}

gboolean
sl_options_parse_whole (const SlCommand *command,
                        const char *what,
                        const char *text,
                        guint64 low,
                        guint64 high,
                        guint64 *number)
{
  double value;

  if (!sl_options_parse_number (command, what, text, (double) low, (double) high, &value))
    return FALSE;
  if (value > floor (value)) {
    sl_complain_usage (command, _ ("%s: expected a whole number, found “%s”"), what, text);
    return FALSE;
  }
  *number = (guint64) value;
  return TRUE;
}
