/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "analyst.h"

#include "robustness-private.h"
#include "sensitivity.h"

#ifdef __linux__
#include <sys/resource.h>
#endif

/* Where the method is the additive one, so many trials are made together with the ranking: about
 * a millisecond of work, so that the shares do not vanish while a slider moves. */
#define INSTANT_TRIALS 256
/* Fewer where there are many alternatives, and none where they would say too little to be worth it:
 * a frame is to be in time with hundreds of them as well. In scores, one an alternative and trial.
 */
#define INSTANT_SCORES 8192
#define FEWEST_TRIALS 48
/* The first step of the other threads, done within a frame, and how much longer each further one
 * is. */
#define FIRST_TRIALS 1000
#define GROWTH 4
/* How much the other threads stand back for the one that draws (as of nice). */
#define STEP_BACK 10

/* ---- what is being found ---- */

/* Shared by the analyst and the thread that works for it. */
typedef struct {
  gatomicrefcount ref_count;
  int stop;
  SlAnalysis *analysis; /* the ranking that it is about */
  SlBoard board;
  GMainContext *context;
  GWeakRef analyst; /* whom to tell; reached for in the context alone */
} Inquiry;

struct _SlAnalyst {
  GObject parent_instance;

  /* Owned References */
  SlDecision *decision; /* nullable */
  SlAnalysis *analysis; /* nullable */
  GMainContext *context;
  Inquiry *inquiry; /* the one that is going on; nullable */
  GSource *start;   /* until it goes on; nullable */
  SlBoard board;
  gboolean held; /* the inquiry waits */
};

enum {
  PROP_0,
  PROP_DECISION,
  PROP_BOARD,
  PROP_ANALYSIS,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SlAnalyst, sl_analyst, G_TYPE_OBJECT)

static Inquiry *
inquiry_new (SlAnalyst *analyst)
{
  Inquiry *self = g_new0 (Inquiry, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->analysis = sl_analysis_ref (analyst->analysis);
  self->board = analyst->board;
  self->context = g_main_context_ref (analyst->context);
  g_weak_ref_init (&self->analyst, analyst);

  return self;
}

static Inquiry *
inquiry_ref (Inquiry *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

static void
inquiry_unref (Inquiry *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  sl_analysis_unref (self->analysis);
  g_main_context_unref (self->context);
  g_weak_ref_clear (&self->analyst);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Inquiry, inquiry_unref)

static gboolean
inquiry_is_stopped (Inquiry *self)
{
  return g_atomic_int_get (&self->stop) != 0;
}

/* ---- telling the analyst ---- */

typedef struct {
  Inquiry *inquiry;
  SlRobustness *robustness;   /* nullable */
  SlSensitivity *sensitivity; /* nullable */
  gboolean last;
} Message;

static void
message_free (gpointer data)
{
  Message *self = data;

  g_clear_pointer (&self->robustness, sl_robustness_unref);
  g_clear_pointer (&self->sensitivity, sl_sensitivity_unref);
  inquiry_unref (self->inquiry);
  g_free (self);
}

static void
take_message (SlAnalyst *self, const Message *message)
{
  SlAnalysis *analysis = message->robustness != NULL
                             ? sl_analysis_with_robustness (self->analysis, message->robustness)
                             : sl_analysis_with_sensitivity (self->analysis, message->sensitivity);

  sl_analysis_unref (self->analysis);
  self->analysis = analysis;
}

static gboolean
deliver_cb (gpointer data)
{
  Message *message = data;
  g_autoptr (SlAnalyst) self = g_weak_ref_get (&message->inquiry->analyst);

  /* An edit may have come in between. */
  if (self == NULL || self->inquiry != message->inquiry)
    return G_SOURCE_REMOVE;

  if (message->robustness != NULL || message->sensitivity != NULL) {
    take_message (self, message);
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANALYSIS]);
  }
  /* Whoever was notified may have edited the decision. */
  if (message->last && self->inquiry == message->inquiry) {
    g_clear_pointer (&self->inquiry, inquiry_unref);
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  }

  return G_SOURCE_REMOVE;
}

/* Takes what was found. */
static void
tell (Inquiry *self, SlRobustness *robustness, SlSensitivity *sensitivity, gboolean last)
{
  Message *message = g_new0 (Message, 1);
  g_autoptr (GSource) source = g_idle_source_new ();

  message->inquiry = inquiry_ref (self);
  message->robustness = robustness;
  message->sensitivity = sensitivity;
  message->last = last;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver_cb, message, message_free);
  g_source_attach (source, self->context);
}

/* ---- the work ---- */

static void
find_robustness (Inquiry *self, SlRobustnessRun *run)
{
  guint64 n = FIRST_TRIALS;

  while (sl_robustness_run_get_n_left (run) > 0) {
    sl_robustness_run_advance (run, n, 0, &self->stop);
    if (inquiry_is_stopped (self))
      return;
    tell (self, sl_robustness_run_read (run), NULL, FALSE);
    n *= GROWTH;
  }
}

/* What is quick and wanted most comes first. */
static void
work (Inquiry *self)
{
  g_autoptr (SlRobustnessRun) run = sl_robustness_run_new (self->analysis, self->board);
  SlSensitivity *sensitivity;

  if (run == NULL)
    return;
  find_robustness (self, run);
  if (inquiry_is_stopped (self))
    return;
  sensitivity = sl_sensitivity_new (self->analysis, self->board, &self->stop);
  if (sensitivity == NULL)
    return;
  tell (self, NULL, sensitivity, FALSE);
  sl_robustness_run_complete (run, 0, &self->stop);
  if (!inquiry_is_stopped (self))
    tell (self, sl_robustness_run_read (run), NULL, FALSE);
}

/* With all processors at work on trials the window would be drawn late. On Linux this is about a
 * thread, and those that it starts. */
static void
step_back (void)
{
#ifdef __linux__
  setpriority (PRIO_PROCESS, 0, STEP_BACK);
#endif
}

static gpointer
work_in_thread (gpointer data)
{
  g_autoptr (Inquiry) inquiry = data;

  step_back ();
  if (!inquiry_is_stopped (inquiry))
    work (inquiry);
  tell (inquiry, NULL, NULL, TRUE);

  return NULL;
}

/* ---- the analyst ---- */

static void
forget_start (SlAnalyst *self)
{
  if (self->start == NULL)
    return;
  g_source_destroy (self->start);
  g_clear_pointer (&self->start, g_source_unref);
}

static void
stop_inquiry (SlAnalyst *self)
{
  forget_start (self);
  if (self->inquiry == NULL)
    return;
  g_atomic_int_set (&self->inquiry->stop, 1);
  g_clear_pointer (&self->inquiry, inquiry_unref);
}

/* In a thread that is not one of the pool's, which would stand back from then on whatever it does.
 */
static void
send_inquiry (SlAnalyst *self)
{
  g_thread_unref (g_thread_new ("analyst", work_in_thread, inquiry_ref (self->inquiry)));
}

static gboolean
start_cb (gpointer data)
{
  SlAnalyst *self = data;

  forget_start (self);
  send_inquiry (self);

  return G_SOURCE_REMOVE;
}

/* Once the ranking is drawn, which the other threads would slow down. */
static void
start_inquiry (SlAnalyst *self)
{
  stop_inquiry (self);
  self->inquiry = inquiry_new (self);
  if (self->held)
    return;
  self->start = g_idle_source_new ();
  g_source_set_priority (self->start, G_PRIORITY_LOW);
  g_source_set_callback (self->start, start_cb, self, NULL);
  g_source_attach (self->start, self->context);
}

static SlAnalysis *
add_instant_robustness (SlAnalyst *self, SlAnalysis *ranking)
{
  guint n_ranked = sl_analysis_get_ranking (ranking, self->board)->n_ranked;
  guint n_trials = MIN (INSTANT_TRIALS, INSTANT_SCORES / MAX (n_ranked, 1));
  g_autoptr (SlRobustnessRun) run = NULL;
  g_autoptr (SlRobustness) robustness = NULL;

  if (sl_analysis_get_requirements (ranking)->method != SL_METHOD_ADDITIVE ||
      n_trials < FEWEST_TRIALS)
    return sl_analysis_ref (ranking);
  run = sl_robustness_run_new (ranking, self->board);
  if (run == NULL)
    return sl_analysis_ref (ranking);

  sl_robustness_run_advance (run, n_trials, 1, NULL);
  robustness = sl_robustness_run_read (run);

  return sl_analysis_with_robustness (ranking, robustness);
}

static void
show (SlAnalyst *self, SlAnalysis *ranking)
{
  gboolean was_busy = self->inquiry != NULL;
  SlAnalysis *analysis = add_instant_robustness (self, ranking);

  g_clear_pointer (&self->analysis, sl_analysis_unref);
  self->analysis = analysis;
  start_inquiry (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANALYSIS]);
  if (!was_busy)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
requirements_changed_cb (SlAnalyst *self)
{
  g_autoptr (SlAnalysis) ranking = sl_analysis_new (sl_decision_get_requirements (self->decision));

  show (self, ranking);
}

static void
show_nothing (SlAnalyst *self)
{
  gboolean was_busy = self->inquiry != NULL;

  stop_inquiry (self);
  g_clear_pointer (&self->analysis, sl_analysis_unref);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANALYSIS]);
  if (was_busy)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

void
sl_analyst_set_decision (SlAnalyst *self, SlDecision *decision)
{
  g_return_if_fail (SL_IS_ANALYST (self));
  g_return_if_fail (decision == NULL || SL_IS_DECISION (decision));

  if (self->decision == decision)
    return;
  if (self->decision != NULL)
    g_signal_handlers_disconnect_by_data (self->decision, self);
  g_set_object (&self->decision, decision);
  if (decision != NULL) {
    g_signal_connect_object (decision, "notify::requirements", G_CALLBACK (requirements_changed_cb),
                             self, G_CONNECT_SWAPPED);
    requirements_changed_cb (self);
  } else {
    show_nothing (self);
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DECISION]);
}

void
sl_analyst_set_board (SlAnalyst *self, SlBoard board)
{
  g_return_if_fail (SL_IS_ANALYST (self));
  g_return_if_fail ((guint) board < SL_N_BOARDS);

  if (self->board == board)
    return;
  self->board = board;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOARD]);
  if (self->analysis != NULL) {
    g_autoptr (SlAnalysis) analysis = sl_analysis_ref (self->analysis);

    show (self, analysis);
  }
}

SlBoard
sl_analyst_get_board (SlAnalyst *self)
{
  g_return_val_if_fail (SL_IS_ANALYST (self), SL_BOARD_TECHNOLOGIES);

  return self->board;
}

SlAnalysis *
sl_analyst_get_analysis (SlAnalyst *self)
{
  g_return_val_if_fail (SL_IS_ANALYST (self), NULL);

  return self->analysis;
}

gboolean
sl_analyst_get_busy (SlAnalyst *self)
{
  g_return_val_if_fail (SL_IS_ANALYST (self), FALSE);

  return self->inquiry != NULL;
}

void
sl_analyst_hold (SlAnalyst *self)
{
  g_return_if_fail (SL_IS_ANALYST (self));
  g_return_if_fail (self->inquiry == NULL);

  self->held = TRUE;
}

void
sl_analyst_release (SlAnalyst *self)
{
  g_return_if_fail (SL_IS_ANALYST (self));

  if (!self->held)
    return;
  self->held = FALSE;
  if (self->inquiry != NULL)
    send_inquiry (self);
}

SlAnalyst *
sl_analyst_new (void)
{
  return g_object_new (SL_TYPE_ANALYST, NULL);
}

static void
sl_analyst_dispose (GObject *object)
{
  SlAnalyst *self = SL_ANALYST (object);

  stop_inquiry (self);
  g_clear_object (&self->decision);
  g_clear_pointer (&self->analysis, sl_analysis_unref);

  G_OBJECT_CLASS (sl_analyst_parent_class)->dispose (object);
}

static void
sl_analyst_finalize (GObject *object)
{
  g_main_context_unref (SL_ANALYST (object)->context);

  G_OBJECT_CLASS (sl_analyst_parent_class)->finalize (object);
}

static void
sl_analyst_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SlAnalyst *self = SL_ANALYST (object);

  switch (id) {
  case PROP_DECISION:
    g_value_set_object (value, self->decision);
    break;
  case PROP_BOARD:
    g_value_set_uint (value, self->board);
    break;
  case PROP_ANALYSIS:
    g_value_set_boxed (value, self->analysis);
    break;
  case PROP_BUSY:
    g_value_set_boolean (value, sl_analyst_get_busy (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
sl_analyst_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SlAnalyst *self = SL_ANALYST (object);

  switch (id) {
  case PROP_DECISION:
    sl_analyst_set_decision (self, g_value_get_object (value));
    break;
  case PROP_BOARD:
    sl_analyst_set_board (self, g_value_get_uint (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
sl_analyst_class_init (SlAnalystClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = sl_analyst_dispose;
  object_class->finalize = sl_analyst_finalize;
  object_class->get_property = sl_analyst_get_property;
  object_class->set_property = sl_analyst_set_property;

  properties[PROP_DECISION] =
      g_param_spec_object ("decision", NULL, NULL, SL_TYPE_DECISION, G_PARAM_READWRITE | flags);
  properties[PROP_BOARD] = g_param_spec_uint ("board", NULL, NULL, 0, SL_N_BOARDS - 1,
                                              SL_BOARD_TECHNOLOGIES, G_PARAM_READWRITE | flags);
  properties[PROP_ANALYSIS] =
      g_param_spec_boxed ("analysis", NULL, NULL, SL_TYPE_ANALYSIS, G_PARAM_READABLE | flags);
  properties[PROP_BUSY] =
      g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sl_analyst_init (SlAnalyst *self)
{
  self->context = g_main_context_ref_thread_default ();
}
