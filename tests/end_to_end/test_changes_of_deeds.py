"""Who adds a signatory or a deed is never red over somebody else's, and answers for its own."""

from pathlib import Path

import pytest
from undersigned.changes.blame import Change, change_since
from undersigned.deeds.model import Record
from undersigned.problem import Problem, Severity, stopping
from undersigned.site import read_site

from tests.support.registers import entry_text
from tests.support.reviews import Reviewed, reviewed

LIBRARY = """\
@online{own,
  author = {{Acme}},
  title = {What we did},
  date = {2024-05-06},
  url = {https://acme.example/deed},
  urldate = {2024-06-01},
  archiveurl = {https://web.archive.org/web/20240601000000/https://acme.example/deed},
}
"""
DEED = """\
- who: acme
  principle: 1
  date: 2024-05-06
  deed: Acme took a vendor to court.
  sources: own
  bearing: in-line
"""
DROP_IN = "deeds.d/acme-1-2024-05-06.yml"
OTHER = DEED.replace("2024-05-06", "2023-04-05").replace("took a vendor to", "testified in")
OTHER_DROP_IN = "deeds.d/acme-1-2023-04-05.yml"
GAMMA = {"signatories.d/gamma.yml": entry_text("Gamma")}


@pytest.fixture
def branch(tmp_path: Path) -> Reviewed:
    return reviewed(tmp_path)


def on_main(branch: Reviewed, deeds: str = DEED, library: str = LIBRARY) -> None:
    branch.on_main({"references.bib": library, "deeds.yml": deeds})


def judged(branch: Reviewed) -> tuple[Change, list[Problem]]:
    """What `check --changed-since main` finds."""
    change = change_since(branch.root, "main")
    return change, change.judged(branch.root, read_site(branch.root, change.brings)[1])


def blamed(branch: Reviewed) -> list[str]:
    """The problems that are the branch's own, as they are printed, without their advice."""
    return [str(each).partition(";")[0] for each in stopping(judged(branch)[1])]


def test_a_sound_deed_is_green_and_its_build_has_it(branch: Reviewed) -> None:
    on_main(branch)
    branch.commit({OTHER_DROP_IN: OTHER})
    assert blamed(branch) == []
    site, problems = change_since(branch.root, "main").site(branch.root)
    assert stopping(problems) == []
    assert [each.id for each in site.record.entries] == ["acme-1-2023-04-05", "acme-1-2024-05-06"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("who: acme", "who: nobody"),
        ("principle: 1", "principle: 7"),
        ("sources: own", "sources: unheard-of"),
        ("in-line", "dreadful"),
        ("2024-05-06", "yesterday"),
    ],
)
def test_a_deed_that_is_bad_on_the_base_is_a_note_and_is_left_off(
    old: str, new: str, branch: Reviewed
) -> None:
    on_main(branch, f"{OTHER}\n{DEED.replace(old, new)}")
    branch.commit(GAMMA)
    change, problems = judged(branch)
    assert stopping(problems) == []
    assert any(each.path == "deeds.yml" and each.severity is Severity.NOTE for each in problems)
    site, problems = change.site(branch.root)
    assert stopping(problems) == []
    assert [each.id for each in site.record.entries] == ["acme-1-2023-04-05"]
    assert len(site.register.signatories) == 3


def test_a_deed_that_is_bad_is_the_fault_of_who_brings_it(branch: Reviewed) -> None:
    on_main(branch)
    branch.commit({OTHER_DROP_IN: OTHER.replace("principle: 1", "principle: 7")})
    assert [each.partition(":")[0] for each in blamed(branch)] == [OTHER_DROP_IN]
    problems = change_since(branch.root, "main").site(branch.root)[1]
    assert stopping(problems)


def test_who_takes_a_signatory_or_a_source_away_answers_for_its_deeds(branch: Reviewed) -> None:
    on_main(branch)
    branch.edit(f"{entry_text('Acme')}\n", "")
    assert [each.startswith("deeds.yml:1:8: ") for each in blamed(branch)] == [True]
    branch.on_main({}, "without-a-source")
    branch.commit({"references.bib": ""})
    assert [each.startswith("deeds.yml:5:12: ") for each in blamed(branch)] == [True]


def test_a_note_on_layout_excuses_nobody(branch: Reviewed) -> None:
    on_main(branch, f"{DEED}\n{OTHER}".replace("who: acme", "who: 1984"))
    branch.on_main({"signatories.d/1984.yml": entry_text("1984", "orwell")}, "breaking")
    branch.commit({"references.bib": ""})
    assert any(each.startswith("deeds.yml:5:12: ") for each in blamed(branch))


def test_who_withdraws_is_green_over_what_others_say_that_it_did(branch: Reviewed) -> None:
    on_main(branch)
    line = "  evidence: https://acme.example/news\n"
    branch.edit(line, f"{line}  withdrawn: 2024-05-06\n")
    branch.edit("date: 2024-05-06", "date: 2024-06-07", "deeds.yml")
    assert blamed(branch) == []


def test_a_deed_that_somebody_else_documented_meanwhile_is_the_newer_ones_fault(
    branch: Reviewed,
) -> None:
    on_main(branch, OTHER)
    branch.commit({DROP_IN: DEED})
    branch.git("switch", "--quiet", "main")
    branch.commit({"deeds.yml": f"{OTHER}\n{DEED.replace('in-line', 'disputed')}"})
    branch.git("switch", "--quiet", "next")
    branch.git("merge", "--quiet", "--no-edit", "main")
    assert {each.partition(":")[0] for each in blamed(branch)} == {DROP_IN}


def test_a_record_that_was_unreadable_is_a_note_to_everybody_else(branch: Reviewed) -> None:
    on_main(branch, f"{DEED}- who: 'open\n")
    branch.commit(GAMMA)
    change, problems = judged(branch)
    assert stopping(problems) == []
    assert any(each.path == "deeds.yml" for each in problems)
    assert stopping(change.site(branch.root)[1]) == []


def test_an_open_quote_is_the_fault_of_who_opened_it_wherever_it_ends(branch: Reviewed) -> None:
    on_main(branch, f"{DEED}\n{OTHER}")
    branch.edit("deed: Acme took", "deed: 'Acme took", "deeds.yml")
    change, problems = judged(branch)
    assert [each.path for each in stopping(problems)] == ["deeds.yml"]
    assert [each.path for each in stopping(change.site(branch.root)[1])] == ["deeds.yml"]


def test_who_makes_a_record_readable_again_is_not_red_over_what_then_shows(
    branch: Reviewed,
) -> None:
    bad = OTHER.replace("principle: 1", "principle: 7")
    open_quote = DEED.replace("deed: Acme", "deed: 'Acme")
    on_main(branch, f"{bad}\n{open_quote}")
    branch.edit("deed: 'Acme", "deed: Acme", "deeds.yml")
    assert blamed(branch) == []


def test_a_link_in_place_of_the_record_is_the_fault_of_who_puts_it_there(branch: Reviewed) -> None:
    on_main(branch)
    (branch.root / "deeds.yml").unlink()
    (branch.root / "deeds.yml").symlink_to("signatories.yml")
    branch.commit()
    assert [each.partition(":")[0] for each in blamed(branch)] == ["deeds.yml"]


def test_an_empty_record_and_none_are_equally_green(branch: Reviewed) -> None:
    branch.commit({"deeds.yml": ""})
    assert blamed(branch) == []
    site, problems = change_since(branch.root, "main").site(branch.root)
    assert stopping(problems) == []
    assert site.record == Record()
