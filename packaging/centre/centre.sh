# SPDX-License-Identifier: GPL-3.0-or-later
# What the commands of this folder share about the centre of one machine. Sourced after packaging/house.sh; `dir` is the centre's folder,
# `here` that of the commands.
# shellcheck shell=bash disable=SC2154,SC2034

# As root the servers run as the user postgres, who can read no folder of root's: the state lies beside the system's own then.
server_user=
if [ "$(id -u)" = 0 ]; then server_user=postgres; fi
default_dir=${XDG_STATE_HOME:-$HOME/.local/state}/onewindow-centre
if [ -n "$server_user" ] && [ -z "${XDG_STATE_HOME:-}" ]; then default_dir=/var/lib/onewindow-centre; fi

# as_server COMMAND...   by exec, not by fork: the id that the shell knows is that of the server.
as_server() {
  cd /
  if [ -n "$server_user" ]; then
    exec setpriv --reuid="$server_user" --regid="$server_user" --init-groups env HOME="$dir" "$@"
  else
    exec "$@"
  fi
}

# The newest PostgreSQL of this machine: Debian keeps its servers out of PATH.
postgres_bin() { find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1; }

# read_settings   what `up` wrote down about this centre; 1 when there is none
read_settings() {
  [ -f "$dir/settings" ] || return 1
  # shellcheck source=/dev/null
  . "$dir/settings"
  nodes=(1 2 3)
  if [ "$kind" = single ]; then nodes=(1); fi
}

port() { echo $((port_base + $1)); }
rest_port() { echo $((port_base + 10 + $1)); }
etcd_port() { echo $((port_base + 20 + $1)); }
etcd_peer_port() { echo $((port_base + 30 + $1)); }

# Copies of what PostgreSQL itself runs: the servers' user may not be able to read this checkout.
install_site_scripts() {
  install -m 755 "$here"/site/{archive-wal,fetch-wal,backup,rehearse-restore} "$dir/bin/"
  install -m 644 "$here/site/proof.sql" "$dir/bin/"
  if [ -n "$server_user" ]; then chown -R "$server_user:" "$dir/bin"; fi
}

# --- processes: each has a file run/NAME.pid with its id and its start time, so that another process with the same id is never taken for it

start_time() { sed -E 's/^.*\) //' "/proc/$1/stat" 2>/dev/null | cut -d ' ' -f 20; }
is_ours() { tr '\0' ' ' <"/proc/$1/cmdline" 2>/dev/null | grep -qF -- "$dir/"; }

is_running() {
  local pid started state
  [ -f "$dir/run/$1.pid" ] && read -r pid started <"$dir/run/$1.pid" || return 1
  [ -n "$started" ] && [ "$(start_time "$pid")" = "$started" ] && is_ours "$pid" || return 1
  state=$(sed -E 's/^.*\) //' "/proc/$pid/stat" 2>/dev/null | cut -c 1)
  [ "$state" != Z ]
}

pid_of() { cut -d ' ' -f 1 "$dir/run/$1.pid"; }

# start NAME COMMAND...   in a session of its own, so that Ctrl+C here does not reach it
start() {
  local name=$1 pid
  shift
  if is_running "$name"; then return 0; fi
  (as_server setsid "$@" </dev/null >>"$dir/log/$name.log" 2>&1 9>&-) &
  pid=$!
  echo "$pid $(start_time "$pid")" >"$dir/run/$name.pid"
}

# A postmaster outlives a Patroni that was killed; it is ours when its data folder is.
postmaster_of() {
  local pid
  pid=$(head -n 1 "$dir/node$1/data/postmaster.pid" 2>/dev/null) || return 1
  tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF -- "-D $dir/node$1/data" && echo "$pid"
}

any_running() {
  local name
  for name in "$dir"/run/*.pid; do
    name=$(basename "$name" .pid)
    if is_running "$name"; then return 0; fi
  done
  for name in "${nodes[@]}"; do if postmaster_of "$name" >/dev/null; then return 0; fi; done
  return 1
}

# --- the way in

# connection USER DATABASE [NODE]   a libpq connection string: to whichever node can be written to, or to one node
connection() {
  local hosts=localhost ports n attributes=' target_session_attrs=read-write'
  ports=$(port "${3:-1}")
  if [ -n "${3:-}" ]; then attributes=''
  else
    for n in "${nodes[@]:1}"; do hosts+=,localhost ports+=,$(port "$n"); done
  fi
  echo "host=$hosts port=$ports dbname=$2 user=$1$attributes sslmode=verify-full sslrootcert=$dir/tls/ca.crt connect_timeout=3 tcp_user_timeout=8000"
}

# sql CONNECTION [PSQL ARGUMENTS...]   without the settings of whoever runs this
sql() {
  local target=$1
  shift
  PGPASSFILE=$dir/passwords PGCONNECT_TIMEOUT=3 PGOPTIONS='' LC_ALL=C.UTF-8 psql -X -q -A -t -v ON_ERROR_STOP=1 -d "$target" "$@"
}

etcdctl_() {
  ETCDCTL_API=3 etcdctl --endpoints "https://localhost:$(etcd_port 1),https://localhost:$(etcd_port 2),https://localhost:$(etcd_port 3)" \
    --cacert "$dir/tls/ca.crt" --cert "$dir/tls/server.crt" --key "$dir/tls/server.key" --dial-timeout 2s --command-timeout 4s "$@"
}

# patronictl_ [ARGUMENTS...]   with the configuration of the first node
patronictl_() { LC_ALL=C.UTF-8 patronictl -c "$dir/node1/patroni.yml" "$@"; }

# wait_for SECONDS WHAT COMMAND...
wait_for() {
  local end=$((SECONDS + $1)) what=$2
  shift 2
  until "$@"; do
    if [ "$SECONDS" -ge "$end" ]; then say "  not within the time given: $what"; return 1; fi
    sleep 0.3
  done
}
