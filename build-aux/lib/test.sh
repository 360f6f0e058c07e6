# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# `build-aux/dev test`: every check that a change has to pass, and their sum.

passed=0
failed=0
skipped=0
tests_run=0

# step NAME COMMAND...: one line with the outcome and the time.
step() {
  local name=$1 began=$SECONDS outcome=passed
  shift

  "$@" || outcome=FAILED
  say "$name: $outcome, $((SECONDS - began)) s"
  [ $outcome = passed ]
}

# A step that is one check by itself.
counted_step() {
  if step "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
  fi
}

# count_result RESULT...: how many tests of the last run ended so.
count_result() {
  local pattern

  pattern=$(IFS='|' && printf '%s' "$*")
  grep -c -E "\"result\": \"($pattern)\"" "$build/meson-logs/testlog.json" 2>/dev/null || true
}

add_counts() {
  local good bad without

  good=$(count_result OK EXPECTEDFAIL)
  bad=$(count_result FAIL ERROR TIMEOUT INTERRUPT UNEXPECTEDPASS)
  without=$(count_result SKIP IGNORED)
  passed=$((passed + ${good:-0}))
  failed=$((failed + ${bad:-0}))
  skipped=$((skipped + ${without:-0}))
  tests_run=$((tests_run + ${good:-0} + ${bad:-0}))
  counted_failures=${bad:-0}
}

# meson_test ARGUMENT...: a run that fails without naming a test is one failure.
meson_test() {
  local status=0 counted_failures=0

  rm -f "$build/meson-logs/testlog.json"
  "$project/build-aux/headless" meson test -C "$build" --no-rebuild --print-errorlogs "$@" || status=$?
  add_counts
  if [ $status -ne 0 ] && [ "$counted_failures" -eq 0 ]; then
    failed=$((failed + 1))
  fi
  return $status
}

# Preparing counts only where it fails: what it prepares for counts itself.
prepare_tests() {
  prepare "$@" || {
    failed=$((failed + 1))
    return 1
  }
}

ordinary_tests() {
  prepare_tests test --buildtype=debugoptimized -Dwerror=true -Dapp=enabled -Dtests=enabled &&
    meson_test "$@"
}

# The libraries below the window under the address, leak and undefined-behaviour sanitizers.
sanitized_tests() {
  prepare_tests sanitize --buildtype=debugoptimized -Db_sanitize=address,undefined -Db_lundef=false \
    -Dapp=disabled -Dtests=enabled || return 1
  ASAN_OPTIONS=detect_leaks=1:halt_on_error=1:abort_on_error=1 \
    UBSAN_OPTIONS=halt_on_error=1:abort_on_error=1:print_stacktrace=1 \
    LSAN_OPTIONS="suppressions=\"$project/build-aux/leaks.supp\":print_suppressions=0" \
    meson_test --no-suite slow --timeout-multiplier 4
}

# A second compiler sees other mistakes. Nothing is run.
clang_build() {
  CC=clang prepare clang --buildtype=debug -Dwerror=true -Dapp=enabled -Dtests=enabled
}

check_format() {
  format_sources --check >&2
}

# run_tests [--slow] [ARGUMENT...]: with names or options for meson test, that run alone.
run_tests() {
  local choice=(--no-suite slow) chosen=() argument sum

  for argument in "$@"; do
    if [ "$argument" = --slow ]; then
      choice=()
    else
      chosen+=("$argument")
    fi
  done
  if [ ${#chosen[@]} -gt 0 ]; then
    step 'Tests' ordinary_tests "${chosen[@]}" || true
  else
    step 'Tests' ordinary_tests "${choice[@]}" || true
    step 'Tests under sanitizers' sanitized_tests || true
    counted_step 'Build with clang' clang_build
    counted_step 'Format' check_format
  fi

  [ $tests_run -gt 0 ] || say 'No test ran.'
  sum="$passed passed, $failed failed"
  [ $skipped -eq 0 ] || sum+=", $skipped skipped"
  printf '%s\n' "$sum"
  [ $failed -eq 0 ] && [ $tests_run -gt 0 ]
}

# run_benchmarks ARGUMENT...
run_benchmarks() {
  prepare release --buildtype=release -Dapp=enabled -Dtests=enabled || return 1
  ninja -C "$build" meson-benchmark-prereq </dev/null >"$log" 2>&1 || {
    show_failure
    return 1
  }
  "$project/build-aux/headless" meson test -C "$build" --no-rebuild --benchmark --verbose "$@"
}

# take_screenshots [FOLDER]
take_screenshots() {
  local folder=${1:-$project/data/screenshots}

  prepare test --buildtype=debugoptimized -Dwerror=true -Dapp=enabled -Dtests=enabled || return 1
  if [ ! -x "$build/tests/app/screenshots" ]; then
    say "There is no program that takes the pictures: $build/tests/app/screenshots"
    return 1
  fi
  mkdir -p "$folder"
  use_build
  "$project/build-aux/headless" "$build/tests/app/screenshots" "$(realpath "$folder")"
}
