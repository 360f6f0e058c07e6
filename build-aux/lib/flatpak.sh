# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# `build-aux/dev flatpak`: builds the Flatpak, tries it in an empty installation, and installs it.
# This happens on the system itself, whatever its age: the runtime brings the libraries.

flathub=https://dl.flathub.org/repo/flathub.flatpakrepo

# manifest_value KEY
manifest_value() {
  sed -n "s/^ *\"$1\": \"\(.*\)\",\$/\1/p" "$manifest" | head -n 1
}

# Python with GObject Introspection; one that a person has installed may be without it.
find_python() {
  for python in python3 /usr/bin/python3; do
    ! "$python" -c 'import gi' 2>/dev/null || return 0
  done
  return 1
}

missing_for_flatpak() {
  local tool

  for tool in "${flatpak_tools[@]}"; do
    command -v "$tool" >/dev/null || echo "$tool"
  done
  find_python && "$python" -c 'import gi; gi.require_version("Atspi", "2.0")' 2>/dev/null ||
    echo 'python3 with gi and Atspi'
}

ensure_flatpak_tools() {
  local lacks family age

  lacks=$(missing_for_flatpak)
  if [ -n "$lacks" ]; then
    read -r family age < <(classify_system)
    [ "$family" != other ] || fail_for_missing 'Install these, then try again:' "$lacks"
    install_for "$family" flatpak
    lacks=$(missing_for_flatpak)
    [ -z "$lacks" ] || fail_for_missing 'After installing the packages, this is still missing:' "$lacks"
  fi
  find_python
}

# The runtime and its SDK, from wherever they are installed, or else from Flathub.
ensure_runtime() {
  local name error lacking=()

  for name in "$(manifest_value runtime)//$version" "$(manifest_value sdk)//$version"; do
    flatpak info "$name" >/dev/null 2>&1 || lacking+=("$name")
  done
  [ ${#lacking[@]} -gt 0 ] || return 0
  say "Installing ${lacking[*]} from Flathub (once; about 2 GB)."
  {
    error=$(
      {
        flatpak remote-add --user --if-not-exists flathub "$flathub" &&
          flatpak install --user --noninteractive flathub "${lacking[@]}"
      } 2>&1 >&3 | grep . | tail -n 1
    ) && return 0
  } 3>&2
  fail "${lacking[*]} cannot be installed (${error#error: }); with a connection to Flathub, or once they are" \
    'installed from elsewhere, try again'
}

# Where a file system in user space cannot be mounted, flatpak-builder has to do without.
fuse_works() {
  { command -v fusermount || command -v fusermount3; } >/dev/null && { : <>/dev/fuse; } 2>/dev/null
}

# suit_builder MANIFEST: sets suited to it, or to one without a step for which flatpak-builder before
# 1.3.4 wants a tool that the runtime no longer has. It matters to software centres only.
suit_builder() {
  local has

  suited=$1
  has=$(flatpak-builder --version)
  at_least "${has##* }" 1.3.4 && return
  suited=$folder/$id.json
  "$python" - "$1" "$project" >"$suited" <<'END'
import json, sys
manifest = json.load(open(sys.argv[1], encoding="utf-8"))
manifest["appstream-compose"] = False
for module in manifest["modules"]:
    for source in module["sources"]:
        if source["type"] == "dir":
            source["path"] = sys.argv[2]
json.dump(manifest, sys.stdout, indent=2)
END
}

# build_bundle MANIFEST
build_bundle() {
  local suited options=()

  suit_builder "$1"
  fuse_works || options+=(--disable-rofiles-fuse)
  say 'Building the Flatpak (the first time takes some minutes).'
  flatpak-builder --user --force-clean --default-branch=stable --state-dir="$folder/state" \
    --repo="$folder/repo" "${options[@]}" "$folder/build" "$suited" </dev/null >"$log" 2>&1 &&
    flatpak build-bundle --runtime-repo="$flathub" "$folder/repo" "$bundle" "$id" stable >>"$log" 2>&1 ||
    {
      say 'The Flatpak does not build:'
      tail -n 15 "$log" | sed 's/^/  /' >&2
      fail "the whole log is $log"
    }
}

# try_bundle: as somebody would who has the runtime and nothing else. The runtime of the person's own
# installation is that of the system for the empty one.
try_bundle() {
  local place user=${FLATPAK_USER_DIR:-${XDG_DATA_HOME:-$HOME/.local/share}/flatpak}
  local settings=(-u FLATPAK_USER_DIR -u GDK_DEBUG -u ADW_DISABLE_PORTAL -u GSETTINGS_BACKEND)

  place=$(flatpak info --show-location "$(manifest_value runtime)//$version")
  [ "${place#"$user"/}" = "$place" ] || settings+=("FLATPAK_SYSTEM_DIR=$user")
  say 'Trying it in an empty installation.'
  "$project/build-aux/headless" env "${settings[@]}" \
    "$python" "$project/tests/flatpak/installed.py" "$bundle" "$id" "$project/data/sample.shortlist"
}

# make_flatpak [--release]
make_flatpak() {
  local manifest id version folder=$project/_build/flatpak log bundle python
  local release release_url release_manifest

  if [ $# -gt 1 ] || [ "${1---release}" != --release ]; then
    say 'usage: build-aux/dev flatpak [--release]'
    return 2
  fi
  manifest=$(echo "$project"/flatpak/*.json)
  id=$(manifest_value id)
  version=$(manifest_value runtime-version)
  log=$folder/build.log
  bundle=$folder/shortlist.flatpak
  ensure_flatpak_tools
  ensure_runtime
  mkdir -p "$folder"
  exec {flatpak_lock}>"$folder/lock"
  flock -n "$flatpak_lock" || fail "another run is building in $folder"

  if [ "${1-}" = --release ]; then
    seed_release "$folder/state/downloads"
    build_bundle "$release_manifest"
  else
    build_bundle "$manifest"
  fi
  try_bundle >&2 || fail 'the Flatpak was built, but it does not do what it should'
  flatpak install --user --noninteractive --no-deps --reinstall "$bundle" >>"$log" 2>&1 ||
    fail "the Flatpak could not be installed; see $log"
  say "Installed for you: flatpak run $id"
  say 'To pass on:'
  printf '%s\n' "$bundle"
}
