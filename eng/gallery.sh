#!/usr/bin/env bash
# Takes the README's picture of the gallery: writes it, opens it in headless Chromium, writes docs/gallery.png.
set -euo pipefail
cd "$(dirname "$0")/.."
. eng/chromium.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dotnet build src/SessionsWidgets.Cli -v q -nologo
dotnet src/SessionsWidgets.Cli/bin/Debug/net10.0/sessions-widgets.dll preview --output "$work/gallery"
screenshot "file://$work/gallery/index.html?scheme=light" 1280,1010 docs/gallery.png "$work/profile" --allow-file-access-from-files
echo "docs/gallery.png"
