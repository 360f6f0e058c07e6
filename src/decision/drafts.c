/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A draft is a line of JSON, which says what it is a draft of, and then the document as a file of
 * the user's would hold it. */

#include "config.h"

#include "decision-private.h"
#include "drafts-private.h"

#include "catalogue/json-input.h"
#include "save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "catalogue/translation.h"

#define FORMAT "draft-1"
#define FORMAT_PREFIX "draft-"
#define SUFFIX ".draft"
#define ASIDE_SUFFIX ".unreadable"
#define LOCK "lock"
#define MAX_TEXT 20000 /* of a path, as a URI */
#define MAX_FOLDERS 1000
#define MAX_DRAFTS 1000
#define ATTEMPTS 20

struct _SlDraftLock {
  gatomicrefcount references;
  char *folder;
  int descriptor;
};

struct _SlDrafts {
  gatomicrefcount references;
  char *folder;
  GMutex mutex;
  SlDraftLock *own; /* nullable; guarded by the mutex */
};

/* ---- locks ---- */

static char *
get_lock_path (const char *folder)
{
  return g_build_filename (folder, LOCK, NULL);
}

SlDraftLock *
sl_draft_lock_ref (SlDraftLock *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

/* The lock goes before the folder, and with it the right to either; an empty folder that someone
 * else finds meanwhile is removed by them. */
void
sl_draft_lock_unref (SlDraftLock *self)
{
  g_autofree char *path = NULL;
  g_autoptr (GDir) folder = NULL;
  gboolean empty = TRUE;
  const char *name;

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  folder = g_dir_open (self->folder, 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    empty = empty && g_str_equal (name, LOCK);
  path = get_lock_path (self->folder);
  if (empty) {
    unlink (path);
    rmdir (self->folder);
  }
  close (self->descriptor);
  g_free (self->folder);
  g_free (self);
}

/* Takes a folder, if nobody has it. NULL and an errno if it can't be had. */
static SlDraftLock *
lock_folder (const char *folder, int flags)
{
  g_autofree char *path = get_lock_path (folder);
  int descriptor = open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | flags, 0600);
  struct stat status;
  SlDraftLock *self;

  if (descriptor < 0)
    return NULL;
  /* Whoever had it may have removed it before we had it. */
  if (flock (descriptor, LOCK_EX | LOCK_NB) != 0 || fstat (descriptor, &status) != 0 ||
      status.st_nlink == 0) {
    close (descriptor);
    return NULL;
  }

  self = g_new0 (SlDraftLock, 1);
  g_atomic_ref_count_init (&self->references);
  self->folder = g_strdup (folder);
  self->descriptor = descriptor;

  return self;
}

char *
sl_draft_lock_make_path (SlDraftLock *self)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (id, SUFFIX, NULL);

  return g_build_filename (self->folder, name, NULL);
}

static gboolean
fail (const char *folder, GError **error)
{
  g_autofree char *name = g_filename_display_name (folder);

  g_set_error (error, SL_SAVE_ERROR, SL_SAVE_ERROR_FAILED, "%s: %s", name, g_strerror (errno));
  return FALSE;
}

/* Between making the folder and locking it someone may take it for one that was left. */
static SlDraftLock *
make_own (SlDrafts *self, GError **error)
{
  for (guint i = 0; i < ATTEMPTS; i++) {
    g_autofree char *id = g_uuid_string_random ();
    g_autofree char *folder = g_build_filename (self->folder, id, NULL);
    SlDraftLock *lock;

    if (g_mkdir_with_parents (folder, 0700) != 0)
      break;
    lock = lock_folder (folder, O_CREAT | O_EXCL);
    if (lock != NULL)
      return lock;
  }

  fail (self->folder, error);
  return NULL;
}

SlDraftLock *
sl_drafts_get_own (SlDrafts *self, GError **error)
{
  SlDraftLock *lock;

  g_mutex_lock (&self->mutex);
  /* Someone may have tidied up the user's data folder. */
  if (self->own != NULL && !g_file_test (self->own->folder, G_FILE_TEST_IS_DIR))
    g_clear_pointer (&self->own, sl_draft_lock_unref);
  if (self->own == NULL)
    self->own = make_own (self, error);
  lock = self->own != NULL ? sl_draft_lock_ref (self->own) : NULL;
  g_mutex_unlock (&self->mutex);

  return lock;
}

/* ---- the folder of drafts ---- */

SlDrafts *
sl_drafts_new (const char *folder)
{
  SlDrafts *self;

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_new0 (SlDrafts, 1);
  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->mutex);
  self->folder = g_strdup (folder);

  return self;
}

SlDrafts *
sl_drafts_ref (SlDrafts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
sl_drafts_unref (SlDrafts *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_clear_pointer (&self->own, sl_draft_lock_unref);
  g_mutex_clear (&self->mutex);
  g_free (self->folder);
  g_free (self);
}

/* ---- contents ---- */

GBytes *
sl_draft_to_bytes (SlDecisionState *state, const char *file, const char *sha256)
{
  g_autofree char *uri = file != NULL ? g_filename_to_uri (file, NULL, NULL) : NULL;
  g_autoptr (SlJsonWriter) json = sl_json_writer_new ();
  g_autoptr (GBytes) head = NULL;
  g_autoptr (GBytes) document = sl_decision_state_to_bytes (state);
  GByteArray *bytes = g_byte_array_new ();
  gsize length;
  const guint8 *data;

  sl_json_writer_begin_object (json, NULL);
  sl_json_writer_add_text (json, "format", FORMAT);
  sl_json_writer_add_text (json, "file", uri);
  sl_json_writer_add_text (json, "sha256", sha256);
  sl_json_writer_end_object (json);
  head = sl_json_writer_finish (json);

  /* The writer breaks lines between members, where a space does as well. */
  data = g_bytes_get_data (head, &length);
  g_byte_array_append (bytes, data, (guint) length);
  for (gsize i = 0; i + 1 < length; i++) {
    if (bytes->data[i] == '\n')
      bytes->data[i] = ' ';
  }
  data = g_bytes_get_data (document, &length);
  g_byte_array_append (bytes, data, (guint) length);

  return g_byte_array_free_to_bytes (bytes);
}

static gboolean
read_head (SlLeftDraft *self, GBytes *head, const char *name, GError **error)
{
  g_autoptr (SlJsonInput) input = sl_json_input_new (head, name, error);
  JsonObject *root;
  const char *format;

  if (input == NULL)
    return FALSE;

  root = sl_json_input_get_root (input);
  format = sl_json_input_string (input, root, "format", MAX_TEXT);
  if (format != NULL && !g_str_equal (format, FORMAT))
    sl_json_input_fault (input, "format", _ ("expected “%s”"), FORMAT);
  if (json_object_has_member (root, "file") && !json_object_get_null_member (root, "file")) {
    const char *uri = sl_json_input_string (input, root, "file", MAX_TEXT);

    self->file = uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
  }
  if (json_object_has_member (root, "sha256") && !json_object_get_null_member (root, "sha256"))
    self->sha256 = g_strdup (sl_json_input_string (input, root, "sha256", MAX_TEXT));

  return sl_json_input_finish (input, error);
}

/* The first line, and the document behind it. */
static void
part_draft (GBytes *bytes, GBytes **head, GBytes **document)
{
  gsize length, head_length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *end = data != NULL ? memchr (data, '\n', length) : NULL;

  head_length = end != NULL ? (gsize) (end - data) + 1 : length;
  *head = g_bytes_new_from_bytes (bytes, 0, head_length);
  *document = g_bytes_new_from_bytes (bytes, head_length, length - head_length);
}

/* The document that is in a draft. */
static GBytes *
read_draft (SlLeftDraft *self, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = sl_input_read (self->draft, error);
  g_autoptr (GBytes) head = NULL;
  g_autoptr (GBytes) document = NULL;

  if (bytes == NULL)
    return NULL;

  part_draft (bytes, &head, &document);

  return read_head (self, head, name, error) ? g_steal_pointer (&document) : NULL;
}

/* ---- what can't be read ---- */

static gboolean
is_newer (GBytes *bytes, const char *prefix)
{
  g_autoptr (SlJsonInput) input = sl_json_input_new (bytes, "", NULL);
  JsonObject *root = input != NULL ? sl_json_input_get_root (input) : NULL;

  return root != NULL &&
         sl_is_newer_format (sl_json_input_string_or (input, root, "format", MAX_TEXT, ""), prefix);
}

/* A disk that does not answer may answer tomorrow, and a newer program may be started again. */
static gboolean
may_be_read_later (SlLeftDraft *self)
{
  g_autoptr (GBytes) bytes = sl_input_read (self->draft, NULL);
  g_autoptr (GBytes) head = NULL;
  g_autoptr (GBytes) document = NULL;

  if (bytes == NULL)
    return TRUE;

  part_draft (bytes, &head, &document);

  return is_newer (head, FORMAT_PREFIX) || is_newer (document, SL_DECISION_FORMAT_PREFIX);
}

/* What is damaged stays so: it is told of once, and kept under a name that is not tried again. */
static void
set_aside (SlLeftDraft *self)
{
  g_autoptr (GString) path = g_string_new (self->draft);
  g_autofree char *shown = NULL;
  g_autofree char *problem = NULL;

  if (may_be_read_later (self))
    return;

  g_string_truncate (path, path->len - strlen (SUFFIX));
  g_string_append (path, ASIDE_SUFFIX);
  if (g_rename (self->draft, path->str) != 0)
    return;

  g_set_str (&self->draft, path->str);
  shown = g_filename_display_name (path->str);
  problem = g_steal_pointer (&self->problem);
  /* Translators: %1$s is why a file can't be read, %2$s where it is now. */
  self->problem = g_strdup_printf (_ ("%1$s\nThe draft is kept as “%2$s”."), problem, shown);
}

/* ---- what was left ---- */

void
sl_left_draft_free (SlLeftDraft *self)
{
  g_clear_object (&self->decision);
  g_free (self->file);
  g_free (self->sha256);
  g_free (self->problem);
  g_free (self->draft);
  g_clear_pointer ((SlDraftLock **) &self->lock, sl_draft_lock_unref);
  g_free (self);
}

static gboolean
is_saved (SlLeftDraft *self, GBytes *document)
{
  g_autofree char *draft = NULL;
  g_autofree char *saved = NULL;

  if (self->file == NULL)
    return FALSE;

  draft = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, document);
  saved = sl_save_get_sha256 (self->file);

  return g_strcmp0 (draft, saved) == 0;
}

/* NULL where there is nothing to take over. */
static SlLeftDraft *
take_draft (SlDraftLock *lock, const char *name, SlCatalogue *catalogue)
{
  g_autoptr (SlLeftDraft) self = g_new0 (SlLeftDraft, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) document = NULL;
  g_autofree char *shown = NULL;

  self->draft = g_build_filename (lock->folder, name, NULL);
  self->lock = sl_draft_lock_ref (lock);
  shown = g_filename_display_name (self->draft);
  document = read_draft (self, shown, &error);
  if (document != NULL && is_saved (self, document)) {
    unlink (self->draft);
    return NULL;
  }
  if (document != NULL)
    self->decision = sl_decision_new_for_bytes (catalogue, document, shown, &error);
  if (self->decision != NULL)
    sl_decision_mark_unsaved (self->decision);
  if (self->decision == NULL) {
    self->problem = g_strdup (error->message);
    set_aside (self);
  }

  return g_steal_pointer (&self);
}

static void
take_folder (SlDraftLock *lock, SlCatalogue *catalogue, GPtrArray *drafts)
{
  g_autoptr (GDir) folder = g_dir_open (lock->folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (folder != NULL && names->len < MAX_DRAFTS && (name = g_dir_read_name (folder)) != NULL) {
    /* What was being written when it ended; the one before is whole. */
    if (name[0] == '.') {
      g_autofree char *path = g_build_filename (lock->folder, name, NULL);

      unlink (path);
    } else if (g_str_has_suffix (name, SUFFIX)) {
      g_ptr_array_add (names, g_strdup (name));
    }
  }
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  for (guint i = 0; i < names->len; i++) {
    SlLeftDraft *draft = take_draft (lock, g_ptr_array_index (names, i), catalogue);

    if (draft != NULL)
      g_ptr_array_add (drafts, draft);
  }
}

GPtrArray *
sl_drafts_take_left (SlDrafts *self, SlCatalogue *catalogue)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_left_draft_free);
  g_autoptr (GDir) folders = NULL;
  const char *name;
  guint n = 0;

  g_return_val_if_fail (self != NULL && catalogue != NULL, drafts);

  folders = g_dir_open (self->folder, 0, NULL);
  while (folders != NULL && n++ < MAX_FOLDERS && (name = g_dir_read_name (folders)) != NULL) {
    g_autofree char *folder = g_build_filename (self->folder, name, NULL);
    /* Also the lock may be lost: then it is made anew, and is ours. */
    g_autoptr (SlDraftLock) lock = lock_folder (folder, O_CREAT);

    if (lock != NULL)
      take_folder (lock, catalogue, drafts);
  }

  return drafts;
}
