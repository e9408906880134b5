#!/usr/bin/env bash
# Judge one update of a data package for people: what it changes and what was found, on standard output and, in the folder OUT,
# as SARIF, JUnit, code quality, JSON and Markdown. The GitHub Action, its workflow and the GitLab job run this file and nothing else.
#
# PACKAGE  the package (default: .)                KNOWN  a package whose reference is used
# RULES    a folder of house rules                 BASE   a git revision that the package is compared with
# FAIL_ON  new-certain (default), new-possible, certain, possible or never: findings about an article that fail
# LOCKED   true (default) or false: data/found must be up to date
# UPDATE   true or false (default): have Great Expectations judge the update, where it is installed
# FILES_AT the address of the repository's files at this commit, for links (default: that of the service)
# OUT      where the files go (default: build/corrigenda)
#
# Exit code: that of `corrigenda gate`. 0 fine; 1 not; 2 the package or the set-up is broken.
set -euo pipefail

package=${PACKAGE:-.}
out=${OUT:-build/corrigenda}
# A name that starts with a dash is a folder here and never an option.
case $out in -*) out=./$out ;; esac
case $out in *$'\n'*) echo "OUT has a line end; expected the name of a folder." >&2; exit 2 ;; esac
mkdir -p "$out" || { echo "OUT is '$out'; expected a folder that can be made." >&2; exit 2; }
for file in findings.sarif junit.xml codequality.json summary.md annotations.txt findings.json findings.txt messages.txt; do
    rm -f "${out:?}/$file"
done
touch "$out/findings.txt"

# The files of this commit, by the names that the services give it.
files_at=${FILES_AT:-}
if [ -z "$files_at" ] && [ -n "${GITHUB_REPOSITORY:-}" ]; then
    files_at="${GITHUB_SERVER_URL:-https://github.com}/$GITHUB_REPOSITORY/blob/${HEAD_SHA:-${GITHUB_SHA:-HEAD}}"
elif [ -z "$files_at" ] && [ -n "${CI_PROJECT_URL:-}" ]; then
    files_at="$CI_PROJECT_URL/-/blob/${CI_COMMIT_SHA:-HEAD}"
fi

# What was found goes to a file, and what there is to say goes to standard output.
judge() {
    local arguments=("--fail-on" "${FAIL_ON:-new-certain}" "--files-at" "$files_at")
    [ -z "${KNOWN:-}" ] || arguments+=("--known" "$KNOWN")
    [ -z "${RULES:-}" ] || arguments+=("--rules" "$RULES")
    [ -z "${BASE:-}" ] || arguments+=("--base" "$BASE")
    case ${LOCKED:-true} in
        true) arguments+=("--locked") ;;
        false) arguments+=("--no-locked") ;;
        *) echo "LOCKED is '$LOCKED'; expected true or false."; return 2 ;;
    esac
    case ${UPDATE:-false} in
        true) arguments+=("--docs" "$out/data-docs") ;;
        false) ;;
        *) echo "UPDATE is '$UPDATE'; expected true or false."; return 2 ;;
    esac
    corrigenda gate "${arguments[@]}" --also sarif "$out/findings.sarif" --also junit "$out/junit.xml" \
        --also markdown "$out/summary.md" --also github "$out/annotations.txt" --also json "$out/findings.json" \
        --also gitlab "$out/codequality.json" \
        -- "$package" 2>&1 > "$out/findings.txt"
}

status=0
judge > "$out/messages.txt" || status=$?

if [ ! -s "$out/summary.md" ]; then
    # The set-up is so broken that not even a report was made.
    { echo "<!-- corrigenda -->"; echo "## Nothing was judged: the set-up is broken"; echo; sed 's/^/    /' "$out/messages.txt"; } > "$out/summary.md"
fi

# A cell, a path or a message could spell a command of the runner: while the log is shown, it obeys none.
stop=
if [ -n "${GITHUB_ACTIONS:-}" ]; then
    stop=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    echo "::stop-commands::$stop"
fi
cat "$out/findings.txt" "$out/messages.txt"
if [ -n "$stop" ]; then
    echo "::$stop::"
    if [ -s "$out/annotations.txt" ]; then cat "$out/annotations.txt"; fi
    cat "$out/summary.md" >> "${GITHUB_STEP_SUMMARY:-/dev/null}"
    { echo "status=$status"; echo "folder=$out"; } >> "${GITHUB_OUTPUT:-/dev/null}"
fi
exit "$status"
