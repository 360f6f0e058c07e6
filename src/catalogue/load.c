/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "catalogue/loader-private.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "catalogue/catalogue-resource.h"
#include "catalogue/translation.h"

#define RESOURCE_FOLDER SL_RESOURCE_PATH "/catalogue/"
#define SHIPPED_ID "shortlist"
#define NO_LIST SL_N_LISTS
#define MAX_FILES 1000 /* in a folder */

/* The kinds of files, in the order of their names. */
static const struct {
  const char *file;
  const char *format;
  SlList lists[2];
  const char *members[5]; /* beside the head and the lists */
} kinds[] = {
  { "companions.json", "companions-1", { SL_LIST_COMPANIONS, NO_LIST } },
  { "criteria.json",
    "criteria-1",
    { SL_LIST_PILLARS, SL_LIST_CRITERIA },
    { "uncertainty", "correlations", "families", "notes" } },
  { "facts.json", "facts-1", { SL_LIST_GROUPS, SL_LIST_FACTS } },
  { "observations.json", "observations-1", { SL_LIST_METRICS, SL_LIST_OBSERVATIONS } },
  { "patterns.json", "patterns-1", { SL_LIST_PATTERNS, NO_LIST } },
  { "profiles.json", "profiles-1", { SL_LIST_PROFILES, NO_LIST } },
  { "rules.json", "rules-1", { SL_LIST_RULES, NO_LIST }, { "notes" } },
  { "sources.json", "sources-1", { SL_LIST_SOURCES, NO_LIST } },
  { "technologies.json", "technologies-1", { SL_LIST_TECHNOLOGIES, NO_LIST } },
};

#define N_KINDS G_N_ELEMENTS (kinds)
#define KIND_CRITERIA 1
#define KIND_OBSERVATIONS 3

/* The lists: their member, the size of what is made of an entry, how many entries there may be, and
 * the list that they share their ids with. The limits keep what is computed from them (cells,
 * targets, the importances of profiles) within some hundred megabytes, whatever a file says. */
static const struct {
  const char *member;
  gsize size;
  guint limit;
  SlList peer;
} lists[SL_N_LISTS] = {
  [SL_LIST_COMPANIONS] = { "companions", sizeof (SlCompanion), 10000, NO_LIST },
  [SL_LIST_CRITERIA] = { "criteria", sizeof (SlCriterion), 500, SL_LIST_PILLARS },
  [SL_LIST_FACTS] = { "facts", sizeof (SlFact), 1000, NO_LIST },
  [SL_LIST_GROUPS] = { "groups", sizeof (SlFactGroup), 100, NO_LIST },
  [SL_LIST_METRICS] = { "metrics", sizeof (SlMetric), 10000, NO_LIST },
  [SL_LIST_OBSERVATIONS] = { "observations", sizeof (SlObservation), 100000, NO_LIST },
  [SL_LIST_PATTERNS] = { "patterns", sizeof (SlAlternativeData), 1000, SL_LIST_TECHNOLOGIES },
  [SL_LIST_PILLARS] = { "pillars", sizeof (SlPillar), 100, SL_LIST_CRITERIA },
  [SL_LIST_PROFILES] = { "profiles", sizeof (SlProfile), 1000, NO_LIST },
  [SL_LIST_RULES] = { "rules", sizeof (SlRule), 10000, NO_LIST },
  [SL_LIST_SOURCES] = { "sources", sizeof (SlSource), 10000, NO_LIST },
  [SL_LIST_TECHNOLOGIES] = { "technologies", sizeof (SlAlternativeData), 1000, SL_LIST_PATTERNS },
};

typedef struct {
  guint kind; /* of kinds[] */
  gboolean shipped;
  GBytes *bytes;
  SlJsonInput *input;
} SlFile;

/* A loader with what stands in the way of a catalogue. */
typedef struct {
  SlLoader loader;
  GString *problems; /* of files that could not be read or parsed, a line each */
  SlInputError code; /* the gravest */
  gboolean whole;    /* the path was a folder */
  GPtrArray *base;   /* of SlFile: what the files extend, if not the shipped catalogue; nullable */
} Load;

const char *
sl_loader_list_name (SlList list)
{
  return lists[list].member;
}

static void
file_free (gpointer data)
{
  SlFile *file = data;

  g_clear_pointer (&file->input, sl_json_input_free);
  g_clear_pointer (&file->bytes, g_bytes_unref);
  g_free (file);
}

static void
load_init (Load *self)
{
  *self = (Load) { .code = SL_INPUT_ERROR_INVALID };
  self->problems = g_string_new (NULL);
  self->loader.catalogue = sl_catalogue_alloc ();
  self->loader.files = g_ptr_array_new_with_free_func (file_free);
  for (guint i = 0; i < SL_N_LISTS; i++)
    self->loader.entries[i] = g_array_new (FALSE, FALSE, sizeof (SlRecord));
  self->loader.technology_tags =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  self->loader.pattern_tags =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
}

static void
load_clear (Load *self)
{
  g_string_free (self->problems, TRUE);
  g_clear_pointer (&self->loader.catalogue, sl_catalogue_unref);
  g_ptr_array_unref (self->loader.files);
  g_clear_pointer (&self->base, g_ptr_array_unref);
  for (guint i = 0; i < SL_N_LISTS; i++)
    g_array_unref (self->loader.entries[i]);
  g_hash_table_unref (self->loader.technology_tags);
  g_hash_table_unref (self->loader.pattern_tags);
}

static void
    G_GNUC_PRINTF (3, 4) add_problem (Load *self, SlInputError code, const char *format, ...)
{
  va_list arguments;

  if (self->problems->len > 0)
    g_string_append_c (self->problems, '\n');
  va_start (arguments, format);
  g_string_append_vprintf (self->problems, format, arguments);
  va_end (arguments);
  self->code = MAX (self->code, code);
}

static void
take_problem (Load *self, GError *error)
{
  if (error->domain == SL_INPUT_ERROR)
    add_problem (self, error->code, "%s", error->message);
  else
    add_problem (self, SL_INPUT_ERROR_READ, "%s", error->message);
  g_error_free (error);
}

static gboolean
has_problems (Load *self)
{
  if (self->problems->len > 0)
    return TRUE;
  for (guint i = 0; i < self->loader.files->len; i++) {
    const SlFile *file = self->loader.files->pdata[i];

    if (sl_json_input_get_n_faults (file->input) > 0)
      return TRUE;
  }
  return FALSE;
}

/* ---- stage 1: files ---- */

/* A file of the wrong format says nothing else worth reading. */
static gboolean
check_format (Load *self, SlJsonInput *input, const char *name, const char *expected)
{
  JsonObject *root = sl_json_input_get_root (input);
  JsonNode *node = json_object_get_member (root, "format");
  const char *format =
      node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
  gsize stem = strlen (expected) - 1;

  if (g_strcmp0 (format, expected) == 0)
    return TRUE;
  if (format != NULL && strncmp (format, expected, stem) == 0 && g_ascii_isdigit (format[stem]))
    add_problem (self, SL_INPUT_ERROR_FORMAT,
                 _ ("%s: format: expected \"%s\"; this file is of a newer format"), name, expected);
  else
    add_problem (self, SL_INPUT_ERROR_FORMAT, _ ("%s: format: expected \"%s\""), name, expected);
  return FALSE;
}

/* The kind of a file that may have any name. */
static gboolean
find_kind (Load *self, SlJsonInput *input, const char *name, guint *kind)
{
  const char *format =
      sl_json_input_string (input, sl_json_input_get_root (input), "format", SL_MAX_NAME);

  for (guint i = 0; format != NULL && i < N_KINDS; i++) {
    gsize stem = strlen (kinds[i].format) - 1;

    if (strncmp (format, kinds[i].format, stem) == 0) {
      *kind = i;
      return check_format (self, input, name, kinds[i].format);
    }
  }
  add_problem (self, SL_INPUT_ERROR_FORMAT,
               _ ("%s: format: expected that of a catalogue’s file, such as \"criteria-1\""), name);
  return FALSE;
}

/* Takes `bytes`. `kind` is N_KINDS where only the file itself can tell. */
static void
add_file (Load *self, GBytes *bytes, const char *name, guint kind, gboolean shipped)
{
  GError *error = NULL;
  SlJsonInput *input = sl_json_input_new (bytes, name, &error);
  SlFile *file;

  if (input == NULL) {
    take_problem (self, error);
    g_bytes_unref (bytes);
    return;
  }
  if (kind == N_KINDS ? !find_kind (self, input, name, &kind)
                      : !check_format (self, input, name, kinds[kind].format)) {
    sl_json_input_free (input);
    g_bytes_unref (bytes);
    return;
  }
  file = g_new0 (SlFile, 1);
  *file = (SlFile) { .kind = kind, .shipped = shipped, .bytes = bytes, .input = input };
  g_ptr_array_add (self->loader.files, file);
}

/* Asks for the resource by its getter: the linker drops an object file that nothing refers to, and
 * its constructor with it. */
static void
add_shipped (Load *self, gboolean below_extension)
{
  for (guint i = 0; i < N_KINDS; i++) {
    g_autofree char *path = g_strconcat (RESOURCE_FOLDER, kinds[i].file, NULL);
    GError *error = NULL;
    GBytes *bytes = g_resource_lookup_data (sl_catalogue_get_resource (), path,
                                            G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

    if (bytes != NULL)
      add_file (self, bytes, kinds[i].file, i, below_extension);
    else
      take_problem (self, error);
  }
}

static gboolean
extends_shipped (const SlFile *file)
{
  return json_object_has_member (sl_json_input_get_root (file->input), "extends");
}

static void
add_path (Load *self, const char *path, guint kind)
{
  g_autofree char *name = g_filename_display_name (path);
  GError *error = NULL;
  GBytes *bytes = sl_input_read (path, &error);

  if (bytes != NULL)
    add_file (self, bytes, name, kind, FALSE);
  else
    take_problem (self, error);
}

/* A misspelt name would be overlooked in silence, so no other JSON file may lie beside them. */
static void
check_folder (Load *self, const char *path)
{
  g_autoptr (GDir) folder = NULL;
  GError *error = NULL;
  const char *name;

  folder = g_dir_open (path, 0, &error);
  if (folder == NULL) {
    take_problem (self, error);
    return;
  }
  for (guint n = 0; (name = g_dir_read_name (folder)) != NULL && n < MAX_FILES; n++) {
    g_autofree char *file = NULL;
    gboolean known = FALSE;

    for (guint i = 0; i < N_KINDS; i++)
      known = known || g_str_equal (name, kinds[i].file);
    if (known || !g_str_has_suffix (name, ".json") || name[0] == '.')
      continue;
    file = g_build_filename (path, name, NULL);
    add_problem (self, SL_INPUT_ERROR_INVALID,
                 _ ("%s: expected no file of this name in a catalogue"), file);
  }
}

static gboolean
holds_catalogue (const char *path)
{
  for (guint i = 0; i < N_KINDS; i++) {
    g_autofree char *file = g_build_filename (path, kinds[i].file, NULL);

    if (g_file_test (file, G_FILE_TEST_EXISTS))
      return TRUE;
  }

  return FALSE;
}

/* A pipe in the place of a file would be waited for, perhaps for ever. */
static gboolean
is_pipe (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 && S_ISFIFO (status.st_mode);
}

static void
add_folder (Load *self, const char *path)
{
  gboolean extends = FALSE;

  check_folder (self, path);
  if (!holds_catalogue (path)) {
    if (!has_problems (self))
      add_problem (self, SL_INPUT_ERROR_READ,
                   _ ("%s: expected a catalogue, found none of its files (%s and others)"), path,
                   kinds[KIND_CRITERIA].file);
    return;
  }
  for (guint i = 0; i < N_KINDS; i++) {
    g_autofree char *file = g_build_filename (path, kinds[i].file, NULL);

    if (is_pipe (file))
      add_problem (self, SL_INPUT_ERROR_READ, _ ("%s: expected a file, found a pipe"), file);
    else if (g_file_test (file, G_FILE_TEST_EXISTS))
      add_path (self, file, i);
  }
  for (guint i = 0; i < self->loader.files->len; i++)
    extends = extends || extends_shipped (self->loader.files->pdata[i]);
  for (guint i = 0; i < N_KINDS && !extends; i++) {
    g_autofree char *file = g_build_filename (path, kinds[i].file, NULL);

    if (!g_file_test (file, G_FILE_TEST_EXISTS))
      add_problem (self, SL_INPUT_ERROR_READ, "%s: %s", file, g_strerror (ENOENT));
  }
}

/* All files of one catalogue say the same of it. */
static void
check_head (Load *self, const SlFile *file, const SlFile *first)
{
  JsonObject *root = sl_json_input_get_root (file->input);
  JsonObject *first_root = sl_json_input_get_root (first->input);
  const char *id = sl_json_input_id (file->input, root, "catalogue");
  const char *version = sl_json_input_string (file->input, root, "version", SL_MAX_NAME);
  const char *extends = sl_json_input_string_or (file->input, root, "extends", SL_MAX_NAME, NULL);

  if (file != first && id != NULL &&
      g_strcmp0 (id, json_object_get_string_member_with_default (first_root, "catalogue", NULL)) !=
          0)
    sl_json_input_fault (file->input, "catalogue", _ ("expected the same as in the other files"));
  if (file != first && version != NULL &&
      g_strcmp0 (version,
                 json_object_get_string_member_with_default (first_root, "version", NULL)) != 0)
    sl_json_input_fault (file->input, "version", _ ("expected the same as in the other files"));
  if (extends != NULL && !g_str_equal (extends, SHIPPED_ID))
    sl_json_input_fault (file->input, "extends", _ ("expected \"%s\""), SHIPPED_ID);
  if (extends_shipped (file) != extends_shipped (first))
    sl_json_input_fault (file->input, "extends",
                         _ ("expected \"%s\" in all files of the catalogue or in none"),
                         SHIPPED_ID);
  else if (extends_shipped (file))
    self->loader.extends = TRUE;
  else if (!self->whole)
    sl_json_input_fault (file->input, "extends",
                         _ ("expected \"%s\", since one file is not a whole catalogue"),
                         SHIPPED_ID);
}

static void
check_members (const SlFile *file)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new ();

  g_ptr_array_add (members, (gpointer) "$schema");
  g_ptr_array_add (members, (gpointer) "format");
  g_ptr_array_add (members, (gpointer) "catalogue");
  g_ptr_array_add (members, (gpointer) "version");
  g_ptr_array_add (members, (gpointer) "extends");
  for (guint i = 0; i < G_N_ELEMENTS (kinds[file->kind].lists); i++) {
    if (kinds[file->kind].lists[i] != NO_LIST)
      g_ptr_array_add (members, (gpointer) lists[kinds[file->kind].lists[i]].member);
  }
  for (guint i = 0; kinds[file->kind].members[i] != NULL; i++)
    g_ptr_array_add (members, (gpointer) kinds[file->kind].members[i]);
  g_ptr_array_add (members, NULL);
  sl_json_input_only (file->input, sl_json_input_get_root (file->input),
                      (const char *const *) members->pdata);
}

static void
check_heads (Load *self)
{
  for (guint i = 0; i < self->loader.files->len; i++) {
    const SlFile *file = self->loader.files->pdata[i];

    check_head (self, file, self->loader.files->pdata[0]);
    check_members (file);
  }
}

/* Puts the files of the shipped catalogue, or what was given in its place, before those that extend
 * it. */
static void
add_base_below (Load *self)
{
  GPtrArray *own = self->loader.files;

  self->loader.files = g_ptr_array_new_with_free_func (file_free);
  if (self->base != NULL)
    g_ptr_array_extend_and_steal (self->loader.files, g_steal_pointer (&self->base));
  else
    add_shipped (self, TRUE);
  g_ptr_array_extend_and_steal (self->loader.files, own);
}

/* Of files that come all together, those that the others extend say nothing of that themselves. */
static void
part_base (Load *self)
{
  GPtrArray *all = self->loader.files;
  gboolean extends = FALSE;

  for (guint i = 0; i < all->len; i++)
    extends = extends || extends_shipped (all->pdata[i]);
  if (!extends)
    return;

  self->loader.files = g_ptr_array_new_with_free_func (file_free);
  self->base = g_ptr_array_new_with_free_func (file_free);
  while (all->len > 0) {
    SlFile *file = g_ptr_array_steal_index (all, 0);

    file->shipped = !extends_shipped (file);
    g_ptr_array_add (file->shipped ? self->base : self->loader.files, file);
  }
  g_ptr_array_unref (all);
}

static void
set_identity (Load *self)
{
  SlCatalogue *catalogue = self->loader.catalogue;
  const SlFile *last = self->loader.files->pdata[self->loader.files->len - 1];
  JsonObject *root = sl_json_input_get_root (last->input);

  for (guint i = 0; i < self->loader.files->len; i++) {
    const SlFile *file = self->loader.files->pdata[i];

    g_ptr_array_add (catalogue->files, sl_catalogue_file_new (kinds[file->kind].file, file->bytes));
  }
  catalogue->id = sl_catalogue_own_string (
      catalogue, json_object_get_string_member_with_default (root, "catalogue", ""));
  catalogue->version = sl_catalogue_own_string (
      catalogue, json_object_get_string_member_with_default (root, "version", ""));
}

/* ---- stage 2: entries ---- */

/* The entry of this id that is already there, or NULL; a fault if the new one may not replace it.
 */
static SlRecord *
find_replaced (SlLoader *self,
               SlList list,
               GHashTable *seen[],
               const SlRecord *entry,
               const char *id)
{
  SlList peer = lists[list].peer;
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (seen[list], id));
  SlRecord *known =
      position > 0 ? &g_array_index (self->entries[list], SlRecord, position - 1) : NULL;
  gboolean taken = known != NULL && (entry->shipped || !known->shipped);

  if (peer != NO_LIST && g_hash_table_contains (seen[peer], id))
    taken = TRUE;
  if (taken)
    sl_json_input_fault (entry->input, "id",
                         _ ("expected an id that is not taken yet, found \"%s\""), id);
  return known;
}

static void
collect_entry (SlLoader *self, SlList list, GHashTable *seen[], SlRecord entry)
{
  const char *id = sl_json_input_id (entry.input, entry.object, "id");
  SlRecord *replaced;

  if (id == NULL)
    return;
  replaced = find_replaced (self, list, seen, &entry, id);
  if (replaced != NULL) {
    *replaced = entry;
    return;
  }
  g_array_append_val (self->entries[list], entry);
  g_hash_table_insert (seen[list], (gpointer) id, GUINT_TO_POINTER (self->entries[list]->len));
}

static void
collect_list (SlLoader *self, const SlFile *file, SlList list, GHashTable *seen[])
{
  JsonObject *root = sl_json_input_get_root (file->input);
  const char *member = lists[list].member;
  JsonArray *array = self->extends && !file->shipped
                         ? sl_json_input_array_or_null (file->input, root, member)
                         : sl_json_input_array (file->input, root, member);
  SlRecord place = { .input = file->input, .shipped = file->shipped };
  guint n = sl_loader_count (&place, array, member, lists[list].limit);

  sl_json_input_push (file->input, member);
  for (guint i = 0; i < n; i++) {
    sl_json_input_push_index (file->input, i);
    place.index = i;
    place.object = sl_json_input_element_object (file->input, array, i);
    if (place.object != NULL)
      collect_entry (self, list, seen, place);
    sl_json_input_pop (file->input);
  }
  sl_json_input_pop (file->input);
}

/* An empty struct for each entry. */
static void
make_items (SlLoader *self, SlList list)
{
  SlCatalogue *catalogue = self->catalogue;

  for (guint i = 0; i < self->entries[list]->len; i++) {
    SlRecord *entry = &g_array_index (self->entries[list], SlRecord, i);
    const char *id = json_object_get_string_member (entry->object, "id");

    entry->item = sl_catalogue_own_block (catalogue, 1, lists[list].size);
    g_ptr_array_add (catalogue->items[list], entry->item);
    g_hash_table_insert (catalogue->ids[list], (gpointer) sl_catalogue_own_string (catalogue, id),
                         entry->item);
  }
}

static void
collect (SlLoader *self)
{
  GHashTable *seen[SL_N_LISTS];

  for (guint i = 0; i < SL_N_LISTS; i++)
    seen[i] = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->files->len; i++) {
    const SlFile *file = self->files->pdata[i];

    for (guint j = 0; j < G_N_ELEMENTS (kinds[file->kind].lists); j++) {
      if (kinds[file->kind].lists[j] != NO_LIST)
        collect_list (self, file, kinds[file->kind].lists[j], seen);
    }
  }
  for (guint i = 0; i < SL_N_LISTS; i++) {
    make_items (self, i);
    g_hash_table_unref (seen[i]);
  }
}

/* ---- stage 3 and 4 ---- */

void
sl_loader_fill (SlLoader *self, SlList list, SlFill fill)
{
  for (guint i = 0; i < self->entries[list]->len; i++) {
    const SlRecord *entry = &g_array_index (self->entries[list], SlRecord, i);

    sl_json_input_push (entry->input, lists[list].member);
    sl_json_input_push_index (entry->input, entry->index);
    fill (self, entry);
    sl_json_input_pop (entry->input);
    sl_json_input_pop (entry->input);
  }
}

static void
check_notes (SlLoader *self, const SlRecord *file)
{
  static const char *const members[] = { "double_counting", NULL };
  JsonObject *root = sl_json_input_get_root (file->input);
  JsonObject *notes = sl_json_input_object_or_null (file->input, root, "notes");

  if (notes == NULL)
    return;
  sl_json_input_push (file->input, "notes");
  sl_json_input_only (file->input, notes, members);
  sl_loader_text_or_null (self, file, notes, "double_counting", 2 * SL_MAX_TEXT);
  sl_json_input_pop (file->input);
}

/* What criteria.json and rules.json hold beside their lists. */
static void
load_rest (SlLoader *self)
{
  for (guint i = 0; i < self->files->len; i++) {
    const SlFile *file = self->files->pdata[i];
    JsonObject *root = sl_json_input_get_root (file->input);
    SlRecord place = { .input = file->input, .shipped = file->shipped };
    gboolean whole = !self->extends || file->shipped;
    JsonObject *uncertainty, *families;

    check_notes (self, &place);
    if (file->kind != KIND_CRITERIA)
      continue;
    uncertainty = whole ? sl_json_input_object (file->input, root, "uncertainty")
                        : sl_json_input_object_or_null (file->input, root, "uncertainty");
    families = whole ? sl_json_input_object (file->input, root, "families")
                     : sl_json_input_object_or_null (file->input, root, "families");
    if (uncertainty != NULL)
      sl_load_uncertainty (self, &place, uncertainty);
    if (families != NULL)
      sl_load_families (self, &place, families);
    sl_load_correlations (self, &place,
                          sl_json_input_array_or_null (file->input, root, "correlations"));
  }
}

/* Whether cells can be computed: what they are computed from is without fault. */
static gboolean
can_compute (SlLoader *self)
{
  for (guint i = 0; i < self->files->len; i++) {
    const SlFile *file = self->files->pdata[i];

    if ((file->kind == KIND_CRITERIA || file->kind == KIND_OBSERVATIONS) &&
        sl_json_input_get_n_faults (file->input) > 0)
      return FALSE;
  }
  return TRUE;
}

static void
fill (SlLoader *self)
{
  sl_load_evidence (self);
  sl_load_criteria (self);
  load_rest (self);
  sl_load_alternatives (self);
  sl_load_facts (self);
  sl_load_rules (self);
  sl_load_profiles (self);
  if (can_compute (self))
    sl_compute_cells (self);
}

/* Every fault of every file, in their order. */
static void
report (Load *self, GError **error)
{
  for (guint i = 0; i < self->loader.files->len; i++) {
    const SlFile *file = self->loader.files->pdata[i];
    GError *faults = NULL;

    if (!sl_json_input_finish (file->input, &faults))
      take_problem (self, faults);
  }
  g_set_error_literal (error, SL_INPUT_ERROR, (int) self->code, self->problems->str);
}

static SlCatalogue *
finish (Load *self, GError **error)
{
  SlCatalogue *catalogue = NULL;

  if (!has_problems (self))
    check_heads (self);
  if (!has_problems (self) && self->loader.extends)
    add_base_below (self);
  if (!has_problems (self)) {
    set_identity (self);
    collect (&self->loader);
    fill (&self->loader);
  }
  if (!has_problems (self))
    sl_make_pairings (&self->loader);
  if (has_problems (self))
    report (self, error);
  else
    catalogue = g_steal_pointer (&self->loader.catalogue);
  load_clear (self);
  return catalogue;
}

SlCatalogue *
sl_catalogue_new (GError **error)
{
  Load self;

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  load_init (&self);
  self.whole = TRUE;
  add_shipped (&self, FALSE);
  return finish (&self, error);
}

SlCatalogue *
sl_catalogue_new_for_path (const char *path, GError **error)
{
  Load self;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  load_init (&self);
  self.whole = g_file_test (path, G_FILE_TEST_IS_DIR);
  if (self.whole)
    add_folder (&self, path);
  else
    add_path (&self, path, N_KINDS);
  return finish (&self, error);
}

SlCatalogue *
sl_catalogue_new_for_bytes (GBytes *bytes, const char *name, GError **error)
{
  Load self;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  load_init (&self);
  add_file (&self, g_bytes_ref (bytes), name, N_KINDS, FALSE);
  return finish (&self, error);
}

SlCatalogue *
sl_catalogue_new_for_files (const GPtrArray *files, const char *name, GError **error)
{
  Load self;

  g_return_val_if_fail (files != NULL && files->len > 0, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  load_init (&self);
  self.whole = TRUE;
  for (guint i = 0; i < files->len; i++) {
    const SlCatalogueFile *file = files->pdata[i];
    g_autofree char *place = g_strdup_printf ("%s/%s", name, file->name);

    add_file (&self, g_bytes_ref (file->bytes), place, N_KINDS, FALSE);
  }
  if (!has_problems (&self))
    part_base (&self);
  return finish (&self, error);
}
