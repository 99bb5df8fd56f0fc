# Sourced by run and test: from a bare checkout to a built kiosk.
# Whatever is made on the way stays below build/; outside the checkout only Debian packages are left.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export CCACHE_DIR=$root/build/ccache
export CCACHE_TEMPDIR=$root/build/ccache/tmp

configured() {
    [[ $root/build/release/build.ninja -nt $root/CMakePresets.json ]] &&
        grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$root/build/release/CMakeCache.txt" # else: a moved checkout
}

# build TARGET…
build() {
    (
        cd "$root" || return
        if ! configured; then cmake --fresh --preset release; fi
        cmake --build --preset release --target "$@"
    )
}
