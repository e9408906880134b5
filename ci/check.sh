#!/usr/bin/env bash
# Judge one state of a data package for people: findings on standard output, and, in the folder OUT, as
# SARIF, JUnit and Markdown. The GitHub Action, its workflow and the GitLab job run this file and nothing else.
#
# PACKAGE  the package (default: .)                KNOWN  a package whose reference is used
# RULES    a folder of house rules                 BASE   a git revision that the findings are compared with
# FAIL_ON  certain, possible or never (default)    LOCKED true (default) or false: data/found must be up to date
# OUT      where the files go (default: build/corrigenda)
#
# Exit code: that of `corrigenda check`. 0 fine; 1 not; 2 the package or the set-up is broken.
set -euo pipefail

package=${PACKAGE:-.}
out=${OUT:-build/corrigenda}
# A name that starts with a dash is a folder here and never an option.
case $out in -*) out=./$out ;; esac
case $out in *$'\n'*) echo "OUT has a line end; expected the name of a folder." >&2; exit 2 ;; esac
mkdir -p "$out" || { echo "OUT is '$out'; expected a folder that can be made." >&2; exit 2; }
for file in earlier.csv git.txt findings.sarif junit.xml summary.md annotations.txt findings.json findings.txt messages.txt; do
    rm -f "${out:?}/$file"
done
touch "$out/findings.txt"

# Findings go to a file, and what there is to say goes to standard output.
judge() {
    local arguments=("--fail-on" "${FAIL_ON:-never}") folder=$package
    [ -d "$package" ] || folder=$(dirname -- "$package")
    [ -z "${KNOWN:-}" ] || arguments+=("--known" "$KNOWN")
    [ -z "${RULES:-}" ] || arguments+=("--rules" "$RULES")
    case ${LOCKED:-true} in
        true) [ -n "${RULES:-}" ] || arguments+=("--locked") ;;
        false) ;;
        *) echo "LOCKED is '$LOCKED'; expected true or false."; return 2 ;;
    esac
    if [ -n "${BASE:-}" ] && [ -d "$folder" ]; then
        # A package that is new has no earlier state, and all of its findings are new.
        if git -C "$folder" show --end-of-options "$BASE:./data/found/findings.csv" > "$out/earlier.csv" 2> "$out/git.txt"; then
            arguments+=("--baseline" "$out/earlier.csv")
        elif git -C "$folder" rev-parse --verify --quiet --end-of-options "$BASE^{commit}" > /dev/null; then
            echo "finding_id,evidence_digest,rule,verdict,message" > "$out/earlier.csv"
            arguments+=("--baseline" "$out/earlier.csv")
        else
            echo "There is no git revision '$BASE'; expected one that was fetched (fetch-depth: 0)."
            return 2
        fi
    fi
    corrigenda check "${arguments[@]}" --also sarif "$out/findings.sarif" --also junit "$out/junit.xml" \
        --also markdown "$out/summary.md" --also github "$out/annotations.txt" --also json "$out/findings.json" \
        -- "$package" 2>&1 > "$out/findings.txt"
}

status=0
judge > "$out/messages.txt" || status=$?

if [ "$status" -eq 2 ]; then
    # Nothing was found because nothing may be trusted: say so, and leave no half of a result.
    rm -f "$out/findings.sarif" "$out/junit.xml" "$out/annotations.txt" "$out/findings.json"
    { echo "## Nothing was judged: the package or the set-up is broken"; echo; sed 's/^/    /' "$out/messages.txt"; } > "$out/summary.md"
fi
cat "$out/findings.txt"
cat "$out/messages.txt" >&2

if [ -n "${GITHUB_ACTIONS:-}" ]; then
    if [ -s "$out/annotations.txt" ]; then cat "$out/annotations.txt"; fi
    cat "$out/summary.md" >> "${GITHUB_STEP_SUMMARY:-/dev/null}"
    { echo "status=$status"; echo "folder=$out"; } >> "${GITHUB_OUTPUT:-/dev/null}"
fi
exit "$status"
