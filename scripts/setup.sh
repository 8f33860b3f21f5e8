# Finds and installs what is missing. Sourced by ./run and ./tests/run; needs $root, the folder of the repository.

# needed KIND... : one line a need, the alternatives separated by |
needed() {
    local kinds=" $* "
    while read -r kind package _; do
        [[ -z $kind || $kind == \#* ]] && continue
        [[ $kinds == *" $kind "* ]] && printf '%s\n' "$package"
    done <"$root/scripts/packages.txt"
}

is_installed() {
    [[ $(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

# Prints what is missing of the kinds given, choosing among alternatives what this system has.
missing_packages() {
    local need alternative chosen known=
    for need in $(needed "$@"); do
        chosen=
        # A Node.js from elsewhere does as well, and Debian's could not be installed beside it.
        if [[ $need == nodejs || $need == npm ]] && command -v "${need/nodejs/node}" >/dev/null; then
            continue
        fi
        for alternative in ${need//|/ }; do
            if is_installed "$alternative"; then
                continue 2
            fi
            # All names at once: on systems that keep no cache every question to apt takes a second.
            known=${known:-$(apt-cache pkgnames 2>/dev/null)}
            if [[ $'\n'$known$'\n' == *$'\n'"$alternative"$'\n'* ]]; then
                chosen=$alternative
                break
            fi
        done
        printf '%s\n' "${chosen:-${need%%|*}}"
    done | sort -u
}

# install_missing YES|NO KIND... : installs with apt, or only says what is missing (then fails).
install_missing() {
    local install=$1
    shift
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        echo "vitrine: this system has no apt; if the build fails, install what scripts/packages.txt names." >&2
        return 0
    fi
    local missing sudo=
    mapfile -t missing < <(missing_packages "$@")
    [[ ${#missing[@]} -eq 0 ]] && return 0
    echo "Missing packages: ${missing[*]}" >&2
    if [[ $install == NO ]]; then
        echo "Install them with: apt-get install ${missing[*]}" >&2
        return 1
    fi
    if [[ $(id -u) -ne 0 ]]; then
        sudo=sudo
        if ! command -v sudo >/dev/null; then
            echo "vitrine: installing needs root; run as root: apt-get install ${missing[*]}" >&2
            return 1
        fi
    fi
    # A fresh machine has no package lists yet, so that even names cannot be looked up.
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 || true
    mapfile -t missing < <(missing_packages "$@")
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >&2 || {
        echo "vitrine: the packages could not be installed; see above." >&2
        return 1
    }
}

# build PRESET [cmake argument...] -- [target...] : configures and builds, with a progress line.
build() {
    local preset=$1 options=() log="$root/build/$1.log" jobs
    shift
    while [[ $# -gt 0 && $1 != -- ]]; do options+=("$1"); shift; done
    [[ ${1:-} == -- ]] && shift
    jobs=${VITRINE_JOBS:-$(nproc)}
    mkdir -p "$root/build"
    if ! (cd "$root" && cmake --preset "$preset" "${options[@]}") >"$log" 2>&1; then
        cat "$log" >&2
        echo "vitrine: the build could not be configured; see above." >&2
        return 1
    fi
    # On a terminal ninja keeps to one line by itself; elsewhere every twentieth line is enough.
    if [[ -t 2 ]]; then
        NINJA_STATUS='Building %p (%f of %t) ' ninja -C "$root/build/$preset" -j "$jobs" "$@" >&2 || return 1
    else
        NINJA_STATUS='Building %p (%f of %t) ' ninja -C "$root/build/$preset" -j "$jobs" "$@" 2>&1 | tee "$log" |
            sed -u -n '1~20{/^Building/p}' >&2
        if [[ ${PIPESTATUS[0]} -ne 0 ]]; then
            grep -v '^Building' "$log" | tail -n 60 >&2
            echo "vitrine: the build failed; see above, the whole log is build/$preset.log." >&2
            return 1
        fi
    fi
}
