"""Files of docs/ besides its pages, which are published as they are: of which kinds they may be.

Where copies of what servers say are published, none may be of another's making.

What a browser reads as a page of its own is drawn by no template, and no list judges it: it can
send a reader away. What a host reads as its rules can send all of them.
"""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from ..paths import PAGES, PROOFS
from ..problem import Problem, quoted
from .drawings import drawing_faults

_DRAWING = ".svg"
_KINDS = frozenset((
    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", _DRAWING,
    ".md", ".markdown", ".mdown", ".mkdn", ".mkd",
    ".pdf", ".txt", ".csv", ".tsv", ".json", ".jsonld", ".yml", ".yaml", ".bib", ".ris", ".asc",
    ".zip", ".gz", ".odt", ".ods", ".odp", ".docx", ".xlsx", ".pptx", ".epub",
    ".css", ".js", ".mjs", ".map", ".woff", ".woff2", ".ttf", ".otf",
    ".mp3", ".mp4", ".webm", ".ogg", ".vtt",
))  # fmt: skip
_PAGES = (".html", ".htm", ".xhtml", ".xht", ".shtml", ".mhtml", ".xml", ".xsl", ".xslt", ".svgz")
_RULES = ("_redirects", "_headers", "cname", ".htaccess")

# Where the theme, this project and the search have their own scripts and styles.
_TAKEN = ("assets/javascripts/", "assets/stylesheets/", "assets/undersigned/", "search/")
_CODE = (".js", ".mjs", ".css", ".map", ".json")


def refused_files(root: Path) -> Iterator[Problem]:
    """A problem for each file below docs/ that is published and is more than a page's picture."""
    for place in sorted((root / PAGES).rglob("*")):
        within = place.relative_to(root / PAGES)
        # An engine leaves out what begins with a dot; links have a problem of their own.
        if place.is_dir() or place.is_symlink() or any(n.startswith(".") for n in within.parts):
            continue
        path = f"{PAGES}/{within.as_posix()}"
        if wrong := _refused(PurePosixPath(within.as_posix())):
            yield Problem(path, 1, 1, wrong)
        elif place.suffix.lower() == _DRAWING:
            yield from faults_in_drawing(path, place.read_bytes())


def _refused(path: PurePosixPath) -> str:
    kind = path.suffix.lower()
    if len(path.parts) > 1 and path.parts[0].lower() == PROOFS:
        return f"poses as a kept copy of what a server says; those are in {PROOFS}/ beside docs/"
    if path.name.lower() in _RULES:
        return "would be read by the host as its rules; write these in netlify.toml"
    if kind in _PAGES:
        return "is a page that no template draws; write it in Markdown, or remove it"
    if kind not in _KINDS:
        kinds = f"of kind {quoted(kind)}" if kind else "of no kind"
        return f"is {kinds}, which sites do not publish; put it into a .zip, or remove it"
    if kind in _CODE and path.as_posix().lower().startswith(_TAKEN):
        return f"would replace a file of the theme; move it out of {quoted(f'{path.parent}/')}"
    return ""


def faults_in_drawing(path: str, content: bytes) -> Iterator[Problem]:
    """A problem for all in a drawing, the content of the file at a path, that is no plain shape."""
    try:
        svg = content.decode()
    except UnicodeDecodeError as error:
        yield Problem(path, 1, 1, f"is not in UTF-8 at byte {error.start + 1}; save it as UTF-8")
        return
    for fault in drawing_faults(svg):
        line = svg.count("\n", 0, fault.start) + 1
        column = fault.start - svg.rfind("\n", 0, fault.start)
        yield Problem(path, line, column, fault.message)
