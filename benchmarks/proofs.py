"""Measure what kept copies cost a long register, a verification of its site, and asking one host.

Copies are of the first entries of a generated register. Each is read and graded beside the same
register without copies, in turn, so that a slow moment of the machine meets both. Seconds are those
of the processor, of the best of some runs; a host is asked on this machine, by the clock.
"""

import math
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from undersigned.links.network import Network
from undersigned.problem import stopping
from undersigned.progress import SILENT
from undersigned.register.claims import Texts, claims_of, texts_of
from undersigned.site import Site, read_site
from undersigned.statement.identity import published_at
from undersigned.verification.fetch import fetch_all
from undersigned.verification.site_files import Folder
from undersigned.verification.verdicts import Answer
from undersigned.verification.verify import verified

from tests.support.endorsing import endorses, new_key
from tests.support.proofs import kept, record_of, said
from tests.support.web import local_web

from .register import build, entries, planted

RUNS = 3
SIZES = (10_000, 100_000)
COPIES = (100, 5_000)
GROWTH = 11

# Reading with so many copies, over reading without any; of 10,000 entries half are proved then.
MOST = {100: 1.15, 5_000: 3.0}

_HOST = "acme.example"


def main() -> None:
    """Print the costs of copies by the size of the register, and what asking one host takes."""
    before = 0.0
    for size in SIZES:
        with tempfile.TemporaryDirectory() as name:
            taken = measure(Path(name), size)
        growth = f", {taken / before:.1f}-fold (target at most {GROWTH})" if before else ""
        print(f"  verified from its folder in {taken:.2f} s{growth}", flush=True)
        before = taken
    print(asked())


def measure(folder: Path, size: int) -> float:
    """Print what copies add to a register of a size; the seconds of verifying the built site."""
    register = entries(size)
    bare = planted(folder / "bare", register)
    roots = {count: planted(folder / str(count), register) for count in COPIES}
    for count, root in roots.items():
        keep_first(root, count)
    without, *having = best_of(*(reading(root) for root in (bare, *roots.values())))
    print(f"{size:,} entries are read, graded and checked in {without:.2f} s")
    for count, seconds in zip(roots, having, strict=True):
        times = f"{seconds / without:.2f} times as long"
        print(f"  with {count:,} copies {times} (target at most {MOST[count]})", flush=True)
    most = roots[max(COPIES)]
    build(bare)  # the first build only warms the machine's own caches
    alone, having_most = build(bare).processor, build(most).processor
    times = f"{having_most / alone:.2f} times as long as {alone:.1f} s"
    print(f"  with {max(COPIES):,} copies they are built in {times}", flush=True)
    return best_of(verifying(most))[0]


def keep_first(root: Path, count: int) -> None:
    """Keep a copy for each of the first claims of a site."""
    site = read(root)
    for each in islice(claims_of(site.register.signatories, texts_in(root, site)), count):
        address = each.claim.address
        text = said(sha256=each.claim.texts[address], address=address)
        record = record_of(text, each.provable.hosts[0])
        for path, content in kept(text, each.host, record=record).items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(content, encoding="utf-8")


def texts_in(root: Path, site: Site) -> Texts:
    """The texts of a site, by the addresses at which it publishes them."""
    return texts_of(site.versions, published_at(root))


def read(root: Path) -> Site:
    """The site under a folder, which must have no problems."""
    site, problems = read_site(root)
    assert not stopping(problems), problems[0]
    return site


def reading(root: Path) -> Callable[[], None]:
    """The reading of a site whose copies must all prove their entries."""

    def work() -> None:
        site = read(root)
        proved = sum(each.proved is not None for each in site.register.endorsements)
        assert proved == len(site.copies), proved

    return work


def verifying(root: Path) -> Callable[[], None]:
    """The verification of a built site from its folder, which must find the copies alone."""

    def work() -> None:
        site = Folder(published_at(root), root / "site")
        found = verified(site, None, SILENT, datetime.now(UTC).date())
        kept_ones = sum(each.answer is Answer.KEPT for each in found.verdicts)
        assert not found.contradicted, found.faults
        assert kept_ones == max(COPIES), kept_ones

    return work


def best_of(*works: Callable[[], None]) -> list[float]:
    """The processor time of each work at its best, of runs in turn."""
    rounds = [[seconds(work) for work in works] for _ in range(RUNS)]
    return [min(each) for each in zip(*rounds, strict=True)]


def seconds(work: Callable[[], None]) -> float:
    """The processor time of a work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def asked() -> str:
    """What asking one host takes, for a file alone and for one that is signed."""
    with tempfile.TemporaryDirectory() as name, local_web() as web:
        times = []
        for key in (None, new_key(Path(name))):
            endorses(web, _HOST, said(), key)
            times.append(min(asking(web.network()) for _ in range(10 * RUNS)))
    alone, signed = times
    return f"a host is asked in {1000 * alone:.0f} ms, {signed / alone:.1f} times as long if signed"


def asking(network: Network) -> float:
    """The time in which a host answers with its file, and its signature is verified."""
    start = time.perf_counter()
    found, _ = fetch_all([f"https://{_HOST}"], network, "benchmark", math.inf)
    assert found[_HOST].served, found[_HOST].why
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
