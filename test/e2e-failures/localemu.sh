#!/usr/bin/env bash
# Installs LocalEmu (once: into .e2e-failures), starts it on loopback on a free port, runs against it what only it can show, and stops both whatever
# happens. Wants Python 3.12 or newer with venv: pyenv's, or one in PATH.
set -euo pipefail
cd "$(dirname "$0")/../.."

version=1.3.2
home=$PWD/.e2e-failures/localemu-$version
folder=$(mktemp -d)
log=$folder/localemu.log
pids=
export TMPDIR=$folder

# LocalEmu hears the signal, and then waits for threads of its own that do not end: after two seconds it is not asked any more.
stop() {
  for pid in $pids; do
    kill "$pid" 2>/dev/null || continue
    for _ in {1..10}; do
      kill -0 "$pid" 2>/dev/null || break
      sleep 0.2
    done
    kill -KILL "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT TERM

is_new_enough() { "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; }

# pyenv's commands of the PATH only answer for versions that are switched on, so those that it has are asked one by one, newest first.
find_python() {
  local name one
  if command -v pyenv >/dev/null; then
    for one in $(pyenv versions --bare | grep -E '^3\.(1[2-9]|[2-9][0-9])(\.|$)' | sort -rV); do
      name=$(pyenv prefix "$one")/bin/python3
      is_new_enough "$name" && echo "$name" && return
    done
  fi
  for one in python3.13 python3.12 python3.14 python3; do
    name=$(command -v "$one") && is_new_enough "$name" && echo "$name" && return
  done
  return 1
}

# An installation that was interrupted has no mark, and is made anew.
install() {
  local python
  python=$(find_python) || { echo 'LocalEmu wants Python 3.12 or newer, with venv: neither pyenv nor PATH has one' >&2 && exit 2; }
  echo "installs LocalEmu $version by $python, once"
  mkdir -p .e2e-failures
  echo '*' >.e2e-failures/.gitignore
  "$python" -m venv --clear "$home"
  "$home/bin/pip" install --quiet --disable-pip-version-check --upgrade 'pip>=26'
  "$home/bin/pip" install --quiet --disable-pip-version-check --uploaded-prior-to 2026-11-24T00:00:00Z "localemu[runtime]==$version"
  touch "$home/installed"
}
[ -e "$home/installed" ] || install

port=$("$home/bin/python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
export AWS_ENDPOINT_URL=http://127.0.0.1:$port AWS_REGION=us-east-1
export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test
unset AWS_PROFILE AWS_SESSION_TOKEN

# hypercorn: the server that is the default listens on all interfaces. An unsupported type fails the deployment instead of being passed over.
GATEWAY_SERVER=hypercorn GATEWAY_LISTEN=127.0.0.1:$port LOCALEMU_HOST=127.0.0.1:$port \
  DNS_ADDRESS=0 DISABLE_EVENTS=1 SKIP_SSL_CERT_DOWNLOAD=1 CFN_IGNORE_UNSUPPORTED_RESOURCE_TYPES=0 FILESYSTEM_ROOT=$folder/state \
  "$home/bin/python" -m localemu.runtime.main >"$log" 2>&1 &
server=$!
pids=$server

is_up() { node -e "fetch('$AWS_ENDPOINT_URL/_localemu/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"; }

for _ in {1..150}; do
  is_up && break
  kill -0 "$server" 2>/dev/null || break
  sleep 0.2
done
is_up || { echo "LocalEmu did not start:" >&2 && tail -n 30 "$log" >&2 && exit 2; }

# In the background, so that a signal is heard at once.
NODE_NO_WARNINGS=1 node -r ./scripts/typescript.cjs test/e2e-failures/main.ts "$@" &
run=$!
pids="$run $server"
wait "$run"
