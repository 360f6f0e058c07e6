/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Around a scrolled window with something to read in it, and things to act on here and there. A
 * scrolled window by itself has the focus only where nothing in it can. In this one the focus that
 * comes with Tab, or with the page, is first on the whole: the arrow keys and their like scroll it,
 * and nothing takes what is typed. The next Tab goes on to what can be acted on. Child: the
 * scrolled window, which is focusable and has a name. */

#define SL_TYPE_READING_BIN (sl_reading_bin_get_type ())
G_DECLARE_FINAL_TYPE (SlReadingBin, sl_reading_bin, SL, READING_BIN, AdwBin)

G_END_DECLS
