/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "decision/ballot.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "cli/message.h"
#include "cli/output.h"
#include "cli/requirements.h"
#include "report/report.h"

/* ---- a ballot of somebody ---- */

/* A name that a file can hold: as it was typed it may be anything. */
static char *
clean_name (const SlCommand *self, const char *typed)
{
  g_autofree char *name = NULL;

  if (!g_utf8_validate (typed, -1, NULL)) {
    sl_complain_usage (self, _ ("--name: expected a text in UTF-8, found “%s”"), typed);
    return NULL;
  }
  name = g_strstrip (g_strdup (typed));
  if (*name == '\0') {
    sl_complain_usage (self, _ ("--name: expected a name"));
    return NULL;
  }
  return g_steal_pointer (&name);
}

static char *
make_day (void)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_local (sl_report_date ());

  return g_date_time_format (date, "%Y-%m-%d");
}

static SlExit
write_ballot (const SlCommand *self, const SlOptions *options)
{
  g_autofree char *name = clean_name (self, options->name);
  g_autofree char *day = make_day ();
  g_autoptr (SlDecision) decision = NULL;
  g_autoptr (SlImportance) importance = NULL;
  g_autoptr (SlBallot) ballot = NULL;
  g_autoptr (GBytes) bytes = NULL;
  SlExit status = SL_EXIT_USAGE;

  if (name == NULL)
    return SL_EXIT_USAGE;
  decision = sl_options_load_decision_of (self, options, name, &status);
  if (decision == NULL)
    return status;
  importance = sl_importance_new_for_requirements (sl_decision_get_requirements (decision));
  ballot = sl_ballot_new (options->arguments != NULL ? sl_decision_get_title (decision) : "", name,
                          importance, day);
  bytes = sl_ballot_to_bytes (ballot);
  return sl_output_save (options->output, bytes);
}

/* ---- ballots into a decision ---- */

static SlExit
take_ballot (SlDecision *decision, const char *path)
{
  SlExit status = SL_EXIT_DONE;
  g_autoptr (GBytes) bytes = sl_read_input (path, &status);
  g_autoptr (SlBallot) ballot = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *move = NULL;
  g_autofree char *line = NULL;
  const char *name = sl_get_input_name (path);

  if (bytes == NULL)
    return status;
  ballot = sl_ballot_new_for_bytes (sl_decision_get_catalogue (decision),
                                    sl_decision_get_profile (decision), bytes, name, &error);
  if (ballot == NULL)
    return sl_complain_error (error);
  move = sl_ballot_describe_move (ballot);
  if (move != NULL)
    /* Translators: a file, and a sentence about it */
    sl_warn (_ ("%s: %s"), name, move);
  if (sl_decision_take_ballot (decision, ballot))
    return SL_EXIT_DONE;
  /* Translators: a file with a ballot, and a number */
  line = g_strdup_printf (_ ("%s: expected a decision with fewer than %d participants"), name,
                          SL_PARTICIPANTS_MAX);
  sl_complain (line);
  return SL_EXIT_INPUT;
}

static SlExit
add_ballots (const SlCommand *self, const SlOptions *options)
{
  static const char *const others[] = { "name", "profile", "importance", NULL };
  const char *other = sl_options_find_given (options, others);
  g_autoptr (SlDecision) decision = NULL;
  g_autoptr (GBytes) bytes = NULL;
  SlExit status = SL_EXIT_DONE;

  if (other != NULL)
    return sl_complain_usage (self, _ ("--%s does not go with --add"), other);
  if (options->arguments == NULL)
    return sl_complain_usage (self, _ ("expected a decision to take ballots in"));
  decision = sl_options_load_decision (self, options, &status);
  if (decision == NULL)
    return status;
  /* All that is wrong with any of them, and nothing is written then. */
  for (gsize i = 0; options->add[i] != NULL; i++) {
    SlExit one = take_ballot (decision, options->add[i]);

    status = MAX (status, one);
  }
  if (status != SL_EXIT_DONE)
    return status;
  bytes = sl_decision_state_to_bytes (sl_decision_get_state (decision));
  return sl_output_save (options->output, bytes);
}

/* ---- the command ---- */

static SlExit
run (const SlCommand *self, const SlOptions *options)
{
  if (options->output == NULL || options->output[0] == '\0')
    return sl_complain_usage (self, _ ("expected --output with the file to write"));
  if (options->add != NULL)
    return add_ballots (self, options);
  if (options->name != NULL)
    return write_ballot (self, options);
  return sl_complain_usage (self, _ ("expected --name, or --add with a ballot"));
}

static const char *const ballot_options[] = {
  "catalogue", "name", "profile", "importance", "add", "ballot-output", NULL,
};

static const char *const ballot_examples[] = {
  "shortlist ballot payments.shortlist --name Ana --importance security=9 \\\n"
  "      --output ana.ballot",
  N_ ("What matters to Ana: as in the decision, but for security."),
  "shortlist ballot payments.shortlist --add ana.ballot --output voted.shortlist",
  N_ ("The decision with Ana’s weights in it."),
  NULL,
};

const SlCommand sl_ballot_command = {
  .name = "ballot",
  .synopsis = "[FILE] --name NAME [OPTION]… --output FILE\n"
              "FILE --add BALLOT… --output FILE",
  .summary = N_ ("Write what matters to one person to a file, or take such files in"),
  .description =
      N_ ("A ballot is a file with the weights of one person for a decision. It begins with what "
          "that person has in the decision, or else with the decision’s own weights; options go on "
          "top.\n\n"
          "With --add ballots are taken into the decision: the participant of that name gets these "
          "weights, or there is one more. Facts, minimums and the method stay the decision’s, for "
          "everyone. A ballot of another catalogue moves to that of the decision by ids, with a "
          "warning. If anything is wrong with one of them nothing is written."),
  .options = ballot_options,
  .examples = ballot_examples,
  .run = run,
};
