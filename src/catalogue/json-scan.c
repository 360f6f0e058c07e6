/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "catalogue/json-scan-private.h"

#include <math.h>
#include <string.h>

#include "catalogue/json-input.h"
#include "catalogue/translation.h"

/* Names of one object that are compared each with each. */
#define FEW_NAMES 16

/* What may come next. */
typedef enum {
  EXPECT_VALUE,
  EXPECT_VALUE_OR_END, /* just after [ */
  EXPECT_NAME,
  EXPECT_NAME_OR_END, /* just after { */
  EXPECT_COLON,
  EXPECT_COMMA_OR_END,
  EXPECT_NOTHING, /* the document is complete */
} Expectation;

/* An object or a list that is still open; what holds it owns it. */
typedef struct {
  JsonObject *object; /* or NULL */
  JsonArray *array;   /* or NULL */
  guint first_name;   /* of its names in Scanner.names */
} Level;

/* A text, unescaped. */
typedef struct {
  const char *text; /* into the document, or into Scanner.unescaped */
  gsize length;
  const char *at; /* its opening quote in the document */
} Text;

typedef struct {
  const char *start, *end;
  const char *at;
  Expectation expect;
  Level levels[SL_JSON_MAX_DEPTH];
  guint depth;
  guint n_values;
  GArray *names; /* of Text, those of the open objects */
  GStringChunk *unescaped;
  GString *scratch; /* a text as json-glib wants it, with its end */
  JsonNode *root;   /* what has been read; nullable */
  char found[32];
  char *fault;
} Scanner;

/* Keeps the first fault, with the line and column of `at`. */
static gboolean G_GNUC_PRINTF (3, 4) fail (Scanner *self, const char *at, const char *format, ...)
{
  guint line = 1, column = 1;
  g_autofree char *message = NULL;
  va_list arguments;

  for (const char *c = self->start; c < at; c++) {
    if (*c == '\n') {
      line++;
      column = 1;
    } else if (((guchar) *c & 0xc0) != 0x80) {
      column++;
    }
  }
  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_free (self->fault);
  self->fault = g_strdup_printf ("%u:%u: %s", line, column, message);
  return FALSE;
}

/* The word or character at `at`, for a message; until the next call. */
static const char *
found (Scanner *self, const char *at)
{
  gsize length = 0;

  if (at >= self->end)
    return _ ("the end of the file");
  while (at + length < self->end && length < 16 &&
         (g_ascii_isalnum (at[length]) || strchr ("+-._", at[length]) != NULL))
    length++;
  if (length == 0)
    length = (gsize) (g_utf8_next_char (at) - at);
  g_snprintf (self->found, sizeof self->found, "\"%.*s\"", (int) length, at);
  return self->found;
}

static gboolean
read_hex (const char *at, const char *end, gunichar *code)
{
  *code = 0;
  if (end - at < 4)
    return FALSE;
  for (int i = 0; i < 4; i++) {
    int digit = g_ascii_xdigit_value (at[i]);

    if (digit < 0)
      return FALSE;
    *code = *code * 16 + (gunichar) digit;
  }
  return TRUE;
}

/* What stands after a backslash; leaves `at` behind it. */
static gboolean
scan_escape (Scanner *self, GString *unescaped)
{
  static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  const char *escape = self->at - 1, *letter;
  gunichar code, second;

  if (self->at >= self->end)
    return fail (self, escape, _ ("expected the end of a text, found the end of the file"));
  letter = *self->at != '\0' ? strchr (letters, *self->at) : NULL;
  if (letter != NULL) {
    g_string_append_c (unescaped, meanings[letter - letters]);
    self->at++;
    return TRUE;
  }
  if (*self->at != 'u' || !read_hex (self->at + 1, self->end, &code))
    return fail (self, escape, _ ("expected one of JSON’s escapes after the backslash"));
  self->at += 5;
  if (code >= 0xd800 && code < 0xdc00 && self->end - self->at >= 6 && self->at[0] == '\\' &&
      self->at[1] == 'u' && read_hex (self->at + 2, self->end, &second) && second >= 0xdc00 &&
      second < 0xe000) {
    code = 0x10000 + ((code - 0xd800) << 10) + (second - 0xdc00);
    self->at += 6;
  }
  if (code >= 0xd800 && code < 0xe000)
    return fail (self, escape, _ ("expected both halves of a surrogate pair"));
  if (code == 0)
    return fail (self, escape, _ ("expected no NUL character in a text"));
  g_string_append_unichar (unescaped, code);
  return TRUE;
}

/* A text, from its opening to behind its closing quote. */
static gboolean
scan_text (Scanner *self, Text *text)
{
  const char *quote = self->at++, *run = self->at;
  g_autoptr (GString) unescaped = NULL;

  for (;; self->at++) {
    if (self->at >= self->end)
      return fail (self, quote, _ ("expected the end of this text, found the end of the file"));
    if (*self->at == '"')
      break;
    if ((guchar) *self->at < 0x20)
      return fail (self, self->at, _ ("expected no control character in a text"));
    if (*self->at != '\\')
      continue;
    if (unescaped == NULL)
      unescaped = g_string_new (NULL);
    g_string_append_len (unescaped, run, self->at - run);
    self->at++;
    if (!scan_escape (self, unescaped))
      return FALSE;
    run = self->at--;
  }
  if (unescaped == NULL) {
    *text = (Text) { run, (gsize) (self->at - run), quote };
  } else {
    g_string_append_len (unescaped, run, self->at - run);
    *text = (Text) { g_string_chunk_insert_len (self->unescaped, unescaped->str,
                                                (gssize) unescaped->len),
                     unescaped->len, quote };
  }
  self->at++;
  return TRUE;
}

static void
skip_digits (const Scanner *self, const char **at)
{
  while (*at < self->end && g_ascii_isdigit (**at))
    (*at)++;
}

/* ---- what is built ---- */

static const char *
terminate (Scanner *self, const char *text, gsize length)
{
  g_string_truncate (self->scratch, 0);
  g_string_append_len (self->scratch, text, (gssize) length);
  return self->scratch->str;
}

/* Gives a value to the innermost object or list that is open. Takes the node. */
static void
add_node (Scanner *self, JsonNode *node)
{
  const Level *level = self->depth > 0 ? &self->levels[self->depth - 1] : NULL;
  const Text *name;

  if (level == NULL) {
    self->root = node;
  } else if (level->array != NULL) {
    json_array_add_element (level->array, node);
  } else {
    name = &g_array_index (self->names, Text, self->names->len - 1);
    json_object_set_member (level->object, terminate (self, name->text, name->length), node);
  }
}

static void
add_text (Scanner *self, const Text *text)
{
  add_node (self,
            json_node_init_string (json_node_alloc (), terminate (self, text->text, text->length)));
}

/* FALSE if what stands for the number in memory can't hold it: 64 bits for what is written as an
 * integer, else a double. */
static gboolean
add_number (Scanner *self, const char *start, const char *end, gboolean integer)
{
  const char *copy = terminate (self, start, (gsize) (end - start));
  gint64 whole = 0;
  double number = 0;

  if (integer && !g_ascii_string_to_signed (copy, 10, G_MININT64, G_MAXINT64, &whole, NULL))
    return FALSE;
  if (!integer)
    number = g_ascii_strtod (copy, NULL);
  if (!isfinite (number))
    return FALSE;
  add_node (self, integer ? json_node_init_int (json_node_alloc (), whole)
                          : json_node_init_double (json_node_alloc (), number));
  return TRUE;
}

static void
add_word (Scanner *self, const char *word)
{
  JsonNode *node = json_node_alloc ();

  add_node (self, *word == 'n' ? json_node_init_null (node)
                               : json_node_init_boolean (node, *word == 't'));
}

/* ---- its parts ---- */

static gboolean
scan_number (Scanner *self)
{
  const char *start = self->at, *at = start, *digits;
  gboolean integer = TRUE;

  if (*at == '-')
    at++;
  digits = at;
  skip_digits (self, &at);
  if (at == digits || (*digits == '0' && at - digits > 1))
    return fail (self, start, _ ("expected a number in JSON’s notation, found %s"),
                 found (self, start));
  if (at < self->end && *at == '.') {
    integer = FALSE;
    digits = ++at;
    skip_digits (self, &at);
    if (at == digits)
      return fail (self, start, _ ("expected a number in JSON’s notation, found %s"),
                   found (self, start));
  }
  if (at < self->end && (*at == 'e' || *at == 'E')) {
    integer = FALSE;
    at++;
    if (at < self->end && (*at == '+' || *at == '-'))
      at++;
    digits = at;
    skip_digits (self, &at);
    if (at == digits)
      return fail (self, start, _ ("expected a number in JSON’s notation, found %s"),
                   found (self, start));
  }
  if (!add_number (self, start, at, integer))
    return fail (self, start, _ ("expected a number that is not so large, found %s"),
                 found (self, start));
  self->at = at;
  return TRUE;
}

static gboolean
scan_word (Scanner *self)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    gsize length = strlen (words[i]);

    if ((gsize) (self->end - self->at) >= length && memcmp (self->at, words[i], length) == 0 &&
        ((gsize) (self->end - self->at) == length || !g_ascii_isalnum (self->at[length]))) {
      self->at += length;
      add_word (self, words[i]);
      return TRUE;
    }
  }
  return fail (self, self->at, _ ("expected a value, found %s"), found (self, self->at));
}

static gboolean
is_same (const Text *a, const Text *b)
{
  return a->length == b->length && memcmp (a->text, b->text, a->length) == 0;
}

static int
compare_names (const void *first, const void *second)
{
  const Text *a = first, *b = second;
  int order;

  if (a->length != b->length)
    return a->length < b->length ? -1 : 1;
  order = memcmp (a->text, b->text, a->length);
  if (order != 0)
    return order;
  return a->at < b->at ? -1 : a->at > b->at;
}

/* The first of n names that another one before it has, or NULL. May change their order. */
static const Text *
find_duplicate (Text *names, guint n)
{
  const Text *duplicate = NULL;

  /* Most objects are small, and sorting is dear for those. */
  for (guint i = 1; i < n && n <= FEW_NAMES; i++) {
    for (guint j = 0; j < i; j++) {
      if (is_same (&names[i], &names[j]))
        return &names[i];
    }
  }
  if (n <= FEW_NAMES)
    return NULL;

  qsort (names, n, sizeof (Text), compare_names);
  for (guint i = 1; i < n; i++) {
    if (is_same (&names[i], &names[i - 1]) && (duplicate == NULL || names[i].at < duplicate->at))
      duplicate = &names[i];
  }
  return duplicate;
}

/* Compares the names of the innermost object with each other and forgets them. */
static gboolean
close_names (Scanner *self)
{
  guint first = self->levels[self->depth - 1].first_name;
  const Text *duplicate =
      find_duplicate (&g_array_index (self->names, Text, 0) + first, self->names->len - first);

  if (duplicate != NULL)
    return fail (self, duplicate->at, _ ("expected each member once, found \"%.*s\" again"),
                 (int) MIN (duplicate->length, 100), duplicate->text);
  g_array_set_size (self->names, first);
  return TRUE;
}

static gboolean
open_level (Scanner *self, gboolean object)
{
  JsonNode *node;
  Level level = { .first_name = self->names->len };

  if (self->depth == SL_JSON_MAX_DEPTH)
    return fail (self, self->at, _ ("expected objects and lists at most %d deep"),
                 SL_JSON_MAX_DEPTH);
  node = json_node_alloc ();
  if (object) {
    level.object = json_object_new ();
    json_node_init_object (node, level.object);
    json_object_unref (level.object);
  } else {
    level.array = json_array_new ();
    json_node_init_array (node, level.array);
    json_array_unref (level.array);
  }
  add_node (self, node);
  self->levels[self->depth++] = level;
  self->expect = object ? EXPECT_NAME_OR_END : EXPECT_VALUE_OR_END;
  self->at++;
  return TRUE;
}

static gboolean
close_level (Scanner *self)
{
  if (self->levels[self->depth - 1].object != NULL && !close_names (self))
    return FALSE;
  self->depth--;
  self->expect = self->depth > 0 ? EXPECT_COMMA_OR_END : EXPECT_NOTHING;
  self->at++;
  return TRUE;
}

static gboolean
scan_value (Scanner *self)
{
  Text text;

  if (self->n_values++ == SL_JSON_MAX_VALUES)
    return fail (self, self->at, _ ("expected at most %d values"), SL_JSON_MAX_VALUES);
  if (self->depth == 0 && *self->at != '{')
    return fail (self, self->at, _ ("expected an object, found %s"), found (self, self->at));
  if (*self->at == '{' || *self->at == '[')
    return open_level (self, *self->at == '{');
  self->expect = EXPECT_COMMA_OR_END;
  if (*self->at == '"') {
    if (!scan_text (self, &text))
      return FALSE;
    add_text (self, &text);
    return TRUE;
  }
  if (*self->at == '-' || g_ascii_isdigit (*self->at))
    return scan_number (self);
  return scan_word (self);
}

static gboolean
scan_name (Scanner *self)
{
  Text name;

  if (*self->at != '"')
    return fail (self, self->at, _ ("expected the name of a member, found %s"),
                 found (self, self->at));
  if (!scan_text (self, &name))
    return FALSE;
  g_array_append_val (self->names, name);
  self->expect = EXPECT_COLON;
  return TRUE;
}

static gboolean
scan_comma_or_end (Scanner *self)
{
  gboolean object = self->levels[self->depth - 1].object != NULL;

  if (*self->at == (object ? '}' : ']'))
    return close_level (self);
  if (*self->at != ',')
    return fail (self, self->at,
                 object ? _ ("expected a comma or }, found %s")
                        : _ ("expected a comma or ], found %s"),
                 found (self, self->at));
  self->expect = object ? EXPECT_NAME : EXPECT_VALUE;
  self->at++;
  return TRUE;
}

/* One step from a character that is not a space. */
static gboolean
scan_step (Scanner *self)
{
  switch (self->expect) {
  case EXPECT_VALUE_OR_END:
    return *self->at == ']' ? close_level (self) : scan_value (self);
  case EXPECT_VALUE:
    return scan_value (self);
  case EXPECT_NAME_OR_END:
    return *self->at == '}' ? close_level (self) : scan_name (self);
  case EXPECT_NAME:
    return scan_name (self);
  case EXPECT_COLON:
    if (*self->at != ':')
      return fail (self, self->at, _ ("expected a colon, found %s"), found (self, self->at));
    self->expect = EXPECT_VALUE;
    self->at++;
    return TRUE;
  case EXPECT_COMMA_OR_END:
    return scan_comma_or_end (self);
  case EXPECT_NOTHING:
    return fail (self, self->at, _ ("expected the end of the file, found %s"),
                 found (self, self->at));
  default:
    g_assert_not_reached ();
  }
}

/* NUL is valid in UTF-8, but nowhere in JSON; a byte order mark is for other encodings. */
static gboolean
check_bytes (Scanner *self)
{
  gsize length = (gsize) (self->end - self->start);
  const char *nul = length > 0 ? memchr (self->start, '\0', length) : NULL;
  const char *invalid;

  if (length >= 3 && memcmp (self->start, "\xef\xbb\xbf", 3) == 0)
    return fail (self, self->start, _ ("expected UTF-8 without a byte order mark"));
  if (!g_utf8_validate_len (self->start, nul != NULL ? (gsize) (nul - self->start) : length,
                            &invalid))
    return fail (self, invalid, _ ("expected UTF-8, found the byte 0x%02x"), (guchar) *invalid);
  if (nul != NULL)
    return fail (self, nul, _ ("expected text, found a NUL byte"));
  return TRUE;
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static gboolean
scan (Scanner *self)
{
  if (!check_bytes (self))
    return FALSE;
  for (;;) {
    while (self->at < self->end && is_space (*self->at))
      self->at++;
    if (self->at >= self->end)
      break;
    if (!scan_step (self))
      return FALSE;
  }
  if (self->depth == 0 && self->expect == EXPECT_VALUE)
    return fail (self, self->at, _ ("expected an object, found %s"), found (self, self->at));
  if (self->expect != EXPECT_NOTHING)
    return fail (self, self->at, _ ("expected more, found %s"), found (self, self->at));
  return TRUE;
}

JsonNode *
sl_json_scan (const char *data, gsize length, char **fault)
{
  Scanner self = {
    .start = data,
    .end = data + length,
    .at = data,
    .expect = EXPECT_VALUE,
  };

  g_return_val_if_fail (data != NULL || length == 0, NULL);
  g_return_val_if_fail (fault != NULL && *fault == NULL, NULL);

  self.names = g_array_new (FALSE, FALSE, sizeof (Text));
  self.unescaped = g_string_chunk_new (1024);
  self.scratch = g_string_new (NULL);
  if (!scan (&self))
    g_clear_pointer (&self.root, json_node_unref);
  g_array_unref (self.names);
  g_string_chunk_free (self.unescaped);
  g_string_free (self.scratch, TRUE);
  *fault = self.fault;
  return self.root;
}
