/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The file beside the real one that a save writes to. It is locked for as long as it has a name of
 * its own, so that what a killed program left can be told from what another one is writing. */

#include <glib.h>

G_BEGIN_DECLS

/* Creates one for the file `name` of `folder`, open for writing, that only its owner may read. The
 * descriptor; -1 and an errno if it can't be had. `lock` is another descriptor, to be closed once
 * the file has its place; -1 where the file system knows no locks. */
int sl_temporary_new (const char *folder, const char *name, char **path, int *lock);

/* Removes those that killed programs left for this file: named as ours, plain, of this user, and
 * locked by nobody. What can't be removed stays. */
void sl_temporary_sweep (const char *folder, const char *name);

G_END_DECLS
