/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The languages that a report can be in, beside that of the process: its words, its dates and how
 * its numbers look. They are those of the translations that are installed and that this system has
 * a locale for. Whoever wants one enters it in a thread of its own, never in the main one. */

#include "report/report.h"

G_BEGIN_DECLS

/* Immutable; reference-counted; may be entered by several threads at once. */
typedef struct _SlLanguage SlLanguage;

SlLanguage *sl_language_ref (SlLanguage *self);
void sl_language_unref (SlLanguage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlLanguage, sl_language_unref)

/* Of SlLanguage, owned: that of the process first, then the others by their names. Asks the system,
 * which takes a while: not for the main thread. Never empty. */
GPtrArray *sl_languages_list (void) G_GNUC_WARN_UNUSED_RESULT;
/* As those call it who speak it: «Deutsch», «Português (Brasil)». */
const char *sl_language_get_name (const SlLanguage *self);
/* As sl_report_get_language(): de, pt-BR. */
const char *sl_language_get_code (const SlLanguage *self);
gboolean sl_language_is_process (const SlLanguage *self);

/* What the thread had before. */
typedef struct {
  gpointer locale;
} SlLanguageBefore;

/* From here on texts, dates and numbers of this thread are in the language; */
SlLanguageBefore sl_language_enter (SlLanguage *self) G_GNUC_WARN_UNUSED_RESULT;
/* until here. */
void sl_language_leave (SlLanguageBefore before);

/* The same analysis with its names and sentences in the language of the thread, and with how sure
 * one may be of the board. Takes a second or so. Errors:
 * G_IO_ERROR_CANCELLED, SL_INPUT_ERROR. */
SlAnalysis *sl_analysis_translate (SlAnalysis *analysis,
                                   SlBoard board,
                                   GCancellable *cancellable,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
