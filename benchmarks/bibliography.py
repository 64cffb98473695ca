"""Measure what a bibliography adds to a build of the site.

For each size, the whole `mkdocs build` of this site with generated sources and pages that cite a
quarter of them, over the same site with the same pages and neither a source nor a citation, in
turn, so that a slow moment of the machine meets both.
"""

import re
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

from benchmarks.register import SITE, build

REPOSITORY = Path(__file__).resolve().parent.parent
RUNS = 3

# Sources and the pages that cite a quarter of them; the issue names the middle one.
SIZES = ((1_000, 25), (2_000, 50), (4_000, 100))
SECONDS = {2_000: 3.0}
GROWTH = 2.2

_TYPES = ("online", "article", "book", "techreport", "misc", "jurisdiction")
_WORDS = ("trade", "market", "spyware", "law", "court", "report", "device", "record", "public")


def source(number: int) -> str:
    """A source in BibTeX: the same for the same number."""
    random = Random(number)
    title = " ".join(random.choices(_WORDS, k=8)).capitalize()
    return (
        f"@{_TYPES[number % len(_TYPES)]}{{source{number}x,\n"
        f"  author       = {{Family{number}, Given and Other{number % 97}, Name}},\n"
        f"  title        = {{{{{title} {number}}}}},\n"
        f"  journal      = {{Journal {number % 31}}},\n"
        f"  institution  = {{Institution {number % 53}}},\n"
        f"  publisher    = {{Publisher {number % 41}}},\n"
        f"  year         = {{{2000 + number % 25}}},\n"
        f"  month        = mar,\n"
        f"  url          = {{https://site{number}.example.net/page}},\n"
        f"  urldate      = {{2026-01-02}},\n"
        "}\n"
    )


def page(number: int, cited: int) -> str:
    """A page that cites ten sources of its own, two of them twice, once with a page number."""
    keys = [f"source{(number * 10 + place) % cited * 4}x" for place in range(10)]
    lines = [f"# Page {number}", ""]
    for place, key in enumerate(keys):
        lines += [f"Words {' '.join(_WORDS)} number {place}.[@{key}]", ""]
    lines += [f"Again.[see @{keys[0]}, p. {number + 1}][@{keys[1]}]", ""]
    return "\n".join(lines)


def planted(root: Path, sources: int, pages: int, cites: bool) -> Path:
    """Plant this site with so many pages more, with or without what they cite."""
    for name in SITE:
        copy = shutil.copytree if (REPOSITORY / name).is_dir() else shutil.copy
        copy(REPOSITORY / name, root / name)
    (root / "signatories.yml").write_text("[]\n", encoding="utf-8")
    (root / "references.bib").write_text("".join(_sources(sources, cites)), encoding="utf-8")
    shutil.rmtree(root / "docs/background")
    for old in (root / "docs").rglob("*.md"):
        old.write_text(_without_citations(old.read_text(encoding="utf-8")), encoding="utf-8")
    for number in range(pages):
        words = page(number, sources // 4)
        words = words if cites else _without_citations(words)
        place = root / f"docs/more/{number}.md"
        place.parent.mkdir(exist_ok=True)
        place.write_text(words, encoding="utf-8")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    left_out = r"^      - background/.*\n|^  - Background:\n|^    named: .*\n"
    settings = re.sub(left_out, "", settings, flags=re.M)
    settings = settings.replace("      - bibliography.md\n", "")
    settings = settings.replace("not_in_nav: |\n", "not_in_nav: |\n  /more/\n  /bibliography.md\n")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return root


def _sources(count: int, cites: bool) -> Iterator[str]:
    if cites:
        yield from map(source, range(count))


def _without_citations(text: str) -> str:
    without = re.sub(r"\[[^\[\]\n]*@[^\[\]\n]*\]", "", text)
    # Links into the folder that is left out.
    return re.sub(r"\[([^\]]*)\]\((?:\.\./)?background/[^)]*\)", r"\1", without)


def added(sources: int, pages: int) -> float:
    """The seconds that the bibliography adds: the difference of the medians."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        taken: dict[bool, list[float]] = {True: [], False: []}
        roots = {}
        for cites in taken:
            root = folder / str(cites)
            root.mkdir()
            roots[cites] = planted(root, sources, pages, cites)
            build(root)  # compiles, and is not counted
        for _ in range(RUNS):
            for cites, times in taken.items():
                times.append(build(roots[cites]).seconds)
    medians = {cites: statistics.median(times) for cites, times in taken.items()}
    print(
        f"{sources:>6,} sources, {pages:>3} pages: {medians[False]:.2f} s and {medians[True]:.2f} s"
    )
    return medians[True] - medians[False]


def main() -> None:
    """Print what each size adds, and how that grows; exit with 1 where it is too much."""
    found = {sources: added(sources, pages) for sources, pages in SIZES}
    missed = False
    for sources, seconds in found.items():
        target = SECONDS.get(sources)
        late = target is not None and seconds > target
        missed |= late
        goal = f" (target: at most {target:.1f}{', MISSED' if late else ''})" if target else ""
        print(f"{sources:>6,} sources add {seconds:.2f} s{goal}")
    largest, middle = found[SIZES[-1][0]], found[SIZES[-2][0]]
    growth = largest / middle
    print(f"twice as many take {growth:.1f} times as long (target: at most {GROWTH})")
    sys.exit(missed or growth > GROWTH)


if __name__ == "__main__":
    main()
