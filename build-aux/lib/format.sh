# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# `build-aux/dev format`: one style, kept by clang-format and by blueprint-compiler.

# list_sources SUFFIX...: what Git tracks, or in an unpacked archive what is there.
list_sources() {
  local suffix patterns=()

  for suffix in "$@"; do
    patterns+=("src/*.$suffix" "tests/*.$suffix" "data/*.$suffix")
  done
  # In the private system the folder can look like someone else's.
  if ! git -c safe.directory='*' -C "$project" ls-files -- "${patterns[@]}" 2>/dev/null; then
    for suffix in "$@"; do
      (cd "$project" && find src tests data -name "*.$suffix" 2>/dev/null) || true
    done
  fi | while read -r file; do
    # A tracked file may have been deleted since.
    [ ! -f "$project/$file" ] || printf '%s\n' "$file"
  done
}

# is_formatted FILE
is_formatted() {
  case "$1" in
    *.blp) blueprint-compiler format "$1" ;;
    *) clang-format --dry-run --Werror "$1" ;;
  esac </dev/null >/dev/null 2>&1
}

format_file() {
  case "$1" in
    *.blp) blueprint-compiler format --fix "$1" >/dev/null ;;
    *) clang-format -i "$1" ;;
  esac </dev/null
}

# format_sources [--check]: prints the files that are not, or were not, in the style.
format_sources() {
  local file status=0

  if [ $# -gt 1 ] || [ "${1---check}" != --check ]; then
    say 'usage: build-aux/dev format [--check]'
    return 2
  fi
  cd "$project" || return
  while read -r file; do
    if is_formatted "$file"; then
      continue
    fi
    printf '%s\n' "$file"
    if [ "${1-}" = --check ]; then
      status=1
    else
      format_file "$file" || return 1
    fi
  done < <(list_sources c h blp)
  if [ $status -ne 0 ]; then
    say 'These files are not in the style. "build-aux/dev format" changes that.'
  fi
  return $status
}
