"""Hold what this state publishes and reports to another one: `python -m benchmarks.same COMMIT`.

The site is built with generated registers by the code of both, and every byte is compared; and
both check registers that were spoilt by chance, of which every message is compared. To be run
where speed is changed: it is no test, since what is published changes for good reasons too.
"""

import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from random import Random

from benchmarks.peers import MKDOCS, REPOSITORY
from benchmarks.register import entries, planted

SIZES = (3, 600, 10_000, 100_000)
SPOILT = 600

# Run with the code of either state: it has not to know of the other.
_CHECK = """
import json, os, sys
from click.testing import CliRunner
from undersigned.cli import main
root, registers = sys.argv[1], json.load(open(sys.argv[2], encoding="utf-8"))
os.chdir(root)
for register in registers:
    with open("signatories.yml", "w", encoding="utf-8", newline="") as file:
        file.write(register)
    done = CliRunner().invoke(main, ["check"])
    print(json.dumps([done.exit_code, done.output, repr(done.exception)]))
"""

_VALUES = (
    "", "~", "NO", "UK", "zz", "1984", "true", '"Quoted"', "'a''b'", "a: b", "a # b", "&a x",
    "*a", "!x y", "[a, b]", "{a: b}", "| text", "@x", "%x", "2024-13-01", "2024-02-30",
    "2999-01-01", "2024-05", "company", "individual", "http://a.org", "https://A.org/",
    "https://a.org/x y", "https://127.0.0.1/", "https://örg.de", "javascript:alert(1)", "Ａcme",
    "Acme\u200b", "Acme \u202e Inc", "<b>Acme</b>", "a@b.org", "x" * 210, "—", "Ｔest",
    "\u0410cme", "Acme, Inc.", "test", "N/A", "株式会社東京", "e\u0301cole",
)  # fmt: skip
_LINES = (
    "  kind: company", "  id: acme", "  formerly: Old Name", "  formerly:\n    - One\n    - Two",
    "  listed: 2024-05-05", "  withdrawn: 2025-01-01", "  ended: 2025-01-01",
    "  distinct_from: acme", "  statement: We agree.", "# a comment", "  nonsense: 1",
    "  identifiers: wikidata:Q1", "\tkind: company", "", "---", "...", "- x", "text",
    "  part_of: acme", "  archived: https://web.archive.org/web/2024/https://a.org/",
    "  confirmed_by_email: 2024-05-05", "  of: other",
)  # fmt: skip


def spoilt(random: Random, register: str) -> str:
    """A register with a few faults."""
    lines = register.split("\n")
    for _ in range(random.randint(1, 4)):
        number = random.randrange(len(lines))
        line = lines[number]
        match random.randrange(9):
            case 0:
                lines[number] = f"{line.partition(':')[0]}: {random.choice(_VALUES)}"
            case 1:
                lines.insert(number, random.choice(_LINES))
            case 2:
                del lines[number]
            case 3:  # an entry once more, elsewhere
                begin = random.randrange(len(lines))
                lines[begin:begin] = ["", *lines[number : number + 7]]
            case 4 if line:
                place = random.randrange(len(line))
                lines[number] = line[:place] + random.choice("aX é\u00a0'\":#-") + line[place + 1 :]
            case 5 if line:
                place = random.randrange(len(line))
                lines[number] = line[:place] + line[place + 1 :]
            case 6:
                lines[number] = f"  {line}" if random.random() < 0.5 else line.removeprefix("  ")
            case 7:
                other = random.randrange(len(lines))
                lines[number], lines[other] = lines[other], line
            case _:
                lines[number] = line + random.choice((" ", " #x", "\r", "\u2028", "\t", ":"))
    return "\n".join(lines) or "[]\n"


def code_of(commit: str, folder: Path) -> Path:
    """The hooks and templates of a commit, in a folder."""
    command = ["git", "archive", commit, "hooks", "overrides"]
    packed = subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")
    return folder


def sums(folder: Path, register: str, code: Path) -> str:
    """The digests of all files of the site with a register, as this code builds it."""
    root = planted(folder, register)
    for name in ("hooks", "overrides"):
        shutil.rmtree(root / name)
        shutil.copytree(code / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    _run([*MKDOCS, "--strict"], root, root / "hooks")
    text = (root / "site" / "SHA256SUMS").read_text(encoding="utf-8")
    shutil.rmtree(root)
    return text


def messages(root: Path, registers: Path, code: Path) -> list[str]:
    """What this code reports of each register, line by line."""
    command = [sys.executable, "-c", _CHECK, str(root), str(registers)]
    return _run(command, root, code / "hooks").splitlines()


def _run(command: list[str], root: Path, modules: Path) -> str:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1790000000", "PYTHONPATH": str(modules)}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{modules}: {done.stderr}")
    return done.stdout


def main(commit: str) -> None:
    """Print what differs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        before = code_of(commit, folder / "before")
        random = Random(20)
        registers = [spoilt(random, entries(random.randint(2, 12))) for _ in range(SPOILT)]
        given = folder / "registers.json"
        given.write_text(json.dumps(registers), encoding="utf-8")
        root = planted(folder / "checked", "")
        found = [messages(root, given, code) for code in (before, REPOSITORY)]
        pairs = enumerate(zip(*found, strict=True))
        differing = [number for number, (one, other) in pairs if one != other]
        print(f"messages of {SPOILT:,} spoilt registers: {len(differing)} differ")
        for number in differing[:3]:
            print(registers[number], *(each[number] for each in found), sep="\n")
        for size in SIZES:
            register, place = entries(size), folder / "built"
            one, other = (sums(place, register, code).splitlines() for code in (before, REPOSITORY))
            count = len({*one} ^ {*other})
            same = f"{count} lines of SHA256SUMS differ" if count else "same bytes"
            print(f"{size:,} signatories: {same}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
