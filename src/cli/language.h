/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The language that a command speaks and writes in, where it is not that of the environment. */

#include <glib.h>

G_BEGIN_DECLS

/* For the whole process, before a catalogue is loaded: names and texts are in its language. `name`
 * as in de_DE.UTF-8; without a character set UTF-8 is meant. FALSE, and nothing is changed, if the
 * system has no such locale or it is no name. */
gboolean sl_set_locale (const char *name);

/* The locales that a report names, and the language that its texts turned out to be in. What the
 * system does not have is left out. */
void sl_set_locales (const char *messages, const char *numeric, const char *language);

G_END_DECLS
