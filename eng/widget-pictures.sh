#!/usr/bin/env bash
# Takes the pictures of the widgets' pages: writes the gallery, opens the first state of each widget in headless Chromium, writes
# docs/widgets/NAME.png. Needs ImageMagick's convert.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dotnet build src/SessionsWidgets.Cli -v q -nologo
dotnet src/SessionsWidgets.Cli/bin/Debug/net10.0/sessions-widgets.dll preview --css eng/widget-pictures.css --output "$work/gallery"
for widget in recent-smokes session-card cigar-cards guests-online guest-visits lounge-activity wifi-time guest-sessions; do
    chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
        --disable-component-update --disable-sync --hide-scrollbars --allow-file-access-from-files --user-data-dir="$work/profile" \
        --window-size=760,2400 --virtual-time-budget=5000 --screenshot="$work/$widget.png" \
        "file://$work/gallery/en/$widget.html?scheme=light" 2>"$work/chromium.log" \
        || { cat "$work/chromium.log" >&2; exit 1; }
    # The ground goes, what is longer than a screen is cut, and few colors are enough.
    convert "$work/$widget.png" -trim +repage -crop 760x1000+0+0 +repage -bordercolor '#f3f1ed' -border 20 +dither -colors 200 \
        -define png:exclude-chunks=date,time "docs/widgets/$widget.png"
    echo "docs/widgets/$widget.png"
done
