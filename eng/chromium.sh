#!/usr/bin/env bash
# Sourced by the scripts that take pictures. screenshot URL WIDTH,HEIGHT FILE PROFILE [OPTION...]: opens a page in headless Chromium and
# writes what it shows; PROFILE is a folder of the caller.
screenshot() {
    local url=$1 size=$2 file=$3 profile=$4
    shift 4
    chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
        --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$profile" "$@" \
        --window-size="$size" --virtual-time-budget=5000 --screenshot="$file" "$url" 2>"$profile.log" \
        || { cat "$profile.log" >&2; return 1; }
}
