"""Most sheets of a long register, drawn by a second processor while other pages are drawn.

Each page is drawn by itself, so a fork draws as its parent would have. What it has to say, an error
or a warning, its parent finds and says when it draws the page again.
"""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import dropwhile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from jinja2 import Template

from ..workers import Work, may_fork, processor_is_free
from .engine_pages import EnginePage

# What an engine gives the template of a page, from what it gave that of another.
Given = Mapping[str, Any]
Giving = Callable[[EnginePage, Given], Given]

# To fork takes as long as to draw a few pages.
_FEWEST = 8


def drawn_meanwhile(giving: Giving) -> type[Template]:
    """The class of templates by which most sheets, if there are many, are drawn meanwhile.

    It begins with the first page that is drawn while a processor is free, as none may be before
    all data are written. The sheets are the pages whose meta has a `sheet`.
    """
    if not may_fork():
        return Template
    later: list[_Later] = []

    class DrawnMeanwhile(Template):
        """A template whose pages may have been drawn."""

        def render(self, *args: Any, **kwargs: Any) -> str:
            """The page as it was drawn meanwhile, or drawn now."""
            given = dict(*args, **kwargs)
            if page := given.get("page"):
                if not later and processor_is_free():
                    sheets = _later_sheets(given["pages"], page)
                    later.append(_Later(sheets, giving, given, self))
                if later and (drawn := later[0].drawn(page)):
                    return drawn
            return super().render(given)

    return DrawnMeanwhile


def _later_sheets(files: Iterable[Any], first: EnginePage) -> Sequence[EnginePage]:
    """The sheets among the second half of the pages of files, from the `first` to be drawn on."""
    pages = [*dropwhile(lambda page: page is not first, (file.page for file in files))]
    sheets = [page for page in pages[len(pages) // 2 :] if page and "sheet" in page.meta]
    return sheets if len(sheets) >= _FEWEST else ()


class _Later:
    """Pages that are drawn meanwhile, each into a file: no memory holds them all."""

    def __init__(
        self, pages: Sequence[EnginePage], giving: Giving, given: Given, first: Template
    ) -> None:
        self._pages, self._giving, self._given = pages, giving, given
        self._environment = first.environment
        self._numbers = {page.url: number for number, page in enumerate(pages)}
        if pages:
            self._folder = TemporaryDirectory()
            self._work = Work(self._draw)

    def drawn(self, page: EnginePage) -> str:
        """The page as it was drawn; empty if it is not among these, or could not be drawn."""
        number = self._numbers.get(page.url)
        if number is None or not self._are_drawn:
            return ""
        return self._place(number).read_bytes().decode()

    @cached_property
    def _are_drawn(self) -> bool:
        return self._work.result()

    def _draw(self) -> bool:
        """Draw all pages; whether they could be, without a word about them."""
        create = logging.getLogRecordFactory()
        logging.setLogRecordFactory(_refused)
        self._given["page"].active = False
        try:
            for number, page in enumerate(self._pages):
                page.active = True
                given = self._giving(page, self._given)
                template = self._environment.get_template(str(page.meta["template"]))
                self._place(number).write_bytes(Template.render(template, given).encode())
                page.active = False
        except Exception:
            return False
        finally:
            self._given["page"].active = True
            logging.setLogRecordFactory(create)
        return True

    def _place(self, number: int) -> Path:
        return Path(self._folder.name, str(number))


def _refused(*_: object, **__: object) -> logging.LogRecord:
    raise RuntimeError("there is something to say of a page")
