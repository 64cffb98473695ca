"""Those whom mkdocs.yml names before others, and the register."""

from pathlib import Path
from typing import Any

import pytest
from undersigned.dates import StatedDate
from undersigned.problem import Severity, stopping
from undersigned.register import named
from undersigned.register.entries import gather
from undersigned.register.settings import MOST_NAMED
from undersigned.site import read_site

from tests.support.files import plant
from tests.support.registers import BARE_SITE, entry_text
from tests.support.signatories import register, signatory, view

REGISTER = "\n".join(
    (
        entry_text("Acme"),
        entry_text("Beta"),
        entry_text("Gone", more="  withdrawn: 2025-01-01\n"),
    )
)


def found(root: Path, named: str, entries: str = REGISTER) -> list[str]:
    """What the checker says of a site that names such ids."""
    settings = f"site_name: Any\nextra:\n  register:\n    named:\n{named}"
    plant(root, BARE_SITE | {"mkdocs.yml": settings, "signatories.yml": entries})
    return [str(each) for each in read_site(root)[1]]


def test_whoever_is_named_comes_in_that_order_and_nobody_who_has_left() -> None:
    gone = signatory("Gone", withdrawn=StatedDate(2025, 1, 1))
    of_these = register((signatory("Acme"), signatory("Beta"), gone))
    seen = view(of_these, "en", ["1.0"], named=("beta", "gone", "nobody", "acme"))
    assert [each.id for each in seen.named] == ["beta", "acme"]
    assert view(of_these, "en", ["1.0"]).named == ()


def test_ids_of_those_who_endorse_the_text_are_no_problem(tmp_path: Path) -> None:
    assert found(tmp_path, "      - beta\n      - acme\n") == []


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("Acme", "did you mean 'acme'?"),
        ("acmee", "did you mean 'acme'?"),
        ("zzz", "give the id of one, or remove this line"),
    ],
)
def test_an_id_of_nobody_is_a_problem_at_its_place(written: str, hint: str, tmp_path: Path) -> None:
    message = f"extra.register.named: no signatory has the id '{written}'; {hint}"
    assert found(tmp_path, f"      - beta\n      - {written}\n") == [f"mkdocs.yml:6:9: {message}"]


def test_an_id_that_is_named_twice_is_a_problem(tmp_path: Path) -> None:
    assert found(tmp_path, "      - beta\n      - beta\n") == [
        "mkdocs.yml:6:9: extra.register.named: 'beta' is named before; remove one of the two"
    ]


def test_whoever_has_withdrawn_leaves_a_note_and_no_build_stops(tmp_path: Path) -> None:
    found(tmp_path, "      - gone\n")
    (problem,) = read_site(tmp_path)[1]
    assert problem.severity is Severity.NOTE
    assert "'gone' does not endorse the text now and is not named; remove it" in problem.message


def test_a_faulty_entry_is_the_one_problem_of_whoever_is_named(tmp_path: Path) -> None:
    faulty = REGISTER.replace("country: NO", "country: XX", 1)
    found(tmp_path, "      - acme\n", faulty)
    (problem,) = stopping(read_site(tmp_path)[1])
    assert problem.path == "signatories.yml"


def test_of_too_many_ids_the_first_alone_are_looked_for(tmp_path: Path) -> None:
    """Otherwise each would be compared with every id of the register."""
    many = "".join(f"      - zzz-{each}\n" for each in range(5_000))
    assert len(found(tmp_path, many)) == MOST_NAMED


def test_the_register_is_read_once_for_all_who_are_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads = list[Path]()

    def counting(root: Path) -> Any:
        reads.append(root)
        return gather(root)

    monkeypatch.setattr(named, "gather", counting)
    assert len(found(tmp_path, "      - yyy\n      - zzz\n")) == 2
    assert len(reads) == 1
