"""Pictures of a text: each is named by the digest of its bytes, so that the text's own covers it.

``![What it shows](lamp.<sha256>.svg)``, alone between empty lines, shows a file beside the text. So
whoever signs the text, or proves it by its digest, signs the picture with it: there is no second
list that could be changed. While a text is a draft, its pictures may still be without digests.
"""

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from struct import unpack
from typing import NamedTuple

from ..problem import Problem, quoted
from ..text.pages import code_masked
from ..text.source import MEBIBYTE, Source, content_of

_PICTURE = re.compile(r"!\[(?P<shows>[^\[\]\n\\`<>]*)\]\((?P<name>[^()\s]*)\)[ \t]*")
_STEM = r"(?P<stem>[a-z0-9][a-z0-9-]{0,79})"
_NAME = re.compile(rf"{_STEM}(?:\.(?P<digest>[0-9a-f]{{64}}))?\.(?P<kind>svg|png)")
_LETTER = re.compile(r"[^\W_]")

# How the files of each kind begin; a PNG goes on with its width and its height.
_BEGIN = {
    "svg": re.compile(rb"(?s).{0,4096}<svg\b"),
    "png": re.compile(rb"(?s)\x89PNG\r\n\x1a\n\0\0\0\rIHDR(.{8})"),
}

# In pixels: a small file may unfold to gigabytes.
_LARGEST = 4096


class Picture(NamedTuple):
    """A picture of a text: what it shows, in words, its file's name, and its line, from 1."""

    shows: str
    name: str
    line: int

    @property
    def stem(self) -> str:
        """The name without its digest and its kind."""
        return self.name.partition(".")[0]

    @property
    def kind(self) -> str:
        """The kind of file: ``svg`` or ``png``; another where the name is none."""
        return self.name.rpartition(".")[2]

    @property
    def digest(self) -> str:
        """The digest in its name; empty where there is none."""
        found = _NAME.fullmatch(self.name)
        return (found["digest"] or "") if found else ""

    def named(self, content: bytes) -> str:
        """The name that this content has in a published text."""
        return f"{self.stem}.{sha256(content).hexdigest()}.{self.kind}"


def pictures_of(text: str) -> list[Picture]:
    """The pictures of a text, in the order of its lines, which end in line feeds."""
    found = ((_PICTURE.fullmatch(line), at) for at, line in enumerate(text.split("\n"), start=1))
    return [Picture(each["shows"], each["name"], at) for each, at in found if each]


def shown_from(text: str, folder: str) -> str:
    """The Markdown of a text on a page elsewhere, from which the `folder` of its pictures is."""
    if not folder:
        return text
    lines = text.split("\n")
    for each in pictures_of(text):
        lines[each.line - 1] = f"![{each.shows}]({folder}/{each.name})"
    return "\n".join(lines)


def malformed_pictures(source: Source) -> Iterator[Problem]:
    """A problem for each picture of a text that is not written as one, in a paragraph of its own.

    Whatever looks like one has to be one, as with notes.
    """
    if "![" not in source.text:
        return
    lines = ["", *source.text.split("\n"), ""]
    masked = ["", *code_masked(source.text).split("\n"), ""]
    for number, line in enumerate(lines[1:-1], start=1):
        for found in re.finditer(r"!\[", line):
            at = found.start()
            if masked[number][at] == " ":
                continue  # in a comment, which is refused as that
            alone = not (lines[number - 1].strip() or lines[number + 1].strip())
            picture = _PICTURE.fullmatch(line)
            if masked[number][at] != line[at]:
                wrong = "code of a published text holds no '![', which looks like a picture"
                yield Problem(source.path, number, at + 1, f"{wrong}; remove it")
            elif picture is None or at or not alone:
                yield Problem(source.path, number, at + 1, _NOT_ALONE)
            elif not _LETTER.search(picture["shows"]):
                yield Problem(source.path, number, 1, _UNSAID)


_NOT_ALONE = (
    "a picture of a published text is a paragraph by itself, without a title; write"
    " '![What it shows](name.svg)' alone on a line between empty ones"
)
_UNSAID = (
    "says nothing to those who do not see the picture, who sign it as well; write between the"
    " brackets what it shows"
)


def other_pictures(
    root: Path, folder: str, source: Source, *, drafted: bool = False
) -> Iterator[Problem]:
    """A problem for each picture of a text that is not, or not certainly, the one that was signed.

    Its file is in the `folder` of the text, from the root of the site. A text that is `drafted` may
    name pictures without their digests.
    """
    for each in pictures_of(source.text):
        if wrong := _wrong(root, folder, each, drafted):
            column = source.text.split("\n")[each.line - 1].index("](") + 3
            yield Problem(source.path, each.line, column, wrong)


def _wrong(root: Path, folder: str, picture: Picture, drafted: bool) -> str:
    name = quoted(picture.name)
    if ":" in picture.name or picture.name.startswith("//"):
        return f"{name} is on another server; save it in {folder}/, beside the text, and name it"
    if not _NAME.fullmatch(picture.name):
        message = f"{name} is no picture beside the text; save it in {folder}/ as SVG or PNG, under"
        return f"{message} a name of a-z, 0-9 and '-'"
    path = f"{folder}/{picture.name}"
    content, problems = content_of(root, path, MEBIBYTE, "save it smaller")
    if content is None:
        return f"{path}: {problems[0].message}"
    begun = _BEGIN[picture.kind].match(content)
    if begun is None:
        return f"{path} is no {picture.kind.upper()}, whatever it is called; save it as one"
    if begun.groups() and max(sides := unpack(">II", begun[1])) > _LARGEST:
        size = f"{sides[0]:,} by {sides[1]:,} pixels"
        return f"{path} has {size}; save it with at most {_LARGEST:,} on each side"
    if not picture.digest:
        message = f"{name} has no digest in its name, so it could become another picture; rename it"
        return "" if drafted else f"{message} to '{picture.named(content)}', and name that here"
    if picture.named(content) != picture.name:
        now = sha256(content).hexdigest()
        return (
            f"{path} is no longer that picture: its sha256 is now {now[:12]}…; put the old one"
            f" back, as 'git log -- {path}' has it, or publish another text with the new one"
        )
    return ""


def with_digests(root: Path, folder: str, source: Source) -> tuple[Source, Mapping[str, bytes]]:
    """A sound draft with all of its pictures named by their digests, and the files to be written.

    These are given by their paths from the root of the site.
    """
    lines, files = source.text.split("\n"), dict[str, bytes]()
    for each in pictures_of(source.text):
        content, _ = content_of(root, f"{folder}/{each.name}", MEBIBYTE)
        if content is not None and not each.digest:
            files[f"{folder}/{each.named(content)}"] = content
            lines[each.line - 1] = f"![{each.shows}]({each.named(content)})"
    return Source(source.path, "\n".join(lines)), files
