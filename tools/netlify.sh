# What a build on Netlify is told beside netlify.toml; read into the shell that builds. What it has to
# ask the network, it asks here: the build itself asks nobody.

# The same commit gives the same bytes, whenever it is built.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct) && export SOURCE_DATE_EPOCH

# What was published stays: that is seen in the history, which a host may have cloned in part.
if [ "$(git rev-parse --is-shallow-repository)" = true ] &&
  ! GIT_TERMINAL_PROMPT=0 git fetch --quiet --unshallow origin; then
  echo 'tools/netlify.sh: this clone is shallow, and its history cannot be fetched' >&2
fi

# The published branch: of the site that is published this commit, of others the default one. A change
# is judged by its own lines, as on GitHub, from the common commit on. Where that branch cannot be had,
# everything is judged.
unset BASE PUBLISHED_BRANCH # whatever the settings of the host say
if [ "${CONTEXT:-}" = production ]; then
  PUBLISHED_BRANCH=HEAD && export PUBLISHED_BRANCH
elif GIT_TERMINAL_PROMPT=0 git fetch --quiet origin HEAD; then
  PUBLISHED_BRANCH=$(git rev-parse FETCH_HEAD) && export PUBLISHED_BRANCH
  if [ "${JUDGED:-all}" = change ] && git merge-base FETCH_HEAD HEAD >/dev/null; then
    BASE=$PUBLISHED_BRANCH && export BASE
  fi
fi

# A branch can be replaced as a whole, with its history; what readers are shown now, it cannot.
if [ "${CONTEXT:-}" = production ]; then
  PYTHONPATH=hooks python -m undersigned check versions.yml --published "${URL:-}" || return
fi
:
