"""Measure what a record of deeds adds to a build of the site, or write such a site to look at.

`python -m benchmarks.deeds` measures; with a number and a folder, as in
`python -m benchmarks.deeds 300 /tmp/site`, it writes the site with so many signatories and leaves
it there. Signatories and deeds are made up, and the same for the same number.
"""

import os
import re
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from undersigned.names.slug import slug

from .register import RUNS, build, entries, planted

SIZES = (3, 300)

# The day on which these sites are built, in seconds: 1 July 2026.
_BUILT = "1782864000"

_LOOKED = "2026-01-15"
_NOTICE = "  notified: 2026-02-03\n"


class Made(NamedTuple):
    """A deed as it is made up: where it belongs, by whose word it is known, and how it is read."""

    principle: int
    date: str
    words: str
    host: str = ""
    bearing: str = "in-line"
    reply: str = ""


# An empty host is the signatory's own; those that are told to the signatory come from elsewhere.
_PAPER, _STATE = "paper.com", "www.justice.gov"
_DEEDS = (
    Made(1, "2024-03-14", "Named a seller of intrusion tools and described its programs."),
    Made(2, "2022-11", "Spoke for rules on the export of intrusion tools before a parliament."),
    Made(4, "2025", "Made a second factor mandatory for the accounts of all administrators."),
    Made(5, "2025-02-28", "Published how many requests by authorities it had received in 2024."),
    Made(2, "2025-06-03", "Filed a brief against a seller of intrusion tools.", _PAPER),
    Made(
        *(4, "2024-09-30", "Left a flaw in its gateways open for 14 months after a warning."),
        *(_STATE, "at-odds"),
        "We closed it on the day on which our own tests confirmed it, and have written about it.",
    ),
    Made(1, "2025-10", "Sold equipment to a seller of intrusion tools.", _STATE, "disputed"),
    Made(3, "2024-05-06", "Warned 214 customers that it held them to be targets."),
    Made(4, "2025-08-19", "Stated that it had kept signing keys past their end.", "", "at-odds"),
    Made(1, "2025-01-20", "Shared the addresses of 31 servers with other companies.", _PAPER),
)

# Which deeds, by their places above, and which principles that were searched, by turns.
_TURNS: tuple[tuple[Sequence[int], Sequence[int]], ...] = (
    ((0, 1, 2, 3, 4, 5, 6, 8, 9), (3,)),
    ((7, 3), (1, 2)),
    ((), ()),
    ((4,), (5,)),
    ((), (1, 2, 3, 4, 5)),
)


class Organisation(NamedTuple):
    """A signatory of the register that was made up: its name, its website and its place."""

    name: str
    website: str
    place: int

    @property
    def id(self) -> str:
        """What its entries are known by."""
        return slug(self.name)


def organisations(register: str) -> list[Organisation]:
    """Those in the text of a register, in its order."""
    found = re.findall(r"^- name: (.+)\n(?:  .+\n)*?  website: (.+)$", register, flags=re.M)
    return [Organisation(name, site, place) for place, (name, site) in enumerate(found)]


def record(register: str) -> tuple[str, str]:
    """The record of the signatories of a register, and the sources that it cites, as BibTeX."""
    found: list[tuple[str, int, str, str]] = []
    sources: list[str] = []
    for who in organisations(register):
        done, searched = _TURNS[who.place % len(_TURNS)]
        for number in done:
            key, made = f"made{who.place}n{number}", _DEEDS[number]
            found.append((who.id, made.principle, made.date, _deed(who, made, key)))
            sources.append(_source(who, made, key))
        found += ((who.id, each, _LOOKED, _search(who, each)) for each in searched)
    deeds = "\n".join(text for *_, text in sorted(found))  # in canonical order
    return deeds or "[]\n", "\n".join(sources)


def _deed(who: Organisation, made: Made, key: str) -> str:
    return "".join(
        (
            f"- who: {who.id}\n  principle: {made.principle}\n",
            f"  date: {made.date if '-' in made.date else repr(made.date)}\n",
            f"  deed: {made.words}\n  sources: {key}\n  bearing: {made.bearing}\n",
            _NOTICE if made.host else "",
            *_reply(who, made),
        )
    )


def _reply(who: Organisation, made: Made) -> Iterator[str]:
    if made.reply:
        yield f"  reply: {made.reply}\n  replied: 2026-02-10\n"
        yield f"  reply_source: {who.website}/reply\n"


def _search(who: Organisation, principle: int) -> str:
    return (
        f"- who: {who.id}\n  principle: {principle}\n  looked: {_LOOKED}\n  found: nothing\n"
        f"  where:\n    - {who.website}\n    - the archive of a newspaper\n{_NOTICE}"
    )


def _source(who: Organisation, made: Made, key: str) -> str:
    year, *month = made.date.split("-")
    page = f"https://{made.host}/{key}" if made.host else f"{who.website}/{key}"
    author = who.name.replace("&", "\\&") if not made.host else "A newsroom"
    lines = (
        ("author", f"{{{author}}}"),
        ("title", f"{{{made.words.rstrip('.')}: an account}}"),
        ("date", "-".join((year, *month))),
        ("url", page),
        ("urldate", "2026-01-10"),
        ("archiveurl", f"https://web.archive.org/web/20260110000000/{page}"),
        ("archivedate", "2026-01-10"),
    )
    fields = "".join(f"  {name:<12} = {{{value}}},\n" for name, value in lines)
    return f"@online{{{key},\n{fields}}}\n"


def site(folder: Path, size: int, *, recorded: bool = True) -> Path:
    """A copy of the site in a folder, with so many signatories and, if asked, their record."""
    register = entries(size)
    planted(folder, register)
    deeds, sources = record(register) if recorded else ("[]\n", "")
    (folder / "deeds.yml").write_text(deeds, encoding="utf-8")
    with (folder / "references.bib").open("a", encoding="utf-8") as bibliography:
        bibliography.write(f"\n{sources}")
    return folder


def measure(folder: Path, size: int) -> None:
    """Print what the record of so many signatories costs."""
    without, having = site(folder / "a", size, recorded=False), site(folder / "b", size)
    build(without)  # the first round only warms the machine's own caches
    rounds = [(build(without).processor, build(having).processor) for _ in range(RUNS)]
    before, after = map(statistics.median, zip(*rounds, strict=True))
    page = having / "site/signatories/deeds/index.html"
    print(f"the record of {size} signatories adds {after - before:.2f} s of work to {before:.2f} s")
    print(f"  its table has {page.stat().st_size / 1000:.0f} kB", flush=True)


def main() -> None:
    """Measure, or write the site that is asked for."""
    os.environ["SOURCE_DATE_EPOCH"] = _BUILT
    if len(sys.argv) == 3:
        print(site(Path(sys.argv[2]), int(sys.argv[1])))
        return
    for size in SIZES:
        with tempfile.TemporaryDirectory() as name:
            measure(Path(name), size)


if __name__ == "__main__":
    main()
