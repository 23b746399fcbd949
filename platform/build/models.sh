#!/bin/sh
# Called by Maven. Without Node the platform is built without its face finder, and says so when asked for it.
if ! command -v node >/dev/null 2>&1; then
  echo "No Node found: the platform is built without its face finder. Install Node 20.19 or newer for it." >&2
  exit 0
fi
exec node "$(dirname "$0")/models.mjs" "$@"
