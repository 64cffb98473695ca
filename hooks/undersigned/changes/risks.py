"""Which touched files a maintainer must look at, whatever else a branch does."""

import re
from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum

from ..bibliography.library import PATH as BIBLIOGRAPHY
from ..links.allowlist import PATH as EXCEPTIONS
from ..register.entries import DROP_INS, REGISTER
from ..statement.versions import PATH as VERSIONS
from ..statement.versions import is_text


class Risk(StrEnum):
    """What a file is, where that makes a change of it weigh."""

    LINK = "a link to elsewhere, of which no content is told here"
    TEXT = "a published text"
    VERSIONS = "the list of versions"
    WORKFLOW = "a workflow or a setting of the repository"
    HOOK = "a hook"
    TEMPLATE = "a template or a script of the pages"
    CODE = "code or settings"
    OUTSIDE = "a file outside the site"


# Words, sources and pictures. Whatever is not known to be one of these counts as code.
_CONTENT = re.compile(
    rf"{re.escape(REGISTER)} | {re.escape(DROP_INS)}/[^/]+\.yml | {re.escape(DROP_INS)}/README\.md"
    rf"| {re.escape(BIBLIOGRAPHY)} | {re.escape(EXCEPTIONS)}"
    r"| [^/]+\.md | docs/.+\.(?:md|png|jpe?g|webp)",
    re.VERBOSE | re.DOTALL,
)
_FOLDERS = (
    (".github/", Risk.WORKFLOW),
    ("hooks/", Risk.HOOK),
    ("overrides/", Risk.TEMPLATE),
)


def risk_of(path: str) -> Risk | None:
    """What a change of the file at a path, from the root of the site, makes look at."""
    if path == VERSIONS:
        return Risk.VERSIONS
    if is_text(path):
        return Risk.TEXT
    folder = next((concern for folder, concern in _FOLDERS if path.startswith(folder)), None)
    return folder or (None if _CONTENT.fullmatch(path) else Risk.CODE)


def risks_of(
    paths: Iterable[str], outside: Iterable[str], links: Collection[str] = ()
) -> Mapping[Risk, list[str]]:
    """The paths of each concern, the gravest first."""
    found: dict[Risk, list[str]] = {concern: [] for concern in Risk}
    for path in sorted(paths):
        if concern := Risk.LINK if path in links else risk_of(path):
            found[concern].append(path)
    found[Risk.OUTSIDE] = sorted(outside)
    return {concern: paths for concern, paths in found.items() if paths}
