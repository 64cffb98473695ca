#!/usr/bin/env bash
# Proposes the entry that another job made, or answers the issue with what is to be mended.
# Usage: propose-entry.sh FOLDER, in a clean clone, with OUTCOME, ENTRY (the path), HOST (of a
# copy that is to be kept, or empty), NUMBER (of the issue), LABEL, BASE (a branch) and GH_TOKEN set.
# Nothing here runs what people wrote, and what the other job says is looked at again: that one had
# read hostile text.
set -euo pipefail

folder=$1
bot_name='github-actions[bot]'
bot_address='41898282+github-actions[bot]@users.noreply.github.com'

refuse() {
  echo "$1" >&2
  exit 1
}

answer() {
  gh issue comment "$NUMBER" --body-file "$1"
  # So that a maintainer can put it on again. 'gh issue edit' asks for more rights than it needs.
  gh api --silent --method DELETE "repos/{owner}/{repo}/issues/$NUMBER/labels/$LABEL" ||
    echo 'the label was gone already' >&2
}

plain_file() {
  [ -f "$1" ] && [ ! -L "$1" ] && [ "$(wc -c < "$1")" -le "$2" ] || refuse "$1 is not as expected"
}

# The files of a copy of what a host says, and no others; each by the limit that its reader has.
plain_copy() {
  [ -d "$1" ] && [ ! -L "$1" ] || refuse "$1 is not a folder"
  local file
  for file in "$1"/*; do
    case ${file##*/} in
      endorsements.txt) plain_file "$file" 65536 ;;
      endorsements.txt.sig | endorsements.pub) plain_file "$file" 16384 ;;
      fetched.yml) plain_file "$file" 8192 ;;
      *) refuse 'there is a file that no copy has' ;;
    esac
  done
  [ -f "$1/endorsements.txt" ] && [ -f "$1/fetched.yml" ] || refuse 'the copy is not whole'
  [ -f "$1/endorsements.txt.sig" ] && [ -f "$1/endorsements.pub" ] ||
    { [ ! -e "$1/endorsements.txt.sig" ] && [ ! -e "$1/endorsements.pub" ]; } ||
    refuse 'there is a signature without its key, or a key without a signature'
}

# The one thing that the token is given to, and only while git asks for it.
with_token() {
  git -c credential.helper= -c credential.helper='!gh auth git-credential' "$@"
}

LC_ALL=C
shopt -s nullglob dotglob
[[ $NUMBER =~ ^[1-9][0-9]{0,8}$ ]] || refuse 'the number of the issue is not one'
[[ $LABEL =~ ^[a-z0-9-]+$ ]] || refuse 'the label is not one of letters, digits and hyphens'
[[ $BASE =~ ^[A-Za-z0-9][A-Za-z0-9._/-]*$ ]] || refuse 'the base is not the name of a branch'

if [ "$OUTCOME" = refused ]; then
  plain_file "$folder/answer.md" 60000
  answer "$folder/answer.md"
  exit 0
fi
[ "$OUTCOME" = made ] || refuse 'there is nothing to propose'

# A signatory's id, and the version where it endorses another one; or the id of a deed.
id='[a-z0-9]+(-[a-z0-9]+)*'
if [[ $ENTRY =~ ^signatories\.d/($id(@[0-9]+(\.[0-9]+){1,2})?)\.yml$ ]]; then
  kind=endorse
elif [[ $ENTRY =~ ^deeds\.d/($id)\.yml$ ]]; then
  kind=deed
else
  refuse 'the path is not that of a drop-in'
fi
slug=${BASH_REMATCH[1]} parent=${ENTRY%/*}
branch="$kind/$NUMBER-$slug"
plain_file "$folder/entry.yml" 8192
plain_file "$folder/request.md" 65000
[ -d "$parent" ] && [ ! -L "$parent" ] || refuse "$parent is not a folder"
[ ! -e "$ENTRY" ] && [ ! -L "$ENTRY" ] || refuse "$ENTRY is already there"

if [ "$kind" = deed ]; then
  [ -z "$HOST" ] || refuse 'no server proves a deed'
  # Maintainers alone say that a signatory was written to, and what it replied.
  ! grep -qE '^[- ] (notified|repl[a-z_]*|listed)' "$folder/entry.yml" ||
    refuse 'the deed has a field that is for maintainers'
fi
if [ -n "$HOST" ]; then
  part='[a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?'
  [[ ${#HOST} -le 253 && $HOST =~ ^$part(\.$part)+$ ]] || refuse 'the host is not the name of one'
  plain_copy "$folder/proof"
  served="$HOST/.well-known/endorsements.txt"
  grep -qxF -e "  evidence: https://$served" -e "  evidence: https://www.$served" \
    "$folder/entry.yml" || refuse 'the entry is not by what this host says'
  [ ! -L proofs ] && [ ! -L "proofs/$HOST" ] || refuse "proofs/$HOST is not a folder"
  # A file that stays would be taken for one of the new copy.
  for file in "proofs/$HOST"/*; do
    [ -f "$folder/proof/${file##*/}" ] && [ ! -L "$file" ] || refuse "$file would stay"
  done
else
  [ ! -e "$folder/proof" ] || refuse 'there is a copy of no host'
fi

# A branch on which somebody else has worked is theirs.
there=$(with_token ls-remote --heads origin "refs/heads/$branch" | cut -f 1)
if [ -n "$there" ]; then
  with_token fetch --quiet origin "refs/heads/$branch"
  others=$(git log --format=%ae "refs/remotes/origin/$BASE..$there" | grep -cvxF "$bot_address" || true)
  if [ "$others" -ne 0 ]; then
    echo "The branch \`$branch\` has commits of others and is left as it is." > "$folder/left.md"
    answer "$folder/left.md"
    exit 0
  fi
fi

git switch --quiet --no-track --force-create "$branch" "refs/remotes/origin/$BASE"
install -m 644 -- "$folder/entry.yml" "$ENTRY"
git add -- "$ENTRY"
if [ -n "$HOST" ]; then
  mkdir -p "proofs/$HOST"
  install -m 644 -- "$folder/proof"/* "proofs/$HOST"
  git add -- "proofs/$HOST"
fi
git -c user.name="$bot_name" -c user.email="$bot_address" \
  commit --quiet --message "Add $slug" --message "Asked for in issue $NUMBER."
with_token push --quiet --force-with-lease="refs/heads/$branch:$there" origin \
  "HEAD:refs/heads/$branch"

{
  printf '\n\nCloses #%s\n' "$NUMBER"
  # An issue whose name was edited has a branch for each name.
  with_token ls-remote --heads origin "refs/heads/$kind/$NUMBER-*" |
    sed -nE "s~^[0-9a-f]+\trefs/heads/($kind/[0-9]+-$id(@[0-9]+(\.[0-9]+){1,2})?)\$~\1~p" |
    { grep -vxF "$branch" || true; } |
    sed 's/.*/\nThe same issue has the branch `&`; close what is outdated./'
} >> "$folder/request.md"
open=$(gh pr list --head "$branch" --base "$BASE" --state open --json number --jq '.[0].number // ""')
if [ -z "$open" ]; then
  gh pr create --head "$branch" --base "$BASE" --title "Add $slug" --body-file "$folder/request.md"
else
  [[ $open =~ ^[1-9][0-9]*$ ]] || refuse 'the number of the pull request is not one'
  gh api --silent --method PATCH "repos/{owner}/{repo}/pulls/$open" -F "body=@$folder/request.md"
fi
