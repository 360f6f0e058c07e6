/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "catalogue/catalogue.h"

G_BEGIN_DECLS

/* «What are you building?»: the profiles as cards, and recent decisions under them. Signals:
 * profile-chosen (const SlProfile *, as a pointer), file-chosen (GFile *). */

#define SL_TYPE_START_PAGE (sl_start_page_get_type ())
G_DECLARE_FINAL_TYPE (SlStartPage, sl_start_page, SL, START_PAGE, AdwBin)

void sl_start_page_set_catalogue (SlStartPage *self, SlCatalogue *catalogue);

G_END_DECLS
