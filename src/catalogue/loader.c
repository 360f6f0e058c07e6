/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "catalogue/loader-private.h"

#include <math.h>
#include "catalogue/translation.h"

#define MAX_TEXTS 100 /* in a list of texts */
#define MAX_REFERENCES 1000
#define FIRST_YEAR 1950
#define LAST_YEAR 2200

/* ---- texts ---- */

/* Line breaks and controls would break tables and reports. */
static gboolean
is_one_line (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c)) {
    GUnicodeType type;

    if (*c >= ' ' && *c <= '~')
      continue;
    type = g_unichar_type (g_utf8_get_char (c));
    if (type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR ||
        type == G_UNICODE_PARAGRAPH_SEPARATOR)
      return FALSE;
  }
  return TRUE;
}

static const char *
check_text (const SlRecord *entry, const char *member, const char *text)
{
  if (text == NULL)
    return NULL;
  if (*text == '\0') {
    sl_json_input_fault (entry->input, member, _ ("expected a text that is not empty"));
    return NULL;
  }
  if (!is_one_line (text)) {
    sl_json_input_fault (entry->input, member, _ ("expected a text of one line"));
    return NULL;
  }
  return text;
}

static const char *
translate (SlLoader *self, const char *text)
{
  if (text == NULL)
    return NULL;
  return sl_catalogue_own_string (self->catalogue, dgettext (GETTEXT_PACKAGE, text));
}

const char *
sl_loader_text (SlLoader *self,
                const SlRecord *entry,
                JsonObject *object,
                const char *member,
                guint max_length)
{
  const char *text = sl_json_input_string (entry->input, object, member, max_length);

  return translate (self, check_text (entry, member, text));
}

const char *
sl_loader_text_or_null (SlLoader *self,
                        const SlRecord *entry,
                        JsonObject *object,
                        const char *member,
                        guint max_length)
{
  const char *text = sl_json_input_string_or (entry->input, object, member, max_length, NULL);

  return translate (self, check_text (entry, member, text));
}

const char *const *
sl_loader_texts (SlLoader *self, const SlRecord *entry, JsonObject *object, const char *member)
{
  JsonArray *array = sl_json_input_array (entry->input, object, member);
  guint n = sl_loader_count (entry, array, member, MAX_TEXTS), n_texts = 0;
  const char **texts = sl_catalogue_own_block (self->catalogue, n + 1, sizeof (char *));

  sl_json_input_push (entry->input, member);
  for (guint i = 0; i < n; i++) {
    const char *text;

    sl_json_input_push_index (entry->input, i);
    text = sl_json_input_element_string (entry->input, array, i, SL_MAX_TEXT);
    text = translate (self, check_text (entry, NULL, text));
    if (text != NULL)
      texts[n_texts++] = text;
    sl_json_input_pop (entry->input);
  }
  sl_json_input_pop (entry->input);
  return texts;
}

const char *
sl_loader_word (SlLoader *self,
                const SlRecord *entry,
                JsonObject *object,
                const char *member,
                guint max_length)
{
  const char *word = sl_json_input_string (entry->input, object, member, max_length);

  word = check_text (entry, member, word);
  return word != NULL ? sl_catalogue_own_string (self->catalogue, word) : NULL;
}

const char *
sl_loader_element_word (SlLoader *self, const SlRecord *entry, JsonArray *array, guint index)
{
  const char *word = sl_json_input_element_string (entry->input, array, index, SL_MAX_WORD);

  word = check_text (entry, NULL, word);
  return word != NULL ? sl_catalogue_own_string (self->catalogue, word) : NULL;
}

const char *
sl_loader_id (SlLoader *self, const SlRecord *entry)
{
  return sl_catalogue_own_string (self->catalogue,
                                  json_object_get_string_member (entry->object, "id"));
}

/* ---- numbers and choices ---- */

double
sl_loader_above_zero (SlLoader *self,
                      const SlRecord *entry,
                      JsonObject *object,
                      const char *member,
                      double high)
{
  guint before = sl_json_input_get_n_faults (entry->input);
  double number = sl_json_input_number (entry->input, object, member, 0, high);

  if (number > 0 || sl_json_input_get_n_faults (entry->input) > before)
    return number;
  sl_json_input_fault (entry->input, member, _ ("expected a number above 0, found 0"));
  return 0;
}

int
sl_loader_year (SlLoader *self, const SlRecord *entry, JsonObject *object, const char *member)
{
  double year = sl_json_input_number (entry->input, object, member, FIRST_YEAR, LAST_YEAR);

  if (year != floor (year))
    sl_json_input_fault (entry->input, member, _ ("expected a year, a whole number"));
  return (int) year;
}

guint
sl_loader_one_of (SlLoader *self,
                  const SlRecord *entry,
                  JsonObject *object,
                  const char *member,
                  const char *const *names)
{
  const char *name = sl_json_input_id (entry->input, object, member);
  g_autofree char *expected = NULL;

  if (name == NULL)
    return 0;
  for (guint i = 0; names[i] != NULL; i++) {
    if (g_str_equal (names[i], name))
      return i;
  }
  expected = g_strjoinv (", ", (char **) names);
  sl_json_input_fault (entry->input, member, _ ("expected one of %s, found \"%s\""), expected,
                       name);
  return 0;
}

guint
sl_loader_count (const SlRecord *entry, JsonArray *array, const char *member, guint limit)
{
  guint n = array != NULL ? json_array_get_length (array) : 0;

  if (n > limit)
    sl_json_input_fault (entry->input, member, _ ("expected at most %u entries, found %u"), limit,
                         n);
  return MIN (n, limit);
}

/* ---- references ---- */

gpointer
sl_loader_look_up (SlLoader *self,
                   const SlRecord *entry,
                   SlList list,
                   const char *member,
                   const char *id)
{
  gpointer item = g_hash_table_lookup (self->catalogue->ids[list], id);

  if (item == NULL)
    sl_json_input_fault (entry->input, member,
                         _ ("expected an id from the list of %s, found \"%s\""),
                         sl_loader_list_name (list), id);
  return item;
}

void
sl_loader_require (const SlRecord *entry, JsonObject *object, const char *member)
{
  if (!json_object_has_member (object, member))
    sl_json_input_fault (entry->input, member, _ ("expected a list, found nothing"));
}

gpointer
sl_loader_refer (SlLoader *self,
                 const SlRecord *entry,
                 JsonObject *object,
                 const char *member,
                 SlList list)
{
  const char *id = sl_json_input_id (entry->input, object, member);

  return id != NULL ? sl_loader_look_up (self, entry, list, member, id) : NULL;
}

GPtrArray *
sl_loader_refer_all (SlLoader *self,
                     const SlRecord *entry,
                     JsonObject *object,
                     const char *member,
                     SlList list)
{
  JsonArray *array = sl_json_input_array_or_null (entry->input, object, member);
  guint n = sl_loader_count (entry, array, member, MAX_REFERENCES);
  GPtrArray *items = sl_catalogue_own_list (self->catalogue);

  sl_json_input_push (entry->input, member);
  for (guint i = 0; i < n; i++) {
    const char *id;
    gpointer item;

    sl_json_input_push_index (entry->input, i);
    id = sl_json_input_element_id (entry->input, array, i);
    item = id != NULL ? sl_loader_look_up (self, entry, list, NULL, id) : NULL;
    if (item != NULL && g_ptr_array_find (items, item, NULL))
      sl_json_input_fault (entry->input, NULL, _ ("expected each id once, found \"%s\" again"), id);
    else if (item != NULL)
      g_ptr_array_add (items, item);
    sl_json_input_pop (entry->input);
  }
  sl_json_input_pop (entry->input);
  return items;
}
