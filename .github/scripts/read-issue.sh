#!/usr/bin/env bash
# Reads an issue and makes what another job may propose: entry.yml and request.md, or answer.md. A
# copy of what the signatory's own server says, where the issue names one, is in proof/.
# Usage: read-issue.sh EVENT FOLDER, in a clone that has the base branch, with BASE and GITHUB_OUTPUT
# set. What people wrote stays in files and never reaches a shell.
set -euo pipefail

event=$1 folder=$2

# A file in so many bytes, GitHub takes 65,536 in all; whole lines, since half a span of code would
# leave what it holds alive. Whoever reads it is told that it was cut.
beginning() {
  if [ "$(wc -c < "$2")" -le "$1" ]; then
    cat "$2"
  else
    head -c "$1" "$2" | sed '$d'
    printf '\nCut here: the rest is too long to be shown.\n'
  fi
}

mkdir -p "$folder"
rm -rf -- "$folder/proof"

# The runner takes '##[' for a command wherever in a line it stands, and lines hold people's words.
status=0
undersigned from-issue "$event" \
  --output "$folder/output" --answer "$folder/answer.md" 2>&1 |
  sed 's/##\[/## [/g' || status=$?
# 1 with an answer is for the person to mend; anything else is for a maintainer.
if [ "$status" -ne 0 ]; then
  [ "$status" -eq 1 ] && [ -s "$folder/answer.md" ] || exit "$status"
  echo "outcome=refused" >> "$GITHUB_OUTPUT"
  exit 0
fi

path=$(sed -n 's/^path=//p' "$folder/output")
issue=$(sed -n 's/^issue=//p' "$folder/output")
opened_by=$(sed -n 's/^opened_by=//p' "$folder/output")
host=$(sed -n 's/^host=//p' "$folder/output")
changed=("$path")
cp "$path" "$folder/entry.yml"
if [ -n "$host" ]; then
  changed+=("proofs/$host")
  cp -r "proofs/$host" "$folder/proof"
fi
cat "$folder/output" >> "$GITHUB_OUTPUT"
rm "$folder/output"
echo "outcome=made" >> "$GITHUB_OUTPUT"

# The review compares commits.
git add -- "${changed[@]}"
git -c user.name=sign -c user.email=sign@invalid commit --quiet --message 'Add an entry'

checked=passed
undersigned check --changed-since "$BASE" > "$folder/check.txt" 2>&1 || checked=failed
[ -s "$folder/check.txt" ] || echo 'nothing to mend' > "$folder/check.txt"
undersigned review "$BASE" > "$folder/review.md" 2> /dev/null || true
[ -s "$folder/review.md" ] ||
  echo 'The review could not be made; look at the change itself.' > "$folder/review.md"
case $path in
  deeds.d/*)
    looked='The label says that two people have read the sources'
    counts='the sources of the deed are what counts'
    ;;
  *)
    looked='A maintainer has looked at the evidence'
    counts='the evidence of the entry is what counts'
    ;;
esac
{
  # Each paragraph is one line, since GitHub shows a line break as one.
  printf '%s ' "From an issue, by the workflow that signs. $looked;" \
    'look at the entry before you merge it. Close this pull request and open it again to start' \
    'the other checks.'
  printf '\n\n'
  printf 'Issue #%s was opened by `%s`. That proves nothing by itself: %s.\n\n' "$issue" "$opened_by" \
    "$counts, and not who asks"
  case $path in deeds.d/*)
    printf '%s ' 'Unless all sources are own pages of the signatory, no page shows the entry before it' \
      'has been written to, and `notified` has the day. MAINTAINING.md, “Review a deed”, says what to' \
      'read for.'
    printf '\n\n'
    ;;
  esac
  if [ -n "$host" ]; then
    printf '%s ' "This workflow fetched the files in \`proofs/$host/\` from there, and nobody has read" \
      'them: they are published as they are. Where no line gives a name, the issue alone says whose' \
      'the host is: compare the name with the site.'
    printf '\n\n'
  fi
  printf '`undersigned check` %s:\n\n' "$checked"
  # Indented, every line is code, whatever it holds.
  beginning 15000 "$folder/check.txt" | sed 's/^/    /'
  printf '\n\n'
  beginning 40000 "$folder/review.md"
} > "$folder/request.md"
rm "$folder/check.txt" "$folder/review.md"
