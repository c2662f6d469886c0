#!/usr/bin/env bash
# Takes the README's picture: starts the sample site, opens it in headless Chromium, writes docs/lounge-site.png.
set -euo pipefail
cd "$(dirname "$0")/.."
. eng/chromium.sh
port=${1:-5098}
url=http://127.0.0.1:$port/

dotnet build samples/LoungeSite -v q -nologo
(cd samples/LoungeSite && exec dotnet bin/Debug/net10.0/LoungeSite.dll --urls "$url") &
site=$!
profile=$(mktemp -d)
trap 'kill "$site"; rm -rf "$profile"' EXIT
until curl -fso "$profile/page.html" "$url"; do sleep 1; done

# The window is as tall as the page, so that pictures that load when they come into view are in it.
screenshot "$url" 1280,4330 docs/lounge-site.png "$profile/chromium"
echo "docs/lounge-site.png"
