/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Texts for people in all that a report is made of: as glib/gi18n-lib.h, but always in the language
 * of the thread. GLib asks once whether the process has a translation and then never looks again,
 * and a report may be in another language than the process. */

#include <glib.h>
#include <libintl.h>

#ifndef GETTEXT_PACKAGE
#error "config.h has to come first"
#endif

G_BEGIN_DECLS

#define _(text) dgettext (GETTEXT_PACKAGE, text)
#define N_(text) (text)
#define C_(context, text) sl_pgettext (context "\004" text, sizeof (context))
#define NC_(context, text) (text)

/* The text after its context, which ends at `offset`. */
const char *sl_pgettext (const char *text, gsize offset) G_GNUC_FORMAT (1);
/* The same of one that was marked with NC_(). */
const char *sl_pgettext_marked (const char *context, const char *text) G_GNUC_FORMAT (2);

G_END_DECLS
