"""How templates are compiled: those of this project escape, and all are kept between builds."""

import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache
from markupsafe import escape

# Where the templates are that escape, from a folder of templates.
_FOLDER = "undersigned/"

# A character that no text of the register may hold.
_BETWEEN = "\0"


def escapes(template: str | None) -> bool:
    """Whether what a template prints is escaped: a name is text, even one with a "<"."""
    return template is not None and template.startswith(_FOLDER)


def escaped(rows: Iterator[Any]) -> Iterator[Any]:
    """Named tuples of texts with every text escaped, but for the last value, which is as it was.

    All at once, since each by itself takes ten times as long.
    """
    all_rows = list(rows)
    if all_rows:
        joined = _BETWEEN.join(chain.from_iterable(row[:-1] for row in all_rows))
        texts = iter(str(escape(joined)).split(_BETWEEN))
        row = type(all_rows[0])
        kept = (each[-1] for each in all_rows)
        yield from map(row._make, zip(*[texts] * (len(row._fields) - 1), kept, strict=True))


class CompiledTemplates(FileSystemBytecodeCache):
    """Compiled templates, kept between builds.

    Jinja2 checks that the source is the same. Whether it escapes is compiled in, and so belongs
    to the key; the path does not, or every copy of a site would leave its own behind.
    """

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """A key that differs where templates compile differently."""
        return super().get_cache_key(f"{name} {escapes(name)}")


def kept_templates() -> CompiledTemplates | None:
    """The templates of earlier builds, beside the compiled modules of the environment.

    None outside a virtual environment, or where no folder can be made.
    """
    if sys.prefix == sys.base_prefix:
        return None
    folder = Path(sys.prefix) / "undersigned" / "templates"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return CompiledTemplates(str(folder))
