#!/usr/bin/env bash
# Takes the README's picture: starts the sample site, opens it in headless Chromium, writes docs/lounge-site.png.
set -euo pipefail
cd "$(dirname "$0")/.."
port=${1:-5098}
url=http://127.0.0.1:$port/

dotnet build samples/LoungeSite -v q -nologo
(cd samples/LoungeSite && exec dotnet bin/Debug/net10.0/LoungeSite.dll --urls "$url") &
site=$!
profile=$(mktemp -d)
trap 'kill "$site"; rm -rf "$profile"' EXIT
until curl -fso "$profile/page.html" "$url"; do sleep 1; done

# The window is as tall as the page, so that pictures that load when they come into view are in it.
chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$profile" \
    --window-size=1280,4330 --virtual-time-budget=5000 --screenshot=docs/lounge-site.png "$url" 2>"$profile/chromium.log" \
    || { cat "$profile/chromium.log" >&2; exit 1; }
echo "docs/lounge-site.png"
