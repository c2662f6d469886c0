#!/usr/bin/env bash
# Builds everything with warnings as errors and runs all the tests. The last line is "N passed, N failed, N skipped".
set -u -o pipefail
cd "$(dirname "$0")" || exit 1
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Most code of a test run runs a few times: measuring it to compile it better costs a fifth of the processor time.
export DOTNET_TieredPGO=0
# Collecting garbage every 64 MB, not every 256 KB or what a processor's cache suggests, saves a sixth of it.
export DOTNET_GCgen0size=0x4000000

# What the tests need besides the .NET SDK: a browser, a Redis, ICU for cultures, fonts for the scripts that names come in, time zones,
# generators of static sites, npm for those that are npm's packages and for ours, and what .NET asks for to make native programs: a C
# compiler, which links them, and zlib's headers, which bring those of C.
needed=()
command -v chromium >/dev/null || needed+=(chromium)
command -v redis-server >/dev/null || needed+=(redis-server)
command -v hugo >/dev/null || needed+=(hugo)
command -v jekyll >/dev/null || needed+=(jekyll)
command -v node >/dev/null || needed+=(nodejs)
command -v npm >/dev/null || needed+=(npm)
compgen -G '/usr/lib/*/libicuuc.so.*' >/dev/null || needed+=(libicu-dev)
command -v clang >/dev/null || command -v gcc >/dev/null || needed+=(gcc)
for package in fonts-liberation fonts-noto-core fonts-noto-cjk tzdata zlib1g-dev; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || needed+=("$package")
done
if [ ${#needed[@]} -gt 0 ]; then
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        export DEBIAN_FRONTEND=noninteractive
        { apt-get update -q && apt-get install -q -y --no-install-recommends "${needed[@]}"; } || exit 1
    else
        echo "The tests need these packages; install them first: ${needed[*]}" >&2
        exit 1
    fi
fi

dotnet build SessionsWidgets.sln -c Release -warnaserror -v q || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
status=0
for project in tests/*Tests/*.csproj; do
    name=$(basename "$project" .csproj)
    dotnet test "$project" -c Release --no-build -v q --logger "trx;LogFileName=$name.trx" --results-directory "$results" || status=1
    [ -f "$results/$name.trx" ] || { echo "$name did not finish." >&2; status=1; }
done

sed -n 's/.*\(From an empty folder to the widget, .* processor time\.\).*/\1/p' "$results"/*.trx

# Each results file counts its tests in one element: <Counters total=… executed=… passed=… failed=… …/>
count() { sed -n "s/.*<Counters.* $1=\"\([0-9]*\)\".*/\1/p" "$results"/*.trx | awk '{ sum += $1 } END { print sum + 0 }'; }
total=$(count total) executed=$(count executed) passed=$(count passed)
failed=$((executed - passed))
[ "$status" -ne 0 ] && [ "$failed" -eq 0 ] && failed=1
[ "$total" -gt 0 ] || status=1
echo "$passed passed, $failed failed, $((total - executed)) skipped"
exit "$status"
