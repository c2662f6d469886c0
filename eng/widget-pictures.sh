#!/usr/bin/env bash
# Takes the pictures of the widgets' pages: writes the gallery, opens the first state of each widget in headless Chromium, writes
# docs/widgets/NAME.png. Needs ImageMagick's convert.
set -euo pipefail
cd "$(dirname "$0")/.."
. eng/chromium.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dotnet build src/SessionsWidgets.Cli -v q -nologo
dotnet src/SessionsWidgets.Cli/bin/Debug/net10.0/sessions-widgets.dll preview --css eng/widget-pictures.css --output "$work/gallery"
for widget in recent-smokes session-card cigar-cards guests-online guest-visits lounge-activity wifi-time guest-sessions; do
    screenshot "file://$work/gallery/en/$widget.html?scheme=light" 760,2400 "$work/$widget.png" "$work/profile" \
        --allow-file-access-from-files
    # The ground goes, what is longer than a screen is cut, and few colors are enough.
    convert "$work/$widget.png" -trim +repage -crop 760x1000+0+0 +repage -bordercolor '#f3f1ed' -border 20 +dither -colors 200 \
        -define png:exclude-chunks=date,time "docs/widgets/$widget.png"
    echo "docs/widgets/$widget.png"
done
