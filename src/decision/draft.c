/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One timer at a time: an edit starts it if nothing runs, and when it ends the draft is written in
 * a thread, from a state that no further edit changes. What was edited meanwhile starts the next
 * one. */

#include "config.h"

#include "drafts-private.h"

#include "save.h"

#include <unistd.h>

/* Of the two seconds that may be lost, what writing does not need. */
#define DELAY_MS 500
/* A full disk is not asked all the time. */
#define RETRY_MS 5000

struct _SlDraft {
  GObject parent_instance;

  /* Owned References */
  SlDrafts *drafts;
  SlDecision *decision;
  char *file;   /* nullable */
  char *sha256; /* nullable */

  /* Guarded by the mutex, which a thread holds while it writes */
  GMutex mutex;
  SlDraftLock *lock; /* nullable */
  char *path;        /* of the draft; nullable */
  gboolean discarded;
  guint written; /* the number of the latest job that was */

  guint n_jobs;
  guint timer;
  gboolean writing;
  gboolean dirty; /* edited since the last time that it was written */
  gboolean failing;
};

enum {
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlDraft, sl_draft, G_TYPE_OBJECT)

/* ---- on disk ---- */

/* The mutex is held. */
static void
remove_draft (SlDraft *self)
{
  if (self->path != NULL)
    unlink (self->path);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->lock, sl_draft_lock_unref);
}

/* The mutex is held. */
static gboolean
find_path (SlDraft *self, GError **error)
{
  if (self->path != NULL)
    return TRUE;

  self->lock = sl_drafts_get_own (self->drafts, error);
  if (self->lock != NULL)
    self->path = sl_draft_lock_make_path (self->lock);

  return self->path != NULL;
}

static gboolean
write_draft (SlDraft *self, GBytes *bytes, GError **error)
{
  g_autoptr (GError) first = NULL;

  if (find_path (self, error) && sl_save (self->path, bytes, NULL, SL_SAVE_PLAIN, &first))
    return TRUE;
  if (first == NULL)
    return FALSE;

  /* The folder may have been tidied away: another one may be had. */
  if (g_file_test (self->path, G_FILE_TEST_EXISTS)) {
    g_propagate_error (error, g_steal_pointer (&first));
    return FALSE;
  }
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->lock, sl_draft_lock_unref);

  return find_path (self, error) && sl_save (self->path, bytes, NULL, SL_SAVE_PLAIN, error);
}

/* ---- in a thread ---- */

/* What is to be written. */
typedef struct {
  guint number;
  SlDecisionState *state;
  char *file;
  char *sha256;
} Job;

static Job *
job_new (SlDraft *self)
{
  Job *job = g_new0 (Job, 1);

  job->number = ++self->n_jobs;
  job->state = sl_decision_state_ref (sl_decision_get_state (self->decision));
  job->file = g_strdup (self->file);
  job->sha256 = g_strdup (self->sha256);

  return job;
}

static void
job_free (gpointer data)
{
  Job *self = data;

  sl_decision_state_unref (self->state);
  g_free (self->file);
  g_free (self->sha256);
  g_free (self);
}

static gboolean
run_job (SlDraft *self, Job *job, GError **error)
{
  g_autoptr (GBytes) bytes = sl_draft_to_bytes (job->state, job->file, job->sha256);
  gboolean done = TRUE;

  g_mutex_lock (&self->mutex);
  /* A thread may have been overtaken by a later edit that could not wait. */
  if (!self->discarded && job->number > self->written) {
    done = write_draft (self, bytes, error);
    if (done)
      self->written = job->number;
  }
  g_mutex_unlock (&self->mutex);

  return done;
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (run_job (source, data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* ---- when ---- */

static void start_timer (SlDraft *self, guint delay);

static void
tell_outcome (SlDraft *self, const GError *error)
{
  gboolean was_failing = self->failing;

  self->failing = error != NULL;
  if (error != NULL && !was_failing)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SlDraft *self = SL_DRAFT (object);
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  self->writing = FALSE;
  if (self->discarded)
    return;
  if (error != NULL)
    self->dirty = TRUE;
  tell_outcome (self, error);
  if (self->dirty)
    start_timer (self, error != NULL ? RETRY_MS : DELAY_MS);
}

static void
write_or_remove (SlDraft *self)
{
  g_autoptr (GTask) task = NULL;

  self->dirty = FALSE;
  if (!sl_decision_get_modified (self->decision)) {
    g_mutex_lock (&self->mutex);
    remove_draft (self);
    g_mutex_unlock (&self->mutex);
    return;
  }

  task = g_task_new (self, NULL, written_cb, NULL);
  g_task_set_source_tag (task, write_or_remove);
  g_task_set_task_data (task, job_new (self), job_free);
  self->writing = TRUE;
  g_task_run_in_thread (task, write_in_thread);
}

static gboolean
timer_cb (gpointer user_data)
{
  SlDraft *self = user_data;

  self->timer = 0;
  write_or_remove (self);

  return G_SOURCE_REMOVE;
}

/* Before redrawing, so that no long row of frames holds it up. */
static void
start_timer (SlDraft *self, guint delay)
{
  self->timer = g_timeout_add_full (G_PRIORITY_DEFAULT, delay, timer_cb, self, NULL);
}

static void
changed_cb (SlDraft *self)
{
  if (self->discarded)
    return;
  self->dirty = TRUE;
  if (self->timer == 0 && !self->writing)
    start_timer (self, DELAY_MS);
}

/* ---- the object ---- */

static void
sl_draft_dispose (GObject *object)
{
  SlDraft *self = SL_DRAFT (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->decision != NULL)
    g_signal_handlers_disconnect_by_data (self->decision, self);
  g_clear_object (&self->decision);

  G_OBJECT_CLASS (sl_draft_parent_class)->dispose (object);
}

static void
sl_draft_finalize (GObject *object)
{
  SlDraft *self = SL_DRAFT (object);

  g_clear_pointer (&self->lock, sl_draft_lock_unref);
  g_clear_pointer (&self->drafts, sl_drafts_unref);
  g_free (self->file);
  g_free (self->sha256);
  g_free (self->path);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (sl_draft_parent_class)->finalize (object);
}

static void
sl_draft_class_init (SlDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_draft_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_draft_finalize;

  signals[SIGNAL_FAILED] = g_signal_new ("failed", SL_TYPE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sl_draft_init (SlDraft *self)
{
  g_mutex_init (&self->mutex);
}

SlDraft *
sl_draft_new (SlDrafts *drafts, SlDecision *decision)
{
  SlDraft *self;

  g_return_val_if_fail (drafts != NULL, NULL);
  g_return_val_if_fail (SL_IS_DECISION (decision), NULL);

  self = g_object_new (SL_TYPE_DRAFT, NULL);
  self->drafts = sl_drafts_ref (drafts);
  self->decision = g_object_ref (decision);
  g_signal_connect_object (decision, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  if (sl_decision_get_modified (decision))
    changed_cb (self);

  return self;
}

SlDraft *
sl_draft_new_left (SlDrafts *drafts, SlLeftDraft *left)
{
  SlDraft *self;

  g_return_val_if_fail (drafts != NULL, NULL);
  g_return_val_if_fail (left != NULL && left->decision != NULL, NULL);

  self = sl_draft_new (drafts, left->decision);
  self->lock = sl_draft_lock_ref (left->lock);
  self->path = g_strdup (left->draft);
  sl_draft_set_file (self, left->file, left->sha256);

  return self;
}

void
sl_draft_set_file (SlDraft *self, const char *path, const char *sha256)
{
  g_return_if_fail (SL_IS_DRAFT (self));

  g_set_str (&self->file, path);
  g_set_str (&self->sha256, sha256);
  if (sl_decision_get_modified (self->decision))
    changed_cb (self);
}

void
sl_draft_flush (SlDraft *self)
{
  g_autoptr (GError) error = NULL;
  Job *job;

  g_return_if_fail (SL_IS_DRAFT (self));

  if (self->discarded || !sl_decision_get_modified (self->decision))
    return;

  g_clear_handle_id (&self->timer, g_source_remove);
  self->dirty = FALSE;
  job = job_new (self);
  run_job (self, job, &error);
  job_free (job);
  tell_outcome (self, error);
}

void
sl_draft_discard (SlDraft *self)
{
  g_return_if_fail (SL_IS_DRAFT (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  g_mutex_lock (&self->mutex);
  self->discarded = TRUE;
  remove_draft (self);
  g_mutex_unlock (&self->mutex);
}
