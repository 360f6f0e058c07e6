/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file that is saved is the old one or the new one, whatever happens on the way. */

#include "decision/save.h"
#include "fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define OLD "old contents\n"

static char *folder;
static char *path; /* of the file that is saved */
static char *new;  /* what it will hold: more than a write takes at once */
static gsize new_length = 300000;

static int
setup (void **state)
{
  folder = g_dir_make_tmp ("save-XXXXXX", NULL);
  assert_non_null (folder);
  path = g_build_filename (folder, "ours.shortlist", NULL);
  new = g_strnfill (new_length, 'n');
  return 0;
}

static char *
in_folder (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

/* The names in the folder, sorted: «a b c». */
static char *
list_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  assert_non_null (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}

static void
clear_folder (void)
{
  g_autofree char *list = list_folder ();
  g_auto (GStrv) names = g_strsplit (list, " ", -1);

  for (guint i = 0; names[i] != NULL && *names[i] != '\0'; i++) {
    g_autofree char *file = in_folder (names[i]);

    assert_int_equal (g_remove (file), 0);
  }
}

static int
teardown (void **state)
{
  clear_folder ();
  assert_int_equal (g_rmdir (folder), 0);
  g_free (folder);
  g_free (path);
  g_free (new);
  return 0;
}

static void
write_file (const char *name, const char *text, int mode)
{
  assert_true (g_file_set_contents (name, text, -1, NULL));
  assert_int_equal (g_chmod (name, mode), 0);
}

static char *
read_file (const char *name)
{
  char *text;

  assert_true (g_file_get_contents (name, &text, NULL, NULL));
  return text;
}

static void
expect_file (const char *name, const char *text)
{
  g_autofree char *found = read_file (name);

  assert_string_equal (found, text);
}

static void
expect_folder (const char *names)
{
  g_autofree char *found = list_folder ();

  assert_string_equal (found, names);
}

static mode_t
get_mode (const char *name)
{
  struct stat status;

  assert_int_equal (stat (name, &status), 0);
  return status.st_mode & 07777;
}

static gboolean
save (const char *name, const char *text, const char *const *expected, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return sl_save (name, bytes, expected, SL_SAVE_PLAIN, error);
}

static void
expect_saved (const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (!save (name, text, NULL, &error))
    fail_msg ("%s", error->message);
  expect_file (name, text);
}

static void
expect_not_saved (const char *name, SlSaveError code, const char *message)
{
  g_autoptr (GError) error = NULL;

  assert_false (save (name, new, NULL, &error));
  assert_true (g_error_matches (error, SL_SAVE_ERROR, (int) code));
  if (strstr (error->message, message) == NULL)
    fail_msg ("«%s» does not say «%s»", error->message, message);
}

/* ---- what is kept ---- */

static void
test_new_file (void **state)
{
  mode_t mask = umask (0);

  umask (mask);
  expect_saved (path, new);
  assert_int_equal (get_mode (path), 0666 & ~mask);
  expect_saved (path, "");
  expect_folder ("ours.shortlist");
}

static void
test_permissions (void **state)
{
  static const mode_t modes[] = { 0600, 0640, 0664, 0755, 0666 };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++) {
    write_file (path, OLD, (int) modes[i]);
    expect_saved (path, new);
    assert_int_equal (get_mode (path), modes[i]);
  }
}

static void
test_links (void **state)
{
  g_autofree char *link = in_folder ("link");
  g_autofree char *second = in_folder ("second");
  g_autofree char *meant = NULL;

  write_file (path, OLD, 0600);
  assert_int_equal (symlink ("ours.shortlist", link), 0);
  assert_int_equal (symlink (link, second), 0);
  expect_saved (second, new);
  expect_file (path, new);
  meant = g_file_read_link (second, NULL);
  assert_string_equal (meant, link);
  assert_int_equal (get_mode (path), 0600);

  /* To what is not there yet. */
  assert_int_equal (g_remove (path), 0);
  expect_saved (second, "again");
  expect_file (path, "again");
  expect_folder ("link ours.shortlist second");
}

static void
test_odd_names (void **state)
{
  static const char *const names[] = { "with space", "ä漢.shortlist", "-rf", "a~", "\xff\xfe" };
  g_autofree char *longest = g_strnfill (255, 'x');
  g_autofree char *long_path = in_folder (longest);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *name = in_folder (names[i]);

    expect_saved (name, OLD);
    expect_saved (name, new);
    assert_int_equal (g_remove (name), 0);
  }
  expect_saved (long_path, new);
}

static void
test_keeps_the_other (void **state)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("mine", 4);
  g_autofree char *backup = in_folder ("ours.shortlist~");

  for (guint i = 0; i < 2; i++) {
    write_file (path, i == 0 ? "theirs" : "theirs again", 0600);
    assert_true (sl_save (path, bytes, NULL, SL_SAVE_KEEP_OTHER, NULL));
    expect_file (path, "mine");
    expect_file (backup, i == 0 ? "theirs" : "theirs again");
  }
  expect_folder ("ours.shortlist ours.shortlist~");
}

/* ---- what is refused ---- */

static void
test_expected (void **state)
{
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, OLD, -1);
  const char *expected[] = { "0", sha256, NULL };
  const char *wrong[] = { "0", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  write_file (path, OLD, 0600);
  found = sl_save_get_sha256 (path);
  assert_string_equal (found, sha256);
  assert_false (save (path, new, wrong, &error));
  assert_true (g_error_matches (error, SL_SAVE_ERROR, SL_SAVE_ERROR_CHANGED));
  expect_file (path, OLD);
  expect_folder ("ours.shortlist");

  assert_true (save (path, new, expected, NULL));
  expect_file (path, new);
  /* One that is gone was not changed into anything that could be lost. */
  assert_int_equal (g_remove (path), 0);
  assert_true (save (path, new, wrong, NULL));
  expect_file (path, new);
}

static void
test_refusals (void **state)
{
  g_autofree char *inner = g_build_filename (folder, "none", "x.shortlist", NULL);
  g_autofree char *below = g_build_filename (path, "x.shortlist", NULL);
  g_autofree char *pipe = in_folder ("pipe");

  expect_not_saved (inner, SL_SAVE_ERROR_FAILED, "no longer there");
  expect_not_saved (folder, SL_SAVE_ERROR_FAILED, "directory");
  write_file (path, OLD, 0600);
  expect_not_saved (below, SL_SAVE_ERROR_FAILED, "no longer there");
  assert_int_equal (mkfifo (pipe, 0600), 0);
  expect_not_saved (pipe, SL_SAVE_ERROR_FAILED, "not a file");
  expect_file (path, OLD);
}

static void
test_read_only (void **state)
{
  if (geteuid () == 0) /* who may write everything */
    skip ();
  write_file (path, OLD, 0400);
  expect_not_saved (path, SL_SAVE_ERROR_FAILED, "no permission");
  assert_int_equal (g_chmod (path, 0600), 0);
  assert_int_equal (g_chmod (folder, 0500), 0);
  expect_not_saved (path, SL_SAVE_ERROR_FAILED, "no permission");
  assert_int_equal (g_chmod (folder, 0700), 0);
  expect_file (path, OLD);
}

/* The one device that is always full. */
static void
test_full_disk (void **state)
{
  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    skip ();
  expect_not_saved ("/dev/full", SL_SAVE_ERROR_FAILED, "not a file");
}

/* ---- what was left ---- */

static gboolean
is_there (const char *name)
{
  g_autofree char *full = in_folder (name);

  return g_file_test (full, G_FILE_TEST_IS_SYMLINK) || g_file_test (full, G_FILE_TEST_EXISTS);
}

static void
put (const char *name)
{
  g_autofree char *full = in_folder (name);

  write_file (full, "x", 0600);
}

/* Ours are removed; whatever may be somebody else's, or in use, is not. */
static void
test_sweeps (void **state)
{
  static const char *const foreign[] = {
    ".ours.shortlist.AbCdEf",
    ".ours.shortlist.swp",
    ".ours.shortlist.shortlist-AbCdE",
    ".ours.shortlist.shortlist-AbCdEfG",
    ".other.shortlist.shortlist-AbCdEf",
    "ours.shortlist.shortlist-AbCdEf",
    ".ours.shortlist.shortlist-locked",
    ".ours.shortlist.shortlist-folder",
    ".ours.shortlist.shortlist-symlin",
    ".ours.shortlist.shortlist-hardli",
  };
  g_autofree char *locked = in_folder (".ours.shortlist.shortlist-locked");
  g_autofree char *directory = in_folder (".ours.shortlist.shortlist-folder");
  g_autofree char *symbolic = in_folder (".ours.shortlist.shortlist-symlin");
  g_autofree char *hard = in_folder (".ours.shortlist.shortlist-hardli");
  g_autofree char *target = in_folder ("target");
  g_autoptr (GBytes) bytes = g_bytes_new (OLD, strlen (OLD));
  int descriptor;

  for (guint i = 0; i < 7; i++)
    put (foreign[i]);
  put ("target");
  put (".ours.shortlist.shortlist-AbCdEf");
  put (".ours.shortlist.shortlist-123456");
  assert_int_equal (g_mkdir (directory, 0700), 0);
  assert_int_equal (symlink (target, symbolic), 0);
  assert_int_equal (link (target, hard), 0);
  descriptor = open (locked, O_RDONLY | O_CLOEXEC);
  assert_int_equal (flock (descriptor, LOCK_EX | LOCK_NB), 0);

  assert_true (sl_save (path, bytes, NULL, SL_SAVE_PLAIN, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++) {
    if (!is_there (foreign[i]))
      fail_msg ("%s is gone", foreign[i]);
  }
  assert_true (is_there ("target"));
  assert_false (is_there (".ours.shortlist.shortlist-AbCdEf"));
  assert_false (is_there (".ours.shortlist.shortlist-123456"));

  close (descriptor);
  assert_true (sl_save (path, bytes, NULL, SL_SAVE_PLAIN, NULL));
  assert_false (is_there (".ours.shortlist.shortlist-locked"));
}

/* ---- faults ---- */

#ifdef SL_FAULT_LIBRARY

/* A run of save-once with a fault at the n-th call. Its exit status; -1 where it was killed. */
static int
run (const char *source, guint n, const char *error_number, gboolean keep, char **output)
{
  g_autofree char *at = g_strdup_printf ("%u", n);
  g_auto (GStrv) environment = g_get_environ ();
  const char *arguments[] = { SL_SAVE_ONCE, source, path, keep ? "keep" : NULL, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  environment = g_environ_setenv (environment, "LD_PRELOAD", SL_FAULT_LIBRARY, TRUE);
  environment = g_environ_setenv (environment, "FAULT_AT", at, TRUE);
  environment = g_environ_setenv (environment, "FAULT_ERRNO", error_number, TRUE);
  g_spawn_sync (NULL, (char **) arguments, environment, G_SPAWN_DEFAULT, NULL, NULL, output, NULL,
                &status, &error);
  if (error != NULL)
    fail_msg ("%s", error->message);

  return WIFEXITED (status) ? WEXITSTATUS (status) : -1;
}

static gboolean
is_file (const char *name, const char *text)
{
  g_autofree char *found = NULL;

  return g_file_get_contents (name, &found, NULL, NULL) && g_str_equal (found, text);
}

/* Nothing but the file, what was kept, and for one that was killed what it was writing. */
static void
expect_tidy (gboolean killed, gboolean keep)
{
  g_autofree char *list = list_folder ();
  g_auto (GStrv) names = g_strsplit (list, " ", -1);

  for (guint i = 0; names[i] != NULL; i++) {
    gboolean temporary = g_str_has_prefix (names[i], ".ours.shortlist.shortlist-");

    if (!g_str_equal (names[i], "ours.shortlist") && !g_str_equal (names[i], "source") &&
        !(keep && g_str_equal (names[i], "ours.shortlist~")) && !(killed && temporary))
      fail_msg ("«%s» is left", list);
  }
}

/* Every call of a save once, until none is left to fail. */
static void
expect_whole (const char *error_number, gboolean there_before, gboolean keep)
{
  g_autofree char *source = in_folder ("source");
  int status = 0;
  guint n = 0;

  do {
    g_autofree char *output = NULL;
    gboolean saved;

    clear_folder ();
    write_file (source, new, 0600);
    if (there_before)
      write_file (path, OLD, 0640);
    status = run (source, ++n, error_number, keep, &output);
    saved = is_file (path, new);
    if (!saved && (there_before ? !is_file (path, OLD) : g_file_test (path, G_FILE_TEST_EXISTS)))
      fail_msg ("call %u, %s: neither the old nor the new file", n, error_number);
    /* Who is told that it is saved may rely on it. */
    if (status == 0 || status == 2)
      assert_true (saved);
    if (status == 1 || status == 3)
      assert_true (strlen (output) > 10 && strchr (output, '\n') == output + strlen (output) - 1);
    expect_tidy (status == -1, keep);
    if (status == -1) {
      g_autofree char *nothing = NULL;

      /* The next save tidies up after the one that was killed. */
      assert_int_equal (run (source, 0, "0", keep, &nothing), 0);
      expect_tidy (FALSE, TRUE);
    }
    assert_true (n < 100);
  } while (status != 0);
  assert_true (n > 8);
}

static void
test_faults (void **state)
{
  g_autofree char *no_space = g_strdup_printf ("%d", ENOSPC);
  g_autofree char *no_access = g_strdup_printf ("%d", EACCES);
  g_autofree char *broken = g_strdup_printf ("%d", EIO);
  const char *kinds[] = { no_space, no_access, broken, "short", "kill" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    expect_whole (kinds[i], TRUE, FALSE);
    expect_whole (kinds[i], FALSE, FALSE);
    expect_whole (kinds[i], TRUE, TRUE);
  }
}

static ino_t
get_inode (const char *name)
{
  GStatBuf status;

  return g_stat (name, &status) == 0 ? status.st_ino : 0;
}

/* Where a file can't have a second name, what is replaced is copied. */
static void
test_without_links (void **state)
{
  g_autofree char *source = in_folder ("source");
  g_autofree char *backup = in_folder ("ours.shortlist~");
  g_autofree char *refused = g_strdup_printf ("%d", EPERM);
  gboolean copied = FALSE;
  GStatBuf status;

  for (guint n = 1; !copied; n++) {
    g_autofree char *output = NULL;
    ino_t inode;

    assert_true (n < 100);
    clear_folder ();
    write_file (source, new, 0600);
    write_file (path, OLD, 0640);
    inode = get_inode (path);
    copied = run (source, n, refused, TRUE, &output) == 2 && get_inode (backup) != inode;
  }
  expect_file (path, new);
  expect_file (backup, OLD);
  assert_int_equal (g_stat (backup, &status), 0);
  assert_int_equal (status.st_mode & 0777, 0640);
}

#endif

#define save_test(function) cmocka_unit_test_setup_teardown (function, setup, teardown)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    save_test (test_new_file),  save_test (test_permissions),     save_test (test_links),
    save_test (test_odd_names), save_test (test_keeps_the_other), save_test (test_expected),
    save_test (test_refusals),  save_test (test_read_only),       save_test (test_full_disk),
    save_test (test_sweeps),
#ifdef SL_FAULT_LIBRARY
    save_test (test_faults),    save_test (test_without_links),
#endif
  };

  return cmocka_run_group_tests_name ("save", tests, NULL, NULL);
}
