"""The register as it is published, written before all else: pages and data state its digest."""

from collections.abc import Iterator
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from ..register.signatories import Register
from ..text.source import MEBIBYTE
from ..workers import MANY, Work, processor_is_free
from .register_text import register_pieces
from .signatories import stated


class RegisterFile:
    """The register in canonical form, in a file until it is published.

    In memory every process of a build would hold it: of 100,000 entries it has 20 MB. A second
    processor writes a long one meanwhile, if there is one.
    """

    def __init__(self, register: Register) -> None:
        """Begin to write it."""
        self._register = register
        self._folder = TemporaryDirectory()
        is_apart = len(register.endorsements) >= MANY and processor_is_free()
        self._writing = Work(self._written, is_long=is_apart)

    @cached_property
    def sha256(self) -> str:
        """The digest of the register, in hexadecimal, once it is written."""
        return self._writing.result()

    def parts(self) -> Iterator[bytes]:
        """The bytes of the register, once it is written, in pieces."""
        with self._place.open("rb") as file:
            while piece := file.read(MEBIBYTE):
                yield piece

    @property
    def _place(self) -> Path:
        return Path(self._folder.name, "register")

    def _written(self) -> str:
        digest = sha256()
        with self._place.open("wb") as file:
            for piece in register_pieces(stated(self._register.endorsements)):
                content = piece.encode()
                digest.update(content)
                file.write(content)
        return digest.hexdigest()
