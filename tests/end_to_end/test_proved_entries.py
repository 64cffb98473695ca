"""Built sites whose signatories' own servers prove what they signed."""

import hashlib
import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from markupsafe import escape
from undersigned.proofs.endorsements_txt import Action
from undersigned.statement.version import digest

from tests.support.files import drawn
from tests.support.pages import faults
from tests.support.proofs import PUBLIC_KEY, SIGNED, kept, said
from tests.support.registers import entry_text
from tests.support.shown import shown_problems
from tests.support.sites import SMALL, SmallSite, small_site, split_at
from tests.support.store import Store

from .test_dirty import previewed, read
from .test_shown import built, tampered

ADDRESS = "https://small.example/principles/1.0.txt"
SHA256 = digest(drawn(SMALL)["docs/principles/1.0.md"])
ENDORSED = said(sha256=SHA256, address=ADDRESS)
WITHDRAWN = said(sha256=SHA256, address=ADDRESS, action=Action.WITHDRAW)

GONE = entry_text("Gone", more="  withdrawn: 2026-11-01\n")
REGISTER = "\n".join(entry_text(name) for name in ("Acme", "Beta")) + f"\n{GONE}"
COPIES = {
    **kept(ENDORSED, "www.acme.example", key=PUBLIC_KEY, signature=SIGNED),
    **kept(ENDORSED + WITHDRAWN, "gone.example"),
}


def drawing(files: dict[str, str]) -> str:
    return "".join(f"--- {path}\n{text}" for path, text in files.items())


PROVED = drawing({"signatories.yml": REGISTER, **COPIES})


def row_of(site: SmallSite, page: str, name: str) -> str:
    """The last column of a signatory's row."""
    rows = re.findall(r'<li class="undersigned-entry".+?</li>', site.page(page), re.DOTALL)
    (row,) = (each for each in rows if f">{name}</a></bdi>" in each)
    return " ".join(row.partition('<div class="undersigned-entry__grade">')[2].split())


def test_a_row_leads_to_the_copy_to_the_server_and_to_other_evidence_on_every_view(
    store: Store,
) -> None:
    site = store.built(PROVED)
    for page, root in (("signatories", ".."), ("signatories/by-date", "../..")):
        row = row_of(site, page, "Acme")
        links = re.findall(r'<a href="([^"]+)"[^>]*>([^<]+)</a>', row)
        assert links == [
            (
                f"{root}/proofs/acme.example/endorsements.txt",
                "proved by its own server on 20 November 2026, at acme.example",
            ),
            ("https://www.acme.example/.well-known/endorsements.txt", "see what it serves now"),
            ("https://acme.example/news", "stated at acme.example"),
        ]
    assert "●" not in row_of(site, "signatories", "Beta")
    assert "●" not in row_of(site, "signatories", "Gone")
    printed = " ".join(site.page("principles/print").split())
    assert "proved by its own server on 20 November 2026, at acme.example:" in printed
    assert list(faults(site.root / "site", "https://small.example/")) == []


def test_the_sheets_of_a_long_register_lead_to_the_same_copies(store: Store) -> None:
    site = store.built(split_at(1) + PROVED)
    row = row_of(site, "signatories/list/a", "Acme")
    assert 'href="../../../proofs/acme.example/endorsements.txt"' in row
    assert list(faults(site.root / "site", "https://small.example/")) == []


def test_copies_are_served_byte_for_byte_and_are_among_the_digests(store: Store) -> None:
    site = store.built(PROVED)
    sums = (site.root / "site/SHA256SUMS").read_text()
    for path, text in COPIES.items():
        content = (site.root / "site" / path).read_bytes()
        assert content == text.encode()
        assert f"{hashlib.sha256(content).hexdigest()}  {path}\n" in sums
    assert len([*(site.root / "site/proofs").rglob("*.*")]) - 2 == len(COPIES)


def test_the_page_of_data_has_the_commands_for_each_server(store: Store) -> None:
    page = unescape(store.built(PROVED).page("data"))
    section = page.partition('id="_servers"')[2]
    assert section.count("<h3") == 1
    assert "curl -fsS https://small.example/principles/1.0.txt" in section
    assert "https://www.acme.example/.well-known/endorsements.txt" in section
    assert '<a href="../proofs/acme.example/fetched.yml">fetched.yml</a>' in section
    assert "has been found to do so yet" not in section


def test_more_servers_than_a_page_lists_are_in_a_file_that_it_leads_to(store: Store) -> None:
    names = ("Acme", "Beta")
    copies = {p: t for n in names for p, t in kept(ENDORSED, f"{n.lower()}.example").items()}
    site = store.built(split_at(1) + drawing({"signatories.yml": REGISTER, **copies}))
    section = site.page("data").partition('id="_servers"')[2]
    assert '<a href="../proofs/by_hand.txt">' in section
    assert "<h3" not in section
    text = (site.root / "site/proofs/by_hand.txt").read_text(encoding="utf-8")
    assert re.findall("^# (.+)", text, re.MULTILINE) == ["Acme, version 1.0", "Beta, version 1.0"]


def test_where_no_server_proves_anything_the_page_says_so_and_nothing_is_served(
    store: Store,
) -> None:
    site = store.built()
    assert "has been found to do so yet" in " ".join(site.page("data").split())
    assert not (site.root / "site/proofs").exists()


def test_data_are_graded_as_the_pages_are_and_fit_their_schema(store: Store) -> None:
    site = store.built(PROVED)
    given = json.loads((site.root / "site/signatories.json").read_text())["signatories"]
    assert [(each["name"], each["grade"], each.get("proof")) for each in given] == [
        ("Acme", "proved", "https://small.example/proofs/acme.example/endorsements.txt"),
        ("Beta", "own-site", None),
        ("Gone", "own-site", None),
    ]
    names = ("signatories.schema.json", "signatories.json")
    schema, instance = (str(site.root / "site" / name) for name in names)
    checked = site.run("check_jsonschema", "--schemafile", schema, instance)
    assert checked.returncode == 0, checked.stdout


def test_what_is_shown_as_proved_is_what_kept_copies_prove(store: Store) -> None:
    for split in (1, 500):
        site = store.built(split_at(split) + PROVED)
        assert shown_problems(built(site, split)) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda page: page.replace("/proofs/acme.example/", "/proofs/beta.example/"),
        lambda page: page.replace("../proofs/acme.example/endorsements.txt", "../data/"),
        lambda page: re.sub(r'"https://(beta.example/news)"', r'"../../proofs/\1"', page),
    ],
)
@pytest.mark.parametrize("view", ["signatories", "signatories/by-date"])
def test_rows_that_lead_to_other_copies_are_found(
    view: str, change: Callable[[str], str], store: Store, tmp_path: Path
) -> None:
    (problem,) = tampered(built(store.built(PROVED), 500), tmp_path, view, change)
    assert "rows do not lead to the copies that prove them" in problem.message


def test_a_copy_that_is_not_served_as_it_was_kept_is_found(store: Store, tmp_path: Path) -> None:
    site = built(store.built(PROVED), 500)
    folder = tmp_path / "site"
    shutil.copytree(site.folder, folder)
    (folder / "proofs/acme.example/endorsements.txt").write_text(ENDORSED.strip())
    (folder / "proofs/gone.example/fetched.yml").unlink()
    problems = shown_problems(replace(site, folder=folder))
    assert [each.path.partition("/proofs/")[2] for each in problems] == [
        "acme.example/endorsements.txt",
        "gone.example/fetched.yml",
    ]
    assert {each.message.partition(";")[0] for each in problems} == {"is not served as it was kept"}


def test_a_name_stands_in_commands_and_on_the_page_as_text_alone(store: Store) -> None:
    name = "$(touch x); & 'Sons'"
    register = entry_text(name, "acme")
    files = {"signatories.yml": register, **kept(ENDORSED, "acme.example")}
    page = store.built(drawing(files)).page("data")
    assert f"<bdi>{escape(name)}</bdi>, version 1.0" in page


def test_whoever_is_deleted_from_the_register_is_gone_with_what_their_server_said(
    tmp_path: Path,
) -> None:
    without_gone = drawing({"signatories.yml": REGISTER.replace(f"\n{GONE}", ""), **COPIES})
    site = small_site(tmp_path, without_gone)
    assert site.build().returncode == 0
    served = [path for path in (site.root / "site").rglob("*") if path.is_file()]
    assert not [path for path in served if b"gone.example" in path.read_bytes()]


def test_who_looks_at_a_site_on_the_machine_at_hand_sees_what_is_published(tmp_path: Path) -> None:
    page = {"docs/sign.md": "---\ntemplate: undersigned/sign.html\n---\n# Sign\n"}
    site = small_site(tmp_path, PROVED + drawing(page))
    with previewed(site) as address:
        register, sign = read(f"{address}signatories.json"), read(f"{address}sign/")
    assert '"grade": "proved"' in register
    line = sign.partition("endorse 1 sha256:")[2].partition("</pre>")[0]
    assert line == f"{SHA256} {ADDRESS} YYYY-MM-DD"
