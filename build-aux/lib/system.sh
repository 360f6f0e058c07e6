# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# What this machine has, what is missing, and how its packages are called.

# Not in meson.build, which has no place for it: 0.16 is what Debian 13 carries.
blueprint_floor=0.16

# The packages on each family of systems: what `run` needs, what the tests add, and what `flatpak`
# takes to build, and to try in a window.
debian_run=(
  ca-certificates gcc pkgconf meson ninja-build gettext desktop-file-utils blueprint-compiler
  libgtk-4-dev libgtk-4-bin libadwaita-1-dev libjson-glib-dev libglpk-dev
  libglib2.0-bin libglib2.0-dev-bin
  shared-mime-info adwaita-icon-theme fonts-cantarell librsvg2-common
)
debian_test=(
  clang clang-format libcmocka-dev
  xvfb xauth dbus dbus-daemon xdotool at-spi2-core python3-gi gir1.2-atspi-2.0
  python3-jsonschema python3-numpy appstream imagemagick poppler-utils qpdf libxml2-utils
  git procps jq locales fonts-dejavu-core fonts-noto-core fonts-noto-cjk
)
debian_flatpak=(
  flatpak flatpak-builder
  xvfb xauth dbus dbus-daemon xdotool at-spi2-core python3-gi gir1.2-atspi-2.0 imagemagick
)
fedora_run=(
  ca-certificates gcc pkgconf-pkg-config meson ninja-build gettext desktop-file-utils
  blueprint-compiler gtk4-devel libadwaita-devel json-glib-devel glpk-devel glib2-devel
  shared-mime-info adwaita-icon-theme abattis-cantarell-fonts librsvg2
)
fedora_test=(
  clang clang-tools-extra libasan libubsan libcmocka-devel
  xorg-x11-server-Xvfb xorg-x11-xauth dbus-daemon xdotool at-spi2-core python3-gobject
  python3-jsonschema python3-numpy appstream ImageMagick poppler-utils qpdf libxml2
  git procps-ng jq glibc-langpack-de dejavu-sans-fonts
  google-noto-sans-arabic-fonts google-noto-sans-cjk-fonts
)
fedora_flatpak=(
  flatpak flatpak-builder
  xorg-x11-server-Xvfb xorg-x11-xauth dbus-daemon xdotool at-spi2-core python3-gobject ImageMagick
)
arch_run=(
  ca-certificates gcc pkgconf meson ninja gettext desktop-file-utils blueprint-compiler
  gtk4 libadwaita json-glib glpk glib2-devel shared-mime-info adwaita-icon-theme cantarell-fonts
  librsvg
)
arch_test=(
  clang cmocka xorg-server-xvfb xorg-xauth dbus xdotool at-spi2-core python-gobject
  python-jsonschema python-numpy appstream imagemagick poppler qpdf libxml2
  git procps-ng jq ttf-dejavu noto-fonts noto-fonts-cjk
)
arch_flatpak=(
  flatpak flatpak-builder
  xorg-server-xvfb xorg-xauth dbus xdotool at-spi2-core python-gobject imagemagick
)

run_tools=(
  cc pkg-config meson ninja msgfmt blueprint-compiler glib-compile-resources glib-compile-schemas
  update-desktop-database
)
test_tools=(
  clang clang-format Xvfb dbus-run-session xdotool appstreamcli desktop-file-validate
  pdfinfo qpdf xmllint git jq python3
)
flatpak_tools=(flatpak flatpak-builder Xvfb dbus-run-session xdotool import)
test_modules=(gi jsonschema numpy)
# Of libraries that pkg-config does not know.
run_headers=(glpk.h)

# at_least VERSION FLOOR
at_least() {
  [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$2" ]
}

# One line a library, "gtk4 >= 4.18" or a bare name, from meson.build, so that each version is
# written once.
library_floors() {
  awk '
    /^[a-z]+_floor = / { value = $3; gsub(/\047/, "", value); floors[$1] = value }
    match($0, /dependency\(\047[^\047]+\047/) {
      name = substr($0, RSTART + 12, RLENGTH - 13)
      if (match($0, />= \047 \+ [a-z]+_floor/))
        print name " >= " floors[substr($0, RSTART + 7, RLENGTH - 7)]
      else if (match($0, />= [0-9.]+\047/))
        print name " >= " substr($0, RSTART + 3, RLENGTH - 4)
      else
        print name
    }' "$project/meson.build"
}

meson_floor() {
  sed -n "s/.*meson_version: '>= \([0-9.]*\)'.*/\1/p" "$project/meson.build"
}

# missing_here NEED: a line for each thing that this system lacks for NEED (run or test).
missing_here() {
  local need=$1 tool library header
  local tools=("${run_tools[@]}")

  [ "$need" = run ] || tools+=("${test_tools[@]}")
  for tool in "${tools[@]}"; do
    command -v "$tool" >/dev/null || echo "$tool"
  done
  if command -v pkg-config >/dev/null; then
    while read -r library; do
      if [ "$need" = run ] && [ "$library" = cmocka ]; then
        continue
      fi
      pkg-config --exists "$library" || echo "$library"
    done < <(library_floors)
  fi
  if command -v cc >/dev/null; then
    for header in "${run_headers[@]}"; do
      cc -E -include "$header" -x c /dev/null >/dev/null 2>&1 || echo "$header"
    done
  fi
}

# The same for what takes a moment to ask; asked only where nothing has been configured yet.
missing_by_version() {
  local need=$1 module

  at_least "$(meson --version)" "$(meson_floor)" || echo "meson >= $(meson_floor)"
  at_least "$(blueprint-compiler --version)" "$blueprint_floor" ||
    echo "blueprint-compiler >= $blueprint_floor"
  if [ "$need" = test ]; then
    for module in "${test_modules[@]}"; do
      python3 -c "import $module" 2>/dev/null || echo "python3 module $module"
    done
  fi
}

# missing NEED
missing() {
  local list

  list=$(missing_here "$1")
  if [ -z "$list" ] && [ ! -e "$project/_build/host/.enough-for-$1" ]; then
    list=$(missing_by_version "$1")
    if [ -z "$list" ]; then
      mkdir -p "$project/_build/host"
      : >"$project/_build/host/.enough-for-$1"
    fi
  fi
  printf '%s' "$list"
}

# os_release KEY. SHORTLIST_OS_RELEASE names another file, to try how another system is read.
os_release() {
  (
    file=${SHORTLIST_OS_RELEASE:-/etc/os-release}
    unset ID ID_LIKE VERSION_ID PRETTY_NAME
    # shellcheck source=/dev/null
    [ ! -r "$file" ] || . "$file"
    printf '%s' "${!1-}"
  )
}

# A system that follows Debian or Ubuntu counts its versions its own way, so its package lists are
# asked instead.
apt_offers_gtk() {
  local version

  version=$(apt-cache policy libgtk-4-dev 2>/dev/null | sed -n 's/^ *Candidate: \([0-9].*\)/\1/p')
  [ -n "$version" ] &&
    at_least "$version" "$(library_floors | sed -n 's/^gtk4 >= //p')"
}

# Prints the family and "new" where its own packages are new enough, else "old".
classify_system() {
  local id like version

  id=$(os_release ID)
  like=$(os_release ID_LIKE)
  version=$(os_release VERSION_ID)
  case "$id" in
    # Testing and unstable name no version.
    debian) at_least "${version:-99}" 13 && echo debian new || echo debian old ;;
    ubuntu) at_least "${version:-0}" 25.04 && echo debian new || echo debian old ;;
    *)
      case " $id $like " in
        *' arch '*) echo arch new ;;
        *' debian '* | *' ubuntu '*) apt_offers_gtk && echo debian new || echo debian old ;;
        *' fedora '*) at_least "${version:-0}" 42 && echo fedora new || echo fedora old ;;
        *) echo other old ;;
      esac
      ;;
  esac
}

# become_root COMMAND...: prints nothing, sets as_root; stops with the command to type where there
# is no way to become root.
become_root() {
  if [ "$(id -u)" = 0 ]; then
    as_root=()
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root=(sudo -n)
  elif command -v sudo >/dev/null && [ -t 0 ] && [ -t 2 ]; then
    as_root=(sudo)
  else
    say 'Some packages are missing. Please run this, then try again:'
    say "  sudo $*"
    exit 1
  fi
}

# quietly COMMAND...: its output is shown only if it fails.
quietly() {
  local output

  if ! output=$("$@" </dev/null 2>&1); then
    printf '%s\n' "$output" | tail -n 15 | sed 's/^/  /' >&2
    return 1
  fi
}

# install_packages FAMILY PACKAGE...
install_packages() {
  local family=$1 install as_root=()
  shift

  case "$family" in
    debian) install=(apt-get install -y --no-install-recommends "$@") ;;
    fedora) install=(dnf install -y "$@") ;;
    arch) install=(pacman -S --needed --noconfirm "$@") ;;
  esac
  become_root "${install[@]}"
  if [ $# -le 4 ]; then
    say "Installing $* with ${install[0]}."
  else
    say "Installing $# packages with ${install[0]}, which may take some minutes."
  fi
  if [ "$family" = debian ]; then
    quietly "${as_root[@]}" apt-get update -q || say 'The package lists could not be brought up to date.'
    as_root+=(env DEBIAN_FRONTEND=noninteractive)
  fi
  quietly "${as_root[@]}" "${install[@]}" ||
    fail "the packages could not be installed: ${install[*]}"
}

# install_for FAMILY NEED
install_for() {
  local -n for_run=$1_run for_test=$1_test for_flatpak=$1_flatpak

  case "$2" in
    run) install_packages "$1" "${for_run[@]}" ;;
    test) install_packages "$1" "${for_run[@]}" "${for_test[@]}" ;;
    flatpak) install_packages "$1" "${for_flatpak[@]}" ;;
  esac
}

fail_for_missing() {
  say "$1"
  printf '%s\n' "$2" | sed 's/^/  /' >&2
  exit 1
}

# choose_place NEED: sets place to host or private, and makes that place ready.
choose_place() {
  local need=$1 wish=${SHORTLIST_ROOT:-auto} family age lacks

  case "$wish" in
    auto | host) ;;
    private)
      place=private
      return
      ;;
    *) fail "SHORTLIST_ROOT is \"$wish\", but may only be host or private" ;;
  esac

  place=host
  lacks=$(missing "$need")
  if [ -z "$lacks" ]; then
    return
  fi
  read -r family age < <(classify_system)
  if [ "$age" = new ]; then
    install_for "$family" "$need"
    lacks=$(missing "$need")
    [ -z "$lacks" ] || fail_for_missing 'After installing the packages, this is still missing:' "$lacks"
  elif [ "$wish" = host ]; then
    fail_for_missing 'This system lacks:' "$lacks"
  elif [ "$family" = debian ] || { command -v mmdebstrap && command -v bwrap; } >/dev/null; then
    place=private
  else
    say "$(os_release PRETTY_NAME) is too old for Shortlist, or is not known to build-aux/dev."
    fail_for_missing 'Install these (or mmdebstrap and bubblewrap), then try again:' "$lacks"
  fi
}
