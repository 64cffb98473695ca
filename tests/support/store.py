"""Built sites that tests only read: each is built once in a run, for all workers."""

import fcntl
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from .sites import SmallSite, small_site


@dataclass(frozen=True)
class Store:
    """Folders by what they hold. A test that writes into one would do so for all others."""

    folder: Path

    def kept(self, told: str, make: Callable[[Path], object]) -> Path:
        """The folder of what is told; whoever asks first makes it, and others wait for that."""
        place = self.folder / sha256(told.encode()).hexdigest()[:16]
        with _alone(place.with_suffix(".made")) as made:
            if not made.exists():
                shutil.rmtree(place, ignore_errors=True)  # of one that could not be made
                place.mkdir()
                make(place)
                made.touch()
        return place

    def built(self, changes: str = "") -> SmallSite:
        """The small site with the files drawn in `changes`, built strictly."""

        def build(root: Path) -> None:
            result = small_site(root, changes).build()
            assert result.returncode == 0, result.stderr

        return SmallSite(self.kept(changes, build))


@contextmanager
def _alone(place: Path) -> Iterator[Path]:
    """Give a path to one process at a time."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield place
