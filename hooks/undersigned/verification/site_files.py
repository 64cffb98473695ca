"""The files of a site that is verified: asked of its server, or read from a copy of it."""

import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import monotonic
from typing import NamedTuple, Protocol
from urllib.parse import quote

from ..links.answers import Answer
from ..links.chains import RedirectChain
from ..links.network import Network
from ..links.targets import Target, target_of
from ..problem import quoted
from .at_once import each_at_once

# Bytes in a second of a slow line, by which a long register may take longer than other files.
_SLOW = 256 * 1024

_MISSING = (404, 410)

# What helps where the time was over.
MORE = "give more by '--minutes'"

_CHANGED = "was changed while the site was read, as when it is published; verify it again"
_UNTOLD = "so the site may have been changed while it was read; verify it again"


class Content(NamedTuple):
    """The content of a file; or None and why, as the end of a sentence about it.

    `missing` is whether the site says that there is no such file.
    """

    content: bytes | None
    why: str = ""
    missing: bool = False


class SiteFiles(Protocol):
    """The files of a site by their paths from `address`, which ends with a slash."""

    @property
    def address(self) -> str:
        """The address under which the site was asked, or of which a folder is the copy."""

    def read(self, path: str, largest: int) -> Content:
        """One file of at most so many bytes."""

    def read_each(self, paths: Iterable[str], largest: int) -> Iterator[tuple[str, Content]]:
        """Several files, each with its path, in any order."""

    def change(self) -> str:
        """Why the file by which it was opened may be another by now; empty where it is not.

        That is the end of a sentence about the file.
        """


@dataclass(frozen=True)
class Folder:
    """A copy of a site as it was published, in a folder."""

    address: str
    root: Path

    def read(self, path: str, largest: int) -> Content:
        """A plain file of the folder; links are not followed, for they may lead out of it."""
        place = self.root
        try:
            for part in path.split("/"):
                place = place / part
                status = place.lstat()
                if stat.S_ISLNK(status.st_mode):
                    return Content(None, "is a symbolic link; put the file itself there")
            if not stat.S_ISREG(status.st_mode):
                return Content(None, "is not a plain file")
            if status.st_size > largest:
                return Content(None, _too_large(largest))
            return Content(place.read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            return Content(None, "is not in the folder", missing=True)
        except (OSError, ValueError) as error:
            return Content(None, f"cannot be read: {getattr(error, 'strerror', None) or error}")

    def read_each(self, paths: Iterable[str], largest: int) -> Iterator[tuple[str, Content]]:
        """Each file in turn."""
        return ((path, self.read(path, largest)) for path in paths)

    def change(self) -> str:
        """Nothing: nobody publishes anew into a copy."""
        return ""


@dataclass(frozen=True)
class Server:
    """A site on the web, asked until a time of `monotonic`; of some files the content is known."""

    address: str
    network: Network
    agent: str
    end: float
    known: Mapping[str, Content] = field(default_factory=dict)

    def read(self, path: str, largest: int) -> Content:
        """A file as it is served; redirects are followed within the site alone."""
        if path in self.known:
            return self.known[path]
        return self._asked(f"{self.address}{quote(path)}", largest, self._is_within)[0]

    def read_each(self, paths: Iterable[str], largest: int) -> Iterator[tuple[str, Content]]:
        """Several files, a few of them at once."""
        return each_at_once(lambda path: self.read(path, largest), paths)

    def change(self) -> str:
        """Why a known file may be another by now: a site may be published anew meanwhile."""
        anew = replace(self, known={})
        for path, content in self.known.items():
            largest = len(content.content or b"")
            again = anew.read(path, largest)
            if again.content is None and not again.missing and again.why != _too_large(largest):
                return f"{again.why.partition(';')[0]} when it is asked for again, {_UNTOLD}"
            if again != content:
                return _CHANGED
        return ""

    def opened(self, file: str, largest: int) -> "Server":
        """The server that really has a file of the site, after redirects; it knows that file."""
        content, chain = self._asked(f"{self.address}{file}", largest, lambda _: True)
        address = chain.last.target.address if chain and chain.steps else ""
        if address.endswith(f"/{file}"):
            return replace(self, address=address.removesuffix(file), known={file: content})
        if content.content is not None:
            why = f"redirects to {quoted(address)}; give the address of the site that it leads to"
            content = Content(None, why)
        return replace(self, known={file: content})

    def _is_within(self, target: Target) -> bool:
        return target.address.startswith(self.address)

    def _asked(
        self, address: str, largest: int, may: Callable[[Target], bool]
    ) -> tuple[Content, RedirectChain | None]:
        """The content at an address or behind its redirects, as far as these `may` be followed."""
        target = target_of(address, plain=False)
        if isinstance(target, str):
            return Content(None, target), None
        whole = max(self.network.whole, largest / _SLOW)
        chain, network = RedirectChain(target), replace(self.network, whole=whole)
        while not chain.ended:
            if not may(chain.awaited):
                found = quoted(chain.awaited.address)
                return Content(None, f"redirects to {found}, outside of the site"), chain
            if (seconds := self.end - monotonic()) <= 0:
                return Content(None, f"was not asked: the time was over; {MORE}"), chain
            answer = network.fetch(chain.awaited, self.agent, largest, seconds)
            chain.go_on(answer)
        return _content_of(chain.halted, chain.last.answer, largest), chain


def _content_of(halted: str, answer: Answer, largest: int) -> Content:
    if halted or answer.failure:
        return Content(None, halted or answer.failure)
    if answer.cut:
        return Content(None, _too_large(largest))
    if answer.content is None:
        why = f"answers {answer.status}"
        return Content(None, why, missing=answer.status in _MISSING)
    return Content(answer.content)


def _too_large(largest: int) -> str:
    return f"has more than {largest:,} bytes, and this program reads no more"
