/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Loaded before the C library (LD_PRELOAD): makes one of the system calls by which files are
 * written fail, or ends the program at it. FAULT_AT says at which of them, counted from 1 once
 * fault_arm() was called; FAULT_ERRNO with which error; «kill» instead of a number ends the
 * program; «short» lets a write do half of what it should and the next one fail. */

#define _GNU_SOURCE

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

void fault_arm (void);
int fault_disarm (void);

static atomic_int armed;
static atomic_int n_calls;
static atomic_int n_faults;

void
fault_arm (void)
{
  n_calls = 0;
  n_faults = 0;
  armed = 1;
}

/* How many calls failed. */
int
fault_disarm (void)
{
  armed = 0;
  return n_faults;
}

/* Whether this call is to fail; then errno is set. */
static int
fails (void)
{
  const char *at = getenv ("FAULT_AT");
  const char *kind = getenv ("FAULT_ERRNO");

  if (!armed || at == NULL || kind == NULL || ++n_calls != atoi (at))
    return 0;
  n_faults++;
  if (strcmp (kind, "kill") == 0)
    kill (getpid (), SIGKILL);
  errno = strcmp (kind, "short") == 0 ? ENOSPC : atoi (kind);
  return 1;
}

#define REAL(type, name, ...)                                                                      \
  static type (*real) (__VA_ARGS__);                                                               \
  if (real == NULL)                                                                                \
  *(void **) &real = dlsym (RTLD_NEXT, name)

#define OPEN(symbol)                                                                               \
  int symbol (const char *path, int flags, ...);                                                   \
  int symbol (const char *path, int flags, ...)                                                    \
  {                                                                                                \
    mode_t mode = 0;                                                                               \
    REAL (int, #symbol, const char *, int, mode_t);                                                \
    if ((flags & (O_CREAT | O_TMPFILE)) != 0) {                                                    \
      va_list arguments;                                                                           \
      va_start (arguments, flags);                                                                 \
      mode = va_arg (arguments, mode_t);                                                           \
      va_end (arguments);                                                                          \
    }                                                                                              \
    return fails () ? -1 : real (path, flags, mode);                                               \
  }

OPEN (open)
OPEN (open64)
int fsync (int d);
int
fsync (int d)
{
  REAL (int, "fsync", int);
  return fails () ? -1 : real (d);
}
int
close (int d)
{
  REAL (int, "close", int);
  /* The descriptor is gone all the same, as the system has it. */
  if (fails ()) {
    int error_number = errno;

    real (d);
    errno = error_number;
    return -1;
  }
  return real (d);
}
int
fchmod (int d, mode_t mode)
{
  REAL (int, "fchmod", int, mode_t);
  return fails () ? -1 : real (d, mode);
}
int
fchown (int d, uid_t user, gid_t group)
{
  REAL (int, "fchown", int, uid_t, gid_t);
  return fails () ? -1 : real (d, user, group);
}
int
rename (const char *from, const char *to)
{
  REAL (int, "rename", const char *, const char *);
  return fails () ? -1 : real (from, to);
}
int
link (const char *from, const char *to)
{
  REAL (int, "link", const char *, const char *);
  return fails () ? -1 : real (from, to);
}
int
unlink (const char *path)
{
  REAL (int, "unlink", const char *);
  return fails () ? -1 : real (path);
}
int
access (const char *path, int mode)
{
  REAL (int, "access", const char *, int);
  return fails () ? -1 : real (path, mode);
}
int
stat (const char *path, struct stat *status)
{
  REAL (int, "stat", const char *, struct stat *);
  return fails () ? -1 : real (path, status);
}
int stat64 (const char *path, struct stat64 *status);
int
stat64 (const char *path, struct stat64 *status)
{
  REAL (int, "stat64", const char *, struct stat64 *);
  return fails () ? -1 : real (path, status);
}
ssize_t
read (int d, void *data, size_t length)
{
  REAL (ssize_t, "read", int, void *, size_t);
  return fails () ? -1 : real (d, data, length);
}
ssize_t
write (int d, const void *data, size_t length)
{
  static atomic_int halved;
  const char *kind = getenv ("FAULT_ERRNO");
  REAL (ssize_t, "write", int, const void *, size_t);

  if (halved && armed) {
    errno = ENOSPC;
    return -1;
  }
  if (!fails ())
    return real (d, data, length);
  if (kind == NULL || strcmp (kind, "short") != 0)
    return -1;
  halved = 1;
  return real (d, data, length / 2);
}
