# What a build on Netlify is told beside netlify.toml; read into the shell that builds.

# The same commit gives the same bytes, whenever it is built.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct) && export SOURCE_DATE_EPOCH

# A change is judged by its own lines, as on GitHub. That needs the branch it is for: the default
# one, from the common commit on. Where it cannot be had, everything is judged.
unset BASE # the site that is published is judged whole, whatever the settings of the host say
if [ "${JUDGED:-all}" = change ] &&
  GIT_TERMINAL_PROMPT=0 git fetch --quiet origin HEAD &&
  git merge-base FETCH_HEAD HEAD >/dev/null; then
  BASE=$(git rev-parse FETCH_HEAD) && export BASE
fi
:
