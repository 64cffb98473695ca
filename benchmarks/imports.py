"""Measure how long it takes to take over a list of 5,000 rows, as people keep lists.

The list is CSV with semicolons, names of countries and dates of many forms. Both the account alone
and the import into an empty register are measured, over `undersigned check` of the register that it
gives.
"""

import csv
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

from undersigned.dates import StatedDate, stated_date
from undersigned.locale import country_names, shown_date
from undersigned.text.source import Source
from undersigned.text.yaml_reader import read_entries

from .register import entries, planted

RUNS = 3
ROWS = 5_000

# What the issue of lists asks for.
SECONDS = 5.0

_LANGUAGES = ("en_GB", "de", "fr", "sv")
_HEADINGS = ("Organisation", "Type", "Country", "Web site", "Date signed", "Link to statement")
_FIELDS = ("name", "kind", "country", "website", "signed", "evidence")


def listed(count: int) -> bytes:
    """A list of so many rows: the same bytes for the same count."""
    found, _ = read_entries(Source("", entries(count)))
    text = StringIO(newline="")
    write = csv.writer(text, delimiter=";").writerow
    write([*_HEADINGS, "Contact"])
    for number, entry in enumerate(found):
        write([*_dirty([entry.values[name] for name in _FIELDS], number), f"a{number}@b.example"])
    return text.getvalue().encode("utf-8-sig")


def _dirty(values: Sequence[str], number: int) -> list[str]:
    """The values of a row as a person may have written them."""
    name, kind, country, website, signed, evidence = values
    language = _LANGUAGES[number % len(_LANGUAGES)]
    date = stated_date(signed)
    return [
        f"{name} ",
        kind.replace("-", " ").title(),
        country_names(language)[country],
        website.removeprefix("https://") if number % 2 else website,
        _written(date, number, language) if date else signed,
        evidence,
    ]


def _written(date: StatedDate, number: int, language: str) -> str:
    day = date.first_day
    return (day.strftime("%d.%m.%Y"), shown_date(date, language), str(date))[number % 3]


def seconds(root: Path, *command: str) -> float:
    """How long a command of this project takes in a site."""
    start = time.perf_counter()
    ran = subprocess.run(
        [sys.executable, "-m", "undersigned", *command],
        cwd=root,
        stdout=subprocess.DEVNULL,
        check=False,
    )
    taken = time.perf_counter() - start
    if ran.returncode not in (0, 1):
        sys.exit(f"undersigned {' '.join(command)} failed")
    return taken


def main() -> None:
    """Print what the account and the import take, and both over a check of the register."""
    with tempfile.TemporaryDirectory() as name:
        root = planted(Path(name), "")
        (root / "list.csv").write_bytes(listed(ROWS))
        runs = []
        for _ in range(RUNS):
            (root / "signatories.yml").write_text("[]\n", encoding="utf-8")
            account = seconds(root, "import", "list.csv")
            written = seconds(root, "import", "list.csv", "--into-register", "--write")
            runs.append((account, written, seconds(root, "check")))
        size = (root / "signatories.yml").stat().st_size
    account, written, checked = map(statistics.median, zip(*runs, strict=True))
    print(f"{ROWS:,} rows: account {account:.2f} s, import {written:.2f} s (target {SECONDS} s)")
    print(f"  {account / checked:.1f} and {written / checked:.1f} times a check ({checked:.2f} s)")
    print(f"  the register has {size:,} bytes", flush=True)


if __name__ == "__main__":
    main()
