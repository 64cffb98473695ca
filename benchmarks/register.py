"""Measure what a register of many entries adds to a build of the site, beside other ways.

For each size, the whole `mkdocs build` of this site with a register of generated entries, over
the same site with an empty one; and bare tables of the same register by other means. All are built
in turn, so that a slow moment of the machine meets each. The PDF is left out: others have none.
"""

import gzip
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import NamedTuple

from undersigned.names.collation import by_name
from undersigned.names.similarity import distinctive_words

from benchmarks.peers import MKDOCS, Peer, peers

REPOSITORY = Path(__file__).resolve().parent.parent
RUNS = 5
SIZES = (1_000, 10_000, 100_000)
SITE = ("docs", "hooks", "overrides", "mkdocs.yml", "references.bib", "versions.yml")

# Targets, the seconds by size; growth is from 10,000 to 100,000.
SECONDS = {10_000: 0.6, 100_000: 5.0}
GROWTH = 9
MEMORY = 450
PAGE = 150

_BEGINNINGS = (
    "al an ar bel bor bri cal cor dan del dor el en fal far gal gor hal hel in jan kal kor lan"
    " lor mar mel nor ol or pal per quin ral ros sal sel tal ter ul val ver wal wen xen yor zan"
)
_ENDINGS = (
    "ada ander ara bridge burg cast dale den dino ense field ford gate heim ia inde ion ix land"
    " lex lund mar mont net nova on ora ost path port quist ridge sen stad tec ton tra vale vik"
)
_TRADES = (
    "Analytics Bank Broadcasting Cloud Consulting Digital Electronics Energy Foundation Group"
    " Hosting Institute Labs Logistics Media Networks Research Robotics Security Semiconductors"
    " Software Systems Technologies Telecom Union University Ventures"
)
_FORMS = ("", "", "", " Inc.", " Ltd", " GmbH", " AB", " S.A.", " & Sons", " “Zentrum”")
_SCRIPTS = (
    "абвгдежзиклмнопрст",
    "αβγδεζηθικλμνξοπρστ",
    "აბგდევზთიკლმნოპრს",
    "株式会社東京大阪京都",
)
_COUNTRIES = "US US US US GB GB DE DE FR IN JP KR BR CA NO SE NL ES IT PL UA GE GR CN ZA KE AU"
_KINDS = "company company company company nonprofit academic association public-body"
_SUFFIXES = "com com com org net io de co.uk no se fr com.br github.io"


def entries(count: int) -> str:
    """A register of so many entries of six fields: the same text for the same count."""
    random = Random(count)
    names: dict[str, str] = {}
    while len(names) < count:
        name = _name(random)
        names.setdefault("".join(distinctive_words(name)), name)
    ordered = sorted(names.values(), key=by_name)
    return "\n".join(_entry(random, name, number) for number, name in enumerate(ordered))


def _name(random: Random) -> str:
    if random.random() < 0.04:
        letters = random.choice(_SCRIPTS)
        words = ("".join(random.choices(letters, k=random.randint(4, 9))) for _ in range(2))
        return " ".join(words).title()
    made = [_word(random), _word(random)]
    return " ".join([*made, random.choice(_TRADES.split())]) + random.choice(_FORMS)


def _word(random: Random) -> str:
    middle = random.choice("aeiou") + random.choice("bdfgklmnprstvz") + random.choice("aeiou")
    beginning, ending = random.choice(_BEGINNINGS.split()), random.choice(_ENDINGS.split())
    return f"{beginning}{middle}{ending}".capitalize()


def _entry(random: Random, name: str, number: int) -> str:
    host = f"{_word(random)}{number:x}.{random.choice(_SUFFIXES.split())}".lower()
    page = f"{_word(random)}-{_word(random)}".lower()
    evidence = random.choices(
        (f"www.{host}/news/{page}", f"blog.{host}/{page}", f"news.paper.com/{page}-{number}"),
        (60, 20, 20),
    )[0]
    return (
        f"- name: {name}\n"
        f"  kind: {random.choice(_KINDS.split())}\n"
        f"  country: {random.choice(_COUNTRIES.split())}\n"
        f"  website: https://www.{host}\n"
        f"  signed: {random.randint(2024, 2025)}-{random.randint(1, 12):02}"
        f"-{random.randint(1, 28):02}\n"
        f"  evidence: https://{evidence}\n"
    )


STRICT = (*MKDOCS, "--strict")


class Build(NamedTuple):
    """What one build took: seconds of the clock, and of the processors."""

    seconds: float
    processor: float


def build(root: Path, command: Sequence[str] = STRICT) -> Build:
    """Build the site under a folder, in a process of its own."""
    start = time.perf_counter()
    process = _started(root, command)
    # Waited for by hand: it is the one way to learn what this child and its children used.
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"the build in {root} failed")
    return Build(time.perf_counter() - start, used.ru_utime + used.ru_stime)


def memory(root: Path) -> float:
    """The megabytes that a build has at its peak: all of its processes, shared pages once.

    Looked at every twentieth of a second, in a build that is not timed.
    """
    process = _started(root, STRICT)
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, sum(map(_proportional_kilobytes, _members(process.pid))) / 1000)
        time.sleep(0.05)
    return peak


def _started(root: Path, command: Sequence[str]) -> "subprocess.Popen[bytes]":
    # The theme would tell of its end before the figures of each build.
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # or each would compile all of the package
    return subprocess.Popen(
        command,
        cwd=root,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _members(group: int) -> list[int]:
    """The processes of a group, which is named after its first."""
    found = []
    for each in Path("/proc").iterdir():
        with suppress(OSError, ValueError):
            if os.getpgid(int(each.name)) == group:
                found.append(int(each.name))
    return found


def _proportional_kilobytes(process: int) -> int:
    """The memory of a process, of what it shares its part (`proc_pid_smaps_rollup(5)`, Pss)."""
    with suppress(OSError):
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
        if found := re.search(r"^Pss:\s+(\d+)", rollup, re.M):
            return int(found[1])
    return 0


def planted(folder: Path, register: str) -> Path:
    """A copy of the site in a folder, with another register and without a PDF."""
    ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
    for name in SITE:
        if (REPOSITORY / name).is_dir():
            shutil.copytree(REPOSITORY / name, folder / name, ignore=ignored)
        else:
            shutil.copy2(REPOSITORY / name, folder / name)
    (folder / "signatories.yml").write_text(register or "[]\n", encoding="utf-8")
    # Whom this site names is not in another register.
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    settings = re.sub(r"^    named: .*\n", "", settings, flags=re.M)
    settings = settings.replace("    pdf: true", "    pdf: false")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return folder


def largest_page(root: Path) -> float:
    """The kilobytes of the largest page that was built, compressed."""
    pages = (root / "site").rglob("*.html")
    return max(len(gzip.compress(page.read_bytes())) for page in pages) / 1000


def measure(folder: Path, size: int) -> float:
    """Print what so many entries cost, and give the seconds that they add."""
    register = entries(size)
    empty, full = planted(folder / "empty", ""), planted(folder / "full", register)
    ours = [Peer("empty", empty, STRICT), Peer("full", full, STRICT)]
    others = peers(folder, register) if size in SECONDS else []
    taken = medians([*ours, *others])
    added = taken["full"].seconds - taken["empty"].seconds
    used = taken["full"].processor - taken["empty"].processor
    target = f" (target {SECONDS[size]} s)" if size in SECONDS else ""
    print(f"{size:,} entries add {added:.2f} s to {taken['empty'].seconds:.2f} s{target}")
    print(f"  of the processors: {used:.2f} s to {taken['empty'].processor:.2f} s")
    print(f"  peak memory {memory(full):.0f} MB (target {MEMORY})")
    print(f"  largest page {largest_page(full):.0f} kB compressed (target {PAGE})", flush=True)
    for peer in others:
        print(f"  {peer.label}: {taken[peer.label].seconds:.2f} s, the whole build", flush=True)
    return added


def medians(all_ways: Sequence[Peer]) -> dict[str, Build]:
    """What builds of several ways take, by their labels: each is built once more, first."""
    taken: dict[str, list[Build]] = {each.label: [] for each in all_ways}
    for run in range(RUNS + 1):
        for each in all_ways:
            spent = build(each.folder, each.command)
            if run:  # the first compiles what is compiled, and warms the machine's own caches
                taken[each.label].append(spent)
    return {
        label: Build(*(statistics.median(figures) for figures in zip(*runs, strict=True)))
        for label, runs in taken.items()
    }


def main() -> None:
    """Print, for each size, seconds added, peak memory and the largest page; then the growth."""
    added = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as name:
            added[size] = measure(Path(name), size)
    growth = added[100_000] / added[10_000]
    print(f"from 10,000 to 100,000 entries: {growth:.1f}-fold (target at most {GROWTH})")


if __name__ == "__main__":
    main()
