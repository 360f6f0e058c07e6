/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A decision record after MADR 4 (Markdown Architectural Decision Records, adr.github.io/madr),
 * to be kept beside the code that the decision is about. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "analysis/certainty.h"
#include "catalogue/translation.h"
#include "report/chart-private.h"
#include "report/report-private.h"
#include "report/sections-private.h"
#include "report/words-private.h"

/* Criteria that are named for and against an option. */
#define MAX_ARGUMENTS 3
/* Points that are worth naming: less is told as 0.0. */
#define LEAST_DIFFERENCE 0.05

typedef struct {
  SlPrint *print;
  SlAnalysis *analysis;
  const SlRanking *ranking;
  const SlEntry *first; /* nullable */
  GString *out;
  GDate today; /* of the report */
} Record;

/* ---- Markdown ---- */

/* Begins a list or a heading where it stands first in a line. */
static gboolean
opens_block (const char *text)
{
  gsize digits = strspn (text, "0123456789");

  return strchr ("-+=", text[0]) != NULL ||
         (digits > 0 && (text[digits] == '.' || text[digits] == ')'));
}

/* On one line, whatever was in it, and none of it markup. */
static void
append_text (GString *out, const char *string)
{
  g_autofree char *clean = sl_text_clean (string, SL_TEXT_MAX_PARAGRAPH);
  gsize digits = strspn (clean, "0123456789");

  if (*clean != '\0' && opens_block (clean)) {
    /* Of a number it is what follows that has to lose its meaning. */
    g_string_append_len (out, clean, (gssize) digits);
    g_string_append_c (out, '\\');
    g_string_append_c (out, clean[digits]);
    digits++;
  } else {
    digits = 0;
  }
  for (const char *p = clean + digits; *p != '\0'; p++) {
    if (strchr ("\\`*_[]<>&|~#$", *p) != NULL)
      g_string_append_c (out, '\\');
    g_string_append_c (out, *p);
  }
}

/* A string of YAML, in the double quotes that JSON has too. */
static void
append_quoted (GString *out, const char *string)
{
  g_autofree char *clean = sl_text_clean (string, SL_TEXT_MAX_CELL);

  g_string_append_c (out, '"');
  for (const char *p = clean; *p != '\0'; p++) {
    if (*p == '"' || *p == '\\')
      g_string_append_c (out, '\\');
    g_string_append_c (out, *p);
  }
  g_string_append_c (out, '"');
}

static void
add_heading (Record *self, guint level, const char *string)
{
  g_string_append (self->out, "\n");
  for (guint i = 0; i < level; i++)
    g_string_append_c (self->out, '#');
  g_string_append_c (self->out, ' ');
  append_text (self->out, string);
  g_string_append (self->out, "\n\n");
}

static void
add_paragraph (Record *self, const char *string)
{
  append_text (self->out, string);
  g_string_append (self->out, "\n\n");
}

/* What somebody wrote over several lines. */
static void
add_lines (Record *self, const char *string)
{
  g_auto (GStrv) lines = g_strsplit (string, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    g_autofree char *clean = sl_text_clean (lines[i], SL_TEXT_MAX_PARAGRAPH);

    if (*clean != '\0')
      add_paragraph (self, clean);
  }
}

static void
add_item (Record *self, const char *string)
{
  g_string_append (self->out, "* ");
  append_text (self->out, string);
  g_string_append_c (self->out, '\n');
}

/* Takes the string. */
static void
take_item (Record *self, char *string)
{
  g_autofree char *owned = string;

  add_item (self, owned);
}

/* ---- front matter ---- */

/* The words are those of MADR, which tools know. */
static void
append_status (Record *self)
{
  const SlProse *prose = self->print->options->prose;
  g_autofree char *superseded = NULL;

  if (prose == NULL || prose->outcome.status == SL_STATUS_OPEN) {
    append_quoted (self->out, "proposed");
    return;
  }
  if (prose->outcome.status == SL_STATUS_DECIDED) {
    append_quoted (self->out, "accepted");
    return;
  }
  superseded = g_strconcat ("superseded by ", prose->outcome.superseded_by, NULL);
  append_quoted (self->out, *prose->outcome.superseded_by != '\0' ? superseded : "superseded");
}

static void
append_makers (Record *self)
{
  const SlProse *prose = self->print->options->prose;

  if (prose == NULL || prose->participants->len == 0)
    return;

  g_string_append (self->out, "decision-makers:\n");
  for (guint i = 0; i < prose->participants->len; i++) {
    g_string_append (self->out, "  - ");
    append_quoted (self->out, ((const SlParticipant *) prose->participants->pdata[i])->name);
    g_string_append_c (self->out, '\n');
  }
}

static void
add_front (Record *self)
{
  const SlProse *prose = self->print->options->prose;
  const char *chosen = prose != NULL ? prose->outcome.date : NULL;
  g_autofree char *date = sl_date_to_iso8601 (self->print->options->date);

  /* A day is enough, and what MADR asks for. */
  date[strcspn (date, "T")] = '\0';
  g_string_append (self->out, "---\nstatus: ");
  append_status (self);
  g_string_append_printf (self->out, "\ndate: %s\n", chosen != NULL ? chosen : date);
  append_makers (self);
  g_string_append (self->out, "---\n");
}

/* ---- context ---- */

static void
add_facts (Record *self)
{
  const GPtrArray *facts = sl_catalogue_get_facts (self->print->catalogue);

  for (guint i = 0; i < facts->len; i++) {
    const SlFact *fact = g_ptr_array_index (facts, i);
    double value = self->print->requirements->facts[i];
    g_autofree char *words = sl_fact_describe (fact, value);

    if (fabs (value - fact->fallback) > 1e-9)
      /* Translators: a fact of the project and its value, as in «Team size: 18 engineers». */
      take_item (self, g_strdup_printf (_ ("%1$s: %2$s"), fact->name, words));
  }
}

static void
add_context (Record *self)
{
  const SlProfile *profile = self->print->options->profile;
  const SlProse *prose = self->print->options->prose;

  add_heading (self, 2, _ ("Context and Problem Statement"));
  if (prose != NULL)
    add_lines (self, prose->context);
  if (profile != NULL && profile->summary != NULL)
    add_paragraph (self, profile->summary);
  add_paragraph (self, _ ("Which backend technology, and which architecture, fits what this "
                          "project asks for? What is true of it, where it differs from any other "
                          "project:"));
  add_facts (self);
}

/* ---- drivers ---- */

static int
compare_pillars (const void *a, const void *b, void *data)
{
  const double *weights = data;
  double one = weights[(*(const SlPillar *const *) a)->index];
  double other = weights[(*(const SlPillar *const *) b)->index];

  if (one > other || one < other)
    return one > other ? -1 : 1;

  return (int) (*(const SlPillar *const *) a)->index - (int) (*(const SlPillar *const *) b)->index;
}

static char *
describe_criteria (Record *self, const SlPillar *pillar)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->ranking->n_criteria; i++) {
    g_autofree char *share = NULL;
    g_autofree char *name = NULL;

    if (self->ranking->criteria[i]->pillar != pillar || self->ranking->weights[i] <= 0)
      continue;
    share = sl_words_share (self->ranking->weights[i]);
    name = g_strdup_printf ("%s %s", self->ranking->criteria[i]->name, share);
    sl_names_append (names, name);
  }

  return g_string_free (names, FALSE);
}

static void
add_minimums (Record *self)
{
  const GPtrArray *pillars = sl_catalogue_get_pillars (self->print->catalogue);
  const GPtrArray *criteria = sl_catalogue_get_criteria (self->print->catalogue);

  for (guint i = 0; i < pillars->len + criteria->len; i++) {
    gboolean is_pillar = i < pillars->len;
    guint index = is_pillar ? i : i - pillars->len;
    double minimum = is_pillar ? self->print->requirements->pillar_minimum[index]
                               : self->print->requirements->criterion_minimum[index];
    const char *name = is_pillar
                           ? ((const SlPillar *) g_ptr_array_index (pillars, index))->name
                           : ((const SlCriterion *) g_ptr_array_index (criteria, index))->name;
    g_autofree char *number = NULL;

    if (isnan (minimum))
      continue;
    number = sl_describe_minimum (minimum);
    /* Translators: a pillar or criterion and the least value that is asked for. */
    take_item (self, g_strdup_printf (_ ("%1$s: at least %2$s of 100, or out"), name, number));
  }
}

static void
add_drivers (Record *self)
{
  const GPtrArray *all = sl_catalogue_get_pillars (self->print->catalogue);
  g_autoptr (GPtrArray) pillars = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (pillars, g_ptr_array_index (all, i));
  g_ptr_array_sort_with_data (pillars, compare_pillars, (gpointer) self->ranking->pillar_weights);

  add_heading (self, 2, _ ("Decision Drivers"));
  for (guint i = 0; i < pillars->len; i++) {
    const SlPillar *pillar = g_ptr_array_index (pillars, i);
    double weight = self->ranking->pillar_weights[pillar->index];
    g_autofree char *share = sl_words_share (weight);
    g_autofree char *criteria = NULL;

    if (weight <= 0)
      continue;
    criteria = describe_criteria (self, pillar);
    /* Translators: a pillar, its weight, and a list of its criteria with theirs. */
    take_item (self, g_strdup_printf (_ ("%1$s, %2$s: %3$s"), pillar->name, share, criteria));
  }
  add_minimums (self);
}

/* ---- options ---- */

static guint
count_options (Record *self)
{
  return sl_chart_count_rows (self->ranking);
}

static void
add_options (Record *self)
{
  guint n = count_options (self);
  guint n_others = self->ranking->n_ranked - n;

  add_heading (self, 2, _ ("Considered Options"));
  for (guint i = 0; i < n; i++) {
    const SlEntry *entry = &self->ranking->entries[i];
    g_autofree char *score = sl_words_score (entry->score);

    /* Translators: an alternative, its rank and its score. */
    take_item (self, g_strdup_printf (_ ("%1$s (rank %2$u, %3$s points)"), entry->name, entry->rank,
                                      score));
  }
  if (n_others > 0)
    take_item (self, g_strdup_printf (dngettext (GETTEXT_PACKAGE, "%u more with fewer points",
                                                 "%u more with fewer points", n_others),
                                      n_others));
  for (guint i = self->ranking->n_ranked; i < self->ranking->n_entries; i++) {
    const SlEntry *entry = &self->ranking->entries[i];

    if (self->ranking->board == SL_BOARD_PAIRINGS)
      break;
    /* Translators: %s is an alternative. */
    take_item (self, g_strdup_printf (_ ("%s (ruled out)"), entry->name));
  }
}

/* ---- outcome ---- */

static void
add_strings (Record *self, const char *format, const char *const *strings)
{
  for (guint i = 0; strings != NULL && strings[i] != NULL; i++) {
    GString *line = g_string_new (format);

    g_string_replace (line, "%s", strings[i], 1);
    take_item (self, g_string_free (line, FALSE));
  }
}

static void
add_consequences_of (Record *self, const SlAlternative *alternative)
{
  if (alternative == NULL)
    return;

  /* Translators: an item of a decision record; %s is a strength. */
  add_strings (self, _ ("Good, because: %s"), alternative->strengths);
  /* Translators: an item of a decision record; %s is a weakness. */
  add_strings (self, _ ("Bad, because: %s"), alternative->weaknesses);
  if (alternative->hiring_outlook != NULL)
    take_item (self,
               /* Translators: an item of a decision record; %s says how easy it is to hire for
                  something. */
               g_strdup_printf (_ ("Neutral, hiring outlook: %s"), alternative->hiring_outlook));
}

static void
add_consequences (Record *self)
{
  const GPtrArray *advice = sl_analysis_get_advice (self->analysis);
  const GPtrArray *companions = sl_analysis_get_companions (self->analysis);

  add_heading (self, 3, _ ("Consequences"));
  add_consequences_of (self, self->first->technology);
  add_consequences_of (self, self->first->pattern);
  for (guint i = 0; i < advice->len; i++)
    add_item (self, ((const SlAdvice *) g_ptr_array_index (advice, i))->text);
  for (guint i = 0; i < companions->len; i++) {
    const SlCompanion *companion = g_ptr_array_index (companions, i);

    take_item (self,
               /* Translators: an item of a decision record: something to have beside, and what it
                  is for. */
               g_strdup_printf (_ ("Plan for %1$s: %2$s"), companion->name, companion->summary));
  }
}

/* What was chosen need not be what comes first. */
static void
add_choice (Record *self)
{
  const SlProse *prose = self->print->options->prose;
  const char *id = prose != NULL ? prose->outcome.alternative : NULL;

  if (id == NULL)
    return;

  g_string_append (self->out, _ ("Chosen option:"));
  g_string_append (self->out, " \"");
  append_text (self->out, sl_print_find_name (self->print, id));
  g_string_append (self->out, "\".\n\n");
  add_lines (self, prose->outcome.rationale);
  if (self->first != NULL)
    add_heading (self, 3, _ ("What the Ranking Says"));
}

static gboolean
has_choice (Record *self)
{
  const SlProse *prose = self->print->options->prose;

  return prose != NULL && prose->outcome.alternative != NULL;
}

static void
take_optional_item (Record *self, char *string)
{
  if (string != NULL)
    take_item (self, string);
}

static void
add_certainty (Record *self)
{
  SlBoard board = self->ranking->board;
  g_autofree char *basis = sl_analysis_describe_certainty (self->analysis, board);
  SlCertainty certainty;

  if (!sl_analysis_get_certainty (self->analysis, board, &certainty))
    return;

  add_heading (self, 3, _ ("How Sure This Is"));
  g_string_append (self->out, "**");
  append_text (self->out, sl_certainty_get_name (certainty));
  g_string_append (self->out, ".** ");
  append_text (self->out, basis);
  g_string_append (self->out, "\n\n");
  take_optional_item (self, sl_analysis_describe_shares (self->analysis, board));
  take_optional_item (self, sl_analysis_describe_nearest_band (self->analysis, board));
  take_optional_item (self, sl_analysis_describe_doubt (self->analysis, board));
}

/* Where nobody is left. */
static void
add_ways_back (Record *self)
{
  const GArray *ways = sl_analysis_get_ways_back (self->analysis, self->ranking->board);

  if (self->ranking->n_entries == 0)
    return;
  if (ways->len == 0) {
    add_paragraph (self, _ ("Nothing that could be relaxed brings anybody back."));
    return;
  }
  add_heading (self, 3, _ ("What Would Bring Somebody Back"));
  for (guint i = 0; i < ways->len; i++)
    take_item (self, sl_way_back_describe (&g_array_index (ways, SlWayBack, i)));
}

static void
add_outcome (Record *self)
{
  const char *answer = sl_analysis_get_answer (self->analysis, self->ranking->board);
  const char *hint = sl_analysis_get_pairing_hint (self->analysis, self->ranking->board);

  add_heading (self, 2, _ ("Decision Outcome"));
  add_choice (self);
  if (self->first == NULL) {
    add_paragraph (self, answer);
    add_ways_back (self);
    return;
  }
  g_string_append (self->out, has_choice (self) ? _ ("First:") : _ ("Chosen option:"));
  g_string_append (self->out, " \"");
  append_text (self->out, self->first->name);
  g_string_append (self->out, "\". ");
  append_text (self->out, answer);
  g_string_append (self->out, "\n\n");
  if (hint != NULL)
    add_paragraph (self, hint);
  add_certainty (self);
  add_consequences (self);
  add_heading (self, 3, _ ("Confirmation"));
  add_paragraph (self, _ ("The JSON report of this decision holds all that went in and all that "
                          "came out; the command “shortlist verify” computes it again and says "
                          "whether every figure is the same."));
}

/* ---- for and against ---- */

static void
add_argument (Record *self, const char *format, guint column, double points)
{
  g_autofree char *difference = sl_describe_difference (points);
  GString *line = g_string_new (format);

  g_string_replace (line, "%1$s", self->ranking->criteria[column]->name, 1);
  g_string_replace (line, "%2$s", difference, 1);
  take_item (self, g_string_free (line, FALSE));
}

/* Of one option against another: where it is better, then where it is worse. */
static void
add_arguments (Record *self, const SlEntry *entry, const SlEntry *other)
{
  g_autoptr (SlComparison) comparison = sl_comparison_new (self->ranking, entry, other);

  for (guint i = 0; i < MIN (comparison->n_advantages, MAX_ARGUMENTS); i++) {
    guint column = comparison->advantages[i];
    double points = entry->contributions[column] - other->contributions[column];

    if (points >= LEAST_DIFFERENCE)
      /* Translators: a criterion, and the points that an option has more there than another. */
      add_argument (self, _ ("Good, because it does better on %1$s (%2$s points)"), column, points);
  }
  for (guint i = 0; i < MIN (comparison->n_drawbacks, MAX_ARGUMENTS); i++) {
    guint column = comparison->drawbacks[i];
    double points = entry->contributions[column] - other->contributions[column];

    if (points <= -LEAST_DIFFERENCE)
      /* Translators: a criterion, and the points that an option has less there than another. */
      add_argument (self, _ ("Bad, because it does worse on %1$s (%2$s points)"), column, points);
  }
}

static void
add_note (Record *self, const char *id)
{
  const SlProse *prose = self->print->options->prose;
  const char *note = prose != NULL ? sl_prose_find_note (prose, id) : NULL;

  if (note == NULL)
    return;

  g_string_append_c (self->out, '\n');
  add_lines (self, note);
}

static void
add_ranked (Record *self, const SlEntry *entry)
{
  g_autofree char *score = sl_words_score (entry->score);
  g_autofree char *line =
      /* Translators: a rank and a score. */
      g_strdup_printf (_ ("Rank %1$u, %2$s points."), entry->rank, score);

  add_heading (self, 3, entry->name);
  add_paragraph (self, line);
  if (entry != self->first)
    add_arguments (self, entry, self->first);
  else if (self->ranking->n_ranked > 1)
    add_arguments (self, entry, &self->ranking->entries[1]);
  add_note (self, entry->id);
}

static void
add_rejected (Record *self, const SlEntry *entry)
{
  add_heading (self, 3, entry->name);
  add_paragraph (self, _ ("Ruled out:"));
  for (guint i = 0; i < entry->reasons->len; i++)
    add_item (self, ((const SlReason *) g_ptr_array_index (entry->reasons, i))->text);
  take_item (self, sl_analysis_describe_relaxations (self->analysis, self->ranking->board, entry));
  add_note (self, entry->id);
}

static void
add_pros_and_cons (Record *self)
{
  add_heading (self, 2, _ ("Pros and Cons of the Options"));
  if (self->first != NULL)
    add_paragraph (self,
                   _ ("Points are those that an option has more or less than the first; of the "
                      "first, than the second."));
  for (guint i = 0; i < count_options (self); i++)
    add_ranked (self, &self->ranking->entries[i]);
  for (guint i = self->ranking->n_ranked;
       i < self->ranking->n_entries && self->ranking->board != SL_BOARD_PAIRINGS; i++)
    add_rejected (self, &self->ranking->entries[i]);
}

/* ---- people ---- */

static void
add_cell (Record *self, const char *string)
{
  append_text (self->out, string);
  g_string_append (self->out, " | ");
}

static void
add_person (Record *self, const SlPeople *people, const SlPerson *person)
{
  g_autofree char *score = sl_words_score (person->scores[person->order[0]]);
  g_autofree char *rank = g_strdup_printf ("%u", person->winner_rank);
  g_autofree char *loss = sl_words_score (person->winner_loss);

  g_string_append (self->out, "| ");
  add_cell (self, person->name);
  add_cell (self, person->first->name);
  add_cell (self, score);
  add_cell (self, rank);
  add_cell (self, loss);
  g_string_truncate (self->out, self->out->len - 1);
  g_string_append_c (self->out, '\n');
}

static void
add_people_table (Record *self, const SlPeople *people)
{
  /* Translators: head of a column: %s is an alternative. */
  g_autofree char *place = g_strdup_printf (_ ("Place of %s"), people->winner->entry->name);

  g_string_append (self->out, "\n| ");
  add_cell (self, _ ("Person"));
  /* Translators: head of a column: what somebody puts first. */
  add_cell (self, C_ ("alternative", "First"));
  add_cell (self, _ ("Points"));
  add_cell (self, place);
  /* Translators: head of a column: by how many points the group's first is behind one's own. */
  add_cell (self, _ ("Points lost"));
  g_string_truncate (self->out, self->out->len - 1);
  g_string_append (self->out, "\n| --- | --- | ---: | ---: | ---: |\n");
  for (guint i = 0; i < people->n_people; i++)
    add_person (self, people, &people->people[i]);
}

static void
add_people (Record *self)
{
  g_autoptr (SlPeople) people = sl_report_find_people (self->analysis, self->print->options);
  g_autoptr (GPtrArray) sentences = NULL;

  if (people == NULL)
    return;

  add_heading (self, 3, _ ("How People Differ"));
  sentences = sl_people_describe (people);
  for (guint i = 0; i < sentences->len; i++)
    add_item (self, g_ptr_array_index (sentences, i));
  add_people_table (self, people);
}

/* ---- when to think again ---- */

static void
add_prices (Record *self)
{
  const GArray *prices = sl_analysis_get_prices (self->analysis, self->ranking->board);

  for (guint i = 0; i < prices->len; i++) {
    const SlPrice *price = &g_array_index (prices, SlPrice, i);
    g_autofree char *requirement = g_strdup (price->reason->text);
    g_autofree char *score = NULL;

    if (price->best_name == NULL ||
        (self->first != NULL && price->best_score <= self->first->score))
      continue;
    if (g_str_has_suffix (requirement, "."))
      requirement[strlen (requirement) - 1] = '\0';
    score = sl_words_score (price->best_score);
    /* Translators: %1$s is a requirement («Security has to reach 50»), %2$s an alternative, %3$s
     * its score. */
    take_item (self, g_strdup_printf (_ ("This is no longer asked for: %1$s. Then %2$s comes back "
                                         "and is first, with %3$s points."),
                                      requirement, price->best_name, score));
  }
}

static void
add_runner_up (Record *self)
{
  const SlEntry *second = &self->ranking->entries[1];
  g_autofree char *gap = g_strdup_printf ("%.1f", self->first->score - second->score);

  take_item (self,
             /* Translators: %1$s is an alternative, %2$s a number of points. */
             g_strdup_printf (_ ("New figures move %1$s up by %2$s points or more against the "
                                 "first."),
                              second->name, gap));
}

static void
add_support (Record *self, const SlAlternative *alternative)
{
  for (guint i = 0;
       alternative != NULL && alternative->support != NULL && i < alternative->support->len; i++) {
    const SlSupportLine *line = g_ptr_array_index (alternative->support, i);
    char date[16];

    if (g_date_compare (&line->ends, &self->today) <= 0)
      continue;
    g_date_strftime (date, sizeof date, "%Y-%m-%d", &line->ends);
    /* Translators: %1$s is a line of versions of something, %2$s the day when its support ends. */
    take_item (self, g_strdup_printf (_ ("Support of %1$s ends on %2$s."), line->line, date));
  }
}

static void
add_reopening (Record *self)
{
  add_heading (self, 3, _ ("When to Reopen This Decision"));
  if (self->first != NULL && self->ranking->n_ranked > 1)
    add_runner_up (self);
  add_prices (self);
  if (self->first != NULL) {
    add_support (self, self->first->technology);
    add_support (self, self->first->pattern);
  }
  add_item (self, _ ("A fact of the project changes that a rule rests on, or what matters most "
                     "does."));
}

static void
add_information (Record *self)
{
  SlCatalogue *catalogue = self->print->catalogue;
  guint n = self->print->citations->len;
  g_autofree char *made = NULL;
  g_autofree char *sources = NULL;

  add_heading (self, 2, _ ("More Information"));
  /* Translators: the version of the program, the id and version of the catalogue, and the name of
   * a method. */
  made = g_strdup_printf (_ ("Made with Shortlist %1$s and the catalogue %2$s %3$s; method: %4$s."),
                          SL_VERSION, sl_catalogue_get_id (catalogue),
                          sl_catalogue_get_version (catalogue),
                          sl_method_get_name (self->print->requirements->method));
  add_paragraph (self, made);
  g_string_append_printf (self->out, "SHA-256: `%s`\n\n", sl_catalogue_get_sha256 (catalogue));
  sources = g_strdup_printf (
      dngettext (GETTEXT_PACKAGE, "The PDF and HTML reports list the %u source that it rests on.",
                 "The PDF and HTML reports list the %u sources that it rests on.", n),
      n);
  add_paragraph (self, sources);
  add_people (self);
  add_reopening (self);
}

static void
tidy (GString *out)
{
  g_string_replace (out, "\n\n\n", "\n\n", 0);
  while (out->len > 1 && g_str_has_suffix (out->str, "\n\n"))
    g_string_truncate (out, out->len - 1);
}

GBytes *
sl_report_to_markdown (SlAnalysis *analysis,
                       const SlReportOptions *options,
                       GCancellable *cancellable,
                       GError **error)
{
  g_auto (SlPrint) print = sl_print_new (analysis, options);
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, options->board);
  Record self = {
    &print, analysis, ranking, sl_ranking_get_first (ranking), g_string_new (NULL), { 0 },
  };

  if (g_cancellable_set_error_if_cancelled (cancellable, error)) {
    g_string_free (self.out, TRUE);
    return NULL;
  }

  g_date_set_time_t (&self.today, (time_t) options->date);
  add_front (&self);
  add_heading (&self, 1, print.title);
  add_context (&self);
  add_drivers (&self);
  add_options (&self);
  add_outcome (&self);
  add_pros_and_cons (&self);
  add_information (&self);
  tidy (self.out);

  return g_string_free_to_bytes (self.out);
}
