/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Catalogues that a test may break: copies of data/small in a folder of their own. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "catalogue/catalogue.h"
#include "catalogue/json-input.h"

#define FIXTURE_SMALL SL_TEST_DATA_DIR "/small"

/* A new folder with a copy of data/small; fixture_remove() removes it and frees the path. */
char *fixture_copy (void);
/* A new empty folder. */
char *fixture_folder (void);
void fixture_remove (char *folder);

/* Bytes of a file, -1 for a text. */
void fixture_write (const char *folder, const char *file, const char *data, gssize length);
char *fixture_read (const char *folder, const char *file);
/* Replaces the one place of a file where `old` stands; NULL: the whole file. */
void fixture_replace (const char *folder, const char *file, const char *old, const char *new);

/* The path must not load, and its message must be exactly these lines, each after the folder's
 * path. */
void fixture_expect_faults (const char *folder, SlInputError code, const char *const *lines);
SlCatalogue *fixture_load (const char *path);
const SlCell *fixture_cell (SlCatalogue *catalogue, const char *alternative, const char *criterion);
