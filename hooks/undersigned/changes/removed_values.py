"""Values of fields on lines that the history of a branch removed from files of entries."""

import re
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ..git import ask_git, asked
from ..text.source import Source
from ..text.yaml_reader import read_entries

# What git may take to list all lines that were ever removed, in seconds.
_PATIENCE = 30


def removed_values(
    root: Path, commit: str, fields: Sequence[str], paths: Sequence[str]
) -> list[tuple[str, str]] | None:
    """The fields with their values on lines of these files that any commit of a branch removed.

    None where the history is cut off, or takes longer to read than one waits for it.
    """
    options = ("--first-parent", "-m", "--diff-filter=MD", "--no-renames", "--no-show-signature")
    plain = ("--unified=0", "--text", "--no-textconv", "--no-color", "--no-ext-diff")
    command = ("log", *options, *plain, "--format=", commit, "--", *paths)
    if asked(root, "rev-parse", "--is-shallow-repository").strip() == "true":
        return None
    try:
        log = ask_git(root, *command, seconds=_PATIENCE)
    except (OSError, subprocess.SubprocessError):
        return None
    lines = re.findall(rf"^-[- \t]*({'|'.join(fields)})[ \t]*:[ \t]+(.*)", log, re.MULTILINE)
    return list(_values(dict.fromkeys(lines)))


def _values(lines: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The fields of single lines with their values, without quotes and comments."""
    for name, text in lines:
        if "#" in text or text[:1] in ("'", '"', "|", ">"):
            entries, _ = read_entries(Source("", f"- {name}: {text}\n"))
            yield from ((name, each.values[name]) for each in entries if name in each.values)
        else:
            yield name, text.strip()
