"""What a server of one's own has to be told beside rules: the types of files, and what it sets."""

from collections.abc import Sequence

from ..problem import Problem
from .rules import (
    REDIRECTING,
    HeaderRule,
    Hosting,
    Redirect,
    all_kept,
    set_twice,
    unsaid,
    why_no_password,
)
from .values import uses_matched

# The types that Netlify gives the files of a site, by their extensions; no others are published.
# JSON and XML say their own encoding.
TYPES = {
    "text/html": ("html",),
    "text/css": ("css",),
    "text/csv": ("csv",),
    "text/javascript": ("js", "mjs"),
    "text/plain": ("txt",),
    "application/json": ("json", "map"),
    "application/pdf": ("pdf",),
    "application/x-bibtex": ("bib",),
    "application/xml": ("xml",),
    "application/yaml": ("yml", "yaml"),
    "font/woff2": ("woff2",),
    "image/gif": ("gif",),
    "image/jpeg": ("jpg", "jpeg"),
    "image/png": ("png",),
    "image/svg+xml": ("svg",),
    "image/webp": ("webp",),
    "image/x-icon": ("ico",),
}
TYPE_OF_OTHERS = "application/octet-stream"

# A server sets these itself, and would send a second one, or two that contradict each other.
_OF_THE_SERVER = (
    "Connection", "Content-Encoding", "Content-Length", "Content-Type", "Date", "ETag",
    "Last-Modified", "Location", "Server", "Transfer-Encoding",
)  # fmt: skip


def sayable(hosting: Hosting, server: str) -> tuple[Hosting, list[Problem]]:
    """The rules that a web server can be told, and the notes of the others."""
    rules, others = all_kept(hosting.headers, lambda name, _: _why_no_header(name, server))
    notes = [*hosting.notes, *set_twice(hosting.headers), *others]
    redirects = []
    for redirect in hosting.redirects:
        if told := _why_no_redirect(redirect, server):
            notes.append(unsaid(redirect.line, f"the redirect from {redirect.source}", told))
        else:
            redirects.append(redirect)
    return Hosting(rules, redirects), notes


def names_of(rules: Sequence[HeaderRule]) -> Sequence[str]:
    """The name of every header that rules set, each once, whatever its case."""
    named = {name.lower(): name for rule in reversed(rules) for name, _ in reversed(rule.headers)}
    return list(reversed(named.values()))


def _why_no_header(name: str, server: str) -> str:
    own = name.lower() in map(str.lower, _OF_THE_SERVER)
    why = f"{server} sets it itself; set it in its own configuration" if own else ""
    return why_no_password(name) or why


def _why_no_redirect(rule: Redirect, server: str) -> str:
    if rule.besides:
        return f"it depends on {' and '.join(rule.besides)}; write it by hand"
    if rule.status not in REDIRECTING:
        return f"the status {rule.status} is not for a redirect in {server}; write it by hand"
    if uses_matched(rule.target):
        return "its target repeats what the path has, which may be hostile; write it by hand"
    return ""
