# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Configuring and compiling, one folder a purpose, without a word where there is nothing to do.

# prepare NAME MESON-OPTION...: sets build, and brings that folder up to date.
prepare() {
  set_up "$@" || return 1
  shift
  compile "$@" || {
    show_failure
    return 1
  }
}

# set_up NAME MESON-OPTION...: sets build, and configures that folder. One run at a time; the lock is
# kept until release_build or the end.
set_up() {
  local name=$1
  shift

  build=$builds/$name
  log=$builds/$name.log
  mkdir -p "$builds" && exec {build_lock}>"$builds/$name.lock" || return 1
  if ! flock -n "$build_lock"; then
    say "Waiting for another run, which is building in $build."
    flock "$build_lock"
  fi
  configure "$@" || {
    show_failure
    return 1
  }
}

release_build() {
  exec {build_lock}>&-
}

# What the folder's configuration rests on. Another compiler, Meson, folder or private system makes
# it worthless.
build_stamp() {
  printf '%s\n' "$project" "${SHORTLIST_INSIDE:-}" "${CC:-}" "${CFLAGS:-}" "${LDFLAGS:-}" "$*"
  [ -n "${SHORTLIST_INSIDE:-}" ] || stat -L -c '%n %Y' "$(command -v meson)" "$(command -v "${CC:-cc}")"
}

# configure MESON-OPTION...: the stamp comes last, so a folder whose setup was cut short has none.
configure() {
  local stamp

  stamp=$(build_stamp "$@")
  if [ -e "$build/build.ninja" ] && [ "$(cat "$build/.configured" 2>/dev/null)" = "$stamp" ]; then
    return 0
  fi
  say "Setting up $build."
  rm -rf "$build"
  meson setup "$build" "$project" "$@" </dev/null >"$log" 2>&1 || return 1
  printf '%s\n' "$stamp" >"$build/.configured"
}

# compile MESON-OPTION...: a folder whose last build was cut short and does not build is begun anew,
# once.
compile() {
  local steps cut_short=no

  [ ! -e "$build/.unfinished" ] || cut_short=yes
  steps=$(ninja -C "$build" -n 2>/dev/null </dev/null | grep -c '^\[') || true
  [ "$steps" -le 5 ] || say "Building ($steps steps)."
  : >"$build/.unfinished"
  if ninja -C "$build" </dev/null >"$log" 2>&1; then
    rm -f "$build/.unfinished"
    return 0
  fi
  if [ $cut_short = yes ]; then
    say 'The last build was cut short. Starting over.'
    rm -rf "$build"
    configure "$@" && compile "$@"
    return
  fi
  rm -f "$build/.unfinished"
  return 1
}

show_failure() {
  say "Shortlist does not build in $build:"
  if grep -q 'ERROR: ' "$log"; then
    # From Meson, before Ninja says that it failed.
    sed -n '/ERROR: /,$p' "$log" | head -n 10
  elif grep -q '^FAILED:' "$log"; then
    # The command line of the compiler says nothing to a reader.
    sed -n '/^FAILED:/,$p' "$log" | grep -v '^FAILED:\|^\(cc\|gcc\|clang\|ccache\) ' | head -n 30
  else
    tail -n 15 "$log"
  fi | sed 's/^/  /' >&2
  say "The whole log is $log"
}

# What the program needs to find its settings, icons and data without being installed.
use_build() {
  export GSETTINGS_SCHEMA_DIR=$build/data
  export XDG_DATA_DIRS=$build/data:$project/data:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}
}
