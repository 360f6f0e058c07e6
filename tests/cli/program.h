/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Runs the real program and keeps what it said. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <gio/gio.h>
#include <json-glib/json-glib.h>

typedef struct {
  int status;
  char *out;
  gsize out_length;
  char *err;
} Run;

void run_clear (Run *run);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* `input` is its standard input; NULL: none. `environment`: NULL-terminated NAME=VALUE; nullable.
 */
Run
program_run_full (const char *input, const char *const *environment, const char *const *arguments);
/* The arguments, as a shell would part them. */
Run program_run (const char *input, const char *command_line, ...) G_GNUC_PRINTF (2, 3);

/* Standard output is `stream`, which is taken over; -1: closed. */
Run program_run_into (int stream, const char *command_line);

/* Fails unless it ended so; `err` is all of its standard error. */
void run_expect (const Run *run, int status, const char *err);
/* Fails unless it said nothing on standard error, and one JSON object that its schema describes
 * («rank-1»). */
JsonObject *run_expect_json (const Run *run, const char *schema);

/* A folder for the test's files, made anew and the current one until the test ends. */
int folder_enter (void **state);
int folder_leave (void **state);
/* Fixtures for cmocka_unit_test_setup_teardown (). */
#define test_in_folder(f) cmocka_unit_test_setup_teardown (f, folder_enter, folder_leave)

/* Into the current folder. */
void file_write (const char *name, const char *content);
char *file_read (const char *name);
