#!/bin/sh
# A throwaway PostgreSQL on loopback, for tests:
#   export TEST_DATABASE_URL=$(scripts/postgres.sh start)
#   scripts/postgres.sh stop
# Installs Debian's package when no server is there (needs root). The cluster lives in a folder of its own under TMPDIR
# and listens on one port of 127.0.0.1 only; PostgreSQL refuses to run as root, so root runs it as the user postgres.
set -eu

folder="${ISNAD_POSTGRES_DIR:-${TMPDIR:-/tmp}/isnad-postgres-$(id -u)}"
user=isnad

say() { echo "postgres.sh: $*" >&2; }

find_bin() {
  for candidate in "${PG_BIN:-}" /usr/lib/postgresql/*/bin; do
    [ -n "$candidate" ] && [ -x "$candidate/initdb" ] && bin=$candidate
  done
  if [ -z "${bin:-}" ] && command -v initdb >/dev/null 2>&1; then bin=$(dirname "$(command -v initdb)"); fi
  [ -n "${bin:-}" ]
}

as_owner() {
  if [ "$(id -u)" -eq 0 ]; then
    (cd / && runuser -u postgres -- "$@")
  else
    "$@"
  fi
}

install_server() {
  if [ "$(id -u)" -ne 0 ]; then
    say 'no PostgreSQL server here; install one (Debian: apt-get install postgresql) or set PG_BIN to its bin folder'
    exit 1
  fi
  say 'installing postgresql'
  # The package would start a cluster of its own on port 5432.
  mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
  (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql) >&2
}

free_port() {
  node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })'
}

start() {
  find_bin || { install_server && find_bin; } || { say 'PostgreSQL was installed, but its initdb was not found'; exit 1; }
  if [ -s "$folder/url" ] && as_owner "$bin/pg_ctl" -D "$folder/data" status >/dev/null 2>&1; then
    cat "$folder/url"
    return
  fi
  rm -rf "$folder"
  mkdir -p "$folder"
  [ "$(id -u)" -ne 0 ] || chown postgres "$folder"
  as_owner "$bin/initdb" -D "$folder/data" -U "$user" --auth=trust --encoding=UTF8 --locale=C --no-sync >/dev/null
  port=$(free_port)
  # Nothing here has to outlive a power cut.
  as_owner "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c synchronous_commit=off -c full_page_writes=off" \
    start >/dev/null || { tail -n 20 "$folder/log" >&2; exit 1; }
  echo "postgresql://$user@127.0.0.1:$port/postgres" >"$folder/url"
  cat "$folder/url"
}

stop() {
  [ -d "$folder/data" ] || { say 'not running'; return; }
  find_bin || exit 1
  as_owner "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null || true
  rm -rf "$folder"
}

case "${1:-}" in
  start) start ;;
  stop) stop ;;
  *)
    echo "usage: $0 start|stop" >&2
    exit 2
    ;;
esac
