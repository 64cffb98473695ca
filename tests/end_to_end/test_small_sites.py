"""Small sites, built by MkDocs as a maintainer would."""

import re
from pathlib import Path

import pytest

from tests.support.pages import faults
from tests.support.sites import SmallSite, small_site, with_settings
from tests.support.store import Store

REGISTER = """\
--- signatories.yml
- name: Acme
  kind: company
  country: NO
  website: https://acme.example
  signed: 2024-05-06
  evidence: https://acme.example/news

- name: Beta Verein
  kind: association
  country: AT
  website: https://beta.example
  signed: 2024-07
  evidence: https://paper.example/beta

- name: Gone
  kind: company
  country: NO
  website: https://gone.example
  signed: 2024-01-01
  evidence: https://gone.example/news
  withdrawn: 2025-02-03
--- signatories.d/jane-doe.yml
- name: Jane Doe
  kind: individual
  affiliation: University of Oslo
  signed: 2024-08-09
  confirmed_by_email: 2024-08-10
  statement: For those who cannot.
"""

PAST_THE_CHECKER = """\
--- hooks/forged.py
from mkdocs.plugins import event_priority
from undersigned.dates import StatedDate
from undersigned.evidence.grades import Grade
from undersigned.fields import Kind
from undersigned.model import Endorsement
from undersigned.names.slug import slug
from undersigned.outputs import outputs
from undersigned.register.signatories import Register
from undersigned.site import Site

EVIL = '<script>alert(1)</script>" onclick="alert(2)'


@event_priority(50)
def on_config(config):
    forged = [
        Endorsement(
            name=EVIL + str(number), signatory=slug(EVIL + str(number)), kind=kind,
            signed=StatedDate(2024, 1, 2), version="1.0",
            grade=Grade.RECORDED, country="NO",
            website="https://acme.example/" + EVIL, affiliation=EVIL,
            evidence="https://acme.example/" + EVIL, statement=EVIL,
            withdrawn=StatedDate(2024, 1, 3) if number == 2 else None,
        )
        for number, kind in enumerate([Kind.COMPANY, Kind.INDIVIDUAL, Kind.COMPANY])
    ]
    made = config.extra["undersigned"]
    site = Site(made.site.versions, Register(tuple(forged)))
    config.extra["undersigned"] = outputs(site, made.view.settings)
"""


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html.split("<main", 1)[1]))


def built(root: Path, changes: str = "") -> SmallSite:
    site = small_site(root, changes)
    result = site.build()
    assert result.returncode == 0, result.stderr
    return site


def test_the_register_shows_every_entry_with_all_that_is_known(store: Store) -> None:
    site = store.built(REGISTER)
    page = text_of(site.page("signatories"))
    assert "Endorsed by 2 organisations and 1 individual from 2 countries ." in page
    for expected in (
        "Companies 1 Acme Norway stated 6 May 2024 ⌂ stated on its own site, acme.example",
        "Associations 1 Beta Verein Austria stated July 2024 ≡ recorded by paper.example",
        "Individuals 1 Jane Doe University of Oslo signed 9 August 2024 @ confirmed"
        " by e-mail on 10 August 2024 For those who cannot.",
        "Withdrawn 1",
        "Gone Company Norway stated 1 January 2024 withdrawn 3 February 2025",
    ):
        assert expected in page
    assert 'id="jane-doe"' in site.page("signatories")
    assert list(faults(site.root / "site", "https://small.example/")) == []


def test_countries_are_named_and_the_withdrawn_left_out(store: Store) -> None:
    page = text_of(store.built(REGISTER).page("signatories/by-country"))
    assert page.index("Austria") < page.index("Norway")
    assert "Gone" not in page


def test_an_empty_register_builds_and_says_so(store: Store) -> None:
    site = store.built("--- signatories.yml\n# nobody\n")
    for address in (
        "",
        "principles",
        "signatories",
        "signatories/by-country",
        "signatories/by-date",
    ):
        assert "Nobody has signed yet" in text_of(site.page(address))


def test_a_changed_name_changes_the_pages(tmp_path: Path) -> None:
    site = built(tmp_path)
    assert "Acme" in text_of(site.page("signatories"))
    register = tmp_path / "signatories.yml"
    register.write_text(register.read_text().replace("Acme", "Apex Ltd"))
    assert site.build().returncode == 0
    for address in ("", "signatories", "signatories/by-country", "signatories/by-date"):
        assert "Apex Ltd" in text_of(site.page(address))
        assert "Acme" not in text_of(site.page(address))


def test_a_name_put_past_the_checker_is_still_shown_as_text(store: Store) -> None:
    hooks = with_settings({"hooks:\n": "hooks:\n  - hooks/forged.py\n"})
    site = store.built(PAST_THE_CHECKER + hooks)
    for address in ("", "signatories", "signatories/by-country", "signatories/by-date"):
        page = site.page(address)
        assert "&lt;script&gt;alert(1)" in page
        assert "<script>alert(1)" not in page
        assert '" onclick=' not in page


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("'المركز العربي'", "المركز العربي"),
        ("株式会社ABC", "株式会社ABC"),
        ("\"Ünïted & 'Sons'\"", "Ünïted &amp; &#39;Sons&#39;"),
        ("'*Not* _Markdown_ # at: all'", "*Not* _Markdown_ # at: all"),
        ("'{{ config.site_name }}'", "{{ config.site_name }}"),
        ("\\statement", "\\statement"),
    ],
)
def test_a_name_comes_out_as_it_was_written(name: str, kept: str, tmp_path: Path) -> None:
    site = small_site(tmp_path)
    register = tmp_path / "signatories.yml"
    register.write_text(register.read_text().replace("Acme", name))
    result = site.build()
    assert result.returncode == 0, result.stderr
    assert f">{kept}</a>" in site.page("signatories")


def test_problems_stop_the_build_in_the_words_of_the_checker(tmp_path: Path) -> None:
    site = small_site(tmp_path, "--- signatories.d/oops.yml\n- name: <b>Oops</b>\n  kind: club\n")
    register = tmp_path / "signatories.yml"
    register.write_text(register.read_text().replace("country: NO", "country: UK"))
    everything = site.run("undersigned", "check").stdout
    checked = site.run("undersigned", "check", "signatories.yml", "signatories.d")
    result = site.build()
    assert (checked.returncode, result.returncode) == (1, 1)
    assert checked.stdout.endswith("\n7 problems\n")
    assert checked.stdout in result.stderr
    # Sources that no page cites are the checker's business alone.
    assert "note: no page cites 'a'" in everything
    assert "no page cites" not in result.stderr
    assert "Traceback" not in result.stderr + checked.stderr
    assert not (tmp_path / "site" / "signatories").exists()


def test_words_in_docs_stand_above_the_generated_register(store: Store) -> None:
    words = "--- docs/signatories/index.md\n# Who\n\nBefore.[^n]\n\n[^n]: The note.\n"
    page = text_of(store.built(words).page("signatories"))
    assert page.index("Before.") < page.index("Companies") < page.index("The note.")


def test_notes_are_numbered_as_a_reader_meets_them(store: Store) -> None:
    words = """\
--- docs/sign.md
# Sign

One.[^one]

- Two.[^two] Again one.[^one]

Three.[@a]

[^two]: Second.
[^one]: First.
"""
    site = store.built(words)
    html = site.page("sign")
    numbers = re.findall(r'class="footnote-ref" href="#fn:(\w+)">(\d+)<', html)
    assert numbers == [("one", "1"), ("two", "2"), ("one", "1"), ("a", "3")]
    assert re.findall(r'<li id="fn:(\w+)" value="\d">', html) == ["one", "two", "a"]
    assert list(faults(site.root / "site", "https://small.example/")) == []


def test_a_text_keeps_its_numbers_and_its_marks(store: Store) -> None:
    words = "--- docs/principles/1.0.md\n1. One *with* two\n\n## Second part\n\n3. Three\n"
    page = store.built(words).page("principles")
    assert '<ol start="3">' in page
    assert "One <em>with</em> two" in page


def test_when_all_have_withdrawn_nobody_endorses_it_now(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    with (tmp_path / "signatories.yml").open("a") as register:
        register.write("  withdrawn: 2025-01-01\n")
    assert site.build().returncode == 0
    assert "Nobody endorses it now." in text_of(site.page("signatories"))


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ("--- references.bib\n@misc{a, title\n", "references.bib:1:10: field 'title' has"),
        ("--- docs/sign.md\n# Sign\n\nSo.[@nope]\n", "docs/sign.md:3:5: citation 'nope' is not in"),
        (
            "--- docs/sign.md\n# Sign\n\nSo.[@a p. 3]\n",
            "docs/sign.md:3:7: 'p. 3' behind 'a' would be",
        ),
        (
            "--- mkdocs.yml\nhooks: [hooks/load_site.py]\nsite_name: x\n",
            "mkdocs.yml:1:1: extra.stat",
        ),
        ("--- versions.yml\n[]\n", "versions.yml:1:1: lists no version"),
    ],
)
def test_whatever_a_site_is_made_of_is_checked_before_it_is_built(
    changes: str, line: str, tmp_path: Path
) -> None:
    result = small_site(tmp_path, changes).build()
    assert result.returncode == 1
    assert f"\n{line}" in "\n" + result.stderr
    assert "Traceback" not in result.stderr


def test_a_second_build_from_what_was_kept_gives_the_same_pages(tmp_path: Path) -> None:
    words = "--- docs/sign.md\n# Sign\n\nSo.[@a]\n"
    site = built(tmp_path, REGISTER + words)
    first = {path: path.read_bytes() for path in (tmp_path / "site").rglob("*.html")}
    assert site.build().returncode == 0
    assert len(first) > 5
    assert {path: path.read_bytes() for path in (tmp_path / "site").rglob("*.html")} == first
    (tmp_path / "references.bib").write_text("@misc{a, title = {{Another Source}}, year = 2021}\n")
    assert site.build().returncode == 0
    assert "Another Source" in site.page("sign")


def test_the_site_builds_from_any_folder_below_it(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    built = site.run("mkdocs", "build", "--strict", "-f", "../mkdocs.yml", cwd=tmp_path / "docs")
    assert built.returncode == 0, built.stderr
    assert "Acme" in site.page("signatories")


def test_another_language_names_countries_and_dates_in_it(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    configuration = tmp_path / "mkdocs.yml"
    configuration.write_text(
        configuration.read_text().replace("name: material", "name: material\n  language: pt-BR")
    )
    assert site.build().returncode == 0
    assert "Noruega stated 6 de maio de 2024" in text_of(site.page("signatories"))


def test_a_site_in_french_says_what_code_makes_in_french(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    configuration = tmp_path / "mkdocs.yml"
    configuration.write_text(
        configuration.read_text().replace("name: material", "name: material\n  language: fr")
    )
    assert site.build().returncode == 0
    assert "Norvège déclaré 6 mai 2024" in text_of(site.page("signatories"))
    told = (tmp_path / "site" / "feed.xml").read_text(encoding="utf-8")
    assert "<title>Acme a adhéré à la version 1.0</title>" in told
    assert "<title>Version 1.0\u00a0: publication</title>" in told


def test_before_a_text_is_published_the_site_is_a_preview_of_its_draft(tmp_path: Path) -> None:
    draft = "--- docs/principles/draft.md\n<!-- For the writer. -->\n\n1. Keep a lamp lit\n"
    empty = "--- versions.yml\n[]\n--- signatories.yml\n[]\n"
    site = small_site(tmp_path, empty + draft)
    (tmp_path / "docs/principles/1.0.md").unlink(missing_ok=True)
    result = site.build()
    assert result.returncode == 0, result.stderr
    assert "so the draft is shown as 0.0" in result.stderr
    pages = {path: path.read_text("utf-8") for path in (tmp_path / "site").rglob("*.html")}
    assert len(pages) > 5
    assert all("This is a preview" in page for page in pages.values())
    assert all("No version of the text is published yet" in page for page in pages.values())
    assert all('name="robots" content="noindex"' in page for page in pages.values())
    assert "Keep a lamp lit" in site.page("principles/0.0")
    assert not any("For the writer" in page for page in pages.values())
