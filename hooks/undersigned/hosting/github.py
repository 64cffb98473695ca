"""What GitHub Pages can be told, which is little, and what a site loses there.

GitHub, 'GitHub Pages': it serves files as they are, 404.html for those that there are not, and has
no way to set headers or redirects.
"""

from ..domain_names import in_ascii
from ..problem import Problem
from ..urls import host_of
from .rules import Hosting, Written, unsaid

_NO_JEKYLL = ".nojekyll"
_DOMAIN = "CNAME"

# GitHub's own domain, which no file has to name.
_OWN = ".github.io"

_ADVICE = """\
GitHub Pages serves the folder as it was built, and 404.html where there is no file. It can send no
headers: browsers are not told to refuse what is not of this site, nor to keep to https, and all
files are kept for ten minutes. It can redirect nothing: short links are not found.
.nojekyll keeps it from leaving out folders whose names begin with a dot or an underscore. CNAME is
read when a branch is published; with a workflow, name the domain in the settings of the repository,
and have actions/upload-pages-artifact include hidden files, or .well-known/ is lost."""


def for_github(hosting: Hosting, address: str) -> Written:
    """The files that GitHub Pages reads, for a site at an address; what is lost is noted."""
    files = {_NO_JEKYLL: ""}
    host = in_ascii(host_of(address)) if address else ""
    if host and not host.endswith(_OWN):
        files[_DOMAIN] = f"{host}\n"
    return Written(files, [*hosting.notes, *_lost(hosting)], _ADVICE)


def _lost(hosting: Hosting) -> list[Problem]:
    headers = [
        unsaid(
            rule.line, f"{rule.names} for {rule.path}", "GitHub Pages sends no headers of a site"
        )
        for rule in hosting.headers
    ]
    redirects = [
        unsaid(rule.line, f"the redirect from {rule.source}", "GitHub Pages redirects nothing")
        for rule in hosting.redirects
    ]
    return headers + redirects
