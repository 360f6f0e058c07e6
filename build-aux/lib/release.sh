# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# `build-aux/dev dist`: the archive of a release, and what goes with it to a software centre.

release_folder=$project/_build/dist
releases=https://github.com/shortlistapp/Shortlist/releases/download

# find_release: sets release to the archive, release_url to where it is to be published, and
# release_manifest to the manifest that builds the Flatpak from there.
find_release() {
  local version

  version=$(sed -n "s/^  version: '\(.*\)',\$/\1/p" "$project/meson.build")
  release=$release_folder/shortlist-$version.tar.xz
  release_url=$releases/v$version/${release##*/}
  release_manifest=$release_folder/$(basename "$project"/flatpak/*.json)
}

# Once more from the beginning, with nothing around it but what is in the archive.
try_release() {
  local folder=$TMPDIR/release

  # Python is there for Meson, but xz is not everywhere.
  python3 -m tarfile --filter data -e "$release" "$folder" &&
    "$folder/$(basename "$release" .tar.xz)/build-aux/dev" test --no-suite slow >&2
}

# make_release: what Git has of the last commit.
make_release() {
  local release release_url release_manifest git_settings

  if [ $# -gt 0 ]; then
    say 'usage: build-aux/dev dist'
    return 2
  fi
  # In the private system the folder can look like someone else's.
  git_settings=(GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0='*')
  env "${git_settings[@]}" git -C "$project" rev-parse --verify --quiet HEAD >/dev/null ||
    fail 'a release is made from a Git repository'
  # Nothing has to be built for the archive, but the folder must know the version of today.
  set_up test --buildtype=debugoptimized -Dwerror=true -Dapp=enabled -Dtests=enabled || return 1
  ninja -C "$build" build.ninja </dev/null >"$log" 2>&1 || {
    show_failure
    return 1
  }
  find_release
  say "Making ${release##*/}."
  rm -rf "$release_folder"
  mkdir -p "$release_folder"
  env "${git_settings[@]}" meson dist -C "$build" --no-tests --formats xztar >"$log" 2>&1 || {
    grep 'ERROR' "$log" | sed 's/^/  /' >&2
    fail "the archive could not be made; the whole log is $log"
  }
  mv "$build/meson-dist/${release##*/}"* "$release_folder"
  "$project/build-aux/release-manifest" "$release_url" "$release" >"$release_manifest"
  release_build

  say 'Building and testing what is in it.'
  try_release || fail 'the archive was made, but it does not pass its own tests'
  say "To be published as $release_url,"
  say "with the manifest for Flathub: $release_manifest"
  printf '%s\n' "$release"
}

# seed_release FOLDER: flatpak-builder takes the archive from FOLDER, where it would have put it,
# instead of from where it is not yet published.
seed_release() {
  local checksum

  find_release
  [ -e "$release" ] && [ -e "$release_manifest" ] || fail 'make the archive first: build-aux/dev dist'
  checksum=$(sha256sum "$release")
  checksum=${checksum%% *}
  mkdir -p "$1/$checksum"
  cp "$release" "$1/$checksum/"
}
