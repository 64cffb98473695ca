"""What the register claims of its signatories, and which of it kept copies prove."""

from datetime import date
from pathlib import Path

import pytest
from undersigned.changes.unchecked import endorsements_of
from undersigned.dates import StatedDate
from undersigned.evidence.grades import Grade
from undersigned.model import Endorsement
from undersigned.proofs.endorsements_txt import Action
from undersigned.register.claims import claims_of, proved_among, texts_of
from undersigned.register.entries import gather
from undersigned.register.rules.context import read_context
from undersigned.register.signatories import signatories_of
from undersigned.site import read_site
from undersigned.statement.version import digest

from tests.support.files import plant
from tests.support.proofs import ADDRESS, PUBLISHED, SHA256, SITE, kept, record_of, said
from tests.support.registers import entry_text
from tests.support.versions import version

SECOND = PUBLISHED | {
    "versions.yml": PUBLISHED["versions.yml"]
    + '- version: "1.1"\n  published: 2024-06\n  sha256: (lock)\n',
    "docs/principles/1.1.md": "1. Do good\n",
}
SECOND_ADDRESS = f"{SITE}principles/1.1.txt"
SECOND_SHA256 = digest("1. Do good\n")

JANE = (
    "- name: Jane Doe\n  kind: individual\n  website: https://acme.example/jane\n"
    "  signed: 2024-05-07\n  evidence: https://acme.example/jane\n"
)


def grades(folder: Path, register: str, *copies: dict[str, str]) -> list[tuple[str, str]]:
    """The names and grades of a register, with these kept copies."""
    files = {path: text for copy in copies for path, text in copy.items()}
    plant(folder, SECOND | {"signatories.yml": register} | files)
    site = read_site(folder)[0]
    return [(each.name, each.grade.value) for each in site.register.endorsements]


def test_a_kept_copy_proves_the_endorsement_as_of_its_day(tmp_path: Path) -> None:
    plant(tmp_path, PUBLISHED | {"signatories.yml": entry_text("Acme")} | kept())
    site, problems = read_site(tmp_path)
    assert problems == []
    [endorsement] = site.register.endorsements
    assert endorsement.grade is Grade.PROVED
    assert endorsement.proved == StatedDate(2026, 11, 20)
    assert [*site.copies] == ["acme.example"]


@pytest.mark.parametrize(
    "text",
    [
        said(sha256=SECOND_SHA256),
        said(address=ADDRESS.replace("site.", "www.site.")),
        said(address=SECOND_ADDRESS, sha256=SECOND_SHA256),
        said(name="Beta"),
        said(action=Action.WITHDRAW),
        said(day=date(2026, 11, 22)),
        "# nothing\n",
    ],
)
def test_what_does_not_endorse_the_text_leaves_the_grade_to_the_evidence(
    text: str, tmp_path: Path
) -> None:
    assert grades(tmp_path, entry_text("Acme"), kept(text)) == [("Acme", "own-site")]


def test_a_copy_that_is_not_sound_proves_nothing(tmp_path: Path) -> None:
    broken = kept() | {"proofs/acme.example/stray.txt": ""}
    assert grades(tmp_path, entry_text("Acme"), broken) == [("Acme", "own-site")]


@pytest.mark.parametrize("more", ["", "INHERIT: base.yml\n", "site_url: !ENV SITE\n"])
def test_a_site_that_does_not_say_its_address_has_no_proof_and_is_told(
    more: str, tmp_path: Path
) -> None:
    plant(tmp_path, SECOND | {"mkdocs.yml": f"site_name: Any\n{more}"} | kept())
    plant(tmp_path, {"base.yml": f"site_url: {SITE}\n"})
    plant(tmp_path, {"signatories.yml": entry_text("Acme")})
    site, problems = read_site(tmp_path)
    assert [each.grade for each in site.register.endorsements] == [Grade.OWN_SITE]
    assert list(map(str, problems)) == [
        "mkdocs.yml:1:1: warning: site_url is not set in this file, so no copy in proofs/ proves"
        " anything here; give the site's address"
    ]
    site, problems = read_site(tmp_path, address=SITE)
    assert [each.grade for each in site.register.endorsements] == [Grade.PROVED]
    assert problems == []
    plant(tmp_path, {"mkdocs.yml": PUBLISHED["mkdocs.yml"]})
    assert read_site(tmp_path)[1] == []


@pytest.mark.parametrize("served", ["http://127.0.0.1:8000/", "http://[::1]:8000/a/", "http://me/"])
def test_the_address_of_the_machine_at_hand_is_not_the_one_that_is_signed(
    served: str, tmp_path: Path
) -> None:
    plant(tmp_path, PUBLISHED | {"signatories.yml": entry_text("Acme")} | kept())
    site, problems = read_site(tmp_path, address=served)
    assert [each.grade for each in site.register.endorsements] == [Grade.PROVED]
    assert site.address == SITE
    assert problems == []


@pytest.mark.parametrize("written", [SITE, SITE.rstrip("/"), f"!ENV [SITE_URL, '{SITE}']"])
def test_the_address_of_the_site_is_read_as_the_engine_reads_it(
    written: str, tmp_path: Path
) -> None:
    plant(tmp_path, SECOND | {"mkdocs.yml": f"site_name: Any\nsite_url: {written}\n"} | kept())
    plant(tmp_path, {"signatories.yml": entry_text("Acme")})
    assert read_site(tmp_path)[0].register.endorsements[0].grade is Grade.PROVED


def test_each_version_is_proved_by_a_line_of_its_own(tmp_path: Path) -> None:
    again = entry_text("Acme", more='  endorses: "1.1"\n').replace("2024-05-06", "2024-07-01")
    again = again.replace("- name: Acme\n", "- name: Acme\n  id: acme\n")
    register = entry_text("Acme") + "\n" + again
    first = kept()
    assert grades(tmp_path, register, first) == [("Acme", "proved"), ("Acme", "own-site")]
    both = kept(said() + said(address=SECOND_ADDRESS, sha256=SECOND_SHA256))
    assert grades(tmp_path, register, both) == [("Acme", "proved"), ("Acme", "proved")]


def test_the_latest_website_speaks_for_all_endorsements(tmp_path: Path) -> None:
    again = entry_text("Acme", "new", '  endorses: "1.1"\n').replace("2024-05-06", "2024-07-01")
    again = again.replace("- name: Acme\n", "- name: Acme\n  id: acme\n")
    register = entry_text("Acme") + "\n" + again
    old = kept()
    assert grades(tmp_path, register, old) == [("Acme", "own-site"), ("Acme", "own-site")]
    new = kept(host="new.example")
    assert grades(tmp_path, register, old, new) == [("Acme", "proved"), ("Acme", "own-site")]


def test_the_website_that_it_had_when_it_signed_speaks_no_more(tmp_path: Path) -> None:
    register = entry_text("Acme", "new", "  website_then: https://acme.example\n")
    assert grades(tmp_path, register, kept()) == [("Acme", "recorded")]
    assert grades(tmp_path, register, kept(), kept(host="new.example")) == [("Acme", "proved")]


def test_a_former_name_is_enough_where_nobody_else_has_the_host(tmp_path: Path) -> None:
    register = entry_text("Acme", more="  formerly: Acme Labs\n")
    assert grades(tmp_path, register, kept(said("Acme Labs"))) == [("Acme", "proved")]


def test_on_a_host_of_two_each_is_proved_by_its_exact_name_alone(tmp_path: Path) -> None:
    register = f"{entry_text('Acme')}\n{JANE}"
    named = {
        "": ["own-site", "own-site"],
        "Acme": ["proved", "own-site"],
        "Jane Doe": ["own-site", "proved"],
        "ACME": ["own-site", "own-site"],
    }
    for number, (name, expected) in enumerate(named.items()):
        found = grades(tmp_path / str(number), register, kept(said(name)))
        assert [grade for _, grade in found] == expected
    found = grades(tmp_path / "both", register, kept(said("Acme") + said("Jane Doe")))
    assert [grade for _, grade in found] == ["proved", "proved"]


def test_who_has_a_part_of_a_host_is_proved_by_its_exact_name_alone(tmp_path: Path) -> None:
    assert grades(tmp_path, JANE, kept()) == [("Jane Doe", "own-site")]
    assert grades(tmp_path, JANE, kept(said("Jane Doe"))) == [("Jane Doe", "proved")]


@pytest.mark.parametrize("website", ["https://acme.example", "https://www.acme.example"])
@pytest.mark.parametrize("asked", ["acme.example", "www.acme.example"])
def test_either_of_a_host_and_its_twin_proves(website: str, asked: str, tmp_path: Path) -> None:
    register = entry_text("Acme").replace("https://acme.example\n", f"{website}\n")
    assert grades(tmp_path, register, kept(host=asked)) == [("Acme", "proved")]


def test_a_host_that_is_no_twin_of_the_website_proves_nothing(tmp_path: Path) -> None:
    register = entry_text("Acme").replace("acme.example\n", "acme.tumblr.com\n", 1)
    twin = record_of(said(), "www.acme.tumblr.com")
    copy = kept(said(), "acme.tumblr.com", record=twin)
    assert grades(tmp_path, register, copy) == [("Acme", "recorded")]
    assert grades(tmp_path, register, kept(host="acme.tumblr.com")) == [("Acme", "proved")]


def test_a_subdomain_proves_nothing_of_the_domain(tmp_path: Path) -> None:
    copy = kept(host="forum.acme.example")
    assert grades(tmp_path, entry_text("Acme"), copy) == [("Acme", "own-site")]


def test_what_has_ended_or_is_withdrawn_keeps_its_proof(tmp_path: Path) -> None:
    for field in ("ended", "withdrawn"):
        register = entry_text("Acme", more=f"  {field}: 2026-11-24\n")
        assert grades(tmp_path / field, register, kept()) == [("Acme", "proved")]


def test_who_has_the_host_of_one_that_has_ended_proves_nothing_in_its_place(
    tmp_path: Path,
) -> None:
    for ended, grade in (
        ("2026-11", "proved"),
        ("2026-11-20", "proved"),
        ("2026-11-19", "own-site"),
    ):
        register = entry_text("Acme", more=f"  ended: {ended}\n")
        assert grades(tmp_path / ended, register, kept()) == [("Acme", grade)]


@pytest.mark.parametrize(
    ("house", "grade"),
    [("  part_of: acme\n", "proved"), ("  succeeded_by: acme\n", "proved"), ("", "own-site")],
)
def test_who_has_ended_is_proved_by_the_host_that_its_own_house_still_has_and_not_by_a_buyer(
    house: str, grade: str, tmp_path: Path
) -> None:
    ended = entry_text("Beta", "acme", f"{house}  ended: 2026-01\n  distinct_from: acme\n")
    register = entry_text("Acme", more="  distinct_from: beta\n") + "\n" + ended
    copy = kept(said("Acme") + said("Beta"))
    assert grades(tmp_path, register, copy) == [("Acme", "proved"), ("Beta", grade)]
    context, versions, _ = read_context(tmp_path)
    before = endorsements_of(gather(tmp_path)[0], context.version_of)
    texts = texts_of(versions, SITE)
    reviewed = proved_among(before, read_site(tmp_path)[0].copies, texts)
    assert [each.grade for each in reviewed] == [Grade.PROVED, Grade(grade)]


def test_claims_are_of_all_who_have_a_host_or_of_those_that_are_asked_for(tmp_path: Path) -> None:
    register = "\n".join([
        entry_text("Acme"),
        entry_text("Beta").replace("https://beta.example\n", "https://github.com/beta\n"),
        entry_text("Gamma").replace("https://gamma.example\n", "https://www.gamma.example/en/\n"),
    ])  # fmt: skip
    plant(tmp_path, SECOND | {"signatories.yml": register})
    site = read_site(tmp_path)[0]
    texts = texts_of(site.versions, SITE)
    every = [*claims_of(site.register.signatories, texts)]
    assert [each.provable.hosts for each in every] == [
        ("acme.example", "www.acme.example"),
        ("www.gamma.example", "gamma.example"),
    ]
    assert [each.claim.address for each in every] == [ADDRESS, ADDRESS]
    assert every[0].claim.texts == {ADDRESS: SHA256, SECOND_ADDRESS: SECOND_SHA256}
    [gamma] = claims_of(site.register.signatories, texts, {"gamma.example"})
    assert (gamma.host, gamma.endorsement.name) == ("gamma.example", "Gamma")


def test_earlier_names_are_those_of_earlier_entries_too() -> None:
    from undersigned.fields import Kind

    day = StatedDate(2024, 5, 6)
    of = {"signatory": "acme", "grade": Grade.RECORDED, "website": "https://acme.example"}
    first = Endorsement("Acme Labs", Kind.COMPANY, day, "1.0", **of)  # type: ignore[arg-type]
    later = first._replace(name="Acme", signed=StatedDate(2025, 1, 1), version="1.1")
    texts = texts_of([version("1.0"), version("1.1")], SITE)
    claims = [each.claim for each in claims_of(signatories_of([first, later]), texts)]
    assert {(each.name, each.formerly) for each in claims} == {("Acme", ("Acme Labs",))}
