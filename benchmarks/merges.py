"""Merge many branches that each add a signatory, and count the conflicts.

Every branch is made from one commit on a register of 1,000 by `undersigned add` and the git
commands that it prints, then merged with plain git. At the end `undersigned fold` must give the
same bytes as all entries put in order by hand. Exits with 1 where anything of this fails.
"""

import re
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from undersigned.names.collation import by_name
from undersigned.statement.version import digest

BRANCHES = 100
REGISTERED = 1_000
TARGET = 0

TEXT = "1. Do no harm\n"
SITE = {
    "mkdocs.yml": "site_name: Any\n",
    "versions.yml": f'- version: "1.0"\n  published: 2023-03\n  sha256: {digest(TEXT)}\n',
    "docs/principles/1.0.md": TEXT,
    "references.bib": "",
}

# Names such as a register of the world holds; each branch takes one and adds what tells it apart.
NAMES = (
    "مؤسسة الحقوق الرقمية",
    "株式会社サイバー",
    "საქართველოს ცენტრი",
    "Fox 🦊 Lab",
    "L'Observatoire de l’Internet",
    "Rights: a Society",
    'The "Open" Lab',
    "Long " + "long " * 36 + "name",
    "#hash & @sign",
    "Čapek, Ørsted + Ünal",
)

# Words that differ in more than a digit, so that nobody is taken for anybody's double.
SYLLABLES = ("ba", "ko", "mi", "ru", "te", "sha", "vo", "dni", "gle", "pou")


def word(number: int) -> str:
    """A word of its own for each number below a thousand."""
    return "".join(SYLLABLES[int(digit)] for digit in f"{number:03}").capitalize()


def block(name: str, written: str, number: int) -> str:
    """An entry as a person writes it by hand."""
    site = f"https://{word(number).lower()}{number}.example"
    return (
        f"- name: {written}\n  kind: company\n  country: NO\n  website: {site}\n"
        f"  signed: 2024-05-06\n  evidence: {site}/news\n"
    )


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder."""
    return subprocess.run(
        command, cwd=folder, capture_output=True, encoding="utf-8", check=False, timeout=600
    )


def must(folder: Path, *command: str) -> str:
    """What a command prints that has to succeed."""
    done = run(folder, *command)
    if done.returncode:
        sys.exit(f"{shlex.join(command)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def site(folder: Path) -> dict[str, str]:
    """A site of many signatories under version control, with a remote; its entries by name."""
    names = {f"{word(number)} Society": number for number in range(REGISTERED)}
    blocks = {name: block(name, name, number) for name, number in names.items()}
    for path, text in {**SITE, "signatories.yml": ordered(blocks)}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    must(folder, "git", "init", "--quiet", "--initial-branch=main")
    must(folder, "git", "config", "user.name", "Somebody")
    must(folder, "git", "config", "user.email", "somebody@site.example")
    must(folder, "git", "init", "--quiet", "--bare", "../origin.git")
    must(folder, "git", "remote", "add", "origin", "../origin.git")
    must(folder, "git", "add", "--all")
    must(folder, "git", "commit", "--quiet", "--message", "Begin")
    return blocks


def ordered(blocks: dict[str, str]) -> str:
    """The register with its entries put in order by hand."""
    return "\n".join(blocks[name] for name in sorted(blocks, key=by_name))


def branch(folder: Path, number: int) -> tuple[str, str, str]:
    """Add a signatory on a branch as `add` says: its name, its entry, the branch."""
    name = f"{NAMES[number % len(NAMES)]} {word(number)}"
    place = f"https://new-{word(number).lower()}{number}.example"
    must(folder, "git", "switch", "--quiet", "main")
    flags = ["--name", name, "--kind", "company", "--country", "NO", "--website", place]
    flags += ["--signed", "2024-06-07", "--evidence", f"{place}/news"]
    printed = must(folder, sys.executable, "-m", "undersigned", "add", *flags)
    commands = [line for line in printed.splitlines() if line.startswith("    git ")]
    must(folder, "sh", "-e", "-c", "\n".join(commands))
    written = f'"{name}"'.replace('"The "Open"', '"The \\"Open\\"')
    needs_quotes = ": " in name or name[0] == "#"
    entry = (
        f"- name: {written if needs_quotes else name}\n  kind: company\n  country: NO\n"
        f"  website: {place}\n  signed: 2024-06-07\n  evidence: {place}/news\n"
    )
    return name, entry, shlex.split(commands[0])[-1]


def merged(folder: Path, branches: list[str]) -> int:
    """How many branches do not merge, one after the other."""
    must(folder, "git", "switch", "--quiet", "main")
    conflicts = 0
    for each in branches:
        theirs = f"refs/remotes/origin/{each}"
        if run(folder, "git", "merge", "--quiet", "--no-edit", theirs).returncode:
            conflicts += 1
            must(folder, "git", "merge", "--abort")
    return conflicts


def main() -> None:
    """Print the conflicts and whether the fold is exact."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else BRANCHES
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "site"
        folder.mkdir()
        blocks = site(folder)
        added = [branch(folder, number) for number in range(count)]
        conflicts = merged(folder, [each for _, _, each in added])
        must(folder, sys.executable, "-m", "undersigned", "fold")
        by_hand = ordered(blocks | {name: entry for name, entry, _ in added})
        folded = (folder / "signatories.yml").read_bytes()
        # The day of a commit is the clock's.
        exact = re.sub(rb"  listed: [0-9-]{10}\n", b"", folded) == by_hand.encode()
        clean = run(folder, sys.executable, "-m", "undersigned", "check")
        formatted = run(folder, sys.executable, "-m", "undersigned", "format", "--check")
    print(f"{count} branches on {REGISTERED:,} entries: {conflicts} conflicts (target: {TARGET})")
    print(f"fold gives the bytes of the entries put in order by hand: {'yes' if exact else 'no'}")
    print(f"took {time.perf_counter() - start:.0f} s")
    if conflicts or not exact or clean.returncode or formatted.returncode:
        sys.exit(f"{clean.stdout[-2000:]}{formatted.stdout[-2000:]}1 or more of these fail")


if __name__ == "__main__":
    main()
