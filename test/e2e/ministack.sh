#!/usr/bin/env bash
# Installs ministack (once: into node_modules/.cache), starts it on loopback on a free port, runs `npm run e2e` against it with the options that are
# given, and stops both whatever happens. Wants Python 3 with venv.
set -euo pipefail
cd "$(dirname "$0")/../.."

version=1.5.33
home=$PWD/node_modules/.cache/ministack-$version
folder=$(mktemp -d)
log=$folder/ministack.log
pids=
export TMPDIR=$folder

stop() {
  for pid in $pids; do
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT TERM

# One that was interrupted has no mark, one that was copied another's: its programs name the folder they were made in.
if [ "$(cat "$home/installed" 2>/dev/null)" != "$home" ]; then
  python3 -m venv --clear "$home"
  "$home/bin/pip" install --quiet --disable-pip-version-check "ministack==$version"
  echo "$home" >"$home/installed"
fi

port=$("$home/bin/python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
export AWS_ENDPOINT_URL=http://127.0.0.1:$port AWS_REGION=us-east-1
export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test
unset AWS_PROFILE AWS_SESSION_TOKEN

BIND_HOST=127.0.0.1 MINISTACK_HOST=127.0.0.1 GATEWAY_PORT=$port IOT_MTLS_ENABLED=0 SFTP_ENABLED=0 \
  "$home/bin/ministack" >"$log" 2>&1 &
server=$!
pids=$server

is_up() { node -e "fetch('$AWS_ENDPOINT_URL/_ministack/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"; }

for _ in {1..60}; do
  is_up && break
  kill -0 "$server" 2>/dev/null || break
  sleep 0.2
done
is_up || { echo "ministack did not start:" >&2 && tail -n 30 "$log" >&2 && exit 2; }

# In the background, so that a signal is heard at once.
npm run --silent e2e -- "$@" &
run=$!
pids="$run $server"
wait "$run"
