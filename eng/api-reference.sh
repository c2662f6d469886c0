#!/usr/bin/env bash
# Makes the API reference of the packages as a site of HTML, from the XML documentation: builds the assemblies, then runs docfx, whose
# version is in eng/api-reference/.config. Serve the folder with any web server.
set -euo pipefail

fail() { echo "api-reference.sh: $1" >&2; exit 1; }
[ $# -eq 1 ] || fail "usage: eng/api-reference.sh FOLDER. The folder must be new or empty."
mkdir -p "$1"
folder=$(cd "$1" && pwd)
[ -z "$(ls -A "$folder")" ] || fail "'$folder' is not empty: name a new folder."
cd "$(dirname "${BASH_SOURCE[0]}")/api-reference"

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
mkdir "$stage/assemblies"
for name in SessionsWidgets SessionsWidgets.AspNetCore SessionsWidgets.Pictures SessionsWidgets.Sandbox; do
    dotnet build "../../src/$name" -c Release -v q -nologo >&2
    cp "../../src/$name/bin/Release/net10.0/$name".{dll,xml,deps.json} "$stage/assemblies"
done

cp docfx.json index.md toc.yml "$stage"
dotnet tool restore >&2
dotnet docfx "$stage/docfx.json" --warningsAsErrors --logLevel warning >&2
cp -R "$stage/site/." "$folder"
echo "$folder/index.html"
