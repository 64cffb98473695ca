"""The files of a change that a maintainer must review, by the risk that they carry."""

import re
from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum

from ..lists import LISTS
from ..paths import (
    ALLOWLIST,
    FIGURES,
    HOOKS,
    PAGES,
    PROOFS,
    TEMPLATES,
    VERSIONS,
    WORKFLOWS,
)
from ..statement.false_versions import beside_the_text
from ..statement.versions import is_text
from ..text_paths import TextPaths


class Risk(StrEnum):
    """The risk of changing a file, as a summary of a change names it; the gravest first."""

    LINK = "a link to elsewhere, of which no content is told here"
    TEXT = "a published text"
    VERSIONS = "the list of versions"
    BESIDE = "a page beside the text or the register"
    WORKFLOW = "a workflow or a setting of the repository"
    HOOK = "a hook"
    TEMPLATE = "a template or a script of the pages"
    CODE = "code or settings"
    PROOF = "what proves an endorsement, a kept copy of what a server says"
    OUTSIDE = "a file outside the site"


_LISTS = "|".join(re.escape(kept.path) for kept in LISTS)
_DROP_INS = "|".join(re.escape(kept.drop_ins) for kept in LISTS)

# Text, sources, pictures and what figures are drawn from. Every other file counts as code.
_CONTENT = re.compile(
    rf"{_LISTS} | (?:{_DROP_INS})/(?:[^/]+\.yml|README\.md)"
    rf"| {re.escape(ALLOWLIST)} | .+\.bib"
    r"| [^/]+\.md | docs/.+\.(?:md|png|jpe?g|webp)"
    rf"| {PAGES}/(?:.+/)?{FIGURES}/[^/]+\.yml",
    re.VERBOSE | re.DOTALL,
)
_FOLDERS = (
    (f"{WORKFLOWS}/", Risk.WORKFLOW),
    (f"{HOOKS}/", Risk.HOOK),
    (f"{TEMPLATES}/", Risk.TEMPLATE),
    (f"{PROOFS}/", Risk.PROOF),
)


def risk_of(path: str, texts: TextPaths) -> Risk | None:
    """The risk of changing the file at a path relative to the root of the site, if there is one.

    `texts` are where the texts of the site are.
    """
    if path == VERSIONS:
        return Risk.VERSIONS
    if is_text(path, texts):
        return Risk.TEXT
    if path != texts.draft and beside_the_text(path, texts) and _CONTENT.fullmatch(path):
        return Risk.BESIDE
    folder = next((risk for folder, risk in _FOLDERS if path.startswith(folder)), None)
    return folder or (None if _CONTENT.fullmatch(path) else Risk.CODE)


def risks_of(
    paths: Iterable[str],
    outside: Iterable[str],
    texts: TextPaths,
    links: Collection[str] = (),
    new: Collection[str] = (),
) -> Mapping[Risk, list[str]]:
    """The paths of each risk that occurs, the gravest risk first.

    `paths` are relative to the root of the site, `links` those of them that are symbolic links;
    `outside` are the files outside the site, `texts` where
    its texts are. Files that were there come before `new` ones, and
    those of a folder before what lies deeper: so no number of trifles hides a setting.
    """
    found: dict[Risk, list[str]] = {risk: [] for risk in Risk}
    for path in sorted(paths, key=lambda path: (path in new, path.count("/"), path)):
        if risk := Risk.LINK if path in links else risk_of(path, texts):
            found[risk].append(path)
    found[Risk.OUTSIDE] = sorted(outside, key=lambda path: (path in new, path.count("/"), path))
    return {risk: paths for risk, paths in found.items() if paths}
