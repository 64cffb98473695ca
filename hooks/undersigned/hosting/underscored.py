"""`_headers` and `_redirects`, as Cloudflare Pages and GitLab Pages read them.

Cloudflare Pages, 'Headers' and 'Redirects'; GitLab Pages, 'Redirects'. Both say what they take of
Netlify's files of the same names.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..problem import Problem
from .rules import (
    REDIRECTING,
    HeaderRule,
    Hosting,
    Redirect,
    Written,
    kept,
    set_twice,
    unsaid,
    why_no_password,
)
from .values import is_exact

HEADERS = "_headers"
REDIRECTS = "_redirects"

_HEAD = "# {of}, written by 'undersigned hosting {kind}' from netlify.toml: change it there.\n"

_ALWAYS = "# Cloudflare follows them also where a file lies; Netlify, only where 'force' says so.\n"

# Of Cloudflare: rules with headers, characters of a line there and here, redirects.
_MOST_RULES, _LONGEST, _LONGEST_REDIRECT = 100, 2000, 1000
_MOST_STATIC, _MOST_DYNAMIC = 2000, 100
# Of GitLab, where an instance sets no other.
_MOST_ON_GITLAB = 1000


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of `_redirects`, or why there can be none."""

    rule: Redirect
    text: str = ""
    why: str = ""


def for_cloudflare(hosting: Hosting) -> Written:
    """The files that Cloudflare Pages reads in the folder that is published."""
    notes = [*hosting.notes, *set_twice(hosting.headers)]
    blocks: list[str] = []
    for rule in hosting.headers:
        text, unsaid_here = _block(rule)
        if text and len(blocks) == _MOST_RULES:
            text, unsaid_here = (
                "",
                [unsaid(rule.line, rule.path, f"{_MOST_RULES} rules are the most there")],
            )
        blocks += [text] if text else []
        notes += unsaid_here
    lines = [_on_cloudflare(rule) for rule in hosting.redirects]
    # What it takes for one path must stand before what it takes for many.
    static = [each for each in lines if is_exact(each.rule.source)]
    dynamic = [each for each in lines if not is_exact(each.rule.source)]
    redirects = [*_within(static, _MOST_STATIC), *_within(dynamic, _MOST_DYNAMIC)]
    files = {
        HEADERS: "\n".join([_HEAD.format(of="Headers", kind="cloudflare"), *blocks]),
        REDIRECTS: _redirects(redirects, "cloudflare", _ALWAYS),
    }
    return Written(files, [*notes, *_left_out(redirects)])


def for_gitlab(hosting: Hosting) -> Written:
    """The file that GitLab Pages reads in the folder that is published; it takes no headers."""
    lost = [
        unsaid(rule.line, f"{rule.names} for {rule.path}", "GitLab Pages takes no headers")
        for rule in hosting.headers
    ]
    lines = list(_within(map(_on_gitlab, hosting.redirects), _MOST_ON_GITLAB))
    notes = [*hosting.notes, *lost, *_left_out(lines)]
    return Written({REDIRECTS: _redirects(lines, "gitlab")}, notes)


def _block(rule: HeaderRule) -> tuple[str, Sequence[Problem]]:
    """A rule of `_headers`, and what cannot be said of it; empty if nothing can."""
    if rule.path.count("*") > 1:
        return "", [unsaid(rule.line, rule.path, "Cloudflare takes one '*' in a path")]
    if _is_misread(rule.path):
        return "", [unsaid(rule.line, rule.path, _WHY_MISREAD)]
    said, notes = kept(rule, _why_no_line)
    lines = "".join(f"  {name}: {value}\n" for name, value in said.headers)
    return (f"{rule.path}\n{lines}" if lines else ""), notes


def _why_no_line(name: str, value: str) -> str:
    if why := why_no_password(name):
        return why
    if name.startswith(("!", "#")):
        return "a line of _headers that begins so is no header"
    longest = len(name) + len(value) + 2 > _LONGEST
    return f"Cloudflare takes {_LONGEST:,} characters in a line" if longest else ""


_WHY_MISREAD = "Cloudflare takes ':' within a part of a path for a name of what it matches"


def _is_misread(path: str) -> bool:
    return any(re.search(r"[^/]:[A-Za-z]", part) for part in path.split("/"))


def _on_cloudflare(rule: Redirect) -> _Line:
    why = ""
    if rule.besides:
        why = f"Cloudflare does not know {' and '.join(rule.besides)}"
    elif rule.status not in REDIRECTING:
        why = f"the status {rule.status} is not for a redirect there"
    elif rule.source.count("*") > 1:
        why = "Cloudflare takes one '*' in a path"
    elif _is_misread(rule.source):
        why = _WHY_MISREAD
    elif not rule.forced and not is_exact(rule.source):
        why = "Cloudflare would redirect from files that are there as well; set 'force' if it may"
    text = f"{rule.source} {rule.target} {rule.status}\n"
    if not why and len(text) > _LONGEST_REDIRECT:
        why = f"Cloudflare takes {_LONGEST_REDIRECT:,} characters in a line"
    if is_exact(rule.source) and rule.source != "/":
        # Netlify takes a path with a slash at its end and without one for the same.
        text += f"{_other_slash(rule.source)} {rule.target} {rule.status}\n"
    return _Line(rule, text, why)


def _other_slash(path: str) -> str:
    return path.rstrip("/") if path.endswith("/") else f"{path}/"


def _on_gitlab(rule: Redirect) -> _Line:
    why = ""
    if rule.besides:
        why = f"GitLab does not know {' and '.join(rule.besides)}"
    elif rule.forced:
        why = "GitLab always serves a file that lies there"
    elif rule.status not in (301, 302):
        why = f"the status {rule.status} is not for a redirect there"
    elif "*" in rule.source.removesuffix("/*"):
        why = "GitLab takes '*' as the last part of a path alone"
    return _Line(rule, f"{rule.source} {rule.target} {rule.status}\n", why)


def _within(lines: Iterable[_Line], most: int) -> Iterator[_Line]:
    number = 0
    for each in lines:
        number += each.text.count("\n") if not each.why else 0
        over = not each.why and number > most
        yield replace(each, why=f"{most:,} such rules are the most there") if over else each


def _redirects(lines: Sequence[_Line], kind: str, more: str = "") -> str:
    said = (each.text for each in lines if not each.why)
    return "".join([_HEAD.format(of="Redirects", kind=kind), more, *said])


def _left_out(lines: Sequence[_Line]) -> Sequence[Problem]:
    return [
        unsaid(each.rule.line, f"the redirect from {each.rule.source}", each.why)
        for each in lines
        if each.why
    ]
