#!/usr/bin/env bash
# Takes the README's picture of the gallery: serves it, opens it in headless Chromium, writes docs/gallery.png.
set -euo pipefail
cd "$(dirname "$0")/.."
. eng/chromium.sh
port=${1:-5097}
url=http://127.0.0.1:$port/

dotnet build src/SessionsWidgets.Cli -v q -nologo
dotnet src/SessionsWidgets.Cli/bin/Debug/net10.0/sessions-widgets.dll preview --port "$port" &
gallery=$!
profile=$(mktemp -d)
trap 'kill "$gallery"; rm -rf "$profile"' EXIT
until curl -fso "$profile/page.html" "$url"; do sleep 1; done

screenshot "$url?scheme=light" 1280,1010 docs/gallery.png "$profile/chromium"
echo "docs/gallery.png"
