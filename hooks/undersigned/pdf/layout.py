"""The layout of the edition, set by Typst: its data go in as JSON, and are never read as markup."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..typesetting import font_folders

if TYPE_CHECKING:
    from typst import Fonts, PDFStandard

_LAYOUT = Path(__file__).with_name("statement.typ")

# Tagged for reading aloud (ISO 14289-1) and for archives (ISO 19005-2, level A). Typst refuses
# UA-1 together with PDF/A-4.
_STANDARDS: "list[PDFStandard]" = ["ua-1", "a-2a"]

# Both standards ask for a title and a date. Each text is drawn on a line of its own, by its number.
_TRIAL = """\
#set document(title: "Trial", date: datetime(year: 2000, month: 1, day: 1))
#let texts = json(bytes(sys.inputs.edition))
"""
_LINE = re.compile(r"\.typ:(\d+):\d+$", re.MULTILINE)


class NotDisplayedError(Exception):
    """Some text has letters that no font has, which neither standard allows."""


class LayoutError(Exception):
    """What Typst says of a document that it cannot set."""


@dataclass(frozen=True)
class Layout:
    """Sets documents in the fonts of the packages that are installed, and in Typst's own."""

    folders: Sequence[Path]

    @cached_property
    def _fonts(self) -> "Fonts":
        from typst import Fonts

        return Fonts(include_system_fonts=False, font_paths=list(self.folders))

    def pdf(self, said: Mapping[str, Any], moment: int) -> bytes:
        """The document that says this, dated by seconds since 1970."""
        day = datetime.fromtimestamp(moment, UTC)
        dated = {**said, "date": [day.year, day.month, day.day]}
        return self._set(_LAYOUT.read_bytes(), dated, moment)

    def lacking(self, texts: Sequence[str]) -> frozenset[str]:
        """The texts that have letters which no font has; found by setting every one."""
        lines = "\n".join(f"#texts.at({number})" for number in range(len(texts)))
        try:
            self._set(f"{_TRIAL}{lines}".encode(), list(texts), 0)
        except NotDisplayedError as error:
            first = _TRIAL.count("\n") + 1
            numbers = {int(line) - first for line in _LINE.findall(str(error))}
            return frozenset(texts[number] for number in numbers if 0 <= number < len(texts))
        return frozenset()

    def _set(self, source: bytes, data: object, moment: int) -> bytes:
        import typst

        try:
            return typst.compile(
                source,
                font_paths=self._fonts,
                ignore_system_fonts=True,
                format="pdf",
                sys_inputs={"edition": json.dumps(data)},
                pdf_standards=_STANDARDS,
                timestamp=moment,
            )
        except typst.TypstError as error:
            if "could not be displayed" in error.message:
                raise NotDisplayedError(error.diagnostic) from error
            raise LayoutError(error.message) from error


def installed_layout() -> Layout:
    """The layout in the fonts that are installed."""
    return Layout(font_folders())
