/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every edit changes what it should and nothing else, once, and is one step that can be undone. */

#include "fixture.h"

#include "decision/ballot.h"

#include <string.h>

/* A document, and how often each of its properties has notified since it was last asked. */
typedef struct {
  SlCatalogue *catalogue;
  SlDecision *decision;
  GHashTable *notified;
} Edits;

static void
notify_cb (GObject *object, GParamSpec *pspec, gpointer data)
{
  Edits *self = data;
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->notified, pspec->name));

  g_hash_table_insert (self->notified, (gpointer) pspec->name, GUINT_TO_POINTER (count + 1));
}

static int
setup (void **state)
{
  Edits *self = g_new0 (Edits, 1);

  self->catalogue = fixture_farm ();
  self->decision = sl_decision_new (self->catalogue);
  self->notified = g_hash_table_new (g_str_hash, g_str_equal);
  g_signal_connect (self->decision, "notify", G_CALLBACK (notify_cb), self);
  *state = self;
  return 0;
}

static int
teardown (void **state)
{
  Edits *self = *state;

  fixture_finalize (self->decision);
  g_hash_table_unref (self->notified);
  sl_catalogue_unref (self->catalogue);
  g_free (self);
  return 0;
}

/* ---- what there is to change ---- */

/* All numbers of requirements in a row, by name. */
typedef struct {
  GPtrArray *names;
  GArray *numbers; /* of double */
} Numbers;

static void
add_number (Numbers *self, const char *kind, const char *id, double number)
{
  g_ptr_array_add (self->names, g_strdup_printf ("%s %s", kind, id));
  g_array_append_val (self->numbers, number);
}

static Numbers *
numbers_new (SlRequirements *requirements)
{
  const GPtrArray *pillars = sl_catalogue_get_pillars (requirements->catalogue);
  const GPtrArray *criteria = sl_catalogue_get_criteria (requirements->catalogue);
  const GPtrArray *facts = sl_catalogue_get_facts (requirements->catalogue);
  Numbers *self = g_new0 (Numbers, 1);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (double));
  add_number (self, "the", "method", requirements->method);
  for (guint i = 0; i < pillars->len; i++) {
    const char *id = ((const SlPillar *) g_ptr_array_index (pillars, i))->id;

    add_number (self, "importance", id, requirements->pillar_importance[i]);
    add_number (self, "minimum", id, requirements->pillar_minimum[i]);
    add_number (self, "lock", id, requirements->pillar_lock[i]);
  }
  for (guint i = 0; i < criteria->len; i++) {
    const char *id = ((const SlCriterion *) g_ptr_array_index (criteria, i))->id;

    add_number (self, "importance", id, requirements->criterion_importance[i]);
    add_number (self, "minimum", id, requirements->criterion_minimum[i]);
    add_number (self, "lock", id, requirements->criterion_lock[i]);
  }
  for (guint i = 0; i < facts->len; i++)
    add_number (self, "fact", ((const SlFact *) g_ptr_array_index (facts, i))->id,
                requirements->facts[i]);
  add_number (self, "the", "overrides", requirements->overrides->len);

  return self;
}

static void
numbers_free (Numbers *self)
{
  g_ptr_array_unref (self->names);
  g_array_unref (self->numbers);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Numbers, numbers_free)

/* «importance speed=7, fact rain=1»: the numbers of `after` that `before` does not have. */
static char *
describe_changes (const Numbers *before, const Numbers *after)
{
  g_autoptr (GString) text = g_string_new (NULL);

  assert_int_equal (before->numbers->len, after->numbers->len);
  for (guint i = 0; i < after->numbers->len; i++) {
    double one = g_array_index (before->numbers, double, i);
    double other = g_array_index (after->numbers, double, i);
    const char *name = g_ptr_array_index (after->names, i);

    if (isnan (one) ? isnan (other) : one >= other && one <= other)
      continue;
    g_string_append_printf (text, "%s%s=%g", text->len > 0 ? ", " : "", name, other);
  }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* «(6 4/5 3 5 3 2)»: of pillars, then criteria; nothing where there are no weights. */
static void
append_importance (GString *text, SlImportance *importance)
{
  if (importance == NULL)
    return;

  for (guint i = 0; i < sl_catalogue_get_pillars (importance->catalogue)->len; i++)
    g_string_append_printf (text, "%s%g", i > 0 ? " " : "(", importance->pillar[i]);
  for (guint i = 0; i < sl_catalogue_get_criteria (importance->catalogue)->len; i++)
    g_string_append_printf (text, "%s%g", i > 0 ? " " : "/", importance->criterion[i]);
  g_string_append_c (text, ')');
}

/* «why|Ann,Bo|ant: Good.|decided ant because 2026-11-28 by » */
static char *
describe_prose (const SlProse *prose)
{
  g_autoptr (GString) text = g_string_new (prose->context);

  g_string_append_c (text, '|');
  for (guint i = 0; i < prose->participants->len; i++) {
    const SlParticipant *participant = g_ptr_array_index (prose->participants, i);

    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", participant->name);
    append_importance (text, participant->importance);
  }
  g_string_append_c (text, '|');
  for (guint i = 0; i < prose->notes->len; i++) {
    const SlNote *note = g_ptr_array_index (prose->notes, i);

    g_string_append_printf (text, "%s%s: %s", i > 0 ? "," : "", note->alternative, note->text);
  }
  g_string_append_printf (text, "|%d %s %s %s %s", prose->outcome.status,
                          prose->outcome.alternative != NULL ? prose->outcome.alternative : "-",
                          prose->outcome.rationale,
                          prose->outcome.date != NULL ? prose->outcome.date : "-",
                          prose->outcome.superseded_by);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static guint
count (Edits *self, const char *property)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->notified, property));
}

/* ---- one edit ---- */

typedef void (*Edit) (Edits *self);

/* Which of the document's own properties an edit is to notify of. */
typedef struct {
  gboolean title;
  gboolean prose;
  gboolean profile;
  gboolean requirements;
} Expected;

static void
expect_notified (Edits *self, Expected expected)
{
  assert_int_equal (count (self, "title"), expected.title);
  assert_int_equal (count (self, "prose"), expected.prose);
  assert_int_equal (count (self, "profile"), expected.profile);
  assert_int_equal (count (self, "requirements"), expected.requirements);
  assert_int_equal (count (self, "can-undo"), 1);
  assert_int_equal (count (self, "can-redo"), 1);
  assert_int_equal (count (self, "undo-label"), 1);
  assert_int_equal (count (self, "redo-label"), 1);
  g_hash_table_remove_all (self->notified);
}

static void
expect_text (Edits *self, const char *expected)
{
  g_autofree char *text = fixture_text (self->decision);

  assert_string_equal (text, expected);
}

/* What the edit did, and that the requirements from before it are as they were. */
static void
expect_changes (Edits *self, SlRequirements *held, const Numbers *before, const char *changes)
{
  g_autoptr (Numbers) after = numbers_new (sl_decision_get_requirements (self->decision));
  g_autoptr (Numbers) still = numbers_new (held);
  g_autofree char *found = describe_changes (before, after);
  g_autofree char *found_in_held = describe_changes (before, still);

  assert_string_equal (found, changes);
  assert_string_equal (found_in_held, "");
}

/* Makes an edit from whatever state the document is in, checks what it did, makes it again in vain,
 * undoes it and redoes it. `changes` is as describe_changes() has it. */
static void
expect_edit (Edits *self, Edit edit, const char *label, const char *changes)
{
  g_autoptr (SlRequirements) first =
      sl_requirements_ref (sl_decision_get_requirements (self->decision));
  g_autoptr (Numbers) before = numbers_new (first);
  g_autofree char *title = g_strdup (sl_decision_get_title (self->decision));
  g_autofree char *prose = describe_prose (sl_decision_get_prose (self->decision));
  g_autofree char *prose_after = NULL;
  const SlProfile *profile = sl_decision_get_profile (self->decision);
  g_autofree char *start = fixture_text (self->decision);
  g_autofree char *end = NULL;
  Expected expected;

  g_hash_table_remove_all (self->notified);
  edit (self);
  end = fixture_text (self->decision);
  assert_string_not_equal (start, end);
  expect_changes (self, first, before, changes);
  expected.title = !g_str_equal (title, sl_decision_get_title (self->decision));
  prose_after = describe_prose (sl_decision_get_prose (self->decision));
  expected.prose = !g_str_equal (prose, prose_after);
  expected.profile = profile != sl_decision_get_profile (self->decision);
  expected.requirements =
      !sl_requirements_equal (first, sl_decision_get_requirements (self->decision));
  expect_notified (self, expected);
  assert_true (sl_decision_get_can_undo (self->decision));
  assert_false (sl_decision_get_can_redo (self->decision));
  assert_string_equal (sl_decision_get_undo_label (self->decision), label);
  assert_null (sl_decision_get_redo_label (self->decision));

  edit (self);
  expect_text (self, end);
  assert_int_equal (g_hash_table_size (self->notified), 0);

  sl_decision_undo (self->decision);
  expect_text (self, start);
  assert_string_equal (sl_decision_get_redo_label (self->decision), label);
  expect_notified (self, expected);

  sl_decision_redo (self->decision);
  expect_text (self, end);
  assert_string_equal (sl_decision_get_undo_label (self->decision), label);
  expect_notified (self, expected);
}

static void
expect_nothing (Edits *self, Edit edit)
{
  g_autofree char *start = fixture_text (self->decision);
  g_autofree char *end = NULL;
  gboolean could_undo = sl_decision_get_can_undo (self->decision);

  g_hash_table_remove_all (self->notified);
  edit (self);
  end = fixture_text (self->decision);
  assert_string_equal (start, end);
  assert_int_equal (g_hash_table_size (self->notified), 0);
  assert_int_equal (sl_decision_get_can_undo (self->decision), could_undo);
}

/* Edits as functions of nothing else. */
#define EDIT(name, call)                                                                           \
  static void name (Edits *self)                                                                   \
  {                                                                                                \
    call;                                                                                          \
  }

EDIT (speed_to_7, fixture_set_importance (self->decision, "speed", 7))
EDIT (speed_to_12, fixture_set_importance (self->decision, "speed", 12))
EDIT (speed_below_0, fixture_set_importance (self->decision, "speed", -3))
EDIT (speed_as_it_is, fixture_set_importance (self->decision, "speed", 6))
EDIT (quick_to_8_5, fixture_set_importance (self->decision, "quick", 8.5))
EDIT (quick_to_100, fixture_set_importance (self->decision, "quick", 100))
EDIT (quick_below_0, fixture_set_importance (self->decision, "quick", -0.1))
EDIT (quick_as_it_is, fixture_set_importance (self->decision, "quick", 5))
EDIT (rain_on, fixture_set_fact (self->decision, "rain", 1))
EDIT (rain_off, fixture_set_fact (self->decision, "rain", 0))
EDIT (rain_to_5, fixture_set_fact (self->decision, "rain", 5))
EDIT (rain_a_little, fixture_set_fact (self->decision, "rain", 0.4))
EDIT (heads_to_12_5, fixture_set_fact (self->decision, "heads", 12.5))
EDIT (heads_to_200, fixture_set_fact (self->decision, "heads", 200))
EDIT (heads_to_0, fixture_set_fact (self->decision, "heads", 0))
EDIT (winter, fixture_set_fact (self->decision, "season", 2))
EDIT (nearly_winter, fixture_set_fact (self->decision, "season", 1.6))
EDIT (after_winter, fixture_set_fact (self->decision, "season", 3))
EDIT (spring, fixture_set_fact (self->decision, "season", 0))
EDIT (before_spring, fixture_set_fact (self->decision, "season", -1))
EDIT (care_at_least_50, fixture_set_minimum (self->decision, "care", 50))
EDIT (care_at_least_130, fixture_set_minimum (self->decision, "care", 130))
EDIT (care_at_least_minus_1, fixture_set_minimum (self->decision, "care", -1))
EDIT (care_at_least_infinity, fixture_set_minimum (self->decision, "care", INFINITY))
EDIT (care_without_minimum, fixture_set_minimum (self->decision, "care", NAN))
EDIT (tidy_at_least_62_5, fixture_set_minimum (self->decision, "tidy", 62.5))
EDIT (tidy_at_least_101, fixture_set_minimum (self->decision, "tidy", 101))
EDIT (tidy_at_least_minus_5, fixture_set_minimum (self->decision, "tidy", -5))
EDIT (tidy_without_minimum, fixture_set_minimum (self->decision, "tidy", NAN))
EDIT (care_locked_at_a_quarter, fixture_set_lock (self->decision, "care", 0.25))
EDIT (care_locked_at_two, fixture_set_lock (self->decision, "care", 2))
EDIT (care_locked_below_0, fixture_set_lock (self->decision, "care", -0.5))
EDIT (care_unlocked, fixture_set_lock (self->decision, "care", NAN))
EDIT (tidy_locked_at_a_tenth, fixture_set_lock (self->decision, "tidy", 0.1))
EDIT (tidy_locked_at_infinity, fixture_set_lock (self->decision, "tidy", INFINITY))
EDIT (tidy_locked_below_0, fixture_set_lock (self->decision, "tidy", -1))
EDIT (tidy_unlocked, fixture_set_lock (self->decision, "tidy", NAN))
EDIT (by_topsis, sl_decision_set_method (self->decision, SL_METHOD_TOPSIS))
EDIT (by_adding, sl_decision_set_method (self->decision, SL_METHOD_ADDITIVE))
EDIT (call_it_plan, sl_decision_set_title (self->decision, "Plan"))
EDIT (call_it_nothing, sl_decision_set_title (self->decision, ""))
EDIT (profile_hard,
      sl_decision_apply_profile (self->decision, fixture_profile (self->catalogue, "hard")))
EDIT (profile_twin,
      sl_decision_apply_profile (self->decision, fixture_profile (self->catalogue, "twin")))
EDIT (profile_plain,
      sl_decision_apply_profile (self->decision, fixture_profile (self->catalogue, "plain")))
EDIT (reset, sl_decision_reset (self->decision))
EDIT (equalise, sl_decision_equalise (self->decision))
EDIT (ant_is_calm, fixture_override (self->decision, "ant", "calm", 90))
EDIT (ant_is_loud, fixture_override (self->decision, "ant", "calm", 0))
EDIT (hut_is_calm, fixture_override (self->decision, "hut", "calm", 90))
EDIT (ant_as_it_is,
      sl_decision_clear_override (self->decision,
                                  fixture_alternative (self->catalogue, "ant"),
                                  fixture_criterion (self->catalogue, "calm")))

static void
set_outcome (Edits *self,
             SlStatus status,
             const char *alternative,
             const char *rationale,
             const char *date,
             const char *superseded_by)
{
  const SlOutcome outcome = { status, alternative, rationale, date, superseded_by };

  sl_decision_set_outcome (self->decision, &outcome);
}

EDIT (say_why, sl_decision_set_context (self->decision, "Why?\nBecause."))
EDIT (say_nothing, sl_decision_set_context (self->decision, ""))
EDIT (ann_and_bo,
      sl_decision_set_participants (self->decision,
                                    (const char *[]) { " Ann ", "", "Bo", "  ", NULL }))
EDIT (nobody, sl_decision_set_participants (self->decision, (const char *[]) { NULL }))
EDIT (ant_is_good, sl_decision_set_note (self->decision, "ant", "Good."))
EDIT (ant_is_better, sl_decision_set_note (self->decision, "ant", "Better."))
EDIT (ant_and_hut, sl_decision_set_note (self->decision, "ant+hut", "Both."))
EDIT (elk_is_gone, sl_decision_set_note (self->decision, "elk", "Not here."))
EDIT (ant_is_nothing, sl_decision_set_note (self->decision, "ant", ""))
EDIT (bee_is_nothing, sl_decision_set_note (self->decision, "bee", ""))
EDIT (take_the_ant, set_outcome (self, SL_STATUS_DECIDED, "ant", "First.", "2024-02-29", ""))
EDIT (take_no_ant, set_outcome (self, SL_STATUS_SUPERSEDED, NULL, "", NULL, "B"))
EDIT (take_none, set_outcome (self, SL_STATUS_OPEN, NULL, "", NULL, ""))

/* What the document says then. */
static void
expect_prose (Edits *self, const char *expected)
{
  g_autofree char *found = describe_prose (sl_decision_get_prose (self->decision));

  assert_string_equal (found, expected);
}

static void
test_prose (void **state)
{
  Edits *self = *state;

  expect_prose (self, "|||0 -  - ");
  expect_nothing (self, say_nothing);
  expect_nothing (self, nobody);
  expect_nothing (self, bee_is_nothing);
  expect_nothing (self, take_none);
  expect_edit (self, say_why, "Context", "");
  expect_edit (self, ann_and_bo, "Participants", "");
  expect_edit (self, ant_is_good, "Note on Ant", "");
  expect_edit (self, ant_and_hut, "Note on Ant, in the hut", "");
  expect_edit (self, elk_is_gone, "Note on elk", "");
  expect_edit (self, take_the_ant, "Outcome", "");
  expect_prose (self, "Why?\nBecause.|Ann,Bo|ant: Good.,ant+hut: Both.,elk: Not here.|"
                      "1 ant First. 2024-02-29 ");
  assert_string_equal (sl_prose_find_note (sl_decision_get_prose (self->decision), "ant+hut"),
                       "Both.");
  assert_null (sl_prose_find_note (sl_decision_get_prose (self->decision), "bee"));

  expect_edit (self, ant_is_better, "Note on Ant", "");
  expect_edit (self, take_no_ant, "Outcome", "");
  expect_prose (self, "Why?\nBecause.|Ann,Bo|ant: Better.,ant+hut: Both.,elk: Not here.|2 -  - B");
  expect_edit (self, ant_is_nothing, "Note on Ant", "");
  expect_edit (self, take_none, "Outcome", "");
  expect_edit (self, nobody, "Participants", "");
  expect_edit (self, say_nothing, "Context", "");
  expect_prose (self, "||ant+hut: Both.,elk: Not here.|0 -  - ");
}

/* ---- participants with weights ---- */

static SlImportance *
make_importance (Edits *self, double pillar, double criterion)
{
  const double pillars[] = { pillar, pillar };
  const double criteria[] = { criterion, criterion, criterion, criterion, criterion };

  return sl_importance_new (self->catalogue, pillars, criteria);
}

static void
weigh_all (Edits *self, guint index, double pillar, double criterion)
{
  g_autoptr (SlImportance) importance = make_importance (self, pillar, criterion);

  sl_decision_set_participant_importance (self->decision, index, importance);
}

static void
take_ballot (Edits *self, const char *name, double pillar, const char *date)
{
  g_autoptr (SlImportance) importance = make_importance (self, pillar, 1);
  g_autoptr (SlBallot) ballot = sl_ballot_new ("Barn", name, importance, date);

  assert_true (sl_decision_take_ballot (self->decision, ballot));
}

static void
use_for_all (Edits *self, double pillar, double criterion)
{
  g_autoptr (SlImportance) importance = make_importance (self, pillar, criterion);

  sl_decision_set_importance (self->decision, importance);
}

EDIT (ann_bo_and_ann,
      sl_decision_set_participants (self->decision, (const char *[]) { "Ann", "Bo", "Ann", NULL }))
EDIT (ann_cares,
      sl_decision_set_participant_pillar_importance (self->decision,
                                                     0,
                                                     fixture_pillar (self->catalogue, "care"),
                                                     7.5))
EDIT (ann_wants_calm,
      sl_decision_set_participant_criterion_importance (self->decision,
                                                        0,
                                                        fixture_criterion (self->catalogue, "calm"),
                                                        12))
EDIT (other_ann_wants_nothing, weigh_all (self, 2, 0, -3))
EDIT (bo_wants_all, weigh_all (self, 1, 11, 10))
EDIT (bo_is_cy, sl_decision_rename_participant (self->decision, 1, " Cy\n"))
EDIT (bo_is_nobody, sl_decision_rename_participant (self->decision, 1, " \t "))
EDIT (ann_without, sl_decision_set_participant_importance (self->decision, 0, NULL))
EDIT (in_another_order,
      sl_decision_set_participants (self->decision, (const char *[]) { "Cy", "Ann", NULL }))
EDIT (ballot_of_cy, take_ballot (self, "Cy", 3, "2026-11-02"))
EDIT (ballot_of_dee, take_ballot (self, "Dee ", 4, NULL))
EDIT (use_2_and_3, use_for_all (self, 2, 3))

static const SlParticipant *
get_participant (Edits *self, guint index)
{
  return g_ptr_array_index (sl_decision_get_prose (self->decision)->participants, index);
}

static void
test_weights_of_participants (void **state)
{
  Edits *self = *state;

  fixture_set_importance (self->decision, "speed", 1);
  expect_edit (self, ann_bo_and_ann, "Participants", "");
  /* They start with the decision's. */
  expect_edit (self, ann_cares, "Weights of Ann", "");
  expect_prose (self, "|Ann(1 7.5/5 3 5 3 2),Bo,Ann||0 -  - ");
  expect_edit (self, ann_wants_calm, "Weights of Ann", "");
  expect_edit (self, other_ann_wants_nothing, "Weights of Ann", "");
  expect_edit (self, bo_wants_all, "Weights of Bo", "");
  expect_prose (self,
                "|Ann(1 7.5/5 3 10 3 2),Bo(10 10/10 10 10 10 10),Ann(0 0/0 0 0 0 0)||0 -  - ");
  assert_int_equal (strlen (get_participant (self, 0)->date), strlen ("2026-11-28"));
  expect_edit (self, bo_is_cy, "Participants", "");
  expect_nothing (self, bo_is_nobody);
  /* Weights go with the name, the first with the first. */
  expect_edit (self, in_another_order, "Participants", "");
  expect_prose (self, "|Cy(10 10/10 10 10 10 10),Ann(1 7.5/5 3 10 3 2)||0 -  - ");
  sl_decision_undo (self->decision);
  expect_edit (self, ann_without, "Weights of Ann", "");
  assert_null (get_participant (self, 0)->date);
  expect_prose (self, "|Ann,Cy(10 10/10 10 10 10 10),Ann(0 0/0 0 0 0 0)||0 -  - ");
}

static void
test_ballots_of_participants (void **state)
{
  Edits *self = *state;

  expect_edit (self, ann_bo_and_ann, "Participants", "");
  expect_edit (self, ballot_of_cy, "Ballot of Cy", "");
  expect_edit (self, ballot_of_dee, "Ballot of Dee", "");
  expect_prose (self, "|Ann,Bo,Ann,Cy(3 3/1 1 1 1 1),Dee(4 4/1 1 1 1 1)||0 -  - ");
  assert_string_equal (get_participant (self, 3)->date, "2026-11-02");
  assert_null (get_participant (self, 4)->date);
  take_ballot (self, "Ann", 5, "2026-11-03");
  expect_prose (self, "|Ann(5 5/1 1 1 1 1),Bo,Ann,Cy(3 3/1 1 1 1 1),Dee(4 4/1 1 1 1 1)||0 -  - ");
}

static void
test_use_importance (void **state)
{
  Edits *self = *state;

  fixture_set_lock (self->decision, "care", 0.25);
  expect_edit (self, use_2_and_3, "Weights",
               "importance speed=2, importance care=2, importance quick=3, importance calm=3, "
               "importance tidy=3");
}

static void
test_add_and_remove_participants (void **state)
{
  Edits *self = *state;
  g_autoptr (SlImportance) importance = make_importance (self, 1, 1);
  g_autoptr (SlBallot) ballot = sl_ballot_new ("", "Zed", importance, NULL);

  assert_true (sl_decision_add_participant (self->decision, " Ann "));
  assert_true (sl_decision_add_participant (self->decision, "Ann"));
  weigh_all (self, 1, 2, 3);
  assert_false (sl_decision_add_participant (self->decision, " \n "));
  expect_prose (self, "|Ann,Ann(2 2/3 3 3 3 3)||0 -  - ");
  sl_decision_remove_participant (self->decision, 0);
  expect_prose (self, "|Ann(2 2/3 3 3 3 3)||0 -  - ");
  sl_decision_undo (self->decision);
  expect_prose (self, "|Ann,Ann(2 2/3 3 3 3 3)||0 -  - ");

  for (guint i = 2; i < SL_PARTICIPANTS_MAX; i++)
    assert_true (sl_decision_add_participant (self->decision, "Bo"));
  assert_false (sl_decision_add_participant (self->decision, "Cy"));
  assert_false (sl_decision_take_ballot (self->decision, ballot));
  assert_int_equal (sl_decision_get_prose (self->decision)->participants->len, SL_PARTICIPANTS_MAX);
}

/* The drag of a slider of theirs is one step. */
static void
test_drag_of_a_participant (void **state)
{
  Edits *self = *state;
  const SlPillar *care = fixture_pillar (self->catalogue, "care");
  guint index = 9;

  assert_true (sl_decision_add_participant (self->decision, "Ann"));
  assert_true (sl_prose_find_participant (sl_decision_get_prose (self->decision), "Ann", &index));
  assert_int_equal (index, 0);
  assert_false (sl_prose_find_participant (sl_decision_get_prose (self->decision), "An", &index));
  sl_decision_begin_step (self->decision);
  for (guint i = 1; i <= 9; i++)
    sl_decision_set_participant_pillar_importance (self->decision, 0, care, i);
  sl_decision_end_step (self->decision);
  expect_prose (self, "|Ann(6 9/5 3 5 3 2)||0 -  - ");
  sl_decision_undo (self->decision);
  expect_prose (self, "|Ann||0 -  - ");
}

static void
test_importance (void **state)
{
  Edits *self = *state;

  expect_nothing (self, speed_as_it_is);
  expect_nothing (self, quick_as_it_is);
  expect_edit (self, speed_to_7, "Speed", "importance speed=7");
  expect_edit (self, speed_to_12, "Speed", "importance speed=10");
  expect_edit (self, speed_below_0, "Speed", "importance speed=0");
  expect_edit (self, quick_to_8_5, "Quick", "importance quick=8.5");
  expect_edit (self, quick_to_100, "Quick", "importance quick=10");
  expect_edit (self, quick_below_0, "Quick", "importance quick=0");
}

static void
test_facts (void **state)
{
  Edits *self = *state;

  expect_nothing (self, rain_off);
  expect_nothing (self, rain_a_little);
  expect_edit (self, rain_to_5, "Rain", "fact rain=1");
  expect_nothing (self, rain_on);
  expect_edit (self, rain_off, "Rain", "fact rain=0");
  expect_edit (self, heads_to_12_5, "Heads", "fact heads=12.5");
  expect_edit (self, heads_to_200, "Heads", "fact heads=100");
  expect_edit (self, heads_to_0, "Heads", "fact heads=1");
  expect_edit (self, nearly_winter, "Season", "fact season=2");
  expect_nothing (self, winter);
  expect_nothing (self, after_winter);
  expect_edit (self, spring, "Season", "fact season=0");
  expect_nothing (self, before_spring);
}

static void
test_minimums (void **state)
{
  Edits *self = *state;

  expect_nothing (self, care_without_minimum);
  expect_nothing (self, tidy_without_minimum);
  expect_edit (self, care_at_least_50, "Minimum of Care", "minimum care=50");
  expect_edit (self, care_at_least_130, "Minimum of Care", "minimum care=100");
  expect_nothing (self, care_at_least_infinity);
  expect_edit (self, care_at_least_minus_1, "Minimum of Care", "minimum care=0");
  expect_edit (self, care_without_minimum, "Minimum of Care", "minimum care=nan");
  expect_edit (self, tidy_at_least_62_5, "Minimum of Tidy", "minimum tidy=62.5");
  expect_edit (self, tidy_at_least_101, "Minimum of Tidy", "minimum tidy=100");
  expect_edit (self, tidy_at_least_minus_5, "Minimum of Tidy", "minimum tidy=0");
  expect_edit (self, tidy_without_minimum, "Minimum of Tidy", "minimum tidy=nan");
}

static void
test_method_and_title (void **state)
{
  Edits *self = *state;

  expect_nothing (self, by_adding);
  /* TOPSIS is the third of the methods. */
  expect_edit (self, by_topsis, "Method", "the method=2");
  expect_edit (self, call_it_plan, "Title", "");
  assert_string_equal (sl_decision_get_title (self->decision), "Plan");
  expect_edit (self, call_it_nothing, "Title", "");
  assert_string_equal (sl_decision_get_title (self->decision), "");
}

static void
test_locks (void **state)
{
  Edits *self = *state;

  expect_nothing (self, care_unlocked);
  expect_nothing (self, tidy_unlocked);
  expect_edit (self, care_locked_at_a_quarter, "Lock of Care", "lock care=0.25");
  expect_nothing (self, care_locked_at_a_quarter);
  expect_edit (self, care_locked_at_two, "Lock of Care", "lock care=1");
  expect_edit (self, care_locked_below_0, "Lock of Care", "lock care=0");
  expect_edit (self, care_unlocked, "Lock of Care", "lock care=nan");
  expect_edit (self, tidy_locked_at_a_tenth, "Lock of Tidy", "lock tidy=0.1");
  expect_edit (self, tidy_locked_at_infinity, "Lock of Tidy", "lock tidy=1");
  expect_edit (self, tidy_locked_below_0, "Lock of Tidy", "lock tidy=0");
  expect_edit (self, tidy_unlocked, "Lock of Tidy", "lock tidy=nan");
}

/* Equal importances are for those that nothing holds; what a profile says holds for all. */
static void
test_what_lifts_locks (void **state)
{
  Edits *self = *state;

  expect_edit (self, care_locked_at_a_quarter, "Lock of Care", "lock care=0.25");
  equalise (self);
  assert_near (sl_decision_get_requirements (self->decision)->pillar_lock[1], 0.25);
  reset (self);
  assert_true (isnan (sl_decision_get_requirements (self->decision)->pillar_lock[1]));
  expect_edit (self, tidy_locked_at_a_tenth, "Lock of Tidy", "lock tidy=0.1");
  expect_edit (self, profile_twin, "Twin", "lock tidy=nan");
}

static void
test_title_property (void **state)
{
  Edits *self = *state;
  g_autofree char *title = NULL;

  g_object_set (self->decision, "title", "By property", NULL);
  assert_string_equal (sl_decision_get_title (self->decision), "By property");
  assert_int_equal (count (self, "title"), 1);
  g_object_set (self->decision, "title", "By property", NULL);
  assert_int_equal (count (self, "title"), 1);
  g_object_get (self->decision, "title", &title, NULL);
  assert_string_equal (title, "By property");
}

static void
test_profiles (void **state)
{
  Edits *self = *state;

  expect_nothing (self, profile_plain);
  expect_nothing (self, reset);
  /* The same requirements, another name for them. */
  expect_edit (self, profile_twin, "Twin", "");
  assert_ptr_equal (sl_decision_get_profile (self->decision),
                    fixture_profile (self->catalogue, "twin"));
  expect_edit (self, profile_hard, "Hard",
               "minimum speed=20, importance care=9, importance wide=0.5, minimum calm=30, "
               "importance tidy=10, fact rain=1, fact season=2, fact heads=99");
  assert_ptr_equal (sl_decision_get_profile (self->decision),
                    fixture_profile (self->catalogue, "hard"));
}

/* A profile says what matters and what is true. The rest is the team's. */
static void
test_profile_keeps_the_rest (void **state)
{
  Edits *self = *state;
  const SlOverride *override;

  call_it_plan (self);
  by_topsis (self);
  ant_is_calm (self);
  expect_edit (self, profile_hard, "Hard",
               "minimum speed=20, importance care=9, importance wide=0.5, minimum calm=30, "
               "importance tidy=10, fact rain=1, fact season=2, fact heads=99");
  assert_string_equal (sl_decision_get_title (self->decision), "Plan");
  override = sl_requirements_find_override (sl_decision_get_requirements (self->decision),
                                            fixture_alternative (self->catalogue, "ant"),
                                            fixture_criterion (self->catalogue, "calm"));
  assert_non_null (override);
  assert_near (override->mode, 90);
}

static void
test_reset (void **state)
{
  Edits *self = *state;

  profile_hard (self);
  by_topsis (self);
  ant_is_calm (self);
  speed_to_7 (self);
  rain_off (self);
  care_at_least_50 (self);
  expect_edit (self, reset, "Reset", "importance speed=6, minimum care=nan, fact rain=1");
  assert_ptr_equal (sl_decision_get_profile (self->decision),
                    fixture_profile (self->catalogue, "hard"));
}

static void
test_equalise (void **state)
{
  Edits *self = *state;

  /* Quick and Calm are 5 as it is. */
  expect_edit (self, equalise, "Equalise",
               "importance speed=5, importance care=5, importance wide=5, importance safe=5, "
               "importance tidy=5");
}

static void
test_overrides (void **state)
{
  Edits *self = *state;
  const SlAlternative *ant = fixture_alternative (self->catalogue, "ant");
  const SlAlternative *hut = fixture_alternative (self->catalogue, "hut");
  const SlCriterion *calm = fixture_criterion (self->catalogue, "calm");
  const SlCriterion *safe = fixture_criterion (self->catalogue, "safe");
  SlRequirements *requirements;
  const SlOverride *override;

  expect_nothing (self, ant_as_it_is);
  expect_edit (self, ant_is_calm, "Calm of Ant", "the overrides=1");
  expect_edit (self, hut_is_calm, "Calm of Hut", "the overrides=2");
  /* In the place of the first, not beside it. */
  expect_edit (self, ant_is_loud, "Calm of Ant", "");

  requirements = sl_decision_get_requirements (self->decision);
  override = sl_requirements_find_override (requirements, ant, calm);
  assert_non_null (override);
  assert_ptr_equal (override->alternative, ant);
  assert_ptr_equal (override->criterion, calm);
  assert_near (override->low, 0);
  assert_near (override->mode, 0);
  assert_near (override->high, 100);
  assert_string_equal (override->reason, "We tried.");
  assert_near (sl_requirements_find_override (requirements, hut, calm)->mode, 90);
  assert_null (sl_requirements_find_override (requirements, ant, safe));

  expect_edit (self, ant_as_it_is, "Calm of Ant", "the overrides=1");
  assert_null (
      sl_requirements_find_override (sl_decision_get_requirements (self->decision), ant, calm));
  assert_non_null (
      sl_requirements_find_override (sl_decision_get_requirements (self->decision), hut, calm));
}

/* Any part of an override is a change of it. */
static void
test_override_parts (void **state)
{
  static const struct {
    double low, mode, high;
    const char *reason;
  } parts[] = {
    { 10, 20, 30, "So." }, { 11, 20, 30, "So." }, { 11, 21, 30, "So." },
    { 11, 21, 31, "So." }, { 11, 21, 31, "No." },
  };
  Edits *self = *state;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    for (guint twice = 0; twice < 2; twice++)
      sl_decision_set_override (self->decision, fixture_alternative (self->catalogue, "bee"),
                                fixture_criterion (self->catalogue, "safe"), parts[i].low,
                                parts[i].mode, parts[i].high, parts[i].reason);
    assert_int_equal (count (self, "requirements"), i + 1);
  }
}

/* ---- the start ---- */

static void
test_new (void **state)
{
  static const double criterion_importance[] = { 5, 3, 5, 3, 2 };
  static const double facts[] = { 0, 1, 10, 0 }; /* no rain, summer, ten heads, no wolves */
  Edits *self = *state;
  SlRequirements *requirements = sl_decision_get_requirements (self->decision);

  assert_string_equal (sl_decision_get_title (self->decision), "New Decision");
  assert_ptr_equal (sl_decision_get_profile (self->decision),
                    fixture_profile (self->catalogue, "plain"));
  assert_ptr_equal (sl_decision_get_catalogue (self->decision), self->catalogue);
  assert_int_equal (requirements->method, SL_METHOD_ADDITIVE);
  assert_near (requirements->pillar_importance[0], 6);
  assert_near (requirements->pillar_importance[1], 4);
  for (guint i = 0; i < 5; i++) {
    assert_near (requirements->criterion_importance[i], criterion_importance[i]);
    assert_true (isnan (requirements->criterion_minimum[i]));
  }
  for (guint i = 0; i < 4; i++)
    assert_near (requirements->facts[i], facts[i]);
  assert_true (isnan (requirements->pillar_minimum[0]));
  assert_true (isnan (requirements->pillar_minimum[1]));
  assert_int_equal (requirements->overrides->len, 0);

  assert_false (sl_decision_get_modified (self->decision));
  assert_false (sl_decision_get_can_undo (self->decision));
  assert_false (sl_decision_get_can_redo (self->decision));
  assert_null (sl_decision_get_undo_label (self->decision));
  assert_null (sl_decision_get_redo_label (self->decision));
  assert_false (sl_decision_is_in_step (self->decision));
}

/* Then the pillars, criteria and facts speak for themselves. */
static void
test_no_profiles (void **state)
{
  g_autoptr (SlCatalogue) catalogue =
      fixture_farm_with ("profiles.json",
                         "{\"format\": \"profiles-1\", \"catalogue\": \"farm\","
                         " \"version\": \"3\", \"profiles\": []}",
                         NULL);
  g_autoptr (SlRequirements) requirements = sl_requirements_new (catalogue);
  SlDecision *decision = sl_decision_new (catalogue);

  assert_null (sl_decision_get_profile (decision));
  assert_true (sl_requirements_equal (requirements, sl_decision_get_requirements (decision)));
  assert_near (requirements->pillar_importance[0], 6);
  assert_near (requirements->criterion_importance[1], 3);
  assert_near (requirements->facts[2], 10);
  assert_true (isnan (requirements->pillar_minimum[0]));
  assert_true (isnan (requirements->criterion_minimum[4]));

  fixture_set_importance (decision, "speed", 1);
  sl_decision_reset (decision);
  assert_near (sl_decision_get_requirements (decision)->pillar_importance[0], 6);
  fixture_finalize (decision);
}

/* ---- snapshots ---- */

static void
test_snapshots_outlive_the_decision (void **state)
{
  SlCatalogue *catalogue = fixture_farm ();
  SlDecision *decision = sl_decision_new (catalogue);
  SlRequirements *first, *second;

  fixture_override (decision, "ant", "calm", 42);
  first = sl_requirements_ref (sl_decision_get_requirements (decision));
  fixture_set_importance (decision, "speed", 1);
  fixture_override (decision, "ant", "calm", 43);
  g_object_get (decision, "requirements", &second, NULL);
  assert_false (sl_requirements_equal (first, second));
  fixture_finalize (decision);
  sl_catalogue_unref (catalogue);

  assert_near (first->pillar_importance[0], 6);
  assert_near (((const SlOverride *) g_ptr_array_index (first->overrides, 0))->mode, 42);
  assert_near (second->pillar_importance[0], 1);
  assert_string_equal (((const SlOverride *) g_ptr_array_index (second->overrides, 0))->reason,
                       "We tried.");
  assert_string_equal (sl_catalogue_get_id (second->catalogue), "farm");
  sl_requirements_unref (first);
  sl_requirements_unref (second);
}

/* Equal is what holds the same, in whatever order it came. */
static void
test_equal (void **state)
{
  Edits *self = *state;
  SlDecision *other = sl_decision_new (self->catalogue);

  assert_true (sl_requirements_equal (sl_decision_get_requirements (self->decision),
                                      sl_decision_get_requirements (other)));
  fixture_override (self->decision, "ant", "calm", 1);
  fixture_override (self->decision, "bee", "calm", 2);
  assert_false (sl_requirements_equal (sl_decision_get_requirements (self->decision),
                                       sl_decision_get_requirements (other)));
  fixture_override (other, "bee", "calm", 2);
  fixture_override (other, "ant", "calm", 1);
  assert_true (sl_requirements_equal (sl_decision_get_requirements (self->decision),
                                      sl_decision_get_requirements (other)));
  fixture_finalize (other);
}

/* ---- texts and mistakes ---- */

/* Characters, not bytes: none is cut through. */
static void
test_long_texts_are_cut (void **state)
{
  Edits *self = *state;
  g_autoptr (GString) text = g_string_new (NULL);
  const SlOverride *override;

  for (guint i = 0; i < 2001; i++)
    g_string_append (text, i % 2 == 0 ? "ä" : "漢");

  sl_decision_set_title (self->decision, text->str);
  assert_int_equal (g_utf8_strlen (sl_decision_get_title (self->decision), -1), 1000);
  assert_true (g_utf8_validate (sl_decision_get_title (self->decision), -1, NULL));
  assert_true (g_str_has_prefix (text->str, sl_decision_get_title (self->decision)));

  sl_decision_set_override (self->decision, fixture_alternative (self->catalogue, "ant"),
                            fixture_criterion (self->catalogue, "calm"), 1, 2, 3, text->str);
  override = sl_requirements_find_override (sl_decision_get_requirements (self->decision),
                                            fixture_alternative (self->catalogue, "ant"),
                                            fixture_criterion (self->catalogue, "calm"));
  assert_int_equal (g_utf8_strlen (override->reason, -1), 2000);
  assert_true (g_str_has_prefix (text->str, override->reason));
}

static void
test_long_prose_is_cut (void **state)
{
  Edits *self = *state;
  g_autofree char *text = g_strnfill (30000, 'x');
  const char *names[202] = { NULL };
  const SlProse *prose;

  for (guint i = 0; i < 201; i++)
    names[i] = text;
  sl_decision_set_context (self->decision, text);
  sl_decision_set_participants (self->decision, names);
  sl_decision_set_note (self->decision, "ant", text);
  set_outcome (self, SL_STATUS_OPEN, NULL, text, NULL, text);

  prose = sl_decision_get_prose (self->decision);
  assert_int_equal (strlen (prose->context), 20000);
  assert_int_equal (prose->participants->len, 100);
  assert_int_equal (strlen (((const SlParticipant *) prose->participants->pdata[0])->name), 200);
  assert_int_equal (strlen (sl_prose_find_note (prose, "ant")), 10000);
  assert_int_equal (strlen (prose->outcome.rationale), 10000);
  assert_int_equal (strlen (prose->outcome.superseded_by), 1000);
}

#define expect_critical(condition, call)                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_test_expect_message ("Shortlist", G_LOG_LEVEL_CRITICAL, "*" condition "*failed*");           \
    call;                                                                                          \
    g_test_assert_expected_messages ();                                                            \
  }                                                                                                \
  G_STMT_END

static void
misuse (Edits *self)
{
  const SlAlternative *ant = fixture_alternative (self->catalogue, "ant");
  const SlCriterion *calm = fixture_criterion (self->catalogue, "calm");

  expect_critical ("isfinite", fixture_set_importance (self->decision, "speed", NAN));
  expect_critical ("isfinite", fixture_set_importance (self->decision, "quick", INFINITY));
  expect_critical ("isfinite", fixture_set_fact (self->decision, "heads", NAN));
  expect_critical ("title", sl_decision_set_title (self->decision, "\xff"));
  expect_critical ("context", sl_decision_set_context (self->decision, "\xff"));
  expect_critical ("alternative", sl_decision_set_note (self->decision, "No Id", "x"));
  expect_critical ("alternative", sl_decision_set_note (self->decision, "", "x"));
  expect_critical ("text", sl_decision_set_note (self->decision, "ant", NULL));
  expect_critical ("date", set_outcome (self, SL_STATUS_OPEN, NULL, "", "2026-02-29", ""));
  expect_critical ("date", set_outcome (self, SL_STATUS_OPEN, NULL, "", "today", ""));
  expect_critical ("date", set_outcome (self, SL_STATUS_OPEN, NULL, "", "2026/02/01", ""));
  expect_critical ("status", set_outcome (self, (SlStatus) SL_N_STATUSES, NULL, "", NULL, ""));
  expect_critical ("rationale", set_outcome (self, SL_STATUS_OPEN, NULL, NULL, NULL, ""));
  expect_critical ("method", sl_decision_set_method (self->decision, (SlMethod) SL_N_METHODS));
  expect_critical ("low", sl_decision_set_override (self->decision, ant, calm, 5, 4, 6, "So."));
  expect_critical ("low", sl_decision_set_override (self->decision, ant, calm, 1, 4, 3, "So."));
  expect_critical ("low", sl_decision_set_override (self->decision, ant, calm, -1, 4, 6, "So."));
  expect_critical ("low", sl_decision_set_override (self->decision, ant, calm, 1, 4, 101, "So."));
  expect_critical ("low", sl_decision_set_override (self->decision, ant, calm, NAN, 4, 6, "So."));
  expect_critical ("reason", sl_decision_set_override (self->decision, ant, calm, 1, 4, 6, ""));
  expect_critical ("reason", sl_decision_set_override (self->decision, ant, calm, 1, 4, 6, NULL));
}

static void
test_misuse_changes_nothing (void **state)
{
  expect_nothing (*state, misuse);
}

#define edits_test(function) cmocka_unit_test_setup_teardown (function, setup, teardown)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    edits_test (test_new),
    edits_test (test_prose),
    edits_test (test_weights_of_participants),
    edits_test (test_ballots_of_participants),
    edits_test (test_use_importance),
    edits_test (test_add_and_remove_participants),
    edits_test (test_drag_of_a_participant),
    edits_test (test_importance),
    edits_test (test_facts),
    edits_test (test_minimums),
    edits_test (test_locks),
    edits_test (test_what_lifts_locks),
    edits_test (test_method_and_title),
    edits_test (test_title_property),
    edits_test (test_profiles),
    edits_test (test_profile_keeps_the_rest),
    edits_test (test_reset),
    edits_test (test_equalise),
    edits_test (test_overrides),
    edits_test (test_override_parts),
    edits_test (test_equal),
    edits_test (test_long_texts_are_cut),
    edits_test (test_long_prose_is_cut),
    edits_test (test_misuse_changes_nothing),
    cmocka_unit_test (test_no_profiles),
    cmocka_unit_test (test_snapshots_outlive_the_decision),
  };

  return cmocka_run_group_tests_name ("edits", tests, NULL, NULL);
}
