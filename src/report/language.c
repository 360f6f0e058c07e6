/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "report/language.h"

#include <gio/gio.h>
#include <langinfo.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "catalogue/translation.h"
#include "report/report-private.h"

/* What the texts are written in. */
#define SOURCE "en"
#define SOURCE_NAME "English"

struct _SlLanguage {
  gatomicrefcount ref_count;
  char *name;
  char *code;
  locale_t locale; /* (locale_t) 0: that of the process */
};

static SlLanguage *
language_new (const char *name, const char *code, locale_t locale)
{
  SlLanguage *self = g_new0 (SlLanguage, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (name);
  self->code = g_strdup (code);
  self->locale = locale;

  return self;
}

SlLanguage *
sl_language_ref (SlLanguage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
sl_language_unref (SlLanguage *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  if (self->locale != (locale_t) 0)
    freelocale (self->locale);
  g_free (self->name);
  g_free (self->code);
  g_free (self);
}

const char *
sl_language_get_name (const SlLanguage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

const char *
sl_language_get_code (const SlLanguage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->code;
}

gboolean
sl_language_is_process (const SlLanguage *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->locale == (locale_t) 0;
}

SlLanguageBefore
sl_language_enter (SlLanguage *self)
{
  g_return_val_if_fail (self != NULL, (SlLanguageBefore) { NULL });

  return (SlLanguageBefore) { uselocale (self->locale) };
}

void
sl_language_leave (SlLanguageBefore before)
{
  uselocale (before.locale);
}

/* ---- names of locales ---- */

/* «de_DE.utf8» -> «de», «de_DE», «DE»; without what it does not have. */
static char *
get_part (const char *locale, gboolean with_language, gboolean with_territory)
{
  gsize end = strcspn (locale, ".@");
  gsize language = MIN (strcspn (locale, "_"), end);
  gsize start = with_language ? 0 : MIN (language + 1, end);

  return g_strndup (locale + start, (with_territory ? end : language) - start);
}

static gboolean
has_language (const char *locale, const char *language)
{
  g_autofree char *own = get_part (locale, TRUE, FALSE);

  return g_str_equal (own, language);
}

static gboolean
is_utf8 (const char *locale)
{
  const char *set = strchr (locale, '.');

  return set != NULL && (g_ascii_strncasecmp (set, ".utf8", 5) == 0 ||
                         g_ascii_strncasecmp (set, ".utf-8", 6) == 0);
}

static int
compare_strings (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Of char *: what this system has, in UTF-8. The library cannot tell, only its program can. */
static GPtrArray *
list_locales (void)
{
  const char *const command[] = { "locale", "-a", NULL };
  GPtrArray *locales = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *out = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_spawn_sync (NULL, (char **) command, NULL,
                     G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out, NULL, NULL,
                     NULL) ||
      out == NULL)
    return locales;

  lines = g_strsplit (out, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    if (is_utf8 (lines[i]))
      g_ptr_array_add (locales, g_strdup (lines[i]));
  }
  g_ptr_array_sort (locales, compare_strings);

  return locales;
}

/* Whether somebody who speaks the translation's language («de», «pt_BR», «sr@latin») reads it in
 * this locale. */
static gboolean
suits (const char *locale, const char *translation)
{
  g_autofree char *language = get_part (translation, TRUE, FALSE);
  g_autofree char *both = get_part (translation, TRUE, TRUE);
  g_autofree char *own = get_part (locale, TRUE, TRUE);
  const char *script = strchr (translation, '@');
  const char *own_script = strchr (locale, '@');

  if (g_strcmp0 (script, own_script) != 0)
    return FALSE;

  return strchr (both, '_') != NULL ? g_str_equal (own, both) : has_language (locale, language);
}

/* Of the countries that speak it: the person's own, the one that gave it its name, or the one with
 * most people; NULL if there is no locale. */
static const char *
find_locale (const GPtrArray *locales, const char *translation)
{
  g_autofree char *language = get_part (translation, TRUE, FALSE);
  g_autofree char *country = g_ascii_strup (language, -1);
  g_autofree char *namesake = g_strdup_printf ("%s_%s.", language, country);
  const char *best = NULL;
  int merit = 0;

  for (guint i = 0; i < locales->len; i++) {
    const char *locale = g_ptr_array_index (locales, i);
    int own = 1;

    if (!suits (locale, translation))
      continue;
    if (g_str_equal (locale, setlocale (LC_NUMERIC, NULL)))
      own = 3;
    else if (g_str_has_prefix (locale, namesake) || g_str_has_prefix (locale, "en_US."))
      own = 2;
    if (own > merit) {
      best = locale;
      merit = own;
    }
  }

  return best;
}

/* ---- what languages are called ---- */

#ifdef __GLIBC__
#define LANGUAGE_NAME _NL_ADDRESS_LANG_NAME
#define COUNTRY_NAME _NL_ADDRESS_COUNTRY_NAME
#else
/* No other library has names: the codes have to do. */
#define LANGUAGE_NAME 0
#define COUNTRY_NAME 0
#endif

/* What the system calls a locale's language or country; NULL: nothing. */
static char *
ask_locale (const char *locale, nl_item item)
{
  locale_t handle = item != 0 ? newlocale (LC_ALL_MASK, locale, (locale_t) 0) : (locale_t) 0;
  g_autofree char *name = NULL;
  g_autofree char *first = NULL;

  if (handle == (locale_t) 0)
    return NULL;

  name = g_utf8_make_valid (nl_langinfo_l (item, handle), -1);
  freelocale (handle);
  if (*name == '\0')
    return NULL;

  /* Most write their own language small; in a list it stands first. */
  first = g_utf8_strup (name, (gssize) (g_utf8_next_char (name) - name));

  return g_strconcat (first, g_utf8_next_char (name), NULL);
}

static char *
name_language (const char *translation, const char *locale)
{
  g_autofree char *name = NULL;
  g_autofree char *country = NULL;

  if (g_str_equal (translation, SOURCE))
    return g_strdup (SOURCE_NAME);

  name = locale != NULL ? ask_locale (locale, LANGUAGE_NAME) : NULL;
  if (name == NULL)
    return g_strdup (translation);
  if (strchr (translation, '_') == NULL)
    return g_steal_pointer (&name);

  country = ask_locale (locale, COUNTRY_NAME);
  /* Translators: a language and a country where it is spoken, as in «Português (Brasil)». */
  return country != NULL ? g_strdup_printf (_ ("%1$s (%2$s)"), name, country)
                         : g_steal_pointer (&name);
}

/* ---- which there are ---- */

/* Whether its numbers look as where its language is spoken; those of C are English enough. */
static gboolean
has_own_numbers (const char *code)
{
  const char *numbers = setlocale (LC_NUMERIC, NULL);
  g_autofree char *language = g_strndup (code, strcspn (code, "-"));

  if (g_str_equal (numbers, "C") || g_str_equal (numbers, "POSIX") ||
      g_str_has_prefix (numbers, "C."))
    return g_str_equal (language, SOURCE);

  return has_language (numbers, language);
}

/* Words and numbers may be of two languages, where there is no translation. */
static SlLanguage *
language_new_for_process (const GPtrArray *locales)
{
  const char *code = sl_report_get_language ();
  const char *numbers = setlocale (LC_NUMERIC, NULL);
  g_autofree char *translation = g_strdelimit (g_strdup (code), "-", '_');
  g_autofree char *words = name_language (translation, find_locale (locales, translation));
  g_autofree char *country = NULL;
  g_autofree char *name = NULL;

  if (!has_own_numbers (code) && strlen (numbers) > 2)
    country = ask_locale (numbers, COUNTRY_NAME);
  if (country != NULL)
    /* Translators: a language, and a country whose way to write numbers goes with it. */
    name = g_strdup_printf (_ ("%1$s, numbers as in %2$s"), words, country);

  return language_new (name != NULL ? name : words, code, (locale_t) 0);
}

/* NULL: this system cannot. */
static locale_t
open_locale (const char *translation, const char *locale)
{
  locale_t handle = newlocale (LC_ALL_MASK, locale, (locale_t) 0);
  locale_t changed;

  if (handle == (locale_t) 0 || !g_str_equal (translation, SOURCE))
    return handle;

  /* Of the source there is no translation, and then other languages would come in question. */
  changed = newlocale (LC_MESSAGES_MASK, "C", handle);
  if (changed == (locale_t) 0)
    freelocale (handle);

  return changed;
}

/* NULL where the texts do not turn out to be in it: LANGUAGE goes before the locale. */
static SlLanguage *
language_new_for_translation (const char *translation, const GPtrArray *locales)
{
  g_autofree char *language = get_part (translation, TRUE, FALSE);
  const char *locale = find_locale (locales, translation);
  g_autoptr (SlLanguage) self = NULL;
  g_autofree char *name = NULL;
  g_autofree char *code = NULL;
  SlLanguageBefore before;
  locale_t handle;

  if (locale == NULL && g_str_equal (translation, SOURCE))
    locale = "C.UTF-8";
  handle = locale != NULL ? open_locale (translation, locale) : (locale_t) 0;
  if (handle == (locale_t) 0)
    return NULL;

  name = name_language (translation, locale);
  self = language_new (name, translation, handle);
  before = sl_language_enter (self);
  code = g_strdup (sl_report_get_language ());
  sl_language_leave (before);
  g_free (self->code);
  self->code = g_steal_pointer (&code);
  if (strncmp (self->code, language, strlen (language)) != 0)
    return NULL;

  return g_steal_pointer (&self);
}

static gboolean
is_translated (const char *folder, const char *translation)
{
  g_autofree char *path =
      g_build_filename (folder, translation, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

/* Of char *. */
static GPtrArray *
list_translations (void)
{
  const char *folder = bindtextdomain (GETTEXT_PACKAGE, NULL);
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  GPtrArray *translations = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_ptr_array_add (translations, g_strdup (SOURCE));
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    if (!g_str_equal (name, SOURCE) && is_translated (folder, name))
      g_ptr_array_add (translations, g_strdup (name));
  }

  return translations;
}

static int
compare_names (const void *a, const void *b)
{
  const SlLanguage *one = *(const SlLanguage *const *) a;
  const SlLanguage *other = *(const SlLanguage *const *) b;

  return g_utf8_collate (one->name, other->name);
}

GPtrArray *
sl_languages_list (void)
{
  g_autoptr (GPtrArray) locales = list_locales ();
  g_autoptr (GPtrArray) translations = list_translations ();
  GPtrArray *languages = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_language_unref);
  SlLanguage *process = language_new_for_process (locales);

  for (guint i = 0; i < translations->len; i++) {
    SlLanguage *language =
        language_new_for_translation (g_ptr_array_index (translations, i), locales);

    if (language == NULL)
      continue;
    if (g_str_equal (language->code, process->code) && has_own_numbers (process->code))
      sl_language_unref (language);
    else
      g_ptr_array_add (languages, language);
  }
  g_ptr_array_sort (languages, compare_names);
  g_ptr_array_insert (languages, 0, process);

  return languages;
}

/* ---- what is said in them ---- */

SlAnalysis *
sl_analysis_translate (SlAnalysis *analysis,
                       SlBoard board,
                       GCancellable *cancellable,
                       GError **error)
{
  SlCatalogue *own = NULL;
  g_autoptr (SlCatalogue) catalogue = NULL;
  g_autoptr (SlRequirements) requirements = NULL;
  g_autoptr (SlAnalysis) translated = NULL;

  g_return_val_if_fail (analysis != NULL, NULL);
  g_return_val_if_fail ((guint) board < SL_N_BOARDS, NULL);

  /* Names are translated when a catalogue is read. */
  own = sl_analysis_get_catalogue (analysis);
  catalogue =
      sl_catalogue_new_for_files (sl_catalogue_get_files (own), sl_catalogue_get_id (own), error);
  if (catalogue == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  requirements = sl_requirements_move (sl_analysis_get_requirements (analysis), catalogue, NULL);
  translated = sl_analysis_new (requirements);

  return sl_report_complete (translated, board, cancellable, error);
}
