"""Golden cases of advice: what the checker says of a site, and that following it ends at green.

Behind '--- expected' stands what 'undersigned check' prints, with the options of the first line
where that begins with 'check'; behind each '--- followed' what somebody changes who
follows it, in one of the ways that it offers. Set UPDATE_GOLDEN=1 to write what is printed now.
"""

import ast
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from undersigned.cli import main

from tests.support.branches import Branch
from tests.support.files import drawn, plant
from tests.support.registers import BARE_SITE, entry_text
from tests.support.sites import REPOSITORY

CASES = sorted((Path(__file__).parent / "golden" / "advice").glob("*.txt"))

# What a drawing cannot show, as it stands there.
SIGNS = {
    "<CR>\n": "\r", "<CRLF>\n": "\r\n", "<TAB>": "\t", "<NBSP>": "\u00a0", "<BOM>": "\ufeff",
    "<SPACE>": " ", "<END>\n": "", "<ACUTE>": "\u0301", "<E9>": "\udce9", "<BELL>": "\x07",
}  # fmt: skip
REMOVED = "removed "
# The form of sources is asked for: 'format', the next step, gives it.
OUT_OF_FORM = re.compile(r"\.bib:[0-9]+:1: is not in canonical form; run 'undersigned format'")
AUTHOR = ("-c", "user.name=A", "-c", "user.email=a@b.example")

# Where the remedies of the register, and of sources, are written.
PACKAGE = REPOSITORY / "hooks" / "undersigned"
JUDGING = ("addresses", "completeness", "dates", "names", "values")
SOURCES = [
    # But for what an engine has read of mkdocs.yml: its own tests give each remedy.
    *sorted({*(PACKAGE / "register").rglob("*.py")} - {PACKAGE / "register" / "settings.py"}),
    *(PACKAGE / "proofs" / f"{name}.py" for name in ("copies", "record")),
    *sorted((PACKAGE / "text").glob("yaml_[efr]*.py")),
    PACKAGE / "text" / "characters.py",
    PACKAGE / "text" / "modelines.py",
    PACKAGE / "urls.py",
    PACKAGE / "domain_names.py",
    PACKAGE / "evidence" / "language_paths.py",
    *sorted((PACKAGE / "bibliography" / "bibtex").glob("*.py")),
    PACKAGE / "bibliography" / "files.py",
    *(PACKAGE / "bibliography" / "rules" / f"{name}.py" for name in JUDGING),
    PACKAGE / "bibliography" / "checks.py",
    *sorted((PACKAGE / "commentary").glob("*.py")),
    *sorted((PACKAGE / "finishing").glob("*.py")),
    *sorted((PACKAGE / "look").glob("*.py")),
    *(each for part in ("reading", "rules") for each in (PACKAGE / "deeds" / part).rglob("*.py")),
]

NOT_FOLLOWED = {
    # What only PyYAML's slower parser says.
    "parsed_entries.py: an escape names no character; mend it",
    # What pybtex alone refuses; no such text is known.
    "parsing.py: pybtex fails with {}; correct it",
    "parsing.py: {}; correct it",
    # What only a conversion mends; unit tests run the command.
    "encodings.py: is in {}; save the file as UTF-8, or run {}",
    # What a date says of it that is next year's; unit tests know which year it is.
    "dates.py: {} {} lies ahead; leave it where the source is to come, or correct it",
    # What `undersigned endorse` says beside the file that it prints; its own tests follow it.
    "at_host.py: {}; once it has both, no line counts there without a name",
    "at_host.py: {}, and no line tells which; give a domain of its own",
    "at_host.py: {}, so a line there must name its signatory; give the name with --name",
    "at_host.py: {}; no other host proves that entry",
    # What is asked of pages once they are drawn; unit tests give them.
    "dead_parts.py: has no part {}; give the id of a heading there",
    # What only a picture, or the history of a repository, holds; unit tests give both.
    "pictures.py: is {} by {} pixels, and phones show a square; cut it",
    "pictures.py: draw it anew with tools/card.py, or remove it",
    "leftovers.py: {} is of the site of another statement; write your own",
    # A note on what others have to mend, where a build goes on without it.
    "excluded.py: {} is left off the pages, over what this change did not bring; mend it apart",
}


def parts_of(case: Path) -> tuple[str, str, list[str]]:
    """The drawing of a case, what is expected of it, and each way of following the advice."""
    text = case.read_text(encoding="utf-8")
    site, _, rest = text.partition("--- expected\n")
    expected, *followed = re.split(r"^--- followed.*\n", rest, flags=re.MULTILINE)
    return site, expected, followed


def checking(site: str) -> list[str]:
    """The command of a case, with its options."""
    asked = re.match("check( --.*)", site)
    return ["check", *(asked[1].split() if asked else ())]


def with_signs(files: dict[str, str]) -> dict[str, str]:
    for sign, meant in SIGNS.items():
        files = {path: text.replace(sign, meant) for path, text in files.items()}
    return files


def run(folder: Path, *arguments: str) -> Result:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return CliRunner().invoke(main, arguments)


def follow(folder: Path, change: str) -> None:
    files = drawn(change)
    for path in [path for path in files if path.startswith(REMOVED)]:
        (folder / path.removeprefix(REMOVED)).unlink()
        del files[path]
    plant(folder, with_signs(files))


def planted(folder: Path, site: str) -> Path:
    files = with_signs({"signatories.yml": "[]\n"} | drawn(site))
    absent = [path for path in files if path.startswith(REMOVED)]
    for path in absent:
        del files[path], files[path.removeprefix(REMOVED)]
    plant(folder, BARE_SITE | files)
    return folder


def test_there_are_cases_of_advice() -> None:
    assert len(CASES) > 60


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_advice_is_what_the_case_expects(case: Path, tmp_path: Path) -> None:
    site, expected, _ = parts_of(case)
    checked = run(planted(tmp_path, site), *checking(site))
    if os.environ.get("UPDATE_GOLDEN") == "1":
        before, _, rest = case.read_text(encoding="utf-8").partition("--- expected\n")
        begin = re.search(r"^--- followed", rest, flags=re.MULTILINE)
        after = rest[begin.start() :] if begin else ""
        case.write_text(f"{before}--- expected\n{checked.output}{after}", encoding="utf-8")
        return
    assert checked.output == expected
    assert checked.exit_code == int("problem" in (expected.splitlines() or [""])[-1])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_whoever_follows_the_advice_once_ends_at_green(case: Path, tmp_path: Path) -> None:
    site, expected, followed = parts_of(case)
    assert followed or "problem" not in (expected.splitlines() or [""])[-1]
    for number, change in enumerate(followed or [""]):
        folder = planted(tmp_path / str(number), site)
        follow(folder, change)
        checked = run(folder, *checking(site))
        assert checked.exit_code == 0, (change, checked.output)
        judged = run(folder, "format", "--check")
        assert judged.exit_code == 0 or OUT_OF_FORM.search(judged.output), change
        for command in (["format"], ["check"], ["fold"], ["check"], ["format", "--check"]):
            result = run(folder, *command)
            assert result.exit_code == 0, (change, command, result.output)


def test_a_correction_of_what_was_folded_meanwhile_ends_at_green(tmp_path: Path) -> None:
    plant(tmp_path, BARE_SITE | {"signatories.yml": "[]\n"})
    branch = Branch(tmp_path)
    branch.git("init", "--quiet", "--initial-branch=main")
    branch.commit({"signatories.d/acme.yml": entry_text("Acme")})
    branch.begin("correction")
    corrected = entry_text("Acme").replace("NO", "SE")
    branch.commit({"signatories.d/acme.yml": corrected})
    branch.git("switch", "--quiet", "main")
    assert run(tmp_path, "fold").exit_code == 0
    branch.commit()
    branch.git("switch", "--quiet", "correction")
    # The file was removed on one side and changed on the other: git asks, and it is kept.
    merge = ["git", *AUTHOR, "merge", "--quiet", "main"]
    assert subprocess.run(merge, cwd=tmp_path, check=False, capture_output=True).returncode == 1
    branch.commit()
    checked = run(tmp_path, "check", "--changed-since", "main")
    assert checked.exit_code == 1
    remedy = "if it was folded meanwhile, move the change to signatories.yml:1 and remove this file"
    assert remedy in checked.output.splitlines()[0]
    register = tmp_path / "signatories.yml"
    register.write_text(register.read_text("utf-8").replace("NO", "SE"), encoding="utf-8")
    (tmp_path / "signatories.d" / "acme.yml").unlink()
    branch.commit()
    for command in (["check", "--changed-since", "main"], ["check"], ["format", "--check"]):
        assert run(tmp_path, *command).exit_code == 0
    assert "country: SE" in register.read_text("utf-8")


def remedies() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every remedy that the register's rules give, with the pattern of what is printed."""
    for source in SOURCES:
        tree = ast.parse(source.read_text(encoding="utf-8"))
        for text in dict.fromkeys(text for text in strings_in(tree) if text):
            yield f"{source.name}: {text}", pattern_of(text)


def strings_in(node: ast.AST, called: bool = False) -> Iterator[str]:
    """The messages with a remedy behind their semicolon, and whatever is `called` a remedy."""
    match node:
        case ast.Expr(ast.Constant()):
            return  # a docstring
        case ast.Assign() | ast.AnnAssign():
            names = ast.unparse(node).partition("=")[0].lower()
            called = re.search("remed|hint|mended|_remove|_together", names) is not None
        case ast.FunctionDef():
            called = re.search("remedy|mended|move_to|version$|distinction", node.name) is not None
        case ast.Compare() | ast.Subscript():
            return
        case ast.Constant() | ast.JoinedStr():
            text = template_of(node)
            yield (
                text if (called and len(text.split()) > 1) or re.search(r"; .*[a-z]", text) else ""
            )
            return
    for child in ast.iter_child_nodes(node):
        yield from strings_in(child, called)


def template_of(node: ast.Constant | ast.JoinedStr) -> str:
    """A string with '{}' for what is put into it; empty for what is no text."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    pieces = (str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return "".join(pieces)


def pattern_of(template: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, template.split("{}"))))


def test_every_remedy_of_the_register_is_followed_by_a_case() -> None:
    printed = "".join(parts_of(case)[1] for case in CASES)
    unfollowed = [name for name, pattern in remedies() if not pattern.search(printed)]
    assert [name for name in unfollowed if name not in NOT_FOLLOWED] == []
