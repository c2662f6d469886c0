#!/usr/bin/env bash
# Packs the command line for npm: sessions-widgets, which starts the native program, and the package that has it for this machine's
# platform, such as @sessions-widgets/linux-x64. Their version is that of the program. Needs node and npm, and no network.
set -euo pipefail
umask 022

fail() { echo "npm-pack.sh: $1" >&2; exit 1; }
[ $# -ge 1 ] && [ $# -le 2 ] || fail "usage: eng/npm-pack.sh FOLDER [PROGRAM]. Without PROGRAM, a published one, it publishes it first."
mkdir -p "$1"
folder=$(cd "$1" && pwd)
program=${2:+$(cd "$(dirname "$2")" && pwd)/$(basename "$2")}
cd "$(dirname "${BASH_SOURCE[0]}")"

# npm names platforms as Node.js does: darwin-arm64 is osx-arm64 to .NET.
read -r os cpu glibc < <(node -p '[process.platform, process.arch, process.report.getReport().header.glibcVersionRuntime].join(" ")')
grep -q "\"@sessions-widgets/$os-$cpu\"" npm/package.json || fail "eng/npm/package.json names no package for $os-$cpu."
libc= exe=
case $os in
    linux) [ -n "$glibc" ] || fail "programs for Linux are made with glibc, and this machine has none."; libc='"libc": ["glibc"],' ;;
    win32) exe=.exe ;;
esac

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
if [ -z "$program" ]; then
    rid=${os/darwin/osx}
    dotnet publish ../src/SessionsWidgets.Cli -c Release -r "${rid/win32/win}-$cpu" -o "$stage/published" -nologo -v q >&2
    program=$stage/published/sessions-widgets$exe
fi
# What is before + is the version that NuGet's packages have; after it, the commit.
version=$("$program" --version)
version=${version%%+*}

mkdir -p "$stage/launcher" "$stage/platform/bin"
cp npm/launcher.js npm/README.md ../LICENSE "$stage/launcher"
chmod 755 "$stage/launcher/launcher.js"
sed "s/\"0\.0\.0\"/\"$version\"/" npm/package.json >"$stage/launcher/package.json"

cp "$program" "$stage/platform/bin/sessions-widgets$exe"
chmod 755 "$stage/platform/bin/sessions-widgets$exe"
cp ../LICENSE "$stage/platform"
echo "The native program of sessions-widgets for $os-$cpu. Install the package sessions-widgets, which brings this one." \
    >"$stage/platform/README.md"
# Yarn would keep the package as an archive, out of which no program can be started.
cat >"$stage/platform/package.json" <<JSON
{
  "name": "@sessions-widgets/$os-$cpu",
  "version": "$version",
  "description": "The native program of sessions-widgets for $os-$cpu.",
  "license": "MIT",
  "author": "The SessionsWidgets authors",
  "os": ["$os"],
  "cpu": ["$cpu"],
  $libc
  "files": ["bin"],
  "preferUnplugged": true
}
JSON

cd "$stage"
npm pack ./launcher ./platform --pack-destination "$folder" --offline --ignore-scripts --no-update-notifier --silent
