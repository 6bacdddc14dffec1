# What bot/measure and bot/benchmark share: OnRecord on an empty data directory of its own, stopped and removed at the
# end. To be sourced by bash from a script in this folder.

cd "$(dirname "${BASH_SOURCE[0]}")/.."

source bot/built.sh

data=$(mktemp -d)
report=${REPORT:-$(mktemp -d)}
mkdir -p "$report"
server=

stop() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  rm -rf "$data"
}
trap stop EXIT

onrecord() {
  "$java" -Xmx1g --enable-native-access=ALL-UNNAMED --add-modules jdk.incubator.vector -jar "$jar" "$@" \
    2> >(grep -v 'Using incubator modules' >&2)
}

# Serves the data directory on a free port, with these further options, and sets `server` to the process and `address` to
# where it is reached.
serve() {
  "$java" -Xmx1g --enable-native-access=ALL-UNNAMED --add-modules jdk.incubator.vector -jar "$jar" \
    serve --data "$data" --server.port=0 --server.address=localhost "$@" > "$report/server.log" 2>&1 &
  server=$!
  until address=$(grep -o 'OnRecord is ready: http://[^ ]*' "$report/server.log"); do
    kill -0 "$server" 2>/dev/null || { cat "$report/server.log" >&2; exit 1; }
    sleep 0.2
  done
  address=${address#OnRecord is ready: }
}

# Waits until each passage can be found by meaning too.
await_vectors() {
  until curl -fs "$address/api/v1/corpus" | grep -Eq '"passages":([0-9]+),"vectors":\1[,}]'; do
    kill -0 "$server" 2>/dev/null || { cat "$report/server.log" >&2; exit 1; }
    sleep 0.2
  done
}

# The most memory that the service has held so far, where the system tells.
peak_memory() {
  awk '/VmHWM/ { printf "%.0f MB", $2 / 1024 }' "/proc/$server/status" 2>/dev/null || echo 'not told by this system'
}
