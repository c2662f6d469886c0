#!/usr/bin/env bash
# Takes the README's picture of the gallery: serves it, opens it in headless Chromium, writes docs/gallery.png.
set -euo pipefail
cd "$(dirname "$0")/.."
port=${1:-5097}
url=http://127.0.0.1:$port/

dotnet build src/SessionsWidgets.Cli -v q -nologo
dotnet src/SessionsWidgets.Cli/bin/Debug/net10.0/sessions-widgets.dll preview --port "$port" &
gallery=$!
profile=$(mktemp -d)
trap 'kill "$gallery"; rm -rf "$profile"' EXIT
until curl -fso "$profile/page.html" "$url"; do sleep 1; done

chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$profile" \
    --window-size=1280,1010 --virtual-time-budget=5000 --screenshot=docs/gallery.png "$url?scheme=light" 2>"$profile/chromium.log" \
    || { cat "$profile/chromium.log" >&2; exit 1; }
echo "docs/gallery.png"
