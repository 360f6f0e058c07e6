/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "catalogue/packing.h"

#include <gio/gio.h>
#include <string.h>

#include "catalogue/catalogue-private.h"
#include "catalogue/translation.h"

#define LEVEL 9
#define MAX_WORD 100
#define MAX_FILES 100
/* Base64 of what does not get smaller, with room for the head and the tail of the format. */
#define MAX_TEXT (SL_PACKED_MAX_BYTES / 3 * 4 + 64 * 1024)

const char *const sl_packed_members[] = { "id", "version", "sha256", "files", "data", NULL };

/* ---- packing ---- */

static gsize
get_size (SlCatalogue *self)
{
  gsize size = 0;

  for (guint i = 0; i < self->files->len; i++) {
    const SlCatalogueFile *file = self->files->pdata[i];

    size += g_bytes_get_size (file->bytes);
  }
  return size;
}

gboolean
sl_catalogue_can_pack (SlCatalogue *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->files->len <= MAX_FILES && get_size (self) <= SL_PACKED_MAX_BYTES;
}

static GBytes *
join_files (SlCatalogue *self)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();

  for (guint i = 0; i < self->files->len; i++) {
    const SlCatalogueFile *file = self->files->pdata[i];
    gsize length;
    const guint8 *data = g_bytes_get_data (file->bytes, &length);

    g_byte_array_append (all, data, (guint) length);
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

/* Whoever comes second throws the own packing away: both are the same. */
static const char *
get_packed (SlCatalogue *self)
{
  const char *packed = g_atomic_pointer_get (&self->packed);
  g_autoptr (GConverter) compressor = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) deflated = NULL;
  g_autofree char *text = NULL;

  if (packed != NULL)
    return packed;

  compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, LEVEL));
  bytes = join_files (self);
  deflated = g_converter_convert_bytes (compressor, bytes, NULL);
  /* Memory to memory, it can't fail. */
  g_return_val_if_fail (deflated != NULL, "");
  text = g_base64_encode (g_bytes_get_data (deflated, NULL), g_bytes_get_size (deflated));
  if (g_atomic_pointer_compare_and_exchange (&self->packed, NULL, text))
    return g_steal_pointer (&text);
  return g_atomic_pointer_get (&self->packed);
}

void
sl_catalogue_pack (SlCatalogue *self, SlJsonWriter *json)
{
  g_return_if_fail (self != NULL && json != NULL);

  sl_json_writer_begin_object (json, NULL);
  sl_json_writer_add_text (json, "id", self->id);
  sl_json_writer_add_text (json, "version", self->version);
  sl_json_writer_add_text (json, "sha256", sl_catalogue_get_sha256 (self));
  sl_json_writer_begin_array (json, "files");
  for (guint i = 0; i < self->files->len; i++) {
    const SlCatalogueFile *file = self->files->pdata[i];

    sl_json_writer_begin_object (json, NULL);
    sl_json_writer_add_text (json, "name", file->name);
    sl_json_writer_add_number (json, "size", (double) g_bytes_get_size (file->bytes));
    sl_json_writer_end_object (json);
  }
  sl_json_writer_end_array (json);
  sl_json_writer_add_text (json, "data", get_packed (self));
  sl_json_writer_end_object (json);
}

/* ---- unpacking ---- */

const char *
sl_packed_get_sha256 (SlJsonInput *input, JsonObject *object)
{
  return sl_json_input_string (input, object, "sha256", MAX_WORD);
}

/* Names and sizes, as SlCatalogueFile without bytes; the sum is within bounds. NULL after a fault.
 */
static gboolean
read_sizes (SlJsonInput *input, JsonObject *object, GPtrArray *names, GArray *sizes, gsize *sum)
{
  JsonArray *array = sl_json_input_array (input, object, "files");
  guint n = array != NULL ? json_array_get_length (array) : 0;
  guint n_faults = sl_json_input_get_n_faults (input);

  if (array == NULL)
    return FALSE;
  if (n == 0 || n > MAX_FILES) {
    sl_json_input_fault (input, "files", _ ("expected from 1 to %d entries"), MAX_FILES);
    return FALSE;
  }

  sl_json_input_push (input, "files");
  for (guint i = 0; i < n && sl_json_input_get_n_faults (input) == n_faults; i++) {
    JsonObject *file;

    sl_json_input_push_index (input, i);
    file = sl_json_input_element_object (input, array, i);
    if (file != NULL) {
      const char *name = sl_json_input_string (input, file, "name", MAX_WORD);
      gsize size = (gsize) sl_json_input_number (input, file, "size", 0, SL_PACKED_MAX_BYTES);

      g_ptr_array_add (names, (gpointer) name);
      g_array_append_val (sizes, size);
      *sum += size;
    }
    sl_json_input_pop (input);
  }
  sl_json_input_pop (input);
  if (sl_json_input_get_n_faults (input) == n_faults && *sum > SL_PACKED_MAX_BYTES)
    sl_json_input_fault (input, "files", _ ("expected at most %d MiB in all"),
                         SL_PACKED_MAX_BYTES / (1024 * 1024));

  return sl_json_input_get_n_faults (input) == n_faults;
}

/* Exactly `size` bytes, or NULL: what says that it is small can't grow beyond that. */
static guint8 *
inflate (const guint8 *data, gsize length, gsize size)
{
  g_autoptr (GConverter) decompressor =
      G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autofree guint8 *bytes = g_malloc (size + 1);
  gsize n_read = 0, n_written = 0;

  for (;;) {
    gsize in, out;
    GConverterResult result =
        g_converter_convert (decompressor, data + n_read, length - n_read, bytes + n_written,
                             size + 1 - n_written, G_CONVERTER_INPUT_AT_END, &in, &out, NULL);

    if (result == G_CONVERTER_ERROR)
      return NULL;
    n_read += in;
    n_written += out;
    if (n_written > size)
      return NULL;
    if (result == G_CONVERTER_FINISHED)
      return n_written == size && n_read == length ? g_steal_pointer (&bytes) : NULL;
  }
}

static guint8 *
read_data (SlJsonInput *input, JsonObject *object, gsize size)
{
  const char *text = sl_json_input_string (input, object, "data", MAX_TEXT);
  g_autofree guint8 *deflated = NULL;
  guint8 *data;
  gsize length;

  if (text == NULL)
    return NULL;

  deflated = g_base64_decode (text, &length);
  data = length > 0 ? inflate (deflated, length, size) : NULL;
  if (data == NULL)
    sl_json_input_fault (input, "data", _ ("expected the files of a catalogue; they are damaged"));
  return data;
}

static GPtrArray *
part_files (const guint8 *data, const GPtrArray *names, const GArray *sizes)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (sl_catalogue_file_free);

  for (guint i = 0; i < names->len; i++) {
    gsize size = g_array_index (sizes, gsize, i);
    g_autoptr (GBytes) bytes = g_bytes_new (data, size);

    g_ptr_array_add (files, sl_catalogue_file_new (names->pdata[i], bytes));
    data += size;
  }
  return files;
}

/* Of all that is wrong with it the first says enough: nobody edits this by hand. */
static SlCatalogue *
load (SlJsonInput *input, const GPtrArray *files)
{
  g_autoptr (GError) error = NULL;
  SlCatalogue *catalogue = sl_catalogue_new_for_files (files, "data", &error);

  if (catalogue == NULL) {
    char *end = strchr (error->message, '\n');

    if (end != NULL)
      *end = '\0';
    sl_json_input_fault (input, "data", _ ("expected a catalogue (%s)"), error->message);
  }
  return catalogue;
}

SlCatalogue *
sl_catalogue_unpack (SlJsonInput *input, JsonObject *object)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GPtrArray) files = NULL;
  g_autofree guint8 *data = NULL;
  g_autofree char *sha256 = NULL;
  const char *expected;
  gsize size = 0;

  g_return_val_if_fail (input != NULL && object != NULL, NULL);

  expected = sl_packed_get_sha256 (input, object);
  if (expected == NULL || !read_sizes (input, object, names, sizes, &size))
    return NULL;
  data = read_data (input, object, size);
  if (data == NULL)
    return NULL;

  sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, size);
  if (!g_str_equal (sha256, expected)) {
    sl_json_input_fault (input, "data", _ ("expected the files of a catalogue; they are damaged"));
    return NULL;
  }
  files = part_files (data, names, sizes);
  return load (input, files);
}
