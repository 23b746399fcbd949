#!/bin/sh
# Called by Maven: says in one line what is missing when there is no Node.
if ! command -v node >/dev/null 2>&1; then
  echo "No Node found. Install Node 20.19 or newer, or pass -DskipWeb to build the server without the console." >&2
  exit 1
fi
exec node "$(dirname "$0")/web.mjs" "$@"
