/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static const char *const files[] = {
  "companions.json", "criteria.json", "facts.json",   "observations.json", "patterns.json",
  "profiles.json",   "rules.json",    "sources.json", "technologies.json", NULL,
};

char *
fixture_folder (void)
{
  char *folder = g_dir_make_tmp ("catalogue-XXXXXX", NULL);

  assert_non_null (folder);
  return folder;
}

char *
fixture_copy (void)
{
  char *folder = fixture_folder ();

  for (guint i = 0; files[i] != NULL; i++) {
    g_autofree char *data = fixture_read (FIXTURE_SMALL, files[i]);

    fixture_write (folder, files[i], data, -1);
  }
  return folder;
}

void
fixture_remove (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    assert_int_equal (g_remove (path), 0);
  }
  assert_int_equal (g_rmdir (folder), 0);
  g_free (folder);
}

void
fixture_write (const char *folder, const char *file, const char *data, gssize length)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);

  assert_true (g_file_set_contents_full (path, data, length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

char *
fixture_read (const char *folder, const char *file)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  char *data;

  assert_true (g_file_get_contents (path, &data, NULL, NULL));
  return data;
}

void
fixture_replace (const char *folder, const char *file, const char *old, const char *new)
{
  g_autofree char *data = NULL;
  g_autofree char *replaced = NULL;
  char *place;

  if (old == NULL) {
    fixture_write (folder, file, new, -1);
    return;
  }
  data = fixture_read (folder, file);
  place = strstr (data, old);
  if (place == NULL || strstr (place + 1, old) != NULL)
    fail_msg ("%s: «%s» must stand there once", file, old);
  *place = '\0';
  replaced = g_strconcat (data, new, place + strlen (old), NULL);
  fixture_write (folder, file, replaced, -1);
}

void
fixture_expect_faults (const char *folder, SlInputError code, const char *const *lines)
{
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  SlCatalogue *catalogue = sl_catalogue_new_for_path (folder, &error);

  if (catalogue != NULL)
    fail_msg ("loaded in spite of: %s", lines[0]);
  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (expected, "%s%s/%s", i > 0 ? "\n" : "", folder, lines[i]);
  assert_string_equal (error->message, expected->str);
  assert_true (g_error_matches (error, SL_INPUT_ERROR, (int) code));
}

SlCatalogue *
fixture_load (const char *path)
{
  g_autoptr (GError) error = NULL;
  SlCatalogue *catalogue = sl_catalogue_new_for_path (path, &error);

  if (catalogue == NULL)
    fail_msg ("%s", error->message);
  return catalogue;
}

const SlCell *
fixture_cell (SlCatalogue *catalogue, const char *alternative, const char *criterion)
{
  const SlAlternative *found = sl_catalogue_find_alternative (catalogue, alternative);
  const SlCriterion *column = sl_catalogue_find_criterion (catalogue, criterion);

  assert_non_null (found);
  assert_non_null (column);
  return &found->cells[column->index];
}
