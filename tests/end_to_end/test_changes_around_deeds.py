"""What a change of the register or of the sources does to deeds that somebody else recorded."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from undersigned.cli import main

from tests.support.branches import Branch
from tests.support.registers import BARE_SITE, entry_text

OWN = """\
@online{own,
  author = {{Acme}},
  title = {What We Did},
  date = {2025-02-03},
  url = {https://acme.example/did},
  archiveurl = {https://web.archive.org/web/20250301000000/https://acme.example/did},
}
"""
DEED = """\
- who: acme
  principle: 1
  date: 2025-02-03
  deed: It sold a tool.
  sources: own
  bearing: at-odds
  reply: We did.
  replied: 2025-03-04
  reply_source: https://acme.example/reply
"""
MOVED = entry_text("Acme").replace("website: https://acme.example", "website: https://new.example")
SITE = BARE_SITE | {
    "signatories.yml": entry_text("Acme") + "\n" + entry_text("Bolt"),
    "references.bib": OWN,
    "deeds.yml": DEED,
}


def started(root: Path, **files: str) -> Branch:
    """A branch off main, on which the site has these files, too."""
    branch = Branch(root)
    branch.git("init", "--quiet", "--initial-branch=main", ".")
    branch.commit(SITE | files)
    branch.begin("change")
    return branch


def checked(branch: Branch, files: dict[str, str]) -> tuple[int, str]:
    """The exit code and what is printed of a change."""
    branch.commit(files)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(branch.root)
        run = CliRunner().invoke(main, ["check", "--changed-since", "main"])
    return run.exit_code, run.output


def register(acme: str) -> dict[str, str]:
    return {"signatories.yml": acme + "\n" + entry_text("Bolt")}


@pytest.mark.parametrize("end", ["withdrawn: 2024-12-01", "ended: 2024-12"])
def test_whoever_withdraws_turns_nobody_red(tmp_path: Path, end: str) -> None:
    code, said = checked(started(tmp_path), register(f"{entry_text('Acme')}  {end}\n"))
    assert code == 0
    assert "note: this is left off the record of 'acme'" in said


def test_whoever_moves_is_told_to_keep_the_former_website(tmp_path: Path) -> None:
    branch = started(tmp_path)
    code, said = checked(branch, register(MOVED))
    assert code == 1
    remedy = "name its former website as 'website_then' in the register if it has moved"
    assert said.count(remedy) == 2
    then = MOVED.replace("  signed:", "  website_then: https://acme.example\n  signed:")
    assert checked(branch, register(then)) == (0, "")


def test_a_deed_that_was_faulty_turns_no_signatory_red(tmp_path: Path) -> None:
    old = {"deeds.yml": DEED.replace("principle: 1", "principle: 9")}
    branch = started(tmp_path, **old)
    code, said = checked(branch, {"signatories.d/core.yml": entry_text("Core")})
    assert (code, said.count("note: principle '9'")) == (0, 1)
    # Nor whoever records something else.
    another = DEED.replace("acme\n", "bolt\n").replace("at-odds", "in-line").partition("  reply")[0]
    assert checked(branch, {"deeds.d/bolt-1-2025-02-03.yml": another})[0] == 0


def test_whoever_takes_the_source_of_a_deed_away_is_told(tmp_path: Path) -> None:
    code, said = checked(started(tmp_path), {"references.bib": ""})
    assert (code, "source 'own' is not in references.bib" in said) == (1, True)


def test_a_fault_of_the_register_is_the_only_one_that_is_told(tmp_path: Path) -> None:
    code, said = checked(started(tmp_path), register(entry_text("Acme").replace("NO", "XX")))
    assert (code, said.splitlines()[-1]) == (1, "1 problem")
