"""Editions in PDF, made of small sites without any engine, and what readers find in them."""

import io
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject
from undersigned.dates import StatedDate
from undersigned.pdf.document import document, register_of
from undersigned.pdf.layout import Layout, installed_layout
from undersigned.pdf.unset import set_with_what_there_is, why_lacking
from undersigned.publication import Publication

MOMENT = 1_795_680_000  # 26 November 2026
BUILT_ON = StatedDate(2026, 11, 26)
TEXT = "<ol><li>Do no harm</li><li>Say so</li></ol>"


def said_by(made: Publication, html: str = TEXT, **settings: object) -> Mapping[str, Any]:
    """What the edition of a publication says, with other settings than its own."""
    view = replace(made.view, settings=replace(made.view.settings, **settings))  # type: ignore[arg-type]
    return document(replace(made, view=view), html, BUILT_ON)


def set_of(
    made: Publication, html: str = TEXT, layout: Layout | None = None
) -> tuple[bytes, frozenset[str]]:
    """The PDF of a publication, and the texts that it lacks."""
    said = said_by(made, html)
    why = why_lacking(register_of(made.view.settings), made.view.words.catalogue)
    return set_with_what_there_is(layout or installed_layout(), said, MOMENT, why)


def text_of(pdf: bytes, tmp_path: Path) -> str:
    """What poppler reads, without the marks that it puts around words from right to left."""
    place = tmp_path / "read.pdf"
    place.write_bytes(pdf)
    run = subprocess.run(["pdftotext", str(place), "-"], capture_output=True, check=True)
    return run.stdout.decode().translate(dict.fromkeys(map(ord, "\u202a\u202b\u202c\u200e\u200f")))


def reader_of(pdf: bytes) -> PdfReader:
    """The file as pypdf reads it."""
    return PdfReader(io.BytesIO(pdf), strict=True)


def tags_of(reader: PdfReader) -> list[str]:
    """The types of all elements of the structure tree, in the order of reading."""
    root = reader.trailer["/Root"]["/StructTreeRoot"]  # type: ignore[index]
    return list(_tags(root["/K"]))


def _tags(kids: object) -> Iterator[str]:
    for kid in kids if isinstance(kids, ArrayObject) else [kids]:
        element = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(element, DictionaryObject) and "/S" in element:
            yield str(element["/S"])[1:]
            if "/K" in element:
                yield from _tags(element["/K"])
        elif isinstance(element, ArrayObject):
            yield from _tags(element)
