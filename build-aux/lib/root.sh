# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# A private Debian 13 for systems whose own libraries are too old: a folder in the person's cache,
# entered through bubblewrap. The system itself stays as it is.

root_suite=trixie

# The number counts changes to how the folder is made that its package list does not show.
root_stamp() {
  printf '%s\n' 1 "$root_suite" "${debian_run[@]}" "${debian_test[@]}" | sha256sum | cut -c 1-12
}

set_cache() {
  [ -n "${XDG_CACHE_HOME:-}${HOME:-}" ] || fail 'neither HOME nor XDG_CACHE_HOME is set'
  cache=${XDG_CACHE_HOME:-$HOME/.cache}/shortlist
}

# What the host must have to make the folder and to enter it.
install_root_tools() {
  local packages=()

  command -v bwrap >/dev/null || packages+=(bubblewrap)
  if [ "$1" = to-make ]; then
    command -v mmdebstrap >/dev/null || packages+=(mmdebstrap)
    [ -e /usr/share/keyrings/debian-archive-keyring.gpg ] || packages+=(debian-archive-keyring)
    [ "$(id -u)" = 0 ] || command -v newuidmap >/dev/null || packages+=(uidmap)
  fi
  if [ ${#packages[@]} -gt 0 ]; then
    command -v apt-get >/dev/null ||
      fail "please install ${packages[*]} with this system's package manager, then try again"
    install_packages debian "${packages[@]}"
  fi
}

# Someone who is not root makes the folder with a range of user numbers that belongs to them.
check_user_numbers() {
  local name

  name=$(id -un)
  if [ "$(id -u)" != 0 ] && ! grep -q -s "^\($name\|$(id -u)\):" /etc/subuid; then
    say "The account $name has no range of user numbers, which making a private Debian needs."
    say 'Please run this, then try again:'
    say "  sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $name"
    exit 1
  fi
}

# bootstrap TARGET [OPTION...]
bootstrap() {
  local target=$1 packages
  local guard=(setpriv --pdeathsig KILL unshare --mount --pid --fork --kill-child --mount-proc)
  shift

  packages=$(printf '%s,' "${debian_run[@]}" "${debian_test[@]}")
  # As root, whatever happens to this script takes the processes and the mounts of mmdebstrap with
  # it. Elsewhere mmdebstrap makes such a space by itself, and a later run waits for its end.
  [ "$(id -u)" = 0 ] && "${guard[@]}" true 2>/dev/null || guard=()
  # The locale is the one of the tests that want a comma in numbers; the empty files are where the
  # host's are mounted. Where no mirror is named, mmdebstrap takes Debian's own with its security
  # updates.
  # shellcheck disable=SC2016
  "${guard[@]}" mmdebstrap --variant=apt --include="${packages%,}" "$@" \
    --aptopt='Acquire::Retries "3"' \
    --dpkgopt=force-unsafe-io \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
    --customize-hook='chroot "$1" localedef -i de_DE -f UTF-8 de_DE.UTF-8' \
    --customize-hook='for f in localtime resolv.conf hosts; do rm -f "$1/etc/$f"; : >"$1/etc/$f"; done' \
    "$root_suite" "$target" ${SHORTLIST_MIRROR:+"$SHORTLIST_MIRROR"}
}

# fill_root FOLDER: as root straight into it; else through an archive, so that every file belongs to
# the person and can be moved and removed by ordinary means.
fill_root() {
  if [ "$(id -u)" = 0 ]; then
    bootstrap "$1" --format=directory
  else
    mkdir "$1" &&
      TMPDIR=/var/tmp bootstrap - --mode=unshare --format=tar |
      tar -x -C "$1" --no-same-owner --exclude='./dev/*'
  fi
}

# discard FOLDER: never past a mount, should one have stayed.
discard() {
  chmod -R u+w "$1" 2>/dev/null || true
  rm -rf --one-file-system "$1"
}

# Folders of other package lists, but for those that someone is working in.
discard_old_roots() {
  local old

  for old in "$cache"/root-*; do
    if [ "$old" != "$root" ] && [ -d "$old" ] && flock -n -x "$old" true; then
      discard "$old"
    fi
  done
}

# To be called with the lock held, so whatever is half made is nobody's work.
make_root() {
  local stale began=$SECONDS

  for stale in "$cache"/making-*; do
    [ ! -e "$stale" ] || discard "$stale"
  done
  check_user_numbers
  say "Making a private Debian 13 to build in (once; a minute or two, 1.5 GB): $root"
  if ! fill_root "$cache/making-$$" </dev/null >"$cache/root.log" 2>&1; then
    discard "$cache/making-$$"
    say 'The private Debian could not be made. The last lines of the log:'
    tail -n 15 "$cache/root.log" | sed 's/^/  /' >&2
    fail "the whole log is $cache/root.log"
  fi
  # mmdebstrap leaves this empty, for the first boot of a machine. Without it there is no bus.
  rm -f "$cache/making-$$/etc/machine-id"
  tr -d - </proc/sys/kernel/random/uuid >"$cache/making-$$/etc/machine-id"
  mv "$cache/making-$$" "$root"
  say "Made it in $((SECONDS - began)) s."
  discard_old_roots
}

# ensure_root: sets root, and holds it in use for as long as this process or its heir lives.
ensure_root() {
  local cache lock

  set_cache
  root=$cache/root-$(root_stamp)
  if [ ! -d "$root" ]; then
    install_root_tools to-make
    mkdir -p "$cache"
    exec {lock}>"$cache/root.lock"
    if ! flock -n "$lock"; then
      say 'Waiting for another run, which is making the private Debian.'
      flock "$lock"
    fi
    [ -d "$root" ] || make_root
    exec {lock}>&-
  fi
  install_root_tools to-enter
  exec {root_use}<"$root"
  flock -s "$root_use"
}

# Prints how a namespace can be made here; in a container some ways may be closed.
namespace_options() {
  local options way=()
  local ways=(
    '--unshare-pid --proc /proc'
    '--unshare-user --unshare-pid --proc /proc'
    '--bind /proc /proc'
    '--unshare-user --bind /proc /proc'
  )

  for options in "${ways[@]}"; do
    read -r -a way <<<"$options"
    if bwrap --ro-bind / / "${way[@]}" true 2>/dev/null; then
      printf '%s' "$options"
      return
    fi
  done
  say 'bubblewrap cannot make a namespace here:'
  bwrap --ro-bind / / --unshare-pid --proc /proc true 2>&1 | sed 's/^/  /' >&2 || true
  fail 'in a container, allow it namespaces (SYS_ADMIN); on a desktop, allow unprivileged user namespaces'
}

# Sets mounts: the private system read-only, and the host's files but for the host's system.
collect_mounts() {
  local entry name

  mounts=()
  for entry in "$root"/*; do
    name=${entry##*/}
    if [ -L "$entry" ]; then
      mounts+=(--symlink "$(readlink "$entry")" "/$name")
    elif [ "$name" = usr ] || [ "$name" = etc ]; then
      mounts+=(--ro-bind "$entry" "/$name")
    fi
  done
  mounts+=(--dev /dev --dev-bind-try /dev/dri /dev/dri --ro-bind-try /sys /sys)
  mounts+=(--tmpfs /run --tmpfs /var --dir /var/lib/xkb)
  mounts+=(--ro-bind "$root/var/cache/fontconfig" /var/cache/fontconfig)
  mounts+=(--bind /tmp /tmp --bind-try /var/tmp /var/tmp --bind-try /usr/src /usr/src)
  for name in passwd group hosts resolv.conf localtime; do
    mounts+=(--ro-bind-try "$(readlink -f "/etc/$name")" "/etc/$name")
  done

  for entry in /*; do
    case "${entry#/}" in
      bin | sbin | lib* | usr | etc | var | run | tmp | dev | proc | sys | boot | root | lost+found) ;;
      *)
        if [ -L "$entry" ]; then
          mounts+=(--symlink "$(readlink "$entry")" "$entry")
        elif [ -d "$entry" ] && [ -r "$entry" ]; then
          mounts+=(--bind-try "$entry" "$entry")
        fi
        ;;
    esac
  done
  # The desktop's sockets: Wayland, the session bus, accessibility, settings, printing.
  for entry in "${XDG_RUNTIME_DIR:-}" /run/dbus /run/cups /run/media "${XAUTHORITY:-}" \
    "${HOME:-}" "$project" "$PWD"; do
    case "$entry" in
      '' | / | /etc* | /usr* | /tmp | /var/tmp) ;;
      *) mounts+=(--bind-try "$entry" "$entry") ;;
    esac
  done
}

# enter_root COMMAND...: this very command, inside, and its exit status. Only one that leaves
# something to clean up is waited for.
enter_root() {
  local mounts variable namespace how=exec

  ensure_root
  namespace=$(namespace_options) || exit 1
  read -r -a namespace <<<"$namespace"
  collect_mounts
  # The person's language. The tests have the locales of the private system only.
  [ "$1" != run ] || mounts+=(--ro-bind-try /usr/lib/locale /usr/lib/locale)
  # The host's programs and libraries do not run on the other system's.
  for variable in LD_LIBRARY_PATH LD_PRELOAD LIBRARY_PATH CPATH C_INCLUDE_PATH CC CXX CC_LD \
    PKG_CONFIG_PATH PYTHONPATH PYTHONHOME GI_TYPELIB_PATH GTK_PATH GTK_MODULES GTK_THEME \
    GIO_MODULE_DIR GIO_EXTRA_MODULES GDK_PIXBUF_MODULE_FILE; do
    unset "$variable"
  done
  export PATH=/usr/bin:/usr/sbin XDG_DATA_DIRS=/usr/share PYTHONNOUSERSITE=1
  export SHORTLIST_INSIDE=${root##*/}

  [ -z "${scratch:-}" ] || how=
  $how bwrap "${mounts[@]}" "${namespace[@]}" --die-with-parent --chdir "$PWD" -- \
    "$project/build-aux/dev" "$@"
}
