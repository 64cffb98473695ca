"""What a build may keep for the next one, where Python keeps the environment's compiled modules."""

import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def kept_folder(name: str) -> Path | None:
    """A folder to keep things in; none outside a virtual environment or where none can be made."""
    if sys.prefix == sys.base_prefix:
        return None
    folder = Path(sys.prefix) / "undersigned" / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder


class KeptTexts:
    """Texts worked out once, and kept in a file for as long as a stamp stays the same.

    The stamp says what the texts depend on besides their keys. A file that cannot be read or has
    another stamp is as good as none.
    """

    def __init__(self, file: Path | None, stamp: str) -> None:
        self.file, self.stamp = file, stamp
        self.texts = self._read()
        self.found = len(self.texts)

    def get(self, key: str, work_out: Callable[[], str]) -> str:
        """The text of a key, worked out where it is not yet known."""
        if key not in self.texts:
            self.texts[key] = work_out()
        return self.texts[key]

    def keep(self) -> None:
        """Write the texts, if there are new ones, beside the file and then in its place."""
        if self.file is None or len(self.texts) == self.found:
            return
        beside = self.file.with_suffix(f".{os.getpid()}")
        written = json.dumps({"stamp": self.stamp, "texts": self.texts})
        with suppress(OSError):  # a build does not fail for want of what would speed up the next
            beside.write_text(written, encoding="utf-8")
            beside.replace(self.file)
            self.found = len(self.texts)

    def _read(self) -> dict[str, str]:
        try:
            kept = json.loads(self.file.read_text(encoding="utf-8")) if self.file else {}
            return dict(kept["texts"]) if kept["stamp"] == self.stamp else {}
        except (OSError, ValueError, KeyError, TypeError):
            return {}
