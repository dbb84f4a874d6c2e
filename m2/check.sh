#!/bin/sh
# Installs the package with its documentation into a temporary folder and runs its tests, with lcngen and
# without, under each Macaulay2 that is named. A warning is a failure.
# LCNGEN_REQUIRE_MSOLVE=1 makes it a failure that the program msolve, for one test with it, is not on PATH.
# usage: m2/check.sh M2 [M2 ...]      after: swift build -c release
set -eu
here=$(cd "$(dirname "$0")" && pwd)
programs=$(cd "$here/../.build/release" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/home"

cat > "$folder/install.m2" << END
path = prepend("$here/", path);
installPackage("LinearConvolutionalNetworks", InstallPrefix => "$folder/prefix/", UserMode => false, Verbose => false);
END
cat > "$folder/check.m2" << END
path = prepend("$here/", path);
if getenv "LCNGEN_REQUIRE_NATIVE" == "1" then programPaths#"lcngen" = "$programs/";
needsPackage "LinearConvolutionalNetworks";
check "LinearConvolutionalNetworks";
END

# A step: what it is, then the command.
step() {
    what=$1
    shift
    if "$@" > "$folder/log" 2>&1 < /dev/null && ! grep -aiE '(^ *|-- )warning' "$folder/log"; then
        echo "ok: $what"
    else
        cat "$folder/log"
        echo "FAILED: $what"
        exit 1
    fi
}

for m2 in "$@"; do
    m2=$(command -v "$m2")
    version=$("$m2" --version | head -n 1)
    rm -rf "$folder/prefix"
    cd "$folder"
    step "installPackage in $version" env HOME="$folder/home" "$m2" --script "$folder/install.m2"
    step "check in $version, without lcngen" env HOME="$folder/home" PATH=/usr/bin:/bin LCNGEN_REQUIRE_MSOLVE=0 "$m2" --script "$folder/check.m2"
    step "check in $version, with lcngen" env HOME="$folder/home" LCNGEN_REQUIRE_NATIVE=1 "$m2" --script "$folder/check.m2"
done
