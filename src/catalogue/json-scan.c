/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "catalogue/json-scan-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "catalogue/json-input.h"

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

/* An object or a list that is still open. */
typedef struct {
  gboolean object;
  guint first_name; /* of its names in Scanner.names */
} Level;

/* The name of a member, unescaped. */
typedef struct {
  const char *text; /* into the document, or into Scanner.unescaped */
  gsize length;
  const char *at; /* its opening quote in the document */
} Name;

typedef struct {
  const char *start, *end;
  const char *at;
  Expectation expect;
  Level levels[SL_JSON_MAX_DEPTH];
  guint depth;
  guint n_values;
  GArray *names; /* of Name, those of the open objects */
  GStringChunk *unescaped;
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

/* A text, from its opening to behind its closing quote. `name` is filled in if it is not NULL. */
static gboolean
scan_string (Scanner *self, Name *name)
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
  if (name != NULL && unescaped == NULL)
    *name = (Name) { run, (gsize) (self->at - run), quote };
  if (name != NULL && unescaped != NULL) {
    g_string_append_len (unescaped, run, self->at - run);
    *name = (Name) { g_string_chunk_insert_len (self->unescaped, unescaped->str,
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

/* TRUE if what stands for the number in memory can hold it: 64 bits for what is written as an
 * integer, else a double. */
static gboolean
number_fits (const char *start, const char *end, gboolean integer)
{
  gsize length = (gsize) (end - start);
  g_autofree char *copy = NULL;

  if (integer && length < 19)
    return TRUE;
  copy = g_strndup (start, length);
  if (integer)
    return g_ascii_string_to_signed (copy, 10, G_MININT64, G_MAXINT64, NULL, NULL);
  return isfinite (g_ascii_strtod (copy, NULL));
}

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
  if (!number_fits (start, at, integer))
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
      return TRUE;
    }
  }
  return fail (self, self->at, _ ("expected a value, found %s"), found (self, self->at));
}

static int
compare_names (const void *first, const void *second)
{
  const Name *a = first, *b = second;
  int order;

  if (a->length != b->length)
    return a->length < b->length ? -1 : 1;
  order = memcmp (a->text, b->text, a->length);
  if (order != 0)
    return order;
  return a->at < b->at ? -1 : a->at > b->at;
}

/* Compares the names of the innermost object with each other and forgets them. */
static gboolean
close_names (Scanner *self)
{
  guint first = self->levels[self->depth - 1].first_name;
  Name *names = &g_array_index (self->names, Name, 0) + first;
  guint n = self->names->len - first;
  const Name *duplicate = NULL;

  if (n > 1)
    qsort (names, n, sizeof (Name), compare_names);
  for (guint i = 1; i < n; i++) {
    if (names[i].length == names[i - 1].length &&
        memcmp (names[i].text, names[i - 1].text, names[i].length) == 0 &&
        (duplicate == NULL || names[i].at < duplicate->at))
      duplicate = &names[i];
  }
  if (duplicate != NULL)
    return fail (self, duplicate->at, _ ("expected each member once, found \"%.*s\" again"),
                 (int) MIN (duplicate->length, 100), duplicate->text);
  g_array_set_size (self->names, first);
  return TRUE;
}

static gboolean
open_level (Scanner *self, gboolean object)
{
  if (self->depth == SL_JSON_MAX_DEPTH)
    return fail (self, self->at, _ ("expected objects and lists at most %d deep"),
                 SL_JSON_MAX_DEPTH);
  self->levels[self->depth++] = (Level) { object, self->names->len };
  self->expect = object ? EXPECT_NAME_OR_END : EXPECT_VALUE_OR_END;
  self->at++;
  return TRUE;
}

static gboolean
close_level (Scanner *self)
{
  if (self->levels[self->depth - 1].object && !close_names (self))
    return FALSE;
  self->depth--;
  self->expect = self->depth > 0 ? EXPECT_COMMA_OR_END : EXPECT_NOTHING;
  self->at++;
  return TRUE;
}

static gboolean
scan_value (Scanner *self)
{
  if (self->n_values++ == SL_JSON_MAX_VALUES)
    return fail (self, self->at, _ ("expected at most %d values"), SL_JSON_MAX_VALUES);
  if (self->depth == 0 && *self->at != '{')
    return fail (self, self->at, _ ("expected an object, found %s"), found (self, self->at));
  if (*self->at == '{' || *self->at == '[')
    return open_level (self, *self->at == '{');
  self->expect = EXPECT_COMMA_OR_END;
  if (*self->at == '"')
    return scan_string (self, NULL);
  if (*self->at == '-' || g_ascii_isdigit (*self->at))
    return scan_number (self);
  return scan_word (self);
}

static gboolean
scan_name (Scanner *self)
{
  Name name;

  if (*self->at != '"')
    return fail (self, self->at, _ ("expected the name of a member, found %s"),
                 found (self, self->at));
  if (!scan_string (self, &name))
    return FALSE;
  g_array_append_val (self->names, name);
  self->expect = EXPECT_COLON;
  return TRUE;
}

static gboolean
scan_comma_or_end (Scanner *self)
{
  gboolean object = self->levels[self->depth - 1].object;

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

char *
sl_json_scan (const char *data, gsize length)
{
  Scanner self = {
    .start = data,
    .end = data + length,
    .at = data,
    .expect = EXPECT_VALUE,
  };

  g_return_val_if_fail (data != NULL || length == 0, NULL);

  self.names = g_array_new (FALSE, FALSE, sizeof (Name));
  self.unescaped = g_string_chunk_new (1024);
  scan (&self);
  g_array_unref (self.names);
  g_string_chunk_free (self.unescaped);
  return self.fault;
}
