#!/usr/bin/env bash
# Judge one state of a data package for people: findings on standard output, and, in the folder OUT, as
# SARIF, JUnit and Markdown. The GitHub Action, its workflow and the GitLab job run this file and nothing else.
#
# PACKAGE  the package (default: .)                KNOWN  a package whose reference is used
# RULES    a folder of house rules                 BASE   a git revision that the findings are compared with
# FAIL_ON  certain, possible or never (default)    LOCKED true (default): data/found must be up to date
# OUT      where the files go (default: build/corrigenda)
#
# Exit code: that of `corrigenda check`. 0 fine; 1 not; 2 the package or the set-up is broken.
set -euo pipefail

package=${PACKAGE:-.}
out=${OUT:-build/corrigenda}
mkdir -p "$out"
for file in earlier.csv git.txt findings.sarif junit.xml summary.md annotations.txt findings.json findings.txt messages.txt; do
    rm -f "${out:?}/$file"
done

arguments=("--fail-on" "${FAIL_ON:-never}")
[ -z "${KNOWN:-}" ] || arguments+=("--known" "$KNOWN")
if [ -n "${RULES:-}" ]; then
    arguments+=("--rules" "$RULES")
elif [ "${LOCKED:-true}" = true ]; then
    arguments+=("--locked")
fi
if [ -n "${BASE:-}" ]; then
    # A package that is new has no earlier state, and all of its findings are new.
    if git -C "$package" show --end-of-options "$BASE:./data/found/findings.csv" > "$out/earlier.csv" 2> "$out/git.txt"; then
        arguments+=("--baseline" "$out/earlier.csv")
    elif git -C "$package" rev-parse --verify --quiet --end-of-options "$BASE^{commit}" > /dev/null; then
        echo "finding_id,evidence_digest,rule,verdict,message" > "$out/earlier.csv"
        arguments+=("--baseline" "$out/earlier.csv")
    else
        echo "There is no git revision '$BASE'; expected one that was fetched (fetch-depth: 0)." >&2
        exit 2
    fi
fi

status=0
corrigenda check "${arguments[@]}" --also sarif "$out/findings.sarif" --also junit "$out/junit.xml" \
    --also markdown "$out/summary.md" --also github "$out/annotations.txt" --also json "$out/findings.json" \
    -- "$package" > "$out/findings.txt" 2> "$out/messages.txt" || status=$?

if [ "$status" -eq 2 ]; then
    # Nothing was found because nothing may be trusted: say so, and leave no half of a result.
    rm -f "$out/findings.sarif" "$out/junit.xml" "$out/annotations.txt" "$out/findings.json"
    { echo "## The package is broken; nothing was judged"; echo; sed 's/^/    /' "$out/messages.txt"; } > "$out/summary.md"
fi
cat "$out/findings.txt"
cat "$out/messages.txt" >&2

if [ -n "${GITHUB_ACTIONS:-}" ]; then
    if [ -s "$out/annotations.txt" ]; then cat "$out/annotations.txt"; fi
    cat "$out/summary.md" >> "${GITHUB_STEP_SUMMARY:-/dev/null}"
    { echo "status=$status"; echo "folder=$out"; } >> "${GITHUB_OUTPUT:-/dev/null}"
fi
exit "$status"
