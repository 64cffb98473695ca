"""`undersigned withdraw`: what it writes into a register, and what it refuses."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from undersigned.cli import main

from tests.support.lighthouses import WITHDRAWN, lighthouses


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    root = lighthouses(tmp_path / "letter")
    monkeypatch.chdir(root)
    return root


def withdraw(who: str, day: str = "2024-01-31") -> Result:
    command = ["withdraw", who, "--date", day]
    return CliRunner().invoke(main, command, catch_exceptions=False)


def test_all_that_a_signatory_endorses_is_withdrawn_and_no_other_line_is_changed(
    site: Path,
) -> None:
    register = site / "signatories.yml"
    before = register.read_text(encoding="utf-8").splitlines()
    done = withdraw("kittiwake-charts")
    assert done.exit_code == 0, done.output
    assert "'Kittiwake Charts' is withdrawn in 2 entries; these commands propose it" in done.output
    assert "git add signatories.yml" in done.output
    after = register.read_text(encoding="utf-8").splitlines()
    assert after.count("  withdrawn: 2024-01-31") == 2
    assert [line for line in after if line != "  withdrawn: 2024-01-31"] == before
    assert CliRunner().invoke(main, ["check"]).output == ""


def test_a_name_is_as_good_as_an_id_also_in_a_drop_in_with_comments(site: Path) -> None:
    drop_in = site / "signatories.d/new-light.yml"
    drop_in.parent.mkdir()
    entry = "name: New Light\n  kind: company\n  country: NO\n  website: https://new.example\n"
    drop_in.write_text(
        f"# By post.\n- {entry}  signed: 2023-05-06 # a Saturday\n"
        "  evidence: https://new.example/we\n",
        encoding="utf-8",
    )
    assert withdraw("New Light").exit_code == 0
    text = drop_in.read_text(encoding="utf-8")
    assert text.startswith(f"# By post.\n- {entry}  signed: 2023-05-06 # a Saturday\n")
    assert text.endswith("  withdrawn: 2024-01-31\n")


@pytest.mark.parametrize(
    ("who", "day", "words"),
    [
        ("nobody", "2024-01-31", "nobody in the register is 'nobody'; give the id or the name"),
        (WITHDRAWN, "2024-01-31", "'Lantern Sound Ferries' has withdrawn already, on 2023-06-30"),
        ("Jonas Wick", "2023-01-01", "--date: withdrawn '2023-01-01' is before signed"),
        ("Jonas Wick", "9999-01-01", "--date: withdrawn '9999-01-01' is in the future"),
        ("Jonas Wick", "soon\n- name: A", "--date: withdrawn 'soon\\n- name: A' is not a date"),
        ("Twins", "2024-01-31", "is the name of several; give one of twin-1, twin-2"),
    ],
)
def test_what_is_refused_is_said_and_nothing_is_written(
    who: str, day: str, words: str, site: Path
) -> None:
    register = site / "signatories.yml"
    with register.open("a", encoding="utf-8") as file:
        for number in (1, 2):
            file.write(f"\n- name: Twins\n  id: twin-{number}\n  kind: company\n")
    before = register.read_bytes()
    refused = withdraw(who, day)
    assert refused.exit_code == 1
    assert words in refused.output
    assert register.read_bytes() == before


def test_a_register_that_cannot_be_read_is_left_as_it_is(site: Path) -> None:
    register = site / "signatories.yml"
    register.write_text(f"{register.read_text('utf-8')}- name: [\n", encoding="utf-8")
    before = register.read_bytes()
    refused = withdraw("Jonas Wick")
    assert (refused.exit_code, "signatories.yml:" in refused.output) == (1, True)
    assert register.read_bytes() == before


def test_a_name_is_compared_as_it_is_read_and_printed_without_what_drives_a_terminal(
    site: Path,
) -> None:
    entry = '\n- name: "Ze\\u0301 \\e[31m"\n  kind: company\n  signed: 2023-05-06\n'
    with (site / "signatories.yml").open("a", encoding="utf-8") as file:
        file.write(entry)
    done = withdraw("Zé \x1b[31m")
    assert (done.exit_code, "\x1b" in done.output) == (0, False), done.output
    assert "is withdrawn in 1 entry" in done.output
