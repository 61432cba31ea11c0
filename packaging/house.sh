# SPDX-License-Identifier: GPL-3.0-or-later
# What the commands of this folder share. Sourced by them with `top` set to the repository; needs bash and an essential Debian only.
# shellcheck shell=bash disable=SC2154

say() { printf '%s\n' "$*" >&2; }
step() { printf '\n== %s\n' "$*" >&2; }
stop() { say "$(basename "$0"): $1"; exit "${2:-1}"; }

# confirm QUESTION   yes when --yes was given (assume_yes) or a person says so; no when nobody can be asked.
assume_yes=${assume_yes:-0}
confirm() {
  [ "$assume_yes" = 1 ] && return 0
  [ -t 0 ] && [ -t 2 ] || return 1
  local answer
  read -r -p "$1 [Y/n] " answer || return 1
  case $answer in '' | y | Y | yes | Yes | YES) return 0 ;; *) return 1 ;; esac
}

# as_root COMMAND...   root runs it, a user through sudo. With --yes and nobody to type a password, sudo must not wait for one.
as_root() {
  if [ "$(id -u)" = 0 ]; then env DEBIAN_FRONTEND=noninteractive "$@"
  elif [ -t 0 ]; then sudo env DEBIAN_FRONTEND=noninteractive "$@"
  else sudo -n env DEBIAN_FRONTEND=noninteractive "$@"; fi
}

# A bare machine has no locale but C.UTF-8, and often none set: Qt and file names need UTF-8.
use_utf8_locale() { [ -n "${LC_ALL:-}${LC_CTYPE:-}${LANG:-}" ] || export LANG=C.UTF-8; }

# As many jobs as there are cores, but no more than memory holds: a unity file of this project takes up to 1.5 GB to compile.
build_jobs() {
  local cores memory
  cores=$(nproc)
  memory=$(awk '/^MemAvailable/ { print int($2 / 1500000) }' /proc/meminfo)
  [ "${memory:-1}" -ge 1 ] || memory=1
  echo $((cores < memory ? cores : memory))
}

# hold_build_lock   at most one of run and test works in build/ at a time; the second waits. Released when the script ends.
hold_build_lock() {
  mkdir -p "$top/build"
  exec 9>"$top/build/.lock"
  flock -n 9 && return 0
  say "Another run or test is using $top/build; waiting for it."
  flock 9
}

# configure PRESET [CMAKE OPTIONS...]   Everything it prints goes to a log that is shown only on failure.
# One compiler cache for all presets of this checkout, with paths relative to build/, so that what preset core compiled is not compiled again.
configure() {
  local preset=$1 log=$top/build/configure-$1.log
  mkdir -p "$top/build"
  shift
  export CCACHE_DIR=$top/build/.ccache CCACHE_BASEDIR=$top/build CCACHE_NOHASHDIR=1 CCACHE_MAXSIZE=1G
  (cd "$top" && cmake --preset "$preset" -DCMAKE_CXX_COMPILER_LAUNCHER=ccache "$@") >"$log" 2>&1 && return 0
  local rc=$?
  cat "$log" >&2
  stop "configuring preset $preset failed (log: $log)" "$rc"
}

# build PRESET [TARGETS...]
build() {
  local preset=$1 rc=0
  shift
  (cd "$top" && cmake --build --preset "$preset" -j "$(build_jobs)" ${1:+--target "$@"}) >&2 || rc=$?
  [ "$rc" = 0 ] || stop "building preset $preset failed" "$rc"
}
